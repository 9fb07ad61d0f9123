"""Plain text and Markdown. Real papers mix both: headings, bold, tab-separated and pipe tables, HTML inside cells.

One reader serves them all. It gives one page whose flow holds the lines with their markup taken out, each with its number in
the file, and a grid for every table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.characters import clean, decode
from ingest.html.reading import flow_of_fragment
from ingest.inline import Printed, printed_lines
from ingest.text import pipes, tabbed
from ingest.text.unmarked import read_unmarked
from schema.document import Document, Grid, Line, Page
from schema.errors import Unreadable
from schema.reading import Problem

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{3,})[ \t]*")
_DRAWN_LINE = re.compile(
    r"[ \t]*(?:\{\d{1,5}\})?(?:-[ \t]?){3,}|[ \t]*(?:\*[ \t]?){3,}|[ \t]*(?:_[ \t]?){3,}|[ \t]*={3,}[ \t]*"
)
_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)[\w-]{0,20}[ \t]*")
_BULLET = re.compile(r"[ \t]*(?:[-•▪●○◦‣·❖][ \t]+|[•▪●])(?=\S)(.*)")
#: Marks that are a bullet only in company: alone, a star is a footnote and a dash or an "o" is a part of the text.
_BULLET_IN_COMPANY = re.compile(r"[ \t]*([*–—o+])[ \t]+(?=\S)(.*)")
_QUOTE = re.compile(r"\A[ \t]*(?:>[ \t]?)+(?=[^\d\s])")
_NUMBERED = re.compile(r"[ \t]*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)][ \t]")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\Z")
_IMAGE = re.compile(r"!\[|<img\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n|\r|\n")

#: A longer line is no line of a paper but a text that has lost its line ends; it is cut into pieces.
_LONGEST_LINE = 50_000
#: A line beyond this is no paper at all: agenda packs of a thousand pages have fewer characters.
_NO_LINE = 1_000_000
_PIECE = 5_000
_WRAPPED_FROM = 60
_LONGEST_TABLE = 5_000


def read_text(data: bytes) -> Document:
    """The document of a text or Markdown file.

    Raises:
        Unreadable: A line is so long that the file cannot be a paper.
    """
    text, problems = decode(data)
    lines, cut = _file_lines(clean(text))
    flow = tuple(_apart(_flow(lines)))
    problems = (*problems, *cut, *_images(lines))
    return Document("text/plain", "text 1", (Page(number=1, flow=flow),), problems=problems)


def _file_lines(text: str) -> tuple[list[str], tuple[Problem, ...]]:
    """The lines as an editor numbers them, without comments; overlong lines are cut, and a problem says so."""
    if "<!--" in text:
        text = _COMMENT.sub(lambda match: "\n" * len(_LINE_ENDS.findall(match.group())), text)
    lines = _LINE_ENDS.split(text)
    longest = max(map(len, lines))
    if longest <= _LONGEST_LINE:
        return [line.replace("\f", " ") for line in lines], ()
    at = next(number for number, line in enumerate(lines, 1) if len(line) > min(_NO_LINE, longest - 1))
    if longest > _NO_LINE:
        what = f"line {at} has {len(lines[at - 1]):,} characters, so it is data or has lost its line ends"
        raise Unreadable("", None, what, "ingest the original file")
    message = (
        f"Line {at} has {len(lines[at - 1]):,} characters, so the file seems to have lost its line ends. "
        "Long lines were cut at sentences and the line numbers count the pieces; ask for the original file."
    )
    pieces = [piece for line in lines for piece in _pieces(line.replace("\f", " "))]
    return pieces, (Problem(code="long_line", message=message, line=at),)


def _pieces(line: str) -> Iterator[str]:
    if len(line) <= _LONGEST_LINE:
        yield line
        return
    start = 0
    while start < len(line):
        end = start + _PIECE
        if end < len(line):
            for mark in (". ", " "):
                found = line.rfind(mark, start + _PIECE // 2, end)
                if found >= 0:
                    end = found + len(mark)
                    break
        yield line[start:end].replace("\t", " ")
        start = end


def _images(lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if _IMAGE.search(line):
            message = f"Line {number} shows a picture. What it shows was not read."
            yield Problem(code="figure_without_data", message=message, severity="info", line=number)


def _flow(lines: Sequence[str]) -> Iterator[Line | Grid]:
    """The lines and grids in the order of the file."""
    at = 0
    blank = False
    no_table_before = 0
    previous: Line | Grid | None = None
    while at < len(lines):
        line = lines[at]
        found: Sequence[Line | Grid] = ()
        if not line.strip() or _DRAWN_LINE.fullmatch(line) or _FENCE.fullmatch(line) or pipes.is_frame(line):
            blank, at = True, at + 1
            continue
        if line.lstrip()[:6].lower() == "<table":
            found, at = _html_block(lines, at)
        elif pipes.begins_table(lines, at):
            table, at = pipes.read_grid(lines, at)
            found = (table,) if table else ()
        elif box := tabbed.read_box(lines, at):
            found, at = (box[0],), box[1]
        else:
            if at >= no_table_before and tabbed.is_row(line):
                rows, no_table_before = tabbed.read_rows(lines, at)
                if tabbed.is_table(rows):
                    found, at = (tabbed.grid(rows),), no_table_before
            if not found and (table_of := read_unmarked(lines, at, introduced=_introduces(previous))):
                found, at = (table_of[0],), table_of[1]
            if not found:
                found, at = _passage(lines, at, blank, previous)
        if found:
            yield from found
            previous, blank = found[-1], False


def _introduces(above: Line | Grid | None) -> bool:
    """True for a line that ends in a colon."""
    return isinstance(above, Line) and above.text.rstrip().endswith(":")


def _apart(flow: Iterator[Line | Grid]) -> Iterator[Line | Grid]:
    """No two lines with one number: HTML that stands on one line may print several, and they take the numbers that follow."""
    last = 0
    for found in flow:
        if isinstance(found, Grid):
            last = max(last, *(cell.line or 0 for cell in found.cells))
        else:
            found = found if found.number > last else found._replace(number=last + 1)
            last = found.number
        yield found


def _html_block(lines: Sequence[str], start: int) -> tuple[list[Line | Grid], int]:
    """A block of HTML tables; it ends where as many are closed as were opened, or at a blank line where they never are."""
    depth = 0
    for end in range(start, min(start + _LONGEST_TABLE, len(lines))):
        lower = lines[end].lower()
        depth += lower.count("<table") - lower.count("</table")
        if depth <= 0:
            break
    else:
        end = start
        while end + 1 < len(lines) and lines[end + 1].strip():
            end += 1
    found = flow_of_fragment("\n".join(lines[start : end + 1]), start + 1)
    return found, end + 1


def _passage(lines: Sequence[str], start: int, blank: bool, previous: Line | Grid | None) -> tuple[list[Line], int]:
    """A heading, an item or a paragraph: the lines up to the next blank one or the next beginning."""
    source = _QUOTE.sub("", lines[start])
    heading = _HEADING.fullmatch(source)
    if heading:
        printed = printed_lines(heading[2].rstrip().rstrip("#").rstrip())[0]
        level = len(heading[1])
        return _lines([printed], start, blank, heading=level), start + 1
    item = _item(lines, start)
    end = start + 1
    while end < len(lines) and not _begins(lines, end):
        end += 1
    if item is None and end == start + 1 and end < len(lines) and len(source) < 200:
        underline = _UNDERLINE.fullmatch(lines[end])
        if underline:
            printed = printed_lines(source)[0]
            return _lines([printed], start, blank, heading=1 if underline[1] else 2), end + 1
    first = source if item is None else item
    prints = printed_lines("\n".join([first, *(_QUOTE.sub("", line) for line in lines[start + 1 : end])]))
    found = _lines(prints, start, blank, bullet=item is not None, sources=lines[start:end])
    if found and item is None and not blank and isinstance(previous, Line) and _wraps(previous, found[0]):
        found[0] = found[0]._replace(soft=True)
    return found, end


def _lines(
    prints: Sequence[Printed],
    start: int,
    blank: bool,
    *,
    heading: int = 0,
    bullet: bool = False,
    sources: Sequence[str] = (),
) -> list[Line]:
    """The lines of one passage; a line that only carries on the sentence above is soft."""
    found: list[Line] = []
    for offset, printed in enumerate(prints):
        if not printed.text:
            continue
        first = not found
        line = Line(
            printed.text,
            start + 1 + offset,
            heading=heading,
            bold=printed.bold,
            bullet=bullet and first,
            blank_before=blank and first,
        )
        above = found[-1] if found else None
        if above is not None and _wraps(above, line) and not _hard_break(sources, offset, line):
            line = Line(line.text, line.number, bold=line.bold, soft=True)
        found.append(line)
    return found


def _hard_break(sources: Sequence[str], offset: int, line: Line) -> bool:
    """Two spaces at the end of a line keep the next one apart, except inside one bold phrase."""
    return offset > 0 and len(sources) > offset and sources[offset - 1].endswith("  ") and not line.bold


def _wraps(above: Line, line: Line) -> bool:
    """True where ``line`` goes on the sentence or the bold phrase of the line above.

    Examples: ``"**POLICE & CRIME⏎COMMISSIONER FOR**"`` is one phrase; names on lines of their own are not.
    """
    if above.heading or _NUMBERED.match(line.text) or _SENTENCE_END.search(above.text):
        return False
    if above.bold and line.bold:
        return True
    if line.text[0].islower() or above.text[-1] in ",–-&(":
        return True
    # A line twice as long as the one above shows that there was room for its first word on that one.
    fits = len(line.text) < 2 * len(above.text)
    return fits and _WRAPPED_FROM <= len(above.text) < 3 * _WRAPPED_FROM and not above.bold and not line.bold


def _begins(lines: Sequence[str], at: int) -> bool:
    """True where a line begins something new: blank, heading, item, table, rule."""
    line = lines[at]
    if not line.strip() or _HEADING.fullmatch(line) or _DRAWN_LINE.fullmatch(line) or _FENCE.fullmatch(line):
        return True
    if line.lstrip()[:6].lower() == "<table" or pipes.begins_table(lines, at) or tabbed.is_row(line):
        return True
    introduced = at > 0 and lines[at - 1].rstrip().endswith(":")
    if read_unmarked(lines, at, introduced=introduced) is not None:
        return True
    return _item(lines, at) is not None or _NUMBERED.match(line) is not None


def _item(lines: Sequence[str], at: int) -> str | None:
    """What a list item says, without its bullet; None for a line that is no item.

    Examples: ``"- 3.1 The Constabulary …"`` says ``3.1 The Constabulary …``; ``"* 9 months to December 2014."`` is a footnote
    and no item, unless the item above or below has a star too.
    """
    match = _BULLET.fullmatch(lines[at])
    if match:
        return match[1]
    match = _BULLET_IN_COMPANY.fullmatch(lines[at])
    if match and any(_neighbour_mark(lines, at, step) == match[1] for step in (-1, 1)):
        return match[2]
    return None


def _neighbour_mark(lines: Sequence[str], at: int, step: int) -> str | None:
    """The mark of the nearest line above or below that is not blank."""
    other = at + step
    if 0 <= other < len(lines) and not lines[other].strip():
        other += step
    if 0 <= other < len(lines):
        match = _BULLET_IN_COMPANY.fullmatch(lines[other])
        return match[1] if match else None
    return None
