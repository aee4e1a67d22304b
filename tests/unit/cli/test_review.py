"""A person's part on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.store.sqlite import open_store


@pytest.fixture
def known(database: Path) -> dict[str, Any]:
    """Return the ids of the story: its incident, and an account and a claim a document."""
    with open_store(database) as store:
        (record,) = store.records()
        accounts = {a.document_id: a for a in record.accounts}
    return {
        "incident": record.incident.id,
        "accounts": {d: a.id for d, a in accounts.items()},
        "claims": {d: a.claims[0].id for d, a in accounts.items()},
    }


def test_a_decision_is_told_and_logged(
    rashomon: Any, database: Path, known: dict[str, Any]
) -> None:
    """Who, what, and why; the log shows it until it is taken back, and after that too."""
    accounts = known["accounts"]
    status, out, _ = rashomon(
        "different", accounts["doc_a"], accounts["doc_c"],
        "--note", "two bakeries", "--by", "Ada", "--db", database,
    )  # fmt: skip
    assert status == 0
    decision = out.split(":")[0]
    assert out.strip().endswith("by Ada")
    status, out, _ = rashomon("undo", decision, "--by", "Ivo", "--db", database)
    assert status == 0
    status, out, _ = rashomon("decisions", "--db", database)
    assert (status, "two bakeries" in out) == (0, True)
    assert out.strip().endswith("2 decisions, 0 stand")


def test_a_value_is_set_and_explained_by_its_person(
    rashomon: Any, database: Path, known: dict[str, Any]
) -> None:
    """`explain` names the rule."""
    status, out, _ = rashomon(
        "set", known["incident"], "killed", "6", "--by", "Ada", "--db", database, "--json"
    )  # fmt: skip
    assert status == 0
    assert json.loads(out)["kind"] == "set"
    _, out, _ = rashomon(
        "explain", known["incident"], "killed", "--db", database, "--json"
    )
    told = json.loads(out)
    assert (told["best"], told["rule"]) == (6, "set by Ada")


def test_every_decision_has_its_command(
    rashomon: Any, database: Path, known: dict[str, Any]
) -> None:
    """Same, split, merge, reject and note; the log keeps their kinds in order."""
    accounts, db = known["accounts"], ("--by", "Ada", "--db", database)
    assert rashomon("same", accounts["doc_a"], accounts["doc_c"], *db)[0] == 0
    _, out, _ = rashomon("list", "--db", database, "--json")
    incident = json.loads(out)[0]["id"]
    assert rashomon("split", incident, accounts["doc_c"], *db)[0] == 0
    _, out, _ = rashomon("list", "--db", database, "--json")
    both = [row["id"] for row in json.loads(out)]
    assert len(both) == 2
    assert rashomon("merge", *both, *db)[0] == 0
    assert rashomon("reject", known["claims"]["doc_c"], *db)[0] == 0
    assert rashomon("note", incident, "--note", "ask the mayor", *db)[0] == 0
    _, out, _ = rashomon("decisions", "--db", database, "--json")
    kinds = [decision["kind"] for decision in json.loads(out)]
    assert kinds == ["same", "split", "merge", "reject", "note"]


def test_who_decides_is_who_is_logged_in(
    rashomon: Any,
    database: Path,
    known: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unless --by says otherwise."""
    monkeypatch.setattr("getpass.getuser", lambda: "ivo")
    rashomon("note", known["incident"], "--note", "hm", "--db", database)
    _, out, _ = rashomon("decisions", "--db", database, "--json")
    assert json.loads(out)[0]["person"] == "ivo"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("same", "acc_x", "acc_y"), "acc_x: no such account"),
        (("set", "inc_verin", "killed", "many"), "'many' is no value of killed"),
        (("set", "inc_verin", "mood", "bad"), "mood"),
        (("undo", "dec_x"), "dec_x: no such decision"),
        (("merge", "inc_verin"), "two different incidents"),
    ],
)
def test_what_makes_no_sense_is_told(
    rashomon: Any, database: Path, arguments: tuple[str, ...], told: str
) -> None:
    """Exit status 2, one paragraph, nothing written."""
    status, _, err = rashomon(*arguments, "--by", "Ada", "--db", database)
    assert status == 2
    assert told in " ".join(err.split())
    with open_store(database) as store:
        assert store.decisions() == []


def test_review_shows_what_is_in_doubt(
    rashomon: Any, database: Path, known: dict[str, Any]
) -> None:
    """The two passages, what the record holds, and the reasons; or that there is none."""
    status, out, _ = rashomon("review", "--db", database)
    assert (status, out.strip()) == (0, "no pair is in doubt")
    from datetime import UTC, datetime

    from rashomon.model.judgement import Judgement, Reason, Verdict

    pair = sorted((known["accounts"]["doc_a"], known["accounts"]["doc_c"]))
    with open_store(database) as store:
        store.add_judgements(
            [
                Judgement(
                    pair=(pair[0], pair[1]),
                    verdict=Verdict.UNSURE,
                    weight=-1.5,
                    reasons=(Reason("same_day", -1.5, "1 May"),),
                    judge="model:test@1",
                    made_at=datetime(2024, 6, 1, tzinfo=UTC),
                )
            ]
        )
    status, out, _ = rashomon("review", "--db", database)
    assert status == 0
    for expected in (
        *pair,
        "Northern Herald",
        "held for one incident",
        "same day: 1 May",
    ):
        assert expected in out
    _, out, _ = rashomon("review", "--db", database, "--json")
    (question,) = json.loads(out)
    assert (question["accounts"], question["together"]) == (pair, True)
