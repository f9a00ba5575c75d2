"""Looks over the code as a careful colleague would, and says one sentence with file and line for each broken house rule."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "adapters", "conversations", "storage", "tests", "docs", "benchmarks")
GENERATED = ROOT / "storage" / "migrations" / "versions"

FILE, FUNCTION, PARAMETERS, NESTING, USUAL = 250, 40, 4, 3, 15
EMPTY_NAMES = {"manager", "helper", "helpers", "util", "utils", "common", "base", "handler", "processor"}
EMPTY_NAMES |= {"data", "info", "context"}
UNDONE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

NAMED = "main serve pages demo inbox operate environment variables exporting terminal commands __main__ speak_up"
NAMED += " speak_up_compelled speak_up_doctor speak_up_steps speak_up_variables"
OUTWARD = {f"bot.{name}" for name in NAMED.split()}
MAY_IMPORT = {"bot.words": {"babel"}}
RETIRED = ("botbuilder", "botframework", "msrest")
KNOWS_RETIRED = "adapters.teams.sdk"
OTHER_ROOMS = ("bot", "adapters", "conversations", "storage")

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


@dataclass(frozen=True, slots=True)
class Module:
    """One file of code: where it lies, what it is called, and what stands in it."""

    path: Path
    name: str
    text: str
    nodes: tuple[ast.AST, ...]

    @property
    def place(self) -> str:
        return str(self.path.relative_to(ROOT))


def modules() -> list[Module]:
    """Every module of the house but the generated ones."""
    paths = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if GENERATED not in path.parents)
    return [read(path) for path in paths]


def read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return parsed(path, name, text)


def parsed(path: Path, name: str, text: str) -> Module:
    return Module(path, name, text, tuple(ast.walk(ast.parse(text))))


def faults(seen: list[Module]) -> list[str]:
    """Everything that breaks a house rule, sorted by file."""
    laws = (_size, _opening, _undone, _names, _functions, _core_imports, _retired, _rooms)
    return sorted(chain.from_iterable(law(module) for law in laws for module in seen))


def lengths(seen: list[Module]) -> list[int]:
    """How many lines each function has, shortest first."""
    return sorted(_lines(function) for module in seen for function in _functions_of(module))


def usual(of: list[int]) -> int:
    """The 90th percentile: nine of ten are at most as long."""
    return of[len(of) * 9 // 10] if of else 0


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that is imported, also inside functions."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module or '.'}.{name.name}") for name in node.names)


def _size(module: Module) -> Iterator[str]:
    if (lines := len(module.text.splitlines())) > FILE:
        yield f"{module.place}:{FILE + 1}: the file has {lines} lines; at most {FILE} fit on a desk."


def _opening(module: Module) -> Iterator[str]:
    if not isinstance(module.nodes[0], ast.Module) or not ast.get_docstring(module.nodes[0]):
        yield f"{module.place}:1: the module does not open with a sentence that says what it is for."


def _undone(module: Module) -> Iterator[str]:
    for number, line in enumerate(module.text.splitlines(), start=1):
        if found := UNDONE.search(line):
            yield f"{module.place}:{number}: {found[0]}: finish it, or open an issue."


def _names(module: Module) -> Iterator[str]:
    classes = ((node.lineno, node.name) for node in module.nodes if isinstance(node, ast.ClassDef))
    for line, name in ((1, module.name.rpartition(".")[2]), *classes):
        empty = {part.lower() for part in PARTS.findall(name)} & EMPTY_NAMES
        if empty:
            yield f"{module.place}:{line}: the name {name} says {min(empty)}, which says nothing."


def _functions(module: Module) -> Iterator[str]:
    for function in _functions_of(module):
        where = f"{module.place}:{function.lineno}: {function.name}"
        if (lines := _lines(function)) > FUNCTION:
            yield f"{where} has {lines} lines; at most {FUNCTION}."
        if (parameters := _positional(function)) > PARAMETERS:
            yield f"{where} takes {parameters} values by position; from the fifth on, by name."
        if (depth := _depth(function)) > NESTING:
            yield f"{where} is nested {depth} deep; at most {NESTING}."


def _core_imports(module: Module) -> Iterator[str]:
    if module.name.partition(".")[0] != "bot" or module.name in OUTWARD:
        return
    allowed = sys.stdlib_module_names | MAY_IMPORT.get(module.name, set()) | {"bot"}
    for line, name in imports(module):
        if name.partition(".")[0] not in allowed:
            yield f"{module.place}:{line}: the core imports {name}, which is outside the standard library."
        if name.rpartition(".")[0] in OUTWARD or name in OUTWARD:
            yield f"{module.place}:{line}: {name} imports outwards, so the rest of the core must not lean on it."


def _retired(module: Module) -> Iterator[str]:
    if module.name == KNOWS_RETIRED:
        return
    for line, name in imports(module):
        if name.startswith(RETIRED):
            yield f"{module.place}:{line}: only adapters/teams/sdk.py may know {name}: it is at its end of life."


def _rooms(module: Module) -> Iterator[str]:
    """Doors know neither the database nor one another; the file that migrations run through knows no room at all."""
    forbidden: tuple[str, ...]
    if module.name == "storage.migrations.env":
        forbidden = OTHER_ROOMS
    elif module.name.startswith("adapters."):
        room = ".".join(module.name.split(".")[:2])
        others = tuple(f"adapters.{each.name}" for each in (ROOT / "adapters").iterdir() if each.is_dir())
        forbidden = ("storage", "conversations", "sqlalchemy", *(other for other in others if other != room))
    else:
        return
    for line, name in imports(module):
        if any(name == room or name.startswith(f"{room}.") for room in forbidden):
            yield f"{module.place}:{line}: {module.name} must not know {name}."


def _functions_of(module: Module) -> Iterator[Function]:
    return (node for node in module.nodes if isinstance(node, Function))


def _lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _positional(function: Function) -> int:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def _depth(node: ast.AST, here: int = 0) -> int:
    """How many blocks stand in one another. An `elif` stands beside its `if`; an inner function begins anew."""
    return max((_depth(child, here + step) for child, step in _inside(node)), default=here)


def _inside(node: ast.AST) -> Iterator[tuple[ast.AST, int]]:
    """The statements inside a statement, each with how much deeper it stands."""
    for part in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, part, ()):
            beside = part == "orelse" and isinstance(node, ast.If) and isinstance(child, ast.If)  # elif
            if not isinstance(child, Function | ast.ClassDef):
                yield child, int(isinstance(child, BLOCKS) and not beside)


def main() -> int:
    """Prints what is wrong and how long functions are; 1 if anything is wrong. `make check` runs it."""
    seen = modules()
    found, sizes = faults(seen), lengths(seen)
    if usual(sizes) > USUAL:
        found.append(f"nine of ten functions have up to {usual(sizes)} lines; at most {USUAL}.")
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    sys.stdout.write(
        f"{len(seen)} modules, {len(sizes)} functions: nine of ten have at most {usual(sizes)} lines, the longest "
        f"{sizes[-1]}. {len(found)} faults.\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
