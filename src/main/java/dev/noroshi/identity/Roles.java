package dev.noroshi.identity;

import java.util.List;

/** Role keys that ship with the product; who holds them is the city's data. */
public final class Roles {

    /** 情報セキュリティ管理者, the head of the affected section: held per case. */
    public static final String SECTION_MANAGER = "section-manager";
    /** 統一的な窓口. */
    public static final String WINDOW = "window";

    public static final String HANDLER = "csirt-handler";
    public static final String LEAD = "csirt-lead";
    /** 統括情報セキュリティ責任者. */
    public static final String CHIEF = "chief";
    /** 最高情報セキュリティ責任者. */
    public static final String CISO = "ciso";

    public static final String SYSTEM_MANAGER = "system-manager";
    public static final String PRIVACY_OFFICER = "privacy-officer";
    public static final String PUBLIC_RELATIONS = "public-relations";
    public static final String PLAN_AUTHOR = "plan-author";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    public static final List<String> ALL = List.of(
            SECTION_MANAGER,
            WINDOW,
            HANDLER,
            LEAD,
            CHIEF,
            CISO,
            SYSTEM_MANAGER,
            PRIVACY_OFFICER,
            PUBLIC_RELATIONS,
            PLAN_AUTHOR,
            AUDITOR,
            ADMIN);

    private Roles() {}
}
