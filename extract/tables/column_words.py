"""What the words of a header say of its column: the kind of figure, its unit and scale, its period, and what part is counted.

Examples as printed: ``% Var.``, ``2025-26 £000's``, ``FYTD 2015/16``, ``Floor``, ``Sanction Detections``, ``Working Budget``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extract.figure_words import is_arrow, rag_of
from extract.names.forces import Area, area_of
from extract.numbers import qualified
from extract.tables.headers import is_band, is_period_cell
from extract.times.days import add_years
from extract.times.periods import PeriodContext, find_periods, parse_comparison, parse_period
from schema.reading import Period

_CHANGE = re.compile(
    r"\b(?:change[sd]?|variance|var\b|diff(?:erence)?\b|chg\b|versus|vs|v\b|increase|decrease|rises?\b|\+/-|\+ ?/ ?-|movement|reduction|growth|improvement)"
    r"|[-–]v[-–]|%\s*var|\+/[-–]|^[±+/–-]+$|%\s*(?:diff|\+/-)",
    re.IGNORECASE,
)
_TIED = r"(?:against|compared\s+(?:to|with)|relative\s+to|versus|vs\.?|cf\.?|on|since|from|over)"
#: What a change is held against stands behind it, or is all that is said of it.
_BASE = re.compile(rf"\b{_TIED}\s+(?:the\s+|same\s+)*(?P<base>\w.*)$", re.IGNORECASE)
_ONLY_BASE = re.compile(
    r"\W*(?:against|compared\s+(?:to|with)|relative\s+to|versus|vs\.?|cf\.?|on|since|from)\s+(?:the\s+|same\s+|our\s+)*(?:\(?(?:19|20)\d\d|\d\d/\d\d|"
    r"(?:last|previous|prior|preceding|base|pre-?\s?covid|pre-?pandemic)\b|baseline|target|budget|q[1-4]\b|(?:12\s+months?|year|quarter|month|period)\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:(?:same\s+period\s+)?(?:last|previous|prior|preceding)\s+(?:financial\s+)?(?:year|12\s+months?)|annual|yearly|year[\s-]on[\s-]year|(?:1|one)[\s-]years?|12[\s-]months?)",
    re.IGNORECASE,
)
_SPAN_OF_CHANGE = re.compile(
    r"(?P<base>\b(?:\d{1,2}|one|two|three|four|five|ten)[\s-]*(?:years?|months?|quarters?|weeks?)|\b(?:annual|yearly|quarterly|monthly|weekly|year[\s-]on[\s-]year|"
    r"month[\s-]on[\s-]month|quarter[\s-]on[\s-]quarter|long[\s-]term|short[\s-]term))\b.*\b(?:change|variance|difference|trend|movement|increase|decrease|reduction)",
    re.IGNORECASE,
)
#: What stands beside the name of an area in a header.
_NO_NAME_OF_AREA = re.compile(
    r"\(\s*(?:%|£\S*|no\.?|number|rate|n)?\s*\)|%|^\W*(?:average|mean|median|total|rate|number|figures?|data|performance)\s+(?:for|of|in|across)\s+(?:the\s+)?|"
    r"\b(?:rate|performance|figures?|data|result|score)s?\s*$",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|ten)[\s-]*(?:years?|yrs?)\s+(?:rolling\s+)?(?:average|avg|mean|median)\b|"
    r"\b(?:average|mean|avg)\s+(?:of|over|for)?\s*(?:the\s+)?(?:last|previous|past)?\s*(?:[2-9]|10|two|three|four|five|ten)\s*(?:years|yrs)\b",
    re.IGNORECASE,
)
#: A place among others, and words with which it is how things stand: ``Position in 2016``, ``Year-end position``, ``Cash position``.
_PLACE = re.compile(r"\b(?:rank(?:ing|ed|s)?|position|place)\b", re.IGNORECASE)
_RANKS = re.compile(r"\brank|\b(?:msg|msf|similar|league|national(?:ly)?|family|iquanta)\b", re.IGNORECASE)
_STANDING = re.compile(
    r"\b(?:position|place)\s+(?:as\s+)?(?:(?:at|in|on|to|by|for)\s+)?(?:at\b|(?:the\s+)?(?:start|end|close|year|month|quarter|last|previous)\b|q[1-4]\b|\d|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)|"
    r"\b(?:year[- ]?end|month[- ]?end|end|cash|debt|financial|budget|revenue|capital|reserves?|outturn|forecast|actual|workforce|staff(?:ing)?|establishment|"
    r"opening|closing|starting|start|vacancy|post|took|take[ns]?|taking|net|overall|trust|safety)\W+(?:position|place)\b|\bposition\s+of\s+(?:trust|safety)\b|\babuse\s+of\s+(?:their\s+|a\s+)?position\b|\bplace\s+of\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:reductions?|decreases?|falls?|fewer)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:increases?|rises?|growth|change[sd]?|variance|difference)\b|[+±/]", re.IGNORECASE)
_STATISTICS = (
    (
        "target",
        re.compile(
            r"\b(?:targets?|threshold|ambition|standard|floor|tolerance|aims?|goals?|aspiration)\b", re.IGNORECASE
        ),
    ),
    ("baseline", re.compile(r"\bbaseline\b", re.IGNORECASE)),
    ("projection", re.compile(r"\b(?:projection|projected|forecast|estimate[ds]?|predicted)\b", re.IGNORECASE)),
    ("rank", _PLACE),
    # "Average Band D" is the tax of every home of the band.
    ("average", re.compile(r"^(?!.*\bband\s+[a-h]\b).*\b(?:average|mean|avg)\b", re.IGNORECASE)),
    (
        "rate",
        re.compile(
            r"\bper\s+(?:1,?000|10,?000|100,?000|million|head|capita)|\brate\s+per\b|^\W*(?:crime\s+)?rate\W*$",
            re.IGNORECASE,
        ),
    ),
    ("share", re.compile(r"\b(?:share|% of|percent(?:age)? of|proportion of)\b", re.IGNORECASE)),
    ("total", re.compile(r"^\s*(?:grand\s+)?totals?\s*(?:£\S*|\([^()]*\))?\s*$", re.IGNORECASE)),
)
_CURRENT = re.compile(r"\b(?:in[- ]year|current|actual|latest|this\s+(?:year|period|quarter))\b", re.IGNORECASE)
_PREVIOUS = re.compile(r"\b(?:previous|prior|last\s+(?:year|period|quarter)|preceding|l\.?ytd)\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\b(?:f?ytd|year[- ]to[- ]date|to date)\b", re.IGNORECASE)
_MONEY_SCALE = (
    (re.compile(r"£\s?(?:m\b|mn|millions?)|£\s?['’]?000,?000|\(£?m\)", re.IGNORECASE), 1_000_000.0),
    (re.compile(r"£\s?(?:k\b|['’]?\s?000s?)|(?<![\d,])['’]000s?\b", re.IGNORECASE), 1_000.0),
    (re.compile(r"£\s?(?:bn|billions?)", re.IGNORECASE), 1_000_000_000.0),
    (re.compile(r"£"), 1.0),
)
#: A unit that a caption or heading gives to all figures below: alone on its line, or in brackets or after a dash at its end.
_UNIT_OF_ALL = re.compile(
    r"(?:^|[(\[]|[–—-]\s|,\s|\bin\s|\ball\s)\s*(?P<unit>£\s?(?:m|mn|k|bn|millions?|billions?|['’]?000['’]?s?)|['’]000s?)\s*[)\]]?\s*[:.]?$",
    re.IGNORECASE,
)
_FTE_OF_ALL = re.compile(r"\(\s*ftes?\s*\)|\bftes?$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\((?:in\s+)?(?:thousands|['’]?000['’]?s?)\)|\(000s\)|^(?:in\s+)?thousands$", re.IGNORECASE)
_COUNT_SCALE = re.compile(r"\bthousands?\b|\(000s?\)", re.IGNORECASE)
_FTE = re.compile(r"\bftes?\b|\bfull[- ]time equivalents?\b", re.IGNORECASE)
_TIME = (
    ("seconds", re.compile(r"\b(?:secs?|seconds)\b", re.IGNORECASE)),
    ("minutes", re.compile(r"\b(?:mins?|minutes)\b", re.IGNORECASE)),
    ("hours", re.compile(r"\b(?:hrs?|hours)\b", re.IGNORECASE)),
    ("days", re.compile(r"\bdays\b", re.IGNORECASE)),
)
#: Words of a header that tell the kind of figure, its time or its unit, and not what is counted.
_NO_PART = re.compile(
    r"£\s?(?:['’]?000['’]?s?|mn?\b|millions?|k\b|bn)?|['’]000s?|\(000s\)|%|±|\+\s?/\s?[-–]|\b(?:actuals?|values?|figures?|numbers?|nos?\.?|count|volumes?|results?|"
    r"performance|strength|in post|headcount|latest|current|previous|prior|last|this|year|period|quarter|months?|weeks?|rolling|f?y\.?t\.?d|l\.?ytd|to|date|in|at|as|of|the|and|ending|ended|end|"
    r"targets?|baselines?|projections?|projected|forecasts?|estimate[ds]?|predicted|rank(?:ing)?|position|place|average|mean|avg|share|"
    r"totals?|increase|decrease|reduction|movement|change[sd]?|variance|var|difference|diff|versus|vs?|movement|per\s?cent(?:age)?s?|points?|p?pts?|pp|minutes|mins?|seconds|secs?|hours|hrs?|days|fte|f/?y|financial|annual|\d{1,2}m?|12\s?m\w*)\b\.?",
    re.IGNORECASE,
)
#: Columns of what is meant to be, which no reader may take for what is.
_INTENDED = re.compile(
    r"\b(?:budget(?:ed)?|plan(?:ned)?|allocation|establishment|authorised|limit|floor|minimum|maximum|stretch|tolerance|threshold)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(r"\(?£\s?(?:['’]?000['’]?s?|mn?\b|k\b|bn)?\)?|(?<!\w)['’]?000['’]?s\b|\(%\)")
_LOOSE_END = re.compile(r"\s+(?:as at|at|to|in|of|for|on|by|from)$", re.IGNORECASE)
_UNCLOSED = re.compile(r"\s*\([^()]*$|^[^()]*\)\s*")
_SHORT_YEAR = re.compile(r"(?<![\d/–-])(\d\d)\s?[-–]\s?(\d\d)(?![\d/–-])")
_LONG_YEAR = re.compile(r"\b(20)\d\d\s?[-–/]\s?(?:20)?\d\d\b")
#: A part of the day: "06:00 to 11:59", "6am - noon".
_HOURS = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?|noon|midday|midnight)\s?(?:to|[-–])\s?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?|noon|midday|midnight)",
    re.IGNORECASE,
)
_SEVERAL_YEARS = re.compile(r"20\d\d\s?[-–/]\s?\d\d")
_QUARTER_TITLE = re.compile(r"^(?:quarter|q)\s?([1-4])$", re.IGNORECASE)


def is_change(name: str) -> bool:
    """True for a header over changes: ``% Var.``, ``+/-``, ``12m to Apr-15 -v- 12m to Apr-14``."""
    return bool(_CHANGE.search(name))


def is_against(name: str) -> bool:
    """True for a header that is only what its figures are held against: ``Against 2021/22``, ``Compared with June 2019``, ``On last year``.

    What stands below is a change where it has signs, and else that other level.
    """
    return bool(_ONLY_BASE.match(name))


@lru_cache(maxsize=4096)
def base_of(name: str) -> str | None:
    """What a header over changes says that they are held against, as printed; None where it says nothing of it.

    Examples: ``Change on 2021/22`` 2021/22, ``% change from baseline`` baseline, ``3 year change`` 3 year, ``Annual change`` Annual.
    """
    name = " ".join(name.split())
    match = _BASE.search(name) or _SPAN_OF_CHANGE.search(name)
    if match is None:
        return None
    base = match["base"].strip(" –-:")
    return base if base.count("(") == base.count(")") else base.replace("(", "").replace(")", "").strip()


def is_against_time(name: str) -> bool:
    """True for a header that says what its changes are against, and not over how long: ``Change on 2021/22``, not ``3 year change``."""
    return bool(_BASE.search(name))


def is_usual_base(base: str, current: Period | None) -> bool:
    """True for the year before, which changes are held against where nothing is said: ``previous year``, ``Annual``, ``2021/22`` of 2022/23."""
    if _YEAR_BEFORE.fullmatch(base):
        return True
    period = parse_period(base, PeriodContext())
    if period is None or current is None or not (period.end and current.end and period.start and current.start):
        return False
    return add_years(period.end, 1) == current.end and add_years(period.start, 1) == current.start


@lru_cache(maxsize=4096)
def area_of_head(name: str, force: str | None) -> Area | None:
    """The area whose figures stand below a header, also beside a time or a unit; ``force`` is that of the paper.

    Examples: ``National``, ``Force average 2022/23``, ``2022/23 MSG average``, ``Kent (%)``, ``Average for England and Wales``.
    """
    text = name
    for start, end, _ in reversed(find_periods(text)):
        text = f"{text[:start]} {text[end:]}"
    text = _NO_NAME_OF_AREA.sub(" ", text)
    bare = " ".join(text.split()).strip(" -–:,;/|*")
    return (area_of(bare, force) if bare else None) or area_of(name, force)


def is_average_of_years(name: str) -> bool:
    """True for a header over averages of several years, whatever year stands beside it: ``3 year average``, ``Average 2017 to 2019``."""
    return bool(_OF_YEARS.search(name))


def is_reduction(name: str) -> bool:
    """True for a header over how much less there is: ``% reduction``, ``Decrease since 2018``; not for ``Increase/decrease``."""
    return bool(_LESS.search(name)) and not _MORE.search(name)


def says_current(name: str) -> bool:
    """True for a header that says that its figures are the newest: ``In Year Performance``, ``Latest 12 months``."""
    return bool(_CURRENT.search(name)) and not _PREVIOUS.search(name)


def says_previous(name: str) -> bool:
    """True for a header that is about an earlier time than the others: ``Previous 12 Month Period``, ``L.YTD``."""
    return bool(_PREVIOUS.search(name))


@lru_cache(maxsize=4096)
def statistic_of(name: str) -> str | None:
    """The kind of figure that a header names: ``Floor`` target, ``Projection 2016/17`` projection; else None."""
    statistic = next((s for s, pattern in _STATISTICS if pattern.search(name)), None)
    if statistic == "rank" and not is_place(name):
        return None
    if is_change(name) and statistic in ("share", "average", "rate", "target", "baseline"):
        return None
    return statistic


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """True for a header or label over places among others: ``Rank``, ``MSG position``; not ``Position in 2016``, ``Cash position``."""
    return bool(_PLACE.search(name)) and not (_STANDING.search(name) and not _RANKS.search(name))


def unit_of(name: str, around: Sequence[str]) -> tuple[str | None, float]:
    """The unit and scale that a header states, else the one that a text around the table states for all its figures.

    Examples: ``Recycled %`` percent, ``2025-26 £000's`` GBP and 1000; ``Prudential Indicator 1 (£m)`` above the table GBP and 1000000.
    """
    if re.search(r"%|\bper\s?cent|percentage", name, re.IGNORECASE):
        return "percent", 1.0
    if _FTE.search(name):
        return "FTE", 1.0
    for pattern, scale in _MONEY_SCALE:
        if pattern.search(name):
            return "GBP", scale
    for unit, pattern in _TIME:
        if pattern.search(name) and not re.search(rf"\d+\s*{unit}", name):
            return unit, 1.0
    if _COUNT_SCALE.search(name):
        return "count", 1_000.0
    for text in around:
        if found := _UNIT_OF_ALL.search(text.strip()):
            return "GBP", next(scale for pattern, scale in _MONEY_SCALE if pattern.search(found["unit"]))
        if _FTE_OF_ALL.search(text.strip()):
            return "FTE", 1.0
        if _THOUSANDS.search(text.strip()) and statistic_of(name) not in ("rank", "share"):
            return "count", 1_000.0
    return None, 1.0


@lru_cache(maxsize=4096)
def money_scale(text: str) -> float | None:
    """What a label says that its amounts are multiplied by: ``Overtime (£m)`` 1000000, ``Grant £000`` 1000; None for no such word.

    ``Fraud over £5m`` and ``Grant £`` say none.
    """
    return (
        next((scale for pattern, scale in _MONEY_SCALE if scale != 1.0 and pattern.search(text)), None)
        if "0" in text or "£" in text
        else None
    )


def money_scale_over(text: str) -> float | None:
    """The same of a text that stands over rows, where it is a unit and no part of a name: ``Income (£m)``, ``£000``."""
    found = _UNIT_OF_ALL.search(text.strip())
    return money_scale(found["unit"]) if found else None


_SECOND_UNIT = re.compile(
    r"\s*\(\s*(?P<unit>(?:as\s+)?(?:an?\s+)?(?:%|per\s?cent(?:age)?|rate\b|per\s+1,?0)[^()]*|£[^()]*)\)", re.IGNORECASE
)
_CHANGE_BESIDE = re.compile(
    r"\s*\(\s*(?P<change>(?:(?:%|per\s?cent(?:age)?|annual|year[- ]on[- ]year)\s*)?(?:change|difference|variance|increase|decrease)\b[^()]*)\)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:numbers?|nos?\.|no|counts?|volumes?|n)\b\.?", re.IGNORECASE)


def two_units(name: str) -> tuple[str, str] | None:
    """The names of the two figures in each cell of a column whose header has a second unit in brackets, or None.

    ``Baseline 2013 (change over 2012)`` gives ``Baseline 2013`` and ``change over 2012``.

    Examples: ``Number (%) 2019/20`` gives ``Number 2019/20`` and ``% 2019/20``; ``Crimes (rate per 1,000)`` gives ``Crimes`` and
    ``Crimes rate per 1,000``.
    """
    if (change := _CHANGE_BESIDE.search(name)) and re.search(r"\w", name[: change.start()]):
        return " ".join(f"{name[: change.start()]} {name[change.end() :]}".split()), change["change"]
    match = _SECOND_UNIT.search(name)
    if match is None or not re.search(r"\w", name[: match.start()]):
        return None
    main = " ".join(f"{name[: match.start()]} {name[match.end() :]}".split())
    second = f"{_COUNTS.sub(' ', name[: match.start()])} {match['unit']} {name[match.end() :]}"
    return main, " ".join(second.split())


def period_of(name: str, context: PeriodContext) -> Period | None:
    """The period that a header prints; one that only says "previous 12 months" has no days and is none.

    ``FYTD 2015/16`` is not the whole year: it begins with it and ends where the paper's own period or month does, else open.
    """
    if not name:
        return None
    compared = parse_comparison(name, context) if is_change(name) else None
    period = compared[0] if compared is not None else parse_period(name, context)
    if period is None or not (period.start or period.end):
        return None
    open_year = period.type == "financial_year" or (period.type == "year_to_date" and period.end is None)
    if open_year and period.start and _TO_DATE.search(name):
        return replace(period, end=_end_to_date(period, context), type="year_to_date")
    return period


def in_financial_years(period: Period) -> Period:
    """The financial years that ``2025-28`` over money is: from April 2025 to March 2028; any other period as it is."""
    if not _SEVERAL_YEARS.fullmatch(period.label) or period.type != "range" or not (period.start and period.end):
        return period
    if (period.start.month, period.start.day, period.end.month, period.end.day) != (1, 1, 12, 31):
        return period
    return replace(period, start=dt.date(period.start.year, 4, 1), end=dt.date(period.end.year, 3, 31))


def _end_to_date(year: Period, context: PeriodContext) -> dt.date | None:
    """The day in ``year`` up to which a year to date runs: that of the paper's period, in an earlier year the same day."""
    end = context.period_end
    if end is None or year.start is None:
        return None
    while end >= add_years(year.start, 1):
        end = add_years(end, -1)
    return end if end >= year.start else None


def with_long_years(names: dict[int, str]) -> dict[int, str]:
    """The names with ``23-24`` written as ``2023-24`` where the headers beside it are such years: ``23-24`` / ``2024-25``."""
    if not any(_LONG_YEAR.search(name) for name in names.values()):
        return names

    def longer(match: re.Match[str]) -> str:
        first, last = match.groups()
        return f"20{first}-{last}" if (int(first) + 1) % 100 == int(last) else match.group(0)

    return {col: _SHORT_YEAR.sub(longer, name) for col, name in names.items()}


def quarter_of_title(title: str | None, period: Period, context: PeriodContext) -> Period | None:
    """The quarter of a year that stands as a title over columns of years: ``Quarter 3`` over ``2024/25`` and ``2023/24``."""
    found = next((m for part in (title or "").split(" – ") if (m := _QUARTER_TITLE.match(part.strip()))), None)
    if found is None or period.type != "financial_year":
        return None
    return parse_period(f"Q{found.group(1)} {period.label}", context)


def part_of(name: str, area_name: str | None = None) -> str | None:
    """What a header says is counted in its column, without the words for kind, time and unit; None where nothing remains.

    Examples: ``2024/25 Fatal`` Fatal, ``Sanction Detection Rate FYTD 2015/16`` Sanction Detection Rate, ``12m to Dec 24`` None,
    ``Working Budget`` Working Budget, ``Floor`` Floor, ``↑`` ↑ (how many improve).
    """
    text, _ = qualified(" ".join(name.split()))
    if rag_of(text) or is_arrow(text) or is_band(text) or _HOURS.fullmatch(text):
        return text
    if area_name and text.lower() == area_name.lower():
        return None
    for start, end, _ in reversed(find_periods(text)):
        text = f"{text[:start]} {text[end:]}"
    if not text.strip() or is_period_cell(text):
        return None
    if not re.search(r"[A-Za-z]{2,}", _NO_PART.sub(" ", text)):
        return None
    text = " ".join(_TO_DATE.sub(" ", _UNITS.sub(" ", text)).split()).strip(" -–:,£'’")
    return _LOOSE_END.sub("", _UNCLOSED.sub("", text)) or None


def is_intended(name: str) -> bool:
    """True for a header over what is meant to be: ``Working Budget``, ``Establishment``, ``Authorised Limit``."""
    return bool(_INTENDED.search(name))
