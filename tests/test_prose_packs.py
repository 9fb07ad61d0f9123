"""Wordings of whole packs, with rules of procedure, guides and lists beside the figures: as printed, and what they state."""

from __future__ import annotations

import pytest

from told_sentences import read, timed, told


@pytest.mark.parametrize(
    "text",
    [
        "A meeting needs a quorum of one third of the membership.",
        "The veto takes two thirds of the members present.",
        "It may be removed by half of the whole membership at a meeting called for it.",
        "Lights were fitted where eight tenants in ten asked for them.",
        "Four callers out of five had rung before.",
        "The leaflet reached nine homes in every ten.",
        "If confidence goes from sixty to sixty-six it has risen by six percentage points, and by ten per cent.",
        "For example, if the rate rises from 50 to 60 it is up by ten points.",
        "A sitting that has lasted for four hours ends unless members agree to go on.",
        "Nine members voted for it, one was against and two abstained.",
    ],
)
def test_rules_and_explanations_state_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("If approved, the precept would rise from £240 to £250 in 2024/25.", [("precept", 240, "GBP", "actual"), ("precept", 250, "GBP", "projection")]),
        ("Lancashire gave a count for the quarter (1,204 robberies in Q1 2021/22).", [("robberies", 1204, "count", "actual")]),
        ("The force employs 1,204 staff, 310 community support officers and 95 specials.",
         [("staff", 1204, "count", "actual"), ("community support officers", 310, "count", "actual"), ("specials", 95, "count", "actual")]),
        ("Essex: 3,300 in 2019/20, with 105 PCSOs and 2,200 staff.",
         [("PCSOs", 105, "count", "actual"), ("staff", 2200, "count", "actual")]),
        ("£2.1m of a budget of £98m came from reserves.", [("budget", 98e6, "GBP", "actual"), ("use of reserves", 2.1e6, "GBP", "actual")]),
        ("Members wondered whether the fall to 28% would last.", []),
    ],
)  # fmt: skip
def test_figures_beside_them(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert sorted(told(text)) == sorted(figures)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("This is below the target of 68,000 and slightly lower than the total for the year before, where 67,011 reviews were held.",
         [("reviews held", 67011, "actual")]),
        ("The target of 90% was missed but 84% of calls were answered in time.", [("calls were answered in time", 84, "share")]),
        ("Against a target of 500 visits in the quarter, while 412 visits were made a year earlier.", [("visits made", 412, "actual")]),
        ("Targets of 80% of calls and 90% of emails were set.", []),
    ],
)  # fmt: skip
def test_a_target_is_told_by_its_own_figure(text: str, figures: list[tuple[str, float, str]]) -> None:
    found = [(o.label, o.value, o.statistic) for o in read(text)]
    assert [f for f in found if f[2] != "target"] == figures


def test_a_line_with_a_year_alone_holds_for_what_is_below() -> None:
    text = "HOW WE GOT HERE\n\n2015/16\n\n1.1 Government funding was cut by £9.6m.\n\n2016/17\n\n1.2 Government funding was cut by £1m."
    assert timed(text) == [(-9.6e6, "2015-04-01..2016-03-31"), (-1e6, "2016-04-01..2017-03-31")]


def test_what_was_once_planned_is_of_no_time_named_before() -> None:
    text = (
        "For 2017/18 a precept rise of 1.99% was agreed. It had once been planned to lose 118 officers over four years."
    )
    assert (-118, "none") in timed(text)
