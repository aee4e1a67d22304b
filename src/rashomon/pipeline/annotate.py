"""One layer of what is read in a text: the same extractors as a run, without a store.

The text is read exactly as given, so that offsets are the input's own; nothing is
cleaned but a page's markup, which is blanked and keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.clean import dates as published_dates
from rashomon.clean import language
from rashomon.extract import accounts, attribution, counts, dates, mentions, reading
from rashomon.extract.reading import Reading
from rashomon.ingest.read import read_inputs
from rashomon.model.document import Document, Media, RawDocument
from rashomon.model.outcome import Failure
from rashomon.pipeline.stages import toponyms_of
from rashomon.publish import layers
from rashomon.publish.layers import Annotation, Layer, annotation_row

_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|head|noscript)\b.*?</\1\s*>|<[^>]*>", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text that was read, and the rows of the layer in reading order."""

    origin: str
    rows: tuple[dict[str, object], ...]


# What a text that nobody foresaw can make an extractor raise; a run has its own net.
_BROKEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def annotate(inputs: Sequence[str], layer: Layer) -> Iterator[AnnotatedText | Failure]:
    """Yield the rows of each text in turn, and a Failure for each bad input."""
    for raw in read_inputs(inputs):
        if isinstance(raw, Failure):
            yield raw
            continue
        try:
            yield annotate_text(raw, layer)
        except _BROKEN as error:
            reason = f"{type(error).__name__}: {error}"
            yield Failure(
                stage="extract",
                origin=raw.origin,
                message=f"{raw.origin}: could not be read ({reason}); please report it"
                " with the file",
                document_id=raw.id,
            )


def annotate_text(raw: RawDocument, layer: Layer) -> AnnotatedText:
    """Return the rows of one text."""
    document = as_given(raw)
    found = _READERS[layer](reading.read(document))
    rows = [
        annotation_row(document.id, layer, document.text, annotation)
        for annotation in sorted(found, key=lambda a: a.span)
    ]
    return AnnotatedText(raw.origin, tuple(rows))


def as_given(raw: RawDocument) -> Document:
    """Return the document of a text as it is; a page's markup becomes spaces."""
    text = raw.content
    if raw.media is Media.HTML:
        text = _MARKUP.sub(lambda markup: " " * len(markup.group()), text)
    head = published_dates.strip_stamp(text)
    hints = published_dates.Hints(stamp=head.stamp)
    return Document(
        id=raw.id,
        text=text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        url=raw.url,
        source=raw.source,
        title=raw.title,
        published=published_dates.published(raw, text, hints),
        retrieved=raw.retrieved,
        language=raw.language or language.of(text),
    )


def _places(text: Reading) -> list[Annotation]:
    return [layers.of_toponym(t) for t in toponyms_of(text, mentions.find(text))]


def _dates(text: Reading) -> list[Annotation]:
    return [layers.of_time(time) for time in dates.find(text)]


def _counts(text: Reading) -> list[Annotation]:
    return [layers.of_count(count) for count in counts.find(text)]


def _attributions(text: Reading) -> list[Annotation]:
    return [layers.of_attribution(said) for said in attribution.find(text)]


def _incidents(text: Reading) -> list[Annotation]:
    named = mentions.find(text)
    found = accounts.group(
        text,
        times=dates.find(text),
        counts=counts.find(text),
        attributions=attribution.find(text),
        mentions=named,
        toponyms=toponyms_of(text, named),
    )
    return [layers.of_account(account) for account in found]


_READERS: Mapping[Layer, Callable[[Reading], list[Annotation]]] = {
    Layer.PLACES: _places,
    Layer.DATES: _dates,
    Layer.COUNTS: _counts,
    Layer.ATTRIBUTIONS: _attributions,
    Layer.INCIDENTS: _incidents,
}
