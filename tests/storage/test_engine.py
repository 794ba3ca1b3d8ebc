from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest
import sqlcipher3

from diary.storage.engine import address_of


@pytest.mark.parametrize(
    "path",
    [
        PurePosixPath("/srv/Sam/50 % #1?/diary.db"),
        PureWindowsPath(r"D:\Sam\50 % #1\diary.db"),
        PureWindowsPath(r"\\server\share\Sam\diary.db"),
    ],
    ids=["a disk", "a drive", "a server"],
)
def test_sqlite_takes_the_address_of_a_diary_wherever_it_lies(path: PurePath) -> None:
    """In a firm's or a clinic's network Windows itself puts a person's folders on a server."""
    raw = sqlcipher3.connect(f"{address_of(path)}?mode=memory", uri=True)
    raw.close()


def test_a_server_stays_in_the_path() -> None:
    assert address_of(PureWindowsPath(r"\\server\share\a.db")) == "file:////server/share/a.db"
