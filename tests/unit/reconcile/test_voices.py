"""Whose voice a claim is, and how well placed it is to know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId
from rashomon.model.value import Count
from rashomon.reconcile import voices
from rashomon.reconcile.voices import Voice

TEXT = "Five men died, Ana Dol said."


def heard(
    name: str | None = None, document: str = "doc_a", basis: DateBasis = DateBasis.GIVEN
) -> Voice:
    """Return the voice of a claim by that speaker in that document."""
    key = DocumentId(document)
    claim = Claim(
        id=ClaimId("clm_a"), document_id=key, attribute=Attribute.KILLED,
        value=Count(5, 5), span=Span(0, 13),
        speaker=Speaker(name, Span(15, 22)) if name else None,
    )  # fmt: skip
    account = Account(
        id=AccountId("acc_a"), document_id=key, type=IncidentType.FIRE,
        prominence=Prominence.MAIN, span=Span(0, 13), claims=(claim,),
    )  # fmt: skip
    text = Document(
        id=key, text=TEXT, raw_sha256="0" * 64, origin="a.txt",
        published=Published("2024-05-04T10:00:00+02:00", basis),
    )  # fmt: skip
    context = voices.Context(
        documents={key: text},
        families={key: FamilyId(f"fam_{document}")},
        name_key=str.casefold,
    )
    return voices.voice_of(claim, account, context)


def test_a_named_speaker_is_one_voice_in_many_outlets() -> None:
    """However many carry the statement."""
    first, second = heard("Ana Dol", "doc_a"), heard("ANA DOL", "doc_b")
    assert first.origin == second.origin


@pytest.mark.parametrize("name", ["police", "local officials", "witnesses", "власти"])
def test_nobody_in_particular_is_the_outlets_voice(name: str) -> None:
    """Two outlets' "officials" may be two."""
    assert heard(name, "doc_a").origin != heard(name, "doc_b").origin


def test_without_a_speaker_the_family_speaks() -> None:
    """So that a copy adds no voice."""
    assert heard().origin == "family fam_doc_a"


def test_who_counts_the_dead_stands_nearest() -> None:
    """Then office, then the outlet, and hearsay last."""
    ranked = ["health ministry", "Governor Ivo Karr", None, "eyewitnesses"]
    standing = [heard(name).standing for name in ranked]
    assert standing == sorted(standing, reverse=True)
    assert len(set(standing)) == 4


@pytest.mark.parametrize("name", ["Reuters", "AP", "Verin Post", "state television"])
def test_another_outlets_word_is_hearsay(name: str) -> None:
    """However well known it is."""
    assert heard(name).standing == 0


def test_a_voice_keeps_words_and_day() -> None:
    """The quotation with the words beside it, and the day without its zone."""
    found = heard()
    assert found.quote == "Five men died, Ana Dol said"
    assert found.time is not None
    assert found.time.tzinfo is None


def test_only_a_reckoned_day_under_a_weak_date_is_not_firm() -> None:
    """A count is firm whatever its document's date rests on."""
    assert heard(basis=DateBasis.STAMP).firm
    weekday = replace(
        heard().claim, attribute=Attribute.DATE, extractor="dates.weekday"
    )
    assert weekday.is_reckoned
    assert not replace(weekday, extractor="dates.iso").is_reckoned


def test_who_hands_a_speaker_on_is_no_second_origin() -> None:
    """A headline with the speaker's figure says it once; another report's word counts."""
    speaker, headline = heard("Ana Dol", "doc_a"), heard(None, "doc_a")
    elsewhere = heard(None, "doc_b")
    assert voices.independent([speaker, headline]) == {speaker.origin}
    assert voices.independent([headline]) == {headline.origin}
    both = {speaker.origin, elsewhere.origin}
    assert voices.independent([speaker, headline, elsewhere]) == both
