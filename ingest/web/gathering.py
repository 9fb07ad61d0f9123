"""From addresses to papers in a folder: an address is a paper, or a page that leads to papers and is followed."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ingest.finding import passed_over
from ingest.formats import recognise
from ingest.manifest import force_id
from ingest.web import addresses, moderngov
from ingest.web.fetching import Fetched, Fetcher, NotFetched
from ingest.web.moderngov import Place, Stated, Take
from ingest.web.pages import WebPage, read_web_page
from ingest.web.paper_folder import About, Held, PaperFolder
from ingest.web.safe_names import safe_name
from schema import archives
from schema.errors import Unreadable, WrongUsage

_LATER = "run the command again for the rest"
_SUFFIXES = {"pdf": ".pdf", "docx": ".docx", "text": ".txt", "html": ".html", "zip": ".zip"}
#: What a link to a paper ends with. What it really is, its content tells.
_PAPERS = (".pdf", ".docx", ".doc")
_TEXTS = (".txt", ".text", ".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml")
#: Programs of a site: their name says nothing of the paper.
_PROGRAMS = (".aspx", ".asp", ".ashx", ".php", ".jsp", ".cfm", ".dll", ".cgi")
_PANEL = re.compile(
    r"(?:the )?(.+?) police(?:,? fire(?: (?:and|&) rescue)?)?,? (?:and|&) crime (?:panel|commissioner panel)",
    re.IGNORECASE,
)
_MOST_PAGE_BYTES = 20_000_000
_OTHER_HOSTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one run fetches: new papers, pages that lead to them, seconds; and which papers of a meeting it takes."""

    papers: int = 500
    pages: int = 1000
    seconds: float = 6 * 3600.0
    take: Take = "packs"


@dataclass(frozen=True, slots=True)
class Missed:
    """An address of which nothing came: the status of HTTP where there was an answer, what was seen and what to do."""

    address: str
    status: int | None
    what: str
    do: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A paper that is in the folder. ``came`` says whether this run brought it, or another version of it."""

    address: str
    path: Path
    came: bool


@dataclass(slots=True)
class Gathered:
    """What a run has of its addresses: papers, what was missed, and sentences on what was left out on purpose."""

    papers: list[Kept] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is known of a paper before it is fetched: where it is to be put, by what name, and what its meeting's page states."""

    folders: tuple[str, ...] = ()
    name: str | None = None
    about: About = field(default_factory=About)
    #: An address that was typed may be a page.
    given: bool = False


def gather(
    wanted: Sequence[str],
    folder: PaperFolder,
    fetcher: Fetcher,
    bounds: Bounds,
    *,
    on_paper: Callable[[Kept], None] = lambda _: None,
    on_missed: Callable[[Missed], None] = lambda _: None,
) -> Gathered:
    """Fetch what the addresses lead to into the folder; what cannot be had is told, and the others go on.

    An address may be that of a paper, of a meeting, a committee or an item on ModernGov, or of any page with links to papers of
    its own host. What is there already and has not changed costs a request and no download; what was begun is gone on with.
    """
    return _Walk(folder, fetcher, bounds, on_paper, on_missed).of(wanted)


class _Walk:
    """One walk from the addresses given to the papers they lead to; no address twice."""

    def __init__(
        self,
        folder: PaperFolder,
        fetcher: Fetcher,
        bounds: Bounds,
        on_paper: Callable[[Kept], None],
        on_missed: Callable[[Missed], None],
    ):
        self._folder = folder
        self._fetcher = fetcher
        self._bounds = bounds
        self._on_paper = on_paper
        self._on_missed = on_missed
        self._until = time.monotonic() + bounds.seconds
        self._seen: set[str] = set()
        self._ahead: deque[str] = deque()
        self._pages = self._fresh = self._left_out = self._twice = 0
        self._over: dict[str, list[str]] = {}
        self._elsewhere: dict[str, int] = {}
        self._result = Gathered()

    def of(self, wanted: Sequence[str]) -> Gathered:
        """Visit each address, in their order."""
        for told in wanted:
            try:
                self._ahead.append(addresses.address(told))
            except WrongUsage as error:
                self._miss(told, None, error.message, "correct it in the list of addresses")
            # Not by recursion: a site may have a page behind each page.
            while self._ahead:
                self._visit(self._ahead.popleft())
        self._conclude()
        return self._result

    def _visit(self, address: str) -> None:
        """Something that was given, or a page that a page led to."""
        if self._is_seen(address):
            return
        came = self._bring(address, _Wanted(given=True))
        if not isinstance(came, WebPage):
            return
        self._pages += 1
        # The address that was asked, for a site may lead from it to one that says less.
        where = moderngov.place(address) or moderngov.place(came.address)
        if where is None:
            self._follow_links(address, came)
        elif where.kind == "meetings":
            listed, further = moderngov.meetings(came, where)
            if not listed and not further:
                self._miss(address, None, "the page leads to no meetings", "check that it is the page of a committee")
            self._ahead.extend((*listed, *further))
        else:
            self._take_offers(address, came, where)

    def _take_offers(self, address: str, page: WebPage, where: Place) -> None:
        offered = moderngov.offers(page, where, self._bounds.take)
        self._left_out += len(offered.left_out)
        for one in offered.left_out:
            self._folder.forget_if_gone(one)
        self._twice += sum(self._folder.held(one) is not None for one in offered.left_out)
        if not offered.taken:
            if moderngov.place(page.address) is None:
                # Sites lead to a page of their own where they do not know the number.
                do = "check the address, or look for the meeting on the site"
                self._miss(address, None, "the site leads to another page, which offers no papers", do)
            elif where.kind == "meeting":
                self._result.notes.append(f"{address} offers no papers yet.")
            else:
                self._miss(address, None, "the page offers no papers", "give the address of the meeting it belongs to")
        said = moderngov.stated(page)
        folders = (_host_folder(address), *_meeting_folders(said, where))
        force = _force_of(said.committee)
        for offer in offered.taken:
            name = _name_of_file(offer.address) or offer.title or offer.text
            about = About(offer.title, said.day, force if offer.of_meeting else None)
            self._take(offer.address, _Wanted(folders, name, about))

    def _follow_links(self, address: str, page: WebPage) -> None:
        host = addresses.host(page.address)
        found = [link for link in page.links if _leads_to_paper(link.address)]
        here = [link for link in found if addresses.host(link.address) == host]
        for link in found:
            other = addresses.host(link.address)
            if other != host:
                self._elsewhere[other] = self._elsewhere.get(other, 0) + 1
        if not here and not found:
            do = "give the address of a paper or of its meeting; if the page itself is the paper, save it and ingest the file"
            if meeting := next((link.address for link in page.links if moderngov.place(link.address)), None):
                do = f"it leads to meetings: give the address of one, or of their committee, such as {meeting}"
            self._miss(address, None, "the page has no links to papers", do)
        for link in here:
            self._take(link.address, _Wanted((_host_folder(link.address),), _name_of_file(link.address) or link.text))

    def _take(self, address: str, wanted: _Wanted) -> None:
        if not self._is_seen(address):
            self._bring(address, wanted)

    def _is_seen(self, address: str) -> bool:
        where = moderngov.place(address)
        # ModernGov's pages have many spellings of their address, with settings of the page in it.
        key = (
            f"{addresses.host(address)} {replace(where, committee=None)}"
            if where and where.kind != "meetings"
            else address
        )
        seen = key in self._seen
        self._seen.add(key)
        return seen

    def _bring(self, address: str, wanted: _Wanted) -> WebPage | None:
        """Fetch what is at an address unless a bound is reached: a page is given back, a paper is kept."""
        held, refused = self._folder.held(address), self._folder.refused(address)
        if over := self._bound():
            self._over.setdefault(over, []).append(address)
            self._keep_held(address, held)
            return None
        try:
            last = refused or held
            fetched = self._fetcher.fetch(address, self._folder.part(address), last.version if last else None)
            if fetched is None and refused is not None:
                raise NotFetched(refused.what, refused.do)
            if fetched is None and held is not None:
                if self._folder.is_page(held):
                    return read_web_page(held.path.read_bytes(), held.led_to)
                self._keep_held(address, held, wanted.about)
                return None
            assert fetched is not None, "only what is held can be unchanged"
            return self._sort(address, fetched, wanted)
        except NotFetched as error:
            self._miss(address, error.status, error.what, error.do)
            # What an earlier run fetched is still a paper.
            self._keep_held(address, held)
            return None

    def _sort(self, address: str, fetched: Fetched, wanted: _Wanted) -> WebPage | None:
        """Put what came where it belongs, by its content."""
        part = self._folder.part(address)
        try:
            kind = _kind(part)
        except Unreadable as error:
            self._folder.refuse(address, fetched, error.what, error.do)
            raise NotFetched(error.what, error.do) from error
        ends = urlsplit(address).path.lower()
        if kind == "html":
            size = part.stat().st_size
            if not wanted.given or _leads_to_paper(address) or size > _MOST_PAGE_BYTES:
                part.unlink()
                raise NotFetched(
                    "there is a page of the web where a paper should be", "open it in a browser to see what it says"
                )
            page = read_web_page(part.read_bytes(), fetched.address)
            if (
                moderngov.place(address)
                or not ends.endswith(_PAGES)
                or any(_leads_to_paper(link.address) for link in page.links)
            ):
                self._folder.keep_page(address, fetched)
                return page
        elif kind == "text" and not (
            ends.endswith(_TEXTS) or (wanted.given and fetched.media_type.startswith("text/"))
        ):
            part.unlink()
            raise NotFetched("there is a text where a paper should be", "open it in a browser to see what it says")
        if kind == "zip":
            # What a page says of an archive is not the title of each paper in it.
            wanted = replace(wanted, about=replace(wanted.about, title=None))
        folders = wanted.folders or (_host_folder(address),)
        told = fetched.file_name or wanted.name or _name_of_file(address) or _name_of_file(fetched.address)
        suffix = _SUFFIXES[kind]
        name = safe_name(_without_ending(told or ""), suffix=suffix, otherwise=_named_by_numbers(address))
        before = self._folder.held(address)
        path = self._folder.keep(address, fetched, folders, name, suffix)
        now = self._folder.held(address)
        came = before is None or now is None or before.sha256 != now.sha256
        self._fresh += came
        self._told(Kept(address, path, came), wanted.about)
        return None

    def _keep_held(self, address: str, held: Held | None, about: About | None = None) -> None:
        if held is not None and not self._folder.is_page(held):
            self._told(Kept(address, held.path, came=False), about)

    def _told(self, kept: Kept, about: About | None) -> None:
        if about is not None:
            self._folder.describe(kept.address, about)
        self._result.papers.append(kept)
        self._on_paper(kept)

    def _miss(self, address: str, status: int | None, what: str, do: str) -> None:
        missed = Missed(address, status, what, do)
        self._result.missed.append(missed)
        self._on_missed(missed)

    def _bound(self) -> str | None:
        """What is used up of what a run may fetch."""
        if self._fresh >= self._bounds.papers:
            return f"a run fetches {self._bounds.papers} new papers (--max-papers)"
        if self._pages >= self._bounds.pages:
            return f"a run looks at {self._bounds.pages} pages (--max-pages)"
        if time.monotonic() > self._until:
            return f"a run fetches for {self._bounds.seconds / 60:.0f} minutes (--max-minutes)"
        return None

    def _conclude(self) -> None:
        for bound, left in self._over.items():
            more = f" and {len(left) - 1} more addresses were" if len(left) > 1 else " was"
            self._miss(left[0], None, f"this{more} not asked: {bound}", _LATER)
        if self._left_out:
            what = "1 file was" if self._left_out == 1 else f"{self._left_out} files were"
            why = {"packs": "the public reports packs hold them", "parts": "they are made of the single papers"}
            reason = why.get(self._bounds.take, "they are drafts of what was taken")
            self._result.notes.append(f"{what} left out since {reason}; --take all fetches everything.")
        if self._twice:
            what = "1 of them is" if self._twice == 1 else f"{self._twice} of them are"
            do = "delete the files and take them out with `panelpapers remove`, or what they say is there twice"
            self._result.notes.append(f"{what} there from an earlier run; {do}.")
        if self._elsewhere:
            hosts = sorted(self._elsewhere, key=lambda host: (-self._elsewhere[host], host))
            shown = ", ".join(hosts[:_OTHER_HOSTS_SHOWN]) + (" and others" if len(hosts) > _OTHER_HOSTS_SHOWN else "")
            count = sum(self._elsewhere.values())
            what = "1 paper is" if count == 1 else f"{count} papers are"
            self._result.notes.append(
                f"{what} on another host ({shown}) and not fetched; give the addresses of what you want."
            )


def _kind(part: Path) -> str:
    """The format of what came, ``zip`` for an archive of papers.

    Raises:
        Unreadable: It is no paper, or an archive that is damaged, holds more than it may, or no papers.
    """
    if not archives.is_archive(part):
        return recognise(part.read_bytes())
    names = (member.path.relative_to(part) for member in archives.members(part) if not member.refused)
    if not any(not any(map(passed_over, name.parts)) for name in names):
        raise Unreadable("", None, "it is a zip archive that holds no papers", "give the address of a paper")
    return "zip"


def _leads_to_paper(address: str) -> bool:
    return urlsplit(address).path.lower().endswith(_PAPERS) or moderngov.is_file(address)


def _force_of(committee: str | None) -> str | None:
    """The force that a panel is there for, by its name: of ``Surrey Police and Crime Panel`` it is ``surrey``; of other bodies None."""
    match = _PANEL.fullmatch(committee or "")
    try:
        return force_id(match[1]) if match else None
    except WrongUsage:
        return None


def _host_folder(address: str) -> str:
    return safe_name(addresses.host(address).replace(":", "-"), otherwise="host")


def _meeting_folders(said: Stated, where: Place) -> tuple[str, ...]:
    """The folders of a committee and of a meeting: by what their page states, and always with the numbers of the site."""
    committee = safe_name(
        said.committee or "", otherwise=f"committee {where.committee}" if where.committee else "meetings"
    )
    day = said.day.isoformat() if said.day else "meeting"
    if where.meeting is None:
        return (committee, day if said.day else f"item {where.item}")
    return (committee, safe_name(f"{day} ({where.meeting})"))


def _name_of_file(address: str) -> str | None:
    """The name of the file in an address, None where there is none: ``…/s123/Q3%20report.pdf`` is ``Q3 report.pdf``."""
    last = unquote(urlsplit(address).path.rpartition("/")[2])
    return last if last and not last.lower().endswith(_PROGRAMS) else None


def _without_ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return stem if dot and f".{ending.lower()}" in (*_PAPERS, *_TEXTS, *_PAGES, ".zip") else name


def _named_by_numbers(address: str) -> str:
    """A name for what has none, of the program and the numbers in its address: ``mgConvert2PDF.aspx?ID=45`` is ``mgConvert2PDF 45``."""
    parts = urlsplit(address)
    numbers = re.findall(r"\d+", parts.query)
    program = unquote(parts.path.rpartition("/")[2]).partition(".")[0]
    return " ".join([program or "paper", *numbers[:3]])
