"""Many notes of one kind in one paper, told together: ``85 charts or pictures whose values are not printed …``, ``pages 8–12, 15``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

Row = Mapping[str, Any]

#: So many of one kind are still told one by one.
APART = 3

_MANY = {
    "doubtful_figures": "scanned pages on which something could not be made out with certainty and was left out",
    "figure_without_data": "charts or pictures whose values are not printed as text or in a table: nothing of them is in the database",
    "low_confidence": "tables with figures that are read with doubt: label or kind is not printed beside them",
    "no_text": "pages that are images without text, so nothing on them was read",
    "nothing_recognised": "pages that are images in which no text was found",
    "number_misprinted": "places where what is printed is no number that can be read: they give no figure",
    "page_killed": "pages on which the program that read them ended, so nothing on them was read",
    "page_too_large": "pages that needed more memory than is allowed, so nothing on them was read",
    "page_too_slow": "pages that took longer than is allowed, so nothing on them was read",
    "page_unreadable": "pages that could not be read",
    "sentence_too_long": "sentences that are too long to tell what their figures belong to",
    "table_not_understood": "tables with figures of which none could be given a meaning; their cells are in source_cells",
    "too_many_drawings": "pages with more drawn lines than are read of one page; tables on them may be incomplete",
    "turned_text": "pages with text in several directions, of which words were not read",
    "unknown_characters": "pages with words in characters that their fonts do not explain; they show as �",
}


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Notes of one document, code and severity: ``rows`` in printed order, ``message`` a sentence for all, ``places`` where they are.

    ``places`` are pairs of the first and the last page, from 1 and both inclusive, or of lines where ``of_lines``.
    """

    rows: tuple[Row, ...]
    message: str
    places: tuple[tuple[int, int], ...]
    of_lines: bool

    @property
    def first(self) -> Row:
        """The note that is printed first; what all have in common is that of it."""
        return self.rows[0]

    @property
    def where(self) -> str:
        """The places in words: ``page 4``, ``pages 8–12, 15``, ``lines 3, 7``, empty where none is known."""
        return ", ".join(words for words, _, _ in self.ways)

    @property
    def ways(self) -> list[tuple[str, int, int | None]]:
        """Each place in words with the page and, of lines, the line at which it begins: ``pages 8–12`` with 8, then ``15`` with 15."""
        thing = "line" if self.of_lines else "page"
        one = len(self.places) == 1 and self.places[0][0] == self.places[0][1]
        page_of = {row["line"]: row["page"] or 1 for row in self.rows}
        said = [in_words(place) for place in self.places]
        first = [f"{thing if one else thing + 's'} {words}" for words in said[:1]]
        return [
            (words, page_of[begin], begin) if self.of_lines else (words, begin, None)
            for words, (begin, _) in zip([*first, *said[1:]], self.places, strict=True)
        ]


def grouped(rows: Iterable[Row]) -> list[ProblemGroup]:
    """Rows of ``problems`` or ``not_read`` with those of one kind in one paper together where they are many, each where its first stands.

    Rows have at least ``document_id``, ``code``, ``severity``, ``page``, ``line`` and ``message``; ``line`` is None where pages are
    what a reader goes by.
    """
    rows = list(rows)
    alike: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(_kind(row), []).append(row)
    told = []
    for row in rows:
        same = alike[_kind(row)]
        if len(same) <= APART:
            told.append(_told([row]))
        elif row is same[0]:
            told.append(_told(same))
    return told


def of_many(code: str, number: int, example: str) -> str:
    """What many notes of a code say together; of a code without words of its own, with one of them as an example."""
    if said := _MANY.get(code):
        return f"{number:,} {said}."
    return f"{number:,} notes of one kind ({code.replace('_', ' ')}), the first of them: {example}"


def in_words(place: tuple[int, int]) -> str:
    """A stretch of pages or lines: ``(8, 12)`` is ``8–12``, ``(8, 8)`` is ``8``."""
    first, last = place
    return str(first) if first == last else f"{first}–{last}"


def stretches(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers as stretches, in order: ``5, 3, 4, 9`` is ``(3, 5), (9, 9)``; each may come more than once."""
    steps = count()
    runs = groupby(sorted(set(numbers)), key=lambda number: number - next(steps))
    listed = [list(run) for _, run in runs]
    return tuple((run[0], run[-1]) for run in listed)


def _kind(row: Row) -> tuple[object, ...]:
    return row["document_id"], row["code"], row["severity"]


def _told(rows: list[Row]) -> ProblemGroup:
    first = rows[0]
    of_lines = all(row["line"] is not None for row in rows)
    numbers = [row["line" if of_lines else "page"] for row in rows]
    message = first["message"] if len(rows) == 1 else of_many(first["code"], len(rows), first["message"])
    places = stretches(number for number in numbers if number is not None)
    return ProblemGroup(tuple(rows), message, places, of_lines)
