"""The search: what is found of each kind, names however they are spelt, filters, pages, and any text at all."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

import served
from panel_papers import ingested, paper
from serve import search
from serve.names import Named, Names, names
from serve.search import day_in, financial_year_in, matching, number_in
from serve.site import build
from serve.wording import sort_of_number

HOST = "http://localhost"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return served.build(tmp_path_factory.mktemp("search") / "panel.db")


@pytest.fixture(scope="module")
def site(path: Path) -> Datasette:
    return build(path)


async def found(site: Datasette, **asked: object) -> dict[str, Any]:
    response = await site.client.get(f"/-/search.json?{urlencode(asked)}")
    assert response.status_code == 200, response.text
    told: dict[str, Any] = response.json()
    return told


async def page(site: Datasette, **asked: object) -> str:
    response = await site.client.get(f"/-/search?{urlencode(asked)}")
    assert response.status_code == 200, response.text
    return response.text


async def test_every_kind_is_found_by_its_words(site: Datasette) -> None:
    kinds = (await found(site, q="recorded crime", force="lancashire"))["kinds"]
    assert [row["value_text"] for row in kinds["figures"]["rows"]] == ["96,104", "4.2%"]
    assert kinds["papers"]["total"] == 1 and "[[recorded]] [[crime]]" in kinds["papers"]["rows"][0]["passage"].lower()
    (award,) = (await found(site, q="doorstep"))["kinds"]["awards"]["rows"]
    assert (award["recipient"], award["amount"], award["status"]) == ("Doorstep project", 12500, "awarded")
    (date,) = (await found(site, q="next meetings"))["kinds"]["dates"]["rows"]
    assert (date["type"], date["start"]) == ("next_meeting", "2015-12-07")


async def test_each_hit_leads_to_its_place(site: Datasette) -> None:
    for kind, told in (await found(site, q="project"))["kinds"].items():
        for row in told["rows"]:
            assert row["address"].startswith(f"{HOST}/-/"), kind
            assert (await site.client.get(row["address"].removeprefix(HOST))).status_code == 200


async def test_a_change_is_not_shown_as_a_level(site: Datasette) -> None:
    shown = re.findall(
        r"<li>.*?</li>", await page(site, q="recorded crime", kind="figures", force="lancashire"), re.DOTALL
    )
    level, change = [one for one in shown if "All recorded crime:" in one]
    assert "96,104</a>" in level and 'class="sort"' not in level
    assert "4.2%</a>" in change and "a change in percent, −4.2%" in change and "doubtful" in change


@pytest.mark.parametrize(
    ("statistic", "value", "unit", "said"),
    [
        ("actual", 96104.0, "count", None),
        ("total", 5.0, "count", None),
        (None, 5.0, "count", None),
        ("percent_change", -4.2, "percent", "a change in percent, −4.2%"),
        ("percent_change", 4.2, "percent", "a change in percent, +4.2%"),
        ("percent_change", 0.0, "percent", "a change in percent, 0%"),
        ("percent_change", None, "percent", "a change in percent"),
        ("point_change", -1.5, "percent", "a change in percentage points, −1.5 percentage points"),
        ("change", 250000.0, "GBP", "a change, +£250,000"),
        ("change", -25769.0, "count", "a change, −25,769"),
        ("target", 90.0, "percent", "a target"),
        ("rank", 3.0, "rank", "a rank"),
        ("something_new", 3.0, None, "something new"),
    ],
)
def test_what_is_no_level_says_so(
    statistic: str | None, value: float | None, unit: str | None, said: str | None
) -> None:
    assert sort_of_number(statistic, value, unit) == said


@pytest.mark.parametrize("typed", ["96104", "96,104", " 96,104 "])
async def test_a_number_finds_its_figures_and_pages(site: Datasette, typed: str) -> None:
    kinds = (await found(site, q=typed))["kinds"]
    assert [row["value_text"] for row in kinds["figures"]["rows"]] == ["96,104"]
    assert [row["document_id"] for row in kinds["papers"]["rows"]] == [served.LANCASHIRE]


async def test_an_amount_and_a_change_by_their_number(site: Datasette) -> None:
    assert [row["amount"] for row in (await found(site, q="£12,500"))["kinds"]["awards"]["rows"]] == [12500]
    assert [row["value"] for row in (await found(site, q="4.2%"))["kinds"]["figures"]["rows"]] == [-4.2]


@pytest.mark.parametrize("typed", ["7 December 2015", "2015-12-07", "December 2015", "07/12/2015", "7 dec 2015"])
async def test_a_day_finds_its_dates(site: Datasette, typed: str) -> None:
    rows = (await found(site, q=typed))["kinds"]["dates"]["rows"]
    assert [row["start"] for row in rows] == ["2015-12-07"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("7 December 2015", "2015-12-07"),
        ("December 2015", "2015-12"),
        ("2015-12", "2015-12"),
        ("31/02/2015", ""),
        ("burglary", ""),
        ("", ""),
    ],
)
def test_days_that_are_typed(words: str, day: str) -> None:
    assert day_in(words) == day


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("134069", (134069.0, "134,069")),
        ("134,069", (134069.0, "134069")),
        ("£4.854m", (4854000.0, "4.854")),
        ("4.8 million", (4800000.0, "4.8")),
        ("-4.2%", (4.2, "4.2")),
        ("£250k", (250000.0, "250")),
        ("12 burglaries", (None, "")),
        ("1,23", (None, "")),
    ],
)
def test_numbers_that_are_typed(words: str, number: tuple[float | None, str]) -> None:
    assert number_in(words) == number


async def test_earlier_versions_are_not_found(site: Datasette) -> None:
    told = await found(site, q="recorded crime")
    documents = {row["document_id"] for kind in told["kinds"].values() for row in kind["rows"]}
    assert served.LANCASHIRE in documents and served.EARLIER not in documents


@pytest.mark.parametrize(
    ("asked", "forces"),
    [
        ({"force": "kent"}, {"Kent"}),
        ({"year": "2015"}, {"Kent", "Lancashire"}),
        ({"year": "2016", "force": "durham"}, {"Durham"}),
        ({"year": "1999"}, set()),
        ({"force": "nowhere"}, set()),
    ],
)
async def test_filters(site: Datasette, asked: dict[str, str], forces: set[str]) -> None:
    told = await found(site, q="recorded", **asked)
    for kind in ("figures", "papers"):
        assert {row["force"] for row in told["kinds"][kind]["rows"]} == forces, kind


async def test_one_kind_alone(site: Datasette) -> None:
    told = await found(site, q="recorded", kind="papers")
    assert list(told["kinds"]) == ["papers"]
    for asked in ("kind=odd", "year=odd", "year=20199"):
        assert (await site.client.get(f"/-/search?q=crime&{asked}")).status_code == 400


@pytest.mark.parametrize("kind", list(search.KINDS))
async def test_pages_lose_nothing(site: Datasette, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"figures": "ward", "awards": "burnley OR chorley", "dates": "2015", "papers": "recorded"}[kind]
    whole = (await found(site, q=words, kind=kind))["kinds"][kind]
    for ranked in (search.RANKED, 0):
        monkeypatch.setattr(search, "RANKED", ranked)
        monkeypatch.setattr(search, "PAGE", 3)
        seen, number, more = [], 1, True
        while more:
            told = (await found(site, q=words, kind=kind, page=number))["kinds"][kind]
            assert len(told["rows"]) <= 3
            seen += [(row["document_id"], row["page"], row["id"]) for row in told["rows"]]
            number, more = number + 1, told["more"]
        assert len(seen) == len(set(seen)) == whole["total"]
        monkeypatch.undo()


async def test_pages_are_turned_by_links_and_end(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PAGE", 10)
    address, labels = "/-/search?q=ward&kind=figures", []
    while address:
        text = (await site.client.get(address)).text
        labels += re.findall(r"/-/source/observation/[^\"]+", text)
        following = re.search(r'<a href="(\?[^"]+)" rel="next"', text)
        address = f"/-/search{following[1].replace('&amp;', '&')}" if following else ""
    assert (
        len(labels)
        == len(set(labels))
        == (await found(site, q="ward", kind="figures"))["kinds"]["figures"]["total"]
        == 80
    )
    assert "no more than stand on" in await page(site, q="ward", kind="figures", page=99)


async def test_more_than_are_counted(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 5)
    assert "more than 5" in await page(site, q="ward")
    assert (await found(site, q="ward", kind="figures", most=5))["kinds"]["figures"]["total"] is None


async def test_a_force_among_other_words_is_a_filter_that_can_be_dropped(site: Datasette) -> None:
    told = await found(site, q="recorded crime kent")
    assert told["searched_for"] == "recorded crime"
    assert {row["force"] for row in told["kinds"]["figures"]["rows"]} == {"Kent"}
    assert "Search for all the words anywhere" in await page(site, q="recorded crime kent")
    told = await found(site, q="recorded crime kent", anywhere=1)
    assert told["searched_for"] == "recorded crime kent" and not told["kinds"]["figures"]["rows"]


async def test_what_was_meant(site: Datasette) -> None:
    told = await found(site, q="recroded crime lancshire")
    assert told["did_you_mean"] == "recorded crime lancashire"
    assert ("force", "lancashire") in {(one["sort"], one["id"]) for one in told["ways_in"]}
    text = await page(site, q="recroded crime lancshire")
    assert 'Did you mean <a href="/-/search?q=recorded+crime+lancashire">recorded crime lancashire</a>?' in text
    assert (await found(site, q="recorded"))["did_you_mean"] is None
    assert (await found(site, q="doorstep"))["did_you_mean"] is None, "a word of the papers is spelt as it should be"


async def test_what_is_named_comes_first_and_has_a_page(site: Datasette) -> None:
    told = await found(site, q="all recorded crime kent")
    sorts = {one["sort"]: one for one in reversed(told["ways_in"])}
    assert sorts["measure"]["address"] == f"{HOST}/-/measure/{served.MEASURE}?force=kent"
    assert sorts["force"]["address"] == f"{HOST}/-/force/kent"
    for one in told["ways_in"]:
        assert (await site.client.get(one["address"].removeprefix(HOST))).status_code == 200


@pytest.fixture(scope="module")
def of_victims(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    table = "Measure\t2017/18\t2018/19\nBurglary\t9,001\t9,002\nVictim support referrals\t31\t32\n"
    told = "\n## Victim support\n\nVictim Support was awarded £20,000 to help victims of burglary in 2018/19.\n\n"
    return build(ingested(tmp_path_factory.mktemp("victims"), {"kent": paper("Kent", told + table)}))


async def test_awards_to_an_organisation_come_before_figures_under_a_heading_with_its_words(
    of_victims: Datasette,
) -> None:
    text = await page(of_victims, q="victim support")
    assert text.index('class="named"') < text.index('id="awards"') < text.index('id="figures"')
    told = await found(of_victims, q="victim support")
    assert told["ways_in"][0]["sort"] == "organisation"
    labels = [row["label"] for row in told["kinds"]["figures"]["rows"]]
    assert set(labels[:2]) == {"Victim support referrals"} and "Burglary" in labels[2:]
    other = await page(of_victims, q="burglary")
    assert other.index('id="figures"') < other.index('id="awards"')


async def test_a_financial_year_among_the_words_is_that_of_the_figures_and_compares_forces(
    of_victims: Datasette,
) -> None:
    for typed in ("burglary 2018/19", "burglary in kent 2018-2019", "2018/19 burglary"):
        told = await found(of_victims, q=typed)
        assert [row["value"] for row in told["kinds"]["figures"]["rows"]] == [9002], typed
        first = told["ways_in"][0]
        assert (first["sort"], first["name"]) == ("comparison", "Burglary (all): forces compared in 2018/19")
        assert first["address"] == f"{HOST}/-/compare?measure=burglary&period=2018-04-01%2F2019-03-31"
        assert "9,002" in (await of_victims.client.get(first["address"].removeprefix(HOST))).text
    assert "comparison" not in {one["sort"] for one in (await found(of_victims, q="burglary 2011/12"))["ways_in"]}


async def test_that_a_force_has_nothing_of_the_words_is_said_of_the_force(of_victims: Datasette) -> None:
    assert "Nothing says “robbery” in what is told of Kent." in await page(of_victims, q="robbery Kent")


@pytest.fixture(scope="module")
def of_districts(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    rows = """
### Burglary by district

District\t2017/18\t2018/19
Harrogate\t412\t398
Ryedale\t55\t61
Kingston & Selby\t201\t240

### Harrogate and Selby

Measure\t2017/18\t2018/19
Burglary\t613\t638
Robbery\t20\t31

### Community fund

The Commissioner awarded £4,000 to Ryedale Boxing Club in 2018/19.
"""
    return build(ingested(tmp_path_factory.mktemp("districts"), {"york": paper("North Yorkshire", rows)}))


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("Harrogate burglary", [398, 412, 638, 613]),
        ("burglary HARROGATE", [398, 412, 638, 613]),
        ("burglaries in Harrogate in North Yorkshire", [398, 412, 638, 613]),
        ("Harrogate", [398, 412, 31, 638, 20, 613]),
        ("Ryedale 2019", [61]),
        ("Ryedale 2018", [61, 55]),
        ("Ryedale 2018/19", [61]),
        ("how many burglaries were there in Ryedale in March 2018?", [55]),
        ("Kingston and Selby burglary", [240, 201]),
        ("harrogate robbery 2019", [31]),
        ("Ryedale robbery", []),
        ("Ryedale 2011", []),
    ],
)
async def test_figures_are_found_by_the_place_that_they_are_for(
    of_districts: Datasette, typed: str, values: list[float]
) -> None:
    rows = (await found(of_districts, q=typed))["kinds"]["figures"]["rows"]
    assert sorted(row["value"] for row in rows) == sorted(values)
    named = [row["value"] for row in rows if row["area"] in ("Harrogate", "Ryedale", "Kingston & Selby")]
    assert named == [row["value"] for row in rows][: len(named)], (
        "the place itself comes before one that it is a part of"
    )


async def test_a_measure_in_a_district_has_a_way_to_its_years(of_districts: Datasette) -> None:
    for typed in ("Ryedale burglary", "how did burglary in Ryedale go?"):
        first = (await found(of_districts, q=typed))["ways_in"][0]
        assert (first["sort"], first["name"]) == ("part", "Burglary (all): Ryedale")
        assert first["address"] == f"{HOST}/-/measure/burglary?force=north-yorkshire&area=Ryedale"
        assert (
            "<strong>2 figures</strong> of Ryedale"
            in (await of_districts.client.get(first["address"].removeprefix(HOST))).text
        )
    for typed in ("burglary", "burglary North Yorkshire"):
        assert "part" not in {one["sort"] for one in (await found(of_districts, q=typed))["ways_in"]}


async def test_a_line_of_the_search_says_whose_and_when(of_districts: Datasette) -> None:
    text = await page(of_districts, q="Ryedale burglary 2019", kind="figures")
    (line,) = re.findall(r"<li>\s*<a href=\"/-/source.*?</li>", text, re.DOTALL)
    assert ">Burglary by district, Ryedale: 61</a>" in line
    assert '<span class="quiet">2018/19 · Burglary (all) · North Yorkshire ·' in line


async def test_awards_are_found_by_their_year(of_districts: Datasette) -> None:
    for typed, amounts in {"boxing 2019": [4000], "boxing 2018": [4000], "boxing 2017": []}.items():
        rows = (await found(of_districts, q=typed))["kinds"]["awards"]["rows"]
        assert [row["amount"] for row in rows] == amounts, typed


@pytest.mark.parametrize(
    ("typed", "name", "query", "recipients"),
    [
        ("grants", "Funding", "", 1),
        ("Who got money from the commissioner of North Yorkshire in 2019?", "Funding: North Yorkshire, 2019",
         "?force=north-yorkshire&year=2019", 0),
        ("North Yorkshire grants 2018/19", "Funding: North Yorkshire, 2018/19", "?force=north-yorkshire&year=2018%2F19", 1),
        ("grants North Yorkshire 2019", "Funding: North Yorkshire, 2019", "?force=north-yorkshire&year=2019", 1),
        ("boxing funding", "Funding", "", 1),
        ("grants 2011/12", "Funding: 2011/12", "?year=2011%2F12", 0),
    ],
)  # fmt: skip
async def test_who_asks_for_money_is_led_to_it(
    of_districts: Datasette, typed: str, name: str, query: str, recipients: int
) -> None:
    told = await found(of_districts, q=typed)
    first = told["ways_in"][0]
    assert (first["sort"], first["name"], first["address"]) == ("funding", name, f"{HOST}/-/funding{query}")
    assert (await of_districts.client.get(first["address"].removeprefix(HOST))).status_code == 200
    assert len(told["kinds"]["awards"]["rows"]) == recipients


async def test_who_does_not_ask_for_money_is_not_led_to_it(of_districts: Datasette) -> None:
    for typed in ("burglary", "of the", "2019"):
        told = await found(of_districts, q=typed)
        assert "funding" not in {one["sort"] for one in told["ways_in"]} and not told["kinds"]["awards"]["rows"][1:]


async def test_where_no_figure_has_all_the_words_some_of_them_are_offered(of_districts: Datasette) -> None:
    told = await found(of_districts, q="Ryedale robbery 2019")
    assert told["nearly"] == [
        {"words": "Ryedale 2019", "total": 1, "address": f"{HOST}/-/search?q=Ryedale+2019&kind=figures"},
        {"words": "robbery 2019", "total": 1, "address": f"{HOST}/-/search?q=robbery+2019&kind=figures"},
    ]
    text = await page(of_districts, q="Ryedale robbery 2019")
    assert "No figure has all of “Ryedale robbery 2019”." in text and "Nothing says" not in text
    for one in told["nearly"]:
        shown = (await of_districts.client.get(one["address"].removeprefix(HOST))).text
        assert f'Figures <span class="quiet">{one["total"]}</span>' in shown
    assert [one["words"] for one in (await found(of_districts, q="Ryedale robbery arson"))["nearly"]] == [
        "Ryedale",
        "robbery",
    ]
    for typed in ("Ryedale", "Ryedale burglary", "zebra quagga", "Ryedale 2019 a1 b2 c3 d4 e5 f6"):
        assert (await found(of_districts, q=typed))["nearly"] == [], typed


@pytest.mark.parametrize(
    ("typed", "year", "rest"),
    [
        ("burglary 2019/20", "2019/20", "burglary"),
        ("burglary 2019-20 kent", "2019/20", "burglary kent"),
        ("burglary 1999/2000", "1999/00", "burglary"),
        ("burglary 2018 19", "2018/19", "burglary"),
        ("2019/20", "", "2019/20"),
        ("burglary 2019/21", "", "burglary 2019/21"),
        ("burglary 2019/20 and 2020/21", "", "burglary 2019/20 and 2020/21"),
        ("of 2019-20-01", "", "of 2019-20-01"),
        ("a grant of 12019/20", "", "a grant of 12019/20"),
    ],
)
def test_financial_years_that_are_typed(typed: str, year: str, rest: str) -> None:
    assert financial_year_in(typed) == (year, rest)


MEANT = Names(
    [
        *(Named("measure", "burglary", "Burglary", spelling, 9) for spelling in ("Burglary", "Burglaries", "BCS burglary")),
        Named("measure", "robbery", "Robbery", "Robbery", 5),
        Named("measure", "homicide", "Homicide", "Homicide", 5),
        *(Named("force", "kent", "Kent", spelling, 3) for spelling in ("Kent", "Kent Police")),
        Named("force", "lancashire", "Lancashire", "Lancashire", 3),
        Named("force", "lancashire", "Lancashire", "Burnley", 3),
        Named("force", "city-of-london", "City of London", "City of London", 3),
        *(Named("organisation", name, f"Commissioner of {name}", "Commissioner", 1) for name in ("Kent", "Surrey")),
        *(Named("organisation", name.lower(), name, name, 1) for name in ("Women's Aid", "Burnley Football Club")),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("burgalry", "burglary"),
        ("burlgary", "burglary"),
        ("burglry", "burglary"),
        ("bruglary", "burglary"),
        ("robery", "robbery"),
        ("homocide", "homicide"),
        ("lancshire", "lancashire"),
        ("lancashre", "lancashire"),
        ("womans", "womens"),
        ("tax", None),
        ("kemt", "kent"),
        ("2019", None),
        ("zzzzzz", None),
    ],
)
def test_slips_of_spelling(typed: str, word: str | None) -> None:
    assert MEANT.corrected(typed) == word


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("burglary", ["Burglary"]),
        ("BURGLARIES", ["Burglary"]),
        ("burgl", ["Burglary"]),
        ("burgalry", ["Burglary"]),
        ("robbery in Kent", ["Robbery", "Kent"]),
        ("womens aid", ["Women's Aid"]),
        ("women’s aid", ["Women's Aid"]),
        ("Commissioner", ["Commissioner of Kent", "Commissioner of Surrey"]),
        ("who did the Commissioner of Kent pay", ["Kent"]),
        ("burnley", ["Lancashire", "Burnley Football Club"]),
        ("city of london", ["City of London"]),
        ("b", []),
        ("zzzz", []),
        ("", []),
        ('- * "', []),
    ],
)
def test_names_however_they_are_typed(typed: str, named: list[str]) -> None:
    assert [one.name for one in MEANT.ways_in(typed)] == named


@pytest.mark.parametrize(
    ("typed", "force", "rest"),
    [
        ("burglary Kent", "kent", "burglary"),
        ("city of london knife crime", "city-of-london", "knife crime"),
        ("kent", None, None),
        ("Kent Police", None, None),
        ("burglary kent 2018/19", "kent", "burglary 2018/19"),
        ("burglary in Kent", "kent", "burglary"),
        ("in Kent", None, None),
        ('"knife crime" of the City of London burgl*', "city-of-london", '"knife crime" burgl*'),
        ("Kent’s burglary", None, None),
        ("Kent: women’s aid", "kent", ": women’s aid"),
        ("burnley burglary", None, None),
        ("burglary", None, None),
    ],
)
def test_a_force_among_words(typed: str, force: str | None, rest: str | None) -> None:
    found = MEANT.force_in(typed)
    assert (found and found[0].id, found and found[1]) == (force, rest)


def test_names_of_a_database(path: Path) -> None:
    known = names(Database(path))
    assert known.ways_in("All recorded crime")[0].id == served.MEASURE
    assert [(one.id, one.otherwise) for one in known.ways_in("burnley") if one.sort == "force"] == [
        ("lancashire", "Burnley")
    ]
    assert known.corrected("Lancshire".lower()) == "lancashire"


STRANGE = (
    '"', '""', '" " "', "'", "*", "burglary*", "a AND", "OR", "NOT crime", "NEAR(a b, 5)", "label:crime", "{label} : x", "^crime", "- -crime",
    "a + b", "(crime", "crime)", "%", "_", "%%crime%%", "\\", "crime\\", "crime; drop table observations", "\x00crime", "\u202ecrime", "🚓", "é",
    "١٢٣", "½", "1e999", "9" * 400, "£", "--", "[[crime]]", "<script>alert(1)</script>", "crime " * 2000, "x" * 10_000, '"' * 10_000,
    "(" * 10_000, "* " * 5_000, "\n\t crime \r", "0" * 99, "1,000,000,000,000,000", "²", "crime\ud800".encode("utf-8", "replace").decode(),
)  # fmt: skip


@pytest.mark.parametrize("text", STRANGE)
async def test_any_text_can_be_searched_for(site: Datasette, text: str) -> None:
    answer = await page(site, q=text)
    assert "<script>alert" not in answer
    told = await found(site, q=text, kind="figures")
    assert len(told["q"]) <= search.LONGEST


async def test_signs_of_patterns_are_no_patterns(site: Datasette) -> None:
    for text in ("%", "_", "%_%"):
        assert not any(kind["rows"] for kind in (await found(site, q=text))["kinds"].values())
    assert not (await found(site, q="dec%ber"))["kinds"]["dates"]["rows"]


async def test_a_long_question_is_cut_and_says_so(site: Datasette) -> None:
    assert f"Only the first {search.LONGEST} characters" in await page(site, q="crime " * 100)


async def test_without_words_there_is_only_the_form(site: Datasette) -> None:
    for asked in ({}, {"q": "  "}, {"force": "kent"}):
        text = await page(site, **asked)
        assert "Nothing says" not in text and 'id="q"' in text and "<h2" not in text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("burglary", '"burglary"'),
        ('"response times" fell', '"response times" AND "fell"'),
        ("burgl*", '"burgl"*'),
        ("burglary in the north", '"burglary" AND "north"'),
        ("of the", '"of" AND "the"'),
        ("How many burglaries were there in Camden?", '"burglaries" AND "Camden"'),
        ("134,069", '"134 069"'),
        ("women's aid", '"women s" AND "aid"'),
        ("NEAR(a) OR -b", '"NEAR" AND "a" AND "OR" AND "b"'),
        ('a "b', '"a" AND "b"'),
        ('"" ( ) *', ""),
    ],
)
def test_the_question_to_the_index(typed: str, asked: str) -> None:
    assert matching(typed) == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("burglary 2019", '"burglary" AND ("2019" OR "2018 19")'),
        ("burglary June 2019", '"burglary" AND ("June" AND "2019" OR "2019 06")'),
        ("dec 2000 robbery", '("dec" AND "2000" OR "2000 12") AND "robbery"'),
        ("may contain robbery 1999", '"may" AND "contain" AND "robbery" AND ("1999" OR "1998 99")'),
        ("robbery in May", '"robbery" AND "May"'),
        ("June July 2019", '"June" AND ("July" AND "2019" OR "2019 07")'),
        ("2019 2020", '("2019" OR "2018 19") AND ("2020" OR "2019 20")'),
        ("room 1234", '"room" AND "1234"'),
        ("2019*", '"2019"*'),
    ],
)
def test_years_and_months_are_asked_for_as_they_may_be_printed(typed: str, asked: str) -> None:
    assert matching(typed, dated=True) == asked


@given(st.text(max_size=60))
def test_any_question_is_one_that_the_index_understands(text: str) -> None:
    db = Database(memory=True)
    db.table("t").insert({"a": "crime"})
    db.table("t").enable_fts(["a"])
    for asked in (matching(text), matching(text, dated=True)):
        if asked:
            assert next(db.query("select count(*) as n from t_fts where t_fts match ?", [asked]))["n"] in (0, 1)
    assert MEANT.ways_in(text) is not None and number_in(text) is not None


async def test_an_award_to_an_organisation_comes_before_one_for_what_its_name_says(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        db.execute("update funding_awards set recipient = null, purpose = 'Support for victims; victim support'")
        db.execute("update funding_awards set recipient = 'Victim Support', purpose = 'Advice' where area = 'Burnley'")
        db.execute("insert into funding_awards_fts(funding_awards_fts) values ('rebuild')")
    db.close()
    site = build(path)
    rows = (await found(site, q="victim support"))["kinds"]["awards"]["rows"]
    assert [row["recipient"] for row in rows] == ["Victim Support", None]
    shown = (await site.client.get("/-/search?q=victim+support")).text
    assert ">£2,000 for “Support for victims; victim support”, Chorley</a>" in shown


async def test_what_is_told_of_no_known_force_comes_last(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        for key in (served.UNKNOWN, served.KENT):
            times = "burglary " * (9 if key == served.UNKNOWN else 1)
            db.execute("update pages set text = ? where document_id = ?", [times, key])
        db.execute("insert into pages_fts(pages_fts) values ('rebuild')")
        assert db.execute("select force from documents where id = ?", [served.UNKNOWN]).fetchone() == (None,)
    db.close()
    rows = (await found(build(path), q="burglary", kind="papers"))["kinds"]["papers"]["rows"]
    documents = list(dict.fromkeys(row["document_id"] for row in rows))
    assert documents[-1] == served.UNKNOWN and served.KENT in documents
