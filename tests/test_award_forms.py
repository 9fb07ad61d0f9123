"""Awards that no verb of giving tells: lists, shares, bids, funds that money comes out of."""

from __future__ import annotations

import pytest

from extract.awards.sentences import awards_of_text
from extract.times.periods import PeriodContext

#: The sentence; amount, status, recipient, purpose and fund of each award.
FORMS: list[tuple[str, list[tuple[float, str, str | None, str | None, str | None]]]] = [
    ("From the Community Fund came £4,200 for boxing lessons.", [(4200, "awarded", None, "boxing lessons", "Community Fund")]),
    ("Out of the Safer Towns Fund went £8,000 to street lighting.", [(8000, "awarded", None, "street lighting", "Safer Towns Fund")]),
    ("The £90,000 for the refuge comes out of the Hope Fund.", [(90000, "awarded", None, "refuge", "Hope Fund")]),
    ("The £90,000 needed for the refuge is met from the Hope Fund.", [(90000, "awarded", None, "refuge", "Hope Fund")]),
    ("The Hope Centre's share is £12,000 and Remedi's £8,000.", [(12000, "awarded", "Hope Centre", None, None), (8000, "awarded", "Remedi", None, None)]),
    ("Four youth clubs had £2,000 each from the Community Fund.", [(2000, "awarded", "Four youth clubs", None, "Community Fund")]),
    ("The largest sum, £60,000, was for Remedi.", [(60000, "awarded", "Remedi", None, None)]),
    ("Safe in Town - £6,200 to Brighton Street Pastors.", [(6200, "awarded", "Brighton Street Pastors", "Safe in Town", None)]),
    ("Youth work: £9,000 to Hope Trust", [(9000, "awarded", "Hope Trust", "Youth work", None)]),
    ("Surrey's own bid, made up of five projects, came to £2.02m.", [(2020000, "bid", "Surrey", None, None)]),
    ("Two national pots were opened: together they hold £19.45m.", [(19450000, "available", None, "Two national pots", None)]),
    ("The commissioner's grants of £299,213 were made for 2024/25, against a budget of £300,000.", [(299213, "awarded", None, "commissioner's grants", None)]),
    ("The drugs service takes £90,000 of the Community Safety Grant.", [(90000, "awarded", None, "drugs service", "Community Safety Grant")]),
    ("An extra £38,793 pays for advisors, rising to £55,759 a year from 2023/24.", [(38793, "awarded", None, "advisors", None), (55759, "planned", None, "advisors", None)]),
    ("Hove Boxing Club (£4,300), Lewes Trust (£2,150) and Crawley House (£5,000) shared the second round.", [(4300, "awarded", "Hove Boxing Club", None, None), (2150, "awarded", "Lewes Trust", None, None), (5000, "awarded", "Crawley House", None, None)]),
    ("Hove Boxing Club £4,300 and Lewes Trust £2,150 were successful.", [(4300, "awarded", "Hove Boxing Club", None, None), (2150, "awarded", "Lewes Trust", None, None)]),
    ("Money for the Hope Centre (£12,000) and Remedi (£8,000) was also agreed.", [(12000, "awarded", "Hope Centre", None, None), (8000, "awarded", "Remedi", None, None)]),
    ("Among the awards: Hope Centre, £12,000; Remedi, £8,000.", [(12000, "awarded", "Hope Centre", None, None), (8000, "awarded", "Remedi", None, None)]),
    ("Three sums were set aside: £12,000 (mentoring), £9,500 (lighting) and £4,000 (cadets).", [(12000, "planned", None, "mentoring", None), (9500, "planned", None, "lighting", None), (4000, "planned", None, "cadets", None)]),
    ("Two grants were made: £12,000 (mentoring) and £9,500 (lighting).", [(12000, "awarded", None, "mentoring", None), (9500, "awarded", None, "lighting", None)]),
    ("Part of the Hope Fund is passed to a Fund Manager: £1,482,332 in the first year and £1,536,986 in the second.", [(1482332, "awarded", "Fund Manager", None, "Hope Fund"), (1536986, "awarded", "Fund Manager", None, "Hope Fund")]),
    ("Wave three (2017): £900,000 for 31 projects in nine forces.", [(900000, "awarded", "31 projects", None, None)]),
    ("First round – £60,000 to twelve clubs.", [(60000, "awarded", "twelve clubs", None, None)]),
    ("When the winners were told it was £700,000, to nineteen districts.", [(700000, "awarded", "nineteen districts", None, None)]),
    ("With the winter scheme, 18 charities shared more than £90,000: five on knives and 13 on drugs.", [(90000, "awarded", "18 charities", None, None)]),
    ("Small grants were made so that clubs could reopen; Otley Cadets in Leeds, for instance, had £600 for tents.", [(600, "awarded", "Otley Cadets in Leeds", "tents", None)]),
    ("Victim Support will have £90,000 a year for three years.", [(90000, "planned", "Victim Support", None, None)]),
    ("£75,000 has been approved for a mentoring scheme.", [(75000, "awarded", None, "a mentoring scheme", None)]),
    ("Gwent announced £90,000 on 3 May 2019, to be had in amounts of £50 to £2,000 by those who applied.", [(90000, "available", None, None, None)]),
    ("The fund from which they were paid held £61,500 in 2016/17.", [(61500, "available", None, None, None)]),
    ("A Covid grant of £310,000 came in after the accounts had been closed.", [(310000, "received", None, "Covid grant", None)]),
    ("In Powys: Brecon Youth Club (£400), Builth Cadets (£350), 2nd Hay Scout Group (£212.50). Six awards came to £1,900.", [(400, "awarded", "Brecon Youth Club", None, None), (350, "awarded", "Builth Cadets", None, None), (212.5, "awarded", "2nd Hay Scout Group", None, None)]),
    # The panel's own grant is money received for a purpose, and what may be claimed of it is available.
    ("The maximum that may be claimed for the Panel's costs is £66,180.", [(66180, "available", None, "the Panel's costs", None)]),
    ("The Home Office grant for the Panel is £70,600 for the year.", [(70600, "awarded", None, "the Panel", None)]),
    ("The Deputy Mayor accepted a grant of £16,000 for victims, and the commitment of £2,500 towards refuges.", [(16000, "awarded", "Deputy Mayor", "victims", None), (2500, "planned", None, "refuges", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "awards"), FORMS)
def test_an_award_without_a_verb_of_giving(
    text: str, awards: list[tuple[float, str, str | None, str | None, str | None]]
) -> None:
    found = awards_of_text(text, PeriodContext())
    assert [(a.amount, a.status, a.recipient, a.purpose, a.fund) for a in found] == awards


@pytest.mark.parametrize(
    "text",
    [
        "The General Fund held £12.4m at the end of March.",
        "Sussex Police will have £4m a year over three years.",
        "There is £3m to spend on vehicles and fuel.",
        "It was £2.1m, for three new cells.",
        "Round the county: £40m for policing.",
        "Partners owe: Hove Council (£4,000), Lewes Council (£3,000), Worthing Council (£2,000).",
        "Bids in amounts of £500 to £5,000 were invited.",
        "Eleven awards made £25,047 in all.",
        "The budget has £4m for premises (£2m), fleet (£1m) and ICT (£1m).",
        "Kent - £93.33 to Band D payers.",
        "The largest item, £60m, was for Pay.",
        "Surrey's share is £1.2m of the shortfall.",
        "The sum of £2m is there for inflation.",
        "The force's bid to cut costs came to £3m.",
        "Dorset had £2m from the sale of the Fund's shares.",
        "The reserve holds £12.4m.",
        "Operation Fish (£12,000 of cash seized) and Operation Bird (£8,000) shared the same team.",
        "An extra £1.2m pays for the pay award.",
        "An extra £1.2m pays for 20 officers.",
        "The extra £5 on Band D pays for call handlers.",
        "Of the savings, Estates (£1m) and Vehicles (£2m) were agreed.",
        "Band A (£89.55), Band B (£104.48) and Band D (£134.33) were agreed.",
        "Officers (£2m) and PCSOs (£1m) were the largest lines.",
        "Fines: Dorset £400, Kent £300 and Surrey £200 were received by the court.",
        "In total: £12,000 (mileage), £9,500 (training).",
        "Fuel takes £900,000 of the transport budget.",
        "The Board agreed £1.682m of growth that had not been in the budget.",
        "2017/18: grant of £222.7m, a cash reduction of £3.0m.",
        "Three savings were set aside: £12,000 (mentoring), £9,500 (lighting).",
        "That is on top of £365,041 notified earlier for the same purpose.",
    ],
)
def test_what_is_no_award(text: str) -> None:
    assert awards_of_text(text, PeriodContext()) == []
