"""Awards told by the build of their clauses: takers and purposes that have no names, verbs of every kind, in our own words."""

from __future__ import annotations

import re

import pytest

from extract.awards.clauses import Clause, clause_of
from extract.awards.passages import find_prose_awards
from growth import grows_with_its_length
from laid_out import laid_out
from schema.reading import Identity

Told = tuple[float, str, str | None, str | None, str | None, str | None]


def _told(text: str) -> list[Told]:
    """Amount, step, who gets it, who gives it, fund and purpose of each award."""
    found = find_prose_awards(laid_out(text).blocks, Identity(force="kent"))
    return [(a.amount, a.status, a.recipient, a.funder, a.fund, a.purpose) for a in found]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ('A charity that helps victims of stalking has been given £45,000 by the Mayor.', [(45000, 'awarded', 'A charity that helps victims of stalking', 'Mayor', None, None)]),
        ('Services which support children after abuse were granted £325,400 by the Commissioner.', [(325400, 'awarded', 'Services which support children after abuse', 'Commissioner', None, None)]),
        ('Every school in Medway will get £1,500 for lessons on knives.', [(1500, 'planned', 'school in Medway', None, None, 'lessons on knives')]),
        ('Sports grounds across Derbyshire shared almost £115,000 towards repairs.', [(115000, 'awarded', 'Sports grounds across Derbyshire', None, None, 'repairs')]),
        ('A boxing club in Crewe has received a £10,000 donation from the Police Property Act Fund.', [(10000, 'received', 'A boxing club in Crewe', None, 'Police Property Act Fund', None)]),
        ('Each parish was initially allocated a sum of £1,000.', [(1000, 'awarded', 'Each parish', None, None, None)]),
        ('Clubs given £60,000 by PCC', [(60000, 'awarded', 'Clubs', 'PCC', None, None)]),
        ('The VRU put in a bid in March and were awarded £13.6m.', [(13600000, 'awarded', 'VRU', None, None, None)]),
        ('For 2015/16 the PCC for Surrey was allocated £1.4m in funding by the Ministry of Justice to commission services for victims.', [(1400000, 'awarded', 'PCC for Surrey', 'Ministry of Justice', None, 'to commission services for victims')]),
        ("South Yorkshire's Violence Reduction Unit will again receive £1.6m.", [(1600000, 'awarded', "South Yorkshire's Violence Reduction Unit", None, None, None)]),
        ('The Home Office has awarded police and crime commissioners a further £42m through the Safer Streets Fund.', [(42000000, 'awarded', 'police and crime commissioners', 'Home Office', 'Safer Streets Fund', None)]),
        ("The government gave £880,000 to the Commissioner's office to run a violence reduction unit.", [(880000, 'awarded', "Commissioner's office", 'government', None, 'to run a violence reduction unit')]),
        ('Around £105,000 is being handed to a new youth unit in Portsmouth.', [(105000, 'awarded', 'a new youth unit in Portsmouth', None, None, None)]),
        ('Almost £15,000, raised from the sale of unclaimed bicycles, has been donated to worthy causes in the county.', [(15000, 'awarded', 'worthy causes in the county', None, None, None)]),
        ("£1,028,900 has been dished out to 876 youth clubs and residents' associations.", [(1028900, 'awarded', "876 youth clubs and residents' associations", None, None, None)]),
        ('More than £1m each went to Cleveland, Norfolk and North Wales.', [(1000000, 'awarded', 'Cleveland, Norfolk and North Wales', None, None, None)]),
        ('Up to £400,000 will be invested in community projects that support the plan.', [(400000, 'planned', None, None, None, 'community projects that support the plan')]),
        ('The grant, worth £50,000, was awarded to Kent Fire and Rescue for home safety visits.', [(50000, 'awarded', 'Kent Fire and Rescue', None, None, 'home safety visits')]),
        ('Some £30,000 of this will go to Project Salus.', [(30000, 'planned', 'Project Salus', None, None, None)]),
        ('The £10,000 funding will help the club buy gloves and mats.', [(10000, 'awarded', None, None, None, 'the club buy gloves and mats')]),
        ('The money, £432,000 over two years, will pay for three advisers.', [(432000, 'awarded', None, None, None, 'three advisers')]),
        ('Money from the fund (£8,000) will be used to employ a youth worker in Dover.', [(8000, 'awarded', None, None, None, 'to employ a youth worker in Dover')]),
        ('£1.4m from the Ministry of Justice is funding advisers for survivors of rape.', [(1400000, 'awarded', None, 'Ministry of Justice', None, 'advisers for survivors of rape')]),
        ('Ministers announced £10.1m going towards rape support centres.', [(10100000, 'awarded', None, None, None, 'rape support centres')]),
        ('Last year we spent £2.1m on services for victims.', [(2100000, 'spent', None, None, None, 'services for victims')]),
        ('The PCC spent £45,000 of the grant on mentors.', [(45000, 'spent', None, 'PCC', None, 'mentors')]),
        ('The bid will see £1.1m spent on cameras in two towns.', [(1100000, 'planned', None, None, None, 'cameras in two towns')]),
        ('Bids worth £1.2m were received for a fund of £400,000.', [(1200000, 'bid', None, None, None, 'a fund'), (400000, 'available', None, None, None, 'a fund')]),
        ('The academy successfully applied for £2,500 to buy a boxing ring.', [(2500, 'awarded', 'academy', None, None, 'to buy a boxing ring')]),
        ('The PCC agreed to a request from Kent Fire and Rescue Service for £15,000 towards a safety centre.', [(15000, 'awarded', 'Kent Fire and Rescue Service', 'PCC', None, 'a safety centre')]),
        ('Remedi has been commissioned to run the service at £210,000 per annum.', [(210000, 'awarded', 'Remedi', None, None, None)]),
        ("Victim Support's contract, worth £1.3m a year, has been extended by two years.", [(1300000, 'awarded', 'Victim Support', None, None, None)]),
        ("Family Matters' award of £36,000 will pay for two advisers.", [(36000, 'planned', 'Family Matters', None, None, 'two advisers')]),
        ('A three-year contract worth £900,000 has been awarded to We Are With You to help people off drugs.', [(900000, 'awarded', 'We Are With You', None, None, 'to help people off drugs')]),
        ('The Hope Centre received £12,000 towards a minibus, while Remedi was given £8,000 for mediation.', [(12000, 'received', 'Hope Centre', None, None, 'a minibus'), (8000, 'awarded', 'Remedi', None, None, 'mediation')]),
        ('The OPCC secured an extra £300,000 for advisers in courts from the Ministry of Justice.', [(300000, 'awarded', 'OPCC', 'Ministry of Justice', None, 'advisers in courts')]),
        ('The Government has agreed to fund three Kent bids worth a total of £992,655.', [(992655, 'planned', None, 'Government', None, 'three Kent bids')]),
        ('The OPFCC increases this amount by £334,000 to widen what victims are offered.', [(334000, 'awarded', None, 'OPFCC', None, 'to widen what victims are offered')]),
        ('The total funding for our commissioned services in the next financial year will be £9.2m and a third of it will go to Victim Support.', [(9200000, 'awarded', None, None, None, 'our commissioned services')]),
        ('This paper seeks approval for the allocation of £807,000 to four projects.', [(807000, 'planned', 'four projects', None, None, None)]),
        ('It builds on nearly £3m acquired from the Safer Streets Fund.', [(3000000, 'received', None, None, 'Safer Streets Fund', 'Safer Streets Fund')]),
        ('The PCC approved a proposal from the Fire Service for the remaining £39,000 to help a road safety charity.', [(39000, 'awarded', 'Fire Service', 'PCC', None, 'to help a road safety charity')]),
        ('The Ministry of Justice announced an additional £12m to fund these advisers until 2023.', [(12000000, 'awarded', None, 'Ministry of Justice', None, 'to fund these advisers')]),
        ('Mind was awarded £12,500 from the Prevention Fund for 2017-18 followed by £12,400 in 2018-19 to work in schools.', [(12500, 'awarded', 'Mind', None, 'Prevention Fund', 'to work in schools'), (12400, 'awarded', 'Mind', None, 'Prevention Fund', 'to work in schools')]),
        ('Funding for stalking advisers has risen to £210,000.', [(210000, 'awarded', None, None, None, 'stalking advisers')]),
        ('The Home Office is making up to £22m available over two years to Police and Crime Commissioners.', [(22000000, 'available', 'Police and Crime Commissioners', 'Home Office', None, None)]),
        ('The PCC funds two posts in the rape crisis centre with £54,000 a year.', [(54000, 'awarded', None, 'PCC', None, 'two posts in the rape crisis centre')]),
        ('The grants will support 39 organisations with total funding of £105,520.', [(105520, 'planned', '39 organisations', None, None, None)]),
        ('A £25,000 grant from the Commissioner has enabled Age UK Bexley to recruit a fraud adviser.', [(25000, 'awarded', 'Age UK Bexley', 'Commissioner', None, 'to recruit a fraud adviser')]),
        ("The Commissioner's £25,000 grant means Age UK Bexley can recruit a fraud adviser.", [(25000, 'awarded', 'Age UK Bexley', 'Commissioner', None, None)]),
        ('Harbour, a domestic abuse charity, has had its grant of £95,000 renewed for a year.', [(95000, 'awarded', 'Harbour', None, None, None)]),
        ('The largest grant, of £20,000, went to Foundation for its housing work and the smallest, £450, to Pickering Scouts.', [(20000, 'awarded', 'Foundation', None, None, 'its housing work'), (450, 'awarded', 'Pickering Scouts', None, None, None)]),
        ('Nearly £3m will be spent over the next three years on work with perpetrators.', [(3000000, 'planned', None, None, None, 'work with perpetrators')]),
        ('The PCC will be investing £1m from reserves in crime prevention.', [(1000000, 'planned', None, 'PCC', 'reserves', 'crime prevention')]),
        ('The Panel supported the proposal to allocate £250,000 to rural crime.', [(250000, 'planned', None, None, None, 'rural crime')]),
        ("Of the £70m, West Midlands' share was £3.37m.", [(3370000, 'awarded', 'West Midlands', None, None, None)]),
        ('The PCC put £80,000 towards the cost of the hub, with the county council adding as much.', [(80000, 'awarded', None, 'PCC', None, 'cost of the hub, with the county council adding as much')]),
        ('Mind in Bradley got £4,995 towards counselling, Kirkby Scouts £2,150 for tents and the Haven £3,500 to repair its roof.', [(4995, 'awarded', 'Mind in Bradley', None, None, 'counselling'), (2150, 'awarded', 'Kirkby Scouts', None, None, 'tents'), (3500, 'awarded', 'Haven', None, None, 'to repair its roof')]),
        ('The PCC gave Hope Trust £12,000 for a minibus and Remedi £8,000 for mediation.', [(12000, 'awarded', 'Hope Trust', 'PCC', None, 'a minibus'), (8000, 'awarded', 'Remedi', 'PCC', None, 'mediation')]),
        ('Burnley received £25,000 for CCTV and Pendle £18,000 for lighting.', [(25000, 'received', 'Burnley', None, None, 'CCTV'), (18000, 'received', 'Pendle', None, None, 'lighting')]),
        ('Among the winners were Swale Youth Hub, which received £4,000 for boxing kit, and Deal Rangers FC, which got £2,500 for goals.', [(4000, 'received', 'Swale Youth Hub', None, None, 'boxing kit'), (2500, 'awarded', 'Deal Rangers FC', None, None, 'goals')]),
        ('Elmore Community Services received £92,000 to run a service for victims, while Remedi received £18,000 to mediate.', [(92000, 'received', 'Elmore Community Services', None, None, 'to run a service for victims'), (18000, 'received', 'Remedi', None, None, None)]),
        ('The Commissioner has been successful in bids worth £432,000 (Margate) and £315,000 (Dover).', [(432000, 'awarded', None, None, None, 'Margate'), (315000, 'awarded', None, None, None, 'Dover')]),
        ('A bid of £315,000 for Dover would pay for cameras and lights.', [(315000, 'bid', None, None, None, 'Dover')]),
        ('A £1m pot has been handed out to 60 groups by the PCC since 2013.', [(1000000, 'awarded', '60 groups', 'PCC', None, None)]),
        ('Since 2013 a pot of £1m has been shared by 60 groups.', [(1000000, 'awarded', '60 groups', None, None, None)]),
        ('"We\'ve been given £3,000 by the Commissioner to mend the roof," said Ms Jones.', [(3000, 'awarded', None, 'Commissioner', None, 'to mend the roof')]),
        ('The funding awarded for 2024/25 totalled £546,830 and was split between labour costs: £211,864 and non-labour costs: £334,966.', [(546830, 'awarded', None, None, None, None), (211864, 'awarded', None, None, None, 'labour costs'), (334966, 'awarded', None, None, None, 'non-labour costs')]),
    ],
)  # fmt: skip
def test_who_takes_and_what_for_by_their_place_in_the_clause(text: str, awards: list[Told]) -> None:
    assert _told(text) == awards


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("A refuge in Thanet was granted £9,000 by the Home Office", Clause("Home Office", "A refuge in Thanet", None)),
        ("It was granted £9,000", Clause(None, None, None)),
        ("£9,000 will support mentoring in schools", Clause(None, None, "support mentoring in schools")),
        ("The Commissioner said that £9,000 is a lot", None),
        ("£9m will fund the pay award", None),
        ("Residents have invested £9m in solar panels", None),
    ],
)
def test_the_clause_of_an_amount(text: str, clause: Clause | None) -> None:
    amount = re.search(r"£[\d,.]+\w*", text)
    assert amount is not None
    assert clause_of(text[: amount.start()], text[amount.end() :]) == clause


@pytest.mark.parametrize(
    "text",
    [
        "£6.6m went on pay, £2m on technology and £2.5m on the front line.",
        "£4.5m will be spent on new vehicles.",
        "The Commissioner asked whether residents would pay £16 more a year.",
        "Ministers gave forces £900m.",
        "The couple were given £2,000 by fraudsters.",
        "The gang was ordered to pay £1.3m.",
        "The county is set to lose £1.2m of funding.",
        "The PCC has been given £1.2m less than last year.",
        "The force will use £2m of reserves to balance the budget.",
        "The intention is to release £44 million of them for investment over four years.",
    ],
)
def test_money_that_nobody_is_given_for_a_purpose(text: str) -> None:
    assert _told(text) == []


def test_a_long_clause_is_read_in_the_time_of_its_length() -> None:
    def read(times: int) -> None:
        clause_of(
            "the Hope Trust and the Mercy Group which was granted " * times,
            " of funding to the Hope Trust and " * times,
        )

    assert grows_with_its_length(read, 200)
