package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "１２３４５６７８９０１８",
                "1234-5678-9018",
                "1234 5678 9018",
                "1234　5678　9018",
                "１２３４－５６７８－９０１８",
                "1234 - 5678 - 9018",
                "1234〜5678〜9018",
                "1234～5678～9018",
                "1234:5678:9018",
                "1234(5678)9018",
                "1234｜5678｜9018",
                "1234\u200B5678\u200B9018",
                "住民の番号は123456789018です。",
                "No.123456789018を誤送信",
                "内線 2141 と 1234-5678-9018"
            })
    void findsValidNumberHoweverWritten(String text) {
        assertThat(MyNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23 0011 に気付いた",
                "",
                "123456789012",
                "12345678901",
                "1234567890180",
                "9123456789018",
                "0175-22-1111",
                "2026年11月23日 9時05分",
                "髙﨑さんの端末🔥"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(MyNumbers.in(text)).isFalse();
    }
}
