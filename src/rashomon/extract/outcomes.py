"""Outcomes: hit, intercepted, jammed, crashed or failed, as the words have it."""

from __future__ import annotations

import re
from functools import cache

from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Stance
from rashomon.model.document import Span
from rashomon.model.value import Outcome

_O = Outcome
_ARMS_RU = r"(?:дрон\w*|беспилотник\w*|БПЛА|ракет\w*|снаряд\w*|бомб\w*|«?[Шш]ахед\w*»?)"
_ARMS_UK = r"(?:дрон\w*|безпілотник\w*|БпЛА|ракет\w*|снаряд\w*|бомб\w*|«?[Шш]ахед\w*»?)"
_ROWS: dict[str, tuple[tuple[Outcome, Stance | None, str], ...]] = {
    "en": (
        (_O.HIT, Stance.DENIES, r"(?:no (?:one|attack|strike|missile|drone)|nothing) [^.;]{0,25}(?:attacked|hit|struck|took place|deliberate strike)|munitions (?:went|had gone) off (?:on their own|by themselves)|nothing (?:whatever )?points to (?:a|an) (?:\w+ )?(?:strike|attack)"),
        (_O.INTERCEPTED, Stance.DENIES, r"(?:statements?|claims?|reports?)[^.;]{0,60}(?:shot|downed|intercepted|repelled)[^.;]{0,50}(?:do(?:es)? not correspond|not true|untrue|false|lies?\b)"),
        (_O.INTERCEPTED, None, r"(?:shot|shoot|shooting|brought|taken) (?:[\w ]{0,25} )?down\b|downed(?! (?:\w+ )?(?:branch|tree|limb|power|line|wire|pole|cable))|intercept(?:ed|ion)|repelled|thwarted|neutrali[sz]ed|(?:drones?|missiles?|UAVs?|rockets?|of them)[^.;]{0,30} (?:were|was|had been) destroyed (?:over|by|in the air)|destroyed (?:over|by air)"),
        (_O.JAMMED, None, r"jamm(?:ed|ing)|(?:electronic warfare|radio-?electronic)|suppressed by"),
        (_O.FAILED, None, r"(?:did not|didn't|failed to) (?:explode|detonate|go off|reach)|that failed|was (?:foiled|defused|averted)|missed (?:its|the|their) |attempt(?:ed)? (?:attack|strike) (?:failed|was foiled)"),
        (_O.CRASHED, None, r"(?:debris|fragments|wreckage|pieces)[^.;]{0,40}(?:fell|falling|came down|landed|crashed|hit|struck|set fire)|(?:fallen|falling) debris|pieces that fell|(?:drones?|UAVs?|missiles?) (?:\w+ )?(?:crashed|fell|came down)|ultimately crashing"),
        (_O.HIT, None, r"(?:has been |have been |had been |was |were |is |being |been |is being )(?:\w+ )?(?:hit|struck|set (?:on fire|ablaze)|blasted|blown up|damaged|destroyed|engulfed|finished off)"),
        (_O.HIT, None, r"(?:drones?|missiles?|rockets?|shells?|strikes?|bombs?|UAVs?|they|forces|military|blast|explosion|attack)\b[^.;]{0,25} (?:hit|hits|struck|slammed into|tore (?:through|into)|ripped (?:through|into)|rocked|destroyed|damaged|crashed into|caused (?:a |an )?(?:fire|damage|explosion)|ignited|triggered|set off)\b"),
        (_O.HIT, None, r"\b(?:is|was) (?:indeed |probably |still )?(?:on fire|ablaze|burning|in flames)|gone up in flames|confirmed the (?:[\w-]+ ){0,2}(?:strikes?|attacks?|hits?|raids?|bombings?|operation)|(?:direct|second|successful) hits?\b|went off|exploded|blew up|carried out the strike|caught fire|set (?:[\w’'-]+ ){1,5}?(?:on fire|ablaze|alight)"),
    ),
    "ru": (
        (_O.HIT, Stance.DENIES, r"(?:удар\w*|огневого воздействия|обстрел\w*|атак\w*)[^.;]{0,40}не (?:было|наносил\w*|нанос\w*)"),
        (_O.INTERCEPTED, None, r"сбил\w*|сбит[оыа]?|сбива\w+|перехва(?:тил|тыва|ч)\w+|отражен\w*|отразил\w* (?:\w+ )?(?:атак|нал[её]т|удар)\w*|уничтожен\w* (?:\w+ )?(?:средствами )?ПВО|(?:ПВО|системы противовоздушной обороны) (?:\w+ )?уничтожил\w*|нейтрализова\w+"),
        (_O.JAMMED, None, r"подавл\w+|РЭБ|радиоэлектронн\w+"),
        (_O.FAILED, None, r"не (?:сработал|взорвал|разорвал|долетел|достиг|сдетонировал)\w*|обезвреж\w+|обезвред\w+|предотвра[тщ]\w+"),
        (_O.CRASHED, None, r"(?:обломк\w+|фрагмент\w+)[^.;]{0,30}(?:упал\w*|рухнул\w*|попал\w*|повредил\w*)|падени\w+ обломк\w+"),
        (_O.HIT, None, rf"попал\w* в(?! (?:больниц|реанимац|госпитал|аварию|ДТП|плен))|попадани\w+|врезал\w*|взорвал(?:ся|ась|ось|ись)|поразил\w*|поражен\w*|загорел\w*|{_ARMS_RU} (?:\w+ ){{0,2}}?(?:ударил|прилетел|повредил|разрушил|уничтожил|атаковал)\w*|прилетел[оаи]?|прил[её]т\b|(?:начал|произош|вспыхну|возник|занял)\w* (?:\w+ )?(?:пожар|возгорани)\w*|(?:пожар|возгорание) (?:начал|вспыхнул|возник)\w*|вспыхнул\w*|(?<!не )(?:повреж?д[её]н|разрушен)[аоы]?|получил\w* повреждени\w+|сработал\w* (?:\w+ ){{0,2}}?(?:устройств|СВУ|бомб|заряд|взрывчатк)\w*|(?:устройств\w*|СВУ|взрывчатк\w*|заряд\w*|бомб\w*) сработал\w*|подорвал\w*|подорван\w*|взорван\w*|взлетел\w* на воздух|сдетонировал\w*"),
    ),
    "uk": (
        (_O.HIT, Stance.DENIES, r"(?:удар\w*|обстріл\w*|вогневого ураження)[^.;]{0,50}не (?:було|завда\w+)|жодного (?:вогневого )?удару"),
        (_O.INTERCEPTED, None, r"збил\w*|збит[оиа]?|збива\w+|перехоп(?:и|лю|лен[оіа](?!\w))\w*|знешкод\w+|відбил\w* (?:\w+ )?(?:атак|наліт)\w*"),
        (_O.JAMMED, None, r"подавл\w+|РЕБ|локаційно втрачен\w*"),
        (_O.FAILED, None, r"не (?:спрацюва|розірва|вибухну|здетонува|досяг)\w*|запобіг\w+"),
        (_O.CRASHED, None, r"(?:уламк\w+|фрагмент\w+)[^.;]{0,30}(?:впа\w+|упа\w+|влучи\w+|потрапи\w+|пошкоди\w+)|падінн\w+ уламк\w+"),
        (_O.HIT, None, rf"влучи\w+|влучанн\w+|потрапи\w+ (?:в|у)(?! (?:лікарн|реанімац|аварію|ДТП|полон))|(?:ураж|враж)ен\w+|(?:ура|вра)зи(?:в|ла|ли)|поціли\w+|вибухнул\w*|загорі\w+|{_ARMS_UK} (?:\w+ ){{0,2}}?(?:вдари|ударив|ударили|прилеті|пошкоди|зруйнува|знищи|атакува)\w*|прилетіл[оаи]?|приліт\b|(?:почал|виник|спалахну|зайня)\w* (?:\w+ )?(?:пожеж|займанн)\w*|(?:пожежа|займання) (?:почал|виник|спалахну)\w*|спалахнул\w*|зайня(?:вся|лася|лося)|(?<!не )(?:пошкоджен|зруйнован)(?:ий|[аоі])?|(?:пристр\w+|вибухівк\w*|заряд\w*|бомб\w*) спрацюва\w+|спрацюва\w+ (?:\w+ ){{0,2}}?(?:вибухов\w+|вибухівк\w*|заряд\w*|бомб\w*)|підірва\w+|зле[тц]і\w+ у повітря|здетонува\w+"),
    ),
}  # fmt: skip


@cache
def _rows(language: str) -> tuple[tuple[Outcome, Stance | None, re.Pattern[str]], ...]:
    return tuple(
        (outcome, stance, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
        for outcome, stance, pattern in _ROWS.get(language, ())
    )


def find(text: str, language: str) -> list[Statement]:
    """Return how the attack is said to have ended; the first row at a place wins."""
    taken: list[Statement] = []
    for outcome, stance, pattern in _rows(language):
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if not any(s.span.overlaps(span) for s in taken):
                taken.append(
                    Statement(
                        attribute=Attribute.OUTCOME,
                        value=outcome,
                        span=span,
                        stance=stance,
                        reader="outcomes",
                    )
                )
    return sorted(taken, key=lambda s: s.span)


# "dismissed the mayor's account as dishonest": a denial of what another speaker said.
_REBUTTAL = re.compile(
    r"(?:dismiss|reject|refut|den|contradict|disput)(?:ed|es|ing|ied|ies|ying)\s[^.;]{0,40}"
    r"(?:account|version|claims?|statements?|assertions?|words)\b(?: as \w+)?",
    re.IGNORECASE,
)


def rebuttals(text: str, said: list[Statement]) -> list[Statement]:
    """Return denials of an outcome that another speaker stated earlier in the text."""
    found = []
    for match in _REBUTTAL.finditer(text):
        earlier = [s for s in said if s.span.end <= match.start() and s.stance is None]
        stated = [
            s for s in earlier if s.value in (Outcome.INTERCEPTED, Outcome.JAMMED)
        ]
        if stated:
            found.append(
                Statement(
                    attribute=Attribute.OUTCOME,
                    value=stated[-1].value,
                    span=Span(match.start(), match.end()),
                    stance=Stance.DENIES,
                    reader="outcomes.rebuttal",
                )
            )
    return found
