"""Which lines are headings, at which level, and how headings and paragraphs are numbered.

Panel papers number in many ways and break their own numbering (two "4.", "5.36" inside section 3), so a number is kept as
printed and never used as a key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from schema.document import Line

_NUMBERED = re.compile(
    r"""^(?:
        (?P<appendix>(?:appendix|annex|part|section|schedule)\s+(?:[A-Z0-9]{1,3}|[ivx]+)\b)\s*[:.–—-]*\s*
      | (?P<decimal>\d{1,3}(?:\.\d{1,3})+\.?)\s+
      | (?P<number>\d{1,3}[.)])\s+
      | (?P<roman>\(?[ivx]{1,5}[).])\s+
      | (?P<letter>\(?[a-zA-Z][).])\s+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
#: The level that a way of numbering stands for: "1." over "a)" over "(i)"; unnumbered headings stand lowest.
_LEVELS = {"appendix": 1, "number": 1, "letter": 2, "decimal": 2, "roman": 3}
_UNNUMBERED = 4
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|shall|must|can|could|may|been|be)\b", re.IGNORECASE
)
#: A line that ends with one of these is cut in mid-sentence.
_GOES_ON = frozenset(
    {"and", "or", "the", "of", "to", "in", "with", "for", "a", "an", "by", "at", "on", "that", "which"}
)
_CONTENTS = re.compile(r"(?:table\s+of\s+|list\s+of\s+)?contents(?:\s+page)?\W*|index", re.IGNORECASE)
_PAGE_LAST = re.compile(r"\d{1,4}$")
#: The end of what leads to a page, and how many characters of it tell.
_LEADS = re.compile(r"(?:[.·]\s?){3}[.·]$|…$|_{4}$")
_LEADER = 7
_PAGE_AT_END = re.compile(r"\s\d{1,4}$")
_FURNITURE_WORDS = re.compile(r"^(?:cllr|councillor|mr|mrs|ms|miss|dr|sir|col)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number at the start of a line as printed (``3.38``, ``(iv)``, ``Appendix A``), its style and where the text begins."""

    number: str
    style: str
    end: int


def numbering(text: str) -> Numbering | None:
    """The number with which a line begins, or None.

    Examples: ``3.38 Arrangements are underway`` 3.38, ``a) DEFEND`` a), ``(iv) Citizens`` (iv), ``12 members`` None.
    """
    match = _NUMBERED.match(text)
    if match is None or match.end() >= len(text):
        return None
    style = match.lastgroup or ""
    return Numbering(match.group(style).strip(), style, match.end())


def heading_level(line: Line, after: Line | None, *, flowing: bool) -> int:
    """The level of a heading (1 is outermost), or 0 for a line that is none.

    ``line`` is whole, with the lines that it wraps to; ``after`` is the line that follows, None before a table or at the end. ``flowing`` is true for a text without any stated
    headings, where short lines over paragraphs have to serve.
    """
    text = line.text.strip()
    words = text.split()
    if (
        not words
        or line.bullet
        or words[-1].lower() in _GOES_ON
        or len(words) > 18
        or len(text) > 140
        or not re.search(r"[A-Za-z]{2}", text)
    ):
        return 0
    number = numbering(text)
    bare = text[number.end :] if number else text
    if line.bold and after is not None and after.soft and has_verb(text):
        # A bold sentence that runs on in plain type.
        return 0
    if line.heading:
        if len(words) > 14 and text.endswith("."):
            return 0
        return _LEVELS[number.style] if number else line.heading
    titled = number is not None and number.style == "number" and _is_titled(bare)
    if text[-1] in ';,?"”' or (
        text.endswith((".", ":")) and not titled and not (number and number.style == "letter" and len(words) <= 12)
    ):
        return 0
    if "£" in bare and not line.bold:
        return 0
    if number:
        return _LEVELS[number.style] if _reads_as_title(bare, line) else 0
    capitals = bare.upper() == bare
    if line.bold:
        return 1 if capitals and len(words) > 1 else _UNNUMBERED
    if not flowing or not line.blank_before or _FURNITURE_WORDS.match(text) or "\t" in text:
        return 0
    if capitals and 2 <= len(words) <= 12 and not re.search(r"\d{3}", text):
        return 1
    if len(words) <= 9 and text[0].isupper() and not has_verb(text) and not re.search(r"£|\d{2}", text):
        follows_text = (
            after is None or len(after.text) > max(60, len(text)) or after.bullet or after.text.endswith((".", ":"))
        )
        return _UNNUMBERED if follows_text else 0
    return 0


def opens_contents(text: str) -> bool:
    """True for the title of a list of contents: ``Contents``, ``Table of Contents``."""
    return bool(_CONTENTS.fullmatch(text.strip()))


def is_contents_entry(text: str, *, listed: bool) -> bool:
    """True for a line that leads to a page: ``2. Recorded crime ........ 6``; inside a list also ``2. Recorded crime 6``."""
    bare = text.strip()
    if not bare[-1:].isdecimal():
        return False
    led = _PAGE_LAST.search(bare)
    if led and _LEADS.search(bare[: led.start()].rstrip()[-_LEADER:]):
        return True
    page = _PAGE_AT_END.search(bare) if listed else None
    return bool(page and re.search(r"[A-Za-z]", bare[: page.start()]))


def has_verb(text: str) -> bool:
    """True for a text with one of the verbs that make a sentence of a line: ``is``, ``has``, ``will``."""
    return bool(_VERB.search(text))


def _is_titled(text: str) -> bool:
    """True for an item of minutes whose title ends with a full stop: ``Proposed Precept 2015/16 and Financial Strategy.``."""
    words = [word for word in text.strip(" .").split() if len(word) > 3]
    return 1 < len(words) <= 12 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _reads_as_title(text: str, line: Line) -> bool:
    """True for a short numbered line without a sentence in it: ``4. Protecting Local Policing``."""
    words = text.split()
    if not words or not (text[0].isupper() or line.bold):
        return False
    return line.bold or (len(words) <= 12 and not (has_verb(text) and len(words) > 5))
