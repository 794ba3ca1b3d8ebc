"""A card of Together with a picture of a pair of measures, and the table of the same figures in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.surfaces import Card
from diary.ui.kit.text import Title

if TYPE_CHECKING:
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_page import PicturePage
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.tables import QuietTable, TwinTable
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import PairState


class PairCard(Card):
    """The title, what can be done with the picture, and picture or table; ``save_requested`` carries what to save."""

    save_requested = Signal(object)

    def __init__(self, icons: Icons, title: str, model: TwinTable) -> None:
        super().__init__(spacing=6)
        self.model = model
        self._pair: PairState | None = None
        self.bar = PictureBar(icons, self, title, icon="blend")
        self._title = Title(title, wrap=True)

    @property
    def pair(self) -> PairState:
        """What is drawn; nothing can be saved before there is any."""
        assert self._pair is not None
        return self._pair

    @property
    def last_day(self) -> date | None:
        """The last day that has both."""
        return None if self._pair is None else self._pair.last_day

    def table(self) -> Content:
        """The figures of the picture."""
        return self.model.saved

    def drawn(self, theme: Theme) -> PicturePage:
        """The picture as it is shown, in a theme's colours."""
        raise NotImplementedError

    def lay_out(self, picture: QWidget, table: QuietTable, *above: QWidget) -> None:
        """Put picture and table into one place, below what stands ``above`` both."""
        self.stack = PictureOrTable(picture, table)
        for widget in (self._title, self.bar, self.bar.message, *above):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.bar.swapped.connect(self.stack.show_table)
        self.bar.save_requested.connect(self.save_requested)


class PictureOrTable(QStackedWidget):
    """A picture, or the table of the same figures."""

    def __init__(self, picture: QWidget, table: QuietTable) -> None:
        super().__init__()
        self.table = table
        self.addWidget(picture)
        self.addWidget(table)
        table.model().modelReset.connect(self._fit)

    def show_table(self, is_shown: bool) -> None:
        """Show the table, or the picture."""
        self.setCurrentIndex(1 if is_shown else 0)
        self._fit()

    def _fit(self) -> None:
        if self.currentWidget() is self.table:
            self.table.fit()
