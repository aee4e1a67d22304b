"""Assembles the record of one incident: its findings, title, sources and status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute
from rashomon.model.document import Document
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.incident import Incident
from rashomon.model.value import Target, When, Where
from rashomon.reconcile import choices, counts
from rashomon.reconcile.agreement import author_disputed
from rashomon.reconcile.voices import Context, Voice, voice_of

# A type that says little yields to a more telling one with at least half its weight.
_GENERIC = frozenset(
    {
        IncidentType.ATTACK,
        IncidentType.EXPLOSION,
        IncidentType.FIRE,
        IncidentType.KILLING,
        IncidentType.OTHER,
    }
)
_HEADLINE = (
    Attribute.KILLED,
    Attribute.OUTCOME,
    Attribute.PERPETRATOR,
    Attribute.DATE,
    Attribute.PLACE,
)


def assemble(
    incident: Incident,
    accounts: Sequence[Account],
    documents: Mapping[DocumentId, Document],
    families: Mapping[DocumentId, FamilyId],
    name_key: Callable[[str], str],
) -> IncidentRecord:
    """Return what the accounts of an incident add up to.

    ``name_key`` makes the spellings of one name meet; copies (one family) and the
    repeated words of one named speaker count once.
    """
    context = Context(documents=documents, families=families, name_key=name_key)
    voices: dict[Attribute, list[Voice]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (a.document_id, a.span)):
        for claim in account.claims:
            voices[claim.attribute].append(voice_of(claim, account, context))
    findings = tuple(_finding(a, voices, context) for a in Attribute if voices[a])
    members = {a.document_id for a in accounts}
    kind = _type(accounts, families)
    return IncidentRecord(
        incident=incident,
        type=kind,
        title=title_of(kind, findings),
        accounts=tuple(sorted(accounts, key=lambda a: (a.document_id, a.span))),
        findings=findings,
        sources=tuple(sorted({documents[d].source or str(d) for d in members})),
        independent_sources=len({families[d] for d in members}),
        agreement=_overall(findings, len({families[d] for d in members})),
    )


def _finding(
    attribute: Attribute, voices: Mapping[Attribute, Sequence[Voice]], context: Context
) -> Finding:
    if attribute in COUNT_ATTRIBUTES:
        return _count(attribute, voices)
    disputed = attribute is Attribute.PERPETRATOR and author_disputed(
        voices[attribute],
        voices.get(Attribute.RESPONSIBILITY, ()),
        voices.get(Attribute.OUTCOME, ()),
        context.name_key,
    )
    return choices.find(
        attribute, voices[attribute], context.name_key, disputed=disputed
    )


def _count(
    attribute: Attribute, voices: Mapping[Attribute, Sequence[Voice]]
) -> Finding:
    dead = voices.get(Attribute.KILLED, ())
    if attribute is not Attribute.INJURED or not dead:
        return counts.find(attribute, voices[attribute])
    toll = counts.find(Attribute.KILLED, dead)
    return counts.find(attribute, voices[attribute], counts.outgrown_in(toll, dead))


def _type(
    accounts: Sequence[Account], families: Mapping[DocumentId, FamilyId]
) -> IncidentType:
    """Return the type that most accounts make of it, a family of copies once."""
    said: dict[tuple[IncidentType, FamilyId], int] = {}
    for account in accounts:
        key = account.type, families[account.document_id]
        weight = 3 if account.prominence is Prominence.MAIN else 1
        said[key] = max(weight, said.get(key, 0))
    votes: Counter[IncidentType] = Counter()
    for (kind, _), weight in said.items():
        votes[kind] += weight
    ranked = sorted(votes, key=lambda t: (-votes[t], t))
    telling = [t for t in ranked if t not in _GENERIC]
    if ranked[0] in _GENERIC and telling and 2 * votes[telling[0]] >= votes[ranked[0]]:
        return telling[0]
    return ranked[0]


def _overall(findings: Sequence[Finding], families: int) -> Agreement:
    contested = any(
        f.agreement is Agreement.CONTESTED for f in findings if f.attribute in _HEADLINE
    )
    if contested:
        return Agreement.CONTESTED
    return Agreement.AGREED if families > 1 else Agreement.SINGLE


def title_of(kind: IncidentType, findings: Sequence[Finding]) -> str:
    """Return a title made of chosen values only."""
    chosen = {f.attribute: f.chosen[0] for f in findings if f.chosen}
    words = [kind.value.replace("_", " ").capitalize()]
    target = chosen.get(Attribute.TARGET)
    if isinstance(target, Target):
        words.append(f"on {target.name}")
    place = chosen.get(Attribute.PLACE)
    if isinstance(place, Where):
        words.append(f"in {place.name}")
    when = chosen.get(Attribute.DATE)
    if isinstance(when, When):
        days = (
            str(when.first_day)
            if when.days == 1
            else f"{when.first_day} to {when.last_day}"
        )
        words.append(f"({days})")
    return " ".join(words)
