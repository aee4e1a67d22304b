"""What speaks for an entry being what a name means."""

from __future__ import annotations

import pytest

from rashomon.link import reasons
from rashomon.link.candidates import Candidate, Spelling
from rashomon.link.clues import Clue
from rashomon.link.scene import scene_of
from rashomon.model.document import Span
from rashomon.model.mention import MentionKind
from rashomon.store.gazetteer import Entry, Feature

TOWN = Entry(1, "Alma", 39.0, -86.0, "US", "Ohio", 10, Feature.PLACE, 900, False)
STATE = Entry(10, "Ohio", 40.0, -83.0, "US", "Ohio", 10, Feature.ADMIN1, 0, False)
OTHER = Entry(2, "Berne", 45.0, -120.0, "US", "Oregon", 20, Feature.PLACE, 900, False)


def clue_of(**told: object) -> Clue:
    """Return a clue for "Alma", which may be the town."""
    fields: dict[str, object] = {
        "span": Span(0, 4),
        "text": "Alma",
        "kind": MentionKind.UNKNOWN,
        "whole": True,
        "candidates": (Candidate(TOWN, Spelling.MAIN),),
    }
    return Clue(**(fields | told))  # type: ignore[arg-type]


def test_every_reason_has_a_weight() -> None:
    """What is found of a name, an entry and a scene is in the table."""
    clue = clue_of(preposition=True, served=True, everyday=True, quarter=True)
    scene = scene_of([("Berne", OTHER), ("Ohio", STATE)])
    found = [
        *reasons.of_the_name(clue),
        *reasons.of_the_entry(clue, clue.candidates[0]),
        *reasons.of_the_scene(clue, TOWN, scene, [STATE]),
    ]
    assert {name for name, _ in found} <= set(reasons.weights())


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ([("Berne", OTHER)], "small, and nothing else of its region is named"),
        ([("Ohio", STATE)], "its region is in the text"),
    ],
)
def test_the_scene_speaks_for_or_against_a_small_town(
    named: list[tuple[str, Entry]], reason: str
) -> None:
    """Its state is named, or only other states are."""
    found = dict(reasons.of_the_scene(clue_of(), TOWN, scene_of(named), []))
    assert found[reason] == 1.0


def test_a_text_that_no_model_read_has_no_kinds() -> None:
    """What a run of capitals means weighs otherwise where a model passed it over."""
    assert "read by no model" in dict(reasons.of_the_name(clue_of(parsed=False)))
    assert "read as unknown" in dict(reasons.of_the_name(clue_of()))


def test_a_state_contains_its_towns() -> None:
    """And no town of another state."""
    assert reasons.contains(STATE, TOWN)
    assert not reasons.contains(STATE, OTHER)
