"""Which organisations the recipients and funders of awards are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from extract.awards.wording import names_partnership
from extract.names.forces import area_of
from schema.organisations import normal_form, organisation_id, reviewed_forms
from schema.reading import Award
from schema.vocabulary import organisations

#: How alike two normal forms must be to be one name with a slip, of 100, and how long a word in which the slip is.
_ALIKE = 93.0
_LEAST_LETTERS = 5


def with_organisations(awards: Iterable[Award], forces: Mapping[int, str | None]) -> Iterator[Award]:
    """The awards with the ids of who gets and who gives the money; ``forces`` are those of the papers by number.

    Where no recipient is named, an area that is the name of a partnership is one: ``Blackpool CSP``.
    """
    for award in awards:
        force = forces.get(award.paper)
        # "Warwickshire was allocated": an area that gets money is the council, the force or the commissioner, it is not said which.
        taker = award.recipient if award.recipient != award.area or names_partnership(award.area or "") else None
        if taker is None and award.area and names_partnership(award.area):
            taker = award.area
        yield replace(award, recipient_id=organisation_of(taker, force), funder_id=organisation_of(award.funder, force))


@lru_cache(maxsize=4096)
def organisation_of(name: str | None, force: str | None) -> str | None:
    """The id of the organisation that ``name`` names in a paper of ``force``, or None where that is not certain.

    A slip of a letter in a long word is no other name, unless the word is that of a place: ``Victim Suport`` is victim-support.
    """
    id = organisation_id(name, force)
    if not name or id is None or id in _reviewed_ids():
        return id
    form = normal_form(name)
    known = reviewed_forms(force)
    nearest = process.extractOne(form, known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return known[nearest[0]] if nearest and _is_slip(form, nearest[0]) else id


@cache
def _reviewed_ids() -> frozenset[str]:
    return frozenset(one.id for one in organisations())


def _is_slip(form: str, other: str) -> bool:
    words, others = form.split(), other.split()
    if len(words) != len(others):
        return False
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(different) == 1 and all(
        len(b) >= _LEAST_LETTERS
        and Levenshtein.distance(a, b) <= 1
        and not a.isdigit()
        and area_of(a) is None
        and area_of(b) is None
        for a, b in different
    )
