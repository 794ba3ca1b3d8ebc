"""Where the resources are, in a checkout and in an installed program alike."""

from __future__ import annotations

from pathlib import Path

import diary


def resource_folder() -> Path:
    """The folder of icons, fonts, translations and catalogue data."""
    package = Path(diary.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
