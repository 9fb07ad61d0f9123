"""Figures that a paper states in its sentences: "a 16% decrease in recorded offences", "398 Cadets enrolled", "Burglary 67%".

Sentence by sentence: find its figures (``frame``), let the rules of wording claim them (``changes``, ``levels``, …), give each claim its label,
period and area. A figure that no rule understands gives nothing. Money given for a purpose is left to the awards.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.blocks import Block, Passage, TableBlock
from extract.names.area_headings import place_above
from extract.names.measures import match_measure
from extract.page_ranges import leads_to_pages
from extract.prose.areas import AreaMention, area_of_heading, find_area_mentions, mention_of
from extract.prose.binding import area_before, areas_of, current_period, is_base, period_of
from extract.prose.changes.between_levels import from_level, from_to, to_level
from extract.prose.changes.brackets import bracketed_changes
from extract.prose.changes.differences import compared_changes
from extract.prose.changes.lists_of_areas import area_changes
from extract.prose.changes.nouns import noun_changes
from extract.prose.changes.posts import losses
from extract.prose.changes.signs import signed_changes
from extract.prose.changes.verbs import next_changes, object_changes, verb_changes
from extract.prose.changes.words import may_change
from extract.prose.claims import SAME, Claim, Claims
from extract.prose.comparisons import PLACE_AT_LAST, compared, settled
from extract.prose.council_tax import council_tax
from extract.prose.counts import bare_counts, brackets, counts, in_post, listed_parts
from extract.prose.frame import COUNT, MONEY, PERCENT, PERIOD, RANK, TIME, Frame, Stated, frame, may_hold_figures
from extract.prose.labels import Topic, begun_with, introduced, topic_of
from extract.prose.leads import (
    NOTHING,
    Lead,
    elsewhere,
    first_words,
    goes_on,
    is_line_alone,
    line_alone,
    unknown_places,
)
from extract.prose.levels import (
    apposed,
    asides,
    carried_over,
    copulas,
    durations,
    elliptic,
    labelled,
    measured_of,
    pairs,
    parts_in_brackets,
    people_of_whom,
    percent_nouns,
    shares,
)
from extract.prose.money import money
from extract.prose.ranks import may_rank, ranks
from extract.prose.statistics import statistic_of
from extract.prose.times import find_period_mentions
from extract.sentences import LONGEST_SENTENCE, sentences
from extract.times.periods import PeriodContext
from extract.wording import MONEY_MEASURED, VERBS
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place
from schema.vocabulary import force_named

Rule = Callable[[Frame], Claims]

#: The kinds of figures, by their signs.
_ANY_KIND = COUNT + PERCENT + MONEY + TIME + RANK
#: The rules in the order in which they may claim a figure, each with the kinds of which a sentence must have one.
RULES: tuple[tuple[Rule, str], ...] = (
    (elliptic, COUNT + PERCENT),
    (listed_parts, COUNT),
    (council_tax, _ANY_KIND),
    (labelled, _ANY_KIND),
    (pairs, COUNT + PERCENT),
    (bracketed_changes, _ANY_KIND),
    (parts_in_brackets, PERCENT),
    (durations, COUNT + TIME),
    (losses, COUNT),
    (area_changes, PERCENT),
    (from_to, _ANY_KIND),
    (verb_changes, _ANY_KIND),
    (next_changes, PERCENT),
    (object_changes, _ANY_KIND),
    (noun_changes, _ANY_KIND),
    (compared_changes, _ANY_KIND),
    (signed_changes, _ANY_KIND),
    (from_level, _ANY_KIND),
    (to_level, _ANY_KIND),
    (shares, PERCENT),
    (percent_nouns, PERCENT),
    (measured_of, _ANY_KIND),
    (money, MONEY),
    (asides, COUNT + PERCENT + TIME),
    (people_of_whom, COUNT),
    (apposed, PERCENT),
    (carried_over, COUNT),
    (copulas, _ANY_KIND),
    (brackets, COUNT + PERCENT),
    (in_post, COUNT),
    (counts, COUNT + TIME),
)
_CHANGE_RULES = frozenset([from_to, verb_changes, object_changes, noun_changes, from_level, to_level])
_NOT_READ = re.compile(
    r"^\W*(?:also\s+)?(?:present|in\s+attendance|apologies|attended\s+by)\s*:|\bdefin(?:ition|ed\s+as)\b|\bcontact\s+for\s+further\b",
    re.IGNORECASE,
)
#: What is only supposed, to explain how figures are read: "If satisfaction goes from eighty to eighty-four it has risen by …".
_SUPPOSED = re.compile(
    r"\W*(?:(?:for\s+(?:example|instance)|so),?\s+)?(?:(?:if|when)\s+(?:an?\s+|the\s+)?[^,;.£]{0,60}?\b(?:goes|go|rises|falls|moves|drops|grows|is|climbs)\s+from\b|(?:suppose|imagine|say)\b)",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"^(?:this|these|those|that|it|they|the\s+(?:rise|increase|decrease|reduction|fall|latest|data|figures?|survey)|of\s+(?:this|that|these|those|which)|performance|overall|the\s+remain(?:ing|der))\b",
    re.IGNORECASE,
)
_PLACE_AND_ANAPHOR = re.compile(r"In\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3},?\s+(?:this|that|it)\s")
_SAME_TIME = re.compile(
    r"\b(?:during|in|over|for)\s+(?:this|that|the\s+same|those|these)\s+(?:(?P<twelve>12|twelve)\s+|(?:\d+|three|six|nine)\s+)?"
    r"(?:period|time|quarter|month|year)s?\b(?!\s+(?:in|of|last|the)\b)",
    re.IGNORECASE,
)
#: A list item that tells by how much something changed and not what.
_ONLY_A_CHANGE = re.compile(
    r"\W*(?:(?:this|that|it|there)\s+(?:is|was|has\s+been|represents|represented|equates\s+to|shows)\s+)?(?:an?|the)\s+(?:[\w.,%-]+\s+){0,3}?"
    r"(?:reduction|increase|decrease|rise|fall|drop|improvement)\b(?!\s+in\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:these|this|they|those)\b", re.IGNORECASE)
_SETS_TIME = re.compile(
    r"\b(?:figures?|data|results?|statistics)\b[^.;]{0,40}\b(?:is|are|to|for|covers?|runs?|spans?|relates?)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(r"\b(?:since|until|currently|now|today)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:currently|today|at\s+present|presently|at\s+the\s+moment)\b", re.IGNORECASE)
#: Of a time before that of what was told last.
_ONCE = re.compile(
    r"\b(?:once\s+(?:been|planned|had|was|were)|originally|had\s+(?:first|earlier|previously)\s+been)\b", re.IGNORECASE
)
_THIS_QUARTER = re.compile(r"\bthis\s+(?:quarter|period)\b", re.IGNORECASE)
_SEVERAL_YEARS = re.compile(
    r"\b(?:next|last|past|coming|previous|first)\s+(?:\w+\s+)?years\b|\byears?\s+(?:ago|later|since)\b", re.IGNORECASE
)
#: What only says whose tax it is, and the tax: "the Band D charge" of a paper about the precept.
_BAND = re.compile(r"\bBand\s[A-H]\b")
_TAX = re.compile(r"\b(?:council\s+tax|precept)\b", re.IGNORECASE)
_VARIANCE = re.compile(r"\b(?:over|under)[\s-]?sp\w+|\boutturn|\bvariance", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:propos|announc|agree|approv|publish|decid|recommend|foreseen|foresaw|predict|forecast)", re.IGNORECASE
)
_SET_FOR_A_YEAR = re.compile(r"\b(?:budget|requirement|settlement)\b", re.IGNORECASE)
_YEARLY = re.compile(r"year|annum", re.IGNORECASE)
#: What a budget is made of, and the titles of papers about one.
_OF_A_BUDGET = re.compile(
    r"\b(?:precept|budget|council\s+tax|band\s+[a-h]|grants?|funding|settlement|costs?|inflation|pay\s+awards?|requirement|(?:gross\s+|net\s+)?(?:spending|expenditure)|income)\b",
    re.IGNORECASE,
)
#: What money is counted for: "7p per week (£3.51 per year) for a band D household".
_EVERY = re.compile(
    r"\s+(?P<every>(?:per|a|each|every)\s+(?:day|week|month|year|annum|hour|head|household|officer|resident))\b"
    r"(?:\s*\([^()]*\))?\)?(?:\s+(?P<household>(?:for|on)\s+(?:an?|the)\s+(?:average\s+|typical\s+)?band\s+[A-H]\s+\w+))?",
    re.IGNORECASE,
)
#: The whole area of the force, which belongs to no name: "crime in the three counties".
_IN_ALL_OF_IT = re.compile(
    r"\s+(?:in|across|throughout)\s+(?:the|our|all)\s+(?:\w+\s+)?(?:counties|force\s+area)$", re.IGNORECASE
)
#: What the paper calls the numbers of several places is the number of one.
_NUMBERS_OF = re.compile(r"^Numbers\s+of\s+(?:the\s+)?(?=[a-z])")
_ITS_PANEL = re.compile(r"\b(?:its|their|that)\s+(?:panel|force|commissioner|constabulary)\b")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_YEAR_IN = re.compile(r"\d{4}|[/’']\s?\d\d|\b(?:this|last|next|previous)\b")
_OFF = re.compile(
    r"\s+(?:(?:percentage\s+)?points?\s+|officers\s+|posts\s+|staff\s+|calls\s+|offences\s+|days\s+)?(?:above|below|over|under|short\s+of|ahead\s+of|off)\s+"
    r"(?:(?:the|its|our|their|this|that)\s+)?(?:[a-z]+\s+)?(?:targets?|budget|establishment|strength|average|plan|ambition|mean)\b",
    re.IGNORECASE,
)
#: What is told in minutes or days, and so may change by some.
_LASTS = re.compile(
    r"\b(?:times?|wait\w*|speed|delays?|duration|length|hours|days|sickness|absences?|average|mean|median|timeliness|answer\w*|response)\b",
    re.IGNORECASE,
)
_LEVELS = ("actual", "total", "target", "projection")
_MONEY_TOPICS = MONEY_MEASURED | {"funding", "grant", "grants", "position", "price", "fees"}
_PRINTED_WORD = re.compile(r"\S+")
_QUOTE_WORDS = 12
_SENTENCE_END = re.compile(r"[a-z]\.")
_LEVEL_OF_A_TIME = re.compile(rf":\s*{COUNT}+\s*\(\s*{PERIOD}+\s*[:=–-]\s*{COUNT}")
_FROM_TO = re.compile(rf"\bfrom\s+{COUNT}+\s+to\s+{COUNT}")
#: Between the figures of a list in words, and behind its last: "1,053 staff, 274 officers and 271 specials".
_PARTED = re.compile(r",\s+(?:and|with|plus)\b|(?:,|;|\band|\bwith|\bplus)\s")
_WORD_OR_TIME = re.compile(r"[a-z\ue005]{3}")
_NAME_AT_LAST = re.compile(r"\s+[a-z][a-z -]{3,40}\W*$")
_SMALL_WORD = re.compile(r"[a-z-]+")


def find_prose_observations(blocks: Sequence[Block], identity: Identity) -> list[Observation]:
    """Every measured quantity that the sentences of a paper state, in reading order, with ``source`` ``prose``.

    Examples: ``a 16% decrease in recorded offences (from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20)`` gives
    percent_change -16, actual 159838 of the first twelve months and 134069 of the second; ``Confidence stands at 74% (73% last
    meeting) and is 1% higher`` gives 74, 73 and a point_change of 1.
    """
    reader = _Reader(identity)
    out: list[Observation] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            for cell in _note_cells(block):
                out += reader.read(_Text.of_cell(cell, block))
        elif block.kind == "heading":
            reader.heading()
        else:
            out += reader.read(_Text.of_passage(block))
    return out


def _note_cells(block: TableBlock) -> Iterator[Cell]:
    """The rows of a table that are one cell over all columns and hold sentences: its notes."""
    for cell in block.grid.cells:
        whole = block.grid.columns > 1 and cell.col_span >= block.grid.columns
        if whole and not cell.is_header and len(cell.text.split()) >= 12 and _SENTENCE_END.search(cell.text):
            yield cell


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage or a table's note: its text and where it stands."""

    text: str
    context: str
    heading: str
    bullet: bool
    paper: int
    place: Callable[[int, int, int], Place]
    number: str | None = None
    #: The headings above the nearest, outermost last.
    outer: tuple[str, ...] = ()

    @staticmethod
    def of_passage(passage: Passage) -> _Text:
        heading = passage.sections[-1].text if passage.sections else ""
        bullet = passage.kind == "bullet"
        outer = tuple(s.text for s in reversed(passage.sections[:-1]))
        return _Text(
            passage.text, passage.context, heading, bullet, passage.paper, passage.place, passage.number, outer
        )

    @staticmethod
    def of_cell(cell: Cell, block: TableBlock) -> _Text:
        def place(start: int, end: int, part: int) -> Place:
            return Place(page=cell.page, line=cell.line, table=block.key, row=cell.row, col=cell.col, part=start + part)

        heading = block.caption or (block.sections[-1].text if block.sections else "")
        context = " > ".join(filter(None, (block.context, "Notes")))
        return _Text(cell.text, context, heading, False, block.paper, place)


@dataclass(slots=True)
class _Reader:
    """Reads text after text and remembers what the last ones were about."""

    identity: Identity
    times: PeriodContext = field(init=False)
    lead: Period | None = None
    lead_topic: Topic | None = None
    #: What the last paragraph that ends with a colon was about, while what follows it begins with the names of places.
    list_topic: Topic | None = None
    #: The financial years that figures of the budget were told of.
    budget_years: set[Period] = field(default_factory=set)
    #: The last line alone, and what the first words of the passage say of the figures below them.
    line: str = ""
    words: Lead = NOTHING
    #: Whether those first words stood in a numbered passage: what has no number after it goes on about it.
    numbered: bool = False
    #: What the passage before was about.
    passed: Topic | None = None
    #: The measure that a line with a colon gives the list below it: "Robbery:".
    introduced: str = ""

    def __post_init__(self) -> None:
        who = self.identity
        self.times = PeriodContext(
            period_start=who.period_start, period_end=who.period_end, meeting_date=who.meeting_date
        )

    def heading(self) -> None:
        """A new section: what was said before it no longer explains what follows."""
        self.lead, self.lead_topic = None, None
        self.line, self.words = "", NOTHING
        self.passed = None
        self.introduced = ""
        self.list_topic = None

    def read(self, text: _Text) -> list[Observation]:
        """The observations of a passage or note."""
        topic = topic_of(text.heading)
        if text.bullet or _GOES_ON.search(text.text[:80]):
            topic.earlier = self.lead_topic
        if is_line_alone(text.text):
            self.line = text.text
        if elsewhere(text.text) and self.passed is not None:
            topic.earlier = self.passed
        if text.bullet:
            topic.heading = self.introduced or topic.heading
            topic.previous, topic.goes_back = self.passed, bool(_ONLY_A_CHANGE.match(text.text))
        else:
            self.introduced = introduced(text.text)
        self.passed = topic
        if not goes_on(text.text):
            words = first_words(text.text, self.identity.force, self.times)
            if words == NOTHING and self.numbered and text.number is None:
                words = Lead(self.words.area)
            else:
                self.numbered = text.number is not None and words != NOTHING
            self.words = words
        if self.words.area is None or text.bullet:
            self.list_topic = topic if text.text.rstrip().endswith(":") else None
        elif self.list_topic is not None:
            # "Numbers of officers are counted in many ways: / West Midlands: 6,985 in 2014-15"
            topic.earlier = self.list_topic
        ranked = may_rank(text.text)
        out: list[Observation] = []
        if ranked or may_hold_figures(text.text):
            out += self._sentences(text, topic, ranked=ranked)
        else:
            topic.after_text(text.text)
        if not text.bullet:
            introduces = text.text.rstrip()[-1:] in (":", ";")
            self.lead = self._last_period(text, out) if introduces else None
            self.lead_topic = topic
        return out

    def _place_of(self, headings: Sequence[str]) -> AreaMention | None:
        """The part of a force that one of the headings above the nearest names."""
        place = place_above(headings, self.identity.force)
        return mention_of(place) if place else None

    def _sentences(self, text: _Text, topic: Topic, *, ranked: bool) -> Iterator[Observation]:
        """The observations of a text with figures; ``ranked`` where it may have ranks in words."""
        line, heading = (line_alone(t, self.identity.force, self.times) for t in (self.line, text.heading))
        area = self.words.area or line.area or heading.area or self._place_of(text.outer)
        inherited = self.words.period or (self.lead if text.bullet else None) or line.period or heading.period
        told: Period | None = None
        before: Frame | None = None
        for start, end in sentences(text.text):
            if end - start > LONGEST_SENTENCE:
                continue
            this = frame(text.text[start:end], start, self.times, self.identity.force)
            if (this.figures or (ranked and may_rank(this.text))) and not _states_nothing(this):
                handed = self._handed_on(this, before, told) or (
                    None if _OTHER_TIME.search(this.text) or _ONCE.search(this.text) else inherited
                )
                this = _without_guessed_years(this, text.text)
                unknown = unknown_places(this.text, self.identity.force) if not this.areas else ()
                place = unknown[0] if len(unknown) == 1 else area
                if before is not None and not this.areas and place is area and _ITS_PANEL.search(this.text):
                    place = self._only_area(before) or place
                if len(unknown) > 1:
                    this = replace(this, areas=unknown)
                yield from self._observations(this, text, topic, handed, place)
                if ranked:
                    yield from self._ranked(this, text, topic, handed, place)
            topic.after(this)
            told = current_period(this) or (told if _ANAPHOR.match(this.text) else None)
            before = this

    def _only_area(self, before: Frame) -> AreaMention | None:
        """The one area of the sentence before: what "its panel" belongs to."""
        found = find_area_mentions(before.text, self.identity.force)
        return found[0] if len({area.name for area in found}) == 1 else None

    def _last_period(self, text: _Text, found: Sequence[Observation]) -> Period | None:
        """The period that a paragraph gives the list which it introduces: that of its last figures, or the last that it names."""
        for observation in reversed(found):
            if observation.period is not None and observation.period.end is not None:
                return observation.period
        return self._period_named(text.text)

    def _period_named(self, sentence: str) -> Period | None:
        return current_period(replace(frame("", 0), text=sentence, periods=find_period_mentions(sentence, self.times)))

    def _handed_on(self, this: Frame, before: Frame | None, told: Period | None) -> Period | None:
        """The period of the sentence before, where this one goes on about it: "This represents an increase of 39"."""
        if before is None or any(m.period and not is_base(this, m) for m in this.periods):
            return None
        same = _SAME_TIME.search(this.text)
        if same and same["twelve"]:
            years = [m.period for m in before.periods if m.period and _is_a_year(m.period)]
            return years[-1] if years else None
        if _ANAPHOR.match(this.text) and (_NOW.search(this.text) or _ONCE.search(this.text)) and not same:
            # "In 2019/20 it will be £248; they pay £224 at present": not of the time of the sentence before.
            return None
        if _ANAPHOR.match(this.text) or same:
            return (told if before.figures or same else None) or self._period_set(before)
        return None if before.figures or _OTHER_TIME.search(this.text) else self._period_set(before)

    def _period_set(self, before: Frame) -> Period | None:
        """The period of a sentence that only says of when the figures are: "so the latest figures are to the end of March 2020"."""
        return self._period_named(before.text) if _SETS_TIME.search(before.text) else None

    def _observations(
        self, this: Frame, text: _Text, topic: Topic, inherited: Period | None, place: AreaMention | None
    ) -> Iterator[Observation]:
        claims = _claims(this, listed=text.bullet)
        areas = areas_of(this, claims)
        of_another = bool(place and place.force != self.identity.force)
        for index, claim in claims.items():
            where = area_of_heading(claim.label, self.identity.force) if claim.label else None
            if where is not None:
                # "North Somerset went from 90% to 82%": of what, the text before tells.
                claim = replace(claim, label="")
            label, sure = topic.label_of(claim, this)
            if claim.label == SAME:
                if not _same_kind(topic, this.figures[index]):
                    continue
                claim = replace(claim, statistic=topic.statistic, unit=topic.unit)
            label = _NUMBERS_OF.sub("", _IN_ALL_OF_IT.sub("", label))
            if not label or (claim.label[:1] in ("", "+") and not _may_stand_for(label, this.figures[index])):
                continue
            stated = this.figures[index]
            figure = stated.figure
            if claim.statistic == "change" and stated.sign == TIME and not _LASTS.search(label):
                # "Officers are up by five minutes": of what, the words do not say.
                continue
            # "The rate was 50.8 per 1,000; the MSG average was 63.9": the same of another place.
            in_rate = bool(topic.rate) and label.startswith(topic.rate) and claim.statistic == "actual"
            unit = claim.unit or figure.unit or ("rate" if in_rate else "count")
            statistic = statistic_of(claim, this, label, level_in_percent=topic.percent == label)
            topic.tell(label, statistic, unit)
            topic.remember(
                label if statistic != "share" else "",
                percent=statistic == "actual" and this.figures[index].figure.unit == "percent",
                rate=unit == "rate",
            )
            every = _EVERY.match(this.text, stated.end) if stated.sign == MONEY else None
            if every:
                paid = bool(_BAND.search(label))
                # A precept is paid once a year: "a year" says nothing of what it is.
                often = None if paid and _YEARLY.search(every["every"]) else every["every"]
                label = " ".join(filter(None, (label, often, None if paid else every["household"])))
            period = period_of(this, claims, index, inherited)
            if period and (_BAND.search(label) or _TAX.search(label)):
                period = _of_tax(period)
            if period and period.type in ("month", "quarter", "point", "day") and stated.figure.unit == "GBP":
                period = _of_money(this, label, statistic, period)
            if period is None and not of_another and not (statistic == "share" and _BAND.search(label)):
                period = self._titled(this, text, label, stated)
            if (
                stated.figure.unit in ("GBP", "percent")
                and statistic != "share"
                and _BAND.search(label)
                and not _TAX.search(label)
            ):
                told = next(
                    (m for t in (topic.last, text.heading, self.identity.title or "") if (m := _TAX.search(t))), None
                )
                label = f"{label} – {told.group()}" if told else label
            if (
                period
                and period.type == "financial_year"
                and period.start
                and _OF_A_BUDGET.search(label)
                and not of_another
            ):
                self.budget_years.add(replace(period, label=_years(period.start)))
            area = where or areas.get(index) or place
            if index in areas and not claim.label and areas[index].name not in label:
                # "Crime in Brighton rose; in Crawley it fell by 2%": the place is that of another figure.
                label = PLACE_AT_LAST.sub("", label) or label
            if area and (mean := area.name.rsplit(None, 1)[-1]) in ("average", "mean", "median"):
                # "charge rate – average" of the national average: the area says it.
                label = label.removesuffix(f" – {mean}")
            yield self._stated(
                this,
                text,
                (stated.number_start, max(stated.number_start + 1, figure.end)),
                label=label,
                value=-figure.value if claim.falls else figure.value,
                unit=unit,
                statistic=statistic,
                area=area,
                period=period,
                qualifier=stated.qualifier,
                value_to=-figure.upper if claim.falls and figure.upper else figure.upper,
                note=claim.note or (every["every"] if every else None),
                confidence=round(claim.confidence * sure, 3),
            )

    def _ranked(
        self, this: Frame, text: _Text, topic: Topic, inherited: Period | None, place: AreaMention | None
    ) -> Iterator[Observation]:
        """The ranks in words of a sentence."""
        for rank in ranks(this):
            ranked = rank.label
            if ranked and area_of_heading(ranked, self.identity.force):
                # "Crime volume: Kent was second lowest": in what stands before the colon.
                ranked = begun_with(this)
            ranked = ranked or topic.last or (topic.earlier.last if topic.earlier else "")
            if not ranked:
                continue
            if not this.figures:
                # "Crime volume: we are second lowest. There was a reduction of 16%": in that volume.
                topic.remember(ranked)
            yield self._stated(
                this,
                text,
                (rank.start, rank.end),
                label=ranked,
                value=float(rank.rank),
                unit="rank",
                statistic="rank",
                area=area_before(this, rank.start) or place,
                period=None if rank.note == "before" else current_period(this) or inherited,
                qualifier=None,
                value_to=None,
                note=rank.note,
                confidence=0.8,
            )

    def _titled(self, this: Frame, text: _Text, label: str, stated: Stated) -> Period | None:
        """The period that the title gives: the year of a budget to its money, the paper's own quarter to "this quarter"."""
        who = self.identity
        if (
            who.period_start
            and who.period_end
            and _THIS_QUARTER.search(this.text)
            and not any(m.period for m in this.periods)
        ):
            return (
                Period(who.period_start, who.period_end, "this quarter", "quarter")
                if (who.period_end - who.period_start).days < 95
                else None
            )
        if stated.figure.unit not in ("GBP", "percent") or not _OF_A_BUDGET.search(label):
            return None
        if (
            # "This is a cut of 12%": of the time of the sentence before, whatever that is.
            _ANAPHOR.match(this.text)
            or _PLACE_AND_ANAPHOR.match(this.text)
            or _OTHER_TIME.search(this.text)
            or _SEVERAL_YEARS.search(this.text)
            or any(m.period and not is_base(this, m) for m in this.periods)
        ):
            return None
        for heading in (text.heading, who.title or ""):
            years = {m.period for m in find_period_mentions(heading) if m.period and m.period.type == "financial_year"}
            if years and _OF_A_BUDGET.search(heading):
                return years.pop() if len(years) == 1 else None
        # Of one year only was the budget told of: what goes on about it is of that year.
        return next(iter(self.budget_years)) if len(self.budget_years) == 1 and not _NOW.search(this.text) else None

    def _stated(
        self,
        this: Frame,
        text: _Text,
        span: tuple[int, int],
        *,
        label: str,
        value: float,
        unit: str,
        statistic: str,
        area: AreaMention | None,
        period: Period | None,
        qualifier: str | None,
        value_to: float | None,
        note: str | None,
        confidence: float,
    ) -> Observation:
        name, force = self._where(area)
        level_unit = unit if statistic in _LEVELS else ("percent" if statistic == "share" else None)
        match = match_measure(label, context=text.context, unit=level_unit, force=self.identity.force)
        return Observation(
            place=text.place(this.offset + span[0], this.offset + span[1], 0),
            paper=text.paper,
            source="prose",
            label=label,
            quote=_quote(this.text, *span),
            value=value,
            value_text=this.text[span[0] : span[1]],
            unit=unit,
            statistic=statistic,
            context=text.context or None,
            measure=match.id if match else None,
            measure_score=match.score if match else None,
            measure_source=match.source if match else None,
            area=name,
            force=force,
            period=period,
            qualifier=qualifier,
            value_to=value_to,
            note=note,
            confidence=confidence,
        )

    def _where(self, named: AreaMention | None) -> tuple[str | None, str | None]:
        """The area and its force; the paper's own force where the sentence names none."""
        if named:
            return named.name, named.force
        return (force_named(self.identity.force).name, self.identity.force) if self.identity.force else (None, None)


def _same_kind(topic: Topic, stated: Stated) -> bool:
    """Whether a figure without a name may be of the same as the one told last: a percentage of a percentage, a count of a count."""
    if topic.statistic not in ("actual", "share", "rate") or not topic.told:
        return False
    return topic.unit == "percent" if stated.sign == PERCENT else topic.unit not in ("percent", "GBP", "rank")


def _without_guessed_years(this: Frame, text: str) -> Frame:
    """A frame without the days of no printed year where the text before names another: "After the vote of 2016 … Between 17 June and 25 July"."""
    told = {int(year.group()) for year in _YEAR.finditer(text, 0, this.offset)}
    guessed = [m for m in this.periods if m.period and m.period.end and not _YEAR_IN.search(this.text[m.start : m.end])]
    if not told or not guessed:
        return this
    wrong = {
        m.start
        for m in guessed
        if m.period and m.period.end and m.period.end.year not in told and m.period.type in ("day", "range")
    }
    return replace(this, periods=tuple(m for m in this.periods if m.start not in wrong)) if wrong else this


def _states_nothing(this: Frame) -> bool:
    """True for a sentence that defines something or explains how figures are read, by figures of nothing and of no time."""
    if _NOT_READ.search(this.text):
        return True
    return bool(_SUPPOSED.match(this.text)) and not this.periods and MONEY not in this.shape


def _years(start: dt.date) -> str:
    return f"{start.year}/{(start.year + 1) % 100:02}"


def _of_money(this: Frame, label: str, statistic: str, period: Period) -> Period | None:
    """The period of money beside a time that may be the one at which it was told: "in January 2018 the budget proposed was £118m".

    Nobody can tell that time for the money's own; a forecast "at the end of the first quarter" is one of the year, which only the paper knows.
    """
    if period.type == "day" and _SET_FOR_A_YEAR.search(label):
        return None
    if statistic == "projection" and _VARIANCE.search(label):
        return None
    return None if _DECIDED.search(this.text) and (_OF_A_BUDGET.search(label) or "reserves" in label) else period


def _of_tax(period: Period) -> Period | None:
    """The period of a tax beside a time: a day is that of a meeting, and what goes up in April does so for the year that begins then."""
    if period.type in ("day", "point"):
        return None
    if period.type == "month" and period.start and period.start.month == 4:
        start = period.start.replace(day=1)
        return Period(start, start.replace(year=start.year + 1, month=3, day=31), period.label, "financial_year")
    return period


def _is_a_year(period: Period) -> bool:
    return bool(period.start and period.end and 360 < (period.end - period.start).days < 370)


def _may_stand_for(label: str, stated: Stated) -> bool:
    """Whether a label taken from the text before suits a figure: money is said of savings, budgets and gaps only."""
    return stated.sign != MONEY or bool(_MONEY_TOPICS & {*_SMALL_WORD.findall(label.lower())})


def _is_list_of_numbers(this: Frame, *, listed: bool) -> bool:
    """True for words and numbers without a verb: the axis of a chart, a table of contents ("Trends 7 Drivers 9 Passengers 11")."""
    if len(this.figures) < (4 if listed else 2) or any(f.sign != COUNT or f.figure.signed for f in this.figures):
        return False
    if _LEVEL_OF_A_TIME.search(this.shape) or _FROM_TO.search(this.shape):
        # "Robbery: 88 (2020/21: 75)", "Surrey: from 1,930 to 2,030"
        return False
    gaps = [this.shape[a.end : b.start] for a, b in pairwise(this.figures)]
    if all(_is_named_and_parted(gap) for gap in gaps) and _NAME_AT_LAST.match(this.shape, this.figures[-1].end):
        # "Norfolk: 1,053 staff, 274 community support officers and 271 specials"
        return False
    return not VERBS & {word.strip(".,;:()").lower() for word in this.text.split()}


def _is_named_and_parted(gap: str) -> bool:
    """True for what stands between two figures of a list in words: " staff, ", " in 2014-15, with ", ", and as many as "."""
    parted = _PARTED.search(gap)
    return bool(
        parted
        and (
            _WORD_OR_TIME.search(gap[: parted.start()])
            or (not parted.start() and gap[0] == "," and len(parted.group()) > 2)
        )
    )


def _claims(this: Frame, *, listed: bool = False) -> dict[int, Claim]:
    """Which rule reads which figure: the first that fits."""
    claims: dict[int, Claim] = {}
    if _is_list_of_numbers(this, listed=listed) or leads_to_pages(this.text):
        return claims
    changes = may_change(this)
    kinds = {stated.sign for stated in this.figures}
    for rule, needed in RULES:
        if kinds.isdisjoint(needed) or (rule in _CHANGE_RULES and not changes):
            continue
        for claim in rule(this):
            if not _off_a_level(this, claim):
                claims.setdefault(claim.figure, claim)
    for late in (compared(this, claims), bare_counts(this)):
        for claim in late:
            claims.setdefault(claim.figure, claim)
    return settled(this, claims)


def _off_a_level(this: Frame, claim: Claim) -> bool:
    """True where a figure says how far off a target or average something is, and not how much: "54 above its target"."""
    stated = this.figures[claim.figure]
    if claim.statistic not in ("actual", "share", "target") or claim.label.endswith(("overspend", "underspend")):
        return False
    return stated.figure.points or bool(_OFF.match(this.text, stated.end))


def _quote(sentence: str, start: int, end: int) -> str:
    """The figure with the words around it as printed, at most twelve."""
    words = [m.span() for m in _PRINTED_WORD.finditer(sentence)]
    first = next(i for i, w in enumerate(words) if w[1] > start)
    last = max(i for i, w in enumerate(words) if w[0] < end)
    while last - first < _QUOTE_WORDS - 1 and (first > 0 or last < len(words) - 1):
        first = max(0, first - 1)
        if last - first < _QUOTE_WORDS - 1:
            last = min(len(words) - 1, last + 1)
    return sentence[words[first][0] : words[last][1]]
