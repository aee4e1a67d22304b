"""Who a source is: the fullest name that the document gives for it.

"Governor Petr Ostrov" is Petr Ostrov; a later "Ostrov", "he" or "the governor" is
Petr Ostrov too. Bodies keep their name; "the ministry" is the ministry named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.extract import offices
from rashomon.extract.speech_cues import word_set
from rashomon.extract.speech_relations import Relation
from rashomon.model.claim import Speaker
from rashomon.model.document import Span

_CAP = (
    r"(?:(?:Gov|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|St|Jr|[A-ZА-ЯІЇЄҐ])\."
    r"|[A-ZÀ-ÝА-ЯЁІЇЄҐ][\w'’ʼ-]*)"
)
_LINK = r"(?:(?:al|el|bin|ibn|van|von|de|der|da|di|la|le|du|ad|ul|ur)[ -])?"
_NAME = re.compile(rf"{_CAP}(?: {_LINK}{_CAP}){{0,5}}")
_WORD = r"[A-ZÀ-ÝА-ЯЁІЇЄҐ][\w'’ʼ-]*"
# "State Guard Service (SGS)" and "State Guard Service, or SGS".
_ACRONYM = re.compile(
    rf"(?P<full>{_WORD}(?: (?:of |for |and |the )*{_WORD}){{1,6}})"
    r"(?: \(|, or )(?P<short>[A-ZА-Я]{2,8})\b"
)
_ROLE_WORDS = word_set(
    """
    president minister prime governor mayor spokesman spokesperson spokeswoman
    general gen lt col colonel major maj captain capt sgt sergeant lieutenant
    commander chief deputy acting head leader chairman chairwoman chair
    secretary ambassador senator sen rep representative judge justice sheriff
    inspector superintendent commissioner officer prosecutor director doctor dr
    prof professor mr mrs ms miss sir king prince sheikh imam reverend rev
    bishop pope lawyer attorney analyst press-secretary ombudsman premier
    chancellor councillor councilman lawmaker deputy-governor vice gov pm
    ex-president former speaker admiral brigadier marshal police
    """
)
ROLES = frozenset(_ROLE_WORDS)
_BODY_WORDS = word_set(
    """
    ministry committee service services agency department office police force
    forces army military government council court command staff directorate
    bureau commission administration hospital group militia movement party union
    association organization organisation news media channel times post
    university center centre institute corps brigade navy guard authority
    authorities company corporation bank parliament front state team
    headquarters society crescent cross council campaign house press network
    outlet newspaper paper watchdog
    """
)
BODIES = frozenset(_BODY_WORDS)
_HE = word_set(
    """
    he she him her his его ее её його її он она він вона er él ella lui lei il
    elle ona
    """
)
_THEY = word_set(
    """
    they them it its their we both их їхніми они вони sie oni
    """
)
_PAPERS = word_set(
    "statement report message post communique communiqué release document"
)
_GENERIC_PEOPLE = word_set(
    """
    official spokesman spokesperson spokeswoman minister governor mayor
    president premier chief commander leader general colonel prosecutor
    secretary ambassador senator lawmaker inspector superintendent director
    doctor head chancellor pm candidate nominee congressman congresswoman mogul
    billionaire businessman
    """
)
# Nouns that, alone, stand for the body that spoke last.
_SAME_BODY = word_set(
    """
    ведомство ведомства министерство министерства комитет комитета відомство
    відомства міністерство міністерства комітет комітету ministère ministerio
    ministerstwo
    """
)
_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|another)\s+",
    re.IGNORECASE,
)
# Words that stand with a capital before a name at the start of a sentence.
_LEADING = word_set(
    """
    the a in on at but and laut nach wie según secondo selon według по за как як в у на
    """
)
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its) ", re.IGNORECASE)
_SAME = frozenset(["regional", "local", "same", "city"])
_LAST_PERSON = frozenset(["official", "spokesman", "spokeswoman", "minister"])
_LAST_BODY = word_set("group agency outlet channel newspaper paper force")
_TAIL = re.compile(
    r"\s*(?:,|;|\((?![A-Z]{2,8}\))|–|—| who\b| which\b| whose\b| that\b| told\b| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*$",
    re.DOTALL,
)
_POSSESSIVE = re.compile(r"['’]s?$")


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
    officials: list[offices.Holder] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, persons: Iterable[Span] = ()) -> Cast:
        """Collect the names of a text; ``persons`` are those known to be people."""
        cast = cls(text, officials=offices.holders(text))
        known = {span.start for span in persons} | {
            i for span in persons for i in range(span.start, span.end)
        }
        for match in _ACRONYM.finditer(text):
            full = _ARTICLE.sub("", match.group("full"))
            cast.acronyms.setdefault(full, match.group("short"))
        in_office = {m.end("name"): m["name"] for m in offices.OFFICE_OF.finditer(text)}
        for match in _NAME.finditer(text):
            words = in_office.get(match.end(), match.group()).split(" ")
            if words[0].lower() in _LEADING:
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

    def resolve(self, span: Span) -> str:
        """Return the name that a source's words stand for, and remember the speaker."""
        name, person = self._name(span)
        words = frozenset(_fold(span.of(self.text)).split())
        self.spoken.append(_Past(span.start, name, person, words))
        return name

    def _name(self, span: Span) -> tuple[str, bool]:
        words = span.of(self.text).strip()
        low = words.lower()
        if low in _HE:
            return self._last_person(span.start) or words, True
        if low in _THEY:
            return self._last_body(span.start) or words, False
        core = _POSSESSIVE.sub("", _TAIL.sub("", words)).strip()
        core = core or words
        office = offices.OFFICE_OF.search(core)
        if office and office.end() == len(core):
            return self.fullest(office["name"]), True
        person = self._person_in(core) or self._titled_person(words, core)
        if person:
            return person, True
        bare = self._with_acronym(_ARTICLE.sub("", core), words)
        return self._common(bare, _DEFINITE.match(core) is not None, span.start)

    def _common(self, bare: str, definite: bool, at: int) -> tuple[str, bool]:
        """Resolve a source without a person's name: a title, a body, a paper."""
        head = _head(bare)
        person = head in _GENERIC_PEOPLE
        alone = len(bare.split()) == 1
        found = None
        if head in _PAPERS and bare.islower():
            found = self._last_any(at)
        elif head in _SAME_BODY and alone:
            found = self._last_body(at)
        elif bare.islower() and (definite or alone):
            found = self._by_role(bare, head, at, definite)
        office = (
            offices.class_of(bare.split(maxsplit=1)[0]) if bare[:1].islower() else None
        )
        if office and not found:
            found, person = self._in_office(office, at), True
        elif offices.OUTLET.fullmatch(bare) and not found:
            found = self._last_outlet(at)
        elif offices.PAPER.fullmatch(bare):
            found = self._last_any(at)
        return found or bare, person

    def _last_outlet(self, at: int) -> str | None:
        said = (p for p in reversed(self.spoken) if p.at < at)
        outlet = offices.OUTLET.match
        return next((p.name for p in said if any(map(outlet, p.words))), None)

    def _in_office(self, office: str, at: int) -> str | None:
        """Return whom the text names beside an office, by the fullest name."""
        name = offices.holder(self.officials, office, at)
        return self.fullest(name) if name else None

    def _titled_person(self, words: str, core: str) -> str | None:
        """Read "its governor, Petr Ostrov": the name after the title, if it is one."""
        rest = words[len(core) :].lstrip(" ,–—")
        if _head(_ARTICLE.sub("", core)) not in _GENERIC_PEOPLE | {"staff"}:
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

    def _named_since(self, after: int, at: int) -> str | None:
        """Return a person who begins a sentence after the last speaker, if any does."""
        named = [
            name
            for where, name, _ in self.people
            if after < where < at and (after < 0 or self._is_subject(where, name))
        ]
        return self.fullest(named[-1]) if named else None

    def _is_subject(self, where: int, name: str) -> bool:
        start = max(self.text.rfind(". ", 0, where), self.text.rfind("\n", 0, where))
        return where - start <= 30

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
        person = head in _GENERIC_PEOPLE
        if len(bare.split()) > 1 and head not in {"spokesman", "spokeswoman"}:
            exact = self._introduced(bare, at)
            if exact or not person or bare.split(maxsplit=1)[0] not in _SAME:
                return exact if person else None
        if person:
            found = self._spoke_as(head, at, True) or self._introduced(head, at)
            if not found and definite and head in _LAST_PERSON:
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
        return found or (self._last_body(at) if head in _LAST_BODY else None)


def _singular_role(word: str) -> bool:
    return word.lower().strip(".,") in ROLES


def _is_body(words: Sequence[str]) -> bool:
    return any(
        w.lower().rstrip("s") in BODIES or w.lower() in BODIES for w in words[-3:]
    ) and not (
        len(words) > 2
        and any(_singular_role(w) for w in words[:-2])
        and words[-1].lower() not in BODIES
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


def _fold(name: str) -> str:
    return re.sub(r"[^\w\s-]", " ", _POSSESSIVE.sub("", name.lower())).strip()


def resolve_all(
    text: str, relations: Sequence[Relation], persons: Iterable[Span] = ()
) -> dict[Span, Speaker]:
    """Return the speaker of every mention that names a source, in reading order."""
    cast = Cast.of(text, list(persons))
    named = sorted({r.named for r in relations if r.named is not None})
    return {span: Speaker(cast.resolve(span), span) for span in named}
