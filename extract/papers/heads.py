"""The head of a paper: what stands over its first section, with the parts that are labelled ("Subject", "Date", "Report of")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extract.blocks import Block, Passage, TableBlock

_ROLES: dict[str, str] = {
    "title": r"(?:report\s+)?title(?:\s+of\s+(?:the\s+)?report)?|subject|re",
    "date": r"(?:meeting\s+)?date(?:\s+of\s+(?:the\s+)?(?:meeting|committee|panel))?|date\s*(?:/|and|&)\s*time",
    "body": r"(?:name\s+of\s+)?(?:meeting|committee|panel)|report\s+to|to|meeting\s+of|decision\s+maker",
    "author": r"report\s+(?:of|by|from)|presented\s+by|from|(?:responsible|lead|reporting)\s+officer|owner",
    "writer": r"(?:report\s+)?authors?|(?:prepared|written|produced)\s+by|contact(?:\s+officer|\s+for\s+further\s+information)?",
    "item": r"(?:agenda\s+)?item(?:\s+(?:no|number))?\.?|agenda\s+no\.?",
    "period": r"reporting\s+period|period(?:\s+covered)?",
}
_LABEL = {role: re.compile(rf"^(?:{pattern})\s*:?\s*$", re.IGNORECASE) for role, pattern in _ROLES.items()}
_LABELLED = {
    role: re.compile(rf"^(?:{pattern})\s*:\s*(?P<value>\S.*)$", re.IGNORECASE) for role, pattern in _ROLES.items()
}
_REPORT_OF = re.compile(r"^report\s+(?:of|by)\s+(?:the\s+)?(?P<value>\S.*)$", re.IGNORECASE)
_CONTACT = re.compile(r"^contact\s+for\s+further\s+information\s*:?\s*(?P<value>\S.*)$", re.IGNORECASE)
#: Headings with which the paper itself begins.
_FIRST_SECTION = re.compile(
    r"^(?:executive\s+summary|summary|purpose(?:\s+of\s+(?:the\s+)?(?:report|paper))?|(?:the\s+)?purpose\s+of\s+th\w+\s+\w+\s+(?:is|was)\b.*|"
    r"introduction.*|recommendations?|background|issues?\s+for\s+consideration|(?:decisions?|actions?)\s+required|key\s+(?:points|messages)|"
    r"overview|contents|list\s+of\s+contents|present|apologies|foreword|this\s+report\s+(?:covers|provides|sets)\b.*|our\s+vision.*)\W*$",
    re.IGNORECASE,
)
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of a head that has no label; ``size`` is that of its print where known, ``line`` its number."""

    text: str
    page: int
    line: int
    size: float | None


@dataclass(frozen=True, slots=True)
class PaperHead:
    """A head: the labelled values by their role, in order, and the other lines."""

    labelled: tuple[tuple[str, str], ...]
    lines: tuple[HeadLine, ...]

    def first(self, role: str) -> str | None:
        """The first value of a role (``title``, ``date``, ``body``, ``author``, ``writer``, ``item``, ``period``)."""
        return next((value for known, value in self.labelled if known == role), None)

    @property
    def texts(self) -> list[str]:
        """All lines and labelled values."""
        return [line.text for line in self.lines] + [value for _, value in self.labelled]


def labelled(text: str) -> tuple[str, str] | None:
    """The role and the value of a labelled line, or None.

    Examples: ``Date/Time: Monday, 23 March 2015 at 1.00 pm`` is a date, ``REPORT TO: STRATEGIC SCRUTINY MEETING`` a body,
    ``Report of the Chief Finance Officer`` an author; ``To: the point`` is none, for it is no name.
    """
    for role, pattern in _LABELLED.items():
        if match := pattern.match(text):
            return role, match["value"].strip()
    if match := _CONTACT.match(text):
        return "writer", match["value"].strip()
    if (match := _REPORT_OF.match(text)) and len(text.split()) <= 14:
        return "author", match["value"].strip()
    return None


def header_rows_of(block: TableBlock) -> list[tuple[str, str]]:
    """The labelled values of a table that heads a report; empty where it is another table.

    Examples: the rows ``Report of | CHIEF CONSTABLE`` and ``Subject | POLICE COMPLAINT STATISTICS``.
    """
    if block.grid.columns > 4 or block.grid.rows > 12:
        return []
    found = []
    for row in block.rows():
        texts = [" ".join(row[col].text.split()) for col in sorted(row) if row[col].text.strip()]
        if len(texts) >= 2:
            role = next((role for role, pattern in _LABEL.items() if pattern.match(texts[0])), None)
            if role:
                found.append((role, " ".join(texts[1:])))
        elif texts and (pair := labelled(texts[0])):
            found.append(pair)
    return found if len({role for role, _ in found} - {"writer"}) >= 2 else []


def read_head(blocks: Sequence[Block]) -> PaperHead:
    """The head of the paper that begins with ``blocks``: what stands before its first section."""
    pairs: list[tuple[str, str]] = []
    lines: list[HeadLine] = []
    for block in islice(blocks, _LONGEST):
        if isinstance(block, TableBlock):
            rows = header_rows_of(block)
            pairs += rows
            if not rows and (pairs or len(lines) > 2):
                break
            if not rows:
                lines += _cells_as_lines(block)
            continue
        if _FIRST_SECTION.match(block.text) and (pairs or lines):
            break
        if block.number and block.number[0].isdigit() and lines and block.level == 1:
            break
        for line in _lines_of(block):
            if pair := labelled(line.text):
                pairs.append(pair)
            else:
                lines.append(line)
    return PaperHead(tuple(pairs), tuple(lines))


def _lines_of(passage: Passage) -> Iterator[HeadLine]:
    """The passage as one line, or line by line where labelled lines were joined to a paragraph."""
    size = passage.lines[0].size
    if len(passage.lines) > 1 and any(labelled(line.text) for line in passage.lines[1:]):
        for line, page in zip(passage.lines, passage.pages, strict=True):
            yield HeadLine(line.text.strip(), page, line.number, line.size)
    else:
        text = passage.text if passage.number is None else f"{passage.number} {passage.text}"
        appendix = passage.number is not None and passage.text.startswith(passage.number)
        yield HeadLine(passage.text if appendix else text, passage.page, passage.lines[0].number, size)


def _cells_as_lines(block: TableBlock) -> Iterator[HeadLine]:
    """The text of a small table that was only printed side by side, such as a date beside a contact."""
    if block.grid.rows <= 8 and block.grid.columns <= 4:
        for cell in block.grid.cells:
            text = " ".join(cell.text.split())
            if text:
                yield HeadLine(text, cell.page, cell.line or 0, None)
