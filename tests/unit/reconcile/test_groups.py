"""Which claims say the same."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model.claim import Attribute
from rashomon.model.value import GeoPrecision, Perpetrator, Point, Target, Weapon, Where
from rashomon.reconcile.groups import gather
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]


def test_spellings_of_one_name_are_one_group(voice: MakeVoice) -> None:
    """As the key of names has it."""
    names = ("Cupola Works", "cupola works", "Saint Ivo School")
    voices = [voice(Attribute.TARGET, Target(name)) for name in names]
    groups = gather(Attribute.TARGET, voices, str.casefold)
    assert [len(g.voices) for g in groups] == [2, 1]


def test_a_body_goes_with_the_state_it_belongs_to(voice: MakeVoice) -> None:
    """Under the entity, where one is known."""
    told = [Perpetrator("Osbria", "Osbria"), Perpetrator("Osbrian army", "Osbria")]
    voices = [voice(Attribute.PERPETRATOR, p) for p in told]
    assert len(gather(Attribute.PERPETRATOR, voices, str.casefold)) == 1


def test_towns_within_thirty_kilometres_are_one_group(voice: MakeVoice) -> None:
    """A town and its region are two, though they agree."""

    def at(lat: float, precision: GeoPrecision, number: int) -> Voice:
        where = Where("x", precision, Point(lat, 12), "IT", geonameid=number)
        return voice(Attribute.PLACE, where)

    town = GeoPrecision.SETTLEMENT
    near = [at(41.5, town, 1), at(41.6, town, 2)]
    assert len(gather(Attribute.PLACE, near, str.casefold)) == 1
    region = at(41.5, GeoPrecision.REGION, 3)
    assert len(gather(Attribute.PLACE, [*near, region], str.casefold)) == 2


def test_a_group_shows_its_fullest_value(voice: MakeVoice) -> None:
    """The model and the number, where one of them gives it."""
    full = Weapon("drone", "Kestor-2", 3)
    voices = [voice(Attribute.WEAPON, w) for w in (Weapon("drone"), full)]
    (group,) = gather(Attribute.WEAPON, voices, str.casefold)
    assert group.value == full


def test_a_position_tells_asserters_from_deniers(voice: MakeVoice) -> None:
    """Only who asserts it is an origin of it."""
    yes = voice(Attribute.TARGET, Target("Works"))
    no = voice(Attribute.TARGET, Target("Works"), denies=True)
    (group,) = gather(Attribute.TARGET, [yes, no], str.casefold)
    assert group.position.claim_ids == (yes.claim.id,)
    assert group.position.denied_by == (no.claim.id,)
    assert group.position.origins == (yes.origin,)
