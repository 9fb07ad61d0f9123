"""What is printed in a paper, and where: the one type that every reader makes.

A *printed* page (PDF) has words, rules and fills with boxes; its lines and tables are found by ``extract``. A *marked-up*
page (text, Markdown, HTML, Word) has no boxes: its reader gives the flow of lines and grids directly, each with the number of
the line of the file. After ``extract.layout`` both are a flow, so everything later is written once.

What a page has by the thousand (words, rules, fills, lines, cells and their boxes) are named tuples, which are made twice as fast.

Coordinates are PDF points (1/72 inch), origin at the top-left corner of the page as a viewer shows it, ``x`` to the right and
``y`` down. Pages and lines count from 1; rows and columns of a grid from 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from schema.reading import Problem


class Box(NamedTuple):
    """A rectangle on a page, in points from the top-left corner; ``x0 <= x1`` and ``top <= bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """A run of characters without a space, as printed. ``size`` is in points, ``colour`` is ``#rrggbb``.

    ``turned`` is 0 for upright text, 1 for text that reads upwards, -1 downwards, 2 upside down.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    turned: int = 0
    colour: str = "#000000"

    @property
    def upright(self) -> bool:
        """True for text that reads from left to right."""
        return self.turned == 0


class Rule(NamedTuple):
    """A drawn straight line, or one side of a drawn rectangle; horizontal or vertical."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """True for a line that runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Fill(NamedTuple):
    """A filled shape, such as the shade of a header row or of a RAG cell; ``colour`` is ``#rrggbb``.

    ``curved`` is true for a shape that is not a plain box (a circle, an arrow); ``box`` then only surrounds it.
    """

    box: Box
    colour: str
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn path that is neither a rule nor a plain box: an arrow, a tick, a circle, the line of a chart.

    ``outline`` has the end points of its lines and curves in their order (x, y), ``()`` for a large drawing, whose form says
    nothing. ``filled`` is False for one that is only stroked. A filled one is also a ``Fill``.
    """

    box: Box
    colour: str
    outline: tuple[tuple[float, float], ...] = ()
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to an address (``uri``) or to a page of the same paper (``page``, from 1)."""

    box: Box
    uri: str | None = None
    page: int | None = None


class Line(NamedTuple):
    """One line of text with the markup taken out.

    ``number`` counts lines from 1: those of the file for a marked-up page (the first one, where a paragraph of HTML or Word
    has no line of its own, its position), those of the page in reading order for a printed page. ``heading`` is the level
    that the format itself states (``## x`` is 2), 0 where it states none. ``bold`` is true where the whole line is bold.
    ``bullet`` is true for a list item. ``blank_before`` is true where an empty line or a clear gap parts it from the line above.
    ``soft`` is true where the line goes on the paragraph of the line above (a wrapped line). ``figure`` is true for a chart or a
    picture: ``text`` then has its labels, which say nothing for themselves, and ``box`` is around the whole of it.
    """

    text: str
    number: int
    heading: int = 0
    bold: bool = False
    bullet: bool = False
    blank_before: bool = False
    soft: bool = False
    size: float | None = None
    box: Box | None = None
    figure: bool = False


class Cell(NamedTuple):
    r"""One cell of a grid; ``text`` is as printed, inner line breaks kept as ``\n``; ``page`` is the page it stands on.

    ``mark`` holds what is drawn and not written (a RAG fill, an arrow), as a word.
    """

    row: int
    col: int
    text: str
    page: int
    row_span: int = 1
    col_span: int = 1
    is_header: bool = False
    bold: bool = False
    line: int | None = None
    box: Box | None = None
    mark: str | None = None


@dataclass(frozen=True)
class Grid:
    """A table as it stands on the page: cells only, no meaning yet.

    ``method`` says how it was seen: ``tsv``, ``pipe``, ``html``, ``word``, ``ruled``, ``aligned``. ``header_rows`` is what
    the format itself states (``<th>``, a pipe table's rule), None where it states nothing. ``confidence`` is between 0 and 1.
    ``page`` is where it begins, ``last_page`` where it ends, also where that page only goes on a row; None for the same.
    """

    cells: tuple[Cell, ...]
    method: Literal["tsv", "pipe", "html", "word", "ruled", "aligned"]
    page: int
    line: int | None = None
    box: Box | None = None
    header_rows: int | None = None
    caption: str | None = None
    confidence: float = 1.0
    last_page: int | None = None

    # Counted once: these are asked for cell by cell, and a grid does not change. (Kept in `__dict__`, so no slots here.)
    @cached_property
    def rows(self) -> int:
        """The number of rows, spans counted."""
        return max((c.row + c.row_span for c in self.cells), default=0)

    @cached_property
    def columns(self) -> int:
        """The number of columns, spans counted."""
        return max((c.col + c.col_span for c in self.cells), default=0)


FurnitureKind = Literal["running", "page_number", "agenda_item", "marking", "blank"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """One mark that was taken out of the text of a page.

    ``kind`` is ``running`` (a repeated header or footer), ``page_number``, ``agenda_item`` ("Agenda Item 5", "Minute Item
    12"), ``marking`` ("OFFICIAL") or ``blank`` ("This page is intentionally left blank"). ``line`` is set for a text paper,
    ``box`` for a printed page.
    """

    page: int
    text: str
    kind: FurnitureKind
    box: Box | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Printed pages fill ``words``, ``rules``, ``fills``; marked-up pages fill ``flow`` (a whole file is page 1).

    A printed page that is *laid* has ``flow`` and ``furniture`` in place of what is drawn (``extract.pages.flow.laid``).
    ``recognised`` is true where the words were recognised in the picture of a page (OCR) and not printed as text.
    """

    number: int
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    label: str | None = None
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    images: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    recognised: bool = False
    flow: tuple[Line | Grid, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    @property
    def printed(self) -> bool:
        """True for a page with boxes (a PDF page), False for one that is only text."""
        return self.width is not None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of a PDF: its title, depth from 0 and page from 1."""

    title: str
    depth: int
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper as its reader saw it. ``reader`` names the reader and its version, such as ``pdfplumber 0.11.10``."""

    media_type: str
    reader: str
    pages: tuple[Page, ...]
    title: str | None = None
    outline: tuple[OutlineEntry, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
