"""Where an outlet is at home: a local paper's "Fairfield" is the one of its own state.

Told by its address (its country's ending, a large city's name in it, the known homes of
``data/outlets.tsv``), and by states that the page's title or address spells out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from rashomon.link.states import STATE_NAMES, state_named
from rashomon.store.gazetteer import Entry, Feature, Gazetteer

# A city this large lends papers its name ("Orlando Sentinel"), and shorter names than
# this stand in too many words.
LARGE = 200_000
MIN_CITY_CHARS = 6

# "The New York Times finds": a paper that is quoted, not where the outlet is.
_A_PAPER = (
    r"(?!\s+(?i:times|post|daily|journal|magazine|review|herald|tribune|globe)\b)"
)

_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")
_STATE_BEHIND = re.compile(r",\s+([A-Z][A-Za-z]+(?:\.[A-Z])?\.?|(?:[A-Z]\.){2})")
# Endings that are a country's own and not sold to the world as something else.
_NOT_COUNTRIES = frozenset({"tv", "me", "io", "co", "ai", "fm", "ly", "cc", "to", "ws"})
_CODES = {"uk": "GB", "su": "RU", "xn--p1ai": "RU"}
# Stations of the United States are called K… or W…: "ksl.com", "wbtv.com".
_STATION = re.compile(r"^[kw][a-z]{2,3}(?:-?(?:tv|fm|am|radio|\d{1,2}))?\.(?:com|org)$")


@dataclass(frozen=True, slots=True)
class Home:
    """The countries and first-order divisions that an outlet mostly writes about."""

    countries: frozenset[str] = frozenset()
    divisions: frozenset[int] = frozenset()

    def holds(self, entry: Entry) -> bool:
        """Say whether a place lies in one of its divisions."""
        return entry.admin1_id is not None and entry.admin1_id in self.divisions


UNKNOWN = Home()


def home_of(
    url: str | None, source: str | None, title: str | None, gazetteer: Gazetteer
) -> Home:
    """Return where the outlet of a page with this address, name and title is at home."""
    address = urlsplit(url or "")
    host = (address.hostname or "").lower()
    if not host and source and _HOST.match(source):
        host = source.lower()
    countries, own = _home_of_host(host, gazetteer) if host else (set(), set())
    if countries and not countries & {"US", "CA"}:
        return Home(frozenset(countries), frozenset(own))
    states = {name for text in (title, source) for name in _states_of(text or "")}
    words = re.sub(r"[\W_]+", " ", unquote(address.path))
    states |= set(_spelled_out(words, re.IGNORECASE))
    if not countries:
        states -= {"Georgia"}  # a country, too
    divisions = {d for name in states for d in _divisions(name, gazetteer)}
    if states and not countries:
        countries = {"US"}
    return Home(frozenset(countries), frozenset(divisions | own))


# Where a language's pages are mostly from and of, as far as few countries share it.
_SPOKEN_IN = {
    "uk": frozenset({"UA"}),
    "ru": frozenset({"RU", "UA"}),
    "pl": frozenset({"PL"}),
    "it": frozenset({"IT"}),
    "de": frozenset({"DE", "AT", "CH"}),
}


def home_of_language(language: str) -> Home:
    """Return where a page is at home of which only the language is known."""
    return Home(_SPOKEN_IN.get(language, frozenset()))


def _states_of(text: str) -> Iterator[str]:
    """Yield the states that a title tells: "in Atlanta, TX", "Minnesota man"."""
    for match in _STATE_BEHIND.finditer(text):
        state = state_named(match.group(1))
        if state:
            yield state
    yield from _spelled_out(text)


def _spelled_out(text: str, flags: int = 0) -> Iterator[str]:
    """Yield the states named in full, longest first: "West Virginia" is no Virginia."""
    for name in sorted(STATE_NAMES, key=len, reverse=True):
        text, met = re.subn(rf"(?<!\w){name}(?!\w){_A_PAPER}", " ", text, flags=flags)
        if met:
            yield name


def _divisions(name: str, gazetteer: Gazetteer) -> set[int]:
    return {
        m.entry.geonameid
        for m in gazetteer.named(name)
        if m.entry.feature is Feature.ADMIN1 and m.entry.country in {"US", "CA"}
    }


@lru_cache(10_000)
def _home_of_host(host: str, gazetteer: Gazetteer) -> tuple[set[str], set[int]]:
    labels = host.removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        known = _homes().get(".".join(labels[first:]))
        if known:
            return {known[0]}, _divisions(known[1], gazetteer)
    for label in labels[:-1]:
        city = _city_in(label, gazetteer)
        if city and city.admin1_id:
            return {city.country}, {city.admin1_id}
    if _STATION.match(".".join(labels[-2:])):
        return {"US"}, set()
    ending = labels[-1]
    code = _CODES.get(ending, ending.upper() if len(ending) == 2 else "")
    return ({code}, set()) if code and ending not in _NOT_COUNTRIES else (set(), set())


@cache
def _homes() -> dict[str, tuple[str, str]]:
    table = files("rashomon") / "data" / "outlets.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {host: (country, division) for host, country, division in rows}


def _city_in(label: str, gazetteer: Gazetteer) -> Entry | None:
    """Return the large city whose name begins or ends a label ("orlandosentinel")."""
    for name in sorted(_names_in(label), key=len, reverse=True):
        found = [
            m.entry
            for m in gazetteer.named(name)
            if m.main and m.entry.feature is Feature.PLACE
        ]
        if found and found[0].population >= LARGE:
            return found[0]
    return None


def _names_in(label: str) -> Iterator[str]:
    """Yield the ways to read a label's beginning or end as a name of one or two words."""
    size = len(label)
    edges = {label[:k] for k in range(MIN_CITY_CHARS, size + 1)}
    edges |= {label[size - k :] for k in range(MIN_CITY_CHARS, size + 1)}
    for edge in edges:
        yield edge.replace("-", " ")
        for cut in range(3, len(edge) - 2):
            yield f"{edge[:cut]} {edge[cut:]}"
