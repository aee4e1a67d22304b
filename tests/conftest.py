"""What every test may use: where the labelled sets are, and skipping where they are not."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import (
    DateBasis,
    Document,
    Media,
    Published,
    RawDocument,
    Span,
)
from rashomon.model.ids import AccountId, ClaimId, DocumentId
from rashomon.model.outcome import Failure, Skipped, SkipReason
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    Value,
    When,
    Where,
)
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import open_store

# CI judges a change by the same examples each time; at a desk every run tries new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """Return the folder of labelled sets beside the project; skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the labelled sets are not beside this checkout")
    return SHARED


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)><svg onload=alert(3)>'

_DAY = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
_VERIN = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", "Lazio", 99)
_ORSK = Where("Orsk", GeoPrecision.REGION, Point(51.2, 58.6), "RU", None, 98)

# Invented reports: id, outlet, published, place, day, killed, speaker, its words.
_TOLD = (
    ("gazette", "Harbour Gazette", "2024-05-02T08:00:00", _VERIN, _DAY, 5, "Ana Dol",
     "A drone hit a bakery in Verin on 1 May. Five people were killed, Ana Dol said."),
    ("herald", "Northern Herald", "2024-05-02T18:00:00", _VERIN, _DAY, 7, "Ivo Karr",
     "A drone struck a bakery in Verin on 1 May. Seven people died, Ivo Karr said."),
    ("orsk", "Steppe Courier", "2024-06-03", _ORSK, None, 2, "Lev Ort",
     "Shells fell near Orsk. Two people were killed, Lev Ort said."),
    ("hostile", HOSTILE, "2024-06-04", _ORSK, None, 2, "Lev Ort",
     f"Shells fell on Orsk {HOSTILE}. Two people died, Lev Ort said, javascript:alert(4)."),
)  # fmt: skip


def _claim(
    text: str, document: str, attribute: Attribute, value: Value, quote: str, who: str
) -> Claim:
    start, at = text.index(quote), text.index(who)
    told = attribute is Attribute.KILLED
    return Claim(
        id=ClaimId(f"clm_{document}_{attribute.value}"),
        document_id=DocumentId(document),
        attribute=attribute,
        value=value,
        span=Span(start, start + len(quote)),
        speaker=Speaker(who, Span(at, at + len(who))) if told else None,
        stance=Stance.ASSERTS,
    )


def _raw(name: str, content: str) -> RawDocument:
    return RawDocument(
        id=DocumentId(name),
        content=content,
        media=Media.TEXT,
        raw=content.encode(),
        raw_sha256=hashlib.sha256(content.encode()).hexdigest(),
        origin=f"pile/{name}.txt",
    )


def _reading(told: tuple[str, str, str, Where, When | None, int, str, str]) -> DocumentReading:  # fmt: skip
    name, outlet, published, place, day, killed, who, text = told
    raw = _raw(name, text)
    words = next(w for w in text.split(". ")[1].split(", ") if "people" in w)
    claims = [
        _claim(text, name, Attribute.PLACE, place, place.name, who),
        _claim(text, name, Attribute.KILLED, Count(killed, killed), words, who),
    ]
    if day is not None:
        claims.append(_claim(text, name, Attribute.DATE, day, "1 May", who))
    document = Document(
        id=raw.id,
        text=text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        source=outlet,
        title=HOSTILE if name == "hostile" else text.split(".")[0],
        url="javascript:alert(5)" if name == "hostile" else f"https://e.example/{name}",
        published=Published(published, DateBasis.GIVEN),
        language="en",
    )
    account = Account(
        id=AccountId(f"acc_{name}"),
        document_id=raw.id,
        type=IncidentType.DRONE_STRIKE if place is _VERIN else IncidentType.SHELLING,
        prominence=Prominence.MAIN,
        span=Span(0, text.index(". ") + 1),
        claims=tuple(claims),
    )
    return DocumentReading(raw=raw, outcome=document, accounts=(account,))


@pytest.fixture
def told_database(tmp_path: Path) -> Path:
    """Return a database of four invented reports, one of them hostile, concluded from.

    One more document was left out, and one failed.
    """
    path = tmp_path / "told.db"
    short = _raw("short", "Log in.")
    skipped = Skipped(
        document_id=short.id, origin=short.origin, reason=SkipReason.TOO_SHORT
    )
    broken = _raw("broken", "Nothing of this could be read.")
    failed = Failure(
        stage="clean", origin=broken.origin, message="it broke", document_id=broken.id
    )
    with open_store(path) as store:
        store.add_readings([_reading(told) for told in _TOLD], "by hand")
        store.add_readings([DocumentReading(raw=short, outcome=skipped)], "by hand")
        store.add_readings([DocumentReading(raw=broken, outcome=failed)], "by hand")
        conclude(store, Silent())
        store.add_run(
            {
                "started_at": "2024-06-05T08:00:00",
                "finished_at": "2024-06-05T08:00:01",
                "readers": "by hand",
                "inputs": ["pile"],
                "report": {"documents_read": 4, "documents_failed": 1},
            },
            [failed],
        )
    return path
