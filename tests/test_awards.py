"""Awards from tables and sentences, and the wording of their steps."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.awards.funds import fund_in
from extract.awards.passages import find_prose_awards
from extract.awards.steps import status_of
from extract.awards.tables import find_table_awards
from extract.awards.totals import AwardTable
from extract.awards.wording import decision_in, year_in
from extract.tables.kinds import table_kind
from extract.times.periods import PeriodContext
from growth import grows_with_its_length
from laid_out import laid_out, table
from schema.reading import Award, Identity

LANCASHIRE = Identity(
    force="lancashire",
    meeting_date=dt.date(2015, 10, 12),
    period_start=dt.date(2015, 7, 10),
    period_end=dt.date(2015, 9, 25),
)


def listed(text: str) -> list[Award]:
    block = table(text)
    assert table_kind(block) == "award"
    return list(find_table_awards(block, LANCASHIRE, PeriodContext()).awards)


def listed_with_totals(text: str) -> AwardTable:
    return find_table_awards(table(text), LANCASHIRE, PeriodContext())


def told(text: str) -> list[Award]:
    return find_prose_awards(laid_out(text).blocks, LANCASHIRE)


def test_a_list_without_a_header_takes_its_fund_from_the_sentence_above() -> None:
    found = listed(
        "The Commissioner has funded the following projects from the Community Safety Fund.\n\n"
        "Pan-Lancashire | National Ugly Mugs Scheme | £7,000\nBlackpool CSP | Co-ordinator | £45,500"
    )
    assert [(a.area, a.recipient, a.purpose, a.amount, a.status, a.fund, a.funder) for a in found] == [
        ("Pan-Lancashire", None, "National Ugly Mugs Scheme", 7000, "awarded", "Community Safety Fund", "Commissioner"),
        ("Blackpool CSP", None, "Co-ordinator", 45500, "awarded", "Community Safety Fund", "Commissioner"),
    ]


def test_spent_and_available_are_two_awards_of_a_row() -> None:
    found = listed(
        "District | Funding Spent | Funding Available\nBurnley | £4517.33 | £5,482.67\nFylde | £00.00 | £10,000.00"
    )
    assert [(a.area, a.amount, a.status) for a in found] == [
        ("Burnley", 4517.33, "spent"),
        ("Burnley", 5482.67, "available"),
        ("Fylde", 0, "spent"),
        ("Fylde", 10000, "available"),
    ]


@pytest.mark.parametrize("total", ["Total | | | £1.3m", "Grand total | | | £1.3m", "Totals: | | | £1.3m"])
def test_a_total_under_the_numbers_of_the_rows_is_no_award_of_the_last_one(total: str) -> None:
    found = listed(
        "Project | Area | Where | Funding\n1 | Hull | Orchard Park Estate | £500,000\n2 | Grimsby | Town centre | £300,000\n"
        + total
    )
    assert [(a.area, a.amount) for a in found] == [("Hull", 500000), ("Grimsby", 300000)]


def test_columns_are_told_by_their_names() -> None:
    found = listed(
        "Organisation | Project | Decision ref | Amount awarded 2020/21\nActive Surrey | Friday nights | 005/2022 | £47,452.35\nTotal |  |  | £47,452.35"
    )
    assert [(a.recipient, a.purpose, a.decision_ref, a.amount, a.year) for a in found] == [
        ("Active Surrey", "Friday nights", "005/2022", 47452.35, "2020/21")
    ]


def test_parts_of_a_cell_are_awards_and_its_total_is_none() -> None:
    found = listed(
        "Commissioning Intention | Funding Mechanism | Amount 2015/16 | Estimated Amount 2016/17\n"
        "To provide support to: a) Children b) Adults | Direct | a) £87,890 b) £16,470 Total: £104,360 | £100,000\nHelpline | PCC Grant | £5,000 | £5,000"
    )
    assert [(a.purpose, a.amount, a.status, a.year, a.mechanism) for a in found[:3]] == [
        ("Children", 87890, "awarded", "2015/16", "Direct"),
        ("Adults", 16470, "awarded", "2015/16", "Direct"),
        ("To provide support to: a) Children b) Adults", 100000, "estimated", "2016/17", "Direct"),
    ]


def test_one_sentence_may_award_and_plan() -> None:
    awarded, planned = told(
        "3.1 In June the Commissioner provided £50,000 from the Ministry of Justice Victims Grant for therapy services to be run "
        "by The Trust House and the Birchall Trust and committed to provide a further £50,000 once the service is open."
    )
    assert (awarded.amount, awarded.status, awarded.recipient, awarded.fund, awarded.date) == (
        50000,
        "awarded",
        "The Trust House and the Birchall Trust",
        "Ministry of Justice Victims Grant",
        "2015-06",
    )
    assert (planned.amount, planned.status, planned.recipient, planned.fund, planned.date) == (
        50000,
        "planned",
        "The Trust House and the Birchall Trust",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "amount", "status", "recipient"),
    [
        ("The Commissioner has awarded Victim's Voice a grant of £182,480 to deliver a support service.", 182480, "awarded", "Victim's Voice"),
        ("A bid to the Home Office was successful in securing 4.2 million pounds to support early help.", 4.2e6, "awarded", None),
        ("Bids made for Innovation funding amounted to £3-4 million.", 3e6, "bid", None),
        ("The PCC provides a £10,000 contribution towards the costs of the project officer.", 10000, "awarded", None),
        ("Supported the allocation of £1.3M of funding for local charities and groups", 1.3e6, "awarded", "local charities and groups"),
        ("Each district partnership was allocated £10,000 by the Commissioner.", 10000, "awarded", "district partnership"),
        ("In 2022/23 a grant of £92,550 was awarded to 62 community projects.", 92550, "awarded", "62 community projects"),
        ("The Commissioner awarded £75,000 to the Road Safety Partnership to install cameras.", 75000, "awarded", "Road Safety Partnership"),
        ("The Home Office has awarded £1.2 million from the Police Innovation Fund to early help.", 1.2e6, "awarded", None),
        ("The PCC allocated £10,000 funding to each of the District Community Safety Partnerships.", 10000, "awarded", "each of the District Community Safety Partnerships"),
    ],
)  # fmt: skip
def test_awards_of_a_sentence(text: str, amount: float, status: str, recipient: str | None) -> None:
    (award,) = told(text)
    assert (award.amount, award.status, award.recipient) == (amount, status, recipient)


def _told_as(text: str) -> list[tuple[float, str, str | None, str | None, str | None]]:
    return [(a.amount, a.status, a.recipient, a.funder, a.fund) for a in told(text)]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        (
            'Little was known about the £5 million of top-sliced funding made available by the Home Secretary known as the "Police Knowledge Fund".',
            [(5e6, "available", None, "Home Secretary", "Police Knowledge Fund")],
        ),
        ("Bids made for Innovation funding for 2015/16 amounted to £3-4 million.", [(3e6, "bid", None, None, "Innovation funding")]),
        (
            "£2 million of funding from reserves had been set aside by the OPCC to enable the Chief Constable to deal with hate crime.",
            [(2e6, "planned", "Chief Constable", "OPCC", "reserves")],
        ),
        (
            "As part of these budget proposals I am ring-fencing up to £2 million from those reserves in order to allow the Chief "
            "Constable, in concert with partners, to address hate crime.",
            [(2e6, "planned", "Chief Constable", None, "reserves")],
        ),
        ("The Police have added a further £45,000 to this commissioning intention.", [(45000, "awarded", None, "Police", None)]),
        ("To award Active Sport £47,452.35 to rebuild youth provision.", [(47452.35, "planned", "Active Sport", None, None)]),
        ("GASP received £10,000 towards a new classroom.", [(10000, "received", "GASP", None, None)]),
        (
            "Smart CJS received £92,056 across two counties, and Reducing the Risk received £93,332 to run the pilot.",
            [(92056, "received", "Smart CJS", None, None), (93332, "received", "Reducing the Risk", None, None)],
        ),
        ("£97,627 was awarded to Berkshire Women's Aid for outreach.", [(97627, "awarded", "Berkshire Women's Aid", None, None)]),
        (
            "Rahab provided the service at a cost of £77,550 whilst Elmore provided the service in Oxford at a cost of £24,000.",
            [(77550, "awarded", "Rahab", None, None), (24000, "awarded", "Elmore", None, None)],
        ),
        (
            "In December 2020 the Home Office announced that GMCA were successful in securing £1,082,129 of funding.",
            [(1082129, "awarded", "GMCA", "Home Office", None)],
        ),
        (
            "For 2015/16 the Commissioner has been allocated £1,372,554 in funding by the MoJ to commission victim services.",
            [(1372554, "awarded", "Commissioner", "MoJ", None)],
        ),
        (
            "In 2014/15 the Commissioner received £454k victims grant from the Home Office.",
            [(454000, "received", "Commissioner", "Home Office", None)],
        ),
        (
            "£1.5m was made available by the Ministry of Justice for community based support.",
            [(1.5e6, "available", None, "Ministry of Justice", None)],
        ),
        (
            "Earlier this year, £106,733 was distributed to 27 different organisations from the Police Property Act Fund.",
            [(106733, "awarded", "27 different organisations", None, "Police Property Act Fund")],
        ),
        (
            "The PCC secured £550,000 from the Home Office's Safer Streets Fund for lighting and CCTV.",
            [(550000, "awarded", "PCC", "Home Office", "Safer Streets Fund")],
        ),
        (
            "Awards were made to Victim Support (£30,000), Remedi (£20,000) and the Hope Centre (£5,000) from the Victims Fund.",
            [
                (30000, "awarded", "Victim Support", None, "Victims Fund"),
                (20000, "awarded", "Remedi", None, "Victims Fund"),
                (5000, "awarded", "Hope Centre", None, "Victims Fund"),
            ],
        ),
        (
            "The PCC awarded £5,000 to Kent Scouts for camps, £6,000 to Age UK for visits and £7,000 to Mind for counselling.",
            [
                (5000, "awarded", "Kent Scouts", "PCC", None),
                (6000, "awarded", "Age UK", "PCC", None),
                (7000, "awarded", "Mind", "PCC", None),
            ],
        ),
        ("A contract was awarded to Catch22 at a value of £1.2m over three years.", [(1.2e6, "awarded", "Catch22", None, None)]),
        (
            "The Commissioner has ring-fenced £150,000 in the Road Safety Reserve for average speed cameras.",
            [(150000, "planned", None, "Commissioner", "Road Safety Reserve")],
        ),
        (
            "The Force submitted a bid of £450,000 to the Police Transformation Fund for body worn video.",
            [(450000, "bid", None, None, "Police Transformation Fund")],
        ),
        (
            "The Commissioner contributed £20,000 and the County Council £15,000 to the costs of the Safeguarding Board.",
            [(20000, "awarded", None, "Commissioner", None), (15000, "awarded", None, "County Council", None)],
        ),
        ("£12,500 match funding was provided by Swindon Borough Council.", [(12500, "awarded", None, "Swindon Borough Council", None)]),
        ("The grant agreement with Refuge is worth £313,387 per annum.", [(313387, "awarded", "Refuge", None, None)]),
        ("£2.7 million was given in grants to county and unitary councils by the PCC.", [(2.7e6, "awarded", "county and unitary councils", "PCC", None)]),
        ("Local authorities will receive £2.7m in community safety grants from the PCC.", [(2.7e6, "planned", "Local authorities", "PCC", None)]),
        ("PACT was awarded £24,990 through the Early Intervention Youth Fund.", [(24990, "awarded", "PACT", None, "Early Intervention Youth Fund")]),
        (
            "The PCC has allocated £150,000 from the Community Safety Grant to the nine Community Safety Partnerships.",
            [(150000, "awarded", "nine Community Safety Partnerships", "PCC", "Community Safety Grant")],
        ),
        (
            "The Commissioner's Community Action Fund has awarded £48,500 to 32 projects since April.",
            [(48500, "awarded", "32 projects", "Commissioner", "Commissioner's Community Action Fund")],
        ),
        ("An additional £45,000 has been provided to fund Operation Guardian in Burnley.", [(45000, "awarded", None, None, None)]),
        (
            "The Violence Reduction Unit received £1.16m from the Home Office and has distributed £420,000 to community organisations.",
            [(1.16e6, "received", "Violence Reduction Unit", "Home Office", None), (420000, "awarded", "community organisations", None, None)],
        ),
        (
            "The Police Innovation Fund bid for £650,000 in 2014/15 was approved by the Home Office.",
            [(650000, "awarded", None, "Home Office", "Police Innovation Fund")],
        ),
        ("The Commissioner has made £100,000 available to tackle anti-social behaviour.", [(100000, "available", None, "Commissioner", None)]),
        (
            "The OPCC has commissioned Remedi to deliver restorative justice at £185,000 per year.",
            [(185000, "awarded", "Remedi", "OPCC", None)],
        ),
        ("Two bids totalling £1.1m were submitted to the Home Office's Safer Streets Fund.", [(1.1e6, "bid", None, None, "Safer Streets Fund")]),
        ("The successful bid will bring £432,000 into Grimsby to reduce burglary.", [(432000, "awarded", None, None, None)]),
        (
            "A grant of £7,500 towards the purchase of speed indication devices was awarded to Ashby Parish Council.",
            [(7500, "awarded", "Ashby Parish Council", None, None)],
        ),
        ("MoJ funding of £1.3m for victims' services has been confirmed for 2019/20.", [(1.3e6, "awarded", None, "MoJ", None)]),
        ("The project was funded by a £1.9 million grant from the previous government.", [(1.9e6, "awarded", None, "government", None)]),
        ("Cleveland PCC was awarded £546,000 from Round One of the Safer Streets Fund.", [(546000, "awarded", "Cleveland PCC", None, "Safer Streets Fund")]),
        (
            "The Home Office award of £0.600m relies on an additional £0.075m of match funding in each year from the PCC.",
            [(600000, "awarded", None, "Home Office", None), (75000, "awarded", None, "PCC", None)],
        ),
        ("Approve MOPAC match funding of £652,150.80 over the period.", [(652150.8, "awarded", None, "MOPAC", None)]),
        (
            "Oxfordshire County Council received £13,000 and managed 346 referrals, Buckinghamshire received £11,700 and managed 1,756.",
            [(13000, "received", "Oxfordshire County Council", None, None), (11700, "received", "Buckinghamshire", None, None)],
        ),
        (
            "The Commissioner will also receive £910k victims support grant from the Home Office during 2015/16.",
            [(910000, "planned", "Commissioner", "Home Office", None)],
        ),
        ("The programme has been funded by £0.5m from the transformation reserve.", [(500000, "awarded", None, None, "transformation reserve")]),
        ("£300k earmarked to the Force to increase Special Constables.", [(300000, "planned", "Force", None, None)]),
        ("To award Surrey Police £20,000 towards an engagement van.", [(20000, "planned", "Surrey Police", None, None)]),
        ("The grant of £1.8m already received by the PCC will pay for new posts.", [(1.8e6, "received", None, "PCC", None)]),
    ],
)  # fmt: skip
def test_who_gives_and_who_gets(text: str, awards: list[tuple[float, str, str | None, str | None, str | None]]) -> None:
    assert _told_as(text) == awards


@pytest.mark.parametrize(
    ("text", "per", "years"),
    [
        ("The Commissioner funds the helpline with £260,000 p.a.", "year", None),
        ("Each Community Safety Partnership will receive £25,000 p.a. for 2 years from the Commissioner.", "year", 2),
        ("£300,000 over three years has been committed to Victim Support for young victims.", None, 3),
        ("An annual grant of £5,000 is made to Crimestoppers.", "year", None),
        ("Kent was allocated £1.000m by the Home Office over 18 months.", None, 1.5),
        ("Funding of £36,000 a year for two years was agreed for the co-ordinator.", "year", 2),
    ],
)
def test_money_that_is_paid_again(text: str, per: str | None, years: float | None) -> None:
    (award,) = told(text)
    assert (award.per, award.years) == (per, years)


def test_a_contract_is_for_what_the_sentence_before_commissions() -> None:
    (award,) = told(
        "The OPCC will also be commissioning target hardening for those at risk from October 2015. The value of this contract has "
        "been doubled by the Chief Constable to £90,000 p.a."
    )
    assert (award.amount, award.purpose, award.funder, award.per) == (
        90000,
        "target hardening for those at risk",
        "Chief Constable",
        "year",
    )


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (
            "The Commissioner had agreed to fund two additional advisers at a cost of £80,000.",
            "two additional advisers",
        ),
        (
            "A grant of £7,500 towards the purchase of cameras was awarded to Ashby Parish Council.",
            "purchase of cameras",
        ),
        ("MoJ funding of £1.3m for victims' services has been confirmed for 2019/20.", "victims' services"),
        (
            "The OPCC has commissioned Remedi to deliver restorative justice at £185,000 per year.",
            "to deliver restorative justice",
        ),
        ("The PCC was awarded £20,000 for mentors in 2022/23.", "mentors"),
        ("£1.6m has been invested in services for victims.", "services for victims"),
        ("The PCC gave £5,000 for therapy to be delivered by Nest.", "therapy"),
    ],
)
def test_what_the_money_is_for(text: str, purpose: str) -> None:
    (award,) = told(text)
    assert award.purpose == purpose


def test_the_title_of_a_paper_may_name_the_fund() -> None:
    about = Identity(force="surrey", title="Commissioner's Decisions: Community Safety Fund")
    (award,) = find_prose_awards(laid_out("The fund of the later decisions is £538,000.").blocks, about)
    assert (award.amount, award.status, award.fund) == (538000, "available", "Community Safety Fund")


def test_a_long_list_is_read_in_the_time_of_its_length() -> None:
    def found(many: int) -> int:
        blocks = laid_out("Awards were made to " + "Victim Support (£30,000), " * many + "Remedi.").blocks
        return len(find_prose_awards(blocks, LANCASHIRE))

    assert found(200) == 200
    assert grows_with_its_length(found, 200)


@pytest.mark.parametrize(
    "word", ["the", "of", "by the", "The", "Kent", "Kent of the", "to", "Fund", "awarded to", "a year", "CSPs", "and"]
)
def test_no_run_of_words_takes_forever(word: str) -> None:
    def run(words: int) -> str:
        return f"{word} " * words

    assert grows_with_its_length(lambda words: told(f"The PCC awarded {run(words)}£5,000 {run(words)}awarded."), 400)


def test_a_list_takes_its_step_from_its_lead() -> None:
    found = told(
        "The Commissioner supports the applications and makes awards to the following:\n\n"
        "- £2,500 to Runnymede Borough Council for the Junior Citizen booklets\n- £4,000 to Wellspring towards a website"
    )
    assert [(a.amount, a.status, a.recipient, a.purpose) for a in found] == [
        (2500, "awarded", "Runnymede Borough Council", "Junior Citizen booklets"),
        (4000, "awarded", "Wellspring", "a website"),
    ]


def test_what_a_list_makes_available() -> None:
    found = told(
        "The following budgets were made available to bid for by organisations:\n\n"
        "- £310,000 in the General Grants Scheme\n- £150,000 for road safety"
    )
    assert [(a.amount, a.status, a.fund, a.purpose) for a in found] == [
        (310000, "available", "General Grants Scheme", "General Grants Scheme"),
        (150000, "available", None, "road safety"),
    ]


def test_the_parts_of_a_cell_go_to_those_of_its_comment_and_its_total_is_kept() -> None:
    found = listed_with_totals(
        "Code | Intention | Amount 2015/16 | Comment\n"
        "CI023 | To safeguard | a) £87,890 b) £16,470 Total: £104,360 | For 2014/17 via: a) Board for Children b) Board for Adults\n"
        "CI026 | Target hardening | £45,000 | The Police have added a further £45,000 to this intention.\nTotal | | £149,360 |"
    )
    assert [(a.recipient, a.purpose, a.amount, a.funder) for a in found.awards] == [
        ("Board for Children", "To safeguard", 87890, None),
        ("Board for Adults", "To safeguard", 16470, None),
        (None, "Target hardening", 45000, None),
        (None, "Target hardening: further amount", 45000, "Police"),
    ]
    assert [(t.text, t.value, len(t.parts)) for t in found.totals] == [("£104,360", 104360, 2), ("£149,360", 149360, 3)]


def test_what_each_partnership_was_given_spent_and_has_left() -> None:
    found = listed(
        "CSP | Allocation 2018/19 | Spent to date | Remaining\nAshford | £30,000 | £12,500 | £17,500\nDover | £25,000 | £10,000 | £15,000"
    )
    assert [(a.area, a.status, a.amount) for a in found] == [
        ("Ashford", "awarded", 30000),
        ("Ashford", "spent", 12500),
        ("Ashford", "available", 17500),
        ("Dover", "awarded", 25000),
        ("Dover", "spent", 10000),
        ("Dover", "available", 15000),
    ]


@pytest.mark.parametrize(
    ("cell", "awards"),
    [
        ("£4,000 per annum", [(4000, "year", None, None, None)]),
        ("up to £20,000", [(20000, None, None, None, "up to")]),
        ("£300,000 over 3 years", [(300000, None, 3, None, None)]),
        (
            "2019/20: £10,000; 2020/21: £12,000",
            [(10000, None, None, "2019/20", None), (12000, None, None, "2020/21", None)],
        ),
        ("£1.2m", [(1.2e6, None, None, None, None)]),
        ("TBC", []),
    ],
)
def test_amounts_of_a_cell(
    cell: str, awards: list[tuple[float, str | None, float | None, str | None, str | None]]
) -> None:
    found = listed(f"Organisation | Project | Grant\nFirst | Boxing | £1\nNest | Mentors | {cell}")[1:]
    assert [(a.amount, a.per, a.years, a.year, a.qualifier) for a in found] == awards


def test_a_list_without_a_header_may_end_in_days() -> None:
    found = listed(
        "The Commissioner awarded the following grants:\n\n"
        "1. | Barrow AFC | Football | £3,000 | 12/05/2016\n2. | Kendal Scouts | Minibus | £5,000 | 16/06/2016"
    )
    assert [(a.recipient, a.purpose, a.amount, a.date) for a in found] == [
        ("Barrow AFC", "Football", 3000, "2016-05-12"),
        ("Kendal Scouts", "Minibus", 5000, "2016-06-16"),
    ]


def test_bids_are_for_what_they_are_called() -> None:
    found = listed(
        "Police Innovation Fund bids 2014/15\n\nBid | Lead force | Amount bid\nMobile working | Cumbria | £1.1m\nCameras | Kent | £450k"
    )
    assert [(a.purpose, a.area, a.amount, a.status, a.year) for a in found] == [
        ("Mobile working", "Cumbria", 1.1e6, "bid", "2014/15"),
        ("Cameras", "Kent", 450000, "bid", "2014/15"),
    ]


def test_a_contract_by_the_year_has_its_term_and_its_total() -> None:
    found = listed_with_totals(
        "Service | Provider | Contract term | Annual value | Total value\n"
        "Core service | Victim Support | 3 years from April 2017 | £850,000 | £2,550,000\nISVA | Haven | 2 years | £220,000 | £440,000"
    )
    assert [(a.recipient, a.amount, a.per, a.years) for a in found.awards] == [
        ("Victim Support", 850000, "year", 3),
        ("Haven", 220000, "year", 2),
    ]
    assert [t.value for t in found.totals] == [2550000, 440000]


def test_a_word_in_the_column_of_decisions_is_no_reference() -> None:
    (asked, given) = listed(
        "Applicant | Purpose | Requested | Awarded | Decision\nScouts | Camps | £5,000 | £4,000 | Approved"
    )
    assert (asked.status, given.status, given.decision_ref) == ("bid", "awarded", None)


def test_streams_of_money_from_a_ministry() -> None:
    found = listed(
        "Ministry of Justice grants received\n\nFunding stream | Amount | Period\n"
        "Victims grant | £2,101,400 | 2022/23\nISVA/IDVA uplift | £1,250,000 per annum | 2022-25"
    )
    assert [(a.fund, a.amount, a.status, a.upstream_funder, a.year, a.per) for a in found] == [
        ("Victims grant", 2101400, "received", "Ministry of Justice", "2022/23", None),
        ("ISVA/IDVA uplift", 1250000, "received", "Ministry of Justice", None, "year"),
    ]


def test_a_column_of_totals_is_a_sum_and_no_award() -> None:
    found = listed_with_totals(
        "Provider | Service awarded | 2021/22 | 2022/23 | Total\nNest | Mentors | £10,000 | £12,000 | £22,000\nHaven | Calls | £1 | £2 | £3"
    )
    assert [a.amount for a in found.awards] == [10000, 12000, 1, 2]
    assert [(t.text, len(t.parts)) for t in found.totals] == [("£22,000", 2), ("£3", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The business cases will realise savings of £10.5 million.",
        "The precept rises by 1.99% to £179.9951 for a Band D household.",
        "The funding gap for 2016/17 stood at £6.1m.",
        "I have decided to set my budget, which provides the Chief Constable with what he needs, at £171.573 million.",
        "Officers seized drugs worth £20,000 and provided advice.",
        "The report was noted.",
        "Grants of up to £5,000 are available to community groups.",
        "Applications for up to £5,000 are small grants. Those over £5,000 are standard grants.",
        "The Council's allocation of the Social Care Grant for 2025/26 is £6.2m.",
        "The settlement provided councils with an additional £600m for social care.",
        "Residents have invested more than £2.9 million in solar panels.",
        "Unspent funding of £14,000 will be returned to the Home Office.",
        "Grants of up to £550,000 will be provided to Commissioners in England and Wales.",
        "The force budget is £260m and the precept raises £90m.",
        "Birmingham were set to receive £40million of the government's Recovery Grant.",
        "Local businesses were helped with over £2 million in loans that the board approved.",
        "Officers spent £3,000 on training.",
        "The underspend of £120,000 will be carried forward.",
        "General reserves stand at £11.8m, of which £5m is needed to support the budget.",
        "The capital programme of £14.5m includes £3.2m for vehicles and £2.1m for ICT.",
        "Mutual aid of £150,000 was provided to the Metropolitan Police.",
        "The Force received income of £1.2m from the speed awareness courses.",
        "A total of £2.3m has been confiscated from criminals and £300,000 has been returned to victims.",
        "The provisional settlement reduced the police grant by £1.2m.",
        "The Commissioner receives a salary of £85,000.",
        "The Force is forecasting an underspend of £1.6m at year end.",
        "Capital spending for the year was forecast to be £315.5 million of funding.",
    ],
)
def test_money_that_is_not_given_is_no_award(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Funding Spent", "spent"),
        ("Funding Available", "available"),
        ("Estimated Amount 2016/17", "estimated"),
        ("committed to provide a further", "planned"),
        ("Amount requested", "bid"),
        ("Amount 2015/16", "awarded"),
    ],
)
def test_steps_in_the_life_of_a_grant(text: str, status: str) -> None:
    assert status_of(text) == status


def test_words_around_an_award() -> None:
    assert fund_in("funded from the Community Safety Fund.") == "Community Safety Fund"
    assert fund_in("The Panel noted the report.") is None
    assert decision_in("at cost of £4.854M. (Decision 2015/32)") == "2015/32"
    assert [year_in(t) for t in ("Amount 2015/16", "2016-17", "For 2015/17 via", "in 2105/16")] == [
        "2015/16",
        "2016/17",
        None,
        None,
    ]


def test_a_further_amount_goes_on_from_the_sentence_before() -> None:
    first, further, other = told(
        "The Commissioner awarded £30,000 to the Wellspring Trust for youth mentoring. He has committed a further £5,000 to them "
        "once the project runs. A further £50,000 was granted to the Hope Centre for counselling."
    )
    assert (first.recipient, first.purpose) == ("Wellspring Trust", "youth mentoring")
    assert (further.recipient, further.purpose) == ("Wellspring Trust", "youth mentoring, once the project runs")
    assert (other.recipient, other.purpose) == ("Hope Centre", "counselling")


def test_money_beside_an_award_and_sums_are_no_awards() -> None:
    found = listed(
        "Organisation | Project | Amount awarded | Match funding | Total cost\nYouth Zone | Boxing | £4,500 | £1,000 | £5,500\n"
        "Safe Haven | Night space | £10,000 | £0 | £10,000\nTotal |  | £14,500 | £1,000 | £15,500"
    )
    assert [(a.recipient, a.amount) for a in found] == [("Youth Zone", 4500), ("Safe Haven", 10000)]


def test_awards_of_several_years_and_what_was_asked_for() -> None:
    years = listed(
        "Provider | Service | 2021/22 | 2022/23\nVictim Care | Support service | £250,000 | TBC\nNest | Mentors | £1 | £2"
    )
    assert [(a.recipient, a.year, a.amount) for a in years] == [
        ("Victim Care", "2021/22", 250000),
        ("Nest", "2021/22", 1),
        ("Nest", "2022/23", 2),
    ]
    asked = listed(
        "Ref | Applicant | Requested | Awarded\nCF/01 | Scouts | £3,000 | £2,000\nCF/02 | Choir | £500 | Declined"
    )
    assert [(a.recipient, a.status, a.amount, a.purpose) for a in asked] == [
        ("Scouts", "bid", 3000, None),
        ("Scouts", "awarded", 2000, None),
        ("Choir", "bid", 500, None),
    ]


def test_a_decision_has_its_number_and_its_day_and_a_reduction_is_none() -> None:
    (award,) = listed(
        "Decision | Date of decision | Project | Awarded\nWPCC3-0049 | 8 April 2022 | Mentoring | £992,550\n | 9 May 2022 | Reduction of May | £10"
    )
    assert (award.decision_ref, award.date, award.status) == ("WPCC3-0049", "2022-04-08", "awarded")
