"""Rates against counts and population, signs against figures, and one number for two things."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import TableBlock
from extract.checks.copies import check_copies
from extract.checks.judgements import check_judgements
from extract.checks.paper import check_paper
from extract.checks.rates import check_rates
from extract.prose.figures import find_prose_observations
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import laid_out
from schema.reading import Check, Identity, Observation, Period, Place

LANCASHIRE = Identity(force="lancashire")


def figures(text: str, identity: Identity = LANCASHIRE) -> list[Observation]:
    blocks = laid_out(text).blocks
    found = [
        o for b in blocks if isinstance(b, TableBlock) for o in find_table_observations(b, identity, PeriodContext())
    ]
    return [*found, *find_prose_observations(blocks, identity)]


def checks(text: str, code: str, identity: Identity = LANCASHIRE) -> list[Check]:
    return [check for check in check_paper(figures(text, identity)) if check.code == code]


def results(found: list[Check]) -> dict[str, int]:
    return dict(Counter(check.result for check in found))


# C12: Wiltshire had 718,000 to 723,000 residents in these years.

OF_WILTSHIRE = Identity(force="wiltshire")
RATE = "Measure | 12 months to June 2019 | Per 1,000 population, 12 months to June 2019\n"


def crime(value: float, text: str, column: int, **more: object) -> Observation:

    fields: dict[str, object] = {
        "paper": 1,
        "source": "table",
        "label": "All crime",
        "quote": text,
        "value": value,
        "value_text": text,
        "unit": "count",
        "statistic": "actual",
        "measure": "all-recorded-crime",
        "area": "Wiltshire",
        "force": "wiltshire",
        "period": Period(dt.date(2018, 7, 1), dt.date(2019, 6, 30), "12 months to June 2019", "rolling_12_months"),
    }
    fields["place"] = Place(page=1, table="p1t1", row=1, col=column)
    return Observation(**{**fields, **more})  # type: ignore[arg-type]


def rate(text: str = "60.3", column: int = 2, **more: object) -> Observation:
    fields: dict[str, object] = {"unit": "rate", "statistic": "rate", "note": "per 1,000 population"}
    return crime(float(text), text, column, **{**fields, **more})


RATES: dict[str, tuple[list[Observation], list[str]]] = {
    "43,523 / 60.3 is 721,800 people": ([crime(43523, "43,523", 1), rate()], ["ok"]),
    "of an estimate of other years": ([crime(43523, "43,523", 1), rate("59.9")], ["ok"]),
    "a slip of a digit": ([crime(43523, "43,523", 1), rate("66.3")], ["fail"]),
    "of a month, it seems": ([crime(3523, "3,523", 1), rate()], ["not_checkable"]),
    "per 100,000": ([crime(43523, "43,523", 1), rate("6030", note="per 100,000 population")], ["ok"]),
    "per household": ([crime(43523, "43,523", 1), rate(note="per 1,000 households")], []),
    "of a town": ([crime(43523, "43,523", 1, area="Swindon"), rate(area="Swindon")], []),
    "of another time": ([crime(43523, "43,523", 1, period=None), rate()], []),
    "rounded": ([crime(43500, "43,500", 1), rate("60")], ["ok"]),
    "of one of two counts": (
        [
            crime(43523, "43,523", 1, place=Place(page=1, table="p1t2", row=1, col=1)),
            crime(
                38000, "38,000", 1, place=Place(page=1, table="p1t3", row=1, col=1), measure="recorded-crime-excl-fraud"
            ),
            rate(measure="crime-rate-per-1000"),
        ],
        ["ok"],
    ),
    "of what is called crime": (
        [
            crime(43523, "43,523", 1, place=Place(page=1, line=3, start=5, end=11), label="recorded crimes"),
            rate(measure=None, label="Recorded crimes per 1,000 population, 12 months to"),
        ],
        ["ok"],
    ),
    "of a measure that is named": (
        [
            crime(1444, "1,444", 1, place=Place(page=1, line=3, start=5, end=11), measure="burglary"),
            crime(43523, "43,523", 1, place=Place(page=1, line=4, start=5, end=11)),
            rate("2.0", measure="rate-burglary"),
        ],
        ["ok"],
    ),
    "of neither of two counts": (
        [
            crime(49523, "49,523", 1, place=Place(page=1, table="p1t2", row=1, col=1)),
            crime(
                38000, "38,000", 1, place=Place(page=1, table="p1t3", row=1, col=1), measure="recorded-crime-excl-fraud"
            ),
            rate(measure="crime-rate-per-1000"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", RATES)
def test_rates(name: str) -> None:
    observations, expected = RATES[name]
    assert [check.result for check in check_rates(observations)] == expected


def test_a_rate_that_is_wrong_is_told_with_its_people() -> None:
    (check,) = check_rates([crime(43523, "43,523", 1), rate("66.3")])
    assert (check.printed, check.severity) == ("66.3 (43,523)", "suspicious")
    assert check.why is not None and check.why.startswith(
        "43,523 at 66.3 per 1,000 would be of 656,456 people; the force has "
    )


# C13

ARROWS = """
Measure | Previous 12 months (Apr 13 - Mar 14) | Current (Apr 14 - Mar 15) | Trend
Burglary | 4,900 | 5,100 | ↑
Robbery | 320 | 300 | ↓
Arson | 210 | 190 | ↓
Shoplifting | 8,100 | 9,000 | ↑
Rape | 400 | 450 | ↑
Homicide | 12 | 9 | ↓
"""


def test_arrows_that_tell_rises() -> None:
    assert results(checks(ARROWS, "C13")) == {"ok": 6}


def test_an_arrow_out_of_line() -> None:
    found = checks(ARROWS + "Public order | 700 | 650 | ↑", "C13")
    assert results(found) == {"ok": 6, "fail": 1}
    (check,) = [c for c in found if c.result == "fail"]
    assert (check.label, check.severity, check.printed) == ("Public order", "suspicious", "up for 650, beside 700")
    assert check.why == "in 6 of 7 rows of the table the arrow shows which way the figure went; it does not in this one"


def test_what_hardly_changed_is_not_out_of_line() -> None:
    assert results(checks(ARROWS + "Public order | 700 | 695 | ↑", "C13")) == {"ok": 6}


def test_arrows_of_which_too_many_are_out_of_line_follow_no_meaning() -> None:
    rows = "Public order | 700 | 650 | ↑\nDrug offences | 900 | 850 | ↑\n"
    assert checks(ARROWS + rows, "C13") == []


def test_few_arrows_put_no_row_out_of_line() -> None:
    assert [c.result for c in checks("\n".join(ARROWS.split("\n")[:5]) + "\nRape | 400 | 350 | ↑", "C13")] == [
        "ok"
    ] * 3 or not checks("\n".join(ARROWS.split("\n")[:5]) + "\nRape | 400 | 350 | ↑", "C13")


BESIDE = """
Measure | Previous (Sep 13 - Aug 14) | RAG | Current (Sep 14 - Aug 15) | RAG | Position as at March 2015 (Apr 14 - Mar 15)
Public Confidence | 89.4% | ↑ | 90.9% | ↓ | 91.1%
999 service level | 76.0% | ↑ | 87.4% | ↑ | 79.7%
101 service level | 65.1% | ↑ | 75.4% | ↑ | 63.7%
User satisfaction | 84.9% | ↓ | 81.7% | ↓ | 82.5%
"""


def test_arrows_beside_two_earlier_figures() -> None:
    places = {tuple(place.col for place in check.places) for check in checks(BESIDE, "C13")}
    assert results(checks(BESIDE, "C13")) == {"ok": 8}
    assert places == {(3, 5), (3, 1)}


COLOURS = """
Measure | 2014/15 | Target 2014/15 | RAG
999 calls answered within 10 seconds | 92% | 90% | Green
User satisfaction | 80% | 85% | Red
Satisfaction of victims of burglary | 86% | 85% | Green
Satisfaction of victims of vehicle crime | 70% | 85% | Red
Satisfaction of victims of violent crime | 79% | 85% | Red
Satisfaction of victims of hate crime | 85% | 85% | Green
101 service level | 88% | 80% | Green
Public confidence | 61% | 70% | Red
"""


def test_colours_that_tell_whether_a_target_is_met() -> None:
    found = checks(COLOURS, "C13")
    assert results(found) == {"ok": len(found)} and len(found) >= 5


def test_a_colour_out_of_line() -> None:
    found = checks(COLOURS + "Satisfaction of victims of domestic abuse | 62% | 80% | Green", "C13")
    assert results(found)["fail"] == 1
    (check,) = [c for c in found if c.result == "fail"]
    assert (check.printed, check.severity) == ("Green for 62%, beside 80%", "suspicious")
    assert "the colour says whether the target is met" in (check.why or "")


def test_a_target_that_is_just_missed_may_be_green() -> None:
    found = checks(COLOURS + "Satisfaction of victims of domestic abuse | 79% | 80% | Green", "C13")
    assert set(results(found)) == {"ok"}


# C14

COPY = """
Missing people

There were 637 repeat missing person reports in the first three quarters of 2014/15.

Measure | April 2014 to December 2014
Reports from key locations | 330
Absent reports | {absent}
"""


def test_one_number_for_two_things() -> None:
    (check,) = checks(COPY.format(absent=637), "C14")
    assert (check.result, check.severity) == ("fail", "suspicious")
    assert check.why is not None and "637" in check.why and "copied" in check.why


def test_two_numbers_for_two_things() -> None:
    assert checks(COPY.format(absent=639), "C14") == []


NO_COPIES = {
    "a whole and its part": "There were 4,173 rapes in 2019/20.\n\nMeasure | 2019/20\nSexual offences | 4,173\nArson | 12\nRobbery | 91",
    "one thing by two names": "There were 4,173 crimes of burglary in 2019/20.\n\nMeasure | 2019/20\nBurglary | 4,173\nArson | 12\nRobbery | 91",
    "round": "There were 5,000 robberies in 2019/20.\n\nMeasure | 2019/20\nBurglary | 5,000\nArson | 12\nRobbery | 91",
    "short, of two subjects": "There were 512 stop searches in 2019/20.\n\nMeasure | 2019/20\nBurglary | 512\nArson | 12\nRobbery | 91",
    "of two years": "There were 4,173 robberies in 2018/19.\n\nMeasure | 2019/20\nBurglary | 4,173\nArson | 12\nRobbery | 91",
    "neighbours in a table": "Measure | 2019/20\nBurglary | 4,173\nArson | 12\nRobbery | 4,173",
}


@pytest.mark.parametrize("text", NO_COPIES.values(), ids=NO_COPIES)
def test_numbers_that_are_no_copies(text: str) -> None:
    assert checks(text, "C14") == []


def test_a_long_number_for_two_subjects() -> None:
    text = (
        "There were 4,173 robberies in 2019/20.\n\nMeasure | 2019/20\nBurglary | 4,173\nArson | 12\nPublic order | 91"
    )
    assert [c.result for c in checks(text, "C14")] == ["fail"]


# Whatever is read, the checks have an answer

observed = st.builds(
    lambda value, text, label, unit, statistic, rag, direction, note, row, col, period: replace(
        crime(0.0, text, 0),
        value=value,
        label=label,
        unit=unit,
        statistic=statistic,
        rag=rag,
        direction=direction,
        note=note,
        period=period,
        measure={"Burglary": "burglary", "Rape": "rape"}.get(label),
        place=Place(page=1, table="t", row=row, col=col) if row else Place(page=1, line=col, start=0, end=1),
    ),
    st.sampled_from([None, 0.0, -3.0, 637.0, 4173.0, 43523.0]),
    st.sampled_from(["", "637", "4,173", "£1.2m", "Six", "-"]),
    st.sampled_from(["Burglary", "Rape", "Crimes per 1,000 population", ""]),
    st.sampled_from([None, "count", "rate", "percent", "GBP"]),
    st.sampled_from(["actual", "rate", "target", "change", "percent_change", "rank"]),
    st.sampled_from([None, "Green", "Red", "Amber"]),
    st.sampled_from([None, "up", "down", "increase"]),
    st.sampled_from([None, "per 1,000 population", "↑ against Previous (2018/19)", "beside"]),
    st.integers(0, 8),
    st.integers(0, 4),
    st.sampled_from(
        [
            None,
            Period(None, dt.date(2019, 3, 31), "to March 2019", "point"),
            Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31), "2018/19", "financial_year"),
        ]
    ),
)


@given(st.lists(observed, max_size=40))
def test_no_figures_make_a_check_raise(observations: list[Observation]) -> None:
    found = [*check_rates(observations), *check_judgements(observations), *check_copies(observations)]
    places = {one.place for one in observations}
    for check in found:
        assert set(check.places) <= places and len(check.places) == 2
        assert (check.severity is None) == (check.result != "fail")
        assert check.result == "ok" or check.why
