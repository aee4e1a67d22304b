"""Text from outside is harmless once it has been through here."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.plain import is_unsafe, json_text, one_line


@pytest.mark.parametrize(
    "character",
    [
        "\x1b",
        "\x07",
        "\x9b",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u061c",
        "\u2028",
        "\U000e0041",
    ],
)
def test_control_and_bidi_characters_are_unsafe(character: str) -> None:
    """Escapes, C1 controls, direction overrides, line separators and tags are caught."""
    assert is_unsafe(character)


@pytest.mark.parametrize(
    "character", ["a", "Ж", "ف", "–", "\u200c", "\u200d", "é", "日"]
)
def test_letters_of_any_script_are_safe(character: str) -> None:
    """Letters, and the joiners that Persian and Hindi are spelled with, are left alone."""
    assert not is_unsafe(character)


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    """The escape becomes a visible mark; the rest of the sequence is plain text."""
    assert one_line("red \x1b[31malert\x1b[0m") == "red \ufffd[31malert\ufffd[0m"


def test_lines_and_tabs_become_spaces() -> None:
    """A quotation over two lines stays one line of a table."""
    assert one_line("  five\n\tpeople\u2028died ") == "five people died"


def test_a_soft_hyphen_vanishes() -> None:
    """What a page shows as nothing is shown as nothing."""
    assert one_line("explo\u00adsion") == "explosion"


def test_json_keeps_letters_and_escapes_what_is_unsafe() -> None:
    """Cyrillic stays readable; a direction override is written as an escape."""
    assert json_text({"a": "взрыв\u202e"}) == '{"a": "взрыв\\u202e"}'


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_json_reads_back_as_it_was(text: str) -> None:
    """Whatever is escaped, the text is the same once read, on one encodable line."""
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert len(written.splitlines()) == 1
    written.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_nothing_unsafe_is_left(text: str) -> None:
    """No unsafe character survives, and doing it twice changes nothing."""
    once = one_line(text)
    assert not any(is_unsafe(c) for c in once)
    assert one_line(once) == once
