"""Accounts while their sentences are gathered: which sentence belongs to which incident.

Every sentence with something to say joins what the report is about, unless it tells of
another day, another town or "a separate strike" (``shifts``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rashomon.extract.passages import Passage
from rashomon.extract.reading import Reading
from rashomon.extract.shift_words import (
    adds_another,
    answers,
    calls_another,
    is_one_later,
    is_the_next,
    recalls,
)
from rashomon.extract.shifts import MONTH_DAYS, Anchor, anchor_of, tells_of_another
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.value import Damage, Target, TimePrecision, Unanchored, When

# A report says in so many sentences what it is about; a place or a day there is its own.
OWN_SENTENCES = 14

# A report that gives no day is about one of so many before it was published.
NEWS_DAYS = 30

# What is recalled from before these days is none of what such a report is about.
RECALLED_DAYS = 2

# The lead follows the headline, with a deck, a caption and a dateline between.
LEAD_SENTENCES = 5

# "A second bridge …. It fell at night": of the one that the sentence before tells of.
_GOES_ON = re.compile(r"\W*(?:It|Its|They|Their)\b")

# Words that begin alike are one word; two of them make a lead of its headline.
STEM_CHARS = 5
SHARED_STEMS = 2
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True)
class Draft:
    """An account while its sentences are being gathered."""

    prominence: Prominence
    passages: list[Passage] = field(default_factory=list)
    anchor: Anchor = field(default_factory=Anchor)

    @property
    def objects(self) -> set[str]:
        """The head words of what was hit, for telling two incidents' sentences apart."""
        return {word for p in self.passages for word in _object_words(p)}


def gather(
    reading: Reading, passages: Sequence[Passage], seed: int | None
) -> list[Draft]:
    """Return the drafts; the first is what the report is about where ``seed`` is given."""
    drafts: list[Draft] = []
    main: Draft | None = None
    if seed is not None:
        main = Draft(Prominence.MAIN)
        main.passages.append(passages[seed])
        main.anchor = anchor_of(reading.text, passages[seed]).without_wide_time()
        drafts.append(main)
    last: Draft | None = main
    for passage in passages:
        if passage.index == seed:
            last = main
            continue
        lead = passage.index < OWN_SENTENCES and (passage.toponyms or passage.times)
        if not (passage.told or passage.statements or lead):
            continue
        home = _home(reading, passage, drafts, main, last)
        if home is None:
            continue
        home.passages.append(passage)
        home.anchor = home.anchor.filled_from(anchor_of(reading.text, passage), passage)
        if home is main:
            home.anchor = home.anchor.without_wide_time()
        last = home
    return drafts


def _home(
    reading: Reading,
    passage: Passage,
    drafts: list[Draft],
    main: Draft | None,
    last: Draft | None,
) -> Draft | None:
    """Return the draft that a sentence belongs to; a new one is added to the drafts."""
    here = anchor_of(reading.text, passage)
    base = main.anchor if main else Anchor()
    if main and main.prominence is Prominence.MAIN and base.when is None:
        days = RECALLED_DAYS if recalls(passage) else NEWS_DAYS
        base = base.filled_from(_news_of(reading.day, days))
    telling = (passage.triggers or passage.harmed) and not passage.unreal
    follows = last is not None and last.passages[-1].index == passage.index - 1
    passing = last if follows and last is not main else None
    if telling and _is_another(passage, here, base, drafts, main):
        known = _told_before(passage, here, drafts, main, passing)
        if known is None:
            known = Draft(Prominence.BACKGROUND, anchor=here)
            drafts.append(known)
        return known
    answered = _answered(passage, here, drafts, main) if main else None
    if answered is not None:
        return answered
    elsewhere = base.another_place(here)
    for draft in drafts:
        if draft is main:
            continue
        # "The base in that town was first targeted on Tuesday": told of it before.
        there = elsewhere and draft.anchor.same_place(here)
        if there or _same_objects(passage, draft, main):
            return draft
    if passing is not None and _is_back(here, base, passing):
        return main
    if passing is not None and passing.anchor.may_be(here):
        paragraph = passing.passages[-1].paragraph == passage.paragraph
        told_on = _GOES_ON.match(passage.words) or not base.shares(here)
        if base.another_place(here) or (paragraph and told_on):
            return passing
    return main


def _is_another(
    passage: Passage,
    here: Anchor,
    base: Anchor,
    drafts: Sequence[Draft],
    main: Draft | None,
) -> bool:
    """Say whether a sentence tells of another incident than the report's."""
    if main is not None and (
        _is_recalled(passage, here, main)
        or _is_unrest_after(passage, here, main)
        or _adds_elsewhere(passage, here, drafts)
    ):
        return True
    return tells_of_another(passage, here, base, main is None) and (
        base.another_day(here) or not _is_lead(passage, drafts, main)
    )


def _told_before(
    passage: Passage,
    here: Anchor,
    drafts: Sequence[Draft],
    main: Draft | None,
    passing: Draft | None,
) -> Draft | None:
    """Return which of the others a sentence goes on with, None where it is one more."""
    more = main is not None and _adds_elsewhere(passage, here, drafts)
    if more or is_one_later(passage):
        return None
    for draft in drafts:
        day = _one_open_day(passage, draft)
        known = draft.anchor.shares(here) or (draft is passing and not _dated(passage))
        may_be = day is not False and draft.anchor.may_be(here)
        if draft is not main and may_be and (known or day):
            return draft
    return None


def _is_back(here: Anchor, base: Anchor, passing: Draft) -> bool:
    """Say whether a day is the report's own and not that of what was told in passing."""
    now, then = base.when, passing.anchor.when
    if here.when is None or now is None or then is None:
        return False
    return now.agrees_with(here.when) and not then.agrees_with(here.when)


# "In Alton", "at the Milton barracks".
_NAMED_PLACE = re.compile(
    r"\b(?:in|at|near|outside) (?:the )?((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*)"
)


def _adds_elsewhere(passage: Passage, here: Anchor, drafts: Sequence[Draft]) -> bool:
    """Say whether a sentence adds a deed at a name that is on no map and was not told.

    "A bar in Milton was attacked too": where Milton is known, the map decides.
    """
    if here.where is not None or not adds_another(passage) or not passage.has_deed:
        return False
    told = " ".join(p.words for draft in drafts for p in draft.passages)
    names = _NAMED_PLACE.findall(passage.words)
    return bool(names) and not any(name in told for name in names)


def _answered(
    passage: Passage, here: Anchor, drafts: Sequence[Draft], main: Draft
) -> Draft | None:
    """Return the attack that the report's own answers, where a sentence recalls it or
    gives the day that only it has."""
    for draft in drafts:
        if draft is main or not answers(draft.passages[0]):
            continue
        theirs = draft.anchor.when is not None and draft.anchor.shares(here)
        if draft.anchor.may_be(here) and (
            recalls(passage) or (theirs and main.anchor.when is None)
        ):
            return draft
    return None


def _is_lead(passage: Passage, drafts: Sequence[Draft], main: Draft | None) -> bool:
    """Say whether a sentence at the top of the body retells the headline.

    The headline and the lead are of one incident, wherever the dateline is from; so it
    goes on until another incident is told of.
    """
    if main is None or len(drafts) > 1 or passage.parted:
        return False
    if any(
        says(passage) for says in (calls_another, adds_another, answers, is_the_next)
    ):
        return False
    headline = main.passages[0]
    if not headline.index < passage.index <= headline.index + LEAD_SENTENCES:
        return False
    retold = _stems(passage.words) & _stems(headline.words)
    return headline.index < LEAD_SENTENCES and len(retold) >= SHARED_STEMS


def _stems(words: str) -> set[str]:
    return {w[:STEM_CHARS].casefold() for w in _WORD.findall(words)}


def _is_recalled(passage: Passage, here: Anchor, main: Draft) -> bool:
    """Say whether a year, a month or a date recalls another incident than the one of "Monday".

    Where nothing says which Monday it was, they cannot be compared as days; but a report
    calls the day of its news by one name throughout, and by a month in its lead if ever.
    """
    if main.anchor.when is not None:
        return False
    of_late = [t.unanchored for p in main.passages for t in p.times if t.unanchored]
    if here.when is not None:
        body = passage.index > main.passages[0].index + LEAD_SENTENCES
        return here.when.days >= MONTH_DAYS and (bool(of_late) or body)
    if not of_late:
        return False
    told = [t.unanchored for t in passage.times if t.unanchored]
    dates = _open_days([passage])
    if not dates or len(dates) < len(told):
        return False
    own = _open_days(main.passages)
    return not any(abs(day - known) <= 1 for day in dates for known in own)


_UNREST = frozenset({IncidentType.RIOT, IncidentType.PROTEST})
_CROWDS = _UNREST | {IncidentType.ARMED_CLASH}


def _is_unrest_after(passage: Passage, here: Anchor, main: Draft) -> bool:
    """Say whether a crowd took to the streets, a day later, over what was no unrest."""
    kinds = {t.type for t in passage.deeds}
    told = {t.type for p in main.passages for t in p.deeds}
    later = main.anchor.is_before(here)
    return later and bool(kinds & _UNREST) and not told & _CROWDS


def _one_open_day(passage: Passage, draft: Draft) -> bool | None:
    """Say whether both give one "24 January"; None where not both give any."""
    here = _open_days([passage])
    there = _open_days(draft.passages)
    return bool(here & there) if here and there else None


def _open_days(passages: Sequence[Passage]) -> set[int]:
    told = [t.unanchored for p in passages for t in p.times if t.unanchored]
    return {_day_of_year(t) for t in told if t.day_of_year}


def _day_of_year(told: Unanchored) -> int:
    month, day = told.day_of_year or (1, 1)
    # A leap year has every day of the year.
    return date(2000, month, day).timetuple().tm_yday


def _news_of(published: date | None, days: int) -> Anchor:
    """Return the days that a report without a date is taken to be about."""
    if published is None:
        return Anchor()
    first = published - timedelta(days=days)
    return Anchor(When(first, published, TimePrecision.RANGE))


def _dated(passage: Passage) -> bool:
    return any(time.when is not None for time in passage.times)


def _object_words(passage: Passage) -> set[str]:
    words = set()
    for statement in passage.statements:
        value = statement.value
        if isinstance(value, Target):
            words.add(value.name.lower().split()[-1])
        if isinstance(value, Target | Damage):
            # "Two Be-12 aircraft", "four Be-12s": a model is known by its number.
            name = value.name if isinstance(value, Target) else value.object
            words |= {w.rstrip("s") for w in _MODEL.findall(name.lower())}
    return words


_MODEL = re.compile(r"\b[^\W\d_]+-?\d[\w-]*\b")


def _same_objects(passage: Passage, draft: Draft, main: Draft | None) -> bool:
    words = _object_words(passage)
    return bool(words & draft.objects) and not (main and words & main.objects)
