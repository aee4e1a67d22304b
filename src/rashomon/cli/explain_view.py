"""An explanation on a terminal: the value, the rule, and every quotation behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.cli.matrix_view import marks
from rashomon.cli.terminal import status_words, words
from rashomon.publish.explanation import (
    ExplainedPosition,
    Explanation,
    Testimony,
)
from rashomon.publish.matrix import outlet_of
from rashomon.publish.plain import MARK, is_unsafe
from rashomon.publish.wording import attribute_words, finding_words


def render(explanation: Explanation) -> RenderableType:
    """Return the explanation, the published value first."""
    finding = explanation.finding
    head = Text.assemble(
        words(f"{explanation.incident_id}  ", "dim"), words(explanation.title)
    )
    value = Text.assemble(
        Text(f"{attribute_words(finding.attribute)}: ", style="bold"),
        words(finding_words(finding), "bold"),
        "  ",
        status_words(finding.agreement.value),
    )
    rule = Text.assemble(
        ("chosen by ", "dim"), words(finding.rule, "bold"), words(f": {finding.why}")
    )
    parts: list[RenderableType] = [head, value, rule]
    for number, position in enumerate(explanation.positions, start=1):
        parts += [Text(""), *_position(number, position)]
    return Group(*parts)


def _position(number: int, explained: ExplainedPosition) -> Iterator[RenderableType]:
    chosen = "  ← published" if explained.chosen else ""
    voices = len(explained.origins)
    noun = "independent voice" if voices == 1 else "independent voices"
    yield words(f"{number}. {explained.words}{chosen}", "bold")
    yield Padding(words(f"{voices} {noun}: {_voices(explained)}", "dim"), (0, 0, 0, 3))
    for testimony in explained.said:
        yield Padding(_testimony(testimony), (0, 0, 0, 3))
    if explained.denied:
        yield Padding(Text("denied by", style="bold red"), (1, 0, 0, 3))
    for testimony in explained.denied:
        yield Padding(_testimony(testimony), (0, 0, 0, 3))


def _voices(explained: ExplainedPosition) -> str:
    return "; ".join(_voice(outlets) for outlets in explained.origins) or "none"


def _voice(outlets: Sequence[str]) -> str:
    first, *copies = outlets
    return f"{first} (copied by {', '.join(copies)})" if copies else first


def _testimony(testimony: Testimony) -> RenderableType:
    claim, document = testimony.claim, testimony.document
    signs = marks(claim.stance, differs=testimony.differs).strip()
    sentence = Text.assemble(
        inline(testimony.before, ""),
        inline(testimony.quote, "bold reverse"),
        inline(testimony.after, ""),
    )
    published = document.published
    when = f"{published.value or 'undated'} ({published.basis.value})"
    copy = f", a copy of {testimony.copy_of}" if testimony.copy_of else ""
    place = f"{outlet_of(document)}, published {when}{copy}"
    voice = claim.speaker.name if claim.speaker else "the outlet itself"
    cue = f", cue “{claim.cue.of(document.text)}”" if claim.cue else ""
    where = f"{document.id} [{claim.span.start}:{claim.span.end}]"
    url = f"  {document.url}" if document.url else ""
    said = f"said by {voice}{cue}; {claim.stance.value}"
    return Group(
        Text(""),
        words(f"{signs} {place}".strip(), "cyan"),
        Padding(sentence, (0, 0, 0, 2)),
        Padding(words(said), (0, 0, 0, 2)),
        Padding(words(f"{where}  {claim.id}{url}", "dim"), (0, 0, 0, 2)),
    )


def inline(text: str, style: str) -> Text:
    """Return part of a sentence: harmless, and with the spaces at its ends kept."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    harmless = "".join(MARK if is_unsafe(c) else c for c in spaced)
    return Text(harmless, style=style)
