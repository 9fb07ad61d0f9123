"""Tokens: what is taken off a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a cost of (£5m).", ["a", "cost", "of", "(", "£", "5m", ")", "."]),
        ("approx. 20% e.g. Burglary", ["approx", ".", "20%", "e.g", ".", "Burglary"]),
        ("the Force's “plan”", ["the", "Force", "'s", "“", "plan", "”"]),
        ("reported.The force—that", ["reported", ".", "The", "force", "—", "that"]),
        ("and so on... or…", ["and", "so", "on", "...", "or", "…"]),
        ("offences(95) 01/07/19", ["offences", "(", "95", ")", "01/07/19"]),
        ("Notes:\n the  first", ["Notes", ":", "\n ", "the", " ", "first"]),
        (" begins", [" ", "begins"]),
        ("", []),
    ],
)
def test_the_words_and_marks_of_a_text(text: str, words: list[str]) -> None:
    found = Tokens(text)
    assert found.words == words
    assert [text[start : found.end(i)] for i, start in enumerate(found.starts)] == words


@given(st.text(alphabet="aBé1.;:!? \n\t\u00a0\"'’s“”()[]{}<>*£$€,%-–—…•", max_size=40))
def test_nothing_is_lost_but_single_spaces(text: str) -> None:
    found = Tokens(text)
    ends = [0, *(found.end(i) for i in range(len(found.words)))]
    between = [text[end:start] for end, start in zip(ends, [*found.starts, len(text)], strict=True)]
    assert set(between) <= {"", " "}
    assert all(found.words)
