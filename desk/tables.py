"""Which words does the desk know? The reviewed tables in desk/records/, and the names of data/records/actors.csv."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

RECORDS = Path(__file__).with_name("records")
ACTORS = Path(__file__).parents[1] / "data" / "records" / "actors.csv"


@dataclass(frozen=True)
class Reading:
    """What an ambiguous form means where a word of `needs` is near, or it has none, and no word of `unless` is."""

    actor_id: str
    needs: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True)
class StanceCue:
    """Lemmas that show a stance, what they show when negated, and how directly (`kind`: see docs/desk.md)."""

    words: tuple[str, ...]
    stance: str
    negated: str
    kind: str


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def forms() -> Mapping[str, str]:
    """Actor by surface form, the collection's names first; ambiguous forms are left to `readings`."""
    found: dict[str, str] = {}
    for row in _rows(ACTORS):
        if row["kind"] != "former_state":
            for form in (row["name"], row["short_name"], *row["aliases"].split("|")):
                found.setdefault(form, row["actor_id"])
    found |= {row["form"]: row["actor_id"] for row in _rows(RECORDS / "forms.csv")}
    for form, actor in list(found.items()):
        found.setdefault(_plain(form), actor)
    return {form: actor for form, actor in found.items() if form and form not in words("not_forms", "form")}


def _plain(form: str) -> str:
    """A form as agencies without accents write it: "Cote d'Ivoire"."""
    return "".join(character for character in normalize("NFD", form) if not combining(character))


@cache
def readings() -> Mapping[str, tuple[Reading, ...]]:
    """What each ambiguous form can mean, the first that fits first."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for row in _rows(RECORDS / "contexts.csv"):
        needs, unless = (tuple(filter(None, row[name].split("|"))) for name in ("needs", "unless"))
        found[row["form"]].append(Reading(row["actor_id"], needs, unless))
    return {form: tuple(several) for form, several in found.items()}


@cache
def offices() -> Mapping[str, str]:
    """Whom the holder of an office speaks for: state, members, paper or nobody."""
    return {row["office"]: row["speaks_for"] for row in _rows(RECORDS / "offices.csv")}


@cache
def stance_cues() -> Mapping[str, tuple[StanceCue, ...]]:
    """Cues by their first lemma, the longest first."""
    found: dict[str, list[StanceCue]] = defaultdict(list)
    for row in _rows(RECORDS / "stances.csv"):
        cue = StanceCue(tuple(row["words"].split()), row["stance"], row["negated"], row["class"])
        found[cue.words[0]].append(cue)
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for first, cues in found.items()}


@cache
def ballots() -> Mapping[str, str]:
    """Stance by the heading under which a roll call names who took it."""
    return {row["heading"]: row["stance"] for row in _rows(RECORDS / "ballots.csv")}


@cache
def negators() -> Mapping[str, int]:
    """Words that turn a cue around, and over how many words they reach."""
    return {row["word"]: int(row["reach"]) for row in _rows(RECORDS / "negators.csv")}


@cache
def words(table: str, column: str) -> frozenset[str]:
    """One column of a table of desk/records/."""
    return frozenset(row[column] for row in _rows(RECORDS / f"{table}.csv"))


@cache
def weights(table: str) -> Mapping[str, int]:
    """Stems of `diplomatic` or `pastimes`, and what each weighs."""
    return {row["stem"]: int(row["weight"]) for row in _rows(RECORDS / f"{table}.csv")}


@cache
def issue_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Issue, and beginnings of words that all have to be there; the first that fits counts."""
    rows = _rows(RECORDS / "issue_words.csv")
    return tuple((row["issue_id"], tuple(row["words"].lower().split("|"))) for row in rows)


@cache
def exchange_ids() -> Mapping[str, str]:
    """Id in the articles' JSON lines of each actor that has another one here."""
    return {row["actor_id"]: row["exchange_id"] for row in _rows(RECORDS / "exchange_ids.csv")}
