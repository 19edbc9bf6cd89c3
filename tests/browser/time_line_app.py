"""A page with a timeline of made events and nothing else: python -m streamlit run tests/browser/time_line_app.py."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any, NamedTuple

import streamlit as st

from charts.timeline.bins import bin_days, bin_for
from ui import time_line

Event = tuple[int, str, str, str, str | None, int]

MARKUP = "<img src=x onerror=window.ran=1>"
EXTENT = ("1988-01-01", "2026-12-31")
STANCES = (("support", f"For {MARKUP}"), ("oppose", "Not recognised"), ("neutral", "Neither"))
KINDS = (
    "War and clash",
    "Vote",
    "Resolution and decision",
    "Agreement and ceasefire",
    "Summit and declaration",
    "Other",
)
FEW: tuple[Event, ...] = (
    (0, "war-1", "The first war of the two", "1992-05-08", None, 3),
    (0, "war-2", "The second war, which lasted for forty-four days", "2020-09-27", "2020-11-10", 149),
    (0, "clash", f"Clash {MARKUP} at the border of the two", "2020-07-12", "2020-07-16", 0),
    (1, "vote-1", "Presidential and parliamentary vote held by the authorities", "2020-03-31", "2020-03-31", 77),
    (1, "vote-2", "Second round of the vote", "2020-04-14", "2020-04-14", 12),
    (1, "vote-0", "A referendum of long ago", "1991-12-10", "1991-12-10", 1),
    (2, "resolution", "Resolution 62/243 of the General Assembly", "2008-03-14", "2008-03-14", 150),
    (5, "embargo", "A border closed in spring", "1993-04-04", "1993-04-04", 0),
)
WORDS = (
    "statement",
    "of the",
    "summit",
    "in Baku",
    "on the conflict",
    "and",
    "resolution",
    "by the council",
    "Yerevan",
)


class Made(NamedTuple):
    """What there is to draw: events by lane, and days on which somebody said something (first, last, stance)."""

    events: list[Event]
    statements: list[tuple[date, date, int]]


def made(name: str) -> Made:
    """The few events, or so many drawn by lot as the name says: "few", "400", "5000", "none"; "crowd" on one day."""
    if name == "none":
        return Made([], [])
    if name == "few":
        return Made(list(FEW), list(_statements(Random(1), 300)))
    if name == "crowd":
        rows: list[Event] = [
            (n % 2, f"crowd-{n}", f"Event {n} of one day", "2008-03-14", "2008-03-14", n % 7) for n in range(60)
        ]
        return Made(rows, list(_statements(Random(2), 40)))
    return Made(list(_events(Random(3), int(name))), list(_statements(Random(4), 2_000)))


def _events(random: Random, many: int) -> Iterator[Event]:
    for number in range(many):
        first = date(1988, 1, 1) + timedelta(int(random.betavariate(4, 2) * 14_200))
        length = random.choice((0, 0, 0, 0, 2, 30))
        title = " ".join(random.choice(WORDS) for _ in range(random.randint(2, 9))).capitalize()
        count = int(random.paretovariate(1)) - 1
        last = first + timedelta(length)
        yield number % 6, f"event-{number}", title, f"{first}", f"{last}", min(count, 200)


def _statements(random: Random, many: int) -> Iterator[tuple[date, date, int]]:
    for _ in range(many):
        day = date(1988, 1, 1) + timedelta(int(random.betavariate(4, 2) * 14_200))
        length = random.choice(("day", "day", "day", "month", "year"))
        first, last = (day, day) if length == "day" else bin_days(day, "month" if length == "month" else "year")
        yield first, last, random.choice((0, 1, 1, 2))


def drawing(name: str, since: date, until: date) -> dict[str, Any]:
    """What charts.timeline would hand over for a range."""
    found, unit = made(name), bin_for(since, until)
    bars, spans = (dict[tuple[date, date], Counter[int]](), dict[tuple[date, date], Counter[int]]())
    for first, last, stance in found.statements:
        if since <= last <= until:
            days = bin_days(last, unit)
            is_certain = days[0] <= first
            (bars if is_certain else spans).setdefault(days if is_certain else (first, last), Counter())[stance] += 1
    counts = sum([*bars.values(), *spans.values()], Counter[int]())
    present = sorted(counts)
    rows = [row for row in found.events if row[3] <= f"{until}" and (row[4] or row[3]) >= f"{since}"]
    lanes = [[list(row[1:]) for row in sorted(rows, key=lambda row: row[3]) if row[0] == lane] for lane in range(6)]
    return {
        "label": "Timeline: somebody said something.",
        "since": f"{since}",
        "until": f"{until}",
        "bin": unit,
        "unit": f"Statements per {unit}",
        "noun": ["statement", "statements"],
        "stances": [
            {"key": STANCES[at][0], "words": STANCES[at][1], "fill": f"{STANCES[at][0]}-own", "count": counts[at]}
            for at in present
        ],
        "bars": [_period(days, stances, present) for days, stances in sorted(bars.items())],
        "spans": [_period(days, stances, present) for days, stances in sorted(spans.items())],
        "bands": [list(row[1:5]) for row in rows if row[1].startswith("war")],
        "lanes": [{"name": KINDS[lane], "events": events} for lane, events in enumerate(lanes) if events],
    }


def _period(days: tuple[date, date], counts: Counter[int], present: list[int]) -> list[Any]:
    return [f"{days[0]}", f"{days[1]}", f"{days[0]} to {days[1]}", [counts[at] for at in present]]


def hear(name: str, *values: str) -> None:
    """Keep what the timeline reports, as a page does."""
    if name == "dates":
        st.session_state["since"], st.session_state["until"] = values
    elif name == "chosen":
        st.session_state["chosen"] = values[0]
    st.session_state["heard"].append(" ".join([name, *(value or "nothing" for value in values)]))


def show() -> None:
    """Draw the page: ?shows=few|400|5000|crowd|none &from= &to= &day= &compact."""
    st.set_page_config(layout="wide")
    asked, kept = st.query_params, st.session_state
    beginning = {"since": asked.get("from", EXTENT[0]), "until": asked.get("to", EXTENT[1]), "chosen": "", "heard": []}
    kept.update({name: value for name, value in beginning.items() if name not in kept})
    found = drawing(asked.get("shows", "few"), date.fromisoformat(kept["since"]), date.fromisoformat(kept["until"]))
    step = f"{kept['since']} {kept['until']}"
    state = time_line.TimeState(kept["chosen"], asked.get("day"), step, EXTENT, "compact" in asked)
    st.title("A timeline")
    time_line.show(found, state, time_line.Callbacks(*(partial(hear, name) for name in ("chosen", "dates", "painted"))))
    st.text(", ".join(["Heard", *kept["heard"]]))
    st.button("Choose the clash", on_click=kept.update, kwargs={"chosen": "clash"})
    st.html("<div style='height: 1200px'></div>")


if __name__ == "__main__":
    show()
