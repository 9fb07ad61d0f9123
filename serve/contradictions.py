"""Where papers contradict themselves or each other, ``/-/contradictions?force=kent``: each with both places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from datasette.app import Datasette

from schema.vocabulary import force_named
from serve import access, addresses, figure_rows
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

#: How many stand on one page.
PAGE = 50
KINDS = {
    "in-a-paper": "a paper does not agree with itself",
    "told-twice": "papers of one meeting give two values",
    "restated": "a later paper gives another value",
}
#: How grave they are, as the checks judge it.
SEVERITIES = {
    "wrong": "wrong",
    "rounding": "rounded the wrong way",
    "unreconciled": "may have a reason that is not given",
    "suspicious": "only suspicious",
}

#: The three kinds in the same columns for ``:force`` and ``:kind``, each empty for all. ``places`` are the
#: observations, that which is said to be wrong first. A figure that a later paper tells again, or rounds, contradicts nothing.
FOUND = """
select * from (
  select 'in-a-paper' as kind, discrepancy_id as id, force, force_id, severity, label, printed as one, computed as other, why, quote,
    null as other_quote, document_title, document_id, null as other_title, null as other_document_id, meeting_date, page, line,
    observation_ids as places
  from discrepancies_readable
  union all
  select 'told-twice', one_observation_id || other_observation_id, force, force_id, 'suspicious', coalesce(measure, label), one, other, why,
    one_quote, other_quote, one_title, one_document_id, other_title, other_document_id, meeting_date, one_page, one_line,
    json_array(one_observation_id, other_observation_id)
  from conflicting_figures
  union all
  select 'restated', earlier_observation_id || later_observation_id, force, force_id, 'suspicious', coalesce(measure, label), earlier, later,
    why, earlier_quote, later_quote, earlier_title, earlier_document_id, later_title, later_document_id, later_meeting, earlier_page,
    earlier_line, json_array(earlier_observation_id, later_observation_id)
  from restatements where standing not in ('agrees', 'rounded')
) where (:force = '' or force_id = :force) and (:kind = '' or kind = :kind)
"""
#: Of a reference, a date or a misprint no figure is in question.
_ASKED = f"""
select * from ({FOUND}) where (:severity = '' or severity = :severity) and (:about = '' or json_array_length(places) > 0)
"""
_ORDERED = f"""{_ASKED}
order by meeting_date is null, meeting_date desc, json_array_length(places) = 0, severity = 'wrong' desc, kind, document_id, page, line, id
"""
_COUNTED = f"select kind, severity, count(*) as n from ({_ASKED}) group by kind, severity"

COLUMNS = (
    Column("kind", "Kind", "in-a-paper: it does not agree with itself; told-twice: two values at one meeting; restated: a later paper gives another value"),
    Column("severity", "Severity", "wrong, unreconciled or suspicious"),
    Column("force", "Force", "the police force"),
    Column("label", "What", "what the figures are of"),
    Column("printed", "Printed", "as the paper prints it, or the earlier paper"),
    Column("other", "Against", "what its own figures give, or what the other paper prints"),
    Column("why", "Why", "what does not agree"),
    Column("quote", "Quote", "the words around it, as printed"),
    Column("paper", "Paper", "where it is printed"),
    Column("meeting", "Meeting", "day of the meeting, of the later one where there are two"),
    figure_rows.SOURCE,
    Column("other_source", "Other place", "the address of the place that it is held against"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One of them as a row, with the addresses of its places: that which is said to be wrong, and those it is held against."""

    row: access.Row
    places: tuple[str, ...]


async def found(
    datasette: Datasette, asked: Mapping[str, str], *, most: int = -1, offset: int = 0
) -> list[Contradiction]:
    """The contradictions, those of the latest meetings first, of one meeting those of figures; ``most`` -1 is all of them."""
    rows = await access.rows(
        datasette, f"{_ORDERED} limit :most offset :offset", {**asked, "most": most, "offset": offset}
    )
    return [Contradiction(row, places(datasette, row)) for row in rows]


def places(datasette: Datasette, row: access.Row) -> tuple[str, ...]:
    """The addresses of the figures of a row of ``FOUND``, that which is said to be wrong first."""
    return tuple(addresses.source(datasette, "observation", place) for place in json.loads(row["places"]))


async def contradictions_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show them by force and kind, or give all of them as a file."""
    await access.ensure_may_view(datasette, request, "discrepancies", "observations", "documents", "same_figures")
    asked = {name: request.args.get(name) or "" for name in ("force", "kind", "severity", "about")}
    force, kind = asked["force"], asked["kind"]
    if kind and kind not in KINDS:
        raise access.BadRequest(f"“{kind}” is no kind of contradiction; it is one of {', '.join(KINDS)}.")
    if asked["severity"] and asked["severity"] not in SEVERITIES:
        raise access.BadRequest(f"“{asked['severity']}” is no severity; it is one of {', '.join(SEVERITIES)}.")
    if asked["about"] not in ("", "figures"):
        raise access.BadRequest("All of them or those about=figures can be asked for.")
    address = access.absolute(datasette, request, addresses.contradictions(datasette, **asked))
    title = f"Contradictions: {_name(force)}" if force else "Contradictions"
    if form := request.url_vars["form"]:
        rows = [_row(datasette, request, one) for one in await found(datasette, asked)]
        sheet = Sheet(
            file_name="-".join(filter(None, ["contradictions", kind, force])),
            title=title,
            address=address,
            columns=COLUMNS,
            rows=rows,
        )
        return sheet_response(sheet, form)
    number = access.page_number(request)
    counted = await access.rows(datasette, _COUNTED, asked)
    total = sum(row["n"] for row in counted)
    shown = await found(datasette, asked, most=PAGE, offset=(number - 1) * PAGE)
    context = {
        "title": title,
        "shown": shown,
        "force": force,
        "kind": kind,
        "asked": asked,
        "kinds": KINDS,
        "severities": SEVERITIES,
        "counts": _summed(counted, "kind", KINDS),
        "grave": _summed(counted, "severity", SEVERITIES),
        "total": total,
        "number": number,
        "pages": -(-total // PAGE),
        "address": address,
        "canonical": address if number == 1 else None,
        "taken_away": taken_away(request),
    }
    return await access.page(datasette, request, "contradictions.html", context)


def _summed(counted: Sequence[access.Row], by: str, known: Iterable[str]) -> dict[str, int]:
    """How many there are of each kind or severity that there is."""
    sums = {one: sum(row["n"] for row in counted if row[by] == one) for one in known}
    return {one: number for one, number in sums.items() if number}


def _name(force: str) -> str:
    """The name of a force by its id; one that is not known keeps its id."""
    try:
        return force_named(force).name
    except KeyError:
        return force


def _row(datasette: Datasette, request: access.Request, one: Contradiction) -> tuple[Value, ...]:
    """The cells of a contradiction under ``COLUMNS``."""
    row = one.row
    places = [access.absolute(datasette, request, place) for place in one.places[:2]]
    return (
        row["kind"],
        row["severity"],
        row["force"],
        row["label"],
        row["one"],
        row["other"],
        row["why"],
        row["quote"],
        row["document_title"],
        row["meeting_date"],
        *[*places, None, None][:2],
    )
