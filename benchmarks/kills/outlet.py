"""Invented reports: a folder of them, and an outlet of this machine that serves some."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REPORTS = 40
STORIES = 6
TOWNS = ("Verin", "Halden", "Tartu", "Kelso", "Brno", "Lublin", "Ostrava", "Arbat")
PLACES = ("bakery", "depot", "school", "bridge", "harbour", "bank", "market")
# Told in other words, or all would be copies of one report.
TOLD = (
    "A drone hit a {place} in {town} on {day} March 2024, killing {killed} people and"
    " injuring {injured}, the mayor's office said.",
    "Shells fell on a {place} in {town} on {day} March 2024. Police said that {killed}"
    " people died and that {injured} more were taken to hospital with wounds.",
    "Gunmen opened fire near a {place} in {town} on {day} March 2024; {killed} people"
    " were killed, the regional governor wrote, and {injured} others were wounded.",
    "At least {killed} people were killed and {injured} wounded when a bomb exploded at"
    " a {place} in {town} on {day} March 2024, according to the fire brigade.",
)
ENDS = (
    "Report number {number} counts {windows} broken windows along the street.",
    "Our correspondent, on duty for the {number}th day, saw {windows} people waiting.",
    "The road was closed for {windows} hours, and bus {number} took another way.",
)


def report(number: int) -> str:
    """Return one of many invented reports."""
    place, town = PLACES[number % len(PLACES)], TOWNS[number % len(TOWNS)]
    told = f"{TOLD[number % len(TOLD)]} {ENDS[number % len(ENDS)]}".format(
        place=place,
        town=town,
        day=number % 28 + 1,
        killed=number % 5 + 2,
        injured=number % 7 + 3,
        number=number,
        windows=number + 11,
    )
    return f"Attack on {place} in {town}\n\n{told}\n"


def write_pile(folder: Path, reports: int = REPORTS) -> Path:
    """Write so many reports into a folder; return it."""
    folder.mkdir()
    for number in range(reports):
        (folder / f"{number:03}.txt").write_text(report(number), encoding="utf-8")
    return folder


class _Outlet(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Serve the feed, or a story by its number."""
        if self.path == "/feed":
            items = "".join(
                f"<item><link>/{n}</link><pubDate>Mon, 01 Apr 2024 08:00:00 GMT</pubDate>"
                "</item>"
                for n in range(STORIES)
            )
            self._say(f"<rss><channel><title>Gazette</title>{items}</channel></rss>")
        elif self.path[1:].isdecimal():
            title, _, body = report(int(self.path[1:])).partition("\n\n")
            more = "Streets were closed and schools stayed empty for the whole day."
            self._say(
                f"<html><body><article><h1>{title}</h1><p>{body}</p><p>{more}</p>"
                "</article></body></html>"
            )
        else:
            self.send_error(404)

    def _say(self, text: str) -> None:
        raw = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if "<html" in text else "text/xml")
        self.send_header("Content-Length", str(len(raw)))
        with contextlib.suppress(OSError):  # who asked was killed
            self.end_headers()
            self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextlib.contextmanager
def outlet() -> Iterator[str]:
    """Serve the feed on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outlet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/feed"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
