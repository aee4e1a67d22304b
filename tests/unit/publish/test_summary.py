"""The summary is made of findings, nothing added."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rashomon.publish.summary import headline, sentences


def test_the_headline_says_what_where_and_when(story: Any) -> None:
    """Type, place and day."""
    assert headline(story.record) == "drone strike, Verin (IT), 2024-05-01"


def test_the_sentences_say_harm_sources_and_disagreement(story: Any) -> None:
    """Each sentence rests on findings."""
    assert sentences(story.record) == [
        "Drone strike, Verin (IT), 2024-05-01.",
        "Killed 5 (5–7).",
        "Told by 3 documents from 2 independent sources:"
        " Harbour Gazette, Northern Herald, Verin Post.",
        "The sources disagree on killed and outcome (hit).",
    ]


def test_what_is_not_known_is_not_said(story: Any) -> None:
    """Without findings there is only the type, and who tells of it."""
    bare = replace(story.record, findings=())
    assert sentences(bare)[0] == "Drone strike."
    assert len(sentences(bare)) == 2
