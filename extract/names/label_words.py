"""The words of a measure's printed label that tell which measure it is, in one form for all ways of printing them.

What says nothing about the measure goes: numbering, footnote marks, targets, the source of the data, "Number of", years, the
name of the force. What changes the meaning stays: "without", "from", "non", "per 1,000", "999".
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from extract.names.force_names import mentions

_SUP = re.compile(r"<sup>.*?</sup>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-z/][^>]*>", re.IGNORECASE)
_SOURCE_MARK = re.compile(r"\s\*\s?(?=[A-Z]).*$")
_LAG = re.compile(r"\b(?:[A-Z]{2,6}\s+)?data\s+(?:is|are|runs?)\b.*$", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^\s*(?:(?:priority|objective|measure|theme|aim)\s+\d{1,2}\s*(?=[:–-])|(?:SP|CI|KPI|PI|NI|SPI|KLOE)\s?\d{1,3}[a-z]?\b|\(?[ivx]{1,4}\)|\(?[a-h]\)|\d{1,2}(?:\.\d{1,2})*[a-z]?(?:[.):]\s|\s+(?=[A-Z])))[\s.:)–-]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOISE = re.compile(
    r"^\s*(?:only\s|target|up\s+to|data\s|source|see\s|as\s+(?:at|of)|provisional|estimated?$|from\s+\d|since|n\s*=|excludes?\s+[a-z]+\s+data|"
    r"p\d$|[ps]abr$|bt\s+data|national\s+data|[<>≤≥£%]|numbers?$|no\.?$|count$|rolling|\d{1,2}\s*months?|ytd|year\s+to|12m|per\s?cent|percentage$|secs?$|seconds?$|mins?$|minutes?$|"
    r"hours?$|hrs?$|days?$|new$|revised|officers\s+only|all\s+victims|lower\s+is|higher\s+is|(?:19|20)\d\d|q[1-4]\b|"
    r"jan|feb|mar\b|march|apr|may\b|june?|july?|aug|sep|oct|nov|dec|note|(?!(?:101|999)$)\d+$)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?<![\s,;:–-])[\s,;:–-]*\btarget\s*(?:of|is|[:=<>≤≥])?\s*[<>≤≥]?\s*(?!(?:19|20)\d\d\b)\d.*$", re.IGNORECASE
)
_RANKED = re.compile(
    r"(?<=[\w.])[\s,:–-]+position\s+(?:v|vs|versus|in|within)\.?\s+(?:MSG|MSF|most\s+similar\b.*)$", re.IGNORECASE
)
#: The number of a footnote behind a long label: "… during the hours of 7pm to 7am 2".
_GLUED_NOTE = re.compile(r"(?<=[a-z]{2})\s[1-9]$|(?<=\d[ap]m)\s[1-9]$")
#: A number behind one of these is no note: "Median response time – Grade 1".
_NUMBERED = re.compile(
    r"\b(?:grade|priority|outcome|band|level|tier|stage|type|category|phase|part|section|class|group)\s[1-9]$", re.I
)
#: When or against what the figures are, behind the name: "…, 12 months to June 2019", "… against the previous year".
_WHEN = re.compile(
    r"(?<=\w)[\s,;:–-]+(?:(?:in|for|over|during)\s+)?(?:the\s+)?(?:(?:up\s+)?(?:to|until)\s+(?:the\s+)?end\s+(?:of\s+)?[A-Z0-9]|"
    r"(?:rolling\s+|last\s+|latest\s+|previous\s+)?(?:12|twelve)[\s-]*(?:months?|m)\b|year\s+(?:to|ending|ended)\b|rolling\s+year\b|"
    r"as\s+(?:at|of)\s+\S|quarter\s+(?:[1-4]|one|two|three|four)\b|Q[1-4]\b|"
    r"(?:against|versus|vs?\.?|compared\s+(?:to|with))\s+(?:the\s+)?(?:previous|last|same|prior)\b).*$",
    re.IGNORECASE,
)
#: What the figures are divided by, and the region whose they are, behind the name: "Recorded crime by district".
_BY_PLACE = re.compile(
    r"(?<=\w)[\s,:–-]+by\s+(?:local\s+)?(?:polic(?:e|ing)\s+)?(?:(?:district|borough|division|area|ward|beat|region|neighbourhood|lpa|bcu)s?|"
    r"localit(?:y|ies)|force\s+areas?)$|"
    r"(?<=\w\w)[\s,]+(?:in|across)\s+(?:the\s+)?(?:East\s+of\s+England|(?:North|South)[\s-](?:East|West)|East\s+Midlands|Yorkshire\s+and\s+"
    r"(?:the\s+)?Humber)(?:\s+region)?$",
    re.IGNORECASE,
)
_WHEN_WORDS = (
    "month",
    "year",
    "end of",
    "12",
    "twelve",
    "as at",
    "as of",
    "quarter",
    "q",
    "previous",
    "last",
    "same",
    "prior",
)
#: The unit behind a name.
_UNIT = re.compile(r"(?<=\w)\s*[,:–-]?\s*(?:%|£(?:m|k|'?000s?)?)(?=\s+[\d(–-]|$)", re.IGNORECASE)
_OF_POLICE = re.compile(
    r"\s+(?:officers?|staff|support|community|precept|grant|pay|pensions?|uplift|volunteers?|cadets?|main)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:19|20)\d\d(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?\b|\b\d\d/\d\d\b|\bq[1-4]\b|\b(?:ytd|fytd)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[A-Z][A-Za-z&/]{1,7}")
_WORD = re.compile(r"[a-z0-9]+")
_LETTER_RUN = re.compile(r"[A-Za-z]+")


class _Wordings:
    """Wordings and the word for each, to be put in one after the other; most labels have none, which one look tells."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self._any = re.compile("|".join(pattern for pattern, _ in pairs))
        self._each = [(re.compile(pattern), word) for pattern, word in pairs]

    def put_in(self, text: str) -> str:
        if self._any.search(text):
            for pattern, word in self._each:
                text = pattern.sub(word, text)
        return text


_SIGNS = _Wordings(
    (r"\bw\s?/\s?o\b", "without"),
    (r"\bw/(?=\s)", "with"),
    (r"&", " and "),
    (r"%", " percent "),
    (r"(?<=\d),(?=\d{3})", ""),
    (r"\bper\s+cent\b|\bpercentages?\b|\bproportion\b", "percent"),
    (r"[-–—/:;,.+’'‘\"“”<>≤≥*†‡§¹²³_|?!£=#~]", " "),
)
_PHRASES = _Wordings(
    (r"\bexcl\b|\bexcludes?\b|\bexc\b", "excluding"),
    (r"\bincl\b|\bincludes?\b|\binc\b", "including"),
    (r"\b(?:anti\s?social|antisocial)\s+behaviou?rs?\b", "asb"),
    (r"\bdomestic\s+violence\b", "domestic abuse"),
    (r"\bda\b", "domestic abuse"),
    (r"\bchild(?:ren)?\s+sexual\s+exploitation\b", "cse"),
    (r"\bpolice\s+community\s+support\s+officers?\b", "pcso"),
    (r"\bviolence\s+against\s+(?:the\s+)?person\b", "vap"),
    (r"\bcrime\s+survey\s+(?:for|of)\s+england\s+and\s+wales\b|\bcrime\s+survey\b", "csew"),
    (r"\bfull\s+time\s+equivalents?\b", "fte"),
    (r"\bkilled\s+(?:or|and)\s+seriously\s+injured\b", "ksi"),
    (r"\bmodern\s+day\s+slavery\b", "modern slavery"),
    (r"\bmissing\s+from\s+home\b", "missing"),
    (r"\bmissing\s+(?:persons?|people)\b", "missing"),
    (r"\bmost\s+similar\s+(?:forces?|group)\b", "msg"),
    (r"\bre\s+offend", "reoffend"),
    (r"\bblack\s+and\s+minority\s+ethnic\b|\bbame\b", "bme"),
    (r"\bfollow\s+up\b", "followup"),
    (r"\bcyber\s+crimes?\b", "cybercrime"),
    (r"\bsecs?\b|\bseconds?\b", "second"),
    (r"\bmins?\b|\bminutes?\b", "minute"),
    (r"\bhrs?\b", "hour"),
    (r"\bfront\s+line\b", "frontline"),
    (r"\bmotor\s+vehicles?\b", "vehicle"),
    (r"\bburglary\s+(?:in\s+a\s+)?dwellings?\b", "burglary dwelling"),
    (
        r"\bper\s+(10{3,5})\s+(?:of\s+the\s+)?(?:residents?|people|persons?|inhabitants?|heads?(?:\s+of\s+population)?)\b",
        r"per \1 population",
    ),
    # Both together are neither, though "of" and "and" say nothing elsewhere.
    (r"\b(?:theft\s+(?:of\s+(?:and\s+|or\s+)?from|from\s+(?:and\s+|or\s+)?of))\b", "theft offrom"),
    (r"\brape\s+and\b(?=.*\bsexual\b)", "rapeand"),
    # "Crimes and non-crimes" are not "non-crimes", and officers in post are no posts.
    (r"\bnon\s+crimes?\b", "noncrime"),
    (r"\bin\s+posts?\b", "inpost"),
)
#: Who was asked: "Residents who feel safe", "People who agree that police do a good job".
_ASKED = re.compile(
    r"^(?:percent\s+)?(?:of\s+)?(?:the\s+)?(?:people|residents|respondents|public|adults|those)\s+(?:surveyed\s+)?(?:who|that)\s+"
    r"(?:(?:agree|think|believe|say)\s+)?(?:that\s+|they\s+)?(?=\w)"
)
_LEADING = re.compile(
    r"^(?:\s*(?:the|a|total|overall|average|recorded|reported|annual|current|latest)?\s*(?:numbers?|no|volumes?|counts?|levels?|amounts?|"
    r"percent|numbers?\s+and\s+percent|recorded\s+numbers?|totals?)\s+of\s+(?:the\s+|all\s+(?!crime|other|theft|sexual))?|"
    r"\s*(?:to\s+)?(?:(?:annual|yearly|quarterly|monthly|overall|net|percent|numerical|year\s+on\s+year)\s+)?(?:reductions?|increases?|decreases?|changes?|improvements?|reduce|increase|decrease|improve|maintain)\s+"
    r"(?:in\s+|of\s+|the\s+|all\s+(?=re))+)+"
)
_STOP = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "for",
        "to",
        "by",
        "on",
        "at",
        "in",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "that",
        "which",
        "who",
        "s",
    )
)
_SAME = {"offence": "crime", "avg": "average", "women": "woman", "children": "child"}
_KEEP_S = frozenset(
    (
        "business",
        "access",
        "process",
        "loss",
        "class",
        "less",
        "stress",
        "address",
        "cross",
        "us",
        "this",
        "iss",
        "campus",
        "status",
        "plus",
    )
)


def _acronym_of(letters: str, before: str) -> bool:
    """True where ``letters`` are the initials of the last words before the bracket: "Violence Against the Person (VAP)"."""
    if not _LETTERS.fullmatch(letters) or letters.lower() in {"fte", "csew", "nfib"}:
        return False
    initials = iter(word[0].lower() for word in _LETTER_RUN.findall(before))
    return all(
        any(letter == initial for initial in initials) for letter in letters.lower().rstrip("s") if letter.isalpha()
    )


def _singular(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith("ss") or word in _KEEP_S:
        return word
    word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return _SAME.get(word, word)


@lru_cache(maxsize=8192)
def tidy(label: str) -> str:
    """The label without its marks, notes, targets and numbering, still as printed otherwise.

    Examples: ``Modern Slavery (Only introduced 1st April 2015) *CONNECT MI`` is ``Modern Slavery``, ``Grade 1 - Emergency
    Response Median Time to Arrive (Target <15 Mins)`` loses its target, ``Violence Against the Person (VAP)`` its letters.
    """
    # Most labels have nothing to take away, and looking for a sign is much quicker than trying a pattern.
    text = html.unescape(label) if "&" in label else label
    if "<" in text:
        text = _TAG.sub(" ", _SUP.sub("", text))
    text = " ".join(text.split())
    if "*" in text:
        text = _SOURCE_MARK.sub("", text)
    lower = text.lower()
    if "data" in lower:
        text = _LAG.sub("", text)
    if number := _NUMBERING.match(text):
        text = text[number.end() :]

    def bracket(match: re.Match[str]) -> str:
        inside = match.group(1)
        if _NOISE.match(inside) or _acronym_of(inside.strip(), text[: match.start()]):
            return " "
        return f" {inside} "

    if "(" in text or "[" in text:
        text = _BRACKET.sub(bracket, text)
    if "position" in lower:
        text = _RANKED.sub("", text)
    if "target" in lower:
        text = _TARGET.sub("", text)
    text = " ".join(text.split())
    if any(word in lower for word in _WHEN_WORDS):
        text = _WHEN.sub("", text)
    text = text.rstrip(" *†:")
    if " by " in lower or " in " in lower or " across " in lower:
        text = _BY_PLACE.sub("", text)
    if "%" in text or "£" in text:
        text = _UNIT.sub("", text)
    if text.count(" ") >= 5 and not _NUMBERED.search(text):
        text = _GLUED_NOTE.sub("", text)
    return text


@lru_cache(maxsize=8192)
def label_words(label: str) -> tuple[str, ...]:
    """The words that tell which measure a label is, in their order and each once, without the names of forces and places.

    Examples: ``Number of Anti-Social Behaviour Incidents`` is ``asb incident``, ``Violence w/o Injury`` is ``violence without
    injury``, ``Theft from Motor Vehicles`` ``theft from motor vehicle``, ``*999 Calls - Service Level < 10 secs`` ``999 call
    service level 10 second``.
    """
    text = tidy(label)
    for place in reversed([mention for mention in mentions(text) if mention.kind != "host"]):
        # "Kent Police officers" are police officers.
        police = (
            " police" if _OF_POLICE.match(text, place.end) and text[: place.end].lower().endswith("police") else " "
        )
        rest = text[: place.start] + police + text[place.end :]
        if rest.strip(" -–:,()"):
            text = rest
    text = _YEARS.sub(" ", text.lower())
    text = " ".join(_PHRASES.put_in(_SIGNS.put_in(text)).split())
    text = _LEADING.sub("", text) or text
    if " who " in text or " that " in text:
        text = _ASKED.sub("", text)
    words = [_singular(word) for word in _WORD.findall(text)]
    return tuple(dict.fromkeys(word for word in words if word not in _STOP))
