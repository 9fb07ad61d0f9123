"""The one place that a heading, a caption or a line alone names: ``Pendle – performance``, ``Table 3: Recorded crime in Burnley, 2018/19``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.captions import without_number
from extract.names.forces import Area, AreaKind, area_of
from extract.times.periods import find_periods

_PARTS = re.compile(r"\s*[:–—|]\s*|\s+-\s+|\s*[()]\s*|,\s+|(?<=[a-zA-Z]{3})\.\s+")
_IN = re.compile(r"\b(?i:in|across|within|for)\s+(?:the\s+)?(?P<place>[A-Z].*)$")
#: A body that reports, which is not where its figures are; and what is named beside several places.
_BODY = re.compile(r"\b(?:councils?|authority|panel|committee|board|commissioner|cabinet|comparison|compared|versus|v|vs)\b", re.IGNORECASE)  # fmt: skip
_NUMBERED = re.compile(
    r"^(?:(?:part|section|annex|appendix|chapter|item)\s+(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*|one|two|three|four|five|six)\b[.:)]?\s*[–—-]?|"
    r"\(?(?:[ivxlc]+|[a-z]?\d+(?:\.\d+)*)[.)]|\(?[a-z][.)])\s+",
    re.IGNORECASE,
)
_PLACES: frozenset[AreaKind] = frozenset({"district", "partnership", "division", "county"})
_LONGEST = 100


@lru_cache(maxsize=2048)
def area_named(text: str, force: str | None) -> Area | None:
    """The place that a heading names, without its number and the periods in it; None where it names a body, two places or none.

    Examples: ``3. Preston – performance`` Preston, ``Part B. Burnley, 2018/19`` Burnley, ``Recorded crime in the Thames Valley`` Thames
    Valley, ``Leicester City Council`` none.
    """
    if len(text) > _LONGEST or _BODY.search(text):
        return None
    found = {area.name.lower(): area for part in _candidates(text) if (area := area_of(part, force)) is not None}
    # Two places in one heading: which of them the figures are of is not said.
    return next(iter(found.values())) if len(found) == 1 else None


def place_above(headings: Iterable[str], force: str | None) -> Area | None:
    """The part of a force that a heading names, of several the first that does; what a paper says of the nation stands under many."""
    found = (area_named(heading, force) for heading in headings)
    return next((area for area in found if area is not None and area.kind in _PLACES), None)


@lru_cache(maxsize=2048)
def reporting_force(text: str) -> Area | None:
    """The one force to which a body belongs that a line names: what it reports is of its whole area.

    Examples: ``West Mercia: Police and Crime Panel, 12 March 2019`` West Mercia, ``Police and Crime Panel for Surrey`` Surrey;
    ``Leicester, Leicestershire and Rutland Police and Crime Panel`` none, for Leicester is no force.
    """
    if len(text) > _LONGEST or not _BODY.search(text):
        return None
    found = {area.force: area for part in _candidates(text) if (area := area_of(part)) is not None and area.force}
    return next(iter(found.values())) if len(found) == 1 else None


def _candidates(text: str) -> Iterator[str]:
    text = _NUMBERED.sub("", without_number(" ".join(text.split())))
    yield text.strip(" :.")
    for start, end, _ in reversed(find_periods(text)):
        text = f"{text[:start]}|{text[end:]}"
    for part in _PARTS.split(text):
        if part := re.sub(r"\W*\b(?:in|to|at|of|the|year|ending|ended)?\W*$", "", part.strip(" .")):
            yield part
            if place := _IN.search(part):
                yield place["place"]
