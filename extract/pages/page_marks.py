"""The wording of page marks: page numbers, "Agenda Item 5", protective markings, notes that a page is blank."""

from __future__ import annotations

import re

from schema.document import FurnitureKind

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\W{0,2}\d{1,4}\W{0,2}(?:(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*page)?|page\s*\|\s*\d+|[A-Z]?-?\d{1,3}|[ivxl]{1,6}",
    re.IGNORECASE,
)
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


def reads_as_page_number(text: str) -> bool:
    """True for what may be the number of a page where it stands at its edge: ``Page 1 of 118``, ``- 7 -``, ``A-3``, ``iv``."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def is_mark(text: str) -> bool:
    """True for what cannot be anything but a page mark: ``Page 7``, ``Agenda Item 5``; not a bare number."""
    return mark_anywhere(text) is not None or (text.lower().startswith("page") and reads_as_page_number(text))
