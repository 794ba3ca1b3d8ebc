"""The world's faults, each with a stable slug that ``diary.words`` turns into a sentence a person can act on."""

from __future__ import annotations


class DiaryError(Exception):
    """Something outside the program went wrong; anything that is not one of these is a bug.

    ``slug`` names the sentence in ``diary.words.problems``; ``values`` fill it. Neither holds a person's own words.
    """

    def __init__(self, slug: str, **values: str | float) -> None:
        super().__init__(slug, values)
        self.slug = slug
        self.values = values

    def __str__(self) -> str:
        return self.slug
