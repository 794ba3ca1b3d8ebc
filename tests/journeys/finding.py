"""Looking for words in every byte of a folder."""

from __future__ import annotations

from pathlib import Path


def found_in(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Where a word stands in a folder: in the name of a file or, in any of three encodings, in its bytes."""
    forms = [(word, word.encode(code)) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for file in folder.rglob("*"):
        found += [f"{word} in the name {file.name}" for word in words if word in file.name]
        if file.is_file():
            content = file.read_bytes()
            found += [f"{word} in {file}" for word, form in forms if form in content]
    return found
