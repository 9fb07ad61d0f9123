"""The page about the figures: its numbers are those of the measurement, its addresses those of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from datasette.app import Datasette

import served
from serve import addresses, register_routes
from serve.about import Share, accuracy
from serve.addresses import DOCUMENTED, Documented
from serve.site import build, metadata

PLACES = {
    "measure": served.MEASURE,
    "force": "kent",
    "document": served.KENT,
    "page": "2",
    "observation": f"{served.LANCASHIRE}-p1l4-27-0",
    "award": f"{served.LANCASHIRE}-l7-r0-c2-0",
    "date": f"{served.LANCASHIRE}-p1l9-33-0",
    "file": "forces.csv",
}
#: These need the file that a paper was read from, which the papers of these tests never had.
WITH_A_FILE = {"/-/paper/{document}/page/{page}.png", "/-/paper/{document}/original"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return served.build(tmp_path_factory.mktemp("about") / "panel.db")


@pytest.fixture(scope="module")
def site(path: Path) -> Datasette:
    return build(path)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (98, 100, "98%"),
        (575, 575, "all"),
        (0, 9, "none"),
        (0, 0, "–"),
        (998, 1000, "99.8%"),
        (9996, 10000, "99.96%"),
        (99999, 100000, "nearly all"),
        (1, 100000, "hardly any"),
        (1, 1000, "0.1%"),
        (2, 3, "67%"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_none(part: int, whole: int, said: str) -> None:
    assert Share(part, whole).percent == said


async def test_each_number_about_accuracy_is_that_of_the_file(site: Datasette) -> None:
    text = (await site.client.get("/-/about")).text
    tables = re.findall(r'<table class="rows accuracy">.*?</table>', text, re.DOTALL)
    shown = [re.findall(r'data-label="(?:Found|Right|Of rows, printed)">([^<]*)<', table) for table in tables]
    measured = accuracy()
    assert len(tables) == len(measured.sets) + 1 == 3
    for cells, one in zip(shown, measured.sets, strict=False):
        assert cells == [share.percent for kind in one.kinds for share in (kind.found, kind.right, kind.clean)]
    assert shown[-1] == [band.right.percent for band in measured.bands]
    outside = re.sub(r'<table class="rows accuracy">.*?</table>', "", text, flags=re.DOTALL)
    assert re.findall(r"\d+(?:\.\d+)?%", outside) == re.findall(r"\((\d+(?:\.\d+)?%)\) are <strong>verified", outside)


def test_what_was_measured_is_of_some_size() -> None:
    measured = accuracy()
    assert {one.name for one in measured.sets} == {"first", "later"}
    assert sum(one.papers for one in measured.sets) >= 50 and sum(band.rows for band in measured.bands) > 900
    assert [band.word for band in measured.bands] == ["sure", "fairly sure", "doubtful"]
    shares = [band.right.part / band.right.whole for band in measured.bands]
    assert shares == sorted(shares, reverse=True), "what is called surer is right more often"


async def test_how_many_are_verified(path: Path) -> None:
    from schema.database import open_database

    text = (await build(path).client.get("/-/about")).text
    db = open_database(path)
    (figures, verified) = db.execute(
        "select count(*), sum(verified > 0) from observations where document_id != ?", [served.EARLIER]
    ).fetchone()
    db.close()
    assert f"{verified} of {figures} figures" in text


async def test_as_json(site: Datasette) -> None:
    told = (await site.client.get("/-/about.json")).json()
    assert told["accuracy"]["day"] == accuracy().day
    assert [one["path"] for one in told["addresses"]] == [one.path for one in DOCUMENTED]


def test_every_route_is_documented_and_every_address_a_route() -> None:
    routes = [pattern for pattern, _ in register_routes()]
    examples = {one.path: one.path.format(**PLACES) for one in DOCUMENTED if one.path != "/"}
    for path, example in examples.items():
        assert [route for route in routes if re.match(route, example)], f"{path} is no address of the site"
    for route in routes:
        assert [path for path, example in examples.items() if re.match(route, example)], f"{route} is not documented"
    for one in DOCUMENTED:
        for form in (".csv", ".json", ".xlsx"):
            example = one.path.format(**PLACES) + form
            told = [route for route in routes if "form" in re.compile(route).groupindex and re.match(route, example)]
            assert bool(told) == (form in one.forms), (one.path, form)


@pytest.mark.parametrize("one", [one for one in DOCUMENTED if one.path not in WITH_A_FILE], ids=lambda one: one.path)
async def test_each_documented_address_answers(site: Datasette, one: Documented) -> None:
    address = one.path.format(**PLACES)
    for form in ("", *one.forms):
        response = await site.client.get(f"{address}{form}")
        assert response.status_code == 200, (address, form, response.text[:300])


def test_addresses_for_templates_are_documented() -> None:
    at = addresses.for_templates(Datasette([]))
    paths = {one.path.format(**PLACES) for one in DOCUMENTED}
    simple = {
        at.about(),
        at.compare(),
        at.measures(),
        at.forces(),
        at.funding(),
        at.contradictions(),
        at.not_read(),
        at.search(),
        at.export(),
    }
    assert (
        simple | {at.force("kent"), at.measure(served.MEASURE), at.paper(served.KENT, 2), at.feed("meetings")} <= paths
    )


async def test_it_is_one_step_away_from_everywhere(site: Datasette) -> None:
    for page in ("/", "/panel", f"/-/paper/{served.KENT}", "/-/nowhere"):
        text = (await site.client.get(page)).text
        header, _, footer = text.partition("<main")
        assert 'href="/-/about"' in header and 'href="/-/about"' in footer


async def test_those_who_run_it_can_say_whom_to_tell(path: Path) -> None:
    site = build(path)
    assert "to those who run this site" in (await site.client.get("/-/about")).text
    site = build(path)
    site._metadata_local = {**metadata(), "report_url": "https://example.org/report"}
    assert '<a href="https://example.org/report">here</a>' in (await site.client.get("/-/about")).text


def test_the_file_is_in_the_package() -> None:
    told = json.loads((Path(addresses.__file__).parent / "accuracy.json").read_text(encoding="utf-8"))
    assert told["measured"] == accuracy().day
