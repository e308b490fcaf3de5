package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class PlanWordsTests {

    private static final Pattern NAMED = Pattern.compile(
            "<bpmn:(?!sequenceFlow|message|error|participant|lane|process|association)\\w+ id=\"(\\w+)\" name=\"([^\"]+)\"");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final PlanWords words = new PlanWords(messages);

    PlanWordsTests() {
        messages.setBasename("messages/plan");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyElementOfTheShippedPlanHasAnEnglishName() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        Map<String, String> japanese = new TreeMap<>();

        int found = 0;
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path model :
                    models.filter(it -> it.toString().endsWith(".bpmn")).toList()) {
                Matcher element = NAMED.matcher(Files.readString(model));
                while (element.find()) {
                    found++;
                    String english = words.of(element.group(1), element.group(2));
                    if (english.chars().anyMatch(it -> it > 0x2fff)) {
                        japanese.put(element.group(1), element.group(2));
                    }
                }
            }
        }

        assertThat(found).isGreaterThan(80);
        assertThat(japanese).isEmpty();
    }

    @Test
    void aRenamedStepGoesByItsOwnName() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(words.of("userTask_receive", "受領")).isEqualTo("Take receipt");
        assertThat(words.of("userTask_receive", "受付")).isEqualTo("受付");
        assertThat(words.of("userTask_ofTheCity", "市独自の確認")).isEqualTo("市独自の確認");
    }
}
