"""What was said of papers beside their own text: by the options and manifests of this run, and of earlier ones as far as that still holds.

An option holds until an option or a manifest says something else, or it is taken back. What a manifest says holds as long as it says it;
of a folder that this run was not given the manifest is not looked at, and what it said before holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from ingest.contents import Content
from ingest.manifest import FIELDS, completed, known_of, merged, number_said
from schema.reading import Known
from schema.rows import FileFacts
from schema.saving import KnownDocument

_NOTHING = Known()


def with_what_was_said(
    contents: Sequence[Content], options: Known, taken_back: Set[str], before: Mapping[str, KnownDocument]
) -> list[Content]:
    """The contents with all that is known of them, in ``job.known``, and what is to be kept of that, in their files.

    ``options`` are those of this run, ``taken_back`` the names of those that are no longer to hold, ``before`` the documents of the
    database by the SHA-256 of their content.

    Of a paper that another one replaces at its path only whose it is (force and body) holds for that: the meeting, the period and the
    title may be others now.
    """
    by_content = {sha256: _unpacked(document.stated) for sha256, document in before.items() if document.stated}
    by_place = {
        place: Known(force=said.force, body=said.body)
        for sha256, said in by_content.items()
        for place in before[sha256].paths
    }
    out = []
    for content in contents:
        earlier = by_content.get(content.job.sha256) or next(
            (by_place[file.place] for file in content.files if file.place in by_place), _NOTHING
        )
        earlier = _without(earlier, taken_back)
        by_options = completed(options, earlier)
        document = before.get(content.job.sha256)
        gone = {place for file in content.files for place in file.moved_from}
        kept = {place: said for place, said in document.manifests.items() if place not in gone} if document else {}
        at_places = _at_places(content, kept)
        known = completed(completed(options, _of_all(at_places)), earlier)
        files = tuple(
            replace(
                file,
                source_url=known.source_url,
                stated=_packed(by_options),
                manifests=_packed_levels(at_places[file.place]),
            )
            for file in content.files
        )
        known = replace(known, corrections=content.job.known.corrections)
        out.append(replace(content, job=replace(content.job, known=known), files=files))
    return out


def said_before(document: KnownDocument) -> Known:
    """What options and manifests said of a document by what the database keeps of that."""
    if not (document.stated or document.manifests):
        return _NOTHING
    at_places = {place: _unpacked_levels(levels) for place, levels in document.manifests.items()}
    return completed(_of_all(at_places), _unpacked(document.stated))


def kept_as_said(file: FileFacts, document: KnownDocument) -> bool:
    """True where the database keeps of a file of a document what is said of it."""
    return (file.stated, file.manifests) == (document.stated, document.manifests.get(file.place))


def _at_places(content: Content, kept: Mapping[str, str]) -> dict[str, tuple[Known, ...]]:
    """What manifests say of a content at each of its places: the nearest folder first."""
    at_places = {}
    for file, levels in zip(content.files, content.said, strict=True):
        above = _unpacked_levels(kept[file.place])[len(levels) :] if file.place in kept else ()
        at_places[file.place] = (*levels, *above)
    return {place: _unpacked_levels(levels) for place, levels in kept.items() if place not in at_places} | at_places


def _of_all(at_places: Mapping[str, Sequence[Known]]) -> Known:
    """What is said of a content at all its places: where they differ, by the one that says most, and of these by the first by its name."""
    said = [merged(levels) for _, levels in sorted(at_places.items())]
    return merged(sorted(said, key=lambda known: -number_said(known)))


def _without(known: Known, names: Set[str]) -> Known:
    return known_of({name: text for name, text in _said(known).items() if name not in names}) if names else known


def _packed(known: Known) -> str | None:
    """As JSON, ``{"force": "kent", "meeting_date": "2015-10-12"}``; None where nothing is said."""
    return json.dumps(_said(known)) if known != _NOTHING else None


def _packed_levels(levels: Iterable[Known]) -> str | None:
    """As a JSON list, ``[{}, {"force": "kent"}]``: nothing is said in the folder of the file, and its force in the one above."""
    said = [_said(known) for known in levels]
    while said and not said[-1]:
        said.pop()
    return json.dumps(said) if said else None


def _said(known: Known) -> dict[str, str]:
    return {name: str(value) for name in FIELDS if (value := getattr(known, name)) is not None}


def _unpacked(text: str | None) -> Known:
    return known_of(json.loads(text)) if text else _NOTHING


def _unpacked_levels(text: str) -> tuple[Known, ...]:
    return tuple(map(known_of, json.loads(text)))
