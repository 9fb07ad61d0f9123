"""What of a check is kept: of one that holds no more than that, and what rounding explains is not held against the paper."""

from __future__ import annotations

from dataclasses import replace

from schema.reading import Check


def kept(check: Check) -> Check:
    """A check that was written as if it failed, as its result lets it stand.

    One that is ``ok`` loses what is printed and computed, why, and the severity; one explained by ``rounding`` the severity alone.
    """
    if check.result == "ok":
        return replace(check, printed=None, computed=None, why=None, severity=None)
    return replace(check, severity=None) if check.result == "rounding" else check
