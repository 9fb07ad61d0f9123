"""Which organisation a printed name is, and the table of all that awards lead to."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from extract.awards.organisations import organisation_of, with_organisations
from readings import file_facts, small_reading
from schema.database import open_database
from schema.organisation_rows import refresh_organisations
from schema.organisations import kind_of, name_of, normal_form, organisation_id
from schema.reading import Award, Place
from schema.saving import save_reading
from schema.vocabulary import districts, organisations


@pytest.mark.parametrize(
    ("name", "id", "kind"),
    [
        ("Lancashire Women's Centres", "lancashire-womens-centre", "charity"),
        ("Lancs. Women’s Centres", "lancashire-womens-centre", "charity"),
        ("Blackpool CSP", "blackpool-community-safety-partnership", "partnership"),
        ("Blackpool Community Safety Partnership", "blackpool-community-safety-partnership", "partnership"),
        ("PCC", "police-and-crime-commissioner-lancashire", "commissioner"),
        ("the Office of the Police and Crime Commissioner", "police-and-crime-commissioner-lancashire", "commissioner"),
        ("Police & Crime Commissioner for Surrey", "police-and-crime-commissioner-surrey", "commissioner"),
        ("Chief Constable", "lancashire-constabulary", "force"),
        ("The Police", "lancashire-constabulary", "force"),
        ("Lancashire Police", "lancashire-constabulary", "force"),
        ("Surrey Police", "surrey-police", "force"),
        ("Home Secretary", "home-office", "government"),
        ("MoJ", "ministry-of-justice", "government"),
        ("Oxon CC", "oxfordshire-county-council", "council"),
        ("Oxfordshire County Council", "oxfordshire-county-council", "council"),
        ("The Trust House", "trust-house-lancashire", "charity"),
        ("Barnardo’s", "barnardos", "charity"),
        ("Victim Suport", "victim-support", "charity"),
        ("Road Safety Partnership", "lancashire-road-safety-partnership", "partnership"),
        ("Lancashire Road Safety Partnership", "lancashire-road-safety-partnership", "partnership"),
        ("GASP", "gasp", "other"),
    ],
)
def test_names_of_one_organisation_have_one_id(name: str, id: str, kind: str) -> None:
    assert organisation_of(name, "lancashire") == id
    assert kind_of(id) == kind


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "each of the District Community Safety Partnerships",
        "Burnley, Hyndburn & Ribble Valley CSPs",
        "62 community projects",
        "local charities and groups",
        "The Trust House and the Birchall Trust",
        "County Council",
        "Council",
        "district Community Safety Partnership",
    ],
)
def test_names_of_many_and_of_nobody_in_particular_have_none(name: str | None) -> None:
    assert organisation_of(name, "lancashire") is None


def test_what_a_name_means_in_one_force_it_does_not_in_another() -> None:
    assert organisation_of("The Trust House", "surrey") == "trust-house"
    assert organisation_of("PCC", None) is None
    assert organisation_of("Road Safety Partnership", None) is None


def test_the_partnerships_of_two_districts_are_never_one() -> None:
    names = sorted({d.name for d in districts() if d.kind in ("district", "county")})
    ids = {name: organisation_of(f"{name} CSP", None) for name in names}
    by_id = {id: [n for n in names if ids[n] == id] for id in set(ids.values()) - {None}}
    # The same area under two spellings of its name, and no others.
    assert all(len({normal_form(n) for n in named}) == 1 for named in by_id.values())


@given(st.text(max_size=60))
def test_no_name_makes_it_fail_and_a_normal_form_is_its_own(name: str) -> None:
    form = normal_form(name)
    assert normal_form(form) == form
    id = organisation_id(name, "kent")
    assert id is None or (id and id == id.strip("-") and " " not in id)


def test_reviewed_organisations_have_their_own_names_and_ids() -> None:
    reviewed = organisations()
    assert len({one.id for one in reviewed}) == len(reviewed)
    forms = [(normal_form(n), one.id) for one in reviewed for n in (one.name, *one.aliases)]
    assert len({form for form, _ in set(forms)}) == len(set(forms)), "one name leads to two organisations"
    assert {one.kind for one in reviewed} <= {"commissioner", "government", "council", "charity", "other"}


def test_an_official_name_goes_before_a_printed_one() -> None:
    assert name_of("police-and-crime-commissioner-kent", {"PCC": 9}) == "Police and Crime Commissioner for Kent"
    assert name_of("kent-police", {"Police": 2}) == "Kent Police"
    assert name_of("youth-zone", {"Youth Zone": 3, "The Youth Zone": 1, "YOUTH ZONE": 3}) == "YOUTH ZONE"


def award(**given: object) -> Award:
    known = {
        "place": Place(page=1, line=1),
        "paper": 1,
        "source": "prose",
        "quote": "£1",
        "amount": 1.0,
        "status": "awarded",
    }
    return Award(**{**known, **given})  # type: ignore[arg-type]


def test_a_partnership_that_is_printed_as_the_area_gets_the_money() -> None:
    found = with_organisations(
        [
            award(area="Blackpool CSP", funder="Commissioner"),
            award(area="Blackpool"),
            award(paper=2, recipient="Police"),
        ],
        {1: "lancashire", 2: None},
    )
    (area,) = with_organisations([award(recipient="Warwickshire", area="Warwickshire")], {1: "warwickshire"})
    assert area.recipient_id is None
    assert [(a.recipient_id, a.funder_id) for a in found] == [
        ("blackpool-community-safety-partnership", "police-and-crime-commissioner-lancashire"),
        (None, None),
        (None, None),
    ]


def saved(order: tuple[int, ...]) -> list[dict[str, object]]:
    """The organisations of three papers that were read in this order."""
    db: Database = open_database(":memory:")
    for number in order:
        name = ("Nest Trust", "Nest Trust", "The Nest Trust")[number]
        awards = (award(recipient=name, recipient_id="nest-trust", funder="Home Office", funder_id="home-office"),)
        reading = replace(small_reading(), awards=awards)
        file = replace(file_facts(), path=f"{number}.txt", file_name=f"{number}.txt", sha256=str(number) * 64)
        save_reading(db, reading, file, version="1", ingested_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    refresh_organisations(db)
    return list(db.query("select * from organisations order by id"))


def test_organisations_do_not_depend_on_the_order_of_reading() -> None:
    first, *others = [saved(order) for order in itertools.permutations(range(3))]
    assert all(other == first for other in others)
    assert [
        (o["id"], o["name"], json.loads(str(o["aliases"])), o["received"], o["given"], o["documents"]) for o in first
    ] == [
        ("home-office", "Home Office", ["Home Office"], 0, 3, 3),
        ("nest-trust", "Nest Trust", ["Nest Trust", "The Nest Trust"], 3, 0, 3),
    ]
