"""Encodings are detected, not assumed: marks first, then UTF-8, then what fits best."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)

# How much of a text the detector looks at; more changes nothing and costs time.
DETECT_BYTES = 200_000


def looks_binary(raw: bytes) -> bool:
    """Say whether bytes are no text: a NUL without a mark of UTF-16 or 32, or controls."""
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return False
    head = raw[:8192]
    if b"\0" in head:
        return True
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return controls > len(head) * 0.05


def decode(raw: bytes, *, html: bool = False) -> tuple[str, str]:
    """Return the text and the encoding it was read with; never fails.

    What no encoding explains is read as UTF-8 with replacement characters.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _META.search(raw[:4096]) if html else None
    if declared:
        name = declared.group(1).decode("ascii", errors="replace")
        try:
            return raw.decode(name), name.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(raw[:DETECT_BYTES]).best()
    if best is not None:
        return raw.decode(best.encoding, errors="replace"), best.encoding
    return raw.decode("utf-8", errors="replace"), "utf-8"
