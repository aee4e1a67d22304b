"""What a column of an exported table is, and the cells that several tables share.

A cell is None where nothing is known: it is written as an empty cell, never as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from rashomon import profiles
from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.document import Document
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.value import (
    Count,
    Perpetrator,
    Target,
    Value,
    Victim,
    When,
    Where,
)
from rashomon.profiles.figures import Figure
from rashomon.publish.countries import country, country_name
from rashomon.publish.wording import value_words
from rashomon.store.reader import Reader

Cell = str | int | float | None

# Kinds of victim that the codebooks count as civilians.
CIVILIANS = frozenset({"civilian", "child", "woman", "journalist", "medic"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record with what its cells are made from."""

    record: IncidentRecord
    documents: Mapping[DocumentId, Document]
    families: Mapping[DocumentId, FamilyId] = field(default_factory=dict)
    # By codebook: several columns are of one reading.
    _read: dict[str, tuple[profiles.Reading, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def readings(self, book: str) -> tuple[profiles.Reading, ...]:
        """Return a codebook's readings of it, read once."""
        if book not in self._read:
            books = [b for b in profiles.codebooks() if b.id == book]
            self._read[book] = profiles.read(
                self.record, self.documents, self.families, books=books
            )
        return self._read[book]

    @property
    def cited(self) -> list[Document]:
        """The documents that tell of it, by id."""
        ids = sorted({account.document_id for account in self.record.accounts})
        return [self.documents[id_] for id_ in ids]


def tell(store: Reader, records: Sequence[IncidentRecord]) -> Iterator[Told]:
    """Yield some incidents as they are ordered, with their documents asked for once."""
    stored = store.documents({a.document_id for r in records for a in r.accounts})
    documents = {s.document.id: s.document for s in stored}
    families = {s.document.id: s.family for s in stored if s.family}
    for record in records:
        yield Told(record=record, documents=documents, families=families)


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table: ``kind`` is text, integer or number."""

    name: str
    kind: str
    about: str
    of: Callable[[Told], Cell]


def nothing(_told: Told) -> Cell:
    """Return the cell of a column that reports cannot fill."""
    return None


def chosen(told: Told, attribute: Attribute) -> Value | None:
    """Return the published value of an attribute, the first of a list."""
    return told.record.published(attribute)


def when_of(told: Told) -> When | None:
    """Return the published time."""
    return told.record.when


def where_of(told: Told) -> Where | None:
    """Return the published place."""
    return told.record.where


def country_of(told: Told) -> str | None:
    """Return the country's English name."""
    where = where_of(told)
    return country_name(where.country) if where and where.country else None


def country_code(told: Told, form: str) -> str | None:
    """Return a country's code: ``alpha_2``, ``alpha_3`` or ``numeric``."""
    where = where_of(told)
    found = country(where.country) if where and where.country else None
    return str(getattr(found, form)) if found else None


def actor_of(told: Told) -> str | None:
    """Return who is said to have done it."""
    value = chosen(told, Attribute.PERPETRATOR)
    return value.entity or value.name if isinstance(value, Perpetrator) else None


def harms_civilians(told: Told) -> bool:
    """Say whether a report speaks of civilians among those harmed."""
    finding = told.record.finding(Attribute.VICTIM)
    victims = finding.chosen if finding else ()
    return any(isinstance(v, Victim) and v.kind in CIVILIANS for v in victims)


def recipient_of(told: Told) -> str | None:
    """Return who was harmed or what was hit, as the reports name it."""
    if harms_civilians(told):
        country = country_of(told)
        return f"Civilians ({country})" if country else "Civilians"
    value = chosen(told, Attribute.TARGET)
    return value.entity or value.name if isinstance(value, Target) else None


def words_of(finding: Finding | None) -> str | None:
    """Return the chosen values in words, apart by semicolons."""
    if finding is None or not finding.chosen:
        return None
    if isinstance(finding.chosen[0], Count):
        return None if finding.best is None else str(finding.best)
    return "; ".join(value_words(value) for value in finding.chosen)


def outlets(told: Told) -> str:
    """Return the outlets, apart by semicolons."""
    return "; ".join(told.record.sources)


def latitude(digits: int) -> Callable[[Told], Cell]:
    """Return the cell of a latitude with so many decimals."""
    return lambda told: _degrees(told, "lat", digits)


def longitude(digits: int) -> Callable[[Told], Cell]:
    """Return the cell of a longitude with so many decimals."""
    return lambda told: _degrees(told, "lon", digits)


def _degrees(told: Told, name: str, digits: int) -> float | None:
    where = where_of(told)
    if where is None or where.point is None:
        return None
    return round(float(getattr(where.point, name)), digits)


def figure(told: Told, book: str, name: str) -> Figure | None:
    """Return a codebook's figure; None where no report gives one.

    What a codebook makes of silence is not written: unknown is not 0.
    """
    for reading in told.readings(book):
        for found in reading.figures:
            if found.name == name:
                return None if found.is_of_silence else found
    return None


def code(told: Told, book: str, name: str) -> int | None:
    """Return a codebook's numeric code, None where it gives none."""
    for reading in told.readings(book):
        for found in reading.codes:
            if found.name == name and found.value.isdecimal():
                return int(found.value)
    return None


@cache
def _types() -> Mapping[str, Mapping[str, str]]:
    table = resources.files("rashomon").joinpath("data", "incident_types.tsv")
    names, *rows = [
        line.split("\t") for line in table.read_text("utf-8").splitlines() if line
    ]
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


def type_in(told: Told, column: str) -> str | None:
    """Return what another codebook calls the incident's type."""
    return type_code(told.record.type, column)


def type_code(kind: IncidentType, column: str) -> str | None:
    """Return what another codebook calls a type, None where it has no code for it."""
    return _types()[kind.value][column] or None
