"""Invented accounts of invented incidents, made to order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rashomon.algorithms.minhash import number
from rashomon.cluster.profiles import Profile
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.ids import AccountId, DocumentId, FamilyId
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where

MakeProfile = Callable[..., Profile]


def town(name: str, lat: float, lon: float, number: int) -> Where:
    """Return an invented town of Lazio."""
    return Where(name, GeoPrecision.SETTLEMENT, Point(lat, lon), "IT", "Lazio", number)


def day(number: int) -> When:
    """Return a day of May 2024."""
    return When(date(2024, 5, number), date(2024, 5, number), TimePrecision.DAY)


@pytest.fixture
def verin() -> Where:
    """Return the town of most tests."""
    return town("Verin", 41.5, 12.25, 1)


@pytest.fixture
def makes() -> MakeProfile:
    """Return a maker of profiles: a main drone strike of which nothing else is known."""

    def make(name: str, **known: Any) -> Profile:
        if isinstance(known.get("when"), int):
            known["when"] = day(known["when"])
        given: dict[str, Any] = {
            "account_id": AccountId(f"acc_{name}"),
            "document_id": DocumentId(f"doc_{name}"),
            "family": FamilyId(f"fam_{name}"),
            "prominence": Prominence.MAIN,
            "type": IncidentType.DRONE_STRIKE,
            "when": None,
            "weak_date": False,
            "weak_published": False,
            "published": None,
            "place": None,
            "targets": frozenset(),
            "facilities": frozenset(),
            "people": frozenset(),
            "victims": frozenset(),
            "perpetrators": frozenset(),
            "weapons": frozenset(),
            "killed": frozenset(),
            "injured": frozenset(),
            "words": (),
            "passage": number(f"passage of {name}"),
            "language": "en",
            "repeats": False,
        }
        return Profile(**(given | known))

    return make
