from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
import sqlcipher3

from diary.storage.engine import address_of, engine_for


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


def test_saved_means_on_the_disk_on_a_mac_too(tmp_path: Path) -> None:
    engine = engine_for(tmp_path / "diary.db", bytes(32), create=True)
    with engine.connect() as connection:
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "fullfsync")]
    engine.dispose()
    assert said == [3, 1], "EXTRA, and through the memory of the disk itself; no other system asks"


def test_a_server_stays_in_the_path() -> None:
    assert address_of(PureWindowsPath(r"\\server\share\a.db")) == "file:////server/share/a.db"
