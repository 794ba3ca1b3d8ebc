"""How long Together takes to show its figures, and how small its pieces are, beside a bare read of the same rows.

    uv run python -m tests.benchmarks.together DIARY

DIARY is one without a passphrase, the demo's ten years, say; it is copied, and nothing that was kept of earlier looks
is used. The figures' target is 1 s for the three pairs that everybody has, with the modules loaded as they are a moment
after the window is drawn; a piece's is 50 ms. Beside each time on the clock stands what the processor was used for it:
on a busy computer only that can be compared.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from diary import catalogue
from diary.app import diaries
from diary.storage import checks
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import LaneTasks
from diary.ui.kit.theme import Theme
from diary.ui.warm_up import load_charts, load_storage
from tests.benchmarks.saving import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.opened import OpenDiary
    from diary.domain.errors import DiaryError
    from diary.ui.together.presenter import TogetherPresenter

VISITS = 5
SHARES = (0.5, 0.95, 0.99, 0.999)
LONGEST_MS = 50
LONGEST_S = 600
ROWS = """
SELECT s.entry, s.day, s.measure, s.value, s.answered_at, s.answered_offset_min, s.written_at, e.written_at, e.basis
FROM score s JOIN entry e ON e.key = s.entry
WHERE s.place = '' AND s.measure IN ('pain', 'anxiety', 'mood', 'sleep_hours')
ORDER BY s.day
"""


class TimedTasks:
    """Tasks that remember how long each piece took."""

    def __init__(self, tasks: LaneTasks) -> None:
        self._tasks = tasks
        self.took: list[float] = []
        self.used: list[float] = []

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        def timed() -> object:
            began, used = perf_counter(), thread_time()
            answer = work()
            self.took.append(perf_counter() - began)
            self.used.append(thread_time() - used)
            return answer

        self._tasks.run(timed, done, failed)


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    loop, looks = QEventLoop(), QTimer()
    looks.setInterval(1)
    looks.timeout.connect(lambda: loop.quit() if holds() else None)
    QTimer.singleShot(LONGEST_S * 1000, loop.quit)
    looks.start()
    loop.exec()


def bare_read(diary: OpenDiary) -> float:
    """Only the rows of the four measures, of all days, made into nothing: what no visit can be quicker than."""
    with diary.store.reading() as connection:
        began, used = perf_counter(), process_time()
        rows = connection.exec_driver_sql(ROWS).fetchall()
        took, used = perf_counter() - began, process_time() - used
    sys.stdout.write(f"a bare read of the {len(rows)} rows of four measures: {took:.3f} s (used {used:.3f} s)\n")
    return used


@dataclass(frozen=True, slots=True)
class Visit:
    """Seconds until the figures were drawn, what the processor was used for it, and the page's own presenter."""

    took: float
    used: float
    presenter: TogetherPresenter


def visit(diary: OpenDiary, icons: Icons, lane: LaneTasks, worker: TimedTasks) -> Visit:
    """Go to the page as the window does, with nothing kept of earlier looks."""
    from diary.ui.together.pairs import DiaryPairs
    from diary.ui.together.presenter import TogetherPresenter
    from diary.ui.together.view import TogetherView

    with diary.store.caching() as connection:
        checks.empty(connection)
    began, used = perf_counter(), process_time()
    presenter = TogetherPresenter(DiaryPairs(lambda: diary), lane, worker, diary.today)
    view = TogetherView(icons, presenter.state)
    view.resize(1100, 900)
    presenter.state_changed.connect(view.render_state)
    view.show()
    presenter.load()
    wait_until(lambda: presenter.state.pair is not None)
    view.grab()
    return Visit(perf_counter() - began, process_time() - used, presenter)


def has_come(passed: list[int]) -> bool:
    return bool(passed)


def leave(presenter: TogetherPresenter, *tasks: LaneTasks | TimedTasks) -> None:
    """Leave the page and wait until nothing is done for it any more."""
    presenter.come(is_on_screen=False)
    for _ in range(3):
        for one in tasks:
            passed: list[int] = []
            one.run(int, passed.append)
            wait_until(partial(has_come, passed))


def spread(seconds: list[float]) -> str:
    """The distribution of the pieces, in milliseconds."""
    ordered = sorted(1000 * one for one in seconds)
    shares = [(f"{share:.0%}", ordered[min(int(share * len(ordered)), len(ordered) - 1)]) for share in SHARES]
    told = ", ".join(f"{name} within {value:.1f}" for name, value in shares)
    return f"{told}, the longest {ordered[-1]:.1f} ms; {sum(one > LONGEST_MS for one in ordered)} above {LONGEST_MS}"


def main(arguments: list[str]) -> None:
    application = QApplication([])
    load_fonts(catalogue.resource_folder() / "fonts")
    theme = Theme()
    icons = Icons(catalogue.resource_folder() / "icons", theme)
    theme.dress(application)
    lane, beside = LaneTasks("lane"), LaneTasks("thinking")
    with tempfile.TemporaryDirectory() as name:
        began = perf_counter()
        load_storage()
        load_charts()
        sys.stdout.write(f"modules, loaded while the first page stands: {perf_counter() - began:.2f} s\n")
        diary = opened(Path(name), Path(arguments[0]).absolute())
        try:
            bare = bare_read(diary)
            visits = []
            for _ in range(VISITS):
                worker = TimedTasks(beside)
                visits.append(visit(diary, icons, lane, worker))
                if len(visits) < VISITS:
                    leave(visits[-1].presenter, lane, worker)
            used = statistics.median(one.used for one in visits)
            told = ", ".join(f"{one.took:.2f} (used {one.used:.2f})" for one in visits)
            sys.stdout.write(f"figures after {told} s; used {used / bare:.0f} x the bare read; at most 1 s\n")
            last = visits[-1].presenter
            began = perf_counter()
            wait_until(lambda: last.state.pair is not None and not last.state.pair.still_looking_back)
            sys.stdout.write(f"{len(worker.took)} pieces in {perf_counter() - began:.0f} s until every week was seen\n")
            sys.stdout.write(f"    on the clock: {spread(worker.took)}\n    used:         {spread(worker.used)}\n")
        finally:
            lane.close()
            beside.close()
            diaries.close(diary)


if __name__ == "__main__":
    main(sys.argv[1:])
