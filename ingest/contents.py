"""What the files that were found hold: each content once, by its SHA-256, with every file that has it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.finding import Found
from ingest.manifest import Manifests, merged, number_said
from ingest.processes.jobs import Job
from schema import archives
from schema.corrections import concerning
from schema.errors import Unreadable
from schema.places import is_gone, path_text, place_of
from schema.reading import Correction, Known, Problem
from schema.rows import FileFacts
from schema.saving import KnownDocument

#: A file, and what the manifests above it say of it.
_Said = tuple[Found, tuple[Known, ...]]


@dataclass(frozen=True, slots=True)
class Content:
    """One content to read and every file that has it, the one of which most is known first.

    ``said`` is what manifests say of each of the files (``ingest.manifest.Manifests.said``); nothing of it is in ``job`` yet.
    ``refused`` says why it cannot be read, in which case its hash is that of its path.
    """

    job: Job
    files: tuple[FileFacts, ...]
    said: tuple[tuple[Known, ...], ...]
    refused: Problem | None = None


def contents_of(found: Sequence[Found], manifests: Manifests, corrections: Sequence[Correction]) -> list[Content]:
    """The contents of the files, in their order.

    Raises:
        WrongUsage: A manifest says something that cannot be meant.
    """
    meant = [(item, manifests.said(item)) for item in found]
    same: dict[str, list[_Said]] = {}
    sizes: dict[str, int] = {}
    refused: dict[str, Problem] = {}
    for item, said in meant:
        sha256, size, why = _looked_at(item)
        if why:
            refused[sha256] = Problem(code="unreadable", message=f"{item.path}: {why}", severity="error")
        sizes[sha256] = size
        same.setdefault(sha256, []).append((item, said))
    return [_content(sha256, sizes[sha256], files, corrections, refused.get(sha256)) for sha256, files in same.items()]


def with_moves(contents: Sequence[Content], before: Mapping[str, KnownDocument]) -> list[Content]:
    """The contents; of those that lay elsewhere too, one file has the places at which its document was before and is no more.

    ``before`` are the documents of the database by the SHA-256 of their content.
    """
    return [_with_move(content, before.get(content.job.sha256)) for content in contents]


def _with_move(content: Content, document: KnownDocument | None) -> Content:
    here = {file.place for file in content.files}
    gone = tuple(place for place in (document.paths if document else ()) if place not in here and is_gone(place))
    if not gone:
        return content
    first, *others = content.files
    return replace(content, files=(replace(first, moved_from=gone), *others))


def _content(
    sha256: str,
    size: int,
    files: Sequence[_Said],
    corrections: Sequence[Correction],
    refused: Problem | None,
) -> Content:
    files = sorted(files, key=lambda file: -number_said(merged(file[1])))
    names = {item.path.name for item, _ in files}
    facts = tuple(
        FileFacts(
            path=path_text(item.path),
            file_name=path_text(item.path.name),
            sha256=sha256,
            bytes=size,
            at=path_text(place_of(item.path)),
        )
        for item, _ in files
    )
    known = Known(corrections=concerning(corrections, sha256, names))
    return Content(Job(files[0][0].path, sha256, known), facts, tuple(said for _, said in files), refused)


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
