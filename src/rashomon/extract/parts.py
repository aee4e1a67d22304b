"""From the heads' roles to statements: perpetrator, target, victim and weapon.

The head says which words play which part; what the words mean (the kind of a target or a
victim, the type of a weapon, the state behind an adjective) the rules of the rooms that
own it say, so that a value reads the same wherever it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.extract import agency, means, objects, short_names, victims
from rashomon.extract.actor_words import ATTACKERS, entity_of, group_of, side_of
from rashomon.extract.facilities import kind_of
from rashomon.extract.heads import Role
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, Toponym
from rashomon.model.value import Perpetrator, Target, Victim, Weapon

# A span that the head is less sure of is not said: of those below, at most one in four
# is in the key of MUC-4's dev documents (docs/decisions/0006-heads.md has the table).
MIN_SCORES = {
    "perp_individual": 0.45,
    "perp_org": 0.5,
    "target": 0.5,
    "victim_name": 0.7,
    "victim": 0.5,
    "weapon": 0.45,
}

MAX_NAME_WORDS = 7
MAX_PHRASE_CHARS = 60

_EMPTY = frozenset(
    "of the a an and by in on at to for with from who which that this it its his her their".split()
)
# "A Russian missile": whose it is, and no model.
_OF_A_STATE = re.compile(
    r"^[A-Z]\w+(?:ian|ish|ese|ean|can|eli|aqi|nch|man)(?:-made|-built)? "
)
_NAMED = frozenset({"victim_name"})
_WORD = re.compile(r"[\w'’-]")
_ABBREVIATION = re.compile(r"(?:\b\w\.?)+$")
_INSIDE = re.compile(r"\s*(?:[-\"“”'’]|of|of the|de|del|de la)?\s*", re.IGNORECASE)
_EDGES = re.compile(
    r"^(?:(?:of|and|or|in|by|with|to|from)\s+)+|(?:\s+(?:of|and|or|in|by|with|the|to|from))+$",
    re.IGNORECASE,
)
_JOINS = re.compile(r",\s*|\b(?:and|or)\s+", re.IGNORECASE)
_NAME_LABELS = frozenset({"PERSON", "ORG"})
_BEFORE_NAME = re.compile(
    r"(?:(?:the|a|an|mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt|president|general|colonel|major"
    r"|captain|lieutenant|minister|senator|judge|governor|mayor|father|bishop)\b\.?\s+)+",
    re.IGNORECASE,
)
# "A national of Alvania", "an Alvanian student": where somebody is from, not whose deed it was.
_OF_ORIGIN = re.compile(
    r"\b(?:nationals?|citizens?|natives?|residents?|(?:im)?migrants?|refugees?|asylum[- ]seekers?|students?|doctors?"
    r"|m[ae]n|wom[ae]n|teenagers?|youths?|drivers?|brothers?|couple)\b",
    re.IGNORECASE,
)
# Told by a whole phrase ("heavily armed men"), not by a name or a single word.
_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASES = frozenset({"perp_individual"})
_DOERS = frozenset({"perp_individual", "perp_org"})
# "[The gunman] attacks school": a headline's words are no phrase of one who attacks.
_ATTACKER = re.compile(rf"\b{ATTACKERS}$", re.IGNORECASE)
# "BORTON (Agency) - [A man]": where the report was written.
_DATELINE = re.compile(r"^[A-Z][A-Z .,/]+(?:\([^)]*\) ?)?[-–—]+ ")
_PEOPLE = frozenset({"victim", "victim_name"})


def find(
    reading: Reading, roles: Sequence[Role], toponyms: Sequence[Toponym] = ()
) -> list[Statement]:
    """Return what the roles state, in reading order.

    A place does nothing: where its name stands for no state, nobody is named by it.
    """
    places = {t.span for t in toponyms}
    said = []
    for role in _whole(reading, roles):
        if role.score < MIN_SCORES[role.name]:
            continue
        bare_place = role.name in _DOERS and role.span in places
        if bare_place and side_of(role.span.of(reading.text)) is None:
            continue
        if role.name == "weapon" and not _is_thing(reading, role):
            continue
        said += list(_stated(reading.text, role))
    whole: dict[str, str] = {}
    for full, short in short_names.explained(reading.text):
        whole.setdefault(short, objects.strip_leading(full))
    said = [_spelt_out(s, whole) for s in said]
    return sorted(_in_full(said), key=lambda s: (s.span, s.attribute.value))


# A weapon that nothing but the head calls one, and no lexicon knows.
SURE_OF_THING = 0.6


def _is_thing(reading: Reading, role: Role) -> bool:
    """Say whether a weapon's words are known for one, or name a thing and surely one.

    "A", "unmanned" and "Russian" are pieces of a name at best.
    """
    words = role.span.of(reading.text)
    if means.type_of(words) is not None:
        return True
    held = reading.doc.char_span(role.span.start, role.span.end)
    if held is None or role.score < SURE_OF_THING:
        return False
    return entity_of(words) is None and any(w.pos_ in _NOUNS for w in held)


def _spelt_out(statement: Statement, whole: Mapping[str, str]) -> Statement:
    """Return who did it by the whole name that the report itself gives for a short one.

    ``whole``: by its short name; it stands for it where its letters are the name's.
    """
    value = statement.value
    if not isinstance(value, Perpetrator) or group_of(value.name):
        return statement
    name = whole.get(value.name, "")
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if not initials or not initials.endswith(value.name[1:]):
        return statement
    return replace(statement, value=Perpetrator(name=name, entity=name))


_SUFFERED = frozenset({Attribute.KILLED, Attribute.INJURED})


def without_victims(
    said: Sequence[Statement], counts: Sequence[CountMention]
) -> list[Statement]:
    """Leave out doers who are counted as harmed: "14 militants were killed in a raid"."""
    harmed = [
        c.span
        for c in counts
        if c.attribute in _SUFFERED
        and c.count.scope is None
        and c.count.low > 1
        and not c.count.vague
    ]
    return [
        s
        for s in said
        if not isinstance(s.value, Perpetrator)
        or not any(span.contains(s.span) for span in harmed)
    ]


def _in_full(said: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, a victim by the longest name that the report has for them."""
    named = {s.value.name for s in said if isinstance(s.value, Victim) and s.value.name}
    for statement in said:
        value = statement.value
        if isinstance(value, Victim) and value.name:
            words = set(value.name.casefold().split())
            longer = [n for n in named if words < set(n.casefold().split())]
            full = max(sorted(longer), key=len, default=value.name)
            yield replace(statement, value=replace(value, name=full))
        else:
            yield statement


def merge(
    by_rule: Iterable[Statement], by_head: Sequence[Statement]
) -> list[Statement]:
    """Return both readings' statements; where they meet, the head's words say who or what.

    A rule's statement stays where it says more than a name does: a stance, a speaker, a
    number.
    """
    kept: list[Statement] = []
    met: set[Statement] = set()
    accusing: dict[Statement, str] = {}
    for statement in by_rule:
        same = [
            s
            for s in by_head
            if s.attribute is statement.attribute and s.span.overlaps(statement.span)
        ]
        if isinstance(statement.value, Weapon):
            met.update(same)
            kept.append(_with_words(statement, same))
        elif same and all(
            _names_more(statement, s) or _knows_more(statement, s) for s in same
        ):
            met.update(same)
            kept.append(statement)
        elif not same or statement.stance or statement.speaker:
            kept.append(statement)
        elif statement.reader in agency.BLAMING:
            accusing.update((s, statement.reader) for s in same)
    told = [
        replace(s, reader=accusing.get(s, s.reader)) for s in by_head if s not in met
    ]
    return sorted([*kept, *told], key=lambda s: (s.span, s.attribute.value))


_PROPER = re.compile(r"\b[^\W\d_a-z][\w'’-]+")


def _names_more(statement: Statement, other: Statement) -> bool:
    """Say whether a target has all words of another and a name beside them."""
    mine, its = statement.value, other.value
    if not (isinstance(mine, Target) and isinstance(its, Target)):
        return False
    more = set(mine.name.split()) - set(its.name.split())
    inside = statement.span.contains(other.span)
    return inside and any(_PROPER.match(word) for word in more)


_FORCE = re.compile(
    r"(?:air|army|forces?|military|troops|drones?|missiles?|jets|state|regime|special)(?: forces?)?",
    re.IGNORECASE,
)


def _knows_more(statement: Statement, other: Statement) -> bool:
    """Say whether a rule names whose force it is, of which the head has a word."""
    mine, its = statement.value, other.value
    return (
        isinstance(mine, Perpetrator)
        and isinstance(its, Perpetrator)
        and _FORCE.fullmatch(its.name) is not None
    )


def _with_words(statement: Statement, by_head: Sequence[Statement]) -> Statement:
    """Return a weapon with the words that the report has for it, where they say more."""
    value = statement.value
    if not isinstance(value, Weapon) or value.model:
        return statement
    for other in by_head:
        if isinstance(other.value, Weapon) and other.value.model:
            return replace(statement, value=replace(value, model=other.value.model))
    return statement


def _whole(reading: Reading, roles: Sequence[Role]) -> Iterator[Role]:
    """Yield the roles with whole words and whole names; those that meet are one.

    Where two labels meet in one name the surer one stands.
    """
    held: Role | None = None
    names = _names(reading)
    for role in sorted(roles, key=lambda r: r.span):
        span = _whole_words(reading.text, role.span)
        named = _whole_name(span, names)
        phrased = named == span and role.name in _PHRASES
        span = _phrase(reading, span) if phrased else named
        if role.name == "target":
            span = _compound(reading, span)
        whole = replace(role, span=span)
        if held is None:
            held = whole
        elif held.span.overlaps(span):
            surer = max(held, whole, key=lambda r: r.score)
            joined = Span(held.span.start, max(held.span.end, span.end))
            same = held.name == whole.name or joined in names
            held = replace(surer, span=joined) if same else surer
        elif held.name == role.name and _is_one(reading.text, held.span, span):
            score = max(held.score, whole.score)
            held = replace(held, span=Span(held.span.start, span.end), score=score)
        else:
            yield held
            held = whole
    if held:
        yield held


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start and _WORD.match(text[start - 1]) and _WORD.match(text[start]):
        start -= 1
    while end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1]):
        end += 1
    # ".S. EMBASSY": the pieces of an abbreviation.
    cut = _ABBREVIATION.search(text[: start + 1]) if text[start] == "." else None
    return Span(cut.start() if cut else start, end)


def _names(reading: Reading) -> list[Span]:
    """Return the names of persons and organisations that the parser sees whole."""
    spans = []
    for entity in reading.doc.ents:
        if entity.label_ in _NAME_LABELS and len(entity) <= MAX_NAME_WORDS:
            held = entity.text
            lead = _BEFORE_NAME.match(held)
            start = entity.start_char + (lead.end() if lead else 0)
            end = entity.end_char - (2 if held.endswith(("'s", "’s")) else 0)
            if "\n\n" not in held and start < end:
                spans.append(Span(start, end))
    return spans


def _whole_name(span: Span, names: Sequence[Span]) -> Span:
    return next((n for n in names if n.contains(span)), span)


def _phrase(reading: Reading, span: Span) -> Span:
    """Return the words with those of their noun phrase that stand before its end."""
    held = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if held is None:
        return span
    for chunk in held.sent.noun_chunks:
        if chunk.start_char <= span.start and span.end <= chunk.end_char:
            if chunk.end_char - chunk.start_char > MAX_PHRASE_CHARS:
                return span
            start = chunk.start_char
            for join in _JOINS.finditer(reading.text, start, span.start):
                start = join.end()
            whole = _ATTACKER.search(span.of(reading.text))
            return Span(start, span.end if whole else chunk.end_char)
    return span


def _compound(reading: Reading, span: Span) -> Span:
    """Return a thing's words with the nouns before and behind that make one word of it.

    "[oil] pipeline", "[air] force installations", "national guard [jeep]".
    """
    held = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if held is None:
        return span
    sentence, first, last = held.sent, held.start, held.end - 1
    while first > sentence.start and reading.doc[first - 1].dep_ == "compound":
        if reading.doc[first - 1].head.i > last:
            break
        first -= 1
    while last + 1 < sentence.end and reading.doc[last].dep_ == "compound":
        word = reading.doc[last + 1]
        if word.pos_ not in _NOUNS or word.lower_ in objects.DEEDS:
            break
        last += 1
    whole = reading.doc[first : last + 1]
    if len(whole.text) > MAX_PHRASE_CHARS or "\n\n" in whole.text:
        return span
    return Span(min(span.start, whole.start_char), max(span.end, whole.end_char))


def _is_one(text: str, left: Span, right: Span) -> bool:
    """Say whether nothing but "of", a hyphen or a quotation mark divides two pieces."""
    return bool(_INSIDE.fullmatch(text[left.end : right.start]))


def _stated(text: str, role: Role) -> Iterator[Statement]:
    words = _DATELINE.sub("", " ".join(role.span.of(text).split()))
    bare = re.sub(r"['’]s$", "", objects.strip_leading(words)).strip(' ,."“”')
    bare = _EDGES.sub("", bare).strip(' ,."“”')
    if len(bare) < 2 or bare.lower() in _EMPTY:
        return
    reader = f"heads.{role.name}"
    if role.name in {"perp_individual", "perp_org"}:
        state = None if _OF_ORIGIN.search(bare) else entity_of(bare)
        if role.name == "perp_org":
            state = state or group_of(bare) or bare
        value = Perpetrator(name=bare, entity=state)
        yield Statement(
            attribute=Attribute.PERPETRATOR, value=value, span=role.span, reader=reader
        )
    elif role.name == "target":
        target = Target(name=bare, kind=kind_of(bare))
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
        known = means.type_of(bare)
        if known is None and victims.kind_of(bare) == "perpetrator":
            return  # "a suicide bomber": somebody, not something
        if known is not None and not means.is_used(text, role.span):
            return  # "an explosives plant"
        kind = known or bare.lower()
        model = _OF_A_STATE.sub("", bare).lower()
        weapon = Weapon(type=kind, model=None if kind in {model, model[:-1]} else model)
        yield Statement(
            attribute=Attribute.WEAPON, value=weapon, span=role.span, reader=reader
        )
