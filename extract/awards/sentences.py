"""Awards from prose: money that a sentence says was granted, provided, committed or received for a purpose.

Examples as printed: ``In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant for counselling and
therapy services to be delivered … by The Trust House and the Birchall Trust and committed to provide a further £50,000 once the
service is operational`` gives two awards, one awarded and one planned; a saving, a precept or a budget gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.awards.wording import decision_in, fund_in, funder_in, mechanism_in, status_of, upstream_funder_in, year_in
from extract.blocks import Block, Passage
from extract.numbers import Figure, parse_figures
from extract.sentences import BodyMention, bodies, sentences
from extract.times.periods import PeriodContext, find_periods
from schema.reading import Award, Identity

_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grants?|granted|provid(?:e|es|ed|ing)|fund(?:s|ed|ing)|allocat(?:e|es|ed|ing|ion)|commit(?:s|ted|ting)?|"
    r"contribut(?:e|es|ed|ing|ion|ions)|approved|secur(?:ed|ing)|commission(?:ed|ing)|invest(?:s|ed|ing)|donat(?:ed|ion)|"
    r"ring-?fenc(?:ed|ing)|set aside|received|made available|offer(?:s|ed|ing)|pledged|bids?|given|gave|at (?:a )?(?:total )?cost of|"
    r"contract(?:s|ed)?|sponsor(?:ed|ship)|uplift|bursar(?:y|ies))\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:savings?|precepts?|council tax|funding gap|shortfall|deficit|budget requirement|efficienc(?:y|ies)|band [A-H]|households?|"
    r"reduction in|reduc(?:ed|es) by|overspen[dt]|underspen[dt]|seized|stolen|value of (?:the )?(?:drugs|goods|cash)|fines?|compensation|pay (?:rise|award)|"
    r"salar(?:y|ies)|pensions?|inflation|reserves (?:of|stood|are|were)|turnover|losses|baseline|cost (?:of crime|to society)|"
    r"(?:was|is|are|were) forecast|forecast (?:of|to be)|budget (?:of|is|was|for|at|gap)|medium[- ]term|increase (?:of|in) (?:the )?(?:budget|precept)|(?:falls?|fell|fallen|cut) by|would have|per week|a week|insurance)\b",
    re.IGNORECASE,
)
_BUDGET_SET = re.compile(
    r"\b(?:set|sets|setting|agree|propose[ds]?)\s+(?:my|the|a|his|her|its|our)\s+(?:\w+\s+)?budget\b", re.IGNORECASE
)
#: What governments share out between all councils or forces is no award of anyone to anyone for a purpose.
_SETTLEMENT = re.compile(
    r"\b(?:settlement|revenue support grant|RSG|new homes bonus|better care fund|social care (?:grant|funding|prevention grant)|council tax|"
    r"local authorit(?:y|ies)|rolled[- ](?:in|forward)|core (?:grants?|funding)|formula (?:grant|funding)|police (?:main )?grant|business rates|"
    r"schools grant|spending (?:growth|review|round)|autumn (?:budget|statement)|services grant|per head|nationally)\b",
    re.IGNORECASE,
)
#: Verbs and nouns that speak of money for a purpose even where neither who pays nor who gets it is named.
_SURELY_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grant(?:s|ed)? of|grant|granted|funded|commit(?:s|ted|ting)|commission(?:ed|ing)|contribut\w+|secur(?:ed|ing)|"
    r"donat(?:ed|ion)|ring-?fenc\w+|pledged|bids?|at (?:a )?(?:total )?cost of|sponsor(?:ed|ship)|bursar(?:y|ies))\b",
    re.IGNORECASE,
)
#: A limit for those who apply and no sum that anyone got: "Applications for up to £5,000", "Those over £5,000".
_LIMIT = re.compile(
    r"\b(?:applications?|those|grants|bids|awards|requests|projects|organisations|groups)\s+(?:\w+\s+){0,3}?(?:for\s+|of\s+)?"
    r"(?:up to|over|under|above|below|less than|more than|between)\s*$|\b(?:apply|bid|applying|bidding)\s+for\s+(?:grants?\s+of\s+)?(?:up to\s*)?$",
    re.IGNORECASE,
)
_SUCCESS = re.compile(r"\b(?:success(?:ful|fully)|secur(?:ed|ing)|won|awarded)\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"^[^.;£]{0,110}?\b(?P<purpose>(?:for(?! the (?:period|year|financial))|towards?|in support of|to (?:deliver|support|enable|purchase|fund|provide|help|improve|"
    r"tackle|develop|recruit|run|address|allow|assist|prevent|reduce|set up|establish|expand|extend|cover|install|buy|replace|work))\b[^;£]{3,})",
    re.IGNORECASE,
)
_PURPOSE_BEFORE = re.compile(
    r"\b(?:approved|provision of|purchase of|contract for|agreed|procure(?:ment of)?|funding for|grant for|support of)\s+(?P<purpose>[^£;]{4,160}?)"
    r"\s+(?:at (?:a )?(?:total )?cost of|of|with|worth|totalling|valued at|amounting to|,)?\s*$",
    re.IGNORECASE,
)
_BID_FOR = re.compile(
    r"\bbids?\s+(?:\w+\s+)?for\s+(?P<purpose>[^£;]{3,80}?)(?:\s+for\s+\d{4}\S*)?\s+(?:amount|total)\w*", re.IGNORECASE
)
_END_OF_PURPOSE = re.compile(
    r"\s+(?:and (?:has |have |had )?(?:also )?\w+ed\b|which will|,? with a further|\(decision)\b", re.IGNORECASE
)
_JOINS = re.compile(r"\s+(?:(?:with|a|an|grant|funding|further|up|to|total|sum|of|the|additional)\s+)*", re.IGNORECASE)
_GAVE = re.compile(r"\b(?:awarded|granted|gave|given|provided|offered|paid|funded)\s+(?:the\s+)?$", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\s+(?:(?:has|have|had)?\s*(?:also\s+)?(?:received|secured|won)|(?:(?:has|have|had)\s+(?:also\s+)?been|was|were)\s+(?:also\s+)?"
    r"(?:received|awarded|granted|given|secured|allocated))\b[^.;£]{0,40}",
    re.IGNORECASE,
)
_TO = re.compile(r"^[^.;£]{0,80}?\bto\s+(?:the\s+|each of the\s+|a\s+)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:delivered|provided|run|led|operated|supplied|managed)\b[^.;£]{0,60}?\bby\s+(?:the\s+)?$", re.IGNORECASE
)
_EACH = re.compile(r"\b(?:to\s+)?(each of the [A-Z][\w’'&-]+(?:\s+[A-Z][\w’'&-]+){0,5})")
_EACH_WAS = re.compile(
    r"\b(?:each|every)\s+(?:of the\s+)?(?P<who>(?:\w+\s+){1,6}?)(?:was|were|has been|have been|received|gets?)\s*(?:allocated|awarded|given|granted)?\s*$",
    re.IGNORECASE,
)
_WENT_TO = re.compile(
    r"^\s*(?:(?:has|have|had) been|was|were|is|are)?\s*(?:awarded|given|granted|paid|allocated|distributed)\s+(?:to|between|among(?:st)?)\s+(?:the\s+)?"
    r"(?P<who>(?:[\w-]+\s+){0,4}?(?:charities|groups|organisations|projects|schools|councils|partners|services))\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"(?:\s+(?:in|for)\s+(?:19|20)\d\d\s?[/–-]\s?\d{2,4})?\s+(?:is|was|are|were|will be|has been|have been)$",
    re.IGNORECASE,
)
_FUND_HEAD = re.compile(r"\b(?:Fund|Grant|Programme|Safer Streets(?: \w+)?)(?:\s+\([A-Z]+\))?$")
_CONDITION = re.compile(
    r"^\s*(?:to (?:them|it|him|her)\s+)?(?P<when>(?:once|when|subject to|if|provided that)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PAN = re.compile(r"\bpan[- ][A-Z][a-z]+|\bacross (?:the whole of )?([A-Z][a-z]+(?: and [A-Z][a-z]+)?)\b")
_TAKERS = re.compile(
    r"^(?:(?:local|small|\d+|these|victims['’]?|community|voluntary|third sector)\s+)*(?:charities|groups|organisations|projects|schools|councils|"
    r"partners)(?:\s+(?:and|&)\s+\w+)?$",
    re.IGNORECASE,
)
_FROM_START = re.compile(r"^(?:in|on|during|since)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage: its text, where it begins, what the lead above its list says, and the passage after it."""

    passage: Passage
    text: str
    start: int
    lead: str
    after: str


def find_prose_awards(blocks: Sequence[Block], identity: Identity) -> list[Award]:
    """Every award that a sentence of the paper states, in reading order."""
    context = PeriodContext(
        period_start=identity.period_start, period_end=identity.period_end, meeting_date=identity.meeting_date
    )
    out: list[Award] = []
    lead = introduced = ""
    for block in blocks:
        if not isinstance(block, Passage) or block.kind == "heading":
            introduced = ""
            continue
        lead = introduced if block.kind == "bullet" else ""
        if block.kind != "bullet":
            introduced = block.text if block.text.rstrip().endswith((":", ":-", ";")) else ""
        if "£" not in block.text and "pounds" not in block.text:
            continue
        before: Award | None = None
        for start, end in sentences(block.text):
            after = block.text[end : end + 60]
            found = list(_sentence_awards(_Sentence(block, block.text[start:end], start, lead, after), context, before))
            before = found[-1] if found else before
            out.extend(found)
    return out


def _sentence_awards(sentence: _Sentence, context: PeriodContext, before: Award | None) -> Iterator[Award]:
    """The awards of a sentence; ``before`` is the last one of its paragraph, to which "a further" amount adds."""
    text = sentence.text
    figures = parse_figures(text)
    money = [f for f in figures if f.unit == "GBP"]
    named = bodies(text)
    if _SETTLEMENT.search(text) or any(_SETTLEMENT.search(s.text) for s in sentence.passage.sections[-2:]):
        return
    for at, figure in enumerate(money):
        left = text[money[at - 1].end if at else 0 : figure.start]
        right = text[figure.end : money[at + 1].start if at + 1 < len(money) else len(text)]
        if not _is_given(left, right, sentence.lead):
            continue
        near = f"{left[-160:]} | {right[:120]} | {sentence.lead}"
        award = _award(sentence, figure, left, right, named, context)
        if before is not None and re.search(r"\b(?:further|additional|another)\b", left, re.IGNORECASE):
            award = replace(
                award,
                recipient=award.recipient or before.recipient,
                area=award.area or before.area,
                purpose=_carried(_purpose("", right), before.purpose) if award.recipient is None else award.purpose,
                fund=fund_in(right),
                upstream_funder=upstream_funder_in(right),
            )
        if not _is_told(award, near):
            continue
        before = award
        yield award


def _is_told(award: Award, near: str) -> bool:
    """True where the sentence says who pays, who gets it or from which fund, or surely gives for a purpose of its own."""
    if award.recipient or award.funder or award.upstream_funder or award.fund:
        return True
    return bool(award.purpose) and bool(_SURELY_GIVES.search(near))


def _is_given(left: str, right: str, lead: str) -> bool:
    """True where the words around an amount, or the lead of its list, say that the money is given for something."""
    near = f"{left[-160:]} | {right[:120]}"
    if (
        _LIMIT.search(left[-80:])
        or _BUDGET_SET.search(left[-240:])
        or _NOT_GIVEN.search(left[-90:])
        or _NOT_GIVEN.search(right[:60])
    ):
        return False
    return bool(_GIVES.search(near)) or bool(_GIVES.search(lead))


def _award(
    sentence: _Sentence,
    figure: Figure,
    left: str,
    right: str,
    named: Sequence[BodyMention],
    context: PeriodContext,
) -> Award:
    text = sentence.text
    status = _status(left, right, sentence.lead)
    planned = [p for _, _, p in find_periods(right, context) if p.start and p.end and p.type == "range"]
    purpose = _purpose(left, right)
    sure = bool(purpose)
    heading = sentence.passage.sections[-1].text if sentence.passage.sections else ""
    if purpose is None and _names_purpose(heading):
        purpose = heading
    pan = _PAN.search(right) or _PAN.search(left)
    recipient = _recipient(text, figure, named)
    if recipient is None and purpose and _TAKERS.match(purpose):
        recipient, purpose = purpose, None
    return Award(
        place=sentence.passage.place(sentence.start + figure.start, sentence.start + figure.end),
        paper=sentence.passage.paper,
        source="prose",
        quote=_around(text, figure),
        amount=figure.value,
        amount_to=figure.upper,
        status=status,
        recipient=recipient,
        area=(pan.group(1) or pan.group(0)) if pan else None,
        purpose=purpose,
        funder=_funder(text, text[: figure.start], named),
        upstream_funder=upstream_funder_in(text),
        fund=fund_in(text) or (fund_in(heading) if _FUND_HEAD.search(heading) else None),
        year=year_in(left[-80:] + " | " + right[:80]),
        date=None if status in ("planned", "estimated") else _date(text, context),
        planned_start=planned[0].start if planned else None,
        planned_end=planned[0].end if planned else None,
        decision_ref=decision_in(text + sentence.after),
        mechanism=mechanism_in(text),
        qualifier=figure.qualifier,
        confidence=0.9 if recipient or sure else 0.6,
    )


def _status(left: str, right: str, lead: str) -> str:
    """The step told by the words before the amount, else by those after it."""
    if _SUCCESS.search(left[-80:]):
        return "awarded"
    told = status_of(left[-110:], "")
    if (
        told in ("spent", "received")
        and re.search(r"\b(?:funding|fund|to be)\b", left[-30:], re.IGNORECASE)
        and told == "spent"
    ):
        told = ""
    return (
        told
        or status_of(right[:50] if re.search(r"\b(?:subject to|once|available|remain)", right[:50]) else "", "")
        or status_of(lead if _SUCCESS.search(lead) is None else "", "awarded")
    )


def _recipient(text: str, figure: Figure, named: Sequence[BodyMention]) -> str | None:
    """Who gets the money: named right before the amount after a verb of giving, after "to", or as the one who delivers."""
    if match := _EACH.search(text[figure.end :]):
        return match.group(1)
    if match := _EACH_WAS.search(text[: figure.start]) or _WENT_TO.search(text[figure.end :]):
        return match["who"].strip()
    takers = [b for b in named if b.kind != "commissioner"]
    for body in takers:
        between = text[body.end : figure.start]
        if body.end > figure.start:
            break
        if (_JOINS.fullmatch(between) and _GAVE.search(text[: body.start])) or _RECEIVED.fullmatch(between):
            return body.text
    after = [b for b in takers if b.start >= figure.end]
    for at, body in enumerate(after):
        between = text[figure.end : body.start]
        if _TO.match(between) or _BY.search(between):
            return text[body.start : _last_of(text, after[at:]).end]
    return None


def _last_of(text: str, named: Sequence[BodyMention]) -> BodyMention:
    """The last of several names that are joined by "and", "&" or commas."""
    last = named[0]
    for body in named[1:]:
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?", text[last.end : body.start], re.IGNORECASE):
            break
        last = body
    return last


def _purpose(left: str, right: str) -> str | None:
    found = _PURPOSE.match(right)
    if found:
        purpose = _END_OF_PURPOSE.split(found["purpose"])[0]
        return (
            re.sub(r"^(?:for|towards?)\s+(?:the\s+)?", "", purpose.strip(), flags=re.IGNORECASE).rstrip(" .,:")[:240]
            or None
        )
    earlier = _BID_FOR.search(left) or _PURPOSE_BEFORE.search(left)
    if earlier and not re.match(r"\d|(?:to|of|over|by|a)\b", earlier["purpose"], re.IGNORECASE):
        return _SAID_OF.sub("", earlier["purpose"].strip(" ,"))[:240]
    # "once the service is operational" says when, not what for; it is all that the sentence says of the money.
    condition = _CONDITION.match(right)
    return condition["when"].strip(" .,:")[:160] if condition and "£" not in condition["when"] else None


def _names_purpose(heading: str) -> bool:
    """True for a heading that names a project or service, not for a sentence or the title of a report."""
    return 0 < len(heading.split()) <= 10 and not re.search(r"^\d|[.\"”?]$|\breport\b", heading, re.IGNORECASE)


def _carried(purpose: str | None, before: str | None) -> str | None:
    """The purpose of an earlier amount goes for "a further" one; its own condition is kept behind it."""
    if not before:
        return purpose
    return f"{before}, {purpose}" if purpose and purpose not in before else before


def _funder(text: str, left: str, named: Sequence[BodyMention]) -> str | None:
    """Who pays: the commissioner where one is named before the amount, else a department that gives or is asked."""
    if funder := funder_in(left):
        return funder
    for body in named:
        if body.kind in ("government", "council", "partnership") and re.search(
            r"\b(?:from|by)\s+(?:the\s+)?$|\b(?:bids?|appl\w+)\b[^.;£]{0,60}\bto\s+(?:the\s+)?$",
            text[: body.start],
            re.IGNORECASE,
        ):
            return body.text
    return funder_in(text)


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
