package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing of the roster's file. */
class SheetFileTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|'/C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "+81-175-22-1111",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "'quoted",
                "''",
                "'=1",
                "＝1",
                "＠a",
                "09012345678",
                "0175",
                "1-2",
                "2026/4/1",
                "1E5",
                "1234567890123",
                "8:30"
            })
    void whatASpreadsheetWouldRunOrChangeIsGuardedAndComesBack(String value) {
        String cell = SheetCells.guarded(value);

        assertThat(cell).isEqualTo("'" + value);
        assertThat(SheetCells.plain(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100", "0175-22-1111", "髙橋　春江", "a@city.example.jp", "", "総務課, 人事係", "1 \"2\""})
    void otherTextStaysAsItIs(String value) {
        assertThat(SheetCells.guarded(value)).isEqualTo(value);
        assertThat(SheetCells.plain(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0総務課", "総務課\u00A0", " \u3000総務課\u00A0 ", "\uFEFF総務課"})
    void spacesThatNobodySeesAreNoPartOfACell(String cell) {
        assertThat(SheetCells.plain(cell)).isEqualTo("総務課");
    }

    @Test
    void linesEndAsTheStandardAsksAndSpecialCellsAreQuoted() {
        byte[] file = SheetFile.written(List.of(List.of("name", "post"), List.of("a,\"b\"", "c\nd")));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname,post\r\n\"a,\"\"b\"\"\",\"c\nd\"\r\n");
    }

    @Test
    void aFileOfAJapaneseSpreadsheetIsRead() {
        String text = "name,post\r\n髙橋　春江,課長①\r\n\r\n﨑山,\r\n,\r\n";
        SheetFile file = read(text.getBytes(Charset.forName("windows-31j")));

        assertThat(file.errors()).isEmpty();
        assertThat(file.rows()).extracting(SheetRow::line).containsExactly(2, 4);
        assertThat(file.rows().get(0).cells()).isEqualTo(Map.of(SheetColumn.NAME, "髙橋　春江", SheetColumn.POST, "課長①"));
    }

    @Test
    void charactersThatWereLostInSavingAreNotTaken() {
        Charset japanese = Charset.forName("windows-31j");

        assertThat(read("name,phone\n🔥山　太郎,0175?\n".getBytes(japanese)).errors())
                .containsExactly(SheetError.of(2, "name", "sheet-lost"));
        assertThat(read("name,phone\n何故?,1\n").errors()).isEmpty();
    }

    @Test
    void theLineIsThatOfTheFileAfterACellOfTwoLines() {
        SheetFile file = read("name,post\n\"a\nb\",c\nd,e,f\n");

        assertThat(file.errors()).containsExactly(SheetError.of(4, null, "sheet-cells", 2));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(codes("name,post\nあ,\"開いたまま\n")).containsExactly("2 sheet-quote");
        assertThat(codes("name,post\n\"あ\"い,う\n")).containsExactly("2 sheet-quote");
        assertThat(codes("name\na\0b\n")).containsExactly("0 sheet-encoding");
        assertThat(codes("")).containsExactly("0 sheet-empty");
        assertThat(codes("name,post\n")).containsExactly("0 sheet-empty");
        assertThat(codes("name,salary\na,1\n")).containsExactly("1 sheet-column");
        assertThat(codes("name,name\na,b\n")).containsExactly("1 sheet-column-twice");
        assertThat(codes("post\na\n")).containsExactly("1 sheet-column-missing");
        assertThat(codes("name\n" + "a\n".repeat(100_000))).containsExactly("20002 sheet-lines");
        assertThat(codes("name\n" + "あ".repeat(1_400_000))).containsExactly("0 sheet-large");
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, (byte) 0x81})
                        .errors())
                .extracting(SheetError::code)
                .containsExactly("sheet-encoding");
    }

    private static List<String> codes(String text) {
        return read(text).errors().stream()
                .map(it -> it.line() + " " + it.code())
                .toList();
    }

    private static SheetFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SheetFile read(byte[] bytes) {
        return SheetFile.read(
                bytes,
                name -> Stream.of(SheetColumn.values())
                        .filter(it -> it.key().equals(name))
                        .findFirst());
    }
}
