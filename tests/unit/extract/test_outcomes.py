"""How an attack is said to have ended."""

from __future__ import annotations

import pytest

from rashomon.extract.outcomes import find, rebuttals
from rashomon.model.claim import Stance
from rashomon.model.value import Outcome


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The drone was shot down near the river.", Outcome.INTERCEPTED),
        ("Air defences downed all four.", Outcome.INTERCEPTED),
        ("One was lost to electronic jamming.", Outcome.JAMMED),
        ("Debris fell on a garage.", Outcome.CRASHED),
        ("The bomb did not explode.", Outcome.FAILED),
        ("A missile slammed into the hall.", Outcome.HIT),
        ("The depot is on fire.", Outcome.HIT),
        ("A unit at the plant caught fire.", Outcome.HIT),
        ("Drones set the old grain terminal ablaze.", Outcome.HIT),
    ],
)
def test_english_outcomes(sentence: str, outcome: Outcome) -> None:
    """Each way an attack can end has its words."""
    assert outcome in {s.value for s in find(sentence, "en")}


def test_a_denied_attack_is_a_denied_hit() -> None:
    """ "No one attacked" says that it was not a hit."""
    (statement,) = find("No one attacked the base, the ministry said.", "en")
    assert (statement.value, statement.stance) == (Outcome.HIT, Stance.DENIES)


def test_dismissing_an_account_denies_what_it_said() -> None:
    """A rebuttal denies the outcome that the other speaker had stated before."""
    text = (
        "The mayor said it was shot down. She dismissed the mayor's account as false."
    )
    (rebuttal,) = rebuttals(text, find(text, "en"))
    assert (rebuttal.value, rebuttal.stance) == (Outcome.INTERCEPTED, Stance.DENIES)


def test_nothing_to_rebut_is_no_rebuttal() -> None:
    """Dismissing an account of nothing denies nothing."""
    assert rebuttals("He rejected the claims of his rival.", []) == []


def test_russian_jamming() -> None:
    """Electronic warfare is read in Russian too."""
    assert {s.value for s in find("Дрон подавили средствами РЭБ.", "ru")} == {
        Outcome.JAMMED
    }


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("ru", "Под вагоном сработало взрывное устройство.", Outcome.HIT),
        ("ru", "Поврежден цех завода.", Outcome.HIT),
        ("uk", "Апарат поцілив у склад.", Outcome.HIT),
        ("uk", "Міст злетів у повітря.", Outcome.HIT),
        ("uk", "Уламки впали на подвір'я.", Outcome.CRASHED),
    ],
)
def test_outcomes_in_russian_and_ukrainian(
    language: str, text: str, outcome: Outcome
) -> None:
    """A charge that went off, what is damaged, what fell."""
    assert [s.value for s in find(text, language)] == [outcome]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Повреждений нет, ПВО сработала."),
        ("ru", "Здание не повреждено."),
        ("uk", "Пошкоджень немає."),
    ],
)
def test_no_damage_is_no_hit(language: str, text: str) -> None:
    """What is not damaged was not hit."""
    assert find(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("ru", "На складе начался пожар.", Outcome.HIT),
        ("ru", "Дрон ударил по цеху.", Outcome.HIT),
        ("ru", "Под вагоном сработало взрывное устройство.", Outcome.HIT),
        ("ru", "Бомба не сработала.", Outcome.FAILED),
        ("uk", "Уламки впали на дах.", Outcome.CRASHED),
        ("uk", "Безпілотник поцілив у цех.", Outcome.HIT),
    ],
)
def test_outcomes_abroad(language: str, text: str, outcome: Outcome) -> None:
    """What was set on fire was hit; what fell down crashed."""
    assert find(text, language)[0].value is outcome


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Введено план «Перехоплення»."), ("ru", "Ракета-перехватчик упала.")],
)
def test_a_police_plan_intercepts_nothing(language: str, text: str) -> None:
    """Nor does the name of a missile."""
    assert find(text, language) == []
