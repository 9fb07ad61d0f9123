"""Awards that go on from one told before: a part of it, a further amount, the grant of the next year, what a bid that was won is worth."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.awards.funds import fund_in, other_round, upstream_funder_in
from extract.awards.purposes import carried, purpose_of
from extract.awards.recipients import name_beside, same_taker
from extract.awards.steps import step_after, step_before
from extract.awards.surroundings import Sentence
from schema.reading import Award

#: "A victims grant of £454k followed", "In 2015/16 there will be £910k": the grant of another year, from and for the same.
_NEXT_GRANT = re.compile(r"\b(?:followed|there (?:will be|was|were|is)|rises? to|rose to|again|also)\b", re.IGNORECASE)
#: "They are worth", "The awards come to", "In all the grants total": money of what the sentence before told of.
_WORTH = re.compile(
    r"^(?:(?:Together|In all|In total|Altogether|Between them),?\s+)?(?:They|These|It|This|Both|All(?: of them)?|The(?:\s+\w+){0,3}?\s+(?:bids|awards|grants|projects|schemes|money|funding|funds|total|contracts?|grant|award|bid))"
    r"\s+(?:(?:is|are|was|were|will be)\s+(?:together\s+|jointly\s+|in total\s+|each\s+)?worth|(?:will\s+)?totals?|totalled|comes? to|came to|amounts? to|amounted to|adds? up to)\s+(?:a total of\s+|just\s+|over\s+|nearly\s+|some\s+|about\s+)?$"
)
#: What was won, in a sentence that gives no amount: "that four bids to the fourth round were also won".
_WON = re.compile(
    r"(?:\bthat\s+|^|,\s+|\b(?=(?:[Bb]oth|[Tt]he|[Aa]ll|\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b))(?P<what>(?:[\w’'-]+\s+){0,3}?(?:bids?|applications?|grants?|awards?|projects?|schemes?)\b[^.;£]{0,80}?)\s+(?:was|were|has been|have been|had been|are|is)\s+(?:\w+\s+){0,2}?"
    r"(?:won|successful|approved|accepted|funded|awarded|granted|agreed|supported|chosen|made)\b"
)
#: "with indicative funding of £1.8m for 2024/25": more for the one told before it.
_WITH_MORE = re.compile(
    r"^[^.;£]{0,40}?,?\s+(?:with|and|plus)\s+(?:an?\s+)?(?:indicative|provisional|further|additional|another|extra)\b[^.;£]*$"
)
#: The next of amounts in brackets behind what each is for: "a co-ordinator (£38,000) and three youth workers (£96,000)".
NEXT_PAID = re.compile(
    r"^\s*(?:(?:[^()£;]{0,30})?\)\s*(?:,|;|,?\s+and)\s+(?:and\s+)?(?:the\s+|an?\s+)?(?P<what>[^£;()]{4,120}?)\s*\(|"
    r"(?:,|,?\s*and)\s+(?:the\s+|an?\s+)?(?P<label>[a-z][^£;:()]{3,60}?)\s*:)\s*(?:up to\s+)?$"
)
#: A part of the money told before: "It includes", "The first part is", "of which", "Of this,".
PART_OF_IT = re.compile(
    r"^(?:It|This|That|These|The (?:sum|total|money|amount|figure|award|awards|funding|fund|grant|grants|allocation))\b[^.;£]{0,40}\b(?:includ|contain|cover|compris)\w+\s+[^.;£]{0,30}$|"
    r"^(?:The|A)\s+(?:\w+\s+)?(?:first|second|third|fourth|fifth|final|last|other|remaining|rest|remainder)\b[^.;£]{0,40}\b(?:is|was|of|being)\s+[^.;£]{0,20}$|"
    r"\bof which,?\s+[^.;£]{0,20}$|^(?:Of|From) (?:this|that|it|these),?\s+[^.;£]{0,20}$",
)
#: What joins an amount to one before it: ", and a further", "including".
AND_ALSO = re.compile(
    r"(?:,|;|\band|\bplus|\bfollowed by|\bincluding|\bcomprising|\bmade up of)\s*(?:then\s+)?(?:a\s+)?(?:further|additional|another)?\s*$",
    re.IGNORECASE,
)
#: "to Victim Support (£30,000), Remedi (£20,000) and the Hope Centre (£5,000)", "£20,000 and the County Council £15,000"
IN_LIST = re.compile(r"^\s*\)\s*(?:,|;|and\b)|^,?\s+and (?:the )?[A-Z][\w’'&]*(?: [A-Z][\w’'&]*)*\s*$")


def is_next_of_list(left: str) -> bool:
    """True where ``left``, what stands between an amount and the one before it, makes it the next of a list: ``), Remedi (``."""
    return bool(AND_ALSO.search(left) or IN_LIST.search(left) or name_beside(left) or NEXT_PAID.match(left))


def adds_to_before(left: str) -> bool:
    """True where an amount is part of one told before or comes with it: ``Of this,``, ``with indicative funding of``."""
    return bool(PART_OF_IT.search(left) or _WITH_MORE.search(left))


def won_before(sentence: Sentence, left: str) -> str | None:
    """What the sentence before says was won, where this one tells what it is worth: ``They are worth``; else None."""
    won = _WON.search(sentence.before) if _WORTH.match(left) and "£" not in sentence.before else None
    return won["what"] if won else None


def following(award: Award, before: Award, sentence: Sentence, left: str, right: str) -> Award:
    """An award of a sentence that goes on from the one ``before`` it: a part of it, more for the same taker, the grant of the next year."""
    if adds_to_before(left):
        return replace(
            award,
            recipient=award.recipient
            or (None if award.purpose and award.purpose != before.purpose else before.recipient),
            area=award.area or before.area,
            funder=before.funder if award.funder is None else award.funder,
            upstream_funder=award.upstream_funder or before.upstream_funder,
            fund=award.fund or before.fund,
            year=award.year or before.year,
            status=step_after(right) or step_before(left) or before.status,
        )
    if award.recipient is None and same_taker(left):
        return replace(
            award,
            recipient=before.recipient,
            area=award.area or before.area,
            upstream_funder=award.upstream_funder or before.upstream_funder,
            fund=award.fund or other_round(before.fund, sentence.text),
        )
    if award.recipient is None and before.upstream_funder and _NEXT_GRANT.search(sentence.text):
        upstream = award.upstream_funder or before.upstream_funder
        if upstream == before.upstream_funder:
            return replace(
                award, recipient=before.recipient, funder=award.funder or before.funder, upstream_funder=upstream
            )
    return award


def further(award: Award, before: Award, right: str) -> Award:
    """A further amount for who and what the one before it was."""
    return replace(
        award,
        recipient=award.recipient or before.recipient,
        area=award.area or before.area,
        purpose=carried(purpose_of("", right), before.purpose) if award.recipient is None else award.purpose,
        fund=fund_in(right),
        upstream_funder=upstream_funder_in(right),
    )
