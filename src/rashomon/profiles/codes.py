"""The codes of the codebooks: types, precisions and grades, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.ids import ClaimId
from rashomon.model.precision import geo_precision, where_prec
from rashomon.model.time_precision import acled_time_precision, ucdp_date_prec
from rashomon.model.value import When, Where
from rashomon.profiles import grading
from rashomon.profiles.evidence import Evidence
from rashomon.profiles.grading import Grade
from rashomon.profiles.rules import CodeRule

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


def _date_code(evidence: Evidence, code_of: Callable[[When], int | None]) -> Grade:
    when, claims = _when(evidence.record)
    if when is None:
        return Grade(UNKNOWN, "no report says when")
    span = "1 day" if when.days == 1 else f"{when.days} days"
    return Grade(_written(code_of(when)), f"the published time spans {span}", claims)


def _written(code: int | None) -> str:
    return NOT_RECORDED if code is None else str(code)


def _acled_time(evidence: Evidence) -> Grade:
    return _date_code(evidence, acled_time_precision)


def _ucdp_date(evidence: Evidence) -> Grade:
    return _date_code(evidence, ucdp_date_prec)


def _date_precision(evidence: Evidence) -> Grade:
    when, claims = _when(evidence.record)
    if when is None:
        return Grade(UNKNOWN, "no report says when")
    return Grade(when.precision.value.replace("_", " "), str(when), claims)


def _place_code(evidence: Evidence, code_of: Callable[[Where], str]) -> Grade:
    where, claims = _where(evidence.record)
    if where is None:
        return Grade(UNKNOWN, "no report says where")
    why = f"{where.name}: {where.precision.value}"
    return Grade(code_of(where), why, claims)


def _place_precision(evidence: Evidence) -> Grade:
    return _place_code(evidence, lambda where: where.precision.value)


def _acled_geo(evidence: Evidence) -> Grade:
    return _place_code(evidence, lambda where: _written(geo_precision(where)))


def _ucdp_where(evidence: Evidence) -> Grade:
    return _place_code(evidence, lambda where: _written(where_prec(where)))


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
