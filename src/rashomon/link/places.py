"""Toponym resolution: which place each name means, in the context of the document.

Every candidate entry gets a list of named reasons; their sum is its score, and a name
whose best score stays below a threshold names no place (NIL, said on purpose).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.algorithms.similarity import CYRILLIC, normalised
from rashomon.link import clues as clue_finder
from rashomon.link import distances, holders, reasons, sides, unlisted
from rashomon.link.candidates import Candidate, Spelling, Unit
from rashomon.link.clues import Clue
from rashomon.link.outlets import UNKNOWN, Home
from rashomon.link.reasons import Setting
from rashomon.link.scene import Scene, scene_of
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.store.gazetteer import Entry, Feature, Gazetteer

# Where a name is as likely a place as none, by the learnt weights; and what is taken for
# one. A place missed costs more than a name too many: held out, overlap F1 does not
# change between 1.4 and 2.0, and below 2.0 fewer of the names found are put right.
EVEN = 2.6
THRESHOLD = 2.0

_PRECISION = {
    Feature.PLACE: GeoPrecision.SETTLEMENT,
    Feature.ADMIN2: GeoPrecision.DISTRICT,
    Feature.ADMIN1: GeoPrecision.REGION,
    Feature.COUNTRY: GeoPrecision.COUNTRY,
    Feature.AREA: GeoPrecision.REGION,
    Feature.AIRPORT: GeoPrecision.FACILITY,
}
Weighed = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name is taken for, and why: each reason with what it is worth."""

    candidate: Candidate
    reasons: Weighed

    @property
    def score(self) -> float:
        """What its reasons come to."""
        return sum(weight for _, weight in self.reasons)


def resolve(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    *,
    language: str,
    home: Home = UNKNOWN,
) -> list[Toponym]:
    """Return the place names among the mentions and where they are, in text order.

    ``home``: what the document's outlet mostly writes about.
    """
    clues = clue_finder.find(text, mentions, gazetteer, language=language)
    choices, scene = settle(clues, Setting.of(clues, home))
    choices = _with_holders(text, clues, _one_sense(clues, choices))
    found = [
        _toponym(clue, choice)
        for clue, choice in zip(clues, choices, strict=True)
        if (choice.score >= THRESHOLD or _is_named_but_unknown(clue, choice))
        and not _is_far_fetched(clue, choice, scene)
    ]
    found = unlisted.found(text, mentions, found)
    return sides.sided(text, distances.checked(text, found, gazetteer), gazetteer)


def settle(clues: list[Clue], setting: Setting) -> tuple[list[Choice], Scene]:
    """Choose for all names of a document at once, by the scene that the choices make."""
    scene, choices = Scene(), [Choice(c.candidates[0], ()) for c in clues]
    weighed = [_weighed(clue) for clue in clues]
    for _ in range(3):
        before, known = [choice.candidate for choice in choices], scene
        around = _Surroundings(setting, scene)
        choices = [
            _best(clue, own, around, choices)
            for clue, own in zip(clues, weighed, strict=True)
        ]
        scene = _scene_of(clues, choices)
        # Chosen alike, by the scene that they make: once more would change nothing.
        if scene == known and before == [choice.candidate for choice in choices]:
            break
    return choices, scene


def _is_named_but_unknown(clue: Clue, choice: Choice) -> bool:
    """Say whether a name reads like a place although no entry convinces (NIL)."""
    return (
        clue.whole
        and clue.kind is MentionKind.PLACE
        and clue.preposition
        and choice.score >= THRESHOLD - 1
    )


# What ties a name to its entry's country.
_TIES = frozenset({"its country is in the text", "its country is the outlet's"})


def _is_far_fetched(clue: Clue, choice: Choice, scene: Scene) -> bool:
    """Say whether a name is only like that of a place that all else is far from."""
    tied = any(name in _TIES for name, _ in choice.reasons)
    unlike = choice.candidate.spelling is Spelling.SOUND
    return unlike and not tied and scene.tells_of_others(normalised(clue.text))


def _weighed(clue: Clue) -> list[Weighed]:
    """Weigh each candidate by what no other name of the text changes."""
    common = _worth(reasons.of_the_name(clue))
    return [(*common, *_worth(reasons.of_the_entry(clue, c))) for c in clue.candidates]


def _worth(found: Iterable[tuple[str, float]]) -> Weighed:
    """Return reasons with what they are worth instead of how much of them there is."""
    weights = reasons.weights()
    return tuple((name, weights[name] * much) for name, much in found if much)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the rest of a document says of entries: the same for each mention of a name."""

    setting: Setting
    scene: Scene
    known: dict[tuple[object, ...], Weighed] = field(default_factory=dict)

    def of(self, clue: Clue, entry: Entry, containers: list[Entry]) -> Weighed:
        """Return what they say for and against an entry for a name."""
        # Of a clue they ask for its name, and whether it may be a country's.
        listed = bool(containers) and reasons.may_be_a_country(clue)
        outer = tuple(held.geonameid for held in containers)
        key = clue.text, entry.geonameid, listed, outer
        if key not in self.known:
            here = reasons.of_the_scene(clue, entry, self.scene, containers)
            there = reasons.of_the_setting(
                clue, entry, self.setting, self.scene.divisions
            )
            self.known[key] = (*_worth(here), *_worth(there))
        return self.known[key]


def _best(
    clue: Clue,
    weighed: list[Weighed],
    around: _Surroundings,
    choices: list[Choice],
) -> Choice:
    containers = [choices[j].candidate.entry for j in clue.containers]
    best: Choice | None = None
    best_score = 0.0
    for candidate, own in zip(clue.candidates, weighed, strict=True):
        choice = Choice(candidate, own + around.of(clue, candidate.entry, containers))
        score = choice.score
        if best is None or score > best_score:
            best, best_score = choice, score
    assert best is not None  # a clue has at least one candidate
    return best


def _scene_of(clues: list[Clue], choices: list[Choice]) -> Scene:
    return scene_of(
        (clue.text, choice.candidate.entry)
        for clue, choice in zip(clues, choices, strict=True)
        if choice.score >= THRESHOLD
    )


def _one_sense(clues: list[Clue], choices: list[Choice]) -> list[Choice]:
    """Give every mention of a name the place that its best-placed mention has."""
    best: dict[str, Choice] = {}
    for clue, choice in zip(clues, choices, strict=True):
        name = normalised(clue.text)
        # "The town of Alton" is what "Alton" is elsewhere; "Alton region" is not.
        town = clue.unit in {None, Unit.SETTLEMENT}
        if town and (name not in best or choice.score > best[name].score):
            best[name] = choice
    agreed = []
    for clue, choice in zip(clues, choices, strict=True):
        leader = best.get(normalised(clue.text))
        if clue.unit is None and leader is not None and leader.score >= THRESHOLD:
            why = choice.reasons
            if leader.candidate.entry.geonameid != choice.candidate.entry.geonameid:
                why = (*why, ("the same name elsewhere in the text", 0.0))
            agreed.append(Choice(leader.candidate, why))
        else:
            agreed.append(choice)
    return agreed


def _with_holders(text: str, clues: list[Clue], choices: list[Choice]) -> list[Choice]:
    """Give towns and divisions beside each other the places that go together."""
    other = holders.settled(text, clues, [c.candidate.entry for c in choices])
    together = (("beside a town or division that it goes with", 0.0),)
    return [
        Choice(other[at], choice.reasons + together) if at in other else choice
        for at, choice in enumerate(choices)
    ]


def _toponym(clue: Clue, choice: Choice) -> Toponym:
    candidate, entry = choice.candidate, choice.candidate.entry
    why = tuple((name, round(weight, 2)) for name, weight in choice.reasons)
    demonym = candidate.spelling is Spelling.DEMONYM
    seat = entry.feature is Feature.COUNTRY or entry.capital
    where = None
    if choice.score >= THRESHOLD:
        written = clue.text
        if demonym or (
            CYRILLIC.search(written) and candidate.spelling is not Spelling.MAIN
        ):
            written = entry.name
        where = Where(
            written, _PRECISION[entry.feature], Point(entry.lat, entry.lon),
            entry.country or None, entry.admin1, entry.geonameid,
        )  # fmt: skip
    metonym = seat and clue.speaks and not clue.preposition and not demonym
    return Toponym(
        span=clue.span, text=clue.text, where=where, reasons=why,
        demonym=demonym, metonym=metonym,
    )  # fmt: skip
