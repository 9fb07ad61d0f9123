"""Numbers of which nobody can tell which is meant: none of their pieces is a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.misprints import misprints, told_misprints
from extract.numbers import parse_figures
from extract.prose.figures import find_prose_observations
from ingest.papers import read_paper
from laid_out import laid_out
from schema.reading import Identity, Known


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("There were 1,23 offences.", ["1,23"]),
        ("The force recorded 12,34,567 crimes.", ["12,34,567"]),
        ("There were 1,2345 offences.", ["1,2345"]),
        ("There were 5,204,1 offences.", ["5,204,1"]),
        ("There were 5,,204 offences.", ["5,,204"]),
        ("There were 14,2O6 offences.", ["14,2O6"]),
        ("The force recorded l,204 burglaries.", ["l,204"]),
        ("Crime fell by 3..4%.", ["3..4"]),
        ("Crime fell by 1.2.3%.", ["1.2.3"]),
        ("Crime fell by 4,3%.", ["4,3"]),
        ("Crime fell by 4 .3%.", ["4 .3"]),
        ("Crime fell by 4. 3%.", ["4. 3"]),
        ("The force recorded 1,2?4 burglaries.", ["1,2?4"]),
        ("It cost £1,5m.", ["1,5"]),
        ("See objectives 2,3,7 and section 3.1.2 of 12.03.2019.", []),
        ("CO2 fell by 1,204.5 tonnes, (1,204), to £0.5m. It rose to 12. 3% of those asked said so.", []),
    ],
)
def test_misprints(text: str, printed: list[str]) -> None:
    assert list(told_misprints(text)) == printed
    for start, end in misprints(text):
        assert not [f for f in parse_figures(text) if f.start < end and start < f.end]
    if printed:
        assert find_prose_observations(laid_out(f"{text} Robbery.").blocks, Identity(force="kent")) == []


@pytest.mark.parametrize(
    "text", ["The force recorded 12 345 burglaries in the year.", "The force recorded 1 234 567 crimes in the year."]
)
def test_thousands_parted_by_a_space_are_no_figure_of_a_sentence(text: str) -> None:
    assert find_prose_observations(laid_out(text).blocks, Identity(force="kent")) == []


def test_what_is_not_read_is_told() -> None:
    reading = read_paper(b"The force recorded 14,2O6 burglaries and 12 robberies.\n", "paper.txt", Known(force="kent"))
    assert [o.value for o in reading.observations] == [12]
    (problem,) = [p for p in reading.problems if p.code == "number_misprinted"]
    assert "14,2O6" in problem.message and problem.page == 1


@given(st.integers(0, 10**12), st.integers(0, 999))
def test_a_number_that_is_printed_well_is_no_misprint(whole: int, part: int) -> None:
    for printed in (f"{whole:,}", f"{whole:,}.{part}", f"{whole}", f"{whole}.{part}", f"£{whole:,}m", f"({whole:,})."):
        assert misprints(f"It is {printed} there") == ()
