"""C10, over a whole paper: the period that it says it covers, said twice, against its figures, and its figures against its own date."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.blocks import Passage
from extract.checks.results import kept
from extract.checks.texts import Papers, PaperTexts, PlacedText, in_words
from extract.times.periods import PeriodContext, find_periods
from extract.times.stretches import printed_stretches
from schema.reading import Check, DateMention, Identity, Observation, Paper, Period

_SAYS = r"\b(?:this|the)\s(?:[\w-]+\s){0,3}?(?:report|paper|update|bulletin|document|summary)\s(?:\w+\s){0,2}?(?:covers?|covering|relates?\sto|spans?|is\sfor)\b"
_COVERS = re.compile(rf"{_SAYS}[^.]{{0,40}}$|\breporting\speriod\b[^.]{{0,30}}$", re.IGNORECASE)
_SOMEWHERE = re.compile(rf"{_SAYS}|\breporting\speriod\b", re.IGNORECASE)
_COVERING = ("cover", "relate", "span", "is for", "reporting period")
#: The data of a paper may cover another time than the paper.
_OF_DATA = re.compile(
    r"\b(?:data|figures?|statistics|table|chart|graph|survey|sample|contract|plan|strategy|audit|previous|last)\b",
    re.IGNORECASE,
)
_QUARTERLY = re.compile(
    r"\b(?=[qfst])(?:Q(?:uarter|tr)?\s?(?P<n>[1-4])|(?P<word>first|second|third|fourth)\squarter)(?:\s(?:of\s)?(?:20\d\d[/-]\d\d|\d\d/\d\d))?"
    r"\s(?:\w+\s){0,2}?(?:performance|monitoring)\s(?:\w+\s){0,2}?report\b",
    re.IGNORECASE,
)
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS = ("April to June", "July to September", "October to December", "January to March")
_MEASURED = frozenset({"actual", "total", "average", "rate", "share", "change", "percent_change", "point_change"})
_ENDED = frozenset({"rolling_12_months", "quarter", "month", "week", "day", "point", "half_year", "calendar_year"})
_AHEAD = re.compile(
    r"\b(?:target|forecast|plan(?:ned)?|budget\w*|project(?:ed|ion)|estimate\w*|proposed|expected|anticipated|will|provisional|scheduled)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|held|opened|launched|attended|took|visited|welcomed|hosted|received|signed|met|began|started|arrested|won)\b",
    re.IGNORECASE,
)
#: Two statements of one period differ in length by no more than this.
_ALIKE = dt.timedelta(days=45)
#: A title has at least so many words, to be told from another.
_TITLE_WORDS = 3
#: A title gives the period of a report, and not that of a plan, where it says so in months.
_REPORT = re.compile(r"\b(?:report|update|monitoring)\b", re.IGNORECASE)
_MONTHS_IN = re.compile(r"[A-Za-z]{3}.*\W.*[A-Za-z]{3}")
#: So many figures are named in one check.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence in which the paper says what time it covers, and the span of the period in its text."""

    text: PlacedText
    start: int
    end: int
    period: Period


def check_reporting_periods(
    reports: Papers,
    identity: Identity,
    papers: Sequence[Paper],
    observations: Sequence[Observation],
    dates: Sequence[DateMention] = (),
) -> Iterator[Check]:
    """Each report of a document by itself.

    Examples that fail: "covers the time period 10th July to 25th September 2015" and, later, "relates to period 1 July to 25 September
    2015"; "a quarter 2 performance monitoring report" over figures to the end of August; figures for a month after the meeting.
    """
    meetings = {paper.number: paper.meeting_date for paper in papers}
    figures: dict[int, list[Observation]] = defaultdict(list)
    for one in observations:
        figures[one.paper].append(one)
    for paper in papers:
        if paper.doc_type == "agenda":
            yield from _titles(reports.get(paper.number, PaperTexts()).texts, papers, reports)
    for number, own in reports.items():
        day = meetings.get(number) or identity.meeting_date
        texts = own.texts
        title = next((paper.title for paper in papers if paper.number == number), identity.title)
        stated = _statements(texts, day, title)
        yield from _told_twice(stated, _late(stated, [d for d in dates if d.paper == number], day))
        yield from _quarter_of_report(texts, figures[number])
        if day is not None:
            yield from _after_paper(figures[number], day)


def _titles(agenda: Sequence[PlacedText], papers: Sequence[Paper], reports: Papers) -> Iterator[Check]:
    """The years in the title of a report against those in the entry of the agenda that has the same words."""
    for paper in papers:
        heading = next((t for t in reports.get(paper.number, PaperTexts()).texts if _named(t.text, paper.title)), None)
        if heading is None or paper.doc_type == "agenda":
            continue
        words, years = _title_words(paper.title or ""), _years(paper.title or "")
        if len(words) < _TITLE_WORDS or not years:
            continue
        for entry in agenda:
            there = _title_words(entry.text)
            if not words <= there or len(there) > 2 * len(words) or not (other := _years(entry.text)):
                continue
            yield kept(
                Check(
                    code="C10",
                    result="ok" if years == other else "fail",
                    label="The years in the title of a report",
                    places=(heading.place(0, len(heading.text)), entry.place(0, len(entry.text))),
                    printed=" and ".join(other),
                    computed=" and ".join(years),
                    why=f"the agenda calls it “{entry.text}”, the report itself “{paper.title}”",
                    severity="suspicious",
                    paper=paper.number,
                    quote=heading.text,
                )
            )


def _named(text: str, title: str | None) -> bool:
    """True for the line that prints a title, with a word or two before it ("Subject: …")."""
    there, words = _title_words(text), _title_words(title or "")
    return bool(words) and words <= there and len(there) <= len(words) + 2 and _years(text) == _years(title or "")


@lru_cache(maxsize=1024)
def _title_words(text: str) -> frozenset[str]:
    """The words of a title in lower case."""
    return frozenset(re.findall(r"[a-z]{4,}", text.lower()))


def _years(text: str) -> tuple[str, ...]:
    """The financial years of a title, as ``2013/14``."""
    return tuple(
        f"{s.first.year}/{(s.first.year + 1) % 100:02}"
        for s in printed_stretches(text)
        if s.single and s.first and s.first.financial and s.first.year
    )


def _statements(texts: Sequence[PlacedText], meeting: dt.date | None, title: str | None) -> list[_Statement]:
    """The periods that the paper says it covers: in its title, and in sentences that say so."""
    found = []
    for text in texts:
        if title and text.text == title and _REPORT.search(title):
            found += [
                _Statement(text, start, end, period)
                for start, end, period in find_periods(title)
                if period.start
                and period.end
                and period.type in ("quarter", "half_year", "range")
                and _MONTHS_IN.search(period.label)
            ]
            continue
        if not isinstance(text.block, Passage) or not text.has(*_COVERING) or not _SOMEWHERE.search(text.text):
            continue
        for start, end, period in find_periods(text.text, PeriodContext(meeting_date=meeting)):
            covers = _COVERS.search(text.text[max(0, start - 140) : start])
            if (
                covers
                and not _OF_DATA.search(covers.group())
                and period.start
                and period.end
                and period.type not in ("day", "point")
            ):
                found.append(_Statement(text, start, end, period))
    return found


def _told_twice(stated: Sequence[_Statement], late: Sequence[DateMention]) -> Iterator[Check]:
    """The first statement of the period against each later one; ``late`` are the days after the period that the paper tells of."""
    for other in stated[1:]:
        first = stated[0]
        a, b = first.period, other.period
        assert a.start and a.end and b.start and b.end
        # A quarter and the twelve months that end with it may both be covered.
        if a.end < b.start or b.end < a.start or abs((a.end - a.start) - (b.end - b.start)) > _ALIKE:
            continue
        same = (a.start, a.end) == (b.start, b.end)
        why = f"the paper says that it covers {a.label}, and then {b.label}"
        if late:
            why += f"; it tells of {', '.join(in_words(day) for day in sorted({d.start for d in late if d.start}))} as well"
        places = (other.text.place(other.start, other.end), first.text.place(first.start, first.end))
        yield kept(
            Check(
                code="C10",
                result="ok" if same else "fail",
                label="The period that the paper covers",
                places=places if same else (*places, *(d.place for d in late)),
                printed=f"{a.label} and {b.label}",
                why=why,
                severity="suspicious",
                paper=other.text.paper,
                quote=other.text.quote(other.start, other.end),
            )
        )


def _late(stated: Sequence[_Statement], dates: Sequence[DateMention], meeting: dt.date | None) -> list[DateMention]:
    """The days of which the paper tells as past, after the end of the period that it covers."""
    ends = [s.period.end for s in stated if s.period.end]
    if not ends or meeting is None:
        return []
    return [
        d
        for d in dates
        if d.type in ("event", "launch")
        and d.precision == "day"
        and d.start
        and max(ends) < d.start <= meeting
        and _PAST.search(d.label)
    ]


def _quarter_of_report(texts: Sequence[PlacedText], figures: Sequence[Observation]) -> Iterator[Check]:
    """The quarter that a performance report calls itself, against the end of the latest period of its tables."""
    for text in texts:
        m = _QUARTERLY.search(text.text) if isinstance(text.block, Passage) and text.has("report") else None
        if m is None:
            continue
        number = int(m["n"]) if m["n"] else _WORDS[m["word"].lower()]
        ends = Counter(
            o.period.end
            for o in figures
            if o.source == "table"
            and o.statistic in ("actual", "total", "average", "rate")
            and o.period
            and o.period.end
        )
        if not ends:
            return
        latest = max(ends)
        told = next(o for o in figures if o.period and o.period.end == latest)
        assert told.period is not None
        # A figure taken early in the next month still closes the quarter.
        closing = number * 3 % 12 + 3
        holds = any(closing in (end.month, (end - dt.timedelta(days=7)).month) for end in ends)
        yield kept(
            Check(
                code="C10",
                result="ok" if holds else "fail",
                label=f"Quarter {number} and the latest figures",
                places=(text.place(*m.span()), told.place),
                printed=m.group(),
                computed=told.period.label,
                why=f"quarter {number} is {_MONTHS[number - 1]}; the latest figures in the tables are of {told.period.label}",
                severity="suspicious",
                paper=text.paper,
                quote=text.quote(*m.span()),
            )
        )
        return


def _after_paper(figures: Sequence[Observation], day: dt.date) -> Iterator[Check]:
    """Whether each period for which the paper gives figures has ended before its own date."""
    periods: dict[tuple[dt.date, str], list[Observation]] = defaultdict(list)
    for one in figures:
        period = one.period
        if (
            period is None
            or period.end is None
            or one.unit == "GBP"
            or one.statistic not in _MEASURED
            or one.value is None
        ):
            continue
        if period.type in _ENDED and not _AHEAD.search(f"{one.label} {one.context or ''} {one.quote}"):
            periods[period.end, period.label].append(one)
    for (end, label), group in periods.items():
        places = tuple(one.place for one in group)
        holds = end <= day
        yield kept(
            Check(
                code="C10",
                result="ok" if holds else "fail",
                label=f"{label} ends before the paper" if holds else f"{label}, in a paper of {in_words(day)}",
                places=places[: 1 if holds else _NAMED],
                printed=label,
                computed=in_words(end),
                why=f"figures are given for a time that ends on {in_words(end)}, after the meeting of {in_words(day)}",
                severity="suspicious",
                paper=group[0].paper,
                quote=group[0].quote,
            )
        )
