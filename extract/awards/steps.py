"""The step in a grant's life: bid for, available, planned, estimated, awarded, received or spent."""

from __future__ import annotations

import re

from extract.awards.funds import FUND_IS
from extract.awards.purposes import goes_into_fund
from schema.reading import Award

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
            r"(?:seek(?:s|ing)?|requests?|asks? for) (?:the )?approval(?: (?:to|for|of) (?:the )?\w+(?: of)?)?|(?:requests?|proposals?|recommendations?) to (?:allocat|award|provid|fund|grant|giv)\w*|due to (?:get|receive)",
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
            r"available\b|availability of\b|remain(?:s|ing)\b(?! at\b)(?!\s*(?:£|$))|unallocated\b|uncommitted\b|unspent\b|not (?:yet )?(?:been )?(?:spent|used|claimed|drawn)\b|on offer\b|up for grabs\b|"
            r"(?:opened|launched) with\b|"
            r"(?:can|could|may|might|able to|invited to|asked to|urged to|encouraged to|chance to|opportunity to|were to) (?:now |also )?(?:bid|apply|ask|compete)(?: for)?|"
            r"(?:bid(?:s|ding)?|appl(?:y|ies|ying|ications?)|compet(?:e|ing)) for (?:an? |their )?(?:share|slice|part) of|invited for\b|open(?:s|ed)? (?:to|for) (?:bids|applications)",
        ),
        ("spent", r"spent\b|spending\b(?! of)|expenditure\b|paid out\b|drawn down\b|claimed\b|disbursed\b"),
        ("received", r"receiv(?:ed|es|ing)\b|receipt of\b|brought (?:the|in|us|an?)\b|came in\b|acquired\b|carried (?:forward|over|into)\b|followed\b(?! by)"),
        (
            "awarded",
            r"(?:able|pleased|proud|delighted|happy|glad) to (?:be able to )?(?:award|give|provide|fund|support|grant|offer|commit)\w*|successfully (?:applied|bid)(?: for)?|success(?:ful|fully)?(?:\s+(?:in|with|for)\s+(?:\w+\s+){0,3}?(?:bids?|bidding|applications?|applying)(?:\s+for)?)?\b|(?:won|winning) (?:\w+ ){0,3}?bids?\b|"
            r"(?:agreed|approved|granted|supported|accepted|backed)(?: to)?\s+(?:\w+\s+){0,2}?(?:requests?|applications?|bids?|proposals?)(?:\s+(?:from|by)\s+[^.;£]{3,60}?\s+for)?\b|"
            r"bids?\s+(?:\w+\s+){0,8}?(?:was|were|has been|have been|proved)\s+(?:\w+\s+)?(?:successful|approved|accepted|agreed)\b|secur(?:ed|ing|es)\b|won\b|award(?:ed|ing)?\b|granted\b|gave\b|given\b|provid(?:ed|es|ing)\b|contribut(?:ed|es|ing)\b|"
            r"allocat(?:ed|es|ing)\b|approv(?:ed|es)\b|funded\b|invested\b|donated\b|commissioned\b|accepted\b|distributed\b|added\b|obtained\b|attracted\b|"
            r"shared\b|brought\b|brings?\b|went\b|gone\b|got\b|handed (?:out|over|back)\b|paid\b(?! out)|landed\b|unlocked\b",
        ),
    )
)  # fmt: skip
#: What may stand between an amount and its own verb: "£5 million of top-sliced funding | made available".
_ITS_VERB = re.compile(
    r"(?:\s+(?!(?:to|that|which|for|and|with|who|towards?|so|but|while|whilst|as|subject)\b)[\w’'&%/-]+){0,8}?"
    r"\s+(?P<verb>(?:has|have|had|was|were|is|are|will|would|remains?|remained|being|been|be|already|made|set|subject|once|available|followed|came|opened|opens|earmarked|ring-?fenced|allocated|awarded|committed|spent|received|acquired|raised|secured|won|donated|granted|given|paid|handed|distributed|provided)\b.{0,40})",
    re.IGNORECASE | re.DOTALL,
)
#: Bids whose outcome stands at the end of the sentence: "Two bids, for £432,000 and £315,000, were accepted".
_BID_WON = re.compile(
    r"(?<!not\s)(?<!never\s)\b(?<!not )(?:was|were|been|is|are)\s+(?:both\s+|all\s+|also\s+)?(?:accepted|approved|successful|agreed|granted)\b(?!\s+(?:only\s+|just\s+)?£)|^\)?\s*(?:has\s+|had\s+|have\s+|both\s+)?succeeded\b"
)
#: "Bids worth", "Applications totalling": what is asked for, though the applications are "received".
_BIDS_OF = re.compile(
    r"\b(?:bids|applications|requests)\s+(?:worth|totalling|for a total of|amounting to|with a total value of)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
#: A fund of which all was given: "a pot of £1m has been shared by 60 groups".
_HANDED_OUT = re.compile(
    r"^(?:\s+(?:fund|pot|scheme))?\s+(?:(?:has|have|had|was|were|been|also|now|already|is|being)\s+)+(?:shared|split|divided|handed out|given out|paid out|distributed|awarded)\b",
    re.IGNORECASE,
)
#: "has agreed to fund three bids worth": who funds bids does not ask for them.
_FUNDS_BIDS = re.compile(
    r"\b(?P<verb>(?:(?:will|would|agreed to|plans? to|intends? to)\s+)?(?:fund|support|back|approve|accept)(?:s|ed|d|ing)?)\s+(?:[\w’'-]+\s+){0,4}?(?:bids?|applications?|proposals?)\s+(?:worth|totalling|valued at|amounting to)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_AWARDS_BEFORE = re.compile(
    r"\b(?:successful|successfully|won|secured|winning|approved|accepted)\b[^.;£]{0,60}$", re.IGNORECASE
)
#: "The bid will see £1.1m spent on": what is said to be done with it is to come.
_WILL_SEE = re.compile(r"\b(?:will|would|to) see\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_PUT = re.compile(r"\bput(?:s|ting)?\s+(?:\w+\s+){0,3}$")
#: What is there to be given: "£4.2m to spend on services", "a new £500,000 fund for road safety".
_FUND_OF_SIZE = re.compile(
    r"^\s+(?:(?:[A-Z][\w’'&-]*|of|and|for|the|&)\s+){0,7}(?:Fund|[Ff]und|[Pp]ot|[Gg]rants? scheme|Grants? Scheme)\b(?! (?:grants?|awards?|money|funding|bids?|boost|for each)\b)"
    r"(?![^.;£]{0,60}\b(?:was|were|been) (?:awarded|given) to\b)"
)
_A_FUND_OF = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Oo]ur|[Ii]ts|[Hh]is|[Hh]er)\s+(?:[\w’'-]+\s+){0,4}?(?:[Ff]und|pot)\s+(?:of|worth)\s+(?:\w+\s+){0,3}$"
)
_TO_SPEND = re.compile(
    r"^\s+(?:on offer|up for grabs|to (?:spend|bid for|apply for|give|distribute)|(?:(?!to\b)[\w-]+\s+){0,2}?(?:fund|pot)\b(?![^.;£]{0,60}\b(?:awarded|shared|given|went|spent)\b))",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(r"\bavailable\b", re.IGNORECASE)
_AWARDS = re.compile(r"\b(?:success(?:ful|fully)|secur(?:ed|ing)|won|award(?:s|ed)?|grants)\b", re.IGNORECASE)
#: How far from an amount the words may stand that say what became of it, in characters.
NEAR = 140


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


def step_of_amount(left: str, right: str, rest: str, lead: str, before: Award | None) -> str:
    """The step told by the amount's own verb behind it, else by the last verb before it, else by what leads its list."""
    if _HANDED_OUT.match(right):
        return "awarded"
    if _FUND_OF_SIZE.match(right):
        return "available"
    if _A_FUND_OF.search(left):
        return "available"
    if (FUND_IS.search(left) and " from " not in left) or (_PUT.search(left) and goes_into_fund(right)):
        return "available"
    near = f"{left[-NEAR:].rstrip()} aside" if re.match(r"\s+aside\b", right) else left[-NEAR:]
    if step_before(near) == "bid" and _BID_WON.search(rest):
        return "awarded"
    if _WILL_SEE.search(left):
        return "planned"
    if funds := _FUNDS_BIDS.search(left):
        return (
            "planned"
            if re.search(r"\b(?:will|would|agreed|plans?|intends?)\b", funds["verb"], re.IGNORECASE)
            else "awarded"
        )
    if _BIDS_OF.search(left):
        return "awarded" if _BID_WON.search(rest) or _AWARDS_BEFORE.search(left) else "bid"
    told = step_after(right) or step_before(near) or ("available" if _TO_SPEND.match(right) else None)
    if told is None and re.match(r"\s*(?:subject to|once|if|when)\b", right, re.IGNORECASE):
        return "planned"
    if told is None and before is not None:
        return before.status
    if told is None and lead:
        told = "available" if _AVAILABLE.search(lead) else step_before(lead.rstrip(" :-;"))
        told = "awarded" if told == "bid" and _AWARDS.search(lead) else told
    return told or "awarded"
