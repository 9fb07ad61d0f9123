"""Indicators printed as cards: cells that name their own figures."""

from __future__ import annotations

from extract.tables.cards import card_observations
from laid_out import table
from schema.reading import Identity

CARD = (
    "Percentage of letters answered in time | RED | \nLatest: 71% | Target: 85%, Floor: 80% | Previous: 69% (Amber)\n"
    "Number of homes checked | GREEN | \nLatest: 1,422 | Target:1,400 Floor 1,300 | Previous: 1,393 (Green)"
)


def test_each_figure_of_a_card_has_its_own_meaning() -> None:
    found = card_observations(table(CARD), Identity(force="lancashire"))
    assert [(o.label, o.statistic, o.value, o.unit, o.breakdown, o.rag) for o in found] == [
        ("Percentage of letters answered in time", "actual", 71, "percent", None, "Red"),
        ("Percentage of letters answered in time", "target", 85, "percent", None, None),
        ("Percentage of letters answered in time", "target", 80, "percent", "Floor", None),
        ("Percentage of letters answered in time", "actual", 69, "percent", None, "Amber"),
        ("Number of homes checked", "actual", 1422, "count", None, "Green"),
        ("Number of homes checked", "target", 1400, "count", None, None),
        ("Number of homes checked", "target", 1300, "count", "Floor", None),
        ("Number of homes checked", "actual", 1393, "count", None, "Green"),
    ]
    assert [(o.period.label, o.period.start) if o.period else None for o in found[:4]] == [
        ("Latest", None),
        None,
        None,
        ("Previous", None),
    ]
    assert len({o.place.key for o in found}) == len(found)


def test_a_table_with_a_header_is_no_card() -> None:
    block = table("Measure | Latest | Target 2020/21\nBurglary | 1,204 | 1,100\nRobbery | 210 | 200")
    assert card_observations(block, Identity()) == []
