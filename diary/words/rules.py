"""Rules for every sentence that a person can see: short, plain, without words that blame, judge or claim a cause."""

from __future__ import annotations

import re

LONGEST_SENTENCE = 20
"""Words in a sentence (NHS service manual, content for a reading age of 9 to 11)."""

INSTEAD = {
    r"suffer(s|ed|ing)?": "have, get",
    r"medications?": "medicine",
    r"clinicians?|clinical(ly)?": "doctor, nurse or therapist",
    r"sites?": "places",
    r"missing": "not filled in",
    r"better|worse": "higher, lower",
    r"improv(e|es|ed|ing|ement|ements)|deteriorat(e|es|ed|ing|ion)": "higher, lower",
    r"(ab)?normal(ly)?": "say the number",
    r"significant(ly)?": "say the interval",
    r"caus(e|es|ed|ing)|triggers?|triggered|because of|leads? to|led to": "on the same days, the day after",
    r"streaks?|badges?|adherence|compliance": "leave it out",
}
"""Patterns of banned words, and what to say in their place."""

EXEMPT = {
    "This is the person’s own record. It is not a diagnosis or a clinical assessment.": "for doctors, in their words",
}
"""Sentences that stand as they are, each with its reason."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\s\"”)]+(?=\S)|\n+")
_WORD = re.compile(r"\S*[\w}]\S*")


def broken_rules(message: str) -> list[str]:
    """Say, for a msgid, which rule it breaks and what to write in its place; nothing when it keeps them all."""
    if message in EXEMPT:
        return []
    faults = [
        f"“{found[0]}” – {instead}"
        for pattern, instead in INSTEAD.items()
        for found in re.finditer(rf"\b({pattern})\b", message, re.IGNORECASE)
    ]
    if re.search(r"\w'\w", message):
        faults.append("a straight apostrophe – write ’")
    if re.search(r"\.\.\.| …", message):
        faults.append("dots – write … right after its word")
    return faults + [
        f"{words} words in “{sentence}” – at most {LONGEST_SENTENCE}"
        for sentence in _SENTENCE_END.split(message)
        if (words := len(_WORD.findall(sentence))) > LONGEST_SENTENCE
    ]
