"""The word lists that rules about wording share, and expressions over words that pass most of a text over at once."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces: a long list reads better so."""
    return frozenset(words.split())


def by_first_letter(alternatives: str) -> str:
    """A regular expression for ``alternatives``, as ``fall|fell|rise``, in large and small letters, grouped by their first letters.

    So most words of a text are passed over at once, which takes half the time or less: the engine tries each alternative that
    does not begin with a sign of one case. The example becomes ``(?:(?-i:[fF])(?i:all|ell)|(?-i:[rR])(?i:ise))``. For asking whether
    one of them stands there: which one is found first is another order. Those that do not begin with a letter are kept as they are.
    """
    return "(?:" + "|".join(_of_letter(letter, rest) for letter, rest in _by_letter(alternatives).items()) + ")"


def small_words(alternatives: str) -> str:
    r"""A regular expression for ``alternatives`` at the beginning of a word, in small letters only, grouped as by ``by_first_letter``.

    ``fall|fell|rise`` becomes ``(?a:\b)(?:f(?:all|ell)|r(?:ise))``: whether a word of plain letters begins is asked in half the time
    of ``\b``, which knows all alphabets.
    """
    groups = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in _by_letter(alternatives).items())
    return rf"(?a:\b)(?:{'|'.join(groups)})"


def _by_letter(alternatives: str) -> dict[str, list[str]]:
    """What comes after the first letter of each alternative, by that letter; whole, under "", where it begins with none."""
    groups: dict[str, list[str]] = {}
    for one in _alternatives(alternatives):
        begins = one[:1].isalpha() and one[1:2] not in tuple("?*+{")
        groups.setdefault(one[0].lower() if begins else "", []).append(one[1:] if begins else one)
    return groups


def _of_letter(letter: str, rest: list[str]) -> str:
    first = f"(?-i:[{letter}{letter.upper()}])" if letter else ""
    return f"{first}(?i:{'|'.join(rest)})"


def _alternatives(expression: str) -> list[str]:
    """The parts of an expression between strokes that stand in no brackets."""
    parts, depth = [""], 0
    for sign in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", expression, re.DOTALL):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def lowered(text: str) -> str:
    """``text`` in lower case and of the same length: a few letters of other languages stay as they are.

    An expression over lower case is about twice as fast as one that has to try both.
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


#: Verbs that stand between what is said of and what is said: a noun phrase ends before them.
VERBS = word_set(
    """
    is are was were be been being am has have had having do does did will would shall should can could may might must cannot
    show shows showed shown showing stand stands stood standing remain remains remained remaining become becomes became
    represent represents represented represents equate equates equated equating account accounts accounted accounting amount
    amounts amounted amounting total totalled totals totalling reach reaches reached see sees saw seen made make makes making
    rise rises rose risen rising fall falls fell fallen increased increases increasing decreased decreases decreasing reduced
    reduces reducing dropped drops improved improves improving grew grown grows declined declines reported reports recorded
    received receives contributed provided provides contains contained include includes included including indicate indicates
    indicated demonstrate demonstrates demonstrated took takes taken gave given gives went goes gone said says stated states
    think thinks believe believed expect expected expects estimated identified continue continues continued carried conducted
    completed undertaken undertook attended answered achieved achieves met meets exceeded exceeds fell led helped helps resulted
    enabled enable require requires required relate relates related compare compares compared comparing noted raised set
    worked works realise realises realised faces faced highlighted highlights closing close attracted attracting attract engaged engage engages investigate investigates deals deal dealt upheld finalised issued held
    come comes came coming go going bring brings brought bringing put puts adds adding leave leaves leaving jumped climbed soared
    surged plunged dipped slipped halved doubled trebled tripled employs employed generate generates generated totalling averages
    averaged secured delivered deliver saved saves cost costs reflects reflected reflecting rated scored ranked voted selected visited accessed welcomed supported
    asked asks propose proposes proposed sought seeks agreed agrees approved approves recommended recommends requested requests
    announced announces suggested suggests explained confirmed advised told heard backed backs endorsed endorse endorses rejected vetoed veto vetoes presented
    exclude excludes excluded assume assumes assumed worry worries worried finish finishes finished settled spoke spoken rating trusted
    """
)

#: Words that join clauses or open new ones: a noun phrase ends before them.
CONNECTORS = word_set(
    """
    that which who whom whose where when while whilst although though because since but however if as than then so thus
    therefore whether thanks with without and or nor plus versus vs v via per whereas until unless following due despite despite also
    """
)

#: Words that may open a noun phrase and say nothing of what is counted.
OPENERS = word_set(
    """
    a an the this that these those our its their his her my your there it they we he she such some any all each every both
    another other others further additional extra total overall approximately about around only just also now currently still
    very few at in on by for of to from and or but with as while whilst when where which who that however although furthermore
    moreover additionally overall consequently nationally locally regionally meanwhile similarly respectively again over more
    than less most least same last latest current previous recent first second new not no yet already so far year-on-year
    soon both above well out up down possible i what such including include includes being constabulary's force's constabulary’s force’s forces' several many much been has have had is are was were will would s within during per
    """
)

#: Prepositions that may tie a second noun to the first within a label: "hours of training", "welfare calls to vulnerable people".
TIES = word_set("of for on against about awaiting involving concerning regarding relating with from per under by")

#: Pronouns: what they stand for is in an earlier sentence.
PRONOUNS = word_set("it this that these those they he she we there which who i what")

#: Nouns that may be tied to a second one by "to": "calls to vulnerable people", "time to answer".
TIED_BY_TO = word_set(
    "calls visits contacts responses response respond responding answer reply emails letters referrals time access threats damage "
    "replies comments objections answers harm risk injury injuries linked related"
)

#: Nouns too general to say by themselves what is measured.
GENERIC = word_set(
    """
    figure figures number numbers level levels total totals volume volumes rate rates percentage percentages proportion
    performance offence offences crime crimes incident incidents case cases report reports reported recorded result results
    this these those it they which that what one ones change changes increase decrease reduction rise fall improvement
    police trend trends period periods quarter year month data statistics score value amount count sum average others other each
    them us reductions increases decreases target targets floor rag kpi kpis rated annual net average force constabulary council commissioner government panel team department directorate measure indicator indicators out comparison quarter's overall currently now latest current compliance majority minority individuals
    statistically significant county counties district districts borough boroughs area areas proposal proposals growth gain similar group national nationally country msg
    member members elsewhere people highest lowest largest smallest biggest greatest strongest weakest best worst goal aim ambition objective aspiration persons who there rest remainder position year's month's quarter's times occasions time responses
    """
)

#: Words that only say when, which way or how much better, or where in a paper something stands: by themselves they name nothing.
UNTELLING = word_set(
    """
    ago earlier later before after beforehand afterwards since today date years months week weeks half end start beginning early late
    january february march april june july august september october november december spring summer autumn winter timeframe
    up down higher lower above below better worse well far further downwards upwards ahead behind flat unchanged stable steady
    supporting information points point question questions public summary executive introduction background overview headlines headline
    key message messages finding findings note notes commentary context reference section appendix contents chart charts graph graphs
    law conclusion page place main thing things matter matters item items
    """
)

#: What panel papers count. A number before a noun phrase that ends with one of these measures something.
COUNTED = word_set(
    """
    offence offences crime crimes incident incidents occurrence occurrences arrest arrests detection detections charge charges
    caution cautions conviction convictions prosecution prosecutions homicide homicides murder murders rape rapes robbery
    robberies burglary burglaries assault assaults theft thefts attack attacks stabbing stabbings shooting shootings collision
    collisions casualty casualties death deaths fatality fatalities injury injuries seizure seizures warrant warrants search
    searches referral referrals disclosure disclosures report reports call calls log logs email emails contact contacts visit
    visits complaint complaints allegation allegations appeal appeals case cases investigation investigations order orders
    notice notices ticket tickets victim victims survivor survivors suspect suspects offender offenders individual individuals
    person persons people child children girl girls boy boys woman women man men youth youths family families household
    households resident residents respondent respondents participant participants attendee attendees delegate delegates
    follower followers subscriber subscribers volunteer volunteers cadet cadets constable constables special specials officer
    officers staff employee employees pcso pcsos sergeant sergeants inspector inspectors detective detectives investigator
    investigators caseworker caseworkers handler handlers operator operators post posts vacancy vacancies recruit recruits
    applicant applicants application applications candidate candidates joiner joiners leaver leavers fte ftes vehicle vehicles
    camera cameras device devices drone drones weapon weapons knife knives firearm firearms plant plants hour hours patrol
    patrols event events session sessions survey surveys response responses interview interviews check checks view views
    hit hits group groups hub hubs school schools pupil pupils student students licence licences certificate certificates
    file files motorist motorists driver drivers rider riders pedestrian pedestrians patient patients detainee detainees
    prisoner prisoners adviser advisers advisor advisors coordinator coordinators co-ordinator co-ordinators advocate advocates
    mentor mentors worker workers member-of-staff managers manager director directors supervisor supervisors analyst analysts
    ambassador ambassadors signature signatures property properties dwelling dwellings premises bike bikes motorcycle
    motorcycles mile miles pledges dispersals evictions injunctions closures interventions contraventions breaches
    submissions leaflets letters packs kits bids projects grants awards applicants evictions episodes homes women's males
    females teenagers mispers absences suspensions dismissals resignations grievances tribunals claims misconduct hearings
    transactions visitors viewers listeners engagements messages tweets posts likes impressions downloads users interactions
    """
)

#: Nouns after a number that parts, lists or schedules a thing instead of measuring it.
UNCOUNTED = word_set(
    """
    month months year years week weeks day days quarter quarters decade decades fortnight minute minutes term terms
    section sections paragraph paragraphs page pages item items agenda theme themes priority priorities area areas objective
    objectives strand strands type types category categories stage stages phase phases step steps tier tiers level levels
    pillar pillars question questions recommendation recommendations force forces county counties district districts council
    councils authority authorities board boards meeting meetings option options way ways element elements principle principles
    aspect aspects factor factors reason reasons point points issue issues member members panel panels paper papers copy copies
    site sites location locations division divisions bcu bcus stream streams workstream workstreams team teams thing things
    part parts side sides key core main major strategic pod pods model models component components criteria criterion
    grade grades occasion occasions party parties partner partners organisation organisations agency agencies body bodies
    hotspot hotspots region regions country countries town towns city cities ward wards borough boroughs parish parishes unit units function
    functions service services process processes project projects programme programmes plan plans outcome outcomes aim aims
    goal goals task tasks action actions activity activities measure measures indicator indicators domain domains
    pcc pccs mp mps councillor councillors representative representatives trustee trustees abstention abstentions vote votes
    times half third thirds fold per-cent number numbers figure figures set sets list lists review reviews
    audit audits inspection inspections visit change changes role roles year-olds weekend weekends shift shifts
    constabularies nhs trusts charities providers options occasions methods purposes questions scenarios chapters
    """
)

#: What money is stated of as a measure and not as a gift for a purpose.
MONEY_MEASURED = word_set(
    """
    saving savings budget budgets precept precepts gap gaps shortfall shortfalls deficit deficits surplus underspend
    underspends overspend overspends expenditure spend spending reserves reserve council-tax pressure pressures turnover
    efficiencies efficiency cuts cut reduction income borrowing debt liabilities balances balance costs cost overtime
    household requirement band bill payroll outturn variance inflation charge losses
    """
)
