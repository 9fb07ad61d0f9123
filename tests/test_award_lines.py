"""Awards in lists and lines of text that are no table, in the families of layouts that papers print them in.

Each text is one paper of a few lines; beside it is who got how much for what, and at which step.
"""

from __future__ import annotations

import pytest

from extract.awards.passages import find_prose_awards
from extract.awards.tables import find_table_awards
from extract.blocks import TableBlock
from extract.tables.kinds import table_kind
from extract.times.periods import PeriodContext
from laid_out import laid_out
from schema.reading import Award, Identity

AWARDED, PLANNED, AVAILABLE, RECEIVED, SPENT = "awarded", "planned", "available", "received", "spent"
_WHO = Identity(force="kent", body="Police and Crime Panel")


def awards_in(text: str) -> list[Award]:
    """The awards of a paper of these lines, those of its tables last."""
    blocks = laid_out(text).blocks
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
    ("Grant recipients\n\nHope Trust\nHope Trust will get £4,500 to run boxing lessons.\n\nChoices\nChoices will get £2,000 for a van.",
     [("Hope Trust", 4500, "to run boxing lessons", PLANNED), ("Choices", 2000, "a van", PLANNED)]),
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
    ],
)
def test_lists_of_what_nobody_was_given(text: str) -> None:
    assert told(text) == []
