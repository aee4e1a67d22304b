"""Marking what is read in each text: ``annotate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from rashomon.cli import terminal
from rashomon.cli.failures import tell
from rashomon.cli.gazetteer import have_gazetteer
from rashomon.cli.options import Inputs, Out, at_least_one
from rashomon.cli.progress import counting
from rashomon.cli.publish import put
from rashomon.model.outcome import Failure
from rashomon.pipeline.ledger import Progress
from rashomon.publish.layers import Layer
from rashomon.publish.plain import json_text

if TYPE_CHECKING:
    from rashomon.pipeline.annotate import AnnotatedText


def annotate(
    *inputs: Inputs,
    layer: Annotated[Layer, Parameter(help="What to mark.")],
    out: Out = "-",
) -> int:
    """Mark what is read in each text, span by span, without a database.

    Each text is read exactly as given, so that offsets are the input's own. One JSON
    line a span: document, layer, start, end, text, value.
    """
    at_least_one(inputs)
    # The models take a second to load: not before they are needed.
    from rashomon.pipeline import annotate as pipeline

    if layer in {Layer.PLACES, Layer.INCIDENTS}:
        have_gazetteer()
    failures: list[Failure] = []
    with counting("texts", out) as counter:
        counter.step(f"marking {layer.value}")
        found = pipeline.annotate(inputs, layer)
        status = put(_lines(found, counter, failures), out, "spans")
    return terminal.SOME_FAILED if failures else status


def _lines(
    found: Iterable[AnnotatedText | Failure], counter: Progress, failures: list[Failure]
) -> Iterator[str]:
    """Yield the rows as they are read; what failed is named at once and kept."""
    for item in found:
        counter.advance()
        if isinstance(item, Failure):
            failures.append(item)
            tell(item)
        else:
            yield from map(json_text, item.rows)
