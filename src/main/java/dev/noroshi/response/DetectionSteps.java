package dev.noroshi.response;

import dev.noroshi.workflow.PlanVocabulary;

/** What the plan says during 検知・連絡. */
@PlanVocabulary("detection")
public class DetectionSteps {

    private final Heralds heralds;

    DetectionSteps(Heralds heralds) {
        this.heralds = heralds;
    }

    public void tellAtOnce(String key) {
        heralds.tellAtOnce(key);
    }
}
