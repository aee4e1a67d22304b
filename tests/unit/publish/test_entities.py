"""Ids are written as FollowTheMoney takes them, and stay apart."""

from __future__ import annotations

import re

from rashomon.publish.entities import MOST_CHARS, entity_id

# Of followthemoney's own type of references.
TAKEN = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def test_every_id_is_one_that_the_library_takes() -> None:
    """Whatever a document's id is made of, and two ids are never one."""
    ids = [
        "inc_70610c60d06a", "inc-70610c60d06a", "inc.5f70610c60d06a", "a/b.txt", "a_",
        "a-", "a.", "_", "-", ".2d", "é", "é.", "x" * 246, "x" * 247, "x" * 900,
    ]  # fmt: skip
    written = [entity_id(id_) for id_ in ids]
    assert written[0] == "rashomon-inc-70610c60d06a"
    assert all(TAKEN.fullmatch(id_) and len(id_) <= MOST_CHARS for id_ in written)
    assert len(set(written)) == len(ids)
