"""Single persons harmed in Russian and Ukrainian: the verb's ending says that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts_scope import kind_of
from rashomon.extract.numbers import Quantity
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_ADJECTIVES = r"(?:[\w-]+(?:ый|ий|ая|яя|ой|ого|его|ую|юю|ю|ім|ього|у|а|я)\s+){0,2}"
_PERSON = (
    r"(?:мужчин[ау]|женщин[ау]|реб[её]н(?:ок|ка)|мальчик(?:а)?|девочк[ау]|девушк[ау]|пар(?:ень|ня)|подрост(?:ок|ка)|водител[ья]|"
    r"пенсионер(?:к[ау]|а)?|жител[ья]|жительниц[ау]|человек(?:а)?|военн(?:ый|ого)|военнослужащ(?:ий|его)|солдат(?:а)?|бо(?:ец|йца)|"
    r"полицейск(?:ий|ого)|сотрудник(?:а)?|сотрудниц[ау]|подозреваем(?:ый|ая|ого|ую)|журналист(?:к[ау]|а)?|врач(?:а)?|медик(?:а)?|фельдшер(?:а)?|"
    r"учител[ья]|учительниц[ау]|студент(?:к[ау]|а)?|школьни(?:к|ка|ца|цу)|депутат(?:а|к[ау])?|судь[яю]|прокурор(?:а)?|чиновник(?:а)?|мэр(?:а)?|"
    r"священник(?:а)?|охранник(?:а)?|рабоч(?:ий|его)|спасател[ья]|пожарн(?:ый|ого)|пограничник(?:а)?|таксист(?:а)?|бизнесмен(?:а)?|активист(?:к[ау]|а)?|волонт[её]р(?:к[ау]|а)?|"
    r"чоловік(?:а)?|жінк[ау]|дитин[ау]|хлопчик(?:а)?|хлоп(?:ець|ця)|дівчинк[ау]|дівчин[ау]|підліт(?:ок|ка)|воді[йя]|"
    r"мешкан(?:ець|ця|к[ау])|людин[ау]|підозрюван(?:ий|а|ого|у)|військов(?:ий|ого)|військовослужбов(?:ець|ця)|поліцейськ(?:ий|ого|а|у)|"
    r"журналіст(?:к[ау]|а)?|лікар(?:к[ау]|я)?|вчител[ья]|вчительк[ау]|депутатк[ау]|судд[яю]|рятувальник(?:а)?|охорон(?:ець|ця)|підприєм(?:ець|ця)|"
    r"посадов(?:ець|ця)|робітник(?:а)?|"
    # How nouns end that name somebody by a trade, a people or a rank, but for some things.
    r"(?!источник|двигател|памятник|праздник|холодильник|светильник|джерел|двигун|пам['’]ятник|вогник|будинок)"
    r"\w{2,}(?:ник(?:а|у)?|ниц[аую]|тел[ьюя]|исту?|иста|істу?|іста|истк[ау]|ант(?:а)?|мен(?:а)?|[ое]лог(?:а)?|[ое]вец|[ое]вца|[ое]вець|[ое]вця|анин(?:а)?|янин(?:а)?|инец|инца|їнець|їнця|иянка|ємець|ємц[яю])|"
    r"фермер(?:а)?|электрик(?:а)?|електрик(?:а)?|сосед(?:а|к[ау])?|сусід(?:а|к[ау])?|шахт[её]р(?:а)?|шахтар(?:я)?|инженер(?:а)?|інженер(?:а)?|офицер(?:а)?|офіцер(?:а)?|моряк(?:а)?|рыбак(?:а)?|рибалк[ау]|пилот(?:а)?|пілот(?:а)?|прохож(?:ий|его|ая|ую)|перехож(?:ий|ого|а|у)|монтер(?:а)?|машинист(?:а)?|"
    r"он|она|він|вона|"
    # "Двое погибли, третий попал в больницу".
    r"второй|третий|четв[её]ртый|пятый|ещё один|еще один|ещё одна|еще одна|другий|третій|четвертий|п['’]ятий|ще один|ще одна|"
    r"дочь|сын(?:а)?|мать|от(?:ец|ца)|бабушк[ау]|дедушк[ау]|жен[ау]|муж(?:а)?|дочк[ау]|доньк[ау]|мати|матір|батьк[оа]|бабус[яю]|дідус[ья]|дружин[ау]|син(?:а)?)"
)
_NAME = r"(?-i:[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+\s+[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+)"
# "Вершинин ранен": a word that ends as surnames do, and no town of such an ending.
_SURNAME = r"(?-i:[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+(?:ин|ін|ын|ина|іна|ына|ский|ська|ський|ская|енко|чук|щук|юк|дзе|швили|швілі|ян|ова|ева|єва|ёва))"
# Deeds of one doer, whose object alone is harmed; what is said of the harmed, either side.
_DONE_BY_ONE: dict[Attribute, str] = {
    Attribute.KILLED: r"убил[а]?|застрелил[а]?|зарезал[а]?|расстрелял[а]?|вби(?:в|ла)|застрели(?:в|ла)|заріза(?:в|ла)|розстріля(?:в|ла)",
    Attribute.INJURED: r"ранил[а]?|порани(?:в|ла)",
    Attribute.DETAINED: r"задержал[а]?|арестовал[а]?|затрима(?:в|ла)|заарештува(?:в|ла)",
}
_VERBS: dict[Attribute, str] = {
    Attribute.KILLED: r"погиб(?:ла)?|скончал(?:ся|ась)|умер(?:ла)?|убит(?:а)?|убили|застрел(?:ен|ена|или)|расстреляли|расстрелян(?:а)?|зарезали|зарезан(?:а)?|загину(?:в|ла)|помер(?:ла)?|(?:у|в)бит(?:о|ий|а)|вбили|застрел(?:ено|или)|розстріля(?:ли|но)|заріза(?:ли|но)",
    Attribute.INJURED: r"ранен(?:а)?|ранили|пострадал(?:а)?|травмирован(?:а)?|госпитализирован(?:а)?|поранен(?:о|ий|а)|поранили|постражда(?:в|ла)|"
    r"травмован(?:о|ий|а)|госпіталізован(?:о|ий|а)|(?:попал(?:а)?|доставлен(?:а)?) в (?:\w+ )?(?:больницу|реанимацию|госпиталь)|ранило|получил(?:а)? (?:\w+ )?(?:ранени[ея]|травм[уы]|ожоги)|"
    r"(?:потрапи(?:в|ла)|доставлен(?:о|ий|а)) (?:до|в|у) (?:\w+ )?(?:лікарн[іюя]|реанімаці[їюя])|(?:дістав|дістала|отримав|отримала|зазнав|зазнала) (?:\w+ )?(?:поранення|поранень|травми|травм|опіки|опіків)",
    Attribute.DETAINED: r"задержан(?:а)?|задержали|арестован(?:а)?|арестовали|затриман(?:о|ий|а)|затримали|заарештован(?:о|ий|а)",
}
# "Водитель автобуса погиб", "помощник машиниста ночью скончался".
_OF_WHAT = r"(?:\s(?-i:[а-яёіїєґ'’-]+)){0,2}?"
_SINGLE = tuple(
    (
        attribute,
        re.compile(
            rf"(?<!\w)(?<!не )(?:(?:{_DONE_BY_ONE[attribute]}|{verb})\s+(?:{_ADJECTIVES}{_PERSON}(?!\w)|{_NAME})"
            rf"|(?:{_PERSON}(?!\w)(?:\s{_NAME}|{_OF_WHAT})|{_NAME}(?:,\s[^,.;]{{3,60}},)?|{_SURNAME})\s+(?:(?:был|была|також|также|тогда|тоді|сам)\s+)?(?:{verb})(?!\w)"
            rf"|{_NAME},\s(?:которого|которую|якого|яку)\s(?:\w+\s){{0,3}}(?:{verb})(?!\w))",
            re.IGNORECASE,
        ),
    )
    for attribute, verb in _VERBS.items()
)


# "Стрелявший покончил с собой": an attacker who died of it, apart from the victims.
_BY_OWN_HAND = re.compile(
    r"(?<!\w)(?:(?:стреляв|напада?в|нападав)ш\w+|(?:преступник|убийц|смертник|подозреваем|злоумышленник|террорист|стрелок|стрел[ьо]?ц|стрілець|стрільц|нападник|зловмисник|вбивц|терорист)\w*"
    r"|он|она|він|вона|сам)\s+(?:\w+\s+){0,2}?(?P<deed>покончил[аи]?\s+с\s+собой|застрелил(?:ся|ась)|застрелив(?:ся|сь)|застрелилася|взорвал\s+себя|подорвал\s+себя|підірвав\s+себе|"
    r"вкоротив\s+собі\s+віку|наклав\s+на\s+себе\s+руки|покінчив\s+із?\s+собою)(?!\w)",
    re.IGNORECASE,
)


def by_own_hand(words: str) -> list[CountMention]:
    """Return the attackers who are said to have killed themselves."""
    return [
        CountMention(
            span=Span(match.start(), match.end()),
            attribute=Attribute.KILLED,
            count=Count(1, 1, scope="attackers"),
            rule="bomber",
        )
        for match in _BY_OWN_HAND.finditer(words)
    ]


# "Убиты двое мужчин и женщина", "поранені троє дорослих та двоє дітей".
_AND_MORE = re.compile(
    rf"\s+(?:{_ADJECTIVES}(?-i:[а-яёіїєґ'’]+))?\s*(?:и|та|і|й)\s+(?P<more>{_ADJECTIVES}{_PERSON}|(?P<number>[\w'’]+)\s+(?P<noun>{_ADJECTIVES}[\w'’]+))(?!\w)",
    re.IGNORECASE,
)


def together(
    words: str,
    quantities: Sequence[Quantity],
    found: Sequence[CountMention],
    people: re.Pattern[str],
) -> list[CountMention]:
    """Read "убиты двое мужчин и женщина" as three: people joined share their harm."""
    made = list(found)
    for mention in found:
        own = [q for q in quantities if mention.span.contains(q.span)]
        if len(own) != 1 or mention.count.scope or mention.count.vague:
            continue
        joined = _AND_MORE.match(words, own[0].span.end)
        if joined is None or not people.search(
            words, own[0].span.end, joined.start("more")
        ):
            continue
        second = [q for q in quantities if q.span.start == joined.start("more")]
        if second and not people.match(joined["noun"] or ""):
            continue
        if not second and joined["number"]:
            continue
        more = second[0].count if second else Count(1, 1)
        if more.vague or _is_counted(made, mention, Span(*joined.span("more"))):
            continue
        open_ = mention.count.high is None or more.high is None
        high = None if open_ else (mention.count.high or 0) + (more.high or 0)
        made[made.index(mention)] = replace(
            mention,
            span=Span(mention.span.start, max(mention.span.end, joined.end())),
            count=replace(mention.count, low=mention.count.low + more.low, high=high),
            rule="together",
        )
    return made


def _is_counted(
    made: Sequence[CountMention], mention: CountMention, span: Span
) -> bool:
    """Say whether the second of two joined figures has a harm of its own."""
    return any(m is not mention and m.span.overlaps(span) for m in made)


# "Семеро из них школьники", "двоє з них — діти".
_OF_THEM = re.compile(
    r"\s+(?:из|з)\s+(?:них|которых|яких)(?:\s+[—–-])?\s+(?P<noun>[\w'’]+(?:\s[\w'’]+)?)",
    re.IGNORECASE,
)
# "Среди них ребёнок", "зокрема шестирічного хлопчика", "включая подростка".
_ONE_OF_THEM = re.compile(
    r"(?<!\w)(?:среди (?:них|погибших|раненых|пострадавших)|серед (?:них|загиблих|поранених|постраждалих)|в том числе|у тому числі|включая|зокрема|включно з)"
    rf"(?:\s+(?:есть|є|также|також|и|й|—|–))?\s+(?P<who>{_ADJECTIVES}{_PERSON})(?!\w)",
    re.IGNORECASE,
)
_BY_WORD = (
    (Attribute.KILLED, re.compile(r"погиб|убит|вбит|загиб|загин", re.IGNORECASE)),
    (Attribute.INJURED, re.compile(r"ранен|пострад|поран|постражд", re.IGNORECASE)),
)


def parts(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Return the kinds of people that are some, or one, of those harmed before."""
    told = [
        (Span(q.span.start, match.end()), match["noun"], q.count)
        for q in quantities
        if (match := _OF_THEM.match(words, q.span.end))
    ]
    told += [
        (Span(*match.span()), match["who"], Count(1, 1))
        for match in _ONE_OF_THEM.finditer(words)
    ]
    made = []
    for span, noun, count in told:
        kind = kind_of(noun)
        harm = _harm_of(words, span, found)
        if kind is None or harm is None or any(f.span.overlaps(span) for f in found):
            continue
        part = replace(count, scope=kind)
        made.append(CountMention(span=span, attribute=harm, count=part, rule="part"))
    return made


def _harm_of(words: str, span: Span, found: Sequence[CountMention]) -> Attribute | None:
    """Return what befell those whom a part is of: by its own word, or as told before."""
    own = next((a for a, word in _BY_WORD if word.search(span.of(words))), None)
    before = [f for f in found if f.span.start < span.start and f.rule != "none"]
    return own or (before[-1].attribute if before else None)


def single(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Return the persons said in the singular to be harmed, where no number says it."""
    return [
        CountMention(
            span=Span(match.start(), match.end()),
            attribute=attribute,
            count=Count(1, 1),
            rule="slavic_single",
        )
        for attribute, pattern in _SINGLE
        for match in pattern.finditer(words)
        if not any(
            f.attribute is attribute
            and f.span.overlaps(Span(match.start(), match.end()))
            for f in found
        )
    ]


def complete(
    words: str,
    quantities: Sequence[Quantity],
    found: Sequence[CountMention],
    people: re.Pattern[str],
) -> list[CountMention]:
    """Return a sentence's counts with what its Slavic words add to them."""
    made = together(words, quantities, found, people)
    made += by_own_hand(words)
    made += parts(words, quantities, made)
    return made + single(words, made)
