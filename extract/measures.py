"""Which measure of the vocabulary a printed label is. A wrong measure is worse than none.

A label is compared word by word (``extract.label_words``). Words that say nothing may differ ("recorded", "total"), a word
that no known name has may be a misprint of one that has ("Burglery"), and nothing else: "with" never matches "without".
The headings above speak where the label alone is too short ("Burglary" under "User Satisfaction").
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from extract.label_words import label_words, tidy
from schema.vocabulary import Measure, measure_aliases, measures

Words = tuple[str, ...]

#: Words that a printed label may have beside those of the name.
_SAYS_NOTHING = frozenset(
    [
        "number",
        "total",
        "recorded",
        "reported",
        "overall",
        "police",
        "force",
        "constabulary",
        "volume",
        "figure",
        "data",
        "latest",
        "current",
        "all",
        "crime",
        "report",
        "case",
        "level",
        "against",
    ]
)
#: Words of a name that a printed label may lack.
_MAY_LACK = frozenset(("number", "recorded", "reported"))
#: Words that name what is counted; a label and a name must have the same ones.
_COUNTED = frozenset(
    [
        "incident",
        "referral",
        "investigation",
        "conviction",
        "arrest",
        "victim",
        "outcome",
        "detection",
        "satisfaction",
        "confidence",
        "survey",
        "interview",
        "charge",
        "caution",
        "offender",
        "suspect",
        "repeat",
        "share",
        "rate",
        "ratio",
        "median",
        "mean",
        "average",
        "target",
        "fte",
        "officer",
        "staff",
        "pcso",
        "special",
        "cadet",
        "volunteer",
        "call",
        "child",
        "adult",
        "report",
        "case",
        "level",
        "all",
        "individual",
        "person",
        "people",
        "non",
        "injury",
        "with",
        "without",
        "from",
        "excluding",
        "including",
    ]
)
_TIMES = frozenset(("seconds", "minutes", "hours", "days"))
_TAKES: dict[str, frozenset[str]] = {
    "FTE": frozenset(("FTE", "count")),
    "rate": frozenset(("rate", "count")),
    "rank": frozenset(("rank", "count")),
    "hours": _TIMES | {"count"},
    "days": _TIMES | {"count"},
    "minutes": _TIMES,
    "seconds": _TIMES,
}
#: Counts of people for which no measure in full-time equivalents is kept apart.
_ALSO_FTE = frozenset(
    (
        "pcso-fte",
        "specials",
        "neighbourhood-officers",
        "control-room-staff",
        "officer-post-changes",
        "staff-post-changes",
    )
)
_PERCENT = re.compile(r"^\W*(?:%|per\s?cent(?:age)?\b|proportion\b|share\b)", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*(?:(?:total|recorded|overall)\s+)?(?:numbers?|no\.?|volumes?|counts?)\s+of\b", re.IGNORECASE)
_PLAIN_COUNT = frozenset(("crime", "recorded", "number", "total", "overall", "reported", "volume", "level"))
_PLAIN_SATISFACTION = frozenset(
    [
        "satisfaction",
        "satisfied",
        "service",
        "user",
        "victim",
        "rate",
        "level",
        "overall",
        "whole",
        "experience",
        "all",
        "with",
        "percent",
    ]
)
_OBJECTIVE = re.compile(
    r"^(?:\s*(?:strategic\s+)?priority\s*\d*[\s:–-]*)?(?:to\s+)?(?:reduc\w+|tackl\w+|increas\w+|improv\w+|prevent\w*|continu\w+\s+improv\w+)\s+"
    r"(?:(?:the\s+)?(?:number|level|reporting|recording|incidence)s?\s+of\s+|(?:the\s+)?outcomes?\s+for\s+(?:victims\s+of\s+)?)?",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\s*(?:,?\s+(?:and|to)\s+(?:ensur|provid|support|improv|protect|keep)\w*\b.*|\s+to\s+victims\s+of\s+crime.*)$",
    re.IGNORECASE,
)
#: What a heading is about, where that changes what a label under it counts.
_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern, re.IGNORECASE))
    for subject, pattern in (
        ("satisfaction", r"satisf"),
        ("confidence", r"\bconfidence\b|\bCSEW\b|crime\s+survey"),
        (
            "outcome",
            r"^\W*(?:positive\s+)?outcomes?\b|outcome\s+(?:rate|type)|detection|\bsolved\b|resolution\s+rate|charge\s+rate|convict",
        ),
        (
            "other",
            r"\barrests?\b|stop\s*(?:and|&)\s*search|\bperception|\bpriorities\s+of\b|repeat\s+(?:victim|offend)|admission|attendances|"
            r"\bcourt\b|\bwhat\s+matters\b|\bper\s+1,?000\b|\brate\s+per\b|\brank(?:ing)?\b|severity",
        ),
        ("crime", r"\brecorded\s+crime|\b(?:crime|offence)\s+(?:type|group|level|categor)|\bcrime\s+summary"),
    )
)
_FLAGS = frozenset(
    [
        "domestic-abuse-crime",
        "domestic-abuse-incidents",
        "domestic-abuse-all",
        "hate-crime",
        "hate-incidents",
        "business-crime",
        "rural-crime",
        "cyber-crime",
        "alcohol-related-crime",
        "knife-crime",
        "vawg-crime",
        "child-abuse-crime",
        "cse-crime",
    ]
)


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """A measure of the vocabulary, and how surely the label means it: 1 as known, less for a freer reading."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class _Name:
    """A known name of a measure: its words, and what must hold for it to mean that measure."""

    words: Words
    measure: Measure
    force: str | None
    units: tuple[str, ...]
    contexts: tuple[str, ...]
    percent: bool
    number: bool


def match_measure(
    label: str, *, context: str = "", unit: str | None = None, force: str | None = None
) -> MeasureMatch | None:
    """The measure that a printed label names, or None.

    ``context`` holds the headings above, outermost first, parted by `` > ``. ``unit`` is the unit of the *level*, one of the
    contract's words; leave it out for changes and shares, whose unit says nothing about the measure.

    Examples: ``Robbery (Personal)`` is robbery-personal; ``Violence w/o Injury`` violence-without-injury; ``Burglary`` under
    ``a. Satisfaction`` satisfaction-burglary; ``Number of offences`` under ``11 To reduce all crime`` all-recorded-crime;
    ``Hate incidents`` hate-incidents and never hate-crime; ``Position v MSG`` none.
    """
    return _match(" ".join(label.split()), " ".join(context.split()), unit, force)


@lru_cache(maxsize=16384)
def _match(label: str, context: str, unit: str | None, force: str | None) -> MeasureMatch | None:
    if not 1 < len(label) <= 200:
        return None
    words = label_words(label)
    if not words or not any(word[0].isalpha() and len(word) > 1 for word in words):
        return None
    above = [part.strip() for part in context.split(" > ") if part.strip()]
    asked = _Asked(label, words, above, unit, force)
    exactly = _best(asked, _exact(asked))
    if (
        "satisfaction" in words
        and set(words) <= _PLAIN_SATISFACTION
        and (not exactly or exactly.id == "satisfaction-overall")
    ):
        return _satisfaction(asked)
    if set(words) <= _PLAIN_COUNT and above and (subject := _subject_count(asked)):
        return subject
    return exactly or _best(asked, _nearly(asked))


@dataclass(frozen=True, slots=True)
class _Asked:
    label: str
    words: Words
    above: list[str]
    unit: str | None
    force: str | None


@cache
def _names() -> tuple[_Name, ...]:
    by_id = {measure.id: measure for measure in measures()}
    printed = [(m.name, m, None, (), ()) for m in measures()]
    found: dict[tuple[object, ...], _Name] = {}
    for text, measure, force, units, contexts in (
        *printed,
        *((a.alias, by_id[a.measure], a.force, a.units, a.contexts) for a in measure_aliases()),
    ):
        name = _Name(
            label_words(text),
            measure,
            force,
            units,
            contexts,
            bool(_PERCENT.match(text)),
            bool(_NUMBER.match(text)),
        )
        if name.words != ("crime",):  # "Number of crimes": of what, only the heading can say
            found.setdefault((name.words, measure.id, force, units, contexts), name)
    return tuple(found.values())


@cache
def _by_words() -> dict[Words, tuple[_Name, ...]]:
    index: defaultdict[Words, list[_Name]] = defaultdict(list)
    for name in _names():
        index[tuple(sorted(name.words))].append(name)
    return {words: tuple(named) for words, named in index.items()}


@cache
def _joined() -> dict[Words, str]:
    return {words: " ".join(words) for words in _by_words()}


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for name in _names() for word in name.words) | _SAYS_NOTHING


def _exact(asked: _Asked) -> list[tuple[_Name, float]]:
    """Names with the same words, with those of the one or two headings above where these make a longer name."""
    index = _by_words()
    found = [(name, 1.0 if name.words == asked.words else 0.97) for name in index.get(tuple(sorted(asked.words)), ())]
    for depth in (1, 2):
        heading = " ".join(asked.above[-depth:])
        if heading and len(heading) <= 80 and len(asked.above) >= depth:
            both = tuple(sorted({*asked.words, *label_words(_aim(heading))}))
            if both != tuple(sorted(asked.words)):
                found += [(name, 0.95) for name in index.get(both, ())]
    return found


def _nearly(asked: _Asked) -> list[tuple[_Name, float]]:
    """Names that differ by words which say nothing, or by a misprint."""
    joined = _joined()
    near = process.extract(
        " ".join(sorted(asked.words)), joined, scorer=fuzz.token_set_ratio, score_cutoff=72, limit=40
    )
    found = []
    for _, _, key in near:
        if (score := _agreement(asked.words, key)) > 0:
            found += [(name, score) for name in _by_words()[key]]
    return found


def _agreement(label: Words, name: Words) -> float:
    """How well two sets of words agree, 0 where a word that matters is in one of them only."""
    known = _known_words()
    missing = [word for word in name if word not in label]
    score = 0.95
    for word in label:
        if word in name:
            continue
        if word not in known and len(word) >= 5:
            twin = process.extractOne(word, missing, scorer=fuzz.ratio, score_cutoff=82)
            if twin is not None and len(twin[0]) >= 5:
                missing.remove(twin[0])
                score -= 0.08
                continue
        if word not in _SAYS_NOTHING or (word in _COUNTED and not _COUNTED.isdisjoint(name)):
            return 0.0
        if word == "crime" and not _COUNTED.isdisjoint(name):
            return 0.0
        score -= 0.02
    if any(word not in _MAY_LACK for word in missing):
        return 0.0
    kept = len(name) - len(missing)
    return score - 0.02 * len(missing) if kept and not set(name) - set(missing) <= {"crime"} else 0.0


def _best(asked: _Asked, found: list[tuple[_Name, float]]) -> MeasureMatch | None:
    """The one measure among ``found`` that fits unit, force and headings; None where two fit equally."""
    fitting: dict[str, tuple[int, float]] = {}
    for name, score in found:
        if (rank := _fits(asked, name)) is not None:
            fitting[name.measure.id] = max(fitting.get(name.measure.id, (0, 0.0)), (rank, score))
    if not fitting:
        return None
    ranked = sorted(fitting.items(), key=lambda item: item[1], reverse=True)
    (first, (rank, score)), *others = ranked
    if others and others[0][1] == (rank, score):
        return None
    return MeasureMatch(first, round(max(score, 0.0), 3))


def _fits(asked: _Asked, name: _Name) -> int | None:
    """None where the name cannot be meant; else how much beside the words speaks for it."""
    measure, rank = name.measure, 0
    if name.force and name.force != asked.force:
        return None
    if asked.unit and (not _takes(measure, asked.unit) or (name.units and asked.unit not in name.units)):
        return None
    if name.units and asked.unit:
        rank += 1
    if not asked.unit and _PERCENT.match(asked.label) and not name.percent and measure.unit != "percent":
        return None
    if _NUMBER.match(asked.label) and not name.number and measure.unit == "percent" and asked.unit != "percent":
        return None
    if name.contexts:
        if not _under(name.contexts, asked.above):
            return None
        rank += 2
    elif not _may_stand_under(asked, measure):
        return None
    return rank + (1 if name.force else 0)


def _takes(measure: Measure, unit: str) -> bool:
    """True where a level of the measure may be printed in that unit."""
    if measure.unit == "count" and unit == "FTE":
        return measure.id in _ALSO_FTE
    return unit == measure.unit or unit in _TAKES.get(measure.unit, ())


def _subject(heading: str) -> str | None:
    return next(
        (subject for subject, pattern in _SUBJECTS if len(heading) <= 90 and pattern.search(_aim(heading))), None
    )


def _under(phrases: Words, above: list[str]) -> bool:
    """True where one of the phrases stands in a heading above, and no heading nearer to the label is about something else."""
    wanted = [label_words(phrase) for phrase in phrases]
    for heading in reversed(above):
        words = label_words(_aim(heading))
        if any(words[i : i + len(phrase)] == phrase for phrase in wanted for i in range(len(words))):
            return True
        if _subject(heading):
            return False
    return False


def _may_stand_under(asked: _Asked, measure: Measure) -> bool:
    """False for a count of crimes under a heading that is about something else: satisfaction, detections, domestic abuse."""
    if (
        measure.category not in {"Recorded crime", "Incidents", "Safeguarding and vulnerability"}
        or measure.unit != "count"
    ):
        if measure.id == "positive-outcome-rate" and asked.above:
            return _heading_measure(asked.above[-1]) in {None, "all-recorded-crime", "positive-outcome-rate"}
        return True
    subject = next((found for heading in reversed(asked.above) if (found := _subject(heading))), None)
    if subject in {"satisfaction", "confidence", "outcome", "other"} and _subject(asked.label) is None:
        return False
    flag = _heading_measure(asked.above[-1]) if asked.above else None
    return flag not in _FLAGS or measure.subcategory != "Violence against the person" or measure.id == flag


@lru_cache(maxsize=4096)
def _heading_measure(heading: str) -> str | None:
    """The measure that a heading names by exactly its words, whatever its unit."""
    words = tuple(sorted(label_words(_aim(heading))))
    named = {name.measure.id for name in _by_words().get(words, ()) if not name.contexts and not name.units}
    return named.pop() if len(named) == 1 else None


def _aim(heading: str) -> str:
    """What an objective is about: ``12 To reduce Domestic Burglary to victims of crime`` is about ``Domestic Burglary``."""
    return _AIM.sub("", _OBJECTIVE.sub("", tidy(heading))) or heading


def _subject_count(asked: _Asked) -> MeasureMatch | None:
    """What is counted by "Number of offences": the heading says it."""
    for heading in reversed(asked.above[-2:]):
        words = label_words(_aim(heading))
        if not words or len(heading) > 120:
            continue
        under = _Asked(_aim(heading), words, [], asked.unit or "count", asked.force)
        if match := _best(under, _exact(under)) or _best(under, _nearly(under)):
            return MeasureMatch(match.id, round(match.score * 0.97, 3))
    return None


def _satisfaction(asked: _Asked) -> MeasureMatch | None:
    """Whose satisfaction "User Satisfaction" is: that of all victims, or of those whom the heading names."""
    if asked.unit not in {None, "percent"} or (_NUMBER.match(asked.label) and asked.unit != "percent"):
        return None
    for heading in reversed(asked.above[-2:]):
        words = frozenset(label_words(_aim(heading)))
        groups = {
            name.words: name.measure.id
            for name in _names()
            if "satisfaction" in name.contexts
            and words.issuperset(name.words)
            and name.measure.id != "satisfaction-overall"
        }
        widest = {measure for group, measure in groups.items() if not any(set(group) < set(other) for other in groups)}
        if len(widest) > 1:
            return None
        if widest:
            return MeasureMatch(widest.pop(), 0.95)
    known = any(name.measure.id == "satisfaction-overall" for name in _by_words().get(tuple(sorted(asked.words)), ()))
    return MeasureMatch("satisfaction-overall", 1.0 if known else 0.9)
