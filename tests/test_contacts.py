"""Contacts of people are blotted out, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.contacts import without_contacts
from ingest.papers import read_paper
from papers import REAL_PAPERS, needs_real_papers
from schema.reading import Known


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Contact A. Officer, 01772 000000, Office", "Contact A. Officer, [phone·····], Office"),
        ("(Tel: 0116 000 0000)", "(Tel: [phone······])"),
        ("+44 (0)20 7000 0000", "[phone············]"),
        ("(020) 7000 0000", "[phone········]"),
        ("write to an.officer@example.gov.uk.", "write to [e-mail·················]."),
    ],
)
def test_a_contact_is_blotted_out_at_its_length(printed: str, kept: str) -> None:
    assert without_contacts(printed) == kept
    assert len(kept) == len(printed)


@pytest.mark.parametrize(
    "text",
    [
        "1,169,042",
        "from 01/07/19 to 30/06/20",
        "£00.00 and £5,482.67",
        "0.5 per 1,000",
        "0 12 14 16 18 20 22 24",
        "101 and 999 calls",
        "@LancsPCC",
        "2013 2014 2015 2016",
    ],
)
def test_figures_and_dates_are_no_contacts(text: str) -> None:
    assert without_contacts(text) == text


@given(st.text(max_size=120))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(without_contacts(text)) == len(text)


@needs_real_papers
def test_no_contact_of_a_real_paper_is_kept_anywhere() -> None:
    for path in sorted((REAL_PAPERS / "seeds").glob("00[03]*.txt")):
        reading = repr(read_paper(path.read_bytes(), path.name, Known()))
        assert "gov.uk](" not in reading and "@l" not in reading
        assert "[phone" in reading and "[e-mail" in reading
