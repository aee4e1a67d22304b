"""Cues of reported speech in the languages read without a parse: a table, no logic.

Patterns are matched without regard to case, on word boundaries. ``verbs`` say it,
``denials`` say it is not so, ``silences`` leave it open; ``phrases`` stand before the
source ("по словам X"), ``as_words`` before an inverted verb ("как сообщает X").
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's cues, each an alternation of a regular expression."""

    verbs: str
    denials: str
    silences: str
    phrases: str
    as_words: str
    that: str
    pronouns: frozenset[str]


RUSSIAN = Cues(
    verbs=r"сообщ(?!ени|ник|еств)\w+|заяв(?:ил|ля)\w*|рассказ(?:а|ыва)\w+|уточни\w+|уточня\w+|добави\w+|добавля\w+|отмети\w+|отмеча\w+|подтверди(?:л|ла|ли|ло)|подтвержда(?:ет|ют)|написа(?:л|ла|ли|ло)|пиш(?:ет|ут)|писал\w*|"
    r"утвержда\w+|настаива\w+|переда[её]т|передают|передал\w*|говор(?:ит|ят|ил|или|ила|ило)|сказа(?:л|ла|ли|ло)|объяви(?:л|ла|ли|ло)|подчеркну\w+|подч[её]ркива\w+|"
    r"поясни\w+|поясня\w+|объясни(?:л|ла|ли)|ответил\w*|призна(?:л|ла|ли|ло)|счита(?:ет|ют)|заверил\w*|заверя\w+|говорится|указал\w*|указыва\w+|насчитал\w*|предположил\w*|предполага\w+|проинформировал\w*|"
    r"назва(?:л|ла|ли|ло)|называ(?:л|ла|ли|ло|ет|ют)|отчитал(?:ся|ась|ись)|доложил\w*|поделил(?:ся|ась|ись)|вспомина\w+|вспомнил\w*|напомнил\w*|предупредил\w*|оценил\w*|констатировал\w*|обвинил\w*|прив[её]л|привели|поведал\w*|пожалова(?:лся|лась|лись)|возразил\w*|цитиру\w+|ссыла(?:ется|ются)|выяснил\w*|узнал[аи]?",
    denials=r"опроверг\w*|отверг\w*|отрица\w+|отрицают",
    silences=r"не (?:про)?комментир\w+|не подтверди\w+|не подтвержда\w+",
    phrases=r"по (?:словам|данным|информации|версии|сведениям|утверждению|сообщению|подсч[её]там|оценке|оценкам|мнению|свидетельству|рассказам|уточнению)|со ссылкой на|со слов|следует из слов|"
    r"(?:говорится|сказано) в (?:сообщении|канале|заявлении|публикации|пресс-релизе|сводке)|(?:сообщили|рассказали|заявили|уточнили|пояснили|подтвердили|сообщают|отметили|добавили|заверили|рассказывают) в(?:о)?",
    as_words=r"как|так",
    that=r"что|о том,? что|будто",
    pronouns=frozenset({"он", "она", "они"}),
)
UKRAINIAN = Cues(
    verbs=r"повідом(?!лен)\w+|заяв(?:ив|ил|ля)\w*|розпові(?:в|ла|ли|ло|да)\w*|уточни(?:в|ла|ли|ло)|дода(?:в|ла|ли|ло|є|ють)|зазначи(?:в|ла|ли|ло)|зазнача\w+|підтверди(?:в|ла|ли|ло)|підтверджу\w+|написа(?:в|ла|ли|ло)|дописа(?:в|ла|ли)|пиш(?:е|уть)|писа(?:в|ла|ли)|"
    r"тверд(?:ить|ять)|стверджу\w+|запевн\w+|наголоси\w+|наголошу\w+|переда(?:є|ють|в|ла|ли)|каж(?:е|уть)|сказа(?:в|ла|ли|ло)|оголоси\w+|говор(?:ив|ила|или|ить|ило|ять)|"
    r"поінформува\w+|інформу\w+|визна(?:в|ла|ли|ло)|оприлюдни\w+|назва(?:в|ла|ли|ло)|назива(?:в|ла|ли|ло|є|ють)|поясни\w+|поясню\w+|вважа\w+|попереди\w+|відпові(?:в|ла|ли)|йдеться|допові(?:в|ла|ли)|нарахува(?:в|ла|ли)|"
    r"нагада(?:в|ла|ли)|згада(?:в|ла|ли)|припусти(?:в|ла|ли)|звинувати(?:в|ла|ли)|прозвітува\w+|скаржи(?:вся|лася|лися)|відзвітува\w+|поділи(?:вся|лася|лися)|навів|навели|підкресли\w+|цитує",
    denials=r"спростува\w+|запереч\w+|відкину\w+",
    silences=r"не (?:про)?коментув\w+|не підтверди\w+|не підтверджу\w+",
    phrases=r"за (?:словами|даними|версією|інформацією|повідомленням|оцінкою|оцінками|підрахунками|твердженням|свідченнями)|зі слів|з посиланням на|"
    r"(?:йдеться|сказано) (?:в|у) (?:повідомленні|заяві|зведенні|дописі)|(?:повідомили|розповіли|заявили|уточнили|повідомляють|зазначили|підтвердили|додали) [ву]",
    as_words=r"як|так",
    that=r"що|про те,? що|нібито",
    pronouns=frozenset({"він", "вона", "вони"}),
)
GERMAN = Cues(
    verbs=r"sagten?|teilten?|erklärten?|meldeten?|berichteten?|berichtet|schrieb(?:en)?|bestätigten?|betonten?|hieß es|sagt|schreibt|nannten?",
    denials=r"bestritt(?:en)?|dementierten?",
    silences=r"wollten? sich nicht äußern",
    phrases=r"laut|nach (?:Angaben|Informationen|Darstellung|Aussage)(?: von| der| des| mehrerer)?",
    as_words=r"wie|so",
    that=r"dass|mit",
    pronouns=frozenset({"er", "sie"}),
)
SPANISH = Cues(
    verbs=r"dijo|dijeron|afirm(?:ó|aron)|inform(?:ó|aron)|sostuv(?:o|ieron)|declar(?:ó|aron)|asegur(?:ó|aron)|confirm(?:ó|aron)|anunci(?:ó|aron)|"
    r"señal(?:ó|aron)|report(?:ó|aron)|indic(?:ó|aron)|(?:ha|han|había|habían) (?:dicho|afirmado|informado|confirmado|reportado)",
    denials=r"neg(?:ó|aron)|desminti(?:ó|eron)|rechaz(?:ó|aron)",
    silences=r"no (?:ha|han) (?:comentado|confirmado)",
    phrases=r"según|de acuerdo con",
    as_words=r"como|así lo",
    that=r"que",
    pronouns=frozenset({"él", "ella"}),
)
ITALIAN = Cues(
    verbs=r"(?:ha|hanno) (?:detto|dichiarato|ammesso|affermato|riferito|confermato|scritto|annunciato|spiegato|aggiunto)|sostien\w+|dicono|dice|afferma(?:no)?",
    denials=r"(?:ha|hanno) (?:negato|smentito)|nega(?:no)?",
    silences=r"non (?:ha|hanno) (?:commentato|confermato)",
    phrases=r"secondo|stando a(?:l|lla|i|gli)?|a detta di|per (?=(?:il|la|lo|i|gli|le) (?:minister|polizi|governo|autorit))",
    as_words=r"come",
    that=r"che",
    pronouns=frozenset({"lui", "lei"}),
)
FRENCH = Cues(
    verbs=r"(?:a|ont) (?:déclaré|dit|annoncé|affirmé|indiqué|précisé|confirmé|écrit|ajouté|rapporté|reconnu|compté|recensé|dénombré)|affirment?|dit|disent|indiquent?|rapportent?|annoncent?|précisent?|confirment?|assurent?|expliquent?|racontent?|"
    r"parl(?:e|ent|ait|aient)(?=(?: [\w-]+){0,2}? d['’e])|(?:fait|font|faisait|faisaient) état|évoqu(?:e|ent|ait|aient)|(?:en )?dénombr(?:e|ent|ait|aient)|recens(?:e|ent|ait|aient)|compt(?:ent|ait|aient)",
    denials=r"(?:a|ont) (?:nié|démenti|rejeté)|nient?",
    silences=r"n['’](?:a|ont) pas (?:commenté|confirmé|réagi)",
    phrases=r"selon|d['’]après",
    as_words=r"comme|ainsi que",
    that=r"que",
    pronouns=frozenset({"il", "elle", "t-il", "t-elle"}),
)
POLISH = Cues(
    verbs=r"powiedzia\w+|poinformowa\w+|ogłosi\w+|poda(?:ł|ła|li|ły|je|ją)|napisa\w+|uważa\w*|twierdz\w+|przekaza\w+|oświadczy\w+|potwierdzi\w+|doda(?:ł|ła|li)|wynika z",
    denials=r"zaprzecz\w+|odrzuci\w+",
    silences=r"nie skomentowa\w+|nie potwierdzi\w+",
    phrases=r"według|zdaniem|wynika z|jak wynika z",
    as_words=r"jak",
    that=r"że|iż",
    pronouns=frozenset({"on", "ona", "oni"}),
)

BY_LANGUAGE: dict[str, Cues] = {
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "de": GERMAN,
    "es": SPANISH,
    "it": ITALIAN,
    "fr": FRENCH,
    "pl": POLISH,
}
