"""Looking across records: ``diff`` between two moments or databases, ``place`` over time."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from rashomon.cli import tables, terminal
from rashomon.cli.options import (
    DEFAULT_DB,
    AsJson,
    AsOf,
    Database,
    existing,
    records_at,
)
from rashomon.errors import InputError
from rashomon.link.actors import same_name
from rashomon.model.document import Document
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.publish import summary
from rashomon.publish.columns import row_json
from rashomon.publish.jsonl import attribute_json
from rashomon.publish.wording import attribute_words, finding_words, status_words
from rashomon.reconcile.differences import Difference, Happened, compare
from rashomon.reconcile.facilities import Remark, Visit, visits
from rashomon.store.place import place as placed

_STYLES = {
    Happened.APPEARED: "green",
    Happened.GONE: "red",
    Happened.MERGED: "yellow",
    Happened.CHANGED: "bold",
}
QUOTE_CHARS = 240
VALUE_CHARS = 160


def diff(
    other: Annotated[
        str | None,
        Parameter(
            name="OTHER",
            help="Another database to compare with; default: the same one.",
        ),
    ] = None,
    /,
    *,
    before: Annotated[
        str | None,
        Parameter(
            name="--from",
            help="The record as it stood then, 2024-05-31 or 2024-05-31T18:00, UTC.",
        ),
    ] = None,
    after: Annotated[
        str | None,
        Parameter(name="--to", help="As it stood then; default: as it stands."),
    ] = None,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
) -> int:
    """Show what changed between two moments, or between two databases."""
    if other is None and before is None:
        raise InputError(
            "nothing to compare with; give a moment with --from, or another database"
        )
    with existing(db) as store:
        old = records_at(store, before)
    with existing(placed(other) if other else db) as store:
        new = records_at(store, after)
    found = compare(old, new)
    if json:
        terminal.print_json([_difference_json(d) for d in found])
        return terminal.OK
    page = terminal.page()
    for difference in found:
        page.print(_told(difference))
    count = len(found)
    noun = "incident differs" if count == 1 else "incidents differ"
    page.print(terminal.words(f"{count} {noun}" if count else "no difference", "dim"))
    return terminal.OK


def _told(difference: Difference) -> Text:
    record = difference.record
    lines = [
        terminal.words(f"{difference.happened.value} ", _STYLES[difference.happened])
        + terminal.words(f" {record.incident.id}  ", "dim")
        + terminal.words(record.title)
    ]
    if difference.happened is Happened.MERGED and difference.before is not None:
        was = difference.before
        lines.append(terminal.words(f"  was {was.incident.id}  {was.title}"))
    for change in difference.changes:
        was_so, is_so = _words(change.before), _words(change.after)
        lines.append(
            terminal.words(f"  {attribute_words(change.attribute)}: {was_so} → {is_so}")
        )
    if difference.sources:
        lines.append(terminal.words(f"  told by {', '.join(difference.sources)} too"))
    return Text("\n").join(lines)


def _words(finding: Finding | None) -> str:
    if finding is None:
        return "nothing said"
    told = terminal.shortened(finding_words(finding), VALUE_CHARS)
    return f"{told} ({status_words(finding)})"


def _difference_json(difference: Difference) -> dict[str, object]:
    return {
        "happened": difference.happened.value,
        "id": difference.record.incident.id,
        "title": difference.record.title,
        "before": _id(difference.before),
        "after": _id(difference.after),
        "changes": [
            {
                "attribute": change.attribute.value,
                "before": attribute_json(change.before) if change.before else None,
                "after": attribute_json(change.after) if change.after else None,
            }
            for change in difference.changes
        ],
        "sources": list(difference.sources),
    }


def _id(record: IncidentRecord | None) -> str | None:
    return record.incident.id if record else None


def place(
    name: Annotated[
        str, Parameter(name="NAME", help="A town, a plant, a base: as a report has it.")
    ],
    /,
    *,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
) -> int:
    """Show every incident at one place or facility, and what reports say of it."""
    with existing(db) as store:
        records = records_at(store, as_of)
        documents = {s.document.id: s.document for s in store.documents()}
    found = visits(records, name, documents, same_name)
    if json:
        terminal.print_json([_visit_json(visit, documents) for visit in found])
        return terminal.OK
    page = terminal.page(piped_width=tables.ONE_LINE)
    page.print(tables.of_incidents([v.record for v in found], page.width))
    for visit in found:
        if visit.remarks:
            page.print(_remarks_told(visit, documents))
    noun = "incident" if len(found) == 1 else "incidents"
    page.print(terminal.words(f"{len(found)} {noun} at {name}", "dim"))
    return terminal.OK


def _remarks_told(visit: Visit, documents: dict[DocumentId, Document]) -> Text:
    head = f"{visit.record.incident.id}, {summary.headline(visit.record)}"
    lines = [terminal.words(head, "bold")]
    for remark in visit.remarks:
        document = documents[remark.document_id]
        quote = terminal.shortened(remark.span.of(document.text), QUOTE_CHARS)
        outlet = document.source or document.id
        lines.append(terminal.words(f"  {remark.about.value}: “{quote}” — {outlet}"))
    return Text("\n").join(lines)


def _visit_json(
    visit: Visit, documents: dict[DocumentId, Document]
) -> dict[str, object]:
    when = visit.record.when
    return {
        **row_json(visit.record),
        "day": when.first_day.isoformat() if when else None,
        "names": list(visit.names),
        "remarks": [_remark_json(r, documents) for r in visit.remarks],
    }


def _remark_json(
    remark: Remark, documents: dict[DocumentId, Document]
) -> dict[str, object]:
    text = documents[remark.document_id].text
    return {
        "about": remark.about.value,
        "document": remark.document_id,
        "start": remark.span.start,
        "end": remark.span.end,
        "quote": remark.span.of(text),
    }
