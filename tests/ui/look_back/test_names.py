"""Who wrote is named in every row, even where the name is gone."""

from __future__ import annotations

from dataclasses import replace

from diary.domain.entries import Entry
from diary.domain.people import PERSON, Basis, Recorder
from diary.ui.kit.icons import Icons
from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import ChartState, chart_sentence, read_out
from diary.ui.look_back.charts import chart_state
from diary.ui.look_back.entries_list import in_lines
from diary.ui.look_back.rows import entry_rows
from tests.ui.diaries import TODAY, entry, made_day, made_extract


def test_who_has_no_name_any_more_is_a_carer_and_never_the_person_or_nobody() -> None:
    told = entry(TODAY, recorder="gone", basis=Basis.TOLD, pain=7)
    seen = entry(TODAY, recorder="gone", basis=Basis.OBSERVED, noticed_in_pain=2)
    rows = entry_rows(made_extract(made_day(TODAY, seen, told)))
    assert [row.who for row in rows] == ["Sam, written by a carer", "A carer’s view"]


SAM = Recorder(PERSON, "Sam")


def of_three(*entries: Entry) -> ChartState:
    """The chart of a day in a diary in which Alex and Kim write too."""
    content = made_extract(made_day(TODAY, *entries))
    writers = (SAM, Recorder("alex", "Alex"), Recorder("kim", "Kim"))
    return chart_state(replace(content, recorders={one.id: one for one in writers}), TODAY)


def test_what_two_carers_noticed_on_a_day_is_drawn_twice_and_read_out_by_name() -> None:
    chart = of_three(
        entry(TODAY, recorder="kim", basis=Basis.OBSERVED, noticed_in_pain=0),
        entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=2),
    )
    (panel,) = chart.panels
    assert (panel.label, sorted(panel.series.values)) == ("Carers’ view", [0, 2])
    row = read_out(chart, TODAY.toordinal(), Step.DAY).rows[0]
    assert row.text == "Kim: not at all; Alex: a lot"
    assert panel.cell_on(TODAY.toordinal()) == row.text, "in the table and its file too"
    assert "1 day." in chart_sentence(chart, TODAY.toordinal(), TODAY.toordinal())


def test_a_panel_is_called_by_the_one_carer_who_noticed_whoever_else_writes_here() -> None:
    chart = of_three(entry(TODAY, recorder="kim", basis=Basis.OBSERVED, pain_as_seemed=4))
    (panel,) = chart.panels
    assert (panel.label, panel.answer_on(TODAY.toordinal())) == ("Kim’s view", "4")


def test_could_not_tell_of_one_carer_leaves_what_the_other_noticed() -> None:
    chart = of_three(
        entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=1),
        entry(TODAY, recorder="kim", basis=Basis.OBSERVED, noticed_in_pain=3),
    )
    assert [(panel.label, panel.series.values) for panel in chart.panels] == [("Alex’s view", (1,))]


def test_what_an_entry_says_breaks_between_words_and_ends_in_dots_only_in_its_last_line(icons: Icons) -> None:
    font = icons.theme.font(12)
    says = "sleep 6 hours, mood 4, anxiety 5, pain 4"
    lines = in_lines(says, font, 190, 2)
    assert len(lines) == 2
    assert " ".join(lines).replace("\u00a0", " ") == says
    assert not any(line[0].isdecimal() for line in lines), "a number stays with what it is of"
    short = in_lines(says + ", left knee 4, neck 7, poor night, coffee", font, 190, 2)
    assert (len(short), short[0], short[1][-1]) == (2, lines[0], "…")


def test_two_carers_of_one_name_are_told_apart_in_the_list_and_in_the_read_out() -> None:
    partner, nurse = Recorder("alex", "Alex", "partner"), Recorder("other", "Alex", "nurse")
    seen = [
        entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=2),
        entry(TODAY, recorder="other", basis=Basis.OBSERVED, noticed_in_pain=0),
    ]
    told = entry(TODAY, recorder="other", basis=Basis.TOLD, pain=4)
    content = replace(
        made_extract(made_day(TODAY, *seen, told)), recorders={one.id: one for one in (SAM, partner, nurse)}
    )
    assert [row.who for row in entry_rows(content)] == [
        "Sam, written by Alex (nurse)",
        "Alex (partner)’s view",
        "Alex (nurse)’s view",
    ]
    shown = read_out(chart_state(content, TODAY), TODAY.toordinal(), Step.DAY)
    assert shown.rows[-1].text == "Alex (partner): a lot; Alex (nurse): not at all"
    assert "Sam, written by Alex (nurse)" in shown.notes
