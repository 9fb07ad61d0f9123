"""All forces on one measure: the page, and the same rows as files."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

import served
from panel_papers import FOUR_FORCES, ingested, paper
from serve.charts import shares
from serve.site import build
from serve.wording import area, signed

BURGLARY = "/-/compare{}?measure=burglary&period=2018-07-01/2019-06-30"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(ingested(tmp_path_factory.mktemp("compare"), FOUR_FORCES))


async def rows(site: Datasette, address: str) -> list[dict[str, str]]:
    response = await site.client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


async def test_only_what_is_comparable_is_on_the_page_and_the_rest_beside_its_reason(site: Datasette) -> None:
    page = (await site.client.get(BURGLARY.format(""))).text
    assert "2 of 43 forces" in page and page.count('class="bar"') == 2
    left_out = page[page.index('id="left-out"') : page.index('id="without"')]
    assert "Surrey" in left_out and "7,001" in left_out and "the other on 31 March 2019" in left_out
    assert "Essex" in left_out and "2,613" in left_out
    assert "Kent" not in page[page.index('id="without"') :] and "Cumbria" in page[page.index('id="without"') :]


async def test_a_paper_of_another_force_is_told_as_such(tmp_path: Path) -> None:
    told = paper("Dorset", "Burglary by force\n\nForce\t2022/23\t2023/24\nCumbria\t1,402\t1,398\nDorset\t1,447\t1,453")
    page = (await build(ingested(tmp_path, {"dorset": told})).client.get("/-/compare?measure=burglary")).text
    cumbria, dorset = (page[page.index(printed) :].partition("</tr>")[0] for printed in (">1,398<", ">1,453<"))
    assert "A paper of Dorset" in cumbria and "A paper of" not in dorset
    assert "papers of Police and Crime Panels" in page


async def test_what_a_person_corrected_is_told_beside_the_figure(tmp_path: Path) -> None:
    ingested(tmp_path, FOUR_FORCES)
    db = sqlite3.connect(tmp_path / "panel.db")
    with db:
        db.execute(
            "update observations set value = 8770, corrected = 'value was 8765 (a slip)' where value_text = '8,765'"
        )
    db.close()
    client = build(tmp_path / "panel.db").client
    for address in (BURGLARY.format(""), "/-/measure/burglary?force=sussex", "/-/force/sussex"):
        page = (await client.get(address)).text
        assert page.count("A person corrected it: value was 8765 (a slip).") == 1, address
    told = (await client.get(BURGLARY.format(".json"))).json()["rows"]
    assert [row["said_beside_it"] for row in told if row["force"] == "Sussex"] == [
        "A person corrected it: value was 8765 (a slip)."
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("england and wales", "England and Wales"),
        ("yorkshire and the humber", "Yorkshire and the Humber"),
        ("south west", "South West"),
        ("the north", "The North"),
    ],
)
def test_areas_are_written_as_names(name: str, written: str) -> None:
    assert area(name) == written


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(0.2, "percent", "+0.2%"), (-33.0, "count", "−33"), (0.0, "count", "0"), (11.77, "GBP", "+£11.77")],
)
def test_a_change_is_shown_with_its_sign(value: float, unit: str, said: str) -> None:
    assert signed(value, unit) == said


async def test_every_number_leads_to_its_place(site: Datasette) -> None:
    page = (await site.client.get(BURGLARY.format(""))).text
    links = re.findall(r'href="(/-/source/observation/[^"]+)">([^<]+)<', page)
    assert {"10,010", "8,765"} <= {text for _, text in links}
    for link, text in links:
        place = await site.client.get(link)
        assert place.status_code == 200 and text in place.text


async def test_the_files_have_the_rows_of_the_page(site: Datasette) -> None:
    page = (await site.client.get(BURGLARY.format(""))).text
    found = await rows(site, BURGLARY.format(".csv"))
    assert [(row["force"], row["value"], row["printed"]) for row in found] == [
        ("Sussex", "8765.0", "8,765"),
        ("Kent", "10010.0", "10,010"),
    ]
    assert [row["force"] for row in found] == re.findall(r'<th scope="row"><a [^>]+>([^<]+)<', page)
    told = (await site.client.get(BURGLARY.format(".json"))).json()
    assert [row["value"] for row in told["rows"]] == [8765.0, 10010.0]
    assert told["rows"][0]["source"].startswith("http://localhost/-/source/observation/")
    assert round(8765 / told["rows"][0]["population"] * 1000, 3) == told["rows"][0]["per_1000"]
    assert (await site.client.get(BURGLARY.format(".xlsx"))).content.startswith(b"PK")


async def test_forces_are_shown_alone_and_keep_their_rank(site: Datasette) -> None:
    (kent,) = await rows(site, BURGLARY.format(".csv") + "&force=kent")
    assert (kent["force"], kent["rank"]) == ("Kent", "2")


async def test_with_another_measure_chosen_in_the_form_its_own_period_is_taken(site: Datasette) -> None:
    page = (await site.client.get("/-/compare?periods_of=arson&measure=burglary&period=1999-04-01/2000-03-31")).text
    assert "2 of 43 forces" in page and 'name="periods_of" value="burglary"' in page


async def test_the_address_to_cite_names_the_period(site: Datasette) -> None:
    told = (await site.client.get("/-/compare.json?measure=burglary")).json()
    assert told["address"] == "http://localhost/-/compare?measure=burglary&period=2018-07-01%2F2019-06-30"
    assert (await site.client.get(told["address"].removeprefix("http://localhost"))).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/-/compare?measure=no-such", 404, "There is no measure with the id no-such."),
        ("/-/compare?measure=burglary&period=2018-13-01/x", 400, "is no period"),
        ("/-/compare?measure=burglary&period=2018/19", 200, "1 of 43 forces"),
        ("/-/compare?measure=burglary&period=1999/00", 200, "No paper that was read prints this"),
        ("/-/compare?measure=burglary&period=2019-06-30", 200, "2 of 43 forces"),
        ("/-/compare?measure=burglary&force=nowhere", 200, "0 of 43 forces"),
    ],
)
async def test_what_is_asked_for_in_other_words(site: Datasette, address: str, status: int, said: str) -> None:
    response = await site.client.get(address)
    assert response.status_code == status and said in response.text


async def test_a_change_that_is_printed_beside_the_figure(tmp_path: Path) -> None:
    rows_of = "Measure\t2017/18\t2018/19\tChange\nBurglary\t1,000\t900\t-10%"
    ingested(
        tmp_path, {"kent": f"# Kent Police and Crime Panel\n\nMeeting to be held on 9 September 2019\n\n{rows_of}\n"}
    )
    (kent,) = await rows(build(tmp_path / "panel.db"), "/-/compare.csv?measure=burglary&period=2018/19")
    assert (kent["value"], kent["change"], kent["change_unit"]) == ("900.0", "-10.0", "percent")


async def test_nothing_read_yet(tmp_path: Path) -> None:
    from schema.database import open_database

    open_database(tmp_path / "empty.db").close()
    response = await build(tmp_path / "empty.db").client.get("/-/compare")
    assert response.status_code == 404 and "No paper gives a figure yet." in response.text


async def test_what_was_judged_is_judged_anew_when_papers_came(tmp_path: Path) -> None:
    database = served.build(tmp_path / "panel.db")
    site = build(database)
    address = f"/-/compare?measure={served.MEASURE}&period=2014/15"
    assert "3 of 43 forces" in (await site.client.get(address)).text
    ingested(
        tmp_path,
        {
            "essex": "# Essex Police and Crime Panel\n\nMeeting to be held on 9 June 2015\n\nMeasure\t2014/15\nAll recorded crime\t100,001\n"
        },
    )
    assert "4 of 43 forces" in (await site.client.get(address)).text


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([50.0, 100.0, None], [50.0, 100.0, None]),
        ([0.0, 0.0], [None, None]),
        ([-5.0, 10.0], [None, None]),
        ([], []),
    ],
)  # fmt: skip
def test_the_length_of_bars(values: list[float | None], drawn: list[float | None]) -> None:
    assert shares(values) == drawn
