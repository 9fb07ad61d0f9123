"""Wordings of awards as decision records, commissioning reports and notices of many forces print them, in our own words."""

from __future__ import annotations

import pytest

from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.tables.kinds import table_kind
from extract.times.periods import PeriodContext
from laid_out import laid_out, table
from schema.reading import Award, Identity

KENT = Identity(force="kent")
Told = tuple[float, str, str | None, str | None, str | None, str | None]


def _told(text: str) -> list[Told]:
    """Amount, step, who gets it, who gives it, fund and purpose of each award."""
    found = find_prose_awards(laid_out(text).blocks, KENT)
    return [(a.amount, a.status, a.recipient, a.funder, a.fund, a.purpose) for a in found]


def _listed(text: str) -> list[Award]:
    block = table(text)
    assert table_kind(block) == "award"
    return list(find_table_awards(block, KENT, PeriodContext()).awards)


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("At the latest round 42 projects shared £172,118.37 from the PCC's Safer Communities Fund.", [(172118.37, 'awarded', '42 projects', 'PCC', "PCC's Safer Communities Fund", None)]),
        ('Since the fund opened more than 380 projects have been given grants totalling £1,699,750.79.', [(1699750.79, 'awarded', '380 projects', None, None, None)]),
        ('Twenty-eight youth projects across Merseyside will share more than £48,000 from the Youth Diversion Fund.', [(48000, 'planned', 'Twenty-eight youth projects', None, 'Youth Diversion Fund', None)]),
        ('Of 188 applications, which asked for some £1.4m in all, 43 organisations were chosen and will get £200,551 between them.', [(200551, 'planned', '43 organisations', None, None, None)]),
        ('The PCC has now handed back just under £1.7m of money seized under the Proceeds of Crime Act to local communities.', [(1700000, 'awarded', 'local communities', 'PCC', None, None)]),
        ('Last year £198,650 was distributed to 52 organisations from the Police Property Act Fund.', [(198650, 'awarded', '52 organisations', None, 'Police Property Act Fund', None)]),
        ("A £20m contract for victims' services has gone to Victim Support for ten years.", [(20000000, 'awarded', 'Victim Support', None, None, "victims' services")]),
        ('The contract with Victim Support is worth £1.2m in the first year.', [(1200000, 'awarded', 'Victim Support', None, None, None)]),
        ('The PCC has £4.2m to spend on services commissioned in Kent in 2019/20.', [(4200000, 'available', None, 'PCC', None, 'to spend on services commissioned in Kent')]),
        ('PCCs may bid for a share of £60 million for Safer Streets round five.', [(60000000, 'available', None, None, 'Safer Streets', 'Safer Streets round five')]),
        ('The Home Office has opened the Safer Streets Fund for the fifth time, with £60m on offer.', [(60000000, 'available', None, None, 'Safer Streets Fund', 'Safer Streets Fund')]),
        ('Essex has been allocated £1,512,572 of Home Office VRU funding for 2024-25, and £297,912.58 of Home Office Serious Violence Duty funding.', [(1512572, 'awarded', 'Essex', None, 'VRU funding', None), (297912.58, 'awarded', 'Essex', None, 'Serious Violence Duty funding', None)]),
        ('That the PFCC approves the receipt of up to £1,810,485 of Home Office funding for the Essex Violence and Vulnerability Partnership.', [(1810485, 'received', None, 'Home Office', None, 'Essex Violence and Vulnerability Partnership')]),
        ('The OPCC has awarded £201,000 to 15 parish, town and ward councils that bid into the Roads Fund.', [(201000, 'awarded', '15 parish, town and ward councils', 'OPCC', 'Roads Fund', None)]),
        ('The Commissioner approved £250,000 from reserves for the Road Safety Grant Round.', [(250000, 'awarded', None, 'Commissioner', 'Road Safety Grant', 'Road Safety Grant Round')]),
        ('£30,000 will be drawn from the road safety reserve to raise the Road Safety Grant Round to £280,000.', [(30000, 'planned', None, None, 'Road Safety Grant', 'to raise the Road Safety Grant Round')]),
        ('A £950 grant went to Brereton Speedwatch for a radar device.', [(950, 'awarded', 'Brereton Speedwatch', None, None, 'a radar device')]),
        ('A new £500,000 fund for road safety projects in Warwickshire has been opened by the Commissioner.', [(500000, 'available', None, 'Commissioner', None, 'road safety projects in Warwickshire')]),
        ('In 2025/26 the PCC will allocate £35,000 to each CSP area to pay for local projects.', [(35000, 'planned', 'each CSP', 'PCC', None, 'to pay for local projects')]),
        ('The Safer Stronger Doncaster Partnership will receive a Community Safety Grant of £129,391.', [(129391, 'planned', 'Safer Stronger Doncaster Partnership', None, 'Community Safety Grant', None)]),
        ('The partnership will use the grant as follows:\n\n- a Workforce Development Officer post (£36,500);\n- the co-ordinator for organised crime groups (£25k);\n- work with the Youth Council (£10k).', [(36500, 'planned', None, None, None, 'a Workforce Development Officer post'), (25000, 'planned', None, None, None, 'the co-ordinator for organised crime groups'), (10000, 'planned', None, None, None, 'work with the Youth Council')]),
        ('For 2020/21 the Commissioner has made available £538,000 so that local community and faith organisations go on being supported.', [(538000, 'available', None, 'Commissioner', None, 'local community and faith organisations go on being supported')]),
        ('The Commissioner supports the applications and awards:\n\n- £28,070 to Active Surrey to sustain six Friday Night Projects;\n- £5,000 to the Haslemere Youth Hub for its boxing club;\n- £4,320 to Buddy Up for a part-time mentor in Epsom.', [(28070, 'awarded', 'Active Surrey', 'Commissioner', None, 'to sustain six Friday Night Projects'), (5000, 'awarded', 'Haslemere Youth Hub', 'Commissioner', None, 'its boxing club'), (4320, 'awarded', 'Buddy Up', 'Commissioner', None, 'a part-time mentor in Epsom')]),
        ("The PCC's spending on the plan:\n\n- £19,750 contribution to the APCC\n- £25,000 for an interim Restorative Justice service\n- £12k across several victim services", [(19750, 'spent', 'APCC', 'PCC', None, None), (25000, 'spent', None, 'PCC', None, 'an interim Restorative Justice service'), (12000, 'spent', None, 'PCC', None, 'several victim services')]),
        ('The Domestic Abuse Hub secured £2 million from the Domestic Abuse Perpetrator Intervention Fund.', [(2000000, 'awarded', 'Domestic Abuse Hub', None, 'Domestic Abuse Perpetrator Intervention Fund', None)]),
        ('The PCC has been awarded £418,520.60 by the MOJ to improve services for victims of domestic abuse in Warwickshire.', [(418520.6, 'awarded', 'PCC', None, None, 'to improve services for victims of domestic abuse in Warwickshire')]),
        ('The OPCC has been allocated £0.737m over two years for independent advisers.', [(737000, 'awarded', 'OPCC', None, None, 'independent advisers')]),
        ('Accept the additional funding of £275,592.45 from the Ministry of Justice for victim and witness services in London.', [(275592.45, 'awarded', None, 'Ministry of Justice', None, 'victim and witness services in London')]),
        ('The Home Office has committed up to £18 million a year over two years towards work with domestic abuse perpetrators.', [(18000000, 'planned', None, 'Home Office', None, 'work with domestic abuse perpetrators')]),
        ('Altogether the PCC has given £992,550 to 62 projects in Warwickshire. This includes £75,000 towards a programme for perpetrators of domestic abuse.', [(992550, 'awarded', '62 projects', 'PCC', None, None), (75000, 'awarded', None, 'PCC', None, 'a programme for perpetrators of domestic abuse')]),
        ('In that year charities were able to apply for:\n\n- £310,000 in the General Grants Scheme\n- £150,000 for road safety', [(310000, 'available', None, None, 'General Grants Scheme', 'General Grants Scheme'), (150000, 'available', None, None, None, 'road safety')]),
        ('Gloucestershire has an indicative award of £1m for Safer Streets 5, out of the £60m that the Home Office is putting into the round. Earlier rounds won the county £3m.', [(1000000, 'awarded', 'Gloucestershire', None, 'Safer Streets 5', 'Safer Streets 5'), (60000000, 'available', None, 'Home Office', 'Safer Streets 5', 'Safer Streets 5'), (3000000, 'awarded', 'Gloucestershire', None, 'Safer Streets', None)]),
        ('The Ministry of Justice has made £200,000 available to Gwent charities which support victims.', [(200000, 'available', 'Gwent charities', 'Ministry of Justice', None, None)]),
        ('The Ministry of Justice gave the PCC a Restorative Justice Grant, of which £67k was carried forward. A victims grant of £454k followed. Next year there will be £910k.', [(67000, 'received', 'PCC', 'Ministry of Justice', 'Restorative Justice Grant', None), (454000, 'received', 'PCC', 'Ministry of Justice', 'victims grant', None)]),
        ('The PCC has set £1.3m aside for community safety in 2014/15.', [(1300000, 'planned', None, 'PCC', None, 'community safety')]),
        ("Derbyshire's Commissioner has ploughed £2m into hotspot patrols this year.", [(2000000, 'awarded', None, 'Commissioner', None, 'hotspot patrols')]),
        ('Nine projects aimed at keeping young people safe have been backed with £43,500 from the Early Intervention Fund.', [(43500, 'awarded', 'Nine projects', None, 'Early Intervention Fund', None)]),
        ('Beneficiaries include the Boxing Academy, which receives £8,400, and Street Games, which gets £5,200.', [(8400, 'awarded', 'Boxing Academy', None, None, None), (5200, 'awarded', 'Street Games', None, None, None)]),
        ('The Commissioner agreed a grant of £60,000 to Suffolk Rape Crisis for counselling in 2021/22.', [(60000, 'awarded', 'Suffolk Rape Crisis', 'Commissioner', None, 'counselling')]),
        ('It was agreed that £15,000 be given to Suffolk Libraries for the reading project.', [(15000, 'awarded', 'Suffolk Libraries', None, None, 'reading project')]),
        ('RESOLVED that £24,000 be allocated to the Lowestoft Rising partnership.', [(24000, 'awarded', 'Lowestoft Rising partnership', None, None, None)]),
        ('The PCC signed off £350,000 for the Drive perpetrator programme.', [(350000, 'awarded', None, 'PCC', None, 'Drive perpetrator programme')]),
        ('The OPCC has set up a £100,000 Crime Prevention Fund.', [(100000, 'available', None, 'OPCC', 'Crime Prevention Fund', 'Crime Prevention Fund')]),
        ('The Commissioner launched her £400,000 Safer Communities Fund in May 2022.', [(400000, 'available', None, 'Commissioner', 'Safer Communities Fund', 'Safer Communities Fund')]),
        ('Funding of £750,000 from the Ministry of Justice has been passed on to local rape support centres.', [(750000, 'awarded', 'local rape support centres', 'Ministry of Justice', None, None)]),
        ("The Ministry of Justice has increased the victims' services grant by £210,000 to £1.86m for 2022/23.", [(210000, 'awarded', None, 'Ministry of Justice', "victims' services grant", "victims' services grant")]),
        ("Humberside's allocation from the Serious Violence Duty fund is £297,000 for 2023/24 and £240,000 for 2024/25.", [(297000, 'awarded', 'Humberside', None, 'Serious Violence Duty fund', None), (240000, 'awarded', 'Humberside', None, 'Serious Violence Duty fund', None)]),
        ('Under the Serious Violence Duty the area gets £262,000 in 2023/24.', [(262000, 'awarded', None, None, 'Serious Violence Duty', 'Serious Violence Duty')]),
        ('Safer Communities was awarded the tender, worth £312,000 a year until March 2025.', [(312000, 'awarded', 'Safer Communities', None, None, None)]),
        ('We invested £1.4m in domestic abuse services in the year.', [(1400000, 'awarded', None, None, None, 'domestic abuse services')]),
        ('The five district CSPs get £25,000 each.', [(25000, 'awarded', 'five district CSPs', None, None, None)]),
        ('£25,000 a year goes to each CSP.', [(25000, 'awarded', 'each CSP', None, None, None)]),
        ('The Road Safety Fund paid £12,300 for speed indication devices in Alcester.', [(12300, 'awarded', None, None, 'Road Safety Fund', 'speed indication devices in Alcester')]),
        ('North Wales has benefited from £2.3m of Safer Streets money since 2020.', [(2300000, 'awarded', 'North Wales', None, 'Safer Streets', None)]),
        ("The Commissioner's application for £549,000 from round one was turned down.", [(549000, 'bid', 'Commissioner', None, None, None)]),
        ('A decision is awaited on our bid of £1.1m to the Home Office for Safer Streets 4.', [(1100000, 'bid', None, None, 'Safer Streets 4', 'Safer Streets 4')]),
        ('We have asked the Home Office for £1.1m for CCTV in Rhyl.', [(1100000, 'bid', None, 'Home Office', None, 'CCTV in Rhyl')]),
        ('The PCC will meet the £18,000 cost of the evaluation.', [(18000, 'awarded', None, 'PCC', None, 'evaluation')]),
        ("The PCC's contribution to the Safeguarding Children Board is £42,750.", [(42750, 'awarded', 'Safeguarding Children Board', 'PCC', None, None)]),
        ('A contribution of £42,750 is made to the Safeguarding Children Board.', [(42750, 'awarded', 'Safeguarding Children Board', None, None, None)]),
        ('The project is jointly funded by the OPCC (£40,000) and Public Health (£35,000).', [(40000, 'awarded', None, 'OPCC', None, None), (35000, 'awarded', None, 'Public Health', None, None)]),
        ('Cambridgeshire County Council puts in £50,000 and the OPCC £30,000.', [(50000, 'awarded', None, 'Cambridgeshire County Council', None, None), (30000, 'awarded', None, 'OPCC', None, None)]),
        ('The youth offending service had £189,000 from the OPCC in 2018/19.', [(189000, 'awarded', None, 'OPCC', None, None)]),
        ('The Home Office has confirmed £500,000 for Lincolnshire to run a stalking programme.', [(500000, 'awarded', 'Lincolnshire', None, None, 'to run a stalking programme')]),
        ('Confirmation has been received of a grant of £500,000 from the Home Office to run a stalking programme.', [(500000, 'received', None, 'Home Office', None, 'to run a stalking programme')]),
        ("£380,000 (62%) went to victims' services and £230,000 to crime prevention.", [(380000, 'awarded', None, None, None, "victims' services"), (230000, 'awarded', None, None, None, 'crime prevention')]),
        ('The Panel asked why £200,000 of the Victims Grant had not been spent.', [(200000, 'available', None, None, 'Victims Grant', 'Victims Grant')]),
        ("The grant to the Women's Centre (£120,000) has been extended to March 2024.", [(120000, 'awarded', "Women's Centre", None, None, None)]),
        ('Funding for Crimestoppers: £20,000', [(20000, 'awarded', 'Crimestoppers', None, None, None)]),
        ('The Police Innovation Fund awarded Sussex and Surrey £1.9m jointly for a shared contact centre.', [(1900000, 'awarded', 'Sussex and Surrey', None, 'Police Innovation Fund', 'a shared contact centre')]),
        ('A cheque for £3,000 was presented to Pocklington Youth Club.', [(3000, 'awarded', 'Pocklington Youth Club', None, None, None)]),
        ("Pocklington Youth Club has been given a £3,000 boost from the Commissioner's Community Fund.", [(3000, 'awarded', 'Pocklington Youth Club', 'Commissioner', "Commissioner's Community Fund", None)]),
        ('Among those funded are Mind in Bradley (£4,995), Kirkby Scouts (£2,150) and the Haven (£3,500).', [(4995, 'awarded', 'Mind in Bradley', None, None, None), (2150, 'awarded', 'Kirkby Scouts', None, None, None), (3500, 'awarded', 'Haven', None, None, None)]),
        ('Community Safety Partnership funding\n\nTo give each of the five partnerships £35,000 for projects in 2025/26. This compares with £30,000 each last year.\n\nA central sum of £25,000 will be held by the OPCC for work that goes across districts.', [(35000, 'planned', 'each of the five partnerships', None, None, 'projects')]),
        ('The 2022-23 grants are:\n\n- Victim Support, core service – £412,000\n- Fresh Start (sexual violence counselling) – £64,250\n- Remedi, restorative justice: £98,000 a year for three years', [(412000, 'awarded', 'Victim Support', None, None, 'core service'), (64250, 'awarded', 'Fresh Start', None, None, 'sexual violence counselling'), (98000, 'awarded', 'Remedi', None, None, 'restorative justice')]),
        ('The money has been split as follows:\n\n- Halton £21,000\n- Warrington £24,500\n- Cheshire East £39,000', [(21000, 'awarded', 'Halton', None, None, None), (24500, 'awarded', 'Warrington', None, None, None), (39000, 'awarded', 'Cheshire East', None, None, None)]),
        ('Recommendation: that the Commissioner awards £5,000 to Skillway for its workshop and £4,973 to Elmbridge CAN for English lessons.', [(5000, 'awarded', 'Skillway', 'Commissioner', None, 'its workshop'), (4973, 'awarded', 'Elmbridge CAN', 'Commissioner', None, 'English lessons')]),
        ('The PCC made a grant to Lucy Faithfull Foundation of £30,000.', [(30000, 'awarded', 'Lucy Faithfull Foundation', 'PCC', None, None)]),
        ('Stop It Now was given £30,000 by the PCC to work with those at risk of offending.', [(30000, 'awarded', 'Stop It Now', 'PCC', None, 'to work with those at risk of offending')]),
        ('SARSAS will receive an additional £18,250 to cut its waiting list.', [(18250, 'planned', 'SARSAS', None, None, 'to cut its waiting list')]),
        ('£18,250 more has been found for SARSAS to cut its waiting list.', [(18250, 'awarded', 'SARSAS', None, None, 'to cut its waiting list')]),
        ('The sexual assault referral centre is paid for by NHS England (£610,000), the PCC (£190,000) and the force (£85,000).', [(610000, 'awarded', None, 'NHS England', None, None), (190000, 'awarded', None, 'PCC', None, None), (85000, 'awarded', None, None, None, None)]),
        ("Cleveland's VRU, CURV, was given £3.5m by the Home Office over three years.", [(3500000, 'awarded', 'CURV', 'Home Office', None, None)]),
        ('The Home Office has told us that our VRU will be funded with £880,000 in each of the next two years.', [(880000, 'planned', 'VRU', None, None, None)]),
        ('South Wales secured almost £2.9m in Safer Streets round 4, of which £750,000 goes to Cardiff.', [(2900000, 'awarded', 'South Wales', None, 'Safer Streets round 4', None), (750000, 'awarded', 'Cardiff', None, 'Safer Streets round 4', None)]),
        ('£66,000 from Safer Streets pays for lighting in Castle Park.', [(66000, 'awarded', None, None, 'Safer Streets', 'lighting in Castle Park')]),
        ('Last year the fund gave £41,000 to 19 good causes.', [(41000, 'awarded', '19 good causes', None, None, None)]),
        ('The Chief Constable and PCC have jointly given £10,000 to the Air Ambulance from the Police Property Act Fund.', [(10000, 'awarded', 'Air Ambulance', 'PCC', 'Police Property Act Fund', None)]),
        ('The Police Property Act Fund stands at £86,412.', [(86412, 'available', None, None, 'Police Property Act Fund', 'Police Property Act Fund')]),
        ('Through the Cop Shop Fund, £1,500 was paid to Lydney Town AFC.', [(1500, 'awarded', 'Lydney Town AFC', None, 'Cop Shop Fund', None)]),
        ('Operation Sceptre was given £12,000 of VRU money.', [(12000, 'awarded', 'Operation Sceptre', None, None, None)]),
        ('Tender for victim care, £4.2m over seven years: awarded to Catch22.', [(4200000, 'awarded', 'Catch22', None, None, None)]),
        ('The PCC renewed the contract with Crimestoppers at £15,600.', [(15600, 'awarded', 'Crimestoppers', 'PCC', None, None)]),
        ('The Commissioner doubled the grant to Neighbourhood Watch to £60,000.', [(60000, 'awarded', 'Neighbourhood Watch', 'Commissioner', None, None)]),
    ]
)  # fmt: skip
def test_wordings_of_many_notices(text: str, awards: list[Told]) -> None:
    assert _told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "The gross budget for 2023/24 is £412.6m, of which £398m goes to the Chief Constable and £2.1m to the OPCC.",
        "The Commissioner approved a revenue budget of £302.4m and a capital programme of £18.2m.",
        "The Government has confirmed an extra £10.3m for the force to recruit officers under Operation Uplift.",
        "Of the £15m increase, £6.2m pays for the pay award and £3.1m for inflation.",
        "Recruiting 120 officers will cost £6.4m.",
        "The force has put £2.3m into reserves.",
        "The Home Office has confirmed total funding of £17.4bn for policing in England and Wales, up £1.1bn.",
        "The new police station will cost £16m and is funded by borrowing.",
        "We have invested £4.5m in new vehicles and £2.1m in body-worn video.",
        "The Commissioner is asking residents to pay an extra £14 a year.",
        "Victims lost £2.4m to fraud last year, with £350,000 returned to them.",
        "Burglars got £12,000 worth of jewellery.",
        "The PCC's office costs £1.4m a year to run.",
        "The Chief Constable's salary is £165,000.",
        "Collisions cost the county an estimated £163m a year.",
        "The Force won a settlement of £40,000.",
        "Government grants make up £160m of the budget and the precept £140m.",
        "Confiscation orders worth £1.3m were made against the gang.",
        "The Force received £2.5m from the sale of Bletchley police station.",
        "The PCC has a budget of £1.2m for his office, £300,000 less than last year.",
        "£4.1m of savings have been put back into the front line.",
        "The pension grant of £2.5m continues.",
        "The final grant allocation was £187m, an increase of £9.2m.",
        "General grant funding of £214.7m was allocated to Kent under the police funding formula.",
        "The Panel supported the precept of £273 and a contribution from reserves of £1.7m.",
        "A contribution of £2.4m from reserves balances the budget.",
        "£1.2m has been transferred to the insurance reserve.",
        "An additional £1.6m was provided for national insurance costs.",
        "The employers' national insurance grant is £5.1m.",
        "Overtime cost £3.2m, of which £1m was for football.",
        "Ministers gave forces £900m.",
        "The uplift grant of £2.7m is paid when officer numbers are reached.",
        "The reduction of Capital Grants by £0.3m adds to pressures of £0.7m.",
        "A specific pensions grant of £1.3m leaves £300k a year still to be found.",
        "Grants ranging from £500 to £5,000 were given to 34 groups.",
        "If approved, the scheme will cost £80,000.",
    ],
)
def test_budgets_costs_and_national_sums_are_no_awards(text: str) -> None:
    assert _told(text) == []


def test_the_title_names_the_fund_that_the_sentences_leave_out() -> None:
    about = Identity(force="kent", title="Decision: Commissioner's Grants Scheme 2022-23")
    (award,) = find_prose_awards(laid_out("The Commissioner has put £25,000 into a new fund.").blocks, about)
    assert (award.fund, award.purpose, award.status) == (
        "Commissioner's Grants Scheme",
        "Commissioner's Grants Scheme",
        "available",
    )
    two = Identity(force="kent", title="Commissioner's Grants and Safer Streets")
    (award,) = find_prose_awards(laid_out("The PCC awarded £5,000 to Nest for therapy.").blocks, two)
    assert award.fund is None


@pytest.mark.parametrize(
    "heading", ["Summary", "Background", "Executive Summary", "Funding", "Financial implications", "Email: pcc"]
)
def test_a_part_of_a_report_is_no_purpose(heading: str) -> None:
    (award,) = find_prose_awards(laid_out(f"{heading}\n\nThe PCC has awarded Nest £5,000.").blocks, KENT)
    assert (award.recipient, award.purpose) == ("Nest", None)


@pytest.mark.parametrize("number", ["No.", "#", "Ref", "Application"])
def test_a_column_that_numbers_its_rows_says_nothing_of_them(number: str) -> None:
    found = _listed(
        f"{number} | Applicant | Grant\n1 | Youth Zone | £4,500\n2 | Safe Haven | £10,000\n3 | Nest | £5,000"
    )
    assert [(a.recipient, a.purpose, a.decision_ref) for a in found] == [
        ("Youth Zone", None, None),
        ("Safe Haven", None, None),
        ("Nest", None, None),
    ]


def test_columns_of_parishes_bidders_and_funders() -> None:
    parishes = _listed(
        "Successful applicants\n\nParish | Scheme | £\nStanbridge Parish Council | Speed sign | 3,500\nPertenhall Parish Council | Gates | 4,250"
    )
    assert [a.recipient for a in parishes] == ["Stanbridge Parish Council", "Pertenhall Parish Council"]
    lots = _listed(
        "Lot | Successful bidder | Service | Contract value\n1 | Victim Support | Core service | £1.2m\n2 | Remedi | Mediation | £400,000"
    )
    assert [(a.recipient, a.purpose) for a in lots] == [("Victim Support", "Core service"), ("Remedi", "Mediation")]
    streams = _listed(
        "Funding stream | Funder | 2022/23 allocation\nSerious Violence Duty | Home Office | £297,912\nCore Grant | Ministry of Justice | £1,200,000"
    )
    assert [(a.fund, a.funder, a.upstream_funder) for a in streams] == [
        ("Serious Violence Duty", "Home Office", "Home Office"),
        ("Core Grant", "Ministry of Justice", "Ministry of Justice"),
    ]


def test_allocations_of_years_are_for_no_purpose_of_their_own() -> None:
    found = _listed(
        "Organisation | 2023/24 allocation | 2024/25 allocation\nBarnardo's | £20,000 | £22,000\nNest | £10,000 | £10,000"
    )
    assert [(a.recipient, a.year, a.purpose) for a in found[:2]] == [
        ("Barnardo's", "2023/24", None),
        ("Barnardo's", "2024/25", None),
    ]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("The PCC made two bids to the Home Office's £18.3 million Safer Streets Fund, and both succeeded: Dartford (the town centre) receives £333,290 and Swale £505,294.", [(18300000, 'available', None, 'Home Office', 'Safer Streets Fund', 'Safer Streets Fund'), (333290, 'awarded', 'Dartford', 'Home Office', 'Safer Streets Fund', None), (505294, 'awarded', 'Swale', 'Home Office', 'Safer Streets Fund', None)]),
        ('A notice adds that four bids to the fourth round were also won. They are worth £1,469,169.00 over two years.', [(1469169, 'awarded', None, None, None, 'four bids to the fourth round')]),
        ('The Home Office has agreed £1.3m from Safer Streets 5 for work on burglary in three places.', [(1300000, 'awarded', None, 'Home Office', 'Safer Streets 5', 'work on burglary in three places')]),
        ('The OPCC was successful in its bid to the Home Office for £432,000 to improve lighting in Maidstone.', [(432000, 'awarded', 'OPCC', 'Home Office', None, 'to improve lighting in Maidstone')]),
        ('The Panel heard that the bid for £550k from the Safer Streets Fund had not been successful.', [(550000, 'bid', None, None, 'Safer Streets Fund', 'Safer Streets Fund')]),
        ('Medway CSP was allocated £87,433 for 2022/23, of which £45,000 had been claimed at Q2.', [(87433, 'awarded', 'Medway CSP', None, None, None), (45000, 'spent', 'Medway CSP', None, None, None)]),
        ('The Commissioner allocated the following sums: Thanet £45,000; Swale £38,000; Dover £36,500.', [(45000, 'awarded', 'Thanet', 'Commissioner', None, None), (38000, 'awarded', 'Swale', 'Commissioner', None, None), (36500, 'awarded', 'Dover', 'Commissioner', None, None)]),
        ('The following were awarded grants: Oasis £12,000; Nest Trust £8,400; and Harbour £3,000.', [(12000, 'awarded', 'Oasis', None, None, None), (8400, 'awarded', 'Nest Trust', None, None, None), (3000, 'awarded', 'Harbour', None, None, None)]),
        ('A two-year grant of £80,000 (£40,000 per annum) was approved for Family Matters.', [(80000, 'awarded', 'Family Matters', None, None, None)]),
        ('£10k was donated by the PCC to the Dover Food Bank.', [(10000, 'awarded', 'Dover Food Bank', 'PCC', None, None)]),
        ('The Commissioner commissions Oasis at a cost of £210,000 a year to provide refuges.', [(210000, 'awarded', 'Oasis', 'Commissioner', None, 'to provide refuges')]),
        ('The local authority received £30,000 from the PCC for a review.', [(30000, 'received', 'local authority', 'PCC', None, 'a review')]),
        ('The force received a one-off grant of £340,000 for drones.', [(340000, 'received', 'force', None, None, 'drones')]),
        ('The MoJ has allocated an additional £412,000 to the PCC for ISVAs for each of the years 2022/23 to 2024/25.', [(412000, 'awarded', 'PCC', 'MoJ', None, 'ISVAs')]),
        ('An additional £75,000 p.a. is provided by the three councils.', [(75000, 'awarded', None, 'three councils', None, None)]),
        ('The Commissioner allocates around £1.8m a year to community safety partnerships.', [(1800000, 'awarded', 'community safety partnerships', 'Commissioner', None, None)]),
        ('The PCC announced that £300,000 would be invested in drug and alcohol services.', [(300000, 'planned', None, 'PCC', None, 'drug and alcohol services')]),
        ('A sum of £8,000 is recommended for Stage Theatre.', [(8000, 'planned', 'Stage Theatre', None, None, None)]),
        ('Kent will receive £1.8m for 2023/24, with indicative funding of £1.7m for 2024/25.', [(1800000, 'planned', 'Kent', None, None, None), (1700000, 'estimated', 'Kent', None, None, None)]),
        ("The PCC's £1m Making Kent Safer Fund has supported 87 projects.", [(1000000, 'available', None, 'PCC', 'Making Kent Safer Fund', 'Making Kent Safer Fund')]),
        ('The PCC agreed to fund a co-ordinator post (£38,000) and three youth workers (£96,000).', [(38000, 'planned', None, 'PCC', None, 'co-ordinator post'), (96000, 'planned', None, 'PCC', None, 'three youth workers')]),
        ('£120,000 remains unallocated in the Safer Communities Fund.', [(120000, 'available', None, None, 'Safer Communities Fund', 'Safer Communities Fund')]),
        ('The panel was told £600,000 of Home Office money for hotspot patrols had to be spent by March.', [(600000, 'awarded', None, None, None, 'hotspot patrols')]),
        ("The Victims' Fund, worth £500,000, is open until June.", [(500000, 'available', None, None, "Victims' Fund", "Victims' Fund")]),
        ("The Home Office grant of £64,340 for the Panel's costs was noted.", [(64340, 'awarded', None, 'Home Office', None, "Panel's costs")]),
        ('Ten CSPs were each given £10,000.', [(10000, 'awarded', 'Ten CSPs', None, None, None)]),
        ('The Commissioner paid the Safer Leeds partnership £120,000 under a grant agreement.', [(120000, 'awarded', 'Safer Leeds partnership', 'Commissioner', None, None)]),
        ('A £70,000 contract was awarded to Restore in May 2022.', [(70000, 'awarded', 'Restore', None, None, None)]),
        ('The total cost of the scheme is £150,000, of which the PCC has contributed £50,000.', [(50000, 'awarded', None, 'PCC', None, None)]),
        ('Circa £300k has been earmarked for CCTV.', [(300000, 'planned', None, None, None, 'CCTV')]),
        ('An investment of £450,000 over three years in school-based officers was agreed.', [(450000, 'awarded', None, None, None, 'school-based officers')]),
        ('The PCC invests over £2 million each year in services for victims, including £650,000 for domestic abuse.', [(2000000, 'awarded', None, 'PCC', None, 'victims'), (650000, 'awarded', None, 'PCC', None, 'domestic abuse')]),
        ('Grants awarded 2023/24\n\nOasis Service - £45,000\n\nMaidstone Street Pastors – £5,000', [(45000, 'awarded', 'Oasis Service', None, None, None), (5000, 'awarded', 'Maidstone Street Pastors', None, None, None)]),
        ('Community Safety Fund: round 2\n\n- £12,345 to Street Pastors for first aid training\n- £950 to Swale Youth Hub', [(12345, 'awarded', 'Street Pastors', None, 'Community Safety Fund', 'first aid training'), (950, 'awarded', 'Swale Youth Hub', None, 'Community Safety Fund', None)]),
        ('The Commissioner agreed these awards from the Safer Communities Fund:\n\nThanet Youth Club, £9,500, for youth work;\n\nRising Sun, £22,000, to run a course; and\n\nKent Scouts, £3,000.', [(9500, 'awarded', 'Thanet Youth Club', 'Commissioner', 'Safer Communities Fund', 'youth work'), (22000, 'awarded', 'Rising Sun', 'Commissioner', 'Safer Communities Fund', 'to run a course'), (3000, 'awarded', 'Kent Scouts', 'Commissioner', 'Safer Communities Fund', None)]),
    ],
)  # fmt: skip
def test_lists_inside_and_without_marks_and_money_of_others(text: str, awards: list[Told]) -> None:
    assert _told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "The main figures in the presentation given to the Panel were:\n\n- central funding: £138.202m (up £7.484m on 2020/21)",
        "The budget report provided to the Panel shows £3.4m for vehicles.",
        "The rise brings in £1.9m more for a new fund.",
        "The total cost of the scheme is £150,000.",
        "The PCC confirmed £316m for the Chief Constable's budget.",
        "Budget and grants 2023/24\n\nHome Office grant - £75.7m\n\nCouncil tax - £66m",
        "Specific grants\n\n- Pensions grant: £1.3m\n- Uplift grant: £2.1m",
        "The grant was £1.1m, an increase of £110,000.",
    ],
)
def test_what_a_panel_is_given_and_what_changes_by_are_no_awards(text: str) -> None:
    assert [a for a in _told(text) if a[0] != 1100000] == []


def test_a_total_in_a_column_of_numbers_is_no_award() -> None:
    found = _listed(
        "Project | Area | Where | Funding\n1 | Hull | Orchard Park | £500,000\n2 | Goole | Town centre | £300,000\nTotal | | | £800,000"
    )
    assert [(a.area, a.amount) for a in found] == [("Hull", 500000), ("Goole", 300000)]


def test_a_source_that_is_a_body_pays() -> None:
    found = _listed(
        "Provider | Service | Annual value | Funding source\nOasis | Refuge | £21,000 | PCC\nNest | Therapy | £9,000 | Core Grant"
    )
    assert [(a.funder, a.fund) for a in found] == [("PCC", None), (None, "Core Grant")]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("Elm House is in receipt of £18,000 from the Commissioner to run evening sessions.", [(18000, "received", "Elm House", "Commissioner", None, "to run evening sessions")]),
        ("Hull City Council was successful in bidding for £432,000 from Safer Streets Round 2.", [(432000, "awarded", "Hull City Council", None, "Safer Streets Round 2", None)]),
        ("Sussex and Hampshire police force areas will each receive up to £880,000.", [(880000, "planned", "Sussex and Hampshire police force areas", None, None, None)]),
        ("Six forces, including Gwent and South Wales, are each getting £880,000.", [(880000, "awarded", "Six forces", None, None, None)]),
        ("The PCC and the force have awarded voluntary and community organisations £100,700.", [(100700, "awarded", "voluntary and community organisations", "PCC", None, None)]),
        ("42 projects from across West Yorkshire shared £172,000 from the Safer Homes Fund.", [(172000, "awarded", "42 projects", None, "Safer Homes Fund", None)]),
        ("Elm House, which helps women who leave prison, benefits from £20,000 a year.", [(20000, "awarded", "Elm House", None, None, None)]),
        ("The Bridge Trust will receive £64,150 to jointly deliver workshops to families.", [(64150, "planned", "Bridge Trust", None, None, None)]),
        ("The OPCC commissions Cranstoun at a value of £210,000 per annum.", [(210000, "awarded", "Cranstoun", "OPCC", None, None)]),
        ("The Commissioner put in £45,000, matched by £40,000 from the health board.", [(45000, "awarded", None, "Commissioner", None, None), (40000, "awarded", None, "health board", None, None)]),
        ("£12,000 to Mind, £8,500 to Shelter and £4,750 to the Wildlife Trust have been approved.", [(12000, "awarded", "Mind", None, None, None), (8500, "awarded", "Shelter", None, None, None), (4750, "awarded", "Wildlife Trust", None, None, None)]),
        ("The Youth Justice Service asked for £50,000 and was granted £30,000.", [(50000, "bid", "Youth Justice Service", None, None, None), (30000, "awarded", "Youth Justice Service", None, None, None)]),
        ("The funding confirmed for 2021/22 is £16,765,943.", [(16765943, "awarded", None, None, None, None)]),
        ("The grants awarded in the year came to £86,400.", [(86400, "awarded", None, None, None, None)]),
        ("The PCC approves the release of £200,000 from the equalisation reserve to support work in districts.", [(200000, "awarded", None, "PCC", "equalisation reserve", "to support work in districts")]),
        ("From the Ministry of Justice the Commissioner has received £1,894,000, made up of £1.2m core grant and £694,000 for advisers.", [(1894000, "received", "Commissioner", "Ministry of Justice", None, None), (1200000, "received", "Commissioner", "Ministry of Justice", None, None), (694000, "received", "Commissioner", "Ministry of Justice", None, "advisers")]),
        ("The OPCC received 188 applications, totalling £1.4m.", [(1400000, "bid", None, "OPCC", None, None)]),
        ("My office has invested £350,000 in early help in schools.", [(350000, "awarded", None, None, None, "early help in schools")]),
        ("43 organisations were selected, representing £200,551 of investment.", [(200551, "awarded", "43 organisations", None, None, None)]),
    ],
)  # fmt: skip
def test_receipts_shares_and_lists_with_their_verb_behind(text: str, awards: list[Told]) -> None:
    assert _told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "The core grant of £131.2m is fixed by the funding formula.",
        "The force is bidding for £2m and hopes to hear in May.",
        "Each applicant may ask for up to £5,000.",
        "The savings confirmed for 2021/22 are £2.1m.",
        "The pay award agreed in July costs £3.2m.",
    ],
)
def test_what_is_fixed_hoped_for_or_saved_is_no_award(text: str) -> None:
    assert [a for a in _told(text) if a[1] != "bid"] == []


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Service | Contractor | Annual contract value | End date\nVictim care | Catch22 | £1,020,000 | 31 March 2025\nMediation | Remedi | £85,400 | 31 March 2024", ("Catch22", "Victim care", 1020000)),
        ("Delivered by | What was funded | £\nPorchlight | Outreach | 12,000\nSalus | Mentors | 9,500", ("Porchlight", "Outreach", 12000)),
        ("Name | What we funded | Value\nFamily Matters | Advocates | £210,000\nRising Sun | Outreach | £35,400", ("Family Matters", "Advocates", 210000)),
        ("Support service | Who delivers it | Cost 2022/23\nAdvocates | Family Matters | £210,000\nOutreach | Rising Sun | £35,400", ("Family Matters", "Advocates", 210000)),
        ("Service provider | Area of work | Funding agreed | Funding period\nFegans | Counselling | £60,000 | 2022/23\nOasis | Refuge | £81,000 | 2022/23", ("Fegans", "Counselling", 60000)),
        ("Charity | Purpose | Donation\nCruse | Counselling | £500\nDemelza | Play area | £750", ("Cruse", "Counselling", 500)),
    ],
)  # fmt: skip
def test_tables_of_contracts_and_gifts_under_other_heads(printed: str, told: tuple[str, str, float]) -> None:
    first, _ = _listed(printed)
    assert (first.recipient, first.purpose, first.amount) == told
    # The day on which a contract ends is not that of its award.
    assert first.date is None


@pytest.mark.parametrize(
    "printed",
    [
        "Supplier | Description | Amount\nBT | Telephones | £912.40\nStaples | Stationery | £603.11",
        "Source | 2021/22 £000 | 2022/23 £000\nPrecept | 98,000 | 101,000\nFees | 2,100 | 2,300",
    ],
)
def test_invoices_and_budgets_are_no_tables_of_awards(printed: str) -> None:
    assert table_kind(table(printed)) != "award"


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("The Commissioner has been able to award £9,500 to Elm Boxing Academy.", [(9500, "awarded", "Elm Boxing Academy", "Commissioner", None, None)]),
        ("Approval was given to fund Barnardo's to the sum of £62,000 for its work with children.", [(62000, "planned", "Barnardo's", None, None, "its work with children")]),
        ("The bid for £386,000 to tackle violence was successful.", [(386000, "awarded", None, None, None, "to tackle violence")]),
        ("Women's Aid (£45,000), Galop (£12,500) and the Hope Trust (£8,000) received funding.", [(45000, "awarded", "Women's Aid", None, None, None), (12500, "awarded", "Galop", None, None, None), (8000, "awarded", "Hope Trust", None, None, None)]),
        ("Funding was provided to Women's Aid (£45,000) and Galop (£12,500).", [(45000, "awarded", "Women's Aid", None, None, None), (12500, "awarded", "Galop", None, None, None)]),
        ("Hope Trust's contract has been extended for a year at a cost of £96,000.", [(96000, "awarded", "Hope Trust", None, None, None)]),
        ("£50,000 has been given to each of the six community safety partnerships.", [(50000, "awarded", "each of the six community safety partnerships", None, None, None)]),
        ("£300,000 was split equally between the six community safety partnerships.", [(300000, "awarded", "six community safety partnerships", None, None, None)]),
        ("A knife arch was bought for £4,000 from the Community Fund.", [(4000, "awarded", None, None, "Community Fund", "knife arch")]),
        ("Blyth Town FC used £6,200 from the Commissioner's Fund to buy goalposts.", [(6200, "awarded", "Blyth Town FC", "Commissioner", "Commissioner's Fund", "to buy goalposts")]),
        ("Thanks to a £6,200 grant from the Commissioner, Blyth Town FC has new goalposts.", [(6200, "awarded", "Blyth Town FC", "Commissioner", None, None)]),
        ("With a grant of £6,200 Blyth Town FC has bought goalposts.", [(6200, "awarded", "Blyth Town FC", None, None, None)]),
        ("A successful application to the Early Help Fund will bring in £412,000.", [(412000, "awarded", None, None, "Early Help Fund", "Early Help Fund")]),
    ],
)  # fmt: skip
def test_thanks_to_grants_and_money_that_is_split(text: str, awards: list[Told]) -> None:
    assert _told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "Officers seized £120,000 in cash and drugs worth £2m.",
        "A £2m saving was split between the two forces.",
        "With a budget of £6,200 the team has bought radios.",
        "Vehicles were bought for £400,000 from the capital programme.",
        "Victims of fraud lost £3.2m in the quarter.",
    ],
)
def test_money_seized_saved_or_spent_on_oneself_is_no_award(text: str) -> None:
    assert _told(text) == []
