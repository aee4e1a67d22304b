"""Whom an office stands for: the one who is named with it elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OFFICES = (
    r"(?:глав|голов|очільни|начальни|керівни|руководител|мэр|мер|губернатор|мини?стр|міністр|президент|премьер|прем['’]єр"
    r"|представител|представни|речни|спикер|спікер|командующ|командувач|прокурор|посол|посла|послу|секретар|директор|депутат|лидер|лідер)[а-яёіїєґ-]*"
)
_WORD = r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+"
# "Глава Дагестана Сергей Меликов", "очільник ОВА Олег Кіпер": office, of what, and the name.
HELD = re.compile(
    rf"(?<!\w){_OFFICES} (?:[\w«»\"'’.-]+ ){{0,5}}?"
    rf"(?P<name>(?-i:(?!\w+(?:вич|вна)\b){_WORD}(?: \w+(?:вич|вича|вна|вны|вни))? {_WORD}(?!\w)(?! {_WORD})))",
    re.IGNORECASE,
)
# Who heads a region is called its head and its governor; a town's mayor is its head.
_HEADS = r"(?:глав(?:а|ы|е|у|ой)|голов(?:а|и|і|у|ою))\b|губернатор|руководител|керівни|очільни|начальни"
_MAYORS = r"(?:мэр|мер)(?:а|у|е|ом|і|ові)?\b"
_OTHERS = (
    r"мини?стр(?!е)|міністр(?!е)|прокурор|президент|премьер|прем['’]єр|представи|представни|речни|депутат"
    r"|командующ|командувач"
)
NAMED = re.compile(
    rf"(?P<head>{_HEADS})|(?P<mayor>{_MAYORS})|(?:{_OTHERS})", re.IGNORECASE
)
# "В сообщении говорится": whoever spoke before.
PAPER = re.compile(
    r"(?:(?:в|у)\s)?(?:сообщении|заявлении|пресс-релизе|посте|публикации|повідомленні|заяві|дописі|пості|зведенні|сводке)",
    re.IGNORECASE,
)
OUTLET = re.compile(
    r"(?:\w+-)?(?:канал|издани|видання|агентств|агенці|газет|портал|ресурс|медиа|медіа)\w*",
    re.IGNORECASE,
)
# Offices and bodies in the nominative: who stands so behind a verb of saying, says it.
SPEAKS = re.compile(
    r"\s+(?:(?:и\. ?о\. |в\. ?о\. )?(?:губернатор|мэр|мер|глава|голова|министр|міністр|очільник|очільниця|руководитель|керівник|начальник|представитель|представник|представниця|"
    r"речник|речниця|президент|премьер-министр|прем['’]єр-міністр|прокурор|пресс-секретарь|пресс-служба|прес-служба|пресслужба|пресс-центр|источник|джерело|Генштаб|Минобороны|Міноборони|МВД|МВС|ДСНС|МЧС))(?![\w-])"
)
# "The DG" is the director-general that was named.
SHORT = {
    "DG": ("director general", "director-general"),
    "CEO": ("chief executive",),
    "PM": ("prime minister",),
    "FM": ("foreign minister",),
    "CP": ("commissioner of police", "police commissioner"),
    "IG": ("inspector general", "inspector-general"),
    "IGP": ("inspector general of police", "inspector-general of police"),
}


# Where a name beside an office ends, which kind of office it is, and the name.
Holder = tuple[int, str | None, str]


def holders(text: str) -> list[Holder]:
    """Return who is named beside an office, in reading order."""
    return [(m.end(), kind_of(m.group()), m["name"]) for m in HELD.finditer(text)]


def holder(named: Sequence[Holder], office: str, before: int) -> str | None:
    """Return who was last called so before this point, or who alone is later on."""
    kind = kind_of(office)
    if kind is None:
        return None
    kinds = [{kind}, *([_RUN] if kind in _RUN else [])]
    for wanted in kinds:
        last = [name for end, held, name in named if held in wanted and end <= before]
        if last:
            return last[-1]
    for wanted in kinds:
        only = {name for _, held, name in named if held in wanted}
        if len(only) == 1:
            return only.pop()
    return None


# "The head of the town" is its mayor, where nobody else is called its head.
_RUN = {"head", "mayor"}


def kind_of(words: str) -> str | None:
    """Return which office the first word names, one for all who head a region."""
    match = NAMED.match(words)
    return (match.lastgroup or match.group().lower()) if match else None
