"""Figures that a paper states in its sentences: "a 16% decrease in recorded offences", "398 Cadets enrolled", "Burglary 67%".

Sentence by sentence: find its figures (``frame``), let the rules of wording claim them (``rules``), give each claim its label (``labels``,
``tax_names``), period (``binding``, ``handed_on``, ``budget_years``) and area. A figure that no rule understands gives nothing. Money given
for a purpose is left to the awards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.blocks import Block, TableBlock
from extract.names.area_headings import place_above
from extract.prose.areas import AreaMention, area_of_heading, find_area_mentions, mention_of
from extract.prose.binding import area_before, areas_of, current_period, period_of
from extract.prose.budget_years import budget_year, period_of_title, year_of_money, year_of_tax
from extract.prose.claims import SAME, Claim
from extract.prose.comparisons import PLACE_AT_LAST
from extract.prose.frame import MONEY, PERCENT, TIME, Frame, M, Stated, frame, may_hold_figures
from extract.prose.handed_on import (
    POINTS_BACK,
    handed_on,
    handed_to_item,
    handed_to_list,
    is_of_another_time,
    of_its_own_time,
    without_guessed_years,
)
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
from extract.prose.measuring_nothing import states_nothing
from extract.prose.no_names import names_nothing, suits
from extract.prose.observation import observation_of
from extract.prose.phrases import is_generic
from extract.prose.ranks import may_rank, ranks
from extract.prose.rules import claims_of
from extract.prose.statistics import statistic_of
from extract.prose.tax_names import names_band, names_tax, paid_every, with_tax
from extract.prose.texts import Text, note_cells
from extract.sentences import LONGEST_SENTENCE, sentences
from extract.times.periods import PeriodContext, find_periods
from extract.wording import MONEY_MEASURED
from schema.reading import Identity, Observation, Period

#: A list item that tells by how much something changed and not what.
_ONLY_A_CHANGE = re.compile(
    r"\W*(?:(?:this|that|it|there)\s+(?:is|was|has\s+been|represents|represented|equates\s+to|shows)\s+)?(?:an?|the)\s+(?:[\w.,%-]+\s+){0,3}?"
    r"(?:reduction|increase|decrease|rise|fall|drop|improvement)\b(?!\s+in\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:these|this|they|those)\b", re.IGNORECASE)
#: The whole area of the force, which belongs to no name: "crime in the three counties".
_IN_ALL_OF_IT = re.compile(
    r"\s+(?:in|across|throughout)\s+(?:the|our|all)\s+(?:\w+\s+)?(?:counties|force\s+area)$", re.IGNORECASE
)
#: What the paper calls the numbers of several places is the number of one.
_NUMBERS_OF = re.compile(r"^Numbers\s+of\s+(?:the\s+)?(?=[a-z])")
_ITS_PANEL = re.compile(r"\b(?:its|their|that)\s+(?:panel|force|commissioner|constabulary)\b")
#: What is told in minutes or days, and so may change by some.
_LASTS = re.compile(
    r"\b(?:times?|wait\w*|speed|delays?|duration|length|hours|days|sickness|absences?|average|mean|median|timeliness|answer\w*|response)\b",
    re.IGNORECASE,
)
#: What raises money as it rises is the precept: "a rise of 1.99 per cent would have given £630,000".
_RAISES_MONEY = re.compile(
    rf"\s+(?:would|will|could)\s+(?:have\s+)?(?:giv(?:e|en)|rais(?:e|ed)|br(?:ing|ought)\s+in|generated?|yield(?:ed)?|produced?)\s+(?:an?\s+)?(?:additional\s+|extra\s+|further\s+)?{M}"
)
#: Among whom a force is ranked, where that is not the whole country.
_IN_A_GROUP = re.compile(
    r"\s+in\s+(?P<whom>(?:its|our|the|their)\s+(?:most\s+similar\s+)?(?:group|family)\b)", re.IGNORECASE
)
#: What is to reach a target: "staff for the recording of crime in order to achieve the 95% target".
_IN_ORDER_TO = re.compile(
    r"\b(?:for|improve|improving)\s+(?:the\s+)?(?P<what>[a-z][a-z' -]{3,50}?)\s+(?:in\s+order\s+to|so\s+as\s+to)\b[^.;]*$"
)
#: What is asked of the panel, and what a household of a band pays.
_OF_THE_TAX = re.compile(r"\bBand\s[A-H]\b|\bveto(?:ed)?\b")
#: "The budget is forecast to be £2.6m underspent": by so much, and not in all.
_OFF_SPENT = re.compile(r"\s+(?P<kind>under|over)spent\b")
_MONEY_TOPICS = MONEY_MEASURED | {"funding", "grant", "grants", "position", "price", "fees"}
#: Where a quarter may be printed with its year.
_A_QUARTER = re.compile(r"\b(?:[Qq]uarter|Qtr|Q)\b\D{0,24}\d|\bQ[1-4]\b")
#: What a rank is one of where the words before tell of what: "at 30.4%, which is the 12th highest rate".
_ANY_RATE = frozenset(
    ["rate", "level", "figure", "number", "percentage", "proportion", "score", "position", "performance"]
)
_NOTHING_AROUND = PeriodContext()
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
            for cell in note_cells(block):
                out += reader.read(Text.of_cell(cell, block))
        elif block.kind == "heading":
            reader.heading()
        else:
            out += reader.read(Text.of_passage(block))
    return out


#: What is asked of people in all of England and Wales, and told of no force.
_NATIONAL_SURVEY = re.compile(r"\bCrime\s+Survey\b|\bCSEW\b")
#: What the survey tells of each force: "Confidence in the Crime Survey was 74%".
_ASKED_OF_A_FORCE = re.compile(
    r"\b(?:confiden|satisf|trust|percept|perceiv|agree|think|feel|felt|believ|rating|our|we)", re.IGNORECASE
)
_ENGLAND_AND_WALES = area_of_heading("England and Wales")


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
    #: The period of the figures that the list item before told last.
    item: Period | None = None
    #: The heading under which the last text stood.
    under: str = ""

    def __post_init__(self) -> None:
        who = self.identity
        self.times = PeriodContext(
            period_start=who.period_start, period_end=who.period_end, meeting_date=who.meeting_date
        )

    def heading(self) -> None:
        """A new section: what was said before it no longer explains what follows."""
        self.lead, self.lead_topic = None, None
        self.line, self.words = "", NOTHING
        self.item = None
        self.passed = None
        self.introduced = ""
        self.list_topic = None

    def read(self, text: Text) -> list[Observation]:
        """The observations of a passage or note."""
        if text.heading != self.under:
            self.under = text.heading
            self._name_quarters(text.heading)
        self._name_quarters(text.text)
        if not text.bullet:
            self.item = None
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
            self.lead = handed_to_list(text.text, out, self.times) if introduces else None
            self.lead_topic = topic
        return out

    def _name_quarters(self, text: str) -> None:
        """Keep the quarters that a text prints with their years; where it prints none, those before it hold."""
        if not ("uarter" in text or "Q" in text) or not _A_QUARTER.search(text):
            return
        found = tuple(p for _, _, p in find_periods(text, _NOTHING_AROUND) if p.type == "quarter")
        if found:
            self.times = replace(self.times, named=found)

    def _place_of(self, headings: Sequence[str]) -> AreaMention | None:
        """The part of a force that one of the headings above the nearest names."""
        place = place_above(headings, self.identity.force)
        return mention_of(place) if place else None

    def _sentences(self, text: Text, topic: Topic, *, ranked: bool) -> Iterator[Observation]:
        """The observations of a text with figures; ``ranked`` where it may have ranks in words."""
        line, heading = (line_alone(t, self.identity.force, self.times) for t in (self.line, text.heading))
        area = self.words.area or line.area or heading.area or self._place_of(text.outer)
        inherited = self.words.period or (self.lead if text.bullet else None) or line.period or heading.period
        inherited = (handed_to_item(text.text, self.item) if text.bullet else None) or inherited
        told: Period | None = None
        before: Frame | None = None
        for start, end in sentences(text.text):
            if end - start > LONGEST_SENTENCE:
                continue
            this = frame(text.text[start:end], start, self.times, self.identity.force)
            if (this.figures or (ranked and may_rank(this.text))) and not states_nothing(this):
                handed = handed_on(this, before, told, self.times) or (
                    None if is_of_another_time(this.text) else inherited
                )
                handed = of_its_own_time(this, handed)
                this = without_guessed_years(this, text.text)
                unknown = unknown_places(this.text, self.identity.force) if not this.areas else ()
                place = unknown[0] if len(unknown) == 1 else area
                if (
                    not this.areas
                    and not unknown
                    and _NATIONAL_SURVEY.search(this.text)
                    and not _ASKED_OF_A_FORCE.search(this.text)
                ):
                    place = _ENGLAND_AND_WALES
                if before is not None and not this.areas and place is area and _ITS_PANEL.search(this.text):
                    place = self._only_area(before) or place
                if len(unknown) > 1:
                    this = replace(this, areas=unknown)
                yield from self._observations(this, text, topic, handed, place)
                if ranked:
                    yield from self._ranked(this, text, topic, handed, place)
            topic.after(this)
            told = current_period(this) or (told if POINTS_BACK.match(this.text) else None)
            before = this
        self.item = told if text.bullet else None

    def _only_area(self, before: Frame) -> AreaMention | None:
        """The one area of the sentence before: what "its panel" belongs to."""
        found = find_area_mentions(before.text, self.identity.force)
        return found[0] if len({area.name for area in found}) == 1 else None

    def _observations(
        self, this: Frame, text: Text, topic: Topic, inherited: Period | None, place: AreaMention | None
    ) -> Iterator[Observation]:
        claims = claims_of(this, listed=text.bullet)
        areas = areas_of(this, claims)
        of_another = bool(place and place.force != self.identity.force)
        for index, claim in claims.items():
            where = area_of_heading(claim.label, self.identity.force) if claim.label else None
            if where is not None:
                # "North Somerset went from 90% to 82%": of what, the text before tells.
                claim = replace(claim, label="")
            stated = this.figures[index]
            figure = stated.figure
            label, sure = _label_of(claim, this, topic)
            if not label:
                continue
            if claim.label == SAME:
                claim = replace(claim, statistic=topic.statistic, unit=topic.unit)
            # "The rate was 50.8 per 1,000; the MSG average was 63.9": the same of another place.
            in_rate = bool(topic.rate) and label.startswith(topic.rate) and claim.statistic == "actual"
            unit = claim.unit or figure.unit or ("rate" if in_rate else "count")
            statistic = statistic_of(claim, this, label, level_in_percent=topic.percent == label)
            topic.tell(label, statistic, unit)
            topic.remember(
                label if statistic != "share" else "",
                percent=statistic == "actual" and figure.unit == "percent",
                rate=unit == "rate",
            )
            label, every = paid_every(this, stated, label)
            period = self._period(
                this, text, stated, label, statistic, period_of(this, claims, index, inherited), of_another
            )
            if figure.unit in ("GBP", "percent") and statistic != "share":
                label = with_tax(label, (topic.last, text.heading, self.identity.title or ""))
            if not of_another and (year := budget_year(label, period)):
                self.budget_years.add(year)
            area = where or areas.get(index) or place
            if index in areas and not claim.label and areas[index].name not in label:
                # "Crime in Brighton rose; in Crawley it fell by 2%": the place is that of another figure.
                label = PLACE_AT_LAST.sub("", label) or label
            if area and (mean := area.name.rsplit(None, 1)[-1]) in ("average", "mean", "median"):
                # "charge rate – average" of the national average: the area says it.
                label = label.removesuffix(f" – {mean}")
            yield observation_of(
                this,
                text,
                self.identity,
                (stated.number_start, max(stated.number_start + 1, figure.end)),
                label=label,
                value=-figure.value if claim.falls else figure.value,
                unit=unit,
                statistic=statistic,
                area=area,
                period=period,
                qualifier=stated.qualifier,
                value_to=-figure.upper if claim.falls and figure.upper else figure.upper,
                note=claim.note or every,
                confidence=round(claim.confidence * sure, 3),
            )

    def _period(
        self, this: Frame, text: Text, stated: Stated, label: str, statistic: str, told: Period | None, of_another: bool
    ) -> Period | None:
        """The period of a figure of which the sentence tells it was ``told``; ``of_another`` where it is one of another force."""
        if told and names_tax(label):
            told = year_of_tax(told)
        if told and told.type in ("month", "quarter", "point", "day") and stated.figure.unit == "GBP":
            told = year_of_money(this, label, statistic, told)
        if told is not None or of_another or (statistic == "share" and names_band(label)):
            return told
        return period_of_title(this, label, stated, text.heading, self.identity, self.budget_years)

    def _ranked(
        self, this: Frame, text: Text, topic: Topic, inherited: Period | None, place: AreaMention | None
    ) -> Iterator[Observation]:
        """The ranks in words of a sentence."""
        for rank in ranks(this):
            ranked = rank.label
            if ranked and area_of_heading(ranked, self.identity.force):
                # "Crime volume: Kent was second lowest": in what stands before the colon.
                ranked = begun_with(this)
            ranked = (
                ("" if ranked.lower() in _ANY_RATE else ranked)
                or topic.last
                or (topic.earlier.last if topic.earlier else "")
            )
            if not ranked:
                continue
            if among := _IN_A_GROUP.match(this.text, rank.end):
                # The rank in a group is another than that in the country.
                ranked = f"{ranked} in {among['whom']}"
            if not this.figures:
                # "Crime volume: we are second lowest. There was a reduction of 16%": in that volume.
                topic.remember(ranked)
            yield observation_of(
                this,
                text,
                self.identity,
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


def _label_of(claim: Claim, this: Frame, topic: Topic) -> tuple[str, float]:
    """The label of a claim and how sure it is as a factor of confidence; an empty one where nothing tells of what the figure is."""
    stated = this.figures[claim.figure]
    label, sure = topic.label_of(claim, this)
    if claim.label == SAME and not _same_kind(topic, stated):
        return "", 0.0
    label = _NUMBERS_OF.sub("", _IN_ALL_OF_IT.sub("", label))
    if not label and claim.statistic == "target" and (end := _IN_ORDER_TO.search(this.shape, 0, stated.start)):
        return this.printed(end, "what"), 0.7
    if (
        claim.statistic == "percent_change"
        and (not claim.label or is_generic(claim.label))
        and not names_tax(label)
        and ((not label and _RAISES_MONEY.match(this.shape, stated.end)) or _OF_THE_TAX.search(this.text))
    ):
        return "precept", 0.7
    if claim.label[:1] in ("", "+") and not _may_stand_for(label, stated):
        return "", 0.0
    if stated.sign == MONEY and "spend" not in label and (off := _OFF_SPENT.match(this.shape, stated.end)):
        label = f"{label} – {off['kind']}spend"
    if claim.statistic == "change" and claim.label != SAME and stated.sign == TIME and not _LASTS.search(label):
        # "Officers are up by five minutes": of what, the words do not say.
        return "", 0.0
    if names_nothing(label, said=claim.statistic == "share") or not suits(label, claim.statistic, stated):
        return "", 0.0
    return label, sure


def _same_kind(topic: Topic, stated: Stated) -> bool:
    """Whether a figure without a name may be of the same as the one told last: a percentage of a percentage, a count of a count."""
    if topic.statistic not in ("actual", "share", "rate") or not topic.told:
        return False
    return topic.unit == "percent" if stated.sign == PERCENT else topic.unit not in ("percent", "GBP", "rank")


def _may_stand_for(label: str, stated: Stated) -> bool:
    """Whether a label taken from the text before suits a figure: money is said of savings, budgets and gaps only."""
    return stated.sign != MONEY or bool(_MONEY_TOPICS & {*_SMALL_WORD.findall(label.lower())})
