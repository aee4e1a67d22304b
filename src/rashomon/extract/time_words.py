"""Months, weekdays and parts of the day by language: tables, no logic."""

from __future__ import annotations

_MONTHS = (
    "january jan january's января январь январе січня січень январю januar gennaio enero janvier stycznia",
    "february feb февраля февраль феврале лютого лютий februar febbraio febrero février lutego",
    "march mar марта март марте березня березень märz marzo mars marca",
    "april apr апреля апрель апреле квітня квітень aprile abril avril kwietnia",
    "may мая май мае травня травень mai maggio mayo maja",
    "june jun июня июнь июне червня червень juni giugno junio juin czerwca",
    "july jul июля июль июле липня липень juli luglio julio juillet lipca",
    "august aug августа август августе серпня серпень agosto août sierpnia",
    "september sept sep сентября сентябрь сентябре вересня вересень settembre septiembre septembre września",
    "october oct октября октябрь октябре жовтня жовтень oktober ottobre octubre octobre października",
    "november nov ноября ноябрь ноябре листопада листопад novembre noviembre",
    "december dec декабря декабрь декабре грудня грудень dezember dicembre diciembre décembre grudnia",
)
MONTHS = {w: n for n, row in enumerate(_MONTHS, 1) for w in row.split()}
_WEEKDAYS = (
    "monday mon понедельник понедельника понеділок понеділка montag lunes lunedì lundi poniedziałek",
    "tuesday tue tues вторник вторника вівторок вівторка dienstag martes martedì mardi wtorek",
    "wednesday wed среду среда среды середу середа середи mittwoch miércoles mercoledì mercredi środę",
    "thursday thu thur thurs четверг четверга четвер четверга donnerstag jueves giovedì jeudi czwartek",
    "friday fri пятницу пятница пятницы п'ятницю п’ятницю п'ятниця п'ятниці п’ятниці freitag viernes venerdì vendredi piątek",
    "saturday sat субботу суббота субботы суботу субота суботи samstag sonnabend sábado sabato samedi sobotę",
    "sunday sun воскресенье воскресенья неділю неділя неділі sonntag domingo domenica dimanche niedzielę",
)
WEEKDAYS = {w: n for n, row in enumerate(_WEEKDAYS) for w in row.split()}
PARTS = {
    "morning": "MO", "noon": "T12:00", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI",
    "утром": "MO", "днем": "AF", "днём": "AF", "вечером": "EV", "ночью": "NI", "вранці": "MO", "вдень": "AF", "увечері": "EV", "ввечері": "EV", "вночі": "NI",
    "ночі": "NI", "ночь": "NI", "ніч": "NI", "nacht": "NI", "morgen": "MO", "abend": "EV", "nachmittag": "AF",
}  # fmt: skip
SEASONS = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "several": None, "a few": None,
    "год": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "десять": 10,
    "дві": 2, "чотири": 4, "п'ять": 5, "шість": 6,
}  # fmt: skip


def either(words: dict[str, object] | dict[str, int] | dict[str, str]) -> str:
    """Return an alternation of the words, the longest first."""
    import re

    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
