package dev.noroshi.reporting;

import java.util.List;

/** Bodies outside that may have to be told (通報先); their texts are {@code form.confirmReports.reports.<key>}. */
public final class Addressees {

    /** In the order in which they are shown; the PPC takes two reports. */
    public static final List<String> KEYS = List.of(
            "ppc-preliminary",
            "ppc-definitive",
            "persons",
            "prefecture-mic",
            "police",
            "jlis",
            "prefecture",
            "digital-agency",
            "provider",
            "nco",
            "ipa",
            "jpcert",
            "legal-affairs",
            "statistics",
            "late-elderly-union",
            "insurance-union",
            "local-tax-agency",
            "health-ministry",
            "assembly");

    private Addressees() {}
}
