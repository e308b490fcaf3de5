package dev.noroshi.asset;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Folds numbers and names of assets that are in the register already. */
@Component
class V202611232116__asset_search_keys_filled extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement assets = context.getConnection().prepareStatement("select id, number, name from asset");
                PreparedStatement change = context.getConnection()
                        .prepareStatement("update asset set number_key = ?, name_key = ? where id = ?");
                ResultSet row = assets.executeQuery()) {
            while (row.next()) {
                change.setString(1, AssetEntity.keyOf(row.getString("number")));
                change.setString(2, AssetEntity.keyOf(row.getString("name")));
                change.setLong(3, row.getLong("id"));
                change.executeUpdate();
            }
        }
    }
}
