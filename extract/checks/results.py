"""What of a check is kept: of one that holds no more than that, and what rounding explains is not held against the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schema.reading import Check


def kept(check: Check) -> Check:
    """A check that was written as if it failed, as its result lets it stand.

    One that is ``ok`` loses what is printed and computed, why, and the severity; one explained by ``rounding`` the severity alone.
    """
    if check.result == "ok":
        return replace(check, printed=None, computed=None, why=None, severity=None)
    return replace(check, severity=None) if check.result == "rounding" else check


#: So many amounts of a sum are written out.
_MOST_TERMS = 12


def terms(texts: Sequence[str]) -> str:
    """The amounts that a sum adds, as printed; of very many the first: ``£87,890 + £16,470``."""
    return " + ".join(texts[:_MOST_TERMS]) + (" + …" if len(texts) > _MOST_TERMS else "")
