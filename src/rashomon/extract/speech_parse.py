"""English reported speech by the dependency parse: verbs of saying and their clauses."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.extract import speech_cues as cues
from rashomon.extract.reading import sentence_of, text_of
from rashomon.extract.speech_phrases import according_to, hearsay, of_noun, unclear
from rashomon.extract.speech_relations import Relation, pieces, stance_of
from rashomon.extract.speech_scope import (
    clause_of,
    figures_after,
    that_after,
    whole_sentence,
)
from rashomon.extract.speech_sources import (
    SUBJECTS,
    cue_span,
    cue_tokens,
    inverted_subject,
    outside,
    phrase,
    second_hand,
    source_of,
    span_of,
    subtree,
)
from rashomon.model.claim import Stance
from rashomon.model.document import Span

_EXPLETIVE = {"it", "there"}
_OTHERS = {"that", "which", "this", "so"}


def find(doc: Doc) -> list[Relation]:
    """Return the relations that the parse shows, one for each cue, in reading order."""
    found: list[Relation] = []
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ in {"according", "per"}:
            relation = according_to(token)
        elif token.pos_ in {"VERB", "AUX"}:
            relation = _of_verb(token, lemma)
        elif token.pos_ == "NOUN" and lemma in cues.NOUNS:
            relation = of_noun(token, lemma)
        elif token.lower_ in cues.HEARSAY:
            relation = hearsay(token)
        elif token.lower_ in {"unclear", "unknown"} and token.dep_ == "acomp":
            relation = unclear(token)
        else:
            continue
        if relation is not None:
            found.append(relation)
    return found


def _of_verb(verb: Token, lemma: str) -> Relation | None:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if lemma in cues.RAISING or (passive and lemma in cues.IMPERSONAL):
        impersonal = _impersonal(verb)
        if impersonal is not None:
            return impersonal
    content = _content(verb, lemma, passive)
    source, named = source_of(verb)
    if source is None and lemma in cues.TAGGING and not passive:
        source = named = inverted_subject(verb)
    own = outside(source, verb)
    if lemma in cues.TAGGING and source is not None and not passive:
        content = whole_sentence(verb, own, content)
    late = that_after(verb) if lemma in cues.SAYING and not passive else None
    if late is not None and content and max(content) < late.i:
        content = {t.i for t in sentence_of(verb) if t.i > late.i}
    if not content:
        return None
    content -= own | cue_tokens(verb)
    contents = pieces(verb.doc, content)
    if not contents:
        return None
    return Relation(
        contents=contents,
        source=span_of(verb.doc, own),
        named=span_of(verb.doc, phrase(second_hand(verb)) or outside(named, verb)),
        cue=cue_span(verb),
        stance=_stance(verb, lemma, contents),
    )


def _stance(verb: Token, lemma: str, contents: tuple[Span, ...]) -> Stance:
    negated = any(c.dep_ == "neg" for c in verb.children)
    if lemma in cues.DENIAL or (
        lemma == "rule" and any(c.lower_ == "out" for c in verb.children)
    ):
        return Stance.ASSERTS if negated else Stance.DENIES
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    none = subject is not None and any(
        c.lower_ in {"no", "neither"} for c in subject.subtree if c.i <= subject.i
    )
    if (
        lemma in cues.DOUBT
        or ((negated or none) and lemma in cues.OPEN_IF_NEGATED)
        or (lemma in cues.SILENT and _silent(verb))
    ):
        return Stance.DOUBTS
    return stance_of(contents, text_of(verb.doc))


def _silent(verb: Token) -> bool:
    return any(
        c.dep_ == "xcomp" and c.lemma_.lower() in cues.OPEN_IF_NEGATED
        for c in verb.children
    )


def _content(verb: Token, lemma: str, passive: bool) -> set[int]:
    """Return the tokens of what is said, empty where the verb reports nothing here."""
    clauses: set[int] = set()
    if lemma in cues.SAYING:
        for child in verb.children:
            if child.dep_ == "ccomp" and child.lower_ not in _OTHERS:
                clauses |= subtree(child)
        if not clauses and lemma in cues.TAGGING:
            clauses = _around(verb)
    if clauses:
        return clauses
    if lemma in cues.INTENDING:
        for child in verb.children:
            if child.dep_ == "xcomp":
                clauses |= subtree(child)
                if lemma in {"urge", "ask", "call", "encourage"}:
                    clauses |= _objects(verb)
    if clauses:
        return clauses
    return _of_passive(verb, lemma) if passive else _of_object(verb, lemma)


def _of_passive(verb: Token, lemma: str) -> set[int]:
    """Read "the deaths were announced by the minister": the subject is the content."""
    if lemma not in cues.OBJECTS | cues.TELLING | cues.SPOKEN_FOR:
        return set()
    if not any(c.dep_ == "agent" for c in verb.children):
        return set()
    if lemma in cues.SPOKEN_FOR and not any(
        c.lemma_.lower() in {"responsibility", "credit", "blame"} for c in verb.children
    ):
        return set()
    kept = SUBJECTS | {"oprd", "xcomp", "acomp"}
    return {
        i
        for c in verb.children
        if c.dep_ in kept and c.pos_ != "PRON"
        for i in subtree(c)
    }


def _of_object(verb: Token, lemma: str) -> set[int]:
    content: set[int] = set()
    has_object = False
    if (lemma in cues.TELLING and _tells_number(verb)) or _tells_toll(verb, lemma):
        return figures_after(verb)
    for child in verb.children:
        word = child.lemma_.lower()
        if child.dep_ in {"dobj", "oprd"} and lemma in cues.OBJECTS:
            if word in cues.NOT_SAID or (
                child.pos_ == "PRON" and lemma not in {"call"}
            ):
                continue
            has_object = True
            content |= subtree(child)
        elif child.dep_ == "prep" and (
            (lemma, word) in cues.PHRASES or (has_object and word in cues.CARRIED)
        ):
            content |= subtree(child)
            if (lemma, word) in cues.PHRASES:
                content |= _objects(verb)
                content |= figures_after(verb) if _tells_number(verb) else set()
    return content


def _tells_number(verb: Token) -> bool:
    """Say whether the verb states a figure or a name: "put the toll at 12"."""
    return any(
        t.like_num or (t.pos_ == "PROPN" and verb.lemma_.lower() == "name")
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"dobj", "prep"}
        for t in c.subtree
    )


def _tells_toll(verb: Token, lemma: str) -> bool:
    """Say whether the verb gives or moves a toll: "gave a toll: two dead", "raised it to 12"."""
    if lemma not in cues.MOVING | {"give"}:
        return False
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    source, _ = source_of(verb)
    speaks = source is not None and (
        source.pos_ == "PROPN" or source.lower_ in cues.SPEAKING | {"he", "she", "they"}
    )
    return speaks and bool(objects & cues.TOLLS)


def _objects(verb: Token) -> set[int]:
    return {
        i for c in verb.children if c.dep_ in {"dobj", "dative"} for i in subtree(c)
    }


def _around(verb: Token) -> set[int]:
    """Return the clause that the verb was put into: "X, he said, Y", "as he said, X"."""
    head = verb.head
    if head.i == verb.i:
        return set()
    marked = any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    own = subtree(verb)
    put_in = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and marked)
    if put_in and any(c.dep_ in SUBJECTS for c in verb.children):
        return subtree(clause_of(head)) - own
    return set()


def _impersonal(verb: Token) -> Relation | None:
    """Read "is believed to have fled": hearsay with no source."""
    clauses = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "oprd"}]
    subject = [c for c in verb.children if c.dep_ in SUBJECTS]
    if not clauses or clauses[0].i < verb.i:
        return None
    content = {i for c in (*clauses, *subject) for i in subtree(c)}
    if any(s.lower_ in _EXPLETIVE for s in subject):
        content -= {i for s in subject for i in subtree(s)}
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    by = phrase(next(agent.children, None)) if agent is not None else set()
    contents = pieces(verb.doc, content - by - cue_tokens(verb))
    if not contents:
        return None
    source = span_of(verb.doc, by)
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=cue_span(verb),
        stance=stance_of(contents, text_of(verb.doc)),
    )
