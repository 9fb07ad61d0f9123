"""Whether a caption or a label narrows what its columns measure, or only says that crime is counted there."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names.force_names import mentions

#: Words of captions that do not narrow what the columns below measure: "Recorded offences by district, 12 months to June 2019".
_ANY_MEASURE = re.compile(
    r"\b(?:recorded|police|crimes?|asb|anti-?\s?social\s+behaviour|offences?|incidents?|numbers?|volumes?|levels?|totals?|all|types?|category|categories|performance|figures|data|summary|"
    r"breakdown|comparison|of|by|in|per|for|the|and|to|at|across|each|districts?|areas?|forces?|csps?|divisions?|boroughs?|wards?|local|most|similar|"
    r"rolling|years?|months?|quarters?|q[1-4]|ytd|ending|ended|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\d+m?|"
    r"\d+(?:st|nd|rd|th)|calls?|answer(?:s|ed|ing)?|handling|contact|panel|commissioner|"
    r"committee|board|reports?|updates?|meeting|monitoring|statistics|overview|national|latest)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def narrows(label: str) -> bool:
    """True for a label that says which of the recorded offences, incidents or calls are meant; the name of a force or a panel does not."""
    for place in reversed([*mentions(label)]):
        label = label[: place.start] + label[place.end :]
    return bool(re.search(r"[A-Za-z]", _ANY_MEASURE.sub("", label)))
