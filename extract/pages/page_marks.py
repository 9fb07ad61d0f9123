"""The wording of page marks: page numbers, "Agenda Item 5", protective markings, notes that a page is blank."""

from __future__ import annotations

import re

from schema.document import FurnitureKind

# A currency, a sign of percent or a decimal point makes a figure of a number, and no number of a page.
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|({\[~]?\s*(?P<letter>[A-Z]-?)?(?P<number>0|[1-9]\d{0,3})\s*[-–—|)}\]~]?\s*(?:(?:of|/)\s*(?P<last>\d{1,4}))?(?:\s*\|?\s*page)?|"
    r"page\s*\|\s*(?P<after>\d+)|(?P<roman>[ivxl]{1,6})",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
#: The same in a paper that was converted to text, where nothing tells where on the page a line stood.
_TEXT_PAGE_NUMBER = re.compile(
    r"page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}|-\s*\d+\s*-|\{\s*page\b.*|.{0,3}\|\s*page(?:\s+\d+)?", re.IGNORECASE
)
_TEXT_ITEM = re.compile(r"item(?:\s+no\.?)?\s*:?\s*\d{1,2}[a-z]?", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"(?:agenda|minute)\s+item(?:\s+no\.?)?\s*:?\s*\d{1,3}[a-z]?", re.IGNORECASE)
_MARKING = re.compile(
    r"(?:not\s+protectively\s+marked|official(?:\s*[-–:]?\s*sensitive)?|restricted|protect|unrestricted|"
    r"(?:government\s+)?security\s+classification.{0,30})",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"(?:this\s+)?page\s+(?:is\s+|has\s+been\s+)?(?:intentionally|deliberately)\s+left\s+blank\.?", re.IGNORECASE
)


def mark_in_text(text: str) -> FurnitureKind | None:
    """The kind of a page mark that stands alone on a line of a text paper, or None.

    Examples: ``Item 2`` between the halves of a sentence, ``Page 1 of 118``, ``3 | Page``.
    """
    if _TEXT_ITEM.fullmatch(text):
        return "agenda_item"
    return mark_anywhere(text) or ("page_number" if _TEXT_PAGE_NUMBER.fullmatch(text) else None)


def mark_anywhere(text: str) -> FurnitureKind | None:
    """The kind of a mark that is told by its wording alone, wherever it stands on a page.

    Examples: ``Agenda Item 5``, ``Minute Item 12``, ``OFFICIAL``, ``This page is intentionally left blank``.
    """
    if _BLANK.fullmatch(text):
        return "blank"
    if _AGENDA_ITEM.fullmatch(text):
        return "agenda_item"
    return "marking" if _MARKING.fullmatch(text) else None


def page_number(text: str) -> tuple[str, int] | None:
    """The series and the number of what may number a page where it stands at its edge, None for anything else.

    Examples: ``Page 1 of 118`` and ``- 1 -`` are ("", 1), ``A-3`` is ("a", 3), ``iv`` is ("i", 4). A year such as ``2021/22`` has a
    first number that is above its last: it is None, as ``G005``, ``£130``, ``4.2`` and ``3%`` are.
    """
    found = _PAGE_NUMBER.fullmatch(text)
    if not found:
        return None
    if found["roman"]:
        values = [_ROMAN[letter] for letter in found["roman"].lower()]
        return "i", sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    number = int(found["number"] or found["after"])
    if found["last"] and number > int(found["last"]):
        return None
    return (found["letter"] or "").rstrip("-").lower(), number


def is_mark(text: str) -> bool:
    """True for what cannot be anything but a page mark: ``Page 7``, ``Agenda Item 5``; not a bare number."""
    return mark_anywhere(text) is not None or (text.lower().startswith("page") and page_number(text) is not None)
