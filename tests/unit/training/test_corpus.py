"""The reports that were written for training, and their marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from training import accept, corpus

from rashomon.model.ids import ClaimId

ROOT = Path(__file__).parents[3]

ONE = """=====
main:bombing | Bomb Kills {ki:three} at {tg:Market} in {pl:Verin}
main:bombing,back:shooting | {pi:Two men} left {we:a bag} there {ti:on Friday}, a week after {vn:Ada Brandt} was shot in {pb:Toro}.
none | The weather stays dry.
"""


def of(text: str, folder: Path) -> list[corpus.Json]:
    """Read a corpus of one file."""
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return list(corpus.read(folder))


def test_marks_become_spans_of_the_bare_text(tmp_path: Path) -> None:
    """No brace is left, and each span has the marked words."""
    (report,) = of(ONE, tmp_path)
    text = report["text"]
    assert "{" not in text
    assert text.startswith("Bomb Kills three at Market in Verin")
    roles = {(text[a:b], role) for a, b, role in report["roles"]}
    assert ("Two men", "perp_individual") in roles
    assert ("a bag", "weapon") in roles
    assert ("Ada Brandt", "victim_name") in roles
    facts = {(text[a:b], fact) for a, b, fact in report["facts"]}
    assert ("three", "killed") in facts
    assert ("Verin", "place") in facts
    assert ("Toro", "place_other") in facts
    assert len(report["sentences"]) == 3


def test_labels_say_whose_incident_a_sentence_tells(tmp_path: Path) -> None:
    """Own, own beside another, none: and of some kinds nobody knows."""
    (report,) = of(ONE, tmp_path)
    own, both, none = report["types"]
    assert {"bombing", "told", "main"} <= set(own)
    assert {"bombing", "attack", "told", "main"} <= set(both)
    assert none == []
    assert "robbery" in report["unknown"][1]
    assert report["unknown"][2] == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("a sentence without a label", "no 'LABEL | sentence'"),
        ("main:nonsense | A sentence.", "no such label"),
        ("none | A {zz:word}.", "no such tag"),
    ],
)
def test_a_bad_line_is_named(line: str, reason: str, tmp_path: Path) -> None:
    """The file, and what is wrong with it."""
    with pytest.raises(ValueError, match=reason) as caught:
        of(f"=====\n{line}\n", tmp_path)
    assert "one.txt" in str(caught.value)


def test_every_report_of_the_corpus_is_read() -> None:
    """All of it, with no mark left over, and a part held back to measure with."""
    reports = list(corpus.read(ROOT / corpus.FOLDER))
    assert len({r["id"] for r in reports}) == len(reports) > 900
    for report in reports:
        text = report["text"]
        assert not {"{", "}"} & set(text), report["id"]
        assert len(report["sentences"]) == len(report["types"])
        for start, end, _ in (*report["roles"], *report["facts"]):
            assert any(a <= start < end <= b for a, b in report["sentences"])
    held = sum(corpus.is_held_back(r) for r in reports)
    assert 0.05 < held / len(reports) < 0.15


def test_the_judge_learns_from_the_marks(tmp_path: Path) -> None:
    """An account in a sentence that tells is right; a name is, that is marked for its part."""
    (row,) = of(ONE, tmp_path)
    text = row["text"]

    def claim(attribute: str, words: str) -> dict[str, Any]:
        start = text.index(words)
        end = start + len(words)
        return {"id": words, "attribute": attribute, "start": start, "end": end}

    claims = [
        claim("target", "Market"),
        claim("target", "Two men"),
        claim("weapon", "a bag"),
    ]
    named = {ClaimId(c["id"]): {} for c in claims}
    start = text.index("The weather")
    told = accept.Seen("bombing", True, (0, 10), {}, named, claims)
    wrong = accept.Seen("bombing", True, (start, len(text)), {}, {}, [])
    (one, is_told, right), (_, is_wrong, _) = accept.of_corpus(row, [told, wrong])
    assert one is told
    assert (is_told, is_wrong) == (True, False)
    assert right == {"Market": True, "Two men": False, "a bag": True}
