"""What recognises the text in a picture: rapidocr, or the program tesseract; both give the same kind of findings.

rapidocr finds where text is at a coarse scale, then reads each piece by itself at a fine one: a piece that runs over the gap
between two columns, or over an upright line, is parted before it is read.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Protocol

import numpy as np

from ingest.ocr.choice import Program
from ingest.ocr.lines import Stroke
from ingest.ocr.picture import Colours, Grey, Mask, marks_in

# In pixels for an inch: letters are found at this scale in a third of the time that the scale they are read at would take.
_DPI_OF_FINDING = 120
# In heights of a text: no space is as wide, so what stands behind such a gap is another text.
_COLUMN_GAP = 0.8
_TESSERACT_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of recognised text and where it is, in pixels of the picture.

    ``middles`` has the x of each character of ``text``, ``scores`` how sure each is, between 0 and 1.
    """

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    middles: tuple[float, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid straight: its pixels and their brightness, where it has lines, those from top to bottom, pixels for an inch."""

    colours: Colours
    grey: Grey
    lines: Mask
    upright: Sequence[Stroke]
    dpi: float


class NotRecognised(Exception):
    """What was to recognise text could not do it; the message says why."""


class Recogniser(Protocol):
    """Finds and reads the text of a page.

    ``find`` raises ``NotRecognised`` where that fails.
    """

    name: str

    def find(self, sheet: Sheet) -> list[Found]:
        """The pieces of text on the page, in no order."""
        ...


def recogniser(program: Program) -> Recogniser:
    """The recogniser of that name, which is installed.

    Raises:
        NotRecognised: It cannot be loaded.
    """
    return _rapid() if program == "rapidocr" else Tesseract()


@cache
def _rapid() -> RapidOcr:
    return RapidOcr()


class RapidOcr:
    """rapidocr with the models inside its wheel; they are loaded with the first page of a process, and use one thread."""

    def __init__(self) -> None:
        try:
            import rapidocr
        except (ImportError, OSError) as error:
            raise NotRecognised(f"rapidocr cannot be loaded: {error}") from error

        self.name = "rapidocr"
        self._engine: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "error",
                "Global.use_cls": False,
                "Global.max_side_len": 4000,
                "Global.text_score": 0.0,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def find(self, sheet: Sheet) -> list[Found]:
        """The pieces of text on the page, in no order."""
        found = []
        for x0, top, x1, bottom in self._places(sheet):
            for a, b in _parted(sheet, x0, top, x1, bottom):
                piece = self._read(sheet.colours[top:bottom, a:b], a, top)
                if piece:
                    found.append(piece)
        return found

    def _places(self, sheet: Sheet) -> Iterator[tuple[int, int, int, int]]:
        shrink = max(1.0, sheet.dpi / _DPI_OF_FINDING)
        boxes = self._engine(_smaller(sheet.colours, shrink), use_det=True, use_rec=False).boxes
        height, width = sheet.grey.shape
        for corners in () if boxes is None else boxes:
            (x0, top), (x1, bottom) = corners.min(axis=0) * shrink, corners.max(axis=0) * shrink
            x0, top = max(0, int(x0)), max(0, int(top))
            x1, bottom = min(width, int(x1) + 1), min(height, int(bottom) + 1)
            if x1 - x0 > 3 and bottom - top > 3:
                yield x0, top, x1, bottom

    def _read(self, crop: Colours, left: int, top: int) -> Found | None:
        out = self._engine(crop, use_det=False, use_rec=True, return_word_box=True)
        if not out.txts or not out.txts[0].strip() or not out.word_results:
            return None
        text, info = out.txts[0], out.word_results[0]
        # The network reads from left to right in steps; each character has the step at which it was told, spaces have none.
        steps = iter([step for word in info.word_cols for step in word])
        width = crop.shape[1] / info.line_txt_len
        middles: list[float | None] = [None if c.isspace() else left + (next(steps) + 0.5) * width for c in text]
        known = [m for m in middles if m is not None]
        filled = [m if m is not None else _between(middles, at, known) for at, m in enumerate(middles)]
        return Found(
            text, left, top, left + crop.shape[1], top + crop.shape[0], tuple(filled), tuple(info.confs[: len(text)])
        )


class Tesseract:
    """The program tesseract, where it is installed."""

    name = "tesseract"

    def find(self, sheet: Sheet) -> list[Found]:
        """The words on the page, in no order."""
        height, width, _ = sheet.colours.shape
        picture = b"P6 %d %d 255\n" % (width, height) + np.ascontiguousarray(sheet.colours).tobytes()
        command = ["tesseract", "stdin", "stdout", "--dpi", str(round(sheet.dpi)), "--psm", "11", "tsv"]
        try:
            done = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=_TESSERACT_SECONDS)
        except subprocess.CalledProcessError as error:
            raise NotRecognised(f"tesseract failed: {error.stderr.decode(errors='replace').strip()[:200]}") from error
        except (subprocess.TimeoutExpired, OSError) as error:
            raise NotRecognised(f"tesseract failed: {error}"[:200]) from error
        return list(_of_tsv(done.stdout.decode("utf-8", "replace")))


def _of_tsv(printed: str) -> Iterator[Found]:
    r"""The words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, score, text."""
    for row in printed.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        text, score = cells[11].strip(), float(cells[10]) / 100
        each = width / len(text)
        middles = tuple(left + (at + 0.5) * each for at in range(len(text)))
        yield Found(text, left, top, left + width, top + height, middles, (score,) * len(text))


def _between(middles: Sequence[float | None], at: int, known: Sequence[float]) -> float:
    before = next((m for m in reversed(middles[:at]) if m is not None), known[0])
    after = next((m for m in middles[at:] if m is not None), known[-1])
    return (before + after) / 2


def _smaller(colours: Colours, shrink: float) -> Colours:
    """The picture at a coarser scale; each pixel is the mean of those that it stands for."""
    height, width = round(colours.shape[0] / shrink), round(colours.shape[1] / shrink)
    rows = np.linspace(0, colours.shape[0], height, endpoint=False).astype(int)
    columns = np.linspace(0, colours.shape[1], width, endpoint=False).astype(int)
    sums = np.add.reduceat(np.add.reduceat(colours.astype(np.uint32), rows, axis=0), columns, axis=1)
    counts = np.diff([*rows, colours.shape[0]])[:, None, None] * np.diff([*columns, colours.shape[1]])[None, :, None]
    means: Colours = (sums // counts).astype(np.uint8)
    return means


def _parted(sheet: Sheet, x0: int, top: int, x1: int, bottom: int) -> Iterator[tuple[int, int]]:
    """The x from which and up to which a place is read at once: parted at wide gaps and at upright lines."""
    height = bottom - top
    _, ink = marks_in(sheet.grey, sheet.lines, x0, top, x1, bottom)
    inked = np.nonzero(ink[height // 6 : height - height // 6].any(axis=0))[0] + x0
    if not len(inked):
        yield x0, x1
        return
    gaps = [(a, b) for a, b in pairwise(inked.tolist()) if b - a > _COLUMN_GAP * height]
    cuts = [(a + b) // 2 for a, b in gaps]
    for line in sheet.upright:
        inside = x0 + height // 3 < line.at < x1 - height // 3
        if inside and line.start < top + height / 3 and line.end > bottom - height / 3:
            cuts.append(round(line.at))
    edges = [x0, *sorted(cuts), x1]
    margin = height // 4
    for a, b in pairwise(edges):
        here = inked[(inked >= a) & (inked < b)]
        if len(here):
            yield max(a, int(here[0]) - margin), min(b, int(here[-1]) + margin + 1)
