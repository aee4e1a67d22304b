"""Names by the weights of spaCy's model, all words outside a name weighed at once.

spaCy chooses names word by word, asking of each of 74 moves whether it may be made, and
takes Python's lock each time: three quarters of its time. Here only names are walked
through. The same names come out (docs/decisions/0020).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

Floats = NDArray[np.float32]
_IMPOSSIBLE = np.float32(-np.inf)


def _part(nlp: Language, name: str) -> Any:
    """Return a part of a pipeline, of which spaCy's types say only that it is one."""
    return nlp.get_pipe(name)


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


@Language.factory("rashomon_names")
def _names(nlp: Language, name: str) -> Names:
    return Names(nlp)


def find_by_moves(nlp: Language) -> None:
    """Let this find the names of a pipeline; its own part for that stays, but is not run."""
    nlp.disable_pipe("ner")
    nlp.add_pipe("rashomon_names")
