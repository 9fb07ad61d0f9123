"""What a figure is about where its own words do not say it: the subject of its sentence, what was measured before, the heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.names.measures import match_measure
from extract.prose.claims import SAME, Claim
from extract.prose.frame import Frame, frame
from extract.prose.money import REMAINING
from extract.prose.phrases import head, is_body, is_generic, opening, says_nothing, subject, tells_not_what
from extract.sentences import LONGEST_SENTENCE, sentences
from extract.wording import COUNTED, OPENERS, VERBS, word_set

_NUMBERED = re.compile(r"^(?:\(?[ivxlc\d]+[.)]|\(?[a-z]\)|\d{1,2}(?=\s+[A-Z]))\s+", re.IGNORECASE)
#: A heading that asks: what stands below it may be of anything.
_ASKS = re.compile(r"(?:what|why|how|who|where|when)\b(?!\s+(?:many|much|often))", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:update|overview|introduction|background|summary|notes?|appendix|report|key\s+(?:findings|points|messages)|headlines|highlights|next\s+steps|recommendations?|conclusions?|purpose|implications|consultation|context|decisions?|actions?|discussion|matters\s+arising|progress|priorities|governance|resolved|minutes|commentary|comments)\b",
    re.IGNORECASE,
)

#: A name before a colon and its figure: "shoplifting: 5,433 offences".
_TITLED = re.compile(r"\s*(?P<what>[^:.;,()\ue000-\ue007]{3,60}?)\s*:\s*$")
#: A name before the colon with which a sentence begins: "Victim satisfaction: the goal is 87%".
_BEGUN = re.compile(r"\W*(?P<what>[A-Za-z][^:.;,()\d]{2,50}?)\s*:\s+(?=\w)")
#: What was done with things, and not with which: "1,395 offences so far solved compared to 1,168".
_ONLY_DONE = re.compile(r"\w+ed")
#: A sentence that is a name, or ends with one behind a colon: "One type fell: Arson Offences."
_NAMED_ALONE = re.compile(r"(?:^|:)\W*(?P<what>[A-Z][^:.;,()\d]{2,60}?)\W*$")
_NAMELESS = frozenset(
    [
        "average",
        "mean",
        "median",
        "rate",
        "rates",
        "level",
        "levels",
        "target",
        "goal",
        "aim",
        "ambition",
        "objective",
        "proportion",
        "percentage",
        "figure",
        "figures",
        "total",
    ]
)
_CRIME = frozenset(["crime", "recorded crime", "crime levels", "police recorded crime"])
_OVERALL = re.compile(r"(?:overall|in total|altogether|taken together)\b", re.IGNORECASE)
#: Words that speak of all crime and of no kind of it.
_ALL = re.compile(
    r"(?:(?P<how>\b(?:total|overall|all)(?:\s+(?:number|volume|level)s?\s+of)?)\s+)?\b(?:police\s+)?(?P<done>recorded\s+|reported\s+|notifiable\s+)?"
    r"(?P<noun>crimes?|offences|offending|incidents)\b(?(how)(?!\s+(?:against|involving|of|in\s+which|where|on|at|with|linked|related|plan|panel|levels?\s+of)\b)"
    r"|(?=\s+(?:overall|as\s+a\s+whole|in\s+general|of\s+all\s+kinds|across\s+the\s+board)\b))",
    re.IGNORECASE,
)
_OVERALL_AT_LAST = re.compile(r"(?:offences|crimes?)\b.*\boverall\W*", re.IGNORECASE)
_WHOLE = ("crime", "crimes", "offences", "incidents", "offending")
_THERE_WERE = re.compile(r"there\s+(?:were|are|have\s+been|had\s+been)\b", re.IGNORECASE)
_OF_A_CRIME = frozenset(["victims", "detections", "positive outcomes"])
_OF_BAND = re.compile(r"^Band [A-H] (?=precept)")
#: What is done about a thing that is measured, and so not what falls or rises: "Training was given. There was a reduction of 14%."
_DONE_ABOUT_IT = word_set(
    "training work patrols patrolling partners operation operations campaign campaigns activity activities initiative initiatives scheme schemes "
    "efforts effort meetings engagement intelligence tactics teams team members member attention publicity awareness enforcement action actions"
)
#: A rate that each kind of crime has: below "Robbery:" it is that of robbery.
_RATE_OF_EACH = re.compile(
    r"(?:the\s+|its\s+|our\s+)?(?:(?:overall|current|sanction|positive|formal)\s+)?(?:detection|solved|charge|charging|clear[\s-]?up|outcomes?|action\s+taken|conviction|arrest|repeat|victim\s+satisfaction|satisfaction|attrition)"
    r"(?:\s+(?:volume|outcome|rate|rates|and\s+summons))*",
    re.IGNORECASE,
)
#: Words of a label that add nothing to what it is about.
_ADDS_NOTHING = word_set(
    "estimated increased reduced number numbers figure figures total level member members force panel"
)
_ITEMS_BACK = 3
_GAP = re.compile(r"\b(?:gap|shortfall|deficit)\b", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]")
_AVERAGE = re.compile(r"(?:average|mean|median)\b")
_WORD = re.compile(r"[\w'’-]+")


@dataclass(slots=True)
class Topic:
    """What the text is about at a sentence: the label last found, the subject of the sentence before, the heading above.

    ``earlier`` is the topic of the passage before, where this one goes on about it; ``previous`` is that of the list item before,
    which counts where this item ``goes_back``: it tells a change and not of what.

    ``plain`` is the last label of any kind, ``gap`` the last that names a gap of which something may remain, ``percent`` is the
    label of a level in percent, if the last figure was one, ``rate`` that of a rate.

    ``told`` is the label of the figure told last, with its ``statistic`` and ``unit``.
    """

    heading: str = ""
    earlier: Topic | None = None
    previous: Topic | None = None
    goes_back: bool = False
    last: str = ""
    percent: str = ""
    rate: str = ""
    told: str = ""
    statistic: str = ""
    unit: str = ""
    plain: str = ""
    gap: str = ""
    _before: str = ""
    _said: list[Frame] = field(default_factory=list)
    #: The sentences since the one that told a figure last.
    _since: list[Frame] = field(default_factory=list)
    _tells: bool = False
    _unread: str = ""

    def label_of(self, claim: Claim, here: Frame) -> tuple[str, float]:
        """The label of a claim and how sure it is as a factor of confidence; an empty label where nothing tells it.

        Examples: ``decreased by 39`` after a sentence about Modern Slavery offences is labelled by these; ``327 offences`` under
        "knife crime figures" becomes "knife crime figures – offences".
        """
        label = claim.label
        if label == SAME:
            return self.told, 0.85
        if label == REMAINING:
            return (f"{self.gap} – {label[1:]}" if self.gap else ""), 0.8
        done = label.startswith("+")
        label = _QUOTES.sub("", label.lstrip("+"))
        if label and not done and is_body(label):
            label = ""
        if label and self.heading and _RATE_OF_EACH.fullmatch(label) and _is_a_crime(self.heading):
            return f"{self.heading} – {label}", 0.9
        if label and not done and not is_generic(label) and label.lower() not in _OF_A_CRIME:
            return label, 1.0
        if not done and label.lower() in _OF_A_CRIME:
            # "Burglary has the best results. There were 5,668 victims": of that crime.
            goes_on = claim.statistic in ("actual", "change", "percent_change") and _THERE_WERE.match(here.text)
            crime = next((c for c in (self.last, self.before) if goes_on and c and match_measure(c, unit="count")), "")
            return (_joined(crime, label), 0.85) if crime else (label, 1.0)
        if not done and claim.statistic != "share" and (whole := self._of_all(label, claim, here)):
            return whole, 0.95
        lead = here.shape[: here.figures[claim.figure].start].rstrip()
        titled = _TITLED.match(lead) if lead.endswith(":") else None
        own = (
            here.text[titled.start("what") : titled.end("what")]
            if titled and not {*titled["what"].split()} & VERBS
            else begun["what"]
            if (begun := _BEGUN.match(here.text)) and not {*begun["what"].lower().split()} & VERBS
            else subject(here, here.figures[claim.figure].start) or opening(here)
        )
        heading = self.heading if len(self.heading.split()) <= (3 if label else 6) else ""
        for candidate, sure in self._candidates(own, heading):
            if candidate and not is_generic(candidate) and not _ONLY_DONE.fullmatch(candidate):
                # What a rise raises is raised by the tax and not by one band of it.
                return _joined(_OF_BAND.sub("", candidate) if label.endswith("raised") else candidate, label), sure
        if label.lower() in _NAMELESS:
            # "an average of 12 hours": of what, nothing tells.
            return self.plain, 0.6
        if label and not done and says_nothing(label):
            # "the latest quarter is 2.6% higher", "the force improved": of what, the text before tells.
            return self.plain or (heading if not says_nothing(heading) else ""), 0.6
        if self.plain and _AVERAGE.match(label):
            return _joined(self.plain, label), 0.6
        if label and not done and match_measure(label, unit="count"):
            # "there were 43,523 recorded crimes", and nothing before them is of one kind of crime: they are a measure of their own.
            return label, 0.9
        return label or self.plain or (self.earlier.plain if self.earlier else ""), 0.7

    def _of_all(self, label: str, claim: Claim, here: Frame) -> str:
        """What a label means that speaks of all crime, and so of no kind of it that was told of before; else "".

        Examples: ``Total offences fell 4%`` after a sentence on rape is "Total offences", ``Recorded crime as a whole`` "overall
        recorded crime"; under a heading "Rape" they are the total of rape.
        """
        noun = label.lower()
        if (noun in _CRIME | {"crimes"} and _OVERALL.match(here.text)) or (
            noun in _WHOLE and _OVERALL_AT_LAST.fullmatch(here.text)
        ):
            return f"overall {noun}"
        stated = here.figures[claim.figure]
        since = here.figures[claim.figure - 1].end if claim.figure else 0
        following = here.figures[claim.figure + 1].start if claim.figure + 1 < len(here.figures) else len(here.text)
        told = [*_ALL.finditer(here.text, since, stated.start), *_ALL.finditer(here.text, stated.end, following)]
        if not told and len(anywhere := list(_ALL.finditer(here.text))) == 1:
            told = anywhere
        if not told and noun in _CRIME and not match_measure(self.heading):
            # "Crime" alone is all of it, whatever was spoken of before.
            return label
        if not told or (noun and noun.split()[-1] not in (*_WHOLE, "whole", told[-1]["noun"].lower())):
            return ""
        found = told[-1] if told[-1].end() <= stated.start else told[0]
        if self.heading and (found["how"] or "").lower().startswith("total") and match_measure(self.heading):
            return f"{self.heading} – total {found['noun'].lower()}"
        what = " ".join(filter(None, (found["done"], found["noun"]))).lower()
        how = found["how"].split()[0] if found["how"] else "overall"
        return f"{how} {' '.join(what.split())}"

    def _candidates(self, own: str, heading: str) -> Iterator[tuple[str, float]]:
        yield own, 0.95
        yield self._named_since(), 0.85
        yield self.last, 0.9
        yield self.before, 0.85
        if self.earlier is not None:
            yield self.earlier.last or self.earlier.before, 0.75
        item, steps = self.previous, 0
        while self.goes_back and item is not None and steps < _ITEMS_BACK:
            # "- Burglary has been falling. - Patrols were stepped up. - This is a reduction of 12%."
            yield item.last or item.before, 0.65
            item, steps = item.previous, steps + 1
        yield heading, 0.7

    @property
    def before(self) -> str:
        """The subject of the last sentence that has a telling one; found when it is asked for, as most are never needed."""
        if self._unread:
            text, self._unread = self._unread, ""
            self._said += [frame(text[start:end]) for start, end in sentences(text) if end - start <= LONGEST_SENTENCE]
        while self._said:
            this = self._said.pop()
            told = _measure_alone(this.text) or opening(this)
            if told and not is_generic(told) and head(told) not in _DONE_ABOUT_IT:
                self._before = told
                self._said.clear()
        return self._before

    def _named_since(self) -> str:
        """The other measure that a sentence names after the last figure: it takes over, and what was told before does not go on."""
        while self.last and self._since:
            this = self._since.pop()
            alone = _measure_alone(this.text)
            if alone or _other_measure(opening(this), self.last):
                self._since.clear()
                self.last = alone or opening(this)
                return self.last
        return ""

    def remember(self, label: str, *, percent: bool = False, rate: bool = False) -> None:
        """Keep a label for the sentences that go on about it."""
        self.percent = label if percent else ""
        self.rate = label if rate else ""
        self.plain = label or self.plain
        self._since.clear()
        self._tells = True
        if _GAP.search(label):
            self.gap = label
        if label and not is_generic(label):
            self.last = label.split(" – ")[0]

    def tell(self, label: str, statistic: str, unit: str) -> None:
        """Keep what was told last, for a figure that is of the same."""
        self.told, self.statistic, self.unit = label, statistic, unit

    def after(self, frame: Frame) -> None:
        """Keep a sentence, for the next ones may be about its subject."""
        self._said.append(frame)
        if self.last and not self._tells:
            self._since.append(frame)
        self._tells = False

    def after_text(self, text: str) -> None:
        """Keep a passage that holds no figures; its sentences are parted when they are asked for."""
        self._unread = text


def begun_with(frame: Frame) -> str:
    """The name before the colon with which a sentence begins, or ""."""
    begun = _BEGUN.match(frame.text)
    return begun["what"] if begun and not {*begun["what"].lower().split()} & VERBS else ""


def _measure_alone(sentence: str) -> str:
    """The measure that a sentence without a verb names, or that stands behind its colon: ``One type fell: Arson Offences.``; else ""."""
    found = _NAMED_ALONE.search(sentence)
    if found is None or len(found["what"].split()) > 7 or {*found["what"].lower().split()} & VERBS:
        return ""
    return found["what"] if head(found["what"]) in COUNTED or match_measure(found["what"], unit="count") else ""


def _other_measure(name: str, told: str) -> bool:
    """Whether a subject is one measure and what was told before it another: "Robbery is a priority" after figures of burglary."""
    found = match_measure(name, unit="count") if name and not is_generic(name) else None
    before = match_measure(told, unit="count") if found else None
    return bool(found and before and found.id != before.id)


def introduced(text: str) -> str:
    """The measure that a line with a colon gives the list below it: ``Robbery:`` is "Robbery", ``Highlights:`` nothing."""
    bare = text.strip()
    if not bare.endswith(":") or len(bare) > 60 or len(bare.split()) > 6:
        return ""
    return (
        bare[:-1].strip() if match_measure(bare[:-1], unit="count") or match_measure(bare[:-1], unit="percent") else ""
    )


@lru_cache(maxsize=512)
def _is_a_crime(heading: str) -> bool:
    """Whether a heading names one kind of crime and nothing else: ``Robbery``, not ``Crime`` or ``Burglary and robbery performance``."""
    found = match_measure(heading, unit="count")
    return found is not None and len(heading.split()) <= 4 and heading.lower() not in _CRIME and found.score >= 0.9


def topic_of(heading: str) -> Topic:
    """The topic at the start of a text under a heading: ``a. Recorded Crime`` is about recorded crime."""
    bare = _NUMBERED.sub("", heading).strip(" :.*")
    useless = (
        len(bare.split()) > 12
        or (_FILLER.search(bare) and len(bare.split()) < 3)
        or bare.lower().startswith("please ")
        or _ASKS.match(bare)
        or says_nothing(bare)
        or is_body(_FILLER.sub("", bare).strip(" :–-"))
    )
    return Topic(heading="" if useless else bare)


def _joined(topic: str, label: str) -> str:
    if not label:
        return topic
    if label in ("Yes", "No"):
        return f"{topic} – {label}"
    words = [
        w for w in _WORD.findall(label.lower()) if w not in OPENERS and not tells_not_what(w) and w not in _ADDS_NOTHING
    ]
    told = topic.lower()
    return (
        f"{topic} – {label}" if any(w not in told and w.removesuffix("s") not in told.split() for w in words) else topic
    )
