"""The words that tell what a date is for, and a date among its words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from extract.times.periods import PrintedPeriod
from extract.times.stretches import stretches
from extract.wording import by_first_letter


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b{by_first_letter('|'.join(alternatives))}\b")


def _ending(*alternatives: str) -> re.Pattern[str]:
    """Words that stand directly before the date, with no more than small words and marks between."""
    return re.compile(
        rf"\b{by_first_letter('|'.join(alternatives))}\W*(?:for|from|to|in|of|on|is|are|at)?(?:\sthe)?\W*$",
        re.IGNORECASE,
    )


_FEW_WORDS = 4
_GOES_ON_TO = re.compile(r"\b(?:and|but)\s(?=(?:[\w'’-]+\s){1,})")
#: Letters before a date that are about it, and days after which something is long past.
_BESIDE, _LONG_AGO = 40, 120


@dataclass(frozen=True, slots=True)
class Wording:
    """A date with the words around it.

    ``lead`` is the sentence up to the date; ``before`` and ``after`` are the words of its clause on both sides. ``own_day`` is the
    meeting of the paper, ``own_body`` names the body that meets ("Panel"), ``heading`` is true in a heading or a line of its own,
    ``section`` is the heading above, ``previous`` the sentence before, ``sentence[at:to]`` the date, ``in_head`` is true for a line in the head of a paper that
    names the body which meets, ``decides`` in the record of a decision, ``at_edge`` for the first
    and last lines of a paper whose head names no body that meets.
    """

    found: PrintedPeriod
    lead: str
    before: str
    after: str
    sentence: str
    own_day: dt.date | None
    heading: bool = False
    own_body: str = "panel"
    section: str = ""
    previous: str = ""
    at: int = 0
    to: int = 0
    in_head: bool = False
    decides: bool = False
    at_edge: bool = False

    @property
    def clause(self) -> str:
        """The clause with the date taken out."""
        return f"{self.before} {self.after}"

    @property
    def rest(self) -> str:
        """The sentence behind the date, over the end of its clause."""
        return self.sentence[self.to :]

    @property
    def near(self) -> str:
        """The words of the clause that stand near the date; of the sentence, where the date is alone in brackets."""
        if len(self.before.split()) < _FEW_WORDS and self.before != self.lead:
            return f"{self.lead[-160:]} {self.after[:60]}"
        return f"{self.before[-100:]} {self.after[:60]}"

    @property
    def own(self) -> str:
        """The words before the date that are about it and about no earlier date: "published on 1 May and *launched in* June"."""
        earlier = stretches(self.before)
        tail = self.before[earlier[-1].end :] if earlier else ""
        goes_on = _GOES_ON_TO.search(tail)
        return tail[goes_on.end() :] if goes_on else self.before

    @property
    def single(self) -> bool:
        """True for one day, month or year; False for a stretch from one to another."""
        return self.found.stretch.single

    @property
    def exact(self) -> bool:
        """True for a single day or month."""
        return self.single and self.found.stretch.precision in ("day", "month")

    @property
    def later(self) -> bool:
        """True for what begins after the meeting of the paper."""
        start = self.found.period.start or self.found.period.end
        return bool(start and self.own_day and start > self.own_day)

    @property
    def earlier(self) -> bool:
        """True for what begins before the meeting of the paper."""
        start = self.found.period.start or self.found.period.end
        return bool(start and self.own_day and start < self.own_day)

    @property
    def long(self) -> bool:
        """True for a stretch of more than a year, such as that of a plan."""
        start, end = self.found.period.start, self.found.period.end
        return bool(start and end and (end - start).days > 370)

    @property
    def lasting(self) -> bool:
        """True for a stretch of more than half a year, which is no occasion."""
        start, end = self.found.period.start, self.found.period.end
        return bool(start and end and (end - start).days > 183)

    @property
    def ahead(self) -> bool:
        """True for what the paper sees before it, by its day or by its words."""
        if self._long_past:
            return is_future(self.before[-_BESIDE:])
        if self.earlier:
            return is_future(self.before)
        if self.own_day is None and (done := _DONE.search(self.before)):
            return is_future(done.group())
        if self.own_day is None and COMES.search(self.before):
            return True
        return self.later or is_future(self.sentence if self.own_day else self.clause)

    @property
    def _long_past(self) -> bool:
        """True for a printed year, or a time in it, that was over long before the meeting: what is to come is told of another."""
        end = self.found.period.end
        return bool(end and self.own_day and not self.found.pinned and (self.own_day - end).days > _LONG_AGO)


# "The Panel will recall that in July" speaks of the past.
_RECALLS = re.compile(
    r"\bwill\s(?:also\s|all\s)?(?:recall|remember|be aware|have (?:seen|noted|read|been)|note|know|see from|be familiar)\b",
    re.IGNORECASE,
)
FUTURE = _words(
    r"will|shall|(?:is|are) to be|is due|are due|due (?:to (?!the\b|a\b|an\b)|in|on|by)|planned|plans? to(?! (?:some|the|an?|his|her|their|our|its|all|about|over|\d\S*)\b)|scheduled|proposed|proposes|anticipated|expected|expects",
    r"intends?|intention|intended|aims? to|aim for|ambition|forthcoming|upcoming|being recruited|deferred|postponed|target date|next|by [A-Z]?\w+ this year",
    r"is being (?:held|published)|(?:is|are) (?:arranged|booked)|commences?|looking to|would be held",
)
#: What a day tells of that is done, where the paper's own day is not known: "that he proposed, to which he replied by letter on".
_DONE = re.compile(
    r"\b(?<!\bbe\s)(?!(?:proposed|planned|scheduled|expected|anticipated|intended|needed|required|based|revised|updated|need)\b)"
    r"(?:[a-z]{2,}ed|was|were|met|took|began|held|wrote|sent|gave|made|came|went|became|saw|left)\b[^.;:]{0,40}?\s(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: The present tells of what comes when a day follows: "the cohort joins on 17 July".
COMES = re.compile(
    r"\b(?:joins|retires|leaves|matures|finishes|starts|begins|opens|closes|ends|commences|expires|returns|takes place|take place|takes office|take office|sits next|meets next|meets again|"
    r"(?:goes|comes)(?:\sback)?\s(?:to|before)\s(?:the\s)?(?:[\w’'&-]+\s){0,4}[\w’'&-]+|goes\sto\s[^.;]{3,80}\sand\s(?:then\s|on\s)?to\s(?:the\s)?(?:[\w’'&-]+\s){0,3}[\w’'&-]+)\s(?:at\s\S+\s)?(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ALWAYS = _words("always|usually|typically|generally|each|every|annually")

MEETING = _words("meetings?|minutes of|panel|committee|board")
PUBLICATION = _words(
    "publish(?:ed|es|ing)?|publication|bulletin|(?:press|news|media) (?:notice|statement|release)s?|newsletter|news (?:story|item)|(?:reports?|guidance|statements?|letters?|notice|note|figures|statistics|data|bulletins?) (?:was |were |are |is )?(?:issued|circulated|released)|issued (?:a|an|the|its|their) (?:report|guidance|statement|letter)|press release"
)
DOCUMENT_DATE = _ending(
    r"dated|last updated|produced|prepared|compiled|report (?:produced|prepared|written|compiled)|version|draft|issue date|date of (?:report|issue|publication)|report (?:dated|of)"
)
#: The line of a notice that gives its day: "Published: 4 March 2022", "Posted on".
NOTICE_DATE = re.compile(
    r"^\W*(?:(?:date|first|last)\s)?(?:published|posted|issued|released|uploaded|updated|created|modified|publication\sdate|release\sdate)(?:\son)?\W*$",
    re.IGNORECASE,
)
SOURCES = _words(
    "background (?:papers|documents|information)|references|sources|further reading|bibliography|list of background"
)
LAUNCH = _words(
    r"launch(?:ed|es|ing)?|re-?launched|introduc(?:ed|tion|ing|e)|rolled[ -]out|went live|go(?:es|ing)? live|go-live|live",
    r"(?:came|comes?|coming|brought|brings|went|put|taken|was put) (?:back )?into (?:force|use|operation|service|being)|became operational|becomes? operational|first used|switched on|started up|was born|"
    r"inception|established|set up|opened (?:the|a|an|its|their)(?! (?:\w+ )?window)|opening of|officially opened|inaugurat\w+",
    r"new\s(?:[\w-]+\s){1,5}opened|(?:running|in place|in operation|operating|operational|in force)\s(?:\w+\s)?since",
)
#: A sentence that goes on about the thing of the one before: "It runs for three years".
GOES_ON = re.compile(r"\W*(?:it|this|these|they|both)\b", re.IGNORECASE)
#: A date that is a part of a name: "the January 2015 MTFS", "the June 2014 report".
NAMES_PLAN = re.compile(r"\s(?:[A-Z][\w’'-]*\s){0,3}(?:MTF[SP]|(?i:plan|strategy|budget|forecast|framework))\b")
NAMES_REPORT = re.compile(
    r"\s(?:[A-Z][\w’'-]*\s){0,3}(?i:reports?|papers?|bulletin|edition|publication|inspection\sreport)\b(?!\s(?:to|that|of)\b)"
)
NAMED = re.compile(r"\b(?:(?i:the|its|their|our)|[A-Z][\w’'-]*['’]s?)\s$")
SUCCESSIVE = re.compile(r"\b(?:successive|consecutive)\s(?:months?|quarters?|years?|weeks?)\b", re.IGNORECASE)
IN_EFFECT = _words("came into effect|comes? into effect|took effect|takes? effect|effective from")
CONTRACT = _words(
    "(?:grant|funding|hosting|collaboration|partnership|section 22[Aa]?) agreements?|contracts?|lease|framework agreement|service level agreement|tenders?|tendered(?!\\s(?:his|her|their))|re-?tender\\w*|option\\sto\\sextend"
)
BY = re.compile(
    r"\b(?:by|no later than|not later than|(?:has|have|had) until|(?:repl(?:y|ies)|responses?|comments?|returns?|applications?|bids?|submissions?|questions?|statements?|nominations?|"
    r"expressions? of interest|objections?|representations?|reports?|amendments?)\s(?:must\sbe\s|to\sbe\s|is\s|are\s|was\s|were\s|be\s)(?:due|returned|received|submitted|in)(?:\sback)?(?:\son)?|(?:deadline|target\sdate)(?:\s(?:of|is|was|for))?|deadline\sfor\s[^.;]{1,60}\s(?:is|was|of)|before|in time for|ahead of|closing date(?:\s(?:for\s[^.;]{1,40}?\s)?(?:of|is|was))?|"
    r"(?:closing\sdate|deadline|due(?:\sdate|\sby|\son)?|by\swhen|complete\sby|return\sby|respond\sby|reply\sby|submit\sby|last\sday)(?:\sfor\s[^.;:]{1,40})?\s?:|"
    r"clos(?:es?|ed)(?:\son)?|must be \w+ by|complete[ds]? by)\s*(?:the\s)?(?:very\s)?(?:at\s)?(?:(?:midnight|noon|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|close\sof\s(?:play|business))\s(?:on\s)?)?(?:the\s)?$",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\b(?:(?:approval|permission|consent)\s(?:was|has\sbeen)\s(?:given|granted|obtained)|decision\s(?:[\w/.-]+\s){0,4}?(?:taken|made|signed|agreed|dated|reached)|decided|approved|endorsed|signed[\s-]off|ratified|resolved|agreed|confirmed|authorised)\b[^.]{0,40}?\b(?:on|in|dated)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: Before a date that was put off: "the completion date has been extended to".
PUT_OFF = re.compile(
    r"\b(?:extended|moved|put back|brought forward)\s(?:to|until|till)?\s?(?:the\s)?$",
    re.IGNORECASE,
)
#: What the clause counts on a day: ", there were 2,287 open cases", "the number of open cases".
STOCK = re.compile(
    r"\W{0,2}\s?(?:there\s(?:were|was|are|is)\s(?:\w+\s){0,2}\d|the\s(?:total\s)?(?:number|rate|proportion|percentage|headcount|strength|balance|average|median|mean)\b)",
    re.IGNORECASE,
)
SHARE = re.compile(r"\d\s?(?:%|per\scent\b|percent\b)")
DATA = _words(
    "figures?|data|statistics|performance|compar(?:ed|ing|es|ison|able|ative)|versus|v|period|baseline|volumes?|sample|quarter(?:ly)?|rates?|totals?",
    r"levels?|trends?|recorded|recording|reported|reports|reporting|saw|rose|rise|fell|fall|decreas\w+|increas\w+|reduc\w+|average|survey(?:ed|s)?|census",
    "referrals|satisfaction|confidence|offences|crimes?|incidents|complaints|spend|spent|underspend|overspend|outturn|savings?|finalised|covers",
    "covering|spans|relates to|update|months?",
)
COVERS = _ending(
    "(?:time |reporting |report )?periods?(?: (?:between|relating to|since))?|covers?|covering|spans|figures|data|statistics|performance|month of",
    r"snapshot(?:\staken)?|(?:data|figures|statistics|information)\s(?:\w+\s){0,3}(?:correct|accurate|extracted|taken|downloaded|refreshed|drawn|run|valid|current)",
    r"(?:end|close)\sof\s(?:the|this|that|each|our|its)\s(?:[\w-]+\s)?(?:year|quarter|period)",
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)\syears|decade",
    r"reports?\s(?:up\s)?to",
    r"calendar year|during the period|than|available|compared (?:to|with)|comparing|versus|relates? to|year-on-year[^.]{0,40}|position(?: as)?|as at|as of",
)
#: "Source: force systems, data: to 28 February".
DATA_TO = re.compile(
    r"\b(?:data|figures|statistics|positions?|results|comparisons?|rankings?|grades?|crimes?)\W{1,3}(?:up\s)?to\s(?:the\s)?$",
    re.IGNORECASE,
)
#: The line in which a record of a decision gives its day, and the place where it is signed.
DECIDED = re.compile(
    r"^\W*(?:decision\s)?date(?:\s(?:of\s(?:the\s)?(?:decision|approval|signature|signing)|signed|approved|decided))?\W*$"
    r"|\b(?:sign(?:ed|ature)|approved\sby|agreed\sby)\b[^;]{0,120}$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?<![\d/])\d[\d,]*(?:\.\d+)?\s?(?:%|per\scent)|\b\d{1,3}(?:,\d{3})+\b|"
    r"\b\d+(?:\.\d+)?\s(?:[a-z]+\s){0,3}(?:offences|crimes?|incidents|reports|complaints|cases|hours|families|people|officers)\b"
)
PLAN = _words(
    r"(?:police and crime |delivery |action |strategic |commissioning |capital |business |financial )?(?:plan|strategy|framework|programme|mtfs|mtfp|precept"
    r"|budget|funding gap|council tax)\w*"
)
MONEY_AHEAD = _words(
    "budgets?|precept|council tax|funding gap|settlement|plans?|strategy|strateg(?:y|ies)|framework|forecast|projection|savings|schedule|programme",
    "MTFS|MTFP|FMS",
)
HAPPENS = _words(
    "take place|took place|takes place|taking place|held|hold|holding|runs?|ran|event|conference|week|weekend|workshop|seminar|open day|visit(?:ed)?",
    "competition|recruit(?:ment|ing|ed)|training|opened|opens|campaign|ceremony|lockdown|exercise|interviews?|inspected|inspections?|elections?|attend(?:ed|ing)?",
    "join(?:ed)?|award(?:ed|s)?",
)
OCCASION = _words(
    "week|weekend|conference|event|competition|ceremony|open day|seminar|workshop|elections?|festival|awards|anniversary"
)


@lru_cache(maxsize=1024)
def is_future(text: str) -> bool:
    """True where the words speak of what is still to come: "will", "planned", "due to"."""
    return bool(FUTURE.search(_RECALLS.sub(" ", text)))


def is_habit(text: str) -> bool:
    """True where the words tell what comes every year: "always higher in quarter 1"."""
    return bool(_ALWAYS.search(text))


_ABOUT = re.compile(r"\b(?:around|about|approximately|approx\.?|circa|c\.|roughly|towards)\s(?:the\s)?$", re.IGNORECASE)


def is_about(before: str) -> bool:
    """True where the words before a date say that it is only about then: "around", "approximately", "circa"."""
    return bool(_ABOUT.search(before))
