"""The same thing told several times: which telling counts, and how the others stand to it. Pure; ``schema.claims`` has the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from schema.comparing import changes_of, day_of
from schema.figure import Figure
from schema.rounding import NOISE, half_unit

Standing = Literal["current", "agrees", "rounded", "conflicts", "revised", "provisional", "differs"]

#: Two figures that are this near each other, as a share or in points, are meant to be the same.
_NEAR = 0.05
_NEAR_REVISED = 0.10
_NEAR_POINTS = 2.0
_FEW = 2
_POINTS = frozenset({"percent_change", "point_change"})
#: Below this it is rather a misreading than another figure.
_READ_SURELY = 0.6
_TENTATIVE = frozenset("PEF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One figure where it is told. ``meeting`` is the day of its paper's meeting (ISO), None where that is not known.

    ``spot`` is the table, or the paper where it stands in a sentence.
    """

    figure: Figure
    document: str
    spot: str
    meeting: str | None
    source: str

    @property
    def occasion(self) -> tuple[str, str]:
        """When it was told: figures of one meeting are told at once, those of papers without a day each by themselves."""
        return (self.meeting, "") if self.meeting else ("", self.document)


@dataclass(frozen=True, slots=True)
class Stands:
    """How one telling stands to ``against``, which is the telling that counts, of its own meeting or of the next one."""

    telling: Telling
    standing: Standing
    against: Telling | None = None
    why: str | None = None


def standings(tellings: Sequence[Telling], conflicting: Collection[frozenset[str]] = ()) -> list[Stands]:
    """How the tellings of one claim stand to each other, latest meeting first; the order in which they are given does not matter.

    A spot that has two values for one thing tells of two things (changes against the year before and against a baseline), and it is
    not known which is which. At each meeting one telling counts: the surest, most exact one. That of the last meeting is ``current``, and the one before is held
    against it, and so on back. ``conflicting`` are pairs of observations of which a check of their paper says that they conflict.
    """
    occasions: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    values: dict[str, set[float | None]] = defaultdict(set)
    for one in tellings:
        occasions[one.occasion].append(one)
        values[one.spot].add(one.figure.value)
    several = frozenset(spot for spot, told in values.items() if len(told) > 1)
    found: list[Stands] = []
    later: Telling | None = None
    for occasion in sorted(occasions, reverse=True):
        first, *others = sorted(occasions[occasion], key=lambda one: (one.spot in several, *_rank(one)))
        if later is None:
            found.append(Stands(first, "current"))
        else:
            found.append(_of_several(first, later, several) or _restated(first, later))
        found += [_of_several(other, first, several) or _told_twice(other, first, conflicting) for other in others]
        later = first
    return found


def _of_several(one: Telling, against: Telling, several: Collection[str]) -> Stands | None:
    """For a telling at a spot with several values: it is of the same thing only where it is told again there."""
    if one.spot not in several and against.spot not in several:
        return None
    same = _sameness(one.figure, against.figure) if one.spot == against.spot else None
    return Stands(one, same or "differs", against, None if same else _SEVERAL)


def _rank(one: Telling) -> tuple[object, ...]:
    """The least is the telling that counts: read surely, without "about", printed exactly, in a table."""
    figure = one.figure
    exactness = half_unit(figure.value, figure.value_text, figure.unit)
    return (
        figure.confidence < _READ_SURELY,
        bool(figure.qualifier) or figure.value_to is not None,
        exactness,
        one.source != "table",
        -figure.confidence,
        figure.id,
    )


def _told_twice(one: Telling, first: Telling, conflicting: Collection[frozenset[str]]) -> Stands:
    same = _sameness(one.figure, first.figure)
    if same:
        return Stands(one, same, first)
    known = frozenset({one.figure.id, first.figure.id}) in conflicting
    if known or (_read_surely(one, first) and _near(one.figure, first.figure, _NEAR)):
        return Stands(one, "conflicts", first, _reason(one, first) or "two values for one thing at one meeting")
    return Stands(one, "differs", first, _reason(one, first) or _FAR)


def _restated(one: Telling, later: Telling) -> Stands:
    same = _sameness(one.figure, later.figure)
    if same:
        return Stands(one, same, later)
    if not one.meeting or not later.meeting:
        return Stands(one, "differs", later, "which of the two papers is the later one is not known")
    if one.figure.obs_status in _TENTATIVE and later.figure.obs_status not in _TENTATIVE:
        return Stands(one, "provisional", later, _reason(one, later))
    if _read_surely(one, later) and (_near(one.figure, later.figure, _NEAR_REVISED) or _few(one.figure, later.figure)):
        return Stands(one, "revised", later, _reason(one, later))
    return Stands(one, "differs", later, _reason(one, later) or _FAR)


_SEVERAL = "one place has several values for it, which are of several things"
_FAR = "they are so far apart, or read with so little confidence, that another thing may be meant"


def _sameness(a: Figure, b: Figure) -> Literal["agrees", "rounded"] | None:
    assert a.value is not None and b.value is not None
    difference = abs(a.value - b.value)
    noise = NOISE * max(1.0, abs(a.value))
    if difference <= noise and a.qualifier == b.qualifier and a.value_to == b.value_to:
        return "agrees"
    reach = max(half_unit(one.value, one.value_text, one.unit) for one in (a, b))
    return "rounded" if difference <= reach + noise else None


def _read_surely(*tellings: Telling) -> bool:
    return all(one.figure.confidence >= _READ_SURELY for one in tellings)


def _near(a: Figure, b: Figure, share: float) -> bool:
    assert a.value is not None and b.value is not None
    difference = abs(a.value - b.value)
    if difference <= share * min(abs(a.value), abs(b.value)):
        return True
    return a.kind in _POINTS and difference <= _NEAR_POINTS


def _few(a: Figure, b: Figure) -> bool:
    """True for small counts of which one or two came to light later: 9 homicides and then 10."""
    assert a.value is not None and b.value is not None
    return a.unit == "count" and a.kind == "level" and abs(a.value - b.value) <= _FEW


def _reason(one: Telling, later: Telling) -> str | None:
    """What may explain that two figures differ, as far as the papers and the vocabulary say."""
    return "; ".join(_reasons(one, later)) or None


def _reasons(one: Telling, later: Telling) -> Iterator[str]:
    a, b = one.figure, later.figure
    if a.obs_status in _TENTATIVE and b.obs_status not in _TENTATIVE:
        yield "the earlier figure was provisional or an estimate"
    if a.system != b.system:
        yield f"counted in {a.system or 'a system that is not named'}, then in {b.system or 'one that is not named'}"
    if (a.qualifier or a.value_to is not None) or (b.qualifier or b.value_to is not None):
        yield "one of them is no exact figure"
    for change in changes_of(a.measure):
        concerned = change.force is None or change.force == a.whose.force
        if concerned and one.meeting and later.meeting and one.meeting <= day_of(change).isoformat() <= later.meeting:
            yield f"recording changed between the two meetings ({change.date}): {change.what}"
