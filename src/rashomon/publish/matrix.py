"""The claim matrix: what each source says of each attribute, and where they part.

Rows are attributes in the contract's order, columns outlets in the order in which they
first published. A copy stands under the document it was copied from, not in a column
of its own: it is no further voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import Document
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.value import Count, Value, When
from rashomon.publish.jsonl import claim_value_json
from rashomon.publish.wording import claim_words, finding_words

Documents = Mapping[DocumentId, Document]
Families = Mapping[DocumentId, FamilyId]

# Documents without a date come after all that have one.
_UNDATED = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One outlet: its own documents, and the copies of them that others published."""

    outlet: str
    documents: tuple[Document, ...]
    copies: tuple[Document, ...] = ()

    @property
    def first_published(self) -> str | None:
        """When its first document was published, None where nobody knows."""
        dated = [d.published.value for d in self.documents if d.published.value]
        return min(dated, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One value in one cell: who says it, in which words, and whether it fits.

    ``differs``: it cannot be true together with the published value. ``repeats`` counts
    the claims of the same cell that say the same of the same speaker. ``told`` is the day
    of a claim that leaves it open, where other reports tell it.
    """

    claim: Claim
    quote: str
    differs: bool
    told: When | None = None
    repeats: int = 0

    @property
    def words(self) -> str:
        """The value in a few words."""
        return claim_words(self.claim, self.told)

    @property
    def speaker(self) -> str | None:
        """Who says it, None where the outlet itself does."""
        return self.claim.speaker.name if self.claim.speaker else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One attribute: the finding, and a cell for every column, empty where silent."""

    finding: Finding
    cells: tuple[tuple[Saying, ...], ...]

    @property
    def attribute(self) -> Attribute:
        """The question that the row answers."""
        return self.finding.attribute


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMatrix:
    """Everything said of one incident, ordered for reading."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def build(
    record: IncidentRecord, documents: Documents, families: Families
) -> ClaimMatrix:
    """Return the claim matrix of one incident."""
    told = {account.document_id for account in record.accounts}
    columns = _columns([documents[i] for i in told], families)
    claims = {c.id: c for account in record.accounts for c in account.claims}
    rows = []
    for attribute in Attribute:
        finding = record.finding(attribute)
        if finding is None:
            continue
        said = [claims[i] for i in finding.claim_ids if i in claims]
        cells = tuple(_cell(finding, said, column) for column in columns)
        rows.append(Row(finding=finding, cells=cells))
    return ClaimMatrix(columns=columns, rows=tuple(rows))


def outlet_of(document: Document) -> str:
    """Return the outlet's name, or the document's id where none is given."""
    return document.source or document.id


def _columns(documents: Sequence[Document], families: Families) -> tuple[Column, ...]:
    own: dict[str, list[Document]] = {}
    copied: dict[str, list[Document]] = {}
    for origin, *copies in voices(documents, families):
        outlet = outlet_of(origin)
        own.setdefault(outlet, []).append(origin)
        copied.setdefault(outlet, []).extend(copies)
    return tuple(
        Column(outlet=o, documents=tuple(own[o]), copies=tuple(copied[o])) for o in own
    )


def voices(
    documents: Iterable[Document], families: Families
) -> list[tuple[Document, ...]]:
    """Return the documents by family, the first to publish first and its copies after.

    Families come in the order of their first documents; a document that belongs to no
    family is a voice of its own.
    """
    members: dict[str, list[Document]] = {}
    for document in sorted(documents, key=by_publication):
        members.setdefault(families.get(document.id) or document.id, []).append(
            document
        )
    return [tuple(family) for family in members.values()]


def by_publication(document: Document) -> tuple[str, str]:
    """Order documents by when they were published, the undated last."""
    return (document.published.value or _UNDATED, document.id)


def _cell(
    finding: Finding, said: Iterable[Claim], column: Column
) -> tuple[Saying, ...]:
    texts = {d.id: d.text for d in (*column.documents, *column.copies)}
    order = {id_: index for index, id_ in enumerate(texts)}
    here = sorted(
        (c for c in said if c.document_id in texts),
        key=lambda c: (order[c.document_id], c.span, c.id),
    )
    groups: dict[tuple[str, str, Stance], list[Claim]] = {}
    for claim in here:
        speaker = claim.speaker.name if claim.speaker else ""
        words = claim_words(claim, finding.day_told(claim))
        key = (words, speaker, claim.stance)
        groups.setdefault(key, []).append(claim)
    return tuple(
        Saying(
            claim=group[0],
            quote=group[0].span.of(texts[group[0].document_id]),
            differs=differs(finding, group[0]),
            told=finding.day_told(group[0]),
            repeats=len(group) - 1,
        )
        for group in groups.values()
    )


def differs(finding: Finding, claim: Claim) -> bool:
    """Say whether a claim's value cannot be true together with the published one."""
    value = finding.day_told(claim) or claim.value
    if isinstance(value, Count):
        return _differs_from_best(finding, value)
    if not finding.chosen:
        return False
    if isinstance(value, When):
        return not any(
            isinstance(chosen, When) and value.agrees_with(chosen)
            for chosen in finding.chosen
        )
    if finding.agreement is not Agreement.CONTESTED:
        return False
    return not any(_stands_for(finding, claim, chosen) for chosen in finding.chosen)


def _differs_from_best(finding: Finding, value: Count) -> bool:
    if value.scope is not None or finding.best is None:
        return False
    return not value.agrees_with(Count(finding.best, finding.best))


def _stands_for(finding: Finding, claim: Claim, chosen: Value) -> bool:
    if claim.value == chosen:
        return True
    return any(
        position.value == chosen
        and (claim.id in position.claim_ids or claim.id in position.denied_by)
        for position in finding.positions
    )


def matrix_json(matrix: ClaimMatrix) -> dict[str, object]:
    """Return the matrix for scripts: columns, and rows with a cell for each."""
    return {
        "columns": [
            {
                "outlet": column.outlet,
                "documents": [d.id for d in column.documents],
                "copies": [d.id for d in column.copies],
                "first_published": column.first_published,
            }
            for column in matrix.columns
        ],
        "rows": [
            {
                "attribute": row.attribute.value,
                "value": finding_words(row.finding),
                "status": row.finding.agreement.value,
                "relation": row.finding.relation.value
                if row.finding.relation
                else None,
                "relation_why": row.finding.relation_why or None,
                "rule": row.finding.rule,
                "cells": [[_saying_json(s) for s in cell] for cell in row.cells],
            }
            for row in matrix.rows
        ],
    }


def _saying_json(saying: Saying) -> dict[str, object]:
    claim = saying.claim
    return {
        "claim": claim.id,
        "value": claim_value_json(claim, saying.told),
        "words": saying.words,
        "quote": saying.quote,
        "speaker": saying.speaker,
        "stance": claim.stance.value,
        "differs": saying.differs,
        "repeats": saying.repeats,
    }
