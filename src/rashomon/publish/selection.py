"""Which incidents a reader asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, IncidentRecord
from rashomon.model.value import When
from rashomon.publish.wording import finding_words, type_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; None or empty keeps all. Every word must occur somewhere."""

    type: IncidentType | None = None
    status: Agreement | None = None
    since: date | None = None
    until: date | None = None
    words: tuple[str, ...] = ()

    def keeps(self, record: IncidentRecord) -> bool:
        """Say whether an incident was asked for."""
        return (
            self.type in {None, record.type}
            and self.status in {None, record.agreement}
            and self._keeps_day(record)
            and self._keeps_words(record)
        )

    def _keeps_day(self, record: IncidentRecord) -> bool:
        if self.since is None and self.until is None:
            return True
        when = when_of(record)
        if when is None:
            return False
        return (self.since is None or when.last_day >= self.since) and (
            self.until is None or when.first_day <= self.until
        )

    def _keeps_words(self, record: IncidentRecord) -> bool:
        if not self.words:
            return True
        values = " ".join(finding_words(finding) for finding in record.findings)
        told = f"{record.title} {type_words(record.type)} {values} {' '.join(record.sources)}"
        folded = told.casefold()
        return all(word.casefold() in folded for word in self.words)


def when_of(record: IncidentRecord) -> When | None:
    """Return the published time of an incident, None where nobody says."""
    finding = record.finding(Attribute.DATE)
    if finding is None or not finding.chosen:
        return None
    value = finding.chosen[0]
    return value if isinstance(value, When) else None


def by_day(record: IncidentRecord) -> tuple[str, str]:
    """Order incidents by day, those without one last, then by id."""
    when = when_of(record)
    return (when.first_day.isoformat() if when else "9999", record.incident.id)
