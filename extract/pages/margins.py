"""What one printed page tells of its whole paper: the lines at its head and foot, and how much text is set in each size.

It is small and can be sent between processes, so that the pages themselves need not be kept until the last one is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.pages.lines import PrintedLine, around, lines_of
from extract.pages.page_marks import is_mark, mark_anywhere
from extract.pages.turned import Turn, turned_page, way_of
from schema.document import Box, Page, Rule, Word

# The outer share of a page in which headers and footers stand.
_ZONE = 0.12
# What is looked at to tell whether a line there stands apart from the text.
_SEEN = 0.22
_FEW_WORDS = 60
_MOST_PARTS = 3
_OUTERMOST = 2


@dataclass(frozen=True, slots=True)
class OuterLine:
    """A line that may be furniture: at the head or foot of a page, or a note that the page is blank.

    ``middle`` is how far down it stands, in points, when the page is held so that it can be read; ``box`` is on the page as
    shown. ``outermost`` is true where no more than two lines stand between it and the edge. ``apart`` is false where text follows
    closely: such a line is furniture only where the same stands apart on other pages. ``parts`` are the pieces that wide
    gaps part it into, () where there is one: "Agenda Item 5" may stand at the right of a running header.
    """

    text: str
    box: Box
    middle: float
    size: float
    outermost: bool
    apart: bool = True
    parts: tuple[OuterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """What one page tells of its paper.

    ``lines`` may be furniture. ``letters`` counts the characters of all other lines by font size, rounded to half a point
    (``rounded``).
    """

    page: int
    lines: tuple[OuterLine, ...] = ()
    letters: Counter[float] = field(default_factory=Counter)


def margins_of(page: Page) -> Margins:
    """The margins of one printed page, with boxes as a viewer shows it.

    Where a page is bound sideways, its own header reads with its text and the marks of the pack with the sheet, or the other
    way about: so the margins of every way count.
    """
    main = way_of(page)
    outer = _outer_of_way(page, main, page.rules)
    for way in sorted({word.turned for word in page.words} - {main}):
        # What is turned against the text lies over the tables, not in them.
        found = _outer_of_way(page, way, ())
        # Turned lines beside an upright text are mostly the labels of an axis or of columns.
        outer += found if way == 0 else [(line, words) for line, words in found if is_mark(line.text)]
    printed: defaultdict[float, int] = defaultdict(int)
    for word in page.words:
        printed[word.size] += len(word.text)
    for word in (word for _, words in outer for word in words):
        printed[word.size] -= len(word.text)
    letters: Counter[float] = Counter()
    for size, count in printed.items():
        letters[rounded(size)] += count
    return Margins(page.number, tuple(line for line, _ in outer), +letters)


def _outer_of_way(page: Page, way: int, rules: tuple[Rule, ...]) -> list[tuple[OuterLine, tuple[Word, ...]]]:
    """The lines of one way that may be furniture, each with its words."""
    words = tuple([w for w in page.words if w.turned == way])
    view = Page(page.number, page.width, page.height, words=words, rules=rules)
    if way:
        view = turned_page(view, way)
    height = view.height or 0
    if len(words) > _FEW_WORDS:
        # What lies between tells nothing of the margins; a note that a page is blank has the page to itself.
        upper, lower = _SEEN * height, (1 - _SEEN) * height
        lines = lines_of([w for w in view.words if w.box.top < upper or w.box.bottom > lower])
    else:
        lines = lines_of(view.words)
    found = [(i, line) for i, line in enumerate(lines) if _may_be_furniture(line, view)]
    outer = [(_outer_line(lines, i, height), line.words) for i, line in found]
    if not way:
        return outer
    back = Turn(way, page.width or 0.0, page.height or 0.0).back()
    return [(_shown(line, back), words) for line, words in outer]


def _shown(line: OuterLine, back: Turn) -> OuterLine:
    return replace(line, box=back.box(line.box), parts=tuple(_shown(part, back) for part in line.parts))


def rounded(size: float) -> float:
    """A font size to the half point."""
    return round(size * 2) / 2


def _outer_line(lines: Sequence[PrintedLine], at: int, height: float) -> OuterLine:
    line = lines[at]
    outermost = (at if line.middle < height / 2 else len(lines) - 1 - at) <= _OUTERMOST
    apart = _stands_apart(lines, at, height)
    segments = line.segments
    parts = tuple(
        OuterLine(s.text, around(w.box for w in s.words), line.middle, line.size, outermost, apart)
        for s in (segments if len(segments) > 1 else ())
    )
    return OuterLine(line.text, line.box, line.middle, line.size, outermost, apart, parts)


def _may_be_furniture(line: PrintedLine, page: Page) -> bool:
    height = page.height or 0
    if _ZONE * height <= line.middle <= (1 - _ZONE) * height:
        return mark_anywhere(line.text) == "blank"
    return len(line.segments) <= _MOST_PARTS and not _in_table(line, page)


def _stands_apart(lines: Sequence[PrintedLine], at: int, height: float) -> bool:
    """True for a mark, and for a line that a gap parts from the text, itself or with the other lines of a running header."""
    line = lines[at]
    if mark_anywhere(line.text):
        return True
    first = next((j for j in range(at, 0, -1) if _apart(lines[j - 1], lines[j])), 0)
    last = next((j for j in range(at, len(lines) - 1) if _apart(lines[j], lines[j + 1])), len(lines) - 1)
    # A line close above others may be one of several lines of a running header: the last of those stands apart.
    upper = line.middle < height / 2
    if not (lines[last].middle <= _ZONE * height if upper else lines[first].middle >= (1 - _ZONE) * height):
        return False
    # A word that wraps in the head of a table returns on every page as well.
    return all(len(near.segments) <= _MOST_PARTS for near in lines[first : last + 1])


def _apart(above: PrintedLine, below: PrintedLine) -> bool:
    return below.box.top - above.box.bottom > 0.7 * min(above.height, below.height)


def _in_table(line: PrintedLine, page: Page) -> bool:
    """True for a line between upright rules, such as a column head repeated at the top of a page."""
    middle = line.middle
    crossing = sum(r.top - 1 <= middle <= r.bottom + 1 and not r.horizontal for r in page.rules)
    return crossing >= 2
