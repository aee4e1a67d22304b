"""The shapes of time expressions: patterns, longest first, with what each stands for.

Each shape is (name, pattern). Groups carry the parts: ``d`` day, ``m`` month, ``y``
year, ``w`` weekday, ``p`` part of the day, ``n`` number, ``u`` unit, ``h``/``i`` clock.
"""

from __future__ import annotations

import re

from rashomon.extract.time_words import (
    MONTHS,
    NUMBERS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    either,
)

_M = rf"(?P<m>{either(MONTHS)})\.?"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th|-го|-е)?"
_Y = r"(?P<y>(?:19|20)\d\d)"
_W = rf"(?P<w>{either(WEEKDAYS)})\b\.?"
_P = rf"(?P<p>{either(PARTS)})"
_N = rf"(?P<n>\d{{1,3}}|{either(NUMBERS)})"
_U = r"(?P<u>day|week|month|year|decade|hour|minute)s?"
_EARLY = r"(?:(?P<mod>early|late|mid|the (?:early|late) hours of|the first hours of|the morning of|shortly after midnight on|the start of|the end of|the beginning of)[- ]+(?:on |in )?)?"
_CLOCK = r"(?P<h>\d{1,2})[:.](?P<i>\d{2})(?::\d\d)?(?:\s*(?P<ap>a\.?m\.?|p\.?m\.?))?|(?P<h2>\d{1,2})\s*(?P<ap2>a\.m\.?|p\.m\.?|am\b|pm\b)|(?P<noon>noon|midnight)"

SHAPES: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<y>(?:19|20)\d\d)-(?P<mn>\d\d)-(?P<d>\d\d)(?:[T ](?P<h>\d\d):(?P<i>\d\d))?"),
    ("dotted", r"(?P<d>\d{1,2})[./](?P<mn>\d{1,2})[./](?P<y>(?:19|20)\d\d)"),
    ("night_between", rf"(?:the )?night (?:of|from|between) {_M}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,?\s+{_Y})?|(?:the )?night (?:of|from|between) (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?P<d4>\d{{1,2}}))?\s+(?P<m3>{either(MONTHS)})(?:\s+(?P<y3>(?:19|20)\d\d))?"),
    ("night_before", rf"(?:в|у) ночь на {_D}(?:\s+{_M}(?:\s+{_Y})?)?|(?:в|у) ніч на {_D.replace('<d>', '<d5>')}(?:\s+{_M.replace('<m>', '<m5>')}(?:\s+{_Y.replace('<y>', '<y5>')})?)?|(?:в|в|у) (?:ночь|ніч) на (?P<w>{either(WEEKDAYS)})|in der nacht (?:auf|zum) (?P<w2>{either(WEEKDAYS)})"),
    ("overnight_into", rf"(?:overnight|the night) (?:in)?to {_W}|overnight (?:on )?{_W.replace('<w>', '<w2>')}"),
    ("month_days", rf"{_M}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|to|and)\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_Y})?"),
    ("days_month", rf"(?P<d>\d{{1,2}})\s*(?:-|–|to|and|по|и|і)\s*(?P<d2>\d{{1,2}})\s+{_M}(?:\s+{_Y})?"),
    ("month_day", rf"(?:{_W},?\s+)?{_EARLY}(?:(?:the )?(?P<p>morning|afternoon|evening|night) of )?{_M}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s*(?:people|dead|injured))(?:,?\s+{_Y})?"),
    ("day_month", rf"(?:{_W},?\s+)?{_EARLY}{_D}(?:\s+of)?\.?\s+(?:de\s+)?{_M}(?:,?\s+(?:de\s+)?{_Y}(?:\s*(?:года|року|г\.|р\.))?)?"),
    ("month_year", rf"(?:(?P<mod>early|late|mid)[- ])?{_M},?\s+(?:of\s+)?{_Y}"),
    ("month_of_year", rf"{_M} (?:of )?(?P<rel>last year|this year|the (?:same|previous) year)"),
    ("last_month_name", rf"(?P<rel>last|this|next|минулого|прошлого) {_M}(?!\s*\d)"),
    ("part_of_weekday", rf"(?:{_EARLY})(?:(?P<rel>last|this|next|в прошлую|в прошлый|минулої|минулого)\s+)?{_W}(?:['’]s)?(?:,?\s+(?:early\s+|late\s+)?(?P<p>{either(PARTS)}))?(?!\s+(?:Times|Telegraph|Express|Mail|Herald|Post|Mirror))"),
    ("part_of_day_of", rf"(?:the )?(?P<p>morning|afternoon|evening|night) of (?:{_W}|(?P<rel>yesterday|today))"),
    ("day_after", r"(?:the |on the )?(?P<rel>day before yesterday|day after tomorrow)"),
    ("today", rf"(?P<rel>today|tonight|this (?:morning|afternoon|evening)|yesterday(?: (?P<p>morning|afternoon|evening|night))?|last night|tomorrow(?: (?P<p2>morning|afternoon|evening|night))?|earlier today|сегодня(?: (?P<p3>{either(PARTS)}))?|вчера(?: (?P<p4>{either(PARTS)}))?|сьогодні|вчора|завтра|heute|gestern|hoy|ayer|oggi|ieri)"),
    ("anaphoric", r"(?:the|a|on the|that) (?P<rel>previous day|day before|day earlier|next day|following day|same day|previous night|night before)|(?P<rel2>that (?:day|night|morning|evening|afternoon))|(?P<rel3>в тот же день|накануне|того ж дня|напередодні)"),
    ("units_ago", rf"(?P<more>more than |over |about |around |nearly |almost |some )?(?P<n>\d{{1,3}}|{either(NUMBERS)})\s+{_U}\s+(?P<rel>ago|earlier|before|later)"),
    ("slavic_ago", rf"(?P<n>\d{{1,3}}|{either(NUMBERS)})?\s*(?P<u>дн(?:я|ей|і|ів)|день|недел[июь]|недель|тижн[іяів]+|месяц(?:а|ев)?|місяц[іяів]+|год(?:а|у)?|лет|років|рок(?:и|у)|рік)\s+(?P<rel>назад|тому)"),
    ("weekend", r"(?:over |at |during |on )?(?P<rel>the (?:past |last )?weekend|last weekend|this weekend|на выходных|на вихідних)"),
    ("relative_unit", r"(?:(?P<mod>earlier|later|early|late|the end of|the beginning of|the start of)[- ])?(?P<rel>last|this|next|the past|the previous|past|previous|the coming) (?P<u>week|month|year|quarter|decade|century|spring|summer|autumn|fall|winter|weekend)"),
    ("slavic_unit", r"(?:в|на|у)?\s*(?P<rel>прошл\w+|минул\w+|эт\w+|ц\w+) (?P<u>недел\w+|тижн\w+|месяц\w*|місяц\w*|год\w*|ро[кц]\w+)"),
    ("season_year", rf"(?:the )?(?P<season>{either(SEASONS)}) of {_Y}"),
    ("decade", r"(?:the )?(?P<y>(?:19|20)\d0)s"),
    ("clock", rf"(?:(?:about|around|at|shortly (?:before|after)|just (?:before|after)|в|о|об|около|близько) )?(?:{_CLOCK})(?:\s*(?:local time|GMT|UTC|BST|EDT|EST|MSK|Moscow time|Kyiv time))?"),
    ("year", rf"(?:(?P<mod>early|late|mid)[- ](?:in )?)?(?<![\d,.$€£-]){_Y}(?:\s+(?:год[ау]?|року|рік|году))?(?![\d,.]\d|%|\s*(?:people|dead|killed|injured|troops|drones|km|miles|prisoners|soldiers|years))"),
    ("part_alone", r"(?P<p>overnight|during the night|in the night|at night|ночью|вночі|утром|вранці|вечером|ввечері|увечері)"),
    ("reference", r"(?P<ref>now|nowadays|currently|at present|at the moment|at this time|presently|recently|lately|in the past|the past|previously|formerly|once|in the future|the future|soon)"),
)  # fmt: skip

COMPILED = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE))
    for name, pattern in SHAPES
)
