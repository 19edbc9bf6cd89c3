"""What the matrix says in a sentence, and in which order it stands: small cases by hand."""

import pytest

from charts.matrix_blocs import Bloc
from methods.agreement import Agreement
from tests.charts.made import position
from ui import blocs, cohesion, matrix_answers, matrix_rows

ISSUES = [
    {"issue_id": issue, "title": title}
    | {f"{stance}_answer": f"{verb} {issue}" for stance, verb in (("support", "backed"), ("oppose", "opposed"))}
    | {"neutral_answer": f"took no side on {issue}"}
    for issue, title in (("peace", "The peace"), ("votes", "The votes"))
]
ACTORS = ("ARM", "AZE", "DEU", "EST", "FRA", "GEO", "ITA", "LVA", "ROU", "TUR")


def on(issue, actor, stance=None, **more):
    return position(actor, stance, **more) | {"issue_id": issue}


def held(**stances):
    """Actors with their stances on as many issues."""
    return {
        actor: {str(issue): on(str(issue), actor, stance) for issue, stance in enumerate(each)}
        for actor, each in stances.items()
    }


def test_the_answer_names_the_issues_with_most_and_least_agreement():
    rows = [on("peace", actor, "support") for actor in ACTORS]
    rows += [on("votes", actor, "oppose" if place < 6 else "neutral") for place, actor in enumerate(ACTORS)]
    assert matrix_answers.actors(rows, ISSUES) == (
        "10 actors hold 20 positions on 2 issues. They stand closest together on “The peace”, where 10 of 10 backed "
        "peace; furthest apart on “The votes”, where 6 of 10 opposed votes."
    )


def test_few_positions_make_no_largest_side_and_silence_no_position():
    rows = [on("peace", actor, "support") for actor in ACTORS[:9]] + [on("votes", "FRA", "oppose"), on("votes", "ITA")]
    assert matrix_answers.actors(rows, ISSUES) == "9 actors hold 10 positions on 2 issues."
    assert matrix_answers.actors([on("votes", "FRA", "oppose")], ISSUES) == "1 actor holds 1 position on 1 issue."
    assert matrix_answers.actors([on("votes", "ITA")], ISSUES) == "Nobody has a position in this view."


def test_a_contested_position_is_on_no_side_but_counts_among_all():
    rows = [on("peace", actor, "support") for actor in ACTORS[:9]] + [on("peace", "TUR", "contested")]
    assert matrix_answers.largest(rows, ISSUES[0]) == ("The peace", 9, 10, "backed peace")


def agreeing(index):
    return Agreement(6, 0, 0, 0, index)


def test_the_comparison_names_all_who_agree_most_and_least():
    found = {"FRA": agreeing(0.9), "DEU": agreeing(0.9), "ARM": agreeing(0.25), "AZE": agreeing(None)}
    assert matrix_answers.compared("Georgia", found) == (
        "Compared with Georgia: of 3 actors with at least 5 issues in common, France and Germany agree most (90%), "
        "Armenia least (25%)."
    )
    assert "France agrees most (90%)" in matrix_answers.compared("Georgia", found | {"DEU": agreeing(0.5)})


def test_where_all_agree_alike_or_nobody_can_be_compared_that_is_said():
    assert matrix_answers.compared("Georgia", {"FRA": agreeing(0.5), "DEU": agreeing(0.5)}).endswith(
        "all agree to 50%."
    )
    assert matrix_answers.compared("Georgia", {"FRA": agreeing(None)}).startswith("Nobody has 5 issues in common")


def test_the_order_is_by_agreement_then_by_what_is_shared_then_by_name():
    five = ["support"] * 5
    actors = held(ARM=five, FRA=five, DEU=[*five, "oppose"], AZE=["oppose"] * 5, GEO=["support"] * 2, ITA=["support"])
    agreements = matrix_rows.compare(actors, "ARM")
    assert matrix_rows.ordered(actors, agreements, fewest=2) == ["ARM", "DEU", "FRA", "AZE", "GEO"]
    assert [line.note for line in matrix_rows.lines(actors, agreements, 2)] == ["", "100%", "100%", "0%", "–"]
    assert matrix_rows.ordered(actors, {}, fewest=2) == ["DEU", "ARM", "AZE", "FRA", "GEO"]


def test_a_borrowed_voice_agrees_with_nobody():
    lent = [on(str(issue), "ITA", "support", voice="borrowed") for issue in range(5)]
    actors = held(FRA=["support"] * 5) | {"ITA": {row["issue_id"]: row for row in lent}}
    assert matrix_rows.compare(actors, "FRA")["ITA"].shared == 0
    assert matrix_rows.ordered(actors, {}, fewest=2) == ["FRA", "ITA"]


def test_nobody_is_compared_with_an_actor_that_is_not_in_view():
    assert matrix_rows.compare(held(FRA=["support"]), "ARM") == {}
    assert matrix_rows.compare(held(FRA=["support"]), None) == {}


def bloc(name, members, **positions):
    return Bloc(name, name, members, positions)


def test_blocs_are_named_where_they_stand_most_as_one_and_most_divided():
    small = bloc("GUAM", 4, peace=[on("peace", actor, "support") for actor in ACTORS[:4]])
    sides = [on("votes", actor, "support" if place < 3 else "oppose") for place, actor in enumerate(ACTORS[:5])]
    assert blocs.answer([small, bloc("BSEC", 10, votes=sides)], ISSUES) == (
        "2 organisations, of 4 to 10 members. Most as one: on “The peace”, 4 of 4 members of GUAM backed peace. Most "
        "divided: on “The votes”, 3 of 10 members of BSEC backed votes and 2 opposed votes."
    )
    assert "divided" not in blocs.answer([small], ISSUES)
    assert blocs.answer([bloc("EU", 2)], ISSUES) == "No member of an organisation has a position in this view."
    assert blocs.answer([], ISSUES) == "No member of an organisation has a position in this view."


def vote(name, attina, rice=None, members=4):
    return {"organisation_id": name, "organisation_name": name, "members": members, "attina": attina, "rice": rice}


def test_blocs_stand_from_united_to_divided_and_who_did_not_vote_comes_last():
    found = [vote("A", None), vote("B", -0.2, 0.0), vote("C", 1.0, None), vote("D", 1.0, 1.0), vote("E", 1.0, 1.0, 9)]
    assert [row["organisation_id"] for row in cohesion.ordered(found)] == ["E", "D", "C", "B", "A"]


@pytest.mark.parametrize(("best", "words"), [(1.0, "Voted as one: D"), (0.6, "Most united (Attinà 0.60): D")])
def test_the_roll_call_names_the_most_and_least_united(best, words):
    call = {"event_id": "a-vote", "title": "A vote", "called_on": position("FRA", "support")["counts_on"]}
    call |= {"organisation_id": "UN", "organisation_name": "UN"}
    counts = {"in_favour": 3, "against": 2, "abstained": 1, "absent": 1}
    found = [vote("UN", 0.0, 0.2, 7) | counts, vote("D", best), vote("B", -0.2), vote("A", None)]
    assert cohesion.answer(found, call) == (
        "“A vote”, 31 March 2020: 7 full members of the UN were called; 3 voted in favour, 2 against, 1 abstained, "
        f"1 took no part. {words}. Least united (Attinà −0.20): B."
    )
