"""What options of earlier runs said of papers: it holds when they are read again, until an option or a manifest says something else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.contents import Content
from ingest.manifest import FIELDS, completed, known_of
from schema.reading import Known
from schema.saving import KnownDocument


def with_earlier_options(
    contents: Sequence[Content], options: Known, documents: Iterable[KnownDocument]
) -> list[Content]:
    """The contents with what options said of them before, by the documents of the database; ``options`` are those of this run.

    Of a paper that another one replaces at its path only whose it is (force and body) holds for that: the meeting, the period and the
    title may be others now.
    """
    by_content: dict[str, Known] = {}
    by_place: dict[str, Known] = {}
    for document in documents:
        if document.stated:
            by_content[document.sha256] = said = known_of(json.loads(document.stated))
            by_place |= dict.fromkeys(document.paths, Known(force=said.force, body=said.body))
    out = []
    for content in contents:
        earlier = by_content.get(content.job.sha256) or next(
            (by_place[file.place] for file in content.files if file.place in by_place), Known()
        )
        known = completed(content.job.known, earlier)
        stated = _packed(completed(options, earlier))
        files = tuple(replace(file, source_url=known.source_url, stated=stated) for file in content.files)
        out.append(replace(content, job=replace(content.job, known=known), files=files))
    return out


def _packed(known: Known) -> str | None:
    """As JSON, ``{"force": "kent", "meeting_date": "2015-10-12"}``; None where nothing is said."""
    said = {name: str(value) for name in FIELDS if (value := getattr(known, name)) is not None}
    return json.dumps(said) if said else None
