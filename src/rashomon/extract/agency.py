"""Who is said to have done it: accusations; with ``agency_own``, all positions of a text.

Two attributes come from here: ``perpetrator`` (whoever is said to have done it) and
``responsibility`` (an actor's own position: claims, denies, no comment; a position of
None is an accusation by somebody else).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract import agency_own
from rashomon.extract.actor_words import (
    ACTOR_PLAIN,
    GROUPS,
    IS_GROUP,
    OWN_FORCE,
    STATE,
    THE_GROUP,
    entity_of,
    group_of,
)
from rashomon.extract.agency_own import actor_of, clean, is_generic
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Perpetrator, Responsibility

# Readings that say by themselves who did it, without a word of what was done.
BLAMING = frozenset(
    f"agency.{name}"
    for name in ("own", "blamed", "blamed_group", "accused", "blame_on", "behind_it", "work_of", "door",
                 "their_man", "suspected", "named", "suspect", "person", "it_was", "hallmarks", "at_orders", "their_hand")
)  # fmt: skip

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
    r"laid (?:\w+ ){0,2}(?:explosives|mines|bombs)|came down on"
    r"|conducted (?:an? |the )?(?:[\w-]+ ){0,2}(?:air ?strikes?|strikes?|raids?|attacks?|bombing)|(?:answered|retaliated|responded|replied|hit back) with (?:[\w-]+ )?(?:air ?strikes?|strikes?|rockets|shelling|missiles|drones|raids|fire))"
)
_DEED = r"(?:attack|blast|strike|bombing|killing|raid|assault|explosion|shelling|shooting|massacre|abduction|kidnapping|ambush)"
# "Blamed [such attacks on] them", never what they are blamed "for".
_IT_ON = r"(?:it|this|that|them|(?:the|such|these|those|both|most|many|similar) (?:(?!for\b|on\b)[\w“”\"'’-]+ ){1,4}?)(?: ?on)"
# "Accused the party of spreading lies": of no deed.
_OF_WORDS = r"[“\"]?(?:\w+ ){0,2}?(?:dump|fabricat|fak|ly|spread|invent|exaggerat|hid|cover|withhold|refus|fail|ignor|incit|distort|exploit|politici[sz])ing\b"
# (name of the reading, pattern); the group "actor" is who is said to have done it.
_ACCUSED = tuple(
    (name, re.compile(pattern, re.IGNORECASE if flags else 0))
    for name, pattern, flags in (
        ("their_attack", rf"(?<![\w-])(?P<actor>{ACTOR_PLAIN})(?:['’]s)?(?: latest| own)? {_HARM_NOUN}(?!\w)", True),
        ("they_attacked", rf"(?<![\w-])(?P<actor>{ACTOR_PLAIN}|{THE_GROUP}) (?:had |have |has |then |also |again )?{_HARM_VERB}(?!\w)", True),
        ("forces_shot", r"(?<![\w-])(?P<actor>(?:(?:army|riot|military|federal|state|government|border|paramilitary|security|special) )?(?:police(?:m[ae]n)?|soldiers|troops|forces|guards|paramilitaries|rangers)) (?:(?:have|had|also|then) )?(?:shot (?:dead |and killed )?(?=an? |at least |\d|two |three |four |five |several |dozens |protesters|demonstrators)|killed (?=an? |at least |\d+ |two |three |four |five |several |dozens |protesters|demonstrators|civilians)|opened fire (?:on|at)\b|fired (?:on|at|into)\b|shelled\b|bombed\b|massacred\b)", True),
        ("by_them", rf"(?:attack(?:ed)?|strikes?|struck|hit|carried out|bomb(?:ed|ing)|shell(?:ed|ing)|kill(?:ed|ing)|launched|fired|shot|stabbed|claimed|organi[sz]ed|staged|operated|raid|assault|recruited|hijacked|kidnapped|abducted|caused|perpetrated|planned|ordered|orchestrated|masterminded|directed|sent)\b[^.;,]{{0,40}}? by (?P<actor>(?:the )?{ACTOR_PLAIN})(?!\w)", True),
        ("blamed", rf"blam(?:ed|es|ing) (?:{_IT_ON} )?(?P<actor>(?:the )?{ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("accused", rf"(?:accus(?:ed|es|ing)|pointed (?:the|a) finger at|holds?|held) (?P<actor>(?:the )?{ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}) (?:of(?! {_OF_WORDS})|responsible|for)", False),
        ("blamed_group", r"blam(?:ed|es|ing) (?:it |this |the (?:\w+ )?(?:attack|blast|strike|bombing|killing|raid)s? )?(?:on )?(?P<actor>(?:the |an? )?(?:[\w-]+ ){0,3}?(?:dissidents|militias?|gangs?|cartels?|factions?|(?:armed |terror(?:ist)? |rebel |militant |jihadist |separatist )?groups?|fighters|forces|army|troops|soldiers|guerrillas|rebels|separatists|insurgents|herders|vigilantes|traffickers)(?: (?:of|from|loyal to|linked to|allied with) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})?)(?!\w)", True),
        ("blame_on", rf"(?:puts?|putting|laid|lays|laying|placed?|places|pin(?:s|ned|ning)?) (?:(?:the )?(?:blame|responsibility|it|that|this|them|the {_DEED}s?))(?: for [^.;,]{{0,40}}?)? (?:\w+ )?on (?P<actor>(?:the )?{ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})", False),
        ("blame_on", rf"(?:[Ff]ingers? (?:\w+ ){{0,3}}pointed (?:\w+ )?(?:at|to|towards?)|point(?:ed|s|ing) (?:the |an? )?(?:\w+ )?fingers? (?:\w+ )?at|[Ss]uspicions? (?:[\w-]+ ){{0,4}}?on|implicat(?:ed|es|ing)) (?P<actor>(?:the )?(?:exiled |rival )?(?:{ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}(?: (?:separatists|rebels|militants|gangs?|cartel))?))", False),
        ("it_was", rf"\b[Ii]t was (?P<actor>(?:the )?{ACTOR_PLAIN}) (?:that|who|which) ", False),
        ("hallmarks", rf"(?:hallmarks?|signature|trademarks?|method|modus operandi|handiwork) (?:\w+ ){{0,2}}?of (?P<actor>(?:the )?{ACTOR_PLAIN})(?!\w)", False),
        ("at_orders", rf"(?:on|under|at) (?:the )?(?:orders?|instructions?|direction|patronage|behest|command) (?:of|from) (?P<actor>(?:the )?{OWN_FORCE}|(?:the )?{STATE})(?!\w)", False),
        ("their_hand", rf"(?<!any )(?<!no )(?P<actor>{STATE}) (?:hand|involvement|role|complicity) (?:in|behind) (?:the|this|that|an?) (?:\w+ ){{0,2}}{_DEED}", True),
        ("from_them", rf"(?:drones?|missiles?|rockets?|shells) from (?P<actor>{STATE}) (?:had |have |has )?{_HARM_VERB}(?!\w)", True),
        ("behind_it", rf"(?P<actor>{THE_GROUP}|{ACTOR_PLAIN}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})(?:, [^.;,]{{0,50}},|,? (?:which|who))? (?:was|were|is|are|had been|stood|stands) (?:(?:also|widely|long|often) )*(?:(?:said|believed|thought|suspected|presumed|alleged) (?:to be |to have been |of being )?)?(?:behind|responsible for|to blame)", False),
        ("work_of", rf"(?:the work of|operation of|an operation by|(?:was|is) the) (?P<actor>(?:the )?{ACTOR_PLAIN})['’]?s? ?(?:operation|work)?", True),
        ("door", rf"(?:laying|laid|lays?) (?:it|the blame|this|responsibility|the {_DEED}s?) (?:\w+ )?at the door of [“\"]?(?P<actor>(?:the )?{ACTOR_PLAIN})", True),
        ("their_man", rf"(?:attackers?|bombers?|gunm[ae]n|suspects?|assailants?|terrorists?|m[ae]n|attack)\b[^.;\n]{{0,40}}? (?:belong(?:ed|s)? to|(?:was|were|is) (?:a |an )?(?:members?|fighters?|supporters?) of|from) (?P<actor>(?:the )?{GROUPS})", True),
        ("attack_of", rf"(?:attacks?|strikes?|raids?|bombings?|air ?strikes?) of (?P<actor>(?:the )?{OWN_FORCE})(?!\w)", True),
        ("suspected", rf"suspect(?:s|ed|ing)? (?:that )?(?:a group (?:tied|linked) to )?(?P<actor>(?:the )?{GROUPS})(?!\w)", True),
        ("named", r"(?:[Aa]uthorities|[Pp]olice|[Oo]fficials|[Ii]nvestigators|[Pp]rosecutors|[Cc]ommittee|[Mm]inistry|[Ss]heriff|[Mm]edia|[Hh]e|[Ss]he|[Tt]hey)[^.;\n]{0,20} (?:names?|named|identif(?:y|ied)) (?:(?:him|her|the (?:\w+ )?(?:suspect|attacker|gunman|shooter|bomber|assailant|killer|driver|perpetrator|man)|as) )+(?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.| [A-Z][a-zà-ÿ'-]+){1,2})", False),
        ("named", r"(?:[Aa]uthorities|[Pp]olice|[Oo]fficials|[Ii]nvestigators|[Pp]rosecutors)[^.;\n]{0,20} (?:names?|named|identif(?:y|ied)) (?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.| [A-Z][a-zà-ÿ'-]+){1,2})(?:, [^,.;\n]{0,50},)? as (?:the |a )?(?:main |prime |only )?(?:suspect|attacker|gunman|shooter|bomber)", False),
        ("suspect", r"(?:suspect|suspected (?:gunman|attacker|shooter|killer)|gunman|attacker|named|identified (?:him )?as|person of interest),? (?:is |was |as |named )*(?P<actor>[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: [A-Z][a-zà-ÿ'-]+){1,2})", False),
    )
)  # fmt: skip

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
# "A terrorist attack" says what kind of attack it was, not who made it.
_KIND_OF_ATTACK = re.compile(
    r"(?:terrorist|militant|rebel|insurgent|extremist|bandit|gunman|attacker|bomber)",
    re.IGNORECASE,
)


def find(text: str) -> list[Statement]:
    """Return perpetrators and positions on responsibility, in reading order."""
    found = [*agency_own.find(text), *_accusations(text)]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


def _accusations(text: str) -> Iterator[Statement]:
    taken: list[Span] = []
    for name, pattern in _ACCUSED:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            words = match.group("actor")
            actor = actor_of(text, match) if IS_GROUP.fullmatch(words) else clean(words)
            if (
                any(t.overlaps(span) for t in taken)
                or (is_generic(actor) and name != "forces_shot")
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
        value=Perpetrator(name=actor, entity=state or group_of(actor)),
        span=span,
        reader=f"agency.{name}",
    )
    yield Statement(
        attribute=Attribute.RESPONSIBILITY,
        value=Responsibility(actor=state or group_of(actor) or actor, position=None),
        span=span,
        reader=f"agency.{name}",
    )
