"""Who is said to have done it, and what they say of it themselves.

Two attributes come from here: ``perpetrator`` (whoever is said to have done it) and
``responsibility`` (an actor's own position: claims, denies, no comment; a position of
None is an accusation by somebody else).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition

# People and adjectives of the countries whose forces news most often names, and the
# country they stand for; an adjective outside the table keeps its own words.
STATES = {
    "Russia": r"Russia(?:n|ns)?|Moscow|(?:the )?Kremlin|росси\w+|Росси\w+|[Рр]осія\w*|[Рр]осіян\w*|[Рр]осійськ\w+|РФ|russe?s?|russisch\w*|Rusia|rus[oa]s?",
    "Ukraine": r"Ukrain(?:e|ian|ians)|Kyiv|Kiev|украин\w+|Украин\w+|[Уу]країн\w+|ВСУ|ЗСУ|Киев|Київ|ukrainisch\w*|ucranian\w*|Ucrania|ucrain\w*",
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
    r"(?:the )?(?:Islamic State(?: \w+)?|ISIS|ISIL|ISKP|IS-K|Daesh|[Aa]l-?\s?Qaeda|[Aa]l[- ]Shabaa?b|Boko Haram|Hamas|Hezbollah|Hizbullah|Houthis?|"
    r"Palestinian Islamic Jihad|Pakistani Taliban|Tehreek-e-Taliban(?: Pakistan)?|Tehrik-i-Taliban(?: Pakistan)?|TTP|Taliban|Lashkar-e-\w+|Jaish-e-\w+|"
    r"Baloch(?:istan)? Liberation (?:Army|Front)|BLA|PKK|Kurdistan Workers.? Party|YPG|SBU|GUR|HUR|Security Service of Ukraine|"
    r"FARC|ELN|Shining Path|Sendero Luminoso|FMLN|ETA|IRA|M23|ADF|JNIM|RSF|Rapid Support Forces|Wagner|Main (?:Intelligence )?Directorate(?: of Intelligence)?)"
)
_ATTACKERS = (
    r"(?:suspected |armed |unidentified |unknown |masked |two |three |four |several |a group of )*"
    r"(?:gunm[ae]n|militants?|insurgents?|rebels?|terrorists?|bandits?|assailants?|attackers?|suicide bombers?|extremists?|"
    r"separatists?|guerrillas?|knifem[ae]n|arsonists?|mob|jihadists?|pirates|fighters|robbers)"
)
_FORCES = r"(?: (?:armed |special |secret |security |military |air |naval )?(?:forces?|troops|army|military|navy|air force|soldiers|operations forces|services?|intelligence|drones?|missiles?|warplanes?|jets|agents|regime))?"
_STATE = rf"(?:{'|'.join(STATES.values())})"
# "The special services of Ukraine", "rockets of the Russian armed forces".
_OF_THEM = rf"(?:(?:the )?(?:(?:armed|special|secret|security|missile|air) )?(?:forces|services?|units|army|military|troops|navy|agents|fighters|members|men|rockets|missiles|drones) of (?:the )?(?:{_STATE}{_FORCES}|{GROUPS}))"
_ACTOR_PLAIN = rf"(?:{_OF_THEM}|{_STATE}{_FORCES}|{GROUPS}|{_ATTACKERS})"

# Readings that say by themselves who did it, without a word of what was done.
BLAMING = frozenset(
    f"agency.{name}"
    for name in ("own", "blamed", "blamed_group", "accused", "blame_on", "behind_it", "work_of", "door",
                 "their_man", "suspected", "named", "suspect")
)  # fmt: skip

# "The group said that its fighters had done it": whichever was named last.
_THE_GROUP = r"[Tt]he (?:group|service|organi[sz]ation|movement|militia|party)\b"
_IS_GROUP = re.compile(_THE_GROUP, re.IGNORECASE)
_NAMED_BEFORE = re.compile(GROUPS)

_HARM_NOUN = (
    r"(?:(?:kamikaze|combat|long-range|missile|rocket|drone|air|aerial|artillery|night(?:time)?|bomb|suicide|terrorist|cruise|ballistic|massive|fresh|latest|new|deadly)[- ])*"
    r"(?:air ?strikes?|strikes?|attacks?|raids?|shelling|bombardment|bombing|missiles?|rockets?|drones?|UAVs?|fire|shells?|barrage|assault|bomber|offensive|interceptors?|S-\d{3}|air defen[cs]e (?:missiles?|rockets?))"
)
# "Struck Hezbollah targets in the south": what was hit, not who aimed.
_TARGETS = r"targets(?! (?:in|on|at|after|near|with|across|and|of|from|inside|along|deep|over\w*|were|was|have|had)\b|[.,;:!?…\n]|$)"
_HARM_VERB = (
    rf"(?:attack(?:ed|s)|struck|hit|bomb(?:ed|s)|shell(?:ed|s)|launch(?:ed|es)|fired|storm(?:ed|s)|targeted|{_TARGETS}|raided|kill(?:ed|s)|"
    r"carried out|blew up|ambush(?:ed|es)|hijack(?:ed|s)|kidnapp?(?:ed|s)|abduct(?:ed|s)|seiz(?:ed|es)|opened fire|murdered|shot|stabbed|bombarded|recruited|"
    r"sent (?:\w+ ){0,2}(?:drones|missiles|rockets|bombers)|did it|carried (?:it|them|this) out|conceived|taken part|took part|aimed at|planted|detonated|set off|mounted|"
    r"laid (?:\w+ ){0,2}(?:explosives|mines|bombs)|came down on)"
)
# (name of the reading, pattern); the group "actor" is who is said to have done it.
_ACCUSED = tuple(
    (name, re.compile(pattern, re.IGNORECASE if flags else 0))
    for name, pattern, flags in (
        ("their_attack", rf"(?<![\w-])(?P<actor>{_ACTOR_PLAIN})(?:['’]s)?(?: latest| own)? {_HARM_NOUN}(?!\w)", True),
        ("they_attacked", rf"(?<![\w-])(?P<actor>{_ACTOR_PLAIN}|{_THE_GROUP}) (?:had |have |has |then |also |again )?{_HARM_VERB}(?!\w)", True),
        ("forces_shot", r"(?<![\w-])(?P<actor>(?:(?:army|riot|military|federal|state|government|border|paramilitary|security|special) )?(?:police(?:m[ae]n)?|soldiers|troops|forces|guards|paramilitaries|rangers)) (?:(?:have|had|also|then) )?(?:shot (?:dead |and killed )?(?=an? |at least |\d|two |three |four |five |several |dozens |protesters|demonstrators)|killed (?=an? |at least |\d+ |two |three |four |five |several |dozens |protesters|demonstrators|civilians)|opened fire (?:on|at)\b|fired (?:on|at|into)\b|shelled\b|bombed\b|massacred\b)", True),
        ("by_them", rf"(?:attack(?:ed)?|strikes?|struck|hit|carried out|bomb(?:ed|ing)|shell(?:ed|ing)|kill(?:ed|ing)|launched|fired|shot|stabbed|claimed|organi[sz]ed|staged|operated|raid|assault|recruited|hijacked|kidnapped|abducted|caused|perpetrated)\b[^.;,]{{0,30}}? by (?P<actor>{_ACTOR_PLAIN})", True),
        ("blamed", rf"blam(?:ed|es|ing) (?:it |this |the (?:attack|blast|strike|bombing) )?(?:on )?(?P<actor>(?:the )?{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("accused", rf"(?:accus(?:ed|es|ing)|pointed (?:the|a) finger at|holds?|held) (?P<actor>(?:the )?{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}) (?:of|responsible|for)", False),
        ("blamed_group", r"blam(?:ed|es|ing) (?:it |this |the (?:\w+ )?(?:attack|blast|strike|bombing|killing|raid)s? )?(?:on )?(?P<actor>(?:the |an? )?(?:[\w-]+ ){0,3}?(?:dissidents|militias?|gangs?|cartels?|factions?|(?:armed |terror(?:ist)? |rebel |militant |jihadist |separatist )?groups?|fighters|forces|army|troops|soldiers|guerrillas|rebels|separatists|insurgents|herders|vigilantes|traffickers)(?: (?:of|from|loyal to|linked to|allied with) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})?)(?!\w)", True),
        ("blame_on", rf"(?:puts?|laid|lays|put|placed) the blame (?:\w+ )?on (?P<actor>{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("behind_it", rf"(?P<actor>{_THE_GROUP}|{_ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}) (?:was|were|is|are|had been) (?:behind|responsible for|to blame)", False),
        ("work_of", rf"(?:the work of|operation of|an operation by|(?:was|is) the) (?P<actor>(?:the )?{_ACTOR_PLAIN})['’]?s? ?(?:operation|work)?", True),
        ("door", rf"(?:laying|laid|lays?) (?:it|the blame|this|responsibility) at the door of [“\"]?(?P<actor>(?:the )?{_ACTOR_PLAIN})", True),
        ("their_man", rf"(?:attackers?|bombers?|gunm[ae]n|suspects?|assailants?|terrorists?|m[ae]n|attack)\b[^.;\n]{{0,40}}? (?:belong(?:ed|s)? to|(?:was|were|is) (?:a |an )?(?:members?|fighters?|supporters?) of|from) (?P<actor>(?:the )?{GROUPS})", True),
        ("attack_of", rf"(?:attacks?|strikes?|raids?|bombings?) of (?P<actor>(?:the )?{GROUPS})(?!\w)", True),
        ("suspected", rf"suspect(?:s|ed|ing)? (?:that )?(?:a group (?:tied|linked) to )?(?P<actor>(?:the )?{GROUPS})(?!\w)", True),
        ("named", r"(?:[Aa]uthorities|[Pp]olice|[Oo]fficials|[Ii]nvestigators|[Pp]rosecutors)[^.;\n]{0,20} (?:names?|named|identif(?:y|ied)) (?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.| [A-Z][a-zà-ÿ'-]+){1,2})(?:, [^,.;\n]{0,50},)? as (?:the |a )?(?:main |prime |only )?(?:suspect|attacker|gunman|shooter|bomber)", False),
        ("suspect", r"(?:suspect|suspected (?:gunman|attacker|shooter|killer)|gunman|attacker|named|identified (?:him )?as|person of interest),? (?:is |was |as |named )*(?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: [A-Z][a-zà-ÿ'-]+){1,2})", False),
    )
)  # fmt: skip

_IN_STATE = re.compile(rf"\b(?:in|from|of) (?:the )?(?P<state>{_STATE})(?!\w)")

_P = ResponsibilityPosition
_OWN = tuple(
    (position, re.compile(pattern))
    for position, pattern in (
        (_P.CLAIMS, r"(?P<actor>(?:[Tt]he |A |An )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5}),?(?:[^.;,]{0,40},)? (?:has |have |had |later |also |quickly )*(?:claim(?:ed|s)|accept(?:ed|s)|taken|took|takes|assume[ds]|admit(?:ted|s)|acknowledge[ds]) (?:\w+ )?(?:responsibility|credit|the (?:attack|bombing|blast|strike|killing|assault)|carrying out)"),
        (_P.CLAIMS, r"(?:[Rr]esponsibility|[Cc]redit|[Tt]he (?:attack|bombing|blast|assault)) [^.;]{0,30}(?:was|has been|were) (?:later )?(?:claimed|taken) by (?P<actor>(?:the )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5})"),
        (_P.CLAIMS, rf"(?P<actor>{_THE_GROUP}|(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{{1,3}}-?)?[A-Z(][\w'’()-]+){{0,5}}),?(?:[^.;,\n]{{0,50}},)?[^.;\n]{{0,60}}? (?:has |have |had )?(?:said|says|say|confirmed|announced|stated|told|declared|claimed)\b[^.;\n]{{0,60}}?\b(?:(?:it|they) (?:was|were|had been|has been) (?:behind|responsible)|its (?:own )?(?:men|people|members|fighters|forces|agents|units|missile \w+)[^.;\n]{{0,30}}?(?:carried|attacked|did|done|hit|struck)|(?:the )?(?:operation|attack|strike|bombing) was its (?:own|work|doing)|(?:it|they) (?:had |has |have )?(?:carried out|hijacked|attacked|struck|hit|shelled|bombed|seized|targeted|launched|blew up|mounted|conducted)|the (?:bomber|attacker|gunman) was its)"),
        (_P.DENIES, r"(?P<actor>(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-?)?[A-Z(][\w'’()-]+){0,5})(?:, (?:who|which|an?|the) [^.;,\n]{0,100},)?[^.;,]{0,25} (?:has |have |had )?(?:den(?:ied|ies)|reject(?:ed|s)) (?:\w+ ){0,3}(?:responsibility|involvement|carrying out|being behind|role|it was (?:behind|involved)|any part)"),
        (_P.NO_COMMENT, rf"(?:[Nn]obody|[Nn]o one|[Nn]o officials?|[Aa]uthorities|[Oo]fficials) in (?P<actor>{_STATE}) (?:has |have |had )?(?:not |yet |so far )*(?:react\w*|comment\w*|respond\w*|confirm\w*|said nothing|acknowledged|made no comment)"),
        (_P.NO_COMMENT, r"(?P<actor>(?:[Tt]he )?[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,4})[^.;,]{0,40} (?:(?:has|have|had|did) (?:not|n[o']t)(?: yet| immediately| so far| officially| publicly| at once)* (?:comment\w*|react\w*|respond\w*|spoken|confirm\w*)|(?:,? which )?(?:has|have|had) (?:neither (?:confirmed|acknowledged|admitted|claimed)|yet to (?:comment|react|respond)|said nothing|made no comment)|declined to comment|do(?:es)? not (?:usually |typically )?(?:comment|claim))"),
    )
)  # fmt: skip
_NOBODY = re.compile(
    r"(?:(?:no|nobody|no one|no-one|none) (?:\w+ ){0,4}(?:has |have |had )?(?:immediately |so far |yet |at once |straight away )*"
    r"(?:claimed|taken|took|owned up|said (?:\w+ ){0,3}(?:that )?(?:it was their doing|they did)|stepped forward|admitted)[^.;]{0,40}"
    r"|(?:no|without (?:any|a)) (?:immediate )?claim (?:of responsibility|had been|has been|was)[^.;]{0,20}"
    r"|[Rr]esponsibility (?:has|had) (?:not|n't) (?:yet )?been claimed|has claimed the attack so far)",
    re.IGNORECASE,
)
# "A blast in Pakistan killed ten": where it was, by a country's own name.
_COUNTRY = re.compile(
    r"(?:the )?(?:Russia|Ukraine|Moscow|Kyiv|Kiev|Israel|United States|Turkey|Türkiye|Iran"
    r"|Syria|Pakistan|India|China|Saudi Arabia|Azerbaijan|Armenia|Sudan|Ethiopia|Myanmar)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|across|inside|near|outside|around|throughout|from|to|into|at|over|on|off)"
    r" (?:the )?(?:[\w-]+(?:ern|tral|upied|boring|bouring) )?(?:(?:part|region|town|city|capital)s? of )?$",
    re.IGNORECASE,
)
# "Electronics for Russian missiles": whose product it is, not who attacked.
_PRODUCT = re.compile(
    r"\b(?:electronics|parts|chips|microchips|components|circuits|makes?|makers?|produc\w+|suppl\w+|manufactur\w+)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:The|A|An|This|That|It|He|She|They|No|Nobody|But|And|In|On|Police|Officials|Authorities"
    r"|Meanwhile|Separately|However|Later|Earlier|Still|Also|Yesterday|Today|Overnight)$"
)


# "A terrorist attack" says what kind of attack it was, not who made it.
_KIND_OF_ATTACK = re.compile(
    r"(?:terrorist|militant|rebel|insurgent|extremist|bandit|gunman|attacker|bomber)",
    re.IGNORECASE,
)


def find(text: str) -> list[Statement]:
    """Return perpetrators and positions on responsibility, in reading order."""
    found = [*_own_positions(text), *_nobody(text), *_accusations(text)]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


_IS_NAMED_GROUP = re.compile(rf"{GROUPS}(?!\w)")
OF_UKRAINE = re.compile(
    r"(?:SBU|GUR|HUR|Security Service of Ukraine|Main (?:Intelligence )?Directorate)"
)


def entity_of(name: str) -> str | None:
    """Return the state that an adjective, a capital or an army stands for."""
    bare = re.sub(r"^[Tt]he ", "", name).strip()
    if _IS_NAMED_GROUP.match(bare) and not OF_UKRAINE.match(bare):
        return None
    bare = re.sub(r"^(?:[\w-]+ ){1,2}of (?:the )?", "", bare)
    for state, pattern in STATES.items():
        if re.match(rf"(?:{pattern})(?!\w)", bare):
            return state
    if OF_UKRAINE.match(bare):
        return "Ukraine"
    return None


def _actor(text: str, match: re.Match[str]) -> str:
    """Return who a match is about: "the group" is the one named last before it."""
    words = match.group("actor")
    actor = _clean(words)
    if _IS_GROUP.fullmatch(words):
        named = [m.group(0) for m in _NAMED_BEFORE.finditer(text[: match.start()])]
        return _clean(named[-1]) if named else ""
    if entity_of(actor) or _NAMED_BEFORE.search(words):
        return actor
    closer = _NAMED_BEFORE.search(match.group(0))  # "CITY – The PKK has said"
    return _clean(closer.group(0)) if closer else actor


def _state_in(actor: str, words: str) -> str:
    """Return the state an actor stands for: "the ministry in Moscow" is Russia's."""
    held = entity_of(actor)
    if held is None:
        near = _IN_STATE.search(words)
        held = entity_of(near.group("state")) if near else None
    return held or actor


def _clean(actor: str) -> str:
    actor = re.sub(r"^(?:the|a|an)\s+", "", actor.strip(), flags=re.IGNORECASE)
    return re.sub(r"['’]s$", "", actor).strip(" ,(")


def _accusations(text: str) -> Iterator[Statement]:
    taken: list[Span] = []
    for name, pattern in _ACCUSED:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            words = match.group("actor")
            actor = _actor(text, match) if _IS_GROUP.fullmatch(words) else _clean(words)
            if (
                any(t.overlaps(span) for t in taken)
                or (_GENERIC.match(actor) and name != "forces_shot")
                or not actor
                or (name == "their_attack" and _KIND_OF_ATTACK.fullmatch(actor))
            ):
                continue
            before = text[max(0, match.start() - 60) : match.start()]
            if name == "their_attack" and _PRODUCT.search(before):
                continue
            acts = name in {"their_attack", "they_attacked"}
            if acts and _COUNTRY.fullmatch(words) and _WITHIN.search(before):
                continue
            taken.append(span)
            state = entity_of(actor)
            yield from accusation(actor, state, span, name)


def accusation(
    actor: str, state: str | None, span: Span, name: str
) -> Iterator[Statement]:
    """Yield that somebody is said to have done it, as deed and as accusation."""
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
            actor = _actor(text, match)
            words = match.group(0).lower()
            silent = position is _P.NO_COMMENT
            nobody = words.startswith(("no ", "nobody")) and not silent
            if not actor or _GENERIC.match(actor) or nobody:
                continue
            held = _state_in(actor, match.group(0))
            yield from own_position(match, position, actor, entity_of(actor), held)


def own_position(
    match: re.Match[str],
    position: ResponsibilityPosition,
    name: str,
    entity: str | None,
    held: str,
) -> Iterator[Statement]:
    """Yield where somebody stands on having done it; who claims it is said to be who did.

    ``match``: of the words, the actor in a group of its own. ``entity`` is the state that
    ``name`` acts for, None where it is of none; ``held`` is whom the position is put down
    to. Who keeps silent says nothing: the report does, in its own voice.
    """
    silent = position is _P.NO_COMMENT
    at = Span(match.start("actor"), match.end("actor"))
    said = Statement(
        attribute=Attribute.RESPONSIBILITY,
        value=Responsibility(actor=held, position=position),
        span=Span(match.start(), match.end()),
        stance={_P.DENIES: Stance.DENIES, _P.NO_COMMENT: Stance.DOUBTS}.get(position),
        speaker=None if silent else Speaker(name, at),
        own_voice=silent,
        reader="agency.own",
    )
    yield said
    if position is _P.CLAIMS:
        did = Perpetrator(name=name, entity=entity)
        yield replace(said, attribute=Attribute.PERPETRATOR, value=did)


def _nobody(text: str) -> Iterator[Statement]:
    for match in _NOBODY.finditer(text):
        yield unclaimed(match)


def unclaimed(match: re.Match[str]) -> Statement:
    """Return that nobody has taken it on themselves yet."""
    return Statement(
        attribute=Attribute.RESPONSIBILITY,
        value=Responsibility(actor="unknown", position=_P.NO_COMMENT),
        span=Span(match.start(), match.end()),
        stance=Stance.DOUBTS,
        own_voice=True,
        reader="agency.nobody",
    )
