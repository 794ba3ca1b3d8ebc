"""What may be typed after ``alongside``; imports nothing heavy, so that ``--version`` answers at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from diary import __version__
from diary.words import say

if TYPE_CHECKING:
    Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
    Options: TypeAlias = "argparse._ActionsContainer"  # noqa: SLF001 - as above


def parser() -> argparse.ArgumentParser:
    """The whole command line; a wrong option or a missing argument ends with exit code 2."""
    whole = argparse.ArgumentParser(
        prog="alongside", description=say("A private diary of pain and of anxiety or low mood, side by side.")
    )
    whole.add_argument("--version", action="version", version=f"Alongside {__version__}")
    verbs = whole.add_subparsers(dest="verb", metavar=say("VERB"))
    _window(verbs)
    _writing(verbs)
    _bringing_in(verbs)
    _handing_out(verbs)
    _keeping(verbs)
    return whole


def _verb(verbs: Verbs, name: str, what: str, *, opens: bool = True) -> argparse.ArgumentParser:
    one = verbs.add_parser(name, help=what, description=what)
    if opens:
        one.add_argument("diary", type=Path, metavar="DIARY", help=say("the folder of the diary"))
        _passphrase(one)
    return one


def _passphrase(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help=say("a file whose first line is the passphrase or the recovery code"),
    )


def _period(one: argparse.ArgumentParser) -> None:
    _first_day(one)
    _last_day(one)


def _left_out(one: Options) -> None:
    one.add_argument("--without-carer", action="store_true", help=say("without what a carer noticed"))
    one.add_argument("--without-places", action="store_true", help=say("without where it hurts"))
    one.add_argument("--without-questionnaires", action="store_true", help=say("without questionnaires"))
    one.add_argument("--without-treatments", action="store_true", help=say("without treatments"))


def _first_day(one: Options) -> None:
    one.add_argument("--from", dest="first", metavar="D", help=say("the first day, such as 2026-11-01"))


def _last_day(one: Options) -> None:
    one.add_argument("--to", dest="last", metavar="D", help=say("the last day"))


def _window(verbs: Verbs) -> None:
    one = _verb(verbs, "open", say("open the window with this diary"), opens=False)
    one.add_argument("diary", type=Path, metavar="DIARY", help=say("the folder of the diary"))


def _writing(verbs: Verbs) -> None:
    one = _verb(verbs, "new", say("make a diary and print its recovery code"), opens=False)
    one.add_argument("diary", type=Path, metavar="DIARY", help=say("the new folder, such as Sam.alongside"))
    one.add_argument("--about", required=True, metavar="NAME", help=say("whom the diary is about"))
    _slot_options(one)

    one = _verb(verbs, "log", say("write about a day"))
    one.add_argument("--day", metavar="D", help=say("the day, such as 2026-11-22, today or yesterday"))
    for name, what in (
        ("--pain", say("pain on average, 0 to 10")),
        ("--anxiety", say("anxiety on average, 0 to 10")),
        ("--mood", say("mood on average, 0 (very low) to 10 (very good)")),
        ("--sleep", say("hours of sleep, in halves")),
    ):
        one.add_argument(name, metavar="N", help=what)
    one.add_argument(
        "--place", action="append", default=[], metavar="PLACE=N", help=say('pain at a place: "left forearm=6"')
    )
    one.add_argument("--note", metavar="T", help=say("a private note; - reads it from standard input"))
    one.add_argument("--by", metavar="NAME", help=say("the carer who writes this"))
    one.add_argument(
        "--basis", choices=("told", "observed"), help=say("whether the person said it or the carer saw it")
    )
    one.add_argument("--bad-day", action="store_true", help=say("mark the day as too bad to fill in"))
    one.add_argument("--from-notes", action="store_true", help=say("this was written down at the time"))
    one.add_argument("--appointment", action="store_true", help=say("there was an appointment with a doctor that day"))

    _moving(verbs)

    one = _verb(verbs, "history", say("print what changed, when and by whom"))
    one.add_argument("--day", metavar="D", help=say("only about this day"))


def _moving(verbs: Verbs) -> None:
    one = _verb(verbs, "move", say("move an entry that was written in the wrong diary to the other one"))
    one.add_argument("other", type=Path, metavar="OTHER", help=say("the folder of the other diary"))
    one.add_argument("--day", required=True, metavar="D", help=say("the day, such as 2026-11-22, today or yesterday"))
    one.add_argument("--by", metavar="NAME", help=say("the carer who wrote it; without it, the person’s own answers"))
    one.add_argument(
        "--basis", choices=("told", "observed"), help=say("whether the person said it or the carer saw it")
    )
    one.add_argument("--since", metavar="T", help=say("only what was written from then on, such as 20:40"))
    whose = one.add_mutually_exclusive_group()
    whose.add_argument("--other-by", metavar="NAME", help=say("the carer whose words it will be in the other diary"))
    whose.add_argument(
        "--other-own", action="store_true", help=say("it will be the own answers of the other diary’s person")
    )
    one.add_argument(
        "--other-passphrase-file",
        type=Path,
        metavar="F",
        help=say("a file whose first line opens the other diary"),
    )
    one.add_argument("--dry-run", action="store_true", help=say("only say what would be moved"))


def _slot_options(one: argparse.ArgumentParser) -> None:
    way = one.add_mutually_exclusive_group()
    way.add_argument("--passphrase-file", type=Path, metavar="F", help=say("a file whose first line is the passphrase"))
    way.add_argument("--no-passphrase", action="store_true", help=say("keep the key on this computer instead"))


def _bringing_in(verbs: Verbs) -> None:
    one = _verb(verbs, "import", say("bring in a spreadsheet saved as CSV, or a diary saved as JSON"))
    one.add_argument("file", type=Path, metavar="FILE", help=say("the file to bring in"))
    one.add_argument("--format", choices=("columns", "alongside"), default="columns", help=say("what the file is"))
    one.add_argument("--map", type=Path, metavar="FILE.toml", help=say("which column is what"))
    one.add_argument("--date-order", choices=("dmy", "mdy"), help=say("how days are written, where it can’t be told"))
    one.add_argument("--dry-run", action="store_true", help=say("only say what would be brought in"))
    one.add_argument("--json", action="store_true", help=say("print the account as JSON"))


def _handing_out(verbs: Verbs) -> None:
    one = _verb(verbs, "export", say("write a file that other programs can read; it is not encrypted"))
    one.add_argument("out", type=Path, metavar="OUT", help=say("the file to write"))
    one.add_argument(
        "--format",
        choices=("csv", "csv-long", "xlsx", "json", "fhir"),
        help=say("what to write; without it, the file’s ending tells"),
    )
    _period(one)
    one.add_argument(
        "--with-notes",
        action="store_true",
        help=say(
            "with the notes, private ones too; sealed ones as well in JSON, where the person’s passphrase opened it"
        ),
    )
    one.add_argument("--name", action="store_true", help=say("with the name and the date of birth (FHIR only)"))
    _left_out(one.add_argument_group(say("left out of the file (FHIR only)")))
    one.add_argument(
        "--with-answers",
        action="store_true",
        help=say("with every single answer of the questionnaires, not only their totals (FHIR only)"),
    )
    one.add_argument("--force", action="store_true", help=say("replace a file that is there already"))

    one = _verb(verbs, "research", say("show what would go to a study, without names and dates; with OUT, write it"))
    one.add_argument("out", type=Path, nargs="?", metavar="OUT.csv", help=say("the file to write; else nothing is"))
    _period(one)
    one.add_argument("--with-answers", action="store_true", help=say("with every single answer of questionnaires"))
    one.add_argument("--force", action="store_true", help=say("replace files that are there already"))

    one = _verb(verbs, "summary", say("write two pages for a doctor, nurse or therapist; they are not encrypted"))
    one.add_argument("out", type=Path, metavar="OUT.pdf|OUT.html", help=say("the file to write"))
    one.add_argument(
        "--format",
        choices=("pdf", "html"),
        help=say("a PDF or a web page with the same content; without it, the file’s ending tells"),
    )
    first = one.add_mutually_exclusive_group()
    _first_day(first)
    first.add_argument("--since-appointment", action="store_true", help=say("begin on the day of the last appointment"))
    _last_day(one)
    one.add_argument("--name", action="store_true", help=say("with the name and the date of birth"))
    one.add_argument("--wish", metavar="T", help=say("what is wanted from the appointment; else what the diary has"))
    one.add_argument(
        "--question", action="append", metavar="T", help=say("a question, up to three; else those of the diary")
    )
    less = one.add_argument_group(say("left out of the pages"))
    _left_out(less)
    less.add_argument("--without-notes", action="store_true", help=say("without the notes that were ticked for it"))
    less.add_argument("--without-links", action="store_true", help=say("without how things move together"))
    one.add_argument(
        "--with-answers",
        action="store_true",
        help=say("with every single answer of the questionnaires, not only totals"),
    )
    one.add_argument("--paper", choices=("a4", "letter"), default="a4", help=say("the size of the paper"))
    one.add_argument("--force", action="store_true", help=say("replace a file that is there already"))

    one = _verb(verbs, "insights", say("print what moved together on the same days"))
    one.add_argument("--json", action="store_true", help=say("print every figure as JSON"))


def _keeping(verbs: Verbs) -> None:
    one = _verb(verbs, "check", say("look whether the diary is whole"))
    one.add_argument("--repair", action="store_true", help=say("work out again from the history what it shows"))

    one = _verb(verbs, "backup", say("make a checked backup"))
    one.add_argument("out", type=Path, nargs="?", metavar="OUT", help=say("the file to write; else in the diary"))

    one = _verb(verbs, "restore", say("bring a backup back; a diary already there is kept beside it"), opens=False)
    one.add_argument("backup", type=Path, metavar="BACKUP", help=say("the backup"))
    one.add_argument("diary", type=Path, metavar="DIARY", help=say("the folder to bring it back to"))
    _passphrase(one)

    one = _verb(verbs, "demo", say("make a made-up diary to try things with, and print its recovery code"), opens=False)
    one.add_argument("diary", type=Path, metavar="DIARY", help=say("the new folder, such as Demo.alongside"))
    one.add_argument("--years", type=int, default=10, metavar="N", help=say("how many years, 1 to 50"))
    one.add_argument("--seed", type=int, default=1, metavar="N", help=say("another number makes another diary"))
    one.add_argument("--until", metavar="D", help=say("the last day"))
    _slot_options(one)
