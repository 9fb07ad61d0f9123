"""The wording of money given for a purpose: its step in a grant's life, the fund, who pays, and the decision.

Shared by the tables (``extract.awards.tables``) and the sentences (``extract.awards.sentences``) that state awards.
"""

from __future__ import annotations

import re

_CAPITAL = r"[A-Z][\w’'&.!-]*"
_MORE_CAPITALS = r"(?:\s+(?:(?:of|and|&|the|for|in|on|upon|with|at|de)\s+){0,2}[A-Z\d][\w’'&.!-]*)"
#: A name, as a part of patterns: words with capital letters throughout, "Choices", "Hope Trust of Kent".
NAME = rf"{_CAPITAL}{_MORE_CAPITALS}*"
#: A name of several words: "Dover Sea Cadets".
ALL_CAPITALS = re.compile(rf"{_CAPITAL}{_MORE_CAPITALS}+")

#: The step in a grant's life, told by the heading of an amount; the first that fits wins.
_STATUSES = (
    ("bid", r"\b(?:bids?\b(?! submitted[^.]*successful)|requested|applied for|application|sought|seeking|expression of interest)"),
    ("available", r"\b(?:available|budget|remain(?:s|ing)?|unallocated|uncommitted|balance|underspend|left)\b"),
    ("spent", r"\b(?:spent|spend|expenditure|paid|drawn down|actual|claimed|disbursed)\b"),
    ("estimated", r"\b(?:estimate[ds]?|indicative|anticipated|forecast|projected|approximate(?:ly)?)\b"),
    (
        "planned",
        r"\b(?:planned|proposed?|proposal|will (?:be )?(?:provid|fund|invest|award|commit|contribut|allocat|receiv|giv|mak)\w*|"
        r"(?:has|have|are|is)? ?committed to|commit(?:s|ting)?(?: to)?\b|intends?|pledged|once the|subject to|to be (?:awarded|provided)|ring-?fenc\w+)",
    ),
    ("received", r"\b(?:received|receipt|income)\b"),
)  # fmt: skip
_STATUS_PATTERNS = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in _STATUSES)

#: The same steps as the verbs of a sentence tell them.
_STEPS = tuple(
    (status, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for status, pattern in (
        (
            "planned",
            r"(?:will|shall|would|to) (?:also |then |now |jointly )*(?:be )?(?:provid|fund|invest|award|commit|contribut|allocat|giv|mak|support|grant|pay|add|receiv)\w*|"
            r"commit(?:s|ted|ting|ment of)?\b|intend\w*|pledg\w+|propos\w+|plan(?:s|ned|ning)\b|set(?:ting|s)? aside|ring-?fenc\w+|earmark\w*|reserv(?:es|ed|ing) (?=£|$)|"
            r"subject to\b|once\b(?! (?:more|again|a year)\b)|(?:is|are|was|were) (?:set|due) to (?:receive|get)|will receive|agreed to (?:provide|fund|contribute|award|give|match)|"
            r"provisional(?:ly)?(?: allocat(?:ed|ion)| award(?:ed)?)?\b|expects? to (?:\w+ )?(?:give|award|allocat|distribut|receiv|get|fund|invest)\w*|"
            r"(?:would|is to|are to|to) (?:also |then |now )?be (?:invest|spen|giv|award|shar|fund|allocat|provid|made|us|paid)\w*|(?:is|are|was|were) recommended\b|recommends?\b|promis\w+|"
            r"will (?:also |then |now |each |all )?(?:be )?(?:get|go|shar|split|dr?aw|spen|us|releas|receiv|benefit)\w*|there will be\b|(?:is|are) to (?:get|receive|share|be \w+ed)\b|"
            r"seek(?:s|ing)? approval(?: to \w+)?|due to (?:get|receive)",
        ),
        ("estimated", r"estimate[ds]?\b|indicative\b|anticipated\b|forecast\b|projected\b|expected\b"),
        (
            "bid",
            r"(?:not|never|nor)\s+(?:been\s+|be\s+|ultimately\s+)?(?:successful|approved|accepted|awarded|granted|agreed|supported|funded|secured)\b|unsuccessful(?:ly)?\b|"
            r"turned down\b|rejected\b|refused\b|declined\b|missed out\b",
        ),
        ("bid", r"(?<!successful )bid(?:s|ding)?\b|requested\b|applied for\b|appl(?:y|ies|ying) for\b|(?:applications?|bids?|requests?)(?:\s+(?:was|were|has been|have been))?(?:\s+(?:also\s+)?(?:received|submitted|made|lodged))?\b|sought\b|seek(?:s|ing)?\b|expressions? of interest\b|asked (?:\w+ ){0,5}for\b"),
        (
            "available",
            r"available\b|availability of\b|remain(?:s|ing)\b(?! at)|unallocated\b|uncommitted\b|unspent\b|not (?:yet )?(?:been )?(?:spent|used|claimed|drawn)\b|on offer\b|up for grabs\b|"
            r"(?:opened|launched) with\b|"
            r"(?:can|could|may|might|able to|invited to|asked to|urged to|encouraged to|chance to|opportunity to|were to) (?:now |also )?(?:bid|apply|ask|compete)(?: for)?|"
            r"(?:bid(?:s|ding)?|appl(?:y|ies|ying|ications?)|compet(?:e|ing)) for (?:an? |their )?(?:share|slice|part) of|invited for\b|open(?:s|ed)? (?:to|for) (?:bids|applications)",
        ),
        ("spent", r"spent\b|spending\b(?! of)|expenditure\b|paid out\b|drawn down\b|claimed\b|disbursed\b"),
        ("received", r"receiv(?:ed|es|ing)\b|receipt of\b|brought (?:the|in|us|an?)\b|came in\b|carried (?:forward|over|into)\b|followed\b(?! by)"),
        (
            "awarded",
            r"(?:able|pleased|proud|delighted|happy|glad) to (?:be able to )?(?:award|give|provide|fund|support|grant|offer|commit)\w*|success(?:ful|fully)?(?:\s+(?:in|with|for)\s+(?:\w+\s+){0,3}?(?:bids?|bidding|applications?|applying)(?:\s+for)?)?\b|(?:won|winning) (?:\w+ ){0,3}?bids?\b|"
            r"bids?\s+(?:\w+\s+){0,8}?(?:was|were|has been|have been|proved)\s+(?:\w+\s+)?(?:successful|approved|accepted|agreed)\b|secur(?:ed|ing|es)\b|won\b|award(?:ed|ing)?\b|granted\b|gave\b|given\b|provid(?:ed|es|ing)\b|contribut(?:ed|es|ing)\b|"
            r"allocat(?:ed|es|ing)\b|approv(?:ed|es)\b|funded\b|invested\b|donated\b|commissioned\b|accepted\b|distributed\b|added\b|obtained\b|attracted\b|"
            r"shared\b|brought\b|brings?\b|went\b|gone\b|got\b|handed (?:out|over|back)\b|paid\b(?! out)|landed\b|unlocked\b",
        ),
    )
)  # fmt: skip
#: What may stand between an amount and its own verb: "£5 million of top-sliced funding | made available".
_ITS_VERB = re.compile(
    r"(?:\s+(?!(?:to|that|which|for|and|with|who|towards?|so|but|while|whilst|as|subject)\b)[\w’'&%/-]+){0,8}?"
    r"\s+(?P<verb>(?:has|have|had|was|were|is|are|will|would|remains?|remained|being|been|be|already|made|set|subject|once|available|followed|came|opened|opens|earmarked|ring-?fenced|allocated|awarded|committed|spent|received)\b.{0,40})",
    re.IGNORECASE | re.DOTALL,
)

_NAME = r"(?:[A-Z][\w’'&-]*|[A-Z]{2,})"
_FUND = re.compile(
    rf"\b(?:the\s+)?((?:{_NAME}(?:\s+(?:of|for|and|&|the|to|in|at|against))?\s+){{1,7}}(?:Funds?|Grants?(?: Scheme)?|Programme|Allocation|Initiative Budget|Budget|Reserves?))\b"
)
#: Programmes of the government that are named without the word fund.
_KNOWN_FUND = re.compile(
    r"\bSerious Violence Duty(?: (?:[Ff]und(?:ing)?|[Gg]rant|[Pp]rogramme)\b)?|\bSafer Streets(?: Fund)?(?: (?:(?:[Rr]ound|[Pp]hase) )?\d\b)?|\b(?:Hotspot (?:Response|Action|Policing)|Critical Support|Proceeds of Crime|POCA|Violence Reduction (?:Unit|Network|Partnership)(?: \(VR[UNP]\))?|VRU|GRIP|Grip)"
    r" (?:[Ff]und(?:ing)?|[Gg]rant|[Pp]rogramme)\b"
)
#: Funds with a small letter: "bids for Innovation funding", "from those reserves", "from general reserves".
_SMALL_FUND = re.compile(
    rf"\b(?:[Bb]ids?|bidding|[Ff]rom|applied|[Aa]pplication|[Uu]nder|through)\s+(?:\w+\s+)?(?:for\s+)?(?:the\s+)?(?P<name>{_NAME}(?:\s+{_NAME}){{0,3}}\s+fund(?:ing)?)\b"
    r"|\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Aa]nnual|of|from|for)\s+(?P<grant>(?:(?:victims?[’']?s?|support|services?|community|safety|road|serious|violence|violent|crime|reduction|youth|"
    r"diversion|domestic|abuse|sexual|rural|hotspot|prevention|early|intervention|perpetrator|safer|streets|knife|core|small|reoffending|partnership)\s+){1,4}(?:grant|fund)\b(?! (?:round|agreement|application|holder|scheme)))"
    r"|\bfrom\s+(?:(?:those|these|its|the|our|my|his|her|their)\s+)?(?P<reserves>(?:(?:PCC|OPCC|[a-z-]+)\s+){0,2}reserves?)\b"
)
_NOT_FUND = re.compile(
    r"^(?:(?:The|This|In|Our|A|An|Of|Under|From|Through|With|By|For|And|Since|Police and Crime Panel|the|My|His|Her|Its|Their|Your)\b\s*)+"
)
_FUNDER = (
    ("Home Office", re.compile(r"\b(?:Home Office|Home Secretary)\b", re.IGNORECASE)),
    ("Ministry of Justice", re.compile(r"\b(?:Ministry of Justice|MoJ|MOJ)\b")),
    ("Department for Transport", re.compile(r"\b(?:Department for Transport|DfT)\b")),
    ("NHS England", re.compile(r"\bNHS England\b")),
    ("Welsh Government", re.compile(r"\bWelsh Government\b")),
    ("Government", re.compile(r"\b(?:[Cc]entral|UK|HM|the|by|from) (?:previous )?(?:G|g)overnment(?:[’']s)?\b")),
)
_COMMISSIONER = re.compile(
    r"\b(?:(?:Police(?:, Fire)? (?:and|&) Crime )?Commissioner(?! for)|PF?CC|OP?F?CC|Office of the Police(?:, Fire)? and Crime Commissioner|Mayor)\b"
)
_DECISION = re.compile(
    r"\b(?:decision|ref(?:erence)?|DN|minute)\s*(?:no\b\.?|number|ref\b\.?|record|notice|log)?\s*:?\s*((?:[A-Z]{1,6}[-/ ]?)?\d{1,4}[/-]\d{2,4}|[A-Z]{2,6}\d?[-/]\d{2,5})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d)\b(?!\d)")
_MECHANISM = re.compile(
    r"\b(direct award|PCC grant|co-?commission\w*|co-com|contract|competitive|tender|grant agreement|small grants?)\b",
    re.IGNORECASE,
)
_PARTNERSHIP = re.compile(r"\b(?:CSPs?|Community Safety Partnerships?)\b", re.IGNORECASE)
_PER = (
    ("year", re.compile(r"^\W{0,2}\s*(?:\w+\s+){0,2}?(?:p\.?a\b|per annum|per year|a year|each year|annually|every year)|\(annual\)", re.IGNORECASE)),
    ("quarter", re.compile(r"^\s*(?:per|a|each) quarter\b", re.IGNORECASE)),
    ("month", re.compile(r"^\s*(?:per|a|each) (?:calendar )?month\b", re.IGNORECASE)),
)  # fmt: skip
_PER_BEFORE = re.compile(
    r"\b(?:annual|yearly)\s+(?:\w+\s+){0,3}?(?:of|is|was)\s+$|\bannual(?:ly)?\s*(?:value|amount)?$", re.IGNORECASE
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TERM = re.compile(
    r"\b(?:over|for|across|spread over)\s+(?:a |an |the |next |each of |period of |further |initial )*"
    rf"(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})[\s-]+(?:financial )?(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)


def status_of(text: str, default: str = "awarded") -> str:
    """The step in a grant's life that a heading states, or ``default``.

    Examples: ``Funding Spent`` spent, ``Estimated Amount 2016/17`` estimated, ``committed to provide a further`` planned,
    ``Funding Available`` available, ``bids made for Innovation funding`` bid.
    """
    for status, pattern in _STATUS_PATTERNS:
        if pattern.search(text):
            return status
    return default


def step_before(text: str) -> str | None:
    """The step that the words before an amount tell: the last verb of them counts; None where there is none.

    Examples: ``the bid to the Home Office was successful in securing`` awarded, ``committed to provide a further`` planned,
    ``Bids made for Innovation funding for 2015/16 amounted to`` bid.
    """
    # Of those that end together the longer one tells more: "able to apply for" is no bid.
    best: tuple[int, int, str] | None = None
    for status, pattern in _STEPS:
        for match in pattern.finditer(text):
            if best is None or (match.end(), -match.start()) > best[:2]:
                best = (match.end(), -match.start(), status)
    return best[2] if best else None


def step_after(text: str) -> str | None:
    """The step that the verb after an amount tells, where it is the amount's own; else None.

    Examples: ``of top-sliced funding made available by the Home Secretary`` available, ``of funding from reserves had been set
    aside`` planned, ``already received`` received; ``to support services that will be funded by`` None.
    """
    found = _ITS_VERB.match(text)
    if found is None:
        return None
    told = [(m.start(), status) for status, pattern in _STEPS if (m := pattern.search(found["verb"]))]
    return min(told)[1] if told else None


def fund_in(text: str) -> str | None:
    """The fund that a sentence names, as printed, or None.

    Examples: ``has funded the following projects from the Community Safety Fund`` Community Safety Fund; ``from the Ministry of
    Justice Victims Grant`` Ministry of Justice Victims Grant; ``Bids made for Innovation funding`` Innovation funding; ``up to £2
    million from those reserves`` reserves.
    """
    found = None
    if known := _KNOWN_FUND.search(text):
        return " ".join(known.group(0).split())
    for match in _FUND.finditer(text):
        name = _NOT_FUND.sub("", " ".join(match.group(1).split()))
        if len(name.split()) > 1 and not re.match(r"^(?:Innovation|Community)? ?(?:Fund|Grant)s?$", name):
            if found is None or re.search(r"\bfrom\s+(?:the\s+)?$", text[: match.start(1)]):
                found = name
        elif name and found is None and len(name.split()) > 1:
            found = name
    if found is None and (small := _SMALL_FUND.search(text)):
        name = " ".join((small["name"] or small["grant"] or small["reserves"]).split())
        found = None if upstream_funder_in(name) or (_COMMISSIONER.match(name) and "reserve" not in name) else name
    return found


def upstream_funder_in(text: str) -> str | None:
    """The government body that a fund comes from, where it is named: ``Home Office``, ``Ministry of Justice``; else None."""
    return next((name for name, pattern in _FUNDER if pattern.search(text)), None)


def funder_in(text: str) -> str | None:
    """Who pays, as named: ``Commissioner`` for "the Commissioner has funded", ``PCC``, else None."""
    match = _COMMISSIONER.search(text)
    return match.group(0) if match else None


def decision_in(text: str) -> str | None:
    """The decision's reference: ``(Decision 2015/32)`` gives 2015/32, ``Decision notice WPCC3-0062`` WPCC3-0062; else None."""
    match = _DECISION.search(text)
    return match.group(1) if match else None


def year_in(text: str) -> str | None:
    """The financial year that a heading or clause names, as ``2015/16``; None where there is none or more than one.

    Examples: ``Amount 2015/16`` 2015/16, ``2016-17`` 2016/17; ``2015/17`` is a framework of two years and gives None.
    """
    found = set()
    for match in _YEAR.finditer(text):
        first, last = re.split(r"\D+", match.group(1).strip())
        if int(first[-2:]) + 1 == int(last[-2:]) or (first.endswith("99") and last.endswith("00")):
            found.add(f"{first}/{last[-2:]}")
    return found.pop() if len(found) == 1 else None


def names_partnership(area: str) -> bool:
    """True for an area that is the name of a community safety partnership: ``Blackpool CSP``."""
    return bool(_PARTNERSHIP.search(area))


def mechanism_in(text: str) -> str | None:
    """The way in which money is given, as printed: ``PCC Grant``, ``Co-Com``, ``Direct award``; else None."""
    match = _MECHANISM.search(text)
    return match.group(1) if match else None


def per_of(left: str, right: str) -> str | None:
    """How often the amount between two texts is paid: ``year``, ``quarter``, ``month``; None for an amount that is paid once.

    Examples: ``£260,000 p.a.``, ``£10,000 in each year``, ``an annual grant of £5,000`` year.
    """
    if _PER_BEFORE.search(left):
        return "year"
    return next((per for per, pattern in _PER if pattern.search(right)), None)


def years_of(left: str, right: str) -> float | None:
    """For how many years the amount between two texts is: ``£4.2M over 2 years`` 2, ``£1.000m over 18 months`` 1.5; else None."""
    match = _TERM.search(right[:90]) or _TERM.search(left[-60:])
    if match is None:
        return None
    count = int(match["n"]) if match["n"].isdigit() else _COUNTS[match["n"].lower()]
    return count / (12 if match["unit"].lower().startswith("month") else 1)
