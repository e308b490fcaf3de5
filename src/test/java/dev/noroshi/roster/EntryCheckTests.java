package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.web.Problem.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a roster entry by itself. */
class EntryCheckTests {

    /** The second way to reach somebody at night; nobody would notice before it is dialled. */
    @ParameterizedTest
    @ValueSource(strings = {"175221111", "9012345678", "1.75E+08", "9.01235E+09", "1.75E+8", " 175221111 "})
    void aTelephoneNumberThatASpreadsheetSpoiledIsRefused(String number) {
        EntryCheck check = new EntryCheck();

        check.phone("phone", number);

        assertThat(check.errors()).containsExactly(new FieldError("phone", "phone-lost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0175-22-1111",
                "0175221111",
                "09012345678",
                "+81-175-22-1111",
                "+81175221111",
                "110",
                "2101",
                "０１７５－２２－１１１１",
                "0175-22-1111（代表）",
                "0175-22-1111 内線2141"
            })
    void otherNumbersStayAsPeopleWriteThem(String number) {
        EntryCheck check = new EntryCheck();

        assertThat(check.phone("phone", number)).isEqualTo(number);
        assertThat(check.errors()).isEmpty();
    }
}
