"""Figures from sentences: each wording as printed, and the figures that it states; and the numbers that state none."""

from __future__ import annotations

import datetime as dt

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
        ("There were 12 offences at the Preston Operating Centre.", ["Lancashire"]),
    ],
)  # fmt: skip
def test_the_area_is_the_one_named_with_the_figure(text: str, areas: list[str]) -> None:
    assert [o.area for o in read(text)] == areas


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
