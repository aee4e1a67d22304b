"""Whom an office stands for: the one who is named with it elsewhere in the text."""

from __future__ import annotations

import re

# "Глава Дагестана Сергей Меликов", "очільник ОВА Олег Кіпер": office, of what, and the name.
HELD = re.compile(
    r"(?<!\w)(?:глав|голов|очільни|начальни|керівни|руководител|мэр|мер|губернатор|мини?стр|міністр|президент|премьер|прем['’]єр"
    r"|представител|представни|речни|спикер|спікер|командующ|командувач|прокурор|пос[оло]л|секретар|директор|депутат|лидер|лідер)[а-яёіїєґ-]*"
    r" (?:[\w«»\"'’.-]+ ){0,4}?(?P<name>(?-i:(?!\w+(?:вич|вна)\b)[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+ [А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+(?![а-яёіїєґ'’-]| [А-ЯЁІЇЄҐ][а-яёіїєґ])))",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:глав|голов|очільни|руководител|керівни|губернатор|мэр|мер|мини?стр|міністр)[а-яёіїєґ]*\b",
    re.IGNORECASE,
)
# Who heads a region is called its head and its governor.
_HEADS = re.compile(r"глав|голов|очільни|руководител|керівни|губернатор")
OFFICE_STEM = 4
# "The DG" is the director-general that was named.
SHORT = {
    "DG": ("director general", "director-general"),
    "CEO": ("chief executive",),
    "PM": ("prime minister",),
    "FM": ("foreign minister",),
    "CP": ("commissioner of police", "police commissioner"),
    "IG": ("inspector general", "inspector-general"),
    "IGP": ("inspector general of police", "inspector-general of police"),
}


def holder(text: str, office: str, before: int) -> str | None:
    """Return who was last called so before this point: "the head of the region"."""
    kind = _kind(office)
    held = [m for m in HELD.finditer(text) if m.end() <= before]
    return next((m["name"] for m in reversed(held) if _kind(m.group()) == kind), None)


def _kind(words: str) -> str:
    first = words.split(maxsplit=1)[0].lower()
    return "head" if _HEADS.match(first) else first[:OFFICE_STEM]
