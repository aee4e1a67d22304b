"""What those who are said to have done it say themselves: they claim, deny or keep silent.

A position is the actor's own; who claims it is said to be who did it, too. Silence is
told by the report, in its own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.actor_words import (
    ARMS,
    GROUPS,
    IN_STATE,
    IS_GROUP,
    NAMED_BEFORE,
    SEAT,
    STATE,
    THE_GROUP,
    entity_of,
    group_of,
    side_of,
)
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition

_P = ResponsibilityPosition
# A capital at the head of a sentence: "For a month the army has said".
_NO_NAME = r"(?!(?:For|After|Before|During|Until|Since|When|While|As|If|By|At|To|From|With|Though|Although|Despite)\b)"
_NAME = rf"{_NO_NAME}[A-Z][\w'’-]+(?:[ -](?:[a-z]{{1,3}}-?)?[A-Z(][\w'’()-]+){{0,5}}"
# "The Northern Front militia": the name, and what it is.
_GROUP_NAMED = rf"(?P<actor>{THE_GROUP}|(?:[Tt]he )?{_NAME})(?: (?:group|militia|movement|faction|branch|rebels|militants|fighters))?"
_SAID = r"(?:said|says|say|confirmed|announced|stated|told|declared|claimed|insist(?:ed|s)|maintain(?:ed|s))"
_DEED = r"(?:attack|bombing|blast|strike|killing|assault|raid|shelling|explosion|shooting|operation|kidnapping|abduction)"
# "Its organization", "his movement", "its own forces", or just "it".
_ITSELF = r"(?:it|they|(?:its|his|their) (?:own )?(?:organi[sz]ation|group|movement|forces|troops|army|military|men|fighters|units|planes|jets|drones))"
_HAD_NO_PART = (
    r"(?:(?:had|has|have) (?:\w+ )?no (?:hand|part|role|involvement)|(?:had|has|have) (?:absolutely |\w+ )?nothing to do with"
    r"|(?:was|were|is|are) not (?:responsible|behind|involved)"
    r"|(?:did not|had not|has not|have not|never) (?:fired?|carr(?:y|ied) out|str(?:ike|uck)|attack(?:ed)?|target(?:ed)?|engaged?|shell(?:ed)?|bomb(?:ed)?|launch(?:ed)?|hit)\b)"
)
_MUTE = r"(?:(?:kept|stayed|remained|has been|have been) (?:\w+ )?(?:silent|quiet|mum)|said nothing|made no (?:\w+ )?(?:comment|statement)|declined to comment|refused to comment|issued no (?:\w+ )?statement|(?:can|could|would|will) neither confirm nor deny)"
_OWN = tuple(
    (position, re.compile(pattern))
    for position, pattern in (
        (_P.CLAIMS, rf"(?P<actor>(?:[Tt]he |A |An )?{_NAME}),?(?:[^.;,:\n]{{0,110}},)? (?:has |have |had |later |also |quickly )*(?:claim(?:ed|s)|accept(?:ed|s)|taken|took|takes|assume[ds]|admit(?:ted|s)|acknowledge[ds]) (?:\w+ )?(?:responsibility|credit|the {_DEED}|carrying out)"),
        (_P.CLAIMS, rf"{_GROUP_NAMED},? (?:has |have |had |later |also |quickly )*claim(?:ed|s) (?:that|this|both|an?|the|those|these|such)(?: [\w-]+){{0,4}}? (?:{_DEED}s?|one|ones)\b"),
        (_P.CLAIMS, rf"{_GROUP_NAMED},?(?: (?:has |have |had )?{_SAID})? (?:that )?(?:it|they) (?:had |have |has )?(?:done (?:it|so)|did it|sent the (?:\w+ )?(?:attackers?|bombers?|gunmen|men))\b"),
        (_P.CLAIMS, rf"(?:[Rr]esponsibility|[Cc]redit|\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) (?:[\w-]+ ){{0,2}}{_DEED})\b[^.;]{{0,160}}? (?:was|has been|were|have been) (?:later |since |quickly |also )?(?:claimed|taken) by (?P<actor>(?:the )?{_NAME})"),
        (_P.CLAIMS, rf"(?P<actor>{THE_GROUP}|(?:[Tt]he )?{_NAME}),?(?:[^.;,\n]{{0,50}},)?[^.;\n]{{0,60}}? (?:has |have |had )?{_SAID}\b[^.;\n]{{0,60}}?\b(?:(?:it|they) (?:was|were|had been|has been|is|are) (?:behind|responsible)|its (?:own )?(?:men|people|members|fighters|forces|agents|units|missile \w+)[^.;\n]{{0,30}}?(?:carried|attacked|did|done|hit|struck)|(?:the )?(?:operation|attack|strike|bombing) was its (?:own|work|doing)|(?:it|they) (?:had |has |have )?(?:carried out|hijacked|attacked|struck|hit|shelled|bombed|seized|targeted|launched|blew up|mounted|conducted)|the (?:bomber|attacker|gunman) was its)"),
        (_P.DENIES, rf"(?P<actor>(?:[Tt]he )?{_NAME})(?:, (?:who|which|an?|the) [^.;,\n]{{0,100}},)?[^.;,:–\n]{{0,25}} (?:has |have |had )?(?:den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)) (?:[\w“”\"'’-]+ ){{0,3}}(?:responsibility|involvement|(?:having )?carr(?:ying|ied) out|being behind|role|it was (?:behind|involved)|any part|(?:having )?(?:firing|fired|shelling|shelled|striking|struck|attacking|attacked|bombing|bombed|launching|launched)|(?:accusations?|allegations?|charges?)\b|(?:it|they|its (?:\w+ )?(?:forces|planes|jets|troops|army|aircraft|men)) (?:had |has |have )?(?:bombed|struck|shelled|fired|attacked|hit|carried|anything to do|launched|targeted|killed))"),
        (_P.DENIES, rf"(?P<actor>{THE_GROUP}|(?:[Tt]he )?{_NAME})[^.;:–\n]{{0,40}}? (?:has |have |had )?{_SAID}\b[^.;\n]{{0,40}}?\b{_ITSELF} {_HAD_NO_PART}"),
        (_P.DENIES, rf"(?P<actor>{THE_GROUP}|(?:the )?{GROUPS})(?:, (?:who|which|an?|the) [^.;\n]{{0,120}},)?,? [“\"]?{_HAD_NO_PART}"),
        (_P.DENIES, rf"(?:baseless|unfounded|groundless|false|untrue|a lie)[”\"]?, ?[”\"]? ?(?P<actor>{SEAT}|{STATE}|{GROUPS}) (?:said|says|replied)"),
        (_P.NO_COMMENT, rf"(?:[Nn]obody|[Nn]o one|[Nn]o officials?|[Aa]uthorities|[Oo]fficials) in (?P<actor>{STATE}|{SEAT}) (?:has |have |had )?(?:not |yet |so far )*(?:react\w*|comment\w*|respond\w*|confirm\w*|said nothing|acknowledged|made no comment)"),
        (_P.NO_COMMENT, rf"[Ii]n (?P<actor>{STATE}|{SEAT}) (?:nobody|no one|no officials?) (?:is |was |has |had |would |wanted to )?(?:comment|react|respond|confirm|acknowledg)\w*"),
        (_P.NO_COMMENT, rf"\b[Nn]o (?:\w+ ){{0,2}}(?:reaction|comment|response|statement|word) (?:\w+ ){{0,3}}?from (?P<actor>(?:the )?(?:\w+ ){{0,2}}?(?:in )?(?:{STATE}|{SEAT}|{GROUPS})(?!\w))"),
        (_P.NO_COMMENT, rf"(?P<actor>[Tt]he (?:government|army|military|authorities) in {_NAME}|(?:[Tt]he )?{_NAME})(?:, (?:which|who) [^.;,]{{0,110}},)?[^.;,:–\n]{{0,40}}?,? (?:(?:has|have|had|did) (?:not|n[o']t)(?: yet| immediately| so far| officially| publicly| at once)* (?:comment\w*|react\w*|respond\w*|spoken|confirm\w*|acknowledg\w*|admit\w*|claim\w*|(?:taken|accepted) responsibility|(?:said|say) (?:that |whether |if )?{_ITSELF} (?:was|were|had|carried))|(?:has|have|had)? ?claimed none|(?:which |who )?(?:has|have|had) (?:neither (?:confirmed|acknowledged|admitted|claimed)|not (?:commented|admitted|acknowledged|claimed)|yet to (?:comment|react|respond))|(?:which |who )?(?:has |have |had )?(?:also )?{_MUTE}|do(?:es)? not (?:usually |typically )?(?:comment|claim))"),
    )
)  # fmt: skip
_NOBODY = re.compile(
    r"(?:(?:no|nobody|no one|no-one|none) (?:\w+ ){0,4}(?:has |have |had )?(?:immediately |so far |yet |at once |straight away )*"
    r"(?:claimed|taken|took|accepted|assumed|owned up|said (?:\w+ ){0,3}(?:that )?(?:it was their doing|they did|(?:it|they) (?:was|were) behind)|stepped forward|admitted)[^.;]{0,40}"
    r"|(?:no|without (?:any|a)) (?:immediate )?claim (?:of responsibility|had been|has been|was)[^.;]{0,20}"
    r"|[Rr]esponsibility (?:has|had) (?:not|n't) (?:yet )?been claimed|none of [^.;,]{0,80}? (?:has|have) claimed[^.;]{0,40}"
    r"|aucune? (?:groupe|organisation)[^.;]{0,20} n['’]a (?:\w+ )?revendiqu\w+|ning[uú]n grupo[^.;]{0,30}(?:reivindic|adjudic|atribu)\w+|niemand[^.;]{0,30} bekannt)",
    re.IGNORECASE,
)
# "Never said that it had done it": what is not said is not claimed.
_NOT = re.compile(r"\b(?:not|never|neither|none|nor)\b|n['’]t\b", re.IGNORECASE)
# "An air strike of the northern army": the army's deed.
_ARMS_OF = re.compile(rf"^{ARMS} of (?:the )?", re.IGNORECASE)
_GENERIC = re.compile(
    r"^(?:The|A|An|This|That|It|He|She|They|No|None|Nobody|But|And|In|On|Police|Officials|Authorities"
    r"|Meanwhile|Separately|However|Later|Earlier|Still|Also|Yesterday|Today|Overnight)$"
)


def find(text: str) -> list[Statement]:
    """Return positions on responsibility, and that nobody has taken one."""
    return [*_own_positions(text), *(unclaimed(m) for m in _NOBODY.finditer(text))]


def is_generic(actor: str) -> bool:
    """Say whether a capital at the head of a sentence makes a name of what is none."""
    return _GENERIC.match(actor) is not None


def actor_of(text: str, match: re.Match[str]) -> str:
    """Return who a match is about: "the group" is the one named last before it."""
    words = match.group("actor")
    actor = clean(words)
    if IS_GROUP.fullmatch(words):
        named = [m.group(0) for m in NAMED_BEFORE.finditer(text[: match.start()])]
        return clean(named[-1]) if named else ""
    if entity_of(actor) or NAMED_BEFORE.search(words):
        return actor
    closer = NAMED_BEFORE.search(match.group(0))  # "CITY – The PKK has said"
    return clean(closer.group(0)) if closer else actor


def clean(actor: str) -> str:
    """Return a name without its article, its arms, its possessive and what trails it."""
    actor = re.sub(r"^(?:the|a|an)\s+", "", actor.strip(), flags=re.IGNORECASE)
    actor = _ARMS_OF.sub("", actor)
    return re.sub(r"['’]s$", "", actor).strip(" ,(")


def _state_in(actor: str, words: str) -> str:
    """Return the side an actor stands for: "the ministry in Moscow" is Russia's."""
    held = side_of(actor)
    if held is None:
        near = IN_STATE.search(words)
        held = side_of(near.group("state")) if near else None
    return held or actor


def _own_positions(text: str) -> Iterator[Statement]:
    taken: list[Span] = []
    for position, pattern in _OWN:
        for match in pattern.finditer(text):
            actor = actor_of(text, match)
            words = match.group(0).lower()
            silent = position is _P.NO_COMMENT
            nobody = words.startswith(("no ", "nobody")) and not silent
            after = text[match.end("actor") : match.end()]
            unsaid = position is _P.CLAIMS and _NOT.search(after)
            if not actor or is_generic(actor) or nobody or unsaid:
                continue
            span = Span(match.start(), match.end())
            if silent and any(t.overlaps(span) for t in taken):
                continue
            taken.append(span)
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
        did = Perpetrator(name=name, entity=entity or group_of(name))
        yield replace(said, attribute=Attribute.PERPETRATOR, value=did)


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
