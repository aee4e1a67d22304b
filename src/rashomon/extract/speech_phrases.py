"""Reported speech without a verb: "according to X", "X's claim that", "reportedly"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.extract import speech_cues as cues
from rashomon.extract.reading import sentence_of, text_of
from rashomon.extract.speech_relations import Relation, pieces, stance_of
from rashomon.extract.speech_scope import clause_of, whole_sentence
from rashomon.extract.speech_sources import phrase, span_of, subtree
from rashomon.model.claim import Stance
from rashomon.model.document import Span


def according_to(token: Token) -> Relation | None:
    """Read "according to X" and "per X": the clause they hang on is the content."""
    to = token
    if token.lower_ == "according":
        to = next((c for c in token.children if c.lower_ == "to"), token)
        if to is token:
            return None
    elif token.i + 1 < len(token.doc) and token.nbor().lower_ in {"cent", "day"}:
        return None
    noun = next((c for c in to.children if c.dep_ in {"pobj", "nsubj"}), None)
    if noun is None or (token is to and noun.pos_ != "PROPN"):
        return None
    own = {t.i for t in noun.subtree} | {token.i, to.i}
    if noun.i > token.i + 12:
        return None
    contents = pieces(token.doc, _according_content(token, own))
    if not contents:
        return None
    source = span_of(token.doc, phrase(noun))
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=Span(token.idx, to.idx + len(to)),
        stance=stance_of(contents, text_of(token.doc)),
    )


def _according_content(token: Token, own: set[int]) -> set[int]:
    sentence = sentence_of(token)
    if token.i - sentence.start <= 1:
        content = {t.i for t in sentence if t.i > max(own)}
    elif token.head.i == token.i:
        content = {t.i for t in sentence if t.i < token.i}
    else:
        content = subtree(clause_of(token.head))
        content = whole_sentence(token, own, content)
    return content - own


def of_noun(noun: Token, lemma: str) -> Relation | None:
    """Read "the mayor's claim that ..." and "the statement by police that ..."."""
    clause = next(
        (
            c
            for c in noun.children
            if c.dep_ in {"acl", "ccomp", "relcl"}
            and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)
        ),
        None,
    )
    if clause is None:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "of", "from"}:
            owner = owner or next((c for c in child.children if c.dep_ == "pobj"), None)
    contents = pieces(noun.doc, subtree(clause))
    if not contents:
        return None
    source = span_of(noun.doc, phrase(owner))
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=Span(noun.idx, noun.idx + len(noun)),
        stance=Stance.DENIES if lemma in cues.DENIAL else Stance.ASSERTS,
    )


def hearsay(adverb: Token) -> Relation | None:
    """Read "reportedly": its clause is hearsay with no source."""
    clause = clause_of(adverb.head)
    contents = pieces(adverb.doc, subtree(clause) - {adverb.i})
    if not contents:
        return None
    return Relation(
        contents=contents,
        source=None,
        named=None,
        cue=Span(adverb.idx, adverb.idx + len(adverb)),
    )


def unclear(adjective: Token) -> Relation | None:
    """Read "it is unclear who fired": a doubt with no source but the outlet."""
    verb = adjective.head
    clause = next(
        (
            c
            for c in (*adjective.children, *verb.children)
            if c.i > adjective.i and c.dep_ in {"ccomp", "csubj", "advcl"}
        ),
        None,
    )
    contents = pieces(adjective.doc, subtree(clause)) if clause is not None else ()
    if not contents:
        return None
    return Relation(
        contents=contents,
        source=None,
        named=None,
        cue=Span(adjective.idx, adjective.idx + len(adjective)),
        stance=Stance.DOUBTS,
    )
