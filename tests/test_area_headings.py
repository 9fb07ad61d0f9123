"""The place that a heading names, for the figures of tables and of sentences alike."""

from __future__ import annotations

import pytest

from extract.names.area_headings import area_named
from extract.prose.figures import find_prose_observations
from extract.prose.leads import line_alone
from laid_out import laid_out
from schema.reading import Identity

NAMED = {
    "3. Preston": "Preston",
    "Preston – performance": "Preston",
    "a) Burnley, 2018/19": "Burnley",
    "Offences in the Thames Valley": "Thames Valley",
    "North Wales: precept for 2024/25": "North Wales",
    "Kent (year to March 2020)": "Kent",
    "Meeting: Leicester, Leicestershire and Rutland Police and Crime Panel": None,
    "Leicester City Council": None,
    "Recorded crime": None,
}


@pytest.mark.parametrize(("heading", "area"), NAMED.items(), ids=str)
def test_a_heading_names_one_place_for_tables_and_sentences(heading: str, area: str | None) -> None:
    named, lead = area_named(heading, "lancashire"), line_alone(heading, "lancashire").area
    assert (named.name if named else None, lead.name if lead else None) == (area, area)


def test_a_line_alone_may_compare_or_name_a_commissioner() -> None:
    for line in ("For comparison: Warwickshire", "Report of the Police and Crime Commissioner for Warwickshire"):
        lead = line_alone(line, "lancashire").area
        assert lead is not None and (lead.name, lead.force) == ("Warwickshire", "warwickshire")


@pytest.mark.parametrize(
    ("line", "force"),
    [
        ("West Mercia: Police and Crime Panel, 12 March 2019", "west-mercia"),
        ("Surrey – Police and Crime Panel", "surrey"),
        ("Northamptonshire Police, Fire and Crime Panel – performance", "northamptonshire"),
        ("Police and Crime Panel for Surrey", "surrey"),
        ("South Yorkshire – commissioner's report", "south-yorkshire"),
        ("Leicester, Leicestershire and Rutland Police and Crime Panel", None),
        ("Preston – Scrutiny Committee", None),
        ("Merseyside and Cheshire Panels", None),
    ],
)
def test_what_a_body_reports_in_sentences_is_of_its_whole_force(line: str, force: str | None) -> None:
    lead = line_alone(line, "lancashire").area
    assert (lead.force if lead else None) == force


@pytest.mark.parametrize(
    "heading",
    ["PART B. BURNLEY, TWELVE MONTHS TO MARCH 2020", "Annex 2 Burnley", "Appendix C: Burnley", "Section three – Burnley", "B2. Burnley", "A. Burnley", "Burnley. Year to June 2019", "Year to June 2019. Burnley"],
)  # fmt: skip
def test_a_heading_may_be_numbered_by_letters_and_words(heading: str) -> None:
    area = area_named(heading, "lancashire")
    assert area is not None and area.name.lower() == "burnley"


def test_figures_of_sentences_are_of_the_place_in_a_heading_above_the_nearest() -> None:
    text = "1. Burnley\n\n1.1 Theft\n\nThere were 412 offences.\n\n2. Theft\n\nThere were 900 offences."
    found = find_prose_observations(laid_out(text).blocks, Identity(force="lancashire"))
    assert [(o.value, o.area) for o in found] == [(412, "Burnley"), (900, "Lancashire")]
