"""Wordings of counts: "398 Cadets enrolled", "62,000 welfare calls to vulnerable people", "searches (95)", "60 awaiting interviews"."""

from __future__ import annotations

import re

from extract.names.measures import match_measure
from extract.prose.changes.words import CHANGE_WORD
from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import ANY, AREA, COUNT, MONEY, PERCENT, TIME, Frame, N, P
from extract.prose.phrases import FOR_EVERY, after, before, first_words, head, participle, subject, trimmed_end
from extract.wording import COUNTED, OPENERS, UNCOUNTED, VERBS, word_set

_MAYBE_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_IN_POST = re.compile(rf"(?P<first>{N})\s+(?:are\s+|were\s+)?(?:now\s+|currently\s+)?in\s+post\b")
_FULL_TIME = re.compile(r"\b(?:full|whole)[\s-]time\s+equivalents?\b|\(?\b[FW]TEs?\b", re.IGNORECASE)
_TIMES = re.compile(rf"(?P<first>{N})\s+(?:x|×)\s+(?=[a-z])")
_OFF_TARGET = re.compile(
    r"\b(?:below|above|short\s+of|over|under)\s+(?:its|the|our|target|establishment|budget|strength)\b"
)
_PART_OF_ALL = re.compile(r"^(?:half|thirds?|quarters?|fifths?|tenth)\s+of\s+(?:the\s+|all\s+|our\s+)?")
#: A ratio and no count: "4.7 times as likely", "three times higher".
_PEOPLE = word_set(
    "officers pcsos constables specials staff detectives sergeants investigators posts cadets volunteers"
)
_NEWLY = re.compile(
    r"\b(?:(?P<verb>recruit|appoint|hire|train|deploy)(?:ing|ed|s|ment\s+of)?\s+(?:a\s+further\s+|another\s+|an\s+additional\s+|some\s+)?|"
    r"(?P<added>additional|extra|further|new|another)\s+)$"
)
_NEW = re.compile(r"\s+(?P<added>(?:brand[\s-])?new|newly|extra|additional|more|further)\s+")
_AS_LIKELY = re.compile(r"\s+times\s+(?:as|more|higher|greater|less|lower|the|that|faster)\b")
#: What something stays above or passes: "above the 9,500 level", "the 100,000 mark".
_A_MARK = re.compile(r"\s+(?:level|mark|threshold|barrier|milestone)\b")
_OFTEN = re.compile(r"\s+times\b")
#: How often: "527 a day", "three times a week".
FREQUENCY = re.compile(
    r"\s*(?:times\s+)?(?P<every>(?:an?|per|each|every)\s+(?P<unit>day|week|month|hour|night|shift|year|annum)|daily|weekly|monthly)\b"
)
_PER_HEAD = re.compile(
    r"\bper\s+(?:head|[\d,]+\s+[a-z]+|1,?000\b|10,?000\b|100,?000\b)|\b(?:for|in|to)\s+(?:every|each)\s+1(?:00|0?0?,?000)\b(?:\s+(?!of\b)[a-z]+)?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+)?(?P<whole>{N})\s+")
_LAST_TIME = re.compile(
    r"\b(?:last|previous|preceding|prior|same)\s+(?:\w+\s+)?(?:year|quarter|month|period|meeting|report|week)(?:\s+last\s+year)?\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"\(\s*(?P<label>[A-Za-z][^(){COUNT}-{AREA}]{{2,60}}?[\s:]+)?(?P<first>{ANY})(?P<rest>[^()]*)\)")
#: A level that opens a bracket, before its change or the level of another time: "barely moved (4,211, which is 0.5% up)".
_BRACKET_OPENS = re.compile(
    r"\b(?P<verb>moved|changed|rose|fell|increased|decreased|grew|dropped|held\s+(?:steady|firm)|(?:is|was|are|were|remains?|remained|stays?|stayed)\s+(?:flat|stable|steady|level|unchanged|static|similar|(?:[a-z]+\s+)?the\s+same))"
    rf"(?:\s+[a-z]+){{0,2}}\s*\(\s*(?:at\s+)?(?P<first>{N}|{P})(?:\s+[a-z]+)?\s*[,;]\s+(?=(?:which\s+is|that\s+is|up|down|against|compared|from|an?\s+(?:[a-z]+\s+)?(?:rise|fall|increase|decrease|drop|change))\b)"
)
_ALONE = re.compile(r"^\s*(?:in\s+total|now|currently|approximately)?\s*$")
_BARE = re.compile(
    r"\s+(?:(?:of\s+(?:these|them|which|whom|those)|are|were|have\s+been|has\s+been|being|later|subsequently|since)\s+)*"
    r"(?P<done>(?!abstain|voted\b|compared|based|followed|related|combined|aged|expected|named)[a-z]+ed|under\s+review|awaiting|given|held|upheld|found|made|sent)\b(?P<rest>[^.,;()]*)"
)
#: Those of them that are something: "of which 637 were repeat reports".
_OF_WHICH = re.compile(
    rf"\bof\s+(?:which|whom|these|those|them),?\s+(?P<first>{N})\s+(?:were|are|was|is|had\s+been|have\s+been)\s+(?=[a-z])"
)
_WORKED_WITH = re.compile(
    rf"\b(?P<done>engag\w+|work(?:ed|ing|s)?)\s+(?:with\s+)?(?P<first>{N})(?=\s*(?:$|[,.;]|and\b))"
)
_SHARE_OF = re.compile(rf"[{PERCENT}{COUNT}]\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+|those\s+)?$")
_PICKED_OUT = re.compile(r"\s+(?:later|subsequently|of\s+(?:these|whom|which|them)|since)\b")
_WORKED = re.compile(
    r"\b(?:contributed|gave|given|donated|worked|volunteered|patrolled|duty|training|volunteer(?:ing)?)\b",
    re.IGNORECASE,
)
#: What money is given to is counted: "Grants were awarded to 62 community projects".
_FUNDED = re.compile(
    r"\b(?:funded|awarded|supported|benefit\w*|applied|received\s+(?:funding|grants?|a\s+(?:total|share|grant)))\b",
    re.I,
)
_FUNDABLE = word_set(
    "project projects organisation organisations providers services charities agencies bodies partners"
)
#: Parts that a sentence lists: "Of these 74 were about race, nine about religion or belief and one "other"".
_TIE_OF_PART = r"about|for|against|from|to|by|in|on|at|of|motivated\s+by|related\s+to|linked\s+to|involving|concerning|based\s+on|classed\s+as|recorded\s+as|flagged\s+as"
_FIRST_PART = re.compile(
    rf"\W*(?P<of>of\s+(?:these|those|them|which|whom|this\s+number|that\s+total),?)(?=\s+{N}\s+(?:(?:were|are|was|is|had|have)\s+)?(?:{_TIE_OF_PART})\b[^.;]*?(?:,|\band\b)\s*{N}\s)"
)
_PART = re.compile(
    rf"(?:\s*,)?(?:\s+and)?\s+(?P<first>{N})\s+(?:(?:were|are|was|is)\s+)?(?P<what>(?:(?:{_TIE_OF_PART})\s+)?[“\"']?[a-z][^,.;(){COUNT}-{AREA}]{{2,50}}?)(?=\s*(?:,|$|[.;]|\band\s+{N}))"
)
#: What may be counted by "one": of "One offence took place in July" nobody can tell which offences were counted.
_SINGLE = re.compile(
    r"\b(?:\w+\s+(?:attack|offence|crime|incident)|homicide|murder|death|arrest|fatality|collision)\b", re.IGNORECASE
)
_OF = re.compile(r"\s+of\s+")
_TO_OR = re.compile(rf"[{COUNT}]\s+(?:to|or)\s+$")
_ONE_MORE = re.compile(r"\s+an?\s+\w")
_SHARE_IN_WORDS = re.compile(rf"[{COUNT}]\s+(?:out\s+of|in|in\s+every)\s+$")
_OUT_OF_MANY = re.compile(r"\s+out\s+of\b")
_DONE = re.compile(r"\w+(?:ing|ed)")
#: Where a percentage behind the name of a crime is how it changed, and where it is a part of all of them.
_FELL_OR_ROSE = re.compile(rf"\b(?:{CHANGE_WORD})\b")
_PARTS_TOLD = re.compile(
    r"\b(?:share|proportion|percentage|account\w*|ma(?:d|k)e\s+up|making\s+up|of\s+(?:all|total|the\s+total|these|which|those)|most|majority|compris\w*|consist\w*|breakdown|split|rates?|common|largest|biggest|detect\w*|solved|charged?|resolved|satisf\w*)\b"
)
_CRIMES = word_set(
    "crime violence arson damage fraud shoplifting stalking harassment behaviour disorder asb burglary robbery theft"
)
_SO_MANY_MORE = re.compile(r"\s+(?P<word>more|fewer|less)\s+(?!than\b)")
_DID = re.compile(
    r"\b(?:made|recorded|carried\s+out|conducted|issued|saw|seen|dealt\s+with|received|answered|attended|solved|charged|executed|took)\s+$"
)
_GREW_BY = re.compile(
    rf"\b(?:expan(?:sion|d\w*)|strengthen\w*|boost\w*|swell\w*|swollen|enlarg\w*|bolster\w*|grow(?:th|n|s)?)\b[^.;,{COUNT}-{TIME}]{{0,60}}\bby\s+(?:some\s+|a\s+further\s+)?$"
)
_SHORT_OF = re.compile(
    r"^(?:some\s+|a\s+)?(?:(?:way|well|just|far|bit|little)\s+)*(?:short\s+of|below|above|behind|ahead\s+of)\s+(?:the\s+)?"
)
#: What a county has and its police do not: "two million tourists a year".
_NO_MEASURE = word_set("tourists holidaymakers inhabitants trends nationalities languages")
_WHO_DID = re.compile(
    rf"\s+(?:(?:have|has|had)|who\s+(?:have|had|has|are|were))\s+(?P<what>(?!been\b|now\b|also\b|to\b|not\b|joined\b|left\b)[a-z]+(?:ed|n|t|d)\b[^.,;(){COUNT}-{AREA}]{{2,60}})"
)
_AS_MUCH_AS = re.compile(
    rf"\b(?:equivalent\s+(?:[a-z]+\s+)?(?:of|to)|equal\s+to|same\s+as|as\s+much\s+as|enough\s+(?:for|to\s+(?:pay\s+for|fund|employ|cover)))\s+(?:the\s+cost\s+of\s+|(?:an?\s+)?(?:additional|extra|further)\s+|(?:employing|losing|having|about)\s+|{N}[^.;,{COUNT}-{AREA}]{{0,30}}\s+or\s+)?$"
)
#: The parts of those that come on top: "80 new posts, made up of 50 officers and 30 staff".
_PARTS_OF_NEW = re.compile(
    rf"\b(?P<added>new|additional|extra|further)\s+[a-z]+(?:\s+[a-z]+)?,?\s+(?:(?:consisting|made\s+up|composed)\s+of|comprising|including|of\s+(?:which|whom)|namely|[:(–-])\s*(?:{N}\s+[^.;(){COUNT}-{AREA}]{{2,40}}?(?:,|\s+and|\s+or)\s+)*$"
)
#: "147 of the recruits were from rural areas": the recruits, and which of them.
_OF_THEM = re.compile(r"\s+of\s+(?=[a-z])")
_SOME_WERE = re.compile(
    rf"(?:[a-z][\w'’-]*\s+){{1,5}}?(?:were|are|was|is)\s+(?:also\s+|either\s+)?(?P<what>(?!not\b)[a-z][^.,;(){COUNT}-{AREA}]{{2,60}})"
)
_CRIME_NOUNS = COUNTED | _CRIMES
_NOUNS = COUNTED | UNCOUNTED
_DIGIT = re.compile(r"\d")
_TARGET = re.compile(r"\btarget$", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:in|out\s+of)\s+(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)$", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|earlier|previously|before|later)\s*$")
_TIME_AT_LAST = re.compile(r"\b(?:quarter|year|period|month|week|half|meeting)$", re.IGNORECASE)
_CLAUSE_PARTS = re.compile(rf"[.;,()–—]|[{COUNT}-{AREA}]|\b(?:than|but|see|wanting|said|because|to|or)\b")
_GOES_ON = re.compile(f"[{COUNT}-{AREA}().;]")
_SIGNS = re.compile(f"[{COUNT}-{AREA}]")
_OPENING = re.compile(r"^\s*(?:(?:or|and|than|at|in|to|the|a|on|that|with)\s+)*")


def counts(frame: Frame) -> Claims:
    """A number and what is counted.

    Examples: ``There have been 118 recorded Modern Slavery Act offences``, ``Made over 62,000 welfare calls to vulnerable people``,
    ``Six officers worked full time``, ``70 people have been recruited``, ``934 hours of training``, ``3 x Evidence Review Officers``.
    """
    for index, stated in enumerate(frame.figures):
        if stated.figure.signed:
            continue
        if stated.sign == TIME:
            yield from _hours(frame, index)
        elif stated.sign == COUNT:
            yield from _count(frame, index)


def _hours(frame: Frame, index: int) -> Claims:
    stated = frame.figures[index]
    if stated.figure.unit != "hours":
        return
    tie = _OF.match(frame.shape[stated.end :])
    of = after(frame, stated.end + (tie.end() if tie else 0))
    if (of and tie) or _WORKED.search(frame.text):
        label = f"hours of {of}" if of and tie else f"hours {of}" if of else "+hours"
        yield Claim(index, label, "actual", unit="hours", confidence=0.8)


def _count(frame: Frame, index: int) -> Claims:
    stated = frame.figures[index]
    value = stated.figure.value
    times = _TIMES.match(frame.shape, stated.start)
    if times and ("X" in frame.text[stated.end : times.end()] or not frame.text[times.end()].isupper()):
        times = None
    at = times.end() if times else stated.end
    if _AS_LIKELY.match(frame.shape, at) or _A_MARK.match(frame.shape, at):
        return
    if _OFTEN.match(frame.shape, at):
        every = FREQUENCY.match(frame.shape, at)
        what = subject(frame, stated.start)
        verb = frame.text[: stated.start].split()[-1:] or [""]
        if what:
            label = f"{what} {verb[0]}" if verb[0].endswith("ed") else what
            yield Claim(
                index,
                label,
                "actual",
                unit="rate" if every else None,
                note=every["every"] if every else None,
                confidence=0.75,
            )
        return
    if _TO_OR.search(frame.shape[: stated.start]) or (value == 1 and "too many" in frame.shape):
        return
    if _MAYBE_THOUSANDS.fullmatch(stated.figure.text):
        # "1.234 officers" are twelve hundred or hardly more than one.
        return
    if _SHARE_IN_WORDS.search(frame.shape[: stated.start]) and stated.figure.value <= 10:
        # "Nine out of ten victims" are a share, not ten victims.
        return
    if FREQUENCY.match(frame.shape, at):
        return
    whole = _OUT_OF.match(frame.shape, stated.end)
    if whole is None and _OUT_OF_MANY.match(frame.shape[stated.end :]):
        return
    if whole:
        noun = after(frame, whole.end())
        done = [
            w
            for w in frame.text[: stated.start].split()[-1:]
            if w.lower() in VERBS and w.lower().endswith(("ed", "eld"))
        ] or _done_before(frame, index)
        if (
            noun
            and head(noun) in COUNTED
            and (done or participle(frame, whole.end() + _reach(frame, whole.end(), noun)))
        ):
            told = done[0].lower() if done else participle(frame, whole.end() + _reach(frame, whole.end(), noun))
            yield Claim(index, f"{noun} {told}", "actual", confidence=0.75)
        return
    label = _item(frame, at) if times else after(frame, at)
    if _ONE_MORE.match(frame.shape[at:]):
        # "16 forces had a fall, 26 an increase": not 26 increases.
        return
    if (
        (more := _SO_MANY_MORE.match(frame.shape, at))
        and _DID.search(frame.shape[: stated.start])
        and head(label) in COUNTED
    ):
        # "made 1,400 more arrests": so many more.
        yield Claim(
            index,
            _SO_MANY_MORE.sub("", f" {label}").strip(),
            "change",
            "current",
            falls=more["word"] != "more",
            confidence=0.75,
        )
        return
    if _GREW_BY.search(frame.shape, max(0, stated.start - 90), stated.start) and head(label) in COUNTED:
        # "the expansion of the force by 905 officers": so many more.
        yield Claim(index, label, "change", "current", confidence=0.75)
        return
    if label.lower() in ("them", "these", "those", "whom", "which"):
        return
    if _NO_MEASURE & {*label.lower().split()}:
        return
    if _AS_MUCH_AS.search(frame.shape, max(0, stated.start - 80), stated.start):
        # "a sum equivalent to 26 officers": what money would pay for.
        return
    if _OFF_TARGET.search(label):
        # "42 officers below its target": how far off, and not how many.
        return
    end = at + _reach(frame, at, label)
    every = FREQUENCY.match(frame.shape, end)
    if _DONE.fullmatch(label) and label.lower() not in COUNTED:
        return
    if not label or not (
        _is_counted(
            label, value, worded=stated.worded, listed=times is not None, funded=bool(_FUNDED.search(frame.text))
        )
        or (every and head(label) not in UNCOUNTED)
    ):
        return
    participle_after = participle(frame, end)
    if _SHARE_OF.search(frame.shape[: stated.start]):
        # "62% of 1,912 respondents supported it": only the 62% did.
        participle_after = None
    some = _SOME_WERE.match(frame.shape, at + len(" of ")) if _OF_THEM.match(frame.shape, at) else None
    if head(label) in _PEOPLE and len(label.split()) <= 2 and (who := _WHO_DID.match(frame.shape, end)):
        # "51 officers had served for less than a year": not all of them.
        label = f"{label} – {first_words(frame.printed(who, 'what'), 8)}"
    elif some and not participle_after:
        label = f"{label} – {first_words(frame.printed(some, 'what'), 8)}"
    elif participle_after and len(label.split()) <= 3:
        label = f"{label} {participle_after}"
    elif head(label) in _PEOPLE:
        label = of_new_people(frame, index, label)
    here = None if every else _PER_HEAD.match(frame.text, end + 1)
    per = None if every else (here or _PER_HEAD.match(frame.text))
    if here and _DIGIT.search(here.group()) and len(label.split()) <= 4:
        # "54.6 crimes per 1,000 people" counts no crimes.
        label = f"{label} {FOR_EVERY.sub('per', here.group())}"
    unit = "hours" if head(label) == "hours" else None
    if _FULL_TIME.search(label) or _FULL_TIME.match(frame.text, end + 1):
        unit = "FTE"
    if per or (every and (every["unit"] or "").lower() not in ("year", "annum")):
        unit = "rate"
    note = every["every"] if every else (per.group() if per else None)
    sure = 0.85 if head(label) in COUNTED and not stated.worded else 0.6
    yield Claim(index, label, "actual", unit=unit, note=note, confidence=sure)


def brackets(frame: Frame) -> Claims:
    """A figure in brackets after its noun.

    Examples: ``searches (95) and arrests (21)``, ``searches of Asian individuals (30%)``, ``on the telephone (55%) or online (32%)``,
    ``(White/all ethnic groups combined 26%)``.
    """
    for match in _BRACKET_OPENS.finditer(frame.shape) if "(" in frame.shape else ():
        label = before(frame, match.start("verb"))
        if label:
            yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.75)
    for match in _BRACKET.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        if stated.sign in (MONEY, TIME) or stated.worded or not _ALONE.match(match["rest"]):
            continue
        statistic = "share" if stated.sign == PERCENT else "actual"
        if match["label"]:
            label = frame.printed(match, "label").strip(" :–-")
            if not {*label.lower().split()} & VERBS and not {*label.lower().split()} <= OPENERS:
                yield Claim(index, label, statistic, confidence=0.75)
            continue
        lead = _PART_OF_ALL.sub("", before(frame, match.start()) or _clause(frame, match.start()))
        lead = _SHORT_OF.sub("", lead)
        if stated.sign == PERCENT and head(lead) in ("rate", "rates", "satisfaction", "confidence", "compliance"):
            # "short of the detection rate of the region (31%)": that rate, and no part of it.
            statistic = "actual"
        if _TARGET.search(lead):
            yield Claim(index, "", "target", confidence=0.75)
            continue
        if stated.sign == PERCENT and (
            head(lead) in UNCOUNTED
            or lead.split()[-1:]
            in (["place"], ["position"], ["forces"], ["performer"], ["performers"], ["ranking"], ["quartile"])
        ):
            # "one of the top ten forces (79%)": no part of them.
            continue
        if (
            stated.sign == PERCENT
            and _FELL_OR_ROSE.search(frame.shape)
            and not _PARTS_TOLD.search(frame.shape)
            and _is_crime(lead)
        ):
            # "Robbery (12%) was among those that rose": no part of anything.
            continue
        if _ONE_IN.search(lead):
            # "fell by nearly one in five (18.7%)": the share again, and nothing that has one.
            continue
        if (
            _TIME_AT_LAST.search(lead)
            or _AGO.search(frame.shape[: match.start()])
            or _LAST_TIME.search(frame.text[: match.start()])
        ):
            # "stable against the previous quarter (79.1%)": a level of then, and no part of anything.
            continue
        if lead and (
            stated.sign != COUNT or {head(lead), lead.split()[-1].lower()} & COUNTED or stated.figure.value >= 20
        ):
            yield Claim(index, lead, statistic, confidence=0.75)


def _is_crime(name: str) -> bool:
    found = match_measure(name, unit="count")
    return bool(found) and head(name) in _CRIME_NOUNS


def listed_parts(frame: Frame) -> Claims:
    """The parts of what was counted: ``Of these 74 were about race, nine about religion and two about disability``."""
    first = _FIRST_PART.match(frame.shape)
    if first is None:
        return
    at = first.end("of")
    while match := _PART.match(frame.shape, at):
        what = frame.printed(match, "what").strip("“”\"' ")
        if what not in ("other", "others", "unknown"):
            # Of "one other" the label would be the whole.
            yield Claim(index_at(frame, match.start("first")), f"+{what}", "actual", confidence=0.75)
        at = match.end()


def bare_counts(frame: Frame) -> Claims:
    """A number whose noun was named before.

    Examples: ``with a further 200 being recruited by 2016``, ``11 reported``, ``60 awaiting interviews``, ``of which
    637 were repeat reports``, ``Rutland are working with 16``.
    """
    for which in _OF_WHICH.finditer(frame.shape):
        whole = next((f for f in reversed(frame.figures) if f.end <= which.start()), None)
        if whole and whole.sign == COUNT and head(after(frame, whole.end)) in UNCOUNTED:
            # "It has five members, of whom one is independent": parts of what is no measure.
            continue
        if noun := after(frame, which.end()):
            told = noun if head(noun) in COUNTED else f"+{noun}"
            yield Claim(index_at(frame, which.start("first")), told, "actual", confidence=0.75)
    for worked in _WORKED_WITH.finditer(frame.shape):
        done = "engaged with" if worked["done"].startswith("engag") else "worked with"
        yield Claim(index_at(frame, worked.start("first")), f"+{done}", "actual", confidence=0.6)
    for index, stated in enumerate(frame.figures):
        if (
            stated.sign != COUNT
            or stated.figure.signed
            or (stated.figure.value == 1 and not _PICKED_OUT.match(frame.shape, stated.end))
        ):
            continue
        match = _BARE.match(frame.shape, stated.end)
        following = match["rest"].split()[:1] if match and match["done"].endswith("ed") else []
        if following and following[0] in _NOUNS:
            # "eleven elected councillors": the participle is part of the name.
            continue
        if match and frame.text[match.start("done")].islower():
            reach = len(_SIGNS.split(match["rest"])[0])
            rest = frame.text[match.start("rest") : match.start("rest") + reach].split()[:6]
            done = frame.text[match.start("done") : match.end("done")]
            yield Claim(index, "+" + " ".join(trimmed_end([done, *rest])), "actual", confidence=0.6)


def in_post(frame: Frame) -> Claims:
    """``with 1,462 in post``: of those who were counted before."""
    for match in _IN_POST.finditer(frame.shape):
        yield Claim(index_at(frame, match.start("first")), "+in post", "actual", confidence=0.65)


def _item(frame: Frame, at: int) -> str:
    """The whole of a list item after "1 x": "Marketing Officer, Volunteers in Policing programme"; in a sentence its noun."""
    rest = frame.shape[at:].strip(" .;")
    words = frame.text[at : at + len(rest)].split()
    alone = not frame.shape[: frame.figures[0].start].strip(" -–•*") and not _GOES_ON.search(rest)
    return " ".join(words).strip(" .;") if alone and len(words) <= 9 else after(frame, at)


def of_new_people(frame: Frame, index: int, label: str) -> str:
    """The label of people with what says that they come on top: ``recruiting 129 officers``, ``88 extra officers`` are not all of them."""
    stated = frame.figures[index]
    if ahead := _NEW.match(frame.shape, stated.end):
        return f"{ahead['added'].split()[-1]} {label}"
    lead = _NEWLY.search(frame.shape[: stated.start]) or _PARTS_OF_NEW.search(frame.shape[: stated.start])
    if lead is None:
        return label
    if verb := lead.groupdict().get("verb"):
        return f"{label} {verb.rstrip('e')}ed"
    return f"{'further' if lead['added'] == 'another' else lead['added']} {label}"


def _done_before(frame: Frame, index: int) -> list[str]:
    """What was done with the figures of a list, told before its first: "upheld 14 of 27 appeals where …, and 10 of 26 appeals"."""
    lead = frame.text[: frame.figures[index].start].rstrip()
    first = frame.text[: frame.figures[0].start].split()[-1:]
    listed = index > 0 and lead.endswith((",", " and"))
    return [w for w in first if listed and w.lower() in VERBS and w.lower().endswith(("ed", "eld"))]


def _is_counted(label: str, value: float, *, worded: bool, listed: bool, funded: bool) -> bool:
    """Whether a number of these is a measure: 257 crimes, Six officers, 32 training events; not 4 work streams or 43 forces."""
    noun = head(label)
    if noun in UNCOUNTED:
        if value != 1 and not noun.endswith("s"):
            # "above the 9,500 level": one thing that bears the number.
            return False
        return not worded and (value >= 500 or (funded and value >= 5 and noun in _FUNDABLE))
    if noun in COUNTED:
        return not (worded and value == 1 and not _SINGLE.search(label)) and not (
            worded
            and noun in ("reports", "report", "group", "groups", "bids", "projects", "grants", "awards", "schemes")
        )
    return not worded and (value >= 20 or listed) and value != 100


def _reach(frame: Frame, at: int, label: str) -> int:
    """How far a label reaches from ``at``."""
    last = label.split()[-1] if label else ""
    found = frame.text.find(last, at) if last else -1
    return found + len(last) - at if found >= 0 else 0


def _clause(frame: Frame, at: int) -> str:
    """The last words before ``at`` back to a comma or bracket, at most ten, without what opens them."""
    lead = _CLAUSE_PARTS.split(frame.shape[:at])[-1]
    text = frame.text[at - len(lead) : at]
    return " ".join(_OPENING.sub("", text).split()[-10:])
