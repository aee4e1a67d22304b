"""Accounts: which incidents a report tells of, which one it is about, which are passing.

A report is read sentence by sentence. The first sentences decide whether it is about an
incident at all (``_seed``) and which; every later sentence with a trigger joins that
incident unless it says that it tells of another one: another day, another town, "a
separate strike", "last November". Those become accounts in the background. The measured
choices are in docs/decisions/0003-accounts.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.extract import (
    agency,
    bare_words,
    claims,
    clauses,
    counts_scope,
    counts_single,
    heads,
    incident_place,
    judge,
    positions,
    sections,
    shift_words,
    shifts,
    subjects,
    where_when,
)
from rashomon.extract.account_traits import Told
from rashomon.extract.drafts import OWN_SENTENCES, Draft, gather
from rashomon.extract.heads import Role
from rashomon.extract.incident_types import OPEN_KINDS, choose_type
from rashomon.extract.passages import (
    Passage,
    is_an_outlet,
    split,
)
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.extract.subjects import tells_of_court
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Attribution
from rashomon.model.document import Span
from rashomon.model.ids import account_id
from rashomon.model.mention import CountMention, Mention, TimeMention, Toponym
from rashomon.model.value import When

# What a sentence must weigh to make the report one about an incident: tuned on
# wire-dev's 149 reports and 30 distractors (the README there says how they were made).
SEED_THRESHOLD = 2.0

# What one must weigh where so many sentences tell of deeds: a communiqué has few words
# for each of what it lists.
SEED_TOGETHER = 1.5
MANY_DEEDS = 5

# What a sentence loses that dates all it tells by long ago: a report of today's attack
# recalls the worst of the years before in as strong words.
OLD_SEED = 1.0

# What a sentence loses that says that something was told before it, that recalls it, or
# that only tells what was answered.
NEXT_SEED = 1.5

# What a sentence loses that tells of "a second shooting": a report that begins with the
# first is about that one, one that tells of no other is about the second all the same.
BESIDE_SEED = 0.8

# What the heads' chance of 0 to 1 adds to a sentence's weight.
HEAD_SHARE = 0.5

# Where no sentence of the lead weighs enough, the first that the heads are so sure of, in
# a report whose sentences together have this chance, is what the incidents are told from.
SURE = 0.7
SURE_TOGETHER = 1.0

# An account of a kind that the heads know is not told where they see no incident in its
# sentences, nor, in passing, where they are sure of none in the whole report.
MIN_CHANCE = 0.05
MIN_CHANCE_OF_REPORT = 0.5

# An incident this long before publication is what a report recalls, not what it reports.
OLD_DAYS = 120
OLD_DAYS_IN_TRIAL = 45
OLD_DAYS_IN_ANNIVERSARY = 30

# A day this near to publication is, in a sentence on a court, the day of the court.
NOW_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Setting:
    """What finishing a draft needs of the rest of its report."""

    published: date | None
    main: Draft | None
    drafts: Sequence[Draft]
    passages: Sequence[Passage]
    toponyms: Sequence[Toponym]
    roles: Sequence[Role]


def group(
    reading: Reading,
    *,
    times: Sequence[TimeMention],
    counts: Sequence[CountMention],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
) -> list[Account]:
    """Return the accounts of one document in reading order, at most one of them main.

    A place that is (part of) a source of speech, or of an outlet's name, is who speaks,
    not where something was.
    """
    sources = [a.source for a in attributions if a.source is not None]
    located = [
        t
        for t in toponyms
        if not any(s.contains(t.span) for s in sources)
        and not is_an_outlet(reading.text, t)
    ]
    seen = heads.read(reading)
    sentences = split(
        reading,
        times=times,
        counts=counts,
        mentions=mentions,
        toponyms=located,
        seen=seen,
    )
    passages = sections.placed(reading.text, clauses.parted(reading.text, sentences))
    subject = subjects.of_document(passages, reading.title)
    if subject.unreal:
        return []
    published = reading.day
    seed = _seed(passages, published) if subject.may_report else None
    led = seed is not None
    if seed is None and subject.may_report:
        seed = _seed_by_heads(passages)
    drafts = gather(reading, passages, seed)
    if drafts and not led:
        drafts[0].prominence = Prominence.BACKGROUND
    if drafts and drafts[0].prominence is Prominence.MAIN:
        _demote_if_old(drafts[0], published, subject, passages)
    main = drafts[0] if seed is not None and drafts else None
    setting = _Setting(published, main, drafts, passages, toponyms, seen.roles)
    accounts = [_finish(reading, draft, attributions, setting) for draft in drafts]
    return sorted((a for a in accounts if a), key=lambda a: (a.span, a.id))


def _seed(passages: Sequence[Passage], published: date | None) -> int | None:
    """Return the sentence that first tells what the report is about, None if nothing."""
    recalled = {p.paragraph for p in passages if shift_words.recalls(p)}
    scored = [
        (
            _seed_score(passage, published)
            - (NEXT_SEED if passage.paragraph in recalled else 0.0),
            -passage.index,
        )
        for passage in passages[:OWN_SENTENCES]
    ]
    deeds = sum(bool(p.deeds) and not p.unreal for p in passages[:OWN_SENTENCES])
    wanted = SEED_TOGETHER if deeds >= MANY_DEEDS else SEED_THRESHOLD
    good = [(score, index) for score, index in scored if score >= wanted]
    return -max(good)[1] if good else None


def _seed_by_heads(passages: Sequence[Passage]) -> int | None:
    """Return the first sentence that the heads are sure of; it may stand anywhere."""
    if sum(p.chance for p in passages) < SURE_TOGETHER:
        return None
    return next(
        (p.index for p in passages if p.chance >= SURE and p.triggers and not p.unreal),
        None,
    )


def _seed_score(passage: Passage, published: date | None) -> float:
    if not passage.triggers or passage.unreal:
        return 0.0
    score = passage.weight
    score += 1.0 if passage.harmed else 0.0
    score += 0.6 if any(_is_recent(t.when, published) for t in passage.times) else 0.0
    score += 0.5 if any(incident_place.is_place(t) for t in passage.toponyms) else 0.0
    score += 0.3 if passage.index == 0 else 0.0
    score += HEAD_SHARE * passage.chance
    score -= OLD_SEED if _is_old(passage, published) else 0.0
    told_of = shift_words.is_the_next(passage) or shift_words.answers(passage)
    score -= NEXT_SEED if told_of else 0.0
    beside = shift_words.adds_another(passage)
    beside = beside or shift_words.tells_of_what_was_answered(passage)
    score -= BESIDE_SEED if beside else 0.0
    return score - 0.1 * passage.index


def _is_old(passage: Passage, published: date | None) -> bool:
    """Say whether all that a sentence dates lies long before the report was published."""
    told = [t.when for t in passage.times if t.when is not None]
    return (
        bool(told)
        and published is not None
        and all((published - when.last_day).days > OLD_DAYS for when in told)
    )


def _is_recent(when: When | None, published: date | None) -> bool:
    if when is None:
        return False
    if published is None:
        return when.days <= 7
    return -3 <= (published - when.last_day).days <= 40 and when.days <= 31


def _demote_if_old(
    draft: Draft,
    published: date | None,
    subject: subjects.Subject,
    passages: Sequence[Passage],
) -> None:
    """Put an incident that a report merely recalls into the background.

    A trial or an anniversary is about the earliest day that its report names.
    """
    when = draft.anchor.when
    recalls = subject.trial or subject.anniversary
    if recalls or subject.mourning:
        told = [
            t.when
            for p in passages
            if p.triggers
            for t in p.times
            if t.when and not (_is_of_now(t.when, published) and tells_of_court(p))
        ]
        when = min(told, key=lambda w: w.last_day, default=None)
    if when is None or published is None:
        old = recalls
    else:
        age = (published - when.last_day).days
        limit = OLD_DAYS_IN_TRIAL if subject.trial else OLD_DAYS
        marked = subject.anniversary or subject.mourning
        old = age > (OLD_DAYS_IN_ANNIVERSARY if marked else limit)
    if old or subject.only_trial:
        draft.prominence = Prominence.BACKGROUND


def _is_of_now(when: When, published: date | None) -> bool:
    """Say whether a time is the day of the report, give or take some."""
    return published is not None and abs((published - when.last_day).days) <= NOW_DAYS


def _finish(
    reading: Reading,
    draft: Draft,
    attributions: Sequence[Attribution],
    setting: _Setting,
) -> Account | None:
    telling = [p for p in draft.passages if p.triggers] or draft.passages
    kind = choose_type(draft.passages)
    if kind is None or _is_doubted(draft, kind, setting):
        return None
    lead = setting.passages[: subjects.LEAD_SENTENCES]
    is_main = draft.prominence is Prominence.MAIN and reading.parsed
    if is_main and bare_words.tell_of_nothing(kind, telling, lead):
        return None
    span = _direct(telling)
    said = _statements(reading, draft, setting)
    stated = claims.assemble(reading.document_id, said, attributions)
    account = Account(
        id=account_id(reading.document_id, draft.prominence, span.start, span.end),
        document_id=reading.document_id,
        type=kind,
        prominence=draft.prominence,
        span=span,
        claims=positions.with_positions(stated, reading.text),
    )
    if not reading.parsed:
        return account
    told = Told(
        account, draft.passages, setting.passages, setting.roles, setting.published,
        certain=_is_certain(draft, setting), manner=heads.manner(reading),
    )  # fmt: skip
    return judge.settled(told, reading.grammar)


def _is_doubted(draft: Draft, kind: IncidentType, setting: _Setting) -> bool:
    """Say whether words alone speak for an account, of a kind that the heads know."""
    telling = [p for p in draft.passages if p.triggers]
    if kind not in OPEN_KINDS or not any(p.kinds for p in telling):
        return False
    if draft.prominence is Prominence.MAIN:
        return False
    of_report = max(p.chance for p in setting.passages)
    if of_report < MIN_CHANCE_OF_REPORT:
        return True
    return max(p.chance for p in telling) < MIN_CHANCE and not _is_certain(
        draft, setting
    )


def _is_certain(draft: Draft, setting: _Setting) -> bool:
    """Say whether what is told in passing has a day or a place of its own.

    "The raid of 3 May", "a ferry was shelled near Alton": told in so many words, it is
    one more, whatever the heads see in the sentence.
    """
    if draft.prominence is Prominence.MAIN:
        return False
    main = setting.main.anchor if setting.main else shifts.Anchor()
    elsewhere = main.another_place(draft.anchor)
    return any(
        p.deeds and (p.tied or (elsewhere and p.weight >= SEED_THRESHOLD))
        for p in draft.passages
    )


def _direct(passages: Sequence[Passage]) -> Span:
    """Return the passage that tells it most directly: strongest words, then earliest."""
    best = max(
        passages,
        key=lambda p: (
            p.weight
            + (1.5 if p.deeds else 0)
            + (0.5 if p.toponyms else 0)
            + (0.3 if p.harmed else 0)
            - 0.1 * p.index,
            -p.index,
        ),
    )
    return best.span


def _own_report(setting: _Setting, sentences: Sequence[Passage]) -> list[Passage]:
    """Return those sentences that tell of no other incident than the report's."""
    apart = {
        p.index
        for draft in setting.drafts
        if draft is not setting.main
        for p in draft.passages
        if p.triggers
    }
    return [p for p in sentences if p.index not in apart]


def _answered(setting: _Setting) -> set[int]:
    """Return the sentences of what the report's incident answered, or that it recalls."""
    return {
        p.index
        for draft in setting.drafts
        if draft is not setting.main
        and (
            shift_words.answers(draft.passages[0])
            or shift_words.recalls(draft.passages[0])
        )
        for p in draft.passages
    }


def _statements(reading: Reading, draft: Draft, setting: _Setting) -> list[Statement]:
    said: list[Statement] = []
    counted = [c for passage in draft.passages for c in passage.counts]
    where = [passage.span for passage in draft.passages]
    counted += counts_single.alone(reading, counted, where)
    said += [claims.of_count(c) for c in counts_scope.without_totals(counted)]
    for passage in draft.passages:
        said += [
            s
            for s in passage.statements
            if passage.triggers
            or s.attribute not in _NEEDS_TRIGGER
            or s.reader in agency.BLAMING
        ]
    answered = _answered(setting)
    sentences = [p for p in setting.passages if p.index not in answered]
    is_main = draft is setting.main
    reports = (_own_report(setting, sentences), sentences) if is_main else ([],)
    dated = (
        where_when.dates(draft.passages, draft.anchor, setting.published, report)
        for report in reports
    )
    said += next((found for found in dated if found), [])
    main = setting.main.passages if setting.main else ()
    apart = {p.index for d in setting.drafts if d is not draft for p in d.passages}
    headed = incident_place.Report(reading.text, reading.title, setting.toponyms, apart)
    said += where_when.places_of_account(headed, draft.passages, main, sentences)
    return said


_NEEDS_TRIGGER = frozenset({Attribute.WEAPON, Attribute.PERPETRATOR})
