"""What speaks for and against an account being one: traits that a learnt judge weighs.

The heads see sentences one by one, and rules see words; whether both together make an
incident that a report tells of is learnt (``training/accept.py``), from what is here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.extract import subjects
from rashomon.extract.heads import Role
from rashomon.extract.passages import Passage
from rashomon.model.account import Account, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.value import Target, Victim

Traits = dict[str, float]

ROLE_NAMES = (
    "perp_individual",
    "perp_org",
    "target",
    "victim_name",
    "victim",
    "weapon",
)

# Who fights or was shot for fighting: what they do to each other is another trait than
# what is done to anybody else.
FIGHTERS = frozenset({"military", "police", "perpetrator"})

_TOLD = (
    Attribute.KILLED,
    Attribute.INJURED,
    Attribute.DATE,
    Attribute.PLACE,
    Attribute.VICTIM,
    Attribute.TARGET,
    Attribute.WEAPON,
    Attribute.PERPETRATOR,
    Attribute.DAMAGE,
    Attribute.MISSING,
)

# Families of words around a deed that did not happen, not yet, or that is talked about.
_AROUND = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for name, words in (
        ("denied", r"den(?:y|ies|ied)|rumou?rs?|unfounded|false|untrue|hoax"),
        ("intended", r"plots?|plott(?:ed|ing)|plan(?:s|ned|ning)?|threat\w*|intend\w*|would|will|to (?:kill|assassinate|attack|bomb)|foiled|attempt\w*"),
        ("seized", r"seized|confiscated|found|discovered|defused|deactivated|cache"),
        ("talked_of", r"condemn\w*|denounc\w*|reject\w*|demand\w*|communique|statement|speech|interview|letter|negotiat\w*|talks|peace|dialogue|truce|cease-?fire"),
        ("fought", r"offensive|combat|fighting|clash\w*|troops|guerrillas?|rebels?|insurgents?|battles?|battalions?|brigades?|army"),
        ("looked_into", r"investigat\w*|inquiry|accus\w*|charged|suspect\w*|responsib\w*|case|trial"),
        ("many", r"attacks|murders|killings|kidnappings|bombings|assassinations|wave of|series of|acts of|campaigns?|terrorism|violence"),
        ("of_old", r"ago|in the past|last year|years|decade|former|anniversary|since"),
        ("of_now", r"today|yesterday|last night|tonight|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An account with what it was made from, and the report around it.

    ``certain``: told in passing in so many words, with a day or a place of its own;
    ``manner``: of the text, as ``heads.manner`` gives it.
    """

    account: Account
    passages: Sequence[Passage]
    report: Sequence[Passage]
    roles: Sequence[Role]
    published: date | None
    certain: bool = False
    manner: str = ""

    @property
    def telling(self) -> Sequence[Passage]:
        """The sentences that have a word of a deed; all, where none has."""
        return [p for p in self.passages if p.triggers] or self.passages


def of(told: Told) -> Traits:
    """Return the traits of one account; a trait that is not there is 0."""
    traits = _of_sentences(told)
    traits |= _of_roles(told)
    traits |= _of_claims(told.account.claims)
    traits |= _of_report(told)
    traits["main"] = float(told.account.prominence is Prominence.MAIN)
    traits[f"type.{told.account.type.value}"] = 1.0
    return traits


def _of_sentences(told: Told) -> Traits:
    telling = told.telling
    chances = sorted((p.chance for p in telling), reverse=True)
    deeds = [t for p in telling for t in p.deeds]
    traits = {
        "best": chances[0],
        "second": chances[1] if len(chances) > 1 else 0.0,
        "sum": min(sum(chances), 5.0),
        "mean": _mean(chances),
        "sentences": math.log1p(len(telling)),
        "word": max((t.weight for t in deeds), default=0.0),
        "words": math.log1p(len(deeds)),
        "unreal": _mean([p.unreal for p in telling]),
        "court": _mean([subjects.tells_of_court(p) for p in telling]),
        "spoken": _mean([bool(p.spoken) for p in telling]),
        "harmed": float(any(p.harmed for p in telling)),
        "early": 1.0 / (1 + min(p.index for p in telling)),
    }
    for kind in {kind for p in telling for kind in p.kinds}:
        traits[f"kind.{kind}"] = max(p.kinds.get(kind, 0.0) for p in telling)
    for name, words in _AROUND:
        traits[name] = _mean([bool(words.search(p.words)) for p in telling])
    days = [t.when.last_day for p in telling for t in p.times if t.when]
    traits["dated"] = float(bool(days))
    if days and told.published:
        age = max(0, (told.published - max(days)).days)
        traits["age"] = min(math.log10(1 + age), 3.0)
    return traits


def _of_roles(told: Told) -> Traits:
    spans = [p.span for p in told.passages]
    here = [r for r in told.roles if any(s.contains(r.span) for s in spans)]
    traits = {}
    for name in ROLE_NAMES:
        scores = [r.score for r in here if r.name == name]
        traits[f"role.{name}"] = max(scores, default=0.0)
        traits[f"roles.{name}"] = math.log1p(sum(s > 0.5 for s in scores))
    return traits


def _of_claims(claims: Sequence[Claim]) -> Traits:
    said = Counter(c.attribute for c in claims)
    values = [c.value for c in claims]
    kinds = [v.kind for v in values if isinstance(v, Victim | Target)]
    fighters = sum(kind in FIGHTERS for kind in kinds)
    traits = {f"has.{a.value}": float(said[a] > 0) for a in _TOLD}
    traits["fighters"] = fighters / (1 + len(kinds))
    traits["others"] = float(fighters < len(kinds))
    traits["not_so"] = _mean([c.stance is not Stance.ASSERTS for c in claims])
    return traits


def _of_report(told: Told) -> Traits:
    chances = [p.chance for p in told.report]
    return {
        "report.best": max(chances),
        "report.sum": min(sum(chances), 6.0),
        "report.share": _mean([c > 0.5 for c in chances]),
        "report.length": math.log1p(len(chances)),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
