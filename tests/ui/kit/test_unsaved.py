"""What is not in the diary yet: nothing leaves that was not saved or let go, whatever comes in whatever order."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.ui.kit.unsaved import NotSaved, Unsaved

FULL = DiaryError("disk_full")


@dataclass(frozen=True, eq=False)
class Act:
    """An answer to one of three questions."""

    key: str
    value: int = 0


def refused(act: Act) -> NotSaved[Act]:
    return NotSaved(act, FULL)


def test_an_answer_refused_after_a_later_one_is_no_loss() -> None:
    unsaved: Unsaved[Act] = Unsaved()
    earlier, later = Act("pain", 6), Act("pain", 7)
    unsaved.begin(earlier)
    unsaved.begin(later)
    unsaved.refuse(refused(earlier))
    assert (unsaved.is_any, unsaved.waiting) == (False, (later,))
    unsaved.refuse(refused(later))
    assert (unsaved.is_any, unsaved.waiting, unsaved.why("pain")) == (True, (later,), FULL)


def test_what_is_tried_again_keeps_its_order() -> None:
    unsaved: Unsaved[Act] = Unsaved()
    acts = [Act(key) for key in ("sleep", "mood", "pain")]
    for act in acts:
        unsaved.begin(act)
    for act in acts:
        unsaved.refuse(refused(act))
    assert unsaved.again() == tuple(acts)
    assert not unsaved.is_any


def test_what_was_let_go_does_not_come_back_when_its_refusal_does() -> None:
    unsaved: Unsaved[Act] = Unsaved()
    act = Act("form")
    unsaved.begin(act)
    unsaved.drop("form")
    unsaved.refuse(refused(act))
    assert (unsaved.is_any, unsaved.waiting) == (False, ())


def test_words_that_are_not_whole_are_unsaved_though_nothing_was_refused() -> None:
    unsaved: Unsaved[Act] = Unsaved()
    unsaved.has_unfinished = True
    assert unsaved.is_any


def test_only_faults_of_the_disk_may_pass() -> None:
    assert refused(Act("pain")).may_pass
    assert not NotSaved(Act("pain"), DiaryError("label_too_long", most=60)).may_pass


@given(st.lists(st.tuples(st.sampled_from(("sleep", "mood", "pain")), st.booleans()), max_size=20), st.booleans())
def test_the_latest_of_each_is_here_until_it_is_saved(steps: list[tuple[str, bool]], in_order: bool) -> None:
    unsaved: Unsaved[Act] = Unsaved()
    acts = [(Act(key, n), is_saved) for n, (key, is_saved) in enumerate(steps)]
    for act, _ in acts:
        unsaved.begin(act)
    for act, is_saved in acts if in_order else reversed(acts):
        if is_saved:
            unsaved.end(act)
        else:
            unsaved.refuse(refused(act))
    latest = {act.key: (act, is_saved) for act, is_saved in acts}
    assert set(unsaved.waiting) == {act for act, is_saved in latest.values() if not is_saved}
    assert not unsaved.is_under_way
