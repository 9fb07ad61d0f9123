"""What a person decided that a printed label means: the lines of ``schema/data/measure_decisions.csv``."""

from __future__ import annotations

from functools import cache

from schema.vocabulary import MeasureDecision, measure_decisions


def decision_on(label: str, context: str, unit: str | None, force: str | None) -> MeasureDecision | None:
    """The decision on a label, of several the one that says most of where it holds."""
    holding = [
        decision
        for decision in _decisions().get(label.casefold(), ())
        if (decision.unit is None or decision.unit == unit)
        and (decision.force is None or decision.force == force)
        and (decision.context is None or decision.context.casefold() in context.casefold())
    ]
    return max(
        holding, key=lambda d: (d.context is not None) + (d.unit is not None) + (d.force is not None), default=None
    )


@cache
def _decisions() -> dict[str, tuple[MeasureDecision, ...]]:
    on: dict[str, tuple[MeasureDecision, ...]] = {}
    for decision in measure_decisions():
        key = " ".join(decision.label.casefold().split())
        on[key] = (*on.get(key, ()), decision)
    return on
