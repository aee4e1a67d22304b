"""Shingles and the candidates that share them."""

from __future__ import annotations

import pytest

from rashomon.algorithms import minhash

WORDS = [f"word{i}" for i in range(120)]


def test_shingles_are_groups_of_words_whatever_their_case() -> None:
    """Three words each, punctuation ignored."""
    assert minhash.shingles("A kiln, a Roof!") == {"a kiln a", "kiln a roof"}


def test_a_short_text_is_one_shingle_and_an_empty_one_none() -> None:
    """So that nothing divides by zero."""
    assert minhash.shingles("Hm.") == {"hm"}
    assert minhash.shingles(" ") == frozenset()


def test_jaccard_and_containment() -> None:
    """A part is contained in the whole, though it is not alike."""
    whole, part = frozenset("abcdefgh"), frozenset("ab")
    assert minhash.jaccard(whole, part) == pytest.approx(0.25)
    assert minhash.containment(whole, part) == 1.0
    assert minhash.jaccard(whole, frozenset()) == 0.0
    assert minhash.containment(whole, frozenset()) == 0.0


def test_texts_that_share_most_shingles_are_candidates() -> None:
    """And those that share none are not."""
    sets = {
        "a": minhash.shingles(" ".join(WORDS)),
        "b": minhash.shingles(" ".join(WORDS[10:])),
        "c": minhash.shingles(" ".join(w + "x" for w in WORDS)),
        "d": frozenset[str](),
    }
    assert list(
        minhash.candidate_pairs(
            {key: minhash.bands(held) for key, held in sets.items()}
        )
    ) == [("a", "b")]
