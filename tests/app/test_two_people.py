"""Two people's diaries, written in by turns and mixed up: nothing of one is ever in what belongs to the other."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.app import (
    diaries,
    exporting,
    factors,
    journal,
    keeping,
    looking_back,
    moving,
    other_answers,
    own_measures,
    treatments,
)
from diary.app.exporting import ExportFormat
from diary.app.moves import Wish
from diary.app.opened import OpenDiary
from diary.domain.entries import Treatment
from diary.domain.measures import PAIN, OwnMeasure
from diary.storage.store import DIARY_FILE
from diary.ui.look_back.rows import entry_rows
from diary.vault import key_file
from tests.app.two_diaries import ALEXS, two_diaries
from tests.storage.builders import DAY, PASSPHRASE, made_quick
from tests.storage.pages import decrypted

SAM, ALEX = "sam", "alex"
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("note", "good", "factor", "measure", "treatment", "take back", "turn", "turn", "move")),
        st.integers(0, 2),
    ),
    min_size=5,
    max_size=14,
)
LAW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@dataclass
class Evening:
    """Both diaries, of which one is open; ``words`` says of everything written in whose diary it may be found.

    ``gone_by`` is what was taken back or replaced, which stands in the history alone and goes with it.
    """

    diary: OpenDiary
    shut: Path
    secrets: dict[str, str] = field(default_factory=lambda: {"S": PASSPHRASE, "A": ALEXS})
    words: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    gone_by: set[str] = field(default_factory=set)

    def written(self) -> str:
        """A word that was never written before, by whoever's diary is open."""
        word = f"zymurg{len(self.words):04}quill"
        self.words[word] = {self.diary.label}
        return word

    def turn(self) -> None:
        """Shut this diary, and open the other."""
        folder = self.diary.folder
        diaries.close(self.diary)
        self.diary = diaries.open_diary(self.shut, self.secrets[self.shut.stem], self.diary.computer)
        made_quick(self.diary.store)
        self.shut = folder

    def do(self, what: str, ago: int) -> None:
        diary, day = self.diary, DAY - timedelta(days=ago)
        match what:
            case "note":
                journal.write_note(diary, day, self.written())
            case "good":
                replaced = (one.text for one in journal.day_page(diary, day).good_things)
                self.gone_by |= set(replaced)
                other_answers.write_good_thing(diary, day, self.written())
            case "factor":
                word = self.named()
                factors.add_factor(diary, word)
                factor = next(one.id for one in factors.factors(diary) if one.label == word)
                factors.tick_factor(diary, day, factor, was_there=True)
            case "measure":
                word = self.named()
                own_measures.add_measure(diary, OwnMeasure(word))
                measure = next(one.id for one in own_measures.own_measures(diary) if one.label == word)
                journal.give_score(diary, day, measure, 7)
            case "treatment":
                word = self.named()
                treatments.keep_treatment(diary, Treatment("", word, "other"))
                treatment = next(one.id for one in treatments.treatments(diary) if one.name == word)
                treatments.take(diary, day, treatment)
            case "take back":
                before = {word for ago in range(3) for word in words_on(DAY - timedelta(days=ago), diary)}
                journal.undo(diary)
                after = {word for ago in range(3) for word in words_on(DAY - timedelta(days=ago), diary)}
                self.gone_by |= before - after
            case "turn":
                self.turn()
            case "move":
                self.move(Wish(day))

    def named(self) -> str:
        word = self.written()
        self.names.add(word)
        return word

    def move(self, wish: Wish) -> None:
        """Words that move are the other's from then on; what things are called both know then."""
        there = set(words_on(wish.day, self.diary))
        if not moving.contents(self.diary, wish).things:
            return
        moved = moving.move(self.diary, self.shut, self.secrets[self.shut.stem], wish)
        stays = set(words_on(wish.day, self.diary))
        for word in there - stays:
            self.words[word] = {self.shut.stem}
        for word in self.names & {*moved.account.goes, *moved.account.stays}:
            self.words[word] |= {self.shut.stem}


def words_on(day: date, diary: OpenDiary) -> Iterator[str]:
    """The notes and the good things of a day."""
    page = journal.day_page(diary, day)
    yield from (one.text for one in page.notes)
    yield from (one.text for one in page.good_things)


def everything_handed_out(diary: OpenDiary, folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that ever leaves a diary, and all of its own file and of a backup made of it, readable."""
    found = looking_back.extract(diary)
    for form in ExportFormat:
        out = folder / f"{diary.label}.{form}"
        exporting.export(found, out, form, today=DAY, with_notes=True)
        yield form, unpacked(out)
    yield "search", " ".join(row.sought_in for row in entry_rows(found)).encode()
    yield "history", repr(looking_back.history(diary)).encode()
    backup = keeping.back_up(diary, folder / f"{diary.label}.backup")
    with zipfile.ZipFile(backup) as packed:
        copy = folder / "copy.db"
        copy.write_bytes(packed.read(DIARY_FILE))
        yield "backup", decrypted(copy, diary.keys.data_key)
    yield "its own file", decrypted(diary.folder / DIARY_FILE, diary.keys.data_key)


def unpacked(file: Path) -> bytes:
    """A file, or all that is packed in it."""
    content = file.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(file) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def mixed(steps: list[tuple[str, int]], tmp_path: Path) -> Evening:
    two = two_diaries(tmp_path)
    made_quick(two.sam.store)
    evening = Evening(two.sam, two.alex)
    for what, ago in steps:
        evening.do(what, ago)
    return evening


@LAW
@given(steps=STEPS)
def test_nothing_of_one_person_is_in_anything_of_the_other(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        evening = mixed([*steps, ("note", 0), ("good", 1), ("turn", 0), ("note", 0), ("move", 0)], Path(name))
        handed_out = Path(name) / "handed out"
        handed_out.mkdir()
        for _ in range(2):
            label = evening.diary.label
            others = [word for word, whose in evening.words.items() if label not in whose]
            others.append(key_file.load_keys(evening.shut).diary_id)
            for where, content in everything_handed_out(evening.diary, handed_out):
                assert not [word for word in others if word.encode() in content], (where, label)
            kept = evening.words.keys() - evening.names - evening.gone_by
            own = [word for word in kept if label in evening.words[word]]
            file = decrypted(evening.diary.folder / DIARY_FILE, evening.diary.keys.data_key)
            assert [word for word in own if word.encode() not in file] == [], "and nothing is lost"
            evening.turn()
        diaries.close(evening.diary)
        seen = [str(file.relative_to(name)) for file in Path(name).rglob("*")]
        known = b"".join(file.read_bytes() for file in (Path(name) / "config").rglob("*") if file.is_file())
        for word in evening.words:
            assert word.encode() not in known, "what this computer knows of its diaries"
            assert not [file for file in seen if word in file]


def test_the_law_would_see_a_word_that_is_in_the_wrong_diary(tmp_path: Path) -> None:
    evening = mixed([("note", 0), ("turn", 0)], tmp_path)
    [word] = evening.words
    journal.write_note(evening.diary, DAY, f"said by somebody else: {word}")
    journal.give_score(evening.diary, DAY, PAIN, 4)
    found = {where for where, content in everything_handed_out(evening.diary, tmp_path) if word.encode() in content}
    assert {"xlsx", "json", "search", "history", "backup", "its own file"} <= found
    diaries.close(evening.diary)
