"""Targets in the labels of rows, and parts told apart by letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import parse_figures
from extract.tables.label_targets import label_targets, timed_by_target
from extract.tables.lettered import lettered, letters_of

TARGETS = {
    "Grade 1 attendance (Target <15 Mins)": [(15, "minutes", "under")],
    "Grade 2 Median Time to Arrive (target <1 hour)": [(1, "hours", "under")],
    "999 calls answered (90% in 10 Seconds)": [(90, "percent", None)],
    "101 calls (80 per cent within 30 secs)": [(80, "percent", None)],
    "Calls answered [target 90% within 10 secs]": [(90, "percent", None)],
    "Time to answer 101 – target: 60 seconds": [(60, "seconds", None)],
    "Grade 2 Target 60 mins: average time to attend": [(60, "minutes", None)],
    "Priority calls (<1 hour)": [(1, "hours", "under")],
    "Attendance (grade 1 <15 mins, grade 2 <60 mins)": [(15, "minutes", "under"), (60, "minutes", "under")],
    "Victims satisfied (2019/20 target: 85)": [(85, None, None)],
    "Calls answered in 10 seconds, target of 90%": [(90, "percent", None)],
    "Savings (target £1.2m)": [(1200000, "GBP", None)],
    "Target 2: fewer victims": [],
    "Young people (target group 12 people)": [],
    "Calls answered within target": [],
    "Crimes (036 MDS)": [],
    "Under 18s": [],
}


@pytest.mark.parametrize(("label", "targets"), TARGETS.items(), ids=TARGETS)
def test_targets_in_labels(label: str, targets: list[tuple[float, str | None, str | None]]) -> None:
    assert [(f.value, f.unit, f.qualifier) for f in label_targets(label)] == targets


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Average time to attend (Target <15 Mins)", "minutes"),
        ("Median response (target <1 hour)", "hours"),
        ("Calls attended (target <1 hour)", None),
        ("Average time to attend", None),
        ("Average satisfaction (target 85%)", None),
    ],
)
def test_the_target_of_a_time_says_its_unit(label: str, unit: str | None) -> None:
    assert timed_by_target(label) == unit


def test_the_parts_of_a_label_and_of_a_cell() -> None:
    label = lettered("To provide support to: a) Victims of sexual violence; b) Victims of fraud")
    assert label is not None
    assert (label.lead, label.parts) == (
        "To provide support to",
        {"a": "Victims of sexual violence", "b": "Victims of fraud"},
    )
    cell = "a) £87,890 b) £16,470 Total: £104,360"
    assert letters_of(parse_figures(cell), cell) == ["a", "b", "total"]


@pytest.mark.parametrize("text", ["4,965 (12%)", "a) £5", "Total: 12", "£5 (a) £6 (a)", "Band (c)"])
def test_cells_without_letters(text: str) -> None:
    assert letters_of(parse_figures(text), text) is None
    assert lettered(text) is None or text.count("(a)") > 1


@given(st.text(max_size=60))
def test_any_label_can_be_read(label: str) -> None:
    assert all(label[f.start : f.end] == f.text for f in label_targets(label))
    assert lettered(label) is None or "(" in label or ")" in label
