"""Quantities: digits and number words of several languages, with their bounds.

"At least a dozen" is (12, no upper bound), "5 to 7" is (5, 7), "several" is (3, no upper
bound, vague). Values of vague words follow ACLED and the labelled sets' conventions
(several 3, dozens 24, scores 40, hundreds 100).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.extract import number_words
from rashomon.extract.time_words import MONTHS
from rashomon.model.document import Span
from rashomon.model.value import Count

UNITS: dict[str, dict[str, int]] = {
    "en": {w: n for n, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 1)} | {"both": 2},
    "ru": {"один": 1, "одна": 1, "одного": 1, "одну": 1, "два": 2, "две": 2, "двое": 2, "двух": 2, "двоих": 2, "оба": 2, "три": 3, "трое": 3, "трех": 3, "трёх": 3, "троих": 3,
           "четыре": 4, "четверо": 4, "четырех": 4, "четырёх": 4, "четверых": 4, "пять": 5, "пятеро": 5, "пяти": 5, "пятерых": 5, "шесть": 6, "шестеро": 6, "шести": 6, "шестерых": 6,
           "семь": 7, "семеро": 7, "семи": 7, "восемь": 8, "восьми": 8, "восьмеро": 8, "девять": 9, "девяти": 9, "девятеро": 9, "десятеро": 10, "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13,
           "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "два десятка": 20, "двух десятков": 20, "три десятка": 30, "трех десятков": 30, "трёх десятков": 30},
    "uk": {"один": 1, "одна": 1, "одного": 1, "одну": 1, "два": 2, "дві": 2, "двоє": 2, "двох": 2, "три": 3, "троє": 3, "трьох": 3, "чотири": 4, "четверо": 4, "чотирьох": 4,
           "п'ять": 5, "п’ять": 5, "п'ятеро": 5, "п’ятеро": 5, "шість": 6, "сім": 7, "семеро": 7, "вісім": 8, "восьмеро": 8, "дев'ять": 9, "дев’ять": 9, "дев'ятеро": 9, "дев’ятеро": 9, "десять": 10, "десятеро": 10,
           "одинадцять": 11, "одинадцятеро": 11, "дванадцять": 12, "дванадцятеро": 12, "тринадцять": 13, "чотирнадцять": 14, "п'ятнадцять": 15, "п’ятнадцять": 15,
           "шістнадцять": 16, "сімнадцять": 17, "вісімнадцять": 18, "дев'ятнадцять": 19, "дев'яти": 9, "п'яти": 5, "шести": 6, "семи": 7, "восьми": 8, "десяти": 10, "два десятки": 20, "двох десятків": 20, "три десятки": 30, "трьох десятків": 30},
    "de": {"ein": 1, "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12},
    "es": {"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "veinte": 20},
    "it": {"un": 1, "una": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "dodici": 12},
    "fr": {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12},
    "pl": {"jeden": 1, "jedna": 1, "dwie": 2, "dwa": 2, "dwoje": 2, "trzy": 3, "troje": 3, "cztery": 4, "pięć": 5, "pięcioro": 5, "sześć": 6, "sześcioro": 6, "siedem": 7, "osiem": 8, "dziewięć": 9, "dziesięć": 10, "dwóch": 2, "trzech": 3, "czterech": 4, "pięciu": 5},
}  # fmt: skip
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_VAGUE: dict[str, dict[str, int]] = {
    "en": {"several dozen": 36, "a few dozen": 24, "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1000, "tens": 10, "several": 3, "a number": 3,
           "multiple": 3, "numerous": 3, "many": 3, "a few": 3, "few": 3, "a handful": 3, "a large number": 24, "a couple": 2, "some": 1, "others": 1},
    "ru": {"несколько десятков": 24, "десятки": 24, "десятков": 24, "сотни": 100, "сотен": 100, "много": 3, "большое количество": 24, "большое число": 24, "несколько": 3, "нескольких": 3},
    "uk": {"кілька десятків": 24, "десятки": 24, "десятків": 24, "сотні": 100, "сотень": 100, "багато": 3, "велика кількість": 24, "велику кількість": 24, "кілька": 3, "декількох": 3, "кількох": 3, "декілька": 3},
    "de": {"dutzende": 24, "hunderte": 100, "mehrere": 3, "einige": 3},
    "es": {"decenas": 24, "cientos": 100, "varios": 3, "varias": 3},
    "it": {"decine": 24, "centinaia": 100, "diversi": 3, "alcuni": 3},
    "fr": {"plusieurs dizaines": 24, "des dizaines": 24, "dizaines": 24, "centaines": 100, "plusieurs": 3},
    "pl": {"dziesiątki": 24, "setki": 100, "kilka": 3, "kilku": 3},
}  # fmt: skip
_LOWER = r"at (?:the (?:very )?)?least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|more than|over|upwards? of|in excess of|не менее|не меньше|как минимум|по меньшей мере|более|больше|свыше|щонайменше|понад|більше|принаймні|що найменше|не менш|минимум|мінімум|mindestens|mehr als|über|al menos|más de|almeno|oltre|au moins|plus de|co najmniej|ponad"
_UPPER = (
    r"up to|as many as|as high as|no more than|at most|до|не более|fino a|hasta|bis zu"
)
_ABOUT = r"about|around|roughly|nearly|almost|approximately|an estimated|some|close to|около|примерно|почти|близько|майже|etwa|rund|unos|unas|circa|environ|około"
# "Has gone up to 47" is 47: a rise ends at its figure.
_RISING = re.compile(
    r"\b(?:gone|went|goes|going|rose|rises?|risen|rising|climb(?:ed|s)|moved|jumped|(?:возрос|вырос|увеличил|поднял|дош|зрос|збільшил|сягн)\w*)\s+$",
    re.IGNORECASE,
)
# "Rose from 16 to 18" is 18 now, and no range; so is "revised down from 40 to 32".
_FROM = re.compile(r"\b(?:from|со?|из|з|із|від)\s+$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ros|ris|climb|gr[eo]w|jump|increas|gone|went|go|mov|rais|revis|lower|cut|reduc|drop|f[ae]ll|chang|upgrad|downgrad|updat|correct|возр|выр|увелич|подн|сниз|измен|пересмотр|уточн|зр[оі]с|збільш|зменш|зниз|змін)\w*\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "At least three and as many as 25": both bounds of one figure.
_AND_TOP = re.compile(
    r"\s+(?:and|but|or),?\s+(?:possibly |perhaps |maybe )?(?:up to|as many as|no more than|at most)\s+",
    re.IGNORECASE,
)
_TRAILING = r"(?:,? (?:if not more,?|or more|at the least|at (?:the )?least|at a minimum|and counting))"


# A thousand million and more is no toll, and no database holds it as a number.
MAX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text. ``article``: it is only "a" or "an"; ``word``: a vague word."""

    span: Span
    count: Count
    article: bool = False


def _english_words() -> str:
    ones = "|".join(UNITS["en"])
    tens = "|".join(_TENS)
    return rf"(?:(?:{tens})(?:[- ](?:{ones}))?|{ones})"


@cache
def _whole(language: str) -> dict[str, int]:
    """Return the number words of a language that are read whole."""
    words = UNITS.get(language, {}) | number_words.beyond(language)
    return words | {word.replace("'", "’"): n for word, n in words.items()}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _whole(language)), key=len, reverse=True))
    words = number_words.pattern(language, words)
    vague = "|".join(
        sorted((re.escape(w) for w in _VAGUE.get(language, {})), key=len, reverse=True)
    )
    if language == "en":
        small = _english_words()
        words = rf"(?:(?:a|one|{small}) hundred(?: and {small}| {small})?|(?:half )?a dozen|(?:two|three|four) dozen|{small})"
    number = rf"(?:\d{{1,3}}(?:[,  ]\d{{3}})+|\d{{1,6}}|{words or '(?!)'})"
    article = (
        r"|(?P<article>an?|another|his|her|their|its)(?=\s)" if language == "en" else ""
    )
    return re.compile(
        rf"(?<![\w$€£#№.,:/-])(?!(?<=[’'])\d\d\b)(?<!how )(?<!so )(?<!\bno )(?!(?<=as )many\b)(?<!too )(?<!№ )(?<!aged )(?<!age )(?<!under )(?:(?P<lower>{_LOWER})\s+|(?P<upper>{_UPPER})\s+|(?P<about>{_ABOUT})\s+)?"
        rf"(?:(?:between\s+)?(?P<first>{number})(?:\s*(?:-|–|—|to|and|or|до|bis|a)\s*(?P<second>{number}))?(?P<plus>\+)?"
        rf"|(?P<vague>{vague or '(?!)'})(?:\s+of)?{article})(?![\w%°º]|[.,:]\d|-(?:year|month|day|week|hour|minute|storey|story|летн|річн|jährig))"
        rf"(?P<trail>{_TRAILING})?",
        re.IGNORECASE,
    )


def find(text: str, language: str) -> list[Quantity]:
    """Return every quantity of a text in reading order, whatever it counts."""
    found: list[Quantity] = []
    at = 0
    while match := _pattern(language).search(text, at):
        quantity = _quantity(match, language)
        at = match.end()
        if quantity is not None:
            quantity = _risen(quantity, match)
            if found and _is_top_of(found[-1], quantity, text):
                quantity = Quantity(
                    Span(found[-1].span.start, quantity.span.end),
                    Count(found.pop().count.low, quantity.count.high),
                )
            found.append(quantity)
            at = quantity.span.end
    return [
        q for q in found if not _is_day_of_month(q, text) and not _is_money(q, text)
    ]


# "Rs 5 lakh to others hurt", "10 million rubles".
_CURRENCY_BEFORE = re.compile(r"(?:\bRs\.?|\bINR|\bUSD|\bEUR|US\$|₹|₱|₦)\s?$")
_CURRENCY_AFTER = re.compile(
    r"\s(?:lakhs?|crores?|(?:(?:hundred |thousand |million |billion |тысяч\w* |млн |тис\w* )?"
    r"(?:rupees|dollars|euros?|roubles|rubles|naira|pesos|yuan|рубл\w+|гривен\w*|гривн\w+|доллар\w+|долар\w+|евро|євро|Euro)))\b",
)


def _is_money(quantity: Quantity, words: str) -> bool:
    """Say whether a number is a sum of money."""
    before = words[max(0, quantity.span.start - 6) : quantity.span.start]
    after = words[quantity.span.end : quantity.span.end + 30]
    return bool(_CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after))


# "April 30", "30 апреля": a day of a month.
_MONTH = rf"(?:{MONTHS}|Jun|Jul|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
_OF_MONTH_BEFORE = re.compile(rf"\b{_MONTH} $")
_OF_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)"
    r"| (?:январ|феврал|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)[яа]\b| (?:марта|мая)\b"
    r"| (?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\b"
    r"|\.? (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"| (?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
    r"| (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"| (?:gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\b"
    r"| (?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\b"
)
LAST_OF_MONTH = 31
# "In May 12 people died": the number is theirs.
_OF_PEOPLE = re.compile(
    r" (?:[\w-]+ )?(?:people|persons?|civilians|soldiers|men|women|children|others|were|died)\b"
)


def _is_day_of_month(quantity: Quantity, words: str) -> bool:
    """Say whether a number is the day of a date."""
    if not quantity.span.of(words).isdigit() or quantity.count.low > LAST_OF_MONTH:
        return False
    before = words[max(0, quantity.span.start - 12) : quantity.span.start]
    rest = words[quantity.span.end :]
    if _OF_MONTH_BEFORE.search(before):
        return not _OF_PEOPLE.match(rest)
    return bool(_OF_MONTH_AFTER.match(rest))


def _risen(quantity: Quantity, match: re.Match[str]) -> Quantity:
    bounded = match.group("upper") and match.group("first")
    if not bounded or not _RISING.search(match.string[: match.start()]):
        return quantity
    top = quantity.count.high or 0
    return Quantity(Span(match.start("first"), quantity.span.end), Count(top, top))


def _is_top_of(floor: Quantity, ceiling: Quantity, text: str) -> bool:
    """Say whether two quantities bound one figure from below and from above."""
    low, high = floor.count, ceiling.count
    return bool(
        high.low == 0
        and high.high
        and high.high > low.low > 0
        and not low.vague
        and not floor.article
        and _AND_TOP.match(text[floor.span.end : ceiling.span.end])
    )


def _quantity(match: re.Match[str], language: str) -> Quantity | None:
    span = Span(match.start(), match.end())
    if language == "en" and match.group("article"):
        return Quantity(
            Span(match.start("article"), match.end("article")), Count(1, 1), True
        )
    vague = match.group("vague")
    if vague:
        low = _VAGUE[language][" ".join(vague.lower().split())]
        return Quantity(span, Count(low, None, vague=True))
    first, second = match.group("first"), match.group("second")
    low_value = read(first, language)
    if low_value is None or _is_telephone(match, first):
        return None
    joined = second and re.search(
        r"(?:-|–|—|\bto\b|\bor\b|до|bis)\s*\S+$", match.group(0)
    )
    between = match.group(0).lower().startswith("between")
    mixed = second and first[:1].isdigit() != second[:1].isdigit()
    if second and (
        mixed or not (joined or between)
    ):  # "four and six": two figures, not a range
        end = match.start("first") + len(first)
        return Quantity(Span(match.start(), end), _bounded(match, low_value))
    high_value = read(second, language) if second else None
    if high_value is not None and _is_change(match):
        now = Span(match.start("second"), match.end("second"))
        return Quantity(now, Count(high_value, high_value))
    if high_value is not None and high_value >= low_value:
        return Quantity(span, Count(low_value, high_value))
    return Quantity(span, _bounded(match, low_value))


def _is_change(match: re.Match[str]) -> bool:
    """Say whether two figures are an earlier one and the one that now stands."""
    before = match.string[max(0, match.start() - 80) : match.start()]
    source = _FROM.search(before)
    return bool(source and _CHANGE.search(before[: source.start()]))


# "A 911 call", "called 112": whom one rings up.
_EMERGENCY = frozenset({"911", "999", "112"})
_RUNG = re.compile(r"\b(?:call(?:ed|ing|s)?|dial\w*|phon\w*|rang)\s$", re.IGNORECASE)
_RINGS = re.compile(r"\s(?:call|dispatch|operator|cent(?:er|re)|tape|emergency)", re.I)


def _is_telephone(match: re.Match[str], number: str) -> bool:
    if number not in _EMERGENCY:
        return False
    text, start, end = match.string, match.start(), match.start("first") + len(number)
    return bool(
        _RUNG.search(text[max(0, start - 12) : start]) or _RINGS.match(text, end)
    )


def _bounded(match: re.Match[str], value: int) -> Count:
    if match.group("lower") or match.group("trail") or match.group("plus"):
        return Count(value, None)
    if match.group("upper"):
        return Count(0, value)
    return Count(value, value, approximate=bool(match.group("about")))


def of_digits(words: str) -> int | None:
    """Read a number in digits, None where it is none or longer than any toll."""
    known = words.isdecimal() and len(words) <= MAX_DIGITS
    return int(words) if known else None


def read(words: str, language: str) -> int | None:
    """Read one number, None where it is none: "25", "1,300", "twenty-five", "двое"."""
    words = words.lower().strip()
    digits = re.sub(r"[,  ]", "", words)
    if digits.isdecimal():
        return of_digits(digits)
    known = _whole(language)
    if words in known:
        return known[words]
    if language == "en":
        return _read_english(words)
    parts = [known.get(part) for part in words.split()]
    return sum(p for p in parts if p) if parts and None not in parts else None


def _read_english(words: str) -> int | None:
    if words.endswith("dozen"):
        head = words.removesuffix("dozen").strip()
        if head == "half a":
            return 6
        return 12 * (1 if head in {"a", "one", ""} else UNITS["en"].get(head, 1))
    total = 0
    if "hundred" in words:
        head, _, words = words.partition("hundred")
        head = head.strip()
        total = 100 * (1 if head in {"a", "one"} else (_read_english(head) or 1))
        words = words.replace("and", "").strip()
        if not words:
            return total
    for part in re.split(r"[- ]", words):
        value = _TENS.get(part, UNITS["en"].get(part))
        if value is None:
            return None
        total += value
    return total
