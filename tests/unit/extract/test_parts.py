"""From roles to statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.extract import parts
from rashomon.extract.heads import Role
from rashomon.extract.reading import Reading, read
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Stance
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import DocumentId
from rashomon.model.mention import CountMention, Toponym
from rashomon.model.value import Count, Perpetrator, Target, Victim, Weapon


def read_text(text: str) -> Reading:
    """Read an English text."""
    return read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )


def span_of(text: str, words: str) -> Span:
    """Return where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def role(text: str, words: str, name: str, score: float = 0.9) -> Role:
    """Make a role of some words."""
    return Role(span_of(text, words), name, score)


def values(text: str, *roles: Role) -> list[object]:
    """Return what the roles state."""
    return [s.value for s in parts.find(read_text(text), roles)]


TEXT = "Armed men shot Alma Quiroga near the state bank with rifles."


def test_each_role_states_its_attribute() -> None:
    """Perpetrator, victim, target and weapon, in reading order."""
    found = parts.find(
        read_text(TEXT),
        [
            role(TEXT, "rifles", "weapon"),
            role(TEXT, "state bank", "target"),
            role(TEXT, "Alma Quiroga", "victim_name"),
            role(TEXT, "men", "perp_individual"),
        ],
    )
    assert [s.attribute for s in found] == [
        Attribute.PERPETRATOR,
        Attribute.VICTIM,
        Attribute.TARGET,
        Attribute.WEAPON,
    ]


def test_a_role_that_the_head_doubts_is_not_said() -> None:
    """Each role has a score that it must reach."""
    assert values(TEXT, role(TEXT, "Alma Quiroga", "victim_name", 0.69)) == []
    assert values(TEXT, role(TEXT, "Alma Quiroga", "victim_name", 0.71))


def test_a_perpetrator_has_the_whole_phrase() -> None:
    """ "men" in "armed men" is "Armed men"."""
    found = values(TEXT, role(TEXT, "men", "perp_individual"))
    assert found == [Perpetrator(name="Armed men", entity=None)]


def test_a_group_is_its_own_entity_and_a_state_stands_for_its_forces() -> None:
    """An organisation's entity is its name, a country's forces are the country."""
    text = "The Red Dawn Front and Russian troops shelled it."
    front = values(text, role(text, "Red Dawn Front", "perp_org"))
    troops = values(text, role(text, "Russian troops", "perp_individual"))
    assert front == [Perpetrator(name="Red Dawn Front", entity="Red Dawn Front")]
    assert troops == [Perpetrator(name="Russian troops", entity="Russia")]


def test_pieces_of_a_word_and_of_a_name_are_one() -> None:
    """A span grows to whole words; pieces that "of" divides are joined."""
    text = "They seized the Bank of Commerce."
    found = values(
        text, role(text, "ank", "target", 0.6), role(text, "Commerce", "target", 0.8)
    )
    assert found == [Target(name="Bank of Commerce", kind="commercial")]


def test_a_victim_has_the_longest_name_that_the_report_gives() -> None:
    """The surname alone is the same person."""
    text = "Alma Quiroga was shot. Quiroga died at once."
    surname = Role(
        Span(text.rindex("Quiroga"), text.rindex("Quiroga") + 7), "victim_name", 0.9
    )
    found = values(text, role(text, "Alma Quiroga", "victim_name"), surname)
    assert [v.name for v in found if isinstance(v, Victim)] == ["Alma Quiroga"] * 2


@pytest.mark.parametrize("words", ["of the", "it"])
def test_words_that_name_nothing_are_not_said(words: str) -> None:
    """Function words are no target."""
    text = f"They burned {words} yesterday."
    assert values(text, role(text, words, "target")) == []


def rule(text: str, words: str, value: object, **more: object) -> Statement:
    """Make a statement that a rule read."""
    kinds = {
        Target: Attribute.TARGET,
        Weapon: Attribute.WEAPON,
        Perpetrator: Attribute.PERPETRATOR,
    }
    made = Statement(
        attribute=kinds[type(value)],
        value=value,  # type: ignore[arg-type]
        span=span_of(text, words),
        reader="rule",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_where_both_read_the_head_says_who_or_what() -> None:
    """A rule's target gives way to the head's at the same words."""
    by_head = parts.find(read_text(TEXT), [role(TEXT, "state bank", "target")])
    by_rule = [rule(TEXT, "the state bank", Target(name="the bank", kind=None))]
    assert parts.merge(by_rule, by_head) == by_head


def test_a_rule_that_knows_a_stance_stays() -> None:
    """A denial says more than a name."""
    by_head = parts.find(read_text(TEXT), [role(TEXT, "Armed men", "perp_individual")])
    denied = rule(TEXT, "Armed men", Perpetrator(name="men"), stance=Stance.DENIES)
    assert denied in parts.merge([denied], by_head)


def test_a_weapon_keeps_its_type_and_gets_the_words_of_the_report() -> None:
    """The rule knows the type, the head the words for it."""
    text = "A dynamite charge went off."
    by_head = parts.find(read_text(text), [role(text, "dynamite charge", "weapon")])
    by_rule = [rule(text, "dynamite", Weapon(type="explosives"))]
    merged = parts.merge(by_rule, by_head)
    assert [s.value for s in merged] == [
        Weapon(type="explosives", model="dynamite charge")
    ]


def test_whose_a_weapon_is_names_no_model() -> None:
    """ "A Russian missile" is a missile."""
    text = "A Russian missile hit the mill."
    (weapon,) = values(text, role(text, "Russian missile", "weapon"))
    assert weapon == Weapon(type="missile")


def test_a_bomber_is_no_weapon() -> None:
    """Somebody blew himself up: the head's word for the means names a person."""
    text = "A suicide bomber struck the market."
    assert values(text, role(text, "suicide bomber", "weapon")) == []


def test_a_name_that_the_rules_read_outlasts_a_bare_word_of_the_heads() -> None:
    """ "The Alton Glass factory" is not "factory", whichever was read last."""
    text = "The drone crashed into the Alton Glass factory."
    by_rule = [
        Statement(
            attribute=Attribute.TARGET,
            value=Target("Alton Glass factory"),
            span=span_of(text, "the Alton Glass factory"),
            reader="objects",
        )
    ]
    bare = span_of(text, "factory")
    by_head = [replace(by_rule[0], value=Target("factory"), span=bare)]
    assert parts.merge(by_rule, by_head) == by_rule


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Rebels dynamited the oil pipeline.", "pipeline", "oil pipeline"),
        ("Rebels shelled a coastguard boat.", "coastguard", "coastguard boat"),
        ("Rebels burned the bus.", "bus", "bus"),
    ],
)
def test_a_thing_has_all_nouns_of_its_word(text: str, seen: str, whole: str) -> None:
    """What the head cut short is the compound that stands there."""
    (target,) = values(text, role(text, seen, "target"))
    assert isinstance(target, Target)
    assert target.name == whole


def test_what_befell_a_thing_is_no_part_of_it() -> None:
    """ "Bus crash" is of a bus."""
    text = "Minibus crash near Velm kills three after a fuel depot explosion."
    found = values(text, role(text, "Minibus", "target"), role(text, "depot", "target"))
    assert [v.name for v in found if isinstance(v, Target)] == ["Minibus", "fuel depot"]


def test_who_is_counted_as_killed_did_not_do_it() -> None:
    """ "14 militants were killed in a raid"."""
    text = "The army killed 14 militants in a raid on a hideout."
    said = parts.find(read_text(text), [role(text, "militants", "perp_individual")])
    dead = CountMention(
        span=span_of(text, "killed 14 militants"),
        attribute=Attribute.KILLED,
        count=Count(14, 14),
        rule="led",
    )
    assert parts.without_victims(said, [dead]) == []
    assert parts.without_victims(said, []) == said


def test_a_rule_names_whose_force_it_is() -> None:
    """Of "US air strike" the head has but a word."""
    text = "A US air strike destroyed a depot."
    us = Statement(
        attribute=Attribute.PERPETRATOR,
        value=Perpetrator(name="US"),
        span=span_of(text, "US air strike"),
        reader="agency.their_attack",
    )
    by_head = parts.find(read_text(text), [role(text, "air", "perp_org")])
    kept = parts.merge([us], by_head)
    assert [s.value for s in kept] == [us.value]


def test_blame_stays_blame_in_the_heads_words() -> None:
    """A sentence of blame needs no word of what was done."""
    text = "The government blamed dissidents of the old guard."
    blame = Statement(
        attribute=Attribute.PERPETRATOR,
        value=Perpetrator(name="dissidents of the old guard"),
        span=span_of(text, "blamed dissidents of the old guard"),
        reader="agency.blamed_group",
    )
    by_head = parts.find(read_text(text), [role(text, "dissidents", "perp_individual")])
    assert {s.reader for s in parts.merge([blame], by_head)} == {"agency.blamed_group"}


def test_a_town_did_nothing_but_a_capital_may_stand_for_its_state() -> None:
    """What the reader takes for who did it is a place, unless that speaks for somebody."""
    text = "The bombers of Verin and of Tehran came at night to the old mill."
    roles = [role(text, name, "perp_org") for name in ("Verin", "Tehran")]
    places = [
        Toponym(span=span_of(text, n), text=n, where=None) for n in ("Verin", "Tehran")
    ]
    found = parts.find(read_text(text), roles, places)
    assert [getattr(s.value, "name", None) for s in found] == ["Tehran"]


def test_a_dateline_and_a_headlines_words_are_nobody() -> None:
    """ "VERIN - A man" is a man; "gunman attacks school" a gunman."""
    text = "VERIN - A man shot two people near the state bank."
    assert values(text, role(text, "VERIN - A man", "perp_individual")) == [
        Perpetrator("man")
    ]
    headline = "Gunman attacks school in Verin"
    (found,) = values(headline, role(headline, "Gunman", "perp_individual"))
    assert found == Perpetrator("Gunman")


def test_a_short_name_is_spelt_out_as_the_report_does() -> None:
    """Only where its letters are the name's."""
    text = "The Valley Resistance Front (VRF) struck. The VRF had threatened to."
    (doer,) = values(text, role(text, "VRF", "perp_org"))
    assert doer == Perpetrator("Valley Resistance Front", "Valley Resistance Front")
    other = "The Milton Water Board (VRF) spoke. VRF men came."
    (doer,) = values(other, role(other, "VRF", "perp_org"))
    assert doer == Perpetrator("VRF", "VRF")


@pytest.mark.parametrize(
    ("words", "score", "said"),
    [
        ("a", 0.95, []),
        ("Alvanian", 0.95, []),
        ("unmanned", 0.95, []),
        ("paving stones", 0.5, []),
        ("paving stones", 0.7, ["paving stones"]),
        ("rifles", 0.5, ["rifle"]),
    ],
)
def test_a_weapon_that_nobody_knows_is_surely_a_thing(
    words: str, score: float, said: list[str]
) -> None:
    """A piece of a name is none, and the head alone must be sure."""
    text = (
        "A mob threw paving stones, an unmanned Alvanian craft came, rifles were used."
    )
    found = parts.find(read_text(text), [role(text, words, "weapon", score)])
    assert [v.type for v in (s.value for s in found) if isinstance(v, Weapon)] == said


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Russian soldiers", "Russia"),
        ("A Russian student", None),
        ("a national of Russia", None),
    ],
)
def test_where_somebody_is_from_is_not_whose_deed_it_was(
    words: str, state: str | None
) -> None:
    """A soldier acts for a state, a student does not."""
    text = f"It was {words} who shot three people in the market."
    (value,) = values(text, role(text, words, "perp_individual"))
    assert isinstance(value, Perpetrator)
    assert value.entity == state
