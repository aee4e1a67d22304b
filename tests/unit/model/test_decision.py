"""Which decisions stand."""

from __future__ import annotations

from datetime import UTC, datetime

from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.ids import DecisionId

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def _made(name: str, kind: DecisionKind, target: str) -> Decision:
    return Decision(
        id=DecisionId(name), kind=kind, person="Ada", made_at=NOW, target=(target,)
    )


def test_what_was_taken_back_does_not_stand() -> None:
    """The undo is no decision of its own."""
    note = _made("dec_1", DecisionKind.NOTE, "inc_1")
    other = _made("dec_2", DecisionKind.NOTE, "inc_1")
    undo = _made("dec_3", DecisionKind.UNDO, "dec_1")
    assert standing([note, other, undo]) == [other]


def test_an_undo_can_be_undone() -> None:
    """Then the decision stands again."""
    note = _made("dec_1", DecisionKind.NOTE, "inc_1")
    undo = _made("dec_2", DecisionKind.UNDO, "dec_1")
    again = _made("dec_3", DecisionKind.UNDO, "dec_2")
    assert standing([note, undo, again]) == [note]
