package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.StormStore.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListReplyTests {

    private static final List<Member> ASKED = Stream.of("R8-0011", "R8-0012", "R8-0013", "R8-10012", "R8-D0012")
            .map(number -> new Member(1, number, "T" + number, new ListLine("call-decide", 1, Map.of())))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    了解                                | ACKNOWLEDGED | R8-0011 R8-0012 R8-0013 R8-10012 R8-D0012
                    不在                                | ABSENT       | R8-0011 R8-0012 R8-0013 R8-10012 R8-D0012
                    R8-0012 了解                        | ACKNOWLEDGED | R8-0012
                    Ｒ８－００１２　了解                | ACKNOWLEDGED | R8-0012
                    r8-0012 ok                          | ACKNOWLEDGED | R8-0012
                    R8-0012は了解しました。             | ACKNOWLEDGED | R8-0012
                    R8-0012、R8-0013 了解               | ACKNOWLEDGED | R8-0012 R8-0013
                    了解（R8-0012）                     | ACKNOWLEDGED | R8-0012
                    R8-10012 了解                       | ACKNOWLEDGED | R8-10012
                    R8-D0012 了解                       | ACKNOWLEDGED | R8-D0012
                    R8-0012-C1 了解                     | ACKNOWLEDGED | R8-0012
                    R8-0012 不在                        | ABSENT       | R8-0012
                    R8-0012 承認                        | APPROVED     | R8-0012
                    R8-0012 了解、R8-0013 不在          | UNCLEAR      | R8-0012 R8-0013
                    R8-0012以外は了解                   | UNCLEAR      | R8-0012
                    R8-0012 了解できません              | UNCLEAR      | R8-0012
                    R8-0012 ではなく R8-0013 了解       | UNCLEAR      | R8-0012 R8-0013
                    R8-0099 了解                        | ACKNOWLEDGED |
                    全件了解しました。                  | ACKNOWLEDGED | R8-0011 R8-0012 R8-0013 R8-10012 R8-D0012
                    R8-0012、R8-0013とも了解です。      | ACKNOWLEDGED | R8-0012 R8-0013
                    R8-0012\\n了解\\nR8-0013\\n了解     | ACKNOWLEDGED | R8-0012 R8-0013
                    R8-0012は了解。R8-0013も了解。      | ACKNOWLEDGED | R8-0012 R8-0013
                    了解しました。R8-0012\\n高橋 一郎   | ACKNOWLEDGED | R8-0012
                    R8-0012 了解しました。\\n高橋 一郎  | ACKNOWLEDGED | R8-0012
                    了解しました。R8-0012を除く。       | UNCLEAR      | R8-0012
                    了解しました（R8-0012以外）。       | UNCLEAR      | R8-0012
                    R8-0012は了解。R8-0013は後で見ます。 | UNCLEAR     | R8-0012 R8-0013
                    R8-0012\\n了解\\nR8-0013\\n後で     | UNCLEAR      | R8-0012 R8-0013
                    了解しました。R8-0012は後で見ます。 | UNCLEAR      | R8-0012
                    """)
    void itMeansTheNumbersThatItNames(String words, Answer answer, String meant) {
        ListReply reply = ListReply.read(words.replace("\\n", "\n") + "\n\n> 1. R8-0011【レベル3】\n> お願い：受領してください", ASKED);

        assertThat(reply.meant().stream().map(Member::incident).collect(Collectors.joining(" ")))
                .isEqualTo(meant == null ? "" : meant);
        assertThat(reply.reply().answer()).isEqualTo(answer);
    }
}
