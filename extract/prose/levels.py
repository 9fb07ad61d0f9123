"""Wordings of levels: "overall compliance was 55%", "93% of women do not reoffend", "an average of 145 working days", "Burglary 67%"."""

from __future__ import annotations

import itertools
import re

from extract.names.measures import match_measure
from extract.prose.claims import SAME, Claim, Claims, index_at
from extract.prose.counts import FREQUENCY, of_new_people
from extract.prose.frame import ANY, AREA, BLANK, COUNT, MONEY, PERCENT, PERIOD, TIME, A, Frame, M, N, P, S, T
from extract.prose.money import is_money_measure
from extract.prose.phrases import FOR_EVERY, after, before, first_words, head, is_generic, opening, subject, trimmed_end
from extract.wording import TIES, UNCOUNTED, VERBS, small_words

#: Small words, brackets, periods and areas between a verb and its figure; each begins with its own space, so that there is one way to match.
_FILL = (
    rf"(?:\s+\([^()]*\)|\s+{T}|\s+{A}|\s*,|\s+(?:at|now|currently|however|though|around|only|just|also|still|again|consistently|the|an?|in|for|of|to|from|"
    r"during|over|total|excess|high|low|strong|stable|steady|static|unchanged|constant|broadly|relatively|fairly|very|frozen|held|kept|capped)\b)*?"
)
_PAIR = re.compile(
    rf"(?:^|[,;:(]\s*|\band\s+)(?P<what>[a-z][\w'’-]*(?:\s[\w'’-]+){{0,3}})\s?[:=]\s*(?P<first>{P}|{N})(?=\s*(?:$|[,;.)]|and\b))"
)
_COPULA_VERBS = small_words(
    r"is|was|are|were|stands?|stood|standing|remains?|remained|remaining|reached|reaches|totalled|totals|totalling|averaged|"
    r"averages|took|takes?|has\s+been|have\s+been|amounts?\s+to|amounted\s+to|came\s+to|equates?\s+to|equated\s+to|comprises?|comprised|numbered|"
    r"(?:runs?|ran|running|sits?|sat|comes?\s+in|came\s+in|works?\s+out|worked\s+out|levelled\s+off|peaked|hovers?|hovered|settled|settles|steadied|held|stuck)(?=\s+at)|"
    r"(?:(?<=will\s)|(?<=would\s))(?:reach|total|average|number)|will\s+be|would\s+be|would\s+then\s+be|stay(?:s|ed)?(?:\s+the\s+same)?(?=\s+at)|(?:is|are|was|were|be|been)\s+(?:kept|held|maintained|capped|frozen|fixed)(?=\s+at)|constitutes|stabilised"
)
_COPULA = re.compile(rf"(?P<verb>{_COPULA_VERBS}){_FILL}\s+(?P<first>{ANY})")
_LEVEL_NOUNS = small_words(
    r"rates?|levels?|averages?|median|mean|totals?|target|score|time(?:\s+to\s+\w+)?|strength|headcount|establishment|"
    r"caseload|turnout|sample|number|sum|figure|value|population"
)
_OF = re.compile(rf"(?P<noun>{_LEVEL_NOUNS})(?:\s*{A})?\s+(?:of|for|at)\s+(?P<first>{ANY})")
_AT = re.compile(rf"(?<=\w),\s+(?:now\s+|still\s+|currently\s+)?at\s+(?P<first>{P}|{S})(?=\s*(?:,|$|[.;)]))")
#: The same of what was told of before: "The mean of similar forces was a good deal higher, at 68.97".
_HIGHER_AT = re.compile(
    rf"\b(?:average|mean|median|figure|rate)s?\b[^,;:.{COUNT}-{TIME}]{{0,60}}?\b(?:is|was|are|were)\s+(?:[a-z]+\s+){{0,4}}?(?:higher|lower|better|worse|similar|above|below)(?:\s+still)?,\s+(?:at\s+)?(?P<first>{N}|{P}|{S})(?=\s*(?:$|[.;,)]))"
)
#: A second level in the same words: "Satisfaction stood at 74% and confidence at 60%".
_AND_AT = re.compile(
    rf"(?:,|,?\s(?:and|while|with|but))\s+(?:the\s+|its\s+|our\s+)?(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{3,50}}?)\s+(?:now\s+|still\s+|currently\s+)?at\s+(?P<first>{P}|{S})(?=\s*(?:,|$|[.;()]|and\b|in\b|{A}))"
)
#: How soon something was done: "999 calls were answered in 2 minutes 27 seconds"; "within" is a limit unless it is an average.
_DONE_IN = re.compile(
    rf"\b(?P<verb>(?:is|was|were|are|been|being)\s+(?:(?:now|then|typically|usually|being|all|on\s+average,?)\s+)*(?P<done>answered|attended|picked\s+up|dealt\s+with|resolved|reached|responded\s+to|handled|closed|finalised|completed))\s+"
    rf"(?P<tie>in|within|after)\s+(?P<mean>an?\s+(?:average|mean|median)\s+of\s+|on\s+average,?\s+|just\s+|only\s+)?(?P<first>{S})(?P<late>,?\s+on\s+average\b)?"
)
#: Of some of them a limit is told, and not how long it took: "nine in ten calls were answered in 10 seconds".
_SOME_OF = re.compile(
    r"\b(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty)\b|\b(?:most|half|thirds?|quarters?|majority)\b"
)
_OF_WHOM = re.compile(
    rf",\s+of\s+(?:whom|which)\s+(?:we|there|the\s+[a-z]+|it|{A})\s+(?:(?:now|currently|already)\s+)*(?:has|have|had|employs?|are|were|is)\s+(?:(?:now|currently)\s+)?"
    rf"(?P<first>{N})(?=\s*(?:$|[.,;)]))"
)
_ELLIPTIC = re.compile(
    rf"\W*(?:(?:in|for|at|by|of|during|across)\s+)?(?:the\s+)?(?:{A}|{T})(?:\s+(?:average|mean|median|figure|rate|total|number|level))?,?\s+"
    rf"(?:(?:(?:it|this|that|the\s+(?:figure|rate|average|share|proportion|number|total|equivalent))\s+)?(?:was|is|were|stood\s+at|stands\s+at)\s+|there\s+(?:were|was|are|is|had\s+been)\s+)?"
    rf"(?P<first>{P}|{N})(?:\s+(?:were|was|are|is|did|do|had|have|said\s+so|thought\s+so|agreed))?(?:\s+(?:in|at|for|over|across)\s+(?:the\s+)?(?:same\s+)?{T})?\W*$"
)
#: The same of another time: "It was 29% a year ago".
_IT_WAS = re.compile(
    rf"\W*(?:it|this|that|the\s+(?:figure|rate|share|proportion))\s+(?:was|stood\s+at|had\s+been)\s+(?:only\s+|just\s+)?(?P<first>{P})\s+(?:(?:in|at|for)\s+(?:the\s+)?)?(?:{T}|(?:an?|one|two|three|four|five|ten|[\ue006]+)\s*(?:year|month|years|months)?\s+(?:ago|earlier|before)|last\s+(?:year|month|quarter|time))\W*$"
)
_CARRIED = re.compile(
    rf"\b(?:it|they|this|that|(?:the|this|that)\s+(?:number|figure|total|count))\s+(?:(?:now|then|had|has|only)\s+)*"
    rf"(?:was|were|is|been|stood\s+at|stands\s+at|reached|totalled|rose\s+to|fell\s+to)\s+(?P<first>{N})(?=\s*(?:$|[.,;:)]|{T}|in\b|for\b|and\b(?!\s+{N})|compared\b))"
)
_SERVICE_NAME = re.compile(rf"{BLANK}{{3,4}}(?=\s+(?:calls|emails|contacts|answer|abandon))")
_APPOSED = re.compile(
    rf"[\s•*–-]*(?:the\s+|our\s+)?(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{3,50}}),\s+(?P<first>{P})\s+(?:in\s+|for\s+)?{T}"
    rf"(?:\s+and\s+(?:an?\s+)?(?:[a-z]+\s+)?(?P<second>{P})\s+(?:in\s+|for\s+)?{T})?"
)
_CLAUSE_START = re.compile(rf"(?:^|[;:.]\s)\s*(?:the\s+|our\s+|but\s+)?(?P<what>[^,;:.(){COUNT}-{AREA}]{{4,60}})$")
_CAPACITY = re.compile(
    rf"\b(?P<noun>capacity|room|establishment|authorised\s+strength)\s+(?:for|of|to\s+\w+)\s+(?P<first>{N})"
)
_MAKES = re.compile(
    rf"\b(?P<verb>account(?:s|ed|ing)?\s+for|mak(?:es|e|ing)(?:\s+up)?|made\s+up|represent(?:s|ed|ing)?|compris(?:es|ed|ing)|constitut(?:es|ed|ing)|pay(?:s|ing)?\s+for|funds|covers)\s+"
    rf"(?:only\s+|just\s+)?(?P<first>{P})"
)
_HELD_AGAINST = re.compile(
    rf"(?:\bcompar(?:ed|es|ing)\s+(?:to|with)|\bagainst|\bthan|\babove|\bbelow)\s+(?:(?:the|an?|our|its)\s+)?(?:{A}\s+)?(?:average|mean|median|rate|level|figure)$"
)
_IN_ASIDE = re.compile(r"\(\s*$")
#: Money of which other money is a part, and what may stand between that and the bracket.
_OF_MONEY = re.compile(
    r"\b(?:budgets?|requirement|expenditure|spend(?:ing)?|income|funding|revenue|turnover|costs?)\b", re.IGNORECASE
)
_CLOSE_BY = re.compile(r"\s*(?:[a-z-]+\s+){0,3}\(\s*(?:or\s+|about\s+)?")
_WHICH = re.compile(r",?\s+which\s+(?:also\s+|now\s+)?$")
_OF_WHOLE = re.compile(r"\s+of\s+(?:all|total|our|the|its)\s+(?:the\s+|recorded\s+|reported\s+)?")
_SHARE = re.compile(
    rf"(?P<first>{P})\s+of\s+(?:(?:the\s+|our\s+)?{N}\s+)?(?=[\w{BLANK}])(?!(?:the\s+)?(?:total|time)\b(?:[,.;)]|$))"
)
#: What some said and the others, each with their part in brackets.
_SAYING = re.compile(
    rf"\b(?:half|thirds?|quarters?|fifths?|majority|most|many|minority|in\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten)|(?:the\s+)?(?:others?|rest|remainder))\s*\(\s*(?P<first>{P})\s*\)\s+"
    rf"(?P<said>(?:said|would|agreed|disagreed|supported|opposed|felt|thought|wanted|preferred|trusted|backed|did\s+not|were\s+(?:against|for|happy|content|satisfied|willing))\b(?:(?!\s(?:and|but|while)\s)[^(),.;{COUNT}-{AREA}]){{3,80}})"
)
_SAID_NO = ("did not", "did n’t", "didn’t", "didn't", "would not", "do not")
_BASE_FORMS = {
    "agreed": "agree", "supported": "support", "wanted": "want", "felt": "feel", "thought": "think", "said": "say", "backed": "back",
    "trusted": "trust", "believed": "believe", "preferred": "prefer", "favoured": "favour", "agree": "agree", "support": "support",
}  # fmt: skip
#: What part of money is meant for something: "At least 50% must go to initiatives", "20 per cent had to be spent on schools".
_MUST_GO = re.compile(
    rf"(?P<first>{P})(?:\s+of\s+(?:it|this|that|the\s+(?:money|fund|funding|grant|award)))?\s+(?P<what>(?:(?:must|should|has\s+to|have\s+to|had\s+to|was\s+to|is\s+to|were\s+to)\s+(?:go\s+(?:to|on|towards)|be\s+(?:spent\s+on|used\s+for|matched))|(?<=asked\sthat\s)go\s+to)(?:\s+[a-z][\w'’-]*){{0,7}})"
)
#: What a part of a sum is: "Net revenue budget £240m, of which 85% was pay".
_SHARE_OF_SUM = re.compile(
    rf"{M},?\s+of\s+which\s+(?P<first>{P})\s+(?:(?:is|was|are|were|will\s+be)(?:\s+(?:spent|used))?(?:\s+(?:on|for))?|went\s+(?:on|to)|goes\s+(?:on|to)|pays\s+for|paid\s+for)\s+(?:the\s+)?(?P<what>[a-z][\w'’-]*(?:\s+(?!and\b|but\b|which\b)[a-z][\w'’-]*){{0,4}}?)(?=\s*(?:[.,;]|$|and\b|but\b))"
)
#: The part of a budget between commas: "Most of the force's budget, 86%, is spent on employing people".
_PART_OF_BUDGET = re.compile(
    rf"(?P<whole>(?:budget|spending|spend|expenditure|income|funding|money|revenue|workforce|demand))(?:\s+(?:is|was|went|goes))?\s*[,(–-]\s*(?:or\s+|that\s+is\s+|some\s+)?(?P<first>{P})\s*[,)–-]\s*(?P<what>(?:(?:is|was|are|were|goes|went|will\s+be|will\s+go|comes|came)\s+)?"
    rf"(?:(?:spent|used|taken\s+up|made\s+up)\s+)?(?:on|by|to|towards|from)\s+[a-z][^,.;:(){COUNT}-{AREA}]{{2,60}})"
)
_BUDGET_WORDS = ("budget", "spen", "expenditure", "income", "funding", "money", "revenue", "workforce", "demand")
#: A place and its figure, of what the words before the list tell: "West Midlands: 6,985 in 2014-15", "West Mercia: from 1,930 to 2,030".
_PLACED = re.compile(
    rf"\W*{A}\s*:\s+(?:from\s+(?P<before>{N})\s+to\s+)?(?P<first>{N})(?=\s*(?:[,;.(]|$|{T}|in\s+(?:the\s+)?(?:{T}|year)|at\b))"
)
#: Those who vote: of how many of them a rule asks: "a quorum of one third of the membership", "by two thirds of all members".
_VOTES = re.compile(
    r"(?:(?:the|all|its|those|full|whole|entire|total|voting|eligible|appointed|panel|panel['’]s|committee['’]s)\s+)*(?:members(?:hip)?|votes|seats|persons\s+who\s+are\s+members|who\s+are\s+members)\b(?!\s+of\s+(?:staff|the\s+public))"
)
#: What those did that were counted before: "87% of them said that they felt safer".
_OF_THEM = re.compile(
    r"(?:them|these|those|whom|which)\s+(?:(?:said|felt|reported|thought|agreed)\s+(?:that\s+)?(?:they\s+)?)?(?P<what>(?:[a-z][\w'’-]*\s?){1,9})"
)
#: Those who were asked, in words and in figures: "Two thirds of those who responded (65%) said that they would pay more".
_PART_IN_BRACKETS = re.compile(
    rf"\b(?:half|thirds?|quarters?|fifths?|majority|most|many|minority|(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty))\s+(?:of\s+)?(?P<whole>(?:the\s+|all\s+|our\s+)?[a-z][^(),.;{COUNT}-{AREA}]{{2,60}}?)\s*\(\s*(?P<first>{P})\s*\)"
    rf"(?P<said>\s+[a-z][^(),.;{COUNT}-{AREA}]{{3,80}})?"
)
#: How long something takes: "it takes the office 16 days on average to finish a review".
_TAKES = re.compile(
    rf"\b(?:takes?|took|taken|taking)\s+(?:(?:the|our|its|an?)\s+[a-z]+\s+|us\s+|them\s+|staff\s+|officers\s+)?(?:on\s+average,?\s+)?(?:an?\s+average\s+of\s+)?(?P<first>{S}+|{N}+(?=\s+working\s+days))"
    rf"(?:\s+working\s+days)?,?(?:\s+on\s+average,?)?(?P<of>\s+to\s+(?P<what>[a-z][^,.;:(){COUNT}-{PERIOD}]{{3,60}}))"
)
_PLAIN_SHARE = re.compile(
    rf"(?:\b(?:that|with|and|but|while|whilst|remaining|other|recognising|found|showed|shows|said|consultation|survey|poll|responses|received|which|whom|who\s+(?:were\s+)?(?:asked|questioned|polled|surveyed|interviewed|consulted|replied|responded|answered|voted)|such\s+[a-z]+)|[,;:(]|^)\s*(?P<first>{P})\s+"
    rf"(?P<what>(?:are|were|is|was|said|felt|agreed|disagreed|supported|backed|opposed|favoured|thought|believed|wanted|preferred|had|would|did|do|relate|relates|feel|rated|chose|voted|worried|trusted|expressed|reported|identified|responded|replied|answered|in\s+favour|in\s+support|against|want|think|believe|say|support|rate|worry|trust|know|prepared|willing|happy|content|unhappy|(?:between|within|over|under|after|more\s+than|less\s+than)(?=\s+(?:one|an?\b|[{COUNT}{TIME}{BLANK}])))\b(?:(?!\s+(?:and|while|but)\s+{P})[^.,;(){PERCENT}])*)"
)
_SHARE_OF_WHICH = re.compile(
    rf"\bof\s+(?:which|whom|these|those|them),?\s+(?P<first>{P})\s+(?P<what>(?:found|led|resulted|ended|came|took|received|went|did|had|reported|knew|live|lived|involved|related)\b[^.,;()]*)"
)
_PERCENT_NOUN = re.compile(
    rf"(?P<first>{P})\s+(?P<what>(?:[\w-]+\s+){{0,2}}?(?:satisfaction|confidence|compliance|rates?|attendance|accuracy|uptake|completion|"
    r"turnout|response)\b)"
)
_PER = re.compile(
    r"\s*(?P<per>per\s+(?:[\d,]+\s+|(?:hundred\s+|ten\s+)?thousand\s+|hundred\s+)?(?:head\s+of\s+)?(?:population|people|residents?|head|employees?|staff|households?|persons?|officers?)|(?:for|in|to)\s+(?:every|each)\s+1(?:00|0?0?,?000)(?:\s+(?:people|residents|households|homes|officers|staff|population))?|per\s+(?:1|10|100),?000(?=\s*(?:$|[.,;)]|in\b|for\b|and\b|compared\b|while\b)))\b",
    re.IGNORECASE,
)
_IS_TIME = re.compile(
    r"\b(?:times?|averaged?|averages|sickness|absence|median|mean|wait|answer|response|duration|target)\b",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(
    r"\b(?:number|total|level|size|volume|figure|average|mean|median|count|strength|FTE|equivalent|headcount|population|capacity|"
    r"complement|index|score)s?\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"[.;,()–—]|\s(?:in|for|during|over|at|since|by|to)\s+(?:the\s+)?{T}|[{COUNT}{PERCENT}{MONEY}]|\b(?:but|and\s+(?:is|are|was|were|this|it|they|these)|compared|while|which|whereas|although|with|against\s+(?:an?|the|its)\s+(?:[a-z]+\s+)?(?:target|average))\b"
)
_ASIDE = re.compile(r"^\s*\([^()]*\)")
_NO_WORD = re.compile(rf"[{COUNT}-{TIME}\s().,;%]")
_NO_NAME = re.compile(rf"[.;:{COUNT}-{AREA}]")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_ASKED = re.compile(r"\b(?:consultation|survey|poll)\s*$")
_AVERAGE = re.compile(r"\baverage\b")
#: "calls that had previously been taking 14 seconds to answer": what stands before it.
_THAT_HAVE = re.compile(
    r"(?<=[a-z])\s+(?:that|which)\s+(?:(?:had|have|has|used\s+to|previously|once|been|were|was|are|is|now)\s+)*$"
)
_DAYS_LOST = re.compile(
    rf"(?P<first>{S}|{N}(?=\s+(?:working\s+|duty\s+)?(?:days|hours|shifts)))(?:\s+(?:working|duty|officer|staff))?(?:\s+(?:days|hours|shifts))?(?:\s+(?P<per>per\s+(?:officer|person|employee|member\s+of\s+staff|staff\s+member|fte)))?"
    r"(?:\s+(?:of\s+)?(?:sick\s+leave|sickness(?:\s+absence)?)|\s+off\s+sick|\s+(?:(?:was|were|is|are|being|had\s+been|have\s+been)\s+)?lost\s+(?:to|through|due\s+to|because\s+of|as\s+a\s+result\s+of)\s+(?P<why>sickness(?:\s+absence)?|sick\s+leave|illness|ill[\s-]health|stress|injury|psychological\s+illness|mental\s+health))\b"
)
_MEAN_OF = re.compile(r"\b(?:average|mean|median)\s+(?:of|was|is)\s+$")
_THIS_FIGURE = re.compile(r"\b(?:this|that)\s+(?:figure|number|total)\s*$")
_BACK_TO = re.compile(r"(?:returned|returning|back|reverted|recovered|fallen|risen)\s+to\b", re.IGNORECASE)
_IN_AT_LAST = re.compile(r"\b(?:in|on)\s+$")
_TRAILING_IN = re.compile(r"\s+(?:in|on)\s+$")
_FULL_TIME = re.compile(r"\bFTEs?\b|full[\s-]time\s+equivalent", re.IGNORECASE)
_IS_SOMETHING = re.compile(r"\b(?:is|are|was|were)\b[^,;]*$")
#: Crimes by their names, of which a number alone says how many there were.
_COUNTED_CRIME = re.compile(
    r"(?:(?:total|overall|all|police|recorded|reported|knife|hate|vehicle|violent|rural|domestic|residential|personal|business|serious|drug|theft|sexual|gun|cyber|abuse)\s+)*"
    r"(?:crimes?|offences|offending|burglary|robbery|shoplifting|anti-social\s+behaviour|asb|incidents|demand|complaints|arson|fraud|theft|violence|detections)"
    r"(?:\s+(?:incidents|crimes?|offences|calls))?",
    re.IGNORECASE,
)
_SMALLEST_NUMBER = 20
_SIGNS = re.compile(rf"[{COUNT}{TIME}{BLANK}]")
_NEXT_THING = re.compile(r"\b(?:and|or|but|which|that|when|after)\b")
_IS_SO = re.compile(r"\b(?:are|is|was|were|has|have|had)\b")
_AT_AT_LAST = re.compile(r"\bat\s+$")
_WORKING_DAYS = re.compile(r"\bworking\s+days\b")
_DETERMINERS = re.compile(r"^\s*(?:all|the|these|those|our)\s+")
_NEXT_CLAUSE = re.compile(r"\b(?:and|but|while)\b")


def labelled(frame: Frame) -> Claims:
    """A list item that is a name and a figure: ``Burglary 67%``, ``Asian or Asian British search 712``, ``Total: 1,204``."""
    if not frame.figures or frame.figures[0].worded:
        return
    stated = frame.figures[0]
    rest = frame.shape[stated.end :]
    rest = _NO_WORD.sub("", rest if stated.figure.signed else _ASIDE.sub("", rest))
    lead = frame.shape[: stated.start].rstrip()
    if lead.endswith("("):
        # "stress (19%);" is a part of a list, and the bracket tells of what.
        return
    colon = lead.endswith((":", "=", " –", " -", " —"))
    lead = lead.rstrip(" :=–—-")
    label = " ".join(frame.text[: len(lead)].split()).strip(" ,:–—-*_")
    words = [word.strip(",;") for word in label.lower().split()]
    lead = _SERVICE_NAME.sub("calls", lead)
    if rest or not 0 < len(words) <= 10 or not _LETTERS.search(label) or _NO_NAME.search(lead[1:]):
        return
    if not colon:
        small = stated.sign == COUNT and stated.figure.value < 10
        if small or words[-1] in TIES | {"at", "in"} or {*words} & (VERBS - {"recorded", "reported", "received"}):
            return
    if stated.sign == MONEY and not is_money_measure(frame, label, stated.start):
        return
    yield Claim(0, label, "actual", confidence=0.85)


def pairs(frame: Frame) -> Claims:
    """Answers or parts with their figures: ``Yes: 53.2%, No: 46.8%``, ``(Male: 1,204; Female: 980)``."""
    if placed := _PLACED.match(frame.shape):
        now = index_at(frame, placed.start("first"))
        if placed["before"]:
            yield Claim(index_at(frame, placed.start("before")), "", "actual", "previous", of=now, confidence=0.7)
        yield Claim(now, "", "actual", confidence=0.7)
    if len(frame.figures) < 2 or not (":" in frame.shape or "=" in frame.shape):
        return
    found = [m for m in _PAIR.finditer(frame.shape) if frame.text[m.start("what")].isupper()]
    for match in found if len(found) > 1 else ():
        index = index_at(frame, match.start("first"))
        label = frame.text[match.start("what") : match.end("what")]
        yield Claim(index, f"+{label}", "share" if frame.figures[index].sign == PERCENT else "actual", confidence=0.7)


def shares(frame: Frame) -> Claims:
    """Parts of a whole.

    Examples: ``93% of women engaging on the Avert scheme do not reoffend``, ``44% of appeals were upheld``, ``recognising that 30% are
    vulnerable``, ``malicious communications making 24% between them``.
    """
    for match in _MAKES.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        if index and _WHICH.search(frame.shape, frame.figures[index - 1].end, match.start("verb")):
            # "was estimated at £25m, which represented 24% of the budget": of what the figure before tells.
            yield Claim(index, "", "share", of=index - 1, confidence=0.7)
            continue
        label = before(frame, match.start("verb")) or subject(frame, match.start("verb"))
        if label and not is_generic(label):
            whole = _OF_WHOLE.match(frame.shape, match.end("first"))
            noun = after(frame, whole.end()) if whole else ""
            if noun and head(noun).removesuffix("s") not in label.lower() and match_measure(label, unit="percent"):
                # "BME officers accounted for 13% of all dismissals": no share of the officers.
                label = f"{label} – share of {noun}"
            yield Claim(index, label, "share", confidence=0.85)
    for match in _SHARE.finditer(frame.shape):
        if _VOTES.match(frame.shape, match.end()) and frame.figures[index_at(frame, match.start("first"))].worded:
            continue
        noun = after(frame, match.end())
        if not noun and (they := _OF_THEM.match(frame.shape, match.end())):
            noun = "+" + first_words(frame.printed(they, "what"), 9)
            yield Claim(index_at(frame, match.start("first")), noun, "share", confidence=0.65)
        elif (
            head(noun) in ("cases", "occasions", "instances", "incidents")
            and noun.split()[0] == head(noun)
            and _IN_AT_LAST.search(frame.shape[: match.start()])
        ):
            # "Grade 1 incidents were attended within 15 minutes in 84% of cases": what was done stands before.
            lead = _TRAILING_IN.sub("", frame.shape[: match.start()])
            whole = _CLAUSE_START.search(_SIGNS.sub("x", lead))
            if whole:
                done = frame.text[whole.start("what") : whole.end("what")].split()
                yield Claim(index_at(frame, match.start("first")), " ".join(done[-11:]), "share", confidence=0.75)
        elif noun and _OF_MONEY.search(noun) and (sum_ := _money_before(frame, match.start())) is not None:
            # "Reserves will be £7.1m (2.9% of the net budget)": the reserves, as a part of it.
            yield Claim(index_at(frame, match.start("first")), "", "share", of=sum_, confidence=0.75)
        elif noun:
            label = _with_predicate(frame, match.end(), noun)
            if label == noun and match_measure(noun, unit="percent") and _IN_ASIDE.search(frame.shape[: match.start()]):
                # "leavers (5.1% of women officers)": a part of them, which is not how many they are.
                label = f"share of {noun}"
            yield Claim(index_at(frame, match.start("first")), label, "share")
    for match in _SHARE_OF_SUM.finditer(frame.shape) if MONEY in frame.shape else ():
        label = before(frame, match.start())
        named = frame.printed(match, "what")
        yield Claim(
            index_at(frame, match.start("first")),
            f"{label} – {named}" if label else f"+{named}",
            "share",
            confidence=0.75,
        )
    part = PERCENT in frame.shape and any(word in frame.shape for word in _BUDGET_WORDS)
    for match in _PART_OF_BUDGET.finditer(frame.shape) if part else ():
        what = _NEXT_THING.split(frame.printed(match, "what"))[0]
        label = f"{match['whole']} {first_words(what, 9)}"
        yield Claim(index_at(frame, match.start("first")), label, "share", confidence=0.75)
    yield from _must_go(frame)
    said: list[str] | None = None
    for match in itertools.chain(_PLAIN_SHARE.finditer(frame.shape), _SHARE_OF_WHICH.finditer(frame.shape)):
        what = frame.text[match.start("what") : match.end("what")].split()
        if asked := _ASKED.search(frame.shape[: match.start("first")]):
            words = [w for w in what[1:10] if w.lower() not in ("that", "they")]
            label = f"{before(frame, asked.end())} – {' '.join(words or what)}"
            yield Claim(index_at(frame, match.start("first")), label, "share", confidence=0.7)
            continue
        if match.re is _SHARE_OF_WHICH:
            counted = [f for f in frame.figures if f.end <= match.start() and f.sign == COUNT]
            noun = after(frame, counted[-1].end) if counted else ""
            if noun:
                label = f"{noun} – {' '.join(what[:9])}"
                yield Claim(index_at(frame, match.start("first")), label, "share", confidence=0.75)
                continue
        if said and " ".join(what) in _SAID_NO and said[0].lower() in _BASE_FORMS:
            # "53% agreed with the rise and 47% did not": agree with it.
            label = " ".join([*what, _BASE_FORMS[said[0].lower()], *said[1:7]])
            yield Claim(index_at(frame, match.start("first")), f"+{label}", "share", confidence=0.65)
            continue
        said = trimmed_end(what[:9])
        # "33% over one year after the offence": the preposition says which part it is.
        told = (
            [w for w in what[1:10] if w.lower() not in ("that", "they")]
            if what[0].lower() in VERBS - {"supported"} | {"felt", "feel", "agreed", "relates"}
            and what[:2] not in (["agreed", "with"], ["agreed", "to"])
            else what[:9]
        )
        if len(told) < 2:
            # "78% felt safe": the verb says as much.
            told = what[:9]
        yield Claim(index_at(frame, match.start("first")), "+" + " ".join(trimmed_end(told)), "share", confidence=0.65)


def _said_in_brackets(frame: Frame) -> Claims:
    """``More than two in three (68.3%) would pay more and the others (31.7%) would rather see cuts``."""
    for match in _SAYING.finditer(frame.shape) if PERCENT in frame.shape and "(" in frame.shape else ():
        words = _NEXT_CLAUSE.split(frame.text[slice(*match.span("said"))])[0].split()
        while words and words[0].lower() in ("said", "that", "they", "felt", "thought"):
            words.pop(0)
        if label := " ".join(words[:9]):
            yield Claim(index_at(frame, match.start("first")), label, "share", confidence=0.7)


def _must_go(frame: Frame) -> Claims:
    """``At least 50% must go to initiatives``: what part of money is meant for it."""
    for match in _MUST_GO.finditer(frame.shape) if PERCENT in frame.shape else ():
        label = first_words(frame.printed(match, "what"), 9)
        yield Claim(index_at(frame, match.start("first")), label, "target", confidence=0.7)


def _money_before(frame: Frame, at: int) -> int | None:
    """The sum right before the bracket that opens at ``at``: of it the percentage in the bracket tells."""
    if not _IN_ASIDE.search(frame.shape[:at]):
        return None
    index = max((i for i, f in enumerate(frame.figures) if f.end <= at), default=None)
    if index is None or frame.figures[index].sign != MONEY:
        return None
    return index if _CLOSE_BY.fullmatch(frame.shape, frame.figures[index].end, at) else None


def parts_in_brackets(frame: Frame) -> Claims:
    """``Nearly two thirds of those who responded (65%) said that they would pay more``."""
    yield from _said_in_brackets(frame)
    for match in _PART_IN_BRACKETS.finditer(frame.shape) if "(" in frame.shape else ():
        words = frame.text[match.start("whole") : match.end("whole")].split()
        words += _NEXT_CLAUSE.split(frame.text[slice(*match.span("said"))])[0].split()[:8] if match["said"] else []
        while words and words[0].lower() in ("the", "all", "our", "those"):
            words.pop(0)
        label = " ".join(trimmed_end(words))
        if label:
            yield Claim(index_at(frame, match.start("first")), label, "share", confidence=0.75)


def durations(frame: Frame) -> Claims:
    """How long something takes: ``it takes the office 16 days on average to finish a review`` is the average time to finish a review."""
    for match in _TAKES.finditer(frame.shape):
        what = _IS_SO.split(_NEXT_THING.split(frame.text[slice(*match.span("what"))])[0])[0].split()
        average = "average " if _AVERAGE.search(frame.shape) else ""
        label = f"{average}time to {' '.join(trimmed_end(what[:9]))}"
        lead = _THAT_HAVE.search(frame.shape[: match.start()])
        done = before(frame, lead.start() if lead else match.start())
        if done and not is_generic(done) and done.lower() not in ("office", "force", "panel"):
            # "Emergency calls took an average of 6.3 seconds to answer".
            label = f"{done} – {label}"
        index = index_at(frame, match.start("first"))
        unit = "days" if frame.figures[index].sign == COUNT else None
        yield Claim(index, label, "actual", unit=unit, confidence=0.8)
    for match in _DONE_IN.finditer(frame.shape) if TIME in frame.shape else ():
        mean = "average" in (match["mean"] or "") + (match["late"] or "") or "median" in (match["mean"] or "")
        if (
            PERCENT in frame.shape
            or _SOME_OF.search(frame.shape, 0, match.start())
            or (match["tie"] == "within" and not mean)
        ):
            continue
        what = before(frame, match.start("verb"))
        if what and not is_generic(what):
            label = f"{what} {' '.join(match['done'].split())} – {'average ' if mean else ''}time"
            yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.8)


def days_lost(frame: Frame) -> Claims:
    """Days lost to sickness: ``397,000 working days off sick``, ``an average of 11.6 days per officer were lost through sickness``."""
    if "sick" not in frame.shape and " lost " not in frame.shape:
        return
    for match in _DAYS_LOST.finditer(frame.shape):
        lead = frame.shape[: match.start()]
        index = index_at(frame, match.start("first"))
        unit = frame.figures[index].figure.unit or "days"
        mean = "average " if match["per"] or _MEAN_OF.search(lead) else ""
        each = f" {frame.printed(match, 'per')}" if match["per"] else ""
        why = frame.printed(match, "why").lower() if match["why"] else "sickness"
        yield Claim(index, f"{mean}{unit}{each} lost to {why}", "actual", unit=unit, confidence=0.8)


def percent_nouns(frame: Frame) -> Claims:
    """A percentage before what it measures: ``a 90.5% satisfaction rate with the service``, ``a 38% upheld rate``."""
    for match in _PERCENT_NOUN.finditer(frame.shape):
        named = frame.printed(match, "what")
        label = after(frame, match.start("what")) or named
        if named.split()[-1] not in label.split():
            # "a 12% action taken rate": the whole name.
            label = named
        yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.85)


def copulas(frame: Frame) -> Claims:
    """``The number of Special Constables is at 196``, ``Confidence stands at 74%``, ``the conviction rate at court is 70%``."""
    for match in _COPULA.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        label = subject(frame, match.end("verb") + 1) or before(frame, match.start("verb"))
        unit = note = None
        if match["verb"] in ("took", "takes", "take") and stated.sign != TIME:
            continue
        if stated.sign == MONEY:
            if not is_money_measure(frame, label, match.start()):
                continue
        elif stated.sign == COUNT:
            following = after(frame, match.end("first"))
            named = frame.text.find(following, stated.end) + len(following) if following else stated.end
            rate = _PER.match(frame.text, stated.end) or _PER.match(frame.text, named)
            of_number = (
                rate
                or match["verb"] in ("numbered", "totalled", "totals")
                or _PER.search(label)
                or stated.figure.unit == "FTE"
                or _OF_NUMBER.search(label)
                or _AT_AT_LAST.search(frame.text[: stated.start])
            )
            if not of_number and not following and stated.figure.value >= _SMALLEST_NUMBER and not stated.worded:
                # "Recorded crime was 138,710 in 2016/17": what is counted by its name.
                of_number = _COUNTED_CRIME.fullmatch(label)
            this_figure = following and _THIS_FIGURE.search(frame.shape[: match.start("verb")])
            if (not label or not of_number) and not this_figure:
                continue
            if following and _THIS_FIGURE.search(frame.shape[: match.start("verb")]):
                # "This figure was now 109 officers": of what was told before.
                label = SAME
            elif following and (
                is_generic(label) or (match_measure(following, unit="count") and not match_measure(label, unit="count"))
            ):
                # "establishment numbers, which stood at 158 special constables": what is counted.
                label = following
            if _FULL_TIME.search(frame.text[: stated.start]):
                unit = "FTE"
            elif rate:
                unit, note = "rate", rate["per"]
            elif per := _PER.search(label):
                unit, note = "rate", per["per"]
        elif (
            stated.sign == TIME
            and match["verb"] not in ("took", "takes", "take")
            and not _IS_TIME.search(frame.text[: stated.start])
        ):
            continue
        yield Claim(
            index, label, "actual", unit=unit, note=note, confidence=0.9 if label and not is_generic(label) else 0.7
        )


def asides(frame: Frame) -> Claims:
    """A level between commas: ``Victim satisfaction, at 88.5%, has never been higher``, ``is little changed, at 38.6%``."""
    told = any(word in frame.shape for word in ("higher", "lower", "better", "worse", "similar", "above", "below"))
    for match in _HIGHER_AT.finditer(frame.shape) if told else ():
        yield Claim(index_at(frame, match.start("first")), SAME, "actual", confidence=0.75)
    for match in _AND_AT.finditer(frame.shape) if " at " in frame.shape else ():
        words = frame.text[slice(*match.span("what"))].split()
        if not VERBS & {word.lower() for word in words} and not is_generic(" ".join(words)):
            yield Claim(index_at(frame, match.start("first")), " ".join(words), "actual", confidence=0.75)
    for match in _AT.finditer(frame.shape):
        whole = _CLAUSE_START.search(frame.shape[: match.start()])
        words = frame.text[whole.start("what") : match.start()].split() if whole else []
        label = before(frame, match.start())
        if words and not VERBS & {word.lower() for word in words}:
            # "Satisfaction with the police, at 84%": all that stands before the comma.
            label = " ".join(words)
        elif not label or _IS_SOMETHING.search(frame.shape[: match.start()]):
            label = opening(frame)
        if label and not is_generic(label):
            yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.75)


def apposed(frame: Frame) -> Claims:
    """A percentage of a time right behind its name: ``Pay awards, 2.5% last year and a projected 2.5% for 2020/21, cost more``."""
    if (match := _APPOSED.match(frame.shape)) and not VERBS & {*match["what"].split()}:
        label = frame.printed(match, "what")
        yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.7)
        if match["second"]:
            yield Claim(index_at(frame, match.start("second")), label, "actual", confidence=0.7)


def people_of_whom(frame: Frame) -> Claims:
    """What was named before a relative: ``warranted officers, of whom the force now has more than 1,300``."""
    for match in _OF_WHOM.finditer(frame.shape):
        if label := before(frame, match.start()):
            yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.75)


def carried_over(frame: Frame) -> Claims:
    """A count whose noun stands in the sentence before: ``In 2019/20 the number was 452``, ``in the year to June 2016 it was 324``."""
    for match in _CARRIED.finditer(frame.shape):
        following = after(frame, match.end())
        if not following:
            yield Claim(index_at(frame, match.start("first")), "", "actual", confidence=0.7)


def elliptic(frame: Frame) -> Claims:
    """A figure that is of the same as the one before, of another place or time.

    Examples: ``Nationally 71% were``, ``In Essex it was 64%``, ``The national figure is 70%``, ``In March 2010 there were 146,030``.
    """
    if (
        len(frame.figures) <= 2
        and len(frame.shape) < 140
        and (match := _ELLIPTIC.match(frame.shape) or _IT_WAS.match(frame.shape))
    ):
        yield Claim(index_at(frame, match.start("first")), SAME, "actual", confidence=0.75)


def measured_of(frame: Frame) -> Claims:
    """``an average time to answer of 4.7 Seconds``, ``a satisfaction rate of 82%``, ``We have capacity for 700 Cadets in total``."""
    for match in _CAPACITY.finditer(frame.shape):
        noun = after(frame, match.end())
        if noun:
            yield Claim(
                index_at(frame, match.start("first")), f"{noun} {match['noun'].lower()}", "actual", confidence=0.8
            )
    for match in _OF.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        label = _noun(frame, match)
        if _BACK_TO.match(label):
            # "The rate had returned to normal levels at 16.7%": the rate.
            label = opening(frame)
        if (
            label.lower() in ("", "average", "mean", "median")
            and index
            and _HELD_AGAINST.search(frame.shape, frame.figures[index - 1].end, match.end("noun"))
        ):
            # "remains high at 88%, compared with the national average of 84%": of what the figure before tells.
            yield Claim(index, "", "actual", of=index - 1, confidence=0.8)
            continue
        following = after(frame, match.end("first"))
        unit = note = None
        if stated.sign == COUNT and following:
            if head(following) in UNCOUNTED and not _WORKING_DAYS.search(following):
                continue
            named = frame.text.find(following, stated.end) + len(following)
            if head(following) == "days":
                unit = "days"
            elif rate := _PER.match(frame.text, named):
                each = FOR_EVERY.sub("per", rate["per"])
                label, unit, note = f"{following} {each}", "rate", rate["per"]
            elif (often := FREQUENCY.match(frame.shape, named)) and (often["unit"] or "") not in ("year", "annum"):
                label, unit, note = following, "rate", often["every"].strip()
            elif every := FREQUENCY.match(frame.shape, match.end("first")):
                unit, note = "rate", every["every"]
            else:
                label = of_new_people(frame, index, following)
        if stated.sign == COUNT and not following and match["noun"].startswith("rate"):
            unit = "rate"
        if (stated.sign == MONEY and not is_money_measure(frame, label, match.start())) or (
            stated.sign == PERCENT and not label
        ):
            continue
        yield Claim(index, label, "actual", unit=unit, note=note, confidence=0.85)


def _noun(frame: Frame, match: re.Match[str]) -> str:
    """The noun of a level with its words: "average time to answer"; an "average" alone is what the sentence is about, on average."""
    words = before(frame, match.end("noun")).split()
    for i in range(len(words) - 1, -1, -1):
        if words[i].lower() in ("in", "at", "with", "an", "a", "the", "and") and i + 1 < len(words):
            return " ".join(words[i + 1 :])
    return " ".join(words)


def _with_predicate(frame: Frame, at: int, noun: str) -> str:
    """A noun and what is said of it, at most eleven words: "women engaging on the Avert scheme do not reoffend"."""
    end = _CUT.search(frame.shape, at)
    text = frame.text[at : end.start()] if end else frame.text[at:]
    words = trimmed_end(_DETERMINERS.sub("", text).split()[:11])
    return " ".join(words) if len(words) >= len(noun.split()) else noun
