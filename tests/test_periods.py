"""Periods: as printed, and what they mean."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.times.days import parse_day, parse_month_name
from extract.times.periods import PeriodContext, find_periods, month_of, parse_comparison, parse_period
from schema.reading import Period


def day(text: str) -> dt.date | None:
    return None if text == "?" else dt.date.fromisoformat(text)


DAYS = [
    ("12th October 2015", "2015-10-12"),
    ("30/06/2020", "2020-06-30"),
    ("30/6/20", "2020-06-30"),
    ("31/03//2020", "2020-03-31"),
    ("1/4/2019", "2019-04-01"),
    ("30.06.2020", "2020-06-30"),
    ("30-06-2020", "2020-06-30"),
    ("2020-06-30", "2020-06-30"),
    ("30 th June 2019", "2019-06-30"),
    ("MONDAY 23RD MARCH 2015 AT 1:00pm", "2015-03-23"),
    ("Monday, 23 March 2015 at 1.00 pm", "2015-03-23"),
    ("on September 29th 2014", "2014-09-29"),
    ("March 31, 2015", "2015-03-31"),
    ("the 15 March 2013", "2013-03-15"),
    ("the 7th of September 2015", "2015-09-07"),
    ("31 March '15", "2015-03-31"),
    ("4-Jul-15", "2015-07-04"),
    ("3.1.12", "?"),
    ("31 June 2019", "?"),
    ("30 September 12 officers", "?"),
    ("10 may be late", "?"),
    ("June 2020", "?"),
    ("", "?"),
]


@pytest.mark.parametrize(("printed", "meant"), DAYS)
def test_a_day_as_printed(printed: str, meant: str) -> None:
    assert parse_day(printed) == day(meant)


def test_a_day_without_a_year_needs_one_from_outside() -> None:
    assert parse_day("MONDAY 23RD MARCH AT 1:00pm") is None
    assert parse_day("MONDAY 23RD MARCH AT 1:00pm", year=2015) == dt.date(2015, 3, 23)
    assert parse_day("29 February", year=2015) is None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Sept", 9),
        ("APR", 4),
        ("July.", 7),
        (" may ", 5),
        ("Jun", 6),
        ("December", 12),
        ("Marketing", None),
        ("Total", None),
        ("", None),
    ],
)
def test_a_month_as_the_heading_of_a_column(printed: str, meant: int | None) -> None:
    assert parse_month_name(printed) == meant


PERIODS = [
    # months with years
    ("Jul '18-Jun '19", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("Jul '19 - Jun'20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("In Year Performance Jul '19 - Jun'20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Apr '18 - Mar '19", "2018-04-01", "2019-03-31", "financial_year"),
    ("(September 13 - August 14)", "2013-09-01", "2014-08-31", "rolling_12_months"),
    ("Previous 12 month period (September 13 - August 14)", "2013-09-01", "2014-08-31", "rolling_12_months"),
    ("Actual in year performance (September 14 - August 15)", "2014-09-01", "2015-08-31", "rolling_12_months"),
    ("Position as at March 2015 (April 14 – March 15)", "2014-04-01", "2015-03-31", "financial_year"),
    ("Apr 19 – Jun 19", "2019-04-01", "2019-06-30", "quarter"),
    ("April-June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("April to the end of June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("Apr-Sep 2019", "2019-04-01", "2019-09-30", "half_year"),
    ("July 2018 to June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("12-month period July 2018 to June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("NOVEMBER 2012 - MARCH 2014", "2012-11-01", "2014-03-31", "range"),
    ("November to January 2015", "2014-11-01", "2015-01-31", "range"),
    ("July-June 19/20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Jan – March 2019/20", "2020-01-01", "2020-03-31", "quarter"),
    ("Apr-Jun 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("June 2020", "2020-06-01", "2020-06-30", "month"),
    ("Jun-20", "2020-06-01", "2020-06-30", "month"),
    ("Jan.2014", "2014-01-01", "2014-01-31", "month"),
    ("April, May and June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("Oct 13", "2013-10-01", "2013-10-31", "month"),
    # lengths
    ("12M to May '19", "2018-06-01", "2019-05-31", "rolling_12_months"),
    ("12m to Apr-15", "2014-05-01", "2015-04-30", "rolling_12_months"),
    ("12 months to end of September 2017", "2016-10-01", "2017-09-30", "rolling_12_months"),
    ("12 months to 31 March 2015", "2014-04-01", "2015-03-31", "rolling_12_months"),
    ("rolling 12 months to June 2020", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("Annual Change to 30 th June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("Year ending March 2020", "2019-04-01", "2020-03-31", "rolling_12_months"),
    ("9 months to December 2014", "2014-04-01", "2014-12-31", "range"),
    ("* 9 months to December 2014.", "2014-04-01", "2014-12-31", "range"),
    ("quarter ending June 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("4 weeks to the end of June 2020", "2020-06-03", "2020-06-30", "range"),
    ("Period ended December 2014", "?", "2014-12-31", "range"),
    ("to the end of May 2020", "?", "2020-05-31", "range"),
    ("up to 31st May 2020", "?", "2020-05-31", "range"),
    ("Week commencing 3 June 2019", "2019-06-03", "2019-06-09", "week"),
    ("w/e 09/06/2019", "2019-06-03", "2019-06-09", "week"),
    ("3 years from 1st April 2017 up until 31st March 2020", "2017-04-01", "2020-03-31", "range"),
    # days
    ("Spend 30/6/20", "2020-06-30", "2020-06-30", "point"),
    ("31/03//2020", "2020-03-31", "2020-03-31", "point"),
    ("1/4/2019 – 31/03/2020", "2019-04-01", "2020-03-31", "financial_year"),
    ("from 01/07/19 to 30/06/20", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("10th July to 25th September 2015", "2015-07-10", "2015-09-25", "range"),
    ("1 July to 25 September 2015", "2015-07-01", "2015-09-25", "range"),
    ("9-13 November 2015", "2015-11-09", "2015-11-13", "range"),
    ("1st April 2013 to 31st March 2017", "2013-04-01", "2017-03-31", "range"),
    ("1 April '15 to present", "2015-04-01", "?", "range"),
    ("Figures for 1 April '14 to 31 March '15", "2014-04-01", "2015-03-31", "financial_year"),
    ("between the 7th of September and the end of November 2015", "2015-09-07", "2015-11-30", "range"),
    # quarters
    ("Q1 2020/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Q1 19/20", "2019-04-01", "2019-06-30", "quarter"),
    ("Quarter 2 2020-21", "2020-07-01", "2020-09-30", "quarter"),
    ("Quarter 1 (April – June) 2020/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Q4 (Jan – March) 2019/20", "2020-01-01", "2020-03-31", "quarter"),
    ("2019/20 Q3", "2019-10-01", "2019-12-31", "quarter"),
    ("Q1-2 2014/15", "2014-04-01", "2014-09-30", "half_year"),
    ("third quarter of 2020", "2020-07-01", "2020-09-30", "quarter"),
    ("first quarter period, April – June 2015", "2015-04-01", "2015-06-30", "quarter"),
    ("in the first three quarters of 2014/15", "2014-04-01", "2014-12-31", "range"),
    ("first 6 months of 2020", "2020-01-01", "2020-06-30", "half_year"),
    # years
    ("2013/14", "2013-04-01", "2014-03-31", "financial_year"),
    ("2013-14", "2013-04-01", "2014-03-31", "financial_year"),
    ("2020 / 2021", "2020-04-01", "2021-03-31", "financial_year"),
    ("19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("09/10", "2009-04-01", "2010-03-31", "financial_year"),
    ("1999/00", "1999-04-01", "2000-03-31", "financial_year"),
    ("FY 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("FY19-20", "2019-04-01", "2020-03-31", "financial_year"),
    ("to the end of the financial 19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Baseline 2012/13", "2012-04-01", "2013-03-31", "financial_year"),
    ("Projection 2016/17", "2016-04-01", "2017-03-31", "financial_year"),
    ("Calendar year 2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("2001–2002", "2001-04-01", "2002-03-31", "financial_year"),
    ("2013-2018", "2013-01-01", "2018-12-31", "range"),
    ("MTFP 2025-28", "2025-04-01", "2028-03-31", "range"),
    ("MTFS 2025-2029", "2025-04-01", "2029-03-31", "range"),
    ("the 2025-28 MTFS", "2025-04-01", "2028-03-31", "range"),
    ("Medium Term Financial Plan (MTFP) for 2014-18", "2014-04-01", "2018-03-31", "range"),
    ("Reserves Strategy 2019-23", "2019-04-01", "2023-03-31", "range"),
    ("Quarter 3 - 2013/14", "2013-10-01", "2013-12-31", "quarter"),
    ("Quarter 4: 2018/19", "2019-01-01", "2019-03-31", "quarter"),
    ("2020 to date", "2020-01-01", "?", "year_to_date"),
    ("In 2020 to date (30/06/2020)", "2020-01-01", "2020-06-30", "year_to_date"),
    ("Autumn 2020", "2020-09-01", "2020-11-30", "range"),
    # of a comparison, the current one
    ("Change Q1 19/20 v 20/21", "2020-04-01", "2020-06-30", "quarter"),
    ("July-June 19/20 v 18/19", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("12m to Apr-15 -v- 12m to Apr-14", "2014-05-01", "2015-04-30", "rolling_12_months"),
    # words that give no days by themselves
    ("rolling 12 months", "?", "?", "rolling_12_months"),
    ("YTD", "?", "?", "year_to_date"),
    ("L.YTD", "?", "?", "year_to_date"),
    ("Jan – March", "?", "?", "range"),
]


#: The same ways of printing, from papers of other forces.
MORE_PERIODS = [
    ("12 months to date", "?", "?", "rolling_12_months"),
    ("12m to 30/04/15", "2014-05-01", "2015-04-30", "rolling_12_months"),
    ("R12M", "?", "?", "rolling_12_months"),
    ("R12M to Mar 2023", "2022-04-01", "2023-03-31", "rolling_12_months"),
    ("Rolling 12 months to the end of March 2023", "2022-04-01", "2023-03-31", "rolling_12_months"),
    ("rolling 12 months ending 31 March 2023", "2022-04-01", "2023-03-31", "rolling_12_months"),
    ("12 month rolling to Dec-22", "2022-01-01", "2022-12-31", "rolling_12_months"),
    ("12 months ending September 2018", "2017-10-01", "2018-09-30", "rolling_12_months"),
    ("12 months up to and including June 2020", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("twelve months to end March 2016", "2015-04-01", "2016-03-31", "rolling_12_months"),
    ("Year to March 2019", "2018-04-01", "2019-03-31", "rolling_12_months"),
    ("year ended 31 March 2019", "2018-04-01", "2019-03-31", "rolling_12_months"),
    ("Year to 30 June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("YE Mar 2019", "2018-04-01", "2019-03-31", "rolling_12_months"),
    ("YE March 19", "2018-04-01", "2019-03-31", "rolling_12_months"),
    ("Y/E 31/03/2019", "2018-04-01", "2019-03-31", "rolling_12_months"),
    ("12 Mths to Jun 17", "2016-07-01", "2017-06-30", "rolling_12_months"),
    ("12-mth to Jun-17", "2016-07-01", "2017-06-30", "rolling_12_months"),
    ("Last 12 months (Apr 22 - Mar 23)", "2022-04-01", "2023-03-31", "financial_year"),
    ("Current 12 months (to June 2018)", "2017-07-01", "2018-06-30", "rolling_12_months"),
    ("Previous 12 months (to June 2018)", "2017-07-01", "2018-06-30", "rolling_12_months"),
    ("12 months (July 2018 - June 2019)", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("MAT June 2019", "2018-07-01", "2019-06-30", "rolling_12_months"),
    ("Apr14-Mar15", "2014-04-01", "2015-03-31", "financial_year"),
    ("Apr-14 to Mar-15", "2014-04-01", "2015-03-31", "financial_year"),
    ("Apr 2014/Mar 2015", "2014-04-01", "2015-03-31", "financial_year"),
    ("Apr – Dec 2014", "2014-04-01", "2014-12-31", "range"),
    ("April to December 14", "2014-04-01", "2014-12-31", "range"),
    ("Sept 13-Aug 14", "2013-09-01", "2014-08-31", "rolling_12_months"),
    ("01/04/14 - 31/03/15", "2014-04-01", "2015-03-31", "financial_year"),
    ("1 April 2014 – 31 March 2015", "2014-04-01", "2015-03-31", "financial_year"),
    ("1st April to 31st December 2014", "2014-04-01", "2014-12-31", "range"),
    ("1/4/14-31/12/14", "2014-04-01", "2014-12-31", "range"),
    ("01.04.2022 to 31.03.2023", "2022-04-01", "2023-03-31", "financial_year"),
    ("April 1st 2014 to March 31st 2015", "2014-04-01", "2015-03-31", "financial_year"),
    ("between 1 April and 30 June 2018", "2018-04-01", "2018-06-30", "quarter"),
    ("from April 2018 until March 2019", "2018-04-01", "2019-03-31", "financial_year"),
    ("between April 2018 and March 2019", "2018-04-01", "2019-03-31", "financial_year"),
    ("Nov '22 to Jan '23", "2022-11-01", "2023-01-31", "range"),
    ("May-July 2020", "2020-05-01", "2020-07-31", "range"),
    ("May/June 2020", "2020-05-01", "2020-06-30", "range"),
    ("Q1 19/20 v 20/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Q3 2022-23 (Oct–Dec)", "2022-10-01", "2022-12-31", "quarter"),
    ("Q3 (Oct–Dec) 2022/23", "2022-10-01", "2022-12-31", "quarter"),
    ("(Q2) 2020/21", "2020-07-01", "2020-09-30", "quarter"),
    ("Quarterly data (Q2) 2020/21", "2020-07-01", "2020-09-30", "quarter"),
    ("Q4 of 2021/22", "2022-01-01", "2022-03-31", "quarter"),
    ("Qtr 1 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("Qtr1 19/20", "2019-04-01", "2019-06-30", "quarter"),
    ("QTR 3 2014-15", "2014-10-01", "2014-12-31", "quarter"),
    ("Q1 FY 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("Q1 FY20/21", "2020-04-01", "2020-06-30", "quarter"),
    ("Quarter Three 2019/20", "2019-10-01", "2019-12-31", "quarter"),
    ("Quarter one 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("2019/20 Quarter 3", "2019-10-01", "2019-12-31", "quarter"),
    ("2019-20 Qtr 3", "2019-10-01", "2019-12-31", "quarter"),
    ("19/20 Q3", "2019-10-01", "2019-12-31", "quarter"),
    ("2019/20 (Q3)", "2019-10-01", "2019-12-31", "quarter"),
    ("2019/20 - Q3", "2019-10-01", "2019-12-31", "quarter"),
    ("Q3 19-20", "2019-10-01", "2019-12-31", "quarter"),
    ("Q3 '19/20", "2019-10-01", "2019-12-31", "quarter"),
    ("3rd quarter 2019/20", "2019-10-01", "2019-12-31", "quarter"),
    ("third quarter of the 2019/20 financial year", "2019-10-01", "2019-12-31", "quarter"),
    ("quarter ending 31 December 2021", "2021-10-01", "2021-12-31", "quarter"),
    ("quarter ended Dec-21", "2021-10-01", "2021-12-31", "quarter"),
    ("quarter to end of December 2021", "2021-10-01", "2021-12-31", "quarter"),
    ("three months to September 2021", "2021-07-01", "2021-09-30", "quarter"),
    ("Q1-Q3 2019/20", "2019-04-01", "2019-12-31", "range"),
    ("Q1 to Q3 2019/20", "2019-04-01", "2019-12-31", "range"),
    ("Quarters 1 and 2 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("Quarters 1-3 2019/20", "2019-04-01", "2019-12-31", "range"),
    ("Q1 & Q2 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("Q1+Q2 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("H1 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("H2 2022-23", "2022-10-01", "2023-03-31", "half_year"),
    ("H1 19/20", "2019-04-01", "2019-09-30", "half_year"),
    ("First half of 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("second half of 2019/20", "2019-10-01", "2020-03-31", "half_year"),
    ("six months to September 2019", "2019-04-01", "2019-09-30", "half_year"),
    ("Half year to 30 September 2019", "2019-04-01", "2019-09-30", "half_year"),
    ("first six months of 2019/20", "2019-04-01", "2019-09-30", "half_year"),
    ("first nine months of the financial year 2019/20", "2019-04-01", "2019-12-31", "range"),
    ("first three quarters of 2014/15", "2014-04-01", "2014-12-31", "range"),
    ("last quarter of 2014/15", "2015-01-01", "2015-03-31", "quarter"),
    ("final quarter of 2014/15", "2015-01-01", "2015-03-31", "quarter"),
    ("PYTD", "?", "?", "year_to_date"),
    ("LYTD", "?", "?", "year_to_date"),
    ("FYTD", "?", "?", "year_to_date"),
    ("L. YTD", "?", "?", "year_to_date"),
    ("Prev YTD", "?", "?", "year_to_date"),
    ("Last YTD", "?", "?", "year_to_date"),
    ("YTD last year", "?", "?", "year_to_date"),
    ("financial year to date", "?", "?", "year_to_date"),
    ("Fin YTD", "?", "?", "year_to_date"),
    ("FYTD 2019/20", "2019-04-01", "?", "year_to_date"),
    ("2019/20 YTD", "2019-04-01", "?", "year_to_date"),
    ("YTD 2019/20", "2019-04-01", "?", "year_to_date"),
    ("19/20 YTD", "2019-04-01", "?", "year_to_date"),
    ("2019/20 to date", "2019-04-01", "?", "year_to_date"),
    ("2019/20 (to date)", "2019-04-01", "?", "year_to_date"),
    ("2019/20 year to date", "2019-04-01", "?", "year_to_date"),
    ("YTD to December 2019", "2019-04-01", "2019-12-31", "year_to_date"),
    ("YTD (Apr - Dec 2019)", "2019-04-01", "2019-12-31", "year_to_date"),
    ("Year to date (April to December 2019)", "2019-04-01", "2019-12-31", "year_to_date"),
    ("Year to date to 31 December 2019", "2019-04-01", "2019-12-31", "year_to_date"),
    ("2019/20 to 31 December", "2019-04-01", "2019-12-31", "year_to_date"),
    ("2019/20 to Dec", "2019-04-01", "2019-12-31", "year_to_date"),
    ("FYTD to Dec 2019", "2019-04-01", "2019-12-31", "year_to_date"),
    ("Apr-Dec 19 YTD", "2019-04-01", "2019-12-31", "year_to_date"),
    ("2020 to date (to 30 June 2020)", "2020-01-01", "2020-06-30", "year_to_date"),
    ("calendar year to date", "?", "?", "year_to_date"),
    ("2009/2010", "2009-04-01", "2010-03-31", "financial_year"),
    ("F/Y 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("FY2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("FY 19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("financial year 2019-20", "2019-04-01", "2020-03-31", "financial_year"),
    ("FY ending March 2020", "2019-04-01", "2020-03-31", "rolling_12_months"),
    ("2019-2020", "2019-04-01", "2020-03-31", "financial_year"),
    ("2019 - 20", "2019-04-01", "2020-03-31", "financial_year"),
    ("2019 – 2020", "2019-04-01", "2020-03-31", "financial_year"),
    ("'19/'20", "2019-04-01", "2020-03-31", "financial_year"),
    ("'19/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("2019\\20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Year 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Outturn 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("2019/20 Outturn", "2019-04-01", "2020-03-31", "financial_year"),
    ("2019/20 Actual", "2019-04-01", "2020-03-31", "financial_year"),
    ("2020/21 Budget £m", "2020-04-01", "2021-03-31", "financial_year"),
    ("Target 2020/21", "2020-04-01", "2021-03-31", "financial_year"),
    ("2016-2021", "2016-01-01", "2021-12-31", "range"),
    ("2016-21", "2016-01-01", "2021-12-31", "range"),
    ("2021 – 2025", "2021-01-01", "2025-12-31", "range"),
    ("as at 31 March 2015", "2015-03-31", "2015-03-31", "point"),
    ("as at end March 2015", "2015-03-31", "2015-03-31", "point"),
    ("as of 31/3/15", "2015-03-31", "2015-03-31", "point"),
    ("At 31st March 2015", "2015-03-31", "2015-03-31", "point"),
    ("Snapshot 30 Sept 2019", "2019-09-30", "2019-09-30", "point"),
    ("Position at 30 th June 2019", "2019-06-30", "2019-06-30", "point"),
    ("Strength at 31.3.15", "2015-03-31", "2015-03-31", "point"),
    ("Balance at 31 March 2020", "2020-03-31", "2020-03-31", "point"),
    ("4 weeks to 28 June 2020", "2020-06-01", "2020-06-28", "range"),
    ("week ending 28 June 2020", "2020-06-22", "2020-06-28", "week"),
    ("w/c 22/06/20", "2020-06-22", "2020-06-28", "week"),
    ("W/E 28 Jun 20", "2020-06-22", "2020-06-28", "week"),
    ("6 weeks ending 28/06/2020", "2020-05-18", "2020-06-28", "range"),
    ("Month of June 2020", "2020-06-01", "2020-06-30", "month"),
    ("month to 30 June 2020", "2020-06-01", "2020-06-30", "month"),
    ("month ending June 2020", "2020-06-01", "2020-06-30", "month"),
    ("Jun 2020", "2020-06-01", "2020-06-30", "month"),
    ("Jun'20", "2020-06-01", "2020-06-30", "month"),
    ("Jun20", "2020-06-01", "2020-06-30", "month"),
    ("Jun. 2020", "2020-06-01", "2020-06-30", "month"),
    ("June-20", "2020-06-01", "2020-06-30", "month"),
    ("06/2020", "2020-06-01", "2020-06-30", "month"),
    ("2020-06", "2020-06-01", "2020-06-30", "month"),
    ("Calendar Year 2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("CY2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("Jan-Dec 2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("January to December 2019", "2019-01-01", "2019-12-31", "calendar_year"),
    ("first quarter of 2020", "2020-01-01", "2020-03-31", "quarter"),
    ("Period to 31 December 2014", "?", "2014-12-31", "range"),
    ("April-March 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Oct-Sept 2018/19", "2018-10-01", "2019-09-30", "rolling_12_months"),
    ("Apr - Jun 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("24 months to March 2020", "2018-04-01", "2020-03-31", "range"),
    ("3 years to March 2020", "2017-04-01", "2020-03-31", "range"),
    ("5 year average 2015-2019", "2015-01-01", "2019-12-31", "range"),
    ("Ebrill 2019 - Mawrth 2020", "2019-04-01", "2020-03-31", "financial_year"),
    ("Mehefin 2020", "2020-06-01", "2020-06-30", "month"),
    ("Chwarter 1 2019/20", "2019-04-01", "2019-06-30", "quarter"),
    ("12 mis hyd at Mehefin 2020", "2019-07-01", "2020-06-30", "rolling_12_months"),
    ("31 Mawrth 2020", "2020-03-31", "2020-03-31", "point"),
    ("31ain o Fawrth 2020", "2020-03-31", "2020-03-31", "point"),
    ("Blwyddyn ariannol 2019/20", "2019-04-01", "2020-03-31", "financial_year"),
    ("Pre-COVID baseline (2019/20)", "2019-04-01", "2020-03-31", "financial_year"),
]


@pytest.mark.parametrize(("printed", "start", "end", "kind"), [*PERIODS, *MORE_PERIODS])
def test_a_period_as_printed(printed: str, start: str, end: str, kind: str) -> None:
    period = parse_period(printed)
    assert period is not None
    assert (period.start, period.end, period.type) == (day(start), day(end), kind)
    assert period.label in printed


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "2015/17",
            "2014/17",
            "2105/16",
            "Q1 2020",
            "Decision 2015/32",
            "10/43",
            "MSG Position: 2/8",
            "2,976",
            "76.0%",
            "£171.573m",
        ),
        *(
            "S.23",
            "Marketing",
            "",
            "-",
            "Total",
            "over 2000 families",
            "5.36",
            "2194 Samsungs",
            "16th",
            "2014/15 and 2017/18",
            "24/7",
            "the second quarter in succession",
            "the third quarter running",
        ),
    ],
)
def test_what_gives_no_one_period(printed: str) -> None:
    assert parse_period(printed) is None


@pytest.mark.parametrize(
    ("printed", "current", "previous"),
    [
        ("Change Q1 19/20 v 20/21", "2020-04-01", "2019-04-01"),
        ("Q1 20/21 v 19/20", "2020-04-01", "2019-04-01"),
        ("July-June 19/20 v 18/19", "2019-07-01", "2018-07-01"),
        ("12m to Apr-15 -v- 12m to Apr-14", "2014-05-01", "2013-05-01"),
        ("financial 19/20 versus 18/19", "2019-04-01", "2018-04-01"),
        ("April - September 2020 vs April - September 2019", "2020-04-01", "2019-04-01"),
        ("% change 2018/19 to 2019/20", "2019-04-01", "2018-04-01"),
        ("Variance 2013 to 2014", "2014-01-01", "2013-01-01"),
        ("H1 20/21 vs H1 19/20", "2020-04-01", "2019-04-01"),
        ("FYTD to Dec 2019 v FYTD to Dec 2018", "2019-04-01", "2018-04-01"),
    ],
)
def test_both_periods_of_a_comparison(printed: str, current: str, previous: str) -> None:
    both = parse_comparison(printed)
    assert both is not None
    assert [period.start for period in both] == [day(current), day(previous)]


def test_no_comparison_where_two_periods_only_stand_together() -> None:
    assert parse_comparison("2018/19 and 2019/20") is None
    assert parse_comparison("2019/20") is None


MEETING = PeriodContext(
    meeting_date=dt.date(2015, 10, 12), period_start=dt.date(2015, 7, 10), period_end=dt.date(2015, 9, 25)
)
YEAR = PeriodContext(section=Period(dt.date(2019, 4, 1), dt.date(2020, 3, 31), "2019/20", "financial_year"))
ENDED = PeriodContext(section=Period(None, dt.date(2014, 12, 31), "Period ended December 2014", "range"))


@pytest.mark.parametrize(
    ("printed", "context", "start", "end"),
    [
        ("In August", MEETING, "2015-08-01", "2015-08-31"),
        ("In June", MEETING, "2015-06-01", "2015-06-30"),
        ("in January", MEETING, "2015-01-01", "2015-01-31"),
        ("during November", MEETING, "2014-11-01", "2014-11-30"),
        ("Jan – March", YEAR, "2020-01-01", "2020-03-31"),
        ("Q1", YEAR, "2019-04-01", "2019-06-30"),
        ("Quarter 3", YEAR, "2019-10-01", "2019-12-31"),
        ("Latest 12 months", ENDED, "2014-01-01", "2014-12-31"),
        ("YTD", ENDED, "2014-04-01", "2014-12-31"),
        ("PYTD", ENDED, "2013-04-01", "2013-12-31"),
        ("FYTD", ENDED, "2014-04-01", "2014-12-31"),
        ("calendar year to date", ENDED, "2014-01-01", "2014-12-31"),
        ("R12M", ENDED, "2014-01-01", "2014-12-31"),
        ("Previous 12 months", ENDED, "2013-01-01", "2013-12-31"),
        ("H1", YEAR, "2019-04-01", "2019-09-30"),
        ("Q3 2012-13 (Oct–Dec)", MEETING, "2012-10-01", "2012-12-31"),
        ("Q3 2012-13, Oct to Dec", MEETING, "2012-10-01", "2012-12-31"),
        ("L.YTD", ENDED, "2013-04-01", "2013-12-31"),
    ],
)
def test_the_surroundings_give_what_the_words_leave_out(
    printed: str, context: PeriodContext, start: str, end: str
) -> None:
    period = parse_period(printed, context)
    assert period is not None
    assert (period.start, period.end) == (day(start), day(end))


def test_periods_of_running_text_with_their_places() -> None:
    text = "a 16% decrease in offences (from 159,838 Jul '18-Jun '19 to 134,069 Jul '19-Jun '20), over 2000 of them in May 12 times"
    assert [(text[a:b], str(p.start), str(p.end)) for a, b, p in find_periods(text)] == [
        ("Jul '18-Jun '19", "2018-07-01", "2019-06-30"),
        ("Jul '19-Jun '20", "2019-07-01", "2020-06-30"),
    ]


def test_days_in_a_row_share_the_year_of_the_last() -> None:
    assert [str(p.start) for _, _, p in find_periods("on 13 March, 12 June and 5 September 2014")] == [
        "2014-03-13",
        "2014-06-12",
        "2014-09-05",
    ]


def test_a_month_of_a_financial_year() -> None:
    year = parse_period("2017/18")
    assert year is not None
    december = month_of(year, 12)
    january = month_of(year, 1)
    assert december is not None and str(december.start) == "2017-12-01"
    assert january is not None and str(january.end) == "2018-01-31"
    assert month_of(Period(None, None, "?", "range"), 1) is None


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("in the second quarter in Kent", "second quarter"),
        ("in the first quarter of the year", "first quarter"),
        ("in Q1 of 2019/20 it fell", "Q1 of 2019/20"),
        ("(Q2) and more", "Q2"),
        ("in Q3 FY 2019/20", "Q3 FY 2019/20"),
        ("Quarter 1 (April – June), when", "Quarter 1 (April – June)"),
    ],
)
def test_a_quarter_ends_with_its_words(printed: str, label: str) -> None:
    assert [p.label for _, _, p in find_periods(printed, YEAR)] == [label]
