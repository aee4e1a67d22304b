"""Who is said to have done it in Russian and Ukrainian, and what they say of it themselves.

The twin of ``agency`` for the two languages: one table of actors, three shapes (an actor's
forces, a deed and whose it was, an actor and a deed), claims of responsibility.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.agency import accusation
from rashomon.extract.agency_own import own_position, unclaimed
from rashomon.extract.statements import Statement
from rashomon.model.claim import Stance
from rashomon.model.document import Span
from rashomon.model.value import ResponsibilityPosition

# Whose forces: (the state they are of, words); the adjective stands before its noun.
_STATES: dict[str, tuple[str, str]] = {
    "Russia": (r"[Рр]осс?ийск\w+|[Рр]осійськ\w+", r"[Рр]оссиян\w*|[Рр]осіян\w*|РФ|ВС РФ|ВКС"),
    "Ukraine": (r"[Уу]краинск\w+|[Уу]країнськ\w+", r"ВСУ|ЗСУ|Сил[аи]? [Оо]борони|Сил[аы] [Оо]бороны|СБУ|ГУР|[Сс]лужб\w+ [Бб]езпек\w+(?: України)?|[Сс]лужб\w+ безопасности Украины|Главн\w+ управлени\w+ разведки|Головн\w+ управлінн\w+ розвідки|Сил[аиы]? (?:беспилотных|безпілотних) систем|[Кк]иевск\w+ режим\w*|[Кк]иївськ\w+ режим\w*"),
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
    r"стрелял[аи]?|стріля(?:в|ла|ли)|накрыл\w*|накрил\w*|открывал\w* огонь|поціли\w+|подорвал[аи]?|взорвал[аи]?|підірва(?:в|ла|ли)|висадил[аи]? в повітря|"
    r"уничтожил\w*|знищил\w*|убил\w*|вбил\w*|вив[ео]л\w+ з ладу|выве\w+ из строя)"
)
# Soldiers alone are as often those who were hit.
_MEN = r"(?:военн(?:ые|ыми)|військов(?:і|ими)|солдат\w*|сил[аы]|сили|подразделени\w+|підрозділ\w+|боевик\w*|бойовик\w*|морпех\w*|диверсант\w*)"
# Whom somebody blames, by a country's own name or a capital's.
_COUNTRY_OF = {
    "Ukraine": r"Украин\w+|Україн\w+|Киев\w*|Київ|Києв\w*",
    "Russia": r"Росси[юия]\w*|Росі[юїя]\w*|Москв\w+|РФ",
    "Israel": r"Израил\w+|Ізраїл\w+",
    "United States": r"США|Вашингтон\w*",
    "Iran": r"Иран\w*|Іран\w*|Тегеран\w*",
    "Pakistan": r"Пакистан\w*|Исламабад\w*",
    "India": r"Инди[юия]|Індію|Нью-Дели",
}
_COUNTRY = "|".join(_COUNTRY_OF.values())
_DEED = r"(?:атак|взрыв|удар|нападени|нал[её]т|поджог|диверси|вибух|нападом|підпал|диверсі)\w*"
_BLAMES = (
    r"(?<!\w)(?:вин[яи]т\w*|обвиня[юе]т|обвинил\w*|звинувачу\w+|звинувати(?:л\w*|в|т)"
    r"|(?:возложил\w*|возлагает|возлагают) (?:вину|ответственность)(?: за \w+)? на|(?:поклал\w*|покладає) (?:провину|відповідальність)(?: за \w+)? на)"
    r"(?: (?:в|у) (?:\w+ ){1,2}?)?(?: (?:саму|сам))?"
)
_THEIR_MEN = r"(?= (?:военн|військов|солдат|диверсант|боевик|бойовик|спецслужб|сторон|власт|влад))"
_BLAMED = rf"(?P<actor>{_FORCE}|{_GROUP}|(?:{_ADJECTIVE}){_THEIR_MEN}|{_COUNTRY})"
_ACCUSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ACTOR} (?:(?!доброволь)\w+ )?{_MEANS}(?!\w)",
        rf"(?:{_MEANS}|{_HIT}) (?:\w+ ){{0,2}}?{_ACTOR}(?!\w)",
        rf"{_ACTOR} (?:\w+ )?{_HIT}(?!\w)",
        rf"{_ACTOR} {_MEN} (?:(?!не )\w+ ){{0,2}}?{_HIT}(?!\w)",
        rf"\b[Зз]а (?:(?:[\w«»-]+ ){{1,6}}?|(?:\w+ ){{0,2}}?{_DEED}[^.;]{{0,60}}? )сто(?:ит|ят|ял\w*|їть|ять|яв) (?:\w+ )?{_ACTOR}(?!\w)",
        rf"{_ACTOR}[^.;\n]{{0,50}}? (?:их|его|е[её]|її|їхня|його) (?:рук )?(?:работа|робота|дело|справа)\b",
        rf"{_BLAMES} {_BLAMED}(?!\w)",
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
    rf"(?:официально |офіційно )?(?<!\w)(?P<actor>{_CAPITALS}|{_FORCE}|{_GROUP})(?!\w)"
    r"[^.;]{0,50}(?:не комментир\w*|не коментув\w*|ответственност\w+ на себя не)",
)
_TOOK = r"[ву]зял\w* на себ[яе]|[ву]зяв на себе|бер[её]т на себ[яе]|бере на себе"
_BLAME = r"(?:ответственност\w+|відповідальніст\w+)"
_CLAIMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<actor>{_CAPITALS}|{_FORCE}|{_GROUP}|«[^»]{{3,40}}»)[^.;]{{0,50}}(?:{_TOOK}) {_BLAME}",
        rf"(?i:{_BLAME})[^.;]{{0,40}}? (?:{_TOOK}) (?:\w+ ){{0,2}}?(?P<actor>{_FORCE}|{_GROUP}|«[^»]{{3,40}}»|(?:[А-ЯЁІЇЄҐ][\w-]+ ?){{1,4}})",
    )
)


_DENIED = r"(?:опроверг\w*|отриц\w+|отверг\w*|запереч[иу]\w+|спросту\w+|відкину\w+)"
_PART = r"(?:причастн\w+|причетн\w+|вин[уы]|участие|участь|ответственност\w+|відповідальніст\w+|обвинени\w+|звинувачен\w+)"
_WHO_DENIES = rf"(?<!\w)(?P<actor>{_CAPITALS}|{_FORCE}|{_GROUP}|{_COUNTRY}|«[^»]{{3,40}}»|(?:[\w-]+ )?(?:[Гг]руппировк\w+|[Уу]групован\w+|[Дд]вижени\w+|[Рр]ух))(?!\w)"
_DENIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHO_DENIES}[^.;\n]{{0,40}}? {_DENIED} (?:\w+ ){{0,3}}?{_PART}",
        rf"{_WHO_DENIES}[^.;\n]{{0,40}}? {_PART} (?:\w+ ){{0,4}}?{_DENIED}",
    )
)
_NAMED_MAN = re.compile(
    r"(?:назва\w+|встанов\w+|установ\w+|опозна\w+|опізна\w+)[^.;\n]{0,30}?(?:имя|ім['’ʼ]я|нападавш\w+|стрелявш\w+|стрелк\w+|стрільц\w+|нападник\w*)"
    r"[^.;\n]{0,15}?[\s:—–-]+(?P<actor>[А-ЯЁІЇЄҐ][а-яёіїєґ]+ [А-ЯЁІЇЄҐ][а-яёіїєґ]+)"
)


def find(text: str, language: str) -> list[Statement]:
    """Return perpetrators and positions on responsibility, in reading order."""
    if language not in {"ru", "uk"}:
        return []
    found = [*_silent(text), *_claims(text), *_denials(text), *_accusations(text)]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


def state_of(words: str) -> str | None:
    """Return the state that an adjective, an army or a capital stands for."""
    named = next((name for name, held in _STATE_OF if held.match(words)), None)
    return named or _CAPITAL_OF.get(words) or _country_of(words)


def _country_of(words: str) -> str | None:
    held = (n for n, names in _COUNTRY_OF.items() if re.fullmatch(names, words))
    return next(held, None)


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
    """Yield who took it on itself, as its own position and as who did it."""
    for match in (m for pattern in _CLAIMS for m in pattern.finditer(text)):
        said = match.group("actor").strip()
        state = state_of(said)
        name = _group_of(said) or said.strip("«» ")
        yield from own_position(match, _P.CLAIMS, name, state, state or name)


def _denials(text: str) -> Iterator[Statement]:
    """Yield who denies it; "the group" is the one named last before."""
    for match in (m for pattern in _DENIES for m in pattern.finditer(text)):
        said = match.group("actor")
        state, group = state_of(said), _group_of(said)
        if state is None and group is None:
            before = list(re.finditer(_GROUP, text[: match.start()]))
            group = _group_of(before[-1].group(0)) if before else None
        own = said.strip("«» ") if said.startswith("«") else None
        name = state or group or own
        if name:
            yield from own_position(match, _P.DENIES, own or said, state, name)


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
    for match in _NAMED_MAN.finditer(text):
        span = Span(match.start(), match.end())
        yield from accusation(match.group("actor"), None, span, "named")
