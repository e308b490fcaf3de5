package dev.noroshi.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;

/** All texts of all features: {@code messages/<feature>_ja.properties} and its English twin. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final String ENDING = "_ja.properties";

    @Bean
    static MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + ENDING))
                .map(file -> String.valueOf(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - ENDING.length()))
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.JAPANESE);
        return messages;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new Languages();
    }
}
