"""The addresses and pages of ModernGov, on which most councils publish their meetings.

A meeting has single papers (``documents/s…``), supplements (``documents/b…``), and files that are made of the meeting
(``documents/g<meeting>/…``): its front sheet, its minutes, and the public reports pack, which is the agenda with all single
papers bound together.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from ingest.web.pages import Link, WebPage

Take = Literal["packs", "parts", "all"]

_PAGES: dict[str, tuple[Literal["meeting", "meetings", "item"], str, tuple[str, ...]]] = {
    "ielistdocuments.aspx": ("meeting", "meeting", ("mid", "meetingid")),
    "celistdocuments.aspx": ("meeting", "meeting", ("mid", "meetingid")),
    "ielistmeetings.aspx": ("meetings", "committee", ("cid", "committeeid")),
    "mgcommitteedetails.aspx": ("meetings", "committee", ("id", "cid", "committeeid")),
    "mgai.aspx": ("item", "item", ("id", "aiid")),
}
_FILE = re.compile(r"/documents/([sgbd])(\d{1,9})/[^/]+$", re.IGNORECASE)
_CONVERTED = re.compile(r"/mgconvert2pdf\.aspx$", re.IGNORECASE)
_CONVERTED_KINDS = {"0": "front sheet", "1": "minutes", "10": "pack"}
_STORED = re.compile(r"/data/.+\.(?:pdf|docx?)$", re.IGNORECASE)

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = (
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<month>{'|'.join(_MONTHS)}),?\s+"
    r"(?P<year>(?:19|20)\d\d)"
)
_HEADINGS = (
    re.compile(rf"(?:agenda|minutes|meeting|decisions)\b[^:]{{0,40}}?\s(?:for|of)\s+(?P<committee>.+?)\s+on\s+{_DAY}", re.IGNORECASE),
    re.compile(rf"(?P<committee>.+?)\s+[-–—]\s+{_DAY}", re.IGNORECASE),
    re.compile(rf"(?P<committee>.+?),\s+{_DAY}", re.IGNORECASE),
)  # fmt: skip
_OF_A_FILE = re.compile(
    r"\s*(?:\bpdf icon\b\s*)?(?:\(?\b(?:PDF|DOCX?|Word)\b[\s,]*(?:[\d.,]+\s*(?:KB|MB|bytes))?|\(?[\d.,]+\s*(?:KB|MB|bytes))\)?\s*$",
    re.IGNORECASE,
)
_NO_TITLES = frozenset(
    (
        *(
            "report",
            "reports",
            "appendix",
            "appendices",
            "agenda",
            "minutes",
            "pdf",
            "download",
            "view",
            "here",
            "document",
        ),
        *(
            "click here",
            "paper",
            "papers",
            "attachment",
            "enclosure",
            "annex",
            "public",
            "cover report",
            "covering report",
        ),
        *(
            "presentation",
            "supplement",
            "additional documents",
            "documents",
            "file",
            "link",
            "item",
            "open",
            "read more",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a page of ModernGov is, by its address; the numbers are those of its site, None where the address has none."""

    kind: Literal["meeting", "meetings", "item"]
    committee: str | None = None
    meeting: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says of the meeting that it is of; None for what it does not say, or says in two ways."""

    committee: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that a page offers: its address, its own words, and its title where these are one.

    ``of_meeting`` is True for what is made of the meeting (pack, supplement, minutes); a single paper may be anybody's.
    """

    address: str
    text: str
    title: str | None = None
    of_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """The papers of a page that are to be taken, and the addresses that are left out since what is taken holds them."""

    taken: tuple[Offer, ...]
    left_out: tuple[str, ...] = ()


def place(address: str) -> Place | None:
    """What is at an address, None where it is no page of ModernGov that leads to papers.

    ``…/ieListDocuments.aspx?CId=250&MId=7244&Ver=4`` and the older ``…/CeListDocuments.aspx?CommitteeId=250&MeetingId=7244&DF=…``
    are a meeting; ``…/ieListMeetings.aspx?CommitteeId=250`` and ``…/mgCommitteeDetails.aspx?ID=250`` lead to meetings;
    ``…/mgAi.aspx?ID=31264`` is an item of an agenda.
    """
    parts = urlsplit(address)
    page = _PAGES.get(parts.path.rpartition("/")[2].lower())
    if page is None:
        return None
    kind, name, keys = page
    asked = {key.lower(): value for key, value in parse_qsl(parts.query, max_num_fields=50)}
    number = _number(asked, keys)
    if number is None:
        return None
    committee = _number(asked, ("cid", "committeeid")) if kind != "meetings" else None
    return Place(kind, **{"committee": committee, name: number})


def stated(page: WebPage) -> Stated:
    """The committee and the day of the meeting, from the headings of a page of a meeting or of one of its items.

    ``Wessex Police and Crime Panel - Tuesday, 15th September, 2020 10.30 am`` and ``Agenda for Wessex Police and Crime Panel on
    Tuesday 15 September 2020, 10.30 am``. A weekday that is not that of the day, or two days, and no day is stated.
    """
    found = [told for heading in page.headings if (told := _heading(heading)) is not None]
    days = {day for _, day in found}
    day = days.pop() if len(days) == 1 else None
    committees = {committee.casefold(): committee for committee, _ in reversed(found)}
    return Stated(next(iter(committees.values())) if len(committees) == 1 else None, day)


def offers(page: WebPage, where: Place, take: Take = "packs") -> Offers:
    """The papers that the page of a meeting or of an item offers on its own host.

    ``packs``: where there is a public reports pack, it is taken with the supplements and the minutes, and the single papers and
    the front sheet, which it holds, are left out; ``parts``: the single papers, without the pack and the supplements, which are
    made of them; ``all``: everything. A draft of minutes is left out where there are minutes. The page of an item gives its papers.
    """
    site = urlsplit(page.address).hostname
    here = [link for link in page.links if urlsplit(link.address).hostname == site]
    found = [(link, kind) for link in here if (kind := _kind(link, where)) is not None]
    kinds = {kind for _, kind in found}
    if where.kind == "item" or take == "all":
        unwanted: set[str] = set()
    elif take == "packs":
        unwanted = {"single", "front sheet"} if "pack" in kinds else set()
    else:
        unwanted = {"pack", "supplement"} if "single" in kinds else set()
    if "minutes" in kinds:
        unwanted.add("draft minutes")
    taken = [
        Offer(link.address, link.text, title(link.text) if kind == "single" else None, kind != "single")
        for link, kind in found
        if kind not in unwanted
    ]
    return Offers(tuple(taken), tuple(link.address for link, kind in found if kind in unwanted))


def meetings(page: WebPage, where: Place) -> tuple[Sequence[str], Sequence[str]]:
    """The addresses of the meetings that a page of a committee leads to, and of the other pages that list its meetings.

    A meeting is listed once, however its address is written. Links to meetings of other committees are not followed.
    """
    listed: dict[str, str] = {}
    further: dict[str, None] = {}
    for link in page.links:
        there = place(link.address)
        if there is None or urlsplit(link.address).hostname != urlsplit(page.address).hostname:
            continue
        if there.kind == "meeting" and there.meeting and there.committee in (None, where.committee):
            listed.setdefault(there.meeting, link.address)
        elif (
            there.kind == "meetings" and there.committee == where.committee and "ielistmeetings" in link.address.lower()
        ):
            further.setdefault(link.address)
    return list(listed.values()), list(further)


def title(text: str) -> str | None:
    """The title of a paper in the words of its link, None where they only say that there is one.

    ``Quarterly Performance Report PDF 135 KB`` is ``Quarterly Performance Report``; ``Appendix A``, ``PDF 2 MB`` and ``View`` are none.
    """
    words = _OF_A_FILE.sub("", text).strip(" -–:,")
    plain = re.sub(r"[^a-z]+", " ", words.lower()).strip()
    plain = re.sub(r"\b(?:[a-z]|i{2,3}|iv|vi{1,3}|ix)\b", "", plain).strip()
    if len(plain) < 5 or plain in _NO_TITLES or words[0] in "=+-@":
        return None
    return words


def is_file(address: str) -> bool:
    """True for the address of a paper on ModernGov, which may end without its kind (``mgConvert2PDF.aspx?ID=45``)."""
    path = urlsplit(address).path
    return bool(_FILE.search(path) or _CONVERTED.search(path))


def _kind(link: Link, where: Place) -> str | None:
    parts = urlsplit(link.address)
    if _CONVERTED.search(parts.path):
        return _converted(parts.query, where)
    if _STORED.search(parts.path):
        return "single"
    match = _FILE.search(parts.path)
    if match is None:
        return None
    letter, number = match[1].lower(), match[2]
    if letter != "g":
        return "supplement" if letter == "b" else "single"
    if where.meeting is not None and number != where.meeting.lstrip("0"):
        return None
    name = _file_name(parts.path)
    if name.startswith("public reports pack") or re.search(
        r"\b(?:reports? pack|agenda pack)\b", f"{name} {link.text}".lower()
    ):
        return "pack"
    if "frontsheet" in name or "front sheet" in name:
        return "front sheet"
    if "minutes" in name:
        return "draft minutes" if "draft" in name else "minutes"
    return "other"


def _converted(query: str, where: Place) -> str | None:
    """What the older form of an address is: ``ID=1319&T=10`` is the pack of the meeting 1319, ``ID=45`` the single paper 45."""
    asked = {key.lower(): value for key, value in parse_qsl(query, max_num_fields=50)}
    kind = _CONVERTED_KINDS.get(asked.get("t", ""), "single")
    if kind != "single" and where.meeting is not None and _number(asked, ("id",)) != where.meeting:
        return None
    return kind


def _file_name(path: str) -> str:
    """The last part of a path in small letters and as it is read: ``/documents/g12/Public%20reports%20pack.pdf``."""
    return unquote(path.rpartition("/")[2]).lower()


def _heading(text: str) -> tuple[str, dt.date] | None:
    for pattern in _HEADINGS:
        match = pattern.match(text)
        if match is not None:
            day, committee = _day(match), match["committee"].strip(" -–—,")
            return (committee, day) if day is not None and committee.lower() not in _WEEKDAYS else None
    return None


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        day = dt.date(int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    except ValueError:
        return None
    weekday = match["weekday"]
    return day if weekday is None or _WEEKDAYS[day.weekday()] == weekday.lower() else None


def _number(asked: dict[str, str], keys: tuple[str, ...]) -> str | None:
    """The number under one of the keys; what stands behind a ``$``, as in ``31264$LO$``, is a setting of the page."""
    for key in keys:
        if match := re.match(r"\d{1,9}(?=\$|$)", asked.get(key, "")):
            return match[0].lstrip("0") or "0"
    return None
