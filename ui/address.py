"""The view's address: every filter as a parameter of the URL, by its id, so that a link shows what its sender saw.

Streamlit's own `bind="query-params"` writes the words on the screen ("France") into the URL, not the id (FRA), and
leaves out defaults; names change and defaults grow, links must not break. Hence this small exchange between
`st.query_params` and `st.session_state`, whose keys are the parameters' names.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from exports.values import echo

Address = dict[str, list[str]]
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,160}")


@dataclass(frozen=True)
class Parameter:
    """One parameter of the address.

    `allowed` holds the ids that exist, or as a tuple the first and the last day; where it is None, any number from 1
    up or any text that could be an id is taken, and the page says so when nothing has it. With `longest`, any printable
    text of that many characters is, with `has_lines` in several lines. A default of False is a switch, written "yes"
    when it is on. `always` writes a parameter even where it has its default: defaults of what is shown grow with the
    collection, and a link must not.
    """

    name: str
    default: Any
    allowed: Collection[Any] | None = None
    always: bool = False
    longest: int | None = None
    has_lines: bool = False
    complaint: str = "“{text}” is not a usable value for “{name}”"

    def fresh(self) -> Any:  # noqa: ANN401 -- as many types as parameters
        """Give the default, a list of its own where it is a list: sessions share the parameters, not the values."""
        return [*self.default] if isinstance(self.default, list) else self.default

    def allows(self, text: str) -> bool:
        """Tell whether a text is an id that exists, or could."""
        return bool(ID.fullmatch(text)) if self.allowed is None else text in self.allowed

    def read(self, raw: list[str]) -> tuple[Any, list[str]]:
        """Turn raw text into a value.

        Returns:
            The value, or the default where the text is unusable, and the texts that could not be used.
        """
        if isinstance(self.allowed, tuple) and all(isinstance(day, date) for day in self.allowed):
            return self._day(raw[0])
        if self.longest is not None:
            line = re.sub(r"[\t\n\r]", " ", raw[0]) if self.has_lines else raw[0]
            good = line.isprintable() and len(line) <= self.longest
            return (raw[0], []) if good else (self.default, raw[:1])
        if isinstance(self.default, bool):
            return raw[0] == "yes", [] if raw[0] == "yes" else raw[:1]
        if isinstance(self.default, int):
            good = raw[0].isascii() and raw[0].isdigit() and 0 < len(raw[0]) < 7 and int(raw[0]) > 0
            return (int(raw[0]), []) if good else (self.default, raw[:1])
        known = [text for text in dict.fromkeys(raw) if self.allows(text)]
        unknown = [text for text in raw if not self.allows(text)]
        if isinstance(self.default, list):
            return known, unknown
        return (known[0] if known else self.default), unknown

    def _day(self, text: str) -> tuple[date | None, list[str]]:
        first, last = sorted(self.allowed or ())
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return self.default, [text]
        return min(max(day, first), last), [] if first <= day <= last else [text]

    def write(self, value: Any) -> list[str]:  # noqa: ANN401 -- as many types as parameters
        """Turn a value into the texts of the address; a default needs none unless it is always written."""
        if value == self.default and not self.always:
            return []
        if isinstance(value, bool):
            return ["yes"]
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def read(raw: Mapping[str, list[str]], parameters: Sequence[Parameter]) -> tuple[dict[str, Any], list[str]]:
    """Read a whole address.

    Returns:
        A value for every parameter, and a sentence for each text that could not be used.
    """
    values, complaints = {}, []
    for parameter in parameters:
        values[parameter.name] = parameter.fresh()
        if raw.get(parameter.name):
            values[parameter.name], unusable = parameter.read(raw[parameter.name])
            complaints += [parameter.complaint.format(text=echo(text), name=parameter.name) for text in unusable]
    return values, complaints


def write(values: Mapping[str, Any], parameters: Sequence[Parameter]) -> Address:
    """Write a whole address: every parameter that says something, in the order of `parameters`."""
    texts = {
        parameter.name: parameter.write(values[parameter.name]) for parameter in parameters if parameter.name in values
    }
    return {name: text for name, text in texts.items() if text}


def from_browser() -> Address:
    """Read the address as the browser has it."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def exchange(parameters: Sequence[Parameter], reset: Sequence[str]) -> list[str]:
    """Bring session and URL into agreement at the start of a run.

    When a widget has changed since the last run, the widgets are right and the URL follows; the parameters named
    in `reset` (a page number) then start anew. When only the URL has changed (a link, the back button), the URL is
    right. A URL that came from outside is left as it is, so that the back button leads out again.

    Returns:
        A sentence for each part of the present URL that could not be used.
    """
    state = st.session_state
    raw = from_browser()
    # A cleared date is None, which means the default; `required=True` would give axe an attribute to complain of.
    held = {parameter.name: state.get(parameter.name) for parameter in parameters}
    values = {
        parameter.name: parameter.fresh() if held[parameter.name] is None else held[parameter.name]
        for parameter in parameters
    }
    touched = "_values" in state and values != state["_values"]
    if touched:
        if any(values[name] != state["_values"][name] for name in values if name not in reset):
            values |= {parameter.name: parameter.fresh() for parameter in parameters if parameter.name in reset}
        state["_complaints"] = []
        raw = write(values, parameters)
        st.query_params.from_dict(raw)
    elif raw != state.get("_address"):
        values, state["_complaints"] = read(raw, parameters)
    state.update(values)
    state["_values"], state["_address"] = values, raw
    state["_defaults"] = {parameter.name: parameter.fresh() for parameter in parameters}
    complaints: list[str] = state["_complaints"]
    return complaints


def renew(parameters: Sequence[Parameter], version: tuple[str, str]) -> None:
    """Bring session and URL into agreement with a collection that was built anew, ahead of `exchange`.

    What the reader chose stays if it still means something; what stood at its default follows that. Neither counts as
    a change of the reader's.

    Args:
        parameters: As the new build has them.
        version: The parameter that names the version, and what it said until now.
    """
    state = st.session_state
    if "_values" not in state:
        return
    raw, (name, before) = from_browser(), version
    is_left = raw == state["_address"]
    held = {parameter.name: state.get(parameter.name) for parameter in parameters}
    for parameter, value in _renewed(held, parameters).items():
        state[parameter] = value
    state["_values"] = _renewed(state["_values"], parameters)
    if is_left and raw:
        state["_address"], state["_complaints"] = write(state["_values"], parameters), []
        st.query_params.from_dict(state["_address"])
    elif raw.get(name) == [before]:
        st.query_params[name] = state[name]


def _renewed(held: Mapping[str, Any], parameters: Sequence[Parameter]) -> dict[str, Any]:
    before = st.session_state["_defaults"]
    chosen = {name: value for name, value in held.items() if value is not None and value != before[name]}
    return read(write(chosen, parameters), parameters)[0]


def correct(parameter: str, value: Any) -> None:  # noqa: ANN401 -- as many types as parameters
    """Set a parameter that the reader did not choose, so that it does not count as a change of the reader's."""
    st.session_state[parameter] = st.session_state["_values"][parameter] = value
