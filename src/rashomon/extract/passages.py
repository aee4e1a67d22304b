"""Passages: the sentences of a report, each with everything that was read in it.

What ``accounts`` groups. Owns the question whether a time or a place in a sentence
belongs to what happened or to who spoke of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.extract import (
    aftermath,
    agency,
    agency_slavic,
    doers,
    means,
    objects,
    outcomes,
    parts,
    time_sentence,
    triggers,
    victims,
)
from rashomon.extract.dateline_words import is_dateline
from rashomon.extract.doer_places import is_doer
from rashomon.extract.heads import NOTHING_SEEN, Heads, Role
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.extract.time_sentence import Told
from rashomon.extract.triggers import Trigger
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, Mention, TimeMention, Toponym
from rashomon.model.value import GeoPrecision

_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|on|near|outside|inside|around|over|across|of|from|to|into|towards|hit|hitting|struck|striking|attacked|targeted|targeting|bombed|shelled|rocked|blasted|pounded|reached)\s+"
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,4}|^|[,—–:(]\s*|\b(?:в|во|у|на|под|над|по|возле|біля|під|in|en|a)\s+(?:\w+\s+){0,3})$",
    re.IGNORECASE,
)


# A sentence that the heads give a lower chance tells of no incident to them.
TOLD = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence. ``index`` counts from 0; ``paragraph`` counts paragraphs.

    ``times`` can be when something happened in it; ``spoken`` are days on which somebody
    spoke of it ("officials said on Tuesday"). ``tied`` are those of the times that hang
    on the very words that tell of it ("opened fire on Wednesday"). ``clocks`` are times of
    day that no day stands beside, ``written`` the dates of a dateline or a page's stamp.
    ``kinds`` is how likely the heads hold it that the sentence tells of each kind of
    incident; empty where they do not read.
    """

    index: int
    paragraph: int
    span: Span
    words: str
    triggers: tuple[Trigger, ...]
    times: tuple[TimeMention, ...]
    toponyms: tuple[Toponym, ...]
    counts: tuple[CountMention, ...]
    statements: tuple[Statement, ...]
    unreal: bool
    spoken: tuple[TimeMention, ...] = ()
    clocks: tuple[TimeMention, ...] = ()
    written: tuple[TimeMention, ...] = ()
    tied: tuple[TimeMention, ...] = ()
    kinds: Mapping[str, float] = field(default_factory=dict)
    parted: bool = False

    @property
    def weight(self) -> float:
        """How surely the sentence tells of an incident, by its strongest word."""
        return max((t.weight for t in self.triggers), default=0.0)

    @property
    def chance(self) -> float:
        """How likely the heads hold it that the sentence tells of an incident."""
        return max(
            (self.kinds.get(name, 0.0) for name in triggers.BY_HEAD), default=0.0
        )

    @property
    def told(self) -> bool:
        """Whether a deed, a figure or the heads say that it tells of an incident."""
        seen = self.kinds.get("told", 0.0) >= TOLD
        return bool(self.triggers or self.counts) or seen

    @property
    def deeds(self) -> tuple[Trigger, ...]:
        """The deeds that its words name, not what all of it seems to the heads."""
        return tuple(t for t in self.triggers if not t.whole)

    @property
    def has_deed(self) -> bool:
        """Whether its words name a deed or somebody harmed."""
        return self.harmed or bool(self.deeds)

    @property
    def headed(self) -> bool:
        """Whether the place that it has is told by a line above it (``sections``)."""
        return any(t.span.start < self.span.start for t in self.toponyms)

    @property
    def harmed(self) -> bool:
        """Whether it counts anybody harmed."""
        return any(c.count.low > 0 for c in self.counts)


# "It happened at dawn": the sentence has no word of its own for what happened.
_OCCURRED = re.compile(
    r"\b(?:it|this|that|incident|attack|raid|blast) (?:\w+ )?(?:occurred|happened|took place|came|began|started)\b|\bпроизош\w+|\bслучил\w+|\bстал(?:ося|ась|ося)\b|\bсталася\b",
    re.IGNORECASE,
)


def tells(passage: Passage) -> bool:
    """Say whether a sentence tells of what happened, so that its day is the incident's."""
    return passage.told or bool(_OCCURRED.search(passage.words))


def _statements(
    reading: Reading,
    roles: Sequence[Role],
    counts: Sequence[CountMention],
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
) -> list[Statement]:
    """Return what the report says of means, ends, doers, objects, parts and people."""
    text = reading.text
    said = [
        *means.find(text),
        *outcomes.find(text, reading.language),
        *agency.find(text),
        *agency_slavic.find(text, reading.language),
        *doers.find(reading),
        *objects.find(reading),
        *aftermath.find_consequences(text),
        *aftermath.find_evidence(text),
        *victims.find(reading, counts, mentions),
    ]
    by_head = parts.without_victims(parts.find(reading, roles, toponyms), counts)
    said = parts.merge(said, by_head)
    said += outcomes.rebuttals(text, [s for s in said if s.reader == "outcomes"])
    return said


def split(
    reading: Reading,
    *,
    times: Sequence[TimeMention],
    counts: Sequence[CountMention],
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
    seen: Heads = NOTHING_SEEN,
) -> list[Passage]:
    """Return the report's sentences with what was read, and seen by the heads, in each."""
    text = reading.text
    sentences = reading.sentences()
    found = triggers.weighed(text, triggers.of(reading), sentences, seen.types)
    said = _statements(reading, seen.roles, counts, mentions, toponyms)
    passages = []
    starts = [t.span.start for t in times]
    paragraph, last_end = 0, 0
    for index, span in enumerate(sentences):
        paragraph += "\n" in text[last_end : span.start]
        last_end = span.end
        words = span.of(text)
        here = tuple(t for t in found if span.contains(t.span))
        counted = tuple(c for c in counts if _starts_in(span, c.span))
        facts = tuple(f for f in seen.facts if _starts_in(span, f.span))
        dated = time_sentence.sorted_out(
            reading,
            span,
            _within(span, times, starts),
            Told(found, here, counted, facts),
        )
        passages.append(
            Passage(
                index=index,
                paragraph=paragraph,
                span=span,
                words=words,
                triggers=here,
                times=dated.deed,
                tied=dated.tied,
                spoken=dated.spoken,
                clocks=dated.clocks,
                written=dated.written,
                toponyms=tuple(t for t in toponyms if _starts_in(span, t.span)),
                counts=counted,
                statements=tuple(s for s in said if _starts_in(span, s.span)),
                unreal=triggers.is_unreal(words, reading.language),
                kinds=seen.types[index] if seen.types else {},
            )
        )
    return passages


def _within(
    sentence: Span, times: Sequence[TimeMention], starts: Sequence[int]
) -> Sequence[TimeMention]:
    """Return the times of a sentence; they are in reading order."""
    return times[
        bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)
    ]


def _starts_in(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


_ACTS = re.compile(
    r"^(?:['’]s)?(?: and (?:the )?[A-Z][\w-]+)? (?:\w+ly )?(?:puts?|believes?|believed|suspects?|carries|carried|says?|said|claims?|claimed|denies|denied|accuses?|accused|blames?|blamed|has|had|insists?|insisted|"
    r"confirms?|confirmed|vows?|warns?|calls?|called|wants?|will|would|did|does|rejects?|admits?|launche[sd]|bombs|bombards|shells|pounds|invades|fired|sent|told|gave|announced|aimed|urged|ordered"
    r"|(?:attacked|struck|bombed|shelled|targeted|hit) (?:the|an?|its|some|several|two|three|four|\d+)"
    r"|[Mm]ayor|[Gg]overnor|[Aa]uthorities|[Oo]fficials|[Gg]overnment|[Pp]olice|[Pp]resident|[Mm]inistr\w+|[Mm]ilitary|[Aa]rmy|[Ii]ntelligence|[Aa]ir [Ff]orce|[Ff]orces|[Tt]roops|[Nn]avy|[Ff]oreign [Mm]|[Dd]efen[cs]e [Mm]|[Pp]arliament|[Cc]ourt|[Pp]rosecutors?)\b"
)


# "Officials in Kyiv": a seat of power, not where something was.
_SEATED = re.compile(
    r"\b(?:officials?|authorities|leaders?|government|lawmakers|diplomats|ministr\w+|media|sources?|courts?|judges) (?:\w+ )?in (?:the )?$",
    re.IGNORECASE,
)


# "Near the interior ministry in Alton": a building, where something was.
_AT_A_SEAT = re.compile(
    r"\b(?:near|outside|at|on|inside|against|of|hit|struck|into|targeted|attacked|stormed) (?:the |an? )?(?:[\w-]+ ){0,2}(?:ministr\w+|courts?) in (?:the )?$",
    re.IGNORECASE,
)

# "In a Polish village": where, by country; "a Polish officer" is no place.
_PLACE_OF = re.compile(
    r"^ (?:[a-z-]+ )?(?:village|town|city|hamlet|border|region|province|port|coast|territory|soil|airspace|waters|frontier)\b"
)


def words_before(text: str, toponym: Toponym, chars: int) -> str:
    """Return so much of the text right before a name."""
    return text[max(0, toponym.span.start - chars) : toponym.span.start]


def is_place_of_people(text: str, toponym: Toponym) -> bool:
    """Say whether an adjective says in which country a place without a name is."""
    after = text[toponym.span.end : toponym.span.end + 40]
    return toponym.demonym and bool(_PLACE_OF.match(after))


_BESIDE = re.compile(
    r"\b(?:near|outside|outskirts of|suburbs? of|close to|not far from|borders? (?:with|of|to)|bordering|на окраине|под|недалеко от|поблизу|біля)\s+(?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)
# "65 kilometers (40 miles) southeast of the city of Alton"; "in the east of" is within.
_FROM_AFAR = re.compile(
    r"(?:\b(?:km|kilomet\w+|miles?|км|километр\w*|кілометр\w*)\b[^.;,\n]{0,30}?\b(?:from|of|от|від)"
    r"|(?<!the )\b(?:north|south|east|west)-?(?:east|west|north|south)?(?:ern)? of)\s+(?:the )?(?:\w+ (?:of )?)?$",
    re.IGNORECASE,
)


def is_beside(text: str, toponym: Toponym) -> bool:
    """Say whether something is near a place rather than in it ("close to Ukraine")."""
    before = words_before(text, toponym, 40)
    return bool(_BESIDE.search(before)) or is_afar(text, toponym)


def is_afar(text: str, toponym: Toponym) -> bool:
    """Say whether a name only says in which direction, or how far from it, something is."""
    before = words_before(text, toponym, 60)
    return bool(_FROM_AFAR.search(before.split("\n")[-1]))


def acts_as_body(text: str, toponym: Toponym) -> bool:
    """Say whether a name does what only a government does ("Kyiv says")."""
    return bool(_ACTS.match(text[toponym.span.end : toponym.span.end + 20]))


_IN_A_NAME = re.compile(
    r"^(?: [A-Z][\w'’-]*){0,3} (?:[Pp]lant|[Ff]actory|[Pp]rison|[Jj]ail|[Ww]orks|[Cc]ompany|[Rr]efinery|[Ss]chool|[Hh]ospital|[Uu]niversity|[Hh]otel)\b"
)


def is_in_a_name(text: str, toponym: Toponym) -> bool:
    """Say whether a name is part of a facility's ("the Kremny EL factory")."""
    return bool(_IN_A_NAME.match(text[toponym.span.end : toponym.span.end + 60]))


# "The Telegram channels Alton and Borton": who reports, whatever towns are called so.
_REPORTS = re.compile(
    r"\b(?:channels?|newspapers?|agenc(?:y|ies)|outlets?|portals?|websites?|broadcasters?|stations?|magazines?|dail(?:y|ies)"
    r"|\w*-?канал\w*|газет\w+|издани\w+|видан\w+|агентств\w+|портал\w*) (?:[\"“«]?[\w-]+[\"”»]? (?:and|и|та|і) )?[\"“«]?$",
    re.IGNORECASE,
)


def is_an_outlet(text: str, toponym: Toponym) -> bool:
    """Say whether a name is that of a channel or a paper."""
    before = words_before(text, toponym, 60)
    return bool(_REPORTS.search(before))


# "Mortars fired from Alton fell on Borton": Borton was hit.
_FIRED_FROM = re.compile(
    r"\b(?:fired|launched|flown|flew|took off|taken off) (?:\w+ )?from (?:the )?$",
    re.IGNORECASE,
)


def is_fired_from(text: str, toponym: Toponym) -> bool:
    """Say whether a name is where something was fired or flew from."""
    before = words_before(text, toponym, 60)
    return bool(_FIRED_FROM.search(before))


# "In Kyiv, the ministry wrote": where somebody spoke; "left Abuja": where it was not.
_SPOKE_THERE = re.compile(
    r"^, (?:[\w’'-]+ ){1,8}(?:said|says|wrote|told|announced|called|stated|condemned|urged|warned|expressed|approved|ordered)\b"
)
_ON_THE_WAY = re.compile(
    r"\b(?:left|leaving|departed|bound for|heading (?:for|to)|on (?:its|the) way to|en route to|towards|run(?:s|ning)? (?:from|to))\s+(?:the )?$",
    re.IGNORECASE,
)


# "A spokesman said in Alton", "told reporters on Monday in Alton".
_SAID_IN = re.compile(
    r"\b(?:said|told (?:an? |the )?[\w'’-]+(?: [\w'’-]+)?|announced)(?: \w+ly)?(?: (?:late |early )?(?:on )?(?:\w+day|yesterday|today))? (?:in|from) (?:the )?$"
)


# "He used to live in Alton": where somebody was from.
_LIVED_IN = re.compile(
    r"\b(?:(?:live[sd]?|living|grew up|raised|born) in|(?:a )?(?:native|resident) of|moved (?:from|to)) (?:the )?$",
    re.IGNORECASE,
)


def is_aside(text: str, toponym: Toponym) -> bool:
    """Say whether a name is where somebody spoke or where something came from or went."""
    before = words_before(text, toponym, 60)
    if _ON_THE_WAY.search(before[-40:]) or is_fired_from(text, toponym):
        return True
    if _SAID_IN.search(before) or _LIVED_IN.search(before):
        return True
    opens = re.search(r"(?:^|[\n.!?”\"]\s*)In $", before) is not None
    return opens and bool(
        _SPOKE_THERE.match(text[toponym.span.end : toponym.span.end + 90])
    )


# "After the Alton bombing": where it was, of a town; of a state it is whose.
_DEED_THERE = re.compile(
    r"^ (?:\w+ )?(?:bombings?|attacks?|blasts?|shootings?|stabbings?|explosions?|massacre|siege|riots?|crash|fire|killings?)\b"
)


def _is_of_the_deed(text: str, toponym: Toponym) -> bool:
    where = toponym.where
    town = where is not None and where.precision is GeoPrecision.SETTLEMENT
    seat = town and toponym.metonym
    after = text[toponym.span.end : toponym.span.end + 30]
    return town and not seat and bool(_DEED_THERE.match(after))


def stands_as_place(text: str, toponym: Toponym) -> bool:
    """Say whether the words before a name make it the place where something was."""
    if is_dateline(text, toponym) or acts_as_body(text, toponym):
        return False
    if is_doer(text, toponym):
        return False
    if _is_of_the_deed(text, toponym):
        return True
    if is_aside(text, toponym):
        return False
    seat = words_before(text, toponym, 60)
    if _SEATED.search(seat[-30:]) and not _AT_A_SEAT.search(seat):
        return False
    before = words_before(text, toponym, 45)
    return bool(_LOCATIVE.search(before.split("\n")[-1]))
