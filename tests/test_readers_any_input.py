"""Whatever a paper of any format is put together of, it is read to the end or refused in a sentence; nothing else is raised.

The pieces are those of panel papers and of files, in any order: figures, periods, money, bodies, days; tags, attributes, operators.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import broken_pdfs
from ingest.papers import read_paper
from schema.errors import Unreadable
from schema.reading import Known, Reading

FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

_NUMBERS = st.sampled_from(
    [
        "0",
        "-1",
        "7",
        "12",
        "2,976",
        "19.6%",
        "-0.0",
        "1e400",
        "99999999999999999999",
        "£1.2m",
        "£",
        "(£5,000)",
        "½",
        "٣",
        "4517.33-",
        "NaN",
        "+/-",
    ]
)
_PERIODS = st.sampled_from(
    [
        "2017/18",
        "Q1 20/21",
        "12 months to June 2019",
        "31 February 2015",
        "12 October 2015",
        "0/0/0000",
        "April",
        "2099-13-45",
        "'18 - Jun '19",
        "week 53",
    ]
)
_NAMES = st.sampled_from(
    [
        "Lancashire",
        "Police and Crime Panel",
        "Dyfed-Powys",
        "Burglary",
        "Robbery",
        "Community Safety Fund",
        "Valley Homes",
        "Total",
        "Change",
        "n/a",
        "RAG",
    ]
)
_LINKS = st.sampled_from(
    [
        "rose by",
        "fell from",
        "to",
        "of which",
        "a further",
        "was awarded",
        "for",
        "in",
        "and",
        ":",
        ";",
        ".",
        ",",
        "(",
        ")",
        "–",
        "•",
        "per",
    ]
)
_WORDS = st.one_of(_NUMBERS, _PERIODS, _NAMES, _LINKS, st.text(max_size=8))
_SENTENCES = st.lists(_WORDS, max_size=14).map(" ".join)


def read(data: bytes) -> Reading | None:
    """The reading; None for what is refused, whose sentence says what to do."""
    try:
        return read_paper(data, "a paper", Known())
    except Unreadable as error:
        assert error.message.startswith("a paper: ") and "; " in error.message and "\n" not in error.message
        return None


_GLUES = st.sampled_from(["\t", "\n", "\n\n", "  ", " | ", "\n# ", "\n- ", "\n---\n", "\f", "\r\n", "    "])


@FEW
@given(st.lists(st.tuples(_SENTENCES, _GLUES), max_size=30))
def test_any_text(pieces: list[tuple[str, str]]) -> None:
    reading = read("".join(text + glue for text, glue in pieces).encode("utf-8", "replace"))
    assert reading is None or reading.pages


@FEW
@given(st.binary(max_size=400))
@example(b"%PDF-")
@example(b"PK\x03\x04")
@example(b"<!DOCTYPE html>\n")
@example(b"\xff\xfe<\0h\0t\0m\0l\0>\0")
def test_any_bytes(data: bytes) -> None:
    reading = read(data)
    assert reading is None or reading.pages


_TAGS = st.sampled_from(
    [
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "p",
        "h1",
        "h7",
        "ul",
        "ol",
        "li",
        "br",
        "sup",
        "span",
        "div",
        "script",
        "style",
        "pre",
        "svg",
        "img",
        "caption",
        "colgroup",
    ]
)
_ATTRIBUTES = st.sampled_from(
    ["", "colspan=0", "colspan=-3", "colspan=99999999999999999999", "rowspan=65536", "rowspan=x", "style='display:none'", "style='background:#zz;color:red'", "hidden", "start=1e9",
     "type=I", "value=99999999999"]
)  # fmt: skip
_MARKUP = st.one_of(
    st.tuples(_TAGS, _ATTRIBUTES).map(lambda tag: f"<{tag[0]} {tag[1]}>"),
    _TAGS.map(lambda tag: f"</{tag}>"),
    _SENTENCES,
    st.sampled_from(["&#0;", "&pound;", "&#x110000;", "<!--", "-->", "<![CDATA[", "]]>", "&nbsp;", "<"]),
)


@FEW
@given(st.lists(_MARKUP, max_size=60).map("".join))
def test_any_markup(inside: str) -> None:
    reading = read(f"<!doctype html><html><body>{inside}".encode("utf-8", "replace"))
    assert reading is None or reading.pages


@cache
def _document() -> dict[str, bytes]:
    file = io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_VALUES = st.sampled_from(
    ["0", "-1", "2", "63", "99999999999999999999", "restart", "continue", "", "Heading1", "ListNumber", "true", "x"]
)
_HOLDERS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "pPr",
    "rPr",
    "trPr",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "numPr",
    "drawing",
    "txbxContent",
)
_PROPERTIES = (
    "gridSpan",
    "vMerge",
    "gridBefore",
    "ilvl",
    "numId",
    "pStyle",
    "outlineLvl",
    "b",
    "vanish",
    "shd",
    "tblHeader",
    "footnoteReference",
    "sym",
    "br",
    "tab",
)
_ELEMENTS = st.recursive(
    st.one_of(
        st.tuples(st.sampled_from(_PROPERTIES), _VALUES).map(lambda one: f'<w:{one[0]} w:val="{one[1]}"/>'),
        st.one_of(_NUMBERS, _PERIODS, _NAMES).map(lambda text: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
    ),
    lambda inside: st.tuples(st.sampled_from(_HOLDERS), st.lists(inside, max_size=5)).map(
        lambda one: f"<w:{one[0]}>{''.join(one[1])}</w:{one[0]}>"
    ),
    max_leaves=40,
)


@FEW
@given(st.lists(_ELEMENTS, max_size=8).map("".join))
def test_any_word_document(inside: str) -> None:
    head, _, _ = _document()["word/document.xml"].partition(b"<w:body>")
    members = {**_document(), "word/document.xml": head + f"<w:body>{inside}</w:body></w:document>".encode()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    reading = read(file.getvalue())
    assert reading is None or reading.pages


_PLACES = st.sampled_from(["0", "72", "700", "-5", "12", "595", "0.001", "99999999999", "1e400", "-2147483649"])
_OPERATORS = {"cm": 6, "re": 4, "m": 2, "l": 2, "c": 6, "Td": 2, "Tm": 6, "w": 1, "rg": 3, "TL": 1, "Tz": 1, "Tr": 1, "Tf": 0,
              "f": 0, "S": 0, "W": 0, "n": 0, "q": 0, "Q": 0, "BT": 0, "ET": 0, "T*": 0, "h": 0, "b": 0}  # fmt: skip
_OPERATIONS = st.one_of(
    st.sampled_from(sorted(_OPERATORS)).flatmap(
        lambda name: st.lists(_PLACES, min_size=_OPERATORS[name], max_size=_OPERATORS[name]).map(
            lambda given: " ".join([*given, name])
        )
    ),
    st.one_of(_NUMBERS, _PERIODS, _NAMES).map(lambda text: f"({text.replace('(', '').replace(')', '')}) Tj"),
    st.sampled_from(
        [
            "/F1 12 Tf",
            "/F1 -4 Tf",
            "/F1 1e9 Tf",
            "/F9 9 Tf",
            "[(a) -9999 (b)] TJ",
            "1 0 0 1 72 700 Tm",
            "0 1 -1 0 90 90 Tm",
        ]
    ),
)


@FEW
@given(
    st.lists(_OPERATIONS, max_size=60).map("\n".join),
    st.sampled_from(["", "/Rotate 90", "/Rotate 45", "/UserUnit 1e9"]),
)
def test_any_page_of_a_pdf(content: str, page: str) -> None:
    shown = f"BT /F1 12 Tf 72 700 Td (Police and Crime Panel) Tj ET\n{content}".encode("latin-1", "replace")
    reading = read(broken_pdfs.paper(shown, page=page.encode()))
    assert reading is None or reading.pages
