"""What a sentence's counts say of each other: sums, parts, single persons, bare casualties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.extract.counts_scope import BESIDE, kind_of
from rashomon.extract.numbers import Quantity
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_BLEW_UP = re.compile(
    r"(?<!\w)(?P<who>one(?: of them)?|he|she|(?:a|the|one) (?:\w+ )?(?:bomber|attacker|assailant|militant|terrorist)|both|two(?: of them)?|the two)(?: (?:had|then|also|later))* (?:blew|blown|blowing) (?:him|her|them)sel(?:f|ves) up",
    re.IGNORECASE,
)


_DOER = r"(?:suicide )?(?:bomber|attacker|assailant|gunman|hijacker|knifeman|shooter)"
_AMONG_THE_DEAD = re.compile(
    rf"\b(?:killed|dead|died)\b[^.;,]{{0,20}}?,? including (?P<who>(?:the|a|one) {_DOER})\b|\bincluding (?P<who2>(?:the|a|one) {_DOER}),? (?:was |were |have been )?(?:killed|dead|died)\b"
    rf"|(?P<who3>\b(?:the|a|one) {_DOER}),? (?:who |also )?(?:was|is) among the (?:\w+ )?(?:dead|killed)\b",
    re.IGNORECASE,
)


def bombers(words: str) -> list[CountMention]:
    """Read "one blew himself up": an attacker who died of it, apart from the victims."""
    found = []
    for match in _BLEW_UP.finditer(words):
        number = 2 if re.search(r"both|two", match.group("who"), re.IGNORECASE) else 1
        found.append(
            CountMention(
                span=Span(match.start(), match.end()),
                attribute=Attribute.KILLED,
                count=Count(number, number, scope="attackers"),
                rule="bomber",
            )
        )
    for match in _AMONG_THE_DEAD.finditer(words):
        found.append(
            CountMention(
                span=Span(*match.span(match.lastgroup or 0)),
                attribute=Attribute.KILLED,
                count=Count(1, 1, scope="attackers"),
                rule="bomber",
            )
        )
    return found


_SINGLE = (
    (
        Attribute.DETAINED,
        re.compile(
            r"(?<!\w)(?:he|she|(?:the|a|an) (?:[\w-]+ ){0,3}(?:suspect|attacker|driver|man|woman|gunman|boy|girl|teenager|male|suspects? of \d+)(?: of \d+)?)(?:, [^,.;]{1,60},)? "
            r"(?:was|has been|had been|is) (?:also |later |now )?(?:arrested|detained|taken into custody|in custody|captured|held on suspicion)"
            r"|(?<!\w)(?:take|took|taking) (?:him|her|the (?:suspect|gunman|attacker|driver|man|woman)) into custody"
            r"|(?<!\w)(?:have|has|had|hold|holds) (?:a|one|the) (?:[\w-]+ ){0,3}?(?:suspect|man|woman|boy|girl|teenager|driver)(?: of \d+)? in custody",
            re.IGNORECASE,
        ),
    ),
)


def single(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Read "he was arrested" and "the suspect is in custody": one person."""
    return [
        CountMention(
            span=Span(m.start(), m.end()),
            attribute=attribute,
            count=Count(1, 1),
            rule="single",
        )
        for attribute, pattern in _SINGLE
        for m in pattern.finditer(words)
        if not any(
            f.span.overlaps(Span(m.start(), m.end())) and f.attribute is attribute
            for f in found
        )
    ]


_ANYBODY = re.compile(r"\b(?:people|persons?|others?)\b", re.IGNORECASE)
_LISTED = re.compile(r"^(?P<one>(?:\s+[\w'’-]+){1,3}?),\s+$")
_SAID = re.compile(
    r"\b(?:were|was|are|is|been|killed|dead|died|injured|wounded|hurt|shot|missing)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^(?P<one>(?:\s+[\w'’-]+){1,3}?)?(?:, at (?:the )?(?:least|minimum|most))?,?\s+(?:and|&)\s+(?:(?:his|her|their|its|the)\s+)?$"
)
# "Seven of the dead, six cooks and a porter, …": the list says who the seven are.
_OF_ANYBODY = re.compile(
    r"\b(?:people|persons?|others?|victims?|members?|dead|casualties)\b", re.IGNORECASE
)


def together(
    words: str,
    quantities: Sequence[Quantity],
    found: Sequence[CountMention],
    people: re.Pattern[str],
) -> list[CountMention]:
    """Read "injuring four men and two women" as six: people joined share their harm."""
    made = list(found)
    for one, two in reversed(list(pairwise(quantities))):
        between = words[one.span.end : two.span.start]
        listed = any(m.rule == "together" and m.span.contains(two.span) for m in made)
        heads = not words[: one.span.start].strip() and not two.article
        joined = _JOINED.match(between) or (
            (listed or heads) and _LISTED.match(between)
        )
        behind = re.match(r"(?:\s+[\w'’-]+){1,3}", words[two.span.end :])
        verb = joined and _SAID.search(joined.group("one") or "")
        named = joined and not verb and _has_person(joined.group("one") or "", people)
        person = people.search(behind.group(0)) if behind else None
        if not (named and person) or one.count.vague or two.count.vague:
            continue
        nouns = (
            joined.group("one") if joined else "",
            behind.group(0)[: person.end()] if behind and person else "",
        )
        counted = [m for m in made if _counts_one_of(m, one, two)]
        if any(kind_of(noun or "") == "attackers" for noun in nouns):
            made += _other_of(counted, (one, two), nouns)
            continue  # attackers are counted apart
        if len(counted) != 1 or counted[0].count.scope == "attackers":
            continue
        if _OF_ANYBODY.search(nouns[0] or "") and "," in between:
            if listed and one.count.low == counted[0].count.low:
                at = made.index(counted[0])
                scope = "part" if " of " in between else None
                made[at] = replace(counted[0], count=replace(one.count, scope=scope))
            continue  # "two people, one woman and one man": the list says who they are
        rest = counted[0].count if listed else two.count
        ceiling = not (one.count.low and rest.low)  # "two men and up to four others"
        low = 0 if ceiling else one.count.low + rest.low
        open_ = one.count.high is None or rest.high is None
        high = None if open_ else (one.count.high or 0) + (rest.high or 0)
        start = min(counted[0].span.start, one.span.start)
        end = max(counted[0].span.end, two.span.end + person.end())
        made[made.index(counted[0])] = replace(
            counted[0],
            span=Span(start, end),
            count=Count(low, high),
            rule="together",
        )
        if not listed and not (one.article and two.article):
            made += _each(counted[0], (one, two), nouns)
    return made


def _has_person(words: str, people: re.Pattern[str]) -> bool:
    """Say whether some words name a person, none in "a girls' school"."""
    person = people.search(words)
    return bool(person) and not words[person.end() if person else 0 :].startswith(
        ("'", "’")
    )


def _other_of(
    counted: Sequence[CountMention],
    quantities: tuple[Quantity, Quantity],
    nouns: tuple[str, str],
) -> list[CountMention]:
    """Return the hostages of "three hostages and both gunmen died", and the reverse."""
    if len(counted) != 1:
        return []
    return [
        CountMention(
            span=Span(quantity.span.start, quantity.span.end + len(noun)),
            attribute=counted[0].attribute,
            count=replace(
                quantity.count,
                scope="attackers" if kind_of(noun) == "attackers" else None,
            ),
            rule="followed",
        )
        for quantity, noun in zip(quantities, nouns, strict=True)
        if not counted[0].span.contains(quantity.span)
    ]


def _each(
    whole: CountMention, quantities: tuple[Quantity, Quantity], nouns: tuple[str, str]
) -> list[CountMention]:
    """Return the parts of "21 passengers and four guards died", each with its scope."""
    kinds = [kind_of(noun) or " ".join(noun.split()) for noun in nouns]
    if kinds[0] == kinds[1]:
        return []
    return [
        CountMention(
            span=Span(quantity.span.start, quantity.span.end + len(noun)),
            attribute=whole.attribute,
            count=replace(quantity.count, scope=kind),
            rule="part",
        )
        for quantity, noun, kind in zip(quantities, nouns, kinds, strict=True)
        if not _ANYBODY.search(kind)
    ]


# "Doe and three others were killed", "the commander was killed with 13 others".
_ONE_AND = re.compile(
    r"(?:(?-i:[A-Z][\w'’-]*[a-z][\w'’-]*)(?<!\bAnd)|\bhe|\bshe|\b(?:leader|commander|chief|general|colonel|mayor|governor|driver|gunman|bomber|wife|husband|son|daughter|mother|father|baby|girl|boy|man|woman)),?"
    r" (?:and|plus|along with|together with|as well as) $|\b(?:killed|dead|died|injured|wounded|hurt)(?: along| together)? with $",
    re.IGNORECASE,
)


# "Seven died in Alton, and 72 others were hurt": nobody is called so.
_OF_A_PLACE = re.compile(
    r"\b(?:in|at|near|of|from|outside|to|on) (?:the )?(?:[A-Z][\w'’-]* )*$"
)
_OTHERS = re.compile(
    r"\s+(?:[\w-]+ ){0,2}?(?:others?|associates?|companions?|colleagues?|comrades?|aides?|bodyguards?)\b",
    re.IGNORECASE,
)


def with_others(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "Doe and three others were killed" as four: who is named is one of them.

    "Two men were killed with eight others" is ten.
    """
    made = list(found)
    for mention in found:
        own = [
            q
            for q in quantities
            if mention.span.contains(q.span) and q.span.of(words).lower() != "others"
        ]
        whole = mention.count.scope is None and (mention.count.high or 1) > 0
        if not (own and whole) or own[0].article or mention.rule == "none":
            continue
        before = words[max(0, own[0].span.start - 40) : own[0].span.start]
        one = _ONE_AND.search(before)
        if not one or not _OTHERS.match(words[own[0].span.end :]):
            continue
        if one.group(0)[0].isupper() and _OF_A_PLACE.search(before[: one.start()]):
            continue
        earlier = _counted_before(mention, own[0], quantities, made)
        if earlier and "with" in one.group(0):
            if earlier in made:
                made[made.index(earlier)] = replace(
                    earlier, count=replace(earlier.count, scope="part")
                )
            more = earlier.count
        elif _has_figure_before(own[0], quantities) and "with" in one.group(0):
            continue
        else:
            more = Count(1, 1)
        start = min(mention.span.start, own[0].span.start - len(before) + one.start())
        made[made.index(mention)] = replace(
            mention,
            count=_with_more(mention.count, more),
            span=Span(start, mention.span.end),
        )
    return made


def _has_figure_before(own: Quantity, quantities: Sequence[Quantity]) -> bool:
    return any(q.span.end < own.span.start and not q.article for q in quantities)


def _counted_before(
    mention: CountMention,
    own: Quantity,
    quantities: Sequence[Quantity],
    made: Sequence[CountMention],
) -> CountMention | None:
    """Return the figure that the verb of "killed with eight others" was said of before."""
    return next(
        (
            m
            for m in made
            if m is not mention
            and m.attribute is mention.attribute
            and m.count.scope is None
            and m.count.low > 0
            and m.span.end > mention.span.start
            and m.span.end <= own.span.start
            and any(m.span.contains(q.span) and not q.article for q in quantities)
        ),
        None,
    )


def _with_more(count: Count, more: Count) -> Count:
    """Return a figure with who is told of beside it; "up to" bounds it from above still."""
    open_ = count.high is None or more.high is None
    high = None if open_ else (count.high or 0) + (more.high or 0)
    low = count.low + more.low if count.low else 0
    return replace(count, low=low, high=high)


def _counts_one_of(mention: CountMention, one: Quantity, two: Quantity) -> bool:
    inside = mention.span.contains(one.span) or mention.span.contains(two.span)
    return inside and mention.rule not in {"none", "part"}


_PART = re.compile(
    r"\s+(?:of (?:them|whom|those|these)(?: (?:are|were|is|was))?(?: \w+){0,2}?|(?:more )?(?:[\w-]+ ){1,4}among (?:them|the (?:dead|injured|wounded|victims|killed)))(?:\s+(?P<kind>[\w-]+))?",
    re.IGNORECASE,
)
# "Of the 62, seven were children": a kind that nobody becomes by being harmed.
_WERE = re.compile(
    r"\s+(?:were|are|was|is) (?:(?:all|young|small|also) )?(?P<kind>child(?:ren)?|wom[ae]n|civilians?|soldiers?|policem[ae]n|officers|girls|boys|minors|tourists|students)\b",
    re.IGNORECASE,
)
OF_HARMED = re.compile(
    r"\s+of (?:the|those) (?:\w+ )?(?P<harm>injured|wounded|dead|killed|missing)\b(?P<rest>[^.;]{0,40})",
    re.IGNORECASE,
)
_SERIOUSLY = re.compile(
    r"^(?:[^.;,]{0,30}\b)?(?:in (?:a |an )?(?:very )?(?:critical|serious|grave|severe)|critical\b|critically|(?:seriously|gravely|severely|badly)\b|in intensive care|fighting for)",
    re.IGNORECASE,
)
_WORSE = re.compile(r"\b(?:seriously|critically|badly|gravely|severely) $")
_DIED = re.compile(
    r"\s*(?:later |have |had |has |then |were |was |been )*(?:died|perished|succumbed|found dead)\b",
    re.IGNORECASE,
)
_HARM = {
    "injured": Attribute.INJURED,
    "wounded": Attribute.INJURED,
    "dead": Attribute.KILLED,
    "killed": Attribute.KILLED,
    "missing": Attribute.MISSING,
}


def _told_part(span: Span, attribute: Attribute, count: Count) -> CountMention:
    return CountMention(span=span, attribute=attribute, count=count, rule="part")


def parts(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "two of them children" and "a child among them" as parts of their sentence's count."""
    parts = []
    for quantity in quantities:
        if any(
            f.span.overlaps(quantity.span) and f.span.start == quantity.span.start
            for f in found
        ):
            continue
        rest = words[quantity.span.end :]
        named = OF_HARMED.match(rest)
        match = named or _PART.match(rest) or _WERE.match(rest)
        whole = [f for f in found if f.count.scope is None and f.rule != "none"]
        if match is None or not (named or whole):
            continue
        span = Span(quantity.span.start, quantity.span.end + match.end())
        nearest = min(
            whole, key=lambda f: abs(f.span.start - quantity.span.start), default=None
        )
        attribute = (
            _HARM[named.group("harm").lower()]
            if named
            else nearest.attribute
            if nearest
            else None
        )
        if attribute is None:
            continue
        if named and _DIED.match(named.group("rest")):
            attribute = Attribute.KILLED
        said = named.group("rest") if named else rest.strip()
        worse_off = named and _WORSE.search(rest[: named.start("harm")])
        if attribute is Attribute.INJURED and (worse_off or _SERIOUSLY.search(said)):
            worse = Attribute.SERIOUSLY_INJURED
            parts.append(_told_part(span, worse, quantity.count))
            continue
        own = named.start("rest") if named else match.end()
        scope = kind_of(rest[:own]) or "part"
        # "Forty of the wounded were flown out": the only figure for them, it stands.
        hurt = named and scope == "part" and attribute is Attribute.INJURED
        parts.append(
            CountMention(
                span=span,
                attribute=attribute,
                count=replace(quantity.count, scope=scope),
                rule=f"part{BESIDE}" if hurt else "part",
            )
        )
    return parts
