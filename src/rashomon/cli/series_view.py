"""How the tolls of an incident went as the reports came in: for a terminal, for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import words
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import ClaimId, DocumentId
from rashomon.pipeline.replay import toll_series
from rashomon.publish.matrix import outlet_of
from rashomon.publish.wording import (
    attribute_words,
    range_words,
    status_words,
    value_words,
)
from rashomon.reconcile.replay import TollPoint
from rashomon.store.reader import Reader

Series = Mapping[Attribute, tuple[TollPoint, ...]]


def of(store: Reader, record: IncidentRecord) -> Series:
    """Return the series of every toll that anybody speaks of."""
    told = [a for a in Attribute if a in COUNT_ATTRIBUTES and record.finding(a)]
    return {attribute: toll_series(store, record, attribute) for attribute in told}


def render(
    series: Series, record: IncidentRecord, documents: Mapping[DocumentId, Document]
) -> RenderableType:
    """Return a line for each moment that brought a claim: what the toll stood at then."""
    if not any(series.values()):
        return Text("no report gives a toll", style="dim")
    table = Table(box=box.SIMPLE, padding=(0, 1))
    for head in ("published by then", "of", "toll", "status", "brought by"):
        table.add_column(Text(head), overflow="fold")
    for attribute, points in series.items():
        for point in points:
            table.add_row(
                Text(moment_words(point.at)),
                Text(attribute_words(attribute)),
                words(range_words(point.finding), "bold"),
                words(status_words(point.finding)),
                words("; ".join(_brought(point, record, documents))),
            )
    return table


def moment_words(at: datetime | None) -> str:
    """Return a moment as people write it; a day alone ends with the day."""
    if at is None:
        return "undated"
    if at.time() == time.max:
        return at.date().isoformat()
    return at.isoformat(sep=" ", timespec="minutes")


def _brought(
    point: TollPoint, record: IncidentRecord, documents: Mapping[DocumentId, Document]
) -> Iterator[str]:
    """Yield who gave which figure at a moment, each once."""
    claims = {c.id: c for account in record.accounts for c in account.claims}
    told = [claims[i] for i in point.claims if i in claims]
    yield from dict.fromkeys(
        f"{outlet_of(documents[c.document_id])}: {value_words(c.value)}"
        + ("" if c.stance.value == "asserts" else f" ({c.stance.value})")
        for c in told
    )


def series_json(series: Series) -> dict[str, list[dict[str, object]]]:
    """Return the series for scripts; ``at`` null: documents of unknown date."""
    return {
        attribute.value: [
            {
                "at": point.at.isoformat() if point.at else None,
                "low": point.low,
                "best": point.best,
                "high": point.high,
                "words": range_words(point.finding),
                "status": point.agreement.value,
                "relation": point.finding.relation,
                "claims": list[ClaimId](point.claims),
            }
            for point in points
        ]
        for attribute, points in series.items()
    }
