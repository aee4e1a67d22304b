"""Decisions: what a person said of the record, who, when and why; never taken back.

A decision is only ever added. Taking one back is another decision (``undo``), so the log
tells how the record came to be what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, DecisionId, DocumentId
from rashomon.model.value import Value


class DecisionKind(StrEnum):
    """What a person may decide."""

    SAME = "same"
    DIFFERENT = "different"
    MERGE = "merge"
    SPLIT = "split"
    SET = "set"
    REJECT = "reject"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of one person.

    ``target`` are the ids the person named: accounts, incidents, a claim, a decision.
    What it means is kept beside them, for ids come and go: ``accounts`` are those it is
    about, ``others`` those they are to stay apart from (``different`` and ``split``).
    ``set`` has an attribute and the values that are to be published; ``reject`` the
    attribute, value and words of the claim that is to count for nothing.
    """

    id: DecisionId
    kind: DecisionKind
    person: str
    made_at: datetime
    target: tuple[str, ...]
    note: str = ""
    accounts: tuple[AccountId, ...] = ()
    others: tuple[AccountId, ...] = ()
    attribute: Attribute | None = None
    values: tuple[Value, ...] = ()
    document_id: DocumentId | None = None
    span: Span | None = None


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, in order; an undo may be undone."""
    undone: set[str] = set()
    held = []
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.kind is DecisionKind.UNDO:
            undone.update(decision.target)
        else:
            held.append(decision)
    return held[::-1]
