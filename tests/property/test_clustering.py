"""Laws of matching and grouping: order does not matter, and no stays no."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.algorithms.components import agglomerate, parted
from rashomon.cluster import blocking, bonds, comparisons, incidents
from rashomon.cluster.comparisons import Ground
from rashomon.cluster.profiles import Pile, Profile
from rashomon.cluster.weights import WEIGHTS
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.ids import AccountId, DecisionId, DocumentId, FamilyId
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where

NOW = datetime(2024, 6, 1, tzinfo=UTC)
NAMES = "abcdefgh"
PAIRS = [(a, b) for n, a in enumerate(NAMES) for b in NAMES[n + 1 :]]
RARITY = {"kestor": 2, "vandel": 4, "osbrig": 90}
PILE = Pile(accounts=400, names=RARITY)

days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
keys = st.frozensets(st.sampled_from(["cupola works", "ana dol", "kestor"]), max_size=3)
seeds = st.randoms(use_true_random=False)
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
    facilities=keys,
    people=keys,
    victims=keys,
    perpetrators=keys,
    weapons=keys,
    killed=figures,
    injured=figures,
    words=st.sets(st.sampled_from([f"word{i}" for i in range(30)]), max_size=20).map(
        lambda held: tuple(sorted(held))
    ),
    passage=st.integers(1, 2),
    language=st.sampled_from([None, "en", "ru"]),
    repeats=st.booleans(),
    names=st.frozensets(st.sampled_from([*RARITY, "x", "y", "z"])),
)


@given(profiles, profiles)
def test_every_reason_is_the_same_from_both_sides(
    left: Profile, right: Profile
) -> None:
    """Whichever of the two is asked first: the same name and the same weight."""
    for one, other in zip(_found(left, right), _found(right, left), strict=True):
        assert (one and one.name) == (other and other.name)


@given(profiles, profiles)
def test_every_reason_is_bounded_and_says_why(left: Profile, right: Profile) -> None:
    """Only two accounts of one document weigh more than ten bits."""
    for ground in _found(left, right):
        if ground is not None and ground.name != "same_document":
            assert abs(WEIGHTS[ground.name]) <= 10
            assert ground.detail


def _found(left: Profile, right: Profile) -> list[Ground | None]:
    found = [compare(left, right) for compare in comparisons.COMPARISONS]
    found.append(comparisons.wording(left, right, PILE))
    return [*found, comparisons.rare_names(left, right, PILE)]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(profiles, max_size=5, unique_by=lambda p: p.account_id), seeds)
def test_those_who_share_a_key_meet_in_whatever_order_they_come(
    held: list[Profile], shuffler: random.Random
) -> None:
    """As long as their blocks are not crowded, and nobody else meets."""

    def met(order: list[Profile]) -> set[frozenset[str]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(blocking, "ALL_PAIRS_UP_TO", 0)
            found = blocking.pairs(order, PILE)
        return {frozenset((one.account_id, other.account_id)) for one, other in found}

    expected = met(held)
    assert expected == {
        frozenset((a.account_id, b.account_id))
        for n, a in enumerate(held)
        for b in held[n + 1 :]
        if blocking.keys(a, PILE) & blocking.keys(b, PILE)
    }
    shuffler.shuffle(held)
    assert met(held) == expected


weights = st.dictionaries(st.sampled_from(PAIRS), st.floats(-20, 20), max_size=28)


@given(weights, st.sets(st.sampled_from(PAIRS), max_size=5))
def test_groups_are_a_partition_that_keeps_forbidden_pairs_apart(
    weighed: dict[tuple[str, str], float], apart: set[tuple[str, str]]
) -> None:
    """Every key once, and no forbidden pair in one group."""
    groups = agglomerate(NAMES, weighed, apart, unseen=-3)
    assert sorted(key for group in groups for key in group) == list(NAMES)
    for left, right in apart:
        assert not any({left, right} <= set(group) for group in groups)


Weighed = dict[tuple[AccountId, AccountId], float]


def _ids(weighed: dict[tuple[str, str], float]) -> Weighed:
    return {(AccountId(a), AccountId(b)): w for (a, b), w in weighed.items()}


@given(weights, seeds)
def test_the_order_of_arrival_does_not_matter(
    weighed: dict[tuple[str, str], float], shuffler: random.Random
) -> None:
    """Accounts and weights in any order give the same incidents with the same ids."""
    accounts, said = [AccountId(n) for n in NAMES], list(_ids(weighed).items())
    expected = incidents.derive(accounts, [dict(said)])
    shuffler.shuffle(accounts)
    shuffler.shuffle(said)
    assert incidents.derive(accounts, [dict(said)]) == expected


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
    known = _ids(weighed)
    found = incidents.derive([AccountId(n) for n in NAMES], [known], bonds=held)
    home = {a: i.id for i in found for a in i.account_ids}
    for group in held.together:
        assert len({home[a] for a in group}) == 1
    for left, right in held.apart:
        assert home[left] != home[right]
    if told:
        kind, (left, right) = told[-1]
        same = home[AccountId(left)] == home[AccountId(right)]
        assert same == (kind is DecisionKind.SAME)


@given(weights, said, st.sets(st.sampled_from(NAMES)))
def test_what_is_linked_is_grouped_alike_without_the_rest(
    weighed: dict[tuple[str, str], float],
    told: list[tuple[DecisionKind, tuple[str, str]]],
    main: set[str],
) -> None:
    """Part by part and all at once, with what people decided, give the same incidents."""
    accounts, about = [AccountId(n) for n in NAMES], [AccountId(n) for n in main]
    held, known = bonds.of(_decisions(told), {}), _ids(weighed)
    parts = parted(known, held.together)
    apart = incidents.derive(accounts, parts, bonds=held, main=about)
    assert apart == incidents.derive(accounts, [known], bonds=held, main=about)


@given(weights, weights)
def test_no_two_incidents_share_an_id(
    before: dict[tuple[str, str], float], after: dict[tuple[str, str], float]
) -> None:
    """Also after mergers and splits; and drawing them again changes nothing."""
    accounts = [AccountId(n) for n in NAMES]
    old = incidents.derive(accounts, [_ids(before)])
    known = _ids(after)
    new = incidents.derive(accounts, [known], old)
    assert len({i.id for i in new}) == len(new)
    assert incidents.derive(accounts, [known], new) == new
