"""An incident's line of JSON is the contract's."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from rashomon.model.claim import Attribute
from rashomon.model.finding import Relation
from rashomon.model.value import Unanchored
from rashomon.publish.fields import Told
from rashomon.publish.flat import claim_rows
from rashomon.publish.jsonl import attribute_json, incident_line, incident_lines
from rashomon.publish.matrix import build

KEYS = [
    "schema", "id", "type", "title", "attributes", "accounts", "claims", "sources",
    "independent_sources", "status",
]  # fmt: skip


def _line(story: Any) -> dict[str, Any]:
    return dict(incident_line(story.record, story.documents))


def test_the_line_has_the_contracts_fields_in_its_order(story: Any) -> None:
    """Nothing is missing and nothing is added."""
    line = _line(story)
    assert list(line) == KEYS
    assert line["schema"] == "rashomon.incident/1"
    assert line["status"] == "contested"
    assert line["independent_sources"] == 2


def test_every_quote_is_the_documents_own_words(story: Any) -> None:
    """A claim's quote equals the text between its offsets, and so does its speaker's."""
    claims = _line(story)["claims"]
    assert len(claims) == 14
    for claim in claims:
        text = story.documents[claim["document"]].text
        assert claim["quote"] == text[claim["start"] : claim["end"]]
        if claim["speaker"]:
            start, end = claim["speaker"]["start"], claim["speaker"]["end"]
            assert claim["speaker"]["name"] == text[start:end]


def test_a_claim_in_the_outlets_own_voice_has_no_speaker(story: Any) -> None:
    """Nobody is named for what the outlet itself says."""
    by_id = {c["id"]: c for c in _line(story)["claims"]}
    assert by_id["clm_doc_a_date"]["speaker"] is None
    assert by_id["clm_doc_c_outcome"]["stance"] == "denies"


def test_a_count_is_a_number_with_low_and_high(story: Any) -> None:
    """Best, low and high of a contested toll, with every claim behind it."""
    told = _line(story)["attributes"]["killed"]
    del told["positions"]
    assert told == {
        "best": 5,
        "said": "at least",
        "low": 5,
        "high": 7,
        "status": "contested",
        "claims": ["clm_doc_a_killed", "clm_doc_b_killed", "clm_doc_c_killed"],
    }


def test_each_position_says_who_and_since_when(story: Any) -> None:
    """Its claims, how many independent voices, and the first publication."""
    record = story.record
    killed = record.finding(Attribute.KILLED)
    dated = tuple(replace(p, since="2024-05-02T08:00:00") for p in killed.positions)
    disputed = replace(
        killed, positions=dated, relation=Relation.DISPUTED, relation_why="at one hour"
    )
    told = attribute_json(disputed)
    assert (told["relation"], told["relation_why"]) == ("disputed", "at one hour")
    positions = told["positions"]
    assert isinstance(positions, list)
    assert sorted(p["value"]["min"] for p in positions) == [5, 7]
    assert {p["since"] for p in positions} == {"2024-05-02T08:00:00"}
    assert sorted(c for p in positions for c in p["claims"]) == told["claims"]
    assert all(p["independent_sources"] == 1 for p in positions)


def test_one_value_and_a_list_keep_their_shapes(story: Any) -> None:
    """A date is one value, damage a list, an outcome a word."""
    attributes = _line(story)["attributes"]
    assert attributes["date"]["best"]["from"] == "2024-05-01"
    assert [d["object"] for d in attributes["damage"]["best"]] == ["bakery"]
    assert attributes["outcome"]["best"] == "hit"


def test_what_nobody_speaks_of_is_left_out(story: Any) -> None:
    """Not mentioned is not zero: there is no such key."""
    assert "injured" not in _line(story)["attributes"]


def test_a_count_without_a_best_leaves_it_out(story: Any) -> None:
    """Only parts were counted: there is a status and claims, but no number."""
    finding = replace(
        story.record.finding(Attribute.KILLED), best=None, low=None, high=None
    )
    assert set(attribute_json(finding)) == {"status", "claims", "positions"}


def test_attributes_come_in_the_contracts_order(story: Any) -> None:
    """Whatever the order of the findings, the line is the same."""
    backwards = replace(story.record, findings=tuple(reversed(story.record.findings)))
    assert incident_line(backwards, story.documents) == _line(story)
    assert list(_line(story)["attributes"]) == [
        "date", "place", "killed", "damage", "outcome",
    ]  # fmt: skip


def test_lines_are_sorted_by_id(story: Any) -> None:
    """The order of arrival does not show in the file."""
    incident = replace(story.record.incident, id="inc_a")
    other = replace(story.record, incident=incident)
    lines = list(incident_lines([story.record, other], story.documents))
    assert [json.loads(line)["id"] for line in lines] == ["inc_a", "inc_verin0000001"]
    assert lines == list(incident_lines([other, story.record], story.documents))


def test_an_open_day_that_others_tell_says_so(story: Any) -> None:
    """The day is published with its basis, and the words' own TIMEX3 value stays."""
    accounts = list(story.record.accounts)
    claims = tuple(
        replace(c, value=Unanchored("XXXX-WXX-3"))
        if c.attribute is Attribute.DATE
        else c
        for c in accounts[1].claims
    )
    accounts[1] = replace(accounts[1], claims=claims)
    record = replace(story.record, accounts=tuple(accounts))
    line: dict[str, Any] = incident_line(record, story.documents)
    by_id = {c["id"]: c["value"] for c in line["claims"]}
    assert by_id["clm_doc_b_date"] == {
        "from": "2024-05-01",
        "to": "2024-05-01",
        "precision": "day",
        "timex": "XXXX-WXX-3",
        "basis": "other documents",
    }
    assert "basis" not in by_id["clm_doc_a_date"]
    told = Told(record=record, documents=story.documents)
    words = {row[1]: row[3] for row in claim_rows([told])}
    assert words["clm_doc_b_date"] == "2024-05-01 (the day by other reports)"
    day_row = next(
        r
        for r in build(record, story.documents, story.families).rows
        if r.attribute is Attribute.DATE
    )
    assert all(not s.differs for cell in day_row.cells for s in cell)
