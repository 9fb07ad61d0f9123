"""Awards from the sentences of a passage: which of their amounts are given.

Examples as printed: ``In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant for counselling and
therapy services to be delivered … by The Trust House and the Birchall Trust and committed to provide a further £50,000 once the
service is operational`` gives two awards, one awarded and one planned; a saving, a precept or a budget gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.awards.amounts import REACH, award_of
from extract.awards.clauses import clause_of
from extract.awards.following import adds_to_before, following, further, is_next_of_list, won_before
from extract.awards.funds import FUND_IS, ROUND, funder_in, other_round, with_fund
from extract.awards.giving import is_given, is_settlement, leads_gifts, surely_gives, tells_award
from extract.awards.purposes import purpose_of
from extract.awards.recipients import giver_in, listed_name
from extract.awards.respective import respective_takers
from extract.awards.steps import NEAR
from extract.awards.surroundings import Sentence
from extract.awards.verbless import Told, told_without_verb
from extract.awards.wording import NAME
from extract.blocks import Passage
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.organisations import NOT_IN_NAMES
from extract.sentences import bodies, sentences
from extract.times.periods import PeriodContext
from schema.document import Line
from schema.reading import Award

_LOCAL_AUTHORITIES = re.compile(r"\blocal authorit(?:y|ies)\b", re.IGNORECASE)
#: The new level of what was raised, behind the amount by which: "£30,000 … to raise the round to £280,000".
_RAISED_TO = re.compile(r"^[^.;£]{0,140}\bto\s+(?:a total of\s+)?$")
#: Between a part and the whole of it: "£12,000 of the £25,000".
_OF_WHOLE = re.compile(r"\s+(?:out )?of (?:the|its|this|that|his|her|our|their)\s+(?:total\s+|original\s+)?")
#: The upper end of what grants ranged over: "Grants ranging from £500 to £5,000".
_RANGE = re.compile(
    r"\b(?:(?:rang|var)\w+\s+(?:in (?:size|value) )?(?:from|between)|(?:amounts|sums|grants|awards|pots|bids) (?:of(?: between| from)?|between|from))\s+£[\d,.]+\w*\s+(?:to|and)\s*$",
    re.IGNORECASE,
)
#: The whole of which the amount before is a part: "out of a further £60m".
_OUT_OF = re.compile(r"\bout of\b[^.;£]{0,30}$|\b(?:share|slice|part) of (?:the|an?|this|that)\s*(?:[\w’'-]+\s+){0,3}$")
#: An amount by the year, in brackets behind that of the whole term: "£80,000 (£40,000 per annum)".
_ALSO_BY_YEAR = re.compile(r"^\s*\(\s*(?:i\.e\.\s*|or\s+|equal to\s+)?$")
_BY_YEAR = re.compile(
    r"^\s*(?:per annum|a year|p\.?a\.?|per year|each year|in each year|each|annually)\s*\)", re.IGNORECASE
)
_THE_FUND = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:fund|scheme|grant scheme|programme)\b(?! (?:of|for)\b)")
#: What leads a list inside a sentence: "allocated the following sums: Thanet £45,000; Swale £38,000".
_COLON = re.compile(r":\s+(?=[A-Z£(])")
_FURTHER = re.compile(r"\b(?:further|additional|another)\b", re.IGNORECASE)
_OF_THIS = re.compile(r"\b(?:of|from) (?:this|that) (?:fund|funding|grant|money|sum|allocation)\b", re.IGNORECASE)
_AND_LAST = re.compile(r"^(?:and|&)\s+(?:the\s+)?")
#: An item of a list whose verb stands behind the last: "£12,000 to Mind, £8,500 to Shelter and … have been approved".
_ITEM = re.compile(
    r"^\s+(?:to|for)\s+(?:the\s+)?(?!(?:\w+ly\s+)?(?:be|have)\b)[^£;.]{2,70}?(?:,|;|,?\s+and|,?\s+plus)\s+(?:a\s+further\s+|another\s+)?$"
)
#: "asked for £50,000 and was granted £30,000"
_SAME_SUBJECT = re.compile(
    r"^,?\s+(?:and|but|then|which)\s+(?:(?:(?:was|were|has|had|have|also|been|later|then|is|eventually|only)\s+)+(?:granted|awarded|given|offered|allocated|paid|received|secured|won)|"
    r"(?:later |then |also )?(?:received|got|secured|won))\b[^.;£]{0,20}$"
)
_OPENS_WITH_AMOUNT = re.compile(r"^(?:and\s+)?(?:an?\s+)?(?:further\s+|another\s+|additional\s+)?£")
#: The two ends of what each was given: "awarded between £500 and £5,000".
_BETWEEN_TWO = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_SECOND_OF_TWO = re.compile(r"\bbetween\s+£[\d,.]+\w*\s+and\s*$", re.IGNORECASE)
#: Where the sentence goes on with something else: "£9.2m and a third of it will go to".
_NEXT_CLAUSE = re.compile(
    r",?\s+(?:and|but|while|whilst)\s+(?=(?:it|this|they|he|she|we|I|a (?:third|half|quarter|fifth)|half|most|much|some|all|more than [^£.;]{2,20}|over [^£.;]{2,20}|the (?:rest|money|project|service|scheme|grant|funding|commissioner|PCC|force|panel|council))\s+(?:of\s+[^£.;]{2,40}?\s+)?(?:has|have|had|will|would|is|are|was|were)\b)",
    re.IGNORECASE,
)
_FOLLOWED_BY = re.compile(
    r"(?:followed by|(?:and|plus) (?:a|an) (?:further|additional|extra))\s*(?:sum of\s*)?$", re.IGNORECASE
)
#: What stands between two amounts of those who each got one: " towards counselling, Kirkby Scouts ".
_GAPPED = re.compile(
    rf"^(?P<what>\s+(?:for|towards|to)\s[^.;£]{{2,120}}?)(?:,\s+(?:and\s+|while\s+)?|\s+and\s+|;\s+(?:and\s+)?)(?:the\s+)?(?P<who>{NAME})(?P<verb>(?:,\s+(?:which|who))?\s+(?:also\s+)?(?:gets?|got|receive[sd]|won|was (?:given|awarded|granted)))?\s+(?:a further\s+)?$"
)
_GOT_FIRST = re.compile(
    r"\b(?:got|gets?|received?|receives|(?:was|were|been|be|is|are)\s+(?:also\s+)?(?:given|awarded|granted|allocated|offered))\s+(?:(?:an?|about|over|some|nearly|just|grants? of|a grant of|up to)\s+)*$",
    re.IGNORECASE,
)
#: "The PCC gave Hope Trust": the giver's verb, and the first of those who take.
_GAVE_FIRST = re.compile(
    r"\b(?:gave|gives?|given|awarded|awards?|granted|allocated|provided|offered)\s+(?:the\s+)?[A-Z][^.;£,]{2,60}\s$"
)
#: From here on an amount is what the whole country gets, in pounds.
_NATIONAL = 1e9


def awards_of_text(text: str, context: PeriodContext) -> list[Award]:
    """The awards that the sentences of a cell state; their places are offsets in ``text`` on line 1 of page 1."""
    cell = Passage(kind="paragraph", text=text, page=1, lines=(Line(text, 1),), joins=((0, 0),), pages=(1,))
    return list(passage_awards(cell, "", context, None))


def passage_awards(
    passage: Passage, lead: str, context: PeriodContext, fund: str | None, spoken: str | None = None, title: str = ""
) -> Iterator[Award]:
    """The awards of a passage of a paper about a ``fund``; ``spoken`` is the fund that the paper spoke of last, ``title`` a line alone above."""
    before: Award | None = None
    last = listed = ""
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        if "£" in text or "pounds" in text:
            inner = _leads_inside(text)
            listed = text[:inner] if inner else listed if last.endswith(";") else ""
            again = other_round(spoken, "rounds") if ROUND.search(f"{last} {text}") else None
            again = spoken if _THE_FUND.search(text) else again
            after = passage.text[end : end + 60]
            sentence = Sentence(passage, text, start, last, lead or listed, after, inner, title, fund or again)
            found = [with_fund(award, fund or again) for award in _sentence_awards(sentence, context, before)]
            # The next sentence goes on from who was paid.
            before = next((award for award in reversed(found) if award.recipient), found[-1] if found else before)
            yield from found
        last = text


def _leads_inside(text: str) -> int:
    """Where a list begins inside a sentence that leads it: behind the colon of "the following sums: Thanet £45,000"; else 0."""
    first = text.find("£")
    colon = next((m for m in _COLON.finditer(text) if m.end() < first), None)
    if (
        colon is None
        or not listed_name(text[colon.end() : first].strip(" ,"))
        or not leads_gifts(text[: colon.start()])
    ):
        return 0
    return colon.end() if text.count("£") > 1 or text.endswith(";") else 0


def _sentence_awards(sentence: Sentence, context: PeriodContext, before: Award | None) -> Iterator[Award]:
    """The awards of a sentence; ``before`` is the last one of its paragraph, to which "a further" amount adds."""
    text = sentence.text
    if is_settlement(text) or is_settlement(sentence.lead) or (_LOCAL_AUTHORITIES.search(text) and not funder_in(text)):
        return
    if any(is_settlement(s.text) for s in sentence.passage.sections[-2:]):
        return
    money = _amounts(text)
    goes_on_from = sentence.before.endswith(";") and before is not None and bool(_OPENS_WITH_AMOUNT.match(text))
    named = bodies(text)
    here: Award | None = None
    heading = sentence.heading
    verbless = told_without_verb(text, money, heading, sentence.before, sentence.after)
    respective = respective_takers(text, money)
    verbs = _verbs_of_lists(text, money)
    wholes = {b.start for a, b in pairwise(money) if _OF_WHOLE.fullmatch(text[a.end : b.start])}
    gapped = _takers_without_verb(text, money)
    for at, figure in enumerate(money):
        if figure.start in wholes:
            continue
        left = text[money[at - 1].end if at else sentence.inner : figure.start][-REACH:]
        left = _AND_LAST.sub("", left) if at == 0 and sentence.lead else left
        right = _behind(text, money, at)
        if at + 1 < len(money) and money[at + 1].start in wholes:
            # "£12,000 of the £25,000 has been given out": what is said is said of the part.
            right = _behind(text, money, at + 1)
        if (_BETWEEN_TWO.search(left) and right.strip() == "and") or _SECOND_OF_TWO.search(text[: figure.start]):
            continue
        right = _NEXT_CLAUSE.split(right)[0]
        if at + 1 in gapped:
            right = right[: gapped[at + 1].end("what")]
        if at in gapped and not gapped[at]["verb"]:
            left = text[: money[0].start][-REACH:]
        goes_on = is_next_of_list(left) if here is not None else goes_on_from
        given = is_given(left, f"{right}{verbs[at]}", sentence.lead)
        clause = clause_of(left, right)
        if given is None:
            part = before is not None and adds_to_before(left)
            goes_on = goes_on or (here is not None and at in respective)
            given = bool(goes_on or part or FUND_IS.search(left) or (here is None and won_before(sentence, left)))
            given = given or clause is not None
        told = verbless.get(at)
        if not given and told is None:
            continue
        if (here is not None and told is None and _RAISED_TO.search(left)) or _RANGE.search(
            text[max(0, figure.start - REACH) : figure.start]
        ):
            continue
        award = award_of(sentence, figure, left, right, clause, named, context, here)
        if _OUT_OF.search(left):
            award = replace(award, status="available", recipient=None, area=None, purpose=purpose_of("", right))
        elif here is not None and award.recipient is None and here.recipient and _SAME_SUBJECT.search(left):
            award = replace(award, recipient=here.recipient, area=award.area or here.area)
        elif before is not None and _FURTHER.search(left):
            award = further(award, before, right)
        elif before is not None and goes_on_from and here is None:
            award = replace(award, funder=award.funder or before.funder, fund=award.fund or before.fund)
        elif before is not None and (here is None or adds_to_before(left)):
            award = following(award, before, sentence, left, right)
        if told is not None:
            award = _as_told(award, told, given=bool(given))
        if at in respective:
            recipient, purpose = respective[at]
            award = replace(award, recipient=recipient or award.recipient, purpose=purpose or award.purpose)
            if recipient and area_of(recipient) and not bodies(recipient):
                award = replace(award, area=recipient)
            if any(award.funder == who for who, _ in respective.values()):
                award = replace(award, funder=giver_in(text[: money[0].start]))
        if award.purpose is None and at + 1 < len(money) and _FOLLOWED_BY.search(right):
            # "£12,500 this year followed by £12,400 next year to work in schools": both are for that.
            award = replace(award, purpose=purpose_of("", _behind(text, money, at + 1)))
        if at in gapped:
            taker = gapped[at]["who"]
            award = replace(
                award,
                recipient=taker,
                purpose=purpose_of("", right),
                funder=here.funder if here is not None else None,
                area=taker if area_of(taker) and not bodies(taker) else None,
            )
        won = won_before(sentence, left) if here is None else None
        if won:
            award = replace(award, purpose=award.purpose or won, status="awarded")
        if before is not None and award.fund is None and _OF_THIS.search(text):
            award = replace(award, fund=before.fund, upstream_funder=award.upstream_funder or before.upstream_funder)
        if (
            not won
            and not (
                told is not None and (told.status == "available" or award.recipient or award.purpose or award.fund)
            )
            and not (goes_on and award.purpose)
            and not (clause is not None and (award.purpose or award.recipient))
            and not _is_told(award, f"{left[-160:]} | {right[:120]} | {sentence.lead}", sentence.lead)
        ):
            continue
        before = here = award
        yield award


def _behind(text: str, money: Sequence[Figure], at: int) -> str:
    """What stands between an amount and the next one, or the end of the sentence, as far as it may tell of it."""
    return text[money[at].end : money[at + 1].start if at + 1 < len(money) else len(text)][:REACH]


def _verbs_of_lists(text: str, money: Sequence[Figure]) -> list[str]:
    """For each amount that is one of several sharing a verb, what stands behind the last amount of their list; else nothing."""
    behind = [""] * len(money)
    for at in range(len(money) - 2, -1, -1):
        if _ITEM.match(text[money[at].end : money[at + 1].start]):
            behind[at] = behind[at + 1] or text[money[at + 1].end :][:NEAR]
    return behind


def _takers_without_verb(text: str, money: Sequence[Figure]) -> dict[int, re.Match[str]]:
    """The names that take an amount by the verb of the one before: ``X got £5,000 towards tents, Y £3,000 for a roof``, by its number.

    Each match is in what stands between the amount before and its own.
    """
    found: dict[int, re.Match[str]] = {}
    for at in range(1, len(money)):
        between = text[money[at - 1].end : money[at].start]
        match = _GAPPED.match(between)
        first = text[: money[0].start]
        if match is None or not (
            at - 1 in found or (at == 1 and (_GOT_FIRST.search(first) or _GAVE_FIRST.search(first)))
        ):
            continue
        if match["who"].split()[0] in NOT_IN_NAMES:
            continue
        found[at] = match
    return found


def _as_told(award: Award, told: Told, *, given: bool) -> Award:
    """An award with what a form without a verb tells of it; its own verb, where it is ``given`` by one, tells its step."""
    recipient = told.recipient or award.recipient
    purpose = told.purpose or award.purpose
    return replace(
        award,
        status=award.status if given and told.status == "awarded" else told.status,
        recipient=recipient,
        purpose=None if purpose and recipient and purpose.startswith(recipient) else purpose,
    )


def _amounts(text: str) -> list[Figure]:
    """The amounts of a sentence, those aside that only tell one before them by the year: ``£80,000 (£40,000 per annum)``."""
    money = [f for f in parse_figures(text) if f.unit == "GBP" and f.value < _NATIONAL]
    again = {
        b.start
        for a, b in pairwise(money)
        if _ALSO_BY_YEAR.match(text[a.end : b.start]) and _BY_YEAR.match(text[b.end :]) and b.value < a.value
    }
    return [f for f in money if f.start not in again]


def _is_told(award: Award, near: str, lead: str) -> bool:
    """True where the sentence says who pays, who gets it or from which fund, or surely gives for a purpose of its own."""
    if award.recipient or award.funder or award.upstream_funder or award.fund or FUND_IS.search(near.split(" | ")[0]):
        return True
    if tells_award(near):
        return True
    return bool(award.purpose) and (leads_gifts(lead) or surely_gives(near))
