"""Encodings are detected, not assumed: marks first, then UTF-8, then what fits best."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatches, from_bytes

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

# The encodings that news still comes in. Asked among all it knows, the detector took
# one sentence of Russian in KOI8-R for Japanese; among these it is right, and faster.
_ENCODINGS = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1252", "cp1250"),
    *("cp1254", "iso8859_2", "cp1253", "cp1255", "cp1256"),
    *("shift_jis", "gb18030", "big5", "euc_jp", "euc_kr"),
]

# A text is UTF-8 with a scar when so many of its other letters are sound for each that
# is broken: legacy encodings make next to no valid sequences by chance.
SOUND_PER_BROKEN = 10


def looks_binary(raw: bytes) -> bool:
    """Say whether bytes are no text: a NUL without a mark of UTF-16 or 32, or controls."""
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return False
    head = raw[:8192]
    if b"\0" in head:
        return True
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return controls > len(head) * 0.05


def decode(
    raw: bytes, *, html: bool = False, declared: str | None = None
) -> tuple[str, str]:
    """Return the text and the encoding it was read with; never fails.

    ``declared`` is what a server says. What no encoding explains is read as UTF-8 with
    replacement characters.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        scarred = raw.decode("utf-8", errors="replace")
    if _is_scarred(scarred):
        return scarred, "utf-8"
    for name in (declared, _of_page(raw) if html else None):
        decoded = _as(raw, name)
        if name and decoded is not None:
            return decoded, name.lower()
    best = _best(from_bytes(raw[:DETECT_BYTES], cp_isolation=_ENCODINGS))
    if best is not None:
        return raw.decode(best, errors="replace"), best
    return scarred, "utf-8"


def _is_scarred(text: str) -> bool:
    broken = text.count("\ufffd")
    sound = sum(ch > "\x7f" for ch in text) - broken
    return sound >= broken * SOUND_PER_BROKEN


def _of_page(raw: bytes) -> str | None:
    found = _META.search(raw[:4096])
    return found.group(1).decode("ascii", errors="replace") if found else None


def _as(raw: bytes, name: str | None) -> str | None:
    if not name:
        return None
    try:
        text = raw.decode(name)
        text.encode("utf-8")  # some of Python's own codecs make half characters
    except (LookupError, ValueError):  # no such encoding, or it does not fit
        return None
    return text


def _best(matches: CharsetMatches) -> str | None:
    """Return the best encoding; among equals Western European, the commonest."""
    best = matches.best()
    if best is None:
        return None
    equal = [
        m.encoding
        for m in matches
        if m.chaos <= best.chaos and m.coherence >= best.coherence
    ]
    return "cp1252" if "cp1252" in equal else best.encoding
