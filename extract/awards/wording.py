"""The wording of money given for a purpose: its step in a grant's life, the fund, who pays, and the decision.

Shared by the tables (``extract.awards.tables``) and the sentences (``extract.awards.sentences``) that state awards.
"""

from __future__ import annotations

import re

#: The step in a grant's life, told by the words around the amount; the first that fits wins.
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

_NAME = r"(?:[A-Z][\w’'&-]*|[A-Z]{2,})"
_FUND = re.compile(
    rf"\b(?:the\s+)?((?:{_NAME}(?:\s+(?:of|for|and|&|the|to|in))?\s+){{1,7}}(?:Funds?|Grants?|Programme|Allocation|Initiative Budget|Budget))\b"
)
#: Programmes of the government that are named without the word fund.
_KNOWN_FUND = re.compile(r"\bSafer Streets(?: Fund)?(?: (?:Round )?\d\b)?")
_NOT_FUND = re.compile(r"^(?:The|This|In|Our|A|Since|Police and Crime Panel)\b\s*")
_FUNDER = (
    ("Home Office", re.compile(r"\bHome Office\b", re.IGNORECASE)),
    ("Ministry of Justice", re.compile(r"\b(?:Ministry of Justice|MoJ)\b")),
    ("Department for Transport", re.compile(r"\b(?:Department for Transport|DfT)\b")),
    ("NHS England", re.compile(r"\bNHS England\b")),
)
_COMMISSIONER = re.compile(
    r"\b(?:(?:Police(?:, Fire)? (?:and|&) Crime )?Commissioner(?! for)|PF?CC|OP?F?CC|Office of the Police(?:, Fire)? and Crime Commissioner|Mayor)\b"
)
_DECISION = re.compile(
    r"\b(?:decision|ref(?:erence)?|DN|minute)\s*(?:no\.?|number|ref\.?|record)?\s*:?\s*((?:[A-Z]{1,6}[-/ ]?)?\d{1,4}[/-]\d{2,4}|[A-Z]{2,6}[-/]\d{2,5})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d)\b(?!\d)")
_MECHANISM = re.compile(
    r"\b(direct award|PCC grant|co-?commission\w*|co-com|contract|competitive|tender|grant agreement|small grants?)\b",
    re.IGNORECASE,
)


def status_of(text: str, default: str = "awarded") -> str:
    """The step in a grant's life that a heading or clause states, or ``default``.

    Examples: ``Funding Spent`` spent, ``Estimated Amount 2016/17`` estimated, ``committed to provide a further`` planned,
    ``Funding Available`` available, ``bids made for Innovation funding`` bid.
    """
    for status, pattern in _STATUS_PATTERNS:
        if pattern.search(text):
            return status
    return default


def fund_in(text: str) -> str | None:
    """The fund that a sentence names, as printed, or None.

    Examples: ``has funded the following projects from the Community Safety Fund`` Community Safety Fund; ``from the Ministry of
    Justice Victims Grant`` Ministry of Justice Victims Grant.
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
    return found


def upstream_funder_in(text: str) -> str | None:
    """The government body that a fund comes from, where it is named: ``Home Office``, ``Ministry of Justice``; else None."""
    return next((name for name, pattern in _FUNDER if pattern.search(text)), None)


def funder_in(text: str) -> str | None:
    """Who pays, as named: ``Commissioner`` for "the Commissioner has funded", ``PCC``, else None."""
    match = _COMMISSIONER.search(text)
    return match.group(0) if match else None


def decision_in(text: str) -> str | None:
    """The decision's reference: ``(Decision 2015/32)`` gives 2015/32; else None."""
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


def mechanism_in(text: str) -> str | None:
    """The way in which money is given, as printed: ``PCC Grant``, ``Co-Com``, ``Direct award``; else None."""
    match = _MECHANISM.search(text)
    return match.group(1) if match else None
