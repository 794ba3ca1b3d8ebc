"""Pictures of the questions before a diary is left with something unsaved; importing this module adds them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.domain.errors import DiaryError
from diary.ui.kit.icons import Icons
from diary.ui.unsaved_dialog import ComeBackDialog, LeavingDialog, StillSavingDialog, UnsavedDialog
from diary.words.problems import sentence
from tests.pictures.screens import register


def _question(kind: Callable[[Icons, QWidget | None], LeavingDialog], icons: Icons) -> QWidget:
    """A question as high as it is over the window."""
    return _as_high_as_shown(kind(icons, None))


def _refused(icons: Icons) -> QWidget:
    question = ComeBackDialog(icons, None)
    question.say_problem(sentence(DiaryError("wrong_passphrase")))
    return _as_high_as_shown(question)


def _as_high_as_shown(question: LeavingDialog) -> QWidget:
    layout = question.layout()
    assert layout is not None
    question.setFixedHeight(layout.totalHeightForWidth(question.width()))
    return question


register("leaving_unsaved", partial(_question, UnsavedDialog))
register("leaving_still_saving", partial(_question, StillSavingDialog))
register("leaving_come_back", partial(_question, ComeBackDialog))
register("leaving_wrong", _refused)
