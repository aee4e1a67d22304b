"""Laws of matching and grouping: order does not matter, and no stays no."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from rashomon.algorithms.components import agglomerate
from rashomon.cluster import bonds, comparisons, incidents
from rashomon.cluster.profiles import Profile
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.ids import AccountId, DecisionId, DocumentId, FamilyId
from rashomon.model.judgement import Judgement, Verdict
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where

NOW = datetime(2024, 6, 1, tzinfo=UTC)
NAMES = "abcdefgh"
PAIRS = [(a, b) for n, a in enumerate(NAMES) for b in NAMES[n + 1 :]]
RARITY = {"kestor": 6.0, "vandel": 5.0, "osbrig": 1.0}

days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
keys = st.frozensets(st.sampled_from(["cupola works", "ana dol", "kestor"]), max_size=3)
figures = st.frozensets(st.integers(0, 300), max_size=3)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw a time of one day or several."""
    first, last = sorted((draw(days), draw(days)))
    return draw(
        st.sampled_from(
            [
                When(first, first, TimePrecision.DAY),
                When(first, last, TimePrecision.RANGE),
            ]
        )
    )


@st.composite
def wheres(draw: st.DrawFn) -> Where:
    """Draw a place of any precision, known to the gazetteer or not."""
    point = Point(draw(st.floats(-80, 80)), draw(st.floats(-170, 170)))
    return Where(
        draw(st.sampled_from(["Verin", "Sandor"])),
        draw(st.sampled_from(list(GeoPrecision))),
        draw(st.sampled_from([None, point])),
        draw(st.sampled_from([None, "IT", "FR"])),
        draw(st.sampled_from([None, "Lazio"])),
        draw(st.sampled_from([None, 1, 2])),
    )


profiles = st.builds(
    Profile,
    account_id=st.sampled_from([AccountId(n) for n in NAMES]),
    document_id=st.sampled_from([DocumentId(n) for n in NAMES]),
    family=st.sampled_from([FamilyId(n) for n in NAMES]),
    prominence=st.sampled_from(list(Prominence)),
    type=st.sampled_from(list(IncidentType)),
    when=st.none() | whens(),
    weak_date=st.booleans(),
    weak_published=st.booleans(),
    published=st.none() | days,
    place=st.none() | wheres(),
    targets=keys,
    target_names=st.just(()),
    people=keys,
    perpetrators=keys,
    weapons=keys,
    killed=figures,
    injured=figures,
    words=st.frozensets(st.sampled_from([f"word{i}" for i in range(30)]), max_size=20),
    passage=st.sampled_from(["one", "two"]),
    language=st.sampled_from([None, "en", "ru"]),
    repeats=st.booleans(),
    names=st.frozensets(st.sampled_from([*RARITY, "x", "y", "z"])),
    rarity=st.just(RARITY),
)


@given(profiles, profiles)
def test_every_reason_is_the_same_from_both_sides(
    left: Profile, right: Profile
) -> None:
    """Whichever of the two is asked first: the same name and the same weight."""
    for compare in comparisons.COMPARISONS:
        one, other = compare(left, right), compare(right, left)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert (one.comparison, one.weight) == (other.comparison, other.weight)


@given(profiles, profiles)
def test_every_reason_is_bounded_and_says_why(left: Profile, right: Profile) -> None:
    """Only two accounts of one document weigh more than ten bits."""
    for compare in comparisons.COMPARISONS:
        reason = compare(left, right)
        if reason is not None and compare is not comparisons.same_document:
            assert abs(reason.weight) <= 10
            assert reason.comparison
            assert reason.detail


weights = st.dictionaries(st.sampled_from(PAIRS), st.floats(-20, 20), max_size=28)
seeds = st.randoms(use_true_random=False)


@given(weights, st.sets(st.sampled_from(PAIRS), max_size=5))
def test_groups_are_a_partition_that_keeps_forbidden_pairs_apart(
    weighed: dict[tuple[str, str], float], apart: set[tuple[str, str]]
) -> None:
    """Every key once, and no forbidden pair in one group."""
    groups = agglomerate(NAMES, weighed, apart, unseen=-3)
    assert sorted(key for group in groups for key in group) == list(NAMES)
    for left, right in apart:
        assert not any({left, right} <= set(group) for group in groups)


def _judged(weighed: dict[tuple[str, str], float], judge: str) -> list[Judgement]:
    return [
        Judgement(
            pair=(AccountId(a), AccountId(b)),
            verdict=Verdict.SAME if weight > 0 else Verdict.DIFFERENT,
            weight=weight,
            reasons=(),
            judge=judge,
            made_at=NOW,
        )
        for (a, b), weight in weighed.items()
    ]


@given(weights, seeds)
def test_the_order_of_arrival_does_not_matter(
    weighed: dict[tuple[str, str], float], shuffler: random.Random
) -> None:
    """Accounts and judgements in any order give the same incidents with the same ids."""
    accounts, judged = [AccountId(n) for n in NAMES], _judged(weighed, "model:rules@2")
    expected = incidents.derive(accounts, judged)
    shuffler.shuffle(accounts)
    shuffler.shuffle(judged)
    assert incidents.derive(accounts, judged) == expected


kinds = st.sampled_from([DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.SPLIT])
said = st.lists(st.tuples(kinds, st.sampled_from(PAIRS)), max_size=12)


def _decisions(told: list[tuple[DecisionKind, tuple[str, str]]]) -> list[Decision]:
    return [
        Decision(
            id=DecisionId(f"dec_{turn}"),
            kind=kind,
            person="editor",
            made_at=NOW,
            target=pair,
            accounts=tuple(
                AccountId(a) for a in (pair if kind is DecisionKind.SAME else pair[:1])
            ),
            others=tuple(
                AccountId(a) for a in (() if kind is DecisionKind.SAME else pair[1:])
            ),
        )
        for turn, (kind, pair) in enumerate(told)
    ]


@given(weights, said)
def test_what_people_decide_is_never_overruled(
    weighed: dict[tuple[str, str], float],
    told: list[tuple[DecisionKind, tuple[str, str]]],
) -> None:
    """Whatever the model weighs; and the latest word on the last pair always holds."""
    held = bonds.of(_decisions(told), {})
    judged = _judged(weighed, "model:rules@2")
    found = incidents.derive([AccountId(n) for n in NAMES], judged, bonds=held)
    home = {a: i.id for i in found for a in i.account_ids}
    for group in held.together:
        assert len({home[a] for a in group}) == 1
    for left, right in held.apart:
        assert home[left] != home[right]
    if told:
        kind, (left, right) = told[-1]
        same = home[AccountId(left)] == home[AccountId(right)]
        assert same == (kind is DecisionKind.SAME)


@given(weights, weights)
def test_no_two_incidents_share_an_id(
    before: dict[tuple[str, str], float], after: dict[tuple[str, str], float]
) -> None:
    """Also after mergers and splits; and drawing them again changes nothing."""
    accounts = [AccountId(n) for n in NAMES]
    old = incidents.derive(accounts, _judged(before, "model:rules@2"))
    judged = _judged(after, "model:rules@2")
    new = incidents.derive(accounts, judged, old)
    assert len({i.id for i in new}) == len(new)
    assert incidents.derive(accounts, judged, new) == new
