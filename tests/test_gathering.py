"""From addresses to papers in a folder and their manifest: what is followed, what is kept, what a second run costs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.finding import Found, find_files
from ingest.manifest import Manifests, merged
from ingest.web.fetching import Fetched, Fetcher, Manners, Version
from ingest.web.gathering import Bounds, Gathered, gather
from ingest.web.moderngov import Place, place
from ingest.web.paper_folder import PaperFolder
from ingest.web.stating import state
from schema.errors import WrongUsage
from schema.reading import Known
from web import Answer, Web, pdf, serving

QUICK = Manners(delay=0.0, most_wait=1.0, tries=2, seconds=5.0, most_bytes=1_000_000, allow_private=True)
HEADING = "<h1>Agenda</h1><h2>Wessex Police and Crime Panel - Tuesday, 15th September, 2020 10.30 am</h2>"


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def run(folder: Path, *wanted: str, bounds: Bounds | None = None) -> Gathered:
    with PaperFolder(folder) as papers, Fetcher(QUICK) as fetcher:
        return gather(wanted, papers, fetcher, bounds or Bounds())


def host(web: Web) -> str:
    return f"127.0.0.1-{web.port}"


def names(folder: Path) -> list[str]:
    """The papers that an ingest of the folder finds, without the folder of the host."""
    return sorted(found.path.relative_to(folder).as_posix().split("/", 1)[1] for found in find_files([folder]))


def known(folder: Path, path: Path) -> Known:
    return merged(Manifests().said(Found(path, folder)))


def meeting(web: Web, number: int = 7244, day: str = "Tuesday, 15th September, 2020", *, pack: bool = True) -> str:
    """A meeting with a pack, a supplement and two single papers; its address."""
    links = [
        (f"documents/s{number}1/Q3%20report.pdf", "Quarterly Performance Report PDF 1 KB"),
        (f"documents/s{number}2/Appendix.pdf", "Appendix A"),
        (f"documents/b{number}/Late%20paper.pdf?T=9", "Supplement"),
    ]
    if pack:
        links.append((f"documents/g{number}/Public%20reports%20pack.pdf?T=10", "Agenda reports pack"))
    for path, words in links:
        web.paper(f"/{path}", pdf(500, words[:1].encode()) + path.encode(), etag=f'"{path}"')
    body = f"<h2>Wessex Police and Crime Panel - {day} 10.30 am</h2>"
    return web.html(
        f"/ieListDocuments.aspx?CId=250&MId={number}&Ver=4", body + "".join(f'<a href="{p}">{w}</a>' for p, w in links)
    )


def test_a_paper_by_its_address(web: Web, tmp_path: Path) -> None:
    address = web.paper("/files/Q3%20report.pdf")
    found = run(tmp_path, address)
    path = tmp_path / host(web) / "Q3 report.pdf"
    assert [(kept.address, kept.path, kept.came) for kept in found.papers] == [(address, path, True)]
    assert path.read_bytes() == pdf()
    assert known(tmp_path, path) == Known(source_url=address)
    assert not found.missed and not found.notes


def test_a_meeting_gives_its_pack_with_what_its_page_states(web: Web, tmp_path: Path) -> None:
    found = run(tmp_path, meeting(web))
    folder = "Wessex Police and Crime Panel/2020-09-15 (7244)"
    assert names(tmp_path) == [f"{folder}/Late paper.pdf", f"{folder}/Public reports pack.pdf"]
    path = tmp_path / host(web) / folder / "Public reports pack.pdf"
    assert known(tmp_path, path) == Known(
        source_url=f"{web.root}/documents/g7244/Public%20reports%20pack.pdf?T=10", meeting_date=dt.date(2020, 9, 15)
    )
    assert found.notes == [
        "2 files were left out since the public reports packs hold them; --take all fetches everything."
    ]


def test_a_meeting_without_a_pack_gives_its_papers_with_their_titles(web: Web, tmp_path: Path) -> None:
    found = run(tmp_path, meeting(web, pack=False))
    by_name = {kept.path.name: known(tmp_path, kept.path) for kept in found.papers}
    assert by_name["Q3 report.pdf"].title == "Quarterly Performance Report"
    assert by_name["Appendix.pdf"].title is None
    assert {one.meeting_date for one in by_name.values()} == {dt.date(2020, 9, 15)}


def test_a_committee_leads_to_its_meetings_each_once(web: Web, tmp_path: Path) -> None:
    one, two = meeting(web, 1), meeting(web, 2, "Wednesday, 16th September, 2020")
    older = web.html("/ieListMeetings.aspx?CId=250&Year=2019", f'<a href="{two}&LLL=1">2</a>')
    committee = web.html(
        "/mgCommitteeDetails.aspx?ID=250", f'<a href="{one}">1</a><a href="{one}&J=2">1</a><a href="{older}">2019</a>'
    )
    web.pages["/ieListDocuments.aspx?CId=250&MId=2&Ver=4&LLL=1"] = web.pages[
        "/ieListDocuments.aspx?CId=250&MId=2&Ver=4"
    ]
    found = run(tmp_path, committee, committee, one)
    assert len(found.papers) == 4 and not found.missed
    assert len(web.paths()) == len(set(web.paths()))
    assert {path.split("/")[1] for path in names(tmp_path)} == {"2020-09-15 (1)", "2020-09-16 (2)"}


def test_single_papers_that_came_before_the_pack_are_told(web: Web, tmp_path: Path) -> None:
    run(tmp_path, meeting(web, pack=False))
    found = run(tmp_path, meeting(web))
    assert found.notes[1].startswith("2 of them are there from an earlier run; delete the files")
    folder = found.papers[0].path.parent
    for name in ("Q3 report.pdf", "Appendix.pdf"):
        (folder / name).unlink()
    assert len(run(tmp_path, meeting(web)).notes) == 1
    # The manifest speaks of nothing that is gone.
    assert sorted(row["file_name"] for row in rows(folder)) == ["Late paper.pdf", "Public reports pack.pdf"]


@pytest.mark.parametrize(
    ("committee", "force"),
    [
        ("Surrey Police and Crime Panel", "surrey"),
        ("Devon & Cornwall Police and Crime Panel", "devon-and-cornwall"),
        ("Thames Valley Police & Crime Panel", "thames-valley"),
        ("Essex Police, Fire and Crime Panel", "essex"),
        ("The Kent Police and Crime Panel", "kent"),
        ("North Yorkshire Police, Fire and Crime Panel", "north-yorkshire"),
        # No panel; nothing that is a force; a name that is only like one.
        ("Kent County Council", None),
        ("Surrey Police and Crime Working Group", None),
        ("Police and Crime Panel", None),
        ("Wessex Police and Crime Panel", None),
        ("Surey Police and Crime Panel", None),
        ("Surrey and Sussex Police and Crime Panel", None),
    ],
)
def test_the_name_of_a_panel_states_the_force_of_its_pack(
    committee: str, force: str | None, web: Web, tmp_path: Path
) -> None:
    # A single paper may be that of another body: a national report, a settlement.
    links = ("documents/g1/Public%20reports%20pack.pdf", "documents/s1/National.pdf")
    for link in links:
        web.paper(f"/{link}", pdf(400, link[-7:-6].encode()))
    body = f"<h2>{committee} - Tuesday, 15th September, 2020</h2>" + "".join(
        f'<a href="{link}">x</a>' for link in links
    )
    found = run(tmp_path, web.html("/ieListDocuments.aspx?MId=1", body), bounds=Bounds(take="all"))
    assert [known(tmp_path, kept.path).force for kept in found.papers] == [force, None]


@pytest.mark.parametrize(
    ("address", "where", "folder"),
    [
        (
            "/ieListDocuments.aspx?CId=250&MId=7244&Ver=4",
            Place("meeting", committee="250", meeting="7244"),
            "2020-09-15 (7244)",
        ),
        ("/mgWebsite/ieListDocuments.aspx?MId=7244&X=1", Place("meeting", meeting="7244"), "2020-09-15 (7244)"),
        # The older form, with the day of the meeting, also where its slashes are written with %.
        (
            "/CeListDocuments.aspx?CommitteeId=774&MeetingId=5432&DF=15/09/2020&Ver=2",
            Place("meeting", committee="774", meeting="5432"),
            "2020-09-15 (5432)",
        ),
        (
            "/CeListDocuments.aspx?CommitteeId=774&MeetingId=5432&DF=15%2f09%2f2020",
            Place("meeting", committee="774", meeting="5432"),
            "2020-09-15 (5432)",
        ),
        ("/mgAi.aspx?ID=31264", Place("item", item="31264"), "2020-09-15"),
        ("/mgAi.aspx?ID=31264$LO$", Place("item", item="31264"), "2020-09-15"),
    ],
)
def test_each_form_of_an_address_of_moderngov_leads_to_its_papers(
    web: Web, tmp_path: Path, address: str, where: Place, folder: str
) -> None:
    paper = web.paper("/documents/s81001/Q3%20report.pdf")
    given = web.html(address, f'{HEADING}<a href="/documents/s81001/Q3%20report.pdf">Quarterly performance report</a>')
    assert place(given) == where
    found = run(tmp_path, given)
    assert not found.missed
    assert names(tmp_path) == [f"Wessex Police and Crime Panel/{folder}/Q3 report.pdf"]
    assert known(tmp_path, found.papers[0].path) == Known(
        source_url=paper, title="Quarterly performance report", meeting_date=dt.date(2020, 9, 15)
    )


def test_an_item_and_any_page_lead_to_their_papers(web: Web, tmp_path: Path) -> None:
    web.paper("/documents/s9/Plan.pdf")
    web.paper("/x/mgConvert2PDF.aspx?ID=45")
    web.paper("/files/Annual%20report.docx")
    item = web.html("/mgAi.aspx?ID=31", f'{HEADING}<a href="documents/s9/Plan.pdf">The police and crime plan</a>')
    page = web.html(
        "/reports", '<a href="/files/Annual report.docx">Annual</a><a href="/x/mgConvert2PDF.aspx?ID=45">PDF 3 KB</a>'
        '<a href="/other.html">no paper</a><a href="https://elsewhere.example/a.pdf">elsewhere</a>'
    )  # fmt: skip
    found = run(tmp_path, item, page)
    assert [kept.path.name for kept in found.papers] == ["Plan.pdf", "Annual report.pdf", "PDF 3 KB.pdf"]
    assert known(tmp_path, found.papers[0].path).meeting_date == dt.date(2020, 9, 15)
    assert known(tmp_path, found.papers[1].path) == Known(source_url=f"{web.root}/files/Annual%20report.docx")
    assert found.notes == [
        "1 paper is on another host (elsewhere.example) and not fetched; give the addresses of what you want."
    ]


def test_a_second_run_asks_and_downloads_nothing(web: Web, tmp_path: Path) -> None:
    address = meeting(web)
    run(tmp_path, address)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")}
    web.asked.clear()
    again = run(tmp_path, address)
    assert [kept.came for kept in again.papers] == [False, False]
    assert all("if-none-match" in asked.headers for asked in web.asked if "documents" in asked.path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")} == before


def test_a_page_that_has_not_changed_still_leads_on(web: Web, tmp_path: Path) -> None:
    web.paper("/far/a.pdf", etag='"a"')
    body = b'<!doctype html><a href="a.pdf">a</a>'
    web.pages["/far/page"] = Answer(body, etag='"p"')
    web.pages["/start"] = Answer(b"", 302, {"Location": "/far/page"})
    for came in (True, False):
        found = run(tmp_path, f"{web.root}/start")
        assert [(kept.address, kept.came) for kept in found.papers] == [(f"{web.root}/far/a.pdf", came)]


def test_a_revised_paper_takes_the_place_of_the_earlier_one(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", pdf(300), etag='"1"')
    (first,) = run(tmp_path, address).papers
    web.paper("/a.pdf", pdf(400), etag='"2"')
    (second,) = run(tmp_path, address).papers
    assert (second.path, second.came) == (first.path, True)
    assert second.path.read_bytes() == pdf(400)


def test_without_its_state_the_folder_is_found_again(web: Web, tmp_path: Path) -> None:
    address = meeting(web)
    run(tmp_path, address)
    before = names(tmp_path)
    (tmp_path / ".fetched.db").unlink()
    run(tmp_path, address)
    assert names(tmp_path) == before
    (tmp_path / ".fetched.db").write_bytes(b"this is no database" * 100)
    run(tmp_path, address)
    assert names(tmp_path) == before


def test_a_file_that_somebody_deleted_comes_again(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", etag='"1"')
    (kept,) = run(tmp_path, address).papers
    kept.path.unlink()
    (again,) = run(tmp_path, address).papers
    assert again.came and again.path == kept.path and kept.path.is_file()


def test_a_file_that_is_somebody_elses_is_left_alone(web: Web, tmp_path: Path) -> None:
    mine = tmp_path / host(web) / "a.pdf"
    mine.parent.mkdir()
    mine.write_bytes(b"%PDF mine")
    (kept,) = run(tmp_path, web.paper("/a.pdf")).papers
    assert mine.read_bytes() == b"%PDF mine"
    assert re.fullmatch(r"a \([0-9a-f]{8}\)\.pdf", kept.path.name)


def test_two_papers_of_one_name_are_two_files(web: Web, tmp_path: Path) -> None:
    found = run(tmp_path, web.paper("/1/Report.pdf", pdf(300)), web.paper("/2/report.PDF", pdf(400)))
    first, second = (kept.path for kept in found.papers)
    assert first.name == "Report.pdf" and re.fullmatch(r"report \([0-9a-f]{8}\)\.pdf", second.name)


@pytest.mark.parametrize(
    "told",
    ['attachment; filename="../../../evil.pdf"', "attachment; filename=/etc/passwd", 'inline; filename="C:\\x\\y.pdf"'],
)
def test_no_name_leads_out_of_the_folder(web: Web, tmp_path: Path, told: str) -> None:
    web.pages["/a"] = Answer(pdf(), headers={"Content-Disposition": told})
    web.paper("/%2e%2e%2f%2e%2e%2fb.pdf")
    found = run(tmp_path / "papers", f"{web.root}/a", f"{web.root}/%2e%2e%2f%2e%2e%2fb.pdf")
    assert len(found.papers) == 2
    assert all(kept.path.parent == tmp_path / "papers" / host(web) for kept in found.papers)
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


@pytest.mark.parametrize(
    ("path", "body", "what"),
    [
        (
            "/a.pdf",
            b"<!doctype html><html><body>Please log in</body></html>",
            "a page of the web where a paper should be",
        ),
        ("/a.pdf", b"File not found", "a text where a paper should be"),
        ("/a.pdf", b"", "empty"),
        ("/a.pdf", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        ("/a.pdf", b"PK\x03\x04 cut", "cut short"),
        ("/page", b"<!doctype html><html><body>Nothing here</body></html>", "no links to papers"),
        ("/ieListMeetings.aspx?CId=4", b"<!doctype html><html><body>Nothing here</body></html>", "no meetings"),
        ("/mgAi.aspx?ID=4", b"<!doctype html><html><body>Nothing here</body></html>", "no papers"),
    ],
)
def test_what_is_no_paper_is_told_and_not_kept(web: Web, tmp_path: Path, path: str, body: bytes, what: str) -> None:
    web.paper(path, body)
    found = run(tmp_path, web.root + path)
    assert [what in missed.what and bool(missed.do) for missed in found.missed] == [True]
    assert not found.papers
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and not p.relative_to(tmp_path).parts[0].startswith(".")]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\x00" * 400


@pytest.mark.parametrize("version", [{"etag": '"1"'}, {"modified": "Mon, 12 Oct 2015 10:00:00 GMT"}, {}])
def test_what_is_no_paper_does_not_come_again_until_it_changes(
    web: Web, tmp_path: Path, version: dict[str, str]
) -> None:
    address = web.paper("/a.doc", OLE, **version)
    came: list[int] = []

    def fetch() -> Gathered:
        with PaperFolder(tmp_path) as papers, Fetcher(QUICK, on_bytes=lambda *piece: came.append(piece[1])) as fetcher:
            return gather([address], papers, fetcher, Bounds())

    first = fetch()
    assert came and "old Word (.doc)" in first.missed[0].what
    came.clear()
    again = fetch()
    assert (again.missed, came) == (first.missed, [])
    # A paper in its place is seen, and so is what is put there in place of that.
    web.paper("/a.doc", pdf(500), **({name: told.replace("1", "2") for name, told in version.items()}))
    assert [kept.came for kept in fetch().papers] == [True] and came
    came.clear()
    assert [kept.came for kept in fetch().papers] == [False] and not came


def test_what_an_earlier_version_of_the_program_refused_is_asked_for_again(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.doc", OLE, etag='"1"')
    run(tmp_path, address)
    with sqlite3.connect(tmp_path / ".fetched.db") as db:
        db.execute("update refused set version = '0.0.1'")
    web.asked.clear()
    assert len(run(tmp_path, address).missed) == 1
    assert "if-none-match" not in web.asked[-1].headers


def test_a_paper_that_became_something_else_stays_and_the_other_does_not_come_again(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", etag='"1"')
    run(tmp_path, address)
    web.paper("/a.pdf", OLE, etag='"2"')
    for _ in range(2):
        found = run(tmp_path, address)
        assert len(found.missed) == 1 and [kept.came for kept in found.papers] == [False]
    assert web.asked[-1].headers["if-none-match"] == '"2"'
    assert found.papers[0].path.read_bytes() == pdf()


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name.replace("_", "."), body)
    return data.getvalue()


def test_an_archive_at_an_address_is_kept_as_a_folder_of_papers(web: Web, tmp_path: Path) -> None:
    address = web.paper("/2015/pack.zip", zipped(a_pdf=pdf(300), b_txt=b"Recorded crime rose to 110."), etag='"1"')
    (kept,) = run(tmp_path, address).papers
    assert (kept.path.name, kept.came) == ("pack.zip", True)
    assert names(tmp_path) == ["pack.zip/a.pdf", "pack.zip/b.txt"]
    for found in find_files([tmp_path]):
        assert merged(Manifests().said(found)) == Known(source_url=address)
    assert [one.came for one in run(tmp_path, address).papers] == [False]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (zipped(data_csv=b"1,2"), "holds no papers"),
        (zipped(), "holds no papers"),
        (zipped(a_pdf=pdf(300))[:-30], "cut short"),
    ],
)
def test_an_archive_of_nothing_to_read_is_told(web: Web, tmp_path: Path, body: bytes, what: str) -> None:
    found = run(tmp_path, web.paper("/pack.zip", body))
    assert what in found.missed[0].what and not found.papers


def test_an_archive_that_holds_more_than_it_may_is_refused(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schema.archives.MOST_MEMBERS", 1)
    found = run(tmp_path, web.paper("/pack.zip", zipped(a_pdf=pdf(300), b_pdf=pdf(400))))
    assert "holds 2 files, more than 1" in found.missed[0].what


def test_a_paper_that_is_a_page_or_a_text(web: Web, tmp_path: Path) -> None:
    web.html("/minutes.html", "<p>Recorded crime rose to 110.</p>")
    web.pages["/notes.txt"] = Answer(b"Recorded crime rose to 110.")
    found = run(tmp_path, f"{web.root}/minutes.html", f"{web.root}/notes.txt")
    assert [kept.path.name for kept in found.papers] == ["minutes.html", "notes.txt"]


def test_failures_are_told_and_the_others_go_on(web: Web, tmp_path: Path) -> None:
    web.pages["/gone.pdf"] = Answer(b"", 404)
    good = web.paper("/good.pdf")
    found = run(tmp_path, f"{web.root}/gone.pdf", "nonsense", "ftp://x.example/a", good)
    assert [kept.address for kept in found.papers] == [good]
    assert [(missed.address, missed.status) for missed in found.missed] == [
        (f"{web.root}/gone.pdf", 404),
        ("nonsense", None),
        ("ftp://x.example/a", None),
    ]


def test_what_an_earlier_run_fetched_stays_a_paper_when_its_host_is_down(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", etag='"1"')
    run(tmp_path, address)
    web.pages["/a.pdf"] = Answer(b"", 500)
    found = run(tmp_path, address)
    assert [kept.came for kept in found.papers] == [False]
    assert [missed.status for missed in found.missed] == [500]


def test_a_login_page_in_place_of_a_paper_does_not_replace_it(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", etag='"1"')
    (kept,) = run(tmp_path, address).papers
    web.html("/a.pdf", "Please log in")
    found = run(tmp_path, address)
    assert kept.path.read_bytes() == pdf() and len(found.missed) == 1


def test_a_run_takes_no_more_than_it_may_and_the_next_goes_on(web: Web, tmp_path: Path) -> None:
    wanted = [web.paper(f"/{number}.pdf", etag=f'"{number}"') for number in range(5)]
    first = run(tmp_path, *wanted, bounds=Bounds(papers=2))
    assert [kept.came for kept in first.papers] == [True, True]
    (missed,) = first.missed
    assert "2 more addresses were not asked" in missed.what and "--max-papers" in missed.what
    second = run(tmp_path, *wanted, bounds=Bounds(papers=2))
    assert [kept.came for kept in second.papers] == [False, False, True, True]
    third = run(tmp_path, *wanted, bounds=Bounds(papers=2))
    assert len(third.papers) == 5 and not third.missed


def test_a_run_has_a_bound_of_pages_and_of_time(web: Web, tmp_path: Path) -> None:
    links = "".join(f'<a href="{meeting(web, number)}">m</a>' for number in range(1, 6))
    committee = web.html("/ieListMeetings.aspx?CId=250", links)
    found = run(tmp_path, committee, bounds=Bounds(pages=3))
    assert "--max-pages" in found.missed[-1].what and len(found.papers) == 2
    none = run(tmp_path / "b", committee, bounds=Bounds(seconds=-1))
    assert "--max-minutes" in none.missed[-1].what and not none.papers


def test_a_web_of_pages_that_lead_to_each_other_ends(web: Web, tmp_path: Path) -> None:
    for number in range(3):
        web.html(
            f"/ieListMeetings.aspx?CId=4&Year={number}",
            "".join(f'<a href="ieListMeetings.aspx?CId=4&Year={n}">x</a>' for n in range(3)),
        )
    found = run(tmp_path, f"{web.root}/ieListMeetings.aspx?CId=4&Year=0")
    assert len(web.paths()) == 3 and not found.papers


def test_a_web_with_a_page_behind_each_page_ends(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(self: Fetcher, wanted: str, part: Path, kept: object = None) -> Fetched:
        asked.append(wanted)
        part.write_text(f'<!doctype html><a href="ieListMeetings.aspx?CId=4&Year={len(asked)}">x</a>')
        return Fetched(wanted, Version(bytes=part.stat().st_size), "text/html", None)

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    monkeypatch.setattr(PaperFolder, "keep_page", lambda *_: None)
    found = run(tmp_path, f"{web.root}/ieListMeetings.aspx?CId=4&Year=0", bounds=Bounds(pages=1500))
    assert len(asked) == 1500 and "--max-pages" in found.missed[0].what


def test_a_page_that_leads_to_meetings_only_names_one(web: Web, tmp_path: Path) -> None:
    found = run(tmp_path, web.html("/panel", '<a href="https://x.example/ieListDocuments.aspx?MId=4">March</a>'))
    assert found.missed[0].do.endswith("such as https://x.example/ieListDocuments.aspx?MId=4")


def test_a_meeting_without_papers_yet_is_no_failure(web: Web, tmp_path: Path) -> None:
    address = web.html("/ieListDocuments.aspx?CId=1&MId=2", HEADING)
    found = run(tmp_path, address)
    assert not found.missed and found.notes == [f"{address} offers no papers yet."]


def test_a_meeting_that_the_site_does_not_know_is_a_failure(web: Web, tmp_path: Path) -> None:
    web.html("/mgError.aspx", "Something went wrong")
    web.pages["/ieListDocuments.aspx?CId=1&MId=2"] = Answer(b"", 302, {"Location": "/mgError.aspx"})
    found = run(tmp_path, f"{web.root}/ieListDocuments.aspx?CId=1&MId=2")
    assert "another page" in found.missed[0].what and not found.notes


def test_one_run_at_a_time(web: Web, tmp_path: Path) -> None:
    with PaperFolder(tmp_path), pytest.raises(WrongUsage, match="another run"):
        PaperFolder(tmp_path)
    with PaperFolder(tmp_path):
        pass


def test_a_folder_that_cannot_be_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(WrongUsage, match="cannot be kept"):
        PaperFolder(tmp_path / "file")


def test_a_run_that_ends_at_any_step_is_finished_by_the_next(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = meeting(web)
    run(tmp_path / "whole", address)
    whole = names(tmp_path / "whole")
    steps = ["keep", "_note", "describe", "keep_page", "held"]
    for step, after in [(step, after) for step in steps for after in (False, True)]:
        folder, real = tmp_path / f"{step} {after}", getattr(PaperFolder, step)

        def killed(self: PaperFolder, *args: object, real: object = real, after: bool = after) -> None:
            if after:
                real(self, *args)  # type: ignore[operator]
            raise KeyboardInterrupt

        monkeypatch.setattr(PaperFolder, step, killed)
        with pytest.raises(KeyboardInterrupt):
            run(folder, address)
        monkeypatch.setattr(PaperFolder, step, real)
        found = run(folder, address)
        assert names(folder) == whole, step
        assert all(known(folder, kept.path).source_url == kept.address for kept in found.papers)
        assert all(known(folder, kept.path).meeting_date for kept in found.papers)
        assert not list((folder / ".part").iterdir())


KILLED = """
import sys
from pathlib import Path
from ingest.web.fetching import Fetcher, Manners
from ingest.web.gathering import Bounds, gather
from ingest.web.moderngov import Place, place
from ingest.web.paper_folder import PaperFolder

with PaperFolder(Path(sys.argv[1])) as papers, Fetcher(Manners(delay=0.0, allow_private=True)) as fetcher:
    print("begun", flush=True)
    gather(sys.argv[2:], papers, fetcher, Bounds())
"""


def test_a_run_that_is_killed_at_any_moment_is_finished_by_the_next(web: Web, tmp_path: Path) -> None:
    wanted = [meeting(web, number, pack=False) for number in range(1, 4)]
    for path, page in list(web.pages.items()):
        if path.startswith("/documents/") and isinstance(page, Answer):
            web.pages[path] = replace(page, body=page.body + b"x" * 40_000, piece=8_000, pause=0.01)
    run(tmp_path / "whole", *wanted)
    moments = random.Random(5)
    for number in range(int(os.environ.get("PANELPAPERS_KILLS", "1"))):
        folder = tmp_path / f"cut {number}"
        for _ in range(4):
            process = subprocess.Popen([sys.executable, "-c", KILLED, str(folder), *wanted], stdout=subprocess.PIPE)
            assert process.stdout is not None and process.stdout.readline() == b"begun\n"
            time.sleep(moments.uniform(0, 0.4))
            process.kill()
            process.communicate()
        found = run(folder, *wanted)
        assert len(found.papers) == 9 and not found.missed
        assert names(folder) == names(tmp_path / "whole")
        for kept in found.papers:
            assert kept.path.read_bytes() == (tmp_path / "whole" / kept.path.relative_to(folder)).read_bytes()
            assert known(folder, kept.path).source_url == kept.address
        assert not list((folder / ".part").iterdir())


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_manifest_keeps_what_people_wrote(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,force,note,title\na.pdf,kent,mine,My title\nmine.pdf,essex,,\n")
    state(tmp_path, "a.pdf", {"source_url": "https://x.example/a", "title": "Theirs", "meeting_date": "2020-09-15"}, {})
    state(tmp_path, "b.pdf", {"source_url": "https://x.example/b", "title": None, "meeting_date": None}, {})
    assert rows(tmp_path) == [
        dict(
            path="a.pdf",
            force="kent",
            note="mine",
            title="My title",
            source_url="https://x.example/a",
            meeting_date="2020-09-15",
        ),
        dict(path="mine.pdf", force="essex", note="", title="", source_url="", meeting_date=""),
        dict(path="b.pdf", force="", note="", title="", source_url="https://x.example/b", meeting_date=""),
    ]


def test_a_manifest_renews_what_it_was_given_before(tmp_path: Path) -> None:
    first = {"title": "A", "meeting_date": "2020-09-15"}
    state(tmp_path, "a.pdf", first, {})
    state(tmp_path, "a.pdf", {"title": "B", "meeting_date": "2020-09-16"}, first)
    assert rows(tmp_path) == [dict(file_name="a.pdf", title="B", meeting_date="2020-09-16")]
    before = (tmp_path / "manifest.csv").stat().st_mtime_ns
    state(tmp_path, "a.pdf", {"title": "B", "meeting_date": "2020-09-16"}, {"title": "B", "meeting_date": "2020-09-16"})
    assert (tmp_path / "manifest.csv").stat().st_mtime_ns == before


@pytest.mark.parametrize("told", ['=HYPERLINK("x")', "+1", "-1", "@x"])
def test_no_cell_is_a_formula(tmp_path: Path, told: str) -> None:
    state(tmp_path, "a.pdf", {"title": told, "source_url": "https://x.example/"}, {})
    assert rows(tmp_path) == [dict(file_name="a.pdf", source_url="https://x.example/")]


def test_the_state_is_one_small_file(web: Web, tmp_path: Path) -> None:
    run(tmp_path, meeting(web))
    with sqlite3.connect(tmp_path / ".fetched.db") as db:
        assert db.execute("select count(*) from fetched").fetchone() == (3,)
