"""What rules about wording share: alternatives grouped by their first letters find what they find without that."""

from __future__ import annotations

import re

import pytest

from extract.wording import by_first_letter, small_words


@pytest.mark.parametrize(
    "alternatives",
    [
        "fall|fell|rise",
        r"q(?:uarter|tr)?s?\s?[1-4]|quarters?|year",
        r"i?t|(?:not\s)?yet|[|a]b|\d+(?:st|nd)|\(p\)",
        "a|the",
    ],
)
@pytest.mark.parametrize(
    "text", ["it fell", "FALLS", "Q3 and Qtr 1", "yearly", "not yet", "|b", "2nd", "the rise (p)", "", "none"]
)
def test_grouped_alternatives_are_found_where_plain_ones_are(alternatives: str, text: str) -> None:
    grouped = re.search(rf"\b{by_first_letter(alternatives)}\b", text)
    plain = re.search(rf"\b(?:{alternatives})\b", text, re.IGNORECASE)
    assert (grouped and grouped.start()) == (plain and plain.start())


def test_they_are_grouped_by_the_letter_in_both_cases() -> None:
    assert by_first_letter("fall|fell|rise") == "(?:(?-i:[fF])(?i:all|ell)|(?-i:[rR])(?i:ise))"


@pytest.mark.parametrize("alternatives", ["fall|fell|rise", r"(?:went|came)\s+up|grow|gain", r"no\.?\s1|[2-9]|\d\d?th"])
@pytest.mark.parametrize(
    "text", ["it fell", "a downfall", "(rise", "went up", "regain", "gain", "no. 1", "a 12th", "x9", ""]
)
def test_small_words_are_found_where_plain_ones_begin(alternatives: str, text: str) -> None:
    grouped, plain = (re.search(p, text) for p in (small_words(alternatives), rf"\b(?:{alternatives})"))
    assert (grouped and grouped.span()) == (plain and plain.span())
