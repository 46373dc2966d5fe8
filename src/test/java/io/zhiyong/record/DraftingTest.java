package io.zhiyong.record;

import static io.zhiyong.record.StatementObject.thing;
import static io.zhiyong.record.Vocabulary.ActivityType.ASSESSMENT;
import static io.zhiyong.record.Vocabulary.ActivityType.COURSE;
import static io.zhiyong.record.Vocabulary.Verb.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.record.rules.StatementRules;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final PersonId CADRE = new PersonId("p1");
    private static final PersonId TEACHER = new PersonId("p2");
    private static final Home HOME = new Home("https://study.example/");
    private static final Instant NOW = Instant.parse("2026-11-18T04:17:00.120Z");
    private final Drafting drafting = new Drafting(HOME, Map.of(CADRE, "李明", TEACHER, "王芳"));

    private static StatementDraft full() {
        return StatementDraft.telling("exam.result", "a1")
                .that(CADRE, PASSED, thing(ASSESSMENT, "exams/e1", Text.of("公务员法测试", "Civil Service Law")), NOW)
                .result(Result.NONE
                        .score(87, 100)
                        .success(true)
                        .completion(true)
                        .response("a[,]b")
                        .duration(Duration.ofMillis(65_429))
                        .with(Extension.TOPICS, List.of("law")))
                .registration(UUID.fromString("ec531277-b57b-4c15-8d91-d292c5b2b8f7"))
                .instructor(TEACHER)
                .parent(thing(COURSE, "courses/c1", Text.of("公务员法")))
                .grouping(thing(COURSE, "https://elsewhere.example/c", Text.of("别处")))
                .category(thing(COURSE, "courses/c2", Text.of("类别")))
                .with(Extension.UNIT, "u1")
                .with(Extension.HOURS, new BigDecimal("0.50"));
    }

    @Test
    void readsAsXapi() {
        var statement = drafting.statement(full());
        assertThat(statement.at("/actor/account/homePage").asText()).isEqualTo("https://study.example");
        assertThat(statement.at("/actor/account/name").asText()).isEqualTo("p1");
        assertThat(statement.at("/actor/name").asText()).isEqualTo("李明");
        assertThat(statement.at("/object/id").asText()).isEqualTo("https://study.example/exams/e1");
        assertThat(statement.at("/result/score/scaled").decimalValue()).isEqualByComparingTo("0.87");
        assertThat(statement.at("/result/duration").asText()).isEqualTo("PT1M5.42S");
        assertThat(Tree.write(statement)).contains("\"https://zhiyong.io/xapi/extension/hours\":0.50");
        assertThat(StatementRules.check(statement, XapiVersion.V1)).isEmpty();
    }

    @Test
    void everyTermMakesAStatementThatOurOwnRulesTake() {
        for (var verb : Verb.values()) {
            for (var type : Vocabulary.ActivityType.values()) {
                var draft = StatementDraft.telling("test", verb, type)
                        .that(
                                CADRE,
                                verb,
                                verb == Verb.VOIDED
                                        ? StatementObject.told(StatementId.fresh())
                                        : thing(type, "things/" + type, type.label()),
                                NOW);
                assertThat(StatementRules.check(drafting.statement(draft), XapiVersion.V1))
                        .isEmpty();
            }
        }
        for (var extension : Extension.values()) {
            var draft = full().with(extension, Map.of("a", List.of(1, "x", true)));
            assertThat(StatementRules.check(drafting.statement(draft), XapiVersion.V2))
                    .isEmpty();
        }
    }

    @Test
    void tellingTheSameTwiceNamesItAlike() {
        assertThat(full().id()).isEqualTo(full().id());
        assertThat(StatementDraft.telling("a", "b", "c").id())
                .isNotEqualTo(StatementDraft.telling("a", "bc").id())
                .isNotEqualTo(StatementDraft.telling("a", "bc", "").id());
        assertThat(full().id().value().version()).isEqualTo(5);
    }

    @Test
    void aWrongScoreOrVoidingCannotBeDrafted() {
        assertThatThrownBy(() -> Result.NONE.score(101, 100)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Result.NONE.score(0, 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> StatementDraft.telling("x")
                        .that(CADRE, Verb.VOIDED, thing(COURSE, "courses/c1", Text.of("课")), NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> thing(COURSE, "../etc", Text.of("课"))).isInstanceOf(Refusal.class);
    }

    @Test
    void scaledIsAShareOfTheMost() {
        assertThat(new Result.Score(BigDecimal.valueOf(-30), BigDecimal.valueOf(-100), BigDecimal.valueOf(20)).scaled())
                .isEqualByComparingTo("-1");
        assertThat(new Result.Score(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(3)).scaled())
                .isEqualByComparingTo("0.3333");
    }

    @Test
    void keysFindAStatementByEverythingItNames() {
        var keys = StatementKeys.of(drafting.statement(full()));
        assertThat(keys.agents()).containsExactly(HOME.agentKey(CADRE));
        assertThat(keys.relatedAgents()).containsExactlyInAnyOrder(HOME.agentKey(CADRE), HOME.agentKey(TEACHER));
        assertThat(keys.activities()).containsExactly("https://study.example/exams/e1");
        assertThat(keys.relatedActivities())
                .containsExactlyInAnyOrder(
                        "https://study.example/exams/e1",
                        "https://study.example/courses/c1",
                        "https://study.example/courses/c2",
                        "https://elsewhere.example/c");
        assertThat(keys.registrations()).containsExactly("ec531277-b57b-4c15-8d91-d292c5b2b8f7");
    }

    /** docs/vocabulary.md and the code never drift apart. */
    @Test
    void thePageOfTermsListsEveryTermAndNoOther() throws Exception {
        var page = Files.readString(Path.of("docs/vocabulary.md"));
        var terms = new java.util.TreeSet<String>();
        for (var verb : Verb.values()) {
            terms.add(verb.iri());
        }
        for (var type : Vocabulary.ActivityType.values()) {
            terms.add(type.iri());
        }
        for (var extension : Extension.values()) {
            terms.add(extension.iri());
        }
        var listed = new java.util.TreeSet<String>();
        var matcher =
                java.util.regex.Pattern.compile("\\| `(https?://[^`]+)` \\|").matcher(page);
        while (matcher.find()) {
            listed.add(matcher.group(1));
        }
        assertThat(listed).isEqualTo(terms);
    }
}
