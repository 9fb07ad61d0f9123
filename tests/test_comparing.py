"""Whose a figure is, how it was counted, and whether two may stand side by side."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.comparing import Across, compare
from schema.figure import Figure, denominator, figure_of, kind_of, system_named
from schema.vocabulary import forces, recording_changes
from schema.whose import whose

WHOSE = {
    ("Lancashire", "lancashire", "lancashire"): "force:lancashire",
    ("Lancashire Constabulary", "lancashire", None): "force:lancashire",
    ("Leicester, Leicestershire and Rutland", "leicestershire", "leicestershire"): "force:leicestershire",
    (None, "kent", "kent"): "force:kent",
    (None, None, "kent"): "unknown",
    ("Preston", "lancashire", "lancashire"): "part:lancashire:preston",
    ("Most Similar Group", None, "wiltshire"): "group:wiltshire:most similar group",
    ("MSG average", None, "kent"): "group:kent:most similar group",
    ("Family of forces", None, "surrey"): "group:surrey:most similar group",
    ("England & Wales", None, "kent"): "country:england and wales",
    ("England and Wales average", None, "kent"): "country:england and wales",
    ("National average", None, "kent"): "country:national",
    ("Eng & Wales", None, "kent"): "country:england and wales",
    ("E&W average", None, "kent"): "country:england and wales",
    ("Most similar forces average", None, "kent"): "group:kent:most similar group",
    ("MSF", None, "kent"): "group:kent:most similar group",
    ("Peer group", None, "kent"): "group:kent:most similar group",
    ("Force Average", "kent", "kent"): "force:kent",
    ("Force total", "kent", "kent"): "force:kent",
    ("The Constabulary", "lancashire", "lancashire"): "force:lancashire",
    ("Forcewide", "kent", "kent"): "force:kent",
    ("National", None, "kent"): "country:national",
    ("North West Region", None, "lancashire"): "region:north west",
    ("the North West", None, "lancashire"): "region:north west",
    ("Regional average", None, "lancashire"): "region:north west",
    ("Region", None, None): "unknown:region",
    ("West Midlands Region", None, "warwickshire"): "region:west midlands",
    ("West Midlands", None, "warwickshire"): "force:west-midlands",
    ("South Wales", None, "gwent"): "force:south-wales",
    ("Merseyside", None, "cheshire"): "force:merseyside",
    ("Team 3", None, "cheshire"): "unknown:cheshire:team 3",
}


@pytest.mark.parametrize(("given", "key"), WHOSE.items(), ids=lambda value: str(value))
def test_whose_a_figure_is(given: tuple[str | None, str | None, str | None], key: str) -> None:
    assert whose(*given).key == key


def test_every_force_is_found_by_its_names() -> None:
    for force in forces():
        assert {whose(name, None, None).key for name in (force.name, force.police_name)} == {f"force:{force.id}"}


DENOMINATORS = {
    "per 1,000 population": "1,000 population",
    "per 1000 residents": "1,000 population",
    "Crimes per 1,000": "1,000 population",
    "per 10,000 people": "10,000 population",
    "per 100,000 of the population": "100,000 population",
    "per million population": "1,000,000 population",
    "per head of population": "1 population",
    "Cost per capita": "1 population",
    "per thousand population": "1,000 population",
    "rate per thousand": "1,000 population",
    "Crimes / 1000 pop": "1,000 population",
    "Offences/1,000 residents": "1,000 population",
    "per 10k population": "10,000 population",
    "per '000 population": "1,000 population",
    "per 100 officers": "100 officers",
    "per ten thousand people": "10,000 population",
    "crime per 1,000 of the resident population": "1,000 population",
    "01/04/2014": None,
    "2013/14": None,
    "50 per cent": None,
    "Per 1,000 employees": "1,000 employees",
    "Allegations per 1,000 staff": "1,000 employees",
    "burglaries per 1,000 households": "1,000 households",
    "a week": "week",
    "each day": "day",
    "cost per incident": None,
    "Burglary": None,
    None: None,
}


@pytest.mark.parametrize(("text", "meant"), DENOMINATORS.items())
def test_denominators(text: str | None, meant: str | None) -> None:
    assert denominator(text) == meant


SYSTEMS = {
    "Reduction in no. of missing reports (STORM)": "storm",
    "Reduction in no. of missing reports (COMPACT)": "compact",
    "Source: iQuanta": "iquanta",
    "CONNECT MI": "connect",
    "Confidence (Crime Survey for England and Wales)": "crime survey",
    "a monthly telephone survey of residents": "own survey",
    "incidents in STORM are closed before they are in COMPACT": None,
    "People who connect with us after a storm": None,
}


@pytest.mark.parametrize(("words", "system"), SYSTEMS.items())
def test_systems(words: str, system: str | None) -> None:
    assert system_named(words) == system


def test_kinds() -> None:
    assert [kind_of(s, "Burglary") for s in ("actual", "total", "share", "average", "target")] == [
        "level",
        "level",
        "level",
        "average",
        "target",
    ]
    assert kind_of("actual", "Median Time to Arrive") == "median"
    assert kind_of("actual", "Time to Answer (Average)") == "average"


@pytest.mark.parametrize(
    "label",
    [
        "average Band D council tax", "Average Band D precept", "Police precept for an average Band D property", "Average Band D",
        "Average council tax (Band D)", "average police charge at Band D", "Band D average", "average Band B household – precept",
        "Avg. band D bill", "Mean Band D equivalent precept",
    ],
)  # fmt: skip
def test_what_a_band_is_charged_is_no_mean(label: str) -> None:
    assert kind_of("actual", label) == "level"
    assert kind_of("percent_change", label) == "percent_change"


HELD = {
    ("officers-headcount", "actual", "2014-09-01", "2015-08-31"): "2015-08-31/2015-08-31",
    ("officers-fte", "actual", "2019-04-01", "2020-03-31"): "2020-03-31/2020-03-31",
    ("pcso-fte", "actual", "2020-03-31", "2020-03-31"): "2020-03-31/2020-03-31",
    ("specials", "actual", None, "2020-03-31"): "2020-03-31/2020-03-31",
    ("cadets", "total", "2020-07-01", "2020-09-30"): "2020-09-30/2020-09-30",
    ("officers-headcount", "average", "2019-04-01", "2020-03-31"): "2019-04-01/2020-03-31",
    ("officers-headcount", "change", "2019-04-01", "2020-03-31"): "2019-04-01/2020-03-31",
    ("officers-recruited", "actual", "2019-04-01", "2020-03-31"): "2019-04-01/2020-03-31",
    ("officers-leavers", "actual", "2019-04-01", "2020-03-31"): "2019-04-01/2020-03-31",
    ("burglary", "actual", "2019-04-01", "2020-03-31"): "2019-04-01/2020-03-31",
}


@pytest.mark.parametrize(("printed", "days"), HELD.items(), ids=str)
def test_what_a_force_has_is_of_the_last_day_of_its_period(
    printed: tuple[str, str, str | None, str], days: str
) -> None:
    measure, statistic, start, end = printed
    names = "id measure area force label note context unit value value_text breakdown qualifier obs_status confidence measure_score disputed"
    row = {name: None for name in [*names.split(), "value_to"]}
    row |= {"id": "x", "measure": measure, "force": "kent", "label": "x", "value": 3010, "unit": "count"}
    row |= {"statistic": statistic, "period_start": start, "period_end": end}
    key = figure_of(row, "kent").comparable_key
    assert key is not None and key.split("|")[3] == days


YEAR = (dt.date(2018, 7, 1), dt.date(2019, 6, 30))


def figure(force: str = "kent", **more: object) -> Figure:
    fields: dict[str, object] = {
        "id": f"{force}-1",
        "measure": "burglary",
        "whose": whose(None, force, force),
        "kind": "level",
        "unit": "count",
        "value": 4900.0,
        "value_text": "4,900",
        "start": YEAR[0],
        "end": YEAR[1],
    }
    return Figure(**{**fields, **more})  # type: ignore[arg-type]


#: What is different of the second figure -> the code, and whether it bars.
DIFFERENT: dict[str, tuple[dict[str, object], bool]] = {
    "no_value": ({"value": None}, True),
    "measure": ({"measure": "robbery"}, True),
    "unit": ({"unit": "GBP"}, True),
    "denominator": ({"per": "10,000 population"}, True),
    "statistic": ({"kind": "median"}, True),
    "breakdown": ({"breakdown": "Repeat victims"}, True),
    "area": ({"whose": whose("Dover", "sussex", "sussex")}, True),
    "period_unknown": ({"start": None}, True),
    "period_length": ({"start": dt.date(2019, 4, 1)}, True),
    "period_end": ({"start": dt.date(2018, 6, 1), "end": dt.date(2019, 5, 31)}, True),
    "source_system": ({"system": "storm"}, False),
    "definition": ({"obs_status": "D"}, True),
    "forecast": ({"obs_status": "F"}, True),
    "unsure": ({"confidence": 0.3}, True),
    "provisional": ({"obs_status": "P"}, False),
    "estimated": ({"obs_status": "E"}, False),
    "series_break": ({"obs_status": "B"}, False),
    "qualifier": ({"qualifier": "over"}, False),
    "disputed": ({"disputed": 1}, False),
}


@pytest.mark.parametrize("code", DIFFERENT)
def test_what_keeps_two_figures_apart(code: str) -> None:
    difference, bars = DIFFERENT[code]
    found = compare(figure(), figure("sussex", **difference))
    assert [(reason.code, reason.bars) for reason in found.reasons] == [(code, bars)]
    assert found.comparable is not bars
    assert found.barring + found.notes == found.reasons


def test_figures_of_two_forces_for_one_time() -> None:
    assert compare(figure(), figure("sussex", value=12.0)).reasons == ()


def test_two_systems_are_not_compared_but_one_that_is_not_named_is() -> None:
    assert not compare(figure(system="storm"), figure("sussex", system="compact")).comparable
    assert compare(figure(system="storm"), figure("sussex")).comparable


def test_the_same_force_over_time() -> None:
    june = figure(measure="robbery", start=dt.date(2019, 6, 1), end=dt.date(2019, 6, 30))
    july = replace(june, start=dt.date(2019, 7, 1), end=dt.date(2019, 7, 31))
    february = replace(june, start=dt.date(2019, 2, 1), end=dt.date(2019, 2, 28))
    assert compare(june, july, across="time").reasons == compare(february, july, across="time").reasons == ()
    assert [r.code for r in compare(june, july).barring] == ["period_end"]
    other = compare(june, replace(july, whose=whose(None, "sussex", None)), across="time")
    assert [r.code for r in other.barring] == ["area"]
    assert other.barring[0].sentence == "One is of Kent, the other of Sussex."


def test_a_change_in_recording_between_two_figures_is_told() -> None:
    before = figure(measure="knife-crime", start=dt.date(2019, 4, 1), end=dt.date(2020, 3, 31))
    after = figure(measure="knife-crime", start=dt.date(2020, 4, 1), end=dt.date(2021, 3, 31))
    found = compare(before, after, across="time")
    assert found.comparable and "recording_change" in {r.code for r in found.notes}
    assert any("2020-04-01" in r.sentence for r in found.notes)
    assert not [r for r in compare(before, before).reasons if r.code == "recording_change"]


def test_a_change_of_one_force_parts_it_from_the_others() -> None:
    year = (dt.date(2018, 4, 1), dt.date(2019, 3, 31))
    mine = figure("lancashire", measure="violence-without-injury", start=year[0], end=year[1])
    theirs = replace(mine, whose=whose(None, "kent", None))
    (note,) = compare(mine, theirs).notes
    assert note.code == "recording_change" and "2017-11-28, Lancashire" in note.sentence


def test_names_that_are_easily_confused_are_said_to_be() -> None:
    found = compare(figure(measure="victim-based-crime"), figure("sussex", measure="all-recorded-crime"))
    assert found.barring[0].sentence.endswith("though the names are easily confused.")


ROW = {
    "id": "x",
    "label": "Burglary",
    "note": None,
    "context": "Tackling Crime",
    "measure": "burglary",
    "measure_score": 1.0,
    "area": "Kent",
    "force": "kent",
    "breakdown": None,
    "period_start": "2018-07-01",
    "period_end": "2019-06-30",
    "statistic": "actual",
    "unit": "count",
    "value": 4900.0,
    "value_to": None,
    "value_text": "4,900",
    "qualifier": None,
    "obs_status": "A",
    "confidence": 1.0,
    "disputed": 0,
}
#: What is different of the row -> its two keys.
KEYS: list[tuple[dict[str, object], str | None, str | None]] = [
    ({}, "force:kent|burglary|level|count|2018-07-01/2019-06-30", "burglary|level|count|2018-07-01/2019-06-30"),
    (
        {"area": "England & Wales", "force": None},
        "country:england and wales|burglary|level|count|2018-07-01/2019-06-30",
        "burglary|level|count|2018-07-01/2019-06-30|for=country",
    ),
    (
        {"unit": "rate", "statistic": "rate", "note": "per 1,000 population", "breakdown": "Repeat Victims"},
        "force:kent|burglary|rate|rate|2018-07-01/2019-06-30|per=1,000 population|of=repeat victims",
        "burglary|rate|rate|2018-07-01/2019-06-30|per=1,000 population|of=repeat victims",
    ),
    ({"measure": None}, None, None),
    ({"measure_score": 0.8}, None, None),
    ({"period_start": None}, None, None),
    ({"value": None}, None, None),
    ({"area": None, "force": None}, None, None),
]


@pytest.mark.parametrize(("difference", "claim", "told"), KEYS)
def test_keys(difference: dict[str, object], claim: str | None, told: str | None) -> None:
    found = figure_of({**ROW, **difference}, "kent")
    assert (found.claim_key, found.comparable_key) == (claim, told)


days = st.sampled_from([dt.date(2017, 4, 1), dt.date(2018, 3, 31), dt.date(2018, 4, 1), dt.date(2019, 3, 31)])
figures = st.builds(
    Figure,
    id=st.just("x"),
    measure=st.sampled_from(["burglary", "knife-crime", "violence-without-injury", None]),
    whose=st.sampled_from([whose(*given) for given in WHOSE]),
    kind=st.sampled_from(["level", "rate"]),
    unit=st.sampled_from(["count", "rate"]),
    value=st.sampled_from([1.0, None]),
    start=st.one_of(st.none(), days),
    end=st.one_of(st.none(), days),
    per=st.sampled_from([None, "1,000 population"]),
    breakdown=st.sampled_from([None, "Adults", "adults "]),
    system=st.sampled_from([None, "storm", "compact"]),
    obs_status=st.sampled_from("APEFD"),
    confidence=st.sampled_from([1.0, 0.8, 0.3]),
).filter(lambda one: one.start is None or one.end is None or one.start < one.end)


@given(figures, figures, st.sampled_from(["forces", "time"]))
def test_the_order_of_two_figures_does_not_matter(a: Figure, b: Figure, across: Across) -> None:
    there, back = compare(a, b, across=across), compare(b, a, across=across)
    assert sorted(r.code for r in there.reasons) == sorted(r.code for r in back.reasons)
    assert there.comparable is back.comparable


@given(figures, figures)
def test_equal_keys_can_be_compared(a: Figure, b: Figure) -> None:
    b = replace(b, measure=a.measure, kind=a.kind, unit=a.unit, start=a.start, end=a.end, value=a.value)
    if a.comparable_key is not None and a.comparable_key == b.comparable_key:
        assert compare(a, b).comparable


def test_every_change_in_recording_has_a_day() -> None:
    for change in recording_changes():
        one = figure(
            measure=change.measures[0] if change.measures else "burglary",
            start=dt.date(1990, 1, 1),
            end=dt.date(1990, 12, 31),
        )
        two = replace(one, start=dt.date(2030, 1, 1), end=dt.date(2030, 12, 31))
        if change.measures and change.force in (None, "kent"):
            assert any(change.what in r.sentence for r in compare(one, two, across="time").notes)


@given(st.text(max_size=60), st.sampled_from([None, "kent"]), st.sampled_from([None, "lancashire"]))
def test_no_text_makes_it_raise(text: str, force: str | None, home: str | None) -> None:
    assert whose(text, force, home).key
    assert denominator(text) is None or denominator(text)
    assert system_named(text) in (
        None,
        "storm",
        "connect",
        "compact",
        "athena",
        "niche",
        "iquanta",
        "forcesight",
        "crime survey",
        "own survey",
    )


@given(
    st.sampled_from([1, 100, 1_000, 10_000, 100_000, 1_000_000]),
    st.sampled_from(["population", "employees", "officers", "households"]),
)
def test_a_denominator_reads_back_as_itself(number: int, what: str) -> None:
    written = f"{number:,} {what}"
    assert denominator(f"per {written}") == (written if number > 1 else None)
    assert denominator(f"Crimes per {number} {what}") == (written if number > 1 else None)
