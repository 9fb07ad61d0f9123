"""A sentence made ready for reading: its figures, periods and areas found, and its *shape*, in which each of them is one sign.

The shape is in lower case and has the length of the sentence, so a span of the shape is a span of the sentence. ``a 16% decrease in offences (from 9
Jul '18-Jun '19)`` has a run of PERCENT signs where "16%" stands, one of COUNT for "9", one of PERIOD for "Jul '18-Jun '19". A rule of wording is
then a short regular expression over the shape, whatever the numbers and dates look like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.figure_words import large_number, number_word, ordinal_word
from extract.misprints import misprints
from extract.numbers import Figure, parse_figures
from extract.prose.areas import AreaMention, find_area_mentions
from extract.prose.references import without_references
from extract.prose.times import PeriodMention, find_period_mentions
from extract.times.days import MONTH
from extract.times.periods import PeriodContext
from extract.wording import lowered, small_words

COUNT, PERCENT, MONEY, TIME, RANK, PERIOD, BLANK, AREA = (chr(0xE000 + n) for n in range(8))
#: Regular expressions for one sign run, for the rules: a figure of each kind, any level figure, any figure.
N, P, M, S, R, T, A = (f"{sign}+" for sign in (COUNT, PERCENT, MONEY, TIME, RANK, PERIOD, AREA))
ANY = f"(?:{N}|{P}|{M}|{S})"

_SIGNS = {"percent": PERCENT, "GBP": MONEY, "seconds": TIME, "minutes": TIME, "hours": TIME, "days": TIME, "rank": RANK}
_FRACTIONS = {
    "half": 50.0,
    "one half": 50.0,
    "a half": 50.0,
    "a tenth": 10.0,
    "one tenth": 10.0,
    "two fifths": 40.0,
    "three fifths": 60.0,
    "four fifths": 80.0,
    "a third": 33.3,
    "one third": 33.3,
    "two thirds": 66.7,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "a fifth": 20.0,
    "one fifth": 20.0,
}
_PART = r"half|(?:one|a)[\s-](?:half|third|quarter|fifth|tenth)|two[\s-]thirds|three[\s-]quarters|(?:two|three|four)[\s-]fifths"
#: One of these is in every part.
_PART_WORDS = ("half", "third", "quarter", "fifth", "tenth")
#: A part of a whole, or by how much something changed: "a third of all crime", "fell by almost a quarter", "a quarter (25%)".
_FRACTION = re.compile(
    rf"\b(?P<word>{_PART})"
    r"(?=\s+of\s+(?:all|the(?!\s+(?:year|month|day|way|time)\b)|those|these|our|its|recorded|reported|victims|offences|crimes|incidents|people|"
    r"respondents|officers|cases|calls|staff|residents|demand|crime|reports|complaints))"
    rf"|(?<=\b(?:by|up)\s)(?:(?:almost|nearly|over|about|around|some|roughly|just\s+(?:over|under)|more\s+than|well\s+over|less\s+than|at\s+least)\s+)?"
    rf"(?P<change>{_PART})\b(?!\s+(?:of\s+a|past|to)\b)",
)
_ALSO_IN_FIGURES = re.compile(r"\s+of\s+[^(),.;]{1,40}\(\s*\d[\d.]*\s?(?:%|per\s?cent)\s*\)")
#: A part in words with the same in figures after it: "a quarter (25%)" is 25%.
_ALSO_IN_WORDS = re.compile(rf"\b(?:{_PART}|(?:almost|nearly|virtually)\s+all)\s+\(\s*$")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TENS_AND_UNITS = "|".join(rf"{tens}(?:[\s-](?:{_UNITS}))?" for tens in _TENS.split("|"))
_NUMBER_WORDS = re.compile(
    rf"{small_words('|'.join((_TENS_AND_UNITS, _UNITS, _TEENS)))}\b"
    r"(?!(?:\s+|-)(?:thirds?|quarters?|half|fifths?|tenths?)\b)(?!\s+(?:of\s+(?:the|our|its|their|these|those|my|your)|hundred|thousand|million|another|other|or\b|to\s+one|to\s+be|who|which|that))",
)
_UNIT = rf"(?:{_TENS_AND_UNITS}|{_UNITS}|{_TEENS})"
#: Hundreds and thousands in words: "a hundred and forty officers" are 140, and never 40.
_LARGE = re.compile(
    rf"\b(?:(?:a|{_UNIT})\s+thousand(?:(?:,|\s+and)?\s+{_UNIT}(?:\s+hundred(?:\s+and\s+{_UNIT})?)?)?|(?:a|{_UNIT})\s+hundred(?:\s+(?:and\s+)?{_UNIT}|\s+thousand)?)\b"
    r"(?!\s+(?:and|or)\s+(?:a\s+)?(?:half|more)|\s+(?:million|times|per|pounds|of)\b|-)"
)
#: Millions in words; "a million" alone is a way of saying many: "two million calls", "half a million", "one and a half million".
_MILLIONS = re.compile(
    r"\b(?:(?P<half>half\s+a)|(?P<count>two|three|four|five|six|seven|eight|nine|ten|twelve)|(?P<more>one|two|three|four|five)\s+and\s+a\s+half)\s+million\b"
    r"(?!\s+(?:and|or)\s+a\s+half|\s+(?:pounds|times|per)\b|-)"
)
_A_NOUN = re.compile(
    r"\s+(?!less\b|more\b|in\b|on\b|for\b|to\b|by\b|over\b|a\b|each\b|per\b|was\b|were\b|is\b|has\b|and\b|or\b|of\b|from\b|since\b|this\b|last\b|next\b)[a-z]{3}"
)
_OF_MONEY = re.compile(r"£|\b(?:cost|budget|spen[dt]|sav(?:ed|es?|ings?)|fund|grant|precept|invest|overtime)")
#: A year of which a digit is missing counts nothing: "until 31 March 201".
_CUT_YEAR = re.compile(r"(?:20|19)\d(?<=[a-z.]\s...)(?![\d,/]|\.\d|\s?%|\s+[a-z]{3})")
_MONTH_AT_LAST = re.compile(rf"{MONTH}\s$")
_ALONE = re.compile(r"a\s+(?:hundred|thousand)$")
_QUALIFIER = re.compile(
    r"(?:(?<!\w)(?P<word>just over|well over|slightly over|a little over|more than|in excess of|greater than|over|above|at least|"
    r"a minimum of|just under|slightly under|slightly less than|less than|fewer than|under|below|nearly|almost|close to|approaching|heading towards|"
    r"up to|a maximum of|no more than|approximately|approx\.?|around|about|circa|c\.|some|roughly|in the region of|just short of|nearer)"
    r"|(?P<sign>[<>~≥≤]))\s*(?:a\s+)?$",
)
#: Words that judge a figure and say nothing of it: "by just 2%", "fell by only 0.5%".
_FILLER = re.compile(r"(?<!\w)(?:just|only|merely)\s+$")
_DIGIT = re.compile(r"\d")
_TIME_WORDS = re.compile(
    r"\s+(?P<unit>minute|second|hour)s?\b(?:(?:(?<=minute)|(?<=minutes))\s+(?:and\s+)?(?P<seconds>\d{1,2}|[a-z]+(?:[\s-][a-z]+)?)\s+seconds?\b)?"
    r"(?!\s+(?:\d|later|ago|before|earlier|of\s+each))"
)
_SECONDS_ALONE = re.compile(
    r"\s+(?P<seconds>[0-5]\d)(?=\s*(?:$|[.,;:)]\s|[.,;:)]$|(?:in|for|on|at|to|from|and|by|than|against|compared|last|this)\b))"
)
_NUMBER_NAME = re.compile(rf"{small_words('|'.join(('half|thirds?|quarters?|fifth', _UNITS, _TEENS, _TENS)))}\b")
_ACRONYM = re.compile(r"(?<=\w )\([A-Z][A-Za-z&/-]{1,9}\)(?=[\s,.;:])")
_PERCENT_WORDS = re.compile(r"\s+(?:percentage\s+points?|per\s?cent)\b")
_OUT_OF = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
#: A share in words, of which neither number counts anything: "one in five", "nine out of ten calls".
_ONE_IN = re.compile(
    rf"{small_words(f'{_UNITS}|[1-9]')}\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_OUT_OF}|10|[2-9])"
    r"\b(?![,.]\d|\s*(?:%|months|weeks|days|years|hours|minutes|of\b))"
)
#: The same with what is counted between: "nine households in ten", "one woman in four"; not "two officers in three cars".
_OF_THEM_IN = re.compile(
    rf"{small_words(_UNITS)}\s+[a-z-]{{3,20}}\s+(?:in\s+(?:every\s+)?|out\s+of\s+(?:every\s+)?)(?:{_OUT_OF})"
    r"\b(?!\s+(?:[a-z-]+s|people|women|men|children|staff|hundred|thousand|million)\b|-)"
)
_POINTS = re.compile(
    r"(?P<points>\s+points?)\b(?!\s+of\b)(?P<told>\s+(?:higher|lower|up|down|better|worse|more|less|increase|rise|fall|drop|decrease|improvement)\b)?"
)
#: What is left of a number of which a part was taken for a name, with a mark between: "24," and the name behind it.
_CUT_BEFORE = re.compile(r"\x00[.,]?$")
_CUT_AFTER = re.compile(r"[.,]?\x00")
#: A margin of error measures nothing by itself: "74.1% (+/- 2.1%)".
_MARGIN = re.compile(r"(?:\+\s?/|±|\+\s+or)\s*$")
#: Thousands parted by a space: of "12 345 offences" nobody can tell whether it is one number or two. What may stand before is asked
#: behind the first digit, as in _PENCE, so that the engine leaps from digit to digit.
_SPACED = re.compile(r"\d(?<![\w.,/£–-].)(?<![\d%]\s.)\d{0,2}(?:[ \u00a0\u2009]\d{3})+(?![\d,.]\d|\d)(?=\s+[a-z])")
#: How the two ends of a range are joined; a gap between two levels is none.
_BETWEEN = re.compile(r"(?<!gap )(?<!difference )(?<![%t] )\b(?:somewhere\s+)?between\s+$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-‐–—]\s?")
_AND = re.compile(r"\s+and\s+|\s?[-–]\s?|\s+to\s+")
_TO = re.compile(r"\s+to\s+")
#: A third figure, to which a range has changed: "falling from 14 to 15 minutes to six minutes".
_AND_THEN = re.compile(r"\s+to\s+(?:\d|[a-z]+\s+(?:minutes|seconds|hours|days|weeks|per\s?cent)\b)")
_PENCE = re.compile(r"(?P<number>\d(?<![\w£.,].)\d{0,2}(?:\.\d+)?)\s?(?:p|pence)\b(?!\.[am])")
_DASH_ALONE = re.compile(r"[–—-]\s+")
#: Where a rank is one, and nothing else: "the third safest force area in England and Wales, with 53 crimes per 1,000".
_OF_ALL_OF_THEM = re.compile(
    r"\b(?:safest|lowest|highest|best|worst|largest|smallest|biggest|fastest|slowest|busiest)\s+(?:[a-z-]+\s+){0,4}$"
)
_FROM_AT_LAST = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BY_OR_UP = re.compile(r"\b(?:by|up|down)\s+$")
#: The number of a footnote behind a figure or word: "17%³ smaller", "830,000³ calls".
_SUPERSCRIPT = re.compile(r"[¹²³⁴-⁹⁰](?<=[\w%].)")
_SUPERSCRIPTS = str.maketrans(dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹⁰", " "))
_GAPS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a sentence; ``start`` and ``end`` take in its qualifier, ``number_start`` does not. ``worded``: spelled out."""

    figure: Figure
    start: int
    number_start: int
    end: int
    qualifier: str | None = None
    worded: bool = False

    @property
    def sign(self) -> str:
        """The sign that stands for the figure in the shape."""
        return _SIGNS.get(self.figure.unit or "", COUNT)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with what was found in it. ``offset`` is where it begins in its passage."""

    text: str
    offset: int
    shape: str
    figures: tuple[Stated, ...]
    periods: tuple[PeriodMention, ...]
    areas: tuple[AreaMention, ...]

    def figure_at(self, start: int) -> int | None:
        """The index of the figure whose signs hold ``start``."""
        return next((i for i, f in enumerate(self.figures) if f.start <= start < f.end), None)

    def printed(self, match: re.Match[str], group: str) -> str:
        """What a group of a match of the shape stands for, as printed, with one space between its words."""
        return " ".join(self.text[slice(*match.span(group))].split())


def may_hold_figures(text: str) -> bool:
    """Whether a text has a digit or a number in words at all: most sentences have none."""
    return bool(_DIGIT.search(text) or _NUMBER_NAME.search(text.lower()))


def frame(text: str, offset: int = 0, context: PeriodContext | None = None, force: str | None = None) -> Frame:
    """The frame of a sentence. Figures that name or date something are no figures here.

    Example: ``398 Cadets enrolled, up from 350 in 2014`` has two figures, 398 and 350, and one period.
    """
    if not may_hold_figures(text):
        return Frame(text, offset, text, (), (), ())
    plain = text.translate(_SUPERSCRIPTS) if _SUPERSCRIPT.search(text) else text
    cleared = _without_misprints(without_references(plain))
    figures = _joined_ranges(_figures(text, cleared), text)
    cleared = cleared.replace("\x00", BLANK)
    # A short name in brackets after the long one, "Domestic Abuse (DA) crime", is passed over.
    cleared = _ACRONYM.sub(lambda m: " " * len(m.group()), cleared) if " (" in cleared else cleared
    if not figures:
        return Frame(text, offset, lowered(cleared), (), (), ())
    periods = find_period_mentions(text, context)
    figures = tuple(f for f in figures if not any(p.start < f.end and f.number_start < p.end for p in periods))
    areas = find_area_mentions(text, force) if figures else ()
    areas = tuple(a for a in areas if a.force or not _OF_ALL_OF_THEM.search(text, max(0, a.start - 50), a.start))
    taken = [*((p.start, p.end) for p in periods), *((f.start, f.end) for f in figures)]
    areas = tuple(a for a in areas if not any(start < a.end and a.start < end for start, end in taken))
    shape = list(cleared)
    for area in areas:
        shape[area.start : area.end] = AREA * (area.end - area.start)
    for period in periods:
        shape[period.start : period.end] = PERIOD * (period.end - period.start)
    for stated in figures:
        shape[stated.start : stated.end] = stated.sign * (stated.end - stated.start)
    return Frame(text, offset, lowered("".join(shape)), figures, periods, areas)


def _without_misprints(text: str) -> str:
    """``text`` with every number blanked out of which nobody can tell which it is; the length stays."""
    cut = (m.span() for m in _CUT_YEAR.finditer(text) if _MONTH_AT_LAST.search(text, max(0, m.start() - 12), m.start()))
    for start, end in (*misprints(text), *(m.span() for m in _SPACED.finditer(text)), *cut):
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _joined_ranges(figures: tuple[Stated, ...], text: str) -> tuple[Stated, ...]:
    """The figures with those that are the two ends of one range as one: "35-40 beds", "between 5% and 7%"."""
    out: list[Stated] = []
    for stated in figures:
        if out and (joined := _range_of(out[-1], stated, text)):
            out[-1] = joined
        else:
            out.append(stated)
    return tuple(out)


def _range_of(low: Stated, high: Stated, text: str) -> Stated | None:
    first, last = low.figure, high.figure
    if first.signed or last.signed or first.upper or last.upper or "rank" in (first.unit, last.unit):
        return None
    if last.value <= first.value or first.unit not in (None, last.unit) or (first.unit and first.points != last.points):
        return None
    between = _BETWEEN.search(text, max(0, low.start - 24), low.start)
    joint = text[low.end : high.number_start]
    dashed = _DASH.fullmatch(joint) and not (low.worded or high.worded)
    roughly = _TO.fullmatch(joint) and (low.qualifier or _AND_THEN.match(text, high.end))
    if roughly and _FROM_AT_LAST.search(text, max(0, low.start - 6), low.start) and not _AND_THEN.match(text, high.end):
        # "doubled from around 2,000 to 4,000": two levels.
        roughly = None
    if roughly and last.value > 2.5 * first.value and _BY_OR_UP.search(text, max(0, low.start - 4), low.start):
        # "rose by over 4 per cent to 88.2 per cent": by how much and to what.
        roughly = None
    if not (dashed or roughly or (between and _AND.fullmatch(joint))):
        return None
    start = between.start() if between else low.start
    figure = replace(
        first, unit=last.unit, upper=last.value, end=last.end, text=text[first.start : last.end], points=last.points
    )
    return replace(low, figure=figure, start=start, end=high.end)


def _figures(text: str, cleared: str) -> tuple[Stated, ...]:
    found: list[Stated] = []
    low = lowered(cleared)
    digits, words = bool(_DIGIT.search(cleared)), bool(_NUMBER_NAME.search(low))
    for figure in parse_figures(cleared) if digits else ():
        if (
            "\x00" in figure.text
            or _CUT_BEFORE.search(cleared, max(0, figure.start - 2), figure.start)
            or _CUT_AFTER.match(cleared, figure.end)
        ):
            # A piece of something that names or dates: ".8" of "3.8", "-16" of "2015-16".
            continue
        if _MARGIN.search(text, max(0, figure.start - 6), figure.start):
            continue
        figure = _with_seconds(_in_points(_without_dash(figure, text), text), text)
        if found and figure.start < found[-1].end:
            # The seconds of the minutes before.
            continue
        start, qualifier = _qualified(text, figure.start)
        if figure.unit == "percent" and (part := _ALSO_IN_WORDS.search(low, max(0, start - 20), start)):
            # "more than a fifth (21.3%)" is 21.3%.
            start, qualifier = _qualified(text, part.start())[0], None
            found.append(Stated(figure, start, figure.start, figure.end + text.startswith(")", figure.end), qualifier))
            continue
        found.append(Stated(figure, start, figure.start, figure.end, qualifier))
    for match in _PENCE.finditer(cleared) if digits else ():
        start, qualifier = _qualified(text, match.start())
        figure = Figure(float(match["number"]) / 100, "GBP", match.start(), match.end(), match.group())
        found = [f for f in found if not (f.number_start < match.end() and match.start() < f.end)]
        found.append(Stated(figure, start, match.start(), match.end(), qualifier))
    taken = [(f.start, f.end) for f in found]
    for match in _FRACTION.finditer(low) if any(word in low for word in _PART_WORDS) else ():
        start, end = match.span("word" if match["word"] else "change")
        if any(a < end and start < b for a, b in taken) or _ALSO_IN_FIGURES.match(text, end):
            continue
        value = _FRACTIONS[_GAPS.sub(" ", low[start:end])]
        found.append(_worded(text, start, end, value, "percent"))
        taken.append((start, end))
    for match in _LARGE.finditer(low) if "hundred" in low or "thousand" in low else ():
        number = large_number(match.group())
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        taken.append(match.span())
        if number is not None and not _ALONE.fullmatch(match.group()) and "hundred thousand" not in match.group():
            found.append(_worded(text, match.start(), match.end(), float(number), None))
    for match in _MILLIONS.finditer(low) if "million" in low else ():
        if not any(a < match.end() and match.start() < b for a, b in taken):
            taken.append(match.span())
            number = number_word(match["count"] or match["more"] or "") or 0
            millions = number + (0.0 if match["count"] else 0.5)
            counted = _A_NOUN.match(low, match.end())
            if counted or _OF_MONEY.search(low):
                # "cost almost half a million less": pounds, where nothing is counted and the words speak of money.
                found.append(_worded(text, match.start(), match.end(), millions * 1e6, None if counted else "GBP"))
    ratios = [m.span() for m in _ONE_IN.finditer(low)] if digits or words else []
    ratios += [m.span() for m in _OF_THEM_IN.finditer(low)] if words else []
    found = [f for f in found if not any(a <= f.number_start < b for a, b in ratios)]
    for match in _NUMBER_WORDS.finditer(low) if words else ():
        number = number_word(match.group())
        if any(a <= match.start() < b for a, b in ratios):
            continue
        if number is not None and not any(a < match.end() and match.start() < b for a, b in taken):
            if time := _worded_time(text, match, number):
                found = [f for f in found if not time.start <= f.start < time.end]
                found.append(time)
                taken.append((time.start, time.end))
                continue
            points = _PERCENT_WORDS.match(text, match.end())
            end = points.end() if points else match.end()
            worded = _worded(text, match.start(), end, float(number), "percent" if points else None)
            in_points = bool(points and "point" in points.group())
            found.append(replace(worded, figure=replace(worded.figure, points=in_points)))
    return tuple(sorted(found, key=lambda f: f.start))


def _without_dash(figure: Figure, text: str) -> Figure:
    """A dash that opens an item is no sign: "highlighted:- 3 training sessions"; in brackets it is one: "(- 70)"."""
    spaced = _DASH_ALONE.match(figure.text)
    if not spaced or figure.unit == "percent" or text[: figure.start].rstrip().endswith(("(", ",", "at")):
        return figure
    return replace(
        figure,
        value=abs(figure.value),
        start=figure.start + spaced.end(),
        text=figure.text[spaced.end() :],
        signed=False,
    )


def _in_points(figure: Figure, text: str) -> Figure:
    """Points of a percentage without the word: "up 5.1 points on 2021", "3.1 points lower"; not "3 points on a licence"."""
    points = _POINTS.match(text, figure.end) if figure.unit is None and not figure.scaled else None
    if points is None:
        return figure
    told = points["told"] or figure.decimals or _BY_OR_UP.search(text[: figure.start])
    if not told:
        return figure
    end = points.end("points")
    return replace(figure, unit="percent", points=True, end=end, text=text[figure.start : end])


def _with_seconds(figure: Figure, text: str) -> Figure:
    """Minutes with seconds that have no word: ``2 minutes 27`` are 147 seconds."""
    more = _SECONDS_ALONE.match(text, figure.end) if figure.unit == "minutes" and not figure.decimals else None
    if more is None or figure.signed or figure.upper:
        return figure
    value = figure.value * 60 + float(more["seconds"])
    return replace(figure, value=value, unit="seconds", end=more.end(), text=text[figure.start : more.end()])


def _worded(text: str, start: int, end: int, value: float, unit: str | None) -> Stated:
    first, qualifier = _qualified(text, start)
    return Stated(Figure(value, unit, start, end, text[start:end]), first, start, end, qualifier, worded=True)


def _worded_time(text: str, match: re.Match[str], number: int) -> Stated | None:
    """A time whose number is spelled out: ``three minutes``, ``four minutes 10 seconds`` (250 seconds)."""
    told = _TIME_WORDS.match(text, match.end())
    if told is None:
        return None
    value, unit = float(number), f"{told['unit']}s"
    if seconds := told["seconds"]:
        more = number_word(seconds) or (float(seconds) if seconds.isdigit() else None)
        if more is None:
            return None
        value, unit = value * 60 + more, "seconds"
    return _worded(text, match.start(), told.end(), value, unit)


def _qualified(text: str, start: int) -> tuple[int, str | None]:
    """Where a figure begins with the qualifier before it, and that qualifier as printed."""
    match = _QUALIFIER.search(text[max(0, start - 30) : start].lower())
    begin = start - len(match.group()) if match else start
    if filler := _FILLER.search(text, max(0, begin - 8), begin):
        begin = filler.start()
    if match is None:
        return begin, None
    return begin, " ".join((match["word"] or match["sign"]).lower().rstrip(".").split())


def rank_word(text: str) -> int | None:
    """The rank of ``fourth``, ``2nd``, ``number one``, or None."""
    return ordinal_word(text) or number_word(text)
