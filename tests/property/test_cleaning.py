"""The law of cleaning: every kept character is the raw text's own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean.documents import clean
from rashomon.clean.text import clean as clean_text
from rashomon.model.document import Document, Media, RawDocument
from rashomon.model.ids import DocumentId

_LINES = st.sampled_from(
    (
        "A drone hit a bakery in Verin, killing two people, police said.",
        "Read also: more", "  Mayor Ana Dol  ", "Реклама", "\u200bwords\u202e here\x07 ",
        "© 2024 Harbour Gazette", "", "\t", "Беспилотник упал на пекарню в Верине.",
    )
)  # fmt: skip
_ENDS = st.sampled_from(("\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\n\n"))
_WORDS = _LINES | st.text(
    alphabet=st.characters(exclude_categories=("Cs",)), max_size=40
)
RAW = st.lists(st.tuples(_WORDS, _ENDS), max_size=12).map(
    lambda lines: "".join(a + b for a, b in lines)
)


@given(RAW, st.integers(0, 5))
def test_every_mapped_character_is_the_raw_one(raw: str, start: int) -> None:
    """text[i] == raw[to_raw(i)], never before the start, always further on."""
    cleaned = clean_text(raw, min(start, len(raw)))
    last = min(start, len(raw)) - 1
    for i, character in enumerate(cleaned.text):
        at = cleaned.offsets.to_raw(i)
        if at is None:
            assert character == "\n"
            continue
        assert raw[at] == character
        assert at > last
        last = at


@settings(deadline=None)  # the first call loads the language model
@given(RAW, st.none() | st.sampled_from(("Strike in Verin", "Удар")), st.booleans())
def test_a_documents_offsets_lead_back(
    raw: str, title: str | None, stamped: bool
) -> None:
    """With a title in front and a stamp left out, too; only a title maps to nothing."""
    content = f" date 2024-05-06 {raw}" if stamped else raw
    found = clean(
        RawDocument(
            id=DocumentId("a"), content=content, media=Media.TEXT, raw=b"",
            raw_sha256="0", origin="a.txt", title=title,
        )
    )  # fmt: skip
    if not isinstance(found, Document):
        return
    front = f"{title}\n\n" if title else ""
    for i, character in enumerate(found.text):
        at = found.offsets.to_raw(i)
        if at is None:
            assert character == "\n" or i < len(front)
        else:
            assert content[at] == character


@given(RAW)
def test_cleaning_twice_changes_no_word(raw: str) -> None:
    """What is clean stays as it is, but for white space."""
    once = clean_text(raw, 0).text
    assert clean_text(once, 0).text.split() == once.split()
