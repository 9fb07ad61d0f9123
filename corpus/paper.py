"""What a sample paper is made of: blocks of text, where its figures were published, and what a person reads in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.truth import Truth

Format = Literal["pdf", "docx", "txt", "md", "html"]
Style = Literal["ruled", "zebra", "lines", "bare"]
Colour = Literal["red", "amber", "green"]
Row = tuple[str, ...]

#: The shades in which a judgement is printed, as red, green and blue in hexadecimal digits.
COLOURS: Mapping[Colour, str] = {"red": "f4635a", "amber": "ffc000", "green": "92d050"}

#: What every source of figures says of its licence: facts are taken over, sentences are not.
LICENCE = (
    "Figures are facts and no text of the source is copied. Where the publisher's terms apply to them, they are those of "
    "the Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)."
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the paper."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with its printed number where it has one ("3.1")."""

    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed: rows of cell texts, the first ``header_rows`` of them headings.

    ``widths`` are shares of the line for a printed page. ``kept_together`` moves a table to the next page rather than
    cutting it. ``style`` overrides the style of the paper. ``colours`` are the fills that judge figures, as (row, column,
    colour), and ``joined`` the cells that run over several columns, as (row, first column, last column), all counted from 0
    with the headings; the joined cells after the first are empty. Text and Markdown print neither.
    """

    rows: tuple[Row, ...]
    header_rows: int = 1
    caption: str | None = None
    widths: tuple[float, ...] | None = None
    style: Style | None = None
    kept_together: bool = True
    colours: tuple[tuple[int, int, Colour], ...] = ()
    joined: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins on a new page (nothing in a format without pages)."""


Block = Heading | Text | Bullets | Table | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where figures of a sample paper were published."""

    publisher: str
    title: str
    published: str
    address: str
    figures: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sample paper: ``slug`` names its folder and its file, ``running`` is the line at the top of every printed page.

    ``landscape`` turns the pages of a PDF, ``wrapped`` breaks the lines of a text.
    """

    slug: str
    format: Format
    force_name: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    truth: Truth
    running: str = ""
    style: Style = "ruled"
    wrapped: bool = False
    landscape: bool = False

    @property
    def file_name(self) -> str:
        """The name of the paper's file within its folder."""
        return f"{self.slug}.{self.format}"

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the paper in printed order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))
