"""The totals that award tables print: sums of awards, and no awards themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from schema.reading import Award, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardTotal:
    """A printed total in pounds, with the places of the awards that it adds up.

    Examples as printed: ``Total: £104,360`` behind ``a) £87,890 b) £16,470`` in one cell; the last row of a list of grants.
    """

    place: Place
    paper: int
    label: str
    text: str
    value: float
    parts: tuple[Place, ...]


class AwardTable(NamedTuple):
    """What an award table says."""

    awards: tuple[Award, ...]
    totals: tuple[AwardTotal, ...]
