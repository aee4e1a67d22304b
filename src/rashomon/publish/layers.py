"""Rows of ``annotate``: what was read in a text, span by span, as the contract has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.account import Account
from rashomon.model.claim import Attribution, Stance
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, TimeMention, Toponym
from rashomon.store.codec import value_to_json


class Layer(StrEnum):
    """What can be annotated."""

    PLACES = "places"
    DATES = "dates"
    COUNTS = "counts"
    ATTRIBUTIONS = "attributions"
    INCIDENTS = "incidents"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One span of one layer and what it stands for, ready for JSON."""

    span: Span
    value: object


def annotation_row(
    document_id: str, layer: Layer, text: str, annotation: Annotation
) -> dict[str, object]:
    """Return one line of the layer; its text is what the span points to."""
    return {
        "document": document_id,
        "layer": layer.value,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "text": annotation.span.of(text),
        "value": annotation.value,
    }


def of_toponym(toponym: Toponym) -> Annotation:
    """Return a place name; its value is null where it could not be resolved."""
    where = toponym.where
    if where is None or where.point is None:
        return Annotation(toponym.span, None)
    return Annotation(
        toponym.span,
        {
            "name": where.name,
            "lat": where.point.lat,
            "lon": where.point.lon,
            "country": where.country,
            "admin1": where.admin1,
            "geonameid": where.geonameid,
            "precision": where.precision.value,
        },
    )


def of_time(mention: TimeMention) -> Annotation:
    """Return a time expression; without a calendar time only its ``timex`` is known."""
    known: dict[str, object] = {"from": None, "to": None, "precision": None}
    if mention.when is not None:
        known = _fields(value_to_json(mention.when))
    mod = {"mod": mention.mod} if mention.mod else {}
    return Annotation(mention.span, {**known, "timex": mention.timex, **mod})


def of_count(mention: CountMention) -> Annotation:
    """Return a count of people harmed, with what it counts."""
    fields = _fields(value_to_json(mention.count))
    return Annotation(mention.span, {"attribute": mention.attribute.value, **fields})


def of_attribution(attribution: Attribution) -> Annotation:
    """Return reported speech: its content is the span, source and cue are offsets."""
    return Annotation(
        attribution.content,
        {
            "source": _offsets(attribution.source),
            "cue": _offsets(attribution.cue),
            "stance": attribution.stance.value,
        },
    )


def of_account(account: Account) -> Annotation:
    """Return an account: type, prominence, and the values claimed of each attribute.

    What the document only denies stands apart, under ``denied``.
    """
    claimed: dict[str, list[object]] = {}
    denied: dict[str, list[object]] = {}
    for claim in account.claims:
        side = denied if claim.stance is Stance.DENIES else claimed
        values = side.setdefault(claim.attribute.value, [])
        value = value_to_json(claim.value)
        if value not in values:
            values.append(value)
    head = {"type": account.type.value, "prominence": account.prominence.value}
    tail = {"denied": denied} if denied else {}
    return Annotation(account.span, {**head, **claimed, **tail})


def _offsets(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _fields(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}
