"""Tables that only lay out text: the head of a report, its implications, an agenda, a box around paragraphs.

They hold no data. Once they have told what the paper is, each of their rows is read as a line of text, so that what they say is
found by the rules for sentences: ``Financial:`` beside ``The budget for 2015/16 is £4.2m.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.awards.records import role_of_label, tells_award
from extract.blocks import Block, Passage, TableBlock
from extract.captions import names_one
from extract.papers.heads import header_rows_of
from extract.tables.column_roles import Row, flat, is_value
from extract.tables.kinds import table_kind
from schema.document import Cell, Line

#: What the rows of a report's head are called, beside those that tell who, what and when it is.
_OF_HEAD = re.compile(
    r"(?:(?:report|agenda|meeting|committee|panel|decision|document|file|security|protective|government)\s+)?(?:of|by|to|from|for|date|time|venue|location|place|subject|title|re|authors?|"
    r"item|number|no\.?|ref(?:erence)?(?:\s+(?:no\.?|number))?|owner|sponsor|type|status|version|classification|(?:protective|security)\s+marking|"
    r"freedom\s+of\s+information(?:\s+\w+)*|foi\w*(?:\s+\w+)*|committee|panel|meeting|body|public(?:ation)?|confidential(?:ity)?|exempt\w*|chair(?:man|person)?)|"
    r"(?:report(?:ing)?|responsible|lead|contact|author|accountable|presenting|chief|senior|link|strategic|cabinet|corporate|executive|deputy|assistant)\s+(?:officers?|directors?|members?|person|chief\s+officers?|authors?)|"
    r"(?:date|name|title|purpose|type|subject)\s+(?:of|and)\s+(?:the\s+)?(?:\w+\s+)?(?:meeting|report|committee|panel|author|officer|paper|decision|time)|"
    r"(?:prepared|presented|written|produced|submitted|approved|requested|reviewed|completed)\s+by|contact(?:s|\s+details|\s+for\s+further\s+information)?|"
    r"(?:person|officer)s?\s+to\s+contact|tel(?:ephone)?(?:\s+(?:no\.?|number))?|e-?mail(?:\s+address)?|(?:job\s+)?title|name|position|signed|signature|"
    r"(?:reporting\s+)?period(?:\s+covered)?|wards?(?:\(s\))?(?:\s+affected)?|divisions?\s+affected|key\s+decision|portfolio(?:\s+holder)?|"
    r"(?:appendi(?:x|ces)|attachments?|background\s+papers?|enclosures?)(?:\s+attached)?",
    re.IGNORECASE,
)
#: What a report has implications for, or must be weighed against.
_WEIGHED = (
    r"(?:financ(?:e|ial|es)|legal|law|equalit(?:y|ies)|diversity|inclusion|edi|human\s+rights|hr|human\s+resources?|personnel|people|staff(?:ing)?|workforce|"
    r"risks?|impacts?|resources?|environment(?:al)?|sustainab\w+|climate\s+change|carbon|health|safety|wellbeing|well-being|safeguarding|community(?:\s+safety)?|"
    r"crime|disorder|data\s+(?:protection|quality)|privacy|information|ict|it|estates?|property|procurement|value\s+for\s+money|vfm|consultation|engagement|"
    r"communications?|media|public\s+(?:interest|confidence)|reputation(?:al)?|partnerships?|collaboration|welsh\s+language|ethic(?:s|al)|social\s+value|"
    r"police|policing|plan|plans|pcp|strateg(?:y|ic)|priorit(?:y|ies)|policy|corporate|governance|constitutional|training|operational|technical|rural|children|"
    r"young\s+people|vulnerab\w+|victims?|service\s+delivery|management|section\s+17|s\.?\s?17|other)"
)
_IMPLICATION = re.compile(
    rf"(?:any\s+|the\s+)?(?:links?|contribution|relevance|relationship|alignment)\s+(?:to|with)\b.*|"
    rf"{_WEIGHED}(?:(?:\s*(?:,|/|&|\band\b|\bof\b|\bto\b|\bthe\b|-)\s*|\s+){_WEIGHED}){{0,5}}"
    r"(?:\s+(?:implications?|impact(?:\s+assessment)?s?|assessment|analysis|considerations?|issues?|comments?|act|duty|eia|dpia|matters|objectives?|\w*\s?management))*(?:\s*\([\w\s/&-]+\))?",
    re.IGNORECASE,
)
_OF_IMPLICATIONS = re.compile(r"\b(?:implications?|considerations?|impact\s+assessments?)\b", re.IGNORECASE)
#: What a service is rated with, which is data.
_JUDGED = re.compile(
    r"\W*(?:b?rag\s*:?\s*)?(?:red|amber|green|blue|good|adequate|outstanding|inadequate|requires\s+improvement|satisfactory|on\s+track|completed?|"
    r"in\s+progress|not\s+started|delayed|high|medium|low|substantial|reasonable|limited|improving|stable|worsening|deteriorating)\W*",
    re.IGNORECASE,
)
#: Labels of numbers that measure nothing.
_NUMBERED = re.compile(
    r"\b(?:number|no|ref(?:erence)?|code|tel(?:ephone)?|phone|ext|pages?|item|version|date|year|marked)\b\.?\s*:?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•▪●○◦‣·❖*–-]\s+")
_MOST_ROWS = 24
_LONGEST_LABEL = 70

_Pair = tuple[str, str]


def without_forms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the tables that only lay out text as passages, one for each of their rows; the others are counted anew."""
    out: list[Block] = []
    tables = 0
    for block in blocks:
        if isinstance(block, Passage):
            out.append(block)
        elif lays_out_text(block):
            out += passages_of(block)
        else:
            tables += 1
            out.append(replace(block, number=tables))
    return tuple(out)


def lays_out_text(block: TableBlock) -> bool:
    """True for a table that holds no data.

    | as printed                                             |                                          |
    | ------------------------------------------------------ | ---------------------------------------- |
    | ``Report of`` / ``CHIEF CONSTABLE``, ``Date`` / …      | the head of a report                     |
    | ``Financial:`` / ``None``, ``Legal:`` / ``None``       | its implications                         |
    | ``1. Minutes …`` / ``(Pages 3 - 10)``                  | an agenda, a list of contents            |
    | ``ITEM`` / ``Scrutiny includes: …``                    | a box: one column                        |
    | ``Recipient`` / ``Hope Trust``, ``Amount`` / ``£500``  | the record of one award                  |
    | ``Owner:`` / ``Chief Constable``, ``Review:`` / ``May`` | names with a colon beside words          |

    False for two columns of figures, of members, of dates (``2015/16`` / ``£1.7M``, ``Officers:`` / ``3,036``), and for what the
    paper itself numbers as a table: ``Table 6``.
    """
    if block.caption and names_one(block.caption, table=True):
        return False
    if block.grid.columns < 2:
        return True
    if header_rows_of(block):
        return True
    pairs = _pairs(block)
    if pairs is not None and block.grid.columns == 2 and tells_award([label for label, _ in pairs]):
        return True
    kind = table_kind(block)
    if kind == "agenda":
        return block.grid.columns <= 4
    if kind in ("membership", "schedule", "award"):
        return False
    if pairs is None or _names_columns(block):
        return False
    return _names_texts(pairs, block.caption)


def _names_columns(block: TableBlock) -> bool:
    """True for a header that names columns (``Theme`` / ``Progress``) and is no row of a form (``Report to`` / ``The Panel``)."""
    heads = [c.text for c in block.grid.cells if c.row < block.header_rows and c.text.strip()]
    said = [*heads, block.caption or ""]
    return bool(heads) and not _is_label(flat(heads[0])) and not any(map(_OF_IMPLICATIONS.search, said))


def _pairs(block: TableBlock) -> list[_Pair] | None:
    """The labels of a form with what stands beside each; None where the table has another form."""
    if block.grid.columns > 4 or block.grid.rows > _MOST_ROWS:
        return None
    pairs: list[_Pair] = []
    for row in block.rows():
        texts = [(c.col, flat(c.text)) for _, c in sorted(row.items()) if c.text.strip()]
        if not texts:
            continue
        if len(texts) == 1:
            col, text = texts[0]
            pairs += [(text, "")] if col == 0 and len(text) <= _LONGEST_LABEL else []
            continue
        if texts[0][0] != 0 or len(texts) > 4:
            return None
        if len(texts) == 4 and _is_label(texts[2][1]):
            pairs += [(texts[0][1], texts[1][1]), (texts[2][1], texts[3][1])]
        else:
            pairs.append((texts[0][1], " ".join(t for _, t in texts[1:])))
    return pairs


def _names_texts(pairs: Sequence[_Pair], caption: str | None) -> bool:
    """True where most labels are those of forms, or end in a colon, and what is beside them are words."""
    beside = [pair for pair in pairs if pair[1]]
    if not beside or any(len(label) > _LONGEST_LABEL for label, _ in beside):
        return False
    measured = sum(is_value(value) and not _NUMBERED.search(label) for label, value in beside)
    judged = sum(bool(_JUDGED.fullmatch(value)) for _, value in beside)
    if measured or judged * 2 > len(beside):
        return False
    known = sum(_is_label(label) for label, _ in beside)
    colons = sum(label.endswith(":") for label, _ in beside)
    weighed = bool(caption and _OF_IMPLICATIONS.search(caption))
    return len(beside) > 1 and (known * 2 >= len(beside) or colons * 3 >= len(beside) * 2 or weighed)


def _is_label(text: str) -> bool:
    """True for what a row of a form is called: ``Date:``, ``Lead Officer``, ``Equality Impact Assessment :``."""
    bare = text.rstrip(" :.?*")
    return bool(_OF_HEAD.fullmatch(bare) or _IMPLICATION.fullmatch(bare))


def passages_of(block: TableBlock) -> Iterator[Passage]:
    """The rows of a table as passages: ``Financial: None``; the lines of a cell that are paragraphs stand apart."""
    for row in block.rows():
        cells = [c for _, c in sorted(row.items()) if c.text.strip()]
        if cells:
            yield from _of_row(block, row, cells)


def _of_row(block: TableBlock, row: Row, cells: Sequence[Cell]) -> Iterator[Passage]:
    line, starts = _printed(row)
    label, rest = cells[0], cells[1:]
    named = bool(rest) and len(flat(label.text)) <= _LONGEST_LABEL
    if named:
        name = flat(label.text)
        first, *more = _paragraphs(rest[0], block)
        gap = ": " if not name.endswith(":") and (_is_label(name) or role_of_label(name)) else " "
        parts = [(name + gap, starts[label.col]), (first[1], starts[rest[0].col] + first[0])]
        yield _passage(block, line, label.page, parts)
        yield from (_passage(block, line, c.page, [(t, starts[c.col] + at)]) for c in rest[:1] for at, t in more)
        rest = rest[1:]
    else:
        rest = cells
    for cell in rest:
        for at, text in _paragraphs(cell, block):
            yield _passage(block, line, cell.page, [(text, starts[cell.col] + at)])


def _printed(row: Row) -> tuple[Line, dict[int, int]]:
    """The line of the page that a row is, and where in it each cell begins."""
    texts = {col: flat(cell.text) for col, cell in sorted(row.items())}
    starts, at = {}, 0
    for col, text in texts.items():
        starts[col] = at
        at += len(text) + 1
    number = next((c.line for c in row.values() if c.line is not None), 1)
    return Line("\t".join(texts.values()), number), starts


def _paragraphs(cell: Cell, block: TableBlock) -> list[tuple[int, str]]:
    """The paragraphs of a cell, each with where it begins in the cell's text on one line; print only wraps its lines."""
    if block.grid.box is not None:
        return [(0, flat(cell.text))]
    found, at = [], 0
    for text in map(flat, cell.text.split("\n")):
        if text:
            found.append((at, text))
            at += len(text) + 1
    return found


def _passage(block: TableBlock, line: Line, page: int, parts: Sequence[tuple[str, int]]) -> Passage:
    """A passage of parts, each with where it begins in the line."""
    bullet = _BULLET.match(parts[0][0])
    skipped = bullet.end() if bullet else 0
    text, joins = "", []
    for part, start in parts:
        joins.append((len(text), start + skipped))
        text += part[skipped:]
        skipped = 0
    return Passage(
        kind="bullet" if bullet else "paragraph",
        text=text,
        page=page,
        lines=(line,) * len(joins),
        joins=tuple(joins),
        pages=(page,) * len(joins),
        sections=block.sections,
        paper=block.paper,
    )
