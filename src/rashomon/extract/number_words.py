"""Number words of other languages beyond the first twenty: tables, and how they combine.

Russian, Ukrainian and Polish say tens and units as two words that both decline
("двадцати пяти"); German, Spanish, Italian and French make one word or one fixed phrase.
"""

from __future__ import annotations

# Tens and hundreds of languages that put the unit behind as a word of its own.
TENS: dict[str, dict[str, int]] = {
    "ru": {"двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "шестидесяти": 60,
           "семьдесят": 70, "семидесяти": 70, "восемьдесят": 80, "восьмидесяти": 80, "девяносто": 90, "девяноста": 90},
    "uk": {"двадцять": 20, "двадцяти": 20, "двадцятьох": 20, "тридцять": 30, "тридцяти": 30, "тридцятьох": 30, "сорок": 40, "сорока": 40, "п'ятдесят": 50, "п’ятдесят": 50, "п'ятдесяти": 50, "п’ятдесяти": 50,
           "шістдесят": 60, "шістдесяти": 60, "сімдесят": 70, "сімдесяти": 70, "вісімдесят": 80, "вісімдесяти": 80, "дев'яносто": 90, "дев’яносто": 90},
    "pl": {"dwadzieścia": 20, "dwudziestu": 20, "trzydzieści": 30, "trzydziestu": 30, "czterdzieści": 40, "czterdziestu": 40, "pięćdziesiąt": 50, "pięćdziesięciu": 50,
           "sześćdziesiąt": 60, "siedemdziesiąt": 70, "osiemdziesiąt": 80, "dziewięćdziesiąt": 90},
}  # fmt: skip
HUNDREDS: dict[str, dict[str, int]] = {
    "ru": {"сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трёхсот": 300, "трехсот": 300, "четыреста": 400, "пятьсот": 500},
    "uk": {"сто": 100, "ста": 100, "двісті": 200, "двохсот": 200, "триста": 300, "трьохсот": 300, "чотириста": 400, "п'ятсот": 500, "п’ятсот": 500},
    "pl": {"sto": 100, "stu": 100, "dwieście": 200, "trzysta": 300},
}  # fmt: skip
# What follows the first ten, in the cases and as groups of persons.
_MORE: dict[str, dict[str, int]] = {
    "ru": {"одной": 1, "семерых": 7, "восьмерых": 8, "девятерых": 9, "десятерых": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
           "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19, "обоих": 2, "обе": 2, "четыре десятка": 40, "полсотни": 50, "полторы сотни": 150, "полутора сотен": 150},
    "uk": {"однієї": 1, "одній": 1, "двоих": 2, "обидва": 2, "обидві": 2, "обоє": 2, "п'ятьох": 5, "п’ятьох": 5, "шістьох": 6, "шестеро": 6, "сімох": 7, "семох": 7, "вісьмох": 8, "дев'ятьох": 9, "дев’ятьох": 9, "десятьох": 10,
           "одинадцяти": 11, "дванадцяти": 12, "тринадцяти": 13, "тринадцятеро": 13, "чотирнадцяти": 14, "п'ятнадцяти": 15, "п’ятнадцяти": 15, "шістнадцяти": 16, "сімнадцяти": 17,
           "вісімнадцяти": 18, "дев’ятнадцять": 19, "дев'ятнадцяти": 19, "пів сотні": 50, "півсотні": 50, "півтори сотні": 150},
    "pl": {"jedenaście": 11, "jedenastu": 11, "dwanaście": 12, "dwunastu": 12, "trzynaście": 13, "czternaście": 14, "piętnaście": 15, "piętnastu": 15, "szesnaście": 16, "siedemnaście": 17,
           "osiemnaście": 18, "dziewiętnaście": 19, "czworo": 4, "siedmioro": 7, "ośmioro": 8, "sześciu": 6, "siedmiu": 7, "ośmiu": 8, "dziewięciu": 9, "dziesięciu": 10, "jednego": 1, "jedną": 1},
    "de": {"dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "einem": 1, "einer": 1, "ein dutzend": 12, "hundert": 100},
    "es": {"once": 11, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "una docena": 12, "una decena": 10, "una veintena": 20, "una treintena": 30, "cien": 100},
    "it": {"undici": 11, "tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "una decina": 10, "una dozzina": 12, "una quindicina": 15, "una ventina": 20, "una trentina": 30, "cento": 100},
    "fr": {"onze": 11, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "une dizaine": 10, "une douzaine": 12, "une quinzaine": 15,
           "une vingtaine": 20, "une trentaine": 30, "une quarantaine": 40, "une cinquantaine": 50, "une soixantaine": 60, "une centaine": 100, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100},
}  # fmt: skip
_DE = dict(zip("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), range(20, 100, 10), strict=True))  # fmt: skip
_ES = dict(zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True))  # fmt: skip
_IT = dict(zip("venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split(), range(20, 100, 10), strict=True))  # fmt: skip
_FR = dict(zip("vingt trente quarante cinquante soixante".split(), range(20, 70, 10), strict=True))  # fmt: skip
_ONES = {
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
    "it": "uno due tre quattro cinque sei sette otto nove",
    "fr": "un deux trois quatre cinq six sept huit neuf",
}


def _ones(language: str) -> list[tuple[str, int]]:
    return [(word, n) for n, word in enumerate(_ONES[language].split(), 1)]


def _compounds() -> dict[str, dict[str, int]]:
    """Return "fünfundzwanzig", "treinta y dos", "ventidue", "vingt-deux" and their like."""
    made: dict[str, dict[str, int]] = {"de": dict(_DE), "es": dict(_ES)}
    made |= {"it": dict(_IT), "fr": dict(_FR)}
    for word, n in _ones("de"):
        made["de"] |= {f"{word}und{tens}": value + n for tens, value in _DE.items()}
    for word, n in _ones("es"):
        made["es"] |= {f"{tens} y {word}": value + n for tens, value in _ES.items()}
        made["es"][f"veinti{word}"] = 20 + n
    for word, n in _ones("it"):
        for tens, value in _IT.items():
            stem = tens[:-1] if word[0] in "uo" else tens
            made["it"][f"{stem}{word}"] = value + n
    for word, n in _ones("fr"):
        joint = " et " if n == 1 else "-"
        made["fr"] |= {f"{tens}{joint}{word}": v + n for tens, v in _FR.items()}
    made["fr"] |= {f"{tens} et une": value + 1 for tens, value in _FR.items()}
    made["es"] |= {"veintiún": 21, "veintidós": 22, "veintitrés": 23, "veintiséis": 26}
    return made


_COMPOUNDS = _compounds()


def beyond(language: str) -> dict[str, int]:
    """Return a language's number words that are read whole, besides the plain units."""
    return (
        _MORE.get(language, {})
        | _COMPOUNDS.get(language, {})
        | TENS.get(language, {})
        | HUNDREDS.get(language, {})
    )


def pattern(language: str, words: str) -> str:
    """Return a pattern of the words and, where tens stand apart, of what they make."""
    if language not in TENS:
        return words
    tens, hundreds = "|".join(TENS[language]), "|".join(HUNDREDS[language])
    low = rf"(?:{tens})(?: (?:{words}))?|{words}"
    return rf"(?:(?:{hundreds}) (?:{low})|{low})"
