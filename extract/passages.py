"""Passages from their lines: which line goes on the passage before it, and how lines become one text."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.blocks import Passage, Section
from extract.headings import numbering
from schema.document import Line

#: As much of the end of a text as tells how it goes on.
_END = 8
_BROKEN_WORD = re.compile(r"[a-z]-$")


def wraps_in_print(passage: GrowingPassage, line: Line) -> bool:
    """True for a wrapped line of a printed page: bold words in mid-paragraph, the second line of a heading."""
    last = passage.lines[-1]
    if not line.soft or line.size is None:
        return False
    return passage.kind != "heading" or (last.bold == line.bold and last.heading == line.heading)


def goes_on(passage: GrowingPassage, line: Line, wrapped: bool) -> bool:
    """True where ``line`` goes on the sentence of ``passage``: a wrapped line, or a sentence cut by a page.

    ``wrapped`` is true for a text whose paragraphs are broken into lines of about the same width.
    """
    if (line.soft and passage.kind != "heading") or wraps_in_print(passage, line):
        return True
    if passage.kind == "heading" or line.bullet or numbering(line.text):
        return False
    last = passage.end.rstrip()
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


class GrowingPassage:
    """A passage to which lines are still added; the text of a long one is put together once, when it is ``whole``.

    ``end`` is the end of its text so far, some characters that tell how it goes on.
    """

    def __init__(self, first: Passage) -> None:
        self.first = first
        self.kind = first.kind
        self.end = first.text[-_END:]
        self.lines = [*first.lines]
        self._joins = [*first.joins]
        self._pages = [*first.pages]
        self._texts = [first.text]
        self._length = len(first.text)

    def add(self, line: Line, page: int) -> None:
        """One more line, which stands on that page."""
        added = line.text.strip()
        if _BROKEN_WORD.search(self.end) and added[:1].islower():
            # A word broken at the end of a line; a compound such as "re-" + "offending" loses its hyphen with it, which reads alike.
            self._texts[-1] = self._texts[-1][:-1]
            self.end = self.end[:-1]
            self._length -= 1
        else:
            self._texts[-1] += " "
            self.end += " "
            self._length += 1
        self._joins.append((self._length, len(line.text) - len(line.text.lstrip())))
        self._texts.append(added)
        self.end = (self.end + added)[-_END:]
        self._length += len(added)
        self.lines.append(line)
        self._pages.append(page)

    def whole(self) -> Passage:
        """The passage with all its lines."""
        if len(self.lines) == len(self.first.lines):
            return self.first
        return replace(
            self.first,
            text="".join(self._texts),
            lines=tuple(self.lines),
            joins=tuple(self._joins),
            pages=tuple(self._pages),
        )
