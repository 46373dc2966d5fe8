package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every question that ships with the product. */
class QuestionBankTest {
    private static final Path ROOT = Path.of("question-bank");
    private static final List<Question> ALL = new ArrayList<>();
    private static final List<String> FINDINGS = new ArrayList<>();

    @BeforeAll
    static void readAll() throws IOException {
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(path -> path.toString().endsWith(".gift"))
                    .sorted()
                    .toList()) {
                var text = Decoding.text(Files.readAllBytes(file));
                var reading = GiftReader.read(text, new Reading.Defaults("", file.toString(), QuestionState.PUBLISHED));
                reading.refused().forEach(finding -> FINDINGS.add(file + ": " + finding));
                reading.notes().forEach(finding -> FINDINGS.add(file + ": " + finding));
                reading.understood().forEach(read -> ALL.add(read.question()));
                requirePlace(file, reading);
            }
        }
    }

    /** The folder is the subject, the file the topic. */
    private static void requirePlace(Path file, Reading reading) {
        for (var read : reading.understood()) {
            var what = read.question().classification();
            var place = ROOT.resolve(what.subject()).resolve(what.topic() + ".gift");
            if (!place.equals(file)) {
                FINDINGS.add(file + ": says it is " + place);
            }
        }
    }

    @Test
    void everyQuestionIsUnderstoodWhole() {
        assertThat(FINDINGS).isEmpty();
    }

    @Test
    void idsAreUniqueAndTheShippedForm() {
        assertThat(ALL).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(ALL).allMatch(question -> question.id().value().matches("[a-z]+-\\d{4}"));
    }

    @Test
    void noQuestionIsThereTwice() {
        var byContent = ALL.stream().collect(Collectors.groupingBy(Question::fingerprint));
        assertThat(byContent.values()).allMatch(same -> same.size() == 1);
    }

    @Test
    void everyQuestionHasBasisExplanationAndPoint() {
        assertThat(ALL).allSatisfy(question -> {
            assertThat(question.classification().basis())
                    .as(question.id().value())
                    .isPresent();
            assertThat(question.explanation()).as(question.id().value()).isNotBlank();
            assertThat(question.classification().point())
                    .as(question.id().value())
                    .isNotBlank();
        });
    }

    @Test
    void theKeyEarnsFullMarksAndTheFillInHasItsBlank() {
        assertThat(ALL).allSatisfy(question -> {
            var key = new Answer(question.body().key());
            question.body().check(key);
            assertThat(Marking.mark(question.body(), key, Points.of(1), Marking.Rule.ALL_OR_NOTHING)
                            .right())
                    .as(question.id().value())
                    .isTrue();
            assertThat(question.stem().contains("___"))
                    .as(question.id().value())
                    .isEqualTo(question.type() == QuestionType.FILL_IN);
        });
    }

    @Test
    void theBankIsLargeAndCoversItsSubjectsAndTypes() {
        var subjects = new HashMap<String, Integer>();
        ALL.forEach(question -> subjects.merge(question.classification().subject(), 1, Integer::sum));
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(300);
        assertThat(subjects).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ALL.stream().map(Question::type).distinct()).containsExactlyInAnyOrder(QuestionType.values());
    }

    @Test
    void theBankSurvivesBeingWrittenAndReadAgain() {
        var reading =
                GiftReader.read(GiftWriter.write(ALL).text(), new Reading.Defaults("", "", QuestionState.PUBLISHED));
        assertThat(reading.understood()).extracting(Reading.Read::question).isEqualTo(ALL);
    }
}
