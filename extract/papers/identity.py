"""Who, what and when a document is: force, body, kind, title, meeting, period. What is known beforehand wins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.blocks import Block, Passage
from extract.names.forces import force_of_paper
from extract.papers.agenda import read_agenda
from extract.papers.days import covered_period, meeting_day, yearless_day
from extract.papers.heads import PaperHead, read_head
from extract.papers.titles import body_of, clean_metadata, in_title_case, kind_of, minutes_title, title_of
from schema.document import Document
from schema.reading import Identity, Known, Period, Problem

#: How far into a paper it may say which period it covers.
_EARLY = 40


def identify(blocks: Sequence[Block], document: Document, known: Known) -> tuple[Identity, tuple[Problem, ...]]:
    """The identity of a document from its text, completed by its file's own data; what is ``known`` wins over both.

    What cannot be told stays None. A force that cannot be told is never guessed: it gives a problem ``force_unknown``.
    """
    head = read_head(blocks)
    kind = _kind(blocks, head, document)
    names = [value for role, value in head.labelled if role == "body"]
    body = body_of([*names, *head.texts, document.title or ""])
    title = known.title or _title(kind, head, body, document.title)
    force = known.force or force_of_blocks(blocks, head, document.title, known.source_url)
    meeting = known.meeting_date or meeting_day(head, document.title, minutes=kind == "minutes")
    period = None if kind in {"agenda pack", "agenda", "minutes"} else period_of(blocks, title, head, meeting)
    if meeting is None and (printed := head.first("date")):
        meeting = yearless_day(printed, after=period.end if period else None)
    identity = Identity(
        title=title,
        force=force,
        body=known.body or body,
        doc_type=known.doc_type or kind,
        meeting_date=meeting,
        period_start=known.period_start or (period.start if period else None),
        period_end=known.period_end or (period.end if period else None),
        source_url=known.source_url,
    )
    return identity, () if force else (_force_unknown(head),)


def _kind(blocks: Sequence[Block], head: PaperHead, document: Document) -> str | None:
    agenda = read_agenda(blocks)
    if agenda is not None:
        return "agenda pack" if len(blocks) - agenda.end > 12 else "agenda"
    return kind_of(title_of(head, document.title), head)


def _title(kind: str | None, head: PaperHead, body: str | None, metadata: str | None) -> str | None:
    """The title; of a pack or an agenda that has none the name of the body as printed."""
    if metadata and metadata.lower().startswith(("(public pack)", "(private pack)")):
        return clean_metadata(metadata)
    if kind in {"agenda pack", "agenda"}:
        printed = head.first("body") or next((line.text for line in head.lines if body_of([line.text]) == body), None)
        return head.first("title") or clean_metadata(metadata) or (in_title_case(printed) if printed else None)
    if kind == "minutes":
        opening = next((line.text for line in head.lines if line.text.lower().startswith("minutes of")), None)
        if opening:
            return minutes_title(opening)
    return title_of(head, metadata)


def period_of(blocks: Sequence[Block], title: str | None, head: PaperHead, meeting: dt.date | None) -> Period | None:
    """The period that the paper which begins with ``blocks`` says it covers."""
    early = [block.text for block in blocks[:_EARLY] if isinstance(block, Passage)]
    return covered_period(title, head, early, meeting)


def force_of_blocks(
    blocks: Sequence[Block], head: PaperHead, metadata: str | None = None, source_url: str | None = None
) -> str | None:
    """The force that a run of blocks is about, by its head, its headings and all of its text."""
    headings = [b.text for b in blocks if isinstance(b, Passage) and b.kind == "heading"]
    body: list[str] = []
    for block in blocks:
        if isinstance(block, Passage):
            if block.kind != "heading":
                body.append(block.text)
        else:
            body.extend(cell.text for cell in block.grid.cells if cell.text)
    return force_of_paper([*head.texts, metadata or ""], headings, body, source_url=source_url)


def _force_unknown(head: PaperHead) -> Problem:
    # A head prints clerks' phones and addresses too; they stay out of the message.
    seen = "; ".join(text for text in head.texts[:8] if text and "@" not in text and not re.search(r"\d{5}", text))[
        :160
    ]
    return Problem(
        code="force_unknown",
        severity="warning",
        page=head.lines[0].page if head.lines else 1,
        message=(
            f"No police force could be told from this document (it begins “{seen}”). Name it with --force, or in manifest.csv."
        ),
    )
