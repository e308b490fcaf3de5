package dev.noroshi.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Years of closed cases with all that belongs to them, written by the database itself. */
final class Archive {

    private static final String NUMBER = "concat('R1-', 10000 + c.seq)";
    private static final String AT = "timestampadd(minute, 10 * c.seq, '2019-05-01')";

    private final JdbcClient database;
    private final int cases;

    Archive(JdbcClient database, int cases) {
        this.database = database;
        this.cases = cases;
    }

    /** One case in a hundred is still open. */
    void write() {
        incidents();
        steps();
        letters();
        calls();
        for (String table : List.of(
                "incident",
                "case_audience",
                "incident_entry",
                "task",
                "task_role",
                "mail_out",
                "mail_in",
                "escalation",
                "report",
                "incident_measure")) {
            database.sql("analyze table " + table)
                    .query((row, n) -> row.getString(1))
                    .list();
        }
    }

    private void incidents() {
        into("""
                incident (number, receipt, type, segment, section, reporter_account, facts, search_text, level,
                  level_provisional, phase, status, outcome, drill, restricted, discovered_at, received_at, closed_at, version)
                select %1$s, concat('archive-', c.seq), elt(1 + c.seq %% 4, 'mis-send', 'malware', 'loss', 'intrusion'),
                  elt(1 + c.seq %% 3, 'lgwan', 'internet', 'mynumber'), '総務課', concat('staff', c.seq %% 500),
                  '{"type":"mis-send","discoveredAt":"2020-01-01T00:00:00Z","description":"宛先を誤って送信した","reporter":{"name":"職員","section":"総務課"}}',
                  repeat('宛先を誤って送信した', 20), c.seq %% 5, false, if(c.seq %% 100 = 0, 'contain', 'closed'),
                  if(c.seq %% 100 = 0, 'open', 'closed'), if(c.seq %% 100 = 0, null, 'incident'), false, false,
                  %2$s, %2$s, %2$s, 9
                """, 1);
        into("""
                case_audience (incident, audience)
                select %1$s, elt(p.seq, 'role:csirt-handler', 'role:csirt-lead', 'role:window', 'role:chief', 'role:ciso',
                  'role:auditor', 'section:総務課', concat('account:staff', c.seq %% 500))
                """, 8);
        into("""
                incident_entry (incident, happened_at, recorded_at, actor, actor_name, kind, text, source)
                select %1$s, %2$s, %2$s, 'handler', '担当', 'task', '受領を終えました', 'person'
                """, 20);
        into("""
                incident_decision (incident, kind, value, reason, decided_by, decided_at)
                select %1$s, elt(p.seq, 'evaluation', 'publication', 'closure'), 'approve', '確認した', 'lead', %2$s
                """, 3);
    }

    private void steps() {
        into("""
                task (id, incident, business_key, process, element, name, edition, form, status, due, created_at, done_at,
                  done_by, assignee)
                select concat(%1$s, '/', p.seq), %1$s, %1$s, 'triage', concat('userTask_', p.seq), '評価', 'e', 'confirmation',
                  if(c.seq %% 100 = 0 and p.seq > 10, 'open', 'done'), %2$s, %2$s, %2$s, 'handler',
                  if(c.seq %% 100 = 0, null, 'handler')
                """, 12);
        into("""
                task_role (task, role) select concat(%1$s, '/', 1 + p.seq %% 12),
                  if(p.seq <= 12, 'csirt-handler', 'csirt-lead')
                """, 24);
        into("""
                report (id, incident, sequence, addressee, kind, due_on, rule, rule_version, basis, required, drill, state,
                  text, version)
                select concat(%1$s, '-R', p.seq), %1$s, p.seq, concat('a', p.seq), 'first', date(%2$s), 'external-reports',
                  'e', '根拠', true, false, if(c.seq %% 100 = 0, 'drafting', 'submitted'), repeat('本文', 200), 1
                """, 4);
        into("""
                incident_measure (id, incident, place, what, owner, owner_name, due, state, begun, created_at, version)
                select concat(%1$s, '-M', p.seq), %1$s, p.seq, '宛先を二人で確かめる', 'section:総務課', '総務課', date(%2$s),
                  if(c.seq %% 100 = 0, 'open', 'done'), true, %2$s, 1
                """, 2);
    }

    private void letters() {
        into("""
                mail_out (letter_key, incident, recipients, subject, body, message_id, token, drill, state, attempts,
                  queued_at, next_at, sent_at)
                select concat(%1$s, '/', p.seq), %1$s, 'handler@city.example.jp', '【緊急】連絡', repeat('本文', 300), 'm',
                  null, false, 'sent', 1, %2$s, %2$s, %2$s
                """, 8);
        into("""
                mail_in (digest, raw, received_at, state, attempts, incident, sender, subject, answer, words)
                select sha2(%1$s, 256), 'raw', %2$s, if(c.seq %% 1000 = 0, 'aside', 'answer'), 1, %1$s,
                  'ciso@city.example.jp', 'Re: 連絡', 'ACKNOWLEDGED', '了解'
                """, 1);
    }

    private void calls() {
        into("""
                escalation (id, incident, subject, ladder, level, facts, drill, state, rung, created_at)
                select concat(%1$s, '-C', p.seq), %1$s, 'userTask_receive', 'csirt', 1, '{}', false, 'acknowledged', 1, %2$s
                """, 3);
        into("""
                escalation_rung (call_id, rung, role, amount, unit, decides, token, called_at)
                select concat(%1$s, '-C', p.seq), 1, 'csirt-handler', 30, 'MINUTES', true, concat('T', c.seq, p.seq), %2$s
                """, 3);
    }

    /** Runs for each case {@code c} and each of its parts {@code p}. */
    private void into(String insert, int parts) {
        String sql = insert.formatted(NUMBER, AT);
        database.sql("insert ignore into " + sql + " from seq_1_to_" + cases + " c, seq_1_to_" + parts + " p")
                .update();
    }
}
