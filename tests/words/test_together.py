"""What is said of two measures, in every state and in both directions."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.words import together
from diary.words.rules import LONGEST_SENTENCE, broken_rules
from tests.words.compared import (
    ANXIOUS,
    ASLEEP,
    EVERY_X,
    EVERY_Y,
    FOG,
    IN_MOOD,
    IN_PAIN,
    RAIN,
    STIFF,
    difference,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.measures import Measure
    from diary.words.comparing import Difference

TODAY = date(2026, 5, 8)


def test_not_enough_says_how_many_days_more() -> None:
    told = together.not_enough(9, 21)
    assert told.headline == "12 more days with both are needed (9 of 21)."
    assert told.short == "9 of 21 days"
    assert together.not_enough(20, 21).headline == "1 more day with both is needed (20 of 21)."


def test_not_enough_of_the_day_after_counts_days_that_follow() -> None:
    told = together.not_enough(9, 21, is_day_after=True)
    assert told.headline == "12 more days that follow a day with both are needed (9 of 21)."
    assert "They need not be in a row." not in told.details


def test_enough_days_wait_for_the_day_on_which_they_are_looked_at() -> None:
    told = together.not_enough(23, 21, first_look=(date(2026, 5, 12), TODAY))
    assert told.headline == "There are enough days now. We first look on 12 May."
    assert told.short == "First look on 12 May"


def test_too_steady_says_what_a_link_needs_and_no_size() -> None:
    told = together.too_steady()
    assert told.headline == "Your answers hardly changed, so there is nothing to compare."
    assert told.details == (
        "This may be true of only one of the two. A link can only show when both change.",
        "Your answers are fine as they are.",
    )


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        pytest.param(
            difference(),
            "On your more anxious days (5 or more), pain was about 2 points higher (likely between 1 and 3). "
            "This compares those 31 days as a group with the other 33.",
            id="more on anxious days",
        ),
        pytest.param(
            difference(-2.0, -3.0, -1.0),
            "On your more anxious days (5 or more), pain was about 2 points lower (likely between 1 and 3). "
            "This compares those 31 days as a group with the other 33.",
            id="less on anxious days",
        ),
        pytest.param(
            difference(-2.0, -3.0, -1.0, x=IN_MOOD, cut=6, below=5),
            "On days you rated mood 6 or more, pain was about 2 points lower (likely between 1 and 3). "
            "This compares those 31 days as a group with the other 33.",
            id="mood is told of its higher days",
        ),
        pytest.param(
            difference(-1.9, -3.2, -0.6, x=ASLEEP, cut=6.5, below=6),
            "After nights with 6 hours or less, pain was about 2 points higher (likely between 1 and 3). "
            "This compares those 33 nights as a group with the other 31.",
            id="sleep is the night before",
        ),
        pytest.param(
            difference(1.3, 0.3, 2.4, x=RAIN),
            "On days with “Rain”, pain was about 1.3 points higher (likely between 0.3 and 2.4). "
            "This compares those 31 days as a group with the other 33.",
            id="a factor, with and without",
        ),
        pytest.param(
            difference(0.6, 0.04, 1.2, x=STIFF, cut=2, below=1),
            "On days you rated “Stiffness” 2 or more, pain was about 0.6 points higher (likely no more than 1.2). "
            "This compares those 31 days as a group with the other 33.",
            id="an own scale, and an interval that almost reaches 0",
        ),
        pytest.param(
            difference(0.2, 0.1, 0.32, y=RAIN),
            "On your more anxious days (5 or more), “Rain” came on about 2 more days in 10 (likely between 1 and 3). "
            "This compares those 31 days as a group with the other 33.",
            id="a yes or no that comes more often",
        ),
        pytest.param(
            difference(-1.0, -1.6, -0.4, x=IN_PAIN, y=ASLEEP),
            "The night before a more painful day, sleep was about 1 hour less (likely between 0.4 and 1.6). "
            "This compares those 31 nights as a group with the other 33. More painful means 5 or more.",
            id="hours are more or less, and the night before",
        ),
    ],
)
def test_a_link_answers_in_points(of: Difference, sentence: str) -> None:
    told = together.link(_as_link(of), 90)
    assert plain(told.sentence) == sentence
    assert told.emphasis in told.headline


def _as_link(of: Difference, *, day_after: bool = False) -> Difference:
    return difference(
        *(of.points, of.low, of.high), x=of.x, y=of.y, cut=of.cut, below=of.below, link=True, day_after=day_after
    )


@pytest.mark.parametrize(
    ("of", "headline", "details"),
    [
        (
            difference(1.0, 0.4, 1.6),
            "The day after a more anxious day, pain was about 1 point higher (likely between 0.4 and 1.6).",
            ("This compares with other days that had the same pain the day before.", "More anxious means 5 or more."),
        ),
        (
            difference(-1.0, -1.6, -0.4, x=IN_PAIN, y=ASLEEP),
            "The night after a more painful day, sleep was about 1 hour less (likely between 0.4 and 1.6).",
            (
                "This compares with other nights that had the same sleep the night before.",
                "More painful means 5 or more.",
            ),
        ),
        (
            difference(-1.0, -1.6, -0.4, x=ASLEEP, cut=6.5, below=6),
            "The second day after a short night, pain was about 1 point higher (likely between 0.4 and 1.6).",
            (
                "This compares with other days that had the same pain the day before.",
                "A short night means 6\u00a0hours or less.",
            ),
        ),
        (
            difference(-1.0, -1.6, -0.4, x=IN_MOOD, cut=6, below=5),
            "The day after a day with higher mood, pain was about 1 point lower (likely between 0.4 and 1.6).",
            ("This compares with other days that had the same pain the day before.", "Higher mood means 6 or more."),
        ),
        (
            difference(0.2, 0.1, 0.3, y=RAIN),
            "The day after a more anxious day, “Rain” came on about 2 more days in 10 (likely between 1 and 3).",
            ("This compares with other days that were alike the day before.", "More anxious means 5 or more."),
        ),
    ],
)
def test_a_link_with_the_day_after_says_where_days_started_from(
    of: Difference, headline: str, details: tuple[str, ...]
) -> None:
    told = together.link(_as_link(of, day_after=True), 90)
    assert plain(told.headline) == headline
    assert told.details == details


def test_an_early_figure_is_said_to_be_one() -> None:
    early, late = (together.link(difference(link=True), n) for n in (89, 90))
    assert early.details == (*late.details, "This is an early figure: these are often too big.")


def test_perhaps_says_when_it_is_looked_at_again_and_no_size() -> None:
    told = together.perhaps(date(2026, 5, 12), TODAY)
    assert told.headline == "There may be a link. We look again on 12 May."
    assert told.details == ("It must show clearly at two weekly looks before we say so.",)
    assert "12 January 2027" in together.perhaps(date(2027, 1, 12), TODAY).sentence


def test_a_link_that_was_taken_back_says_so() -> None:
    told = together.withdrawn(date(2026, 5, 5), TODAY)
    assert told.sentence == (
        "Until 5 May this looked like a link. With the newer days we can’t tell. "
        "It may have been chance, or something may have changed."
    )


def test_the_small_history_has_its_days() -> None:
    assert together.announced(date(2026, 5, 5), TODAY) == "First seen on 5 May."
    assert together.announced(date(2025, 5, 5), TODAY, is_first=False) == "Seen from 5 May 2025 on."
    assert together.withdrawn_on(date(2026, 5, 5), TODAY) == "No longer seen from 5 May on."
    assert together.as_of(date(2026, 5, 5), TODAY) == "Worked out on 5 May."


@pytest.mark.parametrize(
    ("of", "small", "bound", "same"),
    [
        (
            difference(),
            1,
            "1 point",
            "On your more anxious days (5 or more), pain was about the same as on other days.",
        ),
        (
            difference(day_after=True),
            1,
            "1 point",
            "The day after a more anxious day, pain was about the same as after other days.",
        ),
        (
            difference(x=ASLEEP, below=6),
            1,
            "1 point",
            "After nights with 6 hours or less, pain was about the same as after other nights.",
        ),
        (
            difference(x=IN_PAIN, y=ASLEEP, day_after=True),
            1,
            "1 hour",
            "The night after a more painful day, sleep was about the same as on other nights.",
        ),
        (
            difference(y=STIFF),
            0.4,
            "0.4 points",
            "On your more anxious days (5 or more), “Stiffness” was about the same as on other days.",
        ),
        (
            difference(y=RAIN),
            0.1,
            "1 day in 10",
            "On your more anxious days (5 or more), “Rain” came about as often as on other days.",
        ),
    ],
)
def test_small_at_most_gives_the_bound_and_says_what_was_much_the_same(
    of: Difference, small: float, bound: str, same: str
) -> None:
    said = plain(together.small_at_most(of, small).sentence)
    assert said == f"No clear link. If there is one, it is under {bound}. {same}"


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (
            difference(0.6, -0.4, 1.6),
            (
                "On your more anxious days (5 or more), pain may have been lower, the same or higher. "
                "The difference is likely between 0.4 points lower and 1.6 points higher."
            ),
        ),
        (
            difference(0.5, -2.2, 3.1),
            (
                "On your more anxious days (5 or more), pain may have been lower, the same or higher. "
                "The difference is likely between 2 points lower and 3 points higher."
            ),
        ),
        (
            difference(0.6, -0.4, 1.6, x=IN_MOOD),
            (
                "On days you rated mood 4 or less, pain may have been lower, the same or higher. "
                "The difference is likely between 1.6 points lower and 0.4 points higher."
            ),
        ),
        (
            difference(0.8, 0.0, 1.6),
            "On your more anxious days (5 or more), pain may have been the same, or up to 1.6 points higher.",
        ),
        (
            difference(-1.2, -2.4, 0.0),
            "On your more anxious days (5 or more), pain may have been the same, or up to 2 points lower.",
        ),
        (
            difference(0.8, 0.0, 1.6, x=ASLEEP, below=1),
            "After nights with 1 hour or less, pain may have been the same, or up to 1.6 points lower.",
        ),
        (
            difference(0.8, -0.02, 1.6),
            "On your more anxious days (5 or more), pain may have been the same, or up to 1.6 points higher.",
        ),
        (
            difference(0.3, -0.5, 1.2, x=IN_PAIN, y=ASLEEP, day_after=True),
            (
                "The night after a more painful day, sleep may have been less, the same or more. "
                "The difference is likely between 0.5 hours less and 1.2 hours more."
            ),
        ),
        (
            difference(0.3, -0.5, 1.2, y=ASLEEP),
            (
                "The night before a more anxious day, sleep may have been less, the same or more. "
                "The difference is likely between 0.5 hours less and 1.2 hours more."
            ),
        ),
        (
            difference(0.06, -0.1, 0.22, y=RAIN),
            (
                "On your more anxious days (5 or more), “Rain” may have come less often, just as often or more often. "
                "The difference is likely between 1 fewer day in 10 and 2 more days in 10."
            ),
        ),
        (
            difference(0.06, -0.001, 0.22, y=RAIN),
            ("On your more anxious days (5 or more), “Rain” may have come as often, or on up to 2 more days in 10."),
        ),
        (
            difference(0.6, -0.4, 1.6, day_after=True),
            (
                "The day after a more anxious day, pain may have been lower, the same or higher. "
                "The difference is likely between 0.4 points lower and 1.6 points higher."
            ),
        ),
    ],
)
def test_cant_tell_says_what_both_ways_would_be(of: Difference, sentence: str) -> None:
    assert plain(together.cant_tell(of).sentence) == f"We can’t tell yet. {sentence}"


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ((6.1, 4.2), ("about 6", "about 4")),
        ((5.4, 4.6), ("about 5.4", "about 4.6")),
        ((5.6, 5.4), ("about 5.6", "about 5.4")),
        ((5.1, 5.0), ("about 5", "about 5")),
    ],
)
def test_averages_are_rounded_only_where_they_still_say_the_same(
    means: tuple[float, float], words: tuple[str, str]
) -> None:
    assert together.averages(IN_PAIN, *means) == words


def test_averages_say_how_they_can_differ_from_the_figure_beside_them() -> None:
    assert together.averages_title(IN_PAIN) == "Your average pain"
    assert together.averages_title(RAIN) == "How often “Rain” came"
    assert together.averages_note() == (
        "These are plain averages of your answers. "
        "The other figures take slow changes and weekdays into account, so they can differ."
    )


def test_averages_of_a_yes_or_no_are_days_out_of_ten() -> None:
    assert together.averages(RAIN, 0.6, 0.2) == ("about 6 in 10 days", "about 2 in 10 days")


def test_days_left_out_are_counted_and_none_is_not_mentioned() -> None:
    assert together.left_out(0) == ""
    assert together.left_out(1) == "1 day is left out: it was filled in more than three days later."
    assert together.left_out(5) == "5 days are left out: they were filled in more than three days later."


def test_days_used_are_counted() -> None:
    assert together.days_used(64) == "64 days have both."
    assert together.days_used(1, is_day_after=True) == "Made from 1 day and the day before it."


def test_everything_looked_at_is_counted_found_or_not() -> None:
    assert together.looked_at(9, 0, 0)[:2] == ("9 questions were looked at.", "None shows a link.")
    assert together.looked_at(9, 1, 0)[1] == "1 shows a link."
    assert together.looked_at(9, 2, 0)[1] == "2 show a link."


def test_of_what_can_not_be_answered_yet_nobody_says_that_it_shows_no_link() -> None:
    assert together.looked_at(9, 0, 9)[1:3] == ("None can be answered yet.", together.looked_at(9, 0, 0)[2])
    assert together.looked_at(9, 0, 3)[1:3] == ("None shows a link.", "3 can’t be answered yet.")
    assert together.looked_at(9, 2, 1)[1:3] == ("2 show a link.", "1 can’t be answered yet.")


def test_the_same_sentence_stands_under_every_finding() -> None:
    assert together.always() == "This shows what came together in your diary. It does not tell you why."


def test_there_are_five_sentences_on_what_the_page_can_tell() -> None:
    assert len(together.limits()) == 5


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    told = together.not_enough(1, 21)
    assert together.picture(ANXIOUS, IN_PAIN, 1, told) == (
        "A picture of 1 day: anxiety across, pain upwards. 20 more days with both are needed (1 of 21)."
    )
    assert together.picture(ANXIOUS, IN_PAIN, 64, told).startswith("A picture of 64 days:")
    assert together.title(ANXIOUS, IN_PAIN) == "Anxiety and pain"


SIZES = ((2.0, 1.0, 3.0), (-2.0, -3.0, -1.0), (0.6, -0.4, 1.6), (0.4, 0.01, 0.8), (-0.4, -2.9, 0.0))
PAIRS: list[tuple[Measure, Measure]] = [(x, y) for x, y in itertools.product(EVERY_X, EVERY_Y) if x is not y]


def _sized(size: tuple[float, float, float], y: Measure) -> tuple[float, float, float]:
    """A size that the measure can have."""
    if y is RAIN:
        return size[0] / 10, size[1] / 10, size[2] / 10
    return size


def everything_told(pairs: Sequence[tuple[Measure, Measure]] = PAIRS) -> list[str]:
    told = [together.not_enough(n, 21, is_day_after=after) for n in (0, 9, 20) for after in (False, True)]
    told += [together.too_steady(), together.perhaps(TODAY, TODAY), together.withdrawn(TODAY, TODAY)]
    for (x, y), size, after in itertools.product(pairs, SIZES, (False, True)):
        of = difference(*_sized(size, y), x=x, y=y, day_after=after)
        told += [together.cant_tell(of), together.small_at_most(of, 0.1 * y.highest)]
    return [sentence for one in told for sentence in (one.headline, *one.details, one.short)]


def every_link(pairs: Sequence[tuple[Measure, Measure]] = PAIRS) -> list[str]:
    told = [
        together.link(difference(*_sized(size, y), x=x, y=y, day_after=after, link=True), 30)
        for (x, y), size, after in itertools.product(pairs, (SIZES[0], SIZES[1], SIZES[3]), (False, True))
    ]
    return [sentence for one in told for sentence in (one.headline, *one.details, one.short)]


CORE = [(x, y) for x, y in PAIRS if {x, y} <= {ANXIOUS, IN_MOOD, IN_PAIN, ASLEEP}]


def test_whatever_is_said_keeps_the_word_rules() -> None:
    said = everything_told(CORE) + every_link(CORE)
    faults = {sentence: broken for sentence in said if (broken := broken_rules(sentence))}
    assert not faults


def test_long_names_and_units_of_other_measures_make_a_sentence_little_longer() -> None:
    assert _longest(everything_told() + every_link()) <= LONGEST_SENTENCE + 8


def _longest(sentences: list[str]) -> int:
    """The number of words in the longest sentence that is too long; any other broken rule fails."""
    broken = [fault for sentence in sentences for fault in broken_rules(sentence)]
    assert all(fault.endswith(f"at most {LONGEST_SENTENCE}") for fault in broken)
    return max(int(fault.split(" ", 1)[0]) for fault in broken)


def test_a_number_never_parts_from_its_unit() -> None:
    said = everything_told() + every_link()
    assert not [one for one in said if " point" in one or " hour" in one or " in 10" in one]


def test_nothing_is_ever_negative_and_no_size_is_said_to_be_nothing() -> None:
    said = " ".join(everything_told() + every_link())
    assert "-" not in said
    assert "about 0\u00a0" not in said
    assert "about 0.0" not in said


def test_fog_is_told_in_the_words_of_the_person() -> None:
    assert together.title(FOG, IN_PAIN) == "“Fog” and pain"
