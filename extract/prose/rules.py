"""Which rule of wording reads which figure of a sentence: the first that fits."""

from __future__ import annotations

from collections.abc import Callable

from extract.page_ranges import leads_to_pages
from extract.prose.changes.between_levels import apposed_level, by_how_many_to, from_level, from_to, to_level
from extract.prose.changes.brackets import bracketed_changes
from extract.prose.changes.differences import compared_changes
from extract.prose.changes.listed_in_brackets import listed_in_brackets
from extract.prose.changes.lists_of_areas import area_changes
from extract.prose.changes.nouns import noun_changes
from extract.prose.changes.posts import losses
from extract.prose.changes.signs import signed_changes
from extract.prose.changes.verbs import next_changes, object_changes, verb_changes
from extract.prose.changes.words import may_change
from extract.prose.claims import Claim, Claims
from extract.prose.comparisons import compared, settled
from extract.prose.council_tax import council_tax
from extract.prose.counts import bare_counts, brackets, counts, in_post, listed_parts
from extract.prose.frame import COUNT, MONEY, PERCENT, RANK, TIME, Frame
from extract.prose.levels import (
    apposed,
    asides,
    carried_over,
    copulas,
    days_lost,
    durations,
    elliptic,
    labelled,
    measured_of,
    pairs,
    parts_in_brackets,
    people_of_whom,
    percent_nouns,
    shares,
)
from extract.prose.measuring_nothing import is_list_of_numbers, is_off_a_level
from extract.prose.money import money
from extract.prose.respectively import parted
from extract.prose.targets import named_targets, off_targets

#: A rule gives the claims that it finds in a sentence.
Rule = Callable[[Frame], Claims]
#: The kinds of figures, by their signs.
_ANY_KIND = COUNT + PERCENT + MONEY + TIME + RANK
#: The rules in the order in which they may claim a figure, each with the kinds of which a sentence must have one.
RULES: tuple[tuple[Rule, str], ...] = (
    (elliptic, COUNT + PERCENT),
    (listed_parts, COUNT),
    (council_tax, _ANY_KIND),
    (labelled, _ANY_KIND),
    (named_targets, COUNT + PERCENT + MONEY),
    (off_targets, COUNT + PERCENT),
    (pairs, COUNT + PERCENT),
    (bracketed_changes, _ANY_KIND),
    (listed_in_brackets, PERCENT),
    (parts_in_brackets, PERCENT),
    (durations, COUNT + TIME),
    (days_lost, COUNT + TIME),
    (losses, COUNT),
    (area_changes, PERCENT),
    (by_how_many_to, PERCENT),
    (from_to, _ANY_KIND),
    (verb_changes, _ANY_KIND),
    (next_changes, PERCENT),
    (object_changes, _ANY_KIND),
    (noun_changes, _ANY_KIND),
    (compared_changes, _ANY_KIND),
    (signed_changes, _ANY_KIND),
    (from_level, _ANY_KIND),
    (to_level, _ANY_KIND),
    (apposed_level, _ANY_KIND),
    (shares, PERCENT),
    (percent_nouns, PERCENT),
    (measured_of, _ANY_KIND),
    (money, MONEY),
    (asides, COUNT + PERCENT + TIME),
    (people_of_whom, COUNT),
    (apposed, PERCENT),
    (carried_over, COUNT),
    (copulas, _ANY_KIND),
    (brackets, COUNT + PERCENT),
    (in_post, COUNT),
    (counts, COUNT + TIME),
)
_CHANGE_RULES = frozenset(
    [listed_in_brackets, from_to, verb_changes, object_changes, noun_changes, from_level, to_level]
)


def claims_of(this: Frame, *, listed: bool = False) -> dict[int, Claim]:
    """How each figure of a sentence is read, by its index, those left out that no rule reads; ``listed`` for an item of a list.

    Example: in ``Crime fell by 3% to 1,204`` the rule for verbs claims 0 as a change of -3% and 1 as a level.
    """
    claims: dict[int, Claim] = {}
    if is_list_of_numbers(this, listed=listed) or leads_to_pages(this.text):
        return claims
    changes = may_change(this)
    kinds = {stated.sign for stated in this.figures}
    for rule, needed in RULES:
        if kinds.isdisjoint(needed) or (rule in _CHANGE_RULES and not changes):
            continue
        for claim in rule(this):
            if not is_off_a_level(this, claim):
                claims.setdefault(claim.figure, claim)
    for late in (compared(this, claims), bare_counts(this)):
        for claim in late:
            claims.setdefault(claim.figure, claim)
    return parted(this, settled(this, claims))
