"""Whose names stand for whom: states and their forces, armed groups, attackers.

A state is named by its people, an adjective or its capital; a group by one of its names.
``entity_of`` says which state some words stand for, ``side_of`` which state or group.
"""

from __future__ import annotations

import re

# People and adjectives of the countries whose forces news most often names, and the
# country they stand for; an adjective outside the tables keeps its own words.
STATES = {
    "Russia": r"Russia(?:n|ns)?|Moscow|(?:the )?Kremlin|росси\w+|Росси\w+|[Рр]осія\w*|[Рр]осіян\w*|[Рр]осійськ\w+|РФ|russe?s?|russisch\w*|Rusia|rus[oa]s?",
    "Ukraine": r"Ukrain(?:e|ian|ians)|Kyiv|Kiev|украин\w+|Украин\w+|[Уу]країн\w+|ВСУ|ЗСУ|Киев|Київ|ukrainisch\w*|ucranian\w*|Ucrania|ucrain\w*",
    "Israel": r"Israeli?s?|IDF|(?:the )?Mossad",
    "United States": r"(?:the )?United States|(?-i:U\.?S\.?A?\.?)(?= (?:air|drone|strike|attack|raid|bomb|forces|military|missile|army|navy|jets|warplanes|warships|troops|soldiers|marines|[Cc]entral))|American|CENTCOM",
    "Turkey": r"Turk(?:ey|ish)|Türkiye",
    "Iran": r"Irani?(?:an)?s?",
    "Syria": r"Syrian?",
    "Pakistan": r"Pakistan(?:i)?",
    "India": r"India(?:n)?",
    "China": r"Chin(?:a|ese)",
    "Saudi Arabia": r"Saudi(?: Arabia)?",
    "Azerbaijan": r"Azerbaijani?",
    "Armenia": r"Armenian?",
    "Sudan": r"Sudan(?:ese)?",
    "Ethiopia": r"Ethiopian?",
    "Myanmar": r"Myanmar|Burmese",
}  # fmt: skip
# Others act where their forces are named: "a Nigerian attack" is as often one in Nigeria.
_FURTHER = {
    "Afghanistan": r"Afghan(?:istan)?", "Algeria": r"Algerian?", "Bangladesh": r"Bangladeshi?",
    "Brazil": r"Brazil(?:ian)?", "Burkina Faso": r"Burkina Faso|Burkinabe", "Cambodia": r"Cambodian?",
    "Cameroon": r"Cameroon(?:ian)?", "Chad": r"Chad(?:ian)?", "Colombia": r"Colombian?",
    "Congo": r"Congo(?:lese)?", "Ecuador": r"Ecuador(?:ian|ean)?", "Egypt": r"Egypt(?:ian)?",
    "Eritrea": r"Eritrean?", "Georgia": r"Georgian?", "Haiti": r"Haitian?",
    "Indonesia": r"Indonesian?", "Iraq": r"Iraqi?", "Jordan": r"Jordan(?:ian)?",
    "Kenya": r"Kenyan?", "Lebanon": r"Lebanon|Lebanese", "Libya": r"Libyan?", "Mali": r"Mali(?:an)?",
    "Mexico": r"Mexic(?:o|an)", "Mozambique": r"Mozambi(?:que|can)", "Niger": r"Nigerien",
    "Nigeria": r"Nigerian?", "North Korea": r"North Korean?", "Peru": r"Peru(?:vian)?",
    "Philippines": r"(?:the )?Philippines?|Filipino", "Poland": r"Poland|Polish", "Rwanda": r"Rwandan?",
    "Serbia": r"Serbian?", "Somalia": r"Somalia|Somali", "South Sudan": r"South Sudan(?:ese)?",
    "Sri Lanka": r"Sri Lankan?", "Thailand": r"Thai(?:land)?", "Tunisia": r"Tunisian?",
    "Uganda": r"Ugandan?", "United Arab Emirates": r"UAE|Emirati", "Venezuela": r"Venezuelan?",
    "Yemen": r"Yemeni?",
}  # fmt: skip
# Where a state is governed from, and what of it speaks: who says or denies something
# there speaks for it; an attack "in Tehran" is not Iran's.
_SEATS = {
    "Afghanistan": "Kabul", "Armenia": "Yerevan", "Azerbaijan": "Baku", "China": "Beijing",
    "Egypt": "Cairo", "Ethiopia": "Addis Ababa", "India": "(?:New )?Delhi", "Iraq": "Baghdad",
    "Iran": "Tehran|IRGC|(?:Islamic )?Revolutionary Guards?(?: Corps)?",
    "Israel": "Jerusalem|Tel Aviv|Shin Bet", "Lebanon": "Beirut", "North Korea": "Pyongyang",
    "Pakistan": "Islamabad|ISPR|Inter-Services", "Poland": "Warsaw", "Rwanda": "Kigali",
    "Saudi Arabia": "Riyadh", "Sudan": "Khartoum", "Syria": "Damascus", "Turkey": "Ankara",
    "United States": r"U\.?S\.?A?\.?|Washington|(?:the )?Pentagon|(?:the )?White House|Central Command",
}  # fmt: skip

# A group's own name for itself ends in what it is.
_BY_ITS_END = r"(?-i:(?:[A-Z][\w'’-]+ ){1,4}?(?:(?:de (?:la )?)?[A-Z]\w+ )?(?:Cartel|Liberation (?:Army|Front|Movement)|Resistance (?:Army|Front|Movement)|Revolutionary Front|Martyrs['’]? Brigades?))"
GROUPS = (
    r"(?:the )?(?:Islamic State(?: \w+)?|ISIS|ISIL|ISKP|IS-K|(?-i:IS(?= (?:group|has|had|later|itself|claim(?:ed|s)|said|says|wrote|militants|fighters|jihadists?|gunmen|branch|affiliate|bombers?|cell|terrorists)|['’,.;)]|$))|Da['’]?esh|[Aa]l-?\s?Qaeda|[Aa]l[- ]Shabaa?b|Boko Haram|ISWAP|Hamas|Hezbollah|Hizbullah|Houthis?|"
    r"Palestinian Islamic Jihad|Pakistani Taliban|Tehreek-e-Taliban(?: Pakistan)?|Tehrik-i-Taliban(?: Pakistan)?|TTP|Taliban|Lashkar-e-\w+|Jaish-e-\w+|"
    r"Baloch(?:istan)? Liberation (?:Army|Front)|BLA|PKK|Kurdistan Workers.? Party|YPG|SBU|GUR|HUR|Security Service of Ukraine|"
    r"FARC|ELN|Shining Path|Sendero Luminoso|FMLN|ETA|IRA|M23|ADF|Allied Democratic Forces|Abu Sayyaf|Dawlah Islamiyah|Mujahedin-e Khalq|JNIM|RSF|Rapid Support Forces|Tigray People['’]s Liberation Front|TPLF|Wagner|Main (?:Intelligence )?Directorate(?: of Intelligence)?|"
    rf"{_BY_ITS_END})"
)
ATTACKERS = (
    r"(?:suspected |armed |unidentified |unknown |masked |foreign |two |three |four |several |a group of )*"
    r"(?:gunm[ae]n|militants?|insurgents?|rebels?|terrorists?|bandits?|assailants?|attackers?|suicide bombers?|extremists?|"
    r"separatists?|guerrillas?|knifem[ae]n|arsonists?|mob|jihadists?|pirates|fighters|robbers)"
)
_FORCE = r"(?:(?:armed |special |secret |security |military |air |naval |intelligence )?(?:forces?|troops|army|military|navy|air force|soldiers|operations forces|services?|intelligence|drones?|missiles?|warplanes?|jets|agents|regime))"
STATE = rf"(?:{'|'.join(STATES.values())})"
_FURTHER_STATE = rf"(?:{'|'.join(_FURTHER.values())})"
_WITH_FORCE = rf"(?:{STATE}|{_FURTHER_STATE})(?:['’]s)? {_FORCE}"
# Several states' force goes by whose lead it is under, if by anything.
_COALITION = r"(?:(?:(?:[A-Z]\w+|U\.?S\.?)-led|Arab|[Ii]nternational) )?coalition(?! (?:government|partners?|talks|agreement|part(?:y|ies)|deal|leaders?|negotiations))(?: (?:forces|jets|warplanes|aircraft|planes|drones))?"
ARMS = r"(?:rockets?|missiles?|drones?|air ?strikes?|jets?|(?:war)?planes?|aircraft)"
# "The special services of Ukraine", "rockets of the Russian armed forces", "a drone of".
_OF_THEM = rf"(?:(?:the |an? |its )?(?:(?:armed|special|secret|security|missile|air) )?(?:forces|services?|units|army|military|troops|navy|agents|fighters|members|men|{ARMS}) of (?:the )?(?:{_WITH_FORCE}|{_COALITION}|{STATE}|{GROUPS}))"
ACTOR_PLAIN = rf"(?:{_OF_THEM}|{_COALITION}|{_WITH_FORCE}|{GROUPS}|{STATE}|{ATTACKERS})"
OWN_FORCE = rf"(?:{_OF_THEM}|{_COALITION}|{_WITH_FORCE}|{GROUPS})"
SEAT = rf"(?:{'|'.join(_SEATS.values())})"

# "The group said that its fighters had done it": whichever was named last.
THE_GROUP = r"[Tt]he (?:group|service|organi[sz]ation|movement|militia|party)\b"
IS_GROUP = re.compile(THE_GROUP, re.IGNORECASE)
NAMED_BEFORE = re.compile(GROUPS)
_IS_NAMED_GROUP = re.compile(rf"{GROUPS}(?!\w)")
OF_UKRAINE = re.compile(
    r"(?:SBU|GUR|HUR|Security Service of Ukraine|Main (?:Intelligence )?Directorate)"
)
# One name for a group that goes by several.
_ONE_NAME = (
    ("Islamic State", re.compile(r"(?:ISIS|ISIL|IS|Da['’]?esh(?:/ISIS)?|Islamic State)(?: [a-z]\w+)?")),
    ("Rapid Support Forces", re.compile(r"(?:RSF|Rapid Support Forces(?: \(RSF\))?)(?: [a-z]\w+)?")),
)  # fmt: skip
# Jordan, Chad and Georgia are people too: no other name follows a country's.
_NO_NAME = r"(?:['’]s)?(?! (?!Air |Army|Armed |Navy|Naval |National )[A-Z])"
_OF_STATES = tuple(
    (state, re.compile(rf"(?:{pattern})(?!\w){after}"))
    for table, after in ((STATES, ""), (_FURTHER, _NO_NAME))
    for state, pattern in table.items()
)
_OF_SEATS = tuple(
    (state, re.compile(rf"(?:{pattern})(?!\w)")) for state, pattern in _SEATS.items()
)
IN_STATE = re.compile(rf"\b(?:in|from|of) (?:the )?(?P<state>{STATE}|{SEAT})(?!\w)")


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name).strip()


def group_of(name: str) -> str | None:
    """Return the one name of an armed group, None where the words name none."""
    named = _IS_NAMED_GROUP.match(_bare(name))
    if named is None or OF_UKRAINE.match(named[0]):
        return None
    return next(
        (one for one, names in _ONE_NAME if names.fullmatch(named[0])), named[0]
    )


def entity_of(name: str) -> str | None:
    """Return the state that an adjective, a capital or an army stands for."""
    bare = _bare(name)
    if group_of(bare):
        return None
    bare = re.sub(r"^(?:[\w-]+ ){1,2}of (?:the )?", "", bare)
    named = next((state for state, words in _OF_STATES if words.match(bare)), None)
    if named is None and re.fullmatch(r"U\.?S\.?A?\.?", bare):
        return "United States"
    return "Ukraine" if named is None and OF_UKRAINE.match(bare) else named


def side_of(name: str) -> str | None:
    """Return the state or the group that a name, or a seat of government, stands for."""
    bare = _bare(name)
    seat = next((state for state, words in _OF_SEATS if words.match(bare)), None)
    return group_of(bare) or entity_of(bare) or seat
