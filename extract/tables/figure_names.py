"""What a figure of a table is called: its label, the part of it that its column counts, the headings above, its measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.blocks import TableBlock
from extract.captions import names_one
from extract.headings import has_verb
from extract.names.force_names import mentions
from extract.names.measures import MeasureMatch, match_measure
from extract.tables.columns import Column, Segment
from extract.tables.headers import is_period_cell, is_unit_cell
from extract.tables.lettered import Lettered
from extract.tables.narrowing import narrows
from extract.tables.row_meanings import RowMeaning, heads_its_rows

_LONGEST_TITLE = 14
_NUMBERED_ONLY = re.compile(r"^table\s+\S+", re.IGNORECASE)


#: Things that are counted, at the end of a header.
_THINGS = re.compile(
    r"\b(?:incidents|crimes?|offences|calls|arrests|complaints|allegations|searches|cases|referrals|visits|appeals|investigations|detections|"
    r"victims|casualties|collisions|deaths|detentions|warrants|seizures|outcomes|charges|cautions|convictions|officers|staff|pcsos|specials|volunteers)$",
    re.IGNORECASE,
)


_CHANGE_OF = re.compile(r"\s+(?:(?:%|percentage)\s*)?change$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Above:
    """The headings over a row, outermost first, parted by `` > ``; with the caption of its table, and without.

    ``titled`` is ``context`` for figures that are not called what the caption says.
    """

    context: str
    captioned: str
    titled: str

    @staticmethod
    def of(block: TableBlock, segment: Segment, meaning: RowMeaning) -> Above:
        """Those of a row: the sections of its table, its caption where that is a title, the title of its segment, its group."""
        context = block.context
        caption = block.caption if block.caption and _is_title(block.caption) else None
        caption = None if any(s.text == caption for s in block.sections) else caption

        corner = segment.label.name if segment.label and heads_its_rows(segment.label.name) else None
        corner = None if corner in (caption, meaning.label) else corner

        def under(title: str | None) -> str:
            return " > ".join(filter(None, (context, title, segment.title, corner, meaning.group)))

        return Above(under(None if meaning.borrowed else caption), under(block.caption), under(caption))


def _is_title(caption: str) -> bool:
    """True for a caption that names its table; not for a sentence that introduces it, a unit (``£m``) or ``Table 5`` alone."""
    if is_unit_cell(caption) or not re.search(r"[A-Za-z]{3,}", _NUMBERED_ONLY.sub("", caption)):
        return False
    return names_one(caption, table=True) or (len(caption.split()) <= _LONGEST_TITLE and not has_verb(caption))


@dataclass(frozen=True, slots=True)
class Named:
    """What a figure measures: its label, the part of it, and the measure of the vocabulary."""

    label: str
    breakdown: str | None
    measure: MeasureMatch | None


def named_of(
    meaning: RowMeaning, column: Column, segment: Segment, above: Above, unit: str | None, force: str | None
) -> Named:
    """What the figures of a row are called in a column; ``unit`` is that of the measure's levels, ``force`` the paper's own.

    ``Complaints`` under rows of years is the label; ``Fatal`` beside ``Serious`` a part of what the row is called.
    """
    label, counted = meaning.label, column.part
    if column.counts and (not label or label == meaning.time or (meaning.area and not meaning.borrowed)):
        # Years or areas in rows under "Complaints" and "Allegations", in a table without a name.
        label, counted = column.counts, None
    elif meaning.area and not meaning.borrowed and (told := _first_level(segment)):
        # Areas in rows under "Band D 2019/20" and "Increase".
        label, counted = told, None
    match = match_measure(label, context=above.captioned, unit=unit, force=force)
    if match is None and len(segment.values) > 1:
        counted = column.counts
    borrowed = meaning.borrowed and not (column.doubtful or meaning.group or meaning.part)
    if borrowed and counted and match is None and meaning.time and _counts_several(segment):
        # Years in rows under "Incidents" and "Crimes": what the caption calls them both is the name of neither.
        return Named(counted, None, match_measure(counted, context=above.captioned, unit=unit, force=force))
    if borrowed and counted and match is None and (whole := _one_of_listed(label, column, segment)):
        # The caption speaks of the other columns too.
        context = " > ".join(part for part in above.context.split(" > ") if part != label)
        of_level = None if _CHANGE_OF.search(counted) else unit
        listed = match_measure(whole, context=context, unit=of_level, force=force)
        match = listed if listed is not None and listed.id is not None else None
    if borrowed and counted and not narrows(label):
        # Rows of areas or years under columns of measures: "Burglary" / "Robbery" over Burnley and Chorley.
        own = match_measure(counted, context=f"{above.captioned} > {label}", unit=unit, force=force)
        if own is not None and own.id is not None:
            label, counted, match = counted, None, own
        elif match is None and any(True for _ in mentions(label)):
            # The name of the paper's panel or force is no name of a figure.
            label, counted = counted, None
    return Named(label, " – ".join(filter(None, (meaning.part, counted))) or None, match)


def _first_level(segment: Segment) -> str | None:
    """The name of the first column of levels that says what it holds; None where it gives but a time or a unit."""
    names = (c.counts or c.name for c in segment.values if not c.change and c.statistic is None)
    return next(
        (n for n in names if n and re.search(r"[A-Za-z]{3}", n) and not is_period_cell(n) and not is_unit_cell(n)), None
    )


def _one_of_listed(caption: str, column: Column, segment: Segment) -> str | None:
    """What a column counts, in full, under a caption that lists what the columns count.

    Example: ``Offences`` beside ``Sanction Detections`` under ``Knife Crime Offences and Sanction Detections by Borough`` is ``Knife
    Crime Offences``, and so is ``Offences % Change``.
    """
    named = {c.counts for c in segment.values if c.counts and re.search(r"[A-Za-z]{3}", c.counts)}
    told = {name for name in named if not _CHANGE_OF.search(name)}
    if len(told) < 2:
        return None
    things = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    counted = re.fullmatch(rf"(?P<thing>{things})(?:{_CHANGE_OF.pattern})?", column.counts or "", re.IGNORECASE)
    listed = re.match(
        rf"(?P<of>[^,;:]*?\S)\s+(?P<things>(?:{things})(?:(?:,|\s+and|\s+&)\s+(?:{things}))+)\b", caption, re.IGNORECASE
    )
    if not counted or not listed:
        return None
    thing = counted["thing"]
    return f"{listed['of']} {thing}" if re.search(rf"\b{re.escape(thing)}\b", listed["things"], re.IGNORECASE) else None


def _counts_several(segment: Segment) -> bool:
    """True where each column of figures counts another kind of thing: ``Incidents`` / ``Crimes``, not ``Male`` / ``Female victims``."""
    things = [_THINGS.search(c.counts or "") for c in segment.values if not c.change]
    kinds = {thing[0].lower() for thing in things if thing}
    return len(things) > 1 and len(kinds) == len(things)


def lettered_name(label: str, breakdown: str | None, letter: str, parts: Lettered | None) -> tuple[str, str | None]:
    """The label and the breakdown of a lettered figure: ``Support to`` and ``victims of fraud``; of a total without the parts."""
    if parts is None:
        return label, breakdown if letter == "total" else " – ".join(filter(None, (breakdown, f"{letter})")))
    if letter == "total":
        return parts.lead or label, breakdown
    part = parts.parts.get(letter, f"{letter})")
    return " ".join(filter(None, (parts.lead, part))), " – ".join(filter(None, (breakdown, part)))
