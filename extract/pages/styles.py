"""How printed lines look and what that says: headings by size and weight, bullets, gaps, wrapped lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.pages.lines import PrintedLine
from extract.pages.margins import Margins, rounded
from schema.document import Furniture, Line

_BULLETS = "•▪◦●○■□➢➤►✓✔·∙‣⁃\ufffd"
_DASHES = ("-", "–", "—", "*", "o", "§")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])$")
_LARGER = 1.12
_LONGEST_HEADING = 160
_MOST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Styles:
    """The size of the body text of a document, and the larger sizes with the level of heading that each stands for."""

    body: float
    levels: tuple[tuple[float, int], ...]

    def level(self, line: PrintedLine) -> int:
        """The level of heading that the look of a line states, 0 where it states none."""
        text = line.text
        if len(text) > _LONGEST_HEADING or not re.search(r"[A-Za-z]{2}", text):
            return 0
        for size, level in self.levels:
            if line.size >= size - 0.3:
                return level
        return 0


def styles_of(margins: Sequence[Margins], furniture: Sequence[Furniture]) -> Styles:
    """The styles of a paper without its furniture, told by how much text is set in each size."""
    taken = {(mark.page, mark.box) for mark in furniture}
    sizes: Counter[float] = Counter()
    for sheet in margins:
        sizes.update(sheet.letters)
        for line in sheet.lines:
            if not any((sheet.page, part.box) in taken for part in (line, *line.parts)):
                sizes[rounded(line.size)] += len(line.text) - line.text.count(" ")
    if not sizes:
        return Styles(10.0, ())
    body = max(sizes, key=lambda s: (sizes[s], s))
    total = sizes.total()
    larger = sorted((s for s in sizes if s >= _LARGER * body and sizes[s] < 0.3 * total), reverse=True)
    return Styles(body, tuple(_levels(larger)))


def styled_lines(lines: Sequence[PrintedLine], styles: Styles, right: float) -> list[Line]:
    """The lines of one region as ``Line``, numbered 0; ``right`` is where its text ends."""
    usual = _usual_gap(lines)
    out: list[Line] = []
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        gap = line.box.top - above.box.bottom if above else None
        blank = gap is None or gap > usual + 0.35 * line.height
        bullet = has_bullet(line)
        below = lines[i + 1] if i + 1 < len(lines) else None
        soft = above is not None and not blank and not bullet and _wraps(above, line, below, right)
        out.append(
            Line(
                text=" ".join(w.text for w in line.words[1:]) if bullet else line.text,
                number=0,
                heading=0 if bullet or (soft and not out[-1].heading) else styles.level(line),
                bold=line.bold,
                bullet=bullet,
                blank_before=blank,
                soft=soft,
                size=line.size,
                box=line.box,
            )
        )
    return out


def has_bullet(line: PrintedLine) -> bool:
    """True for a line that begins with a bullet and goes on: "• to note the report", "– Burnley"."""
    if len(line.words) < 2:
        return False
    first = line.words[0]
    if len(first.text) == 1 and first.text in _BULLETS:
        return True
    return first.text in _DASHES and line.words[1].box.x0 - first.box.x1 > 0.35 * line.height


def _wraps(above: PrintedLine, line: PrintedLine, below: PrintedLine | None, right: float) -> bool:
    """True where a line goes on the paragraph above it: its first word had no room there, or it begins in mid-sentence."""
    if abs(above.size - line.size) > 0.1 * line.size:
        return False
    first = line.words[0]
    full = _is_full(above, line, right)
    ended = above.text.rstrip()[-1:] in ".:;?!"
    if _NUMBER.match(first.text) and (ended or (not full and len(line.words) > 1 and _wide_after_first(line))):
        return False
    if above.bold != line.bold and line.text[:1].isupper() and (ended or not full):
        # Bold words in mid-paragraph may fill a line; a heading ends before the line is full.
        runs_on = below is not None and below.text[:1].islower() and _is_full(line, below, right)
        if not (full and runs_on):
            return False
    if full:
        return not (ended and first.text[:1].isupper() and abs(line.box.x0 - above.box.x0) > 2 * line.size)
    return first.text[:1].islower() and not ended


def _is_full(line: PrintedLine, below: PrintedLine, right: float) -> bool:
    """True where the first word of the line below had no room at the end of a line."""
    first = below.words[0].box
    return line.box.x1 + 0.3 * below.size + (first.x1 - first.x0) > right - 0.2 * below.size


def _wide_after_first(line: PrintedLine) -> bool:
    return line.words[1].box.x0 - line.words[0].box.x1 > 0.5 * line.height


def _usual_gap(lines: Sequence[PrintedLine]) -> float:
    gaps = [
        b.box.top - a.box.bottom
        for a, b in pairwise(lines)
        if abs(a.size - b.size) < 0.5 and -0.5 * a.height < b.box.top - a.box.bottom < 1.2 * a.height
    ]
    if not gaps:
        return 2.0
    gaps.sort()
    return median(gaps[: max(1, len(gaps) * 2 // 3)])


def _levels(larger: Iterable[float]) -> list[tuple[float, int]]:
    """Sizes from the largest, close ones taken together, with their levels from 1."""
    out: list[tuple[float, int]] = []
    level = 0
    for size in larger:
        if not out or out[-1][0] - size > 0.6:
            level += 1
        out.append((size, min(level, _MOST_LEVELS)))
    return out
