"""How people's decisions are written and read back; they are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, DecisionId, DocumentId
from rashomon.store import codec, schema


def append(connection: Connection, decision: Decision) -> None:
    """Add a decision to the end of the log."""
    connection.execute(schema.DECISIONS.insert().values(**decision_to_row(decision)))


def held(connection: Connection) -> list[Decision]:
    """Return every decision in the order it was made."""
    log = select(schema.DECISIONS).order_by(schema.DECISIONS.c.row)
    return [decision_from_row(dict(r)) for r in connection.execute(log).mappings()]


def decision_to_row(decision: Decision) -> dict[str, Any]:
    """Return a decision as a row."""
    span = decision.span
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "person": decision.person,
        "made_at": decision.made_at.isoformat(),
        "target": list(decision.target),
        "note": decision.note,
        "detail": {
            "accounts": list(decision.accounts),
            "others": list(decision.others),
            "attribute": decision.attribute and decision.attribute.value,
            "values": [codec.value_to_json(value) for value in decision.values],
            "document": decision.document_id,
            "span": span and [span.start, span.end],
        },
    }


def decision_from_row(row: dict[str, Any]) -> Decision:
    """Read a decision back."""
    detail = row["detail"]
    attribute = detail["attribute"] and Attribute(detail["attribute"])
    return Decision(
        id=DecisionId(row["id"]),
        kind=DecisionKind(row["kind"]),
        person=row["person"],
        made_at=datetime.fromisoformat(row["made_at"]),
        target=tuple(row["target"]),
        note=row["note"],
        accounts=tuple(AccountId(a) for a in detail["accounts"]),
        others=tuple(AccountId(a) for a in detail["others"]),
        attribute=attribute,
        values=tuple(codec.value_from_json(attribute, v) for v in detail["values"]),
        document_id=detail["document"] and DocumentId(detail["document"]),
        span=Span(*detail["span"]) if detail["span"] else None,
    )
