"""What is kept of each save: who confirmed it and when, and which one is the newest?

One file a save in reviews/, named so that they sort by the order of saving. It holds what is needed to take the save
back, and what was proposed and what became of it, as a case for later versions of the desk.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.problems import Problem, RecordsError

FOLDER = "reviews"
NAME = re.compile(r"(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}Z)-(?P<number>[0-9]{3,})-.+\.json")
LONGEST_ID = 100
MOST_CHARACTERS = 10_000_000


def saves(home: Path) -> dict[str, Path]:
    """The file of each save by its id, oldest first."""
    found = {match: path for path in (home / FOLDER).glob("*.json") if (match := NAME.fullmatch(path.name))}
    in_order = sorted(found, key=lambda match: (match["time"], int(match["number"])))
    return {f"{match['time']}-{match['number']}": found[match] for match in in_order}


def next_id(home: Path, now: datetime) -> str:
    """Name the next save: its time, in UTC, and a number that tells saves of one second apart.

    Where it had to wait for another, or a clock went back, it bears the time of the one before it, so that names still
    sort by the order of saving.
    """
    time, number = f"{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}", 1
    if known := [*saves(home)]:
        last, _, count = known[-1].rpartition("-")
        time, number = max((time, number), (last, int(count) + 1))
    return f"{time}-{number:03}"


def review(save_id: str, subject: str, now: datetime, said: Mapping[str, Any]) -> tuple[str, str]:
    """Write the file of a save.

    Args:
        save_id: From `next_id`.
        subject: Id of the source or of the statement.
        now: When it was confirmed.
        said: What else the file says.

    Returns:
        Its name within the home, and its text.

    Raises:
        RecordsError: it cannot be written as JSON, or is too long.
    """
    name = f"{FOLDER}/{save_id}-{subject[:LONGEST_ID]}.json"
    at = f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    try:
        text = json.dumps(
            {**said, "save_id": save_id, "saved_at": at}, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True
        )
    except (TypeError, ValueError, RecursionError) as error:
        raise RecordsError([Problem(name, None, f"cannot be written as JSON ({error}); mend the review")]) from error
    if len(text) > MOST_CHARACTERS:
        what = f"has more than {MOST_CHARACTERS:,} characters; keep less of what was proposed"
        raise RecordsError([Problem(name, None, what)])
    return name, f"{text}\n"
