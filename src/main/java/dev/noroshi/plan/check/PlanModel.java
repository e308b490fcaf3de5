package dev.noroshi.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan as the check understands it: whatever could be read. */
record PlanModel(List<Model> models, List<Table> tables) {

    PlanModel {
        models = List.copyOf(models);
        tables = List.copyOf(tables);
    }

    Optional<Model> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    Optional<Table> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    Stream<Element> of(Element.Kind kind) {
        return models.stream().flatMap(model -> model.of(kind));
    }
}
