"""What the doctor's pages cost from the command line, from nothing: uv run python -m tests.benchmarks.summary DIARY…

Each DIARY is one without a passphrase, the demo's one year and ten years, say; with a comma and a day after it, the
pages are about all days from there on, without it about the usual four weeks. Counted is what ``alongside summary``, a
process of its own, used of the processor, turn by turn with a bare one that loads only the libraries it can't do
without: on a busy computer the clock says nothing. All pages of a diary must be the same bytes.
Targets: 1 s for pages about a year, 2 s about ten.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.startup import PROJECT, environment

ROUNDS = 9
BARE = "import numpy, sqlalchemy, sqlcipher3, typst"


def seconds_used(command: list[str], environ: dict[str, str]) -> float:
    """What one process used, in the program and in the system for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=PROJECT, env=environ, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as made_for_it:
        folder = Path(made_for_it)
        environ = environment(str(folder / "compiled")) | {"SOURCE_DATE_EPOCH": "1790000000"}
        for one in arguments:
            name, _, first = one.partition(",")
            diary, out = Path(name).absolute(), folder / "pages.pdf"
            command = [sys.executable, "main.py", "summary", str(diary), str(out), "--force"]
            command += ["--from", first] if first else []
            bare, ours, made = [], [], set()
            for turn in range(ROUNDS + 1):
                used = seconds_used([sys.executable, "-c", BARE], environ), seconds_used(command, environ)
                made.add(out.read_bytes())
                if turn:  # the first turn compiles, and fills the disk's cache
                    bare.append(used[0])
                    ours.append(used[1])
            reference, own = statistics.median(bare), statistics.median(ours)
            same = "the same bytes each time" if len(made) == 1 else f"{len(made)} DIFFERENT FILES"
            spread = f"{min(ours):.2f} to {max(ours):.2f}"
            print(f"{one}: {own:.2f} s ({spread}), {own / reference:.1f} x the bare {reference:.2f} s; {same}")


if __name__ == "__main__":
    main(sys.argv[1:])
