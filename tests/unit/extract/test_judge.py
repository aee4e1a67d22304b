"""Which accounts are told, and which names are part of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rashomon.extract import account_traits, claim_traits, judge
from rashomon.extract.account_traits import Told
from rashomon.extract.heads import Role
from rashomon.extract.passages import Passage
from rashomon.extract.triggers import Trigger
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId
from rashomon.model.value import Target, Victim

WORDS = "Rebels bombed the mill; a van stood near the market."


def passage(chance: float, index: int = 0) -> Passage:
    """Return a sentence that the heads hold to be a bombing with this chance."""
    return Passage(
        index=index,
        paragraph=0,
        span=Span(0, len(WORDS)),
        words=WORDS,
        triggers=(Trigger(Span(7, 13), IncidentType.BOMBING, 1.0),),
        times=(),
        toponyms=(),
        counts=(),
        statements=(),
        unreal=False,
        kinds={"bombing": chance, "attack": 0.0, "kidnapping": 0.0, "arson": 0.0},
    )


def target(name: str, **changes: object) -> Claim:
    """Return the claim that a thing of the sentence was the target."""
    start = WORDS.index(name)
    claim = Claim(
        id=ClaimId(name),
        document_id=DocumentId("d"),
        attribute=Attribute.TARGET,
        value=Target(name=name),
        span=Span(start, start + len(name)),
        speaker=None,
        stance=Stance.ASSERTS,
        cue=None,
        extractor="heads.target",
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def told(
    *claims: Claim,
    chance: float = 1.0,
    kind: IncidentType = IncidentType.BOMBING,
    roles: tuple[Role, ...] = (),
) -> Told:
    """Return an account of one sentence in a report of five."""
    sentence = passage(chance)
    account = Account(
        id=AccountId("a"),
        document_id=DocumentId("d"),
        type=kind,
        prominence=Prominence.MAIN,
        span=sentence.span,
        claims=claims,
    )
    report = [sentence, *(passage(0.0, n) for n in range(1, 5))]
    return Told(account, [sentence], report, roles, date(2024, 5, 2))


def no_grammar(_: Span) -> None:
    """Know nothing of how words hang together."""


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by two traits only: the heads' chance, and their score of a name."""
    tables = {
        "accounts": {judge.CONSTANT: -2.0, "best": 4.0},
        "claims": {judge.CONSTANT: -3.0, "score": 6.0},
    }
    monkeypatch.setattr(judge, "weights", tables.__getitem__)


@pytest.mark.usefixtures("strict")
def test_an_account_that_nothing_speaks_for_is_not_told() -> None:
    """Where the heads see no bombing, a word alone makes none."""
    assert judge.settled(told(chance=0.0), no_grammar) is None
    assert judge.settled(told(chance=1.0), no_grammar) is not None


@pytest.mark.usefixtures("strict")
def test_a_kind_that_the_heads_do_not_know_is_not_doubted() -> None:
    """Of drones the heads know nothing, so their silence says nothing."""
    strike = told(chance=0.0, kind=IncidentType.DRONE_STRIKE)
    assert judge.settled(strike, no_grammar) == strike.account


@pytest.mark.usefixtures("strict")
def test_what_is_told_in_so_many_words_is_not_doubted() -> None:
    """ "The raid of January 24" is one more, whatever the heads make of the sentence."""
    passing = told(chance=0.0)
    assert judge.settled(passing, no_grammar) is None
    assert judge.settled(replace(passing, certain=True), no_grammar) is not None


@pytest.mark.usefixtures("strict")
def test_an_unlikely_name_goes_and_the_likeliest_of_its_attribute_stays() -> None:
    """The van is no target beside the mill; alone it stays."""
    mill, van = target("mill"), target("van")
    seen = Role(mill.span, "target", 0.9)
    both = judge.settled(told(mill, van, roles=(seen,)), no_grammar)
    alone = judge.settled(told(van), no_grammar)
    assert both is not None
    assert alone is not None
    assert both.claims == (mill,)
    assert alone.claims == (van,)


@pytest.mark.usefixtures("strict")
def test_what_names_nothing_is_not_judged() -> None:
    """A victim without a name, a denied target and an explicit blame stand."""
    nameless = target(
        "market", attribute=Attribute.VICTIM, value=Victim(description="market")
    )
    denied = target("van", stance=Stance.DENIES)
    blamed = target("mill", extractor="agency.blamed")
    account = judge.settled(told(nameless, denied, blamed), no_grammar)
    assert account is not None
    assert account.claims == (nameless, denied, blamed)


def test_every_weight_is_of_a_trait_that_is_read() -> None:
    """A renamed trait would silently count for nothing."""
    seen = told(target("mill"), roles=(Role(Span(7, 13), "weapon", 0.9),))
    traits = account_traits.of(seen)
    named = claim_traits.of(seen, traits, lambda _: ("dobj", "VERB"))
    families = ("type.", "kind.", "kind_of.", "weapon.", "reader.", "is.", "under.", "attribute.")  # fmt: skip
    by_attribute = tuple(f"{a.value}:" for a in claim_traits.ROLE_OF)
    known = {*traits, *named[ClaimId("mill")], judge.CONSTANT, "age", "dated"}
    for judged in ("accounts", "claims"):
        for trait in judge.weights(judged):
            assert trait in known or trait.startswith((*families, *by_attribute)), trait


def test_the_chance_of_an_incident_grows_with_what_the_heads_see() -> None:
    """The shipped weights believe a sentence that the heads are sure of more."""
    sure, unsure = (account_traits.of(told(chance=c)) for c in (1.0, 0.0))
    assert judge.chance("accounts", sure) > judge.chance("accounts", unsure)
