"""Low, best and high of a toll, and whether it is contested."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding
from rashomon.model.value import Count
from rashomon.reconcile import counts
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]
Say = Callable[..., Voice]


@pytest.fixture
def killed(voice: MakeVoice) -> Say:
    """Return a maker of voices that give a number of dead."""

    def say(low: int, high: int | None = -1, **known: Any) -> Voice:
        shape = {
            k: known.pop(k) for k in ("vague", "approximate", "scope") if k in known
        }
        top = low if high == -1 else high
        return voice(Attribute.KILLED, Count(low, top, **shape), **known)

    return say


def found(*voices: Voice) -> Finding:
    """Return the finding on the number of dead."""
    return counts.find(Attribute.KILLED, voices)


def edges(finding: Finding) -> tuple[int | None, int | None, int | None]:
    """Return low, best and high."""
    return finding.low, finding.best, finding.high


def test_at_least_counts_as_its_number(killed: Say) -> None:
    """Nobody said how many more."""
    assert edges(found(killed(5, None))) == (5, 5, 5)


def test_up_to_bounds_from_above_only(killed: Say) -> None:
    """Its lower end is nobody's figure."""
    assert edges(found(killed(0, 40), killed(12))) == (12, 12, 40)


def test_the_later_report_stands(killed: Say) -> None:
    """Also where it gives fewer: after days a toll is corrected, not early."""
    finding = found(killed(20, published=1), killed(18, published=9))
    assert edges(finding) == (18, 18, 20)


def test_within_a_day_or_two_the_dead_rise(killed: Say) -> None:
    """Publication dates are too coarse to order the reports of one day."""
    finding = found(killed(41, published=1), killed(28, published=2))
    assert finding.best == 41


def test_our_own_sum_yields_to_a_reports_figure(killed: Say) -> None:
    """Who tells of persons one by one may tell of one twice, or of another crime's."""
    summed = killed(3, extractor="counts.persons")
    assert edges(found(summed, killed(2))) == (2, 2, 3)
    assert found(summed, killed(0)).best == 3


def test_the_missing_are_found(voice: MakeVoice) -> None:
    """Of figures of one day the lower one is the later one."""
    many = voice(Attribute.MISSING, Count(42, 42), published=1)
    few = voice(Attribute.MISSING, Count(39, 39), published=1)
    assert counts.find(Attribute.MISSING, (many, few)).best == 39


def test_hearsay_yields_to_who_knows(killed: Say) -> None:
    """Whatever it says, and however high."""
    assert found(killed(7, standing=2), killed(11, standing=0)).best == 7
    assert found(killed(11, standing=0)).best == 11


def test_who_recalls_it_yields_to_who_tells_it(killed: Say) -> None:
    """A report in passing rounds and misremembers."""
    assert found(killed(17), killed(20, main=False, published=9)).best == 17


def test_who_recalls_it_a_day_later_tells_how_the_toll_went_on(killed: Say) -> None:
    """A report of the reprisal knows the last toll; one of weeks later may not."""
    first = killed(4, published=1)
    assert edges(found(first, killed(5, published=2, main=False))) == (4, 5, 5)
    assert edges(found(first, killed(5, published=20, main=False))) == (4, 4, 5)


def test_a_lone_figure_far_above_the_rest_is_a_stray(killed: Say) -> None:
    """Oftener an age than a toll; it is kept among the positions, out of the range."""
    finding = found(killed(3), killed(3), killed(44))
    assert edges(finding) == (3, 3, 3)
    assert len(finding.positions) == 2


def test_a_high_figure_that_most_give_is_none(killed: Say) -> None:
    """The first toll of a disaster is often small."""
    assert found(killed(2), killed(28), killed(28)).best == 28


def test_a_figure_for_a_part_never_stands_for_the_whole(killed: Say) -> None:
    """Neither best nor range come from it, though it is kept."""
    finding = found(killed(2, scope="children"))
    assert edges(finding) == (None, None, None)
    assert len(finding.positions) == 1
    assert edges(found(killed(2, scope="children"), killed(9))) == (9, 9, 9)


def test_a_word_counts_only_where_there_is_no_figure(killed: Say) -> None:
    """Dozens are 24 at the least."""
    assert edges(found(killed(24, None, vague=True), killed(9))) == (9, 9, 9)
    vague = found(killed(24, None, vague=True))
    assert vague.best == 24
    assert vague.rule == "vague-only"


def test_an_early_zero_is_the_low_edge(killed: Say) -> None:
    """Nobody hurt, said the ministry at first."""
    assert edges(found(killed(0), killed(1))) == (0, 1, 1)


def test_one_voice_is_single_two_that_say_the_same_agree(killed: Say) -> None:
    """Copies of one text are one voice."""
    copy = {"family": "fam_x"}
    assert found(killed(5)).agreement is Agreement.SINGLE
    assert found(killed(5, **copy), killed(5, **copy)).agreement is Agreement.SINGLE
    assert found(killed(5), killed(5, None)).agreement is Agreement.AGREED


def test_two_figures_are_contested(killed: Say) -> None:
    """Also in one document, and though "at least 5" and "7" may both be true."""
    assert found(killed(5, None), killed(7)).agreement is Agreement.CONTESTED


def test_what_is_denied_is_contested_and_not_chosen(killed: Say) -> None:
    """The denial stands beside the claim that it denies."""
    finding = found(killed(5), killed(5, denies=True))
    assert finding.agreement is Agreement.CONTESTED
    assert len(finding.positions[0].denied_by) == 1
    assert found(killed(5, denies=True)).best is None


def test_a_high_figure_of_two_families_is_no_stray(killed: Say) -> None:
    """Two independent reports have it."""
    assert edges(found(killed(5), killed(5), killed(14), killed(14))) == (5, 14, 14)


def test_a_high_figure_that_vague_words_bear_out_is_no_stray(killed: Say) -> None:
    """Where "dozens" died, one person's fate is not the toll."""
    dozens = killed(24, None, vague=True)
    assert edges(found(killed(1), killed(44), dozens)) == (1, 44, 44)
    assert edges(found(killed(30), killed(300), dozens)) == (30, 30, 30)


def test_a_floor_beside_one_person_s_fate_is_the_toll(killed: Say) -> None:
    """An age never comes with "at least"."""
    assert edges(found(killed(1), killed(1), killed(16, None))) == (1, 16, 16)


def test_a_small_figure_beside_a_large_one_of_its_document_is_a_part(
    killed: Say,
) -> None:
    """Two officers in a report of 45 dead are no lowest toll; an early zero is one."""
    told = killed(45, document="doc_a"), killed(45)
    part = killed(2, document="doc_a")
    assert edges(found(*told, part)) == (45, 45, 45)
    assert edges(found(*told, killed(0, document="doc_a")))[0] == 0
    assert edges(found(*told, killed(30, document="doc_a")))[0] == 30


def test_a_ceiling_is_always_in_the_range(killed: Say) -> None:
    """Somebody says that it may be as many."""
    assert edges(found(killed(6), killed(6), killed(0, 40))) == (6, 6, 40)


@pytest.fixture
def injured(voice: MakeVoice) -> Say:
    """Return a maker of voices that give a number of hurt."""

    def say(number: int, **known: Any) -> Voice:
        return voice(Attribute.INJURED, Count(number, number), **known)

    return say


def hurt(*voices: Voice) -> Finding:
    """Return the finding on the number of hurt."""
    return counts.find(Attribute.INJURED, voices)


def test_of_the_hurt_most_voices_outweigh_the_higher_figure(injured: Say) -> None:
    """They are counted down as well as up: some die, some were counted twice."""
    finding = hurt(injured(75), injured(75), injured(90))
    assert edges(finding) == (75, 75, 90)
    assert finding.rule == "most-voices-not-outgrown"


def test_a_higher_figure_of_a_later_day_has_moved_on(injured: Say) -> None:
    """Two reports of the first day do not hold down the count of the second."""
    early = injured(31, published=1), injured(31, published=1)
    assert edges(hurt(*early, injured(36, published=2))) == (31, 36, 36)


def test_a_speaker_s_later_figure_supersedes_his_own(killed: Say) -> None:
    """Within two days the dead rise, but who counted may take back what he said."""
    said = {"speaker": "Governor Orlov"}
    first, second = killed(9, published=1, **said), killed(7, published=2, **said)
    assert edges(found(first, second)) == (7, 7, 9)


def test_who_hands_on_a_superseded_figure_gives_it_no_weight(injured: Say) -> None:
    """The outlet's own headline of it goes with it, not out of the range."""
    said = {"speaker": "Minister Arda"}
    first = injured(20, document="d1", published=1, **said)
    headline = injured(20, document="d1", published=1)
    second = injured(11, document="d2", published=2, **said)
    assert edges(hurt(first, headline, second)) == (11, 11, 20)


def test_a_report_with_an_outgrown_toll_is_behind_on_the_hurt(
    killed: Say, injured: Say
) -> None:
    """Its figure stays in the range; a headline that its text has outgrown too."""
    dead = [
        killed(32, document="d1"),
        killed(32, document="d2"),
        killed(37, document="d3"),
    ]
    known = [
        injured(63, document="d1"),
        injured(63, document="d2"),
        injured(63, document="d3"),
        injured(80, document="d3"),
    ]
    assert edges(hurt(*known)) == (63, 63, 80)
    outgrown = counts.outgrown_in(found(*dead), dead)
    assert outgrown == {"d1", "d2"}
    assert edges(counts.find(Attribute.INJURED, known, outgrown)) == (63, 80, 80)


def test_another_speaker_s_later_figure_supersedes_none(killed: Say) -> None:
    """The lower figure of somebody else leaves the higher one standing."""
    first = killed(9, published=1, speaker="Governor Orlov")
    second = killed(7, published=2, speaker="Mayor Petrova")
    assert edges(found(first, second)) == (7, 9, 9)


def test_what_was_said_at_first_is_no_part(killed: Say) -> None:
    """A document that gives the early toll too keeps it as the low edge."""
    top = killed(20, document="d1", quote="20 people died")
    early = killed(5, document="d1", quote="at first five dead were spoken of")
    other = killed(20)
    assert edges(found(top, other, early)) == (5, 20, 20)
    assert edges(found(top, other, killed(5, document="d1"))) == (20, 20, 20)


def test_a_figure_that_its_report_corrects_does_not_stand(killed: Say) -> None:
    """ "They had first spoken of 40": higher, but given up; one that rose stands."""
    told = killed(31, document="d1", quote="the toll is now 31")
    given_up = killed(40, document="d1", quote="they had first spoken of 40 dead")
    finding = found(told, given_up)
    assert (finding.best, finding.high) == (31, 40)
    early = killed(20, document="d1", quote="they had first spoken of 20 dead")
    assert found(told, early).best == 31


def test_vague_words_of_another_origin_agree_with_a_figure(killed: Say) -> None:
    """Dozens are borne out by 27, not by 3."""
    dozens = killed(24, None, vague=True)
    assert found(killed(27), dozens).agreement is Agreement.AGREED
    assert found(killed(3), dozens).agreement is Agreement.SINGLE


def test_a_part_larger_than_the_whole_is_contested(killed: Say) -> None:
    """The figures stay; three dead of whom four are children cannot be."""
    three, children = killed(3), killed(4, scope="children")
    finding = found(three, children)
    assert edges(finding) == (3, 3, 3)
    assert finding.agreement is Agreement.CONTESTED
    assert found(killed(3, None), children).agreement is Agreement.SINGLE
    assert found(three, killed(4, scope="attackers")).agreement is Agreement.SINGLE
