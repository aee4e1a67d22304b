"""Compatible, evolving, disputed or undetermined: how differing values stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding, Relation
from rashomon.model.value import Count, Evidence, TimePrecision, When
from rashomon.reconcile import choices, counts
from rashomon.reconcile.moments import moments_of
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]
COMPATIBLE, EVOLVING, DISPUTED, UNDETERMINED = Relation


def _found(voice: MakeVoice, *said: dict[str, Any], of: str = "killed") -> Finding:
    """Return the finding on figures, each with what else is known of its voice."""
    attribute = Attribute(of)
    voices = []
    for known in said:
        low = known.pop("low")
        count = Count(low, known.pop("high", low), scope=known.pop("scope", None))
        voices.append(voice(attribute, count, **known))
    return counts.find(attribute, voices)


def _say(low: int, hour: int | None = None, **known: Any) -> dict[str, Any]:
    at = {} if hour is None else {"published": 1, "hour": hour}
    return {"low": low, **at, **known}


@pytest.mark.parametrize(
    ("said", "relation", "why"),
    [
        ([_say(3, 9, high=None), _say(5, 9)], COMPATIBLE, "true of one number"),
        ([_say(0, 9, high=40), _say(5, 9)], COMPATIBLE, "true of one number"),
        ([_say(3, 9), _say(5, 12)], EVOLVING, "goes back"),
        ([_say(3, 9), _say(5, 9)], DISPUTED, "3 and 5 were given at the same hour"),
        (
            [_say(5, 9), _say(3, 12)],
            DISPUTED,
            "another voice gave the first after the second",
        ),
        ([_say(3), _say(5, 12)], UNDETERMINED, "not every report of 3 and 5 is dated"),
        ([_say(3, 0), _say(5, 12)], UNDETERMINED, "the hours are not known"),
        ([_say(3, 9), _say(5, 9, high=None), _say(8, 9)], DISPUTED, "3 and 5+"),
        ([_say(3, 9), _say(5, 12), _say(5, 12, denies=True)], DISPUTED, "denied"),
        ([_say(3, 9), _say(4, 9, scope="children")], DISPUTED, "a part is larger"),
    ],
)
def test_figures_that_differ_say_how(
    voice: MakeVoice, said: list[dict[str, Any]], relation: Relation, why: str
) -> None:
    """Bounds of one number, a toll that rose, a dispute, and what cannot be told."""
    finding = _found(voice, *[dict(known) for known in said])
    assert finding.relation is relation
    assert why in finding.relation_why


def test_that_the_time_is_the_publications_is_said(voice: MakeVoice) -> None:
    """No claim says at what hour its figure stood."""
    for said in ((_say(3, 9), _say(5, 12)), (_say(3, 9), _say(5, 9))):
        assert "by when the reports were published" in _found(voice, *said).relation_why


def test_one_figure_alone_stands_to_nothing(voice: MakeVoice) -> None:
    """However often it is given."""
    finding = _found(voice, _say(3, 9), _say(3, 12))
    assert (finding.relation, finding.relation_why) == (None, "")


def test_a_speaker_may_take_back_his_own_figure(voice: MakeVoice) -> None:
    """That is no dispute; where another does it, it is."""
    own = _found(voice, _say(5, 9, speaker="Ana"), _say(3, 12, speaker="Ana"))
    assert own.relation is EVOLVING
    assert "gave a later one since" in own.relation_why
    other = _found(voice, _say(5, 9, speaker="Ana"), _say(3, 12, speaker="Ivo"))
    assert other.relation is DISPUTED


def test_a_late_reprint_brings_no_figure_back(voice: MakeVoice) -> None:
    """A copy of an early report, or another paper that quotes a figure taken back."""
    copied = _found(
        voice, _say(3, 9, family="f1"), _say(5, 12), _say(3, 15, family="f1")
    )
    assert copied.relation is EVOLVING
    quoted = _found(
        voice,
        _say(5, 9, speaker="Ana"),
        _say(3, 12, speaker="Ana"),
        _say(5, 15, speaker="Ana"),
    )
    assert quoted.relation is EVOLVING


def test_who_gives_both_figures_disputes_neither(voice: MakeVoice) -> None:
    """A report that recalls an earlier toll beside its own says not when each stood."""
    own = {"document": "d1", "family": "f1"}
    finding = _found(voice, _say(3, 9, **own), _say(5, 9, **own))
    assert finding.relation is UNDETERMINED
    assert "of one voice" in finding.relation_why


def test_the_missing_are_found(voice: MakeVoice) -> None:
    """Of them a lower figure is the later one."""
    assert _found(voice, _say(42, 9), _say(39, 12), of="missing").relation is EVOLVING
    assert _found(voice, _say(39, 9), _say(42, 12), of="missing").relation is DISPUTED


def test_who_is_contested_is_told_how(voice: MakeVoice) -> None:
    """Whatever is contested has a relation, and its status stays what it was."""
    finding = _found(voice, _say(3, 9, high=None), _say(5, 9))
    assert finding.agreement is Agreement.CONTESTED


def _day(day: int) -> When:
    return When(date(2024, 5, day), date(2024, 5, day), TimePrecision.DAY)


def test_days_and_lists_say_how_they_stand(voice: MakeVoice) -> None:
    """Two days are disputed, two pieces of evidence stand side by side."""
    days = [voice(Attribute.DATE, _day(1)), voice(Attribute.DATE, _day(9))]
    dated = choices.find(Attribute.DATE, days, str.casefold)
    assert dated.relation is DISPUTED
    assert "share none" in dated.relation_why
    seen = [voice(Attribute.EVIDENCE, Evidence(kind)) for kind in ("video", "photo")]
    listed = choices.find(Attribute.EVIDENCE, seen, str.casefold)
    assert listed.relation is COMPATIBLE
    assert choices.find(Attribute.DATE, days[:1], str.casefold).relation is None


def test_a_position_says_since_when_it_is_claimed(voice: MakeVoice) -> None:
    """The first dated document that asserts it; a denial is no claim of it."""
    finding = _found(
        voice,
        _say(5, 12),
        _say(5, 9),
        _say(5, 7, denies=True),
        _say(5),
        _say(8),
    )
    told = {str(p.value): p.since for p in finding.positions}
    assert told == {"5": "2024-05-01T09:00:00", "8": None}


def test_moments_are_compared_in_utc() -> None:
    """A moment with an offset is no later than the same one without."""
    early, late = (
        moments_of("2024-05-01T12:00:00+03:00"),
        moments_of("2024-05-01T10:30"),
    )
    assert early is not None
    assert late is not None
    assert early.is_before(late)
    assert not late.is_before(early)
    assert moments_of(None) is None
