package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnsoundPlanVetoTests {

    private final UnsoundPlanVeto veto = new UnsoundPlanVeto(new PlanCheck());

    @Test
    void theShippedPlanComesToTheEngine() {
        PlanFiles files = ShippedPlan.copy().files();

        assertThatCode(() -> veto.requireSound(files.contents())).doesNotThrowAnyException();
    }

    @Test
    void aPlanWithAnErrorDoesNotAndTheWordsSayWhy() {
        PlanFiles files = ShippedPlan.copy()
                .replace("detect.bpmn", "window,csirt-handler", "mayor")
                .files();

        assertThatThrownBy(() -> veto.requireSound(files.contents()))
                .hasMessageContainingAll("detect.bpmn", "受領", "役割「mayor」はありません", "There is no role “mayor”");
    }
}
