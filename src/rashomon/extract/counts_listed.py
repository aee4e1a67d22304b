"""Persons harmed in one list, some by number: "a farmer, his wife and two sons" is four.

Read off the English parse. Who is named is one; a plural counts with its number, and a
list with a plural without one is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from rashomon.extract import counts_roles
from rashomon.extract.counts_roles import ATTACKERS
from rashomon.extract.reading import Reading
from rashomon.extract.statements import read_number
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

# "Two children and a man are in a serious condition": a part of those hurt.
_OF_STATE = frozenset({"be", "list", "remain", "expect", "recover"})

_JOINS = frozenset({",", "and", "&", "plus"})

# A list of people is no longer than this; what is, the parser has joined by mistake.
LIST_CHARS = 160


def settle(reading: Reading, told: Sequence[CountMention]) -> list[CountMention]:
    """Return the counts with the sums of such lists, what they counted of them as parts."""
    if not reading.parsed:
        return list(told)
    made = list(told)
    for whole in _lists(reading):
        inside = [
            m
            for m in made
            if m.attribute is whole.attribute
            and m.count.scope is None
            and m.span.overlaps(whole.span)
        ]
        if any(m.count.low >= whole.count.low or m.rule == "none" for m in inside):
            continue
        made = [m for m in made if m not in inside]
        made += [_part(m) for m in inside if not m.rule.endswith("_single")]
        made.append(whole)
    return made


def _part(mention: CountMention) -> CountMention:
    return replace(mention, count=replace(mention.count, scope="part"), rule="part")


def _lists(reading: Reading) -> Iterator[CountMention]:
    for attribute, first, verb in counts_roles.harmed_nouns(reading.doc):
        if verb.lemma_.lower() in _OF_STATE:
            continue
        listed = _listed(first)
        sizes = [_size(token) for token in listed]
        if len(listed) < 2 or None in sizes or not sum(map(bool, sizes)) > 1:
            continue
        numbers = [n for n in sizes if n]
        if 1 not in numbers or max(numbers) < 2 or any(map(_is_title, listed[1:])):
            continue
        if not all(map(_is_joined, listed[1:])) or _is_explained(listed, numbers):
            continue
        start = min(first.left_edge.idx, verb.idx)
        last = listed[-1]
        end = max(last.idx + len(last), verb.idx + len(verb))
        if end - start <= LIST_CHARS:
            number = sum(numbers)
            yield CountMention(
                span=Span(start, end),
                attribute=attribute,
                count=Count(number, number),
                rule="together",
            )


def _listed(first: Token) -> list[Token]:
    """Return the nouns of a list, those too that hang on who the first is said to be.

    Of "Doe, a teacher, and two pupils" they are Doe and pupils.
    """
    one = first.tag_ in {"NN", "NNP", "PRP"}
    apposed = [c for c in first.children if c.dep_ == "appos" and one]
    beside = [t for a in apposed for t in a.conjuncts if t.i > a.i]
    return [t for t in (first, *first.conjuncts, *beside) if t.i >= first.i]


_ANYBODY = frozenset("person people victim other member casualty".split())


def _is_explained(listed: Sequence[Token], sizes: Sequence[int]) -> bool:
    """Say whether "a guard and two cooks" are the three of "three people" before them."""
    anybody = listed[0].lemma_.lower() in _ANYBODY
    return anybody and sizes[0] == sum(sizes[1:])


def _is_joined(token: Token) -> bool:
    """Say whether a noun follows another of its list: "; a boy" explains what was said."""
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].lower_ in _JOINS


def _size(token: Token) -> int | None:
    """Return how many a noun of a list names, None where it does not say."""
    if token.lemma_.lower() in ATTACKERS:
        return None
    if counts_roles.is_single(token, loose=True) or _is_kin(token):
        return 1
    if token.tag_ in {"NNS", "NNPS"}:
        told = [read_number(c.text) for c in token.children if c.dep_ == "nummod"]
        bounded = any(c.dep_ == "nummod" and any(c.children) for c in token.children)
        return told[0] if len(told) == 1 and not bounded else None
    return None


def _is_kin(token: Token) -> bool:
    """Say whether a word is one of somebody's own ("his driver", "her fiancé")."""
    return token.tag_ == "NN" and any(c.dep_ == "poss" for c in token.children)


def _is_title(token: Token) -> bool:
    """Say whether "a teacher" behind a name and a comma is who that is."""
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else None
    named = token.head.pos_ == "PROPN" and token.pos_ == "NOUN"
    article = any(c.lower_ in {"a", "an", "the"} for c in token.children)
    return bool(named and article and before is not None and before.text == ",")
