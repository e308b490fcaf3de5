package dev.noroshi.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds what is searched once more, so that ひらがな and カタカナ of older cases find each other too. */
@Component
class V202611231640__incident_search_kana extends BaseJavaMigration {

    private static final int TOGETHER = 500;

    @Override
    public void migrate(Context context) throws SQLException {
        @Nullable String after = "";
        while (after != null) {
            after = foldAfter(context.getConnection(), after);
        }
    }

    /** The last number folded; null when none is left. */
    private static @Nullable String foldAfter(Connection database, String number) throws SQLException {
        try (PreparedStatement cases = database.prepareStatement(
                        "select number, search_text from incident where number > ? order by number limit " + TOGETHER);
                PreparedStatement change =
                        database.prepareStatement("update incident set search_text = ? where number = ?")) {
            cases.setString(1, number);
            @Nullable String last = null;
            try (ResultSet row = cases.executeQuery()) {
                while (row.next()) {
                    last = row.getString(1);
                    change.setString(1, SearchText.fold(row.getString(2)));
                    change.setString(2, last);
                    change.addBatch();
                }
            }
            if (last != null) {
                change.executeBatch();
            }
            return last;
        }
    }
}
