"""Feeds, the calendar, the sitemap and what robots may read: well formed, with lasting ids, and nothing in them from the clock."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import urllib.robotparser
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

import served
from schema.database import open_database
from schema.saving import FileFacts, save_reading
from serve import robots
from serve.feeds import Entry, Meeting, atom, calendar, folded
from serve.site import build

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "http://localhost"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return served.build(tmp_path_factory.mktemp("feeds") / "panel.db")


@pytest.fixture(scope="module")
def site(path: Path) -> Datasette:
    return build(path)


def checked(text: bytes) -> ElementTree.Element:
    """A feed that RFC 4287 allows: each part that must be there, once, ids and addresses absolute, instants with their zone."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed" and feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    entries = feed.findall(f"{ATOM}entry")
    ids = [one.findtext(f"{ATOM}id") or "" for one in (feed, *entries)]
    assert len(ids) == len(set(ids)) and all(UUID.fullmatch(one.removeprefix("urn:uuid:")) for one in ids)
    for one in (feed, *entries):
        for tag in ("title", "id", "updated"):
            assert len(one.findall(f"{ATOM}{tag}")) == 1 and one.findtext(f"{ATOM}{tag}")
        assert INSTANT.fullmatch(one.findtext(f"{ATOM}updated") or "")
        assert all((link.get("href") or "").startswith("http") for link in one.findall(f"{ATOM}link"))
    return feed


async def feed(site: Datasette, address: str) -> ElementTree.Element:
    response = await site.client.get(address)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert response.content == (await site.client.get(address)).content
    return checked(response.content)


def titles(feed: ElementTree.Element) -> list[str]:
    return [one.findtext(f"{ATOM}title") or "" for one in feed.findall(f"{ATOM}entry")]


async def test_new_papers(site: Datasette) -> None:
    found = await feed(site, "/-/feeds/papers.atom")
    assert titles(found) == [
        "Agenda pack, Durham, 1 June 2016",
        "Report to the panel, Lancashire, 12 October 2015",
        "Performance to March, Kent, 1 June 2015",
        '<img src=x onerror="alert(1)">',
    ]
    entry = found.findall(f"{ATOM}entry")[1]
    assert entry.findtext(f"{ATOM}summary") == "2 figures and 2 awards were read in it."
    assert entry.findtext(f"{ATOM}updated") == found.findtext(f"{ATOM}updated") == "2024-05-01T12:00:00Z"
    for link in found.findall(f".//{ATOM}link"):
        assert (await site.client.get((link.get("href") or "").removeprefix(HOST))).status_code == 200


async def test_new_papers_of_a_force(site: Datasette) -> None:
    found = await feed(site, "/-/feeds/papers.atom?force=kent")
    assert titles(found) == ["Performance to March, Kent, 1 June 2015"]
    assert found.findtext(f"{ATOM}title") == "New papers, Kent"
    assert found.find(f"{ATOM}link").get("href") == f"{HOST}/-/feeds/papers.atom?force=kent"  # type: ignore[union-attr]
    assert titles(await feed(site, "/-/feeds/papers.atom?force=cumbria")) == []
    for name in ("papers.atom", "contradictions.atom", "meetings.ics"):
        assert (await site.client.get(f"/-/feeds/{name}?force=nowhere")).status_code == 404


async def test_contradictions(site: Datasette) -> None:
    found = await feed(site, "/-/feeds/contradictions.atom")
    (title,) = titles(found)
    assert title.startswith("Lancashire: Change of all recorded crime")
    entry = found.find(f"{ATOM}entry")
    assert entry is not None and "4.2% against 4.9%. rounded before" in (entry.findtext(f"{ATOM}summary") or "")
    place = entry.find(f"{ATOM}link").get("href") or ""  # type: ignore[union-attr]
    assert "/-/source/observation/" in place and (await site.client.get(place.removeprefix(HOST))).status_code == 200
    assert titles(await feed(site, "/-/feeds/contradictions.atom?force=kent")) == []


async def test_ids_last_and_a_new_reading_is_an_update(tmp_path: Path, site: Datasette) -> None:
    path = served.build(tmp_path / "other.db")
    before = await feed(site, "/-/feeds/papers.atom")
    db = open_database(path)
    with db.conn:
        db.execute("update documents set ingested_at = '2025-02-03T04:05:06+01:00' where id = ?", [served.KENT])
    db.close()
    after = await feed(build(path), "/-/feeds/papers.atom")
    assert titles(after)[0] == "Performance to March, Kent, 1 June 2015"
    assert after.findtext(f"{ATOM}updated") == "2025-02-03T03:05:06Z"
    ids = [{one.findtext(f"{ATOM}id") for one in found.iter(f"{ATOM}entry")} for found in (before, after)]
    assert ids[0] == ids[1]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_a_feed(title: str, summary: str) -> None:
    entry = Entry("k", f"t{title}", f"{HOST}/x?a=1&b={title}", "2024-05-01T12:00:00+00:00", summary)
    found = checked(atom(f"t{title}", "feed", HOST, HOST, [entry]))
    assert (found.findtext(f"{ATOM}title") or "").startswith("t")


def test_an_empty_feed_does_not_look_at_the_clock() -> None:
    assert checked(atom("t", "feed", HOST, HOST, [])).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def properties(text: str) -> list[tuple[str, str]]:
    """The properties of a calendar as RFC 5545 has them, unfolded."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")[:-1]
    assert all(0 < len(line.encode()) <= 75 for line in lines)
    whole: list[str] = []
    for line in lines:
        if line.startswith(" "):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[A-Z]+)*:", line) for line in whole)
    return [(name, value) for name, _, value in (line.partition(":") for line in whole)]


def events(text: str) -> Iterator[dict[str, str]]:
    """The events of a calendar, each with what it must have."""
    told = properties(text)
    assert told[0] == ("BEGIN", "VCALENDAR") and told[-1] == ("END", "VCALENDAR") and ("VERSION", "2.0") in told
    assert any(name == "PRODID" for name, _ in told)
    starts = [n for n, one in enumerate(told) if one == ("BEGIN", "VEVENT")]
    for start in starts:
        end = told.index(("END", "VEVENT"), start)
        event = dict(told[start + 1 : end])
        assert len(event) == end - start - 1 and {"UID", "DTSTAMP", "DTSTART;VALUE=DATE"} <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]) and UUID.fullmatch(event["UID"])
        yield event


async def test_next_meetings(site: Datasette) -> None:
    response = await site.client.get("/-/feeds/meetings.ics")
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = events(response.text)
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20151207", "20151208")
    assert event["SUMMARY"] == "Lancashire Police and Crime Panel: meeting"
    assert event["DTSTAMP"] == "20240501T120000Z"
    assert (
        "Announced in “Report to the panel”\\, for its meeting of 12 October 2015: 7 December 2015"
        in event["DESCRIPTION"]
    )
    assert (await site.client.get(event["URL"].removeprefix(HOST))).status_code == 200
    assert (await site.client.get("/-/feeds/meetings.ics?force=lancashire")).text.count("BEGIN:VEVENT") == 1
    assert list(events((await site.client.get("/-/feeds/meetings.ics?force=kent")).text)) == []


async def test_a_meeting_that_two_papers_announce_is_one_event_that_keeps_its_id(
    tmp_path: Path, site: Datasette
) -> None:
    path = served.build(tmp_path / "panel.db")
    db = open_database(path)
    save_reading(
        db,
        served.text_paper(),
        FileFacts(path="again.txt", file_name="again.txt", sha256="ab" * 32, bytes=1),
        version="1",
        ingested_at=served.NOW + dt.timedelta(days=1),
    )
    db.close()
    (before,) = events((await site.client.get("/-/feeds/meetings.ics")).text)
    (after,) = events((await build(path).client.get("/-/feeds/meetings.ics")).text)
    assert before["UID"] == after["UID"]


def meeting(title: str, told: str = "") -> Meeting:
    return Meeting("k", dt.date(2024, 12, 31), title, f"{HOST}/x", "2024-05-01T12:00:00+01:00", told)


def test_a_calendar_escapes_and_folds() -> None:
    (event,) = events(calendar("c", [meeting("A; B, C\\D", "one\ntwo\r\nthree\x07\u00a0four " + "é" * 200)]))
    assert event["SUMMARY"] == "A\\; B\\, C\\\\D"
    assert event["DESCRIPTION"] == "one\\ntwo\\nthree four " + "é" * 200
    assert (event["DTEND;VALUE=DATE"], event["DTSTAMP"]) == ("20250101", "20240501T110000Z")


@given(st.text(max_size=200))
def test_any_text_makes_a_calendar(text: str) -> None:
    (event,) = events(calendar(text, [meeting(text, text)]))
    assert event["DTSTART;VALUE=DATE"] == "20241231"


@given(st.text(alphabet="aé€🚓 ", max_size=300))
def test_folding_loses_nothing(line: str) -> None:
    parts = list(folded(line))
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(len(part.encode()) <= 75 for part in parts) and all(part[0] == " " for part in parts[1:])


async def listed(site: Datasette, address: str) -> tuple[str, list[str]]:
    response = await site.client.get(address)
    assert response.status_code == 200 and response.headers["content-type"] == "application/xml; charset=utf-8"
    found = ElementTree.fromstring(response.content)
    return found.tag.removeprefix(MAP), [one.text or "" for one in found.iter(f"{MAP}loc")]


async def test_the_sitemap_lists_our_pages(site: Datasette) -> None:
    kind, places = await listed(site, "/sitemap.xml")
    assert kind == "urlset" and len(places) == len(set(places))
    for address in places[:9] + places[-6:]:
        assert (await site.client.get(address.removeprefix(HOST))).status_code == 200, address
    assert f"{HOST}/-/paper/{served.KENT}" in places and f"{HOST}/-/force/kent" in places
    assert f"{HOST}/-/measure/{served.MEASURE}" in places
    assert not [one for one in places if "/panel" in one or served.EARLIER in one]
    assert (await site.client.get("/sitemap-2.xml")).status_code == 404
    assert (await site.client.get("/sitemap-0.xml")).status_code == 404


async def test_a_long_sitemap_is_an_index_of_parts(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    _, whole = await listed(site, "/sitemap.xml")
    for most in (10, len(whole) - 2, len(whole) - 5):
        monkeypatch.setattr(robots, "MOST", most)
        kind, parts = await listed(site, "/sitemap.xml")
        assert kind == "sitemapindex" and len(parts) == -(-len(whole) // most)
        together = []
        for part in parts:
            kind, places = await listed(site, part.removeprefix(HOST))
            assert kind == "urlset" and len(places) <= most
            together += places
        assert together == whole


async def test_the_sitemap_says_when_a_paper_was_read(site: Datasette) -> None:
    text = (await site.client.get("/sitemap.xml")).text
    assert f"/-/paper/{served.KENT}</loc><lastmod>2024-05-01</lastmod>" in text


def robot_may(rules: str, address: str) -> bool:
    """What RFC 9309 says: the longest rule that fits wins, ``*`` stands for anything."""
    fitting = [
        (len(pattern), name == "allow")
        for name, pattern in re.findall(r"(?im)^(allow|disallow): (\S+)$", rules)
        for name in [name.lower()]
        if re.match(re.escape(pattern).replace(r"\*", ".*"), address)
    ]
    return max(fitting, default=(0, True))[1]


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/", True),
        ("/-/about", True),
        ("/-/compare?measure=burglary&period=2019-03-31", True),
        ("/-/paper/85c2614345b4c9b9/page/3", True),
        ("/-/source/observation/85c2614345b4c9b9-p1l4-27-0", True),
        ("/-/feeds/papers.atom", True),
        ("/panel", True),
        ("/panel/observations_readable", True),
        ("/panel/observations_readable?_sort=value&_next=1", False),
        ("/panel?sql=select+1", False),
        ("/panel.db", False),
        ("/panel/observations/85c2614345b4c9b9-p1l4-27-0", False),
        ("/panel/observations.csv?_stream=1", False),
        ("/-/export", True),
        ("/-/export/observations.parquet", False),
        ("/-/search?q=burglary", False),
        ("/-/search", True),
        ("/-/compare.xlsx?measure=burglary", False),
    ],
)
async def test_what_robots_may_read(site: Datasette, address: str, may: bool) -> None:
    response = await site.client.get("/robots.txt")
    assert response.headers["content-type"].startswith("text/plain")
    assert robot_may(response.text, address) is may
    parser = urllib.robotparser.RobotFileParser()
    parser.parse(response.text.splitlines())
    assert parser.site_maps() == [f"{HOST}/sitemap.xml"]
    assert response.text.startswith("# ")


async def test_pages_name_the_feeds(site: Datasette) -> None:
    for page in ("/", "/panel", "/-/search", "/-/nowhere"):
        text = (await site.client.get(page)).text
        assert 'type="application/atom+xml" title="New papers" href="/-/feeds/papers.atom"' in text, page
        assert 'href="/-/feeds/meetings.ics"' in text
    assert 'href="/-/feeds/papers.atom?force=kent"' in (await site.client.get("/-/force/kent")).text
    assert (
        'href="/-/feeds/contradictions.atom?force=kent"' in (await site.client.get("/-/contradictions?force=kent")).text
    )


async def test_nothing_forbidden_is_told(path: Path) -> None:
    closed = build(path)
    closed._metadata_local = {"databases": {"panel": {"tables": {"documents": {"allow": False}}}}}
    for name in ("papers.atom", "contradictions.atom", "meetings.ics"):
        assert (await closed.client.get(f"/-/feeds/{name}")).status_code == 403
    assert (await closed.client.get("/sitemap.xml")).status_code == 403


def test_every_paper_has_an_instant(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        told = [row[0] for row in db.execute("select ingested_at from documents")]
    assert told and all(dt.datetime.fromisoformat(one).tzinfo for one in told)
