"""What a time in a sentence dates: the deed, the telling, the aftermath or the writing.

"Police said on Tuesday", "was charged on Friday" and "Posted: May 18, 2015" give days on
which nothing was hit: they bound the day of what happened and do not tell it.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from rashomon.extract.reading import Reading
from rashomon.model.document import Span

_SPEECH = frozenset(
    {
        "say", "tell", "report", "announce", "add", "write", "state", "confirm", "note",
        "claim", "insist", "explain", "warn", "post", "speak", "comment", "declare",
        "describe", "stress", "acknowledge", "publish", "quote", "cite", "release",
        "meet", "visit", "arrive", "hold", "condemn", "call",
    }
)  # fmt: skip

# What police, courts, hospitals and mourners do when it is over.
_AFTERMATH = frozenset(
    {
        "appear", "arraign", "arrest", "await", "book", "bury", "charge", "climb",
        "convict", "detain", "emerge", "expect", "face", "file", "gather", "grieve",
        "identify", "indict", "investigate", "jail", "jump", "lift", "list", "mourn",
        "plead", "reach", "recover", "remain", "reopen", "request", "resume", "return",
        "rise", "search", "sentence", "stand", "surrender", "sue", "turn", "undergo",
        "update", "continue", "learn", "photograph", "capture", "seek", "set", "enter",
        "testify", "accuse", "dismiss", "schedule", "pronounce",
    }
)  # fmt: skip

# What made a state, a house or an office what it is: "the bridge built in 2018".
_FOUNDING = frozenset(
    {
        "annex", "appoint", "bear", "build", "elect", "establish", "found", "inaugurate",
        "invade",
    }
)  # fmt: skip

_SET = frozenset({"ablaze", "afire", "alight", "fire", "off"})
_ENTERED = frozenset({"agreement", "deal", "guilty", "plea", "pleas"})

_CLIMB = 4


def governing_verb(reading: Reading, span: Span) -> Token | None:
    """Return the verb that a time hangs on, None where a noun holds it or none does."""
    if not reading.parsed:
        return None
    chunk = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if chunk is None:
        return None
    token: Token = chunk.root
    for _ in range(_CLIMB):
        head = token.head
        if head is token or head.pos_ in {"VERB", "AUX"}:
            return head
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ != "pobj":
            return None
        token = head
    return None


def is_of_speech(verb: Token | None) -> bool:
    """Say whether a verb tells who spoke ("officials said on Tuesday that …")."""
    return verb is not None and verb.lemma_.lower() in _SPEECH


def is_of_aftermath(verb: Token | None) -> bool:
    """Say whether a verb tells what came after ("was charged on Friday")."""
    if verb is None or verb.lemma_.lower() not in _AFTERMATH:
        return False
    words = {word.lower_ for word in verb.subtree}
    # "A bond was set", but a depot is set ablaze; "entered a plea", but also a bar.
    if verb.lemma_ == "set":
        return not words & _SET
    return verb.lemma_ != "enter" or bool(words & _ENTERED)


def is_of_founding(verb: Token | None) -> bool:
    """Say whether a verb tells how something came to be ("annexed in 2014")."""
    return verb is not None and verb.lemma_.lower() in _FOUNDING


_AFTER_WORDS = re.compile(
    r"\b(?:in court|in(?:to| to)? custody|warrants?|vigils?|funeral|memorial|arrests?"
    r"|(?:news|press) conference|hearings?|charges|charged|(?:plea )?deals?|trial|bond"
    r"|searching|investigating|interview(?:ed)?|statement|release|report|as of"
    r"|autops(?:y|ies)|inquests?|post-?mortems?"
    r"|(?:pictures?|images?|imagery|photo(?:graph)?s?|footage|videos?) (?:\w+ ){0,2}?(?:taken|dated|published|posted|captured|released|shot)|снимк\w+,? сделанн\w+|знімк\w+,? зроблен\w+)"
    r"\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def leads_to_aftermath(before: str) -> bool:
    """Say whether the words before a time are of what came after ("in court on …")."""
    return bool(_AFTER_WORDS.search(before))


_WRITTEN = re.compile(r"^\.?\s*(?:[–—:]|--?\s|\(|/[A-Z]|\d\d?:\d\d)")
_LABEL = re.compile(
    r"\b(?:published|updated?|posted|created|modified(?: on)?|last modified|date)"
    r"(?: on)?\s*[:|]?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
    re.IGNORECASE,
)
# What may follow a date of writing on its line: a weekday, a clock, a zone, the next stamp.
_STAMP_END = re.compile(
    r"^[\s,|/~–—-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)?[\s,|/~–—-]*(?:at )?"
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?)?\s*"
    r"(?:$|(?=[|~]|\b(?:Updated|Modified|Created|Published|Posted)\b))",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:on|in|at|of|since|until|till|by|from|before|after|late|early|the|and|to|last"
    r"|this|next|for|was|were)[\s,]*$",
    re.IGNORECASE,
)
_SHORT_LEAD = 30
_LEAD_CHARS = 60


def is_date_of_writing(text: str, span: Span, *, dated: bool) -> bool:
    """Say whether a date stands in a dateline or a page's stamp.

    "MOSCOW, Aug 18 – …", "Posted: Monday, May 18, 2015 5:16 PM EDT", a date that ends a
    line without a word that leads on to it. ``dated``: it names a day of the calendar.
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    lead = text[max(line_start, span.start - _LEAD_CHARS) : span.start]
    if _LABEL.search(lead):
        return True
    short = len(lead) <= _SHORT_LEAD and not re.search(r"\b[a-zа-яіїє]{3,}\b", lead)
    if short and _WRITTEN.match(text[span.end : span.end + 8]):
        return True
    line_end = text.find("\n", span.end)
    end = line_end if line_end >= 0 else len(text)
    rest = text[span.end : min(end, span.end + 2 * _LEAD_CHARS)]
    stamped = re.search(r"\d{4}[\s,]*$", lead) is not None
    if not (dated or stamped) or _LEADS_ON.search(lead):
        return False
    return bool(_STAMP_END.match(rest)) and not re.search(r"[(“\"‘]$", lead)
