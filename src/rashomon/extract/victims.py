"""Victims: who was harmed, in the report's words, with kind, number and harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, Mention, MentionKind
from rashomon.model.value import Victim

_KINDS: tuple[tuple[str, str], ...] = (
    ("perpetrator", r"attackers?|gunm[ae]n|bombers?|assailants?|militants?|terrorists?|hijackers?|kidnapp?ers?|suspects?"),
    ("child", r"child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|toddlers?|teenagers?|schoolchildren|дет(?:и|ей)|реб[её]н\w+|діт(?:и|ей)|дитин\w+"),
    ("journalist", r"journalists?|reporters?|cameram[ae]n|журналист\w*|журналіст\w*"),
    ("medic", r"medics?|doctors?|nurses?|paramedics?|health workers?|врач\w*|медик\w*"),
    ("police", r"police(?:m[ae]n|wom[ae]n| officers?)?|officers?|constables?|gendarmes?|carabineros?|полицейск\w+|поліцейськ\w+"),
    ("military", r"soldiers?|troops?|servicem[ae]n|fighters?|guerrillas?|guerrilleros?|rebels?|insurgents?|subversives?|paramilitar(?:y|ies)|combatants?|commandos?|marines?|pilots?|generals?(?! (?:secretary|manager|director))|colonels?|captains?|lieutenants?|sergeants?|corporals?|brigades?|battalions?|regiments?|patrols?|garrisons?|prisoners of war|POWs?|guards?|военн\w+|солдат\w*|військов\w+"),
    ("official", r"officials?|mayors?|ministers?|governors?|judges?|lawmakers?|ambassadors?|чиновник\w*"),
    ("woman", r"wom[ae]n|mothers?|wi(?:fe|ves)|daughters?|женщин\w*|жінк\w*"),
    ("civilian", r"civilians?|residents?|worshippers?|passengers?|tourists?|pilgrims?|students?|pupils?|teachers?|workers?|employees|miners?|shoppers?|bystanders?|holidaymakers?|protesters?|demonstrators?|мирн\w+|цивільн\w+"),
)  # fmt: skip
_KIND = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE)) for k, p in _KINDS
)
_HARM = {
    "killed": "killed",
    "injured": "injured",
    "seriously_injured": "injured",
    "detained": "none",
}
_NAMED_HARM = re.compile(
    r",? (?:\(?\d{1,2}\)?,? )?(?:[a-z][\w ,'-]{0,40}, )?(?:was|were|has been|had been|is) (?:also |fatally |seriously |shot and |shot |stabbed )*"
    r"(?P<harm>killed|shot dead|murdered|stabbed to death|assassinated|slain|pronounced dead|found dead|dead|wounded|injured|hurt|hospitali[sz]ed|kidnapped|abducted)"
)  # fmt: skip
_DIED = re.compile(r"^,? (?:\(?\d{1,2}\)?,? )?(?:died|lost (?:his|her) life)\b")
_HARMED_BY = re.compile(
    r"(?:kill(?:ed|ing)|murder(?:ed|ing| of)|assassinat(?:ed|ing|ion of)|death of|killing of|shot dead|kidnapp?(?:ed|ing)|abduct(?:ed|ion of)) (?:[\w-]+ ){0,4}$"
)


def find(
    reading: Reading, counts: Iterable[CountMention], mentions: Iterable[Mention]
) -> list[Statement]:
    """Return the victims that counts describe and the persons said to be harmed."""
    found = [*_counted(reading.text, counts), *_named(reading.text, mentions)]
    return sorted(found, key=lambda s: s.span)


def kind_of(words: str) -> str | None:
    """Return the kind of victim that a phrase names, the most telling first."""
    return next((kind for kind, pattern in _KIND if pattern.search(words)), None)


def _counted(text: str, counts: Iterable[CountMention]) -> Iterator[Statement]:
    for mention in counts:
        harm = _HARM.get(mention.attribute.value)
        words = mention.span.of(text)
        kind = kind_of(mention.count.scope or "") or kind_of(words)
        if harm is None or kind is None or mention.count.high == 0:
            continue
        exact = mention.count.low if mention.count.low == mention.count.high else None
        yield Statement(
            attribute=Attribute.VICTIM,
            value=Victim(description=words, kind=kind, count=exact, harm=harm),
            span=mention.span,
            reader="victims.counted",
        )


def _named(text: str, mentions: Iterable[Mention]) -> Iterator[Statement]:
    for mention in mentions:
        if mention.kind is not MentionKind.PERSON or " " not in mention.text:
            continue
        after = text[mention.span.end : mention.span.end + 90]
        before = text[max(0, mention.span.start - 50) : mention.span.start]
        passive = _NAMED_HARM.match(after)
        if passive:
            word = passive.group("harm")
            hurt = word in {
                "wounded",
                "injured",
                "hurt",
                "hospitalised",
                "hospitalized",
            }
            harm = (
                "injured"
                if hurt
                else "kidnapped"
                if "napped" in word or "abduct" in word
                else "killed"
            )
            end = mention.span.end + passive.end()
        elif _DIED.match(after):
            harm, end = "killed", mention.span.end
        elif _HARMED_BY.search(before):
            harm = "kidnapped" if re.search(r"kidnap|abduct", before) else "killed"
            end = mention.span.end
        else:
            continue
        yield Statement(
            attribute=Attribute.VICTIM,
            value=Victim(
                description=mention.text,
                name=mention.text,
                kind=kind_of(before[-40:]),
                count=1,
                harm=harm,
            ),
            span=Span(mention.span.start, end),
            reader="victims.named",
        )
