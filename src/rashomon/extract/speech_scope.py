"""How far reported words reach in their sentence, beyond the clause that the parse gives."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.extract import speech_cues as cues
from rashomon.extract.reading import sentence_of
from rashomon.extract.speech_sources import SUBJECTS, cue_tokens, subtree

_CLAUSE_HEAD = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "acl", "pcomp"}
_TAG_MARKS = {",", '"', "”", "''", "—", "–", "-", "’", "'", "?", "!"}
# After a tag these words begin the outlet's own remark, not more of the content.
_TURNS = cues.word_set(
    """
    as while who which whose where after when in during before citing although
    though because speaking at on
    """
)


def clause_of(token: Token) -> Token:
    """Return the verb that heads the clause this token stands in."""
    while token.dep_ not in _CLAUSE_HEAD and token.head.i != token.i:
        token = token.head
    if token.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in token.children):
        head = token.head
        return clause_of(head) if head.i != token.i else token
    return token


def whole_sentence(cue: Token, own: set[int], content: set[int]) -> set[int]:
    """Widen what a tag reports to its sentence: "A, he said, and B" reports both.

    A cue is a tag where its content stands before it; a sentence in which another
    verb of saying stands outside the content is left as it was parsed.
    """
    tag = own | cue_tokens(cue)
    heard = {"dobj"} if cue.lemma_.lower() == "tell" else set()
    tag |= {
        i
        for c in cue.children
        if c.dep_ in {"prep", "npadvmod", "dative", "advmod"} | heard and c.i > cue.i
        for i in subtree(c)
        if i - cue.i < 25
    }
    first, last = min(tag), max(tag)
    sentence = sentence_of(cue)
    if content and min(content) > first:
        return content
    before = [t for t in sentence if t.i < first]
    words = [t for t in before if not t.is_punct and not t.is_space]
    if not content and (
        len(words) < 2 or before[-1].text not in _TAG_MARKS or cue.dep_ == "relcl"
    ):
        return content
    if not _speaks_elsewhere(before, content, cue):
        content = content | {t.i for t in before}
    after = [t for t in sentence if t.i > last]
    if _goes_on(after) and not _speaks_elsewhere(after, content, cue):
        content = content | {t.i for t in after}
    return content


def _speaks_elsewhere(tokens: list[Token], content: set[int], cue: Token) -> bool:
    return any(
        t.pos_ == "VERB"
        and t.i not in content
        and (t.lemma_.lower() in cues.TAGGING or t.lower_ == "according")
        and t.i != cue.i
        for t in tokens
    )


def _goes_on(after: list[Token]) -> bool:
    words = [t for t in after if not t.is_punct and not t.is_space]
    if not words or after[0].text not in {",", ";", ":", "—", "–"}:
        return False
    return words[0].lower_ not in _TURNS and words[0].tag_ != "VBG"


# Here the outlet goes on, and the figures that somebody gave are at an end.
_FIGURES_END = cues.word_set(
    """
    while but though although as after when before who which whose where because
    """
)
# How far from its verb a clause may begin: "said at the time that ...".
_THAT_WITHIN = 6
_WHEN = frozenset({"ADP", "ADV"})


def figures_after(verb: Token) -> set[int]:
    """Return the words from the verb to the end of its clause: "gave 9 dead and 14 hurt"."""
    found: set[int] = set()
    for token in sentence_of(verb):
        if token.i <= verb.i:
            continue
        speaks = token.pos_ == "VERB" and token.lemma_.lower() in cues.TAGGING
        if token.lower_ in _FIGURES_END or speaks or token.text == ";":
            break
        found.add(token.i)
    return found


def that_after(verb: Token) -> Token | None:
    """Return the "that" behind a verb of saying and a word of when: "said then that ..."."""
    for token in sentence_of(verb):
        if verb.i < token.i <= verb.i + _THAT_WITHIN:
            if token.is_punct or (token.i == verb.i + 1 and token.pos_ not in _WHEN):
                return None
            if token.lower_ == "that" and token.i > verb.i + 1:
                return token
    return None
