"""Awards from prose: money that a sentence says was granted, provided, committed or received for a purpose.

Examples as printed: ``In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant for counselling and
therapy services to be delivered … by The Trust House and the Birchall Trust and committed to provide a further £50,000 once the
service is operational`` gives two awards, one awarded and one planned; a saving, a precept or a budget gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.awards.entries import day_of_line, is_title, reference_of
from extract.awards.giving import (
    is_given,
    is_settlement,
    leads_gifts,
    names_awards,
    names_budget,
    surely_gives,
    tells_award,
)
from extract.awards.lists import find_list_awards
from extract.awards.purposes import (
    carried,
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
    same_taker,
)
from extract.awards.records import find_records
from extract.awards.respective import respective_takers
from extract.awards.verbless import Told, told_without_verb
from extract.awards.wording import (
    ALL_CAPITALS,
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
from extract.headings import has_verb
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.sentences import BodyMention, bodies, is_body, sentences
from extract.times.periods import PeriodContext, find_periods
from schema.document import Line
from schema.reading import Award, Identity

_LOCAL_AUTHORITIES = re.compile(r"\blocal authorit(?:y|ies)\b", re.IGNORECASE)
#: A fund that is told with its size and nothing else: "The fund of the later decisions is £538,000".
_FUND_IS = re.compile(
    r"\b[Ff]und\b[^.;£]{0,40}\b(?:is|was|stands at|stood at|totals|totalled|amounts? to)\s+(?:a total of\s+)?$|\b[Ff]und,\s+worth\s+$"
)
#: The new level of what was raised, behind the amount by which: "£30,000 … to raise the round to £280,000".
_RAISED_TO = re.compile(r"^[^.;£]{0,140}\bto\s+(?:a total of\s+)?$")
_FOR_YEAR = re.compile(r"^\s+(?:for|in|during)\s+(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d\b")
#: Bids whose outcome stands at the end of the sentence: "Two bids, for £432,000 and £315,000, were accepted".
_BID_WON = re.compile(
    r"(?<!not\s)(?<!never\s)\b(?<!not )(?:was|were|been|is|are)\s+(?:both\s+|all\s+|also\s+)?(?:accepted|approved|successful|agreed|granted)\b(?!\s+(?:only\s+|just\s+)?£)|^\)?\s*(?:has\s+|had\s+|have\s+|both\s+)?succeeded\b"
)
#: The upper end of what grants ranged over: "Grants ranging from £500 to £5,000".
_RANGE = re.compile(
    r"\b(?:(?:rang|var)\w+\s+(?:in (?:size|value) )?(?:from|between)|(?:amounts|sums|grants|awards|pots|bids) (?:of(?: between| from)?|between|from))\s+£[\d,.]+\w*\s+(?:to|and)\s*$",
    re.IGNORECASE,
)
#: The whole of which the amount before is a part: "out of a further £60m".
_OUT_OF = re.compile(r"\bout of\b[^.;£]{0,30}$|\b(?:share|slice|part) of (?:the|an?|this|that)\s*(?:\w+\s+){0,2}$")
#: "A victims grant of £454k followed", "In 2015/16 there will be £910k": the grant of another year, from and for the same.
_NEXT_GRANT = re.compile(r"\b(?:followed|there (?:will be|was|were|is)|rises? to|rose to|again|also)\b", re.IGNORECASE)
#: "More than £54,000 was handed out": what was given of the awards that the heading names.
_GIVEN_OUT = re.compile(
    r"^\s+(?:was|were|has been|have been|had been)\s+(?:given|handed|paid|shared|awarded|distributed|granted|allocated|spent)\b"
)
_PUT = re.compile(r"\bput(?:s|ting)?\s+(?:\w+\s+){0,3}$")
#: What is there to be given: "£4.2m to spend on services", "a new £500,000 fund for road safety".
_FUND_OF_SIZE = re.compile(
    r"^\s+(?:(?:[A-Z][\w’'&-]*|of|and|for|the|&)\s+){0,7}(?:Fund|[Ff]und|[Pp]ot|[Gg]rants? scheme|Grants? Scheme)\b(?! (?:grants?|awards?|money|funding|bids?|boost|for each)\b)"
    r"(?![^.;£]{0,60}\b(?:was|were|been) (?:awarded|given) to\b)"
)
#: An amount by the year, in brackets behind that of the whole term: "£80,000 (£40,000 per annum)".
_ALSO_BY_YEAR = re.compile(r"^\s*\(\s*(?:i\.e\.\s*|or\s+|equal to\s+)?$")
_BY_YEAR = re.compile(
    r"^\s*(?:per annum|a year|p\.?a\.?|per year|each year|in each year|each|annually)\s*\)", re.IGNORECASE
)
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
#: A fund that a paper names once and then calls "the fund".
_NAMED_FUND = re.compile(r"^[A-Z].*(?:Fund|Streets|Scheme|Programme)\b")
#: "The Safer Streets Fund was launched in 2019", "Community Safety Fund pays for lights": what the paragraphs below it are about.
_PRESENTS_FUND = re.compile(
    r"(?:The\s+)?(?P<fund>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|&)\s+)?){1,6}(?:Fund|Scheme|Programme))\s+(?:was|is|has|had|pays|paid|gives|gave|opened|began|runs|ran|supports|supported|exists|makes|came)\b"
)
_ROUND = re.compile(r"\brounds?\b", re.IGNORECASE)
#: What is put by for a round is there to be given in it.
_PUT_BY = re.compile(
    r"^\s+(?:was|is|were|are|has been|have been|had been|will be)\s+(?:set aside|put up|put by|earmarked)\b(?! (?:for|to)\b)"
)
#: "to give, in grants of no more than", "to spend": no purpose.
_TO_GIVE = re.compile(r"to (?:give|spend|share|award|distribute|hand out|bid for)(?: out| away)?\s*(?:[,.]|\bin\b|$)")
_THE_FUND = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:fund|scheme|grant scheme|programme)\b(?! (?:of|for)\b)")
#: "with indicative funding of £1.8m for 2024/25": more for the one told before it.
_WITH_MORE = re.compile(
    r"^[^.;£]{0,40}?,?\s+(?:with|and|plus)\s+(?:an?\s+)?(?:indicative|provisional|further|additional|another|extra)\b[^.;£]*$"
)
#: "a co-ordinator (£38,000) and three youth workers (£96,000)": each amount in brackets behind what it is for.
_PAID_FOR = re.compile(
    r"\b(?:fund|funded|funding|funds|pay for|pays for|paid for|paying for|include|includes|included|including|supported|support|supports|commissioned|are|were)\s*:?\s+(?:the\s+|an?\s+)?"
    r"(?:(?:are|were|was|is)\s+(?:the\s+|an?\s+)?)?(?P<what>(?!by\b)[^£;()]{4,120}?)\s*\(\s*(?:up to\s+)?$"
)
_NEXT_PAID = re.compile(
    r"^\s*(?:[^()£;]{0,30})?\)\s*(?:,|;|,?\s+and)\s+(?:and\s+)?(?:the\s+|an?\s+)?(?P<what>[^£;()]{4,120}?)\s*\(\s*(?:up to\s+)?$"
)
_SAME_PURPOSE = re.compile(r"(?:the )?same (?:purpose|use|work|thing|services?)")
#: What leads a list inside a sentence: "allocated the following sums: Thanet £45,000; Swale £38,000".
_COLON = re.compile(r":\s+(?=[A-Z£(])")
_TO_SPEND = re.compile(
    r"^\s+(?:on offer|up for grabs|to (?:spend|bid for|apply for|give|distribute)|(?:[\w-]+\s+){0,2}?(?:fund|pot)\b(?![^.;£]{0,60}\b(?:awarded|shared|given|went|spent)\b))",
    re.IGNORECASE,
)
#: A part of the money told before: "It includes", "The first part is", "of which", "Of this,".
_PART_OF_IT = re.compile(
    r"^(?:It|This|That|These|The (?:sum|total|money|amount|figure|award|awards|funding|fund|grant|grants|allocation))\b[^.;£]{0,40}\b(?:includ|contain|cover|compris)\w+\s+[^.;£]{0,30}$|"
    r"^(?:The|A)\s+(?:\w+\s+)?(?:first|second|third|fourth|fifth|final|last|other|remaining|rest|remainder)\b[^.;£]{0,40}\b(?:is|was|of|being)\s+[^.;£]{0,20}$|"
    r"\bof which,?\s+[^.;£]{0,20}$|^(?:Of|From) (?:this|that|it|these),?\s+[^.;£]{0,20}$",
)
_AND_ALSO = re.compile(
    r"(?:,|;|\band|\bplus|\bincluding|\bcomprising|\bmade up of)\s*(?:then\s+)?(?:a\s+)?(?:further|additional|another)?\s*$",
    re.IGNORECASE,
)
#: "to Victim Support (£30,000), Remedi (£20,000) and the Hope Centre (£5,000)", "£20,000 and the County Council £15,000"
_IN_LIST = re.compile(r"^\s*\)\s*(?:,|;|and\b)|^,?\s+and (?:the )?[A-Z][\w’'&]*(?: [A-Z][\w’'&]*)*\s*$")
_FURTHER = re.compile(r"\b(?:further|additional|another)\b", re.IGNORECASE)
_AVAILABLE = re.compile(r"\bavailable\b", re.IGNORECASE)
_OF_THIS = re.compile(r"\b(?:of|from) (?:this|that) (?:fund|funding|grant|money|sum|allocation)\b", re.IGNORECASE)
_AWARDS = re.compile(r"\b(?:success(?:ful|fully)|secur(?:ed|ing)|won|award(?:s|ed)?|grants)\b", re.IGNORECASE)
_FUND_HEAD = re.compile(
    r"\b(?:Fund|Grants?|Programme|Grants? Scheme|Safer Streets(?: \w+)?)(?:\s+\([A-Z]+\))?(?:\s+(?:19|20)\d\d\s?[/–-]\s?\d{2,4})?$"
)
_PAN = re.compile(
    r"\bpan[- ][A-Z][a-z]+|\bacross (?:the whole of )?([A-Z][a-z]+(?: [A-Z][a-z]+)*(?: and [A-Z][a-z]+(?: [A-Z][a-z]+)*)?)\b"
)
#: "to 62 community projects in Warwickshire"
_IN_PLACE = re.compile(
    r"\b(?:projects|groups|organisations|charities|schools|councils|communities|services|programmes?|victims|residents)\s+(?:[a-z]+\s+){0,2}?(?:in|across|throughout|around)\s+(?P<place>[A-Z][\w’'-]*(?:\s+(?:(?:and|&)\s+)?[A-Z][\w’'-]*){0,3})"
)
_FROM_START = re.compile(r"^(?:in|on|during|since)\s+", re.IGNORECASE)
#: What others than the paper's own bodies "received" was awarded to them; of an area "receives" tells it, "received" may be its income.
_RECEIVES = re.compile(r"\b(?:receives|gets|receiving)\b[^.;£]{0,40}$")
#: A line of a list of awards: a name, its amount, what it is for; or the amount first.
_LIST_LINE = re.compile(
    r"^\W{0,3}(?:£[\d,.]+\s?[km]?\s+(?:to|for|towards|[-–:])\s|[A-Z][^£.;?!]{2,90}?\s*(?:[-–:,(]\s*)?£[\d,.]+)"
)
_LINE_WORDS = 30
_ITEMS = re.compile(r";\s*(?:and\b\s*)?(?!$)|;\s*and$")
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
#: How far from an amount the words may stand that say what became of it, in characters.
_NEAR = 140
#: From here on an amount is what the whole country gets, in pounds.
_NATIONAL = 1e9
#: How far those may stand that say who gives, who gets and what for.
_REACH = 1000


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage: its text, where it begins, the sentence before it, what the lead above its list says, what follows.

    ``inner`` is where a list begins that the sentence itself leads, ``title`` a line alone above it that names who or what it is about,
    ``fund`` the one of which the sentence speaks without its name.
    """

    passage: Passage
    text: str
    start: int
    before: str
    lead: str
    after: str
    inner: int = 0
    title: str = ""
    fund: str | None = None

    @property
    def heading(self) -> str:
        """The line alone above the passage, where there is one, else the heading of its section."""
        return self.title or (self.passage.sections[-1].text if self.passage.sections else "")


def find_prose_awards(blocks: Sequence[Block], identity: Identity) -> list[Award]:
    """Every award that a sentence of the paper states, in reading order."""
    context = PeriodContext(
        period_start=identity.period_start, period_end=identity.period_end, meeting_date=identity.meeting_date
    )
    # A paper about a fund names it in its title and then speaks of "the fund".
    fund = fund_of_title(identity.title or "")
    out, in_records = find_records(blocks)
    listed_awards, in_lists = find_list_awards(blocks, in_records)
    out += (_of_fund(award, fund) for award in listed_awards)
    introduced = opener = title = ""
    spoken: dict[int, str] = {}
    for at, block in enumerate(blocks):
        if at in in_records or at in in_lists:
            # What stands above a record or a list is the title of that.
            title = ""
            continue
        if not isinstance(block, Passage) or block.kind == "heading":
            introduced = title = ""
            opener = block.text if isinstance(block, Passage) else ""
            spoken.clear()
            continue
        if block.sections and is_title(block.text):
            title = block.text if _titles_entry(block.text) else ""
        listed = _lists_award(block) and (bool(introduced) or _goes_on(blocks, at))
        lead = ""
        if block.kind == "bullet" or listed:
            lead = introduced or _leading_heading(block) or (opener if names_awards(opener) else "")
        if block.kind != "bullet" and not (listed and lead):
            introduced = block.text if block.text.rstrip().endswith((":", ":-", ";")) else ""
            if listed and names_budget(opener):
                continue
            opener = block.text
        if presented := _PRESENTS_FUND.match(block.text):
            spoken[block.paper] = presented["fund"]
        if "£" in block.text or "pounds" in block.text:
            found = list(_passage_awards(block, lead, context, fund, spoken.get(block.paper), title))
            named = next((a.fund for a in reversed(found) if a.fund and _NAMED_FUND.search(a.fund)), None)
            if named:
                spoken[block.paper] = named
            out.extend(found)
    return out


def _lists_award(block: Block) -> bool:
    """True for a short line of a list that bears no mark: ``Street Pastors - £5,000``, ``£950 to Swale Youth Hub``."""
    if not isinstance(block, Passage) or "£" not in block.text or len(block.text.split()) > 2 * _LINE_WORDS:
        return False
    items = _ITEMS.split(block.text.rstrip(" ;.,"))
    return all(
        len(item.split()) <= _LINE_WORDS
        and item.count("£") == 1
        and _LIST_LINE.match(item) is not None
        and not has_verb(item.split("£")[0])
        for item in items
    )


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """True for a line of a list that has such a line before or behind it."""
    return any(_lists_award(blocks[i]) for i in (at - 1, at + 1) if 0 <= i < len(blocks))


def _leading_heading(passage: Passage) -> str:
    """The heading above a list, where it says that its amounts are given: ``Grants awarded``."""
    heading = passage.sections[-1].text if passage.sections else ""
    return heading if leads_gifts(heading) else ""


def fund_of_title(title: str) -> str | None:
    """The fund that the whole of a title is about; ``Commissioner's Grants and Safer Streets`` is about more than one."""
    fund = fund_in(title) if _FUND_HEAD.search(title) else None
    return None if fund is None or re.search(r"\b(?:and|&)\s+$", title[: title.find(fund)]) else fund


def awards_of_text(text: str, context: PeriodContext) -> list[Award]:
    """The awards that the sentences of a cell state; their places are offsets in ``text`` on line 1 of page 1."""
    cell = Passage(kind="paragraph", text=text, page=1, lines=(Line(text, 1),), joins=((0, 0),), pages=(1,))
    return list(_passage_awards(cell, "", context, None))


def _passage_awards(
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
            again = _other_round(spoken, "rounds") if _ROUND.search(f"{last} {text}") else None
            again = spoken if _THE_FUND.search(text) else again
            after = passage.text[end : end + 60]
            sentence = _Sentence(passage, text, start, last, lead or listed, after, inner, title, fund or again)
            found = [_of_fund(award, fund or again) for award in _sentence_awards(sentence, context, before)]
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


def _of_fund(award: Award, fund: str | None) -> Award:
    """The award of a paper about a ``fund``; where nothing else says what money is for, the name of its fund does."""
    fund = award.fund or fund
    unsaid = not (award.purpose or award.recipient or award.area) and fund is not None and "eserve" not in fund
    return replace(award, fund=fund, purpose=fund if unsaid else award.purpose)


def _sentence_awards(sentence: _Sentence, context: PeriodContext, before: Award | None) -> Iterator[Award]:
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
    for at, figure in enumerate(money):
        left = text[money[at - 1].end if at else sentence.inner : figure.start][-_REACH:]
        left = _AND_LAST.sub("", left) if at == 0 and sentence.lead else left
        right = text[figure.end : money[at + 1].start if at + 1 < len(money) else len(text)][:_REACH]
        goes_on = (
            _AND_ALSO.search(left) or _IN_LIST.search(left) or name_beside(left) or _NEXT_PAID.match(left)
            if here is not None
            else goes_on_from
        )
        given = is_given(left, f"{right}{verbs[at]}", sentence.lead)
        if given is None:
            part = before is not None and (_PART_OF_IT.search(left) or _WITH_MORE.search(left))
            goes_on = goes_on or (here is not None and at in respective)
            given = bool(goes_on or part or _FUND_IS.search(left) or (here is None and _won_before(sentence, left)))
        told = verbless.get(at)
        if not given and told is None:
            continue
        if (here is not None and told is None and _RAISED_TO.search(left)) or _RANGE.search(
            text[max(0, figure.start - _REACH) : figure.start]
        ):
            continue
        award = _award(sentence, figure, left, right, named, context, here)
        if _OUT_OF.search(left):
            award = replace(award, status="available", recipient=None, area=None, purpose=purpose_of("", right))
        elif here is not None and award.recipient is None and here.recipient and _SAME_SUBJECT.search(left):
            award = replace(award, recipient=here.recipient, area=award.area or here.area)
        elif before is not None and _FURTHER.search(left):
            award = _further(award, before, right)
        elif before is not None and goes_on_from and here is None:
            award = replace(award, funder=award.funder or before.funder, fund=award.fund or before.fund)
        elif before is not None and (here is None or _PART_OF_IT.search(left) or _WITH_MORE.search(left)):
            award = _following(award, before, sentence, left, right)
        if told is not None:
            award = _as_told(award, told, given=bool(given))
        if at in respective:
            recipient, purpose = respective[at]
            award = replace(award, recipient=recipient or award.recipient, purpose=purpose or award.purpose)
            if any(award.funder == who for who, _ in respective.values()):
                award = replace(award, funder=giver_in(text[: money[0].start]))
        won = _won_before(sentence, left) if here is None else None
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
            and not _is_told(award, f"{left[-160:]} | {right[:120]} | {sentence.lead}", sentence.lead)
        ):
            continue
        before = here = award
        yield award


def _verbs_of_lists(text: str, money: Sequence[Figure]) -> list[str]:
    """For each amount that is one of several sharing a verb, what stands behind the last amount of their list; else nothing."""
    behind = [""] * len(money)
    for at in range(len(money) - 2, -1, -1):
        if _ITEM.match(text[money[at].end : money[at + 1].start]):
            behind[at] = behind[at + 1] or text[money[at + 1].end :][:_NEAR]
    return behind


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


def _won_before(sentence: _Sentence, left: str) -> str | None:
    """What the sentence before says was won, where this one tells what it is worth: ``They are worth``; else None."""
    won = _WON.search(sentence.before) if _WORTH.match(left) and "£" not in sentence.before else None
    return won["what"] if won else None


def _following(award: Award, before: Award, sentence: _Sentence, left: str, right: str) -> Award:
    """An award of a sentence that goes on from the one ``before`` it: a part of it, more for the same taker, the grant of the next year."""
    if _PART_OF_IT.search(left) or _WITH_MORE.search(left):
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
            fund=award.fund or _other_round(before.fund, sentence.text),
        )
    if award.recipient is None and before.upstream_funder and _NEXT_GRANT.search(sentence.text):
        upstream = award.upstream_funder or before.upstream_funder
        if upstream == before.upstream_funder:
            return replace(
                award, recipient=before.recipient, funder=award.funder or before.funder, upstream_funder=upstream
            )
    return award


def _other_round(fund: str | None, text: str) -> str | None:
    """The fund without the number of its round, where a sentence speaks of other rounds: ``Safer Streets 5`` Safer Streets."""
    return re.sub(r"(?: Round| Phase)? \d+$", "", fund) if fund and re.search(r"\brounds?\b", text) else fund


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
    if tells_award(near):
        return True
    return bool(award.purpose) and (leads_gifts(lead) or surely_gives(near))


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
    status = _status(left, right, text[figure.end :], sentence.lead, before)
    if _PUT_BY.match(right) and sentence.fund and _ROUND.search(f"{sentence.before} {left}"):
        status = "available"
    planned = [p for _, _, p in find_periods(right, context) if p.start and p.end and p.type == "range"]
    recipient = recipient_of(text, figure, left, right, named)
    if recipient is None and (sentence.lead or before or NAMES_FOLLOW.search(left)):
        recipient = _who_is_listed(left, sentence.lead)
    if recipient is None and before is not None and before.recipient:
        recipient = (listed_name(left) if _IN_LIST.search(left) else None) or name_beside(left)
    if recipient is None and before is not None and _AND_ALSO.search(left) and not step_before(left):
        recipient = before.recipient
    if recipient is None:
        recipient = _titled_taker(sentence)
    told = purpose_of(left, right) or purpose_before(text, sentence.before)
    told = None if told and (_SAME_PURPOSE.fullmatch(told) or _TO_GIVE.match(told)) else told
    if told and told.count('"') == 1:
        # The end of what is quoted, with the words behind it.
        told = told[: told.index('"')].strip(" ,") or None
    if paid := _PAID_FOR.search(left) or (_NEXT_PAID.match(left) if before is not None and before.purpose else None):
        told = None if bodies(paid["what"]) or paid["what"] == recipient else paid["what"]
    if told is None and sentence.lead and recipient is None:
        told = listed_purpose(left) or listed_behind(right)
        if told and (pair := named_first(told)):
            recipient, told = pair
    if told is None and before is not None and recipient is None and _AND_ALSO.search(left):
        told = listed_behind(right)
    heading = sentence.heading
    # Of those who got money from a fund that is named the heading does not say what for.
    if told is None and before is not None and recipient is None and _PART_OF_IT.search(left):
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
    recipient = None if recipient == funder else recipient
    if (
        status == "received"
        and recipient
        and not is_own(recipient)
        and (_RECEIVES.search(left) or not area_of(recipient) or " each " in left[-60:])
    ):
        status = "awarded"
    fund = fund_in(right) or fund_in(text) or fund_in(sentence.lead) or _fund_of_sections(sentence.passage)
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
    pan = _PAN.search(right) or (_PAN.search(left) if before is None else None)
    area = (pan.group(1) or pan.group(0)) if pan else None
    if recipient and area_of(recipient) and not bodies(recipient):
        area = recipient
    if area is None and area_of(heading) and not bodies(heading):
        area = heading
    if area is None and (place := _IN_PLACE.search(right[:120])) and area_of(place["place"]):
        area = place["place"]
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
        purpose=purpose or (before.purpose if before and recipient in (None, before.recipient) else None),
        funder=funder,
        upstream_funder=upstream_funder_in(text),
        fund=fund,
        year=_year(left, right) or year_in(sentence.lead),
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


def _titles_entry(line: str) -> bool:
    """True for a line alone that names what or whom the passages below it are about, not for a day or the title of a budget."""
    return names_purpose(line) and not day_of_line(line) and not names_budget(line) and not is_own(line)


def _titled_taker(sentence: _Sentence) -> str | None:
    """The organisation that is all that stands before a sentence: ``Decision 2019/17 – Hope Trust. A grant of``, or alone above it."""
    for words in (sentence.before, sentence.title):
        reference = reference_of(words)
        name = words[reference.end if reference else 0 :].strip(" .:")
        alone = reference is not None and name and ALL_CAPITALS.fullmatch(name) and not names_no_one(name)
        if name and (alone or is_body(name)) and not is_own(name):
            return name
    return None


def _fund_of_sections(passage: Passage) -> str | None:
    """The fund that a heading above is about: ``Decisions: Community Safety Fund``."""
    return next((fund_in(s.text) for s in reversed(passage.sections) if _FUND_HEAD.search(s.text)), None)


def _status(left: str, right: str, rest: str, lead: str, before: Award | None) -> str:
    """The step told by the amount's own verb behind it, else by the last verb before it, else by what leads its list."""
    if _FUND_OF_SIZE.match(right):
        return "available"
    if (_FUND_IS.search(left) and " from " not in left) or (_PUT.search(left) and goes_into_fund(right)):
        return "available"
    near = f"{left[-_NEAR:].rstrip()} aside" if re.match(r"\s+aside\b", right) else left[-_NEAR:]
    if step_before(near) == "bid" and _BID_WON.search(rest):
        return "awarded"
    told = step_after(right) or step_before(near) or ("available" if _TO_SPEND.match(right) else None)
    if told is None and re.match(r"\s*(?:subject to|once|if|when)\b", right, re.IGNORECASE):
        return "planned"
    if told is None and before is not None:
        return before.status
    if told is None and lead:
        told = "available" if _AVAILABLE.search(lead) else step_before(lead.rstrip(" :-;"))
        told = "awarded" if told == "bid" and _AWARDS.search(lead) else told
    return told or "awarded"


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
