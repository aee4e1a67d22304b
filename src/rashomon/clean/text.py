"""Plain text without its clutter, every character traceable to the raw text.

Whole lines are left out, each by a named rule; white space inside a line is kept as it
is but for control characters. Prose is never cut: a line goes only when all of it is
clutter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.document import OffsetMap

# A repeated line this long is a caption or a pull quote; shorter ones may be prose.
REPEATED_CHARS = 25

RULES: dict[str, str] = {
    "cookies": r".*\b(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings)|используе[тм] cookie|файл\w+ cookie)\b.*",
    "comments": r"(?:leave a (?:reply|comment)|be the first to comment|post a comment|(?:your )?email address will not be published.*|this site uses akismet.*|required fields are marked.*|comments? \(\d+\).*|log in to comment.*|.*learn how your comment data is processed.*|что думаешь\?.*|комментари[ий]\w*(?: \(\d+\))?|оставить комментарий.*)",
    "copyright": r"(?:©|\(c\)|copyright\b).{0,500}|.{0,120}\ball rights reserved\b.{0,120}|все права защищены.*|.{0,40}перепечатка (?:возможна|разрешена).*",
    "read_also": r"(?:read (?:also|more|next)|see also|also read|related(?: (?:articles|stories|news))?|more on this(?: story)?|most read|recommended|читайте также|читайте ещ[её]|читайте також|читать далее|по теме|lesen sie auch|lea también|leggi anche|lire aussi|czytaj (?:też|także))\b\s*(?:[:·|»—-].*|$)",
    "share": r"(?:share(?: this)?(?: (?:article|story|post|on))?|follow us(?: on)?.*|поделиться|сподобалась новина\?.*|поширити)\s*(?:[:·|].*|$)|(?:(?:facebook|twitter|telegram|whatsapp|viber|linkedin|email|e-mail|print|share|copy link|распечатать|отправить другу|x)\s*[·|,/:]?\s*){2,}",
    "subscribe": r"(?:subscribe|sign up|подпи(?:сывайтесь|шитесь|саться)|підпи(?:шіться|суйтесь)|abonnieren)\b.{0,120}|(?:support (?:us|our work|independent journalism)|become (?:a|our) (?:patron|member|subscriber))\b.{0,120}|поддержите (?:редакцию|нас)\b.{0,120}",
    "breadcrumb": r"(?:home|главная|головна|news|новости)\s*(?:»|>|›|/)\s*.{0,80}",
    "tags": r"(?:tags?|теги|метки|keywords)\s*:.*|\(tagstotranslate\).*|#\w+(?:\s+#\w+)*",
    "navigation": r"(?:skip to (?:main )?content|open menu|close menu|menu|search|advertisement|реклама|toggle navigation|accessibility links|all sections|front page|пропустить|перейти до (?:змісту|головного меню)|\d\.\s*перейти до .*|поиск по сайту|пошук по сайту.*|edit post|epaper|listen live.*|×)",
    "typo_notice": r".*(?:ctrl\s*\+\s*enter|увидели опечатку|помітили помилку).*",
    "views": r"(?:views?|просмотр\w*|перегляд\w*|eye)\s*:?\s*\d+",
    "reading_time": r"\d+\s*(?:min|мин|хв)\.?\s*(?:read|читати|чтения)",
}  # fmt: skip
_RULES = {
    name: re.compile(rf"\s*(?:{pattern})\s*[.!]?\s*", re.IGNORECASE)
    for name, pattern in RULES.items()
}

# Longer lines are prose whatever they begin with, but for copyright blocks.
MAX_CLUTTER_CHARS = 220
_LONG_RULES = frozenset({"copyright", "cookies", "comments"})

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]"
)
_TAIL_JUNK = re.compile(r"\(TagsToTranslate\)\S*|(?:==\s*)+$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the way back to the raw one."""

    text: str
    offsets: OffsetMap

    def first_line(self) -> str:
        """Return the first line, which stands for a title where none is known."""
        return self.text.split("\n", 1)[0].strip()

    def with_title(self, title: str) -> Cleaned:
        """Return the text with a title in front; its characters map to nothing."""
        front = f"{title}\n\n"
        pieces = tuple((c + len(front), r, n) for c, r, n in self.offsets.pieces)
        return Cleaned(front + self.text, OffsetMap(pieces))


def one_line(words: str) -> str:
    """Return words without control characters and line breaks, as for a title."""
    return " ".join(_CONTROL.sub("", " ".join(words.split())).split())


def rule_against(line: str) -> str | None:
    """Return the name of the rule that leaves a line out, None for a line to keep."""
    stripped = line.strip()
    if not stripped:
        return None
    for name, pattern in _RULES.items():
        if len(stripped) > MAX_CLUTTER_CHARS and name not in _LONG_RULES:
            continue
        if pattern.fullmatch(stripped):
            return name
    return None


def clean(raw: str, start: int) -> Cleaned:
    """Return the text from ``start`` on without clutter, and the map back."""
    out: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length, blank, seen = 0, True, set[str]()
    for line_start, line in _lines(raw, start):
        kept = _kept(line)
        words = "".join(line[a:b] for a, b in kept)
        key = " ".join(words.split()).casefold()
        if not key:
            if not blank:
                out.append("\n")
                length, blank = length + 1, True
            continue
        if rule_against(words) or (len(key) >= REPEATED_CHARS and key in seen):
            continue
        seen.add(key)
        for a, b in kept:
            pieces.append((length, line_start + a, b - a))
            out.append(line[a:b])
            length += b - a
        out.append("\n")
        length, blank = length + 1, False
    joined = "".join(out)
    return Cleaned(joined.rstrip(), OffsetMap(_within(pieces, len(joined.rstrip()))))


def _lines(raw: str, start: int) -> Iterator[tuple[int, str]]:
    at = start
    for line in raw[start:].splitlines(keepends=True):
        yield at, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        at += len(line)


def _kept(line: str) -> list[tuple[int, int]]:
    """Return the stretches of a line to keep: no margins, no control characters."""
    junk = [(m.start(), m.end()) for m in _CONTROL.finditer(line)]
    junk += [(m.start(), m.end()) for m in _TAIL_JUNK.finditer(line)]
    first = len(line) - len(line.lstrip())
    last = len(line.rstrip())
    kept, at = [], first
    for begin, end in sorted(junk):
        if at < begin:
            kept.append((at, min(begin, last)))
        at = max(at, end)
    if at < last:
        kept.append((at, last))
    return [(a, b) for a, b in kept if a < b]


def _within(
    pieces: list[tuple[int, int, int]], length: int
) -> tuple[tuple[int, int, int], ...]:
    return tuple((c, r, min(n, length - c)) for c, r, n in pieces if c < length)
