"""How long Look back takes to open and to move through, beside plain pyqtgraph, and what it holds while it is moved.

    uv run python -m tests.benchmarks.look_back [--years N] [--seconds S] [--whole]

A diary of N years with three measures a day is made up, encrypted, in a folder of its own; with --whole the demo's,
which has everything in it that can be written. Targets: open within 0.3 s once the modules are loaded, 33 ms a frame
with all days in view and 16 ms with a year, whatever N is; memory the same after S seconds of moving. The whole page is
drawn, its cards included: with the newest days first, and then with all. Beside each time on the clock stands what the
processor was used for it: on a busy computer only that can be compared.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtWidgets import QApplication

from diary import catalogue
from diary.app import bringing_in, demo, diaries, looking_back
from diary.domain.days import Period
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import LaneTasks
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.warm_up import load_charts, load_storage
from tests.benchmarks.charts import Naive
from tests.benchmarks.saving import this_computer
from tests.benchmarks.together import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.look_back.view import LookBackView

VISITS, FRAMES, YEAR = 5, 40, 365
SIZE = (1100, 940)
ALL_MS, YEAR_MS, OPEN_S = 33, 16, 0.3
SETTLING_S = 10
"""After so long every part was drawn once, and what it keeps is in memory."""


def resident_mb() -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kilobytes) / 1000


def visit(diary: OpenDiary, icons: Icons, lane: LaneTasks) -> tuple[LookBackView, float, float, float]:
    """Go to the page as the window does, until its charts are drawn, and until the whole diary is."""
    from diary.ui.look_back.past import DiaryPast
    from diary.ui.look_back.presenter import LookBackPresenter
    from diary.ui.look_back.view import LookBackView

    began, used = perf_counter(), process_time()
    presenter = LookBackPresenter(DiaryPast(lambda: diary), lane, diary.today)
    view = LookBackView(icons, presenter.state)
    view.resize(*SIZE)
    presenter.state_changed.connect(view.render_state)
    view.show()
    presenter.load()
    wait_until(lambda: presenter.state.is_loaded)
    view.grab()
    took, used = perf_counter() - began, process_time() - used
    wait_until(lambda: presenter.state.is_whole)
    view.grab()
    return view, took, used, perf_counter() - began


def opening(diary: OpenDiary, icons: Icons) -> LookBackView:
    """Print how long each visit took, and what of it is the bare reading; return the last page."""
    lane = LaneTasks("lane")
    began = process_time()
    looking_back.extract(diary)
    read = process_time() - began
    visits = []
    try:
        for number in range(VISITS):
            view, took, used, whole = visit(diary, icons, lane)
            visits.append((took, used, whole))
            if number < VISITS - 1:
                view.close()
                view.deleteLater()
    finally:
        lane.close()
    told = ", ".join(f"{took:.2f} (used {used:.2f}; all days {whole:.2f})" for took, used, whole in visits)
    print(f"open: {told} s; reading the diary alone used {read:.2f} s; at most {OPEN_S} s")
    return view


def moved(view: LookBackView, last: date, days: int) -> Callable[[int], None]:
    """A step to other days, with all of them or a year in view."""

    def step(number: int) -> None:
        end = last - timedelta(days=4 * number if days == YEAR else 0)
        first = end - timedelta(days=days - 1 - (number if days > YEAR else 0))
        view._charts.chart.show_range(first, end)
        view._charts.chart._view.viewport().update()

    return step


def naive_moved(naive: Naive, last: date, days: int) -> Callable[[int], None]:
    def step(number: int) -> None:
        end = last - timedelta(days=4 * number if days == YEAR else 0)
        naive.show(end - timedelta(days=days - 1 - (number if days > YEAR else 0)), end)
        naive.surface.update()

    return step


def frames(step: Callable[[int], None]) -> str:
    """The median and the slowest frame, on the clock and as used, in milliseconds."""
    took, used = [], []
    for number in range(FRAMES + 3):
        began, spent = perf_counter(), process_time()
        step(number)
        QApplication.processEvents()
        took.append(1000 * (perf_counter() - began))
        used.append(1000 * (process_time() - spent))
    took, used = took[3:], used[3:]
    clock = f"{statistics.median(took):.1f} (slowest {max(took):.1f})"
    return f"{clock}, used {statistics.median(used):.1f} (most {max(used):.1f})"


def held(step: Callable[[int], None], seconds: float) -> str:
    """What is in memory at first and after moving to and fro all the time."""
    began, number, first = perf_counter(), 0, 0.0
    while (passed := perf_counter() - began) < seconds + SETTLING_S:
        step(abs(number % 400 - 200))
        QApplication.processEvents()
        number += 1
        if not first and passed >= SETTLING_S:
            first = resident_mb()
    return f"{first:.1f} MB, and {resident_mb():.1f} MB after {seconds:.0f} s and {number} steps"


def made(folder: Path, years: int, *, is_whole: bool) -> OpenDiary:
    """A diary up to today."""
    computer = this_computer(folder / "config")
    if is_whole:
        return demo.make(folder / "Made up.alongside", None, computer, years=years)[0]
    diary, _ = diaries.create(folder / "Made up.alongside", "Sam", None, computer)
    chance = random.Random(1)
    days = Period.ending(diary.today(), round(years * 365.25))
    rows = [",".join((day.isoformat(), *(str(chance.randrange(11)) for _ in range(3)))) for day in days]
    file = folder / "days.csv"
    file.write_text("\n".join(["date,pain,anxiety,mood", *rows]), "ascii")
    bringing_in.bring_in(diary, file, bringing_in.Choices())
    return diary


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--whole", action="store_true")
    wanted = parser.parse_args()
    application = QApplication([])
    load_fonts(catalogue.resource_folder() / "fonts")
    theme = Theme(ThemeChoice.LIGHT)
    icons = Icons(catalogue.resource_folder() / "icons", theme)
    theme.dress(application)
    load_storage()
    load_charts()
    with tempfile.TemporaryDirectory() as name:
        diary = made(Path(name), wanted.years, is_whole=wanted.whole)
        try:
            extract = looking_back.extract(diary)
            view = opening(diary, icons)
            days, last = (diary.today() - extract.days[0].day).days + 1, diary.today()
            naive = Naive(extract)
            naive.widget.resize(1034, 560)
            for name_, span, most in (("all days", days, ALL_MS), ("a year", YEAR, YEAR_MS)):
                print(f"{name_} in view, a frame in ms: {frames(moved(view, last, span))}; at most {most}")
                naive.widget.show()
                print(f"    plain pyqtgraph, its panels alone: {frames(naive_moved(naive, last, span))}")
                naive.widget.hide()
            print(f"moving a year through {wanted.years} years holds {held(moved(view, last, YEAR), wanted.seconds)}")
        finally:
            diaries.close(diary)


if __name__ == "__main__":
    main()
