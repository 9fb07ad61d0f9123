"""The area that is named above the figures of a table."""

from __future__ import annotations

import pytest

from extract.tables.areas_above import area_above
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
