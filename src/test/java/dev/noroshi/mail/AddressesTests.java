package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.web.TextRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd addresses: each is sent to as its owner means it, or never, and the roster takes none that is not plain. */
class AddressesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@city.example.jp|a@city.example.jp",
                " a@city.example.jp |a@city.example.jp",
                "a@city.example.jp (night)|a@city.example.jp",
                "(night) a@city.example.jp|a@city.example.jp",
                "髙橋　春江 <a@city.example.jp>|a@city.example.jp",
                "\"Bcc: x@example.com\" <a@city.example.jp>|a@city.example.jp",
                "o'brien+csirt@city.example.jp|o'brien+csirt@city.example.jp",
                "a@むつ市.jp|a@xn--k9jvc545q.jp",
                "a@xn--k9jvc545q.jp|a@xn--k9jvc545q.jp"
            })
    void whatMeansOneMailboxIsSentTo(String written, String bare) {
        assertThat(Addresses.bare(written)).isEqualTo(bare);
        assertThat(Addresses.isUsable(bare)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@c",
                "a@city.example.jp, b@city.example.jp",
                "csirt: a@city.example.jp, b@city.example.jp;",
                "undisclosed-recipients:;",
                "\"a,b\"@city.example.jp",
                "\"a b\"@city.example.jp",
                "髙橋@city.example.jp",
                "a@-city.example.jp",
                "a..b@city.example.jp",
                "a@city.example.jp\r\nBcc: x@example.com",
                "a@city.example.jp\nRCPT TO:<x@example.com>",
                "a@[127.0.0.1]",
                "<a@city.example.jp",
                "a\u0000@city.example.jp",
                "a\u202Ed@city.example.jp"
            })
    void whatDoesNotIsNeverSentToAndNeverTaken(String written) {
        String bare = Addresses.bare(written);

        assertThat(Addresses.isUsable(bare)).isFalse();
        assertThat(bare).doesNotContain("\r", "\n", ",", "\u0000");
        assertThat(TextRules.isMailbox(written)).isFalse();
    }

    @Test
    void anAddressLongerThanMailAllowsIsNotTaken() {
        String longest = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".jp";

        assertThat(Addresses.isUsable(longest)).isTrue();
        assertThat(Addresses.isUsable("a".repeat(70) + longest)).isFalse();
    }
}
