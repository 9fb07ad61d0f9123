"""Which organisation a printed name is: its id, made from the name alone, so that every paper leads to the same one.

Two ways of printing a name are one organisation where they have one normal form: ``Blackpool CSP`` and ``Blackpool Community
Safety Partnership``. What no rule can know stands in ``schema/data/organisations.csv``, where a person decided it and said why.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from schema.vocabulary import force_aliases, force_named, forces, organisations

#: Short forms of words in names. Those of councils only where a name goes before them: "Oxon CC".
_SHORT = {
    "csp": "community safety partnership",
    "csps": "community safety partnerships",
    "yot": "youth offending team",
    "yos": "youth offending service",
    "vru": "violence reduction unit",
    "lcjb": "local criminal justice board",
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire", "derbys": "derbyshire",
    "glos": "gloucestershire", "hants": "hampshire", "herts": "hertfordshire", "lancs": "lancashire", "leics": "leicestershire",
    "lincs": "lincolnshire", "northants": "northamptonshire", "notts": "nottinghamshire", "oxon": "oxfordshire",
    "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire", "worcs": "worcestershire", "yorks": "yorkshire",
    "assoc": "association", "center": "centre", "dept": "department", "uni": "university",
}  # fmt: skip
_COUNCILS = {
    "cc": "county council", "bc": "borough council", "dc": "district council", "mbc": "metropolitan borough council",
    "mdc": "metropolitan district council", "ccc": "city council",
}  # fmt: skip
_ONE = {"centres": "centre", "services": "service", "trusts": "trust", "projects": "project"}
_LEFT_OUT = frozenset(["the", "ltd", "limited", "plc", "llp", "cic", "cio", "a", "an"])
#: Words that many names have: a name of nothing else is one of each force.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
    and of for in community safety partnership road youth offending team service justice violence reduction unit network local
    criminal board resilience forum domestic abuse sexual victims victim safeguarding children adults drug alcohol action
    neighbourhood watch street pastors casualty police cadets volunteer fire rescue authority independent custody visitors
    """,
    )
)
#: Names of many or of nobody in particular.
_MANY = re.compile(
    r"^(?:each|every|all|both|\d+|local|these|various|other|some|several|two|three|four|five)\b|"
    r"\b(?:partnerships|councils|authorities|boards|charities|organisations|groups|partners|schools|forces|commissioners|teams|bodies|"
    r"clubs|providers|applicants)\b|,|;|\band (?:the )?[a-z]+ (?:trust|centre|council|partnership|police)\b"
)
_COMMISSIONER = re.compile(
    r"^(?:(?:office of )?(?:the )?(?:deputy )?(?:police,?(?: fire)?(?: and| &) crime )?commissioner(?: for .+)?|o?pf?cc|o?pcvc|office of the pf?cc)$"
)
_COMMISSIONERS = "police-and-crime-commissioner-"
_FORCE = re.compile(r"^(?:police|force|constabulary|chief constable)$")
_NOBODY = re.compile(
    r"^(?:(?:county|city|borough|district|unitary) )?(?:council|authority)$|^(?:panel|trust|charity|community|partnership|mayor)$"
)


@cache
def reviewed_forms(force: str | None) -> dict[str, str]:
    """The ids of the reviewed organisations by the normal form of each of their names, for papers of a force."""
    return {
        normal_form(name): one.id
        for one in organisations()
        for name in (one.name, *one.aliases)
        if one.force in (None, force) or name == one.name
    }


@lru_cache(maxsize=4096)
def normal_form(name: str) -> str:
    """A name in small letters, its short forms written out, without what is printed or left out at will.

    Examples: ``Blackpool CSP`` is blackpool community safety partnership; ``Lancs. Women's Centres`` lancashire womens centre;
    ``The Trust House`` trust house; ``Oxon CC`` oxfordshire county council.
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    words = plain.replace("'", "").replace(".", "").replace("&", " and ")
    parts = [word for word in re.split(r"[^a-z0-9]+", words) if word and word not in _LEFT_OUT]
    out = []
    for at, word in enumerate(parts):
        word = _COUNCILS.get(word, word) if at else word
        out.append(_SHORT.get(word, _ONE.get(word, word)))
    return " ".join(out)


def organisation_id(name: str | None, force: str | None) -> str | None:
    """The id of the organisation that ``name`` names in a paper of ``force``, or None where that is not certain.

    ``PCC``, ``Police`` and names of common words alone, such as ``Road Safety Partnership``, are those of the force. Names of many
    ("each of the District CSPs", "Burnley, Hyndburn & Ribble Valley CSPs") are none.

    Examples: ``Lancs. Women's Centres`` lancashire-womens-centre, ``Blackpool CSP`` blackpool-community-safety-partnership.
    """
    if not name or not name.strip():
        return None
    form = normal_form(name)
    if form in reviewed_forms(force):
        return reviewed_forms(force)[form]
    if _COMMISSIONER.match(form):
        of = _force_in(form) or force
        return f"{_COMMISSIONERS}{of}" if of else None
    if (police := _police_of(form, force)) is not None:
        return police
    printed = re.sub(r"^(?:the|a|an)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    if not form or not printed[:1].isupper() or _MANY.search(printed.casefold()) or _MANY.search(form):
        return None
    if _FORCE.match(form) or _NOBODY.match(form):
        return None
    if set(form.split()) <= _COMMON:
        return f"{force}-{_slug(form)}" if force and len(form.split()) > 1 else None
    return _slug(form)


def kind_of(id: str) -> str:
    """The kind that an id tells: ``commissioner``, ``force``, ``council``, ``partnership``, ``government``, ``charity`` or ``other``."""
    reviewed = next((one.kind for one in organisations() if one.id == id), None)
    if reviewed:
        return reviewed
    words = id.split("-")
    if id.startswith(_COMMISSIONERS):
        return "commissioner"
    if words[-1] in ("police", "constabulary", "service") and id in _police_ids():
        return "force"
    for kind, heads in (
        ("council", {"council", "authority", "corporation"}),
        ("partnership", {"partnership", "team", "board", "unit", "network", "forum", "alliance"}),
        ("charity", {"trust", "charity", "foundation", "association", "society", "aid", "centre", "refuge", "hospice", "church",
                     "club", "watch", "pastors", "angels", "scouts", "zone", "mosque", "fellowship", "mission"}),
    ):  # fmt: skip
        if words[-1] in heads:
            return kind
    return "government" if words[0] in ("ministry", "department") else "other"


def name_of(id: str, printed: Mapping[str, int]) -> str:
    """The name to show for an organisation: its reviewed or official one, else the one that is ``printed`` most often."""
    reviewed = next((one.name for one in organisations() if one.id == id), None)
    if reviewed:
        return reviewed
    if id.startswith(_COMMISSIONERS):
        return f"Police and Crime Commissioner for {force_named(id.removeprefix(_COMMISSIONERS)).name}"
    police = next((force.police_name for force in forces() if _slug(normal_form(force.police_name)) == id), None)
    return police or min(printed, key=lambda name: (-printed[name], name))


@cache
def _police_ids() -> frozenset[str]:
    return frozenset(_slug(normal_form(force.police_name)) for force in forces())


@cache
def _police_names() -> dict[str, str]:
    """The forces by the normal forms of the names of their police."""
    named = {normal_form(force.police_name): force.id for force in forces()}
    return {**{normal_form(a.alias): a.force for a in force_aliases() if "force" in a.kinds}, **named}


def _police_of(form: str, force: str | None) -> str | None:
    """The id of a police force, "Police" and "Chief Constable" being those of the paper's own."""
    of = force if _FORCE.match(form) else _police_names().get(form)
    if of is None and form.endswith((" police", " constabulary")):
        of = _police_names().get(form.rsplit(" ", 1)[0] + " police") or _police_names().get(
            form.rsplit(" ", 1)[0] + " constabulary"
        )
    return _slug(normal_form(force_named(of).police_name)) if of else None


def _force_in(form: str) -> str | None:
    """The force in "police and crime commissioner for surrey"."""
    _, _, area = form.partition(" for ")
    return next((f.id for f in forces() if area and normal_form(f.name) == area), None)


def _slug(form: str) -> str:
    return form.replace(" ", "-")
