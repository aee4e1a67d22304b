"""Weapons: the means that a report says were used, with model and number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.statements import NUMBER, Statement, read_number
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Weapon

# (weapon type, pattern); the first row that matches at a place wins.
_TYPES: tuple[tuple[str, str], ...] = (
    ("naval drone", r"(?:naval|sea|underwater|surface|marine) drones?|unmanned (?:boats?|vessels?|underwater craft|surface vessels?)|морск\w+ дрон\w*"),
    ("drone", r"drones?|UAVs?|unmanned aerial vehicles?|quadcopters?|дрон(?:а|у|ом|ы|ов|ами|ів|и)?|беспилотник\w*|безпілотник\w*|БПЛА|БпЛА|drohnen?|dron[ei]s?"),
    ("suicide vest", r"(?:suicide|explosives?) (?:vests?|belts?|jackets?)|explosive-laden vests?|explosives strapped to|(?:blew|blown|blowing) (?:him|her|them)sel(?:f|ves) up|пояс\w* смертника"),
    ("truck bomb", r"(?:truck|lorry)[- ]bombs?|(?:truck|lorry) (?:packed|loaded|laden|filled) with explosives"),
    ("car bomb", r"car[- ]bombs?|(?:car|vehicle|van) (?:packed|loaded|laden|filled) with explosives|vehicle[- ]borne \w+"),
    ("scooter bomb", r"(?:scooter|motorbike|motorcycle|bicycle)[- ]bombs?|bomb \w+ (?:in|on) (?:a|an) (?:\w+ )?scooter"),
    ("cruise missile", r"cruise missiles?|крылат\w+ ракет\w*|крилат\w+ ракет\w*"),
    ("ballistic missile", r"ballistic missiles?|баллистическ\w+ ракет\w*|балістичн\w+ ракет\w*"),
    ("missile", r"missiles?|ракет(?:а|ы|у|ой|ами|и|ою|ний удар|ный удар|ным ударом|ного удара)?|misil(?:es)?|missil[ei]"),
    ("rocket", r"rockets?(?: launchers?)?|РСЗО|РСЗВ|raketen?|cohetes?|реактивн\w+ снаряд\w*"),
    ("mortar", r"mortars?(?: shells?| rounds?)?|миномет\w*|міномет\w*"),
    ("artillery", r"artillery|howitzers?|shells\b|shelling|артиллери\w*|артилері\w*|снаряд\w*"),
    ("glide bomb", r"(?:glide|guided|aerial) bombs?|КАБ(?:ы|ами|ов)?"),
    ("explosive device", r"(?:improvised |home-?made )?explosive devices?|\bIEDs?\b|взрывн\w+ устройств\w*|вибухов\w+ пристр\w*|СВУ|СВП"),
    ("bomb", r"(?:pipe |nail |petrol |crude )?bombs?(?! (?:disposal|squad|threat|shelter))|бомб[аыуой]*|bomben?"),
    ("explosives", r"explosives|explosive charges?|(?:set off|laid|planted|detonated) (?:a |an |the )?(?:\w+ )?charges?|dynamite|TNT|взрывчатк\w*|вибухівк\w*"),
    ("grenade", r"(?:hand )?grenades?|гранат\w*"),
    ("landmine", r"land ?mines?|anti-?(?:tank|personnel) mines?|(?:противотанков\w+ |протитанков\w+ |протипіхотн\w+ |противопехотн\w+ )м[иі]н\w{1,3}"),
    ("automatic rifle", r"(?:automatic|assault|semi-?automatic)(?:[- ]style)? (?:rifles?|weapons?)|AK-?47s?|Kalashnikovs?|AR-?15s?|автомат(?:а|ов|ами|ы)\b"),
    ("rifle", r"(?:hunting |sniper )?rifles?|винтовк\w+|гвинтівк\w+|карабин\w*|карабін\w*"),
    ("shotgun", r"shotguns?"),
    ("handgun", r"hand ?guns?|pistols?|revolvers?|пистолет\w*|пістолет\w*"),
    ("machine gun", r"machine ?guns?"),
    ("gun", r"guns?\b|firearms?"),
    ("machete", r"machetes?"),
    ("axe", r"\baxes?\b|hatchets?"),
    ("knife", r"(?:kitchen )?knife|knives|messer|нож(?:а|ом|ами|і|и)?|ніж|ножем"),
    ("acid", r"acid attack"),
    ("vehicle", r"(?:car|vehicle|van|truck|lorry) (?:attack|ramming)|(?:drove|driving|ploughed|plowed|rammed|raced) (?:a|an|his|her|the|their) (?:\w+ ){0,3}(?:car|vehicle|van|truck|lorry|SUV|BMW)"),
)  # fmt: skip

_MODELS = (
    r"Shahed(?:-\d+)?|Geran(?:-\d)?|Lyuti[iy]y?|Liuti[iy]y?|Gerbera|Lancet(?:-\d)?|Orlan(?:-\d+)?|Bayraktar(?: TB2)?|"
    r"FPV|Kalibr|Iskander(?:-[MK])?|Kinzhal|Zircon|Oniks|Oreshnik|Kh-\d+(?:M\w*)?|X-\d{2,3}|S-[2345]00|Buk|9M38|"
    r"ATACMS|HIMARS|Storm Shadow|SCALP|Neptune|Tochka-U|Uragan|Grad|Smerch|Tornado-S|Hellfire|Qassam|Fateh-\d+|Katyusha|"
    r"Tomahawk|Javelin|Uzi|Glock|AK-?47|AR-?15|TATP|C-?4|Калибр\w*|Искандер\w*|Шахед\w*|Герань\w*|Ураган\w*|Град\w*"
)
_WEAPON = re.compile(
    rf"(?<![\w:-])(?:(?P<count>{NUMBER})\s+(?P<pre>(?:[\w“”\"«»'’-]+\s+){{0,3}}?))?"
    rf"(?P<what>{'|'.join(f'(?P<t{n}>{p})' for n, (_, p) in enumerate(_TYPES))})(?!\w)",
    re.IGNORECASE,
)
_MODEL = re.compile(rf"(?<![\w-])(?:{_MODELS})(?![\w])")
_NAMED_TYPE = re.compile(
    r"[“\"«]([A-ZА-ЯІЇЄ][\w-]{2,20})[”\"»][- ]?(?:type|class|style)?"
)

# Words that show the weapon is a product, a subject or a defence, not the means.
_NOT_USED = re.compile(
    r"^[-\s]*(?:plants?|factor(?:y|ies)|makers?|manufactur\w+|production|parts|systems?|program\w*|defen[cs]e|electronics|"
    r"components?|threats?|alert|operators?|depots?|workshops?|works|warehouses?|stor(?:es?|age)|stockpiles?|industry|technology|developers?|squad|disposal|control|laws?|violence|war)\b",
    re.IGNORECASE,
)
_NOT_USED_BEFORE = re.compile(
    r"(?:anti-?|air defen[cs]e |against |\b(?:produc\w+|mak(?:es?|ing)|manufactur\w+)(?: (?!with|from|by)[\w’'-]+){0,2} |\b(?:makers?|producers?|manufacturers?|suppliers?|stocks?|stores?|storage) of (?:[\w’'-]+ ){0,2}|(?:electronics|parts|chips|components|circuits|fuel|engines) (?:for|of|used in|in) (?:[\w’'-]+ ){0,4})$",
    re.IGNORECASE,
)
# "A drone attack" says nothing of how many.
_ITS_ATTACK = re.compile(r"\s(?:attacks?|strikes?|raids?|barrage)\b", re.IGNORECASE)
_BREAKS = re.compile(
    r"\b(?:and|or|with|by|of|in|on|the|was|were|had|that|using|from|to|at|an?|when|while|as|after|before|who|which|"
    r"people|persons?|others|killed|wounded|injured|hurt|dead|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)\w+|марта|мая|августа|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\b",
    re.IGNORECASE,
)


def type_of(words: str) -> str | None:
    """Return the type of weapon that some words name, None where they name none."""
    match = _WEAPON.search(words)
    if match is None:
        return None
    return next(t for n, (t, _) in enumerate(_TYPES) if match.group(f"t{n}"))


def is_used(text: str, named: Span) -> bool:
    """Say whether a weapon may be the means: not what a plant makes, nor a defence."""
    after = text[named.end : named.end + 20]
    before = text[max(0, named.start - 60) : named.start]
    return not (_NOT_USED.match(after) or _NOT_USED_BEFORE.search(before))


def find(text: str) -> list[Statement]:
    """Return the weapons that the text says were used, in reading order."""
    return list(_weapons(text))


def _weapons(text: str) -> Iterator[Statement]:
    for match in _WEAPON.finditer(text):
        start, end = match.start("what"), match.end("what")
        if not is_used(text, Span(start, end)):
            continue
        kind = next(t for n, (t, _) in enumerate(_TYPES) if match.group(f"t{n}"))
        before = match.group("pre") or ""
        counted = match.group("count") is not None and not _BREAKS.search(before)
        count = read_number(match.group("count")) if counted else _of_so_many(before)
        if counted and match.group("count").lower() in {"a", "an", "another"}:
            plural = match.group("what").lower().endswith("s")
            count = None if plural or _ITS_ATTACK.match(text[end : end + 12]) else 1
        first = match.start("count") if counted else start
        model = _model_near(text, start, end)
        value = Weapon(type=kind, model=model, count=count)
        yield Statement(
            attribute=Attribute.WEAPON,
            value=value,
            span=Span(first, end),
            reader="means",
        )


# "One of two drones": there were two.
_SO_MANY = re.compile(
    rf"\b(?:of|and) (?:the )?(?P<count>{NUMBER}) (?:[\w'’-]+ )?$", re.I
)


def _of_so_many(before: str) -> int | None:
    match = _SO_MANY.search(before)
    return read_number(match["count"]) if match else None


def _model_near(text: str, start: int, end: int) -> str | None:
    """Return a model named right before the weapon ("three “Lyutiy”-type drones")."""
    window = text[max(0, start - 30) : end]
    known = list(_MODEL.finditer(window)) or list(
        _MODEL.finditer(text[start : end + 12])
    )
    if known:
        return known[-1].group(0)
    named = list(_NAMED_TYPE.finditer(text[max(0, start - 30) : start]))
    return named[-1].group(1) if named else None
