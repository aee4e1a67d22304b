"""Text from outside made harmless to show: no control sequence, no reordering of a line.

A report may carry terminal escapes or bidirectional controls, by accident or on
purpose. Shown raw they could recolour, overwrite or reorder what a reader relies on.
Nothing here knows of terminals or of JSON's users; both ways of making text harmless
(a visible mark, an escape) rest on the one definition in :func:`is_unsafe`.
"""

from __future__ import annotations

import json
import unicodedata

# What an unsafe character is shown as: one visible mark, so that nothing vanishes.
MARK = "\ufffd"

# Joiners are format characters too, but Persian, Hindi and emoji are spelled with them.
_SPELLED_WITH = frozenset("\u200c\u200d")
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_INVISIBLE = frozenset("\u00ad\ufeff")  # soft hyphen, byte order mark: shown as nothing


def is_unsafe(character: str) -> bool:
    """Say whether a character can change how the text around it is shown."""
    if character in _SPELLED_WITH:
        return False
    return unicodedata.category(character) in _UNSAFE_CATEGORIES


def one_line(text: str) -> str:
    """Return the text on one line with every unsafe character replaced by a mark."""
    spaced = " ".join(text.split())
    if spaced.isprintable():
        return spaced
    kept = (c for c in spaced if c not in _INVISIBLE)
    marked = "".join(MARK if is_unsafe(c) else c for c in kept)
    return " ".join(marked.split())


def json_text(value: object, *, indent: int | None = None) -> str:
    """Write JSON in UTF-8's own letters, but unsafe characters as escapes.

    It reads back as the very same text, holds no line break within a line, and is
    harmless on a terminal.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    if written.isprintable():
        return written
    return "".join(_escaped(c) if _must_escape(c) else c for c in written)


def _must_escape(character: str) -> bool:
    # json writes no line break but its own indentation; those inside strings are \n.
    return character != "\n" and is_unsafe(character)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs)
