package dev.noroshi.workflow;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/** Reads tables out of the files of a plan, so that they can be asked before the plan runs. */
@Component
public class PaperTables {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /**
     * @param files name → content, sound as the plan's check says
     * @return empty where none of them has the table
     */
    public Optional<PaperTable> table(Map<String, byte[]> files, String table) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".dmn"))
                .flatMap(file -> read(file.getValue(), table))
                .findFirst();
    }

    private Stream<PaperTable> read(byte[] content, String table) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        return model.getModelElementsByType(DecisionTable.class).stream()
                .filter(it -> table.equals(it.getParentElement().getAttributeValue("id")))
                .map(it -> new PaperTable(engine, decision(model, table), it));
    }

    private DmnDecision decision(DmnModelInstance model, String table) {
        return engine.parseDecision(table, model);
    }
}
