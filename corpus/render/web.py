"""HTML: headings, paragraphs, lists and tables with ``<th>`` in their heads."""

from __future__ import annotations

from html import escape

from corpus.paper import COLOURS, Bullets, Heading, NewPage, Paper, Table, Text

_HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
"""


def render(paper: Paper) -> bytes:
    """The paper as a UTF-8 web page."""
    out = [_HEAD.format(title=escape(paper.truth.title))]
    for block in paper.blocks:
        match block:
            case Heading(text=text, level=level):
                out.append(f"<h{level}>{escape(text)}</h{level}>\n")
            case Text(text=text, number=number):
                out.append(f"<p>{escape(f'{number} {text}' if number else text)}</p>\n")
            case Bullets(items=items):
                out.append("<ul>\n" + "".join(f"<li>{escape(item)}</li>\n" for item in items) + "</ul>\n")
            case Table() as table:
                out.append(_table(table))
            case NewPage():
                out.append("<hr>\n")
    return ("".join(out) + "</body>\n</html>\n").encode()


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>\n" if table.caption else ""
    rows = [_row(table, number) for number in range(len(table.rows))]
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    return f"<table>\n{caption}<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _row(table: Table, number: int) -> str:
    """A row, with its joined cells as one and its colours as styles."""
    tag = "th" if number < table.header_rows else "td"
    joined = {first: last for row, first, last in table.joined if row == number}
    within = {column for first, last in joined.items() for column in range(first + 1, last + 1)}
    colours = {column: colour for row, column, colour in table.colours if row == number}
    cells = []
    for column, text in enumerate(table.rows[number]):
        if column in within:
            continue
        wide = f' colspan="{joined[column] - column + 1}"' if column in joined else ""
        shade = f' style="background-color: #{COLOURS[colours[column]]}"' if column in colours else ""
        cells.append(f"<{tag}{wide}{shade}>{escape(text)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>\n"
