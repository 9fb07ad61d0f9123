"""Logs of decisions whose awards stand only in the titles: ``DN 21/2017 | Grant of £14,000 to Sussex Clubs for Young People``.

A log names whatever was decided, so an amount of it is an award only where its title says so: a lease, a loan, a purchase of the
force or a budget is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.awards.funds import fund_in, funder_in, upstream_funder_in
from extract.awards.giving import is_settlement
from extract.awards.sentences import awards_of_text
from extract.awards.wording import decision_in, year_in
from extract.blocks import TableBlock
from extract.numbers import parse_figures
from extract.sentences import bodies, is_body
from extract.tables.column_roles import flat
from extract.times.days import parse_day
from extract.times.periods import PeriodContext
from schema.reading import Award, Place

_LOG = re.compile(r"\bdecisions?\b(?!\s*making)", re.IGNORECASE)
_TITLE = re.compile(
    r"^\W*(?:title|decision|subject|summary|description|details?|matter|what|heading|topic|item|purpose|decision\s(?:title|made|taken|summary)|title\sof\s(?:the\s)?decision|"
    r"(?:brief\s)?(?:summary|description|details)\s(?:of|and)\s[\w ]{1,40})\W*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"^\W*(?:(?:decision\s)?(?:ref(?:erence)?|no|number|id|code))\b\.?", re.IGNORECASE)
_DATE = re.compile(r"\bdate\b|^\W*(?:signed|when|approved|agreed)\W*$", re.IGNORECASE)
#: What titles call money that is given, in the words of sentences: a title has no verb.
_GIFT = re.compile(
    r"^(?:approval\s(?:of|for)\s|agreement\sto\s|to\s(?:approve|agree)\s)?(?:the\s|an?\s)?(?:[\w’'&-]+\s){0,6}?(?P<gift>grants?|award|awards|funding|fund|contribution|sponsorship|donation|bursary|bursaries|commissioning)\b",
    re.IGNORECASE,
)
_NO_GIFT = re.compile(
    r"\b(?:loans?|leases?|sale|disposal|purchase|acquisition|estates?|budgets?|precept|treasury|pay|pensions?|fees?|insurance|reserves?|vehicles?|fleet|ICT|capital|settlement|revenue|accounts)\b",
    re.IGNORECASE,
)


def is_log(block: TableBlock) -> bool:
    """True for a log of decisions with amounts in its titles, and no column of amounts."""
    if not _is_of_decisions(block):
        return False
    columns = _columns(block)
    title = columns.get("title")
    if title is None:
        return False
    rows = block.rows()[block.header_rows :]
    others = [flat(c.text) for row in rows for col, c in row.items() if col != title]
    told = [flat(row[title].text) for row in rows if title in row]
    return any("£" in text and _says_gift(text) for text in told) and not any("£" in text for text in others)


def log_awards(block: TableBlock, context: PeriodContext) -> Iterator[Award]:
    """The awards that the titles of a log of decisions state, each with the number and the day of its decision."""
    columns = _columns(block)
    title = columns["title"]
    for number, row in enumerate(block.rows()):
        cell = row.get(title)
        if number < block.header_rows or number in block.inner_headers or cell is None or "£" not in cell.text:
            continue
        text = flat(cell.text)
        if not _says_gift(text) or is_settlement(text):
            continue
        ref = flat(row[columns["ref"]].text) if columns.get("ref") in row else ""
        day = parse_day(flat(row[columns["date"]].text)) if columns.get("date") in row else None
        place = Place(page=cell.page, line=cell.line, table=block.key, row=number, col=title)
        for part, award in enumerate(awards_of_text(text, context) or _of_title(text, place)):
            purpose = award.purpose or ""
            if award.recipient is None and is_body(purpose):
                award = replace(award, recipient=purpose, purpose=None)
            yield replace(
                award,
                place=place._replace(part=part),
                paper=block.paper,
                source="table",
                quote=text[:200],
                decision_ref=award.decision_ref
                or decision_in(f"decision {ref}")
                or (ref if any(map(str.isdigit, ref)) else None),
                date=award.date or (day.isoformat() if day else None),
            )


def _is_of_decisions(block: TableBlock) -> bool:
    heads = [c.text for c in block.grid.cells if c.row < block.header_rows]
    titles = [block.caption, *(s.text for s in block.sections[-1:]), *heads]
    return any(_LOG.search(text) for text in titles if text)


def _columns(block: TableBlock) -> dict[str, int]:
    """The columns of a log by what they hold: ``ref``, ``title``, ``date``."""
    found: dict[str, int] = {}
    for cell in sorted((c for c in block.grid.cells if c.row < block.header_rows), key=lambda c: c.col):
        text = flat(cell.text)
        for name, pattern in (("ref", _REFERENCE), ("date", _DATE), ("title", _TITLE)):
            if name not in found and pattern.search(text):
                found[name] = cell.col
                break
    return found


def _says_gift(text: str) -> bool:
    return bool(_GIFT.match(text)) and not _NO_GIFT.search(text.split("£")[0])


def _of_title(text: str, place: Place) -> Iterator[Award]:
    """The award of a title that has no verb and one amount: ``Funding for the Youth Offending Service £90,000``."""
    amounts = [f for f in parse_figures(text) if f.unit == "GBP"]
    if len(amounts) != 1:
        return
    (figure,) = amounts
    told = f"{text[: figure.start]} {text[figure.end :]}"
    named = next((b.text for m in _WHOM.finditer(told) for b in bodies(told[m.end() :]) if b.start == 0), None)
    purpose = _MARKS.sub(" ", told).strip(" ,:;–-().")
    yield Award(
        place=place,
        paper=1,
        source="table",
        quote=text[:200],
        amount=figure.value,
        amount_text=figure.text,
        amount_to=figure.upper,
        status="awarded",
        recipient=named,
        purpose=purpose or None,
        fund=fund_in(told),
        funder=funder_in(told),
        upstream_funder=upstream_funder_in(told),
        year=year_in(told),
        qualifier=figure.qualifier,
        confidence=0.8 if named else 0.6,
    )


_WHOM = re.compile(r"\b(?:to|for)\s+(?:the\s+)?")
_MARKS = re.compile(r"\s*\(\s*\)|\s+(?:of|for|[:–-])\s*$|\s{2,}")
