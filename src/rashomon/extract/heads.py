"""What our trained reader sees in an English text: roles and facts of words, types of sentences.

One small encoder (MiniLM-L6, word pieces without case, int8) is read once over windows of
whole sentences; a head says which words are perpetrator, target, victim and weapon, one
which are place, time, dead and injured of the report's own incident or of another, and one
which kinds of incident a sentence tells of. How it was trained, on what, and how
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
    """What the heads read: roles and facts in order; of each sentence how likely each type is.

    All are empty where the text is not English.
    """

    roles: tuple[Role, ...] = ()
    types: Kinds = ()
    facts: tuple[Role, ...] = ()


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
    labels: dict[str, tuple[str, ...]]


def manner(reading: Reading) -> str:
    """Return what the files are called after that read such a text: "" or "_capitals".

    Wires in capitals are of an age and a key (MUC-4) that count other things as incidents
    than our codebook does; one reader for both forgot one over the other
    (``docs/decisions/0006-heads.md``).
    """
    return "_capitals" if reading.shouted else ""


@cache
def _model(manner: str) -> _Model:
    import onnxruntime
    from tokenizers import Tokenizer

    data = files("rashomon") / "data"
    folder = data / f"reader{manner}"
    options = onnxruntime.SessionOptions()
    # One process a core reads, so each takes one thread.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (folder / "reader.onnx").read_bytes(),
        options,
        providers=["CPUExecutionProvider"],
    )
    tokenizer = Tokenizer.from_str((data / "reader" / "tokenizer.json").read_text())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    names = json.loads((folder / "labels.json").read_text())
    return _Model(session, tokenizer, {n: tuple(held) for n, held in names.items()})


def read(reading: Reading) -> Heads:
    """Read a text with the heads, once: what they see is kept with the parse."""
    if not reading.parsed:
        return NOTHING_SEEN
    return once(reading.doc, "heads", lambda: _read(reading))


def _read(reading: Reading) -> Heads:
    model = _model(manner(reading))
    sentences = reading.sentences()
    types: list[dict[str, float]] = [{} for _ in sentences]
    held: dict[str, list[Role]] = {"roles": [], "facts": []}
    brief = [_is_fragment(span.of(reading.text)) for span in sentences]
    for window in _windows(reading.text, sentences, model.tokenizer):
        scores = _run(model, window)
        for head in held.keys() & scores.keys():
            held[head] += (
                role
                for sentence, role in _roles(model.labels[head], window, scores[head])
                if not brief[window.first + sentence - 1]
            )
        for n in range(window.sentences):
            if brief[window.first + n]:
                continue
            chances = 1.0 / (1.0 + np.exp(-scores["types"][n]))
            types[window.first + n] = {
                name: round(float(chance), 4)
                for name, chance in zip(model.labels["types"], chances, strict=True)
            }
    return Heads(tuple(held["roles"]), tuple(types), tuple(held["facts"]))


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


def _run(model: _Model, window: _Window) -> dict[str, Floats]:
    numbers = np.arange(1, window.sentences + 1)
    inside = (np.array(window.sentence)[None, :] == numbers[:, None]).astype(np.float32)
    scores = model.session.run(
        list(model.labels),
        {"pieces": np.array([window.pieces], dtype=np.int64), "inside": inside[None]},
    )
    return {head: held[0] for head, held in zip(model.labels, scores, strict=True)}


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
