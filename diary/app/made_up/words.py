"""What the made-up person wrote, is called and tried; none of it is anybody's."""

from __future__ import annotations

from diary.domain.entries import Factor
from diary.domain.measures import Direction, Measure
from diary.domain.people import PERSON, Recorder

NAME = "Sam Made-up"
CARER = Recorder("madeup-carer-alex", "Alex Made-up", "partner")
PERSON_WRITING = Recorder(PERSON, NAME)

STIFFNESS = Measure(
    id="madeup-own-stiffness",
    label="Morning stiffness",
    question="How stiff were you this morning?",
    low_words="Not stiff",
    high_words="Could hardly move",
    direction=Direction.HIGHER_IS_WORSE,
    highest=4,
    own=True,
)

POOR_NIGHT, EXERCISE, CAFFEINE, FRIENDS, RAIN, LONG_DRIVE = (
    Factor(f"madeup-factor-{number}", label, position=number + 7)
    for number, label in enumerate(
        ("Poor night", "Exercise", "Caffeine after lunch", "Saw friends", "Rain all day", "Long drive"), 1
    )
)
FACTORS = (POOR_NIGHT, EXERCISE, CAFFEINE, FRIENDS, RAIN, LONG_DRIVE)

NOTES = (
    "Slept badly, then a slow morning. Better after a walk round the block.",
    "Long phone call about work. My shoulders were up by my ears all day.",
    "Did the stretches twice. Neck looser by the evening.",
    "Rain all day, stayed in and read.",
    "Could not sit through the film, stood at the back.",
    "Good talk with my sister. Laughed a lot.",
    "Left forearm numb again when I woke up, gone after ten minutes.",
    "Worried about the appointment. Wrote my questions down.",
    "Cooked for four and paid for it later, but worth it.",
    "Could not face the shops. Alex went.",
    "Quiet day. Nothing much to say.",
    "Ringing in my ears most of the evening.",
    "Swimming. Ten lengths, slowly.",
    "Missed the bus, walked, was fine.",
    "Dropped a cup. Hands not doing what I want.",
    "A whole hour in the garden without thinking about my back.",
)
GOOD_THINGS = (
    "Sun on the kitchen wall.",
    "The neighbour’s cat came in.",
    "Laughed at the radio.",
    "Soup from my sister.",
    "Slept without waking once.",
    "A letter from an old friend.",
)
CARER_NOTES = (
    "Was up and down all night.",
    "Did not want to talk much today.",
    "Managed the stairs without holding on.",
    "Looked tired, went to bed at eight.",
)

WISH = "I want to understand why my back is worse when I am anxious, and what I can do on those days."
QUESTIONS = (
    "Could physiotherapy start again?",
    "Is there help for both at the same time?",
    "What can I take when one tablet is not enough?",
)
