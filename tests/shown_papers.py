"""PDFs in which each sought figure is printed in blue, ingested with their files, and the site on them."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
from datasette.app import Datasette
from PIL import Image
from reportlab.lib import colors
from reportlab.platypus import Paragraph, Spacer

import builders
from ingest.papers import read_paper
from schema.database import open_database
from schema.reading import Known
from schema.saving import FileFacts, save_reading
from serve.site import build

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
#: The cell that is blue in the table, and the figure that is blue in the sentence.
IN_TABLE, IN_SENTENCE = "8,903", "2,451"
_BLUE = ("TEXTCOLOR", (2, 2), (2, 2), colors.Color(0, 0, 1))


def crimes() -> bytes:
    """A table between paragraphs, one cell of it blue."""
    made = builders.table(builders.CRIMES, [*builders.BOXED, _BLUE], widths=(160, 90, 90, 90))
    return builders.paper([*builders.paragraphs(2), Spacer(1, 8), made, Spacer(1, 8), *builders.paragraphs(2)])


def sentence() -> bytes:
    """The same figure in two sentences, blue in the second, which goes over a line end."""
    text = (
        "In 2013/14 there were 2,451 burglaries in the district, which was more than anybody had thought beforehand, and much "
        "was written of them. In 2014/15 there were <font color='#0000ff'>2,451</font> recorded robberies in the district "
        "as well, which the panel had not expected at all."
    )
    return builders.paper([*builders.paragraphs(2), Paragraph(text, builders.BODY), *builders.paragraphs(1)])


def changed(data: bytes, change: Callable[[pypdfium2.PdfPage], object]) -> bytes:
    """A PDF after something was done to its first page."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        change(page)
        page.gen_content()
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def cropped(data: bytes) -> bytes:
    """The page cut to a part of it, by unlike amounts at each side."""
    return changed(data, lambda page: page.set_cropbox(37, 21, 560, 815))


def turned(data: bytes, degrees: int) -> bytes:
    """The page turned clockwise for the viewer."""
    return changed(data, lambda page: page.set_rotation(degrees))


WAYS = ("a4", "cropped", "turned 90", "turned 180", "turned 270", "turned and cropped")


def lain(data: bytes, way: str) -> bytes:
    """The page as one of ``WAYS`` says."""
    if "cropped" in way:
        data = cropped(data)
    degrees = {"turned 90": 90, "turned 180": 180, "turned 270": 270, "turned and cropped": 90}.get(way)
    return turned(data, degrees) if degrees else data


def observation(db: Path, document: str, value: str) -> str:
    """The id of the last figure of a document that is printed as ``value``."""
    with sqlite3.connect(db) as opened:
        rows = opened.execute(
            "select id from observations where document_id = ? and value_text = ? order by page, line, char_start",
            [document, value],
        ).fetchall()
    assert rows, f"{value} was not read"
    return str(rows[-1][0])


def saved(db: Path, files: Mapping[Path, bytes]) -> dict[Path, str]:
    """Writes the files and ingests them; the ids of the documents."""
    database = open_database(db)
    ids = {}
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sha = hashlib.sha256(data).hexdigest()
        reading = read_paper(data, path.name, Known())
        facts = FileFacts(path=str(path), file_name=path.name, sha256=sha, bytes=len(data))
        save_reading(database, reading, facts, version="0.1.0", ingested_at=NOW)
        ids[path] = sha[:16]
    database.close()
    return ids


def site_of(folder: Path, files: Mapping[str, bytes], **options: Any) -> tuple[Datasette, dict[str, str]]:
    """The site on some files, which are written to ``folder / "papers"``; the ids of the documents by their names."""
    named = {folder / "papers" / name: data for name, data in files.items()}
    ids = saved(folder / "panel.db", named)
    site = build(folder / "panel.db", pictures=folder / "pictures", **options)
    return site, {path.name: key for path, key in ids.items()}


Rectangle = tuple[float, float, float, float]


def overlay(html: str) -> tuple[Rectangle, list[tuple[str, Rectangle]]]:
    """The viewBox and the rectangles (kind, and x, y, width and height) that a page of the site draws over the picture."""
    svg = re.search(r'<svg viewBox="([^"]+)" preserveAspectRatio="none".*?</svg>', html, re.DOTALL)
    assert svg, "no overlay"
    boxes = [
        (match[1], _four(match.group(2, 3, 4, 5)))
        for match in re.finditer(
            r'<rect [^>]*class="(\w+)" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg[0]
        )
    ]
    return _four(svg[1].split()), boxes


def _four(texts: Any) -> Rectangle:
    x, y, width, height = (float(text) for text in texts)
    return x, y, width, height


def blue(png: bytes) -> tuple[Rectangle, int, tuple[int, int]]:
    """Where the blue ink of a picture is (left, top, right, bottom in pixels), how many pixels of it, and the picture's size."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    data = picture.tobytes()
    inked = [n for n in range(0, len(data), 3) if data[n + 2] > data[n] + 90 and data[n + 2] > data[n + 1] + 90]
    places = [divmod(n // 3, picture.width) for n in inked]
    assert places, "no blue ink"
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return (min(columns), min(rows), max(columns) + 1, max(rows) + 1), len(places), picture.size


def size_of(png: bytes) -> tuple[int, int]:
    """The width and height of a picture in pixels."""
    return Image.open(io.BytesIO(png)).size
