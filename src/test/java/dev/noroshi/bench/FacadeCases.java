package dev.noroshi.bench;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.Incidents;
import dev.noroshi.intake.FirstReport;
import dev.noroshi.intake.FirstReports;
import dev.noroshi.intake.Submission;
import dev.noroshi.task.AskedTask;
import dev.noroshi.task.Tasks;
import dev.noroshi.web.Problem;
import dev.noroshi.workflow.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** Through the façades, in the same JVM: as near to the bare engine as a client can come. */
final class FacadeCases implements Cases {

    private final FirstReports reports;
    private final Incidents incidents;
    private final Tasks tasks;
    private final Look look;
    private final People people;
    private final Facts facts;

    FacadeCases(BeanFactory application, People people, String report) {
        this.reports = application.getBean(FirstReports.class);
        this.incidents = application.getBean(Incidents.class);
        this.tasks = application.getBean(Tasks.class);
        this.look = new Look(application.getBean(ProcessEngine.class));
        this.people = people;
        this.facts = application.getBean(JsonMapper.class).readValue(report, Facts.class);
    }

    @Override
    public String begin() {
        return Actors.as(
                people.actor("staff"),
                () -> reports.receive(new FirstReport(facts, false, false), Submission.byRest(null, "{}"))
                        .incident());
    }

    @Override
    public List<Waiting> waiting(String key) {
        return look.steps(key);
    }

    @Override
    public void complete(String key, Waiting step) {
        people.take(step.element(), name -> take(people.actor(name), step.id()));
    }

    private boolean take(Actor actor, String id) {
        try {
            return Actors.as(actor, () -> {
                tasks.complete(id, proposals(tasks.ask(id)));
                return true;
            });
        } catch (Problem refused) {
            return false;
        }
    }

    private static Map<String, Object> proposals(AskedTask task) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : task.fields()) {
            if (field.value() != null) {
                values.put(field.name(), field.value());
            } else if (field.required()) {
                values.put(field.name(), "確認した");
            }
        }
        return values;
    }

    @Override
    public boolean ended(String key) {
        return look.ended(key) && !incidents.of(key).open();
    }

    @Override
    public void pause(String key) {
        look.pause(key);
    }
}
