"""``override`` without its price: typing_extensions takes 80 ms to import, and Python 3.11's typing has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: Any) -> Any:  # noqa: ANN401  # hands back whatever method it marks
        """Mark a method that Qt calls."""
        return method


__all__ = ["override"]
