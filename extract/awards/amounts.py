"""The award that one amount of a sentence is: who gets it, what for, from which fund, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.awards.clauses import Clause, names_many
from extract.awards.entries import reference_of
from extract.awards.following import AND_ALSO, IN_LIST, NEXT_PAID, PART_OF_IT
from extract.awards.funds import ROUND, fund_in, fund_of_sections, upstream_funder_in
from extract.awards.giving import names_awards
from extract.awards.purposes import (
    goes_into_fund,
    listed_behind,
    listed_purpose,
    names_purpose,
    purpose_before,
    purpose_of,
)
from extract.awards.recipients import (
    NAMES_FOLLOW,
    funder_of,
    giver_in,
    is_for_each,
    is_own,
    is_taker,
    listed_name,
    lists_takers,
    name_beside,
    named_first,
    names_no_one,
    recipient_of,
)
from extract.awards.steps import step_before, step_of_amount
from extract.awards.surroundings import Sentence
from extract.awards.wording import ALL_CAPITALS, decision_in, mechanism_in, per_of, year_in, years_of
from extract.names.forces import area_of
from extract.numbers import Figure
from extract.sentences import BodyMention, bodies, is_body
from extract.times.periods import PeriodContext, find_periods
from schema.reading import Award

_FOR_YEAR = re.compile(r"^\s+(?:for|in|during)\s+(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d\b")
#: "More than £54,000 was handed out": what was given of the awards that the heading names.
_GIVEN_OUT = re.compile(
    r"^\s+(?:was|were|has been|have been|had been)\s+(?:given|handed|paid|shared|awarded|distributed|granted|allocated|spent)\b"
)
#: What is put by for a round is there to be given in it.
_PUT_BY = re.compile(
    r"^\s+(?:was|is|were|are|has been|have been|had been|will be)\s+(?:set aside|put up|put by|earmarked)\b(?! (?:for|to)\b)"
)
#: "to give, in grants of no more than", "to spend": no purpose.
_TO_GIVE = re.compile(r"to (?:give|spend|share|award|distribute|hand out|bid for)(?: out| away)?\s*(?:[,.]|\bin\b|$)")
#: "a co-ordinator (£38,000) and three youth workers (£96,000)": each amount in brackets behind what it is for.
_PAID_FOR = re.compile(
    r"\b(?:fund|funded|funding|funds|pay for|pays for|paid for|paying for|include|includes|included|including|supported|support|supports|commissioned|split between|split into|divided between|divided into|are|were)\s*:?\s+(?:the\s+|an?\s+)?"
    r"(?:(?:are|were|was|is)\s+(?:the\s+|an?\s+)?)?(?P<what>(?!by\b)[^£;():]{4,120}?)\s*(?:\(|:)\s*(?:up to\s+)?$"
)
_SAME_PURPOSE = re.compile(r"(?:the )?same (?:purpose|use|work|thing|services?)")
#: "pan-Lancashire", "across the whole of West Sussex and Surrey": the area in which money is spent.
_PAN = re.compile(
    r"\bpan[- ][A-Z][a-z]+|\bacross (?:the whole of )?([A-Z][a-z]+(?: [A-Z][a-z]+)*(?: and [A-Z][a-z]+(?: [A-Z][a-z]+)*)?)\b"
)
#: "to 62 community projects in Warwickshire"
_IN_PLACE = re.compile(
    r"\b(?:projects|groups|organisations|charities|schools|councils|communities|services|programmes?|victims|residents)\s+(?:[a-z]+\s+){0,2}?(?:in|across|throughout|around)\s+(?P<place>[A-Z][\w’'-]*(?:\s+(?:(?:and|&)\s+)?[A-Z][\w’'-]*){0,3})"
)
_FROM_START = re.compile(r"^(?:in|on|during|since)\s+", re.IGNORECASE)
#: What others than the paper's own bodies "receive", or "each" got, is told as what they are awarded; "received" is a step of its own.
_RECEIVES = re.compile(r"\b(?:receives|gets|receiving)\b[^.;£]{0,40}$")
#: How far those may stand that say who gives, who gets and what for.
REACH = 1000


def award_of(
    sentence: Sentence,
    figure: Figure,
    left: str,
    right: str,
    clause: Clause | None,
    named: Sequence[BodyMention],
    context: PeriodContext,
    before: Award | None,
) -> Award:
    """The award of the amount ``figure`` of a sentence that is given, with what ``left`` and ``right`` of it tell.

    ``left`` begins behind the amount before it and ``right`` ends before the next, no further than ``REACH`` from it; ``clause`` is what they
    are a clause of, ``named`` are the organisations of the sentence, with offsets in it like the figure, ``before`` is the award of the amount
    before it, None for the first.
    """
    # In a list of a thousand amounts each is told by the words around it.
    first, last = max(0, figure.start - REACH), figure.end + REACH
    text = sentence.text[first:last]
    figure = replace(figure, start=figure.start - first, end=figure.end - first)
    named = [replace(b, start=b.start - first, end=b.end - first) for b in named if first <= b.start and b.end <= last]
    status = step_of_amount(left, right, text[figure.end :], sentence.lead, before)
    if _PUT_BY.match(right) and sentence.fund and ROUND.search(f"{sentence.before} {left}"):
        status = "available"
    planned = [p for _, _, p in find_periods(right, context) if p.start and p.end and p.type == "range"]
    recipient = recipient_of(text, figure, left, right, named)
    if clause is not None and clause.taker and (recipient is None or _is_part_of(recipient, clause.taker)):
        recipient = _without_article(clause.taker)
    recipient = _taker_around(sentence, left, before) if recipient is None else recipient
    told = purpose_of(left, right) or purpose_before(text, sentence.before)
    told = None if told and (_SAME_PURPOSE.fullmatch(told) or _TO_GIVE.match(told)) else told
    if told and told.count('"') == 1:
        # The end of what is quoted, with the words behind it.
        told = told[: told.index('"')].strip(" ,") or None
    told = (clause.purpose if clause else None) or told
    if paid := _PAID_FOR.search(left) or (NEXT_PAID.match(left) if before is not None and before.purpose else None):
        what = next(filter(None, paid.groups()))
        told = None if bodies(what) or what == recipient else what
    if told is None and sentence.lead and recipient is None:
        told = listed_purpose(left) or listed_behind(right)
        if told and (pair := named_first(told)):
            recipient, told = pair
    if told is None and before is not None and recipient is None and AND_ALSO.search(left):
        told = listed_behind(right)
    heading = sentence.heading
    # Of those who got money from a fund that is named the heading does not say what for.
    if told is None and before is not None and recipient is None and PART_OF_IT.search(left):
        told = before.purpose
    purpose = told or (
        heading
        if names_purpose(heading)
        and not names_awards(heading)
        and not area_of(heading)
        and not (recipient and fund_in(text))
        else None
    )
    if purpose is None and recipient is None and names_awards(heading) and _GIVEN_OUT.match(right):
        purpose = heading
    if recipient is None and purpose and is_taker(purpose):
        recipient, purpose = purpose, None
    funder = funder_of(text, figure, named, recipient) or (giver_in(sentence.lead) if sentence.lead else None)
    if clause is not None and (funder is None or (clause.taker is not None and recipient and funder in recipient)):
        funder = clause.giver
    recipient = None if recipient == funder else recipient
    if (
        status == "received"
        and recipient
        and not is_own(recipient)
        and (_RECEIVES.search(left) or " each " in left[-60:])
    ):
        status = "awarded"
    fund = fund_in(right) or fund_in(text) or fund_in(sentence.lead) or fund_of_sections(sentence.passage)
    fund = fund or sentence.fund
    if purpose is None and recipient is None and goes_into_fund(right):
        purpose = fund
    if recipient and purpose and purpose.startswith(f"{recipient} to "):
        purpose = purpose.removeprefix(f"{recipient} ")
    elif (
        recipient
        and purpose
        and (purpose.strip(" :") == recipient or (recipient[0].islower() and purpose.startswith(recipient)))
    ):
        purpose = None
    return Award(
        place=sentence.passage.place(sentence.start + first + figure.start, sentence.start + first + figure.end),
        paper=sentence.passage.paper,
        source="prose",
        quote=_around(text, figure),
        amount=figure.value,
        amount_text=figure.text,
        amount_to=figure.upper,
        status=status,
        recipient=recipient,
        area=_area(left, right, recipient, heading, before),
        purpose=purpose or (before.purpose if before and recipient in (None, before.recipient) else None),
        funder=funder,
        upstream_funder=upstream_funder_in(text),
        fund=fund,
        year=_year(left, right) or year_in(sentence.lead),
        date=None if status in ("planned", "estimated") else _date(sentence.text[:REACH], context),
        planned_start=planned[0].start if planned else None,
        planned_end=planned[0].end if planned else None,
        decision_ref=decision_in(text + sentence.after),
        mechanism=mechanism_in(text),
        qualifier=figure.qualifier,
        per=per_of(left, right) or ("each" if is_for_each(left, right) else None),
        years=years_of(left, right),
        confidence=0.9 if recipient or told else 0.6,
    )


def _taker_around(sentence: Sentence, left: str, before: Award | None) -> str | None:
    """Who gets an amount of which its own words do not say it: as the next of a list, with the one before it, or by the title above."""
    taker = None
    if sentence.lead or before or NAMES_FOLLOW.search(left):
        taker = _who_is_listed(left, sentence.lead)
    if taker is None and before is not None and before.recipient:
        taker = (listed_name(left) if IN_LIST.search(left) else None) or name_beside(left)
    if taker is None and before is not None and AND_ALSO.search(left) and not step_before(left):
        taker = before.recipient
    return _titled_taker(sentence) if taker is None else taker


def _is_part_of(name: str, taker: str) -> bool:
    """True for a name that only describes the one who gets the money: ``Derbyshire`` of ``Community facilities across Derbyshire``."""
    if name == taker or name not in taker or is_body(name):
        return False
    return bool(area_of(name)) or name.endswith(("'s", "’s")) or not names_many(name)


def _without_article(taker: str) -> str:
    """``The Hope Trust`` and ``the PCC`` without their article; ``A charity which helps victims`` keeps it."""
    return re.sub(r"^[Tt]he\s+", "", taker)


def _titled_taker(sentence: Sentence) -> str | None:
    """The organisation that is all that stands before a sentence: ``Decision 2019/17 – Hope Trust. A grant of``, or alone above it."""
    for words in (sentence.before, sentence.title):
        reference = reference_of(words)
        name = words[reference.end if reference else 0 :].strip(" .:")
        alone = reference is not None and name and ALL_CAPITALS.fullmatch(name) and not names_no_one(name)
        if name and (alone or is_body(name)) and not is_own(name):
            return name
    return None


def _area(left: str, right: str, recipient: str | None, heading: str, before: Award | None) -> str | None:
    """The area that an award is for: the one that gets it, that of the heading, or that in which it is to be spent."""
    pan = _PAN.search(right) or (_PAN.search(left) if before is None else None)
    area = (pan.group(1) or pan.group(0)) if pan else None
    if recipient and area_of(recipient) and not bodies(recipient):
        area = recipient
    if area is None and area_of(heading) and not bodies(heading):
        area = heading
    if area is None and (place := _IN_PLACE.search(right[:120])) and area_of(place["place"]):
        area = place["place"]
    return area


def _year(left: str, right: str) -> str | None:
    """The financial year right behind an amount, else the one around it: ``£297,000 for 2023/24 and £240,000 for 2024/25``."""
    own = _FOR_YEAR.match(right)
    return (year_in(own.group(0)) if own else None) or year_in(left[-80:] + " | " + right[:80])


def _who_is_listed(left: str, lead: str = "") -> str | None:
    """A name before an amount in a list, where it is that of an organisation: ``Victim Support (£30,000)``."""
    name = listed_name(left.rstrip(" ,") if lead else left)
    if name and re.search(r"\b[a-z]+\s+(?:with|by|of|at|in|from)\s+(?:the\s+)?$", left[: left.rindex(name)]):
        # "work with the Youth Council (£10k)" is what the money is for.
        return None
    return name if name and (bodies(name) or area_of(name) or lists_takers(lead)) else None


def _date(text: str, context: PeriodContext) -> str | None:
    """The day or month with which the sentence begins: ``In June the Commissioner provided`` in a paper of 2015 is 2015-06."""
    opening = _FROM_START.match(text)
    if opening is None:
        return None
    for start, _, period in find_periods(text, context):
        if start <= opening.end() + 1 and period.start and period.type in ("day", "month"):
            return period.start.isoformat() if period.type == "day" else f"{period.start:%Y-%m}"
    return None


def _around(text: str, figure: Figure) -> str:
    """About twelve words around an amount, as printed."""
    left, right = text[: figure.start].split(), text[figure.end :].split()
    return " ".join([*left[-6:], figure.text, *right[:5]])
