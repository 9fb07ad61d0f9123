"""Wordings of levels: "398 Cadets enrolled", "overall compliance was 55%", "93% of women do not reoffend", "searches (95)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.prose_claims import Claim, Claims, index_at
from extract.prose_frame import ANY, AREA, COUNT, PERCENT, A, Frame, M, N, P, S, T, rank_word
from extract.prose_phrases import after, before, head, is_generic, participle, subject
from extract.wording import COUNTED, MONEY_MEASURED, UNCOUNTED

_FILL = rf"(?:\s*(?:\([^()]*\)|{T}|{A}|,|(?:at|now|currently|around|only|just|also|still|again|consistently|the|a|in|for|of|to|from|during|over)\b)\s*)*?"
_COPULA = re.compile(
    rf"\b(?P<verb>is|was|are|were|stands?|stood|standing|remains?|remained|remaining|reached|reaches|totalled|totals|totalling|averaged|averages|"
    rf"has\s+been|have\s+been|amounts?\s+to|amounted\s+to|came\s+to|equates?\s+to|equated\s+to|comprises?|comprised|numbered|had\s+risen\s+to|"
    rf"will\s+be|would\s+be|currently\s+has|constitutes|estimated|stabilised){_FILL}\s+(?:currently\s+|now\s+|only\s+|around\s+|a\s+total\s+of\s+)?(?P<first>{ANY})",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"\b(?P<noun>(?:rates?|levels?|averages?|median|mean|totals?|target|score|proportion|time(?:\s+to\s+\w+)?|capacity|strength|headcount|establishment|caseload|"
    rf"turnout|sample|(?:number|sum|figure|value|population)))(?:\s*{A})?\s+(?:of|for|at)\s+(?P<first>{ANY})",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?P<first>{P})\s+of\s+(?=\w)(?!(?:the\s+)?(?:total|time)\b(?:[,.;)]|$))", re.IGNORECASE)
_PLAIN_SHARE = re.compile(
    rf"\b(?:that|with|and|but|recognising|found|showed|shows|said|[,;:(])\s*(?P<first>{P})\s+(?P<verb>are|were|is|was|said|felt|agreed|have|had|would|do|did|relate|relates|reported|feel)\b",
    re.IGNORECASE,
)
_CAPACITY = re.compile(
    rf"\b(?P<noun>capacity|room|target|establishment|authorised\s+strength)\s+(?:for|of|to\s+\w+)\s+(?P<first>{N})",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"\(\s*(?P<first>{ANY})(?P<rest>[^()]*)\)")
_BEFORE_BRACKET = re.compile(r"^(?:c|circa|about|over|n\s*=|=|total:?|now|currently|approximately)?\s*$", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^(?P<label>[^.;:()]*?[A-Za-z)][^.;:()]*?(?:\([^()]*\))?)\s*(?:[:=–—-]|\s)\s*(?P<first>{ANY})(?P<rest>[^.;:]{{0,40}})[.;,]?\s*$"
)
_TIMES = re.compile(rf"(?P<first>{N})\s+(?:x|×)\s+(?=[A-Z])")
_FREQUENCY = re.compile(
    r"\s*(?:times\s+)?(?P<every>(?:a|per|each|every)\s+(?P<unit>day|week|month|hour|night|shift|year|annum)|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:fund(?:ed|ing|s)?|award(?:ed|s|ing)?|grant(?:ed|s)?|provid(?:ed|es|ing)|allocat(?:ed|es|ing|ion)|contribut(?:ed|es|ing|ion)|commission(?:ed|ing)|bid|bids|"
    r"committed|ring-?fenc\w+|invest(?:ed|ment|ing)?|contract|cost\s+of|at\s+a?\s*cost|donat\w+|sponsor\w+|secured|securing|received|claimed|purchas\w+|paid|pay)\b",
    re.IGNORECASE,
)
_MONEY_NOUN = "|".join(sorted(MONEY_MEASURED, key=len, reverse=True))
_MONEY_AFTER = re.compile(
    rf"(?P<first>{M})\s+(?:(?:in|of|a|per|each|year|annum|p\.?a\.?|more|cashable|extra|additional|over)\s+)*(?P<what>(?:[\w-]+\s+){{0,4}}?(?:{_MONEY_NOUN}))\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    rf"\b(?P<what>(?:{_MONEY_NOUN}))\b(?P<gap>[^.;£]{{0,60}}?)(?:\b(?:of|is|are|was|were|be|to|at|by|nearer|totalling|stands?\s+at|stood\s+at|over|around|approximately|set|estimated)|:|\()\s*(?:which\s+)?(?P<first>{M})",
    re.IGNORECASE,
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
_RANKS = (
    re.compile(r"\b(?:number|no\.?)\s+(?P<rank>one|two|three|1|2|3)\s+(?P<noun>priority|concern|issue|force)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<rank>{_ORDINAL})\s+(?P<noun>most\s+\w+|least\s+\w+|highest|lowest|best|worst|largest|smallest)\b", re.IGNORECASE),
    re.compile(rf"\b(?:rank(?:s|ed|ing)?|placed|position(?:ed)?|comes?|came|is|are|was|were|at|in)\s+(?:as\s+|joint\s+|in\s+|of\s+)?(?P<rank>{_ORDINAL})(?:\s+(?:place|position))?\s+(?P<noun>out\s+of|of\s+(?:the\s+)?\d+|in\s+(?:the|our|its)\s+(?:country|MSG|group|region|force|most\s+similar|family)|nationally|regionally|against\s+MSG)", re.IGNORECASE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank in words; ``note`` says where it is counted from the bottom."""

    start: int
    end: int
    rank: int
    label: str
    note: str | None = None


def ranks(frame: Frame) -> list[Ranked]:
    """The ranks that a sentence gives in words.

    Examples: ``Solving major crimes remains firmly embedded as their number one priority`` 1, ``patrols where there are regular
    reports of crime (fourth most important priority)`` 4, ``ranked 3rd out of 8`` 3.
    """
    out = []
    for pattern in _RANKS:
        for match in pattern.finditer(frame.text):
            rank = rank_word(match["rank"])
            if rank is None or re.match(r"\s+(?:time|quarter|year|month|phase|stage)", frame.text[match.end() :]):
                continue
            lead = frame.shape[: match.start()].rstrip()
            bracket = lead.endswith("(")
            label = _clause(frame, match.start() - 1) if bracket else subject(frame, match.start())
            noun = match["noun"] if not re.match(r"out|of|in\s|nation|region|against", match["noun"], re.I) else ""
            if label:
                end = match.end() if noun else match.end("rank")
                bottom = "from the bottom" if re.match(r"least|lowest|worst|smallest", noun, re.IGNORECASE) else None
                out.append(Ranked(match.start("rank"), end, rank, label, bottom))
    return out


def shares(frame: Frame) -> Claims:
    """ "93% of women engaging on the Avert scheme do not reoffend", "44% of appeals were upheld", "recognising that 30% are vulnerable"."""
    for match in _SHARE.finditer(frame.shape):
        noun = after(frame, match.end())
        if noun:
            yield Claim(index_at(frame, match.start("first")), _with_predicate(frame, match.end(), noun), "share")
    for match in _PLAIN_SHARE.finditer(frame.shape):
        what = frame.text[match.start("verb") :].split(",")[0].split(".")[0].split(";")[0]
        yield Claim(index_at(frame, match.start("first")), " ".join(what.split()[1:7]) or what, "share", confidence=0.6)


def copulas(frame: Frame) -> Claims:
    """ "The number of Special Constables is at 196", "Confidence stands at 74%", "the conviction rate at court is 70%"."""
    for match in _COPULA.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        label = subject(frame, match.end("verb") + 1) or before(frame, match.start("verb"))
        following = after(frame, match.end("first"))
        if stated.sign == M[0]:
            if not _is_money_measure(frame, label, match.start()):
                continue
        elif stated.sign == COUNT:
            of_number = re.search(
                r"\b(?:number|total|level|size|volume|figure|average|count|strength|FTE|equivalent|headcount|population)s?\b",
                label,
                re.IGNORECASE,
            )
            if not of_number and (following or not label):
                continue
            if following and is_generic(label):
                label = following
            elif head(following) in UNCOUNTED and not of_number:
                continue
        elif stated.figure.unit in ("hours", "days", "minutes", "seconds") and not re.search(
            r"\b(?:time|average|median|mean|wait|answer|response|duration|target)\b",
            frame.text[: stated.start],
            re.IGNORECASE,
        ):
            continue
        yield Claim(index, label, "actual", confidence=0.9 if label and not is_generic(label) else 0.7)


def measured_of(frame: Frame) -> Claims:
    """ "an average time to answer of 4.7 Seconds", "a satisfaction rate of 82%", "capacity for 700 Cadets in total"."""
    for match in _CAPACITY.finditer(frame.shape):
        noun = after(frame, match.end())
        if noun:
            yield Claim(
                index_at(frame, match.start("first")), f"{noun} {match['noun'].lower()}", "actual", confidence=0.8
            )
    for match in _OF.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        label = before(frame, match.end("noun"))
        following = after(frame, match.end("first"))
        if frame.figures[index].sign == COUNT and following:
            if head(following) in UNCOUNTED:
                continue
            label = following
        if frame.figures[index].sign == M[0] and not _is_money_measure(frame, label, match.start()):
            continue
        yield Claim(index, label, "actual", confidence=0.85)


def brackets(frame: Frame) -> Claims:
    """ "searches (95) and arrests (21)", "searches of Asian individuals (30%)", "on the telephone (55%) or online (32%)"."""
    for match in _BRACKET.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        stated = frame.figures[index]
        rest = match["rest"]
        if stated.sign in (M[0], S[0]) or stated.worded:
            continue
        lead = before(frame, match.start()) or _clause(frame, match.start())
        if re.match(r"\s+(?:of|out\s+of)\s+", rest) and stated.sign == PERCENT:
            continue
        if rest.strip() and not _BEFORE_BRACKET.match(rest) and stated.sign == COUNT:
            continue
        if stated.sign == COUNT and head(lead) not in COUNTED and stated.figure.value < 20:
            continue
        if lead:
            yield Claim(index, lead, "share" if stated.sign == PERCENT else "actual", confidence=0.75)


def counts(frame: Frame) -> Claims:
    """ "There have been 118 recorded Modern Slavery Act offences", "Made over 62,000 welfare calls to vulnerable people", "Six officers
    worked full time", "70 people have been recruited"."""
    for index, stated in enumerate(frame.figures):
        if stated.sign not in (COUNT, S[0]) or stated.figure.signed:
            continue
        at = stated.end
        if times := _TIMES.match(frame.shape, stated.start):
            at = times.end()
        unit = None
        label = after(frame, at)
        if stated.sign == S[0]:
            if stated.figure.unit != "hours" or not (
                label or re.search(r"\b(?:contributed|worked|volunteered|patrolled|duty|training)\b", frame.text, re.I)
            ):
                continue
            label, unit = f"hours {label}".strip() if not label.startswith("of ") else f"hours {label}", "hours"
            tie = re.match(r"\s+of\s+", frame.shape[at:])
            label = f"hours of {after(frame, at + tie.end())}" if tie else label
            yield Claim(index, label, "actual", unit=unit, confidence=0.8)
            continue
        every = _FREQUENCY.match(frame.shape, at + _length_of(frame, at, label))
        if not label and every:
            label = subject(frame, stated.start)
        if not label and re.match(r"\s+times\b", frame.shape[at:]):
            label = subject(frame, stated.start)
        if not label or not _is_counted(label, stated.figure.value, worded=stated.worded, listed=times is not None):
            if not (label and every and head(label) not in UNCOUNTED):
                continue
        done = participle(frame, at + _length_of(frame, at, label))
        if done and len(label.split()) <= 3:
            label = f"{label} {done}"
        if head(label) == "hours":
            unit = "hours"
        confidence = 0.85 if head(label) in COUNTED and not stated.worded else 0.6
        yield Claim(
            index,
            label,
            "actual",
            unit="rate" if every and every["unit"] != "year" else unit,
            note=every["every"] if every else None,
            confidence=confidence,
        )


def bare_counts(frame: Frame) -> Claims:
    """A number whose noun was named just before: "with a further 200 being recruited by 2016", "11 reported", "60 awaiting interviews"."""
    for index, stated in enumerate(frame.figures):
        if stated.sign != COUNT or stated.figure.signed:
            continue
        if match := re.match(
            rf"\s+(?:(?:of\s+(?:these|them|which|whom)|are|were|have\s+been|has\s+been|being|later|of\s+those)\s+)*(?P<done>\w+ed|under\s+review|awaiting(?:\s+\w+){{1,2}}|given|held)\b",
            frame.shape[stated.end :],
        ):
            yield Claim(index, "+" + " ".join(match["done"].split()), "actual", confidence=0.6)


def labelled(frame: Frame) -> Claims:
    """A list item that is a name and a figure: "Burglary 67%", "Asian or Asian British search 712", "Total: 1,204"."""
    match = _LABELLED.match(frame.shape)
    if match is None or len(match["label"].split()) > 10:
        return
    index = index_at(frame, match.start("first"))
    stated = frame.figures[index]
    if (
        index
        or (stated.sign == M[0] and not _is_money_measure(frame, frame.text[: stated.start], stated.start))
        or match["rest"].strip(" ()%")
    ):
        return
    label = " ".join(frame.text[match.start("label") : match.end("label")].split()).strip(" :–—-*_")
    if COUNT <= (label[-1:] or " ") <= AREA or stated.worded or not re.search(r"[A-Za-z]{3}", label):
        return
    yield Claim(index, label, "actual", confidence=0.85)


def money(frame: Frame) -> Claims:
    """ "savings of £10.5 million", "£38 million in cashable efficiency savings", "a residual funding gap of £1.7m"; no money given for a
    purpose."""
    for match in _MONEY_AFTER.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        label = after(frame, match.start("what")) or match["what"]
        if _AWARD.search(_near(frame, match.start("first"))) and "saving" not in label.lower():
            continue
        yield Claim(index, label, "actual", confidence=0.8)
    for match in _MONEY_BEFORE.finditer(frame.shape):
        index = index_at(frame, match.start("first"))
        label = before(frame, match.end("what"))
        if not label or (_AWARD.search(_near(frame, match.start("what"))) and "saving" not in label.lower()):
            continue
        yield Claim(index, label, "actual", confidence=0.8)


def _near(frame: Frame, at: int) -> str:
    """The words right before ``at``."""
    return re.split(r"[.;]", frame.text[max(0, at - 60) : at])[-1]


def _is_money_measure(frame: Frame, label: str, at: int) -> bool:
    words = re.findall(r"[a-z-]+", label.lower())
    return bool(MONEY_MEASURED & {*words}) and not _AWARD.search(_near(frame, at))


def _is_counted(label: str, value: float, *, worded: bool, listed: bool) -> bool:
    """Whether a number of these is a measure: 257 crimes, Six officers, 32 training events; not 4 work streams or 43 forces."""
    noun = head(label)
    if noun in UNCOUNTED:
        return False
    if noun in COUNTED or noun.rstrip("s") in COUNTED:
        return not (
            worded
            and value == 1
            and not re.search(r"\b(?:attack|offence|homicide|crime|death|arrest|incident)", label, re.I)
        )
    if worded:
        return False
    return value >= (1 if listed else 20) and value != 100


def _length_of(frame: Frame, at: int, label: str) -> int:
    """How far a label reaches from ``at``."""
    last = label.split()[-1] if label else ""
    found = frame.text.find(last, at) if last else -1
    return found + len(last) - at if found >= 0 else 0


def _with_predicate(frame: Frame, at: int, noun: str) -> str:
    """A noun and what is said of it, at most ten words: "women engaging on the Avert scheme do not reoffend"."""
    end = re.search(
        rf"[.;,()–—]|[{COUNT}-{AREA}]|\b(?:but|and\s+(?:is|are|was|were)|compared|while|which|whereas|although|with)\b",
        frame.shape[at:],
    )
    text = frame.text[at : at + end.start()] if end else frame.text[at:]
    words = re.sub(r"^\s*(?:all|the|these|those|our)\s+", "", text).split()
    return " ".join(words[:11]) if len(words) >= len(noun.split()) else noun


def _clause(frame: Frame, at: int) -> str:
    """The last words before ``at`` back to a comma or bracket, at most ten, without its openers."""
    text = re.split(
        rf"[.;,()–—]|[{COUNT}-{AREA}]|\b(?:than|but|see|asking\s+to|wanting\s+to|wanting|said|because)\b",
        frame.shape[:at],
    )[-1]
    words = re.sub(r"^\s*(?:(?:or|and|than|at|in|to|the|a|on|that|with)\s+)*", "", text).split()
    return " ".join(words[-10:])
