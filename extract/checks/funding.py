"""C8 and C9: money given, spent and left, against each other and against the totals that are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.awards.totals import AwardTotal
from extract.awards.wording import names_partnership
from extract.checks.precision import digits_and_scale, held
from extract.checks.results import kept, terms
from extract.names.forces import area_of
from schema.reading import Award, Check, Place

_KIND = re.compile(
    r"\b(?:CSPs?|Community Safety Partnerships?|(?:Borough|District|City|County) Council|Council|District|Borough)\b",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"\btotal\w*\b", re.IGNORECASE)
#: So many rows must agree to the penny before a list of awards and a table of spending are held to tell of the same money.
_LEAST_ROWS = 2
_PENNY = 0.01


def check_funding(awards: Sequence[Award], totals: Sequence[AwardTotal]) -> Iterator[Check]:
    """The sums of award tables (C9), yearly amounts against their totals (C9), and what is spent and left (C8).

    Examples as printed: ``a) £87,890 b) £16,470 Total: £104,360`` holds; ``Burnley £4517.33 £5,482.67`` holds against ``allocated
    £10,000 funding to each of the District Community Safety Partnerships``, and against ``Burnley, Hyndburn & Ribble Valley CSPs
    £11,152`` and ``Burnley, Pendle & Rossendale CSPs £2,400``, each in three equal shares.
    """
    at = {award.place: award for award in awards}
    for total in totals:
        parts = [at[place] for place in total.parts if place in at]
        # What is paid every year adds up to a total only where it is known for how many years.
        if all(part.per != "year" or part.years or len(parts) > 1 for part in parts):
            yield _total_check(total, parts)
    yield from _yearly_checks(awards)
    rows = list(_rows_of_spending(awards))
    yield from _allocation_checks(rows, awards)
    yield from _list_checks(rows, awards)


def _total_check(total: AwardTotal, parts: Sequence[Award]) -> Check:
    # A column of yearly amounts adds up as it stands; one such amount beside its total is multiplied.
    times = (parts[0].years or 1.0) if len(parts) == 1 else 1.0
    computed = round(sum(part.amount for part in parts) * times, 2)
    slack = _half_unit(total.text, total.value) + sum(_half_unit(p.amount_text, p.amount) * times for p in parts)
    result = held(computed - total.value, slack, max(total.value, *(abs(p.amount) for p in parts)))
    texts = terms([part.amount_text for part in parts])
    return kept(
        Check(
            code="C9",
            result=result,
            label=total.label,
            places=tuple(p.place for p in parts),
            printed=total.text,
            computed=_pounds(computed),
            why=f"{texts} a year for {times:g} years is {_pounds(computed)}, not {total.text}"
            if len(parts) == 1
            else f"the {len(parts)} amounts ({texts}) add up to {_pounds(computed)}, not {total.text}",
            severity="wrong" if len(parts) < 4 else "unreconciled",
            paper=total.paper,
            quote=f"{total.label} {total.text}",
        )
    )


def _yearly_checks(awards: Sequence[Award]) -> Iterator[Check]:
    """``A total of £20,000 was awarded. The PCC funds it with £10,000 p.a. for 2 years``: two amounts of one passage, in any order."""
    for pair in pairwise(awards):
        yearly, whole = sorted(pair, key=lambda award: award.per != "year")
        if (
            yearly.per != "year"
            or not yearly.years
            or whole.per
            or (whole.place.page, whole.place.line) != (yearly.place.page, yearly.place.line)
            or not _TOTAL_OF.search(whole.quote)
        ):
            continue
        computed = yearly.amount * yearly.years
        slack = _half_unit(whole.amount_text, whole.amount) + yearly.years * _half_unit(
            yearly.amount_text, yearly.amount
        )
        result = held(computed - whole.amount, slack, whole.amount)
        yield kept(
            Check(
                code="C9",
                result=result,
                label=whole.purpose or whole.quote,
                places=(whole.place, yearly.place),
                printed=whole.amount_text,
                computed=_pounds(computed),
                why=f"{yearly.amount_text} a year for {yearly.years:g} years is {_pounds(computed)}, not {whole.amount_text}",
                severity="unreconciled",
                paper=whole.paper,
                quote=whole.quote,
            )
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table of spending: what was spent and what is left in one area, and what it was given where the row says so."""

    area: str
    spent: Award
    left: Award | None
    given: Award | None


def _rows_of_spending(awards: Sequence[Award]) -> Iterator[_Row]:
    rows: dict[tuple[str | None, int | None], list[Award]] = defaultdict(list)
    for award in awards:
        if award.source == "table" and award.place.row is not None:
            rows[award.place.table, award.place.row] += [award]
    for row in rows.values():
        by_step: dict[str, list[Award]] = defaultdict(list)
        for award in row:
            by_step[award.status] += [award]
        name = row[0].area or row[0].recipient
        if name and len(by_step["spent"]) == 1 and all(len(some) == 1 for some in by_step.values() if some):
            single = {step: some[0] for step, some in by_step.items() if some}
            yield _Row(name, single["spent"], single.get("available"), single.get("awarded"))


def _allocation_checks(rows: Sequence[_Row], awards: Sequence[Award]) -> Iterator[Check]:
    """Spent and left make what was given: in the row itself, or to each partnership by a sentence of the paper."""
    each = [a for a in awards if a.source == "prose" and a.per == "each"]
    complete = [row for row in rows if row.left is not None]
    for row in complete:
        if row.given is not None:
            yield _allocation_check(row, row.given, 1, "wrong")
    for given in each[:1] if len({a.amount for a in each}) == 1 else ():
        others = [row for row in complete if row.given is None and row.spent.paper == given.paper]
        checks = [_allocation_check(row, given, len(_areas(row.area)), "unreconciled") for row in others]
        # Where most rows do not make that sum, the table tells of other money.
        if sum(c.result != "fail" for c in checks) * 2 > len(checks):
            yield from checks


def _allocation_check(row: _Row, given: Award, times: int, severity: str) -> Check:
    assert row.left is not None
    computed = round(row.spent.amount + row.left.amount, 2)
    whole = given.amount * times
    slack = sum(_half_unit(a.amount_text, a.amount) for a in (row.spent, row.left, given))
    result = held(computed - whole, slack, max(computed, whole))
    what = f"{times} times {given.amount_text}" if times > 1 else given.amount_text
    return kept(
        Check(
            code="C8",
            result=result,
            label=f"{row.area}: spent and available",
            places=(row.spent.place, row.left.place, given.place),
            printed=given.amount_text,
            computed=_pounds(computed),
            why=f"{row.spent.amount_text} spent and {row.left.amount_text} available make {_pounds(computed)}, not {what}",
            severity=severity,
            paper=row.spent.paper,
            quote=row.spent.quote,
        )
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the lists of awards name for one area, by the share of each: an award to three partnerships counts by a third."""

    awards: tuple[Award, ...]

    def sum(self, *, of_partnerships: bool = False) -> float:
        chosen = [a for a in self.awards if not of_partnerships or names_partnership(f"{a.area} {a.recipient}")]
        return round(sum(a.amount / len(_areas(a.area or a.recipient or "")) for a in chosen), 2)


def _list_checks(rows: Sequence[_Row], awards: Sequence[Award]) -> Iterator[Check]:
    """What the lists of a paper award to each area against what its table says is spent there.

    The two are held against each other only where they surely tell of the same money: at least two areas agree to the penny.
    """
    by_table: dict[str | None, list[_Row]] = defaultdict(list)
    for row in rows:
        by_table[row.spent.place.table] += [row]
    for table in by_table.values():
        first = table[0].spent
        given = [
            a
            for a in awards
            if a.source == "table" and a.status == "awarded" and a.paper == first.paper and a.place.table != first.place.table
            and (first.fund is None or a.fund is None or a.fund == first.fund)
        ]  # fmt: skip
        pairs = [(row, _listed(row, given)) for row in table]
        agreed = [row for row, listed in pairs if row.spent.amount and _agrees(row, listed)]
        if len(agreed) >= _LEAST_ROWS and len(agreed) * 2 >= sum(bool(row.spent.amount) for row in table):
            for row, listed in pairs:
                if listed.awards:
                    yield from _list_check(row, listed)


def _listed(row: _Row, given: Sequence[Award]) -> _Listed:
    areas = set(_areas(row.area))
    return _Listed(tuple(a for a in given if areas & set(_areas(a.area or a.recipient or ""))))


def _agrees(row: _Row, listed: _Listed) -> bool:
    sums = (listed.sum(of_partnerships=True), listed.sum())
    return bool(listed.awards) and any(abs(one - row.spent.amount) <= _PENNY for one in sums)


def _list_check(row: _Row, listed: _Listed) -> Iterator[Check]:
    spent, whole = row.spent, listed.sum()
    partnerships = tuple(a for a in listed.awards if names_partnership(f"{a.area} {a.recipient}"))
    label = f"{row.area}: funding spent against the projects funded"
    if partnerships and abs(listed.sum(of_partnerships=True) - spent.amount) <= _PENNY:
        yield _agreed(label, spent, partnerships)
    if abs(whole - spent.amount) <= _PENNY:
        if partnerships != listed.awards:
            yield _agreed(label, spent, listed.awards)
        return
    named = " + ".join(f"{_name(a)} {a.amount_text}" for a in listed.awards)
    yield Check(
        code="C8",
        result="fail",
        label=label,
        places=_places(spent, listed.awards),
        printed=f"{spent.amount_text} spent",
        computed=f"{_pounds(whole)} ({named})",
        why=f"the lists of the paper name {_pounds(whole)} for {row.area}, the table says {spent.amount_text}; "
        "some of it may be other money",
        severity="unreconciled",
        paper=spent.paper,
        quote=spent.quote,
    )


def _agreed(label: str, spent: Award, listed: Sequence[Award]) -> Check:
    return Check(
        code="C8", result="ok", label=label, places=_places(spent, listed), paper=spent.paper, quote=spent.quote
    )


def _places(spent: Award, listed: Sequence[Award]) -> tuple[Place, ...]:
    return (spent.place, *(a.place for a in listed))


def _name(award: Award) -> str:
    return " ".join(filter(None, (award.area or award.recipient, award.purpose)))


def _areas(name: str) -> tuple[str, ...]:
    """The areas that a name joins, in small letters: ``Burnley, Hyndburn & Ribble Valley CSPs`` three, ``Windsor & Maidenhead`` one."""
    bare = " ".join(_KIND.sub(" ", name).split()).strip(" ,")
    parts = re.split(r"\s*(?:,|&|\band\b|/)\s*", bare)
    # "Windsor & Maidenhead" is one district, "Chorley & South Ribble" are two, though they have one partnership.
    if area_of(bare) is not None and not all(_is_district(part) for part in parts):
        parts = [bare]
    return tuple(part.casefold() for part in parts if part) or (bare.casefold(),)


def _is_district(name: str) -> bool:
    area = area_of(name)
    return area is not None and area.kind == "district"


def _half_unit(text: str, value: float) -> float:
    """Half a unit of the last printed digit, in pounds.

    Examples: 500 for ``£0.465m``; 0.5 for ``£136,091``, which may have been rounded to a pound; 0 for ``£5,000`` and ``£4,517.33``.
    """
    digits, scale = digits_and_scale(value, text)
    if scale > 1.5:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2]) * scale
    return 0.5 if "." not in digits and value % 5 else 0.0


def _pounds(value: float) -> str:
    return f"£{value:,.2f}".removesuffix(".00")
