"""ModernGov's addresses and pages: what is where, what a page states, which papers are taken. The pages are in our own words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.web.moderngov import Place, Stated, Take, is_file, meetings, offers, place, stated, title
from ingest.web.pages import read_web_page

SITE = "https://democracy.wessex.example"
MEETING = f"{SITE}/ieListDocuments.aspx?CId=250&MId=7244&Ver=4"
PACK = "documents/g7244/Public%20reports%20pack%20Tuesday%2015-Sep-2020%2010.30.pdf?T=10"
PAGE = f"""
<html><head><title>Agenda for Wessex Police and Crime Panel on Tuesday, 15 September 2020, 10.30 am - Wessex Council</title></head>
<body><h1>Agenda and draft minutes</h1><h2>Wessex Police and Crime Panel - Tuesday, 15th September, 2020 10.30 am</h2>
<a href="privacy.pdf">Privacy notice</a> <a href="mgCommitteeDetails.aspx?ID=250">About the panel</a>
<ul><li><a href="documents/g7244/Agenda%20frontsheet%20Tuesday.pdf?T=0">Agenda frontsheet PDF 200 KB</a>
<li><a href="{PACK}">Agenda reports pack PDF 4 MB</a>
<li><a href="documents/b900/Late%20paper.pdf?T=9">Supplement: late paper</a>
<li><a href="documents/g7244/Printed%20draft%20minutes.pdf?T=1">Printed draft minutes</a>
<li><a href="documents/g7000/Public%20reports%20pack.pdf?T=10">Another meeting</a></ul>
<table><tr><td><a href="documents/s81001/Q3%20report.pdf">Quarterly Performance Report <img alt="pdf icon"> PDF 135 KB</a>
<tr><td><a href="documents/s81002/Appendix%20A.pdf">Appendix A PDF 2 MB</a>
<tr><td><a href="mgConvert2PDF.aspx?ID=81003">Precept &pound; for 2021/22</a>
<tr><td><a href="https://elsewhere.example/documents/s5/x.pdf">A paper elsewhere</a></table></body></html>
""".encode()


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/ieListDocuments.aspx?CId=250&MId=7244&Ver=4", Place("meeting", committee="250", meeting="7244")),
        ("/moderngov/ielistdocuments.aspx?cid=250&mid=07244", Place("meeting", committee="250", meeting="7244")),
        ("/ieListDocuments.aspx?MId=18112", Place("meeting", meeting="18112")),
        (
            "/CeListDocuments.aspx?CommitteeId=7&MeetingId=99&DF=26/01/2018&Ver=2",
            Place("meeting", committee="7", meeting="99"),
        ),
        ("/ieListMeetings.aspx?CommitteeId=250", Place("meetings", committee="250")),
        ("/ieListMeetings.aspx?CId=250&Year=0", Place("meetings", committee="250")),
        ("/mgCommitteeDetails.aspx?ID=250", Place("meetings", committee="250")),
        ("/mgAi.aspx?ID=31264", Place("item", item="31264")),
        ("/mgAi.aspx?ID=31264$LO$", Place("item", item="31264")),
        ("/ieListDocuments.aspx", None),
        ("/ieListDocuments.aspx?MId=abc", None),
        ("/mgCalendarMonthView.aspx?ID=4", None),
        ("/agenda.html?MId=4", None),
        ("/", None),
    ],
)
def test_what_is_at_an_address(address: str, there: Place | None) -> None:
    assert place(SITE + address) == there


@given(st.text())
def test_any_address_is_something_or_nothing(text: str) -> None:
    found = place(f"{SITE}/ieListDocuments.aspx?MId={text}")
    assert found is None or (found.meeting is not None and found.meeting.isdigit())


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (
            ["Agenda", "Wessex Police and Crime Panel - Tuesday, 15 September 2020 10.30 am"],
            ("Wessex Police and Crime Panel", 15),
        ),
        (
            ["Wessex Police and Crime Panel - Tuesday 15th September, 2020 10.30 am"],
            ("Wessex Police and Crime Panel", 15),
        ),
        (["Agenda for Wessex Panel on Tuesday, 15 September 2020, 10.30 am - Wessex Council"], ("Wessex Panel", 15)),
        (["Minutes of Wessex Panel on Tuesday 15 September 2020"], ("Wessex Panel", 15)),
        (["Wessex Panel, Tuesday 15 September 2020"], ("Wessex Panel", 15)),
        (["Police – and Crime Panel - 15 September 2020"], ("Police – and Crime Panel", 15)),
        # No weekday of that day; no such day; two days; no day at all.
        (["Wessex Panel - Monday, 15 September 2020"], (None, None)),
        (["Wessex Panel - 31 September 2020"], (None, None)),
        (["Wessex Panel - 15 September 2020", "Wessex Panel - 16 September 2020"], ("Wessex Panel", None)),
        (["Wessex Panel", "Tuesday, 15 September 2020"], (None, None)),
        (["Minutes of the last meeting: 15 September 2020"], (None, None)),
        ([], (None, None)),
    ],
)
def test_what_a_page_states(headings: list[str], said: tuple[str | None, int | None]) -> None:
    page = read_web_page("".join(f"<h2>{heading}</h2>" for heading in headings).encode() or b"<p>x", MEETING)
    day = dt.date(2020, 9, said[1]) if said[1] else None
    assert stated(page) == Stated(said[0], day)


def taken(take: Take, body: bytes = PAGE, address: str = MEETING) -> tuple[list[str], int]:
    where = place(address)
    assert where is not None
    found = offers(read_web_page(body, address), where, take)
    return [offer.address.removeprefix(f"{SITE}/") for offer in found.taken], len(found.left_out)


def test_a_pack_is_taken_in_place_of_what_it_holds() -> None:
    found, left_out = taken("packs")
    assert found == [PACK, "documents/b900/Late%20paper.pdf?T=9", "documents/g7244/Printed%20draft%20minutes.pdf?T=1"]
    # The front sheet and three single papers.
    assert left_out == 4


def test_the_single_papers_are_taken_in_place_of_the_pack() -> None:
    found, left_out = taken("parts")
    assert PACK not in found and "documents/b900/Late%20paper.pdf?T=9" not in found
    assert found[2:5] == [
        "documents/s81001/Q3%20report.pdf",
        "documents/s81002/Appendix%20A.pdf",
        "mgConvert2PDF.aspx?ID=81003",
    ]
    assert left_out == 2


def test_everything_may_be_taken_of_this_meeting() -> None:
    found, left_out = taken("all")
    assert len(found) == 7 and left_out == 0
    assert not [one for one in found if "g7000" in one or "privacy" in one]


def test_without_a_pack_the_single_papers_are_taken() -> None:
    found, left_out = taken("packs", PAGE.replace(PACK.encode(), b"nothing"))
    assert "documents/s81001/Q3%20report.pdf" in found and left_out == 0


def test_minutes_replace_their_draft() -> None:
    both = PAGE.replace(b"</ul>", b'<li><a href="documents/g7244/Printed%20minutes.pdf?T=1">Printed minutes</a></ul>')
    found, _ = taken("packs", both)
    assert [one for one in found if "minutes" in one] == ["documents/g7244/Printed%20minutes.pdf?T=1"]


def test_the_older_form_of_addresses_says_what_a_file_is() -> None:
    links = "".join(
        f'<a href="mgConvert2PDF.aspx?ID={query}">x</a>'
        for query in ("7244&T=0", "7244&T=10", "7244&T=1", "7000&T=10", "81003", "81004&ISATT=1#search=x")
    )
    found, left_out = taken("packs", links.encode())
    assert found == ["mgConvert2PDF.aspx?ID=7244&T=10", "mgConvert2PDF.aspx?ID=7244&T=1"]
    assert left_out == 3


def test_an_item_gives_its_papers() -> None:
    found, left_out = taken(
        "packs", b'<a href="documents/s5/A.pdf">The plan</a><a href="x.pdf">x</a>', f"{SITE}/mgAi.aspx?ID=9"
    )
    assert (found, left_out) == (["documents/s5/A.pdf"], 0)


def test_titles_are_those_that_the_page_states() -> None:
    where = place(MEETING)
    assert where is not None
    found = offers(read_web_page(PAGE, MEETING), where, "all").taken
    assert [offer.title for offer in found if offer.title] == [
        "Quarterly Performance Report",
        "Precept £ for 2021/22",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Quarterly Performance Report PDF 135 KB", "Quarterly Performance Report"),
        ("Budget 2024/25", "Budget 2024/25"),
        ("MINUTES OF THE PREVIOUS MEETING pdf icon PDF 135 KB", "MINUTES OF THE PREVIOUS MEETING"),
        ("Police and Crime Plan (PDF, 2.5 MB)", "Police and Crime Plan"),
        ("Appendix B - Precept", "Appendix B - Precept"),
        *(
            (text, None)
            for text in (
                "PDF 2 MB",
                "View",
                "Report",
                "Appendix A",
                "Appendix 12",
                "",
                "  ",
                "Item 4",
                "=HYPERLINK(1)",
                "Agenda",
            )
        ),
    ],
)
def test_words_of_a_link_that_are_a_title(text: str, meant: str | None) -> None:
    assert title(text) == meant


@given(st.text())
def test_any_words_of_a_link(text: str) -> None:
    found = title(text)
    assert found is None or (found and found in text)


def test_the_meetings_of_a_committee() -> None:
    address = f"{SITE}/ieListMeetings.aspx?CommitteeId=250"
    page = read_web_page(
        b'<a href="ieListDocuments.aspx?CId=250&amp;MId=1&amp;Ver=4">1</a><a href="ieListDocuments.aspx?CId=250&MId=1&Ver=4&LLL=1">1</a>'
        b'<a href="ieListDocuments.aspx?CId=251&MId=2">2</a><a href="ieListDocuments.aspx?MId=3">3</a>'
        b'<a href="ieListMeetings.aspx?CId=250&Year=2019">2019</a><a href="ieListMeetings.aspx?CId=9">9</a>'
        b'<a href="mgCommitteeDetails.aspx?ID=250">about</a><a href="https://other.example/ieListDocuments.aspx?MId=8">8</a>',
        address,
    )
    where = place(address)
    assert where is not None
    listed, further = meetings(page, where)
    assert listed == [f"{SITE}/ieListDocuments.aspx?CId=250&MId=1&Ver=4", f"{SITE}/ieListDocuments.aspx?MId=3"]
    assert further == [f"{SITE}/ieListMeetings.aspx?CId=250&Year=2019"]


def test_papers_are_told_by_their_address() -> None:
    assert is_file(f"{SITE}/documents/s12/a.pdf") and is_file(f"{SITE}/x/mgConvert2PDF.aspx?ID=4")
    assert not is_file(f"{SITE}/documents/a.pdf") and not is_file(MEETING)


def test_links_of_a_page() -> None:
    page = read_web_page(
        b"<title> A\n page </title><base href='/sub/'><a href='a.pdf'>\xa3 A</a><a href='a.pdf#2'>again</a><a href=' /b.pdf '></a>"
        b"<area href='c.pdf' alt='C'><a href='#x'>x</a><a>none</a><a href='mailto:x@y.z'>m</a><a href='d.pdf' title='D'></a><!-- <a href='e.pdf'> -->",
        f"{SITE}/page",
    )
    assert page.headings == ("A page",)
    assert [(link.address.removeprefix(SITE), link.text) for link in page.links] == [
        ("/sub/a.pdf", "£ A"),
        ("/b.pdf", ""),
        ("/sub/c.pdf", "C"),
        ("/sub/d.pdf", "D"),
    ]


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_page(data: bytes) -> None:
    page = read_web_page(data, MEETING)
    assert page.address == MEETING and all(link.address.startswith("http") for link in page.links)
