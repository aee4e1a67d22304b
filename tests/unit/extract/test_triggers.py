"""What counts as a word that tells of an incident."""

from __future__ import annotations

import itertools

import pytest

from rashomon.extract.triggers import find, is_unreal, weighed
from rashomon.model.account import IncidentType
from rashomon.model.document import Span


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A drone strike set the depot alight.", IncidentType.DRONE_STRIKE),
        ("Two rockets hit the square.", IncidentType.MISSILE_STRIKE),
        ("A suicide bomber struck the mosque.", IncidentType.SUICIDE_BOMBING),
        ("A man drove a van into a crowd of shoppers.", IncidentType.VEHICLE_ATTACK),
        ("Three teenagers were stabbed in the park.", IncidentType.STABBING),
        ("Gunmen opened fire on the bus.", IncidentType.SHOOTING),
        ("The helicopter was shot down.", IncidentType.INTERCEPTION),
        ("Militants kidnapped a priest.", IncidentType.KIDNAPPING),
        (
            "They launched 90 drones in two waves at the port.",
            IncidentType.DRONE_STRIKE,
        ),
        ("Six missiles were fired.", IncidentType.MISSILE_STRIKE),
    ],
)
def test_a_telling_word_gives_its_type(sentence: str, kind: IncidentType) -> None:
    """The specific pattern wins over the general one at the same place."""
    assert kind in {trigger.type for trigger in find(sentence, "en")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Railway workers are on strike over pay.",
        "The ceasefire holds.",
        "Firefighters were praised by the mayor.",
        "He died of a heart attack, his agent told us of the heart attack.",
        "The film shooting begins in May.",
    ],
)
def test_other_meanings_are_left_alone(sentence: str) -> None:
    """A labour dispute, a truce and a film are no incidents."""
    hard = [t for t in find(sentence, "en") if t.type is not IncidentType.KILLING]
    assert hard == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Взрыв прогремел на складе.", "ru"),
        ("Унаслідок обстрілу загинули двоє.", "uk"),
        ("Ракета упала на автобусный парк.", "ru"),
        ("Ракета влучила в депо.", "uk"),
        ("Bei einem Bombenanschlag starben zwei Menschen.", "de"),
        ("Un ataque con misiles destruyó la escuela.", "es"),
    ],
)
def test_other_languages_have_triggers(sentence: str, language: str) -> None:
    """A report that is not in English is read too."""
    assert find(sentence, language)


def test_triggers_do_not_overlap() -> None:
    """One place of the text tells of one thing."""
    found = find("A drone strike and a missile strike hit the drone factory.", "en")
    for left, right in itertools.pairwise(found):
        assert left.span.end <= right.span.start


def test_a_drill_is_unreal() -> None:
    """A sentence about an exercise tells of nothing that happened."""
    assert is_unreal("In the exercise a tank explodes.", "en")
    assert not is_unreal("A tank exploded at noon.", "en")


def test_a_plot_and_a_rumour_are_unreal() -> None:
    """What is plotted, or rumoured, did not happen by being told so."""
    assert is_unreal("They uncovered a plot to kill the mayor.", "en")
    assert is_unreal("Rumors circulating of a bombing are false.", "en")
    assert is_unreal("The report of a blast is unfounded.", "en")
    assert not is_unreal("The mayor was killed on his plot of land.", "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "The doctors' strike goes into its third week.",
        "Miners began an indefinite strike over their wages.",
        "Small shops were hit hardest.",
        "The mayor ruled out arson.",
    ],
)
def test_a_stoppage_and_what_is_ruled_out_are_no_incidents(sentence: str) -> None:
    """The words of an attack in other company."""
    assert not find(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The coach plunged off a bridge.", IncidentType.ACCIDENT),
        ("A lorry overturned near Alton.", IncidentType.ACCIDENT),
        ("Market fire guts Alton's old town.", IncidentType.FIRE),
    ],
)
def test_accidents_and_fires_by_their_verbs(sentence: str, kind: IncidentType) -> None:
    """How vehicles come to grief, and what fires do."""
    assert kind in {t.type for t in find(sentence, "en")}


def test_what_soldiers_practised_is_unreal() -> None:
    """No missile flew."""
    assert is_unreal("Crews practised repelling a missile attack.", "en")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A boy was hit by a car and died.", IncidentType.ACCIDENT),
        ("Two lorries collided on the ring road.", IncidentType.ACCIDENT),
        ("A bus plunged into a ravine.", IncidentType.ACCIDENT),
        ("The driver died in a crash.", IncidentType.ACCIDENT),
        ("Warplanes of the coalition bombed a hall.", IncidentType.AIR_STRIKE),
        ("Army helicopters strafed a monastery.", IncidentType.AIR_STRIKE),
        ("Drones killed two people at the port.", IncidentType.DRONE_STRIKE),
        ("The body of a woman was found in a canal.", IncidentType.KILLING),
    ],
)
def test_accidents_and_what_forces_did(sentence: str, kind: IncidentType) -> None:
    """By what hit whom, whatever stands between."""
    assert kind in {trigger.type for trigger in find(sentence, "en")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Crews cut through the downed branches.",
        "A downed power line blocked the road.",
        "The medical workers' strike goes on.",
        "The strike by cabin crew begins on Monday.",
        "The two sides struck a deal.",
        "Prices hit a record.",
    ],
)
def test_other_senses_tell_of_nothing(sentence: str) -> None:
    """Trees, stoppages, bargains and records."""
    assert find(sentence, "en") == []


def test_a_car_bomb_is_no_accident() -> None:
    """ "Hit by a car bomb" is not "hit by a car"."""
    kinds = {t.type for t in find("The convoy was hit by a car bomb.", "en")}
    assert IncidentType.ACCIDENT not in kinds
    assert IncidentType.BOMBING in kinds


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Two men broke into the shop and stole jewels.", False),
        ("Two men beat the guard with clubs.", True),
    ],
)
def test_a_theft_is_no_attack_to_the_heads_alone(sentence: str, held: bool) -> None:
    """The heads never read of thefts."""
    span = Span(0, len(sentence))
    made = weighed(sentence, [], [span], [{"attack": 0.9}])
    assert bool(made) is held


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("Drones attacked the harbour.", 2.0),
        ("Terrorist attacks were on their minds.", 1.0),
    ],
)
def test_the_heads_do_not_doubt_what_they_never_read_of(
    sentence: str, weight: float
) -> None:
    """They learnt on reports in which nothing flew without a pilot."""
    span = Span(0, len(sentence))
    made = weighed(sentence, find(sentence, "en"), [span], [{"attack": 0.0}])
    assert max(t.weight for t in made) == weight


@pytest.mark.parametrize(
    ("sentence", "language", "kind"),
    [
        ("Amokfahrt in der Altstadt", "de", IncidentType.VEHICLE_ATTACK),
        ("L'engin a explosé devant la mairie.", "fr", IncidentType.BOMBING),
        ("Des hommes armés sont arrivés.", "fr", IncidentType.ATTACK),
        ("Hubo disturbios en el puerto.", "es", IncidentType.RIOT),
        ("На складе сработало СВУ.", "ru", IncidentType.BOMBING),
        ("По порту прилетело два снаряда.", "ru", IncidentType.SHELLING),
        ("Потяг злетів у повітря.", "uk", IncidentType.EXPLOSION),
    ],
)
def test_words_of_other_languages(
    sentence: str, language: str, kind: IncidentType
) -> None:
    """Where no heads read, words alone tell."""
    assert kind in {t.type for t in find(sentence, language)}


def test_words_that_only_begin_alike() -> None:
    """A Protestant church is no protest, and a pupil no exercise."""
    assert not find("une église protestante", "fr")
    assert not is_unreal("Бывший ученик пришел с ружьем.", "ru")
    assert is_unreal("Прошли учения спасателей.", "ru")
