"""Who is said to have done it, and what they say themselves."""

from __future__ import annotations

import pytest

from rashomon.extract import agency, agency_slavic
from rashomon.extract.actor_words import entity_of
from rashomon.extract.statements import Statement
from rashomon.model.claim import Attribute, Stance
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition


def find(text: str, language: str) -> list[Statement]:
    """Return what a text says of who did it, whatever it is written in."""
    return [*agency.find(text), *agency_slavic.find(text, language)]


def positions(text: str, language: str = "en") -> list[Responsibility]:
    """Return the positions on responsibility read in a text."""
    found = find(text, language)
    return [s.value for s in found if isinstance(s.value, Responsibility)]


def perpetrators(text: str) -> list[Perpetrator]:
    """Return the perpetrators read in a text."""
    return [s.value for s in find(text, "en") if isinstance(s.value, Perpetrator)]


def test_an_adjective_stands_for_its_state() -> None:
    """ "A Ukrainian drone strike" accuses Ukraine."""
    assert [
        p.entity for p in perpetrators("A Ukrainian drone strike hit the port.")
    ] == ["Ukraine"]


def test_a_group_claims_responsibility() -> None:
    """The claimant is speaker and perpetrator at once."""
    found = find("Al-Shabab claimed responsibility for the attack.", "en")
    own = [s for s in found if isinstance(s.value, Responsibility) and s.value.position]
    assert own[0].value == Responsibility("Al-Shabab", ResponsibilityPosition.CLAIMS)
    assert own[0].speaker is not None
    assert own[0].speaker.name == "Al-Shabab"
    assert Attribute.PERPETRATOR in {s.attribute for s in found}


def test_a_denial_is_a_denial() -> None:
    """Whoever denies involvement denies, and says so in the stance."""
    found = find("Pakistan denied any involvement.", "en")
    (denial,) = [s for s in found if isinstance(s.value, Responsibility)]
    assert denial.value == Responsibility("Pakistan", ResponsibilityPosition.DENIES)
    assert denial.stance is Stance.DENIES


@pytest.mark.parametrize(
    "sentence",
    [
        "No group has claimed responsibility.",
        "Nobody has so far claimed the bombing.",
        "There has been no claim of responsibility.",
    ],
)
def test_nobody_claims_is_not_a_denial(sentence: str) -> None:
    """Silence is no comment by an unknown actor, in the outlet's own voice."""
    wanted = Responsibility("unknown", ResponsibilityPosition.NO_COMMENT)
    found = [s for s in find(sentence, "en") if s.value == wanted]
    assert found
    assert found[0].own_voice
    assert found[0].stance is Stance.DOUBTS


def test_silence_of_a_named_side() -> None:
    """ "Kyiv has not commented" is Ukraine's no comment."""
    assert Responsibility("Ukraine", ResponsibilityPosition.NO_COMMENT) in positions(
        "Kyiv has not commented."
    )


def test_an_accusation_has_no_position_of_the_accused() -> None:
    """Blame is somebody else's word: the accused has not spoken."""
    assert Responsibility("Ukraine", None) in positions(
        "Moscow blamed Ukraine for the blast."
    )


def test_russian_silence() -> None:
    """The same is read in Russian."""
    wanted = Responsibility("Ukraine", ResponsibilityPosition.NO_COMMENT)
    assert wanted in positions("В Киеве случившееся не комментировали.", "ru")


def test_entity_of_an_unknown_name_is_unknown() -> None:
    """A name that stands for no state gets none."""
    assert entity_of("the Lakeside Choir") is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The special services of Ukraine carried it out.", "Ukraine"),
        ("The attackers belonged to the PKK, he said.", "PKK"),
        ("Police named John Doe as the main suspect.", "John Doe"),
        ("Russia laid it at the door of the Kyiv regime.", "Ukraine"),
    ],
)
def test_who_is_accused_however_it_is_put(text: str, actor: str) -> None:
    """By the forces of a state, by membership, as a suspect, at whose door."""
    assert Responsibility(actor, None) in positions(text)


def test_the_group_is_the_one_named_before() -> None:
    """ "The group said that it had attacked the mill" is the claim of who was named."""
    said = positions("Hamas is strong there. The group said it had attacked the mill.")
    assert Responsibility("Hamas", ResponsibilityPosition.CLAIMS) in said


def test_a_ministry_stands_for_the_state_of_its_city() -> None:
    """ "The Defense Ministry in Moscow has not commented": Russia has not."""
    said = positions("The Defense Ministry in Moscow has not commented.")
    assert said == [Responsibility("Russia", ResponsibilityPosition.NO_COMMENT)]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("uk", "Російська армія відкрила вогонь по місту.", "Russia"),
        ("ru", "Город атаковали восемь БПЛА ВСУ.", "Ukraine"),
    ],
)
def test_accusations_in_russian_and_ukrainian(
    language: str, text: str, actor: str
) -> None:
    """Whose army or drones attacked."""
    assert Responsibility(actor, None) in positions(text, language)


def test_a_kind_of_attack_names_nobody() -> None:
    """ "A terrorist attack" is no accusation; "militants attacked" is."""
    assert perpetrators("We treat this as a terrorist attack, he said.") == []
    assert [p.name for p in perpetrators("Militants attacked the post.")] == [
        "Militants"
    ]


def test_the_service_is_the_one_named_before() -> None:
    """ "The service did it": whichever was named last, and nobody where none was."""
    named = "A source in the SBU spoke on Monday. It said the service did it."
    assert perpetrators(named) == [Perpetrator("SBU", "Ukraine")]
    assert perpetrators("A source said the service did it.") == []


def test_a_group_named_after_a_people_is_not_their_state() -> None:
    """The Pakistani Taliban are not Pakistan."""
    assert entity_of("Pakistani Taliban") is None
    assert entity_of("Pakistani army") == "Pakistan"


def test_nobody_in_a_capital_has_reacted() -> None:
    """Whose silence it is is said by the place."""
    (silent,) = positions("Nobody in Kyiv had reacted by evening.")
    assert silent == Responsibility("Ukraine", ResponsibilityPosition.NO_COMMENT)


def test_a_strike_that_was_not_done_is_denied() -> None:
    """ "Our artillery did no strikes on the camp", in Ukrainian."""
    text = "Українська артилерія ударів по табору не завдавала."
    stances = {s.stance for s in find(text, "uk") if isinstance(s.value, Perpetrator)}
    assert stances == {Stance.DENIES}


def test_a_denial_behind_a_clause_is_a_denial() -> None:
    """What a group is told to be may stand between its name and its denial."""
    assert Responsibility("Green Front", ResponsibilityPosition.DENIES) in positions(
        "The Green Front, which has fought the state since the 1990s, denied that it had any part in the bombing."
    )


def test_an_adverb_at_the_head_is_no_actor() -> None:
    """ "Meanwhile the army said it had attacked": nobody is called Meanwhile."""
    actors = {p.actor for p in positions("Meanwhile police said they had seized arms.")}
    assert "Meanwhile" not in actors


def test_whose_targets_were_struck_did_not_strike() -> None:
    """Targets are things as often as somebody targets one."""
    struck = perpetrators("Israeli jets struck Hezbollah targets near Tyre.")
    assert [p.entity for p in struck] == ["Israel"]
    aimed = perpetrators("Hezbollah targets a convoy near Tyre.")
    assert [p.name for p in aimed] == ["Hezbollah"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A blast in Pakistan killed ten people.",
        "A gas explosion at a noodle shop in China has killed two.",
        "A suicide bomb in central Turkey has killed 13 soldiers.",
        "An air strike in Syria hit a school.",
    ],
)
def test_a_country_where_it_was_did_not_do_it(sentence: str) -> None:
    """ "In Pakistan killed ten" tells where."""
    assert perpetrators(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In Syria, Turkish jets bombed a village.", "Turkish jets"),
        ("Forces of Russia attacked the port.", "Forces of Russia"),
        ("Two craft of Ukraine attacked the bridge.", "Ukraine"),
        ("The government blamed dissidents of the FARC.", "dissidents of the FARC"),
        ("Police shot dead two protesters outside the hall.", "Police"),
        ("Soldiers opened fire on a minibus.", "Soldiers"),
    ],
)
def test_who_acted_did_it(sentence: str, name: str) -> None:
    """By a state's adjective, its forces, or blame."""
    assert name in {p.name for p in perpetrators(sentence)}


def test_police_who_were_shot_did_not_shoot() -> None:
    """A headline leaves out "were"."""
    assert perpetrators("Two police shot dead in Alton") == []
    assert perpetrators("Soldiers killed in ambush near Alton") == []


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("ru", "Израильская авиация нанесла удар по складу.", "Israel"),
        ("uk", "Росіяни скинули авіабомби на Вельм.", "Russia"),
        ("uk", "Сили оборони уразили склад пального.", "Ukraine"),
        ("ru", "Турецкие самолеты атаковали лагерь.", "Turkey"),
        ("ru", "ЦАХАЛ нанес удар по штабу.", "Israel"),
    ],
)
def test_whose_forces_in_russian_and_ukrainian(
    language: str, text: str, state: str
) -> None:
    """An adjective with its forces, an army by its initials."""
    named = [s.value for s in find(text, language) if isinstance(s.value, Perpetrator)]
    assert [p.entity for p in named] == [state]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        (
            "ru",
            "Ответственность за взрыв взяла на себя «Бригада Вельма».",
            "Бригада Вельма",
        ),
        (
            "ru",
            "Боевики ИГИЛ взяли на себя ответственность за нападение.",
            "Islamic State",
        ),
        ("uk", "Відповідальність за вибух взяв на себе «Талібан».", "Taliban"),
    ],
)
def test_who_took_it_on_themselves_in_russian_and_ukrainian(
    language: str, text: str, actor: str
) -> None:
    """The claimant speaks for itself, and did it."""
    found = find(text, language)
    wanted = Responsibility(actor, ResponsibilityPosition.CLAIMS)
    assert wanted in [s.value for s in found]
    assert {s.speaker.name for s in found if s.speaker} == {actor}
    assert actor in [s.value.name for s in found if isinstance(s.value, Perpetrator)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Tehran pinned that on Israel.", "Israel"),
        ("Fingers were quickly pointed at Boko Haram.", "Boko Haram"),
        ("Norham as a rule blames these ambushes on the TTP.", "TTP"),
        ("He put the blame for the “vile” deed on foreign terrorists.", "foreign terrorists"),
        ("The governor laid the raid at the door of the Allied Democratic Forces.", "Allied Democratic Forces"),
        ("Suspicion soon fell on the Hill separatists.", "Hill separatists"),
        ("It has the hallmarks of Boko Haram.", "Boko Haram"),
        ("An aide said the SBU, as so often, was behind the blast.", "Ukraine"),
        ("It was Hezbollah that shelled the farm.", "Hezbollah"),
        ("A mill burned on Monday after an airstrike of Ethiopia's air force.", "Ethiopia"),
        ("The two had come on the orders of Ukrainian special services.", "Ukraine"),
        ("Drones from Ukraine have hit the dock.", "Ukraine"),
        ("Police named the suspect as Ian Dovel.", "Ian Dovel"),
        ("He spoke of an Indian role in the raid.", "India"),
        ("US strikes on the port killed four.", "United States"),
    ],
)  # fmt: skip
def test_blame_however_it_is_put(text: str, actor: str) -> None:
    """By a finger, a door, a hand, orders, or who it was that did it."""
    assert Responsibility(actor, None) in positions(text)


def test_what_somebody_is_accused_of_must_be_a_deed() -> None:
    """Who spreads lies has attacked nobody; who is blamed for others is not those."""
    assert perpetrators("Norham accused Hamas of spreading lies.") == []
    blamed = perpetrators("He blamed Hamas for attacks on Shia pilgrims.")
    assert [p.name for p in blamed] == ["Hamas"]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ru", "За налетом дронов на завод стояла Служба безопасности Украины.", Responsibility("Ukraine", None)),
        ("ru", "Жители винят «Хезболлу».", Responsibility("Hezbollah", None)),
        ("ru", "ХАМАС обвинили. Группировка причастность опровергла.", Responsibility("Hamas", ResponsibilityPosition.DENIES)),
        ("uk", "Відповідальність узяв на себе рух «Вельм».", Responsibility("Вельм", ResponsibilityPosition.CLAIMS)),
        ("uk", "Сили оборони цього не коментували.", Responsibility("Ukraine", ResponsibilityPosition.NO_COMMENT)),
        ("ru", "Украинские военные снова били по селу.", Responsibility("Ukraine", None)),
        ("uk", "Москва звинуватила Україну в обстрілі.", Responsibility("Ukraine", None)),
        ("ru", "Следователи назвали имя: Иван Довель, 34 года.", Responsibility("Иван Довель", None)),
        ("ru", "Власти обвинили украинских диверсантов.", Responsibility("Ukraine", None)),
        ("ru", "За взрывом, сказал он журналистам, стоит ГУР.", Responsibility("Ukraine", None)),
        ("uk", "ЗСУ заперечують свою причетність.", Responsibility("Ukraine", ResponsibilityPosition.DENIES)),
        ("ru", "«Бригада Вельма» отвергла вину.", Responsibility("Бригада Вельма", ResponsibilityPosition.DENIES)),
    ],
)  # fmt: skip
def test_blame_and_denials_in_russian_and_ukrainian(
    language: str, text: str, wanted: Responsibility
) -> None:
    """Who stood behind it, who is blamed, who denies or keeps silent, who is named."""
    assert wanted in positions(text, language)


def test_soldiers_who_died_did_nothing() -> None:
    """An adjective with its soldiers accuses only where they acted."""
    assert positions("Украинские военные погибли под Вельмом.", "ru") == []
    assert positions("Он извинил Украину.", "ru") == []
    assert positions("Суд обвинил украинского губернатора.", "ru") == []


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        (
            "The Northland-led coalition replied with rockets on the port.",
            "Northland-led coalition",
            None,
        ),
        (
            "Jets of the Saudi-led coalition hit the mill.",
            "Saudi-led coalition",
            "Saudi Arabia",
        ),
        ("Drones of the coalition hit the bridge.", "coalition", None),
        (
            "Israeli forces conducted an air raid near Borton.",
            "Israeli forces",
            "Israel",
        ),
    ],
)
def test_a_coalition_and_its_planes_are_one_doer(
    text: str, name: str, entity: str | None
) -> None:
    """Whose planes they were did it; "coalition" is a name where it bombs."""
    assert Perpetrator(name=name, entity=entity) in perpetrators(text)


def test_a_coalition_that_governs_did_nothing() -> None:
    """A coalition government attacks a budget, if anything."""
    assert perpetrators("The coalition government attacked the budget.") == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("IS has claimed this raid, too.", ResponsibilityPosition.CLAIMS),
        ("Hamas says it has done so.", ResponsibilityPosition.CLAIMS),
        (
            "Hezbollah claimed a rocket strike on the harbour.",
            ResponsibilityPosition.CLAIMS,
        ),
        (
            "Ankara denies it had anything to do with this.",
            ResponsibilityPosition.DENIES,
        ),
        (
            "Iran denied having fired on the ship.",
            ResponsibilityPosition.DENIES,
        ),
    ],
)
def test_positions_in_other_words_than_responsibility(
    text: str, position: ResponsibilityPosition
) -> None:
    """A claim or a denial need not say "responsibility"."""
    assert position in {p.position for p in positions(text)}


def test_claiming_a_place_in_a_final_is_no_position() -> None:
    """Only a deed is claimed."""
    text = "The Alton Rovers claimed a place in the final after an attack."
    assert all(p.position is None for p in positions(text))
