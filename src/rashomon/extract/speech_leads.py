"""Who speaks in the words before a verb of saying, in languages read without a parse.

"Днём мэр города тоже" is the mayor; "неофициально" and "первые" are nobody; "цифра,
которую он" is he.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from rashomon.model.document import Span

_WHEN = (
    r"дн[её]м|утром|вечером|ночью|вранці|зранку|удень|вдень|увечері|ввечері|вночі|уночі|позже|позднее|пізніше|згодом|ранее|раньше|раніше|до цього|перед этим|перед цим|"
    r"затем|потом|потім|сначала|сперва|спершу|вначале|поначалу|спочатку|нині|ныне|тем временем|тим часом|между тем|водночас|одновременно|натомість|накануне|напередодні|сегодня|сьогодні|вчера|вчора|"
    r"тогда|тоді|сейчас|зараз|теперь|тепер|наконец|нарешті|за якийсь час|через некоторое время|до того|до тем|(?:после|до) этого|після цього|перед тем|перед тим|там|предварительно|попередньо|на этот раз|цього разу|к вечеру|до вечера|(?:станом на|по состоянию на) (?:\d{1,2}[:.]\d\d|\w+)|(?:una?|dos|tres|\d+) horas? antes|poco antes|más tarde|(?:la veille|le soir|dans la (?:soirée|matinée|nuit))(?: \w+ \w+)?"
)
_HOW = (
    r"также|також|тоже|теж|при этом|при цьому|однако|однак|проте|но|але|а|и|й|і|та|зато|впрочем|втім|утім|щоправда|кроме того|крім того|в свою очередь|у свою чергу|со своей стороны|зі свого боку|"
    r"якобы|нібито|уже|вже|пока|поки|ещё|еще|ще|(?:не)?официально|(?:не)?офіційно|прямо|сам|лично|особисто|напомним|нагадаємо|отметим|зауважимо|по традиции|зокрема|собственно|eux|elles|de son côté|à son tour|également|en revanche"
)
_LEADING = re.compile(rf"(?:{_WHEN}|{_HOW})(?:,)?\s+", re.IGNORECASE)
# "Группировка причастность опровергла": what is denied stands before the verb, too.
_WHAT = r"(?:(?:свою|эту|эти|цю|ці) )?(?:причастность|ответственность|вину|информацию|обвинения|сообщения|данные|удар|атаку|причетність|відповідальність|інформацію|звинувачення|повідомлення)|это|це"
_TRAILING = re.compile(rf",?\s+(?:{_WHEN}|{_HOW}|{_WHAT}),?$", re.IGNORECASE)
_NOBODY = re.compile(
    rf"(?:{_WHEN}|{_HOW}|перв\w+|перш\w+|об этом|про це|это|це|так|как|як|где|де|кто|хто|кто-то|хтось|никто|ніхто|многие|багато хто|что|що|по \w+|за \w+)",
    re.IGNORECASE,
)
# "О пострадавших власти не сообщали": nobody said anything.
_UNSAID = re.compile(r"(?<!\w)не$", re.IGNORECASE)
_IN_A_BODY = re.compile(r"(?:в|во|у)\s+(?=\w)", re.IGNORECASE)
# Nouns that name who speaks without a capital: offices, bodies, witnesses.
_SPEAKERS = re.compile(
    r"(?:(?:[\w-]+(?:ий|ый|ой|ая|яя|ое|ее|ые|ие|ська|ське|ські|на|не|ні|ова|ове|ові|ева|еве|еві|ого)|його|її|их|его|е[её])\s+){0,2}"
    r"(?:власт|влад|полици|поліці|губернатор|мэр|мер(?:ія)?\b|глав|голов|мини?стр|міністр|минист|міністер|представител|представни|речни|источник|джерел|очевид|свидетел|свідк|жител|мешкан|"
    r"военн|військов|следствен|следовател|слідч|сми\b|змі\b|канал|telegram|телеграм|паблик|паблік|пресс-?служб|прес-?служб|ведомств|відомств|прокур|спасател|рятувальни|медик|врач|лікар|"
    r"издани|видан|агентств|газет|журналист|журналіст|руководител|керівни|очільни|начальни|чиновни|депутат|президент|премьер|прем|компани|компані|мвд\b|мвс\b|мчс\b|дснс\b|гур\b|сбу\b|фсб\b|ск\b|"
    r"мать|отец|мати|батько|водител|воді|сосед|сусід|собеседни|співрозмовни|эксперт|експерт|аналити|аналіти|оккупант|окупант|железнодорожн|залізничник|партизан|рыбак|рабоч|пенсионер)\w*",
    re.IGNORECASE,
)
# "Пишуть про це …": a verb of saying opens the clause, and its subject follows.
_VERB_FIRST = re.compile(
    r"(?:пиш|сообща|повідомля|каж|говор|рассказыва|розповіда)\w+", re.IGNORECASE
)
_CAPITAL = re.compile(r"[«\"]?[A-ZÀ-ÝА-ЯЁІЇЄҐ]")


def source_in(lead: str, pronouns: AbstractSet[str], *, plural: bool) -> Span | None:
    """Return where in the words before a verb its subject stands, None where in none.

    ``plural``: the verb may have no subject but a body ("в мэрии сообщили").
    """
    if _UNSAID.search(lead):
        return None
    start, end = 0, len(lead)
    last = re.search(r"[\w'’-]+$", lead)
    if last and last.group().lower() in pronouns:
        return Span(last.start(), end)
    while led := _LEADING.match(lead, start):
        start = led.end()
    while trailing := _TRAILING.search(lead[start:end]):
        end = start + trailing.start()
    inside = _IN_A_BODY.match(lead, start)
    if inside and plural:
        return Span(inside.end(), end)
    words = lead[start:end]
    if words.endswith(("»", "”")) and not {"«", "“"} & set(words):
        # Of the marks around a name one was taken for the edge of the clause.
        end, words = end - 1, words[:-1]
    if inside or not words or _NOBODY.fullmatch(words) or _VERB_FIRST.match(words):
        return None
    named = _CAPITAL.match(words) or _SPEAKERS.match(words)
    return Span(start, end) if named else None


def is_speaker(words: str) -> bool:
    """Say whether words begin with a noun that names who speaks."""
    return _SPEAKERS.match(words) is not None
