"""Writes the trained reader as an int8 ONNX file, with its tokenizer and a card's figures.

Both go into ``src/rashomon/data/reader/``. The graph takes ``pieces`` [batch, n] (int64)
and ``inside`` [batch, sentences, n] (1.0 where a piece lies in a sentence) and gives
``roles`` [batch, n, labels], ``types`` [batch, sentences, types] and ``facts`` [batch, n,
labels], unnormalised.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import Reader
from training.train import HEADS, new_reader

OPSET = 17


class Graph(nn.Module):
    """The reader with the sentences given as a matrix, so that the graph has no loop."""

    def __init__(self, reader: Reader) -> None:
        """Wrap a trained reader."""
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, inside: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of roles, types and facts."""
        held = self.reader
        bias = torch.where(pieces != 0, 0.0, -10000.0)[:, None, None, :]
        at = torch.arange(pieces.shape[1])
        hidden = held.words(pieces) + held.positions(at)[None] + held.kinds.weight[0]
        hidden = held.norm(hidden)
        for layer in held.layers:
            hidden = layer(hidden, bias)
        mean = inside @ hidden / inside.sum(-1, keepdim=True).clamp(min=1.0)
        window = hidden[:, :1].expand(-1, inside.shape[1], -1)
        types = held.types(torch.cat([mean, window], -1))
        return held.roles(hidden), types, held.facts(hidden)


def main() -> None:
    """Export, quantise, and write what a card needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--weights", type=Path, default=Path("build/training/reader.pt")
    )
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("src/rashomon/data/reader"))
    asked = parser.parse_args()
    reader = new_reader(dropout=0.0)
    # Our own file of a minute ago, and tensors only.
    reader.load_state_dict(torch.load(asked.weights, weights_only=True))
    reader.eval()
    asked.out.mkdir(parents=True, exist_ok=True)
    pieces = torch.randint(1000, 2000, (2, 12))
    inside = torch.ones(2, 3, 12)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Graph(reader),
            (pieces, inside),
            str(whole),
            input_names=["pieces", "inside"],
            output_names=list(HEADS),
            dynamic_axes={
                "pieces": {0: "batch", 1: "n"},
                "inside": {0: "batch", 1: "sentences", 2: "n"},
                "roles": {0: "batch", 1: "n"},
                "types": {0: "batch", 1: "sentences"},
                "facts": {0: "batch", 1: "n"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        made = asked.out / "reader.onnx"
        # Unsigned by unsigned: products of signed by unsigned bytes overflow on processors
        # without VNNI, and the reader would read otherwise on them.
        quantize_dynamic(whole, made, weight_type=QuantType.QUInt8, per_channel=True)
    shutil.copy(asked.checkpoint / "tokenizer.json", asked.out / "tokenizer.json")
    (asked.out / "labels.json").write_text(json.dumps(HEADS, indent=1) + "\n")
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB, sha256 {digest}")


if __name__ == "__main__":
    main()
