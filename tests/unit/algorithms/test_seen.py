"""Names are new once."""

from __future__ import annotations

from rashomon.algorithms.seen import Seen


def test_a_name_is_new_once() -> None:
    """However many are remembered: the table is widened several times."""
    seen = Seen()
    names = [f"doc_{n}" for n in range(5_000)]
    assert all(seen.first(name) for name in names)
    assert not any(seen.first(name) for name in names)
    assert seen.first("doc_5000")


def test_it_answers_as_a_set_does() -> None:
    """Repeats, the empty name and other scripts included."""
    seen, told = Seen(), set[str]()
    for name in ["", "a", "á", "а", "a", "", "😀", "b" * 10_000, "😀"]:
        assert seen.first(name) == (name not in told)
        told.add(name)
