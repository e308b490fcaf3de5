package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.mail.MailEvent.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "了解",
                "了解です。",
                "了解しました",
                "了解いたしました。",
                "了解致しました。よろしくお願いします。",
                "承知",
                "承知しました。",
                "承知いたしました！",
                "承知致しました。すぐ登庁します。",
                "ＯＫ",
                "OK",
                "ok.",
                "ＯＫです。",
                "確認しました。",
                "確認いたしました、よろしくお願いいたします。",
                "かしこまりました",
                "承りました。",
                "はい、了解しました。",
                "了解👍",
                "承知した。",
                "了承しました",
                "「了解」",
                "リョウカイ",
                "了解、対応します。",
                "了解いたしました、すぐ向かいます",
                "了解 (iPhoneから送信)",
                "　了解　",
                "お疲れ様です。\n承知しました。",
                "お世話になっております。了解しました。",
                "了解\n\n> お願い：判断してください\n> 承知できません",
                "> 何が：端末\n> どこで：総務課\n\n了解しました",
                "了解しました。\n\n2026年11月23日(月) 9:05 CSIRT窓口 <csirt@city.example.jp>:\n> 何が：端末",
                "On Mon, Nov 23, 2026 at 9:05 AM CSIRT <csirt@city.example.jp> wrote:\n> what\n\nAcknowledged.",
                "承知しました\n-----Original Message-----\nFrom: csirt@city.example.jp\n本文",
                "了解\n\niPhoneから送信"
            })
    void wholeFirstSentenceThatSaysSoAcknowledges(String text) {
        assertThat(ReplyReader.read(text).answer()).isEqualTo(Answer.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不在", "不在です。", "本人は不在です。", "出張中です", "本日は不在にしております。戻りは明日です。", "休暇中です。", "Absent."})
    void absenceCallsTheNextOne(String text) {
        assertThat(ReplyReader.read(text).answer()).isEqualTo(Answer.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "承知できません。",
                "了解できません",
                "了解、対応しません",
                "承知しないと伝えた",
                "「了解」とは言えません",
                "承知しかねます。",
                "了解しましたか？",
                "了解？",
                "了解ですか",
                "確認します。",
                "了解しましたが、停止は待ってください。",
                "不在ではありません",
                "どういうことですか。了解",
                "まだ確認していません。",
                "承知していません",
                "not ok",
                "OKではない",
                "OK?",
                "> 了解",
                "-----元のメッセージ-----\n了解",
                "電話をください。"
            })
    void everythingElseIsReadByAPerson(String text) {
        assertThat(ReplyReader.read(text).answer()).isEqualTo(Answer.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            お疲れ様です。高橋です。\\n了解しました。                       | ACKNOWLEDGED
            お疲れ様です。\\n高橋です。\\n\\n了解しました。                | ACKNOWLEDGED
            お世話になっております。\\n総務課の高橋です。\\n承知しました。   | ACKNOWLEDGED
            いつもお世話になっております。\\n\\n了解いたしました。          | ACKNOWLEDGED
            CSIRT窓口 様\\n\\n了解しました。                              | ACKNOWLEDGED
            CSIRT窓口 御中\\nお世話になっております。\\n佐藤です。\\n了解です。 | ACKNOWLEDGED
            統一的な窓口 担当者様\\n承知いたしました。                     | ACKNOWLEDGED
            窓口の皆様、了解しました。                                      | ACKNOWLEDGED
            お疲れ様です、高橋です。了解しました。                          | ACKNOWLEDGED
            お疲れ様です、了解しました。                                    | ACKNOWLEDGED
            おはようございます。了解しました。                              | ACKNOWLEDGED
            ＣＩＳＯの佐藤です。了解しました。                              | ACKNOWLEDGED
            情報・DX戦略課の高橋でございます。承知しました。                | ACKNOWLEDGED
            ご連絡ありがとうございます。承知しました。                      | ACKNOWLEDGED
            夜分に失礼します。\\n髙橋と申します。\\n確認しました。          | ACKNOWLEDGED
            了解しました。15時に折り返します。                              | ACKNOWLEDGED
            了解しました。問題ありません。                                  | ACKNOWLEDGED
            了解しました。異存はありません。すぐに対応します。              | ACKNOWLEDGED
            了解しました。遅くなり申し訳ありません。                        | ACKNOWLEDGED
            了解しました。切り離してください。                              | ACKNOWLEDGED
            了解しました。\\n\\n高橋 一郎\\n総務課 内線2101               | ACKNOWLEDGED
            了解しました。\\n> ただし書きの確認\\n> 不在のときは電話       | ACKNOWLEDGED
            Hello,\\n\\nOK                                              | ACKNOWLEDGED
            Hi, this is Takahashi.\\nAcknowledged.                        | ACKNOWLEDGED
            Hi, this is Takahashi. OK.                                      | ACKNOWLEDGED
            Dear CSIRT,\\nUnderstood. I will start right away.            | ACKNOWLEDGED
            Good morning.\\nI acknowledge.                                | ACKNOWLEDGED
            Hello, OK.                                                      | ACKNOWLEDGED
            OK, thanks.                                                     | ACKNOWLEDGED
            OK. No problem.                                                 | ACKNOWLEDGED
            Thank you for the notice. Acknowledged.                         | ACKNOWLEDGED
            了解しました。\\n\\n※間違って受信された場合は、お手数ですが削除してください。 | ACKNOWLEDGED
            了解しました。宛先を間違っています。                            | UNCLEAR
            了解しました。ただし不在です。                                  | UNCLEAR
            了解しました。\\nただし、明日まで不在です。                    | UNCLEAR
            了解しました。しかし対応できません。                            | UNCLEAR
            了解しました。本日は出張中です。                                | UNCLEAR
            了解しました。切離しは待ってください。                          | UNCLEAR
            了解しました。\\n\\n却下します。                              | UNCLEAR
            了解しました。先ほどの返信を訂正します。                        | UNCLEAR
            了解です。でも無理です。                                        | UNCLEAR
            了解。対応はできない。                                          | UNCLEAR
            了解しました。今は判断しかねます。                              | UNCLEAR
            了解しました。まだ読んでいません。                              | UNCLEAR
            了解しました。別の方に聞いてください。                          | UNCLEAR
            了解しました。停止には反対です。                                | UNCLEAR
            承知しました。但し停止は認めない。                              | UNCLEAR
            お疲れ様です。高橋です。了解しました。ただし不在です。          | UNCLEAR
            お疲れ様です。無理です。了解                                    | UNCLEAR
            無理です。了解しました。                                        | UNCLEAR
            誤報です。了解しました。                                        | UNCLEAR
            お世話になっております。高橋です。                              | UNCLEAR
            お世話になっております。高橋です。承知できません。              | UNCLEAR
            CSIRT窓口 様\\n電話をください。                                | UNCLEAR
            本日は不在にしております。                                      | ABSENT
            お疲れ様です。高橋です。不在です。                              | ABSENT
            CSIRT窓口 様\\n出張中です。                                    | ABSENT
            不在です。了解しました。                                        | ABSENT
            OK, but please wait.                                            | UNCLEAR
            OK. But I am out of office.                                     | UNCLEAR
            OK. I can't decide this.                                        | UNCLEAR
            OK. I can’t decide this.                                        | UNCLEAR
            Acknowledged. However, do not stop the server.                  | UNCLEAR
            Hello, not OK.                                                  | UNCLEAR
            Hi not ok.\\nAcknowledged.                                    | UNCLEAR
            Hi, this is Takahashi. I am on leave.                           | UNCLEAR
            Hello,\\nabsent                                               | ABSENT
            Hello,\\nplease call me.                                      | UNCLEAR
            Understood? OK                                                  | UNCLEAR
            """)
    void theWholeOwnTextDecides(String text, Answer answer) {
        assertThat(ReplyReader.read(text.replace("\\n", "\n")).answer()).isEqualTo(answer);
    }

    /** A word that nobody means as an answer must not become one because a word beside it looks like one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            了解です！                                                     | ACKNOWLEDGED
            了解です〜                                                     | ACKNOWLEDGED
            りょうかいしました                                              | ACKNOWLEDGED
            はい。了解しました。                                            | ACKNOWLEDGED
            OK、了解しました。                                              | ACKNOWLEDGED
            ＯＫです、承知しました                                           | ACKNOWLEDGED
            拝見しました。                                                  | ACKNOWLEDGED
            了解しましたm(_ _)m                                            | ACKNOWLEDGED
            承知しました(^_^)                                              | ACKNOWLEDGED
            了解しました。ご返信は不要です。                                 | ACKNOWLEDGED
            承知しました。お手数をおかけしますが続報をお願いします。           | ACKNOWLEDGED
            了解です。恐れ入りますが続報をください。                          | ACKNOWLEDGED
            了解しました。\\n=====\\n高橋（不在時は代表へ）                   | ACKNOWLEDGED
            OK. No further questions.                                     | ACKNOWLEDGED
            Acknowledged.\\nIchiro Takahashi\\nTel No. 0175-22-1111        | ACKNOWLEDGED
            はい                                                           | UNCLEAR
            はい。できません。                                              | UNCLEAR
            入院中です。了解しました。                                       | UNCLEAR
            非番です。了解しました。                                         | UNCLEAR
            産休中です。\\n了解しました。                                    | UNCLEAR
            退職済です。了解しました。                                       | UNCLEAR
            了解しました。対応は難しいです。                                 | UNCLEAR
            了解です。ちょっと厳しいです。                                   | UNCLEAR
            了解しました。私は担当外です。                                   | UNCLEAR
            了解しました。担当が違います。                                   | UNCLEAR
            了解しました。4月に異動しました。                                | UNCLEAR
            了解しました。代わりの方をお願いします。                          | UNCLEAR
            了解。停止以外は進めてください。                                 | UNCLEAR
            了解👎                                                        | UNCLEAR
            OK🙅                                                          | UNCLEAR
            了解❌                                                        | UNCLEAR
            了解しました。お断りします。                                     | UNCLEAR
            了解しました。辞退します。                                       | UNCLEAR
            了解。無視します。                                              | UNCLEAR
            了解しました。NG                                               | UNCLEAR
            了解しました。誰かお願いします。                                  | UNCLEAR
            妻です。了解しました。                                           | UNCLEAR
            秘書です。了解しました。                                         | UNCLEAR
            代理です。了解しました。                                         | UNCLEAR
            了解しました。本人に伝えます。                                   | UNCLEAR
            了解しました。山本に申し伝えます。                                | UNCLEAR
            了解しました。課内に伝えます。                                   | ACKNOWLEDGED
            了解しました。ご不明な点があれば電話をください。                   | ACKNOWLEDGED
            OK. Nope.                                                     | UNCLEAR
            OK. I will tell him.                                          | UNCLEAR
            This is his wife. OK.                                         | UNCLEAR
            Hello. I am his secretary. OK.                                | UNCLEAR
            Hello. I am sick. OK.                                         | UNCLEAR
            OK. I am in hospital.                                         | UNCLEAR
            Understood. I have been transferred.                          | UNCLEAR
            Hi, I am unavailable.\\nOK                                     | UNCLEAR
            """)
    void whatIsBesideTheAnswerCountsToo(String text, Answer answer) {
        assertThat(ReplyReader.read(text.replace("\\n", "\n")).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            対応します。                            | ACKNOWLEDGED
            すぐに対応します                         | ACKNOWLEDGED
            対応中です。                            | ACKNOWLEDGED
            お疲れ様です。\\n至急対応いたします。        | ACKNOWLEDGED
            対応しません。                          | UNCLEAR
            対応できますか？                         | UNCLEAR
            承認                                  | APPROVED
            承認します。                            | APPROVED
            お疲れ様です。高橋です。\\n承認いたします。   | APPROVED
            Approved.                             | APPROVED
            承認できません。                         | UNCLEAR
            承認します。ただし明日からにしてください。     | UNCLEAR
            承認しますか？                          | UNCLEAR
            承認します。\\nやはり却下します。           | UNCLEAR
            却下                                  | REJECTED
            却下します。                            | REJECTED
            却下します。\\n承認します。                | UNCLEAR
            Rejected.                             | REJECTED
            却下しません                            | UNCLEAR
            委任できません                           | UNCLEAR
            誰に委任しますか？                        | UNCLEAR
            """)
    void decisionsAreReadAsStrictly(String text, Answer answer) {
        assertThat(ReplyReader.read(text.replace("\\n", "\n")).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            委任 佐藤花子                    | 佐藤花子
            委任　佐藤　花子                  | 佐藤 花子
            委任：佐藤花子さん                 | 佐藤花子
            委任します。 佐藤                  |
            佐藤花子さんに委任します。          | 佐藤花子
            お疲れ様です。\\n佐藤へ委任します | 佐藤
            Delegate to Hanako Sato.       | hanako sato
            了解しました。佐藤花子に委任します。 | 佐藤花子
            承知しました。\\n委任 佐藤花子      | 佐藤花子
            了解しました。佐藤に委任しません。   |
            """)
    void delegationNamesAPerson(String text, String name) {
        assertThat(ReplyReader.read(text.replace("\\n", "\n")).delegate()).isEqualTo(name);
    }

    @Test
    void wordsAreKeptForTheRecordAndShortened() {
        assertThat(ReplyReader.read("承知できません。\n電話します。\n> 引用").words()).isEqualTo("承知できません。\n電話します。");
        assertThat(ReplyReader.read("長".repeat(2000)).words()).hasSizeLessThan(510);
    }
}
