package dev.noroshi.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What stands in a cell of a table is said as people say it. */
class CellWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            >= 3                    | 3以上             | 3 or higher
            > 10000                 | 10,000を超える     | more than 10,000
            < 2                     | 2未満             | less than 2
            <= 2.5                  | 2.5以下           | 2.5 or less
            [11..100]               | 11〜100           | 11 to 100
            (1..10]                 | 1を超える、10以下   | more than 1, 10 or less
            ]1..10[,20              | 1を超える、10未満・20 | more than 1, less than 10, 20
            0,1                     | 0・1              | 0, 1
            not("paper")            | 紙以外            | other than paper
            not("paper","yes"),null | 紙・はい以外・未記入 | other than paper, yes, not filled in
            null,"unknown"          | 未記入・わからない  | not filled in, unknown
            "BEFORE_DUE"            | 期限の前          | before it is due
            "of,nobody"             | of・nobody        | of, nobody
            true                    | はい              | yes
            -                       | ``                | ``
            ``                      | ``                | ``
            a > b                   | a > b             | a > b
            """)
    void cellsAreSaidInWords(String cell, String japanese, String english) {
        assertThat(words().of(cell, "", Locale.JAPANESE)).isEqualTo(japanese);
        assertThat(words().of(cell, "", Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90  | "MINUTES"        | 90分           | 90 minutes
            60  | "MINUTES"        | 1時間          | 1 hour
            240 | "OFFICE_MINUTES" | 4時間（執務時間） | 4 hours (office hours)
            30  | OFFICE_MINUTES   | 30分（執務時間）  | 30 minutes (office hours)
            1   | "OPEN_DAYS"      | 1開庁日         | 1 open day
            5   | "DAYS"           | 5日            | 5 days
            0   | "OPEN_DAYS"      | 当日           | the same day
            0   | "MINUTES"        | その時          | at that moment
            x+1 | "DAYS"           | x+1 日          | x+1 days
            7   | "WEEKS"          | 7 WEEKS        | 7 WEEKS
            """)
    void lengthsOfTimeAreSaidInWords(String amount, String unit, String japanese, String english) {
        assertThat(words().time(amount, unit, Locale.JAPANESE)).isEqualTo(japanese);
        assertThat(words().time(amount, unit, Locale.ENGLISH)).isEqualTo(english);
    }

    static CellWords words() {
        return new CellWords(messages());
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/print", "messages/incident", "messages/roster", "messages/reporting", "messages/vocabulary");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
