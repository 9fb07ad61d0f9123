"""Awards printed as lists, one line for each: ``Hope Trust (£4,500) – boxing``, ``Hope Trust, boxing, £4,500``, ``£4,500 – Hope Trust``.

A list is one of awards only where what stands above it says so, or each of its lines, and only where every line of it has the same
kind of form: a name, one amount, what it is for. What parts these may be the ends of lines (``Hope Trust`` / ``£4,500`` / ``Boxing``).
Before them may stand the reference of a decision. Whatever else lists hold is left to the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.awards.entries import ALL_CAPITALS, Reference, day_of_line, is_title, reference_of, stacks
from extract.awards.giving import is_settlement, leads_gifts, names_awards, names_budget
from extract.awards.recipients import giver_in, lists_takers, names_no_one
from extract.awards.wording import decision_in, fund_in, per_of, step_before, upstream_funder_in, year_in, years_of
from extract.blocks import Block, Passage
from extract.headings import has_verb
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.organisations import NOT_IN_NAMES
from extract.sentences import bodies
from extract.wording import word_set
from schema.reading import Award

_LEAST = 2
_LONGEST = 40
_LONGEST_NAME = 12
_NUMBERING = re.compile(r"^\s*(?:[-–•*]\s+|\(?[a-z]{1,3}[.)]\s+|\d{1,2}[.)]\s+)?")
_BREAK = r"(?:\s+[-–—]\s*|\s*[:;,]\s+|\s*\(\s*)"
_ABOUT = r"(?:(?:a\s+)?(?:grant|award|total|sum|donation|contribution)\s+of\s+|up to\s+|over\s+|just over\s+|nearly\s+|was\s+awarded\s+|awarded\s+|received\s+)?"
#: What stands before the amount: a name, and perhaps what it is for.
_LEFT = re.compile(
    rf"(?P<name>[^,:;(–—]+?)(?:{_BREAK}(?P<what>[^£]*?))?(?:\s+[-–—]\s*|\s*[:;,]\s*|\s*\(\s*|\s+)?{_ABOUT}$"
)
#: What stands behind it where the name stood before it.
_RIGHT = re.compile(
    r"^\s*\)?\s*(?:[-–—:;,]\s*|\(\s*)?(?:(?:p\.?a\.?|per annum|a year|each)\s+)?(?:(?:for|towards?|to fund|to pay for)\s+(?:the\s+)?)?(?P<what>.*?)\s*\)?\s*(?:[.;,]|;? and)?\s*$"
)
#: A name that follows its amount: "£4,500 to Hope Trust for boxing", "£4,500 – Hope Trust, boxing".
_BEHIND = re.compile(
    r"^\s*(?P<join>to|for|[-–—:])\s+(?:the\s+)?(?P<name>[A-Z][^,:;(–—]*?)(?:(?:\s+(?:for|towards)\s+(?:the\s+)?(?!\w+ing Trust)|\s+[-–—]\s*|\s*[:,(]\s*)(?P<what>[^£]+?)|\s+(?P<aim>to\s+[a-z][^£]+?))?\s*\)?\s*(?:[.;,]|;? and)?\s*$"
)
_SMALL = frozenset(["of", "and", "the", "for", "with", "in", "on", "at", "upon", "&", "de"])
_STEP_OF_TAKERS = {"received": "awarded", "bid": "awarded", "spent": "awarded"}
#: A lead whose lines are what money went on and not to whom: "spent by councils on these services:".
_LISTS_USES = re.compile(
    r"\b(?:on|for)\s+(?:the following\s+|these\s+)?(?:\w+\s+)?(?:services|uses|projects|schemes|activities|work|purposes|initiatives|items|areas of work)\W*$",
    re.IGNORECASE,
)
#: What was given before its name: "Contract for boxing awarded to Hope Trust: £4,500", "Extension of the grant with Hope Trust at".
_GIVEN_TO = re.compile(
    r"^(?P<what>[A-Z][^£:;]*?)\s+(?:awarded|granted|given|let|paid|made)\s+to\s+(?:the\s+)?(?P<name>[A-Z][^,:;(–—£]*?)(?:\s*[-–—:;,(]|\s+(?:of|at|worth|totalling|at a cost of))?\s*$"
)
_ENDS = re.compile(r"[:;]-?\s*$")
_NO_NAMES = (
    NOT_IN_NAMES - {"Chief", "Deputy", "Assistant", "Office", "Director", "Audit", "The", "A", "An"}
) | word_set(
    "It They He She We I You There Here Nearly Almost Over Around About Up Just Under Between What Which Who More Less Only Another Together"
)
#: A line that says of itself that its amount is given: "Hope Trust: a donation of £500".
_OWN_GIFT = re.compile(
    r"\b(?:grants?|donations?|awards?|contributions?|sponsorship|bursary|funding)\s+(?:\w+\s+)?(?:of|totalling|worth|to|for)\b",
    re.IGNORECASE,
)
#: A gift before its name: "Grant to Hope Trust £4,500", "Contract with Hope Trust for boxing – £4,500".
_GIFT_TO = re.compile(
    r"^(?:[Tt]he\s+|[Aa]\s+)?(?:[Gg]rant|[Aa]ward|[Dd]onation|[Cc]ontribution|[Pp]ayment|[Ff]unding|[Cc]ontract)(?:\s+(?:awarded|made|paid|given|agreed))?\s+(?:to|with)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][^,:;(–—£]*?)(?:(?:\s+(?:for|towards)\s+(?:the\s+)?|\s*[,:(]\s*|\s+[-–—]\s*)(?P<what>[^£]+?))?(?:\s*[-–—:;,(]|\s+(?:of|at|worth|totalling))?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of a list: its amount, the name beside it, what it is for, and whether the words call the name the one who gets it.

    ``reference`` is that of the decision with which it begins, ``date`` the day or month of the line above.
    """

    passage: Passage
    figure: Figure
    name: str
    what: str | None
    to: bool
    reference: Reference | None = None
    date: str | None = None


def find_list_awards(blocks: Sequence[Block]) -> tuple[list[Award], frozenset[int]]:
    """The awards of lists, in reading order, and the indices of the blocks that these are made of, in which no others are to be looked for."""
    awards: list[Award] = []
    used: set[int] = set()
    for lead, heading, lines in _lists(blocks):
        items = {at: item for at, passage in lines if (item := _item(passage)) is not None}
        if len(items) < len(lines) or len(lines) < _LEAST or not _tells_gifts(lead, heading):
            items = _referenced(items)
        day = day_of_line(lead)
        awards += _awards([replace(item, date=day) for item in items.values()], "" if day else lead, heading)
        used.update(items)
    for stack in stacks(blocks):
        above = stack.title or stack.heading
        if names_awards(above) and not is_settlement(above) and used.isdisjoint(stack.indices):
            entries = [_Item(e.passage, e.figure, e.name, e.what, False) for e in stack.entries]
            awards += _awards(entries, "", above)
            used.update(stack.indices)
    return awards, frozenset(used)


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[str, str, list[tuple[int, Passage]]]]:
    """The runs of lines with one amount each: the passage that leads them, the heading above them, and the lines with their indices."""
    lead = ""
    run: list[tuple[int, Passage]] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Passage) and block.kind != "heading" and _is_line(block):
            run.append((at, block))
            continue
        if run:
            yield lead, _heading(run[0][1]), run
        run = []
        lead = block.text if isinstance(block, Passage) and block.kind != "heading" else ""
    if run:
        yield lead, _heading(run[0][1]), run


def _is_line(passage: Passage) -> bool:
    return passage.text.count("£") == 1 and len(passage.text.split()) <= _LONGEST and not passage.text.endswith(":")


def _heading(passage: Passage) -> str:
    return passage.sections[-1].text if passage.sections else ""


def _tells_gifts(lead: str, heading: str) -> bool:
    """True where the passage above a list, which ends as such passages do, or its heading says that its amounts are given."""
    above = lead if _ENDS.search(lead) else ""
    # A title that nothing marks as a heading is one where it says that what follows was given.
    title = lead if is_title(lead) and (names_awards(lead) or names_budget(lead)) else heading
    if any(is_settlement(text) or names_budget(text) for text in (above, title)):
        return False
    return (bool(above) and (leads_gifts(above) or lists_takers(above))) or (not above and names_awards(title))


def _referenced(items: dict[int, _Item]) -> dict[int, _Item]:
    """The entries of a register, where one of them says that its amount is given: ``Ref 3-2019 Hope Trust: a donation of £500``."""
    entries = {at: item for at, item in items.items() if item.reference and (item.to or _is_name(item.name))}
    told = any(_OWN_GIFT.search(item.passage.text[: item.figure.start]) for item in entries.values())
    return {at: replace(item, to=True) for at, item in entries.items()} if told else {}


def _item(passage: Passage) -> _Item | None:
    """A line as a name with an amount; None where it has another form."""
    skipped = _NUMBERING.match(passage.text)
    start = skipped.end() if skipped else 0
    reference = reference_of(passage.text[start:])
    start += reference.end if reference else 0
    figures = [f for f in parse_figures(passage.text) if f.unit == "GBP"]
    if len(figures) != 1:
        return None
    figure = figures[0]
    left, right = passage.text[start : figure.start], passage.text[figure.end :]
    if not left.strip(" ("):
        behind = _BEHIND.match(right)
        if behind is None or _no_name(behind["name"]):
            return None
        what = behind["what"] or behind["aim"]
        return _Item(passage, figure, behind["name"].strip(), what and what.strip(), behind["join"] == "to", reference)
    gift = _GIFT_TO.match(left) or _GIVEN_TO.match(left)
    before = gift or _LEFT.match(left)
    after = _RIGHT.match(right)
    if before is None or after is None or _no_name(before["name"]) or _is_sentence(before["name"]):
        return None
    what = (before["what"] or "").strip(" ,–-()") or after["what"].strip()
    return _Item(passage, figure, before["name"].strip(), what or None, gift is not None, reference)


def _is_sentence(name: str) -> bool:
    """True for words with a verb, or with an end of a sentence inside; ``You Are Not Alone!`` is a name."""
    return (has_verb(name) and not _is_name(name)) or bool(re.search(r"[a-z)][.?]\s", name))


def _no_name(name: str) -> bool:
    """True for words that are too long for a name, or begin as none does: ``Some``, ``This``."""
    words = name.split()
    begins = words[0] in _NO_NAMES and not ALL_CAPITALS.fullmatch(name)
    return not name[:1].isupper() or len(words) > _LONGEST_NAME or begins


def _awards(items: Sequence[_Item], lead: str, heading: str) -> Iterator[Award]:
    names = 2 * sum(_is_name(item.name) for item in items) > len(items)
    takers = names and not _LISTS_USES.search(lead) and (lists_takers(lead) or (not lead and lists_takers(heading)))
    known = any(bodies(item.name) for item in items)
    for item in items:
        text, figure = item.passage.text, item.figure
        named = item.to or (
            (takers and item.what is None and _is_name(item.name))
            or (not names_no_one(item.name) and (takers or bool(bodies(item.name)) or (known and _is_name(item.name))))
        )
        named = named or (area_of(item.name) is not None and _is_name(item.name))
        recipient, purpose = (
            (item.name, item.what) if named else (None, "; ".join(filter(None, (item.name, item.what))))
        )
        status = step_before(lead.rstrip(" :-;")) or "awarded"
        left, right = text[: figure.start], text[figure.end :]
        above = f"{lead} | {heading}"
        yield Award(
            place=item.passage.place(figure.start, figure.end),
            paper=item.passage.paper,
            source="prose",
            quote=" ".join(text.split()[:_LONGEST]),
            amount=figure.value,
            amount_text=figure.text,
            amount_to=figure.upper,
            status=_STEP_OF_TAKERS.get(status, status) if named else status,
            recipient=recipient,
            area=recipient if recipient and area_of(recipient) and not bodies(recipient) else None,
            purpose=purpose,
            funder=giver_in(lead),
            upstream_funder=upstream_funder_in(above),
            fund=fund_in(text) or fund_in(lead) or fund_in(heading),
            year=year_in(text) or year_in(lead) or year_in(heading),
            decision_ref=(item.reference.text if item.reference else None) or decision_in(text),
            date=item.date,
            qualifier=figure.qualifier,
            per=per_of(left, right),
            years=years_of(left, right),
            confidence=0.9,
        )


def _is_name(name: str) -> bool:
    """True for words with capital letters throughout: ``Hope Trust of Kent``, not ``Support for young carers``."""
    return all(word[:1].isupper() or word in _SMALL or not word[:1].isalpha() for word in name.split())
