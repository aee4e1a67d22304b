"""Word classes and base forms as spaCy's rules give them, each looked up once.

Two of the English pipeline's parts go by rule: one puts right the word classes that the
tagger gave, one finds base forms. What they say of a word depends on little (its tag,
its part in the sentence, its letters), so it is remembered here instead of worked out
for each word anew: the same comes out, in a fifth of the time (docs/decisions/0020).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

# What a rule may look at in a word, as far as we know to remember by it.
_SEEN = {"TAG", "LOWER", "DEP", "IS_SPACE"}
# So many words are remembered; a text in gibberish must not fill the memory.
MAX_REMEMBERED = 200_000

Pattern = Sequence[Mapping[str, Any]]
Key = tuple[int, int, int]
# The numbers of the rules that say something of a word, in order.
Numbers = tuple[int, ...]


def remember(nlp: Language) -> None:
    """Let an English pipeline remember what its rules said of a word."""
    for place, part in enumerate(nlp._components):  # noqa: SLF001 - a wrapper is no pipe to spaCy, which asks for a factory
        name, step = part
        if isinstance(step, AttributeRuler):
            nlp._components[place] = (name, Classes(step))  # noqa: SLF001
        elif isinstance(step, Lemmatizer) and step.mode == "rule":
            nlp._components[place] = (name, Lemmas(step))  # noqa: SLF001


class Classes:
    """An attribute ruler whose rules about one word are looked up by that word.

    Rules that look at several words, or at more than ``_SEEN``, are matched as ever.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        """Part the rules by what they look at."""
        self._attrs = ruler.attrs
        self._indices = ruler.indices
        self._single, self._other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._strings = ruler.vocab.strings
        self._known: dict[Key, Numbers] = {}
        self._merged: dict[Numbers, dict[Any, Any]] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            by_word = all(_by_word(pattern) for pattern in patterns)
            matcher = self._single if by_word else self._other
            matcher.add(str(number), patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say, later rules over earlier ones."""
        further = defaultdict(list)
        for at, number in self._matched(doc):
            further[at].append(number)
        for at, token in enumerate(doc):
            numbers = self._of_word(token)
            if at in further:
                numbers = tuple(sorted([*numbers, *further[at]]))
            if numbers:
                set_token_attrs(token, self._said(numbers))
        return doc

    def _matched(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Yield the word and the number of each rule that looks further than at one word."""
        for name, start, end in self._other(doc, allow_missing=True):
            number = int(self._strings[name])
            index = self._indices[number]
            yield (start + index if index >= 0 else end + index), number

    def _of_word(self, token: Token) -> Numbers:
        key = (token.tag, token.lower, token.dep)
        numbers = self._known.get(key)
        if numbers is None:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            found = self._single(token.doc[token.i : token.i + 1], allow_missing=True)
            numbers = tuple(sorted(int(self._strings[name]) for name, _, _ in found))
            self._known[key] = numbers
        return numbers

    def _said(self, numbers: Numbers) -> dict[Any, Any]:
        """Return what several rules set together."""
        merged = self._merged.get(numbers)
        if merged is None:
            merged = {}
            for number in numbers:
                merged.update(self._attrs[number])
            self._merged[numbers] = merged
        return merged


def _by_word(pattern: Pattern) -> bool:
    return len(pattern) == 1 and set(pattern[0]) <= _SEEN


class Lemmas:
    """A lemmatizer by rule that remembers each word it has seen, by class and form."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        """Remember nothing yet."""
        self._lemmatizer = lemmatizer
        self._strings = lemmatizer.vocab.strings
        self._known: dict[Key, int] = {}

    @property
    def lookups(self) -> Lookups:
        """The lemmatizer's own tables."""
        return self._lemmatizer.lookups

    def __call__(self, doc: Doc) -> Doc:
        """Give each word that has none its base form."""
        overwrite, known = self._lemmatizer.overwrite, self._known
        for token in doc:
            if token.lemma and not overwrite:
                continue
            key = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
            lemma = known.get(key)
            if lemma is None:
                if len(known) >= MAX_REMEMBERED:
                    known.clear()
                words = self._lemmatizer.lemmatize(token)[0]
                lemma = known[key] = self._strings.add(words)
            token.lemma = lemma
        return doc
