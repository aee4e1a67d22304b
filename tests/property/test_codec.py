"""Laws of the codec: what is written is read back, whatever it says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import (
    COUNT_ATTRIBUTES,
    VALUE_TYPES,
    Attribute,
    Claim,
    Speaker,
    Stance,
)
from rashomon.model.document import Span
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.ids import ClaimId
from rashomon.model.judgement import Reason
from rashomon.model.value import (
    Consequence,
    Count,
    Damage,
    DamageDegree,
    Evidence,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Responsibility,
    ResponsibilityPosition,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)
from rashomon.store import codec

WORDS = st.text(max_size=12)
SAID = st.none() | WORDS
NUMBERS = st.integers(0, 10**9)


@st.composite
def _counts(draw: st.DrawFn) -> Count:
    low = draw(NUMBERS)
    high = draw(st.none() | st.integers(low, 2 * 10**9))
    return Count(low, high, draw(st.booleans()), draw(st.booleans()), draw(SAID))


UNANCHORED = [
    Unanchored("XXXX-WXX-1"),
    Unanchored("../2024-05-02"),
    Unanchored("2024-05-02/.."),
    Unanchored("XXXX-WXX-WE", TimePrecision.RANGE),
    Unanchored("XXXX-12-21TNI", TimePrecision.PART_OF_DAY),
]


@st.composite
def _whens(draw: st.DrawFn) -> When:
    moments = st.dates() | st.datetimes(timezones=st.none() | st.just(UTC))
    ends = sorted([draw(moments), draw(moments)], key=_day)
    return When(ends[0], ends[1], draw(st.sampled_from(TimePrecision)))


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _points() -> st.SearchStrategy[Point]:
    return st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10**6))
    return Span(start, draw(st.integers(start + 1, 2 * 10**6)))


BY_TYPE: dict[type, st.SearchStrategy[Any]] = {
    Count: _counts(),
    When: _whens() | st.sampled_from(UNANCHORED),
    Where: st.builds(
        Where, WORDS, st.sampled_from(GeoPrecision), st.none() | _points(), SAID, SAID,
        st.none() | NUMBERS, SAID,
    ),
    Victim: st.builds(Victim, WORDS, SAID, SAID, st.none() | NUMBERS, SAID),
    Target: st.builds(Target, WORDS, SAID, SAID),
    Damage: st.builds(
        Damage, WORDS, st.sampled_from(DamageDegree), st.none() | NUMBERS
    ),
    Weapon: st.builds(Weapon, WORDS, SAID, st.none() | NUMBERS),
    Perpetrator: st.builds(Perpetrator, WORDS, SAID),
    Responsibility: st.builds(
        Responsibility, WORDS, st.none() | st.sampled_from(ResponsibilityPosition)
    ),
    Outcome: st.sampled_from(Outcome),
    Consequence: st.builds(Consequence, WORDS, WORDS),
    Evidence: st.builds(Evidence, WORDS, SAID, SAID, SAID),
}  # fmt: skip


@st.composite
def _stated(draw: st.DrawFn) -> tuple[Attribute, Value]:
    attribute = draw(st.sampled_from(Attribute))
    return attribute, draw(BY_TYPE[VALUE_TYPES[attribute]])


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    attribute, value = draw(_stated())
    return Claim(
        id=draw(WORDS),
        document_id="doc_1",
        attribute=attribute,
        value=value,
        span=draw(_spans()),
        speaker=draw(st.none() | st.builds(Speaker, WORDS, _spans())),
        stance=draw(st.sampled_from(Stance)),
        cue=draw(st.none() | _spans()),
        extractor=draw(WORDS),
    )


@st.composite
def _findings(draw: st.DrawFn) -> Finding:
    attribute = draw(st.sampled_from(Attribute))
    values = BY_TYPE[VALUE_TYPES[attribute]]
    ids = st.lists(WORDS, max_size=3).map(tuple)
    positions = st.builds(
        Position, value=values, claim_ids=ids, origins=ids, denied_by=ids
    )
    bound = st.none() | NUMBERS
    return Finding(
        attribute=attribute,
        positions=tuple(draw(st.lists(positions, max_size=3))),
        agreement=draw(st.sampled_from(Agreement)),
        chosen=tuple(draw(st.lists(values, max_size=2))),
        rule=draw(WORDS),
        why=draw(WORDS),
        low=draw(bound),
        high=draw(bound),
        best=draw(bound),
        rejected=tuple(draw(st.lists(st.builds(ClaimId, WORDS), max_size=2))),
    )


def _through_json(written: Any) -> Any:
    """Return what a file or a JSON column gives back."""
    return json.loads(json.dumps(written))


@given(_stated())
def test_every_value_is_read_back_as_it_was(stated: tuple[Attribute, Value]) -> None:
    """The first law: decode(encode(x)) == x, of the same type, through JSON."""
    attribute, value = stated
    written = _through_json(codec.value_to_json(value))
    again = codec.value_from_json(attribute, written)
    assert again == value
    assert type(again) is type(value)


@given(_whens())
def test_a_day_stays_a_day_and_a_moment_a_moment(when: When) -> None:
    """A day does not become midnight, nor does a moment lose its time zone."""
    again = codec.value_from_json(
        Attribute.DATE, _through_json(codec.value_to_json(when))
    )
    assert isinstance(again, When)
    for before, after in ((when.start, again.start), (when.end, again.end)):
        assert type(before) is type(after)
        assert before.isoformat() == after.isoformat()


@given(_claims())
def test_every_claim_is_read_back_as_it_was(claim: Claim) -> None:
    """Its speaker and cue too, which the store keeps as spans."""
    written = _through_json(codec.claim_to_json(claim))
    assert codec.claim_from_json(written, claim.document_id) == claim


@given(
    st.builds(
        Account,
        id=WORDS,
        document_id=st.just("doc_1"),
        type=st.sampled_from(IncidentType),
        prominence=st.sampled_from(Prominence),
        span=_spans(),
        claims=st.lists(_claims(), max_size=3).map(tuple),
    )
)
def test_every_account_is_read_back_as_it_was(account: Account) -> None:
    """With its claims in their order."""
    assert (
        codec.account_from_json(_through_json(codec.account_to_json(account)))
        == account
    )


@given(_findings())
def test_every_finding_is_read_back_as_it_was(finding: Finding) -> None:
    """With every position and its deniers, not the chosen value alone."""
    written = _through_json(codec.finding_to_json(finding))
    assert codec.finding_from_json(written) == finding


@given(st.builds(Reason, WORDS, st.floats(allow_nan=False), WORDS))
def test_every_reason_is_read_back_as_it_was(reason: Reason) -> None:
    """A weight is not rounded."""
    assert codec.reason_from_json(_through_json(codec.reason_to_json(reason))) == reason


def test_every_attribute_has_a_law() -> None:
    """An attribute whose values nobody generates would be held by no law."""
    assert {VALUE_TYPES[attribute] for attribute in Attribute} == set(BY_TYPE)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Count(3, None), {"min": 3, "max": None}),
        (Count(0, 0), {"min": 0, "max": 0}),
        (Count(3, None, vague=True), {"min": 3, "max": None, "vague": True}),
        (Count(9, 9, approximate=True), {"min": 9, "max": 9, "approx": True}),
        (Count(2, 2, scope="children"), {"min": 2, "max": 2, "scope": "children"}),
        (
            When(date(2024, 5, 1), date(2024, 5, 2), TimePrecision.RANGE),
            {"from": "2024-05-01", "to": "2024-05-02", "precision": "range"},
        ),
        (
            Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", "Lazio"),
            {
                "name": "Verin", "lat": 41.5, "lon": 12.25, "country": "IT",
                "admin1": "Lazio", "precision": "settlement",
            },
        ),
        (Outcome.HIT, "hit"),
        (Responsibility("Reds", None), {"actor": "Reds", "position": None}),
        (Damage("depot", DamageDegree.ON_FIRE), {"object": "depot", "degree": "on_fire"}),
        (Perpetrator("the Reds"), {"name": "the Reds"}),
    ],
)  # fmt: skip
def test_a_value_is_written_as_the_contract_has_it(value: Value, written: Any) -> None:
    """What was not said is left out; a bound that is not known is null."""
    assert codec.value_to_json(value) == written


def test_counts_of_every_kind_are_written_alike() -> None:
    """The dead and the missing have one form."""
    for attribute in COUNT_ATTRIBUTES:
        assert codec.value_from_json(attribute, {"min": 1, "max": 2}) == Count(1, 2)
