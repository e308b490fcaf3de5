package dev.noroshi.demo;

import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.identity.Accounts;
import dev.noroshi.identity.NewAccount;
import dev.noroshi.roster.AppointmentEntry;
import dev.noroshi.roster.PersonEntry;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.Sections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an empty database with the fictional city, all or nothing, before the first request comes in. */
@Component
@ConditionalOnBooleanProperty("noroshi.demo.enabled")
class CitySeed implements SmartInitializingSingleton {

    private static final List<Asset> ASSETS = List.of(
            new Asset("SV-001", "住民記録システム", "system", "mynumber", 180, "市民課", true),
            new Asset("SV-002", "税務システム", "system", "mynumber", 1440, "税務課", true),
            new Asset("SV-003", "グループウェア", "system", "lgwan", 1440, "情報政策課", false),
            new Asset("SV-004", "財務会計システム", "system", "lgwan", 2880, "総務課", false),
            new Asset("SV-005", "市ホームページ", "service", "external", 1440, "広報課", true),
            new Asset("SV-006", "水道監視制御システム", "system", "ot", 60, "水道課", true),
            new Asset("PC-101", "総務課業務端末", "device", "lgwan", null, "総務課", false),
            new Asset("PC-201", "税務課業務端末", "device", "mynumber", null, "税務課", false),
            new Asset("UM-001", "貸出用USBメモリ", "medium", "lgwan", null, "総務課", false),
            new Asset("AC-001", "広報SNSアカウント", "account", "internet", null, "広報課", false));

    private final Accounts accounts;
    private final RosterChanges roster;
    private final Sections sections;
    private final Assets assets;
    private final TransactionOperations transactions;

    CitySeed(
            Accounts accounts,
            RosterChanges roster,
            Sections sections,
            Assets assets,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.roster = roster;
        this.sections = sections;
        this.assets = assets;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.count() == 0) {
            transactions.executeWithoutResult(status -> seed());
        }
    }

    private void seed() {
        City.OFFICES.forEach(
                office -> sections.add(new SectionDraft(office.section(), office.department(), office.organ()), null));
        Map<String, Integer> positions = new HashMap<>();
        for (City.Citizen citizen : City.PEOPLE) {
            if (citizen.account() != null) {
                accounts.create(new NewAccount(
                        citizen.account(), citizen.name().replace('　', ' '), City.PASSWORD, false, true));
            }
            long person = roster.addPerson(entryOf(citizen));
            for (String role : citizen.roles()) {
                boolean heads = role.equals("section-manager");
                int position = heads ? 1 : positions.merge(role, 1, Integer::sum);
                roster.appoint(new AppointmentEntry(
                        role, person, heads ? citizen.section() : null, position, null, null, null));
            }
        }
        ASSETS.forEach(assets::register);
    }

    private static PersonEntry entryOf(City.Citizen citizen) {
        String extension = String.valueOf(2101 + City.PEOPLE.indexOf(citizen));
        boolean calledByNight = citizen.roles().stream().anyMatch(City.CALLED_BY_NIGHT::contains);
        return new PersonEntry(
                citizen.account(),
                citizen.name(),
                citizen.kana(),
                citizen.post(),
                citizen.section(),
                citizen.email(),
                "0175-00-" + extension,
                calledByNight ? "090-0000-" + extension : null,
                extension);
    }
}
