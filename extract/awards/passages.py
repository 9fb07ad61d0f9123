"""Awards from prose, passage by passage: under which title and lead each stands, and which fund was spoken of before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.awards.entries import day_of_line, is_title
from extract.awards.funds import fund_of_title, one_fund_in, with_fund
from extract.awards.giving import leads_gifts, names_awards, names_budget
from extract.awards.lists import find_list_awards
from extract.awards.purposes import names_purpose
from extract.awards.recipients import is_own
from extract.awards.records import find_records
from extract.awards.sentences import passage_awards
from extract.blocks import Block, Passage
from extract.headings import has_verb
from extract.times.periods import PeriodContext
from schema.reading import Award, Identity

#: A fund that a paper names once and then calls "the fund".
_NAMED_FUND = re.compile(r"^[A-Z].*(?:Fund|Streets|Scheme|Programme)\b")
#: "The Safer Streets Fund was launched in 2019", "Community Safety Fund pays for lights": what the paragraphs below it are about.
_PRESENTS_FUND = re.compile(
    r"(?:The\s+)?(?P<fund>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|&)\s+)?){1,6}(?:Fund|Scheme|Programme))\s+(?:was|is|has|had|pays|paid|gives|gave|opened|began|runs|ran|supports|supported|exists|makes|came)\b"
)
#: A line of a list of awards: a name, its amount, what it is for; or the amount first.
_LIST_LINE = re.compile(
    r"^\W{0,3}(?:£[\d,.]+\s?[km]?\s+(?:to|for|towards|[-–:])\s|[A-Z][^£.;?!]{2,90}?\s*(?:[-–:,(]\s*)?£[\d,.]+)"
)
#: What speaks of money spent on a plan: the bullets below it that begin with an amount say what it went on.
_OF_SPENDING = re.compile(
    r"\b(?:expenditure|spending|spend)\b[^.;£]{0,80}\b(?:support\w*|deliver\w*|achiev\w*|plan|priorit\w+|commission\w+|grants?|initiatives|victims?|communit\w+)\b"
    r"|\breports?\s+(?:on|of|about|detailing)\s+(?:\w+\s+){0,3}?(?:expenditure|spending)\b",
    re.IGNORECASE,
)
_SPENT_ON = re.compile(
    r"£\s?\d[\d,.]*\s?(?:k|m|million)?\s+(?:was\s+)?(?:for|across|contribution|towards|on|to)\b", re.IGNORECASE
)
_SPENDING = "Spending on:"
_PART_WORDS = 12
_LINE_WORDS = 30
_ITEMS = re.compile(r";\s*(?:and\b\s*)?(?!$)|;\s*and$")


def find_prose_awards(blocks: Sequence[Block], identity: Identity) -> list[Award]:
    """Every award that a sentence of the paper states, in reading order."""
    context = PeriodContext(
        period_start=identity.period_start, period_end=identity.period_end, meeting_date=identity.meeting_date
    )
    # A paper about a fund names it in its title and then speaks of "the fund".
    fund = fund_of_title(identity.title or "")
    out, in_records = find_records(blocks)
    listed_awards, in_lists = find_list_awards(blocks, in_records)
    out += (with_fund(award, fund) for award in listed_awards)
    introduced = opener = title = spending = ""
    above: str | None = None
    spoken: dict[int, str] = {}
    for at, block in enumerate(blocks):
        if at in in_records or at in in_lists:
            # What stands above a record or a list is the title of that.
            title = ""
            continue
        if isinstance(block, Passage) and _opens_part(block):
            above = one_fund_in(block.text)
        if not isinstance(block, Passage) or block.kind == "heading":
            introduced = title = spending = ""
            opener = block.text if isinstance(block, Passage) else ""
            spoken.clear()
            continue
        if block.sections and is_title(block.text):
            title = block.text if _titles_entry(block.text) else ""
        listed = _lists_award(block) and (bool(introduced) or _goes_on(blocks, at))
        lead = ""
        if block.kind == "bullet" or listed:
            lead = introduced or _leading_heading(block) or (opener if names_awards(opener) else "")
        if "£" not in block.text and _OF_SPENDING.search(block.text) and not names_budget(block.text):
            spending = _SPENDING
        if block.kind == "bullet" and _SPENT_ON.match(block.text) and not leads_gifts(lead):
            lead = spending or lead
        if block.kind != "bullet" and not (listed and lead):
            introduced = block.text if block.text.rstrip().endswith((":", ":-", ";")) else ""
            if listed and names_budget(opener) and not has_verb(opener):
                continue
            opener = block.text
        if presented := _PRESENTS_FUND.match(block.text):
            spoken[block.paper] = presented["fund"]
        if "£" in block.text or "pounds" in block.text:
            found = list(passage_awards(block, lead, context, above or fund, spoken.get(block.paper), title))
            named = next((a.fund for a in reversed(found) if a.fund and _NAMED_FUND.search(a.fund)), None)
            if named:
                spoken[block.paper] = named
            out.extend(found)
    return out


def _opens_part(passage: Passage) -> bool:
    """True for a line over a part of a paper, which may be that of a fund: ``Applications to the Youth Fund:``, ``Recommendation:``."""
    ends = passage.kind == "heading" or passage.text.endswith(":")
    return "£" not in passage.text and ends and len(passage.text.split()) <= _PART_WORDS


def _lists_award(block: Block) -> bool:
    """True for a short line of a list that bears no mark: ``Street Pastors - £5,000``, ``£950 to Swale Youth Hub``."""
    if not isinstance(block, Passage) or "£" not in block.text or len(block.text.split()) > 2 * _LINE_WORDS:
        return False
    items = _ITEMS.split(block.text.rstrip(" ;.,"))
    return all(
        len(item.split()) <= _LINE_WORDS
        and item.count("£") == 1
        and _LIST_LINE.match(item) is not None
        and not has_verb(item.split("£")[0])
        for item in items
    )


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """True for a line of a list that has such a line before or behind it."""
    return any(_lists_award(blocks[i]) for i in (at - 1, at + 1) if 0 <= i < len(blocks))


def _leading_heading(passage: Passage) -> str:
    """The heading above a list, where it says that its amounts are given: ``Grants awarded``."""
    heading = passage.sections[-1].text if passage.sections else ""
    return heading if leads_gifts(heading) else ""


def _titles_entry(line: str) -> bool:
    """True for a line alone that names what or whom the passages below it are about, not for a day or the title of a budget."""
    return names_purpose(line) and not day_of_line(line) and not names_budget(line) and not is_own(line)
