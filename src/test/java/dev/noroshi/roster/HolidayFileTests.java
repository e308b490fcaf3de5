package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.HolidayCsv;
import dev.noroshi.calendar.Holiday;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading of the Cabinet Office's file. */
class HolidayFileTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 10);

    private static final String YEAR_2026 = """
            2026/1/1,元日
            2026/1/12,成人の日
            2026/2/11,建国記念の日
            2026/2/23,天皇誕生日
            2026/3/20,春分の日
            2026/4/29,昭和の日
            2026/5/3,憲法記念日
            2026/5/4,みどりの日
            2026/5/5,こどもの日
            2026/5/6,休日
            2026/7/20,海の日
            2026/8/11,山の日
            2026/9/21,敬老の日
            2026/9/22,休日
            2026/9/23,秋分の日
            2026/10/12,スポーツの日
            2026/11/3,文化の日
            2026/11/23,勤労感謝の日
            """;
    private static final String YEAR_2027 = """
            2027/1/1,元日
            2027/1/11,成人の日
            2027/2/11,建国記念の日
            2027/2/23,天皇誕生日
            2027/3/21,春分の日
            2027/3/22,休日
            2027/4/29,昭和の日
            2027/5/3,憲法記念日
            2027/5/4,みどりの日
            2027/5/5,こどもの日
            2027/7/19,海の日
            2027/8/11,山の日
            2027/9/20,敬老の日
            2027/9/23,秋分の日
            2027/10/11,スポーツの日
            2027/11/3,文化の日
            2027/11/23,勤労感謝の日
            """;
    private static final String OLD = """
            2018/12/23,天皇誕生日
            2018/12/24,休日
            2019/5/1,休日（祝日扱い）
            2019/10/14,体育の日（スポーツの日）
            """;

    private final HolidayWords words = new HolidayWords(HolidayCsv.messages());

    @ParameterizedTest
    @CsvSource({
        "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
        "2028, 1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23"
    })
    void aListThatSaysWhatTheActSaysIsReadWhole(int year, String days) {
        HolidayYears read = read(new HolidayCsv(2026, 2027, 2028).bytes());

        assertThat(read.errors()).isEmpty();
        assertThat(read.doubts()).isEmpty();
        assertThat(Objects.requireNonNull(read.years().get(year)).keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> day.split("/"))
                        .map(day -> LocalDate.of(year, Integer.parseInt(day[0]), Integer.parseInt(day[1])))
                        .toList());
    }

    @Test
    void theFileIsReadAsItIsPublishedAndAsSpreadsheetsSaveIt() {
        String text = (HolidayCsv.HEADING.strip() + "\n" + OLD + YEAR_2026 + YEAR_2027).replace("\n", "\r\n");
        String spaced = text.replace("2027/1/1,", "2027-01-01,").replace("元日\r\n", "元日,,\r\n") + "\r\n,\r\n";

        for (byte[] file : List.of(
                text.getBytes(Charset.forName("Shift_JIS")),
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + spaced).getBytes(StandardCharsets.UTF_8))) {
            HolidayYears read = read(file);
            assertThat(read.errors()).isEmpty();
            assertThat(read.years()).containsOnlyKeys(2026, 2027);
            assertThat(read.years().get(2026))
                    .hasSize(18)
                    .containsEntry(day("2026-05-06"), new Holiday(day("2026-05-06"), "substitute", "休日"))
                    .containsEntry(day("2026-09-22"), new Holiday(day("2026-09-22"), "between", "休日"))
                    .containsEntry(day("2026-09-23"), new Holiday(day("2026-09-23"), "autumnal", "秋分の日"));
        }
    }

    @Test
    void aChangeOfTheActIsAskedAbout() {
        HolidayYears read = read(new HolidayCsv(2027)
                .without(2027, "山の日")
                .with(LocalDate.of(2027, 8, 10), "川の日")
                .with(LocalDate.of(2027, 12, 30), "店休日")
                .bytes());

        assertThat(read.errors()).isEmpty();
        assertThat(read.doubts())
                .containsExactlyInAnyOrder(
                        HolidayDoubt.absent(2027, "山の日", "mountain"),
                        HolidayDoubt.strange(day("2027-08-10"), "川の日"),
                        HolidayDoubt.strange(day("2027-12-30"), "店休日"));
        assertThat(words.named(new Holiday(day("2027-08-10"), null, "川の日"), Locale.ENGLISH))
                .isEqualTo("川の日");
        assertThat(read(bytes(HolidayCsv.HEADING + YEAR_2027 + "2027/8/13,休業日\n")))
                .as("the day between it and a holiday need not be there")
                .satisfies(it -> assertThat(it.errors()).isEmpty())
                .satisfies(it -> assertThat(it.doubts()).hasSize(1));
        assertThat(read(bytes(HolidayCsv.HEADING + YEAR_2027 + "2027/6/7,休日\n")).doubts())
                .as("beside no holiday")
                .containsExactly(HolidayDoubt.strange(day("2027-06-07"), "休日"));
    }

    @Test
    void aYearThatIsNotWholeIsRefused() {
        String whole = HolidayCsv.HEADING + YEAR_2026 + YEAR_2027;

        assertThat(errors(whole.substring(0, whole.indexOf("2027/11/3"))))
                .containsExactly("0 holidays-part [2027, 文化の日、勤労感謝の日, 2]");
        assertThat(errors(HolidayCsv.HEADING + "2027/1/1,元日\n2027/1/11,成人の日\n").get(0))
                .startsWith("0 holidays-part [2027, ")
                .endsWith("…, 14]");
        assertThat(errors(whole.replace("2027/3/22,休日\n", ""))).containsExactly("0 holidays-following [2027-03-22]");
        assertThat(errors(whole.replace("2026/9/22,休日\n", ""))).containsExactly("0 holidays-following [2026-09-22]");
        assertThat(errors(whole.substring(0, whole.length() - 10))).containsExactly("36 holidays-cells []");
        assertThat(errors(whole.substring(0, whole.indexOf(",勤労感謝の日", whole.indexOf("2027")))))
                .containsExactly("36 holidays-cells []");
    }

    @Test
    void everyCutOfTheFileIsRefusedOrLeavesWholeYears() {
        byte[] whole = (HolidayCsv.HEADING + YEAR_2026 + YEAR_2027).getBytes(Charset.forName("Shift_JIS"));

        // The last line end is no part of what is read.
        for (int length = 0; length < whole.length - 1; length++) {
            HolidayYears read = read(Arrays.copyOf(whole, length));
            if (read.errors().isEmpty() && read.doubts().isEmpty()) {
                assertThat(read.years()).as("cut after " + length).doesNotContainKey(2027);
                assertThat(read.years().get(2026)).hasSize(18);
            }
        }
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        String year = HolidayCsv.HEADING + YEAR_2027;

        assertThat(errors("")).containsExactly("0 holidays-empty []");
        assertThat(errors(HolidayCsv.HEADING)).containsExactly("0 holidays-empty []");
        assertThat(errors("name,post\n髙橋　春江,課長\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1 holidays-heading");
        assertThat(errors("\n" + year)).hasSize(1).first().asString().startsWith("1 holidays-heading");
        assertThat(errors(HolidayCsv.HEADING + OLD)).containsExactly("0 holidays-old [2020]");
        assertThat(errors(year + "2027/2/29,元日\n2027/13/1,元日\n2027年,元日\n２０２７/1/2,元日\n"))
                .containsExactly(
                        "19 holidays-day [2027/2/29]",
                        "20 holidays-day [2027/13/1]",
                        "21 holidays-day [2027年]",
                        "22 holidays-day [２０２７/1/2]");
        assertThat(errors(year + "2027/11/23,勤労感謝の日\n")).containsExactly("19 holidays-twice [18]");
        assertThat(errors(year + "2027/11/24,勤労感謝の日\n")).containsExactly("19 holidays-name-twice [勤労感謝の日, 18]");
        assertThat(errors(year + "2027/12/1,=1+1\n2027/12/2,<b>\n2027/12/3,a\n2027/12/6,\n2027/12/7,休日,x\n"))
                .containsExactly(
                        "19 holidays-name [=1+1]",
                        "20 holidays-name [<b>]",
                        "21 holidays-name [a]",
                        "22 holidays-cells []",
                        "23 holidays-cells []");
        assertThat(errors(year + "2029/1/1,元日\n2029/1/8,成人の日\n")).containsExactly("19 holidays-far [2029, 2028]");
        assertThat(errors(HolidayCsv.HEADING + "2027/1/1,元日\n".repeat(100_000)))
                .contains("5001 holidays-lines [5000]")
                .hasSize(4_999);
        assertThat(errors(year + "あ".repeat(1_400_000)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("0 sheet-large");
        assertThat(errors(year + "\"2027/12/1,休日\n")).containsExactly("19 sheet-quote []");
        assertThat(errors(year + "\0")).containsExactly("0 sheet-encoding []");
    }

    private List<String> errors(String text) {
        return read(bytes(text)).errors().stream()
                .map(it -> it.line() + " " + it.code() + " " + it.arguments())
                .toList();
    }

    private HolidayYears read(byte[] file) {
        return HolidayFile.read(file, TODAY, words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
