"""Value, words and speaker put together."""

from __future__ import annotations

from rashomon.extract.claims import around, assemble
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Attribution, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.ids import DocumentId
from rashomon.model.value import Count

DOC = DocumentId("d1")


def said(
    start: int, end: int, name: str, stance: Stance = Stance.ASSERTS
) -> Attribution:
    """Make reported speech over a stretch of text."""
    return Attribution(
        content=Span(start, end),
        source=Span(end, end + 3),
        cue=Span(end + 4, end + 8),
        speaker=Speaker(name, Span(end, end + 3)),
        stance=stance,
    )


def toll(start: int, end: int, **extra: object) -> Statement:
    """Make a statement of five killed."""
    return Statement(
        attribute=Attribute.KILLED, value=Count(5, 5), span=Span(start, end), **extra
    )  # type: ignore[arg-type]


def test_the_tightest_speech_speaks() -> None:
    """Inside nested speech the inner speaker says it."""
    outer, inner = said(0, 100, "agency"), said(20, 60, "police")
    assert around(Span(30, 40), [outer, inner]) is inner


def test_words_that_begin_with_the_cue_are_the_speaker_s() -> None:
    """ "Blamed the Front" is said by whoever blames, though the cue is no content."""
    blamed = Attribution(
        content=Span(17, 22),
        source=Span(0, 9),
        cue=Span(10, 16),
        speaker=Speaker("officials", Span(0, 9)),
        stance=Stance.ASSERTS,
    )
    assert around(Span(10, 22), [blamed]) is blamed
    assert around(Span(0, 9), [blamed]) is None


def test_words_outside_speech_are_the_outlets_own() -> None:
    """No reported speech around the words: no speaker."""
    (claim,) = assemble(DOC, [toll(200, 210)], [said(0, 100, "police")])
    assert claim.speaker is None
    assert claim.stance is Stance.ASSERTS


def test_a_denial_around_the_words_denies_them() -> None:
    """The stance of the speech is the stance of the claim."""
    (claim,) = assemble(DOC, [toll(10, 20)], [said(0, 100, "army", Stance.DENIES)])
    assert (claim.speaker.name if claim.speaker else None, claim.stance) == (
        "army",
        Stance.DENIES,
    )


def test_the_outlets_own_words_keep_no_speaker_even_in_speech() -> None:
    """ "No group has claimed it" is nobody's statement but the outlet's."""
    (claim,) = assemble(DOC, [toll(10, 20, own_voice=True)], [said(0, 100, "army")])
    assert claim.speaker is None


def test_the_same_words_make_the_same_claim_once() -> None:
    """Two readers that read the same thing at one place make one claim."""
    claims = assemble(DOC, [toll(10, 20), toll(10, 20)], [])
    assert len(claims) == 1


def test_an_id_does_not_depend_on_the_reader() -> None:
    """An upgrade that finds the same thing changes nothing."""
    (first,) = assemble(DOC, [toll(10, 20, reader="old")], [])
    (second,) = assemble(DOC, [toll(10, 20, reader="new")], [])
    assert first.id == second.id
