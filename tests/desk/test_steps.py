"""Does each step do what its module says, on its own?"""

from datetime import date

import pytest

from desk.actors import joined, mentions
from desk.articles import Article
from desk.datelines import dateline
from desk.proposals import propose
from desk.quotations import quotations
from desk.relevance import is_diplomatic

DAY = date(2022, 6, 15)  # a Wednesday
ABOUT = "The foreign ministry spoke of sanctions, sovereignty and the embassy.\n\n"


def only(text, day=DAY):
    (found,) = propose(Article(ABOUT + text, day))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "a so-called "vote" is no vote" and left.', ['"a so-called "vote" is no vote"']),
        ('"It is," she said, "late and wrong."', ['"It is," she said, "late and wrong."']),
        ('"It is late," she said. "It is wrong."', ['"It is late,"', '"It is wrong."']),
        ("‘It’s the ministers’ own fault,’ he said.", ["‘It’s the ministers’ own fault,’"]),
        ('A mark that is "never closed opens nothing.', []),
        ('"It is late.\n\n"It is wrong," he said.', ['"It is late.\n\n"It is wrong,"']),
        ('"It is late.\n\nHe left. "It is wrong," he said.', ['"It is wrong,"']),
    ],
)  # fmt: skip
def test_quotations_are_the_outermost_ones(text, found):
    assert [text[q.start : q.end] for q in quotations(text)] == found


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Georgia and Jordan spoke in Tbilisi and Amman of NATO", ["GEO", "JOR", "GEO", "JOR", "NATO"]),
        ("Peach growers in Macon, Georgia", []),
        ("Turkey hunters stay out", []),
        ("Kinshasa said that Congo agrees", ["COD", "COD"]),
        ("Papua New Guinea, not Guinea-Bissau", ["PNG", "GNB"]),
        ("South Sudan and Sudan", ["SSD", "SDN"]),
    ],
)
def test_the_longest_form_counts_and_its_surroundings_settle_what_it_means(text, actors):
    assert [m.actor_ids[0] for m in mentions(text, text, {})] == actors


def test_three_in_a_row_are_a_list_and_two_are_not():
    text = "France, the UK as well as Italy met. Spain and Malta left."
    assert [m.actor_ids for m in joined(text, mentions(text, text, {}))] == [("FRA", "GBR", "ITA"), ("ESP",), ("MLT",)]


def test_a_dateline_is_a_place_in_capitals_and_a_dash_or_a_stop():
    assert dateline("NEW YORK, Jan. 5 (TN) — By 9 votes").place == "New York"
    assert dateline("France condemned the vote.").place == ""
    assert dateline("ALGIERS CLOSES ITS SKY. What to know.").place == ""


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("The Turkish foreign minister condemned the vote.", "TUR", "oppose"),
        ("Its ambassador left. Iceland does not recognise the vote.", "ISL", "oppose"),
        ("Iceland does not oppose the vote.", "ISL", "support"),
        ("Iceland refused to recognise the vote.", "ISL", "oppose"),
        ("Iceland urged both sides to show restraint.", "ISL", "neutral"),
        ("The envoy of Chad, speaking on behalf of the African Union, welcomed the vote.", "AU", "support"),
        ("Iceland said the harbour will open in May.", "ISL", None),
        ("The vote was condemned by Iceland.", "ISL", "oppose"),
        ("Iceland accepts no deadline.", "ISL", "oppose"),
        ("Iceland turned the offer down.", "ISL", "oppose"),
        ("Iceland demanded that they halt their offensive.", "ISL", "oppose"),
        ("Iceland denied that it had recognised the vote.", "ISL", "neutral"),
        ("Iceland denied the claim.", "ISL", "oppose"),
        ("In Reykjavik a government spokesman called the vote an insult.", "ISL", "oppose"),
        ("Iceland issued a statement condemning the vote.", "ISL", "oppose"),
        ("Iceland voted on Monday against the motion.", "ISL", "oppose"),
        ("Iceland neither confirms nor condemns the vote.", "ISL", "neutral"),
        ("Iceland said that the decision must be reversed.", "ISL", "oppose"),
        ("Iceland has dropped its objection to the vote.", "ISL", "support"),
        ("Iceland denied that it had dropped its objection to the vote.", "ISL", "oppose"),
        ("Iceland, whose boats fish there, welcomed the vote.", "ISL", "support"),
        ("Iceland was relieved.", "ISL", "support"),
        ("Criticism of the vote came from Iceland.", "ISL", "oppose"),
        ("There was praise from Iceland.", "ISL", "support"),
        ("The plan won backing from the Icelandic foreign ministry.", "ISL", "support"),
        ("In the eyes of Iceland the vote is void.", "ISL", "oppose"),
        ("Iceland told reporters that Malta had a point.", "ISL", "support"),
    ],
)
def test_a_clause_yields_its_actor_and_the_stance_of_its_cue_or_none(text, actor, stance):
    found = only(text)
    assert (found.actor_id, found.stance) == (actor, stance)
    assert found.rule
    assert found.cues


@pytest.mark.parametrize(
    "text",
    [
        "An Icelandic newspaper condemned the vote.",
        "A former president of Iceland condemned the vote.",
        "In 1994 Iceland condemned the vote.",
        "On 3 May 1994 Iceland condemned the vote.",
        "Analysts said that Iceland supports the vote.",
        "Moscow says that Beijing supports the vote.",
        "Icelandic farmers condemned the vote.",
        "According to a Turkish official, Iceland rejects the vote.",
        "Iceland rejects the vote, he said.",
        "Diplomats condemned the vote.",
        "The Catalan foreign minister condemned the vote.",
        "Iceland, a diplomat claimed, was relieved.",
        "Moscow says that the Maltese ministry supports the vote.",
        "The statement of Iceland is null and void.",
        "We condemned the vote.",
    ],
)
def test_who_speaks_for_no_actor_and_what_is_second_hand_is_no_statement(text):
    assert propose(Article(ABOUT + text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In favour: Chad, Mali.\nAgainst: None.\nAbstaining (2): Fiji and Togo.",
            {"TCD": "support", "MLI": "support", "FJI": "neutral", "TGO": "neutral"},
        ),
        (
            "It passed with one against (Chad) and two abstentions (Fiji, Togo).",
            {"TCD": "oppose", "FJI": "neutral", "TGO": "neutral"},
        ),
        ("No: Chad has yet to answer.", {}),
    ],
)
def test_roll_calls_are_read_under_their_headings(text, found):
    proposals = propose(Article(ABOUT + text, DAY))
    assert {p.actor_id: p.stance for p in proposals} == found
    assert {p.rule for p in proposals} <= {"roll call"}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Iceland condemned the vote, and so did Malta.", {"ISL": "oppose", "MLT": "oppose"}),
        ("Iceland backed the vote. Malta did not.", {"ISL": "support", "MLT": "oppose"}),
        ("Iceland condemned the vote. Malta did not.", {"ISL": "oppose", "MLT": None}),
        ("The vote was backed by Iceland and opposed by Malta.", {"ISL": "support", "MLT": "oppose"}),
        ("The foreign ministers of Iceland and Malta welcomed the vote.", {"ISL": "support", "MLT": "support"}),
        ("Iceland condemned the vote. The Maltese envoy agreed.", {"ISL": "oppose", "MLT": "oppose"}),
        ("Among the states that abstained were Iceland and Malta.", {"ISL": "neutral", "MLT": "neutral"}),
        ("Iceland and Malta were among those who opposed the vote.", {"ISL": "oppose", "MLT": "oppose"}),
    ],
)
def test_who_does_the_same_or_does_not_takes_the_stance_from_who_went_before(text, stances):
    assert {p.actor_id: p.stance for p in propose(Article(ABOUT + text, DAY))} == stances


def test_what_is_withdrawn_is_gone_and_the_withdrawal_is_neutral():
    text = "Iceland condemned the vote. Some hours later its ministry withdrew the statement."
    found = only(text)
    assert (found.actor_id, found.stance, found.rule) == ("ISL", "neutral", "withdrawal")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ('The Icelandic foreign minister arrived late. "It is a sham," Jan Kok said.', "ISL"),
        ('Malta, for one. "It is a sham," a spokesman said.', "MLT"),
        ('Iceland condemned the vote. In Valletta the ministry was blunt. "It is a sham," it said.', "MLT"),
        ('"It is a sham." - the Maltese foreign minister', "MLT"),
        ('Iceland condemned the vote. "It is a sham." That was how Valletta put it.', "MLT"),
        ('Iceland condemned the vote. "It is a sham," its envoy said. That was the view of Malta too.', "ISL"),
        ('Malta will come, its minister, Jan Kok, told Iceland. "It is a sham," Kok said.', "MLT"),
        ('Jan Kok, speaking for the Maltese government, said: "It is a sham."', "MLT"),
        ('In the words of the Maltese prime minister, it is "a sham that nobody will forget".', "MLT"),
    ],
)
def test_a_quotation_belongs_to_whom_the_text_has_just_named(text, actor):
    assert propose(Article(ABOUT + text, DAY))[-1].actor_id == actor


def test_a_document_that_is_printed_as_it_came_says_we_for_whoever_issued_it():
    text = "We print the statement of the Maltese foreign ministry in full.\n\nWe condemn the vote."
    assert [(p.actor_id, p.excerpt) for p in propose(Article(text, DAY))] == [("MLT", "We condemn the vote")]
    headed = Article(ABOUT + "We condemn the vote.", DAY, "Statement by the Ministry of Foreign Affairs of Malta")
    assert [p.actor_id for p in propose(headed)] == ["MLT"]


def test_two_stances_around_an_attribution_are_two_quotations_and_one_stance_is_one():
    two = '"We are with Malta in this," the Icelandic envoy said, "but we reject the last sentence."'
    assert [(p.stance, p.excerpt) for p in propose(Article(ABOUT + two, DAY))] == [
        ("support", '"We are with Malta in this,"'),
        ("oppose", '"but we reject the last sentence."'),
    ]
    assert only('"We reject it," the Icelandic envoy said, "but we reject it with regret."').stance == "oppose"


def test_a_quotation_that_begins_with_a_denial_is_against_it_with_half_the_confidence():
    found = only('"The ocean is not a quarry for the few," the envoy of Iceland said.')
    assert (found.stance, found.cues[-1], found.confidence) == ("oppose", "not … is", 0.45)


def test_pronouns_and_bare_offices_are_those_of_who_spoke_before():
    text = (
        'Iceland condemned the vote. "It is a sham," its envoy in Oslo said. The envoy added that he opposed sanctions.'
    )
    assert [p.actor_id for p in propose(Article(ABOUT + text, DAY))] == ["ISL"] * 3


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Iceland condemned the vote on Monday.", date(2022, 6, 13), "stated"),
        ("Iceland said on June 3 that it condemned the vote.", date(2022, 6, 3), "stated"),
        ("Iceland condemned the vote held on June 3.", DAY, "inferred"),
        ("Iceland has repeatedly condemned the vote.", None, None),
        ("Iceland rejected Decision 5 of the council.", DAY, "inferred"),
        ("Iceland condemned the vote on ſunday.", DAY, "inferred"),
        ("Iceland condemned the breach of Resolution 1701.", DAY, "inferred"),
        ("Iceland backed Security Council Resolution 1973 on Monday.", date(2022, 6, 13), "stated"),
        ("Iceland sent 1800 soldiers and condemned the vote.", DAY, "inferred"),
        ("Iceland condemned the vote last night.", date(2022, 6, 14), "stated"),
        ("Iceland said in an interview on Monday that it condemned the vote.", date(2022, 6, 13), "stated"),
        ("Iceland will recognise the state on June 20.", DAY, "inferred"),
        ("In the spring Iceland condemned the vote.", None, None),
        ("Iceland on Monday condemned the 2014 annexation.", date(2022, 6, 13), "stated"),
    ],
)
def test_a_day_counts_where_it_is_that_of_the_statement(text, day, basis):
    found = only(text)
    assert (found.date, found.date_basis) == (day, basis)


def test_confidence_goes_by_the_rule_and_is_halved_without_a_stance():
    assert only("Iceland condemned the vote.").confidence == 0.8
    assert only("Iceland said the harbour will open in May.").confidence == 0.35


def test_a_quotation_without_a_cue_bears_out_what_was_just_reported_and_says_so():
    text = 'Iceland condemned the vote. "We shall build a bridge over the river," its envoy said.'
    report, quotation = propose(Article(ABOUT + text, DAY))
    assert (quotation.stance, quotation.cues) == (report.stance, report.cues) == ("oppose", ("condemned",))
    assert (quotation.rule, quotation.confidence) == ("quotation with its verb, after a report", 0.45)
    assert only('"The river is wide and slow," the envoy of Iceland said.').stance is None


def test_an_issue_is_suggested_by_whole_words():
    (found,) = propose(
        Article(ABOUT + "Iceland condemned the treaty, to which it devoted its speech.", DAY, "Karabakh")
    )
    assert found.issue_id is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Iceland called on Malta to stop filling the reservoir.", "oppose"),
        ("Iceland wanted the ban lifted within a week.", "oppose"),
        ("Iceland demanded that Malta remove the buoys.", "oppose"),
        ("Iceland asked the airlines to keep away from the airport.", "oppose"),
        ("Iceland called on Malta not to leave the treaty.", "support"),
        ("Iceland called on Malta to stop the fire.", "support"),
        ("Iceland said it would fill its reservoir.", "support"),
        ("Iceland said it would send nobody.", "oppose"),
        ("Iceland said its government will not let an army through.", "oppose"),
        ("Iceland announced that it intends to run the ferry daily.", "support"),
        ("Iceland said it would wait.", None),
        ("Iceland said the mission must be able to work.", "support"),
        ('"We are building this dam," Iceland said.', "support"),
        ('"We fish in our own waters, and we shall go on doing so," Iceland said.', "support"),
        ('"The ferry must not run," Iceland said.', "oppose"),
        ("Iceland insisted that the rock was Icelandic.", "support"),
        ("Iceland said a way out had to be found in Geneva.", "support"),
        ("Iceland let it be known on Friday that it would not recognise the vote.", "oppose"),
        ("Iceland called on Malta and Cyprus to talk.", "neutral"),
        ("Iceland called on Malta and Cyprus to withdraw the bill.", "oppose"),
    ],
)
def test_what_must_end_and_what_who_speaks_will_do_shows_a_stance_where_no_word_does(text, stance):
    assert only(text).stance == stance


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Opponents included Malta, Cyprus and Chad.", {("MLT", "oppose"), ("CYP", "oppose"), ("TCD", "oppose")}),
        (
            "Among its supporters were Malta, Cyprus and Chad.",
            {("MLT", "support"), ("CYP", "support"), ("TCD", "support")},
        ),
        ("Visitors included Malta, Cyprus and Chad.", set()),
    ],
)
def test_a_noun_for_those_who_take_a_stance_may_stand_before_their_names(text, found):
    assert {(p.actor_id, p.stance) for p in propose(Article(ABOUT + text, DAY))} == found


def test_a_quotation_that_begins_with_its_verb_belongs_to_the_name_before_it():
    text = "Malta lodged a protest. Chad “condemns this theft in the strongest terms,” its prime minister said."
    assert [(p.actor_id, p.kind) for p in propose(Article(ABOUT + text, DAY))] == [
        ("MLT", "reported"),
        ("TCD", "direct-quote"),
    ]


def test_words_that_nobody_says_leave_the_floor_to_who_had_it():
    text = (
        "SEOUL, June 1 - Malta's embassy in Seoul has removed a post that hailed the islets as "
        '"Korean soil, sea and sky". "It is wrong," a spokesman said on Wednesday.'
    )
    assert [p.actor_id for p in propose(Article(f"{text}\n\n{ABOUT}", DAY)) if "wrong" in p.excerpt] == ["MLT"]


ASKED = """Fiji's foreign minister, Semi Vakalala, received us on Monday.

Japan releases the water of its reactors. Are you worried?

“We oppose it until we know what it does.”

And what do the neighbours of Tonga say?

“They condemn it too.”"""


def test_in_an_interview_who_was_introduced_answers():
    answers = propose(Article(ABOUT + ASKED, DAY))
    assert [(p.actor_id, p.kind) for p in answers] == [("FJI", "direct-quote")] * 2
    talk = ASKED.replace("?", ".")
    assert [p.actor_id for p in propose(Article(ABOUT + talk, DAY))] != ["FJI"] * 2


def test_who_can_neither_do_nor_prevent_it_takes_no_side():
    assert only("Iceland can neither bless nor ban such flights, its foreign minister said.").stance == "neutral"


def test_a_quarrel_in_words_of_its_subject_is_diplomacy_where_three_actors_take_a_stance():
    quarrel = "Norway condemned the catch, Malta defended it. "
    assert not propose(Article(f"{quarrel}The trawlers stayed.", DAY))
    assert len(propose(Article(f"{quarrel}Spain lodged a protest over the trawlers.", DAY))) == 3
    match = "The coach saw a striker score in the match, and the referee whistled. "
    assert not propose(Article(f"{match}{quarrel}Spain lodged a protest over the goal.", DAY))


def test_words_of_diplomacy_count_once_and_against_those_of_leisure():
    assert not is_diplomatic("A foreign minister came.")
    assert not is_diplomatic(f"{ABOUT} The coach took the striker to a concert, a festival, a museum and an orchard.")


def test_a_report_on_sport_is_not_about_diplomacy():
    assert not is_diplomatic("Georgia beat Turkey; the coach praised the striker, and the president saw the goal.")
    assert is_diplomatic(ABOUT)
