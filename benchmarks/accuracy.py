"""How much of the tables of published and generated papers an engine finds: the truth, and the two ways to count.

*Adjacency* is the measure of the ICDAR 2013 table competition: two cells that are neighbours, along a row or down a column with
nothing but blank between them, are a relation; those found are held against those of the truth, page by page. *Cells and rows*: the
texts of the cells of a paper, and its whole rows, as multisets; a header that is printed again on the next page is no mistake.

Figures of this file compare with each other and not with published ones: texts are compared without blanks and punctuation, and all
relations of a page are taken together, so that cutting a table in two costs only what is lost at the cut.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

Cell = Sequence[Any]
"""``page, row, col, row_span, col_span, text``."""
Table = Sequence[Cell]
Relation = tuple[str, str, str]


@dataclass
class Hits:
    """What the truth has, what was found, and how much of both is the same."""

    both: int = 0
    truth: int = 0
    found: int = 0

    def add(self, truth: Counter[Any], found: Counter[Any]) -> None:
        """Count one page or paper more."""
        self.both += (truth & found).total()
        self.truth += truth.total()
        self.found += found.total()

    @property
    def precision(self) -> float:
        """The share of what was found that is true; nought where nothing was found."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the truth that was found."""
        return self.both / self.truth if self.truth else 1.0

    @property
    def f1(self) -> float:
        """Twice what both have, of all that either has."""
        return 2 * self.both / (self.truth + self.found) if self.truth + self.found else 1.0


@dataclass
class Adjacency:
    """Relations of one paper after the other: pooled, and the average of the papers as the competition has it."""

    papers: list[Hits] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The F1 of the papers' average precision and average recall."""
        precision = sum(p.precision for p in self.papers) / max(1, len(self.papers))
        recall = sum(p.recall for p in self.papers) / max(1, len(self.papers))
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def pooled(self) -> Hits:
        """The relations of all papers together."""
        return Hits(*(sum(getattr(p, name) for p in self.papers) for name in ("both", "truth", "found")))


@dataclass
class CellsAndRows:
    """Cells and rows of all papers pooled."""

    cells: Hits = field(default_factory=Hits)
    rows: Hits = field(default_factory=Hits)


def relations(table: Table) -> Counter[Relation]:
    """Each pair of neighbouring cells with text, once for each direction in which they are neighbours."""
    slots: dict[tuple[int, int], int] = {}
    texts = [_letters(cell[5]) for cell in table]
    for number, (_, row, col, row_span, col_span, _) in enumerate(table):
        if texts[number]:
            slots |= {(r, c): number for r in range(row, row + row_span) for c in range(col, col + col_span)}
    by_row, by_col = defaultdict(list), defaultdict(list)
    for (row, col), number in sorted(slots.items()):
        by_row[row].append(number)
        by_col[col].append(number)
    pairs = {(*pair, way) for way, lines in (("H", by_row), ("V", by_col)) for pair in _neighbours(lines.values())}
    return Counter((texts[one], texts[other], way) for one, other, way in pairs)


def _neighbours(lines: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for line in lines:
        yield from ((one, other) for one, other in pairwise(line) if one != other)


def adjacency(truth: Path, found: Mapping[str, Sequence[Table]]) -> Adjacency:
    """The relations of the papers of a folder with ``NAME-str.xml`` beside ``NAME.pdf``; ``found`` has the tables by name."""
    score = Adjacency()
    for path in sorted(truth.glob("*-str.xml")):
        name = path.name.removesuffix("-str.xml")
        if not (truth / f"{name}.pdf").exists():
            continue
        hits = Hits()
        told = _told(path)
        seen: dict[int, Counter[Relation]] = defaultdict(Counter)
        for table in found.get(name, ()):
            for page in {cell[0] for cell in table}:
                seen[page] += relations([cell for cell in table if cell[0] == page])
        for page in {*told, *seen}:
            hits.add(told[page], seen[page])
        score.papers.append(hits)
    return score


def _told(path: Path) -> dict[int, Counter[Relation]]:
    """The relations of the competition's truth by page."""
    told: dict[int, Counter[Relation]] = defaultdict(Counter)
    # Some of its files are not quite XML.
    root = etree.parse(str(path), etree.XMLParser(recover=True)).getroot()
    for region in root.iter("region"):
        cells = []
        for cell in region.iter("cell"):
            row, col = int(cell.get("start-row")), int(cell.get("start-col"))
            rows, cols = int(cell.get("end-row", row)) - row + 1, int(cell.get("end-col", col)) - col + 1
            cells.append((0, row, col, rows, cols, cell.findtext("content") or ""))
        told[int(region.get("page"))] += relations(cells)
    return told


def cells_and_rows(
    truth: Path, found: Mapping[str, Sequence[Table]], *, which: Callable[[str], bool] = lambda _: True
) -> CellsAndRows:
    """Cells and rows of the papers of a folder with ``NAME.gt.json``, of those whose name is one of ``which``."""
    score = CellsAndRows()
    for path in sorted(truth.glob("*.gt.json")):
        name = path.name.removesuffix(".gt.json")
        if not which(name):
            continue
        told: list[tuple[str, ...]] = []
        heads: set[tuple[str, ...]] = set()
        for table in json.loads(path.read_text(encoding="utf-8"))["tables"]:
            rows = [_bare_row(row) for row in table["rows"]]
            told += filter(None, rows)
            heads.update(filter(None, rows[: table.get("hdr", 1)]))
        seen = [row for table in found.get(name, ()) for row in _rows_of_table(table)]
        score.rows.add(*_forgiving(Counter(told), Counter(seen), heads))
        in_told, in_seen = (Counter(text for row in rows for text in row) for rows in (told, seen))
        score.cells.add(*_forgiving(in_told, in_seen, {text for row in heads for text in row}))
    return score


def _forgiving(truth: Counter[Any], found: Counter[Any], heads: set[Any]) -> tuple[Counter[Any], Counter[Any]]:
    """The same where what stands in a header was not found oftener than it is true."""
    return truth, Counter({k: min(n, truth[k]) if k in heads else n for k, n in found.items()})


def _rows_of_table(table: Table) -> list[tuple[str, ...]]:
    """The rows of a table without blanks; none of what has one row or one column, which is no table."""
    by_row: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for _, row, col, _, _, text in table:
        by_row[row].append((col, text))
    rows = [_bare_row(text for _, text in sorted(by_row[row])) for row in sorted(by_row)]
    rows = [row for row in rows if row]
    return rows if len(rows) > 1 and max(map(len, rows)) > 1 else []


def _bare_row(texts: Iterable[object]) -> tuple[str, ...]:
    return tuple(bare for text in texts if (bare := _without_blanks(text)))


def _letters(text: object) -> str:
    """Letters and digits only, in lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or ""))).lower()


def _without_blanks(text: object) -> str:
    """All but blanks and soft hyphens, in lower case, with plain quotes."""
    plain = str(text or "").translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"[\s\u00ad]+", "", plain).lower()


_TOTAL = re.compile(r"(?:grand\s+)?totals?\b", re.IGNORECASE)
_COUNT = re.compile(r"-?\d{1,3}(?:,?\d{3})*")


def columns_that_add_up(tables: Iterable[Table]) -> tuple[int, int]:
    """A truth that papers hold themselves: of the columns of counts over a row of totals, how many add up, and how many there are.

    A table counts with its last row that begins "Total", where three rows or more of counts stand above it.
    """
    right = all_columns = 0
    for table in tables:
        grid: dict[int, dict[int, str]] = defaultdict(dict)
        for _, row, col, _, _, text in table:
            grid[row][col] = " ".join(str(text or "").split())
        totals = [row for row, cells in grid.items() if cells and _TOTAL.match(cells[min(cells)])]
        if not totals:
            continue
        last = max(totals)
        for col, printed in grid[last].items():
            above = [grid[row].get(col, "") for row in sorted(grid) if row < last and row not in totals]
            counts = [int(text.replace(",", "")) for text in above if _COUNT.fullmatch(text)]
            if _COUNT.fullmatch(printed) and len(counts) >= 3:
                all_columns += 1
                right += sum(counts) == int(printed.replace(",", ""))
    return right, all_columns
