"""The place of a fact: ``/-/source/observation/<id>``, and the same for awards and dates.

Above, what the paper prints and what was made of it; below, the table with the cell marked or the lines with the words marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from datasette.app import Datasette

from serve import access, addresses, wording
from serve.grids import Grid, grid
from serve.marking import AROUND, Passage, about_line, find, passage, span_in_line

_ADDRESSED = {"observation": "observations", "award": "funding_awards", "date": "dates"}

_ROW = """
select x.*, d.title as document_title, d.file_name, d.superseded_by, d.source_url, d.body, o.name as force_of_paper, g.text as page_text, g.width,
  g.label as page_label, p.title as paper_title, p.number as paper_number,
  coalesce(p.meeting_date, d.meeting_date) as meeting_date, t.caption, t.header_rows, t.number as table_number,
  c.text as cell_text,
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
select check_code, result, label, printed, computed, why from checks
where document_id = ? and exists (select 1 from json_each(observation_ids) where value = ?)
order by result desc, check_code
"""
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
    await access.ensure_may_view(datasette, request, _ADDRESSED[kind], "documents", "pages", "source_cells")
    fact = await access.first(datasette, _QUERIES[kind], [key])
    if fact is None:
        raise access.NotFound(
            f"There is no {kind} with the id {key}. The paper may have been replaced by a later version, or its rows by a new reading."
        )
    return await access.page(
        datasette,
        request,
        "source.html",
        {
            "kind": kind,
            "fact": fact,
            "said": _SAYING[kind](fact),
            "where": wording.place(fact),
            "cited": _cited(fact),
            "doubts": wording.doubts(fact["confidence"], fact.get("disputed")),
            "meeting": wording.day(fact["meeting_date"]),
            "grid": await _table(datasette, fact),
            "passage": _passage(fact),
            "checks": await access.rows(datasette, _CHECKS, [fact["document_id"], key])
            if kind == "observation"
            else [],
            "onward": _onward(datasette, kind, fact),
            "record": access.row_path(datasette, _ADDRESSED[kind], key),
        },
    )


async def _table(datasette: Datasette, fact: Fact) -> Grid | None:
    """The table that the fact stands in, its cell marked."""
    if fact["source_table_id"] is None:
        return None
    cells = await access.rows(datasette, _CELLS, [fact["source_table_id"]])
    return grid(cells, fact["header_rows"] or 0, marked=(fact["row"], fact["col"])) if cells else None


def _passage(fact: Fact) -> Passage | None:
    """The lines about the fact; where its words are not found, those about its line, or the page unmarked."""
    text: str | None = fact["page_text"]
    if not text:
        return None
    line, start = fact["line"], fact["char_start"]
    in_table = fact["source_table_id"] is not None
    span = None
    for words in (fact["quote"], fact["cell_text"]):
        # Without a line the words of a cell may be those of another cell, unless the page has them once.
        if span is None and words and (line is not None or not in_table or text.count(words) == 1):
            span = find(text, words, line, start)
    exact = span_in_line(text, line, start, fact["char_end"])
    if span is None and exact is None and line is not None:
        return about_line(text, line)
    return passage(text, [span] if span else [], None if fact["width"] else AROUND, exact)


def _cited(fact: Fact) -> str:
    """How to name the place of a fact in print.

    ``Kent Police and Crime Panel, “Precept Proposal 2024/25”, meeting of 6 February 2024, page 1 (kent-2024-02-precept.pdf)``.
    """
    force, body = fact["force_of_paper"], fact["body"] or "Police and Crime Panel"
    who = body if not force or force in body else f"{force} {body}"
    document, paper = fact["document_title"] or fact["file_name"], fact["paper_title"]
    title = f"“{document}”" if not paper or paper == document else f"“{paper}” in “{document}”"
    meeting = wording.day(fact["meeting_date"])
    parts = [
        who if force or fact["body"] else None,
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
        heading=fact["measure_name"] or fact["label"],
        printed=fact["value_text"],
        lines=_shown(
            printed_as=fact["label"],
            under_the_headings=fact["context"],
            read_as=wording.span_of_values(fact["value"], fact["value_to"], fact["unit"]),
            kind_of_number=wording.STATISTICS.get(statistic, statistic),
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


def _say_award(fact: Fact) -> Said:
    return Said(
        heading=(fact["recipient"] or fact["purpose"] or "Funding").rstrip(" .:;"),
        printed=wording.limited(fact["amount"], fact["amount_to"], fact["qualifier"], fact["currency"]) or "",
        lines=_shown(
            amount=wording.span_of_values(fact["amount"], fact["amount_to"], fact["currency"]),
            standing=fact["status"],
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
            in_edtf=fact["date_edtf"],
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
        over_time = addresses.measure(datasette, fact["measure"], force=fact["force"])
        links.append((f"{fact['measure_name']} over time", over_time))
        if fact["period_end"]:
            stretch = "/".join(filter(None, (fact["period_start"], fact["period_end"])))
            every = addresses.compare(datasette, measure=fact["measure"], period=stretch)
            when = wording.period(fact["period_start"], fact["period_end"])
            links.append((f"{fact['measure_name']} across forces, {when}", every))
    if kind == "award" and fact["recipient"]:
        everything = addresses.funding(datasette, recipient=fact["recipient_id"] or fact["recipient"])
        links.append((f"Everything for {fact['recipient']}", everything))
    return links
