"""What the files that were found hold: each content once, by its SHA-256, with every file that has it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

from ingest.finding import Found
from ingest.manifest import Manifests
from ingest.processes.jobs import Job
from schema import archives
from schema.corrections import concerning
from schema.errors import Unreadable
from schema.places import place_of
from schema.reading import Correction, Known, Problem
from schema.rows import FileFacts


@dataclass(frozen=True, slots=True)
class Content:
    """One content to read and every file that has it, the one of which most is known first.

    ``refused`` says why it cannot be read, in which case its hash is that of its path.
    """

    job: Job
    files: tuple[FileFacts, ...]
    refused: Problem | None = None


def contents_of(found: Sequence[Found], manifests: Manifests, corrections: Sequence[Correction]) -> list[Content]:
    """The contents of the files, in their order.

    Raises:
        WrongUsage: A manifest says something that cannot be meant.
    """
    meant = [(item, manifests.known(item)) for item in found]
    same: dict[str, list[tuple[Found, Known]]] = {}
    sizes: dict[str, int] = {}
    refused: dict[str, Problem] = {}
    for item, known in meant:
        sha256, size, why = _looked_at(item)
        if why:
            refused[sha256] = Problem(code="unreadable", message=f"{item.path}: {why}", severity="error")
        sizes[sha256] = size
        same.setdefault(sha256, []).append((item, known))
    return [_content(sha256, sizes[sha256], files, corrections, refused.get(sha256)) for sha256, files in same.items()]


def path_text(path: Path) -> str:
    """A path as text that every program can keep, also where its name is not valid UTF-8."""
    return str(path).encode("utf-8", "replace").decode()


def _content(
    sha256: str,
    size: int,
    files: Sequence[tuple[Found, Known]],
    corrections: Sequence[Correction],
    refused: Problem | None,
) -> Content:
    files = sorted(files, key=lambda file: -sum(value is not None for value in astuple(file[1])))
    names = {item.path.name for item, _ in files}
    known = replace(_together(known for _, known in files), corrections=concerning(corrections, sha256, names))
    facts = tuple(
        FileFacts(
            path=path_text(item.path),
            file_name=path_text(Path(item.path.name)),
            sha256=sha256,
            bytes=size,
            source_url=known.source_url,
            at=path_text(Path(place_of(item.path))),
        )
        for item, _ in files
    )
    return Content(Job(files[0][0].path, sha256, known), facts, refused)


def _together(known: Iterable[Known]) -> Known:
    """What is known of a content by all its files; where they differ, by the first."""
    told = list(known)

    def first(name: str) -> Any:
        return next((getattr(one, name) for one in told if getattr(one, name) is not None), None)

    return Known(**{field.name: first(field.name) for field in fields(Known)})


def _looked_at(item: Found) -> tuple[str, int, str | None]:
    """The hash and the bytes of what a file holds; or a hash of its path, and why the file cannot be read."""
    why = item.refused
    if why is None:
        try:
            return *archives.digest(item.path), None
        except Unreadable as error:
            why = f"{error.what}; {error.do}"
        except OSError as error:
            why = f"the file cannot be read ({error.strerror}); check its permissions and ingest it again"
    return (
        hashlib.sha256(b"cannot be read: " + place_of(item.path).encode(errors="surrogateescape")).hexdigest(),
        0,
        why,
    )
