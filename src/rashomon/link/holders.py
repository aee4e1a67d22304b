"""Towns with what holds them: "Borton, Alton" of a town that lies in the division Alton.

A division is often called like its chief town; behind a comma and a town of its own it is
the division that is meant. And a state behind a comma says which town of a name it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.algorithms.similarity import normalised
from rashomon.link.candidates import Candidate, Unit
from rashomon.link.clues import Clue
from rashomon.store.gazetteer import Entry, Feature

_COMMA = re.compile(r",\s+")

# A town of more people than this goes by its bare name, whatever its division is called.
WELL_KNOWN = 300_000

_TOWN_AND_STATE = frozenset({"US", "CA"})


def settled(
    text: str, clues: Sequence[Clue], entries: Sequence[Entry]
) -> dict[int, Candidate]:
    """Return what the names are, by position, that a neighbour settles otherwise.

    ``entries``: what each name was taken for.
    """
    found: dict[int, Candidate] = {}
    for at, clue in enumerate(clues[:-1]):
        behind = clues[at + 1]
        if not _COMMA.fullmatch(text[clue.span.end : behind.span.start]):
            continue
        town, holder = entries[at], entries[at + 1]
        if town.feature is not Feature.PLACE:
            continue
        own = _division(behind, town.admin1_id)
        if own is not None and holder.feature is Feature.PLACE:
            found[at + 1] = own
        elif holder.feature is Feature.ADMIN1 and holder.country in _TOWN_AND_STATE:
            inside = _town_in(clue, holder)
            if inside is not None and town.admin1_id != holder.geonameid:
                found[at] = inside
    return found | _alike(clues, entries, found)


def _division(clue: Clue, division: int | None) -> Candidate | None:
    """Return the division of this id among what a name may be."""
    return next(
        (
            c
            for c in clue.candidates
            if c.entry.feature is Feature.ADMIN1 and c.entry.geonameid == division
        ),
        None,
    )


def _town_in(clue: Clue, state: Entry) -> Candidate | None:
    """Return the most populous town of a name in a state."""
    towns = [
        c
        for c in clue.candidates
        if c.entry.feature is Feature.PLACE and c.entry.admin1_id == state.geonameid
    ]
    return max(towns, key=lambda c: c.entry.population, default=None)


def _alike(
    clues: Sequence[Clue], entries: Sequence[Entry], found: dict[int, Candidate]
) -> dict[int, Candidate]:
    """Return the other mentions of a name that a text uses for a division, not its town."""
    divisions = {
        normalised(clues[at].text): candidate
        for at, candidate in found.items()
        if candidate.entry.feature is Feature.ADMIN1
        and entries[at].population <= WELL_KNOWN
    }
    return {
        at: divisions[name]
        for at, clue in enumerate(clues)
        if (name := normalised(clue.text)) in divisions
        and clue.unit is not Unit.SETTLEMENT
        and entries[at].feature is Feature.PLACE
        and entries[at].admin1_id == divisions[name].entry.geonameid
    }
