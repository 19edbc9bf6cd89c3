"""How do the members of organisations stand on every issue? Members in, what the page's grid draws out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from charts.matrix import columns, in_legend_order, legend, painted
from charts.positions import Standing, standing

Row = Mapping[str, Any]


class Bloc(NamedTuple):
    """One organisation, how many full members it has, and the rows of their positions by issue_id."""

    organisation_id: str
    name: str
    members: int
    positions: Mapping[str, Sequence[Row]]


def grid(blocs: Sequence[Bloc], issues: Sequence[Row]) -> dict[str, Any]:
    """The grid of organisations: in each cell a bar of the members' positions, and how many have one.

    Args:
        blocs: In the order in which they are drawn; a member without a row on an issue leaves the bar shorter.
        issues: issue_id, title, and support_label, oppose_label, neutral_label, in the order of the columns.

    Returns:
        JSON values as of `charts.matrix.grid`; a cell is a list of [number of a class, members in it], positions
        before silences.
    """
    counted = {
        (bloc.organisation_id, issue["issue_id"]): Counter(
            standing(row) for row in bloc.positions.get(issue["issue_id"], ())
        )
        for bloc in blocs
        for issue in issues
    }
    present = in_legend_order(found for counts in counted.values() for found in counts)
    return {
        "row_title": "Organisation",
        "note_title": "Members",
        "classes": [painted(found) for found in present],
        "legend": legend(present),
        "columns": columns(issues, present),
        "rows": [
            {
                "id": bloc.organisation_id,
                "name": bloc.name,
                "members": bloc.members,
                "note": f"{bloc.members:,}",
                "note_words": f"{bloc.members:,} full members",
                "cells": [_parts(counted[bloc.organisation_id, issue["issue_id"]], present) for issue in issues],
            }
            for bloc in blocs
        ],
    }


def _parts(counts: Mapping[Standing, int], present: Sequence[Standing]) -> list[list[int]]:
    return [[number, counts[found]] for number, found in enumerate(present) if counts.get(found)]
