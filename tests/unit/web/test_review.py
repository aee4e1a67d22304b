"""A person decides on the page: merge, undo, note; the log has it all."""

from __future__ import annotations

from starlette.testclient import TestClient

OURS = {"origin": "http://localhost"}


def _ids(client: TestClient) -> list[str]:
    return [i["id"] for i in client.get("/incidents.json").json()["incidents"]]


def _post(client: TestClient, kind: str, **fields: object) -> int:
    form = {"person": "Ada", **fields}
    return client.post(f"/review/{kind}", data=form, headers=OURS).status_code


def test_merge_and_undo(reviewer: TestClient) -> None:
    """Two incidents become one and two again; both lines stay in the log."""
    before = _ids(reviewer)
    assert len(before) > 1
    assert _post(reviewer, "merge", target=before[:2], note="one raid") == 303
    assert len(_ids(reviewer)) == len(before) - 1
    made = reviewer.get("/review.json").json()["log"][0]
    assert (made["kind"], made["person"], made["note"]) == ("merge", "Ada", "one raid")
    assert _post(reviewer, "undo", target=made["id"]) == 303
    assert len(_ids(reviewer)) == len(before)
    log = reviewer.get("/review.json").json()["log"]
    assert [(d["kind"], d["stands"]) for d in log] == [
        ("merge", False),
        ("undo", False),
    ]


def test_a_value_is_corrected(reviewer: TestClient) -> None:
    """What a person sets is what is published."""
    found = reviewer.get("/incidents.json?place=verin").json()["incidents"]
    incident = found[0]["id"]
    assert _post(reviewer, "set", target=incident, attribute="killed", value="6") == 303
    told = reviewer.get(f"/incidents/{incident}.json").json()
    assert told["attributes"]["killed"]["best"] == 6


def test_a_correction_holds_in_the_past(reviewer: TestClient) -> None:
    """As it stood is read with what people decided since."""
    found = reviewer.get("/incidents.json?place=verin").json()["incidents"]
    incident = found[0]["id"]
    page = f"/incidents/{incident}.json?as_of=2024-05-02T12:00:00"
    assert reviewer.get(page).json()["attributes"]["killed"]["best"] == 5
    assert _post(reviewer, "set", target=incident, attribute="killed", value="6") == 303
    assert reviewer.get(page).json()["attributes"]["killed"]["best"] == 6


def test_the_pages_of_review_are_there(reviewer: TestClient) -> None:
    """The queue, a pair side by side, and an incident with its forms."""
    assert reviewer.get("/review").status_code == 200
    pair = reviewer.get("/review/pair?left=acc_gazette&right=acc_herald")
    assert "Harbour Gazette" in pair.text
    assert "Northern Herald" in pair.text
    incident = _ids(reviewer)[0]
    assert reviewer.get(f"/review/incident?id={incident}").status_code == 200
    assert (
        reviewer.get("/review/pair?left=acc_none&right=acc_herald").status_code == 400
    )


def test_a_pair_is_told_to_scripts_as_to_people(reviewer: TestClient) -> None:
    """Both accounts with their words and values, and the verdict with its reasons."""
    told = reviewer.get("/review/pair.json?left=acc_gazette&right=acc_herald").json()
    assert (told["left"]["document"], told["right"]["document"]) == (
        "gazette",
        "herald",
    )
    assert told["left"]["words"].startswith("A drone hit a bakery")
    left, right = told["attributes"]["killed"]
    assert (left[0]["min"], right[0]["min"]) == (5, 7)
    assert told["judgement"]["reasons"]


def test_a_rejected_figure_leaves_the_toll_and_stays_to_be_seen(
    reviewer: TestClient,
) -> None:
    """It is drawn no more; the matrix names it as rejected, with its words."""
    found = reviewer.get("/incidents.json?place=verin").json()["incidents"]
    page = f"/incidents/{found[0]['id']}"
    before = reviewer.get(f"{page}.json").json()["tolls"][0]["figures"]
    assert [figure["low"] for figure in before] == [5, 7]
    assert _post(reviewer, "reject", target="clm_gazette_killed") == 303
    after = reviewer.get(f"{page}.json").json()["tolls"][0]["figures"]
    assert [figure["low"] for figure in after] == [7]
    shown = reviewer.get(page).text
    assert "1 rejected" in shown
    assert "Five people were killed" in shown


def test_what_makes_no_sense_is_refused_and_not_logged(reviewer: TestClient) -> None:
    """No name, no target, no such kind, too long a note."""
    incident = _ids(reviewer)[0]
    assert _post(reviewer, "note", target=incident, note="x", person="") == 400
    assert _post(reviewer, "merge", target=incident) == 400
    assert _post(reviewer, "seize", target=incident) == 400
    assert _post(reviewer, "note", target=incident, note="x" * 3_000) == 400
    assert reviewer.get("/review.json").json()["log"] == []
