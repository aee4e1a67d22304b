"""Which value is chosen, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from rashomon.model.claim import RIVAL_DAY, Attribute
from rashomon.model.finding import Agreement
from rashomon.model.value import (
    Evidence,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Target,
    TimePrecision,
    Unanchored,
    Victim,
    When,
    Where,
)
from rashomon.reconcile import choices
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]


def chosen(*voices: Voice) -> tuple[object, ...]:
    """Return the chosen values of one attribute."""
    attribute = voices[0].claim.attribute
    return choices.find(attribute, voices, str.casefold).chosen


def may(number: int) -> When:
    """Return a day of May 2024."""
    return When(date(2024, 5, number), date(2024, 5, number), TimePrecision.DAY)


def test_a_firm_day_outranks_reckoned_ones(voice: MakeVoice) -> None:
    """Two weekdays under a crawler's stamp do not outvote a written date."""
    firm = voice(Attribute.DATE, may(1))
    weak = [voice(Attribute.DATE, may(9), firm=False) for _ in range(2)]
    assert chosen(firm, *weak) == (may(1),)


def test_a_day_that_is_not_told_is_never_chosen(voice: MakeVoice) -> None:
    """Some Monday loses to any day of the calendar, and alone leaves nothing chosen."""
    monday = [voice(Attribute.DATE, Unanchored("XXXX-WXX-1")) for _ in range(3)]
    assert chosen(*monday) == ()
    assert chosen(*monday, voice(Attribute.DATE, may(7))) == (may(7),)
    finding = choices.find(Attribute.DATE, monday, str.casefold)
    assert finding.rule == "day-not-told"


def test_a_day_outranks_its_month(voice: MakeVoice) -> None:
    """However many give only the month."""
    month = When(date(2024, 5, 1), date(2024, 5, 31), TimePrecision.MONTH)
    months = [voice(Attribute.DATE, month) for _ in range(3)]
    assert chosen(*months, voice(Attribute.DATE, may(7))) == (may(7),)


def test_the_day_rather_than_one_reports_minute(voice: MakeVoice) -> None:
    """A minute is chosen where most give it."""
    moment = datetime(2024, 5, 7, 3, 12)
    minute = When(moment, moment, TimePrecision.MINUTE)
    day = may(7)
    assert chosen(voice(Attribute.DATE, minute), voice(Attribute.DATE, day)) == (day,)


def test_the_town_rather_than_the_country(voice: MakeVoice) -> None:
    """And a place on the map rather than a name."""
    town = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.2), "IT", geonameid=1)
    land = Where("Italy", GeoPrecision.COUNTRY, Point(42, 12.5), "IT", geonameid=2)
    bare = Where("the valley", GeoPrecision.SETTLEMENT)
    voices = [voice(Attribute.PLACE, land) for _ in range(3)]
    voices += [voice(Attribute.PLACE, bare) for _ in range(3)]
    assert chosen(*voices, voice(Attribute.PLACE, town)) == (town,)


def test_the_value_of_most_voices_is_chosen(voice: MakeVoice) -> None:
    """Copies count once, and who tells it outranks who recalls it."""
    works, school = Target("Cupola Works"), Target("Saint Ivo School")
    copies = [voice(Attribute.TARGET, school, family="fam_x") for _ in range(5)]
    others = [voice(Attribute.TARGET, works) for _ in range(2)]
    assert chosen(*copies, *others) == (works,)
    recalled = [voice(Attribute.TARGET, works, main=False) for _ in range(5)]
    assert chosen(voice(Attribute.TARGET, school), *recalled) == (school,)


def test_a_known_actor_rather_than_a_description(voice: MakeVoice) -> None:
    """Where one of the names is resolved to an entity."""
    known = Perpetrator("Osbrian forces", "Osbria")
    loose = [voice(Attribute.PERPETRATOR, Perpetrator("masked men")) for _ in range(3)]
    assert chosen(*loose, voice(Attribute.PERPETRATOR, known)) == (known,)


def test_a_list_keeps_every_distinct_value_once(voice: MakeVoice) -> None:
    """Evidence and victims add up; nobody is named twice."""
    video, photo = Evidence("video"), Evidence("photo")
    kinds = chosen(*(voice(Attribute.EVIDENCE, e) for e in (video, photo, video)))
    assert set(kinds) == {video, photo}
    named = [Victim("a baker", "Ana Dol"), Victim("a woman", "ANA DOL")]
    assert len(chosen(*(voice(Attribute.VICTIM, v) for v in named))) == 1


def test_what_is_only_denied_is_not_chosen(voice: MakeVoice) -> None:
    """The denial is kept as a position."""
    denied = voice(Attribute.OUTCOME, Outcome.HIT, denies=True)
    finding = choices.find(Attribute.OUTCOME, [denied], str.casefold)
    assert finding.chosen == ()
    assert finding.rule == "only-denied"
    assert finding.claim_ids == (denied.claim.id,)


def test_the_rule_says_how_many_stand_behind_it(voice: MakeVoice) -> None:
    """In a sentence that a reader can check."""
    voices = [voice(Attribute.DATE, may(1)) for _ in range(2)]
    voices.append(voice(Attribute.DATE, may(3)))
    finding = choices.find(Attribute.DATE, voices, str.casefold)
    assert finding.rule == "firm-day-then-most-voices"
    assert finding.why == "2 independent voices behind it; 1 other value given"


def test_bare_words_of_its_kind_stand_behind_a_named_target(voice: MakeVoice) -> None:
    """The factory is the one that bears a name; so is its name's other ending."""

    def target(name: str, kind: str, **known: str) -> Voice:
        return voice(Attribute.TARGET, Target(name, kind), **known)

    works = target("Verinov Machine Works", "industrial")
    same = target("Verinovsky Works", "industrial"), target("factory", "industrial")
    other = target("base", "military"), target("base", "military")
    assert chosen(*other, works, *same) == (
        Target("Verinov Machine Works", "industrial"),
    )


def test_a_thing_of_a_known_kind_comes_before_a_bare_name(voice: MakeVoice) -> None:
    """Two outlets name a square, one the market on it: the market can be hit."""
    square = [voice(Attribute.TARGET, Target("Orlov")) for _ in range(2)]
    market = voice(Attribute.TARGET, Target("market", "commercial"))
    assert chosen(*square, market) == (Target("market", "commercial"),)


def test_targets_that_share_a_name_stand_together(voice: MakeVoice) -> None:
    """Three ways to call one plant outweigh a building that two outlets speak of."""
    plant = [
        voice(Attribute.TARGET, Target(name, "industrial"))
        for name in ("Verinov plant", "workshop of the Verinov plant", "Verinov works")
    ]
    house = [
        voice(Attribute.TARGET, Target("building", "residential")) for _ in range(2)
    ]
    (target,) = chosen(*plant, *house)
    assert isinstance(target, Target)
    assert "Verinov" in target.name


def test_a_full_name_of_two_origins_stands_like_a_known_kind(voice: MakeVoice) -> None:
    """The express that two outlets name is no mere word; one outlet's square may be."""
    named = [voice(Attribute.TARGET, Target("Verin Express")) for _ in range(2)]
    train = voice(Attribute.TARGET, Target("train", "transport"))
    assert chosen(*named, train) == (Target("Verin Express"),)
    assert chosen(named[0], train) == (Target("train", "transport"),)


def test_a_day_by_a_date_that_was_not_believed_only_supports(voice: MakeVoice) -> None:
    """It is a position, neither chosen nor in dispute; who gives the very day has it too."""
    told = voice(Attribute.DATE, may(1))
    rival = voice(Attribute.DATE, may(9), extractor=RIVAL_DAY)
    finding = choices.find(Attribute.DATE, [told, rival], str.casefold)
    assert finding.chosen == (may(1),)
    assert finding.agreement is Agreement.SINGLE
    assert {p.value for p in finding.positions} == {may(1), may(9)}
    others = [voice(Attribute.DATE, may(9)), voice(Attribute.DATE, may(1))]
    assert chosen(told, rival, others[0]) == (may(9),)
    assert chosen(told, rival, *others) == (may(1),)


def test_nobody_reports_what_comes_later(voice: MakeVoice) -> None:
    """Two reports of an arrest do not outvote the one that told of the deed days before."""
    deed = voice(Attribute.DATE, may(4), published=5)
    arrest = [voice(Attribute.DATE, may(8), published=8) for _ in range(2)]
    assert chosen(deed, *arrest) == (may(4),)
    late = [voice(Attribute.DATE, may(6), published=6) for _ in range(2)]
    assert chosen(voice(Attribute.DATE, may(4), published=6), *late) == (may(6),)
    passing = voice(Attribute.DATE, may(4), published=5, main=False)
    assert chosen(passing, *arrest) == (may(8),)


def test_an_end_is_a_position_and_no_day(voice: MakeVoice) -> None:
    """It disputes a day beyond it only, and is never chosen."""
    end = voice(Attribute.DATE, Unanchored("../2024-05-03"))
    assert chosen(end) == ()
    assert chosen(end, voice(Attribute.DATE, may(2))) == (may(2),)

    def stands(day: int) -> Agreement:
        voices = [end, voice(Attribute.DATE, may(day))]
        return choices.find(Attribute.DATE, voices, str.casefold).agreement

    assert stands(2) is Agreement.AGREED
    assert stands(4) is Agreement.CONTESTED


def test_a_word_that_says_little_gives_way(voice: MakeVoice) -> None:
    """ "The facility" is called by a better name elsewhere, which may be in quotes."""
    facility = [
        voice(Attribute.TARGET, Target("facility", "industrial")) for _ in range(2)
    ]
    named = voice(Attribute.TARGET, Target("завод «Орлов»", "industrial"))
    plain = voice(Attribute.TARGET, Target("mill", "industrial"))
    assert chosen(*facility, plain) == (Target("mill", "industrial"),)
    assert chosen(plain, named) == (Target("завод «Орлов»", "industrial"),)
