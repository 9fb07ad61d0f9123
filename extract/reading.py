"""The story of a reading: from a Document to everything that it says. One pure function, stage after stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from extract.awards.organisations import with_organisations
from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.awards.totals import AwardTotal
from extract.blocks import Block, Figure, TableBlock
from extract.checks.paper import check_paper
from extract.confidence import settled, settled_awards
from extract.corrections import correct
from extract.councils import of_whom
from extract.dates.mentions import find_dates
from extract.forms import without_forms
from extract.languages import not_read_as_welsh, welsh_of
from extract.layout import lay_out
from extract.papers.identity import identify
from extract.papers.packs import split_papers
from extract.problems import find_problems
from extract.prose.figures import find_prose_observations
from extract.tables.as_printed import table_as_printed
from extract.tables.below import lines_below, notes_below
from extract.tables.kinds import table_kind
from extract.tables.observations import find_table_observations
from extract.times.periods import PeriodContext
from schema.corrections import fingerprint
from schema.document import Document
from schema.reading import (
    Award,
    Correction,
    DateMention,
    Identity,
    Known,
    Observation,
    PageText,
    Paper,
    Problem,
    Reading,
    Table,
)

#: Kinds of tables whose figures are observations; an award table's are awards, the others hold none.
_MEASURED = frozenset({"measure", "staffing", "budget"})
#: Problems that mean that a part of the paper was not read at all.
_NOT_READ = frozenset({"no_text", "page_unreadable", "long_line"})
#: What is read of a scan is less sure than what is read of print, by this factor.
_RECOGNISED = 0.8

#: What one of ``FINDERS`` has found.
Found = list[Any]

_Fact = TypeVar("_Fact", Observation, Award, DateMention, Table)


@dataclass(frozen=True, slots=True)
class Parts:
    """A document taken apart: all that is known of it but its facts. ``read`` are the blocks in which these are found."""

    media_type: str
    reader: str
    identity: Identity
    papers: tuple[Paper, ...]
    pages: tuple[PageText, ...]
    blocks: tuple[Block, ...]
    read: tuple[Block, ...]
    kinds: dict[str, str]
    figures: tuple[Figure, ...]
    recognised: frozenset[int]
    problems: tuple[Problem, ...]
    corrections: tuple[Correction, ...]


def extract(document: Document, known: Known) -> Reading:
    """Everything that ``document`` says; what is ``known`` of it beforehand wins over what it says of itself."""
    parts = take_apart(document, known)
    return put_together(parts, {name: find(parts) for name, find in FINDERS.items()})


def take_apart(document: Document, known: Known) -> Parts:
    """The first half of ``extract``: what of the document its facts are found in."""
    layout = lay_out(document)
    identity, doubts = identify(layout.blocks, document, known)
    papers, blocks = split_papers(layout.blocks, identity, layout.furniture, document.outline)
    blocks = without_forms(blocks)
    welsh = welsh_of(blocks)
    return Parts(
        media_type=document.media_type,
        reader=document.reader,
        identity=identity,
        papers=papers,
        pages=layout.pages,
        blocks=blocks,
        read=tuple(block for at, block in enumerate(blocks) if at not in welsh),
        kinds={b.key: table_kind(b) for b in blocks if isinstance(b, TableBlock)},
        figures=layout.figures,
        recognised=frozenset(page.number for page in document.pages if page.recognised),
        problems=(*document.problems, *doubts, *not_read_as_welsh(blocks, welsh)),
        corrections=known.corrections,
    )


def _in_prose(parts: Parts) -> Found:
    """The observations and awards of the sentences of each paper."""
    return [
        (find_prose_observations(own, whose), find_prose_awards(own, whose)) for own, whose in _paper_by_paper(parts)
    ]


def _in_tables(parts: Parts) -> Found:
    """The observations and awards of the tables of each paper."""
    return [_table_facts(own, parts.kinds, whose) for own, whose in _paper_by_paper(parts)]


def _dates(parts: Parts) -> Found:
    return find_dates(parts.read, parts.identity, parts.papers)


#: What finds the facts of a document; none needs what another one finds, so each may run in another process.
FINDERS: Mapping[str, Callable[[Parts], Found]] = {"prose": _in_prose, "tables": _in_tables, "dates": _dates}


def put_together(parts: Parts, found: Mapping[str, Found]) -> Reading:
    """The second half of ``extract``: the reading, from what each of ``FINDERS`` has found, by its name."""
    observations: list[Observation] = []
    awards: list[Award] = []
    totals: list[AwardTotal] = []
    for (figures, grants, sums), (more_figures, more_grants) in zip(found["tables"], found["prose"], strict=True):
        observations += [*figures, *more_figures]
        awards += [*grants, *more_grants]
        totals += sums
    observations = [of_whom(o, parts.identity) for o in observations]
    printed = [o for o in observations if o.value is not None]
    forces = {paper.number: paper.force or parts.identity.force for paper in parts.papers}
    tables = [table_as_printed(b, parts.kinds[b.key]) for b in parts.blocks if isinstance(b, TableBlock)]
    unmarked = frozenset(table.key for table in tables if table.method == "aligned")
    problems = (*parts.problems, *find_problems(parts.read, parts.kinds, observations, awards, parts.figures))
    # What a person corrected is what is checked.
    facts = correct(
        parts.corrections,
        _less_sure(printed, parts.recognised),
        _less_sure(awards, parts.recognised),
        _less_sure(found["dates"], parts.recognised),
    )
    checks = check_paper(
        facts.observations,
        parts.blocks,
        parts.identity,
        parts.papers,
        facts.dates,
        facts.awards,
        totals,
        parts.figures,
    )
    return Reading(
        media_type=parts.media_type,
        reader=parts.reader,
        status="partial" if any(p.severity == "error" or p.code in _NOT_READ for p in problems) else "ok",
        identity=parts.identity,
        papers=parts.papers,
        pages=parts.pages,
        tables=_less_sure(tables, parts.recognised),
        observations=settled(facts.observations, checks, parts.recognised, unmarked),
        missing=_less_sure((o for o in observations if o.value is None), parts.recognised),
        awards=tuple(with_organisations(settled_awards(facts.awards, unmarked), forces)),
        dates=facts.dates,
        checks=checks,
        problems=(*problems, *facts.unused),
        corrections=fingerprint(parts.corrections),
    )


def _paper_by_paper(parts: Parts) -> Iterator[tuple[list[Block], Identity]]:
    """The blocks of each report of a pack, with its own meeting and period: "in July" of last year's minutes is July of last year."""
    for paper in parts.papers:
        yield [b for b in parts.read if b.paper == paper.number], _identity_of(paper, parts.identity)


def _less_sure(facts: Iterable[_Fact], recognised: frozenset[int]) -> tuple[_Fact, ...]:
    """The facts, with less confidence those on pages whose text was recognised in a picture."""
    return tuple(
        replace(fact, confidence=round(fact.confidence * _RECOGNISED, 3)) if _pages_of(fact) & recognised else fact
        for fact in facts
    )


def _pages_of(fact: Observation | Award | DateMention | Table) -> frozenset[int]:
    return frozenset({c.page for c in fact.cells} if isinstance(fact, Table) else {fact.place.page})


def _table_facts(
    blocks: Sequence[Block], kinds: dict[str, str], identity: Identity
) -> tuple[list[Observation], list[Award], list[AwardTotal]]:
    context = PeriodContext(
        period_start=identity.period_start, period_end=identity.period_end, meeting_date=identity.meeting_date
    )
    observations: list[Observation] = []
    awards: list[Award] = []
    totals: list[AwardTotal] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, TableBlock):
            continue
        if kinds[block.key] in _MEASURED:
            notes, below = notes_below(blocks, at), lines_below(blocks, at)
            observations += find_table_observations(block, identity, context, notes, below)
        elif kinds[block.key] == "award":
            grants, sums = find_table_awards(block, identity, context)
            awards += grants
            totals += sums
    return observations, awards, totals


def _identity_of(paper: Paper, identity: Identity) -> Identity:
    """The identity of a paper inside a pack, completed by that of the document."""
    return replace(
        identity,
        force=paper.force or identity.force,
        meeting_date=paper.meeting_date or identity.meeting_date,
        period_start=paper.period_start or identity.period_start,
        period_end=paper.period_end or identity.period_end,
    )
