"""Look back, Together and Share as they are drawn: ``python -m tests.pictures.of_charts FOLDER [NAME …]``."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import together as looking
from diary.app.together import Material
from diary.app.values import Changes, HistoryRow
from diary.domain.people import PERSON, Basis
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.state import RangeChoice
from diary.ui.look_back.view import LookBackView
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Words
from diary.ui.share.view import ShareView
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.view import TogetherView
from tests.pictures import take
from tests.pictures.screens import in_window, register
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from diary.app.links import TogetherPage
    from diary.domain.extract import Extract
    from diary.ui.kit.icons import Icons

TEN_YEARS = 3652
WISH = Words(
    "I would like to know whether the numb left arm and the neck pain belong together.",
    ("Could the numbness come from my neck?", "Can anxiety and pain be treated together?", ""),
)


class Past:
    """A diary to look back on."""

    def __init__(self, content: Extract) -> None:
        self.content = content

    def extract(self) -> Extract:
        """Everything that was written."""
        return self.content

    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """Two changes of one day."""
        return (
            HistoryRow(at(day, 9, 1), PERSON, "pain", 6.0, 5.0, "g2", day=day, basis=Basis.SELF),
            HistoryRow(at(day), PERSON, "pain", None, 6.0, "g1", day=day, basis=Basis.SELF),
        )

    def delete_entries(self, entries: Sequence[str]) -> Changes:
        """Delete nothing."""
        del entries
        return Changes()

    def undo(self) -> Changes | None:
        """Take back nothing."""
        return None


class Pairs:
    """A diary's pairs, by the real rules."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract

    def material(self) -> Material:
        """The diary on the day it is looked at."""
        return Material(self._extract, TODAY)

    def page(self, found: Material, shown: int) -> TogetherPage:
        """One pair."""
        return looking.settled_page(found, shown)


def _today() -> date:
    return TODAY


def _only_carer() -> Extract:
    days = [TODAY - timedelta(days=n) for n in range(12)]
    seen = (entry(d, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=n % 3) for n, d in enumerate(days))
    return made_extract(*(made_day(one.day, one) for one in seen), with_carer=True)


def _look_back(extract: Extract, choice: RangeChoice, icons: Icons, *, asks: bool = False) -> QWidget:
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_range(choice)
    if asks:
        presenter.show_history(TODAY)
        presenter.ask_to_delete(presenter.state.entries[0])
    return in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))


def _together(extract: Extract, pair: int, icons: Icons) -> QWidget:
    presenter = TogetherPresenter(Pairs(extract), ImmediateTasks(), ImmediateTasks())
    presenter.load()
    presenter.choose_pair(pair)
    return in_window(icons, "together", partial(TogetherView, icons, presenter.state))


def _share(extract: Extract, words: Words, icons: Icons, *, fails: str = "") -> QWidget:
    handing_over = FakeHandingOver(extract, draws=True)
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), _today)
    presenter.load()
    presenter.write_words(words)
    if fails:
        handing_over.fails = fails
        presenter.save_everything(Path("Diary.csv"), with_notes=False)
    return in_window(icons, "share", partial(ShareView, icons, presenter.state))


def register_all() -> None:
    """Add every state of these screens."""
    three_months, ten_years = whole_diary(83), whole_diary(TEN_YEARS)
    register("look_back", partial(_look_back, three_months, RangeChoice.THREE_MONTHS))
    register("look_back_ten_years", partial(_look_back, ten_years, RangeChoice.ALL))
    register("look_back_a_year", partial(_look_back, ten_years, RangeChoice.TWELVE_MONTHS))
    register("look_back_three_days", partial(_look_back, whole_diary(3), RangeChoice.TWO_WEEKS))
    register("look_back_empty", partial(_look_back, made_extract(), RangeChoice.THREE_MONTHS))
    register("look_back_only_carer", partial(_look_back, _only_carer(), RangeChoice.TWO_WEEKS))
    register("look_back_asks", partial(_look_back, three_months, RangeChoice.THREE_MONTHS, asks=True))
    register("together", partial(_together, three_months, 0))
    register("together_mood", partial(_together, whole_diary(83, seed=3), 1))
    register("together_ten_years", partial(_together, ten_years, 2))
    register("together_three_days", partial(_together, whole_diary(3), 0))
    register("together_empty", partial(_together, made_extract(), 0))
    register("share", partial(_share, three_months, WISH))
    register("share_ten_years", partial(_share, ten_years, Words()))
    register("share_empty", partial(_share, made_extract(), Words()))
    register("share_error", partial(_share, three_months, Words(), fails="disk_full"))


register_all()

if __name__ == "__main__":
    take.main()
