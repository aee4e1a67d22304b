"""A database with the invented incident of Verin, one page left out and one broken input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.cli.app import main
from rashomon.model.document import Document, Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.model.incident import Reprint
from rashomon.model.outcome import Failure, Skipped, SkipReason
from rashomon.store.rows import Conclusions, DocumentReading
from rashomon.store.sqlite import open_store

_RUN = {
    "started_at": "2024-05-04T08:00:00",
    "finished_at": "2024-05-04T08:00:01",
    "readers": "readers",
    "inputs": ["reports"],
    "report": {},
}


def _raw(document: Document) -> RawDocument:
    return RawDocument(
        id=document.id,
        content=document.text,
        media=Media.TEXT,
        raw=document.text.encode(),
        raw_sha256=f"{document.id:0<64}",
        origin=document.origin,
    )


def _left_out() -> DocumentReading:
    page = RawDocument(
        id=DocumentId("doc_x"),
        content="<p>Log in</p>",
        media=Media.HTML,
        raw=b"<p>Log in</p>",
        raw_sha256="f" * 64,
        origin="login.html",
    )
    skipped = Skipped(
        document_id=page.id, origin=page.origin, reason=SkipReason.NO_ARTICLE
    )
    return DocumentReading(raw=page, outcome=skipped)


@pytest.fixture
def database(tmp_path: Path, story: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a database that holds the story."""
    monkeypatch.delenv("RASHOMON_DB", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "story.db"
    accounts = {a.document_id: a for a in story.record.accounts}
    readings = [
        DocumentReading(raw=_raw(d), outcome=d, accounts=(accounts[d.id],))
        for d in story.documents.values()
    ]
    reprints = [
        Reprint(id_, family, DocumentId("doc_a") if id_ == "doc_b" else None, 1.0)
        for id_, family in story.families.items()
    ]
    broken = Failure(stage="ingest", origin="b.pdf", message="not text; convert it")
    with open_store(path) as store:
        store.add_readings([*readings, _left_out()], "readers")
        store.conclude(
            Conclusions(reprints=tuple(reprints), records=(story.record,)), "evidence"
        )
        store.add_run(_RUN, [broken])
    return path


@pytest.fixture
def rashomon(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs the command line: status, output, errors."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call
