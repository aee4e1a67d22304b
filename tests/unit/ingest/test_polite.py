"""A good guest: robots.txt is followed, hosts are not hurried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from rashomon.ingest.fetch import Answer, FetchOptions, Refused, Validators
from rashomon.ingest.polite import HOST_REST_S, MAX_HOST_DELAY_S, MAX_REST_S, Guest


def page(raw: bytes, url: str = "https://a.example/") -> Answer:
    """Return an answer with these bytes."""
    return Answer(
        raw=raw, kind="text/plain", charset=None, url=url, validators=Validators()
    )


@dataclass
class World:
    """A net of robots.txt files and a clock that moves when somebody sleeps."""

    robots: bytes | int | None = b""
    busy: dict[str, float | None] = field(default_factory=dict)
    now: float = 100.0
    asked: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def ask(
        self,
        url: str,
        options: FetchOptions,
        *,
        kinds: Sequence[str],
        known: Validators | None,
    ) -> Answer | Refused:
        """Answer anything but robots.txt with a page, unless that page is busy."""
        self.asked.append(url)
        no = Refused(stage="ingest", origin=url, message="no")
        if url in self.busy:
            wait = self.busy[url]
            return replace(no, status=429, later=True, retry_after_s=wait)
        if not url.endswith("/robots.txt"):
            return page(b"words", url)
        if self.robots is None:
            return replace(no, later=True)
        if isinstance(self.robots, int):
            return replace(no, status=self.robots, later=self.robots == 503)
        return page(self.robots, url)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds

    def guest(self) -> Guest:
        """Return a guest of this world."""
        return Guest(
            FetchOptions(), clock=lambda: self.now, sleep=self.sleep, ask=self.ask
        )


def test_one_host_is_asked_at_its_pace() -> None:
    """A wait before every page of a host; robots.txt is asked once."""
    world = World()
    guest = world.guest()
    for name in ("a", "b"):
        guest.get(f"https://a.example/{name}")
    assert world.asked == [
        "https://a.example/robots.txt",
        "https://a.example/a",
        "https://a.example/b",
    ]
    assert world.slept == [2.0, 2.0]


def test_another_host_need_not_wait() -> None:
    """Each has its own pace."""
    world = World()
    guest = world.guest()
    guest.get("https://a.example/a")
    slept = len(world.slept)
    world.now += 60
    guest.get("https://b.example/b")
    assert len(world.slept) == slept + 1  # its own robots.txt just before


def test_a_host_that_wants_more_time_gets_it() -> None:
    """Up to what would hold up all others."""
    world = World(robots=b"User-agent: *\nCrawl-delay: 7\n")
    world.guest().get("https://a.example/a")
    assert world.slept == [7.0]
    slow = World(robots=b"User-agent: *\nCrawl-delay: 9000\n")
    slow.guest().get("https://a.example/a")
    assert slow.slept == [MAX_HOST_DELAY_S]


@pytest.mark.parametrize("pace", ["9" * 400, "9" * 5_000, "²", "%C2%B2", "1/²", "-1"])
@pytest.mark.parametrize("field", ["Crawl-delay", "Request-rate"])
def test_a_pace_that_is_no_number_is_none(pace: str, field: str) -> None:
    """The other rules hold, and the host is asked at our own pace."""
    rules = f"User-agent: *\n{field}: {pace}\nDisallow: /in/\n"
    guest = World(robots=rules.encode()).guest()
    assert isinstance(guest.get("https://a.example/in/page"), Refused)
    assert isinstance(guest.get("https://a.example/page"), Answer)


@pytest.mark.parametrize("host", ["a%5B", "%E2%84%80.example"])
def test_a_host_that_unquotes_to_none_is_not_asked(host: str) -> None:
    """The standard reader of rules unquotes the whole address, and would break."""
    assert isinstance(World().guest().get(f"https://{host}/page"), Refused)


@pytest.mark.parametrize(
    "robots",
    [
        b"User-agent: *\nDisallow: /in/",
        b"User-agent: rashomon\nDisallow: /",
        503,
        500,
        None,
    ],
)
def test_what_a_host_forbids_is_not_asked(robots: bytes | int | None) -> None:
    """For all, for us by name, or because its server is ill (RFC 9309)."""
    world = World(robots=robots)
    got = world.guest().get("https://a.example/in/page")
    assert isinstance(got, Refused)
    assert "robots.txt" in got.message
    assert world.asked == ["https://a.example/robots.txt"]


def test_no_robots_file_allows_all() -> None:
    """404 is an answer, too."""
    assert isinstance(World(robots=404).guest().get("https://a.example/x"), Answer)


def test_rules_are_kept_for_a_day() -> None:
    """Then a host is asked for them again."""
    world = World()
    guest = world.guest()
    for hours in (0, 23, 2):
        world.now += hours * 3600
        guest.get("https://a.example/x")
    assert world.asked.count("https://a.example/robots.txt") == 2


@pytest.mark.parametrize(("said", "rest"), [(7.0, 7.0), (None, HOST_REST_S)])
def test_a_busy_host_is_left_alone(said: float | None, rest: float) -> None:
    """As long as it asks, or for a while; then it is asked again."""
    world = World(busy={"https://a.example/x": said})
    guest = world.guest()
    guest.get("https://a.example/x")
    assert guest.rests_s("https://a.example/y") == rest
    asked = len(world.asked)
    got = guest.get("https://a.example/y")
    assert isinstance(got, Refused)
    assert got.later
    assert len(world.asked) == asked
    assert isinstance(guest.get("https://b.example/y"), Answer)
    world.now += rest
    assert isinstance(guest.get("https://a.example/y"), Answer)


def test_nobody_is_left_alone_for_ever() -> None:
    """Whatever a server asks for, it is asked again within a day."""
    world = World(busy={"https://a.example/x": 1e12})
    guest = world.guest()
    guest.get("https://a.example/x")
    assert guest.rests_s("https://a.example/x") == MAX_REST_S


def test_a_host_without_rules_because_it_is_ill_is_asked_later() -> None:
    """Nothing is held against its pages: that they may not be read nobody said."""
    got = World(robots=503).guest().get("https://a.example/x")
    assert isinstance(got, Refused)
    assert got.later
    forbidden = World(robots=b"User-agent: *\nDisallow: /").guest()
    refused = forbidden.get("https://a.example/x")
    assert isinstance(refused, Refused)
    assert not refused.later
