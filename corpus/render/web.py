"""HTML: headings, paragraphs, lists and tables with ``<th>`` in their heads."""

from __future__ import annotations

from html import escape

from corpus.paper import Bullets, Heading, NewPage, Paper, Table, Text

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
    head = "".join(_row(row, "th") for row in table.rows[: table.header_rows])
    body = "".join(_row(row, "td") for row in table.rows[table.header_rows :])
    return f"<table>\n{caption}<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _row(row: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>\n"
