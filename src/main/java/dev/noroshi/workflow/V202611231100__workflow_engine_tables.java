package dev.noroshi.workflow;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** Creates the engine's tables from the scripts in the engine's own jar, so that a start needs no right to change tables. */
@Component
class V202611231100__workflow_engine_tables extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
        scripts.setSqlScriptEncoding("UTF-8");
        for (String part : PARTS) {
            scripts.addScript(
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.mysql.create." + part + ".sql"));
        }
        scripts.execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
