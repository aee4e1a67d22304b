"""When an attribute is contested, and when it only looks so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement
from rashomon.model.value import (
    Damage,
    DamageDegree,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Responsibility,
    ResponsibilityPosition,
    TimePrecision,
    Unanchored,
    Weapon,
    When,
    Where,
)
from rashomon.reconcile import agreement
from rashomon.reconcile.groups import gather
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]
SINGLE, AGREED, CONTESTED = Agreement.SINGLE, Agreement.AGREED, Agreement.CONTESTED
CLAIMS, DENIES = ResponsibilityPosition.CLAIMS, ResponsibilityPosition.DENIES


def of(*voices: Voice, disputed: bool = False) -> Agreement:
    """Return how far the voices on one attribute agree."""
    attribute = voices[0].claim.attribute
    groups = gather(attribute, voices, str.casefold)
    return agreement.of(attribute, groups, disputed=disputed)


def may(first: int, last: int | None = None) -> When:
    """Return days of May 2024."""
    end = date(2024, 5, last or first)
    return When(date(2024, 5, first), end, TimePrecision.DAY)


def test_two_days_that_share_none_are_contested(voice: MakeVoice) -> None:
    """And a range that holds the day is not."""
    first, other = voice(Attribute.DATE, may(1)), voice(Attribute.DATE, may(3))
    assert of(first, other) is CONTESTED
    assert of(first, voice(Attribute.DATE, may(1, 4))) is AGREED


def test_an_open_day_contests_what_it_cannot_be(voice: MakeVoice) -> None:
    """1 May 2024 is a Wednesday: some Monday is another day, some Wednesday may be it."""
    day = voice(Attribute.DATE, may(1))
    monday = voice(Attribute.DATE, Unanchored("XXXX-WXX-1"))
    weekend = voice(Attribute.DATE, Unanchored("XXXX-WXX-WE"))
    assert of(day, monday) is CONTESTED
    assert of(monday, weekend) is CONTESTED
    assert of(day, voice(Attribute.DATE, Unanchored("XXXX-WXX-3"))) is AGREED


def test_a_day_that_a_copy_altered_is_a_slip(voice: MakeVoice) -> None:
    """Its own original says otherwise; in an independent report it would contest."""
    original = voice(Attribute.DATE, may(1), document="doc_a", family="fam_x")
    slip = voice(Attribute.DATE, may(9), document="doc_b", family="fam_x")
    other = voice(Attribute.DATE, may(1))
    assert of(original, slip, other) is AGREED
    assert of(original, voice(Attribute.DATE, may(9)), other) is CONTESTED


def test_who_recalls_it_beside_other_news_disputes_no_day(voice: MakeVoice) -> None:
    """A later report's own day is not the incident's; alone among such it would be."""
    told = voice(Attribute.DATE, may(1))
    recalled = voice(Attribute.DATE, may(9), main=False)
    assert of(told, recalled) is AGREED
    assert of(recalled, voice(Attribute.DATE, may(1), main=False)) is CONTESTED


def test_who_gives_two_days_disputes_neither(voice: MakeVoice) -> None:
    """It tells of the days before or after as well; another that gives one contests."""
    one = voice(Attribute.DATE, may(1), document="doc_a", family="fam_x")
    two = voice(Attribute.DATE, may(9), document="doc_a", family="fam_x")
    assert of(one, two) is SINGLE
    assert of(one, two, voice(Attribute.DATE, may(1))) is AGREED
    assert of(one, voice(Attribute.DATE, may(9))) is CONTESTED


def test_a_speaker_that_has_both_tells_of_a_raid(voice: MakeVoice) -> None:
    """Some were stopped and one hit; two speakers, or an outlet's two sides, contest."""

    def says(outcome: Outcome, speaker: str | None) -> Voice:
        return voice(
            Attribute.OUTCOME, outcome, speaker=speaker, document="doc_a", family="f"
        )

    hit, stopped = says(Outcome.HIT, "Ana Dol"), says(Outcome.INTERCEPTED, "Ana Dol")
    assert of(hit, stopped) is SINGLE
    assert of(hit, says(Outcome.INTERCEPTED, "Ivo Karr")) is CONTESTED
    both = says(Outcome.HIT, None), says(Outcome.INTERCEPTED, None)
    assert of(*both) is CONTESTED


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("the drone was shot down before it reached the works", CONTESTED),
        ("12 drones were shot down over the valley", AGREED),
        ("several of them were brought down", AGREED),
        ("три беспилотника сбиты", AGREED),
    ],
)
def test_a_raid_may_be_hit_and_stopped(
    voice: MakeVoice, quote: str, expected: Agreement
) -> None:
    """Some were stopped and others hit; one thing cannot be both."""
    hit = voice(Attribute.OUTCOME, Outcome.HIT)
    stopped = voice(Attribute.OUTCOME, Outcome.INTERCEPTED, quote=quote)
    assert of(hit, stopped) is expected


def test_what_somebody_denies_is_contested(voice: MakeVoice) -> None:
    """A denial needs no other value; alone it contests nothing."""
    hit = voice(Attribute.OUTCOME, Outcome.HIT)
    denied = voice(Attribute.OUTCOME, Outcome.HIT, denies=True)
    assert of(hit, denied) is CONTESTED
    assert of(denied) is SINGLE


def test_two_states_accused_are_contested(voice: MakeVoice) -> None:
    """A state and its army are not two."""

    def accused(name: str, state: str | None) -> Voice:
        return voice(Attribute.PERPETRATOR, Perpetrator(name, state))

    land, army = accused("Osbria", "Osbria"), accused("Osbrian forces", "Osbria")
    assert of(land, army) is AGREED
    assert of(land, accused("Talmin", "Talmin")) is CONTESTED


def test_two_arms_of_a_state_are_two_answers(voice: MakeVoice) -> None:
    """The intelligence service did it, or the armed forces did."""
    service = Perpetrator("Osbrian intelligence", "Osbria")
    forces = Perpetrator("Osbrian Armed Forces", "Osbria")
    pair = [voice(Attribute.PERPETRATOR, p) for p in (service, forces)]
    assert of(*pair) is CONTESTED


def test_another_attribute_may_dispute_it(voice: MakeVoice) -> None:
    """But silence is disputed by nobody."""
    accused = voice(Attribute.PERPETRATOR, Perpetrator("Osbria"))
    assert of(accused, disputed=True) is CONTESTED
    denied = voice(Attribute.PERPETRATOR, Perpetrator("Osbria"), denies=True)
    assert of(denied, disputed=True) is SINGLE


def test_who_denies_it_disputes_the_accusation(voice: MakeVoice) -> None:
    """Another actor's denial does not."""
    accused = [voice(Attribute.PERPETRATOR, Perpetrator("Osbria"))]

    def said(actor: str, position: ResponsibilityPosition) -> Voice:
        return voice(Attribute.RESPONSIBILITY, Responsibility(actor, position))

    def disputed(*positions: Voice) -> bool:
        return agreement.author_disputed(accused, positions, (), str.casefold)

    assert disputed(said("osbria", DENIES))
    assert not disputed(said("Talmin", DENIES))
    assert not disputed(said("Osbria", CLAIMS))
    assert disputed(said("Osbria", CLAIMS), said("Talmin", CLAIMS))


def test_who_denies_any_attack_disputes_its_author(voice: MakeVoice) -> None:
    """The stores went off by themselves, says the ministry."""
    accused = [voice(Attribute.PERPETRATOR, Perpetrator("Osbria"))]
    denied = [voice(Attribute.OUTCOME, Outcome.HIT, denies=True)]
    assert agreement.author_disputed(accused, (), denied, str.casefold)


def test_two_towns_far_apart_are_contested(voice: MakeVoice) -> None:
    """A town and its region are not."""

    def at(name: str, lat: float, precision: GeoPrecision) -> Voice:
        where = Where(name, precision, Point(lat, 12.0), "IT", geonameid=int(lat * 10))
        return voice(Attribute.PLACE, where)

    town, far = (
        at("Verin", 41.5, GeoPrecision.SETTLEMENT),
        at("Sandor", 45, GeoPrecision.SETTLEMENT),
    )
    assert of(town, far) is CONTESTED
    assert of(town, at("Lazio", 42.5, GeoPrecision.REGION)) is AGREED


def test_two_numbers_of_one_weapon_are_contested(voice: MakeVoice) -> None:
    """Two drones and three missiles are not."""
    two, three = Weapon("drone", count=2), Weapon("drone", count=3)
    drones = voice(Attribute.WEAPON, two)
    assert of(drones, voice(Attribute.WEAPON, three)) is CONTESTED
    missiles = voice(Attribute.WEAPON, Weapon("missile", count=3))
    assert of(drones, missiles) is AGREED


def test_two_speakers_with_two_numbers_of_one_loss_are_contested(
    voice: MakeVoice,
) -> None:
    """Two kilns destroyed and four damaged may be one speaker's whole account."""

    def lost(
        count: int, degree: DamageDegree, speaker: str, thing: str = "Kiln"
    ) -> Voice:
        return voice(Attribute.DAMAGE, Damage(thing, degree, count), speaker=speaker)

    destroyed = lost(2, DamageDegree.DESTROYED, "Ana Dol")
    assert of(destroyed, lost(4, DamageDegree.DAMAGED, "Ivo Karr")) is CONTESTED
    assert of(destroyed, lost(4, DamageDegree.DAMAGED, "Ana Dol")) is SINGLE
    planes = lost(2, DamageDegree.DESTROYED, "Ana Dol", "Be-12 aircraft")
    assert of(planes, lost(4, DamageDegree.DAMAGED, "Ivo Karr", "Be-12")) is CONTESTED


def test_words_for_any_forces_name_nobody(voice: MakeVoice) -> None:
    """Whose forces they were is not said, so that they contest no other."""
    state = voice(Attribute.PERPETRATOR, Perpetrator("Osbria", "Osbria"))
    forces = voice(Attribute.PERPETRATOR, Perpetrator("forces", "forces"))
    assert of(state, forces) is AGREED


def test_initials_are_the_same_body(voice: MakeVoice) -> None:
    """A front and its initials are one."""
    front = Perpetrator("Verin River Front", "Verin River Front")
    short = Perpetrator("VRF", "VRF")
    left, right = (voice(Attribute.PERPETRATOR, p) for p in (front, short))
    assert of(left, right) is AGREED


def test_a_short_name_is_the_same_body(voice: MakeVoice) -> None:
    """A body called by some of its words is no other body."""
    front = Perpetrator("Verin River Front", "Verin River Front")
    short = Perpetrator("River Front", "River Front")
    two = [voice(Attribute.PERPETRATOR, p) for p in (front, short)]
    assert of(*two) is Agreement.AGREED


def test_who_is_only_seen_to_have_done_it_is_not_accused(voice: MakeVoice) -> None:
    """The trained reader's name for a doer disputes none that is given in words."""
    front = voice(Attribute.PERPETRATOR, Perpetrator("Verin Front", "Verin Front"))
    train = voice(Attribute.PERPETRATOR, Perpetrator("Orlov Line", "Orlov Line"))
    seen = replace(train, claim=replace(train.claim, extractor="heads.perp_org"))
    assert of(front, train) is Agreement.CONTESTED
    assert of(front, seen) is Agreement.AGREED
