"""Who is said to have done it in Russian and Ukrainian, and what they say of it themselves.

The twin of ``agency`` for the two languages: one table of actors, three shapes (an actor's
forces, a deed and whose it was, an actor and a deed), claims of responsibility.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.agency import accusation, own_position, unclaimed
from rashomon.extract.statements import Statement
from rashomon.model.claim import Stance
from rashomon.model.document import Span
from rashomon.model.value import ResponsibilityPosition

# Whose forces: (the state they are of, words); the adjective stands before its noun.
_STATES: dict[str, tuple[str, str]] = {
    "Russia": (r"[Рр]осс?ийск\w+|[Рр]осійськ\w+", r"[Рр]оссиян\w*|[Рр]осіян\w*|РФ|ВС РФ|ВКС"),
    "Ukraine": (r"[Уу]краинск\w+|[Уу]країнськ\w+", r"ВСУ|ЗСУ|Сил[аи]? [Оо]борони|Сил[аы] [Оо]бороны|СБУ|ГУР|Служб\w+ [Бб]езпек\w+(?: України)?|Служб\w+ безопасности Украины|Главн\w+ управлени\w+ разведки|Головн\w+ управлінн\w+ розвідки|Сил[аиы]? (?:беспилотных|безпілотних) систем"),
    "Israel": (r"[Ии]зраильск\w+|[Іі]зраїльськ\w+", r"ЦАХАЛ\w*|АОИ"),
    "United States": (r"[Аа]мериканск\w+|[Аа]мериканськ\w+", r"(?:ВВС|ВМС|армия|армія) США"),
    "Turkey": (r"[Тт]урецк\w+|[Тт]урецьк\w+", r"(?:ВВС|армия|армія) (?:Турции|Туреччини)"),
    "Iran": (r"[Ии]ранск\w+|[Іі]ранськ\w+", r"КСИР|КВІР"),
    "Syria": (r"[Сс]ирийск\w+|[Сс]ирійськ\w+", r"(?:армия|армія) (?:Сирии|Сирії)"),
    "Pakistan": (r"[Пп]акистанск\w+|[Пп]акистанськ\w+", r"(?:армия|армія) Пакистан\w*"),
    "India": (r"[Ии]ндийск\w+|[Іі]ндійськ\w+", r"(?:армия|армія) (?:Индии|Індії)"),
    "Azerbaijan": (r"[Аа]зербайджанск\w+|[Аа]зербайджанськ\w+", r"ВС Азербайджана"),
    "Armenia": (r"[Аа]рмянск\w+|[Вв]ірменськ\w+", r"ВС Армении"),
    "Sudan": (r"[Сс]уданск\w+|[Сс]уданськ\w+", r"(?:армия|армія) Судан\w*"),
    "Myanmar": (r"[Мм]ьянманск\w+|[Мм]’?янманськ\w+", r"(?:хунт\w+|армия|армія) (?:Мьянмы|М['’]янми)"),
}  # fmt: skip
_GROUPS: dict[str, str] = {
    "Islamic State": r"«?Исламск\w+ государств\w+»?|«?Ісламськ\w+ держав\w+»?|ИГИЛ|ІДІЛ|ИГ(?!\w)",
    "Hamas": r"ХАМАС\w*|«ХАМАС»",
    "Hezbollah": r"«?Х[еи]зболл\w+»?|«?Х[еи]збалл\w+»?",
    "Houthis": r"[Хх]усит\w+|[Хх]ути\b",
    "Taliban": r"[Тт]алиб\w*|«Талибан\w*»|[Тт]аліб\w*|«Талібан\w*»",
    "al-Qaeda": r"«?[Аа]ль-[Кк]аїд\w+»?|«?Аль-Каид\w+»?",
    "Boko Haram": r"«?Боко Харам»?",
    "al-Shabaab": r"«?[Аа]ш-Шабаб»?|«?Аль-Шабаб»?",
    "PKK": r"РПК|Рабоч\w+ парти\w+ Курдистана",
}
_STATE_OF = tuple((name, re.compile("|".join(both))) for name, both in _STATES.items())
_GROUP_OF = tuple((name, re.compile(words)) for name, words in _GROUPS.items())

_ADJECTIVE = "|".join(one for one, _ in _STATES.values())
_FORCE = "|".join(other for _, other in _STATES.values())
_GROUP = "|".join(_GROUPS.values())
_ACTOR = rf"(?<!\w)(?P<actor>{_FORCE}|{_GROUP}|{_ADJECTIVE})"
_MEANS = (
    r"(?:арм\w+|війс(?!ьковополонен)\w+|войск\w*|окупант\w*|оккупант\w*|спецслужб\w*|авиаци\w+|авіаці\w+|ВВС|флот\w*|истребител\w+|винищувач\w*|самол[её]т\w*|"
    r"дрон\w*|беспилотник\w*|безпілотник\w*|ракет\w*|БПЛА|БпЛА|удар\w*|обстріл\w*|обстрел\w*|артилер\w*|артилл\w*|атак\w*|терор\w*|террор\w*)"
)
_HIT = (
    r"(?:атакувал\w*|атаковал\w*|обстріля\w+|обстреля\w+|вдарил\w*|ударил\w*|били|влучил\w*|запустил\w*|влаштувал\w*|відкрил\w+ вогонь|открыл\w+ огонь|"
    r"нан[её]с\w* (?:\w+ )?удар\w*|завда\w+ (?:\w+ )?удар\w*|нанял\w*|завербовал\w*|скину\w+|сбросил\w*|поразил\w*|уразил\w*|вразил\w*|розбомбил\w*|разбомбил\w*|"
    r"стрелял[аи]?|стріля(?:в|ла|ли)|накрыл\w*|накрил\w*|открывал\w* огонь|вивел\w* з ладу|вывел\w* из строя|поціли\w+|подорвал[аи]?|взорвал[аи]?|підірва(?:в|ла|ли)|висадил[аи]? в повітря|уничтожил\w*|знищил\w*|убил\w*|вбил\w*)"
)
_ACCUSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ACTOR} (?:(?!доброволь)\w+ )?{_MEANS}(?!\w)",
        rf"(?:{_MEANS}|{_HIT}) (?:\w+ ){{0,2}}?{_ACTOR}(?!\w)",
        rf"{_ACTOR} (?:\w+ )?{_HIT}(?!\w)",
        rf"{_ACTOR} (?:военн|військов|солдат|морпех|боев)\w+ (?:\w+ ){{0,2}}?{_HIT}(?!\w)",
        rf"[Зз]а (?:\w+ ){{0,2}}?(?:атак|взрыв|удар|нападени|налет|нал[её]т|поджог|диверси|вибух|нападом|підпал|диверсі)\w* [^.;]{{0,60}}?сто(?:ит|ят|ял\w*|їть|ять|яв) {_ACTOR}(?!\w)",
        rf"(?:винят|обвинил[аи]?|обвиняют|звинуватил[аи]|звинувати[вт]|звинувачують) (?:\w+ ){{0,3}}?{_ACTOR}(?!\w)",
    )
)
_P = ResponsibilityPosition
_NOBODY = re.compile(
    r"(?:никто|ніхто)[^.;]{0,30} не взя\w+|[Вв]ідповідальн\w+ ніхто на себе не взя\w+",
)
# "Our artillery did no strikes on the camp": the verb is said not to be so.
_NOT = re.compile(
    r"[^.;:!?\n]{0,60}?\bне (?:завда|нанос|нанес|атак|обстріл|обстрел|бил[аи]?\b|удар|вдар|стріл|стрел)",
    re.IGNORECASE,
)
# Whose the capital is, or the side: "the Ukrainian side" has not commented.
_CAPITAL_OF = {
    **dict.fromkeys(("Киев", "Київ", "В Киеве", "Украина", "Україна"), "Ukraine"),
    **dict.fromkeys(("Українська сторона", "Украинская сторона"), "Ukraine"),
    **dict.fromkeys(("ВСУ", "ЗСУ", "СБУ"), "Ukraine"),
    **dict.fromkeys(("Москва", "Россия", "Росія"), "Russia"),
}
_CAPITALS = "|".join(_CAPITAL_OF)
_SILENT = re.compile(
    rf"(?:официально |офіційно )?(?P<actor>{_CAPITALS})"
    r"[^.;]{0,50}(?:не комментир\w*|не коментув\w*|ответственност\w+ на себя не)",
)
_TOOK = r"взял\w* на себ[яе]|у?взя(?:в|ла|ли) на себе|бер[её]т на себ[яе]|бере на себе"
# "Группировка причастность опровергла", "ЗСУ заперечують свою причетність".
_INVOLVED = r"(?:причастност\w+|причетніст\w+|ответственност\w+|вин[уы])"
_REFUSED = r"(?:опроверг\w*|опроверга\w+|отриц\w+|отверг\w*|заперечи\w+|заперечу\w+|спростува\w+|відкину\w+)"
_BLAME = r"(?:ответственност\w+|відповідальніст\w+)"
_CLAIMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<actor>{_CAPITALS}|{_FORCE}|{_GROUP}|«[^»]{{3,40}}»)[^.;]{{0,50}}(?:{_TOOK}) {_BLAME}",
        rf"(?i:{_BLAME})[^.;]{{0,40}}? (?:{_TOOK}) (?:\w+ ){{0,2}}?(?P<actor>{_FORCE}|{_GROUP}|«[^»]{{3,40}}»|(?:[А-ЯЁІЇЄҐ][\w-]+ ?){{1,4}})",
    )
)
_REFUSALS = tuple(
    re.compile(
        rf"(?<!\w)(?P<actor>{_CAPITALS}|{_FORCE}|{_GROUP}|«[^»]{{3,40}}»)[^.;,]{{0,40}}(?:{both})"
    )
    for both in (
        rf"{_INVOLVED} (?:\w+ ){{0,3}}?{_REFUSED}",
        rf"{_REFUSED} (?:\w+ ){{0,3}}?{_INVOLVED}",
    )
)


def find(text: str, language: str) -> list[Statement]:
    """Return perpetrators and positions on responsibility, in reading order."""
    if language not in {"ru", "uk"}:
        return []
    found = [*_silent(text), *_claims(text), *_accusations(text)]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


def state_of(words: str) -> str | None:
    """Return the state that an adjective, an army or a capital stands for."""
    named = next((name for name, held in _STATE_OF if held.match(words)), None)
    return named or _CAPITAL_OF.get(words)


def _group_of(words: str) -> str | None:
    return next((name for name, held in _GROUP_OF if held.match(words)), None)


def _silent(text: str) -> Iterator[Statement]:
    for match in _NOBODY.finditer(text):
        yield unclaimed(match)
    for match in _SILENT.finditer(text):
        actor = match.group("actor")
        state = state_of(actor)
        yield from own_position(match, _P.NO_COMMENT, actor, state, state or actor)


def _claims(text: str) -> Iterator[Statement]:
    """Yield who took it on itself or would not, as its own position and as who did it."""
    for match in (m for pattern in _REFUSALS for m in pattern.finditer(text)):
        said = match.group("actor")
        state, group = state_of(said), _group_of(said)
        name = group or said.strip("«» ")
        yield from own_position(match, _P.DENIES, name, state, state or name)
    for match in (m for pattern in _CLAIMS for m in pattern.finditer(text)):
        said = match.group("actor").strip()
        state = state_of(said)
        name = _group_of(said) or said.strip("«» ")
        yield from own_position(match, _P.CLAIMS, name, state, state or name)


def _accusations(text: str) -> Iterator[Statement]:
    taken: list[Span] = []
    for match in (m for pattern in _ACCUSED for m in pattern.finditer(text)):
        span, words = Span(match.start(), match.end()), match.group("actor")
        state, group = state_of(words), _group_of(words)
        if any(t.overlaps(span) for t in taken):
            continue
        taken.append(span)
        stance = Stance.DENIES if _NOT.match(text, match.end()) else None
        for said in accusation(group or words, state, span, "slavic"):
            yield replace(said, stance=stance)
