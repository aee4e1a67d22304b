"""An open transaction in which new evidence changes what follows from it, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from sqlalchemy import func, select

from rashomon.model.account import Account, Prominence
from rashomon.model.ids import AccountId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident, Reprint
from rashomon.model.judgement import Judgement
from rashomon.store import conclusions, evidence, judgements, matching_rows, schema
from rashomon.store.reader import Moment
from rashomon.store.rows import (
    Amended,
    Kept,
    StoredDocument,
    Survey,
    Weighed,
    evidence_of,
)

Pair = tuple[AccountId, AccountId]
# So many profiles are read at once.
PROFILES = 1000


class News(NamedTuple):
    """Documents that are not concluded with, and their accounts, up to which row."""

    last: int
    documents: list[StoredDocument]
    accounts: list[Account]


class Follows(NamedTuple):
    """So many new accounts, and the last rows of documents and decisions concluded with."""

    accounts: int
    documents: int
    decisions: int


class Amendment(Moment):
    """What conclusions are amended with; all of it is written at the end, or nothing."""

    def kept(self) -> Kept | None:
        """Return what matching keeps, None where it keeps nothing."""
        return matching_rows.kept(self._connection)

    def survey(self) -> Survey:
        """Return the survey that is kept."""
        return matching_rows.survey(self._connection)

    def accounts_after(self, row: int) -> int:
        """Return how many accounts the documents after this row have."""
        told = schema.ACCOUNTS.c.document_row
        query = select(func.count()).select_from(schema.ACCOUNTS).where(told > row)
        return self._connection.scalar(query) or 0

    def read_after(self, row: int, most: int) -> News | None:
        """Return the next documents after this row, at most so many, with their accounts.

        None where one of them was read more than once: what was concluded from another
        reading of it no longer holds.
        """
        columns, told = schema.DOCUMENTS.c, schema.ACCOUNTS.c
        query = select(columns.row, columns.id).where(columns.row > row)
        read = list(self._connection.execute(query.order_by(columns.row).limit(most)))
        ids = [DocumentId(one.id) for one in read]
        readings = select(func.count()).select_from(schema.DOCUMENTS)
        readings = readings.where(columns.id.in_(ids))
        if self._connection.scalar(readings) != len(read):
            return None
        last = read[-1].row if read else row
        within = told.document_row.between(row + 1, last)
        accounts = evidence.accounts(self._connection, select(told.id).where(within))
        return News(last, self.documents(ids), accounts)

    def sharing(
        self, bands: Collection[int], most: int
    ) -> tuple[set[DocumentId], set[int]]:
        """Return the documents in any of these bands, save those of ``most`` or more,
        and these crowded bands."""
        return matching_rows.sharing(self._connection, bands, most)

    def kin(self, documents: Collection[DocumentId]) -> set[DocumentId]:
        """Return the documents of the families that some are of, themselves included."""
        columns = schema.REPRINTS.c
        found: set[DocumentId] = set()
        for some in matching_rows.batches(documents):
            families = select(columns.family).where(columns.document_id.in_(some))
            query = select(columns.document_id).where(columns.family.in_(families))
            found.update(DocumentId(d) for d in self._connection.scalars(query))
        return found

    def add_bands(self, banded: Iterable[tuple[int, DocumentId]]) -> None:
        """Put documents into bands; each band of a document comes once."""
        matching_rows.add_bands(self._connection, banded)

    def put_reprints(self, rows: Iterable[Reprint]) -> None:
        """Write which family documents are of, instead of what was written before."""
        conclusions.put_reprints(self._connection, rows)

    def add_keys(self, keys: Iterable[tuple[int, int, AccountId]]) -> None:
        """Put accounts into blocks: each with the key, and the day that it stands at."""
        matching_rows.add_keys(self._connection, keys)

    def enter(
        self, account: AccountId, day: int, keys: Collection[int], reach: int
    ) -> tuple[Counter[Pair], Counter[Pair]]:
        """Put a new account into its blocks; return pairs it is in, and pairs it parts."""
        return matching_rows.enter(self._connection, account, day, keys, reach)

    def profiles(self, accounts: Collection[AccountId]) -> dict[AccountId, bytes]:
        """Return what accounts are compared by."""
        return matching_rows.profiles(self._connection, accounts)

    def all_profiles(self) -> Iterator[tuple[AccountId, bytes]]:
        """Yield what all accounts are compared by, by id."""
        last: AccountId | None = None
        while some := matching_rows.next_profiles(self._connection, last, PROFILES):
            yield from some
            last, _ = some[-1]

    def add_profiles(self, profiles: Iterable[tuple[AccountId, bytes]]) -> None:
        """Keep what new accounts are compared by."""
        matching_rows.add_profiles(self._connection, profiles)

    def mates(self, accounts: Collection[AccountId]) -> set[AccountId]:
        """Return the accounts of the incidents that some are of."""
        return matching_rows.mates(self._connection, accounts)

    def weigh(
        self, weighed: Iterable[Weighed], parted: Counter[Pair]
    ) -> set[AccountId]:
        """Add the pairs of new accounts; return whose pairs no block holds any more."""
        return matching_rows.weigh(self._connection, weighed, parted)

    def linked(self, accounts: Collection[AccountId]) -> set[AccountId]:
        """Return the accounts that some weigh above zero with."""
        return matching_rows.linked(self._connection, accounts)

    def weights_among(self, accounts: Collection[AccountId]) -> dict[Pair, float]:
        """Return what the pairs weigh that lie within some accounts."""
        return matching_rows.weights_among(self._connection, accounts)

    def tellers(
        self, accounts: Collection[AccountId]
    ) -> dict[AccountId, tuple[DocumentId, Prominence]]:
        """Return which current document each account is of, and how prominent it is."""
        return matching_rows.tellers(self._connection, accounts)

    def accounts(self, wanted: Collection[AccountId] | None = None) -> list[Account]:
        """Return accounts as a reader does, however many are wanted."""
        if wanted is None:
            return super().accounts()
        asked = matching_rows.batches(wanted)
        return [
            account
            for some in asked
            for account in super(Amendment, self).accounts(some)
        ]

    def documents(
        self, wanted: Collection[DocumentId] | None = None
    ) -> list[StoredDocument]:
        """Return documents as a reader does, however many are wanted."""
        if wanted is None:
            return super().documents()
        asked = matching_rows.batches(wanted)
        return [
            held for some in asked for held in super(Amendment, self).documents(some)
        ]

    def accounts_in(self, documents: Collection[DocumentId]) -> list[Account]:
        """Return the accounts of these current documents."""
        return [
            account
            for some in matching_rows.batches(documents)
            for account in evidence.accounts(self._connection, evidence.told_in(some))
        ]

    def logged(self, pairs: Collection[Pair]) -> list[Judgement]:
        """Return what was judged of these pairs, in the order that it was."""
        wanted = set(pairs)
        rights = {right for _, right in wanted}
        # Reasons are dear to read: those of other pairs are left where that can be asked.
        among = rights if len(rights) <= matching_rows.BATCH else None
        return [
            judged
            for some in matching_rows.batches({left for left, _ in wanted})
            for judged in judgements.held(self._connection, some, among)
            if judged.pair in wanted
        ]

    def incidents_with(self, accounts: Collection[AccountId]) -> list[Incident]:
        """Return the incidents that any of these accounts is of, by id."""
        found = {
            incident.id: incident
            for some in matching_rows.batches(accounts)
            for incident in conclusions.incidents_with(self._connection, some)
        }
        return [found[id_] for id_ in sorted(found)]

    def living(self, incidents: Collection[IncidentId] | None) -> set[IncidentId]:
        """Return those of these ids that an incident has; None asks for all there are."""
        column = schema.INCIDENTS.c.id
        if incidents is None:
            return {IncidentId(id_) for id_ in self._connection.scalars(select(column))}
        found: set[IncidentId] = set()
        waiting = iter(incidents)
        while some := list(islice(waiting, matching_rows.BATCH)):
            ids = self._connection.scalars(select(column).where(column.in_(some)))
            found.update(IncidentId(id_) for id_ in ids)
        return found

    def go_on_in(self, heirs: Mapping[AccountId, AccountId]) -> None:
        """Let incidents go on in the accounts that took the place of their own."""
        conclusions.go_on_in(self._connection, heirs)

    def let_go(self) -> None:
        """Let go of all that matching keeps."""
        matching_rows.clear(self._connection)

    def keep_survey(self, surveyed: Survey) -> None:
        """Keep a survey as of the latest evidence."""
        matching_rows.keep_survey(self._connection, surveyed)

    def families(self) -> dict[DocumentId, FamilyId]:
        """Return the family of each document."""
        columns = schema.REPRINTS.c
        held = self._connection.execute(select(columns.document_id, columns.family))
        return {DocumentId(row.document_id): FamilyId(row.family) for row in held}

    def forget_reprints(self) -> None:
        """Take out which family each document is of."""
        self._connection.execute(schema.REPRINTS.delete())

    def log(self, made: Iterable[Judgement]) -> None:
        """Append judgements to the log."""
        rows = [judgements.row_of(judged) for judged in made]
        if rows:
            self._connection.execute(schema.JUDGEMENTS.insert(), rows)

    def part_all(self, gone: Collection[IncidentId]) -> None:
        """Take all accounts out of their incidents, and these incidents out of all."""
        self._connection.execute(schema.INCIDENT_ACCOUNTS.delete())
        nothing = Amended(records=(), gone=gone, judgements=())
        conclusions.replace_some(self._connection, nothing)

    def amend(self, amended: Amended, follows: Follows, concluders: str) -> None:
        """Write what changed, and from which evidence that was concluded."""
        conclusions.replace_some(self._connection, amended)
        self.log(amended.judgements)
        matching_rows.grown(self._connection, *follows)
        evidence_now = evidence_of(follows.documents, follows.decisions)
        stamp = f"{evidence_now}, {concluders}"
        self._connection.execute(schema.CONCLUDED.delete())
        self._connection.execute(schema.CONCLUDED.insert().values(evidence=stamp))
