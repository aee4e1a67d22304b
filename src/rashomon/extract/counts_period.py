"""Figures for a month, a year or a war: no one incident's.

"A mayor was shot dead. More than 200 people have been killed in the state so far this
year": the report's incident has one dead, and the 200 are the background.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts_scope import BESIDE, OVER_A_PERIOD
from rashomon.extract.time_words import MONTHS
from rashomon.model.document import Span
from rashomon.model.mention import CountMention

_NUMBER = r"(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few)"
_WAR = (
    r"(?:war|conflict|fighting|offensive|insurgency|uprising|revolt|campaign|invasion|hostilities"
    r"|violence|crackdown|crisis|rebellion|military operation|(?:mass )?protests?|demonstrations|unrest|strikes)"
)
_PERIOD = re.compile(
    r"\bso far (?:this|in the) (?:month|year|season)\b"
    r"|\b(?:this|last) year alone\b|\b(?:already|so far) (?:\w+ ){0,3}this year\b|\bthis year (?:alone|so far)\b"
    rf"|\b(?:in|during|over|within) (?:the |a )?(?:last|past|previous) (?:{_NUMBER} |couple of )?(?:weeks|months?|years?|decades?)\b"
    rf"|\b(?:over|in|during|across) (?:more than |nearly |almost |about )?(?:{_NUMBER} )?decades? of\b|\bover the (?:years|decades)\b"
    rf"|\bsince (?:the )?(?:[\w-]+ ){{0,3}}?{_WAR} (?:\w+ ){{0,2}}?(?:began|started|erupted|broke out|was launched|resumed|escalated)\b"
    rf"|\bsince the (?:start|beginning|outbreak|onset|end) of (?:the |this )?(?:[\w-]+ ){{0,3}}?(?:year|month|{_WAR})\b"
    rf"|\bsince (?:early |late |mid-?)?(?:(?:{MONTHS}) )?(?:19|20)\d\d\b|\bsince (?:early |late |mid-?|last )?(?:{MONTHS})\b(?! \d)"
    r"|\bsince [^.;,]{0,40}\bin (?:19|20)\d\d\b"
    rf"|\b(?:in|after|over|during) (?:more than |nearly |almost |about )?{_NUMBER} (?:weeks?|months?|years?) of (?:\w+ )?{_WAR}\b"
    rf"|\b(?:the |this )(?:[\w-]+ ){{0,3}}?(?:{_WAR}|mobili[sz]ations?)(?: [\w’']+){{0,4}}? (?:have|has) (?:now |already |so far )?(?:cost|claimed|taken|killed|left)\b"
    rf"|^\W*(?:in|during) (?:{MONTHS}),? [^.;]{{0,200}}\b(?:across|throughout|around) (?:the|this) (?:country|province|region|state)\b"
    rf"|\b(?:counted|recorded|registered|documented|logged) (?:at least |more than |over |some |about )?\d{{2,}} (?:[\w-]+ ){{0,2}}?(?:attacks|incidents|clashes|strikes|raids)\b"
    r"|\bin (?:more than |some |about |over |nearly )?(?:\d{2,}|dozens of|hundreds of) (?:[\w-]+ ){0,2}?(?:clashes|attacks|incidents|confrontations|strikes|raids|operations)\b",
    re.IGNORECASE,
)
# "The deadliest attack in the past five years killed 40": the 40 are one incident's.
_RANKED = re.compile(
    r"\b(?:dead|blood|fatal|large|big|bad)l?(?:iest|gest|est)\b|\bworst\b|\bmost (?:deadly|serious|lethal)\b|\b(?:first|second|third|fourth|fifth|latest|only|such|another|more (?:\w+ )?than (?:in )?any|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?;][\"”’»]?\s|\n")
_WITHIN = 400


def settle(mentions: Sequence[CountMention], text: str) -> list[CountMention]:
    """Return the counts, those that a sentence dates by a long period with that scope.

    Of several figures of such a sentence it is the largest: "two died on Monday, of 40
    since January".
    """
    settled = list(mentions)
    for mention in mentions:
        sentence = _sentence(text, mention.span)
        words = sentence.of(text)
        whole = mention.count.scope is None and mention.count.low > 0
        if not whole or not _PERIOD.search(words) or _RANKED.search(words):
            continue
        beside = [
            m.count.low
            for m in mentions
            if m.attribute is mention.attribute and sentence.contains(m.span)
        ]
        if mention.count.low == max(beside) and (
            len(beside) == 1 or max(beside) > min(beside)
        ):
            settled[settled.index(mention)] = replace(
                mention,
                count=replace(mention.count, scope=OVER_A_PERIOD),
                rule=f"{mention.rule}{BESIDE}",
            )
    return settled


def _sentence(text: str, span: Span) -> Span:
    before = text[max(0, span.start - _WITHIN) : span.start]
    starts = [m.end() for m in _ENDS.finditer(before)]
    start = span.start - len(before) + (starts[-1] if starts else 0)
    end = _ENDS.search(text, span.end, span.end + _WITHIN)
    return Span(start, end.start() if end else min(len(text), span.end + _WITHIN))
