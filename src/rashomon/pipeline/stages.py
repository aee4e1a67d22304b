"""The stages in order, with their versions, and those that read one document.

A change of a reader's version makes the next run read every document again; what was
read before stays in the store as evidence. A change of a concluder's version makes it
draw every conclusion again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rashomon.clean.documents import clean
from rashomon.extract import (
    accounts,
    attribution,
    counts,
    dates,
    first_look,
    mentions,
    reading,
)
from rashomon.extract.reading import Reading
from rashomon.link import outlets, places
from rashomon.model.account import Account
from rashomon.model.document import Document, RawDocument
from rashomon.model.mention import Mention, Toponym
from rashomon.model.outcome import Failure
from rashomon.pipeline import patience
from rashomon.store.gazetteer import Gazetteer, open_gazetteer
from rashomon.store.rows import DocumentReading

# (stage, version): raise a version when what the stage makes of its input changes.
READING = (("clean", 5), ("extract", 12), ("link", 9))
CONCLUDING = (("cluster", 6), ("reconcile", 9))


def _versions(stages: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {version}" for name, version in stages)


READERS = _versions(READING)
CONCLUDERS = _versions(CONCLUDING)


def readers() -> str:
    """Return the readers of this process, for another one to compare with its own."""
    return READERS


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of this process, opened once."""
    return open_gazetteer()


def toponyms_of(text: Reading, named: Sequence[Mention]) -> list[Toponym]:
    """Return the places among a text's names, weighed with where its outlet is."""
    home = outlets.home_of(text.url, text.source, text.title, gazetteer())
    if home == outlets.UNKNOWN:
        home = outlets.home_of_language(text.language)
    return places.resolve(
        text.text, named, gazetteer(), language=text.language, home=home
    )


def read_accounts(document: Document) -> tuple[Account, ...]:
    """Read one document: its sentences, names, times, counts, speech, accounts.

    Where no sentence can tell of an incident the rest is not read.
    """
    text = reading.sentences_of(document)
    if not first_look.may_report(text):
        return ()
    text = reading.with_words(text)
    named = mentions.find(text)
    found = accounts.group(
        text,
        times=dates.find(text),
        counts=counts.find(text),
        attributions=attribution.find(text),
        mentions=named,
        toponyms=toponyms_of(text, named),
    )
    return tuple(found)


def read_one(raw: RawDocument) -> DocumentReading:
    """Clean and read one raw document; what breaks becomes a failure of this one only."""
    outcome = None
    try:
        with patience.limited(patience.LIMIT_S):
            outcome = clean(raw)
            if not isinstance(outcome, Document):
                return DocumentReading(raw=raw, outcome=outcome)
            found = read_accounts(outcome)
        return DocumentReading(raw=raw, outcome=outcome, accounts=found)
    except Exception as error:  # noqa: BLE001 - the one place: a broken document ends no run
        failure = Failure(
            stage="extract" if isinstance(outcome, Document) else "clean",
            origin=raw.origin,
            message=f"{raw.origin}: could not be read ({type(error).__name__}: {error}); please report it with the file",
            document_id=raw.id,
        )
        return DocumentReading(raw=raw, outcome=outcome or failure, failure=failure)


def read_batch(raws: Sequence[RawDocument]) -> list[DocumentReading]:
    """Read several raw documents one after another: the unit of work of a process."""
    return [read_one(raw) for raw in raws]
