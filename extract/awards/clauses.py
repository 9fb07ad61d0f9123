"""The clause of an amount that is given: giver, verb, taker and purpose by where they stand in it, whatever words they are.

A clause of giving is built in few ways, and each part of it is found by its place: ``[giver] awarded [taker] £5,000``, ``[taker] was
granted £5,000 by [giver]``, ``[taker] received £5,000``, ``£5,000 was handed to [taker]``, ``£5,000 will help to [purpose]``,
``the funding for [purpose] will be £5,000``. So takers need no name: ``a charity which helps victims of stalking``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.awards.purposes import VERBS
from extract.awards.wording import has_capitals
from extract.sentences import bodies

_NOUN = (
    r"(?:grants?|funding|funds?|awards?|donations?|contributions?|allocations?|investments?|packages?|boosts?|payments?|cash|money|sums?|pots?|"
    r"windfalls?|injections?|sponsorship|bursar(?:y|ies)|uplifts?|cheques?|lifeline|support|tranche|instalment|transfer|subsid(?:y|ies))"
)
#: What may stand between a verb and its amount, or open the amount: "a further", "more than", "just over".
_ABOUT = (
    r"(?:(?:a|an|the|this|that|his|her|its|their|our|my|some|just|more|less|than|over|under|around|about|approximately|circa|nearly|almost|roughly|up|to|at|least|"
    r"further|additional|another|extra|initial|annual|whopping|total|sum|of|out|also|between|them|each|in|all|well|close|remaining|combined|grand)\s+)*"
)
#: The noun that may stand before an amount: "a grant of", "funding worth", "grants totalling".
_NOUN_BEFORE = rf"(?:(?:[\w’'/-]+\s+){{0,5}}?{_NOUN}\s*,?\s+(?:of|worth|totalling|totaling|amounting to|valued at|to the (?:value|tune|sum) of|in the (?:sum|amount|region) of)\s+{_ABOUT})?"
_ADVERBS = r"(?:(?:also|now|already|recently|just|today|then|so far|jointly|both|all|each|formally|initially|since|provisionally|successfully|previously|subsequently|further|only|therefore|still|later|again|once again|together|eventually|collectively|between them|this year|this week|this month|last year|\w+ly)\s+)*"
_AUX = r"(?:has|have|had|will|would|shall|may|can|could|to|set|due|is|are|was|were)"
#: What makes a verb passive: "has now been", "is being", "will also be".
_BE = rf"{_ADVERBS}(?:{_AUX}\s+{_ADVERBS})*(?:is|are|was|were|be|been|being)\s+{_ADVERBS}"
_HAVE = rf"{_ADVERBS}(?:(?:has|have|had|will|would|shall|is|are|am|was|were|to|be|been|being|can|set|due|able|pleased|delighted|proud|agreed|promised|pledged|decided|committed|going|chosen|chose)\s+{_ADVERBS})*"
#: Verbs of giving that may have the taker before the money: "awarded the club £5,000".
_GIVES_ONE = (
    r"(?:award(?:s|ed|ing)?|grant(?:s|ed|ing)?|gave|gives?|giving|given|provid(?:e|es|ed|ing)|allocat(?:e|es|ed|ing)|hand(?:s|ed|ing)?|offer(?:s|ed|ing)?|pay(?:s|ing)?|paid|issu(?:e|es|ed|ing)|"
    r"present(?:s|ed|ing)?|gift(?:s|ed|ing)?)"
)
#: Those whose object is the money alone.
_GIVES = (
    r"(?:commit(?:s|ted|ting)?|contribut(?:e|es|ed|ing)|invest(?:s|ed|ing)?|reinvest(?:s|ed|ing)?|donat(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|earmark(?:s|ed|ing)?|approv(?:e|es|ed|ing)|releas(?:es|ed|ing)|"
    r"distribut(?:e|es|ed|ing)|hand(?:s|ed|ing)? (?:out|over|back)|plough(?:s|ed|ing)?|pump(?:s|ed|ing)?|inject(?:s|ed|ing)?|pour(?:s|ed|ing)?|channel(?:s|led|ling)?|devot(?:e|es|ed|ing)|dedicat(?:e|es|ed|ing)|"
    r"dish(?:es|ed|ing) out|transfer(?:s|red|ring)?|pass(?:es|ed|ing)? on|sign(?:s|ed) off|green-?lit|set(?:s|ting)? aside|ring-?fenc(?:e|es|ed|ing)|giv(?:es?|ing|en) (?:out|away)|gave (?:out|away)|splash(?:es|ed|ing)? out)"
)
#: The same verbs as they are said of the money or of the one who gets it.
_GIVEN = (
    r"(?:awarded|granted|given(?: out| away| over)?|provided|allocated|committed|contributed|invested|reinvested|donated|pledged|earmarked|ring-?fenced|approved|released|distributed|"
    r"handed(?: (?:out|over|back))?|offered|paid(?: out| over)?|ploughed(?: back)?|pumped|injected|poured|channelled|devoted|dedicated|directed|dished out|transferred|passed(?: on)?|"
    r"confirmed|signed off|green-?lit|issued|presented|gifted|set aside|put aside|shared(?: out)?|split|divided|made available|made|agreed|announced|promised|secured|won|obtained|used|spent|delivered|assigned)"
)
_GETS = (
    r"(?:receiv(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|wins?|won|winning|gets?|got|gotten|getting|obtain(?:s|ed|ing)?|attract(?:s|ed|ing)?|gain(?:s|ed|ing)?|acquir(?:e|es|ed|ing)|land(?:s|ed|ing)?|bag(?:s|ged|ging)?|"
    r"net(?:s|ted)?|scoop(?:s|ed)?|benefit(?:s|ed|ing)? from|shar(?:e|es|ed|ing)(?: in)?|in receipt of|successful(?:ly)? (?:in )?(?:securing|obtaining|attracting|winning|appl(?:ied|ying) for|bid(?:ding)? for|secured|obtained))"
)
#: Said of the one who gets it: "has been awarded", "was boosted by".
_WAS_GIVEN = r"(?:awarded|granted|given|allocated|offered|paid|provided with|handed|promised|issued(?: with)?|presented with|gifted|boosted (?:by|with)|supported (?:by|with)|backed (?:by|with)|donated)"
#: The noun that goes with an amount behind it: "£10,000 grant", "£25,000 worth of funding", "£1.2m in government funding".
_NOUN_BEHIND = re.compile(
    rf"^(?:\s+(?:worth\s+of|of|in)\s+(?:(?!the\b|which\b)[\w’'/-]+\s+){{0,4}}?{_NOUN}\b|"
    rf"\s+(?:(?!(?:to|for|from|will|has|was|is|in|of|by|and|on|into|towards|going|go|goes|went|being|received|{_GIVEN})\b)[\w’'/&-]+\s+){{0,4}}?{_NOUN}\b)",
    re.IGNORECASE,
)
_NO_VERB = r"(?!which\b|that\b|who\b|has\b|have\b|was\b|were\b|is\b|are\b|will\b|would\b|to\b)"
#: Words between the money and its verb: "(the whole of the fund)", "from the Home Office", ", raised at auction,".
_BETWEEN = rf"\)?(?:\s*\([^()£]{{2,60}}\)|,\s[^.;£,]{{3,90}},|\s+(?:(?:{_GIVEN}|received)\s+(?:by|from|to|under|through)|from|for|of|in|over|across)\s+(?:{_NO_VERB}[\w’'&/-]+,?\s+){{1,8}}?(?=\S))?,?"
_IS_GIVEN = re.compile(rf"^{_BETWEEN}\s*{_BE}(?P<verb>{_GIVEN})\b(?P<tail>[^;£]*)", re.IGNORECASE)
#: "£10.1m going towards", "£3m acquired from", "£12,000 awarded to": a participle goes with the money.
_PARTICIPLE = re.compile(
    rf"^\s+(?:each\s+|being\s+|to be\s+|is to be\s+|has\s+|have\s+|will\s+)?(?P<verb>{_GIVEN}|received|acquired|raised|going|went|goes|go|gone|available)\b(?=(?:\s+over\s+(?:the next\s+)?\w+\s+years?)?\s+(?:back\s+)?(?:to|by|from|for|towards|between|among|amongst|across|in|into|on)\b)(?P<tail>[^;£]*)",
    re.IGNORECASE,
)
#: What the money does: "will help", "is to go towards", "is being spent on".
_AIM = re.compile(
    rf"^{_BETWEEN}\s*(?:{_AUX}|be|being)\s+(?:(?:{_AUX}|be|being|also|now|then|help|help to)\s+)*(?:go(?:ing)? (?:on |towards? |(?P<to>(?:in)?to ))|help(?:ing)? (?:to )?|be put towards |put towards |(?=(?:support|enable|fund|pay for|benefit|allow|cover|provide|finance|sustain|cover|extend|expand|boost)(?:ing)?\s))"
    r"(?P<what>[^.;£]{3,200})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"(?:^|(?<=\s)){_HAVE}(?:(?P<verb>{_GIVES_ONE})\s+(?P<to>(?!(?:that|to|for|with|and|in|on|by|from|how|a total|grants?|funding|up|out|over|back)\b)(?:(?!(?:that|which|who|for|to|by|from|at|with|as|into|of|on)\b)[\w’'&,/()-]+\s+){{1,9}}?)?|{_GIVES}\s+){_NOUN_BEFORE}{_ABOUT}$",
    re.IGNORECASE,
)
_SPENDING = re.compile(rf"(?:^|(?<=\s)){_HAVE}(?:spends?|spent|spending)\s+{_NOUN_BEFORE}{_ABOUT}$", re.IGNORECASE)
_GETTING = re.compile(rf"(?:^|(?<=\s)){_HAVE}(?P<verb>{_GETS})\s+{_NOUN_BEFORE}{_ABOUT}$", re.IGNORECASE)
_TAKING = re.compile(rf"(?:^|(?<=\s)){_BE}(?P<verb>{_WAS_GIVEN})\s+{_NOUN_BEFORE}{_ABOUT}$", re.IGNORECASE)
#: "Charities given", "Six clubs awarded": a headline has no "were".
_HEADLINE = re.compile(
    rf"^\W*(?P<who>(?:{_NO_VERB}[\w’'&/-]+\s+){{1,8}}?)(?P<verb>awarded|granted|given|handed|offered|allocated|gifted)\s+{_NOUN_BEFORE}{_ABOUT}$",
    re.IGNORECASE,
)
_PAYS_FOR = re.compile(
    r"^(?:pay(?:ing)? for|fund(?:ing)?|financ(?:e|ing)|cover(?:ing)?)\s+(?:the\s+)?(?=\S+\s)", re.IGNORECASE
)
#: Nothing of the clause stands before the money but what opens it.
_OPENS = re.compile(
    rf"^\W*(?:(?:in|on|since|during|over|last|this|so far|also|and|following|under|as part of)\b[^,£]{{0,60}},\s*)?(?:and\s+)?(?:the\s+{_NOUN}(?:\s+from\s[^,£]{{3,40}})?,?\s+(?:\(|worth\s+|of\s+)?)?(?:{_NOUN_BEFORE}|[\w’'-]+\s+){_ABOUT}$",
    re.IGNORECASE,
)
#: Where another clause begins: what stands before it is none of this one's.
_CLAUSE = re.compile(
    r"[;:–—“\"]|,?\s+(?:but|while|whilst|where|because|after|when|if|since)\s+|\b(?:sa(?:id|ys?)|announc\w+|report\w*|not(?:e|es|ed|ing)|confirm\w*|explain\w*|told|tells?|agree\w*|advis\w+|inform\w*|heard|hears?|learn\w*|decid\w+|recommend\w*|propos\w+|ensur\w+|delighted|pleased|proud|glad|happy|show\w*|reveal\w*|mean\w*|meant|stat(?:e|es|ed|ing)|suggest\w*|understand\w*|news|fact|that)\s+(?:(?:us|them|him|her|me|the \w+|members|councillors)\s+)?that\s+|,\s+with\s+|\b(?:saw|seen|sees|seeing)\s+|\.\s"
)
#: What may open a clause before its subject: "In 2019,", "As part of the plan,", "last year".
_OPENING = r"\W*(?:(?:in|on|at|since|during|over|last|this (?:week|month|year|time)|earlier|so far|as part of|following|after|for|under|through|of|from|with|thanks to|also|meanwhile|elsewhere|today|now|then|among)\b[^,£]{0,90},\s*|(?:in|for|during|since|by)\s+(?:(?:early|late|mid|[A-Z][a-z]+)\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4}| to (?:20)?\d\d)?,?\s+|(?:this|last|earlier this|each|every) (?:year|month|week),?\s+)"
_ADVERBIAL = re.compile(rf"^{_OPENING}", re.IGNORECASE)
_APPOSED = re.compile(r"\s*(?:,\s[^£;]{2,160}?,|,\s[^£;]{2,160}$|\([^()£]{2,80}\))\s*$")
_PRONOUN = re.compile(
    r"^(?:(?:we|i|they|you|he|she|it)[’'].*|it|they|we|i|he|she|you|this|these|those|that|which|who|there|one|some|both|all|each|others?|more|money|funding|cash|grants?|confirmation|notification|approval|news|decisions?|at\b.*|in\b.*|on\b.*|since\b.*|under\b.*|from\b.*|through\b.*|after\b.*|with\b.*|for\b.*|the (?:money|funding|cash|grants?|project|scheme|work|fund|pot|figure|total|sum|amount)|(?:and|or|as|to|of|by)\b.*)$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|said|says|announced|launched|submitted|made|became|told|went|put|bid|applied|be|been|being)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|that|who|whose)\b")
#: The subject of a sentence whose second verb has no own one: "The VRU submitted a bid in March, and were awarded".
_FIRST_SUBJECT = re.compile(
    rf"^\W*(?:{_OPENING})?(?:[Tt]he\s+)?(?P<who>(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?[A-Z][\w’'&/-]*(?:\s+(?:and\s+|of\s+|for\s+)?[A-Z][\w’'&/-]*){{0,7}})\s+(?:has|have|had|[a-z]+ed|put|made|bid|won|got)\b[^;£]*\band$"
)
#: Words that tell that a noun phrase is of people or bodies who may be paid, and not of what is done.
_WHO = re.compile(
    r"\b(?:groups?|charit(?:y|ies)|organisations?|partnerships?|councils?|forces?|clubs?|schools?|services|centres?|units?|providers?|teams?|trusts?|communities|causes|commissioners?|PF?CCs?|OP?F?CCs?|applicants|bidders|recipients|partners|"
    r"projects|schemes|initiatives|agencies|authorit(?:y|ies)|boroughs|districts|CSPs?|VRUs?|YOS|police|universit(?:y|ies)|colleges?|associations?|committees?|foundations?|hospices?|refuges?|churches|societ(?:y|ies)|networks?|companies|firms|facilities|areas|hubs?|residents|families|victims)\b",
    re.IGNORECASE,
)
_TAIL_TO = re.compile(
    rf"^(?P<skip>[^.;£]{{0,70}}?)\b(?:to|between|among(?:st)?|across|(?<=shared )by|(?<=split )by)\s+(?!(?:\w+ly\s+)?(?:{VERBS}|be|go|give|the value|date|them|it|him|her|us|this|that)\b)(?P<who>[^.;£]{{3,160}})",
    re.IGNORECASE,
)
#: Where the name of a taker or of what money is for ends.
_PHRASE_END = re.compile(
    r"(?:,(?!\s+[A-Z])|;|\.|\(|\s+[–-]\s|\b(?:to|for|from|by|which|that|who|whose|where|so|over|through|via|as|with|towards?|under|until|using|during|following|after|because|since|based|has|have|had|was|were|is|are|will|would|including|and (?:a|an|the|has|was|will|is)\b|in (?:19|20)\d\d|in the (?:year|last|past|next|first|current|coming)|this (?:year|month|week)|last (?:year|month|week)|each year|per (?:year|annum))\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?P<who>[^,.;£]{3,80})", re.IGNORECASE)
_PAYS = re.compile(r"pa(?:y|id)", re.IGNORECASE)
#: What these pay and put into something is no award.
_PUBLIC = re.compile(
    r"\b(?:residents|victims|people|public|households|customers|drivers|motorists|taxpayers|offenders|criminals|fraudsters|wom[ae]n|m[ae]n|owners|respondents)\s+(?:who\s+|have\s+|to\s+|had\s+)*$",
    re.IGNORECASE,
)
#: All of a kind in the country.
_ALL = re.compile(r"^(?:the\s+)?(?:police\s+)?(?:forces|councils|authorities|PCCs|areas|partnerships)$", re.IGNORECASE)
#: Verbs of what is given and of all other money too.
_SPENT = re.compile(r"spent|used|invested|put|delivered|raised|made|agreed|confirmed|approved", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:go|goes|going|gone|went)\s+on\b", re.IGNORECASE)
_OF_GIFT = re.compile(
    rf"\b{_NOUN}\b|\b(?:bids?|another|further|additional|of this|of that|remaining|the rest)\b", re.IGNORECASE
)
#: What is done for others than the force itself: "on services for victims", "in local projects".
_FOR_OTHERS = re.compile(
    r"^(?:\s+(?:over|in|during) (?:the )?(?:next|last|past|coming) (?:\w+ )?(?:years?|months?))?\s+(?:on|in|into|to support|to fund|towards)\s[^.;£]{0,80}?\b(?:victims?|communit(?:y|ies)|charit\w+|voluntary|grants?|projects?|youth|young|children|domestic|sexual|diversion\w*|rehabilitat\w+|drugs?|alcohol|refuges?|restorative|mentor\w*|perpetrators?|abuse|refuge)\b",
    re.IGNORECASE,
)
#: "The total funding for our services in the next year will be", "Our grant to the centre is": the sum of what is given.
_SUM_IS = re.compile(
    rf"\b{_NOUN}\s+(?:(?:from|by)\s+[^.;£,]{{3,60}}?\s+)?(?P<to>for|towards|to support|to|in support of)\s+(?!(?:19|20)\d\d|the (?:year|next|last|coming|current)|this year|next year|last year)(?P<what>[^.;£,]{{3,100}}?)"
    r"(?:,?\s+(?:in|for|during|over)\s+(?:(?:the|this|next|last|each|coming|current|financial|year|years?|three|two|four|first|(?:19|20)\d\d(?:[/–-]\d{2,4})?)\s*)+)?,?\s+"
    rf"(?:is|was|will be|are|were|totals?|totalled|came to|comes to|amounts to|amounted to|stands at|stood at|(?:has|have|had|is|was)?\s*(?:been\s+)?(?:doubled|increased|risen|grown|increasing|raised|rising|rises|rose) to)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_TO_SOMEONE = re.compile(r"to$", re.IGNORECASE)
#: Money of whole forces and the country, which is told as a sum too.
_OF_BUDGETS = re.compile(
    r"\b(?:polic(?:e|ing)|forces?|constabulary|national|budgets?|officers?|councils|per|core|capital|revenue)\b",
    re.IGNORECASE,
)
#: Verbs after which "to" tells what money is for: "to allocate £250,000 to rural crime".
_DEVOTES = re.compile(r"\b(?:allocat|commit|devot|dedicat|earmark|channel|direct)\w*\b", re.IGNORECASE)
_DEVOTED = re.compile(rf"^\s+to\s+(?:the\s+)?(?!(?:\w+ly\s+)?(?:{VERBS}|be|go)\b)(?P<what>[a-z][^.;£,]{{3,120}})")
_PUT_TO = re.compile(
    r"^(?:\s+(?:over|in|during) (?:the )?(?:next|last|past|coming) (?:\w+ )?(?:years?|months?))?\s+(?:back\s+)?(?:in(?:to)?|on|towards?)\s+(?P<what>(?!(?:19|20)\d\d|the (?:year|last|past|next|first|current|coming)|[A-Z][a-z]+ 20\d\d)[^.;£]{3,160})"
)
_NOT_MONEY_GIVEN = re.compile(
    r"\b(?:budget|precept|reserves|deficit|inflation|borrowing|pay award|council tax|pensions?|victims? (?:of fraud|lost)|scam\w*|fraud\w*|fined|court|conned|stolen|pothole|saving)\b",
    re.IGNORECASE,
)
#: Behind an amount: "(the list is below) to six clubs".
_ASIDE = re.compile(r"^\s*\([^()£]{3,160}\)\s+(?=(?:to|between|among)\s)")
#: "to be shared across six projects": what is done with the money, and nobody.
_VERB_BEGINS = re.compile(r"(?:be|have|get|go)\s")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Clause:
    """What the build of a clause tells of its amount: who gives it, who takes it, what it is for, as printed, each None where it says nothing."""

    giver: str | None
    taker: str | None
    purpose: str | None


def clause_of(left: str, right: str) -> Clause | None:
    """The clause of giving around the amount between two texts; None where it is not built as one.

    Examples: ``A charity which helps victims of stalking has been given | by the Mayor`` the charity takes and the Mayor gives;
    ``Around | is being handed to a new violence reduction unit`` the unit takes; ``| will help the club buy gloves`` the purpose.
    """
    left, right = left[-300:], right[:300]
    if _NOT_MONEY_GIVEN.search(left[-120:]) or _NOT_MONEY_GIVEN.search(right[:120]):
        return None
    noun = _NOUN_BEHIND.match(right)
    tail = _ASIDE.sub(" ", right[noun.end() :] if noun else right)
    if found := _TAKING.search(left) or _GETTING.search(left):
        return Clause(_giver(tail), _subject(left[: found.start()]), None)
    if (
        (found := _HEADLINE.match(left))
        and _names_taker(found["who"])
        and not _FINITE.search(found["who"])
        and (found["verb"].lower() == "given" or (_WHO.search(found["who"]) and not bodies(found["who"])))
    ):
        return Clause(_giver(tail), found["who"].strip(), None)
    if found := _ACTIVE.search(left):
        direct = found["to"]
        taker = _phrase(direct) if direct and _names_taker(direct) else _taker(tail)
        if _PUBLIC.search(left[: found.start()]) or (_PAYS.match(found["verb"] or "") and taker is None):
            return None
        devoted = _DEVOTED.match(tail) if taker is None and _DEVOTES.search(left[found.start() :]) else None
        return Clause(_giver_first(left[: found.start()]), taker, _phrase(devoted["what"]) if devoted else None)
    if found := _IS_GIVEN.match(tail) or _PARTICIPLE.match(tail):
        general = _SPENT.match(found["verb"]) or _GOES_ON.match(found["verb"] + found["tail"])
        if general and not (noun or _OF_GIFT.search(left) or _FOR_OTHERS.match(found["tail"])):
            return None
        taker = _taker(found["tail"])
        return Clause(_giver(found["tail"]), taker, None if taker else _purpose(found["tail"]))
    if (found := _SUM_IS.search(left)) and not _OF_BUDGETS.search(left):
        what = found["what"].strip(" ,")
        if any(body.kind == "government" and body.start < 5 for body in bodies(what)):
            return None
        taker = _phrase(what) if _TO_SOMEONE.match(found["to"]) and _names_taker(what) else None
        return Clause(_giver(left[: found.start("what")]), taker, None if taker else what)
    if (found := _SPENDING.search(left)) and _FOR_OTHERS.match(tail):
        return Clause(_giver_first(left[: found.start()]), None, _purpose(tail))
    if _OPENS.match(left) and (found := _AIM.match(tail)):
        what = _PAYS_FOR.sub("", found["what"].strip(" ,"))
        taker = _taker(f" to {what}") if found["to"] else None
        return Clause(None, taker, None if taker else what) if len(what.split()) > 1 else None
    return None


def _purpose(tail: str) -> str | None:
    """What money is put to, behind its verb: ``in projects that help children``, ``on analysts``."""
    found = _PUT_TO.match(tail)
    return re.sub(r"\s+(?:and|with|plus|,)$", "", found["what"].strip(" ,")) if found else None


def names_many(name: str) -> bool:
    """True for words that say of what kind those are who are paid: ``42 projects``, ``each CSP``."""
    return bool(_WHO.search(name))


def _subject(words: str) -> str | None:
    """The one of whom a verb is said, where ``words`` is what stands before the verb: a noun phrase with what describes it."""
    if words.rstrip().endswith(" and") and (first := _FIRST_SUBJECT.match(words.rstrip())):
        return first["who"]
    last = _noun_phrase(_CLAUSE.split(words)[-1])
    # "Services which support children after abuse": what parts clauses may stand in what describes the taker.
    return last or (_noun_phrase(words) if _RELATIVE.search(words) else None)


def _noun_phrase(clause: str) -> str | None:
    while opening := _ADVERBIAL.match(clause):
        clause = clause[opening.end() :]
    # "Hope Trust in Deal, which was granted": the verb of the relative clause is said of the name before it.
    clause = re.sub(r",?\s+(?:which|who|that)$", "", clause.strip())
    if apposed := _APPOSED.search(clause):
        clause = clause[: apposed.start()]
    clause = re.sub(r"^(?:and|also|then|now)\s+", "", clause.strip(" ,"), flags=re.IGNORECASE)
    head = _RELATIVE.split(clause)[0]
    if (
        not clause
        or _PRONOUN.match(clause)
        or _FINITE.search(head)
        or len(clause.split()) > _LONGEST
        or not (_WHO.search(head) or bodies(head) or head[:1].isupper())
    ):
        return None
    return clause


def _giver_first(words: str) -> str | None:
    """Who gives, before the verb of giving: the last body that its clause names, or the government."""
    clause = _CLAUSE.split(words)[-1]
    named = bodies(clause)
    if named and not clause[named[-1].end :].strip(" ,"):
        return named[-1].text
    plain = re.search(r"\b(?:[Gg]overnment|Mayor)$", clause.strip())
    return plain.group(0) if plain else None


def _giver(tail: str) -> str | None:
    found = _BY.search(tail[:140])
    if found is None:
        return None
    named = bodies(found["who"])
    if named and named[0].start == 0:
        return named[0].text
    plain = re.match(r"(?:[\w-]+\s+){0,2}?(?:[Gg]overnment|Mayor)\b", found["who"])
    return plain.group(0) if plain else None


def _taker(tail: str) -> str | None:
    """Who is paid, behind the verb: ``to nine community-based services``, ``between five groups``."""
    found = _TAIL_TO.match(tail)
    if found is None or re.search(r"\b(?:for|so|which|that|who)\b", found["skip"]):
        return None
    return _phrase(found["who"]) if _names_taker(_PHRASE_END.sub("", found["who"])) else None


def _names_taker(words: str) -> bool:
    words = words.strip()
    return (
        bool(words)
        and not _VERB_BEGINS.match(words)
        and not _PRONOUN.match(words)
        and not _ALL.match(words)
        and (bool(_WHO.search(words)) or bool(bodies(words)) or (words[:1].isupper() and has_capitals(words)))
    )


def _phrase(words: str) -> str | None:
    phrase = _PHRASE_END.sub("", words.strip()).strip(" ,")
    return phrase if phrase and len(phrase.split()) <= _LONGEST else None
