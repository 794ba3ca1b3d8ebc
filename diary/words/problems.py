"""One sentence for each of the world's faults: what happened, what was not lost where that is true, and what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.words import msgid, say
from diary.words.dates import plain_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.domain.errors import DiaryError

PROBLEMS = {
    "answer_was_told": msgid("This answer was written down for you, so it stays. Your own answer will count instead."),
    "appointment_unknown": msgid("That appointment is not there any more. Nothing was changed."),
    "backup_damaged": msgid(
        "This backup is damaged and can’t be brought back. Nothing was changed. Try an older backup."
    ),
    "backup_exists": msgid(
        "There is already something with the backup’s name. It was not changed. Choose another name."
    ),
    "backup_failed": msgid("The automatic backup could not be made. Your diary is safe. Look at Backups in Settings."),
    "backup_newer": msgid(
        "A newer version of Alongside made this backup. Nothing was changed. Bring it back with that version."
    ),
    "backup_no_room": msgid(
        "There is no room for the automatic backup. Your diary is safe. Make some room on the disk."
    ),
    "backup_not_whole": msgid(
        "The new backup was damaged as it was written, so it was thrown away. Your diary is safe. Try again."
    ),
    "backup_of_another_diary": msgid(
        "This backup is of another diary. Nothing was changed. Bring it back under a new name."
    ),
    "backup_unfinished": msgid(
        "The backup was not finished in time. Your diary is safe. It is made when you open it next."
    ),
    "by_needs_basis": msgid(
        "Say who writes and how they know: --by NAME with --basis told or --basis observed. Nothing was saved."
    ),
    "carer_ambiguous": msgid("Two carers have that name. Nothing was saved. Give one of them another name first."),
    "carer_exists": msgid("Somebody with that name writes here already. Nothing was changed. Choose another name."),
    "carer_has_persons_name": msgid(
        "The diary is about the person with that name. Nothing was changed. Add a letter, or the whole name."
    ),
    "carer_is_person": msgid(
        "The diary is about the person with that name. Nothing was saved. Leave out --by for own answers."
    ),
    "carer_name_empty": msgid("Say the carer’s name after --by. Nothing was saved."),
    "carer_not_agreed": msgid(
        "Nobody was added. A diary needs the yes of the person it is about. Talk about it first, then come back."
    ),
    "carer_stopped": msgid(
        "That carer no longer writes here. Nothing was saved. In the window, Settings can let them write again."
    ),
    "carer_unknown": msgid("That carer is no longer in the diary. Nothing was changed."),
    "carer_was_here": msgid(
        "Somebody with that name wrote here before. Nothing was changed. Let them write again, or choose another name."
    ),
    "csv_column_twice": msgid(
        "Column {column} means the same as one before it. Nothing was brought in. Rename or remove one."
    ),
    "csv_cut_off": msgid(
        "This file ends in the middle of row {row}, after column {column}. Nothing was brought in. Save it again."
    ),
    "csv_empty": msgid("There is nothing in this file. Nothing was brought in. Choose another file."),
    "csv_is_json": msgid(
        "This is JSON, not a table. Nothing was brought in. If Alongside wrote it, add --format alongside."
    ),
    "csv_is_ours": msgid("Alongside wrote this table itself. Nothing was brought in. Add --format alongside."),
    "csv_no_day_column": msgid(
        "No column of this file is called day or date. Nothing was brought in. Name one of them, or use --map."
    ),
    "csv_no_known_column": msgid(
        "No column of this file is called pain, anxiety, mood or sleep. Nothing was brought in. "
        "Name one of them, or use --map."
    ),
    "csv_no_rows": msgid(
        "There are no rows below the column names of this file. Nothing was brought in. Choose another file."
    ),
    "csv_not_text": msgid(
        "Row {row} of this file is not text. Nothing was brought in. Save it as CSV, then try again."
    ),
    "csv_one_column": msgid(
        "This file has only one column, so it is not a table. Nothing was brought in. Save it as CSV, then try again."
    ),
    "csv_packed": msgid(
        "This is a packed file or a workbook, not CSV. Nothing was brought in. Save it as CSV, then try again."
    ),
    "csv_quote_open": msgid(
        "In row {row} of this file a quotation mark is not closed. Nothing was brought in. Save it as CSV again."
    ),
    "csv_ragged": msgid(
        "Row {row} of this file has {cells} cells, and the column names are {width}. Nothing was brought in. "
        "Look at column {column}: a comma may be too many."
    ),
    "csv_too_many_rows": msgid("This file has more than {rows} rows. Nothing was brought in. Split it in two."),
    "dates_ambiguous": msgid(
        "The days in this file can be read in two ways: {examples}. Nothing was brought in. "
        "Add --date-order dmy or --date-order mdy."
    ),
    "dates_mixed": msgid(
        "The day in row {row} is written in another way than the rest. Nothing was brought in. Write all days alike."
    ),
    "dates_unreadable": msgid(
        "No day in this file can be read, from row {row} on. Nothing was brought in. Write them like this: 2026-11-22."
    ),
    "day_end_wrong": msgid("A day can end at midnight or up to {latest} hours after it. Nothing was changed."),
    "day_in_future": msgid("{day} is still to come. Nothing was saved. Choose today or a day before."),
    "day_unreadable": msgid("That date can’t be read. Nothing was saved. Write it like this: 2026-11-22."),
    "demo_years_wrong": msgid("A made-up diary can have from 1 to {most} years. Nothing was made."),
    "diary_busy": msgid("Another program is reading or writing this diary, so nothing was changed. Try again."),
    "diary_closed": msgid("The diary is locked. What you saved is safe. Open it again, then try again."),
    "diary_damaged": msgid("This diary’s file is damaged. Nothing in it was changed. You can bring back a backup."),
    "diary_differs": msgid(
        "What this diary shows differs from its history. Nothing was changed. Mend it with check --repair."
    ),
    "diary_exists": msgid("There is already something at that place. Nothing was changed. Choose another label."),
    "diary_file_missing": msgid(
        "The diary’s own file is not in this folder: {file}. Nothing was changed. You can bring back a backup."
    ),
    "diary_in_synced_folder": msgid(
        "This diary lies in a folder that another program keeps in step with other computers, such as OneDrive. "
        "That can damage it. Close the diary, and move its folder elsewhere."
    ),
    "diary_in_use": msgid(
        "This diary is open in another window: {program}, opened by {user} on {day} at {at}. Close it there first."
    ),
    "diary_in_use_by_unknown": msgid("This diary is open in another window. Close it there first."),
    "diary_missing": msgid("There is nothing at that place. Nothing was changed. Is its disk plugged in?"),
    "diary_newer": msgid(
        "A newer version of Alongside wrote this diary. Nothing was changed. Open it with that version."
    ),
    "diary_older": msgid("An older version of Alongside wrote this diary. Open it once in the window, then try again."),
    "disk_full": msgid(
        "The disk is full, so this is not saved yet. What you saved before is safe. Make some room, then try again."
    ),
    "display_dead": msgid(
        "The screen {display} doesn’t answer. Start Alongside at the computer’s own screen, or connect with "
        "ssh -X. The command line works without a screen: add --help to see how."
    ),
    "epoch_unreadable": msgid("SOURCE_DATE_EPOCH must be seconds since 1970, such as 1795651200. Nothing was written."),
    "event_too_early": msgid("That is too long ago. Nothing was saved. Give 1900 or a later year."),
    "event_unknown": msgid("That event is not there any more. Nothing was changed."),
    "export_format_unknown": msgid(
        "That file’s name doesn’t say what to write. Nothing was written. "
        "End it in .xlsx, .csv or .json, or add --format."
    ),
    "factor_exists": msgid("There is one with that name already. Nothing was changed. You can put the two together."),
    "factor_unknown": msgid("That is not on your list any more. Nothing was changed."),
    "fhir_wrong": msgid(
        "The FHIR file would not be right ({fault}, in {where}), so it was not written. Your diary is safe. "
        "Save CSV or JSON instead."
    ),
    "file_exists": msgid(
        "There is already a file with that name. It was not changed. Choose another name, or add --force."
    ),
    "file_missing": msgid("{file} is not there. Nothing was changed. Check the name."),
    "file_unreadable": msgid(
        "That file can’t be read. Nothing was changed. Check that it is there and that you may open it."
    ),
    "file_unwritable": msgid(
        "That file can’t be written. Your diary is safe. "
        "Close it if another program has it open, or choose another folder."
    ),
    "folder_missing": msgid("The folder for this is not there, so nothing was changed. Is its disk plugged in?"),
    "folder_read_only": msgid("This folder can’t be written to. Your diary is safe. Copy it to a folder of your own."),
    "import_too_big": msgid("This file is larger than {megabytes} MB. Nothing was brought in. Split it in two."),
    "json_newer": msgid("A newer version of Alongside wrote this file. Nothing was brought in. Use that version."),
    "json_not_ours": msgid(
        "This file was not written by Alongside, or only half of it is here. Nothing was brought in."
    ),
    "json_wrong": msgid("Something in this file is not as Alongside writes it: {where}. Nothing was brought in."),
    "keychain_empty": msgid(
        "The keychain of this computer has no key for this diary. Type the passphrase, or the recovery code."
    ),
    "keychain_key_wrong": msgid(
        "The key in this computer’s keychain doesn’t open this diary. Type the passphrase, or the recovery code."
    ),
    "keychain_none": msgid(
        "This computer has no keychain that Alongside can use. Nothing was changed. The passphrase opens the diary."
    ),
    "keychain_refused": msgid(
        "The keychain of this computer did not open. Nothing was changed. The passphrase opens the diary."
    ),
    "keys_damaged": msgid("This diary’s key file is damaged. The diary was not changed. You can bring back a backup."),
    "keys_missing": msgid(
        "This diary’s key file, keys.json, is not there. The diary was not changed. You can bring back a backup."
    ),
    "keys_newer": msgid(
        "A newer version of Alongside made this key file. Nothing was changed. Open it with that version."
    ),
    "keys_unreasonable": msgid(
        "This diary’s key file asks for too much memory or time. It was not used. You can bring back a backup."
    ),
    "label_empty": msgid("A diary needs a name with at least one letter or number. Nothing was changed."),
    "label_too_long": msgid("These words are too long. Nothing was saved. Use up to {most} letters."),
    "map_unreadable": msgid(
        "The file that says what the columns are can’t be read. Nothing was brought in. It must be TOML."
    ),
    "map_wrong": msgid("In the file that says what the columns are, this is wrong: {key}. Nothing was brought in."),
    "measure_not_observed": msgid(
        "That question is for the person’s own answers. Nothing was saved. A carer can write down what they noticed."
    ),
    "measure_only_observed": msgid("That question is for what a carer noticed. Nothing was saved."),
    "measure_unknown": msgid("This diary has no such question. Nothing was saved. Check the name."),
    "moment_in_future": msgid("That time is still to come. Nothing was saved. Choose an earlier time."),
    "move_half": msgid("It is in {file} now and also still here, so nothing is lost. {why}"),
    "move_nothing": msgid("There is nothing to move on that day. Nothing was changed."),
    "move_noticed": msgid(
        "What a carer noticed can’t become somebody’s own answers, or the other way round. Nothing was moved."
    ),
    "move_same_diary": msgid("That is the same diary, or a copy of it. Nothing was moved. Choose another one."),
    "move_sealed": msgid(
        "This entry has a note that only one person can read. Nothing was moved. They can unseal the note first."
    ),
    "name_empty": msgid("A diary needs a name with at least one letter or number. Nothing was changed."),
    "name_too_long": msgid("That name is too long, or has signs that can’t be shown. Use up to {most} letters."),
    "no_appointment": msgid(
        "No earlier appointment is in this diary. Nothing was written. Add one on Share, or with log --appointment."
    ),
    "no_display": msgid(
        "There is no screen to open a window on. Start Alongside at the computer’s own screen, or connect "
        "with ssh -X. The command line works without a screen: add --help to see how."
    ),
    "not_a_backup": msgid("That is not a backup of a diary. Nothing was changed. Choose another file."),
    "not_a_diary": msgid("That is not a diary. Nothing was changed. Choose a folder whose name ends in .alongside."),
    "not_offered": msgid("That can’t be shown on this page. Nothing was changed."),
    "not_yours_to_bring_back": msgid("Somebody else wrote this, so you can’t bring it back. Nothing was changed."),
    "not_yours_to_change": msgid("Somebody else wrote this, so you can’t change it. Nothing was changed."),
    "not_yours_to_delete": msgid("Somebody else wrote this, so you can’t delete it. Nothing was changed."),
    "not_yours_to_move": msgid("Somebody else wrote this, so you can’t move it. Nothing was changed."),
    "not_yours_to_remove": msgid("Somebody else wrote this, so you can’t remove it for good. Nothing was changed."),
    "note_too_long": msgid("This note is too long to save. Nothing was cut. Split it in two."),
    "nothing_in_period": msgid("Nothing was written in these days. Nothing was saved. Choose other days."),
    "nothing_left": msgid(
        "Nothing in this diary’s file can be read any more. It was not changed. You can bring back a backup."
    ),
    "nothing_to_recover": msgid("This can’t be brought back any more. Nothing was changed."),
    "nothing_to_write": msgid("There was nothing to write. Give a number, a note or --bad-day."),
    "number_unreadable": msgid("That is not a number. Nothing was saved. Write it like this: 6 or 6.5."),
    "observed_only_pain": msgid(
        "A carer can note down pain as it seemed, and a note. Nothing was saved. For other answers use --basis told."
    ),
    "only_carer_wrote": msgid(
        "Only a carer wrote in these days, and that is left out. Nothing was saved. Put it in, or choose other days."
    ),
    "only_the_person": msgid("Only the person whom the diary is about can choose this. Nothing was changed."),
    "only_with_fhir": msgid(
        "--name, --with-answers and what begins with --without go with --format fhir alone. Nothing was written."
    ),
    "other_refused": msgid("{file}: {why}"),
    "output_in_diary": msgid("That is a diary’s own folder. Nothing was written. Choose another place."),
    "output_refused": msgid(
        "What Alongside wants to say can’t be written: the disk may be full, or the output closed. "
        "What you saved is safe."
    ),
    "own_csv_wrong": msgid(
        "Row {row} of this file is not as Alongside writes it: look at the column {column}. Nothing was brought in."
    ),
    "page_form_unknown": msgid(
        "The summary is saved as a PDF or a web page. Nothing was saved. Choose a name that ends in .pdf or .html."
    ),
    "pair_of_one": msgid("A pair needs two different things. Nothing was changed. Choose another."),
    "passphrase_empty": msgid("A passphrase needs at least one letter or number. Nothing was changed."),
    "passphrase_file_empty": msgid(
        "The first line of the passphrase file is empty. Nothing was changed. Write the passphrase there."
    ),
    "passphrase_file_missing": msgid(
        "The passphrase file is not there or can’t be read. Nothing was changed. Check its name."
    ),
    "passphrase_file_unreadable": msgid(
        "The passphrase file is not plain text. Nothing was changed. Save it as UTF-8 text."
    ),
    "passphrase_first": msgid(
        "This diary opens without a passphrase, so nobody needs their own. Choose one in Settings first."
    ),
    "passphrase_needed": msgid("This diary has a passphrase. Type it, or the recovery code."),
    "passphrase_not_asked": msgid(
        "There is nowhere to type the passphrase unseen. Nothing was changed. Use --passphrase-file."
    ),
    "passphrase_of_another": msgid("You can change only your own passphrase. Nothing was changed."),
    "passphrase_of_this_diary": msgid(
        "That is the passphrase of the diary that is open. Type that of the other diary."
    ),
    "passphrase_taken": msgid("That passphrase opens this diary already. Nothing was changed. Choose another one."),
    "passphrases_differ": msgid("The two passphrases are not the same. Nothing was changed. Try again."),
    "path_too_long": msgid("That name is too long for this disk. Nothing was changed. Choose a shorter one."),
    "period_backwards": msgid("The last day, {last}, comes before the first, {first}. Put the earlier day first."),
    "person_has_carers_name": msgid(
        "Somebody else who writes or wrote here has that name. Nothing was changed. Add a letter, or the whole name."
    ),
    "place_twice": msgid("One place has two numbers. Nothing was saved. Give each place once."),
    "place_unknown": msgid("There is no such place on the list. Nothing was saved. Write it like this: lower back."),
    "place_unreadable": msgid("That place can’t be read. Nothing was saved. Write it like this: “left forearm=6”."),
    "preferences_busy": msgid("Another window is just saving its settings. Your diary is safe. Try again."),
    "questions_too_many": msgid(
        "Up to {most} questions have room on the doctor’s page. Nothing was saved. Leave the others out."
    ),
    "recovery_code_mistyped": msgid(
        "This recovery code has a typing mistake. Nothing was changed. Check it, letter by letter."
    ),
    "revisions_contradict": msgid(
        "The two copies of this diary don’t belong together. Nothing was changed. Keep both, and use a backup."
    ),
    "revisions_unreadable": msgid(
        "Something in this copy of the diary can’t be understood. Nothing was changed. Keep both, and use a backup."
    ),
    "scale_unknown": msgid("There is no such scale. Nothing was saved. Choose one from the list."),
    "score_between_steps": msgid(
        "That number lies between the steps of this scale. Nothing was saved. The steps are {step} apart."
    ),
    "score_out_of_range": msgid(
        "That number is not on this scale. Nothing was saved. The scale goes from {lowest} to {highest}."
    ),
    "sealed_note_shut": msgid(
        "A note that only the person can read does not open. All else is well. A backup may have it whole."
    ),
    "second_folder_inside": msgid("That folder is inside the diary’s own. Nothing was changed. Choose another place."),
    "second_folder_unreached": msgid(
        "The second folder for backups could not be written to. The backup beside your diary is made."
    ),
    "side_unknown": msgid("That place has no left and right. Nothing was saved. Leave the side out."),
    "spread_nowhere": msgid("Pain can’t spread from a place to itself. Nothing was saved. Choose another place."),
    "story_too_long": msgid("Your story has room for {most} lines. Nothing was changed. Take one out first."),
    "system_library_missing": msgid(
        "The window needs parts of the system that aren’t here: {library}. "
        "On Debian and Ubuntu this command adds them: {command}"
    ),
    "take_over_first": msgid(
        "Only this carer can open the diary so far. Nothing was changed. Let the person take the diary over first."
    ),
    "text_unreadable": msgid("This text has signs that can’t be kept. Nothing was cut. Take them out, then try again."),
    "time_unreadable": msgid("That time can’t be read. Nothing was changed. Write it like this: 20:40."),
    "treatment_kind_unknown": msgid("There is no such kind of treatment. Nothing was saved. Choose one from the list."),
    "treatment_unknown": msgid("That treatment is not on your list any more. Nothing was changed."),
    "unprotected_key_missing": msgid(
        "This diary has no passphrase, and its key is not on this computer. The recovery code opens it."
    ),
    "unprotected_key_wrong": msgid(
        "The key on this computer doesn’t open this diary. Nothing was changed. The recovery code opens it."
    ),
    "wish_too_long": msgid(
        "This is too long for the doctor’s page. Use up to {most} letters, and {most_question} for a question."
    ),
    "words_empty": msgid("This needs at least one letter or number. Nothing was saved."),
    "writer_is_carer": msgid(
        "That passphrase is a carer’s own. Nothing was saved. Add their name with --by, and --basis told or observed."
    ),
    "writer_not_said": msgid("Say on Today who is writing. Nothing was changed."),
    "wrong_passphrase": msgid(
        "That passphrase doesn’t open this diary. Nothing was changed. Try again, or use the recovery code."
    ),
    "wrong_recovery_code": msgid(
        "That recovery code belongs to another diary. Nothing was changed. Check which diary you opened."
    ),
}
"""Slug to sentence, sorted; its fields are those that the error's raiser gives, days as ISO dates."""

_DAYS = frozenset({"day", "first", "last"})


def sentence(error: DiaryError) -> str:
    """Return what to tell a person about ``error``."""
    return say(PROBLEMS[error.slug], **{name: _shown(name, value) for name, value in error.values.items()})


def _shown(name: str, value: str | float) -> str:
    if not isinstance(value, str):
        return short_number(value)
    return plain_day(date.fromisoformat(value)) if name in _DAYS else value
