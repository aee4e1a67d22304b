"""Offices in Russian and Ukrainian: who holds them, and which of them are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OFFICES = (
    r"(?:глав|голов|очільни|начальни|керівни|руководител|мэр|мер|губернатор|мини?стр|міністр|президент|премьер|прем['’]єр"
    r"|представител|представни|речни|спикер|спікер|командующ|командувач|прокурор|пос[оле]л|секретар|директор|депутат|лидер|лідер)[а-яёіїєґ-]*"
)
_WORD = r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+"
# "Глава Дагестана Сергей Меликов", "очільник ОВА Олег Кіпер": office, of what, and the name.
OFFICE_OF = re.compile(
    rf"(?<!\w){_OFFICES} (?:[\w«»\"'’.-]+ ){{0,5}}?"
    rf"(?P<name>(?-i:(?!\w+(?:вич|вна)\b){_WORD}(?: \w+(?:вич|вича|вна|вны|вни))? {_WORD}(?!\w)(?! {_WORD})))",
    re.IGNORECASE,
)
# Who runs a town, a region, a country: "глава", "губернатор" and "очільник" are one man.
_RUNS = re.compile(
    r"глав[аыеуо]|голов[аиіую]|губернатор|руководител|керівни|очільни|начальни|мэр(?!и)|мер(?!і)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"мини?стр(?!е)|міністр|прокурор|президент|премьер|прем['’]єр|представи|речни|депутат|командующ|командувач",
    re.IGNORECASE,
)
OUTLET = re.compile(
    r"(?:\w+-)?(?:канал|издани|видання|агентств|газет|портал|ресурс|медиа|медіа)\w*$",
    re.IGNORECASE,
)
# "В сообщении говорится": whoever spoke before.
PAPER = re.compile(
    r"(?:(?:в|у)\s)?(?:сообщении|заявлении|пресс-релизе|посте|публикации|повідомленні|заяві|дописі|пості|зведенні|сводке)",
    re.IGNORECASE,
)
# Offices and bodies in the nominative: who stands so behind a verb of saying, says it.
SPEAKS = re.compile(
    r"\s+(?:(?:и\. ?о\. |в\. ?о\. )?(?:губернатор|мэр|мер|глава|голова|министр|міністр|очільник|очільниця|руководитель|керівник|начальник|представитель|представник|представниця|"
    r"речник|речниця|президент|премьер-министр|прем['’]єр-міністр|прокурор|пресс-секретарь|пресс-служба|прес-служба|пресслужба|пресс-центр|источник|джерело|Генштаб|Минобороны|Міноборони|МВД|МВС|ДСНС|МЧС))(?![\w-])"
)


def class_of(word: str) -> str | None:
    """Return the class of offices that a word names, one for all who run something."""
    if _RUNS.match(word):
        return "runs"
    other = _OTHERS.match(word)
    return other.group().lower() if other else None


# Where an office is named, its class, and who holds it.
Holder = tuple[int, str | None, str]


def holders(text: str) -> list[Holder]:
    """Return who is named beside an office, in reading order."""
    return [
        (m.start(), class_of(m.group().split(maxsplit=1)[0]), m["name"])
        for m in OFFICE_OF.finditer(text)
    ]


def holder(named: Sequence[Holder], office: str, at: int) -> str | None:
    """Return who was last named beside an office, or who alone is, later on."""
    before = [name for where, held, name in named if held == office and where < at]
    only = {name for _, held, name in named if held == office}
    return before[-1] if before else only.pop() if len(only) == 1 else None
