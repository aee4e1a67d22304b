"""Single persons harmed in Russian and Ukrainian: the verb's ending says that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_ADJECTIVES = r"(?:[\w-]+(?:ый|ий|ая|яя|ой|ого|ую|а)\s+){0,2}"
_PERSON = (
    r"(?:мужчина|женщина|реб[её]нок|мальчик|девочка|девушка|парень|подросток|водитель|"
    r"пенсионер(?:ка)?|житель(?:ница)?|человек|военный|солдат|полицейский|сотрудник|"
    r"подозреваемый|подозреваемая|чоловік|жінка|дитина|хлопчик|дівчинка|підліток|водій|"
    r"пенсіонер(?:ка)?|житель|мешкан(?:ець|ка)|людина|підозрюван(?:ий|а)|"
    r"дочь|сын|мать|отец|бабушка|дедушка|жена|муж|дочка|донька|мати|батько|бабуся|дідусь|дружина|"
    r"доньку|дочку|сина|дружину|дівчинку|дівчину|жінку|чоловіка|дитину|водія)"
)
_NAME = r"(?-i:[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+\s+[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+)"
_VERBS: tuple[tuple[Attribute, str], ...] = (
    (
        Attribute.KILLED,
        r"(?:погиб(?:ла)?|скончал(?:ся|ась)|умер(?:ла)?|убит(?:а)?|загину(?:в|ла)|помер(?:ла)?|вбит(?:о|ий|а))",
    ),
    (
        Attribute.INJURED,
        r"(?:ранен(?:а)?|пострадал(?:а)?|травмирован(?:а)?|поранен(?:о|ий|а)|постражда(?:в|ла)|травмован(?:о|ий|а))",
    ),
    (
        Attribute.DETAINED,
        r"(?:задержан(?:а)?|арестован(?:а)?|затриман(?:о|ий|а)|заарештован(?:о|ий|а))",
    ),
)
_SINGLE = tuple(
    (
        attribute,
        re.compile(
            rf"(?<!\w)(?<!не )(?:{verb}\s+(?:{_ADJECTIVES}{_PERSON}(?!\w)|{_NAME})"
            rf"|(?:{_PERSON}|{_NAME},\s[^,.;]{{3,60}},)\s+{verb}(?!\w))",
            re.IGNORECASE,
        ),
    )
    for attribute, verb in _VERBS
)


def single(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Return the persons said in the singular to be harmed, where no number says it."""
    return [
        CountMention(
            span=Span(match.start(), match.end()),
            attribute=attribute,
            count=Count(1, 1),
            rule="slavic_single",
        )
        for attribute, pattern in _SINGLE
        for match in pattern.finditer(words)
        if not any(
            f.attribute is attribute
            and f.span.overlaps(Span(match.start(), match.end()))
            for f in found
        )
    ]
