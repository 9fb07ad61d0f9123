"""Indicators printed as cards: a title over cells that each name their own figure.

Example as printed: ``Complaints answered in time`` and ``RED`` over ``Latest: 71%`` / ``Target: 85%, Floor: 80%`` /
``Previous: 69% (Red)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.blocks import TableBlock
from extract.figure_words import is_arrow, rag_of
from extract.names.measures import match_measure
from extract.numbers import Figure, parse_figures
from extract.tables.column_roles import Row, flat
from extract.tables.judgements import Judgement, judgement_of
from extract.tables.row_meanings import says_percent
from schema.document import Cell
from schema.reading import Identity, Observation, Period, Place
from schema.vocabulary import force_named

_KEY = re.compile(
    r"\b(?P<key>latest|current|actual|result|previous|last\s+(?:quarter|year|month|period)|target|floor(?:\s+standard)?|threshold|baseline)"
    r"(?:\s+(?:performance|result|quarter|year|month|period|value))?\s*(?P<colon>:)?\s*(?=[£\d<>≤≥~+−–-])",
    re.IGNORECASE,
)
_NOW = re.compile(r"latest|current|actual|result", re.IGNORECASE)
_BEFORE = re.compile(r"previous|last", re.IGNORECASE)
_FLOOR = re.compile(r"floor|threshold", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^\s*\((?P<rag>\w+)\)")


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A figure with the word that names it, and the judgement in brackets behind it."""

    key: str
    figure: Figure
    cell: Cell
    part: int
    rag: str | None


def card_observations(block: TableBlock, identity: Identity) -> list[Observation]:
    """The figures of a table of cards; none where its cells do not name their own figures."""
    rows = block.rows()
    if not any(":" in cell.text for row in rows for cell in row.values()):
        return []
    keyed_rows = [list(_keyed(row)) for row in rows]
    if not any(map(_is_card, keyed_rows)):
        return []
    title: str | None = None
    judgement: Judgement | None = None
    out: list[Observation] = []
    for number, (row, keyed) in enumerate(zip(rows, keyed_rows, strict=True)):
        if not _is_card(keyed):
            texts = [c.text for _, c in sorted(row.items()) if _is_title(c.text)]
            title = flat(max(texts, key=len)) if texts else title
            judgement = _judgement(row) or (None if texts else judgement)
        elif title:
            said = _judgement(row) or judgement
            out += [_observation(k, number, title, said, block, identity) for k in keyed]
    return out


def _keyed(row: Row) -> Iterator[_Keyed]:
    for _, cell in sorted(row.items()):
        for part, match in enumerate(_KEY.finditer(cell.text)):
            rest = cell.text[match.end() :]
            figures = parse_figures(rest)
            if figures and figures[0].start <= 2:
                bracket = _IN_BRACKETS.match(rest[figures[0].end :])
                rag = rag_of(bracket["rag"]) if bracket else None
                yield _Keyed(match["key"] + (match["colon"] or ""), figures[0], cell, part, rag)


def _is_card(keyed: list[_Keyed]) -> bool:
    """True for a row whose cells name a figure of now and another beside it, with a colon behind at least one name."""
    now = [k for k in keyed if _NOW.match(k.key)]
    return len(now) == 1 and len(keyed) > 1 and any(k.key.endswith(":") for k in keyed)


def _is_title(text: str) -> bool:
    return rag_of(text) is None and not is_arrow(text) and len(re.findall(r"[A-Za-z]{2,}", text)) > 1


def _judgement(row: Row) -> Judgement | None:
    return next((said for c in row.values() if (said := judgement_of(c))), None)


def _observation(
    keyed: _Keyed, row: int, title: str, said: Judgement | None, block: TableBlock, identity: Identity
) -> Observation:
    key, figure, cell = keyed.key.rstrip(":"), keyed.figure, keyed.cell
    now, before = bool(_NOW.match(key)), bool(_BEFORE.match(key))
    unit = figure.unit or ("percent" if says_percent(title) and abs(figure.value) <= 100 else "count")
    match = match_measure(title, context=block.context, unit=unit, force=identity.force)
    return Observation(
        place=Place(page=cell.page, line=cell.line, table=block.key, row=row, col=cell.col, part=keyed.part),
        paper=block.paper,
        source="table",
        label=title,
        quote=flat(f"{title} {cell.text}")[:200],
        value=figure.value,
        value_text=figure.text,
        unit=unit,
        statistic="actual" if now or before else "baseline" if key.lower() == "baseline" else "target",
        context=block.context or None,
        measure=match.id if match else None,
        measure_score=match.score if match else None,
        measure_source=match.source if match else None,
        area=force_named(identity.force).name if identity.force else None,
        force=identity.force,
        breakdown=flat(key) if _FLOOR.match(key) else None,
        # "Latest" and "Previous" are the only time that the card prints.
        period=Period(None, None, flat(key), "range") if now or before else None,
        qualifier=figure.qualifier,
        rag=keyed.rag or (said.rag if said and now else None),
        direction=said.direction if said and now else None,
    )
