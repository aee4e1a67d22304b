"""What matching keeps, and how new evidence changes conclusions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.account import Prominence
from rashomon.model.ids import AccountId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Reprint
from rashomon.store.amending import Follows
from rashomon.store.rows import (
    Amended,
    Conclusions,
    DocumentReading,
    Kept,
    Matching,
    Survey,
    Weighed,
)
from rashomon.store.sqlite import Store

Read = Callable[..., DocumentReading]
A, B, C = (AccountId(f"acc_{name}") for name in "abc")


def _keep(store: Store, *pairs: Weighed) -> None:
    matching = Matching(
        survey=Survey(3, {"verin": 2, "osbrig": 1}, {"rocket": 3}),
        profiles=[(A, b"one"), (B, b"two")],
        keys=[(7, 1, A), (7, 2, B)],
        pairs=pairs,
        bands=[(5, DocumentId("d1")), (5, DocumentId("d2")), (6, DocumentId("d3"))],
    )
    store.conclude(Conclusions(reprints=(), records=(), matching=matching), "stamp")


def test_what_is_kept_is_given_back(store: Store) -> None:
    """The survey without what only one account had, and each account's own bytes."""
    _keep(store)
    with store.amending() as held:
        assert held.survey() == Survey(3, {"verin": 2}, {"rocket": 3})
        kept = held.kept()
        assert kept is not None
        assert kept == Kept(3, 0, 0, 0, kept.digest)
        assert held.profiles([A, C]) == {A: b"one"}


def test_conclusions_of_a_small_pile_keep_nothing(store: Store) -> None:
    """Nor does anything stay of what was kept before."""
    _keep(store, Weighed(A, B, 1, 2.0))
    store.conclude(Conclusions(reprints=(), records=()), "stamp")
    with store.amending() as held:
        assert held.kept() is None
        assert held.profiles([A]) == {}
        assert held.linked([A]) == set()


def test_an_account_that_comes_between_two_parts_them(store: Store) -> None:
    """Within a reach of one, the first and the last no longer meet."""
    _keep(store, Weighed(A, B, 1, 2.0))
    with store.amending() as held:
        # Two days, and the new account's id between theirs on the second.
        met, parted = held.enter(AccountId("acc_aa"), 1, [7], 1)
        assert met == Counter({(A, "acc_aa"): 1, ("acc_aa", B): 1})
        assert parted == Counter({(A, B): 1})
        assert held.weigh([], parted) == {A, B}
        assert held.weights_among([A, B]) == {}


def test_a_pair_that_meets_elsewhere_stays(store: Store) -> None:
    """It is let go only when no block holds it."""
    _keep(store, Weighed(A, B, 2, 2.0))
    with store.amending() as held:
        assert held.weigh([], Counter({(A, B): 1})) == set()
        assert held.weights_among([A, B]) == {(A, B): 2.0}


def test_only_pairs_above_zero_link(store: Store) -> None:
    """From either side."""
    _keep(store, Weighed(A, B, 1, 2.0), Weighed(B, C, 1, -2.0))
    with store.amending() as held:
        assert held.linked([A]) == {B}
        assert held.linked([B]) == {A}
        assert held.linked([C]) == set()


def test_crowded_bands_are_left_out(store: Store) -> None:
    """They are boilerplate; their numbers are told."""
    _keep(store)
    with store.amending() as held:
        assert held.sharing([5, 6, 8], 2) == ({DocumentId("d3")}, {5})


def test_new_documents_are_told_and_replaced_ones_are_not(
    store: Store, reading: Read
) -> None:
    """A document read before takes the place of what was concluded from."""
    store.add_readings([reading("d1", "Two people died in Verin.", (0, 25))], "one")
    with store.amending() as held:
        before = held.stamps().documents
    store.add_readings([reading("d2", "One man died in Osbrig.", (0, 23))], "one")
    with store.amending() as held:
        assert held.accounts_after(before) == 1
        found = held.read_after(before, 9)
        assert found is not None
        assert [d.document.id for d in found.documents] == ["d2"]
        assert [a.id for a in found.accounts] == ["acc_d2_0_23"]
        assert found.last == held.stamps().documents
        tellers = held.tellers([AccountId("acc_d2_0_23")])
        assert tellers == {"acc_d2_0_23": ("d2", Prominence.MAIN)}
        assert [a.document_id for a in held.accounts_in([DocumentId("d1")])] == ["d1"]
        first = held.read_after(0, 1)
        assert first is not None
        assert (first.last, len(first.documents)) == (before, 1)
    store.add_readings([reading("d1", "Two people died in Verin.")], "two")
    with store.amending() as held:
        assert held.read_after(before, 9) is None


def test_amended_incidents_replace_what_they_follow(store: Store, story: Any) -> None:
    """Others stay; the stamp and the survey tell that it is concluded with."""
    copies = [Reprint(d, f, None, 1.0) for d, f in story.families.items()]
    drawn = Conclusions(reprints=tuple(copies), records=(story.record,))
    store.conclude(drawn, "1")
    with store.amending() as held:
        gone = {story.record.incident.id}
        amended = Amended(records=(), gone=gone, judgements=())
        held.amend(amended, Follows(1, 7, 2), "2")
    assert store.incidents() == []
    assert store.stamps().concluded == "documents 7, decisions 2, 2"
    with store.amending() as held:
        back = Amended(records=(story.record,), gone=(), judgements=())
        held.amend(back, Follows(0, 8, 2), "3")
        members = set(story.record.incident.account_ids)
        assert held.mates([min(members)]) == members
        assert held.living([story.record.incident.id, IncidentId("inc_no")]) == gone
        assert [i.id for i in held.incidents_with([min(members)])] == sorted(gone)


def test_copies_are_found_by_family(store: Store) -> None:
    """Rows of a document replace the earlier ones."""
    with store.amending() as held:
        for of in (None, DocumentId("d1")):
            row = Reprint(DocumentId("d2"), FamilyId("fam_1"), of, 1.0)
            held.put_reprints(
                [Reprint(DocumentId("d1"), FamilyId("fam_1"), None, 1.0), row]
            )
        assert held.kin([DocumentId("d2")]) == {"d1", "d2"}
        held.add_bands([(3, DocumentId("d2"))])
        assert held.sharing([3], 9) == ({DocumentId("d2")}, set())


def test_what_breaks_while_amending_changes_nothing(store: Store) -> None:
    """All of it is written at the end, or nothing."""
    _keep(store)

    def broken() -> None:
        with store.amending() as held:
            held.enter(C, 1, [7], 5)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    with store.amending() as held:
        met, _ = held.enter(C, 1, [7], 5)
    assert met == Counter({(A, C): 1, (B, C): 1})
