"""Awards printed as lists, one line for each: ``Hope Trust (£4,500) – boxing``, ``Hope Trust, boxing, £4,500``, ``£4,500 – Hope Trust``.

A list is one of awards only where what stands above it says so, or each of its lines, and only where every line of it has the same
kind of form: a name, one amount, what it is for. What parts these may be the ends of lines (``Hope Trust`` / ``£4,500`` / ``Boxing``).
Before them may stand the reference of a decision. Whatever else lists hold is left to the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.awards.entries import Reference, day_of_line, is_title, reference_of, stacks
from extract.awards.funds import fund_in, one_fund_in, upstream_funder_in
from extract.awards.giving import TELLS_ACCOUNT, is_settlement, leads_gifts, names_awards, names_budget
from extract.awards.name_lines import named_amounts
from extract.awards.recipients import BEGINS_NO_NAME, giver_in, lists_takers, names_no_one, names_topic
from extract.awards.steps import step_before
from extract.awards.takers import names_taker
from extract.awards.wording import ALL_CAPITALS, AMOUNT, decision_in, has_capitals, per_of, year_in, years_of
from extract.blocks import Block, Passage
from extract.headings import has_verb
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.sentences import bodies, is_body
from extract.wording import word_set
from schema.reading import Award

_LEAST = 2
_LONGEST = 40
_LONGEST_NAME = 12
_LONGEST_GROUP = 5
#: The same between two parts of a list.
_LONGEST_GROUP_BETWEEN = 16
#: Titles of what is no list of gifts.
_NO_GROUP = re.compile(
    r"\b(?:costs?|spend\w*|staff\w*|savings?|seizures?|crime|fraud|losses|fees|expenses|totals?)\b", re.IGNORECASE
)
_NUMBERING = re.compile(r"^\s*(?:[-–•·▪*]\s+|\(?[a-z]{1,3}[.)]\s+|\d{1,2}[.)]\s+)?")
_BREAK = r"(?:\s+[-–—/=|]\s*|\s*[:;,]\s+|\s*\(\s*)"
_ABOUT = r"(?:\b(?:(?:a\s+)?(?:grant|award|total|sum|donation|contribution)\s+of\s+|up to\s+|over\s+|just over\s+|nearly\s+|was\s+awarded\s+|awarded\s+|received\s+|with\s+))?"
#: What stands before the amount: a name, and perhaps what it is for.
_LEFT = re.compile(
    rf"(?P<name>[^,:;(–—]+?)(?:{_BREAK}(?P<what>[^£]*?))?(?:\s+[-–—/=|]\s*|\s*[:;,]\s*|\s*\(\s*|\s+)?{_ABOUT}$"
)
#: What stands behind it where the name stood before it.
_RIGHT = re.compile(
    r"^\s*\)?\s*(?:[-–—:;,./=|]\s*|\(\s*)?(?:(?:p\.?a\.?|per annum|a year|each)\s+)?(?:(?:[Ff]or|[Tt]owards?|[Tt]o fund|[Tt]o pay for)\s+(?:the\s+)?)?(?P<what>.*?)\s*\)?\s*(?:[.;,]|;? and)?\s*$"
)
#: "Hope Trust, who get £900 for chairs": what stands between a name and its amount and tells no purpose.
_GETS = re.compile(
    r"^(?:who|which|that)\s+(?:(?:will|has|have|had|was|were|is|are|been|also|now|each)\s+)*(?:gets?|got|receiv\w+|given|awarded|granted|getting|won|secured)\b.*$"
)
_PLACE = re.compile(r"[A-Z][\w’'-]+(?:(?:\s+|\s*[/,&]\s*|\s+and\s+)[A-Z][\w’'-]+){0,3}")
#: A name that follows its amount: "£4,500 to Hope Trust for boxing", "£4,500 – Hope Trust, boxing".
_BEHIND = re.compile(
    r"^\s*(?P<join>to|for|[-–—:/=]|(?=[A-Z]))\s*(?:the\s+)?(?P<name>[A-Z][^,:;(–—]*?)(?:(?:\s+(?:for|towards)\s+(?:the\s+)?(?!\w+ing Trust)|\s+[-–—]\s*|\s*[:,(]\s*)(?P<what>[^£]+?)|\s+(?P<aim>to\s+[a-z][^£]+?))?\s*\)?\s*(?:[.;,]|;? and)?\s*$"
)
_STEP_OF_TAKERS = {"received": "awarded", "spent": "awarded"}
#: A lead about bids that were won; of others it says that they were made.
_BIDS_WON = re.compile(
    r"(?<!un)(?<!not )\b(?:successful|won|winning|granted|approved|accepted|agreed|supported|funded|award(?:s|ed)|grants (?:to|for|of))\b",
    re.IGNORECASE,
)
#: Applications that came to nothing.
_LOST = re.compile(
    r"\b(?:unsuccessful|not (?:been )?(?:successful|supported|approved|funded|awarded|agreed|granted)|(?:turned|voted) down|rejected|refused|declined|withdrawn|deferred)\b",
    re.IGNORECASE,
)
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
#: What parts the items of a list in one passage.
_SEMICOLON = re.compile(r";\s+(?:and\s+)?")
_AFTER_AMOUNT = re.compile(
    rf"{AMOUNT}\b(?:\s+(?:a year|per annum|p\.a\.|each))?(?:\s*\([^()£]*\)|\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z])"
)
#: What others put in, and what was asked for, beside what was given: "(match funding £1,000)", "(£9,000 requested)", "with match funding of £500".
_ASIDE = re.compile(
    r"\((?=[^()]*£)(?=[^()]*\b(?:match\w*|requested|applied for|asked|bid for|total (?:project )?costs?|project costs?|in[- ]kind|reduced from|originally)\b)[^()]*\)"
    r"|[,;–-]?\s+(?:with\s+|plus\s+|and\s+)?(?:£\s?\d[\d,.]*[km]?\s+(?:of\s+|in\s+)?(?:partner\s+)?match(?:ed)?[- ]fund\w+|(?:partner\s+)?match(?:ed)?[- ]fund\w+(?:\s+of|:|\s+[–-])?\s*£\s?\d[\d,.]*[km]?)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"match|requested|applied|asked|bid for|cost|in[- ]kind|reduced|originally", re.IGNORECASE)
#: What a line of several items is about: "Youth: Hope Trust £900 (chairs), River Anglers £300 (rods)".
_GROUP = re.compile(r"[A-Z][\w’'&/ -]{1,40}:\s+(?=[A-Z][^:£]*£)")
#: Names and amounts one behind the other, with nothing between an amount and the next name: "Hope Trust - £500 Choices (£300) 2nd Deal Scouts - £200".
_BEHIND_AMOUNT = re.compile(rf"{AMOUNT}\b(?:\s+each)?\s*\)?\s*(?:[•·▪*|/]\s*)?(?=[A-Z]|\d{{1,3}}(?:st|nd|rd|th)\b)")
#: The same with the amounts before the names: "£500 Hope Trust £300 Choices".
_BEFORE_AMOUNT = re.compile(r"\s(?:[•·▪*|/]\s*)?(?=£)")
#: Inside a line: "Grants were made to: • Hope Trust – £500 • Choices – £300".
_DOT = re.compile(r"\s*[•·▪]\s*")
_JOINS_NEXT = re.compile(r"(?<![;,\s])[;,•·▪*|\s]+(?:and)?(?:\s+the)?\s*$")
#: What points to a list and leaves it to the heading what its amounts are: "The following were agreed:".
_POINTS = re.compile(
    r"\b(?:follow\w*|these|below|agreed|approved|noted|listed|made|they were|are|were)\b[^£]{0,30}:\s*$", re.IGNORECASE
)
#: "Hope Trust", "1st Deal Scout Group", "£" is none.
_BEGINS_NAME = re.compile(r"[A-Z]|\d{1,3}(?:st|nd|rd|th)\s[A-Z]")
_WHO_GOT = re.compile(r",?\s+(?:who|which|that)(?:\s+(?:has|have|had|will|also|each|was|were))*$")
_AMOUNT_ENDS = re.compile(r"£\s?\d[\d,.]*(?:k|m)?\)?\s*$")
_TOTAL = re.compile(r"(?:grand\s+|sub-?)?totals?\b", re.IGNORECASE)
_NO_NAMES = (BEGINS_NO_NAME - {"Audit", "The", "A", "An"}) | word_set(
    "Here Nearly Almost Over Around About Up Just Under Between More Less Only Another Together"
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
#: "To Hope Trust: £4,500"
_TO = re.compile(r"\s*To\s+(?:the\s+)?(?=[A-Z])")
#: A gift before its amount: "Grant of £4,500 to Hope Trust".
_GIFT_OF = re.compile(
    r"\s*(?:(?:A|The)\s+)?(?:Grant|Award|Donation|Contribution|Payment|Funding|Sum)\s+of\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: its amount with offsets in the passage, its text, the name beside it, what it is for, and whether the words call the name the one who gets it.

    ``reference`` is that of the decision with which it begins, ``date`` the day or month of the line above.
    """

    passage: Passage
    figure: Figure
    text: str
    name: str
    what: str | None
    to: bool
    reference: Reference | None = None
    date: str | None = None


#: The items of passages, by the index of the passage.
Items = Mapping[int, Sequence[_Item]]


def find_list_awards(
    blocks: Sequence[Block], others: frozenset[int] = frozenset()
) -> tuple[list[Award], frozenset[int]]:
    """The awards of lists, in reading order, and the indices of the blocks that these are made of, in which no others are to be looked for.

    ``others`` are the indices of blocks that are read as something else.
    """
    awards: list[Award] = []
    used: set[int] = set()
    for lead, heading, lines in _lists(blocks, others):
        lines = _without_headings(lines)
        items: Items = {at: found for at, one in lines if (found := _items(one))}
        listed = [item for found in items.values() for item in found]
        if len(items) < len(lines) or len(listed) < _LEAST or not _tells_gifts(lead, heading) or _is_account(listed):
            accounted = _is_account(listed) and _tells_gifts(lead, heading)
            items = dict.fromkeys(items, ()) if accounted else _referenced(items)
        day = day_of_line(lead)
        for entries in items.values():
            given = [replace(item, date=day) for item in _turned(entries, listed) if not _TOTAL.match(item.name)]
            awards += _awards(given, "" if day else lead, heading, [item.name for item in listed])
        used.update(items)
    for stack in stacks(blocks):
        above = stack.title or stack.heading
        entries = [_Item(e.passage, e.figure, e.passage.text, e.name, e.what, False) for e in stack.entries]
        taken = used.union(others).isdisjoint(stack.indices)
        if names_awards(above) and not is_settlement(above) and taken and not _is_account(entries):
            awards += _awards(entries, "", above, [item.name for item in entries])
            used.update(stack.indices)
    for run in named_amounts(blocks):
        if used.union(others).isdisjoint(run.indices):
            below = [_Item(e.passage, e.figure, e.passage.text, e.name, e.what, e.known) for e in run.entries]
            awards += _awards(below, run.lead, run.heading, [item.name for item in below])
            used.update(run.indices)
    return awards, frozenset(used)


def _lists(blocks: Sequence[Block], others: frozenset[int]) -> Iterator[tuple[str, str, list[tuple[int, Passage]]]]:
    """The runs of passages that may list amounts: what leads them, the heading above them, and the passages with their indices.

    A passage may lead its own list: ``The following were agreed: Hope Trust £500; Choices £300``.
    """
    lead = kept = ""
    run: list[tuple[int, Passage]] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Passage) and "£" in block.text:
            block = _without_asides(block)
        if isinstance(block, Passage) and block.kind != "heading" and at not in others and _parts(block):
            if own := _own_lead(block):
                if run:
                    yield lead, _over(kept, run[0][1]), run
                yield own, _heading(block), [(at, block)]
                run, lead = [], own
            else:
                run.append((at, block))
            continue
        if run:
            yield lead, _over(kept, run[0][1]), run
        longest = _LONGEST_GROUP_BETWEEN if run else _LONGEST_GROUP
        run = []
        led = bool(_ENDS.search(lead[-4:]))
        group = (led or bool(kept)) and _is_group(block, _LONGEST_GROUP)
        if isinstance(block, Passage) and names_awards(block.text) and is_title(block.text):
            kept = block.text
        elif not group:
            kept = ""
        elif kept:
            # "Ashford" below "Projects supported in 2012/13": a part of that list.
            continue
        if not (led and (group or _is_group(block, longest))):
            lead = block.text if isinstance(block, Passage) and block.kind != "heading" else ""
    if run:
        yield lead, _over(kept, run[0][1]), run


def _over(kept: str, first: Passage) -> str:
    """The title above a list: that of all its groups, where it has one."""
    return kept or _heading(first)


def _is_group(block: Block, longest: int) -> bool:
    """True for a line that parts a list into groups and leaves it under its lead: ``Ashford``, ``Youth projects``."""
    return (
        isinstance(block, Passage)
        and len(block.text.split()) <= longest
        and is_title(block.text.rstrip(":"))
        and not day_of_line(block.text)
        and not (
            names_budget(block.text)
            or (names_awards(block.text) and (longest == _LONGEST_GROUP or re.search(r"\d", block.text)))
            or is_settlement(block.text)
            or TELLS_ACCOUNT.match(block.text)
            or _NO_GROUP.search(block.text)
        )
    )


def _without_headings(lines: list[tuple[int, Passage]]) -> list[tuple[int, Passage]]:
    """The lines of a list without the titles of its next parts, where these were read as the ends of the lines above them.

    An end is such a title only where most lines of the list have no end of that kind: else it is what the amounts are for.
    """
    cut = {at: end for at, line in lines if (end := _heading_behind(line))}
    if 2 * len(cut) >= len(lines):
        return lines
    return [(at, replace(line, text=line.text[: cut[at]].rstrip()) if at in cut else line) for at, line in lines]


def _heading_behind(passage: Passage) -> int:
    """Where a title begins that stands below the amount of a line and was joined to it; 0 where none does."""
    amount = passage.text.rfind("£")
    for offset, _ in passage.joins[1:]:
        rest = passage.text[offset:].strip()
        if offset > amount and _AMOUNT_ENDS.search(passage.text[:offset]) and is_title(rest):
            return offset
    return 0


def _without_asides(passage: Passage) -> Passage:
    """A passage with blanks for what stands beside its amounts and was not given, all else at its place."""
    if not _BESIDE.search(passage.text):
        return passage
    bare = _ASIDE.sub(lambda aside: " " * len(aside.group()), passage.text)
    return passage if bare == passage.text else replace(passage, text=bare)


def _own_lead(passage: Passage) -> str:
    """What leads the list that a passage holds, up to its colon; else nothing."""
    first = passage.text.find("£")
    colon = passage.text.find(": ", 0, first)
    lead = passage.text[: colon + 1]
    if (
        passage.text.count("£") < _LEAST
        or colon < 0
        or not (leads_gifts(lead) or names_awards(lead[:-1]) or _POINTS.search(lead))
    ):
        return ""
    return "" if _no_items(lead) else lead


def _no_items(lead: str) -> bool:
    """True for what stands before a colon and is the name of an item: ``Dover: Hope Trust £500; Choices £300``."""
    return len(lead.split()) < _LEAST


def _parts(passage: Passage) -> list[tuple[int, int]]:
    """Where the items of a list begin and end in a passage, each with one amount; empty for a passage that is no part of a list.

    They are parted by the ends of lines, by semicolons, or by what stands between an amount and the next name.
    """
    text = passage.text
    count = text.count("£")
    if not count or text.endswith(":"):
        return []
    start = len(_own_lead(passage))
    if count > 1 and not start and ";" not in text and (group := _GROUP.match(text)):
        start = group.end()
    if count == 1:
        return [(start, len(text))] if len(text.split()) <= _LONGEST else []
    ends = [offset for offset, _ in passage.joins[1:]]
    between = [_SEMICOLON, _AFTER_AMOUNT]
    if start and _own_lead(passage):
        # Without a mark between them only a lead tells that it is names and amounts which follow each other.
        between += [_DOT, _BEFORE_AMOUNT if text[start:].lstrip(" •·▪").startswith("£") else _BEHIND_AMOUNT]
    for cuts in (ends, *(_cuts(mark, text, start) for mark in between)):
        edges = [start, *(cut for cut in cuts if text[start:cut].strip(" •·▪")), len(text)]
        spans = list(pairwise(edges))
        if all(text.count("£", a, b) == 1 and len(text[a:b].split()) <= _LONGEST for a, b in spans):
            return spans
    return []


def _cuts(between: re.Pattern[str], text: str, start: int) -> list[int]:
    return [match.end() for match in between.finditer(text, start)]


def _turned(items: Sequence[_Item], listed: Sequence[_Item]) -> Sequence[_Item]:
    """The items of a list with the names that stand behind what they are for: ``Restorative justice (Hope Trust): £500``."""
    behind = [item.what for item in listed if item.what]
    if len(behind) < len(listed) or not any(map(is_body, behind)) or any(is_body(item.name) for item in listed):
        return items
    return (
        [replace(item, name=item.what or "", what=item.name, to=True) for item in items]
        if all(map(has_capitals, behind))
        else items
    )


def _is_account(items: Sequence[_Item]) -> bool:
    """True where a line is one of an account, which lists what money was and not who was given it: ``Balance at 1 April: £12,000``."""
    return any(TELLS_ACCOUNT.match(item.name) for item in items)


def _items(passage: Passage) -> list[_Item]:
    """The items of a passage; empty where one of its parts has another form."""
    items = [_item(passage, *span) for span in _parts(passage)]
    whole = [item for item in items if item is not None]
    return whole if len(whole) == len(items) else []


def _heading(passage: Passage) -> str:
    return passage.sections[-1].text if passage.sections else ""


def _tells_gifts(lead: str, heading: str) -> bool:
    """True where the passage above a list, which ends as such passages do, or its heading says that its amounts are given."""
    above = lead if _ENDS.search(lead) else ""
    # A title that nothing marks as a heading is one where it says that what follows was given.
    title = lead if is_title(lead) and (names_awards(lead) or names_budget(lead)) else heading
    if any(is_settlement(text) or names_budget(text) for text in (above, title)):
        return False
    if above and (leads_gifts(above) or lists_takers(above)):
        return True
    return names_awards(title) and (not above or bool(_POINTS.search(above)))


def _referenced(items: Items) -> Items:
    """The entries of a register, where one of them says that its amount is given: ``Ref 3-2019 Hope Trust: a donation of £500``."""
    entries = {
        at: found
        for at, found in items.items()
        if all(item.reference and (item.to or has_capitals(item.name)) for item in found)
    }
    told = any(_OWN_GIFT.search(item.text.partition("£")[0]) for found in entries.values() for item in found)
    return {at: [replace(item, to=True) for item in found] for at, found in entries.items()} if told else {}


def _item(passage: Passage, first: int, last: int) -> _Item | None:
    """A part of a passage as a name with an amount; None where it has another form."""
    text = passage.text[first:last]
    skipped = _NUMBERING.match(text)
    start = skipped.end() if skipped else 0
    reference = reference_of(text[start:])
    start += reference.end if reference else 0
    figures = [f for f in parse_figures(text) if f.unit == "GBP"]
    if len(figures) != 1:
        return None
    figure = replace(figures[0], start=figures[0].start + first, end=figures[0].end + first)
    left, right = text[start : figures[0].start], _JOINS_NEXT.sub("", text[figures[0].end :])
    if not left.strip(" (") or _GIFT_OF.fullmatch(left):
        behind = _BEHIND.match(right)
        if behind is None or _no_name(behind["name"]):
            return None
        what = behind["what"] or behind["aim"]
        to = behind["join"] == "to"
        return _Item(passage, figure, text, behind["name"].strip(), what and what.strip(), to, reference)
    to = _TO.match(left)
    left = left[to.end() :] if to else left
    gift = _GIFT_TO.match(left) or _GIVEN_TO.match(left)
    before = gift or _LEFT.match(left)
    after = _RIGHT.match(right)
    if before is None or after is None or _no_name(before["name"]) or _is_sentence(before["name"]):
        return None
    name = before["name"].strip()
    if got := _WHO_GOT.search(name):
        # "Hope Trust, who received £4,500"
        name, gift = name[: got.start()], got
    beside, behind_it = _GETS.sub("", (before["what"] or "").strip(" ,–-()/=")), after["what"].strip()
    # "Hope Trust (Deal) £4,500 – boxing": the place of the name says less than what stands behind the amount.
    placed = _PLACE.fullmatch(beside) is not None and not is_body(beside) and not per_of("", right)
    what = behind_it if behind_it and (not beside or placed) else beside
    return _Item(passage, figure, text, name, what or None, bool(gift or to), reference)


def _is_sentence(name: str) -> bool:
    """True for words with a verb, or with an end of a sentence inside; ``You Are Not Alone!`` is a name."""
    return (has_verb(name) and not has_capitals(name)) or bool(re.search(r"[a-z)][.?]\s", name))


def _no_name(name: str) -> bool:
    """True for words that are too long for a name, or begin as none does: ``Some``, ``This``."""
    words = name.split()
    begins = words[0] in _NO_NAMES and not ALL_CAPITALS.fullmatch(name)
    return not _BEGINS_NAME.match(name) or len(words) > _LONGEST_NAME or begins


def _status(lead: str, heading: str, *, named: bool) -> str:
    """The step that a lead, or the heading where there is none, tells of the amounts of a list; what those who are ``named`` received was awarded."""
    told = step_before(lead.rstrip(" :-;")) or "awarded"
    if _LOST.search(lead) or (not lead and _LOST.match(heading)):
        return "bid"
    if told == "bid":
        return "awarded" if _BIDS_WON.search(lead) else "bid"
    return _STEP_OF_TAKERS.get(told, told) if named else told


#: A lead whose amounts were shared out: "Money was distributed as follows:", "The round was allocated to:".
_SHARED_OUT = re.compile(
    r"\b(?:distributed|allocated|awarded|granted|given|shared|split|divided|paid|provided|made|supported|funded)\b[^£]{0,60}(?:\b(?:follow\w*|below|to|between|among)\b)[^£]{0,30}:\s*$",
    re.IGNORECASE,
)
#: A lead that says of which kind those are who are listed; of them a project or a service may be one.
_NAMES_WHO = re.compile(
    r"\b(?:organisations?|groups?|charities|applicants?|providers?|clubs|recipients?|beneficiaries|bidders?|partners)\b[^£]{0,30}:\s*$",
    re.IGNORECASE,
)
_OF_PROJECT = re.compile(r"(?:[A-Z][\w’'-]+\s+){2,5}(?:Project|Service|Services|Scheme|Initiative)")
_IS_FOR = re.compile(r"\b(?:on|for|towards?)\b[^£]{0,40}:\s*$", re.IGNORECASE)
_LONGEST_TAKER = 6


def _is_name(name: str) -> bool:
    """True for words with capital letters that can only be the name of somebody, and of no topic, service or project: ``Harbour``, ``Hope Place``."""
    return (
        has_capitals(name) and len(name.split()) <= _LONGEST_TAKER and not names_no_one(name) and not names_topic(name)
    )


def _awards(items: Sequence[_Item], lead: str, heading: str, listed: Sequence[str]) -> Iterator[Award]:
    """The awards of some items of a list that has the names ``listed``."""
    names = 2 * sum(map(has_capitals, listed)) > len(listed)
    told = [item for item in items if item.what] if not _IS_FOR.search(lead) else []
    if _SHARED_OUT.search(lead) and (len(told) == len(items) or not told) and all(map(_is_name, listed)):
        items = [replace(item, to=True) for item in items]
    takers = names and not _LISTS_USES.search(lead) and (lists_takers(lead) or (not lead and lists_takers(heading)))
    takers = takers and not any(map(names_topic, listed))
    who = takers and bool(_NAMES_WHO.search(lead))
    known = any(bodies(name) or names_taker(name) for name in listed)
    for item in items:
        text, figure = item.text, item.figure
        named = item.to or (
            (takers and item.what is None and has_capitals(item.name))
            or (
                (not names_no_one(item.name) or (who and _OF_PROJECT.fullmatch(item.name)))
                and (takers or bool(bodies(item.name)) or names_taker(item.name) or (known and has_capitals(item.name)))
            )
        )
        named = named or (area_of(item.name) is not None and has_capitals(item.name))
        recipient, purpose = (
            (item.name, item.what) if named else (None, "; ".join(filter(None, (item.name, item.what))))
        )
        status = _status(lead, heading, named=bool(named))
        left, _, right = text.partition(figure.text)
        above = f"{lead} | {heading}"
        yield Award(
            place=item.passage.place(figure.start, figure.end),
            paper=item.passage.paper,
            source="prose",
            quote=" ".join(text.split()[:_LONGEST]),
            amount=figure.value,
            amount_text=figure.text,
            amount_to=figure.upper,
            status=status,
            recipient=recipient,
            area=recipient if recipient and area_of(recipient) and not bodies(recipient) else None,
            purpose=purpose,
            funder=giver_in(lead),
            upstream_funder=upstream_funder_in(above),
            fund=fund_in(text) or one_fund_in(lead) or one_fund_in(heading),
            year=year_in(text) or year_in(lead) or year_in(heading),
            decision_ref=(item.reference.text if item.reference else None) or decision_in(text),
            date=item.date,
            qualifier=figure.qualifier,
            per=per_of(left, right),
            years=years_of(left, right),
            confidence=0.9,
        )
