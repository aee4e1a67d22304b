"""The page of review: pairs worth a look, side by side with reasons, and the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rashomon.errors import DecisionError
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.ids import AccountId, DocumentId
from rashomon.model.judgement import Judgement
from rashomon.model.value import Value
from rashomon.pipeline import review, values
from rashomon.store import catalogue
from rashomon.store.codec import value_to_json
from rashomon.store.reader import Reader
from rashomon.store.sqlite import Store
from rashomon.web import incidents
from rashomon.web.page import Asked, Page

QUEUE = 20
MAX_NOTE = 2_000

Fields = Mapping[str, Sequence[str]]


def queue(store: Reader, asked: Asked) -> Page:
    """Return the pairs most worth a look, and the log of what was decided."""
    questions = review.queue(store, QUEUE)
    log = store.decisions()
    held = {decision.id for decision in standing(log)}
    with store.snapshot() as snapshot:
        ids = {i for q in questions for i in (q.left_incident, q.right_incident)}
        entries = {e.id: e for e in catalogue.of_ids(snapshot, sorted(ids))}
    told = {q.left.document_id for q in questions} | {
        q.right.document_id for q in questions
    }
    documents = {s.document.id: s.document for s in store.documents(told)}
    shown = {
        "questions": questions,
        "entries": entries,
        "documents": documents,
        "log": log[::-1],
        "standing": held,
        "done": asked.get("done", ""),
    }
    data = {
        "questions": [
            {
                "left": q.left.id,
                "right": q.right.id,
                "left_incident": q.left_incident,
                "right_incident": q.right_incident,
                "together": q.together,
                "weight": q.judgement.weight,
                "worth": q.worth,
                "reasons": _judgement_json(q.judgement)["reasons"],
            }
            for q in questions
        ],
        "log": [decision_json(d, stands=d.id in held) for d in log],
    }
    return Page(template="review.html", title="Review", shown=shown, json=lambda: data)


def decision_json(decision: Decision, *, stands: bool) -> dict[str, Any]:
    """Return one line of the log for scripts."""
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "person": decision.person,
        "made_at": decision.made_at.isoformat(),
        "target": list(decision.target),
        "note": decision.note,
        "attribute": decision.attribute and decision.attribute.value,
        "values": [value_to_json(value) for value in decision.values],
        "stands": stands,
    }


def pair(store: Reader, asked: Asked) -> Page:
    """Return two accounts side by side: their texts, their claims, why they may match.

    Raises DecisionError where an account is not there.
    """
    names = (AccountId(asked.get("left", "")), AccountId(asked.get("right", "")))
    accounts = {account.id: account for account in store.accounts(names)}
    for name in names:
        if name not in accounts:
            raise DecisionError(f"{name or 'account'}: no such account here")
    sides = tuple(accounts[name] for name in names)
    told = {account.document_id for account in sides}
    with store.snapshot() as snapshot:
        homes = catalogue.of_accounts(snapshot, list(names))
    judged = store.judgements_among(frozenset(names))
    shown = {
        "sides": sides,
        "documents": {s.document.id: s.document for s in store.documents(told)},
        "homes": homes,
        "judgement": judged[-1] if judged else None,
        "rows": _rows(sides),
    }
    return Page(
        template="pair.html",
        title="One incident or two?",
        shown=shown,
        json=lambda: _pair_json(shown),
    )


def _pair_json(shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return two accounts for scripts: what each says, and the verdict with reasons."""
    judgement: Judgement | None = shown["judgement"]
    left, right = shown["sides"]
    return {
        "left": _side_json(left, shown),
        "right": _side_json(right, shown),
        "attributes": {
            attribute.value: [[value_to_json(v) for v in there] for there in said]
            for attribute, said in shown["rows"]
        },
        "judgement": judgement and _judgement_json(judgement),
    }


def _side_json(side: Account, shown: Mapping[str, Any]) -> dict[str, Any]:
    home = shown["homes"].get(side.id)
    return {
        "account": side.id,
        "document": side.document_id,
        "incident": home.id if home else None,
        "type": side.type.value,
        "words": side.span.of(shown["documents"][side.document_id].text),
    }


def _judgement_json(judgement: Judgement) -> dict[str, Any]:
    return {
        "verdict": judgement.verdict.value,
        "weight": judgement.weight,
        "judge": judgement.judge,
        "reasons": [
            {"comparison": r.comparison, "weight": r.weight, "detail": r.detail}
            for r in judgement.reasons
        ],
    }


def _rows(sides: tuple[Account, ...]) -> list[tuple[Attribute, list[list[Value]]]]:
    """Return what the two say of each attribute that either speaks of."""
    rows = []
    for attribute in Attribute:
        said = [
            list(
                dict.fromkeys(c.value for c in side.claims if c.attribute is attribute)
            )
            for side in sides
        ]
        if any(said):
            rows.append((attribute, said))
    return rows


def incident(store: Reader, asked: Asked) -> Page:
    """Return one incident with what can be decided of it.

    Raises UnknownIncidentError where there is none of that id.
    """
    page = incidents.one(store, asked)
    record = page.shown["record"]
    told = {d.id: d for d in page.shown["documents"]}
    shown = {
        **page.shown,
        "told": told,
        "attributes": list(Attribute),
        "claims": _claims(record.accounts, told),
        "decisions": [
            d
            for d in store.decisions()[::-1]
            if record.incident.id in d.target
            or set(d.accounts) & set(record.incident.account_ids)
        ],
    }
    return Page(
        template="review_incident.html", title=record.title, shown=shown, json=page.json
    )


def _claims(
    accounts: Sequence[Account], told: Mapping[DocumentId, Any]
) -> list[tuple[Any, str]]:
    return [
        (claim, claim.span.of(told[claim.document_id].text))
        for account in accounts
        for claim in account.claims
    ]


def decide(store: Store, kind: str, fields: Fields) -> str:
    """Take down what a form says, apply it, and return the address to go on from.

    Raises DecisionError where it makes no sense; nothing is written then.
    """
    if kind not in {known.value for known in DecisionKind}:
        raise DecisionError(f"{kind}: nothing that can be decided")
    note = _one(fields, "note")
    if len(note) > MAX_NOTE:
        raise DecisionError(f"a note has at most {MAX_NOTE} characters")
    attribute = _attribute(_one(fields, "attribute"))
    words = _one(fields, "value")
    request = review.Request(
        kind=DecisionKind(kind),
        person=_one(fields, "person"),
        target=tuple(t for t in fields.get("target", ()) if t),
        note=note,
        attribute=attribute,
        values=values.from_words(attribute, words) if attribute and words else (),
    )
    made = review.decide(store, request)
    return f"/review?{_landing(made.id)}"


def _landing(decision: str) -> str:
    return f"done={decision}#{decision}"


def _one(fields: Fields, name: str) -> str:
    given = fields.get(name, ())
    return given[0].strip() if given else ""


def _attribute(name: str) -> Attribute | None:
    if not name:
        return None
    try:
        return Attribute(name)
    except ValueError:
        raise DecisionError(f"{name}: no such attribute") from None


ADDRESSES: dict[str, Callable[[Reader, Asked], Page]] = {
    "/review": queue,
    "/review/pair": pair,
    "/review/incident": incident,
}
