"""Wordings of change: "decreased by 3% (-750)", "a 16% decrease in recorded offences", "rose 46% to 677", "from 223 to 251"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from extract.prose.claims import Claim, Claims, change_statistic, index_at
from extract.prose.frame import ANY, AREA, COUNT, MONEY, PERCENT, PERIOD, TIME, A, Frame, M, N, P, S, T
from extract.prose.phrases import after, before, head, is_generic, participle, subject
from extract.wording import COUNTED, VERBS, small_words, word_set

_UP_VERB = (
    r"increas(?:ed|es|ing|e)|ris(?:es|en|ing|e)|rose|gr(?:ew|own|ows|owing|ow)|improv(?:ed|es|ing|e)|climb(?:ed|ing)|jumped|gained|"
    r"(?:went|gone|going|goes|go|came|come|coming|comes)\s+up|doubled|trebled|tripled|soar(?:ed|ing)|surg(?:ed|ing)|rocketed|spiked|expanded"
)
_DOWN_VERB = (
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:ed|es|ing|e)|(?:went|gone|going|goes|go|came|come|coming|comes|brought)\s+down|"
    r"halved|plunged|plummeted|slipped|dipped|slumped|worsened|shrank|shrunk|cut(?:ting)?|lower(?:ed|ing)|deteriorated"
)
_UP_NOUN = r"increases?|rises?|growth|uplift|improvements?|jump|gain|surge|spike|hike"
_DOWN_NOUN = r"decreases?|reductions?|falls?|drops?|declines?|cuts?|deterioration|shrinkage|dip|slump"
_CHANGE_WORD = rf"{_UP_VERB}|{_DOWN_VERB}|{_UP_NOUN}|{_DOWN_NOUN}"
_NOUN = small_words(f"{_UP_NOUN}|{_DOWN_NOUN}|change")
_VERB = small_words(f"{_UP_VERB}|{_DOWN_VERB}")
_VERB_OR_NOUN = small_words(f"{_CHANGE_WORD}|raising|bringing|taking")
_VERB_OR_WAY = small_words(rf"{_UP_VERB}|{_DOWN_VERB}|(?<!ed\s)(?<!ing\s)(?:up|down)")
_VERB_OR_IS_UP = small_words(
    rf"{_UP_VERB}|{_DOWN_VERB}|(?:is|was|are|were)\s+(?:up|down)|(?:(?<=[,:]\s)|(?<=.\()|(?<=\band\s))(?:up|down)"
)
_DOWN = re.compile(rf"(?:{_DOWN_VERB}|{_DOWN_NOUN}|down|lower|fewer|less|worse|below)$")
_BETTER_OR_WORSE = re.compile(r"(?P<better>improv|better)|worse|deterior")
_ADVERB = r"(?:\s+(?:\w+ly|further|overall|again|year[\s-]on[\s-]year|in\s+total|on\s+average|also))"
_ADJECTIVE = (
    r"(?:\s+(?:overall|further|slight|average|significant|estimated|annual|year[\s-]on[\s-]year|large|small|net|general|marked|"
    r"projected|real[\s-]terms|cash|funding|precept|budget|percentage|point|points))"
)
_WHEN = rf"(?:\s*[(,]?\s*(?:(?:in|for|during|over|of|to|at|from|by|the|period)\s+)*(?:{T}|{A})\s*[),]?)"
#: The same change in another unit: "(-750)", "(142 crimes)", ", or 170", and after "12" in "by 12 offences (4%)".
_SECOND = (
    rf"(?:(?:(?:\s+(?!(?:in|to|and|from|of|for|at|on|with)\b)[a-z][\w'’-]*){{1,2}}(?:\s*\(|,(?=\s+or\s))|\s*[(,]|\s+(?:a|per)\s+[a-z]+(?=,?\s+or\s),?)\s*(?:or\s+|by\s+|equivalent\s+to\s+|representing\s+)?(?P<second>{N}|{M}|{P})"
    r"(?:\s+(?!(?:in|to|and|from|of)\b)[\w'’]+){0,3}\s*\)?)?"
)
#: The same in other words: "a reduction of 7,161 offences, which equates to 4.5%".
_EQUALS = re.compile(
    rf"(?:\s+[a-z]+){{0,3}}?,?\s+(?:which\s+)?(?:equat(?:es|ed|ing)\s+to|equal(?:s|led|ling)|(?:is\s+)?equivalent\s+to|represent(?:s|ed|ing))\s+(?:an?\s+)?"
    rf"(?P<first>{P}|{N}|{M})(?!\s+of\b)"
)
#: The same in numbers behind its time: "came down by 2.9% over the year, or 4,455 offences".
_OR_SO_MANY = re.compile(
    rf"\s+(?:(?:over|in|during|on|for|since|across|to)\s+)?(?:(?:the\s+)?(?:{T}|year|quarter|period|same\s+period)\s*)?[,(]\s*(?:or|which\s+is|that\s+is|equivalent\s+to|some|representing)\s+"
    rf"(?P<first>{N})(?=\s+(?:fewer\s+|more\s+|less\s+)?(?:[a-z]+\s+){{0,2}}?(?:offences|crimes|incidents|cases|reports|calls|victims|people|officers|burglaries|thefts|complaints|collisions|arrests|fewer|more|less)\b)"
)
_TO_LEVEL = rf"(?:\s+to\s+(?P<to>{P}|{N}|{M}|{S}))?"

_VERB_BY = re.compile(
    rf"(?P<verb>{_VERB_OR_WAY}){_ADVERB}{{0,2}}(?:\s*{A})?{_WHEN}?(?:\s+for\s+(?:the|a)\s+\w+\s+(?:consecutive\s+)?(?:year|quarter|month)(?:\s+running|\s+in\s+a\s+row|\s+in\s+succession)?,?)?\s+by\s+(?:a\s+further\s+|an?\s+)?"
    rf"(?P<first>{P}|{N}|{M}|{S}){_SECOND}{_TO_LEVEL}"
)
#: The same with what is changed between: "raise the council tax precept by £5", "cutting its carbon by 12%".
_VERB_OBJECT_BY = re.compile(
    rf"\b(?P<verb>rais(?:ed|es|ing|e)|increas(?:ed|es|ing|e)|boost(?:ed|s|ing)?|reduc(?:ed|es|ing|e)|cut(?:s|ting)?|lower(?:ed|s|ing)?|improv(?:ed|es|ing|e))\s+"
    rf"(?:(?:the|its|our|their|his|her|all|a)\s+)?(?P<what>(?:(?!by\b|to\b|from\b)[^\s,;.(){COUNT}-{TIME}]+\s+){{1,9}}?)by\s+(?:a\s+further\s+|an?\s+)?"
    rf"(?P<first>{P}|{N}|{M}|{S}){_SECOND}{_TO_LEVEL}"
)
_VERB_PERCENT = re.compile(
    rf"\b(?<!an\s)(?<!the\s)(?P<verb>{_VERB_OR_IS_UP})(?:\s+a\s+further)?\s+"
    rf"(?P<first>{P}|{N}(?=\s*\(|\s+to\b|\s+on\b)|{M}+(?=\s+on\b|\s*\))){_SECOND}{_TO_LEVEL}"
)
_ALSO_BY = re.compile(
    rf"(?:\b(?:and|but|while)|,|:)\s+(?P<what>(?:(?!by\b)[^\s,;.()]+\s+){{0,6}}?)by\s+(?P<first>{P}|{N}|{M}){_SECOND}"
)
_ANY_CHANGE = re.compile(small_words(f"{_CHANGE_WORD}|up|down|change|rais|boost|bring|taking|went|gone|moved"))
#: A level before and after, whatever verb they have: "is to go from 91 to 50".
_ANY_FROM_TO = re.compile(rf"\bfrom\s[^.;]{{0,60}}?[{COUNT}-{TIME}][^.;]{{0,60}}?\sto\s")
_ANY_LOSS = (
    "lost",
    "lose",
    "losing",
    "shed",
    "axed",
    "gain",
    "added",
    " go",
    " cut",
    "disappear",
    "removed",
    "deleted",
    "abolished",
    "disestablished",
)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?:an?\s+(?:\w+\s+)?of\s+)?(?P<first>{ANY})(?P<between>[^.;{AREA}]{{0,45}}?)\s+to\s+(?:an?\s+(?:\w+\s+)?of\s+)?(?P<to>{ANY})(?![{COUNT}-{TIME}]|\s+to\s+{ANY})"
)
_BRACKET_TO = re.compile(rf"\(\s*(?P<first>{ANY})(?:\s+[a-z]+){{0,3}}\s+to\s+(?P<to>{ANY})\s*\)")
#: The same in percent: "from 612 to 540, or by 11.8%".
_OR_BY = re.compile(rf",?\s+(?:or\s+)?(?:or|by)\s+(?P<first>{P})(?!\s+of\b)")
_MOVES = (
    r"return(?:ed|ing|s)?|mov(?:ed|es|ing|e)|go|goes|going|went|gone|shift(?:ed|s|ing)?|swung|swing|widen(?:ed|s|ing)?|narrow(?:ed|s|ing)?|extend(?:ed|s|ing)?|"
    r"expand(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|shorten(?:ed|s|ing)?|trimmed|scaled|slid|edged|crept|inched|sank|halved|doubled|recover(?:ed|s|ing)?|took|taken|brought"
)
_CHANGED = re.compile(rf"\b(?:{_CHANGE_WORD}|(?:up|down)(?=\s+$)|rais(?:ed|es|ing|e)|{_MOVES}|changed?)\b")
_THE_TARGET = re.compile(
    r"\s+(?:(?:the|its|our|their|this)\s+)*(?:(?:[a-z-]+|[\ue007]+)\s+){0,2}(?:target|establishment|strength|ambition|average|mean|norm)\b"
)
#: The level with which money is compared: "£10m above the 2021/22 figure", "£0.4m below that of 2019/20".
_THE_LEVEL = re.compile(
    rf"\s+(?:(?:the|its|that|their|this)\s+)*(?:of\s+)?(?:{T}|last\s+year[’']?s?|previous\s+years?[’']?s?)(?:\s+(?:figure|level|total|amount|number|position|baseline|sum))?"
)
#: The same of a number: "721 below the baseline year", "69 above 2021/22".
_THE_BASE = re.compile(
    rf"\s+(?:(?:the|its|that|their|this|our)\s+)*(?:of\s+)?(?:(?:{T}|last\s+year|(?:same|previous|corresponding|pre-covid|pre-pandemic|\w+\s+\d{{4}})\s+\w+|baseline|year\s+before|before\s+the\s+pandemic)(?:['’]s)?)(?:\s+(?:figure|level|total|number|baseline|year|period))?"
)
#: What an organisation has fewer or more of now: "the force lost 408 officers and staff (27 percent)".
_LOST = re.compile(
    rf"\b(?P<verb>lost|lose|losing|shed|axed|gained|gain|added)\s+(?:a\s+total\s+of\s+|another\s+|a\s+further\s+)?(?P<first>{N})\s+(?P<what>(?:[a-z-]+\s+){{0,3}}?{{people}}(?:\s+(?:and|or)\s+(?:[a-z-]+\s+)?{{people}})?)\b(?:\s*\(\s*(?P<second>{P})\s*\))?".replace(
        "{people}",
        r"(?:officers|staff|posts?|pcsos|constables|employees|jobs|roles|detectives|volunteers|specials|sergeants|inspectors|investigators|cadets|people)",
    )
)
#: What is to go: "Fifty officer posts and forty civilian posts were expected to go".
_TO_GO = re.compile(
    rf"(?P<first>{N})\s+(?P<what>(?:[a-z-]+\s+){{0,3}}?(?:posts?|jobs|roles|officers|pcsos|staff))(?:\s+and\s+(?P<second>{N})\s+(?P<what2>(?:[a-z-]+\s+){{0,3}}?(?:posts?|jobs|roles|officers|pcsos|staff)))?"
    r"\s+(?:(?:were|was|are|is|will|would|could|may|might|have|had|has|been|be|expected|due|likely|set|planned|to|then|also|being)\s+)+(?:go(?=\s*(?:$|[.,;)]|by\b|over\b|in\b|under\b|as\b|during\b|next\b|this\b))|going|lost|cut|axed|disappear|removed|deleted|shed|abolished|disestablished)\b"
)
#: More or fewer of these: "214 more officers than two years earlier", "Seventeen more call-handlers have been taken on", "232 fewer offences (1.3%)".
_MORE_OF = re.compile(
    rf"(?P<first>{N})\s+(?P<word>more|fewer|extra|additional)\s+(?P<what>(?:[a-z][\w'’-]*\s+){{0,3}}?[a-z][\w'’-]*?)"
    rf"(?:\s*\(\s*(?:or\s+|down\s+|up\s+|by\s+)?(?P<second>{P})\s*\)|\s+(?:(?:(?:(?:recorded|reported|seen|made|committed)\s+)?(?:in|during|for|over|across)\s+(?:the\s+|this\s+)?(?:{T}|{A}|year|quarter|period|county|force\s+area),?\s+)?than\b(?!\s+{ANY})|(?:have|has|had|were|are|was|will\s+be|will\s+have)\s+(?:been\s+|since\s+|now\s+)*(?:taken\s+on|recruited|appointed|hired|added|in\s+post|recorded|reported|employed|made)))"
)
#: The same of what was told of before: "Put differently, there were 1,951 more (5.6%)", "There were 12 fewer burglaries in July".
_THERE_MORE = re.compile(
    rf"\bthere\s+(?:were|was|have\s+been|has\s+been|had\s+been)\s+(?P<first>{N})\s+(?P<word>more|fewer|less)(?P<what>(?:\s+[a-z][\w'’-]*){{0,4}}?)"
    rf"(?:\s*\(\s*(?:or\s+|up\s+|down\s+|by\s+|an?\s+(?:[a-z]+\s+){{1,2}}of\s+)?(?P<second>{P})\s*\))?(?=\s*(?:[.,;]|$|{T}|(?:in|during|over|for|this|than|last|across)\b))"
)
#: The same in percent behind the level with which it is compared: "2,953 above the year to March 2019 (2.0%)".
_IN_PERCENT = re.compile(rf"\s*(?:\(\s*(?:or\s+)?|,\s+or\s+)(?P<first>{P})\s*\)?")
#: One word of comparison for two shares: "burglary was 31 per cent, and theft over 11%, below March 2020".
_NAMED_NEXT = re.compile(
    rf"(?:^\W*|[,;:]|,?\s(?:and|while|but|whereas))\s*\b(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,40}}?)\s+$"
)
#: The same of what is up or down: "Burglary was down 9% and vehicle crime up 4%".
_UP_NEXT = re.compile(
    rf"[{COUNT}{PERCENT}]\)?(?:,|,?\s(?:and|while|but|whereas))\s+(?P<what>[a-z][^,;:.(){COUNT}-{AREA}]{{2,40}}?)\s+(?P<verb>up|down)\s+(?:by\s+)?(?P<first>{P})"
)
_NO_NAME = VERBS | word_set(
    "in at on for pay pays paid up down it this that by to from than compared nationally overall which who also is a an"
)
_BOTH_THAN = re.compile(
    rf"\b(?:is|was|are|were)\s+(?P<first>{P}),?\s+and\s+(?P<what>(?:[a-z][\w'’-]*\s+){{1,5}}?)(?P<second>{P}),?\s+(?P<word>below|above|lower|higher|less|more|down|up)\b(?!\s+(?:the|its|our|their)\s+(?:target|average))"
)
_CHANGES_BY_ITSELF = re.compile(rf"{_CHANGE_WORD}|up|down|rais(?:ed|es|ing|e)|changed?|went|gone|moved")
_CLOCK = re.compile(r"\b(?:hours|shifts?|opening|times)$", re.IGNORECASE)
#: A change of several areas told once: "Elsewhere falls were smaller: England and Wales 6.9%, the South West region 5.5%".
_LEVELS_OF_AREAS = re.compile(
    rf"[\s•*–-]*(?P<what>[a-z][^:;.,(){COUNT}-{AREA}]{{2,50}}?)\s*:\s*{A}\s*(?:\(|at|is|was)?\s*(?P<first>{P})\)?(?=\s*(?:,|and\b)\s*(?:and\s+)?{A})"
)
_OF_AREAS = re.compile(
    rf"\b(?P<noun>{_UP_NOUN}|{_DOWN_NOUN}|rose|fell|{_UP_VERB}|{_DOWN_VERB})\b(?P<gap>[^.;:{COUNT}-{TIME}]{{0,50}}):\s*(?:in\s+|for\s+)?{A}\s*(?:\(|by|at|with|of)?\s*(?P<first>{P})\)?(?=\s*(?:,|and\b)\s*(?:and\s+)?(?:in\s+|for\s+)?{A})"
)
#: Another word of change or another clause: what one verb says goes no further.
_OTHER_CHANGE = re.compile(
    rf";|\b(?:{_CHANGE_WORD}|up|down|higher|lower|fewer|less|changed?|was|were|is|are|stood|stands)\b"
)
_TO = re.compile(
    rf"(?P<verb>{_VERB_OR_NOUN})\b(?P<gap>(?:\s+[^\s,;.()]+){{0,9}}?)\s+to\s+(?:(?:an?|around|a\s+total\s+of|the\s+current)\s+)?(?P<to>{ANY})"
)
#: Another clause with a verb of change of its own, between one and the level.
_VERB_AFTER_AND = re.compile(
    rf"\band\s+(?P<rest>(?:[a-z-]+\s+){{1,4}}?(?:(?:has|have|had|also|then|now)\s+)*(?:{_UP_VERB}|{_DOWN_VERB})\s*$)"
)
_FROM = re.compile(rf"(?P<verb>{_VERB}){_ADVERB}?\s+from\s+(?P<first>{ANY})(?![^.;]{{0,60}}\bto\s+{ANY})")
#: What only says how something changed.
_ONLY_HOW = re.compile(
    r"cash|real[\s-]terms|(?:(?:statistically|very|fairly|relatively)\s+)?(?:significant|marked|slight|sharp|steady|small|large|modest|notable|"
    r"substantial|huge|considerable|welcome|dramatic|clear|big|minor|major|year[\s-]on[\s-]year|annual)"
)
_OTHERS_DID = re.compile(r"\s+(?:forces\s+|areas\s+|districts\s+)?(?:saw|had|showed|recorded|reported|experienced)\b")
_FIGURE_NOUN = re.compile(
    rf"(?P<first>{P}|{M}|{N})(?P<points>\s+(?:\w+\s+)?points?)?(?P<what>{_ADJECTIVE}{{0,3}})\s+(?P<noun>{_NOUN})\b"
)
#: The same change after its noun: "a 3.4% rise (+412 crimes) in violence".
_ASIDE = re.compile(rf"\s*\(\s*(?P<first>{N}|{M}|{P})(?:\s+[a-z]+){{0,2}}\s*\)")
_NOUN_FIGURE = re.compile(
    rf"(?P<noun>{_NOUN})\b(?P<gap>[^.;:()]{{0,110}}?)"
    rf"(?:(?<=[a-z]),\s*|\b(?P<tie>of|equating\s+to|equivalent\s+to|amounting\s+to|by|at|was|is|totalling)\s+(?:an?\s+)?(?:further\s+|additional\s+|total\s+of\s+)?|\s+\(|:\s*)(?P<first>{P}|{N}|{M}|{S}){_SECOND}"
)
#: What may not stand between a noun of change and its figure: another clause, another change.
_OTHER_CLAUSE = re.compile(
    rf"\b(?:with|which|that|however|but|and\s+the|is|are|was|were|has|have|had|will|would|accounting|enabled|remains?|{_UP_VERB}|{_DOWN_VERB}|{_UP_NOUN}|{_DOWN_NOUN})\b"
)
_COMPARED = re.compile(r"\b(?:compared|from|than|previous|last|against)\b")
_THAN = re.compile(
    rf"(?P<first>{P}|{N}|{M})(?P<points>\s+(?:\w+\s+)?points?)?(?:\s+(?:a|per|each)\s+(?:year|week|month|annum))?"
    rf"(?:\s*\(\s*(?P<aside>{N}|{M}|{P})(?:\s+[\w'’]+){{0,3}}\s*\)|,?\s+or\s+(?P<alt>{N}|{M}|{P}),?)?"
    r"(?:\s+(?:offences|crimes|incidents|reports|cases|calls|officers|victims|burglaries|thefts|complaints|collisions|deaths|arrests|days|hours)(?=\s+(?:fewer|more\s+than|less)\b))?\s+"
    rf"(?P<word>higher|lower|more|fewer|less|better(?!\s+off)|worse(?!\s+off)|above|below|(?:down|up)(?=\s+(?:on|from|year|over|compared|in|this)\b|\s*(?:[.,;)]|$)))\b(?!\s+than\s+{ANY})"
    rf"(?:\s*\(\s*(?P<second>{N}|{M}|{P})(?:\s+(?!(?:in|to|and|from|of)\b)[\w'’]+){{0,3}}\s*\))?"
)
#: One of these is in each.
_THAN_WORDS = (
    "higher",
    "lower",
    "more",
    "fewer",
    "less",
    "better",
    "worse",
    "above",
    "below",
    "down",
    "up",
    "extra",
    "additional",
)
_NOUN_THAN = re.compile(
    rf"(?P<first>{N})\s+(?!and\b|or\b|but\b|points?\b)(?P<what>(?:[a-z-]+\s+)?[a-z-]+)\s+(?P<word>higher|lower|more|fewer|less)\s+than\b"
)
_IN = re.compile(
    r"^[\s,]*(?:(?:year[\s-]on[\s-]year|overall|annually|also|seen)\s+)*(?P<tie>in|of|to|for)\s+(?!comparison|total\b|line\b|order\b|addition|this\b|that\b|the\s+(?:same|last|past|previous|period|year|quarter|month|reporting)\b)"
)
_AFTER_SIGNED = re.compile(
    r"\s+(?:annual\s+|overall\s+)?(?:change|variance|reduction|decrease|increase)?(?:\s+overall)?(?:\s+(?:for|in))?\s*(?=\w)"
)
#: The name of a list item before its colon: "- Violence with injury: ".
_ITEM = re.compile(r"(?:^|[;.])[\s•*–-]*(?P<what>[a-z][^:;.,()\ue000-\ue007]{2,60}?)\s*(?:\([^()]*\)\s*)?:\s*$")
_SAME_IN_NUMBERS = re.compile(
    rf"\s*\(\s*(?:or\s+)?(?P<first>{N})\s+(?:fewer\s+|more\s+|less\s+)?(?:[a-z]+\s*){{1,2}}\)"
)
_APPOSED = re.compile(
    r"(?:,|–|-|\()\s*(?:which\s+(?:is|was|represents)\s+|representing\s+|being\s+|or\s+)?an?\s+(?:\w+\s+){0,2}$"
)
_IN_BRACKET = re.compile(
    rf"[{COUNT}-{TIME}](?:\s+(?!and\b|or\b)[a-z]+){{0,2}}\s*\(\s*(?:which\s+is\s+|this\s+is\s+)?(?P<word>up|down|(?:an?\s+)?(?:{_UP_NOUN}|{_DOWN_NOUN})(?=\s+of))\s+(?:by\s+|of\s+)?(?P<first>{P}|{N}|{M})"
)
_ITEM_MORE = re.compile(
    rf"^[\s•*·–-]*(?P<what>[a-z][^:.;,(){COUNT}-{AREA}]{{2,50}}?)\s*:\s*(?P<first>{N}|{M})\s+(?P<word>more|fewer|less)(?=\s*(?:$|[,.;)]))"
)
#: Money given, which the awards read.
_IS_GIVEN = re.compile(r"\b(?:grants?|awards?|awarded|funds?|funded|pays?\s+for|paid\s+for)\b")
_NOT_NAMED = re.compile(r"\s+(?:in|to|by|and|on|at|compared|against|from|than|with|for\s+the\s+same)\b")
_AUXILIARY = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|will|would|also|now|been|being|expected|projected|forecast|likely|due|set|anticipated|planned|to|more\s+than|almost|nearly)\s+)+$"
)
_ITS_OBJECT = re.compile(rf"\s+(?:the|a|an|its|our|their)\s+(?:{T}\s+)?(?=\w)")
_FIGURE_OR_COMMA = re.compile(rf"[;,{COUNT}-{TIME}]")
_HAD_ONE = re.compile(rf"\s+an?\s+(?:{_UP_NOUN}|{_DOWN_NOUN})\b")
_IS = re.compile(r"\b(?:is|was|are|were)\b")
_IS_AT_LAST = re.compile(
    r"\b(?:is|was|are|were|remains?|remained|(?:will|would|to|could)\s+be|(?:has|have|had)\s+been)\s+(?:now\s+|also\s+|still\s+)?$"
)
_NEXT_CLAUSE = re.compile(r"[;:]|\.(?!\d)|\b(?:while|but|whereas|although)\b")
_BEING_DONE = re.compile(r"\s+being\s+\w+ed\b")
_CLOSING = re.compile(r"[\s),]*")
_JUST_OPENED = re.compile(r"[,(]\s+$|\($")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_DETERMINED = re.compile(r"\s+(?:the|an?|its?|our|their)\b")
_MORE_THAN = re.compile(rf"\s+than\s+(?:in|at|for|on|the|last|a|it|now|today|before|[{PERIOD}{AREA}])")
_APART = re.compile(r"(?:,|–|-|\()\s*(?:(?:or|that\s+is|namely),?\s+)?$")
_CLAUSE_CLOSES = re.compile(r"\s*(?:$|[.;)])")
_ONLY_A_COMMA = re.compile(r",?\s*\(?")
_FIGURE = re.compile(rf"[{COUNT}-{TIME}]")
_ADJECTIVES = re.compile(r"(?:\w*(?:all|ther|ght|age|ant|ted|ual|net|ral|ked|points?)\s*)+")
_LEVEL = re.compile(f"[{COUNT}-{MONEY}]")
_TIE = re.compile(r"(?:\s+(?:at|of|was|is|by)|\s*:)\s*$")


def may_change(frame: Frame) -> bool:
    """Whether a sentence has any word of change at all; without one the rules for verbs and nouns of change find nothing."""
    return bool(_ANY_CHANGE.search(frame.shape) or _ANY_FROM_TO.search(frame.shape))


def verb_changes(frame: Frame) -> Claims:
    """Changes told by a verb.

    Examples: ``Hate crime recording has decreased by 18.71% (142 crimes)``, ``complaints rose 46% to 677``, ``incidents increased
    nationally by 52% and by 61% across Lancashire``. In ``posts fell by 180 and staff rose by 40`` each verb has its own figure.
    """
    for pattern in (_VERB_BY, _VERB_PERCENT):
        for match in pattern.finditer(frame.shape):
            if (told := _percent_before(frame, match)) is not None:
                # "64% think so, up 2pp": that share changed.
                yield _change(frame, match, "first", "", match["verb"], of=told)
                continue
            if (sum_ := _sum_before(frame, match)) is not None:
                # "precept £53.216m, up 1.99%": of that sum.
                yield from _with_second(frame, match, "", match["verb"], of=sum_)
                continue
            label = _counted_before(frame, match) or _around(
                frame, match.start("verb"), match.end("verb"), match.end("verb")
            )
            yield from _with_second(frame, match, label, match["verb"])
            other = _OTHER_CHANGE.search(frame.shape, match.end())
            for more in _ALSO_BY.finditer(frame.shape, match.end(), other.start() if other else len(frame.shape)):
                what = before(frame, more.end("what"), start=more.start("what"))
                yield from _with_second(frame, more, what or label, match["verb"])


def next_changes(frame: Frame) -> Claims:
    """``Burglary was down 9% and vehicle crime up 4%``: the second without a verb."""
    for match in _UP_NEXT.finditer(frame.shape) if len(frame.figures) > 1 and PERCENT in frame.shape else ():
        if not {*match["what"].split()} & _NO_NAME:
            label = " ".join(frame.text[slice(*match.span("what"))].split())
            yield _change(frame, match, "first", label, match["verb"])


def _percent_before(frame: Frame, match: re.Match[str]) -> int | None:
    """The percentage before a bare "up 2pp": what it measures stands behind it, and not before the comma."""
    if match["verb"] not in ("up", "down") or not _JUST_OPENED.search(frame.shape[: match.start("verb")]):
        return None
    points = frame.figures[index_at(frame, match.start("first"))].figure.points
    told = _told_right_before(frame, match.start("verb")) if points else None
    return told if told is not None and frame.figures[told].sign == PERCENT else None


def _sum_before(frame: Frame, match: re.Match[str]) -> int | None:
    """The sum right before a bare "up 2%", from which only a comma parts it."""
    if match["verb"] not in ("up", "down"):
        return None
    told = _told_right_before(frame, match.start("verb"))
    if told is None or frame.figures[told].sign != MONEY:
        return None
    return told if _ONLY_A_COMMA.fullmatch(frame.shape, frame.figures[told].end, match.start("verb")) else None


def _counted_before(frame: Frame, match: re.Match[str]) -> str:
    """What is counted right before a bare "down 8%": "1,204 burglaries in 2019/20, down 8% on the year before"."""
    lead = frame.shape[: match.start("verb")]
    if match["verb"] not in ("up", "down") or not _JUST_OPENED.search(lead):
        return ""
    counted = [f for f in frame.figures if f.end <= match.start("verb") and f.sign == COUNT]
    if not counted or _FIGURE_OR_COMMA.search(lead[counted[-1].end :].rstrip(" ,(")):
        return ""
    label = after(frame, counted[-1].end)
    return label if head(label) in COUNTED and not is_generic(label) else ""


def object_changes(frame: Frame) -> Claims:
    """What somebody changed by how much: ``to raise the council tax precept by £5``, ``cut its overtime by 12% (£0.4m)``."""
    for match in _VERB_OBJECT_BY.finditer(frame.shape):
        yield from _with_second(
            frame, match, before(frame, match.end("what"), start=match.start("what")), match["verb"]
        )


def from_to(frame: Frame) -> Claims:
    """Two levels: ``increased from 223 to 251``, ``up by 7% (3935 offences to 4199)``, ``(from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20)``."""
    for match in itertools.chain(_FROM_TO.finditer(frame.shape), _BRACKET_TO.finditer(frame.shape)):
        words = list(_CHANGED.finditer(frame.shape, 0, match.start()))
        if not words or match.start() - words[-1].end() > 140 or "." in frame.shape[words[-1].end() : match.start()]:
            continue
        moves = not _CHANGES_BY_ITSELF.fullmatch(words[-1].group())
        if moves and (
            match.start() - words[-1].end() > 30 or _FIGURE.search(frame.shape[words[-1].end() : match.start()])
        ):
            # "Officers took 12 calls from 9 to 12": what else a verb of moving may mean.
            continue
        label = _around(frame, words[-1].start(), words[-1].end(), match.start())
        if moves and _CLOCK.search(label) and frame.figures[index_at(frame, match.start("first"))].sign == COUNT:
            continue
        first, second = index_at(frame, match.start("first")), index_at(frame, match.start("to"))
        unit = frame.figures[second].figure.unit or frame.figures[first].figure.unit
        yield Claim(first, label, "actual", "previous", unit=unit)
        yield Claim(second, label, "actual", "current", unit=unit, of=first)
        by = _OR_BY.match(frame.shape, match.end())
        before_it, now = frame.figures[first].figure.value, frame.figures[second].figure.value
        if by and unit != "percent" and before_it != now:
            falls = now < before_it
            yield Claim(index_at(frame, by.start("first")), label, "percent_change", "current", falls=falls, of=first)


def area_changes(frame: Frame) -> Claims:
    """The first of a list of areas with their changes: ``Elsewhere falls were smaller: England and Wales 6.9%, the South West 5.5%``."""
    if AREA not in frame.shape or ":" not in frame.shape:
        return
    if level := _LEVELS_OF_AREAS.match(frame.shape):
        name = " ".join(frame.text[slice(*level.span("what"))].split())
        if not _ANY_CHANGE.search(level["what"]) and not is_generic(name) and not {*level["what"].split()} & VERBS:
            yield Claim(index_at(frame, level.start("first")), name, "actual", confidence=0.75)
    for match in _OF_AREAS.finditer(frame.shape):
        label = before(frame, match.start("noun"))
        label = "" if label.lower() == "elsewhere" else label
        label = label or _named_after(frame, match.end("noun"), match.end("gap"))
        falls = bool(_DOWN.search(match["noun"]))
        index = index_at(frame, match.start("first"))
        yield Claim(index, "" if is_generic(label) else label, "percent_change", "current", falls=falls, confidence=0.8)


def losses(frame: Frame) -> Claims:
    """People and posts that went or came: ``the force lost 408 officers and staff (27 percent)``, ``fifty posts were expected to go``."""
    if COUNT not in frame.shape or not any(word in frame.shape for word in _ANY_LOSS):
        return
    for match in _LOST.finditer(frame.shape):
        falls = not match["verb"].startswith(("gain", "add"))
        label = " ".join(frame.text[slice(*match.span("what"))].split())
        index = index_at(frame, match.start("first"))
        yield Claim(index, label, "change", "current", falls=falls, confidence=0.8)
        if match["second"]:
            share = index_at(frame, match.start("second"))
            yield Claim(share, label, "percent_change", "current", falls=falls, of=index, confidence=0.75)
    for match in _TO_GO.finditer(frame.shape):
        for figure, what in (("first", "what"), ("second", "what2")):
            if match[figure]:
                label = " ".join(frame.text[slice(*match.span(what))].split())
                yield Claim(
                    index_at(frame, match.start(figure)), label, "change", "current", falls=True, confidence=0.75
                )


def from_level(frame: Frame) -> Claims:
    """The level before a change where only that is printed: ``This has increased from 25% since 2010``."""
    for match in _FROM.finditer(frame.shape):
        label = _around(frame, match.start("verb"), match.end("verb"), match.end("verb"))
        yield Claim(index_at(frame, match.start("first")), label, "actual", "previous", confidence=0.8)


def to_level(frame: Frame) -> Claims:
    """The level that a change leads to.

    Examples: ``rising to more than 3,000 followers``, ``this increased to 54%``, ``will reduce as the year progresses to approx. 20%``.
    """
    for match in _last_verbs(frame):
        index = index_at(frame, match.start("to"))
        named = "" if frame.figures[index].sign == PERCENT else after(frame, match.end("to"))
        if not _LETTERS.search(named):
            # "to £90,000 p.a.": for how long, and not what.
            named = ""
        if frame.figures[index].sign == MONEY and named.split(None, 1)[:1] in (
            ["after"],
            ["before"],
            ["once"],
            ["when"],
        ):
            # "falls to £1.2m after savings": when, and not what.
            named = ""
        if named.lower() in ("year", "month", "week", "day", "annum"):
            if _IS_GIVEN.search(frame.shape[: match.start("to")]):
                continue
            named = ""
        if frame.figures[index].sign == MONEY and match["verb"] in ("doubled", "trebled", "tripled", "halved"):
            continue
        unit = "days" if named.lower() in ("working days", "days") else None
        label = "" if unit else named
        label = label or _around(frame, match.start("verb"), match.end("verb"), match.end("gap"))
        yield Claim(index, label, "actual", "current", unit=unit, confidence=0.8)


def _last_verbs(frame: Frame) -> Iterator[re.Match[str]]:
    """Changes to a level, each by the last word of change before it: "forced to cut, and posts fell to 950" has one, "fell to 950"."""
    at = 0
    while match := _TO.search(frame.shape, at):
        nearer = _VERB_AFTER_AND.search(match["gap"])
        if nearer:
            at = match.start("gap") + nearer.start("rest")
        else:
            yield match
            at = match.end()


def noun_changes(frame: Frame) -> Claims:
    """Changes told by a noun.

    Examples: ``a 16% decrease in recorded offences``, ``an increase of 39 recorded offences``, ``a slight increase, just under 6%, in
    the number of victims``, ``a reduction of around 180 police officer posts``, ``police precept increase of 1.5%``.
    """
    told = set()
    for match in _FIGURE_NOUN.finditer(frame.shape):
        told.add(match.start("noun"))
        if match["noun"].lower() == "change" and not frame.figures[index_at(frame, match.start("first"))].figure.signed:
            continue
        aside = _ASIDE.match(frame.shape, match.end("noun"))
        label = _named_after(frame, aside.end() if aside else match.end("noun"))
        if (
            not label
            and (what := frame.text[match.start("what") : match.end("what")].strip())
            and not _ADJECTIVES.fullmatch(what)
        ):
            label = f"{what} {match['noun']}"
        claim = _change(frame, match, "first", label, match["noun"])
        yield claim
        if aside:
            yield _change(frame, aside, "first", label, match["noun"], of=claim.figure)
    for match in _nouns_with_figures(frame):
        if match.start("noun") in told and not match["second"]:
            # "a £3.06 increase from the part of £160.92": it has its figure.
            continue
        index = index_at(frame, match.start("first"))
        label = _of_noun(frame, match, index)
        apposed = not label and _APPOSED.search(frame.shape[: match.start("noun")])
        told_before = _told_right_before(frame, match.start("noun")) if apposed else None
        yield from _with_second(frame, match, label, match["noun"], of=told_before)


def _nouns_with_figures(frame: Frame) -> Iterator[re.Match[str]]:
    """Nouns of change that belong to the figure after them: in ``The rise follows an increase of 3%`` only the second."""
    at = 0
    while match := _NOUN_FIGURE.search(frame.shape, at):
        unsigned = (
            match["noun"].lower() == "change" and not frame.figures[index_at(frame, match.start("first"))].figure.signed
        )
        lead = frame.shape[: match.start("first")].rstrip()
        compared = lead.endswith("(") and _COMPARED.search(match["gap"])
        listed = match["gap"].strip() and lead.endswith(",")
        # "increases the shortfall", "to increase it": a verb, whose figure comes after "by".
        verb = _DETERMINED.match(match["gap"]) and match["tie"] in ("of", "at", "was", "is")
        # "16 forces had a fall, 26 an increase": as many had one.
        other = _HAD_ONE.match(frame.shape[match.end("first") :])
        # "24 forces saw an increase, two saw no change": so many others.
        others = lead.endswith(",") and _OTHERS_DID.match(frame.shape, match.end("first"))
        if unsigned or compared or listed or verb or other or others or _OTHER_CLAUSE.search(match["gap"]):
            at = match.end("noun")
        else:
            at = match.end()
            yield match


def compared_changes(frame: Frame) -> Claims:
    """Differences.

    Examples: ``is 1% higher than for the same period``, ``was 18.71% (142 crimes) lower than``, ``3% higher (14 offences)``,
    ``up to 60% less traffic``, ``66,976 fewer than five years ago``.
    """
    if not any(word in frame.shape for word in _THAN_WORDS):
        return
    both = len(frame.figures) > 1 and PERCENT in frame.shape and " and " in frame.shape
    for match in _BOTH_THAN.finditer(frame.shape) if both else ():
        verb = _IS.search(match.group())
        at = match.start() + (verb.start() if verb else 0)
        if label := before(frame, at) or subject(frame, at):
            yield _change(frame, match, "first", label, match["word"])
            what = " ".join(frame.text[slice(*match.span("what"))].split())
            yield _change(frame, match, "second", what, match["word"])
    for match in _MORE_OF.finditer(frame.shape) if COUNT in frame.shape else ():
        label = " ".join(frame.text[slice(*match.span("what"))].split())
        if head(label) in COUNTED or head(label).split("-")[-1] in COUNTED:
            first = _change(frame, match, "first", label, match["word"])
            yield replace(first, confidence=0.75)
            if match["second"]:
                yield _change(frame, match, "second", label, match["word"], of=first.figure)
    for match in _THERE_MORE.finditer(frame.shape) if COUNT in frame.shape else ():
        label = " ".join(frame.text[slice(*match.span("what"))].split())
        if not label or head(label) in COUNTED:
            first = _change(frame, match, "first", label, match["word"])
            yield replace(first, confidence=0.75)
            if match["second"]:
                yield _change(frame, match, "second", label, match["word"], of=first.figure)
    for match in _NOUN_THAN.finditer(frame.shape):
        yield _change(frame, match, "first", frame.text[match.start("what") : match.end("what")], match["word"])
    for match in _THAN.finditer(frame.shape):
        word = match["word"].lower()
        sign = frame.figures[index_at(frame, match.start("first"))].sign
        than = word == "more" and _MORE_THAN.match(frame.shape[match.end("word") :])
        than = than or (
            word in ("above", "below") and sign == MONEY and _THE_LEVEL.match(frame.shape[match.end("word") :])
        )
        if word in ("above", "below") and _THE_TARGET.match(frame.shape, match.end("word")):
            # How far off a target or an average is no change.
            continue
        base = _THE_BASE.match(frame.shape, match.end("word")) if word in ("above", "below") and sign == COUNT else None
        than = than or base
        lead = frame.shape[: match.start()]
        told = _told_right_before(frame, match.start()) if _APART.search(lead) else None
        if word == "more" and told is not None and _CLAUSE_CLOSES.match(frame.shape, match.end("word")):
            # "would pay £248.56, £24 more."
            than = than or frame.figures[told].sign == sign
        if word in ("more", "above", "below") and sign != PERCENT and not than and not match["points"]:
            continue
        label = after(frame, match.end("word")) if word in ("less", "more", "fewer") else ""
        also = _IN_PERCENT.match(frame.shape, base.end()) if base else None
        if also and not any(match[group] for group in ("aside", "alt", "second")):
            of = index_at(frame, match.start("first"))
            yield _change(frame, also, "first", "", word, of=of)
        if not label and told is not None:
            # "about £134m, almost £10m above the 2021/22 figure": of what the figure before tells.
            yield from _with_others(frame, match, "", word, of=told)
            continue
        verb = _IS_AT_LAST.search(lead)
        label = label or (before(frame, verb.start()) if verb else "")
        if not label and (own := _NAMED_NEXT.search(lead)) and not {*own["what"].split()} & _NO_NAME:
            # "crime was 6% lower and ASB 11% lower": each has its name before it.
            label = " ".join(frame.text[slice(*own.span("what"))].split())
        yield from _with_others(frame, match, label, word)


def _with_others(frame: Frame, match: re.Match[str], label: str, word: str, of: int | None = None) -> Claims:
    """A difference and the same in other units; "1% higher (74%)" names a level."""
    claim = _change(frame, match, "first", label, word, of=of)
    yield claim
    for group in ("aside", "alt", "second"):
        if match[group] and frame.figures[index_at(frame, match.start(group))].sign != frame.figures[claim.figure].sign:
            yield _change(frame, match, group, label, word, of=claim.figure)


def signed_changes(frame: Frame) -> Claims:
    """Changes told by a sign: ``(+19% in 4 weeks to end of June 2020 nationally and +13% in Lancashire)``, ``at -4%``, ``(- 70)``."""
    last = ""
    for index, stated in enumerate(frame.figures):
        if not stated.figure.signed or stated.figure.unit not in (None, "percent", "GBP"):
            continue
        lead = frame.shape[: stated.start]
        bracket = lead.rfind("(")
        label = ""
        if not _NOT_NAMED.match(frame.shape, stated.end) and (tie := _AFTER_SIGNED.match(frame.shape, stated.end)):
            label = after(frame, tie.end())
        if not label and bracket >= 0 and ")" not in lead[bracket:]:
            if not _LEVEL.search(lead[bracket:]):
                label = before(frame, bracket) or subject(frame, bracket)
        elif not label:
            tie = _TIE.search(lead)
            item = _ITEM.search(lead) if tie and lead.rstrip().endswith(":") else None
            label = (
                " ".join(frame.text[item.start("what") : item.end("what")].split())
                if item
                else before(frame, tie.start() if tie else stated.start)
            )
        last = label or last
        yield Claim(index, last, change_statistic(stated), "current", confidence=0.85 if label else 0.75)
        # "-32.7 per cent (2,373 offences)": the same change in numbers.
        if stated.sign == PERCENT and (aside := _SAME_IN_NUMBERS.match(frame.shape, stated.end)):
            falls = stated.figure.value < 0
            yield Claim(
                index_at(frame, aside.start("first")), last, "change", "current", falls=falls, of=index, confidence=0.75
            )


def bracketed_changes(frame: Frame) -> Claims:
    """The change of a level in brackets right behind it, and what a list item says comes on top.

    Examples: ``net revenue budget: £244.679m (up £8.874m on 2020/21)``, ``1,204 offences (an increase of 12%)``, ``police officers: 91
    more``.
    """
    for match in _IN_BRACKET.finditer(frame.shape):
        told = _told_right_before(frame, match.start("word"))
        if told is not None:
            yield _change(frame, match, "first", "", match["word"], of=told)
    for match in _ITEM_MORE.finditer(frame.shape):
        label = " ".join(frame.text[slice(*match.span("what"))].split())
        yield _change(frame, match, "first", label, match["word"])


def _told_right_before(frame: Frame, at: int) -> int | None:
    """The figure that stands right before an apposition at ``at``, with no other clause between: "a precept of £236, an increase …"."""
    index = max((i for i, f in enumerate(frame.figures) if f.end <= at), default=None)
    if index is None or _NEXT_CLAUSE.search(frame.shape[frame.figures[index].end : at]):
        return None
    return index


def _named_after(frame: Frame, at: int, end: int | None = None) -> str:
    """The noun phrase after "in", "of" or "to", if one follows: "decrease in recorded offences"."""
    match = _IN.match(frame.shape[at : len(frame.shape) if end is None else end])
    if match is None or (match["tie"].lower() == "for" and frame.shape[:at].lower().endswith("uplift")):
        return ""
    label = after(frame, at + match.end())
    # "in the number of victims being referred": what is done with them belongs to the label.
    last = frame.text.find(label.split()[-1], at) + len(label.split()[-1]) if label else 0
    done = _BEING_DONE.match(frame.shape[last:]) and participle(frame, last)
    return f"{label} {done}" if done else label


def _around(frame: Frame, start: int, end: int, gap_end: int) -> str:
    """The label of a change word: after "in" for a noun ("increase in the number of PCSOs"), else the subject before it."""
    named = _named_after(frame, end, gap_end) or _object(frame, end, gap_end)
    if named:
        return named
    verb = _AUXILIARY.search(frame.shape[:start])
    return before(frame, verb.start() if verb else start) or subject(frame, start)


def _object(frame: Frame, end: int, gap_end: int) -> str:
    """What a verb changes: "increasing the time to finalise a complaint to 145 working days"."""
    match = _ITS_OBJECT.match(frame.shape[end:gap_end])
    return after(frame, end + match.end()) if match else ""


def _of_noun(frame: Frame, match: re.Match[str], index: int) -> str:
    """The label of "a decrease … of 13% (387) in recorded hate crimes": between noun and figure, after it, or before the noun."""
    label = _named_after(frame, match.end("noun"), match.end("gap")) or _object(
        frame, match.end("noun"), match.end("gap")
    )
    if not label:
        tail = match.end("second") if match["second"] else match.end("first")
        rest = _CLOSING.match(frame.shape[tail:])
        label = _named_after(frame, tail + (rest.end() if rest else 0))
    if not label and frame.figures[index].sign == COUNT:
        label = after(frame, match.end("first"))
    label = label or before(frame, match.start("noun"))
    label = "" if _ONLY_HOW.fullmatch(label.lower()) else label
    if not label and match["noun"] == "cuts" and frame.figures[index].sign == MONEY:
        # "Cuts of at least £6m were agreed": of no sum told before.
        return "cuts"
    if not label and index and _APPOSED.search(frame.shape[: match.start("noun")]):
        # "the precept of £236.52 for Band D properties, an increase of 4.5%": of what the figure before tells.
        before_it = _told_right_before(frame, match.start("noun"))
        if before_it is not None and frame.figures[before_it].sign in (MONEY, COUNT, PERCENT, TIME):
            return ""
    return label or subject(frame, match.start("noun"))


def _elsewhere(frame: Frame, index: int) -> bool:
    """True for a figure in a bracket that is one of another place: "fell by 2% (11% nationally)"."""
    return any(0 <= area.start - frame.figures[index].end <= 2 for area in frame.areas)


def _with_second(frame: Frame, match: re.Match[str], label: str, word: str, of: int | None = None) -> Claims:
    """The change, the same change in other units in brackets after it, and the level that it leads to."""
    claim = _change(frame, match, "first", label, word, of=of)
    if claim.statistic == "percent_change" and match.groupdict().get("to") and PERCENT in match["to"]:
        # "fell by 2% to 28%": a difference of two percentages is one in points.
        claim = replace(claim, statistic="point_change")
    yield claim
    if match["second"] and not _elsewhere(frame, index_at(frame, match.start("second"))):
        yield _change(frame, match, "second", label, word, of=claim.figure)
    equal = _EQUALS.match(frame.shape, match.end("first"))
    if equal and frame.figures[index_at(frame, equal.start("first"))].sign != frame.figures[claim.figure].sign:
        yield _change(frame, equal, "first", label, word, of=claim.figure)
    if (
        claim.statistic == "percent_change"
        and not match["second"]
        and (also := _OR_SO_MANY.match(frame.shape, match.end("first")))
    ):
        yield _change(frame, also, "first", label, word, of=claim.figure)
    if match.groupdict().get("to"):
        yield Claim(index_at(frame, match.start("to")), label, "actual", "current", of=claim.figure)


def _change(frame: Frame, match: re.Match[str], group: str, label: str, word: str, of: int | None = None) -> Claim:
    index = index_at(frame, match.start(group))
    stated = frame.figures[index]
    falls = bool(_DOWN.search(" ".join(word.split()))) and not stated.figure.signed
    if stated.sign == TIME and (judged := _BETTER_OR_WORSE.match(word)):
        # A time that improves is shorter.
        falls = bool(judged["better"])
    statistic = change_statistic(stated)
    unit = None
    if statistic in ("percent_change", "change") and match.groupdict().get("points"):
        # "3.1 points lower": of a percentage.
        statistic, unit = "point_change", "percent"
    return Claim(index, label, statistic, "current", falls=falls, of=of, unit=unit)
