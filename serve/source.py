"""The place of a fact: ``/-/source/observation/<id>``, and the same for awards and dates.

Above, what the paper prints and what was made of it; below, the table with the cell marked or the lines with the words marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from datasette.app import Datasette

from schema.whose import whose
from serve import access, addresses, wording
from serve.facsimile import Facsimile, Sought, facsimile
from serve.grids import Grid, grid
from serve.marking import AROUND, Passage, Span, about_line, find, passage, span_in_line

_TABLES = {kind: table for table, kind in addresses.FACTS.items()}

_ROW = """
select x.*, d.title as document_title, d.file_name, d.superseded_by, d.source_url, d.body, d.media_type, o.name as force_of_paper,
  g.text as page_text, g.width, g.height, g.kind as page_kind,
  g.label as page_label, p.title as paper_title, p.number as paper_number,
  coalesce(p.meeting_date, d.meeting_date) as meeting_date, t.caption, t.header_rows, t.number as table_number,
  c.text as cell_text, c.page as cell_page, c.x0, c.top, c.x1, c.bottom,
  {extra}
from {table} x
join documents d on d.id = x.document_id
left join papers p on p.id = x.paper_id
left join forces o on o.id = coalesce(p.force, d.force)
left join pages g on g.document_id = x.document_id and g.page = x.page
left join source_tables t on t.id = x.source_table_id
left join source_cells c on c.source_table_id = x.source_table_id and c.row = x.row and c.col = x.col
{joins}
where x.id = ?
"""
_OBSERVATION = _ROW.format(
    table="observations",
    extra="f.name as force_name, m.name as measure_name, m.definition",
    joins="left join forces f on f.id = x.force left join measures m on m.id = x.measure",
)
_OF_PAPERS_FORCE = "left join forces f on f.id = coalesce(p.force, d.force)"
_AWARD = _ROW.format(table="funding_awards", extra="f.name as force_name", joins=_OF_PAPERS_FORCE)
_DATE = _ROW.format(table="dates", extra="f.name as force_name", joins=_OF_PAPERS_FORCE)
_QUERIES = {"observation": _OBSERVATION, "award": _AWARD, "date": _DATE}

_CHECKS = """
select id, check_code, result, label, printed, computed, why from checks
where document_id = ? and exists (select 1 from json_each(observation_ids) where value = ?)
order by result desc, check_code
"""
_OTHERS = """
select c.id as check_id, o.id, o.label, o.breakdown, o.area, o.value_text, o.period_label, o.page, o.line, g.width
from checks c join json_each(c.observation_ids) j join observations o on o.id = j.value
left join pages g on g.document_id = o.document_id and g.page = o.page
where c.document_id = :document and o.id <> :key
  and exists (select 1 from json_each(c.observation_ids) where value = :key)
order by o.page, o.line, o.row, o.col, o.id
"""
#: How many other figures of one check are listed; a total may be one of hundreds.
_OTHERS_SHOWN = 12
_CELLS = "select * from source_cells where source_table_id = ? order by row, col"

Fact = Mapping[str, Any]
Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What was made of a fact: a heading, the value as printed, and what each part was read as."""

    heading: str
    printed: str
    lines: Lines


async def source_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show where an observation, an award or a date is printed."""
    kind, key = request.url_vars.get("kind") or "observation", access.decoded(request.url_vars["id"])
    await access.ensure_may_view(datasette, request, _TABLES[kind], "documents", "pages", "source_cells")
    fact = await access.first(datasette, _QUERIES[kind], [key])
    if fact is None:
        raise access.NotFound(
            f"There is no {kind} with the id {key}. The paper may have been replaced by a later version, or its rows by a new reading."
        )
    checks, others = await _checks(datasette, kind, fact)
    return await access.page(
        datasette,
        request,
        "source.html",
        {
            "kind": kind,
            "canonical": access.absolute(datasette, request, addresses.source(datasette, kind, key)),
            "fact": fact,
            "said": _SAYING[kind](fact),
            "where": wording.place(fact),
            "cited": cited(fact),
            "doubts": wording.doubts(fact["confidence"], fact.get("disputed")),
            "meeting": wording.day(fact["meeting_date"]),
            "grid": await _table(datasette, fact),
            "passage": _passage(fact),
            "facsimile": await facsimile(datasette, *_page_of(fact), _sought(fact)),
            "scanned": fact["page_kind"] == "recognised",
            "checks": checks,
            "others": others,
            "others_shown": _OTHERS_SHOWN,
            "onward": _onward(datasette, kind, fact),
            "record": access.row_path(datasette, _TABLES[kind], key),
        },
    )


async def _table(datasette: Datasette, fact: Fact) -> Grid | None:
    """The table that the fact stands in, its cell marked."""
    if fact["source_table_id"] is None:
        return None
    cells = await access.rows(datasette, _CELLS, [fact["source_table_id"]])
    return grid(cells, fact["header_rows"] or 0, marked=(fact["row"], fact["col"])) if cells else None


async def facsimile_of(datasette: Datasette, document: str, page: int, kind: str, key: str) -> Facsimile | None:
    """The picture of a page with a fact boxed; None where there is none, or the fact does not stand on that page."""
    fact = await access.first(datasette, _QUERIES[kind], [key]) if kind in _QUERIES else None
    if fact is None or (fact["document_id"], fact["page"]) != (document, page):
        return None
    return await facsimile(datasette, *_page_of(fact), _sought(fact))


def _page_of(fact: Fact) -> tuple[access.Row, access.Row]:
    """The document and the page that a fact stands on, as far as its picture needs them."""
    return (
        {"id": fact["document_id"], "media_type": fact["media_type"]},
        {"page": fact["page"], "width": fact["width"], "height": fact["height"]},
    )


def _sought(fact: Fact) -> Sought:
    """What is to be boxed for a fact: its cell, or its words."""
    if fact["x0"] is not None and fact["cell_page"] == fact["page"]:
        return Sought(cell=(fact["x0"], fact["top"], fact["x1"], fact["bottom"]))
    span, exact = _spans(fact)
    if span and exact and not span[0] <= exact[0] < exact[1] <= span[1]:
        exact = None
    return Sought(text=fact["page_text"] or "", quote=span or exact, exact=exact)


async def _checks(datasette: Datasette, kind: str, fact: Fact) -> tuple[list[access.Row], dict[str, list[access.Row]]]:
    """The checks that a figure takes part in, and for each the other figures that do."""
    if kind != "observation":
        return [], {}
    document, key = fact["document_id"], fact["id"]
    checks = await access.rows(datasette, _CHECKS, [document, key])
    others: dict[str, list[access.Row]] = defaultdict(list)
    if checks:
        for other in await access.rows(datasette, _OTHERS, {"document": document, "key": key}):
            others[other["check_id"]].append(other)
    return checks, others


def _spans(fact: Fact) -> tuple[Span | None, Span | None]:
    """The words of a fact in the text of its page, and the very figure, as far as they are found."""
    text: str = fact["page_text"] or ""
    line, start = fact["line"], fact["char_start"]
    in_table = fact["source_table_id"] is not None
    span = None
    for words in (fact["quote"], fact["cell_text"]):
        # Without a line the words of a cell may be those of another cell, unless the page has them once.
        if span is None and words and (line is not None or not in_table or text.count(words) == 1):
            span = find(text, words, line, start)
    return span, span_in_line(text, line, start, fact["char_end"])


def _passage(fact: Fact) -> Passage | None:
    """The lines about the fact; where its words are not found, those about its line, or the page unmarked."""
    text: str | None = fact["page_text"]
    if not text:
        return None
    span, exact = _spans(fact)
    if span is None and exact is None and fact["line"] is not None:
        return about_line(text, fact["line"])
    return passage(text, [span] if span else [], None if fact["width"] else AROUND, exact)


def cited(fact: Fact) -> str:
    """How to name the place of a fact in print.

    ``Kent Police and Crime Panel, “Precept Proposal 2024/25”, meeting of 6 February 2024, page 1 (kent-2024-02-precept.pdf)``.
    Of a paper that does not say whose it is, only the force stands before the title: not every paper is of a panel.
    """
    force, body = fact["force_of_paper"], fact["body"]
    who = " ".join(part for part in (force if force and force not in (body or "") else None, body) if part)
    document, paper = fact["document_title"] or fact["file_name"], fact["paper_title"]
    title = f"“{document}”" if not paper or paper == document else f"“{paper}” in “{document}”"
    meeting = wording.day(fact["meeting_date"])
    parts = [
        who,
        title,
        f"meeting of {meeting}" if meeting else None,
        wording.place(fact),
    ]
    return ", ".join(part for part in parts if part) + f" ({fact['file_name']})"


def _shown(**parts: str | None) -> Lines:
    """The parts that are known, each under its name."""
    return [(name.replace("_", " ").capitalize(), said) for name, said in parts.items() if said]


def _say_observation(fact: Fact) -> Said:
    statistic = fact["statistic"]
    return Said(
        heading=counted_of(fact),
        printed=fact["value_text"],
        lines=_shown(
            printed_as=fact["label"],
            under_the_headings=fact["context"],
            read_as=wording.span_of_values(fact["value"], fact["value_to"], fact["unit"]),
            kind_of_number=wording.kind_of_number(statistic),
            unit=fact["unit"],
            qualifier=fact["qualifier"],
            period=wording.span(fact["period_start"], fact["period_end"], fact["period_label"]),
            force=fact["force_name"],
            area=fact["area"],
            breakdown=fact["breakdown"],
            rating=fact["rag"],
            direction=fact["direction"],
            note=fact["note"],
            standing=wording.OBS_STATUSES.get(fact["obs_status"] or "A"),
            definition_of_the_measure=fact["definition"],
            measure_taken=wording.MEASURE_SOURCES.get(fact["measure_source"]),
            confidence_of_the_reading=wording.confidence(fact["confidence"]),
            corrected_by_a_person=fact["corrected"],
        ),
    )


def counted_of(fact: Fact) -> str:
    """What a figure counts, with the part and the place if it is not of the whole force: ``Knife crime, under 25, Brent``."""
    name, force, area = fact["measure_name"] or fact["label"], fact["force_name"], fact["area"]
    of_part = area and area.casefold() not in name.casefold() and not (force and force in area)
    # A heading may name several parts, "Offences and detections": which of them it is has to be said all the same.
    part = fact["breakdown"] if (fact["breakdown"] or "").casefold() != name.casefold() else None
    return ", ".join(one for one in (name, part, area if of_part else None) if one)


def _say_award(fact: Fact) -> Said:
    return Said(
        heading=_awarded(fact["recipient"], fact["purpose"], fact["area"]),
        printed=wording.limited(fact["amount"], fact["amount_to"], fact["qualifier"], fact["currency"]) or "",
        lines=_shown(
            amount=wording.span_of_values(fact["amount"], fact["amount_to"], fact["currency"]),
            step=fact["status"],
            recipient=fact["recipient"],
            purpose=fact["purpose"],
            area=fact["area"],
            fund=fact["fund"],
            funder=fact["funder"],
            whose_money_it_was_before=fact["upstream_funder"],
            year=fact["year"],
            date=wording.day(fact["date"]),
            for_the_time=wording.span(fact["planned_start"], fact["planned_end"]),
            decision=fact["decision_ref"],
            mechanism=fact["mechanism"],
            qualifier=fact["qualifier"],
            force=fact["force_name"],
            confidence_of_the_reading=wording.confidence(fact["confidence"]),
            corrected_by_a_person=fact["corrected"],
        ),
    )


def _say_date(fact: Fact) -> Said:
    return Said(
        heading=fact["type"].replace("_", " ").capitalize(),
        printed=fact["label"],
        lines=_shown(
            read_as=wording.span(fact["start"], fact["end"]),
            exact_to_the=fact["precision"].replace("_", " "),
            force=fact["force_name"],
            confidence_of_the_reading=wording.confidence(fact["confidence"]),
            corrected_by_a_person=fact["corrected"],
        ),
    )


_SAYING = {"observation": _say_observation, "award": _say_award, "date": _say_date}


def _onward(datasette: Datasette, kind: str, fact: Fact) -> list[tuple[str, str]]:
    """Where a reader may want to go from here: texts and addresses."""
    links = []
    if kind == "observation" and fact["measure"]:
        of_part = whose(fact["area"], fact["force"], fact["force"]).level == "part"
        area = fact["area"] if of_part and fact["force"] else None
        over_time = addresses.measure(datasette, fact["measure"], force=fact["force"], area=area)
        links.append((f"{fact['measure_name']}{f', {area},' if area else ''} over time", over_time))
        if fact["period_end"]:
            stretch = (fact["period_start"], fact["period_end"])
            every = addresses.compare(datasette, measure=fact["measure"], period=stretch)
            when = wording.period(*stretch)
            links.append((f"{fact['measure_name']} across forces, {when}", every))
    if kind == "award" and fact["recipient"]:
        everything = addresses.funding(datasette, recipient=fact["recipient_id"] or fact["recipient"])
        links.append((f"Everything for {fact['recipient']}", everything))
    return links


def _awarded(recipient: str | None, purpose: str | None, area: str | None) -> str:
    """What an award is called: by who gets it, else by what it is for and where; what it is for is not to be taken for who gets it."""
    if recipient:
        return recipient.rstrip(" .:;")
    return ", ".join(filter(None, [f"Funding for “{purpose.rstrip(' .:;')}”" if purpose else "Funding", area]))
