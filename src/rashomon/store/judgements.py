"""How the log of judgements is written and read back; the store calls these."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from rashomon.model.ids import AccountId
from rashomon.model.judgement import Judgement, Verdict
from rashomon.store import codec, schema


def row_of(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as a row."""
    return {
        "left": judgement.pair[0],
        "right": judgement.pair[1],
        "verdict": judgement.verdict.value,
        "weight": judgement.weight,
        "reasons": [codec.reason_to_json(reason) for reason in judgement.reasons],
        "judge": judgement.judge,
        "made_at": judgement.made_at.isoformat(),
    }


def held(
    connection: Connection,
    left: Collection[AccountId] | None = None,
    right: Collection[AccountId] | None = None,
) -> list[Judgement]:
    """Return the judgements in their order, on pairs of these accounts where given."""
    columns = schema.JUDGEMENTS.c
    query = select(schema.JUDGEMENTS).order_by(columns.row)
    for column, among in ((columns.left, left), (columns.right, right)):
        if among is not None:
            query = query.where(column.in_(among))
    rows = connection.execute(query)
    return [
        Judgement(
            pair=(AccountId(row.left), AccountId(row.right)),
            verdict=Verdict(row.verdict),
            weight=row.weight,
            reasons=tuple(codec.reason_from_json(r) for r in row.reasons),
            judge=row.judge,
            made_at=datetime.fromisoformat(row.made_at),
        )
        for row in rows
    ]
