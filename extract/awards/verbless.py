"""Awards told without a verb of giving: a list of names and amounts, a fund that money comes out of, a bid and what it came to.

Each form is one expression over what stands on both sides of an amount, with what it tells of it. They ask for a word that makes
money a gift (a fund, a grant, an award, a bid), as a name and an amount alone may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.awards.giving import AGAINST, names_awards
from extract.awards.takers import names_taker
from extract.names.forces import area_of
from extract.numbers import Figure
from extract.organisations import NOT_IN_NAMES
from extract.sentences import bodies, is_body
from extract.wording import word_set

_NAME = r"(?:\d{1,3}(?:st|nd|rd|th)\s)?[A-Z][\w’'&-]*(?:\s+(?:(?:of|and|&|the|in|for|on|upon)\s+)?[A-Z][\w’'&-]*){0,6}"
_ABOUT = r"(?:(?:just|over|under|around|about|nearly|almost|some|up to|a total of|a further)\s+)?"
#: Those of whom only the number is told: "52 projects", "forty areas".
_SEVERAL = (
    r"(?:(?:over|nearly|about|some|around)\s+)?(?:\d{1,4}|[A-Za-z]+(?:-[a-z]+)?)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:projects|areas|forces|schemes|bids|groups|clubs|charities|organisations|councils|districts|partnerships|schools|bidders|applicants|initiatives)\b"
)
_FUND = r"(?:[Ff]und|[Gg]rants?(?:\s[Ss]cheme)?|[Ss]cheme|[Pp]rogramme|[Pp]ot|Streets|[Rr]ound)\b"


@dataclass(frozen=True, slots=True)
class Told:
    """What a form tells of its amount; None for what it does not tell."""

    status: str = "awarded"
    recipient: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """``left`` ends at the amount, ``right`` begins behind it; their groups ``who`` and ``what`` are the recipient and the purpose."""

    status: str
    left: re.Pattern[str]
    right: re.Pattern[str]


def _form(status: str, left: str, right: str = "") -> _Form:
    return _Form(status, re.compile(rf"(?:{left})\s*{_ABOUT}$"), re.compile(right))


_FORMS = (
    # "From the Commissioner's Community Fund came £4,200 for boxing lessons"
    _form("awarded", rf"^(?:From|Out of)\s(?:the\s|its\s|our\s|this\s)?[^.;£]{{3,80}}?{_FUND}[^.;£]{{0,30}}?\b(?:came|comes?|went|goes?|has come|has gone|had gone|was drawn|were drawn)",
          r"^\s+(?:for|to|towards)\s+(?:the\s+)?(?P<what>[^.;£]{3,120})"),
    # "The £90,000 for the refuge comes out of the Victims' Fund"
    _form("awarded", r"^(?:[^.;£]{0,40},\s)?(?:[Tt]he|[Tt]his|[Aa]ll|[Tt]hat)",
          rf"^\s+(?:that is\s+)?(?:needed\s+|wanted\s+)?for\s+(?:the\s+)?(?P<what>[^.;£]{{3,80}}?)\s+(?:comes|came|will come|is met|was met|is paid|was paid|is drawn|was drawn|is taken|was taken|has come)\s+(?:out of|from)\s+(?:the\s+|our\s+|its\s+)?[^.;£]{{0,60}}?{_FUND}"),
    # "Hope Centre's share is £12,000"
    _form("awarded", rf"(?P<who>{_NAME}?)[’']s\s+(?:share|part|portion)(?:\s+of\s+[^.;£]{{3,60}})?\s+(?:is|was|comes to|came to|will be|amounts to)"),
    # "Four youth clubs had £2,000 each from the Community Fund"
    _form("awarded", rf"(?P<who>(?:{_NAME}|(?:[A-Z]?[a-z]+\s){{1,4}}(?:clubs|groups|charities|schools|projects|districts|partnerships|organisations)))\s+(?:(?:has|have|also|then)\s+)*had",
          rf"^\s+(?:each\s+)?(?:from|out of)\s+(?:the\s+)?[^.;£]{{0,60}}?{_FUND}"),
    # "The largest sum, £60,000, was for Remedi"
    _form("awarded", r"\b(?:sum|award|grant|allocation|donation|payment)s?,\s*(?:of\s+)?", rf"^,\s+(?:was|is|went|goes|were)\s+(?:for|to)\s+(?:the\s+)?(?P<who>{_NAME})"),
    # "Safer Town Centres - £6,200 to Brighton Street Pastors"
    _form("awarded", r"^\W*(?:[a-z]\)\s+|\d+[.)]\s+)?(?P<what>[A-Z][^.;:£()]{3,80}?)\s*[-–—:]", rf"^\s+(?:to|for)\s+(?:the\s+)?(?P<body>{_NAME})\s*\.?$"),
    # "Part of it is passed to a Fund Manager: £1,482,332 in the first year"
    _form("awarded", rf"\b(?:is|was|were|are|been|be)\s+(?:passed|paid|handed|given|granted|awarded|transferred)\s+(?:on\s+|over\s+)?to\s+(?:an?\s+|the\s+|our\s+)?(?P<who>{_NAME})\s*:"),
    # "That is on top of £365,041 notified earlier for the same purpose"
    _form("awarded", r"\bon top of(?:\s+the)?", r"^\s+(?:(?:already|that was|which was|earlier|previously)\s+){0,2}(?:notified|confirmed|awarded|announced|granted|given|secured|allocated|received)\b"),
    # "MOPAC's own bid, made up of every application that it received, came to £20.02m"
    _form("bid", rf"(?P<who>{_NAME}?)[’']s\s+(?:own\s+|joint\s+|combined\s+)?(?:bids?|applications?|requests?)\b[^;£]{{0,140}}?\b(?:came|comes|comes in|amounts?|amounted|ran|runs|added up|adds up|totals|totalled)(?:\s+to)?"),
    # "Two national pots were opened: together they hold £19.45m"
    _form("available", r"(?P<what>(?:[A-Z]?[\w-]+\s){0,3}(?:pots?|funds?))\b[^.;£]{0,60}\b(?:holds?|contains?|(?:is|are) worth|offers?|stands? at)"),
    # "commissioner's grants of £299,213.13 were awarded for 2024/25"
    _form("awarded", r"(?P<what>(?:[Cc]ommissioner[’']s|PCC|small|community|local|partnership|youth|safety|victims?[’']?)\s+(?:\w+\s+)?grants)\s+(?:of|worth|totalling)",
          r"^\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:awarded|made|given|paid|approved|agreed)\b"),
    # "The drugs service takes £90,000 of the Community Safety Grant"
    _form("awarded", r"^(?:[Tt]he\s+|[Aa]n?\s+|[Oo]ur\s+)?(?P<what>[A-Za-z][^.;:£]{3,80}?)\s+(?:takes?|took|uses?|used|absorbs?|absorbed)", rf"^\s+(?:of|from|out of)\s+(?:the\s+|our\s+)[^.;£]{{0,60}}?{_FUND}"),
    # "The maximum that may be claimed for the Panel's costs is £66,180"
    _form("available", r"\b(?:maximum|most|limit)\b[^.;£]{0,60}?\b(?:claimed|reclaimed|drawn down)\b(?:\s+(?:for|towards)\s+(?P<what>[^.;£]{3,60}?))?(?:\s+from\s+[^.;£]{3,40}?)?\s+(?:is|was|remains?|remained|stands at|of)"),
    # "£35,000 remains in the fund"
    _form("available", r"(?:^|,\s|\b[Tt]here (?:is|was|are)|\b[Ss]till)", r"^\s+(?:(?:still|now)\s+)?(?:remains?|remained|is left|was left|left)\s+(?:(?:available|unspent|unallocated)\s+)?in\s+(?:the|this|our)\s+(?:fund|pot|scheme|grants? scheme)\b"),
    # "A knife arch was bought for £4,000 from the Proceeds of Crime Fund"
    _form("awarded", r"^(?:[Aa]n?\s+|[Tt]he\s+|[Nn]ew\s+)?(?P<what>[A-Za-z][^.;:£]{3,80}?)\s+(?:was|were|has been|have been)\s+(?:bought|purchased|paid for|installed|funded|fitted)\s+(?:for|with|at a cost of)", rf"^\s+from\s+(?![^.;£]{{0,60}}\b(?:capital|budget|revenue)\b)(?:the\s+|our\s+)?[^.;£]{{0,60}}?{_FUND}"),
    # "Thanks to a £6,200 grant from the Commissioner, Blyth Town FC has new goalposts", "With a grant of £6,200 Hope Trust ran a course"
    _form("awarded", r"\b(?:[Tt]hanks to|[Ww]ith|[Uu]sing|[Ff]ollowing|[Aa]fter)\s+an?(?:\s+[a-z-]+){0,2}", rf"^\s+(?:grant|award|donation)\b[^.;£,]{{0,60}},\s+(?:the\s+)?(?P<who>{_NAME})\s+(?:has|have|had|was|were|is|are|can|will|bought|ran|set|opened)\b"),
    _form("awarded", r"\b(?:[Tt]hanks to|[Ww]ith|[Uu]sing|[Ff]ollowing|[Aa]fter)\s+(?:an?\s+)?(?:[a-z-]+\s+){0,2}?(?:grants?|award|donation|funding)\s+of", rf"^(?:\s+from[^.;£,]{{3,60}})?,?\s+(?:the\s+)?(?P<who>{_NAME})\s+(?:has|have|had|was|were|is|are|can|will|bought|ran|set|opened)\b"),
    # "Mind Cymru will have £20,000 a year for two years"
    _form("planned", rf"(?:^|[,;:.]\s+|[\"“‘(]|\bthat\s+)(?:the\s+)?(?P<body>{_NAME})\s+(?:will|is to|are to)\s+(?:also\s+)?(?:have|get)", r"^\s+(?:a year|each year|per annum|over|for|from|towards)\b"),
    # "Round four (2022): £12m for 40 projects", "Phase 2 – £30,000 to six clubs"
    _form("awarded", r"^(?:The\s+)?(?:(?:Round|Phase|Wave|Tranche|Lot)\s+\w+|(?:First|Second|Third|Fourth|Fifth|Last|Latest)\s+(?:round|phase|wave|tranche))(?:\s*\([^()£]{2,30}\))?\s*[:–-]", rf"^\s+(?:for|to|between|among)\s+(?P<who>{_SEVERAL})"),
    # "When the results came it was £8 million, to thirty areas"
    _form("awarded", r"\b(?:it|that|this|the (?:sum|total|figure|amount))\s+(?:was|were|came to|turned out to be|rose to|fell to)", rf"^,?\s+(?:to|for|between|among|shared by)\s+(?P<who>{_SEVERAL})"),
    # "The fund from which these were paid held £60,000 in 2019/20"
    _form("available", r"(?<!General )(?<!general )(?<!reserve )(?<!Reserve )(?<!ension )(?<!ensions )(?<!apital )(?<!nsurance )(?<!ollection )\b[Ff]und\b[^.;£]{0,60}\s(?:held|holds|contained|contains|started with|began with)", ""),
    # "Gwent announced £90,000 on 3 May, to be had in amounts of £100 to £1,000"
    _form("available", r"\b(?:announced|launched|opened|offered|advertised)", r"^[^.;£]{0,60},?\s+(?:to be (?:had|given|shared|awarded|paid|applied for|bid for)|for which [^.;£]{3,40} (?:can|may|could) (?:apply|bid))\b"),
    # "A Covid grant of £90,000 arrived after the books had been closed"
    _form("received", r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his)\s+(?P<what>(?:[\w’'-]+\s+){0,4}?(?:grant|donation|award))\s+(?:of|for|worth)", r"^\s+(?:has\s+|had\s+)?(?:arrived|came in|reached (?:us|the)|came through|was paid in|landed)\b"),
    # "A sum of £50,000 is there for drug treatment"
    _form("available", r"\b(?:[Aa]|[Tt]he)\s+(?:further\s+)?(?:sum|pot|fund) of", r"^\s+is\s+(?:there|on hand|to hand)\s+for\s+(?:the\s+)?(?P<what>[^.;£]{3,100})"),
)  # fmt: skip
#: Said of who got money and what for in sections about grants, where elsewhere it would be said of anything: "Deal Cadets had £500",
#: "Hope Trust has £35,000 for children", "Deal Anglers' £1,000 paid for rods", "Round 2: £410,000 for Margate".
_IN_SECTIONS = (
    _form(
        "awarded",
        rf"(?:^|[,;]\s+|\b(?:and|while)\s+)(?:the\s+)?(?P<who>{_NAME})(?:\s+(?:in|of|from)\s+{_NAME})?(?:,\s[^,;£]{{3,30}},)?\s+(?:(?:also|each|then)\s+)?(?:had|has|have|got|gets|took|takes)",
        r"^(?:\s+(?:for|towards|to buy)\s+(?:the\s+)?(?P<what>[^.;£]{3,100}))?\s*(?:[.,;]|and\b|$)",
    ),
    _form(
        "awarded",
        rf"(?:^|[,;]\s+|\band\s+)(?:the\s+)?(?P<who>{_NAME}?)[’']s?",
        r"^\s+(?:paid|pays|bought|buys|will pay|will buy|went|goes|helped|is)\s+(?:for\s+|towards\s+)?(?P<what>[^.;£]{3,100})",
    ),
    _form(
        "awarded",
        rf"(?:^|[,;]\s+|\band\s+)(?:the\s+)?(?P<who>{_NAME})\s+(?:runs?|ran|provides?|provided|delivers?|delivered|operates?)\s+(?P<what>[^.;£]{{3,80}}?)\s+(?:for|at)",
        "",
    ),
    _form(
        "awarded",
        r"^(?:(?:Round|Phase|Wave|Year|Lot)\s+\w+(?:\s*\([^()£]{2,30}\))?|(?:19|20)\d\d[/–-]?\d*)\s*[:–-]",
        r"^\s+(?:for|to|towards)\s+(?:the\s+)?(?P<what>[^.;£]{3,100})",
    ),
)
#: What an extra grant pays for, and what it will rise to.
_PAYS = re.compile(r"^\s+(?:pays|paid|will pay|is paying)\s+for\s+(?:the\s+)?(?P<what>[^.;£,]{3,100})")
_EXTRA = re.compile(r"^(?:An?\s+(?:extra|additional|further)|Another|A grant of|The (?:extra|additional|further))\s*$")
_RISES = re.compile(r",\s+(?:rising|increasing|growing|falling)\s+to\s*$")
#: The items of lists: "Hove Boxing Club (£4,300),", "Hope Centre, £12,000;", "£9,500 (lighting)".
_NAME_FIRST = re.compile(
    rf"(?:^|[,;:]\s*|\b(?:and|for|to)\s+)(?:and\s+)?(?:the\s+)?(?P<who>{_NAME})\s*(?:\(|,\s|–\s|-\s|:\s)$"
)
_PLAIN_FIRST = re.compile(rf"(?:^|[,;]\s*|\)\s*and\s+|\band\s+)(?:and\s+)?(?:the\s+)?(?P<who>{_NAME})\s*$")
_WHAT_BEHIND = re.compile(r"^\s*\((?P<what>[a-z][^()£]{2,60})\)")
#: What makes the amounts of a list gifts: what those who are listed did with them, or what the words before the list say.
_SHARED = re.compile(
    r"^\s*\)?,?\s*(?:(?:all|also|each|then|between them|have|has)\s+){0,2}(?:shared?\b|(?:were|was|are|is|been)\s+(?:also\s+)?(?:funded|supported|awarded|given|granted|successful|(?P<agreed>agreed|approved|chosen)|the\s+(?:\w+\s+){0,2}(?:winners|recipients|awards|grants|largest (?:awards|grants)))|"
    rf"(?:(?:all |each |also )*(?:received|benefit(?:ed)?|got)\b(?=[^.;£]{{0,60}}{_FUND})|(?:all |each |also )*(?:received|got)\s+(?:funding|grants|awards|money|support)\b)|(?:make|made) up the\s+[^.;£]{{0,40}}{_FUND})"
)
_OPENS = re.compile(
    r"\b(?:(?:sums|amounts|grants|awards|allocations|donations)\b[^.:;£]{0,60}|[^.:;£]{0,60}\b(?:set aside|allocated|awarded|granted|shared|distributed|earmarked|recipients|beneficiaries))\s*:\s*$",
    re.IGNORECASE,
)
#: "Funding was provided to Women's Aid (£45,000), Galop (£12,500)".
_GIVEN_TO = re.compile(
    rf"\b(?:[Ff]unding|[Gg]rants?|[Aa]wards?|[Mm]oney|[Dd]onations?)\s+(?:was|were|has been|have been|is|are)\s+(?:also\s+)?(?:provided|given|awarded|made|paid|granted|allocated|approved|agreed)\s+(?:to|for)\s+(?=(?:the\s+)?{_NAME}\s*\($)"
)
#: "The groups sharing the money are Otter Scouts (£900), Pier Café (£400)", "Grants went to Otter Scouts (£900 for tents)".
_NAMED_TO = re.compile(
    r"\b(?:[Gg]rants?|[Aa]wards?|[Ff]unding|[Mm]oney|[Dd]onations?|[Ff]und|[Ff]unded|[Ss]uccessful|[Aa]pplicants|[Rr]ecipients|[Bb]eneficiaries|[Ww]inners|[Ss]har(?:e|ed|ing)|[Ss]upported|[Bb]enefit(?:ed|ing)?)\b"
    rf"[^.;:£()]{{0,80}}?\b(?:to|are|were|is|was|include[sd]?|including|such as|namely)\s+(?=(?:the\s+)?{_NAME}\s*\($)"
)
#: What an amount in brackets is for: "Otter Scouts (£900 for tents)".
_FOR_WHAT_INSIDE = re.compile(r"^\s*(?:for|towards|to|,|[–—-])\s+(?:the\s+)?(?P<what>[^()£;]{3,80})\)")
#: What the words before a semicolon tell of those that are named behind it: "small sums were given so that clubs could open again;"
_GIFTS_BEFORE = re.compile(
    r"\b(?:[Ss]ums?|[Gg]rants?|[Aa]wards?|[Dd]onations?|[Ff]unding|[Mm]oney)\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:given|awarded|made|paid|granted|shared|handed out|provided)\b[^£]{0,160};$"
)
#: What calls the amounts of the sentence before it awards: "Eleven awards made £9,000 in all."
_AWARDS_BEHIND = re.compile(
    r"^\s*(?:The(?:se)?\s+|All\s+|In all,?\s+)?(?:[A-Za-z]+|\d+)\s+(?:small\s+|community\s+|such\s+)?(?:awards|grants|donations)\b"
)
_CLOSED = re.compile(r"^\s*\)?\s*[.;]?\s*$")
_THE = re.compile(r"^(?:The|A|An|And|For|To)\s+")
_BOUGHT = re.compile(
    r"\b(?:savings?|budgets?|precept|(?<!Panel[’'] )(?<!Panel[’']s )cost(?:s|ed)?|pressures?|reductions?|underspends?|overspends?|salar\w+|seized|fines?|fees?|prices?|lost|stolen|fraud|income|expenses|reserves|invoices?|contracts?|band\s[A-H]|shortfall|deficit|gap|inflation|pay(?!\sfor)|pensions?|sales?|sold|shares|officers|PCSOs|staff|growth|transport|fleet|estates?)\b",
    re.IGNORECASE,
)


#: What may open an amount at the beginning of a sentence: "Nearly £37,000 has been awarded".
_OPENS_AMOUNT = word_set(
    "Nearly Almost Over Around Approximately Just Up About Roughly More Less Between Circa Some Another Only"
)


def told_without_verb(
    text: str, money: Sequence[Figure], heading: str = "", before: str = "", after: str = ""
) -> dict[int, Told]:
    """What the forms tell of the amounts of a sentence, by the number of the amount; ``heading`` stands above it, ``before`` and ``after`` around it.

    Examples: ``Hove Club (£4,300) and Lewes Trust (£2,150) shared the second round`` gives both with their recipients, ``Two sums were
    set aside: £12,000 (mentoring) and £9,500 (lighting)`` both with their purposes; ``£12,000 (mentoring)`` alone gives none.
    """
    if not money:
        return {}
    found: dict[int, Told] = {}
    sectioned = names_awards(heading) or bool(_GIFTS_BEFORE.search(before))
    for at, figure in enumerate(money):
        left = text[money[at - 1].end if at else 0 : figure.start]
        right = text[figure.end : money[at + 1].start if at + 1 < len(money) else len(text)]
        if _BOUGHT.search(f"{left[-90:]} {AGAINST.split(right)[0][:60]}"):
            continue
        if told := _of_form(left[-240:], right[:240], _FORMS) or (
            _of_form(left[-240:], right[:240], _IN_SECTIONS) if sectioned else None
        ):
            found[at] = told
        elif at and at - 1 in found and found[at - 1].purpose and _RISES.search(left):
            found[at] = Told("planned", found[at - 1].recipient, found[at - 1].purpose)
    return {**_listed(text, money, heading, after), **found}


def _of_form(left: str, right: str, forms: Sequence[_Form]) -> Told | None:
    for form in forms:
        before = form.left.search(left)
        behind = form.right.search(right) if before else None
        if before is None or behind is None:
            continue
        named = {**before.groupdict(), **behind.groupdict()}
        body = named.get("body")
        if body is not None and (
            not is_body(body) or any(b.kind in ("force", "commissioner", "government") for b in bodies(body))
        ):
            continue
        what = (named.get("what") or "").strip(" ,")
        # "Blyth Town FC used £6,200 from the fund": who used it got it.
        if not named.get("who") and body is None and is_body(_THE.sub("", what)):
            body, what = what, ""
        return Told(form.status, _THE.sub("", named.get("who") or body or "") or None, what or None)
    if _EXTRA.match(left) and (pays := _PAYS.match(right)):
        return Told("awarded", None, pays["what"].strip())
    return None


def _listed(text: str, money: Sequence[Figure], heading: str, after: str) -> dict[int, Told]:
    """The amounts of a list that is told as one of gifts, by what stands before it or behind it."""
    opens = (
        _OPENS.search(text[: money[0].start])
        or _GIVEN_TO.search(text[: money[0].start])
        or (_NAMED_TO.search(text[: money[0].start]) if len(money) > 1 else None)
        or _opened_by_name(text, money[0])
    )
    shared = _SHARED.match(text[money[-1].end :])
    # Under "Grants awarded" a line of nothing but names and amounts is a list of them.
    told = names_awards(heading) or (_AWARDS_BEHIND.match(after) is not None and len(money) > 2)
    bare = len(money) > 1 and told and bool(_CLOSED.match(text[money[-1].end :]))
    if not (opens or shared or bare) or _BOUGHT.search(text):
        return {}
    found: dict[int, Told] = {}
    for at, figure in enumerate(money):
        left = text[money[at - 1].end if at else (opens.end() if opens else 0) : figure.start].lstrip(" )")
        right = text[figure.end :]
        if opens and (what := _WHAT_BEHIND.match(right)):
            found[at] = Told("awarded", None, what["what"])
        elif name := _NAME_FIRST.search(left) or (_PLAIN_FIRST.search(left) if shared or bare else None):
            if name["who"] in NOT_IN_NAMES | _OPENS_AMOUNT:
                return {}
            inside = _FOR_WHAT_INSIDE.match(right) if text[: figure.start].rstrip().endswith("(") else None
            found[at] = Told("awarded", _THE.sub("", name["who"]), inside["what"].strip() if inside else None)
    known = sum(told.recipient is not None and bool(bodies(told.recipient)) for told in found.values())
    if shared and shared["agreed"] and known * 2 < len(found):
        return {}
    named = (told.recipient for told in found.values() if told.recipient)
    if opens and opens.re is _NAMED_TO and not any(names_taker(name) or area_of(name) for name in named):
        return {}
    # A list of gifts names what each is for or who gets it: where one of them does not, it is another kind of list.
    return found if len(found) == len(money) else {}


def _opened_by_name(text: str, first: Figure) -> re.Match[str] | None:
    """What opens a list whose first item is a name: ``Among the awards: Hope Centre, £12,000``."""
    colon = text.find(": ")
    return _OPENS.search(text[: colon + 2]) if 0 <= colon < first.start else None
