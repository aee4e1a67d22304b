"""What matching keeps, so that one more account meets its own candidates only.

Five tables, all of them conclusions: the blocks of accounts (``keys``), what each is
compared by, the pairs that were compared and what they weigh, the bands of each
document's wording, and the survey of what was common in the pile. The store calls these.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Table,
    bindparam,
    func,
    select,
    tuple_,
    union_all,
)

from rashomon.model.account import Prominence
from rashomon.model.ids import AccountId, DocumentId, content_hash
from rashomon.store import schema
from rashomon.store.rows import Kept, Matching, Survey, Weighed

# Rows go in by so many, and ids are asked for by so many, at once.
BATCH = 10_000

Pair = tuple[AccountId, AccountId]
_Id = TypeVar("_Id", AccountId, DocumentId)

_KEYS, _PAIRS, _BANDS = schema.KEYS.c, schema.PAIRS.c, schema.BANDS.c
_AT = tuple_(_KEYS.day, _KEYS.account)
_HERE = tuple_(bindparam("day"), bindparam("account"))
_IN_BLOCK = select(_KEYS.day, _KEYS.account).where(_KEYS.key == bindparam("key"))
# Those next to a place in a block on both sides, in one question: it is asked most.
_NEAR = union_all(
    select(
        _IN_BLOCK.where(_AT < _HERE)
        .order_by(_KEYS.day.desc(), _KEYS.account.desc())
        .limit(bindparam("reach"))
        .subquery()
    ),
    select(
        _IN_BLOCK.where(_AT > _HERE)
        .order_by(_KEYS.day, _KEYS.account)
        .limit(bindparam("reach"))
        .subquery()
    ),
)
_FEWER = (
    schema.PAIRS.update()
    .where(_PAIRS.left == bindparam("one"), _PAIRS.right == bindparam("other"))
    .values(ways=_PAIRS.ways - bindparam("fewer"))
)


def replace_all(connection: Connection, matching: Matching | None) -> None:
    """Put what matching keeps in the place of all that was kept; None keeps nothing."""
    clear(connection)
    if matching is None:
        return
    keep_survey(connection, matching.survey)
    add_keys(connection, matching.keys)
    _insert(connection, schema.PAIRS, map(_pair_row, matching.pairs))
    add_profiles(connection, matching.profiles)
    add_bands(connection, matching.bands)


def clear(connection: Connection) -> None:
    """Let go of all that matching keeps."""
    for table in (
        schema.KEYS,
        schema.PROFILES,
        schema.PAIRS,
        schema.BANDS,
        schema.SURVEY,
    ):
        connection.execute(table.delete())


def keep_survey(connection: Connection, surveyed: Survey) -> None:
    """Keep a survey, less what only one account had, as of the latest evidence."""
    counted = json.dumps(
        {
            "names": {w: n for w, n in surveyed.names.items() if n > 1},
            "words": {w: n for w, n in surveyed.words.items() if n > 1},
        }
    )
    connection.execute(
        schema.SURVEY.insert().values(
            accounts=surveyed.accounts,
            since=0,
            documents=_last(connection, schema.DOCUMENTS),
            decisions=_last(connection, schema.DECISIONS),
            digest=content_hash(surveyed.accounts, counted),
            counted=zlib.compress(counted.encode("utf-8")),
        )
    )


def _last(connection: Connection, log: Table) -> int:
    return connection.scalar(select(func.max(log.c.row))) or 0


def _pair_row(pair: Weighed) -> dict[str, Any]:
    return {
        "left": pair.left,
        "right": pair.right,
        "ways": pair.ways,
        "weight": pair.weight,
    }


def _insert(
    connection: Connection, table: Table, rows: Iterable[dict[str, Any]]
) -> None:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        connection.execute(table.insert(), batch)


def kept(connection: Connection) -> Kept | None:
    """Return what the kept survey is of, None where nothing is kept."""
    columns = schema.SURVEY.c
    row = connection.execute(
        select(
            columns.accounts,
            columns.since,
            columns.documents,
            columns.decisions,
            columns.digest,
        )
    ).first()
    return Kept(*row) if row else None


def survey(connection: Connection) -> Survey:
    """Return the kept survey; what only one account had is left out."""
    row = connection.execute(select(schema.SURVEY)).one()
    counted = json.loads(zlib.decompress(row.counted))
    return Survey(row.accounts, counted["names"], counted["words"])


def enter(
    connection: Connection,
    account: AccountId,
    day: int,
    keys: Collection[int],
    reach: int,
) -> tuple[Counter[Pair], Counter[Pair]]:
    """Put a new account into its blocks, in which all meet those within ``reach``.

    Returns the pairs that it is in now, and those that it came between, each with in how
    many blocks.
    """
    met: Counter[Pair] = Counter()
    parted: Counter[Pair] = Counter()
    for key in sorted(keys):
        at = {"key": key, "day": day, "account": account, "reach": reach}
        near = sorted((row.day, row.account) for row in connection.execute(_NEAR, at))
        here = bisect_left(near, (day, account))
        before = [AccountId(other) for _, other in reversed(near[:here])]
        after = [AccountId(other) for _, other in near[here:]]
        met.update(_ordered(account, other) for other in (*before, *after))
        # What was ``reach`` apart around it is now one further.
        parted.update(
            _ordered(one, after[reach - 1 - place])
            for place, one in enumerate(before)
            if reach - 1 - place < len(after)
        )
    add_keys(connection, ((key, day, account) for key in sorted(keys)))
    return met, parted


def _ordered(one: AccountId, other: AccountId) -> Pair:
    return (one, other) if one < other else (other, one)


def weigh(
    connection: Connection, weighed: Iterable[Weighed], parted: Counter[Pair]
) -> set[AccountId]:
    """Add the pairs of new accounts, and let go of old ones that no block holds now.

    Returns the accounts of those that were let go.
    """
    _insert(connection, schema.PAIRS, map(_pair_row, weighed))
    fewer = [{"one": a, "other": b, "fewer": n} for (a, b), n in sorted(parted.items())]
    if not fewer:
        return set()
    connection.execute(_FEWER, fewer)
    unmet = _PAIRS.ways <= 0
    gone = list(connection.execute(select(_PAIRS.left, _PAIRS.right).where(unmet)))
    connection.execute(schema.PAIRS.delete().where(unmet))
    return {AccountId(account) for pair in gone for account in pair}


def linked(connection: Connection, accounts: Collection[AccountId]) -> set[AccountId]:
    """Return the accounts that some weigh above zero with."""
    found: set[AccountId] = set()
    for some in batches(accounts):
        for near, far in ((_PAIRS.left, _PAIRS.right), (_PAIRS.right, _PAIRS.left)):
            query = select(far).where(near.in_(some), _PAIRS.weight > 0)
            found.update(AccountId(a) for a in connection.scalars(query))
    return found


def weights_among(
    connection: Connection, accounts: Collection[AccountId]
) -> dict[Pair, float]:
    """Return what the pairs weigh that lie within some accounts."""
    within = set(accounts)
    return {
        (AccountId(row.left), AccountId(row.right)): row.weight
        for some in batches(within)
        for row in connection.execute(
            select(_PAIRS.left, _PAIRS.right, _PAIRS.weight).where(
                _PAIRS.left.in_(some)
            )
        )
        if row.right in within
    }


def tellers(
    connection: Connection, accounts: Collection[AccountId]
) -> dict[AccountId, tuple[DocumentId, Prominence]]:
    """Return which current document each account is of, and how prominent it is."""
    told, held = schema.ACCOUNTS.c, schema.DOCUMENTS.c
    query = (
        select(told.id, told.prominence, held.id.label("document"))
        .select_from(schema.ACCOUNTS.join(schema.DOCUMENTS))
        .where(held.current)
    )
    return {
        AccountId(row.id): (DocumentId(row.document), Prominence(row.prominence))
        for some in batches(accounts)
        for row in connection.execute(query.where(told.id.in_(some)))
    }


def add_profiles(
    connection: Connection, profiles: Iterable[tuple[AccountId, bytes]]
) -> None:
    """Keep what accounts are compared by."""
    rows = ({"account": account, "profile": kept} for account, kept in profiles)
    _insert(connection, schema.PROFILES, rows)


def profiles(
    connection: Connection, accounts: Collection[AccountId]
) -> dict[AccountId, bytes]:
    """Return what accounts are compared by."""
    columns = schema.PROFILES.c
    return {
        AccountId(row.account): row.profile
        for some in batches(accounts)
        for row in connection.execute(
            select(columns.account, columns.profile).where(columns.account.in_(some))
        )
    }


def next_profiles(
    connection: Connection, last: AccountId | None, limit: int
) -> list[tuple[AccountId, bytes]]:
    """Return what so many accounts after one are compared by, by id."""
    columns = schema.PROFILES.c
    query = select(columns.account, columns.profile).order_by(columns.account)
    query = query.where(columns.account > (last or "")).limit(limit)
    return [(AccountId(row.account), row.profile) for row in connection.execute(query)]


def mates(connection: Connection, accounts: Collection[AccountId]) -> set[AccountId]:
    """Return the accounts of the incidents that some are of."""
    held = schema.INCIDENT_ACCOUNTS.c
    found: set[AccountId] = set()
    for some in batches(accounts):
        homes = select(held.incident_id).where(held.account_id.in_(some))
        query = select(held.account_id).where(held.incident_id.in_(homes))
        found.update(AccountId(a) for a in connection.scalars(query))
    return found


def sharing(
    connection: Connection, bands: Collection[int], most: int
) -> tuple[set[DocumentId], set[int]]:
    """Return the documents in any of these bands, save those of ``most`` or more, and
    these crowded bands."""
    counted = (
        select(_BANDS.band, func.count().label("size"))
        .where(_BANDS.band.in_(bands))
        .group_by(_BANDS.band)
    )
    sizes = {row.band: row.size for row in connection.execute(counted)}
    few = [band for band, size in sizes.items() if size < most]
    query = select(_BANDS.document).where(_BANDS.band.in_(few)).distinct()
    near = {DocumentId(d) for d in connection.scalars(query)} if few else set()
    return near, sizes.keys() - set(few)


def add_bands(connection: Connection, banded: Iterable[tuple[int, DocumentId]]) -> None:
    """Put documents into bands; each band of a document comes once."""
    rows = ({"band": band, "document": document} for band, document in banded)
    _insert(connection, schema.BANDS, rows)


def add_keys(
    connection: Connection, keys: Iterable[tuple[int, int, AccountId]]
) -> None:
    """Put accounts into blocks: each with the key, and the day that it stands at."""
    rows = ({"key": k, "day": d, "account": a} for k, d, a in keys)
    _insert(connection, schema.KEYS, rows)


def grown(
    connection: Connection, accounts: int, documents: int, decisions: int
) -> None:
    """Remember that the pile has grown since the survey, and up to which rows."""
    columns = schema.SURVEY.c
    connection.execute(
        schema.SURVEY.update().values(
            since=columns.since + accounts,
            documents=documents,
            decisions=decisions,
        )
    )


def batches(ids: Iterable[_Id]) -> Iterator[list[_Id]]:
    """Yield ids in order, by so many as one question may name."""
    waiting = iter(sorted(ids))
    while some := list(islice(waiting, BATCH)):
        yield some
