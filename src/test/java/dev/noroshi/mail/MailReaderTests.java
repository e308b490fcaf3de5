package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.MailReader.ReadMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTests {

    private static final String FROM = "From: =?UTF-8?B?6auY5qmL?= <CISO@city.example.jp>\r\n";
    private static final String SUBJECT = "Subject: Re: R8-0001 [#7K3M9QX2TB]\r\n";
    private static final String UTF8 = "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n";

    @ParameterizedTest
    @CsvSource({
        "ISO-2022-JP, 7bit",
        "iso-2022-jp, base64",
        "UTF-8, 8bit",
        "utf-8, base64",
        "Shift_JIS, 8bit",
        "Shift_JIS, base64",
        "EUC-JP, base64",
        "UTF-16, base64"
    })
    void readsEveryCharsetOfJapaneseMail(String charset, String encoding) throws Exception {
        byte[] words = "承知しました。\r\n\r\n> 何が：端末\r\n".getBytes(Charset.forName(charset));
        byte[] body = encoding.equals("base64") ? Base64.getMimeEncoder().encode(words) : words;

        ReadMail mail = MailReader.read(joined(
                FROM + SUBJECT + "Content-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: "
                        + encoding + "\r\n\r\n",
                body));

        assertThat(mail.sender()).isEqualTo("ciso@city.example.jp");
        assertThat(mail.token()).isEqualTo("7K3M9QX2TB");
        assertThat(mail.machine()).isNull();
        assertThat(ReplyReader.read(mail.text()).answer()).isEqualTo(Answer.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "charset=us-ascii", "charset=x-nobody-knows", "charset=\"\u0001\""})
    void guessesTheCharsetWhereItIsMissingOrWrong(String charset) throws Exception {
        String header = FROM + SUBJECT + "Content-Type: text/plain; " + charset + "\r\n\r\n";

        for (String real : new String[] {"UTF-8", "ISO-2022-JP", "windows-31j"}) {
            ReadMail mail = MailReader.read(joined(header, "了解しました。".getBytes(Charset.forName(real))));

            assertThat(ReplyReader.read(mail.text()).answer()).isEqualTo(Answer.ACKNOWLEDGED);
        }
    }

    @Test
    void readsQuotedPrintable() throws Exception {
        ReadMail mail = read(FROM
                + SUBJECT
                + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "=E4=BA=86=E8=A7=A3\r\n");

        assertThat(mail.text().strip()).isEqualTo("了解");
    }

    @Test
    void readsHtmlAloneAndKnowsItsQuotation() throws Exception {
        ReadMail mail = read(
                FROM
                        + SUBJECT
                        + "Content-Type: text/html; charset=UTF-8\r\n\r\n<html><head><style>p{}</style></head><body>"
                        + "<div>承知しました。<br></div><blockquote type=\"cite\"><div>承知できません &amp; 質問</div></blockquote></body></html>");

        assertThat(ReplyReader.read(mail.text()).answer()).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(mail.text()).contains("> 承知できません & 質問");
    }

    @Test
    void takesThePlainPartOfAlternativesInsideAMixedMail() throws Exception {
        ReadMail mail = read(FROM
                + SUBJECT
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n" + UTF8 + "\r\n了解\r\n--b\r\n"
                + "Content-Type: text/html; charset=UTF-8\r\n\r\n<p>別の文</p>\r\n--b--\r\n--a\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
                + "添付\r\n--a--\r\n");

        assertThat(mail.text().strip()).isEqualTo("了解");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "X-Autoreply: yes",
                "X-Autorespond: out",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "Precedence: junk",
                "List-Id: <all.city.example.jp>",
                "Return-Path: <>",
                "X-Failed-Recipients: x@city.example.jp",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x"
            })
    void machinesAnswerNothing(String header) throws Exception {
        assertThat(read(FROM + SUBJECT + header + "\r\n\r\n了解\r\n").machine()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自動応答: 出張中",
                "【自動応答】了解 [#7K3M9QX2TB]",
                "自動返信：お問い合わせありがとうございます",
                "不在通知 [#7K3M9QX2TB]",
                "Automatic reply: R8-0001 [#7K3M9QX2TB]",
                "Out of Office: R8-0001"
            })
    void machinesAreKnownByTheirSubjects(String subject) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));

        assertThat(read(FROM + "Subject: =?UTF-8?B?" + encoded + "?=\r\n\r\n了解").machine())
                .isEqualTo("auto-reply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON@city.example.jp",
                "From: Mail Delivery System <postmaster@example.jp>",
                "From: <>",
                "X-Nothing: no sender"
            })
    void mailsWithoutAHumanSenderAnswerNothing(String from) throws Exception {
        assertThat(read(from + "\r\n" + SUBJECT + "\r\n了解").machine()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[#7K3M9QX2TB]", "［＃７Ｋ３Ｍ９ＱＸ２ＴＢ］", "[# 7k3m9qx2tb ]", "Re: 【CSIRT】R8-0001 [#7K3M9QX2TB] 返信"})
    void findsTheTokenHoweverAMailProgramWritesIt(String subject) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));

        assertThat(read(FROM + "Subject: =?UTF-8?B?" + encoded + "?=\r\n\r\n了解").token())
                .isEqualTo("7K3M9QX2TB");
    }

    @Test
    void aMailWithoutTokenOrSubjectHasNone() throws Exception {
        assertThat(read(FROM + "\r\n了解").token()).isNull();
        assertThat(read(FROM + "Subject: Re: R8-0001\r\n\r\n了解").token()).isNull();
    }

    @Test
    void aMailMarkedAsNotAutomaticIsAPersons() throws Exception {
        assertThat(read(FROM + SUBJECT + "Auto-Submitted: no\r\n" + UTF8 + "\r\n了解")
                        .machine())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "garbage", "Content-Type: multipart/mixed\r\n\r\nno boundary"})
    void brokenMailIsNoAnswer(String raw) throws Exception {
        assertThat(read(raw).machine()).isEqualTo("no-sender");
    }

    /** Words that a reader which tries every way out would never have done with. */
    @Test
    @Timeout(60)
    void mailsMadeToKeepTheReaderBusyDoNot() throws Exception {
        for (String piece : List.of(
                "<", "<script", "<a", "=?UTF-8?B?", "on ", "2026年", "承", "、", "a@", "<x@", "了解", "> ", "\u3000")) {
            String body = piece.repeat(100_000 / piece.length());
            for (String type :
                    List.of("text/plain; charset=UTF-8", "text/html; charset=UTF-8", "multipart/report; boundary=x")) {
                MailReader.ReadMail mail =
                        MailReader.read((FROM + SUBJECT + "Content-Type: " + type + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(ReplyReader.read(mail.text()).words()).hasSizeLessThan(1000);
            }
        }
    }

    private static ReadMail read(String raw) throws Exception {
        return MailReader.read(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(String header, byte[] body) {
        byte[] head = header.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
