"""Noun phrases of a sentence without a tagger: what is counted stands after the number, before the verb, or before the bracket.

All functions work on the shape of a frame, in which figures and periods are signs, so that a phrase ends before them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names.forces import area_of
from extract.names.measures import match_measure
from extract.prose.frame import AREA, BLANK, COUNT, MONEY, PERCENT, PERIOD, RANK, TIME, Frame
from extract.sentences import bodies
from extract.wording import (
    CONNECTORS,
    COUNTED,
    GENERIC,
    OPENERS,
    PRONOUNS,
    TIED_BY_TO,
    TIES,
    UNTELLING,
    VERBS,
    word_set,
)

_SIGNS = f"{COUNT}-{AREA}"
_WORD = re.compile(rf"[^\s{_SIGNS}]+|[{_SIGNS}]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
#: What a clause puts between commas: "Robberies, however, went up".
_ASIDES = re.compile(
    r",\s+(?:however|though|therefore|meanwhile|too|also|in\s+turn|by\s+contrast|in\s+contrast|in\s+comparison|as\s+a\s+result|in\s+fact|of\s+course|on\s+average|overall|in\s+total|"
    r"(?:one\s+of|(?:the|our|its)\s+(?:largest|biggest|smallest|main|most|second|next))\s[^,;.:]{3,60}),(?=\s)"
)
#: A period with the words that tie it to the sentence: "for the month of June 2020", "(to the end of June 2020)".
_TIMED = re.compile(
    rf"(?:\b(?:for|in|during|to|of|as\s+of|as\s+at|at|since|from|by|on|until|between|over|within|throughout|the|period|month|end|year|latest|12|months?)\s+)*"
    rf"{PERIOD}+"
)
#: Telephone numbers that are part of what is measured: "999 calls", "101 Target Response".
_SERVICES = ("999", "101", "111")
_ENDS = '.,;:()[]–—!?"”'
_MAX_WORDS = 9
_PARTICIPLE = re.compile(
    r"\s+(?:(?:(?:have|has|had)\s+(?:(?:also|now|since)\s+)?been|were|was|are|is|being)\s+(?:\w+ly\s+)?)?"
    r"(?P<word>(?!compared\b|based\b|combined\b|followed\b|aged\b|named\b)\w+ed|made|held|found|taken|given|seen|upheld|sent|sought|stolen|brought)\b(?!\s+(?:that|to\s+be))"
    r"(?P<other>\s+or\s+(?:\w+ly\s+)?\w+ed\b)?"
)
_BEGUN_BY_LETTER = re.compile(r"[A-Za-z][\w'’-]*")
_COMMA_AT_LAST = re.compile(r",\s*$")
_DOING = re.compile(r"\w+ing\b")
_SOME_SIGN = re.compile(r"\w")
_BESIDE_VERB = re.compile(r"\w+ly|now|also|not|still|then|to")
_LABEL_WORD = re.compile(r"[\w'’-]+")
_LETTER = re.compile(r"[A-Za-z]")
_BRACKET = re.compile(r"[()]")


def after(frame: Frame, at: int, *, words: int = _MAX_WORDS) -> str:
    """The noun phrase that begins at ``at``, right after a number.

    Examples: in ``62,000 welfare calls to vulnerable people`` it is "welfare calls to vulnerable people", in ``118 recorded
    Modern Slavery Act offences for the 12 month period`` "recorded Modern Slavery Act offences".
    """
    if _OTHER_PHRASE.match(frame.shape, at):
        return ""
    taken: list[tuple[int, int]] = []
    tied = 0
    last = ""
    for match in _WORD.finditer(frame.shape, at):
        raw = match.group()
        word = raw.rstrip(_ENDS)
        bare = _bare(word)
        if raw[0] in _PUA:
            printed = frame.text[match.start() : match.start() + len(raw.rstrip(_ENDS))]
            if printed.strip("*") not in _SERVICES and (raw[0] != BLANK or taken or not _NAMED_KIND.fullmatch(printed)):
                break
        elif raw[0] in "(–—-" or not _LETTER.search(word):
            break
        elif not taken and bare in ("of", "x", "×"):
            continue
        elif bare == "against" and taken and _ARTICLE_NEXT.match(frame.shape, match.end()):
            # "3,412 officers against a budgeted establishment", not "violence against the person".
            break
        elif (bare == "to" and (last in TIED_BY_TO or last.endswith("ing"))) or (bare in TIES and taken):
            tied += last not in ("relating", "related", "linked")
            if tied > 2:
                break
        elif bare in ("to", *TIES) or _stops(frame, bare, last, match.end(), tied):
            break
        taken.append((match.start(), match.start() + len(word)))
        last = bare
        if raw.rstrip("\"”’'") != word.rstrip("\"”’'") or len(taken) >= words:
            break
    return _label(frame, taken)


def _stops(frame: Frame, bare: str, last: str, end: int, tied: int) -> bool:
    """Whether a word ends the noun phrase whose last word is ``last``."""
    if bare in ("and", "&"):
        return not (last and (last == "stop" or _joins(frame, end)))
    if bare in CONNECTORS or (last and not tied and bare in _BREAKS):
        return True
    if bare in COUNTED:
        return last in COUNTED and bare in VERBS
    if bare in VERBS:
        if bare in _IN_A_NAME and last and (following := _WORD.search(frame.shape, end)):
            # "domestic abuse related offences", "police recorded crime": part of the name.
            return _bare(following.group().rstrip(_ENDS)) not in COUNTED
        return not (bare in _ADJECTIVES and (not last or last.endswith(("'s", "’s", "ly")) or last in OPENERS))
    return bare.endswith("ed") and last in COUNTED


def before(frame: Frame, at: int, *, start: int = 0, words: int = _MAX_WORDS + 3) -> str:
    """The noun phrase that ends at ``at``: back to a verb, a comma, or ``start``; brackets and periods inside are passed over.

    Examples: before ``was 3036.73`` in ``The total officer FTE (as of 31/03//2020) was`` it is "total officer FTE"; before ``(30%)`` in
    ``in a higher proportion of searches of Asian individuals (30%)`` "proportion of searches of Asian individuals".
    """
    flat = _flat(frame, start, at)
    flat = flat[: len(_WHEN_AT_LAST.sub("", flat))]
    taken: list[tuple[int, int]] = []
    for match in reversed(list(_WORD.finditer(flat))):
        raw = match.group()
        span = (start + match.start(), start + match.start() + len(raw.rstrip(_ENDS)))
        bare = _bare(raw).rstrip(_ENDS)
        if raw[0] in _PUA:
            if frame.text[slice(*span)].strip("*") in _SERVICES or (
                raw[0] == BLANK
                and (
                    _PER_MANY.fullmatch(frame.text[slice(*span)])
                    or (taken and _NAMED_KIND.fullmatch(frame.text[slice(*span)]))
                )
            ):
                taken.insert(0, span)
            elif taken and raw[0] == COUNT and _NUMBERED_THINGS.search(flat[: match.start()]) and _is_word(frame, span):
                # "crime in the three counties": how many there are is known.
                taken.insert(0, span)
            elif taken or raw[0] in _FIGURES:
                break
            continue
        if (
            not taken
            and bare in ("which", "who")
            and (_RELATIVE.search(flat[: match.start()]) or _RELATIVE_OF_MANY.match(frame.shape, span[0] - 2))
        ):
            # "burglary which fell by 5%": what stands before it.
            continue
        if not taken and bare in PRONOUNS:
            return ""
        if bare == "or" and taken and _EITHER.search(flat[: match.start()]):
            # "people killed or seriously injured" is one noun.
            taken.insert(0, span)
            continue
        if not taken and bare.endswith("ly") and len(bare) > 4:
            continue
        lead = flat[: match.start()]
        if (
            taken
            and bare in _ARTICLES
            and not _TIME_TO.search(lead)
            and (not _opens_clause(lead) or (bare in ("a", "an") and _gives_to(lead)))
        ):
            break
        if bare in ("and", "&") and frame.shape[: span[0]].rstrip().endswith(")"):
            # "robbery (-7%) and theft (+2%)": the bracket holds the figure of what stands before it.
            break
        following = frame.text[slice(*taken[0])].lower() if taken else ""
        if bare == "per" and taken and lead.split() and _PER_WORD.match(flat, match.start()):
            # "Crimes per thousand residents": so many of each is part of the name.
            taken.insert(0, span)
            continue
        relative = following in _PREPOSITIONS and (
            (bare.endswith("ed") and bare not in _SAYS)
            or (bare in _DONE and _last_word(lead) not in VERBS | OPENERS | PRONOUNS)
        )
        relative = relative or bool(taken and _TO_VERB.search(lead))
        noun = bare in _NOUN_OR_VERB and (not lead.split() or _last_word(lead) not in PRONOUNS)
        if raw == "/" and taken:
            # "Drink / Drug driving"
            taken.insert(0, span)
            continue
        if taken and raw[-1] == "," and (first := _list_from(frame, start, span[1], taken)) is not None:
            taken.insert(0, (first, start + match.end()))
            break
        if (taken and raw[-1] in ".,;:!?–—") or (
            not relative and not (noun and (not taken or following in TIES)) and _opens(bare, lead, first=not taken)
        ):
            break
        taken.insert(0, span)
        if raw[0] == "(" or len(taken) >= words:
            break
    return _label(frame, taken)


def _list_from(frame: Frame, start: int, end: int, taken: list[tuple[int, int]]) -> int | None:
    """Where a list begins whose last two nouns are ``taken``: "Robbery, theft and arson rose", of all of which one figure tells; else None."""
    if not any(frame.text[a:b].lower() in ("and", "&") for a, b in taken):
        return None
    clause = max(start, *(frame.shape.rfind(sign, start, end) + 1 for sign in ".;:("))
    if to_items := _TO_ITEMS.match(frame.shape, clause, end):
        clause = to_items.end()
    items = frame.shape[clause:end].split(",")
    if len(items) > _MOST_ITEMS or not all(_is_measured(item.strip()) for item in items):
        return None
    return clause


def _is_measured(name: str) -> bool:
    if not 0 < len(name.split()) <= 4 or {*name.split()} & (VERBS | CONNECTORS) or is_generic(name):
        return False
    return head(name) in COUNTED or match_measure(name, unit="count") is not None


def _is_word(frame: Frame, span: tuple[int, int]) -> bool:
    return frame.text[slice(*span)].isalpha()


def _gives_to(lead: str) -> bool:
    """Whether what stands before is no part of the noun after it: "gave its support to a", but "respond to a"."""
    words = lead.lower().split()
    return len(words) > 1 and words[-1] == "to" and words[-2] not in TIED_BY_TO


def _opens(bare: str, lead: str, *, first: bool) -> bool:
    """Whether a word stands before the noun phrase that goes on after it; ``lead`` is what comes before the word."""
    if bare in ("and", "&"):
        return first or not _list_before(lead)
    if bare in ("with", "without") and _WITH.search(lead):
        return False
    if bare in _ADJECTIVES:
        return not first and bare not in ("recorded", "reported", "related") and not _opens_clause(lead)
    return bare in VERBS or bare in CONNECTORS or not _SOME_SIGN.search(bare)


def subject(frame: Frame, at: int) -> str:
    """The noun phrase before the verb that governs what stands at ``at``.

    Example: before ``a reduction year-on-year`` in ``Recorded sexual offences now show a reduction year-on-year`` it is "Recorded
    sexual offences".
    """
    flat = _flat(frame, 0, at)
    verb = None
    for match in reversed(list(_WORD.finditer(flat))):
        word = match.group().strip("'’‘“”\"*_").lower()
        if word[:1] in _PUA or not _SOME_SIGN.search(word) or match.group()[-1] in ";:.":
            break
        if word in VERBS or _BESIDE_VERB.fullmatch(word):
            verb = match.start() if word in VERBS or verb is not None else None
        elif verb is not None:
            break
    if verb is not None and _COMMA_AT_LAST.search(flat[:verb]) and _DOING.match(flat[verb:]):
        # "Savings have been found, leaving £1.6m": what stands before the comma is no subject of it.
        return ""
    return before(frame, verb) if verb is not None else ""


def opening(frame: Frame) -> str:
    """The subject of a sentence: the noun phrase before its first verb.

    Example: of ``The Constabulary's latest knife crime figures (to the end of June 2020) show a slight decrease`` it is
    "Constabulary's latest knife crime figures".
    """
    flat = _flat(frame, 0, len(frame.shape))
    start = 0
    for match in _WORD.finditer(flat):
        word = match.group().strip("'’‘“”\"*_,").lower()
        if match.start() < start:
            continue
        if word in VERBS and (
            word not in _ADJECTIVES or (match.start() and _last_word(flat[: match.start()]) not in OPENERS)
        ):
            told = before(frame, match.start(), start=start)
            that = _SAID_THAT.match(flat, match.start()) if not told or is_generic(told) else None
            if that is None:
                return told
            # "The Panel was told that burglary had fallen": of burglary.
            start = that.end()
        elif match.group()[-1] in ";:":
            break
    return ""


def _last_word(text: str) -> str:
    return (text.split() or [""])[-1].lower()


def participle(frame: Frame, at: int) -> str | None:
    """What was done with what is counted: ``recruited`` after "70 people" in "70 people have been recruited"; else None."""
    match = _PARTICIPLE.match(frame.shape, at)
    return " ".join(f"{match['word']}{match['other'] or ''}".lower().split()) if match else None


@lru_cache(maxsize=8192)
def is_generic(label: str) -> bool:
    """True for a phrase that does not say by itself what is measured: "offences", "the number", "This year's figure"."""
    words = [w for w in _LABEL_WORD.findall(label.lower()) if w not in OPENERS]
    if len(words) == 1 and words[0].endswith("ing") and words[0] not in _DOINGS:
        return True
    return all(w in GENERIC or tells_not_what(w) or w in _ADJECTIVES or w.isdigit() for w in words) or is_body(label)


@lru_cache(maxsize=8192)
def says_nothing(label: str) -> bool:
    """True for a phrase that names nothing that could be measured: "latest quarter", "force", "went"; not for "offences"."""
    words = [w for w in _LABEL_WORD.findall(label.lower()) if w not in OPENERS]
    return all(
        (w in GENERIC and w not in COUNTED and w not in _MEASURES) or tells_not_what(w) or w in _MERE_VERBS
        for w in words
    )


def tells_not_what(word: str) -> bool:
    """Whether a word says when, which way or how, and not what: "ago", "favourably"."""
    return word in TIES or word in UNTELLING or (word.endswith("ly") and word not in _NOUNS_IN_LY)


#: Who says or does something: "Councillor Potts noted increases".
_PERSON = re.compile(
    r"(?:the\s+)?(?:councillor|cllr\.?|mr|mrs|ms|dr|sir|dame|lord|baroness|superintendent|inspector|sergeant)(?:\s+\w[\w.'’-]*){1,3}|"
    r"(?:the\s+)?(?:(?:deputy|assistant|vice|temporary|interim|acting|new|police\s+and\s+crime)[\s-]+)*(?:chief\s+(?:constable|superintendent|executive|inspector|finance\s+officer)|"
    r"superintendent|d?pcc|opcc|o?pfcc|chair(?:man|woman|person)?|mayor|home\s+secretary|treasurer|leader|(?:[\w’']+\s+)?representatives?(?:\s+(?:on|of|for|from)\s.+)?|clerk|monitoring\s+officer|solicitor|report|meeting)",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(
    r"(?:(?:has|have|had|was|were|been|also|then|further)\s+)*(?:said|noted|reported|confirmed|explained|advised|stated|heard|told|informed|highlighted|added|agreed|felt|showed|shows|indicated|asked|recognised|acknowledged|outlined|commented|clarified)\s+(?:[a-z]+\s+){0,3}?that\s+"
)
_OF_A_BODY = re.compile(
    r"^(?:the\s+)?|\s+(?:(?:police|crime|and)\s+)*(?:panel|police|constabulary|force|commissioner)$", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def is_body(label: str) -> bool:
    """True for a phrase that only names a person, an organisation or a place: "The Chair", "Leicestershire panel" are not what is measured."""
    if _PERSON.fullmatch(label):
        return True
    if label.islower():
        return False
    if area_of(_OF_A_BODY.sub("", label)) is not None:
        return True
    named = bodies(label)
    return bool(named) and len(named[0].text) >= len(label) - 4


@lru_cache(maxsize=8192)
def head(label: str) -> str:
    """The last word of the first noun of a label: ``calls`` of "welfare calls to vulnerable people"."""
    words: list[str] = _BEGUN_BY_LETTER.findall(label.lower())
    for i, word in enumerate(words):
        if i and (word in TIES or word in ("in", "at", "across", "who", "that", "and", "or", "to", "every", "each")):
            return words[i - 1]
    return words[-1] if words else ""


_PUA = {chr(0xE000 + n) for n in range(16)}
_FIGURES = {COUNT, PERCENT, MONEY, TIME, RANK}
#: Verb forms that are as often adjectives before a noun: "recorded offences", "increased patrols".
_ADJECTIVES = word_set(
    "recorded reported related increased reduced estimated expected identified continued completed improved rising total selected given supported held secured raised required issued seen proposed agreed approved recommended requested suggested settled"
)
_BREAKS = word_set(
    "in at across within throughout during inside a an the this each every between before after into over"
)


def _bare(word: str) -> str:
    return word.strip("'’‘“”\"*_").lower()


def _joins(frame: Frame, at: int) -> bool:
    """True where "and" goes on a noun: "training events and opportunities", not "1,200 groups and 300 ..." or "and were"."""
    match = _WORD.search(frame.shape, at)
    if match is None or match.group()[0] in _PUA:
        return False
    word = match.group().strip(_ENDS).lower()
    following = _WORD.search(frame.shape, match.end())
    if following and (following.group() in _AUXILIARIES or (word.endswith("ed") and following.group()[0] in _PUA)):
        # "3,921 arrests and force was used": another clause.
        return False
    if _OTHER_CHANGE.match(frame.shape, at):
        # "a rise in crime and worrying double digit increases in violence": another change.
        return False
    if word.endswith("ing") and following and following.group() in _ARTICLES:
        # "a decrease in burglary and meeting the target": what is done beside it.
        return False
    return word not in VERBS and word not in OPENERS and word not in CONNECTORS


def _list_before(lead: str) -> bool:
    """True where "and" joins two nouns: what stands before it is a plain word."""
    word = lead.split()[-1:] or [""]
    if word[0].lower() in _HOW_FAR:
        # "they had to cut hard and the number of officers fell": another clause.
        return False
    return bool(word[0]) and word[0][-1] not in ",.;:" and word[0][-1] not in _PUA and word[0].lower() not in VERBS


_OTHER_CHANGE = re.compile(
    r"\s+(?:(?!an?\b|the\b|of\b|to\b)[a-z-]+\s+){1,3}?(?:increases?|decreases?|reductions?|rises?|falls?|drops?)\b"
)
_HOW_FAR = word_set(
    "place elsewhere here there hard harder deep deeper back down up out off further again more less so too"
)


def _opens_clause(text: str) -> bool:
    words = text.split()
    return (
        not words
        or words[-1].lower() in OPENERS
        or words[-1].lower() in _BREAKS
        or words[-1].lower() in TIES
        or words[-1].lower() in ("among", "amongst")
        or words[-1][-1] in ",.;:("
    )


def _flat(frame: Frame, start: int, end: int) -> str:
    """The shape from ``start`` to ``end`` with brackets and periods blanked, spaces in their place."""
    text = frame.shape[start:end]
    text = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    text = _ASIDES.sub(lambda m: " " * len(m.group()), text) if "," in text else text
    return _TIMED.sub(lambda m: " " * len(m.group()), text) if PERIOD in text else text


def first_words(text: str, most: int) -> str:
    """At most so many words of a text, without those that end no name: "been recruited by the" is "been recruited"."""
    return " ".join(trimmed_end(text.split()[:most]))


def trimmed_end(words: list[str]) -> list[str]:
    """Words without the verbs, prepositions and determiners at their end: "reported within" is "reported"."""
    words = list(words)
    while (
        words
        and not _NAMED_BAND.search(" ".join(words[-2:]))
        and (
            words[-1].lower().strip("'’,") in _TAILS
            or words[-1].lower() in _AUXILIARIES
            or words[-1].lower() in _BREAKS
        )
    ):
        words.pop()
    return words


def _label(frame: Frame, spans: list[tuple[int, int]]) -> str:
    """The words of ``spans`` as printed, without the openers at the start and the ties at the end."""
    words = [frame.text[a:b] for a, b in spans]
    if "‘" in "".join(words):
        # "‘Violence without injury’ crimes": the quotes of a name, and no genitive.
        words = [word.rstrip("’") for word in words]
    words = [word.strip('*_“”"‘') for word in words]
    dropped = ""
    while words and (
        words[0].lower().strip("'’,") in OPENERS - {"other"}
        or words[0].lower() in TIES
        or not _SOME_SIGN.search(words[0])
        # "So far this year burglary": when, and not what.
        or (dropped in ("this", "last") and words[0].lower() in _TIMES and len(words) > 1)
    ):
        dropped = words.pop(0).lower()
    if len(words) > 1 and words[0].lower() in _STRETCHES and _OVER_THE.search(frame.text[: spans[-len(words)][0]]):
        # "Over the year burglary fell": when, and not what.
        words.pop(0)
    if words and words[0].lower() in _FIRST_OF_THOSE:
        words = _PART_OF_THEM.sub("", _TO_DATE.sub("", " ".join(words))).split()
    while words and (
        words[-1].lower().strip("'’,") in _TAILS | _HOW_AT_LAST or words[-1].endswith(("'s", "’s", "s'", "s’"))
    ):
        words.pop()
    label = " ".join(words).strip(" ,;:.–—-()")
    label = _BY_WHAT.sub("", label) if " by " in label else label
    return label if ("(" in label) == (")" in label) else _BRACKET.split(label)[-1].strip(" ,;:.–—-")


#: What "with" goes on: "satisfaction with the police", "violence with injury".
_BY_WHAT = re.compile(r"(?<=\w)\s+by\s+(?:the\s+time|the\s+end|then|[a-z]+ing)\b.*$")
_WITH = re.compile(
    r"\b(?:(?:dis)?satisf(?:ied|action)|compliance|violence(?:\s+against\s+(?:the|a)\s+persons?)?|assaults?|burglary|possession|wounding|shortfall)\s+$"
)
_EITHER = re.compile(r"\b(?!reported|recorded|increased|reduced|decreased)[a-z]+ed\s+$")
#: Before "which" or "who": the noun that it goes on about, and no preposition ("of which").
_RELATIVE = re.compile(r"(?<!\bof)(?<!\bin)(?<!\bby)(?<!\bfor)(?<!\bto)(?<!\bfrom)(?<!\bwith)(?<=[a-z])\s+$")
#: The same behind a comma, of several things alone: what "which was" tells may be of the whole clause.
_RELATIVE_OF_MANY = re.compile(
    r"(?<=s),\s+which\s+(?:are|were|have|rose|fell|increased|decreased|dropped|grew|reduced)\b"
)
#: What stands before the first noun of a list, and how many nouns it may have.
_TO_ITEMS = re.compile(r"\W*(?:(?:the|both|our|in|for)\s+)?")
_MOST_ITEMS = 8
#: Another phrase than that of what is counted: "compared to 1,168 this time last year".
_OTHER_PHRASE = re.compile(r"\s+(?:this|that|the\s+same|last)\s+(?:time|point|stage|year|month|quarter|period|week)\b")
_ARTICLE_NEXT = re.compile(r"\s+(?:an?|its|our|their)\b")
#: A letter that is a name: "Council Tax Band A".
_NAMED_BAND = re.compile(r"\b[A-Z][a-z]+ A$")
#: What people do that is counted by itself.
_DOINGS = word_set(
    "policing offending reoffending re-offending training trafficking grooming speeding shoplifting stalking parking spending housing "
    "volunteering stabbing shooting"
)
#: Forms of verbs after a noun that belong to it: "the time taken to answer", "money spent on overtime".
_DONE = word_set("taken spent kept lost stolen paid held made driven")
#: Nouns that are verbs as well: "unavoidable costs rose", "reports of rape".
_NOUN_OR_VERB = word_set("costs cost reports issues deals sets")
_TIMES = word_set("year quarter month week time")
_STRETCHES = word_set("year quarter month week period")
#: "A third of crimes": of which there is a part, and of what it is one.
_PART_OF_THEM = re.compile(r"^(?:half|thirds?|fifths?)\s+of\s+(?:(?:all|the|our|these|those)\s+)?(?=\w)", re.IGNORECASE)
#: With what the two begin.
_FIRST_OF_THOSE = word_set("half third thirds fifth fifths year year-to-date ytd financial")
_OVER_THE = re.compile(r"\b(?:over|in|during|for|across|within)\s+(?:the|that|this|the\s+same)\s+$", re.IGNORECASE)
#: Of how much of the year something is told: "year to date anti-social behaviour".
_TO_DATE = re.compile(r"^(?:(?:financial\s+)?year[\s-]to[\s-]date|YTD)\s+(?=\w)", re.IGNORECASE)
#: General nouns that are measured all the same, and verbs that no noun is written like.
_MEASURES = word_set(
    "rate rates average score reduction increase performance responses target targets times time people statistics"
)
_MERE_VERBS = word_set(
    "go goes going went come comes came coming be been were was is are has have had did does do said says put puts"
)
_NOUNS_IN_LY = word_set("family assembly anomaly supply elderly bully fly ally rally monopoly tally")
#: For how many something is counted: "complaints per 1,000 staff".
_PER_WORD = re.compile(r"per\s+(?:(?:one\s+|ten\s+|hundred\s+)?thousand|hundred|head|million)\b")
#: "for every 1,000 residents" is told as "per 1,000 residents" is.
FOR_EVERY = re.compile(r"^(?:for|in|to)\s+(?:every|each)\b", re.IGNORECASE)
_PER_MANY = re.compile(r"per\s+[\d,]+(?:\s+\w+)?")
#: A kind of what is counted, told by a number: "Grade 1 incidents", "Tier 2 referrals".
_NAMED_KIND = re.compile(r"(?:Grade|Tier|Category|Priority|Level|Class|Stage|Band)\s\w{1,5}", re.IGNORECASE)
#: What somebody does about the thing named after it, and no part of its name: "asked for a rise", "compared with May".
_SAYS = word_set(
    "compared asked proposed agreed announced voted called opted decided pressed argued applied settled led resulted contributed based"
)
_PREPOSITIONS = word_set("within by in to on for at into across from")
#: Before a number in words, where it belongs to a name: "the three counties", "all four districts".
_TIME_TO = re.compile(r"\b(?:times?|taken|wait|days)\s+(?:taken\s+)?to\s+[a-z]+\s*$")
_TO_VERB = re.compile(r"\b(?:times?|days)\s+(?:taken\s+)?to\s+$")
_NUMBERED_THINGS = re.compile(r"\b(?:the|all|our|its|these|those)\s+$")
#: What only says when, or of how much of it: "the budget next year", "recorded crime as a whole".
_WHEN_AT_LAST = re.compile(
    r"\s+(?:(?:last|this|next)\s+(?:financial\s+)?(?:year|quarter|month|week)|as\s+a\s+whole|overall|year[\s-]on[\s-]year)\s*$"
)
_IN_A_NAME = word_set("related recorded reported")
_HOW_AT_LAST = word_set("mainly mostly largely partly especially particularly primarily")
_ARTICLES = word_set("the a an this that these those our their its")
#: Words that cannot end a label.
_TAILS = (OPENERS - {"other", "others"}) | TIES | CONNECTORS
_AUXILIARIES = word_set(
    "is are was were be been being has have had do does did will would shall should can could may might must"
)
