"""Our own flat tables: an incident a row, and a claim a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute, Claim
from rashomon.model.finding import Finding
from rashomon.model.precision import radius_km
from rashomon.model.value import Count
from rashomon.publish import fields as f
from rashomon.publish.fields import Cell, Field, Told
from rashomon.publish.jsonl import LISTED, claim_value_json, sorted_claims
from rashomon.publish.plain import json_text
from rashomon.publish.wording import claim_words


def _when(name: str) -> Callable[[Told], Cell]:
    def of(told: Told) -> Cell:
        when = f.when_of(told)
        return getattr(when, name).isoformat() if when else None

    return of


def _date_precision(told: Told) -> Cell:
    when = f.when_of(told)
    return when.precision.value if when else None


def _where(name: str) -> Callable[[Told], Cell]:
    def of(told: Told) -> Cell:
        value: Cell = getattr(f.where_of(told), name, None)
        return value

    return of


def _radius(told: Told) -> Cell:
    where = f.where_of(told)
    return radius_km(where) if where and where.point else None


def _figures(attribute: Attribute) -> tuple[Field, ...]:
    def number(name: str) -> Callable[[Told], Cell]:
        return lambda told: getattr(told.record.finding(attribute), name, None)

    name = attribute.value
    about = f"people {name.replace('_', ' ')}: the {{}} figure; empty where unknown"
    return (
        *(Field(f"{name}_{part}", "integer", about.format(part), number(part)) for part in ("best", "low", "high")),
        Field(f"{name}_said", "text", "how the best figure was said: exact, at least, at most, about, between, or in words (dozens, 24); empty where unknown", _said(attribute)),
        *_standing(attribute),
    )  # fmt: skip


def _said(attribute: Attribute) -> Callable[[Told], Cell]:
    """Return what tells a word that was read as a number from a reported figure."""

    def of(told: Told) -> Cell:
        finding = told.record.finding(attribute)
        chosen = finding.chosen[0] if finding and finding.chosen else None
        return chosen.said if isinstance(chosen, Count) else None

    return of


# The ends of names of columns that stand in CSV and Parquet alone.
OF_TABLES_ONLY = ("_relation_why", "_since")


def _standing(attribute: Attribute) -> tuple[Field, ...]:
    """Return how the sources stand to each other, and since when the value is claimed."""

    def of(cell: Callable[[Finding], Cell]) -> Callable[[Told], Cell]:
        def read(told: Told) -> Cell:
            finding = told.record.finding(attribute)
            return cell(finding) if finding else None

        return read

    name = attribute.value
    return (
        Field(f"{name}_status", "text", "single, agreed or contested; empty where no report speaks of it", of(lambda x: x.agreement.value)),
        Field(f"{name}_relation", "text", "how several values stand: compatible, evolving, disputed or undetermined; empty of one value alone", of(lambda x: x.relation.value if x.relation else None)),
        Field(f"{name}_relation_why", "text", "what that rests on", of(lambda x: x.relation_why or None)),
        *([] if attribute in LISTED else [Field(f"{name}_since", "text", "when the published value was first published; empty where unknown", of(lambda x: x.since))]),
    )  # fmt: skip


def _words(attribute: Attribute) -> tuple[Field, ...]:
    name = attribute.value
    about = f"the published {name}, several apart by semicolons"
    return (
        Field(name, "text", about, lambda t: f.words_of(t.record.finding(attribute))),
        *_standing(attribute),
    )


_OTHERS = [
    a
    for a in Attribute
    if a not in COUNT_ATTRIBUTES and a not in {Attribute.DATE, Attribute.PLACE}
]

FIELDS: tuple[Field, ...] = (
    Field("id", "text", "the incident's id", lambda t: t.record.incident.id),
    Field("type", "text", "a code of the codebook", lambda t: t.record.type.value),
    Field("title", "text", "what it is called", lambda t: t.record.title),
    Field("date_from", "text", "the first day it may have been", _when("first_day")),
    Field("date_to", "text", "the last day it may have been", _when("last_day")),
    Field("date_precision", "text", "minute to year", _date_precision),
    *_standing(Attribute.DATE),
    Field("place", "text", "the place's name", _where("name")),
    Field("place_precision", "text", "exact to country", _where("precision")),
    Field("country", "text", "ISO 3166 alpha-2", _where("country")),
    Field("admin1", "text", "the first-order division", _where("admin1")),
    Field("geonameid", "integer", "the gazetteer's id", _where("geonameid")),
    Field("latitude", "number", "degrees, of the place's centre", f.latitude(6)),
    Field("longitude", "number", "degrees, of the place's centre", f.longitude(6)),
    Field("radius_km", "number", "how far from there it may really be", _radius),
    *_standing(Attribute.PLACE),
    *(x for a in Attribute if a in COUNT_ATTRIBUTES for x in _figures(a)),
    *(x for a in _OTHERS for x in _words(a)),
    Field("sources", "text", "the outlets, apart by semicolons", f.outlets),
    Field("independent_sources", "integer", "outlets less those that copied", lambda t: t.record.independent_sources),
    Field("status", "text", "how the sources stand to each other", lambda t: t.record.agreement.value),
)  # fmt: skip

# Name and meaning of each column of the table of claims.
CLAIM_COLUMNS: tuple[tuple[str, str], ...] = (
    ("incident", "the incident's id"),
    ("claim", "the claim's id"),
    ("attribute", "what is said something of"),
    ("value", "what is said, in words"),
    ("value_json", "the same as in the JSON export"),
    ("stance", "asserts, denies or doubts"),
    ("speaker", "who says it; empty: the outlet itself"),
    ("document", "the document's id"),
    ("source", "the outlet"),
    ("url", "where the document is from"),
    ("published", "when the document was published"),
    (
        "since",
        "when the value was first published in this incident; empty where unknown",
    ),
    ("start", "where the quotation begins, in characters"),
    ("end", "where it ends"),
    ("quote", "the very words, on one line"),
)


def claim_rows(told: Iterable[Told]) -> Iterator[list[Cell]]:
    """Yield the cells of every claim of each incident."""
    for each in told:
        for claim in sorted_claims(each.record):
            yield _claim_row(each, claim)


def _claim_row(told: Told, claim: Claim) -> list[Cell]:
    document = told.documents[claim.document_id]
    day = told.record.day_told(claim)
    return [
        told.record.incident.id,
        claim.id,
        claim.attribute.value,
        claim_words(claim, day),
        json_text(claim_value_json(claim, day)),
        claim.stance.value,
        claim.speaker.name if claim.speaker else None,
        claim.document_id,
        document.source,
        document.url,
        document.published.value,
        told.record.since(claim),
        claim.span.start,
        claim.span.end,
        claim.span.of(document.text),
    ]
