package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.noroshi.workflow.EditionInfo;
import dev.noroshi.workflow.ModelNames;
import dev.noroshi.workflow.ModelNames.Named;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** However many editions there are, a step that waits once for each body outside asks for them once. */
class PlanWordsTests {

    private final Processes processes = mock();
    private final ModelNames models = mock();
    private final MessageSource messages = mock();
    private final PlanWords words = new PlanWords(processes, models, messages);

    @BeforeEach
    void oneEdition() {
        when(processes.editions()).thenReturn(List.of(new EditionInfo("e1", Instant.EPOCH)));
        when(models.english("e1")).thenReturn(Map.of(new Named("userTask_draftReport", "報告書の起案"), "Draft the report"));
        when(messages.getMessage(any(), any(), any(), any(Locale.class))).thenAnswer(asked -> switch (asked.getArgument(
                0, String.class)) {
            case "form.confirmReports.reports.police" -> asked.getArgument(3).equals(Locale.JAPANESE) ? "警察" : "Police";
            default -> asked.getArgument(2);
        });
    }

    @Test
    void aTwinIsNamedWithoutAskingAgain() {
        assertThat(words.of("userTask_draftReport", "報告書の起案", Locale.ENGLISH)).isEqualTo("Draft the report");

        assertThat(words.of("userTask_draftReport", "報告書の起案［警察］", Locale.ENGLISH))
                .isEqualTo("Draft the report [Police]");
        verify(processes, times(1)).editions();
    }

    @Test
    void aStepOfANewerEditionIsLookedFor() {
        words.of("userTask_draftReport", "報告書の起案", Locale.ENGLISH);
        when(processes.editions())
                .thenReturn(List.of(new EditionInfo("e1", Instant.EPOCH), new EditionInfo("e2", Instant.EPOCH)));
        when(models.english("e2")).thenReturn(Map.of(new Named("userTask_draftReport", "第一報の起案"), "Draft at once"));

        assertThat(words.of("userTask_draftReport", "第一報の起案［警察］", Locale.ENGLISH))
                .isEqualTo("Draft at once [Police]");
    }
}
