"""What is new, for feed readers and calendars: ``/-/feeds/papers.atom``, ``/-/feeds/contradictions.atom``, ``/-/feeds/meetings.ics``.

Each also for one force: ``?force=kent``. Nothing depends on the clock: an entry is as new as the reading of its paper, and keeps its id.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from datasette.app import Datasette

from schema.vocabulary import Force, force_named
from serve import access, addresses, contradictions, wording

#: So many entries are in a feed, the newest first; and so many meetings in a calendar, the latest first.
ENTRIES = 100
MEETINGS = 1000

_ATOM = "http://www.w3.org/2005/Atom"
#: By this, ids that are made from ours are the same everywhere and for ever.
_OURS = uuid.UUID("6f2a0c56-3b0e-5d5c-9a51-d0f6e9c1b7a4")
#: What an empty feed says of when it changed.
_NEVER = "1970-01-01T00:00:00Z"
#: Characters that XML cannot hold, in no form.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE = 75

_PAPERS = """
select d.id, coalesce(d.title, d.file_name) as title, d.meeting_date, d.period_start, d.period_end, d.ingested_at, f.name as force,
  (select count(*) from observations o where o.document_id = d.id) as figures,
  (select count(*) from funding_awards a where a.document_id = d.id) as awards
from documents d left join forces f on f.id = d.force
where d.superseded_by is null and d.status <> 'failed' and (:force = '' or d.force = :force)
order by d.ingested_at desc, d.meeting_date desc, d.id limit :most
"""
_CONTRADICTIONS = f"""
select c.*, max(d.ingested_at, coalesce(e.ingested_at, '')) as ingested_at
from ({contradictions.FOUND}) c
join documents d on d.id = c.document_id left join documents e on e.id = c.other_document_id
order by ingested_at desc, c.meeting_date desc, c.kind, c.id limit :most
"""
# Several papers may announce one meeting; it is one event of its force and day. What other bodies say of their next meeting is none of a panel.
_MEETINGS = """
select x.id, x.start, x.label, x.quote, f.id as force_id, f.name as force, d.id as document_id, d.body, coalesce(p.title, d.title, d.file_name) as title,
  coalesce(p.meeting_date, d.meeting_date) as meeting_date, d.ingested_at
from dates x join documents d on d.id = x.document_id
left join papers p on p.id = x.paper_id
left join forces f on f.id = coalesce(p.force, d.force)
where x.type = 'next_meeting' and x.precision = 'day' and x.start is not null and d.superseded_by is null
  and (d.body is null or lower(d.body) like '%panel%' or lower(d.body) like '%police and crime%')
  and (:force = '' or f.id = :force)
order by x.start desc, f.name, meeting_date, x.id limit :most
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: ``key`` tells it from all others for ever, ``updated`` is in ISO 8601, ``address`` absolute."""

    key: str
    title: str
    address: str
    updated: str
    summary: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day on which a panel means to meet, ``seen`` when the announcement was read (ISO 8601)."""

    key: str
    day: dt.date
    title: str
    address: str
    seen: str
    told: str


async def papers_feed(datasette: Datasette, request: access.Request) -> access.Response:
    """The papers that were read last."""
    await access.ensure_may_view(datasette, request, "documents", "observations", "funding_awards", "forces")
    force = _force(request)
    rows = await access.rows(datasette, _PAPERS, {"force": force.id if force else "", "most": ENTRIES})
    entries = [
        Entry(
            key=f"paper/{row['id']}",
            title=", ".join(filter(None, [row["title"], row["force"], wording.day(row["meeting_date"])])),
            address=access.absolute(datasette, request, addresses.paper(datasette, row["id"])),
            updated=row["ingested_at"],
            summary=f"{wording.counted(row['figures'], 'figure')} and {wording.counted(row['awards'], 'award')} were read in it.",
        )
        for row in rows
    ]
    return _atom(datasette, request, "New papers", "papers", force, addresses.forces(datasette), entries)


async def contradictions_feed(datasette: Datasette, request: access.Request) -> access.Response:
    """Where figures do not agree, those of the papers that were read last first."""
    await access.ensure_may_view(datasette, request, "discrepancies", "observations", "documents", "same_figures")
    force = _force(request)
    asked = {"force": force.id if force else "", "kind": "", "most": ENTRIES}
    entries = []
    for row in await access.rows(datasette, _CONTRADICTIONS, asked):
        place = contradictions.places(datasette, row)[:1] or (
            addresses.paper(datasette, row["document_id"], row["page"]),
        )
        against = f"{row['one'] or 'Printed'} against {row['other']}" if row["other"] else row["one"]
        told = [against, row["why"], row["quote"], row["document_title"], wording.day(row["meeting_date"])]
        entries.append(
            Entry(
                key=f"contradiction/{row['kind']}/{row['id']}",
                title=": ".join(
                    filter(None, [row["force"], row["label"], wording.first_upper(contradictions.KINDS[row["kind"]])])
                ),
                address=access.absolute(datasette, request, place[0]),
                updated=row["ingested_at"],
                summary=". ".join(str(one).rstrip(".") for one in told if one) + ".",
            )
        )
    lead = addresses.contradictions(datasette, force=asked["force"])
    return _atom(datasette, request, "Contradictions", "contradictions", force, lead, entries)


async def meetings_calendar(datasette: Datasette, request: access.Request) -> access.Response:
    """The days on which panels mean to meet, as papers announce them, to be put into a calendar."""
    await access.ensure_may_view(datasette, request, "dates", "documents", "papers", "forces")
    force = _force(request)
    rows = await access.rows(datasette, _MEETINGS, {"force": force.id if force else "", "most": MEETINGS})
    meetings: dict[str, Meeting] = {}
    for row in rows:
        key = f"meeting/{row['force_id'] or row['document_id']}/{row['start']}"
        who = f"{row['force']} {row['body'] or 'Police and Crime Panel'}" if row["force"] else row["body"] or "A panel"
        if row["force"] and row["body"] and row["force"] in row["body"]:
            who = row["body"]
        at = f", for its meeting of {wording.day(row['meeting_date'])}" if row["meeting_date"] else ""
        # The announcement of the latest meeting is told.
        meetings[key] = Meeting(
            key=key,
            day=dt.date.fromisoformat(row["start"]),
            title=f"{who}: meeting",
            address=access.absolute(datasette, request, addresses.source(datasette, "date", row["id"])),
            seen=row["ingested_at"],
            told=f"Announced in “{row['title']}”{at}: {row['quote'] or row['label']}\nPanels move meetings: ask before you go.",
        )
    name = f"Police and Crime Panels: {force.name if force else 'next meetings'}"
    return access.Response(
        calendar(name, meetings.values()).encode(),
        headers={"content-disposition": f'inline; filename="meetings{"-" + force.id if force else ""}.ics"'},
        content_type="text/calendar; charset=utf-8",
    )


def calendar(name: str, meetings: Iterable[Meeting]) -> str:
    """Meetings as iCalendar (RFC 5545): all-day events in lines of at most 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//panelpapers//meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for one in meetings:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_id(one.key)}",
            f"DTSTAMP:{_utc(one.seen):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            # The end of a day is the day after it.
            f"DTEND;VALUE=DATE:{one.day + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(one.title)}",
            f"DESCRIPTION:{_escaped(one.told)}",
            f"URL:{one.address}",
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets of UTF-8, each after the first begun by a space; no character is cut."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + octets
    yield part


def atom(title: str, key: str, self_address: str, lead: str, entries: Iterable[Entry]) -> bytes:
    """Entries as an Atom feed (RFC 4287), as new as its newest entry."""
    entries = list(entries)
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _put(feed, "title", title)
    _put(feed, "id", f"urn:uuid:{_id(key)}")
    _put(feed, "updated", max((_instant(one.updated) for one in entries), default=_NEVER))
    _put(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", "Panel papers")
    _put(feed, "link", rel="self", type="application/atom+xml", href=self_address)
    _put(feed, "link", rel="alternate", type="text/html", href=lead)
    for one in entries:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _put(entry, "title", one.title)
        _put(entry, "id", f"urn:uuid:{_id(one.key)}")
        _put(entry, "updated", _instant(one.updated))
        _put(entry, "link", rel="alternate", type="text/html", href=one.address)
        _put(entry, "summary", one.summary, type="text")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _atom(
    datasette: Datasette,
    request: access.Request,
    title: str,
    name: str,
    force: Force | None,
    lead: str,
    entries: Iterable[Entry],
) -> access.Response:
    """A feed as the answer to a request."""
    key = f"feed/{name}/{force.id if force else ''}"
    here = addresses.feed(datasette, name, force=force.id if force else "")
    body = atom(
        f"{title}, {force.name}" if force else f"{title} of Police and Crime Panels",
        key,
        access.absolute(datasette, request, here),
        access.absolute(datasette, request, addresses.force(datasette, force.id) if force else lead),
        entries,
    )
    return access.Response(body, content_type="application/atom+xml; charset=utf-8")


def _force(request: access.Request) -> Force | None:
    """The force that is asked for, None where all are."""
    key = request.args.get("force") or ""
    try:
        return force_named(key) if key else None
    except KeyError:
        raise access.NotFound(f"There is no force with the id {key[:50]}.") from None


def _put(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    """Put an element into another; its text without what XML cannot hold."""
    element = ElementTree.SubElement(
        parent, f"{{{_ATOM}}}{tag}", {name: _NOT_XML.sub("", one) for name, one in attributes.items()}
    )
    element.text = None if text is None else _NOT_XML.sub("", text)


def _id(key: str) -> uuid.UUID:
    """The same UUID for the same key, wherever the site stands."""
    return uuid.uuid5(_OURS, key)


def _utc(iso: str) -> dt.datetime:
    """An instant of the database in UTC; one that names no zone is taken for UTC."""
    told = dt.datetime.fromisoformat(iso)
    return told.astimezone(dt.UTC) if told.tzinfo else told.replace(tzinfo=dt.UTC)


def _instant(iso: str) -> str:
    """An instant of the database as RFC 3339 has it."""
    return f"{_utc(iso):%Y-%m-%dT%H:%M:%SZ}"


def _escaped(text: str) -> str:
    r"""Text of a calendar: ``a; b`` is ``a\; b``, a line end ``\n``; other control characters are left out."""
    told = re.sub(r"([\\;,])", r"\\\1", "\n".join(text.splitlines()))
    kept = (" " if char.isspace() and char != "\n" else char for char in told if char.isprintable() or char.isspace())
    return "".join(kept).replace("\n", "\\n")
