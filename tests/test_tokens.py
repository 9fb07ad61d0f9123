"""Tokens: what is taken off a word, and that spaCy's tokenizer parts a text in the same way by the same affixes."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from extract import tokens as ours
from extract.tokens import Tokens

ORACLE = Tokenizer(
    spacy.blank("en").vocab,
    prefix_search=ours._PREFIX.match,
    suffix_search=ours._SUFFIX.search,
    infix_finditer=ours._INFIX.finditer,
)


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
def test_they_are_those_of_the_oracle(text: str) -> None:
    found = Tokens(text)
    told = [
        (word, start, found.before_space(i))
        for i, (word, start) in enumerate(zip(found.words, found.starts, strict=True))
    ]
    assert told == [(token.text, token.idx, bool(token.whitespace_)) for token in ORACLE(text)]
