"""Who may do what? Rules of whoever runs the server, and the claims that a provider makes about who is there.

A claim counts in the form alone that it is defined to have. What is missing, of another type or not verified says
nothing.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

RIGHTS = ("sql", "write")
"""What can be closed: questions of one's own, and changing the records. Reading is open to whoever comes."""
OTHERS = ("contact", "groups_claim", "hours")
_RULE = re.compile(r"\*|logged-in|group:[^\s].{0,199}|[^@\s]{0,100}@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.IGNORECASE)
CLOCKS_APART = 300
"""Seconds that the clocks of provider and server may be apart."""
Claims = Mapping[str, Any]


class BadAccess(ValueError):
    """The rules cannot be meant; the message says which and what to do."""


class Roles(NamedTuple):
    """The section `access` of the secrets, checked.

    Attributes:
        rules: By right. Who is not named has it not; "*" is everybody, "logged-in" everybody whom the provider knows.
        contact: Whom to ask for a right; empty where nobody is named.
        groups_claim: The claim that lists somebody's groups.
        hours: After which one has to log in again.
    """

    rules: Mapping[str, tuple[str, ...]]
    contact: str
    groups_claim: str
    hours: float


def roles(section: Mapping[str, Any], *, has_provider: bool) -> Roles:
    """Check what stands in the section.

    Args:
        section: As the file of secrets has it.
        has_provider: Whether that file names somebody who can say who is there.

    Raises:
        BadAccess: it cannot be meant. Then nobody may do what can be closed.
    """
    for key in section:
        if key not in (*RIGHTS, *OTHERS):
            raise BadAccess(f"access.{key} is no right; there are {', '.join(RIGHTS)}, and {', '.join(OTHERS)}")
    # A right that is not named: writing is closed once anybody asks who is there, questions stay open.
    given = {"sql": ["*"], "write": []} | {right: section[right] for right in RIGHTS if right in section}
    rules = {right: _rules(right, given[right]) for right in RIGHTS}
    if not has_provider and any(set(each) - {"*"} for each in rules.values()):
        raise BadAccess("access names people, and auth names no provider that could say who they are")
    contact, claim, hours = section.get("contact", ""), section.get("groups_claim", "groups"), section.get("hours", 12)
    if not (isinstance(contact, str) and isinstance(claim, str) and claim):
        raise BadAccess("access.contact and access.groups_claim have to be texts")
    if isinstance(hours, bool) or not isinstance(hours, (int, float)) or not 0 < hours <= 720:
        raise BadAccess("access.hours has to be a number of hours up to 720")
    return Roles(rules, contact[:200], claim, float(hours))


def may(right: str, roles: Roles, claims: Claims, now: float) -> bool:
    """Tell whether somebody has a right.

    Args:
        right: One of `RIGHTS`.
        roles: The rules.
        claims: About whoever asks; empty for somebody who is not logged in.
        now: Seconds since 1970.
    """
    rules = roles.rules[right]
    if "*" in rules:
        return True
    return is_fresh(roles, claims, now) and any(_fits(rule, roles, claims) for rule in rules)


def is_fresh(roles: Roles, claims: Claims, now: float) -> bool:
    """Tell whether somebody is logged in, and has been for no longer than the rules allow."""
    if claims.get("is_logged_in") is not True:
        return False
    issued = claims.get("iat")
    if isinstance(issued, bool) or not isinstance(issued, (int, float)):
        return False
    return -CLOCKS_APART <= now - issued <= roles.hours * 3_600


def who(claims: Claims) -> str:
    """Name somebody who is logged in: the name and the address, as far as the provider vouches for them."""
    name, mail = claims.get("name"), verified_mail(claims)
    # People choose their names themselves, and could take the address of somebody else into them.
    is_name = isinstance(name, str) and name.isprintable() and not {*name} & {*"<>@"}
    words = " ".join(str(name).split())[:80] if is_name else ""
    if words and mail:
        return f"{words} <{mail}>"
    return words or mail or str(claims.get("sub", ""))[:80]


def verified_mail(claims: Claims) -> str:
    """Give the address that the provider has verified, in small letters; "" where there is none."""
    mail = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(mail, str):
        return ""
    is_plain = mail.isascii() and mail.isprintable() and mail.count("@") == 1 and len(mail) <= 254 and " " not in mail
    return mail.lower() if is_plain else ""


def _rules(right: str, given: Any) -> tuple[str, ...]:  # noqa: ANN401 -- whatever a file holds
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, (list, tuple)) or not all(isinstance(each, str) for each in listed):
        raise BadAccess(f"access.{right} has to be a list of texts")
    for each in listed:
        if not _RULE.fullmatch(each):
            known = '"*", "logged-in", an e-mail address, "@domain" or "group:name"'
            raise BadAccess(f"access.{right} names {each[:60]!r}; give {known}")
    return tuple(each if each.startswith("group:") else each.lower() for each in listed)


def _fits(rule: str, roles: Roles, claims: Claims) -> bool:
    if rule == "logged-in":
        return True
    if rule.startswith("group:"):
        held = claims.get(roles.groups_claim)
        groups = [held] if isinstance(held, str) else held
        return isinstance(groups, (list, tuple)) and rule.removeprefix("group:") in groups
    mail = verified_mail(claims)
    return bool(mail) and (mail == rule or (rule.startswith("@") and mail.partition("@")[2] == rule[1:]))
