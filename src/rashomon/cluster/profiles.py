"""Profiles: what comparing two accounts needs to know of each, taken once."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any, TypeVar

from rashomon.algorithms.distance import distance_km
from rashomon.algorithms.minhash import number
from rashomon.algorithms.similarity import skeleton
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Stance
from rashomon.model.document import DateBasis, Document
from rashomon.model.ids import AccountId, DocumentId, FamilyId
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Perpetrator,
    Target,
    Unanchored,
    Victim,
    Weapon,
    When,
    Where,
)

WORD = re.compile(r"[^\W_]{2,}")
LEAD_CHARS = 500
BODY_CHARS = 4000
AROUND_CHARS = 200

# A capital letter inside a sentence. Stems, because Slavic names are inflected.
_NAME = re.compile(r"(?<![.!?…:»”\"\n] )(?<!^)(?<!\n)\b[^\W\d_a-zа-яіїєґ][^\W\d_]{3,}")
STEM_CHARS = 6
WORD_STEM = 7

# A night belongs to two days.
DAY_AND_NIGHT = 2

# As far apart as what one report tells of one place may lie.
ONE_PLACE_KM = 60.0

# Days are compared as days: that two reports say "November" is no wording of theirs.
_CALENDAR = re.compile(
    r"(?:janu|febr|march$|april$|may$|june$|july$|august$|septem|octob|novem|decem)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"|(?:январ|феврал|марта?$|апрел|мая$|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"|(?:січн|лютог|берез|квітн|травн|червн|липн|серпн|вересн|жовтн|листопад|грудн)"
    r"|(?:понедельник|вторник|сред[ау]$|четверг|пятниц|суббот|воскресен)"
    r"|(?:понеділ|вівтор|серед[ау]$|четвер|п.?ятниц|субот|неділ)",
    re.IGNORECASE,
)

# A name that a quarter of the pile bears tells nothing.
COMMON_BITS = 2.0
MIN_PILE = 50

# "The second hit on the plant within days": there was another one before.
_REPEATS = re.compile(
    r"\b(?:second|third|fourth|fifth) (?:\w+ ){0,2}(?:hit|strike|attack|raid|blast|time|(?:day|night|week)(?= (?:in a row|running)))\b|\b(?:once more|yet again|again (?:hit|struck|attacked|target\w+)|(?:hit|struck|attacked|targeted|on fire) again)\b"
    r"|\b(?:втор\w+|друг\w+|трет\w+) (?:удар\w*|атак\w*|раз)\b|\b(?:снова|опять|знову|вновь)\b",
    re.IGNORECASE,
)
_FINE = {
    GeoPrecision.EXACT,
    GeoPrecision.FACILITY,
    GeoPrecision.SETTLEMENT,
    GeoPrecision.DISTRICT,
}
_RANK = {p: n for n, p in enumerate(GeoPrecision)}
# One empty set serves all profiles.
NONE: frozenset[Any] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """What is common in a pile of accounts: how many bear a name, and use a word.

    ``accounts`` 0: nothing is known of the pile. The weight of a word is the square of
    its rarity in bits.
    """

    accounts: int = 0
    names: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    _squares: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    _norms: dict[AccountId, float] = field(
        default_factory=dict, compare=False, repr=False
    )

    def weight(self, one: Profile) -> float:
        """Return the weight of all words of an account, reckoned once for each."""
        known = self._norms.get(one.account_id)
        if known is None:
            known = self._norms[one.account_id] = self.summed(one.words)
        return known

    def summed(self, words: Collection[str]) -> float:
        """Return the weights of some words together; 1 each where nothing is known."""
        if not self.accounts:
            return float(len(words))
        squares = self._squares
        for word in words:
            if word not in squares:
                squares[word] = _square(self.accounts, self.words.get(word, 1))
        return math.fsum([squares[word] for word in words])

    def name_bits(self, name: str) -> float:
        """Return how rare a name is, in bits beyond what tells nothing; 0 at least."""
        bits = math.log2(self.accounts / self.names.get(name, 1)) - COMMON_BITS
        return max(0.0, bits)


def _square(accounts: int, bearers: int) -> float:
    return math.log2(1 + accounts / bearers) ** 2


UNKNOWN_PILE = Pile()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One account as its comparisons see it.

    ``when``: the narrowest day it gives, None where it gives none. ``weak_date``: that
    day was reckoned ("Friday") from a crawler's stamp or from nothing better;
    ``weak_published``: the publication itself is only stamped. ``words`` are the words
    of its passage and lead, each once and in order; ``repeats``: these call it the
    second, or once more. ``passage``: the passage as one number of 64 bits, alike where
    passages are. A million are held at once: so no set is as large as it could be.
    ``open_days``: days that nothing says the year or week of, as TIMEX3 has them;
    ``days_apart``: days, open or not, on which the report says that something else was.
    """

    account_id: AccountId
    document_id: DocumentId
    family: FamilyId
    prominence: Prominence
    type: IncidentType
    when: When | None
    weak_date: bool
    weak_published: bool
    published: date | None
    place: Where | None
    targets: frozenset[str]
    facilities: frozenset[str]
    people: frozenset[str]
    victims: frozenset[str]
    perpetrators: frozenset[str]
    weapons: frozenset[str]
    killed: frozenset[int]
    injured: frozenset[int]
    words: tuple[str, ...]
    passage: int
    language: str | None
    repeats: bool
    names: frozenset[str] = NONE
    open_days: frozenset[str] = NONE
    days_apart: frozenset[str] = NONE


NameKey = Callable[[str], str]
T = TypeVar("T")


def profile(
    account: Account,
    document: Document,
    family: FamilyId,
    name_key: NameKey,
    beside: Sequence[Account] = (),
) -> Profile:
    """Return the profile of an account; ``name_key`` makes spellings of a name meet.

    ``beside``: the accounts of the same document, this one among them or not.
    """
    values = [
        (c.attribute, c.value)
        for c in account.claims
        if c.stance is not Stance.DENIES and not c.is_rival
    ]
    targets = [v.name for _, v in values if isinstance(v, Target)]
    named = [v.name for _, v in values if isinstance(v, Victim) and v.name]
    speakers = [c.speaker.name for c in account.claims if c.speaker]
    blamed = [v.entity or v.name for _, v in values if isinstance(v, Perpetrator)]
    published = document.published
    weak = published.basis in {DateBasis.STAMP, DateBasis.UNKNOWN}
    when = _narrowest([v for _, v in values if isinstance(v, When)])
    passage = account.span.of(document.text)
    main = account.prominence is Prominence.MAIN
    lead = document.text[:LEAD_CHARS] if main else ""
    body = document.text[:BODY_CHARS] if main else ""
    return Profile(
        account_id=account.id,
        document_id=account.document_id,
        family=family,
        prominence=account.prominence,
        type=account.type,
        when=when,
        weak_date=weak and _is_reckoned(account, when),
        weak_published=weak,
        published=date.fromisoformat(published.value[:10]) if published.value else None,
        place=_finest([v for _, v in values if isinstance(v, Where)]),
        targets=_keyed(filter(_is_told, targets), name_key),
        facilities=_keyed(filter(_is_proper, targets), name_key),
        people=_keyed(filter(_is_full, (*named, *speakers)), name_key),
        victims=_keyed(named, name_key),
        perpetrators=_keyed(blamed, name_key),
        weapons=_few(v.type for _, v in values if isinstance(v, Weapon)),
        killed=_figures(account, Attribute.KILLED),
        injured=_figures(account, Attribute.INJURED),
        words=_words(f"{passage} {body}"),
        passage=number(passage),
        language=document.language,
        repeats=bool(_REPEATS.search(f"{passage} {lead}")),
        names=_names(account, document.text),
        open_days=_set(
            v.timex for _, v in values if isinstance(v, Unanchored) and not v.bounded
        ),
        days_apart=_set(
            _days_of(b for b in beside if _told_there(b, account)) - _days_of([account])
        ),
    )


def _keyed(names: Iterable[str], name_key: NameKey) -> frozenset[str]:
    return _set(filter(None, map(name_key, names)))


def _few(things: Iterable[T]) -> frozenset[T]:
    """Return these as a set, one for all accounts that have the same few."""
    return _shared(_set(things))


@lru_cache(maxsize=4096)
def _shared(held: frozenset[T]) -> frozenset[T]:
    return held


def _set(things: Iterable[T]) -> frozenset[T]:
    """Return these as a set; one empty set serves all."""
    return frozenset(things) or NONE


def _told_there(other: Account, account: Account) -> bool:
    """Say whether another account of a report may be of the same place."""
    if other.id == account.id:
        return False
    there, here = (_finest(_places(one)) for one in (other, account))
    if there is None or here is None or there.point is None or here.point is None:
        return True
    if not (is_fine(there) and is_fine(here)):
        return True
    one, two = there.point, here.point
    return distance_km(one.lat, one.lon, two.lat, two.lon) <= ONE_PLACE_KM


def _places(account: Account) -> list[Where]:
    return [c.value for c in account.claims if isinstance(c.value, Where)]


def _days_of(accounts: Iterable[Account]) -> frozenset[str]:
    """Return the single days that accounts give, as ISO 8601 or TIMEX3 has them."""
    told = (
        c.value
        for a in accounts
        for c in a.claims
        if c.stance is not Stance.DENIES and not c.is_rival
    )
    return frozenset(
        value.timex if isinstance(value, Unanchored) else str(value.first_day)
        for value in told
        if (isinstance(value, Unanchored) and not value.bounded)
        or (isinstance(value, When) and value.days <= DAY_AND_NIGHT)
    )


def together(accounts: Iterable[Account]) -> dict[DocumentId, list[Account]]:
    """Return the accounts by document."""
    found: dict[DocumentId, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.document_id].append(account)
    return found


def survey(profiles: Sequence[Profile]) -> Pile:
    """Return how many accounts of a pile bear each name and use each word.

    Of a pile too small to tell what is rare nothing is said.
    """
    if len(profiles) < MIN_PILE:
        return UNKNOWN_PILE
    return Pile(
        accounts=len(profiles),
        names=Counter(name for p in profiles for name in p.names),
        words=Counter(word for p in profiles for word in p.words),
    )


def _words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words but for those of the calendar."""
    told = (w for w in WORD.findall(text) if not _CALENDAR.match(w))
    return tuple(sorted(set(map(_stem, told))))


def _stem(word: str) -> str:
    """Return the stem of a word, one object for all accounts that use it."""
    return intern(word.casefold()[:WORD_STEM])


def _is_full(name: str) -> bool:
    """Say whether a name has more than one part: a person's, or a body's."""
    return name[:1].isupper() and " " in name


def _is_told(name: str) -> bool:
    return name[:1].isupper() or " " in name


def _is_proper(name: str) -> bool:
    """Say whether a name has a proper part: "Cupola works", not "oil depot"."""
    return any(word[:1].isupper() for word in name.split())


def _names(account: Account, text: str) -> frozenset[str]:
    start = max(0, account.span.start - AROUND_CHARS)
    around = text[start : account.span.end + AROUND_CHARS]
    lead = text[:LEAD_CHARS] if account.prominence is Prominence.MAIN else ""
    found = (*_NAME.findall(around), *_NAME.findall(lead))
    return _set(
        intern(skeleton(name)[:STEM_CHARS])
        for name in found
        if not _CALENDAR.match(name)
    )


def _is_reckoned(account: Account, when: When | None) -> bool:
    return all(c.is_reckoned for c in account.claims if c.value == when)


def _figures(account: Account, attribute: Attribute) -> frozenset[int]:
    return _few(
        claim.value.low
        for claim in account.claims
        if claim.attribute is attribute
        and isinstance(claim.value, Count)
        and claim.value.scope is None
        and not claim.value.vague
    )


def _narrowest(times: list[When]) -> When | None:
    """Return the day most often meant among the narrowest that an account gives."""
    if not times:
        return None
    days = Counter(when.first_day for when in times)
    return min(times, key=lambda w: (w.days, -days[w.first_day], w.first_day))


def _finest(places: list[Where]) -> Where | None:
    known = [place for place in places if place.point is not None]
    if not known:
        return None
    named = Counter(place.name for place in known)
    return min(known, key=lambda p: (_RANK[p.precision], -named[p.name], p.name))


def is_fine(place: Where) -> bool:
    """Say whether a place is a town or finer, so that another town is another place."""
    return place.precision in _FINE
