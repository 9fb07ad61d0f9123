"""Whose a figure is: of a force, a part of one, the group of its similar forces, a region, a country."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from schema.vocabulary import force_aliases, force_named, forces

Level = Literal["force", "part", "group", "region", "country", "unknown"]

_GROUP = re.compile(r"\b(?:most similar|similar forces?|msgs?|msfs?|family (?:of forces|average)|peers?|peer group)\b")
_COUNTRIES = {
    "england and wales": "england and wales",
    "e and w": "england and wales",
    "eng and wales": "england and wales",
    "england wales": "england and wales",
    "england": "england",
    "wales": "wales",
    "uk": "united kingdom",
    "united kingdom": "united kingdom",
    # Whether the whole of England and Wales is meant is not said.
    "national": "national",
    "nationally": "national",
    "all forces": "national",
    "nat": "national",
    "country": "national",
}
_OWN_REGION = frozenset({"region", "regional", "the region", "regional average", "region average"})
_THE_FORCE = frozenset(
    {"force", "forcewide", "force wide", "constabulary", "the force", "the constabulary", "police force"}
)
_ABOUT = re.compile(r"\b(?:the|average|avg|mean|total|overall|region|regional)\b")


@dataclass(frozen=True, slots=True)
class Whose:
    """``name`` is the id of a force, else the area in small letters; ``force`` the force of a part or of a group."""

    level: Level
    name: str
    force: str | None = None

    @property
    def key(self) -> str:
        """A short text, equal for the same area: ``force:kent``, ``part:kent:medway``, ``country:england and wales``."""
        return ":".join(part for part in (self.level, self.force if self.level != "force" else None, self.name) if part)


@lru_cache(maxsize=4096)
def whose(area: str | None, force: str | None, home: str | None) -> Whose:
    """Whose figure one is, by the printed ``area``, its ``force`` as read, and ``home``, the force that the paper is of.

    | area | force | home |  |
    | --- | --- | --- | --- |
    | ``Lancashire Constabulary`` | lancashire | lancashire | force:lancashire |
    | ``Preston`` | lancashire | lancashire | part:lancashire:preston |
    | ``Most Similar Group`` | | kent | group:kent:most similar group |
    | ``England & Wales`` | | kent | country:england and wales |
    | ``North West Region`` | | kent | region:north west |
    """
    words = plain(area)
    if not words:
        return Whose("force", force, force) if force else Whose("unknown", "")
    if _GROUP.search(words):
        return Whose("group", "most similar group", force or home)
    core = plain(_ABOUT.sub(" ", words)) or words
    if words in _OWN_REGION and home is not None:
        return Whose("region", plain(force_named(home).region))
    if core in _COUNTRIES:
        return Whose("country", _COUNTRIES[core])
    if force is not None:
        whole = core in _THE_FORCE or force in _forces_called(words, core)
        return Whose("force", force, force) if whole else Whose("part", words, force)
    named = _forces_called(words)
    # "West Midlands" is a force, "West Midlands Region" has four.
    if core in _regions() and not named:
        return Whose("region", core)
    if len(named) == 1:
        (only,) = named
        return Whose("force", only, only)
    return Whose("unknown", words, home)


@lru_cache(maxsize=4096)
def plain(text: str | None) -> str:
    """Text in small letters, with one spelling of "and" and single spaces: ``E & W`` is ``e and w``."""
    return " ".join(re.sub(r"[^\w]+", " ", (text or "").lower().replace("&", " and ")).split())


def _forces_called(*names: str) -> frozenset[str]:
    return frozenset().union(*(_named().get(name, frozenset()) for name in names))


@cache
def _named() -> dict[str, frozenset[str]]:
    """The forces by what they are called. A host council has the name of a place and is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for force in forces():
        found[plain(force.name)].add(force.id)
        found[plain(force.police_name)].add(force.id)
    for alias in force_aliases():
        if not all(kind.startswith(("host", "panel", "opcc", "mayor", "gss")) for kind in alias.kinds):
            found[plain(alias.alias)].add(alias.force)
    return {name: frozenset(ids) for name, ids in found.items()}


@cache
def _regions() -> frozenset[str]:
    return frozenset(plain(force.region) for force in forces())
