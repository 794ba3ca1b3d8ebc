"""Together looks back piece by piece beside the lane, shows what is certain first, and stops when it is left."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from diary.app.links import AskedPair, LinkState
from diary.app.values import Changes
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks, LaneTasks
from diary.ui.kit.text import Words
from diary.ui.together.finding_card import Headline
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.signs import LinkSign, sign_words
from diary.ui.together.view import TogetherView
from tests.app.looked_at import diary, written
from tests.ui.diaries import TODAY, made_extract, whole_diary
from tests.ui.together.fakes import SHOWN, FakePairs, with_everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.domain.errors import DiaryError
    from diary.ui.together.state import PairState, TogetherState

FIRST_PIECES = 9
"""Three pairs have nine questions, each put at the newest looks together."""
REFUSED = {LinkState.NOT_ENOUGH, LinkState.TOO_STEADY}


class StepTasks:
    """Runs one piece of work whenever a test says so."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], None]] = deque()

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        del failed
        self.waiting.append(lambda: done(work()))

    def step(self, times: int = 1) -> None:
        for _ in range(times):
            if self.waiting:
                self.waiting.popleft()()


def loaded(pairs: FakePairs, worker: StepTasks | ImmediateTasks | LaneTasks, number: int = 0) -> TogetherPresenter:
    presenter = TogetherPresenter(pairs, ImmediateTasks(), worker, pairs.now)
    presenter.load()
    if number:
        presenter.choose_pair(number)
    return presenter


def pair_of(state: TogetherState) -> PairState:
    assert state.pair is not None
    return state.pair


def shown(state: LinkState) -> tuple[TogetherState, PairState]:
    pairs, number = SHOWN[state]()
    presenter = loaded(pairs, ImmediateTasks(), number)
    return presenter.state, pair_of(presenter.state)


@pytest.mark.parametrize("state", LinkState)
def test_every_state_has_its_sentence_its_lanes_and_its_sign(qtbot: QtBot, icons: Icons, state: LinkState) -> None:
    whole, pair = shown(state)
    assert pair.state is state
    view = TogetherView(icons, whole)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    assert view.findChildren(Headline)[0].accessibleName() == pair.headline
    lane = pair.lanes.lanes[0]
    assert (lane.interval is None) is (state in REFUSED)
    assert (lane.interval is not None and lane.interval.named) is (state is LinkState.LINK)
    assert (pair.scatter.band == ()) is (state in REFUSED)
    assert pair.looked_at.rows[0].cells[0].state is state
    assert sign_words(state) in {sign.accessibleName() for sign in view.findChildren(LinkSign)}
    assert pair.always == "This shows what came together in your diary. It does not tell you why."


def test_every_state_has_a_sign_of_its_own() -> None:
    assert len({sign_words(state) for state in LinkState}) == len(LinkState)


def test_the_table_of_directions_holds_the_figures_of_the_lanes(qtbot: QtBot, icons: Icons) -> None:
    whole, pair = shown(LinkState.LINK)
    view = TogetherView(icons, whole)
    qtbot.addWidget(view)
    model = view._directions.model
    for row, lane in enumerate(pair.lanes.lanes):
        assert lane.interval is not None
        assert model.rows[row][1:4] == (lane.interval.middle, lane.interval.low, lane.interval.high)
        role = Qt.ItemDataRole.AccessibleTextRole
        texts = [model.data(model.index(row, column), role) for column in range(model.columnCount())]
        assert texts == [lane.title, *lane.figures, sign_words(lane.state)]


def test_a_refused_direction_has_no_figures_in_its_table() -> None:
    _, pair = shown(LinkState.NOT_ENOUGH)
    assert [lane.figures for lane in pair.lanes.lanes] == [("", "", "")] * 3
    assert pair.lanes.lanes[0].words == "Not enough days yet: 9 of 21 days."


def test_a_link_of_higher_mood_is_not_headed_by_lower_mood() -> None:
    pairs, _ = SHOWN[LinkState.LINK]()
    pair = pair_of(loaded(pairs, ImmediateTasks(), 1).state)
    assert pair.emphasis.endswith("lower")
    first = pair.lanes.lanes[0].interval
    assert first is not None
    assert first.high < 0
    assert all("lower mood" not in lane.title for lane in pair.lanes.lanes), "both bars tell of the same days"
    assert pair.lanes.lanes[0].words.startswith("Mood 6 or more: about ")


@pytest.mark.parametrize("state", sorted(set(LinkState) - REFUSED))
def test_a_line_without_a_link_is_said_to_be_none(state: LinkState) -> None:
    _, pair = shown(state)
    assert ("A line that slopes is not a link by itself." in pair.scatter_note) is (state is not LinkState.LINK)


def test_the_page_comes_before_every_week_was_looked_at_and_says_so() -> None:
    worker = StepTasks()
    pairs = FakePairs(whole_diary(220))
    presenter = loaded(pairs, worker)
    states: list[TogetherState] = [presenter.state]
    presenter.state_changed.connect(states.append)
    worker.step(FIRST_PIECES + 3)
    assert (states[0].pair, states[0].is_working) == (None, True)
    assert pair_of(presenter.state).still_looking_back
    assert pairs.pieces <= FIRST_PIECES + 1, "looks are done when the next piece begins"
    while worker.waiting:
        worker.step()
    assert not pair_of(presenter.state).still_looking_back
    assert pairs.kept[-1].only is not None


def test_each_piece_waits_for_the_one_before() -> None:
    worker = StepTasks()
    loaded(FakePairs(whole_diary(60)), worker)
    for _ in range(20):
        assert len(worker.waiting) <= 1
        worker.step()


def test_looking_back_stops_when_the_page_is_left_and_goes_on_when_it_is_back() -> None:
    worker = StepTasks()
    pairs = FakePairs(whole_diary(220))
    presenter = loaded(pairs, worker)
    worker.step(6)
    made = pairs.pieces
    presenter.come(is_on_screen=False)
    worker.step(10)
    assert pairs.pieces <= made + 1
    assert not worker.waiting
    assert pairs.kept, "what was looked at is not lost"
    presenter.come(is_on_screen=True)
    worker.step(5)
    assert pairs.pieces > made + 1


def test_looks_are_kept_now_and_then_and_each_once() -> None:
    worker = StepTasks()
    pairs = FakePairs(whole_diary(220))
    loaded(pairs, worker)
    worker.step(FIRST_PIECES + 3)
    assert len(pairs.kept) == 1
    while worker.waiting:
        worker.step()
    keys = [key for looks in pairs.kept for key in looks.news]
    assert len(keys) == len(set(keys)) > len(pairs.kept[0].news)


def test_what_was_written_meanwhile_is_looked_at_and_the_older_look_dropped() -> None:
    worker = StepTasks()
    pairs = FakePairs(whole_diary(60))
    presenter = loaded(pairs, worker)
    worker.step(3)
    pairs.content = made_extract()
    presenter.refresh(Changes(kinds=frozenset({"score"})))
    while worker.waiting:
        worker.step()
    assert pair_of(presenter.state).scatter.dots == ()


def test_the_newest_days_of_a_long_diary_are_shown_before_the_rest_is_read() -> None:
    worker = StepTasks()
    pairs = FakePairs(whole_diary(440))
    pairs.recent = TODAY - timedelta(days=390)
    presenter = loaded(pairs, worker)
    assert pairs.read == ["recent"]
    while presenter.state.pair is None:
        worker.step()
    first = pair_of(presenter.state)
    assert pairs.read == ["recent", "whole"]
    assert first.still_looking_back
    while worker.waiting:
        worker.step()
    last = pair_of(presenter.state)
    assert (last.headline, last.scatter, last.averages) == (first.headline, first.scatter, first.averages)
    assert not last.still_looking_back
    assert pairs.read == ["recent", "whole"], "once each"
    keys = [key for looks in pairs.kept for key in looks.news]
    assert len(keys) == len(set(keys)), "what the newest days gave is not worked out again"


def test_a_new_look_comes_with_the_calendar_though_nothing_was_written() -> None:
    days = written(27)
    pairs = FakePairs(diary(days), today=days[-1].day)
    presenter = loaded(pairs, ImmediateTasks())
    assert pair_of(presenter.state).state is LinkState.PERHAPS
    presenter.come(is_on_screen=False)
    pairs.today += timedelta(days=1)
    presenter.look_at_clock()
    assert pair_of(presenter.state).state is LinkState.PERHAPS, "nobody is there to see it"
    presenter.come(is_on_screen=True)
    assert pair_of(presenter.state).state is LinkState.LINK
    assert pair_of(presenter.state).history == ("First seen on 1 February.",)
    reads = len(pairs.read)
    presenter.look_at_clock()
    assert len(pairs.read) == reads, "the same day is read once"


def test_history_and_what_was_taken_back_are_on_the_page(qtbot: QtBot, icons: Icons) -> None:
    pairs, number = SHOWN[LinkState.WITHDRAWN]()
    view = TogetherView(icons, loaded(pairs, ImmediateTasks(), number).state)
    qtbot.addWidget(view)
    said = [words.text() for words in view.findChildren(Words) if not words.isHidden()]
    assert any("this looked like a link" in text for text in said)
    assert any("First seen on 1 February. No longer seen from" in text for text in said)
    after = [lane for lane in pair_of(loaded(pairs, ImmediateTasks(), number).state).lanes.lanes if lane.history]
    assert all(any(lane.history in text for text in said) for lane in after)


def test_another_pair_is_shown_while_looking_back() -> None:
    worker = StepTasks()
    presenter = loaded(FakePairs(whole_diary(220)), worker)
    worker.step(FIRST_PIECES + 3)
    presenter.choose_pair(2)
    worker.step(2)
    assert pair_of(presenter.state).scatter.x.label == "Sleep"
    assert pair_of(presenter.state).still_looking_back


def test_real_threads_bring_the_same_page(qtbot: QtBot) -> None:
    pairs = FakePairs(whole_diary(83))
    lane, worker = LaneTasks("lane"), LaneTasks("thinking")
    try:
        presenter = TogetherPresenter(pairs, lane, worker, pairs.now)
        presenter.load()
        qtbot.waitUntil(lambda: bool(pairs.kept) and pairs.kept[-1].only is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not pair_of(presenter.state).still_looking_back, timeout=5_000)
        assert presenter.state.pair == loaded(FakePairs(whole_diary(83)), ImmediateTasks()).state.pair
    finally:
        worker.close()
        lane.close()


def test_a_presenter_that_is_gone_makes_no_more_pieces(qtbot: QtBot) -> None:
    """Locking the diary lets go of the presenter; nothing may go on thinking about what it held."""
    worker = LaneTasks("thinking")
    pairs = FakePairs(whole_diary(220))
    passed: list[int] = []

    def let_pass() -> int:
        worker.run(int, passed.append)
        qtbot.waitUntil(lambda: bool(passed), timeout=20_000)
        passed.clear()
        return pairs.pieces

    try:
        presenter = loaded(pairs, worker)
        qtbot.waitUntil(lambda: pairs.pieces > 2, timeout=20_000)
        del presenter
        let_pass()
        assert let_pass() == let_pass()
    finally:
        worker.close()


def test_an_added_pair_is_shown_counted_and_told_to_other_pages() -> None:
    pairs = FakePairs(diary(written(40)), today=written(40)[-1].day, is_hasty=True)
    presenter = loaded(pairs, ImmediateTasks())
    told: list[object] = []
    presenter.changed.connect(told.append)
    presenter.add_pair(SLEEP, ANXIETY)
    assert presenter.state.titles[presenter.state.chosen] == "Sleep and anxiety"
    assert len(told) == 1
    rows = pair_of(presenter.state).looked_at.rows
    assert [row.is_own for row in rows] == [False, False, False, True]
    assert pair_of(presenter.state).looked_at.sentences[0] == "12 questions were looked at."
    assert pair_of(presenter.state).looked_at.columns[1] == "The day after"


def test_a_removed_pair_can_be_brought_back() -> None:
    pairs = with_everything()
    presenter = loaded(pairs, ImmediateTasks(), 3)
    whole = presenter.state
    presenter.remove_pair(3)
    without = presenter.state
    assert (without.removed, without.titles, without.chosen) == (
        "“Fog” and pain",
        (*whole.titles[:3], *whole.titles[4:]),
        0,
    )
    presenter.undo()
    again = presenter.state
    assert (again.removed, set(again.titles)) == ("", set(whole.titles))


def test_a_removal_is_not_undone_once_something_else_may_have_been_written() -> None:
    presenter = loaded(with_everything(), ImmediateTasks(), 3)
    presenter.remove_pair(3)
    presenter.come(is_on_screen=False)
    assert presenter.state.removed == ""


def test_a_pair_that_could_not_be_added_is_told() -> None:
    pairs = FakePairs(diary(written(30)), is_hasty=True)
    pairs.fails_to_write = True
    presenter = loaded(pairs, ImmediateTasks())
    presenter.add_pair(SLEEP, MOOD)
    assert presenter.state.problem
    assert presenter.state.pair is not None


def test_adding_asks_for_two_things_and_puts_pain_last(qtbot: QtBot, icons: Icons) -> None:
    presenter = loaded(with_everything(), ImmediateTasks())
    view = TogetherView(icons, presenter.state)
    qtbot.addWidget(view)
    view.show()
    asked: list[tuple[str, str]] = []
    panel = view._looked_at.add_pair
    was_visible = panel.isVisible()
    view._looked_at._add.click()
    assert (was_visible, panel.isVisible()) == (False, True)
    ids = [thing.id for thing in presenter.state.things]
    assert {"own.fog", "factor:walk", PAIN, SLEEP} <= set(ids)
    panel.first.setCurrentIndex(ids.index(PAIN))
    panel.second.setCurrentIndex(ids.index(PAIN))
    assert not panel.add.isEnabled()
    panel.second.setCurrentIndex(ids.index("factor:walk"))
    view.add_requested.connect(lambda x, y: asked.append((x, y)))
    panel.add.click()
    assert asked == [("factor:walk", PAIN)]
    assert not panel.isVisible()


def test_only_a_pair_of_ones_own_can_be_removed(qtbot: QtBot, icons: Icons) -> None:
    view = TogetherView(icons, loaded(with_everything(), ImmediateTasks()).state)
    qtbot.addWidget(view)
    removed: list[int] = []
    view.remove_requested.connect(removed.append)
    buttons = [one for one in view.findChildren(QAbstractButton) if one.accessibleName().startswith("Remove ")]
    assert [one.accessibleName() for one in buttons] == ["Remove “Fog” and pain", "Remove Pain and “A walk”"]
    buttons[1].click()
    assert removed == [4]


def test_yes_or_no_is_drawn_whole_and_named_so() -> None:
    pair = pair_of(loaded(with_everything(), ImmediateTasks(), 4).state)
    assert [text for _, text in pair.scatter.y.ticks] == ["no", "yes"]
    assert (pair.lanes.lower, pair.lanes.higher) == ("lower", "higher")


def test_a_persons_own_words_are_never_read_as_markup(qtbot: QtBot, icons: Icons) -> None:
    whole, pair = shown(LinkState.LINK)
    sentence = "On days with <b>“a & b”</b>, pain was about 2 points higher."
    state = replace(whole, pair=replace(pair, headline=sentence, emphasis="2 points higher"))
    view = TogetherView(icons, state)
    qtbot.addWidget(view)
    headline = view.findChildren(Headline)[0]
    assert "&lt;b&gt;" in headline.text()
    assert headline.accessibleName() == sentence


@pytest.mark.parametrize("width", [1300, 700])
def test_everything_stays_reachable_when_it_is_narrow(qtbot: QtBot, icons: Icons, width: int) -> None:
    view = TogetherView(icons, loaded(with_everything(), ImmediateTasks()).state)
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show()
    inner = view.widget()
    assert inner is not None
    assert inner.width() <= view.viewport().width()
    assert view.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert inner.minimumSizeHint().width() <= width


def test_pairs_are_kept_by_their_things_when_their_order_changes() -> None:
    pairs = with_everything()
    presenter = loaded(pairs, ImmediateTasks(), 4)
    pairs.added = [AskedPair(SLEEP, MOOD, pairs.added[0].added), *pairs.added]
    presenter.load()
    assert presenter.state.titles[presenter.state.chosen] == "Pain and “A walk”"
