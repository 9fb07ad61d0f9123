"""Who gets the money of a sentence, and who gives it: by the verbs between a name and the amount.

Names need not be known ones: in ``GASP received £10,000 towards a classroom`` the verb shows that the capitalised words before
it are who was paid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.awards.funds import funder_in
from extract.awards.purposes import VERBS
from extract.numbers import Figure
from extract.organisations import NOT_IN_NAMES
from extract.sentences import BodyMention, bodies, is_body
from extract.wording import word_set

_WORD = r"(?:[A-Z][\w’'&-]*|\d{4})"
#: Small words inside a name; "for", "with" and "on" only where names have them, as they also begin what the money is for.
_INNER = (
    r"(?:(?:of|and|&|@|the|of the|and the)\s+|(?<=Commissioner )for\s+|(?<=Foundation )for\s+|(?<=Hope )for\s+|(?<=Council )for\s+(?=Voluntary)|"
    r"(?<=Centre )for\s+|(?<=Society )for\s+|with\s+(?=Darwen)|(?:on|upon)\s+(?=Trent|Tees|Tyne|Thames|Avon))"
)
_NAME = rf"[A-Z][\w’'&-]*(?:\s+{_INNER}?{_WORD})*"
_MANY = (
    r"(?:charities|groups|organisations|projects|schools|councils|partners|services|partnerships|schemes|clubs|bodies|"
    r"initiatives|applicants|authorities|CSPs|communities|forces|areas|teams|providers|causes|residents|families|centres)"
    r"(?!\s+(?:work|officers?|programme|liaison|fund|costs?|budget|prevention|engagement|support|safety)\b)"
)
#: "15 parish, town and ward councils and organisations": those who get money may be several kinds.
_MORE_OF_MANY = rf"(?:,?\s+(?:and|&)\s+(?:[a-z-]+\s+){{0,2}}?{_MANY})?\b"
#: Numbers in words, as they stand before those who get money: "Twenty-eight youth projects".
_COUNT = (
    r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|"
    r"[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-[a-z]+)?|"
    r"[Ss]everal|[Mm]any|[Dd]ozens of)"
)
_TAKERS = re.compile(
    r"^(?:(?:local|small|\d+|these|victims['’]?|community|voluntary|third sector)\s+)*"
    r"(?:charities|groups|organisations|projects|schools|councils|partners)(?:\s+(?:and|&)\s+\w+)?$|"
    r"^(?:each|every)\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:councils?|CSPs?|districts?|partnerships?|forces?|areas?|schools?|authorit(?:y|ies)|boroughs?)$",
    re.IGNORECASE,
)
#: Words that begin a sentence or stand for a name; with a role the name of an office may begin.
BEGINS_NO_NAME = (NOT_IN_NAMES - {"Chief", "Deputy", "Assistant", "Office", "Director"}) | word_set(
    "It They He She We I You Who Which There What"
)
#: These, and words that say what the money is, are no part of a name.
_NO_NAME = BEGINS_NO_NAME | word_set("""
    Nearly Almost Over Around Approximately Just Up About Roughly More Less Between Circa
    How Funding Grants Grant Fund Awards Award Money Approval Approve Accept Decision
    Later Meanwhile Altogether Together Recently Previously Earlier Then Also Similarly Elsewhere Overall Nationally Locally Separately Finally Last This Next
    Recommendation Bids Bid Application Applications Confirmation Notification Notice News Agreement Each Every Beneficiaries Recipients
    """)
_JOINS = r"(?:\s+(?:with|a|an|grant|grants|funding|award|further|up|to|total|sum|of|the|additional|over|just|nearly|around|annual|one-off))*\s+"
_GAVE = r"\b(?:award|awards|awarded|awarding|granted|grants|grant|gave|given|gives|give|provided|provides|provide|offered|paid|pays|allocated|allocates|allocate)"
_GAVE_NAME = re.compile(
    rf"{_GAVE}\s+(?:the\s+)?(?P<who>{_NAME}(?:\s+(?:partnership|project|service|group|charity|scheme|trust|centre|team|club|community))?){_JOINS}$"
)
_GOT = (
    r"(?:(?:(?:has|have|had|will|would|also|now|then|each|is|are|set|to|due)\s+)*(?:received|receives?|secured|secure|securing|won|win|wins|winning|obtained|accepted|attracted|"
    r"gets?|got|gotten|getting|receiving|(?:is|are|was|were) (?:also )?in receipt of|shared?|shares|landed|gained|benefit(?:s|ed)? from)|"
    r"(?:(?:has|have|had|also|each|both|all|will|would|be|been|was|were|is|are)\s+)*(?:been|was|were|be|is|are)\s+(?:also\s+|each\s+|both\s+|all\s+)?"
    r"(?:provisionally\s+|jointly\s+|recently\s+)?(?:received|awarded|granted|given|secured|allocated|offered|paid|handed|promised|chosen|selected|earmarked|backed|funded|supported|helped|boosted)|"
    r"(?:has|have|had|holds?)\s+(?:(?:been\s+offered|had)\s+)?(?:an?|its|their)\s+(?:[a-z-]+\s+){0,3}?(?:allocation|award|grant|share)s?\b|"
    r"(?:(?:has|have|had|also|been|was|were)\s+)+successful(?:ly)?\s+(?:in\s+)?(?:securing|secured|bidding for|obtaining|attracting|with\b|(?:its|their|his|her|the|a)\s+(?:\w+\s+){0,2}?(?:bids?|applications?)(?:\s+to\s+the\s+(?:[A-Z]\w*\s+){1,4}|\b)))"
)
#: What is received and no money: "received 188 applications, totalling".
_GOT_OTHER = re.compile(
    r"\b(?:applications?|bids|requests|expressions of interest|referrals|calls|enquiries|complaints|responses)\b"
)
#: "have awarded voluntary and community organisations £100,700"
_GAVE_MANY = re.compile(
    rf"{_GAVE}\s+(?:the\s+)?(?P<who>(?!of\b|for\b|to\b|by\b)(?:[\w-]+,?\s+){{1,5}}?{_MANY})\s+(?:a total of\s+|more than\s+|over\s+|up to\s+|some\s+|nearly\s+|grants? of\s+|funding of\s+){{0,2}}$"
)
#: Who asks for money is who would get it: "The Youth Justice Service asked for £50,000".
_NAME_ASKED = re.compile(
    rf"(?P<who>{_NAME})\s+(?:(?:has|have|had|also|originally|initially)\s+)*(?:asked for|applied for|bid for|requested|sought)\s+(?:a total of\s+|up to\s+|over\s+|some\s+|a grant of\s+|funding of\s+){{0,2}}$"
)
_NAME_GOT = re.compile(
    rf"(?P<who>{_NAME}(?:\s+(?:police\s+)?(?:force\s+)?(?:areas?|forces|partnership|project|service|group|charity|trust|centre|team|club|scheme|hospice|refuge|school|community|foundation))?)(?:\s*\([^()£]{{2,80}}\))?(?:,\s+(?:which|who|that|an?|the|in|from|based in)\s+[^,£;.]{{3,90}},)?,?\s+(?:(?:which|who|that)\s+)?{_GOT}\b[^.;£]{{0,40}}$"
)
#: A taker named by a common word: "The local authority received".
_PLAIN_GOT = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Aa]|[Aa]n|[Ee]ach|[Oo]ne)\s+(?P<who>(?:[a-z-]+\s+){0,2}?(?:council|local authority|charity|club|trust|partnership|school|college|university|hospice|refuge|centre|"
    rf"unit|service|force|county|city|group|organisation|consortium|church|foundation|federation|team|hub))\s+{_GOT}\b[^.;£]{{0,40}}$"
)
#: "a bid to the Home Office was successful": the one that is asked, not the one that got it.
_OBJECT = re.compile(
    r"\b(?:to|from|by|of|with|for|at|through|across|throughout|including(?: in)?)\s+(?:the\s+)?$|\b(?:work(?:s|ing)|based|operat(?:es|ing)|run(?:s|ning)?|held|set up|liv(?:es|ing)) (?:in|across|around)\s+$|\bin (?:north|south|east|west|mid|central)[a-z]*(?:[- ](?:east|west))?\s+$",
    re.IGNORECASE,
)
#: "Four projects in each of the six counties will each receive £2,500", "One school in every district will get £500".
_IN_EACH = re.compile(
    rf"(?P<who>(?:\d+|[Oo]ne|{_COUNT})\s+(?:[\w-]+\s+){{0,3}}?(?:{_MANY}|project|group|school|club|charity|organisation|scheme|initiative|team)\s+(?:in|from|for)\s+(?:each|every)(?:\s+of)?(?:\s+the)?\s+[^.;£,]{{3,60}}?)"
    rf"\s+(?:(?:will|would|to|can|each)\s+)*(?:be\s+)?(?:receiv\w+|gets?|given|awarded|granted|win|share|paid|have)\s+(?:(?:a|an|up|to|grant|grants|of|prize|award|sum)\s+)*$"
)
_EACH_GETS = re.compile(r"\beach\s+(?:(?:will|to|be)\s+)*(?:receiv\w+|gets?|got|given|awarded|granted)\b[^.;£]{0,20}$")
_MANY_GOT = re.compile(
    rf"(?:^|\s)(?P<who>(?:\d+|{_COUNT})\s+(?!(?:bids|applications)\b)(?:[a-z-]+\s+|[a-z]+-[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s+){{0,3}}{_MANY}|(?:[Ll]ocal|[Cc]ommunity|[Vv]oluntary|[Yy]outh)\s+(?:[a-z-]+\s+){{0,2}}{_MANY})"
    rf"(?:\s+(?:from\s+)?(?:across|in|from|throughout|around)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:and\s+)?[A-Z][\w’'-]*){{0,3}})?"
    rf"(?:,?\s+(?:aimed|working|run|led|that|which|who|helping|supporting|tackling|in|including|such as|among them)\b[^.;£]{{0,60}}?)?\s+{_GOT}\b[^.;£]{{0,40}}$"
)
_PASSED = (
    r"(?:(?:has|have|had|was|were|is|are|will|be|been|being|also)\s+)*"
    r"(?:awarded|given|granted|paid|donated|contributed|allocated|distributed|provided|committed|made available|made|passed on|passed|presented|offered|transferred|earmarked|set aside|"
    r"going|goes|gone|go|went|handed (?:out|over|back)|shared|shared out|available|returned|split|divided)"
)
_WENT_TO_MANY = re.compile(
    rf"^[^.;£]{{0,40}}?\b{_PASSED}\s+(?:in \w+\s+|equally\s+|evenly\s+)?(?:(?:in)?to|between|among(?:st)?|(?<=shared )by)\s+(?:the\s+)?(?!(?:be|have|go)\s)(?!(?:\w+ly\s+)?(?:{VERBS})\b)(?P<who>(?:[\w-]+,?\s+){{0,5}}?{_MANY}{_MORE_OF_MANY})"
)
# A word may begin with a capital letter or be one of the small ones, never both: else a long run of them takes forever.
_TO_MANY = re.compile(
    rf"^(?:\s+of\s+(?:money|cash|funds|assets|proceeds)\s[^.;£]{{0,80}}?)?(?:\s+(?:of|in|all|total|altogether|back|out|grants?|funding|money|available|from|the|a year|each year|per year|per annum|p\.a\.|annually|\([A-Z]{{2,6}}\)|[A-Z][\w’'-]*))*,?\s+(?:to|between|among(?:st)?)\s+(?!(?:be|have|go)\s)(?!(?:\w+ly\s+)?(?:{VERBS})\b)(?:the\s+)?"
    rf"(?P<who>(?i:(?:[\w-]+,?\s+){{0,5}}?{_MANY}{_MORE_OF_MANY}))"
)
_COMMISSIONED = re.compile(
    rf"\b(?:commissioned|contracted|appointed|funded|funds|paid|supported)\s+(?:the\s+)?(?P<who>{_NAME})\s+to\s+[a-z][^.;£]{{3,160}}$"
)
#: Those who are asked for money do not get it: "submitted to the Home Office".
_ASKED = re.compile(r"\b(?:submitted|bids?|bidding|appl\w+|returned|repaid|reported)\b", re.IGNORECASE)
_WENT_TO = re.compile(
    rf"^,?(?:\s+(?:of|in|grant|grants|contract|award|donation|payment|contribution|sponsorship|package|cheque|funding|further|a|an|additional|from|the|[A-Z][\w’'-]*|fund|reserves|money|a year|p\.a\.?|per annum))*"
    rf"\s+(?:{_PASSED}\s+)?(?:by\s+(?:the\s+|our\s+)?{_NAME}\s+)?(?:(?:each year|every year|annually|in \d{{4}}\S*)\s+)?to\s+(?:the\s+|a\s+|each of the\s+)?(?P<who>{_NAME})(?![\w’'-]|\s+(?:fund|pot|scheme|appeal)\b)"
)
#: "was approved for Family Matters", "is recommended for Stage Theatre": a name behind "for" that is not that of a service or a project.
_APPROVED_FOR = re.compile(
    rf"\b(?:approved|recommended|agreed|confirmed|proposed|found|allocated|awarded|earmarked)\s+(?:by\s+(?:the\s+)?{_NAME}\s+)?for\s+(?:the\s+)?(?P<who>{_NAME})(?=\s*(?:[.,;(]|to\b|for\b|in\b|$))"
)
_NO_ONE = re.compile(
    r"\b(?:Service|Services|Project|Projects|Programme|Scheme|Operation|Course|Courses|Initiative|Campaign|Post|Posts|Officer|Officers|Co-ordinator|Coordinator|Manager|Advisers?|Workers?|CCTV|"
    r"Cameras?|System|Plan|Strategy|Duty|Support|Training|Scheme|Round|Year|Week|Day|IDVAs?|ISVAs?|ANPR|Taser|Tasers|VAWG|DA|SV|ASB|Streets|Safety|Policing|Justice|Crime|Review|Pilot)\b"
)
#: "commissions Oasis at a cost of", "pays Catch22 a total of"
_WITH_SUM = re.compile(rf"(?:\b(?:were|was|are|is)|,|\band)\s+(?:the\s+)?(?P<who>{_NAME}),?\s+(?:with|at|on)\s+$")
_WINNERS = re.compile(
    r"\b(?:bidders?|winners?|successful|applicants?|recipients?|providers?|beneficiaries|grants)\b", re.IGNORECASE
)
_COMMISSIONED_AT = re.compile(
    rf"\b(?:commissions?|commissioned|contracts|contracted|funds?|funded|pays|paid|supports|supported)\s+(?:the\s+)?(?P<who>{_NAME})\s+(?:at|for|with|to the (?:value|sum|tune) of)\s+(?:an?\s+)?(?:(?:annual|total)\s+)?(?:cost(?: of)?|value of|price of|sum of|total of)?\s*$"
)
#: "has extended funding for Fegans until March 2025 at"
_FUNDING_FOR = re.compile(
    rf"\b(?:extended|renewed|continued|increased|doubled|agreed|approved|confirmed|maintained)\s+(?:the\s+)?(?:funding|grant|contract|support)\s+(?:for|to|of|with)\s+(?:the\s+)?(?P<who>{_NAME})\s+[^£;]{{0,60}}$"
)
_CONTRACT = re.compile(
    rf"\b(?:awarded|granted|given|let|made|paid)\s+to\s+(?:the\s+)?(?P<who>{_NAME})\s*(?:,|for\b|at\b|with\b|worth\b|of\b|on\b)?[^.;£]{{0,60}}$"
)
_IN_BRACKETS = re.compile(rf"(?P<who>{_NAME})\s*(?:\(|[-–:]\s*)(?:up to\s*)?$")
_BESIDE = re.compile(rf"^\s*\)?(?:,|;|,?\s+and)\s+(?:and\s+)?(?:the\s+)?(?P<who>{_NAME})\s*(?:\(|[-–:])?\s*$")
_IN_PLACE = re.compile(rf"(?P<who>{_NAME} in {_NAME})\s*\((?:up to\s*)?$")
_ALONE = re.compile(rf"^\W*(?P<who>{_NAME})\s*$")
_NAMED_FIRST = re.compile(rf"(?P<who>{_NAME})\s*[,(]\s*(?P<what>[^()]{{3,200}})\)?")
#: What leads to names with their amounts: "Among those funded are", "They include".
NAMES_FOLLOW = re.compile(r"(?:\b(?:are|were|include[sd]?|including|such as|namely|comprise)\b|:)\s+[^.;£(]{2,80}\($")
#: "The PCC's contribution to the Safeguarding Board is", "The grant to the Women's Centre (".
_GIFT_TO = re.compile(
    rf"\b(?P<gift>[Cc]ontribution|[Gg]rant|[Aa]ward|[Pp]ayment|[Ff]unding|[Dd]onation)s?\s+(?P<to>to|for)\s+(?:the\s+)?(?P<who>{_NAME})\s*"
    r"(?:\(|,|:|–|-|\b(?:is|was|are|were|of|remains?|remained|stays?|stood|totals?|totalled|will be|has been|worth)\b)[^.;£]{0,30}$"
)
_LISTS_TAKERS = re.compile(
    r"\b(?:(?:those|these|groups|who|which|that) (?:\w+ ){0,3}?(?:successful|given|funded|got|getting|receiv\w+|awarded|granted|benefit\w*)\b|successful \w+ (?:are|were|included?)|recipients?|organisations?|groups?|charities|applicants?|bidders?|beneficiaries|providers?|partnerships|clubs|councils|districts|(?:were|was|been) (?:awarded|given|granted)|"
    r"grants? (?:\w+ )?(?:awarded|made|given|to|of)|awards (?:\w+ )?(?:made|to)|awarded (?:\w+ )?(?:grants?|to|in|by)|(?:following|these) (?:\w+ )?(?:grants|awards|sums|amounts))\b",
    re.IGNORECASE,
)
_OWN_UNIT = re.compile(
    r"\b(?:VRU|VRN|VRP|Violence Reduction (?:Unit|Network|Partnership)|[Ff]orce|[Cc]onstabulary|county|area)\b"
)
#: "jointly funded by the OPCC (£40,000) and Public Health (£35,000)"
_FUNDED_BY = re.compile(
    r"\b(?:funded|paid for|met|supported|financed)\s+(?:\w+\s+)?by\b|\b[Cc]ontributions? (?:came )?from\b"
)
_FROM_MANY = re.compile(
    rf"^(?:[^.;£]|p\.a\.){{0,60}}?\b(?:from|(?<!shared )(?<!split )by)\s+(?:the\s+)?(?P<who>(?:(?:all|both|local|four|three|five|six|seven|eight|two|nine|ten|\d+|district|county|partner|other)\s+){{1,3}}{_MANY})\b"
)
_ASKING = re.compile(r"\b(?:bids?|applications?|requests?|proposals?|applied|asked)\b[^.;£]{0,40}$", re.IGNORECASE)
_TO_EACH = re.compile(
    r"\bto\s+((?:each|every)\s+(?:[\w-]+\s+){0,5}?(?:CSPs?|LPU|partnerships|districts|forces|councils|schools|projects|groups|charities|partnership|district|force|area|council|authority|school|project|group|organisation|charity|club|borough|team|hub)\b)"
)
_HELPED_WITH = re.compile(
    rf"\b(?:help(?:s|ed|ing)|(?:support|back|boost|fund|present)(?:s|ed|ing)?|provided)\s+(?:the\s+)?(?P<who>{_NAME}|(?:[\w-]+\s+){{0,4}}?{_MANY})\s+with\s+[^.;£]{{0,30}}$"
)
#: "Humberside's allocation from the fund is": whose share it is.
_WHOSE_SHARE = re.compile(
    rf"(?P<who>{_NAME}?)[’']s\s+(?:[\w-]+\s+){{0,3}}?(?:allocation|share|(?:Home Office|MoJ|Ministry of Justice|government)\s+(?:[\w’'-]+\s+){{0,2}}?(?:grant|funding))\b[^.;£]{{0,60}}\b(?:is|was|of|at|be|totals|totalled)\s+$"
)
#: "To give each of the five partnerships £35,000"
_GAVE_EACH = re.compile(
    rf"\b(?:give|gives|giving|gave|award|awards|pay|pays|offer|allocate)\s+(?P<who>(?:each|every)\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{_MANY})\s+[^.;£]{{0,20}}$"
)
#: "notified the PCC of an award of £1,021,348"
_NOTIFIED = re.compile(
    rf"\b(?:notified|told|informed|advised)\s+(?:the\s+)?(?P<who>{_NAME})\s+of\s+(?:an?|its|their)\b[^.;£]{{0,40}}$"
)
_FOR_ONE = re.compile(rf"^(?:\s+[a-z]+){{0,6}}?\s+for\s+(?:the\s+)?(?P<who>{_NAME})\s+to\s+(?:{VERBS})\b")
#: "Surrey's bid to the government attracted": the one whose bid it was.
_WHOSE_BID = re.compile(
    rf"(?P<who>{_NAME}?)[’']s\s+(?:\w+\s+)?(?:bid|bids|application|proposal)\b[^.;£]{{0,80}}\b(?:attract\w*|secur\w+|won|brought|was successful|succeeded|gained|will bring|for)\s+[^.;£]{{0,30}}$"
)
#: "St Giles Trust's contract has been extended at a cost of"
_WHOSE_CONTRACT = re.compile(
    rf"(?P<who>{_NAME}?)[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?:contract|grant|funding|agreement)\s+(?:has|have|had|was|were|is|will)\b[^.;£]{{0,80}}$"
)
#: "We've been given", "They'll get": no name.
_CONTRACTED = re.compile(r"(?:We|I|They|You|He|She|It|That|There|Who)[’'](?:ve|d|ll|s|re|m)\b")
#: "to We Are With You", "to No Wrong Door": behind "to" a pronoun with a capital letter begins a name.
_PRONOUN_NAMED = re.compile(r"(?:We|Who|It|You|One|No|They|I) [A-Z]")
#: "Victim Support's contract, worth", "Family Matters' award of"
_WHOSE_AWARD = re.compile(
    rf"(?P<who>{_NAME}?)[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?:contract|grant|award|donation|share),?\s+(?:(?:worth|of|was|is|which is worth|at)\s+)+[^.;£]{{0,20}}$"
)
#: "Remedi has been commissioned to run the service at"
_WAS_COMMISSIONED = re.compile(
    rf"(?P<who>{_NAME})(?:,\s[^,£;.]{{3,90}},)?\s+(?:(?:has|have|had|was|were|is|are|been|also|being)\s+)+(?:re-?)?(?:commissioned|contracted|appointed|funded|paid)\s+to\s+[^.;£]{{3,140}}?\b(?:at|for|with|a total of|costing)\s+[^.;£]{{0,20}}$"
)
#: "a request from Kent Fire and Rescue Service for"
_REQUEST_FROM = re.compile(
    rf"\b(?:requests?|applications?|bids?|proposals?|appeals?)\s+(?:from|by)\s+(?:the\s+)?(?P<who>{_NAME})\s+for\s+[^.;£]{{0,30}}$"
)
_AT_COST = re.compile(
    rf"(?P<who>{_NAME})\s+(?:provided?|delivered|delivers?|provides|ran|runs?|operates?|supplied)\s[^.;£]{{0,80}}\bat (?:a )?(?:total )?cost of\s+$"
)
_ENABLED = re.compile(
    rf"^[^.;£]{{0,90}}?\b(?:(?:to|has|have|will|would)\s+(?:enabled?|allow(?:ed)?|assist(?:ed)?|help(?:ed)?)|enabling|allowing|helping)\s+(?:the\s+)?(?P<who>{_NAME})(?:,[^,.;£]{{1,60}},)?\s+to\b|"
    rf"^\s+(?:grant|donation|award|funding|contribution)\s+means\s+(?:that\s+)?(?:the\s+)?(?P<whom>{_NAME})\s+(?:can|will|could)\b"
)
_TO = re.compile(r"^[^.;£]{0,80}?\bto\s+(?:the\s+|each of the\s+|a\s+)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:delivered|provided|run|led|operated|supplied|managed|held)\b[^.;£]{0,60}?\bby\s+(?:the\s+)?$", re.IGNORECASE
)
_EACH = re.compile(
    r"\b(?:to\s+)?(each of (?:the )?(?:[a-z]+\s+|\d+\s+)?[A-Z][\w’'&-]+(?:\s+(?:[a-z]+\s+)?[A-Z][\w’'&-]+){0,5})"
)
_EACH_WAS = re.compile(
    r"\b(?:each|every)\s+(?:of the\s+)?(?P<who>(?:\w+\s+){1,6}?)(?:will\s+)?(?:was|were|be|has been|have been|received?|gets?|got)\s*(?:allocated|awarded|given|granted)?"
    r"(?:\s+(?:a|an|grant|funding|of|up|to|minimum|maximum|allocation))*\s*$",
    re.IGNORECASE,
)
_GIVES = (
    r"(?:awards?(?! of)|awarded|awarding|granted|grants?(?! of)|gave|gives?|provides?|provided|providing|funds?|funded|(?:(?<=is )|(?<=are )|(?<=be ))funding|allocates?|allocated|"
    r"commits?|committed|committing|contributes?|contributed|contributing|approves?|approved|invests?|invested|donated|donates|"
    r"ring-?fenc\w+|set(?:s|ting)? aside|pledg\w+|offer(?:s|ed)?|made|makes?|making|adds?|adding|added|announced|paid|pays|agreed|doubled|increased|earmark\w*|"
    r"match(?:ed)?[- ]funded|put(?:s|ting)?|handed|giving|releas\w+|shar(?:es|ed|ing)|distribut\w+|return(?:s|ed)|spen[dt])"
)
#: "The Home Office gave the Commissioner a Victims Grant, of which £67k": the grant has its name and the amount is a part of it.
_GAVE_OF_WHICH = re.compile(
    rf"{_GAVE}\s+(?:the\s+)?(?P<who>{_NAME})\s+(?:an?|its|their|his|her)\s+[^.;£]{{3,120}},?\s+of which\s*[^.;£]{{0,20}}$"
)
_WITH = re.compile(
    rf"\b(?:contract|agreement|grant)s?\s+(?:with|to)\s+(?:the\s+)?(?P<who>{_NAME})\s+(?:is|was|will be|has been)?\s*(?:worth|valued at|for|of)?[^.;£]{{0,20}}$"
)
#: Money that an organisation named by a common word gives: "The Police have added a further £45,000".
_PLAIN_GIVER = re.compile(
    r"\b[Tt]he (?P<who>Police|Force|Council|Government|County Council|City Council|Panel|Trust)\b"
)
#: "£12,500 match funding was provided by": the one who provides the money, and no service for it.
_PROVIDED_IT = re.compile(
    r"^\s*(?:[\w-]+\s+){0,5}(?:was|were|is|are|been|being|be)\s+(?:also\s+)?(?:provided|supplied)\b", re.IGNORECASE
)
_NO_TAKER = re.compile(r"\b(?:Funds?|Grants?|Reserves?|Budgets?|Reserve|Phase \d|Round \d)$")
#: "The Home Office award of £0.600m", "MOPAC match funding of".
_GIFT_OF = re.compile(
    r"^(?:[’']s)?\s+(?:[\w-]+\s+){0,2}?(?:award|grant|funding|contribution|allocation|investment)\s+of\s+(?:up to |over |nearly |just )*$",
    re.IGNORECASE,
)
#: "received £1m from the Home Office and has distributed": what comes after is of the one who received.
_NEXT_VERB = re.compile(
    r"\band (?:(?:has|have|had|also|then|will) )*(?:distribut|allocat|award|grant|provid|spent|gave|given|fund|invest)\w*"
)
#: "the Community Police Fund": what looks like a body is part of the name of a fund.
_NAMES_FUND = re.compile(r"\s+(?:[A-Z]\w+\s+)?(?:Fund|Programme|Reserve)\b")
_GIVING = re.compile(
    rf"^(?:,[^,.;£]{{1,60}},)?\s+(?:(?:has|have|had|will|would|also|jointly|previously|recently|is|are|am|be|now|then|agreed to|committed to|proposes to|"
    rf"intends to|to)\s+)*{_GIVES}\b",
    re.IGNORECASE,
)
#: Who accepts money does not give it: "approves the receipt of up to £1,810,485 of Home Office funding".
_ACCEPTS = re.compile(
    r"\b(?:(?<!in )receipt of|accept(?:s|ed|ing|ance)?|approval to receive)\b[^.;£]{0,40}$", re.IGNORECASE
)
_TAKES_GRANT = re.compile(
    r"\baccept(?:s|ed|ing)?\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?(?:grant|award|offer|funding|allocation)\b"
)
#: "a further £60m that the Home Office is putting into Safer Streets".
_THAT_BODY = re.compile(r"^\s+(?:[\w-]+\s+){0,3}?(?:that|which)\s+(?:the\s+)?$")
_BY_BODY = re.compile(
    r"\b(?:available|aside|awarded|granted|given|provided|funded|allocated|committed|doubled|increased|announced|contributed|paid|added|approved|"
    r"pledged|earmarked|matched|offered|£[\d,.]+\w*(?: million)?)\b(?:[^.;]|\.\d){0,60}?\bby\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
#: "£400,000 from the PCC", "£100,000 a year from the force": who is told right behind an amount gives it.
_DIRECTLY_FROM = re.compile(
    r"^\s+(?:a year\s+|per annum\s+|p\.a\.\s+|each\s+)?(?:of (?:funding|money)\s+)?(?:came\s+|comes\s+|coming\s+)?from\s+(?:the\s+)?$"
)
_FROM_PLAIN = re.compile(
    r"^\s+(?:a year\s+|per annum\s+|p\.a\.\s+)?from\s+(?:the\s+)?(?P<who>(?:[Ff]orce|(?:[Ll]ocal )?[Hh]ealth [Bb]oard|[Uu]niversity|[Cc]ommunity [Ff]oundation|[Nn]ational [Ll]ottery|[Ll]ottery|(?:[Dd]istrict|[Bb]orough) [Cc]ouncil|[Cc]ouncil|[Cc]ounty [Cc]ouncil|[Cc]ity [Cc]ouncil|[Ll]ocal authorit(?:y|ies)|[Dd]istrict councils|[Ll]ocal authorities))\b"
)
#: "the Home Office's £18.3 million Safer Streets Fund": whose fund it is.
_ITS_FUND = re.compile(r"^[’']s?\s+(?:new\s+|latest\s+|annual\s+)?$")
_NAMES_FUND_BEHIND = re.compile(
    r"^\s+(?:(?:[A-Z][\w’'-]*|of|and|for|the|&|\w+)\s+){0,6}?(?:[Ff]und|[Pp]ot|[Pp]rogramme|[Ss]cheme|Streets)\b"
)
#: Who makes a bid asks for money.
_MAKES_BIDS = re.compile(r"^[^.;£]{0,60}?\b(?:bids?|bidding|applications?)\b")
#: A sentence about money that was won names the commissioner as one who supports the bid: who gives is not told by that.
_WINS = re.compile(r"\b(?:bids?|bidding|secured|securing|won|winning|successful(?:ly)?)\b", re.IGNORECASE)
_GIVES_IN = re.compile(rf"\b{_GIVES}\b")
_GIVING_LATER = re.compile(rf"^(?:[’']s spending\b|[^.;£]{{0,90}}?\s{_GIVES}\b(?! by))")
#: Who "has been allocated" money does not give it.
_IS_GIVEN_TO = re.compile(
    r"^\s+(?:(?:has|have|had|also|now|will|is|are|was|were)\s+)*(?:been|was|were|be)\s+(?:\w+ly\s+)?(?:allocated|awarded|granted|given|offered|paid)\b"
)
_SAME_TAKER = re.compile(
    r"\b(?:brought|gave|earned|given|won|netted)\s+(?:the|this|that)\s+(?:area|county|force|partnership|city|town|region|project|charity|group|service|organisation|district|borough)\s+"
    r"(?:\w+\s+){0,3}$|\b(?:[Tt]he|[Tt]his)\s+(?:area|county|force|partnership|city|town|region|project|charity|group|service|organisation|district|borough)\s+"
    rf"{_GOT}\b[^.;£]{{0,40}}$"
)
_GOVERNMENT = re.compile(r"\b(?:from|by) (?:(?:the|central|our|UK|previous|national|HM)\s+)*(?P<who>[Gg]overnment)\b")
_FROM_BODY = re.compile(
    r"\b(?:from|asks?|asked)\s+(?:the\s+)?$|\b(?:bids?|appl\w+)\b[^.;£]{0,60}\bto\s+(?:the\s+)?$", re.IGNORECASE
)


def recipient_of(text: str, figure: Figure, left: str, right: str, named: Sequence[BodyMention]) -> str | None:
    """Who gets the money of ``figure``, as printed, or None.

    ``left`` and ``right`` are the parts of the sentence ``text`` up to the amounts before and after it, ``named`` its organisations.

    Examples: ``awarded Victim's Voice a grant of £182,480``, ``Refuge received £313,387``, ``£97,627 was awarded to Berkshire
    Women's Aid``, ``£2 million … to enable the Chief Constable to deal with``, ``Rahab provided the service at a cost of £77,550``.
    """
    if match := _EACH.search(right) or _TO_EACH.search(right):
        return match.group(1)
    if _lists_funders(text, figure):
        return None
    if (
        match := _IN_EACH.search(left)
        or _EACH_WAS.search(left)
        or _WENT_TO_MANY.search(right)
        or _MANY_GOT.search(left)
        or _TO_MANY.search(right)
        or _GAVE_EACH.search(left)
        or _GAVE_MANY.search(left)
    ):
        return match["who"].strip()
    for pattern, words in (
        (_GAVE_NAME, left),
        (_NAME_GOT, left),
        (_NAME_ASKED, left),
        (_AT_COST, left),
        (_WHOSE_AWARD, left),
        (_WAS_COMMISSIONED, left),
        (_REQUEST_FROM, left),
        (_CONTRACT, left),
        (_WITH, left),
        (_COMMISSIONED, left),
        (_GAVE_OF_WHICH, left),
        (_WHOSE_BID, left),
        (_WHOSE_CONTRACT, left),
        (_WHOSE_SHARE, left),
        (_HELPED_WITH, left),
        (_GIFT_TO, left),
        (_NOTIFIED, left),
        (_FOR_ONE, right),
        (_WENT_TO, right),
        (_APPROVED_FOR, right),
        (_COMMISSIONED_AT, left),
        (_WITH_SUM, left),
        (_FUNDING_FOR, left),
    ):
        found = pattern.search(words)
        if found is None or (
            pattern is _NAME_GOT
            and (_OBJECT.search(words[: found.start("who")]) or _GOT_OTHER.search(words[found.end("who") :]))
        ):
            continue
        if (pattern is _GIFT_TO and found["to"] == "for" and not bodies(found["who"])) or (
            pattern is _WENT_TO and _ASKING.search(left)
        ):
            continue
        if pattern is _APPROVED_FOR and not (
            bodies(found["who"]) or (len(found["who"].split()) > 1 and not _NO_ONE.search(found["who"]))
        ):
            continue
        if pattern is _NAME_GOT and (_name(found["who"]) or "a")[0].islower():
            continue
        if pattern in (_WENT_TO, _CONTRACT) and _PRONOUN_NAMED.match(found["who"]):
            return found["who"]
        if pattern is _WITH_SUM and not _WINNERS.search(text[: figure.start]):
            continue
        if pattern is _HELPED_WITH and (found["who"][0].islower() or found["who"][0].isdigit()):
            return found["who"]
        if (name := _name(found["who"])) and not _is_government(name):
            if pattern is _NAME_ASKED:
                name = re.sub(r"[’']s?$", "", name)
            # "The MoJ has allocated £412,000 to the PCC": one whom the government gives does not give it himself.
            given = any(b.kind == "government" and b.end <= figure.start for b in named)
            if given or not _gives_itself(name, pattern):
                return name
    takers = [b for b in named if b.kind != "commissioner" and figure.end <= b.start < figure.end + len(right)]
    for at, body in enumerate(takers):
        between = text[figure.end : body.start]
        if _ASKED.search(between) or _ASKING.search(left) or body.kind == "government":
            continue
        if _TO.match(between) or (_BY.search(between) and not _PROVIDED_IT.match(between)):
            return text[body.start : _last_of(text, takers[at:]).end]
    if plain := _PLAIN_GOT.search(left):
        return plain["who"]
    if found := _ENABLED.match(right):
        return _name(found["who"] or found["whom"])
    return None


def giver_in(lead: str) -> str | None:
    """Who gives the amounts of a list, by the verb of its lead: ``The Commissioner supports these bids and awards:`` Commissioner."""
    for body in bodies(lead):
        if _GIVING_LATER.match(lead[body.end :]) and not _IS_GIVEN_TO.match(lead[body.end :]):
            return body.text
    return None


def same_taker(left: str) -> bool:
    """True where the taker of an amount is the one told before: ``The first four rounds brought the area``."""
    return bool(_SAME_TAKER.search(left))


def is_for_each(left: str, right: str) -> bool:
    """True where each of several gets the amount between two texts: ``allocated £10,000 to each of the District CSPs``."""
    return bool(
        _EACH.search(right)
        or _TO_EACH.search(right)
        or _EACH_WAS.search(left)
        or _EACH_GETS.search(left)
        or re.match(r"\s*each\b(?! year)", right)
    )


def is_taker(purpose: str) -> bool:
    """True for what reads like a purpose and names who is paid: "for local charities and groups"."""
    return bool(_TAKERS.match(purpose))


def listed_name(left: str) -> str | None:
    """The name that stands before an amount in brackets or after a dash: ``Victim Support (£30,000)``, ``Remedi – £5,000``."""
    found = _IN_PLACE.search(left) or _IN_BRACKETS.search(left) or _ALONE.match(left)
    return _name(found["who"]) if found else None


def name_beside(left: str) -> str | None:
    """The name alone between two amounts of one sentence: ``£333,290 and Easington £505,294`` Easington; else None."""
    found = _BESIDE.match(left)
    name = _name(found["who"]) if found else None
    # "The Hope Centre's share is £12,000 and Remedi's £8,000".
    return re.sub(r"[’']s$", "", name) if name and not is_body(name) else name


def lists_takers(lead: str) -> bool:
    """True for the lead of a list whose names are those who get the money: ``The following were awarded grants:``."""
    return bool(_LISTS_TAKERS.search(lead))


def names_no_one(name: str) -> bool:
    """True for the name of a service, a project or a post and of nobody: ``Youth Diversion Scheme``, ``CCTV in Deal``."""
    return bool(_NO_ONE.search(name)) and not bodies(name)


#: What money is spent on and nobody is called.
_TOPICS = word_set("""
    Domestic Abuse Sexual Violence Violent Hate Crime Crimes Youth Young People Children Adults Families Victim Victims Witnesses Survivors Safety Road Roads Rural Drug Drugs Alcohol Substance
    Misuse Mental Health Wellbeing Anti-Social Antisocial Anti Social Behaviour Community Communities Prevention Intervention Interventions Early Reducing Re-offending Reoffending Offending Offender Offenders
    Restorative Justice Core Grant Grants Services Service Support General Specialist Counselling Therapy Advocacy Exploitation Modern Slavery Stalking Harassment Fraud Cyber Cybercrime Knife Serious Organised
    Burglary CCTV Lighting Training Equipment Engagement Awareness Education Diversion Diversionary Activities Activity Outreach Staffing Staff Salaries Admin Administration Capital Revenue IDVA IDVAs ISVA ISVAs
    CHISVA Women Girls Men Male Female Against Work Worker Workers Patrols Marshals Wardens Analysts Analyst Coordinator Co-ordinator Management Evaluation Communications Marketing Publicity Costs Mentoring Refuge Refuges Accommodation
    Housing Treatment Perpetrator Perpetrators Programme Programmes Helpline Commissioning Funding Fund Small Large Local Town Centre Night Time Economy Neighbourhood Policing Police Theft Vehicle Retail Business Public Schools School Online
    Street Streets Safer Child Criminal Female Genital Mutilation Honour Based VAWG ASB DA SV Other Various Further Additional Total Uplift Ministry Home Office
""")


def names_topic(name: str) -> bool:
    """True for words that all tell what work is about, and nobody's name: ``Domestic Abuse``, ``Sexual Violence Support``; not ``Victim Support``."""
    words = [word.strip(".,()/&-") for word in re.split(r"[\s/]+", name)]
    return not bodies(name) and all(
        not word or word[0].islower() or word.title() in _TOPICS or word in _TOPICS for word in words
    )


def is_own(recipient: str) -> bool:
    """True for those whose income a paper of a panel tells: the commissioner, the force, the unit that they run; not those whom they pay."""
    kinds = {body.kind for body in bodies(recipient)}
    return (
        bool(kinds & {"commissioner", "force"}) or bool(_OWN_UNIT.search(recipient)) or funder_in(recipient) is not None
    )


def named_first(listed: str) -> tuple[str, str] | None:
    """An organisation and what it does, as a list names them: ``Victim Support, core service``; None where none is first."""
    found = _NAMED_FIRST.fullmatch(listed)
    if found is None or not is_body(found["who"]):
        return None
    return found["who"], found["what"]


def funder_of(text: str, figure: Figure, named: Sequence[BodyMention], recipient: str | None) -> str | None:
    """Who gives the money, as printed: the one whose verb it is, else after "by" or "from", else the commissioner.

    Examples: ``the £5 million of top-sliced funding made available by the Home Secretary`` Home Secretary; ``The Police have added a
    further £45,000`` Police; ``the Commissioner received £454k from the Home Office`` Home Office.
    """
    if _lists_funders(text, figure):
        return listed_name(text[: figure.start])
    others = [b for b in named if b.text != recipient and not _NAMES_FUND.match(text[b.end :])]
    if _ACCEPTS.search(text[: figure.start]) or _TAKES_GRANT.search(text, 0, figure.start):
        return next((b.text for b in others if b.kind == "government"), None)
    if direct := next(
        (b for b in others if b.start > figure.end and _DIRECTLY_FROM.match(text[figure.end : b.start])), None
    ):
        return direct.text
    if plain := _FROM_PLAIN.match(text[figure.end :]):
        return plain["who"]
    if owner := next(
        (
            b
            for b in others
            if b.end <= figure.start
            and _ITS_FUND.match(text[b.end : figure.start])
            and _NAMES_FUND_BEHIND.match(text[figure.end :])
        ),
        None,
    ):
        return owner.text
    givers = [
        b
        for b in others
        if b.end <= figure.start
        and _GIVING.match(text[b.end : figure.start])
        and not _MAKES_BIDS.match(text[b.end : figure.start])
    ]
    # "The Commissioner contributed £20,000 and the County Council £15,000": the verb stands before the first only.
    beside = [
        b
        for b in others
        if b.end <= figure.start and not text[b.end : figure.start].strip() and _GIVES_IN.search(text, 0, b.start)
    ]
    beside = beside or [b for b in others if b.end <= figure.start and _GIFT_OF.match(text[b.end : figure.start])]
    if beside:
        return beside[-1].text
    for plain in _PLAIN_GIVER.finditer(text, 0, figure.start):
        if _GIVING.match(between := text[plain.end() : figure.start]) or not between.strip():
            return plain["who"]
    if givers:
        return givers[-1].text
    for body in others:
        if (
            body.start > figure.end
            and _THAT_BODY.match(text[figure.end : body.start])
            and _GIVING.match(text[body.end :])
        ):
            return body.text
    for pattern in (_BY_BODY, _FROM_BODY):
        for body in others:
            if pattern.search(text[: body.start]) and not _NEXT_VERB.search(text[body.end : figure.start]):
                return body.text
    if government := _GOVERNMENT.search(text):
        return government["who"]
    if many := _FROM_MANY.match(text[figure.end :]):
        return many["who"]
    if _WINS.search(text) and not _OWN_FUND.search(text):
        return None
    return _commissioner(text[: figure.start], recipient) or _commissioner(text, recipient)


#: A fund that is the commissioner's, or money from the commissioner.
_OWN_FUND = re.compile(
    r"\b(?:Commissioner|PF?CC|OP?F?CC|Mayor)[’']s\s+(?:[\w’'-]+\s+){0,5}?(?:Fund|Grants?|Scheme|Programme|fund|grants?)\b|\bfrom\s+(?:the\s+)?(?:(?:Police(?:, Fire)? (?:and|&) Crime )?Commissioner|PF?CC|OP?F?CC|Mayor)\b"
)


def _lists_funders(text: str, figure: Figure) -> bool:
    """True where names before amounts in brackets give: ``jointly funded by the OPCC (£40,000) and Public Health (£35,000)``."""
    before = text[: figure.start]
    return bool(_FUNDED_BY.search(before)) and before.rstrip().endswith("(")


def _is_government(name: str) -> bool:
    return any(body.kind == "government" and body.text == name for body in bodies(name))


def _commissioner(text: str, recipient: str | None) -> str | None:
    funder = funder_in(text)
    return None if funder is None or (recipient and funder in recipient) else funder


def _name(words: str) -> str | None:
    """A name without the words that only begin its sentence; None where nothing of it is left or it is a mere "The"."""
    parts = words.split()
    while parts and (
        parts[0] in _NO_NAME or parts[0].isdigit() or parts[0] in ("of", "and", "the", "for", "in", "with")
    ):
        parts = parts[1:]
    while parts and parts[-1] in ("of", "and", "the", "for", "in", "with", "to", "which", "who", "that"):
        parts = parts[:-1]
    name = " ".join(parts).rstrip("'’")
    if _CONTRACTED.match(name):
        return None
    # "From the Ministry of Justice the Commissioner received": two names, of which the last is the subject.
    first, joined, last = name.rpartition(" the ")
    if joined and _is_government(first) and bodies(last):
        name = last
    return name if name and not _NO_TAKER.search(name) else None


def _gives_itself(name: str, pattern: re.Pattern[str]) -> bool:
    """True for the commissioner in "awarded by the Commissioner": one who gives is a taker only where the verb says so."""
    return pattern in (_WENT_TO, _GAVE_NAME, _CONTRACT) and funder_in(name) == name


def _last_of(text: str, named: Sequence[BodyMention]) -> BodyMention:
    """The last of several names that are joined by "and", "&" or commas."""
    last = named[0]
    for body in named[1:]:
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?", text[last.end : body.start], re.IGNORECASE):
            break
        last = body
    return last
