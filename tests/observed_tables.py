"""What tests ask of tables that are written as text: their observations, or parts of them."""

from __future__ import annotations

from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import table
from schema.reading import Identity, Observation

LANCASHIRE = Identity(force="lancashire")


def all_of(text: str, notes: tuple[str, ...] = ()) -> list[Observation]:
    return find_table_observations(table(text), LANCASHIRE, PeriodContext(), notes)


def observed(text: str, notes: tuple[str, ...] = ()) -> list[Observation]:
    return [o for o in all_of(text, notes) if o.value is not None]


def missed(text: str) -> list[tuple[str, str, str, str]]:
    return [(o.label, o.value_text, o.obs_status, o.statistic) for o in all_of(text) if o.value is None]


def short(found: list[Observation]) -> list[tuple[str, str, float | None, str | None]]:
    return [(o.label, o.statistic, o.value, o.unit) for o in found]


def days(observation: Observation) -> tuple[str | None, str | None]:
    period = observation.period
    if period is None:
        return None, None
    return tuple(d.isoformat() if d else None for d in (period.start, period.end))  # type: ignore[return-value]
