package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.mail.MailEvent.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void wordsAreKeptForTheRecordAndShortened() {
        assertThat(ReplyReader.read("承知できません。\n電話します。\n> 引用").words()).isEqualTo("承知できません。\n電話します。");
        assertThat(ReplyReader.read("長".repeat(2000)).words()).hasSizeLessThan(130);
    }
}
