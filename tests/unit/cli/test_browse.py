"""Looking into a database: for people, and for scripts."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest


def test_list_shows_the_incident(rashomon: Any, database: Path) -> None:
    """Day, place, type, figures, voices, status and title stand in a row."""
    status, out, err = rashomon("list", "--db", database)
    assert (status, err) == (0, "")
    row = next(line for line in out.splitlines() if "inc_verin0000001" in line)
    for expected in ("2024-05-01", "drone strike", "5 (5–7)", "contested"):
        assert expected in row


def test_list_for_scripts_is_a_list(rashomon: Any, database: Path) -> None:
    """Only JSON on standard output."""
    status, out, _ = rashomon("list", "--db", database, "--json")
    (row,) = json.loads(out)
    assert status == 0
    assert (row["id"], row["independent_sources"]) == ("inc_verin0000001", 2)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--type", "drone_strike"), 1),
        (("--type", "fire"), 0),
        (("--status", "contested", "--since", "2024-05-01"), 1),
        (("--until", "2024-04-30"), 0),
        (("--text", "bakery verin"), 1),
        (("--text", "harbour wall"), 0),
        (("--limit", "0"), 0),
        (("--dated", "yes", "--box", "12,41,13,42"), 1),
        (("--placed", "no"), 0),
        (("--box=-20,41,-13,42",), 0),
    ],
)
def test_list_narrows(
    rashomon: Any, database: Path, options: tuple[str, ...], found: int
) -> None:
    """Each option leaves out what was not asked for."""
    status, out, _ = rashomon("list", "--db", database, "--json", *options)
    assert (status, len(json.loads(out))) == (0, found)


def test_a_database_can_be_named_by_the_environment(
    rashomon: Any, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RASHOMON_DB stands for --db."""
    monkeypatch.setenv("RASHOMON_DB", str(database))
    status, out, _ = rashomon("list", "--json")
    assert (status, len(json.loads(out))) == (0, 1)


def test_show_puts_the_sources_side_by_side(rashomon: Any, database: Path) -> None:
    """Header, summary and matrix."""
    status, out, _ = rashomon("show", "inc_verin", "--db", database)
    assert status == 0
    assert out.startswith("Drone strike in Verin")
    assert "Told by 3 documents from 2 independent sources" in out
    assert "≠ 7" in out


def test_show_alone_shows_the_incident_most_told_of(
    rashomon: Any, database: Path
) -> None:
    """Who does not know an id yet sees something worth looking at."""
    status, out, _ = rashomon("show", "--db", database)
    assert (status, out.splitlines()[0][:21]) == (0, "Drone strike in Verin")


def test_show_keeps_to_the_width(rashomon: Any, database: Path) -> None:
    """Everything fits the width asked for."""
    _, out, _ = rashomon("show", "verin", "--db", database, "--width", "70")
    assert max(map(len, out.splitlines())) <= 70


def test_show_for_scripts_has_record_and_matrix(rashomon: Any, database: Path) -> None:
    """The contract's object, with summary and matrix added."""
    _, out, _ = rashomon("show", "inc_v", "--db", database, "--json")
    shown = json.loads(out)
    assert shown["schema"] == "rashomon.incident/1"
    assert len(shown["claims"]) == 14
    assert [c["outlet"] for c in shown["matrix"]["columns"]] == [
        "Harbour Gazette", "Northern Herald",
    ]  # fmt: skip


def test_explain_leads_to_every_quotation(rashomon: Any, database: Path) -> None:
    """Rule, positions, voices, quotation in its sentence, and where it stands."""
    status, out, _ = rashomon("explain", "inc_v", "killed", "--db", database)
    assert status == 0
    for expected in (
        "killed: 5 (5–7)  contested",
        "chosen by most-voices: The figure that came first stands.",
        "1. 5+ ← published",
        "Harbour Gazette (copied by Verin Post)",
        "»At least five people were killed«, mayor Ana Dol said.",
        "doc_c [0:17] clm_doc_c_killed https://news.example/doc_c",
        "published 2024-05-02 (given)",
        "cue “said”",
    ):
        assert expected in out


def test_explain_shows_who_denies(rashomon: Any, database: Path) -> None:
    """The deniers are listed under the value that they deny."""
    _, out, _ = rashomon("explain", "inc_v", "outcome", "--db", database)
    assert "denied by" in out
    assert "said by The ministry" in out


def test_explain_for_scripts(rashomon: Any, database: Path) -> None:
    """The same as data."""
    _, out, _ = rashomon("explain", "inc_v", "killed", "--db", database, "--json")
    told = json.loads(out)
    assert (told["attribute"], told["best"]) == ("killed", 5)
    assert len(told["positions"]) == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("show", "inc_zzz"), "no incident begins with 'inc_zzz'"),
        (("explain", "inc_v", "colour"), "no attribute is called 'colour'"),
        (("explain", "inc_v", "injured"), "no report speaks of injured"),
    ],
)
def test_what_is_not_there_is_said_with_a_way_on(
    rashomon: Any, database: Path, arguments: tuple[str, ...], expected: str
) -> None:
    """Status 2, one paragraph on standard error, nothing on standard output."""
    status, out, err = rashomon(*arguments, "--db", database)
    assert (status, out) == (2, "")
    assert expected in " ".join(err.split())


def test_a_missing_database_is_not_made(rashomon: Any, tmp_path: Path) -> None:
    """Looking does not create, and the way to make one is told."""
    path = tmp_path / "none.db"
    status, _, err = rashomon("list", "--db", path)
    assert status == 2
    assert "rashomon run" in err
    assert not path.exists()


def test_documents_shows_copies_and_what_was_left_out(
    rashomon: Any, database: Path
) -> None:
    """Every document has its date, its basis, its family, its status and its reason."""
    status, out, _ = rashomon("documents", "--db", database)
    assert status == 0
    told = " ".join(out.split())
    for expected in ("fam_1 (+1)", "skipped", "no article text", "failed", "b.pdf"):
        assert expected in told
    assert "5 documents: 3 read, 1 skipped, 1 failed" in told


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--skipped",), ["doc_x"]),
        (("--failed",), ["b.pdf"]),
        (("--skipped", "--failed"), ["b.pdf", "doc_x"]),
        ((), ["b.pdf", "doc_a", "doc_b", "doc_c", "doc_x"]),
    ],
)
def test_documents_for_scripts(
    rashomon: Any, database: Path, options: tuple[str, ...], ids: list[str]
) -> None:
    """A list, narrowed as asked for, without the texts."""
    _, out, _ = rashomon("documents", "--db", database, "--json", *options)
    rows = json.loads(out)
    assert [row["id"] for row in rows] == ids
    assert all("text" not in row for row in rows)


def test_show_can_put_the_codebooks_side_by_side(rashomon: Any, database: Path) -> None:
    """Each codebook's figure of the same claims, with its rule and where that stands."""
    options = ("--db", database, "--profiles", "--width", 160)
    status, out, _ = rashomon("show", "inc_verin", *options)
    assert status == 0
    for expected in ("ACLED", "UCDP", "Airwars", "5 (5–7)", "3.1 fatalities"):
        assert expected in out


def test_show_for_scripts_has_the_readings_when_asked(
    rashomon: Any, database: Path
) -> None:
    """And only then."""
    _, plain, _ = rashomon("show", "inc_verin", "--db", database, "--json")
    assert "profiles" not in json.loads(plain)
    _, out, _ = rashomon("show", "inc_verin", "--db", database, "--json", "--profiles")
    books = [r["codebook"] for r in json.loads(out)["profiles"]]
    assert books[:3] == ["as_reported", "acled", "ucdp"]


def test_a_codebook_s_setting_can_be_changed(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """A file with a shipped codebook's id stands for it; the others are as they were."""
    shipped = resources.files("rashomon").joinpath("data", "codebooks", "acled.toml")
    mine = tmp_path / "mine.toml"
    lowest = shipped.read_text("utf-8")
    mine.write_text(lowest.replace('choose = "lowest"', 'choose = "range"'))
    options = ("--db", database, "--json", "--profiles")
    read = [
        {r["codebook"]: r for r in json.loads(out)["profiles"]}
        for _, out, _ in (
            rashomon("show", "inc_verin", *options),
            rashomon("show", "inc_verin", *options, "--rules", mine),
        )
    ]
    assert list(read[0]) == list(read[1])
    assert [(r["acled"]["figures"][0]["high"]) for r in read] == [5, 7]
    assert read[0]["ucdp"] == read[1]["ucdp"]


@pytest.mark.parametrize("fault", ["", "reads", "folder", "none"])
def test_a_wrong_rule_file_is_told_in_a_paragraph(
    rashomon: Any, database: Path, tmp_path: Path, fault: str
) -> None:
    """Status 2, and the file is named."""
    book = """id = "a"
order = 9
title = "A"
about = "a"
citations = []
[[code]]
name = "n"
row = "type"
reads = "tea leaves"
rule = "r"
source = "s"
verified = true"""
    mine = tmp_path / "mine.toml"
    if fault != "none":
        mine.write_text(book if fault == "reads" else "")
    asked = tmp_path / "empty" if fault == "folder" else mine
    (tmp_path / "empty").mkdir()
    options = ("--db", database, "--profiles", "--rules", asked)
    status, _, err = rashomon("show", "inc_verin", *options)
    assert status == 2
    assert asked.name in err


def test_a_wrong_sources_file_is_told_in_a_paragraph(
    rashomon: Any, database: Path
) -> None:
    """Status 2, and the file is named."""
    options = ("--db", database, "--profiles", "--sources", "none.toml")
    status, _, err = rashomon("show", "inc_verin", *options)
    assert (status, "none.toml" in err) == (2, True)


def test_the_record_can_be_seen_as_it_stood(rashomon: Any, database: Path) -> None:
    """A day later the second outlet's figure is in it; before the first, nothing is."""
    status, out, _ = rashomon(
        "list", "--db", database, "--json", "--as-of", "2024-05-02T12:00"
    )
    assert (status, json.loads(out)) == (0, [])
    _, out, _ = rashomon("list", "--db", database, "--json", "--as-of", "2024-05-02")
    (row,) = json.loads(out)
    assert row["sources"] == ["Harbour Gazette", "Northern Herald"]
    status, _, err = rashomon("list", "--db", database, "--as-of", "soon")
    assert (status, "2024-05-31" in err) == (2, True)


def test_show_tells_how_a_toll_went(rashomon: Any, told_database: Path) -> None:
    """A line for each moment that brought a claim: who gave what, and what it stood at."""
    database = told_database
    _, out, _ = rashomon("list", "--db", database, "--json", "--place", "Verin")
    (row,) = json.loads(out)
    status, out, err = rashomon("show", row["id"], "--db", database, "--series")
    assert (status, err) == (0, "")
    first, second = (line for line in out.splitlines() if line.startswith("  2024-"))
    assert "2024-05-02 08:00" in first
    assert "Harbour Gazette: 5" in first
    assert "contested, evolving" in second
    _, out, _ = rashomon("show", row["id"], "--db", database, "--series", "--json")
    early, late = json.loads(out)["series"]["killed"]
    assert (early["best"], early["status"], early["relation"]) == (5, "single", None)
    assert (late["words"], late["relation"]) == ("7 (5–7)", "evolving")
    assert late["claims"] == ["clm_herald_killed"]


def test_a_series_ends_where_the_record_does(
    rashomon: Any, told_database: Path
) -> None:
    """As of a moment, nothing later is in it; of no toll, it says so."""
    asked = ("show", "--db", told_database, "--series", "--as-of", "2024-05-02T12:00")
    _, out, _ = rashomon(*asked)
    assert "Harbour Gazette: 5" in out
    assert "Northern Herald" not in out


def test_explain_says_how_values_stand_and_since_when(
    rashomon: Any, told_database: Path
) -> None:
    """The relation with its reason, and for each value its first publication."""
    _, out, _ = rashomon("list", "--db", told_database, "--json", "--place", "Verin")
    (row,) = json.loads(out)
    _, out, _ = rashomon("explain", row["id"], "killed", "--db", told_database)
    assert "evolving: no report goes back on an earlier one" in out
    assert "Harbour Gazette; since 2024-05-02 08:00" in out
    _, out, _ = rashomon(
        "explain", row["id"], "killed", "--db", told_database, "--json"
    )
    told = json.loads(out)
    assert (told["status"], told["relation"]) == ("contested", "evolving")
    assert {p["since"][:10] for p in told["positions"]} == {"2024-05-02"}
    _, out, _ = rashomon("dossier", row["id"], "--db", told_database, "-o", "-")
    assert "contested, evolving" in out
    assert "<td>2024-05-02 08:00</td>" in out
