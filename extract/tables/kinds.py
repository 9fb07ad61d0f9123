"""What kind of table one is, told by its headers, its cells and the sentence above it."""

from __future__ import annotations

import re

from extract.awards.funds import fund_in
from extract.awards.giving import TELLS_ACCOUNT, is_settlement, names_awards, names_budget
from extract.awards.logs import is_log
from extract.blocks import TableBlock
from extract.figure_words import missing_status, rag_of
from extract.numbers import clock_duration, parse_figures
from extract.page_ranges import are_page_ranges
from extract.tables.column_roles import flat
from extract.tables.headers import has_figure, is_period_cell
from extract.times.days import parse_day
from extract.times.periods import find_periods

_AWARD_HEAD = re.compile(
    r"\b(?:recipient|organisation|applicant|grantee|projects?|initiative|scheme|grants?|award(?:ed)?|funding (?:mechanism|stream|spent|available|"
    r"awarded|allocated|requested|source)|commissioning intention|amount (?:awarded|granted|approved)|provider|allocation|beneficiary|bids?|successful bidder|donations?|awardee|contractor|"
    r"contract (?:value|holder|sum)|value of (?:the )?(?:contract|grant|award)|delivery partner|lead (?:body|partner)|delivered by|commissioned (?:service|from|by)|"
    r"funding (?:agreed|approved|received|given|secured|provided|body|pot|strand)|what (?:we|was|is) (?:being )?(?:funded|paid for|commissioned)|what (?:it is |it was )?for|"
    r"who (?:delivers|provides|runs|receives|got) it|(?:hotspot|immediate justice|serious violence duty|safer streets|VRU|violence reduction unit) (?:\w+ )?(?:funding|fund|grant)|"
    r"CSPs?|community safety partnerships?|charit(?:y|ies))\b",
    re.IGNORECASE,
)
_AWARD_LEAD = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:\w+ )?(?:funded|awarded|granted|allocated|approved|commissioned|supported)|grants?(?: were| awarded| made)|"
    r"awards? (?:made|of)|(?:was|were|been|amounts?|sums?|grant) claimed|following (?:projects|grants|awards|organisations|initiatives)|funding (?:awarded|that remains|allocations?)|"
    r"(?:were|was|been) (?:awarded|funded|granted|allocated)|successful (?:bids|applicants)|commissioned services|community safety fund|"
    r"grant(?:s)? (?:fund|programme|round)|commissioning intentions)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:budgets?|precept|expenditure|reserves?|revenue|capital programme|council tax|outturn|savings|funding gap|MTF[SP]|band [A-H]|"
    r"income|medium term|settlement|tax ?base|pay award|inflation|front-?line policing)\b",
    re.IGNORECASE,
)
_SAVES = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|cost reductions?)\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:recipient|organisation|applicant|provider|awarded|grantee|beneficiary)\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:fte|headcount|establishment|officers?|pcsos?|staff(?:ing)?|workforce|strength|posts?|vacanc\w+)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:cllr|councillor|mr|mrs|ms|miss|dr|col|lord|baroness|chair(?:man|person)?|member)\b\.?", re.IGNORECASE
)
#: What is said of times like "04:35" that tell how long something takes.
TELLS_DURATION = re.compile(
    r"\bm{1,2}:ss\b|\bh{1,2}:mm\b|\b(?:minutes|mins|seconds|secs)\b(?!\s+(?:of|from|and)\b)|"
    r"\bin hours\b|\b(?:durations?|waits?|waiting|delays?|speed)\b|"
    r"\b(?:average|mean|median|response|attendance|answer(?:ing)?|travel|queue|handling|talk|call|longest|total|wrap(?:-up)?|hold)\s+(?:\w+\s+){0,2}times?\b|"
    r"\btimes?\s+(?:to|taken|spent|for|from|in)\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(r"\b(?:date|meeting|when|deadline|timescale|month)\b", re.IGNORECASE)
_PAGES = re.compile(r"\(pages?\s+\d+\s*[-–]\s*\d+\)|^pages?$", re.IGNORECASE | re.MULTILINE)
#: The head of a column that says on which pages of the pack things stand; "Pages" may also be counted.
_PAGE_HEAD = re.compile(r"(?:page|pp?\.)s?(?:\s+(?:nos?\.?|numbers?|refs?\.?|references?|range))?:?", re.IGNORECASE)
_PAGES_IN_CELL = re.compile(
    r"(?:(?:pages?|pp?\.)\s*)?\d{1,4}(?:\s*(?:[-–—]|to)\s*\d{1,4})?|verbal\w*|oral\w*|to follow|[-–—]", re.IGNORECASE
)
#: The number of an item of an agenda, or of a chapter.
_ITEM_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})*[a-z]?[.):]?|[A-Za-z][.)]?", re.IGNORECASE)
#: How something went, with no figure for it.
_MOVED = re.compile(
    r"(?:no|little|slight|significant)\s+change|unchanged|static|stable|(?:slight(?:ly)?\s+|significant(?:ly)?\s+)?"
    r"(?:increas|decreas|improv|reduc|declin|worsen)(?:es?|ed|ing|ement|tion)|(?:up|down|higher|lower|better|worse|same)",
    re.IGNORECASE,
)


def _is_of_fund(block: TableBlock, head: str) -> bool:
    """True for a table of years under the name of a fund: ``Safer Streets 5`` over ``2023/24`` and ``2024/25``."""
    named = " | ".join(filter(None, (block.caption, head)))
    return fund_in(named) is not None and not _BUDGET.search(named) and len(find_periods(head)) > 1


_GROUPS = re.compile(
    r"(?:^|\| )(?:(?:name of|community|voluntary|local|successful|youth|the)\s)*(?:group|club|charity|charities|society|school|church|who|team|to whom|paid to|given to|awarded to)(?:\sname)?s?(?= \||$)",
    re.IGNORECASE,
)
_PAID_OUT = re.compile(
    r"\b(?:paid|given|shared|went|handed|made|came|granted|awarded|distributed|supported|funded|grants?|awards?|donations?)\b",
    re.IGNORECASE,
)

_OWN_FUND = re.compile(r"\b(?:general|pensions?|collection|police|insurance|capital)\s+fund\b", re.IGNORECASE)


def _is_given_to_groups(block: TableBlock, head: str) -> bool:
    """True for groups and what they got from a fund: ``Group`` / ``£`` under "What was paid out of the Safer Streets Fund"."""
    around = " ".join(filter(None, (block.caption, block.sections[-1].text if block.sections else None)))
    given = _PAID_OUT.search(around) or (fund_in(around) is not None and not _OWN_FUND.search(around))
    return bool(_GROUPS.search(head) and given) and not _BUDGET.search(f"{around} {head}")


def _has_pages(block: TableBlock) -> bool:
    """True for titles with the pages on which they stand, and no other figures: ``Item`` / ``Subject`` / ``Pages`` over ``3.`` / … / ``2 - 2``.

    A column of pages beside figures is one of an index (``Measure`` / ``Target`` / ``Actual`` / ``Page``), and pages may be counted
    themselves (``Month`` / ``Pages``).
    """
    heads = {c.col for c in block.grid.cells if c.row < block.header_rows and _PAGE_HEAD.fullmatch(c.text.strip())}
    body = [c for c in block.grid.cells if c.row >= block.header_rows and c.text.strip()]
    paged = [flat(c.text) for c in sorted(body) if c.col in heads]
    numbers = [int(found[0]) for text in paged if (found := re.search(r"\d+", text))]
    named = [c for c in body if c.col not in heads and not (c.col == 0 and _ITEM_NUMBER.fullmatch(flat(c.text)))]
    others = [flat(c.text) for c in named]
    return (
        bool(numbers)
        and numbers == sorted(numbers)
        and all(map(_PAGES_IN_CELL.fullmatch, paged))
        and not any(is_period_cell(text) or (has_figure(text) and parse_day(text) is None) for text in others)
    )


def _is_unanswered(block: TableBlock) -> bool:
    """True where beside every label stands that there is no figure, or how it moved: ``NA NA``, ``TBC``, ``No change``, ``Green``."""
    beside = [flat(c.text) for c in block.grid.cells if c.row >= block.header_rows and c.col > 0 and c.text.strip()]
    return len(beside) > 1 and all(
        missing_status(text) or rag_of(text) or _MOVED.fullmatch(text) is not None for text in beside
    )


def _leads_to_pages(block: TableBlock) -> bool:
    """True for rows that end in ranges of pages: ``Performance report`` / ``13 - 40``, also in two cells: ``13`` / ``- 40``."""
    rows = [sorted(row.items()) for row in block.rows()[block.header_rows :]]
    printed = [" ".join(c.text for _, c in row if c.text.strip()) for row in rows]
    return are_page_ranges([text for text in printed if text])


#: Who gets money and what for, as the names of columns beside one of money.
_WHO = re.compile(
    r"(?:the )?(?:partners?|body|bodies|who|whom|to whom|agency|agencies|providers?|groups?|clubs?|districts?|csps?|names?|supplier|given to|paid to|received by|from whom|organisations?|recipients?)",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(
    r"(?:for )?(?:what(?: for)?|works?|purposes?|activity|activities|use|used for|schemes?|projects?|services?|what (?:it|the money) (?:is|was|paid) for|spent on|to do what|reason|intervention)",
    re.IGNORECASE,
)


def _lists_gifts(block: TableBlock, head: str) -> bool:
    """True for a table of money under a heading of grants, or whose header tells who got what: ``Partner | Work | 2014/15``.

    Without a header it is a list of names and amounts: ``Hope Trust = £4,900`` below ``Small grants``.
    """
    heading = block.sections[-1].text if block.sections else ""
    labels = [c.text for c in block.grid.cells if c.col == 0]
    # What stands right above a list of names and amounts says what they are.
    caption = "" if block.header_rows else block.caption or ""
    if (
        is_settlement(heading)
        or is_settlement(caption)
        or names_budget(caption)
        or _BUDGET.search(head)
        or any(TELLS_ACCOUNT.match(label) or is_settlement(label) for label in labels)
    ):
        return False
    names = [" ".join(c.text.split()) for c in block.grid.cells if c.row < block.header_rows]
    told = any(map(_WHO.fullmatch, names)) and any(map(_FOR_WHAT.fullmatch, names))
    if told and len(names) > 2:
        return True
    return (
        names_awards(caption) or names_awards(heading) or (fund_in(heading) is not None and not names_budget(heading))
    )


def table_kind(block: TableBlock) -> str:
    """``measure``, ``award``, ``staffing``, ``budget``, ``schedule``, ``membership``, ``agenda`` or ``other``."""
    if block.grid.columns < 2:
        return "other"
    cells = [c for c in block.grid.cells if c.text.strip()]
    head = " | ".join(c.text for c in cells if c.row < block.header_rows)
    body = [c for c in cells if c.row >= block.header_rows and c.row not in block.inner_headers]
    around = " ".join(filter(None, (block.caption, block.lead)))
    texts = [c.text for c in body]
    paged = sum("page" in t.lower() and bool(_PAGES.search(t)) for t in texts)
    if paged * 4 >= block.grid.rows or (paged and re.match(r"item\b", head, re.IGNORECASE)):
        return "agenda"
    if _has_pages(block) or _leads_to_pages(block):
        return "agenda"
    figures = [t for t in texts if has_figure(t) and parse_day(t) is None and parse_figures(t)]
    said = " ".join((head, around, *(c.text for c in body if c.col == 0)))
    if not figures and TELLS_DURATION.search(said) and any(map(clock_duration, texts)):
        return "measure"
    if not figures:
        if sum(bool(_MEMBER.match(t)) for t in texts) * 2 >= max(1, len(texts)):
            return "membership"
        dated = [t for c in body if c.col == 0 and (parse_day(t := c.text) or find_periods(t))]
        firsts = [c for c in body if c.col == 0]
        if firsts and len(dated) * 2 >= len(firsts) and (_SCHEDULE.search(head) or len(dated) > 1):
            return "schedule"
        return "measure" if _is_unanswered(block) else "other"
    money = [t for t in figures if any(f.unit == "GBP" for f in parse_figures(t))]
    if money and is_log(block):
        return "award"
    if money or "£" in head:
        awarded = (
            _is_given_to_groups(block, head)
            or bool(_AWARD_HEAD.search(head))
            or bool(_AWARD_LEAD.search(around))
            or _is_of_fund(block, head)
            or _lists_gifts(block, head)
        )
        percent = [t for t in figures if "%" in t]
        headed = " | ".join(filter(None, (head, block.caption, block.sections[-1].text if block.sections else None)))
        if (
            awarded
            and not (_SAVES.search(headed) and not _TAKES.search(head))
            and not (
                _BUDGET.search(head) and not re.search(r"recipient|organisation|project|awarded", head, re.IGNORECASE)
            )
            and len(percent) * 3 <= len(money) + 1
        ):
            return "award"
        if len(money) * 2 >= len(figures) or "£" in head:
            return "budget"
    if _STAFF.search(head) or (
        block.caption and re.search(r"\bworkforce|staffing|establishment\b", block.caption, re.IGNORECASE)
    ):
        return "staffing"
    return "measure"
