"""Who a source is: the fullest name that the document gives for it.

"Governor Petr Ostrov" is Petr Ostrov; a later "Ostrov", "he" or "the governor" is
Petr Ostrov too. Bodies keep their name; "the ministry" is the ministry named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.extract import short_names, speaker_offices
from rashomon.extract import speaker_words as words_of
from rashomon.extract.speech_cues import SPEAKING
from rashomon.extract.speech_relations import Relation
from rashomon.model.claim import Speaker
from rashomon.model.document import Span

_CAP = (
    r"(?:(?:Gov|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|St|Jr|[A-ZА-ЯІЇЄҐ])\."
    r"|[A-ZÀ-ÝА-ЯЁІЇЄҐ][\w'’ʼ-]*)"
)
_LINK = r"(?:(?:al|el|bin|ibn|van|von|de|der|da|di|la|le|du|ad|ul|ur)[ -])?"
_NAME = re.compile(rf"{_CAP}(?: {_LINK}{_CAP}){{0,5}}")
_BEHIND = re.compile(rf",\s(?P<who>{_CAP}(?: {_LINK}{_CAP}){{1,5}})(?=[,.;]|$)")
_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|another)\s+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its) ", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:,|;|\((?![A-Z]{2,8}\))|–|—| who\b| which\b| whose\b| that\b| told\b| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*$",
    re.DOTALL,
)
_SURNAME = re.compile(
    r"[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+(?:ов|ев|єв|ёв|ин|ін|їн|ова|ева|єва|ина|іна|ий|ый|ой|ая|енко|ко|чук|юк|як|ян|дзе|ич)"
)
_POSSESSIVE = re.compile(r"['’]s?$")


# "The group" is no army.
_OFFICIAL = frozenset(
    ["army", "military", "ministry", "police", "government", "authorities"]
)
# A byline is no longer than this; a headline is.
BYLINE_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Past:
    """A speaker met before: where, under which name, and whether it is one person."""

    at: int
    name: str
    person: bool
    words: frozenset[str]


@dataclass(slots=True)
class Cast:
    """The people and bodies of one document, and who spoke so far."""

    text: str
    people: list[tuple[int, str, str]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    spoken: list[_Past] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    officials: list[speaker_offices.Holder] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, persons: Iterable[Span] = ()) -> Cast:
        """Collect the names of a text; ``persons`` are those known to be people."""
        cast = cls(text, officials=speaker_offices.holders(text))
        known = {span.start for span in persons} | {
            i for span in persons for i in range(span.start, span.end)
        }
        for full, short in short_names.explained(text):
            cast.acronyms.setdefault(_ARTICLE.sub("", full), short)
        in_office = {end: name for end, _, name in cast.officials}
        for match in _NAME.finditer(text):
            words = in_office.get(match.end(), match.group()).split(" ")
            if words[0].lower() in words_of.LEADING:
                words = words[1:]
            if not words:
                continue
            if _is_body(words):
                cast.bodies.append((match.start(), " ".join(words)))
                continue
            bare = _without_roles(words)
            if len(bare) < 2 or text[match.start() - 1 : match.start()] == "«":
                continue
            at = match.end() - len(" ".join(bare))
            titled = len(bare) < len(words)
            if titled or at in known or match.end() - 1 in known or not known:
                context = text[max(0, match.start() - 60) : match.end() + 80]
                cast.people.append((at, " ".join(bare), context.lower()))
        return cast

    def fullest(self, name: str) -> str:
        """Return the longest name of a person that contains this one, or the name."""
        words = _fold(name).split()
        best = name
        for _, full, _ in self.people:
            others = _fold(full).split()
            if len(others) > len(_fold(best).split()) and (
                others[-len(words) :] == words
                or (len(words) == 1 and words[0] in others[1:])
            ):
                best = full
        return best

    def meet(self, sources: Iterable[str]) -> None:
        """Take for people those who speak by their full name and by its last word."""
        said = [_POSSESSIVE.sub("", _TAIL.sub("", words)).strip() for words in sources]
        alone = {words for words in said if _NAME.fullmatch(words) and " " not in words}
        known = {name for _, name, _ in self.people}
        for name in said:
            words = name.split(" ")
            full = len(words) > 1 and _NAME.fullmatch(name) and not _is_body(words)
            full = full and _without_roles(words) == words
            if full and words[-1] in alone and name not in known:
                at = self.text.index(name)
                self.people.append((at, name, name.lower()))
        self.people.sort()

    def resolve(self, span: Span) -> str:
        """Return the name that a source's words stand for, and remember the speaker."""
        name, person = self._name(span)
        words = frozenset(_fold(span.of(self.text)).split())
        self.spoken.append(_Past(span.start, name, person, words))
        return name

    def _name(self, span: Span) -> tuple[str, bool]:
        words = span.of(self.text).strip()
        low = words.lower()
        if low in words_of.HER and (body := self._last_she(span.start)):
            return body, False
        if low in words_of.HE:
            return self._last_person(span.start) or words, True
        if low in words_of.THEY:
            return self._last_body(span.start) or words, False
        core = _POSSESSIVE.sub("", _TAIL.sub("", words)).strip()
        core = core or words
        behind = self._named_behind(span, core)
        if behind:
            return behind, True
        office = speaker_offices.HELD.search(core)
        if office and office.end() == len(core):
            return self.fullest(office["name"]), True
        person = self._person_in(core) or self._titled_person(words, core)
        if person:
            return person, True
        bare = self._with_acronym(_ARTICLE.sub("", core), words)
        return self._common(bare, _DEFINITE.match(core) is not None, span.start)

    def _named_behind(self, span: Span, core: str) -> str | None:
        """Return the name after a bare title: "said the spokesman, Petr Ostrov, on Monday"."""
        if not core.islower() or _head(core) not in words_of.GENERIC_PEOPLE:
            return None
        match = _BEHIND.match(self.text, span.end)
        bare = _without_roles(match.group("who").split(" ")) if match else []
        if len(bare) < 2 or _is_body(bare):
            return None
        return self.fullest(" ".join(bare))

    def _common(self, bare: str, definite: bool, at: int) -> tuple[str, bool]:
        """Resolve a source without a person's name: a title, a body, a paper."""
        head = _head(bare)
        person = head in words_of.GENERIC_PEOPLE
        alone = len(bare.split()) == 1
        found = None
        a_paper = head in words_of.PAPERS and bare.islower() and not _has_owner(bare)
        if a_paper or speaker_offices.PAPER.fullmatch(bare):
            found = self._last_any(at)
        elif speaker_offices.OUTLET.fullmatch(bare):
            found = self._last_outlet(at)
        elif head in words_of.SAME_BODY and alone:
            found = self._last_body(at)
        elif speaker_offices.NAMED.match(bare):
            held = speaker_offices.holder(self.officials, bare, at)
            found, person = (self.fullest(held) if held else None), True
        elif definite and bare in speaker_offices.SHORT:
            for title in speaker_offices.SHORT[bare]:
                found = found or self._introduced(title, at)
        elif bare.islower() and (definite or alone):
            found = self._by_role(bare, head, at, definite)
        return found or bare, person or _SURNAME.fullmatch(bare) is not None

    def _last_outlet(self, at: int) -> str | None:
        said = (p for p in reversed(self.spoken) if p.at < at)
        outlet = speaker_offices.OUTLET.match
        return next((p.name for p in said if any(map(outlet, p.words))), None)

    def _titled_person(self, words: str, core: str) -> str | None:
        """Read "its governor, Petr Ostrov": the name after the title, if it is one."""
        rest = words[len(core) :].lstrip(" ,–—")
        if _head(_ARTICLE.sub("", core)) not in words_of.GENERIC_PEOPLE | {"staff"}:
            return None
        name = _POSSESSIVE.sub("", _TAIL.sub("", rest)).strip()
        match = _NAME.search(name)
        if not match or match.end() != len(name) or not name[0].isupper():
            return None
        bare = " ".join(_without_roles(match.group().split(" ")))
        return self.fullest(bare) if bare else None

    def _with_acronym(self, name: str, words: str) -> str:
        """Put a body's full name and its abbreviation together where the text does."""
        if "(" in name:
            return name
        for full, short in self.acronyms.items():
            if name in {full, short} or (
                name.endswith(full) and name[: -len(full)].endswith(" ")
            ):
                return f"{full} ({short})"
        return name

    def _person_in(self, core: str) -> str | None:
        matches = list(_NAME.finditer(core))
        for match in reversed(matches):
            words = _ARTICLE.sub("", match.group()).split(" ")
            if _is_body(words):
                continue
            bare = _without_roles(words)
            name = " ".join(bare)
            if not bare or match.end() != len(core):
                continue
            full = self.fullest(name)
            if len(full.split()) > len(bare):
                return full
            prefix = core[: match.start()].split()
            titled = len(bare) < len(words) or (
                bool(prefix) and _singular_role(prefix[-1])
            )
            if titled or any(name == p for _, p, _ in self.people):
                return full
        return None

    def _last_person(self, at: int) -> str | None:
        for past in reversed(self.spoken):
            if past.person and past.at < at:
                nearer = self._named_since(past.at, at)
                return nearer or past.name
        return self._named_since(-1, at)

    def _last_she(self, at: int) -> str | None:
        """Return who spoke last, where that is a body whose name is feminine."""
        body = self._last_body(at)
        return body if body and words_of.SHE.match(body) else None

    def _named_since(self, after: int, at: int) -> str | None:
        """Return a person who begins a sentence after the last speaker, if any does."""
        named = [
            name
            for where, name, _ in self.people
            if after < where < at
            and (after < 0 or self._is_subject(where, name))
            and not self._is_byline(where)
        ]
        return self.fullest(named[-1]) if named else None

    def _is_subject(self, where: int, name: str) -> bool:
        start = max(self.text.rfind(". ", 0, where), self.text.rfind("\n", 0, where))
        return where - start <= 30

    def _is_byline(self, where: int) -> bool:
        """Say whether a name stands in a short line with no stop: who wrote the report."""
        start = self.text.rfind("\n", 0, where) + 1
        end = self.text.find("\n", where)
        line = self.text[start : end if end >= 0 else None].strip()
        return line[-1:].isalnum() and len(line.split()) <= BYLINE_WORDS

    def _last_body(self, at: int) -> str | None:
        for past in reversed(self.spoken):
            if not past.person and past.at < at:
                return past.name
        return None

    def _last_any(self, at: int) -> str | None:
        past = [p for p in self.spoken if p.at < at]
        return past[-1].name if past else None

    def _by_role(self, bare: str, head: str, at: int, definite: bool) -> str | None:
        """Return whom a title or a common noun stands for, None where nobody fits."""
        person = head in words_of.GENERIC_PEOPLE
        if len(bare.split()) > 1 and head not in {"spokesman", "spokeswoman"}:
            exact = self._introduced(bare, at)
            if exact or not person or bare.split(maxsplit=1)[0] not in words_of.SAME:
                return exact if person else None
        if person:
            found = self._spoke_as(head, at, True) or self._introduced(head, at)
            if not found and definite and head in words_of.LAST_PERSON:
                found = self._last_person(at)
            return found
        return self._body_called(head, at) if definite else None

    def _spoke_as(self, head: str, at: int, person: bool) -> str | None:
        for past in reversed(self.spoken):
            if past.person == person and head in past.words and past.at < at:
                return past.name
        return None

    def _introduced(self, title: str, at: int) -> str | None:
        """Return the last person named beside these words: "mayor Petr Ostrov"."""
        words = re.escape(title.lower())
        before = [p for p in reversed(self.people) if p[0] < at]
        for _, name, context in before:
            bare = re.escape(name.lower())
            if re.search(
                rf"\b{words}(?: [\w-]+)? {bare}|{bare}, [^.]{{0,40}}\b{words}\b",
                context,
            ):
                return self.fullest(name)
        for _, name, context in before:
            if re.search(rf"\b{words}\b", context):
                return self.fullest(name)
        return None

    def _body_called(self, head: str, at: int) -> str | None:
        for where, name in reversed(self.bodies):
            if where < at and head in _fold(name).split():
                return name
        found = self._spoke_as(head, at, False)
        return found or self._last_like(head, at)

    def _last_like(self, head: str, at: int) -> str | None:
        """Return the body that spoke last, unless its name says it is of another kind."""
        last = self._last_body(at) if head in words_of.LAST_BODY else None
        other = set(_fold(last).split()) & _OFFICIAL if last else set()
        return None if other and head != "force" else last


def _has_owner(paper: str) -> bool:
    """Say whether a paper's name says whose it is: "an earlier police statement"."""
    return any(
        word in words_of.BODIES or word in SPEAKING for word in paper.split()[:-1]
    )


def _singular_role(word: str) -> bool:
    return word.lower().strip(".,") in words_of.ROLES


def _is_body(words: Sequence[str]) -> bool:
    return any(
        w.lower().rstrip("s") in words_of.BODIES or w.lower() in words_of.BODIES
        for w in words[-3:]
    ) and not (
        len(words) > 2
        and any(_singular_role(w) for w in words[:-2])
        and words[-1].lower() not in words_of.BODIES
    )


def _without_roles(words: Sequence[str]) -> list[str]:
    last = max(
        (
            i
            for i, w in enumerate(words)
            if _singular_role(w) or w.endswith(("’s", "'s"))
        ),
        default=-1,
    )
    return list(words[last + 1 :])


def _head(words: str) -> str:
    """Return the head noun: the last word before the first preposition."""
    core = re.split(r"\s(?:of|in|for|at|from|with|to|by|on|near)\s", words)[0]
    return _fold(core).split()[-1] if _fold(core).split() else words.lower()


def _is_thing(source: str) -> bool:
    core = _ARTICLE.sub("", re.split(r"\b(?:that|which|who)\b|[,(]", source)[0].strip())
    return bool(core) and _head(core) in words_of.THINGS


def _fold(name: str) -> str:
    return re.sub(r"[^\w\s-]", " ", _POSSESSIVE.sub("", name.lower())).strip()


def resolve_all(
    text: str, relations: Sequence[Relation], persons: Iterable[Span] = ()
) -> dict[Span, Speaker]:
    """Return the speaker of every mention that names a source, in reading order.

    What shows something without saying it (a photo, a figure) is nobody.
    """
    cast = Cast.of(text, list(persons))
    mentions = {r.named for r in relations if r.named is not None}
    named = sorted(span for span in mentions if not _is_thing(span.of(text)))
    cast.meet(span.of(text) for span in named)
    return {span: Speaker(cast.resolve(span), span) for span in named}
