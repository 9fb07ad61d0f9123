"""A stated figure as an observation: its words, place, measure and area."""

from __future__ import annotations

import re

from extract.names.measures import match_measure
from extract.prose.areas import AreaMention
from extract.prose.frame import Frame
from extract.prose.texts import Text
from schema.reading import Identity, Observation, Period
from schema.vocabulary import force_named

_LEVELS = ("actual", "total", "target", "projection")
_PRINTED_WORD = re.compile(r"\S+")
_QUOTE_WORDS = 12


def observation_of(
    this: Frame,
    text: Text,
    identity: Identity,
    span: tuple[int, int],
    *,
    label: str,
    value: float,
    unit: str,
    statistic: str,
    area: AreaMention | None,
    period: Period | None,
    qualifier: str | None,
    value_to: float | None,
    note: str | None,
    confidence: float,
) -> Observation:
    """A figure of the sentence ``this`` as an observation; ``span`` is where it stands in the sentence, the end exclusive."""
    name, force = _where(area, identity)
    level_unit = unit if statistic in _LEVELS else ("percent" if statistic == "share" else None)
    match = match_measure(label, context=text.context, unit=level_unit, force=identity.force)
    return Observation(
        place=text.place(this.offset + span[0], this.offset + span[1], 0),
        paper=text.paper,
        source="prose",
        label=label,
        quote=_quote(this.text, *span),
        value=value,
        value_text=this.text[span[0] : span[1]],
        unit=unit,
        statistic=statistic,
        context=text.context or None,
        measure=match.id if match else None,
        measure_score=match.score if match else None,
        measure_source=match.source if match else None,
        area=name,
        force=force,
        period=period,
        qualifier=qualifier,
        value_to=value_to,
        note=note,
        confidence=confidence,
    )


def _where(named: AreaMention | None, identity: Identity) -> tuple[str | None, str | None]:
    """The area and its force; the paper's own force where the sentence names none."""
    if named:
        return named.name, named.force
    return (force_named(identity.force).name, identity.force) if identity.force else (None, None)


def _quote(sentence: str, start: int, end: int) -> str:
    """The figure with the words around it as printed, at most twelve."""
    words = [m.span() for m in _PRINTED_WORD.finditer(sentence)]
    first = next(i for i, w in enumerate(words) if w[1] > start)
    last = max(i for i, w in enumerate(words) if w[0] < end)
    while last - first < _QUOTE_WORDS - 1 and (first > 0 or last < len(words) - 1):
        first = max(0, first - 1)
        if last - first < _QUOTE_WORDS - 1:
            last = min(len(words) - 1, last + 1)
    return sentence[words[first][0] : words[last][1]]
