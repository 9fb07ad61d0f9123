"""Awards printed as a line with the name of who got money, and below it the amount and what it is for.

Examples as printed: ``Hope Trust (refuge provider)`` / ``£23,340 to pay for a van.``; ``Choices – Drop-in`` / ``Award: £2,000`` / ``The
group will buy toys.``; ``Hope Trust (£900)`` / ``Chairs for the hall.``; ``£900`` / ``Hope Trust`` / ``Chairs for the hall.`` A name and an amount below it may be anything, so they are awards only where the lead or the title above says
so, and where two of them follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.awards.entries import day_of_line
from extract.awards.giving import TELLS_ACCOUNT, is_settlement, leads_gifts, names_awards, names_budget
from extract.awards.recipients import is_own, names_no_one
from extract.awards.takers import names_taker
from extract.awards.wording import AMOUNT, has_capitals
from extract.blocks import Block, Passage
from extract.headings import has_verb
from extract.numbers import Figure, parse_figures
from extract.sentences import is_body, sentences

_MOST_WORDS = 18
_LONGEST_NAME = 10
_LONGEST_PURPOSE = 240
_FEWEST = 2
#: So many passages may stand between an amount and the next name, and between the lead and the first name.
_MOST_BELOW = 3
#: A line of an amount has it within so many characters.
_AMOUNT_WITHIN = 40
_BEGINS = re.compile(r"(?:[A-Z‘“\"]|\d{1,3}(?:st|nd|rd|th)\s[A-Z])")
_NUMBERING = re.compile(r"^\s*(?:\(?[a-z0-9]{1,3}[.)]\s+)")
#: The amount with which the line below a name begins, and how it goes on.
_OPENS = re.compile(
    r"(?:(?:grants?|amount|awards?|awarded|granted|funding|sum|value|grant amount|amount awarded|funding awarded)\s*(?:of\s+|[:–-]\s*)?)?"
    rf"(?P<amount>(?:up to\s+)?{AMOUNT})\b(?P<rest>(?:\s+(?:per annum|a year|p\.a\.|each year|per year))?"
    r"(?:\s*$|\s*[-–—:.,;]\s*|\s+(?:to|for|towards|toward|will|over|in|from|was|has been|is)\b|\s*\().*)",
    re.IGNORECASE | re.DOTALL,
)
_AMOUNT_ALONE = re.compile(rf"(?:up to\s+)?{AMOUNT}(?:\s+(?:to|for))?\s*:?", re.IGNORECASE)
#: "Hope Trust (£900)", "Hope Trust – grant of £900".
_ENDS_WITH_AMOUNT = re.compile(
    rf"\s*(?:[-–—:,]\s*|\(\s*)?(?:(?:(?:a\s+)?(?:grant|award|donation)\s+of|(?:was\s+)?awarded|received|up to)\s+)?{AMOUNT}\s*\)?\s*\.?$",
    re.IGNORECASE,
)
#: What begins as no name does: a total, a limit, a step.
_NO_NAME = re.compile(
    r"(?:(?:sub-?|grand\s+)?totals?|up to|maximum|minimum|more|less|under|over|between|from|round|lot|phase|tier|band|small|large|medium|this|these|we|it)\b",
    re.IGNORECASE,
)
#: What stands behind a name: "(refuge provider)", "– (counselling)", "– Drop-in", ": Drop-in".
_ASIDE = re.compile(r"\s*[-–—,:]?\s*\((?P<aside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
#: What is said of an organisation, and of no project: "(providers of counselling)".
_PROVIDES = re.compile(
    r"\b(?:providers?|charity|organisation|agency|group|partnership|trust|company|CIC|service provider)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s+[-–—|]\s*|\s*:\s+|\s[-–—](?=\w)")
_JOIN = re.compile(r"^\s*[-–—:.,;]?\s*(?:(?:to fund|to pay for|funding|for|towards?)\s+(?:the\s+)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """An amount below the name of who got it: its passage and offsets there, the name, what it is for.

    ``known`` is false for a name that is that of a project or a service, and of nobody.
    """

    passage: Passage
    figure: Figure
    name: str
    what: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class NamedAmounts:
    """Amounts below names that follow each other: what leads them, the heading above, and the indices of the blocks that they are made of."""

    lead: str
    heading: str
    entries: tuple[NamedAmount, ...]
    indices: range


def named_amounts(blocks: Sequence[Block]) -> Iterator[NamedAmounts]:
    """The runs of names with amounts below them that a lead or a title calls gifts, in reading order."""
    at = 0
    while at < len(blocks):
        ends, entries = _run(blocks, at)
        if len(entries) >= _FEWEST and (led := _leads(blocks, at)):
            yield NamedAmounts(*led, tuple(entries), range(at, ends))
        at = max(ends, at + 1)


def _run(blocks: Sequence[Block], first: int) -> tuple[int, list[NamedAmount]]:
    """The entries that begin at the block ``first``, one right behind the other and of one form, and where they end."""
    for form in (_name_above, _name_beside, _name_below):
        entries: list[NamedAmount] = []
        at = first
        while found := form(blocks, at):
            entry, texts_from = found
            at = texts_from
            while at < min(texts_from + _MOST_BELOW, len(blocks)) and _is_text(blocks, at, form):
                at += 1
            texts = [b.text for b in blocks[texts_from:at] if isinstance(b, Passage)]
            entries.append(entry if entry.what or not texts else replace(entry, what=_purpose(texts[0])))
            if form is not _name_above and not texts:
                # Without a line of its own for each purpose it is a plain list.
                entries = []
                break
        if len(entries) >= _FEWEST:
            return at, entries
    return first, []


#: An entry that begins at a block, and where the passages about it do; None where none begins there.
_Form = Callable[[Sequence[Block], int], tuple[NamedAmount, int] | None]


def _name_above(blocks: Sequence[Block], at: int) -> tuple[NamedAmount, int] | None:
    """The amount below the name: ``Hope Trust (refuge provider)`` / ``£23,340 to pay for a van``."""
    if at + 1 >= len(blocks):
        return None
    name, below = blocks[at], blocks[at + 1]
    if not isinstance(name, Passage) or not isinstance(below, Passage) or below.kind == "heading":
        return None
    opens = _OPENS.fullmatch(below.text) if "£" in below.text[:_AMOUNT_WITHIN] else None
    figure = _only_amount(below) if opens else None
    if opens is None or figure is None or figure.start > opens.end("amount") or not _may_be_name(name.text):
        return None
    return _entry(name.text, below, figure, opens["rest"]), at + 2


def _name_beside(blocks: Sequence[Block], at: int) -> tuple[NamedAmount, int] | None:
    """The amount beside the name: ``Hope Trust (£900)`` / ``Chairs for the hall``."""
    line = blocks[at] if at < len(blocks) else None
    if not isinstance(line, Passage) or "£" not in line.text or len(line.text.split()) > _MOST_WORDS:
        return None
    ends = _ENDS_WITH_AMOUNT.search(line.text)
    figure = _only_amount(line) if ends else None
    if ends is None or figure is None or not _may_be_name(line.text[: ends.start()]):
        return None
    return _entry(line.text[: ends.start()], line, figure, ""), at + 1


def _name_below(blocks: Sequence[Block], at: int) -> tuple[NamedAmount, int] | None:
    """The name below the amount: ``£900`` / ``Hope Trust`` / ``Chairs for the hall``."""
    if at + 1 >= len(blocks):
        return None
    line, name = blocks[at], blocks[at + 1]
    if not isinstance(line, Passage) or not isinstance(name, Passage) or not _AMOUNT_ALONE.fullmatch(line.text):
        return None
    figure = _only_amount(line)
    return (_entry(name.text, line, figure, ""), at + 2) if figure and _may_be_name(name.text) else None


def _only_amount(passage: Passage) -> Figure | None:
    figures = [f for f in parse_figures(passage.text) if f.unit == "GBP"]
    return figures[0] if len(figures) == 1 else None


def _may_be_name(line: str) -> bool:
    """True for a line that may be a name with what stands behind it: ``Hope Trust (refuge provider)``, ``Choices – Drop-in``."""
    text = _NUMBERING.sub("", line)
    name = _PARTED.split(_ASIDE.sub("", text))[0]
    return (
        bool(_BEGINS.match(text))
        and "£" not in text
        and not text.endswith((".", ";", "?", ","))
        and len(text.split()) <= _MOST_WORDS
        and len(name.split()) <= _LONGEST_NAME
        and (has_capitals(name) or not has_verb(name))
        and not TELLS_ACCOUNT.match(name)
        and not _NO_NAME.match(name)
        and not day_of_line(text)
    )


def _is_text(blocks: Sequence[Block], at: int, form: _Form) -> bool:
    """True for a passage about the amount above it: one without an amount, with which no other entry begins."""
    block = blocks[at]
    return isinstance(block, Passage) and block.kind != "heading" and "£" not in block.text and not form(blocks, at)


def _entry(line: str, passage: Passage, figure: Figure, rest: str) -> NamedAmount:
    whole = _NUMBERING.sub("", line).strip(" :")
    bare = _ASIDE.sub("", whole)
    name, *parts = _PARTED.split(bare)
    beside = " – ".join(part.strip() for part in parts if part.strip()) or None
    if beside and is_body(beside) and not is_body(name):
        # "Drop-in – Choices Trust": the project before the one that runs it.
        name, beside = beside, name
    aside = _ASIDE.search(whole)
    provides = aside is not None and _PROVIDES.search(aside["aside"]) is not None
    known = has_capitals(name) and (provides or names_taker(name) or not names_no_one(name)) and not is_own(name)
    return NamedAmount(passage, figure, name.strip(), _purpose(_JOIN.sub("", rest)) or beside, known)


def _purpose(text: str) -> str | None:
    """The first sentence of what stands behind or below an amount."""
    first = next((text[start:end] for start, end in sentences(text)), text)
    return first.strip(" .,;:–—-()")[:_LONGEST_PURPOSE] or None


def _leads(blocks: Sequence[Block], first: int) -> tuple[str, str] | None:
    """The lead and the heading above the first name, where one of them calls what is below gifts; else None."""
    name = blocks[first]
    assert isinstance(name, Passage)
    heading = name.sections[-1].text if name.sections else ""
    for block in reversed(blocks[max(0, first - _MOST_BELOW) : first]):
        if not isinstance(block, Passage) or "£" in block.text:
            break
        titled = len(block.text.split()) <= _MOST_WORDS and not block.text.endswith(".")
        if is_settlement(block.text) or (titled and names_budget(block.text)):
            return None
        if names_awards(block.text) or (block.text.endswith((":", ";", ":-")) and leads_gifts(block.text)):
            return (block.text, heading) if block.kind != "heading" else ("", block.text)
        if block.kind == "heading":
            break
    return ("", heading) if names_awards(heading) and not is_settlement(heading) and not names_budget(heading) else None
