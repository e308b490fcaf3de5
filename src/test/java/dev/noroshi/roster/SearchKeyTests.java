package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTests {

    @ParameterizedTest
    @CsvSource({"髙橋　花子, 高橋花子", "山﨑 太郎, 山崎太郎", "ヤマダ, やまだ", "ﾔﾏﾀﾞ, やまだ", "ＤＸ戦略課, dx戦略課", "Handler2, ｈａｎｄｌｅｒ２"})
    void foldsWidthsKanaCaseSpacesAndVariants(String typed, String sought) {
        assertThat(SearchKey.of(typed)).isEqualTo(SearchKey.of(sought));
    }
}
