"""Plain text: numbered paragraphs, tables with tabs between the cells."""

from __future__ import annotations

import textwrap

from corpus.paper import Bullets, Heading, NewPage, Paper, Table, Text

WIDTH = 96


def render(paper: Paper) -> bytes:
    """The paper as UTF-8 text; ``paper.wrapped`` breaks the lines of paragraphs as a mail program would."""
    out: list[str] = []
    for block in paper.blocks:
        match block:
            case Heading(text=text, level=level):
                out += ["", text.upper() if level == 1 else text, ""]
            case Text(text=text, number=number):
                line = f"{number} {text}" if number else text
                out += [textwrap.fill(line, WIDTH) if paper.wrapped else line, ""]
            case Bullets(items=items):
                out += [*(f"- {item}" for item in items), ""]
            case Table(rows=rows, caption=caption):
                out += [caption, ""] if caption else []
                out += ["\t".join(row) for row in rows]
                out.append("")
            case NewPage():
                out.append("")
    return ("\n".join(_single_blanks(out)).strip() + "\n").encode()


def _single_blanks(lines: list[str]) -> list[str]:
    """The lines with one empty line where there were several."""
    return [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
