"""Awards from prose: money that a sentence says was granted, provided, committed or received for a purpose.

Examples as printed: ``In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant for counselling and
therapy services to be delivered … by The Trust House and the Birchall Trust and committed to provide a further £50,000 once the
service is operational`` gives two awards, one awarded and one planned; a saving, a precept or a budget gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.awards.purposes import carried, listed_purpose, names_purpose, purpose_before, purpose_of
from extract.awards.recipients import funder_of, is_for_each, is_taker, listed_name, recipient_of
from extract.awards.wording import (
    decision_in,
    fund_in,
    funder_in,
    mechanism_in,
    per_of,
    step_after,
    step_before,
    upstream_funder_in,
    year_in,
    years_of,
)
from extract.blocks import Block, Passage
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.sentences import BodyMention, bodies, sentences
from extract.times.periods import PeriodContext, find_periods
from schema.document import Line
from schema.reading import Award, Identity

_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grants?|granted|provid(?:e|es|ed|ing)|fund(?:s|ed|ing)|allocat(?:e|es|ed|ing|ion)|commit(?:s|ted|ting)?|"
    r"contribut(?:e|es|ed|ing|ion|ions)|approved|receive[sd]?|receiving|secur(?:ed|ing)|commission(?:ed|ing)|invest(?:s|ed|ing)|donat(?:ed|ion)|"
    r"ring-?fenc(?:ed|ing)|set(?:ting|s)? aside|earmark\w*|made available|offer(?:s|ed|ing)|pledged|bids?|given|gave|at (?:a )?(?:total )?cost of|"
    r"contract(?:s|ed)?|sponsor(?:ed|ship)|uplift|bursar(?:y|ies)|distributed|added a further|match[- ]fund\w*|"
    r"ma(?:de|kes?|king)\s+\|\s+available)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:savings?|precepts?|council tax|funding gap|shortfall|deficit|budget requirement|efficienc(?:y|ies)|band [A-H]|households?|"
    r"reduction in|reduc(?:ed|es) by|overspen[dt]|underspen[dt]|seized|stolen|value of (?:the )?(?:drugs|goods|cash)|fines?|compensation|pay (?:rise|award)|"
    r"salar(?:y|ies)|pensions?|inflation|reserves (?:of|stood|are|were)|turnover|losses|baseline|cost (?:of crime|to society)|"
    r"(?:was|is|are|were) forecast|forecast (?:of|to be)|budget (?:of|is|was|for|at|gap)|medium[- ]term|increase (?:of|in) (?:the )?(?:budget|precept)|(?:falls?|fell|fallen|cut) by|would have|per week|a week|insurance|loans?|mutual aid|income (?:of|from)|(?:returned|repaid|handed back) to|claw\w* back)\b",
    re.IGNORECASE,
)
_BUDGET_SET = re.compile(
    r"\b(?:set|sets|setting|agree|propose[ds]?)\s+(?:my|the|a|his|her|its|our)\s+(?:\w+\s+)?budget\b", re.IGNORECASE
)
#: What governments share out between all councils or forces is no award of anyone to anyone for a purpose.
_SETTLEMENT = re.compile(
    r"\b(?:settlement|revenue support grant|recovery grant|RSG|new homes bonus|better care fund|social care (?:grant|funding|prevention grant)|council tax|"
    r"rolled[- ](?:in|forward)|core (?:grants?|funding)|formula (?:grant|funding)|police (?:main )?grant|business rates|"
    r"schools grant|spending (?:growth|review|round)|autumn (?:budget|statement)|services grant|per head|nationally)\b",
    re.IGNORECASE,
)
_LOCAL_AUTHORITIES = re.compile(r"\blocal authorit(?:y|ies)\b", re.IGNORECASE)
#: Verbs and nouns that speak of money for a purpose even where neither who pays nor who gets it is named.
_SURELY_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grant(?:s|ed)? of|grant|granted|funded|commit(?:s|ted|ting)|commission(?:ed|ing)|contribut\w+|secur(?:ed|ing)|"
    r"donat(?:ed|ion)|ring-?fenc\w+|pledged|bids?|at (?:a )?(?:total )?cost of|sponsor(?:ed|ship)|bursar(?:y|ies)|made available|set aside|distributed|allocated|agreed|"
    r"(?:been|was|were) (?:also )?(?:provided|invested|given)|(?:value|cost) of (?:the|this) contract)\b",
    re.IGNORECASE,
)
#: A limit for those who apply and no sum that anyone got: "Applications for up to £5,000", "Those over £5,000".
_LIMIT = re.compile(
    r"\b(?:applications?|those|grants|bids|awards|requests|projects|organisations|groups)\s+(?:\w+\s+){0,3}?(?:for\s+|of\s+)?"
    r"(?:up to|over|under|above|below|less than|more than|between)\s*(?:a maximum of\s*)?$|"
    r"\b(?:(?:can|could|may|must|should|to) (?:apply|bid)|applying|bidding)\s+for\s+(?:grants?\s+of\s+)?(?:up to\s*)?$|\bmaximum\s+(?:\w+\s+){0,3}(?:of|is|was)\s*$",
    re.IGNORECASE,
)
#: A fund that is told with its size and nothing else: "The fund of the later decisions is £538,000".
_FUND_IS = re.compile(
    r"\b[Ff]und\b[^.;£]{0,40}\b(?:is|was|stands at|stood at|totals|totalled|amounts? to)\s+(?:a total of\s+)?$"
)
_AND_ALSO = re.compile(
    r"(?:,|;|\band|\bplus)\s*(?:then\s+)?(?:a\s+)?(?:further|additional|another)?\s*$", re.IGNORECASE
)
#: "to Victim Support (£30,000), Remedi (£20,000) and the Hope Centre (£5,000)", "£20,000 and the County Council £15,000"
_IN_LIST = re.compile(r"^\s*\)\s*(?:,|;|and\b)|^,?\s+and (?:the )?[A-Z][\w’'&]*(?: [A-Z][\w’'&]*)*\s*$")
_FURTHER = re.compile(r"\b(?:further|additional|another)\b", re.IGNORECASE)
_AVAILABLE = re.compile(r"\bavailable\b", re.IGNORECASE)
_OF_THIS = re.compile(r"\b(?:of|from) (?:this|that) (?:fund|funding|grant|money|sum|allocation)\b", re.IGNORECASE)
_AWARDS = re.compile(r"\b(?:success(?:ful|fully)|secur(?:ed|ing)|won|award(?:s|ed)?|grants)\b", re.IGNORECASE)
_FUND_HEAD = re.compile(r"\b(?:Fund|Grant|Programme|Safer Streets(?: \w+)?)(?:\s+\([A-Z]+\))?$")
_PAN = re.compile(
    r"\bpan[- ][A-Z][a-z]+|\bacross (?:the whole of )?([A-Z][a-z]+(?: [A-Z][a-z]+)*(?: and [A-Z][a-z]+(?: [A-Z][a-z]+)*)?)\b"
)
_FROM_START = re.compile(r"^(?:in|on|during|since)\s+", re.IGNORECASE)
#: How far from an amount the words may stand that say what became of it, in characters.
_NEAR = 140
#: How far those may stand that say who gives, who gets and what for.
_REACH = 1000


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage: its text, where it begins, the sentence before it, what the lead above its list says, what follows."""

    passage: Passage
    text: str
    start: int
    before: str
    lead: str
    after: str


def find_prose_awards(blocks: Sequence[Block], identity: Identity) -> list[Award]:
    """Every award that a sentence of the paper states, in reading order."""
    context = PeriodContext(
        period_start=identity.period_start, period_end=identity.period_end, meeting_date=identity.meeting_date
    )
    # A paper about a fund names it in its title and then speaks of "the fund".
    fund = fund_in(identity.title) if identity.title and _FUND_HEAD.search(identity.title) else None
    out: list[Award] = []
    lead = introduced = ""
    for block in blocks:
        if not isinstance(block, Passage) or block.kind == "heading":
            introduced = ""
            continue
        lead = introduced if block.kind == "bullet" else ""
        if block.kind != "bullet":
            introduced = block.text if block.text.rstrip().endswith((":", ":-", ";")) else ""
        if "£" in block.text or "pounds" in block.text:
            out.extend(_passage_awards(block, lead, context, fund))
    return out


def awards_of_text(text: str, context: PeriodContext) -> list[Award]:
    """The awards that the sentences of a cell state; their places are offsets in ``text`` on line 1 of page 1."""
    cell = Passage(kind="paragraph", text=text, page=1, lines=(Line(text, 1),), joins=((0, 0),), pages=(1,))
    return list(_passage_awards(cell, "", context, None))


def _passage_awards(passage: Passage, lead: str, context: PeriodContext, fund: str | None) -> Iterator[Award]:
    before: Award | None = None
    last = ""
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        sentence = _Sentence(passage, text, start, last, lead, passage.text[end : end + 60])
        if "£" in text or "pounds" in text:
            for award in _sentence_awards(sentence, context, before):
                before = award if award.fund or fund is None else replace(award, fund=fund)
                yield before
        last = text


def _sentence_awards(sentence: _Sentence, context: PeriodContext, before: Award | None) -> Iterator[Award]:
    """The awards of a sentence; ``before`` is the last one of its paragraph, to which "a further" amount adds."""
    text = sentence.text
    if _SETTLEMENT.search(text) or (_LOCAL_AUTHORITIES.search(text) and not funder_in(text)):
        return
    if any(_SETTLEMENT.search(s.text) for s in sentence.passage.sections[-2:]):
        return
    money = [f for f in parse_figures(text) if f.unit == "GBP"]
    named = bodies(text)
    here: Award | None = None
    for at, figure in enumerate(money):
        left = text[money[at - 1].end if at else 0 : figure.start]
        right = text[figure.end : money[at + 1].start if at + 1 < len(money) else len(text)]
        goes_on = here is not None and (_AND_ALSO.search(left) or _IN_LIST.search(left))
        if not _is_given(left, right, sentence.lead, goes_on=bool(goes_on)):
            continue
        award = _award(sentence, figure, left, right, named, context, here)
        if before is not None and _FURTHER.search(left):
            award = _further(award, before, right)
        if before is not None and award.fund is None and _OF_THIS.search(text):
            award = replace(award, fund=before.fund, upstream_funder=award.upstream_funder or before.upstream_funder)
        if not _is_told(award, f"{left[-160:]} | {right[:120]} | {sentence.lead}", sentence.lead):
            continue
        before = here = award
        yield award


def _further(award: Award, before: Award, right: str) -> Award:
    """A further amount for who and what the one before it was."""
    return replace(
        award,
        recipient=award.recipient or before.recipient,
        area=award.area or before.area,
        purpose=carried(purpose_of("", right), before.purpose) if award.recipient is None else award.purpose,
        fund=fund_in(right),
        upstream_funder=upstream_funder_in(right),
    )


def _is_told(award: Award, near: str, lead: str) -> bool:
    """True where the sentence says who pays, who gets it or from which fund, or surely gives for a purpose of its own."""
    if award.recipient or award.funder or award.upstream_funder or award.fund or _FUND_IS.search(near.split(" | ")[0]):
        return True
    listed = bool(lead) and bool(_GIVES.search(lead))
    return bool(award.purpose) and (listed or bool(_SURELY_GIVES.search(near)))


def _is_given(left: str, right: str, lead: str, *, goes_on: bool) -> bool:
    """True where the words around an amount, or the lead of its list, say that the money is given for something."""
    if (
        _LIMIT.search(left[-80:])
        or _BUDGET_SET.search(left[-240:])
        or _NOT_GIVEN.search(left[-90:])
        or _NOT_GIVEN.search(right[:60])
    ):
        return False
    near = f"{left[-160:]} | {right[:120]}"
    return goes_on or bool(_GIVES.search(near) or _GIVES.search(lead) or _FUND_IS.search(left))


def _award(
    sentence: _Sentence,
    figure: Figure,
    left: str,
    right: str,
    named: Sequence[BodyMention],
    context: PeriodContext,
    before: Award | None,
) -> Award:
    # In a list of a thousand amounts each is told by the words around it.
    first, last = max(0, figure.start - _REACH), figure.end + _REACH
    text = sentence.text[first:last]
    figure = replace(figure, start=figure.start - first, end=figure.end - first)
    named = [replace(b, start=b.start - first, end=b.end - first) for b in named if first <= b.start and b.end <= last]
    left, right = left[-_REACH:], right[:_REACH]
    status = _status(left, right, sentence.lead, before)
    planned = [p for _, _, p in find_periods(right, context) if p.start and p.end and p.type == "range"]
    recipient = recipient_of(text, figure, left, right, named)
    if recipient is None and (sentence.lead or before):
        recipient = _who_is_listed(left)
    told = purpose_of(left, right) or purpose_before(text, sentence.before)
    if told is None and sentence.lead and recipient is None:
        told = listed_purpose(left)
    heading = sentence.passage.sections[-1].text if sentence.passage.sections else ""
    purpose = told or (heading if names_purpose(heading) else None)
    if recipient is None and purpose and is_taker(purpose):
        recipient, purpose = purpose, None
    if recipient and purpose and purpose.startswith(f"{recipient} to "):
        purpose = purpose.removeprefix(f"{recipient} ")
    pan = _PAN.search(right) or (_PAN.search(left) if before is None else None)
    area = (pan.group(1) or pan.group(0)) if pan else None
    if recipient and area_of(recipient) and not bodies(recipient):
        area = recipient
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
        area=area,
        purpose=purpose or (before.purpose if before else None),
        funder=funder_of(text, figure, named, recipient),
        upstream_funder=upstream_funder_in(text),
        fund=fund_in(text) or _fund_of_sections(sentence.passage),
        year=year_in(left[-80:] + " | " + right[:80]),
        date=None if status in ("planned", "estimated") else _date(sentence.text[:_REACH], context),
        planned_start=planned[0].start if planned else None,
        planned_end=planned[0].end if planned else None,
        decision_ref=decision_in(text + sentence.after),
        mechanism=mechanism_in(text),
        qualifier=figure.qualifier,
        per=per_of(left, right) or ("each" if is_for_each(left, right) else None),
        years=years_of(left, right),
        confidence=0.9 if recipient or told else 0.6,
    )


def _fund_of_sections(passage: Passage) -> str | None:
    """The fund that a heading above is about: ``Decisions: Community Safety Fund``."""
    return next((fund_in(s.text) for s in reversed(passage.sections) if _FUND_HEAD.search(s.text)), None)


def _status(left: str, right: str, lead: str, before: Award | None) -> str:
    """The step told by the amount's own verb behind it, else by the last verb before it, else by what leads its list."""
    if _FUND_IS.search(left):
        return "available"
    near = left[-_NEAR:]
    told = step_after(right) or step_before(near)
    if told is None and re.match(r"\s*(?:subject to|once|if|when)\b", right, re.IGNORECASE):
        return "planned"
    if told is None and before is not None:
        return before.status
    if told is None and lead:
        told = "available" if _AVAILABLE.search(lead) else step_before(lead)
        told = "awarded" if told == "bid" and _AWARDS.search(lead) else told
    return told or "awarded"


def _who_is_listed(left: str) -> str | None:
    """A name before an amount in a list, where it is that of an organisation: ``Victim Support (£30,000)``."""
    name = listed_name(left)
    return name if name and (bodies(name) or area_of(name)) else None


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
