"""Which force a paper is about, and which area a printed name stands for.

A force is never guessed: several that are equally strong, or names only in passing, give none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal
from urllib.parse import urlsplit

from extract.names.force_names import force_of_address, mentions, names, words_of
from schema.vocabulary import districts, forces

AreaKind = Literal["force", "district", "partnership", "division", "county", "region", "nation", "group"]

_POLICING = re.compile(
    r"police(?:,?\s+fire)?\s*(?:and|&)\s*crime\s+(?:panel|commissioner|plan)|police,?\s+(?:fire|crime)\b|\bO?PF?CC\b|"
    r"\bconstabulary\b|\bchief\s+constable\b|policing",
    re.IGNORECASE,
)
_DOMAIN_WORDS = re.compile(r"pcp|pfcp|pcc|pfcc|police")


@dataclass(frozen=True, slots=True)
class Area:
    """An area as printed or meant. ``force`` is set where it is the whole area of that force, ``within`` where it is part of one."""

    name: str
    kind: AreaKind
    force: str | None = None
    within: str | None = None


def force_of_url(url: str | None) -> str | None:
    """The force whose police, commissioner or panel publishes at an address; a host council's site says nothing by itself."""
    host = urlsplit(url).hostname if url else None
    if not host:
        return None
    known = force_of_address(host)
    if known:
        return known[0] if known[1] == "address" else None
    if not _DOMAIN_WORDS.search(host):
        return None
    squeezed = re.sub(r"[^a-z]", "", host)
    named = {force.id for force in forces() if force.id.replace("-", "") in squeezed}
    # "westyorkshire" holds no other force's name, but "leicestershire" could be met inside a longer host name.
    return named.pop() if len(named) == 1 else None


def force_of_paper(
    titles: Iterable[str], headings: Iterable[str], body: Iterable[str], *, source_url: str | None = None
) -> str | None:
    """The force that a paper is about, from where and how often it is named.

    ``titles`` are the title block and the name of the body, ``headings`` and ``body`` the rest in order. The police, the
    commissioner and the panel count more than the area, and an area counts only in a paper about policing: a county council's
    budget names its county on every page. One force must stand out clearly.

    Examples: ``Office of the Police and Crime Commissioner for Lancashire`` in the title block gives lancashire; a paper in
    which only ``Cumbria`` is mentioned once gives none.
    """
    titles, headings, body = list(titles), list(headings), list(body)
    opening = " ".join([*titles, *headings[:12], *body[:12]])
    policing = _POLICING.search(opening) is not None
    score: defaultdict[str, float] = defaultdict(float)
    firm: Counter[str] = Counter()
    if (by_url := force_of_url(source_url)) is not None:
        score[by_url] += 8
        firm[by_url] += 8
    _count(score, firm, " ".join(titles), {"institution": 10, "address": 4, "area": 4, "host": 1}, 30, policing)
    _count(score, firm, " \n ".join(headings), {"institution": 3, "address": 1, "area": 1}, 12, policing)
    text = " \n ".join(body)
    _count(score, firm, text, {"institution": 2, "address": 1, "area": 1, "district": 0.25}, 40, policing)
    if not score:
        return None
    (first, best), *rest = sorted(score.items(), key=lambda item: -item[1])
    # A longer paper names its force more often; a name in passing is never enough.
    enough = 3.5 + min(2.5, len(text) / 4000) if policing else 10 + len(text) / 4000
    if best < enough or (not policing and not firm[first]):
        return None
    return first if not rest or best >= 1.6 * rest[0][1] else None


def _count(
    score: defaultdict[str, float],
    firm: Counter[str],
    text: str,
    weights: dict[str, float],
    most: float,
    policing: bool,
) -> None:
    """Add what the names in ``text`` weigh, up to ``most`` for the strongest force, in proportion for the others."""
    here: defaultdict[str, float] = defaultdict(float)
    for mention in mentions(text):
        weight = weights.get(mention.kind, 0)
        if mention.kind in {"institution", "address"}:
            firm[mention.force] += 1
        elif not policing:
            continue
        here[mention.force] += weight
    heaviest = max(here.values(), default=0)
    scale = most / heaviest if heaviest > most else 1.0
    for force, weight in here.items():
        score[force] += weight * scale


_NATIONS = (
    "england and wales", "england", "wales", "scotland", "northern ireland", "great britain", "united kingdom", "uk", "gb",
    "e and w", "national", "nationally", "nationwide", "all forces",
)  # fmt: skip
_REGIONS = (
    "north west", "north east", "yorkshire and the humber", "yorkshire and humber", "yorkshire and humberside", "east midlands",
    "west midlands region", "east of england", "eastern", "greater london", "london", "inner london", "south east",
    "south west", "regional",
)  # fmt: skip
_GROUPS = (
    "most similar group", "most similar groups", "most similar force", "most similar forces", "most similar family",
    "most similar force group", "most similar police forces", "msg", "msgs", "msf", "msg group", "similar forces",
)  # fmt: skip
_WIDER: dict[str, AreaKind] = {
    **dict.fromkeys(_NATIONS, "nation"),
    **dict.fromkeys(_REGIONS, "region"),
    **dict.fromkeys(_GROUPS, "group"),
}
_NOTE = re.compile(r"(?:\s*(?:\*|[†‡§¹²³⁴⁵]|\[\d\]|<sup>.*?</sup>))+$")
_STATISTIC = re.compile(
    r"(?<![\s,:–-])[\s,:–-]+(?:average|avg\.?|mean|median|total|overall|force\s*-?\s*wide|\(total\)|\(average\))$", re.I
)
_WHOLE_FORCE = re.compile(
    r"^(?:the\s+|our\s+)?(?:(?:whole\s+)?force(?:\s*-?\s*wide|\s+area)?(?:\s+(?:total|average|avg\.?|mean))?|constabulary(?:\s*-?\s*wide)?(?:\s+(?:total|average|mean))?|all\s+(?:districts|divisions|areas))$",
    re.I,
)
_PARTNERSHIP = re.compile(
    r"[\s-]+(?:(?:district\s+)?(?:CSPs?|CDRPs?)|(?:district\s+)?community\s+safety\s+partnerships?)$", re.IGNORECASE
)
_PLACE_WORD = re.compile(
    r"\s+(?:boroughs?|districts?|city|county|unitary|local\s+authority(?:\s+area)?|areas?|town)$", re.IGNORECASE
)
_DIVISION = re.compile(
    r"^(?:(?P<name>(?:(?:north|south|east|west|central|city|county|coastal|pennine)(?:ern)?(?:\s+|-)?){1,2}|[A-Z])\s+"
    r"(?:BCU|LPU|LPA|LPT|NPA|basic\s+command\s+unit|division|local\s+policing\s+(?:unit|area|team)|district|area)|"
    r"(?:BCU|division|area)\s+(?:[A-Z]|\d{1,2}))$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*", re.IGNORECASE)


@lru_cache(maxsize=8192)
def area_of(text: str, force: str | None = None) -> Area | None:
    """The area for which a printed name stands, or None where it is not the name of an area.

    ``force`` is the force that the paper is about: it gives a meaning to "Force", and to "City" in Leicestershire.

    Examples: ``Lancashire*`` and ``Lancashire Constabulary`` are the whole force, ``Burnley`` and ``Blackpool CSP`` a part of
    it, ``England & Wales`` a nation, ``North West Region`` a region, ``Most Similar Group`` a group; ``Burglary`` is none.
    """
    printed = _NOTE.sub("", " ".join(text.split())).strip(" :")
    if not 1 < len(printed) <= 80 or not (printed[0].isupper() or printed[0].isdigit()):
        return None
    if _WHOLE_FORCE.match(printed):
        return Area(_area_names()[force], "force", force) if force in _area_names() else None
    bare = _STATISTIC.sub("", printed)
    return _wider(bare) or _named(bare) or _several(bare) or _part(bare, force)


@cache
def _area_names() -> dict[str | None, str]:
    return {force.id: force.name for force in forces()}


@cache
def _district_force() -> dict[tuple[str, ...], tuple[str, str]]:
    return {words_of(district.name): (district.force, district.kind) for district in districts()}


def _wider(name: str) -> Area | None:
    """A nation, a region or a group of forces: ``E&W``, ``North West Region``, ``MSG``."""
    words = " ".join(words_of(name)).removeprefix("the ")
    kind = _WIDER.get(words) or _WIDER.get(words.removesuffix(" region"))
    return Area(name, kind) if kind else None


def _named(name: str) -> Area | None:
    """A force or its area, a district, or a partnership, by its whole name."""
    words = words_of(name)
    known = names().get(words)
    if known and known[1] in {"area", "institution"} and not _is_body(words):
        return Area(name, "force", known[0])
    if words in _district_force():
        force, kind = _district_force()[words]
        return Area(
            name, "county" if kind == "county" else "partnership" if kind == "csp" else "district", within=force
        )
    shorter = _PARTNERSHIP.sub("", name)
    if shorter != name and (inner := _named(shorter) or _several(shorter)):
        return Area(name, "partnership", within=inner.force or inner.within)
    shorter = _PLACE_WORD.sub("", name)
    if shorter != name and (inner := _named(shorter)):
        return inner if name.lower().endswith(("area", "areas")) else Area(name, inner.kind, inner.force, inner.within)
    return None


def _is_body(words: tuple[str, ...]) -> bool:
    """True for the name of a panel, a commissioner or an office, which is no area."""
    return bool(
        {"panel", "commissioner", "office", "pcp", "pfcp", "pcc", "opcc", "mayor", "authority", "committee", "pcvc"}
        & {*words}
    ) or (len(words) == 1 and words[0] in {"mopac", "mopc", "gmca", "pcvc"})


def _several(name: str) -> Area | None:
    """Districts named together: ``Burnley, Hyndburn & Ribble Valley``."""
    parts = [part for part in _BETWEEN.split(name) if part]
    if len(parts) < 2:
        return None
    found = [words_of(part) for part in parts]
    if not all(words in _district_force() or (words in names() and names()[words][1] == "area") for words in found):
        return None
    within = {names()[words][0] for words in found}
    kind: AreaKind = "district" if all(words in _district_force() for words in found) else "group"
    return Area(name, kind, within=within.pop() if len(within) == 1 else None)


def _part(name: str, force: str | None) -> Area | None:
    """A division of the force, or a local short name: "City" in Leicestershire is Leicester."""
    if _DIVISION.match(name):
        return Area(name, "division", within=force)
    if force == "leicestershire" and name.lower() in {"city", "county", "counties"}:
        return Area("Leicester" if name.lower() == "city" else name, "district", within=force)
    return None
