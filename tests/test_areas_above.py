"""The area that is named above the figures of a table."""

from __future__ import annotations

import pytest

from extract.tables.areas_above import area_above, area_of_lead, is_of_others
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from laid_out import table
from schema.reading import Identity


@pytest.mark.parametrize(
    ("above", "place"),
    [
        ("BRADFORD CSP", "BRADFORD CSP"),
        ("Leicester City", "Leicester City"),
        ("Table 3: Recorded crime in Burnley, 2018/19", "Burnley"),
        ("Pendle – performance", "Pendle"),
        ("Corby (Q3)", "Corby"),
        ("Stop and search in the Leeds District 2018/19", "Leeds District"),
        ("Burnley and Pendle", "Burnley and Pendle"),
        ("Rutland: 12 months to June 2019", "Rutland"),
        # A body reports; nothing, or several, is named.
        ("Leicester City Council", None),
        ("Crime in Burnley compared with Pendle", None),
        ("Total crime by district", None),
        ("Rural crime", None),
    ],
)
def test_places_are_found_in_captions_and_headings(above: str, place: str | None) -> None:
    for found in (area_above([above], [], "lancashire"), area_above([], ["Crime", above], "lancashire")):
        assert (found.name if found else None) == place


@pytest.mark.parametrize("text", ["Crime in England and Wales", "Most Similar Group", "Force area", "Essex Police"])
def test_a_nation_or_a_force_is_that_of_a_caption_and_not_of_all_below_a_heading(text: str) -> None:
    assert area_above([text], [], "lancashire") is not None
    assert area_above([], [text], "lancashire") is None


def test_groups_of_rows_are_of_their_places_and_rows_of_their_own() -> None:
    block = table(
        "Measure / Q1 2019/20 / Q2 2019/20\nBURNLEY\nRobbery / 14 / 12\nPENDLE\nRobbery / 7 / 9\nLancashire / 90 / 80"
    )
    found = find_table_observations(block, Identity(force="lancashire"), PeriodContext())
    assert [(o.area, o.value) for o in found] == [
        ("BURNLEY", 14),
        ("BURNLEY", 12),
        ("PENDLE", 7),
        ("PENDLE", 9),
        ("Lancashire", 90),
        ("Lancashire", 80),
    ]


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Cleveland: the figures for comparison are:", "Cleveland"),
        ("For Humberside the figures are as follows.", "Humberside"),
        ("In Sunderland the picture was this:", "Sunderland"),
        ("The position in Durham is set out below.", "Durham"),
        ("Elsewhere: Lancashire", "Lancashire"),
        ("The table below gives the figures for Cumbria.", "Cumbria"),
        ("Performance across Burnley is shown below:", "Burnley"),
        ("In Durham and Cleveland the figures are:", None),
        ("In Kent, compared with the average, they are:", None),
        ("A member from Kent asked for these figures.", None),
        ("The figures are given below.", None),
    ],
)
def test_the_sentence_over_a_table_may_say_where_its_figures_are(lead: str, place: str | None) -> None:
    found = area_of_lead(lead, "northumbria")
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("A note on Norfolk", True),
        ("Lessons from Preston", True),
        ("Northumbria and Cleveland", False),
        ("Sunderland", False),
        ("Crime", None),
        ("Durham County Council", None),
        ("Cleveland Police and Crime Panel", None),
    ],
)
def test_a_heading_may_be_about_others(text: str, others: bool | None) -> None:
    assert is_of_others(text, "northumbria") is others
    assert is_of_others(text, None) is None


@pytest.mark.parametrize(
    ("over", "where"),
    [
        ("A note on Norfolk", (None, None)),
        ("In Sunderland:", ("Sunderland", "northumbria")),
        ("For Humberside the figures are:", ("Humberside", "humberside")),
        ("Recorded crime", ("Northumbria", "northumbria")),
    ],
)
def test_figures_under_another_name_are_not_those_of_the_paper(over: str, where: tuple[str | None, str | None]) -> None:
    block = table(over + "\n\nOffence / 2017/18 / 2018/19\nTheft / 1,204 / 1,310\nArson / 12 / 14")
    found = find_table_observations(block, Identity(force="northumbria"), PeriodContext())
    assert {(o.area, o.force) for o in found} == {where}
