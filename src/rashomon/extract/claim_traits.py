"""What speaks for and against a named thing being part of an incident: a judge's traits.

A sentence about an incident names more than was hit, used, or did it: the car somebody
came in, the arms that were found later, the group that condemned it. Which names are
part of it is learnt (``training/accept.py``), from what is here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rashomon.extract import subjects
from rashomon.extract.account_traits import Told, Traits
from rashomon.extract.heads import Role
from rashomon.extract.passages import Passage
from rashomon.model.account import Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import Span
from rashomon.model.ids import ClaimId
from rashomon.model.value import Perpetrator, Target, Victim, Weapon

# What a name is in its sentence: its dependency, and the part of speech it hangs on.
Grammar = Callable[[Span], tuple[str, str] | None]

ROLE_OF = {
    Attribute.TARGET: ("target",),
    Attribute.WEAPON: ("weapon",),
    Attribute.PERPETRATOR: ("perp_individual", "perp_org"),
    Attribute.VICTIM: ("victim_name", "victim"),
}
# Traits that weigh otherwise for another attribute.
_BY_ATTRIBUTE = ("score", "chance", "account.best", "early", "main", "again", "others", "nth")  # fmt: skip


def judged(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims that name somebody or something, and deny nothing."""
    for claim in claims:
        if claim.attribute in ROLE_OF and claim.stance is not Stance.DENIES:
            unnamed = isinstance(claim.value, Victim) and not claim.value.name
            if not unnamed and not claim.extractor.startswith("agency"):
                yield claim


def of(told: Told, account: Traits, grammar: Grammar) -> dict[ClaimId, Traits]:
    """Return the traits of each judged claim of an account, by its id."""
    claims = list(judged(told.account.claims))
    number = Counter(c.attribute for c in claims)
    met: Counter[Attribute] = Counter()
    found = {}
    for claim in claims:
        met[claim.attribute] += 1
        traits = _of_words(claim, told.roles)
        traits |= _of_place(claim, told.passages)
        traits |= _of_grammar(claim.span, grammar)
        traits |= {
            "account.best": account["best"],
            "main": float(told.account.prominence is Prominence.MAIN),
            "type." + told.account.type.value: 1.0,
            "others": math.log1p(number[claim.attribute]),
            "nth": math.log1p(met[claim.attribute]),
            "again": float(_said_again(claim, claims)),
        }
        for name in _BY_ATTRIBUTE:
            traits[f"{claim.attribute.value}:{name}"] = traits.get(name, 0.0)
        found[claim.id] = traits
    return found


def _of_words(claim: Claim, roles: Sequence[Role]) -> Traits:
    own = ROLE_OF[claim.attribute]
    here = [r for r in roles if r.span.overlaps(claim.span)]
    value = claim.value
    kind = getattr(value, "kind", None)
    traits = {
        f"attribute.{claim.attribute.value}": 1.0,
        f"reader.{claim.extractor}": 1.0,
        f"kind.{kind}": 1.0,
        "score": max((r.score for r in here if r.name in own), default=0.0),
        "unscored": float(not any(r.name in own for r in here)),
        "otherwise": max((r.score for r in here if r.name not in own), default=0.0),
        "length": min(len(_words(claim)), 6) / 6,
        "not_so": float(claim.stance is not Stance.ASSERTS),
        "quoted": float(claim.speaker is not None),
    }
    if isinstance(value, Weapon):
        traits[f"weapon.{value.type}"] = 1.0
    return traits


def _of_place(claim: Claim, passages: Sequence[Passage]) -> Traits:
    for order, passage in enumerate(passages):
        if passage.span.start <= claim.span.start < passage.span.end:
            traits = {
                "chance": passage.chance,
                "word": passage.weight,
                "triggered": float(bool(passage.triggers)),
                "harmed": float(passage.harmed),
                "unreal": float(passage.unreal),
                "court": float(subjects.tells_of_court(passage)),
                "in_report": 1.0 / (1 + passage.index),
                "early": 1.0 / (1 + order),
                "within": (claim.span.start - passage.span.start)
                / max(1, len(passage.words)),
                "long": min(len(passage.words), 500) / 500,
            }
            return traits | {f"kind_of.{k}": v for k, v in passage.kinds.items()}
    return {}


def _of_grammar(span: Span, grammar: Grammar) -> Traits:
    seen = grammar(span)
    return {f"is.{seen[0]}": 1.0, f"under.{seen[1]}": 1.0} if seen else {}


def _said_again(claim: Claim, claims: Sequence[Claim]) -> bool:
    mine = _words(claim)
    return any(
        mine & _words(other)
        for other in claims
        if other is not claim and other.attribute is claim.attribute
    )


def _words(claim: Claim) -> set[str]:
    value = claim.value
    if isinstance(value, Weapon):
        return set(value.type.split())
    if isinstance(value, Perpetrator | Target | Victim):
        return set((value.name or "").casefold().split())
    return set()
