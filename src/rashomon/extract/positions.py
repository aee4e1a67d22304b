"""What follows from who says it: an accusation, an admission or a denial.

"Its missile forces struck the terminal" is an accusation from an outlet and an admission
from the army whose forces they are. Where an account names who did it, every claim of
that is a position on responsibility, and an army that tells of the strike as done takes
it upon itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.actor_words import OF_UKRAINE, STATES, side_of
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.ids import claim_id
from rashomon.model.value import (
    Outcome,
    Perpetrator,
    Responsibility,
    ResponsibilityPosition,
)

# Who speaks for the armed services of a state.
_ARMED = re.compile(
    r"\b(?:military|army|armed forces|general staff|(?:ministry of )?defen[cs]e(?: ministry)?"
    r"|navy|air force|central command|centcom|pentagon|security service|special (?:operations )?forces|intelligence"
    r"|SBU|GUR|HUR|IDF|FSB|MIT|rebels|militants|fighters|brigades?)\b"
    r"|генштаб\w*|генеральн\w+ штаб\w*|мин(?:истерств\w+ )?оборон\w*|міноборон\w*"
    r"|міністерств\w+ оборони|\b(?:СБУ|ГУР|ВСУ|ЗСУ|ФСБ|ВКС)\b|розвідк\w+|разведк\w+",
    re.IGNORECASE,
)
# Who speaks for a state in anything.
_OFFICIAL = re.compile(
    r"\b(?:government|president\w*|spokes\w+|officials?|authorit\w+|kremlin|ministers?"
    r"|ministry|side|service|sources?)\b|источник\w*|джерел\w*|президент\w*|влад\w+|власт\w+|уряд\w*|кремл\w+",
    re.IGNORECASE,
)
_STATE_NAMES = tuple(
    (state, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for state, pattern in STATES.items()
)
# "The General Staff in Kyiv": the words behind a speaker that may say whose it is.
_BEHIND = re.compile(r",? (?:in|of|from) (?:the )?[^.;,\n]{0,24}")


def with_positions(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """Return the claims of an account with the positions that follow from them."""
    made = [_own(c, text) for c in claims]
    doers = {_doer(c) for c in made if c.attribute is Attribute.PERPETRATOR}
    known = {
        (c.span, c.value.actor) for c in made if isinstance(c.value, Responsibility)
    }
    for claim in _implied(made, doers, text):
        value = claim.value
        assert isinstance(value, Responsibility)
        if not any(s.overlaps(claim.span) and a == value.actor for s, a in known):
            known.add((claim.span, value.actor))
            made.append(claim)
    return tuple(sorted(made, key=lambda c: (c.span, c.attribute, c.id)))


def _own(claim: Claim, text: str) -> Claim:
    """Return an accusation as the actor's own word where it is the actor's."""
    value = claim.value
    if not isinstance(value, Responsibility) or value.position is not None:
        return claim
    position = _position(claim, value.actor, text)
    return claim if position is None else _as(claim, value.actor, position)


def _implied(
    claims: Sequence[Claim], doers: set[str | None], text: str
) -> Iterator[Claim]:
    for claim in claims:
        value = claim.value
        if isinstance(value, Perpetrator):
            actor = value.entity or value.name
            yield _as(claim, actor, _position(claim, actor, text))
        elif value is Outcome.HIT and claim.stance is Stance.ASSERTS:
            state = _state_of(claim, text)
            speaker = claim.speaker
            if state and state in doers and speaker and _ARMED.search(speaker.name):
                yield _as(claim, state, ResponsibilityPosition.CLAIMS)


def _as(claim: Claim, actor: str, position: ResponsibilityPosition | None) -> Claim:
    value = Responsibility(actor, position)
    speaker = claim.speaker.name if claim.speaker else ""
    span = claim.span
    return replace(
        claim,
        id=claim_id(
            claim.document_id,
            span.start,
            span.end,
            Attribute.RESPONSIBILITY,
            repr(value),
            speaker,
        ),
        attribute=Attribute.RESPONSIBILITY,
        value=value,
        extractor="positions",
    )


def _doer(claim: Claim) -> str | None:
    value = claim.value
    return value.entity or value.name if isinstance(value, Perpetrator) else None


def _position(claim: Claim, actor: str, text: str) -> ResponsibilityPosition | None:
    """Return what the actor says of it, None where somebody else speaks."""
    if claim.speaker is None or _state_of(claim, text) != (side_of(actor) or actor):
        return None
    if claim.stance is Stance.DENIES:
        return ResponsibilityPosition.DENIES
    if claim.stance is Stance.ASSERTS:
        return ResponsibilityPosition.CLAIMS
    return None


def _state_of(claim: Claim, text: str) -> str | None:
    """Return the state or the group that a claim's speaker speaks for."""
    if claim.speaker is None:
        return None
    name, span = claim.speaker.name, claim.speaker.span
    whole = side_of(name)
    bare = re.fullmatch(r"(?:[Tt]he )?[\w-]+", name)
    if whole and bare:
        return whole
    if not (_ARMED.search(name) or _OFFICIAL.search(name)):
        return None if whole else name
    if whole:
        return whole
    if OF_UKRAINE.search(name):  # "a source in the SBU"
        return "Ukraine"
    behind = _BEHIND.match(text, span.end)
    for words in (name, behind.group(0) if behind else ""):
        for state, pattern in _STATE_NAMES:
            if pattern.search(words):
                return state
    return None
