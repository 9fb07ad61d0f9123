"""The agenda of a pack: its items, with the page on which the report of each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.blocks import Block, Passage, TableBlock
from extract.papers.heads import header_rows_of

_AGENDA = re.compile(
    r"^\W*A\s?G\s?E\s?N\s?D\s?A\b(?!\s+item)(?:\s+(?:pack|contents|document.*|reports?\s+pack))?\W*$", re.IGNORECASE
)
_ITEM = re.compile(r"^(?:item\s+)?(?P<number>\d{1,2}[a-z]?)\s*[.):]?\s+(?P<text>[A-Z“\"'‘(].*)$", re.DOTALL)
_PAGES = re.compile(
    r"\(\s*pages?\s*:?\s*(\d{1,4})\s*(?:[-–—]|to)?\s*(\d{1,4})?\s*\)|(?<=\s)(\d{1,4})\s[-–]\s(\d{1,4})(?=\s|$)",
    re.IGNORECASE,
)
_REPORT_BY = re.compile(r"[.\s–-]+\b(?:joint\s+)?report\s+(?:of|by|from)\b.*$", re.IGNORECASE | re.DOTALL)
_MINUTES = re.compile(
    r"^\W*(?:draft\s+)?(?:minutes|notes?)\s+of\s+(?:the\s+|a\s+)?(?:[\w\s,&-]{0,80}\s)?(?:meeting|proceedings|panel|cabinet|committee)\b.*\bheld\b",
    re.IGNORECASE | re.DOTALL,
)
_USUAL = re.compile(
    r"\b(?:apologies|minutes|notes\s+of|declarations?|public\s+question|urgent|date\s+of\s+(?:the\s+)?next|work\s+programme|membership)\b",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"^\W*(?:present|attendance|in\s+attendance|members?\s+present|apologies|also\s+present)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item as the agenda prints it; ``page_from`` and ``page_to`` are printed page numbers."""

    number: str
    title: str
    page_from: int | None = None
    page_to: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items of an agenda, and the index of the first block after it."""

    items: tuple[AgendaItem, ...]
    end: int


def opens_minutes(blocks: Sequence[Block], at: int) -> bool:
    """True where minutes of a meeting begin: ``Minutes of a meeting of the Panel held at … on …``, with who was present.

    An agenda's item ``1. Minutes of the meeting held on 29 January 2015. (Pages 3 - 10)`` opens none.
    """
    block = blocks[at]
    if (
        not isinstance(block, Passage)
        or block.number
        or "page" in block.text[-20:].lower()
        or not _MINUTES.match(block.text)
    ):
        return False
    return any(isinstance(b, Passage) and _ATTENDANCE.match(b.text) for b in blocks[at + 1 : at + 8])


def read_agenda(blocks: Sequence[Block]) -> Agenda | None:
    """The agenda near the beginning of a document, or None.

    Items are printed in many ways: ``5. Police Complaint Statistics. Chief Constable (Pages 11 - 16)``, ``6 GROUP COMPANY - RISK
    REGISTER 25 - 46 Report of the Corporate Director``, or the rows of a table ``1. Minutes … | (Pages 3 - 10)``.
    """
    start = next(
        (i for i, b in enumerate(blocks[:60]) if isinstance(b, Passage) and _AGENDA.match(b.text) and len(b.text) < 40),
        None,
    )
    if start is None:
        return None
    items: list[AgendaItem] = []
    end = start + 1
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, TableBlock):
            if header_rows_of(block):
                break
            rows = [
                " ".join(" ".join(c.text.split()) for _, c in sorted(row.items()) if c.text.strip())
                for row in block.rows()
            ]
        else:
            if opens_minutes(blocks, at) or (items and _far(blocks, end - 1, at)) or _reported(items, block):
                break
            rows = [f"{block.number} {block.text}" if block.number else block.text]
        found = [item for text in rows if (item := _item(text))]
        for item in found:
            if _follows(items, item):
                items.append(item)
                end = at + 1
        if (
            not found
            and items
            and items[-1].page_from is None
            and rows
            and (pages := _PAGES.search(rows[0]))
            and len(rows[0]) < 60
        ):
            items[-1] = _on_pages(items[-1], pages)
            end = at + 1
    while items and end < len(blocks) and _belongs(blocks, end):
        end += 1
    usual = any(item.page_from or _USUAL.search(item.title) for item in items)
    return Agenda(tuple(items), end) if len(items) >= 2 and usual else None


def _reported(items: Sequence[AgendaItem], passage: Passage) -> bool:
    """True on a printed page on which a report of the items begins already."""
    pages = [item.page_from for item in items if item.page_from]
    return bool(pages) and passage.lines[0].size is not None and passage.page >= max(min(pages), 2)


def _far(blocks: Sequence[Block], last: int, at: int) -> bool:
    """True where the agenda's last item is too far back for another to follow."""
    a, b = _page(blocks[last]), _page(blocks[at])
    return b > a + 1 or at - last > 12


def _belongs(blocks: Sequence[Block], at: int) -> bool:
    """True for a short note under the last item, on its page."""
    block = blocks[at]
    if isinstance(block, TableBlock) or opens_minutes(blocks, at) or _page(block) != _page(blocks[at - 1]):
        return False
    return block.kind != "heading" and len(block.text) < 400 and block.lines[0].size is not None


def _page(block: Block) -> int:
    return block.page if isinstance(block, Passage) else block.grid.page


def _item(text: str) -> AgendaItem | None:
    match = _ITEM.match(" ".join(text.split()))
    if match is None or len(match["text"]) > 320:
        return None
    pages = _PAGES.search(match["text"])
    title = match["text"][: pages.start()] if pages else match["text"]
    item = AgendaItem(match["number"], _REPORT_BY.sub("", title).strip(" .-–") or title.strip())
    return _on_pages(item, pages) if pages else item


def _on_pages(item: AgendaItem, match: re.Match[str]) -> AgendaItem:
    """The item with the pages that are printed behind it: ``(Pages 11 - 16)``."""
    first = int(match[1] or match[3])
    return replace(item, page_from=first, page_to=int(match[2] or match[4] or first))


def _follows(items: Sequence[AgendaItem], item: AgendaItem) -> bool:
    """True where the number goes on from the last one; numbers inside reports start again at 1."""
    number = int(re.sub(r"\D", "", item.number))
    last = int(re.sub(r"\D", "", items[-1].number)) if items else 0
    return last < number <= last + 3 or (number == last and not item.number.isdigit())
