"""Awards from tables, with or without a header.

Examples as printed: a list without a header under "has funded the following projects from the Community Safety Fund" with rows
``Blackpool CSP`` / ``ASB & ASBRAC Co-ordinator`` / ``£45,500``; ``District`` / ``Funding Spent`` / ``Funding Available``;
``Amount 2015/16`` over ``a) £87,890 b) £16,470 Total: £104,360``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.awards.funds import fund_in, fund_of_title, funder_in, upstream_funder_in
from extract.awards.logs import is_log, log_awards
from extract.awards.recipients import is_own, names_no_one
from extract.awards.sentences import awards_of_text
from extract.awards.steps import status_of
from extract.awards.takers import names_taker
from extract.awards.totals import AwardTable, AwardTotal
from extract.awards.wording import decision_in, has_capitals, mechanism_in, per_of, year_in, years_of
from extract.blocks import TableBlock
from extract.figure_words import missing_status
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.sentences import bodies, sentences
from extract.tables.column_roles import Row, flat
from extract.tables.columns import Column, Segment, segments
from extract.times.days import parse_day
from extract.times.periods import PeriodContext
from schema.document import Cell
from schema.reading import Award, Identity, Place

_ROLES = (
    ("amount_no", re.compile(r"\b(?:match(?:ed)? funding|total cost|full cost|project cost)\b", re.IGNORECASE)),
    ("purpose", re.compile(r"^(?:(?:priority|service|focus|work|theme|policy|business) areas?|areas? of (?:work|focus|spend|activity|need|support|business|delivery))$|\b(?:what|projects?|services?|activity|work) (?:we |was |is |being |has been )*(?:funded|paid for|commissioned|delivered|provided)\b", re.IGNORECASE)),
    # When a contract ends is not when it was awarded.
    ("comment", re.compile(r"\b(?:end|start|expiry|expires?|closing|finish|completion|review|renewal|due|commencement)(?:\s+date|\s+on)?$|\b(?:ends|starts|until)\b", re.IGNORECASE)),
    ("date", re.compile(r"^(?:date|when)\b|\bdate$", re.IGNORECASE)),
    ("decision", re.compile(r"\b(?:decision|ref(?:erence)?|number|no\.?|code)\b", re.IGNORECASE)),
    ("year", re.compile(r"^(?:(?:financial )?year|period|years?|(?:grant|funding|award|project) (?:period|year|dates?)|year of (?:award|grant|funding)|years? funded)$", re.IGNORECASE)),
    ("term", re.compile(r"\b(?:term|duration|length|contract period)\b", re.IGNORECASE)),
    ("mechanism", re.compile(r"\b(?:mechanism|route|method|procurement)\b", re.IGNORECASE)),
    ("recipient", re.compile(r"\b(?:recipient|organisation|applicant|provider|awardee|contractor|contract holder|who (?:delivers|provides|runs|receives|got) it|delivery partner|delivered by|commissioned from|grantee|grant ?holder|bidder|supplier|charity|charities|payee|paid to|awarded to|beneficiary|partner|agency|body)\b|"
     r"^(?:(?:name of|community|voluntary|local|successful|youth|name of the|which)\s)*(?:group|club|society|school|church|who|team|group/club|to whom|given to|went to|made to|goes to)(?:\sname|\ssupported|\sfunded)?s?$", re.IGNORECASE)),
    ("area", re.compile(r"\b(?:place|area|district|locality|borough|csps?|division|ward|county|city|town|location)\b", re.IGNORECASE)),
    ("funder", re.compile(r"^(?:funder|funded by|funding body|paid by)$", re.IGNORECASE)),
    ("purpose", re.compile(r"\b(?:Fund|Grants?|Scheme|Programme)\b.*\b(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d\b")),
    ("fund", re.compile(r"\b(?:fund(?:ing)? (?:name|stream|source|pot)|fund|grant name|source)\b", re.IGNORECASE)),
    ("purpose", re.compile(r"^bids?$|^(?:what )?(?:is it )?for(?: what)?$|^to pay for$|^(?:work|spent on|reason|intervention)$|^what it (?:is for|pays for)$|\b(?:project|purpose|initiative|scheme|description|service|intention|activity|programme|theme|details|what|use|grant)\b", re.IGNORECASE)),
    ("comment", re.compile(r"\b(?:comments?|notes?|outcome|update|status)\b", re.IGNORECASE)),
)  # fmt: skip
#: A column of names beside one of what they do.
_NAMED = re.compile(r"(?:names?|lead|partners?|who|team|force)", re.IGNORECASE)
_TOTAL = re.compile(r"^\W*(?:grand\s+|sub[- ]?)?totals?\b", re.IGNORECASE)
#: The number of a row before what it says: "(1) Staff".
_ROW_NUMBER = re.compile(r"^\(\d{1,2}\)\s+(?=\S)")
#: What was claimed back of a grant was received: "The amount claimed in 2019/20", where it is that of a department.
_CLAIMED = re.compile(r"\b(?:amounts?|sums?|grants?|was|were|been)\s+(?:actually\s+)?claimed\b", re.IGNORECASE)
_AREA_WORDS = re.compile(
    r"\b(?:CSPs?|Community Safety Partnerships?|wide|districts?|borough|county)\b|^pan[- ]", re.IGNORECASE
)
#: Headings that name a step in a grant's life and not its purpose.
_TAKERS = re.compile(r"\b(?:applicants|recipients|successful|organisations|by ward|by area)\b", re.IGNORECASE)
_STEP_ONLY = re.compile(
    r"(?:(?:awarded|requested|asked|sought|wanted|given|bid|applied for|value|annual value|cost|approved|granted|agreed|budget|allocated|allocations?|grants?|awards?|contract|funding|of|for|in|"
    r"(?:19|20)\d\d\s?[/–-]\s?\d{2,4})(?:\s+|$))+",
    re.IGNORECASE,
)
_SAYS_GIVEN = re.compile(
    r"\b(?:funded|awarded|granted|allocated|approved|supported|commissioned|spent|available|awards?|grants?)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:follow\w*|below|above|table|these|listed|set out|shown|as follows)\b|:\s*$", re.IGNORECASE)
#: What was wanted, beside what was given: "Asked", "Amount sought", "Asked for (£)".
_ASKED = re.compile(
    r"^\W*(?:(?:amount|sum|funding|grant|total)\s)?(?:asked|sought|wanted|applied\sfor|asked\sfor)\b(?!\sby)",
    re.IGNORECASE,
)
_AWARDED = re.compile(r"\b(?:awarded|approved|granted|agreed|awards?)\b", re.IGNORECASE)
#: Rows of what is taken away or left, in lists of what is given.
_TAKEN = re.compile(r"^(?:reductions?|less|minus|cuts?|underspends?|unspent|variance|difference)\b", re.IGNORECASE)
_PART = re.compile(r"(?:^|\s)(?P<letter>[a-z])\)\s*$")
_TOTAL_COLUMN = re.compile(r"^(?:grand\s+|overall\s+)?totals?\b|\btotal$", re.IGNORECASE)
_PER_YEAR = re.compile(r"\b(?:p\.?a\b|per annum|annual|per year)", re.IGNORECASE)
#: What parts the amounts of one cell: "2019/20: £10,000; 2020/21: £12,000".
_LAST_PART = re.compile(r"[;\n]|,\s")
_VIA_LIST = re.compile(r"\bvia:?\s+(?P<list>a\)\s*\S.*)$", re.DOTALL)
#: Money of another giver that a cell of words tells of: "The Police have added a further £45,000 to this commissioning intention."
_ADDED = re.compile(
    r"\b(?:added?|adds|contribut\w+|match(?:ed)?|match[- ]fund\w*|provid(?:ed|es|ing)|topped up|boosted|supplemented)\b",
    re.IGNORECASE,
)
_VIA = re.compile(r"\bvia:?\s+(?!a\))(?P<who>[A-Z].{2,80}?)(?:\s+for\s+|$|\s+-\s+|[.;])")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the sentences above a table say of all its awards."""

    fund: str | None
    funder: str | None
    upstream: str | None
    year: str | None
    status: str
    subject: str | None


def find_table_awards(block: TableBlock, identity: Identity, context: PeriodContext) -> AwardTable:
    """Every amount of an award table, in the order of rows and columns, and the totals of rows, columns and cells, which are sums."""
    if is_log(block):
        return AwardTable(tuple(log_awards(block, context)), ())
    around = _around(block, identity.title or "")
    rows = block.rows()
    awards: list[Award] = []
    totals: list[AwardTotal] = []
    for segment in segments(block, context, identity.force):
        roles = _roles(segment, [rows[r] for r in segment.rows])
        carried: dict[str, str] = {}
        here: list[Award] = []
        entry: list[Award] = []
        for number in segment.rows:
            facts = _row_facts(rows[number], roles)
            if _is_sum(facts, rows[number]):
                totals += _column_totals(rows[number], number, segment, here, block)
                continue
            if _names_any(facts):
                entry = []
            facts = _carry(facts, carried)
            found = list(_row_awards(rows[number], number, segment, facts, around, block))
            entry += found
            totals += _row_totals(rows[number], number, segment, found or entry, block)
            here += found
            awards += [*found, *_told_beside(rows[number], number, roles, facts, found, block, context)]
    return AwardTable(tuple(awards), tuple(totals))


def _around(block: TableBlock, title: str) -> _Around:
    # The sentence right above says what the list is; those before it may speak of other money.
    caption, lead = block.caption or "", block.lead or ""
    told = [lead[a:b] for a, b in sentences(lead)]
    given = [one for one in told if _SAYS_GIVEN.search(one)] or told
    text = caption if _SAYS_GIVEN.search(caption) and funder_in(caption) else " ".join([*given[-1:], caption])
    # Under a caption that says what the table is, only a sentence that points to it tells of its awards too.
    leads = text if not _SAYS_GIVEN.search(caption) or _POINTS.search(" ".join(given[-1:])) else caption
    above = [*reversed(told), *(s.text for s in reversed(block.sections[-2:]))]
    fund = fund_in(text) or next(filter(None, map(fund_in, above)), None) or fund_of_title(title)
    rows_said = [flat(c.text) for c in block.grid.cells if c.col == 0]
    subject = re.search(r"\b(?:current|spend|allocation of)\s+([A-Z]{2,6})\b", text)
    return _Around(
        fund=fund,
        funder=funder_in(text),
        upstream=upstream_funder_in(text),
        year=year_in(text),
        status="received"
        if _CLAIMED.search(leads) and upstream_funder_in(" ".join((lead, *rows_said)))
        else status_of(re.sub(r"\bfunding that remains available\b|\bspen[dt]\b|\bavailable\b", "", leads)),
        subject=subject.group(1) if subject else None,
    )


def _roles(segment: Segment, rows: list[Row]) -> dict[int, str]:
    """What each text column of an award table holds: recipient, area, purpose, mechanism, decision, date, comment."""
    roles: dict[int, str] = {}
    values = {c.index for c in segment.columns if c.role == "value"}
    texts = [c for c in segment.columns if c.role in ("label", "group", "text") and c.index not in values]
    unnamed = []
    names = {column.index: column.name or "" for column in texts}
    for column in texts:
        if _counts_rows([row[column.index].text for row in rows if column.index in row]):
            continue
        role = next((r for r, pattern in _ROLES if pattern.search(column.name)), None) if column.name else None
        if role and role not in roles.values():
            roles[column.index] = role
        else:
            unnamed.append(column.index)
    for index in unnamed:
        filled = [row[index].text.strip() for row in rows if index in row and row[index].text.strip()]
        if filled and "date" not in roles.values() and all(parse_day(t) for t in filled):
            roles[index] = "date"
            continue
        if "recipient" not in roles.values() and filled and sum(bool(bodies(t)) for t in filled) * 2 > len(filled):
            roles[index] = "recipient"
            continue
        if len(texts) == 1 and not names[index] and _are_names(filled):
            roles[index] = "recipient"
            continue
        if "recipient" not in roles.values() and "purpose" in roles.values() and _NAMED.fullmatch(names[index]):
            roles[index] = "recipient"
            continue
        areas = sum(bool(area_of(t) or _AREA_WORDS.search(t)) for t in filled)
        if filled and areas * 2 >= len(filled) and "area" not in roles.values():
            roles[index] = "area"
        elif "recipient" not in roles.values() and "area" not in roles.values() and len(unnamed) > 1:
            roles[index] = "recipient"
        else:
            roles[index] = "purpose" if "purpose" not in roles.values() else "comment"
    return roles


def _are_names(cells: Sequence[str]) -> bool:
    """True for the names of a list without a header, of which one is that of a known kind: ``Hope Trust``, ``Choices``, ``Total``."""
    names = [text for text in cells if not _TOTAL.match(text)]
    named = all(has_capitals(text) and not names_no_one(text) and area_of(text) is None for text in names)
    return named and any(map(names_taker, names))


def _counts_rows(cells: list[str]) -> bool:
    """True for a column that only numbers its rows: 1, 2, 3 or ``1.``, ``2.``, with blanks in rows that go on."""
    numbers = [text.strip() for text in cells if text.strip()]
    return len(numbers) > 1 and [n.rstrip(".)") for n in numbers] == [str(n) for n in range(1, len(numbers) + 1)]


def _row_facts(row: Row, roles: dict[int, str]) -> dict[str, str]:
    """What the text columns of a row say, by role."""
    found = {role: flat(row[index].text) for index, role in roles.items() if index in row}
    return {role: _ROW_NUMBER.sub("", text) for role, text in found.items() if text}


def _is_sum(facts: dict[str, str], row: Row) -> bool:
    """True for a row of totals, or of what is taken off: ``Total`` may stand under the numbers of the rows."""
    named = {k: v for k, v in facts.items() if k in ("purpose", "recipient", "area")}
    first = next((text for column in sorted(row) if (text := flat(row[column].text))), "")
    return any(_TOTAL.match(v) or _TAKEN.match(v) for v in named.values()) or (not named and bool(_TOTAL.match(first)))


def _names_any(facts: dict[str, str]) -> bool:
    return any(facts.get(role) for role in ("purpose", "recipient", "area"))


def _carry(facts: dict[str, str], carried: dict[str, str]) -> dict[str, str]:
    """The facts of a row with those of the row that it goes on: its first cells are blank."""
    if _names_any(facts):
        carried.clear()
        carried.update({k: v for k, v in facts.items() if k in ("purpose", "recipient", "area", "decision")})
    return {**carried, **facts}


def _granted(segment: Segment) -> list[Column]:
    """The columns of money that is given: not what a project costs in all or what others add, and no sums of the others."""
    beside = dict(_ROLES)["amount_no"]
    columns = [c for c in segment.values if not beside.search(c.name)] or list(segment.values)
    single = [c for c in columns if not _TOTAL_COLUMN.search(c.name)]
    return single if len(single) > 1 or any(_PER_YEAR.search(c.name) for c in single) else columns


def _row_awards(
    row: Row, number: int, segment: Segment, facts: dict[str, str], around: _Around, block: TableBlock
) -> Iterator[Award]:
    for column in _granted(segment):
        figures = _figures(row, column)
        for part, figure in enumerate(figures):
            cell = row[column.index]
            yield _award(figure, part, len(figures), cell, number, column.name, column.scale, facts, around, block)


def _figures(row: Row, column: Column) -> list[Figure]:
    """The amounts of a cell, its total aside; none where the column holds no money."""
    cell = row.get(column.index)
    if (
        cell is None
        or missing_status(cell.text) is not None
        or re.search(r"\b(?:ref|no|number|code|(?<!to )date|%)\b", column.name, re.IGNORECASE)
    ):
        return []
    found = [f for f in parse_figures(cell.text) if f.unit in (None, "GBP")]
    if any(f.unit == "GBP" for f in found):
        # "£300,000 over 3 years": what bears no pound sign is no amount.
        found = [f for f in found if f.unit == "GBP"]
    figures = [f for f in found if not _is_total(cell.text, f)]
    return figures if column.unit == "GBP" or any(f.unit == "GBP" for f in figures) else []


def _told_beside(
    row: Row,
    number: int,
    roles: dict[int, str],
    facts: dict[str, str],
    found: Sequence[Award],
    block: TableBlock,
    context: PeriodContext,
) -> Iterator[Award]:
    """Money that a comment tells of: "The Police have added a further £45,000 to this commissioning intention"."""
    for index, role in roles.items():
        cell = row.get(index)
        if role != "comment" or cell is None or "£" not in cell.text or not _ADDED.search(cell.text):
            continue
        for part, award in enumerate(awards_of_text(flat(cell.text), context)):
            if award.funder is None or any(one.amount == award.amount and one.funder == award.funder for one in found):
                continue
            yield replace(
                award,
                place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=index, part=part),
                paper=block.paper,
                source="table",
                recipient=award.recipient or facts.get("recipient"),
                area=award.area or facts.get("area"),
                purpose=f"{facts['purpose'].rstrip(' .')}: further amount" if "purpose" in facts else award.purpose,
                decision_ref=award.decision_ref or _decision(facts),
            )


def _row_totals(
    row: Row, number: int, segment: Segment, found: Sequence[Award], block: TableBlock
) -> Iterator[AwardTotal]:
    """The total inside a cell (``a) £87,890 b) £16,470 Total: £104,360``), and that of a row over its columns."""
    columns = _granted(segment)
    for column in columns:
        cell = row.get(column.index)
        parts = tuple(a.place for a in found if a.place.col == column.index)
        totals = [f for f in parse_figures(cell.text) if _is_total(cell.text, f)] if cell else []
        if cell and len(totals) == 1 and len(parts) > 1:
            yield _total(cell, number, totals[0], column, column.name, parts, block)
    sums = [c for c in segment.values if c not in columns and _TOTAL_COLUMN.search(c.name)]
    for column in sums[:1]:
        cell, figures = row.get(column.index), _figures(row, column)
        several = len(found) > 1 or (bool(found) and found[0].per == "year")
        if cell and len(figures) == 1 and several and len({a.status for a in found}) == 1:
            yield _total(cell, number, figures[0], column, column.name, tuple(a.place for a in found), block)


def _column_totals(
    row: Row, number: int, segment: Segment, above: Sequence[Award], block: TableBlock
) -> Iterator[AwardTotal]:
    """The amounts of a row of totals, each over the awards of its column."""
    for column in _granted(segment):
        cell = row.get(column.index)
        figures = [f for f in parse_figures(cell.text) if f.unit in (None, "GBP")] if cell else []
        parts = tuple(a.place for a in above if a.place.col == column.index)
        if cell and len(figures) == 1 and len(parts) > 1:
            yield _total(cell, number, figures[0], column, f"Total, {column.name}", parts, block)


def _total(
    cell: Cell, number: int, figure: Figure, column: Column, label: str, parts: tuple[Place, ...], block: TableBlock
) -> AwardTotal:
    return AwardTotal(
        place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col),
        paper=block.paper,
        label=flat(label),
        text=figure.text,
        value=round(figure.value * (1.0 if figure.scaled else column.scale), 6),
        parts=parts,
    )


def _is_total(text: str, figure: Figure) -> bool:
    return bool(re.search(r"\btotals?\s*:?\s*$", text[: figure.start], re.IGNORECASE))


def _award(
    figure: Figure,
    part: int,
    parts: int,
    cell: Cell,
    number: int,
    heading: str,
    scale: float,
    facts: dict[str, str],
    around: _Around,
    block: TableBlock,
) -> Award:
    area, recipient, purpose = facts.get("area"), facts.get("recipient"), facts.get("purpose")
    comment = facts.get("comment", "")
    heading_says = " ".join(re.sub(r"\b(?:amount|total)\b|[£()]|['’]?000s?", " ", heading, flags=re.IGNORECASE).split())
    if purpose is None and heading_says:
        # "Funding Spent" and "Funding Available" of a district: the heading is all that says what the money is.
        purpose = " ".join(filter(None, (around.subject, heading_says)))
        if _STEP_ONLY.fullmatch(heading_says):
            purpose = around.subject if _TAKERS.search(block.caption or "") else block.caption or around.subject
    letter = _PART.search(cell.text[: figure.start])
    if letter and parts > 1:
        purpose = _part_of(purpose, letter["letter"]) or purpose
        listed = _VIA_LIST.search(comment)
        recipient = _part_of(recipient or (listed["list"] if listed else None), letter["letter"]) or recipient
    if recipient is None and comment and (via := _VIA.search(comment)):
        recipient = via["who"]
    source = facts.get("fund", "")
    if source and (source in (funder_in(source), "Home Office", "Ministry of Justice", "MoJ")):
        # "PCC" in a column of sources is who pays.
        facts = {"funder": source, **{role: text for role, text in facts.items() if role != "fund"}}
    if not (recipient or area or purpose):
        # The name of a stream of money is all that its row says of it.
        purpose = facts.get("fund")
    day = parse_day(facts["date"]) if "date" in facts else None
    multiplier = 1.0 if figure.scaled else scale
    return Award(
        place=Place(page=cell.page, line=cell.line, table=block.key, row=number, col=cell.col, part=part),
        paper=block.paper,
        source="table",
        quote=flat(" ".join(filter(None, (area, recipient, facts.get("purpose"), cell.text))))[:200],
        amount=round(figure.value * multiplier, 6),
        amount_text=figure.text,
        amount_to=None if figure.upper is None else round(figure.upper * multiplier, 6),
        status=_status_of_taker(_status(heading, comment, around), recipient),
        recipient=recipient,
        area=area,
        purpose=purpose,
        funder=facts.get("funder") or around.funder,
        upstream_funder=upstream_funder_in(f"{heading} | {facts.get('funder', '')}") or around.upstream,
        fund=facts.get("fund") or around.fund,
        year=year_in(_LAST_PART.split(cell.text[: figure.start])[-1])
        or year_in(heading)
        or year_in(facts.get("year", ""))
        or around.year,
        date=day.isoformat() if day else None,
        decision_ref=_decision(facts),
        mechanism=facts.get("mechanism") or mechanism_in(comment),
        qualifier=figure.qualifier,
        per="year" if _PER_YEAR.search(heading) else per_of("", cell.text[figure.end :]),
        years=years_of(heading, cell.text[figure.end :]) or years_of("", f"for {facts.get('term', '')}"),
        confidence=1.0 if (recipient or area or purpose) else 0.5,
    )


def _decision(facts: dict[str, str]) -> str | None:
    """The number of a decision; "Approved" in its column is none."""
    text = facts.get("decision", "")
    return decision_in(text) or (text if any(c.isdigit() for c in text) else None)


def _status(heading: str, comment: str, around: _Around) -> str:
    """The step told by the column's heading, else by a comment that takes it back, else by the sentences above the table."""
    if _AWARDED.search(heading):
        return "awarded"
    if _ASKED.search(heading):
        return "bid"
    return status_of(heading, status_of(comment, around.status) if "not" in comment else around.status)


def _status_of_taker(status: str, recipient: str | None) -> str:
    """What others than the paper's own bodies ``received`` was awarded to them."""
    return "awarded" if status == "received" and recipient and not is_own(recipient) else status


def _part_of(text: str | None, letter: str) -> str | None:
    """The part of a list inside a cell: ``To provide support to: a) Victims of sexual violence b) Victims of …``."""
    if not text:
        return None
    match = re.search(rf"(?:^|\s){letter}\)\s*(.+?)(?=\s[a-z]\)\s|$)", text)
    return match.group(1).strip() if match else None
