"""What people decide: taken down in the log, applied at once, and asked for well.

``decide`` appends a decision and draws the conclusions anew; ``undo`` takes one back;
``queue`` names the pairs of accounts that are most worth a person's look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.cluster.matching import DIFFERENT_BELOW, SAME_ABOVE
from rashomon.errors import DecisionError
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.document import Span
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, IncidentId, decision_id
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement
from rashomon.model.value import Value
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Progress, Silent
from rashomon.store.reader import Reader
from rashomon.store.sqlite import Store

# In the middle between yes and no a look is worth most, six bits away nothing.
MIDDLE = (SAME_ABOVE + DIFFERENT_BELOW) / 2
WORTH_BITS = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks to be decided.

    ``target``: ``same`` and ``different`` two accounts; ``merge`` two incidents or more;
    ``split`` an incident and the accounts that leave it; ``set`` and ``note`` an
    incident; ``reject`` a claim; ``undo`` a decision. ``set`` has an attribute and one
    value, or several for an attribute that lists.
    """

    kind: DecisionKind
    person: str
    target: tuple[str, ...]
    note: str = ""
    attribute: Attribute | None = None
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pair of accounts for a person: are they one incident?

    ``together``: what the record holds now; ``worth`` is how much an answer would tell,
    0 to 1 for a pair by itself, times the accounts that it would move.
    """

    left: Account
    right: Account
    left_incident: IncidentId
    right_incident: IncidentId
    judgement: Judgement
    worth: float

    @property
    def together(self) -> bool:
        """Whether the record holds the two for one incident."""
        return self.left_incident == self.right_incident


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """What a request means in accounts, or in the words of a claim."""

    accounts: tuple[AccountId, ...] = ()
    others: tuple[AccountId, ...] = ()
    attribute: Attribute | None = None
    values: tuple[Value, ...] = ()
    document_id: DocumentId | None = None
    span: Span | None = None


def decide(
    store: Store, request: Request, progress: Progress | None = None
) -> Decision:
    """Take a decision down and apply it; return it as it stands in the log.

    Raises DecisionError where the target is not there, or the request makes no sense.
    """
    if not request.person.strip():
        raise DecisionError("a decision needs the name of the person who makes it")
    _check_words(request.person, request.note, *request.target)
    meaning = _READ[request.kind](store, request)
    log, now = store.decisions(), datetime.now(UTC)
    decision = Decision(
        id=decision_id(len(log), request.kind, request.person, request.target, now),
        kind=request.kind,
        person=request.person.strip(),
        made_at=now,
        target=request.target,
        note=request.note.strip(),
        accounts=meaning.accounts,
        others=meaning.others,
        attribute=meaning.attribute,
        values=meaning.values,
        document_id=meaning.document_id,
        span=meaning.span,
    )
    store.add_decision(decision)
    conclude(store, progress or Silent())
    return decision


def _check_words(*said: str) -> None:
    """Refuse what no database holds: NUL, and bytes that are no text."""
    for words in said:
        if "\0" in words:
            raise DecisionError("a decision holds binary data; write it in letters")
        try:
            words.encode("utf-8")
        except UnicodeEncodeError as error:
            shown = ascii(words)
            raise DecisionError(f"{shown} holds half a character; retype it") from error


def undo(store: Store, decision: str, person: str, note: str = "") -> Decision:
    """Take a decision back, an earlier undo included; both stay in the log.

    Raises DecisionError where there is none of that id, or it is taken back already.
    """
    asked = Request(
        kind=DecisionKind.UNDO, person=person, target=(decision,), note=note
    )
    return decide(store, asked)


def decisions(store: Reader) -> list[Decision]:
    """Return the log, the oldest first, what was taken back included."""
    return store.decisions()


def queue(store: Reader, limit: int = 20) -> list[Question]:
    """Return the pairs most worth a look, the best first, one for each two incidents.

    That is where the model is least sure and the answer moves most accounts; what a
    person decided already is not asked again.
    """
    incidents = store.incidents()
    home = {a: incident for incident in incidents for a in incident.account_ids}
    decided = _decided(standing(store.decisions()))
    latest = {j.pair: j for j in store.judgements()}
    best: dict[tuple[str, str], tuple[float, Judgement]] = {}
    for pair, judgement in latest.items():
        if pair in decided or not (pair[0] in home and pair[1] in home):
            continue
        left, right = home[pair[0]], home[pair[1]]
        worth = _worth(judgement, left, right)
        key = (min(left.id, right.id), max(left.id, right.id))
        if worth > best.get(key, (0.0, judgement))[0]:
            best[key] = worth, judgement
    ranked = sorted(best.values(), key=lambda b: (-b[0], b[1].pair))[:limit]
    accounts = {a.id: a for a in store.accounts([a for _, j in ranked for a in j.pair])}
    return [
        Question(
            left=accounts[judgement.pair[0]],
            right=accounts[judgement.pair[1]],
            left_incident=home[judgement.pair[0]].id,
            right_incident=home[judgement.pair[1]].id,
            judgement=judgement,
            worth=round(worth, 3),
        )
        for worth, judgement in ranked
    ]


def _worth(judgement: Judgement, left: Incident, right: Incident) -> float:
    """Return how much a person's answer tells: doubt, times what it would move."""
    moved = min(len(left.account_ids), len(right.account_ids))
    if left.id == right.id:
        # Held together against the weight of this pair: the more, the more doubtful.
        doubt = min(1.0, max(0.0, (WORTH_BITS / 2 - judgement.weight) / WORTH_BITS))
        return doubt * max(1, len(left.account_ids) // 2)
    if judgement.weight > SAME_ABOVE:
        return 1.0 * moved  # the pair says one incident, and the record says two
    return max(0.0, 1 - abs(judgement.weight - MIDDLE) / WORTH_BITS) * moved


def _decided(held: Sequence[Decision]) -> set[tuple[AccountId, AccountId]]:
    pairs = set()
    for decision in held:
        said = decision.accounts
        if decision.kind in {DecisionKind.SAME, DecisionKind.MERGE, DecisionKind.SPLIT}:
            pairs |= {(a, b) for a in said for b in said if a < b}
        if decision.kind in {DecisionKind.DIFFERENT, DecisionKind.SPLIT}:
            pairs |= {(min(a, b), max(a, b)) for a in said for b in decision.others}
    return pairs


def _pair(store: Store, request: Request) -> _Meaning:
    """Read ``same`` and ``different``: two accounts."""
    asked = [AccountId(a) for a in request.target]
    if len(set(asked)) != 2:
        raise DecisionError(
            "name two different accounts; `rashomon review` shows pairs"
        )
    known = {a.id for a in store.accounts(asked)}
    for account in asked:
        if account not in known:
            raise DecisionError(f"{account}: no such account in this database")
    if request.kind is DecisionKind.SAME:
        return _Meaning(accounts=tuple(asked))
    return _Meaning(accounts=(asked[0],), others=(asked[1],))


def _merge(store: Store, request: Request) -> _Meaning:
    records = {r.incident.id: r for r in (_record(store, t) for t in request.target)}
    if len(records) < 2:
        raise DecisionError("name two different incidents to merge, or more")
    accounts = [a for r in records.values() for a in r.incident.account_ids]
    return _Meaning(accounts=tuple(accounts))


def _split(store: Store, request: Request) -> _Meaning:
    record = _record(store, request.target[0] if request.target else "")
    leaving = tuple(dict.fromkeys(AccountId(a) for a in request.target[1:]))
    held = record.incident.account_ids
    for account in leaving:
        if account not in held:
            raise DecisionError(f"{account}: not an account of {record.incident.id}")
    staying = tuple(a for a in held if a not in leaving)
    if not leaving or not staying:
        raise DecisionError("name some of the incident's accounts, and not all of them")
    return _Meaning(accounts=leaving, others=staying)


def _set(store: Store, request: Request) -> _Meaning:
    if request.attribute is None or not request.values:
        raise DecisionError("name the attribute and the value to set")
    record = _only_incident(store, request)
    return _Meaning(
        accounts=record.incident.account_ids,
        attribute=request.attribute,
        values=request.values,
    )


def _note(store: Store, request: Request) -> _Meaning:
    if not request.note.strip():
        raise DecisionError("a note needs words")
    return _Meaning(accounts=_only_incident(store, request).incident.account_ids)


def _reject(store: Store, request: Request) -> _Meaning:
    name = ClaimId(request.target[0] if len(request.target) == 1 else "")
    account = store.telling(name)
    if account is None:
        raise DecisionError(f"{name or 'reject'}: name one claim of this database")
    claim = next(c for c in account.claims if c.id == name)
    return _Meaning(
        accounts=(account.id,),
        attribute=claim.attribute,
        values=(claim.value,),
        document_id=claim.document_id,
        span=claim.span,
    )


def _undo(store: Store, request: Request) -> _Meaning:
    """Refuse what is not in the log, and what is taken back already."""
    log = store.decisions()
    name = request.target[0] if len(request.target) == 1 else ""
    if all(d.id != name for d in log):
        raise DecisionError(f"{name or 'undo'}: no such decision in this database")
    taken_back = {t for d in log if d.kind is DecisionKind.UNDO for t in d.target}
    undone_again = {t for d in log if d.id in taken_back for t in d.target}
    if name in taken_back - undone_again:
        raise DecisionError(f"{name}: taken back already; undo that undo instead")
    return _Meaning()


def _only_incident(store: Store, request: Request) -> IncidentRecord:
    if len(request.target) != 1:
        raise DecisionError("name one incident")
    return _record(store, request.target[0])


def _record(store: Store, asked: str) -> IncidentRecord:
    found = [r for r in store.records(asked) if asked] or [
        r for r in store.records() if asked in r.incident.supersedes
    ]
    exact = [r for r in found if r.incident.id == asked]
    if len(exact or found) != 1:
        raise DecisionError(
            f"{asked or 'incident'}: {len(found) or 'no'} incidents begin so;"
            " `rashomon list` shows them all"
        )
    return (exact or found)[0]


_READ = {
    DecisionKind.SAME: _pair,
    DecisionKind.DIFFERENT: _pair,
    DecisionKind.MERGE: _merge,
    DecisionKind.SPLIT: _split,
    DecisionKind.SET: _set,
    DecisionKind.REJECT: _reject,
    DecisionKind.NOTE: _note,
    DecisionKind.UNDO: _undo,
}
