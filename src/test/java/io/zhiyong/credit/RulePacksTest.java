package io.zhiyong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePacksTest {
    private static final Path FILES = Path.of("src/main/resources/rule-packs");

    static Stream<RulePack> shipped() {
        return RulePacks.shipped().all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPackPassesItsOwnCases(RulePack pack) {
        assertThat(PackTrial.run(pack).outcomes()).isNotEmpty().allSatisfy(outcome -> assertThat(outcome.failures())
                .as(outcome.name())
                .isEmpty());
    }

    @Test
    void everyPackFileIsShipped() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            shipped().map(pack -> pack.pack().id()).toList());
        }
    }

    /** The agency's own program asked 90 of both groups. A pack that says so must fail its own case. */
    @Test
    void theCustomsMistakeIsFoundByThePacksOwnCase() throws IOException {
        var right = Files.readString(FILES.resolve("customs.json"));
        var wrong = RulePack.read(right.replace("\"value\": 110", "\"value\": 90"));
        var report = PackTrial.run(wrong);
        assertThat(report.passed()).isFalse();
        assertThat(report.outcomes().get(0).failures())
                .containsExactly("met division-average: expected false, found true");
        assertThatThrownBy(() -> RulePacks.shipped().with(List.of(version(wrong, 2, 2030))))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("division-average");
    }

    @Test
    void aCaseAboutARequirementThatBindsNobodyFails() throws IOException {
        var text = Files.readString(FILES.resolve("party-members.json"));
        var split = text.indexOf("\"cases\"");
        var nobody = text.substring(0, split).replace("\"party-member\"", "\"nobody\"");
        var orphan = RulePack.read(nobody + text.substring(split));
        assertThat(PackTrial.run(orphan).outcomes().get(0).failures())
                .containsExactly("requirement party-year: binds nobody here");
    }

    @Test
    void theVersionInForceIsTheOneOfTheYear() {
        var first = RulePacks.shipped().inForce("study-days", 2026).orElseThrow();
        var packs = RulePacks.shipped().with(List.of(version(first, 2, 2027)));
        assertThat(packs.inForce("study-days", 2026)).contains(first);
        assertThat(packs.inForce("study-days", 2027).orElseThrow().pack()).hasToString("study-days@2");
        assertThat(packs.inForce("study-days", 2019)).isEmpty();
        assertThat(packs.inForce("nothing", 2026)).isEmpty();
    }

    @Test
    void twoVersionsFromOneYearAreRefused() {
        var first = RulePacks.shipped().inForce("study-days", 2026).orElseThrow();
        assertThatThrownBy(() -> RulePacks.shipped().with(List.of(version(first, 2, 2020))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> RulePacks.shipped().with(List.of(version(first, 1, 2027))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aFigureWithoutSourceIsRefused() throws IOException {
        var text = Files.readString(FILES.resolve("study-days.json"));
        assertThatThrownBy(() -> RulePack.read(text.replaceFirst("\"source\": \"[^\"]+\"", "\"source\": \"\"")))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> RulePack.read(text.replaceFirst("\"mark\": \"S\", ", "")))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aPackWithoutCasesIsRefused() {
        var pack = "{\"pack\":\"x@1\",\"title\":{\"zh-CN\":\"甲\"},\"terms\":{\"fromYear\":2026},\"cases\":[]}";
        assertThatThrownBy(() -> RulePack.read(pack)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void theCommandAnswersForOneAndForAll() {
        var packs = RulePacks.shipped();
        var all = RuleCheck.run(packs.all(), false);
        assertThat(all.passed()).isTrue();
        assertThat(all.text())
                .contains("customs@1")
                .contains("cadre-education@1")
                .contains("  ok    ");
        var one = RuleCheck.run(packs.named("customs"), true);
        assertThat(Json.tree(one.text()).get(0).get("pack").asText()).isEqualTo("customs@1");
        assertThatThrownBy(() -> packs.named("nothing")).isInstanceOf(Refusal.NotFound.class);
    }

    private static RulePack version(RulePack pack, int version, int fromYear) {
        return new RulePack(
                new PackName(pack.pack().id(), String.valueOf(version)),
                pack.title(),
                new Terms(fromYear, pack.terms().proRata(), pack.terms().carry()),
                pack.rules(),
                pack.caps(),
                pack.requirements(),
                pack.cases());
    }
}
