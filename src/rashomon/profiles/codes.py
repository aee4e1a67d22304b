"""The codes of the codebooks: types, precisions and grades, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.ids import ClaimId
from rashomon.model.value import GeoPrecision, When, Where
from rashomon.profiles import grading
from rashomon.profiles.evidence import Evidence
from rashomon.profiles.grading import Grade
from rashomon.profiles.rules import CodeRule

WEEK, MONTH, YEAR = 7, 31, 366
NOT_RECORDED = "not recorded"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of a reading, why it was given and the claims it rests on."""

    name: str
    row: str
    value: str
    why: str
    claims: tuple[ClaimId, ...]
    rule: CodeRule


def code(rule: CodeRule, evidence: Evidence) -> Code:
    """Return what a rule makes of a record."""
    grade = READERS[rule.reads](evidence)
    return Code(
        name=rule.name,
        row=rule.row,
        value=grade.value,
        why=grade.why,
        claims=grade.claims,
        rule=rule,
    )


@cache
def _types() -> Mapping[str, Mapping[str, str]]:
    """Return the codebook of incident types beside the others', by type."""
    folder = resources.files("rashomon").joinpath("data")
    lines = folder.joinpath("incident_types.tsv").read_text("utf-8").splitlines()
    names = lines[0].split("\t")
    rows = (dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:])
    return {row["type"]: row for row in rows}


def _type(evidence: Evidence) -> Grade:
    return Grade(
        evidence.record.type.value.replace("_", " "), "what most accounts make of it"
    )


def _acled_type(evidence: Evidence) -> Grade:
    row = _types()[evidence.record.type.value]
    if not row["acled_event_type"]:
        return Grade(NOT_RECORDED, "ACLED has no place for this type")
    return Grade(
        f"{row['acled_event_type']}: {row['acled_sub_event_type']}",
        f"stands for {evidence.record.type.value}",
    )


def _ucdp_type(evidence: Evidence) -> Grade:
    told = _types()[evidence.record.type.value]["ucdp_type_of_violence"]
    if not told:
        return Grade(NOT_RECORDED, "UCDP has no place for this type")
    return Grade(told, "by the incident's type; who fought decides among several")


def _when(record: IncidentRecord) -> tuple[When | None, tuple[ClaimId, ...]]:
    value, claims = _chosen(record.finding(Attribute.DATE))
    return (value if isinstance(value, When) else None), claims


def _where(record: IncidentRecord) -> tuple[Where | None, tuple[ClaimId, ...]]:
    value, claims = _chosen(record.finding(Attribute.PLACE))
    return (value if isinstance(value, Where) else None), claims


def _chosen(finding: Finding | None) -> tuple[object, tuple[ClaimId, ...]]:
    """Return the chosen value and the claims that give it."""
    if finding is None or not finding.chosen:
        return None, ()
    chosen = finding.chosen[0]
    behind = [p.claim_ids for p in finding.positions if p.value == chosen]
    return chosen, tuple(c for ids in behind for c in ids)


def _date_steps(
    evidence: Evidence, steps: tuple[tuple[int, str], ...], beyond: str
) -> Grade:
    when, claims = _when(evidence.record)
    if when is None:
        return Grade(UNKNOWN, "no report says when")
    value = next((code for days, code in steps if when.days <= days), beyond)
    span = "1 day" if when.days == 1 else f"{when.days} days"
    return Grade(value, f"the published time spans {span}", claims)


def _acled_time(evidence: Evidence) -> Grade:
    return _date_steps(evidence, ((1, "1"), (WEEK, "2"), (MONTH, "3")), NOT_RECORDED)


def _ucdp_date(evidence: Evidence) -> Grade:
    steps = ((1, "1"), (WEEK - 1, "2"), (WEEK, "3"), (MONTH, "4"), (YEAR, "5"))
    return _date_steps(evidence, steps, NOT_RECORDED)


def _date_precision(evidence: Evidence) -> Grade:
    when, claims = _when(evidence.record)
    if when is None:
        return Grade(UNKNOWN, "no report says when")
    return Grade(when.precision.value.replace("_", " "), str(when), claims)


# A district is ACLED's "small area"; what it calls a city's district is a town to it.
_ACLED_GEO = {
    GeoPrecision.EXACT: "1",
    GeoPrecision.FACILITY: "1",
    GeoPrecision.SETTLEMENT: "1",
    GeoPrecision.DISTRICT: "2",
    GeoPrecision.REGION: "3",
    GeoPrecision.COUNTRY: NOT_RECORDED,
}
_UCDP_WHERE = {
    GeoPrecision.EXACT: "1",
    GeoPrecision.FACILITY: "1",
    GeoPrecision.SETTLEMENT: "1",
    GeoPrecision.DISTRICT: "3",
    GeoPrecision.REGION: "4",
    GeoPrecision.COUNTRY: "6",
}


def _place_steps(evidence: Evidence, codes: Mapping[GeoPrecision, str]) -> Grade:
    where, claims = _where(evidence.record)
    if where is None:
        return Grade(UNKNOWN, "no report says where")
    why = f"{where.name}: {where.precision.value}"
    return Grade(codes[where.precision], why, claims)


def _place_precision(evidence: Evidence) -> Grade:
    return _place_steps(evidence, {p: p.value for p in GeoPrecision})


def _acled_geo(evidence: Evidence) -> Grade:
    return _place_steps(evidence, _ACLED_GEO)


def _ucdp_where(evidence: Evidence) -> Grade:
    return _place_steps(evidence, _UCDP_WHERE)


def _agreement(evidence: Evidence) -> Grade:
    record = evidence.record
    number = record.independent_sources
    why = f"{number} independent source{'s' if number != 1 else ''}"
    return Grade(record.agreement.value, why)


READERS: dict[str, Callable[[Evidence], Grade]] = {
    "incident type": _type,
    "date precision": _date_precision,
    "place precision": _place_precision,
    "agreement": _agreement,
    "acled event type": _acled_type,
    "acled time precision": _acled_time,
    "acled geo precision": _acled_geo,
    "ucdp type of violence": _ucdp_type,
    "ucdp date precision": _ucdp_date,
    "ucdp where precision": _ucdp_where,
    "ucdp event clarity": grading.event_clarity,
    "airwars grade": grading.airwars,
    "gva mass shooting": grading.mass_shooting,
}
