"""From what was typed to the verb, and from the world's faults to one sentence."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.cli.shell import Shell

Verb = Callable[[Namespace, "Shell"], int]


def run(typed: Namespace, shell: Shell, complain: Callable[[str], None]) -> int:
    """Do what was typed; return 0, or 1 after one sentence on what went wrong."""
    try:
        return _verb(typed.verb)(typed, shell)
    except DiaryError as fault:
        complain(sentence(fault))
        return 1


def _verb(name: str) -> Verb:
    """Each verb's module is loaded only when it is asked for: the heavy ones take half a second."""
    match name:
        case "new" | "demo":
            from diary.cli import beginning

            verbs: dict[str, Verb] = {"new": beginning.new, "demo": beginning.demo}
        case "log" | "history":
            from diary.cli import writing

            verbs = {"log": writing.log, "history": writing.history}
        case "import":
            from diary.cli import bringing_in

            verbs = {"import": bringing_in.bring_in}
        case "check" | "backup" | "restore":
            from diary.cli import keeping

            verbs = {"check": keeping.check, "backup": keeping.backup, "restore": keeping.restore}
        case _:
            from diary.cli import handing_out

            verbs = {"export": handing_out.export, "summary": handing_out.summary, "insights": handing_out.insights}
    return verbs[name]
