"""Invented claims of invented outlets, made to order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.ids import ClaimId, DocumentId, FamilyId
from rashomon.model.value import Value
from rashomon.reconcile.voices import Voice

MakeVoice = Callable[..., Voice]


@pytest.fixture
def voice() -> MakeVoice:
    """Return a maker of voices: each of an outlet of its own unless told otherwise."""
    made = iter(range(1000))

    def make(attribute: Attribute, value: Value, **known: Any) -> Voice:
        number = next(made)
        document = DocumentId(known.get("document", f"doc_{number:03}"))
        family = FamilyId(known.get("family", f"fam_{document}"))
        name = known.get("speaker")
        when, hour = known.get("published"), known.get("hour", 0)
        at = datetime(2024, 5, when, hour) if when else None
        return Voice(
            claim=Claim(
                id=ClaimId(f"clm_{number:03}"),
                document_id=document,
                attribute=attribute,
                value=value,
                span=Span(number, number + 1),
                speaker=Speaker(name, Span(0, 1)) if name else None,
                stance=Stance.DENIES if known.get("denies") else Stance.ASSERTS,
                extractor=known.get("extractor", "rules"),
            ),
            origin=known.get(
                "origin", f"speaker {name}" if name else f"family {family}"
            ),
            family=family,
            quote=known.get("quote", "invented words"),
            firm=known.get("firm", True),
            standing=known.get("standing", 1),
            time=at,
            published=at.isoformat() if at else None,
            main=known.get("main", True),
        )

    return make
