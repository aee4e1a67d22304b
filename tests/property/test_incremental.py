"""A law of concluding: what came one by one is concluded as what came at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rashomon.cluster import blocking, profiles
from rashomon.cluster.profiles import Pile, Profile
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.document import (
    DateBasis,
    Document,
    Media,
    Published,
    RawDocument,
    Span,
)
from rashomon.model.ids import (
    AccountId,
    ClaimId,
    DecisionId,
    DocumentId,
    content_hash,
)
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    Unanchored,
    Value,
    When,
    Where,
)
from rashomon.pipeline import amend, windows
from rashomon.pipeline import conclude as concluding
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.stages import CONCLUDERS
from rashomon.store.place import place
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store, open_store

STORIES = (
    "Rockets fell on the mill by the river before dawn and two men were hurt there, the"
    " mayor told a crowd that had come to see what was left of the old brick building.",
    "A truck that carried fuel burned on the northern road near the depot while guards"
    " searched the woods for those who had laid the mine under the narrow bridge.",
    "Shots were heard at the market in the evening and the police closed every street"
    " around the square until the last of the stalls had been searched by hand.",
)
TOWNS = tuple(
    Where(name, GeoPrecision.SETTLEMENT, Point(41.0 + n, 12.0), "IT", "Lazio", n)
    for n, name in enumerate(("Verin", "Osbrig"), 1)
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report: its story, the day (None: some Monday), towns and dead of its accounts."""

    story: int
    cut: bool
    day: int | None
    told: tuple[tuple[int, int, bool], ...]


reports = st.builds(
    Told,
    story=st.integers(0, len(STORIES) - 1),
    cut=st.booleans(),
    day=st.sampled_from([None, 6, 6, 7, 20]),
    told=st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 3), st.booleans()),
        min_size=1,
        max_size=2,
    ).map(tuple),
)
kinds = st.sampled_from([DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.SET])


def _reading(number: int, report: Told) -> DocumentReading:
    """Return a report as it is read, its id scattered so that order says nothing."""
    name = content_hash(number)
    story = STORIES[report.story]
    text = f"{story[: len(story) // 2] if report.cut else story} No {number % 3}."
    raw = RawDocument(
        id=DocumentId(name),
        content=text,
        media=Media.TEXT,
        raw=text.encode(),
        raw_sha256=content_hash(text),
        origin=f"{name}.txt",
    )
    document = Document(
        id=raw.id,
        text=text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        source=f"outlet {number % 4}",
        language="en",
        published=Published("2024-05-08", DateBasis.GIVEN),
    )
    accounts = [
        _account(document, at, report.day, *told) for at, told in enumerate(report.told)
    ]
    return DocumentReading(raw=raw, outcome=document, accounts=tuple(accounts))


def _account(
    document: Document, at: int, day: int | None, town: int, killed: int, first: bool
) -> Account:
    span = Span(at * 20, at * 20 + 20)
    when: Value = Unanchored("XXXX-WXX-1", TimePrecision.DAY)
    if day is not None:
        when = When(date(2024, 5, day), date(2024, 5, day), TimePrecision.DAY)
    values = {
        Attribute.DATE: when,
        Attribute.PLACE: TOWNS[town],
        Attribute.KILLED: Count(killed, killed),
    }
    claims = (
        Claim(
            id=ClaimId(f"clm_{document.id}_{at}_{attribute}"),
            document_id=document.id,
            attribute=attribute,
            value=value,
            span=span,
        )
        for attribute, value in values.items()
    )
    return Account(
        id=AccountId(f"acc_{document.id}_{at}"),
        document_id=document.id,
        type=IncidentType.SHELLING,
        prominence=Prominence.MAIN if first or not at else Prominence.BACKGROUND,
        span=span,
        claims=tuple(claims),
    )


@contextmanager
def _small_world() -> Iterator[None]:
    """Let a few accounts be a large pile, crowded blocks included, surveyed once."""
    surveys: list[Pile] = []

    def once(held: Sequence[Profile]) -> Pile:
        surveys.append(surveys[0] if surveys else profiles.survey(held))
        return surveys[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "ALL_PAIRS_UP_TO", 2)
        patch.setattr(blocking, "REACH", 2)
        patch.setattr(profiles, "MIN_PILE", 1)
        patch.setattr(amend, "RENEWED_AFTER", 0.05)
        patch.setattr(concluding, "survey", once)
        patch.setattr(windows, "_pile", lambda *_: surveys[0])
        patch.setattr(windows, "COMPARED_AT_ONCE", 2)
        patch.setattr(windows, "AT_ONCE", 3)
        yield


NAMES = count()


def _open(folder: Path) -> Store:
    return open_store(folder / f"{next(NAMES)}.db")


def _decision(store: Store, kind: DecisionKind) -> Decision:
    """Return a decision on the first and the last account; a value is set for one.

    (Where those it is set for part evenly, the incident's name decides who keeps it.)
    """
    ids = [account.id for account in store.accounts()]
    both = (ids[0], ids[-1]) if kind is not DecisionKind.SET else (ids[0],)
    values = {Attribute.KILLED: (Count(9, 9),)} if kind is DecisionKind.SET else {}
    return Decision(
        id=DecisionId("dec_1"),
        kind=kind,
        person="editor",
        made_at=datetime(2024, 6, 1, tzinfo=UTC),
        target=both,
        accounts=both[:1] if kind is DecisionKind.DIFFERENT else both,
        others=both[1:] if kind is DecisionKind.DIFFERENT else (),
        attribute=next(iter(values), None),
        values=next(iter(values.values()), ()),
    )


def _published(store: Store) -> dict[tuple[AccountId, ...], Any]:
    """Return what is said of each group of accounts, names of families left out."""
    return {
        record.incident.account_ids: (
            record.type,
            record.title,
            record.sources,
            record.independent_sources,
            record.agreement,
            [(f.attribute, f.chosen, f.low, f.high, f.why) for f in record.findings],
        )
        for record in store.records()
    }


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(
    st.lists(reports, min_size=4, max_size=6),
    st.lists(reports, min_size=1, max_size=6),
    st.none() | kinds,
)
def test_one_by_one_and_all_at_once_are_concluded_alike(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[Told],
    later: list[Told],
    kind: DecisionKind | None,
) -> None:
    """With one survey: the same pairs, incidents and records, also when people decided.

    Drawn anew over what was laid together one by one, at once or in windows, nothing
    changes, names included.
    """
    folder = tmp_path_factory.mktemp("worlds")
    read = [_reading(number, told) for number, told in enumerate([*first, *later])]
    with (
        _small_world(),
        _open(folder) as grown,
        _open(folder) as whole,
        _open(folder) as bare,
    ):
        grown.add_readings(read[: len(first)], "readers")
        concluding.conclude(grown, Silent())
        if kind is not None:
            grown.add_decision(_decision(grown, kind))
            concluding.conclude(grown, Silent())
        for one in read[len(first) :]:
            grown.add_readings([one], "readers")
            concluding.conclude(grown, Silent())
        for store in (whole, bare):
            store.add_readings(read, "readers")
            for decision in grown.decisions():
                store.add_decision(decision)
        concluding.conclude(whole, Silent())
        assert _published(grown) == _published(whole)
        before = grown.records()
        concluding.conclude_anew(grown, Silent())
        assert grown.records() == before
        windows.conclude_in_windows(grown, Silent(), CONCLUDERS)
        assert grown.records() == before
        windows.conclude_in_windows(bare, Silent(), CONCLUDERS)
        assert _published(bare) == _published(whole)


blocks = st.lists(
    st.tuples(st.integers(1, 4), st.sets(st.integers(1, 3), min_size=1)),
    max_size=12,
)


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(blocks, st.randoms(use_true_random=False))
def test_blocks_hold_the_same_pairs_in_whatever_order_accounts_come(
    tmp_path_factory: pytest.TempPathFactory,
    crowd: list[tuple[int, set[int]]],
    shuffler: Any,
) -> None:
    """Each pair that is within reach in a block, as often as it is, and no other."""
    reach = 2
    wanted: Counter[tuple[str, str]] = Counter()
    for key in (1, 2, 3):
        at = sorted((d, f"acc_{n:02}") for n, (d, ks) in enumerate(crowd) if key in ks)
        for rank, (_, one) in enumerate(at):
            near = at[rank + 1 : rank + 1 + reach]
            wanted.update((min(one, o), max(one, o)) for _, o in near)
    arriving = list(enumerate(crowd))
    shuffler.shuffle(arriving)
    held: Counter[tuple[str, str]] = Counter()
    with (
        _open(tmp_path_factory.mktemp("blocks")) as store,
        store.amending() as amending,
    ):
        for number, (day, keys) in arriving:
            name = AccountId(f"acc_{number:02}")
            met, parted = amending.enter(name, day, keys, reach)
            held.update(met)
            held.subtract(parted)
    assert {pair: ways for pair, ways in held.items() if ways} == wanted


def test_a_server_concludes_as_a_file_does(
    tmp_path: Path, new_database: Callable[..., str]
) -> None:
    """One by one with a decision between, and in windows."""
    told = [Told(n % 3, n % 2 == 0, 6 + n % 3, ((n % 2, n, True),)) for n in range(12)]
    read = [_reading(number, one) for number, one in enumerate(told)]
    with (
        _small_world(),
        _open(tmp_path) as file,
        open_store(place(new_database())) as server,
    ):
        for store in (file, server):
            store.add_readings(read[:8], "readers")
            concluding.conclude(store, Silent())
            for one in read[8:]:
                store.add_readings([one], "readers")
                assert amend.amend(store, Silent(), CONCLUDERS)
            store.add_decision(_decision(store, DecisionKind.SAME))
            assert amend.amend(store, Silent(), CONCLUDERS)
        assert server.records() == file.records()
        windows.conclude_in_windows(server, Silent(), CONCLUDERS)
        assert server.records() == file.records()
