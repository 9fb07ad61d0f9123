"""Which force a text speaks of, which area a name stands for, and when neither can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names.force_names import mentions
from extract.names.forces import area_of, force_of_paper, force_of_url
from schema.vocabulary import districts, forces


def find_force(text: str) -> str | None:
    """The one force that a text names: by an institution or an address of it, else by its area."""
    found: dict[str, set[str]] = {}
    for mention in mentions(text):
        found.setdefault(mention.kind, set()).add(mention.force)
    for kinds in (("institution", "address"), ("area",)):
        named = set().union(*(found.get(kind, set()) for kind in kinds))
        if named:
            return named.pop() if len(named) == 1 else None
    return None


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Lancashire Police and Crime Panel", "lancashire"),
        ("LANCASHIRE POLICE AND CRIME COMMISSIONER", "lancashire"),
        ("Office of the Police and Crime Commissioner for Cumbria", "cumbria"),
        ("Leicester, Leicestershire and Rutland Police and Crime Panel", "leicestershire"),
        ("POLICE & CRIME COMMISSIONER FOR LEICESTERSHIRE POLICE & CRIME PANEL", "leicestershire"),
        ("North Yorkshire Police, Fire and Crime Panel", "north-yorkshire"),
        ("Hampshire and Isle of Wight Constabulary", "hampshire"),
        ("Avon & Somerset Police", "avon-and-somerset"),
        ("Devon, Cornwall and the Isles of Scilly", "devon-and-cornwall"),
        ("County Durham and Darlington", "durham"),
        ("the Metropolitan Police Service", "metropolitan"),
        ("GMP", "greater-manchester"),
        ("MOPAC", "metropolitan"),
        ("www.lancashire-pcc.gov.uk", "lancashire"),
        ("Thames Valley Police & Crime Panel", "thames-valley"),
        ("West Midlands Police", "west-midlands"),
        ("Dyfed-Powys Police", "dyfed-powys"),
        # an area is not enough where two are named, a council is no force, a region neither
        ("Kent and Sussex", None),
        ("Lancashire Constabulary and Cumbria Constabulary", None),
        ("Kent County Council", None),
        ("West Midlands region", None),
        ("Devon and Police and Crime Panel", None),
        ("South Gloucestershire", None),
        ("a letter to all MPs", None),
        ("Northumbria University", None),
        ("Police and Crime Panel", None),
        ("", None),
    ],
)
def test_find_force(text: str, force: str | None) -> None:
    assert find_force(text) == force


@pytest.mark.parametrize("force", [f.id for f in forces()])
def test_every_force_is_found_by_its_police_and_its_commissioner(force: str) -> None:
    row = next(f for f in forces() if f.id == force)
    assert find_force(f"a report by {row.police_name} on crime") == force
    if force not in {"metropolitan", "city-of-london"}:
        assert find_force(f"Police and Crime Commissioner for {row.name}") == force
        assert find_force(f"{row.name} Police and Crime Panel") == force
        assert find_force(f"{row.name} Police and Crime Panel".upper()) == force


@pytest.mark.parametrize(
    ("url", "force"),
    [
        ("https://www.lancashire-pcc.gov.uk/meetings/x.pdf", "lancashire"),
        ("https://www.westyorkshire.police.uk/x", "west-yorkshire"),
        ("https://www.kentpcp.org.uk/papers", "kent"),
        ("https://democracy.kent.gov.uk/documents/x.pdf", None),
        ("https://example.org/kent.pdf", None),
        (None, None),
    ],
)
def test_the_address_of_a_commissioner_names_the_force_and_that_of_a_council_does_not(
    url: str | None, force: str | None
) -> None:
    assert force_of_url(url) == force


POLICING = "The Police and Crime Commissioner holds the Chief Constable to account."


@pytest.mark.parametrize(
    ("titles", "body", "force"),
    [
        (
            ["Lancashire Police and Crime Panel"],
            ["A strategic alliance with Cumbria Constabulary was signed."],
            "lancashire",
        ),
        (["POLICE AND CRIME PANEL"], [POLICING, *["Crime in Norfolk fell, says Norfolk Constabulary."] * 4], "norfolk"),
        (["POLICE AND CRIME PANEL"], [POLICING, *["Crime in Norfolk fell."] * 8, "As in Suffolk."], "norfolk"),
        # in passing, equally strong, a council that names its county on every page, all forces of a table
        (["POLICE AND CRIME PANEL"], [POLICING, "Cumbria was mentioned once."], None),
        (["Warwickshire Police and West Mercia Police"], ["The alliance of both forces."], None),
        (["Kent County Council", "Quarterly Performance Report"], ["Kent schools did well in Kent."] * 60, None),
        (["Council budget"], ["Of this Kent Police receives a share."], None),
        (["POLICE AND CRIME PANEL"], [POLICING, *[f"{f.name} 60.3" for f in forces()]], None),
        ([], [], None),
    ],
)
def test_the_force_of_a_paper_must_stand_out(titles: list[str], body: list[str], force: str | None) -> None:
    assert force_of_paper(titles, [], body) == force


def test_an_address_decides_where_the_text_does_not() -> None:
    body = ["Police and Crime Panel: the figures of the force area."]
    assert force_of_paper(["Police and Crime Panel"], [], body) is None
    assert (
        force_of_paper(["Police and Crime Panel"], [], body, source_url="https://www.surrey-pcc.gov.uk/a") == "surrey"
    )


@pytest.mark.parametrize(
    ("printed", "name", "kind", "force", "within"),
    [
        ("Lancashire*", "Lancashire", "force", "lancashire", None),
        ("Lancashire Constabulary", "Lancashire Constabulary", "force", "lancashire", None),
        ("Pan-Lancashire", "Pan-Lancashire", "force", "lancashire", None),
        ("LLR", "LLR", "force", "leicestershire", None),
        ("MPS", "MPS", "force", "metropolitan", None),
        ("Devon & Cornwall", "Devon & Cornwall", "force", "devon-and-cornwall", None),
        ("West Midlands", "West Midlands", "force", "west-midlands", None),
        ("Burnley", "Burnley", "district", None, "lancashire"),
        ("Blackpool CSP", "Blackpool CSP", "partnership", None, "lancashire"),
        ("Blackburn with Darwen", "Blackburn with Darwen", "district", None, "lancashire"),
        (
            "Burnley, Hyndburn & Ribble Valley CSPs",
            "Burnley, Hyndburn & Ribble Valley CSPs",
            "partnership",
            None,
            "lancashire",
        ),
        ("Chorley & South Ribble", "Chorley & South Ribble", "district", None, "lancashire"),
        ("Barking & Dagenham", "Barking & Dagenham", "district", None, "metropolitan"),
        ("Leicester City", "Leicester City", "district", None, "leicestershire"),
        ("East Sussex", "East Sussex", "county", None, "sussex"),
        ("East Division", "East Division", "division", None, None),
        ("England & Wales", "England & Wales", "nation", None, None),
        ("National average", "National", "nation", None, None),
        ("North West Region", "North West Region", "region", None, None),
        ("West Midlands Region", "West Midlands Region", "region", None, None),
        ("Most Similar Group", "Most Similar Group", "group", None, None),
        ("MSG average", "MSG", "group", None, None),
    ],
)
def test_names_of_areas(printed: str, name: str, kind: str, force: str | None, within: str | None) -> None:
    area = area_of(printed)
    assert area is not None
    assert (area.name, area.kind, area.force, area.within) == (name, kind, force, within)


@pytest.mark.parametrize(
    "printed",
    [
        "Burglary", "Total", "Other", "Victim Support", "Kent County Council", "Lancashire PCC", "Lancashire Police and Crime Panel",
        "Cumbria and Lancashire Strategic Alliance", "Central Government", "12", "£4.2m", "burnley", "Previous 12 months", "MOPAC", "",
    ],
)  # fmt: skip
def test_other_names_are_no_areas(printed: str) -> None:
    assert area_of(printed) is None


def test_the_force_of_the_paper_gives_short_names_their_meaning() -> None:
    assert area_of("Force") is None
    whole, city, division = (
        area_of("Force", "kent"),
        area_of("City", "leicestershire"),
        area_of("South BCU", "lancashire"),
    )
    assert whole is not None and (whole.name, whole.force) == ("Kent", "kent")
    assert city is not None and (city.name, city.within) == ("Leicester", "leicestershire")
    assert area_of("City", "kent") is None
    assert division is not None and division.within == "lancashire"


@pytest.mark.parametrize("district", districts(), ids=lambda d: d.name)
def test_every_district_lies_in_its_force(district: object) -> None:
    area = area_of(district.name)  # type: ignore[attr-defined]
    assert area is not None and (area.force or area.within) == district.force  # type: ignore[attr-defined]


@given(st.text(max_size=80))
def test_any_text_may_be_asked_for_names(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
    area_of(text)
    find_force(text)
