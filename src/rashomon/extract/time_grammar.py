"""The shapes of time expressions, as patterns over the letters of the tokens.

One letter a token (``time_words``, and from ``time_tokens``: N day number, O ordinal,
Y year, R other number, I ISO date, E dotted date, C clock, F dial "6.15", D decade,
``|`` paragraph). The same shapes read every language. Groups: ``d`` day, ``m`` month,
``y`` year, ``w`` weekday, ``p`` part, ``u`` unit, ``q`` number, ``r`` relation, ``e``
early or late; ``x`` is the stretch to report, where that is less than the match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.time_tokens import Token

_YEAR = r"(?:[,o]?h?(?P<y>Y)G?)?"
_MONTH = r"(?P<m>[Mk])"
_DAY = r"(?P<d>[NO])"
_DATE = rf"(?:(?P<w>[WV]),?i?)?(?:h?{_DAY}\.?o?{_MONTH}|{_MONTH.replace('<m>', '<m2>')}h?{_DAY.replace('<d>', '<d2>')}){_YEAR}"
_EARLY = r"(?:(?P<e>e)[-i]?h?)?"
_SPAN_DAYS = rf"(?:{_MONTH}{_DAY}[-z](?P<d3>[NO])|{_DAY.replace('<d>', '<d2>')}[-z](?P<d4>[NO])o?{_MONTH.replace('<m>', '<m2>')}){_YEAR}"
_CLOCK = r"(?:(?:(?P<c>C)(?P<half>T)?|(?P<n>N)(?P<half2>T)|(?P<f>F)(?P<half3>T)|(?P<n2>N)H(?:(?P<i>[NR])H)?(?=p|Z|ih?p))(?:i?h?(?P<p>p))?|(?P<n3>N)ih?(?P<p2>p))Z?"

SHAPES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<i>I)"),
    ("dotted", r"(?P<i>E)G?"),
    ("date", rf"(?:(?P<e>e)[i-]?)?{_DATE}(?P<p>p)?"),
    ("date", rf"{_DATE}oh?(?P<c>[cs])s?(?P<u>U)"),
    ("date", rf"(?<!Ni)(?<!Nih){_EARLY}h?(?P<p>p)(?:oh?|(?P<on>i)h?)?{_DATE}"),
    ("days", rf"{_SPAN_DAYS.replace('[-z]', '-')}"),
    ("days", rf"y{_SPAN_DAYS}"),
    ("night_of_days", rf"h?(?P<p>p)[oyi]h?{_SPAN_DAYS}"),
    ("day_beside", r"(?<=[Mk][NO]z)(?P<x>(?P<d>[NO]))(?![MkUHxpC])"),
    ("day_beside", r"(?<![Mk])(?P<x>(?P<d>[NO]))(?=[z,][NO]o?(?P<m>[Mk]))"),
    ("night_before_date", rf"(?P<p>[pv])zh?{_DATE}"),
    ("night_before", r"(?P<p>[pv])z[hi]?(?P<w>W)"),
    ("night_before_date", rf"h(?P<p>p)z[hi]?{_DATE}"),
    ("night_before", r"h(?P<p>p)z[hi]?(?P<w>W)"),
    ("weekdays", r"[yo]h?(?P<w>W)zh?(?P<w2>W)"),
    ("night_of_weekdays", r"h?(?P<p>[pv])[oyi]?h?[yo]?h?(?P<w>W)zh?(?P<w2>W)"),
    ("overnight_on", r"vi?(?P<w>W)"),
    ("month_of_year", rf"{_EARLY}{_MONTH}[,o]?h?(?P<y>Y)G?"),
    ("month_of_year", rf"{_EARLY}{_MONTH}o?h?(?P<r>[Ltns])(?P<u>U)"),
    ("month_of_year", rf"{_EARLY}(?P<r>[Ltn]){_MONTH}(?![NO])"),
    ("date", rf"(?P<r>[Lt]){_MONTH}{_DAY}"),
    ("month", rf"{_EARLY}(?P<m>M)(?![NO])"),
    ("month", r"(?P<e>e)[-i]?h?(?P<m>k)(?![NO])"),
    ("month", r"(?<=[iozyh])(?P<x>(?P<m>k))(?![NO])"),
    ("season", r"(?P<e>e)?-?(?P<s>[SQ])o?h?(?P<y>Y)G?"),
    ("season", r"h?(?P<r>[Ltn])(?P<s>[SQ])"),
    ("season", r"(?P<s>[SQ])o?h?(?P<r>[Ltns])(?P<u>U)"),
    ("season", r"(?P<s>Q)"),
    ("season", r"(?<=[iz]h)(?P<x>(?P<s>S))"),
    ("quarter", r"h?(?P<n>[rO])-?(?P<u>U)(?:,?o?h?(?P<y>Y))?"),
    ("quarter", r"h?(?P<n>[rO])-?(?P<u>U)oh?(?P<r>[Ltns])(?P<u2>U)"),
    ("quarter", r"h?(?P<n>[rO])-?(?P<l>l)(?:oh?(?P<y>Y)|oh?(?P<r>[Ltns])(?P<u2>U))"),
    ("fiscal", r"(?P<f>m)(?P<y>Y)"),
    ("decade", r"(?:(?P<e>e)-?)?(?P<y>D)"),
    ("year", r"(?:(?P<e>e)-?)?(?P<y>Y)G?"),
    ("year", r"(?:(?P<e>e)-?)?(?P<y>Y)(?P<u>U)"),
    ("holiday", r"(?P<r>[Lt])?(?P<h>X)o?(?P<y>Y)?"),
    ("holiday", r"(?P<h>X)(?P<u>U)"),
    ("some_weekday", r"(?<=[ioa]a)(?P<w>W)(?P<p>p)?"),
    ("weekday", r"(?:(?P<e>e)[i-]?)?(?P<r>[Ltn])?(?P<w>W)(?P<p>p)?"),
    ("weekday", r"h?(?P<p>p)o(?P<r>[Lt])?(?P<w>W)"),
    ("weekday", r"(?P<w>W)ih?(?P<p>p)"),
    ("weekday", r"h?(?P<p>p)[i](?P<w>W)"),
    ("weekday_before", r"h?(?P<u>U)(?P<b>[bf])(?P<r>[Lt])?(?P<w>W)"),
    ("week_of", rf"h?(?P<u>U)o{_DATE}"),
    ("today", r"(?P<a>d)(?P<p>p)?"),
    ("today", r"(?P<p>p)o(?P<a>d)"),
    ("part_of_today", r"(?:(?P<e>e))?h?(?P<r>[Ltn])(?P<p>p)"),
    ("part_of_today", r"(?<=a)(?P<x>(?P<u>U)(?P<r>[bf]))(?![xhaNqMkWYn])"),
    ("same", r"(?P<e>[ebf])?h?(?P<r>[cs])s?(?P<u>[Up])"),
    ("next_day", r"(?:h?(?P<r>n)|h(?P<r2>L))(?P<u>[Up])"),
    ("next_day", r"(?P<r>B)"),
    ("next_day", r"h(?P<u>[Up])(?P<r>[bfA])(?![xhaNqMkWYn])"),
    ("apart", r"~?(?P<q>[aqNR])(?P<u>[UuH])(?P<r>[bf])(?![xhaNqMkWYn])"),
    ("apart", r"(?P<u>U)(?P<r>[bf])(?![xhaNqMkWYn])"),
    ("ago", r"(?P<x>(?P<more>~)?(?P<q>[aqNR])-?(?P<u>[UuH])A)"),
    ("ago", r"(?P<x>(?P<more>~)(?P<q>U)A)"),
    ("ago", r"(?<!J)(?P<u>[Uu])-?A"),
    ("past_span", r"h?(?P<r>L)(?P<q>[NqR])(?P<u>[UuH])"),
    ("unit", r"(?P<e>[ebf])?(?P<r>[Ltn])(?P<u>U)"),
    ("unit", r"h(?P<r>L)(?P<u>U)"),
    ("unit", r"(?P<e>e)(?P<u>U)(?![bf])"),
    ("weekend", r"(?:h|(?P<r>[Ltn])|(?<=i))(?P<w>w)"),
    ("part", r"(?P<p>v)"),
    ("part", r"(?<=i)(?P<x>h(?:(?P<e>e))?(?P<p>p))"),
    ("part", r"(?<=i)(?P<x>(?P<p>p))(?![oW])"),
    ("clock", rf"{_CLOCK}"),
    ("clock_on", rf"{_CLOCK},?(?P<w>W)(?!i?h?p)"),
    ("clock_on", rf"{_CLOCK},?i?(?P<a>d)"),
    ("clock", r"(?<=di)(?P<x>(?P<c>F))"),
    ("clock", r"(?P<j>j)"),
    ("clock", r"(?<!C;)(?<!C\()(?<!T\()(?P<four>[YR])Z"),
    ("recent", r"P[Uu]"),
    ("past", r"(?<=i)(?P<x>h(?P<r>L))(?![UuNqRWVMkpSQXwHDYO~aJrl])"),
    ("reference", r"(?P<g>g)"),
    ("reference", r"h(?P<g>g)"),
)  # fmt: skip

_COMPILED = tuple((rule, re.compile(pattern)) for rule, pattern in SHAPES)
_GAP = re.compile(r"K[xUWVpMkXSw]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A match: the rule, the tokens it covers, and the token of each group."""

    rule: str
    first: int
    last: int
    start: int
    end: int
    parts: dict[str, Token]

    def get(self, *names: str) -> Token | None:
        """Return the first of these parts that is there."""
        return next((self.parts[n] for n in names if n in self.parts), None)

    def value(self, *names: str) -> str | None:
        """Return what the first of these parts stands for."""
        token = self.get(*names)
        return token.value if token else None


def shapes_of(tokens: list[Token]) -> list[Shape]:
    """Return the shapes in text order, the longest winning where two overlap."""
    letters = "".join(token.kind for token in tokens)
    found = sorted(
        _all(letters, tokens), key=lambda s: (s.first - s.last, s.first)
    )  # stable: of equal length the earlier shape wins
    taken = [False] * len(tokens)
    kept = []
    for shape in found:
        if not any(taken[shape.first : shape.last]):
            taken[shape.first : shape.last] = [True] * (shape.last - shape.first)
            kept.append(shape)
    return sorted(kept, key=lambda s: s.first)


def _all(letters: str, tokens: list[Token]) -> Iterator[Shape]:
    sets = {m.start() + 1 for m in _GAP.finditer(letters)}  # "every Friday" is a SET
    for rule, pattern in _COMPILED:
        for match in pattern.finditer(letters):
            if match.start() in sets:
                continue
            parts = {
                name: tokens[match.start(name)]
                for name, group in match.groupdict().items()
                if group
            }
            first, last = match.span("x") if "x" in parts else match.span()
            yield Shape(
                rule, first, last, tokens[first].start, tokens[last - 1].end, parts
            )
