"""Where a line of heads is parted between columns."""

from __future__ import annotations

import pytest

from extract.pages.aligned_columns import pieces_of
from extract.pages.lines import Segment
from schema.document import Box, Word


def words(*printed: tuple[str, float, float]) -> Segment:
    return Segment(tuple(Word(text, Box(x0, 100, x1, 110), size=10.0) for text, x0, x1 in printed))


@pytest.mark.parametrize(
    ("segment", "cut", "pieces"),
    [
        # Heads set right nearly touch, and the cut lies under the second.
        (
            words(("2024-25", 575.2, 612), ("against", 615.7, 650.6), ("original", 653.4, 689.3)),
            629,
            [(0, "2024-25"), (1, "against original")],
        ),
        # A label that runs on into an empty cell has even spaces.
        (
            words(("Review", 575.2, 612), ("against", 614.8, 650.6), ("original", 653.4, 689.3)),
            629,
            [(0, "Review against original")],
        ),
        # Of two words nothing tells which space is usual.
        (words(("2024-25", 575.2, 612), ("against", 615.7, 650.6)), 629, [(0, "2024-25 against")]),
        # A cut in the space parts there.
        (words(("2024-25", 575.2, 612), ("against", 618, 650.6)), 615, [(0, "2024-25"), (1, "against")]),
    ],
)
def test_heads_that_nearly_touch_are_parted(segment: Segment, cut: float, pieces: list[tuple[int, str]]) -> None:
    assert [(p.first, p.text) for p in pieces_of([segment], [cut])] == pieces
