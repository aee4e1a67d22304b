"""What a page costs the server stays far below what a reader would notice.

The figures of 100,000 incidents come of ``benchmarks/many_incidents.py``; here a small
database is asked, and the bounds leave room for a machine that others use.
"""

from __future__ import annotations

from pathlib import Path

import pytest

many_incidents = pytest.importorskip(
    "benchmarks.many_incidents", reason="the benchmarks are not beside the tests"
)

LISTS = ("/", "/?q=town+17", "/?place=town+17", "/map.json?zoom=4")


def test_a_long_page_and_lists_are_quick(tmp_path: Path) -> None:
    """A thousand claims within 300 ms of processor, and lists of few incidents too.

    The page costs less than twice its JSON: a template grown dear shows on any machine.
    """
    path = tmp_path / "many.db"
    many_incidents.make(path, 500)
    long, as_json = many_incidents.LONG, f"{many_incidents.LONG}.json"
    took = many_incidents.medians(path, [*LISTS, long, as_json], times=3)
    assert max(took.values()) < 300, took
    assert took[long] < 2 * took[as_json], took
