"""From what was typed to the verb, and from the world's faults to one sentence."""

from __future__ import annotations

import errno
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.cli.shell import Shell

Verb = Callable[[Namespace, "Shell"], int]

_OF_A_PATH = {errno.ENAMETOOLONG: "path_too_long", errno.EACCES: "file_unreadable", errno.ELOOP: "file_unreadable"}
"""What the system says of a path when it is only asked whether something is there."""


def run(typed: Namespace, shell: Shell, complain: Callable[[str], None]) -> int:
    """Do what was typed; return 0, or 1 after one sentence on what went wrong."""
    try:
        return verb(typed.verb)(typed, shell)
    except DiaryError as fault:
        complain(sentence(fault))
        return 1
    except OSError as fault:
        if fault.errno not in _OF_A_PATH:
            raise
        complain(sentence(DiaryError(_OF_A_PATH[fault.errno])))
        return 1


def verb(name: str) -> Verb:
    """Return what does a verb; its module is loaded only here: the heavy ones take half a second."""
    match name:
        case "new" | "demo":
            from diary.cli import beginning

            verbs: dict[str, Verb] = {"new": beginning.new, "demo": beginning.demo}
        case "log":
            from diary.cli import writing

            verbs = {"log": writing.log}
        case "history":
            from diary.cli import looking_back

            verbs = {"history": looking_back.history}
        case "import":
            from diary.cli import bringing_in

            verbs = {"import": bringing_in.bring_in}
        case "move":
            from diary.cli import moving

            verbs = {"move": moving.move}
        case "check" | "backup" | "restore":
            from diary.cli import keeping

            verbs = {"check": keeping.check, "backup": keeping.backup, "restore": keeping.restore}
        case "research":
            from diary.cli import researching

            verbs = {"research": researching.research}
        case "export":
            from diary.cli import exporting

            verbs = {"export": exporting.export}
        case _:
            from diary.cli import handing_out

            verbs = {"summary": handing_out.summary, "insights": handing_out.insights}
    return verbs[name]
