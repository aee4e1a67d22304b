"""Ids are hashes of content: the same content, the same id."""

from __future__ import annotations

from rashomon.model import ids


def test_the_same_parts_give_the_same_id() -> None:
    """Nothing but the content decides an id."""
    assert ids.claim_id("d", 1, 2) == ids.claim_id("d", 1, 2)


def test_parts_do_not_run_together() -> None:
    """ "ab", "c" and "a", "bc" are different things."""
    assert ids.content_hash("ab", "c") != ids.content_hash("a", "bc")


def test_every_kind_of_id_shows_its_kind() -> None:
    """A reader sees what an id is of."""
    made = [ids.document_id(1), ids.claim_id(1), ids.account_id(1), ids.incident_id(1)]
    assert [i[:4] for i in made] == ["doc_", "clm_", "acc_", "inc_"]
