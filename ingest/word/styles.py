"""What the styles of a Word document say of a paragraph: heading level, bold, list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST = re.compile(r"list\b", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
#: The largest number of a list, level or column that Word writes.
_MOST = 32_767
_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: the heading level (0 for none), whether its text is bold, and the list that numbers it."""

    heading: int = 0
    bold: bool = False
    in_list: bool = False
    num_id: str = ""
    depth: int = 0


class Styles:
    """The paragraph styles of one document by their ids."""

    def __init__(self, styles: Any | None):
        self._elements: dict[str, Any] = {}
        self._read: dict[str, Style] = {}
        self._default = ""
        for element in () if styles is None else styles.iterchildren(qn("w:style")):
            if element.get(qn("w:type")) == "paragraph":
                style_id = element.get(qn("w:styleId")) or ""
                self._elements[style_id] = element
                if switched_on(element.get(qn("w:default"))):
                    self._default = style_id

    def of(self, paragraph: Any) -> Style:
        """The style of a paragraph, with what the paragraph itself states of its place in the outline."""
        properties = paragraph.find(qn("w:pPr"))
        style = self._style(value(properties, "w:pStyle") or self._default, 0)
        outline = value(properties, "w:outlineLvl")
        if outline is not None and not style.heading and outline in ("0", "1", "2", "3", "4", "5"):
            return Style(int(outline) + 1, style.bold, style.in_list, style.num_id, style.depth)
        return style

    def _style(self, style_id: str, depth: int) -> Style:
        if style_id in self._read:
            return self._read[style_id]
        element = self._elements.get(style_id)
        if element is None or depth > _DEEPEST:
            return Style()
        base = self._style(value(element, "w:basedOn") or "", depth + 1)
        name = value(element, "w:name") or ""
        properties = element.find(qn("w:pPr"))
        numbered = None if properties is None else properties.find(qn("w:numPr"))
        style = Style(
            heading=_heading(name, value(properties, "w:outlineLvl")) or base.heading,
            bold=switch(element.find(qn("w:rPr")), "w:b", base.bold),
            in_list=base.in_list or _LIST.match(name) is not None,
            num_id=value(numbered, "w:numId") or base.num_id,
            depth=whole(value(numbered, "w:ilvl"), base.depth),
        )
        self._read[style_id] = style
        return style


def _heading(name: str, outline: str | None) -> int:
    if name.lower() == "title":
        return 1
    match = _HEADING.match(name)
    if match:
        return int(match[1])
    return int(outline) + 1 if outline in ("0", "1", "2", "3", "4", "5") else 0


def value(element: Any | None, child: str) -> str | None:
    """The ``w:val`` of a child element."""
    found = None if element is None else element.find(qn(child))
    return None if found is None else found.get(qn("w:val"))


def whole(text: str | None, default: int) -> int:
    """A whole number as XML gives it; the default where it is none, or larger than any that Word writes."""
    number = int(text) if text and len(text) < _MOST_DIGITS and text.isascii() and text.isdigit() else default
    return number if number <= _MOST else default


def switch(element: Any | None, child: str, default: bool) -> bool:
    """A property that is on where its element stands alone: ``<w:b/>`` is on, ``<w:b w:val="0"/>`` off."""
    found = None if element is None else element.find(qn(child))
    if found is None:
        return default
    return switched_on(found.get(qn("w:val"), "1"))


def switched_on(text: str | None) -> bool:
    """True for ``1``, ``true`` and ``on``."""
    return text is not None and text.lower() not in _OFF
