package dev.noroshi.roster.web;

import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be taken, in the reader's words.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param column the column's key; null for the whole line
 * @param columnName as it stands in the file's first line
 */
record SheetMessage(
        int line, @Nullable String column, @Nullable String columnName, String code, String message) {}
