"""Numbers that name or date a thing and measure nothing: sections, decisions, telephones, statutes, ages, times, durations."""

from __future__ import annotations

import re

from extract.wording import by_first_letter

_MONTH = by_first_letter(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DASH = r"[-‐–‑—−]"

#: Words before a number that say that it is the name of something: "Decision 2015/32", "Strategic Priority 18", "Tier 2".
_NAMERS = (
    r"decision|ref(?:erence)?|(?<!\d\s)minutes?|(?:agenda\s+)?item|appendix|appendices|annexe?|sections?|paragraphs?|paras?|pages?|pp?|"
    r"tables?|figure|fig|charts?|graphs?|parts?|phases?|stages?|steps?|tiers?|grades?|levels?|(?:strategic\s+)?priority|"
    r"priorities|objectives?|bands?|category|class|schedule|articles?|regulations?|rules?|clause|options?|chapter|volume|"
    r"version|no|nos|question|outcomes?|room|zone|ward|strand|theme|pillar|recommendations?|principle|cohort|lot|bid|"
    r"project|operation|op|form|code|codes|channel|covid|csr|bs|iso|level|group|cause|aim|goal|measure|kpi|risk|line|"
    r"forcesight\s+v|windows|office|junction|route|top|vision|agenda|act|chance|catch|safer\s+streets"
)

#: A reference begins where a word or number does, with a sign of its own, or as an address: nothing is tried elsewhere.
_REFERENCES = re.compile(
    rf"""
    (?:\b(?=[\w(]) | ^ | (?=[\d§]))
    (?: https?://\S+ | www\.\S+ | [^\s@]++@\S+ | §\s?\d+
    | \b(?:tel(?:ephone)?\.?:?\s*)?\(?0\d{{2,4}}\)?[\s-]?\d{{3,4}}[\s-]?\d{{3,4}}\b
    # begun by a word, with a number after it
    | (?=[^\W\d]\D{{0,40}}+\d) (?: \b{by_first_letter(_NAMERS)}\b\.?\s*(?:no\.?\s*|number\s*|:\s*)?\d+(?:[./]\d+)*[a-z]?(?!\s?%|[\d,]|\.\d|\s?(?:{_NAMERS})\b|\s+(?:working\s+)?(?:days|hours|minutes|seconds)\b)
        (?:(?:\s*(?:,|&|and|or|to|{_DASH})\s*)\d{{1,2}}(?:\.\d+)*(?![\d,%.]|\s?(?:%|per\b)|\s+(?!(?:of|in|is|are|was|were|and|above|below|to)\b)[a-z]))*
      | \b[sS]\.?\s?\d+[A-Z]?\b(?!%)
      | \b{by_first_letter("act|order|regulations|bill|code|plan|strategy|budget|precept|awards?|conference|report|scheme|guidance")}\s+(?:19|20)\d\d\b
      | \b{_MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d,.%:])(?:,?\s+(?:19|20)\d\d\b)?
      | \b{_MONTH}\b\.?[\s-]*['’‘]?(?:19|20)?\d\d\b(?![,.]\d|\s?%)(?:\s?[/–-]\s?\d\d\b(?!%))?
      | \b[Qq](?:uarter\s)?[1-4]\b(?:\s?(?:/|{_DASH})\s?[1-4]\b)?(?:[\s,]+(?:of\s+)?(?:19|20)?\d\d(?:\s?(?:/|{_DASH})\s?\d\d(?:\d\d)?)?(?!\d|[,.]\d|%))?
      | \bq(?:uarter|tr)s?\s+[1-4]\b
      | \b(?:(?:financial|fiscal|calendar)\s+(?:years?\s+)?|FY\s?|years?\s+)(?:19|20)?\d\d(?:\s?(?:/|{_DASH})\s?(?:19|20)?\d\d)?\b(?!,\d|\s?%)
      | \baged?s?\s+(?:of\s+|between\s+|from\s+|under\s+|over\s+)*\d+(?:\s?(?:{_DASH}|to|and)\s?\d+)?
      | \b(?:under|over|post|pre)[\s-]?\d\d?s?\b(?=s\b|\s*(?:year|population|age)|\s*[).;:]\s|['’]s)
      | \b(?:under|over)[\s-]\d\ds\b | \b(?:children|people|those|persons|young\s+people)\s+(?:under|over)\s+\d\d?\b
      | \b(?:for|in|to)\s+(?:every|each)\s+1(?:00|0?0?,?000)\b(?!\s*%)
      | \bP?er\s+(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\b | \bper\s+\d[\d,]*\s+\w+ | \b\w*[A-Za-z]{_DASH}\d+(?:\.\d+)?\b(?!\s?%)
      | \b[A-Z]{{1,3}}/\d+\b
      | \b(?:decision|reference|ref|notice|minute|report|paper)\.?\s+(?:no\.?\s+|number\s+)?(?-i:[A-Z]{{2,6}})[\s-]?\d+\b
      | \b(?:page\s+)?\d+\s+of\s+\d+\s*$ )
    # words alone
    | (?=[^\W\d]) (?: \b(?:P?er\s+head)\b
      | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve){_DASH}(?!third|quarter|half|fifth)[a-z]+\b
      | \b(?:years?|quarter|stage|phase|step|part|level|tier|band|day|week|priority|section|grade|category)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b
      | \b(?:1|one)\s?(?:{_DASH}\s?)?to\s?(?:{_DASH}\s?)?(?:1|one)\b | \b1\s?{_DASH}\s?2\s?{_DASH}\s?1\b
      | \b121(?=s?\s+(?:support|sessions?|meetings?|interviews?|discussions?|coaching|advice|work|basis|with)\b) )
    # begun by a number
    | (?=\d) (?: \b\d{{1,2}}(?:st|nd|rd|th)?\s?{_DASH}\s?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b
      | \b\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+(?:of\s+)?'?’?(?:(?:19|20)?\d\d\b(?![,.]\d|\s?%)|(?:19|20)\d\b(?=\s*(?:$|[.,;)](?!\d)))))?
      | \b\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?/{{1,2}}\s?(?:19|20)?\d\d\b
      | \b(?:19|20)\d\d\s?(?:/|{_DASH})\s?(?:(?:19|20)\d\d|\d\d)(?!\d|[,.]\d|%)
      | \b(?:0\d|1\d|2\d|3\d)\s?/\s?(?:0\d|1\d|2\d|3\d)\b(?!\s?(?:/|%))(?:\s+v\.?s?\.?\s+\d\d/\d\d\b)?
      | (?:(?<=\bin\s)|(?<=\bduring\s)|(?<=\bsince\s)|(?<=\buntil\s))(?:19[5-9]|20[0-4])\d\b(?![,.]\d|\s?%)
      | (?<![\d,.£])(?:19[5-9]|20[0-4])\d(?![\d,]|\.\d|\s?(?:%|per\s?cent|people|offences|crimes|staff|officers|families|hours))
      | \b\d{{1,2}}[:.]\d\d\s?(?:hrs|hours|[ap]\.?m\b\.?) | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\s?(?:[ap]\.?m\b\.?)
      | \b\d{{4}}\s?(?:hrs|hours)\b(?!\s+of) | \b24\s?(?:/|x|{_DASH})\s?7\b | \b24[\s-]?hours?\b(?!\s+of)
      | \b(?:1|one)\s?(?:{_DASH}\s?)?to\s?(?:{_DASH}\s?)?(?:1|one)\b | \b1\s?{_DASH}\s?2\s?{_DASH}\s?1\b
      | \b121(?=s?\s+(?:support|sessions?|meetings?|interviews?|discussions?|coaching|advice|work|basis|with)\b) | \b50/50\b
      | \b\d+\s?(?:{_DASH}|to|and)?\s?(?:\d+)?[\s-]years?[\s-]olds?\b | \b\d+(?:\s?{_DASH}\s?\d+)?\s?(?:yrs?|years)\s+old\b
      | \b\d+\s?-\s?(?!per\s?cent|percent)[a-z]{{2,}}(?:-[a-z]+)*\b | \b\w*[A-Za-z]{_DASH}\d+(?:\.\d+)?\b(?!\s?%)
      | \b\d+\s?(?:miles?|mph|metres?|meters?|km|kg|kilos?|grams?|litres?|mg|cm|mm|ft|feet|gb|mb|tb|kb|acres?|hectares?|(?:square|sq\.?)\s+(?:miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?)|degrees?|bit)\b
      | \b(?:page\s+)?\d+\s+of\s+\d+\s*$ | (?-i:\b\d{{1,3}}\s?[–-]\s?\d{{1,3}}\s+(?=[A-Z]))
      )
    | ^\s*\(?\d{{1,2}}[.)]\s
    # the number of the paper itself
    | ^\s*(?:report|paper|enclosure|document|agenda)\s*(?:no\.?|number)?\s*:\s*\d+\s*$
    # a heading that a lost line break has put before a sentence, with the number of its page or section
    | ^\W*(?:\d{{1,3}}\s+)?(?:executive\s+summary|introduction|background|(?:performance\s+)?(?:overview|summary)|headlines|highlights|key\s+(?:messages|findings|points|highlights|headlines))\s+(?=(?-i:[A-Z]))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: Emergency and other short numbers, where they are a telephone and no count: "999 calls", "answer 101", "on 101".
_SERVICES = re.compile(
    r"""
    \*{0,2}(?<![\d,.£])\b(?:999|101|111|112|105)\b(?![,.]\d)
    (?:\s*(?:/|&|and|or)\s*(?:999|101|111|112)\b)?
    (?=\s*(?:$|[,.;:)]|calls?\b|services?\b|number\b|systems?\b|contacts?\b|operators?\b|response|targets?\b|demand|performance|emergenc|
      non[\s-]?emergenc|online|answer|handling|volumes?\b|abandon|callers?\b|and\b|or\b|is\b|was\b|are\b|were\b|has\b|have\b|as\b|
      digital|email|lines?\b|telephon|data\b|phone|rates?\b|wait|the\b|to\b|in\b|for\b|by\b|increas|reduc|decreas|reached\b|took\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty)"
#: Stretches of time that say when or for how long, not how much: "over 2 years", "3 months of lockdown", "five days later".
_DURATIONS = re.compile(
    rf"""
    \b(?=[\dotfsnet])(?:\d+|{_NUMBER_WORD})(?:\s?(?:{_DASH}|to|or|and)\s?(?:\d+|{_NUMBER_WORD}))?[\s-]+
    (?:(?:successive|consecutive|further|full|rolling|calendar|financial|whole|additional)\s+)*
    (?:years?|months?|weeks?|quarters?|fortnights?|decades?|terms?|week-?ends?|nights?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_references(text: str) -> str:
    """``text`` with every number that names or dates something blanked out, so that what is left measures; the length stays.

    Examples of what goes: ``3.38``, ``Decision 2015/32``, ``S.23 Misuse of drugs act 1971``, ``01772 533587``, ``10-17 year olds``,
    ``999`` in ``999 calls``, ``24 hour``, ``over 2 years``, ``Q4 2019/20``, ``5-year``.
    """
    for pattern in (_REFERENCES, _DURATIONS, _SERVICES):
        text = pattern.sub(lambda m: "\x00" * len(m.group()), text)
    return text
