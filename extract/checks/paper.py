"""All checks of one document, in the order of their codes."""

from __future__ import annotations

from collections.abc import Sequence

from extract.awards.totals import AwardTotal
from extract.blocks import Block, Figure
from extract.checks.calendar import check_calendar
from extract.checks.changes import check_changes
from extract.checks.copies import check_copies
from extract.checks.funding import check_funding
from extract.checks.judgements import check_judgements
from extract.checks.parts import check_parts
from extract.checks.precept import check_precept
from extract.checks.rates import check_rates
from extract.checks.references import check_references
from extract.checks.reporting_periods import check_reporting_periods
from extract.checks.same_claims import check_same_claims
from extract.checks.spans import check_spans
from extract.checks.texts import by_paper
from extract.checks.totals import check_totals
from schema.reading import Award, Check, DateMention, Identity, Observation, Paper

#: Of a paper of which nothing is known.
_UNKNOWN = Identity()


def check_paper(
    observations: Sequence[Observation],
    blocks: Sequence[Block] = (),
    identity: Identity = _UNKNOWN,
    papers: Sequence[Paper] = (),
    dates: Sequence[DateMention] = (),
    awards: Sequence[Award] = (),
    totals: Sequence[AwardTotal] = (),
    figures: Sequence[Figure] = (),
) -> tuple[Check, ...]:
    """Every check that the figures of a document allow, with its result, whether it holds or not.

    ``totals`` are the printed sums of ``awards``, ``figures`` the charts and pictures.
    """
    texts = by_paper(blocks)
    checks = [
        *check_changes(observations),
        *check_totals(observations),
        *check_spans(observations),
        *check_same_claims(observations),
        *check_parts(observations),
        *check_funding(awards, totals),
        *check_precept(observations),
        *check_rates(observations),
        *check_judgements(observations),
        *check_copies(observations),
        *check_calendar(texts),
        *check_reporting_periods(texts, identity, papers, observations, dates),
        *check_references(texts, figures),
    ]
    return tuple(sorted(checks, key=lambda check: int(check.code[1:])))
