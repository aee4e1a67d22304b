"""One relation of reported speech while it is being put together, and its pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.model.claim import Stance
from rashomon.model.document import Span

_UNCLEAR = re.compile(
    r"\b(?:unclear|not (?:yet |immediately )?(?:been )?(?:known|clear|confirmed|verified)|"
    r"unverified|unconfirmed|(?:could|can)(?:not| not|n[’']t) be (?:\w+ )?(?:verified|confirmed)|"
    r"too early to|no immediate (?:word|comment))\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:(?:is|was|are|were)(?:n[’']t| not) true|not correspond to (?:the )?(?:reality|facts)|"
    r"(?:is|was|are|were) (?:false|fake|a lie|untrue|disinformation))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Contents with one cue and one source; ``named`` is the mention to resolve.

    ``named`` differs from ``source`` where the words name the speaker elsewhere: "who"
    stands for the noun before it, an agency for the body that it quotes.
    """

    contents: tuple[Span, ...]
    source: Span | None
    named: Span | None
    cue: Span | None
    stance: Stance = Stance.ASSERTS

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        spans = (*self.contents, self.source, self.cue)
        return min(s.start for s in spans if s is not None)


def pieces(doc: Doc, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Return the stretches that the tokens cover, gaps of punctuation closed."""
    runs: list[list[int]] = []
    for i in sorted(set(tokens)):
        token = doc[i]
        if token.is_space or (token.is_punct and not runs):
            continue
        if runs and all(
            doc[k].is_punct or doc[k].is_space for k in range(runs[-1][1] + 1, i)
        ):
            runs[-1][1] = i
        elif not token.is_punct:
            runs.append([i, i])
    spans = (_trimmed(doc, first, last) for first, last in runs)
    return tuple(span for span in spans if span is not None)


def _trimmed(doc: Doc, first: int, last: int) -> Span | None:
    while first <= last and _is_edge(doc[first]):
        first += 1
    while last >= first and _is_edge(doc[last]):
        last -= 1
    if first > last:
        return None
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in {"%", "$"})


def stance_of(contents: Iterable[Span], text: str) -> Stance:
    """Return what the content itself says of its truth where the cue is neutral."""
    words = " ".join(span.of(text) for span in contents)
    if _UNTRUE.search(words) and len(words.split()) < 25:
        return Stance.DENIES
    return Stance.DOUBTS if _UNCLEAR.search(words) else Stance.ASSERTS
