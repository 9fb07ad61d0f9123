"""The areas of a sentence: "-4% for England and Wales, -9% for the North West region", "Preston saw a rise of 5%, Chorley 7%"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from extract.names.forces import Area, area_of
from extract.wording import lowered
from schema.vocabulary import force_named

_WIDE = re.compile(
    r"\b(?:(?P<tie>for|in|across|throughout|of|by)\s+)?(?:(?:the|our|all\s+(?:police\s+)?forces\s+in|its|a|an)\s+)?"
    r"(?P<name>(?<=[ns]\sthe\s)(?:city|north|south|east|west)(?=\s*(?:[,.;)]|$|and\b|by\b))|nationally|nationwide|(?<=across\sthe\s)county(?=\s*(?:[,.;)]|$|as\s+a\s+whole|and\b))|county-?wide|regional(?=\s+(?:average|mean|median)\b)|locally|force-?wide|(?:across\s+the\s+)?country(?=\s*(?:[,.;)]|$|(?:paid|pays|pay|as\s+a\s+whole|and)\b))|regionally|england\s+(?:and|&)\s+wales|england|the\s+uk|"
    r"(?:north|south)\s+(?:west|east)(?:\s+region)?|(?:east|west)\s+midlands\s+region|east\s+midlands|east\s+of\s+england|"
    r"yorkshire\s+(?:and|&)\s+(?:the\s+)?humber(?:side)?|(?:most\s+)?similar\s+(?:police\s+)?(?:groups?|forces|force|family)(?:\s+(?:of\s+forces|average|mean))?\b|msg|msf|"
    r"(?:(?<=in\sthe\s)|(?<=for\sthe\s)|(?<=across\sthe\s)|(?<=in\sits\s)|(?<=in\sour\s))(?:region|group)(?=\s*(?:[,.;)]|$|and\b|as\s+a\s+whole))|"
    r"national(?=\s*[:=]?\s+[\d£(]|\s+(?:average|figure|rate|mean|level|trend|median|picture|increase|decrease|rise|fall|drop|reduction|change)))",
)
#: One of these is in each.
_WIDE_WORDS = (
    "national", "wide", "locally", "country", "regional", "england", "uk", "north", "south", "east", "west", "yorkshire",
    "similar", "msg", "msf", "city", "region", "group", "county",
)  # fmt: skip
_NAMED = re.compile(
    r"\b(?P<tie>[Ii]n|[Aa]cross|[Ww]ithin|[Tt]hroughout|[Ff]or|of)\s+(?:the\s+)?"
    r"(?P<name>(?:[A-Z][a-z]+(?:-[a-z]+)*|[A-Z]{2,})(?:(?:\s+(?:and|&|with|of|upon)\s+|\s+)[A-Z][\w-]*){0,4}"
    # a list of them, of which together something is told
    r"(?:(?:,\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2}){1,7},?\s+(?:and|&)\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2})?)"
)
#: Names that no word ties: the subject of a clause, or a name right before its figure.
_BARE = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:and|while|whilst|whereas|but|with|than|that|alongside|both|compared\s+(?:to|with)|only)\s+)(?:(?:Alongside|Unlike|Despite|While|Whilst|Although|Whereas|But|And|Both|Only)\s+)?(?:[Tt]he\s+)?"
    r"(?P<name>[A-Z][a-z]+(?:-[a-z]+)*(?:(?:\s+(?:and|&|with|of|upon)\s+|\s+)[A-Z][\w-]*){0,4})"
    r"(?=['’]s?\s+[a-z]|\s*[(:–-]?\s*[+-]?£?\d|\s*:\s+(?:from|about|around|some|nearly|almost|over|under)\s+£?\d|,?\s+(?:also\s+|alone\s+)?(?:saw|has|had|have|continues?|engages?|works?|asked|gives|gave|counted|employs|employed|recorded|experienced|reported|received|showed|"
    r"shows|went|came|moved|climbed|improved|slipped|scored|averaged|reached|rose|fell|increased|decreased|reduced|dropped|is|are|was|were|remains?|remained|stands|stood|by|with|at|up|down|average)\b)"
)
_MEANT = {
    "nationally": "National",
    "nationwide": "National",
    "country": "National",
    "national": "National",
    "regionally": "Regional",
    "regional": "Regional",
    "region": "Regional",
    "group": "Most Similar Group",
    "locally": "Force",
    "county": "Force",
    "county-wide": "Force",
    "countywide": "Force",
    "force-wide": "Force",
    "forcewide": "Force",
}
#: What makes of a wider area the mean of its forces: "the national average is", "an average for England and Wales", not "national average time".
_MEAN_AFTER = re.compile(
    r"\s+(?:police\s+|force\s+)?(?P<mean>average|mean|median)\b(?=\s*(?:[.,;:()\d£–-]|$|(?:of|is|was|are|were|at|in|for|by|and|but|which|that|on|to|when|with|while|stood|stands|has|had|rose|fell|over|remains?|remained|increases?|decreases?|rise|fall|reduction|change|drop)\b))",
    re.IGNORECASE,
)
_MEAN_IN = re.compile(r"(?:average|mean)$")
_MEAN_BEFORE = re.compile(
    r"\b(?P<mean>average|mean|median)(?:\s+(?:rate|figure|level|number|score))?\s+(?:of|for|across|in)\s+(?:the\s+|our\s+|all\s+|its\s+)?$",
    re.IGNORECASE,
)
#: After a tied name these make it the beginning of a longer one: "Preston Operating Centre", "Lancashire's Plan", "Kent-wide".
_PART_OF_NAME = re.compile(r"\s+[A-Z]|\s*\((?!\s*[-+–~<]?£?\d)|['’]s?\s|\s*-(?=\w)")
#: What bears the name of an area and is none: "the Crime Survey for England and Wales".
_BODY_OF = re.compile(r"\b(?:Survey|Statistics|Inspectorate|Association|Council|Bank|Charity\s+Commission)\s+$")
_COMPASS = re.compile(r"(?:North|South|East|West)")
_LONGER_NAME = re.compile(r"\s+(?!Region|Police|Force|Average|Group|Mean|England|Wales|The\b|In\b)[A-Z][a-z]+\s+[A-Z]")
#: Where "the group" is one of forces.
_OF_FORCES = re.compile(r"\b(?:nationally|national|region|regionally|similar|msg|england)\b")
_NUMBERED = re.compile(r"^(?:\(?[ivxlc\d]+(?:\.\d+)*[.)]?|\(?[a-z]\))\s+", re.IGNORECASE)
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")
_PRINTED_WORD = re.compile(r"[^\s,]+")
_WITHIN = re.compile(r"\bwithin\s+(?:the\s+|our\s+)?$", re.IGNORECASE)
_SIMILAR = re.compile(r"^(?:most\s+)?similar\s+(?:police\s+)?|\s+(?:of\s+forces|average|mean)$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&)\s+")
_LINK = re.compile(r"\s+(?:and|&|with|of|upon)\s")


@dataclass(frozen=True, slots=True)
class AreaMention:
    """An area named in a sentence, with the word that ties it.

    ``name`` is as printed, "National" for "nationally", with "average" where it is the mean of the forces in it.
    ``force`` is the force whose area it is or in which it lies, None for wider ones.
    """

    start: int
    end: int
    name: str
    force: str | None = None


def find_area_mentions(text: str, force: str | None = None) -> tuple[AreaMention, ...]:
    """The areas that a sentence ties to its figures, in order.

    Examples: ``for our Most Similar Group`` Most Similar Group, ``across Lancashire`` Lancashire, ``in July in Preston`` Preston,
    ``nationally`` National, ``the national average`` National average, ``locally`` the paper's own force; without a tie ``Preston saw …``, ``Chorley 7%``.
    ``Preston Operating Centre`` is no area.
    """
    found: list[AreaMention] = []
    taken: list[tuple[int, int]] = []
    low = lowered(text)
    for match in _WIDE.finditer(low) if any(word in low for word in _WIDE_WORDS) else ():
        if _WITHIN.search(text[: match.start()]) or (match["tie"] and _BODY_OF.search(text[: match.start()])):
            # "spend within the North West region" is the force's own.
            taken.append(match.span())
            continue
        name = " ".join(text[match.start("name") : match.end("name")].split())
        meant = _MEANT.get(name.lower().removeprefix("across the "), name)
        if name[:1].isupper() and _COMPASS.match(name) and _LONGER_NAME.match(text, match.end()):
            # "The South East Area Allowance": a name of its own.
            taken.append(match.span())
            continue
        if name == "group" and not _OF_FORCES.search(low):
            continue
        if "similar" in name.lower():
            meant = _SIMILAR.sub("", meant)
            meant = f"Most Similar {meant.title()}"
        area = area_of(meant.capitalize() if meant in ("Force", "city") else meant, force)
        if area is None:
            if meant in ("city", "north", "south", "east", "west"):
                # A part of the force that has no name of its own is still not the whole.
                found.append(AreaMention(match.start(), match.end(), meant, force))
            continue
        if meant in ("Force", "city"):
            meant = area.name
        elif mean := _mean_of(text, match):
            meant = f"{meant} {mean}"
        taken.append(match.span())
        found.append(AreaMention(match.start(), match.end(), meant, area.force or area.within))
    for match in itertools.chain(_NAMED.finditer(text), _BARE.finditer(text)):
        if any(start < match.end("name") and match.start("name") < end for start, end in taken):
            continue
        tied = match.re is _NAMED
        for name, end in _shorter(match["name"], match.start("name")):
            areas = _areas_of(name if tied else name.removesuffix(" Council"), force)
            if areas:
                if not (_PART_OF_NAME if tied else _NAME_GOES_ON).match(text, end):
                    forces = {area.force or area.within for area in areas}
                    named = name if len(areas) > 1 else _printed(areas[0])
                    start = match.start() if tied else match.start("name")
                    found.append(AreaMention(start, end, named, forces.pop() if len(forces) == 1 else None))
                    taken.append((start, end))
                break
    return tuple(sorted(found, key=lambda a: a.start))


def _mean_of(text: str, match: re.Match[str]) -> str:
    """The word that makes of a wider area the mean of what is in it: ``average`` of "the MSG average"; else nothing."""
    if last := _MEAN_IN.search(match["name"].lower()):
        return last.group()
    found = _MEAN_AFTER.match(text, match.end()) or _MEAN_BEFORE.search(text[: match.start("name")])
    return found["mean"].lower() if found else ""


def area_of_heading(heading: str, force: str | None = None) -> AreaMention | None:
    """The area that a heading names if it is nothing but one: ``3. Preston``, ``East Division``, ``National:``."""
    area = area_of(_NUMBERED.sub("", heading).strip(" :.*–-"), force)
    return mention_of(area) if area else None


def mention_of(area: Area) -> AreaMention:
    """An area that a heading gives, as the figures of sentences bear it."""
    return AreaMention(0, 0, _printed(area), area.force or area.within)


def _areas_of(name: str, force: str | None) -> list[Area]:
    """The area of a name, or those of the names that "and" joins, if all of them are areas: "Leicester City and Rutland"."""
    whole = area_of(name, force)
    if whole is not None:
        return [whole]
    parts = [area_of(part, force) for part in _AND.split(name)]
    return [part for part in parts if part is not None] if None not in parts else []


def _printed(area: Area) -> str:
    """The name of an area; that of a force without "Police" or "Constabulary"."""
    return force_named(area.force).name if area.kind == "force" and area.force else area.name


def _shorter(name: str, start: int) -> list[tuple[str, int]]:
    """A name and its beginnings, longest first: "Leicester City and Rutland", "Leicester City", "Leicester"."""
    words = list(_PRINTED_WORD.finditer(name))
    return [
        (name[: w.end()], start + w.end())
        for w in reversed(words)
        if w.group()[0].isupper() and not _LINK.match(name[w.end() :])
    ]
