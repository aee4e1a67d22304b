"""Clutter goes, prose stays, and what is kept can be found in the raw text."""

from __future__ import annotations

import pytest

from rashomon.clean.text import RULES, clean, one_line, rule_against

CLUTTER = {
    "cookies": ("We use cookies to improve this site.", "Мы используем cookie."),
    "comments": ("Leave a comment", "Required fields are marked *", "Комментарии (12)"),
    "copyright": (
        "© 2024 Harbour Gazette",
        "All rights reserved",
        "Все права защищены",
    ),
    "read_also": ("Read also: Fire in Tolm", "Читайте также", "Lesen Sie auch: Brand"),
    "share": ("Share this article", "Facebook Twitter Telegram", "Поделиться"),
    "subscribe": ("Subscribe to our channel", "Подписывайтесь на канал", "Підпишіться"),
    "breadcrumb": ("Home » World » Strikes", "Главная / Новости"),
    "tags": ("Tags: Verin, bakery", "#verin #drone", "Теги: Верин"),
    "navigation": ("Skip to main content", "Advertisement", "Реклама"),
    "typo_notice": ("Увидели опечатку? Выделите её.", "Press Ctrl+Enter to report it"),
    "views": ("Views: 120", "Просмотров: 7", "Переглядів: 9"),
    "reading_time": ("3 min read", "2 мин. чтения", "4 хв читати"),
}
PROSE = (
    "A drone hit a bakery in Verin, and the mayor said the news spread quickly.",
    "Share prices in Verin fell after the strike.",
    "Related to the mayor by marriage, Ivo Karr led the police.",
    "Home owners in Verin were told to leave.",
    "The search for survivors went on until the morning.",
    "Read aloud in court, the letter blamed the army.",
    "Supporters of the ministry gathered in the square.",
    "Беспилотник упал на пекарню в Верине, погибли два человека.",
    "Новости о взрыве пришли в город ночью.",
    "Главная дорога в Верин закрыта.",
    "Безпілотник влучив у пекарню у Верині, двоє людей загинули.",
    "Мешканці почули вибух о третій ночі.",
    "Eine Drohne traf in der Nacht eine Bäckerei in Verin, zwei Menschen starben.",
    "Die Polizei sucht nach Zeugen.",
)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_leaves_its_clutter_out(name: str) -> None:
    """Each rule takes its own lines and is the one that takes them."""
    assert {rule_against(line) for line in CLUTTER[name]} == {name}


@pytest.mark.parametrize("line", PROSE)
def test_prose_stays(line: str) -> None:
    """A sentence is kept whatever word of a rule it has in it."""
    assert rule_against(line) is None


def test_clutter_between_prose_goes() -> None:
    """The lines around it are as they were."""
    raw = f"{PROSE[0]}\nRead also: Fire in Tolm\n{PROSE[4]}\n© 2024 Harbour Gazette\n"
    assert clean(raw, 0).text == f"{PROSE[0]}\n{PROSE[4]}"


def test_a_long_line_is_prose_whatever_it_begins_with() -> None:
    """Only a whole line that is clutter goes; nothing is cut out of one."""
    line = "Subscribe: " + "the mayor read the list of the dead aloud. " * 8
    assert clean(line, 0).text == line.strip()


def test_a_caption_told_twice_is_kept_once() -> None:
    """A short line may be told again, as in a dialogue."""
    assert clean(f"{PROSE[0]}\nNo.\n{PROSE[0]}\nNo.", 0).text == f"{PROSE[0]}\nNo.\nNo."


@pytest.mark.parametrize(
    "mark", ["\x00", "\x07", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\u061c"]
)
def test_control_and_direction_marks_are_removed(mark: str) -> None:
    """They hide words from a reader and from search; the map steps over them."""
    cleaned = clean(f"A dro{mark}ne hit.", 0)
    assert cleaned.text == "A drone hit."
    assert cleaned.offsets.to_raw(4) == 4
    assert cleaned.offsets.to_raw(5) == 6


def test_a_title_in_front_maps_to_nothing() -> None:
    """And what stands behind it maps as before."""
    cleaned = clean("A drone hit.", 0).with_title("Strike")
    assert cleaned.text == "Strike\n\nA drone hit."
    assert cleaned.offsets.to_raw(0) is None
    assert cleaned.offsets.to_raw(8) == 0


def test_a_title_is_one_clean_line() -> None:
    """It comes from the caller or a page, with line breaks and worse."""
    assert one_line(" A\u202e drone\n hit\x00 ") == "A drone hit"
