"""Figures from sentences: each wording as printed, and the figures that it states; and the numbers that state none."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from extract.prose.figures import find_prose_observations
from laid_out import laid_out
from schema.reading import Identity
from told_sentences import LANCASHIRE, read, timed, told


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
        ("The Commissioner has an aim of recruiting 1,000 volunteers.", [("volunteers recruited", 1000, "count", "target")]),
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
        ("This campaign aims to appoint 120 police officers.", [("police officers appointed", 120, "count", "target")]),
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
        ("Burglary fell 16% in Lancashire (4% in England and Wales, 9% in the North West).",
         ["Lancashire", "England and Wales", "North West"]),
        ("Burglary fell 16% in Preston (12% in 2018/19).", ["Preston"]),
        ("Burglary fell 16% in Preston (34 offences).", ["Preston", "Preston"]),
        ("Recorded crime fell 16% (4% in England and Wales and 9% in the North West).",
         ["Lancashire", "England and Wales", "North West"]),
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
        ("Burglary has the best results. There were 5,668 victims last year.", [("Burglary – victims", 5668, "Lancashire")]),
        ("Burglary is lowest. There were 568 victims last year, 20% fewer than before.", [("Burglary – victims", 568, "Lancashire"), ("Burglary – victims", -20, "Lancashire")]),
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
