"""One reader of a Streamlit app, as far as its server can tell: speaks what a browser speaks, and draws nothing.

A browser sends with every change what all widgets hold and which messages it still has, so that these need not be sent
again. So does this; what a component of ours reports when it has painted is sent as well.
"""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

# A browser forgets a message that so many runs did without.
REMEMBERED_RUNS = 2
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
# Streamlit's own name for what the components of a page report.
REPORT = "$$STREAMLIT_INTERNAL_KEY_{}__events"
# Where there are hundreds of issues, these are chosen in a component of ours.
BOX = "issue-box"


class Session:
    """One open page.

    Attributes:
        options: What can be chosen, by the label of the widget; the ids of issues where there are hundreds.
        said: The HTML and the notices that the last run sent.
        was_whole: Whether the last run was one of the whole page.
    """

    def __init__(self, connection: ClientConnection, url: str) -> None:
        self._connection, self._url = connection, url
        self._states: dict[str, WidgetState] = {}
        self._labels: dict[str, tuple[str, str]] = {}
        self._remembered: dict[str, int] = {}
        self._query, self._page, self._runs = urlsplit(url).query, "", 0
        self._step: tuple[str, str, str] | None = None
        self._box = ""
        self.options: dict[str, list[str]] = {}
        self.said: list[str] = []
        self.was_whole = False

    @property
    def query(self) -> str:
        """What the address of the page says."""
        return self._query

    @property
    def is_behind(self) -> bool:
        """Whether a part of the page is ahead of the rest, which the browser asks for once that part is painted."""
        return self._step is not None

    def held(self, label: str) -> list[str]:
        """What the widget of that label holds, of those that hold several."""
        return [*self._states[self._labels[label][0]].string_array_value.data]

    async def change(self, label: str) -> float:
        """Choose something else in the widget of that label, whatever it is; gives the seconds as `choose` does."""
        widget, fragment = self._labels[label]
        held = self._states.setdefault(widget, WidgetState(id=widget))
        kind = held.WhichOneof("value")
        if kind == "bool_value":
            held.bool_value = not held.bool_value
            return await self._run(fragment)
        if not self.options[label]:
            return await self.choose(label, "2019-05-06")
        old = {held.string_value} if kind == "string_value" else set(held.string_array_value.data)
        return await self.choose(label, next(each for each in self.options[label] if each not in old))

    async def load(self) -> float:
        """Ask for the page; gives the seconds until it stands."""
        return await self._run("")

    async def visit(self, place: str, query: str | None = None) -> float:
        """Go to another page by a link, which keeps the address unless another is given; gives the seconds."""
        parts = urlsplit(self._url)
        self._url, self._page = parts._replace(path=f"/{place}", query="").geturl(), ""
        self._query = self._query if query is None else query
        # A browser forgets what the page before it held; the address has all that matters.
        self._states, self._labels, self._step, self._box = {}, {}, None, ""
        self.options = {}
        return await self._run("")

    async def choose(self, label: str, *values: str) -> float:
        """Choose in the widget of that label; gives the seconds until the run that follows has ended."""
        if label == "Issue" and self._box:
            return await self._run("", report(self._box, "choose", [*values, 0]))
        widget, fragment = self._labels[label]
        held = self._states.setdefault(widget, WidgetState(id=widget))
        if held.WhichOneof("value") == "string_array_value" or len(values) != 1:
            held.string_array_value.data[:] = values
        else:
            held.string_value = values[0]
        return await self._run(fragment)

    async def catch_up(self) -> float:
        """Report that the part that is ahead is painted; gives the seconds until the rest of the page stands."""
        assert self._step
        (component, step, fragment), self._step = self._step, None
        return await self._run(fragment, report(component, "painted", step))

    async def _run(self, fragment: str, *reports: WidgetState) -> float:
        self._runs += 1
        self.said, self.was_whole = [], False
        asked = BackMsg()
        script = asked.rerun_script
        script.query_string, script.page_script_hash, script.fragment_id = self._query, self._page, fragment
        script.widget_states.widgets.extend([*self._states.values(), *reports])
        script.cached_message_hashes.extend(self._remembered)
        script.page_name = "" if self._page else urlsplit(self._url).path.strip("/")
        script.context_info.url, script.context_info.color_scheme = self._url, "light"
        begin = time.perf_counter()
        await self._connection.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self._connection.recv(decode=False))
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished in DONE:
                    break
            else:
                self._take(message)
        taken = time.perf_counter() - begin
        self._remembered = {name: run for name, run in self._remembered.items() if self._runs - run < REMEMBERED_RUNS}
        return taken

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self._remembered[message.ref_hash] = self._runs
        elif kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "navigation":
            self._page, self.was_whole = message.navigation.page_script_hash, True
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta":
            if message.metadata.cacheable:
                self._remembered[message.hash] = self._runs
            if message.delta.WhichOneof("type") == "new_element":
                self._show(message.delta.new_element, message.delta.fragment_id)

    def _show(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            self._mount(element.bidi_component, fragment)
        elif kind == "html":
            self.said.append(element.html.body)
        elif kind == "alert":
            self.said.append(element.alert.body)
        elif kind in _HELD:
            widget = getattr(element, kind)
            old, _ = self._labels.get(widget.label, (widget.id, ""))
            if old != widget.id:
                # A browser forgets what it held for a widget that another one takes the place of.
                self._states.pop(old, None)
            self._labels[widget.label] = (widget.id, fragment)
            self.options[widget.label] = [getattr(each, "content", each) for each in getattr(widget, "options", ())]
            if widget.set_value or widget.id not in self._states:
                self._hold(kind, widget)
        elif kind == "exception":
            raise AssertionError(f"{self._url}: {element.exception.message}")

    def _mount(self, component: BidiComponent, fragment: str) -> None:
        # Read only where a part of the page can be ahead: the bench must not need what the server needs.
        is_box = component.component_name == BOX
        data = json.loads(component.json or "{}") if fragment or is_box else {}
        if is_box:
            self._box, self.options["Issue"] = component.id, data["ids"]
        elif data.get("step"):
            self._step = (component.id, data["step"], fragment)

    def _hold(self, kind: str, widget: Any) -> None:
        state = self._states[widget.id] = WidgetState(id=widget.id)
        value = _HELD[kind](widget)
        if isinstance(value, list):
            state.string_array_value.data[:] = value
        elif isinstance(value, bool):
            state.bool_value = value
        elif value is not None:
            state.string_value = value


def report(component: str, event: str, value: Any) -> WidgetState:
    """What a component tells the server."""
    said = WidgetState(id=REPORT.format(component))
    said.json_trigger_value = json.dumps([{"event": event, "value": value}])
    return said


def _chosen(widget: Any) -> str | None:
    if widget.set_value:
        return widget.raw_value if widget.HasField("raw_value") else None
    return widget.options[widget.default] if widget.HasField("default") else None


_HELD = {
    "selectbox": _chosen,
    "multiselect": lambda w: [*w.raw_values] if w.set_value else [w.options[each] for each in w.default],
    "button_group": lambda w: [*w.raw_values] if w.set_value else [w.options[each].content for each in w.default],
    "date_input": lambda w: [*w.value] if w.set_value else [*w.default],
    "checkbox": lambda w: w.value if w.set_value else w.default,
}
"""What a browser holds for a widget that it has just been told to draw, by the kind of element."""


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Session]:
    """Open a page, which then stands; closed like a tab."""
    parts = urlsplit(url)
    stream = f"ws://{parts.netloc}/_stcore/stream"
    async with connect(stream, subprotocols=["streamlit"], compression=None, max_size=None) as connection:  # type: ignore[list-item]
        session = Session(connection, url)
        await session.load()
        yield session
