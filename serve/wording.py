"""Values of the database as a person would say them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from schema.comparing import whole_months

STATISTICS = {
    "actual": "a level",
    "total": "a total",
    "share": "a share of a whole",
    "change": "a change",
    "percent_change": "a change in percent",
    "point_change": "a change in percentage points",
    "target": "a target",
    "baseline": "a baseline",
    "projection": "a projection",
    "rank": "a rank",
    "average": "an average",
    "rate": "a rate",
}
#: Of these the sign is half of what is told.
_CHANGES = ("change", "percent_change", "point_change")
OBS_STATUSES = {
    "P": "provisional",
    "E": "an estimate",
    "F": "a forecast",
    "B": "the series breaks here",
    "D": "the definition differs",
    "U": "of low reliability",
    "O": "missing",
    "M": "cannot exist",
    "Q": "suppressed",
}
CHECKS = {
    "C1": "the difference of the two figures is the change",
    "C2": "the percentage is the change over the earlier figure",
    "C3": "the word agrees with the sign",
    "C4": "the parts add up to the total",
    "C5": "the months add up to the year",
    "C6": "the paper says the same elsewhere",
    "C7": "the kinds of crime add up to their group",
    "C8": "what is spent and what is left add up to what was given",
    "C9": "the amounts add up",
    "C10": "the period agrees with its dates",
    "C11": "a later paper says the same of this period",
    "C12": "the rate agrees with the count and the population",
    "C13": "the rating agrees with the figures",
    "C14": "one number stands for one measure",
    "C15": "the percentage fits the change and the figure after it",
    "C16": "what the paper refers to is there",
}
_HEADINGS = {"observation_id": "place", "award_id": "place", "date_id": "place", "document_title": "paper"}
_UNITS = {"percent": "%", "GBP": "", "count": "", "rank": "", "rate": ""}


@lru_cache(maxsize=4096)
def day(iso: str | None) -> str | None:
    """An ISO date in words; a partial or odd one stays as it is.

    ``2025-03-03`` is ``3 March 2025``, ``2014-09`` is ``September 2014``, ``2013-06~`` is ``about June 2013``.
    """
    if not iso:
        return None
    if iso.endswith("~"):
        return f"about {day(iso[:-1])}"
    for form, said in (("%Y-%m-%d", "{d.day} {d:%B %Y}"), ("%Y-%m", "{d:%B %Y}")):
        try:
            return said.format(d=dt.datetime.strptime(iso, form))
        except ValueError:
            continue
    return iso


def span(start: str | None, end: str | None, label: str | None = None) -> str | None:
    """A period in words, with its label as printed where there is one.

    ``("2018-07-01", "2019-06-30", "Jul '18-Jun '19")`` is ``1 July 2018 to 30 June 2019, printed “Jul '18-Jun '19”``.
    """
    if start and end:
        said: str | None = day(start) if start == end else f"{day(start)} to {day(end)}"
    elif start or end:
        said = f"from {day(start)}" if start else f"to {day(end)}"
    else:
        said = None
    if not label:
        return said
    return f"{said}, printed “{label}”" if said else f"printed “{label}”, without days"


@lru_cache(maxsize=4096)
def period(start: str | dt.date | None, end: str | dt.date | None) -> str:
    """A period by its length where it is of whole months.

    ``("2018-04-01", "2019-03-31")`` is ``12 months to 31 March 2019``, ``(None, "2019-03-31")`` is ``to 31 March 2019``.
    """
    if start and end:
        first, last = (dt.date.fromisoformat(str(one)) for one in (start, end))
        if months := whole_months(first, last):
            return f"{counted(months, 'month')} to {day(str(last))}"
    return span(str(start) if start else None, str(end) if end else None) or "no period"


def number(value: float | None, unit: str | None = None) -> str | None:
    """A number with its unit.

    ``(4854000.0, "GBP")`` is ``£4,854,000``, ``(12.5, "percent")`` is ``12.5%``, ``(-25769.0, "count")`` is ``−25,769``.
    """
    if value is None:
        return None
    shown = f"{abs(value):,.0f}" if float(value).is_integer() else f"{abs(value):,.6f}".rstrip("0")
    if unit == "GBP" and not float(value).is_integer():
        shown = f"{abs(value):,.2f}" if round(value, 2) == value else shown
    sign = "−" if value < 0 else ""
    if unit == "GBP":
        return f"{sign}£{shown}"
    suffix = _UNITS.get(unit or "count", f" {unit}")
    return f"{sign}{shown}{suffix}"


def signed(value: float | None, unit: str | None = None) -> str | None:
    """A change as a number with its sign: ``(0.2, "percent")`` is ``+0.2%``, ``(-33.0, "count")`` is ``−33``, ``(0.0, "count")`` is ``0``."""
    said = number(value, unit)
    return f"+{said}" if value is not None and value > 0 else said


#: Below this a reading is called doubtful wherever its figure is shown.
DOUBTFUL = 0.7


#: How a measure was found where that is not plain from its name.
MEASURE_SOURCES = {
    "heading": "from the label and a heading above it together",
    "fuzzy": "from words that are nearly those of a known name",
    "decision": "by a person's decision",
}


def doubts(confidence: object, disputed: object) -> list[str]:
    """What a reader must know before quoting a figure: ``(0.62, 1)`` gives "doubtful" and "does not add up"."""
    said = ["doubtful"] if isinstance(confidence, int | float) and confidence < DOUBTFUL else []
    return [*said, "does not add up"] if isinstance(disputed, int) and disputed else said


def sort_of_number(statistic: str | None, value: float | None, unit: str | None) -> str | None:
    """What must be said of a number that is no plain level, so that it is not taken for one; None of a level.

    ``("percent_change", -4.2, "percent")`` is ``a change in percent, −4.2%``, ``("target", 90.0, "percent")`` is ``a target``.
    """
    if statistic in (None, "actual", "total"):
        return None
    said = kind_of_number(str(statistic))
    if statistic not in _CHANGES or value is None:
        return said
    points = statistic == "point_change" and unit == "percent"
    return f"{said}, {signed(value, 'percentage points' if points else unit)}"


def span_of_values(value: float | None, value_to: float | None, unit: str | None = None) -> str | None:
    """A value, or both ends of a range: ``(20.0, 30.0, "percent")`` is ``20% to 30%``."""
    first, last = number(value, unit), number(value_to, unit)
    return f"{first} to {last}" if first and last else first


def limited(
    value: float | None, value_to: object = None, qualifier: object = None, unit: str | None = None
) -> str | None:
    """A value with its limits: ``(20.0, 30.0, "about")`` is ``about 20 to 30``, ``(5000.0, None, "up to", "GBP")`` is ``up to £5,000``."""
    said = span_of_values(value, value_to if isinstance(value_to, float) else None, unit)
    return f"{qualifier} {said}" if qualifier and said else said


def confidence(value: float | None) -> str | None:
    """How sure the reading is, in words and as a number: ``0.62`` is ``doubtful (0.62)``."""
    if value is None:
        return None
    word = "sure" if value >= 0.9 else "fairly sure" if value >= DOUBTFUL else "doubtful"
    return f"{word} ({value:.2f})"


def place(row: Mapping[str, Any]) -> str:
    """Where a fact is printed, as a link's text: ``page 12``, or ``line 345`` of a paper without pages."""
    if row["line"] is not None and not row["width"]:
        return f"line {row['line']}"
    return f"page {row['page']}"


def check(code: str) -> str:
    """What a check asks: ``C1`` is "the difference of the two figures is the change"."""
    return CHECKS.get(code, code.replace("_", " "))


def heading(column: str) -> str:
    """The heading of a column: ``meeting_date`` is ``meeting date``; a column of links to places is ``place``."""
    return _HEADINGS.get(column, column.replace("_", " "))


def first_upper(text: str) -> str:
    """A text with a capital letter at its begin, the rest as it is: ``the parts of Kent`` is ``The parts of Kent``."""
    return text[:1].upper() + text[1:]


def kind_of_number(kind: str) -> str:
    """What kind of number it is: ``percent_change`` is ``a change in percent``; one that is new stays as it is."""
    return STATISTICS.get(kind, kind.replace("_", " "))


_SMALL = frozenset({"and", "of", "the", "for", "in", "on"})


def area(name: str) -> str:
    """A region, a group or the country as a name is written: ``england and wales`` is ``England and Wales``."""
    words = [word if word in _SMALL else first_upper(word) for word in name.split(" ")]
    return first_upper(" ".join(words))


def stretch(first: int, last: int, one: str) -> str:
    """A run of pages or lines: ``(5, 6, "page")`` is ``pages 5 to 6``, ``(7, 7, "page")`` is ``page 7``."""
    return f"{one} {first}" if first == last else f"{one}s {first} to {last}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number of things: ``counted(1, "paper")`` is ``1 paper``, ``counted(1200, "paper")`` is ``1,200 papers``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
