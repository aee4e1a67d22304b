"""A run reads what is new, survives what is broken, and goes on where one was stopped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.document import Document
from rashomon.model.ids import DocumentId
from rashomon.pipeline import conclude as concluding
from rashomon.pipeline import run as running
from rashomon.pipeline import stages
from rashomon.pipeline.run import RunOptions, run
from rashomon.store.rows import DocumentStatus, Known
from rashomon.store.sqlite import Store, open_store

REPORT = (
    "Drone hits {what} in Kelso\n\n"
    "A drone hit a {what} in Kelso on 4 March 2024, killing two people and injuring"
    " five, the mayor's office said. Our correspondent counted eleven broken windows.\n"
)
ONE = RunOptions(jobs=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Return a folder of three invented reports."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for what in ("bakery", "depot", "school"):
        (folder / f"{what}.txt").write_text(REPORT.format(what=what))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the origins of what is really read from here on, in order."""
    origins: list[str] = []
    really = stages.read_accounts

    def note(document: Document) -> Any:
        origins.append(Path(document.origin).stem)
        return really(document)

    monkeypatch.setattr(stages, "read_accounts", note)
    return origins


def test_the_store_is_asked_for_some_documents_at_a_time(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run holds no list of all that was ever read, and finds all of it unchanged."""
    run([str(pile)], store, ONE)
    monkeypatch.setattr(running, "ASKED_AT_ONCE", 2)
    really, sizes = store.known, []

    def note(wanted: Collection[DocumentId]) -> dict[DocumentId, Known]:
        sizes.append(len(wanted))
        return really(wanted)

    monkeypatch.setattr(store, "known", note)
    assert run([str(pile)], store, ONE).documents_unchanged == 3
    assert sizes == [2, 1]


def _break(monkeypatch: pytest.MonkeyPatch, stem: str) -> None:
    really = stages.read_accounts

    def read(document: Document) -> Any:
        if Path(document.origin).stem == stem:
            raise ZeroDivisionError("an odd text")
        return really(document)

    monkeypatch.setattr(stages, "read_accounts", read)


def _rows(store: Store, table: str) -> int:
    with closing(sqlite3.connect(store.path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_run_reads_and_concludes(store: Store, pile: Path) -> None:
    """Every figure of its report is that of the database."""
    report = run([str(pile)], store, ONE)
    assert (report.documents_read, report.documents, report.failures) == (3, 3, ())
    accounts = store.accounts()
    assert report.accounts == len(accounts) > 0
    assert report.claims == sum(len(account.claims) for account in accounts) > 0
    assert report.incidents == len(store.records()) > 0
    assert report.seconds > 0
    assert report.documents_per_second > 0
    assert report.peak_memory_mb > 10
    assert not report.interrupted


def test_a_second_run_reads_nothing_and_changes_nothing(
    store: Store, pile: Path, asked: list[str]
) -> None:
    """The same documents, accounts, records and conclusions, and none drawn again."""
    run([str(pile)], store, ONE)
    before = store.documents(), store.accounts(), store.records()
    asked.clear()
    report = run([str(pile)], store, ONE)
    assert (report.documents_read, report.documents_unchanged) == (0, 3)
    assert asked == []
    assert (store.documents(), store.accounts(), store.records()) == before
    assert (_rows(store, "documents"), _rows(store, "runs")) == (3, 2)


def test_only_what_changed_is_read_again(
    store: Store, pile: Path, asked: list[str]
) -> None:
    """The other documents stay as they were read."""
    run([str(pile)], store, ONE)
    asked.clear()
    (pile / "depot.txt").write_text(REPORT.format(what="tank farm"))
    report = run([str(pile)], store, ONE)
    assert asked == ["depot"]
    assert (report.documents_read, report.documents, report.documents_unchanged) == (
        1, 3, 2,
    )  # fmt: skip
    assert _rows(store, "documents") == 4


def test_a_broken_document_ends_no_run(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named with the reason, its text is kept, and the others are concluded from."""
    _break(monkeypatch, "depot")
    report = run([str(pile)], store, ONE)
    assert (report.documents_read, report.documents_failed) == (2, 1)
    (failure,) = report.failures
    assert failure.stage == "extract"
    assert failure.origin.endswith("depot.txt")
    assert "ZeroDivisionError: an odd text" in failure.message
    assert store.failures() == [failure]
    (failed,) = [d for d in store.documents() if d.status is DocumentStatus.FAILED]
    assert "drone hit a depot" in failed.document.text
    assert report.incidents > 0


def test_what_broke_is_tried_again_and_written_once(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    """A failure that repeats adds no row; one that is mended is read."""
    with monkeypatch.context() as patch:
        _break(patch, "depot")
        run([str(pile)], store, ONE)
        stamp = store.standing().evidence
        again = run([str(pile)], store, ONE)
    assert (again.documents_failed, len(again.failures)) == (1, 1)
    assert store.standing().evidence == stamp
    asked.clear()
    mended = run([str(pile)], store, ONE)
    assert asked == ["depot"]
    assert (mended.documents_read, mended.failures) == (1, ())


def test_a_document_with_nothing_to_read_is_named_every_time(
    store: Store, pile: Path
) -> None:
    """The same input has the same exit status, however often it is run."""
    (pile / "login.html").write_text("<html><body><form>Name</form></body></html>")
    told = [run([str(pile)], store, ONE) for _ in range(2)]
    assert [r.documents_skipped for r in told] == [1, 1]
    assert told[0].failures == told[1].failures
    assert "login.html: no article" in told[1].failures[0].message
    assert _rows(store, "documents") == 4


def test_new_readers_read_everything_again(
    store: Store, pile: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the old ones read stays as evidence, and incidents keep their ids."""
    run([str(pile)], store, ONE)
    before = [incident.id for incident in store.incidents()]
    asked.clear()
    monkeypatch.setattr(running, "READERS", "clean 1, extract 2, link 1")
    report = run([str(pile)], store, ONE)
    assert sorted(asked) == ["bakery", "depot", "school"]
    assert (report.documents_read, report.documents) == (3, 3)
    assert [incident.id for incident in store.incidents()] == before
    assert _rows(store, "documents") == 6


def test_new_concluders_conclude_again_and_read_nothing(
    store: Store, pile: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A better way to match does not need the texts."""
    run([str(pile)], store, ONE)
    asked.clear()
    monkeypatch.setattr(concluding, "CONCLUDERS", "cluster 2, reconcile 1")
    assert concluding.is_due(store)
    run([str(pile)], store, ONE)
    assert asked == []
    assert not concluding.is_due(store)


def test_an_interrupt_keeps_what_was_read(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    """The next run reads the rest alone and ends where an undisturbed one would."""
    really = stages.read_accounts

    def stop(document: Document) -> Any:
        if Path(document.origin).stem == "school":
            raise KeyboardInterrupt
        return really(document)

    with monkeypatch.context() as patch:
        patch.setattr(stages, "read_accounts", stop)
        report = run([str(pile)], store, ONE)
    assert report.interrupted
    assert (report.documents_read, len(store.documents())) == (2, 2)
    asked.clear()
    run([str(pile)], store, ONE)
    assert asked == ["school"]
    with open_store(store.path.with_name("b.db")) as other:
        run([str(pile)], other, ONE)
        assert store.records() == other.records()


def test_an_interrupt_just_after_a_write_does_not_write_it_twice(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    """A batch that was committed is neither written nor read again."""
    really = store.add_readings

    def write(*arguments: Any) -> None:
        really(*arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(running, "WRITE_BATCH", 2)
        patch.setattr(store, "add_readings", write)
        assert run([str(pile)], store, ONE).interrupted
    kept = len(store.documents())
    assert 0 < _rows(store, "documents") == kept
    asked.clear()
    run([str(pile)], store, ONE)
    assert (len(asked), _rows(store, "documents")) == (3 - kept, 3)


def test_a_run_stopped_before_concluding_is_concluded_by_the_next(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    """Even where there is no new document."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(running, "conclude", stop)
        assert run([str(pile)], store, ONE).interrupted
    assert store.records() == []
    asked.clear()
    report = run([str(pile)], store, ONE)
    assert (report.documents_read, asked) == (0, [])
    assert report.incidents == len(store.records()) > 0


def test_an_interrupt_while_concluding_keeps_the_earlier_conclusions(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record is never empty, and the next run concludes."""
    run([str(pile)], store, ONE)
    before = store.records()
    (pile / "bank.txt").write_text(REPORT.format(what="bank"))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(concluding.records, "assemble", stop)
        assert run([str(pile)], store, ONE).interrupted
    assert store.records() == before
    assert run([str(pile)], store, ONE).incidents == len(store.records())
    assert not concluding.is_due(store)


@pytest.mark.parametrize(
    "size", [{"WINDOW": 1}, {"WINDOW_CHARS": 1}, {"WRITE_BATCH": 1}]
)
def test_the_size_of_windows_and_batches_changes_nothing(
    store: Store, pile: Path, size: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How much is held at once is a matter of memory alone."""
    run([str(pile)], store, ONE)
    for name, value in size.items():
        monkeypatch.setattr(running, name, value)
    with open_store(store.path.with_name("b.db")) as other:
        run([str(pile)], other, ONE)
        assert (other.accounts(), other.records()) == (
            store.accounts(),
            store.records(),
        )


def test_the_order_of_inputs_changes_nothing(store: Store, pile: Path) -> None:
    """Nor, therefore, the order in which processes are done."""
    paths = [str(path) for path in sorted(pile.iterdir())]
    run(paths, store, ONE)
    with open_store(store.path.with_name("b.db")) as other:
        run(paths[::-1], other, ONE)
        assert (other.accounts(), other.records()) == (
            store.accounts(),
            store.records(),
        )


def test_a_missing_input_is_named_and_the_rest_is_read(
    store: Store, pile: Path, asked: list[str]
) -> None:
    """An input is no document: it counts among the failures alone."""
    report = run([str(pile / "absent.txt"), str(pile)], store, ONE)
    assert (report.documents_failed, len(asked)) == (0, 3)
    assert "absent.txt" in report.failures[0].message


def test_progress_is_told_of_every_document(store: Store, pile: Path) -> None:
    """Each step by name, and as many documents as there are."""
    steps: list[tuple[str, int | None]] = []
    done: list[int] = []

    class Watching:
        """Writes down what it is told."""

        def step(self, name: str, total: int | None = None) -> None:
            """Keep the step and start counting anew."""
            steps.append((name, total))
            done.append(0)

        def advance(self, by: int = 1) -> None:
            """Count what was done of the step."""
            done[-1] += by

    run([str(pile)], store, ONE, Watching())
    assert steps[0] == ("reading reports", 3)
    assert done[0] == 3
    assert len(steps) > 1
    for (_, total), counted in zip(steps, done, strict=True):
        assert total is None or counted == total


def test_the_ledger_keeps_what_ran(store: Store, pile: Path) -> None:
    """On what, with which readers, and to what end."""
    run([str(pile)], store, ONE)
    with closing(sqlite3.connect(store.path)) as connection:
        row = connection.execute(
            "SELECT readers, inputs, json_extract(report, '$.documents_read'),"
            " started_at <= finished_at FROM runs"
        ).fetchone()
    assert row == (stages.READERS, f'["{pile}"]', 3, 1)


def _counting(calls: list[str], name: str) -> Callable[..., None]:
    return lambda *_: calls.append(name)


def test_a_run_without_news_does_not_conclude(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it is quick, however large the database."""
    run([str(pile)], store, ONE)
    calls: list[str] = []
    monkeypatch.setattr(running, "conclude", _counting(calls, "conclude"))
    run([str(pile)], store, ONE)
    assert calls == []
