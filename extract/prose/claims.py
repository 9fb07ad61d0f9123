"""What a rule of wording makes of a figure, before its period, area and measure are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.prose.frame import Frame, Stated

Role = Literal["current", "previous", "level"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading of the figure ``figure`` of a frame.

    ``label`` is empty where the sentence does not say what is measured and the text before has to. ``falls`` turns a change
    negative that is printed without a sign. ``role`` is ``current`` and ``previous`` in a comparison. ``unit`` overrides what is
    printed. ``of`` is another figure of the frame whose label this one shares.
    """

    figure: int
    label: str
    statistic: str
    role: Role = "level"
    falls: bool = False
    unit: str | None = None
    note: str | None = None
    of: int | None = None
    confidence: float = 0.9


#: The label of a figure that is of the same as the figure told last, of another place or time: "Nationally 71% were".
SAME = "+="

Claims = Iterator[Claim]


def change_statistic(stated: Stated) -> str:
    """``percent_change``, ``point_change`` or ``change``, by the unit of the figure."""
    if stated.figure.unit == "percent":
        return "point_change" if stated.figure.points else "percent_change"
    return "change"


def index_at(frame: Frame, start: int) -> int:
    """The index of the figure at ``start``; the rules only ask where a sign stands."""
    index = frame.figure_at(start)
    assert index is not None
    return index
