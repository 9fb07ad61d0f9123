"""What tests ask of sentences: the figures that they tell, or parts of them."""

from __future__ import annotations

import datetime as dt

from extract.prose.figures import find_prose_observations
from laid_out import laid_out
from schema.reading import Identity, Observation

LANCASHIRE = Identity(force="lancashire", meeting_date=dt.date(2020, 9, 15))


def read(text: str, identity: Identity = LANCASHIRE) -> list[Observation]:
    return find_prose_observations(laid_out(text).blocks, identity)


def told(text: str) -> list[tuple[str, float | None, str | None, str]]:
    return [(o.label, o.value, o.unit, o.statistic) for o in read(text)]


def timed(text: str) -> list[tuple[float | None, str]]:
    return [(o.value, f"{o.period.start}..{o.period.end}" if o.period else "none") for o in read(text)]
