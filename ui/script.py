"""Scripts and styles of our own components: those of a folder, and those of `drawn/` that all share, put together.

Streamlit takes one string of JavaScript a component. For that the modules keep three rules, which
tests/ui/test_script.py holds for every component: a module is listed after those that it imports; it imports nothing
but names that those export; no two modules of a component share a name at their top level.
"""

import re
from collections.abc import Iterable
from pathlib import Path

SHARED = Path(__file__).parent / "drawn"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\.{1,2}/(drawn/)?\w+\.js";\n', flags=re.M)
_EXPORT = re.compile(r"^export (?=(async )?function|class|const)", flags=re.M)


def text(folder: Path, module: str) -> str:
    """Read one module of a component, by its name in the folder or as `drawn/NAME`."""
    place = folder.parent if module.startswith("drawn/") else folder
    return place.joinpath(f"{module}.js").read_text(encoding="utf-8")


def styles(folder: Path, name: str) -> str:
    """Put the styles of a component below those that all share."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (SHARED / "drawn.css", folder / f"{name}.css"))


def joined(folder: Path, modules: Iterable[str]) -> str:
    """Put the modules of a component together as the one module that Streamlit takes.

    Args:
        folder: The component's room in `ui/`.
        modules: Their names in order; those shared by all components as `drawn/NAME`.
    """
    texts = (text(folder, module) for module in modules)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", module)).strip() + "\n" for module in texts)
