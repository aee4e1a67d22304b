"""Who says what, in invented reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Attribution, Stance

Find = Callable[..., list[Attribution]]
Voice = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Rescuers said on Monday that two people had died in Velmora.",
            "two people had died",
            "Rescuers",
        ),
        (
            "Two people were killed and six were hurt, Regional governor Petr Ostrov "
            "said on Telegram.",
            "Two people were killed",
            "Petr Ostrov",
        ),
        (
            "According to the Velmora Gazette, the depot burned all night.",
            "the depot burned",
            "Velmora Gazette",
        ),
        (
            "The depot burned all night, according to the Emergency Service.",
            "The depot burned",
            "Emergency Service",
        ),
        (
            '"Nobody was hurt. The roof is gone," said Mara Lind, who heads the clinic.',
            "Nobody was hurt",
            "Mara Lind",
        ),
        (
            "Of the attackers, he said, one fled. But first the police spokesman Olan "
            "Tarr told reporters that three men had come.",
            "three men had come",
            "Olan Tarr",
        ),
        (
            "The strike was confirmed by the defence ministry.",
            "The strike",
            "defence ministry",
        ),
        (
            "There were casualties in the yard, tweeted Dana Holt.",
            "There were casualties",
            "Dana Holt",
        ),
    ],
)
def test_the_words_of_a_source_are_given_to_it(
    voice: Voice, text: str, words: str, speaker: str
) -> None:
    """Direct, indirect, inverted and passive reports all name their speaker."""
    assert voice(text, words) == speaker


def test_the_outlet_s_own_words_have_no_speaker(find: Find) -> None:
    """A plain report holds no attribution at all."""
    assert find("A bomb went off in Velmora on Friday. Two people died.") == []


def test_an_interrupted_quotation_is_two_contents_with_one_cue(find: Find) -> None:
    """Both halves carry the cue that stands between them."""
    text = '"The bridge is closed," she said, "and it will stay closed for a week."'
    found = find(text)
    assert {a.content.of(text).strip('",') for a in found} == {
        "The bridge is closed",
        "and it will stay closed for a week.",
    }
    assert len({a.cue for a in found}) == 1


def test_a_quotation_with_no_cue_goes_on_with_the_speaker_before_it(
    voice: Voice,
) -> None:
    """The second quoted sentence is the first one's speaker's."""
    text = (
        '"We heard one blast," said Ilya Grom. "Then the windows broke in the street."'
    )
    assert voice(text, "Then the windows broke") == "Ilya Grom"


def test_a_figure_right_after_a_tag_is_the_same_speaker_s(voice: Voice) -> None:
    """A short sentence on people harmed continues what the police said."""
    text = "Two people died in the blast, police said. Another 14 were injured."
    assert voice(text, "Another 14 were injured") == "police"


def test_who_is_quoted_at_second_hand_is_the_speaker(voice: Voice) -> None:
    """An agency that cites a ministry passes the ministry's words on."""
    text = "The agency Norna reported that six died, citing the health ministry."
    assert voice(text, "six died") == "health ministry"


def test_a_tag_in_the_middle_reports_both_sides(voice: Voice) -> None:
    """What follows the tag after a comma is content too."""
    text = "One man fled, the mayor told reporters, and three were shot dead."
    assert voice(text, "three were shot") == voice(text, "One man fled") == "mayor"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Officials said that the depot was hit.", Stance.ASSERTS),
        ("The army denied any involvement in the attack.", Stance.DENIES),
        ("The mayor rejected the account of the witnesses.", Stance.DENIES),
        ("Police could not confirm how many people had died.", Stance.DOUBTS),
        ("Officials said it was unclear who had fired.", Stance.DOUBTS),
        ("It is unclear whether anybody was inside.", Stance.DOUBTS),
    ],
)
def test_the_cue_decides_the_stance(find: Find, text: str, stance: Stance) -> None:
    """Denials deny, what is left open is doubted, the rest is asserted."""
    assert {a.stance for a in find(text)} == {stance}


def test_hearsay_has_a_cue_and_no_source(find: Find) -> None:
    """Words such as "is believed to" name nobody."""
    found = find("The driver is believed to have fled the town.")
    assert found
    assert all(a.source is None and a.speaker is None and a.cue for a in found)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Police: two killed in Velmora blast", "two killed", "Police"),
        ("Two drones hit the bridge - officials", "Two drones", "officials"),
        ("Two killed in blast, police say", "Two killed", "police"),
        ("Grom: “We did it. It was us.”", "It was us", "Grom"),
        ("Prison fire in Velmora: two killed", "two killed", None),
    ],
)
def test_a_headline_names_who_says_it(
    voice: Voice, text: str, words: str, speaker: str | None
) -> None:
    """A source before a colon or after a dash; a mere topic is none."""
    assert voice(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker", "language"),
    [
        (
            "Два человека погибли при пожаре, сообщил губернатор Пётр Остров.",
            "Два человека погибли",
            "Пётр Остров",
            "ru",
        ),
        (
            "По словам Марии Линд, в доме никого не было.",
            "в доме никого не было",
            "Марии Линд",
            "ru",
        ),
        (
            "Міністерство оборони заявило, що склад знищено.",
            "склад знищено",
            "Міністерство оборони",
            "uk",
        ),
        (
            "Laut Polizei wurden drei Menschen verletzt.",
            "drei Menschen verletzt",
            "Polizei",
            "de",
        ),
        (
            "Según la policía, murieron dos personas.",
            "murieron dos",
            "la policía",
            "es",
        ),
    ],
)
def test_other_languages_are_read_by_pattern(
    voice: Voice, text: str, words: str, speaker: str, language: str
) -> None:
    """The commonest shapes of each language name their source."""
    assert voice(text, words, language) == speaker


def test_a_language_outside_the_table_gives_nothing(find: Find) -> None:
    """An unknown language is passed over, not guessed at."""
    assert find("Zwei Leute, so heisst es.", "xx") == []


def test_contents_and_cues_lie_inside_the_text(find: Find) -> None:
    """Every span of every attribution points into the text."""
    text = (
        "Police said two men ran. «Нет», he wrote: “They had gone.” Officials say so."
    )
    for found in find(text):
        for span in (found.content, found.source, found.cue):
            assert span is None or (span.end <= len(text) and span.of(text).strip())


def test_who_denies_one_thing_does_not_deny_the_next(voice: Voice) -> None:
    """A sentence after a denial is the outlet's own, and so is what was in January."""
    text = (
        "The Northern Front denied involvement. In January, a grenade wounded four"
        " people in Velmora."
    )
    assert voice(text, "wounded four people") is None
    text = "Two people died, police said. In January, a grenade wounded four people."
    assert voice(text, "wounded four people") is None


def test_a_dateline_says_nothing(find: Find) -> None:
    """ "ALTON, Kan. –" is where it was written."""
    text = "ALTON, Kan. – A man who had fought abroad was shot dead on Friday, police said."
    sources = {a.source.of(text) for a in find(text) if a.source}
    assert not any("ALTON" in source for source in sources)
