"""What a change in the history is about where it is no measure, in words: the same in the window and on a terminal."""

from __future__ import annotations

from diary.words import msgid, say

_KINDS = {
    "day_mark": msgid("the day"),
    "note": msgid("a note"),
    "entry": msgid("nowhere else"),
    "moment": msgid("a moment"),
    "entry_factor": msgid("part of the day"),
    "intake": msgid("whether a treatment helped"),
    "good_thing": msgid("one good thing"),
    "spread": msgid("where pain spread to"),
    "move": msgid("the entry"),
    "person": msgid("the date of birth"),
}
_MOVED = {"away": msgid("moved to another diary"), "here": msgid("moved here from another diary")}


def changed_thing(kind: str, called: str = "") -> str:
    """What a change is about; a factor and a treatment as the person ``called`` it, where that is known."""
    if called:
        return say("{treatment}, did it help", treatment=called) if kind == "intake" else called
    return say(_KINDS[kind]) if kind in _KINDS else say("something else")


def moved_words(kind: str, value: object) -> str:
    """That an entry left for another diary or came from one; empty for any other change."""
    return say(_MOVED[str(value)]) if kind == "move" and value in _MOVED else ""


def told_answer(answer: str, carer: str) -> str:
    """An answer that the person told a carer, who wrote it down: it counts until they answer by themselves."""
    return say("{answer}, told to {carer}", answer=answer, carer=carer)


def gone_change(person: str, *, is_sealed: bool) -> str:
    """What a change says whose words are gone: removed, or what could be read of a note before it was sealed."""
    if is_sealed:
        return say("kept for {person} alone, so what carers could read is gone", person=person)
    return say("what it said is removed for good")


def sealed_change(words: str, person: str) -> str:
    """What a change says that only the person reads: ``words`` to them, empty to everybody else."""
    if not words:
        return say("only {person} can read what it says", person=person)
    return say("only {person} can read it: “{words}”", person=person, words=words)
