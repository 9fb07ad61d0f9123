"""Where a text names a force: its police, panel or commissioner, its area, a district of it, or a web address of one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Literal

from schema.vocabulary import districts, force_aliases

Kind = Literal["institution", "area", "district", "host", "address", "host-address"]

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’]*|&|\d+")
_ADDRESS = re.compile(
    r"(?<![\w.-])(?:[a-z0-9]++(?:-++[a-z0-9]++)*+\.)+(?:uk|org|info|com|wales|cymru)(?![\w-])", re.IGNORECASE
)
#: What every address has: looked for first, as few texts have one.
_DOMAIN = re.compile(r"\.(?:uk|org|info|com|wales|cymru)(?![\w-])", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    "force": "institution",
    "panel": "institution",
    "opcc": "institution",
    "mayor": "institution",
    "corporation": "institution",
    "abbreviation": "institution",
    "area": "area",
    "home-office": "area",
    "host": "host",
}
#: A word after a name of an area that makes it the name of something else: a council, a university, a region.
_OTHER_BODY = re.compile(
    r"\s+(?:(?:county|city|borough|district|metropolitan|unitary|town|parish|combined|local)\s+)*"
    r"(?:council(?:s|lors?)?|authority|university|hospitals?|nhs|fire\b(?!\s+and\s+crime)|ambulance|region\b|street|road|"
    r"college|school|cricket|football|mercury|telegraph|times|office)\b",
    re.IGNORECASE,
)
#: What a name of an area may begin with and still be printed in capitals or in small letters.
_SHORT = {"llr", "gmp", "mps", "mopac", "mopc", "gmca", "pcvc"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a force in a text: ``text[start:end]``, which force, and what kind of name it is."""

    force: str
    kind: Kind
    start: int
    end: int


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: small letters, "and" for "&", hyphens and commas apart, no possessive.

    >>> words_of("Leicester, Leicestershire & Rutland")
    ('leicester', 'leicestershire', 'and', 'rutland')
    """
    return tuple(map(_spoken, _TOKEN.findall(name)))


@lru_cache(maxsize=16384)
def _spoken(token: str) -> str:
    word = token.lower().replace("’", "'")
    return "and" if word == "&" else word.removesuffix("'s").removesuffix("'")


@cache
def names() -> dict[tuple[str, ...], tuple[str, Kind]]:
    """Every printed name of a force as words, with the force and the kind of name."""
    found: dict[tuple[str, ...], tuple[str, Kind]] = {}
    for district in districts():
        found[words_of(district.name)] = (district.force, "district")
    for alias in force_aliases():
        kinds = {_KINDS[kind] for kind in (k.removesuffix("-derived") for k in alias.kinds) if kind in _KINDS}
        if not kinds:
            continue
        # A name that is both ("Gwent" is used for the police too) says less than a name of the police alone.
        kind: Kind = "area" if "area" in kinds else "institution" if "institution" in kinds else "host"
        if alias.alias in {
            "Beds",
            "Cambs",
            "Hants",
            "Herts",
            "Leics",
            "Lincs",
            "Northants",
            "Notts",
            "South Yorks",
            "LLR",
        }:
            kind = "area"
        found[words_of(alias.alias)] = (alias.force, kind)
    return found


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    index: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names():
        index[name[0]].append(name)
    for candidates in index.values():
        candidates.sort(key=len, reverse=True)
    return dict(index)


@cache
def addresses() -> dict[str, tuple[str, Kind]]:
    """Web and mail domains with their force."""
    return {
        alias.alias.lower(): (alias.force, "host-address" if alias.kinds == ("host-domain",) else "address")
        for alias in force_aliases()
        if any(kind.endswith("-domain") for kind in alias.kinds)
    }


def force_of_address(address: str) -> tuple[str, Kind] | None:
    """The force to whose police, commissioner, panel or host a domain belongs.

    >>> force_of_address("www.lancashire-pcc.gov.uk")
    ('lancashire', 'address')
    """
    parts = address.lower().split(".")
    for i in range(len(parts) - 1):
        if found := addresses().get(".".join(parts[i:])):
            return found
    return None


def mentions(text: str) -> Iterator[Mention]:
    """The names of forces in ``text``, the longest at each place, in order.

    Examples: "the Police and Crime Commissioner for Leicestershire" is an institution, "across Lancashire" an area, "Burnley"
    a district; "Kent County Council" is a host, and "West Midlands region" names no force.
    """
    for match in _ADDRESS.finditer(text) if _DOMAIN.search(text) else ():
        if found := force_of_address(match.group()):
            yield Mention(found[0], found[1], match.start(), match.end())
    spoken, index = words_of(text), _by_first_word()
    found_at: list[tuple[int, tuple[str, ...]]] = []
    taken = 0
    for i, word in enumerate(spoken):
        if word in index and i >= taken:
            best = next((name for name in index[word] if spoken[i : i + len(name)] == name), None)
            if best is not None:
                taken = i + len(best)
                found_at.append((i, best))
    tokens, before = _TOKEN.finditer(text), 0
    for i, name in found_at:
        first = next(islice(tokens, i - before, None))
        last = next(islice(tokens, len(name) - 2, None)) if len(name) > 1 else first
        start, end, before = first.start(), last.end(), i + len(name)
        force, kind = names()[name]
        if _is_name(text, start, end, name, kind):
            yield Mention(force, kind, start, end)


def _is_name(text: str, start: int, end: int, name: tuple[str, ...], kind: Kind) -> bool:
    printed = text[start:end]
    if name[0] in _SHORT and len(name) == 1:
        return printed.isupper()
    if not (printed[0].isupper() or printed.startswith("the Met")):
        return False
    if text[end : end + 1] in {"@", "."} and text[end + 1 : end + 2].isalnum():
        return False
    if kind in {"area", "district"} or name == ("the", "met"):
        return _OTHER_BODY.match(text, end) is None
    return True
