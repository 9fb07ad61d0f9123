"""Figures that measure nothing, and labels that name nothing measured."""

from __future__ import annotations

import pytest

from extract.prose.no_names import names_nothing
from told_sentences import read, timed, told


@pytest.mark.parametrize(
    ("label", "nothing"),
    [
        ("between April and August", True), ("almost", True), ("improved 's figure", True), ("rolling number", True), ("like", True),
        ("year-end figures", True), ("drop among", True), ("", True), ("among victims of burglary", True), ("among those arrested", True),
        ("among victims of ASB satisfaction", False),
        ("burglary", False), ("average wait time", False), ("provisional crime figures", False), ("number of calls", False),
    ],
)  # fmt: skip
def test_labels_that_name_nothing(label: str, nothing: bool) -> None:
    assert names_nothing(label) == nothing


@pytest.mark.parametrize(
    "text",
    [
        "The force looks after 2,200 square miles.",
        "It patrols 340 square kilometres of moorland.",
        "Budget monitoring pdf icon PDF 234 KB",
        "Report: 7",
        "Document no: 12",
        "The increase is equivalent to 26 police officers or 45 PCSOs.",
        "That would be enough to pay for 40 officers.",
        "The average wait was four minutes.\n\nThe figures before were 83 per cent and 15 seconds respectively.",
        "3 offences were recorded in Q4.",
    ],
)
def test_these_measure_nothing(text: str) -> None:
    assert [o for o in told(text) if o[0] != "average wait"] == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # by how much and to what, and no range
        ("Satisfaction rose by over 4 per cent to 88.2 per cent.",
         [("Satisfaction", 4, "percent", "point_change"), ("Satisfaction", 88.2, "percent", "actual")]),
        # changes in brackets behind the names of what changed
        ("There were falls in theft (down 3 per cent), fraud (up 9%) and arson (down 10%).",
         [("theft", -3, "percent", "percent_change"), ("fraud", 9, "percent", "percent_change"), ("arson", -10, "percent", "percent_change")]),
        ("The year saw a reduction in burglary (46%), robbery (21%) and vehicle crime (18%), and an increase in arson (7%).",
         [("burglary", -46, "percent", "percent_change"), ("robbery", -21, "percent", "percent_change"),
          ("vehicle crime", -18, "percent", "percent_change"), ("arson", 7, "percent", "percent_change")]),
        ("Burglary (4%), theft (7%) and robbery (2%) have all fallen.",
         [("Burglary", -4, "percent", "percent_change"), ("theft", -7, "percent", "percent_change"), ("robbery", -2, "percent", "percent_change")]),
        ("Theft (44%) and violence (31%) made up most of the crime that increased.",
         [("Theft", 44, "percent", "share"), ("violence", 31, "percent", "share")]),
        # what comes behind a share is a change of that share
        ("In May 94.2% of 999 calls were answered within 10 seconds, a 5.8% increase on last year.",
         [("999 calls were answered within 10 seconds", 94.2, "percent", "share"),
          ("999 calls were answered within 10 seconds", 5.8, "percent", "point_change")]),
        ("The force dealt with 1,204 burglaries, a 5% increase.",
         [("burglaries", 1204, "count", "actual"), ("burglaries", 5, "percent", "percent_change")]),
        # those that come on top are not all of them
        ("There will be 212 new posts, made up of 69 police officers and 143 staff.",
         [("new posts", 212, "count", "projection"), ("new police officers", 69, "count", "projection"), ("new staff", 143, "count", "projection")]),
        ("There were a total of 80 extra posts.", [("extra posts", 80, "count", "actual")]),
        # some of them, and which
        ("147 of the recruits were from a rural background.", [("recruits – from a rural background", 147, "count", "actual")]),
        ("14 of the complaints were upheld.", [("complaints upheld", 14, "count", "actual")]),
        # what people would like is no change
        ("In all 75% of respondents said they would like to see an increase of more than 2%. The remaining 25% said they wanted a freeze.",
         [("respondents said they would like to see an increase", 75, "percent", "share"), ("respondents – wanted a freeze", 25, "percent", "share")]),
        ("Almost all (98%) of callers were satisfied.", [("callers were satisfied", 98, "percent", "share")]),
        ("He proposes an increase in the police precept of £14.94 for Band D properties.", [("Band D precept", 14.94, "GBP", "change")]),
        ("He proposes a police precept of £248.94 for Band D properties.", [("Band D precept", 248.94, "GBP", "actual")]),
    ],
)  # fmt: skip
def test_what_figures_are_of(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what a clause puts between the name and the verb is no name
        ("Violent crime, where someone was hurt, fell by three per cent to 7,040.",
         [("Violent crime", -3, "percent", "percent_change"), ("Violent crime", 7040, "count", "actual")]),
        ("‘Violence without injury’ crimes, such as stalking and harassment, fell by 1.8 per cent.",
         [("Violence without injury crimes", -1.8, "percent", "percent_change")]),
        ("Positive outcomes, including charges as well as cautions, rose from 25.8% to 26.4%.",
         [("Positive outcomes", 25.8, "percent", "actual"), ("Positive outcomes", 26.4, "percent", "actual")]),
        ("Acquisitive crime – which is burglary, robbery and theft – fell by 15%.", [("Acquisitive crime", -15, "percent", "percent_change")]),
        # the same change again
        ("The figures released today show that crime rose by 1.7%, rising from 53,007 to 53,786.",
         [("crime", 1.7, "percent", "percent_change"), ("crime", 53007, "count", "actual"), ("crime", 53786, "count", "actual")]),
        ("The year-end statistics for the force show that burglary rose by two per cent; an increase of 94 offences.",
         [("burglary", 2, "percent", "percent_change"), ("burglary – offences", 94, "count", "change")]),
        ("There were 177 fewer crimes overall, down 4.6% on last year.",
         [("overall crimes", -177, "count", "change"), ("overall crimes", -4.6, "percent", "percent_change")]),
        # two names and two figures
        ("Shoplifting and arson rose by 17% (848) and 19% (87) respectively.",
         [("Shoplifting", 17, "percent", "percent_change"), ("Shoplifting", 848, "count", "change"),
          ("arson", 19, "percent", "percent_change"), ("arson", 87, "count", "change")]),
        ("Satisfaction and confidence stood at 74% and 60% respectively.",
         [("Satisfaction", 74, "percent", "actual"), ("confidence", 60, "percent", "actual")]),
        ("These fell by 3% and 4% respectively.", []),
        # numbers of footnotes, and two levels that are no range
        ("The workforce is 17%³ smaller than it was.", [("workforce", -17, "percent", "percent_change")]),
        ("We had 830,000³ calls for service.", [("calls for service", 830000, "count", "actual")]),
        ("Days lost had doubled from around 2,000 to 4,000.", [("Days lost", 2000, "count", "actual"), ("Days lost", 4000, "count", "actual")]),
        # with others compared, and not with another time
        ("Our precept is 32% lower than the highest force and 14% lower than the average of all forces.", []),
        # back at a level
        ("The outcome rate had returned to normal levels at 16.7%.", [("outcome rate", 16.7, "percent", "actual")]),
        # what an organisation did is no name; days lost are
        ("Officers took nearly 397,000 working days off sick in 1996-97.", [("days lost to sickness", 397000, "days", "actual")]),
        ("An average of 11.6 days per officer were lost through sickness.", [("average days per officer lost to sickness", 11.6, "days", "actual")]),
        ("They were due to injuries (19%); stress (12%).", [("injuries", 19, "percent", "share"), ("stress", 12, "percent", "share")]),
        ("119 Burglary and Vehicle Crime in Bromsgrove Update", []),
        ("Just one victim of crime is one too many.", []),
    ],
)  # fmt: skip
def test_which_name_a_figure_has(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


def test_the_scope_of_a_rank_is_no_area() -> None:
    found = read("Lancashire was the third safest force area in England and Wales, with 53 crimes per 1,000 people.")
    assert [(o.value, o.area) for o in found if o.unit == "rate"] == [(53, "Lancashire")]


def test_the_next_level_is_of_no_time_before_both() -> None:
    assert timed("In 2013/14 violence stood at 8,158, increasing to 9,566.") == [
        (8158, "2013-04-01..2014-03-31"),
        (9566, "none"),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # the name of each stands before it
        ("Burglary fell from 2,179 to 1,827 and robbery from 602 to 487.",
         [("Burglary", 2179, "count", "actual"), ("Burglary", 1827, "count", "actual"),
          ("robbery", 602, "count", "actual"), ("robbery", 487, "count", "actual")]),
        ("Confidence rose from 70% to 74% and then from 74% to 78%.",
         [("Confidence", 70, "percent", "actual"), ("Confidence", 74, "percent", "actual"),
          ("Confidence", 74, "percent", "actual"), ("Confidence", 78, "percent", "actual")]),
        # so many more, which are no level
        ("Officers made 1,400 more arrests.", [("arrests", 1400, "count", "change")]),
        ("We answered 212 fewer calls.", [("calls", -212, "count", "change")]),
        ("There were 950 fewer reports of noise — down 8.2% — and a 16% fall in arson.",
         [("reports of noise", -950, "count", "change"), ("reports of noise", -8.2, "percent", "percent_change"), ("arson", -16, "percent", "percent_change")]),
        ("Nationally crime rose by an average of 12.9 per cent.", [("crime", 12.9, "percent", "percent_change")]),
        # what is promised
        ("The Government gave its commitment to recruit 20,000 extra officers.", [("extra officers", 20000, "count", "target")]),
        ("He hopes to reach a total of 900 Special Constables by the time he leaves.", [("Special Constables", 900, "count", "actual")]),
        # of what the words before tell
        ("Detection rates for rape remain strong at 30.4%, which is the 12th highest rate.",
         [("Detection rates for rape", 30.4, "percent", "actual"), ("Detection rates for rape", 12, "rank", "rank")]),
        # where figures are printed, how many share something, what would be as much, what a county has
        ("Data from the Office for National Statistics fell by 5%.", []),
        ("It is one of only five forces to increase the number of officers.", []),
        ("They give the equivalent support of an additional 75 officers.", []),
        ("The county attracts around two million tourists a year.", []),
        ("It hopes to be a top ten national performer (79%).", []),
        # what some did is a part all the same, and "each of" counts
        ("Of 895 people who were asked 53.2% agreed with the increase.",
         [("people", 895, "count", "actual"), ("agreed with the increase", 53.2, "percent", "share")]),
        ("Each of the 122 policing communities will have an officer.", [("policing communities", 122, "count", "actual")]),
    ],
)  # fmt: skip
def test_names_of_the_next_figures(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures


def test_a_place_of_the_next_clause_is_none_of_the_figure() -> None:
    found = read("There has been a 17.4% rise in knife seizures while in Preston patrols went on.")
    assert [(o.value, o.area) for o in found] == [(17.4, "Lancashire")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It peaked in March 2023 (12% action taken rate).", [("action taken rate", 12, "percent", "actual")]),
        ("51 officers had served for under a year. Today this figure was now 109 officers.",
         [("officers – served for under a year", 51, "count", "actual"), ("officers – served for under a year", 109, "count", "actual")]),
        ("There were 30 stop and searches in May.", [("stop and searches", 30, "count", "actual")]),
        ("There was a 3% fall in crime, with vehicle crime* down 17% and arson down 30%.",
         [("crime", -3, "percent", "percent_change"), ("vehicle crime", -17, "percent", "percent_change"), ("arson", -30, "percent", "percent_change")]),
        ("The number of calls answered within ten seconds has improved from 74% to 90%.",
         [("number of calls answered within ten seconds", 74, "percent", "actual"), ("number of calls answered within ten seconds", 90, "percent", "actual")]),
        # these measure nothing
        ("The force must meet the aspirational stretch target of 88%.", []),
        ("We have more officers than ever, exceeding the uplift target by 136 officers.", []),
        ("The 6% increase in police recorded crime reflects our work.", [("police recorded crime", 6, "percent", "percent_change")]),
        ("It was seen in 20 crime hotspots thanks to a grant.", []),
        ("At least 10 women can be seen sitting around tables.", []),
        ("It is looked into by 11 elected councillors.", []),
        ("I worked on improving the 101 non emergency call handling.", []),
        ("People of more than 90 different nationalities live in Preston.", []),
        ("Calls that took over a minute dropped from four per cent to one per cent.", []),
    ],
)  # fmt: skip
def test_whole_names_and_none(text: str, figures: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == figures
