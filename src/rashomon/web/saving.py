"""The incidents on screen as a file: the same filters, the same moment, a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.errors import InputError
from rashomon.model.ids import IncidentId
from rashomon.pipeline import replay
from rashomon.publish.fields import Told, tell
from rashomon.publish.files import write_atomically
from rashomon.publish.formats import FORMATS
from rashomon.reconcile.replay import moment
from rashomon.store import catalogue
from rashomon.store.reader import Reader
from rashomon.web import filters
from rashomon.web.page import Asked

# So many incidents are in memory at once.
AT_ONCE = 500

TYPES: Mapping[str, str] = {
    ".csv": "text/csv; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/x-ndjson",
    ".json": "application/x-ndjson",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written for one reader; ``let_go`` takes it away again."""

    path: Path
    type: str
    let_go: Callable[[], None]


def save(store: Reader, listed: Reader, asked: Asked) -> Saved:
    """Write the incidents asked for into a file of the format asked for.

    ``listed`` lists them as they stand or as of the moment asked for; the file is what
    ``rashomon export`` writes of the same incidents. Raises InputError where there is no
    such format.
    """
    name = asked["format"]
    made = FORMATS.get(name)
    if made is None:
        raise InputError(f"format: no {name!r}; there are {', '.join(FORMATS)}")
    with listed.snapshot() as snapshot:
        ids = sorted(e.id for e in catalogue.entries(snapshot, filters.read(asked)))
    with ExitStack() as kept, store.moment() as now:
        folder = Path(kept.enter_context(TemporaryDirectory(prefix="rashomon-saved-")))
        path = folder / made.file
        write_atomically(made.lines(_told(now, ids, filters.as_of(asked))), path)
        kind = TYPES[path.suffix]
        return Saved(path, kind, kept.pop_all().close)


def _told(store: Reader, ids: list[str], as_of: str) -> Iterator[Told]:
    """Yield the incidents with their documents, no more than a part in memory."""
    stood = replay.standing_at(store, moment(as_of)) if as_of else None
    for start in range(0, len(ids), AT_ONCE):
        part = [IncidentId(id_) for id_ in ids[start : start + AT_ONCE]]
        records = store.records_of(part)
        known = stood(records) if stood else records
        yield from tell(store, sorted(known, key=lambda r: r.incident.id))
