"""The program as the system starts it: its exit code, its streams, and what it loads."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.harness import CommandLine
from tests.guards import PROJECT

MAIN = PROJECT / "main.py"
MORE_THAN_A_PIPE_HOLDS = b"half a note " * 6000
CODE = re.compile(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}\n")
HEEDING_CTRL_C = (
    "import signal, sys; from diary.start import main\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "raise SystemExit(main(sys.argv[1:]))"
)
"""Tests that run in the background inherit that the signal is ignored."""
LOADED = (
    "import sys; from diary.start import main\n"
    "try:\n    code = main(sys.argv[1:])\n"
    "except SystemExit as stopped:\n    code = stopped.code\n"
    "names = {name.partition('.')[0] for name in sys.modules}\n"
    "print(code, sorted(names & {'PySide6', 'numpy', 'scipy', 'pyqtgraph', 'typst', 'sqlalchemy', 'argon2'}))"
)
THREADS = (
    "import os, sys; from diary.start import main\n"
    "try:\n    main(sys.argv[1:]) if sys.argv[1:] else None\n"
    "except SystemExit:\n    pass\n"
    "import numpy; print(len(os.listdir('/proc/self/task')))"
)

pytestmark = pytest.mark.usefixtures("home")


def environment(**more: str) -> dict[str, str]:
    return os.environ | more


def started(*argv: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, MAIN, *argv]
    return subprocess.run(
        command, env=environment(**more), capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False
    )


def test_a_new_diary_prints_its_recovery_code_and_nothing_else(home: Path) -> None:
    (home / "passphrase").write_text("correct horse", "utf-8")
    ran = started("new", "Kim.alongside", "--about", "Kim", "--passphrase-file", "passphrase")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert CODE.fullmatch(ran.stdout)


def test_a_fault_is_one_sentence_on_the_other_stream(sam: Path) -> None:
    ran = started("log", sam, "--pain", "11")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "That number is not on this scale. Nothing was saved. The scale goes from 0 to 10.\n"


@pytest.mark.parametrize("argv", [["log"], ["log", "x", "--pian", "3"], ["frobnicate"], ["new", "x"]])
def test_what_was_typed_wrongly_is_told_apart(argv: list[str]) -> None:
    ran = started(*argv)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("usage: alongside")


def test_a_passphrase_is_not_waited_for_where_nobody_can_type(alongside: CommandLine, home: Path) -> None:
    (home / "passphrase").write_text("correct horse", "utf-8")
    alongside.done("new", "Kim.alongside", "--about", "Kim", "--passphrase-file", "passphrase")
    command: list[str | Path] = [sys.executable, MAIN, "history", "Kim.alongside"]
    ran = subprocess.run(
        command,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        input="correct horse\n",
        start_new_session=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("There is nowhere to type the passphrase unseen.")
    assert ran.stderr.count("\n") == 1


def test_what_other_programs_read_is_the_same_in_every_encoding(sam: Path, home: Path) -> None:
    """On Windows a pipe has the encoding of old, and a program that reads JSON expects another."""
    (home / "days.csv").write_text("date,pain,Größe \u2602\n2026-11-20,4,1\n", "utf-8")
    ran = started("import", sam, "days.csv", "--dry-run", "--json", PYTHONIOENCODING="cp1252")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["columns_left_out"] == ["Größe \u2602"]


@pytest.mark.parametrize(
    ("argv", "allowed"),
    [(["--version"], "[]"), (["log", "Sam.alongside", "--pain", "4"], "['argon2', 'sqlalchemy']")],
)
def test_nothing_is_loaded_that_a_verb_doesnt_need(argv: list[str], allowed: str) -> None:
    """``--version`` answers at once, and logging needs neither a window nor statistics."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *argv],
        env=environment(PYTHONPATH=str(PROJECT)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == f"0 {allowed}"


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted where Linux lists them")
def test_what_calculates_starts_no_threads_of_its_own() -> None:
    def threads(*argv: str) -> int:
        command = [sys.executable, "-c", THREADS, *argv]
        environ = environment(PYTHONPATH=str(PROJECT))
        environ.pop("OPENBLAS_NUM_THREADS", None)
        ran = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=True)
        return int(ran.stdout.splitlines()[-1])

    if threads() == 1:
        pytest.skip("numpy alone starts no threads on this computer")
    assert threads("--version") == 1


def test_a_reader_that_has_seen_enough_ends_it_quietly(sam: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command: list[str | Path] = [sys.executable, MAIN, "history", sam]
    with os.fdopen(writing, "wb") as closed:
        ran = subprocess.run(command, env=environment(), stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_output_is_said_once(sam: Path) -> None:
    command: list[str | Path] = [sys.executable, MAIN, "log", sam, "--pain", "4"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("What Alongside wants to say can’t be written:")
    assert ran.stderr.count(b"\n") == 1
    assert "4" in started("history", sam).stdout


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signal to one program")
def test_stopping_it_leaves_nothing_behind(sam: Path) -> None:
    before = sorted(file.name for file in sam.iterdir())
    command: list[str | Path] = [sys.executable, "-c", HEEDING_CTRL_C, "log", sam, "--note", "-"]
    with subprocess.Popen(
        command,
        env=environment(PYTHONPATH=str(PROJECT)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(MORE_THAN_A_PIPE_HOLDS)  # comes back only when it has begun to read
        waiting.stdin.flush()
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate()
    assert (waiting.returncode, out, err) == (130, b"", b"")
    assert sorted(file.name for file in sam.iterdir()) == before


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"LANG": "xx"}]
)
def test_any_language_setting_will_do(sam: Path, variables: dict[str, str]) -> None:
    ran = started("log", sam, "--day", "2026-11-01", "--pain", "4", **variables)
    assert (ran.returncode, ran.stderr) == (0, "")
    ran = started("history", sam, **variables)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("1 November 2026: Pain: not filled in ")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Nowhere/Land"])
def test_any_time_zone_will_do(sam: Path, zone: str) -> None:
    assert started("log", sam, "--day", "2026-11-01", "--pain", "4", TZ=zone).stdout == "Saved for 1 November 2026.\n"


@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs a way to give up the right to write everywhere")
def test_a_folder_that_may_not_be_written_is_read_only(sam: Path, home: Path) -> None:
    started("log", sam, "--day", "2026-11-01", "--pain", "4")
    for file in (*sam.iterdir(), sam):
        file.chmod(file.stat().st_mode & ~0o222)
    elsewhere = home / "elsewhere"
    elsewhere.mkdir()
    powerless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", sys.executable, str(MAIN)]

    def ended(*argv: str | Path) -> tuple[int, str]:
        command = [*powerless, *map(str, argv)]
        ran = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
        return ran.returncode, ran.stderr

    try:
        assert ended("history", sam) == (0, "")
        assert ended("export", sam, "out.csv") == (0, "")
        code, said = ended("log", sam, "--pain", "6")
        assert (code, said.partition(".")[0]) == (1, "This folder can’t be written to")
        for file in (sam, *sam.iterdir()):
            file.chmod(0o700)
        elsewhere.chmod(0o500)
        for verb, out in {"export": "out.csv", "backup": "out.alongside-backup"}.items():
            code, said = ended(verb, sam, elsewhere / out)
            assert (code, said.partition(".")[0]) == (1, "That file can’t be written")
    finally:
        sam.chmod(0o700)
        elsewhere.chmod(0o700)
    assert (home / "out.csv").exists()


def test_somebody_at_a_terminal_is_told_what_the_code_is(
    alongside: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for argv in (["new", "Kim.alongside", "--about", "Kim"], ["demo", "Demo.alongside", "--years", "1"]):
        said, code = alongside.done(*argv, "--no-passphrase")
        assert said == "The recovery code. It opens the diary if the passphrase is forgotten, so write it down:"
        assert CODE.fullmatch(code + "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there the system's own settings decide")
def test_a_program_that_dies_leaves_no_memory_behind(home: Path) -> None:
    """A core file would hold the words of an open diary, and its key."""
    dying = (
        "import os, resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n"
        "from diary.start import main\n"
        "main(['history', 'nowhere'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0] in (0, 1), flush=True)\n"
        "os.abort()\n"
    )
    ran = subprocess.run([sys.executable, "-c", dying], env=environment(), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (-signal.SIGABRT, "True\n")
    assert not list(home.rglob("core*"))
