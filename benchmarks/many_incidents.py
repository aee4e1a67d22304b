"""A database of many invented incidents, to time the page on.

    python benchmarks/many_incidents.py FILE [INCIDENTS]
    python benchmarks/many_incidents.py --time FILE

Every incident has one account and three claims, but the first: a thousand claims in a
hundred documents. All is made from one seed; places, names and words are invented.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker
from rashomon.model.document import (
    DateBasis,
    Document,
    Media,
    Published,
    RawDocument,
    Span,
)
from rashomon.model.finding import Agreement, Finding, IncidentRecord, Position
from rashomon.model.ids import (
    AccountId,
    ClaimId,
    DocumentId,
    FamilyId,
    IncidentId,
    content_hash,
)
from rashomon.model.incident import Incident, Reprint
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    Value,
    When,
    Where,
)
from rashomon.store.rows import Conclusions, DocumentReading
from rashomon.store.sqlite import open_store

SEED = 20_240_501
LONG_DOCUMENTS, LONG_CLAIMS = 100, 10
FIRST_DAY = date(2014, 1, 1)
TYPES = list(IncidentType)
DEAREST = 2


def make(path: Path, many: int) -> None:
    """Write the database; nothing may lie there."""
    dice = random.Random(SEED)
    records, copies = [], []
    with open_store(path) as store:
        for batch in _batches(_incidents(dice, many), 5_000):
            readings = []
            for record, documents in batch:
                records.append(record)
                for document in documents:
                    copies.append(_reprint(document))
                    readings.append(_reading(document, record))
            store.add_readings(readings, "synthetic")
        drawn = Conclusions(reprints=tuple(copies), records=tuple(records))
        store.conclude(drawn, "synthetic")


def _batches(
    made: Iterator[tuple[IncidentRecord, list[Document]]], size: int
) -> Iterator[list[tuple[IncidentRecord, list[Document]]]]:
    batch = []
    for one in made:
        batch.append(one)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch


def _incidents(
    dice: random.Random, many: int
) -> Iterator[tuple[IncidentRecord, list[Document]]]:
    for number in range(many):
        long = number == 0
        documents = [
            _document(f"{number}-{part}", dice)
            for part in range(LONG_DOCUMENTS if long else 1)
        ]
        yield _record(number, documents, dice, LONG_CLAIMS if long else 3), documents


def _document(name: str, dice: random.Random) -> Document:
    day = FIRST_DAY + timedelta(days=dice.randrange(3_650))
    text = " ".join(f"word{dice.randrange(999)} 12 people died." for _ in range(10))
    return Document(
        id=DocumentId(f"doc_{content_hash(name)}"),
        text=text,
        raw_sha256=content_hash(name) * 5,
        origin=f"{name}.txt",
        source=f"Outlet {dice.randrange(300)}",
        title=f"Report {name}",
        published=Published(day.isoformat(), DateBasis.GIVEN),
        language="en",
    )


def _record(
    number: int, documents: list[Document], dice: random.Random, each: int
) -> IncidentRecord:
    day = FIRST_DAY + timedelta(days=dice.randrange(3_650))
    place = dice.randrange(4_000)
    lat = 25 + 30 * ((place * 37) % 1000) / 1000
    lon = -10 + 90 * ((place * 61) % 1000) / 1000
    where = Where(
        f"Town {place}", GeoPrecision.SETTLEMENT, Point(lat, lon), "XX", None, place + 1
    )
    accounts = tuple(_account(document, where, day, each) for document in documents)
    killed = dice.randrange(40)
    claims = [c for account in accounts for c in account.claims]
    dated = number % 9 != 0
    findings = [
        _finding(Attribute.PLACE, where, claims),
        _finding(Attribute.KILLED, Count(killed, killed), claims, killed),
    ]
    when = When(day, day, TimePrecision.DAY)
    findings += [_finding(Attribute.DATE, when, claims)] if dated else []
    return IncidentRecord(
        incident=Incident(
            id=IncidentId(f"inc_{content_hash(number)}"),
            account_ids=tuple(account.id for account in accounts),
        ),
        type=TYPES[number % len(TYPES)],
        title=f"{TYPES[number % len(TYPES)].value} in Town {place}",
        accounts=accounts,
        findings=tuple(findings),
        sources=tuple(sorted({d.source or "" for d in documents})),
        independent_sources=len(documents),
        agreement=list(Agreement)[number % 3],
    )


def _account(document: Document, where: Where, day: date, each: int) -> Account:
    kinds: list[tuple[Attribute, Value]] = [
        (Attribute.PLACE, where),
        (Attribute.KILLED, Count(12, 12)),
        (Attribute.DATE, When(day, day, TimePrecision.DAY)),
    ]
    claims = []
    for at in range(each):
        attribute, value = kinds[at % 3]
        span = Span(at * 5, at * 5 + 12)
        claims.append(
            Claim(
                id=ClaimId(f"clm_{content_hash(document.id, at)}"),
                document_id=document.id,
                attribute=attribute,
                value=value,
                span=span,
                speaker=Speaker(f"speaker {at}", span) if at % 2 else None,
            )
        )
    return Account(
        id=AccountId(f"acc_{content_hash(document.id)}"),
        document_id=document.id,
        type=IncidentType.ATTACK,
        prominence=Prominence.MAIN,
        span=Span(0, 20),
        claims=tuple(claims),
    )


def _finding(
    attribute: Attribute, value: Value, claims: list[Claim], best: int | None = None
) -> Finding:
    ids = tuple(c.id for c in claims if c.attribute is attribute)
    return Finding(
        attribute=attribute,
        positions=(Position(value=value, claim_ids=ids, origins=("fam_1",)),),
        agreement=Agreement.AGREED,
        chosen=(value,),
        rule="most-voices",
        why="All who speak of it say so.",
        low=best,
        high=best,
        best=best,
    )


def _reprint(document: Document) -> Reprint:
    return Reprint(document.id, FamilyId(f"fam_{document.id}"), None, 1.0)


def _reading(document: Document, record: IncidentRecord) -> DocumentReading:
    raw = RawDocument(
        id=document.id,
        content=document.text,
        media=Media.TEXT,
        raw=document.text.encode(),
        raw_sha256=document.raw_sha256,
        origin=document.origin,
    )
    own = tuple(a for a in record.accounts if a.document_id == document.id)
    return DocumentReading(raw=raw, outcome=document, accounts=own)


def clock(path: Path) -> None:
    """Print what each kind of page costs the server: milliseconds of its processor.

    That is what a quiet machine takes; the time on the clock tells of others' work too.
    """
    from starlette.testclient import TestClient

    from rashomon.web.app import build

    browser = TestClient(build(path), base_url="http://localhost")
    long = f"inc_{content_hash(0)}"
    pages = (
        "/",
        "/?type=shelling&status=contested",
        "/?q=town+17",
        "/?place=town+17&since=2020-01-01",
        "/?page=1500",
        "/map.json?zoom=2",
        "/map.json?zoom=7",
        f"/incidents/{long}",
        f"/incidents/{long}.json",
        "/sources?key=Outlet+7",
        "/places?key=18",
        "/places",
        "/documents",
        "/runs",
        "/feed.atom",
    )
    browser.get("/runs")  # opens the database
    gc.collect()
    gc.freeze()  # as `serve` does
    medians = {}
    for page in pages:
        took = []
        for _ in range(5):
            start = time.process_time()
            answer = browser.get(page)
            took.append((time.process_time() - start) * 1000)
            assert answer.status_code == 200, (page, answer.status_code)
        took.sort()
        medians[page] = took[2]
        print(f"{took[2]:7.0f} ms  (worst {took[-1]:.0f})  {page}")
    ratio = medians[f"/incidents/{long}"] / medians[f"/incidents/{long}.json"]
    # About 1 where it was measured; a template grown dear shows on any machine.
    assert ratio < DEAREST, f"a long page costs {ratio:.1f} times its JSON"


if __name__ == "__main__":
    if sys.argv[1] == "--time":
        clock(Path(sys.argv[2]))
    else:
        make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
