"""Awards in lists and lines of text that are no table, in the families of layouts that papers print them in.

Each text is one paper of a few lines; beside it is who got how much for what, and at which step.
"""

from __future__ import annotations

import pytest

from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.awards.takers import names_taker
from extract.blocks import TableBlock
from extract.forms import without_forms
from extract.tables.kinds import table_kind
from extract.times.periods import PeriodContext
from laid_out import laid_out
from schema.reading import Award, Identity

AWARDED, PLANNED, AVAILABLE, RECEIVED, SPENT, BID = "awarded", "planned", "available", "received", "spent", "bid"
_WHO = Identity(force="kent", body="Police and Crime Panel")


def awards_in(text: str) -> list[Award]:
    """The awards of a paper of these lines, those of its tables last."""
    blocks = without_forms(laid_out(text).blocks)
    found = sorted(find_prose_awards(blocks, _WHO), key=lambda award: (award.place.line, award.place.start))
    for block in blocks:
        if isinstance(block, TableBlock) and table_kind(block) == "award":
            found += find_table_awards(block, _WHO, PeriodContext()).awards
    return found


def told(text: str) -> list[tuple[str | None, float, str | None, str]]:
    return [(a.recipient or a.area, a.amount, a.purpose, a.status) for a in awards_in(text)]


FAMILIES = [
    ("Thanet groups get grants\n\nThose given money were: Deal Film Club - £400 DYC - £600 St Mary's Church Hall - £1,500 2nd Hythe Scouts - £250 Swale Mediation - £1,870",
     [("Deal Film Club", 400, None, AWARDED), ("DYC", 600, None, AWARDED), ("St Mary's Church Hall", 1500, None, AWARDED), ("2nd Hythe Scouts", 250, None, AWARDED), ("Swale Mediation", 1870, None, AWARDED)]),
    ("News\n\nThe groups which were successful are: Ashford Amateur Boxing Club £950 Friends of Hythe Park £1,000 Folkestone Street Pastors £2,000",
     [("Ashford Amateur Boxing Club", 950, None, AWARDED), ("Friends of Hythe Park", 1000, None, AWARDED), ("Folkestone Street Pastors", 2000, None, AWARDED)]),
    ("News\n\nSuccessful applicants included: Ashford Amateur Boxing Club (£950) Friends of Hythe Park (£1,000) Folkestone Street Pastors (£2,000)",
     [("Ashford Amateur Boxing Club", 950, None, AWARDED), ("Friends of Hythe Park", 1000, None, AWARDED), ("Folkestone Street Pastors", 2000, None, AWARDED)]),
    ("News\n\nGrants were made to: • Hope Trust – £950 • Choices – £1,000 • Mind in Deal – £2,000",
     [("Hope Trust", 950, None, AWARDED), ("Choices", 1000, None, AWARDED), ("Mind in Deal", 2000, None, AWARDED)]),
    ("Support fund shared out\n\nThe money will be shared like this:\n\nHarbour House (refuge provider – Dover and Deal)\n\n£23,340 to pay for a van that takes advice to villages. It will also help outreach to men.\n\nEast Kent Mind – (counselling – whole county)\n\n£11,050 to buy 12 tablets and a phone line.\n\nBarnardo's Ashford (children's service)\n\n£3,600 – More hours for one worker.",
     [("Harbour House", 23340, "a van that takes advice to villages", PLANNED), ("East Kent Mind", 11050, "to buy 12 tablets and a phone line", PLANNED), ("Barnardo's Ashford", 3600, "More hours for one worker", PLANNED)]),
    ("Community Fund awards 2021/22\n\nHope Trust\n£4,500\nThis will pay for boxing lessons in Deal.\n\nChoices\n£2,000\nThe group runs a drop-in for young mothers and will use the grant for toys.\n\nSwale Rangers\n£750\nNew nets.",
     [("Hope Trust", 4500, "This will pay for boxing lessons in Deal", AWARDED), ("Choices", 2000, "The group runs a drop-in for young mothers and will use the grant for toys", AWARDED), ("Swale Rangers", 750, "New nets", AWARDED)]),
    ("Community Fund awards\n\nHope Trust - Boxing in Deal\n\n£4,500 for gloves and a coach.\n\nChoices - Drop-in\n\n£2,000 towards toys and rent.",
     [("Hope Trust", 4500, "gloves and a coach", AWARDED), ("Choices", 2000, "toys and rent", AWARDED)]),
    ("Grants awarded\n\nHope Trust\nAward: £4,500\nBoxing lessons for young people in Deal.\n\nChoices\nAward: £2,000\nA weekly drop-in.",
     [("Hope Trust", 4500, "Boxing lessons for young people in Deal", AWARDED), ("Choices", 2000, "A weekly drop-in", AWARDED)]),
    ("Decision 12/2021 – Community Safety Fund\n\nApplications to the Community Safety Fund:\nWoking Youth Arts – Murals\nTo award Woking Youth Arts £3,100 towards two murals in the underpass. The club works with schools.\nThe Shed\nTo provide The Shed £900 for tools.\nRecommendation\nThe Commissioner supports the applications and awards to the following;\n- £3,100 to Woking Youth Arts for the murals;\n- £900 to The Shed for tools.",
     [("Woking Youth Arts", 3100, "two murals in the underpass", PLANNED), ("Shed", 900, "tools", PLANNED), ("Woking Youth Arts", 3100, "murals", AWARDED), ("The Shed", 900, "tools", AWARDED)]),
    ("Decision notice 031/2020\n\nRecipient: Oasis Centre\nAmount: £12,000\nPurpose: Outreach to women who sleep rough\nFund: Victims' Fund\nPeriod: 1 April 2020 to 31 March 2021",
     [("Oasis Centre", 12000, "Outreach to women who sleep rough", AWARDED)]),
    ("Decision record\n\nOrganisation: Oasis Centre\nGrant amount: £12,000\nProject: Outreach to women",
     [("Oasis Centre", 12000, "Outreach to women", AWARDED)]),
    ("Decision record\n\nName of organisation: Oasis Centre\nFunding awarded: £12,000 per year for 2020/21 and 2021/22\nProject summary: Outreach to women",
     [("Oasis Centre", 12000, "Outreach to women", AWARDED)]),
    ("Decision record\n\nApplicant: Oasis Centre\nRequested: £15,000\nAwarded: £12,000\nProject: Outreach to women",
     [("Oasis Centre", 12000, "Outreach to women", AWARDED)]),
    ("Update\n\nThe following grants were awarded from the Youth Fund in 2019/20:\n- Hope Trust - £4,500 - boxing lessons\n- Choices - £2,000 - outreach\n- Total - £6,500",
     [("Hope Trust", 4500, "boxing lessons", AWARDED), ("Choices", 2000, "outreach", AWARDED)]),
    ("Update\n\nThe projects getting money in this round are:\n\n- Hope Trust – East Kent – work with young people who have been let off with a warning, with a mentor for each – £10,000\n\n- Choices – countywide – theatre in schools about knives – £7,250",
     [("Hope Trust", 10000, "East Kent – work with young people who have been let off with a warning, with a mentor for each", AWARDED), ("Choices", 7250, "countywide – theatre in schools about knives", AWARDED)]),
    ("Youth Fund\n\nHope Trust: £4,500 to run boxing lessons in Deal and to train two coaches.\nChoices: £2,000 to buy a van.\nDeal Town Council: £900 to put up lights.",
     [("Hope Trust", 4500, "to run boxing lessons in Deal and to train two coaches", AWARDED), ("Choices", 2000, "to buy a van", AWARDED), ("Deal Town Council", 900, "to put up lights", AWARDED)]),
    ("Successful projects\n\n£4,500 - Hope Trust - boxing lessons\n£2,000 - Choices - outreach\n£900 - Deal Town Council - lights",
     [("Hope Trust", 4500, "boxing lessons", AWARDED), ("Choices", 2000, "outreach", AWARDED), ("Deal Town Council", 900, "lights", AWARDED)]),
    ("RESOLVED - That the Committee make one-off payments to the charities below:\n\ni. Police Orphans Trust (£2,500)\nii. Royal Rescue Society (£2,500)\niii. MAY Trust (£1,000)",
     [("Police Orphans Trust", 2500, None, AWARDED), ("Royal Rescue Society", 2500, None, AWARDED), ("MAY Trust", 1000, None, AWARDED)]),
    ("2. The Commissioner spoke to the main points of the report on spending;\n\n- £9,500 contribution to Crimestoppers was good value as it brought in reports. He said he would go on.\n\n- £15,000 for a pilot of Restorative Justice – the Commissioner told Members what it does for victims.\n\n- £8k across a number of small victim services including Hope House and Swale Refuge.",
     [("Crimestoppers", 9500, None, SPENT), (None, 15000, "a pilot of Restorative Justice", SPENT), (None, 8000, "a number of small victim services including Hope House and Swale Refuge", SPENT)]),
    ("2018/19 Grant\nThe most that could be claimed from the Home Office in 2018/19 was £65,000. What was claimed in 2018/19 is set out below.\n\n(1) Staff £30,400.50\n(2) Members' travel £0\n(3) Room hire £1,200\nTotal claimed from the Home Office £31,600.50",
     [(None, 65000, None, AVAILABLE), (None, 30400.5, "Staff", RECEIVED), (None, 0, "Members' travel", RECEIVED), (None, 1200, "Room hire", RECEIVED)]),
    ("Vote for your project\n\nTwo projects in each of the 4 districts will each get £2,000\n\nOne project in each of the 4 districts will get £4,000\n\nTwo county-wide projects will each get £8,000",
     [("Two projects in each of the 4 districts", 2000, None, PLANNED), ("One project in each of the 4 districts", 4000, None, PLANNED), ("Two county-wide projects", 8000, None, PLANNED)]),
    ("Grants to partners\n\n- Hope Trust – £20,000 in 2014/15 and £30,000 in 2015/16\n- Choices – £5,000 in 2014/15 and £6,000 in 2015/16",
     [("Hope Trust", 20000, None, AWARDED), ("Hope Trust", 30000, None, AWARDED), ("Choices", 5000, None, AWARDED), ("Choices", 6000, None, AWARDED)]),
    ("The following grants have been agreed:\n- Hope Trust: £20k (2014/15), £30k (2015/16)\n- Choices: £5k (2014/15), £6k (2015/16)",
     [("Hope Trust", 20000, None, AWARDED), ("Hope Trust", 30000, None, AWARDED), ("Choices", 5000, None, AWARDED), ("Choices", 6000, None, AWARDED)]),
    ("The following projects were funded:\n- Hope Trust – £4,500 (match funding £1,000)\n- Choices – £2,000 (match funding £500)",
     [("Hope Trust", 4500, None, AWARDED), ("Choices", 2000, None, AWARDED)]),
    ("The following projects were funded:\n- Hope Trust – £4,500 (£9,000 requested)\n- Choices – £2,000 (£2,000 requested)",
     [("Hope Trust", 4500, None, AWARDED), ("Choices", 2000, None, AWARDED)]),
    ("The following groups will receive grants:\n- Hope Trust, for boxing lessons and for\ntraining two coaches - £4,500\n- Choices, for a van that\ngoes round villages - £2,000",
     [("Hope Trust", 4500, "for boxing lessons and for training two coaches", PLANNED), ("Choices", 2000, "for a van that goes round villages", PLANNED)]),
    ("Community Safety Partnerships\n\nThe Commissioner has allocated the following to the partnerships for 2016/17:\nAshford £32,000\nCanterbury £41,500\nDover £38,200\nTotal £111,700",
     [("Ashford", 32000, None, AWARDED), ("Canterbury", 41500, None, AWARDED), ("Dover", 38200, None, AWARDED)]),
    ("Funded projects include:\n- Hope Trust, which received £4,500 for boxing\n- Choices, which was granted £2,000 towards a summer project\n- Sahara in Deal was given £1,500 to provide counselling",
     [("Hope Trust", 4500, "boxing", RECEIVED), ("Choices", 2000, "a summer project", AWARDED), ("Sahara in Deal", 1500, "to provide counselling", AWARDED)]),
    ("Grant recipients\n\nHope Trust\nHope Trust will get £4,500 to run boxing lessons.\n\nChoices\nChoices will get £2,000 for a van.",
     [("Hope Trust", 4500, "to run boxing lessons", PLANNED), ("Choices", 2000, "a van", PLANNED)]),
    ("Charities\n\nRESOLVED that one-off grants of £1,000 be made to each of the following charities:\n- Hope Trust\n- Choices\n- Deal Hospice",
     [("each of the following charities", 1000, None, AWARDED)]),
    ("Community Safety Fund 2020/21\n\n- Hope Trust – £4,500\n- Choices – £2,000\n- Sub-total £6,500\n- Deal Cadets – £300\n- Total awarded: £6,800",
     [("Hope Trust", 4500, None, AWARDED), ("Choices", 2000, None, AWARDED), ("Deal Cadets", 300, None, AWARDED)]),
    ("The following bids were turned down:\n\n- Hope Trust – £4,500 – boxing\n- Choices – £2,000 – outreach",
     [("Hope Trust", 4500, "boxing", BID), ("Choices", 2000, "outreach", BID)]),
    ("The following applications have been received:\n\n- Hope Trust – £4,500 – boxing\n- Choices – £2,000 – outreach",
     [("Hope Trust", 4500, "boxing", BID), ("Choices", 2000, "outreach", BID)]),
    ("Contracts awarded\n\n- Victim Support – £1.2m – victims' service – April 2015 to March 2018\n- Remedi – £240,000 – restorative justice – three years",
     [("Victim Support", 1200000, "victims' service – April 2015 to March 2018", AWARDED), ("Remedi", 240000, "restorative justice – three years", AWARDED)]),
    ("1. Background\n\nIn 2022/23 these grant budgets were available to bid for:\n- £310,000 in the General Grants Scheme\n- £120,000 in the Road Safety Fund",
     [(None, 310000, "General Grants Scheme", AVAILABLE), (None, 120000, "Road Safety Fund", AVAILABLE)]),
    ("Grants paid in 2018\n\nHope Trust ........ £4,500\nChoices ........ £2,000\nDeal Cadets ........ £300",
     [("Hope Trust", 4500, None, SPENT), ("Choices", 2000, None, SPENT), ("Deal Cadets", 300, None, SPENT)]),
    ("Grants made\n\n1. Hope Trust, Deal £4,500\n2. Choices, Dover £2,000\n3. Deal Cadets £300",
     [("Hope Trust", 4500, "Deal", AWARDED), ("Choices", 2000, "Dover", AWARDED), ("Deal Cadets", 300, None, AWARDED)]),
    ("Grants made\n\nHope Trust (Deal) £4,500 – boxing\nChoices (Dover) £2,000 – outreach",
     [("Hope Trust", 4500, "boxing", AWARDED), ("Choices", 2000, "outreach", AWARDED)]),
    ("Grants made\n\nTo Hope Trust: £4,500 for boxing\nTo Choices: £2,000 for outreach",
     [("Hope Trust", 4500, "boxing", AWARDED), ("Choices", 2000, "outreach", AWARDED)]),
    ("Decisions\n\n- Award to Hope Trust of £4,500 for boxing\n- Award to Choices of £2,000 for outreach",
     [("Hope Trust", 4500, "boxing", AWARDED), ("Choices", 2000, "outreach", AWARDED)]),
    ("Community Fund winners\n\n- Hope Trust will receive £4,500 to run boxing lessons.\n- Choices will receive £2,000 to buy a van.",
     [("Hope Trust", 4500, "to run boxing lessons", PLANNED), ("Choices", 2000, "to buy a van", PLANNED)]),
    ("Community Fund winners\n\n- Hope Trust has been awarded £4,500 to run boxing lessons.\n- Deal Town Council was awarded £2,000 for lights.\n- Cadets in Dover got £300.",
     [("Hope Trust", 4500, "to run boxing lessons", AWARDED), ("Deal Town Council", 2000, "lights", AWARDED), ("Cadets in Dover", 300, None, AWARDED)]),
    ("Decision\n\nRecipient\nHope Trust\n\nAmount awarded\n£4,500\n\nPurpose of grant\nBoxing lessons",
     [("Hope Trust", 4500, "Boxing lessons", AWARDED)]),
    ("Decision\n\nRecipient | Hope Trust\nAmount awarded | £4,500\nPurpose of grant | Boxing lessons",
     [("Hope Trust", 4500, "Boxing lessons", AWARDED)]),
    ("Decision notice 2019/14\n\nSubject: Grant to Hope Trust\nDecision: To award Hope Trust £4,500 for boxing lessons from the Youth Fund.",
     [("Hope Trust", 4500, "boxing lessons from the Youth Fund", PLANNED)]),
    ("Decision notice 2019/14\n\nGrant recipient: Hope Trust\nGrant amount: £4,500\nGrant purpose: Boxing lessons\nGrant period: 2019/20",
     [("Hope Trust", 4500, "Boxing lessons", AWARDED)]),
    ("Crime and disorder reduction grants\n\nGrantee: Hope Trust\nValue of grant: £4,500\nWhat the grant is for: Boxing lessons\n\nGrantee: Choices\nValue of grant: £2,000\nWhat the grant is for: A van",
     [("Hope Trust", 4500, "Boxing lessons", AWARDED), ("Choices", 2000, "A van", AWARDED)]),
    ("Safer Streets Fund\n\nRound 1: £546,000 – Ashford\nRound 2: £320,000 – Dover\nRound 3: £410,000 – Margate and Cliftonville",
     [(None, 546000, "Round 1; Ashford", AWARDED), (None, 320000, "Round 2; Dover", AWARDED), (None, 410000, "Round 3; Margate and Cliftonville", AWARDED)]),
    ("The PCC has given the following grants from the Proceeds of Crime Fund:\n\n• £1,200 to Deal Scouts (tents)\n• £900 to Hope Trust (chairs)\n• £450 to St Anne's School (a fence)",
     [("Deal Scouts", 1200, "tents", AWARDED), ("Hope Trust", 900, "chairs", AWARDED), ("St Anne's School", 450, "a fence", AWARDED)]),
    ("The PCC has given the following grants from the Proceeds of Crime Fund:\n\n• Deal Scouts received £1,200 for tents;\n• Hope Trust received £900 for chairs; and\n• St Anne's School received £450 for a fence.",
     [("Deal Scouts", 1200, "tents", AWARDED), ("Hope Trust", 900, "chairs", AWARDED), ("St Anne's School", 450, "a fence", AWARDED)]),
    ("Grants given out so far are:\n\nAshford\n- Deal Scouts, £1,200\n- Hope Trust, £900\n\nDover\n- St Anne's School, £450\n- River Anglers, £300",
     [("Deal Scouts", 1200, None, AWARDED), ("Hope Trust", 900, None, AWARDED), ("St Anne's School", 450, None, AWARDED), ("River Anglers", 300, None, AWARDED)]),
    ("Winners of the Youth Fund are:\nDeal Scouts – tents (£1,200)\nHope Trust – chairs (£900)\nSt Anne's School – a fence (£450)",
     [("Deal Scouts", 1200, "tents", AWARDED), ("Hope Trust", 900, "chairs", AWARDED), ("St Anne's School", 450, "a fence", AWARDED)]),
    ("Youth Fund recipients 2016-17\n\nTents for camp - Deal Scouts - £1,200\nChairs - Hope Trust - £900\nA fence - St Anne's School - £450",
     [("Deal Scouts", 1200, "Tents for camp", AWARDED), ("Hope Trust", 900, "Chairs", AWARDED), ("St Anne's School", 450, "A fence", AWARDED)]),
    ("Youth Fund recipients\n\n£1,200\nDeal Scouts\nTents for the summer camp.\n\n£900\nHope Trust\nChairs and tables.",
     [("Deal Scouts", 1200, "Tents for the summer camp", AWARDED), ("Hope Trust", 900, "Chairs and tables", AWARDED)]),
    ("Youth Fund recipients\n\nDeal Scouts (£1,200)\nTents for the summer camp, which is open to all.\n\nHope Trust (£900)\nChairs and tables for the hall.",
     [("Deal Scouts", 1200, "Tents for the summer camp, which is open to all", AWARDED), ("Hope Trust", 900, "Chairs and tables for the hall", AWARDED)]),
    ("Youth Fund recipients\n\nDeal Scouts - £1,200\nTents for the summer camp, which is open to all.\n\nHope Trust - £900\nChairs and tables for the hall.\n\nRiver Anglers - £300\nRods.",
     [("Deal Scouts", 1200, "Tents for the summer camp, which is open to all", AWARDED), ("Hope Trust", 900, "Chairs and tables for the hall", AWARDED), ("River Anglers", 300, "Rods", AWARDED)]),
    ("The grants are:\n- ASB: Deal Council £12,000 (wardens), Swale Council £8,000 (lights)\n- Youth: Hope Trust £900 (chairs), River Anglers £300 (rods)",
     [("Deal Council", 12000, "wardens", AWARDED), ("Swale Council", 8000, "lights", AWARDED), ("Hope Trust", 900, "chairs", AWARDED), ("River Anglers", 300, "rods", AWARDED)]),
    ("Grant allocations to districts in 2013/14\n\nAshford - £32,000\nDover - £41,000\nThanet - £55,500\nMedway - £102,000",
     [("Ashford", 32000, None, AWARDED), ("Dover", 41000, None, AWARDED), ("Thanet", 55500, None, AWARDED), ("Medway", 102000, None, AWARDED)]),
    ("The Home Office has awarded these sums:\n- Kent £1.16m\n- Essex £1.16m\n- Sussex £880,000",
     [("Kent", 1160000, None, AWARDED), ("Essex", 1160000, None, AWARDED), ("Sussex", 880000, None, AWARDED)]),
    ("Funding has gone to:\n- Hope Trust: £20,000 per annum for three years\n- Choices: £15,000 p.a. for two years",
     [("Hope Trust", 20000, "three years", AWARDED), ("Choices", 15000, "two years", AWARDED)]),
    ("Money has been set aside for:\n- CCTV in Deal (£20,000)\n- Street lights (£15,000)\n- A youth shelter (£9,000)",
     [(None, 20000, "CCTV in Deal", PLANNED), (None, 15000, "Street lights", PLANNED), (None, 9000, "A youth shelter", PLANNED)]),
    ("The grant will be spent on:\n- CCTV in Deal - £20,000\n- Street lights - £15,000\n- A youth shelter - £9,000",
     [(None, 20000, "CCTV in Deal", PLANNED), (None, 15000, "Street lights", PLANNED), (None, 9000, "A youth shelter", PLANNED)]),
    ("Recipients of this year's Crime Prevention Fund:\n\nThe Ariel Centre – £12,000\nWill run workshops on online abuse in 12 schools.\n\nNorth Deal Neighbourhood Council – £9,500\nOutreach on the Mill estate.\n\nRoyal Theatre Trust – £14,000\nA play about gangs.",
     [("The Ariel Centre", 12000, "Will run workshops on online abuse in 12 schools", AWARDED), ("North Deal Neighbourhood Council", 9500, "Outreach on the Mill estate", AWARDED), ("Royal Theatre Trust", 14000, "A play about gangs", AWARDED)]),
    ("CSP funding 2024/25\n\n- Ashford Community Safety Partnership £30,000\n- Dover Community Safety Partnership £30,000\n- Cross-border projects £25,000\nTotal £85,000",
     [("Ashford Community Safety Partnership", 30000, None, AWARDED), ("Dover Community Safety Partnership", 30000, None, AWARDED), (None, 25000, "Cross-border projects", AWARDED)]),
    ("The PCC has agreed to provide the following funding over the next two years:\n- Year 1 (2015/16): £40,000\n- Year 2 (2016/17): £42,000",
     [(None, 40000, "Year 1; 2015/16", PLANNED), (None, 42000, "Year 2; 2016/17", PLANNED)]),
    ("Six bids for the Innovation Fund have been won:\n\n- Digital evidence (£350,000)\n- Drones (£120,000)\n- Mental health triage (£410,500)",
     [(None, 350000, "Digital evidence", AWARDED), (None, 120000, "Drones", AWARDED), (None, 410500, "Mental health triage", AWARDED)]),
    ("Bids worth £880,500 have been made to the Innovation Fund:\n\n- Digital evidence (£350,000)\n- Drones (£120,000)\n- Mental health triage (£410,500)",
     [(None, 880500, "Innovation Fund", BID), (None, 350000, "Digital evidence", BID), (None, 120000, "Drones", BID), (None, 410500, "Mental health triage", BID)]),
    ("Recommendation\n\nThat the PCC gives £1,500 to Deal Sea Cadets for lifejackets;\nThat the PCC gives £900 to Otter Scouts for tents.",
     [("Deal Sea Cadets", 1500, "lifejackets", AWARDED), ("Otter Scouts", 900, "tents", AWARDED)]),
    ("Police Property Act Fund – donations agreed in July\n\n1.\tDeal Sea Cadets\t£1,500\tlifejackets\n2.\tOtter Scouts\t£900\ttents",
     [("Deal Sea Cadets", 1500, "lifejackets", AWARDED), ("Otter Scouts", 900, "tents", AWARDED)]),
    ("The latest groups to be given money are:\n\nDeal Sea Cadets, who get £1,500 for lifejackets.\nOtter Scouts, who get £900 for tents.\nPier Café, which gets £400 for a sign.",
     [("Deal Sea Cadets", 1500, "lifejackets", PLANNED), ("Otter Scouts", 900, "tents", PLANNED), ("Pier Café", 400, "a sign", PLANNED)]),
    ("The groups sharing the money are Deal Sea Cadets (£1,500), Otter Scouts (£900), Pier Café (£400) and Sandwich Twinning (£250).",
     [("Deal Sea Cadets", 1500, None, AWARDED), ("Otter Scouts", 900, None, AWARDED), ("Pier Café", 400, None, AWARDED), ("Sandwich Twinning", 250, None, AWARDED)]),
    ("Successful organisations:\n* Deal Sea Cadets: Lifejackets £1,500\n* Otter Scouts: Tents £900\n* Pier Café: Sign £400",
     [("Deal Sea Cadets", 1500, "Lifejackets", AWARDED), ("Otter Scouts", 900, "Tents", AWARDED), ("Pier Café", 400, "Sign", AWARDED)]),
    ("Awards from the PCC's fund:\n\nDeal Sea Cadets (Deal)\n£1,500 for lifejackets\n\nOtter Scouts (Ashford)\n£900 for tents\n\nPier Café (Herne Bay)\n£400 for a sign",
     [("Deal Sea Cadets", 1500, "lifejackets", AWARDED), ("Otter Scouts", 900, "tents", AWARDED), ("Pier Café", 400, "a sign", AWARDED)]),
    ("Youth Fund – who got what\n\nOrganisation: Deal Sea Cadets; Amount: £1,500; Project: Lifejackets\nOrganisation: Otter Scouts; Amount: £900; Project: Tents",
     [("Deal Sea Cadets", 1500, "Lifejackets", AWARDED), ("Otter Scouts", 900, "Tents", AWARDED)]),
    ("The PCC's decision was to award:\na) £1,500 to Deal Sea Cadets;\nb) £900 to Otter Scouts; and\nc) £400 to Pier Café.",
     [("Deal Sea Cadets", 1500, None, PLANNED), ("Otter Scouts", 900, None, PLANNED), ("Pier Café", 400, None, PLANNED)]),
    ("Projects supported in 2012-13\n\nDEAL\nDeal Sea Cadets - £1,500 - lifejackets\nWalmer Brass - £300 - music\n\nASHFORD\nOtter Scouts - £900 - tents\nPark Friends - £250 - bulbs",
     [("Deal Sea Cadets", 1500, "lifejackets", AWARDED), ("Walmer Brass", 300, "music", AWARDED), ("Otter Scouts", 900, "tents", AWARDED), ("Park Friends", 250, "bulbs", AWARDED)]),
    ("Grants of £500 each were given to Deal Sea Cadets, Otter Scouts and Pier Café.",
     [("Deal Sea Cadets, Otter Scouts and Pier Café", 500, None, AWARDED)]),
    ("The Ministry of Justice grant of £750,000 breaks down as follows:\n- £450,000 for domestic abuse services\n- £210,000 for ISVAs\n- £90,000 for rape support centres",
     [(None, 750000, None, AWARDED), (None, 450000, "domestic abuse services", AWARDED), (None, 210000, "ISVAs", AWARDED), (None, 90000, "rape support centres", AWARDED)]),
    ("The Commissioner's grants this quarter:\n\n• £5k – Deal Sea Cadets – lifejackets\n• £2.5k – Otter Scouts – tents",
     [("Deal Sea Cadets", 5000, "lifejackets", AWARDED), ("Otter Scouts", 2500, "tents", AWARDED)]),
    ("Grant awards\n\nDeal Sea Cadets\nGrant awarded: £1,500\nMatch funding: £700\nLifejackets\n\nOtter Scouts\nGrant awarded: £900\nMatch funding: £100\nTents",
     [("Deal Sea Cadets", 1500, None, AWARDED), ("Otter Scouts", 900, None, AWARDED)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "awards"), FAMILIES)
def test_lists_and_lines_tell_who_got_how_much_for_what(
    text: str, awards: list[tuple[str | None, float, str | None, str]]
) -> None:
    assert told(text) == awards


@pytest.mark.parametrize(
    "text",
    [
        "Spending plan\n\n- Staff costs - £400,000\n- Premises - £30,000\n- Total - £430,000",
        "The savings are:\n- Fleet – £40,000\n- Estates – £30,000",
        "Losses to fraud\n\nRomance fraud: £40,000\nCourier fraud: £30,000",
        "Seizures\n\nOperation Fox - £5000 Operation Hen - £4000 Operation Dog - £300",
        "Unsuccessful applications\n\n- Hope Trust – £4,500 – boxing\n- Choices – £2,000 – outreach",
        "Crime figures\n\nThe cost of crime in:\n- Deal: £20,000\n- Dover: £15,000",
        "Fees\n\nApplication fee: £25\nSurvey fee: £40",
        "Expenses of Members\n\nCllr Ann Lee - £120.40\nCllr Bob Moss - £80",
        "How to apply\n\nTier 1: £500 to £1,000\nTier 2: £1,000 to £5,000",
        "Property found\n\nWatches: £1,000\nRings: £300",
        "Reserves\n\nInsurance reserve: £1,000,000\nCapital reserve: £300,000",
        "Grants\n\nUp to £5,000 for small groups\nUp to £20,000 for charities",
    ],
)
def test_lists_of_what_nobody_was_given(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("name", "taker"),
    [
        ("Hope Trust", True),
        ("Otter Scouts", True),
        ("2nd Deal Scout Group", True),
        ("Friends of Hythe Park", True),
        ("Deal RFC", True),
        ("Mind in Deal", True),
        ("Walmer Brass Band", True),
        ("Police Cadets", False),
        ("Street lights", False),
        ("CCTV in Deal", False),
        ("Digital Evidence", False),
        ("Round 2", False),
    ],
)
def test_names_of_groups_that_are_given_money(name: str, taker: bool) -> None:
    assert names_taker(name) is taker


def test_a_list_takes_its_fund_from_its_lead_where_that_names_one() -> None:
    both = "The Commissioner awards from the Community Safety Fund and the Children and Young People Fund:"
    one = "The Commissioner awards from the Community Safety Fund in 2019/20:"
    lines = "\n\n- £1,500 to Deal Sea Cadets for tents\n- £900 to Hope Trust for chairs"
    assert {(a.fund, a.year) for a in awards_in(both + lines)} == {(None, None)}
    assert {(a.fund, a.year) for a in awards_in(one + lines)} == {("Community Safety Fund", "2019/20")}


def test_a_line_over_a_part_of_a_paper_names_the_fund_of_its_awards() -> None:
    text = (
        "Applications to the Community Safety Fund:\n\nTo award Hope Trust £3,100 towards murals.\n\n"
        "Applications to the Youth Fund:\n\nTo award Deal Sea Cadets £900 for tents.\n\n"
        "Recommendation:\n\nThe Commissioner also gave £50 to Hope Trust."
    )
    assert [(a.amount, a.fund) for a in awards_in(text)] == [
        (3100, "Community Safety Fund"),
        (900, "Youth Fund"),
        (50, None),
    ]


def test_years_in_a_line_are_awards_of_their_own() -> None:
    text = (
        "Grants to partners\n\n- Hope Trust – £20,000 in 2014/15 and £30,000 in 2015/16\n- Choices – £5,000 in 2014/15"
    )
    assert [(a.recipient, a.amount, a.year) for a in awards_in(text)] == [
        ("Hope Trust", 20000, "2014/15"),
        ("Hope Trust", 30000, "2015/16"),
        ("Choices", 5000, "2014/15"),
    ]


IN_BRACKETS = [
    ("Groups that received funding include Hope Trust (£1,500), Choices (£900) and Otter Scouts (£400).", ["Hope Trust", "Choices", "Otter Scouts"]),
    ("The groups sharing the money are Otter Scouts (£900), Pier Café (£400) and Deal Twinning (£250).", ["Otter Scouts", "Pier Café", "Deal Twinning"]),
    ("Other grants went to Hope Trust (£1,500), Otter Scouts (£900) and the Pier Café (£400).", ["Hope Trust", "Otter Scouts", "Pier Café"]),
    ("Hope Trust, £1,500, Otter Scouts, £900, and Pier Café, £400, have all been awarded grants.", ["Hope Trust", "Otter Scouts", "Pier Café"]),
    ("The winners were Otter Scouts (£900 for tents), Pier Café (£400 for a sign) and Hope Trust (£1,500).", ["Otter Scouts", "Pier Café", "Hope Trust"]),
    ("The award was to Bands A (£100), B (£200) and C (£300).", []),
    ("The fund includes Operation Fox (£12,000), Digital Evidence (£90,000) and Taser (£40,000).", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "takers"), IN_BRACKETS)
def test_names_with_amounts_in_brackets_share_what_is_said_before_or_behind_them(text: str, takers: list[str]) -> None:
    assert [a.recipient for a in awards_in(text) if a.recipient] == takers
