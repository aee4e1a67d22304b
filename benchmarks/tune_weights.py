"""Tune what grounds weigh by the incidents that they make, within bounds and in order.

    python -m benchmarks.tune_weights --wire WIRE.db --gva GVA.db --data DATA
        [--keep DB ...] [--half 0|1] [-o TABLE]

The databases are those of ``learn_weights``, whose table (the present one) is begun with.
That table is learnt pair by pair; what counts is how accounts are grouped. So one weight
after another is moved a step up or down, and the step kept where the mean of three scores
rises: CoNLL of gva, of a tenth of its incidents as a small pile, and B-cubed of wire-dev.
A move is not made that leaves the bounds of ``learn_weights``, that puts more of a thing
(words in common, the same dead, nearness) below less of it, or that changes the
incidents of a database to ``--keep``. ``--half``: gva's incidents of one half only are
tuned on, and what is said of the other half is of incidents that were not.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix

from benchmarks.learn_weights import BOUNDS, Labelled, grounds, gva, read, wire
from rashomon.cluster import blocking, incidents
from rashomon.cluster.matching import prior_bits
from rashomon.cluster.profiles import survey
from rashomon.cluster.weights import PRIOR, PRIOR_PER_DOUBLING, WEIGHTS
from rashomon.model.account import Prominence
from rashomon.model.ids import AccountId

# A weight is moved by so many bits, then by half of it, down to the last.
FIRST_STEP, LAST_STEP = 1.0, 0.25
WORTH = 0.0002
SMALL_SHARE = 10
SEED = 5
# So much may more of a thing weigh below less of it: what is told of few pairs is noisy.
SLACK = 0.3
ORDERS: tuple[tuple[str, ...], ...] = (
    tuple(f"words_{step}" for step in range(10)),
    tuple(
        "no_rare_names common_names rare_name rare_names rarer_names"
        " very_rare_names many_rare_names all_rare_names".split()
    ),
    tuple(f"same_{size}_dead" for size in ("one", "few", "several", "many")),
    tuple(f"same_{size}_injured" for size in ("one", "few", "several", "many")),
    ("far_other_dead", "other_dead", "like_dead"),
    ("far_other_injured", "other_injured", "like_injured"),
    tuple(f"places_{far}" for far in "very_far_apart far_apart apart near close".split()),
    tuple("weeks_apart a_week_apart days_apart two_days_apart next_day same_day".split()),
    tuple(f"reported_{far}" for far in "months_apart weeks_apart days_apart".split()),
)  # fmt: skip

Labels = Mapping[AccountId, str]


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile of accounts: what was found of each candidate pair, and the labels."""

    found: csr_matrix
    names: Sequence[str]
    candidates: blocking.Candidates
    main: Sequence[AccountId]
    accounts: int
    labels: Labels


@dataclass(frozen=True, slots=True)
class Table:
    """What each ground weighs, and the prior."""

    weights: Mapping[str, float]
    prior: float = PRIOR
    per_doubling: float = PRIOR_PER_DOUBLING


def pile(held: Labelled) -> Pile:
    """Return the candidates of a labelled set and the grounds of each."""
    profiles = list(held.profiles.values())
    known = survey(profiles)
    candidates = blocking.pairs(profiles, known)
    number: dict[str, int] = {}
    rows, columns = [], []
    for row, (one, other) in enumerate(candidates):
        for name in grounds(one, other, known):
            rows.append(row)
            columns.append(number.setdefault(name, len(number)))
    shape = (len(candidates), len(number))
    return Pile(
        found=csr_matrix((np.ones(len(rows)), (rows, columns)), shape),
        names=list(number),
        candidates=candidates,
        main=[p.account_id for p in profiles if p.prominence is Prominence.MAIN],
        accounts=known.accounts,
        labels=held.incident,
    )


def grouped(held: Pile, table: Table) -> dict[AccountId, str]:
    """Return the incident of each account under a table."""
    weights = np.array([table.weights.get(name, 0.0) for name in held.names])
    prior = prior_bits(held.accounts, table.prior, table.per_doubling)
    parted = blocking.parted(held.candidates, held.found @ weights + prior)
    names = [one.account_id for one in held.candidates.profiles]
    made = incidents.derive(names, parted, main=held.main)
    return {account: one.id for one in made for account in one.account_ids}


def _clusters(labels: Mapping[AccountId, str]) -> list[set[AccountId]]:
    held: dict[str, set[AccountId]] = defaultdict(set)
    for account, label in labels.items():
        held[label].add(account)
    return list(held.values())


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Labels, ours: Labels) -> float:
    """Return B-cubed F1 (Bagga and Baldwin 1998)."""

    def share(these: Labels, those: Labels) -> float:
        held = {a: group for group in _clusters(those) for a in group}
        parts = (
            len({b for b in group if those[b] == those[a]}) / len(group)
            for group in _clusters(these)
            for a in group
        )
        return math.fsum(parts) / len(held)

    return _f1(share(ours, gold), share(gold, ours))


def muc(gold: Labels, ours: Labels) -> float:
    """Return MUC F1 (Vilain et al. 1995)."""

    def kept(these: Labels, those: Labels) -> float:
        groups = _clusters(these)
        links = sum(len(group) - 1 for group in groups)
        held = sum(len(group) - len({those[a] for a in group}) for group in groups)
        return held / links if links else 0.0

    return _f1(kept(ours, gold), kept(gold, ours))


def ceafe(gold: Labels, ours: Labels) -> float:
    """Return CEAF F1 with phi4 (Luo 2005)."""
    left, right = _clusters(gold), _clusters(ours)
    at = {a: number for number, group in enumerate(right) for a in group}
    likeness = np.zeros((len(left), len(right)))
    for row, group in enumerate(left):
        for column in {at[a] for a in group}:
            shared = len(group & right[column])
            likeness[row, column] = 2 * shared / (len(group) + len(right[column]))
    total = likeness[linear_sum_assignment(-likeness)].sum()
    return _f1(float(total) / len(right), float(total) / len(left))


def conll(held: Pile, table: Table, half: int | None = None) -> float:
    """Return the mean of the three over the labelled accounts, or over half of them."""
    gold = {
        a: label
        for a, label in held.labels.items()
        if half is None or crc32(label.encode()) % 2 == half
    }
    home = grouped(held, table)
    ours = {a: home[a] for a in gold}
    return (b_cubed(gold, ours) + ceafe(gold, ours) + muc(gold, ours)) / 3


def _allowed(weights: Mapping[str, float], name: str) -> bool:
    """Say whether a weight is within its bounds, and in order with its neighbours."""
    low, high = BOUNDS.get(name, (-9.0, 9.0))
    if not low <= weights[name] <= high:
        return False
    for order in ORDERS:
        if name in order:
            at = order.index(name)
            beside = [weights[n] for n in order[max(0, at - 1) : at + 2]]
            if any(a > b + SLACK for a, b in pairwise(beside)):
                return False
    return True


@dataclass(frozen=True, slots=True)
class Sets:
    """What is tuned on: two labelled piles, a small one, and what must stay as it is."""

    gva: Pile
    small: Pile
    wire: Pile
    kept: Sequence[tuple[Pile, frozenset[frozenset[AccountId]]]]
    half: int | None

    def score(self, table: Table) -> float:
        """Return the mean of the three scores; nothing where what is kept changes."""
        if any(_parts(held, table) != parts for held, parts in self.kept):
            return 0.0
        home = grouped(self.wire, table)
        b3 = b_cubed(self.wire.labels, {a: home[a] for a in self.wire.labels})
        return (conll(self.gva, table, self.half) + conll(self.small, table) + b3) / 3


def _parts(held: Pile, table: Table) -> frozenset[frozenset[AccountId]]:
    return frozenset(map(frozenset, _clusters(grouped(held, table))))


def moves(table: Table, name: str, step: float) -> Iterable[Table]:
    """Yield the table with one weight, or the prior, a step up and a step down."""
    for way in (step, -step):
        if name == "prior":
            yield replace(table, prior=table.prior + way / 2)
        elif name == "per doubling":
            yield replace(table, per_doubling=table.per_doubling + way / 10)
        else:
            moved = {**table.weights, name: table.weights[name] + way}
            if _allowed(moved, name):
                yield replace(table, weights=moved)


def tuned(sets: Sets, table: Table) -> Table:
    """Return the table after no move of the last size is worth making any more."""
    seen = {*sets.gva.names, *sets.wire.names}
    knobs = [
        "prior",
        "per doubling",
        *sorted(seen & WEIGHTS.keys() - {"same_document"}),
    ]
    steps = dict.fromkeys(knobs, FIRST_STEP)
    best, draw = sets.score(table), random.Random(SEED)
    while waiting := [name for name in knobs if steps[name] >= LAST_STEP]:
        draw.shuffle(waiting)
        for name in waiting:
            for moved in moves(table, name, steps[name]):
                reached = sets.score(moved)
                if reached > best + WORTH:
                    table, best = moved, reached
                    print(f"{best:.4f}  {name}", flush=True)
                    break
            else:
                steps[name] /= 2
    return table


def _small(held: Labelled) -> Labelled:
    """Return a tenth of the incidents of a set, with all accounts of their reports."""
    documents = {
        held.profiles[a].document_id
        for a, label in held.incident.items()
        if crc32(label.encode()) % SMALL_SHARE == 0
    }
    profiles = {a: p for a, p in held.profiles.items() if p.document_id in documents}
    labels = {a: label for a, label in held.incident.items() if a in profiles}
    return Labelled("small", profiles, labels, survey(list(profiles.values())))


def main() -> int:
    """Tune, say what is reached on what was and was not tuned on, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--wire", type=Path, required=True)
    ask.add_argument("--gva", type=Path, required=True)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--keep", type=Path, nargs="*", default=[])
    ask.add_argument("--half", type=int, choices=(0, 1))
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    shootings = gva(asked.gva, asked.data / "gva" / "gold.jsonl")
    began, kept = Table(WEIGHTS), []
    for path in asked.keep:
        profiles = read("keep", path)[2]
        held = pile(Labelled("keep", profiles, {}, survey(list(profiles.values()))))
        kept.append((held, _parts(held, began)))
    sets = Sets(
        gva=pile(shootings),
        small=pile(_small(shootings)),
        wire=pile(wire(asked.wire, asked.data / "wire-dev" / "gold.json")),
        kept=kept,
        half=asked.half,
    )
    ended = tuned(sets, began)
    for told, table in (("before", began), ("after", ended)):
        halves = [f"{conll(sets.gva, table, half):.4f}" for half in (None, 0, 1)]
        print(f"{told}: gva CoNLL all and each half {', '.join(halves)}")
    print(f"prior {ended.prior:.2f}, {ended.per_doubling:.2f} a doubling")
    changed = {n: w for n, w in ended.weights.items() if w != WEIGHTS[n]}
    lines = [f'    "{n}": {w:.2f},' for n, w in sorted(changed.items())]
    if asked.o:
        asked.o.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
