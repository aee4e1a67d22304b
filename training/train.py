"""Trains the reader of roles and types, and says how well it reads the dev documents."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.encoder import MAX_PIECES, Reader, load_weights

ROLES = ("perp_individual", "perp_org", "target", "victim_name", "victim", "weapon")
FACTS = (
    "place", "place_other", "time", "time_other",
    "killed", "killed_part", "killed_other", "injured", "injured_part", "injured_other",
)  # fmt: skip
# Kinds of a deed; then whether any incident is told, and whether it is the report's own.
TYPES = (
    "attack", "bombing", "kidnapping", "arson", "robbery", "stoppage",
    "strike", "accident", "blaze", "unrest", "told", "main",
)  # fmt: skip
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
FACT_LABELS = ("O", *(f"{mark}-{fact}" for fact in FACTS for mark in "BI"))
HEADS = {"roles": LABELS, "types": TYPES, "facts": FACT_LABELS}
IGNORE = -100
SEED = 7
# What begins a window: the vocabulary's own mark, and one that it left free for a text
# that is all in capitals, as pieces have no case and wires of that age tell by other rules.
BEGIN, BEGIN_SHOUTED, END = 101, 1, 102

# Of the windows that tell of nothing so many are enough.
EMPTY_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences of a document, tokenised: ids, and for each its sentence's number."""

    document: str
    pieces: list[int]
    sentence: list[int]
    offsets: list[tuple[int, int]]
    labels: list[int]
    facts: list[int]
    types: list[list[float]]
    some: list[float] | None


def windows(row: dict[str, Any], tokenizer: Tokenizer) -> Iterator[Window]:
    """Yield the windows of one example: whole sentences, up to MAX_PIECES pieces."""
    text = row["text"]
    begun = False
    held: list[tuple[list[int], list[tuple[int, int]], Any]] = []
    size = 2

    def close() -> Window:
        nonlocal begun
        first = not begun
        begun = True
        return _window(row, held, first=first)

    kinds = zip(row["types"], row["unknown"], strict=True)
    for (start, end), types in zip(row["sentences"], kinds, strict=True):
        coded = tokenizer.encode(text[start:end], add_special_tokens=False)
        ids = coded.ids[: MAX_PIECES - 2]
        offsets = [(a + start, b + start) for a, b in coded.offsets][: MAX_PIECES - 2]
        if size + len(ids) > MAX_PIECES and held:
            yield close()
            held, size = [], 2
        held.append((ids, offsets, types))
        size += len(ids)
    if held:
        yield close()


def _window(
    row: dict[str, Any],
    held: Sequence[tuple[list[int], list[tuple[int, int]], Any]],
    *,
    first: bool,
) -> Window:
    begin = BEGIN_SHOUTED if row["shouted"] else BEGIN
    pieces, sentence, offsets = [begin], [0], [(0, 0)]
    types: list[list[float]] = []
    for number, (ids, places, (kinds, open_)) in enumerate(held, start=1):
        pieces += ids
        sentence += [number] * len(ids)
        offsets += places
        types.append(
            [-1.0 if kinds is None or t in open_ else float(t in kinds) for t in TYPES]
        )
    pieces.append(END)
    sentence.append(0)
    offsets.append((0, 0))
    unknown = {n for n, (_, _, (kinds, _)) in enumerate(held, start=1) if kinds is None}
    labels = _marked(row["roles"], LABELS, sentence, offsets, unknown)
    facts = _marked(row["facts"], FACT_LABELS, sentence, offsets, unknown)
    some = [float(t in row["some"]) for t in TYPES] if row["some"] and first else None
    return Window(row["id"], pieces, sentence, offsets, labels, facts, types, some)


def _marked(
    spans: list[list[Any]] | None,
    names: Sequence[str],
    sentence: Sequence[int],
    offsets: Sequence[tuple[int, int]],
    unknown: set[int],
) -> list[int]:
    """Return a label a piece: begin and inside of the spans, IGNORE where nobody knows."""
    if spans is None:
        return [IGNORE] * len(sentence)
    labels = [IGNORE if s == 0 or s in unknown else 0 for s in sentence]
    for start, end, name in spans:
        begun = False
        for at, (a, b) in enumerate(offsets):
            if sentence[at] and a < end and start < b:
                if name == "?":
                    labels[at] = IGNORE
                    continue
                labels[at] = names.index(f"{'I' if begun else 'B'}-{name}")
                begun = True
    return labels


def new_reader(dropout: float = 0.1) -> Reader:
    """Return a reader with our heads, nothing learnt yet."""
    return Reader(*map(len, HEADS.values()), dropout=dropout)


def begun(checkpoint: Path, start: Path | None) -> Reader:
    """Return a reader to go on from: of the checkpoint, or of a state that was trained."""
    reader = new_reader()
    load_weights(reader, checkpoint)
    with torch.no_grad():
        reader.words.weight[BEGIN_SHOUTED] = reader.words.weight[BEGIN]
    if start:
        # Our own file, and tensors only.
        reader.load_state_dict(torch.load(start, weights_only=True))
    return reader


def batches(held: Sequence[Window], size: int) -> Iterator[list[Window]]:
    """Yield batches of windows of like length, in random order."""
    order = sorted(held, key=lambda w: (len(w.pieces) // 24, random.random()))
    made = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(made)
    yield from made


def tensors(batch: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return pieces, sentences, labels of roles and of facts, and types, padded."""
    longest = max(len(w.pieces) for w in batch)
    most = max(len(w.types) for w in batch)

    def padded(rows: Sequence[list[int]], fill: int) -> Tensor:
        return torch.tensor([r + [fill] * (longest - len(r)) for r in rows])

    types = torch.full((len(batch), most, len(TYPES)), -1.0)
    for n, window in enumerate(batch):
        types[n, : len(window.types)] = torch.tensor(window.types)
    return (
        padded([w.pieces for w in batch], 0),
        padded([w.sentence for w in batch], 0),
        padded([w.labels for w in batch], IGNORE),
        padded([w.facts for w in batch], IGNORE),
        types,
    )


def loss_of(reader: Reader, batch: Sequence[Window]) -> Tensor:
    """Roles and facts by cross entropy, types by binary cross entropy, known labels only."""
    pieces, sentence, labels, facts, types = tensors(batch)
    role_scores, type_scores, fact_scores = reader(pieces, sentence)
    total = torch.zeros(())
    for scores, wanted in ((role_scores, labels), (fact_scores, facts)):
        if (wanted != IGNORE).any():
            total = total + nn.functional.cross_entropy(
                scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORE
            )
    known = types >= 0
    type_scores = type_scores.float()
    if known.any():
        total = total + 2.0 * nn.functional.binary_cross_entropy_with_logits(
            type_scores[known], types[known]
        )
    for n, window in enumerate(batch):
        if window.some is not None:
            scores = type_scores[n, : len(window.types)]
            best = scores.max(0).values
            asked = torch.tensor(window.some)
            total = total + 0.3 / len(
                batch
            ) * nn.functional.binary_cross_entropy_with_logits(
                best[asked > 0], asked[asked > 0]
            )
    return total


def spans_of(labels: Sequence[str], window: Window) -> set[tuple[str, int, int, str]]:
    """Return (document, start, end, role) of the spans that labels mark."""
    found, start, role, end = set(), None, "", 0
    for at, label in enumerate([*labels, "O"]):
        mark, _, name = label.partition("-")
        if start is not None and (mark != "I" or name != role):
            found.add((window.document, start, end, role))
            start = None
        if mark == "B" or (mark == "I" and start is None):
            start, role = window.offsets[at][0], name
        if at < len(window.offsets):
            end = window.offsets[at][1]
    return found


def evaluate(reader: Reader, held: Sequence[Window]) -> dict[str, float]:
    """Return exact span F1 by role and fact (unknown spans left out) and sentence F1 by type."""
    reader.eval()
    gold, said = set(), set()
    right = torch.zeros(len(TYPES))
    asked = torch.zeros(len(TYPES))
    told = torch.zeros(len(TYPES))
    with torch.no_grad():
        for n in range(0, len(held), 16):
            batch = held[n : n + 16]
            pieces, sentence, labels, facts, types = tensors(batch)
            role_scores, type_scores, fact_scores = reader(pieces, sentence)
            for scores, wanted, names in (
                (role_scores, labels, LABELS),
                (fact_scores, facts, FACT_LABELS),
            ):
                best = scores.argmax(-1)
                for row, window in enumerate(batch):
                    truth = [int(i) for i in wanted[row, : len(window.pieces)]]
                    mine = [
                        names[int(i)] if k != IGNORE else "O"
                        for i, k in zip(best[row, : len(truth)], truth, strict=True)
                    ]
                    gold |= spans_of([names[max(0, i)] for i in truth], window)
                    said |= spans_of(mine, window)
            known_types = types >= 0
            yes = (type_scores > 0) & known_types
            true = (types > 0) & known_types
            right += (yes & true).sum((0, 1))
            asked += true.sum((0, 1))
            told += yes.sum((0, 1))
    figures = {}
    for role in (*ROLES, *FACTS, "all"):
        g = {s for s in gold if role in (s[3], "all")}
        s = {x for x in said if role in (x[3], "all")}
        figures[role] = 2 * len(g & s) / max(1, len(g) + len(s))
    for n, name in enumerate(TYPES):
        figures[f"is {name}"] = float(2 * right[n] / max(1.0, asked[n] + told[n]))
    return figures


def _teaches(window: Window) -> bool:
    """Say whether a window is kept: all that tell of something, some that tell of nothing."""
    if window.some or any(label > 0 for label in (*window.labels, *window.facts)):
        return True
    if any(value > 0 for types in window.types for value in types):
        return True
    known = any(types[0] >= 0 for types in window.types)
    return known and random.random() < EMPTY_SHARE


def main() -> None:
    """Train, and keep the weights of the last epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("build/training"))
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/training/reader.pt"))
    parser.add_argument("--start", type=Path, help="go on from these weights")
    parser.add_argument(
        "--parts",
        nargs="+",
        default=["muc", "news"],
        help="files of --data to learn from; one named twice is read twice an epoch",
    )
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-4)
    asked = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(asked.checkpoint / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    held = {
        part: [
            window
            for line in (asked.data / f"{part}.jsonl").open()
            for window in windows(json.loads(line), tokenizer)
        ]
        for part in (*asked.parts, "dev", "dev_corpus")
    }
    taught = [w for part in asked.parts for w in held[part] if _teaches(w)]
    print(len(taught), "windows", flush=True)
    reader = begun(asked.checkpoint, asked.start)
    heads = [p for n, p in reader.named_parameters() if n.startswith(tuple(HEADS))]
    body = [p for n, p in reader.named_parameters() if not n.startswith(tuple(HEADS))]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": asked.rate}, {"params": heads, "lr": 10 * asked.rate}],
        weight_decay=0.01,
    )
    steps = asked.epochs * (len(taught) // asked.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda n: min((n + 1) / (0.06 * steps), max(0.0, (steps - n) / (0.94 * steps))),
    )
    # Half as long a step where the processor multiplies them, many times as long elsewhere.
    brief = "avx512_bf16" in Path("/proc/cpuinfo").read_text("utf-8")
    done, clock = 0, time.monotonic()
    for epoch in range(asked.epochs):
        reader.train()
        total = 0.0
        for batch in batches(taught, asked.batch):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=brief):
                loss = loss_of(reader, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
            done += 1
            if done % 50 == 0:
                passed = time.monotonic() - clock
                print(f"{done}/{steps} steps, {passed:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {total:.2f}", flush=True)
        for part in ("dev", "dev_corpus"):
            figures = evaluate(reader, held[part])
            shown = " ".join(f"{k} {v:.3f}" for k, v in figures.items())
            print(f"  {part}: {shown}", flush=True)
        torch.save(reader.state_dict(), asked.out)


if __name__ == "__main__":
    main()
