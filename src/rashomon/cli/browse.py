"""Looking into a database: ``list``, ``show``, ``explain`` and ``documents``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.console import Group

from rashomon.cli import (
    explain_view,
    matrix_view,
    profiles_view,
    series_view,
    tables,
    terminal,
)
from rashomon.cli.options import (
    DEFAULT_DB,
    AsJson,
    AsOf,
    Database,
    existing,
    records_at,
)
from rashomon.model.account import IncidentType
from rashomon.model.document import Document
from rashomon.model.finding import Agreement, IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.profiles import (
    Reading,
    read,
    read_codebooks,
    read_sources,
    reading_json,
)
from rashomon.publish import (
    columns,
    explanation,
    listing,
    matrix,
    selection,
    summary,
)
from rashomon.publish.documents import DocumentEntry, entries
from rashomon.publish.jsonl import incident_line
from rashomon.store.catalogue import Box, Known
from rashomon.store.place import Place
from rashomon.store.rows import DocumentStatus

IncidentArgument = Annotated[
    str,
    Parameter(name="INCIDENT", help="An incident's id, or the first characters of it."),
]
AttributeArgument = Annotated[
    str,
    Parameter(name="ATTRIBUTE", help="What to explain: killed, date, place, …"),
]
Limit = Annotated[
    int | None,
    Parameter(name="--limit", help="Show at most this many.", validator=Number(gte=0)),
]
Width = Annotated[
    int | None,
    Parameter(
        name="--width",
        help="Columns to fill; default: the terminal's.",
        validator=Number(gte=terminal.MIN_WIDTH),
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents to list; each option narrows the choice."""

    type: Annotated[
        IncidentType | None,
        Parameter(help="Only incidents of this type.", name_transform=str.lower),
    ] = None
    status: Annotated[
        Agreement | None, Parameter(help="Only where the sources stand so.")
    ] = None
    since: Annotated[
        date | None, Parameter(help="Only from this day on, YYYY-MM-DD.")
    ] = None
    until: Annotated[
        date | None, Parameter(help="Only up to this day, YYYY-MM-DD.")
    ] = None
    place: Annotated[
        str,
        Parameter(
            help="Only at this place, or in this country or first-order division.",
            show_default=False,
        ),
    ] = ""
    text: Annotated[
        str,
        Parameter(
            help="Only with all of these words in title, values or sources.",
            show_default=False,
        ),
    ] = ""

    actor: Annotated[
        str,
        Parameter(
            help="Only where this is in the name of who did, claims or denies it.",
            show_default=False,
        ),
    ] = ""
    killed_from: Annotated[
        int | None, Parameter(help="Only where so many or more may have been killed.")
    ] = None
    killed_to: Annotated[
        int | None, Parameter(help="Only where so many or fewer may have been killed.")
    ] = None
    sources_from: Annotated[
        int,
        Parameter(
            help="Only with so many independent sources or more.", show_default=False
        ),
    ] = 0

    dated: Annotated[
        Known, Parameter(help="yes: only with a day; no: only without one.")
    ] = Known.ANY
    placed: Annotated[
        Known, Parameter(help="yes: only with a point on the map; no: only without.")
    ] = Known.ANY
    box: Annotated[
        str,
        Parameter(
            help="Only in this rectangle: west,south,east,north in degrees; write"
            " --box=-5,… where it begins with a minus.",
            show_default=False,
        ),
    ] = ""

    def selection(self) -> selection.Selection:
        """Return the selection that the options stand for."""
        return selection.Selection(
            type=self.type,
            status=self.status,
            since=self.since,
            until=self.until,
            place=self.place,
            words=tuple(self.text.split()),
            actor=self.actor,
            killed_from=self.killed_from,
            killed_to=self.killed_to,
            sources_from=self.sources_from,
            dated=self.dated,
            placed=self.placed,
            box=Box.read(self.box) if self.box else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What to show of an incident in place of the claim matrix, or beside it."""

    series: Annotated[
        bool,
        Parameter(
            negative=(),
            help="Show how each toll went as the reports came in.",
        ),
    ] = False

    profiles: Annotated[
        bool,
        Parameter(
            negative=(),
            help="Show how ACLED, UCDP, Airwars and others read the same claims.",
        ),
    ] = False
    sources: Annotated[
        Path | None,
        Parameter(
            help="A file that describes outlets (owner, country, side, kind), for"
            " grading, or a folder of files of one source each."
        ),
    ] = None
    rules: Annotated[
        Path | None,
        Parameter(
            help="Your own rule file, or a folder of them: one stands for the shipped"
            " codebook of its id, or beside them."
        ),
    ] = None

    def of(
        self,
        record: IncidentRecord,
        documents: dict[DocumentId, Document],
        families: dict[DocumentId, FamilyId],
    ) -> tuple[Reading, ...]:
        """Return the readings that were asked for."""
        if not self.profiles:
            return ()
        known = read_sources(self.sources) if self.sources else None
        books = read_codebooks(self.rules) if self.rules else None
        return read(record, documents, families, sources=known, books=books)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the views of one incident need of a database."""

    records: list[IncidentRecord]
    documents: dict[DocumentId, Document]
    families: dict[DocumentId, FamilyId]


def _open(db: Place, as_of: str | None) -> Opened:
    with existing(db) as store, store.moment() as now:
        records, stored = records_at(now, as_of), now.documents()
        return Opened(
            records=records,
            documents={s.document.id: s.document for s in stored},
            families={s.document.id: s.family for s in stored if s.family},
        )


def _series(db: Place, record: IncidentRecord) -> series_view.Series:
    with existing(db) as store:
        return series_view.of(store, record)


def list_incidents(
    *,
    wanted: Annotated[Wanted, Parameter(name="*")] = Wanted(),
    limit: Limit = None,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
) -> int:
    """List the incidents of a database, by day."""
    with existing(db) as store:
        records = records_at(store, as_of)
    keeps = wanted.selection().keeps
    kept = sorted(filter(keeps, records), key=selection.by_day)
    shown = kept if limit is None else kept[:limit]
    if json:
        terminal.print_json([columns.row_json(record) for record in shown])
        return terminal.OK
    page = terminal.page(piped_width=tables.ONE_LINE)
    page.print(tables.of_incidents(shown, page.width))
    page.print(terminal.words(_counted(len(shown), len(kept), len(records)), "dim"))
    if not records and as_of is None:
        terminal.hint(f"nothing was read yet: rashomon run INPUT... --db {db}")
    elif shown:
        first = shown[0].incident.id
        terminal.hint(f"look into one: rashomon show {first} --db {db}")
    return terminal.OK


def _counted(shown: int, kept: int, held: int) -> str:
    noun = "incident" if held == 1 else "incidents"
    told = f"{kept} of {held} {noun}" if kept < held else f"{held} {noun}"
    return f"{told}, the first {shown} shown" if shown < kept else told


def show(
    incident: Annotated[
        str,
        Parameter(
            name="INCIDENT",
            help="An incident's id, or the first characters of it; default: the one"
            " that most sources tell of.",
            show_default=False,
        ),
    ] = "",
    /,
    *,
    beside: Annotated[Beside, Parameter(name="*")] = Beside(),
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
    width: Width = None,
) -> int:
    """Show one incident: what each source says of it, side by side."""
    held = _open(db, as_of)
    record = (
        selection.find_incident(held.records, incident)
        if incident
        else selection.most_disputed(held.records)
    )
    readings = beside.of(record, held.documents, held.families)
    series = _series(db, record) if beside.series else {}
    claims = matrix.build(record, held.documents, held.families)
    if json:
        line = incident_line(record, held.documents)
        told_so = {
            **line,
            "summary": summary.sentences(record),
            "matrix": matrix.matrix_json(claims),
        }
        if readings:
            told_so["profiles"] = [reading_json(reading) for reading in readings]
        if beside.series:
            told_so["series"] = series_view.series_json(series)
        terminal.print_json(told_so)
        return terminal.OK
    page = terminal.page(width)
    head = terminal.words(record.title, "bold") + terminal.words(
        f"  {record.incident.id}  ", "dim"
    )
    told = [terminal.words(sentence) for sentence in summary.sentences(record)]
    page.print(Group(head + terminal.status_words(record.agreement.value), *told))
    if beside.series:
        page.print(series_view.render(series, record, held.documents))
    if readings:
        page.print(profiles_view.render(readings, page.width))
    if readings or beside.series:
        return terminal.OK
    page.print(matrix_view.render(claims, page.width))
    terminal.hint(
        f"every quotation behind a value: rashomon explain {record.incident.id}"
        f" ATTRIBUTE --db {db}"
    )
    return terminal.OK


def explain(
    incident: IncidentArgument,
    attribute: AttributeArgument,
    /,
    *,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
) -> int:
    """Explain one value: the rule that chose it, and every quotation behind it."""
    held = _open(db, as_of)
    record = selection.find_incident(held.records, incident)
    finding = selection.find_finding(record, attribute)
    told = explanation.explain(record, finding, held.documents, held.families)
    if json:
        terminal.print_json(explanation.explanation_json(told))
    else:
        terminal.page().print(explain_view.render(told))
    return terminal.OK


def documents(
    *,
    db: Database = DEFAULT_DB,
    json: AsJson = False,
    skipped: Annotated[
        bool, Parameter(negative=(), help="Only those left out, with the reason.")
    ] = False,
    failed: Annotated[
        bool, Parameter(negative=(), help="Only those that failed, with the reason.")
    ] = False,
) -> int:
    """List what was read: dates, copies, and what was left out and why."""
    with existing(db) as store:
        found = entries(store.documents(), store.failures())
        records = store.records()
    rows = listing.document_rows(found, records)
    kinds = {DocumentStatus.SKIPPED: skipped, DocumentStatus.FAILED: failed}
    wanted = {kind for kind, chosen in kinds.items() if chosen} or set(DocumentStatus)
    shown = [row for row in rows if row.entry.status in wanted]
    if json:
        terminal.print_json([listing.row_json(row) for row in shown])
        return terminal.OK
    page = terminal.page(piped_width=tables.ONE_LINE)
    page.print(tables.of_documents(shown))
    page.print(terminal.words(_statuses(found), "dim"))
    return terminal.OK


def _statuses(found: list[DocumentEntry]) -> str:
    counts = Counter(entry.status for entry in found)
    parts = [f"{counts[s]} {s.value}" for s in DocumentStatus if counts[s]]
    return f"{len(found)} documents: {', '.join(parts)}" if parts else "no documents"
