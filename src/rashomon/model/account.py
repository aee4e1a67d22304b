"""Accounts: one document's telling of one incident, and the codebook of incident types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.claim import Claim
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, DocumentId


class IncidentType(StrEnum):
    """The codebook of incident types (CONTRACT.md), in its order."""

    DRONE_STRIKE = "drone_strike"
    MISSILE_STRIKE = "missile_strike"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    LANDMINE = "landmine"
    GRENADE = "grenade"
    SHOOTING = "shooting"
    STABBING = "stabbing"
    VEHICLE_ATTACK = "vehicle_attack"
    KILLING = "killing"
    ATTACK = "attack"
    ARMED_CLASH = "armed_clash"
    ARSON = "arson"
    SABOTAGE = "sabotage"
    KIDNAPPING = "kidnapping"
    HOSTAGE_TAKING = "hostage_taking"
    SEXUAL_VIOLENCE = "sexual_violence"
    INTERCEPTION = "interception"
    EXPLOSION = "explosion"
    FIRE = "fire"
    ACCIDENT = "accident"
    PROTEST = "protest"
    RIOT = "riot"
    ARREST = "arrest"
    PROPERTY_SEIZURE = "property_seizure"
    OTHER = "other"


class Prominence(StrEnum):
    """Whether the document is about the incident or merely mentions it."""

    MAIN = "main"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one document tells of one incident.

    ``span`` is the passage that tells it most directly.
    """

    id: AccountId
    document_id: DocumentId
    type: IncidentType
    prominence: Prominence
    span: Span
    claims: tuple[Claim, ...]
