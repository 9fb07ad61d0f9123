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
        "More than one caller in three now waited over ten minutes.",
        "In Band D South Wales now pays £8.62 less than North Wales.",
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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # More and fewer, with the comparison further on, before, or nowhere.
        ("There were 1,120 more thefts in the year to June 2022 than in the year to June 2021.", [("thefts", 1120, "change")]),
        ("There were 64 fewer burglaries reported in the quarter than in the quarter before.", [("burglaries", -64, "change")]),
        ("Robbery rose in the year. Put simply, there were 41 more (6.2%).", [("Robbery", 41, "change"), ("Robbery", 6.2, "percent_change")]),
        ("Vehicle crime fell again. There were 90 fewer (a drop of 4%) than last year.",
         [("Vehicle crime", -90, "change"), ("Vehicle crime", -4, "percent_change")]),
        ("All crime: 88,100 offences in the year to March 2020, 1,400 above the year to March 2019 (1.6%).",
         [("All crime", 88100, "actual"), ("All crime", 1400, "change"), ("All crime", 1.6, "percent_change")]),
        ("A home in Band D would pay £248.56, £24 more.", [("Band D precept", 248.56, "projection"), ("Band D precept", 24, "change")]),
        # Sums with their names and without a verb.
        ("Net revenue budget £140m, of which 82% goes on staff.", [("Net revenue budget", 140e6, "actual"), ("Net revenue budget – staff", 82, "share")]),
        ("Capital programme £17.2m, to which reserves contributed £6m.", [("Capital programme", 17.2e6, "actual"), ("use of reserves", 6e6, "actual")]),
        ("Budget £171.5m; precept £53.2m, up 1.9%; core grant £5.7m lower.",
         [("Budget", 171.5e6, "actual"), ("precept", 53.2e6, "actual"), ("precept", 1.9, "percent_change"), ("core grant", -5.7e6, "change")]),
        ("Funding in total: about £242m.", [("Funding in total", 242e6, "actual")]),
        ("Another £1m of government funding went.", [("government funding", -1e6, "change")]),
        ("The precept rose by 3%. Cuts of at least £6m were agreed.", [("precept", 3, "percent_change"), ("cuts", -6e6, "change")]),
        ("£6.6m went on pay, about £2m on technology, £1.3m on a records system and £2.5m on the front line.",
         [("spending on pay", 6.6e6, "actual"), ("spending on technology", 2e6, "actual"),
          ("spending on a records system", 1.3e6, "actual"), ("spending on front line", 2.5e6, "actual")]),
        # A bidder has a sum and no budget.
        ("Youth club £2,500, scout group £1,200.", []),
    ],
)  # fmt: skip
def test_differences_and_sums_without_a_verb(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert sorted((o.label, o.value, o.statistic) for o in read(text)) == sorted(figures)


def test_a_list_of_places_is_about_what_its_first_words_say() -> None:
    text = (
        "Numbers of officers are counted in several ways. In the words of the papers:\n\n"
        "Norfolk: 1,578 in 2014/15, with 271 specials.\n\nSurrey: from 1,930 to 2,030."
    )
    assert [(o.label, o.area, o.value) for o in read(text)] == [
        ("officers", "Norfolk", 1578), ("specials", "Norfolk", 271), ("officers", "Surrey", 1930), ("officers", "Surrey", 2030),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("On 19 January 2018 the panel looked at a Band D precept of £165.91.", [(165.91, "none")]),
        ("The precept went up by £15.00 for a Band D home in April 2021.", [(15, "2021-04-01..2022-03-31")]),
        ("On 26 January 2018 it discussed a budget of £123.5m.", [(123.5e6, "none")]),
    ],
)
def test_a_tax_is_of_no_day(text: str, times: list[tuple[float, str]]) -> None:
    assert timed(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "Also present: the Commissioner with six of his officers, and five officers of the host authority.",
        "14B Annual report of the Panel 71 - 76",
        "13 Complaints about the Commissioner: how they are dealt with 47 - 52",
    ],
)
def test_who_was_there_and_where_it_stands_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two in three (67%) would pay more and the others (33%) would rather see cuts.",
         [("would pay more", 67, "share"), ("would rather see cuts", 33, "share")]),
        ("Burglary barely moved (1,204, which is 6 or 0.5% up).",
         [("Burglary", 1204, "actual"), ("Burglary", 6, "change"), ("Burglary", 0.5, "percent_change")]),
        ("Robbery was much the same (402 offences, against 398).", [("Robbery", 402, "actual"), ("Robbery", 398, "actual")]),
        ("At least 40% must go to work in schools.", [("must go to work in schools", 40, "target")]),
        ("Police pay £6m under, overtime £0.7m over.", [("Police pay – underspend", 6e6, "actual"), ("overtime – overspend", 0.7e6, "actual")]),
    ],
)  # fmt: skip
def test_parts_in_brackets_levels_and_heads_of_a_budget(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert sorted((o.label, o.value, o.statistic) for o in read(text)) == sorted(figures)


def test_days_of_no_year_are_of_none_where_another_was_named() -> None:
    assert timed(
        "After the vote of 2016 it was counted daily. Between 17 June and 25 July there were 92 incidents."
    ) == [(92, "none")]
