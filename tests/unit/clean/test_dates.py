"""When a document was published: the strongest word wins, the impossible is ignored."""

from __future__ import annotations

import pytest

from rashomon.clean.dates import Hints, _valid, published, strip_stamp
from rashomon.model.document import DateBasis, Media, Published, RawDocument
from rashomon.model.ids import DocumentId

BODY = "A drone hit a bakery in Verin, and two people were killed, police said."


def _raw(
    *, given: str | None = None, retrieved: str | None = None, url: str | None = None
) -> RawDocument:
    return RawDocument(
        id=DocumentId("a"), content=BODY, media=Media.TEXT, raw=b"", raw_sha256="0",
        origin="a.txt", url=url, published=given, retrieved=retrieved,
    )  # fmt: skip


def test_the_strongest_basis_wins() -> None:
    """Given, then metadata, then the text, then the stamp, then nothing."""
    text = f"5 May 2024\n{BODY}"
    full = Hints(metadata="2024-05-04", stamp="2024-05-06")
    stamp = Hints(stamp="2024-05-06")
    found = [
        published(_raw(given="2024-05-03"), text, full),
        published(_raw(), text, full),
        published(_raw(), text, stamp),
        published(_raw(), BODY, stamp),
        published(_raw(), BODY, Hints()),
    ]
    assert found == [
        Published("2024-05-03", DateBasis.GIVEN),
        Published("2024-05-04", DateBasis.METADATA),
        Published("2024-05-05", DateBasis.TEXT),
        Published("2024-05-06", DateBasis.STAMP),
        Published(None, DateBasis.UNKNOWN),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://wire.example/2024/05/04/a",
        "https://wire.example/a-20240504.html",
        "https://wire.example/4-May-2024/a",
        "https://wire.example/news/a-05042024101500.html",
        "https://wire.example/a-1714824000.html",
    ],
)
def test_an_address_may_hold_the_day(url: str) -> None:
    """It counts as the page's own metadata."""
    told = published(_raw(url=url), BODY, Hints())
    assert told == Published("2024-05-04", DateBasis.METADATA)


@pytest.mark.parametrize(
    "given",
    ["2024-13-01", "2024-02-30", "0001-01-01", "9999-12-31", "soon", "", "2024"],
)
def test_an_impossible_date_is_ignored(given: str) -> None:
    """The next best basis is asked."""
    told = published(_raw(given=given), BODY, Hints(metadata="2024-05-04"))
    assert told.basis is DateBasis.METADATA


def test_a_given_date_after_it_was_retrieved_is_not_trusted() -> None:
    """Nothing is published after it was seen; time zones are allowed for."""
    late = _raw(given="2024-06-01", retrieved="2024-05-06")
    assert published(late, BODY, Hints()) == Published()
    zone = _raw(given="2024-05-07T01:00:00", retrieved="2024-05-06")
    assert published(zone, BODY, Hints()).basis is DateBasis.GIVEN


def test_the_day_of_printing_is_no_date_line() -> None:
    """The line that follows is; where none follows it is as weak as a stamp."""
    head = "Today : Oct 31, 2025\nWorld\n"
    told = published(_raw(), f"{head}17 August 2024\n{BODY}", Hints())
    assert told == Published("2024-08-17", DateBasis.TEXT)
    alone = published(_raw(), head + BODY, Hints())
    assert alone == Published("2025-10-31", DateBasis.STAMP)


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2024", "May 5, 2024", "05.05.2024", "2024-05-05", "5 мая 2024",
        "5 травня 2024", "5. Mai 2024", "Published: 5 May 2024, 14:20",
        "Stand: 5. Mai 2024", "Updated on May 5th, 2024 by Ana Dol", "Опубликовано 5 мая 2024 года",
    ],
)  # fmt: skip
def test_a_date_line_is_read(line: str) -> None:
    """In the ways and languages that outlets write it."""
    told = published(_raw(), f"{line}\n{BODY}", Hints())
    assert told == Published("2024-05-05", DateBasis.TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "The candidate had said on 5 May 2020 that the town would be safe from drones, and it was not.",
        "The stand-off of 5 May 2020 was on the minds of many in the town of Verin that night, it is said.",
        "It was on 5 May 2020 that a bomb killed three.",
    ],
)
def test_a_date_in_a_sentence_is_the_storys(line: str) -> None:
    """Not the page's, even where a word has a label's letters in it."""
    assert published(_raw(), f"{line}\n{BODY}", Hints()) == Published()


def test_a_stamp_is_taken_off_the_head() -> None:
    """With the outlet's name before it; a day that is none is taken off and not used."""
    text = " date 2024-05-06 A drone hit."
    head = strip_stamp(text)
    assert (text[head.text_start :], head.stamp) == ("A drone hit.", "2024-05-06")
    assert strip_stamp("Harbour Wire date 2024-05-06 A drone.").stamp == "2024-05-06"
    odd = " date 2024-13-45 A drone hit."
    head = strip_stamp(odd)
    assert (odd[head.text_start :], head.stamp) == ("A drone hit.", None)


def test_prose_is_not_taken_for_a_stamp() -> None:
    """A sentence may speak of a date."""
    assert strip_stamp("The election date 2024-05-06 was set.").text_start == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2023-09-01T15:20:00Z", "2023-09-01T15:20:00Z"),
        ("2023-09-01", "2023-09-01"),
        ("2023-09-01 15:20", "2023-09-01T15:20"),
        ("2023-09-01T15:20:00+0300", "2023-09-01T15:20:00+0300"),
        ("2023-09-01T15:20:00.123456789Z", "2023-09-01T15:20:00.123456789Z"),
        ("20230901", "2023-09-01"),
        ("20230901T152000Z", "2023-09-01T15:20:00+00:00"),
        ("2023-W35-5", "2023-09-01"),
        ("2023-09-01T24:00:00", "2023-09-01"),
        ("2023-09-01 15:20:00 +0300", "2023-09-01T15:20:00+03:00"),
        ("2023-09-01T15:20 in Verin", "2023-09-01"),
        (" 2023-09-01 ", "2023-09-01"),
        ("2023-09", None),
    ],
)
def test_odd_but_valid_iso_is_understood(given: str, kept: str | None) -> None:
    """What is kept begins with the day, as everything downstream relies on."""
    assert _valid(given) == kept


def test_a_moved_page_keeps_the_day_it_prints() -> None:
    """ "Posted" long before the known date is believed: sites date moved pages anew."""
    raw = _raw(given="2017-01-28")
    text = "Fire in Velm Posted: Saturday, August 9, 2014 5:14 AM\n\nA depot burned."
    moved = Published("2014-08-09", DateBasis.TEXT, rival="2017-01-28")
    assert published(raw, text, Hints()) == moved
    near = text.replace("August 9, 2014", "January 27, 2017")
    assert published(raw, near, Hints()).basis is DateBasis.GIVEN


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 апреля, 09:15 · 8 откликов", None),
        ("Our desk 16:40 March 07, 2025 Wires", "2025-03-07"),
        ("2023.12.04", "2023-12-04"),
        ("Ana Dol, 27/11/20 21:06", "2020-11-27"),
        ("Ana Dol | 07.27.25 | 21:40", "2025-07-27"),
        ("3 Dez 2020", "2020-12-03"),
    ],
)
def test_a_clock_is_no_part_of_a_date(line: str, day: str | None) -> None:
    """Nor its hour a year, nor its minutes a day; short ways to write a date are read."""
    assert published(_raw(), f"{line}\n{BODY}", Hints()).value == day


def test_a_caption_is_not_the_pages_day_where_a_line_is() -> None:
    """ "Smoke over the port on May 4" says when the picture was taken."""
    caption = "FILE - Smoke over the port of Verin early on May 4, 2025. / Wire"
    text = f"{caption}\nMay 5, 2025\n\n{BODY}"
    assert published(_raw(), text, Hints()).value == "2025-05-05"
    alone = published(_raw(), f"{caption}\n\n{BODY}", Hints())
    assert alone == Published("2025-05-04", DateBasis.STAMP)


def test_the_readers_day_at_the_head_gives_way_to_an_earlier_line() -> None:
    """A site prints today at its head, and the article's day below the headline."""
    text = f"Sunday, November 17, 2024\nTwo killed\nBy Ana Dol\nMay 5, 2024\n{BODY}"
    assert published(_raw(), text, Hints()).value == "2024-05-05"
    text = f"Sunday, May 5, 2024\nTwo killed\nUpdated: May 6, 2024\n{BODY}"
    assert published(_raw(), text, Hints()).value == "2024-05-05"


def test_a_number_of_the_headline_is_no_day_of_the_address() -> None:
    """ "/2024/05/14-children" begins a headline; "/2024/05/14/children" tells the day."""
    address = "https://wire.example/2024/05/14{}children-hurt"
    known = published(_raw(url=address.format("/")), BODY, Hints())
    assert known.value == "2024-05-14"
    assert published(_raw(url=address.format("-")), BODY, Hints()).value is None
