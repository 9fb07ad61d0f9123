"""Totals, shares, months, parts of a measure, and the same figure told twice."""

from __future__ import annotations

import pytest

from extract.blocks import TableBlock
from extract.checks.paper import check_paper
from extract.prose.figures import find_prose_observations
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import laid_out
from schema.reading import Check, Identity, Observation

LANCASHIRE = Identity(force="lancashire")


def figures(text: str) -> list[Observation]:
    blocks = laid_out(text).blocks
    found = [
        o for b in blocks if isinstance(b, TableBlock) for o in find_table_observations(b, LANCASHIRE, PeriodContext())
    ]
    return [*found, *find_prose_observations(blocks, LANCASHIRE)]


def checks(text: str, code: str) -> list[Check]:
    return [check for check in check_paper(figures(text)) if check.code == code]


def failures(text: str, code: str) -> list[tuple[str | None, str | None]]:
    return [(check.printed, check.computed) for check in checks(text, code) if check.result == "fail"]


TOTALS = {
    "one list": "Cause | 2013 | 2014\nTheft | 110 | 120\nFraud | 40 | 30\nArson | 7 | 9\nTotal | 157 | 159",
    "sub-totals and a grand total": (
        "Area | 2013 | 2014\nTheft | 110 | 120\nFraud | 40 | 30\nSub-total | 150 | 150\nArson | 7 | 9\nRobbery | 3 | 4\n"
        "Sub-total | 10 | 13\nGrand total | 160 | 163"
    ),
    "total first": "Cause | 2013 | 2014\nTotal | 157 | 159\nTheft | 110 | 120\nFraud | 40 | 30\nArson | 7 | 9",
}


@pytest.mark.parametrize("text", TOTALS.values(), ids=TOTALS)
def test_totals_that_hold(text: str) -> None:
    found = checks(text, "C4")
    assert len(found) >= 2 and {check.result for check in found} == {"ok"}


def test_a_total_that_is_wrong_in_one_of_its_columns() -> None:
    text = "Cause | 2012 | 2013 | 2014\nTheft | 90 | 110 | 120\nFraud | 50 | 40 | 30\nArson | 6 | 7 | 9\nTotal | 146 | 157 | 162"
    assert failures(text, "C4") == [("162", "159")]


def test_a_group_is_told_by_its_sum_and_keeps_the_total_right() -> None:
    text = (
        "Function | FTE\nLocal Policing | 1490.01\nIncident Response | 1168.27\nNeighbourhood | 232.38\nCommand | 89.36\n"
        "Operational | 180.50\nDogs | 30.25\nFirearms | 150.25\nTotal | 1670.51"
    )
    found = checks(text, "C4")
    assert [c.label for c in found if c.result == "ok"] == ["Total", "Local Policing", "Operational"]
    assert not [c for c in found if c.result == "fail"]


def test_a_column_of_totals_adds_up_its_row() -> None:
    head = "Offences | April 2014 | May 2014 | June 2014 | Total\n"
    found = checks(head + "Robbery | 10 | 20 | 30 | 60\nBurglary | 40 | 50 | 61 | 151", "C4")
    assert [check.result for check in found] == ["ok", "ok"]
    assert failures(
        head + "Robbery | 10 | 20 | 30 | 60\nTheft | 1 | 2 | 3 | 6\nBurglary | 40 | 50 | 61 | 161", "C4"
    ) == [("161", "151")]


def test_averages_below_a_total_are_not_held_against_a_sum() -> None:
    text = "Cause | 2012 | 2013 | Mean age\nTheft | 90 | 110 | 31\nFraud | 50 | 40 | 44\nArson | 6 | 7 | 22\nTotal | 146 | 157 | 33"
    assert failures(text, "C4") == []


def test_a_part_without_a_figure_leaves_the_sum_open() -> None:
    text = "Fund | 2012 | 2013 | 2014\nTheft | 90 | 110 | 120\nFraud | 50 | 40 | 30\nArson | 6 | 7 | \nTotal | 146 | 157 | 155"
    assert failures(text, "C4") == []


def test_a_total_that_leaves_something_out_is_not_held_against_all() -> None:
    text = "Rank | 2013 | 2014\nOfficers | 110 | 120\nPCSOs | 40 | 30\nSpecials | 7 | 9\nTotal (excl. Specials) | 150 | 150"
    assert failures(text, "C4") == []


def test_shares_of_another_total_than_the_one_that_is_printed() -> None:
    text = (
        "Spend | Spend 30/6/20 £m | %\nVisible | 27.2 | 33.8%\nNon Visible | 25.6 | 31.8%\nSupport | 6.9 | 8.6%\n"
        "Business | 20.8 | 25.8%\nOther | 4.4 | \nTotal | 84.9 | 100%"
    )
    (check,) = [c for c in checks(text, "C4") if c.result == "fail"]
    assert check.computed == "32.0%, 30.2%, 8.1%, 24.5%"
    assert check.why is not None and "80.5, the total without Other 4.4" in check.why


def test_shares_that_hold_and_one_that_does_not() -> None:
    text = "Function | FTE | %\nPatrol | 50.5 | 50.5%\nDogs | 29.5 | 29.5%\nHorses | 12.0 | 15.0%\nOther | 8.0 | 8.0%\nTotal | 100.0 | 100%"
    assert failures(text, "C4") == [("100%", "103%"), ("15.0%", "12.00%")]


MONTHS = """
Number of Domestic Abuse crimes monthly

 | April | May | Jun | July | Aug | Sept | Oct | Nov | Dec | Jan | Feb | Mar
2018/19 | 10 | 20 | 30 | 10 | 20 | 30 | 10 | 20 | 30 | 10 | 20 | 30
2019/20 | 10 | 20 | 30 | 10 | 20 | 30 | 10 | 20 | 30 | 10 | 20 | 31

Measure | Previous Apr '18 - Mar '19 | Change | Current Apr '19 - Mar '20
"""


def test_months_that_make_the_year() -> None:
    found = checks(MONTHS + "Domestic Abuse Crime | 240 | Increase (0.4%, +1) | 241", "C5")
    assert [check.result for check in found] == ["ok", "ok", "ok"]


def test_months_that_do_not_make_the_year_nor_its_change() -> None:
    found = failures(MONTHS + "Domestic Abuse Crime | 240 | Increase (2.9%, +7) | 247", "C5")
    assert found == [("+7", "+1"), ("247", "241")]


def test_a_measure_against_its_parts() -> None:
    head = "Measure | Previous Jul '18 - Jun '19 | Change | Current Jul '19 - Jun '20\n"
    rows = (
        "Rape | 1,561 | Decrease (-19%, -295) | 1,266\nOther Sexual Offences | 3,361 | Decrease (-14%, -454) | 2,907\n"
    )
    assert failures(head + rows + "Sexual Offences | 4,922 | Decrease (-15%, -749) | 4,173", "C7") == []
    assert failures(head + rows + "Sexual Offences | 4,922 | Decrease (-15%, -747) | 4,173", "C7") == [("-747", "-749")]


TWICE = """
Measure | Previous Jul '18 - Jun '19 | Change | Current Jul '19 - Jun '20
Modern Slavery Crimes | 79 | Increase (+49%, +39) | 118

Appendix A

Measure | Previous Jul '18 - Jun '19 | Change | Current Jul '19 - Jun '20
Modern Slavery Crimes | 79 | Increase (+49%, +38) | 118
"""


def test_the_same_figure_twice() -> None:
    found = checks(TWICE, "C6")
    assert [c.result for c in found].count("ok") == 3
    assert [c.printed for c in found if c.result == "fail"] == ["+39 and +38"]


def test_what_very_many_tables_tell_in_the_same_words_is_no_claim_told_again() -> None:
    appendix = TWICE[TWICE.index("Appendix A") :].strip()
    few, many = ("\n\n".join([appendix] * count) for count in (5, 40))
    assert [check.result for check in checks(few, "C6")] == ["ok"] * 4 * 10
    assert not checks(many, "C6")
