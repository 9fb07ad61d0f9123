"""A figure as far as it matters for comparing it with another: what it counts, whose, when, of what kind, by which system.

From it come two keys that are kept with every observation: equal ``claim_key`` means that the same thing is told, equal
``comparable_key`` that two figures may stand on one chart.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from schema.vocabulary import measures_held
from schema.whose import Whose, plain, whose

SURE = 0.9
"""From how sure a match or a reading is on, it is taken for what it says."""

TOO_UNSURE = 0.5
"""A reading less sure than this is not put beside others."""

#: Counted by another definition, forecast, missing, suppressed, or no such figure can be.
_NO_FIGURES = frozenset("DFOMQ")
_LEVELS = frozenset({"actual", "total", "share"})
#: Kinds of figures that are of one day where what they measure is held; a change of it and a mean are of a stretch.
_OF_A_DAY = frozenset({"level", "rate"})
_MEDIAN = re.compile(r"\bmedian\b", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:average|mean|avg)\b", re.IGNORECASE)
#: What a home is charged in a year: "the average Band D precept" is no mean, the tax of every home of the band is one.
_OF_A_BAND = re.compile(r"\bband\s+[a-h]\b", re.IGNORECASE)
_PER = re.compile(
    r"(?:\bper\s+|/\s?)(?P<n>million|1,?000,?000|100,?000|10,?000|1,?000|100\b|100k|10k|1k|hundred thousand|ten thousand|thousand|hundred|"
    r"head|capita|'?000)\s*(?:of\s+)?(?:the\s+)?(?P<what>[a-z]+)?",
    re.IGNORECASE,
)
_SIZES = {
    "million": 1_000_000,
    "100k": 100_000,
    "hundred thousand": 100_000,
    "10k": 10_000,
    "ten thousand": 10_000,
    "1k": 1_000,
    "thousand": 1_000,
    "'000": 1_000,
    "000": 1_000,
    "hundred": 100,
    "head": 1,
    "capita": 1,
}
_OFTEN = re.compile(r"\b(?:a|an|per|each|every)\s+(?P<what>day|week|month|quarter|year|hour)\b", re.IGNORECASE)
_WHAT = {
    **dict.fromkeys(
        ("population", "residents", "resident", "people", "persons", "inhabitants", "pop", "heads"), "population"
    ),
    **dict.fromkeys(("employees", "employee", "staff"), "employees"),
    **dict.fromkeys(("officers", "officer"), "officers"),
    **dict.fromkeys(("households", "household", "dwellings", "homes"), "households"),
}
# Names are told by their capitals: "connect" and "storm" are words too.
_SYSTEMS = (
    ("connect", re.compile(r"\bCONNECT\b")),
    ("storm", re.compile(r"\bSTORM\b")),
    ("compact", re.compile(r"\bCOMPACT\b")),
    ("athena", re.compile(r"\b(?:ATHENA|Athena)\b")),
    ("niche", re.compile(r"\b(?:NICHE|Niche)\b")),
    ("iquanta", re.compile(r"\bi-?quanta\b", re.IGNORECASE)),
    ("forcesight", re.compile(r"\bforcesight\b", re.IGNORECASE)),
    ("crime survey", re.compile(r"\bCSEW\b|\bcrime survey\b", re.IGNORECASE)),
    (
        "own survey",
        re.compile(
            r"\bSMSR\b|\b(?:telephone|residents?'?|local|public|victim|user|perception) survey\b", re.IGNORECASE
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One observation, its words brought to one spelling. ``id`` is that of the observation, or anything.

    ``kind`` is ``level``, ``median``, ``average``, or the statistic as it is. ``per`` is the denominator of a rate
    (``1,000 population``, ``week``), ``system`` where the figure was counted (``storm``), as far as the paper says so.
    """

    id: str
    measure: str | None
    whose: Whose
    kind: str
    unit: str | None
    value: float | None
    start: dt.date | None
    end: dt.date | None
    value_to: float | None = None
    value_text: str = ""
    per: str | None = None
    breakdown: str | None = None
    system: str | None = None
    qualifier: str | None = None
    obs_status: str = "A"
    confidence: float = 1.0
    measure_score: float = 1.0
    disputed: int = 0

    @property
    def days(self) -> int | None:
        """How many days the period has; None where it is not known."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    @property
    def sure(self) -> bool:
        """Whether nothing has to be said of it: neither provisional nor limited, read with doubt or in dispute."""
        plainly = self.obs_status == "A" and not self.qualifier and self.value_to is None
        return plainly and self.confidence >= SURE and not self.disputed

    @property
    def comparable_key(self) -> str | None:
        """Equal for figures that may stand on one chart of forces; None for one that may stand on none.

        Example: ``burglary|level|count|2014-04-01/2015-03-31``; the denominator (``per``), the part of the measure (``of``),
        the system (``by``) and an area that is no force (``for``) follow where there are any.
        """
        if self.obs_status in _NO_FIGURES or self.confidence < TOO_UNSURE or self.whose.level == "unknown":
            return None
        return self._key(by=self.system, **{"for": None if self.whose.level == "force" else self.whose.level})

    @property
    def claim_key(self) -> str | None:
        """Equal for figures that tell the same thing of the same area; None where the paper leaves open what it tells.

        Example: ``force:kent|burglary|level|count|2014-04-01/2015-03-31``. By which system it was counted is no part of it: a later
        paper may count the same thing by another.
        """
        key = self._key()
        return f"{self.whose.key}|{key}" if key and self.whose.level != "unknown" else None

    def _key(self, **more: str | None) -> str | None:
        if self.measure is None or self.value is None or self.start is None or self.end is None:
            return None
        if self.measure_score < SURE:
            return None
        parts = [self.measure, self.kind, self.unit or "", f"{self.start}/{self.end}"]
        more = {"per": self.per, "of": plain(self.breakdown), **more}
        return "|".join([*parts, *(f"{name}={value}" for name, value in more.items() if value)])


def figure_of(row: Mapping[str, Any], home: str | None) -> Figure:
    """The figure of a row of ``observations``; ``home`` is the force of the paper it stands in."""
    words = " ".join(str(row[name]) for name in ("label", "note", "context") if row[name])
    unit, statistic = row["unit"], row["statistic"]
    kind, end = kind_of(statistic, str(row["label"])), _day(row["period_end"])
    # Officers "in the 12 months to August" are those of its end, however the paper prints its columns.
    start = end if row["measure"] in measures_held() and kind in _OF_A_DAY else _day(row["period_start"])
    return Figure(
        id=row["id"],
        measure=row["measure"],
        whose=whose(row["area"], row["force"], home),
        kind=kind,
        unit=unit,
        value=row["value"],
        value_to=row["value_to"],
        value_text=str(row["value_text"]),
        start=start,
        end=end,
        per=(denominator(row["note"]) or denominator(row["label"])) if unit == "rate" or statistic == "rate" else None,
        breakdown=row["breakdown"],
        system=system_named(words),
        qualifier=row["qualifier"],
        obs_status=row["obs_status"] or "A",
        confidence=1.0 if row["confidence"] is None else row["confidence"],
        measure_score=1.0 if row["measure_score"] is None else row["measure_score"],
        disputed=row["disputed"] or 0,
    )


@lru_cache(maxsize=4096)
def kind_of(statistic: str, label: str) -> str:
    """The kind of a figure. Papers print levels as counts, totals and shares; a median is no mean.

    Examples: ``actual`` is a ``level``, under "Median time to arrive" a ``median``, ``percent_change`` is itself; "average Band D council
    tax" a ``level``.
    """
    if statistic in _LEVELS or statistic == "average":
        if _MEDIAN.search(label):
            return "median"
        mean = _MEAN.search(label) and not _OF_A_BAND.search(label)
        return "average" if statistic == "average" or mean else "level"
    return statistic


@lru_cache(maxsize=4096)
def denominator(text: str | None) -> str | None:
    """What a rate is counted by, in one spelling.

    Examples: ``per 1000 residents`` is ``1,000 population``; ``Per 1,000 employees``; ``per head of population``; ``a week``.
    """
    if not text:
        return None
    found = _PER.search(text)
    if found:
        number, what = found["n"].lower(), (found["what"] or "").lower()
        size = _SIZES.get(number) or int(number.replace(",", ""))
        return f"{size:,} {'population' if size == 1 else _WHAT.get(what, what or 'population')}"
    often = _OFTEN.search(text)
    return often["what"].lower() if often else None


@lru_cache(maxsize=4096)
def system_named(words: str) -> str | None:
    """The system or survey that the words around a figure name, where they name one only.

    Examples: ``missing reports (STORM)`` is ``storm``; "recorded in CONNECT and STORM" says nothing.
    """
    named = {name for name, pattern in _SYSTEMS if pattern.search(words)}
    return named.pop() if len(named) == 1 else None


def _day(text: object) -> dt.date | None:
    if text is None or isinstance(text, dt.date):
        return text
    return dt.date.fromisoformat(str(text))
