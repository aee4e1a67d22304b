"""Scopes: whether a figure is for a part of those harmed, and for which.

"Including two children" is a part wherever it stands; "two policemen" is a part only
beside a total; attackers are always apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.document import Span
from rashomon.model.mention import CountMention

_KINDS: tuple[tuple[str, str], ...] = (
    ("attackers", r"attackers?|assailants?|suicide bombers?|gunm[ae]n|hijackers?|the bomber|нападавш\w*"),
    ("militants", r"terrorists?|militants?|insurgents?|rebels?|guerrillas?|jihadists?|extremists?|fighters?|боевик\w*|террорист\w*"),
    ("children", r"child(?:ren)?|girls?|boys?|minors?|infants?|bab(?:y|ies)|toddlers?|teenagers?|schoolchildren|дет(?:и|ей)|реб[её]н\w+|школьни\w+|подрост\w+|девоч\w+|мальчик\w*|несовершеннолетн\w+|діт(?:и|ей)|дитин\w*|школяр\w*|підліт\w+|дівчат\w*|дівчинк\w*|хлопч\w+|неповнолітн\w+"),
    ("soldiers", r"soldiers?|troops?|servicem[ae]n|service members?|military personnel|security (?:forces|personnel|m[ae]n)|guards?|marines|военн\w+|солдат\w*|військов\w+"),
    ("police", r"police(?:m[ae]n| officers?)?|officers?|constables?|полицейск\w+|поліцейськ\w+|силовик\w*"),
    ("women", r"wom[ae]n|mothers?|женщин\w*|жін\w+"),
    ("civilians", r"civilians?|мирн\w+|цивільн\w+"),
    ("medics", r"medics?|doctors?|nurses?|paramedics?|медик\w*|врач(?:а|ей|и)?|лікар\w*"),
    ("journalists", r"journalists?|reporters?|журналист\w*|журналіст\w*"),
    ("rescuers", r"firefighters?|rescuers?|рятувальник\w*|спасател\w*|пожарн(?:ый|ого|ых|ые)|пожежн(?:ик|ики|иків)|сотрудник\w* МЧС|працівник\w* ДСНС"),
    ("foreigners", r"tourists?|foreigners?|nationals? of|citizens? of"),
)  # fmt: skip
_KIND = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for k, p in _KINDS
)
_PART_BEFORE = re.compile(
    r"(?:\b(?:including|among (?:them|the (?:dead|injured|victims|wounded|killed))(?: (?:is|are|were|was))?|of (?:them|whom|which|those|these)|"
    r"в том числе|среди них|из них|из которых|у тому числі|серед них|з них|з яких|darunter|entre ellos|tra cui|dont)"
    r"(?:,| at least| also| as many as)?\s*)$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s*(?:\w+\s+)?(?:of (?:them|whom|those|the (?:dead|injured|victims|wounded|killed|\d+|two|three))|among them|из них|з них)\b",
    re.IGNORECASE,
)
# The scope of a figure for everybody harmed, the dead among them.
AFFECTED = "affected, including the dead"
_HARMED_WITH_DEAD = re.compile(
    r"including (?:the )?(?:\w+ ){0,2}(?:dead|killed|deaths)|включ\w+ (?:\d+ )?(?:умерших|погибших)",
    re.IGNORECASE,
)
# "More than 40 were killed or wounded", "killing or maiming dozens".
_OR_HURT = re.compile(
    r"\s+or (?:\w+ly )?(?:injured|wounded|hurt|maimed|harmed)\b", re.IGNORECASE
)
_DEAD_OR = re.compile(r"\b(?:kill(?:ed|ing|s)|dead) or (?:\w+ly )?$", re.IGNORECASE)


_NOUN_ENDS = re.compile(r",| including\b")
# "Bringing the weekend death toll to 58": of many incidents.
_PERIOD = re.compile(
    r"\b(?:weekend|weekly|week['’]s|monthly|month['’]s|annual|year['’]s|war['’]s)(?: overall| total)? (?:death )?toll\b",
    re.IGNORECASE,
)
# Militants are the attackers where they attack, and the victims of a strike on them.
_FIGHTERS = r"(?:militants?|fighters?|insurgents?|rebels?|terrorists?|guerrillas?|jihadists?|extremists?|боевики|террористы)"
_ACTING = re.compile(
    rf"{_FIGHTERS}(?: (?!killed|died|dead|were|was|in|on|and)\w+){{0,3}}? (?:have |had |then |who )?(?:attacked|stormed|hijacked|opened fire|ambushed|seized|raided|burst|armed with|detonated|blew|fired|took|holding|held|killed (?=an? |at least |\d|two |three |four |five |six |seven |eight |nine |ten |several |dozens )|напали|захватили)\b"
    rf"|(?:attack(?:ed)?|raid|assault|siege|ambush|hijack(?:ed|ing)|seized|held|stormed)(?: [\w'-]+){{0,4}}? by (?:[\w'-]+ ){{0,2}}?{_FIGHTERS}",
    re.IGNORECASE,
)


def kind_of(words: str) -> str | None:
    """Return the kind of people that a noun phrase names, None for plain people."""
    return next((kind for kind, pattern in _KIND if pattern.search(words)), None)


def scope_of(words: str, quantity: Span, phrase: Span) -> str | None:
    """Return the scope that a figure's own sentence gives it, None for none."""
    noun = _NOUN_ENDS.split(
        words[quantity.end : min(phrase.end, quantity.end + 45)], maxsplit=1
    )[0]
    kind = kind_of(noun)
    if kind == "attackers":
        return kind
    if _PART_BEFORE.search(words[: quantity.start]) or _PART_AFTER.match(
        words[quantity.end :]
    ):
        return kind or "part"
    if _PERIOD.search(words[max(0, phrase.start - 30) : phrase.end]):
        return OVER_A_PERIOD
    if _HARMED_WITH_DEAD.search(words[phrase.end : phrase.end + 60]):
        return AFFECTED
    if _OR_HURT.match(words, phrase.end) or _DEAD_OR.search(words[: phrase.start]):
        return AFFECTED
    return None


def settle_scopes(mentions: Sequence[CountMention], text: str) -> list[CountMention]:
    """Give "two policemen" the scope of police where the report has a larger total."""
    acting = bool(_ACTING.search(text))
    settled = []
    for mention in mentions:
        named = kind_of(mention.span.of(text)) if mention.count.scope is None else None
        if named == "militants" and acting:
            mention = replace(  # noqa: PLW2901
                mention, count=replace(mention.count, scope="attackers")
            )
        whole = mention.count.scope is None and mention.rule != "together"
        kind = _kind_of(mention, text) if whole else None
        civilians = kind != "militants" or any(
            _kind_of(other, text) == "civilians" for other in mentions
        )
        if kind and any(
            _is_total_of(other, mention, text)
            and (civilians or _in_one_sentence(other.span, mention.span, text))
            for other in mentions
        ):
            mention = _part(mention, kind)  # noqa: PLW2901
        settled.append(mention)
    settled = [_of_nobody_harmed(m, settled, text) for m in settled]
    settled = [_beside_range(m, settled) for m in settled]
    settled = [_of_another(m, settled, text) for m in settled]
    settled = [_bodies(m, settled, text) for m in settled]
    return [_single_of_many(mention, settled) for mention in settled]


_OF_THEM = re.compile(
    r"[\w,-] of (?:them|whom|\d+|two|three|(?:the|those|these|its|their) (?!shot|killed|injured|wounded|dead|victims|hurt))\b"
)


def _of_nobody_harmed(
    mention: CountMention, others: Sequence[CountMention], text: str
) -> CountMention:
    """Return "12 of them were killed", said of passengers, as the toll that it is."""
    if mention.count.scope != "part" or mention.rule not in {"led", "followed"}:
        return mention
    if mention.count.low == 1:
        return mention  # "one of them": of a group that may have been harmed
    harmed = any(
        o.attribute is mention.attribute
        and o.count.scope is None
        and o.rule != "none"
        and o.span.start < mention.span.start
        for o in others
    )
    # "Six were wounded. Two of them died": of the wounded, but all who died.
    if harmed or not _OF_THEM.search(text, mention.span.start, mention.span.end + 12):
        return mention
    return replace(mention, count=replace(mention.count, scope=None))


# The scope of a figure for a month, a year or a war.
OVER_A_PERIOD = "over a period"

# How a rule's name ends where the figure is a part only beside a larger one elsewhere.
BESIDE = "_beside_total"


def _part(mention: CountMention, scope: str) -> CountMention:
    return replace(
        mention,
        count=replace(mention.count, scope=scope),
        rule=f"{mention.rule}{BESIDE}",
    )


def one_of_them(mention: CountMention) -> CountMention:
    """Return a single person's count as a part of the sum of the persons told of."""
    return _part(mention, "one of them")


def without_totals(mentions: Sequence[CountMention]) -> list[CountMention]:
    """Return one incident's counts, whole again where its total is another incident's.

    "A boy was killed" is a part beside "nine were killed"; not where the nine died in
    other attacks that the same report recalls.
    """
    harmed = [m for m in mentions if m.count.low > 0]
    whole = {m.attribute for m in harmed if m.count.scope is None}
    own = any(m.count.scope != OVER_A_PERIOD for m in harmed)

    def is_whole(mention: CountMention) -> bool:
        """Say whether a part's total is not this incident's."""
        if mention.count.scope == OVER_A_PERIOD:
            return mention.rule.endswith(BESIDE) and not own
        return mention.rule.endswith(BESIDE) and mention.attribute not in whole

    return [
        replace(m, count=replace(m.count, scope=None)) if is_whole(m) else m
        for m in mentions
    ]


# A range this wide gathers more than the reports on one incident.
WIDEST = 4


def _beside_range(
    mention: CountMention, mentions: Sequence[CountMention]
) -> CountMention:
    """Give a single figure that a report's own range leaves out a scope of its own.

    "Killing 11 people", where the report has "13 to 15": who gives a range has set
    reports against each other, and one report's figure does not widen it.
    """
    count = mention.count
    if count.scope is not None or count.vague or not 0 < count.low == count.high:
        return mention
    ranges = [
        m.count
        for m in mentions
        if m.attribute is mention.attribute
        and m.count.scope is None
        and 0 < m.count.low < (m.count.high or 0) <= WIDEST * m.count.low
    ]
    if not ranges or any(r.low <= count.low <= (r.high or 0) for r in ranges):
        return mention
    return _part(mention, "beside the report's range")


# "The first since protests left 17 dead", "a strike the day before that killed three".
_ANOTHER = re.compile(
    r"\b(?:after|since|follow\w*)\b[^.;]{0,40}\b(?:protests?|riots?|demonstrations|unrest)\b[^.;]{0,60}$"
    r"|\b(?:previous (?:day|week|month|year)|(?:day|days|week|weeks|month|months|year|years) (?:after|before|earlier)|last (?:week|month|year)|(?:an|the) (?:earlier|unrelated) (?:attack|strike|blast|bombing|shooting|raid|crash|accident))\b[^.;]{0,60}$"
    r"|\b(?:responsible for|responsibility for|convicted (?:of|for)|wanted (?:for|over)|sentenced for|jailed for|guilty of)\b[^.;]{0,60}$"
    r"|\b(?:also|long|widely) (?:(?:said|believed|thought|suspected|accused|reported) (?:to be|of being) )?behind $",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?:bod(?:y|ies)|тел[ао]?|тіла?|ещ[её]|ще)\b|\b(?:more|further) (?!than\b|or\b|if\b)[a-z]+",
    re.IGNORECASE,
)
BEFORE_CHARS = 140
_ENDS = re.compile(r"[.!?]\s|\n")


def _of_another(
    mention: CountMention, mentions: Sequence[CountMention], text: str
) -> CountMention:
    """Give a figure that its sentence says to be of another time or deed its scope.

    Not where the report has it elsewhere: "they held him a day after the attack that
    killed nine" is how the report's own nine are told again.
    """
    whole = mention.count.scope is None and mention.count.low + (
        mention.count.high or 1
    )
    if not whole or not _is_elsewhere(mention, text):
        return mention
    again = any(
        m is not mention
        and m.attribute is mention.attribute
        and m.count == mention.count
        and m.count.low > 1
        and not _is_elsewhere(m, text)
        for m in mentions
    )
    return mention if again else _part(mention, "another incident")


def _is_elsewhere(mention: CountMention, text: str) -> bool:
    """Say whether the words before a figure lead to another time or deed."""
    before = text[max(0, mention.span.start - BEFORE_CHARS) : mention.span.start]
    return bool(_ANOTHER.search(_ENDS.split(before)[-1]))


def _bodies(
    mention: CountMention, mentions: Sequence[CountMention], text: str
) -> CountMention:
    """Give bodies found, or "three more people", beside a larger toll, a scope.

    The rest were found, or died, before.
    """
    whole = mention.count.scope is None and mention.count.low > 0
    if not whole or not _BODIES.search(mention.span.of(text)):
        return mention
    larger = any(_is_total_of(m, mention, text) for m in mentions)
    return _part(mention, "newly found or died") if larger else mention


# "A guard was killed" beside a toll of three or more is one of them, not another toll.
MANY = 3


def _single_of_many(
    mention: CountMention, mentions: Sequence[CountMention]
) -> CountMention:
    if not mention.rule.endswith("_single") or mention.count.scope is not None:
        return mention
    many = any(
        other.attribute is mention.attribute
        and other.count.scope is None
        and max(other.count.low, other.count.high or 0) >= MANY
        for other in mentions
    )
    return _part(mention, "one of them") if many else mention


def _in_one_sentence(one: Span, other: Span, text: str) -> bool:
    """Say whether no sentence ends between two stretches.

    A strike's dead are called militants by one report and people by the next.
    """
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return not re.search(r"[.!?]\s|\n", between)


def _kind_of(mention: CountMention, text: str) -> str | None:
    return kind_of(_NOUN_ENDS.split(mention.span.of(text))[0])


def _is_total_of(other: CountMention, part: CountMention, text: str) -> bool:
    return (
        other.attribute is part.attribute
        and other.count.scope is None
        and other.count.low > (part.count.high or other.count.low)
        and _kind_of(other, text) is None
    )
