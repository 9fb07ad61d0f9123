"""One measure over the years, ``/-/measure/burglary?force=kent``, and the list of all measures, ``/-/measures``.

What stands on one line is judged by ``schema.over_time``; lines of several forces stand on one chart where all count in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datasette.app import Datasette

from schema.comparing import Reason, compare
from schema.figure import Figure
from schema.over_time import Break, OverTime, Point, figures_over_time, parts_of
from schema.printed import LeftOut
from schema.side_by_side import PerThousand, per_thousand
from schema.vocabulary import force_named, measures_by_id
from schema.vocabulary import forces as all_forces
from schema.whose import plain
from serve import access, addresses, figure_rows
from serve.charts import Chart, Mark, Series, Vertical, chart_of
from serve.choices import FAMILY
from serve.measure_part import SHOWN as MOST_OF_PART
from serve.measure_part import every_figure, force_with, is_whole, part_called
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

#: So many lines can be told apart; more can be asked for one by one.
MOST_LINES = 6

_MEASURES = """
select m.id, m.name, m.category, coalesce(m.subcategory, '') as subcategory, count(distinct c.force) as forces, sum(c.n) as figures
from coverage c join measures m on m.id = c.measure group by m.id order by m.category, m.name
"""
_FORCES = """
select f.id, f.name, sum(c.n) as figures, count(distinct c.financial_year) as years from coverage c join forces f on f.id = c.force
where c.measure = ? group by f.id order by years desc, figures desc, f.name
"""

COLUMNS = (
    Column("force", "Force", "the police force"),
    *figure_rows.PERIOD,
    *figure_rows.VALUE,
    *figure_rows.PER_THOUSAND,
    *figure_rows.TOLD,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One force: the points of its line, and the figures that stand on no line with their reasons."""

    force: str
    name: str
    points: tuple[tuple[Point, PerThousand | None], ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change in recording that concerns lines of the chart, with its number there."""

    number: int
    change: Break
    forces: tuple[str, ...]


async def measures_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show every measure that some paper gives a figure for."""
    await access.ensure_may_view(datasette, request, "measures", "coverage")
    measures = await access.rows(datasette, _MEASURES)
    return await access.page(datasette, request, "measures.html", {"measures": measures, "family": FAMILY})


async def measure_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show a measure over time for the forces asked for, or for those with most years."""
    await access.ensure_may_view(datasette, request, "observations", "documents", "measures", "forces", "coverage")
    key = access.decoded(request.url_vars["id"])
    measure = await access.first(datasette, "select * from measures where id = ?", [key])
    if measure is None:
        raise access.NotFound(f"There is no measure with the id {key}.")
    forces = await access.rows(datasette, _FORCES, [key])
    known = {force["id"] for force in forces}
    names = {force.id: force.name for force in all_forces()}
    parts = await access.judged(datasette, parts_of, key)
    area = (request.args.get("area") or "").strip()
    named = list(dict.fromkeys(request.args.getlist("force")))
    if area and not named and (only := force_with(parts, area)):
        named = [only]
    asked = [force for force in named if force in known or force in parts]
    # A part is one of a force: several have a town centre.
    part = area if area and len(named) == len(asked) == 1 and not is_whole(area, asked[0]) else None
    areas: tuple[str, ...] = ()
    if part and (called := part_called(parts.get(asked[0], {}), part)):
        part, areas = called
    unit = request.args.get("unit") or None
    shown = asked or [force["id"] for force in forces[:MOST_LINES]]
    over_time = [
        await access.judged(datasette, figures_over_time, key, force, areas=areas, unit=unit)
        for force in shown[:MOST_LINES]
        if areas or not part
    ]
    lines = _together(over_time, part)
    by_size = len([line for line in lines if line.points]) > 1 and any(per for line in lines for _, per in line.points)
    turns = _turns(over_time)
    named_so = shown[:MOST_LINES]
    sheet = Sheet(
        file_name="-".join(["over-time", key, *named_so, *plain(part).split()]),
        title=f"{measure['name']} over time",
        address=access.absolute(
            datasette, request, addresses.measure(datasette, key, force=named_so, area=part, unit=unit)
        ),
        columns=COLUMNS,
        notes=[turn.change.what for turn in turns],
    )
    if form := request.url_vars["form"]:
        rows = [_row(datasette, request, line, *point) for line in lines for point in line.points]
        return sheet_response(sheet.of(rows), form)
    context = {
        "measure": measure,
        "sheet": sheet,
        "lines": lines,
        "figures": sum(len(line.points) for line in lines),
        "by_size": by_size,
        "chart": _chart(lines, turns, by_size=by_size),
        "turns": turns,
        "forces": forces,
        "without": [names.get(force, force) for force in named if force not in asked],
        "asked_known": bool(asked),
        "asked": named_so,
        "all_shown": len(shown) <= MOST_LINES,
        "most_lines": MOST_LINES,
        "part": part,
        "area": area,
        "of_part": await every_figure(datasette, key, asked[0], areas) if areas else [],
        "most_of_part": MOST_OF_PART,
        "parts": {force: parts[force] for force in named_so if force in parts},
        "names": names,
        "confused": [found_other for other in _confused(key) if (found_other := measures_by_id().get(other))],
        "taken_away": taken_away(request),
    }
    return await access.page(datasette, request, "measure.html", context)


def _together(found: Sequence[OverTime], part: str | None = None) -> list[Line]:
    """The lines that may stand on one chart: those that count as most of them do; the others lose theirs to a reason."""
    like = _of_most(found)
    lines = []
    for one in found:
        barred = _barring(like, one.like) if like and one.like else ()
        points = () if barred else one.points
        moved = tuple(LeftOut(point.printed, barred) for point in one.points) if barred else ()
        lines.append(
            Line(
                force=one.force,
                name=part or force_named(one.force).name,
                points=tuple((point, per_thousand(point.printed.figure)) for point in points),
                left_out=(*moved, *one.left_out),
            )
        )
    return lines


def _of_most(found: Sequence[OverTime]) -> Figure | None:
    """A figure that most of the lines can be compared with; of two, that of the line named first."""
    ways = [one.like for one in found if one.like]
    return max(ways, key=lambda way: sum(not _barring(way, other) for other in ways), default=None)


def _barring(one: Figure, other: Figure) -> tuple[Reason, ...]:
    """Why lines of two forces cannot stand on one chart; that they are of two forces is no reason."""
    return tuple(reason for reason in compare(one, other, across="time").barring if reason.code != "area")


def _turns(found: Iterable[OverTime]) -> list[Turn]:
    """The changes in recording along the lines, numbered by time, each once."""
    forces: dict[Break, list[str]] = {}
    for one in found:
        for change in one.breaks:
            forces.setdefault(change, []).append(force_named(one.force).name)
    ordered = sorted(forces, key=lambda change: (change.day, change.what))
    return [Turn(number, change, tuple(forces[change])) for number, change in enumerate(ordered, 1)]


def _chart(lines: Sequence[Line], turns: Sequence[Turn], *, by_size: bool) -> Chart | None:
    series = [
        Series(
            name=line.name,
            marks=tuple(
                Mark(
                    day=point.printed.figure.end,
                    value=per.value if by_size and per else point.printed.figure.value,
                    hollow=any(note.code in ("provisional", "estimated") for note in point.notes),
                    ringed=any(note.code == "revised" for note in point.notes),
                )
                for point, per in line.points
                if point.printed.figure.end and point.printed.figure.value is not None and (per or not by_size)
            ),
        )
        for line in lines
    ]
    return chart_of(
        [one for one in series if one.marks], [Vertical(turn.change.day, str(turn.number)) for turn in turns]
    )


def _row(
    datasette: Datasette, request: access.Request, line: Line, point: Point, per: PerThousand | None
) -> tuple[Value, ...]:
    """The cells of a point under ``COLUMNS``."""
    figure = point.printed.figure
    return (
        line.name,
        *figure_rows.period_cells(figure),
        *figure_rows.value_cells(figure),
        *figure_rows.per_thousand_cells(per),
        *figure_rows.told_cells(datasette, request, point.printed, point.notes),
    )


def _confused(key: str) -> tuple[str, ...]:
    known = measures_by_id().get(key)
    return known.not_to_be_confused_with if known else ()
