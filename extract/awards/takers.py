"""Names that are those of groups who are given money, in lists where nothing but the name tells it.

Clubs, troops and choirs are named in lists of grants and hardly in the sentences of reports, so that their words are no part of the
names of organisations at large: ``Otter Scouts``, ``Friends of Hythe Park``, ``Deal RFC``.
"""

from __future__ import annotations

import re

from extract.awards.wording import has_capitals
from extract.sentences import is_body

_GROUP = (
    r"(?:Sea |Army |Air )?(?<!Police )Cadets?|Scouts?|Guides|Brownies|Girlguiding|(?:Scout|Youth|Community|Support|Action|Residents[’']?|Women[’']?s|Men[’']?s|Drama|Play|Self-?[Hh]elp|Service Users?) Group|"
    r"(?:Scout|Guide) Troop|Clubs|AFC|RFC|RUFC|ABC|FC|CC|CFC|United|Rangers|Rovers|Wanderers|Athletic|Juniors|Harriers|Pastors|Angels|Band|Brass|Choir|Orchestra|Theatre|Festival|"
    r"Brigade|Food ?[Bb]ank|Lifeboat|Mencap|Mind|YMCA|YWCA|Mediation|Neighbourhood Watch|Residents[’']? Association|Search and Rescue|Mountain Rescue|Museum|Nursery|Playgroup|"
    r"Village Hall|Church Hall|Community House|Gurdwara|Temple|Synagogue|Farm|Collective|Co-?operative|Community Interest Company|Shed|Hub|Rugby|Cricket|Gymnastics|Women[’']s Institute|WI|PTA|"
    r"Big Local|Age (?:UK|Concern)(?: [A-Z]\w+)?|Citizens Advice(?: [A-Z]\w+)?"
)
_ENDS = re.compile(rf"(?:^|\s)(?:{_GROUP})$")
_BEGINS = re.compile(r"(?:The )?(?:Friends of|Parents of|Society of|\d{1,3}(?:st|nd|rd|th) [A-Z])")


def names_taker(name: str) -> bool:
    """True for the name of a body, a club or a group: ``Hope Trust``, ``2nd Deal Scouts``, ``Mind in Deal``; not for ``Police Cadets``, ``Street lights``."""
    if is_body(name):
        return True
    bare = re.sub(r"\s+(?:in|of|at)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?$", "", name)
    return has_capitals(name) and bool(_BEGINS.match(name) or _ENDS.search(name) or _ENDS.search(bare) or is_body(bare))
