"""German, Spanish, Italian, French and Polish words of time, enough for plain dates."""

from __future__ import annotations

from rashomon.extract.time_words import Rows

GERMAN: Rows = (
    ("M", "1", "januar jänner"), ("M", "2", "februar"), ("M", "3", "märz"),
    ("M", "4", "april"), ("M", "5", "mai"), ("M", "6", "juni"), ("M", "7", "juli"),
    ("M", "8", "august"), ("M", "9", "september"), ("M", "10", "oktober"),
    ("M", "11", "november"), ("M", "12", "dezember"),
    ("W", "0", "montag"), ("W", "1", "dienstag"), ("W", "2", "mittwoch"),
    ("W", "3", "donnerstag"), ("W", "4", "freitag"), ("W", "5", "samstag sonnabend"),
    ("W", "6", "sonntag"),
    ("p", "MO", "morgen vormittag"), ("p", "AF", "nachmittag mittag"),
    ("p", "EV", "abend"), ("p", "NI", "nacht"),
    ("L", "last", "letzten letzte letzter vergangenen vergangene vorigen"),
    ("t", "", "diesen diese dieser dieses"), ("n", "next", "nächsten nächste kommenden"),
    ("U", "week", "woche"), ("U", "month", "monat monats"), ("U", "year", "jahr jahres"),
    ("w", "", "wochenende"), ("h", "", "der die das dem den"), ("i", "", "am im in um"),
    ("z", "to", "auf zum bis"), ("z", "and", "und"), ("y", "", "vom von zwischen"),
    ("d", "0", "heute"), ("d", "-1", "gestern"), ("d", "-2", "vorgestern"),
    ("e", "early", "anfang"), ("e", "mid", "mitte"), ("e", "late", "ende"),
)  # fmt: skip
SPANISH: Rows = (
    ("M", "1", "enero"), ("M", "2", "febrero"), ("M", "3", "marzo"), ("M", "4", "abril"),
    ("M", "5", "mayo"), ("M", "6", "junio"), ("M", "7", "julio"), ("M", "8", "agosto"),
    ("M", "9", "septiembre setiembre"), ("M", "10", "octubre"), ("M", "11", "noviembre"),
    ("M", "12", "diciembre"),
    ("W", "0", "lunes"), ("W", "1", "martes"), ("W", "2", "miércoles"), ("W", "3", "jueves"),
    ("W", "4", "viernes"), ("W", "5", "sábado"), ("W", "6", "domingo"),
    ("p", "MO", "mañana madrugada"), ("p", "AF", "tarde"), ("p", "NI", "noche"),
    ("o", "", "de del"), ("h", "", "el la"), ("i", "", "en"), ("z", "to", "al a"),
    ("z", "and", "y"), ("d", "0", "hoy"), ("d", "-1", "ayer"), ("L", "last", "pasado"),
    ("U", "year", "año"), ("U", "week", "semana"),
)  # fmt: skip
ITALIAN: Rows = (
    ("M", "1", "gennaio"), ("M", "2", "febbraio"), ("M", "3", "marzo"), ("M", "4", "aprile"),
    ("M", "5", "maggio"), ("M", "6", "giugno"), ("M", "7", "luglio"), ("M", "8", "agosto"),
    ("M", "9", "settembre"), ("M", "10", "ottobre"), ("M", "11", "novembre"),
    ("M", "12", "dicembre"),
    ("W", "0", "lunedì"), ("W", "1", "martedì"), ("W", "2", "mercoledì"),
    ("W", "3", "giovedì"), ("W", "4", "venerdì"), ("W", "5", "sabato"), ("W", "6", "domenica"),
    ("p", "MO", "mattina mattino"), ("p", "AF", "pomeriggio"), ("p", "EV", "sera"),
    ("p", "NI", "notte"), ("o", "", "di del della"), ("h", "", "il la lo"), ("i", "", "in nel"),
    ("z", "to", "al"), ("z", "and", "e"), ("d", "0", "oggi"), ("d", "-1", "ieri"),
    ("L", "last", "scorso scorsa"), ("U", "year", "anno"), ("U", "week", "settimana"),
)  # fmt: skip
FRENCH: Rows = (
    ("M", "1", "janvier"), ("M", "2", "février"), ("M", "3", "mars"), ("M", "4", "avril"),
    ("M", "5", "mai"), ("M", "6", "juin"), ("M", "7", "juillet"), ("M", "8", "août"),
    ("M", "9", "septembre"), ("M", "10", "octobre"), ("M", "11", "novembre"),
    ("M", "12", "décembre"),
    ("W", "0", "lundi"), ("W", "1", "mardi"), ("W", "2", "mercredi"), ("W", "3", "jeudi"),
    ("W", "4", "vendredi"), ("W", "5", "samedi"), ("W", "6", "dimanche"),
    ("p", "MO", "matin matinée"), ("p", "AF", "après-midi"), ("p", "EV", "soir soirée"),
    ("p", "NI", "nuit"), ("o", "", "de du"), ("h", "", "le la"), ("i", "", "en"),
    ("z", "to", "au à"), ("z", "and", "et"), ("d", "-1", "hier"),
    ("d", "0", "aujourd'hui aujourd’hui"), ("L", "last", "dernier dernière"),
    ("U", "year", "année an"), ("U", "week", "semaine"),
)  # fmt: skip
POLISH: Rows = (
    ("M", "1", "stycznia styczniu"), ("M", "2", "lutego"), ("M", "3", "marca"),
    ("M", "4", "kwietnia"), ("M", "5", "maja"), ("M", "6", "czerwca czerwcu"),
    ("M", "7", "lipca lipcu"), ("M", "8", "sierpnia sierpniu"), ("M", "9", "września"),
    ("M", "10", "października"), ("M", "11", "listopada"), ("M", "12", "grudnia"),
    ("W", "0", "poniedziałek"), ("W", "1", "wtorek"), ("W", "2", "środę środa"),
    ("W", "3", "czwartek"), ("W", "4", "piątek"), ("W", "5", "sobotę sobota"),
    ("W", "6", "niedzielę niedziela"), ("p", "MO", "rano"), ("p", "EV", "wieczorem"),
    ("p", "NI", "noc nocy"), ("i", "", "w we"), ("z", "to", "na"), ("d", "0", "dziś dzisiaj"),
    ("d", "-1", "wczoraj"),
)  # fmt: skip

BY_LANGUAGE: dict[str, Rows] = {
    "de": GERMAN,
    "es": SPANISH,
    "it": ITALIAN,
    "fr": FRENCH,
    "pl": POLISH,
}
