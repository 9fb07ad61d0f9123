"""Figures of budgets and of council tax in sentences."""

from __future__ import annotations

import pytest

from schema.reading import Identity
from told_sentences import read, timed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A Band D household will therefore pay £207.55 for policing, up from £203.49: roughly 8p more each week.",
         [(207.55, "projection"), (203.49, "actual"), (0.08, "change")]),
        ("Households in Band D will be charged £248.56 for policing in 2019/20.", [(248.56, "projection")]),
        ("It means that the owner of a Band D home will pay £273.50 in 2024/25.", [(273.5, "projection")]),
        ("The average Band D property currently pays £240.20.", [(240.2, "actual")]),
        ("Council tax payers in Band D paid a total of £240.20.", [(240.2, "actual")]),
        ("The PCC asked for a Band D increase of £9.99 (3.95%) in 2022/23.", [(9.99, "change"), (3.95, "percent_change")]),
        ("The Commissioner proposed an increase of £15 a year for a Band D property.", [(15, "change")]),
        ("This is an increase of 1.99%, or £3.96 per year, on a Band D property.", [(1.99, "percent_change"), (3.96, "change")]),
        ("The Commissioner is asking for a rise of 2% (£3.42 for Band D).", [(2, "percent_change"), (3.42, "change")]),
        ("He settled on a Band D increase of £11.50, which is close to £1 a month.", [(11.5, "change"), (1, "change")]),
        ("There would be a cut of £2.50 on a Band D bill.", [(-2.5, "change")]),
    ],
)  # fmt: skip
def test_what_a_household_pays_is_the_precept_of_its_band(text: str, figures: list[tuple[float, str]]) -> None:
    found = read(text)
    assert [(o.value, o.statistic) for o in found] == figures
    assert {o.label.removesuffix(" a month").removesuffix(" each week") for o in found} == {"Band D precept"}


def test_those_who_pay_are_still_they_in_the_next_sentence() -> None:
    first, second = read(
        "Households in Band D will be charged £248.56 in 2019/20. They are charged £224.56 at present."
    )
    assert (first.label, second.label) == ("Band D precept", "Band D precept")
    assert first.period is not None and second.period is None


def test_what_goes_on_about_a_budget_is_of_its_year() -> None:
    text = (
        "The net budget for 2022/23 is £134m.\n\nIncome is expected to grow by £2.46m. At present the precept is £99."
    )
    assert timed(text) == [(134_000_000, "2022-04-01..2023-03-31"), (2_460_000, "2022-04-01..2023-03-31"), (99, "none")]
    both = "The net budget for 2022/23 is £134m.\n\nThe net budget for 2023/24 is £136m.\n\nIncome will grow by £2.46m."
    assert timed(both)[-1] == (2_460_000, "none")


def test_the_title_of_a_budget_paper_gives_the_year_of_its_money() -> None:
    titled = Identity(force="kent", title="Precept proposal for 2025/26")
    (found,) = read("The Band D precept would go up by £14.", titled)
    assert found.period and found.period.label == "2025/26"
    (crime,) = read("Burglary fell by 5%.", titled)
    assert crime.period is None
    (later,) = read("The budget will be cut by 12% over the next four years.", titled)
    assert later.period is None
    assert (
        read("Savings will be found over the next four years. This is a cut of 12% in the net budget.", titled)[
            0
        ].period
        is None
    )
    (other,) = read("The Band D precept was £242 in 2023/24.", titled)
    assert other.period and other.period.label == "2023/24"


def test_a_band_alone_is_told_of_its_tax() -> None:
    titled = Identity(force="kent", title="Proposed precept 2025/26")
    labels = [o.label for o in read("The Band D charge would go up by 4.1% (£11 a year) to £279.10.", titled)]
    assert labels == ["Band D charge – precept", "Band D charge – precept", "Band D charge – precept"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Commissioner set a net budget of £118.4m before the use of reserves.", [("net budget before use of reserves", 118_400_000)]),
        ("My budget for 2015/16 is £118.4m before use of reserves.", [("budget before use of reserves", 118_400_000)]),
        ("The net budget requirement is £141.2m after the use of general reserves of £2.5m.",
         [("net budget requirement after use of reserves", 141_200_000), ("use of general reserves", 2_500_000)]),
        ("The net budget was £88.1m (before the use of reserves).", [("net budget before use of reserves", 88_100_000)]),
        ("The net budget (before use of reserves) is £88m.", [("net budget before use of reserves", 88_000_000)]),
        ("Before the use of reserves the net budget is £88m.", [("net budget before use of reserves", 88_000_000)]),
        ("The funding gap before the use of reserves is £3.7m.", [("funding gap before use of reserves", 3_700_000)]),
        ("The deficit was £2.1m before drawing on reserves.", [("deficit before use of reserves", 2_100_000)]),
        ("The gap, before any use of balances, is £1.9m.", [("gap before use of reserves", 1_900_000)]),
        ("The budget of £98m excludes the use of reserves.", [("budget", 98_000_000)]),
        ("It assumes the use of earmarked reserves of £1.2m.", [("use of earmarked reserves", 1_200_000)]),
        ("Drawing down £1.7m of reserves balances the budget.", [("use of reserves", 1_700_000)]),
        ("The budget includes a transfer from reserves of £0.9m.", [("use of reserves", 900_000)]),
        ("A contribution of £0.6m to general reserves was made.", [("transfer to reserves", 600_000)]),
        ("Usable reserves of £21.4m are held.", [("Usable reserves", 21_400_000)]),
        ("General reserves are £6.2m.", [("General reserves", 6_200_000)]),
    ],
)  # fmt: skip
def test_what_is_done_with_reserves_is_not_what_they_are(text: str, figures: list[tuple[str, float]]) -> None:
    found = read(text)
    assert [(o.label, o.value) for o in found] == figures
    held = {o.measure for o in found} & {"reserves-total", "reserves-general", "reserves-earmarked"}
    assert bool(held) == text.startswith(("Usable", "General"))
