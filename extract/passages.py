"""Passages from their lines: which line goes on the passage before it, and how lines become one text."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.blocks import Passage, Section
from extract.headings import numbering
from schema.document import Line


def wraps_in_print(passage: Passage, line: Line) -> bool:
    """True for a wrapped line of a printed page: bold words in mid-paragraph, the second line of a heading."""
    last = passage.lines[-1]
    if not line.soft or line.size is None:
        return False
    return passage.kind != "heading" or (last.bold == line.bold and last.heading == line.heading)


def goes_on(passage: Passage, line: Line, wrapped: bool) -> bool:
    """True where ``line`` goes on the sentence of ``passage``: a wrapped line, or a sentence cut by a page.

    ``wrapped`` is true for a text whose paragraphs are broken into lines of about the same width.
    """
    if (line.soft and passage.kind != "heading") or wraps_in_print(passage, line):
        return True
    if passage.kind == "heading" or line.bullet or numbering(line.text):
        return False
    last = passage.text.rstrip()
    if not last or last[-1] in ".?!:;":
        return wrapped and not line.blank_before and last[-1:] not in ":" and len(passage.lines[-1].text) > 40
    if wrapped and not line.blank_before:
        return True
    first = line.text.lstrip()[:1]
    return bool(first) and (
        first.islower() or last[-1] in ",-–&" or last.endswith((" and", " or", " the", " of", " to", " in"))
    )


def passage_of(line: Line, page: int, level: int, sections: tuple[Section, ...]) -> Passage:
    """The passage that begins with a line: a heading of that level, or text where it is 0; without its number and bullet."""
    found = numbering(line.text)
    start = found.end if found else 0
    if found and level and found.style == "appendix":
        start = 0
    text = line.text[start:].strip()
    skipped = start + len(line.text[start:]) - len(line.text[start:].lstrip())
    return Passage(
        kind="heading" if level else ("bullet" if line.bullet else "paragraph"),
        text=text,
        page=page,
        lines=(line,),
        joins=((0, skipped),),
        pages=(page,),
        number=found.number if found else None,
        level=level,
        sections=sections,
    )


def extended(passage: Passage, line: Line, page: int) -> Passage:
    """A passage with one more line, which stands on that page."""
    added = line.text.strip()
    skipped = len(line.text) - len(line.text.lstrip())
    text = passage.text
    if re.search(r"[a-z]-$", text[-3:]) and added[:1].islower():
        # A word broken at the end of a line; a compound such as "re-" + "offending" loses its hyphen with it, which reads alike.
        text = text[:-1]
        offset = len(text)
    else:
        text += " "
        offset = len(text)
    return replace(
        passage,
        text=text + added,
        lines=(*passage.lines, line),
        joins=(*passage.joins, (offset, skipped)),
        pages=(*passage.pages, page),
    )
