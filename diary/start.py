"""The composition root: asks for time and chance once, and hands them to the window or the command line."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diary.catalogue.resources import resource_folder
from diary.words import ENGLISH, set_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.computer import Computer
    from diary.cli.shell import Shell

INTERRUPTED = 130
"""What a shell calls the exit of a program stopped by Ctrl+C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Start Alongside: the window, or a verb of the command line; return the exit code."""
    _leave_no_core()
    _calculate_in_one_thread()
    _speak()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        match words:
            case []:
                return _window(None)
            case ["open", folder] if not folder.startswith("-"):  # what argparse would find, without its 8 ms
                return _window(Path(folder))
        return _verb(words, is_alone=argv is None)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 1
    except Exception as bug:  # noqa: BLE001 - what is left is a bug, told without the words that its message may hold
        _complain_of(bug)
        return 1


def _verb(words: Sequence[str], *, is_alone: bool) -> int:
    """Do what was typed; ``is_alone``: this process is there for nothing else."""
    from diary.cli.parser import parser

    typed = parser().parse_args(words)
    if typed.verb is None:
        return _window(None)
    if typed.verb == "open":
        return _window(typed.diary)
    gc.disable()  # as for the window
    from diary.cli.run import run, verb

    verb(typed.verb)
    shell = _shell()
    if is_alone:
        gc.freeze()  # what was loaded lasts to the end, and is not looked through again
    gc.enable()
    return run(typed, shell, _complain)


def _leave_no_core() -> None:
    """Have the system write down nothing of the memory where the program dies: words and the diary's key are in it.

    The limit is one byte and not none, because Linux asks only that one of systems which hand it to a program.
    """
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):  # none at all is allowed already
            resource.setrlimit(resource.RLIMIT_CORE, (1, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _calculate_in_one_thread() -> None:
    """Have numpy start no threads: its OpenBLAS makes one for each core, and each waits for work by using its core.

    What Alongside calculates has a few columns, and is no quicker with more. A number that was set stays.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _speak() -> None:
    """Use the person's language where there is one (the variables are gettext's own), and only signs that can be shown.

    A terminal or a pipe in an old encoding gets the others as their numbers.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    named = next(
        (os.environ[name] for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    set_language(named.split(":")[0].split(".")[0] or ENGLISH, resource_folder() / "i18n")


def _complain_of(bug: Exception) -> None:
    from diary.app.crash import bug_report
    from diary.words import say

    _complain(say("Something in Alongside went wrong. What was saved before is safe. Please report these lines:"))
    _complain(bug_report(bug))


def _window(folder: Path | None) -> int:
    from diary.domain.errors import DiaryError
    from diary.ui.display import check_display

    try:
        check_display(os.environ, sys.platform)
    except DiaryError as fault:
        from diary.words.problems import sentence

        _complain(sentence(fault))
        return 1
    gc.disable()  # nothing loaded from here to the first page is rubbish; looking for it takes a tenth of that time
    from diary.ui.plain_import import import_plainly

    import_plainly()
    from diary.ui.opening import run_window

    return run_window(_computer(), folder, sys.argv[:1])


def _shell() -> Shell:
    from diary.cli.passphrases import Secrets
    from diary.cli.shell import Shell

    return Shell(
        _computer(),
        Secrets(os.environ, _ask),
        _tell,
        _standard_input,
        _complain,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        is_seen=sys.stdout is not None and sys.stdout.isatty(),
    )


def _ask(question: str) -> str:
    """Ask for a secret that is typed unseen; where that can't be, say so instead of showing it."""
    import getpass
    import warnings

    from diary.domain.errors import DiaryError

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except (getpass.GetPassWarning, EOFError) as fault:
            raise DiaryError("passphrase_not_asked") from fault


def _standard_input(most: int) -> bytes:
    return sys.stdin.buffer.read(most) if sys.stdin else b""


def _computer() -> Computer:
    from diary import __version__
    from diary.app.computer import Computer
    from diary.domain.surroundings import Surroundings
    from diary.files.folders import configuration_folder
    from diary.vault.keychain import SystemKeychain

    return Computer(
        Surroundings(_now, _zone, os.urandom),
        configuration_folder(),
        _user(),
        f"Alongside {__version__}",
        os.getpid(),
        SystemKeychain(),
        os.environ,
    )


def _now() -> datetime:
    return datetime.now().astimezone()


def _zone() -> str | None:
    import tzlocal

    try:
        return tzlocal.get_localzone_name()
    except Exception:  # noqa: BLE001 - whatever the system's settings hold, an answer must be kept without its zone
        return None


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _tell(line: str) -> None:
    """Print a line at once, so that a full disk is found here and not by the interpreter at its end."""
    from diary.domain.errors import DiaryError

    if sys.stdout is None:  # closed by whoever started us, or a program without a console on Windows
        raise DiaryError("output_refused")
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except OSError as fault:
        # What is left in the stream must not be tried, and complained about, once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(fault, BrokenPipeError):
            raise
        raise DiaryError("output_refused") from fault


def _complain(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(line + "\n")
