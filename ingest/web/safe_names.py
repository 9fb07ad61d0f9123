"""Names for files and folders that every system can keep, made of what a web page or an address says."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from ingest.characters import clean, one_line
from ingest.finding import passed_over

#: In UTF-8: encrypted folders and network shares keep fewer than the usual 255.
LONGEST_BYTES = 120
_DIGEST = 8

#: What no name may hold on some system, and what changes the direction of writing.
_FORBIDDEN = re.compile(
    r"[<>:\"/\\|?*\u2044\u2215\uff0f\uff3c\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_UNPRINTABLE = frozenset(("Cs", "Co", "Cn", "Cc", "Cf"))
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)


def safe_name(told: str, *, suffix: str = "", otherwise: str = "paper") -> str:
    """A name of one file or folder: no path, nothing reserved, hidden or overlong, letters of every language kept.

    ``suffix`` such as ``.pdf`` is put behind it; ``otherwise`` is the name where nothing is left of what was told.

    ``../../Q3: "Burglary".pdf`` with ``.pdf`` is ``Q3- -Burglary-.pdf``; ``CON`` is ``_CON``; ``Heddlu Gŵent`` stays.
    """
    name = _FORBIDDEN.sub("-", clean(unicodedata.normalize("NFC", told)))
    name = "".join(char for char in name if unicodedata.category(char) not in _UNPRINTABLE)
    # Twice: what was dropped may have stood between letters that are one.
    name = one_line(unicodedata.normalize("NFC", name))
    if suffix and name.lower().endswith(suffix):
        name = name[: -len(suffix)]
    # A leading dot or ~ hides a file, a leading - is an option to many programs; Windows drops dots and spaces at the end.
    name = name.lstrip(" .~-").rstrip(" .")
    name = _cut(name or otherwise, LONGEST_BYTES - len(suffix.encode()))
    if _RESERVED.match(name):
        name = f"_{name}"
    if passed_over(name + (suffix or ".pdf")):
        name = f"paper {name.strip('_')}"
    return name + suffix


def numbered(name: str, suffix: str, key: str) -> str:
    """The name with a short sign of what it stands for, to tell it from another of that name: ``report (3f1c9a20).pdf``."""
    stem = name[: -len(suffix)] if suffix else name
    sign = f" ({hashlib.sha256(key.encode()).hexdigest()[:_DIGEST]})"
    return _cut(stem, LONGEST_BYTES - len(sign) - len(suffix.encode())) + sign + suffix


def same_name(name: str) -> str:
    """What two names have in common that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _cut(name: str, most: int) -> str:
    data = name.encode()
    if len(data) <= most:
        return name
    sign = f"~{hashlib.sha256(data).hexdigest()[:_DIGEST]}"
    return data[: most - len(sign)].decode(errors="ignore").rstrip(" .") + sign
