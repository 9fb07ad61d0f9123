"""The dates that a paper states about something that happens or happened, each with what it is the date of.

Headings of measure tables are no such dates: they are the periods of observations.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.blocks import Block, Passage, TableBlock
from extract.dates.distinct import Found, content_words, distinct
from extract.dates.edtf import edtf, is_about_then
from extract.dates.meetings import MEETS
from extract.dates.phrases import clause, label, quote
from extract.dates.relative import relatives
from extract.dates.roles import role
from extract.dates.schedules import Kind, begins_with_day, is_due_day, kind_of, lines_of_days, year_above
from extract.dates.tables import Dated, dated_cells, meeting_of_table
from extract.dates.words import LAUNCH, SOURCES, Wording, is_habit
from extract.dates.years import THEN, carried_on, in_its_year, told_on, without_frames
from extract.sentences import sentences
from extract.times.days import weekday_at
from extract.times.periods import PeriodContext, PrintedPeriod, read_periods, type_of_days
from extract.times.stretches import stretches
from schema.reading import DateMention, Identity, Paper, Period, Place

_HEADING_WORDS = 16
#: The head of a paper: so many blocks at most, each of so many words at most; a date alone has so many.
_HEAD_BLOCKS, _HEAD_LINE, _DATE_LINE = 10, 24, 4
#: "List of background papers and sources" is such a line.
_SOURCES_LINE = 6
_SENTENCE = 400
#: How sure it is what a relative time means.
_UNSURE = 0.4
_LEAD = 240


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known of the paper in which a date stands."""

    context: PeriodContext
    own_body: str
    head: frozenset[Passage] = frozenset()
    decides: bool = False
    edges: frozenset[Passage] = frozenset()
    day: dt.date | None = None


def find_dates(blocks: Sequence[Block], identity: Identity, papers: Sequence[Paper] = ()) -> list[DateMention]:
    """Every date or stretch of time that the blocks state about a distinct thing, in reading order.

    ``papers`` give each report of a pack its own meeting day; without them that of ``identity`` holds for all. A month without a
    year takes it from the meeting: in a paper for 12 October 2015 "In June the Commissioner provided" is June 2015.
    """
    frames = {paper.number: _frame(paper, identity, [b for b in blocks if b.paper == paper.number]) for paper in papers}
    whole = _frame(None, identity, blocks)
    found: list[Found] = []
    sources: str | None = None
    opening = title = ""
    above: list[str] = []
    for block in blocks:
        frame = frames.get(block.paper, whole)
        if isinstance(block, TableBlock):
            found.extend(_of_table(block, frame))
            above.clear()
        else:
            sources = _sources(block, sources)
            listed = begins_with_day(block.text)
            if block.kind == "heading":
                title = ""
                above.clear()
            if stretches(block.text):
                about = _spoken_of(found, block.context)
                kind: Kind | None = "deadline" if is_due_day(block, above) else None
                if listed:
                    titles = [title, *(s.text for s in reversed(block.sections[-2:]))]
                    kind = kind_of(*titles)
                    if year := year_above(titles):
                        frame = replace(frame, context=replace(frame.context, section=year))
                found.extend(_of_passage(block, frame, about, sources, opening if block.kind == "bullet" else "", kind))
            if block.kind != "bullet":
                opening = block.text if _OPENS_LIST.search(block.text) else ""
                if not listed and block.kind != "heading":
                    title = block.text if opening or _is_title(block.text) else ""
            above.append(block.text)
            found.extend(_relatives(block, frame))
    return [item.mention for item in distinct(found)]


def _is_title(text: str) -> bool:
    """True for a line that may stand over a list without being marked as a heading."""
    return len(text.split()) <= _HEADING_WORDS and not _FULL_STOP.search(text)


def _sources(passage: Passage, above: str | None) -> str | None:
    """The line that opens a list of sources ("Background Papers"), in force until a heading or prose follows; else None."""
    words = len(passage.text.split())
    if words <= _SOURCES_LINE and SOURCES.match(passage.text):
        return passage.text
    return above if passage.kind != "heading" and words <= _HEAD_LINE else None


def _frame(paper: Paper | None, identity: Identity, blocks: Sequence[Block]) -> _Frame:
    source = paper if paper is not None and (paper.meeting_date or paper.period_end) else identity
    head = _head(blocks)
    day = source.meeting_date or identity.meeting_date or _head_day(blocks, head)
    context = PeriodContext(meeting_date=day or source.period_end or identity.period_end)
    names = [word for word in re.findall(r"\w+", identity.body or "Panel") if word.lower() != "meeting"]
    edges = (
        frozenset(b for b in (*blocks[:_FIRST], *blocks[-1:]) if isinstance(b, Passage)) if not head else frozenset()
    )
    return _Frame(context, names[-1] if names else "Panel", head, _decides(paper, identity, blocks), edges, day)


#: A line at the top that makes a paper the record of a decision; "For decision" stands over reports to a meeting.
_RECORDS_DECISION = re.compile(
    r"(?<!\bfor\s)(?<!\bkey\s)\bdecision\b(?!\s(?:required|making|of\sthe\s(?:panel|committee)))", re.IGNORECASE
)
_OF_PANEL = re.compile(r"\b(?:panel|committee|meeting|cabinet)\b", re.IGNORECASE)
_DECISION_LINES = 4


def _decides(paper: Paper | None, identity: Identity, blocks: Sequence[Block]) -> bool:
    """True for the record of a decision: "Decision Notice 12/2018", "Record of decision: budget", "Decision: Grants Scheme"."""
    if (paper.doc_type if paper is not None else identity.doc_type) == "decision":
        return True
    lines = [
        b.text
        for b in blocks[:_DECISION_LINES]
        if not isinstance(b, TableBlock) and len(b.text.split()) <= _HEADING_WORDS
    ]
    return any(map(_RECORDS_DECISION.search, lines)) and not any(map(_OF_PANEL.search, lines))


_OPENS_MINUTES = re.compile(
    r"\W*(?:(?:draft|the)\s)?(?:minutes|agenda|notice|meeting|at\sa\smeeting|a\smeeting)\b", re.IGNORECASE
)
#: So many lines of a notice stand over its text.
_FIRST = 4


def _head(blocks: Sequence[Block]) -> frozenset[Passage]:
    """The lines above the first section of a paper, where they name a body that meets; none where they do not."""
    head: list[Passage] = []
    for block in blocks[:_HEAD_BLOCKS]:
        if isinstance(block, TableBlock) or block.number or len(block.text.split()) > _HEAD_LINE:
            break
        head.append(block)
    # The day over a letter is its own, also under the name of a panel.
    if any(re.match(r"\W*Dear\b", block.text) for block in blocks[:_HEAD_BLOCKS] if isinstance(block, Passage)):
        return frozenset()
    named = any(MEETS.search(b.text) for b in head if not _FULL_STOP.search(b.text) or _OPENS_MINUTES.match(b.text))
    return frozenset(head if named else ())


def _day_of_body(text: str) -> bool:
    """True for a line with a body that meets and one day: "Police and Crime Panel - Tuesday, 6th February, 2024 10.00 am"."""
    opens = _OPENS_MINUTES.match(text)
    if not opens and (_FULL_STOP.search(text) or len(text.split()) > _HEADING_WORDS):
        return False
    found = stretches(text)
    return len(found) == 1 and found[0].precision == "day" and found[0].single and bool(MEETS.search(text))


def _opens_with_day(block: Passage, head: frozenset[Passage]) -> bool:
    """True for a line that may give the day of the paper's own meeting."""
    if re.search(r"^\W*(?:date|version|draft)\b", block.text, re.IGNORECASE):
        return True
    if re.search(r"\bmeeting\b", block.text, re.IGNORECASE):
        return not _FULL_STOP.search(block.text) or bool(_OPENS_MINUTES.match(block.text))
    if block not in head:
        return False
    return len(block.text.split()) <= _DATE_LINE or _day_of_body(block.text) or weekday_at(block.text, 0) is not None


def _head_day(blocks: Sequence[Block], head: frozenset[Passage]) -> dt.date | None:
    """The meeting as the head of the paper prints it, the last day of the month where only that is printed."""
    for block in blocks[:12]:
        if isinstance(block, TableBlock):
            period = meeting_of_table(block)
            if period is not None and period.end is not None:
                return period.end
        elif _opens_with_day(block, head):
            ends = [
                f.period.end
                for f in read_periods(block.text)
                if f.period.end is not None and f.stretch.single and f.stretch.precision in ("day", "month")
            ]
            if ends:
                return ends[0]
    return None


def _spoken_of(found: Sequence[Found], section: str) -> Period | None:
    """The last period of the section, which "the same period in 2014/15" in a later paragraph goes back to."""
    for item in reversed(found):
        if item.section != section:
            return None
        mention = item.mention
        if mention.type == "period" and mention.end:
            kind = type_of_days(mention.start, mention.end) if mention.start else "range"
            return Period(mention.start, mention.end, mention.quote, kind)
    return None


#: A sentence ends with a full stop; an hour may end with one too ("at 10.00 a.m.").
_FULL_STOP = re.compile(r"(?<![ap]\.m)\.\s*$", re.IGNORECASE)


def _of_passage(
    passage: Passage,
    frame: _Frame,
    about: Period | None,
    sources: str | None = None,
    opening: str = "",
    listed: Kind | None = None,
) -> Iterator[Found]:
    """The dates of a passage; ``listed`` is what it gives the day of, where the words above it say so."""
    section = passage.context
    heading = passage.kind == "heading" or _is_title(passage.text)
    lines = lines_of_days(passage)
    for found, start, end in _read(passage.text, frame, about, heading=heading, lines=lines):
        if begins_with_day(passage.text[start:end]) and found.stretch.kind == "quarter" and found.pinned:
            # "26 September 2024  Q1 monitoring report": of which year that quarter is, the plan does not say.
            continue
        place = passage.place(found.stretch.start, found.stretch.end)
        in_head = passage in frame.head
        mention = _mention(
            found,
            passage.text,
            (start, end),
            frame,
            place,
            passage.paper,
            sources or section,
            heading=heading or bool(lines),
            in_head=in_head,
            opening=opening,
            at_edge=passage in frame.edges,
        )
        if listed and _gives_day(found, passage.text[start:end], start, listed):
            mention = replace(mention, type=listed)
        yield Found(mention, content_words(passage.text[start:end]), section, heading)


def _gives_day(found: PrintedPeriod, line: str, start: int, kind: Kind) -> bool:
    """True for the day for which a line of a list stands: the one that it begins with, of an action the only one."""
    stretch = found.stretch
    if not stretch.single or stretch.precision not in ("day", "month"):
        return False
    return kind == "deadline" or (
        stretch.precision == "day" and not line[: stretch.start - start].strip(" .,:;()–-|*•")
    )


def _relatives(passage: Passage, frame: _Frame) -> Iterator[Found]:
    """What a passage tells from the year of its writing."""
    text = passage.text
    for found in relatives(text, frame.day, stretches(text)):
        at, to = found.stretch.start, found.stretch.end
        start, end = _sentence(sentences(text), at, to, len(text))
        sentence = text[start:end]
        words = label(sentence, at - start, to - start)
        mention = DateMention(
            place=passage.place(at, to),
            paper=passage.paper,
            quote=quote(sentence, at - start, to - start),
            type="launch" if LAUNCH.search(words) and not found.ahead else "plan" if found.ahead else "event",
            start=found.start,
            end=found.end,
            precision="year",
            label=words,
            edtf=edtf(found.start, found.end, "year"),
            confidence=_UNSURE,
        )
        yield Found(mention, content_words(sentence), passage.context)


def _of_table(block: TableBlock, frame: _Frame) -> Iterator[Found]:
    titles = [t for t in (block.caption, *(s.text for s in reversed(block.sections[-2:])), block.lead) if t]
    year = year_above(titles)
    listed = replace(frame, context=replace(frame.context, section=year)) if year else frame
    for cell in dated_cells(block, kind_of(*titles), years_above=year is not None):
        yield from _of_cell(block, cell, listed if cell.role is not None else frame)


def _of_cell(block: TableBlock, cell: Dated, frame: _Frame) -> Iterator[Found]:
    for part, (found, start, end) in enumerate(_read(cell.text, frame, None, heading=False)):
        place = Place(page=cell.page, line=cell.line, table=block.key, row=cell.row, col=cell.col, part=part)
        mention = _mention(found, cell.text, (start, end), frame, place, block.paper, block.context, heading=False)
        if cell.role is not None:
            mention = replace(
                mention,
                type=_in_time(cell, found, frame),
                label=cell.label or mention.label,
                quote=cell.quote or mention.quote,
            )
        elif cell.only_happenings and mention.type in ("period", "other", "plan"):
            continue
        yield Found(mention, content_words(mention.label), block.context)


def _in_time(cell: Dated, found: PrintedPeriod, frame: _Frame) -> str:
    """What the dates of a column are; one of steps gives plans for the time to come, and one of actions days on which they are due."""
    anchor, start = frame.context.anchor, found.period.start
    past = anchor is not None and start is not None and start < anchor
    if cell.when_past is not None and past:
        return cell.when_past
    return cell.role or "event"


def _read(
    text: str, frame: _Frame, about: Period | None, *, heading: bool, lines: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[PrintedPeriod, int, int]]:
    """Each period of a text with known days, and the span of its sentence, or of its line where the text is a list of ``lines``."""
    periods = read_periods(text, frame.context, about)
    if not periods:
        return
    anchor = frame.context.anchor
    carried = told_on(periods, text) if anchor is None else carried_on(periods, text, anchor)
    spans = [*lines] or ([(0, len(text))] if heading else sentences(text))
    by_sentence: dict[tuple[int, int], list[PrintedPeriod]] = {}
    for printed, found in zip(periods, carried, strict=True):
        span = _sentence(spans, found.stretch.start, found.stretch.end, len(text))
        first, last = clause(text[slice(*span)], found.stretch.start - span[0], found.stretch.end - span[0])
        words = text[span[0] + first : found.stretch.start] + THEN.split(text[found.stretch.end : span[0] + last])[0]
        if found.pinned and found.stretch.kind == "quarter" and is_habit(words):
            continue
        if (
            found.pinned
            and found.stretch.precision == "month"
            and _DAY_OF_EVERY_YEAR.search(text[span[0] : found.stretch.start])
        ):
            continue
        if found is printed:
            found = in_its_year(found, text, words, anchor)
        by_sentence.setdefault(span, []).append(found)
    for (start, end), group in by_sentence.items():
        group = _without_headings(group, text)
        for found in without_frames(group):
            if found.period.start or found.period.end:
                yield found, start, end


#: What a law says of every year: "by the first day of February".
_DAY_OF_EVERY_YEAR = re.compile(r"\b(?:first|second|last|[a-z-]+(?:th|rd|st|nd|second))\sday\sof\s$", re.IGNORECASE)


#: Between two years of a line of headings stands nothing: "Band 2017/18 2018/19 Rise per year".
_BESIDE = re.compile(r"[\s|]+")


def _without_headings(group: list[PrintedPeriod], text: str) -> list[PrintedPeriod]:
    """The times of a sentence without those that stand side by side, as the headings of columns do where a table lost its lines."""
    bare = [
        a.stretch.precision == b.stretch.precision and bool(_BESIDE.fullmatch(text, a.stretch.end, b.stretch.start))
        for a, b in pairwise(group)
    ]
    beside = [left or right for left, right in zip([False, *bare], [*bare, False], strict=True)]
    return [found for found, heading in zip(group, beside, strict=True) if not heading]


def _sentence(spans: list[tuple[int, int]], start: int, end: int, length: int) -> tuple[int, int]:
    """The sentence of a date, cut where it is far longer than sentences are (a list run together, a text without stops)."""
    at = max(0, bisect.bisect_right(spans, (start, length)) - 1)
    first, last = spans[at] if spans and spans[at][0] <= start < spans[at][1] else (0, length)
    if last - first > 2 * _SENTENCE:
        first, last = max(first, start - _SENTENCE), min(last, end + _SENTENCE)
    return first, max(last, end)


#: What opens a list: "Further meetings are scheduled to take place on:".
_OPENS_LIST = re.compile(r"(?::\W*|\b(?:on|are|as follows|following))$")


def _mention(
    found: PrintedPeriod,
    text: str,
    span: tuple[int, int],
    frame: _Frame,
    place: Place,
    paper: int,
    section: str,
    *,
    heading: bool,
    in_head: bool = False,
    opening: str = "",
    at_edge: bool = False,
) -> DateMention:
    sentence = text[span[0] : span[1]]
    at, to = found.stretch.start - span[0], found.stretch.end - span[0]
    first, last = clause(sentence, at, to)
    # A date that stands alone in a list goes on with the words that open it: "Meetings will take place on:".
    alone = opening[-_LEAD:].rstrip(" :–-") + " " if opening and not sentence[:at].strip(" .,:;()–-|*") else ""
    wording = Wording(
        found=found,
        lead=alone + sentence[max(0, at - _LEAD) : at],
        before=alone + sentence[first:at],
        after=sentence[to:last],
        sentence=sentence,
        own_day=frame.context.anchor,
        heading=heading,
        own_body=frame.own_body,
        section=section.rsplit(" > ", 1)[-1],
        at=at,
        to=to,
        previous=text[max(0, span[0] - _LEAD) : span[0]],
        in_head=in_head,
        decides=frame.decides,
        at_edge=at_edge,
    )
    period = found.period
    confidence = 0.6 if found.stretch.doubt else 0.8 if found.pinned else 1.0
    return DateMention(
        place=place,
        paper=paper,
        quote=quote(sentence, at, to),
        type=role(wording),
        start=period.start,
        end=period.end,
        precision=found.stretch.precision,
        label=label(sentence, at, to),
        edtf=edtf(period.start, period.end, found.stretch.precision, approximate=is_about_then(found, sentence[:at])),
        confidence=confidence,
    )
