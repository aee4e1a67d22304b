"""What followed and what shows it."""

from __future__ import annotations

from rashomon.extract.aftermath import find_consequences, find_evidence
from rashomon.model.value import Consequence


def test_a_lifted_restriction_is_lifted() -> None:
    """The state follows the words behind the consequence."""
    text = (
        "Flights were suspended at the airport; the airport closure was lifted at noon."
    )
    values = [s.value for s in find_consequences(text)]
    assert Consequence("airport_closure", "lifted") in values


def test_emergency_is_imposed() -> None:
    """A declared state of emergency is imposed."""
    (statement,) = find_consequences("A state of emergency was declared.")
    assert statement.value == Consequence("state_of_emergency", "imposed")


def test_what_did_not_follow_is_left_out() -> None:
    """ "No evacuation" is no evacuation."""
    assert find_consequences("There was no evacuation.") == []


def test_kinds_of_evidence() -> None:
    """Video, satellite pictures and witnesses are told apart."""
    text = "Videos show smoke. Satellite images confirm it. Witnesses heard a bang."
    kinds = [getattr(s.value, "kind", "") for s in find_evidence(text)]
    assert kinds == ["video", "satellite_imagery", "witness"]
