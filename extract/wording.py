"""The word lists that rules about wording share."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces: a long list reads better so."""
    return frozenset(words.split())
