"""Shift words: what a sentence's words say of which incident it tells, and in what order.

"A separate strike", "two days earlier", "hours later", "as well": words of the language
alone, without any place or day of the report (``shifts`` sets both side by side).
"""

from __future__ import annotations

import re

from rashomon.extract.passages import Passage
from rashomon.extract.time_words import MONTHS
from rashomon.model.account import IncidentType

_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|other (?:attacks?|strikes?|blasts?|incidents?|towns|cities)|elsewhere|previous(?:ly)?|similar|"
    r"earlier (?:attack|strike|blast|incident|this (?:week|month|year))|(?:a|one|two|three|several|few|\d+) (?:days?|weeks?|months?|years?|decades?) (?:earlier|ago|before)|"
    rf"(?:the )?(?:day|night|week|month|year) before|last (?:year|month|week|{MONTHS}|spring|summer|autumn|fall|winter)|"
    rf"in (?:(?:{MONTHS}),? (?:of )?)?(?:19|20)\d\d|of last year|since then|(?:the )?(?:first|second|third|last|latest|deadliest|worst) (?:such|one|attack|strike|time|came|since|wave)|"
    r"not the first|has been (?:attacked|targeted|hit) (?:before|several|many)|once in|again in|already|"
    r"also (?:on|in|hit|struck|attacked|bombed|shelled|fell)|as well as|meanwhile|in a related|so did|likewise|next door|series of)\b"
    r"|(?:раньше|ранее|до этого|уже был\w*|лет назад|года назад|год назад|другой|также|раніше|років тому|рік тому|також|інш\w+|в прошлом|минулого)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:separate(?:ly)?|another (?:attack|strike|blast|incident|bridge|drone|bomb|explosion)|elsewhere|other (?:attacks?|strikes?|towns|cities)|"
    r"previous (?:\w+ )?(?:attack|strike|blast|incident)|similar (?:\w+ )?(?:attack|strike|blast|incident|explosion)|earlier (?:attack|strike|blast|incident)|"
    rf"(?:a|one|two|three) days? (?:earlier|before)|earlier this (?:week|month|year)|years? ago|last (?:year|{MONTHS})|"
    r"the (?:first|second|third|last) (?:came|one)|in a (?:separate|related)|years? back|(?:just|only) (?:\w+ ){1,2}(?:days|weeks|months) ago|"
    r"the (?:day|night|week|month|year) before|the (?:previous|preceding) (?:day|night|evening|week|month|year)|"
    r"(?:years?|months?|decades?) since (?:the|a|an) (?:\w+ ){0,3}"
    r"(?:attack|strike|bombing|blast|explosion|shooting|massacre|killing|raid|siege|assault|fire|crash|disaster)s?)\b|\b(?:only|just) last (?:week|month)\b|\bhad already (?:cost|killed|claimed|left|died)\b|\bthe first (?:wave|round) of\b|\balready (?:been )?(?:attacked|hit|struck|targeted|bombed|come under)\b|\bуже (?:\w+ )?(?:был\w* взрыв|атаков\w+|подверг\w+|долет\w+|прилет\w+|обстрел\w+)|\bвже (?:\w+ )?(?:був вибух|атаков\w+|зазна\w+|долет\w+|долітал\w+|обстріл\w+)|(?:года|лет|років) (?:назад|тому)",
    re.IGNORECASE,
)


# "Jets bombed one country after the attack in another": what they answered.
_ANSWERED = re.compile(
    r"(?:(?:(?:just |only |some |a few |several |two |three |\d+ )?(?:hours|days|weeks)|(?:a|one) (?:day|week)|shortly|soon) )?"
    r"(?:after|following|in (?:response|retaliation|revenge) (?:to|for))"
    r" (?:(?:the|an?|last|\w+['’]s)\b|(?:[\w-]+ ){1,3}?(?:attacks?|strikes?|raids?|bombings?|blasts?|explosions?|shootings?|killings?|assaults?)\b)",
    re.IGNORECASE,
)

# "Some hours afterwards a second bridge fell": the next of two, and told after the first.
_NEXT = re.compile(
    r"^\W*(?:(?:some|a few|several|two|three|four|five|\d+) )?(?:minutes|hours) (?:later|afterwards?|after that)\b"
    r"|^\W*(?:shortly|soon) (?:after(?:wards?)?|after that)\b"
    r"|^\W*(?:(?:через|за) )?(?:несколько|кілька|декілька) (?:часов|минут|годин|хвилин)\b",
    re.IGNORECASE,
)


def is_the_next(passage: Passage) -> bool:
    """Say whether a sentence begins by saying that something was told before it."""
    return bool(_NEXT.match(passage.words))


# "Recall that the depot in Alton came under attack": what a report's strike answered.
_RECALLING = re.compile(
    r"\W*(?:Recall\b|As a reminder\b|As (?:previously )?reported\b|Earlier it was reported\b|Напомним\b|Нагадаємо\b|Раніше повідомлялося\b)"
)


def recalls(passage: Passage) -> bool:
    """Say whether a sentence begins by saying that it tells of what was told before."""
    return bool(_RECALLING.match(passage.words))


# "Alton and Milton were bombed as well", "four more deaths in nearby Borton".
_STRUCK = r"(?:bombed|hit|struck|shelled|attacked|targeted|raided|shot|ambushed|burn(?:ed|t)|killed)"
_TOO = re.compile(
    rf"\b(?:was|were|been) (?:also )?{_STRUCK}(?: [^.;,]{{0,40}}?)? (?:as well|too)\b"
    rf"|\balso {_STRUCK}\b|\bin nearby\b",
    re.IGNORECASE,
)

# "Two days earlier the base had been hit": told of after what came later.
_BEFORE = re.compile(
    r"\W*(?:and |while |but )?(?:just |only )?"
    r"(?:(?:a|one|two|three|four|five|six|seven|several|some|\d+) (?:days?|weeks?|months?|years?) (?:earlier|before|previously)"
    r"|the (?:day|night|week|month|year) before|the (?:previous|preceding) (?:day|night|evening|week|month|year)"
    r"|(?<=just |only )(?:\w+ ){1,2}(?:days|weeks|months) ago|накануне|(?:днем|неделей|месяцем) ранее|напередодні|(?:днем|тижнем|місяцем) раніше)\b",
    re.IGNORECASE,
)

# "Hours afterwards another convoy was ambushed": the day's next, not more of the first.
_AND_LATER = re.compile(
    r"\W*(?:later|(?:(?:some|a few|several|many|\w+) )?hours (?:later|afterwards?|after that)),? "
    r"(?:[^.;]{0,30}?\b)?(?:an?|another|two|three)\b",
    re.IGNORECASE,
)

# What may be told of the same deed hours later: who died of it, who was held for it.
_SEQUELS = frozenset(
    {IncidentType.KILLING, IncidentType.ARREST, IncidentType.FIRE, IncidentType.PROTEST}
)

# "A second deadly shooting", "four others died in an attack": told of beside the first.
_BESIDE_THE_FIRST = re.compile(
    r"\b(?:a second|a third|another|a separate) (?:[\w-]+ ){0,2}?"
    r"(?:attack|strike|shooting|blast|explosion|bombing|raid|incident)\b"
    r"|\bothers (?:were |have )?(?:killed|died|wounded|injured)\b[^.;,]{0,20}? in (?:an?|another)\b",
    re.IGNORECASE,
)


def adds_another(passage: Passage) -> bool:
    """Say whether the words add to what was hit ("Milton was bombed as well")."""
    return bool(_TOO.search(passage.words)) or is_beside_the_first(passage)


def is_beside_the_first(passage: Passage) -> bool:
    """Say whether a sentence tells of a deed as of one beside another."""
    return bool(_BESIDE_THE_FIRST.search(passage.words))


# "The reply to an air strike": what is told of as the reason of the news.
_REPLIED_TO = re.compile(
    r"\b(?:reply|retaliation|retaliated|response|answer|revenge|reprisal) (?:to|for)\b",
    re.I,
)


def tells_of_what_was_answered(passage: Passage) -> bool:
    """Say whether a sentence gives a deed as the reason of another."""
    return bool(_REPLIED_TO.search(passage.words))


def tells_of_before(passage: Passage) -> bool:
    """Say whether a sentence begins with a day that is before what was told."""
    return bool(_BEFORE.match(passage.words))


def is_one_later(passage: Passage) -> bool:
    """Say whether a sentence begins with another deed, hours after what was told."""
    deeds = [t for t in passage.deeds if t.type not in _SEQUELS]
    return bool(deeds) and bool(_AND_LATER.match(passage.words))


def answers(passage: Passage) -> bool:
    """Say whether a clause tells what was done before, and why ("after the attack")."""
    return bool(_ANSWERED.match(passage.words))


# "In September a drone hit the school": a day that a sentence begins with sets its scene.
_UP_TO_THE_DAY = re.compile(
    r"\W*(?:(?:and|but|then|back|late|early|earlier|only|just|around midnight) )*(?:in|on|at|during)?"
    r"(?: (?:the )?(?:night|evening|morning|early hours) (?:of|to))?\W*",
    re.IGNORECASE,
)


def opens_with_a_day(passage: Passage) -> bool:
    """Say whether a sentence begins with when something was."""
    starts = [t.span.start for t in passage.times if t.when is not None]
    before = min(starts, default=passage.span.end) - passage.span.start
    return bool(starts) and bool(_UP_TO_THE_DAY.fullmatch(passage.words[:before]))


def is_marked(passage: Passage) -> bool:
    """Say whether the words may lead on to another incident ("the year before")."""
    return calls_another(passage) or bool(_ANOTHER.search(passage.words))


def calls_another(passage: Passage) -> bool:
    """Say whether the words themselves name another incident ("a separate strike")."""
    return bool(_STRONG.search(passage.words))
