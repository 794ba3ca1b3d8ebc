"""Laws of history: whatever was done, in whatever order copies meet, every one of them shows the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.storage import revisions
from diary.storage.keys import mark_key
from diary.storage.revisions import FORGET, FieldChange, Revision, by_field
from diary.storage.store import Store
from tests.storage.builders import DAY, World, all_revisions, all_tables, answer, local, new_store

PHASES = (Phase.explicit, Phase.generate, Phase.shrink)
LAW = settings(deadline=None, derandomize=True, database=None, max_examples=20, phases=PHASES)


@dataclass
class Copy:
    """One copy of the diary on a computer with its own clock, and the acts done there."""

    store: Store
    world: World
    gestures: list[str] = field(default_factory=list)

    def write(self, *changes: FieldChange) -> None:
        self._note(self.store.write(changes, recorder=PERSON).gesture)

    def undo(self, which: int) -> None:
        if self.gestures:
            self._note(self.store.undo(self.gestures[which % len(self.gestures)], recorder=PERSON).gesture)

    def forget(self, which: int) -> None:
        """Name all rows of one thing, as a removal for good does."""
        written = [row for row in all_revisions(self.store) if row.written_at and row.kind != FORGET]
        if written:
            subject = written[which % len(written)].subject
            named = [list(row.stamp) for row in written if row.subject == subject]
            self.write(FieldChange(FORGET, f"{self.store.device}-{self.store.last_seq}", "names", named))

    def _note(self, gesture: str | None) -> None:
        if gesture:
            self.gestures.append(gesture)


@contextmanager
def copies(number: int) -> Iterator[list[Copy]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_ones:
        made = []
        for n in range(number):
            world = World(seed=n)
            store = new_store(Path(folder) / f"{n}.db", f"device{n}", world)
            open_ones.callback(store.close)
            made.append(Copy(store, world))
        yield made


Act = tuple[str, int, int]
VERBS = ("score", "clear", "mark", "note", "delete", "undo", "undo", "forget", "clock", "two")
acts = st.tuples(st.sampled_from(VERBS), st.integers(0, 5), st.integers(0, 10))
written_on_three = st.lists(st.tuples(st.integers(0, 2), acts), max_size=14)


def do(copy: Copy, act: Act) -> None:
    verb, what, number = act
    measure = ("pain", "mood")[what % 2]
    match verb:
        case "score":
            copy.write(answer(measure, number))
        case "clear":
            copy.write(answer(measure, None))
        case "two":
            copy.write(answer("pain", number), answer("mood", number))
        case "mark":
            kind = (None, "bad_day", "nothing_to_log")[number % 3]
            copy.write(FieldChange("day_mark", mark_key(DAY, PERSON, Basis.SELF), "mark", kind))
        case "note":
            fields = {"day": DAY.isoformat(), "recorder": PERSON, "basis": "self", "text": f"n{number}"}
            fields |= {"sharing": "private"}
            copy.write(*(FieldChange("note", f"note{what}", name, value) for name, value in fields.items()))
        case "delete":
            copy.write(FieldChange("note", f"note{what}", "deleted", value=True))
        case "undo":
            copy.undo(number)
        case "forget":
            copy.forget(number)
        case "clock":
            copy.world.now += timedelta(minutes=(number - 5) * 60 + what)


def written(made: Sequence[Copy], story: list[tuple[int, Act]]) -> None:
    for who, act in story:
        do(made[who % len(made)], act)


@LAW
@given(written_on_three)
def test_copies_that_met_in_any_order_are_alike(story: list[tuple[int, Act]]) -> None:
    with copies(3) as made:
        written(made, story)
        apart = [all_revisions(one.store) for one in made]
        seen = []
        for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
            with copies(1) as (fresh,):
                for which in order:
                    fresh.store.take_in(apart[which])
                seen.append((all_revisions(fresh.store), all_tables(fresh.store)))
                assert fresh.store.projection_differences() == {}
        assert all(one == seen[0] for one in seen)


@LAW
@given(written_on_three)
def test_taking_in_twice_changes_nothing_more_and_pairs_may_meet_first(story: list[tuple[int, Act]]) -> None:
    with copies(3) as made:
        written(made, story)
        a, b, c = made
        a.store.take_in(all_revisions(b.store))
        c.store.take_in(all_revisions(a.store))
        a.store.take_in(all_revisions(c.store))
        before = all_revisions(a.store), all_tables(a.store)
        assert a.store.take_in(all_revisions(c.store)) == frozenset()
        assert a.store.take_in(all_revisions(b.store)) == frozenset()
        assert (all_revisions(a.store), all_tables(a.store)) == before
        assert before == (all_revisions(c.store), all_tables(c.store))


@LAW
@given(st.lists(acts, max_size=14))
def test_after_any_act_the_tables_are_what_the_history_adds_up_to(story: list[Act]) -> None:
    with copies(1) as (one,):
        for act in story:
            do(one, act)
            assert one.store.projection_differences() == {}
        before = all_tables(one.store)
        one.store.rebuild()
        assert all_tables(one.store) == before


@LAW
@given(written_on_three)
def test_what_is_shown_is_always_a_head_and_no_two_rows_share_a_number(story: list[tuple[int, Act]]) -> None:
    with copies(3) as made:
        written(made, story)
        for one in made[1:]:
            made[0].store.take_in(all_revisions(one.store))
        written(made, story[:4])
        rows = all_revisions(made[0].store)
        assert len({row.stamp for row in rows}) == len(rows)
        for history in by_subject(rows).values():
            for name, of_field in by_field(history).items():
                assert of_field[-1] in revisions.heads(history, name)
        here = [row for row in rows if row.device == "device0"]
        assert sorted(row.seq for row in here) == list(range(1, len(here) + 1))
        assert [row.seq for row in here] == sorted(row.seq for row in here), "a clock set back must not reorder"


def by_subject(rows: list[Revision]) -> dict[revisions.Subject, list[Revision]]:
    found: dict[revisions.Subject, list[Revision]] = {}
    for row in rows:
        found.setdefault(row.subject, []).append(row)
    return found


def subject_of(change: FieldChange) -> revisions.Subject:
    return change.kind, change.key


def shown(store: Store) -> dict[str, list[dict[str, object]]]:
    """The tables without the instants of writing, which an undo can't bring back."""
    instants = ("written_at", "written_offset_min")
    return {
        name: [{column: value for column, value in row.items() if column not in instants} for row in rows]
        for name, rows in all_tables(store).items()
    }


single = st.sampled_from([answer("pain", 3), answer("pain", 7), answer("pain", None), answer("mood", 4)])
steps = st.lists(single, min_size=1, max_size=2, unique_by=subject_of)


@LAW
@given(st.lists(steps, min_size=1, max_size=6))
def test_undoing_every_act_goes_back_step_by_step_and_redoing_comes_forward_again(
    story: list[list[FieldChange]],
) -> None:
    with copies(1) as (one,):
        states, gestures = [shown(one.store)], []
        for change in story:
            one.world.now += timedelta(minutes=1)
            if gesture := one.store.write(change, recorder=PERSON).gesture:
                gestures.append(gesture)
                states.append(shown(one.store))
        undone = []
        for number in reversed(range(len(gestures))):
            step = one.store.undo(gestures[number], recorder=PERSON)
            assert step.gesture
            undone.append(step.gesture)
            assert shown(one.store) == states[number]
        one.world.now += timedelta(days=3)
        for number, gesture in enumerate(reversed(undone), 1):
            assert one.store.undo(gesture, recorder=PERSON).gesture
            assert shown(one.store) == states[number]


def test_a_forgotten_value_is_gone_from_every_copy_whoever_comes_first() -> None:
    with copies(2) as (a, b):
        a.write(answer("pain", 7))
        b.store.take_in(all_revisions(a.store))
        b.write(answer("pain", 8))
        a.forget(0)
        late = all_revisions(b.store)
        b.store.take_in(all_revisions(a.store))
        a.store.take_in(late)
        assert all_revisions(a.store) == all_revisions(b.store)
        values = [row.content for row in all_revisions(a.store) if row.kind == "score"]
        assert values == [None, {"value": 8, "version": 1}]


def test_a_forget_row_that_is_itself_named_keeps_what_it_names() -> None:
    with copies(1) as (a,):
        a.write(answer("pain", 7))
        a.forget(0)
        (first,) = [row for row in all_revisions(a.store) if row.kind == FORGET]
        a.write(FieldChange(FORGET, "again", "names", [list(first.stamp)]))
        a.store.take_in(all_revisions(a.store))
        a.store.take_in(all_revisions(a.store))
        assert [row.content for row in all_revisions(a.store) if row.kind == "score"] == [None]


@pytest.mark.parametrize("where", ["here already", "twice in what comes"])
def test_the_same_number_with_other_content_is_refused_and_nothing_written(where: str) -> None:
    with copies(2) as (a, b):
        b.write(answer("pain", 7))
        b.write(answer("mood", 2))
        rows = [row for row in all_revisions(b.store) if row.written_at]
        false = replace(rows[0], value='{"value":1,"version":1}')
        if where == "here already":
            a.store.take_in(rows[:1])
            coming = [rows[1], false]
        else:
            coming = [*rows, false]
        before = all_revisions(a.store), all_tables(a.store)
        with pytest.raises(DiaryError, match="revisions_contradict"):
            a.store.take_in(coming)
        assert (all_revisions(a.store), all_tables(a.store)) == before


def test_undoing_the_second_of_two_simultaneous_clearings_keeps_when_it_was_first_answered() -> None:
    with copies(2) as (a, b):
        a.world.now = b.world.now = local(DAY, 20)
        a.write(answer("pain", 3))
        b.store.take_in(all_revisions(a.store))
        a.world.now = b.world.now = local(DAY, 21)
        a.write(answer("pain", None))
        b.write(answer("pain", None))
        b.store.take_in(all_revisions(a.store))
        b.world.now += timedelta(days=3)
        b.undo(-1)
        assert [row["answered_at"] for row in all_tables(b.store)["score"]] == [local(DAY, 20)]
