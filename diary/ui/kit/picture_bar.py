"""What can be done with a picture: see its table, save it, copy it, print it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.messages import Message
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.pictures import PictureForm, file_of, form_of, image_of
from diary.ui.kit.printing import DrawnSheet, PrintJob, has_printer
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.pictures import Drawing


class Depicted(Protocol):
    """A card with a picture and the table behind it."""

    @property
    def last_day(self) -> date | None:
        """The last day in the picture, if there is any; files are named by it."""

    def drawn(self, theme: Theme) -> Drawing:
        """The picture in a theme's colours."""

    def table(self) -> Content:
        """The header and the rows."""


class PictureBar(QWidget):
    """``swapped`` says whether the table is shown; ``save_requested`` carries a ``Picture`` or a ``Table``.

    ``message`` is the place where it says what became of printing. ``name`` tells the buttons of several pictures
    apart; ``icon`` stands for the picture while the table is shown.
    """

    swapped = Signal(bool)
    save_requested = Signal(object)

    def __init__(
        self,
        icons: Icons,
        depicted: Depicted,
        name: str,
        finds_printer: Callable[[], bool] = has_printer,
        *,
        icon: str = "calendar-days",
    ) -> None:
        super().__init__()
        self._theme = icons.theme
        self._depicted = depicted
        self._name = name
        self._icon = icon
        self._finds_printer = finds_printer
        self._shows_table = False
        self.message = Message(icons, action=say("Close"))
        self.swap = Button(icons, say("Table"), "link", icon="table")
        self.save = Button(icons, say("Save picture"), "link", icon="download")
        self.copy = Button(icons, say("Copy"), "link", icon="copy")
        self.print = Button(icons, say("Print"), "link", icon="printer")
        self.setLayout(FlowLayout(self.swap, self.save, self.copy, self.print, spacing=2))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._name_buttons()
        self.message.action_requested.connect(self._close_message)
        self.swap.clicked.connect(self._swap)
        self.save.clicked.connect(self._ask_where)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown instead of the picture."""
        return self._shows_table

    def picture(self) -> Drawing:
        """The picture in the colours in force."""
        return self._depicted.drawn(self._theme)

    def on_paper(self) -> Drawing:
        """The picture in light colours: a dark page would use up the ink."""
        return self._depicted.drawn(Theme(ThemeChoice.LIGHT, self._theme.scale))

    def save_to(self, file: str) -> None:
        """Hand over what is shown for a file: the table, or the picture in the form that the ending asks for."""
        out = Path(file)
        if self._shows_table:
            self.save_requested.emit(Table(out, *self._depicted.table()))
        else:
            self.save_requested.emit(Picture(out, file_of(self.picture(), form_of(out.suffix))))

    def _swap(self) -> None:
        """Swap picture and table; the button says what it would show."""
        self._shows_table = not self._shows_table
        self.swap.setText(say("Picture") if self._shows_table else say("Table"))
        self.swap.show_icon(self._icon if self._shows_table else "table")
        self.save.setText(say("Save table") if self._shows_table else say("Save picture"))
        for button in (self.copy, self.print):
            button.setVisible(not self._shows_table)
        self._name_buttons()
        self.swapped.emit(self._shows_table)

    def _name_buttons(self) -> None:
        for button in (self.swap, self.save, self.copy, self.print):
            button.setAccessibleName(say("{button}: {picture}", button=button.text(), picture=self._name))

    def _ask_where(self) -> None:
        """Ask for a file; its name says neither whose diary it is nor what is in it."""
        ending = "csv" if self._shows_table else PictureForm.PNG.value
        day = self._depicted.last_day
        name = say("Diary {day}", day=day.isoformat()) if day else say("Diary")
        dialog = save_dialog(self, self.save.text(), f"{name}.{ending}")
        if not self._shows_table:
            forms = {
                PictureForm.PNG: say("Picture"),
                PictureForm.SVG: say("Drawing that can be enlarged"),
                PictureForm.PDF: say("PDF page"),
            }
            dialog.offer({form.value: words for form, words in forms.items()})
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setImage(image_of(self.picture()))

    def _print(self) -> None:
        self._close_message()
        if not self._finds_printer():
            reason = say("There is no printer on this computer. Save the picture as a PDF page instead.")
            self.message.say(say("Nothing was printed"), reason)
            return
        job = PrintJob(self, DrawnSheet(self.on_paper()))
        job.failed.connect(self._not_printed)
        job.printed.connect(self.message.say)
        job.open()

    def _not_printed(self) -> None:
        self.message.say(say("Nothing was printed"), say("The printer did not take the page. Is it switched on?"))

    def _close_message(self) -> None:
        self.message.say("")
