"""The words of reporting: cue lexicons for English, a table with no logic.

Most verbs are those whose construction was a gold cue in at least four cases of ten
in 420 articles of PolNeAR's training half; the rest are verbs of incident reports ("put
the toll at") and of belief ("think") that were added by hand and not measured one by one.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


# Verbs whose clause is what somebody says: "said that ...", "... , he added".
SAYING = word_set(
    """
    say tell add suggest write argue show note ask report find explain insist
    claim acknowledge announce declare conclude point warn agree predict state
    hope continue reveal recall tweet reply indicate imply respond worry joke
    deny recognize confirm admit assert question learn promise estimate remind
    fear concede emphasize complain boast remark discuss recommend allege
    speculate suspect read stress express hint maintain charge anticipate demand
    notice propose doubt vow pledge post specify clarify underline believe think
    disclose recount testify observe quip caution caption broadcast relate
    assure inform contend affirm reiterate repeat comment guess assume publish echo detail mean dispute shout tell judge reckon establish
    verify determine wonder assess lament muse interject conclude emphasise
    recognise counter urge order rule stipulate outline
    """
)

# Of those, verbs that also stand after or inside the clause with no comma rule needed.
TAGGING = SAYING - word_set(
    """
    find show hope learn fear promise rule order mean verify determine
    """
)

# Verbs whose infinitive is the content: "vowed to retaliate", "declined to comment".
INTENDING = word_set(
    """
    vow decline refuse urge pledge promise threaten propose ask agree claim call
    aim encourage offer decide hope demand seek
    """
)

# Passives and raising verbs that report without a source: "is said to have ...".
IMPERSONAL = word_set(
    """
    expect say report believe think know suspect understand allege rumour rumor
    presume estimate fear consider assume
    """
)
RAISING = frozenset({"seem", "appear"})

# Verbs whose object is the content: "denied any involvement", "confirmed the strike".
OBJECTS = word_set(
    """
    describe criticize accuse defend express announce praise cite discuss
    mention propose denounce mock highlight declare question blame dismiss claim
    echo tout note blast repeat recall portray slam applaud emphasize decry
    confirm reiterate deem point acknowledge disclose predict hail unveil
    recount recommend assail detail contrast recite advocate outline voice
    repudiate articulate stress rebut protest assert condemn deny reject refute
    report admit allege dispute endorse call estimate concede specify threaten
    promise demand welcome lament hint contradict suspect criticise doubt
    """
)
# Verbs that report where a figure or a name follows: "put the toll at 12".
TELLING = frozenset(["put", "give", "count", "name", "list"])
# Verbs that report a figure where they change a toll: "raised the toll to 12".
MOVING = frozenset(["raise", "revise", "lower", "update", "correct"])
TOLLS = frozenset(["toll", "figure", "count", "number", "estimate", "tally"])
# Objects that make the verb mean something else: "claimed 12 lives", "call the police".
NOT_SAID = frozenset({"life", "victim", "police", "ambulance", "conference", "meeting"})

# Verbs whose prepositional phrase is the content: "spoke of a massacre".
PHRASES = frozenset(
    {
        *(("call", "for"), ("accuse", "of"), ("describe", "as"), ("criticize", "for")),
        *(("speak", "about"), ("ask", "about"), ("refer", "as"), ("comment", "on")),
        *(("identify", "as"), ("cite", "as"), ("apologize", "for"), ("blame", "for")),
        *(("complain", "about"), ("portray", "as"), ("speak", "of"), ("tell", "of")),
        *(("warn", "of"), ("warn", "against"), ("hint", "at"), ("allude", "to")),
        *(("dismiss", "as"), ("talk", "of"), ("boast", "about"), ("report", "on")),
        *(("condemn", "as"), ("advocate", "for"), ("caution", "against"), ("say", "of")),
        *(("describe", "like"), ("point", "to"), ("insist", "on"), ("blame", "on")),
        *(("hail", "as"), ("denounce", "as"), ("view", "as"), ("argue", "for")),
    }
)  # fmt: skip
# Prepositions that carry an object's rest into the content ("accused X of Y").
CARRIED = word_set(
    """
    for of as about with against on to from at
    """
)

NOUNS = word_set(
    """
    claim statement report assertion allegation accusation announcement
    suggestion complaint admission denial warning belief account confirmation
    promise pledge vow threat insistence argument fear rumour rumor message post
    """
)

# Passives told by whoever was quoted: "Gladkov was quoted as saying".
QUOTING = frozenset({"quote", "cite"})
AT_SECOND_HAND = frozenset({"quote", "cite", "reference"})

# Passives whose agent speaks: "responsibility was taken by the group".
SPOKEN_FOR = frozenset(["take", "accept"])

HEARSAY = frozenset(
    {"reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly"}
)

DENIAL = word_set(
    """
    deny reject dismiss refute rebut repudiate dispute contradict denial
    """
)
DOUBT = frozenset({"doubt", "question"})
# Verbs that leave the matter open once negated: "did not confirm", "has not commented".
OPEN_IF_NEGATED = word_set(
    """
    confirm say comment verify specify acknowledge disclose mention report
    respond elaborate explain identify clarify reveal establish claim
    """
)
SILENT = frozenset({"decline", "refuse"})

# Nouns that speak: with one of these a headline's "…: " or " - …" names a source.
SPEAKING = word_set(
    """
    police officials official authorities prosecutors prosecutor ministry
    minister governor mayor president army military medics hospital rescuers
    witnesses residents media report reports sources source investigators
    spokesman spokesperson spokeswoman kremlin government committee service
    services agency fsb sbu ngo un opposition monitor moscow kyiv kiev jerusalem
    islamabad ankara baghdad kinshasa gov pm
    """
)

# Forms of verbs of saying that stand as a tag beside a comma.
TAG_FORMS = word_set(
    """
    said says say wrote writes write tweeted tweets reported reports report
    stated states confirmed confirms confirm added adds announced
    announces told tells noted notes explained claimed claims insisted insists
    posted specified clarified learned acknowledged admitted conceded counted
    declared warned stressed
    """
)
