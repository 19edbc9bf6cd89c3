"""What the chosen collection calls its things: ids to names, read once and shared by all sessions."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from ui import rows
from ui.collections import kept

EVERY_ISSUE = "every-issue"


@kept
def collection() -> Mapping[str, Any]:
    """Describe the collection: title, licence, data version, first and last day."""
    return MappingProxyType(rows.records("collection")[0])


@kept
def first_and_last_day() -> tuple[date, date]:
    """Give the whole years that the collection spans; a filter cannot go beyond them."""
    about = collection()
    return about["first_date"].replace(month=1, day=1), about["last_date"].replace(month=12, day=31)


@kept
def issue_titles() -> Mapping[str, str]:
    """Name every issue, most statements first, and "every issue" at the end."""
    return MappingProxyType(
        {row["issue_id"]: row["title"] for row in rows.records("issues")} | {EVERY_ISSUE: "Every issue"}
    )


def has_statements() -> bool:
    """Tell whether the collection holds positions on issues, and not texts alone."""
    return len(issue_titles()) > 1


@kept
def issues() -> Mapping[str, Mapping[str, Any]]:
    """Describe every issue, by its id."""
    return MappingProxyType({row["issue_id"]: MappingProxyType(row) for row in rows.records("issues")})


def issue(issue_id: str) -> Mapping[str, Any]:
    """Describe one issue: proposition, and its words for each stance."""
    return issues()[issue_id]


def stance_labels(issue: Mapping[str, Any]) -> dict[str, str]:
    """Give an issue's own words for each stance; contested has the same word everywhere."""
    return {stance: issue[f"{stance}_label"] for stance in ("support", "oppose", "neutral")} | {
        "contested": "Contested"
    }


@kept
def actor_names() -> Mapping[str, str]:
    """Name every actor, by name."""
    return MappingProxyType({row["actor_id"]: row["actor_name"] for row in rows.records("actors")})


@kept
def organisation_names() -> Mapping[str, str]:
    """Name every organisation that has full members on record, by name."""
    return MappingProxyType(
        {row["actor_id"]: row["actor_name"] for row in rows.records("actors") if row["count_members"]}
    )


@kept
def source_titles() -> Mapping[str, str]:
    """Name every source by publisher and title; those whose text is held first."""
    return MappingProxyType(
        {row["source_id"]: f"{row['publisher']}: {row['title']}" for row in rows.records("sources")}
    )


@kept
def publisher_countries() -> Mapping[str, str]:
    """Name every country in which a source was published, by name; its code where no actor has it."""
    actors = actor_names()
    codes = {row["publisher_country"] for row in rows.records("sources") if row["publisher_country"]}
    return MappingProxyType(
        dict(sorted(((code, actors.get(code, code)) for code in codes), key=lambda named: named[1]))
    )


@kept
def event_titles() -> Mapping[str, str]:
    """Name every event, in order of time."""
    return MappingProxyType({row["event_id"]: row["title"] for row in rows.records("events")})
