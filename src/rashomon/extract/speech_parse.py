"""English reported speech by the dependency parse: verbs of saying and their clauses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.extract import speech_cues as cues
from rashomon.extract.speech_relations import Relation, pieces, stance_of
from rashomon.model.claim import Stance
from rashomon.model.document import Span

_SUBJECT = {"nsubj", "nsubjpass", "csubj"}
_CLAUSE_HEAD = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "acl", "pcomp"}
_EXPLETIVE = {"it", "there"}
_TAG_MARKS = {",", '"', "”", "''", "—", "–", "-", "’", "'", "?", "!"}
# After a tag these words begin the outlet's own remark, not more of the content.
_TURNS = frozenset(
    [
        "as",
        "while",
        "who",
        "which",
        "whose",
        "where",
        "after",
        "when",
        "in",
        "during",
        "before",
        "citing",
        "although",
        "though",
        "because",
        "speaking",
        "at",
        "on",
    ]
)
_OTHERS = {"that", "which", "this", "so"}


def find(doc: Doc) -> list[Relation]:
    """Return the relations that the parse shows, one for each cue, in reading order."""
    found: list[Relation] = []
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ in {"according", "per"}:
            relation = _according(token)
        elif token.pos_ in {"VERB", "AUX"}:
            relation = _of_verb(token, lemma)
        elif token.pos_ == "NOUN" and lemma in cues.NOUNS:
            relation = _of_noun(token, lemma)
        elif token.lower_ in cues.HEARSAY:
            relation = _hearsay(token)
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
        source = named = _inverted(verb)
    own = _outside(source, verb)
    if lemma in cues.TAGGING and source is not None and not passive:
        content = whole_sentence(verb, own, content)
    if not content:
        return None
    content -= own | _cue_tokens(verb)
    contents = pieces(verb.doc, content)
    if not contents:
        return None
    return Relation(
        contents=contents,
        source=_span(verb.doc, own),
        named=_span(verb.doc, _tokens(_second_hand(verb)) or _outside(named, verb)),
        cue=cue_span(verb),
        stance=_stance(verb, lemma, contents),
    )


def _inverted(verb: Token) -> Token | None:
    """Return the subject that the parse took for an object: "..., says Ukraine"."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    if before is None or before.text not in {",", '"', "”", "''", "’", "—", "–"}:
        return None
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "npadvmod"} and c.i > verb.i),
        None,
    )


def _stance(verb: Token, lemma: str, contents: tuple[Span, ...]) -> Stance:
    negated = any(c.dep_ == "neg" for c in verb.children)
    if lemma in cues.DENIAL or (
        lemma == "rule" and any(c.lower_ == "out" for c in verb.children)
    ):
        return Stance.ASSERTS if negated else Stance.DENIES
    subject = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
    none = subject is not None and any(
        c.lower_ in {"no", "neither"} for c in subject.subtree if c.i <= subject.i
    )
    if (
        lemma in cues.DOUBT
        or ((negated or none) and lemma in cues.OPEN_IF_NEGATED)
        or (lemma in cues.SILENT and _silent(verb))
    ):
        return Stance.DOUBTS
    return stance_of(contents, verb.doc.text)


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
                clauses |= _subtree(child)
        if not clauses and lemma in cues.TAGGING:
            clauses = _around(verb)
    if clauses:
        return clauses
    if lemma in cues.INTENDING:
        for child in verb.children:
            if child.dep_ == "xcomp":
                clauses |= _subtree(child)
                if lemma in {"urge", "ask", "call", "encourage"}:
                    clauses |= _objects(verb)
    if clauses:
        return clauses
    return _of_passive(verb, lemma) if passive else _of_object(verb, lemma)


def _of_passive(verb: Token, lemma: str) -> set[int]:
    """Read "the deaths were announced by the minister": the subject is the content."""
    if lemma not in cues.OBJECTS | cues.TELLING:
        return set()
    if not any(c.dep_ == "agent" for c in verb.children):
        return set()
    kept = _SUBJECT | {"oprd", "xcomp", "acomp"}
    return {
        i
        for c in verb.children
        if c.dep_ in kept and c.pos_ != "PRON"
        for i in _subtree(c)
    }


def _of_object(verb: Token, lemma: str) -> set[int]:
    content: set[int] = set()
    has_object = False
    if lemma in cues.TELLING and _tells_number(verb):
        return {
            i
            for c in verb.children
            if c.i > verb.i and c.dep_ in {"dobj", "prep", "oprd"}
            for i in _subtree(c)
        }
    for child in verb.children:
        word = child.lemma_.lower()
        if child.dep_ in {"dobj", "oprd"} and lemma in cues.OBJECTS:
            if word in cues.NOT_SAID or (
                child.pos_ == "PRON" and lemma not in {"call"}
            ):
                continue
            has_object = True
            content |= _subtree(child)
        elif child.dep_ == "prep" and (
            (lemma, word) in cues.PHRASES or (has_object and word in cues.CARRIED)
        ):
            content |= _subtree(child)
            if (lemma, word) in cues.PHRASES:
                content |= _objects(verb)
    return content


def _tells_number(verb: Token) -> bool:
    """Say whether the verb states a figure or a name: "put the toll at 12"."""
    return any(
        t.like_num or (t.pos_ == "PROPN" and verb.lemma_.lower() == "name")
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"dobj", "prep"}
        for t in c.subtree
    )


def _objects(verb: Token) -> set[int]:
    return {
        i for c in verb.children if c.dep_ in {"dobj", "dative"} for i in _subtree(c)
    }


def _around(verb: Token) -> set[int]:
    """Return the clause that the verb was put into: "X, he said, Y", "as he said, X"."""
    head = verb.head
    if head.i == verb.i:
        return set()
    marked = any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    own = _subtree(verb)
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and marked):
        if any(c.dep_ in _SUBJECT for c in verb.children):
            return _subtree(_clause(head)) - own
    return set()


def _clause(token: Token) -> Token:
    """Return the verb that heads the clause this token stands in."""
    while token.dep_ not in _CLAUSE_HEAD and token.head.i != token.i:
        token = token.head
    if token.dep_ == "conj" and not any(c.dep_ in _SUBJECT for c in token.children):
        head = token.head
        return _clause(head) if head.i != token.i else token
    return token


def _impersonal(verb: Token) -> Relation | None:
    """Read "is believed to have fled": hearsay with no source."""
    clauses = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "oprd"}]
    subject = [c for c in verb.children if c.dep_ in _SUBJECT]
    if not clauses or clauses[0].i < verb.i:
        return None
    content = {i for c in (*clauses, *subject) for i in _subtree(c)}
    if any(s.lower_ in _EXPLETIVE for s in subject):
        content -= {i for s in subject for i in _subtree(s)}
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    by = _tokens(next(agent.children, None)) if agent is not None else set()
    contents = pieces(verb.doc, content - by - _cue_tokens(verb))
    if not contents:
        return None
    source = _span(verb.doc, by)
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=cue_span(verb),
        stance=stance_of(contents, verb.doc.text),
    )


def source_of(verb: Token) -> tuple[Token | None, Token | None]:
    """Return the head of the source and of the mention that names it."""
    for child in verb.children:
        if child.dep_ == "agent":
            named = next(child.children, None)
            return named, named
    for child in verb.children:
        if child.dep_ in _SUBJECT and child.lower_ not in _EXPLETIVE - {"it"}:
            if child.lower_ in {"who", "which", "that"}:
                noun = verb.head if verb.dep_ == "relcl" else child
                return child, noun
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            if child.lower_ == "it" and passive:
                return None, None
            return child, child
    head = verb.head
    if head.i == verb.i:
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


def _second_hand(verb: Token) -> Token | None:
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


def _according(token: Token) -> Relation | None:
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
    source = _span(token.doc, _tokens(noun))
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=Span(token.idx, to.idx + len(to)),
        stance=stance_of(contents, token.doc.text),
    )


def _according_content(token: Token, own: set[int]) -> set[int]:
    sentence = token.sent
    if token.i - sentence.start <= 1:
        content = {t.i for t in sentence if t.i > max(own)}
    elif token.head.i == token.i:
        content = {t.i for t in sentence if t.i < token.i}
    else:
        content = _subtree(_clause(token.head))
        content = whole_sentence(token, own, content)
    return content - own


def whole_sentence(cue: Token, own: set[int], content: set[int]) -> set[int]:
    """Widen what a tag reports to its sentence: "A, he said, and B" reports both.

    A cue is a tag where its content stands before it; a sentence in which another
    verb of saying stands outside the content is left as it was parsed.
    """
    tag = own | _cue_tokens(cue)
    tag |= {
        i
        for c in cue.children
        if c.dep_ in {"prep", "npadvmod", "dative", "advmod"} and c.i > cue.i
        for i in _subtree(c)
        if i - cue.i < 25
    }
    first, last = min(tag), max(tag)
    sentence = cue.sent
    if content and min(content) > first:
        return content
    before = [t for t in sentence if t.i < first]
    words = [t for t in before if not t.is_punct and not t.is_space]
    if not content and (
        len(words) < 2 or before[-1].text not in _TAG_MARKS or cue.dep_ == "relcl"
    ):
        return content
    if not _speaks_elsewhere(before, content, cue):
        content = content | {t.i for t in before}
    after = [t for t in sentence if t.i > last]
    if _goes_on(after) and not _speaks_elsewhere(after, content, cue):
        content = content | {t.i for t in after}
    return content


def _speaks_elsewhere(tokens: list[Token], content: set[int], cue: Token) -> bool:
    return any(
        t.pos_ == "VERB"
        and t.i not in content
        and (t.lemma_.lower() in cues.TAGGING or t.lower_ == "according")
        and t.i != cue.i
        for t in tokens
    )


def _goes_on(after: list[Token]) -> bool:
    words = [t for t in after if not t.is_punct and not t.is_space]
    if not words or after[0].text not in {",", ";", ":", "—", "–"}:
        return False
    return words[0].lower_ not in _TURNS and words[0].tag_ != "VBG"


def _of_noun(noun: Token, lemma: str) -> Relation | None:
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
    contents = pieces(noun.doc, _subtree(clause))
    if not contents:
        return None
    source = _span(noun.doc, _tokens(owner))
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=Span(noun.idx, noun.idx + len(noun)),
        stance=Stance.DENIES if lemma in cues.DENIAL else Stance.ASSERTS,
    )


def _hearsay(adverb: Token) -> Relation | None:
    clause = _clause(adverb.head)
    contents = pieces(adverb.doc, _subtree(clause) - {adverb.i})
    if not contents:
        return None
    return Relation(
        contents=contents,
        source=None,
        named=None,
        cue=Span(adverb.idx, adverb.idx + len(adverb)),
    )


def cue_span(verb: Token) -> Span:
    """Return the verb with the auxiliaries and adverbs that stand right before it."""
    first = verb.i
    own = _cue_tokens(verb)
    while first - 1 in own:
        first -= 1
    last = verb
    return Span(verb.doc[first].idx, last.idx + len(last))


def _cue_tokens(verb: Token) -> set[int]:
    return {verb.i} | {
        c.i
        for c in verb.children
        if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i
    }


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def _tokens(head: Token | None) -> set[int]:
    """Return a noun phrase's tokens, both halves where the parse made two subjects."""
    if head is None:
        return set()
    tokens = _subtree(head)
    if head.dep_ == "nsubj":
        for other in head.head.children:
            if other.dep_ == "nsubj" and other.left_edge.i == head.right_edge.i + 1:
                tokens |= _subtree(other)
    return tokens


def _span(doc: Doc, tokens: set[int]) -> Span | None:
    spans = pieces(doc, tokens)
    return max(spans, key=lambda s: s.end - s.start) if spans else None


def iter_cue_verbs(doc: Doc, first: int, last: int) -> Iterator[Token]:
    """Yield the verbs of saying among tokens ``first`` to ``last``."""
    for token in doc[max(first, 0) : last]:
        if token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in cues.TAGGING:
            yield token


def _outside(head: Token | None, verb: Token) -> set[int]:
    """Return a noun phrase's tokens, without the clause of the verb inside it."""
    phrase = _subtree(verb)
    tokens = _tokens(head)
    return tokens if head is not None and head.i in phrase else tokens - phrase


def source_span(verb: Token) -> tuple[Span | None, Span | None]:
    """Return the spans of a verb's source and of the mention that names it."""
    source, named = source_of(verb)
    return _span(verb.doc, _outside(source, verb)), _span(
        verb.doc, _outside(named, verb)
    )
