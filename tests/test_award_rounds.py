"""Rounds that were shared out among names, titles between the parts of a list, and what sums and takers are told beside others."""

from __future__ import annotations

import pytest

from extract.awards.passages import find_prose_awards
from extract.awards.recipients import names_topic
from laid_out import laid_out
from schema.reading import Identity

Told = tuple[float, str, str | None, str | None]


def told(text: str) -> list[Told]:
    """Amount, step, who gets it and what for of each award of a paper."""
    return [(a.amount, a.status, a.recipient, a.purpose) for a in find_prose_awards(laid_out(text).blocks, Identity())]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("The money was distributed as follows:\n\n- Larch £8,000 (counselling, all of Kent)\n- Moorings £1,500 (refuge)", [(8000, "awarded", "Larch", "counselling, all of Kent"), (1500, "awarded", "Moorings", "refuge")]),
        ("The round was allocated as follows:\n\n- Larch – £8,000\n- A New Leaf – £1,500", [(8000, "awarded", "Larch", None), (1500, "awarded", "A New Leaf", None)]),
        ("Grants were shared out as below:\n\n- Larch: £8,000, counselling\n- Moorings: £1,500, refuge", [(8000, "awarded", "Larch", "counselling"), (1500, "awarded", "Moorings", "refuge")]),
        ("The money was allocated as follows:\n\n- Domestic Abuse – £8,000\n- Sexual Violence Support – £1,500", [(8000, "awarded", None, "Domestic Abuse"), (1500, "awarded", None, "Sexual Violence Support")]),
        ("The amounts awarded in Kent were as follows:\n\n- Domestic Abuse – £8,000\n- Hate Crime – £1,500", [(8000, "awarded", None, "Domestic Abuse"), (1500, "awarded", None, "Hate Crime")]),
        ("The money was allocated as follows:\n\n- Larch – £8,000\n- Street Lighting – £1,500", [(8000, "awarded", None, "Larch"), (1500, "awarded", None, "Street Lighting")]),
        ("£11,100 was awarded to these service providers:\n\n- Larch – £8,000\n- Otter Place – £700\nOther kinds of work\n- Moorings – £1,500\n- Hythe Refuge – £900", [(8000, "awarded", "Larch", None), (700, "awarded", "Otter Place", None), (1500, "awarded", "Moorings", None), (900, "awarded", "Hythe Refuge", None), (11100, "awarded", "these service providers", None)]),
        ("These organisations were awarded grants:\n\n- Larch – £8,000\n- Hythe Bay Project – £1,500", [(8000, "awarded", "Larch", None), (1500, "awarded", "Hythe Bay Project", None)]),
        ("Youth clubs across Kent, including in south east Medway, have secured £14,000 for sport.", [(14000, "awarded", "Youth clubs", "sport")]),
        ("The Home Office wrote to the office to confirm that Kent had been allocated £39,000.", [(39000, "awarded", "Kent", None)]),
        ("She is making another £10,000 in grants available, up to £500 for each club.", [(10000, "available", None, None)]),
        ("The Home Office announced a Streets Fund of up to £12m.", [(12000000, "available", None, "Streets Fund")]),
        ("The office agreed the distribution of £39,000 in Home Office (HO) funding to local charities.", [(39000, "awarded", "local charities", None)]),
        ("Since the fund began at the end of 2013, I am glad that £2 million has been awarded to 450 organisations.", [(2000000, "awarded", "450 organisations", None)]),
        ("Ministers chose to reduce the grant awarded to Kent by £180,000.", []),
        ("£120,000 has been given to community projects in Kent, including rides for disabled children.", [(120000, "awarded", "community projects", None)]),
        ("The Mayor set up a £25,000 fund to give village halls grants of up to £500.", [(25000, "available", None, "to give village halls")]),
        ("Forces may bid for a share of the £25 million Safer Streets Fund, each for a grant of up to £550,000.", [(25000000, "available", None, "Safer Streets Fund")]),
        ("The Commissioner said: “We are giving £13,000 to charities to help vulnerable children.”", [(13000, "awarded", "charities", "to help vulnerable children")]),
        ("Projects that were funded include:\n\n- Otter Angels who received £5733 to help people home\n- Larch who received £6000 for a garden", [(5733, "awarded", "Otter Angels", "to help people home"), (6000, "awarded", "Larch", "a garden")]),
        ("Fifteen projects were chosen, one which works in Deal and Hythe receiving £5,000 towards days out.", [(5000, "received", None, "days out")]),
        ("Nearly £37,000 has been awarded to crime-fighting charities in Hythe.", [(37000, "awarded", "crime-fighting charities", None)]),
        ("The 4th Otter Scout Group applied for and were awarded £2087.50 for a camp.", [(2087.5, "awarded", "4th Otter Scout Group", "a camp")]),
        ("The PCC has awarded £299,213 (a list is at the end) to various youth clubs.", [(299213, "awarded", "various youth clubs", None)]),
        ("The fund can give up to £2,500 to any club.", []),
        ("So far £12,000 of the £25,000 has been given to youth clubs.", [(12000, "awarded", "youth clubs", None)]),
        ("Each of the 14 youth teams will receive £10,000 to be spent within the communities they serve.", [(10000, "planned", "14 youth teams", None)]),
        ("The grant funding for this year is £60,000, to be shared across 21 projects.", [(60000, "awarded", "21 projects", "this year")]),
        ("A £75,000 pot was announced which will go to clubs and not-for-profit bodies who can help.", [(75000, "available", "clubs and not-for-profit bodies", None)]),
        ("A further £2,000 was donated to the Hythe fund by Larch Trust.", [(2000, "awarded", None, None)]),
        ("Clubs have the chance to apply for a grant\n\nLast year the fund granted £141,000 to support 21 projects.\nHythe Hall used its £7,000 grant to offer trips.", [(141000, "awarded", None, "to support 21 projects"), (7000, "awarded", None, "to offer trips")]),
    ],
)  # fmt: skip
def test_rounds_and_their_shares(text: str, awards: list[Told]) -> None:
    assert told(text) == awards


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Domestic Abuse", True),
        ("Youth and Community Safety", True),
        ("Drugs/Alcohol Treatment", True),
        ("Victim Support", False),
        ("Larch", False),
        ("Hope Women's Refuge", False),
    ],
)
def test_topics_are_nobody(name: str, topic: bool) -> None:
    assert names_topic(name) is topic
