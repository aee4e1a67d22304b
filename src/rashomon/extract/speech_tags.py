"""Tags that the parse misses: "..., the ministry said on Friday", "..., wrote X, ...".

The parser often takes the verb of a tag for a noun or its subject for an apposition,
most of all after figures and names. Here only the surface counts: a form of a verb of
saying beside a comma or a quotation mark, with a noun phrase on one side of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from rashomon.extract.reading import text_of
from rashomon.extract.speech_cues import TAG_FORMS, word_set
from rashomon.extract.speech_relations import Relation, pieces, stance_of
from rashomon.model.document import Span

# A source longer than this is a clause.
SOURCE_TOKENS = 14
# What may stand between a tag's verb and the comma or stop that ends it.
TAIL_TOKENS = 9
_MARKS = frozenset({",", '"', "”", "''", "—", "–", ";"})
_QUOTES = frozenset({'"', "”", "''"})
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "!", "?", '"', "“"})
_AUXILIARIES = word_set(
    """
    has have had also later then earlier further is are was were
    """
)
_NOT_A_SOURCE = word_set(
    """
    who which that and but or as when while where if because it's there what in
    on at after before for from with by to
    """
)
# "Petr Ostrov, head of the port, said": the source begins before the aside.
_ASIDES = frozenset({"who", "whose", "head", "chief", "leader", "director", "mayor"})
_NOT_A_TAIL = frozenset({"that", "to", "how", "whether", "why", "of"})


def add(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations and those of the tags that no sourced relation reads yet."""
    found = list(relations)
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ not in TAG_FORMS and not _goes_on(token, sentence):
                continue
            relation = _after(token, sentence) or _before(token, sentence)
            if relation is not None and not _is_read(relation, found):
                found = [r for r in found if not _yields(r, relation)]
                found.append(relation)
    return sorted(found, key=lambda r: r.start)


def _goes_on(token: Token, sentence: Sentence) -> bool:
    """Say whether a tag goes on: "..., the statement goes on"."""
    return (
        token.lower_ in {"goes", "went"}
        and token.i + 2 < sentence.end
        and token.nbor().lower_ == "on"
        and token.nbor(2).text in _STOPS
    )


def _is_read(new: Relation, relations: Sequence[Relation]) -> bool:
    cue = new.cue
    return any(
        r.source is not None
        and r.cue is not None
        and cue is not None
        and (
            r.cue.overlaps(cue)
            or (r.start < cue.end and any(c.contains(cue) for c in r.contents))
            or any(c.contains(n) for c in r.contents for n in new.contents)
        )
        for r in relations
    )


def _yields(old: Relation, new: Relation) -> bool:
    cue = new.cue
    return cue is not None and (
        (old.cue is not None and old.cue.overlaps(cue))
        or (old.source is None and any(c.overlaps(cue) for c in old.contents))
    )


def _before(verb: Token, sentence: Sentence) -> Relation | None:
    """Read "CONTENT, SOURCE said TAIL": back from the verb to the comma."""
    doc = verb.doc
    last = verb.i - 1
    while last > sentence.start and doc[last].lower_ in _AUXILIARIES:
        last -= 1
    if doc[last].text == ",":
        last -= 1
    if (doc[last].is_punct and doc[last].text != ")") or doc[last].is_space:
        return None
    first = _first(doc, sentence, last)
    named = last
    if first - 2 > sentence.start and doc[first].lower_ in _ASIDES:
        named = first - 2
        first = _first(doc, sentence, named)
    tail = _tail(verb, sentence)
    if first <= sentence.start or tail is None or not _is_source(doc, first, named):
        return None
    return _relation(verb, sentence, (first, last), (first, tail))


def _first(doc: Doc, sentence: Sentence, last: int) -> int:
    """Return where the stretch between two marks begins that ends here."""
    first = last
    while first > sentence.start and doc[first - 1].text not in _MARKS:
        first -= 1
    return first


def _after(verb: Token, sentence: Sentence) -> Relation | None:
    """Read "CONTENT, said SOURCE": the comma stands right before the verb."""
    doc = verb.doc
    if verb.i <= sentence.start or doc[verb.i - 1].text not in _MARKS:
        return None
    if verb.lower_ in {"told", "tells"}:  # whoever was told stands behind it
        return None
    first = last = verb.i + 1
    while last < sentence.end and doc[last].text not in _STOPS:
        last += 1
    last -= 1
    if last < first or not _is_source(doc, first, last):
        return None
    return _relation(verb, sentence, (first, last), (verb.i, last))


def _is_source(doc: Doc, first: int, last: int) -> bool:
    words = doc[first : last + 1]
    if not 1 <= len(words) <= SOURCE_TOKENS or words[0].lower_ in _NOT_A_SOURCE:
        return False
    if len(words) > 1 and words[0].pos_ == "ADV" and words[1].pos_ in {"ADP", "VERB"}:
        return False
    named = words[-1].pos_ in {"NOUN", "PROPN", "PRON"} or words[-1].text in {")", "”"}
    return named and not any(
        t.pos_ == "AUX" or (t.pos_ == "VERB" and t.tag_ in {"VBD", "VBZ", "VBP"})
        for t in words
        if t.lower_ not in {"who"}
    )


def _tail(verb: Token, sentence: Sentence) -> int | None:
    """Return the last token of the tag, None where the verb goes on to say more."""
    doc = verb.doc
    last = verb.i
    while last + 1 < sentence.end and doc[last + 1].text not in _STOPS:
        last += 1
        token = doc[last]
        if last - verb.i > TAIL_TOKENS or token.lower_ in _NOT_A_TAIL:
            return None
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return last


def _relation(
    verb: Token, sentence: Sentence, source: tuple[int, int], tag: tuple[int, int]
) -> Relation | None:
    doc = verb.doc
    before = range(sentence.start, tag[0])
    words = [i for i in before if not doc[i].is_punct and not doc[i].is_space]
    if all(doc[i].pos_ == "PROPN" for i in words):  # "Petr Ostrov, a driver, said"
        return None
    quoted = any(doc[i].text in _QUOTES for i in before[-2:])
    if len(words) < 2 or (
        not quoted and any(doc[i].lower_ in TAG_FORMS for i in words)
    ):
        return None
    content = set(before)
    after = range(tag[1] + 1, sentence.end)
    goes_on = [i for i in after if not doc[i].is_punct and not doc[i].is_space]
    if (
        goes_on
        and doc[tag[1] + 1].text in {",", ";", ":"}
        and doc[goes_on[0]].tag_ not in {"VBG", "DT"}
        and doc[goes_on[0]].lower_ not in _NOT_A_SOURCE - {"and"}
        and not any(doc[i].lower_ in TAG_FORMS for i in goes_on)
    ):
        content |= set(after)
    contents = pieces(doc, content)
    if not contents:
        return None
    spans = pieces(doc, range(source[0], source[1] + 1))
    if not spans:
        return None
    named = Span(spans[0].start, spans[-1].end)
    return Relation(
        contents=contents,
        source=named,
        named=named,
        cue=Span(verb.idx, verb.idx + len(verb)),
        stance=stance_of(contents, text_of(doc)),
    )
