"""Three dear parts of spaCy's English pipeline made cheap; the same words come out.

spaCy chooses names word by word, asking of each of 74 moves whether it may be made, and
takes Python's lock each time: three quarters of its time. Here the moves of all words
outside a name are weighed at once, and only names are walked through. Its 179 rules for
parts of speech are laid to each word anew, and lemmas are looked up rule by rule; both
follow from the word, its tag and its dependency, so they are asked once for each of
these (docs/decisions/0020).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, MorphAnalysis, Token
from spacy.tokens import Span as SpacySpan

# So many kinds of words are remembered at once, some 30 MB; then it begins anew.
REMEMBERED = 100_000

Floats = NDArray[np.float32]
_IMPOSSIBLE = np.float32(-np.inf)


def _part(nlp: Language, name: str) -> Any:
    """Return a part of a pipeline, of which spaCy's types say only that it is one."""
    return nlp.get_pipe(name)


class _Word(NamedTuple):
    """What follows from a word with its tag and its dependency."""

    pos: int
    morph: MorphAnalysis
    lemma: int
    tag: int
    dep: int


class Words:
    """Gives words their parts of speech and lemmas, as ruler and lemmatizer would."""

    def __init__(self, nlp: Language) -> None:
        """Part the rules into those for one word and those that look at two."""
        self._ruler = _part(nlp, "attribute_ruler")
        self._lemmatizer = _part(nlp, "lemmatizer")
        self._single, self._several = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for number, rule in enumerate(self._ruler.patterns):
            alone = all(len(words) == 1 for words in rule["patterns"])
            matcher = self._single if alone else self._several
            matcher.add(str(number), rule["patterns"])
        self._known: dict[tuple[int, ...], _Word] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set them in a text that was tagged and parsed."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
            self._lemmatizer.cache.clear()
        apart = self._by_neighbours(doc)
        kinds = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        for token, kind in zip(doc, map(tuple, kinds), strict=True):
            if token.i in apart:
                self._ask(token, apart[token.i])
                continue
            word = self._known.get(kind)
            if word is None:
                self._ask(token, [])
                self._known[kind] = _Word(
                    token.pos, token.morph, token.lemma, token.tag, token.dep
                )
                continue
            token.pos, token.morph, token.lemma = word.pos, word.morph, word.lemma
            if token.tag != word.tag:
                token.tag = word.tag
            if token.dep != word.dep:
                token.dep = word.dep
        return doc

    def _by_neighbours(self, doc: Doc) -> dict[int, list[tuple[int, int, int, int]]]:
        """Return the rules that look at two words, at the word that each changes."""
        found: dict[int, list[tuple[int, int, int, int]]] = {}
        for name, start, end in self._several(doc, allow_missing=True):
            number = int(doc.vocab.strings[name])
            at = range(start, end)[self._ruler.indices[number]]
            found.setdefault(at, []).append((number, name, start, end))
        return found

    def _ask(self, token: Token, more: list[tuple[int, int, int, int]]) -> None:
        """Lay all rules to one word, in their order, and look its lemma up."""
        doc, at = token.doc, token.i
        alone = self._single(doc[at : at + 1], allow_missing=True)
        rules = [(int(doc.vocab.strings[n]), n, at, at + 1) for n, _, _ in alone]
        self._ruler.set_annotations(doc, sorted([*rules, *more]))
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]


class Names:
    """Finds names by the weights of spaCy's model, with the moves that it would make."""

    def __init__(self, nlp: Language) -> None:
        """Sort the moves: B-egin, I-n, L-ast and U-nit with their labels, and O-ut."""
        ner = _part(nlp, "ner")
        self._tokens, self._lower, upper = ner.model.layers
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        count = ner.moves.n_moves
        self._moves = [ner.moves.get_class_name(n).partition("-") for n in range(count)]
        self._within = {
            label: [
                n for n, (move, _, of) in enumerate(self._moves)
                if of == label and move in {"I", "L"}
            ]
            for move, _, label in self._moves if move == "B"
        }  # fmt: skip
        may = {"B", "U", "O"}
        closed = np.array(
            [m in may and bool(of) is (m != "O") for m, _, of in self._moves]
        )
        begins = np.array([move == "B" for move, _, _ in self._moves])
        units = np.array([move == "U" for move, _, _ in self._moves])
        self._never, self._begins, self._names = ~closed, begins, begins | units

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of a text whose sentences are known."""
        if not len(doc):
            return doc
        rows = self._lower.predict(self._tokens.predict([doc]))
        padding, rows = rows[0], rows[1:]
        known = doc.to_array(["SENT_START", "IS_SPACE"])
        # A name does not go on where the text ends, or into another sentence.
        ends = np.append(known[1:, 0] == 1, True)
        outside = self._scores(rows[:, 0] + padding[1] + padding[2])
        outside[:, self._never] = _IMPOSSIBLE
        outside[np.ix_(ends, self._begins)] = _IMPOSSIBLE
        outside[np.ix_(known[:, 1] == 1, self._names)] = _IMPOSSIBLE
        chosen = outside.argmax(-1)
        found, free = [], 0
        for at in np.flatnonzero(self._names[chosen]).tolist():
            if at < free:
                continue
            move, _, label = self._moves[chosen[at]]
            free = at + 1 if move == "U" else self._end(rows, at, label, ends)
            found.append(SpacySpan(doc, at, free, label=label))
        doc.set_ents(found, default="outside")
        return doc

    def _end(self, rows: Floats, start: int, label: str, ends: NDArray[np.bool]) -> int:
        """Return where a name that begins at a word, and has more than one, ends."""
        going_on, last = self._within[label]
        at = start + 1
        while not ends[at]:
            seen = rows[at, 0] + rows[start, 1] + rows[at - 1, 2]
            scores = self._scores(seen[None])[0]
            if scores[last] > scores[going_on]:
                break
            at += 1
        return at + 1

    def _scores(self, seen: Floats) -> Floats:
        """Return what each move is worth, given the sum of what was seen of the words."""
        hidden = (seen + self._lower.get_param("b")).max(-1)
        scores: Floats = hidden @ self._weights.T + self._bias
        return scores


@Language.factory("rashomon_words")
def _words(nlp: Language, name: str) -> Words:
    return Words(nlp)


@Language.factory("rashomon_names")
def _names(nlp: Language, name: str) -> Names:
    return Names(nlp)


def make_cheap(nlp: Language) -> None:
    """Let these do what three parts of a pipeline did, which stay, but are not run."""
    for part in ("attribute_ruler", "lemmatizer", "ner"):
        nlp.disable_pipe(part)
    nlp.add_pipe("rashomon_words")
    nlp.add_pipe("rashomon_names")
