"""Where a source and its words begin and end, in invented reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Voice = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Thirty people were hurt, nine of them miners, said Petr Ostrov, mayor of "
            "Velmora.",
            "Thirty people were hurt",
            "Petr Ostrov",
        ),
        (
            '"Six miners were killed, another 9 have burns, two women among them," '
            "Petr Ostrov, head of the rescue team, said.",
            "Six miners were killed",
            "Petr Ostrov",
        ),
        (
            "The council spoke of 7 people killed and 15 wounded, apparently with the "
            "driver counted among the latter.",
            "15 wounded",
            "council",
        ),
        (
            '"Four dead, that is what we have confirmed here", a doctor at the clinic, '
            "who asked us to leave out her name, told Norna.",
            "Four dead",
            "doctor at the clinic",
        ),
        (
            "Six boats sank off the coast, the Norland Rescue Service (NRS) said on Monday.",
            "Six boats sank",
            "Norland Rescue Service (NRS)",
        ),
        (
            "Charges of this kind had been found in May, when a bridge fell; a Norland "
            "official said at the time that it looked like sabotage.",
            "it looked like sabotage",
            "Norland official",
        ),
    ],
)
def test_the_source_is_the_noun_at_the_verb(
    voice: Voice, text: str, words: str, speaker: str
) -> None:
    """A figure beside a tag, or whoever is told something, is no source."""
    assert voice(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The pit burned, Petr Ostrov said. He later raised his toll to 13, with "
            "39 injured.",
            "39 injured",
            "Petr Ostrov",
        ),
        (
            "Lena Marsh, a nurse there, gave 12 dead and 58 injured.",
            "58 injured",
            "Lena Marsh",
        ),
        (
            "Two more people have died, raising the toll to 91.",
            "the toll to 91",
            None,
        ),
    ],
)
def test_who_gives_a_toll_says_all_its_figures(
    voice: Voice, text: str, words: str, speaker: str | None
) -> None:
    """The figures run to the end of the clause; deaths that raise a toll say nothing."""
    assert voice(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        (
            "The blast that killed four people at a quay in Velmora was claimed by the "
            "Northern Front.",
            "killed four people",
        ),
        (
            "The Northern Front says it had no part in the shelling of a ferry in "
            "which 27 people drowned.",
            "27 people",
        ),
    ],
)
def test_who_owns_an_attack_does_not_tell_its_toll(
    voice: Voice, text: str, toll: str
) -> None:
    """The outlet says what the attack did."""
    assert voice(text, toll) is None


def test_a_toll_inside_what_is_claimed_is_the_claimant_s(voice: Voice) -> None:
    """A sentence of one's own deed tells its toll too."""
    text = "The Northern Front claimed that it had killed nine soldiers in Velmora."
    assert voice(text, "killed nine soldiers") == "Northern Front"


def test_a_statement_that_goes_on_is_whose_it_was(voice: Voice) -> None:
    """The tag "the statement goes on" is one, and the next figure follows it."""
    text = (
        "Armed men came in, Velmora police said in a statement.\n\n"
        "Thirty people were struck, the statement goes on. Twelve were dead when "
        "help came."
    )
    assert voice(text, "Thirty people") == "Velmora police"
    assert voice(text, "Twelve were dead") == "Velmora police"


def test_a_headline_s_abbreviation_is_a_source_where_the_text_explains_it(
    voice: Voice,
) -> None:
    """Without the text's word for it, the end of a headline may be anything."""
    line = "Four boats sunk in one night - NRA"
    told = f"{line}\n\nThe Norland Rescue Agency (NRA) counted them."
    assert voice(told, "Four boats sunk") == "Norland Rescue Agency (NRA)"
    assert voice(f"{line}\n\nThey were counted.", "Four boats sunk") is None


@pytest.mark.parametrize(
    ("text", "words", "speaker", "language"),
    [
        (
            "Убиты 15 рыбаков, это команды двух судов, сообщили в Портовом комитете. Раненых 24, в том числе "
            "двое детей.",
            "Раненых 24",
            "Портовом комитете",
            "ru",
        ),
        (
            "До этого управление порта молчало. Ранее МЧС сообщало о шести погибших.",
            "о шести погибших",
            "МЧС",
            "ru",
        ),
        (
            "Первые слухи были о трех погибших.",
            "о трех погибших",
            None,
            "ru",
        ),
        (
            "Неофициально говорят о семи раненых.",
            "о семи раненых",
            None,
            "ru",
        ),
        (
            "Уже 57 человек пострадали. Эту цифру назвал в Telegram мэр Пётр Остров.",
            "57 человек",
            "Пётр Остров",
            "ru",
        ),
        (
            "Задержан водитель. Об этом в среду, 8 мая, рассказала Мария Линд.",
            "Задержан водитель",
            "Мария Линд",
            "ru",
        ),
        (
            "Шестеро рибалок загинули — такі дані оприлюднив Портовий комітет станом "
            "на ранок.",
            "Шестеро рибалок загинули",
            "Портовий комітет",
            "uk",
        ),
        (
            "Острів написав про вибух. Кулешенко додав, що є жертви. Обстріл він "
            "назвав ударом по порту.",
            "ударом по порту",
            "Кулешенко",
            "uk",
        ),
    ],
)
def test_russian_and_ukrainian_reports(
    voice: Voice, text: str, words: str, speaker: str | None, language: str
) -> None:
    """When something was said is not who said it, and a noun of saying is no verb."""
    assert voice(text, words, language) == speaker
