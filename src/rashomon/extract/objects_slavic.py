"""What was hit, in Russian and Ukrainian: facilities by their words, with their names.

There is no parse of these languages here. What hardly stands in a report but as what was
hit is a target wherever it stands; a school or a house only beside a word of harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Target

# What the word begins with, as the dictionary has it, and its kind. "Міст" is a bridge,
# "місто" a town.
_WHEREVER = (
    (r"завод\w*", "завод", "industrial"),
    (r"предприяти\w+", "предприятие", "industrial"),
    (r"підприємств\w*", "підприємство", "industrial"),
    (r"комбинат\w*", "комбинат", "industrial"),
    (r"комбінат\w*", "комбінат", "industrial"),
    (r"фабрик\w*", "фабрика", "industrial"),
    (r"НПЗ", "НПЗ", "industrial"),
    (r"нефтебаз\w*", "нефтебаза", "energy"),
    (r"нафтобаз\w*", "нафтобаза", "energy"),
    (r"супермаркет\w*", "супермаркет", "commercial"),
    (r"рын(?:ок|к\w+)", "рынок", "commercial"),
    (r"рин(?:ок|к\w+)", "ринок", "commercial"),
    (r"колони\w+", "колония", "public"),
    (r"колоні\w+", "колонія", "public"),
    (r"мост\w*", "мост", "transport"),
    (r"міст", "міст", "transport"),
    (r"аэродром\w*", "аэродром", "military"),
    (r"аеродром\w*", "аеродром", "military"),
)
_WHEN_HARMED = (
    (r"(?:школ|гимнази|гімназі)\w+", "школа", "education"),
    (r"(?:университет|університет|лице[йяюе]|ліце[йяюї])\w*", "университет", "education"),
    (r"(?:детск\w+ сад|дитяч\w+ сад|детсад|дитсад)\w*", "детский сад", "education"),
    (r"(?:больниц|госпитал|лікарн|шпитал)\w+", "больница", "medical"),
    (r"(?:жил\w+ дом|многоквартирн\w+ дом|многоэтажк|пятиэтажк|девятиэтажк)\w*", "жилой дом", "residential"),
    (r"(?:житлов\w+ будин|багатоповерхів|п['’]ятиповерхів|девятиповерхів)\w+", "житловий будинок", "residential"),
    (r"кафе(?:-магазин\w*)?|ресторан\w*", "кафе", "commercial"),
    (r"магазин\w*", "магазин", "commercial"),
    (r"(?:торгов\w+|торгівельн\w+) центр\w*|ТЦ|ТРЦ", "торговый центр", "commercial"),
    (r"(?:гостиниц|готел|отел)\w+", "гостиница", "commercial"),
    (r"(?:грузов\w+ |пассажирск\w+ |вантажн\w+ |пасажирськ\w+ )?(?:поезд|потяг|электричк|електричк)\w*", "поезд", "transport"),
    (r"(?:тоннел|тунел)\w+", "тоннель", "transport"),
    (r"(?:вокзал)\w*", "вокзал", "transport"),
    (r"(?:автобус|маршрутк)\w*", "автобус", "transport"),
    (r"(?:аэропорт|аеропорт)\w*", "аэропорт", "transport"),
    (r"порт(?:а|у|е|ом)?", "порт", "transport"),
    (r"(?:подстанци|підстанці)\w+|ТЭЦ|ТЕЦ|ГРЭС|АЭС|АЕС", "подстанция", "energy"),
    (r"(?:склад)(?:а|у|е|ы|и|і|ом|ов|ів|ам|ах)?", "склад", "industrial"),
    (r"штаб(?:а|у|е|і|ом|ы|и)?", "штаб", "military"),
    (r"военкомат\w*|військкомат\w*", "военкомат", "military"),
    (r"казарм\w+", "казарма", "military"),
    (r"мечет\w+", "мечеть", "religious"),
    (r"(?:церк[оа]?в|храм)\w*", "церковь", "religious"),
    (r"(?:тюрьм|в['’]язниц)\w+", "тюрьма", "public"),
    (r"(?:стадион|стадіон)\w*|футбольн\w+ пол\w+", "футбольное поле", "public"),
)  # fmt: skip
_FACILITIES = (*_WHEREVER, *_WHEN_HARMED)
_FACILITY = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(rf"(?P<f{n}>{stem})" for n, (stem, *_) in enumerate(_FACILITIES))
    + r")(?![\w-])(?P<name>\s[«“\"][^»”\"]{2,40}[»”\"]|\s№\s?\d+)?",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"удар\w*|вдар\w*|атак\w*|обстр[еі]\w*|взр[ыо]в\w*|вибух\w*|подорв\w*|підірв\w*|подрыв\w*|підрив\w*|стрельб\w*|стріл[ья]\w*|стреля\w*|"
    r"попал\w*|попадани\w*|прил[её]т\w*|влуч\w*|поцілив\w*|потрапи\w*|поврежд\w*|повредил\w*|пошкод\w*|разруш\w*|зруйн\w*|загорел\w*|загорі\w*|"
    r"пожар\w*|пожеж\w*|горит|горить|ворвал\w*|увірвал\w*|захват\w*|захоп\w*|упал\w*|впа[влд]\w*|теракт\w*|уничтож\w*|знищ\w*|напад\w*|напал\w*|поразил\w*|уразил\w*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")


def find(text: str) -> list[Statement]:
    """Return the facilities that were hit, in reading order."""
    return [s for sentence in _SENTENCE.finditer(text) for s in _hit(text, sentence)]


def _hit(text: str, sentence: re.Match[str]) -> Iterator[Statement]:
    harmed = _HARM.search(sentence.group(0)) is not None
    for match in _FACILITY.finditer(text, sentence.start(), sentence.end()):
        number = next(n for n in range(len(_FACILITIES)) if match.group(f"f{n}"))
        if number >= len(_WHEREVER) and not harmed:
            continue
        _, word, kind = _FACILITIES[number]
        yield Statement(
            attribute=Attribute.TARGET,
            value=Target(name=word + (match.group("name") or ""), kind=kind),
            span=Span(match.start(), match.end()),
            reader="objects",
        )
