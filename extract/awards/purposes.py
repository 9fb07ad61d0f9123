"""What the money of a sentence is for: said after the amount, before it, or in the sentence before."""

from __future__ import annotations

import re

#: Verbs that begin a purpose: "to deliver", "to support".
VERBS = (
    r"(?-i:deliver|support|enable|purchase|fund|provide|help|improve|tackle|develop|recruit|run|address|allow|assist|prevent|reduce|"
    r"set up|establish|expand|extend|cover|install|buy|replace|work|continue|rebuild|enhance|increase|commission|pay|create|build|"
    r"launch|pilot|protect|keep|make|train|employ|meet|refurbish|upgrade|target|raise|educate|divert|engage|combat|appoint|maintain|"
    r"strengthen|introduce|trial|boost|sustain|spend on|carry on|carry out|respond|stop|cut|hire|roll out|ramp up|scale up|step up|fight|bring in|give|rehouse|"
    r"contribute|offer|promote|deal|ensure|host|organise|produce|evaluate|complete|aid|bolster|bring|broaden|carry|challenge|connect|drive|empower|encourage|equip|explore|facilitate|"
    r"finance|focus|grow|identify|implement|invest|lead|look after|manage|mentor|organise|plan|prepare|reach|rehabilitate|renovate|repair|restore|safeguard|secure|see|send|serve|share|spread|start|stage|"
    r"supply|take|teach|test|transform|transport|treat|turn|undertake|use|warn|widen|crack down|clamp down|fit|steer|deter|detect|disrupt|end|ease|relieve|resource|staff|subsidise|sponsor|mend|fix|mediate|counsel|patrol|visit|light|insulate|decorate|map|monitor|advise|coach)"
)
_PURPOSE = re.compile(
    r"^(?:(?!,? and to |,? including |,? such as |, which )(?!,? (?:and|but|while|with) [^.;£]{0,60}\b(?:will|has|have|was|were|is|are|had)\b)[^.;£]){0,110}?\b(?P<purpose>(?:(?<!-)for(?! (?:bids|applications|a share|use by|up to|between|more than|over £|around|at least)\b)(?! (?:(?:the|a|an|each|of|every|this|that|next)\s+)*(?:period|years?|year:|financial|\w+ years?\b|(?:19|20)\d\d|\d+ (?:years?|months?)))|"
    rf"towards?|in support of|in respect of|by way of|aimed at|so that|(?:in order )?to (?:{VERBS}))\b[^;£]{{3,}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:approved|provision of|purchase of|contract for|agreed|procure(?:ment of)?|funding for|grant for|support of|(?:investment|spending|spend) (?:in|on)|commissioned|acceptance of|cost of)"
    r"\s+(?P<purpose>[^£;]{4,160}?)\s+(?:at (?:a )?(?:total )?cost of|of|with|worth|totalling|valued at|amounting to|at|by|,|\()?\s*$",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:provid(?:ed|es|ing)|deliver(?:ed|s|ing)|ran|runs|fund(?:ed|s|ing)?|pay(?:s|ing)? for|recruit(?:ed|ing|s)?|employ(?:ed|s|ing)?)\s+(?:the\s+|a\s+)?(?P<purpose>[^£;]{4,160}?)\s+at (?:a )?(?:total )?cost of\s*$",
    re.IGNORECASE,
)
#: "agreed to fund three bids worth", "supports 40 projects at a total cost of"
_FUNDS_WHAT = re.compile(
    r"(?<!\bthe )(?<!\bthis )(?<!\bour )(?<!\bits )(?<!\ba )\b(?:fund|support|back|financ|sponsor|pay|pays|paid|help)(?:s|ed|ing|e|es)?(?: for| pay for)?\s+(?:the\s+)?(?P<purpose>(?!(?:of|by|for|to|with|from|that|which)\b)(?:(?!\b(?:has|have|had|was|were|is|are|been|will)\b)[^£;.,]){4,90}?)\s+"
    r"(?:worth|totalling|valued at|to the (?:value|tune|sum) of|at a (?:total )?cost of|at a total of|costing)\s+(?:(?:a|total|of|over|more|than|nearly|almost|around|about|some|just|under|up|to)\s+)*$",
    re.IGNORECASE,
)
#: "The PCC funds two posts in the centre with"
_FUNDS_WITH = re.compile(
    r"(?<!\bthe )\b(?:funds|funded|is funding|supports)\s+(?P<purpose>[a-z][^£;.,]{4,90}?)\s+with\s+$"
)
_BID_FOR = re.compile(
    r"\bbids?\s+(?:\w+\s+)?for\s+(?P<purpose>[^£;]{3,80}?)(?:\s+for\s+\d{4}\S*)?\s+(?:amount|total)\w*", re.IGNORECASE
)
#: "£5 million of top-sliced funding made available": what kind of money it is, where nothing says what it is for.
_KIND_OF_MONEY = re.compile(
    r"^\s+(?:of|in)\s+(?P<purpose>(?:[\w’'/-]+\s+){1,4}?(?:funding|money|support|grants?|investment))\s+(?:made|was|were|is|has|had|have|from|being)\b"
)
#: "ploughed £2m into hotspot patrols", "£380,000 (62%) went to victims' services", "the £18,000 cost of the evaluation", "£312,000 in small grants".
_INVESTING = re.compile(
    r"\b(?:invest\w*|put(?:s|ting)?|plough\w*|pump\w*|inject\w*|spen[dt]|spending)\s+(?:[a-z-]+\s+){0,4}$",
    re.IGNORECASE,
)
_INTO_WHAT = re.compile(
    r"^\s+(?:more\s+)?(?:of (?:the|this|that|its|his|her|their) (?:[\w’'-]+\s+){1,3}?)?(?:from (?:[\w’'-]+\s+){1,5}?)?(?:back\s+)?(?:in|into|on)\s+(?!total|all\b|\d|the year|each)(?:the\s+)?(?P<purpose>[^.;£]{3,160})"
)
_WENT_INTO = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:has |have |will )?(?:(?:went|gone|goes|go|going)\s+(?:(?:in)?to(?:wards)?|on)|(?:over|across|for) (?:the next )?(?:\w+|\d+) years,? in)\s+(?:the\s+)?(?P<purpose>[a-z][^.;£]{3,120})|"
    r"^\s+(?:of the )?costs? of\s+(?:the\s+)?(?P<cost>[^.;£]{3,120})|^\s+in\s+(?P<grants>(?:[a-z-]+\s+){1,2}grants)\b"
)
_TIME = re.compile(
    r"(?:\b(?:19|20)\d\d\b|\b(?:years?|months?|quarter|time|example|instance|now|information|comparison|that|this|these|which)\b)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"(?:an?|this|that|his|her|my|our|its)?\s*(?:new\s+)?(?:fund|pot|scheme|round|programme|project)\b[\s.,]*$"
)
_IN_BRACKETS = re.compile(
    r"^\s*\((?P<purpose>(?!Appendix|Annex|Decision|Table|Ref|See|Note|Minute|Paragraph|Section|Page|[A-Z]+\))[A-Z][A-Za-z’' &-]{2,60})\)"
)
_END = re.compile(
    r"\s+(?:had|has|have|needs?|must)\s+(?:to\s+)?be\b|\s+would\s+(?:also\s+)?(?:pay|help|fund|support|enable|allow|go|be)\b|\s+(?:has been|have been|was|were|is|are|will be)\s+(?:also\s+)?(?:awarded|granted|given|approved|confirmed|made|paid|agreed|allocated|"
    r"successful|unsuccessful|not successful|spent|accepted|announced|given|used|provided|secured|received|noted|discussed|questioned|welcomed|reported)\b|"
    r",?\s+(?:to be )?(?:delivered|provided|run|led|operated|managed)\b[^.;£]{0,60}?\bby\b|"
    r",?\s+and (?:the |an? )?(?:commitment|promise|offer|award|grant)(?: of)?\s*$|"
    r"\s+[–—-]\s+(?:the (?:PCC|Commissioner|Chief|Panel|OPCC|Chair)|he|she|they|this|it|Members)\b|"
    r",?\s+with\s+(?:the\s+|an?\s+)?[^,.;]{2,50}\s\w+ing\s*$|,?\s+and the (?:smallest|largest|biggest|lowest|highest|rest|other|second|next|remainder|remaining)\b|,?\s+out of (?:a|the|an|its|that)\b|\s+(?:has|have|had|will|is|are)\s+(?:also\s+)?(?:gone|go|going|been opened|opened|launched|been launched)\b|\s+(?:went|goes)\s+to\b|"
    r"\s+(?:and (?:has |have |had )?(?:also )?(?:\w+ed|gave|gives|made|put)\b|which will|,? with a further|\((?i:decision))\b|,?\s+(?:and|whilst|while|with|to|of|plus|including)\s*$|"
    r",?\s+(?:and|whilst|while)\s+(?:the\s+)?(?:[A-Z][\w’'&-]*\s+){1,5}(?:received|(?:was|were|will be|has been|have been) (?:also )?(?:awarded|given|granted|allocated|offered|paid)|provided|secured|has been|will receive|will get|got|gets|won)\b.*$|"
    r"\s+from\s+(?:the\s+)?(?:Home Office|Ministry of Justice|MoJ|MOJ|(?:Police and Crime )?Commissioner|PF?CC|OP?F?CC|[Gg]overnment|Mayor)\b",
    re.DOTALL,
)
_OTHER_VERB = re.compile(r"\band\s+(?:also\s+)?(?:gave|gives|paid|made|put|spent|awarded|granted)\b")
_IN_YEAR = re.compile(
    r"\s+(?:for|in) each of the (?:financial )?years\b.*$|,?\s+(?:over|for) (?:the next )?\w+ years(?:,? at)?$|\s+until (?:[A-Z][a-z]+ )?(?:19|20)\d\d$|\s+(?:in|for|during)\s+(?:the (?:financial )?year\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?$|\s+(?:this year|last year|(?:in|over|during) the (?:last |past )?year)$"
)
_SAID_OF = re.compile(
    r"(?:\s+(?:in|for)\s+(?:19|20)\d\d\s?[/–-]\s?\d{2,4})?\s+(?:is|was|are|were|will be|has been|have been|remains?|remained|stood|stands|stays|totals|totalled|comes to|amounts to)(?: at)?$",
    re.IGNORECASE,
)
#: "For custody nurses a further £200k was set aside": what it is for opens the sentence.
_FOR_FIRST = re.compile(
    r"^\W*(?:For|Towards)\s+(?:the\s+|an?\s+)?(?P<purpose>[^£;:.]{3,80}?),?\s+(?:(?:an?|the|some|about|around|up to|over|nearly|just|further|another|additional|extra|sum|total|of|there (?:is|was)|(?:we|I|he|she) (?:have |has )?\w+ed)\s+)*$"
)
_NO_PURPOSE = re.compile(
    r"(?:19|20)\d\d\b|\d+\b(?!\s+[a-z]{3})|(?:to|of|over|by|a|from|in|at|on|until)\b", re.IGNORECASE
)
_INVESTED = re.compile(
    r"^\s+(?:has been|have been|was|is being|will be|would be|is to be|were|being)\s+(?:also\s+)?(?:invested|spent|put|ploughed)\s+(?:in|on|into)\s+(?P<purpose>[^.;£]{3,160})",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\s*(?:to (?:them|it|him|her)\s+)?(?P<when>(?:once(?! (?:more|again|a year)\b)|when|subject to|if|provided that)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: A sentence that points back: "The value of this contract", "The grant is", "This service".
_POINTS_BACK = re.compile(
    r"\b(?:this|that|these|the|its)\s+(?:(?:new|whole|latest)\s+)?(?:contract|service|services|grant|award|post|role|project|scheme|programme|funding|work|initiative)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:commission(?:s|ed|ing)?|procur(?:e|ed|ing)|tender(?:ed|ing)? for|contract(?:ed|ing)? for|re-?commission(?:s|ed|ing)?|launch(?:ed|ing)?|extend(?:ed|ing)?|award(?:ed|ing)? a contract for)"
    r"\s+(?:a |an |the |new )*(?P<purpose>[^.;£]{8,240}?)(?=\s+(?:from|in|by|at|until|through|on)\s+(?:\d|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|the (?:end|start|beginning))|\s*[.;]|$)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\W*(?:[a-z]\)|\d+[.)])?\s*(?P<purpose>[A-Za-z][^£]{5,240}?)\s*[:–(-]\s*$", re.DOTALL)
#: Behind an amount of a list: "£19,750 contribution to the association", "£12k across several victim services".
_LISTED_BEHIND = re.compile(
    r"^\s*(?:[:–-]\s+|(?=contribution )|across\s+|to(?:wards)?\s+(?=(?:the\s+)?[a-z])|on\s+|was spent on\s+|into\s+|in\s+)(?:the\s+)?(?P<purpose>[A-Za-z][^£;]{3,240}?)\s*[.;,]?\s*$"
)
#: Headings of the parts of a report or a decision record, which say nothing of what money is for.
_PART_OF_REPORT = re.compile(
    r"\W*(?:(?:executive|decision|key|main|background|supporting|additional|financial|legal|other|further|current|general|overall|detail(?:s|ed)? of|"
    r"budget|the|our|and|of|for|to|summary|information|points?|facts|funding|grants?|awards?|commissioning|allocations?|successful|applications|applicants|recipients|finances?|implications?|introduction|background|purpose|context|"
    r"overview|decisions?|recommendations?|conclusions?|minutes|update|updates|report|proposals?|details?|options?|discussion|highlights?|findings?|"
    r"position|comments?|notes?|resources?|spending|money|income|approval|resolved|risks?|outcomes?|next steps|news|appendix|agenda|item|"
    r"how we spend|value|investment|results?|successes|achievements?|performance|finance|record)\b\W*)+",
    re.IGNORECASE,
)
#: Into which fund money is put: "£310,000 in the General Grants Scheme", "has put £25,000 into a new fund".
_INTO = re.compile(
    r"^\s*(?:in|into|to|towards)\s+(?:the|an?|our|my|his|her|its)\s+(?:[\w’'&-]+\s+){0,6}?(?:fund|scheme|pot|round|programme)\b",
    re.IGNORECASE,
)
_LONGEST = 240
#: The end of what each may get, cut off by its amount: "to give clubs grants of up".
_JOINS_NEXT = re.compile(r",?\s+(?:while|whilst|and|with|plus)$")
#: Where the amount begins that was approved: "community safety funding of just under".
_SUM_BEGINS = re.compile(r"\s+of\s+(?:(?:just|under|over|nearly|almost|around|about|more|less|than|some|up|to)\s*)+$")
_LIMIT_END = re.compile(
    r"[,;]?\s*(?:\b(?:of|an?|grants?|awards?|sums?|amounts?|funding|bids?|between|worth|more than|from)\s+)*\b(?:of\s+up|up|of|between|from)$"
)
#: Words for money, or for giving it, alone say nothing of what it is for.
_ONLY_MONEY = re.compile(
    r"(?:the|an?|this|that|its|their|our|more|extra|additional|further|such|\W)*\s*(?:distribution|allocation|award|release|payment|receipt|transfer|provision|funding|money|support|grants?|awards|allocations|cash|bids|applications|the)(?:\s+of)?",
    re.IGNORECASE,
)


def purpose_of(left: str, right: str) -> str | None:
    """What the amount between two texts is for, as ``_purpose_of`` finds it, without the limit of what each may get; None where only money is named.

    Examples: ``£25,000 … to give clubs grants of up`` (before ``to £500``) to give clubs; ``£2m … for a grant of up`` None.
    """
    purpose = _purpose_of(left, right)
    if purpose is None:
        return None
    if "”" in purpose and "“" not in purpose.partition("”")[0]:
        purpose = purpose.partition("”")[0].strip(" ,.")
    purpose = _JOINS_NEXT.sub("", _SUM_BEGINS.sub("", _LIMIT_END.sub("", purpose))).strip(" ,")
    return None if not purpose or _ONLY_MONEY.fullmatch(purpose) else purpose


def _purpose_of(left: str, right: str) -> str | None:
    """What the amount between two texts is for, as printed, or None.

    Examples: ``£75,000 … to install cameras`` to install cameras; ``approved the purchase of 20 cameras at a cost of £9,000`` 20
    cameras; ``£5 million of top-sliced funding made available`` top-sliced funding.
    """
    if invested := _INVESTED.match(right):
        return invested["purpose"].strip(" ,")
    into = (_INTO_WHAT.match(right) if _INVESTING.search(left) else None) or _WENT_INTO.match(right)
    if into and (words := next(filter(None, into.groups()), None)) and not _NAMELESS.match(words):
        return _IN_YEAR.sub("", _END.split(words)[0].strip(" .,:"))[:_LONGEST] or None
    if found := _PURPOSE.match(right):
        words = _IN_YEAR.sub("", _END.split(found["purpose"])[0].strip(" .,:"))
        return (
            re.sub(
                r"^(?:for|towards?|aimed at|so that|in respect of|in support of)\s+(?:the\s+)?",
                "",
                words,
                flags=re.IGNORECASE,
            ).rstrip(" .,:")[:_LONGEST]
            or None
        )
    for pattern in (_BID_FOR, _BEFORE, _PROVIDED, _FUNDS_WHAT, _FUNDS_WITH):
        earlier = pattern.search(left)
        if earlier and not _NO_PURPOSE.match(earlier["purpose"]) and not _OTHER_VERB.search(earlier["purpose"]):
            return _SAID_OF.sub("", earlier["purpose"].strip(" ,"))[:_LONGEST]
    if (
        (first := _FOR_FIRST.match(left))
        and not _NO_PURPOSE.match(first["purpose"])
        and not _TIME.search(first["purpose"])
    ):
        return first["purpose"]
    if kind := _KIND_OF_MONEY.match(right):
        return kind["purpose"]
    if bracket := _IN_BRACKETS.match(right):
        return bracket["purpose"]
    # "once the service is operational" says when, not what for; it is all that the sentence says of the money.
    condition = _CONDITION.match(right)
    return condition["when"].strip(" .,:")[:160] if condition and "£" not in condition["when"] else None


def listed_purpose(left: str) -> str | None:
    """What stands before an amount in a list: ``Substance misuse treatment: £571,758`` Substance misuse treatment."""
    found = _LISTED.match(left)
    return " ".join(found["purpose"].split()) if found else None


def listed_behind(right: str) -> str | None:
    """What stands behind an amount in a list: ``£19,750 contribution to the association``, ``£5,000 – Youth cafe``; else None."""
    found = _LISTED_BEHIND.match(right)
    return " ".join(found["purpose"].split()) if found else None


def purpose_before(text: str, before: str) -> str | None:
    """The purpose of a sentence that points back to the one ``before`` it.

    Example: ``The value of this contract has been doubled to £90,000 p.a.`` after ``The OPCC will be commissioning target hardening
    for those at risk from October 2015.`` gives target hardening for those at risk.
    """
    if not _POINTS_BACK.search(text):
        return None
    found = _SUBJECT.search(before)
    return " ".join(found["purpose"].split())[:_LONGEST] if found else None


def names_purpose(heading: str) -> bool:
    """True for a heading that names a project or service, not for a sentence or the title of a report."""
    if _PART_OF_REPORT.fullmatch(heading.strip()):
        return False
    return 0 < len(heading.split()) <= 10 and not re.search(
        r"^\d|^[A-Z][\w ]{2,20}:\s|^(?:What|How|Why|Where|When|Which|Who|Part|Previous|Members|Priority|For)\b|[.\"”?]$|\breport\b|£|@|\be-?mail\b|\btel(?:ephone)?\b",
        heading,
        re.IGNORECASE,
    )


def goes_into_fund(right: str) -> bool:
    """True for money that is put into a fund: behind the amount stands ``into a new fund``, ``in the General Grants Scheme``."""
    return bool(_INTO.match(right))


def carried(purpose: str | None, before: str | None) -> str | None:
    """The purpose of an earlier amount goes for "a further" one; its own condition is kept behind it."""
    if not before:
        return purpose
    return f"{before}, {purpose}" if purpose and purpose not in before else before
