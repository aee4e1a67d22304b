"""Nothing from a report has power over the terminal."""

from __future__ import annotations

import io
import json

import pytest

from rashomon.cli import terminal


def test_controls_and_directions_are_neutralised() -> None:
    """An escape, a bell and a direction override become visible marks."""
    assert terminal.words("a\x1b[2J\x07b\u202ec").plain == "a\ufffd[2J\ufffdb\ufffdc"


def test_markup_is_text() -> None:
    """What looks like rich's markup is shown as it was written."""
    shown = terminal.words("[bold red]fire[/]")
    assert shown.plain == "[bold red]fire[/]"
    assert shown.spans == []


def test_spaces_at_the_ends_are_kept() -> None:
    """Parts of a sentence stand beside each other with their spaces."""
    parts = [terminal.words(t) for t in ("five ", "people\n", " died")]
    assert "".join(p.plain for p in parts) == "five people  died"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("five people were killed", 16, "five people…"),
        ("five, people", 8, "five…"),
        ("indivisible", 5, "indi…"),
        ("two\nlines", 20, "two lines"),
    ],
)
def test_long_text_is_cut_at_a_word(text: str, limit: int, expected: str) -> None:
    """The cut is shown by an ellipsis and never exceeds the limit."""
    assert terminal.shortened(text, limit) == expected
    assert len(expected) <= limit


def test_a_pipe_gets_utf8_whatever_the_locale() -> None:
    """A stream of an ASCII locale is told to write UTF-8."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    terminal.speak_utf8(stream)
    stream.write("взрыв\n")
    stream.flush()
    assert raw.getvalue() == "взрыв\n".encode()


def test_json_is_all_there_is_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It parses, and holds no raw control character."""
    terminal.print_json({"a": "\x1b\u202e"})
    written = capsys.readouterr().out
    assert json.loads(written) == {"a": "\x1b\u202e"}
    assert "\x1b" not in written


def test_a_complaint_is_one_harmless_paragraph(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A file name with a control character cannot play tricks either."""
    terminal.complain("bad\x1b[31m.txt: empty")
    assert capsys.readouterr().err == "rashomon: bad\ufffd[31m.txt: empty\n"
