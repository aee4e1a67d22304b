"""The claim matrix: columns are voices, and disagreement is marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rashomon.model.claim import Attribute, Stance
from rashomon.model.document import Published
from rashomon.model.value import Count
from rashomon.publish.matrix import ClaimMatrix, Row, build, differs, matrix_json


def _matrix(story: Any) -> ClaimMatrix:
    return build(story.record, story.documents, story.families)


def _row(story: Any, attribute: Attribute) -> Row:
    return next(r for r in _matrix(story).rows if r.attribute is attribute)


def test_a_copy_has_no_column_of_its_own(story: Any) -> None:
    """It stands under the document that it was copied from."""
    first, second = _matrix(story).columns
    assert (first.outlet, second.outlet) == ("Harbour Gazette", "Northern Herald")
    assert [d.id for d in first.copies] == ["doc_b"]
    assert second.copies == ()


def test_columns_stand_in_order_of_publication(story: Any) -> None:
    """Who published first stands first; who has no date stands last."""
    undated = replace(story.documents["doc_a"], published=Published())
    story.documents["doc_a"] = undated
    del story.families["doc_b"]
    story.documents["doc_b"] = replace(
        story.documents["doc_b"], published=Published("2024-05-01")
    )
    outlets = [c.outlet for c in _matrix(story).columns]
    assert outlets == ["Verin Post", "Northern Herald", "Harbour Gazette"]


def test_documents_of_one_outlet_share_a_column(story: Any) -> None:
    """Two reports of the Herald are one source."""
    story.documents["doc_a"] = replace(
        story.documents["doc_a"], source="Northern Herald"
    )
    (column,) = _matrix(story).columns
    assert [d.id for d in column.documents] == ["doc_a", "doc_c"]


def test_rows_follow_the_contract(story: Any) -> None:
    """When and where come first, whatever the order of the findings."""
    rows = [row.attribute.value for row in _matrix(story).rows]
    assert rows == ["date", "place", "killed", "damage", "outcome"]


def test_a_figure_that_cannot_be_true_with_the_best_differs(story: Any) -> None:
    """Seven differs from the published five; "at least five" does not."""
    (five,), (seven,) = _row(story, Attribute.KILLED).cells
    assert (five.words, five.speaker, five.differs) == ("5+", "Ana Dol", False)
    assert (seven.words, seven.speaker, seven.differs) == ("7", "Ivo Karr", True)


def test_a_copy_repeats_and_adds_no_value(story: Any) -> None:
    """The copy's claim is counted on the original's, not shown again."""
    (five,), _ = _row(story, Attribute.KILLED).cells
    assert five.repeats == 1


def test_a_denial_is_shown_in_the_deniers_column(story: Any) -> None:
    """The Herald's ministry denies what the Gazette asserts."""
    (hit,), (denial,) = _row(story, Attribute.OUTCOME).cells
    assert hit.claim.stance is Stance.ASSERTS
    assert (denial.claim.stance, denial.speaker) == (Stance.DENIES, "The ministry")


def test_who_says_nothing_has_an_empty_cell(story: Any) -> None:
    """The Herald says nothing of the damage."""
    assert _row(story, Attribute.DAMAGE).cells[1] == ()


def test_a_figure_for_a_part_never_differs(story: Any) -> None:
    """ "Two of them children" does not contradict a total of five."""
    finding = story.record.finding(Attribute.KILLED)
    claim = story.record.accounts[0].claims[2]
    part = replace(claim, value=Count(2, 2, scope="children"))
    assert not differs(finding, part)


def test_the_matrix_for_scripts_has_a_cell_for_each_column(story: Any) -> None:
    """Columns and cells line up, and each saying names its claim."""
    data: Any = matrix_json(_matrix(story))
    assert [c["outlet"] for c in data["columns"]] == [
        "Harbour Gazette",
        "Northern Herald",
    ]
    assert all(len(row["cells"]) == 2 for row in data["rows"])
    killed = next(r for r in data["rows"] if r["attribute"] == "killed")
    assert killed["value"] == "5 (5–7)"
    assert killed["cells"][1][0]["claim"] == "clm_doc_c_killed"
