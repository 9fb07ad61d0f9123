"""One measure over time: its lines, its changes in recording, and the list of measures."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from datasette.app import Datasette
from hypothesis import example, given
from hypothesis import strategies as st

from panel_papers import ingested, paper
from serve.charts import HEIGHT, WIDTH, Mark, Series, Vertical, chart_of
from serve.choices import FAMILY, QUERIES
from serve.site import build

YEARS = "Measure\t2016/17\t2017/18\t2018/19\n"
PAPERS = {
    "kent": paper("Kent", f"{YEARS}Burglary\t10,500\t11,020\t10,010", day="9 September 2019"),
    "kent-later": paper("Kent", "Measure\t2018/19\t2019/20\nBurglary\t10,055\t9,201", day="9 September 2020"),
    "essex": paper("Essex", f"{YEARS}Burglary\t8,200\t8,100\t8,050"),
    "surrey": paper("Surrey", "Measure\tMay 2018\tJune 2018\nBurglary\t610\t602"),
}
THEFTS = ("Shoplifting", "Bicycle theft", "Theft from the person")
BURGLARY = "/-/measure/burglary{}?force=kent&force=essex&force=surrey"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(ingested(tmp_path_factory.mktemp("measure"), PAPERS))


async def test_the_table_has_every_point_of_the_chart_with_its_place(site: Datasette) -> None:
    page = (await site.client.get(BURGLARY.format(""))).text
    assert page.count("<polyline") == 2
    points = re.findall(
        r'href="(/-/source/observation/[^"]+)">([^<]+)</a>', page[page.index("<tbody>") : page.index("</tbody>")]
    )
    assert [text for _, text in points] == ["9,201", "10,055", "11,020", "10,500", "8,050", "8,100", "8,200"]
    assert len(points) == page.count("<circle") - page.count('class="ring"')
    place = await site.client.get(points[0][0])
    assert place.status_code == 200 and "9,201" in place.text


async def test_what_was_printed_otherwise_before_is_said_and_ringed(site: Datasette) -> None:
    page = (await site.client.get("/-/measure/burglary?force=kent")).text
    assert "printed 10,010" in page and page.count('class="ring"') == 1


async def test_what_counts_in_another_way_stands_on_no_line_and_says_why(site: Datasette) -> None:
    page = (await site.client.get(BURGLARY.format(""))).text
    left_out = page[page.index('id="left-out"') :]
    assert "Surrey" in left_out and "610" in left_out and "One is of 12 months, the other of 1 month" in left_out


async def test_the_way_of_most_forces_stands_on_the_chart(tmp_path: Path) -> None:
    months = "Measure\tApril 2018\tMay 2018\tJune 2018\n"
    papers = {
        "kent": paper("Kent", f"{months}Burglary\t810\t805\t802"),
        "essex": paper("Essex", f"{YEARS}Burglary\t8,200\t8,100\t8,050"),
        "surrey": paper("Surrey", f"{YEARS}Burglary\t6,200\t6,100\t6,050"),
    }
    site = build(ingested(tmp_path, papers))
    page = (await site.client.get("/-/measure/burglary?force=kent&force=essex&force=surrey")).text
    assert "of Essex, Surrey" in page and "Kent" in page[page.index('id="left-out"') :]


async def test_several_forces_are_drawn_per_1000_and_one_as_printed(site: Datasette) -> None:
    assert "Drawn per 1,000 residents" in (await site.client.get(BURGLARY.format(""))).text
    assert "Drawn per 1,000 residents" not in (await site.client.get("/-/measure/burglary?force=kent")).text
    rows = (await site.client.get(BURGLARY.format(".json"))).json()["rows"]
    assert all(row["per_1000"] == round(row["value"] / row["population"] * 1000, 3) for row in rows)


async def test_a_change_in_recording_is_a_line_with_its_words(tmp_path: Path) -> None:
    ingested(
        tmp_path,
        {"kent": paper("Kent", "Measure\t2013/14\t2014/15\t2015/16\nAll recorded crime\t99,000\t101,000\t108,000")},
    )
    page = (await build(tmp_path / "panel.db").client.get("/-/measure/all-recorded-crime?force=kent")).text
    marks = re.findall(r'<text class="turn"[^>]*>(\d+)<', page)
    assert marks and marks == re.findall(r'<li value="(\d+)"><strong>', page)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/-/measure/no-such", 404, "There is no measure with the id no-such."),
        ("/-/measure/arson", 200, "No paper that was read gives a figure of a force for this."),
        ("/-/measure/burglary?force=nowhere", 200, "Kent"),
        ("/-/measure/burglary?force=gwent", 200, "gives a figure of Gwent for this; here are forces that have some."),
        ("/-/measure/burglary?force=gwent&force=kent", 200, "gives a figure of Gwent for this.</p>"),
        ("/-/measure/burglary?unit=percent", 200, "percent was asked for"),
        ("/-/measures", 200, "1 measure"),
        ("/-/measure/burglary.csv?force=kent", 200, "Kent,2019-04-01,2020-03-31,9201.0"),
    ],
)
async def test_what_else_may_be_asked(site: Datasette, address: str, status: int, said: str) -> None:
    response = await site.client.get(address)
    assert response.status_code == status and said in response.text


async def test_a_large_family_of_measures_is_folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("serve.measure.FAMILY", 2)
    thefts = "\n".join(f"{name}\t{n}0\t{n}1" for n, name in enumerate(THEFTS, 11))
    years = "Measure\t2018/19\t2019/20\nBurglary\t9,001\t9,002\n"
    site = build(ingested(tmp_path, {"kent": paper("Kent", years + thefts)}))
    page = (await site.client.get("/-/measures")).text
    folded = page[page.index("<details>") : page.index("</details>")]
    assert "Theft offences: 3 measures" in folded
    assert all(name in folded for name in THEFTS) and "Shoplifting" not in page.replace(folded, "")
    assert "/-/measure/burglary" in page.replace(folded, "")


def test_the_functions_of_officers_stand_under_one_heading_of_the_menu() -> None:
    with sqlite3.connect(":memory:") as db:
        db.executescript("create table measures (id, name, category, subcategory); create table coverage (measure)")
        functions = [(f"fn-{n}", f"Officers in {n}", "Workforce", "Officers by function") for n in range(FAMILY + 1)]
        strength = [(f"s-{n}", f"Strength {n}", "Workforce", "Strength") for n in range(FAMILY)]
        db.executemany("insert into measures values (?, ?, ?, ?)", functions + strength)
        db.execute("insert into coverage select id from measures")
        groups = [group for _, _, group in db.execute(QUERIES["measures"])]
    assert groups == ["Workforce"] * FAMILY + ["Workforce: Officers by function"] * (FAMILY + 1)


@given(
    st.lists(
        st.lists(
            st.tuples(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.floats(-1e9, 1e9)), min_size=1, max_size=6
        ),
        min_size=1,
        max_size=6,
    )
)
@example([[(dt.date(2000, 1, 1), -1.0), (dt.date(2001, 1, 1), -1.0)]])
def test_whatever_is_drawn_stays_on_the_drawing(lines: list[list[tuple[dt.date, float]]]) -> None:
    series = [Series(str(at), tuple(Mark(day, value) for day, value in sorted(line))) for at, line in enumerate(lines)]
    chart = chart_of(series, [Vertical(dt.date(2015, 4, 1), "1")])
    if chart is None:
        assert all(len(line) < 2 for line in lines)
        return
    marks = [mark for line in chart.lines for mark in line.marks]
    assert all(chart.left <= x <= chart.right and chart.top - 1 <= y <= chart.bottom + 1 for x, y, _ in marks)
    assert all(0 <= line.name_y <= HEIGHT for line in chart.lines)
    assert all(0 <= x <= WIDTH for x, _ in (*chart.years, *chart.verticals))
    names = sorted(line.name_y for line in chart.lines)
    assert all(b - a > 15 for a, b in pairwise(names))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0.0, 93.0], ["0", "20", "40", "60", "80", "100"]),
        ([61.2, 66.0], ["61", "62", "63", "64", "65", "66"]),
        ([3.0, 3.0], ["0", "1", "2", "3"]),
        ([-4.0, 4.0], ["-4", "-2", "0", "2", "4"]),
        ([1200.0, 101_000.0], ["0", "25,000", "50,000", "75,000", "100,000", "125,000"]),
    ],
)
def test_the_numbers_up_the_side_are_round(values: list[float], ticks: list[str]) -> None:
    marks = tuple(Mark(dt.date(2020 + at, 1, 1), value) for at, value in enumerate(values))
    chart = chart_of([Series("one", marks)])
    assert chart is not None and [text for _, text in chart.across] == ticks
    assert chart.from_zero == (ticks[0] == "0")


def test_points_far_apart_are_not_joined() -> None:
    days = [
        dt.date(2015, 3, 31),
        dt.date(2016, 3, 31),
        dt.date(2019, 3, 31),
        dt.date(2020, 3, 31),
        dt.date(2024, 3, 31),
    ]
    chart = chart_of([Series("one", tuple(Mark(day, 5.0 + day.year) for day in days))])
    assert chart is not None and [len(piece.split()) for piece in chart.lines[0].pieces] == [2, 2]


DISTRICTS = """
### Burglary by district

District\t2017/18\t2018/19\tChange
Harrogate\t412\t398\t-3.4%
Ryedale\t55\t61\t10.9%

### The whole force

Measure\t2017/18\t2018/19
Burglary\t6,130\t6,380
"""


@pytest.fixture(scope="module")
def with_districts(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    later = "\n### Burglary by district\n\nDistrict\t2019/20\nHarrogate\t377\nRyedale\t58\n"
    papers = {
        "york": paper("North Yorkshire", DISTRICTS),
        "york-later": paper("North Yorkshire", later, day="9 September 2020"),
        "kent": PAPERS["kent"],
        "hants": paper("Hampshire", "\n### Robbery by district\n\nDistrict\t2018/19\nGosport\t44\nHavant\t51\n"),
    }
    return build(ingested(tmp_path_factory.mktemp("districts"), papers))


async def test_a_district_has_its_own_line_and_every_figure_of_it(with_districts: Datasette) -> None:
    address = "/-/measure/burglary?force=north-yorkshire&area=Harrogate"
    page = (await with_districts.client.get(address)).text
    assert "<h1>Burglary (all): Harrogate, North Yorkshire</h1>" in page
    line = page[page.index('id="figures-caption"') : page.index("</table>")]
    assert re.findall(r'/-/source/observation/[^"]+">([^<]+)</a>', line) == ["377", "398", "412"]
    assert page.count("<circle") == 3
    every = page[page.index('id="of-part"') : page.index('id="parts"')]
    assert re.findall(r'/-/source/observation/[^"]+">([^<]+)</a>', every) == ["377", "398", "-3.4%", "412"]
    assert "a change in percent, −3.4%" in every and "6,380" not in page
    assert 'area=Ryedale">Ryedale</a>' in page and 'area=Harrogate">Harrogate' not in page
    rows = (await with_districts.client.get(address.replace("?", ".json?"))).json()
    assert [row["value"] for row in rows["rows"]] == [412, 398, 377] and rows["address"].endswith("&area=Harrogate")
    alone = (await with_districts.client.get("/-/measure/burglary?area=harrogate")).text
    assert "<strong>3 figures</strong> of Harrogate, a part of North Yorkshire" in alone


async def test_the_place_of_a_figure_of_a_district_leads_to_the_years_of_the_district(
    with_districts: Datasette,
) -> None:
    page = (await with_districts.client.get("/-/measure/burglary?area=Ryedale")).text
    place = re.search(r'href="(/-/source/observation/[^"]+)">61<', page)
    assert place
    source = (await with_districts.client.get(place[1])).text
    assert re.search(r'force=north-yorkshire&amp;area=Ryedale">Burglary \(all\), Ryedale, over time<', source)
    whole = re.search(
        r'href="(/-/source/observation/[^"]+)">6,380<',
        (await with_districts.client.get("/-/measure/burglary?force=north-yorkshire")).text,
    )
    assert whole
    assert re.search(
        r'force=north-yorkshire">Burglary \(all\) over time<', (await with_districts.client.get(whole[1])).text
    )


async def test_two_spellings_of_a_part_are_one(tmp_path: Path) -> None:
    later = "\n### Burglary by district\n\nDistrict\t2019/20\nHarrogate & Selby\t377\n"
    first = "\n### Burglary by district\n\nDistrict\t2018/19\nHarrogate and Selby\t398\nCraven\t20\n"
    papers = {"a": paper("North Yorkshire", first), "b": paper("North Yorkshire", later, day="9 September 2020")}
    site = build(ingested(tmp_path, papers))
    for spelling in ("Harrogate+and+Selby", "harrogate+%26+selby"):
        rows = (await site.client.get(f"/-/measure/burglary.json?area={spelling}")).json()["rows"]
        assert [row["value"] for row in rows] == [398, 377], spelling
    page = (await site.client.get("/-/measure/burglary?force=north-yorkshire")).text
    assert re.findall(r">([^<]*)</a>", page[page.index('id="parts"') :])[:2] == ["Craven", "Harrogate &amp; Selby"]


async def test_a_force_names_its_districts_and_its_line_has_none_of_them(with_districts: Datasette) -> None:
    page = (await with_districts.client.get("/-/measure/burglary?force=north-yorkshire&force=kent")).text
    parts = page[page.index('id="parts"') :]
    assert re.findall(r'area=(\w+)"', parts) == ["Harrogate", "Ryedale"]
    assert "398" not in page[: page.index('id="parts"')] and "6,380" in page
    assert 'id="parts"' not in (await with_districts.client.get("/-/measure/burglary?force=kent")).text


async def test_a_force_whose_figures_are_all_of_its_parts_says_so(with_districts: Datasette) -> None:
    page = (await with_districts.client.get("/-/measure/robbery?force=hampshire-and-isle-of-wight")).text
    assert "None of the figures of Hampshire and Isle of Wight for this is of the whole force at one time" in page
    assert 'area=Gosport">Gosport</a>' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?area=Nowhere", "may be a part of several forces, or of none"),
        ("?force=kent&area=Harrogate", "gives a figure of “Harrogate” in Kent for this."),
        ("?force=kent&force=north-yorkshire&area=Harrogate", "choose one force"),
        ("?force=north-yorkshire&area=North+Yorkshire", "<strong>2 figures</strong> of North Yorkshire\n"),
        ("?force=north-yorkshire&area=%3Cb%3E", "“&lt;b&gt;”"),
    ],
)
async def test_an_area_that_is_no_part_is_told_as_such(with_districts: Datasette, query: str, said: str) -> None:
    response = await with_districts.client.get(f"/-/measure/burglary{query}")
    assert response.status_code == 200 and said in response.text
    for form in ("csv", "xlsx"):
        assert (await with_districts.client.get(f"/-/measure/burglary.{form}{query}")).status_code == 200
