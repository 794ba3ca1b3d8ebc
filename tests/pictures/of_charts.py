"""Look back, Together and Share as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from diary.app import researching
from diary.app.links import LinkState
from diary.app.made_up.whole import made_up_diary
from diary.domain.days import Period
from diary.domain.entries import Event, Pause, Precision, RoughDate, Treatment
from diary.domain.people import Basis
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.surfaces import Card
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.calendar_card import CalendarCard
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.entries_card import EntriesCard
from diary.ui.look_back.panels_dialog import PanelsDialog
from diary.ui.look_back.patterns_card import PatternsCard
from diary.ui.look_back.places_card import PlacesCard
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.seek_bar import SeekBar
from diary.ui.look_back.seeking import Sought
from diary.ui.look_back.state import HistoryLine, RangeChoice
from diary.ui.look_back.view import LookBackView
from diary.ui.share.files_card import FilesCard
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.record_card import RecordCard
from diary.ui.share.research_card import ResearchCard
from diary.ui.share.research_dialog import ResearchDialog
from diary.ui.share.research_state import ResearchState
from diary.ui.share.state import Basics, Content, Words
from diary.ui.share.view import ShareView
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.view import TogetherView
from diary.words import say
from tests.pictures.pasts import Past
from tests.pictures.screens import in_window, register
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary
from tests.ui.share.fakes import FakeHandingOver
from tests.ui.together.fakes import SHOWN, FakePairs, with_everything

if TYPE_CHECKING:
    from diary.domain.extract import Extract
    from diary.ui.kit.icons import Icons

TEN_YEARS = 3652
WISH = Words(
    "I would like to know whether the numb left arm and the neck pain belong together.",
    ("Could the numbness come from my neck?", "Can anxiety and pain be treated together?", ""),
)


def _today() -> date:
    return TODAY


def _only_carer() -> Extract:
    days = [TODAY - timedelta(days=n) for n in range(12)]
    seen = (entry(d, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=n % 3) for n, d in enumerate(days))
    return made_extract(*(made_day(one.day, one) for one in seen), with_carer=True)


def _all_states() -> Extract:
    """The diary with a pause in it, so that every state of a day is there."""
    content = whole_diary(83)
    first, last = TODAY - timedelta(days=40), TODAY - timedelta(days=32)
    days = tuple(day for day in content.days if not first <= day.day <= last)
    return replace(content, days=days, pauses=(Pause("p", first, last),))


def look_back(extract: Extract, choice: RangeChoice, icons: Icons, *, asks: str = "", heat: str = "") -> QWidget:
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_range(choice)
    presenter.choose_heat(heat)
    if asks:
        presenter.show_history(TODAY)
        ask = presenter.ask_to_remove if asks == "for good" else presenter.ask_to_delete
        ask(presenter.state.entries[:1])
    return in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))


def _for_good(extract: Extract, icons: Icons) -> QWidget:
    """The page scrolled down to the entries: the chart above them is left out."""
    window = look_back(extract, RangeChoice.TWO_WEEKS, icons, asks="for good")
    chart = window.findChild(ChartCard)
    assert isinstance(chart, ChartCard)
    chart.hide()
    return window


def calendar(extract: Extract, choice: RangeChoice, icons: Icons, *, heat: str = "", as_table: bool = False) -> QWidget:
    """The page scrolled down to the calendar: the chart above it is left out."""
    window = look_back(extract, choice, icons, heat=heat)
    chart, calendar = window.findChild(ChartCard), window.findChild(CalendarCard)
    assert isinstance(chart, ChartCard)
    assert isinstance(calendar, CalendarCard)
    chart.hide()
    if as_table:
        calendar.bar.swap.click()
    return window


def _only(window: QWidget, shown: type[QWidget]) -> QWidget:
    """The page with one of its cards; what stands above and beside it is left out."""
    for kind in (ChartCard, CalendarCard, EntriesCard, PlacesCard, PatternsCard):
        for card in window.findChildren(kind):
            card.setVisible(isinstance(card, shown))
    return window


def places(extract: Extract, choice: RangeChoice, icons: Icons, *, as_table: bool = False) -> QWidget:
    window = _only(look_back(extract, choice, icons), PlacesCard)
    card = window.findChild(PlacesCard)
    assert isinstance(card, PlacesCard)
    card.list.setCurrentIndex(card.list.model().index(1, 0))
    if as_table:
        card.bar.swap.click()
    return window


def _history(icons: Icons) -> QWidget:
    presenter = LookBackPresenter(Past(whole_diary(20)), ImmediateTasks(), _today)
    presenter.load()
    presenter.show_history(TODAY)
    presenter.bring_back(HistoryLine("", "", "pain", "", ("here", 1), "6"))
    return _only(in_window(icons, "look_back", partial(LookBackView, icons, presenter.state)), EntriesCard)


def _choosing(extract: Extract, icons: Icons) -> QWidget:
    """The dialog alone."""
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    return PanelsDialog(icons, presenter.state.panel_choices, None)


def _all_panels(icons: Icons) -> QWidget:
    """A chart with a yes or no, a scale, and what was noticed of sleep, besides pain."""
    days = []
    for n, day in enumerate(whole_diary(60).days):
        more = entry(day.day, tiredness=(n * 7) % 11, headache_today=n % 2)
        seen = entry(day.day, recorder="alex", basis=Basis.OBSERVED, noticed_sleep=n % 4)
        days.append(made_day(day.day, *day.entries, replace(more, id="more"), *((seen,) if n % 3 else ())))
    chosen = '["pain", "tiredness", "headache_today", "noticed_sleep"]'
    content = replace(made_extract(*days, with_carer=True), settings={"look_back_panels": chosen})
    return look_back(content, RangeChoice.THREE_MONTHS, icons)


def _treated(days: int) -> Extract:
    """A diary with treatments that begin and end inside it, and one known only to the month."""
    ago = TODAY - timedelta(days=days)
    month = RoughDate((TODAY - timedelta(days=50)).replace(day=1), Precision.MONTH)
    made = (
        Treatment("1", "Physiotherapy", "physiotherapy", first=RoughDate(TODAY - timedelta(days=69))),
        Treatment("2", "Amitriptyline", "medicine", "10", month, unit="mg"),
        Treatment("3", "CBT", "talking", first=RoughDate(ago), last=RoughDate(TODAY - timedelta(days=30))),
        Treatment("4", "Massage", "other", first=RoughDate(TODAY - timedelta(days=20))),
    )
    first, last = TODAY - timedelta(days=16), TODAY - timedelta(days=11)
    content = whole_diary(days)
    kept = tuple(day for day in content.days if not first <= day.day <= last)
    moved = Event("e3", "Moved house", RoughDate((TODAY - timedelta(days=60)).replace(day=1), Precision.MONTH))
    return replace(
        content,
        days=kept,
        pauses=(Pause("p", first, last),),
        treatments={one.id: one for one in made},
        events=(*content.events, moved),
    )


def _hidden(extract: Extract, icons: Icons) -> QWidget:
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_heat("pain")
    presenter.hide_numbers(is_hidden=True, always=False)
    return in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))


def _together_hidden(icons: Icons) -> QWidget:
    presenter = TogetherPresenter(FakePairs(whole_diary(60), is_hasty=True), ImmediateTasks(), ImmediateTasks(), _today)
    presenter.load()
    presenter.hide_numbers(is_hidden=True, always=True)
    return in_window(icons, "together", partial(TogetherView, icons, presenter.state))


def compared(extract: Extract, choice: RangeChoice, icons: Icons) -> QWidget:
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_range(choice)
    presenter.compare(is_on=True)
    return in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))


def patterns(
    extract: Extract, choice: RangeChoice, icons: Icons, *, shown: str = "pain", table: bool = False
) -> QWidget:
    """The page scrolled down to the patterns: what stands above them is left out."""
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_range(choice)
    presenter.choose_pattern(shown)
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for above in (ChartCard, CalendarCard, EntriesCard, PlacesCard):
        for card in window.findChildren(above):
            card.hide()
    patterns = window.findChild(PatternsCard)
    assert isinstance(patterns, PatternsCard)
    if table:
        patterns.bar.swap.click()
    return window


def _with_moments(days: int) -> Extract:
    """A diary with an answer right then in the morning and in the evening."""
    content = whole_diary(days)
    made = []
    for number, day in enumerate(content.days):
        if day.value("pain") is None:
            made.append(day)
            continue
        pain = day.values["pain", None].value
        moments = tuple(
            replace(entry(day.day, pain_now=min(pain + more, 10)), id=f"{day.day}{hour}", moment=time(hour, 30))
            for hour, more in ((8, 2), (15, 1), (20, 0))
            if (number + hour) % 3
        )
        made.append(replace(day, entries=(*day.entries, *moments)))
    return replace(content, days=tuple(made))


def _seeking(extract: Extract, sought: Sought, icons: Icons) -> QWidget:
    """The entries with their filters open: what stands above and beside them is left out."""
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.seek(sought)
    presenter.ask_to_delete(presenter.state.entries[:3])
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    bar = window.findChild(SeekBar)
    assert isinstance(bar, SeekBar)
    for above in (*window.findChildren(ChartCard), *window.findChildren(CalendarCard)):
        above.hide()
    bar.toggle.click()
    return window


def _saved(extract: Extract, icons: Icons) -> QWidget:
    presenter = LookBackPresenter(Past(extract), ImmediateTasks(), _today)
    presenter.load()
    presenter.save(Picture(Path("Diary 2026-11-22.png"), b""))
    return in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))


def together(extract: Extract, pair: int, icons: Icons, *, opens: bool = False, is_hasty: bool = False) -> QWidget:
    return _window_of(FakePairs(extract, is_hasty=is_hasty), pair, icons, opens=opens)


def _in_state(state: LinkState, icons: Icons) -> QWidget:
    return _window_of(*SHOWN[state](), icons)


def _a_year(icons: Icons) -> QWidget:
    extract = made_up_diary(Period.ending(TODAY, 365), seed=1, now=at(TODAY))
    return _window_of(FakePairs(extract, is_hasty=True), 0, icons)


def _mood(icons: Icons) -> QWidget:
    pairs, _ = SHOWN[LinkState.LINK]()
    return _window_of(pairs, 1, icons)


def _together_error(icons: Icons) -> QWidget:
    pairs = FakePairs(whole_diary(30), is_hasty=True)
    pairs.fails = True
    return _window_of(pairs, 0, icons)


def _together_saved(icons: Icons) -> QWidget:
    """The tables instead of the pictures, and one of them just saved."""
    pairs, number = SHOWN[LinkState.LINK]()
    presenter = TogetherPresenter(pairs, ImmediateTasks(), ImmediateTasks(), pairs.now)
    presenter.load()
    presenter.choose_pair(number)
    presenter.save(Table(Path("Diary 2026-03-09.csv"), (), ()))
    window = in_window(icons, "together", partial(TogetherView, icons, presenter.state))
    for bar in window.findChildren(PictureBar):
        bar.swap.click()
    return window


def _added(number: int, icons: Icons, *, opens: bool = False) -> QWidget:
    return _window_of(with_everything(), number, icons, opens=opens)


def _window_of(pairs: FakePairs, number: int, icons: Icons, *, opens: bool = False) -> QWidget:
    presenter = TogetherPresenter(pairs, ImmediateTasks(), ImmediateTasks(), pairs.now)
    presenter.load()
    presenter.choose_pair(number)
    window = in_window(icons, "together", partial(TogetherView, icons, presenter.state))
    if opens:
        for button in window.findChildren(QPushButton):
            if button.text() in {say("Show the statistics"), say("Add a pair")}:
                button.click()
    return window


def _share(
    extract: Extract, words: Words, icons: Icons, *, fails: str = "", asks: bool = False, is_saved: bool = False
) -> QWidget:
    basics = Basics(extract.first_day, extract.last_day, has_carers=True, has_questionnaires=True) if asks else None
    handing_over = FakeHandingOver(extract, draws=True, basics=basics)
    handing_over.asks_about_answers = asks
    if extract.days:
        handing_over.appointments = {"a": TODAY + timedelta(days=9), "b": TODAY - timedelta(days=33)}
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), _today)
    presenter.load()
    presenter.write_words(words)
    if fails:
        handing_over.fails = fails
        presenter.save_everything(Path("Diary.csv"), with_notes=False)
    if is_saved:
        presenter.save_page(Path("Papers/Summary 2026-11-22.pdf"))
    window = in_window(icons, "share", partial(ShareView, icons, presenter.state))
    if asks:
        for view in window.findChildren(ShareView):
            view.insist_on_answers()
    return window


def _share_files(extract: Extract, icons: Icons, *, is_making: bool = False) -> QWidget:
    """The files at the foot of the page: what stands above them is left out."""
    window = _share(extract, Words(), icons)
    for card in window.findChildren(Card):
        card.setVisible(isinstance(card, FilesCard | RecordCard | ResearchCard))
    for card in window.findChildren(RecordCard):
        card.making.say(say("Making the file…") if is_making else "")
    return window


def _share_birth_date(extract: Extract, icons: Icons) -> QWidget:
    """The date of birth ticked in a diary that does not know it."""
    unknown = replace(extract, person=replace(extract.person, born_on=None))
    handing_over = FakeHandingOver(unknown, draws=True)
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_content(Content(with_birth_date=True))
    return in_window(icons, "share", partial(ShareView, icons, presenter.state))


def _share_name(extract: Extract, icons: Icons) -> QWidget:
    """A name in letters that the fonts of the pages don't have."""
    named = replace(extract, person=replace(extract.person, name="שרה כהן"))
    presenter = SharePresenter(FakeHandingOver(named, draws=True), ImmediateTasks(), ImmediateTasks(), _today)
    presenter.load()
    presenter.choose_content(Content(with_name=True))
    return in_window(icons, "share", partial(ShareView, icons, presenter.state))


def _research(extract: Extract, icons: Icons, *, decided: bool = False) -> QWidget:
    """The dialog for a study, which stands over the page."""
    dialog = ResearchDialog(icons, None)
    found = researching.for_research(extract)
    dialog.render_state(ResearchState(extract.period, has_answers=True, found=found))
    dialog.decided.setChecked(decided)
    return dialog


def register_details(three_months: Extract, ten_years: Extract) -> None:
    """Add what can be opened and chosen on Look back."""
    register("look_back_other_panels", _all_panels)
    register("look_back_choosing", partial(_choosing, three_months))
    register("look_back_treatments", partial(look_back, _treated(83), RangeChoice.THREE_MONTHS))
    register("together_hidden", _together_hidden)
    register("look_back_compared", partial(compared, ten_years, RangeChoice.THREE_MONTHS))
    register("look_back_compared_a_year", partial(compared, ten_years, RangeChoice.TWELVE_MONTHS))
    register("look_back_compared_young", partial(compared, whole_diary(50), RangeChoice.MONTH))
    register("look_back_compared_nothing", partial(compared, three_months, RangeChoice.ALL))
    register("look_back_patterns", partial(patterns, _with_moments(83), RangeChoice.THREE_MONTHS))
    register("look_back_patterns_sleep", partial(patterns, ten_years, RangeChoice.ALL, shown="sleep_hours"))
    register("look_back_patterns_few", partial(patterns, _with_moments(20), RangeChoice.MONTH))
    register("look_back_patterns_table", partial(patterns, _with_moments(83), RangeChoice.THREE_MONTHS, table=True))


def register_all() -> None:
    """Add every state of these screens."""
    three_months, ten_years = whole_diary(83), whole_diary(TEN_YEARS)
    register_details(three_months, ten_years)
    register("look_back", partial(look_back, three_months, RangeChoice.THREE_MONTHS))
    register("look_back_ten_years", partial(look_back, ten_years, RangeChoice.ALL))
    register("look_back_a_year", partial(look_back, ten_years, RangeChoice.TWELVE_MONTHS))
    register("look_back_three_days", partial(look_back, whole_diary(3), RangeChoice.TWO_WEEKS))
    register("look_back_empty", partial(look_back, made_extract(), RangeChoice.THREE_MONTHS))
    register("look_back_only_carer", partial(look_back, _only_carer(), RangeChoice.TWO_WEEKS))
    register("look_back_asks", partial(look_back, three_months, RangeChoice.THREE_MONTHS, asks="to delete"))
    for name, draw in (("look_back_for_good", _for_good), ("look_back_saved", _saved), ("look_back_hidden", _hidden)):
        register(name, partial(draw, three_months))
    register("look_back_calendar", partial(calendar, _all_states(), RangeChoice.THREE_MONTHS))
    register("look_back_calendar_table", partial(calendar, three_months, RangeChoice.MONTH, heat="pain", as_table=True))
    register("look_back_calendar_heat", partial(calendar, three_months, RangeChoice.THREE_MONTHS, heat="pain"))
    register("look_back_calendar_a_year", partial(calendar, ten_years, RangeChoice.TWELVE_MONTHS))
    register("look_back_calendar_years", partial(calendar, ten_years, RangeChoice.ALL))
    register("look_back_calendar_years_heat", partial(calendar, ten_years, RangeChoice.ALL, heat="mood"))
    register("look_back_history", _history)
    half_a_year = made_up_diary(Period.ending(TODAY, 183), seed=2, now=at(TODAY))
    register("look_back_places", partial(places, half_a_year, RangeChoice.THREE_MONTHS))
    register("look_back_places_begin", partial(places, half_a_year, RangeChoice.ALL))
    register("look_back_places_table", partial(places, half_a_year, RangeChoice.THREE_MONTHS, as_table=True))
    register("look_back_places_none", partial(places, three_months, RangeChoice.THREE_MONTHS))
    high_pain = Sought("pain", measure="pain", at_least=8, oldest_first=True)
    register("look_back_seeking", partial(_seeking, three_months, high_pain))
    register("look_back_nothing_found", partial(_seeking, three_months, Sought("unicorn")))
    register("together", partial(together, three_months, 0))
    register("together_a_year", _a_year)
    register("together_mood", _mood)
    register("together_ten_years", partial(together, ten_years, 2, is_hasty=True))
    register("together_three_days", partial(together, whole_diary(3), 0))
    register("together_empty", partial(together, made_extract(), 0))
    for state in LinkState:
        register(f"together_{state}", partial(_in_state, state))
    register("together_added", partial(_added, 3))
    register("together_factor", partial(_added, 4, opens=True))
    register("together_error", _together_error)
    register("together_saved", _together_saved)
    register("share", partial(_share, three_months, WISH))
    register("share_name", partial(_share_name, three_months))
    register("share_birth_date", partial(_share_birth_date, three_months))
    register("share_research", partial(_research, three_months, decided=True))
    register("share_files", partial(_share_files, three_months))
    register("share_making_record", partial(_share_files, three_months, is_making=True))
    register("share_ten_years", partial(_share, ten_years, Words()))
    register("share_empty", partial(_share, made_extract(), Words()))
    register("share_saved", partial(_share, three_months, Words(), is_saved=True))
    register("share_answers", partial(_share, three_months, Words(), asks=True))
    register("share_error", partial(_share, three_months, Words(), fails="disk_full"))


register_all()
