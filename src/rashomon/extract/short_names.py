"""Short names that a text explains: "State Guard Service (SGS)"."""

from __future__ import annotations

import re

_WORD = r"[A-ZÀ-ÝА-ЯЁІЇЄҐ][\w'’ʼ-]*"
# "State Guard Service (SGS)" and "State Guard Service, or SGS".
_EXPLAINED = re.compile(
    rf"(?P<full>{_WORD}(?: (?:of |for |and |the )*{_WORD}){{1,6}})"
    r"(?: \(|, or )(?P<short>[A-ZА-Я]{2,8})\b"
)


def explained(text: str) -> list[tuple[str, str]]:
    """Return the whole name, as it stands, and the short one, in reading order."""
    return [(m["full"], m["short"]) for m in _EXPLAINED.finditer(text)]
