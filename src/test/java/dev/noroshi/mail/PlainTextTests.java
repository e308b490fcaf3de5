package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void wrapsAtThirtyFiveFullWidthCharacters() {
        assertThat(PlainText.wrap("あ".repeat(71)).lines()).containsExactly("あ".repeat(35), "あ".repeat(35), "あ");
    }

    @Test
    void noLineBeginsWithAFullStop() {
        assertThat(PlainText.wrap("あ".repeat(35) + "。い").lines()).containsExactly("あ".repeat(34), "あ。い");
    }

    @Test
    void aLinkStaysWhole() {
        String link = "http://localhost:8080/" + "x".repeat(100);

        assertThat(PlainText.wrap("開けるときは " + link).lines()).contains(link);
    }

    @Test
    void controlCharactersNeverReachAHeader() {
        assertThat(PlainText.oneLine("a\r\nBcc: b\u0000\u2028c\u202Ed")).isEqualTo("a Bcc: b c d");
    }

    @Test
    void clipsByColumns() {
        assertThat(PlainText.clip("あいうえお", 8)).isEqualTo("あいう…");
        assertThat(PlainText.clip("あいうえ", 8)).isEqualTo("あいうえ");
    }
}
