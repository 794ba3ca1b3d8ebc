"""Tables out of bytes, whatever program wrote them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.exchange import tables
from diary.exchange.tables import read_rows, table_below
from tests.exchange.builders import LAW


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_rows(data)]


def fault(data: bytes) -> DiaryError:
    with pytest.raises(DiaryError) as caught:
        read_rows(data)
    return caught.value


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=12)
DIALECTS = st.sampled_from([(delimiter, end) for delimiter in ",;\t|" for end in ("\r\n", "\n")])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


@LAW
@given(
    st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=8)),
    DIALECTS,
    ENCODINGS,
)
def test_any_table_is_read_as_it_was_written(table: list[list[str]], dialect: tuple[str, str], encoding: str) -> None:
    assume(not table[0][0].lower().startswith(("sep=", "\ufeff")))
    header = [f"column {n}" for n in range(len(table[0]))]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=dialect[0], lineterminator=dialect[1], quoting=csv.QUOTE_ALL).writerows([header, *table])

    assert cells(out.getvalue().encode(encoding)) == [tuple(header), *map(tuple, table)]


@LAW
@given(st.binary(max_size=400))
@example(b'a,"b')
@example(b"\xff\xfea")
@example(b"sep=")
@example(b"sep=;\n")
@example(b"a,b\r\r\n")
def test_no_bytes_make_anything_but_a_sentence(data: bytes) -> None:
    try:
        rows = read_rows(data)
    except DiaryError:
        return
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_a_table_from_a_german_excel_keeps_its_decimal_commas() -> None:
    data = "date;pain;sleep\r\n01/02/2026;5;6,5\r\n02/02/2026;6;7,5\r\n".encode("utf-8-sig")
    assert cells(data)[1] == ("01/02/2026", "5", "6,5")


def test_commas_in_every_cell_of_a_semicolon_table_do_not_split_it() -> None:
    assert cells(b"1,5;2,5\n3,5;4,5\n") == [("1,5", "2,5"), ("3,5", "4,5")]


def test_old_windows_letters_are_read() -> None:
    assert (
        cells("day,note\n2026-01-01,caf\u00e9 \u2013 5 \u20ac\n".encode("cp1252"))[1][1] == "caf\u00e9 \u2013 5 \u20ac"
    )


def test_a_first_line_that_names_the_delimiter_is_obeyed_and_not_counted() -> None:
    assert cells(b"sep=|\r\na|b,c,d\r\n") == [("a", "b,c,d")]


def test_a_line_break_inside_quotes_stays_in_its_cell_and_counts_one_row() -> None:
    rows = read_rows(b'day,note\n2026-01-01,"one\ntwo"\n2026-01-02,three\n')
    assert [(row.number, row.cells[1]) for row in rows[1:]] == [(2, "one\ntwo"), (3, "three")]


def test_doubled_quotes_are_one_quote_and_shift_nothing() -> None:
    assert cells(b'a,b,c\n1,"say ""no"", twice",3\n')[1] == ("1", 'say "no", twice', "3")


def test_the_header_is_found_below_a_preamble_and_comments() -> None:
    rows = read_rows(b"My diary\n# made up, by hand\n\nday,pain\n2026-01-01,5\n\n# a remark\n2026-01-02,6\n")
    table = table_below(rows, lambda header: "day" in header)
    assert table is not None
    assert [(row.number, row.cells) for row in table.rows] == [(5, ("2026-01-01", "5")), (8, ("2026-01-02", "6"))]


def test_a_header_behind_a_hash_is_a_header() -> None:
    table = table_below(read_rows(b"# day,pain\n2026-01-01,5\n"), lambda header: "day" in header)
    assert table is not None
    assert table.header.cells == ("day", "pain")


def test_cells_left_out_at_a_rows_end_are_blank_as_excel_writes_them() -> None:
    table = table_below(read_rows(b"day,pain,note\n2026-01-01,5\n"), lambda header: "day" in header)
    assert table is not None
    assert table.rows[0].cells == ("2026-01-01", "5", "")


def test_a_cell_too_many_is_refused_with_its_row_and_column() -> None:
    with pytest.raises(DiaryError) as caught:
        table_below(read_rows(b"day,pain,sleep\n2026-01-01,5,6\n2026-01-02,5,6,5\n"), lambda header: "day" in header)
    assert (caught.value.slug, caught.value.values["row"], caught.value.values["column"]) == ("csv_ragged", 3, 4)


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "csv_empty"),
        (b"\xef\xbb\xbf", "csv_empty"),
        (b"\r\n;;;\r\n", "csv_empty"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", "csv_packed"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "csv_not_text"),
        (b"day,pain\n2026-01-01,\0\n", "csv_not_text"),
        (b"day,pain\n2026-01-01,\x81\xff\n", "csv_not_text"),
        (b"just\nwords\n", "csv_one_column"),
        (b'day,note\n2026-01-01,"never closed\n2026-01-02,x\n', "csv_quote_open"),
        (b"day,pain,mood\n2026-01-01,5,4\n2026-01-02,", "csv_cut_off"),
        ("day,pain\n".encode("utf-16")[:-1], "csv_not_text"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(data: bytes, slug: str) -> None:
    assert fault(data).slug == slug


def test_a_fault_names_its_row() -> None:
    assert fault(b'day,note\n2026-01-01,ok\n2026-01-02,"never closed\n').values["row"] == 3
    assert fault(b"day,pain\n2026-01-01,5\n2026-01-02,\0\n").values["row"] == 3


def test_too_large_a_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 10)
    assert fault(b"day,pain\n2026-01-01,5\n").slug == "import_too_big"


def test_a_file_of_line_ends_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    assert fault(b"a,b\n1,2\n3,4\n5,6\n").slug == "csv_too_many_rows"


def test_a_long_note_is_read_whole() -> None:
    note = "word " * 40_000
    assert cells(f'day,note\n2026-01-01,"{note}"\n'.encode())[1][1] == note
