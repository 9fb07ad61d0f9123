"""Sentences and organisations by rules: what ends a sentence, who is named in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import bodies, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("This fell to approx. 20%. The rest rose.", ["This fell to approx. 20%.", "The rest rose."]),
        ("It cost £4.854M. (Decision 2015/32)", ["It cost £4.854M.", "(Decision 2015/32)"]),
        ("See No. 5 and para. 3.23 of it.", ["See No. 5 and para. 3.23 of it."]),
        ("They said no. We went on.", ["They said no.", "We went on."]),
        ("Cllr. Smith and Mr. J. T. Brown met. All agreed.", ["Cllr. Smith and Mr. J. T. Brown met.", "All agreed."]),
        ("Demand fell, e.g. Burglary, v. last year.", ["Demand fell, e.g. Burglary, v. last year."]),
        ("two arrests; one charge; no deaths", ["two arrests;", "one charge;", "no deaths"]),
        ("the forum (LRF; Response Team) met", ["the forum (LRF; Response Team) met"]),
        ("The value is £90,000 p.a. for now.", ["The value is £90,000 p.a. for now."]),
        ("It cost £2m p.a. Nothing else did.", ["It cost £2m p.a.", "Nothing else did."]),
        ("Officers from St. Helens (see p. 3) came.", ["Officers from St. Helens (see p. 3) came."]),
        ('He called it "done." Then he left.', ['He called it "done."', "Then he left."]),
        ("Crime rose.The force responded.", ["Crime rose.", "The force responded."]),
        ("Notes:\n\nThe first. \nThe second", ["Notes:", "The first.", "The second"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_what_ends_a_sentence(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts


@given(st.text(alphabet="aB1.;:!? \n\"'()£%-’…", max_size=80))
def test_sentences_are_in_order_and_lose_nothing_but_spaces(text: str) -> None:
    spans = sentences(text)
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("given by The Trust House and the Birchall Trust", [("The Trust House", "charity"), ("Birchall Trust", "charity")]),
        ("from the Ministry of Justice Victims Grant", [("Ministry of Justice", "government")]),
        ("Victim's Voice will run it", [("Victim's Voice", "charity")]),
        ("Lancashire County Council's offer", [("Lancashire County Council", "council")]),
        ("Blackburn with Darwen Council", [("Blackburn with Darwen Council", "council")]),
        ("Chorley Council & South Ribble Council", [("Chorley Council", "council"), ("South Ribble Council", "council")]),
        ("Leicestershire Police and Leicester City Council", [("Leicestershire Police", "force"), ("Leicester City Council", "council")]),
        ("the Surrey Police and Crime Panel", []),
        ("the Metropolitan Police and Crime Panel", []),
        ("the Office of the Police and Crime Commissioner", [("Office of the Police and Crime Commissioner", "commissioner")]),
        ("the OPCC and Burnley CSP", [("OPCC", "commissioner"), ("Burnley CSP", "partnership")]),
        ("the Department for Transport (DfT)", [("Department for Transport", "government"), ("DfT", "government")]),
        ("academics at the University of Central Lancashire", [("University of Central Lancashire", "other")]),
        ("the trust of the public in the council", []),
    ],
)  # fmt: skip
def test_who_is_named(text: str, named: list[tuple[str, str]]) -> None:
    found = bodies(text)
    assert [(b.text, b.kind) for b in found] == named
    assert all(text[b.start : b.end] == b.text for b in found)
