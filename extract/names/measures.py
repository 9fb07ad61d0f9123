"""Which measure of the vocabulary a printed label is. A wrong measure is worse than none.

A label is compared word by word (``extract.names.label_words``). Words that say nothing may differ ("recorded", "total"), a word
that no known name has may be a misprint of one that has ("Burglery"), and nothing else: "with" never matches "without".
The headings above speak where the label alone is too short ("Burglary" under "User Satisfaction").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.names.label_words import label_words, tidy
from extract.names.measure_decisions import decision_on
from extract.names.measure_fit import Asked, fits
from extract.names.measure_headings import aim_of, measure_of_heading
from extract.names.measure_names import NUMBER_OF, Name, Words, like, names, near_names, same_words
from schema.vocabulary import measures_above

#: How a label led to its measure: by the measure's own name, another known name of it, a name that it makes together with
#: a heading, words that are nearly those of a name, or what a person decided.
MeasureSource = Literal["name", "alias", "heading", "fuzzy", "decision"]
_Found = tuple[Name, float, MeasureSource]

#: What stands between a group of offences and a part of it.
_BEHIND = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*[–—]\s*")
_PLAIN_COUNT = frozenset(("crime", "recorded", "number", "total", "overall", "reported", "volume", "level"))
_PLAIN_SATISFACTION = frozenset(
    (
        "satisfaction", "satisfied", "service", "user", "victim", "rate", "level", "overall", "whole", "experience", "all",
        "with", "percent",
    )
)  # fmt: skip
_OF_USERS = re.compile(r"satisf|\bvictims?\b|\busers?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """A measure of the vocabulary, how surely the label means it, and how it was found. ``id`` is None where a person decided "none".

    The score is 1 for a known name where it may stand, 0.97 for its words in another order, 0.95 for a name that label and
    heading make together, and less for a freer reading: some 0.02 for each word that says nothing and that only one of them
    has, and as much as a misprint differs from its word. Below 0.9 a person should look.
    """

    id: str | None
    score: float
    source: MeasureSource


@lru_cache(maxsize=16384)
def match_measure(
    label: str, *, context: str = "", unit: str | None = None, force: str | None = None
) -> MeasureMatch | None:
    """The measure that a printed label names, or None.

    ``context`` holds the headings above, outermost first, parted by `` > ``. ``unit`` is the unit of the *level*, one of the
    contract's words; leave it out for changes and shares, whose unit says nothing about the measure, as a rank says nothing.
    ``force`` is that of the paper; in a paper of none, "Complaints" and "Reserves" are the police's only where a word says so.

    Examples: ``Robbery (Personal)`` is robbery-personal; ``Violence w/o Injury`` violence-without-injury; ``Burglary`` under
    ``a. Satisfaction`` satisfaction-burglary; ``Number of offences`` under ``11 To reduce all crime`` all-recorded-crime;
    ``Hate incidents`` hate-incidents and never hate-crime; ``Position v MSG`` none. What a person decided on a label
    (``schema/data/measure_decisions.csv``) goes before everything else.
    """
    label, context = " ".join(label.split()), " ".join(context.split())
    if (decided := decision_on(label, context, unit, force)) is not None:
        return MeasureMatch(decided.measure, 1.0, "decision")
    return _match(label, context, None if unit == "rank" else unit, force)


def candidates(label: str, most: int = 3) -> list[tuple[str, float]]:
    """The measures whose names are most like a label, whatever its unit and headings, each with how like (0 to 1).

    For a person who decides on a label that no measure was found for; never used to match.
    """
    return like(label_words(label), most)


def _match(label: str, context: str, unit: str | None, force: str | None) -> MeasureMatch | None:
    if not 1 < len(label) <= 200:
        return None
    words = label_words(label)
    if not any(word[0].isalpha() and len(word) > 1 for word in words):
        return None
    above = tuple(part.strip() for part in context.split(" > ") if part.strip())
    asked = Asked(tidy(label), words, above, unit, force)
    exactly = _part_of_a_group(asked) or _best(asked, _exact(asked))
    if _PLAIN_SATISFACTION.issuperset(words) and {"satisfaction", "satisfied"} & {*words}:
        return _satisfaction(asked) if exactly is None or exactly.id == "satisfaction-overall" else exactly
    if unit in {None, "count"} and _PLAIN_COUNT.issuperset(words) and (counted := _counted_above(asked)):
        return counted
    return exactly or _best(asked, _nearly(words))


def _part_of_a_group(asked: Asked) -> MeasureMatch | None:
    """The part that a label names behind its group: ``Sexual offences – rape`` is rape, ``Criminal damage: arson`` arson."""
    group, *parts = _BEHIND.split(asked.label)
    if len(parts) != 1:
        return None
    above = measure_of_heading(group)
    if above is None:
        return None
    found = [name for name in same_words(label_words(parts[0])) if not name.contexts and fits(asked, name) is not None]
    if len({name.measure.id for name in found}) != 1 or above not in measures_above(found[0].measure.id):
        return None
    return MeasureMatch(found[0].measure.id, 0.97, "name" if found[0].own else "alias")


def _nearly(words: Words) -> Iterable[_Found]:
    return ((name, score, "fuzzy") for name, score in near_names(words))


def _exact(asked: Asked) -> Iterable[_Found]:
    """Names with the same words, and with those of the one or two headings above where these make a longer name."""
    for name in same_words(asked.words):
        yield name, 1.0 if name.words == asked.words else 0.97, "name" if name.own else "alias"
    for depth in range(1, min(2, len(asked.above)) + 1):
        heading = " ".join(asked.above[-depth:])
        if len(heading) <= 80 and not {*(words := label_words(aim_of(heading)))} <= {*asked.words}:
            for name in same_words(tuple({*asked.words, *words})):
                yield name, 0.95, "heading"


def _best(asked: Asked, found: Iterable[_Found]) -> MeasureMatch | None:
    """The one measure among ``found`` that fits unit, force and headings; None where two fit equally."""
    fitting: dict[str, tuple[int, float, MeasureSource]] = {}
    for name, score, source in found:
        rank = fits(asked, name)
        if rank is not None and (rank, score) > fitting.get(name.measure.id, (-1, 0.0, source))[:2]:
            fitting[name.measure.id] = (rank, score, source)
    if not fitting:
        return None
    (first, (rank, score, source)), *others = sorted(fitting.items(), key=lambda item: item[1][:2], reverse=True)
    return MeasureMatch(first, round(score, 3), source) if not others or others[0][1][:2] < (rank, score) else None


def _counted_above(asked: Asked) -> MeasureMatch | None:
    """What is counted by "Number of offences": one of the two headings above says it."""
    for heading in reversed(asked.above[-2:]):
        aim = aim_of(heading)
        under = Asked(aim, label_words(aim), (), asked.unit or "count", asked.force)
        if (
            len(heading) <= 120
            and under.words
            and (match := _best(under, _exact(under)) or _best(under, _nearly(under.words)))
        ):
            return MeasureMatch(match.id, round(match.score * 0.97, 3), "heading")
    return None


def _satisfaction(asked: Asked) -> MeasureMatch | None:
    """Whose satisfaction "User Satisfaction" is: that of all victims, or of those whom one of the headings above names."""
    if asked.unit not in {None, "percent"} or (NUMBER_OF.match(asked.label) and asked.unit != "percent"):
        return None
    for heading in reversed(asked.above[-2:]):
        words = frozenset(label_words(aim_of(heading)))
        groups = {
            frozenset(name.words): name.measure.id
            for name in names()
            if "satisfaction" in name.contexts
            and words.issuperset(name.words)
            and name.measure.id != "satisfaction-overall"
        }
        named = {measure for group, measure in groups.items() if not any(group < other for other in groups)}
        if named:
            return MeasureMatch(named.pop(), 0.95, "heading") if len(named) == 1 else None
    if any(name.measure.id == "satisfaction-overall" for name in same_words(asked.words)):
        return MeasureMatch("satisfaction-overall", 1.0, "alias")
    # "Satisfaction levels have settled at 80%": whose, the label does not say.
    spoken = {"user", "victim"} & {*asked.words} or any(map(_OF_USERS.search, asked.above[-2:]))
    return MeasureMatch("satisfaction-overall", 0.9, "fuzzy") if spoken else None
