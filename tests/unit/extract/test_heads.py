"""What the trained heads read in a text."""

from __future__ import annotations

from rashomon.extract import heads
from rashomon.extract.reading import Reading, read
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId

REPORT = (
    "Gunmen of the Red Dawn Front shot dead Judge Alma Quiroga in Monte Verde on "
    "Monday. A bomb exploded outside the state bank an hour later. The town has a "
    "market and two schools."
)


def read_text(text: str, language: str = "en") -> Reading:
    """Read a text."""
    return read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language=language,
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )


def test_every_sentence_has_a_chance_for_every_kind() -> None:
    """One row a sentence, each chance between 0 and 1."""
    reading = read_text(REPORT)
    seen = heads.read(reading)
    assert len(seen.types) == len(reading.sentences())
    for row in seen.types:
        assert {"attack", "bombing", "kidnapping", "arson"} <= set(row)
        assert all(0.0 <= chance <= 1.0 for chance in row.values())


def test_a_sentence_of_a_deed_is_surer_than_one_of_a_town() -> None:
    """Shots are an attack, a bomb is a bombing, a market is nothing."""
    shots, bomb, town = heads.read(read_text(REPORT)).types
    assert shots["attack"] > town["attack"]
    assert bomb["bombing"] > town["bombing"]


def test_roles_lie_in_the_text_in_order() -> None:
    """A role's span is within its sentence, its score a probability."""
    reading = read_text(REPORT)
    roles = heads.read(reading).roles
    assert roles
    for role in roles:
        assert any(s.contains(role.span) for s in reading.sentences())
        assert 0.0 <= role.score <= 1.0
        assert role.span.of(reading.text).strip()


def test_reading_twice_gives_the_same() -> None:
    """The heads are deterministic."""
    assert heads.read(read_text(REPORT)) == heads.read(read_text(REPORT))


def test_a_language_that_they_were_not_trained_on_is_not_read() -> None:
    """The heads read English only."""
    assert heads.read(read_text("Взрыв прогремел ночью.", "ru")) == heads.NOTHING_SEEN


def test_a_text_without_a_sentence_gives_nothing() -> None:
    """White space has no roles and no types."""
    seen = heads.read(read_text(" \n "))
    assert seen.roles == ()
    assert seen.types == ()


def test_a_sentence_longer_than_a_window_is_cut_not_lost() -> None:
    """Every sentence has its row, and the end of the text is not a crash."""
    reading = read_text("a bomb exploded and " * 400 + "nobody was hurt.")
    assert len(heads.read(reading).types) == len(reading.sentences())


def test_what_lies_beyond_the_limit_is_left_unread() -> None:
    """A very long text has empty rows at its end, so it takes no longer."""
    reading = read_text("A bomb exploded in the market of the town. " * 700)
    types = heads.read(reading).types
    assert len(types) == len(reading.sentences())
    assert types[0]
    assert not types[-1]


def test_a_byline_tells_nothing() -> None:
    """The heads are sure of what they never saw; so it is not read."""
    text = f"Kyiv - NNU\n\nBy News Desk\n\n{REPORT}"
    reading = read_text(text)
    seen = heads.read(reading)
    brief = [
        chances
        for sentence, chances in zip(reading.sentences(), seen.types, strict=True)
        if sentence.end < text.index("Gunmen")
    ]
    assert brief
    assert not any(brief)
    assert all(role.span.start >= text.index("Gunmen") for role in seen.roles)


def test_the_new_heads_say_where_when_and_how_many() -> None:
    """Facts lie in the text; a sentence of the report's own incident is held for one."""
    text = (
        "Two people were killed when a lorry hit a bus in Alton on Monday evening,"
        " police said. The council will debate its budget in June."
    )
    reading = read_text(text)
    seen = heads.read(reading)
    found = {(f.name, f.span.of(text)) for f in seen.facts}
    assert ("place", "Alton") in found
    assert any(name == "time" and "Monday" in words for name, words in found)
    crash, budget = seen.types
    assert crash["told"] > 0.8
    assert budget["told"] < 0.2
    assert crash["main"] > budget["main"]


def test_a_text_in_capitals_has_a_reader_of_its_own() -> None:
    """It knows roles and six kinds of deed, and nothing of places and times."""
    reading = read_text(f"{REPORT} {REPORT}".upper())
    assert heads.manner(reading) == "_capitals"
    assert heads.manner(read_text(REPORT)) == ""
    seen = heads.read(reading)
    assert seen.roles
    assert not seen.facts
    assert all("told" not in chances for chances in seen.types)
