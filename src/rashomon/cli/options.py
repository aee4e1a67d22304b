"""Options that several commands share, described once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter, Token

from rashomon.errors import InputError
from rashomon.store.place import Place, place

if TYPE_CHECKING:
    from rashomon.model.finding import IncidentRecord
    from rashomon.store.reader import Reader
    from rashomon.store.rows import StoredDocument
    from rashomon.store.sqlite import Store

DEFAULT_DB = Path("rashomon.db")
# So many incidents or documents are in memory at once; more of them show progress.
AT_ONCE = 500


def written_place(_: type, tokens: Sequence[Token]) -> Place:
    """Read where a database is."""
    return place(tokens[0].value)


Database = Annotated[
    Place,
    Parameter(
        name="--db",
        env_var="RASHOMON_DB",
        converter=written_place,
        accepts_keys=False,
        help="The database: a single file, or postgresql://USER@HOST:PORT/NAME.",
    ),
]

AsJson = Annotated[
    bool,
    Parameter(
        name="--json",
        negative=(),
        show_default=False,
        help="Print JSON for scripts, and nothing else, on standard output.",
    ),
]

AsOf = Annotated[
    str | None,
    Parameter(
        name="--as-of",
        help=(
            "The record as the documents published until then give it:"
            " 2024-05-31 (that day included) or 2024-05-31T18:00, UTC."
        ),
    ),
]

Out = Annotated[
    str,
    Parameter(
        name=["--out", "-o"],
        allow_leading_hyphen=True,
        help="The file to write, whole or not at all; - is standard output.",
    ),
]


def refuse_options(kind: object, value: str) -> None:
    """Refuse an input that looks like an option; - alone is standard input."""
    if value.startswith("-") and value != "-":
        raise ValueError(f"no such option; a file of that name is written ./{value}")


Inputs = Annotated[
    str,
    Parameter(
        name="INPUT",
        allow_leading_hyphen=True,
        validator=refuse_options,
        help=(
            "Files (.txt .html .csv .jsonl .warc, or .gz of them), folders of them,"
            " http(s) addresses, or - for standard input (JSON lines, or one text or page)."
        ),
    ),
]


def at_least_one(inputs: Sequence[str]) -> None:
    """Refuse to run on nothing."""
    if not inputs:
        raise InputError(
            "no input is named; name files, folders or addresses, or - for standard"
            " input (`rashomon run --help` has examples)"
        )


def existing(db: Place) -> Store:
    """Open a database that must be there; looking never makes one."""
    from rashomon.store.sqlite import open_store  # a quarter of a second to load

    return open_store(db, create=False)


def records_at(store: Reader, as_of: str | None) -> list[IncidentRecord]:
    """Return every incident, as it stands or as it stood at a moment."""
    if as_of is None:
        return store.records()
    from rashomon.pipeline.replay import as_of as replayed
    from rashomon.reconcile.replay import moment

    return replayed(store, moment(as_of))


def records_in_parts(
    store: Reader, as_of: str | None
) -> Iterator[list[IncidentRecord]]:
    """Yield every incident by id, a part at once, as it stands or stood at a moment."""
    stood = None
    if as_of is not None:
        from rashomon.pipeline import replay  # a quarter of a second to load
        from rashomon.reconcile.replay import moment

        stood = replay.standing_at(store, moment(as_of))
    part = store.records_after(None, AT_ONCE)
    while part:
        yield stood(part) if stood else part
        part = store.records_after(part[-1].incident.id, AT_ONCE)


def documents_at(store: Reader, as_of: str | None) -> list[StoredDocument]:
    """Return every document, or those that were published by a moment."""
    stored = store.documents()
    if as_of is None:
        return stored
    from rashomon.reconcile.replay import moment, published_by

    there = published_by({s.document.id: s.document for s in stored}, moment(as_of))
    return [s for s in stored if s.document.id in there]
