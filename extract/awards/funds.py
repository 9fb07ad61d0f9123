"""The fund that money comes from and those who pay it, as words name them."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.blocks import Passage
from schema.reading import Award

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
#: The governments and their parts that funds come from.
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
#: A fund that is told with its size and nothing else: "The fund of the later decisions is £538,000".
FUND_IS = re.compile(
    r"\b[Ff]und\b[^.;£]{0,40}\b(?:is|was|stands at|stood at|totals|totalled|amounts? to)\s+(?:a total of\s+)?$|\b[Ff]und,\s+worth\s+$"
)
#: A round in which a fund is given out.
ROUND = re.compile(r"\brounds?\b", re.IGNORECASE)
#: A heading or title that ends with the name of a fund.
_FUND_HEAD = re.compile(
    r"\b(?:Fund|Grants?|Programme|Grants? Scheme|Safer Streets(?: \w+)?)(?:\s+\([A-Z]+\))?(?:\s+(?:19|20)\d\d\s?[/–-]\s?\d{2,4})?$"
)


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


def one_fund_in(text: str) -> str | None:
    """The fund that a lead or a heading names; None where it names several, as then each amount may be from any of them."""
    named = {found for match in _FUND.finditer(text) if len((found := _NOT_FUND.sub("", match[1])).split()) > 1}
    parts = {one for one in named if not any(one != other and one in other for other in named)}
    return fund_in(text) if len(parts) < 2 else None


def upstream_funder_in(text: str) -> str | None:
    """The government body that a fund comes from, where it is named: ``Home Office``, ``Ministry of Justice``; else None."""
    return next((name for name, pattern in _FUNDER if pattern.search(text)), None)


def funder_in(text: str) -> str | None:
    """Who pays, as named: ``Commissioner`` for "the Commissioner has funded", ``PCC``, else None."""
    match = _COMMISSIONER.search(text)
    return match.group(0) if match else None


def fund_of_title(title: str) -> str | None:
    """The fund that the whole of a title is about; ``Commissioner's Grants and Safer Streets`` is about more than one."""
    fund = fund_in(title) if _FUND_HEAD.search(title) else None
    return None if fund is None or re.search(r"\b(?:and|&)\s+$", title[: title.find(fund)]) else fund


def with_fund(award: Award, fund: str | None) -> Award:
    """The award of a paper about a ``fund``; where nothing else says what money is for, the name of its fund does."""
    fund = award.fund or fund
    unsaid = not (award.purpose or award.recipient or award.area) and fund is not None and "eserve" not in fund
    return replace(award, fund=fund, purpose=fund if unsaid else award.purpose)


def other_round(fund: str | None, text: str) -> str | None:
    """The fund without the number of its round, where a sentence speaks of other rounds: ``Safer Streets 5`` Safer Streets."""
    return re.sub(r"(?: Round| Phase)? \d+$", "", fund) if fund and re.search(r"\brounds?\b", text) else fund


def fund_of_sections(passage: Passage) -> str | None:
    """The fund that a heading above is about: ``Decisions: Community Safety Fund``."""
    return next((fund_in(s.text) for s in reversed(passage.sections) if _FUND_HEAD.search(s.text)), None)
