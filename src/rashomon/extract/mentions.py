"""Names in a text: of places, people, organisations and facilities.

spaCy's small model finds 93-98 % of the names but mistypes many (Ryazan as an
organisation), so its label is only a hint, and every run of capitalised words that it
passed over is a mention too. Whether a name is a place is decided in ``link.places``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Named

from rashomon.extract import agency_slavic
from rashomon.extract.reading import Reading
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind

_KINDS = {
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.FACILITY,
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "NORP": MentionKind.UNKNOWN,
}
# Labels whose spans hold no name, or a name only by mistake.
_NUMERIC = frozenset(
    {"CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME", "DATE"}
)

_UPPER = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐЎȘȚ]|(?:al|el|ad|an|as|ar|ash|at|az|d|l)[-'’](?=[A-ZÀ-Ž]))"
_NAME_WORD = rf"(?:{_UPPER}[\w’ʼ'-]*(?:\.(?=[A-Z]\.))?(?:[A-Z]\.)*)"
_JOINER = (
    r"(?:\s(?:of|de|da|do|del|la|le|al|el|bin|ibn|von|van|der|den|and|the|на|под|над)"
    r"(?:\s(?:the|la|los|las))?)"
)
_RUN = re.compile(
    rf"(?<![\w])(?:{_NAME_WORD})(?:(?:[ \u00a0-]|{_JOINER}[ \u00a0])(?:{_NAME_WORD}))*"
)
# "and" between two names may join two places as well as the halves of one name; the
# whole run would hide them, so runs are cut there.
_CUT = re.compile(r"\s(?:and|the)\s", re.I)

_TITLES = re.compile(
    r"^(?:(?:the|a|an|mr|mrs|ms|miss|dr|sir|lord|lady|prof|professor|president|governor|"
    r"gov|mayor|minister|prime|deputy|vice|general|gen|lt|lieutenant|colonel|col|major|"
    r"maj|captain|capt|sergeant|sgt|brigadier|admiral|chief|commander|police|officer|"
    r"senator|sen|representative|rep|congressman|congresswoman|secretary|ambassador|"
    r"spokesman|spokeswoman|spokesperson|chancellor|king|queen|prince|princess|pope|"
    r"sheikh|imam|mullah|judge|justice|attorney|detective|sheriff|inspector|"
    r"губернатор|президент|министр|мэр|глава|генерал|полковник|міністр|мер|голова)"
    r"\.?\s+)+(?=\S)",
    re.I,
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.I)
# A sentence begins with a capital too: "В Брянске", "Im Zentrum" are no names.
_FUNCTION_WORD = re.compile(
    r"^(?:В|Во|У|На|Под|Над|С|Со|По|Из|За|До|От|О|Об|К|И|А|Но|Как|При|Біля|Від|Із|Зі|Та|Й|Після|Перед|"
    r"Im|In|An|Am|Bei|Beim|Nach|Auf|Aus|Der|Die|Das|Den|En|El|La|Los|Las|Il|Lo|Gli|Nel|Nella|Au|Aux|Le|Les|Dans|W|We|Na|Po|Od|Do)"
    r"(?:\s+(?=\S)|$)"
)
_TAIL = re.compile(r"(?:['’]s|['’]|[\s.,;:!?\"”»)\]-])+$")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])(?:[A-Za-z]\.)+$")
_EDGE = re.compile(r"^[\s\"“”«»'‘’(\[,;:–—-]+")


def find(reading: Reading) -> list[Mention]:
    """Return the names of a document in the order of the text; none overlap."""
    if reading.parsed:
        named = list(_by_model(reading))
        taken = [m.span for m in named]
        others = [
            m for m in _by_capitals(reading.doc.text) if not _touches(m.span, taken)
        ]
        found = named + others
    else:
        text = reading.doc.text
        slavic = reading.language in {"ru", "uk"}
        found = list(_by_adjective(text)) if slavic else []
        taken = [m.span for m in found]
        found += [
            m
            for m in _by_capitals(text)
            if not (
                _is_of_a_state(m) or _is_of_arms(text, m) or _touches(m.span, taken)
            )
        ]
    return sorted(found, key=lambda m: (m.span.start, m.span.end))


_ADJECTIVE = re.compile(r"[^\W\d_]+(?:ск|ськ)[^\W\d_]{1,3}")


def _is_of_a_state(mention: Mention) -> bool:
    """Say whether a capital only opens a sentence: "Украинские беспилотники"."""
    word = _ADJECTIVE.fullmatch(mention.text) is not None
    return word and agency_slavic.state_of(mention.text) is not None


# "Ракета «Искандер»", "шесть «Калибров»": weapons with a name of their own.
_ARMS = re.compile(
    r"(?:герань|геран[иіе]|шахед|калибр|калібр|кинжал|кинджал|искандер|іскандер|оникс|онікс|точка|тополь|град|смерч|ураган|торнадо|буря|лютый|лютий|бобер|бобр|нептун|цирк[ое]н|орешник|ор[іе]шник|байрактар)\w*",
    re.IGNORECASE,
)


def _is_of_arms(text: str, mention: Mention) -> bool:
    """Say whether a name in quotation marks is a weapon's."""
    quoted = text[: mention.span.start].endswith(("«", '"', "“", "„"))
    return quoted and _ARMS.match(mention.text) is not None


# "В казанской гимназии", "по рязанскому НПЗ": a town as an adjective of what is in it.
# With a capital the thing may be named after a town far off ("Киевский вокзал").
_STEM = r"[а-яёіїєґ]{2,}(?:ск|ськ)(?:ий|ого|ому|ом|им|ая|ой|ую|ое|ие|их|ої|ій|а|у|е|і)"
_WORKS = r"завод|нефтезавод|нафтозавод|НПЗ|нефтебаз|нафтобаз|аэропорт|аеропорт|аэродром|аеродром|порт\b|университет|університет|ТЭЦ|ТЕЦ|ГЭС|АЭС|АЕС|подстанц|підстанц"
_PLACES = r"вокзал|рынк|рынок|ринок|ринк|школ|гимнази|гімназі|лице|ліце|больниц|лікарн|предприят|підприємств|метро|тюрьм|колони|колоні|СИЗО|мечет|синагог|церк|храм|микрорайон|мікрорайон|улиц|вулиц|торгов|ТЦ|полигон|полігон|кафе|клуб|отел|готел|набережн"
_OF_A_TOWN = re.compile(
    rf"(?<![\w-])(?P<town>[а-яёіїєґ]{_STEM}(?=\s(?:[\w«»-]+\s)?(?:{_WORKS}|{_PLACES})\w*)|[А-ЯІЇЄҐ]{_STEM}(?=\s(?:{_WORKS})\w*))"
)


def _by_adjective(text: str) -> Iterator[Mention]:
    """Yield adjectives of towns as names, written as the common words that they are."""
    for match in _OF_A_TOWN.finditer(text):
        if agency_slavic.state_of(match["town"]) is None:
            span = Span(*match.span("town"))
            yield Mention(span, match["town"].lower(), MentionKind.PLACE)


def _touches(span: Span, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _by_model(reading: Reading) -> Iterator[Mention]:
    for entity in reading.doc.ents:
        if entity.label_ in _NUMERIC:
            continue
        kind = _KINDS.get(entity.label_, MentionKind.UNKNOWN)
        start = entity.start_char
        if kind is MentionKind.PERSON and _stands_as_place(reading.text, entity):
            kind = MentionKind.PLACE
        for line in re.finditer(r"[^\n]+", entity.text):
            mention = _mention(
                reading.text, start + line.start(), start + line.end(), kind
            )
            if mention is not None:
                yield mention


# "Shelled the centre of Alton": whatever the model takes it for, it is a place.
_PLACED = re.compile(
    r"\b(?:(?:city|town|village|cent(?:re|er)|outskirts|suburbs?|streets|north|south|east|west|residents|mayor) of"
    r"|(?:shell|bombard|besieg|pound)(?:ed|ing|s)|shell|besiege) $",
    re.IGNORECASE,
)
# "Hit a field in Alton on Monday": people are seldom what something is in or near of, but
# some are trusted in.
_WITHIN = re.compile(r"(?P<word>\w+),? (?:in|near|outside) $")
_TRUSTS = re.compile(
    r"(?:trust|faith|confidence|belie[fv]|interest|invest|found|see|result|rooted)",
    re.IGNORECASE,
)
_HIS = re.compile(r"['’]s?\b")


def _stands_as_place(text: str, entity: Named) -> bool:
    """Say whether the words before what the model takes for a person make it a place."""
    before = text[max(0, entity.start_char - 30) : entity.start_char]
    if _PLACED.search(before):
        return True
    within = _WITHIN.search(before)
    owned = _HIS.match(text, entity.end_char)
    return bool(within and not owned and not _TRUSTS.match(within["word"]))


def _by_capitals(text: str) -> Iterator[Mention]:
    for run in _RUN.finditer(text):
        at = run.start()
        pieces = [at]
        for cut in _CUT.finditer(run.group()):
            pieces += [at + cut.start(), at + cut.end()]
        pieces.append(run.end())
        for start, end in zip(pieces[::2], pieces[1::2], strict=True):
            mention = _mention(text, start, end, MentionKind.UNKNOWN)
            if mention is not None:
                yield mention


def _mention(text: str, start: int, end: int, kind: MentionKind) -> Mention | None:
    """Trim a span to the name: no quotes, article, title of a person, possessive."""
    words = text[start:end]
    edge = _EDGE.match(words)
    if edge:
        start += edge.end()
    lead = _TITLES if kind is MentionKind.PERSON else _ARTICLE
    title = lead.match(text[start:end])
    if title:
        start += title.end()
    first = (
        _FUNCTION_WORD.match(text[start:end]) if kind is MentionKind.UNKNOWN else None
    )
    if first:
        start += first.end()
    words = text[start:end]
    tail = _TAIL.search(words)
    if tail and not (tail.group() == "." and _ABBREVIATION.search(words)):
        end = start + tail.start()
    words = text[start:end]
    if not any(c.isalpha() for c in words) or words.islower():
        return None
    return Mention(Span(start, end), words, kind)
