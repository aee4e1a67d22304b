"""How the toll was told over time: every figure of every outlet, by publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.model.value import Count
from rashomon.publish.matrix import by_publication, outlet_of
from rashomon.publish.wording import value_words

# The harms that are followed over time.
FOLLOWED = (Attribute.KILLED, Attribute.INJURED, Attribute.MISSING)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: when and where it was published, and its bounds."""

    published: str
    outlet: str
    document: DocumentId
    claim: str
    words: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """All figures of one attribute in order of time."""

    attribute: Attribute
    figures: tuple[Figure, ...]

    @property
    def json(self) -> dict[str, object]:
        """The line for scripts and for the plot."""
        return {
            "attribute": self.attribute.value,
            "figures": [
                {name: getattr(figure, name) for name in Figure.__slots__}
                for figure in self.figures
            ],
        }

    @property
    def many(self) -> int:
        """How many figures there are."""
        return len(self.figures)


def series(
    record: IncidentRecord, documents: Mapping[DocumentId, Document]
) -> list[Line]:
    """Return the figures of each harm that dated documents assert, in order of time.

    A figure that a person rejected is left out.
    """
    struck = {claim for finding in record.findings for claim in finding.rejected}
    claims = [
        claim
        for account in record.accounts
        for claim in account.claims
        if claim.id not in struck
    ]
    lines = []
    for attribute in FOLLOWED:
        said = [
            _figure(claim, claim.value, documents[claim.document_id])
            for claim in claims
            if claim.attribute is attribute
            and claim.stance is not Stance.DENIES
            and isinstance(claim.value, Count)
            and claim.value.scope is None
            and documents[claim.document_id].published.value
        ]
        if said:
            ordered = sorted(said, key=lambda f: (f.published, f.document, f.low))
            lines.append(Line(attribute, tuple(dict.fromkeys(ordered))))
    return lines


def _figure(claim: Claim, value: Count, document: Document) -> Figure:
    return Figure(
        published=by_publication(document)[0],
        outlet=outlet_of(document),
        document=document.id,
        claim=claim.id,
        words=value_words(value),
        low=value.low,
        high=value.high,
    )
