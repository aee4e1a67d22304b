"""An explanation on a terminal: the value, the rule, and every quotation behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
from rashomon.publish.wording import attribute_words, finding_words, since_words


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
    if finding.relation:
        stood = words(f": {finding.relation_why}")
        parts.append(Text.assemble(words(finding.relation.value, "bold"), stood))
    for number, position in enumerate(explanation.positions, start=1):
        parts += [Text(""), *_position(number, position)]
    return Group(*parts)


def _position(number: int, explained: ExplainedPosition) -> Iterator[RenderableType]:
    chosen = "  ← published" if explained.chosen else ""
    voices = len(explained.origins)
    noun = "independent voice" if voices == 1 else "independent voices"
    yield words(f"{number}. {explained.words}{chosen}", "bold")
    told = f"{voices} {noun}: {_voices(explained)}; {since_words(explained.position)}"
    yield _under([words(told, "dim")])
    yield _under(_testimonies(explained.said))
    if explained.denied:
        yield _under([Text(""), Text("denied by", style="bold red")])
        yield _under(_testimonies(explained.denied))


def _under(lines: Iterable[RenderableType]) -> Padding:
    return Padding(Group(*lines), (0, 0, 0, 3), expand=False)


def _voices(explained: ExplainedPosition) -> str:
    return "; ".join(_voice(outlets) for outlets in explained.origins) or "none"


def _voice(outlets: Sequence[str]) -> str:
    first, *copies = outlets
    return f"{first} (copied by {', '.join(copies)})" if copies else first


def _testimonies(said: Sequence[Testimony]) -> Iterator[RenderableType]:
    """Yield each testimony; a copy that says the same in the same words in one line."""
    told: set[tuple[str, str, str]] = set()
    for testimony in said:
        sentence = testimony.before + testimony.quote + testimony.after
        speaker = testimony.claim.speaker
        key = (testimony.quote, sentence, speaker.name if speaker else "")
        if testimony.copy_of and key in told:
            yield words(f"= the same words in {_place(testimony)}", "dim")
            yield _indented(words(_grounds(testimony), "dim"))
        else:
            yield from _testimony(testimony)
        told.add(key)


def _testimony(testimony: Testimony) -> Iterator[RenderableType]:
    claim = testimony.claim
    signs = marks(claim.stance, differs=testimony.differs)
    voice = claim.speaker.name if claim.speaker else "the outlet itself"
    cue = f", cue “{claim.cue.of(testimony.document.text)}”" if claim.cue else ""
    yield Text("")
    yield words(f"{signs}{_place(testimony)}", "cyan")
    yield _indented(
        Text.assemble(
            words(testimony.before),
            ("»", "bold"),
            words(testimony.quote, "bold"),
            ("«", "bold"),
            words(testimony.after),
        )
    )
    yield _indented(words(f"said by {voice}{cue}; {claim.stance.value}"))
    yield _indented(words(_grounds(testimony), "dim"))


def _place(testimony: Testimony) -> str:
    published = testimony.document.published
    when = f"{published.value or 'undated'} ({published.basis.value})"
    copy = f", a copy of {testimony.copy_of}" if testimony.copy_of else ""
    return f"{outlet_of(testimony.document)}, published {when}{copy}"


def _grounds(testimony: Testimony) -> str:
    """Return where the words stand: document, offsets, claim and address."""
    claim, url = testimony.claim, testimony.document.url
    where = f"{claim.document_id} [{claim.span.start}:{claim.span.end}]"
    return f"{where} {claim.id}" + (f" {url}" if url else "")


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2), expand=False)
