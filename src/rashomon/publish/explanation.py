"""From a published value back to every quotation: the rule, the positions, the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.document import Document, Span
from rashomon.model.finding import Finding, IncidentRecord, Position
from rashomon.model.ids import ClaimId, DocumentId, IncidentId
from rashomon.model.value import When
from rashomon.publish.jsonl import attribute_json, claim_json
from rashomon.publish.matrix import (
    Documents,
    Families,
    by_publication,
    differs,
    outlet_of,
    voices,
)
from rashomon.publish.wording import value_words
from rashomon.store.codec import value_to_json

# A sentence longer than this is cut on either side of the quotation.
CONTEXT_CHARS = 240

_SENTENCE_END = re.compile(r"[.!?…][»”\")\]]*\s+|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One claim in the sentence it stands in. ``copy_of``: the document is a copy.

    ``told`` is the day of a claim that leaves it open, where other reports tell it.
    """

    claim: Claim
    document: Document
    before: str
    quote: str
    after: str
    differs: bool
    told: When | None = None
    copy_of: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPosition:
    """One answer: who gives it, who denies it, and whether it is the published one.

    ``origins`` are the outlets behind each independent voice, the first to publish
    named first.
    """

    position: Position
    chosen: bool
    origins: tuple[tuple[str, ...], ...]
    said: tuple[Testimony, ...]
    denied: tuple[Testimony, ...]

    @property
    def words(self) -> str:
        """The value in a few words."""
        return value_words(self.position.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything behind one published value."""

    incident_id: IncidentId
    title: str
    finding: Finding
    positions: tuple[ExplainedPosition, ...]


def explain(
    record: IncidentRecord, finding: Finding, documents: Documents, families: Families
) -> Explanation:
    """Return what one published value rests on, the published position first."""
    claims = {c.id: c for account in record.accounts for c in account.claims}
    told = [documents[i] for i in {a.document_id for a in record.accounts}]
    families_told = voices(told, families)
    origin_of = {
        copy.id: origin.id for origin, *copies in families_told for copy in copies
    }

    def testify(ids: tuple[ClaimId, ...]) -> tuple[Testimony, ...]:
        known = [claims[i] for i in ids if i in claims]
        made = [_testimony(finding, c, documents, origin_of) for c in known]
        return tuple(sorted(made, key=_by_publication))

    def explained(position: Position) -> ExplainedPosition:
        speaking = {claims[i].document_id for i in position.claim_ids if i in claims}
        return ExplainedPosition(
            position=position,
            chosen=position.value in finding.chosen,
            origins=_origins(families_told, speaking),
            said=testify(position.claim_ids),
            denied=testify(position.denied_by),
        )

    positions = [explained(position) for position in finding.positions]
    return Explanation(
        incident_id=record.incident.id,
        title=record.title,
        finding=finding,
        positions=tuple(sorted(positions, key=lambda p: not p.chosen)),
    )


def _by_publication(testimony: Testimony) -> tuple[tuple[str, str], Span]:
    return (by_publication(testimony.document), testimony.claim.span)


def _testimony(
    finding: Finding,
    claim: Claim,
    documents: Documents,
    origin_of: Mapping[DocumentId, DocumentId],
) -> Testimony:
    document = documents[claim.document_id]
    before, quote, after = context(document.text, claim.span)
    return Testimony(
        claim=claim,
        document=document,
        before=before,
        quote=quote,
        after=after,
        differs=differs(finding, claim),
        told=finding.day_told(claim),
        copy_of=origin_of.get(document.id),
    )


def _origins(
    families_told: list[tuple[Document, ...]], speaking: set[DocumentId]
) -> tuple[tuple[str, ...], ...]:
    """Return the outlets behind each independent voice among those who speak."""
    heard = []
    for family in families_told:
        outlets = dict.fromkeys(outlet_of(d) for d in family if d.id in speaking)
        if outlets:
            heard.append(tuple(outlets))
    return tuple(heard)


def context(text: str, span: Span) -> tuple[str, str, str]:
    """Return what stands before the words in their sentence, the words, what follows.

    A full stop or a line's end closes a sentence; an abbreviation may cut it short,
    which costs context and never a word of the quotation.
    """
    earliest = max(0, span.start - CONTEXT_CHARS)
    start = earliest
    for end in _SENTENCE_END.finditer(text, earliest, span.start):
        start = end.end()
    following = _SENTENCE_END.search(text, max(span.start, span.end - 1))
    stop = following.end() if following else len(text)
    stop = max(span.end, min(stop, span.end + CONTEXT_CHARS))
    before, after = text[start : span.start], text[span.end : stop]
    if start == earliest and start > 0:
        before = "…" + before
    if stop == span.end + CONTEXT_CHARS and stop < len(text):
        after += "…"
    return before, span.of(text), after.rstrip()


def explanation_json(explanation: Explanation) -> dict[str, object]:
    """Return the explanation for scripts."""
    finding = explanation.finding
    return {
        "incident": explanation.incident_id,
        "title": explanation.title,
        "attribute": finding.attribute.value,
        **attribute_json(finding),
        "rule": finding.rule,
        "why": finding.why,
        "positions": [_position_json(p) for p in explanation.positions],
    }


def _position_json(explained: ExplainedPosition) -> dict[str, object]:
    return {
        "value": value_to_json(explained.position.value),
        "words": explained.words,
        "chosen": explained.chosen,
        "since": explained.position.since,
        "origins": [list(outlets) for outlets in explained.origins],
        "said": [_testimony_json(t) for t in explained.said],
        "denied": [_testimony_json(t) for t in explained.denied],
    }


def _testimony_json(testimony: Testimony) -> dict[str, object]:
    document = testimony.document
    return {
        **claim_json(testimony.claim, document, testimony.told),
        "before": testimony.before,
        "after": testimony.after,
        "differs": testimony.differs,
        "outlet": outlet_of(document),
        "url": document.url,
        "title": document.title,
        "published": {
            "value": document.published.value,
            "basis": document.published.basis.value,
        },
        "copy_of": testimony.copy_of,
    }
