"""A profile is read back as it was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.cluster.keeping import packed, unpacked
from rashomon.cluster.profiles import Profile
from rashomon.model.value import GeoPrecision, Where

MakeProfile = Callable[..., Profile]


def test_a_profile_is_read_back_as_it_was(makes: MakeProfile, verin: Where) -> None:
    """Every field that may be told."""
    full = makes(
        "a",
        when=3,
        place=verin,
        published=date(2024, 5, 4),
        weak_date=True,
        killed=frozenset({2, 3}),
        words=("rocket", "міна"),
        names=frozenset({"verin"}),
        victims=frozenset({"ana dol"}),
        repeats=True,
    )
    assert unpacked(packed(full)) == full


def test_what_is_not_told_stays_so(makes: MakeProfile) -> None:
    """No day, no language, and a place without a point."""
    bare = makes(
        "a", language=None, place=Where("Verin", GeoPrecision.REGION, None, None, None)
    )
    assert unpacked(packed(bare)) == bare
