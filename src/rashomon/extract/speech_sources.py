"""Whose words a verb reports: its subject, the noun it hangs on, or the one it quotes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.extract import speech_cues as cues
from rashomon.extract.reading import sentence_of
from rashomon.extract.speech_relations import pieces
from rashomon.model.document import Span

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}


def source_of(verb: Token) -> tuple[Token | None, Token | None]:
    """Return the head of the source and of the mention that names it."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        named = next(agent.children, None)
        return named, named
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.lower_ != "there":
        return _of_subject(verb, subject)
    return _borrowed(verb)


def _of_subject(verb: Token, subject: Token) -> tuple[Token | None, Token | None]:
    if subject.lower_ in {"who", "which", "that"}:
        return subject, verb.head if verb.dep_ == "relcl" else subject
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if subject.lower_ == "it" and passive:
        return None, None
    return subject, subject


def _borrowed(verb: Token) -> tuple[Token | None, Token | None]:
    """Return the source of a verb without a subject of its own: its noun's or verb's."""
    head = verb.head
    if head.i == verb.i or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return None, None
    if verb.dep_ in {"acl", "relcl"}:
        return head, head
    if verb.dep_ == "pcomp" and head.head.lemma_.lower() in cues.QUOTING:
        quoted = [c for c in head.head.children if c.dep_ in {"dobj", "nsubjpass"}]
        subject = next(iter(quoted), None)
        return subject, subject
    if verb.dep_ in {"conj", "xcomp", "advcl"} and head.pos_ in {"VERB", "AUX"}:
        return source_of(head)
    return None, None


def second_hand(verb: Token) -> Token | None:
    """Return whom the reporting outlet quotes: "TASS reported, citing the ministry"."""
    for child in verb.children:
        if child.lemma_.lower() in cues.AT_SECOND_HAND and child.dep_ in {
            "advcl",
            "acl",
            "prep",
            "conj",
        }:
            for grand in child.children:
                if grand.dep_ in {"dobj", "pobj"}:
                    return grand
    return None


def inverted_subject(verb: Token) -> Token | None:
    """Return the subject that the parse took for an object: "..., says Ukraine"."""
    if verb.lemma_.lower() == "tell":  # whoever was told stands behind it
        return None
    before = verb.doc[verb.i - 1] if verb.i > sentence_of(verb).start else None
    if before is None or before.text not in {",", '"', "”", "''", "’", "—", "–"}:
        return None
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "npadvmod"} and c.i > verb.i),
        None,
    )


def source_span(verb: Token) -> tuple[Span | None, Span | None]:
    """Return the spans of a verb's source and of the mention that names it."""
    source, named = source_of(verb)
    return span_of(verb.doc, outside(source, verb)), span_of(
        verb.doc, outside(named, verb)
    )


def outside(head: Token | None, verb: Token) -> set[int]:
    """Return a noun phrase's tokens, without the clause of the verb inside it."""
    clause = subtree(verb)
    tokens = phrase(head)
    return tokens if head is not None and head.i in clause else tokens - clause


def phrase(head: Token | None) -> set[int]:
    """Return a noun phrase's tokens, both halves where the parse made two subjects."""
    if head is None:
        return set()
    tokens = subtree(head)
    if head.dep_ == "nsubj":
        for other in head.head.children:
            if other.dep_ == "nsubj" and other.left_edge.i == head.right_edge.i + 1:
                tokens |= subtree(other)
    return tokens


def cue_span(verb: Token) -> Span:
    """Return the verb with the auxiliaries and adverbs that stand right before it."""
    first = verb.i
    own = cue_tokens(verb)
    while first - 1 in own:
        first -= 1
    last = verb
    return Span(verb.doc[first].idx, last.idx + len(last))


def cue_tokens(verb: Token) -> set[int]:
    """Return the verb and the auxiliaries and adverbs in front of it."""
    return {verb.i} | {
        c.i
        for c in verb.children
        if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i
    }


def iter_cue_verbs(doc: Doc, first: int, last: int) -> Iterator[Token]:
    """Yield the verbs of saying among tokens ``first`` to ``last``."""
    for token in doc[max(first, 0) : last]:
        if token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in cues.TAGGING:
            yield token


def subtree(token: Token) -> set[int]:
    """Return the positions of a token and all that hangs on it."""
    return {t.i for t in token.subtree}


def span_of(doc: Doc, tokens: set[int]) -> Span | None:
    """Return the longest stretch that the tokens cover, None where they are none."""
    spans = pieces(doc, tokens)
    return max(spans, key=lambda s: s.end - s.start) if spans else None
