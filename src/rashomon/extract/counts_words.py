"""The words of harm that counts hang on, by language: a table of patterns, no logic.

A cue is looked for behind a quantity ("three people *were killed*"), before it
("*killing* three") or as a noun with it ("a *death toll* of three").
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Attribute as A


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's words. ``after``: the cue follows the number; ``before``: it leads."""

    after: tuple[tuple[A, str], ...]
    before: tuple[tuple[A, str], ...]
    none: tuple[tuple[tuple[A, ...], str], ...]
    people: str
    gap_words: int = 6


_AUX = r"(?:(?:have|has|had) (?:also |now |already |since )?(?:been )?|(?:was|were|are|is|be|being|got|get|been)\s+|(?:are |were |is |was )?(?:now |also )?(?:known|reported|said|feared|believed|thought|confirmed|presumed)(?: to have)?(?: been| be)?\s+|to have been )?"
_ADV = r"(?:now |also |all |later |reportedly |confirmed |instantly |fatally |badly |slightly |lightly |either |already |so far |then |more |others? )*"

ENGLISH = Words(
    after=(
        (A.SERIOUSLY_INJURED, rf"{_AUX}{_ADV}(?:seriously|critically|gravely|severely|badly) (?:injured|wounded|hurt|burned)|{_AUX}in (?:a |an )?(?:very |extremely )?(?:critical|serious|grave|severe)(?:(?: but|,) stable| or critical| or serious)? (?:condition|state)|{_AUX}(?:still )?critical(?:ly ill)?\b(?! of)|{_AUX}in intensive care|(?:have|had|has|with|suffered|sustained) (?:life-threatening|serious|critical|severe|grave) (?:injur\w+|wounds?|burns)|{_AUX}(?:fight(?:s|ing)? for (?:his|her|their) li(?:fe|ves))"),
        (A.KILLED, rf"{_AUX}{_ADV}(?:killed|(?<!shot )dead|died|deceased|massacred|slaughtered|passed on|drowned|found dead|perished|slain|murdered|lynched|beheaded|eliminated|neutrali[sz]ed|shot dead(?! (?:an?|the|his|her|their|two|three|four|five|at least) (?!days?\b|weeks?\b|months?\b|years?\b|hours?\b|nights?\b|few\b|previous\b|next\b|same\b|time\b))|(?:shot|stabbed|beaten|burned|hacked) (?:and killed|to death)|gunned down|fatalities|fatally (?:shot|wounded|injured|stabbed)|deaths?|bodies)|(?:had |have |has )?(?:lost (?:their|his|her) li(?:fe|ves)|died|passed away|succumbed)|(?<!for their )lives(?: (?:were )?(?:lost|claimed))?|{_AUX}martyred|embraced martyrdom|as the (?:number|toll) of (?:the )?(?:dead|deaths|killed|fatalities)|was the (?:first |early |initial |official |latest )?(?:death )?toll"),
        (A.INJURED, rf"{_AUX}{_ADV}(?:injured|wounded|hurt|maimed|hospitali[sz]ed|injuries|casualties(?= (?:were )?(?:taken|treated))|shot(?! (?:dead|and killed|down|to death))|stabbed(?! to death)|burned|in hospitals?|affected|treated|poisoned)|(?:had |have )?(?:suffered|sustained|received) (?:\w+ ){{0,3}}(?:injur\w+|wounds?|burns|trauma)|{_AUX}(?:taken|rushed|brought|admitted|transported|sent|flown|airlifted) to (?:\w+ ){{0,2}}hospitals?|(?:had |have |has )?suffered\b(?! (?:a |damage|losses))|(?:was|were|been|got) (?:also )?(?:hit|struck|grazed)(?= by (?:\w+ ){{0,2}}(?:bullets?|gunfire|shots?|shrapnel|fragments|debris|splinters)| in the | multiple times| several times| and\b|[.,;])|(?:have|had|has|got|with) (?:(?!no\b)\w+ ){{0,3}}(?:wounds|burns|cuts|bruises|injuries)|went to (?:see a doctor|(?:\w+ )?(?:hospitals?|institutions)(?: for help)?)|came to harm"),
        (A.MISSING, rf"{_AUX}{_ADV}(?:missing|unaccounted for|trapped|stuck|under the (?:rubble|earth|debris))|not been found|waiting to be (?:rescued|brought up|freed)|{_AUX}{_ADV}(?:abducted|kidnapped|taken (?:hostage|captive)|carried off|marched away)"),
        (A.DETAINED, rf"{_AUX}{_ADV}(?:arrested|detained|in custody|taken into custody|captured|taken alive)"),
        (A.EVACUATED, rf"{_AUX}{_ADV}(?:evacuated|moved out|moved to safety)"),
    ),
    before=(
        (A.SERIOUSLY_INJURED, r"(?:seriously|critically|gravely|severely) (?:injur(?:ed|ing)|wound(?:ed|ing)|hurt)"),
        (A.KILLED, r"(?:kill(?:ed|s|ing)?|murder(?:ed|ing|s)?|claim(?:ed|s|ing) the lives of|the (?:deaths?|killing|murder|lives|bodies) of|t(?:ook|akes?|aking) the li(?:fe|ves) of|cost(?:ing)? the lives of|(?:death )?(?:toll|count of the dead)(?:(?!injur|wound|hurt)[^.;]){0,45}? (?:to|at|is|was|now|reach(?:es|ed)|hits?|passes|had reached)|(?:g[ai]ve[sn]?|giving|put(?:s|ting)?|reported) the (?:death )?toll as|(?:put(?:s|ting)?|placed|reckon(?:s|ed)|estimated) (?:the (?:dead|deaths|fatalities|killed)|those killed)(?: alone)? at|(?:that |a |the )?(?:death )?toll of|(?:the )?(?:dead|deaths|death toll|toll)(?: (?:in|of|from) [^.;,]{2,40}?)? (?:at(?: anything)?|(?=as high as))|toll\b[^.]{0,80}? (?:climbed|rose|risen|rises|grew|grown|went up|gone up|jumped) to|the dead (?:now )?number|(?:number|count|figure) (?:of|for) (?:the )?(?:people |those |confirmed )?(?:people |those |persons )?(?:dead|deaths|killed|fatalities|victims)(?:(?!injur|wound|hurt)[^.;,]){0,60}? (?:to|at|as|is|was|reached)|dead:|killed:|deaths:|(?:death )?toll:|fatalities:|losses at|left|(?:has|have|had) lost|executed|beheaded|lynched|gunned down|shot dead|(?:shot|stabbed|hacked|beat|beaten|burned|burnt|clubbed|trampled) to death|fatally (?:shot|stabbed))"),
        (A.INJURED, r"(?:injur(?:ed|es|ing|e)|wound(?:ed|s|ing)?|hurt(?:s|ing)?|maim(?:ed|ing)|injuries to|(?:number|count|figure|that|those) (?:of|for) (?:the )?(?:people |those )?(?:injured|wounded|hurt)[^.;,]{0,60}? (?:to|at|as|is|was|reached)|(?:put(?:s|ting)?|placed|reckon(?:s|ed)|estimated) (?:the (?:wounded|injured|injuries)|those (?:hurt|injured|wounded))(?: alone)? at|the (?:wounded|injured) (?:now )?number|injured:|wounded:)"),
        (A.MISSING, r"(?:missing:|abduct(?:ed|s|ing)?|kidnapp?(?:ed|s|ing)?|search(?:ing)? for|whereabouts of|efforts \w+ to (?:reach|rescue|save|free))"),
        (A.DETAINED, r"(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|captured)"),
        (A.EVACUATED, r"(?:evacuat(?:ed|ing)|moved out)"),
    ),
    none=(
        ((A.KILLED, A.INJURED), r"(?:no|without(?: causing)?(?: any)?|zero|not any) (?:\w+ )?casualties|(?:no one|nobody|none|no people|no persons?) (?:\w+ ){0,2}(?:was|were|had been|has been|have been|suffered|is|got)? ?(?:harmed|hurt or killed|killed or (?:injured|wounded|hurt))|no (?:immediate |early |confirmed |initial )?(?:reports?|word) of (?:any )?(?:casualties|victims|deaths or injuries|injuries or deaths|dead or (?:injured|wounded))|(?:no|without) victims|no (?:dead|deaths) (?:or|and|nor) (?:injur\w+|wounded)"),
        ((A.KILLED,), r"(?:no|without(?: any)?) (?:deaths|fatalities|loss of life|dead\b)|(?:no one|nobody|none)(?! of the (?:dead|killed|victims)\b) (?:\w+ ){0,2}(?:was|were|had been|has been)? ?(?:killed|died|dead)"),
        ((A.INJURED,), r"(?:no|without(?: any)?) (?:injuries|wounded|injured)|(?:no one|nobody|none) (?:\w+ ){0,2}(?:(?:was|were|had been|has been)? ?(?:injured|hurt|wounded)|suffered(?! (?:a |damage|loss)))|no (?:immediate |early |confirmed |initial )?reports? of (?:any )?injuries(?! or deaths)|no (?:civilians?|residents?|passengers?) (?:came to harm|(?:was|were) (?:hurt|injured|harmed))"),
        ((A.DETAINED,), r"no arrests\b|(?:no one|nobody|no suspects?) (?:\w+ ){0,2}?(?:was|were|has been|had been|have been|is|are) (?:yet )?(?:arrested|detained|in custody)"),
    ),
    people=r"people|\d{1,3}-year-olds?|persons?|m[ae]n|wom[ae]n|males?|females?|teens?|family|cousins?|nephews?|nieces?|uncles?|grand(?:mothers?|fathers?|sons?|daughters?|child(?:ren)?)|siblings?|sisters?|friends?|shooters?|child(?:ren)?|girls?|boys?|bab(?:y|ies)|civilians?|soldiers?|officers?|police(?:m[ae]n)?|residents?|workers?|students?|pupils?|teachers?|passengers?|victims?|others?|troops|fighters|militants?|attackers?|gunm[ae]n|bombers?|assailants?|terrorists?|suspects?|guards?|drivers?|pilots?|civilian|teenagers?|youths?|mothers?|fathers?|brothers?|sons?|daughters?|parents?|mums?|moms?|dads?|wi(?:fe|ves)|husbands?|couple|journalists?|doctors?|nurses?|medics?|firefighters?|rescuers?|members?|tourists?|pilgrims?|worshippers?|inmates?|prisoners?|protesters?|demonstrators?|miners?|employees?|villagers?|locals?|nationals?|citizens?|Palestinians?|Israelis?|Ukrainians?|Russians?|Americans?|(?-i:[A-Z][a-z]{2,}(?:anis|enis|raqis|aelis|udis|deshis|ians|cans|ghans|ese)|Saudi|Yemeni|Iraqi|Pakistani|Afghan|Syrian|Somali|Kenyan|Indian)|hostages?|fishermen|sailors?|crew|commuters?|travell?ers?|shoppers?|relatives|infants?|toddlers?|bystanders?|constables?|deputies|deputy|servicem[ae]n|adults?|minors?|customers?|clerk|lives|cases|priests?|farmers?|(?:class|school|team|room)-?mates?|colleagues?|co-?workers?|neighbou?rs?|recruits?|conscripts?|cadets?|paramedics?|volunteers?|refugees?|migrants?|detainees?|monks?|nuns?|pastors?|clerics?|lawyers?|activists?|politicians?|lawmakers?|councillors?|ministers?|mayors?|governors?|senators?|commanders?|scientists?|engineers?|technicians?|photographers?|cameram[ae]n|editors?|singers?|actors?|bodyguards?|motorcyclists?|cyclists?|pedestrians?|motorists?|passers?-?by|vigilantes?|rebels?|insurgents?|settlers?|traders?|vendors?|patrons?|diners?|parishioners?|mourners?|youngsters?|kids?|clergym[ae]n|judges?|prosecutors?|shopkeepers?|herders?|herdsmen|labou?rers?|spectators?|revell?ers?|(?:party|concert|church|festival|mass)-?goers?|guests?|patients?|troopers?|aunts?",
)  # fmt: skip

RUSSIAN = Words(
    after=(
        (A.KILLED, r"(?:числятся |считаются )?погиб\w*|убит\w*|скончал\w*|умер\w*|сгорел\w*|задохнул\w*|утонул\w*|стали жертвами|лишились жизни|жизн\w+ унес\w*|тел(?= |[,.;])"),
        (A.SERIOUSLY_INJURED, r"(?:[—–] )?(?:в|находятся в|оста\w+ в) (?:крайне )?тяж[её]л\w+ (?:состояни\w+|положени\w+)|состояние (?:\w+ )?тяж[её]л\w+|тяжело (?:ранен|травмирован)\w*|тяж[её]лые(?= пациент|[.,;])|тяж[её]лых (?:пациент|больн|пострадавш|ранен)\w+|с тяж[её]лыми (?:ранени|травм|ожог)\w+|(?:\w+ ){0,2}тяжелораненых|в реанимаци\w+"),
        (A.INJURED, r"(?:числятся |считаются )?ранен\w*|(?:числятся |считаются )?пострада\w*|травмирован\w*|получил\w* (?:\w+ )?(?:ранени\w+|травм\w+|ожог\w+|контузи\w+)|госпитализирован\w*|(?:попал\w*|доставлен\w*|доставили|увезли|отвезли) в (?:\w+ )?(?:больниц|реанимаци|госпитал)\w+|(?:находятся |остаются |лежат |лечатся )?в (?:больниц|стационар|госпитал)\w+|обратил\w+ (?:за (?:\w+ )?помощью|к врачам|к медикам)|лечатся (?:стационарно|амбулаторно)"),
        (A.MISSING, r"(?:числ\w+ |счита\w+ )?(?:пропа\w+ без вести|пропавш(?:их|ие|ими))|под завал\w+|не найден\w*|(?:которые |что )?не выход\w+ на связь"),
        (A.DETAINED, r"задержан\w*|арестован\w*"),
        (A.EVACUATED, r"эвакуирован\w*"),
    ),
    before=(
        (A.SERIOUSLY_INJURED, r"борются за жизн[иь]|за жизн[иь]|тяж[её]лых (?:пациентов|больных|раненых)|(?:в реанимации|в тяж[её]лом состоянии) (?:находятся|остаются|лежат)"),
        (A.KILLED, r"погиб\w*(?: семья из)?|гибел\w+|не стало|сгорел\w*(?: и задохнул\w*)?|задохнул\w*|утонул\w*|убит\w*|убил\w*|скончал\w*|умер(?:ли|ло)?|тел[ао]?|трупы|жертвами(?: взрыва| атаки| обстрела| удара)?[^.;]{0,40}?(?:стали|стало)|(?:число|количество|сч[её]т) (?:погибш\w+|жертв\w*|убит\w+)[^.;,]{0,80}?(?:до|достигло|составляет|составило|превысило|—)|(?<!раненых )(?<!пострадавших )(?<!задержанных )(?<!эвакуированных )возросло до|(?<!за )жизн\w+"),
        (A.INJURED, r"пострадал\w*|пострадавших|ранен\w*(?: получили)?|травмирован\w*|ранил\w*|ранило|госпитализирован\w*|госпитализировали|(?:число|количество) (?:пострадавших|раненых)[^.;,]{0,60}?(?:до|достигло|составляет|составило|превысило|—)|получили (?:ранения|травмы|ожоги)|(?:ранения|травмы|ожоги)[^.;]{0,30}? получили|(?:в|во) (?:больниц|стационар|госпитал)\w+[^.;]{0,30}? (?:лежат|остаются|находятся|лечатся|доставлены)|амбулаторно (?:наблюдаются|лечатся)"),
        (A.DETAINED, r"под стражей|задержал\w*|задержан\w*|арестовал\w*"),
        (A.EVACUATED, r"эвакуировал\w*|эвакуирован\w*|вывезли"),
        (A.MISSING, r"пропал\w* без вести|пропавшими(?: без вести)? (?:числ|счита|остаю)\w+|(?:нет связи|связи нет|(?:пропала|потеряна|прервалась) связь) с|(?:судьба|местонахождение)"),
    ),
    none=(
        ((A.KILLED, A.INJURED), r"(?:жертв и пострадавших|пострадавших и жертв|погибших и пострадавших|погибших и раненых|пострадавших и погибших)(?: \w+){0,2} нет|(?:обошлось )?без (?:жертв|пострадавших)|никто(?: из [\w ]{3,30})? не (?:пострадал|ранен)|пострадавших[^.;]{0,40} нет|пострадавших (?:нет|не было|не оказалось|не зафиксировано)|нет (?:жертв и )?пострадавших|жертв(?: и разрушений| среди \w+)? (?:\w+ )?нет|не пострадал никто|люди не (?:по)?страдали|людей[^.;]{0,40} не (?:зацепило|ранило|задело)|(?:информации|сведений|данных|сообщений) о (?:жертвах|пострадавших|погибших и пострадавших|жертвах и разрушениях)(?: \w+){0,2} (?:не (?:было|поступало|поступило)|нет)"),
        ((A.KILLED,), r"погибших(?: пока)? нет|нет погибших|никто не погиб"),
        ((A.DETAINED,), r"задержанных (?:пока )?нет|никто (?:пока )?не задержан"),
    ),
    people=r"человек\w*|люд\w+|дет\w+|реб[её]н\w+|школьник\w*|подрост\w+|девоч\w+|мальчик\w*|девуш\w+|женщин\w*|мужчин\w*|военн\w+|солдат\w*|сотрудник\w*|рабоч\w+|жител\w+|мирн\w+|пассажир\w*|взросл\w+|полицейск\w+|спасател\w+|пожарн\w+|пенсионер\w*|студент\w*|медик\w*|врач\w*|граждан\w*|иностран\w+|пациент\w*",
    gap_words=4,
)  # fmt: skip

UKRAINIAN = Words(
    after=(
        (A.KILLED, r"загину\w*|загиб\w*|вбит\w*|убит\w*|помер\w*|згоріл\w*|задихнул\w*|потонул\w*|не стало|тіл(?= |[,.;])"),
        (A.SERIOUSLY_INJURED, r"(?:[—–] )?(?:(?:перебува\w+ )?[ув] (?:вкрай )?(?:важк|тяжк)\w+ стані|стан (?:\w+ )?(?:важк|тяжк)\w+|(?:важко|тяжко) (?:поранен|травмован)\w*|(?:важк|тяжк)их (?:пацієнт|поранен)\w+|[зі]з? (?:важк|тяжк)ими (?:поранення|травма|опіка)\w+|[ув] реанімаці\w+)"),
        (A.INJURED, r"поранен\w*|постражда\w*|травмован\w*|(?:зазна|діста)\w+ (?:\w+ )?(?:поранен|ушкоджен|травм|опік)\w*|отримал\w* (?:\w+ )?(?:поранен|травм|опік)\w+|госпіталізован\w*|(?:потрапи\w+|доставлен\w*|доставили) (?:до|в|у) (?:\w+ )?(?:лікарн|реанімаці|шпитал)\w+|(?:перебувають |лежать )?[ув] лікарн\w+|звернул\w+ (?:по|за) (?:\w+ )?допомог\w+"),
        (A.MISSING, r"зник\w+ безвісти|зникл(?:их|і|ими)|під завал\w+|(?:які |що )?не виход\w+ на зв['’]язок"),
        (A.DETAINED, r"затриман\w*|заарештован\w*"),
        (A.EVACUATED, r"евакуйован\w*"),
    ),
    before=(
        (A.SERIOUSLY_INJURED, r"за життя|(?:важк|тяжк)их (?:пацієнтів|поранених)|[ув] (?:реанімації|(?:важкому|тяжкому) стані) (?:перебувають|лишаються|залишаються)"),
        (A.KILLED, r"загину\w*(?: (?:родина|сім[\'’]я) (?:з|із))?|загибел\w+|згоріл\w*(?: (?:й|і|та) задихнул\w*)?|задихнул\w*|потонул\w*|загиблих|тіла?|вбит\w*|убит\w*|вбил\w*|помер(?:ли|ло|ла)?|(?:число|кількість) (?:загиблих|жертв|вбитих)[^.;,]{0,80}?(?:до|сягнула|становить|—)|(?<!поранених )(?<!постраждалих )зросла до|не стало|(?<!за )життя"),
        (A.INJURED, r"поранен\w*(?: дістали| зазнали)?|постражда\w*|травмован\w*|госпіталізува\w+|госпіталізован\w*|(?:число|кількість) (?:поранених|постраждалих)[^.;,]{0,40}?(?:до|сягнула|становить|вже|—)|поранених[^.;,]{0,25} вже|(?:дістали|зазнали|отримали) (?:поранень|поранення|травм|травми|опіків)|[ув] лікарн\w+[^.;]{0,30}? (?:перебувають|лежать|лишаються)"),
        (A.DETAINED, r"затримал\w*|затриман\w*"),
        (A.EVACUATED, r"евакуювал\w*|евакуйован\w*"),
        (A.MISSING, r"зник\w+ безвісти(?: (?:вважа|лиша|залиша)\w+)?|(?:доля|місцезнаходження)"),
    ),
    none=(
        ((A.KILLED, A.INJURED), r"постраждалих[^.;]{0,30} нема(?:є)?|(?:жертв|постраждалих)(?: (?:і|та|й) (?:руйнувань|загиблих|постраждалих))? (?:\w+ )?(?:немає|нема)|ніхто(?: з [\w ]{3,30})? не (?:постраждав|поранений)|(?:минулося |обійшлося )?без (?:жертв|постраждалих)|люди не постраждали|(?:інформації|відомостей|даних) про (?:жертви|жертв|постраждалих|загиблих)(?: \w+){0,4} (?:не (?:надходило|було)|немає)"),
        ((A.KILLED,), r"загиблих (?:\w+ )?немає|ніхто не загинув"),
        ((A.DETAINED,), r"затриманих (?:поки )?немає"),
    ),
    people=r"осіб|особ\w+|люд\w+|діт\w+|дитин\w*|школяр\w*|підліт\w+|дівч\w+|хлоп\w+|жінк\w*|жінок|чоловік\w*|військов\w+|цивільн\w+|мешкан\w+|житель|жител\w+|полонен\w+|поліцейськ\w+|рятувальник\w*|медик\w*|лікар\w*|працівник\w*|пасажир\w*|доросл\w+|пацієнт\w*",
    gap_words=4,
)  # fmt: skip

# "Погибли тогда пятеро", "загиблих тепер 52": what may stand between harm and figure.
BETWEEN_ABROAD = (
    r"(?:уже|вже|теперь|тепер|тогда|тоді|всего|сразу|одразу|также|також|ещё|еще|ще|пока|наразі|как минимум|людей|чоловік|человек)"
    r"(?: (?:ещё|еще|ще))?"
)

OTHERS = Words(
    after=(
        (A.KILLED, r"(?:wurden |sind |starben|kamen )?(?:getötet\w*|tote[nr]?|todesopfer|starben|ums leben|gestorben|umgekommen)|muert[oa]s?|fallecid[oa]s?|murieron|fallecieron|perdieron la vida|mort[io]s?|morte?s?|vittime|morti|uccis[ei]|víctimas mortales|(?:personas? )?sin vida|personnes? sans vie|(?:ont été )?tuée?s?|ont (?:péri|trouvé la mort)|sont morte?s|décès|zginęł[oy]|zabitych|ofiar"),
        (A.SERIOUSLY_INJURED, r"(?:sont |ont été |est )?(?:grièvement|gravement) blessée?s?|(?:wurden )?(?:schwer|lebensgefährlich) verletzt\w*|(?:heridos? |heridas? |lesionad[oa]s )(?:graves?|de gravedad)|(?:están |estaban )?en (?:estado|condición) (?:grave|crític[oa])|ferit[io] gravi|gravemente ferit[io]|de ell[oa]s (?:de gravedad|graves?)|d['’]entre (?:eux|elles) (?:gravement|grièvement)|dans un état (?:grave|critique)|davon schwer"),
        (A.INJURED, r"lesionad[oa]s?|(?:wurden )?verletzt\w*|verwundet\w*|erlitt(?:en)? (?:\w+ )?verletzungen|herid[oa]s?|ferit[io]|(?:ont été )?blessée?s?|(?:zostało )?rannych|rannę"),
        (A.MISSING, r"(?:personas? )?desaparecid[oa]s?|vermisst\w*|(?:portée?s? )?disparue?s?|dispers[io]|zaginionych"),
        (A.EVACUATED, r"evacuad[oa]s?|evacuat[io]|évacuée?s?|evakuiert|in sicherheit gebracht"),
        (A.DETAINED, r"festgenommen|detenid[oa]s?|arrestat[io]|arrêtés?"),
    ),
    before=(
        (A.KILLED, r"starben|töteten?|tötete|mat[óo]|mataron|asesinaron|murieron|(?:han )?muerto|fallecieron|fallecimiento de|(?:cifra|número) de (?:muertos|fallecidos|víctimas)[^.;,]{0,40}?(?:subió a|asciende a|aumentó a|a)|zahl der (?:toten|todesopfer)[^.;,]{0,40}?auf|bilan[^.;,]{0,30}? (?:à|de)|liczba ofiar[^.;,]{0,30}?do|ucciso|uccidendo|causado|dej[óa]|deja(?:n|ron)|cobr[óo]|tuant|fait|zginęł[oy]|zabił[oaiy]?"),
        (A.INJURED, r"verletzten?|zahl der verletzten[^.;,]{0,40}?(?:auf|mit)|hirió|ferito|ferendo|blessant|rannych zostało"),
        (A.DETAINED, r"(?:ha|han|había|habían) detenido a|detuv(?:o|ieron) a|arrest(?:ó|aron) a|(?:a|ont) (?:arrêté|interpellé)|(?:arrestation|interpellation) de|detención de"),
    ),
    none=(((A.KILLED, A.INJURED), r"keine (?:opfer|verletzten|toten)|niemand wurde (?:verletzt|getötet)|sin víctimas|nessuna vittima|aucune victime|nessun ferito|aucun blessé|pas de (?:mort|victime|blessé)s?|no hubo (?:víctimas|heridos|muertos)|verletzt wurde niemand|nikt nie (?:ucierpiał|zginął)|personne n['’](?:a|avait) été (?:blessée?|touchée?|tuée?)|nadie (?:resultó|ha resultado|salió) (?:herid[oa]|lesionad[oa])|no hay (?:víctimas|heridos|muertos)|niemand kam zu schaden|nessuno è (?:rimasto|stato) ferito"),),
    people=r"menschen|personen|personas|persone|personnes|osób",
    gap_words=6,
)  # fmt: skip

BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN}
