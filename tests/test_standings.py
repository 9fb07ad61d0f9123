"""How the tellings of one claim stand to each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.figure import Figure
from schema.rounding import half_unit
from schema.standings import Stands, Telling, standings
from schema.whose import whose


def told(value: float, text: str = "", meeting: str | None = "2018-09-10", **more: object) -> Telling:
    fields: dict[str, object] = {
        "id": f"{meeting}-{value}-{text}",
        "measure": "burglary",
        "whose": whose(None, "kent", None),
        "kind": "level",
        "unit": "count",
        "value": value,
        "value_text": text or f"{value:,.0f}",
        "start": dt.date(2017, 7, 1),
        "end": dt.date(2018, 6, 30),
    }
    figure = Figure(**{**fields, **{k: v for k, v in more.items() if k not in ("document", "source", "spot")}})  # type: ignore[arg-type]
    return Telling(
        figure=figure,
        document=str(more.get("document", f"d{meeting}")),
        spot=str(more.get("spot", f"{meeting}{more.get('document')}{text}{value}")),
        meeting=meeting,
        source=str(more.get("source", "table")),
    )


def brief(found: list[Stands]) -> list[tuple[float | None, str, float | None]]:
    return [
        (one.telling.figure.value, one.standing, one.against.figure.value if one.against else None) for one in found
    ]


LATER = "2019-09-09"
PAIRS: dict[str, tuple[Telling, Telling, str]] = {
    "the same": (told(4900), told(4900, meeting=LATER), "agrees"),
    "a little more": (told(4900), told(4931, meeting=LATER), "revised"),
    "something else": (told(4900), told(490, meeting=LATER), "differs"),
    "first provisional": (told(4900, obs_status="P"), told(5600, meeting=LATER), "provisional"),
    "rounded before": (told(27_800_000, "£27.8M", unit="GBP"), told(27_812_345, meeting=LATER, unit="GBP"), "rounded"),
    "rounded later": (
        told(16.4, "16.4%", unit="percent"),
        told(16, "16%", meeting=LATER, unit="percent"),
        "rounded",
    ),
    "a percentage in points": (
        told(-3, "-3%", unit="percent", kind="percent_change"),
        told(-4, "-4%", meeting=LATER, unit="percent", kind="percent_change"),
        "revised",
    ),
    "read without confidence": (told(4900, confidence=0.4), told(4931, meeting=LATER), "differs"),
    "one more came to light": (told(9), told(10, meeting=LATER), "revised"),
    "over": (told(4900, qualifier="over"), told(4900, meeting=LATER), "rounded"),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_meetings(name: str) -> None:
    earlier, later, standing = PAIRS[name]
    assert brief(standings([later, earlier])) == [
        (later.figure.value, "current", None),
        (earlier.figure.value, standing, later.figure.value),
    ]


def test_three_meetings_are_held_each_against_the_next() -> None:
    first, second, third = told(4900), told(4931, meeting=LATER), told(4931, meeting="2020-09-07")
    assert brief(standings([second, third, first])) == [
        (4931, "current", None),
        (4931, "agrees", 4931),
        (4900, "revised", 4931),
    ]


def test_at_one_meeting_the_exact_figure_of_the_table_counts() -> None:
    table, sentence = told(4931), told(4900, "about 4,900", qualifier="about", source="prose")
    assert brief(standings([sentence, table])) == [(4931, "current", None), (4900, "conflicts", 4931)]
    (_, other) = standings([sentence, table])
    assert other.why == "one of them is no exact figure"


def test_what_a_check_of_the_paper_calls_a_conflict_is_one_however_far_apart() -> None:
    a, b = told(31, "+31%", unit="percent"), told(49, "49%", unit="percent")
    assert brief(standings([a, b]))[1][1] == "differs"
    assert brief(standings([a, b], {frozenset({a.figure.id, b.figure.id})}))[1][1] == "conflicts"


def test_a_table_with_two_values_tells_of_two_things() -> None:
    change, other = (told(v, unit="percent", kind="percent_change", spot="t1") for v in (-3.0, -4.0))
    later = told(-4.0, unit="percent", kind="percent_change", meeting=LATER)
    found = standings([change, other, later])
    assert {one.standing for one in found if one.against} == {"differs"}
    assert {one.why for one in found if one.against} == {
        "one place has several values for it, which are of several things"
    }


def test_a_value_that_a_table_has_twice_is_one() -> None:
    found = standings([told(4900, "4,900", spot="t1"), told(4900, "4900", spot="t1"), told(4931, meeting=LATER)])
    assert [one.standing for one in found] == ["current", "revised", "agrees"]


def test_papers_without_a_day_cannot_be_put_in_order() -> None:
    one, other = told(4900, meeting=None, document="a"), told(4931, meeting=None, document="b")
    (_, second) = standings([one, other])
    assert (second.standing, second.why) == ("differs", "which of the two papers is the later one is not known")


def test_another_system_is_given_as_the_reason() -> None:
    earlier, later = told(4277, system="storm"), told(4100, meeting=LATER, system="compact")
    assert standings([earlier, later])[1].why == "counted in storm, then in compact"


tellings = st.builds(
    lambda value, meeting, confidence, status, number: replace(
        told(value, meeting=meeting, confidence=confidence, obs_status=status, document=f"d{number}"),
        spot=f"{meeting} {number}",
    ),
    st.sampled_from([100.0, 101.0, 250.0]),
    st.sampled_from([None, "2018-09-10", "2019-09-09", "2020-09-07"]),
    st.sampled_from([0.3, 0.9, 1.0]),
    st.sampled_from("AP"),
    st.integers(0, 3),
)


@given(st.lists(tellings, min_size=1, max_size=6).flatmap(lambda all: st.tuples(st.just(all), st.permutations(all))))
def test_the_order_of_the_tellings_does_not_matter(orders: tuple[list[Telling], list[Telling]]) -> None:
    named = {id(one): replace(one, figure=replace(one.figure, id=f"{n}")) for n, one in enumerate(orders[0])}
    once, again = ([named[id(one)] for one in order] for order in orders)
    found = standings(once)
    assert found == standings(again)
    assert [one.telling.figure.id for one in found if one.against is None] == [found[0].telling.figure.id]
    assert found[0].standing == "current" and {one.telling.figure.id for one in found} == {t.figure.id for t in once}
    # What one is held against was told at the same meeting or at a later one.
    for one in found[1:]:
        assert one.against is not None and (one.against.meeting or "") >= (one.telling.meeting or "")


@pytest.mark.parametrize(
    ("value", "text", "unit", "half"),
    [
        (4.7, "4.7", "minutes", 0.05),
        (16.0, "16%", "percent", 0.5),
        (27_200_000.0, "27.2", "GBP", 50_000.0),
        (27_800_000.0, "£27.8M", "GBP", 50_000.0),
        (1234.0, "1,234", "count", 0.0),
        (6.0, "Six", "count", 0.0),
        (-25_769.0, "-25,769", "count", 0.0),
        (0.0, "0%", "percent", 0.5),
    ],
)
def test_how_exactly_a_figure_is_printed(value: float, text: str, unit: str, half: float) -> None:
    assert half_unit(value, text, unit) == pytest.approx(half)
