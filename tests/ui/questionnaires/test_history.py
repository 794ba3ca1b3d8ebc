"""What was filled in before: a bar for each total, read out by keys, and a table of everything, without any bands."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from diary import catalogue
from diary.app.questionnaires import Offer, Scored
from diary.domain.questionnaires import Response, score
from diary.ui.questionnaires.history import history_of
from diary.ui.questionnaires.offer_card import OfferCard
from diary.ui.questionnaires.totals_chart import TotalsChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons
    from diary.ui.questionnaires.history import History

FORM = catalogue.questionnaires()["phq4"]
FIRST = date(2026, 9, 1)


def done(day: date, *values: int) -> Scored:
    answers = dict(zip((item.id for item in FORM.items), values, strict=False))
    response = Response(str(day), FORM.id, day, answers=answers, is_done=True)
    return Scored(response, score(FORM, response))


PAST = (
    done(FIRST + timedelta(days=45), 0, 0, 0, 0),
    done(FIRST + timedelta(days=30), 1, 2, 1),
    done(FIRST + timedelta(days=15), 1, 1, 1, 0),
    done(FIRST, 2, 1, 1, 2),
)
"""Newest first, as they are kept; one of them without a total."""


def chart_of(icons: Icons, qtbot: QtBot, history: History) -> TotalsChart:
    chart = TotalsChart(icons.theme)
    qtbot.addWidget(chart)
    chart.resize(500, 180)
    chart.render_state(history)
    return chart


def test_bars_stand_on_their_days_as_high_as_their_totals(icons: Icons, qtbot: QtBot) -> None:
    bars = chart_of(icons, qtbot, history_of(FORM, PAST)).bars
    assert len(bars) == 3, "one without a total is not drawn"
    six, three, nought = bars
    assert six.height() == pytest.approx(2 * three.height())
    assert 0 < nought.height() <= 2, "a nought was filled in, so something stands there"
    between = [b.center().x() - a.center().x() for a, b in pairwise(bars)]
    assert between[1] == pytest.approx(2 * between[0])


def test_ten_years_of_them_stand_within_the_chart_and_apart(icons: Icons, qtbot: QtBot) -> None:
    past = tuple(done(FIRST - timedelta(days=14 * n), 1, 2, n % 3, 3) for n in range(260))
    bars = chart_of(icons, qtbot, history_of(FORM, past)).bars
    assert len(bars) == 260
    assert bars[0].left() > 0
    assert bars[-1].right() <= 500
    assert all(a.center().x() < b.center().x() for a, b in pairwise(bars))


def test_keys_read_out_one_total_after_another(icons: Icons, qtbot: QtBot) -> None:
    chart = chart_of(icons, qtbot, history_of(FORM, PAST))
    said: list[str] = []
    chart.pointed.connect(said.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
    first, last = "1 September 2026: 6 of 12", "16 October 2026: 0 of 12"
    assert said == [last, first, first, "16 September 2026: 3 of 12"]
    assert chart.accessibleDescription() == said[-1]
    assert chart.accessibleName() == "PHQ-4 over time"


def test_the_table_has_every_one_and_says_which_have_no_total(icons: Icons, qtbot: QtBot) -> None:
    card = OfferCard(icons, Offer(FORM, is_on=True, done=PAST))
    qtbot.addWidget(card)
    model = card.rows.model()
    shown = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert shown == [
        ["16 October 2026", "0", "4 of 4"],
        ["1 October 2026", "no total", "3 of 4"],
        ["16 September 2026", "3", "4 of 4"],
        ["1 September 2026", "6", "4 of 4"],
    ]
    assert card.table()[1][:2] == (("2026-10-16", 0.0, "4 of 4"), ("2026-10-01", None, "3 of 4"))


def test_a_card_shows_the_chart_or_the_table_and_nothing_for_a_single_one(icons: Icons, qtbot: QtBot) -> None:
    card = OfferCard(icons, Offer(FORM, is_on=True, done=PAST[-1:]))
    qtbot.addWidget(card)
    assert (card.chart.isHidden(), card.rows.isHidden(), card.bar.isHidden()) == (True, True, True)
    card.show_offer(Offer(FORM, is_on=True, done=PAST))
    assert (card.chart.isHidden(), card.rows.isHidden()) == (False, True)
    card.bar.swap.click()
    assert (card.chart.isHidden(), card.rows.isHidden()) == (True, False)
    card.bar.swap.click()
    card.show_offer(Offer(FORM, is_on=True, done=(PAST[1], PAST[1])))
    assert (card.chart.isHidden(), card.rows.isHidden()) == (True, False), "without totals there is no chart"


def test_the_person_sees_no_bands(icons: Icons, qtbot: QtBot) -> None:
    """They sort people by a number; a doctor knows what they are worth."""
    card = OfferCard(icons, Offer(FORM, is_on=True, done=PAST))
    qtbot.addWidget(card)
    said = " ".join([*(label.text() for label in card.findChildren(QLabel)), card.chart.accessibleDescription()])
    assert "0–2" not in said
    assert "band" not in said.lower()
