"""A diary as a workbook for reading: days, places, treatments, questionnaires, and what every column means."""

from __future__ import annotations

from datetime import date

from diary.domain.extract import Extract
from diary.exchange.legend import legend
from diary.exchange.sheets import (
    Table,
    days_table,
    notes_table,
    places_table,
    questionnaires_table,
    treatments_table,
)
from diary.exchange.workbook import Sheet, workbook
from diary.words import say


def own_xlsx(extract: Extract, *, exported_on: date, with_notes: bool = False) -> bytes:
    """Return the whole file; notes and good things have a sheet only when they are asked for."""
    tables = [days_table(extract), places_table(extract), treatments_table(extract), questionnaires_table(extract)]
    if with_notes:
        tables.append(notes_table(extract))
    tables.append(legend(extract, tables, exported_on))
    return workbook([_sheet(table) for table in tables], title=say("Diary"), made_on=exported_on)


def _sheet(table: Table) -> Sheet:
    return Sheet(table.title, tuple(head.name for head in table.heads), table.rows, table.fixed)
