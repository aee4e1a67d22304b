"""An explanation leads from the value back to every quotation."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.publish.explanation import (
    Explanation,
    context,
    explain,
    explanation_json,
)


def _explained(story: Any, attribute: Attribute) -> Explanation:
    finding = story.record.finding(attribute)
    return explain(story.record, finding, story.documents, story.families)


def test_the_published_position_comes_first(story: Any) -> None:
    """ "At least five" was chosen; seven follows, marked as differing."""
    first, second = _explained(story, Attribute.KILLED).positions
    assert (first.words, first.chosen) == ("5+", True)
    assert (second.words, second.chosen) == ("7", False)
    assert second.said[0].differs


def test_origins_name_copies_behind_the_first_to_publish(story: Any) -> None:
    """The Gazette and its copy are one voice."""
    first, second = _explained(story, Attribute.KILLED).positions
    assert first.origins == (("Harbour Gazette", "Verin Post"),)
    assert second.origins == (("Northern Herald",),)


def test_a_quotation_stands_in_its_sentence(story: Any) -> None:
    """What is around the words in their sentence is given, and no more."""
    first, _ = _explained(story, Attribute.KILLED).positions
    testimony = first.said[0]
    assert testimony.before == ""
    assert testimony.quote == "At least five people were killed"
    assert testimony.after == ", mayor Ana Dol said."


def test_deniers_are_heard(story: Any) -> None:
    """Who denies stands under the position denied."""
    (hit,) = _explained(story, Attribute.OUTCOME).positions
    assert [t.document.id for t in hit.said] == ["doc_a", "doc_b"]
    assert [t.quote for t in hit.denied] == ["a drone hit the bakery"]


def test_a_copy_says_what_it_is_a_copy_of(story: Any) -> None:
    """The second testimony names the original."""
    (hit,) = _explained(story, Attribute.OUTCOME).positions
    assert [t.copy_of for t in hit.said] == [None, "doc_a"]


def test_the_explanation_for_scripts_has_everything(story: Any) -> None:
    """Rule, reason, offsets, outlet, date with basis, cue: nothing needs a second look-up."""
    data: Any = explanation_json(_explained(story, Attribute.KILLED))
    assert (data["rule"], data["best"], data["status"]) == (
        "most-voices",
        5,
        "contested",
    )
    said = data["positions"][0]["said"][0]
    text = story.documents[said["document"]].text
    assert said["quote"] == text[said["start"] : said["end"]]
    assert said["published"] == {"value": "2024-05-02", "basis": "given"}
    assert (said["outlet"], said["cue"]["text"]) == ("Harbour Gazette", "said")
    assert said["url"] == "https://news.example/doc_a"


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. Two died. Three.", "Two died", "", "."),
        ("A headline\nTwo died here", "Two", "", " died here"),
        ("He said: “Two died.” Then he left.", "Two died.", "He said: “", "”"),
        ("Two died.", "Two died.", "", ""),
    ],
)
def test_context_is_the_sentence(
    text: str, quote: str, before: str, after: str
) -> None:
    """A stop or a line's end closes the sentence; the parts add up to it."""
    start = text.index(quote)
    found = context(text, Span(start, start + len(quote)))
    assert found == (before, quote, after)


def test_an_endless_sentence_is_cut_with_an_ellipsis() -> None:
    """No sentence fills the screen; that it was cut is shown."""
    text = "word " * 200 + "five died " + "word " * 200
    start = text.index("five died")
    before, _, after = context(text, Span(start, start + 9))
    assert before.startswith("…")
    assert after.endswith("…")
    assert len(before) + len(after) < 500
