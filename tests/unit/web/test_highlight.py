"""Pieces make up the text again, and every claim covers its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import OffsetMap, Span
from rashomon.model.ids import ClaimId, DocumentId
from rashomon.model.value import Count
from rashomon.web import highlight

TEXT = "Five people died, and two were hurt, Ana Dol said."


def _claim(start: int, length: int) -> Claim:
    return Claim(
        id=ClaimId(f"clm_{start}_{length}"),
        document_id=DocumentId("doc_a"),
        attribute=Attribute.KILLED,
        value=Count(5, 5),
        span=Span(start, start + length),
    )


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8))
def test_pieces_are_the_text_and_claims_cover_their_words(
    spans: list[tuple[int, int]],
) -> None:
    """However the claims overlap."""
    claims = list({s: _claim(*s) for s in spans}.values())
    made = highlight.pieces(TEXT, claims)
    assert "".join(piece.text for piece in made) == TEXT
    for claim in claims:
        covered = "".join(p.text for p in made if claim in p.claims)
        assert covered == claim.span.of(TEXT)
        assert sum(claim in p.begins for p in made) == 1


def test_a_character_that_turns_words_round_is_shown_as_a_mark() -> None:
    """The length stays, so that offsets stay true; lines stay lines."""
    assert highlight.harmless("a\u202eb\nc") == "a\ufffdb\nc"


def test_what_cleaning_left_out_is_told_from_what_it_kept() -> None:
    """By the offset map; one that does not fit is not believed."""
    kept = highlight.kept("MENU Hello you FOOT", "Hello you", OffsetMap(((0, 5, 9),)))
    assert [(k.text, k.kept) for k in kept] == [
        ("MENU ", False),
        ("Hello you", True),
        (" FOOT", False),
    ]
    wrong = highlight.kept("MENU Hello you", "Hello you", OffsetMap(((0, 2, 9),)))
    assert [(k.text, k.kept) for k in wrong] == [("MENU Hello you", True)]
