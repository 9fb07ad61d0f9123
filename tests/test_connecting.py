"""Which addresses are public, and that a connection is made to no other, whatever a name answers and when."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from ingest.web.connecting import is_public
from ingest.web.fetching import Fetcher, Manners, NotFetched
from web import Answer, Web, serving

QUICK = Manners(delay=0.0, tries=2, seconds=5.0)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


@pytest.mark.parametrize(
    "told", ["8.8.8.8", "151.101.1.69", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(told: str) -> None:
    assert is_public(told)


@pytest.mark.parametrize(
    "told",
    [
        *(
            "127.0.0.1",
            "127.8.9.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
        ),
        *(
            "100.64.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
        ),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
        ),
        *("2002:c0a8:101::1", "2001:0:7f00:1::", "", "example.org", "1.2.3", "127.1", "0x7f000001"),
    ],
)
def test_addresses_that_are_not_public(told: str) -> None:
    assert not is_public(told)


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_itself(inner: ipaddress.IPv4Address) -> None:
    number = int(inner)
    public = inner.is_global and not inner.is_multicast
    assert is_public(str(inner)) == public
    for outer in (0xFFFF << 32 | number, 0x64FF9B << 96 | number):
        assert is_public(str(ipaddress.IPv6Address(outer))) == public
    if not public:
        assert not is_public(str(ipaddress.IPv6Address(0x2002 << 112 | number << 80)))


@given(st.ip_addresses(v=6))
def test_nothing_is_public_that_the_registries_keep(told: ipaddress.IPv6Address) -> None:
    if is_public(str(told)):
        assert not (
            told.is_private or told.is_loopback or told.is_link_local or told.is_multicast or told.is_unspecified
        )


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["8.8.8.8", "127.0.0.1"],
        ["fe80::1%lo"],
    ],
)
def test_a_name_that_leads_inside_is_refused_before_anything_is_connected(
    found: Sequence[str], web: Web, tmp_path: Path
) -> None:
    with Fetcher(QUICK, resolve=lambda host, port: found) as fetcher, pytest.raises(NotFetched) as told:
        fetcher.fetch(f"http://council.test:{web.port}/a.pdf", tmp_path / "a")
    assert "private network" in told.value.what and "--allow-private" in told.value.do
    assert web.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:7f00:1]", "0"]
)
def test_no_spelling_of_this_machine_gets_by(host: str, web: Web, tmp_path: Path) -> None:
    web.paper("/a.pdf")
    with Fetcher(QUICK) as fetcher, pytest.raises(NotFetched):
        fetcher.fetch(f"http://{host}:{web.port}/a.pdf", tmp_path / "a")
    assert web.asked == []


def test_a_redirect_inside_is_refused(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages["/a.pdf"] = Answer(b"", 302, {"Location": f"http://inside.test:{web.port}/admin"})
    web.paper("/admin")
    # The first host is taken for a public one, though it is of this machine.
    monkeypatch.setattr("ingest.web.connecting.is_public", lambda told: told == "127.0.0.1")
    names = {"council.test": ["127.0.0.1"], "inside.test": ["127.0.0.2"]}
    with Fetcher(QUICK, resolve=lambda host, port: names[host]) as fetcher, pytest.raises(NotFetched) as told:
        fetcher.fetch(f"http://council.test:{web.port}/a.pdf", tmp_path / "a")
    assert "inside.test (127.0.0.2) is in a private network" in told.value.what
    assert web.paths() == ["/a.pdf"]


def test_a_name_that_answers_otherwise_the_next_time_gets_nobody_inside(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.web.connecting.is_public", lambda told: told == "127.0.0.1")
    answers = iter([["127.0.0.1"], ["127.0.0.3"], ["127.0.0.3"], ["127.0.0.3"]])
    # Each answer ends its connection, so that the next one looks the name up anew.
    web.pages["/robots.txt"] = Answer(b"", 404, length=0)
    web.paper("/a.pdf")
    with Fetcher(QUICK, resolve=lambda host, port: next(answers)) as fetcher, pytest.raises(NotFetched) as told:
        fetcher.fetch(f"http://council.test:{web.port}/a.pdf", tmp_path / "a")
    assert "127.0.0.3" in told.value.what
    assert web.paths() == []


def test_a_connection_goes_to_the_address_that_was_judged(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    def no_look_up(*_: object) -> None:
        raise AssertionError("a name was looked up again")

    monkeypatch.setattr("ingest.web.connecting.is_public", lambda told: True)
    monkeypatch.setattr("ingest.web.connecting.socket.getaddrinfo", _only_numbers(no_look_up))
    web.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow:\n")
    web.paper("/a.pdf")
    with Fetcher(QUICK, resolve=resolve) as fetcher:
        assert fetcher.fetch(f"http://council.test:{web.port}/a.pdf", tmp_path / "a") is not None
    assert asked == ["council.test"]


def _only_numbers(otherwise: object) -> object:
    import socket

    real = socket.getaddrinfo

    def look(host: str, *rest: object, **more: object) -> object:
        ipaddress.ip_address(host)
        return real(host, *rest, **more)  # type: ignore[arg-type]

    return look


def test_the_second_address_of_a_name_is_tried(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.web.connecting.is_public", lambda told: True)
    web.paper("/a.pdf")
    with Fetcher(QUICK, resolve=lambda host, port: ["127.0.0.99", "127.0.0.1"]) as fetcher:
        assert fetcher.fetch(f"http://council.test:{web.port}/a.pdf", tmp_path / "a") is not None


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for a name, signed by itself, and its key."""
    now = dt.datetime.now(dt.UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    return folder / "cert.pem", folder / "key.pem"


def test_the_certificate_must_be_that_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.web.connecting.is_public", lambda told: True)
    cert, key = certificate(tmp_path, "council.test")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    asked: list[str | None] = []
    server.sni_callback = lambda sock, name, context: asked.append(name)
    trusting = ssl.create_default_context(cafile=str(cert))
    with serving(server) as web:
        web.paper("/a.pdf")
        with Fetcher(QUICK, resolve=lambda host, port: ["127.0.0.1"], verify=trusting) as fetcher:
            assert fetcher.fetch(f"https://council.test:{web.port}/a.pdf", tmp_path / "a") is not None
            assert set(asked) == {"council.test"}
            with pytest.raises(NotFetched, match="certificate"):
                fetcher.fetch(f"https://other.test:{web.port}/a.pdf", tmp_path / "b")
        assert {asked.headers["host"] for asked in web.asked} == {f"council.test:{web.port}"}
        distrusting = Fetcher(QUICK, resolve=lambda host, port: ["127.0.0.1"])
        with distrusting, pytest.raises(NotFetched, match="certificate"):
            distrusting.fetch(f"https://council.test:{web.port}/a.pdf", tmp_path / "c")


def test_the_environment_names_no_proxy(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with Fetcher(Manners(delay=0.0, allow_private=True)) as fetcher:
        assert fetcher.fetch(web.paper("/a.pdf"), tmp_path / "a") is not None
