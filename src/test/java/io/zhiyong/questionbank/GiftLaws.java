package io.zhiyong.questionbank;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GiftLaws {
    private static final Reading.Defaults DEFAULTS = new Reading.Defaults("综合", "", QuestionState.PUBLISHED);

    @Test
    void whatIsWrittenIsReadBackEqual() {
        forAll(random -> Samples.questions(random, 6), questions -> {
            var written = GiftWriter.write(questions);
            var reading = GiftReader.read(written.text(), DEFAULTS);
            assertThat(written.left()).isEmpty();
            assertThat(reading.refused()).isEmpty();
            assertThat(reading.notes()).isEmpty();
            assertThat(reading.understood().stream().map(Reading.Read::question))
                    .as(written.text())
                    .isEqualTo(questions);
        });
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        forAll(GiftLaws::rubbish, text -> {
            var reading = GiftReader.read(text, DEFAULTS);
            assertThat(reading).isNotNull();
        });
    }

    private static String rubbish(Random random) {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            parts.add(Samples.text(random) + (random.nextInt(3) == 0 ? "\n\n" : ""));
        }
        return String.join("", parts);
    }
}
