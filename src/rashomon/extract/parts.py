"""From the heads' roles to statements: perpetrator, target, victim and weapon.

The head says which words play which part; what the words mean (the kind of a target or a
victim, the type of a weapon, the state behind an adjective) the rules of the rooms that
own it say, so that a value reads the same wherever it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.extract import agency, means, objects, victims
from rashomon.extract.heads import Role
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Perpetrator, Target, Victim, Weapon

# A span that the head is less sure of is not said. Chosen on half of MUC-4's training
# documents that it was not trained on.
MIN_SCORE = 0.5

_EMPTY = frozenset(
    "of the a an and by in on at to for with from who which that this it its his her their".split()
)
_NAMED = frozenset({"victim_name"})
_WORD = re.compile(r"[\w'’-]")
_PEOPLE = frozenset({"victim", "victim_name"})


def find(reading: Reading, roles: Sequence[Role]) -> list[Statement]:
    """Return what the roles state, in reading order."""
    said = []
    for role in _whole(reading.text, roles):
        if role.score >= MIN_SCORE:
            said += list(_stated(reading.text, role))
    return sorted(said, key=lambda s: (s.span, s.attribute.value))


def merge(
    by_rule: Iterable[Statement], by_head: Sequence[Statement]
) -> list[Statement]:
    """Return both readings' statements; where they meet, the head's words say who or what.

    A rule's statement stays where it says more than a name does: a stance, a speaker, a
    number. A target that lies in a victim's words is no target.
    """
    kept = []
    for statement in by_rule:
        same = [
            s
            for s in by_head
            if s.attribute is statement.attribute and s.span.overlaps(statement.span)
        ]
        says_more = statement.stance or statement.speaker
        if not same or says_more or isinstance(statement.value, Weapon):
            kept.append(statement)
    told = [
        s
        for s in by_head
        if not (
            isinstance(s.value, Weapon)
            and any(
                k.attribute is Attribute.WEAPON and k.span.overlaps(s.span)
                for k in kept
            )
        )
    ]
    return sorted([*kept, *told], key=lambda s: (s.span, s.attribute.value))


def _whole(text: str, roles: Sequence[Role]) -> Iterator[Role]:
    """Yield the roles with whole words; parts of one word are one."""
    held: Role | None = None
    for role in sorted(roles, key=lambda r: r.span):
        start, end = role.span.start, role.span.end
        while start and _WORD.match(text[start - 1]) and _WORD.match(text[start]):
            start -= 1
        while end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1]):
            end += 1
        whole = replace(role, span=Span(start, end))
        if held and held.name == whole.name and held.span.overlaps(whole.span):
            held = replace(held, span=Span(held.span.start, max(held.span.end, end)))
            continue
        if held and held.span.overlaps(whole.span):
            held = max(held, whole, key=lambda r: r.score)
            continue
        if held:
            yield held
        held = whole
    if held:
        yield held


def _stated(text: str, role: Role) -> Iterator[Statement]:
    words = " ".join(role.span.of(text).split())
    bare = re.sub(r"['’]s$", "", objects.strip_leading(words)).strip(' ,."“”')
    if len(bare) < 2 or bare.lower() in _EMPTY:
        return
    reader = f"heads.{role.name}"
    if role.name in {"perp_individual", "perp_org"}:
        state = agency.entity_of(bare)
        if role.name == "perp_org":
            state = state or bare
        value = Perpetrator(name=bare, entity=state)
        yield Statement(
            attribute=Attribute.PERPETRATOR, value=value, span=role.span, reader=reader
        )
    elif role.name == "target":
        target = Target(name=bare, kind=objects.kind_of(bare))
        yield Statement(
            attribute=Attribute.TARGET, value=target, span=role.span, reader=reader
        )
    elif role.name in _PEOPLE:
        named = role.name in _NAMED
        victim = Victim(
            description=words,
            name=bare if named else None,
            kind=victims.kind_of(words),
            count=1 if named else None,
        )
        yield Statement(
            attribute=Attribute.VICTIM, value=victim, span=role.span, reader=reader
        )
    elif role.name == "weapon":
        weapon = Weapon(type=means.type_of(bare) or bare.lower())
        yield Statement(
            attribute=Attribute.WEAPON, value=weapon, span=role.span, reader=reader
        )
