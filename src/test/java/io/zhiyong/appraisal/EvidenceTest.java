package io.zhiyong.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import io.zhiyong.credit.Credit;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void creditIsInPercentOfWhatIsNeeded() {
        assertThat(credit("50", "12.5", "12.5").value()).isEqualByComparingTo("50");
        assertThat(credit("50", "60").value()).isEqualByComparingTo("120");
        assertThat(credit("0").value()).isEqualByComparingTo("100");
        assertThat(credit("30", "29.99").value()).isEqualByComparingTo("99.9666");
    }

    @Test
    void whoIsExemptHasAll() {
        var exempt = new Evidence.OfCredit(Credit.of("50"), Credit.NONE, "党员教育管理工作条例第二十三条", List.of());
        assertThat(exempt.value()).isEqualByComparingTo("100");
    }

    @Test
    void ofEachTestTheBestCounts() {
        var tests = new Evidence.OfTests(
                List.of(taken("s1", "a", "0.5"), taken("s2", "a", "0.9"), taken("s3", "b", "0.6")));
        assertThat(tests.value()).isEqualByComparingTo("75");
        assertThat(tests.best()).extracting(Evidence.OfTests.Taken::statement).containsExactly("s2", "s3");
        assertThat(new Evidence.OfTests(List.of()).value()).isZero();
    }

    @Test
    void anEvaluationNeedsItsBasis() {
        assertThatThrownBy(() -> new Evidence.OfEvaluation.Entry("e1", BigDecimal.TEN, " ", "m1", Instant.EPOCH))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("appraisal.refusal.basis");
        assertThatThrownBy(() -> new Evidence.OfEvaluation.Entry("e1", new BigDecimal("101"), "x", "m1", Instant.EPOCH))
                .hasMessageContaining("appraisal.refusal.evaluation");
    }

    @Test
    void evidenceSurvivesJson() {
        Evidence credit = credit("50", "12.5");
        assertThat(Json.read(
                                Json.write(
                                        new Inputs(new io.zhiyong.base.PersonId("p"), java.util.Map.of("i", credit))),
                                Inputs.class)
                        .evidence())
                .containsEntry("i", credit);
    }

    /** No Duration reaches a figure of an appraisal: such code does not compile. */
    @Test
    void durationDoesNotCompileAsEvidence() {
        assertThat(errors("Credit.of(\"1\")")).isEmpty();
        assertThat(errors(Duration.class.getName() + ".ofHours(50)"))
                .singleElement()
                .asString()
                .contains("Duration")
                .contains("Credit");
        assertThat(Evidence.class.isSealed()).isTrue();
    }

    private static List<String> errors(String needed) {
        var source = "import io.zhiyong.credit.Credit; class Attempt { Object evidence = new "
                + "io.zhiyong.appraisal.Evidence.OfCredit(" + needed
                + ", Credit.NONE, \"\", java.util.List.of()); }";
        var found = new DiagnosticCollector<JavaFileObject>();
        var file = new SimpleJavaFileObject(URI.create("string:///Attempt.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        var options = List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                Path.of("target").toString(),
                "-XDshould-stop.ifError=ATTR");
        var options2 = new ArrayList<>(options);
        options2.add("-implicit:none");
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options2, null, List.of(file))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(java.util.Locale.ENGLISH))
                .toList();
    }

    static Evidence.OfCredit credit(String needed, String... lines) {
        var all = new ArrayList<Evidence.OfCredit.Line>();
        for (var line : lines) {
            var n = all.size();
            all.add(new Evidence.OfCredit.Line(
                    "l" + n, "s" + n, "cadre-education@1/course-long", "urn:c:" + n, Credit.of(line)));
        }
        return new Evidence.OfCredit(Credit.of(needed), Credit.NONE, "", all);
    }

    static Evidence.OfTests.Taken taken(String statement, String test, String scaled) {
        return new Evidence.OfTests.Taken(statement, test, new BigDecimal(scaled), Instant.EPOCH);
    }
}
