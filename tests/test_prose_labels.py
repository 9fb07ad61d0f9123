"""What a figure is of: the thing that is counted, and never the time, the direction, the heading or the verb beside it."""

from __future__ import annotations

import pytest

from told_sentences import read, told


def labels(text: str) -> list[tuple[str, float | None]]:
    return [(label, value) for label, value, _, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # When it was.
        ("There were 41,300 recorded crimes, 2,150 fewer than five years ago (43,450).",
         [("recorded crimes", 41300), ("recorded crimes", -2150), ("recorded crimes", 43450)]),
        ("Burglary rose to 6,120 offences. Five years earlier it had been 5,804.",
         [("Burglary – offences", 6120), ("Burglary", 5804)]),
        ("The year to date increase in total offences stands at 4.1%.", [("total offences", 4.1)]),
        ("Year to date robbery is 6% lower.", [("robbery", -6)]),
        ("Over the year burglary fell by 3%.", [("burglary", -3)]),
        ("During that period inflation rose by 12%.", [("inflation", 12)]),
        ("In the quarter complaints rose by 14%.", [("complaints", 14)]),
        ("Officers have solved 1,120 burglaries compared to 964 this time last year.",
         [("burglaries", 1120), ("burglaries", 964)]),
        # Of all of a list, and not of its last or first.
        ("Robbery, theft and arson rose by 12%.", [("Robbery, theft and arson", 12)]),
        ("There was a 9% fall in robbery, theft and arson.", [("robbery, theft and arson", -9)]),
        ("There was a 9% fall in robbery, and theft and arson rose by 2%.", [("robbery", -9), ("theft and arson", 2)]),
        ("Overall, theft and arson rose by 12%.", [("theft and arson", 12)]),
        ("Members noted increases in robbery and arson, with a total rise of 13%.", [("robbery and arson", 13)]),
        ("There were falls in robberies, (down 12.8%), vehicle offences, (down 10.5%), and arson (down 4%).",
         [("robberies", -12.8), ("vehicle offences", -10.5), ("arson", -4)]),
        ("The figures show a 13% rise in police recorded crime and worrying double digit increases in violence.",
         [("police recorded crime", 13)]),
        ("There was a 10% increase in domestic abuse related offences.", [("domestic abuse related offences", 10)]),
        ("The number of cold calls increased by three times the number of letters.", []),
        ("Theft, one of the larger groups, grew by 3%.", [("Theft", 3)]),
        ("Drink / Drug driving rose by 12%.", [("Drink / Drug driving", 12)]),
        ("The Panel did not veto an increase of 7.4%.", [("precept", 7.4)]),
        ("The clerk gave the figures. There was an increase of 6.9 per cent at Band D.", [("precept", 6.9)]),
        ("The conclusion was to train staff for the recording of crime in order to achieve the 95% target.",
         [("recording of crime", 95)]),
        ("Crime volume: Lancashire was second lowest in the country and third lowest in its group.",
         [("Crime volume", 2), ("Crime volume in its group", 3)]),
        # Not who said it.
        ("Councillor Smith noted the report. She said that burglary had fallen. The Chair noted a reduction of 7%.",
         [("burglary", -7)]),
        ("Recorded crime had fallen by 2%, which equalled 900 fewer victims of crime.",
         [("Recorded crime", -2), ("victims of crime", -900)]),
        ("Emergency calls that had previously been taking 14 seconds to answer are answered sooner.",
         [("Emergency calls – time to answer", 14)]),
        ("There was a 7% increase in the reporting of crimes relating to domestic abuse.",
         [("reporting of crimes relating to domestic abuse", 7)]),
        # Which way and how.
        ("Satisfaction stands at 81%, which compares favourably to national (76%) figures.", [("Satisfaction", 81), ("Satisfaction", 76)]),
        ("Hate crime went up by 9% in 2013-14, after an increase of 3% in 2012-13.", [("Hate crime", 9), ("Hate crime", 3)]),
        ("Total offences have stayed above the 8,200 level since June.", []),
        # Who did it, and what it led to.
        ("This has led to the average time to answer 101 calls falling to 95 seconds.",
         [("average time to answer 101 calls", 95)]),
        ("The trend is good, with solved burglaries 4% higher than in June.", [("solved burglaries", 4)]),
        ("In May the force was achieving a 2% reduction in total vehicle offences and meeting the target.",
         [("vehicle offences", -2)]),
        ("Arrests, however, went from 310 to 352.", [("Arrests", 310), ("Arrests", 352)]),
        ("The money is for police staff numbers, which are to grow by 35.",
         [("police staff numbers", 35)]),
        ("The crime has taken place elsewhere and referrals rose by 20%.", [("referrals", 20)]),
        # What is said of a sum is part of what it is.
        ("The Commissioner's budget is forecast to be £1.3m underspent.", [("Commissioner's budget – underspend", 1_300_000)]),
        ("A rise of 1.99 per cent would have given £610,000.",
         [("precept", 1.99), ("rise of 1.99 per cent – raised", 610_000)]),
    ],
)  # fmt: skip
def test_a_label_names_what_is_counted(text: str, figures: list[tuple[str, float]]) -> None:
    assert labels(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Domestic abuse rose by 5%. One crime type increased by more than expected: Arson Offences. 64 additional offences were recorded.",
         [("Domestic abuse", 5), ("Arson Offences", 64)]),
        ("Vehicle crime fell by 5%. Robbery is a priority of the Chief Constable. There were 240 offences in the year.",
         [("Vehicle crime", -5), ("Robbery – offences", 240)]),
        ("Vehicle crime fell by 5%. The Chief Constable was pleased. There were 240 offences in the year.",
         [("Vehicle crime", -5), ("Vehicle crime – offences", 240)]),
        ("Victim satisfaction remains at 87%, compared with the national average of 83%.",
         [("Victim satisfaction", 87), ("Victim satisfaction", 83)]),
        ("A suspect was identified in 34% of cases. It was 29% a year ago.",
         [("A suspect was identified", 34), ("A suspect was identified", 29)]),
    ],
)  # fmt: skip
def test_a_newly_named_measure_takes_over(text: str, figures: list[tuple[str, float]]) -> None:
    assert labels(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner walking along the high street with two police officers from the neighbourhood team",
        "Pictured with three cadets at the opening of the new station",
        "The panel has seven members, of whom two are independent.",
    ],
)
def test_who_is_in_a_picture_or_on_a_panel_is_no_measure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "heading",
    ["Supporting information", "What people think", "Why", "The year before", "7 Public questions", "Key points"],
)
def test_a_heading_of_the_papers_own_order_names_no_figure(heading: str) -> None:
    assert labels(f"{heading}\n\nThis was a rise of 4.3%.\n") == []


@pytest.mark.parametrize(
    "heading", ["Executive Summary", "Background", "2 Executive Summary", "Key messages", "Performance overview"]
)
def test_a_heading_run_into_its_sentence_is_no_part_of_its_subject(heading: str) -> None:
    assert labels(f"{heading} All crime has risen by 12.5%.") == [("All crime", 12.5)]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("There were 96,120 crimes across Burnley, Preston and Chorley.", "Burnley, Preston and Chorley"),
        ("There were 1,204 thefts in Burnley, Preston & Chorley from 1 April 2016 until 31 March 201.",
         "Burnley, Preston & Chorley"),
        ("There were 1,204 thefts in Preston, Burglary and Arson being rare.", "Preston"),
        ("While Preston saw a rise of 5% in burglary, it is rare.", "Preston"),
        ("Members heard that Preston had seen a 60% reduction in bike crime.", "Preston"),
        ("Unlike Preston, where it rose, Chorley saw a rise of 5% in burglary.", "Chorley"),
        ("The Crime Survey shows a 13% fall in violence.", "England and Wales"),
        ("Confidence in the police in the Crime Survey rose by 2%.", "Lancashire"),
        ("This compares with a national average increase of 4.5% in crime.", "National average"),
    ],
)  # fmt: skip
def test_what_is_told_of_several_places_together_is_of_all_of_them(text: str, area: str) -> None:
    assert [o.area for o in read(text)] == [area]
