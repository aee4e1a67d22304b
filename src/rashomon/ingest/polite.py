"""Asks many addresses as a good guest: robots.txt, one host at a time, back-off.

RFC 9309 (robots.txt) is followed as ``urllib.robotparser`` reads it: what cannot be had
because of the server's own fault is not allowed, a file that is not there allows all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.ingest.fetch import (
    PAGES,
    USER_AGENT,
    Answer,
    FetchOptions,
    Refused,
    Validators,
    ask,
)

# Between two pages of one host, where its robots.txt asks for no more.
HOST_DELAY_S = 2.0
# A host that asks for more than this between pages would hold up all others.
MAX_HOST_DELAY_S = 30.0
SERVER_FAULT = 500
# Of a name and version of ours, robots.txt files know the name.
_AGENT = USER_AGENT.partition("/")[0]

Ask = Callable[..., Answer | Refused]


@dataclass(slots=True)
class Guest:
    """Remembers, for one poll, when each host was last asked and what it allows."""

    options: FetchOptions
    host_delay_s: float = HOST_DELAY_S
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    ask: Ask = ask
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked_at: dict[str, float] = field(default_factory=dict)

    def get(
        self,
        url: str,
        *,
        kinds: Sequence[str] = PAGES,
        known: Validators | None = None,
    ) -> Answer | Refused:
        """Ask an address in its host's own time, unless its robots.txt forbids it."""
        try:
            host = urlsplit(url).netloc.lower()
        except ValueError:
            host = ""
        if host and not self._rules(url, host).can_fetch(_AGENT, url):
            return Refused(
                stage="ingest",
                origin=url,
                message=f"{url}: its host's robots.txt asks not to be read there",
            )
        self._wait(host)
        return self.ask(url, self.options, kinds=kinds, known=known)

    def _rules(self, url: str, host: str) -> RobotFileParser:
        if host not in self._robots:
            address = f"{urlsplit(url).scheme}://{host}/robots.txt"
            rules = RobotFileParser(address)
            found = self.ask(address, self.options, kinds=("text/",), known=None)
            self._asked_at[host] = self.clock()
            if isinstance(found, Answer):
                text = (found.raw or b"").decode("utf-8", errors="replace")
                rules.parse(text.splitlines())
            elif found.status is not None and found.status >= SERVER_FAULT:
                rules.parse(["User-agent: *", "Disallow: /"])
            else:
                rules.parse([])
            self._robots[host] = rules
        return self._robots[host]

    def _wait(self, host: str) -> None:
        rules = self._robots.get(host)
        asked = rules.crawl_delay(_AGENT) if rules else None
        delay = min(MAX_HOST_DELAY_S, max(self.host_delay_s, float(asked or 0)))
        passed = self.clock() - self._asked_at.get(host, float("-inf"))
        if passed < delay:
            self.sleep(delay - passed)
        self._asked_at[host] = self.clock()
