"""Decisions are taken down, applied, and hold for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.errors import DecisionError
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.decision import DecisionKind as Kind
from rashomon.model.finding import IncidentRecord
from rashomon.model.judgement import Judgement, Verdict
from rashomon.model.value import Count
from rashomon.pipeline import review
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.review import Request
from rashomon.pipeline.run import RunOptions, run
from rashomon.store.sqlite import Store, open_store

REPORTS = {
    "one": "A drone hit a bakery in Kelso on 4 March 2024, killing two people and"
    " injuring five, the mayor's office said. Eleven windows of the bakery broke.",
    "two": "Three people died when a drone struck a bakery in Kelso on 4 March 2024,"
    " police said on Monday. The street in front of the bakery was closed.",
    "far": "A bomb went off at a market in Lagos on 9 July 2023 and killed twelve"
    " traders, the governor said. The market had been full since the early morning.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store with three invented reports of two incidents, concluded."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text)
    with open_store(tmp_path / "a.db") as opened:
        run([str(folder)], opened, RunOptions(jobs=1))
        yield opened


def _of(store: Store, name: str) -> tuple[IncidentRecord, Account]:
    """Return the incident and the account of one report."""
    for record in store.records():
        for account in record.accounts:
            (document,) = store.documents([account.document_id])
            if document.document.text.startswith(REPORTS[name][:20]):
                return record, account
    raise AssertionError(name)


def _decide(store: Store, kind: Kind, *target: str, **more: object) -> str:
    request = Request(kind=kind, person="Ada", target=target, **more)  # type: ignore[arg-type]
    return review.decide(store, request).id


def test_a_no_parts_and_its_undo_joins_again(store: Store) -> None:
    """Also over a rebuilt model: conclusions drawn again keep it."""
    (record, left), (same, right) = _of(store, "one"), _of(store, "two")
    assert record == same
    made = _decide(store, Kind.DIFFERENT, left.id, right.id, note="two bakeries")
    assert _of(store, "one")[0].incident.id != _of(store, "two")[0].incident.id
    conclude(store, Silent())
    assert _of(store, "one")[0].incident.id != _of(store, "two")[0].incident.id
    review.undo(store, made, "Ada")
    joined = _of(store, "one")[0]
    assert joined.incident.account_ids == record.incident.account_ids
    assert {record.incident.id} <= {joined.incident.id, *joined.incident.supersedes}


def test_a_merger_keeps_the_id_it_supersedes(store: Store) -> None:
    """And a split gives it back."""
    near, far = _of(store, "one")[0], _of(store, "far")
    _decide(store, Kind.MERGE, near.incident.id, far[0].incident.id)
    (merged,) = store.records()
    assert merged.incident.id == near.incident.id
    assert merged.incident.supersedes == (far[0].incident.id,)
    _decide(store, Kind.SPLIT, far[0].incident.id, far[1].id)
    assert {r.incident.id for r in store.records()} == {
        near.incident.id,
        far[0].incident.id,
    }


def test_a_set_value_is_published_beside_what_is_claimed(store: Store) -> None:
    """Its rule names the person; the latest one on an attribute counts."""
    incident = _of(store, "one")[0].incident.id
    for value in (9, 4):
        _decide(
            store, Kind.SET, incident, note="the list of the town hall",
            attribute=Attribute.KILLED, values=(Count(value, value),),
        )  # fmt: skip
    finding = _of(store, "one")[0].finding(Attribute.KILLED)
    assert finding is not None
    assert (finding.best, finding.rule) == (4, "set by Ada")
    assert finding.why.endswith("the list of the town hall")
    assert (finding.low, finding.high) == (2, 3)
    assert {str(p.value) for p in finding.positions} == {"2", "3"}


def test_a_value_can_be_set_of_which_no_report_speaks(store: Store) -> None:
    """Then there is a finding without positions."""
    incident = _of(store, "far")[0].incident.id
    _decide(
        store, Kind.SET, incident, attribute=Attribute.MISSING, values=(Count(1, 1),)
    )
    finding = _of(store, "far")[0].finding(Attribute.MISSING)
    assert finding is not None
    assert (finding.best, finding.positions) == (1, ())


def test_a_rejected_claim_counts_for_nothing_and_stays_to_be_seen(
    store: Store,
) -> None:
    """It is in no position, and the account still holds it."""
    record, account = _of(store, "two")
    (claim,) = [c for c in account.claims if c.attribute is Attribute.KILLED]
    _decide(store, Kind.REJECT, claim.id, note="a slip of the pen")
    now, telling = _of(store, "two")
    finding = now.finding(Attribute.KILLED)
    assert finding is not None
    assert (finding.best, finding.rejected) == (2, (claim.id,))
    assert claim.id not in finding.claim_ids
    assert claim in telling.claims
    assert now.incident.id == record.incident.id


def test_an_attribute_whose_claims_are_all_rejected_has_no_value(store: Store) -> None:
    """It says so."""
    account = _of(store, "far")[1]
    (claim,) = [c for c in account.claims if c.attribute is Attribute.KILLED]
    _decide(store, Kind.REJECT, claim.id)
    finding = _of(store, "far")[0].finding(Attribute.KILLED)
    assert finding is not None
    assert (finding.chosen, finding.rule) == ((), "rejected")


def test_what_was_decided_is_not_asked_again(store: Store) -> None:
    """The queue holds other pairs, the best first."""
    pair = sorted((_of(store, "one")[1].id, _of(store, "far")[1].id))
    unsure = Judgement(
        pair=(pair[0], pair[1]),
        verdict=Verdict.UNSURE,
        weight=-1.0,
        reasons=(),
        judge="model:test@1",
        made_at=datetime(2024, 6, 1, tzinfo=UTC),
    )
    store.add_judgements([unsure])
    asked = review.queue(store)
    assert (asked[0].judgement, asked[0].together) == (unsure, False)
    assert [q.worth for q in asked] == sorted((q.worth for q in asked), reverse=True)
    first = asked[0]
    _decide(store, Kind.DIFFERENT, first.left.id, first.right.id)
    pairs = {(q.left.id, q.right.id) for q in review.queue(store)}
    assert (first.left.id, first.right.id) not in pairs


def test_a_note_changes_nothing_but_the_log(store: Store) -> None:
    """Its words are kept."""
    before = store.records()
    _decide(store, Kind.NOTE, before[0].incident.id, note="ask the mayor")
    assert store.records() == before
    assert [d.note for d in review.decisions(store)] == ["ask the mayor"]


@pytest.mark.parametrize(
    ("kind", "target", "told"),
    [
        (Kind.SAME, ("acc_x", "acc_y"), "acc_x: no such account"),
        (Kind.DIFFERENT, ("acc_x", "acc_x"), "two different accounts"),
        (Kind.MERGE, ("inc_x", "inc_y"), "inc_x: no incidents begin so"),
        (Kind.SPLIT, (), "incident: no incidents"),
        (Kind.SET, ("inc_x",), "attribute and the value"),
        (Kind.NOTE, ("inc_x",), "needs words"),
        (Kind.REJECT, ("clm_x",), "clm_x: name one claim"),
        (Kind.UNDO, ("dec_x",), "dec_x: no such decision"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_written(
    store: Store, kind: Kind, target: tuple[str, ...], told: str
) -> None:
    """With a sentence for the person."""
    with pytest.raises(DecisionError, match=told):
        _decide(store, kind, *target)
    assert store.decisions() == []


def test_more_that_makes_no_sense_is_refused(store: Store) -> None:
    """Merging one with itself, splitting all off, deciding as nobody, undoing twice."""
    record, account = _of(store, "far")
    incident = record.incident.id
    with pytest.raises(DecisionError, match="two different incidents"):
        _decide(store, Kind.MERGE, incident, incident)
    with pytest.raises(DecisionError, match="not all of them"):
        _decide(store, Kind.SPLIT, incident, account.id)
    with pytest.raises(DecisionError, match="not an account of"):
        _decide(store, Kind.SPLIT, incident, "acc_x")
    with pytest.raises(DecisionError, match="needs the name"):
        review.decide(store, Request(kind=Kind.NOTE, person=" ", target=(incident,)))
    note = _decide(store, Kind.NOTE, incident, note="hm")
    review.undo(store, note, "Ada")
    with pytest.raises(DecisionError, match="taken back already"):
        review.undo(store, note, "Ada")


def test_what_is_no_text_is_refused(store: Store) -> None:
    """Half a character, as a terminal hands on bytes that are none, is kept nowhere."""
    record, _ = _of(store, "one")
    with pytest.raises(DecisionError, match="half a character"):
        _decide(store, Kind.NOTE, record.incident.id, note="so \udcff")
    assert review.decisions(store) == []
