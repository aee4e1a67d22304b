"""Reads the shipped int8 weights back as tensors, so that training can go on from them.

    .venv-train/bin/python -m training.shipped [--out build/training/reader.pt]

Every weight is its integer less the zero point, times the scale of its column: within a
half step (1/254 of the column's range) of what was trained. A head or a label that the
shipped file has not begins anew.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.encoder import LAYERS
from training.train import HEADS, SEED, new_reader

FILE = Path("src/rashomon/data/reader/reader.onnx")
# In the order in which the graph multiplies by them.
DENSE = ("query", "key", "value", "attended", "inner", "outer")


def state_of(path: Path) -> dict[str, torch.Tensor]:
    """Return a reader's state with the weights of an exported file.

    Raises ValueError where the file is not one of ours.
    """
    graph = onnx.load(str(path)).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def weight(name: str) -> np.ndarray:
        whole = held[f"{name}_quantized"].astype(np.float32)
        zero = held[f"{name}_zero_point"].astype(np.float32)
        return (whole - zero) * held[f"{name}_scale"]

    known = json.loads((path.parent / "labels.json").read_text("utf-8"))
    heads = [name for name in HEADS if name in known]
    body = [f"layers.{n}.{part}" for n in range(LAYERS) for part in DENSE]
    dense = [
        node.input[1].removesuffix("_quantized")
        for node in graph.node
        if node.op_type == "MatMulInteger"
    ]
    wanted = len(body) + len(heads)
    if len(dense) != wanted:
        raise ValueError(f"{path}: {len(dense)} products where {wanted} should be")
    torch.manual_seed(SEED)
    state = new_reader().state_dict()
    for name in state:
        if f"reader.{name}" in held and name.partition(".")[0] not in HEADS:
            state[name] = torch.tensor(held[f"reader.{name}"])
    for name in ("words.weight", "positions.weight"):
        state[name] = torch.tensor(weight(f"reader.{name}"))
    kinds = next(n for n in held if n.startswith("onnx::Add_"))
    state["kinds.weight"][0] = torch.tensor(held[kinds])
    matrices = [torch.tensor(weight(stored).T) for stored in dense]
    for name, matrix in zip(body, matrices[: len(body)], strict=True):
        state[f"{name}.weight"] = matrix
    for name in heads:
        # The graph orders the heads as it likes; each has a number of labels of its own.
        matrix = next(m for m in matrices[len(body) :] if len(m) == len(known[name]))
        bias = held[f"reader.{name}.bias"]
        for row, label in enumerate(known[name]):
            if label in HEADS[name]:
                at = HEADS[name].index(label)
                state[f"{name}.weight"][at] = matrix[row]
                state[f"{name}.bias"][at] = float(bias[row])
    return state


def main() -> None:
    """Write the state for ``training.train --start``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--out", type=Path, default=Path("build/training/reader.pt"))
    asked = parser.parse_args()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state_of(asked.file), asked.out)
    print(f"{asked.out}: from {asked.file}")


if __name__ == "__main__":
    main()
