"""The commands that show the page: what is told, and what is listened on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.cli.app import main


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what the server would have been started with; it is not."""
    held: dict[str, Any] = {}

    def run(app: Any, **options: Any) -> None:
        held.update(options, app=app)

    monkeypatch.setattr("uvicorn.run", run)
    return held


def test_it_listens_on_this_machine_and_only_shows(
    started: dict[str, Any], told_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless it is told otherwise; the address is printed."""
    assert main(["serve", "--db", str(told_database)]) == 0
    assert (started["host"], started["port"]) == ("127.0.0.1", 8000)
    assert started["app"].state.options.review is False
    assert "http://127.0.0.1:8000/" in capsys.readouterr().err


def test_other_names_and_review_must_be_asked_for(
    started: dict[str, Any], told_database: Path
) -> None:
    """A name that is not given is not answered to."""
    asked = ["serve", "--db", str(told_database), "--review", "--name", "Desk.Example"]
    assert main(asked) == 0
    options = started["app"].state.options
    assert options.review is True
    assert "desk.example" in options.names


def test_a_site_is_written(
    told_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder has a first page, and how many pages there are is told."""
    site = tmp_path / "site"
    assert main(["publish", str(site), "--db", str(told_database)]) == 0
    assert (site / "index.html").is_file()
    assert "pages written" in capsys.readouterr().err


def test_a_site_needs_a_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made of nothing."""
    asked = ["publish", str(tmp_path / "site"), "--db", str(tmp_path / "none.db")]
    assert main(asked) == 2
    assert "no such database" in capsys.readouterr().err
