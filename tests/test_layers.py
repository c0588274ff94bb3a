"""The pipeline runs one way: no module imports from a later stage, and each heavy library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reportgen"
STAGES = (
    "errors",
    "notices",
    "facts",
    "narrative",
    "document",
    "charts",
    "writers",
    "delivery",
    "review",
    "bundled",
    "pipeline",
    "cli",
)
HOMES = {
    "jinja2": "narrative",
    "matplotlib": "charts",
    "docx": ("writers.docx", "writers.native", "review"),
    "pptx": ("writers.pptx", "writers.native", "review"),
    "click": "cli",
}
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("") for path in PACKAGE.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    """Every name that a module imports, dotted and whole."""
    for node in ast.walk(ast.parse((PACKAGE / module).with_suffix(".py").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stage(dotted: str) -> int:
    return STAGES.index(dotted.split(".")[1]) if dotted.split(".")[1] in STAGES else -1


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_imports_only_from_its_own_stage_or_earlier_ones(module: Path) -> None:
    own = STAGES.index(module.parts[0]) if module.parts[0] in STAGES else len(STAGES)
    later = [name for name in imports(module) if name.startswith("reportgen.") and stage(name) > own]
    assert later == []


@pytest.mark.parametrize(
    "module", [module for module in MODULES if module.parts[0] in ("charts", "writers", "delivery")], ids=str
)
def test_charts_and_writers_see_the_document_model_and_never_the_facts(module: Path) -> None:
    seen = [name for name in imports(module) if name.startswith(("reportgen.facts", "reportgen.narrative"))]
    seen += [
        name
        for name in imports(module)
        if name.startswith("reportgen.document") and not name.startswith("reportgen.document.model")
    ]
    assert seen == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_each_heavy_library_is_imported_in_its_home_only(module: Path) -> None:
    dotted = ".".join(module.parts)
    strays = [name for name in imports(module) if (home := HOMES.get(name.split(".")[0])) and not dotted.startswith(home)]
    assert strays == []


def test_the_document_model_imports_nothing_of_the_package() -> None:
    parts = [module for module in MODULES if module.parts[:2] == ("document", "model")]
    assert len(parts) > 1
    strays = [name for module in parts for name in imports(module) if not name.startswith("reportgen.document.model.")]
    assert [name for name in strays if name.startswith("reportgen")] == []


def test_no_source_file_is_longer_than_400_lines() -> None:
    long = {
        str(module): n
        for module in MODULES
        if (n := len((PACKAGE / module).with_suffix(".py").read_text("utf-8").splitlines())) > 400
    }
    assert long == {}
