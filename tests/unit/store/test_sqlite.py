"""A store keeps what it was given, all of it or nothing, and says what is in its way."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import StoreError
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.document import Document
from rashomon.model.ids import AccountId, DecisionId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Reprint
from rashomon.model.judgement import Judgement, Reason, Verdict
from rashomon.model.outcome import Failure, Skipped, SkipReason
from rashomon.store import sqlite
from rashomon.store.rows import Conclusions, DocumentReading, DocumentStatus
from rashomon.store.sqlite import Store, open_store

Read = Callable[..., DocumentReading]


def _rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def _judgement(judge: str, weight: float = 2.5) -> Judgement:
    return Judgement(
        pair=(AccountId("acc_1"), AccountId("acc_2")),
        verdict=Verdict.SAME,
        weight=weight,
        reasons=(Reason("date", 1.25, "the same day"), Reason("place", 1.25, "Verin")),
        judge=judge,
        made_at=datetime(2024, 5, 4, 8, 30, tzinfo=UTC),
    )


def test_a_reading_is_given_back_as_it_was(store: Store, reading: Read) -> None:
    """Its document with every field, its accounts with every claim."""
    read = reading("d1", "Two people died in Verin. Later one more.", (0, 25), (26, 40))
    store.add_readings([read], "readers")
    (held,) = store.documents()
    assert (held.document, held.status) == (read.outcome, DocumentStatus.READ)
    assert store.accounts() == list(read.accounts)
    known = store.known([DocumentId("d1")])[DocumentId("d1")]
    assert (known.raw_sha256, known.readers) == (read.raw.raw_sha256, "readers")


def test_only_of_the_wanted_documents_is_told_what_is_known(
    store: Store, reading: Read
) -> None:
    """However many the store holds; of what it does not hold nothing."""
    store.add_readings([reading("d1"), reading("d2")], "readers")
    assert list(store.known([DocumentId("d2"), DocumentId("d3")])) == ["d2"]


def test_bytes_are_kept_as_received_and_once(store: Store, reading: Read) -> None:
    """Two documents of the same bytes share them; unpacked they are what came."""
    store.add_readings([reading("d1"), reading("d2")], "readers")
    ((content,),) = _rows(store.path, "SELECT content FROM raw")
    assert zlib.decompress(content) == b"Two people died in Verin."


def test_newer_content_takes_the_place_of_older(store: Store, reading: Read) -> None:
    """In the current view there is the newer alone; the older stays as evidence."""
    store.add_readings([reading("d1", "Two people died.", (0, 16))], "readers")
    newer = reading("d1", "Three people died.", (0, 18))
    store.add_readings([newer], "readers")
    assert [d.document for d in store.documents()] == [newer.outcome]
    assert store.accounts() == list(newer.accounts)
    texts = _rows(store.path, "SELECT text, current FROM documents ORDER BY row")
    assert texts == [("Two people died.", 0), ("Three people died.", 1)]
    assert _rows(store.path, "SELECT count(*) FROM claims") == [(2,)]


def test_a_batch_is_written_whole_or_not_at_all(store: Store, reading: Read) -> None:
    """What breaks on its last document leaves nothing of its first."""
    twice = reading("d2", "Two people died in Verin.", (0, 25))
    broken = replace(twice, accounts=(*twice.accounts, *twice.accounts))
    with pytest.raises(StoreError, match=r"a\.db"):
        store.add_readings([reading("d1"), broken], "readers")
    assert store.documents() == []
    store.add_readings([reading("d1")], "readers")
    assert len(store.documents()) == 1


def test_what_was_left_out_or_broke_says_why(store: Store, reading: Read) -> None:
    """A status and a reason, and the origin to find it by."""
    left, broke, half = reading("d1"), reading("d2"), reading("d3", "Text.", (0, 5))
    skipped = Skipped(
        document_id=DocumentId("d1"), origin="d1.txt", reason=SkipReason.TOO_SHORT,
        detail="2 words",
    )  # fmt: skip
    failure = Failure(stage="clean", origin="d2.txt", message="d2.txt: broken")
    store.add_readings(
        [
            replace(left, outcome=skipped),
            replace(broke, outcome=failure, failure=failure),
            replace(half, failure=replace(failure, stage="extract"), accounts=()),
        ],
        "readers",
    )
    told = [(d.document.origin, d.status, d.reason) for d in store.documents()]
    assert told == [
        ("d1.txt", DocumentStatus.SKIPPED, "too short: 2 words"),
        ("d2.txt", DocumentStatus.FAILED, "d2.txt: broken"),
        ("d3.txt", DocumentStatus.FAILED, "d2.txt: broken"),
    ]
    assert (
        store.known([DocumentId("d1")])[DocumentId("d1")].reason == "too short: 2 words"
    )


def test_only_the_documents_asked_for_are_loaded(store: Store, reading: Read) -> None:
    """An id that is not there is no error, it is just not there."""
    store.add_readings([reading("d1"), reading("d2"), reading("d3")], "readers")
    found = store.documents([DocumentId("d3"), DocumentId("d9")])
    assert [d.document.id for d in found] == ["d3"]


def test_judgements_are_added_in_order_and_never_lost(store: Store) -> None:
    """A later verdict on the same pair stands beside the earlier one."""
    first, second = _judgement("model:a@1"), _judgement("model:a@2", 0.0)
    store.add_judgements([first])
    store.add_judgements([second])
    store.add_judgements([])
    assert store.judgements() == [first, second]


def _tell(store: Store, story: Any, read: Read) -> None:
    accounts = {a.document_id: a for a in story.record.accounts}
    readings = []
    for document in story.documents.values():
        made = read(document.id, document.text)
        readings.append(
            replace(made, outcome=document, accounts=(accounts[document.id],))
        )
    store.add_readings(readings, "readers")


def test_records_are_given_back_as_they_were(
    store: Store, story: Any, reading: Read
) -> None:
    """With accounts, findings and the families of their documents."""
    _tell(store, story, reading)
    reprints = tuple(
        Reprint(id_, family, None, 1.0) for id_, family in story.families.items()
    )
    store.conclude(Conclusions(reprints=reprints, records=(story.record,)), "stamp")
    assert store.records() == [story.record]
    assert store.incidents() == [story.record.incident]
    families = {d.document.id: d.family for d in store.documents()}
    assert families == story.families


def test_a_record_is_found_by_the_beginning_of_its_id(
    store: Store, story: Any, reading: Read
) -> None:
    """Only those that begin so, in the very letters; no sign is a wild card."""
    _tell(store, story, reading)
    other = replace(
        story.record,
        incident=replace(
            story.record.incident, id=IncidentId("inc_other"), account_ids=()
        ),
        accounts=(),
    )
    drawn = Conclusions(reprints=(), records=(story.record, other))
    store.conclude(drawn, "stamp")
    assert store.records("inc_ver") == [story.record]
    assert store.records("inc_other") == [other]
    assert len(store.records("inc_")) == 2
    for nothing in ("INC_VER", "inc%", "verin", "inc_verin0000001x"):
        assert store.records(nothing) == []


def test_conclusions_are_replaced_as_a_whole(
    store: Store, story: Any, reading: Read
) -> None:
    """Of the earlier ones only the ids that were merged away are kept."""
    _tell(store, story, reading)
    merged = replace(story.record.incident, supersedes=(IncidentId("inc_old"),))
    first = replace(story.record, incident=merged)
    copies = (Reprint(DocumentId("doc_a"), FamilyId("fam_1"), None, 1.0),)
    store.conclude(Conclusions(reprints=copies, records=(first,)), "1")
    store.conclude(Conclusions(reprints=(), records=()), "2")
    assert (store.records(), store.incidents()) == ([], [])
    assert all(d.family is None for d in store.documents())
    store.conclude(Conclusions(reprints=(), records=(story.record,)), "3")
    assert store.incidents()[0].supersedes == (IncidentId("inc_old"),)


def test_conclusions_that_break_leave_the_earlier_ones(
    store: Store, story: Any, reading: Read
) -> None:
    """One transaction: never an hour without a record."""
    _tell(store, story, reading)
    drawn = Conclusions(reprints=(), records=(story.record,))
    store.conclude(drawn, "1")
    twice = Conclusions(reprints=(), records=(story.record, story.record))
    with pytest.raises(StoreError):
        store.conclude(twice, "2")
    assert store.records() == [story.record]
    assert store.standing().concluded == "1"


def test_the_stamp_tells_new_evidence(store: Store, reading: Read) -> None:
    """A document and a person's decision change it, a model's verdict does not."""
    stamps = [store.standing().evidence]
    store.add_readings([reading("d1")], "readers")
    stamps.append(store.standing().evidence)
    store.add_judgements([_judgement("model:a@1")])
    assert store.standing().evidence == stamps[-1]
    store.add_decision(
        Decision(
            id=DecisionId("dec_1"),
            kind=DecisionKind.NOTE,
            person="Ada",
            made_at=datetime(2024, 6, 1, tzinfo=UTC),
            target=("inc_1",),
        )
    )
    stamps.append(store.standing().evidence)
    store.add_readings([reading("d1")], "readers")
    stamps.append(store.standing().evidence)
    assert len(set(stamps)) == 4


def test_only_what_is_current_is_counted(store: Store, reading: Read) -> None:
    """A document read twice is one document."""
    text = "Two people died in Verin. Later one more."
    store.add_readings([reading("d1", text, (0, 25), (26, 40))], "1")
    store.add_readings([reading("d1", text, (0, 25))], "2")
    standing = store.standing()
    assert (standing.documents, standing.accounts, standing.claims) == (1, 1, 1)


def test_the_ledger_tells_the_failures_of_the_latest_run(store: Store) -> None:
    """What was put right since is not told again."""
    run = {"started_at": "t", "readers": "r", "inputs": ["a"], "report": {}}
    broken = Failure(stage="ingest", origin="b.pdf", message="b.pdf: not text")
    store.add_run(run, [broken, replace(broken, document_id=DocumentId("d1"))])
    told = store.failures()
    assert told == [broken, replace(broken, document_id=DocumentId("d1"))]
    store.add_run(run)
    assert store.failures() == []


def test_a_reader_waits_for_no_writer(store: Store, reading: Read) -> None:
    """The database can be opened and read while another run is writing."""
    store.add_readings([reading("d1")], "readers")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM concluded")
        with open_store(store.path, create=False) as other:
            assert len(other.documents()) == 1


def test_two_writers_are_told_of_each_other(
    store: Store, reading: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second waits, and then says whom it waited for."""
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_S", 0.05)
    with (
        open_store(store.path) as second,
        closing(sqlite3.connect(store.path, isolation_level=None)) as writer,
    ):
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another run is writing"):
            second.add_readings([reading("d1")], "readers")


def test_a_writer_waits_and_a_write_is_on_the_disk(store: Store) -> None:
    """Five seconds, for two runs at once; what is confirmed outlives a power cut."""
    assert sqlite.BUSY_TIMEOUT_S == 5.0
    with store._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("busy_timeout", "journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {
        "busy_timeout": 5000, "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1,
    }  # fmt: skip


def test_one_question_sees_one_moment(
    store: Store, story: Any, reading: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is concluded in the middle of a question is not mixed into its answer."""
    _tell(store, story, reading)
    store.conclude(Conclusions(reprints=(), records=(story.record,)), "1")
    asked = sqlite.conclusions.records

    def interrupted(*arguments: Any) -> Any:
        with open_store(store.path) as other:
            other.conclude(Conclusions(reprints=(), records=()), "2")
        return asked(*arguments)

    monkeypatch.setattr(sqlite.conclusions, "records", interrupted)
    assert store.records() == [story.record]
    assert store.incidents() == []


def test_any_name_of_a_file_will_do(tmp_path: Path, reading: Read) -> None:
    """Signs that mean something in an address mean nothing here."""
    path = tmp_path / "what? 50% #1.db"
    with open_store(path) as store:
        store.add_readings([reading("d1")], "readers")
    assert path.exists()


def test_a_file_that_is_no_database_is_left_as_it_was(tmp_path: Path) -> None:
    """Named, with a way on."""
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n" * 200)
    with pytest.raises(StoreError, match=r"notes\.txt: not a Rashomon .* --db"):
        open_store(path)
    assert path.read_text() == "my notes\n" * 200


def test_the_database_of_another_program_is_left_as_it_was(tmp_path: Path) -> None:
    """Not one table is added to it, and its journal is not changed."""
    path = tmp_path / "diary.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE diary (entry)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"diary\.db: .* another program; .* --db"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "create", "reason"),
    [
        ("absent.db", False, "no such database; make one with `rashomon run"),
        ("nowhere/a.db", True, "its folder does not exist; make it first"),
        ("folder", True, "is a folder; name a file"),
    ],
)
def test_a_place_where_none_can_be_is_explained(
    tmp_path: Path, *, name: str, create: bool, reason: str
) -> None:
    """With the name and what to do about it."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=reason) as raised:
        open_store(tmp_path / name, create=create)
    assert name in str(raised.value)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("attempt to write a readonly database", "check the folder"),
        ("database or disk is full", "free some room"),
        ("database disk image is malformed", "restore a copy"),
        ("something new", "try again"),
    ],
)
def test_what_the_database_says_is_explained(
    store: Store, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    """Whatever it is: the file, the reason and a way on."""

    def fail(_: object) -> None:
        raise sqlite3.OperationalError(said)

    monkeypatch.setattr(sqlite.conclusions, "standing", fail)
    with pytest.raises(StoreError, match=told) as raised:
        store.standing()
    assert str(store.path) in str(raised.value)


def test_a_document_keeps_its_map_back_to_the_raw_text(
    store: Store, reading: Read
) -> None:
    """So that a quotation can be shown in what was received."""
    store.add_readings([reading("d1")], "readers")
    document = store.documents()[0].document
    assert isinstance(document, Document)
    assert document.offsets.to_raw(4) == 4
