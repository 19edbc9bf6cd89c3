"""What the grids and the small maps say: every position in its class, every cell readable without its colour."""

import json
import re
from itertools import product

import pytest

from charts import matrix, matrix_blocs, matrix_maps
from charts.matrix import Line, sign_colours
from charts.matrix_blocs import Bloc
from charts.positions import standing
from charts.shapes import map_url
from charts.theme import DARK, LIGHT, STANCES, WEIGHTS, contrast
from tests.charts.made import LABELS, position

ISSUES = [
    {"issue_id": "votes", "title": "Votes"} | {f"{stance}_label": words for stance, words in LABELS.items()},
    {"issue_id": "peace", "title": "Peace treaty"}
    | {"support_label": "Backed it", "oppose_label": "Objected", "neutral_label": "Took no side"},
]


def line(actor_id, **cells):
    return Line(actor_id, f"Name of {actor_id}", "2", "A position on 2 issues", cells)


def grid(*lines):
    return matrix.grid(lines, ISSUES, "Issues")


def told(drawing, row, column):
    """What a cell says and which sign it shows."""
    cell = drawing["rows"][row]["cells"][column]
    if cell is None:
        return None
    place, day = cell
    return drawing["columns"][column]["words"][place], day, drawing["classes"][place]["sign"]


def test_each_cell_says_the_position_in_the_words_of_its_issue_with_its_day_and_sign():
    drawing = grid(
        line("ARM", votes=position("ARM", "support"), peace=position("ARM", "support", date_label="2023")),
        line(
            "FRA", votes=position("FRA", "oppose", attribution="listed"), peace=position("FRA", "neutral", "borrowed")
        ),
        line("RUS", votes=position("RUS", "contested"), peace=position("RUS", silence="took no part in the vote")),
    )
    assert [[told(drawing, row, column) for column in (0, 1)] for row in range(3)] == [
        [("Regarded as valid – own voice", "31 March 2020", "+"), ("Backed it – own voice", "2023", "+")],
        [
            ("Not recognised – listed by others only", "31 March 2020", "(−)"),
            ("Took no side – through an organisation", "31 March 2020", "[○]"),
        ],
        [("Contested – own voice", "31 March 2020", "±"), ("Took no part in the vote", "", "")],
    ]


def test_an_issue_without_a_row_is_blank_and_not_a_silence():
    drawing = grid(line("EU", votes=position("EU", "oppose")))
    assert drawing["rows"][0]["cells"][1] is None


def test_rows_keep_their_order_name_and_note_and_columns_theirs():
    drawing = grid(line("RUS"), line("ARM"))
    assert [(row["id"], row["name"], row["note"]) for row in drawing["rows"]] == [
        ("RUS", "Name of RUS", "2"),
        ("ARM", "Name of ARM", "2"),
    ]
    assert [(column["id"], column["title"]) for column in drawing["columns"]] == [
        ("votes", "Votes"),
        ("peace", "Peace treaty"),
    ]


def test_the_legend_explains_signs_weaker_evidence_and_silences_that_occur_and_no_others():
    drawing = grid(
        line("ARM", votes=position("ARM", "support")),
        line(
            "FRA", votes=position("FRA", "oppose", attribution="listed"), peace=position("FRA", silence="not searched")
        ),
    )
    assert [(key["words"], key["sign"]) for key in drawing["legend"]] == [
        ("Support", "+"),
        ("Oppose", "−"),
        ("Only named in a list", "(−)"),
        ("Not searched", ""),
    ]
    assert "Through an organisation" in [
        key["words"] for key in grid(line("MLT", votes=position("MLT", "oppose", "borrowed")))["legend"]
    ]


def test_no_two_positions_look_alike_without_their_colour():
    every = [position("FRA", stance, voice) for stance, voice in product(STANCES, ("own", "borrowed"))]
    every += [position("FRA", stance, attribution="listed") for stance in STANCES]
    looks = [matrix.painted(standing(row)) for row in every]
    assert len({(look["sign"], look["pattern"]) for look in looks}) == len(looks)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_sign_can_be_read_on_its_fill(palette):
    inks = dict(re.findall(r"--on-([a-z-]+): light-dark\((.+)\);", sign_colours()))
    assert set(inks) == {f"{stance}-{weight}" for stance, weight in product(STANCES, WEIGHTS)}
    for name, pair in inks.items():
        ink = pair.split(", ")[palette is DARK]
        assert contrast(ink, palette.named()[name]) >= 4.5, name


def bloc(**positions):
    return Bloc("GUAM", "GUAM", 4, positions)


def test_a_bloc_counts_its_members_by_class_positions_before_silences():
    members = [position("AZE", "support"), position("GEO", "support"), position("MDA"), position("UKR", "neutral")]
    drawing = matrix_blocs.grid([bloc(votes=members)], ISSUES)
    (row,) = drawing["rows"]
    words = drawing["columns"][0]["words"]
    assert [(words[place], number) for place, number in row["cells"][0]] == [
        ("Regarded as valid – own voice", 2),
        ("No judgement – own voice", 1),
        ("No position found", 1),
    ]
    assert (row["cells"][1], row["members"], row["note"]) == ([], 4, "4")


def test_blocs_and_actors_are_drawn_from_the_same_keys():
    actors = grid(line("ARM", votes=position("ARM", "support")))
    blocs = matrix_blocs.grid([bloc(votes=[position("AZE", "support")])], ISSUES)
    assert set(actors) == set(blocs)
    assert actors["classes"] == blocs["classes"]
    json.dumps([actors, blocs])


def test_a_small_map_fills_states_and_authorities_and_says_its_message():
    rows = [
        position("ARM", "support"),
        position("FRA", "oppose", attribution="listed"),
        position("GEO", "oppose"),
        position("EU", "oppose", actor_kind="organisation"),
        position("BRA"),
    ]
    drawing = matrix_maps.maps([row | {"issue_id": "votes"} for row in rows], ISSUES)
    assert drawing["address"] == map_url()
    votes, peace = drawing["maps"]
    assert votes["fills"] == {
        "support-own": ["ARM"],
        "oppose-listed": ["FRA"],
        "oppose-own": ["GEO"],
        "no-position": ["BRA"],
    }
    assert votes["label"] == "Votes. Regarded as valid: 1, Not recognised: 2."
    assert [(each["sign"], each["number"]) for each in votes["counts"]] == [("+", 1), ("−", 2)]
    assert (peace["label"], peace["fills"], peace["counts"]) == ("Peace treaty. No position in view.", {}, [])
