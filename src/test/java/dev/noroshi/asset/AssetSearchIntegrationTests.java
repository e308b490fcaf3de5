package dev.noroshi.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.web.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Assets are found as people write them. */
@NoroshiTest
class AssetSearchIntegrationTests {

    @Autowired
    private Assets assets;

    @ParameterizedTest
    @ValueSource(strings = {"きんたい", "キンタイ", "ｷﾝﾀｲ", "ｗｅｂ", "Web 勤", "zz-９０１"})
    void aPartIsFoundInEveryScript(String text) {
        aTimeClock();

        assertThat(assets.list(text, new PageRequest(0, 50)).items())
                .extracting(Asset::number)
                .as(text)
                .contains("ZZ-901");
    }

    @Test
    void theWholeNameMeansTheAsset() {
        aTimeClock();

        assertThat(assets.named("web勤怠（きんたい）端末")).map(Asset::number).contains("ZZ-901");
        assertThat(assets.named("キンタイ")).as("only a part").isEmpty();
    }

    private void aTimeClock() {
        assets.register(new Asset("ZZ-901", "Ｗｅｂ勤怠（キンタイ）端末", "device", "lgwan", null, null, false));
    }
}
