"""How firm a printed figure is, in the letters of ``obs_status``: provisional, estimated, forecast."""

from __future__ import annotations

import re
from functools import lru_cache

_STANDINGS = (
    ("P", re.compile(r"\bprovisional\w*|\bprov\.|\(p(?:rov)?\)|\bunvalidated\b|\bunaudited\b|\bpreliminary\b|\bsubject to (?:change|validation|audit)\b", re.IGNORECASE)),
    ("F", re.compile(r"\bforecast\w*|\bproject(?:ed|ion)s?\b|\bpredicted\b|\(f(?:cst)?\)", re.IGNORECASE)),
    ("E", re.compile(r"\bestimate[sd]?\b|\best\.|\(e(?:st)?\)|\bpro[- ]?rat\w*|\bannualised\b|\bextrapolat\w+|\bindicative\b", re.IGNORECASE)),
)  # fmt: skip


@lru_cache(maxsize=4096)
def standing_of(text: str) -> str | None:
    """The standing that a header, label, note or caption gives to its figures, or None.

    | as printed                              |   |
    | --------------------------------------- | - |
    | ``2019/20 (p)``, ``Provisional outturn`` | P |
    | ``Forecast 2016/17``                    | F |
    | ``Savings not yet realised (est)``      | E |
    | ``9 months data - pro-rataed above``    | E |
    | ``Project spend``, ``Estates``          |   |
    """
    return next((code for code, pattern in _STANDINGS if pattern.search(text)), None)
