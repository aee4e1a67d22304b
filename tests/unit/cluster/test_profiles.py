"""What comparing needs to know of an account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.cluster import profiles
from rashomon.cluster.profiles import Profile
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    Victim,
    When,
    Where,
)

MakeProfile = Callable[..., Profile]
TEXT = (
    "On Friday a drone hit the tile works of Verin again, mayor Ana Dol of Sandor said."
)
FRIDAY = When(date(2024, 5, 3), date(2024, 5, 3), TimePrecision.DAY)
MAY = When(date(2024, 5, 1), date(2024, 5, 31), TimePrecision.MONTH)


def claim(attribute: Attribute, value: Value, reader: str = "rules") -> Claim:
    """Return a claim over the first words."""
    return Claim(
        id=ClaimId(f"clm_{attribute}_{value}"),
        document_id=DocumentId("doc_a"),
        attribute=attribute,
        value=value,
        span=Span(0, 9),
        extractor=reader,
    )


def profiled(*claims: Claim, basis: DateBasis = DateBasis.GIVEN) -> Profile:
    """Return the profile of an account of those claims."""
    document = Document(
        id=DocumentId("doc_a"), text=TEXT, raw_sha256="0" * 64, origin="a.txt",
        published=Published("2024-05-04", basis), language="en",
    )  # fmt: skip
    account = Account(
        id=AccountId("acc_a"), document_id=document.id, type=IncidentType.DRONE_STRIKE,
        prominence=Prominence.MAIN, span=Span(0, len(TEXT)), claims=claims,
    )  # fmt: skip
    return profiles.profile(account, document, FamilyId("fam_a"), str.casefold)


def test_the_narrowest_day_is_the_accounts_day() -> None:
    """A month beside a day adds nothing."""
    found = profiled(claim(Attribute.DATE, MAY), claim(Attribute.DATE, FRIDAY))
    assert found.when == FRIDAY


def test_a_weekday_under_a_crawlers_stamp_is_weak() -> None:
    """The same weekday under a given date is firm, and so is a written date."""
    weekday = claim(Attribute.DATE, FRIDAY, "dates.weekday")
    written = claim(Attribute.DATE, FRIDAY, "dates.date")
    assert profiled(weekday, basis=DateBasis.STAMP).weak_date
    assert not profiled(weekday, basis=DateBasis.GIVEN).weak_date
    assert not profiled(written, basis=DateBasis.STAMP).weak_date


def test_the_finest_place_is_the_accounts_place() -> None:
    """A town rather than its country."""
    town = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT")
    country = Where("Italy", GeoPrecision.COUNTRY, Point(42.0, 12.5), "IT")
    found = profiled(claim(Attribute.PLACE, country), claim(Attribute.PLACE, town))
    assert found.place == town


def test_only_whole_figures_are_tolls() -> None:
    """A part, a vague word and a figure that is denied do not count."""
    found = profiled(
        claim(Attribute.KILLED, Count(5, 5)),
        claim(Attribute.KILLED, Count(2, 2, scope="children")),
        claim(Attribute.KILLED, Count(3, None, vague=True)),
    )
    assert found.killed == {5}


def test_what_is_denied_is_not_of_the_profile() -> None:
    """Silence and denial are both no evidence of sameness."""
    denied = Claim(
        id=ClaimId("clm_d"), document_id=DocumentId("doc_a"), attribute=Attribute.DATE,
        value=FRIDAY, span=Span(0, 9), stance=Stance.DENIES,
    )  # fmt: skip
    assert profiled(denied).when is None


def test_once_more_is_noticed() -> None:
    """The passage says that the works were hit again."""
    assert profiled().repeats is False
    again = TEXT.replace("hit the tile works of Verin again", "again hit the works")
    assert profiles._REPEATS.search(again)


def test_names_inside_sentences_are_kept_in_one_spelling() -> None:
    """Their stems, so that inflected and romanised forms meet."""
    found = profiled().names
    assert {"verin", "sandor"} <= found
    assert "drone" not in found


def test_what_is_common_needs_a_pile(makes: MakeProfile) -> None:
    """Among a few accounts nobody can say which name is rare."""
    few = [makes(str(i), names=frozenset({"verin"})) for i in range(10)]
    assert profiles.survey(few) == profiles.UNKNOWN_PILE
    many = [
        makes(
            str(i),
            names=frozenset({"osbrig", "verin" if i < 2 else f"n{i}"}),
            words=("drone", f"w{i}"),
        )
        for i in range(100)
    ]
    pile = profiles.survey(many)
    assert pile.name_bits("verin") > 3
    assert pile.name_bits("osbrig") == 0
    rare, common, unheard = (
        pile.summed(frozenset({word})) for word in ("w7", "drone", "unheard")
    )
    assert unheard == rare > common > 0


def test_a_proper_name_makes_a_facility() -> None:
    """A thing of a kind is a target and no facility."""
    found = profiled(
        claim(Attribute.TARGET, Target("Cupola works")),
        claim(Attribute.TARGET, Target("oil depot")),
        claim(Attribute.VICTIM, Victim("the baker", name="Ana Dol")),
    )
    assert found.facilities == {"cupola works"}
    assert found.targets == {"cupola works", "oil depot"}
    assert found.victims == {"ana dol"}


def test_a_profile_knows_the_days_that_its_report_tells_apart() -> None:
    """Those of what else was there; not its own, nor those of another town."""
    here = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", None, 1)
    far = Where("Sandor", GeoPrecision.SETTLEMENT, Point(45.5, 12.25), "IT", None, 2)

    def told(name: str, when: Value, where: Where) -> Account:
        claims = (claim(Attribute.DATE, when), claim(Attribute.PLACE, where))
        return Account(
            id=AccountId(name), document_id=DocumentId("doc_a"),
            type=IncidentType.FIRE, prominence=Prominence.BACKGROUND,
            span=Span(0, 9), claims=claims,
        )  # fmt: skip

    document = Document(
        id=DocumentId("doc_a"), text=TEXT, raw_sha256="0" * 64, origin="a.txt",
        published=Published("2024-05-04", DateBasis.GIVEN), language="en",
    )  # fmt: skip
    monday = Unanchored("XXXX-WXX-1")
    beside = [
        told("acc_a", monday, here),
        told("acc_b", FRIDAY, here),
        told("acc_c", Unanchored("XXXX-04-24"), far),
        told("acc_d", MAY, here),
    ]
    found = profiles.profile(
        beside[0], document, FamilyId("fam_a"), str.casefold, beside
    )
    assert found.open_days == {"XXXX-WXX-1"}
    assert found.days_apart == {"2024-05-03"}
