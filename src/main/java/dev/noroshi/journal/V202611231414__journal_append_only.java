package dev.noroshi.journal;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the journal append-only where the database lets us: a server with a binary log may ask for more rights than an
 * application has. Then the chain of hashes alone tells, and the page of the journal says so.
 */
@Component
class V202611231414__journal_append_only extends BaseJavaMigration {

    private static final Logger log = LoggerFactory.getLogger(V202611231414__journal_append_only.class);

    @Override
    public void migrate(Context context) {
        try {
            AppendOnly.enforce(context.getConnection());
        } catch (SQLException refused) {
            log.warn(
                    "The database did not let the journal be made append-only (error {})."
                            + " Let its administrator set log_bin_trust_function_creators=1 or grant TRIGGER.",
                    refused.getErrorCode());
        }
    }
}
