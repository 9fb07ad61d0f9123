"""Stretches of time as papers word them: which words stand where, and from which point to which point they go.

A stretch is read from the text alone. What the text leaves to its surroundings (the year of "June", the end of "rolling 12
months") stays open here and is filled in by ``extract.times.periods``, which knows the paper.

Each form of wording is one function that reads it at a position of the text; the longest reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from extract.times.days import MONTH, WEEKDAY, day_of, financial_year_of, weekday_at
from extract.times.lengths import read_length, read_relative, read_up_to, read_week
from extract.times.points import Stretch, read_pair
from extract.times.quarters import YEAR_THEN_QUARTER, read_half, read_quarter, read_share_of_year
from extract.times.ranges import (
    read_alone,
    read_month_list,
    read_months_of_year,
    read_named_year,
    read_range,
    read_season,
)
from extract.times.to_date import read_year_to_date
from extract.wording import by_first_letter

_MONTHS = "acdefghijmnorst"
_POINTS = _MONTHS + "blvw0'"
#: The forms, each with the letters with which its wording may begin, in either case: ``0`` is any digit, ``'`` any other sign.
_FORMS: tuple[tuple[Callable[[str, int], Stretch | None], str], ...] = (
    (read_range, _POINTS),
    (read_months_of_year, _MONTHS),
    (read_month_list, _MONTHS),
    (read_quarter, "cfqst0'"),
    (read_half, "h"),
    (read_year_to_date, _POINTS + "fy"),
    (read_length, "aceflmnopqrstwhy0"),
    (read_share_of_year, "fls"),
    (read_up_to, "tu"),
    (read_week, "w"),
    (read_named_year, "cfmn0"),
    (read_season, "asw"),
    (read_relative, "cefilmprsty0"),
    (read_alone, _POINTS),
)


def _sign(text: str, pos: int) -> str:
    letter = text[pos : pos + 1].lower()
    return "0" if letter.isdecimal() else letter if "a" <= letter <= "z" else "'"


_FORMS_OF = {sign: tuple(form for form, begins in _FORMS if sign in begins) for sign in "abcdefghijklmnopqrstuvwxyz0'"}

#: The words with which a form begins.
_WORDS = by_first_letter(
    r"q(?:uarter|tr)?s?\s?[1-4]|quarters?|chwarter|h[12]|first|second|third|fourth|final|latest|last|previous|prior|most\srecent|rolling|recent|current"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|annual\schange|year|full\syear|quarter|month|week|half|period"
    r"|up\sto|up\suntil|to\sthe\send|to\send|w\s?/\s?[ce]|financial|fiscal|municipal|f\.?y\.?e?(?:\s?\d\d)?|calendar|c\.?y|new\syear|spring|summer"
    r"|autumn|winter|end|start|beginning|middle|close|early|mid|late|same|equivalent|corresponding|l\.?\s?ytd|ytd|in[\s-]year|r12m?|prev|fin"
    r"|f\.?y\.?t\.?d|p\.?\s?y\.?t\.?d|lytd|y\s?/\s?e|ye|mat|y"
)
#: The numbers with which one begins: a year, or a day, hardly more than two digits, that goes on: "9-13", "31.3.15", "12 months".
_NUMBER = r"(?:(?:19|20|2[1-3])\d\d(?!\d)|\d\d?\s{0,2}(?:[^\W\d_]|[/&–—−-]|\.\w))"
# Where a stretch may begin; a digit must not belong to a sum, a time or a code.
_START = re.compile(
    rf"(?<![\w£$€,/@#&.-])(?=['’‘]?{_NUMBER}|{MONTH}|{WEEKDAY}|(?i:fy|cy|fye)\d|(?:{_WORDS}|\d(?i:st|nd|rd|th))\b)"
)


def read_stretch(text: str, pos: int) -> Stretch | None:
    """The longest stretch that begins at ``pos``, or None."""
    best: Stretch | None = None
    for form in _FORMS_OF[_sign(text, pos)]:
        found = form(text, pos)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


_VERSUS = re.compile(r"\s{0,2}-?\s?\b(?:v|vs|versus|compared\s(?:to|with))\b\.?\s?-?\s{0,2}", re.IGNORECASE)


def _compared(text: str, current: Stretch) -> Stretch | None:
    """The other year of a comparison that prints only the year again: the ``18/19`` of ``"July-June 19/20 v 18/19"``."""
    versus = _VERSUS.match(text, current.end)
    pair = read_pair(text, versus.end()) if versus else None
    begin = current.bounds()[0]
    if versus is None or pair is None or not pair.financial or begin is None or YEAR_THEN_QUARTER.match(text, pair.end):
        return None
    years = pair.first - financial_year_of(begin)
    first, last = (p and p.year and replace(p, year=p.year + years) for p in (current.first, current.last))
    return replace(
        current, start=versus.end(), end=pair.end, first=first or None, last=last or None, label_start=current.start
    )


@lru_cache(maxsize=8192)
def stretches(text: str) -> tuple[Stretch, ...]:
    """Every stretch of a text, from left to right, none within another."""
    return tuple(_stretches(text))


def _stretches(text: str) -> Iterator[Stretch]:
    pos = 0
    while m := _START.search(text, pos):
        found = read_stretch(text, m.start())
        if found is None or found.end <= m.start():
            pos = m.start() + 1
            continue
        yield found
        pos = found.end
        if other := _compared(text, found):
            yield other
            pos = other.end


_YEAR_CUE = re.compile(
    r"(?:\b(?:in|during|for|of|by|since|until|till|from|to|throughout|before|after|early|mid|late|calendar|with|than|"
    r"(?:for|in|by|during|of)\sthe|between|and|through|period|year|the\syear)[\s-]|[(\[:|])\s{0,2}$",
    re.IGNORECASE,
)
_MONTH_CUE = re.compile(
    r"\b(?:in|during|for|of|by|since|until|till|from|to|throughout|before|after|around|last|this|next|on|between|at|late|early)\s{1,2}$",
    re.IGNORECASE,
)
#: What a month has of its own: "October's rate"; May and April may be people.
_MONTHS_OWN = re.compile(
    r"['’]s\s(?:[a-z]+\s){0,2}?(?:rates?|figures?|totals?|numbers?|levels?|averages?|performance|results?|data|volumes?|demand)\b"
)
COUNTED = re.compile(
    r"[\s-](?:\w+\s)?(?:people|persons?|families|staff|officers?|offences?|crimes?|incidents?|victims?|individuals?|calls?|hours?|posts?|reports?|"
    r"complaints?|members?|volunteers?|vehicles?|pounds|responses?|residents?|properties|homes|pupils|words|cases|searches|arrests)\b",
    re.IGNORECASE,
)
#: Who does something, not what is counted, behind a year that a sentence begins with: "In 2023 officers went to 135,726 incidents".
_WHO = re.compile(
    r"\s(?:\w+\s)?(?:people|persons|families|staff|officers|individuals|members|volunteers|residents|pupils)\b"
)
_OPENING = re.compile(r"(?:^|[.;:]\s{1,2})(?:In|During|Since|By)\s{1,2}$")
_LAW = re.compile(r"\b(?:Act|Bill|Order|Regulations?|Rules)\s?\(?$")
#: A number of a paper that looks like a month of a year: "Decision Notice 12/2018".
_NUMBERED = re.compile(
    r"\b(?:decision|notice|ref(?:erence)?|no|number|minute|item|report|record|log|(?:O?PCC|PFCC)?\s?E?DN|PF?CC|OPF?CC|circular|case)s?\W{0,3}$",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(r"\s(?:annually|each\syear|every\syear|(?:of|in)\s(?:each|every)\syear)\b", re.IGNORECASE)


def is_meant(text: str, stretch: Stretch) -> bool:
    """False for a number that only looks like a year, a month in a name ("October Half Term"), a season that comes every year."""
    if stretch.yearless and _EVERY_YEAR.match(text, stretch.end):
        return False
    if stretch.kind is not None or stretch.first is None or not stretch.single:
        return True
    point = stretch.first
    before = text[max(0, stretch.start - 20) : stretch.start]
    if point.unit == "month" and text[stretch.start].isdigit() and "/" in text[stretch.start : stretch.end]:
        return not _NUMBERED.search(before)
    if point.unit == "year" and point.edge is None:
        if "©" in before or _LAW.search(before) or not 1990 <= (point.year or 0) <= 2060:
            return False
        counted = COUNTED.match(text, stretch.end)
        opens = _OPENING.search(text, max(0, stretch.start - 12), stretch.start)
        return bool(_YEAR_CUE.search(before)) and (not counted or bool(opens and _WHO.match(text, stretch.end)))
    if point.unit == "month" and point.year is None and point.edge is None:
        return bool(_MONTH_CUE.search(before) or _MONTHS_OWN.match(text, stretch.end))
    return True


_IN_BRACKETS = re.compile(r"\s?\([^()]{1,40}\)(?=,|\s)")


def share_years(found: list[Stretch], text: str) -> list[Stretch]:
    """Days and months before one that prints its year take that year: "13 March, 12 June and 5 September 2014"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, later = out[i], out[i + 1]
        # "1 February (precept) and 9 March 2023": what is said of the first day in brackets stands between them.
        gap = _IN_BRACKETS.sub("", text[here.end : later.start])
        if not here.yearless or later.first is None or later.first.year is None or later.first.month is None:
            continue
        if (
            len(gap) > 45
            or len(gap.split()) > 4
            or re.search(r"[.;:)(]\s", gap)
            or not re.search(r",|\band\b|&|\bor\b|\bto\b", gap)
        ):
            continue
        placed = here.in_year(later.first.year)
        mine, others = placed.bounds()[1], later.bounds()[0]
        if mine and others and mine <= others:
            out[i] = placed
    return out


_YEAR_BEFORE = re.compile(r"(?<![\d/-])(?P<year>20\d\d)(?P<pair>\s?[/–-]\s?(?:20)?\d\d)?[\s:–-]{1,3}$")


_APRIL = 4


def _under_years(found: list[Stretch], text: str) -> list[Stretch]:
    """Days listed under years: "2018 13 November - 12 December - 2019 16 January - 13 February", as long as they go on.

    "2019/20: 12 September; 6 February" are days of 2019 and of 2020.
    """
    out = list(found)
    year, last = None, (0, 0)
    financial = False
    heads: set[int] = set()
    for i, here in enumerate(out):
        if not here.yearless or here.first is None or here.first.day is None:
            continue
        day = (here.first.month or 0, here.first.day)
        told = _YEAR_BEFORE.search(text, max(0, here.start - 13), here.start)
        if not here.single and not told:
            continue
        if told:
            year = int(told["year"])
            pair = read_pair(text, told.start("year")) if told["pair"] else None
            financial = pair is not None and pair.financial
            if i and out[i - 1].start == told.start("year") and not financial:
                heads.add(i - 1)
        elif day < last and not (financial and day[0] < _APRIL <= last[0]):
            year = None
        last = day
        if year is not None:
            out[i] = here.in_year(year + (financial and day[0] < _APRIL))
    return [stretch for i, stretch in enumerate(out) if i not in heads]


#: Days with the month first: "June 12, September 11 and December 4 2023". Of "September 11 and" the number is no year here.
_MONTH_FIRST = re.compile(rf"{MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<year>,?\s20\d\d)?")
_LISTED = re.compile(r",\s(?:and\s)?|\s(?:and|&|or)\s")


def _month_first_lists(found: list[Stretch], text: str) -> list[Stretch]:
    """Days with the month first, where one in a list is told as a day by its year or by its only figure."""
    out = list(found)
    for step in (-1, 1):
        order = range(len(out) - 2, -1, -1) if step < 0 else range(1, len(out))
        for i in order:
            here, beside = out[i], out[i - step]
            point = here.first
            if point is None or point.unit != "month" or point.year is None or not here.single:
                continue
            m = _MONTH_FIRST.fullmatch(text, here.start, here.end)
            gap = text[min(here.end, beside.end) : max(here.start, beside.start)]
            alike = beside.precision == "day" and _MONTH_FIRST.fullmatch(text, beside.start, beside.end)
            if m is None or m["year"] or not alike or not _LISTED.fullmatch(gap):
                continue
            if day_of(2000, point.month or 1, int(m["day"])):
                day = replace(point, day=int(m["day"]), year=None)
                out[i] = replace(here, first=day, last=day)
    return out


#: What leads from a year to its day: "at its first meeting of 2023, on Friday 27 January".
_ON = re.compile(r",?\s\(?on\s(?:the\s)?")
#: "During 2021, in June, the pilot began": a year that opens its sentence.
_IN = re.compile(r",\sin\s")
_OPENS = re.compile(r"(?:^|[.;:]\s)(?:In|During|Throughout)\s$")


def _on_days_of_years(found: list[Stretch], text: str) -> list[Stretch]:
    """A day behind its year: "at its first meeting of 2023, on Friday January 27"; not where its weekday contradicts the year."""
    out: list[Stretch] = []
    for here in found:
        above = out[-1].first if out and out[-1].single else None
        if (
            above is not None
            and above.unit == "year"
            and above.year is not None
            and here.yearless
            and here.single
            and (
                (here.precision == "day" and _ON.fullmatch(text, out[-1].end, here.start))
                or (
                    _IN.fullmatch(text, out[-1].end, here.start)
                    and _OPENS.search(text, max(0, out[-1].start - 14), out[-1].start)
                )
            )
        ):
            placed = here.in_year(above.year)
            day, weekday = placed.bounds()[0], weekday_at(text, here.start)
            if day is not None and weekday in (None, day.weekday()):
                out[-1] = placed
                continue
        out.append(here)
    return out


def _printed_beside(quarter: Stretch, other: Stretch) -> bool:
    """True where the days of a quarter stand beside it: "the 'first quarter' from the 1 July 2017 to 30 September 2017"."""
    gap = max(other.start - quarter.end, quarter.start - other.end)
    # "412 in quarter one and 5,120 in the 12 months to June": of those other days a quarter is none.
    meant = (
        other.kind not in ("quarter", "rolling_12_months")
        and not other.yearless
        and not other.relative
        and not other.single
    )
    return meant and 0 <= gap <= 25


# The same passage is asked for its figures and for its dates.
@lru_cache(maxsize=4096)
def printed_stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text that are meant as time, with the years that they share."""
    meant = _month_first_lists([s for s in stretches(text) if is_meant(text, s)], text)
    found = _under_years(share_years(meant, text), text)
    found = _on_days_of_years(found, text)
    kept = []
    for i, here in enumerate(found):
        beside = (*found[max(0, i - 1) : i], *found[i + 1 : i + 2])
        if not (here.kind == "quarter" and here.yearless and any(_printed_beside(here, other) for other in beside)):
            kept.append(here)
    return tuple(kept)
