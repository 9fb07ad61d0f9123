"""Colours and coloured spots that rate a figure: red, amber and green, whatever the format gives them as."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from schema.document import Cell

_OF_SPREADSHEETS = {"#c6efce": "Green", "#ffeb9c": "Amber", "#ffc7ce": "Red"}
#: What a coloured sign is where it stands alone: the spot and not its cell has the colour.
_SPOT = re.compile(r"[●⬤•■◼⚫▪◆♦⚑🔴🟠🟡🟢🟥🟧🟨🟩]")
_JUDGEMENT = re.compile(
    r"\b(?:red|amber|green|rag|on|off|above|below|not|target|track|high|medium|low|good|poor|met|achieved?|improv\w+|worse\w*|"
    r"better|increas\w+|decreas\w+|stable|static|same|no change|significant\w*|requires|complete\w*|overdue|delayed|n/?a)\b",
    re.IGNORECASE,
)


def may_be_rated(text: str) -> bool:
    """True for a cell whose colour may be a rating: empty, a figure, an arrow or a word of judgement; not for a coloured name."""
    return len(re.findall(r"[A-Za-z]", text)) < 2 or bool(_JUDGEMENT.search(text)) or any(c.isdigit() for c in text)


def is_spot(text: str) -> bool:
    """True for a text that is one spot and nothing else: ``●``."""
    return _SPOT.fullmatch(text.strip()) is not None


@cache
def rag_colour(colour: str) -> str | None:
    """The word for a clearly red, amber or green colour; None for tints, greys, blues and dark or pale shades.

    Examples: ``#ff0000`` -> ``Red``, ``#ffc000`` -> ``Amber``, ``#00b050`` -> ``Green``, ``#fde9d9`` -> None; the tints that
    spreadsheets give to what is good, neutral and bad are ratings too.
    """
    if colour in _OF_SPREADSHEETS:
        return _OF_SPREADSHEETS[colour]
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return None
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    high, low = max(red, green, blue), min(red, green, blue)
    if high < 110 or high - low < 0.55 * high:
        return None
    if red == high and blue <= 110:
        share = (green - low) / (high - low)
        if share < 0.3:
            return "Red"
        return "Amber" if share <= 1.0 else None
    if green == high and red > 0.9 * green and blue <= 110:
        return "Amber"
    if green == high and blue < 0.75 * green and red < 0.85 * green:
        return "Green"
    return None


def with_ratings(cells: Sequence[Cell], ratings: Mapping[tuple[int, int], str]) -> tuple[Cell, ...]:
    """The cells of a table that is no printed one with their marks; ``ratings`` are ``Red``, ``Amber`` and ``Green`` by row and column.

    Heads, names and rows of one colour over all their width (a head, a total) are not rated.
    """
    if not ratings:
        return tuple(cells)
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    striped = {
        number for number, row in rows.items() if len(row) > 2 and len({ratings.get((c.row, c.col)) for c in row}) == 1
    }
    return tuple(
        c._replace(mark=ratings.get((c.row, c.col)))
        if not c.is_header and c.row not in striped and may_be_rated(c.text)
        else c
        for c in cells
    )
