"""How exactly a figure is printed, and whether two figures may tell the same within that."""

from __future__ import annotations

from collections.abc import Iterable

from extract.numbers import parse_figures
from schema import rounding
from schema.reading import CheckResult, Observation


def half_unit(observation: Observation) -> float:
    """Half a unit of the last printed digit, in whole units; 0 for what is counted one by one and printed whole.

    Examples: 0.05 for ``4.7``, 0.5 for ``16%``, 50000 for ``27.2`` under ``£m`` and for ``£27.8M``, 0 for ``1,234``.
    """
    return rounding.half_unit(observation.value, _number(observation.value_text), observation.unit)


def _number(text: str) -> str:
    """The first figure of what is printed."""
    figures = parse_figures(text)
    return figures[0].text if figures else ""


def digits_and_scale(value: float, text: str) -> tuple[str, float]:
    """The digits of the first figure of a text and by how much a word or a column multiplies them (``schema.rounding``)."""
    return rounding.digits_and_scale(value, _number(text))


def slack_of(observations: Iterable[Observation]) -> float:
    """The sum of what rounding may have taken from these figures, or added to them."""
    return sum(half_unit(o) for o in observations)


def held(difference: float, slack: float, size: float) -> CheckResult:
    """``ok`` where nothing differs, ``rounding`` where no more does than rounding explains (``slack``), else ``fail``.

    ``size`` is how large the figures are.
    """
    noise = rounding.NOISE * max(1.0, abs(size))
    if abs(difference) <= noise:
        return "ok"
    return "rounding" if abs(difference) <= slack + noise else "fail"


def is_exact(observation: Observation) -> bool:
    """True for a figure that has one value and no word before it such as ``nearly`` or ``over``."""
    return observation.value is not None and observation.value_to is None and not observation.qualifier


def shown(value: float, like: Observation) -> str:
    """A computed figure as a paper would print it that prints ``like``: ``20,833``, ``£84,900,000``, ``80.5``, ``32.05%``."""
    _, scale = rounding.digits_and_scale(like.value, _number(like.value_text))
    bare = scale > 1.5 and not any(c.isalpha() or c == "£" for c in like.value_text)
    text = f"{round(value / scale if bare else value, 2):,.2f}".rstrip("0").rstrip(".")
    if like.unit == "percent":
        return f"{text}%"
    return f"£{text}".replace("£-", "-£") if like.unit == "GBP" and not bare else text
