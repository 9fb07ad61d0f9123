"""Whether the words around an amount say that it is given: verbs and nouns of giving, of budgets, of limits for those who apply.

The two texts around an amount are read with a bar for the amount between them: ``has put | into a new fund``.
"""

from __future__ import annotations

import re

#: What is given to a panel is no money: "the presentation given to the Panel", "reasons given", "advice provided".
_TOLD_TO = re.compile(
    r"\b(?:presentation|report|reports|update|updates|information|advice|reasons?|answers?|assurances?|briefing|evidence|details?|figures|response|responses|explanation|notice|"
    r"apologies|opportunity|consideration|thanks|examples?)\s+(?:which |that )?(?:(?:was|were|is|are|had been|has been|have been)\s+)?(?:also\s+)?(?:given|provided|offered|received|secured)\b"
    r"|\b(?:received|gave|given|provided|offered)\s+(?:an?|the|some|more|further)\s+(?:\w+\s+){0,2}?(?:presentation|report|update|information|advice|reasons?|answers?|assurances?|briefing|"
    r"explanation|opportunity|breakdown|overview|summary)\b",
    re.IGNORECASE,
)
#: What may stand between a verb and its amount: "has shared more than £48,000".
_ABOUT = r"(?:(?:just|more|less|than|over|under|around|about|nearly|almost|some|roughly|up|to|at|least|a|an|the|further|additional|another|extra|total|sum|of|out)\s+)*"
_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grants?|granted|provid(?:e|es|ed|ing)|fund(?:s|ed|ing)|allocat(?:e|es|ed|ing|ion|ions)|commit(?:s|ted|ting)?|"
    r"commitment of|contribut(?:e|es|ed|ing|ion|ions)|approved|receive[sd]?|receiving|secur(?:e|es|ed|ing)|commission(?:ed|ing)|invest(?:s|ed|ing|ment)?|donat(?:ed|ion)|"
    r"ring-?fenc(?:ed|ing)|set(?:ting|s)? aside|earmark\w*|made available|offer(?:s|ed|ing)|pledged|bids?|given|gave|at (?:a )?(?:total )?cost of|"
    r"contract(?:s|ed)?|sponsor(?:ed|ship)|uplift|bursar(?:y|ies)|distributed|added a further|match[- ]fund\w*|attracted|obtained|"
    r"in receipt of|to the sum of|successful(?:ly)? (?:in )?(?:bidding|applying) for|getting|gained|matched (?:by|with)|match(?:ed)?[- ]fund(?:ed|ing)|at (?:an? )?(?:annual |total )?(?:value|price) of|to the (?:value|tune) of|on offer|up for grabs|backed (?:by|with)|boosted (?:by|with)|supported (?:by|with)|topped up (?:by|with)|"
    r"ma(?:de|kes?|king)\s+\|\s+available)\b|"
    r"\b(?:shar(?:e|es|ed|ing)(?: of)?|w[io]n|wins|winning|gets?|got|getting|giv(?:e|es|ing)|distribut(?:e|es|ing)|handed (?:out|over|back)|unlock(?:s|ed|ing)?|"
    rf"pots?(?: of)?|ploughed|releas(?:es|ed|ing)|accept(?:s|ed|ing)?|brought the \w+)\s+{_ABOUT}\|"
    r"|\bput(?:s|ting)?\s+" + _ABOUT + r"\|\s+(?:[\w-]+\s+){0,5}?(?:into|towards)\b"
    rf"|\b(?:approv(?:e|es|ing|al of|al for)|authoris(?:e|es|ing)|sanction|endorse[sd]?|agree(?:s|d)?)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:release|award|payment|allocation|provision|grant|contribution|transfer|donation)\s+of\s+{_ABOUT}\|"
    rf"|\b(?:funding|grants?|awards?|allocations?|uplift|money)\s+(?:(?:already|so far|formally)\s+)?(?:confirmed|awarded|allocated|offered|secured|announced|granted|approved)\b[^.;£|]{{0,50}}?\b(?:is|was|are|were|totals?|totalled|totalling|came to|comes to|amounts? to|amounted to|stands at)\s+{_ABOUT}\|"
    rf"|\b(?:saw|seen)\s+{_ABOUT}\|\s+(?:awarded|given|distributed|shared|allocated)\b|\brepresenting\s+{_ABOUT}\|\s+(?:of|in)\s+(?:investment|funding|grants?)\b"
    rf"|\|\s+(?:was|were|is|are|will be|has been|have been|to be)\s+(?:split|divided|shared)\b|\b(?:bids?|applications?)\b[^.;£|]{{0,80}}\b(?:bring(?:s|ing)?|brought) in\s+{_ABOUT}\|"
    rf"|\bput(?:s|ting)? into\b|\bset(?:s|ting)?\s+{_ABOUT}\|\s+aside\b"
    rf"|\b(?:paid|pays?|return(?:s|ed)?|ga?ve)\s+(?:back\s+)?{_ABOUT}\|\s+(?:[\w-]+\s+){{0,10}}?(?:to|back into)\s+(?!reserves\b)"
    rf"|\bha(?:s|ve|d)\s+{_ABOUT}\|\s+to (?:spend on|give|award|share|invest|distribute)\b"
    r"|\|\s+(?:[\w-]+\s+){0,2}?(?:funds?|pots?|cash boost|boost|injection)\b"
    r"|\|\s+(?:(?:has|have|had|was|were|will|would|is|are|be|been|also)\s+)*(?:go|goes|going|gone|went|shared|drawn)\b"
    r"|\bspending on\b[^|£.]{0,60}\|"
    rf"|\b(?:signed off|authoris(?:ed|es)|sanctioned|confirm(?:ed|s)|invested|benefit(?:s|ed|ing)? from|puts? in|putting in|che(?:que|ck)s? (?:for|of)|applications? for)\s+{_ABOUT}\|"
    rf"|\b(?:agree[ds]?|announc(?:e|es|ed|ing)|confirms?|recommend(?:s|ed)?|promis(?:es|ed)|leverag(?:es|ed)|levered(?: in)?|netted|nets?|draw(?:s|n)? down|drew down|claim(?:s|ed)?|brings?|bringing|brought|put up|finds?|found)\s+{_ABOUT}\|\s+(?:a year |p\.?a\.? |per annum |extra |more )?(?:of|from|for|to|towards|in)\b"
    rf"|\|\s+(?:(?:has|had|have|was|were|is|are|been|also|being)\s+)+(?:found|recommended|agreed|announced|pledged|promised|drawn down|claimed|donated)\b"
    rf"|\b(?:fund|scheme|programme|grants?)\s+(?:(?:has|have|will|also|had)\s+)*(?:paid out|pays out|pay out|given out|awarded|handed out)\s+{_ABOUT}\|"
    r"|\|\s+(?-i:(?:(?:[A-Z][\w’'-]*|of|and|for|the|&)\s+){1,6}Fund)\b(?! (?:grants?|awards?|money|bids?|applications?)\b)"
    rf"|\bus(?:ed|es|ing)\s+{_ABOUT}\|\s+(?:of|from)\s+[^.;£|]{{3,60}}\bto (?:fund|support|provide|pay|deliver|commission|buy)\b"
    r"|\b(?:projects|schemes|groups|initiatives|organisations|charities)\s+(?:\w+\s+){0,2}?(?:supported|funded|backed|helped)\b"
    rf"|\b(?:opened|launched|set up|created|established)\s+with\s+{_ABOUT}\||\|\s+(?:[\w-]+\s+){{0,2}}?package\b"
    r"|\|\s+(?:remains?|is|was|remained) (?:still )?(?:unallocated|uncommitted|unspent|unclaimed)\b|\|\s+of (?:Home Office|MoJ|Ministry of Justice|government|VRU) (?:money|funding|grant)\b"
    rf"|\btopped up\b[^.;£|]{{0,40}}\b(?:by|with)\s+{_ABOUT}\||\bFund,?\s+worth\s+{_ABOUT}\|"
    r"|\b(?:agree[ds]?|will|proposes?|proposed|offer(?:s|ed)?|decided|intends?|plans?|committed) to (?:fund|pay for|support|commission)\b"
    r"|\|\s+(?:(?:is|was|will be|are|being|of funding|in grants|a year|per annum|now|also)\s+){0,3}(?:made\s+)?available\b"
    rf"|\basked\s+[^.;£|]{{0,40}}\bfor\s+{_ABOUT}\|"
    rf"|\bma(?:de|kes?|king)\s+{_ABOUT}\|\s+(?:[\w’'-]+\s+){{1,6}}?available\b|\|\s+(?:[\w’'-]+\s+){{1,4}}?(?:is|was|are|were|will be|has been|have been|being)\s+(?:also\s+|now\s+)?(?:made\s+)?available\b"
    rf"|\b(?:[Ff]und|pot)\s+(?:of|worth)\s+{_ABOUT}\||\bexpressions? of interest\b[^.;£|]{{0,40}}\|"
    rf"|\b(?:is|was|are|were|been|being|be)\s+assigned\s+{_ABOUT}\|"
    rf"|\b(?:help(?:s|ed|ing)|(?:support|back|boost|fund|present)(?:s|ed|ing)?|provided|supplied)\b[^.;£|]{{0,60}}\bwith\s+(?:(?:total |further |extra )?(?:grants?|funding) (?:of|worth|totalling) )?{_ABOUT}\|"
    rf"|\b(?:Fund|PCC|OPCC|Commissioner|Scheme)\s+(?:(?:has|have|will|also)\s+)*(?:paid|pays?|met|meets?|covered|covers?|spen[dt])\s+{_ABOUT}\|"
    rf"|\bha(?:s|ve|d)\s+{_ABOUT}\|\s+(?:a year )?from\s+(?:the\s+)?(?:PCC|OPCC|Commissioner|Home Office|Ministry|MoJ)\b"
    rf"|\bgiv(?:e|es|ing)\s+(?:each|every)\b[^.;£|]{{0,50}}\||\bpa(?:id|ys?)\s+{_ABOUT}\|\s+(?:of|towards)\b"
    r"|\b[Tt]here (?:is|was|are|were|will be)\s+\|\s+(?:to|that (?:can|may|could) be) (?:spend|spent|give|given|award|awarded|bid for|share|apply for|invest)\b"
    rf"|\b(?:requests?|applications?|bids?|proposals?)\s+(?:from|by)\s+[^.;£|]{{3,60}}\s+for\s+{_ABOUT}\|"
    rf"|\b(?:share|slice|portion)\s+(?:of [^.;£|]{{2,50}}\s+)?(?:is|was|will be|comes to|came to|amounts to|totals|totalled)\s+{_ABOUT}\|"
    r"|\b(?:split|divided) (?:between|into|across)\b[^.;£|]{3,80}[:(]\s*\|"
    r"|\|\s+(?:had|has|have) (?:already )?been paid\b(?! (?:back|in|off|for)\b)"
    r"|\|[^|.;£]{0,30}\b(?:found|set aside) for\b|\b(?:paid for|met|supported) by\b[^.;£|]{0,60}\(\s*\|"
    r"|\b(?:Fund|bids?|grants?|rounds?|Streets(?: \d)?)\s+(?:has |have )?(?:brought|won|earned)\b[^|.;£]{0,40}\|"
    r"|\|\s+from\s+[^|.;£]{0,60}\b(?:pays|paid|bought|buys)\b"
    r"|\|\s+(?:was|were|has been|have been|is|will be)\s+(?:also\s+)?(?:paid|handed|passed|presented) (?:out |on |back |over )?to\b"
    r"|\|\s+(?:was|were|has been|have been|is|will be|had been)\s+(?:also\s+)?(?:won|raised|obtained|attracted|put by|put aside|(?:given|handed|paid|shared) (?:away|out))\b"
    r"|\|\s*,?\s+(?:to be )?(?:met|paid|funded) (?:from|by)\b|\|\s*(?:\([^)]*\)\s*|(?:a year|each year|per annum|each|p\.a\.)\s+)?(?:has |have |will )?(?:go|goes|gone|went)\s+(?:in)?to\b(?! reserves)",
    re.IGNORECASE,
)
#: What a list of amounts is led by where it tells what money was for.
_LEADS = re.compile(
    r"\b(?:spending on|spent on|paid for|shared|split|divided|(?:bid|apply|compete|bidding|applying) for)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:savings?|precepts?|council tax|funding gap|shortfall|deficit|budget requirement|efficienc(?:y|ies)|band [A-H]|households?|"
    r"reduction in|reduc(?:ed|es) by|overspen[dt]|underspen[dt]|seized|stolen|value of (?:the )?(?:drugs|goods|cash)|fines?|compensation|pay (?:rises?|awards?)|"
    r"salar(?:y|ies)|pensions?|inflation|reserves (?:of|stood|are|were)|turnover|losses|baseline|cost (?:of crime|to society)|"
    r"(?:was|is|are|were) forecast|forecast (?:of|to be)|budget (?:of|is|was|for|at|gap)|medium[- ]term|increase (?:of|in) (?:the )?(?:budget|precept)|"
    r"(?:falls?|fell|fallen|cut) by|would have|per week|a week|insurance|loans?|mutual aid|income (?:of|from)|(?:returned|repaid|handed back) to (?!local|communit)|"
    r"(?<!at )(?<!at a )(?:total|overall|full|whole|estimated|gross) (?:\w+ )?costs?\b(?: of [^|.;£]{1,60})? (?:is|was|are|were|will be|to be)|(?:Chief Constable|[Ff]orce|[Pp]olicing|[Pp]olice|[Rr]evenue|[Oo]perating)(?:[’']s)? budget|claw\w* back|still to be found|capital programme of|overtime|(?:the|from) sale of|to (?:the )?victims of fraud)\b",
    re.IGNORECASE,
)
#: "just under £1.7m of money seized under the Proceeds of Crime Act": where the money came from that is given.
_FROM_CRIME = re.compile(
    r"\b(?:money|cash|funds?|assets|proceeds)\s+(?:which was |that was |that were )?(?:seized|stolen|recovered|confiscated)\b|\braised (?:from|by|through) (?:the )?(?:sale|sales|auction)\b",
    re.IGNORECASE,
)
#: What takes money away or costs it: "The reduction of Capital Grants by", "bring pressures of", "costs the Force".
_TAKES_AWAY = re.compile(
    r"\b(?:reductions?|cuts?|loss|ending|removal|withdrawal|(?<!the )end|(?<!by the )(?<!at the )(?<!until the )(?<!since the )(?<=the )end) (?:of|in|to)\b(?! (?:the (?:year|month|quarter|financial|last|first|day|week|summer|round)|(?:last|this|next) |(?:19|20)\d\d|[A-Z][a-z]+ (?:19|20)\d\d))[^.;£]{0,60}$|\b(?:reduc\w+|cut(?:s|ting)?|lower\w*|decreas\w+|trim\w*)\b[^.;£]{0,80}\bby\s+$|\bpressures?\b[^.;£]{0,30}$|\bcosts? (?:the|us|our|taxpayers)\b|"
    r"\b(?:rise|rises|rose|grow|grows|grew|falls?|fell|increases?|increased|decreased?|goes up|went up|going up|reduced?|reduces|cut)\s+by\s+"
    rf"{_ABOUT}$|(?<!\ba )(?<!the )(?<!total )(?<!full )\bcosts?\s+(?:about |around |nearly |over |some |an estimated )?$",
    re.IGNORECASE,
)
#: Whose money goes away: "is set to lose".
_LOSES = re.compile(rf"\b(?:los(?:e|es|ing)|lost|miss(?:es|ed|ing)? out on|short of)\s+{_ABOUT}$", re.IGNORECASE)
#: Who adds to money that was told: "The OPFCC increases this amount by", "tops up the grant by".
_ADDS = re.compile(
    r"\b(?:increas(?:es|ed|ing)|boost(?:s|ed|ing)|rais(?:es|ed|ing)|supplement(?:s|ed|ing)|top(?:s|ped|ping) up)\s+(?:this|that|the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?(?:amount|sum|grant|funding|fund|allocation|money|award|contribution)\s+(?:by|with)\s+"
    rf"{_ABOUT}$",
    re.IGNORECASE,
)
#: By how much another figure went up or down: "£138.2m (up £7.4m on last year)", "an increase of".
_BY_HOW_MUCH = re.compile(
    r"(?:\(|,|\bis|\bwas)\s*(?:up|down)\s+(?:by\s+)?(?:from\s+)?$|\b(?:increase|rise|reduction|decrease|fall|drop|cut)\s+of\s*$|"
    r"\b(?:up|down)\s+from\s+$",
    re.IGNORECASE,
)
#: What a force buys for itself, what goods are worth, and what balances a budget.
_OWN = re.compile(
    r"\|\s+worth of\b|\|\s+(?:in|into|on)\s+(?:\w+\s+){0,2}?(?:vehicles|fleet|estates?|buildings?|ICT|IT|technology|police stations?|custody|body[- ]worn|uniforms?|officers|reserves)\b|"
    r"\bcontributions? of\s+\|\s+from (?:general |the |our )?reserves\b"
)
#: "were awarded, against a budget of": what an amount is held against is no part of what is said of it.
AGAINST = re.compile(r",?\s+(?:against|compared (?:with|to)|within|from within)\s+")
#: A grant that is told by how it changed, as those of whole forces are: "grant of £222.7m, a cash reduction of £3.0m"; growth of a budget.
_IS_CHANGE = re.compile(
    r"^\W{0,3}(?:which (?:is|was) )?an?\s+(?:[\w-]+\s){0,2}(?:reduction|cut|increase|decrease|rise|fall)\b|^\s+of\s+(?:\w+\s)?(?:growth|pressures?|virements?)\b|^\s+(?:less|fewer)\b",
    re.IGNORECASE,
)
#: The old level of a grant: "cut from £36,000 to £30,000".
_FROM_LEVEL = re.compile(r"\bfrom\s*$")
_BUDGET_SET = re.compile(
    r"\b(?:set|sets|setting|agree|propose[ds]?)\s+(?:my|the|a|his|her|its|our)\s+(?:\w+\s+)?budget\b", re.IGNORECASE
)
#: What governments share out between all councils or forces is no award of anyone to anyone for a purpose.
_SETTLEMENT = re.compile(
    r"\b(?:settlement|central funding|core government funding|revenue support grant|recovery grant|RSG|new homes bonus|better care fund|social care (?:grant|funding|prevention grant)|council tax|"
    r"rolled[- ](?:in|forward)|core (?:grants?|funding)|formula (?:grant|funding)|police (?:main |core |revenue |capital |allocation )?grant|business rates|"
    r"schools grant|spending (?:growth|review|round)|autumn (?:budget|statement)|(?<!victims )(?<!victims['’] )(?<!victim )services grant|per head|"
    r"pensions? (?:\w+ )?grant|specific grants?|capital grants?|legacy grants?|precept grant|insurance premium|general grant|funding formula|national insurance|"
    r"(?<!from the )(?<!from )(?:gross|net|base|revenue|operating|operational) budget|contributions? from (?:general |the )?reserves)\b",
    re.IGNORECASE,
)
#: An amount that is told for the country: "£60m nationally"; "a range of issues nationally" is said of none.
_NATIONALLY = re.compile(r"£[^.;£]{0,60}\bnationally\b|\bnationally\b[^.;£]{0,60}£", re.IGNORECASE)
#: Verbs and nouns that speak of money for a purpose even where neither who pays nor who gets it is named.
_SURELY_GIVES = re.compile(
    r"\b(?:award(?:s|ed|ing)?|grant(?:s|ed)? of|grant|granted|funded|commit(?:s|ted|ting)|commission(?:ed|ing)|commitment of|contribut\w+|secur(?:ed|ing)|"
    r"donat(?:ed|ion)|ring-?fenc\w+|pledged|bids?|at (?:a )?(?:total )?cost of|sponsor(?:ed|ship)|bursar(?:y|ies)|made available|set aside|distributed|allocated|agreed|"
    r"(?:been|was|were) (?:also )?(?:provided|invested|given|approved)|(?:value|cost) of (?:the|this) contract|on offer|up for grabs|a share of|fund|signed off|che(?:que|ck)s? (?:for|of)|"
    r"(?:I|we|my office|our office|the office) (?:have |has |also )*(?:invested|gave|given|put)|funding (?:confirmed|awarded|offered|secured)|in receipt of|approve the (?:release|award|allocation)|recommended|(?:been|was|were) (?:found|won|put by|put aside|(?:given|handed|paid) (?:away|out))|earmarked|package|(?:projects|schemes|groups|initiatives) (?:\w+ ){0,2}?(?:supported|funded|backed|helped)|us(?:ed|es|ing)|donat\w+|(?:go|goes|gone|went) (?:in)?to)\b",
    re.IGNORECASE,
)
#: The titles of lists of awards, and those of budgets, which name grants too.
_TITLE = re.compile(
    r"\b(?:grants?|awards?|awarded|donations?|recipients|beneficiaries|(?:projects|schemes|services|organisations|groups) (?:\w+ )?(?:funded|supported|commissioned|awarded)|"
    r"(?:funded|supported|commissioned|successful) (?:\w+ )?(?:projects|schemes|services|organisations|groups|bids|bidders|applications|applicants)|"
    r"(?:CSPs?|safety|community|communities|youth|victims[’']?|commissioner[’']?s|prevention|intervention|diversion|property|partnership|road|streets) (?:\w+ )?(?:fund|funding)|allocations?)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:budgets?|precepts?|settlement|revenue|formula|specific|government|police|pension\w*|capital|income|reserves?|expenditure|finance|financial|sources?|how to|apply|criteria|eligib\w+|forecast|savings?)\b(?! (?:property|and crime commissioner))",
    re.IGNORECASE,
)
#: The name of a fund, and what is said of the money of one: "PCC's Fund: what it paid for", "Who was funded".
_FUND_TITLE = re.compile(
    r"(?:[A-Z][\w’']*\s+(?:(?:of|and|for|&)\s+)?){1,6}Fund\b(?!ing)|\b[Ww]hat (?:it|was|the money|the fund|the grants?) (?:has |have )?(?:paid for|funded|bought|supported|helped)\b|"
    r"\b[Ww]ho (?:was funded|got (?:grants?|money|what)|had grants?|received (?:grants?|money|what)|(?:has been|have been|was|were|is|are) (?:given|awarded|granted|paid)(?: what| how much| grants?| money)?)\b|"
    r"\b[Ww]hat (?:was|has been|we have|we) (?:given|awarded|granted)(?: to whom)?\b|\b[Ww]here the (?:money|grants?) went\b"
)
#: A line of an account or a budget, which lists what money was and not who was given it.
TELLS_ACCOUNT = re.compile(
    r"(?:opening|closing|balances?|brought|carried|income|expenditure|interest|less|remaining|receipts|payments|transfers?|surplus|deficit|net|gross|budget|costs?|salar(?:y|ies)|underspends?|savings?|reserves?|spent|unspent)\b",
    re.IGNORECASE,
)
_TITLE_WORDS = 14
#: A limit for those who apply and no sum that anyone got: "Applications for up to £5,000", "Those over £5,000".
_LIMIT = re.compile(
    r"\b(?:applications?|those|grants|bids|awards|requests|projects|organisations|groups)\s+(?:(?!shared|received|got|won|had|secured|were|was|have|has)\w+\s+){0,3}?(?:for\s+|of\s+)?"
    r"(?:up to|over|under|above|below|less than|more than|between)\s*(?:a maximum of\s*)?$|"
    r"\b(?:(?:can|could|may|must|should|to) (?:apply|bid|ask)|(?<!successful in )(?<!successfully )(?:applying|bidding|asking))\s+for\s+(?:grants?\s+of\s+)?(?:up to\s*)?$|"
    r"\b(?:apply|applying|applications? for|bids? for|bidding|ask|asking|invited|each(?! (?:receiv|get|gain|be ))(?<!will each)(?<!are each)(?<!were each))\b[^.;£]{0,60}\bup to\s*$|"
    r"\b(?:boost|sums|pots) of up to\s*$|\b(?:can|may|could) (?:provide|give|award|offer|pay|grant)\s+(?:grants? of\s+)?up to\s*$|"
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ied|ies|ying))\s+(?:in (?:size|value) )?(?:from|between)\s*$|^Of (?:the|this|that|its)\s*$|"
    r"\b(?:maximum|minimum|upper limit|threshold|ceiling|cap)\s+(?:\w+\s+){0,3}(?:of|is|was)\s*$",
    re.IGNORECASE,
)
#: A line of what may be asked for: "Up to £5,000 for small groups".
_CAP = re.compile(
    r"\W*(?:(?:grants|awards)\s+)?(?:of\s+)?(?:up to|maximum(?: of)?|no more than|not more than|at most)\s+",
    re.IGNORECASE,
)
_CAP_FOR = re.compile(
    r"\s*(?:(?:for|per|to)\b(?![^.;£]*\b(?:was|were|been|awarded|given|agreed|approved)\b)[^A-Z.;£]*)?[.;]?\s*$"
)
#: "£500 each may be claimed", "£10,000 per bid": what one of those who apply may get.
_FOR_ONE = re.compile(
    r"^\s+(?:per|for each|for every) (?:\w+ )?(?:bid|applicant|application|applicants)\b", re.IGNORECASE
)


#: Services for victims have a core grant too, of the Ministry of Justice.
_CORE_OF_VICTIMS = re.compile(r"\b(?:Ministry of Justice|MoJ|MOJ|[Vv]ictims?|ISVAs?|IDVAs?)\b")
_CORE = re.compile(r"\bcore (?:grants?|funding)\b", re.IGNORECASE)


def is_settlement(text: str) -> bool:
    """True for a text about what governments share out between all councils or forces: ``the police grant``, ``business rates``."""
    return bool(_NATIONALLY.search(text)) or bool(
        _SETTLEMENT.search(_CORE.sub(" ", text) if _CORE_OF_VICTIMS.search(text) else text)
    )


def is_given(left: str, right: str, lead: str) -> bool | None:
    """Whether the words around an amount, or the ``lead`` of its list, say that it is given; None where they do not say.

    Examples: ``has shared | between`` True, ``savings of | were`` False, ``Applications for up to |`` False, ``and |`` None.
    """
    near = f"{left[-160:]} | {right[:120]}"
    if (
        _LIMIT.search(left[-110:])
        or (_CAP.fullmatch(left) and _CAP_FOR.match(right))
        or _FOR_ONE.match(right)
        or _OWN.search(near)
        or (_FROM_LEVEL.search(left) and right.strip() == "to")
        or _BUDGET_SET.search(left[-240:])
        or (_TAKES_AWAY.search(left[-90:]) and not _ADDS.search(left[-120:]))
        or _BY_HOW_MUCH.search(left[-40:])
        or _LOSES.search(left[-60:])
        or _NOT_GIVEN.search(left[-90:])
        or _NOT_GIVEN.search(AGAINST.split(_FROM_CRIME.sub(" ", right))[0][:60])
        or _IS_CHANGE.match(right)
    ):
        return False
    if _ADDS.search(left[-120:]):
        return True
    return True if _GIVES.search(_TOLD_TO.sub(" ", near)) or leads_gifts(lead) else None


def leads_gifts(lead: str) -> bool:
    """True for the lead of a list whose amounts are given: ``The PCC awards:``, ``Spending on the plan:``."""
    lead = _TOLD_TO.sub(" ", lead)
    return bool(lead) and bool(_GIVES.search(lead) or _LEADS.search(lead) or names_awards(lead))


def names_awards(title: str) -> bool:
    """True for the title of a list of awards: ``Grants awarded 2023/24``, ``Community Safety Fund: round 2``; not for that of a budget."""
    return (
        len(title.split()) <= _TITLE_WORDS
        and "£" not in title
        and bool(_TITLE.search(title) or _FUND_TITLE.search(title))
        and not _BUDGET.search(title)
    )


def names_budget(title: str) -> bool:
    """True for the title of a list of what a budget is made of: ``Budget and grants 2023/24``."""
    return len(title.split()) <= _TITLE_WORDS and "£" not in title and bool(_BUDGET.search(title))


#: "The funding confirmed for 2021/22 is £16.8m": what the sum is needs no more words.
_CONFIRMED = re.compile(
    r"\b(?:funding|grants?|awards?|allocations?|uplift|money)\s+(?:(?:already|so far|formally)\s+)?(?:confirmed|awarded|allocated|offered|secured|announced|granted|approved)\b"
    rf"[^.;£|]{{0,50}}?\b(?:is|was|are|were|totals?|totalled|totalling|came to|comes to|amounts? to|amounted to|stands at)\s+{_ABOUT}\|",
    re.IGNORECASE,
)


#: "making £10,000 in grants available": a sum of grants, whoever gets them.
_SUM_OF_GRANTS = re.compile(r"\|\s+(?:in|of)\s+(?:[a-z]+\s+)?(?:grants|awards|donations|bursaries)\b")


def tells_award(near: str) -> bool:
    """True where an amount is told as the sum of what was awarded, whoever gives and gets it: ``The funding confirmed for 2021/22 is |``."""
    return bool(_CONFIRMED.search(near) or _SUM_OF_GRANTS.search(near))


def surely_gives(near: str) -> bool:
    """True where words speak of money for a purpose even if neither who pays nor who gets it is named: ``a grant of``."""
    return bool(_SURELY_GIVES.search(near))
