"""May two figures stand side by side? And if not, why not, in a word for programs and a sentence for readers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from schema.figure import SURE, TOO_UNSURE, Figure
from schema.vocabulary import RecordingChange, force_named, measures_by_id, recording_changes
from schema.whose import plain

Across = Literal["forces", "time"]
Code = Literal[
    "no_value",
    "measure",
    "definition",
    "unit",
    "denominator",
    "statistic",
    "breakdown",
    "area",
    "period_unknown",
    "period_length",
    "period_end",
    "source_system",
    "forecast",
    "unsure",
    "provisional",
    "estimated",
    "series_break",
    "qualifier",
    "recording_change",
    "disputed",
    "revised",
    "corrected",
]

#: Stretches that are not of whole months and differ by less than this share are of one length.
_LEEWAY = 0.04
_STATUS: dict[str, tuple[Code, str]] = {
    "P": ("provisional", "is provisional"),
    "E": ("estimated", "is an estimate"),
    "B": ("series_break", "stands after a break in its series"),
    "U": ("estimated", "is marked as unreliable"),
}
_UNITS = {
    "count": "a count",
    "GBP": "pounds",
    "percent": "a percentage",
    "rate": "a rate",
    "FTE": "full-time posts",
    "rank": "a rank",
}
_KINDS = {"level": "a level", "median": "a median", "average": "an average", "rate": "a rate", "actual": "a level"}


#: What is said of one figure alone and not of the two; a change in recording lies between them, and so does the system of one.
_OF_ONE = frozenset({"provisional", "estimated", "series_break", "qualifier", "unsure", "disputed"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two figures cannot be compared (``bars``), or what has to be said beside them where they can."""

    code: Code
    sentence: str
    bars: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The judgement on two figures: the reasons that bar come first."""

    reasons: tuple[Reason, ...]

    @property
    def comparable(self) -> bool:
        """True where no reason bars."""
        return not any(reason.bars for reason in self.reasons)

    @property
    def barring(self) -> tuple[Reason, ...]:
        """Why not."""
        return tuple(reason for reason in self.reasons if reason.bars)

    @property
    def notes(self) -> tuple[Reason, ...]:
        """What to say beside figures that can be compared."""
        return tuple(reason for reason in self.reasons if not reason.bars)

    @property
    def between(self) -> tuple[Reason, ...]:
        """The notes that are of the two together and not of one of them."""
        return tuple(reason for reason in self.notes if reason.code not in _OF_ONE)


def compare(a: Figure, b: Figure, *, across: Across = "forces") -> Comparison:
    """Whether two figures may stand on one chart: of ``forces`` side by side at one time, or of one force over ``time``.

    The order of the two does not matter for the codes.
    Example: crimes of the 12 months to June against those to March: not comparable, ``period_end``.
    """
    found = (
        *_what(a, b),
        *_of_whom(a, b, across),
        *_when(a, b, across),
        *_how_sure(a, b),
    )
    unique = {(reason.code, reason.sentence): reason for reason in found}
    return Comparison(tuple(sorted(unique.values(), key=lambda reason: not reason.bars)))


def notes_on(figure: Figure) -> tuple[Reason, ...]:
    """What has to be said of one figure wherever it stands: that it is provisional, about so much, read with doubt."""
    found = {(reason.code, reason.sentence): reason for reason in _how_sure(figure, figure) if not reason.bars}
    return tuple(found.values())


def _what(a: Figure, b: Figure) -> Iterator[Reason]:
    for one in (a, b):
        if one.value is None:
            yield Reason("no_value", "There is no figure to compare: the paper prints none.", True)
    if a.measure is None or b.measure is None:
        yield Reason("measure", "It is not known what one of them measures.", True)
    elif a.measure != b.measure:
        yield Reason("measure", _different_measures(a.measure, b.measure), True)
    if plain(a.breakdown) != plain(b.breakdown):
        yield Reason("breakdown", f"One is of {_part(a)}, the other of {_part(b)}.", True)
    if a.kind != b.kind:
        yield Reason("statistic", f"One is {_kind(a)}, the other {_kind(b)}.", True)
    if a.unit != b.unit:
        yield Reason("unit", f"One is given as {unit_of(a)}, the other as {unit_of(b)}.", True)
    elif a.per != b.per:
        yield Reason(
            "denominator",
            f"One is per {a.per or 'something not said'}, the other per {b.per or 'something not said'}.",
            True,
        )
    if a.system != b.system:
        named = [one.system for one in (a, b) if one.system]
        if len(named) == 2:
            yield Reason("source_system", f"They were counted in two ways: {named[0]} and {named[1]}.", True)
        else:
            yield Reason("source_system", f"One comes from {named[0]}; the other does not say from where.", False)
    if "D" in (a.obs_status, b.obs_status):
        yield Reason("definition", "One of them is marked as counted by another definition.", True)
    if "F" in (a.obs_status, b.obs_status) and a.obs_status != b.obs_status:
        yield Reason("forecast", "One is a forecast.", True)


def _of_whom(a: Figure, b: Figure, across: Across) -> Iterator[Reason]:
    if "unknown" in (a.whose.level, b.whose.level):
        yield Reason("area", "It is not known whose figure one of them is.", True)
    elif a.whose != b.whose if across == "time" else a.whose.level != b.whose.level:
        yield Reason("area", f"One is of {name_of(a)}, the other of {name_of(b)}.", True)


def _when(a: Figure, b: Figure, across: Across) -> Iterator[Reason]:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        yield Reason("period_unknown", "The paper does not say for which time one of them is.", True)
        return
    if not _of_one_length(a, b) or (across == "forces" and a.end == b.end and a.start != b.start):
        yield Reason("period_length", f"One is of {length_of(a)}, the other of {length_of(b)}.", True)
    if across == "forces" and a.end != b.end:
        yield Reason("period_end", f"One ends on {date_of(a.end)}, the other on {date_of(b.end)}.", True)
    if a.measure == b.measure:
        for change in changes_of(a.measure):
            if _side(change, a) != _side(change, b):
                yield Reason("recording_change", _told(change), False)


def _how_sure(a: Figure, b: Figure) -> Iterator[Reason]:
    for one in (a, b):
        if one.sure:
            continue
        whose = f"The figure of {name_of(one)}"
        if one.obs_status in _STATUS:
            code, words = _STATUS[one.obs_status]
            yield Reason(code, f"{whose} {words}.", False)
        if one.qualifier:
            yield Reason("qualifier", f"{whose} is printed as “{one.qualifier}” {one.value_text}.", False)
        elif one.value_to is not None:
            yield Reason("qualifier", f"{whose} is a range: {one.value_text}.", False)
        if one.confidence < SURE:
            doubt = f"{whose} was read with some doubt (confidence {one.confidence:g})."
            yield Reason("unsure", doubt, one.confidence < TOO_UNSURE)
        if one.disputed:
            yield Reason("disputed", f"{whose} does not agree with others in its own paper.", False)


def _side(change: RecordingChange, figure: Figure) -> str:
    """On which side of a change in recording a figure lies; one that the change does not concern lies before it."""
    assert figure.start and figure.end
    day = day_of(change)
    if figure.end < day or (change.force is not None and change.force != figure.whose.force):
        return "before"
    return "behind" if figure.start >= day else "across"


def _of_one_length(a: Figure, b: Figure) -> bool:
    months = [_months(one) for one in (a, b)]
    if months[0] is not None and months[1] is not None:
        return months[0] == months[1]
    assert a.days is not None and b.days is not None
    return abs(a.days - b.days) <= _LEEWAY * max(a.days, b.days)


def whole_months(start: dt.date, end: dt.date) -> int | None:
    """How many whole months there are from the first to the last day; None where it is not a number of whole months.

    Examples: 12 for 1 April 2018 to 31 March 2019 and for 15 May 2018 to 14 May 2019, None for 1 to 20 April.
    """
    after = end + dt.timedelta(days=1)
    months = 12 * (after.year - start.year) + after.month - start.month
    return months if start.day == after.day and months > 0 else None


def _months(figure: Figure) -> int | None:
    assert figure.start and figure.end
    return whole_months(figure.start, figure.end)


@cache
def changes_of(measure: str | None) -> tuple[RecordingChange, ...]:
    """The changes in recording that concern a measure, oldest first."""
    return tuple(change for change in recording_changes() if measure in change.measures)


@cache
def day_of(change: RecordingChange) -> dt.date:
    """The first day on which a change may have had its effect: ``2019-07`` is 1 July 2019, ``2018/2020`` 1 January 2018."""
    parts = [int(number) for number in re.findall(r"\d+", change.date.split("/")[0])]
    year, month, day = (*parts, 1, 1)[:3]
    return dt.date(year, month, day)


def _different_measures(a: str, b: str) -> str:
    known = measures_by_id()
    one, other = (known[id].name if id in known else id for id in (a, b))
    confused = any(y in known[x].not_to_be_confused_with for x, y in ((a, b), (b, a)) if x in known)
    return f"“{one}” is not the same as “{other}”" + (", though the names are easily confused." if confused else ".")


def _part(figure: Figure) -> str:
    return f"“{figure.breakdown}”" if figure.breakdown else "the whole"


def _kind(figure: Figure) -> str:
    return _KINDS.get(figure.kind, "a " + figure.kind.replace("_", " "))


def name_of(figure: Figure) -> str:
    """Whose figure it is, for a sentence: ``Kent``, ``the most similar group of Kent``, ``England and Wales``."""
    whose = figure.whose
    if whose.level == "force":
        return force_named(whose.name).name
    if whose.level == "group" and whose.force:
        return f"the most similar group of {force_named(whose.force).name}"
    return whose.name.title().replace(" And ", " and ") or "an area that is not named"


def length_of(figure: Figure) -> str:
    """How long the period is, in words: ``12 months``, ``1 day``; both its ends are known."""
    if months := _months(figure):
        return "1 month" if months == 1 else f"{months} months"
    return "1 day" if figure.days == 1 else f"{figure.days} days"


def unit_of(figure: Figure) -> str:
    """The unit for a sentence: ``a count``, ``pounds``, ``minutes``."""
    return _UNITS.get(figure.unit or "", figure.unit or "something not said")


def date_of(day: dt.date | None) -> str:
    """A day for a sentence: ``30 June 2019``."""
    return f"{day.day} {day:%B %Y}" if day else "a day that is not known"


def _told(change: RecordingChange) -> str:
    return f"Recording changed between them ({change.date}, {change.scope}): {change.what}"
