"""Letters of a text that is all in capitals, put back to what a writer would have typed.

The parser and the name finder learned from ordinary print; in capitals they take half the
words for names and end sentences anywhere. A word that the lemmatizer's dictionary knows
is written small, one that nobody knows keeps a capital: it is a name. The text keeps its
length, so that every offset stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language

# A text with fewer letters than this may be a headline or a list of codes.
MIN_LETTERS = 200
SHOUTED_SHARE = 0.9

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_START = re.compile(
    r"(?:(?<![A-Z])[.]|[A-Z]{2}[.]|[!?:])[\"”')\]]*\s*[\"“'(\[]*$|\]\s*$"
)
_MONTHS_AND_DAYS = frozenset(
    "jan feb mar apr jun jul aug sep oct nov dec january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_ACRONYM_CHARS = 5
_VOWELS = re.compile(r"[AEIOUY]")


def is_shouted(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    upper = sum(c.isupper() for c in text)
    lower = sum(c.islower() for c in text)
    return upper >= MIN_LETTERS and upper >= SHOUTED_SHARE * (upper + lower)


def restored(text: str, knows: Callable[[str], bool]) -> str:
    """Return the text with small letters; ``knows`` says whether a word is no name."""

    def put(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if len(small) != len(word):
            return word
        starts = bool(
            _SENTENCE_START.search(text[max(0, match.start() - 8) : match.start()])
        )
        if small == "i" or _is_acronym(text, match):
            return word
        if (
            small in _MONTHS_AND_DAYS
            or not knows(small)
            or match.start() == 0
            or starts
        ):
            return word[0] + small[1:]
        return small

    return _WORD.sub(put, text)


def _is_acronym(text: str, match: re.Match[str]) -> bool:
    """Say whether a word is spelled letter by letter: "FMLN", "[DAS]", "U.S."."""
    word = match.group()
    if len(word) == 1 and text[match.end() : match.end() + 1] == ".":
        return True
    if len(word) > _ACRONYM_CHARS or len(word) < 2:
        return False
    bracketed = text[max(0, match.start() - 1) : match.start()] in {"(", "["} and text[
        match.end() : match.end() + 1
    ] in {")", "]"}
    return bracketed or not _VOWELS.search(word)


def dictionary_of(nlp: Language) -> Callable[[str], bool]:
    """Return what tells the words of a pipeline's language from names."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    rules, exceptions, index = (
        lookups.get_table(name) for name in ("lemma_rules", "lemma_exc", "lemma_index")
    )
    kinds = ("noun", "verb", "adj", "adv")
    known = {kind: frozenset(index.get(kind, ())) for kind in kinds}

    def knows(word: str) -> bool:
        bare = re.sub(r"['’](?:s|t|re|ve|ll|d)$", "", word)
        if bare in nlp.Defaults.stop_words:
            return True
        for kind in kinds:
            if bare in known[kind] or bare in exceptions.get(kind, {}):
                return True
            for old, new in rules.get(kind, ()):
                if (
                    bare.endswith(old)
                    and bare[: len(bare) - len(old)] + new in known[kind]
                ):
                    return True
        return False

    return knows
