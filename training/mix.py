"""Weighs two trained readers together: so much of one, the rest of the other.

    .venv-train/bin/python -m training.mix OLD.pt NEW.pt --share 0.4 [--whole] -o MIXED.pt

The straight line between weights and what they became by more training holds points that
keep most of both (Wortsman et al. 2022, robust fine-tuning). The head of facts, and kinds
that only the newer one has learnt, are the newer one's; ``--whole``: both have learnt all.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

# So many kinds of a deed both have learnt; the rest only the newer.
COMMON_TYPES = 6

State = dict[str, torch.Tensor]


def mixed(old: State, new: State, share: float, *, whole: bool = False) -> State:
    """Return the weights at ``share`` (0 to 1) of the way from old to new."""
    made = {
        name: value
        if name.startswith("facts") and not whole
        else share * value + (1.0 - share) * old[name]
        for name, value in new.items()
    }
    for name in () if whole else ("types.weight", "types.bias"):
        made[name][COMMON_TYPES:] = new[name][COMMON_TYPES:]
    return made


def main() -> None:
    """Read two states, and write what lies between."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--share", type=float, default=0.4)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("-o", "--out", type=Path, required=True)
    asked = parser.parse_args()
    # Our own files, and tensors only.
    states = [torch.load(p, weights_only=True) for p in (asked.old, asked.new)]
    torch.save(mixed(*states, asked.share, whole=asked.whole), asked.out)
    print(f"{asked.out}: {asked.share:.2f} of {asked.new}")


if __name__ == "__main__":
    main()
