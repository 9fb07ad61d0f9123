"""What a date is for: the day of a meeting, the period of figures, a deadline, a launch, told from the words around it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.periods import PrintedPeriod


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """A date with the words around it.

    ``before`` and ``after`` are the words of its clause, ``sentence`` is the whole sentence. ``own_day`` is the meeting of the
    paper, ``heading`` is true in a heading or a line of its own, ``own_body`` names the body that meets ("Panel").
    """

    found: PrintedPeriod
    before: str
    after: str
    sentence: str
    own_day: dt.date | None
    heading: bool = False
    own_body: str = "panel"

    @property
    def clause(self) -> str:
        """The clause with the date taken out."""
        return f"{self.before} {self.after}"


_FUTURE = _words(
    "will|shall|(?:is|are) to be|is due|are due|due (?:to (?:be|take|start|begin|commence|open|close|complete|finish|report|go|launch|meet|return|end|present|retire)|in|on|by)|planned|plans to|scheduled|schedule|proposed|proposes|anticipated|expected|expects|intends?|intention|"
    "intended|aims? to|aim for|ambition|forthcoming|upcoming|going forward|being recruited|deferred|postponed|target|next|is being (?:held|published)|"
    "commences?|looking to|with a view|would be"
)
_MEETING = _words(r"meetings?|minutes of|panel|committee|board")
_MEETING_HEAD = re.compile(
    r"(?:\bmeeting\b[^.]{0,60}|^\W*date(?:\s*(?:/|and|&)\s*time)?(?:\s+of\s+(?:the\s+)?meeting)?\W*|\bmeeting\s+date\W*|\bto be held(?:\s+on)?\W*)$",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"\b(?:next|future|following|forthcoming)\s(?:\w+\s){0,4}meeting|\bnext meeting\b|\bmeetings?\b.{0,60}\bwill (?:be held|take place)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:meetings?|minutes|panel|committee|board)\b(?:\s(?:of|for)\s(?:the\s)?[\w&,' -]{3,70}?)?(?:\s(?:was|were|is|be|which))?(?:\s(?:held|scheduled|took place|"
    r"take place|convened))?(?:\s(?:at|in|via)\s[\w ,']{3,60}?)?(?:\s(?:on|of|in|dated|at))?(?:\s(?:the|its))?\W{0,3}$",
    re.IGNORECASE,
)
_SPOKE_TO = _words(
    "reported|presented|outlined|reports? to|considered|minutes|agreed at|last|previous|summarised|discussed|advised|raised|told|noted|requested|resolved"
)
_PUBLICATION = _words(r"publish(?:ed|es|ing)?|publication|bulletin|issued|released|press release|circulated")
_LAUNCH = _words(
    r"launch(?:ed|es|ing)?|re-?launched|introduc(?:ed|tion|ing|e)|rolled[ -]out|roll-?out of|went live|go(?:es|ing)? live|go-live|live (?:again )?since|live|"
    r"came into force|comes? into force|inception|established|set up|opened the|opening of|officially opened|inaugurat\w+"
)
_CAME_INTO_EFFECT = _words("came into effect|comes? into effect|took effect|takes? effect|effective from")
_CONTRACT = _words(r"contracts?|lease|framework agreement|service level agreement|tender(?:ed|s)?|re-?tender\w*")
_BY = re.compile(
    r"\b(?:by|no later than|not later than|deadline(?:\s(?:of|is|was|for))?|before|in time for|ahead of|closing date(?:\s(?:of|is))?|"
    r"clos(?:es?|ed)(?:\son)?|must be \w+ by|complete[ds]? by)\s*(?:the\s)?(?:very\s)?(?:midnight\son\s)?$",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"\b(?:decision|decided|approved|endorsed|signed(?:\s|-)off|ratified|resolved|agreed|confirmed|authorised|decision (?:taken|made))\b[^.]{0,40}?\b(?:on|in|dated)\s(?:the\s)?$",
    re.IGNORECASE,
)
_DATA = _words(
    r"figures?|data|statistics|performance|compar(?:ed|ing|es|ison|able|ative)|versus|v|period|baseline|volumes?|sample|quarter(?:ly)?|rates?|totals?|levels?|trends?|"
    r"recorded|recording|reported|reports|reporting|saw|rose|rise|fell|fall|decreas\w+|increas\w+|reduc\w+|average|survey(?:ed|s)?|census|referrals|satisfaction|confidence|"
    r"offences|crimes?|incidents|complaints|spend|spent|underspend|overspend|outturn|savings?|finalised|covers|covering|spans|relates to|update|months?"
)
_COVERS = re.compile(
    r"\b(?:(?:time |reporting |report )?periods?(?:\s(?:of|from|is|was|to|between|relating to|for))?|covers?(?:\sthe)?|covering|spans|figures|data|statistics|performance|for the month of|"
    r"calendar year|during the period|compared (?:to|with)|comparing(?:\sthe)?|versus|relates? to|year-on-year[^.]*|position(?: as)?)\W*(?:for|from|to|the|in|of|is|are|at)?(?:\sthe)?\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\d/])\d[\d,]*(?:\.\d+)?\s?(?:%|per\scent)|\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\.\d+)?\s(?:[a-z]+\s){0,3}(?:offences|crimes?|incidents|reports|complaints|cases|hours)\b"
)
_PLAN_NAME = _words(
    r"(?:police and crime |delivery |action |strategic |commissioning |capital |business |financial )?(?:plan|strategy|framework|programme|mtfs|mtfp|precept|budget|funding gap|council tax)\w*"
)
_BUDGET = _words(
    r"budgets?|precept|council tax|funding gap|settlement|plans?|strategy|strateg(?:y|ies)|framework|forecast|projection|savings|schedule|programme|training schedule|MTFS|MTFP|FMS"
)
_HAPPENS = _words(
    r"take place|took place|takes place|taking place|held|hold|holding|runs?|ran|event|conference|week|weekend|workshop|seminar|open day|visit(?:ed)?|competition|recruit(?:ment|ing|ed)|"
    r"training|opened|opens|campaign|ceremony|lockdown|exercise|interviews?|elections?|attend(?:ed|ing)?|join(?:ed)?|award(?:ed|s)?"
)
_OCCASION = _words(
    "week|weekend|conference|event|competition|ceremony|open day|seminar|workshop|elections?|festival|awards|anniversary"
)
_ALWAYS = _words("always|usually|typically|generally|each|every|annually")
_NAMED = re.compile(r"(?:[A-Z][\w’'&-]*\s){1,5}\(?$")


def is_habit(text: str) -> bool:
    """True where the words tell what comes every year: "always higher in quarter 1"."""
    return bool(_ALWAYS.search(text))


def is_future(text: str) -> bool:
    """True where the words speak of what is still to come: "will", "planned", "due to"."""
    return bool(_FUTURE.search(text))


def role(w: Wording) -> str:
    """The type of a date, one of the contract's words.

    ``"The next meeting of the Panel is scheduled to take place on"`` is ``next_meeting``, ``"in place by the end of"`` a
    ``deadline``, ``"In July the Commissioner opened the Preston branch"`` a ``launch``, ``"covers the time period"`` a ``period``.
    """
    meeting = _meeting(w)
    if meeting:
        return meeting
    if _is_period(w):
        return "period"
    ahead = _ahead(w)
    if _BY.search(w.before) and (w.found.stretch.single or w.found.stretch.first is None):
        return "deadline"
    if _PUBLICATION.search(w.clause):
        return "publication"
    if _PLAN_NAME.search(w.clause) and (_CAME_INTO_EFFECT.search(w.clause) or _long(w)):
        return "plan"
    if _CONTRACT.search(w.clause):
        return "contract"
    if _LAUNCH.search(w.clause) and not _long(w):
        return "launch"
    if _DECISION.search(w.before):
        return "decision"
    if w.found.stretch.precision in ("year", "financial_year"):
        return _role_of_year(w, ahead)
    if _OCCASION.search(w.clause) or (_HAPPENS.search(w.clause) and (w.found.stretch.precision == "day" or not ahead)):
        return "event"
    if ahead:
        return "plan"
    return "event"


def _long(w: Wording) -> bool:
    """True for a stretch of more than a year, such as that of a plan."""
    start, end = w.found.period.start, w.found.period.end
    return bool(start and end and (end - start).days > 370)


def _ahead(w: Wording) -> bool:
    """True for what the paper sees before it."""
    start = w.found.period.start or w.found.period.end
    if start and w.own_day and start > w.own_day:
        return True
    return is_future(w.clause) or (is_future(w.sentence) and not (start and w.own_day and start < w.own_day))


def _meeting(w: Wording) -> str | None:
    """``meeting``, ``next_meeting`` or ``previous_meeting`` where the date is the day of one; None where it is not."""
    period = w.found.period
    day = period.start
    single = w.found.stretch.single and w.found.stretch.precision in ("day", "month")
    if day is None or not single:
        return None
    if _NEXT_MEETING.search(w.before) or _NEXT_MEETING.search(w.after):
        if (
            not _MEETING_HEAD.search(w.before)
            and not _MET.search(w.before)
            and not re.search(r"\bnext meeting\b", w.clause, re.IGNORECASE)
        ):
            return None
        later = w.own_day is None or day > w.own_day
        return "next_meeting" if later and not _other_body(w) else "meeting"
    if not (
        _MEETING_HEAD.search(w.before)
        or (_MET.search(w.before) and _MEETING.search(w.before))
        or re.match(r"\W{0,3}(?:\w+\s){0,8}meetings?\b", w.after)
    ):
        return None
    if _BY.search(w.before):
        return None
    same = (
        w.own_day is not None
        and period.start is not None
        and period.end is not None
        and period.start <= w.own_day <= period.end
    )
    if same:
        return "meeting"
    if w.own_day and day > w.own_day:
        return "meeting" if _other_body(w) else "next_meeting"
    if re.search(r"\bminutes of\b", w.before, re.IGNORECASE):
        return "previous_meeting"
    if w.own_day and day < w.own_day and not _other_body(w):
        return "previous_meeting"
    return "meeting"


def _other_body(w: Wording) -> bool:
    """True where the clause names a body that meets and is not the paper's own."""
    own = w.own_body.lower().split()[0] if w.own_body else "panel"
    text = w.clause.lower()
    if own in text:
        return False
    return bool(re.search(r"\b(?:board|committee|group|scrutiny|forum|cabinet|council|bmm|constabulary|panel)\b", text))


def _is_period(w: Wording) -> bool:
    """True where the date tells what figures are about."""
    stretch, period = w.found.stretch, w.found.period
    if stretch.kind in ("rolling_12_months", "year_to_date", "week"):
        return not (_CONTRACT.search(w.clause) and _long(w))
    if stretch.kind == "open":
        return not _ahead_of_figures(w)
    if stretch.kind in ("quarter", "half_year") or (
        stretch.precision == "month" and _DATA.search(w.before[-40:]) and not stretch.single
    ):
        return not is_future(w.clause)
    if _COVERS.search(w.before) and not (stretch.single and period.start and w.own_day and period.start > w.own_day):
        return True
    if stretch.kind == "calendar_year" and _DATA.search(w.sentence):
        return True
    ranged = not stretch.single
    if ranged and stretch.precision == "month":
        return not _HAPPENS.search(w.clause)
    if ranged and stretch.precision == "day":
        return (period.type not in ("day", "range") and not _CONTRACT.search(w.clause)) or (
            bool(_DATA.search(w.clause)) and not _HAPPENS.search(w.clause)
        )
    if _long(w) or _ahead(w):
        return False
    if stretch.precision in ("financial_year", "year", "month"):
        return (
            bool(_NUMBER.search(w.sentence) and _DATA.search(w.sentence))
            and not _LAUNCH.search(w.clause)
            and not _HAPPENS.search(w.clause)
        )
    return False


def _ahead_of_figures(w: Wording) -> bool:
    start = w.found.period.end
    return bool(start and w.own_day and start > w.own_day)


def _role_of_year(w: Wording, ahead: bool) -> str:
    """A year or a financial year: a plan for the time to come, a period of what was counted, an event of the past, or a name."""
    period = w.found.period
    begin = period.start
    if re.match(r"\s?(?:levels?|trends?)\b", w.after):
        return "other"
    if w.heading and _NAMED.search(w.before.strip() + " "):
        return "plan" if _PLAN_NAME.search(w.before) else "other"
    if ahead or (_BUDGET.search(w.clause) and period.end and w.own_day and period.end >= w.own_day):
        return "plan"
    if w.found.stretch.precision == "financial_year":
        return "period"
    if _HAPPENS.search(w.clause) or (begin and not _DATA.search(w.clause)):
        return "event"
    return "period"
