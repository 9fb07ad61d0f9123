"""Figures from sentences: each wording as printed, and the figures that it states; and the numbers that state none."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.prose.figures import find_prose_observations
from extract.wording import word_set
from laid_out import laid_out
from schema.reading import Identity, Observation

LANCASHIRE = Identity(force="lancashire", meeting_date=dt.date(2020, 9, 15))


def read(text: str, identity: Identity = LANCASHIRE) -> list[Observation]:
    return find_prose_observations(laid_out(text).blocks, identity)


def told(text: str) -> list[tuple[str, float | None, str | None, str]]:
    return [(o.label, o.value, o.unit, o.statistic) for o in read(text)]


def timed(text: str) -> list[tuple[float | None, str]]:
    return [(o.value, f"{o.period.start}..{o.period.end}" if o.period else "none") for o in read(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Hate crime recording has decreased by 18.71% (142 crimes).",
         [("Hate crime recording", -18.71, "percent", "percent_change"), ("Hate crime recording", -142, "count", "change")]),
        ("Domestic Abuse (DA) crime decreased by 3% (-750).",
         [("Domestic Abuse crime", -3, "percent", "percent_change"), ("Domestic Abuse crime", -750, "count", "change")]),
        ("The total number of complaints rose 46% to 677.",
         [("number of complaints", 46, "percent", "percent_change"), ("number of complaints", 677, "count", "actual")]),
        ("We saw rape decreasing by 19% (-295) and other sexual offences by 14% (-454).",
         [("rape", -19, "percent", "percent_change"), ("rape", -295, "count", "change"),
          ("other sexual offences", -14, "percent", "percent_change"), ("other sexual offences", -454, "count", "change")]),
        ("There was an increase in the number of funded PCSOs from 223 to 251.",
         [("number of funded PCSOs", 223, "count", "actual"), ("number of funded PCSOs", 251, "count", "actual")]),
        ("Follower numbers rose, rising to more than 3,000 followers on Facebook and heading towards 4,000 on Twitter.",
         [("followers on Facebook", 3000, "count", "actual"), ("followers on Twitter", 4000, "count", "actual")]),
        ("This year saw a 60% reduction in reports of theft.", [("reports of theft", -60, "percent", "percent_change")]),
        ("There was a slight increase, just under 6%, in the number of victims.",
         [("number of victims", 6, "percent", "percent_change")]),
        ("There will be a reduction of around 180 police officer posts.", [("police officer posts", -180, "count", "change")]),
        ("That is an increase of 39 recorded offences.", [("recorded offences", 39, "count", "change")]),
        ("The police precept increase of 1.5% was agreed.", [("police precept", 1.5, "percent", "percent_change")]),
        ("Roads have been quieter (up to 60% less traffic).", [("traffic", -60, "percent", "percent_change")]),
        ("Personal robbery showed a decrease (-16% annual change overall for personal robbery, -17% robbery for business property).",
         [("personal robbery", -16, "percent", "percent_change"), ("robbery for business property", -17, "percent", "percent_change")]),
        ("Assaults on emergency workers rose as well (+19% nationally and +13% in Lancashire).",
         [("Assaults on emergency workers", 19, "percent", "percent_change"), ("Assaults on emergency workers", 13, "percent", "percent_change")]),
        ("The conviction rate at court is 70%. This has increased from 25% since 2010.",
         [("conviction rate at court", 70, "percent", "actual"), ("conviction rate at court", 25, "percent", "actual")]),
        ("Hate crime was 18.71% (142 crimes) lower than in the quarter before.",
         [("Hate crime", -18.71, "percent", "percent_change"), ("Hate crime", -142, "count", "change")]),
        ("Knife crime was 3% higher (14 offences) than in 2019/20.",
         [("Knife crime", 3, "percent", "percent_change"), ("Knife crime", 14, "count", "change")]),
        ("Robbery rose by 12 offences (4%) in the year.",
         [("Robbery", 12, "count", "change"), ("Robbery", 4, "percent", "percent_change")]),
        ("Satisfaction remains high, a 3% point fall on last year.", [("Satisfaction", -3, "percent", "point_change")]),
        ("Confidence stands at 74% (73% last meeting) and is 1% higher than for the same period in 2018/19.",
         [("Confidence", 74, "percent", "actual"), ("Confidence", 73, "percent", "actual"), ("Confidence", 1, "percent", "point_change")]),
        ("Police officer posts fall by around 180 and police staff posts rise by around 40.",
         [("Police officer posts", -180, "count", "change"), ("police staff posts", 40, "count", "change")]),
        ("Violence rose by 12% and theft fell by 3%.",
         [("Violence", 12, "percent", "percent_change"), ("theft", -3, "percent", "percent_change")]),
        ("Offences fell by 15% (-747): rape by 19% (-295).",
         [("Offences", -15, "percent", "percent_change"), ("Offences", -747, "count", "change"),
          ("rape", -19, "percent", "percent_change"), ("rape", -295, "count", "change")]),
        ("Theft fell by 5% and burglary 7%.",
         [("Theft", -5, "percent", "percent_change"), ("burglary", -7, "percent", "percent_change")]),
        ("Burglary (-5%), robbery (-7%) and theft (+2%) all changed.",
         [("Burglary", -5, "percent", "percent_change"), ("robbery", -7, "percent", "percent_change"), ("theft", 2, "percent", "percent_change")]),
        ("The rise follows an increase of 3% in the number of complaints.", [("number of complaints", 3, "percent", "percent_change")]),
        ("The rise in pensions increases the shortfall over the period is nearer £27.8m.", [("shortfall", 27800000, "GBP", "actual")]),
        ("Crimes of burglary rose by 6.7% (3935 offences to 4199).",
         [("Crimes of burglary", 6.7, "percent", "percent_change"), ("Crimes of burglary", 3935, "count", "actual"),
          ("Crimes of burglary", 4199, "count", "actual")]),
        ("The Plan has a priority to reduce burglary by 13%.", [("burglary", -13, "percent", "target")]),
        ("There was a reduction of 7,161 burglaries, which equates to 4.5%.",
         [("burglaries", -7161, "count", "change"), ("burglaries", -4.5, "percent", "percent_change")]),
        ("The share of crimes solved fell by 2% to 28%.",
         [("share of crimes solved", -2, "percent", "point_change"), ("share of crimes solved", 28, "percent", "actual")]),
        ("There was a 3.4% rise (+412 crimes) in violence against the person.",
         [("violence against the person", 3.4, "percent", "percent_change"), ("violence against the person", 412, "count", "change")]),
        ("- Vehicle crime: 3,210 offences (down 8%); shoplifting: 5,433 offences (up 24%).",
         [("Vehicle crime – offences", 3210, "count", "actual"), ("Vehicle crime – offences", -8, "percent", "percent_change"),
          ("shoplifting – offences", 5433, "count", "actual"), ("shoplifting – offences", 24, "percent", "percent_change")]),
        ("Serious collisions were down from 412 to 388, a drop of 5.8%.",
         [("Serious collisions", 412, "count", "actual"), ("Serious collisions", 388, "count", "actual"),
          ("Serious collisions", -5.8, "percent", "percent_change")]),
        ("Council tax will go up by £10 a year (3.9%) for a Band D property to £266.15.",
         [("Council tax a year for a Band D property", 10, "GBP", "change"), ("Council tax", 3.9, "percent", "percent_change")]),
        ("Victim satisfaction is 78.6%, 1.9 points below target (80.5%).",
         [("Victim satisfaction", 78.6, "percent", "actual"), ("Victim satisfaction", 80.5, "percent", "target")]),
        ("The precept saw a £3.06 increase from the 2014-15 part of the tax of £160.92.", [("precept", 3.06, "GBP", "change")]),
        ("The net budget requirement is expected to increase by nearly £6m (or 4.7%).",
         [("net budget requirement", 6000000, "GBP", "change"), ("net budget requirement", 4.7, "percent", "percent_change")]),
        ("The policing precept is to rise by 3%, asking a household to pay an additional £4.54 a year.",
         [("policing precept", 3, "percent", "percent_change"), ("policing precept – additional paid a year", 4.54, "GBP", "change")]),
        ("We noted that 62% of 1,912 respondents supported the proposed £10 increase.",
         [("respondents supported the proposed", 62, "percent", "share"), ("respondents", 1912, "count", "actual")]),
        ("The share of victims satisfied with the service was 74.1% (+/- 2.1%).",
         [("share of victims satisfied with the service", 74.1, "percent", "actual")]),
        ("Nine out of ten victims would recommend the service.", []),
        ("Reserves are forecast to fall from £32.1m to £18.4m.",
         [("Reserves", 32100000, "GBP", "actual"), ("Reserves", 18400000, "GBP", "projection")]),
        ("We project an underspend of £1.2m against a revenue budget of £312.4m.",
         [("underspend", 1200000, "GBP", "actual"), ("revenue budget", 312400000, "GBP", "actual")]),
        ("The Force had 3,412 FTE officers against a budgeted establishment of 3,450.",
         [("officers", 3412, "FTE", "actual"), ("budgeted establishment", 3450, "count", "actual")]),
        ("Detection rates improved from 18% to 21%, a 3% increase.",
         [("Detection rates", 18, "percent", "actual"), ("Detection rates", 21, "percent", "actual"), ("Detection rates", 3, "percent", "point_change")]),
        ("We are to raise the council tax precept by £5.", [("council tax precept", 5, "GBP", "change")]),
        ("The Force cut its overtime by 12% (£0.4m).",
         [("overtime", -12, "percent", "percent_change"), ("overtime", -400000, "GBP", "change")]),
        ("Burglary fell by 5% compared with 3% nationally.",
         [("Burglary", -5, "percent", "percent_change"), ("Burglary", -3, "percent", "percent_change")]),
        ("Burglary fell by 5% compared with 3% last year.", [("Burglary", -5, "percent", "percent_change")]),
        ("The precept is £256.15 for an average Band D property, a rise of £12.99 a year or 5.34%.",
         [("precept", 256.15, "GBP", "actual"), ("precept a year", 12.99, "GBP", "change"), ("precept", 5.34, "percent", "percent_change")]),
        ("Confidence fell by 5.1 percentage points on the 12 months to December 2021 (80.1%).",
         [("Confidence", -5.1, "percent", "point_change"), ("Confidence", 80.1, "percent", "actual")]),
    ],
)  # fmt: skip
def test_changes(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("There are currently 398 Cadets enrolled. We have capacity for 700 Cadets in total.",
         [("Cadets enrolled", 398, "count", "actual"), ("Cadets capacity", 700, "count", "actual")]),
        ("The number of Special Constables is at 196.", [("number of Special Constables", 196, "count", "actual")]),
        ("We currently have 80 applicants awaiting assessment centres and 60 awaiting interviews.",
         [("applicants awaiting assessment centres", 80, "count", "actual"),
          ("applicants awaiting assessment centres – awaiting interviews", 60, "count", "actual")]),
        ("Specials contributed 17636 operational hours and 934 hours of training.",
         [("operational hours", 17636, "hours", "actual"), ("hours of training", 934, "hours", "actual")]),
        ("The total officer Full Time Equivalent (FTE) was 3036.73.", [("officer Full Time Equivalent", 3036.73, "FTE", "actual")]),
        ("70 people have been recruited.", [("people recruited", 70, "count", "actual")]),
        ("Six officers worked full time.", [("officers worked", 6, "count", "actual")]),
        ("The IPCC upheld 14 of 27 appeals.", [("appeals upheld", 14, "count", "actual"), ("appeals", 27, "count", "actual")]),
        ("The IPCC upheld 14 of 27 appeals of one kind, and 10 of 26 appeals against outcomes.",
         [("appeals upheld", 14, "count", "actual"), ("appeals", 27, "count", "actual"),
          ("appeals against outcomes upheld", 10, "count", "actual"), ("appeals against outcomes", 26, "count", "actual")]),
        ("The number of reports grew, of which 637 were repeat reports.", [("repeat reports", 637, "count", "actual")]),
        ("Grants were awarded to 62 community projects.", [("community projects", 62, "count", "actual")]),
        ("There are four work streams and 62 projects.", []),
        ("17 of the 20 officers had been recruited.", [("officers recruited", 17, "count", "actual"), ("officers", 20, "count", "actual")]),
        ("Officers spend an average of 12 hours a week on it.", []),
        ("- 1 x Marketing Officer, Volunteers in Policing programme",
         [("Marketing Officer, Volunteers in Policing programme", 1, "count", "actual")]),
        ("Preston engages with over 400 families and Rutland are working with 16.",
         [("families", 400, "count", "actual"), ("families – worked with", 16, "count", "actual")]),
        ("There are 398 cadets; the full capacity is 700.", [("cadets", 398, "count", "actual"), ("full capacity", 700, "count", "actual")]),
        ("The total of officers as at 31/03/2020 was 3036.73 FTE.", [("officers", 3036.73, "FTE", "actual")]),
        ("Volunteers gave over 63,000 hours.", [("Volunteers – hours", 63000, "hours", "actual")]),
        ("Burglary was 54.56 per 1,000 population.", [("Burglary", 54.56, "rate", "actual")]),
        ("The answers are these: Yes: 53.2%, No: 46.8%.",
         [("answers – Yes", 53.2, "percent", "share"), ("answers – No", 46.8, "percent", "share")]),
        ("More than 40% of rapes are reported within 7 days, with more than 25% between 28 and 365 days, and 33% over one year after the offence.",
         [("rapes are reported within 7 days", 40, "percent", "share"),
          ("rapes – between 28 and 365 days", 25, "percent", "share"), ("rapes – over one year after the offence", 33, "percent", "share")]),
        ("We answer 90% of 999 calls in 10 seconds.", [("999 calls in 10 seconds", 90, "percent", "share")]),
        ("My budget for 15/16 - which has to pay for the Plan - is set at £171.573 million.", [("budget", 171573000, "GBP", "actual")]),
        ("The total commissioning budget is £4.2m.", [("commissioning budget", 4200000, "GBP", "actual")]),
        ("Changes to National Insurance contributions, which are estimated at £2.1m, come next.",
         [("Changes to National Insurance contributions", 2100000, "GBP", "projection")]),
        ("The funding gap stood at £6.1m, with savings of £2.1m. The remaining £4.0m is under review.",
         [("funding gap", 6100000, "GBP", "actual"), ("savings", 2100000, "GBP", "actual"),
          ("funding gap – remaining", 4000000, "GBP", "actual")]),
        ("The Trust received £5,000. The remaining £3,000 went to others.", []),
        ("The police precept is £53m. This is a rise of just over 7p per week (£3.51 per year) for a band D household. It will raise an "
         "additional £1.038m.",
         [("police precept", 53000000, "GBP", "actual"), ("police precept per week for a band D household", 0.07, "GBP", "change"),
          ("Band D precept", 3.51, "GBP", "change"),
          ("precept – additional raised", 1038000, "GBP", "change")]),
        ("A new model of policing began. It is to save over £10M a year.", [("savings a year", 10000000, "GBP", "projection")]),
        ("Hate crime rose 5%. Overall, crime fell by 3%.",
         [("Hate crime", 5, "percent", "percent_change"), ("overall crime", -3, "percent", "percent_change")]),
        ("The target is to answer 90% of emergency calls within 10 seconds.", [("emergency calls within 10 seconds", 90, "percent", "target")]),
        ("The goal is to attend 88% of emergencies within 15 minutes.", [("emergencies within 15 minutes", 88, "percent", "target")]),
        ("The Commissioner has an aim of recruiting 1,000 volunteers.", [("volunteers", 1000, "count", "target")]),
        ("Nearly 1,000 responses about burglary had come in by the end of February.", [("responses about burglary", 1000, "count", "actual")]),
        ("- Burglary 67%", [("Burglary", 67, "percent", "actual")]),
        ("- 3 x Digital Media Officers", [("Digital Media Officers", 3, "count", "actual")]),
        ("- Made over 62,000 welfare calls to vulnerable people", [("welfare calls to vulnerable people", 62000, "count", "actual")]),
        ("We received up to 70 referrals a week.", [("referrals", 70, "rate", "actual")]),
        ("93% of women engaging on the scheme do not reoffend.", [("women engaging on the scheme do not reoffend", 93, "percent", "share")]),
        ("More people are asking to report crimes on the telephone (55%) or online (32%).",
         [("asking to report crimes on the telephone", 55, "percent", "share"), ("online", 32, "percent", "share")]),
        ("Calls were answered with an average time to answer of 4.7 Seconds.", [("average time to answer", 4.7, "seconds", "actual")]),
        ("There is currently a 90.5% satisfaction rate with the service.", [("satisfaction rate with the service", 90.5, "percent", "actual")]),
        ("The Force finalised 492 complaint cases in an average of 145 working days.",
         [("complaint cases", 492, "count", "actual"), ("complaint cases – average", 145, "days", "actual")]),
        ("999 Target Response is 90% in 10 Seconds.", [("999 Target Response", 90, "percent", "target")]),
        ("This campaign aims to appoint 120 police officers.", [("police officers", 120, "count", "target")]),
        ("This will realise savings of £10.5 million.", [("savings", 10500000, "GBP", "projection")]),
        ("There remains a residual funding gap of £1.7m in 2015/16 and £6.1m in 2016/17.",
         [("residual funding gap", 1700000, "GBP", "actual"), ("residual funding gap", 6100000, "GBP", "actual")]),
        ("The Force has identified over £38 million in efficiency savings.", [("efficiency savings", 38000000, "GBP", "actual")]),
        ("Solving major crimes remains their number one priority.", [("Solving major crimes", 1, "rank", "rank")]),
        ("Residents want patrols where there are regular reports of crime (fourth most important priority).",
         [("patrols where there are regular reports of crime", 4, "rank", "rank")]),
    ],
)  # fmt: skip
def test_levels(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The Panel met under S.23 Misuse of Drugs Act 1971 and Section 17.",
        "Contact the office on 01772 533587 or 0116 305 6226.",
        "This was agreed (Decision 2015/32) as referenced at 3.23.",
        "See Appendix 3, pages 11 - 16 and Table 4.",
        "The report covers 10 July to 25 September 2015 and Q4 2019/20.",
        "The contract runs for 3 years with the option to extend for up to 2 years.",
        "There have been four work streams in Phase One across 43 forces.",
        "Support is given to young people aged 10-17 and 18-24 year olds.",
        "A 24 hour helpline and a 5-year programme are planned, with 3 months of evaluation.",
        "All calls to 101 and 999 are dealt with in one place.",
        "The motion was carried, 12 members having voted for the motion.",
        "In June the Commissioner provided £50,000 from the Victims Grant to the Birchall Trust.",
        "The Commissioner has awarded Victim's Voice a grant of £182,480.",
        "Chance 2013 opened at 7pm on Level 2 of Building 4.",
        "A reduction is by definition a 60% reduction in incidents.",
        "Trends in casualties 7 Drivers 9 Passengers 11 Pedestrians",
        "- during the discussion of Covid-19:- options 1 and 2",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Offences fell (from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20).",
         [(159838, "2018-07-01..2019-06-30"), (134069, "2019-07-01..2020-06-30")]),
        ("There were 257 crimes in Q1 2020/21, compared with 281 in Q4 2019/20.",
         [(257, "2020-04-01..2020-06-30"), (281, "2020-01-01..2020-03-31")]),
        ("During April-June 2020 volunteers gave 500 hours of patrols and 934 hours of training.",
         [(500, "2020-04-01..2020-06-30"), (934, "2020-04-01..2020-06-30")]),
        ("There have been 118 offences for the 12 month period from 01/07/19 to 30/06/20 compared to 79 in the same period 2019.",
         [(118, "2019-07-01..2020-06-30"), (79, "2018-07-01..2019-06-30")]),
        ("Comparing the 12-month period July 2018 to June 2019 with the same period 2019 to 2020 shows a decrease of 13% in hate crimes.",
         [(-13, "2019-07-01..2020-06-30")]),
        ("There were 118 offences in Q1 2020/21. This is an increase of 39.", [(118, "2020-04-01..2020-06-30"), (39, "2020-04-01..2020-06-30")]),
        ("Sexual offences show a reduction year-on-year of -15% to the end of June 2020.", [(-15, "2019-07-01..2020-06-30")]),
        ("There will be over 650 Special Constables by the end of 2016.", [(650, "2016-12-31..2016-12-31")]),
        ("Since its introduction in 2013, there are now 450 cadets.", [(450, "none")]),
        # A year that a sentence begins with is no number of people.
        ("In 2023 officers went to 1,350 incidents.", [(1350, "2023-01-01..2023-12-31")]),
        ("Crime fell. During 2019 police staff recorded 1,350 incidents.", [(1350, "2019-01-01..2019-12-31")]),
        ("The PCC is to recruit 650 Special Constables by March 2017.", [(650, "2017-03-31..2017-03-31")]),
        ("The number of PCSOs increased by 39 compared with 79 in 2019.", [(39, "none"), (79, "2019-01-01..2019-12-31")]),
        ("Burglary fell by 5% to 120 compared with 2018/19.", [(-5, "none"), (120, "none")]),
        ("Compared with 2018/19, burglary fell by 5% to 120 in 2019/20.",
         [(-5, "2019-04-01..2020-03-31"), (120, "2019-04-01..2020-03-31")]),
        ("Burglary fell by 5% on 2019/20.", [(-5, "none")]),
        ("The latest data are to the end of March 2020. Confidence stands at 74% and is 1% higher than for the same period in 2018/19.",
         [(74, "2019-04-01..2020-03-31"), (1, "2019-04-01..2020-03-31")]),
        ("This year's knife crime figure compares favourably (- 70) to Q1 19/20, during which 327 offences were recorded.",
         [(-70, "2020-04-01..2020-06-30"), (327, "2019-04-01..2019-06-30")]),
        ("There were 153,284 crimes in the 12 months to December 2014 compared to the 12 months to June 2014. This is a fall of 7,161.",
         [(153284, "2014-01-01..2014-12-31"), (-7161, "2014-01-01..2014-12-31")]),
        ("Confidence was 75.0% in the 12 months to December 2022. It fell by 5.1 points on the 12 months to December 2021 (80.1%).",
         [(75, "2022-01-01..2022-12-31"), (-5.1, "2022-01-01..2022-12-31"), (80.1, "2021-01-01..2021-12-31")]),
        ("The saving of the project is £10.25m, which is being realised between 2014/15 and 2017/18.", [(10250000, "2014-04-01..2018-03-31")]),
        ("At the Panel in January 2015 the PCC said that the funding gap for 2016/17 was £6.1m, with savings of £2.1m due to be realised in "
         "August 2017.", [(6100000, "2016-04-01..2017-03-31"), (2100000, "none")]),
        ("There were 118 offences in Jul '19 - Jun '20, compared with 79 in the 12 months before.",
         [(118, "2019-07-01..2020-06-30"), (79, "2018-07-01..2019-06-30")]),
        ("The budget for 2015/16 is £171m. Of this, £53m will be raised by the police precept.",
         [(171000000, "2015-04-01..2016-03-31"), (53000000, "2015-04-01..2016-03-31")]),
        ("The sample for the calendar year 2019 was 6,543 individuals. Key groups are:\n\n- White 4,651\n- Asian 712",
         [(6543, "2019-01-01..2019-12-31"), (4651, "2019-01-01..2019-12-31"), (712, "2019-01-01..2019-12-31")]),
    ],
)  # fmt: skip
def test_the_period_is_the_one_printed_with_the_figure(text: str, figures: list[tuple[float, str]]) -> None:
    assert timed(text) == figures


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("All crime changed for England and Wales by -4%, for the North West region -9% and for our Most Similar Group -8%.",
         ["England and Wales", "North West region", "Most Similar Group"]),
        ("ASB incidents increased nationally by 52% and by 61% across Lancashire.", ["National", "Lancashire"]),
        ("There were 12 offences in Preston.", ["Preston"]),
        ("The movement was -4% for England and Wales, -9% for the North West region and -8% for the MSG.",
         ["England and Wales", "North West region", "MSG"]),
        ("The annual change in all crime for England and Wales at -4%, for the North West region -9% and for our Most Similar Group -8%.",
         ["England and Wales", "North West region", "Most Similar Group"]),
        ("Burglary fell by 5% in Preston, 7% in Chorley and 9% in Burnley.", ["Preston", "Chorley", "Burnley"]),
        ("In Preston burglary rose by 5%, in Chorley by 7% and in Burnley it fell by 9%.", ["Preston", "Chorley", "Burnley"]),
        ("Burglary went up. Preston saw a rise of 5%, Chorley 7% and Burnley 9%.", ["Preston", "Chorley", "Burnley"]),
        ("Theft was highest in Burnley (120), Preston (98) and Chorley (45).", ["Burnley", "Preston", "Chorley"]),
        ("In Preston burglary rose by 5% to 120.", ["Preston", "Preston"]),
        ("ASB incidents rose 12% in the north, 9% in the south and fell 4% in the city.", ["north", "south", "city"]),
        ("In Blackpool there were 1,204 offences, in Preston 987 and in Burnley 612.", ["Blackpool", "Preston", "Burnley"]),
        ("The police recorded 6.7 million crimes in England and Wales, a 3% increase.", ["England and Wales", "England and Wales"]),
        ("Nationally burglary fell by 4%, while locally it fell by 9%.", ["National", "Lancashire"]),
        ("Kent Police recorded 980 burglaries.", ["Kent"]),
        ("The Force recorded 1,204 hate crimes, against 980 in Kent.", ["Lancashire", "Kent"]),
        ("Complaints against Lancashire Police rose 46% to 677, compared to an increase of 15% for England and Wales.",
         ["Lancashire", "Lancashire", "England and Wales"]),
        ("Families show a reduction of 12% in ASB and re-offending in Burnley and Preston.", ["Burnley and Preston"]),
        ("Confidence in the Crime Survey for England and Wales was 74.3%.", ["Lancashire"]),
        ("Of our spend, 52% was within the North West region.", ["Lancashire"]),
        ("ASB incidents increased nationally by 52% compared with the same period in 2019 and by 61% across Lancashire.",
         ["National", "Lancashire"]),
        ("There were 12 offences at the Preston Operating Centre.", ["Lancashire"]),
    ],
)  # fmt: skip
def test_the_area_is_the_one_named_with_the_figure(text: str, areas: list[str]) -> None:
    assert [o.area for o in read(text)] == areas


def test_a_heading_that_is_an_area_gives_it() -> None:
    text = "## Preston\n\nBurglary fell by 5% in the year, which is good. Nationally it fell by 3%.\n\n## The costs\n\nThere were 99 robberies in the year, it says."
    assert [(o.value, o.area) for o in read(text)] == [(-5, "Preston"), (-3, "National"), (99, "Lancashire")]


def test_without_a_force_the_area_stays_empty() -> None:
    (found,) = read("There were 12 offences.", Identity())
    assert (found.area, found.force) == (None, None)


def test_a_fact_says_where_and_how_it_is_printed() -> None:
    (found,) = read(
        "Some words.\n\nHe welcomed just over 2,100 new volunteers over the summer months of that year, he said."
    )
    assert (found.source, found.value_text, found.qualifier) == ("prose", "2,100", "just over")
    assert (found.place.line, found.place.start) == (3, 22)
    assert "2,100" in found.quote and len(found.quote.split()) <= 12


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Rape offences went up by 12%. Total offences fell 4%.", ["Rape offences", "Total offences"]),
        ("Rape offences went up by 12%. Overall crime was down 4%.", ["Rape offences", "Overall crime"]),
        ("Burglary fell by 8%. All crime fell 3%.", ["Burglary", "All crime"]),
        ("Burglary fell by 8%. Crime fell 3%.", ["Burglary", "Crime"]),
        ("Burglary fell by 8%. The number of offences overall fell by 3%.", ["Burglary", "overall offences"]),
        ("Burglary fell by 8%. Offences fell by 3% overall.", ["Burglary", "overall offences"]),
        ("Burglary fell by 8%. The total number of offences fell by 3%.", ["Burglary", "total offences"]),
        ("Robbery fell by 5%. There was a 4% fall in total crime.", ["Robbery", "total crime"]),
        ("Robbery fell by 5%. There was a reduction of 1,204 (4%) in overall crime.", ["Robbery", "overall crime", "overall crime"]),
        ("Robbery fell by 5%. Total recorded crime fell by 3% (from 12,500 to 12,204).", ["Robbery"] + ["Total recorded crime"] * 3),
        ("Robbery fell by 5%. Overall, the force recorded 84,102 crimes.", ["Robbery", "overall crimes"]),
        ("Robbery fell by 5% and total crime by 4%.", ["Robbery", "total crime"]),
        ("Robbery fell by 5%, against a rise of 4% in all crime.", ["Robbery", "all crime"]),
        # What counts within the offences that were told of keeps their name.
        ("Robbery fell by 5%. In total there were 1,204 offences.", ["Robbery", "Robbery – offences"]),
        ("Knife crime rose by 5%. There were 1,204 offences.", ["Knife crime", "Knife crime – offences"]),
        ("# Rape\n\nTotal offences fell 4%.", ["Rape – total offences"]),
    ],
)  # fmt: skip
def test_all_crime_is_no_kind_of_crime_that_was_told_of_before(text: str, labels: list[str]) -> None:
    assert [o.label.lower() for o in read(text)] == [label.lower() for label in labels]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The refuge has 35-40 beds for victims.", (35, 40)),
        ("The refuge has between 35-40 beds for victims.", (35, 40)),
        ("The refuge has between 35 and 40 beds for victims.", (35, 40)),
        ("The refuge has around 35 to 40 beds for victims.", (35, 40)),
        ("Between 200 and 250 officers took part.", (200, 250)),
        ("There are 400–450 calls a day.", (400, 450)),
        ("Burglary fell by between 5% and 7%.", (-5, -7)),
        ("Burglary fell by 5-7%.", (-5, -7)),
        ("Burglary rose by between 5 and 7 per cent.", (5, 7)),
    ],
)
def test_both_ends_of_a_range_are_one_figure(text: str, ends: tuple[float, float]) -> None:
    assert [(o.value, o.value_to) for o in read(text)] == [ends]


def test_one_offence_counts_nothing_that_the_sentence_does_not_name() -> None:
    assert [o.label for o in read("One homicide was recorded in June. One offence took place in Preston.")] == [
        "homicide recorded"
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A Band D household will therefore pay £207.55 for policing, up from £203.49: roughly 8p more each week.",
         [(207.55, "projection"), (203.49, "actual"), (0.08, "change")]),
        ("Households in Band D will be charged £248.56 for policing in 2019/20.", [(248.56, "projection")]),
        ("It means that the owner of a Band D home will pay £273.50 in 2024/25.", [(273.5, "projection")]),
        ("The average Band D property currently pays £240.20.", [(240.2, "actual")]),
        ("Council tax payers in Band D paid a total of £240.20.", [(240.2, "actual")]),
        ("The PCC asked for a Band D increase of £9.99 (3.95%) in 2022/23.", [(9.99, "change"), (3.95, "percent_change")]),
        ("The Commissioner proposed an increase of £15 a year for a Band D property.", [(15, "change")]),
        ("This is an increase of 1.99%, or £3.96 per year, on a Band D property.", [(1.99, "percent_change"), (3.96, "change")]),
        ("The Commissioner is asking for a rise of 2% (£3.42 for Band D).", [(2, "percent_change"), (3.42, "change")]),
        ("He settled on a Band D increase of £11.50, which is close to £1 a month.", [(11.5, "change"), (1, "change")]),
        ("There would be a cut of £2.50 on a Band D bill.", [(-2.5, "change")]),
    ],
)  # fmt: skip
def test_what_a_household_pays_is_the_precept_of_its_band(text: str, figures: list[tuple[float, str]]) -> None:
    found = read(text)
    assert [(o.value, o.statistic) for o in found] == figures
    assert {o.label.removesuffix(" a month").removesuffix(" each week") for o in found} == {"Band D precept"}


def test_those_who_pay_are_still_they_in_the_next_sentence() -> None:
    first, second = read(
        "Households in Band D will be charged £248.56 in 2019/20. They are charged £224.56 at present."
    )
    assert (first.label, second.label) == ("Band D precept", "Band D precept")
    assert first.period is not None and second.period is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Panel agreed the precept of £236.52, an increase of 4.5%.",
         [("precept", 236.52, "GBP", "actual"), ("precept", 4.5, "percent", "percent_change")]),
        ("Gross spending would be £134m, almost £10m above the 2021/22 figure.",
         [("Gross spending", 134_000_000, "GBP", "projection"), ("Gross spending", 10_000_000, "GBP", "change")]),
        ("Vehicle crime is 14% down on last year.", [("Vehicle crime", -14, "percent", "percent_change")]),
        ("Anti-social behaviour was 22% down year on year.", [("Anti-social behaviour", -22, "percent", "percent_change")]),
        ("Knife crime has fallen for the third year running, by 11.4%.", [("Knife crime", -11.4, "percent", "percent_change")]),
        ("Confidence was 75%, up 5.1 points on 2021/22 (69.9%) and up 10.3 percentage points on 2019.",
         [("Confidence", 75, "percent", "actual"), ("Confidence", 5.1, "percent", "point_change"),
          ("Confidence", 69.9, "percent", "actual"), ("Confidence", 10.3, "percent", "point_change")]),
        ("Satisfaction among victims is 86.2%, 3.1 points lower than in 2015.",
         [("Satisfaction among victims", 86.2, "percent", "actual"), ("Satisfaction among victims", -3.1, "percent", "point_change")]),
        ("The core grant was expected to grow by £2.46m.", [("core grant", 2_460_000, "GBP", "change")]),
    ],
)  # fmt: skip
def test_changes_told_of_the_figure_before(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It takes the office 16 days on average to finish a review and reply.", [("average time to finish a review", 16, "days", "actual")]),
        ("On average it took 61 working days to finalise a complaint.", [("average time to finalise a complaint", 61, "days", "actual")]),
        ("Net revenue budget: £244.679m (up £8.874m on 2020/21)",
         [("Net revenue budget", 244_679_000, "GBP", "actual"), ("Net revenue budget", 8_874_000, "GBP", "change")]),
        ("The force recorded 1,204 robberies (an increase of 12%).",
         [("robberies", 1204, "count", "actual"), ("robberies", 12, "percent", "percent_change")]),
        ("- Police officers: 91 more, which is a record", [("Police officers", 91, "count", "change")]),
        ("Recorded crime in the three counties was 5% lower than the year before.",
         [("Recorded crime", -5, "percent", "percent_change")]),
        ("The total budget of the force next year will be £1m lower than this year.",
         [("budget of the force", -1_000_000, "GBP", "change")]),
        ("Violent crime did not change much: 19,623 offences were reported.", [("Violent crime – offences reported", 19623, "count", "actual")]),
        ("There were 1,395 replies to the consultation.", [("replies to the consultation", 1395, "count", "actual")]),
        ("Of the 2,118 residents who replied, 64% supported the proposal and 29% opposed it.",
         [("residents", 2118, "count", "actual"), ("residents – supported the proposal", 64, "percent", "share"),
          ("residents – opposed", 29, "percent", "share")]),
        ("Just over half (52%) of respondents said that they agreed.", [("respondents said that they agreed", 52, "percent", "share")]),
        ("Grade 1 incidents were attended within 15 minutes in 84% of cases.",
         [("Grade 1 incidents were attended within 15 minutes", 84, "percent", "share")]),
        ("Shoplifting is up by more than a fifth (21.3%).", [("Shoplifting", 21.3, "percent", "percent_change")]),
        ("Reoffending among those on the scheme fell from 62% to 41%.",
         [("Reoffending among those on the scheme", 62, "percent", "actual"), ("Reoffending among those on the scheme", 41, "percent", "actual")]),
        ("There were 1,938 police officers (FTE) and 12.5 full-time equivalent detectives.",
         [("police officers", 1938, "FTE", "actual"), ("detectives", 12.5, "FTE", "actual")]),
        ("In 2023 officers went to 135,726 grade one incidents.", [("grade one incidents", 135_726, "count", "actual")]),
        ("16 forces had a fall, 26 an increase.", []),
        ("The Force had 2,104 officers in March, 54 above its target.", [("officers", 2104, "count", "actual")]),
        ("Overall satisfaction of victims was 78%, which is 4 percentage points below the target of 82%.",
         [("satisfaction of victims", 78, "percent", "actual"), ("satisfaction of victims – target", 82, "percent", "target")]),
        ("Overtime was £0.9m over budget.", [("Overtime – overspend", 900000, "GBP", "actual")]),
        ("The ambition is to be one of the top ten forces (79%).", []),
    ],
)  # fmt: skip
def test_more_wordings_of_many_forces(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Burglary has the best results. There were 5,668 victims last year.", [("Burglary – victims", 5668, "Lancashire")]),
        ("Calls were up. Crime fell, with 7,000 fewer victims.", [("victims", -7000, "Lancashire")]),
        ("Confidence in the police is 71%, ranking the force 12th nationally.",
         [("Confidence in the police", 71, "Lancashire"), ("Confidence in the police", 12, "Lancashire")]),
        ("ASB fell by 5%. Lancashire was 42nd of 43 forces in national funding.",
         [("ASB", -5, "Lancashire"), ("national funding", 42, "Lancashire")]),
        ("Victim satisfaction: the goal is 87% this year and 87.4% in 2017.",
         [("Victim satisfaction – goal", 87, "Lancashire"), ("Victim satisfaction – goal", 87.4, "Lancashire")]),
        ("Victim satisfaction is 81%. Preston went from 90% to 82% in the last year.",
         [("Victim satisfaction", 81, "Lancashire"), ("Victim satisfaction", 90, "Preston"), ("Victim satisfaction", 82, "Preston")]),
        ("The Fund will be £2m, of which the precept raises £1.4m.", [("precept raises", 1_400_000, "Lancashire")]),
    ],
)  # fmt: skip
def test_what_the_text_before_tells(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert [(o.label, o.value, o.area) for o in read(text)] == figures


def test_what_goes_on_about_a_budget_is_of_its_year() -> None:
    text = (
        "The net budget for 2022/23 is £134m.\n\nIncome is expected to grow by £2.46m. At present the precept is £99."
    )
    assert timed(text) == [(134_000_000, "2022-04-01..2023-03-31"), (2_460_000, "2022-04-01..2023-03-31"), (99, "none")]
    both = "The net budget for 2022/23 is £134m.\n\nThe net budget for 2023/24 is £136m.\n\nIncome will grow by £2.46m."
    assert timed(both)[-1] == (2_460_000, "none")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine out of ten 999 calls are answered at once.", []),
        ("One in five 101 calls was abandoned.", []),
        ("Robbery fell by nearly one in five (18.7%).", []),
        ("The Panel heard that 1 in 8 officers had been assaulted.", []),
        ("The office finished 71 reviews; in 22 of them the complainant was right.", []),
        ("Confidence is 3 points above the national average.", []),
        ("Each £1 of precept raises £500,000.", [("Each £1 of precept raises", 500_000)]),
        ("The Commissioner's budget for victims' services is £2.1m.", [("Commissioner's budget for victims' services", 2_100_000)]),
        ("Victims' satisfaction with the overall service rose to 79.8%.", [("Victims' satisfaction with the overall service", 79.8)]),
        ("The average time taken to answer a 999 call fell to 8 seconds.", [("average time taken to answer a 999 call", 8)]),
        ("It took the force 6 minutes on average to answer a 101 call.", [("average time to answer a 101 call", 6)]),
        ("Council tax now pays for 42% of policing.", [("Council tax", 42)]),
        ("78% felt safe.", [("felt safe", 78)]),
    ],
)  # fmt: skip
def test_a_figure_is_told_of_all_that_it_is_of_and_of_nothing_else(text: str, figures: list[tuple[str, float]]) -> None:
    assert [(o.label, o.value) for o in read(text)] == figures


def test_a_figure_without_a_word_of_its_own_is_about_what_was_said_before() -> None:
    first, second = read("There were 118 Modern Slavery offences. This is an increase of 39.")
    assert second.label == first.label == "Modern Slavery offences"
    assert second.confidence < first.confidence


def test_a_note_that_fills_a_row_of_a_table_is_read_as_prose() -> None:
    from dataclasses import replace

    from extract.blocks import TableBlock

    blocks = laid_out("Measure | Now | Before\nCalls | 10 | 12\nLogs | 3 | 4").blocks
    (table,) = [b for b in blocks if isinstance(b, TableBlock)]
    first = table.grid.cells[0]
    text = "The survey is done by telephone.\n\n101 performance in September 2020 was 78.46% with an average time to answer of 28.4 seconds."
    note = first._replace(row=table.grid.rows, col=0, col_span=3, text=text, is_header=False)
    noted = replace(table, grid=replace(table.grid, cells=(*table.grid.cells, note)))
    found = find_prose_observations([noted], LANCASHIRE)
    assert [(o.value, o.unit) for o in found] == [(78.46, "percent"), (28.4, "seconds")]
    assert {(o.place.table, o.place.row) for o in found} == {(table.key, note.row)}
    assert len({o.place.key for o in found}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "No: 46.8%",
        "See item 3.8 of the list, Band 2.5%.",
        "Table 4.25 has 1,204 crimes.",
        "Decision 2015/16.5 was made.",
        "It rose from 10 to 24,999, by 121.0%, and to 1,101 and £111.6m.",
    ],
)
def test_no_figure_is_a_piece_of_a_printed_number(text: str) -> None:
    printed = set(re.findall(r"\d[\d,.]*\d|\d", text))
    assert {str(o.value_text).strip("%£m") for o in read(text)} <= printed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Between April and August 2023 call attrition was 12.3%, down from 35.5% in 2022.",
         [("call attrition", 12.3, "percent", "actual"), ("call attrition", 35.5, "percent", "actual")]),
        ("In the same period the average waiting time fell to 1min 38secs, from 8min 5 seconds in 2022.",
         [("average waiting time", 98, "seconds", "actual"), ("average waiting time", 485, "seconds", "actual")]),
        ("The average wait for a 101 call in December 2016 was 33 seconds.",
         [("average wait for a 101 call", 33, "seconds", "actual")]),
        ("The average time to answer 999 calls has more than halved to just 7 seconds in December 2016.",
         [("average time to answer 999 calls", 7, "seconds", "actual")]),
        ("Average waiting times were three minutes, with 90% of calls transferred within 10 minutes.",
         [("Average waiting times", 3, "minutes", "actual"),
          ("calls transferred within 10 minutes", 90, "percent", "share")]),
        ("The waiting time had doubled from over 4 minutes to over 8 minutes in the last 12 months.",
         [("waiting time", 4, "minutes", "actual"), ("waiting time", 8, "minutes", "actual")]),
        ("The 101 number had received 440,000 calls in a year and 52% of calls were answered within 60 seconds.",
         [("calls", 440000, "count", "actual"), ("calls were answered within 60 seconds", 52, "percent", "share")]),
        ("The Force had saved £7m during 2023/24.",
         [("savings", 7000000, "GBP", "actual")]),
        ("Home Office Police Grant has been set at £129.860 million, an increase of £0.450 million on the previous year.",
         [("Home Office Police Grant", 129860000, "GBP", "actual"),
          ("Home Office Police Grant", 450000, "GBP", "change")]),
        ("Anti-social behaviour had reduced by 30% in Dorset.",
         [("Anti-social behaviour", -30, "percent", "percent_change")]),
        ("The crime rate in Dorset was the 6th lowest in the country.",
         [("crime rate", 6, "rank", "rank")]),
        ("There had been a 65% reduction in county lines.",
         [("county lines", -65, "percent", "percent_change")]),
        ("A budget deficit of £11.2m would still remain.",
         [("budget deficit", 11200000, "GBP", "actual")]),
        ("The police grant is £71.6 million for Lincolnshire, which represented an increase of £200,000 from last year.",
         [("police grant", 71600000, "GBP", "actual"), ("police grant", 200000, "GBP", "change")]),
        ("Use of force recording increased by 71.5% in October to December 2024 compared to July to September 2024.",
         [("Use of force recording", 71.5, "percent", "percent_change")]),
        ("Of the 1,204 complaints received, 62% were resolved informally.",
         [("complaints received", 1204, "count", "actual"),
          ("complaints – resolved informally", 62, "percent", "share")]),
        ("The number of allegations recorded per 1,000 employees was 312, compared with 289 the year before.",
         [("number of allegations recorded per 1,000 employees", 312, "rate", "actual"),
          ("number of allegations recorded per 1,000 employees", 289, "rate", "actual")]),
        ("Detections for rape stand at 9.4%, up 2.1 percentage points on last year.",
         [("Detections for rape", 9.4, "percent", "actual"),
          ("Detections for rape", 2.1, "percent", "point_change")]),
        ("Officer sickness averaged 8.6 days per person.",
         [("Officer sickness", 8.6, "days", "actual")]),
        ("The vacancy rate for detectives has come down to 11% from 19%.",
         [("vacancy rate for detectives", 11, "percent", "actual"),
          ("vacancy rate for detectives", 19, "percent", "actual")]),
        ("Turnover among police staff was 13.7 per cent in the year to March 2024.",
         [("Turnover among police staff", 13.7, "percent", "actual")]),
        ("Knife-enabled robbery is now 18% below its level in 2019.",
         [("Knife-enabled robbery", -18, "percent", "percent_change")]),
        ("There were 41 fewer deaths on the roads than in the year before.",
         [("deaths on the roads", -41, "count", "change")]),
        ("The forecast outturn is an overspend of £1.4m (0.6% of budget).",
         [("overspend", 1400000, "GBP", "projection"), ("budget", 0.6, "percent", "share")]),
        ("Reserves will fall to £14.2m by March 2027, or 4.1% of the revenue budget.",
         [("Reserves", 14200000, "GBP", "projection"), ("revenue budget", 4.1, "percent", "share")]),
        ("Retail crime rose by a third and now makes up 12% of all offences.",
         [("Retail crime", 33.3, "percent", "percent_change"), ("Retail crime – offences", 12, "percent", "share")]),
        ("The Force answers 93.4% of 999 calls inside ten seconds.",
         [("999 calls inside ten seconds", 93.4, "percent", "share")]),
        ("We received 2,817 responses, and 71 per cent supported the proposal.",
         [("responses", 2817, "count", "actual"), ("supported the proposal", 71, "percent", "share")]),
        ("Officers seized 312 vehicles, 48 knives and £1.2m in cash.",
         [("vehicles", 312, "count", "actual"), ("knives", 48, "count", "actual")]),
        ("Satisfaction among victims of burglary slipped to 76.2 per cent (down from 79.5 per cent).",
         [("Satisfaction among victims of burglary", 76.2, "percent", "actual"),
          ("Satisfaction among victims of burglary", 79.5, "percent", "actual")]),
        ("The number of PCSOs remains at 204, with 16 vacancies.",
         [("number of PCSOs", 204, "count", "actual"), ("vacancies", 16, "count", "actual")]),
        ("Residents who feel safe at night: 61% (2022: 66%).",
         [("Residents who feel safe at night", 61, "percent", "actual")]),
        ("Hate crime: 1,148 offences, an increase of 7.3% on the previous 12 months.",
         [("Hate crime – offences", 1148, "count", "actual"), ("Hate crime – offences", 7.3, "percent", "percent_change")]),
        ("The average wait for 101 callers fell from four minutes 10 seconds to one minute 52 seconds.",
         [("average wait for 101 callers", 250, "seconds", "actual"),
          ("average wait for 101 callers", 112, "seconds", "actual")]),
        ("The conviction rate rose to 81.3%, its highest for five years.",
         [("conviction rate", 81.3, "percent", "actual")]),
        ("Recorded rape offences now stand at 1,412, up from 1,288 a year ago.",
         [("Recorded rape offences", 1412, "count", "actual"), ("Recorded rape offences", 1288, "count", "actual")]),
        ("Burglary is down 14.2% and vehicle crime is down 9%.",
         [("Burglary", -14.2, "percent", "percent_change"), ("vehicle crime", -9, "percent", "percent_change")]),
        ("Crime has come down by 6.1% since the summer.",
         [("Crime", -6.1, "percent", "percent_change")]),
        ("Knife crime was up by 44 offences, or 8%.",
         [("Knife crime", 44, "count", "change"), ("Knife crime", 8, "percent", "percent_change")]),
        ("Offences of stalking climbed 21% to 2,034.",
         [("Offences of stalking", 21, "percent", "percent_change"),
          ("Offences of stalking", 2034, "count", "actual")]),
        ("Shop theft soared by 37%.",
         [("Shop theft", 37, "percent", "percent_change")]),
        ("Public order offences dipped 3.4%.",
         [("Public order offences", -3.4, "percent", "percent_change")]),
        ("There was a dip of 5% in shoplifting.",
         [("shoplifting", -5, "percent", "percent_change")]),
        ("Robbery fell from 612 to 540, or by 11.8%.",
         [("Robbery", 612, "count", "actual"), ("Robbery", 540, "count", "actual"),
          ("Robbery", -11.8, "percent", "percent_change")]),
        ("Fewer than half of victims were told of the outcome.",
         [("victims were told of the outcome", 50, "percent", "share")]),
        ("A third of all calls were about mental health.",
         [("calls were about mental health", 33.3, "percent", "share")]),
        ("Two thirds of respondents felt safe.",
         [("respondents felt safe", 66.7, "percent", "share")]),
        ("Domestic abuse makes up a quarter of all violence.",
         [("Domestic abuse", 25, "percent", "share")]),
        ("The response time to emergencies came down to 9 minutes 20 seconds.",
         [("response time to emergencies", 560, "seconds", "actual")]),
        ("Emergency calls took an average of 6.3 seconds to answer.",
         [("Emergency calls – average time to answer", 6.3, "seconds", "actual")]),
        ("The median wait was 44 seconds.",
         [("median wait", 44, "seconds", "actual")]),
        ("The average length of an investigation is 62 days.",
         [("average length of an investigation", 62, "days", "actual")]),
        ("Vacancies among detectives came down from 18% to 11%.",
         [("Vacancies among detectives", 18, "percent", "actual"),
          ("Vacancies among detectives", 11, "percent", "actual")]),
        ("The workforce is made up of 2,104 officers, 1,566 staff and 187 PCSOs.",
         [("officers", 2104, "count", "actual"), ("staff", 1566, "count", "actual"),
          ("PCSOs", 187, "count", "actual")]),
        ("Officer strength stood at 3,204 FTE against a target of 3,250.",
         [("Officer strength", 3204, "FTE", "actual"), ("Officer strength – target", 3250, "count", "target")]),
        ("There were 3,204.5 FTE officers in post.",
         [("officers", 3204.5, "FTE", "actual")]),
        ("Ethnic minority officers make up 4.6% of the workforce.",
         [("Ethnic minority officers", 4.6, "percent", "share")]),
        ("46% of new recruits were women.",
         [("new recruits were women", 46, "percent", "share")]),
        ("Attrition among student officers was 11.3 per cent.",
         [("Attrition among student officers", 11.3, "percent", "actual")]),
        ("The Force spent £4.1m on agency staff.",
         [("spending on agency staff", 4100000, "GBP", "actual")]),
        ("The council tax base grew by 1.3%.",
         [("council tax base", 1.3, "percent", "percent_change")]),
        ("The precept will rise by £10 (3.8%) to £273.15 for a Band D household.",
         [("precept", 10, "GBP", "change"), ("precept", 3.8, "percent", "percent_change"),
          ("Band D precept", 273.15, "GBP", "projection")]),
        ("The policing part of the bill for a Band D home rises from £241.92 to £254.92.",
         [("policing part of the bill for a Band D home", 241.92, "GBP", "actual"),
          ("policing part of the bill for a Band D home", 254.92, "GBP", "actual")]),
        ("Savings of £3.4m have been found, leaving £1.6m still to be found.",
         [("Savings", 3400000, "GBP", "actual"), ("Savings – to be found", 1600000, "GBP", "actual")]),
        ("General reserves are £6.2m, which is 3.4% of the net budget.",
         [("General reserves", 6200000, "GBP", "actual"), ("net budget", 3.4, "percent", "share")]),
        ("The revenue budget is underspent by £0.7m.",
         [("revenue budget – underspend", 700000, "GBP", "actual")]),
        ("Pay makes up 81% of spending.",
         [("Pay", 81, "percent", "share")]),
        ("A total of £212.6m would be raised from council tax.",
         [("council tax", 212600000, "GBP", "actual")]),
        ("Borrowing will reach £24m in 2026/27.",
         [("Borrowing", 24000000, "GBP", "projection")]),
        ("Confidence in the police stood at 71.4 per cent, against 74.1 per cent nationally.",
         [("Confidence in the police", 71.4, "percent", "actual"),
          ("Confidence in the police", 74.1, "percent", "actual")]),
        ("Trust rose two percentage points to 68 per cent.",
         [("Trust", 2, "percent", "point_change"), ("Trust", 68, "percent", "actual")]),
        ("81% of victims were satisfied with how they were treated.",
         [("victims were satisfied", 81, "percent", "share")]),
        ("Whole-experience satisfaction was 78%, a fall of 1.2 percentage points.",
         [("Whole-experience satisfaction", 78, "percent", "actual"),
          ("Whole-experience satisfaction", -1.2, "percent", "point_change")]),
        ("Nearly 4,200 residents took part in the survey.",
         [("residents", 4200, "count", "actual")]),
        ("There were 118 misconduct cases, of which 22 led to dismissal.",
         [("misconduct cases", 118, "count", "actual"),
          ("misconduct cases – led to dismissal", 22, "count", "actual")]),
        ("Reviews of complaints numbered 96, of which 14 were upheld.",
         [("Reviews of complaints", 96, "count", "actual"),
          ("Reviews of complaints – upheld", 14, "count", "actual")]),
        ("The custody visitors made 214 visits and saw 861 detainees.",
         [("visits", 214, "count", "actual"), ("detainees", 861, "count", "actual")]),
        ("Domestic Violence Protection Orders issued: 212.",
         [("Domestic Violence Protection Orders issued", 212, "count", "actual")]),
        ("Stalking protection orders rose to 41 from 29.",
         [("Stalking protection orders", 41, "count", "actual"),
          ("Stalking protection orders", 29, "count", "actual")]),
        ("Drug seizures are up by a fifth.",
         [("Drug seizures", 20, "percent", "percent_change")]),
        ("The team made 482 arrests and seized 61 weapons.",
         [("arrests", 482, "count", "actual"), ("weapons", 61, "count", "actual")]),
        ("Officers carried out 6,412 stop searches, of which 24% found something.",
         [("stop searches", 6412, "count", "actual"), ("stop searches – found something", 24, "percent", "share")]),
        ("The positive outcome rate for burglary is now 9.9%.",
         [("positive outcome rate for burglary", 9.9, "percent", "actual")]),
        ("The charge rate for rape has doubled to 8.4%.",
         [("charge rate for rape", 8.4, "percent", "actual")]),
        ("Solved crime went from 13.2% to 15.1%.",
         [("Solved crime", 13.2, "percent", "actual"), ("Solved crime", 15.1, "percent", "actual")]),
        ("Road deaths fell to 34, ten fewer than in the year before.",
         [("Road deaths", 34, "count", "actual"), ("Road deaths", -10, "count", "change")]),
        ("Speeding offences detected by cameras totalled 48,211.",
         [("Speeding offences detected by cameras", 48211, "count", "actual")]),
        ("Rural crime cost farmers £1.4m.",
         [("Rural crime cost", 1400000, "GBP", "actual")]),
        ("The Force handled 268,400 calls to 999, the highest ever.",
         [("calls to 999", 268400, "count", "actual")]),
        ("101 calls abandoned: 7.4%.",
         [("101 calls abandoned", 7.4, "percent", "actual")]),
        ("Average speed of answer: 31 seconds.",
         [("Average speed of answer", 31, "seconds", "actual")]),
        ("- Vehicle crime: down 8.1% (402 fewer offences)",
         [("Vehicle crime", -8.1, "percent", "percent_change"), ("Vehicle crime", -402, "count", "change")]),
        ("- Violence with injury: +3.2% (118 more offences)",
         [("Violence with injury", 3.2, "percent", "percent_change"),
          ("Violence with injury", 118, "count", "change")]),
        ("- Robbery: 412 (down 9%)",
         [("Robbery", 412, "count", "actual"), ("Robbery", -9, "percent", "percent_change")]),
        ("The wait for a 101 operator had come down from 12 minutes to under three minutes.",
         [("wait for a 101 operator", 12, "minutes", "actual"), ("wait for a 101 operator", 3, "minutes", "actual")]),
        ("The budget would be £142m: £9.3m more than in 2018/19.",
         [("budget", 142000000, "GBP", "projection"), ("budget", 9300000, "GBP", "change")]),
        ("A net revenue budget of £251.4m is put forward for 2024/25, of which £98.2m would be met from the precept.",
         [("net revenue budget", 251400000, "GBP", "actual"), ("precept", 98200000, "GBP", "actual")]),
        ("Patrol officers, of whom the force now has over 900, work in four teams.",
         [("Patrol officers", 900, "count", "actual")]),
        ("Twelve people were killed or seriously injured in June. In July the number was 19, and in August it was 15.",
         [("people killed or seriously injured", 12, "count", "actual"),
          ("people killed or seriously injured", 19, "count", "actual"),
          ("people killed or seriously injured", 15, "count", "actual")]),
        ("The workforce costs £152 a head, against an average of £171.",
         [("workforce cost a head", 152, "GBP", "actual"), ("workforce cost", 171, "GBP", "actual")]),
        ("Savings of £31.2m were made between 2011 and 2016.",
         [("Savings", 31200000, "GBP", "actual")]),
        ("Officer numbers fell by only 3% (12% nationally).",
         [("Officer numbers", -3, "percent", "percent_change"),
          ("Officer numbers", -12, "percent", "percent_change")]),
        ("Satisfaction with the police, at 84.2%, is the best since the survey began.",
         [("Satisfaction with the police", 84.2, "percent", "actual")]),
        ("The share of cases closed in a month is little changed, at 41.3%.",
         [("share of cases closed in a month", 41.3, "percent", "actual")]),
        ("Theft of bicycles went down by a third (33%).",
         [("Theft of bicycles", -33, "percent", "percent_change")]),
        ("Recorded crime fell by more than a fifth.",
         [("Recorded crime", -20, "percent", "percent_change")]),
        ("Vehicle crime rose by nearly a quarter.",
         [("Vehicle crime", 25, "percent", "percent_change")]),
        ("So far this year robbery is 9% lower, or 38 offences fewer.",
         [("robbery", -9, "percent", "percent_change"), ("robbery", -38, "count", "change")]),
        ("Reports of stalking rose by 14%; those of harassment dropped by 6%.",
         [("Reports of stalking", 14, "percent", "percent_change"), ("harassment", -6, "percent", "percent_change")]),
        ("An underspend of £0.6m is forecast against the 2023/24 budget.",
         [("underspend", 600000, "GBP", "projection")]),
        ("The Panel backed a precept increase of 2.99%.",
         [("precept", 2.99, "percent", "percent_change")]),
        ("- £4.1m (5.2%) more core grant",
         [("core grant", 4100000, "GBP", "change"), ("core grant", 5.2, "percent", "percent_change")]),
        ("Government grant grows by £3.1m, staff costs by £4.4m.",
         [("Government grant", 3100000, "GBP", "change"), ("staff costs", 4400000, "GBP", "change")]),
        ("So £1.9m more is needed from the precept.",
         [("precept", 1900000, "GBP", "change")]),
        ("Inflation is £2.1m and pension costs a further £0.6m.",
         [("Inflation", 2100000, "GBP", "actual"), ("pension costs", 600000, "GBP", "actual")]),
        ("Pay awards, 3% last year and a projected 2.5% for 2021/22, add £3.1m to the base budget.",
         [("Pay awards", 3, "percent", "actual"), ("Pay awards", 2.5, "percent", "projection"),
          ("Pay awards cost", 3100000, "GBP", "change")]),
        ("There were 4,120 robberies in the year, which is 212 fewer than before (down 4.9%).",
         [("robberies", 4120, "count", "actual"), ("robberies", -212, "count", "change"),
          ("robberies", -4.9, "percent", "percent_change")]),
        ("Arrests for drug driving more than doubled from 310 to 702.",
         [("Arrests for drug driving", 310, "count", "actual"), ("Arrests for drug driving", 702, "count", "actual")]),
        ("The number of volunteers has gone from 240 to 198.",
         [("number of volunteers", 240, "count", "actual"), ("number of volunteers", 198, "count", "actual")]),
        ("The Band D council tax was frozen at £174.78.", [("Band D council tax", 174.78, "GBP", "actual")]),
        ("Households in Band D would pay £15 a year more.",
         [("Households in Band D – additional paid", 15, "GBP", "change")]),
        ("In the survey 63% said they would pay more.",
         [("survey – would pay more", 63, "percent", "share")]),
        ("The consultation drew 1,904 responses; in the poll 55% agreed.",
         [("responses", 1904, "count", "actual"), ("poll – agreed", 55, "percent", "share")]),
        ("The detection rate for robbery is 21.3%, the 8th highest in the country.",
         [("detection rate for robbery", 21.3, "percent", "actual"),
          ("detection rate for robbery", 8, "rank", "rank")]),
        ("Sickness stood at 5.2% for staff and 4.4% for officers.",
         [("Sickness", 5.2, "percent", "actual"), ("Sickness – officers", 4.4, "percent", "actual")]),
        ("There were 2,318 burglaries in 2023/24, down 11% on the year before.",
         [("burglaries", 2318, "count", "actual"), ("burglaries", -11, "percent", "percent_change")]),
        ("999 calls rose to 241,000 (up 9%).",
         [("999 calls", 241000, "count", "actual"), ("999 calls", 9, "percent", "percent_change")]),
        ("The abandonment rate fell to 2.8 per cent from 9.1 per cent.",
         [("abandonment rate", 2.8, "percent", "actual"), ("abandonment rate", 9.1, "percent", "actual")]),
        ("Answering 999 calls took 9.1 seconds on average.",
         [("Answering 999 calls", 9.1, "seconds", "actual")]),
        ("The average answering time was one minute 12 seconds.",
         [("average answering time", 72, "seconds", "actual")]),
        ("Officers reached 78% of Grade 1 incidents within 15 minutes.",
         [("Grade 1 incidents within 15 minutes", 78, "percent", "share")]),
        ("The capital programme for 2025/26 totals £22.4m.",
         [("capital programme", 22400000, "GBP", "actual")]),
        ("A further £3m will be released from reserves.",
         [("use of reserves", 3000000, "GBP", "actual")]),
        ("Council tax provides 44% of the funding.",
         [("Council tax – funding", 44, "percent", "share")]),
        ("£1.4m of the savings came from the estate.",
         [("savings", 1400000, "GBP", "actual")]),
        ("The forecast deficit is £4.9m in 2025/26 rising to £11.3m in 2028/29.",
         [("forecast deficit", 4900000, "GBP", "projection"), ("forecast deficit", 11300000, "GBP", "projection")]),
        ("The charge for a Band D property was £224.91 in 2019/20.",
         [("charge for a Band D property", 224.91, "GBP", "actual")]),
        ("There are 1,204 specials and volunteers.",
         [("specials and volunteers", 1204, "count", "actual")]),
        ("- burglary (homes and businesses): -18.4 per cent (611 offences)",
         [("burglary", -18.4, "percent", "percent_change"), ("burglary", -611, "count", "change")]),
        ("- hate crime: +6.1 per cent (84 more)",
         [("hate crime", 6.1, "percent", "percent_change"), ("hate crime", 84, "count", "change")]),
        ("- Theft from shops: up 14.2% (388 more offences)",
         [("Theft from shops", 14.2, "percent", "percent_change"), ("Theft from shops", 388, "count", "change")]),
    ],
)  # fmt: skip
def test_wordings_of_many_forces(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In the same period the wait fell to 1min 38secs, from 8min 5 seconds in 2022.", [(98, "none"), (485, "2022-01-01..2022-12-31")]),
        ("Robbery is now 18% below its level in 2019.", [(-18, "none")]),
        ("A net revenue budget of £251.4m is set for 2024/25, of which £98.2m would be met from the precept.",
         [(251400000, "2024-04-01..2025-03-31"), (98200000, "2024-04-01..2025-03-31")]),
        ("An underspend of £0.6m is forecast against the 2023/24 budget.", [(600000, "2023-04-01..2024-03-31")]),
        ("Crime fell by 6%, with a 4% fall in the 12 months to June 2014. Over those 12 months burglary was down by 20%.",
         [(-6, "2013-07-01..2014-06-30"), (-4, "2013-07-01..2014-06-30"), (-20, "2013-07-01..2014-06-30")]),
        ("Savings of £31.2m were made between 2011 and 2016.", [(31200000, "2011-01-01..2016-12-31")]),
        ("On Friday January 27 the Panel backed a precept rise of 5%.", [(5, "none")]),
    ],
)  # fmt: skip
def test_a_figure_has_no_other_figures_period(text: str, figures: list[tuple[float, str]]) -> None:
    assert timed(text) == figures


def test_the_title_of_a_budget_paper_gives_the_year_of_its_money() -> None:
    titled = Identity(force="kent", title="Precept proposal for 2025/26")
    (found,) = read("The Band D precept would go up by £14.", titled)
    assert found.period and found.period.label == "2025/26"
    (crime,) = read("Burglary fell by 5%.", titled)
    assert crime.period is None
    (later,) = read("The budget will be cut by 12% over the next four years.", titled)
    assert later.period is None
    assert (
        read("Savings will be found over the next four years. This is a cut of 12% in the net budget.", titled)[
            0
        ].period
        is None
    )
    (other,) = read("The Band D precept was £242 in 2023/24.", titled)
    assert other.period and other.period.label == "2023/24"


def test_a_band_alone_is_told_of_its_tax() -> None:
    titled = Identity(force="kent", title="Proposed precept 2025/26")
    labels = [o.label for o in read("The Band D charge would go up by 4.1% (£11 a year) to £279.10.", titled)]
    assert labels == ["Band D charge – precept", "Band D charge – precept", "Band D charge – precept"]


def test_this_quarter_is_that_of_the_paper() -> None:
    paper = Identity(force="kent", period_start=dt.date(2013, 4, 1), period_end=dt.date(2013, 6, 30))
    (found,) = read("Reports of rape rose by 7% this quarter.", paper)
    assert found.period and (found.period.start, found.period.end) == (paper.period_start, paper.period_end)


@pytest.mark.parametrize("text", [
    "Stop searches of black people were 4.7 times as likely.",
    "Overtime was over the limit, by £0.9m over budget.",
    "The latest quarter was good.",
    "The Force is 42 officers below its target.",
])  # fmt: skip
def test_ratios_and_empty_labels_give_nothing(text: str) -> None:
    assert told(text) == []


_WORDS = st.sampled_from(
    sorted(
        word_set(
            "crime offences fell rose by from to 16% (-750) 1,204 £4.2m over the Commissioner in 2019/20 compared with 281 is was a "
            "reduction of increase Q1 same period last year 93% women do not ( ) . , ; : - half of seven x per 1,000 nationally"
        )
    )
)


@given(st.lists(_WORDS, max_size=30))
def test_any_words_are_read_without_an_error(words: list[str]) -> None:
    for found in read(" ".join(["Words:", *words])):
        assert found.label and found.value is not None and 0 < found.confidence <= 1


_THINGS = st.sampled_from(
    ("Burglary", "Vehicle crime", "The number of robberies", "Hate crime", "Satisfaction", "Overtime hours")
)
#: Neither years nor telephones: "to 111" may be a number to ring.
_NUMBERS = st.integers(min_value=10, max_value=99_999).filter(
    lambda n: not 1900 <= n <= 2099 and n not in (101, 105, 111, 112, 999)
)
_PERCENTS = st.decimals(min_value=1, max_value=400, places=1)


@given(
    _THINGS,
    _PERCENTS,
    _NUMBERS,
    _NUMBERS,
    st.sampled_from((("rose", 1), ("increased", 1), ("fell", -1), ("has decreased", -1))),
)
def test_a_change_reads_back_as_itself(
    thing: str, percent: Decimal, first: int, second: int, verb: tuple[str, int]
) -> None:
    word, sign = verb
    label = thing.removeprefix("The ")
    assert told(f"{thing} {word} by {percent}% (from {first:,} to {second:,}).") == [
        (label, sign * float(percent), "percent", "point_change" if thing == "Satisfaction" else "percent_change"),
        (label, first, "count", "actual"),
        (label, second, "count", "actual"),
    ]
    assert told(f"{thing} {word} from {first:,} to {second:,}.") == [
        (label, first, "count", "actual"),
        (label, second, "count", "actual"),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(("Preston", "Burnley", "Chorley", "Blackpool")), _PERCENTS), min_size=1, max_size=4
    )
)
def test_a_list_of_places_reads_back_with_each_its_figure(places: list[tuple[str, Decimal]]) -> None:
    *head, last = [f"{percent}% in {place}" for place, percent in places]
    text = f"Burglary rose by {', '.join(head)} and {last}." if head else f"Burglary rose by {last}."
    assert [(o.area, o.value) for o in read(text)] == [(place, float(percent)) for place, percent in places]


@given(st.text(alphabet="aA1%£.,:;()-–—'’ \n\tİβ5x½", max_size=60))
def test_no_text_makes_the_reading_raise(text: str) -> None:
    for found in read(f"Words: {text}"):
        assert found.label and found.value is not None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # What moves a budget, each sum with its own verb.
        ("Efficiencies took off £2.4m, pay awards put on £5.1m and pensions added £1.8m.",
         [("Efficiencies", -2400000, "GBP", "change"), ("pay awards", 5100000, "GBP", "change"), ("pensions", 1800000, "GBP", "change")]),
        ("The precept went up by 4% in 2022/23. In Barrow this brought in £1.31m.",
         [("precept", 4, "percent", "percent_change"), ("precept – raised", 1310000, "GBP", "actual")]),
        ("A rise of 2.5 per cent would have given £812,000.", [("rise of 2.5 per cent – raised", 812000, "GBP", "projection")]),
        ("In 2019/20 it spent £98m on policing, of which £51.2m on officers and £1.4m on PCSOs.",
         [("spending on policing", 98000000, "GBP", "actual"), ("spending on officers", 51200000, "GBP", "actual"),
          ("spending on PCSOs", 1400000, "GBP", "actual")]),
        ("About £0.6m went on agency staff and £2.2m on overtime.",
         [("spending on agency staff", 600000, "GBP", "actual"), ("spending on overtime", 2200000, "GBP", "actual")]),
        ("Some £0.9m was to go to reserves and £2.1m came from balances.",
         [("transfer to reserves", 900000, "GBP", "actual"), ("use of reserves", 2100000, "GBP", "actual")]),
        ("The approved budget had income of £88.1m and net spending of £90.4m.",
         [("income", 88100000, "GBP", "actual"), ("net spending", 90400000, "GBP", "actual")]),
        ("Capital programme: £4.2m spent, £1.9m deferred.",
         [("Capital programme – spent", 4200000, "GBP", "actual"), ("Capital programme – deferred", 1900000, "GBP", "actual")]),
        ("Reserves: £3.3m general, £8.8m earmarked.",
         [("Reserves – general", 3300000, "GBP", "actual"), ("Reserves – earmarked", 8800000, "GBP", "actual")]),
        ("Some £1.2m more came out of reserves.", [("use of reserves", 1200000, "GBP", "change")]),
        ("A rise of 2.5 per cent would have given £812,000 and one of 1 per cent £325,000.",
         [("rise of 2.5 per cent – raised", 812000, "GBP", "projection"), ("rise of 1 per cent – raised", 325000, "GBP", "projection")]),
        ("About 41% of homes are in Band B.", [("homes are in Band B", 41, "percent", "share")]),
        ("Grants paid for mentors, rising to £41,000 a year.", []),
        ("Almost £310,000 was lost through the settlement.", [("funding lost through the settlement", -310000, "GBP", "change")]),
        ("This left a need to save some £2m.", [("savings required", 2000000, "GBP", "target")]),
        ("Additional core grant of £620,000 was announced.", [("Additional core grant", 620000, "GBP", "change")]),
        ("The office carries £410,000 of its own budget forward.", []),
        ("The charity evening raised £2,300.", []),
        # How far off its budget something is.
        ("The year ended £41k under budget.", [("underspend", 41000, "GBP", "actual")]),
        ("Fuel was £0.2m over the approved budget.", [("Fuel – overspend", 200000, "GBP", "actual")]),
        ("Pay is forecast to be £1.2m below budget.", [("Pay – underspend", 1200000, "GBP", "projection")]),
        ("Income was better than expected by £380k.", [("Income", 380000, "GBP", "change")]),
        ("Income was lower than budgeted by £0.4m.", [("Income", -400000, "GBP", "change")]),
        ("Premises costs were higher than forecast by £0.1m.", [("Premises costs", 100000, "GBP", "change")]),
        ("Premises costs were better than forecast by £0.1m.", []),
        # Sums with a band each.
        ("Would people pay 19p a week more at Band B, or 30p a week more at Band D?",
         [("Band B precept a week", 0.19, "GBP", "change"), ("Band D precept a week", 0.3, "GBP", "change")]),
        ("The precept rose by 3% to £188.20 at Band D.",
         [("precept", 3, "percent", "percent_change"), ("Band D precept", 188.2, "GBP", "actual")]),
        ("The Minister assumes an increase of £15 at Band D, which is £10 at Band A.",
         [("Band D precept", 15, "GBP", "change"), ("Band A precept", 10, "GBP", "change")]),
    ],
)  # fmt: skip
def test_sums_each_with_a_verb_of_its_own(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Elsewhere falls were smaller: England and Wales 4.9%, the North East region 3.5%, the most similar group 2.6%.", 3),
        ("Knife crime fell in all districts: Preston by 5%, Chorley by 7% and Burnley by 9%.", 3),
        ("Vehicle crime rose everywhere: in Preston 12%, in Chorley 7%.", 2),
    ],
)  # fmt: skip
def test_one_word_of_change_for_a_list_of_areas(text: str, figures: int) -> None:
    found = read(f"Violent crime fell by 1%. {text}")[1:]
    assert len({o.area for o in found}) == len(found) == figures
    assert {o.statistic for o in found} == {"percent_change"}
    assert all((o.value or 0) < 0 for o in found) == ("fell" in text or "falls" in text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 76% of victims were satisfied. Nationally 72% were.",
         [("victims were satisfied", 76, "Lancashire"), ("victims were satisfied", 72, "National")]),
        ("Some 76% of victims were satisfied, in Kent 81%.", [("victims were satisfied", 76, "Lancashire"), ("victims were satisfied", 81, "Kent")]),
        ("Satisfaction was 75%. The national figure is 70%.", [("Satisfaction", 75, "Lancashire"), ("Satisfaction", 70, "National")]),
        ("Satisfaction was 75%. In Preston it was 64%.", [("Satisfaction", 75, "Lancashire"), ("Satisfaction", 64, "Preston")]),
        ("There were 3,100 officers in March 2015. In March 2010 there were 3,650.",
         [("officers", 3100, "Lancashire"), ("officers", 3650, "Lancashire")]),
        ("The force recorded 61.2 crimes per 1,000 people. The mean of its most similar forces was higher, at 70.4.",
         [("crimes per 1,000 people", 61.2, "Lancashire"), ("crimes per 1,000 people", 70.4, "Most Similar Forces")]),
        ("Crimes per thousand residents stood at 61.2; the MSG average was 70.4.",
         [("Crimes per thousand residents", 61.2, "Lancashire"), ("Crimes per thousand residents", 70.4, "MSG")]),
        ("Satisfaction stood at 74% (MSG 71%) and confidence at 60% (nationally 58%).",
         [("Satisfaction", 74, "Lancashire"), ("Satisfaction", 71, "MSG"), ("confidence", 60, "Lancashire"), ("confidence", 58, "National")]),
        ("An inquiry took 41 days (national average 96 days).", [("inquiry", 41, "Lancashire"), ("inquiry", 96, "National")]),
        ("Violence rose by 12%. Nationally it was 9%.", [("Violence", 12, "Lancashire")]),
        ("All crime fell by 8% nationally, 7% in the region and 6% in the group.",
         [("All crime", -8, "National"), ("All crime", -7, "Regional"), ("All crime", -6, "Most Similar Group")]),
        ("There were 12 officers in the group.", [("officers", 12, "Lancashire")]),
    ],
)  # fmt: skip
def test_the_same_of_another_place_or_time(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert [(o.label, o.value, o.area) for o in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A hundred and sixty officers were recruited.", [("officers recruited", 160, "count", "actual")]),
        ("Two hundred and seven officers were recruited.", [("officers recruited", 207, "count", "actual")]),
        ("Two thousand three hundred offences were recorded.", [("offences recorded", 2300, "count", "actual")]),
        ("Several hundred and more officers came.", []),
        ("The force lost 318 officers and staff (21 percent).",
         [("officers and staff", -318, "count", "change"), ("officers and staff", -21, "percent", "percent_change")]),
        ("Sixty officer posts and thirty civilian posts were expected to go.",
         [("officer posts", -60, "count", "change"), ("civilian posts", -30, "count", "change")]),
        ("The force had 190 more officers than two years earlier.", [("officers", 190, "count", "change")]),
        ("There were 81 hate crimes. Of these 60 were about race, twelve about religion and one “other”.",
         [("hate crimes", 81, "count", "actual"), ("hate crimes – about race", 60, "count", "actual"),
          ("hate crimes – about religion", 12, "count", "actual")]),
        ("We received 41 complaints. Of these 20 were about delay and 12 about rudeness.",
         [("complaints", 41, "count", "actual"), ("complaints – about delay", 20, "count", "actual"),
          ("complaints – about rudeness", 12, "count", "actual")]),
        ("Decision PCD 871 The Deputy Mayor accepted the offer.", []),
        ("Seventeen more operators have been taken on.", [("operators", 17, "count", "change")]),
        ("Violence with injury came to 8,412. That is 310 fewer offences (3.6%).",
         [("Violence with injury – offences", -310, "count", "change"), ("Violence with injury – offences", -3.6, "percent", "percent_change")]),
        ("Domestic burglary was 28 per cent, and shoplifting over 9%, below March 2020.",
         [("Domestic burglary", -28, "percent", "percent_change"), ("shoplifting", -9, "percent", "percent_change")]),
        ("Hate crime came down by 4.2% over the year, or 121 offences.",
         [("Hate crime", -4.2, "percent", "percent_change"), ("Hate crime", -121, "count", "change")]),
        ("Staff numbers were expected to return from 140 to 165.",
         [("Staff numbers", 140, "count", "actual"), ("Staff numbers", 165, "count", "projection")]),
        ("The number of specials is to go from 91 to 50.",
         [("number of specials", 91, "count", "actual"), ("number of specials", 50, "count", "projection")]),
        ("The gap narrowed from 12% to 8%.", [("gap", 12, "percent", "actual"), ("gap", 8, "percent", "actual")]),
        ("The opening hours were extended from 8 to 10.", []),
        ("Domestic burglary fell from 35th to 19th.", [("Domestic burglary", 35, "rank", "rank"), ("Domestic burglary", 19, "rank", "rank")]),
        ("We are to answer 90% of 999 calls within 10 seconds.", [("999 calls within 10 seconds", 90, "percent", "target")]),
        ("Officer numbers are to be kept at 1,320.", [("Officer numbers", 1320, "count", "target")]),
        ("Convictions were achieved in 71.4% of cases on a rolling twelve-month basis.",
         [("Convictions were achieved", 71.4, "percent", "share")]),
        ("The average 101 wait was 2 minutes 27 in March 2020.", [("average 101 wait", 147, "seconds", "actual")]),
        ("Grade 1 calls were attended within 9 minutes and 34 seconds on average.",
         [("Grade 1 calls attended – average time", 574, "seconds", "actual")]),
        ("999 calls were answered in 6 seconds.", [("999 calls answered – time", 6, "seconds", "actual")]),
        ("Grade 1 calls were attended within 15 minutes.", []),
    ],
)  # fmt: skip
def test_numbers_in_words_and_changes_told_far_off(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Kent. There were 61 arrests in 2021/22; 12 people were charged.",
         [(61, "Kent", "2021-04-01..2022-03-31"), (12, "Kent", "none")]),
        ("Essex, April 2015 to March 2016: 91% of complaints were recorded; an inquiry took 41 days.",
         [(91, "Essex", "2015-04-01..2016-03-31"), (41, "Essex", "2015-04-01..2016-03-31")]),
        ("2017/18: there were 61 arrests and 12 appeals.",
         [(61, "Lancashire", "2017-04-01..2018-03-31"), (12, "Lancashire", "2017-04-01..2018-03-31")]),
        ("## Kent: the year\n\nThere were 61 arrests.", [(61, "Kent", "none")]),
        ("## For comparison: Kent\n\nThere were 61 arrests. Nationally there were 900.", [(61, "Kent", "none"), (900, "National", "none")]),
        ("## Year ending March 2018\n\nThere were 61 arrests.", [(61, "Lancashire", "2017-04-01..2018-03-31")]),
        ("## Arrests in Kent\n\nThere were 61 arrests in 2017/18.", [(61, "Kent", "2017-04-01..2018-03-31")]),
        ("## The costs\n\nThere were 61 arrests.", [(61, "Lancashire", "none")]),
        ("Kent. There were 61 arrests.\n\nThe same force made 70 searches.\n\nThere were 80 appeals.",
         [(61, "Kent", "none"), (70, "Kent", "none"), (80, "Lancashire", "none")]),
        ("In Lower Wickton, where cameras were put up, crime has fallen by 30 percent.", [(-30, "Lower Wickton", "none")]),
        ("In Operation Larch, there were 61 arrests.", [(61, "Lancashire", "none")]),
        ("Robbery came to 1,102 offences in 2022/23, 51 above 2021/22.",
         [(1102, "Lancashire", "2022-04-01..2023-03-31"), (51, "Lancashire", "2022-04-01..2023-03-31")]),
        ("4.1 Kent. There were 61 arrests.\n\nIn all 70 searches were made.\n\n4.2 There were 80 appeals.",
         [(61, "Kent", "none"), (70, "Kent", "none"), (80, "Lancashire", "none")]),
        ("The panel was told on 23 March 2015 that complaints had risen by 46%.", [(46, "Lancashire", "none")]),
        ("In January 2018 the budget proposed was £118m.", [(118000000, "Lancashire", "none")]),
        ("At the end of the first quarter of 2015/16 an overspend of £2.8M was forecast.", [(2800000, "Lancashire", "none")]),
    ],
)  # fmt: skip
def test_first_words_and_lines_hold_for_the_figures_below(text: str, figures: list[tuple[float, str, str]]) -> None:
    found = [(o.value, o.area, f"{o.period.start}..{o.period.end}" if o.period else "none") for o in read(text)]
    assert found == figures
