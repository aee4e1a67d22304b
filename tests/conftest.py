"""What every test may use: where the labelled sets are, and skipping where they are not."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import (
    DateBasis,
    Document,
    Media,
    Published,
    RawDocument,
    Span,
)
from rashomon.model.ids import AccountId, ClaimId, DocumentId
from rashomon.model.outcome import Failure, Skipped, SkipReason
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    Value,
    When,
    Where,
)
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import open_store

# CI judges a change by the same examples each time; at a desk every run tries new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no message be wrapped, however long the path of a folder made for a test is."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def shared() -> Path:
    """Return the folder of labelled sets beside the project; skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the labelled sets are not beside this checkout")
    return SHARED


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)><svg onload=alert(3)>'

_DAY = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
_VERIN = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", "Lazio", 99)
_ORSK = Where("Orsk", GeoPrecision.REGION, Point(51.2, 58.6), "RU", None, 98)

# Invented reports: id, outlet, published, place, day, killed, speaker, its words.
_TOLD = (
    ("gazette", "Harbour Gazette", "2024-05-02T08:00:00", _VERIN, _DAY, 5, "Ana Dol",
     "A drone hit a bakery in Verin on 1 May. Five people were killed, Ana Dol said."),
    ("herald", "Northern Herald", "2024-05-02T18:00:00", _VERIN, _DAY, 7, "Ivo Karr",
     "A drone struck a bakery in Verin on 1 May. Seven people died, Ivo Karr said."),
    ("orsk", "Steppe Courier", "2024-06-03", _ORSK, None, 2, "Lev Ort",
     "Shells fell near Orsk. Two people were killed, Lev Ort said."),
    ("hostile", HOSTILE, "2024-06-04", _ORSK, None, 2, "Lev Ort",
     f"Shells fell on Orsk {HOSTILE}. Two people died, Lev Ort said, javascript:alert(4)."),
)  # fmt: skip


def _claim(
    text: str, document: str, attribute: Attribute, value: Value, quote: str, who: str
) -> Claim:
    start, at = text.index(quote), text.index(who)
    told = attribute is Attribute.KILLED
    return Claim(
        id=ClaimId(f"clm_{document}_{attribute.value}"),
        document_id=DocumentId(document),
        attribute=attribute,
        value=value,
        span=Span(start, start + len(quote)),
        speaker=Speaker(who, Span(at, at + len(who))) if told else None,
        stance=Stance.ASSERTS,
    )


def _raw(name: str, content: str) -> RawDocument:
    return RawDocument(
        id=DocumentId(name),
        content=content,
        media=Media.TEXT,
        raw=content.encode(),
        raw_sha256=hashlib.sha256(content.encode()).hexdigest(),
        origin=f"pile/{name}.txt",
    )


def _reading(told: tuple[str, str, str, Where, When | None, int, str, str]) -> DocumentReading:  # fmt: skip
    name, outlet, published, place, day, killed, who, text = told
    raw = _raw(name, text)
    words = next(w for w in text.split(". ")[1].split(", ") if "people" in w)
    claims = [
        _claim(text, name, Attribute.PLACE, place, place.name, who),
        _claim(text, name, Attribute.KILLED, Count(killed, killed), words, who),
    ]
    if day is not None:
        claims.append(_claim(text, name, Attribute.DATE, day, "1 May", who))
    document = Document(
        id=raw.id,
        text=text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        source=outlet,
        title=HOSTILE if name == "hostile" else text.split(".")[0],
        url="javascript:alert(5)" if name == "hostile" else f"https://e.example/{name}",
        published=Published(published, DateBasis.GIVEN),
        language="en",
    )
    account = Account(
        id=AccountId(f"acc_{name}"),
        document_id=raw.id,
        type=IncidentType.DRONE_STRIKE if place is _VERIN else IncidentType.SHELLING,
        prominence=Prominence.MAIN,
        span=Span(0, text.index(". ") + 1),
        claims=tuple(claims),
    )
    return DocumentReading(raw=raw, outcome=document, accounts=(account,))


@pytest.fixture
def told_database(tmp_path: Path) -> Path:
    """Return a database of four invented reports, one of them hostile, concluded from.

    One more document was left out, and one failed.
    """
    path = tmp_path / "told.db"
    short = _raw("short", "Log in.")
    skipped = Skipped(
        document_id=short.id, origin=short.origin, reason=SkipReason.TOO_SHORT
    )
    broken = _raw("broken", "Nothing of this could be read.")
    failed = Failure(
        stage="clean", origin=broken.origin, message="it broke", document_id=broken.id
    )
    with open_store(path) as store:
        store.add_readings([_reading(told) for told in _TOLD], "by hand")
        store.add_readings([DocumentReading(raw=short, outcome=skipped)], "by hand")
        store.add_readings([DocumentReading(raw=broken, outcome=failed)], "by hand")
        conclude(store, Silent())
        store.add_run(
            {
                "started_at": "2024-06-05T08:00:00",
                "finished_at": "2024-06-05T08:00:01",
                "readers": "by hand",
                "inputs": ["pile"],
                "report": {"documents_read": 4, "documents_failed": 1},
            },
            [failed],
        )
    return path


def _programs_of_postgresql() -> Path:
    """Return the folder of PostgreSQL's programs; skip where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        found.insert(0, Path(on_path).parent)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    pytest.skip("PostgreSQL is not installed here (apt-get install postgresql)")


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _answers(url: str, server: subprocess.Popen[bytes]) -> bool:
    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if server.poll() is not None:
                return False
            time.sleep(0.05)
        else:
            return True
    return False


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL of the tests' own and return its address, without a database.

    Its locale is English and its order of letters ICU's: not what a file has. A role of
    the name "guarded" is asked for a password, any other is not.
    """
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")
    programs = _programs_of_postgresql()
    # The server will not run as root, and its own user cannot enter pytest's folders.
    user = "nobody" if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as made:
        if user:
            shutil.chown(made, user)
        letters = "-E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en"
        subprocess.run(
            [
                programs / "initdb",
                *("-D", f"{made}/data", "-U", "ada", "-A", "trust", "--no-sync"),
                *letters.split(),
            ],
            user=user,
            check=True,
            capture_output=True,
        )
        rules = Path(made, "data", "pg_hba.conf")
        asked = "host all guarded 127.0.0.1/32 scram-sha-256\n"
        rules.write_text(asked + rules.read_text("utf-8"), "utf-8")
        port = _free_port()
        settings = {
            "port": port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": made,
            "fsync": "off",
        }
        said = [f"--{name}={value}" for name, value in settings.items()]
        with subprocess.Popen(
            [programs / "postgres", "-D", f"{made}/data", *said],
            user=user,
            stderr=subprocess.DEVNULL,
        ) as server:
            address = f"postgresql://ada@127.0.0.1:{port}"
            try:
                assert _answers(f"{address}/postgres", server), "it does not start"
                yield address
            finally:
                server.send_signal(signal.SIGQUIT)  # its files go, too


@pytest.fixture(scope="session")
def new_database(postgresql: str) -> Callable[..., str]:
    """Return a function that makes an empty database and returns its address."""
    import psycopg

    numbers = count(1)

    def make(options: str = "") -> str:
        name = f"team_{next(numbers)}"
        with psycopg.connect(f"{postgresql}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} {options}".encode())
        return f"{postgresql}/{name}"

    return make
