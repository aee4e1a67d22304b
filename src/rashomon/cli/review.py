"""A person's part: ``review``, what one decides of it, and the log of decisions."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Table

from rashomon.cli import terminal
from rashomon.cli.options import DEFAULT_DB, AsJson, Database, existing
from rashomon.cli.progress import counting
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.ids import AccountId
from rashomon.pipeline import review as reviewing
from rashomon.pipeline.review import Question, Request
from rashomon.pipeline.values import from_words
from rashomon.store.decisions import decision_to_row
from rashomon.store.reader import Reader

Limit = Annotated[
    int,
    Parameter(name="--limit", help="Show at most this many.", validator=Number(gte=1)),
]
QUOTED_CHARS = 160


def review(
    *, limit: Limit = 10, db: Database = DEFAULT_DB, json: AsJson = False
) -> int:
    """Show the pairs of accounts most worth a person's look, and why."""
    with existing(db) as store:
        asked = reviewing.queue(store, limit)
        passages = {a.id: _passage(store, a) for q in asked for a in (q.left, q.right)}
    if json:
        terminal.print_json([_question_json(q, passages) for q in asked])
        return terminal.OK
    page = terminal.page()
    for question in asked:
        page.print(_shown(question, passages))
    if not asked:
        page.print(terminal.words("no pair is in doubt", "dim"))
    else:
        first = asked[0]
        terminal.hint(
            f"rashomon same {first.left.id} {first.right.id} --db {db}"
            " (or: rashomon different …)"
        )
    return terminal.OK


def _passage(store: Reader, account: Account) -> str:
    (held,) = store.documents([account.document_id])
    outlet = held.document.source or account.document_id
    words = terminal.shortened(account.span.of(held.document.text), QUOTED_CHARS)
    return f"{outlet}: {words}"


def _shown(question: Question, passages: dict[AccountId, str]) -> Table:
    """Return one question: the two passages, and the reasons on either side."""
    held = "one incident" if question.together else "two incidents"
    weight = question.judgement.weight
    table = Table.grid(padding=(0, 1))
    head = f"held for {held}, {weight:+.1f} bits"
    table.add_row("", terminal.words(head, "bold"))
    for account in (question.left, question.right):
        table.add_row(terminal.words(account.id), terminal.words(passages[account.id]))
    ranked = sorted(question.judgement.reasons, key=lambda r: -abs(r.weight))
    for reason in ranked:
        told = f"{reason.comparison.replace('_', ' ')}: {reason.detail}"
        table.add_row(f"{reason.weight:+.1f}", terminal.words(told, "dim"))
    table.add_row("", "")
    return table


def _question_json(
    question: Question, passages: dict[AccountId, str]
) -> dict[str, object]:
    return {
        "accounts": [question.left.id, question.right.id],
        "passages": [passages[question.left.id], passages[question.right.id]],
        "incidents": [question.left_incident, question.right_incident],
        "together": question.together,
        "weight": question.judgement.weight,
        "worth": question.worth,
        "reasons": [
            {"name": r.comparison, "weight": r.weight, "detail": r.detail}
            for r in question.judgement.reasons
        ],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What every decision may say besides."""

    note: Annotated[
        str, Parameter(help="Why, for those who follow.", show_default=False)
    ] = ""
    by: Annotated[
        str | None,
        Parameter(help="Who decides; default: the name you are logged in by."),
    ] = None
    db: Database = DEFAULT_DB
    json: AsJson = False


Besides = Annotated[Said, Parameter(name="*")]
AccountArgument = Annotated[str, Parameter(name="ACCOUNT", help="An account's id.")]
IncidentArgument = Annotated[
    str,
    Parameter(name="INCIDENT", help="An incident's id, or the first characters of it."),
]
NOTHING = Said()


def _decide(said: Said, kind: DecisionKind, *target: str, **more: Any) -> int:
    request = Request(
        kind=kind,
        person=getpass.getuser() if said.by is None else said.by,
        target=target,
        note=said.note,
        **more,
    )
    with existing(said.db) as store, counting("done") as progress:
        made = reviewing.decide(store, request, progress)
    if said.json:
        terminal.print_json(decision_to_row(made))
    else:
        told = f"{made.id}: {made.kind.value} {' '.join(made.target)}, by {made.person}"
        terminal.page().print(terminal.words(told))
        terminal.hint(f"take it back: rashomon undo {made.id} --db {said.db}")
    return terminal.OK


def same(
    left: AccountArgument, right: AccountArgument, /, *, said: Besides = NOTHING
) -> int:
    """Decide that two accounts tell of one incident."""
    return _decide(said, DecisionKind.SAME, left, right)


def different(
    left: AccountArgument, right: AccountArgument, /, *, said: Besides = NOTHING
) -> int:
    """Decide that two accounts tell of two incidents, whatever would join them."""
    return _decide(said, DecisionKind.DIFFERENT, left, right)


def merge(*incidents: IncidentArgument, said: Besides = NOTHING) -> int:
    """Decide that two incidents or more are one; their ids go on leading to it."""
    return _decide(said, DecisionKind.MERGE, *incidents)


def split(
    incident: IncidentArgument, /, *accounts: AccountArgument, said: Besides = NOTHING
) -> int:
    """Decide that some accounts of an incident are another one, together."""
    return _decide(said, DecisionKind.SPLIT, incident, *accounts)


def set_value(
    incident: IncidentArgument,
    attribute: Annotated[
        Attribute,
        Parameter(
            name="ATTRIBUTE",
            help="What to set: killed, date …",
            name_transform=str.lower,
        ),
    ],
    value: Annotated[
        str,
        Parameter(
            name="VALUE",
            allow_leading_hyphen=True,
            help="12, 3-7, 2024-05-01, a name, or JSON as in an export.",
        ),
    ],
    /,
    *,
    said: Besides = NOTHING,
) -> int:
    """Set the value that is published; what the sources say stays beside it."""
    values = from_words(attribute, value)
    return _decide(said, DecisionKind.SET, incident, attribute=attribute, values=values)


def reject(
    claim: Annotated[str, Parameter(name="CLAIM", help="A claim's id.")],
    /,
    *,
    said: Besides = NOTHING,
) -> int:
    """Let a claim count for nothing; it stays to be seen."""
    return _decide(said, DecisionKind.REJECT, claim)


def note(incident: IncidentArgument, /, *, said: Besides = NOTHING) -> int:
    """Write a note on an incident into the log; nothing else changes."""
    return _decide(said, DecisionKind.NOTE, incident)


def undo(
    decision: Annotated[str, Parameter(name="DECISION", help="A decision's id.")],
    /,
    *,
    said: Besides = NOTHING,
) -> int:
    """Take a decision back; both stay in the log."""
    return _decide(said, DecisionKind.UNDO, decision)


def decisions(*, db: Database = DEFAULT_DB, json: AsJson = False) -> int:
    """List what people decided, the oldest first, what was taken back included."""
    with existing(db) as store:
        log = reviewing.decisions(store)
    if json:
        terminal.print_json([decision_to_row(decision) for decision in log])
        return terminal.OK
    held = {decision.id for decision in standing(log)}
    page = terminal.page()
    for decision in log:
        taken_back = decision.kind is not DecisionKind.UNDO and decision.id not in held
        style = "dim strike" if taken_back else ""
        page.print(terminal.words(_line(decision), style))
    page.print(terminal.words(f"{len(log)} decisions, {len(held)} stand", "dim"))
    return terminal.OK


def _line(decision: Decision) -> str:
    note = f": {decision.note}" if decision.note else ""
    moment = decision.made_at.strftime("%Y-%m-%d %H:%M")
    return (
        f"{decision.id}  {moment}  {decision.person}  {decision.kind.value}"
        f" {' '.join(decision.target)}{note}"
    )
