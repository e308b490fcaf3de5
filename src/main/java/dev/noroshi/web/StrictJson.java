package dev.noroshi.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;

/** JSON that says two things about one name is refused: nobody could tell which was meant. */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    static JsonMapperBuilderCustomizer oneValueForOneName() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
