"""What figures in brackets, in lists and beside unknown places are of: their time, their place, their thing."""

from __future__ import annotations

import pytest

from told_sentences import read, told

Told = tuple[float | None, str | None, str | None]


def placed(text: str) -> list[Told]:
    """The value, the area and the printed period of each figure."""
    return [(o.value, o.area, o.period.label if o.period else None) for o in read(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Burglary: 1,110 (2021/22: 1,204, -7.8%)",
         [(1110, "Lancashire", None), (1204, "Lancashire", "2021/22"), (-7.8, "Lancashire", None)]),
        ("Robbery: 88 (2020/21: 75)", [(88, "Lancashire", None), (75, "Lancashire", "2020/21")]),
        ("Crime fell by 16% in Preston (12% in 2018/19).", [(-16, "Preston", None)]),
        ("In 2019/20 crime rose by 3%: Preston 5%, Chorley 7% and Burnley 2%.",
         [(3, "Lancashire", "2019/20"), (5, "Preston", "2019/20"), (7, "Chorley", "2019/20"), (2, "Burnley", "2019/20")]),
        ("There were 45 burglaries in Newton Aycliffe in 2021.", [(45, "Newton Aycliffe", "2021")]),
        ("There were 14 arrests in Newton Aycliffe and 12 calls in Shildon.", [(14, "Newton Aycliffe", None), (12, "Shildon", None)]),
        ("There are 27 officers in Contact Management.", [(27, "Lancashire", None)]),
    ],
)  # fmt: skip
def test_the_time_and_the_place_of_a_figure(text: str, figures: list[Told]) -> None:
    assert placed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The increase is 19p Band A and 29p Band D a week.",
         [("Band A precept", 0.19, "GBP", "change"), ("Band D precept", 0.29, "GBP", "change")]),
        ("Council tax rose by 19p for Band A and 29p for Band D households a week.",
         [("Band A precept", 0.19, "GBP", "change"), ("Band D precept", 0.29, "GBP", "change")]),
        ("The general reserve stands at £5.2m (3.1% of the net budget).",
         [("general reserve", 5_200_000, "GBP", "actual"), ("general reserve", 3.1, "percent", "share")]),
        ("Having had to cut hard and the number of officers reduced to 950.", [("number of officers", 950, "count", "actual")]),
        ("Robbery:\n\n- There were 120 offences. Detection rate of 12%.",
         [("Robbery – offences", 120, "count", "actual"), ("Robbery – Detection rate", 12, "percent", "actual")]),
        ("Overall satisfaction is 79.4%, which is stable against the previous quarter (79.1%).",
         [("satisfaction", 79.4, "percent", "actual")]),
        ("Some 64% of the public think the police do a good job, up 2pp.",
         [("public think the police do a good job", 64, "percent", "share"),
          ("public think the police do a good job", 2, "percent", "point_change")]),
        ("Public confidence:\n\n- The satisfaction rate was 82%.", [("satisfaction rate", 82, "percent", "actual")]),
        ("Crime volume: Lancashire was second lowest. In the year to March 2021 there was a reduction of 15.9%.",
         [("Crime volume", 2, "rank", "rank"), ("Crime volume", -15.9, "percent", "percent_change")]),
    ],
)  # fmt: skip
def test_what_a_figure_is_of(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures
