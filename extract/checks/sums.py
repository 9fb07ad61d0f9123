"""A sum and its parts: what holds, what rounding explains, what does not add up. Every check that adds up tells it this way."""

from __future__ import annotations

from collections.abc import Sequence

from extract.checks.precision import held, shown, slack_of
from extract.checks.results import kept, terms
from schema.reading import Check, Observation


def sum_check(code: str, whole: Observation, parts: Sequence[Observation], what: str, *, severity: str) -> Check:
    """The check that ``parts`` add up to ``whole``; all have values. ``what`` names the parts: "the 12 months".

    ``severity`` is that of a failure.
    """
    assert whole.value is not None
    computed = round(sum(part.value or 0.0 for part in parts), 6)
    size = max([abs(whole.value), *(abs(part.value or 0.0) for part in parts)])
    result = held(computed - whole.value, slack_of((whole, *parts)), size)
    texts = terms([part.value_text for part in parts])
    return kept(
        Check(
            code=code,
            result=result,
            label=whole.label,
            places=(whole.place, *(part.place for part in parts)),
            printed=whole.value_text,
            computed=shown(computed, whole),
            why=f"{what} ({texts}) add up to {shown(computed, whole)}, not {whole.value_text}",
            severity=severity,
        )
    )
