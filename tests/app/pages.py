"""Together's page as it stands once nothing further back can change what it says."""

from __future__ import annotations

from diary.app.links import TogetherPage
from diary.app.together import Material, look_back, page


def settled_page(found: Material, shown: int = 0) -> TogetherPage:
    """The page about one of the pairs, looked back at until what it says is certain: some looks at each pair."""
    look = look_back(found)
    for _ in look.steps():
        if look.is_settled:
            break
    return page(found, look, shown)
