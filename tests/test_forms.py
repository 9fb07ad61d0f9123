"""Which tables hold no data, and how their rows are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import Passage
from extract.forms import lays_out_text, passages_of, without_forms
from ingest.papers import read_paper
from laid_out import laid_out, table
from schema.reading import Known

FORMS = {
    "head": "Report of | CHIEF CONSTABLE\nDate | MONDAY 23RD MARCH AT 1:00PM\nSubject | COMPLAINTS 2012-13\nAuthor | A DETECTIVE",
    "head with colons": "REPORT TO: | STRATEGIC SCRUTINY MEETING\nDATE: | September 2020\nTITLE: | Quarterly Performance Report",
    "head of four columns": "Report to: | The Panel | Date: | 5 February 2024\nLead officer: | Treasurer | Agenda item: | 7",
    "head with wards": "Subject: | Precept\nReport of: | Treasurer\nWards affected: | All\nKey decision: | No",
    "head of a board": "Meeting | Public Accountability Board\nSponsor | Deputy Commissioner\nPurpose of the report | For information",
    "head with a marking": "Security classification | OFFICIAL\nPublication | Yes\nReport author | Head of Performance\nVersion | 2",
    "implications": "Financial: | None\nLegal: | None identified\nEquality Impact Assessment: | Done for the plan",
    "implications spaced": "Financial : | The budget for 2015/16 is £4.2m.\nLegal : | Contracts are in place.\nRisks and Impact : | Low",
    "implications named": "Financial implications | Met from reserves\nLegal implications | None\nHR implications | Two posts move",
    "implications of acts": "Crime and Disorder | As set out above\nHuman Rights Act | No breach\nEquality and Diversity | Considered",
    "implications of risk": "Risk management | On the register\nValue for money | Tendered\nSustainability | Electric vehicles",
    "implications in a section": "Implications\n\nFleet | Two vans are kept\nLink to the Plan | Priority 3",
    "implications under names": "Implication | Comment\nFinancial | None\nLegal | Advice was taken",
    "agenda": "Item | Report by\n1. Minutes of 29 January | (Pages 3 - 10)\n2. Questions | (Pages 11 - 12)",
    "contents": "Section | Page\nForeword | 3\nFinance | 12\nRisks | 14",
    "who answers": "Cabinet Members | A. Able, B. Baker\nCorporate Director | C. Cook",
    "contact": "Contact: | A Clerk\nTelephone: | to be found on the site\nReference: | 15/7",
}
TABLES = {
    "gap": "2015/16 | £1.7M\n2016/17 | £6.1M",
    "budget": "Budget | £000s\nPolice pay | 81,200\nPensions | 12,700",
    "budget with colons": "Police pay: | £81.2m\nPensions: | £12.7m",
    "named like implications": "Resource | £m\nPolicing | 27.2\nEstates | 4.4",
    "staff": "Officers: | 3,036\nStaff: | 1,811",
    "measure": "Measure | Value\nVictim satisfaction | 81.7%\nCalls answered | 9,120",
    "members": "Cllr A. Able | Cllr B. Baker\nMr C. Cook (Chair) | Cllr D. Dyer",
    "meetings": "Date | Meeting\n5 February 2024 | Precept\n18 March 2024 | Performance",
    "awards": "Organisation | Award\nYouth Zone | £2,500\nStreet Pastors | £5,000",
    "words": "Objective | What was done\nVisible policing | Eighteen new beats\nCyber crime | A unit was formed",
    "ratings": "Finance | Green\nEstates | Amber\nICT | Red\nHR | Green",
    "grades": "Governance | Good\nCommunications | Requires improvement\nTraining | Adequate",
    "under names": "Theme | Progress\nEstates | Two stations were sold\nICT | A new system was bought\nTraining | All are trained",
    "missing": "Satisfaction with service | NA\nAwareness of services | NA",
    "numbered": "Table 6: Who reports\n\nReport of | Chief Constable\nSubject | Performance",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_forms_hold_no_data(text: str) -> None:
    assert lays_out_text(table(text))


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_tables_of_two_columns_stay_tables(text: str) -> None:
    assert not lays_out_text(table(text))


def test_a_box_of_one_column_is_text() -> None:
    document = read_paper(b"ITEM\n<ul><li>Burglary</li><li>Robbery: 12 offences</li></ul>\n", "plan.md", Known())
    assert document.tables == ()
    assert "Robbery: 12 offences" in document.pages[0].text


def test_rows_are_read_as_lines_whose_words_lead_back_to_their_cells() -> None:
    block = table("Financial : | The budget is £4.2m.\nLegal | None\n | of note")
    found = list(passages_of(block))
    assert [p.text for p in found] == ["Financial : The budget is £4.2m.", "Legal: None", "of note"]
    amount = found[0].text.index("£4.2m")
    place = found[0].place(amount, amount + 5)
    assert (place.line, found[0].lines[0].text[place.start : place.end]) == (1, "£4.2m")
    assert found[1].place(7, 11).line == 2
    assert place.table is None


def test_what_a_form_says_is_found_and_tables_are_counted_without_it() -> None:
    paper = read_paper(
        b"Lancashire Police and Crime Panel\n\nImplications\n\nFinancial:\tSpending rose by 4% to \xc2\xa31.2m.\nLegal:\tNone\n\n"
        b"Measure\t2018/19\t2019/20\nRobbery\t1,141\t957\n",
        "paper.txt",
        Known(),
    )
    assert [(t.number, t.columns) for t in paper.tables] == [(1, 3)]
    assert {o.value for o in paper.observations if o.source == "prose"} >= {4.0}
    assert all(o.place.table is None for o in paper.observations if o.source == "prose")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("Financial:", "Legal:", "Date", "Subject")),
            st.from_regex(r"[A-Z][a-z ]{3,30}", fullmatch=True),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_no_word_of_a_form_is_lost(rows: list[tuple[str, str]]) -> None:
    layout = laid_out("\n".join(f"{name} | {' '.join(text.split())}" for name, text in rows))
    words = " ".join(b.text for b in without_forms(layout.blocks) if isinstance(b, Passage))
    assert all(" ".join(text.split()) in words for _, text in rows)
