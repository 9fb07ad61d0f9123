"""Which version of a distribution is installed."""

from __future__ import annotations

from importlib import metadata


def installed(distribution: str) -> str | None:
    """The version of a distribution, by its name on a package index; None where it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
