"""What is said of two measures, in every state and in both directions."""

from __future__ import annotations

import itertools

import pytest

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, Measure, ScaleKind
from diary.words import together
from diary.words.rules import broken_rules
from diary.words.together import Difference, Told

ANXIOUS = Measure(ANXIETY, "Anxiety", "How anxious?")
IN_PAIN = Measure(PAIN, "Pain", "How bad?")
IN_MOOD = Measure(MOOD, "Mood", "How has it been?", direction=Direction.HIGHER_IS_BETTER)
ASLEEP = Measure(SLEEP, "Sleep", "How long?", direction=Direction.NEUTRAL, kind=ScaleKind.HOURS, highest=24, step=0.5)
FOG = Measure("own.fog", "Fog", "How foggy?", own=True)
ENERGY = Measure("own.energy", "Energy", "How much?", own=True, direction=Direction.HIGHER_IS_BETTER)
STAIRS = Measure("own.stairs", "Stairs", "How often?", own=True, kind=ScaleKind.COUNT, highest=99)


def difference(  # noqa: PLR0913  each is one thing an example may turn
    points: float = 2.0,
    low: float = 1.0,
    high: float = 3.0,
    *,
    x: Measure = ANXIOUS,
    y: Measure = IN_PAIN,
    cut: float = 5,
    below: float = 4,
) -> Difference:
    return Difference(x, y, cut, below, points, low, high)


def plain(told: Told) -> str:
    return told.sentence.replace("\u00a0", " ")


def test_not_enough_says_how_many_days_more() -> None:
    told = together.not_enough(9, 21)
    assert told.headline == "12 more days with both are needed (9 of 21)."
    assert told.short == "9 of 21 days"
    assert together.not_enough(20, 21).headline == "1 more day with both is needed (20 of 21)."


def test_too_steady_says_only_that() -> None:
    assert together.too_steady().sentence == "Your answers hardly changed, so there is nothing to compare."


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        pytest.param(
            difference(),
            "There may be a link. If so, pain was about 2 points higher on your more anxious days (5 or more). "
            "It is likely between 1 and 3 points.",
            id="more on anxious days",
        ),
        pytest.param(
            difference(-2.0, -3.0, -1.0),
            "There may be a link. If so, pain was about 2 points lower on your more anxious days (5 or more). "
            "It is likely between 1 and 3 points.",
            id="less on anxious days",
        ),
        pytest.param(
            difference(-1.0, -1.6, -0.4, x=IN_MOOD),
            "There may be a link. If so, pain was about 1 point higher on days you rated mood 4 or less. "
            "It is likely between 0.4 and 1.6 points.",
            id="mood runs the other way",
        ),
        pytest.param(
            difference(1.3, 0.6, 2.0, x=IN_MOOD),
            "There may be a link. If so, pain was about 1.3 points lower on days you rated mood 4 or less. "
            "It is likely between 0.6 and 2 points.",
            id="lower pain in a low mood",
        ),
        pytest.param(
            difference(-1.9, -3.2, -0.6, x=ASLEEP, cut=6.5, below=6),
            "There may be a link. If so, pain was about 2 points higher after nights with 6 hours or less. "
            "It is likely between 1 and 3 points.",
            id="sleep is the night before",
        ),
        pytest.param(
            difference(1.0, 0.6, 1.4, x=IN_PAIN, y=ASLEEP),
            "There may be a link. If so, sleep was about 1 hour higher on days you rated pain 5 or more. "
            "It is likely between 0.6 and 1.4 hours.",
            id="hours have their own unit",
        ),
        pytest.param(
            difference(1.3, 0.3, 2.4),
            "There may be a link. If so, pain was about 1.3 points higher on your more anxious days (5 or more). "
            "It is likely between 0.3 and 2.4 points.",
            id="a wide interval whose end would turn into 0",
        ),
        pytest.param(
            difference(0.6, 0.04, 1.2),
            "There may be a link. If so, pain was about 0.6 points higher on your more anxious days (5 or more). "
            "It is likely no more than 1.2 points.",
            id="an interval that almost reaches 0",
        ),
    ],
)
def test_perhaps_gives_the_size_after_the_doubt(of: Difference, sentence: str) -> None:
    assert plain(together.perhaps(of, 90)) == sentence


def test_one_point_is_singular() -> None:
    assert "about 1\u00a0point higher" in together.perhaps(difference(1.0, 0.4, 1.6), 90).sentence
    assert together.small_at_most(IN_PAIN, 1.0).details == ("If there is one, it is under 1\u00a0point.",)
    assert together.small_at_most(ASLEEP, 1.0).details == ("If there is one, it is under 1\u00a0hour.",)


def test_an_early_figure_is_said_to_be_one() -> None:
    early, late = together.perhaps(difference(), 89), together.perhaps(difference(), 90)
    assert early.details == (*late.details, "An early figure: these are often too big.")


def test_small_at_most_gives_the_bound() -> None:
    assert plain(together.small_at_most(IN_PAIN, 1.0)) == "No clear link. If there is one, it is under 1 point."
    assert "under 0.4\u00a0points" in together.small_at_most(FOG, 0.4).sentence


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (
            difference(0.6, -0.4, 1.6),
            "On your more anxious days (5 or more), pain may have been a little lower (0.4) or higher (1.6).",
        ),
        (
            difference(-0.6, -1.6, 0.3),
            "On your more anxious days (5 or more), pain may have been lower (1.6) or a little higher (0.3).",
        ),
        (
            difference(0.5, -2.2, 3.1),
            "On your more anxious days (5 or more), pain may have been lower (2) or higher (3).",
        ),
        (
            difference(0.6, -0.4, 1.6, x=IN_MOOD),
            "On days you rated mood 4 or less, pain may have been lower (1.6) or a little higher (0.4).",
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
    ],
)
def test_cant_tell_says_what_both_ways_would_be(of: Difference, sentence: str) -> None:
    assert plain(together.cant_tell(of, 1.0)) == f"We can’t tell yet. {sentence}"


@pytest.mark.parametrize(
    ("x", "days"),
    [
        (ANXIOUS, "on your more anxious days (5 or more)"),
        (IN_MOOD, "on days you rated mood 4 or less"),
        (ASLEEP, "after nights with 4\u00a0hours or less"),
        (IN_PAIN, "on days you rated pain 5 or more"),
        (FOG, "on days you rated “Fog” 5 or more"),
        (ENERGY, "on days you rated “Energy” 4 or less"),
        (STAIRS, "on days when “Stairs” was 5 or more"),
    ],
)
def test_days_are_told_in_the_words_of_their_measure(x: Measure, days: str) -> None:
    assert together.days_compared(difference(x=x)) == days


@pytest.mark.parametrize(
    ("x", "first"),
    [(ANXIOUS, "Anxiety 5 or more"), (IN_MOOD, "Mood 4 or less"), (ASLEEP, "Sleep 4\u00a0hours or less")],
)
def test_groups_are_named_for_the_same_days(x: Measure, first: str) -> None:
    assert together.group_names(difference(x=x)) == (first, "Other days")


def test_half_hours_keep_their_half() -> None:
    of = difference(x=ASLEEP, cut=7, below=6.5)
    assert together.days_compared(of) == "after nights with 6.5\u00a0hours or less"


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
    assert together.averages(*means) == words


def test_days_left_out_are_counted_and_none_is_not_mentioned() -> None:
    assert together.left_out(0) == ""
    assert together.left_out(1) == "1 day left out because it was filled in later."
    assert together.left_out(5) == "5 days left out because they were filled in later."


def test_more_than_one_pair_is_a_reason_for_care() -> None:
    assert together.looked_at(1) == ("1 pair was looked at.",)
    assert together.looked_at(3)[0] == "3 pairs were looked at."
    assert "chance" in together.looked_at(3)[1]


def test_the_same_sentence_stands_under_every_finding() -> None:
    assert together.always() == "This shows what came together in your diary. It does not tell you why."


def test_there_are_five_sentences_on_what_the_page_can_tell() -> None:
    assert len(together.limits()) == 5
    assert not any("week" in sentence.split() for sentence in together.limits()), "nothing is checked weekly"


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    told = together.not_enough(1, 21)
    assert together.picture(ANXIOUS, IN_PAIN, 1, told) == (
        "A picture of 1 day: anxiety across, pain upwards. 20 more days with both are needed (1 of 21)."
    )
    assert together.picture(ANXIOUS, IN_PAIN, 64, told).startswith("A picture of 64 days:")
    assert together.title(ANXIOUS, IN_PAIN) == "Anxiety and pain"


def everything_told() -> list[str]:
    sizes = [(2.0, 1.0, 3.0), (-2.0, -3.0, -1.0), (0.6, -0.4, 1.6), (0.4, 0.01, 0.8), (-0.4, -2.9, 0.0)]
    told = [together.not_enough(n, 21) for n in (0, 9, 20)] + [together.too_steady()]
    for x, y, size in itertools.product(
        (ANXIOUS, IN_MOOD, ASLEEP, IN_PAIN, FOG, ENERGY, STAIRS), (IN_PAIN, ASLEEP, FOG), sizes
    ):
        of = difference(*size, x=x, y=y)
        told += [together.perhaps(of, 30), together.cant_tell(of, 1.0), together.small_at_most(y, 1.0)]
    return [sentence for one in told for sentence in (one.headline, *one.details, one.short)]


def test_whatever_is_said_keeps_the_word_rules() -> None:
    faults = {sentence: broken for sentence in everything_told() if (broken := broken_rules(sentence))}
    assert not faults


def test_a_number_never_parts_from_its_unit() -> None:
    assert not [sentence for sentence in everything_told() if " point" in sentence or " hour" in sentence]


def test_nothing_is_ever_negative_and_no_size_is_said_to_be_nothing() -> None:
    said = " ".join(everything_told())
    assert "-" not in said
    assert "about 0\u00a0" not in said
    assert "about 0.0" not in said
