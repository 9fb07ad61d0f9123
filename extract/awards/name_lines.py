"""Awards printed as a line with the name of who got money, and below it the amount and what it is for.

Examples as printed: ``Hope Trust (refuge provider)`` / ``£23,340 to pay for a van.``; ``Choices – Drop-in`` / ``Award: £2,000`` / ``The
group will buy toys.`` A name and an amount below it may be anything, so they are awards only where the lead or the title above says
so, and where two of them follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.awards.entries import day_of_line
from extract.awards.giving import TELLS_ACCOUNT, is_settlement, leads_gifts, names_awards, names_budget
from extract.awards.recipients import is_own, names_no_one
from extract.awards.wording import has_capitals
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
    r"(?P<amount>(?:up to\s+)?£\s?\d[\d,]*(?:\.\d+)?\s?(?:k|m|million)?)\b(?P<rest>(?:\s+(?:per annum|a year|p\.a\.|each year|per year))?"
    r"(?:\s*$|\s*[-–—:.,;]\s*|\s+(?:to|for|towards|toward|will|over|in|from|was|has been|is)\b|\s*\().*)",
    re.IGNORECASE | re.DOTALL,
)
#: What stands behind a name: "(refuge provider)", "– (counselling)", "– Drop-in", ": Drop-in".
_ASIDE = re.compile(r"\s*[-–—,:]?\s*\((?P<aside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_PARTED = re.compile(r"\s+[-–—|]\s*|\s*:\s+|\s[-–—](?=\w)")
_JOIN = re.compile(r"^\s*[-–—:.,;]?\s*(?:(?:to fund|to pay for|for|towards?)\s+(?:the\s+)?)?", re.IGNORECASE)


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
    """The entries that begin at the block ``first``, one right behind the other, and where they end."""
    entries: list[NamedAmount] = []
    at = first
    while at + 1 < len(blocks):
        name, below = blocks[at], blocks[at + 1]
        if not isinstance(name, Passage) or not isinstance(below, Passage) or below.kind == "heading":
            break
        opens = _OPENS.fullmatch(below.text) if "£" in below.text[:_AMOUNT_WITHIN] else None
        figures = [f for f in parse_figures(below.text) if f.unit == "GBP"] if opens else []
        if opens is None or len(figures) != 1 or figures[0].start > opens.end("amount") or not _is_name(name):
            break
        after = at + 2
        while after < min(at + 2 + _MOST_BELOW, len(blocks)) and _is_text(blocks[after], blocks[after + 1 : after + 2]):
            after += 1
        texts = [b.text for b in blocks[at + 2 : after] if isinstance(b, Passage)]
        entries.append(_entry(name.text, below, figures[0], opens["rest"], texts))
        at = after
    return at, entries


def _is_name(passage: Passage) -> bool:
    """True for a line that may be a name with what stands behind it: ``Hope Trust (refuge provider)``, ``Choices – Drop-in``."""
    text = _NUMBERING.sub("", passage.text)
    name = _PARTED.split(_ASIDE.sub("", text))[0]
    return (
        bool(_BEGINS.match(text))
        and "£" not in text
        and not text.endswith((".", ";", "?", ","))
        and len(text.split()) <= _MOST_WORDS
        and len(name.split()) <= _LONGEST_NAME
        and (has_capitals(name) or not has_verb(name))
        and not TELLS_ACCOUNT.match(name)
        and not day_of_line(text)
    )


def _is_text(block: Block, behind: Sequence[Block]) -> bool:
    """True for a passage about the amount above it: a sentence, or a line that is no name with an amount below."""
    if not isinstance(block, Passage) or block.kind == "heading" or "£" in block.text:
        return False
    named = bool(behind) and isinstance(behind[0], Passage) and bool(_OPENS.fullmatch(behind[0].text))
    return not (named and _is_name(block))


def _entry(line: str, passage: Passage, figure: Figure, rest: str, below: Sequence[str]) -> NamedAmount:
    whole = _NUMBERING.sub("", line).strip(" :")
    bare = _ASIDE.sub("", whole)
    name, *parts = _PARTED.split(bare)
    beside = " – ".join(part.strip() for part in parts if part.strip()) or None
    if beside and is_body(beside) and not is_body(name):
        # "Drop-in – Choices Trust": the project before the one that runs it.
        name, beside = beside, name
    what = _JOIN.sub("", _first_sentence(rest)) or (_first_sentence(below[0]) if below else "") or beside
    known = has_capitals(name) and not names_no_one(name) and not is_own(name)
    return NamedAmount(passage, figure, name.strip(), what[:_LONGEST_PURPOSE] if what else None, known)


def _first_sentence(text: str) -> str:
    return next((text[start:end] for start, end in sentences(text)), text).strip(" .,;:–—-()")


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
