"""Addresses in one spelling, lists of them, and names that every system can keep."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.finding import passed_over
from ingest.given import is_address
from ingest.web.addresses import address, host, linked, listed
from ingest.web.safe_names import LONGEST_BYTES, numbered, safe_name, same_name
from schema.errors import WrongUsage


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("https://example.org/a.pdf", "https://example.org/a.pdf"),
        (" HTTP://Example.ORG:80/a b.pdf#page=3 ", "http://example.org/a%20b.pdf"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org:8443/x?A=1&b=2", "https://example.org:8443/x?A=1&b=2"),
        ("https://example.org/caf\u00e9.pdf", "https://example.org/caf%C3%A9.pdf"),
        ("https://example.org/a%20b%2Fc.pdf", "https://example.org/a%20b%2Fc.pdf"),
        ("https://example.org/a/../b.pdf", "https://example.org/b.pdf"),
        ("https://gŵent.example.org/a", "https://xn--gent-b9a.example.org/a"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/a"),
    ],
)
def test_one_spelling(told: str, meant: str) -> None:
    assert address(told) == meant
    assert address(meant) == meant


@pytest.mark.parametrize(
    "told",
    [
        *(
            "",
            "example.org/a.pdf",
            "ftp://example.org/a",
            "file:///etc/passwd",
            "http://",
            "https:///a",
            "javascript:alert(1)",
        ),
        *(
            "http://user:secret@example.org/",
            "http://user@example.org/",
            "http://exa mple.org/",
            "http://[::1/",
            "gopher://x/",
        ),
        *(
            "http://example.org:port/",
            "http://example.org:99999999/",
            "https://example.org/" + "a" * 3000,
            "http://\x00/",
        ),
    ],
)
def test_what_is_no_address_is_refused_in_words(told: str) -> None:
    with pytest.raises(WrongUsage) as error:
        address(told)
    assert len(error.value.message) < 400
    assert "secret" not in error.value.message


@given(st.text())
def test_any_text_is_an_address_in_one_spelling_or_refused(told: str) -> None:
    try:
        meant = address(told)
    except WrongUsage:
        return
    assert address(meant) == meant
    assert meant.startswith(("http://", "https://"))
    assert meant.isascii() and not any(c.isspace() for c in meant)
    assert host(meant)


@given(st.text())
def test_any_link_leads_to_the_web_or_nowhere(target: str) -> None:
    there = linked("https://example.org/a/b", target)
    assert there is None or address(there) == there


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("c.pdf", "https://example.org/a/c.pdf"),
        ("/c.pdf#x", "https://example.org/c.pdf"),
        ("//other.example/c.pdf", "https://other.example/c.pdf"),
        ("?ID=4", "https://example.org/a/b?ID=4"),
        ("../../../c d.pdf", "https://example.org/c%20d.pdf"),
        ("mailto:clerk@example.org", None),
        ("javascript:void(0)", None),
        ("data:text/html,x", None),
        ("http://[", None),
    ],
)
def test_where_a_link_leads(target: str, there: str | None) -> None:
    assert linked("https://example.org/a/b", target) == there


def test_addresses_are_told_from_paths() -> None:
    assert all(map(is_address, ["https://a.org", "HTTP://a.org", "ftp://a.org", "x-y://z"]))
    assert not any(map(is_address, ["papers", "C:\\papers", "C://papers", "./https:/x", "a.pdf", "", "-"]))


def test_a_list_of_addresses() -> None:
    text = (
        "\ufeff# the panels\n\nhttps://example.org/a#b # March\r\n  https://example.org/c  \n#https://example.org/d\n"
    )
    assert list(listed(text)) == [(3, "https://example.org/a#b"), (4, "https://example.org/c")]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Q3 report", "Q3 report.pdf"),
        ("Q3 report.PDF", "Q3 report.pdf"),
        ('../../Q3: "Burglary"', "Q3- -Burglary-.pdf"),
        ("Heddlu Gŵent", "Heddlu Gŵent.pdf"),
        ("Re\u0301sume\u0301", "Résumé.pdf"),
        ("", "paper.pdf"),
        ("...", "paper.pdf"),
        ("CON", "_CON.pdf"),
        ("lpt1.old", "_lpt1.old.pdf"),
        ("COM²", "_COM².pdf"),
        ("console", "console.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("~$draft", "$draft.pdf"),
        ("__MACOSX", "paper MACOSX.pdf"),
        ("a\u202egpj.fdp", "a-gpj.fdp.pdf"),
        ("two  spaces\tand\nlines", "two spaces-and-lines.pdf"),
        ("ends in dot. ", "ends in dot.pdf"),
        ("-rf", "rf.pdf"),
    ],
)
def test_safe_names(told: str, name: str) -> None:
    assert safe_name(told, suffix=".pdf") == name


def test_a_name_that_stands_for_a_file_beside_papers_is_not_passed_over() -> None:
    assert passed_over("readme.txt")
    assert safe_name("README", suffix=".txt") == "paper README.txt"


def _is_safe(name: str, suffix: str) -> bool:
    return (
        0 < len(name.encode()) <= LONGEST_BYTES
        and PurePosixPath(name).name == name == PureWindowsPath(name).name
        and not PureWindowsPath(name).is_reserved()
        and not set(name) & set('<>:"/\\|?*')
        and name.isprintable()
        and name == name.strip(" ")
        and not name.endswith(".")
        and not passed_over(name if suffix else f"{name}.pdf")
        and unicodedata.is_normalized("NFC", name)
        and " ".join(name.split()) == name
    )


_TELLING = st.one_of(
    st.text(),
    st.text("./\\ ~$-:con\x00\u202e", max_size=30),
    st.sampled_from(
        ["aux", "CON.", "nul .txt", "manifest", "readme", "license", "datapackage", "thumbs.db", "x" * 5000, "é" * 200]
    ),
)


@given(_TELLING, st.sampled_from([".pdf", ".docx", ".txt", ".html", ""]))
def test_every_name_is_safe(told: str, suffix: str) -> None:
    name = safe_name(told, suffix=suffix)
    assert name.endswith(suffix)
    assert _is_safe(name, suffix)
    again = numbered(name, suffix, told)
    assert _is_safe(again, suffix) and again.endswith(suffix) and same_name(again) != same_name(name)


@given(_TELLING)
def test_a_name_is_told_by_its_text_alone(told: str) -> None:
    assert safe_name(told) == safe_name(told)
    assert safe_name(unicodedata.normalize("NFD", told)) == safe_name(unicodedata.normalize("NFC", told))
