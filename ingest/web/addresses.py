"""Addresses of the web: in one spelling, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import httpx

from schema.errors import WrongUsage

_LONGEST = 2000
_SHOWN = 80
_SCHEMES = ("http", "https")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f:.]+", re.IGNORECASE)
_LAST_PORT = 65535


def address(text: str) -> str:
    """An address in one spelling, as it is asked.

    Scheme and host are in lower case, a host in other letters is as IDNA has it, there is no port that goes without saying and no
    ``#part``, and spaces and letters outside ASCII are written with ``%``.

    ``HTTP://Example.ORG:80/a b.pdf#page=3`` is ``http://example.org/a%20b.pdf``.

    Raises:
        WrongUsage: It is no http or https address, has no host, or carries a name and a password.
    """
    told = text.strip()
    shown = told if len(told) <= _SHOWN else told[:_SHOWN] + "…"
    if len(told) > _LONGEST:
        raise WrongUsage(f"{shown}: the address has more than {_LONGEST} characters")
    try:
        url = httpx.URL(told)
        # The host as it is looked up: an error of its name shows here.
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise WrongUsage(f"{shown!r} is no address of the web ({error})") from error
    if url.scheme not in _SCHEMES or not _HOST.fullmatch(host) or url.port == 0 or (url.port or 0) > _LAST_PORT:
        raise WrongUsage(
            f"{shown!r} is no address of the web; it must begin with https:// or http://, and a host must follow"
        )
    if url.userinfo:
        raise WrongUsage(
            f"{shown.rpartition('@')[2]!r} was given with a name and a password; only public papers are read"
        )
    return str(url.copy_with(fragment=None, raw_path=url.raw_path))


def linked(page: str, target: str) -> str | None:
    """The address that a link on a page leads to, None where it leads to nothing that can be asked.

    On ``https://example.org/a/b``: ``c.pdf`` is ``https://example.org/a/c.pdf``; ``mailto:…`` and ``javascript:…`` are None.
    """
    try:
        return address(urljoin(page, "".join(target.split("\n")).strip()))
    except (WrongUsage, ValueError):
        return None


def host(of: str) -> str:
    """The host of an address in one spelling, with the port where it is not the usual one: ``example.org``, ``example.org:8080``."""
    url = httpx.URL(of)
    return url.raw_host.decode("ascii") + (f":{url.port}" if url.port is not None else "")


def listed(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a list of addresses that hold one, each with its number (from 1): one a line; ``#`` begins a comment.

    What stands behind an address after a space is a comment too, if it begins with ``#``: ``https://example.org/a#b # March``.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        told = line.strip().lstrip("\ufeff")
        if told and not told.startswith("#"):
            yield number, told.partition(" #")[0].strip()
