"""The areas of a sentence: "-4% for England and Wales, -9% for the North West region", "increased nationally by 52%"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.names.forces import area_of

_WIDE = re.compile(
    r"\b(?:(?P<tie>for|in|across|throughout|of|by)\s+)?(?:(?:the|our|all\s+(?:police\s+)?forces\s+in|its|a|an)\s+)?"
    r"(?P<name>nationally|nationwide|(?:across\s+the\s+)?country(?=\s*(?:[,.;)]|$))|regionally|England\s+(?:and|&)\s+Wales|England|the\s+UK|"
    r"(?:North|South)\s+(?:West|East)(?:\s+region)?|(?:East|West)\s+Midlands\s+region|East\s+Midlands|East\s+of\s+England|"
    r"Yorkshire\s+(?:and|&)\s+(?:the\s+)?Humber(?:side)?|most\s+similar\s+(?:group|force|family|forces)(?:\s+(?:of\s+forces|average|mean))?|MSG|MSF|"
    r"national(?=\s+(?:average|figure|rate|mean|level|trend|median|picture)))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?P<tie>in|across|within|throughout|for|of)\s+(?:the\s+)?"
    r"(?P<name>(?:[A-Z][a-z]+(?:-[a-z]+)*|[A-Z]{2,})(?:(?:\s+(?:and|&|with|of|upon)\s+|\s+)[A-Z][\w-]*){0,4})"
)
_MEANT = {
    "nationally": "National",
    "nationwide": "National",
    "country": "National",
    "national": "National",
    "regionally": "Regional",
}


@dataclass(frozen=True, slots=True)
class AreaMention:
    """An area named in a sentence, with the word that ties it; ``name`` is as printed, "National" for "nationally"."""

    start: int
    end: int
    name: str


def find_area_mentions(text: str, force: str | None = None) -> tuple[AreaMention, ...]:
    """The areas that a sentence ties to its figures, in order.

    Examples: ``for our Most Similar Group`` Most Similar Group, ``across Lancashire`` Lancashire, ``in July in Preston`` Preston,
    ``nationally`` National. ``Preston Operating Centre`` is no area.
    """
    found = []
    for match in _WIDE.finditer(text):
        if re.search(r"\bwithin\s+(?:the\s+|our\s+)?$", text[: match.start()], re.IGNORECASE):
            continue
        name = " ".join(match["name"].split())
        meant = _MEANT.get(name.lower().removeprefix("across the "), name)
        found.append(AreaMention(match.start(), match.end(), meant))
    for match in _NAMED.finditer(text):
        if any(a.start < match.end() and match.start() < a.end for a in found):
            continue
        for name, end in _shorter(match["name"], match.start("name")):
            area = area_of(name, force)
            if area is not None:
                if not re.match(r"\s+[A-Z(]|['’]s?\s|\s*-", text[end:]):
                    found.append(AreaMention(match.start(), end, area.name))
                break
    return tuple(sorted(found, key=lambda a: a.start))


def _shorter(name: str, start: int) -> list[tuple[str, int]]:
    """A name and its beginnings, longest first: "Leicester City and Rutland", "Leicester City", "Leicester"."""
    words = list(re.finditer(r"\S+", name))
    return [
        (name[: w.end()], start + w.end())
        for w in reversed(words)
        if w.group()[0].isupper() and not re.match(r"\s+(?:and|&|with|of|upon)\s", name[w.end() :])
    ]
