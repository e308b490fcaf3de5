package dev.noroshi.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 灯台市, a city that does not exist: its sections, people and who holds which role. */
public final class City {

    static final String DOMAIN = "city.example.jp";
    static final String PASSWORD = "noroshi-demo";

    /** Department and section. */
    record Office(String organ, String department, String section) {}

    /** A person; those with an account sign in under it, the others are heads of their sections. */
    record Citizen(
            String mailbox,
            @Nullable String account,
            String name,
            String kana,
            String post,
            String section,
            List<String> roles) {

        String email() {
            return mailbox + "@" + DOMAIN;
        }
    }

    static final List<Office> OFFICES = List.of(
            new Office("市長部局", "総務部", "総務課"),
            new Office("市長部局", "総務部", "情報政策課"),
            new Office("市長部局", "総務部", "広報課"),
            new Office("市長部局", "財務部", "税務課"),
            new Office("市長部局", "市民部", "市民課"),
            new Office("市長部局", "福祉部", "福祉課"),
            new Office("市長部局", "建設部", "水道課"),
            new Office("教育委員会事務局", "教育部", "学校教育課"));

    static final List<Citizen> PEOPLE = List.of(
            account("staff", "佐藤　美咲", "サトウ　ミサキ", "主事", "総務課"),
            account("manager", "鈴木　一郎", "スズキ　イチロウ", "総務課長", "総務課", "section-manager"),
            account("handler", "高橋　健太", "タカハシ　ケンタ", "主任", "情報政策課", "window", "csirt-handler"),
            account("handler2", "田中　由美", "タナカ　ユミ", "広報係長", "広報課", "csirt-handler", "public-relations"),
            account("lead", "伊藤　誠", "イトウ　マコト", "情報政策課長", "情報政策課", "csirt-lead", "system-manager", "plan-author"),
            account("chief", "渡辺　隆", "ワタナベ　タカシ", "総務部長", "総務課", "chief", "privacy-officer"),
            account("ciso", "山本　正樹", "ヤマモト　マサキ", "副市長", "総務課", "ciso"),
            account("admin", "中村　陽子", "ナカムラ　ヨウコ", "主査", "情報政策課", "admin"),
            account("auditor", "小林　修", "コバヤシ　オサム", "監査委員事務局長", "総務課", "auditor"),
            head("koho", "加藤　直子", "カトウ　ナオコ", "広報課長", "広報課"),
            head("zeimu", "吉田　浩二", "ヨシダ　コウジ", "税務課長", "税務課"),
            head("shimin", "山田　恵子", "ヤマダ　ケイコ", "市民課長", "市民課"),
            head("fukushi", "髙橋　春江", "タカハシ　ハルエ", "福祉課長", "福祉課"),
            head("suido", "山﨑　勇", "ヤマザキ　イサム", "水道課長", "水道課"),
            head("gakko", "松本　明", "マツモト　アキラ", "学校教育課長", "学校教育課"));

    /** Whom the window telephones while their office is closed: they have a mobile, with a number that no network gives out. */
    static final Set<String> CALLED_BY_NIGHT = Set.of("csirt-handler", "csirt-lead", "chief", "ciso");

    private City() {}

    /** The addresses of all who can get mail: the window, then the people. */
    public static List<String> mailboxes() {
        return Stream.concat(Stream.of("csirt@" + DOMAIN), PEOPLE.stream().map(Citizen::email))
                .toList();
    }

    private static Citizen account(
            String account, String name, String kana, String post, String section, String... roles) {
        return new Citizen(account, account, name, kana, post, section, List.of(roles));
    }

    private static Citizen head(String mailbox, String name, String kana, String post, String section) {
        return new Citizen(mailbox, null, name, kana, post, section, List.of("section-manager"));
    }
}
