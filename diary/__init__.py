"""Alongside: a private diary of pain and of anxiety or low mood, side by side.

The words this code uses, one per idea:

- Diary: one encrypted folder about one person, ``LABEL.alongside``.
- Person: whom the diary is about.
- Recorder: who writes: the person, or a named carer with a relationship.
- Entry: what one recorder wrote about one diary day, or about one moment of it.
- Basis: how a carer knows: ``self``, ``told`` (the person's own answer, typed by a carer), ``observed``.
- day: the diary day an entry is about, a local date that ends at the person's own hour.
- Measure: something that is scored: id, question, words for both ends, direction, range.
- Score: one value of one measure in one entry, perhaps at one body site.
- DayMark, Pause: a dated fact without numbers; never a 0 or a 10.
- Factor, Treatment, Event: what was part of a day, what was tried, what is marked on the charts.
- Period: a closed range of days.
- Finding: one question put to the data: estimate, interval, days used, verdict.
- Summary: the content of the doctor's pages, before it is laid out.
- Revision: one immutable row of history; every other table is a pure function of them.
"""

__version__ = "0.1.0"
