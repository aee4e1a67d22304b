"""What follows from who says it."""

from __future__ import annotations

from rashomon.extract.positions import with_positions
from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.ids import ClaimId, DocumentId
from rashomon.model.value import (
    Outcome,
    Perpetrator,
    Responsibility,
    ResponsibilityPosition,
    Value,
)

UKRAINE = Perpetrator("Ukrainian drones", "Ukraine")


def claim(
    attribute: Attribute,
    value: Value,
    *,
    speaker: str | None = None,
    stance: Stance = Stance.ASSERTS,
    at: int = 40,
) -> Claim:
    """Make a claim of ten characters; its speaker stands at the head of the text."""
    return Claim(
        id=ClaimId(f"{attribute}{at}"),
        document_id=DocumentId("d1"),
        attribute=attribute,
        value=value,
        span=Span(at, at + 10),
        speaker=Speaker(speaker, Span(0, len(speaker))) if speaker else None,
        stance=stance,
        cue=None,
        extractor="test",
    )


def positions(*claims: Claim, text: str = "x" * 80) -> list[Responsibility]:
    """Return the positions on responsibility among an account's claims."""
    found = [c.value for c in with_positions(claims, text)]
    return [v for v in found if isinstance(v, Responsibility)]


def test_who_names_another_accuses() -> None:
    """A governor's word on an attacker is an accusation, an outlet's too."""
    for speaker in (None, "Governor Ivan Sorokin"):
        said = claim(Attribute.PERPETRATOR, UKRAINE, speaker=speaker)
        assert positions(said) == [Responsibility("Ukraine", None)]


def test_an_army_that_names_its_own_forces_admits() -> None:
    """The actor's own word is a claim or a denial."""
    for stance, position in (
        (Stance.ASSERTS, ResponsibilityPosition.CLAIMS),
        (Stance.DENIES, ResponsibilityPosition.DENIES),
    ):
        said = claim(
            Attribute.PERPETRATOR, UKRAINE, speaker="Ukraine's military", stance=stance
        )
        assert positions(said) == [Responsibility("Ukraine", position)]


def test_an_army_that_tells_of_the_hit_as_done_takes_it_upon_itself() -> None:
    """Where the account names the state whose army it is; a governor only reports."""
    doer = claim(Attribute.PERPETRATOR, UKRAINE, at=60)
    hit = claim(Attribute.OUTCOME, Outcome.HIT, speaker="General Staff of Ukraine")
    told = claim(Attribute.OUTCOME, Outcome.HIT, speaker="Ukrainian officials")
    claims = Responsibility("Ukraine", ResponsibilityPosition.CLAIMS)
    assert claims in positions(doer, hit)
    assert claims not in positions(doer, told)
    assert claims not in positions(hit)


def test_the_words_behind_a_speaker_say_whose_staff_it_is() -> None:
    """ "The General Staff in Kyiv"."""
    text = "General Staff in Kyiv said so".ljust(80, ".")
    doer = claim(Attribute.PERPETRATOR, UKRAINE, speaker="General Staff")
    assert positions(doer, text=text) == [
        Responsibility("Ukraine", ResponsibilityPosition.CLAIMS)
    ]


def test_what_is_said_is_not_said_twice() -> None:
    """A position read in the words stays the only one of its actor there."""
    doer = claim(Attribute.PERPETRATOR, UKRAINE)
    read = claim(Attribute.RESPONSIBILITY, Responsibility("Ukraine", None))
    assert positions(doer, read) == [Responsibility("Ukraine", None)]


def test_what_a_government_blames_another_for_is_no_admission() -> None:
    """The words behind a speaker are not who it speaks for, but "in Kyiv" is."""
    text = "The British government has blamed Russia for it. And so on, and so forth."
    said = claim(
        Attribute.PERPETRATOR,
        Perpetrator("Russia", "Russia"),
        speaker="British government",
    )
    made = with_positions([said], text.removeprefix("The "))
    positions = {c.value.position for c in made if isinstance(c.value, Responsibility)}
    assert positions == {None}


def test_a_source_in_a_service_speaks_for_its_state() -> None:
    """ "A source in the SBU" is Ukraine's."""
    said = claim(Attribute.PERPETRATOR, UKRAINE, speaker="A source in the SBU")
    made = with_positions(
        [said], "A source in the SBU said that it had been done by them."
    )
    positions = {c.value.position for c in made if isinstance(c.value, Responsibility)}
    assert positions == {ResponsibilityPosition.CLAIMS}


def test_a_source_of_a_state_speaks_for_it() -> None:
    """ "A Ukrainian source said that the service did it" takes it on itself."""
    said = claim(Attribute.PERPETRATOR, UKRAINE, speaker="A Ukrainian source")
    assert positions(said) == [Responsibility("Ukraine", ResponsibilityPosition.CLAIMS)]


def test_a_command_that_confirms_the_strike_admits_it() -> None:
    """Central Command speaks for the forces that are said to have struck."""
    accused = claim(
        Attribute.PERPETRATOR, Perpetrator("US jets", "United States"), at=60
    )
    hit = claim(Attribute.OUTCOME, Outcome.HIT, speaker="US Central Command")
    wanted = Responsibility("United States", ResponsibilityPosition.CLAIMS)
    assert wanted in positions(accused, hit)
