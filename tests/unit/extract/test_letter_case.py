"""Texts in capitals, put back into small letters."""

from __future__ import annotations

import pytest

from rashomon.extract import letter_case
from rashomon.extract.reading import Reading, read
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId

KNOWN = frozenset("the guerrillas attacked a farm said general today in of".split())

REPORT = (
    "MONTE VERDE, 4 FEB 90 (VOZ) -- [TEXT] THE ARMY DENIED TODAY THAT GUERRILLAS\n"
    "ATTACKED THE LOS PINOS FARM BY NIGHT.  GENERAL BRAVO QUIROGA SAID THAT A GUARD\n"
    "WAS WOUNDED BY THE REBELS OF THE [XMLN] WHO FLED INTO THE HILLS.\n\n"
    "THE FARM BELONGS TO A SENATOR. NOBODY HAS CLAIMED THE ATTACK SO FAR.\n"
)


def knows(word: str) -> bool:
    """Know a handful of words."""
    return word in KNOWN


def read_text(text: str) -> Reading:
    """Read an English text."""
    return read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("1990-02-04", DateBasis.GIVEN),
        )
    )


def test_only_a_long_text_in_capitals_is_shouted() -> None:
    """A headline in capitals is none; a whole report is."""
    assert letter_case.is_shouted(REPORT)
    assert not letter_case.is_shouted("EXPLOSION IN MONTE VERDE")
    assert not letter_case.is_shouted(REPORT.lower())


def test_words_of_the_dictionary_are_small_and_names_keep_a_capital() -> None:
    """What nobody knows is a name."""
    put = letter_case.restored("SAID THE GUERRILLAS ATTACKED QUIROGA", knows)
    assert put == "Said the guerrillas attacked Quiroga"


@pytest.mark.parametrize("acronym", ["[XMLN]", "(DRA)", "U.S.", "BBC"])
def test_acronyms_stay_in_capitals(acronym: str) -> None:
    """Letters in brackets, between dots or without a vowel are no word."""
    assert acronym in letter_case.restored(f"GUERRILLAS OF {acronym} TODAY", knows)


def test_a_sentence_begins_with_a_capital() -> None:
    """After a full stop even a known word has one."""
    assert "farm. The" in letter_case.restored("IN A FARM. THE FARM", knows)


def test_the_text_keeps_its_length_and_its_letters() -> None:
    """Offsets into the text stay what they were."""
    put = letter_case.restored(REPORT, knows)
    assert len(put) == len(REPORT)
    assert put.upper() == REPORT


def test_a_letter_that_grows_when_it_is_made_small_is_left_alone() -> None:
    """ "İ" has two code points in small letters."""
    text = "İSTANBUL SAID"
    assert letter_case.restored(text, knows).startswith("İSTANBUL")


def test_a_report_in_capitals_is_read_sentence_by_sentence() -> None:
    """The parser ends no sentence within a line, and its offsets are the text's."""
    found = read_text(REPORT)
    sentences = [" ".join(s.of(found.text).split()) for s in found.sentences()]
    assert any(
        s.startswith("[TEXT] THE ARMY") and s.endswith("BY NIGHT.") for s in sentences
    )
    assert "THE FARM BELONGS TO A SENATOR." in sentences
    assert found.text == REPORT
    assert len(found.doc.text) == len(REPORT)
