"""Reported speech by patterns, sentence by sentence, for languages without a parse.

Three shapes carry nearly all of it: the source before its verb ("X сообщил, что …"),
the verb after the words ("…, сообщил X"), and a phrase ("по словам X, …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.extract import speaker_offices, speech_leads
from rashomon.extract.reading import Reading
from rashomon.extract.speech_cues_abroad import BY_LANGUAGE, Cues
from rashomon.extract.speech_relations import Relation
from rashomon.model.claim import Stance
from rashomon.model.document import Span

# A source in front of its verb is at most this long; more is a clause of its own.
SOURCE_CHARS = 110
_BY_PRONOUN = r"\b(?:по|за) (?P<who>его|е[её]|их|його|її|їхніми) (?P<cue>словам|словами|данным|даними|версии|версією|оценке|оцінкою|подсч[её]там|підрахунками|информации|інформацією|сведениям|мнению)\b"
_EDGE = ' \t\n,;:—–-«»"“”„().…'
_CAPITAL = r"[A-ZÀ-ÝА-ЯЁІЇЄҐ]"
# Where and when it was said stands between verb and source: "в Telegram", "во вторник".
_BETWEEN = re.compile(
    r"(?:(?:в|у|на|в эфире|во|im|in|en|w|sur) (?:своем |своём |своєму |свой )?"
    r"(?:Telegram|Телеграм\w*|telegram\w*|телеграм\w*|Facebook|Фейсбук\w*|X|Twitter|вторник|среду|понедельник|четверг|пятницу|субботу|воскресенье|"
    r"понеділок|вівторок|середу|четвер|п['’]ятницю|суботу|неділю|эфире\b[^,.]{0,30}|социальн\w+ сет\w+|соцсет\w+)(?:-канал\w*)?,?(?: \d{1,2} [а-яіїєґ]+,?)? )?"
)
_SOURCE_END = re.compile(
    r"[,.;:!?()\n…]| — | – |$"
    r"| (?=(?:пиш(?:е|ет|ут|уть)|сообща(?:ет|ют)|переда[её]т|передают|повідомля(?:є|ють)|стверджу(?:є|ють)|утвержда(?:ет|ют)|говорит|каже|(?:назвал|называл|сообщал|сообщил|писал|утверждал|рассказал|заявил|назива|розпові)\w*)\b)"
    r"| (?=(?:wurden?|werden|wird|ist|sind|war|waren|hat|haben|hatten?|sei|seien|soll|sollen|kam|kamen|gab|gibt)\b)"
)
# A plural verb with no subject speaks for a body: "признали в мэрии".
_IN_A_BODY = re.compile(r"(?:в|во|у) [а-яёіїєґА-ЯЁІЇЄҐ]", re.IGNORECASE)
# A dot after an initial or inside a number does not end a source.
_AGENCY_OBJECT = re.compile(
    r"^(?:ТАСС|«[^»]{2,30}»|РИА(?: Новости)?|[A-Z]{2,6}|Интерфаксу|журналистам|журналістам|агентству «[^»]+») (?=[А-ЯЁІЇЄҐа-яёіїєґ])"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """One language's cues, compiled."""

    verb: re.Pattern[str]
    phrase: re.Pattern[str]
    pronoun: re.Pattern[str]
    lead: re.Pattern[str]
    denial: re.Pattern[str]
    silence: re.Pattern[str]
    pronouns: frozenset[str]


@cache
def _compiled(language: str) -> _Patterns:
    cues: Cues = BY_LANGUAGE[language]
    said = rf"{cues.silences}|{cues.denials}|{cues.verbs}"
    flags = re.IGNORECASE
    return _Patterns(
        verb=re.compile(
            rf"(?P<as>\b(?:{cues.as_words})\s+)?(?<![\w-])(?P<verb>{said})(?![\w-])",
            flags,
        ),
        phrase=re.compile(rf"(?<![\w-])(?P<cue>{cues.phrases})(?:\s+|(?<=\s))", flags),
        pronoun=re.compile(_BY_PRONOUN, flags),
        lead=re.compile(rf"^[\s,:—–-]*(?:(?:{cues.that})\s)?", flags),
        denial=re.compile(rf"(?:{cues.denials})$", flags),
        silence=re.compile(rf"(?:{cues.silences})$", flags),
        pronouns=cues.pronouns,
    )


def find(reading: Reading) -> list[Relation]:
    """Return the relations of a text in one of the languages of the table."""
    if reading.language not in BY_LANGUAGE:
        return []
    patterns = _compiled(reading.language)
    found: list[Relation] = []
    before: Span | None = None
    for sentence in reading.sentences():
        words = sentence.of(reading.text)
        back = _of_sentence_before(words, sentence.start, before, patterns)
        found.extend([back] if back else _of_sentence(words, sentence.start, patterns))
        before = sentence
    return found


# "Об этом сообщил мэр": what was told stands before it.
_OF_THIS = re.compile(
    r"(?:Об этом|Про це|(?:Об?|Про) \w+|(?:Эт[уи]|Такую|Такие|Ц[юі]|Так[уі]) (?:информацию|цифр[уыи]|данные|інформацію|дані))"
    r" (?P<who>(?:[\w,-]+ ){0,8}?)$"
)
# "Так утверждает мэрия": a sentence of its own.
_SO = re.compile(r"(?:так|таке|такое)\s+$", re.IGNORECASE)


def _of_sentence_before(
    words: str, at: int, before: Span | None, patterns: _Patterns
) -> Relation | None:
    """Read "Об этом сообщил X": the sentence before it is X's."""
    match = patterns.verb.search(words)
    if match is None or before is None:
        return None
    led = words[: match.start("verb")]
    of_this = _OF_THIS.match(led)
    if not (of_this or _SO.fullmatch(led)):
        return None
    source = _source_behind(words, match.end("verb"), match.group("verb"))
    if of_this and not (source and speech_leads.is_speaker(source.of(words))):
        who = of_this["who"].strip()
        said = speech_leads.source_in(who, patterns.pronouns, plural=False)
        source = said.shifted(of_this.start("who")) if said else source
    if source is None:
        return None
    stance = _stance(match.group("verb"), patterns)
    told = _stripped(words, max(source.end, match.end()), len(words), at)
    source = source.shifted(at)
    return _relation((before, *told), source, _cue(match, "verb", at), stance)


def _of_sentence(words: str, at: int, patterns: _Patterns) -> Iterator[Relation]:
    phrase = patterns.phrase.search(words)
    if phrase is not None:
        relation = _of_phrase(words, at, phrase)
        if relation is not None:
            yield relation
            return
    for match in patterns.pronoun.finditer(words):
        contents = _around(words, at, match.start(), match.end())
        source = Span(at + match.start("who"), at + match.end("who"))
        cue = _cue(match, "cue", at)
        relation = _relation(contents, source, cue, Stance.ASSERTS)
        if relation is not None:
            yield relation
            return
    for match in patterns.verb.finditer(words):
        relation = _inverted(words, at, match, patterns) or _direct(
            words, at, match, patterns
        )
        if relation is not None:
            yield relation
            return


def _of_phrase(words: str, at: int, match: re.Match[str]) -> Relation | None:
    source = _source_after(words, match.end())
    if source is None:
        return None
    contents = _around(words, at, match.start(), source.end)
    return _relation(
        contents, source.shifted(at), _cue(match, "cue", at), Stance.ASSERTS
    )


# "Канал «Вежа» пише": marks around few words are a name's, and no utterance's.
_ENDS_NAME = re.compile(r"\w\s+[«\"“][^«»\"“”\s]+(?:\s[^«»\"“”\s]+){0,2}[»\"”]$")


# "Les voisins, eux, comptent neuf morts": a figure or a clause is no source.
_WHAT_IS_SAID = re.compile(
    r"\d|(?:d['’]|de |du |que |qu['’]|что |що |dass )"
    r"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante)\b",
    re.IGNORECASE,
)


def _inverted(
    words: str, at: int, match: re.Match[str], patterns: _Patterns
) -> Relation | None:
    """Read "…, сообщил X" and "как сообщает X, …": the source follows the verb."""
    before = words[: match.start()].rstrip()
    led = match.group("as") is not None
    tagged = bool(before) and (
        (before[-1] in ',—–-»"”' and not _ENDS_NAME.search(before))
        or _SUCH_IS.search(before) is not None
    )
    if not (led or tagged) or words[match.end() : match.end() + 1] != " ":
        return None
    if _WHAT_IS_SAID.match(words, match.end() + 1):
        return None
    source = _source_behind(words, match.end(), match.group("verb"))
    if source is None:
        return None
    contents = _around(words, at, match.start(), source.end)
    stance = _stance(match.group("verb"), patterns)
    return _relation(contents, source.shifted(at), _cue(match, "verb", at), stance)


def _behind(
    words: str, at: int, match: re.Match[str], patterns: _Patterns
) -> Relation | None:
    """Read "версию взрыва подтвердил мэр Иван Петров": the subject follows its verb."""
    source = _source_after(words, match.end())
    if source is None:
        return None
    contents = _around(words, at, match.start(), source.end)
    stance = _stance(match.group("verb"), patterns)
    return _relation(contents, source.shifted(at), _cue(match, "verb", at), stance)


def _source_behind(words: str, end: int, verb: str) -> Span | None:
    """Return the source that follows its verb, which ends here."""
    between = _BETWEEN.match(words, end + 1)
    start = between.end() if between else end + 1
    if _IN_A_BODY.match(words[start:]) and verb.endswith(("ли", "ть", "т", "ся", "сь")):
        start = words.index(" ", start) + 1
    agency = _AGENCY_OBJECT.match(words[start:])
    return _source_after(words, start + (agency.end() if agency else 0))


# "Двое погибли — такие данные привёл штаб": a dash and a word for what was said.
_SUCH_IS = re.compile(r"[—–] так(?:ие|і|ой|ую|а|ов\w*)\s[^.;—–]{3,120}$")


def _direct(
    words: str, at: int, match: re.Match[str], patterns: _Patterns
) -> Relation | None:
    """Read "X сообщил, что …": the source stands before the verb."""
    before = words[: match.start()]
    clause = re.split(r";|(?<!\d):|:(?!\d)|\s[—–]\s", before)[-1]
    if len(clause) > SOURCE_CHARS or not clause.strip(_EDGE):
        comma = before.rfind(", ")
        clause = before[comma + 2 :] if comma >= 0 else ""
    lead = clause.strip(_EDGE)
    if speaker_offices.SPEAKS.match(words, match.end()):
        return _behind(words, at, match, patterns)
    plural = match.group("verb").endswith(("ли", "ть", "т"))
    subject = speech_leads.source_in(lead, patterns.pronouns, plural=plural)
    if not lead or subject is None:
        return None
    start = match.start() - len(clause) + clause.index(lead)
    source = _with_quote(words, subject.shifted(start)).shifted(at)
    lead_in = patterns.lead.match(words[match.end() :])
    begin = match.end() + (lead_in.end() if lead_in else 0)
    contents = _stripped(words, begin, len(words), at)
    stance = _stance(match.group("verb"), patterns)
    return _relation(contents, source, _cue(match, "verb", at), stance)


def _with_quote(words: str, source: Span) -> Span:
    """Return a source with the mark that closes the name in it: "канал «Вежа»"."""
    inside = source.of(words)
    opened = "«" in inside and "»" not in inside
    closed = opened and words[source.end : source.end + 1] == "»"
    return Span(source.start, source.end + 1) if closed else source


# Where and when it was said, behind the source: "МЧС в четверг", "мэр в Telegram".
_AFTERWARDS = re.compile(
    r" (?:(?:в|во|у|на|в эфире|через) (?:сво[её]м |своєму |официальном |офіційному )?"
    r"(?:Telegram|[Тт]елеграм|Facebook|Фейсбук|X\b|Twitter|вторник|среду|понедельник|четверг|пятницу|субботу|воскресенье|понеділок|вівторок|середу|"
    r"четвер|п['’]ятницю|суботу|неділю|эфир|ефір|соцсет|соцмереж|канал|социальн|соціальн|комментари|коментар|интервью|інтерв|беседе|брифинг|брифінг|"
    r"пресс-конференци|прес-конференці)|утром|вечером|днем|днём|ночью|вранці|ввечері|сегодня|сьогодні|вчера|вчора|журналистам|журналістам|станом на|по состоянию на|"
    r"\d{1,2} (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лют|берез|квітн|травн|червн|липн|серпн|вересн|жовтн|"
    r"листопад|грудн)"
    r"|(?:am )?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|(?:am )?Mittwoch|we? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)"
    r"|(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|(?:lune|marte|mercole|giove|vener)dì|(?:sabato|domenica))"
)


# "Сообщил он у себя в канале": he and no more.
_PRONOUN = re.compile(r"\s*(?:он|она|они|він|вона|вони)\b")


def _source_after(words: str, start: int) -> Span | None:
    end_mark = _SOURCE_END.search(words, start)
    end = end_mark.start() if end_mark else len(words)
    afterwards = _AFTERWARDS.search(words, start + 1, end)
    end = afterwards.start() if afterwards else end
    while (
        end < len(words)
        and words[end] == "."
        and re.search(rf"\b{_CAPITAL}$", words[:end])
    ):
        further = _SOURCE_END.search(words, end + 1)
        end = further.start() if further else len(words)
    alone = _PRONOUN.match(words, start)
    end = alone.end() if alone else end
    text = words[start:end]
    bare = text.strip(_EDGE.replace("«", "").replace("»", "").replace('"', ""))
    if not bare or len(bare) > SOURCE_CHARS:
        return None
    first = start + text.index(bare)
    return Span(first, first + len(bare))


def _around(words: str, at: int, start: int, end: int) -> tuple[Span, ...]:
    return (
        *_stripped(words, 0, start, at),
        *_stripped(words, end, len(words), at),
    )


def _stripped(words: str, start: int, end: int, at: int) -> tuple[Span, ...]:
    text = words[start:end]
    bare = text.strip(_EDGE)
    if len(bare) < 3:
        return ()
    first = at + start + text.index(bare)
    return (Span(first, first + len(bare)),)


def _cue(match: re.Match[str], group: str, at: int) -> Span:
    start = match.start(group)
    return Span(at + start, at + start + len(match.group(group).rstrip()))


def _stance(verb: str, patterns: _Patterns) -> Stance:
    if patterns.silence.match(verb):
        return Stance.DOUBTS
    return Stance.DENIES if patterns.denial.match(verb) else Stance.ASSERTS


def _relation(
    contents: tuple[Span, ...], source: Span, cue: Span, stance: Stance
) -> Relation | None:
    if not contents:
        return None
    return Relation(
        contents=contents, source=source, named=source, cue=cue, stance=stance
    )
