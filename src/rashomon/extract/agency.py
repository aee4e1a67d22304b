"""Who is said to have done it, and what they say of it themselves.

Two attributes come from here: ``perpetrator`` (whoever is said to have done it) and
``responsibility`` (an actor's own position: claims, denies, no comment; a position of
None is an accusation by somebody else).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition

# People and adjectives of the countries whose forces news most often names, and the
# country they stand for; an adjective outside the table keeps its own words.
STATES = {
    "Russia": r"Russia(?:n|ns)?|Moscow|(?:the )?Kremlin|росси\w+|Росси\w+|росія\w*|росіян\w*|РФ|russe?s?|russisch\w*|Rusia|rus[oa]s?",
    "Ukraine": r"Ukrain(?:e|ian|ians)|Kyiv|Kiev|украин\w+|Украин\w+|україн\w+|ВСУ|ЗСУ|Киев|Київ|ukrainisch\w*|ucranian\w*|Ucrania|ucrain\w*",
    "Israel": r"Israeli?s?|IDF",
    "United States": r"(?:the )?United States|U\.?S\.?A?\.?(?= (?:air|drone|strike|forces|military|missile))|American",
    "Turkey": r"Turk(?:ey|ish)|Türkiye",
    "Iran": r"Irani?(?:an)?s?",
    "Syria": r"Syrian?",
    "Pakistan": r"Pakistan(?:i)?",
    "India": r"India(?:n)?",
    "China": r"Chin(?:a|ese)",
    "Saudi Arabia": r"Saudi(?: Arabia)?",
    "Azerbaijan": r"Azerbaijani?",
    "Armenia": r"Armenian?",
    "Sudan": r"Sudan(?:ese)?",
    "Ethiopia": r"Ethiopian?",
    "Myanmar": r"Myanmar|Burmese",
}  # fmt: skip
GROUPS = (
    r"(?:the )?(?:Islamic State(?: \w+)?|ISIS|ISIL|ISKP|IS-K|Daesh|al-?\s?Qaeda|al[- ]Shabaa?b|Boko Haram|Hamas|Hezbollah|Hizbullah|Houthis?|"
    r"Palestinian Islamic Jihad|Pakistani Taliban|Tehreek-e-Taliban(?: Pakistan)?|Tehrik-i-Taliban(?: Pakistan)?|TTP|Taliban|Lashkar-e-\w+|Jaish-e-\w+|"
    r"Baloch(?:istan)? Liberation (?:Army|Front)|BLA|PKK|Kurdistan Workers.? Party|YPG|SBU|GUR|HUR|Security Service of Ukraine|"
    r"FARC|ELN|Shining Path|Sendero Luminoso|FMLN|ETA|IRA|M23|ADF|JNIM|RSF|Rapid Support Forces|Wagner|Main (?:Intelligence )?Directorate(?: of Intelligence)?)"
)
_ATTACKERS = (
    r"(?:suspected |armed |unidentified |unknown |masked |two |three |four |several |a group of )*"
    r"(?:gunm[ae]n|militants?|insurgents?|rebels?|terrorists?|bandits?|assailants?|attackers?|suicide bombers?|extremists?|"
    r"separatists?|guerrillas?|knifem[ae]n|arsonists?|mob|jihadists?|pirates|fighters|robbers)"
)
_FORCES = r"(?: (?:armed |special |security |military |air |naval )?(?:forces?|troops|army|military|navy|air force|soldiers|operations forces|services?|intelligence|drones?|missiles?|warplanes?|jets))?"
_ACTOR_PLAIN = rf"(?:(?:{'|'.join(STATES.values())}){_FORCES}|{GROUPS}|{_ATTACKERS})"

_HARM_NOUN = (
    r"(?:(?:kamikaze|combat|long-range|missile|rocket|drone|air|aerial|artillery|night(?:time)?|bomb|suicide|terrorist|cruise|ballistic|massive|fresh|latest|new|deadly)[- ])*"
    r"(?:air ?strikes?|strikes?|attacks?|raids?|shelling|bombardment|bombing|missiles?|rockets?|drones?|UAVs?|fire|shells?|barrage|assault|bomber|offensive)"
)
_HARM_VERB = (
    r"(?:attack(?:ed|s)|struck|hit|bomb(?:ed|s)|shell(?:ed|s)|launch(?:ed|es)|fired|storm(?:ed|s)|target(?:ed|s)|raided|kill(?:ed|s)|"
    r"carried out|blew up|ambush(?:ed|es)|hijack(?:ed|s)|kidnapp?(?:ed|s)|abduct(?:ed|s)|seiz(?:ed|es)|opened fire|murdered|shot|stabbed|bombarded)"
)
# (name of the reading, pattern); the group "actor" is who is said to have done it.
_ACCUSED = tuple(
    (name, re.compile(pattern, re.IGNORECASE if flags else 0))
    for name, pattern, flags in (
        ("their_attack", rf"(?<![\w-])(?P<actor>{_ACTOR_PLAIN})(?:['’]s)?(?: latest| own)? {_HARM_NOUN}(?!\w)", True),
        ("they_attacked", rf"(?<![\w-])(?P<actor>{_ACTOR_PLAIN}) (?:had |have |has |then |also |again )?{_HARM_VERB}(?!\w)", True),
        ("by_them", rf"(?:attack(?:ed)?|strikes?|struck|hit|carried out|bomb(?:ed|ing)|shell(?:ed|ing)|kill(?:ed|ing)|launched|fired|shot|stabbed|claimed|organi[sz]ed|staged|operated|raid|assault|recruited|hijacked|kidnapped|abducted|caused|perpetrated)\b[^.;,]{{0,30}}? by (?P<actor>{_ACTOR_PLAIN})", True),
        ("blamed", rf"blam(?:ed|es|ing) (?:it |this |the (?:attack|blast|strike|bombing) )?(?:on )?(?P<actor>(?:the )?{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("accused", rf"(?:accus(?:ed|es|ing)|pointed (?:the|a) finger at|holds?|held) (?P<actor>(?:the )?{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}) (?:of|responsible|for)", False),
        ("blame_on", rf"(?:puts?|laid|lays|put|placed) the blame (?:\w+ )?on (?P<actor>{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("behind_it", rf"(?P<actor>{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}) (?:was|were|is|are|had been) (?:behind|responsible for|to blame)", False),
        ("work_of", rf"(?:the work of|operation of|an operation by|(?:was|is) the) (?P<actor>(?:the )?{_ACTOR_PLAIN})['’]?s? ?(?:operation|work)?", True),
        ("suspect", r"(?:suspect|suspected (?:gunman|attacker|shooter|killer)|gunman|attacker|named|identified (?:him )?as|person of interest),? (?:is |was |as |named )*(?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: [A-Z][a-zà-ÿ'-]+){1,2})", False),
    )
)  # fmt: skip

_P = ResponsibilityPosition
_OWN = tuple(
    (position, re.compile(pattern))
    for position, pattern in (
        (_P.CLAIMS, r"(?P<actor>(?:[Tt]he |A |An )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5}),?(?:[^.;,]{0,40},)? (?:has |have |had |later |also |quickly )*(?:claimed|accepted|taken|took|assumed|admitted|acknowledged) (?:\w+ )?(?:responsibility|credit|the (?:attack|bombing|blast|strike|killing|assault)|carrying out)"),
        (_P.CLAIMS, r"(?:[Rr]esponsibility|[Cc]redit|[Tt]he (?:attack|bombing|blast|assault)) [^.;]{0,30}(?:was|has been|were) (?:later )?(?:claimed|taken) by (?P<actor>(?:the )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5})"),
        (_P.CLAIMS, r"(?P<actor>(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5})[^.;]{0,60} (?:said|says|confirmed|announced|stated|told)[^.;]{0,40}(?:(?:it|they) (?:was|were|had been) (?:behind|responsible)|its (?:men|people|members|fighters|forces|agents)[^.;]{0,30}(?:had |carried|attacked|did)|(?:the )?operation was its own|it (?:had )?carried out)"),
        (_P.DENIES, r"(?P<actor>(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5})[^.;,]{0,25} (?:has |have |had )?(?:den(?:ied|ies)|reject(?:ed|s)) (?:\w+ ){0,3}(?:responsibility|involvement|carrying out|being behind|role|it was (?:behind|involved)|any part)"),
        (_P.NO_COMMENT, r"(?P<actor>(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,4})[^.;,]{0,40} (?:(?:has|have|had|did) (?:not|n[o']t)(?: yet| immediately| so far| officially| publicly| at once)* (?:comment\w*|react\w*|respond\w*|spoken|confirm\w*)|(?:has|have|had) (?:neither (?:confirmed|acknowledged|admitted|claimed)|yet to (?:comment|react|respond)|said nothing|made no comment)|declined to comment|do(?:es)? not (?:usually |typically )?(?:comment|claim))"),
    )
)  # fmt: skip
_NOBODY = re.compile(
    r"(?:(?:no|nobody|no one|no-one|none) (?:\w+ ){0,4}(?:has |have |had )?(?:immediately |so far |yet |at once |straight away )*"
    r"(?:claimed|taken|took|owned up|said (?:\w+ ){0,3}(?:that )?(?:it was their doing|they did)|stepped forward|admitted)[^.;]{0,40}"
    r"|(?:no|without (?:any|a)) (?:immediate )?claim (?:of responsibility|had been|has been|was)[^.;]{0,20}"
    r"|[Rr]esponsibility (?:has|had) (?:not|n't) (?:yet )?been claimed|has claimed the attack so far)",
    re.IGNORECASE,
)
_SLAVIC_OWN = re.compile(
    r"(?:официально |офіційно )?(?P<actor>Киев|Київ|Москва|Украина|Україна|Россия|Росія|В Киеве|Українська сторона|Украинская сторона|ВСУ|ЗСУ|СБУ)"
    r"[^.;]{0,50}(?P<what>не комментир\w*|не коментув\w*|ответственност\w+ на себя не|взял\w* на себя ответственность|взял\w* на себе відповідальність)",
)
# "Electronics for Russian missiles": whose product it is, not who attacked.
_PRODUCT = re.compile(
    r"\b(?:electronics|parts|chips|microchips|components|circuits|makes?|makers?|produc\w+|suppl\w+|manufactur\w+)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:The|A|An|This|That|It|He|She|They|No|Nobody|But|And|In|On|Police|Officials|Authorities)$"
)


def find(text: str, language: str) -> list[Statement]:
    """Return perpetrators and positions on responsibility, in reading order."""
    found = [*_own_positions(text), *_nobody(text), *_accusations(text)]
    if language in {"ru", "uk"}:
        found += _slavic(text)
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


def entity_of(name: str) -> str | None:
    """Return the state that an adjective, a capital or an army stands for."""
    bare = re.sub(r"^[Tt]he ", "", name).strip()
    for state, pattern in STATES.items():
        if re.match(rf"(?:{pattern})(?!\w)", bare):
            return state
    if re.match(
        r"(?:SBU|GUR|HUR|Security Service of Ukraine|Main (?:Intelligence )?Directorate)",
        bare,
    ):
        return "Ukraine"
    return None


def _clean(actor: str) -> str:
    actor = re.sub(r"^(?:the|a|an)\s+", "", actor.strip(), flags=re.IGNORECASE)
    return re.sub(r"['’]s$", "", actor).strip(" ,(")


def _accusations(text: str) -> Iterator[Statement]:
    taken: list[Span] = []
    for name, pattern in _ACCUSED:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            actor = _clean(match.group("actor"))
            if (
                any(t.overlaps(span) for t in taken)
                or _GENERIC.match(actor)
                or not actor
            ):
                continue
            if name == "their_attack" and _PRODUCT.search(text[: match.start()][-60:]):
                continue
            taken.append(span)
            state = entity_of(actor)
            yield Statement(
                attribute=Attribute.PERPETRATOR,
                value=Perpetrator(name=actor, entity=state),
                span=span,
                reader=f"agency.{name}",
            )
            yield Statement(
                attribute=Attribute.RESPONSIBILITY,
                value=Responsibility(actor=state or actor, position=None),
                span=span,
                reader=f"agency.{name}",
            )


def _own_positions(text: str) -> Iterator[Statement]:
    for position, pattern in _OWN:
        for match in pattern.finditer(text):
            actor = _clean(match.group("actor"))
            words = match.group(0).lower()
            if (
                not actor
                or _GENERIC.match(actor)
                or words.startswith(("no ", "nobody"))
            ):
                continue
            at = Span(match.start("actor"), match.end("actor"))
            silent = position is _P.NO_COMMENT
            yield Statement(
                attribute=Attribute.RESPONSIBILITY,
                value=Responsibility(
                    actor=entity_of(actor) or actor, position=position
                ),
                span=Span(match.start(), match.end()),
                stance={_P.DENIES: Stance.DENIES, _P.NO_COMMENT: Stance.DOUBTS}.get(
                    position
                ),
                speaker=None if silent else Speaker(actor, at),
                own_voice=silent,
                reader="agency.own",
            )
            if position is _P.CLAIMS:
                yield Statement(
                    attribute=Attribute.PERPETRATOR,
                    value=Perpetrator(name=actor, entity=entity_of(actor)),
                    span=Span(match.start(), match.end()),
                    speaker=Speaker(actor, at),
                    reader="agency.own",
                )


def _nobody(text: str) -> Iterator[Statement]:
    for match in _NOBODY.finditer(text):
        yield Statement(
            attribute=Attribute.RESPONSIBILITY,
            value=Responsibility(actor="unknown", position=_P.NO_COMMENT),
            span=Span(match.start(), match.end()),
            stance=Stance.DOUBTS,
            own_voice=True,
            reader="agency.nobody",
        )


def _slavic(text: str) -> Iterator[Statement]:
    for match in _SLAVIC_OWN.finditer(text):
        claims = match.group("what").startswith("взял")
        actor = re.sub(r"^В Киеве$", "Киев", match.group("actor"))
        yield Statement(
            attribute=Attribute.RESPONSIBILITY,
            value=Responsibility(
                actor=entity_of(actor) or actor,
                position=_P.CLAIMS if claims else _P.NO_COMMENT,
            ),
            span=Span(match.start(), match.end()),
            stance=None if claims else Stance.DOUBTS,
            own_voice=not claims,
            reader="agency.own",
        )
