"""Figures as papers print them: signs, thousands, money, units, qualifiers, ranges, ranks and what stands for a missing one.

The grammar is the list "Numbers and changes" of real panel papers: ``- 16% (-25,769)``, ``£27.8M (36.2%)``, ``over 62,000``,
``£3-4 million``, ``MSG Position: 2/8``, ``4,965 (12%)``, ``*48``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.misprints import misprints

#: Words before a number that say that it is not the exact one, and the word that ``qualifier`` holds.
_QUALIFIERS = {
    "just over": "over",
    "well over": "over",
    "more than": "over",
    "in excess of": "over",
    "greater than": "over",
    "over": "over",
    "above": "over",
    ">": "over",
    "at least": "at least",
    "a minimum of": "at least",
    "minimum": "at least",
    "≥": "at least",
    ">=": "at least",
    "just under": "under",
    "less than": "under",
    "fewer than": "under",
    "under": "under",
    "below": "under",
    "<": "under",
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "up to",
    "a maximum of": "up to",
    "maximum of": "up to",
    "no more than": "up to",
    "≤": "up to",
    "<=": "up to",
    "approximately": "about",
    "approx.": "about",
    "approx": "about",
    "around": "about",
    "about": "about",
    "circa": "about",
    "c.": "about",
    "some": "about",
    "roughly": "about",
    "in the region of": "about",
    "of the order of": "about",
    "~": "about",
}

_SCALES = {
    "k": 1_000.0,
    "thousand": 1_000.0,
    "000s": 1_000.0,
    "m": 1_000_000.0,
    "mn": 1_000_000.0,
    "million": 1_000_000.0,
    "bn": 1_000_000_000.0,
    "billion": 1_000_000_000.0,
}

_UNITS = {
    "%": "percent",
    "per cent": "percent",
    "percent": "percent",
    "pc": "percent",
    "pounds": "GBP",
    "pence": "GBP",
    "ftes": "FTE",
    "fte": "FTE",
    "wte": "FTE",
    "wtes": "FTE",
    "full time equivalent": "FTE",
    "full time equivalents": "FTE",
    "whole time equivalent": "FTE",
    "whole time equivalents": "FTE",
    "seconds": "seconds",
    "second": "seconds",
    "secs": "seconds",
    "sec": "seconds",
    "minutes": "minutes",
    "minute": "minutes",
    "mins": "minutes",
    "min": "minutes",
    "hours": "hours",
    "hour": "hours",
    "hrs": "hours",
    "hr": "hours",
    "days": "days",
    "day": "days",
    "working days": "days",
    "working day": "days",
    "calendar days": "days",
    "calendar day": "days",
}

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALE = r"(?:\s?(?:million|billion|thousand|bn|mn|m|k)(?![\w'’]))"
_UNIT = (
    r"(?:\s?%(?:\s?(?:age)?\s?(?:points?|pts?)\b)?"
    r"|\s?(?:percentage\s+points?|per\s?cent(?:age)?(?:\s+points?)?|ppts?|pp|pts)(?!\w)|(?<=\d)(?-i:pc)(?!\w)"
    r"|\s?(?:pounds|pence|FTEs?|WTEs?|(?:full|whole)[\s-]time[\s-]equivalents?|seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:(?:working|calendar)\s+)?days?)(?!\w))"
)
_QUALIFIER = "|".join(
    re.escape(q) + (r"(?!\w)" if q[-1].isalpha() else "") for q in sorted(_QUALIFIERS, key=len, reverse=True)
)
_QUALIFIED = re.compile(rf"\s*\((?P<qualifier>{_QUALIFIER})\)\s*$", re.IGNORECASE)
_DASHES = "−–‐‑—-"  # the plain hyphen last: it stands in character classes
_FIGURE = re.compile(
    rf"""
    (?:(?<!\w)(?P<qualifier>{_QUALIFIER})\s*)?
    (?P<mark>\*{{1,3}}(?=[£\d.+\-−–]))?
    (?P<open>\()?
    (?P<sign>(?<![\w%)])[+{_DASHES}](?=[£\s]{{0,2}}[\d.£]))?\s?
    (?P<money>£\s?)?
    (?P<sign2>(?<![\w%)])[+{_DASHES}](?=\d)|(?<=£)[+{_DASHES}](?=\d))?
    (?P<number>{_NUMBER})
    (?P<ordinal>(?:st|nd|rd|th)(?!\w))?
    (?P<of>\s?(?:/|\bof\b|\bout\ of\b)\s?\d{{1,2}}(?![\d/%,.]|\s?(?:%|per)))?
    (?P<scale>{_SCALE})?
    (?P<unit>{_UNIT})?
    (?:\s?(?:to|and|[{_DASHES}])\s?(?P<money2>£\s?)?(?P<upper>{_NUMBER})(?![\d,/])(?P<scale2>{_SCALE})?(?P<unit2>{_UNIT})?)?
    (?P<close>\))?
    (?P<mark2>\s?\*{{1,3}}|[¹²³†‡]+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A figure begins with its first digit, or so many characters before it: marks, sign and ``£``, and before these a qualifier.
_DIGIT = re.compile(r"\d")
_LONGEST_MARKS = 12
_LONGEST_QUALIFIER = max(map(len, _QUALIFIERS))

#: Hours, minutes and seconds that make one time: "4 mins 35 secs", "1 hour and 20 minutes", "5m 10s".
_PART_GAP = r"\s?,?\s?(?:and\s)?"
_DURATION = re.compile(
    rf"(?:(?P<hours>\d{{1,3}})\s?(?:hours?|hrs?|h)(?!\w){_PART_GAP})?(?:(?P<minutes>\d{{1,3}})\s?(?:minutes?|mins?|m)(?!\w))?"
    rf"(?:{_PART_GAP}(?P<seconds>\d{{1,2}}(?:\.\d+)?)\s?(?:seconds?|secs?|s)(?!\w))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?")

_IN_WORD = re.compile(r"[A-Za-z_](?:\d{0,4}[-‐–/])?$")
_LONGEST_IN_WORD = 7
_GLUED = re.compile(r"[A-Za-z_]|[/.]\d+")
_POINTS = re.compile(r"point|pts?$|^pp")

#: "2013-14", "2020/21", "2018/2019": years, never figures.
_YEARS = re.compile(rf"(?:19|20)\d\d\s?[/{_DASHES}]\s?(?:(?:19|20)\d\d|\d\d)(?![\d,.%])")

#: Digits that tell no figure whatever stands beside them: clock times, telephone numbers, and the thousands of a unit.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?(?!\d)|(?<![\d.,£])0\d{2,4}(?:[\s-]?\d{3,4}){1,3}(?![\d,.]*\d)|£?\s?['’‘]\s?000['’]?s?\b|£\s?000['’]?s?\b"
)
# More than the longest of these, with what is looked at behind it: in a long text without any, each figure would search it all.
_LONGEST_NO_FIGURE = 64
_GAPS = re.compile(r"[\s-]+")
_DECIMALS = re.compile(r"\.(\d+)")
_NO_DIGIT = re.compile(r"\D")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as printed; ``text[start:end]`` of the text it was found in is ``text``.

    ``value`` is in whole units and signed as printed. ``unit`` is a word of the contract or None where nothing is printed.
    ``points`` is true for printed percentage points, ``signed`` where a sign is printed, ``bracketed`` where the number
    stands alone in brackets. ``upper`` is the end of a range, ``out_of`` the second number of a rank such as ``2/8``.
    ``scaled`` is true where a word such as million multiplied the number; ``mark`` is a footnote mark such as ``**``.
    """

    value: float
    unit: str | None
    start: int
    end: int
    text: str
    signed: bool = False
    points: bool = False
    bracketed: bool = False
    scaled: bool = False
    qualifier: str | None = None
    upper: float | None = None
    out_of: int | None = None
    mark: str | None = None

    @property
    def decimals(self) -> int:
        """The number of decimals printed: 1 for ``4.7``, 0 for ``16%``."""
        match = _DECIMALS.search(self.text)
        return len(match.group(1)) if match else 0


@lru_cache(maxsize=16384)
def parse_figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a cell or sentence, in order.

    Examples: ``Decrease (-16%, -25,769)`` gives -16 percent and -25769; ``£27.8M (36.2%)`` gives 27800000 GBP and 36.2 percent;
    ``£3-4 million`` gives 3000000 with upper 4000000; ``84.2% 2nd`` gives 84.2 percent and 2 rank; ``+ 42 % (336)`` gives
    42 percent and 336. ``14,2O6`` and ``1,23`` give nothing.
    """
    found = []
    position = 0
    unreadable = misprints(text)
    while match := _next_figure(text, position):
        if ends := [end for start, end in unreadable if start <= match.start("number") < end]:
            position = ends[0]
            continue
        if year := _YEARS.match(text, match.start("number")):
            position = year.end()
            continue
        if skipped := _skipped(text, match.start("number")):
            position = skipped
            continue
        whole = None if match["money"] else duration_at(text, match.start("number"))
        figure = whole or _figure(match, text)
        position = figure.end
        # A digit run inside a word or a code (C1010, SP17, Covid-19) is not a figure, nor are "7pm", "3x" and "2014/15".
        number = match.start("number")
        in_word = _IN_WORD.search(text, max(0, number - _LONGEST_IN_WORD), number)
        if in_word and not (match["sign"] or match["money"] or match["qualifier"]):
            continue
        if glued := _GLUED.match(text, figure.end):
            position = glued.end()
            continue
        found.append(figure)
    return tuple(found)


def duration_at(text: str, at: int) -> Figure | None:
    """The time that begins at ``at``, where it is printed in more than one unit, in the smallest of them.

    Examples: ``4 mins 35 secs`` and ``4m 35s`` are 275 seconds, ``1 hour 20 minutes`` 80 minutes; ``15 mins`` and ``5m`` are none.
    """
    match = _DURATION.match(text, at)
    if match is None or sum(part is not None for part in match.groups()) < 2:
        return None
    hours, minutes, seconds = (float(match[part] or 0) for part in ("hours", "minutes", "seconds"))
    value, unit = hours * 60 + minutes, "minutes"
    if match["seconds"]:
        value, unit = value * 60 + seconds, "seconds"
    end = match.end()
    return Figure(value=_clean(value), unit=unit, start=at, end=end, text=text[at:end])


@lru_cache(maxsize=4096)
def clock_duration(text: str, *, in_hours: bool = False) -> Figure | None:
    """A cell that is one time with colons, in seconds; None for any other. A clock says the time of day in the same form.

    Examples: ``04:35`` is 275 seconds and, ``in_hours``, 275 minutes; ``1:02:03`` is 3723 seconds.
    """
    printed = text.strip()
    match = _CLOCK.fullmatch(printed)
    if match is None:
        return None
    value, unit = int(match["first"]) * 60 + int(match["second"]), "minutes" if in_hours else "seconds"
    if match["third"]:
        value, unit = value * 60 + int(match["third"]), "seconds"
    start = text.index(printed)
    return Figure(value=float(value), unit=unit, start=start, end=start + len(printed), text=printed)


def _next_figure(text: str, position: int) -> re.Match[str] | None:
    """The first match of the grammar at ``position`` or after it; looked for only where a digit is near."""
    digit = _DIGIT.search(text, position)
    if digit is None:
        return None
    # Any number of spaces may stand between a qualifier and its figure.
    before_spaces = len(text[position : max(position, digit.start() - _LONGEST_MARKS)].rstrip())
    return _FIGURE.search(text, position + max(0, before_spaces - _LONGEST_QUALIFIER))


def _skipped(text: str, at: int) -> int | None:
    """The end of a clock time, telephone number or unit in which the digit at ``at`` stands: ``06:00``, ``£'000``; else None."""
    for found in _NO_FIGURE.finditer(text, max(0, at - 3), at + _LONGEST_NO_FIGURE):
        if found.start() <= at < found.end():
            return found.end()
        if found.start() > at:
            break
    return None


def _figure(match: re.Match[str], text: str) -> Figure:
    number = float(match["number"].replace(",", ""))
    sign = match["sign"] or match["sign2"] or ""
    # "10 - 16" and "Jul 19 – Jun 20" print a dash between two things: a sign stands at the start, after a space or a bracket.
    if (
        match["sign"]
        and text[match.end("sign") : match.end("sign") + 1] == " "
        and not _opens(text, match.start("sign"))
    ):
        sign = ""
    unit_text = match["unit"] or match["unit2"] or ""
    unit, points = _unit(unit_text)
    if match["money"] or (match["money2"] and _is_range(match, text)):
        unit = "GBP"
    out_of = None
    end = match.end("number")
    if match["of"]:
        out_of = int(_NO_DIGIT.sub("", match["of"]))
        if number <= out_of and ("/" in match["of"] or match["ordinal"]):
            unit, end = "rank", match.end("of")
        else:
            out_of = None
    if match["ordinal"]:
        unit, end = "rank", max(end, match.end("ordinal"))
    scale = _scale(match["scale"] or "")
    upper = None
    for group in ("scale", "unit"):
        if match[group]:
            end = match.end(group)
    if match["upper"] and not match["ordinal"] and _is_range(match, text):
        upper = float(match["upper"].replace(",", ""))
        upper_scale = _scale(match["scale2"] or "") if match["scale2"] else scale
        scale = scale if match["scale"] else upper_scale
        upper *= upper_scale
        end = max(match.end(g) for g in ("upper", "scale2", "unit2"))
    elif match["unit2"] and not match["unit"]:
        unit, points = _unit("") if not match["money"] else ("GBP", False)
    if (match["unit"] or "").strip().lower() == "pence":
        scale /= 100
    first = min(
        match.start(g) for g in ("sign", "money", "sign2", "number") if match[g] is not None and (g != "sign" or sign)
    )
    negative = sign in _DASHES if sign else False
    value = _clean(number * scale)
    bracketed = bool(match["open"]) and text[end : end + 1] == ")"
    mark = (match["mark"] or match["mark2"] or "").strip() or None
    qualifier = _QUALIFIERS.get(_SPACES.sub(" ", match["qualifier"]).lower()) if match["qualifier"] else None
    return Figure(
        value=-value if negative else value,
        unit=unit,
        start=first,
        end=end,
        text=text[first:end],
        signed=bool(sign),
        points=points,
        bracketed=bracketed,
        scaled=scale != 1.0,
        qualifier=qualifier,
        upper=None if upper is None else _clean(upper),
        out_of=out_of,
        mark=mark,
    )


@lru_cache(maxsize=4096)
def qualified(name: str) -> tuple[str, str | None]:
    """A label or header without the word in brackets behind it that says how exact its figures are, and that qualifier.

    Examples: ``2021/22 (more than)`` is ``2021/22`` and over, ``Volunteers (approx.)`` is about; ``Burglary (dwelling)`` has none.
    """
    match = _QUALIFIED.search(name)
    if match is None:
        return name, None
    return name[: match.start()], _QUALIFIERS[_SPACES.sub(" ", match["qualifier"]).lower()]


def _opens(text: str, at: int) -> bool:
    """True where ``at`` begins a text, a bracket or a part after a comma or line break."""
    before = text[:at].rstrip(" ")
    return not before or before[-1] in "(,;:\n|/"


def _is_range(match: re.Match[str], text: str) -> bool:
    """True for ``60-69%``, ``£3-4 million``, ``£20k to £45K``; not for ``65 and 70``, ``Jan 19 - 20`` or ``223 to 251``."""
    between = text[
        max(match.end(g) for g in ("number", "scale", "unit") if match[g] is not None) : match.start("upper")
    ].strip(" £")
    if between.lower() == "and":
        return False
    upper = float(match["upper"].replace(",", "")) * _scale(match["scale2"] or match["scale"] or "")
    lower = float(match["number"].replace(",", "")) * _scale(match["scale"] or match["scale2"] or "")
    if upper <= lower:
        return False
    if between.lower() == "to":
        # "from 223 to 251" are two figures; "£20k to £45K" with a unit on both sides are as well: only "£3 to 4 million" is one
        return not match["scale"] and bool(match["scale2"]) and not match["money2"]
    return bool(match["money"] or match["unit2"] or match["scale2"] or match["unit"])


@lru_cache(maxsize=256)
def _unit(text: str) -> tuple[str | None, bool]:
    word = _GAPS.sub(" ", text.strip().lower())
    if not word:
        return None, False
    if _POINTS.search(word):
        return "percent", True
    if word.startswith(("%", "per")):
        return "percent", False
    return _UNITS.get(word), False


def _scale(text: str) -> float:
    return _SCALES.get(text.strip().lower(), 1.0)


def _clean(value: float) -> float:
    """Without the noise of binary multiplication: 4.854 million is 4854000."""
    return round(value, 6)
