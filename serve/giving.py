"""Awards as a package of the 360Giving Data Standard, https://standard.threesixtygiving.org.

The standard requires of every grant a day of the award, a recipient, a funder and one amount; papers seldom print all of these.
What is not printed is not made up: an award that lacks something is no grant of the package, but stands in a second file of the
same shape with what is missing, so that each award is in just one of the two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten
from typing import Any, Literal

from sqlite_utils import Database

from serve.datapackage import LICENCE

Which = Literal["complete", "incomplete"]

#: The fields that the standard requires, and what their absence is called.
_REQUIRED = {
    "title": "no title",
    "description": "no description",
    "currency": "no currency",
    "amountAwarded": "no amount",
    "awardDate": "no award date in the paper",
    "recipientOrganization/0/name": "no recipient named",
    "fundingOrganization/0/name": "no funder named",
}
_LONGEST_TITLE = 139
_OURS = ("issues", "award_id")
_GRANTS = """
select g.*, a.amount_to as ours_to, a.qualifier as ours_qualifier, a.per as ours_per
from grants_360 g join funding_awards a on a.id = g.award_id order by g.id
"""


def missing(row: Mapping[str, Any]) -> list[str]:
    """What the standard asks for and a row of ``_GRANTS`` does not have.

    An amount that the paper limits is none: of "up to £5,000" nobody knows what was awarded, and "£5,000 a year" is not the whole.
    """
    found = [words for name, words in _REQUIRED.items() if row[name] is None]
    if row["ours_to"] is not None:
        found.append("a range of amounts")
    if row["ours_qualifier"]:
        found.append(f"the paper says “{row['ours_qualifier']}” of the amount")
    if row["ours_per"]:
        found.append(f"the amount is that of each {row['ours_per'].replace('each', 'one')}")
    return found


def grant(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the standard's JSON: ``recipientOrganization/0/name`` becomes a list with an object; what is empty is left out.

    Example: ``{"id": "360G-pcpanel-1", "recipientOrganization/0/name": "Nightstop", "awardDate": None}`` is
    ``{"id": "360G-pcpanel-1", "recipientOrganization": [{"name": "Nightstop"}]}``.
    """
    made: dict[str, Any] = {}
    for name, value in row.items():
        if value is None or name in _OURS or name.startswith("ours_"):
            continue
        field, *inner = name.split("/0/")
        if not inner:
            made[field] = shorten(value, _LONGEST_TITLE, placeholder=" …") if field == "title" else value
        else:
            made.setdefault(field, [{}])[0][inner[0]] = value
    return made


def write_giving(db: Database, path: Path, which: Which) -> int:
    """Write the package of awards that are complete as the standard has it, or of the others; returns how many there are in it.

    The awards are written one by one, so that no number of them fills the memory.
    """
    complete, others = 0, 0
    for row in db.query(_GRANTS):
        if missing(row):
            others += 1
        else:
            complete += 1
    latest = db.execute("select max(ingested_at) from documents").fetchone()[0]
    about = {
        "title": "Awards of money in the papers of Police and Crime Panels",
        "description": (
            f"{complete} of {complete + others} awards have all that the standard requires. The others, with what their papers "
            "leave out, are in 360giving-incomplete.json. Ids begin with 360G-pcpanel, which is not a registered prefix."
        ),
        "publisher": {"name": "Panel papers"},
        "license": LICENCE["path"],
        **({"modified": latest} if latest else {}),
    }
    written = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(about, ensure_ascii=False, indent=1)[:-2])
        file.write(',\n "grants": [')
        for row in db.query(_GRANTS):
            lacking = missing(row)
            if bool(lacking) != (which == "incomplete"):
                continue
            made = {**grant(row), **({"issues": lacking} if lacking else {})}
            file.write(("," if written else "") + "\n  " + json.dumps(made, ensure_ascii=False))
            written += 1
        file.write("\n ]\n}\n")
    return written
