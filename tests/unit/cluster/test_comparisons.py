"""Each reason why two accounts may or may not tell of one incident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rashomon.cluster import comparisons, days
from rashomon.cluster.grounds import Ground
from rashomon.cluster.profiles import UNKNOWN_PILE, Pile, Profile
from rashomon.cluster.weights import APART, WEIGHTS
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.value import GeoPrecision, Point, Where

MakeProfile = Callable[..., Profile]


def weight(ground: Ground | None) -> float:
    """Return what a ground weighs, 0 where there is none."""
    return WEIGHTS[ground.name] if ground else 0.0


def test_two_accounts_of_one_document_are_apart_for_good(makes: MakeProfile) -> None:
    """Nothing else can outweigh it: the reader of accounts told them apart."""
    left = makes("a")
    right = replace(makes("b"), document_id=left.document_id)
    assert weight(comparisons.same_document(left, right)) == APART


def test_the_same_day_speaks_for_and_ten_days_against(makes: MakeProfile) -> None:
    """Two strikes on different days are two incidents."""
    first, same, later = makes("a", when=1), makes("b", when=1), makes("c", when=11)
    assert weight(comparisons.dates(first, same)) >= 2
    assert weight(comparisons.dates(first, later)) <= -3


def test_a_night_told_by_its_evening_and_its_morning_is_one(makes: MakeProfile) -> None:
    """A day apart is no evidence against."""
    assert weight(comparisons.dates(makes("a", when=1), makes("b", when=2))) >= 0


def test_a_weekday_reckoned_from_a_stamp_does_not_split(makes: MakeProfile) -> None:
    """A crawler may have seen the page ten weeks late, so its Friday is weak."""
    first, late = makes("a", when=1), makes("b", when=31)
    firm = weight(comparisons.dates(first, late))
    weak = weight(comparisons.dates(first, replace(late, weak_date=True)))
    assert firm < weak <= 0


def test_what_is_published_before_a_day_does_not_tell_of_it(makes: MakeProfile) -> None:
    """A report cannot tell of what comes later; shortly after is to be expected."""
    dated = makes("a", when=10)
    early = makes("b", published=date(2024, 5, 2))
    soon = makes("c", published=date(2024, 5, 11))
    before = weight(comparisons.date_against_publication(dated, early))
    assert before <= 0 <= weight(comparisons.date_against_publication(dated, soon))
    long_before = makes("d", published=date(2024, 4, 20))
    assert weight(comparisons.date_against_publication(dated, long_before)) <= -8
    stamped = replace(long_before, weak_published=True)
    assert weight(comparisons.date_against_publication(dated, stamped)) > -8


def test_one_town_speaks_for_and_two_towns_against(
    makes: MakeProfile, verin: Where
) -> None:
    """The distance is that of the towns, not of their names."""
    here = makes("a", place=verin)
    respelt = makes("b", place=replace(verin, name="Werin"))
    far = makes(
        "c", place=replace(verin, name="Sandor", point=Point(45.0, 9.0), geonameid=2)
    )
    assert weight(comparisons.places(here, respelt)) >= 2
    assert weight(comparisons.places(here, far)) < 0


def test_a_town_lies_in_its_region(makes: MakeProfile, verin: Where) -> None:
    """A report that only names the region does not contradict one that names the town."""
    region = replace(
        verin, name="Lazio", precision=GeoPrecision.REGION, geonameid=9,
        point=Point(41.9, 12.7),
    )  # fmt: skip
    reason = comparisons.places(makes("a", place=verin), makes("b", place=region))
    assert weight(reason) > 0


def test_another_country_is_against(makes: MakeProfile, verin: Where) -> None:
    """Countries are compared where one of the two is all that is known."""
    abroad = replace(verin, name="France", precision=GeoPrecision.COUNTRY, country="FR")
    reason = comparisons.places(makes("a", place=verin), makes("b", place=abroad))
    assert weight(reason) < -1


def test_a_different_toll_hardly_speaks_against(makes: MakeProfile) -> None:
    """Tolls rise, so two figures do not split an incident."""
    few, many = makes("a", killed=frozenset({3})), makes("b", killed=frozenset({30}))
    assert -1.5 <= weight(comparisons.killed(few, many)) <= 0


def test_a_large_toll_in_common_says_more_than_a_small_one(makes: MakeProfile) -> None:
    """One dead is common, 37 dead is not."""

    def shared(number: int) -> float:
        figure = frozenset({number})
        pair = makes("a", killed=figure), makes("b", killed=figure)
        return weight(comparisons.killed(*pair))

    assert shared(37) > shared(1) >= 0


def test_nobody_hurt_in_both_is_told_from_somebody(makes: MakeProfile) -> None:
    """Most incidents hurt nobody; one report's "nobody" against another's five is another thing."""
    none, five = frozenset({0}), frozenset({5})
    quiet = comparisons.injured(makes("a", injured=none), makes("b", injured=none))
    other = comparisons.injured(makes("a", injured=none), makes("b", injured=five))
    assert quiet is not None
    assert other is not None
    assert (quiet.name, other.name) == ("no_injured", "none_or_some_injured")


def test_other_named_victims_are_no_evidence_for(makes: MakeProfile) -> None:
    """The same one is, and one who shares a name with another may be kin or the same."""
    ana = makes("a", victims=frozenset({"ana dol"}))
    same = makes("b", victims=frozenset({"ana dol", "ivo karr"}))
    kin = makes("c", victims=frozenset({"mira dol"}))
    other = makes("d", victims=frozenset({"ivo karr"}))
    assert weight(comparisons.victims(ana, same)) > 0
    assert comparisons.victims(ana, kin) == Ground("like_victim", "ana dol, mira dol")
    assert weight(comparisons.victims(ana, other)) <= 0


def test_a_named_facility_says_more_than_a_thing_of_one_kind(
    makes: MakeProfile,
) -> None:
    """Every region has an oil depot."""
    works = {"targets": frozenset({"cupola"}), "facilities": frozenset({"cupola"})}
    depot = {"targets": frozenset({"oil depot"})}
    named = comparisons.facilities(makes("a", **works), makes("b", **works))
    alike = comparisons.facilities(makes("a", **depot), makes("b", **depot))
    assert (named and named.name) == "same_facility"
    assert (alike and alike.name) == "same_kind_of_target"


def test_reports_that_appear_together_are_the_likelier_one_incident(
    makes: MakeProfile,
) -> None:
    """Unless a crawler only stamped the page: it may have been months late."""
    first = makes("a", when=1, published=date(2024, 5, 2))
    soon = makes("b", when=1, published=date(2024, 5, 3))
    late = makes("c", when=1, published=date(2024, 9, 3))
    together, apart = comparisons.reports(first, soon), comparisons.reports(first, late)
    assert weight(together) > weight(apart)
    assert comparisons.reports(first, replace(late, weak_published=True)) is None


def test_a_kidnapping_is_no_fire(makes: MakeProfile) -> None:
    """Types of no common family are against; an explosion may be a drone strike."""
    fire = makes("a", type=IncidentType.FIRE)
    drone = makes("b", type=IncidentType.DRONE_STRIKE)
    taken = makes("c", type=IncidentType.KIDNAPPING)
    assert comparisons.types(fire, drone) is None
    assert weight(comparisons.types(fire, taken)) < 0


PILE = Pile(
    accounts=256,
    names={"kestor": 2, "vandel": 2, "osbrig": 60, "talmin": 60},
    words={},
)


def test_rare_names_in_common_outweigh_frequent_ones(makes: MakeProfile) -> None:
    """What few others of the pile name speaks for one incident."""
    left = makes("a", names=frozenset(PILE.names))
    rare = makes("b", names=frozenset({"kestor", "vandel", "x"}))
    frequent = makes("c", names=frozenset({"osbrig", "talmin", "x"}))
    assert weight(comparisons.rare_names(left, rare, PILE)) > 1
    assert weight(comparisons.rare_names(left, frequent, PILE)) <= 0


def test_no_name_in_common_says_nothing_across_languages(makes: MakeProfile) -> None:
    """Another script spells another way, so what is not shared is not evidence."""
    left = makes("a", names=frozenset("abc"))
    right = makes("b", names=frozenset("def"), language="ru")
    assert comparisons.rare_names(left, right, PILE) is None


def test_much_wording_in_common_speaks_for_and_none_against(makes: MakeProfile) -> None:
    """Across languages it cannot be compared."""
    text = tuple(f"word{i}" for i in range(12))
    left, same = makes("a", words=text), makes("b", words=text)
    other = makes("c", words=tuple(f"term{i}" for i in range(12)))
    russian = makes("d", words=text, language="ru")
    assert weight(comparisons.wording(left, same, PILE)) > 0
    assert weight(comparisons.wording(left, other, PILE)) < 0
    told = comparisons.wording(left, russian, PILE)
    assert (told and told.name) == "other_language"


def test_every_ground_has_a_weight_and_every_weight_a_ground() -> None:
    """The table is whole: what a comparison can find is what it lists."""
    files = (comparisons.__file__, days.__file__)
    source = "".join(Path(f).read_text(encoding="utf-8") for f in files)
    written = {
        n
        for n in WEIGHTS
        if n.startswith(
            ("words_", "same_", "like_", "far_", "other_", "no_", "none_", "published_")
        )
    }
    assert all(f'"{name}"' in source for name in set(WEIGHTS) - written)
    assert set(comparisons.LIKE_NAMES) <= set(WEIGHTS)


def test_one_calls_it_the_second(makes: MakeProfile) -> None:
    """Only where no day decides better."""
    first, second = makes("a"), makes("b", repeats=True)
    assert weight(comparisons.repetition(first, second)) < 0
    dated = replace(first, when=makes("x", when=1).when)
    assert comparisons.repetition(dated, replace(second, when=dated.when)) is None
    next_day = makes("y", when=2).when
    assert weight(comparisons.repetition(dated, replace(second, when=next_day))) < 0
    assert comparisons.repetition(dated, replace(first, when=next_day)) is None


def test_copies_of_one_text_tell_of_one_incident(makes: MakeProfile) -> None:
    """Their main accounts, that is; what each adds in passing need not be the same."""
    left = makes("a")
    copy = replace(makes("b"), family=left.family)
    passing = replace(copy, prominence=Prominence.BACKGROUND)
    assert weight(comparisons.copies(left, copy)) >= 4
    assert comparisons.copies(left, passing) is None


def test_one_entry_at_two_precisions_weighs_the_same_from_both_sides(
    makes: MakeProfile, verin: Where
) -> None:
    """The coarser of the two decides what the shared entry is worth."""
    town = makes("a", place=verin)
    region = makes("b", place=replace(verin, precision=GeoPrecision.REGION))
    one, other = comparisons.places(town, region), comparisons.places(region, town)
    assert weight(one) == weight(other)
    assert weight(one) < weight(comparisons.places(town, makes("c", place=verin)))


def test_the_side_of_another_country_is_another_place(makes: MakeProfile) -> None:
    """Strikes on "northern Alba" are not the attack in a town of the next country."""
    north = Where("northern Alba", GeoPrecision.REGION, Point(36.5, 39.0), "SY")
    town = Where("Borton", GeoPrecision.SETTLEMENT, Point(39.9, 32.9), "TR", "Ankara")
    told = comparisons.places(makes("a", place=north), makes("b", place=town))
    assert (told and told.name) == "other_country"


def test_short_reports_of_a_small_pile_share_everyday_words(
    makes: MakeProfile,
) -> None:
    """Nothing tells there which of their words are rare, so few of them say nothing."""
    short = makes("a", words=PLAIN[:12]), makes("b", words=PLAIN[:12])
    assert comparisons.wording(*short, UNKNOWN_PILE) is None
    assert comparisons.wording(*short, PILE) is not None
    long = makes("c", words=PLAIN), makes("d", words=PLAIN)
    assert weight(comparisons.wording(*long, UNKNOWN_PILE)) > 0


PLAIN = tuple(f"word{i:02}" for i in range(45))
