"""From judgements to incidents, and what happens to ids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.cluster import incidents
from rashomon.model.ids import AccountId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement, Verdict

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def says(
    left: str, right: str, weight: float, judge: str = "model:rules@2", after: int = 0
) -> Judgement:
    """Return a judgement; a person's verdict follows the sign of the weight."""
    verdict = Verdict.SAME if weight > 0 else Verdict.DIFFERENT
    return Judgement(
        pair=(AccountId(left), AccountId(right)),
        verdict=verdict,
        weight=weight,
        reasons=(),
        judge=judge,
        made_at=NOW + timedelta(hours=after),
    )


def groups(found: list[Incident]) -> set[tuple[str, ...]]:
    """Return the accounts of each incident."""
    return {tuple(incident.account_ids) for incident in found}


def accounts(names: str) -> list[AccountId]:
    """Return an account id for each letter."""
    return [AccountId(name) for name in names]


def test_accounts_that_match_are_one_incident() -> None:
    """And the third, of which nothing is known, is one of its own."""
    found = incidents.derive(accounts("abc"), [says("a", "b", 5)])
    assert groups(found) == {("a", "b"), ("c",)}


def test_one_bad_pair_does_not_chain_two_incidents() -> None:
    """Every other pair between the two groups is asked too."""
    judged = [says("a", "b", 8), says("c", "d", 8), says("b", "c", 2)]
    judged += [says("a", "c", -6), says("a", "d", -6), says("b", "d", -6)]
    found = incidents.derive(accounts("abcd"), judged)
    assert groups(found) == {("a", "b"), ("c", "d")}


def test_a_persons_no_stands_against_any_weight() -> None:
    """Also where a third account would bring the two together."""
    judged = [says("a", "b", 20), says("b", "c", 20), says("a", "c", 20)]
    judged.append(says("a", "c", -1, judge="person:editor"))
    for group in groups(incidents.derive(accounts("abc"), judged)):
        assert not {"a", "c"} <= set(group)


def test_a_persons_yes_stands_against_the_model() -> None:
    """A later verdict of the model changes nothing."""
    judged = [says("a", "b", 1, "person:editor"), says("a", "b", -20, after=5)]
    assert groups(incidents.derive(accounts("ab"), judged)) == {("a", "b")}


def test_the_latest_word_of_a_person_counts() -> None:
    """A person may think again."""
    judged = [
        says("a", "b", 1, "person:editor"),
        says("a", "b", -1, "person:editor", after=1),
    ]
    assert groups(incidents.derive(accounts("ab"), judged)) == {("a",), ("b",)}


def test_an_incident_keeps_its_id_as_it_grows() -> None:
    """The account that joins may even sort first."""
    before = incidents.derive(accounts("bc"), [says("b", "c", 5)])
    judged = [says("b", "c", 5), says("a", "b", 5), says("a", "c", 5)]
    after = incidents.derive(accounts("abc"), judged, before)
    assert [i.id for i in after] == [i.id for i in before]


def test_a_merged_incident_names_those_it_swallowed() -> None:
    """So that an old link still leads somewhere, also after a second merger."""
    before = incidents.derive(accounts("abcd"), [says("a", "b", 5)])
    old = {tuple(i.account_ids): i.id for i in before}
    judged = [says("a", "b", 5), says("a", "c", 5), says("b", "c", 5)]
    once = incidents.derive(accounts("abcd"), judged, before)
    kept = next(i for i in once if "c" in i.account_ids)
    assert kept.id == old["a", "b"]
    assert kept.supersedes == (old["c",],)
    judged += [says(x, "d", 5) for x in "abc"]
    twice = incidents.derive(accounts("abcd"), judged, once)
    assert twice[0].supersedes == tuple(sorted((old["c",], old["d",])))


def test_a_split_incident_leaves_its_id_to_one_part_only() -> None:
    """Two incidents never share an id."""
    before = [Incident(id=IncidentId("inc_old"), account_ids=tuple(accounts("abc")))]
    found = incidents.derive(accounts("abc"), [says("a", "b", 5)], before)
    named = {tuple(i.account_ids): i.id for i in found}
    assert named["a", "b"] == "inc_old"
    assert named["c",] != "inc_old"
