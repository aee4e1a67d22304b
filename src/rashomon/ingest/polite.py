"""Asks many addresses as a good guest: robots.txt, one host at a time, back-off.

RFC 9309 (robots.txt) is followed as ``urllib.robotparser`` reads it: where the rules
cannot be had because the server is ill nothing is allowed, where there are none all is.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.ingest.archive import ROBOTS
from rashomon.ingest.fetch import (
    PAGES,
    USER_AGENT,
    Answer,
    FetchOptions,
    Refused,
    Validators,
    ask,
    keep,
    refused,
)

# Between two pages of one host, where its robots.txt asks for no more.
HOST_DELAY_S = 2.0
# A host that asks for more than this between pages would hold up all others.
MAX_HOST_DELAY_S = 30.0
SERVER_FAULT = 500
# RFC 9309 lets rules be kept for a day.
KEEP_RULES_S = 86_400.0
# A host that did not answer, or was too busy, is left alone for so long unless it says.
HOST_REST_S = 900.0
MAX_REST_S = 86_400.0
# Of a name and version of ours, robots.txt files know the name.
_AGENT = USER_AGENT.partition("/")[0]
_FORBIDDEN = "its host's robots.txt asks not to be read there"
_ILL = "its host's robots.txt cannot be had, so it is left alone for a while"
# What the standard reader takes for numbers, such as "²" and 5,000 digits, may be none.
_PACE = re.compile(r"\s*(crawl-delay|request-rate)\s*:(.*)", re.IGNORECASE)
_SOUND_PACE = re.compile(r"\s*\d{1,9}(/\d{1,9})?\s*(#.*)?", re.ASCII)

Ask = Callable[..., Answer | Refused]


@dataclass(slots=True)
class Guest:
    """Remembers when each host was last asked, what it allows, and who wants rest."""

    options: FetchOptions
    host_delay_s: float = HOST_DELAY_S
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    ask: Ask = ask
    _robots: dict[str, tuple[RobotFileParser, float]] = field(default_factory=dict)
    _asked_at: dict[str, float] = field(default_factory=dict)
    _rests_until: dict[str, float] = field(default_factory=dict)

    def get(
        self,
        url: str,
        *,
        kinds: Sequence[str] = PAGES,
        known: Validators | None = None,
    ) -> Answer | Refused:
        """Ask an address in its host's own time, unless its robots.txt forbids it."""
        host = host_of(url)
        if self.rests_s(url):
            return refused(url, "its host is left alone for a while", later=True)
        if host and not _allowed(self._rules(url, host), url):
            # Of a server that is ill nothing is known of what it allows.
            ill = self.rests_s(url) > 0
            return refused(url, _ILL if ill else _FORBIDDEN, later=ill)
        self._wait(host)
        got = self.ask(url, self.options, kinds=kinds, known=known)
        if isinstance(got, Refused) and got.later:
            self._leave_alone(host, got)
        return got

    def rests_s(self, url: str) -> float:
        """Return for how much longer an address's host is left alone, 0 where it is not."""
        until = self._rests_until.get(host_of(url), float("-inf"))
        return max(0.0, until - self.clock())

    def _leave_alone(self, host: str, got: Refused) -> None:
        wait = HOST_REST_S if got.retry_after_s is None else got.retry_after_s
        self._rests_until[host] = self.clock() + min(MAX_REST_S, wait)

    def _rules(self, url: str, host: str) -> RobotFileParser:
        held = self._robots.get(host)
        if held is None or held[1] <= self.clock():
            self._robots[host] = held = self._asked_rules(url, host)
        return held[0]

    def _asked_rules(self, url: str, host: str) -> tuple[RobotFileParser, float]:
        """Ask a host for its rules; return them and until when they hold."""
        address = f"{urlsplit(url).scheme}://{host}/robots.txt"
        rules, keep_s = RobotFileParser(address), KEEP_RULES_S
        found = self.ask(address, self.options, kinds=("text/",), known=None)
        self._asked_at[host] = self.clock()
        if isinstance(found, Answer):
            keep(found, self.options, purpose=ROBOTS)
            text = (found.raw or b"").decode("utf-8", errors="replace")
            rules.parse([_readable(line) for line in text.splitlines()])
        elif found.later or (found.status or 0) >= SERVER_FAULT:
            rules.parse(["User-agent: *", "Disallow: /"])
            self._leave_alone(host, found)
            keep_s = self.rests_s(url)
        else:
            rules.parse([])
        return rules, self.clock() + keep_s

    def _wait(self, host: str) -> None:
        held = self._robots.get(host)
        asked = held[0].crawl_delay(_AGENT) if held else None
        delay = min(MAX_HOST_DELAY_S, max(self.host_delay_s, float(asked or 0)))
        passed = self.clock() - self._asked_at.get(host, float("-inf"))
        if passed < delay:
            self.sleep(delay - passed)
        self._asked_at[host] = self.clock()


def _readable(line: str) -> str:
    """Return a line of a robots.txt, its number left out where it is none."""
    pace = _PACE.match(line)
    if pace is None or _SOUND_PACE.fullmatch(pace[2]):
        return line
    return f"{pace[1]}: none"


def _allowed(rules: RobotFileParser, url: str) -> bool:
    """Say whether a host's rules allow an address; one that cannot be read is not."""
    try:
        return rules.can_fetch(_AGENT, url)
    except ValueError:  # it unquotes the host, and finds no address there
        return False


def host_of(url: str) -> str:
    """Return the host and port of an address, nothing where it has none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
