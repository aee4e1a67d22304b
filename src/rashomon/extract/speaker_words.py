"""The words that name a speaker's office, body or paper: tables, no logic."""

from __future__ import annotations

import re

from rashomon.extract.speech_cues import word_set

ROLES = word_set(
    """
    president minister prime governor mayor spokesman spokesperson spokeswoman
    general gen lt col colonel major maj captain capt sgt sergeant lieutenant
    commander chief deputy acting head leader chairman chairwoman chair
    secretary ambassador senator sen rep representative judge justice sheriff
    inspector superintendent commissioner officer prosecutor director doctor dr
    prof professor mr mrs ms miss sir king prince sheikh imam reverend rev
    bishop pope lawyer attorney analyst press-secretary ombudsman premier
    chancellor councillor councilman lawmaker deputy-governor vice gov pm
    ex-president former speaker admiral brigadier marshal police
    """
)
BODIES = word_set(
    """
    ministry committee service services agency department office police force
    forces army military government council court command staff directorate
    bureau commission administration hospital group militia movement party union
    association organization organisation news media channel times post
    university center centre institute corps brigade navy guard authority
    authorities company corporation bank parliament front state team
    headquarters society crescent cross council campaign house press network
    outlet newspaper paper watchdog канал telegram-канал телеграм-канал тг-канал
    """
)
HE = word_set(
    """
    he she him her his его ее её його її он она він вона er él ella lui lei il
    elle ona
    """
)
# "По её данным": a prosecution's, a service's, a company's.
HER = frozenset({"ее", "её", "її"})
SHE = re.compile(r"(?:[\w-]+(?:ая|яя|на|ська|цька) )*[а-яёіїєґ-]+[ая]\b", re.IGNORECASE)
THEY = word_set(
    """
    they them it its their we both их їхніми они вони sie oni
    """
)
PAPERS = frozenset(
    [
        "statement",
        "report",
        "message",
        "post",
        "communique",
        "communiqué",
        "release",
        "document",
    ]
)
# What shows and does not speak.
THINGS = word_set(
    """
    photo photos photograph photographs image images picture pictures footage video
    videos clip clips recording recordings data figures evidence
    information estimate estimates
    """
)
GENERIC_PEOPLE = word_set(
    """
    official spokesman spokesperson spokeswoman minister governor mayor
    president premier chief commander leader general colonel prosecutor
    secretary ambassador senator lawmaker inspector superintendent director
    doctor head chancellor pm candidate nominee congressman congresswoman mogul
    billionaire businessman
    """
)
# Nouns that, alone, stand for the body that spoke last.
SAME_BODY = word_set(
    """
    ведомство ведомства министерство министерства комитет комитета відомство
    відомства міністерство міністерства комітет комітету ministère ministerio
    ministerstwo
    """
)
# Words that stand with a capital before a name at the start of a sentence.
LEADING = word_set(
    """
    the a in on at but and laut nach wie según secondo selon według по за как як в у на
    днем днём утром вечером ночью ранее раньше раніше позже позднее пізніше затем потом
    потім тогда тоді сегодня сьогодні вчера вчора однако однак также вранці ввечері
    """
)
SAME = frozenset(["regional", "local", "same", "city"])
LAST_PERSON = frozenset(["official", "spokesman", "spokeswoman", "minister"])
LAST_BODY = word_set("group agency outlet channel newspaper paper force")
