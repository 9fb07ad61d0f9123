"""Connections to public addresses only, and only as long as is allowed.

A name is looked up once for each connection, every address that it has is judged, and the connection is made to one of those
that were judged: a name that answers otherwise the next time gets nobody inside. The name stays that of the certificate (SNI) and
of the request (Host).
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore
import httpx

Resolve = Callable[[str, int], Sequence[str]]

_CONNECT_SECONDS = 20.0
_IPV4_INSIDE = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


class NotPublic(Exception):
    """A host is in no public network: ``told`` is the address that shows it."""

    def __init__(self, host: str, told: str):
        self.host, self.told = host, told
        super().__init__(f"{host} is {told}")


class TooSlow(httpcore.TimeoutException):
    """An answer took longer than is allowed in all."""


class Deadline:
    """Until when the answer that is being waited for must be there, in the time of ``time.monotonic``."""

    def __init__(self) -> None:
        self._until = float("inf")

    def begin(self, seconds: float) -> None:
        """The time for an answer begins."""
        self._until = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """True when the time has passed."""
        return time.monotonic() >= self._until

    def left(self, timeout: float | None) -> float:
        """The seconds to wait for the next bytes: ``timeout``, or less where the end is near.

        Raises:
            TooSlow: The time is over.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TooSlow
        return left if timeout is None else min(left, timeout)


def is_public(told: str) -> bool:
    """True for an IP address that anyone in the world may be asked at, as far as its number says.

    False for private, loopback, link-local, shared, reserved and multicast ones, and for IPv6 addresses that stand for such an
    IPv4 one (``::ffff:127.0.0.1``, 6to4, Teredo, NAT64).
    """
    try:
        number = ipaddress.ip_address(told)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return number.is_global and not number.is_multicast
    if number.scope_id is not None or number.is_site_local or number.is_multicast:
        return False
    inside: list[ipaddress.IPv4Address | None] = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if any(number in network for network in _IPV4_INSIDE):
        inside.append(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    if int(number) >> 32 == 0:
        inside.append(ipaddress.IPv4Address(int(number)))
    meant = [one for one in inside if one is not None]
    if meant:
        return all(one.is_global and not one.is_multicast for one in meant)
    return number.is_global


def look_up(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, as the system knows them.

    Raises:
        OSError: The name is not known, or nobody could be asked.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


class PublicTransport(httpx.HTTPTransport):
    """HTTP over connections that were judged. No proxy is used, whatever the environment says: it would look names up anew."""

    def __init__(
        self,
        deadline: Deadline,
        *,
        allow_private: bool,
        resolve: Resolve = look_up,
        verify: ssl.SSLContext | None = None,
    ):
        # What the environment says of certificates counts: many networks have one of their own.
        context = verify or httpx.create_ssl_context()
        super().__init__(verify=context, trust_env=False)
        # httpx takes no network backend of its own; its pool is that of httpcore, which does.
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=4,
            max_keepalive_connections=2,
            keepalive_expiry=30.0,
            network_backend=_Judged(deadline, allow_private=allow_private, resolve=resolve),
        )


class _Judged(httpcore.NetworkBackend):
    """Connects to the addresses that a name has, if all of them are public."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve):
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolve = resolve
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"its name cannot be looked up ({error})") from error
        if not found:
            raise httpcore.ConnectError("its name leads to no address")
        if not self._allow_private:
            for one in found:
                if not is_public(one):
                    raise NotPublic(host, one)
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for one in found:
            wait = self._deadline.left(timeout if timeout is not None else _CONNECT_SECONDS)
            try:
                stream = self._sockets.connect_tcp(one, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _Timed(stream, self._deadline)
        assert failed is not None
        raise failed


class _Timed(httpcore.NetworkStream):
    """A connection that gives bytes only until the deadline, however often a few of them come."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline):
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
