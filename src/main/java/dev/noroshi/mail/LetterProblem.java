package dev.noroshi.mail;

/**
 * Why a letter of the city's own folder is not used.
 *
 * @param file name in the folder
 * @param line from 1; 0 for the whole file
 * @param code of the message {@code mail.letter.problem.<code>}
 * @param detail what it is about, such as a place's name
 */
public record LetterProblem(String file, int line, String code, String detail) {}
