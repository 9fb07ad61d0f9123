"""Money bid for, awarded and spent, ``/-/funding?recipient=nightstop&year=2019/20``, with sums that say what they add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from datasette.app import Datasette

from schema.vocabulary import forces
from serve import access, addresses, figure_rows, wording
from serve.sheets import Column, Sheet, Value, sheet_response, taken_away

#: How many awards stand on one page, and how many lines a list of sums has.
PAGE = 50
SUMS = 12
#: What is asked for as year where a paper says none.
UNSAID = "not said"
#: The steps of money in their order.
STEPS = ("bid", "planned", "estimated", "available", "awarded", "received", "spent")

# A grant that is told more than once is listed once, where it counts (``schema.award_rows``).
_AWARDS = f"""
select a.id, a.recipient, a.recipient_id, o.name as organisation, a.purpose, a.area, a.fund, a.funder, a.year, a.status, a.amount,
  a.amount_to, a.qualifier, a.per, a.currency, a.confidence, a.disputed, a.document_id, f.id as force_id, f.name as force_name,
  coalesce(d.title, d.file_name) as document_title, coalesce(p.meeting_date, d.meeting_date) as meeting_date,
  s.standing, s.why as standing_why,
  1 + (select count(*) from same_awards t where t.against_id = a.id and t.standing = 'again') as printed_times
from funding_awards a
join documents d on d.id = a.document_id
left join papers p on p.id = a.paper_id
left join forces f on f.id = coalesce(p.force, d.force)
left join organisations o on o.id = a.recipient_id
left join same_awards s on s.award_id = a.id
where d.superseded_by is null and coalesce(s.standing, '') <> 'again'
  and (:force = '' or f.id = :force)
  and (:recipient = '' or a.recipient_id = :recipient or lower(a.recipient) = lower(:recipient)
    or (:within and (instr(lower(replace(a.recipient, '’', '''')), lower(replace(:recipient, '’', '''')))
      or instr(lower(o.name), lower(replace(:recipient, '’', ''''))))))
  and (:area = '' or a.area = :area) and (:fund = '' or a.fund = :fund)
  and (:year = '' or a.year = :year or (:year = '{UNSAID}' and a.year is null)
    or (length(:year) = 4 and (a.year like :year || '/%' or a.year like '%/' || substr(:year, 3))))
  and (:status = '' or a.status = :status)
order by coalesce(p.meeting_date, d.meeting_date) is null, coalesce(p.meeting_date, d.meeting_date) desc, a.amount desc, a.id
"""
#: What awards are summed by: the parameter of the address, and the columns with its value and its name.
_BY = {
    "year": (("year",), ("year",)),
    "fund": (("fund",), ("fund",)),
    "recipient": (("recipient_id", "recipient"), ("organisation", "recipient")),
    "area": (("area",), ("area",)),
    "force": (("force_id",), ("force_name",)),
}

COLUMNS = (
    Column("force", "Force", "the police force of the paper"),
    Column("recipient", "Recipient", "who the money is for, as printed"),
    Column("organisation", "Organisation", "the organisation that the recipient was matched with"),
    Column("purpose", "Purpose", "what it is for, as printed"),
    Column("area", "Area", "where it is spent"),
    Column("fund", "Fund", "the fund that it comes from"),
    Column("funder", "Funder", "who gives it"),
    Column("year", "Year", "the financial year"),
    Column("step", "Step", "bid, planned, estimated, available, awarded, received or spent"),
    Column("amount", "Amount", "in whole pounds"),
    Column("amount_to", "To", "the upper end of a range"),
    Column("qualifier", "Limit", "such as up to, about or over"),
    Column("counts", "Counts", "no where it is the total of other lines or a part of another, and is not to be added"),
    Column("why_not", "Why not", "what that was seen by"),
    Column("printed_times", "Printed", "how often papers print it; it is listed once"),
    figure_rows.CONFIDENCE,
    *figure_rows.PAPER,
    figure_rows.SOURCE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """Some lines and what their exact amounts add up to.

    Those with a limit, a range or an amount for each year are not added, and neither are ``contained`` ones: totals and parts of others.
    """

    value: str
    name: str
    lines: int
    exact: int
    contained: int
    amount: float
    #: How many of those that are added are in doubt.
    doubtful: int = 0


async def funding_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show awards by what is asked for, with their sums."""
    await access.ensure_may_view(
        datasette, request, "funding_awards", "documents", "papers", "organisations", "same_awards"
    )
    asked = {name: (request.args.get(name) or "").strip() for name in (*_BY, "status")}
    if asked["status"] and asked["status"] not in STEPS:
        raise access.BadRequest(f"“{asked['status']}” is no step of money; it is one of {', '.join(STEPS)}.")
    awards = await access.rows(datasette, _AWARDS, {**asked, "within": 0})
    # What is no whole name of a recipient may be a part of some: "Women's Aid" is in "Berkshire Women's Aid".
    within = bool(asked["recipient"]) and not awards
    if within:
        awards = await access.rows(datasette, _AWARDS, {**asked, "within": 1})
    # What says no year may be of the year that is asked for; nobody can tell.
    others = {**asked, "year": UNSAID}
    unsaid = (
        await access.rows(datasette, _AWARDS, {**others, "within": int(within)})
        if asked["year"] not in ("", UNSAID)
        else []
    )
    address = access.absolute(datasette, request, addresses.funding(datasette, **asked))
    title = _title(asked, [] if within else awards)
    if form := request.url_vars["form"]:
        sheet = Sheet(
            file_name="-".join(["funding", *(_plain(value) for value in asked.values() if value)]),
            title=title,
            address=address,
            columns=COLUMNS,
            rows=[_row(datasette, request, one) for one in awards],
            notes=(
                "A grant that is printed more than once is listed once, also where it is told in other words; told so differently that "
                "it is not recognised it may stand here again.",
            ),
        )
        return sheet_response(sheet, form)
    number = access.page_number(request)
    awarded = [one for one in awards if one["status"] == "awarded"]
    steps = _sums(awards, ("status",), ("status",))
    context = {
        "title": title,
        "asked": asked,
        "steps": sorted(steps, key=lambda one: STEPS.index(one.value)),
        "count": len(awards),
        "within": within and bool(awards),
        "unsaid": {"count": len(unsaid), "address": addresses.funding(datasette, **others)},
        "sums": {
            by: _ordered(by, _sums(awarded, *columns))
            for by, columns in _BY.items()
            if not asked[by] or (within and by == "recipient")
        },
        "most_sums": SUMS,
        "awards": awards[(number - 1) * PAGE : number * PAGE],
        "known_steps": STEPS,
        "number": number,
        "pages": -(-len(awards) // PAGE),
        "address": address,
        "canonical": address if number == 1 else None,
        "taken_away": taken_away(request),
    }
    return await access.page(datasette, request, "funding.html", context)


def _title(asked: Mapping[str, str], awards: Sequence[access.Row]) -> str:
    """What is shown, with what was asked for: ``Funding: Nightstop, Lancashire, 2015/16``."""
    first = awards[0] if awards else {}
    names = {force.id: force.name for force in forces()}
    named = {"recipient": first.get("organisation") or first.get("recipient"), "force": names.get(asked["force"])}
    if asked["year"] == UNSAID:
        named["year"] = "no year said"
    about = [named.get(by) or asked[by] for by in ("recipient", "force", "fund", "area", "year", "status") if asked[by]]
    return ": ".join(filter(None, ["Funding", ", ".join(about)]))


def _sums(awards: Iterable[access.Row], values: Sequence[str], names: Sequence[str]) -> list[Sum]:
    """The awards that have a value in one of some columns, summed by it."""
    found: dict[str, list[access.Row]] = defaultdict(list)
    for one in awards:
        if value := _first(one, values):
            found[value].append(one)
    sums = []
    for value, some in found.items():
        counted = [one for one in some if not one["standing"]]
        exact = [one for one in counted if not (one["amount_to"] or one["qualifier"] or one["per"])]
        name = _first(some[0], names) or value
        amount = sum(one["amount"] for one in exact)
        doubtful = sum(1 for one in exact if wording.doubts(one["confidence"], one["disputed"]))
        sums.append(Sum(value, name, len(some), len(exact), len(some) - len(counted), amount, doubtful))
    return sums


def _first(row: access.Row, columns: Sequence[str]) -> str | None:
    """The first value that there is in some columns."""
    return next((row[column] for column in columns if row[column]), None)


def _ordered(by: str, sums: list[Sum]) -> list[Sum]:
    """Years from the latest on, all else by the amount."""
    if by == "year":
        return sorted(sums, key=lambda one: one.value, reverse=True)
    return sorted(sums, key=lambda one: (-one.amount, one.name))


def _plain(text: str) -> str:
    """A text as a part of the name of a file."""
    return "".join(char for char in text if char.isalnum() or char == "-")


def _row(datasette: Datasette, request: access.Request, row: access.Row) -> tuple[Value, ...]:
    """The cells of an award under ``COLUMNS``."""
    return (
        row["force_name"],
        row["recipient"],
        row["organisation"],
        row["purpose"],
        row["area"],
        row["fund"],
        row["funder"],
        row["year"],
        row["status"],
        row["amount"],
        row["amount_to"],
        row["qualifier"],
        "no" if row["standing"] else "yes",
        row["standing_why"],
        row["printed_times"],
        row["confidence"],
        row["document_title"],
        row["meeting_date"],
        figure_rows.source_cell(datasette, request, "award", row["id"]),
    )
