"""One address into one file: conditional, resumed, bounded, polite; every fault of a host is told as what it is."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.web import fetching
from ingest.web.fetching import Fetched, Fetcher, Manners, NotFetched, Version
from ingest.web.robots import read_robots
from web import Answer, Asked, Web, pdf, serving

QUICK = Manners(delay=0.0, most_wait=2.0, tries=3, seconds=5.0, most_bytes=50_000, allow_private=True)
ONCE = replace(QUICK, tries=1)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def fetch(address: str, part: Path, kept: Version | None = None, manners: Manners = QUICK) -> Fetched | None:
    with Fetcher(manners) as fetcher:
        return fetcher.fetch(address, part, kept)


def missed(address: str, part: Path, manners: Manners = QUICK) -> NotFetched:
    with pytest.raises(NotFetched) as told:
        fetch(address, part, manners=manners)
    return told.value


def test_a_paper_comes_whole_with_its_version(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"
    address = web.paper("/a.pdf", pdf(3000), etag='"v1"', modified="Sat, 01 Mar 2025 10:00:00 GMT")
    got = fetch(address, part)
    assert got == Fetched(address, Version('"v1"', "Sat, 01 Mar 2025 10:00:00 GMT", 3000), "application/pdf", None)
    assert part.read_bytes() == pdf(3000)
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/a.pdf"]
    assert web.asked[1].headers["user-agent"].startswith("panelpapers/")
    assert web.asked[1].headers["host"] == f"127.0.0.1:{web.port}"


@pytest.mark.parametrize("version", [{"etag": '"v1"'}, {"modified": "Sat, 01 Mar 2025 10:00:00 GMT"}])
def test_what_is_kept_costs_a_304(web: Web, tmp_path: Path, version: dict[str, str]) -> None:
    address = web.paper("/a.pdf", **version)
    got = fetch(address, tmp_path / "a.part")
    assert got is not None
    assert fetch(address, tmp_path / "b.part", got.version) is None
    assert not (tmp_path / "b.part").exists()


@pytest.mark.parametrize("with_length", [True, False])
def test_each_piece_of_a_paper_is_told(web: Web, tmp_path: Path, with_length: bool) -> None:
    told: list[tuple[str, int, int | None]] = []
    address = web.paper("/a.pdf", pdf(40_000), piece=8_000, pause=0.01, with_length=with_length)
    with Fetcher(QUICK, on_bytes=lambda *piece: told.append(piece)) as fetcher:
        assert fetcher.fetch(address, tmp_path / "part") is not None
    assert len(told) > 1 and [piece[1] for piece in told] == sorted({piece[1] for piece in told})
    assert told[-1] == (address, 40_000, 40_000 if with_length else None)


def test_a_host_that_names_no_versions_is_believed_by_size_for_a_while(web: Web, tmp_path: Path) -> None:
    address = web.paper("/a.pdf", pdf(900))
    assert fetch(address, tmp_path / "a.part", Version(bytes=900, recent=True)) is None
    assert fetch(address, tmp_path / "a.part", Version(bytes=900, recent=False)) is not None
    assert fetch(address, tmp_path / "b.part", Version(bytes=901, recent=True)) is not None


def test_a_cut_answer_is_gone_on_with_where_it_ended(web: Web, tmp_path: Path) -> None:
    whole = pdf(4000)
    answers = iter(
        [Answer(whole, cut=1500, etag='"v1"'), Answer(whole, cut=0, etag='"v1"'), Answer(whole, etag='"v1"')]
    )
    web.pages["/a.pdf"] = lambda _: next(answers)
    got = fetch(web.root + "/a.pdf", tmp_path / "a.part")
    assert got is not None and got.version.bytes == 4000
    assert (tmp_path / "a.part").read_bytes() == whole
    assert [asked.headers.get("range") for asked in web.asked[1:]] == [None, "bytes=1500-", "bytes=1500-"]


def test_a_run_that_was_killed_is_gone_on_with_by_the_next(web: Web, tmp_path: Path) -> None:
    whole, part = pdf(4000), tmp_path / "a.part"
    web.pages["/a.pdf"] = Answer(whole, cut=1500, etag='"v1"')
    assert "cut short" in missed(web.root + "/a.pdf", part, ONCE).what
    assert part.stat().st_size == 1500
    web.paper("/a.pdf", whole, etag='"v1"')
    assert fetch(web.root + "/a.pdf", part) is not None
    assert part.read_bytes() == whole
    assert web.asked[-1].headers["range"] == "bytes=1500-"


def test_the_beginning_of_another_version_is_thrown_away(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"
    web.pages["/a.pdf"] = Answer(pdf(4000), cut=1500, etag='"v1"')
    missed(web.root + "/a.pdf", part, ONCE)
    web.paper("/a.pdf", pdf(3000, b"y"), etag='"v2"')
    assert fetch(web.root + "/a.pdf", part) is not None
    assert part.read_bytes() == pdf(3000, b"y")


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
def test_what_cannot_be_proved_the_same_begins_anew(web: Web, tmp_path: Path, etag: str | None) -> None:
    part = tmp_path / "a.part"
    web.pages["/a.pdf"] = Answer(pdf(4000), cut=1500, etag=etag)
    missed(web.root + "/a.pdf", part, ONCE)
    web.paper("/a.pdf", pdf(3000, b"y"), etag=etag)
    assert fetch(web.root + "/a.pdf", part) is not None
    assert part.read_bytes() == pdf(3000, b"y")
    assert all("range" not in asked.headers for asked in web.asked)


@pytest.mark.parametrize("told", ["bytes 0-3999/4000", "bytes 1600-3999/4000", "nonsense", "bytes */4000"])
def test_a_host_that_goes_on_elsewhere_is_asked_anew(web: Web, tmp_path: Path, told: str) -> None:
    whole, part = pdf(4000), tmp_path / "a.part"
    web.pages["/a.pdf"] = Answer(whole, cut=1500, etag='"v1"')
    missed(web.root + "/a.pdf", part, ONCE)
    wrong = Answer(whole[1500:], 206, {"Content-Range": told})
    web.pages["/a.pdf"] = lambda asked: wrong if "range" in asked.headers else Answer(whole, etag='"v1"')
    assert fetch(web.root + "/a.pdf", part) is not None
    assert part.read_bytes() == whole


def test_a_part_that_is_longer_than_the_paper_begins_anew(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"
    web.pages["/a.pdf"] = Answer(pdf(4000), cut=3500, etag='"v1"')
    missed(web.root + "/a.pdf", part, ONCE)
    web.paper("/a.pdf", pdf(3000), etag='"v1"')
    assert fetch(web.root + "/a.pdf", part) is not None
    assert part.read_bytes() == pdf(3000)


def test_a_paper_that_is_too_large_is_not_downloaded(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"
    told = missed(web.paper("/a.pdf", pdf(60_000)), part)
    assert "more than the" in told.what and "--max-mb" in told.do
    assert not part.exists()


def test_a_body_without_a_length_is_stopped_at_the_bound(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"
    told = missed(web.paper("/a.pdf", pdf(500_000), with_length=False), part)
    assert "more than the" in told.what
    assert not part.exists()


def test_a_body_that_unpacks_to_too_much_is_stopped_at_the_bound(web: Web, tmp_path: Path) -> None:
    web.pages["/a.pdf"] = Answer(gzip.compress(bytes(3_000_000)), headers={"Content-Encoding": "gzip"})
    assert "more than the" in missed(web.root + "/a.pdf", tmp_path / "a.part").what
    web.pages["/b.pdf"] = Answer(gzip.compress(pdf(3000)), headers={"Content-Encoding": "gzip"})
    assert fetch(web.root + "/b.pdf", tmp_path / "b.part") is not None
    assert (tmp_path / "b.part").read_bytes() == pdf(3000)
    web.pages["/c.pdf"] = Answer(b"no gzip at all", headers={"Content-Encoding": "gzip"})
    assert "unpacked" in missed(web.root + "/c.pdf", tmp_path / "c.part").what


def test_a_length_that_is_too_long_is_a_cut_answer(web: Web, tmp_path: Path) -> None:
    told = missed(web.paper("/a.pdf", pdf(1000), length=2000), tmp_path / "a.part")
    assert "cut short" in told.what and "later" in told.do


def test_a_host_that_drips_is_left_when_the_time_is_over(web: Web, tmp_path: Path) -> None:
    slow = Manners(delay=0.0, seconds=0.5, tries=1, allow_private=True)
    address = web.paper("/a.pdf", pdf(5000), piece=10, pause=0.02, etag='"v1"')
    began = time.monotonic()
    told = missed(address, tmp_path / "a.part", slow)
    assert "more than 0.5 seconds" in told.what
    assert time.monotonic() - began < 8
    # What came is the beginning of the next try.
    assert (tmp_path / "a.part").stat().st_size > 0


@pytest.mark.parametrize(
    ("status", "what"),
    [(401, "login"), (403, "programs"), (404, "nothing"), (410, "no longer"), (451, "legal"), (418, "does not give")],
)
def test_what_a_host_refuses_is_told_at_once(web: Web, tmp_path: Path, status: int, what: str) -> None:
    web.pages["/a.pdf"] = Answer(b"no", status)
    told = missed(web.root + "/a.pdf", tmp_path / "a.part")
    assert (told.status, what in told.what, bool(told.do)) == (status, True, True)
    assert web.paths() == ["/a.pdf"]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_fault_that_passes_is_waited_for(web: Web, tmp_path: Path, status: int) -> None:
    answers = iter([Answer(b"", status), Answer(b"", status), Answer(pdf())])
    web.pages["/a.pdf"] = lambda _: next(answers)
    assert fetch(web.root + "/a.pdf", tmp_path / "a.part") is not None
    web.pages["/b.pdf"] = Answer(b"", status)
    assert missed(web.root + "/b.pdf", tmp_path / "b.part").status == status
    assert web.paths().count("/b.pdf") == 3


def test_a_pause_that_the_host_asks_for_is_kept(web: Web, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 429, {"Retry-After": "1"}), Answer(pdf())])
    web.pages["/a.pdf"] = lambda _: next(answers)
    assert fetch(web.root + "/a.pdf", tmp_path / "a.part") is not None
    first, second = (asked.at for asked in web.asked if asked.path == "/a.pdf")
    assert second - first >= 0.95


@pytest.mark.parametrize("told", ["3600", "Fri, 31 Dec 2286 23:59:59 GMT"])
def test_a_host_that_asks_for_a_long_pause_is_left_alone(web: Web, tmp_path: Path, told: str) -> None:
    web.pages["/a.pdf"] = Answer(b"", 503, {"Retry-After": told})
    web.paper("/b.pdf")
    with Fetcher(QUICK) as fetcher:
        for name in ("a", "b"):
            with pytest.raises(NotFetched) as error:
                fetcher.fetch(f"{web.root}/{name}.pdf", tmp_path / name)
            assert "asks for a pause" in error.value.what
    assert web.paths() == ["/a.pdf"]


def test_nonsense_in_place_of_a_pause_is_no_pause(web: Web, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 503, {"Retry-After": "soon"}), Answer(b"", 503, {"Retry-After": "-5"}), Answer(pdf())])
    web.pages["/a.pdf"] = lambda _: next(answers)
    assert fetch(web.root + "/a.pdf", tmp_path / "a.part") is not None


def test_requests_to_a_host_are_apart(web: Web, tmp_path: Path) -> None:
    polite = Manners(delay=0.2, allow_private=True)
    with Fetcher(polite) as fetcher:
        for name in "abc":
            fetcher.fetch(web.paper(f"/{name}.pdf"), tmp_path / name)
    times = [asked.at for asked in web.asked]
    assert len(times) == 4
    assert all(later - earlier >= 0.18 for earlier, later in pairwise(times))


def test_a_longer_pause_of_robots_txt_is_kept_up_to_what_a_run_waits(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 7\nDisallow: /private/\n")
    waits: list[float] = []
    with Fetcher(Manners(delay=0.01, most_wait=100, allow_private=True), sleep=waits.append) as fetcher:
        for name in "abc":
            fetcher.fetch(web.paper(f"/{name}.pdf"), tmp_path / name)
    assert [round(wait) for wait in waits] == [0, 7, 7]


def test_what_robots_txt_asks_to_leave_alone_is_not_asked(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /private/\nDisallow: /*?draft=\nAllow: /private/agenda.pdf\n"
    )
    told = missed(web.paper("/private/a.pdf"), tmp_path / "a")
    assert "robots.txt" in told.what and "browser" in told.do
    assert "robots.txt" in missed(web.paper("/b.pdf?draft=1"), tmp_path / "b").what
    assert web.paths() == []
    assert fetch(web.paper("/private/agenda.pdf"), tmp_path / "c") is not None


def test_robots_txt_may_speak_to_this_program_by_name(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Answer(b"User-agent: panelpapers\nDisallow: /\n\nUser-agent: *\nDisallow:\n")
    assert "robots.txt" in missed(web.paper("/a.pdf"), tmp_path / "a").what


@pytest.mark.parametrize(
    ("status", "asked"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)]
)
def test_robots_txt_that_cannot_be_had(web: Web, tmp_path: Path, status: int, asked: bool) -> None:
    web.pages["/robots.txt"] = Answer(b"", status)
    address = web.paper("/a.pdf")
    if asked:
        assert fetch(address, tmp_path / "a") is not None
    else:
        assert "robots.txt" in missed(address, tmp_path / "a").what
    assert web.paths() == (["/a.pdf"] if asked else [])


def test_robots_txt_is_asked_once_for_a_host_and_for_where_a_redirect_leads(web: Web, tmp_path: Path) -> None:
    with serving() as other, Fetcher(QUICK) as fetcher:
        other.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /secret\n")
        other.paper("/secret.pdf")
        web.pages["/a.pdf"] = Answer(b"", 302, {"Location": f"{other.root}/secret.pdf"})
        for _ in range(2):
            with pytest.raises(NotFetched, match=r"robots\.txt"):
                fetcher.fetch(f"{web.root}/a.pdf", tmp_path / "a")
        assert [asked.path for asked in other.asked] == ["/robots.txt"]
        assert [asked.path for asked in web.asked] == ["/robots.txt", "/a.pdf", "/a.pdf"]


def test_a_huge_robots_txt_is_read_in_part(web: Web, tmp_path: Path) -> None:
    web.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /x\n" + b"# filling\n" * 300_000)
    assert fetch(web.paper("/a.pdf"), tmp_path / "a") is not None
    assert "robots.txt" in missed(web.paper("/x.pdf"), tmp_path / "x").what


def test_redirects_are_followed_and_their_end_is_told(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = Answer(b"", 301, {"Location": "b/c"})
    web.pages["/b/c"] = Answer(b"", 307, {"Location": "../d.pdf#page=2"})
    web.paper("/d.pdf")
    got = fetch(f"{web.root}/a", tmp_path / "a")
    assert got is not None and got.address == f"{web.root}/d.pdf"


def test_redirects_end_somewhere(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = Answer(b"", 302, {"Location": "/b"})
    web.pages["/b"] = Answer(b"", 302, {"Location": "/a"})
    assert "circle" in missed(f"{web.root}/a", tmp_path / "a").what
    for number in range(9):
        web.pages[f"/r{number}"] = Answer(b"", 302, {"Location": f"/r{number + 1}"})
    assert "more than 5 times" in missed(f"{web.root}/r0", tmp_path / "r").what
    assert web.paths().count("/r5") == 1 and "/r6" not in web.paths()


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a.pdf", "javascript:1", "http://", ""])
def test_a_redirect_to_what_is_no_web_is_refused(web: Web, tmp_path: Path, target: str) -> None:
    web.pages["/a"] = Answer(b"", 302, {"Location": target})
    told = missed(f"{web.root}/a", tmp_path / "a").what
    assert "no page of the web" in told or "circle" in told


def test_the_name_that_a_host_gives_a_paper(web: Web, tmp_path: Path) -> None:
    for number, (told, name) in enumerate(
        [
            ('attachment; filename="Q3 report.pdf"', "Q3 report.pdf"),
            ("inline; filename*=UTF-8''Adroddiad%20G%C5%B5ent.pdf", "Adroddiad Gŵent.pdf"),
            ("attachment", None),
        ]
    ):
        web.pages[f"/{number}"] = Answer(pdf(), headers={"Content-Disposition": told})
        got = fetch(f"{web.root}/{number}", tmp_path / "a")
        assert got is not None and got.file_name == name


def test_a_host_that_does_not_answer_is_not_asked_again(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    tried: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        tried.append(host)
        return ["127.0.0.1"]

    with Fetcher(QUICK, resolve=resolve) as fetcher:
        for name in "ab":
            with pytest.raises(NotFetched) as error:
                fetcher.fetch(f"http://closed.test:{port}/{name}.pdf", tmp_path / name)
            assert "cannot be reached" in error.value.what
    assert len(tried) == QUICK.tries


def test_an_unknown_host_is_told(tmp_path: Path) -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with Fetcher(QUICK, resolve=nobody) as fetcher, pytest.raises(NotFetched) as error:
        fetcher.fetch("http://nowhere.test/a.pdf", tmp_path / "a")
    assert "looked up" in error.value.what and "check the address" in error.value.do


def test_an_interrupt_keeps_what_came(web: Web, tmp_path: Path) -> None:
    part = tmp_path / "a.part"

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    web.pages["/a.pdf"] = Answer(pdf(4000), cut=1500, etag='"v1"')
    with Fetcher(Manners(delay=1.0, allow_private=True), sleep=interrupt) as fetcher, pytest.raises(KeyboardInterrupt):
        fetcher.fetch(f"{web.root}/a.pdf", part)


def test_hosts_are_told_apart_by_name(web: Web, tmp_path: Path) -> None:
    seen: list[Asked] = web.asked
    web.paper("/a.pdf")
    with Fetcher(QUICK, resolve=lambda host, port: ["127.0.0.1"]) as fetcher:
        fetcher.fetch(f"http://one.test:{web.port}/a.pdf", tmp_path / "a")
        fetcher.fetch(f"http://two.test:{web.port}/a.pdf", tmp_path / "b")
    assert {asked.headers["host"] for asked in seen} == {f"one.test:{web.port}", f"two.test:{web.port}"}
    assert len(seen) == 4


HEADER = st.one_of(
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0")),
    st.lists(
        st.sampled_from(
            [
                *(
                    "attachment;",
                    "filename=",
                    "filename*=",
                    "UTF-8''",
                    "utf-8'en'",
                    '"',
                    "a.pdf",
                    "%",
                    "%ff",
                    "%E2",
                    "'",
                    "*0=",
                ),
                *("*1*=", "=?utf-8?b?", "?=", ";", " ", "\\", "latin-9''", "x''", "filename*0*="),
            ]
        ),
        max_size=8,
    ).map("".join),
)


@given(HEADER)
@example("attachment;filename*0*=a;filename*=b")
def test_any_header_is_read_or_left(told: str) -> None:
    name = fetching._file_name(told)
    assert name is None or isinstance(name, str)
    pause = fetching._retry_after(told)
    assert pause is None or pause >= 0
    start, total = fetching._range(f"bytes {told}")
    assert all(number is None or number >= 0 for number in (start, total))


ROBOTS = st.lists(
    st.sampled_from(
        [
            *(
                b"User-agent: *\n",
                b"User-agent: panelpapers\n",
                b"Disallow: ",
                b"Allow: ",
                b"/",
                b"*",
                b"$",
                b"%zz",
                b"\xff\xfe",
            ),
            *(
                b"Crawl-delay: ",
                b"1e9",
                b"nan",
                b"-5",
                b"inf",
                b"\n",
                b"Request-rate: ",
                b"1/0",
                b"0/5s",
                b"10/1h 0800-1900",
            ),
            *(b"Visit-time: 99", b"Sitemap: http://[", b"# x\n", b"Host: \n"),
        ]
    ),
    max_size=14,
).map(b"".join)


@given(st.one_of(ROBOTS, st.binary()), st.sampled_from(["/", "/a%zz?b=c", "/%E2%82", "/a;b=c?d#e"]))
def test_any_robots_txt_is_read(data: bytes, path: str) -> None:
    robots = read_robots(data)
    assert isinstance(robots.allow(f"https://example.org{path}"), bool)
    assert 0 <= robots.delay < float("inf")
