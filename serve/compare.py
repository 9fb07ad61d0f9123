"""All forces on one measure at one time, ``/-/compare?measure=burglary&period=2018-04-01/2019-03-31``.

Which figures may stand together is judged by ``schema.side_by_side``; what may not is named beside its reason.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette.app import Datasette
from sqlite_utils import Database

from schema.level_views import LEVELS
from schema.printed import Printed
from schema.side_by_side import OfForce, SideBySide, figures_for
from serve import access, addresses, figure_rows, wording
from serve.charts import shares
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

_STRETCH = re.compile(r"(?P<start>\d{4}-\d{2}-\d{2})/(?P<end>\d{4}-\d{2}-\d{2})")
_YEAR = re.compile(r"(?P<first>\d{4})/\d{2}")
#: How many of the figures that a force has instead are shown.
_SHOWN_OF_A_FORCE = 3

_PERIODS = f"""
select period_start, period_end, count(distinct force) as forces from observations
where measure = ?
  and (area is null or area in (select name from forces) or area in (select alias from force_aliases))
  and statistic in {LEVELS} and breakdown is null and value is not null
  and force is not null and period_start is not null and period_end is not null
  and document_id not in (select id from documents where superseded_by is not null)
group by period_start, period_end order by forces desc, period_end desc, period_start limit 400
"""
_MEASURE = "select * from measures where id = ?"
_MOST_TOLD = """
select measure from coverage group by measure order by count(distinct force) desc, sum(n) desc, measure limit 1
"""
#: The change that is printed in the same row as the level, or in the same words. The sign keeps SQLite from looking through the paper.
_CHANGES = """
select o.id as of_figure, c.id, c.value, c.value_text, c.unit, c.statistic, c.confidence, c.disputed, c.note
from observations o join observations c on +c.document_id = o.document_id and c.measure = o.measure and c.force is o.force
  and c.period_end = o.period_end and c.period_start = o.period_start and c.area is o.area and c.breakdown is null
  and c.statistic in ('percent_change', 'point_change', 'change')
  and ((o.source_table_id = c.source_table_id and o.row = c.row) or (o.source_table_id is null and o.line = c.line))
where o.id in ({})
order by c.statistic = 'change', c.confidence desc, c.id
"""

COLUMNS = (
    Column("rank", "Rank", "1 is best, or greatest where neither way is better; counts are ranked per 1,000 residents"),
    Column("force", "Force", "the police force"),
    *figure_rows.VALUE,
    Column("change", "Change", "the change that the paper prints beside it"),
    Column("change_unit", "Unit of the change", "what the change is counted in"),
    *figure_rows.PER_THOUSAND,
    *figure_rows.PERIOD,
    *figure_rows.TOLD,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks for: a period by both its days or by its last, and forces to be shown alone."""

    start: dt.date | None
    end: dt.date
    unit: str | None
    forces: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """How long the period is to be; None where that is left open."""
        return (self.end - self.start).days + 1 if self.start else None


@dataclass(frozen=True, slots=True)
class Line:
    """A force on the page: its figure, how long its bar is (0 to 100), and the change printed with it."""

    of: OfForce
    printed: Printed
    share: float | None
    change: access.Row | None


async def compare_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show the figures of all forces for a measure and a period, as a page or as a file."""
    await access.ensure_may_view(datasette, request, "observations", "documents", "measures", "forces")
    key = request.args.get("measure") or await _most_told(datasette)
    if key is None:
        raise access.NotFound("No paper gives a figure yet.")
    measure, periods = await access.judged(datasette, _about, key)
    if measure is None:
        raise access.NotFound(f"There is no measure with the id {key}.")
    asked = _asked(request, periods)
    found, changes = await access.judged(datasette, _told, key, asked.end, asked.days, asked.unit)
    stretch = (found.like.start, found.like.end) if found.like else (asked.start, asked.end)
    lines = _lines(found, changes, asked)
    title = f"{measure['name']}, {wording.period(*stretch)}"
    lasting = addresses.compare(datasette, measure=key, period=stretch, unit=asked.unit, force=list(asked.forces))
    sheet = Sheet(
        file_name="-".join(["compare", str(key), *(str(day) for day in stretch if day)]),
        title=title,
        address=access.absolute(datasette, request, lasting),
        columns=COLUMNS,
        notes=_notes(found, lines),
    )
    if form := request.url_vars["form"]:
        return sheet_response(sheet.of([_row(datasette, request, line) for line in lines]), form)
    others = [one for one in found.without if not asked.forces or one.force in asked.forces]
    context = {
        "measure": measure,
        "sheet": sheet,
        "asked": asked,
        "lines": lines,
        "per_thousand": _by_size(found),
        "left_out": [one for one in others if one.left_out],
        "without": [one for one in others if not one.left_out],
        "shown_of_a_force": _SHOWN_OF_A_FORCE,
        "apart": found.apart,
        "forces": found.forces,
        "periods": _choices(periods, stretch),
        "chosen": addresses.stretch(*stretch),
        "taken_away": taken_away(request),
    }
    return await access.page(datasette, request, "compare.html", context)


def _about(db: Database, measure: str) -> tuple[access.Row | None, list[access.Row]]:
    """What a measure is, None if there is none with the id, and the periods for which forces give it."""
    return next(iter(db.query(_MEASURE, [measure])), None), list(db.query(_PERIODS, [measure]))


def _told(
    db: Database, measure: str, end: dt.date, days: int | None, unit: str | None
) -> tuple[SideBySide, dict[str, access.Row]]:
    """The figures of the forces, and by the ids of those on the chart the change printed with each."""
    found = figures_for(db, measure, end, days=days, unit=unit)
    keys = [one.printed.figure.id for one in found.on_the_chart if one.printed]
    changes: dict[str, access.Row] = {}
    if keys:
        for row in db.query(_CHANGES.format(", ".join("?" * len(keys))), keys):
            changes.setdefault(row["of_figure"], row)
    return found, changes


async def _most_told(datasette: Datasette) -> str | None:
    """The measure that most forces give figures for."""
    found = await access.first(datasette, _MOST_TOLD)
    return found["measure"] if found else None


def _asked(request: access.Request, periods: Sequence[access.Row]) -> Asked:
    """What the address asks for; without a period the one that most forces have, of these the latest."""
    period = (request.args.get("period") or "").strip()
    # The form offers the periods of one measure; with another one chosen in it, the period left standing was not asked for.
    if request.args.get("periods_of") not in (None, request.args.get("measure")):
        period = ""
    unit = request.args.get("unit") or None
    forces = tuple(request.args.getlist("force"))
    if not period and periods:
        period = addresses.stretch(periods[0]["period_start"], periods[0]["period_end"])
    try:
        if match := _STRETCH.fullmatch(period):
            return Asked(dt.date.fromisoformat(match["start"]), dt.date.fromisoformat(match["end"]), unit, forces)
        if match := _YEAR.fullmatch(period):
            first = int(match["first"])
            return Asked(dt.date(first, 4, 1), dt.date(first + 1, 3, 31), unit, forces)
        return Asked(None, dt.date.fromisoformat(period) if period else dt.date.today(), unit, forces)
    except ValueError:
        raise access.BadRequest(
            f"“{period}” is no period: write 2018-04-01/2019-03-31, a financial year such as 2018/19, or its last day."
        ) from None


def _lines(found: SideBySide, changes: Mapping[str, access.Row], asked: Asked) -> list[Line]:
    """The forces on the chart, the best first; with ``forces`` asked for, these alone, ranked among all."""
    shown = [
        (one, one.printed)
        for one in found.on_the_chart
        if one.printed and (not asked.forces or one.force in asked.forces)
    ]
    shown.sort(key=lambda pair: (pair[0].rank is None, pair[0].rank, pair[0].name))
    by_size = _by_size(found)
    drawn = shares([_drawn(one, printed, by_size=by_size) for one, printed in shown])
    return [
        Line(of=one, printed=printed, share=share, change=changes.get(printed.figure.id))
        for (one, printed), share in zip(shown, drawn, strict=True)
    ]


def _by_size(found: SideBySide) -> bool:
    """Whether the forces are drawn and ranked per 1,000 residents."""
    return any(one.per_thousand for one in found.on_the_chart)


def _drawn(one: OfForce, printed: Printed, *, by_size: bool) -> float | None:
    if by_size:
        return one.per_thousand.value if one.per_thousand else None
    return printed.figure.value


def _row(datasette: Datasette, request: access.Request, line: Line) -> tuple[Value, ...]:
    """The cells of a line under ``COLUMNS``."""
    figure, change = line.printed.figure, line.change
    return (
        line.of.rank,
        line.of.name,
        *figure_rows.value_cells(figure),
        change["value"] if change else None,
        change["unit"] if change else None,
        *figure_rows.per_thousand_cells(line.of.per_thousand),
        *figure_rows.period_cells(figure),
        *figure_rows.told_cells(datasette, request, line.printed, line.of.notes),
    )


def _notes(found: SideBySide, lines: Sequence[Line]) -> list[str]:
    notes = [f"{len(lines)} of {len(found.forces)} forces have a figure that can be compared."]
    if _by_size(found):
        notes.append(
            "Counts are ranked per 1,000 residents, worked out from the estimates of the population by the Office for National "
            "Statistics."
        )
    return notes


def _choices(periods: Sequence[access.Row], chosen: tuple[dt.date | None, dt.date | None]) -> list[tuple[str, str]]:
    """The periods to choose from, the latest first: what the address says, and what the visitor reads."""
    latest_first = sorted(periods, key=lambda row: (row["period_end"], row["period_start"]), reverse=True)
    found = {}
    for row in latest_first:
        days = row["period_start"], row["period_end"]
        printed = "prints" if row["forces"] == 1 else "print"
        found[addresses.stretch(*days)] = f"{wording.period(*days)} ({row['forces']} {printed} it)"
    found.setdefault(addresses.stretch(*chosen), wording.period(*chosen))
    return list(found.items())
