"""The area that is named above the figures of a table: by the name of its group of rows, its caption or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.names.area_headings import area_named, place_above
from extract.names.force_names import mentions
from extract.names.forces import Area, area_of

#: A body that reports, which is not where its figures are.
_BODY_ONLY = re.compile(r"\b(?:councils?|authority|panel|committee|board|commissioner|cabinet)\b", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"\b(?:compar\w+|versus|vs?|than|against|similar|unlike|like|average|with|from)\b", re.IGNORECASE
)
#: What stands before the name of the place of which figures are: "In Preston", "the figures for Preston".
_PLACED = re.compile(r"(?:\A(?:in|for|across|at|within|elsewhere:?)|\b(?:position|figures|data|numbers?|results?|totals?|picture|performance|crimes?|breakdown)\s+(?:in|for|of|across))\s+(?:the\s+)?\Z", re.IGNORECASE)  # fmt: skip
_LONGEST = 100


def area_above(near: Iterable[str | None], headings: Iterable[str], force: str | None) -> Area | None:
    """The area of a table that is named in what stands ``near`` it (group, caption, title), or in a heading, nearest first; else None.

    ``force`` is that of the paper. Of a heading only a part of a force is taken: what a paper says of the nation stands under many.

    | as printed                                    |                    |
    | --------------------------------------------- | ------------------ |
    | ``BRADFORD CSP`` over some rows               | Bradford CSP       |
    | ``Table 3: Recorded crime in Burnley, 2018/19`` | Burnley          |
    | ``Pendle – performance`` as a heading         | Pendle             |
    | ``Leicester City Council`` as a heading       | none: it reports   |
    """
    for text in near:
        if text and (found := area_named(text, force)) is not None:
            return found
    return place_above(headings, force)


@lru_cache(maxsize=2048)
def area_of_lead(lead: str, force: str | None) -> Area | None:
    """The one place of which the sentence over a table says that its figures are; else None.

    Examples: ``Cleveland: the figures are``, ``For Humberside the figures are as follows.``, ``In Sunderland:``; none for
    ``In Kent, compared with Cleveland,``, ``In Durham and Cleveland``, ``A member from Kent asked for these``.
    """
    found = list(mentions(lead))
    if len(found) != 1:
        return None
    start, end = found[0].start, found[0].end
    if not lead[:start].strip() and lead[end : end + 1] == ":":
        return area_of(lead[start:end], force)
    if _HELD_AGAINST.search(lead):
        return None
    placed = _PLACED.search(lead[:start]) and not re.match(r"\s+(?:and|or|,)\s", lead[end:])
    return area_of(lead[start:end], force) if placed else None


@lru_cache(maxsize=2048)
def is_of_others(text: str, force: str | None) -> bool | None:
    """True for a caption or heading that names other forces, or places in them, and not the paper's own; None where it names none.

    Examples for a paper of Northumbria: ``A note on Norfolk`` true, ``Northumbria and Cleveland`` false, ``Crime`` None.
    """
    found = [m.force for m in mentions(text)] if len(text) <= _LONGEST and not _BODY_ONLY.search(text) else []
    return force not in found if found and force else None
