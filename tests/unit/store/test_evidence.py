"""What takes the place of an account when its document is read again."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store

Read = Callable[..., DocumentReading]
TEXT = "Two people died in Verin. Later one more died in Tartu, police said."


def test_the_account_that_shares_most_of_the_passage_is_the_heir(
    store: Store, reading: Read
) -> None:
    """Readers that got better cut a passage elsewhere; the telling is the same."""
    store.add_readings([reading("d1", TEXT, (0, 25), (26, 60))], "1")
    store.add_readings([reading("d1", TEXT, (0, 28), (26, 68))], "2")
    assert store.successors() == {
        "acc_d1_0_25": "acc_d1_0_28",
        "acc_d1_26_60": "acc_d1_26_68",
    }


def test_an_account_that_is_read_as_before_needs_no_heir(
    store: Store, reading: Read
) -> None:
    """It is the same account."""
    for readers in ("1", "2"):
        store.add_readings([reading("d1", TEXT, (0, 25))], readers)
    assert store.successors() == {}


def test_an_account_that_nothing_overlaps_has_no_heir(
    store: Store, reading: Read
) -> None:
    """Nor does an account of another document ever take its place."""
    store.add_readings([reading("d1", TEXT, (0, 25)), reading("d2", TEXT)], "1")
    again = [reading("d1", TEXT, (30, 60)), reading("d2", TEXT, (0, 25))]
    store.add_readings(again, "2")
    assert store.successors() == {}


def test_heirs_are_found_over_several_readings(store: Store, reading: Read) -> None:
    """From the first reading straight to the current one."""
    for readers, end in (("1", 25), ("2", 27), ("3", 29)):
        store.add_readings([reading("d1", TEXT, (0, end))], readers)
    assert store.successors() == {
        "acc_d1_0_25": "acc_d1_0_29",
        "acc_d1_0_27": "acc_d1_0_29",
    }
