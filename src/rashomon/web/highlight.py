"""A document's text with its claims marked: pieces, each with the claims that rest on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import OffsetMap
from rashomon.publish.plain import MARK, is_unsafe

# Attributes in the groups that share a colour.
GROUPS: dict[Attribute, str] = {
    Attribute.DATE: "when",
    Attribute.PLACE: "where",
    Attribute.KILLED: "harm",
    Attribute.INJURED: "harm",
    Attribute.SERIOUSLY_INJURED: "harm",
    Attribute.MISSING: "harm",
    Attribute.DETAINED: "harm",
    Attribute.EVACUATED: "harm",
    Attribute.VICTIM: "harm",
    Attribute.TARGET: "what",
    Attribute.DAMAGE: "what",
    Attribute.WEAPON: "means",
    Attribute.PERPETRATOR: "who",
    Attribute.RESPONSIBILITY: "who",
    Attribute.OUTCOME: "after",
    Attribute.CONSEQUENCE: "after",
    Attribute.EVIDENCE: "after",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``claims`` rest on all of it, ``begins`` begin with it."""

    text: str
    claims: tuple[Claim, ...] = ()
    begins: tuple[Claim, ...] = ()

    @property
    def group(self) -> str:
        """The colour: that of the claim with the shortest words."""
        nearest = min(self.claims, key=lambda c: c.span.end - c.span.start)
        return GROUPS[nearest.attribute]


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of the original, and whether cleaning kept it."""

    text: str
    kept: bool


def pieces(text: str, claims: Sequence[Claim]) -> list[Piece]:
    """Cut the text wherever a claim begins or ends; the pieces joined are the text."""
    edges = {0, len(text)}
    for claim in claims:
        edges |= {claim.span.start, claim.span.end}
    cuts = sorted(edge for edge in edges if edge <= len(text))
    starting: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.span):
        starting.setdefault(claim.span.start, []).append(claim)
    made, open_claims = [], list[Claim]()
    for start, end in pairwise(cuts):
        begins = starting.get(start, [])
        open_claims = [c for c in open_claims if c.span.end > start] + begins
        words = harmless(text[start:end])
        made.append(Piece(words, tuple(open_claims), tuple(begins)))
    return made


def harmless(text: str) -> str:
    """Return the text with a mark for every character that could disturb the others.

    Its length stays, so that offsets go on to point to the same words.
    """
    if text.isprintable():
        return text
    return "".join(MARK if _disturbs(c) else c for c in text)


def _disturbs(character: str) -> bool:
    return character not in "\n\t" and is_unsafe(character)


def kept(original: str, cleaned: str, offsets: OffsetMap) -> list[Kept]:
    """Cut the original into what cleaning kept and what it left out.

    Where the two cannot be laid side by side the original comes in one piece, as kept.
    """
    made, at = list[Kept](), 0
    for clean_start, raw_start, length in sorted(offsets.pieces, key=lambda p: p[1]):
        words = original[raw_start : raw_start + length]
        if words != cleaned[clean_start : clean_start + length] or raw_start < at:
            return [Kept(harmless(original), kept=True)]
        if raw_start > at:
            made.append(Kept(harmless(original[at:raw_start]), kept=False))
        made.append(Kept(harmless(words), kept=True))
        at = raw_start + length
    if not made:
        return [Kept(harmless(original), kept=True)]
    if at < len(original):
        made.append(Kept(harmless(original[at:]), kept=False))
    return made
