"""One address into one file, politely: what robots.txt wishes, a pause between requests, no more than is allowed, and resumed."""

from __future__ import annotations

import datetime as dt
import email.message
import email.utils
import os
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import httpx

from ingest.web import addresses
from ingest.web.connecting import Deadline, NotPublic, PublicTransport, Resolve, look_up
from ingest.web.robots import ANYTHING, MOST_BYTES, TOKEN, Robots, read_robots

_T = TypeVar("_T")

_LATER = "run the command again later; what is there already is kept"
_NO_WEB = "the address leads on to something that is no page of the web"
_BY_HAND = "open it in a browser, save the paper and ingest the file"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
#: Other faults of the host that pass.
_PASSING = frozenset((408, 500, 502, 504))
_WHY = {
    401: ("the site wants a login", _BY_HAND),
    403: ("the site does not let programs have it", _BY_HAND),
    404: ("there is nothing at this address", "check the address, or look for the paper on the page of its meeting"),
    410: ("it is no longer there", "look for the paper on the page of its meeting"),
    451: ("it may not be shown for legal reasons", "ask who published it"),
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How a host is treated, and what one paper may cost. Times are in seconds.

    ``most_wait`` is how long a run waits for a host that asks for a pause; what asks for more is left for another run.
    """

    delay: float = 2.0
    most_wait: float = 120.0
    most_bytes: int = 100_000_000
    most_redirects: int = 5
    seconds: float = 900.0
    tries: int = 3
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a paper was sent: what the host calls it, and its size in bytes."""

    etag: str | None = None
    last_modified: str | None = None
    bytes: int | None = None
    #: Seen so recently that an equal size is enough where the host calls versions nothing.
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came whole into its file: from where in the end, which version, and how the host named and described it."""

    address: str
    version: Version
    media_type: str
    file_name: str | None


class NotFetched(Exception):
    """An address that gave no paper: what was seen, what to do, and the status of HTTP where there was an answer."""

    def __init__(self, what: str, do: str, status: int | None = None):
        self.what, self.do, self.status = what, do, status
        super().__init__(f"{what}; {do}")


class _Later(Exception):
    """A fault that may pass: how long the host or we want to wait, in seconds, and what to say where it does not pass."""

    def __init__(self, why: NotFetched, seconds: float | None = None, *, nobody: bool = False):
        self.why, self.seconds, self.nobody = why, seconds, nobody
        super().__init__(str(why))


class Fetcher:
    """Asks hosts one thing at a time. What it learns of a host (its robots.txt, when it may be asked again) holds for a run.

    ``on_bytes`` is told of each piece of a paper: its address, the bytes that are there, of how many where the host says it.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        resolve: Resolve = look_up,
        sleep: Callable[[float], None] = time.sleep,
        on_bytes: Callable[[str, int, int | None], None] = lambda *_: None,
        verify: ssl.SSLContext | None = None,
    ):
        self._manners = manners or Manners()
        self._sleep = sleep
        self._on_bytes = on_bytes
        self._deadline = Deadline()
        self._robots: dict[str, Robots | NotFetched] = {}
        self._next: dict[str, float] = {}
        self._silent: dict[str, NotFetched] = {}
        self._client = httpx.Client(
            transport=PublicTransport(
                self._deadline, allow_private=self._manners.allow_private, resolve=resolve, verify=verify
            ),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(30.0, connect=20.0),
            headers={
                "User-Agent": f"{TOKEN}/{version(TOKEN)} (reads the papers of Police and Crime Panels)",
                "Accept": "application/pdf, text/html;q=0.9, */*;q=0.8",
                # Sizes and ranges are then those of the file itself.
                "Accept-Encoding": "identity",
            },
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, wanted: str, part: Path, kept: Version | None = None) -> Fetched | None:
        """Bring what is at an address into the file ``part``; None where it is still the version that is ``kept``.

        A file that is there already is the beginning of an earlier try: only the rest is asked for, if the host can say that
        it is still the same version. A try that fails leaves what came.

        Raises:
            NotFetched: It cannot be had, now or at all.
        """
        where, seen = wanted, {wanted}
        for _ in range(self._manners.most_redirects + 1):
            self._ask_robots(where)
            answer = self._patiently(where, partial(self._once, part=part, kept=kept))
            if not isinstance(answer, str):
                return answer
            if answer in seen:
                raise NotFetched("the address leads round in a circle", _BY_HAND)
            seen.add(answer)
            where = answer
        raise NotFetched(f"the address leads on to another more than {self._manners.most_redirects} times", _BY_HAND)

    def _ask_robots(self, wanted: str) -> None:
        origin = _robots_address(wanted)
        if origin not in self._robots:
            self._robots[origin] = self._fetch_robots(origin)
        robots = self._robots[origin]
        if isinstance(robots, NotFetched):
            raise robots
        if not robots.allow(wanted):
            what = f"robots.txt of {addresses.host(wanted)} asks programs to leave this address alone"
            raise NotFetched(what, _BY_HAND)

    def _fetch_robots(self, origin: str) -> Robots | NotFetched:
        """What a host wishes; where it cannot be had at present, why nothing is asked of the host, as the standard wants it."""
        where = origin
        for _ in range(self._manners.most_redirects + 1):
            try:
                answer = self._patiently(where, self._robots_once)
            except NotFetched as error:
                if error.status is None:
                    return error
                if 400 <= error.status < 500 and error.status != 429:
                    return ANYTHING
                return NotFetched(
                    f"robots.txt cannot be had, so nothing is asked: {error.what}", error.do, error.status
                )
            if isinstance(answer, Robots):
                return answer
            where = answer
        return ANYTHING

    def _robots_once(self, where: str) -> Robots | str:
        with self._asked(where, {}) as response:
            if onward := _onward(response, where):
                return onward
            _expect(response, where, (200,))
            data = b""
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MOST_BYTES:
                    break
            return read_robots(data)

    def _patiently(self, where: str, ask: Callable[[str], _T]) -> _T:
        """What ``ask`` answers; a fault that may pass is waited for, a few times, and no longer than a run waits."""
        host = addresses.host(where)
        if host in self._silent:
            raise self._silent[host]
        for tried in range(1, self._manners.tries + 1):
            try:
                return ask(where)
            except _Later as later:
                pause = self._manners.delay * 5**tried if later.seconds is None else later.seconds
                self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + pause)
                last = tried == self._manners.tries
                if last and later.nobody:
                    self._silent[host] = later.why
                if last or pause > self._manners.most_wait:
                    raise later.why from later
        raise AssertionError("tries is at least 1")

    @contextmanager
    def _asked(self, where: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """An answer of which the head is there, in its turn; what goes wrong on the way is told as what it is."""
        self._await_turn(where)
        self._deadline.begin(self._manners.seconds)
        try:
            with self._client.stream("GET", where, headers=headers) as response:
                yield response
        except NotPublic as error:
            leads = "" if error.told == error.host else f" ({error.told})"
            what = f"{error.host}{leads} is in a private network, from which nothing is fetched"
            raise NotFetched(what, "use --allow-private if these are your own papers") from error
        except httpx.ConnectError as error:
            if "CERTIFICATE" in str(error).upper():
                raise NotFetched(
                    f"the certificate of the site cannot be trusted ({_short(error)})", _BY_HAND
                ) from error
            why = NotFetched(
                f"{addresses.host(where)} cannot be reached: {_short(error)}", f"check the address, or {_LATER}"
            )
            raise _Later(why, nobody=True) from error
        except httpx.ConnectTimeout as error:
            raise _Later(NotFetched(f"{addresses.host(where)} does not answer", _LATER), nobody=True) from error
        except httpx.TimeoutException as error:
            if self._deadline.over:
                what = f"it takes more than {self._manners.seconds:g} seconds"
                raise NotFetched(what, _LATER) from error
            raise _Later(NotFetched("the site stopped in the middle of its answer", _LATER)) from error
        except httpx.InvalidURL as error:
            # Of a redirect: httpx reads where it leads to as soon as it comes.
            raise NotFetched(_NO_WEB, _BY_HAND) from error
        except httpx.DecodingError as error:
            raise NotFetched("the site sent something that cannot be unpacked", _BY_HAND) from error
        except httpx.TransportError as error:
            if "location header" in str(error):
                raise NotFetched(_NO_WEB, _BY_HAND) from error
            raise _Later(NotFetched(f"the answer was cut short ({_short(error)})", _LATER)) from error
        finally:
            # The pause is between the end of one answer and the next question.
            self._rest(where)

    def _await_turn(self, where: str) -> None:
        wait = self._next.get(addresses.host(where), 0.0) - time.monotonic()
        if wait > self._manners.most_wait:
            raise NotFetched(f"{addresses.host(where)} asks for a pause of {wait:.0f} seconds", _LATER)
        if wait > 0:
            self._sleep(wait)

    def _rest(self, where: str) -> None:
        host = addresses.host(where)
        robots = self._robots.get(_robots_address(where))
        # No longer than a run waits, or a host that asks for an hour would never give a page and a paper in one run.
        wished = min(robots.delay if isinstance(robots, Robots) else 0.0, self._manners.most_wait)
        pause = max(self._manners.delay, wished)
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + pause)

    def _once(self, where: str, part: Path, kept: Version | None) -> Fetched | str | None:
        """One question for a paper: what came, another address to ask, or None for what is kept."""
        begun = _begun(part)
        headers: dict[str, str] = {}
        if begun is not None:
            headers = {"Range": f"bytes={begun[0]}-", "If-Range": begun[1]}
        elif kept is not None:
            if kept.etag:
                headers["If-None-Match"] = kept.etag
            if kept.last_modified:
                headers["If-Modified-Since"] = kept.last_modified
        with self._asked(where, headers) as response:
            if onward := _onward(response, where):
                return onward
            if response.status_code == 304 and kept is not None:
                return None
            if response.status_code == 416 and begun is not None:
                _forget(part)
                raise _Later(NotFetched("the site does not go on with what it began", _LATER, 416), 0.0)
            _expect(response, where, (200, 206) if begun else (200,))
            if response.status_code == 200 and _is_kept(response, kept):
                return None
            return self._receive(response, where, part, begun[0] if begun else 0)

    def _receive(self, response: httpx.Response, where: str, part: Path, offset: int) -> Fetched:
        """The body of an answer into its file, behind ``offset`` bytes that are there where the host goes on from there."""
        found = _version(response)
        packed = bool(response.headers.get("Content-Encoding", "").replace("identity", ""))
        length = _number(response.headers.get("Content-Length"))
        total: int | None = None if packed else length
        if response.status_code == 206:
            starts, total = _range(response.headers.get("Content-Range", ""))
            if starts != offset or packed:
                _forget(part)
                raise _Later(NotFetched("the site goes on at another place than it was asked for", _LATER, 206), 0.0)
        else:
            offset = 0
            _begin(part, found, packed=packed)
        most = self._manners.most_bytes
        size = offset
        if total is not None and total > most:
            _forget(part)
            raise _too_large(total, most)
        with part.open("ab" if offset else "wb") as file:
            for chunk in response.iter_bytes() if packed else response.iter_raw():
                size += len(chunk)
                if size > most:
                    break
                file.write(chunk)
                self._on_bytes(where, size, total)
            file.flush()
            os.fsync(file.fileno())
        if size > most:
            _forget(part)
            raise _too_large(None, most)
        if total is not None and size != total:
            raise _Later(NotFetched(f"{size} bytes came of {total}", _LATER))
        _note(part).unlink(missing_ok=True)
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        version_ = Version(found.etag, found.last_modified, size)
        return Fetched(where, version_, media_type, _file_name(response.headers.get("Content-Disposition")))


def _robots_address(wanted: str) -> str:
    return str(httpx.URL(wanted).copy_with(raw_path=b"/robots.txt"))


def _onward(response: httpx.Response, where: str) -> str | None:
    """The address that an answer sends to, None where it does not.

    Raises:
        NotFetched: It sends to what cannot be asked.
    """
    if response.status_code not in _REDIRECTS:
        return None
    onward = addresses.linked(where, response.headers.get("Location", ""))
    if onward is None or "Location" not in response.headers:
        raise NotFetched(_NO_WEB, _BY_HAND, response.status_code)
    return onward


def _expect(response: httpx.Response, where: str, fine: tuple[int, ...]) -> None:
    status = response.status_code
    if status in fine:
        return
    if status in (429, 503):
        asked = _retry_after(response.headers.get("Retry-After"))
        what = f"{addresses.host(where)} asks to be left alone for now"
        if asked is not None:
            what = f"{addresses.host(where)} asks for a pause of {asked:.0f} seconds"
        raise _Later(NotFetched(what, _LATER, status), asked)
    if status in _PASSING:
        raise _Later(NotFetched("the site has a fault", _LATER, status))
    what, do = _WHY.get(status, ("the site does not give it", _BY_HAND))
    raise NotFetched(what, do, status)


def _retry_after(told: str | None) -> float | None:
    """The seconds to wait: ``120``, or a day and time such as ``Fri, 31 Dec 1999 23:59:59 GMT``; None where nothing is told."""
    if told is None:
        return None
    if (seconds := _number(told)) is not None:
        return float(seconds)
    try:
        until = email.utils.parsedate_to_datetime(told)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - dt.datetime.now(dt.UTC)).total_seconds())


def _is_kept(response: httpx.Response, kept: Version | None) -> bool:
    """True where a host that answers no conditional question sends what is kept.

    It names the same version, or, if it names none and the paper was seen lately, the same size.
    """
    if kept is None or "Content-Encoding" in response.headers:
        return False
    found = _version(response)
    if kept.etag or found.etag:
        return kept.etag == found.etag
    length = _number(response.headers.get("Content-Length"))
    same_size = length is not None and length == kept.bytes
    if kept.last_modified or found.last_modified:
        return kept.last_modified == found.last_modified and same_size
    return kept.recent and same_size


def _version(response: httpx.Response) -> Version:
    return Version(response.headers.get("ETag"), response.headers.get("Last-Modified"))


def _number(told: str | None) -> int | None:
    text = (told or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _range(told: str) -> tuple[int | None, int | None]:
    """Where a part begins and how long the whole is: ``bytes 500-999/1000`` is 500 and 1000; ``*`` and nonsense are None."""
    unit, _, rest = told.strip().partition(" ")
    span, _, total = rest.partition("/")
    return (_number(span.partition("-")[0]) if unit.lower() == "bytes" else None), _number(total)


def _file_name(disposition: str | None) -> str | None:
    """The name that a host gives a file: ``attachment; filename="Q3 report.pdf"``, also as RFC 5987 has it."""
    if not disposition:
        return None
    message = email.message.Message()
    message["Content-Disposition"] = disposition
    try:
        return message.get_filename()
    except (ValueError, LookupError, TypeError):
        # The parts of a name that is told in parts may be numbered in any way.
        return None


def _note(part: Path) -> Path:
    """The file that says which version a partial one is the beginning of."""
    return part.with_name(part.name + ".version")


def _begin(part: Path, found: Version, *, packed: bool) -> None:
    """Note before the first byte which version comes; what has no name that proves it the same is not gone on with."""
    strong = found.etag if found.etag and not found.etag.startswith("W/") else found.last_modified
    part.unlink(missing_ok=True)
    if strong and not packed and strong.isprintable():
        _note(part).write_text(strong, encoding="utf-8")
    else:
        _note(part).unlink(missing_ok=True)


def _begun(part: Path) -> tuple[int, str] | None:
    """How many bytes of which version are there of an earlier try, None where it must begin anew."""
    try:
        size, told = part.stat().st_size, _note(part).read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return None
    return (size, told) if size and told and told.isascii() else None


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def _too_large(size: int | None, most: int) -> NotFetched:
    told = "more" if size is None else f"{size / 1e6:,.0f} MB, more"
    return NotFetched(
        f"it has {told} than the {most / 1e6:,.0f} MB that are fetched", "raise --max-mb, or download it by hand"
    )


def _short(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]
