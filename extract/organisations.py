"""What the organisations of panel papers are called: names, and the words that end a name of each kind.

Examples: ``Victim Support`` is a charity by its name, ``Wyre Borough Council`` a council and ``Burnley CSP`` a partnership by
the word that ends it.
"""

from __future__ import annotations

from typing import Literal

from extract.wording import word_set

BodyKind = Literal["commissioner", "force", "council", "partnership", "government", "charity", "other"]

#: Names that do not show by their last word what they are. A name ending in ``+`` may go on with capitalised words.
NAMES: dict[BodyKind, tuple[str, ...]] = {
    "commissioner": (
        "Police and Crime Commissioner",
        "Police & Crime Commissioner",
        "Police, Fire and Crime Commissioner",
        "Police Fire and Crime Commissioner",
        "Police, Crime and Victims' Commissioner",
        "Police, Crime and Victims’ Commissioner",
        "Deputy Police and Crime Commissioner",
        "Office of the Police and Crime Commissioner",
        "Office of the Police & Crime Commissioner",
        "Office of Police and Crime Commissioner",
        "Mayor's Office for Policing and Crime",
        "Mayor’s Office for Policing and Crime",
        "Deputy Mayor for Policing and Crime",
        "Commissioner",
        "PCC",
        "OPCC",
        "PFCC",
        "OPFCC",
        "PCVC",
        "OPCVC",
        "MOPAC",
        "Police Authority",
    ),
    "force": (
        "Metropolitan Police Service",
        "Metropolitan Police",
        "City of London Police",
        "Greater Manchester Police",
        "British Transport Police",
        "Heddlu Gogledd Cymru",
        "Constabulary",
        "Chief Constable",
    ),
    "council": ("London Assembly", "Greater London Authority", "City Corporation", "Combined Authority"),
    "partnership": (
        "Violence Reduction Unit",
        "Violence Reduction Network",
        "Violence Reduction Partnership",
        "VRU",
        "VRN",
        "CSP",
        "CSPs",
        "Community Safety Partnership",
        "Community Safety Partnerships",
        "Local Resilience Forum",
        "LCJB",
        "YOT",
        "Youth Offending Team",
        "Youth Offending Service",
        "Youth Justice Service",
    ),
    "government": (
        "Home Office",
        "Home Secretary",
        "Ministry of Justice",
        "MoJ",
        "HM Treasury",
        "Treasury",
        "Cabinet Office",
        "Welsh Government",
        "Crown Prosecution Service",
        "CPS",
        "HMIC",
        "HMICFRS",
        "HMCTS",
        "IPCC",
        "IOPC",
        "DfT",
        "DCLG",
        "MHCLG",
        "DLUHC",
        "DHSC",
        "Legal Aid Agency",
        "College of Policing",
        "National Crime Agency",
        "National Probation Service",
        "Probation Service",
        "HM Prison and Probation Service",
        "HMPPS",
        "NHS England",
        "Public Health England",
        "Youth Justice Board",
        "National Lottery Community Fund",
        "Big Lottery Fund",
        "Arts Council England",
        "Sport England",
        "Environment Agency",
        "European Union",
    ),
    "charity": (
        "Victim Support",
        "Victim's Voice",
        "Victim’s Voice",
        "Victims Voice",
        "Street Pastors",
        "Street Angels",
        "Neighbourhood Watch",
        "Crimestoppers",
        "Age UK",
        "Barnardo's",
        "Barnardo’s",
        "Barnardos",
        "NSPCC",
        "Childline",
        "Refuge",
        "Women's Aid",
        "Women’s Aid",
        "Womens Aid",
        "Relate",
        "Catch22",
        "Nacro",
        "Remedi",
        "Turning Point",
        "Change Grow Live",
        "Hope for Justice",
        "Citizens Advice",
        "Samaritans",
        "Mind",
        "Shelter",
        "Salvation Army",
        "Rape Crisis",
        "Stonewall",
        "Galop",
        "Tell MAMA",
        "SafeLives",
        "Safeline",
        "St Giles",
        "Trust House",
        "The Trust House",
        "Princes Trust",
        "Prince's Trust",
        "Prince’s Trust",
        "The Children's Society",
        "The Children’s Society",
        "Cruse Bereavement Care",
        "St John Ambulance",
        "Groundwork",
        "Red Cross",
        "British Red Cross",
        "Active Surrey",
    ),
    "other": (
        "Sodexo",
        "Fire and Rescue Service",
        "Fire & Rescue Service",
        "Fire and Rescue Authority",
        "Ambulance Service",
        "Police Federation",
        "UNISON",
        "Premier League",
        "SMSR",
        "Community Rehabilitation Company",
        "CRC",
        "NHS",
    ),
}

#: The words that end a name of each kind: the capitalised words before them belong to the name.
_HEADS: tuple[tuple[BodyKind, str], ...] = (
    ("council", "Council Councils Authority Corporation"),
    ("force", "Constabulary Police"),
    ("partnership", "Partnership Partnerships CSP CSPs Alliance Consortium Forum Board Boards Network"),
    ("government", "Inspectorate"),
    (
        "charity",
        "Trust Trusts Charity Charities Foundation Association Society Aid Centre Center Refuge Hospice Church Mosque CIC "
        "CIO Club FC Fellowship Ministries Mission Youthzone Café Cafe Pastors Angels",
    ),
    ("other", "University College School Academy Ltd Limited plc PLC LLP CRC Federation Institute Hospital"),
)
HEADS: dict[str, BodyKind] = {word: kind for kind, row in _HEADS for word in word_set(row)}

#: Words that begin a name of a kind, before "of" or "for": "University of Central Lancashire", "Department for Transport".
OPENINGS: dict[str, BodyKind] = {
    "Ministry": "government",
    "Department": "government",
    "University": "other",
    "Diocese": "other",
}

#: Words after "Police" that make it no name of a force: "Police and Crime Panel", "Police Headquarters".
NOT_AFTER_POLICE = word_set(
    "& Fire Crime Authority Headquarters Federation Station Stations Officer Officers Staff Cadets Cadet Precept"
)

#: Small words that may stand inside a name: "Blackburn with Darwen Council", "University of Central Lancashire".
INNER_WORDS = word_set("of and & the for with on upon in under by de")

#: Capitalised words that begin a sentence or a role and are no part of a name.
NOT_IN_NAMES = word_set("""
    The This That These Those A An In On At To For From By With As And Or But If When While Where Since During After Before
    Our Their Its His Her All Each Both Some Any No Further Additionally However Following Members Members' Chief Deputy
    Assistant Chairman Chair Leader Leaders Director January February March April May June July August September October
    November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Office Audit Funded Via
    """)
