package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTests {

    private static final String SERVER = "mx.city.example.jp";
    private static final String DOMAIN = "city.example.jp";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.city.example.jp; dkim=pass header.d=city.example.jp",
                "MX.city.example.jp 1; spf=pass smtp.mailfrom=handler@city.example.jp",
                "mx.city.example.jp;\r\n dmarc=pass (p=reject dis=none) header.from=city.example.jp",
                "mx.city.example.jp; spf=fail smtp.mailfrom=x.example; dkim=pass (2048-bit key) header.i=@city.example.jp header.b=abc"
            })
    void theTrustedServersWordCounts(String header) {
        assertThat(passes(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mx.city.example.jp; none",
                "mx.city.example.jp; dkim=fail header.d=city.example.jp",
                "mx.city.example.jp; dkim=pass header.d=evil.example",
                "mx.city.example.jp; dkim=pass header.d=city.example.jp.evil.example",
                "mx.city.example.jp; dkim=pass header.d=evil-city.example.jp",
                "mx.city.example.jp; dkim=pass header.d=city.example.jp; dmarc=fail header.from=city.example.jp",
                "mx.city.example.jp; spf=fail (dkim=pass header.d=city.example.jp)",
                "mx.city.example.jp (; dkim=pass header.d=city.example.jp)",
                "mx.evil.example; dkim=pass header.d=city.example.jp",
                "(mx.city.example.jp); dkim=pass header.d=city.example.jp",
                "mx.city.example.jp.evil.example; dkim=pass header.d=city.example.jp"
            })
    void nothingElseDoes(String header) {
        assertThat(passes(header)).isFalse();
    }

    @Test
    void aHeaderBelowTheTopmostCameWithTheMail() {
        assertThat(passes("mx.city.example.jp; none", "mx.city.example.jp; dkim=pass header.d=city.example.jp"))
                .isFalse();
    }

    @Test
    void withoutATrustedServerNothingPasses() {
        String header = "; dkim=pass header.d=city.example.jp";

        assertThat(Authentication.passes(new String[] {header}, "", DOMAIN)).isFalse();
        assertThat(Authentication.passes(new String[0], SERVER, DOMAIN)).isFalse();
    }

    private static boolean passes(String... headers) {
        return Authentication.passes(headers, SERVER, DOMAIN);
    }
}
