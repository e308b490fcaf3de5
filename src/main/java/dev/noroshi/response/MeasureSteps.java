package dev.noroshi.response;

import dev.noroshi.incident.Measure;
import dev.noroshi.incident.Measures;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.Date;

/** What the plan may ask and do about measures (再発防止策); {@code key} is a measure's, of {@code begin} the case's. */
@PlanVocabulary("prevention")
public class MeasureSteps {

    private final Measures measures;
    private final MeasureLetters letters;

    MeasureSteps(Measures measures, MeasureLetters letters) {
        this.measures = measures;
        this.letters = letters;
    }

    public void begin(String key) {
        measures.begin(key);
    }

    /** When to remind of it next. */
    @KeyOf("measure")
    public Date remindAt(String key) {
        return Date.from(measures.remindAt(key));
    }

    /** Tells the owner and the window, as long as it is not settled. */
    @KeyOf("measure")
    public void remind(String key) {
        Measure measure = measures.of(key);
        if (!measure.settled()) {
            letters.remind(measure);
            measures.reminded(measure);
        }
    }

    @KeyOf("measure")
    public boolean overdue(String key) {
        return measures.of(key).overdueOn(measures.today());
    }

    @KeyOf("measure")
    public boolean settled(String key) {
        return measures.of(key).settled();
    }
}
