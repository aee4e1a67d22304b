"""What our trained reader sees in an English text: roles of words, types of sentences.

One small encoder (MiniLM-L6, word pieces without case, int8) is read once over windows of
whole sentences; a head says which words are perpetrator, target, victim and weapon, and
another which kinds of incident a sentence tells of. How it was trained, on what, and how
well it reads is in ``docs/model-card.md``; ``training/`` makes it anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.reading import Reading, once
from rashomon.model.document import Span

MAX_PIECES = 256
_BEGIN, _END = 101, 102  # [CLS] and [SEP] of the vocabulary

# A text is read by the heads up to so many pieces: what follows in a longer one is
# background, and the time grows with it.
MAX_TEXT_PIECES = 4096

# "By News Desk", "What happened": fewer words than this tell nothing.
MIN_WORDS = 4
_WORDS = re.compile(r"[^\W\d_]{2,}")

Floats = NDArray[np.float32]
Kinds = tuple[dict[str, float], ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A stretch of words and the part it plays, with a probability of 0 to 1."""

    span: Span
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads read: roles in order; for each sentence the probability of each type.

    Both are empty where the text is not English.
    """

    roles: tuple[Role, ...] = ()
    types: Kinds = ()


NOTHING_SEEN = Heads()


@dataclass(frozen=True, slots=True)
class _Window:
    pieces: list[int]
    sentence: list[int]
    offsets: list[tuple[int, int]]
    first: int
    sentences: int


@dataclass(frozen=True, slots=True)
class _Model:
    session: Any
    tokenizer: Any
    roles: tuple[str, ...]
    types: tuple[str, ...]


@cache
def _model() -> _Model:
    import onnxruntime
    from tokenizers import Tokenizer

    folder = files("rashomon") / "data" / "reader"
    options = onnxruntime.SessionOptions()
    # One process a core reads, so each takes one thread.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (folder / "reader.onnx").read_bytes(),
        options,
        providers=["CPUExecutionProvider"],
    )
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    names = json.loads((folder / "labels.json").read_text())
    return _Model(session, tokenizer, tuple(names["roles"]), tuple(names["types"]))


def read(reading: Reading) -> Heads:
    """Read a text with the heads, once: what they see is kept with the parse."""
    if not reading.parsed:
        return NOTHING_SEEN
    return once(reading.doc, "heads", lambda: _read(reading))


def _read(reading: Reading) -> Heads:
    model = _model()
    sentences = reading.sentences()
    types: list[dict[str, float]] = [{} for _ in sentences]
    roles: list[Role] = []
    brief = [_is_fragment(span.of(reading.text)) for span in sentences]
    for window in _windows(reading.text, sentences, model.tokenizer):
        role_scores, type_scores = _run(model, window)
        roles += (
            role
            for sentence, role in _roles(model.roles, window, role_scores)
            if not brief[window.first + sentence - 1]
        )
        for n in range(window.sentences):
            if brief[window.first + n]:
                continue
            chances = 1.0 / (1.0 + np.exp(-type_scores[n]))
            types[window.first + n] = {
                name: round(float(chance), 4)
                for name, chance in zip(model.types, chances, strict=True)
            }
    return Heads(tuple(roles), tuple(types))


def _is_fragment(sentence: str) -> bool:
    """Say whether words are too few to tell anything: a byline, a dateline, a heading.

    The heads saw whole sentences when they were trained, and are sure of anything else.
    """
    return len(_WORDS.findall(sentence)) < MIN_WORDS


def _windows(text: str, sentences: Sequence[Span], tokenizer: Any) -> Iterator[_Window]:
    pieces, sentence, offsets = [_BEGIN], [0], [(0, 0)]
    first, held, total = 0, 0, 0
    for index, span in enumerate(sentences):
        coded = tokenizer.encode(span.of(text), add_special_tokens=False)
        ids = coded.ids[: MAX_PIECES - 2]
        if len(pieces) + len(ids) + 1 > MAX_PIECES and held:
            yield _closed(pieces, sentence, offsets, first, held)
            pieces, sentence, offsets = [_BEGIN], [0], [(0, 0)]
            first, held = index, 0
        if total > MAX_TEXT_PIECES:
            return
        held += 1
        total += len(ids)
        pieces += ids
        sentence += [held] * len(ids)
        offsets += [
            (a + span.start, b + span.start) for a, b in coded.offsets[: len(ids)]
        ]
    if held:
        yield _closed(pieces, sentence, offsets, first, held)


def _closed(
    pieces: list[int],
    sentence: list[int],
    offsets: list[tuple[int, int]],
    first: int,
    held: int,
) -> _Window:
    return _Window([*pieces, _END], [*sentence, 0], [*offsets, (0, 0)], first, held)


def _run(model: _Model, window: _Window) -> tuple[Floats, Floats]:
    numbers = np.arange(1, window.sentences + 1)
    inside = (np.array(window.sentence)[None, :] == numbers[:, None]).astype(np.float32)
    roles, types = model.session.run(
        ["roles", "types"],
        {"pieces": np.array([window.pieces], dtype=np.int64), "inside": inside[None]},
    )
    return roles[0], types[0]


def _roles(
    names: Sequence[str], window: _Window, scores: Floats
) -> Iterator[tuple[int, Role]]:
    """Yield the spans that the labels mark, each with the number of its sentence from 1.

    A span ends with its sentence.
    """
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    chances = shifted / shifted.sum(-1, keepdims=True)
    best = chances.argmax(-1)
    open_: tuple[str, int, int, int, list[float]] | None = None
    for at, label in enumerate(best):
        mark, _, name = names[label].partition("-")
        number = window.sentence[at]
        goes_on = (
            open_ is not None
            and number == open_[3]
            and mark == "I"
            and name == open_[0]
        )
        start, end = window.offsets[at]
        if goes_on and open_ is not None:
            open_[4].append(float(chances[at, label]))
            open_ = (open_[0], open_[1], end, number, open_[4])
            continue
        if open_ is not None:
            yield open_[3], _role(open_)
        open_ = None
        if mark in {"B", "I"} and number:
            open_ = (name, start, end, number, [float(chances[at, label])])
    if open_ is not None:
        yield open_[3], _role(open_)


def _role(held: tuple[str, int, int, int, list[float]]) -> Role:
    name, start, end, _, chances = held
    return Role(Span(start, end), name, round(sum(chances) / len(chances), 4))
