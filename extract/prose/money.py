"""Money that is measured, not given: "savings of £10.5 million", "a residual funding gap of £1.7m in 2015/16 and £6.1m in 2016/17"."""

from __future__ import annotations

import re

from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import BLANK, COUNT, MONEY, Frame, M, N, P, T
from extract.prose.phrases import before, is_generic, opening
from extract.wording import MONEY_MEASURED, OPENERS, TIES, VERBS

_GIVEN = re.compile(
    r"\b(?:funded|funds|award(?:ed|s|ing)?|grant(?:ed|s)?|provid(?:ed|es|ing)|allocat(?:ed|es|ing|ion)|contribut(?:ed|es|ing|ions?)|"
    r"commission(?:ed|ing)|bids?|committed|ring-?fenc\w+|invest(?:ed|ment|ing)?|contract|cost\s+of|at\s+an?\s+cost|donat\w+|sponsor\w+|"
    r"secur(?:ed|ing)|received|claimed|purchas\w+|paid|pay)\b",
    re.IGNORECASE,
)
_NOUN = "|".join(sorted(MONEY_MEASURED, key=len, reverse=True))
_NOUNS = rf"(?:capital\s+programme|(?:police|core|formula|pensions?|settlement|legacy)\s+grants?|(?:total|core|government|police|central)\s+funding|{_NOUN})(?:\s+(?:requirement|gap|savings?|target|pressures?|shortfall|increase)\b)*"
_BEFORE_NOUN = re.compile(
    rf"(?P<first>{M})\s+(?!(?:over|under|above|below)\s+(?:the\s+)?budget\b)(?:(?:in|a|per|each|year|annum|p\.?a\.?|more|cashable|extra|additional|over|of(?!\s+funding))\s+)*"
    rf"(?P<what>(?:(?!(?:against|from|on|to|for|with|by|and|or|than|at|is|was|will|which|that|before|after|excluding|including|prior|net|without|then|once|following|plus|minus|less|besides|instead|outside|through|via|using|into|out)\b)[\w-]+\s+){{0,4}}?(?!band\b|household\b)(?:{_NOUNS}))\b"
)
_AFTER_NOUN = re.compile(
    rf"\b(?P<what>{_NOUNS})\b(?P<gap>(?:{BLANK}++|(?!\b(?:{_NOUN})\b)[^.;£{MONEY}{BLANK}]){{0,60}}?)(?:\b(?:of|is|are|was|were|be|to|at|nearer|totalling|totals|totalled|amounts?\s+to|a\s+further|stands?\s+at|"
    rf"stood\s+at|over|around|approximately|set|estimated)|:|\()\s*(?:which\s+)?(?P<first>{M})"
)


_SOURCES = r"council\s+tax(?:payers)?|precept|reserves?|savings?|(?:government|police|central|home\s+office|core)\s+(?:grants?|funding)|borrowing|capital\s+receipts"
_RAISED = re.compile(
    rf"(?P<first>{M})\s+(?:(?:will|would|is|are|was|were|has|have|had|to|now|be|been|being)\s+){{0,4}}(?:raised|generated|saved|met|funded|financed|found|collected|"
    rf"released|drawn|taken|transferred|required|needed|sought|provided|delivered)\s+(?:by|from|through|in)\s+(?:the\s+|its\s+|our\s+)?"
    rf"(?P<what>(?:[\w-]+\s+){{0,3}}?(?:{_SOURCES}|{_NOUNS}))\b"
)
#: The same with "more": "£3.8m more is needed from the precept".
_MORE_FROM = re.compile(
    rf"(?P<first>{M})\s+(?:more|extra)\s+(?:(?:will|would|is|are|was|were|be|to)\s+){{1,3}}(?:needed|required|raised|sought|found|met)\s+(?:by|from|through)\s+"
    rf"(?:the\s+|its\s+|our\s+)?(?P<what>(?:[\w-]+\s+){{0,3}}?(?:{_SOURCES}|{_NOUNS}))\b"
)
#: Money that comes on top, before its noun: "£5.2m (7.5%) more Police Grant".
_MORE_OF = re.compile(
    rf"(?P<first>{M})(?:\s*\(\s*(?P<second>{P})\s*\))?\s+(?:more|extra|additional)\s+(?:in\s+)?(?P<what>(?:[\w-]+\s+){{0,3}}?(?:grant|funding|{_NOUNS}))\b(?!\s+to\b)"
)
#: What something costs: "The workforce costs £137", "the change to pensions costs the Force £3m".
_COSTS = re.compile(
    rf"\b(?P<verb>(?:will\s+|would\s+|could\s+|now\s+)*costs?)\s+(?:(?:the|a|an|its|our|us|every|each)\s+)?(?:(?!an?\b|of\b)[a-z]+\s+){{0,2}}?(?P<first>{M}+)(?!\s+(?:more|less|extra|over|under|above|below)\b)"
)
#: "The revenue budget is underspent by £0.7m".
_UNDERSPENT = re.compile(
    rf"\b(?P<verb>(?:is|was|be|been|to|has|will|would|expected|forecast|projected|currently|now)\s+)+(?P<what>(?:under|over)sp\w+)\s+(?:by\s+)?(?P<first>{M})"
)
#: What a force spends on its running: "spent £4.1m on agency staff"; money spent on a project is an award.
_SPENT_ON = re.compile(
    rf"\bspen(?:t|ds?|ding)\s+(?P<first>{M})\s+on\s+(?:the\s+|its\s+)?(?P<what>(?:[\w-]+\s+){{0,2}}?(?:overtime|agency(?:\s+staff)?|consultants|consultancy|energy|"
    r"fuel|fleet|estates?|insurance|compensation|salaries|pay|pensions|sickness))\b"
)
#: What is missing: "leave £300k a year still to be found".
_TO_FIND = re.compile(
    rf"(?P<first>{M})\s+(?:(?:a|per)\s+year\s+)?(?:(?:still|yet)\s+)?(?:to\s+be\s+(?:found|saved|identified|delivered)|to\s+(?:find|save))\b"
    rf"|\b(?:needs?|has|have|required|still)\s+to\s+(?:find|save)\s+(?:a\s+further\s+|another\s+|an\s+additional\s+)?(?P<second>{M})"
)
#: What is added to a budget: "put £3.7m on the base budget".
_ADDS = re.compile(
    rf"\b(?P<verb>adds?|added|adding|puts?)\s+(?P<first>{M})\s+(?:on|to)\s+(?:the\s+|its\s+|our\s+)?(?P<what>(?:[\w-]+\s+){{0,2}}?{_NOUNS})\b"
)
#: The subject of a sentence with a clause after it: "Pay awards, 2.5% last year, put …".
_BEGUN = re.compile(
    rf"[\s•*–-]*(?:the\s+|our\s+)?(?P<what>(?!in\b|at\b|on\b|by\b|for\b)[a-z][^,;:.(){COUNT}-{MONEY}]{{3,50}}),"
)
#: Money that a household pays on top: "pay £24 a year more", "an extra 8 pence per week".
_MORE_TO_PAY = re.compile(
    rf"(?P<first>{M})\s+(?:a|per|each)\s+(?:year|week|month|annum)\s+(?:more|extra)\b(?!\s+than\b)"
    rf"|\b(?:an?\s+)?(?:extra|additional)\s+(?P<second>{M})\s+(?:a|per|each|on|for)\s+(?:year|week|month|annum|the\s+annual\s+bill|a\s+band)\b"
)
#: The end of a subject: the words of a clause up to its verb.
_WHO = r"(?:^|[,;:.–]\s+|\b(?:and|but|while|because|as|since|so|that|which|when|with)\s+)(?:the\s+|our\s+|its\s+)?(?P<what>(?:(?!(?:and|but|while|because|that|which|it|this|they|we|who)\s+(?!other))[a-z][\w'’&-]*\s+){1,6}?)(?:(?:has|have|had|will|would|could|also|now|then|alone|be|been|to)\s+)*"
#: What takes money from a budget or puts it on: "savings took off £6.7m, inflation and other changes put on £10.4m".
_TAKES_OFF = re.compile(
    rf"{_WHO}(?:t(?:ook|ake[sn]?|aking)\s+off|knock(?:ed|s|ing)?\s+off|shav(?:ed|es|ing)\s+off|tak(?:es?|ing|en)\s+out|took\s+out|strip(?:ped|s)\s+out|cut\s+off)\s+(?:a\s+further\s+|another\s+|some\s+)?(?P<first>{M})"
)
_PUTS_ON = re.compile(
    rf"{_WHO}(?:put(?:s|ting)?\s+on|add(?:s|ed|ing)?(?:\s+(?:on|back))?|push(?:ed|es)\s+up\s+(?:the\s+)?(?:costs?|budget|spending)\s+by)\s+(?:a\s+further\s+|another\s+|some\s+)?(?P<first>{M}+)(?!\s+(?:on|to)\s+(?:the\s+|its\s+|our\s+)?(?:\w+\s+){{0,2}}?{_NOUN}\b)"
)
#: What brings money in: "In South Tyneside this brought in £4.23m", "the precept would go up 5.8 per cent and bring in £2.7m".
_BRINGS_IN = re.compile(
    rf"\b(?P<verb>(?:(?:will|would|could|should|to|might)\s+)?(?:br(?:ings?|ought|inging)\s+in|(?:was|were|is)\s+to\s+raise|would\s+have\s+(?:raised|given|yielded|brought\s+in|produced)|(?:will|would|could)\s+(?:give|yield|produce|earn|raise)|yield(?:s|ed)|earn(?:s|ed)|raised))\s+(?:some\s+|about\s+)?(?P<first>{M}+)(?!\s+(?:more|extra|additional|for\s+(?:charity|the\s+charity)|in\s+funding\s+for)\b)"
)
#: How far off its budget something is: "overtime was £0.9m over budget", "The year ended £25k under budget".
_OFF_BUDGET = re.compile(
    rf"\b(?P<verb>(?:is|was|are|were|be|ended|end|ends|closed|finished|came\s+in|come\s+in|comes\s+in|ran|runs|stood|forecast|projected|expected|remains?)\s+(?:(?:now|currently|to|be|forecast|projected|expected|at|the\s+year)\s+)*)?(?P<first>{M})(?:\s*\([^()]*\))?\s+"
    rf"(?P<word>over|under|above|below|in\s+excess\s+of|short\s+of|less\s+than|more\s+than)\s+(?:the\s+|its\s+|our\s+)?(?:(?:annual|revenue|net|approved|original|revised|overtime|pay|capital|full[\s-]year|{T})\s+)*budget(?:ed)?\b"
)
#: The same the other way round: "Income was better than expected by £475k", "underspent against budget by £0.3m".
_OFF_BY = re.compile(
    rf"\b(?P<verb>(?:is|was|are|were|be|came\s+in|come\s+in|has\s+been|have\s+been)\s+(?:(?:now|currently|slightly|much|to|be)\s+)*)(?P<word>better|higher|more|greater|lower|less|over|under|above|below)\s+(?:than\s+)?(?:the\s+)?(?:expected|planned|budget(?:ed)?|forecast|anticipated|estimated?|predicted|target)(?:\s+(?:figure|level|for))?\s+by\s+(?:some\s+|around\s+)?(?P<first>{M})"
)
#: What a sum is spent on: "£64.5m on officers and £2.9m on PCSOs", "£0.4m went on agency staff".
_RUNNING = (
    r"(?:overtime|agency(?:\s+staff)?|consultants|consultancy|energy|fuel|fleet|estates?|insurance|compensation|salaries|wages|pay|pensions|sickness|policing|(?:police\s+)?officers|"
    r"(?:police\s+)?staff|pcsos|premises|supplies(?:\s+and\s+services)?|transport|equipment|vehicles|it\b|technology|utilities|training|buildings|(?:contact|records?|computer|telephone|it|finance|case)\s+systems?|(?:the\s+)?front[\s-]?line(?:\s+policing)?|neighbourhood\s+(?:policing|teams)|recruitment|custody|support\s+services|employees|uniforms?|maintenance|back\s+office|interest|debt)"
)
_GOES_ON = re.compile(
    rf"(?P<first>{M})\s+(?:(?:of\s+(?:it|this|that|which)\s+)?(?:(?:was|were|is|are|will\s+be|has\s+been)\s+)?(?:went|goes|go|going|gone|spent|being\s+spent|used)\s+)?on\s+(?:the\s+|its\s+|our\s+|police\s+)*(?P<what>(?:[\w-]+\s+){{0,2}}?{_RUNNING}(?:\s+costs?)?)\b(?!\s+(?:for|at|in)\s+(?:an?|the)\b)"
)
_SPENDS = re.compile(r"\b(?:spen[dt]\w*|expenditure|costs?|budgets?|goes|went|going)\b")
#: What goes to reserves or comes from them: "£1.117m was to go to reserves", "with £5.3m from reserves", "£0.7m to one reserve".
_RESERVES = re.compile(
    rf"(?P<first>{M})\s+(?:(?:more|of\s+it|of\s+which|was|were|is|are|will|would|to|be|been|has|have|came|comes?|coming|went|goes|go|going|taken|put|moved|drawn|transferred|added|paid|released|used|down)\s+){{0,6}}?"
    rf"(?P<tie>from|to|into|out\s+of|in)\s+(?:(?:the|our|its|general|earmarked|one|{N}|another|usable|useable|ear-marked|revenue|capital|useable|budget|transformation|and|balances)\s+)*?(?P<what>reserves?|balances|another)\b"
)
#: A heading with what became of each sum: "Capital programme: £7.358m spent in the year, £6.328m deferred".
_DONE_WITH = re.compile(
    rf"(?P<first>{M})\s+(?P<done>spent|deferred|carried\s+forward|slipped|re-?phased|committed|uncommitted|unspent|remaining|unallocated|earmarked|ring-?fenced|saved|outstanding|delivered|identified|achieved|general|non-pay|revenue|capital)\b"
)
_HEADED = re.compile(rf"[\s•*–-]*(?P<what>[a-z][^:;.,(){COUNT}-{MONEY}]{{2,40}}?)\s*:\s*(?=(?:[a-z]+\s+)?{M})")
#: What is gone: "Nearly £460,000 was lost in the spending review", "£9.4 million worse off".
_GONE = re.compile(
    rf"(?P<first>{M})\s+(?:(?:was|were|has\s+been|had\s+been|have\s+been|is|will\s+be)\s+(?P<done>lost|cut|removed|taken\s+away|withdrawn|stripped)\b(?P<where>\s+(?:in|from|through|by|under|out\s+of)\s+(?:the\s+|its\s+|our\s+)?(?:(?!of\b|that\b|which\b)[a-z][\w-]*\s*){{1,3}})?|(?P<off>(?:worse|better)\s+off)\b)"
)
#: The same of what was given before: "Another £1m of government funding went".
_WENT = re.compile(
    rf"(?P<first>{M})\s+of\s+(?:(?:its|our|the)\s+)?(?P<what>(?:[a-z][\w-]*\s+){{0,2}}?(?:funding|grants?|income))\s+(?:(?:has|had|have|was|were|is|will\s+be|been)\s+)*(?:went|gone|lost|disappeared|withdrawn|cut|removed|taken\s+away)\b"
)
#: How far off its budget each head of it is: "police pay £6m under, overtime £0.7m over".
_NAME_OVER = re.compile(
    rf"(?:^\W*|[,;:]\s+|\band\s+)(?P<what>[a-z][^{COUNT}-{MONEY},;:.()]{{2,60}}?)\s+(?:is\s+|was\s+)?(?P<first>{M})\s+(?P<word>over|under)(?=\s*(?:[,.;)]|$|and\b))"
)
#: What is needed: "a need to save some £3m", "has to save £1.2m a year".
_NEEDS_TO_SAVE = re.compile(
    rf"\b(?:need(?:s|ed)?|ha(?:s|ve|d)|must|required|obliged|forced)\s+(?:to\s+)?(?:save|find\s+savings\s+of|cut)\s+(?:a\s+further\s+|another\s+|some\s+)?(?P<first>{M})"
)
#: A rise that would bring so much: "a rise of 1.99 per cent would have given £630,000 and one of 1.5 per cent £470,000".
_OF_A_RISE = re.compile(rf"\b(?P<what>(?P<noun>rise|increase|reduction|cut)\s+of\s+{P})$")
_ONE_OF = re.compile(rf",?\s+(?:and|or|but)\s+(?:one|{N}+)\s+of\s+(?P<share>{P})\s+(?P<first>{M})")
#: What is done with reserves, which are more than that: "the use of reserves of £4m", "a contribution of £2m to earmarked reserves".
_MOVES_RESERVES = re.compile(
    rf"\b(?:us(?:e|ing)|appl(?:ication|ying)|releas(?:e|ing)|draw(?:ing|s|n|down)?(?:[\s-]down)?|call|relian(?:ce|t)|rel(?:y|ies|ying)|transfer(?:s|red|ring)?|contributions?|contribut(?:es|ed|ing)|appropriations?|withdrawals?|tak(?:en|ing)|top(?:ped|ping)?[\s-]up)\s+"
    rf"(?:(?:of|from|on|upon|out\s+of|down|by)\s+|(?P<in>to|into)\s+)?(?:(?:{M}|the|our|its|some|a\s+further|up\s+to)\s+)*(?:(?P<in2>to|into)\s+|(?:of|from|out\s+of|in)\s+)?(?:the\s+|our\s+|its\s+)?$"
)
#: A budget before or after what reserves give it: it is not the other one.
_BESIDE = (
    r"(?P<beside>before|after|excluding|including|net\s+of|prior\s+to|without)\s+(?:(?:any|the|planned|further|use|using|of|application|applying|"
    r"contributions?|transfers?|drawing|drawdown|draw|call|taking|from|to|on|down|into|account|general|earmarked|usable)\s+)*"
)
_BESIDE_RESERVES = re.compile(rf",?\s+\(?{_BESIDE}(?:reserves?|balances)\b")
_BEGUN_BESIDE = re.compile(rf"\W*{_BESIDE}(?:reserves?|balances)\b,?\s")
_GAP_BESIDE = re.compile(rf",?\s+\(?{_BESIDE}$")
_ADDITIONAL = re.compile(r"\b(?:additional|extra|further)\s+$", re.IGNORECASE)
_PART_OF_IT = re.compile(
    rf"\s+of\s+(?:(?:its|our|their|his|her|this|that)\s+(?:own\s+)?|an?\s+(?:[a-z-]+\s+){{0,3}}[a-z-]+\s+of\s+{M})"
)
_PART_OF_WHOLE = re.compile(rf"(?P<first>{M})\s+of\s+(?:an?|the|its|our|their)\s+(?:[a-z-]+\s+){{1,4}}of\s+$")
#: What reserves give: "Capital programme £27.4m, to which reserves contributed £11m".
_RESERVES_GIVE = re.compile(
    rf"\b(?:reserves|balances)\s+(?:(?:will|would|have|had|also|then)\s+)*(?:contribut(?:ed|es?)|provid(?:ed|es?)|gave|gives?|met|meets?|funded|funds?|covered|covers?|supplied|bridged|paid\s+for)\s+(?P<first>{M})"
)
#: A name and its sum without a verb: "Net revenue budget £240m, of which …", "precept £53.2m, up 1.99%", "Funding in total: about £242m".
_NAMED_SUM = re.compile(
    rf"(?:^\W*|[;:]\s+|,\s+(?:and\s+)?)\b(?P<what>(?:[a-z][\w'’-]*\s+){{0,4}}?(?:{_NOUNS}|total\s+funding|funding\s+in\s+total))(?:\s+for\s+{T})?\s*:?\s+(?P<first>{M})(?=\s*(?:[,;.(]|$|of\s+which\b))"
)
_HAD = re.compile(
    r"\b(?:had|has|have|with|shows?|showed|included|includes)\s+(?:an?\s+|the\s+)?(?P<what>(?:[a-z-]+\s+){0,2}(?:funding|income|spending|expenditure|grants?|resources|receipts))\s*$"
)
_SET_ASIDE = re.compile(r"[^.;]{0,60}?\b(?:set\s+aside|ring-?fenced|awarded|allocated|provided|committed|granted)\b")
_ASIDE = re.compile(rf"\([^(){COUNT}-{MONEY}]*\)")
#: Words between dashes: "my budget for 15/16 - which has to provide resources - at £171.573m".
_BETWEEN_DASHES = re.compile(rf"(?<=\s)[–—-]\s[^–—{COUNT}-{MONEY}]{{1,160}}?\s[–—-](?=\s)")
_ESTIMATED = re.compile(
    rf"(?:,?\s+(?:which|that))?(?:\s+(?:is|are|was|were|has\s+been))?(?:\s+(?:currently|now))?\s+(?:estimated|projected|forecast|valued|"
    rf"expected|anticipated)\s+(?:at|to\s+(?:be|cost|total|reach|stand\s+at))\s+(?P<first>{M})"
)
_SAVES = re.compile(
    rf"\b(?:sav(?:e|es|ed|ing))\s+(?:the\s+\w+\s+)?(?:an?\s+)?(?:further\s+|additional\s+|extra\s+|estimated\s+)?(?P<first>{M})"
)
_RAISES = re.compile(
    rf"\b(?:rais(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|yield(?:s|ed|ing)?|bring(?:s|ing)?\s+in)\s+(?:an?\s+)?(?:additional|extra|further)\s+"
    rf"(?P<first>{M})|\b(?:rais(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|yield(?:s|ed|ing)?|bring(?:s|ing)?\s+in)\s+(?P<second>{M}+)\s+(?:more|extra)\b"
)
_WILL_RAISE = re.compile(
    rf"\b(?:precept|increase|rise|tax)\s+(?:(?:(?:will|would|could)\s+)?(?:raise|generate|yield|bring\s+in)|(?:raises|generates|yields|brings\s+in))\s+(?P<first>{M})"
)
_EACH = re.compile(
    r"\b(?P<each>(?:each|every|a|an)\s+(?:extra\s+)?(?:£\s?1|1\s?%|1\s+per\s?cent|pound)\s+(?:(?:of|on|from|in|for)\s+)?(?:the\s+|council\s+)*)$",
    re.IGNORECASE,
)
#: What money is for, behind its noun.
_USED_FOR = re.compile(
    r"\s+(?P<use>(?:for|on)\s+(?!(?:the\s+)?(?:band|average|typical|year|next|last|coming|current|household)\b|an?\b)[a-z][a-z'’ -]{2,40}?)\s*"
)
_TAX_RAISES = re.compile(r"(?P<what>precept|tax)\s+(?P<verb>raises|generates|yields|brings\s+in)\b")
_PAYS = re.compile(
    rf"\b(?:pay(?:s|ing)?|cost(?:s|ing)?)\s+(?:[^\s,;.()]+\s+){{0,8}}?(?:an\s+)?(?:additional|extra)\s+(?P<first>{M})"
)
#: The label of what remains of a gap that was named before.
REMAINING = "+remaining"
_REMAINING = re.compile(rf"\bremaining\s+(?P<first>{M})")
_WORD = re.compile(r"[a-z-]+")
_MORE = re.compile(r"\s+more\b")
_GAINS = re.compile(r"\b(?:income|funding|grants?|receipts|savings|precept|interest|surplus|tax\s+base)\b")
_CLAUSE_END = re.compile(r"[.;]")
_NO_NAME = frozenset(
    ["in", "at", "from", "to", "by", "with", "and", "or", "which", "that", "a", "an", "extra", "additional"]
)
_LISTED_BEFORE = re.compile(r",\s|\band\s")
_EACH_OF = re.compile(r"\b(?:each|every)\s+(?:extra\s+)?$")
_AT_COST = re.compile(r"\bat\s+(?:(?:an?|the|total|further)\s+)*$")
_OF_A_BAND = re.compile(r"\bband\s+[a-h]\b")
_RESERVE = re.compile(r"\breserves?\b")


def money(frame: Frame) -> Claims:
    """Savings, budgets, gaps, precepts and spending.

    Examples: ``which will realise savings of £10.5 million``, ``over £38 million in cashable efficiency savings``, ``a shortfall of £23m``.
    ``of which £106.274m would be met from council tax``, ``£3.8m more is needed from the precept``, ``costs the Force £3m``.
    ``my budget for 15/16 - which … - at £171.573m``, ``contributions, which are estimated at £2.1m``, ``will raise an additional
    £1.038m``, and after a sentence about a gap ``the remaining £4.0m``. Money given for a purpose is none: ``provided £50,000 from the Ministry of Justice Victims Grant``.
    """
    if MONEY not in frame.shape:
        return
    shape = _ASIDE.sub(lambda m: " " * len(m.group()), frame.shape)
    shape = _BETWEEN_DASHES.sub(lambda m: BLANK * len(m.group()), shape)
    yield from _in_clauses(frame, shape)
    yield from _off_budget(frame, shape)
    for match in _MORE_FROM.finditer(shape):
        yield Claim(index_at(frame, match.start("first")), _source(frame, match), "change", confidence=0.75)
    for match in _MORE_OF.finditer(shape):
        index, label = index_at(frame, match.start("first")), _source(frame, match)
        yield Claim(index, label, "change", confidence=0.75)
        if match["second"]:
            yield Claim(index_at(frame, match.start("second")), label, "percent_change", of=index, confidence=0.75)
    for match in _RAISED.finditer(shape):
        yield from _unless_given(
            frame, index_at(frame, match.start("first")), _source(frame, match), match.start("first")
        )
    for match in _BEFORE_NOUN.finditer(shape):
        if _SET_ASIDE.match(shape, match.end("first")) or _EACH_OF.search(shape[: match.start("first")]):
            # "Each £1 of precept": no precept of one pound.
            continue
        if _PART_OF_IT.match(shape, match.end("first")):
            # "£600,662 of its own budget": a part of it.
            continue
        if any(word in VERBS and not word.endswith(("ed", "ing")) for word in match["what"].split()[:-1]):
            # "The budget of £98m excludes the use of reserves": what comes after the verb is another thing.
            continue
        label = _compound(frame, match.end("what"))
        label = _of_reserves(label, shape[: match.end("what") - len(label)])
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, match.start("first"))
    for match in _AFTER_NOUN.finditer(shape):
        # "precept for an average Band D property is £256.15": the band only says whose.
        band = match["what"].lower() in ("band", "household")
        if match["what"] in ("cost", "costs") and _AT_COST.search(shape[: match.start("what")]):
            continue
        label = before(frame, match.end("gap")) if band else _compound(frame, match.end("what"))
        if band and not MONEY_MEASURED - {"band", "household"} & {*label.lower().split()}:
            continue
        if own := _HAD.search(shape, match.start("gap"), match.end("gap")):
            # "the budget had funding of £115m": the funding.
            label = frame.printed(own, "what")
        elif label and not band and (use := _USED_FOR.fullmatch(shape, *match.span("gap"))):
            # "The Commissioner's budget for victims' services is £2.1m": not all of it.
            label = f"{label} {frame.printed(use, 'use')}"
        at_what = match.start("what") - max(0, len(label) - len(match["what"]))
        if "reserve" in frame.shape or "balances" in frame.shape:
            label = _beside_reserves(frame, match, _of_reserves(label, shape[:at_what]))
        if more := _ADDITIONAL.search(frame.text[:at_what]):
            # "Additional core grant of £904,474": not all of it.
            yield Claim(
                index_at(frame, match.start("first")), f"{more.group().strip()} {label}", "change", confidence=0.75
            )
            continue
        # "The total commissioning budget": what belongs to the name gives nothing.
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, at_what)
    for match in _ESTIMATED.finditer(frame.shape):
        label = before(frame, match.start())
        yield from _unless_given(frame, index_at(frame, match.start("first")), label, match.start() - len(label))
    for pattern, told, statistic in (
        (_SAVES, "+savings", "actual"),
        (_RAISES, "+additional raised", "change"),
        (_PAYS, "+additional paid", "change"),
        (_WILL_RAISE, "+raised", "actual"),
        (_MORE_TO_PAY, "+additional paid", "change"),
        (_TO_FIND, "+to be found", "actual"),
        (_REMAINING, REMAINING, "actual"),
    ):
        for match in pattern.finditer(shape):
            group = "first" if match["first"] else "second"
            if pattern is _WILL_RAISE and (raises := _TAX_RAISES.match(match.group())):
                # "of which the precept raises £53.2m": what it raises, and nothing of what was told of before.
                index = index_at(frame, match.start("first"))
                each = _EACH.search(frame.text[: match.start()])
                label = f"{each['each'] if each else ''}{raises['what']} {raises['verb']}"
                yield Claim(index, label, statistic, confidence=0.75)
                continue
            yield Claim(index_at(frame, match.start(group)), told, statistic, confidence=0.75)
    for match in _ADDS.finditer(shape):
        begun = _BEGUN.match(frame.shape)
        named = frame.text[begun.start("what") : begun.end("what")] if begun else ""
        label = before(frame, match.start("verb")) or opening(frame) or named
        if label and not is_generic(label):
            yield Claim(index_at(frame, match.start("first")), f"{label} cost", "change", confidence=0.7)
    for match in _UNDERSPENT.finditer(shape):
        label = before(frame, match.start("verb")) or opening(frame)
        if label:
            kind = "underspend" if match["what"].startswith("under") else "overspend"
            yield Claim(index_at(frame, match.start("first")), f"{label} – {kind}", "actual", confidence=0.75)
    for match in _SPENT_ON.finditer(shape):
        yield Claim(
            index_at(frame, match.start("first")), f"spending on {_source(frame, match)}", "actual", confidence=0.75
        )
    for match in _COSTS.finditer(shape):
        label = before(frame, match.start("verb"))
        if label and not is_generic(label):
            yield Claim(index_at(frame, match.start("first")), f"{label} cost", "actual", confidence=0.7)


def _in_clauses(frame: Frame, shape: str) -> Claims:
    """Sums each with a verb of its own.

    Examples: ``savings took off £6.7m, inflation put on £10.4m``, ``this brought in £4.23m``, ``£64.5m on officers and £2.9m on PCSOs``,
    ``£1.117m was to go to reserves``, ``Capital programme: £7.358m spent in the year, £6.328m deferred``.
    """
    for pattern, falls, words in ((_TAKES_OFF, True, (" off", " out")), (_PUTS_ON, False, ("put", "add", "push"))):
        for match in pattern.finditer(shape) if any(word in shape for word in words) else ():
            label = frame.printed(match, "what")
            if label and not is_generic(label):
                yield Claim(index_at(frame, match.start("first")), label, "change", falls=falls, confidence=0.7)
    for match in _BRINGS_IN.finditer(shape):
        if _GIVEN.search(_near(frame, match.start())):
            continue
        label = "+raised"
        if rise := _OF_A_RISE.search(shape[: match.start()].rstrip()):
            label = f"{frame.printed(rise, 'what')} – raised"
            if other := _ONE_OF.match(shape, match.end("first")):
                which = frame.printed(other, "share")
                named = f"{rise['noun']} of {which} – raised"
                yield Claim(index_at(frame, other.start("first")), named, "projection", confidence=0.7)
        elif _OF_A_BAND.search(shape[: match.start()]):
            label = "precept raised"
        yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.7)
    for match in _RESERVES.finditer(shape) if "reserve" in shape or "balances" in shape else ():
        if (match["tie"] == "in") or (match["what"] == "another" and not _RESERVE.search(shape[: match.start()])):
            continue
        first = match.start("first")
        if part := _PART_OF_WHOLE.search(shape[:first]):
            # "£2.1m of a budget of £98m came from reserves": the £2.1m did.
            first = part.start("first")
        label = "transfer to reserves" if match["tie"] in ("to", "into") else "use of reserves"
        more = _MORE.match(shape[match.end("first") :])
        yield Claim(index_at(frame, first), label, "change" if more else "actual", confidence=0.75)
    for match in _RESERVES_GIVE.finditer(shape) if "reserve" in shape or "balances" in shape else ():
        yield Claim(index_at(frame, match.start("first")), "use of reserves", "actual", confidence=0.75)
    for match in _NAMED_SUM.finditer(shape):
        label = frame.printed(match, "what")
        if not {*match["what"].removesuffix(" in total").split()} & (VERBS | TIES | _NO_NAME) and not _GIVEN.search(
            label
        ):
            yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.8)
    if _SPENDS.search(shape):
        for match in _GOES_ON.finditer(shape):
            if not _GIVEN.search(_LISTED_BEFORE.split(_near(frame, match.start()))[-1]):
                what = frame.printed(match, "what")
                yield Claim(index_at(frame, match.start("first")), f"spending on {what}", "actual", confidence=0.75)
    if headed := _HEADED.match(shape):
        name = frame.printed(headed, "what")
        done = list(_DONE_WITH.finditer(shape, headed.end("what")))
        if MONEY_MEASURED & {*name.lower().split()} or "programme" in name.lower():
            for match in done:
                label = f"{name} – {' '.join(match['done'].split())}"
                yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.75)
    for match in _GONE.finditer(shape):
        if match["off"]:
            label, falls = "+" + " ".join(match["off"].split()), match["off"].startswith("worse")
        else:
            where = frame.printed(match, "where") if match["where"] else ""
            label, falls = " ".join(filter(None, ("funding", match["done"], where))), True
        yield Claim(index_at(frame, match.start("first")), label.lstrip("+"), "change", falls=falls, confidence=0.7)
    for match in _NAME_OVER.finditer(shape) if " over" in shape or " under" in shape else ():
        label = frame.printed(match, "what")
        if not {*match["what"].split()} & (VERBS | _NO_NAME) and not is_generic(label):
            yield Claim(
                index_at(frame, match.start("first")), f"{label} – {match['word']}spend", "actual", confidence=0.7
            )
    for match in _WENT.finditer(shape) if " of " in shape else ():
        label = frame.printed(match, "what")
        yield Claim(index_at(frame, match.start("first")), label, "change", falls=True, confidence=0.75)
    for match in _NEEDS_TO_SAVE.finditer(shape):
        yield Claim(index_at(frame, match.start("first")), "savings required", "target", confidence=0.75)


def _off_budget(frame: Frame, shape: str) -> Claims:
    """How far off its budget something is: ``overtime was £0.9m over budget``, ``Income was better than expected by £475k``."""
    for match in _OFF_BUDGET.finditer(shape) if "budget" in shape else ():
        label = before(frame, match.start("verb")) if match["verb"] else before(frame, match.start("first"))
        over = match["word"] in ("over", "above", "more than") or match["word"].startswith("in")
        kind = "overspend" if over else "underspend"
        if label.lower() in ("year", "financial year", "force", "outturn", "spending", "expenditure") or is_generic(
            label
        ):
            label = ""
        if "income" in label.lower():
            yield Claim(index_at(frame, match.start("first")), label, "change", falls=not over, confidence=0.75)
            continue
        label = f"{label} – {kind}" if label else kind
        yield Claim(index_at(frame, match.start("first")), label, "actual", confidence=0.75)
    for match in _OFF_BY.finditer(shape) if " by " in shape else ():
        label = before(frame, match.start("verb"))
        gains = _GAINS.search(label.lower())
        if not label or is_generic(label) or (match["word"] == "better" and not gains):
            # Costs that are better than expected are lower.
            continue
        falls = match["word"] in ("lower", "less", "under", "below")
        yield Claim(index_at(frame, match.start("first")), label, "change", falls=falls, confidence=0.75)


def _source(frame: Frame, match: re.Match[str]) -> str:
    """Where money comes from or goes to, as printed: "council tax", "Police Grant"."""
    if match.re in (_RAISED, _MORE_FROM) and match["what"].endswith(("reserves", "balances")):
        return f"use of {match['what'].split()[-1]}"
    return _compound(frame, match.end("what")) or frame.printed(match, "what")


def is_money_measure(frame: Frame, label: str, at: int) -> bool:
    """Whether money said of ``label`` is measured: its words name savings, a budget, a gap; nobody is given it before ``at``."""
    words = _WORD.findall(label.lower())
    return bool(MONEY_MEASURED & {*words}) and not _GIVEN.search(_near(frame, at))


def _of_reserves(label: str, lead: str) -> str:
    """What ``lead`` says is done with reserves, where ``label`` names these: "use of general reserves"; else the label as it is."""
    if not label.lower().endswith(("reserves", "reserve", "balances")):
        return label
    moves = _MOVES_RESERVES.search(lead)
    if moves is None:
        return label
    return f"{'transfer to' if moves['in'] or moves['in2'] else 'use of'} {label}"


def _beside_reserves(frame: Frame, match: re.Match[str], label: str) -> str:
    """A label with the words that say how reserves are counted in it, before its figure or after it.

    Examples: ``net budget of £98m before the use of reserves`` is "net budget before use of reserves", ``The gap before drawing on reserves
    is £3m`` "gap before use of reserves".
    """
    beside = (
        _BESIDE_RESERVES.match(frame.shape, match.end("first"))
        or _BESIDE_RESERVES.search(frame.shape, match.end("what"), match.start("first"))
        or _BEGUN_BESIDE.match(frame.shape)
    )
    if beside and not label.endswith(("reserves", "balances")):
        return f"{label} {beside['beside']} use of reserves"
    ahead = _GAP_BESIDE.search(frame.shape[: match.start("what")])
    if ahead and match["what"].split()[-1] in ("reserves", "balances"):
        noun = _compound(frame, ahead.start())
        return f"{noun} {ahead['beside']} use of reserves" if noun else label
    return label


def _unless_given(frame: Frame, index: int, label: str, at: int) -> Claims:
    if label and ("saving" in label.lower() or not _GIVEN.search(_near(frame, at))):
        yield Claim(index, label, "actual", confidence=0.8)


def _near(frame: Frame, at: int) -> str:
    """The words right before ``at``."""
    return _CLAUSE_END.split(frame.text[max(0, at - 60) : at])[-1]


def _compound(frame: Frame, end: int) -> str:
    """The noun that ends at ``end`` with the words that belong to it: "residual funding gap", "council tax requirement"."""
    words: list[str] = []
    for word in reversed(before(frame, end).split()):
        if words and (word.lower().strip(",") in OPENERS or word.lower() in TIES or word[-1] in ",)"):
            break
        words.insert(0, word)
    return " ".join(words)
