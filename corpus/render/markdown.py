"""Markdown with pipe tables."""

from __future__ import annotations

from corpus.paper import Bullets, Heading, NewPage, Paper, Table, Text


def render(paper: Paper) -> bytes:
    """The paper as UTF-8 Markdown."""
    out: list[str] = []
    for block in paper.blocks:
        match block:
            case Heading(text=text, level=level):
                out += [f"{'#' * level} {text}", ""]
            case Text(text=text, number=number):
                out += [f"{number} {text}" if number else text, ""]
            case Bullets(items=items):
                out += [*(f"- {item}" for item in items), ""]
            case Table() as table:
                out += [*_pipes(table), ""]
            case NewPage():
                out += ["---", ""]
    return "\n".join(out).encode()


def _pipes(table: Table) -> list[str]:
    head, *body = table.rows
    lines = [f"**{table.caption}**", ""] if table.caption else []
    lines.append(_line(head))
    lines.append(_line(tuple("---" for _ in head)))
    return lines + [_line(row) for row in body]


def _line(row: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
