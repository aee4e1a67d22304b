"""What followed and what shows it: consequences and evidence, by their words."""

from __future__ import annotations

import re

from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Consequence, Evidence

_CONSEQUENCES: tuple[tuple[str, str], ...] = (
    ("airport_closure", r"airports?[^.;]{0,60}(?:clos\w+|shut|suspend\w*|restrict\w*|halt\w*|stopped)|(?:clos\w+|shut\w*|suspend\w*|restrict\w*|halt\w*)[^.;]{0,60}\bairports?|restrictions on flights|flights? (?:\w+ )?(?:suspended|grounded|diverted|cancelled)|аэропорт\w*[^.;]{0,40}(?:закры\w+|ограничен\w+|не принима\w+)|ограничени\w+[^.;]{0,30}аэропорт\w*"),
    ("state_of_emergency", r"state of emergency|emergency (?:regime|rule)|режим\w* (?:чрезвычайной ситуации|ЧС)|надзвичайн\w+ стан\w*"),
    ("evacuation", r"evacuat\w+|эваку\w+|евакуа\w+|эвакуир\w+|evaku\w+"),
    ("power_outage", r"power (?:outages?|cuts?)|black-?outs?|without (?:power|electricity|light)|electricity (?:was|is) (?:cut|off)|обесточ\w+|знеструм\w+|без света|без світла"),
    ("traffic_stop", r"(?:traffic|trains?|rail\w*|ferr(?:y|ies)|bridge|road|highway|boulevard|street|avenue|movement|services?|metro|station)[^.;]{0,50}(?:halted|suspended|stopped|closed|blocked|shut|interrupted|at a standstill|disrupted|cancelled|rerouted|diverted|cut\b)|(?:halted|suspended|closed|blocked|shut|stopped)[^.;]{0,25}(?:traffic|trains?|rail|ferr|bridge|road|highway|metro|station)|движени\w+[^.;]{0,40}(?:закры\w+|ограничен\w+|остановлен\w+|перекры\w+)|рух\w*[^.;]{0,30}(?:закри\w+|зупинен\w+|перекри\w+)"),
    ("internet_outage", r"(?:mobile )?internet[^.;]{0,40}(?:cut|off|blocked|shut|suspended|outage|down|slow)|(?:cut|shut|blocked|suspended)[^.;]{0,25}internet"),
    ("curfew", r"curfews?|комендантск\w+ час\w*"),
    ("school_closure", r"schools?[^.;]{0,30}(?:clos\w+|shut|suspended)|(?:clos\w+|shut)[^.;]{0,25}(?:schools|universities)"),
    ("mourning", r"days? of (?:national )?mourning|траур\w*"),
    ("criminal_case", r"criminal (?:case|investigation|proceedings)|уголовн\w+ дел\w*|кримінальн\w+ (?:справ\w*|провадженн\w*)"),
    ("border_closure", r"borders?[^.;]{0,30}(?:closed|shut|sealed)|(?:closed|sealed|shut) (?:the |its )?borders?"),
)  # fmt: skip
_LIFTED = re.compile(
    r"lifted|resum\w+|reopen\w*|restored|re-established|back to normal|возобнов\w+|снят\w*|відновл\w+",
    re.IGNORECASE,
)
# Who speaks for a state: what they say of an incident is an official statement.
_OFFICE = r"(?:ministry|minister|governor|mayor|president|police|army|military|authorities|officials?|prosecutors?|sheriff|coroner|general staff|emergency services?|security service|committee|fire department|defen[cs]e forces|commander|administration)"
_OFFICE_SLAVIC = r"(?:министерств\w+|Минобороны|МЧС|МВД|губернатор\w*|мэр\w*|полици\w+|глава (?:региона|города|района)|прокуратур\w*|Следком\w*|Генштаб\w*|ОВА|ДСНС|поліці\w+|президент\w*|міністерств\w+)"
_EVIDENCE: tuple[tuple[str, str], ...] = (
    ("satellite_imagery", r"satellite (?:image\w*|photo\w*|pictures?|data)|спутников\w+ снимк\w+|супутников\w+ знімк\w+"),
    ("video", r"videos?|footage|film(?:ed|s)\b|clips?|CCTV|surveillance camera\w*|recording|видео\w*|запис\w+ с камер\w*|відео\w*|кадр(?:ы|ах|ами|и)\b"),
    ("photo", r"photo(?:s|graph\w*)?|pictures? (?:show\w*|posted|from)|images? (?:show\w*|posted|from|captured|shared)|фото\w*|снимк\w+|знімк\w+"),
    ("witness", r"(?:eye-?)?witness(?:es)?|bystanders?(?= (?:said|told|saw|heard|film))|(?:local )?(?:residents?|locals|neighbou?rs?|survivors?|villagers?|passengers?|parents?|students?)\b[^.;]{0,25}? (?:said|told|report\w+|heard|saw|described|recalled|recounted)|(?:said|told|recalled)[^.;]{0,20}, a (?:local )?(?:resident|survivor|passenger|neighbou?r|villager)|очевид\w+|свидетел\w+|свідк\w+|жител\w+ (?:сообщ\w+|рассказ\w+)"),
    ("official_statement", rf"(?:official )?statements?|said in a statement|press (?:release|service|conference|briefing)|communiqué|spokes(?:man|woman|person)|{_OFFICE}\b[^.;]{{0,30}}? (?:said|says|stated|announced|reported|confirmed|told|wrote|posted|declared|added)\b|(?:said|says|stated|told|according to|confirmed by|announced)\b[^.;]{{0,40}}? {_OFFICE}\b|{_OFFICE_SLAVIC}[^.;]{{0,30}} (?:сообщил\w*|заявил\w*|повідомил\w*|заявил\w*|написа\w+|уточнил\w*|подтвердил\w*|підтвердил\w*)|(?:сообщил\w*|заявил\w*|повідомил\w*|написа\w+) [^.;]{{0,30}}{_OFFICE_SLAVIC}|пресс-служб\w*|заявлени\w+|пресслужб\w*"),
)  # fmt: skip

_C = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for k, p in _CONSEQUENCES
)
_E = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for k, p in _EVIDENCE
)
_NEGATED = re.compile(r"\b(?:no|not|without|never)\b[^.;,]{0,20}$", re.IGNORECASE)


def find_consequences(text: str) -> list[Statement]:
    """Return what is said to have been imposed or lifted because of the incident."""
    found = []
    for kind, pattern in _C:
        for match in pattern.finditer(text):
            if _NEGATED.search(text[max(0, match.start() - 30) : match.start()]):
                continue
            window = text[match.start() : match.end() + 40]
            state = "lifted" if _LIFTED.search(window) else "imposed"
            found.append(
                Statement(
                    attribute=Attribute.CONSEQUENCE,
                    value=Consequence(kind=kind, state=state),
                    span=Span(match.start(), match.end()),
                    reader="aftermath",
                )
            )
    return sorted(found, key=lambda s: s.span)


def find_evidence(text: str) -> list[Statement]:
    """Return what is said to show the incident: video, photo, satellite, witness."""
    found: list[Statement] = []
    for kind, pattern in _E:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if any(s.span.overlaps(span) for s in found):
                continue
            found.append(
                Statement(
                    attribute=Attribute.EVIDENCE,
                    value=Evidence(kind=kind),
                    span=span,
                    reader="aftermath",
                )
            )
    return sorted(found, key=lambda s: s.span)
