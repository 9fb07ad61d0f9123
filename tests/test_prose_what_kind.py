"""What kind of number a sentence states: so many more, a target, a part of a budget, a level that was reached; and its unit."""

from __future__ import annotations

import pytest

from told_sentences import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Robbery: 64 additional offences (11.7% increase) in 2018/19.",
         [("Robbery – offences", 64, "count", "change"), ("Robbery", 11.7, "percent", "percent_change")]),
        ("There were 64 additional robbery offences in 2018/19.", [("robbery offences", 64, "count", "change")]),
        ("All crime saw a 12.5% increase (16,254 additional offences) in the year.",
         [("All crime", 12.5, "percent", "percent_change"), ("All crime", 16254, "count", "change")]),
        ("The number of crimes solved fell by 1.2% (260 fewer solved outcomes to 21,864).",
         [("number of crimes solved", -1.2, "percent", "percent_change"), ("number of crimes solved", -260, "count", "change"),
          ("number of crimes solved", 21864, "count", "actual")]),
        ("However, there was a 5.5% (1,184 more) increase in shoplifting.",
         [("shoplifting", 5.5, "percent", "percent_change"), ("shoplifting", 1184, "count", "change")]),
        ("There was a 2.1% point decrease (to 15.0%) in the solved rate.",
         [("solved rate", -2.1, "percent", "point_change"), ("solved rate", 15, "percent", "actual")]),
        ("Burglary showed 146 fewer offences (a decrease of 2.5%).",
         [("Burglary – offences", -146, "count", "change"), ("Burglary – offences", -2.5, "percent", "percent_change")]),
        ("There were 1,184 more burglaries (5.5% increase) than in 2017/18.",
         [("burglaries", 1184, "count", "change"), ("burglaries", 5.5, "percent", "percent_change")]),
        ("There was an increase of 184 (5.5%) knife crimes.", [("knife crimes", 184, "count", "change"), ("knife crimes", 5.5, "percent", "percent_change")]),
        ("Arson has increased by 12%, with 240 additional offences recorded.",
         [("Arson", 12, "percent", "percent_change"), ("Arson – offences", 240, "count", "change")]),
        ("Assaults rose by 10%; 45 more offences.", [("Assaults", 10, "percent", "percent_change"), ("Assaults – offences", 45, "count", "change")]),
        ("We recorded 312 less theft offences than last year.", [("theft offences", -312, "count", "change")]),
        # Those that are paid for are so many.
        ("The force received 240 additional calls about noise.", [("calls about noise", 240, "count", "actual")]),
        ("He asked for 12 further offences to be taken into consideration.", [("offences", 12, "count", "actual")]),
    ],
)  # fmt: skip
def test_so_many_more_are_a_change(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The disposal rate stands at 9.8%. The 12% target has not been met in any month.",
         [("disposal rate", 9.8, "percent", "actual"), ("disposal rate", 12, "percent", "target")]),
        ("The solved rate for burglary was 9.8%, against a 12% target.",
         [("solved rate for burglary", 9.8, "percent", "actual"), ("solved rate for burglary", 12, "percent", "target")]),
        ("Victim satisfaction was 78%, short of the 85% target.", [("Victim satisfaction", 78, "percent", "actual"), ("Victim satisfaction", 85, "percent", "target")]),
        ("Sickness absence was 4.1%, better than the 5% target.", [("Sickness absence", 4.1, "percent", "actual"), ("Sickness absence", 5, "percent", "target")]),
        ("More staff are needed to meet the 95% target for crime recording.", [("crime recording", 95, "percent", "target")]),
        ("The 90 per cent target for 999 calls was missed.", [("999 calls", 90, "percent", "target")]),
        ("999 answering was below the 90% target for the third month.", [("999 answering", 90, "percent", "target")]),
        ("Attendance at incidents exceeded its 85% target.", [("Attendance at incidents", 85, "percent", "target")]),
        ("There is a 20% reduction target for burglary.", [("burglary", -20, "percent", "target")]),
        ("The officer uplift is close to its 240 target.", [("officer uplift", 240, "count", "target")]),
        ("There are 30 target areas.", []),
        ("Officer strength stood at 3,204 FTE against a target of 3,250.",
         [("Officer strength", 3204, "FTE", "actual"), ("Officer strength – target", 3250, "count", "target")]),
        # How far off a target is no level.
        ("Detection of robbery is 2% worse than the target.", [("Detection of robbery – against target", 2, "percent", "percent_change")]),
        ("Car crime is 3.7pc or 168 crimes better than its target.",
         [("Car crime – against target", 3.7, "percent", "percent_change"), ("Car crime – against target", 168, "count", "change")]),
    ],
)  # fmt: skip
def test_what_stands_before_the_word_target_is_one(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Most of the force's budget, 86%, is spent on employing people.", [("budget is spent on employing people", 86, "percent", "share")]),
        ("The largest part of the budget, some 82%, goes on staffing.", [("budget goes on staffing", 82, "percent", "share")]),
        ("The bulk of our spending (82%) is on people.", [("spending is on people", 82, "percent", "share")]),
        ("Two in five victims (41%) were satisfied.", [("victims were satisfied", 41, "percent", "share")]),
        ("Nine in ten emergency calls were answered in 10 seconds.", []),
        ("This was achieved despite spending around £100,000 less on overtime.", [("spending on overtime", -100_000, "GBP", "change")]),
        ("The force spent £0.4m less on overtime than in 2018/19.", [("spending on overtime", -400_000, "GBP", "change")]),
        ("£2m more was spent on neighbourhood policing.", [("spending on neighbourhood policing", 2_000_000, "GBP", "change")]),
        ("The number of officers has grown by 686 to a record 3,610.",
         [("number of officers", 686, "count", "change"), ("number of officers", 3610, "count", "actual")]),
        ("Complaints fell by 12 to an all-time low of 120.", [("Complaints", -12, "count", "change"), ("Complaints", 120, "count", "actual")]),
        ("PCSO numbers were up 12 to a total of 240.", [("PCSO numbers", 12, "count", "change"), ("PCSO numbers", 240, "count", "actual")]),
        ("The average speed of answer was 2 minutes 13 seconds - down to just 54 seconds by March 2024.",
         [("average speed of answer", 133, "seconds", "actual"), ("average speed of answer", 54, "seconds", "actual")]),
        ("101 calls took 4 minutes 20 seconds to answer, now down to just over two minutes.",
         [("101 calls – time to answer", 260, "seconds", "actual"), ("101 calls – time to answer", 2, "minutes", "actual")]),
        ("Satisfaction was 61% (up to 64% in rural areas).", [("Satisfaction", 61, "percent", "actual")]),
        ("The crime rate fell from 71.9 to 60.3 per 1,000 population.", [("crime rate", 71.9, "rate", "actual"), ("crime rate", 60.3, "rate", "actual")]),
        ("Burglary has risen by 3.7pc.", [("Burglary", 3.7, "percent", "percent_change")]),
        ("Burglary was down 4pc last year and robbery up 12pc.", [("Burglary", -4, "percent", "percent_change"), ("robbery", 12, "percent", "percent_change")]),
        ("There are 40 PCs in the team.", [("PCs", 40, "count", "actual")]),
        ("Recorded crime was 138,710 in 2016/17.", [("Recorded crime", 138_710, "count", "actual")]),
        ("Recorded crime was 40 times higher.", []),
    ],
)  # fmt: skip
def test_other_kinds_of_numbers(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The centre responds to two million calls each year.", [("calls", 2_000_000, "count", "actual")]),
        ("We took half a million calls in 2018/19.", [("calls", 500_000, "count", "actual")]),
        ("The force answers one and a half million calls a year.", [("calls", 1_500_000, "count", "actual")]),
        ("A million calls were taken.", []),
        ("There were 138,710 thefts from 1 April 2016 until 31 March 201.", [("thefts", 138_710, "count", "actual")]),
        ("Total offences have stayed above the 9500 level.", []),
        ("The number of followers has passed the 100,000 mark.", []),
        ("The solved rate was, however, 11.3%.", [("solved rate", 11.3, "percent", "actual")]),
    ],
)  # fmt: skip
def test_numbers_in_words_and_numbers_that_are_none(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Gas and electricity have cost almost half a million less.", [("Gas and electricity", -500_000, "GBP", "change")]),
        ("The budget was cut by two million.", [("budget", -2_000_000, "GBP", "change")]),
        ("We spent £2m on overtime and half a million on fuel.",
         [("spending on overtime", 2_000_000, "GBP", "actual"), ("spending on fuel", 500_000, "GBP", "actual")]),
        ("Crime has cost the county, and half a million is a lot.", []),
    ],
)  # fmt: skip
def test_millions_that_count_nothing_are_pounds(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("There was a 5.5% increase in the number of crimes considered ‘solved’.", "number of crimes considered ‘solved’"),
        ("There was a 5% rise in offences classed as violent.", "offences classed as violent"),
        ("There was a 5% rise in the number of victims considered vulnerable in 2018/19.", "number of victims considered vulnerable"),
    ],
)  # fmt: skip
def test_what_something_counts_as_is_part_of_its_name(text: str, label: str) -> None:
    assert [label for label, *_ in told(text)] == [label]
