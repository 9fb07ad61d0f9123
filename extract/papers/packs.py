"""The papers inside a document: an agenda pack has minutes and many reports, a report is one paper.

Appendices stay with their report. Each block is given the number of its paper, and loses the headings of the paper before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.blocks import Block, Passage, Section, TableBlock
from extract.names.force_names import mentions
from extract.papers.agenda import Agenda, AgendaItem, opens_minutes, read_agenda
from extract.papers.days import meeting_day, yearless_day
from extract.papers.heads import PaperHead, header_rows_of, labelled, read_head
from extract.papers.identity import force_of_blocks, period_of
from extract.papers.titles import author_of, kind_of, minutes_title, title_of
from schema.document import Furniture, OutlineEntry
from schema.reading import Identity, Paper

_ITEM_MARK = re.compile(r"^\W*agenda\s+item(?:\s+no\.?)?\s*:?\s*(\d{1,2}[a-z]?)\W*$", re.IGNORECASE)
_PAGE_MARK = re.compile(r"^\W*page\s+(\d{1,4})(?:\s+of\s+\d+)?\W*$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\W*(\d{1,4})\W*$")
_OVER_HEAD = frozenset(
    (
        "police", "crime", "fire", "rescue", "and", "commissioner", "commissioners", "panel", "for", "of", "the", "office",
        "constabulary", "paper", "marked", "agenda", "item", "report", "public", "council", "county", "city", "meeting",
        "confidential", "restricted", "not", "protectively", "official", "cabinet", "committee", "to",
    )
)  # fmt: skip
_WORD = re.compile(r"[a-z]+")
#: Words too common in titles to tell items apart.
_COMMON = frozenset(
    (
        "the",
        "of",
        "and",
        "for",
        "to",
        "a",
        "in",
        "on",
        "police",
        "crime",
        "panel",
        "report",
        "commissioner",
        "constable",
        "chief",
    )
)


@dataclass(frozen=True, slots=True)
class _Start:
    """The first block of a paper, and the agenda item that is printed on it."""

    at: int
    item: str | None = None


def split_papers(
    blocks: Sequence[Block],
    identity: Identity,
    furniture: Sequence[Furniture] = (),
    outline: Sequence[OutlineEntry] = (),
) -> tuple[tuple[Paper, ...], tuple[Block, ...]]:
    """The papers of a document in order, and its blocks with the number of their paper.

    A paper begins with a header (``Report of | Date | Subject``), with ``Minutes of a meeting of … held …``, at the mark ``Agenda
    Item 5`` of a page, or on a page that the agenda or the bookmarks name. Without an agenda two headers make a pack.
    """
    agenda = read_agenda(blocks)
    starts = _starts(blocks, agenda, furniture, outline)
    if len(starts) < 2:
        return (_single(blocks, identity),), tuple(blocks)
    ends = [start.at for start in starts[1:]] + [len(blocks)]
    papers: list[Paper] = []
    numbered: list[Block] = []
    items = list(agenda.items) if agenda else []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        own = _own_sections(blocks[start.at : end], number)
        is_agenda = agenda is not None and start.at < agenda.end
        paper = _agenda_paper(own, number, identity) if is_agenda else _paper(own, number, start, identity, items)
        papers.append(paper)
        numbered.extend(own)
    return tuple(papers), tuple(numbered)


def _single(blocks: Sequence[Block], identity: Identity) -> Paper:
    head = read_head(blocks)
    paper = Paper(
        number=1,
        item=head.first("item"),
        title=identity.title,
        author=author_of(head),
        doc_type=identity.doc_type,
        force=identity.force,
        meeting_date=identity.meeting_date,
        period_start=identity.period_start,
        period_end=identity.period_end,
    )
    return _placed(paper, blocks)


def _agenda_paper(blocks: Sequence[Block], number: int, identity: Identity) -> Paper:
    paper = Paper(
        number=number, title="Agenda", doc_type="agenda", force=identity.force, meeting_date=identity.meeting_date
    )
    return _placed(paper, blocks)


def _paper(blocks: Sequence[Block], number: int, start: _Start, identity: Identity, items: list[AgendaItem]) -> Paper:
    """A paper of a pack; takes its item out of ``items``, with those before it."""
    head = read_head(blocks)
    minutes = opens_minutes(blocks, 0)
    title = minutes_title(_text(blocks[0])) if minutes else title_of(head)
    item = _item(start.item or head.first("item"), title, minutes, items)
    if item is not None and not head.first("title") and _likeness(_telling(title or ""), _telling(item.title)) < 0.3:
        title = title if minutes else item.title
    minutes = minutes or (item is not None and kind_of(item.title, PaperHead((), ())) == "minutes")
    kind = "minutes" if minutes else kind_of(title, head)
    meeting = meeting_day(head, minutes=minutes)
    if meeting is None and not minutes:
        printed = head.first("date")
        meeting = (yearless_day(printed, near=identity.meeting_date) if printed else None) or identity.meeting_date
    period = None if minutes else period_of(blocks, title, head, meeting)
    paper = Paper(
        number=number,
        item=item.number if item else start.item,
        title=title,
        author=author_of(head),
        doc_type=kind,
        force=identity.force or force_of_blocks(blocks, head),
        meeting_date=meeting,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
    )
    return _placed(paper, blocks)


def _placed(paper: Paper, blocks: Sequence[Block]) -> Paper:
    """The paper with the pages, and for a text the lines, from its first block to its last."""
    pages = [page for block in blocks for page in _pages(block)] or [1]
    lines = [line for block in blocks for line in _lines(block)]
    printed = any(isinstance(b, Passage) and b.lines[0].box for b in blocks) or any(
        isinstance(b, TableBlock) and b.grid.box for b in blocks
    )
    return replace(
        paper,
        page_from=min(pages),
        page_to=max(pages),
        line_from=min(lines) if lines and not printed else None,
        line_to=max(lines) if lines and not printed else None,
    )


def _pages(block: Block) -> Iterable[int]:
    return block.pages if isinstance(block, Passage) else {cell.page for cell in block.grid.cells} or {block.grid.page}


def _lines(block: Block) -> Iterable[int]:
    if isinstance(block, Passage):
        return [line.number for line in block.lines]
    return [line for line in (block.grid.line, *(cell.line for cell in block.grid.cells)) if line is not None]


def _text(block: Block) -> str:
    return block.text if isinstance(block, Passage) else ""


def _own_sections(blocks: Sequence[Block], number: int) -> list[Block]:
    """The blocks with the number of their paper, under the headings of that paper only."""
    seen: set[Section] = set()
    own: list[Block] = []
    for block in blocks:
        own.append(replace(block, paper=number, sections=tuple(s for s in block.sections if s in seen)))
        if isinstance(block, Passage) and block.kind == "heading":
            seen.add(Section(block.level, block.number, block.text))
    return own


def _starts(
    blocks: Sequence[Block], agenda: Agenda | None, furniture: Sequence[Furniture], outline: Sequence[OutlineEntry]
) -> list[_Start]:
    """The first blocks of the papers; the document itself begins the first."""
    after = agenda.end if agenda else 0
    found: dict[int, str | None] = {}
    for at in range(after, len(blocks)):
        if _is_header(blocks, at, after) or (opens_minutes(blocks, at) and not _under_appendix(blocks, at)):
            found.setdefault(_with_names_above(blocks, at, after), None)
    if agenda is not None:
        for begins, item in _item_starts(blocks, agenda, furniture, outline).items():
            if begins >= after:
                page = _first_page(blocks[begins])
                near = (known for known in found if 0 <= known - begins <= 6 and _first_page(blocks[known]) == page)
                found[next(near, begins)] = item
    elif len(found) < 2:
        return [_Start(0)]
    starts = [_Start(at, found[at]) for at in sorted(found)]
    return starts if starts and starts[0].at == 0 else [_Start(0), *starts]


def _first_page(block: Block) -> int:
    return block.page if isinstance(block, Passage) else block.grid.page


def _is_header(blocks: Sequence[Block], at: int, after: int) -> bool:
    """True for a table or the first of the lines that head a report: ``Report of``, ``Date``, ``Subject``."""
    block = blocks[at]
    if isinstance(block, TableBlock):
        return bool({"title", "author"} & {role for role, _ in header_rows_of(block)})
    if not labelled(block.text) or (at > after and labelled(_text(blocks[at - 1]))):
        return False
    roles = {pair[0] for line in blocks[at : at + 5] if (pair := labelled(_text(line)))}
    return (
        len(roles) >= 2 and bool({"title", "author"} & roles) and "date" in roles | {"date" if "body" in roles else ""}
    )


def _with_names_above(blocks: Sequence[Block], at: int, after: int) -> int:
    """The first of the short lines over a header that only name the body, the office or the force."""
    while at > after:
        above = blocks[at - 1]
        if not isinstance(above, Passage) or len(above.text.split()) > 12 or not _names_only(above.text):
            break
        at -= 1
    return at


def _names_only(text: str) -> bool:
    rest = text
    for mention in reversed(list(mentions(text))):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    return _OVER_HEAD.issuperset(_WORD.findall(rest.lower())) and "@" not in text and not re.search(r"\d{3}", text)


def _under_appendix(blocks: Sequence[Block], at: int) -> bool:
    """True for the minutes of another meeting that a report has as its appendix."""
    above = [_text(block) for block in blocks[max(0, at - 3) : at]]
    return any(re.match(r"^\W*(?:appendix|annex)\b", text, re.IGNORECASE) for text in above)


def _item_starts(
    blocks: Sequence[Block], agenda: Agenda, furniture: Sequence[Furniture], outline: Sequence[OutlineEntry]
) -> dict[int, str]:
    """The first block of each item's report: by the marks on the pages, the bookmarks, the page numbers of the agenda."""
    first_on: dict[int, int] = {}
    for at, block in enumerate(blocks):
        first_on.setdefault(_first_page(block), at)
    starts: dict[int, str] = {}
    current = None
    for mark in furniture:
        if (match := _ITEM_MARK.match(mark.text)) and match[1] != current:
            current = match[1]
            begins = first_on.get(mark.page) if mark.line is None else _block_at(blocks, mark.line)
            if begins is not None:
                starts.setdefault(begins, current)
    known = set(starts.values())
    numbers = {item.number for item in agenda.items}
    for entry in outline:
        match = re.match(r"^\W*(\d{1,2}[a-z]?)\b", entry.title)
        if match and match[1] in numbers - known and entry.depth <= 1 and entry.page in first_on and entry.page > 1:
            starts.setdefault(first_on[entry.page], match[1])
            known.add(match[1])
    printed = _printed_pages(furniture, _PAGE_MARK) or _printed_pages(furniture, _BARE_NUMBER)
    for item in agenda.items:
        page = printed.get(item.page_from or 0)
        if page in first_on and item.number not in known:
            starts.setdefault(first_on[page], item.number)
    return starts


def _block_at(blocks: Sequence[Block], line: int) -> int | None:
    """The first block that begins on a line of a text or after it."""
    return next((at for at, block in enumerate(blocks) if min(_lines(block), default=0) >= line), None)


def _printed_pages(furniture: Sequence[Furniture], pattern: re.Pattern[str]) -> dict[int, int]:
    """The page of the file for each printed page number."""
    pages: dict[int, int] = {}
    for mark in furniture:
        if mark.page > 1 and (match := pattern.match(mark.text)):
            pages.setdefault(int(match[1]), mark.page)
    return pages


def _item(printed: str | None, title: str | None, minutes: bool, items: list[AgendaItem]) -> AgendaItem | None:
    """The agenda's item for a paper, by its number or the words of its title; items before it are passed."""
    found = None
    if printed:
        number = re.sub(r"^\D+", "", printed)
        found = next((item for item in items if item.number == number), None)
    if found is None:
        words = _telling(title or "")
        scores = [
            (_likeness(words, _telling(item.title)) + (0.5 if minutes and "minutes" in item.title.lower() else 0), item)
            for item in items
        ]
        best = max(scores, key=lambda pair: pair[0], default=(0.0, None))
        found = best[1] if best[0] >= 0.5 else None
    if found is not None:
        del items[: items.index(found) + 1]
    return found


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower())) - _COMMON


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter title's words that the other has."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
