"""What stands right below a table: lines that may name its rows, and the notes in which its footnotes are told."""

from __future__ import annotations

from collections.abc import Sequence

from extract.blocks import Block, Passage


def lines_below(blocks: Sequence[Block], at: int) -> list[str]:
    """The lines right after the table ``blocks[at]``, up to the next table."""
    lines: list[str] = []
    for block in blocks[at + 1 : at + 6]:
        if not isinstance(block, Passage):
            break
        lines += [line.text for line in block.lines] if block.number is None else [f"{block.number} {block.text}"]
    return lines


def notes_below(blocks: Sequence[Block], at: int) -> list[str]:
    """The passages right after the table ``blocks[at]``, in which its footnotes stand, up to the next heading or table."""
    notes = []
    for block in blocks[at + 1 : at + 12]:
        if not isinstance(block, Passage) or (block.kind == "heading" and block.level < 4):
            break
        notes.append(block.text)
    return notes
