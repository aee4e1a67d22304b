"""Which language a text is in: a classifier, corrected by the letters only one uses."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = (
    "ar", "be", "bg", "cs", "de", "en", "es", "fa", "fr", "he", "hi", "it", "nl",
    "pl", "pt", "ro", "ru", "sr", "tr", "uk", "ur", "zh",
)  # fmt: skip
CHARS = 3000

# Letters that one Cyrillic alphabet has and its neighbours lack.
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэёъЫЭЁЪ]")
_BELARUSIAN = re.compile("[ўЎ]")


_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def primary(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag ("en" of "en-GB"), None for anything else."""
    found = _TAG.match((tag or "").strip())
    return found.group().lower() if found else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def of(text: str) -> str:
    """Return the language of a text as a BCP 47 code."""
    sample = text[:CHARS]
    found = str(_identifier().classify(sample)[0])
    if found in {"ru", "uk", "be", "bg", "sr"}:
        return _by_letters(sample) or found
    return found


def _by_letters(sample: str) -> str | None:
    if _BELARUSIAN.search(sample):
        return "be"
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian > russian:
        return "uk"
    return "ru" if russian else None
