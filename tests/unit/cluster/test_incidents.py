"""From weights to incidents, and what happens to ids."""

from __future__ import annotations

from rashomon.cluster import incidents
from rashomon.cluster.bonds import Bonds
from rashomon.model.ids import AccountId, IncidentId
from rashomon.model.incident import Incident

Weighed = tuple[tuple[AccountId, AccountId], float]


def says(left: str, right: str, weight: float) -> Weighed:
    """Return what a pair weighs."""
    return (AccountId(left), AccountId(right)), weight


def groups(found: list[Incident]) -> set[tuple[str, ...]]:
    """Return the accounts of each incident."""
    return {tuple(incident.account_ids) for incident in found}


def accounts(names: str) -> list[AccountId]:
    """Return an account id for each letter."""
    return [AccountId(name) for name in names]


def test_accounts_that_match_are_one_incident() -> None:
    """And the third, of which nothing is known, is one of its own."""
    found = incidents.derive(accounts("abc"), [dict([says("a", "b", 5)])])
    assert groups(found) == {("a", "b"), ("c",)}


def test_one_bad_pair_does_not_chain_two_incidents() -> None:
    """Every other pair between the two groups is asked too."""
    judged = [says("a", "b", 8), says("c", "d", 8), says("b", "c", 2)]
    judged += [says("a", "c", -6), says("a", "d", -6), says("b", "d", -6)]
    found = incidents.derive(accounts("abcd"), [dict(judged)])
    assert groups(found) == {("a", "b"), ("c", "d")}


def test_a_persons_no_stands_against_any_weight() -> None:
    """Also where a third account would bring the two together."""
    judged = [says("a", "b", 20), says("b", "c", 20), says("a", "c", 20)]
    said = Bonds(apart=((AccountId("a"), AccountId("c")),))
    for group in groups(incidents.derive(accounts("abc"), [dict(judged)], bonds=said)):
        assert not {"a", "c"} <= set(group)


def test_a_persons_yes_stands_against_the_model() -> None:
    """Also against many others that weigh against it."""
    judged = [says(x, y, -20) for x in "abc" for y in "abc" if x < y]
    said = Bonds(together=(tuple(accounts("ab")),))
    found = incidents.derive(accounts("abc"), [dict(judged)], bonds=said)
    assert groups(found) == {("a", "b"), ("c",)}


def test_what_people_hold_together_is_asked_as_one() -> None:
    """A third account joins both or neither: the mean over the pairs decides."""
    judged = [says("a", "c", 5), says("b", "c", -8)]
    said = Bonds(together=(tuple(accounts("ab")),))
    found = incidents.derive(accounts("abc"), [dict(judged)], bonds=said)
    assert groups(found) == {("a", "b"), ("c",)}


def test_a_person_may_hold_two_accounts_of_one_document_together() -> None:
    """What the reader of accounts took apart."""
    said = Bonds(together=(tuple(accounts("ab")),))
    found = incidents.derive(accounts("ab"), [dict([says("a", "b", -50)])], bonds=said)
    assert groups(found) == {("a", "b")}


def test_bonds_of_accounts_that_are_gone_hold_nothing() -> None:
    """And do no harm."""
    gone, here = AccountId("x"), AccountId("a")
    said = Bonds(together=((here, gone),), apart=((AccountId("b"), gone),))
    found = incidents.derive(accounts("ab"), [{}], bonds=said)
    assert groups(found) == {("a",), ("b",)}


def test_an_incident_keeps_its_id_as_it_grows() -> None:
    """The account that joins may even sort first."""
    before = incidents.derive(accounts("bc"), [dict([says("b", "c", 5)])])
    judged = [says("b", "c", 5), says("a", "b", 5), says("a", "c", 5)]
    after = incidents.derive(accounts("abc"), [dict(judged)], before)
    assert [i.id for i in after] == [i.id for i in before]


def test_a_merged_incident_names_those_it_swallowed() -> None:
    """So that an old link still leads somewhere, also after a second merger."""
    before = incidents.derive(accounts("abcd"), [dict([says("a", "b", 5)])])
    old = {tuple(i.account_ids): i.id for i in before}
    judged = [says("a", "b", 5), says("a", "c", 5), says("b", "c", 5)]
    once = incidents.derive(accounts("abcd"), [dict(judged)], before)
    kept = next(i for i in once if "c" in i.account_ids)
    assert kept.id == old["a", "b"]
    assert kept.supersedes == (old["c",],)
    judged += [says(x, "d", 5) for x in "abc"]
    twice = incidents.derive(accounts("abcd"), [dict(judged)], once)
    assert twice[0].supersedes == tuple(sorted((old["c",], old["d",])))


def test_a_split_incident_leaves_its_id_to_one_part_only() -> None:
    """Two incidents never share an id."""
    before = [Incident(id=IncidentId("inc_old"), account_ids=tuple(accounts("abc")))]
    found = incidents.derive(accounts("abc"), [dict([says("a", "b", 5)])], before)
    named = {tuple(i.account_ids): i.id for i in found}
    assert named["a", "b"] == "inc_old"
    assert named["c",] != "inc_old"


def test_an_incident_that_is_parted_again_is_superseded_by_none() -> None:
    """It gets its id back, and the other does not go on naming it."""
    before = incidents.derive(accounts("abc"), [dict([says("a", "b", 5)])])
    judged = [says("a", "b", 5), says("a", "c", 5), says("b", "c", 5)]
    merged = incidents.derive(accounts("abc"), [dict(judged)], before)
    parted = incidents.derive(accounts("abc"), [dict([says("a", "b", 5)])], merged)
    assert parted == before


def test_a_new_incident_takes_no_id_that_another_has() -> None:
    """Also where that one is not among those derived now."""
    first = incidents.derive(accounts("a"), [{}])
    again = incidents.derive(accounts("a"), [{}], taken=[first[0].id])
    assert again[0].id != first[0].id
