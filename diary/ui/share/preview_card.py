"""The pages as they will be, what had to make room, and the ways to hand them over: saved, opened, printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage

from diary.ui.kit.buttons import Button
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.messages import Message
from diary.ui.kit.printing import PrintJob, WholePages, has_printer
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.share.making_line import MakingLine
from diary.ui.share.page_preview import PagePreview
from diary.ui.share.state import Making
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diary.report.values import NotPrinted
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState

PDF, HTML = "pdf", "html"


class PreviewCard(Card):
    """``answers_requested``: single answers have to be chosen first; ``save_requested`` carries a path."""

    sharpness_requested = Signal(int)
    save_requested = Signal(object)
    stop_requested = Signal(object)
    print_requested = Signal()
    answers_requested = Signal()

    def __init__(
        self,
        icons: Icons,
        opens: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        finds_printer: Callable[[], bool] = has_printer,
    ) -> None:
        super().__init__()
        self._opens, self._finds_printer = opens, finds_printer
        self.body.setContentsMargins(20, 8, 20, 20)
        self._state: ShareState | None = None
        self.save = Button(icons, say("Save…"), "primary", "download")
        self.save.setAccessibleName(say("Save the pages…"))
        self.print = Button(icons, say("Print…"), icon="printer")
        self.print.setAccessibleName(say("Print the pages…"))
        self.saving = MakingLine(icons, Making.PAGES, say("Saving the pages…"))
        self.saved = Message(icons, action=say("Open"))
        self.printed = Message(icons, action=say("Close"))
        self.trouble = Message(icons, is_warning=True, action=say("Close"))
        self._note = Words("", "second", wrap=True)
        self._left_out = Message(icons)
        self.letters = Message(icons, is_warning=True, action=say("Save a web page…"))
        self.pages = PagePreview(icons.theme)
        self.body.addLayout(row(Title(say("The pages")), None, self.print, self.save))
        for widget in (
            self.saving,
            self.saved,
            self.printed,
            self.trouble,
            self._note,
            self.letters,
            self._left_out,
            self.pages,
        ):
            self.body.addWidget(widget)
        self.pages.sharpness_requested.connect(self.sharpness_requested)
        self.saving.stop_requested.connect(self.stop_requested)
        self.saved.action_requested.connect(self._open)
        self.trouble.action_requested.connect(self._close_trouble)
        self.printed.action_requested.connect(self._close_trouble)
        self.save.clicked.connect(self._ask_where)
        self.letters.action_requested.connect(self._ask_where_to_put_web_page)
        self.print.clicked.connect(self._ask_to_print)

    def render_state(self, state: ShareState) -> None:
        """Show other pages, or why there are none."""
        self._state = state
        has_pages = bool(state.shown.pages)
        is_saving = Making.PAGES in state.makings
        for button, is_resting in ((self.save, state.is_drawing or is_saving), (self.print, state.is_drawing)):
            button.setEnabled(has_pages)
            button.rest(is_resting=is_resting)
        self.pages.show_pages(state.shown.pages)
        self.pages.setVisible(not state.preview_problem)
        self._note.setText(state.preview_problem or (say("Drawing the pages…") if not has_pages else ""))
        self._note.setVisible(bool(self._note.text()))
        self.saving.render_state(state)
        self.saved.say(state.saved if state.saved_file is not None else "", state.saved_note)
        self._tell_of_letters(state.shown.not_printed)
        names = ", ".join(state.shown.left_out)
        self._left_out.say(say("Left out, to fit the pages") if names else "", names)

    def print_pages(self, pages: Sequence[bytes]) -> None:
        """Ask for a printer for pages that are sharp enough for paper."""
        images = [QImage.fromData(page) for page in pages]
        job = PrintJob(self, WholePages(say("Symptom diary summary"), images))
        job.failed.connect(self._not_printed)
        job.printed.connect(self.printed.say)
        job.open()

    def _tell_of_letters(self, missing: NotPrinted | None) -> None:
        """Say before anything is saved what of the words will stand in brackets, and what shows them as they are."""
        if missing is None:
            self.letters.say("")
            return
        title = say("Some letters can’t be printed")
        if missing.is_most:
            title = say("Most of these words can’t be printed")
        elif missing.is_name:
            title = say("The name can’t be printed")
        instead = say("The PDF and the printer show “{example}” instead.", example=missing.example)
        self.letters.say(title, instead + " " + say("A web page shows every letter."))

    def _may_go_on(self) -> bool:
        self._close_trouble()
        if self._state is not None and self._state.must_choose_answers:
            self.answers_requested.emit()
            return False
        return True

    def _ask_where(self) -> None:
        self._ask_for({PDF: say("PDF to print or send"), HTML: say("Web page, the same words")})

    def _ask_where_to_put_web_page(self) -> None:
        self._ask_for({HTML: say("Web page, the same words")})

    def _ask_for(self, forms: Mapping[str, str]) -> None:
        if not self._may_go_on():
            return
        # The name says neither whose diary it is nor what is in it: others see names of files.
        day = self._state.today.isoformat() if self._state is not None else ""
        dialog = save_dialog(self, say("Save the pages"), say("Summary {day}", day=day) + f".{next(iter(forms))}")
        dialog.offer(forms)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        self.save_requested.emit(Path(file))

    def _ask_to_print(self) -> None:
        if not self._may_go_on():
            return
        if self._finds_printer():
            self.print_requested.emit()
        else:
            reason = say("There is no printer on this computer. Save the pages, and print them elsewhere.")
            self.trouble.say(say("Nothing was printed"), reason)

    def _not_printed(self) -> None:
        self.trouble.say(say("Nothing was printed"), say("The printer did not take the pages. Is it switched on?"))

    def _open(self) -> None:
        """Hand the file to the system, which may say that it opens although nothing comes of it."""
        state = self._state
        if state is None or state.saved_file is None:
            return
        if self._opens(QUrl.fromLocalFile(str(state.saved_file.absolute()))):
            self.saved.say(state.saved, say("If nothing opens, no program on this computer can show the file."))
        else:
            reason = say("No program on this computer opens it. It is saved all the same.")
            self.trouble.say(say("It could not be opened"), reason)

    def _close_trouble(self) -> None:
        self.trouble.say("")
        self.printed.say("")
