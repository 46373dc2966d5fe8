package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs the cases a pack carries: what {@code zhiyong rules test} shows, and what a pack must pass before it is used. */
public final class PackTrial {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final PersonId SOMEBODY = new PersonId("somebody");

    /**
     * What came of one case.
     *
     * @param failures one sentence for each thing that came out otherwise; empty: passed
     */
    public record Outcome(String name, List<String> failures) {
        public boolean passed() {
            return failures.isEmpty();
        }
    }

    /** What came of all cases of a pack. */
    public record Report(PackName pack, List<Outcome> outcomes) {
        public boolean passed() {
            return outcomes.stream().allMatch(Outcome::passed);
        }
    }

    private PackTrial() {}

    public static Report run(RulePack pack) {
        return new Report(
                pack.pack(),
                pack.cases().stream()
                        .map(each -> new Outcome(each.name(), failures(pack, each)))
                        .toList());
    }

    private static List<String> failures(RulePack pack, PackCase given) {
        var lines = given.facts().stream()
                .flatMap(deeds -> facts(deeds, given.facts().indexOf(deeds)))
                .flatMap(facts -> Crediting.linesFor(pack, facts, ZONE).stream())
                .toList();
        var sums = sums(pack, lines, given.year());
        var standing = new ArrayList<>(Standing.of(pack, learner(given.learner()), sums, given.year()));
        standing.addAll(Standing.average(pack, members(pack, given)));
        return compare(given, lines, sums.get(sums.size() - 1), standing);
    }

    private static List<String> compare(
            PackCase given, List<CreditLine> lines, YearSum sum, List<Standing.Measured> standing) {
        var expect = given.expect();
        var failures = new ArrayList<String>();
        differ(failures, "lines", expect.lines(), lines.size());
        differ(failures, "total", expect.total(), sum.total());
        expect.categories()
                .forEach((category, hours) -> differ(
                        failures, "category " + category, hours, sum.of(new Selection(Set.of(category), Set.of()))));
        var byId = new java.util.HashMap<String, Standing.Measured>();
        standing.forEach(measured -> byId.put(measured.requirement(), measured));
        bound(failures, byId, expect.needed().keySet());
        bound(failures, byId, expect.met().keySet());
        expect.needed().forEach((id, hours) -> found(byId, id)
                .ifPresent(measured -> differ(failures, "needed " + id, hours, measured.needed())));
        expect.met().forEach((id, met) -> found(byId, id)
                .ifPresent(measured -> differ(failures, "met " + id, met, measured.met())));
        return failures;
    }

    private static Optional<Standing.Measured> found(Map<String, Standing.Measured> standing, String id) {
        return Optional.ofNullable(standing.get(id));
    }

    private static void bound(List<String> failures, Map<String, Standing.Measured> standing, Set<String> ids) {
        ids.stream()
                .filter(id -> !standing.containsKey(id))
                .forEach(id -> failures.add("requirement " + id + ": binds nobody here"));
    }

    private static void differ(List<String> failures, String what, Object expected, Object found) {
        if (expected != null && !expected.equals(found)) {
            failures.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private static Stream<Facts> facts(PackCase.Deeds deeds, int number) {
        return IntStream.range(0, deeds.times()).mapToObj(time -> {
            var deed = deeds.deed();
            var object = deeds.times() == 1 ? deed.object() : deed.object() + "#" + time;
            return new Facts(
                    "case-" + number + "-" + time,
                    SOMEBODY,
                    noon(deeds.on()),
                    new Deed(deed.verb(), object, deed.type(), deed.title(), deed.score()),
                    deeds.content());
        });
    }

    private static java.time.Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    /** Of ten years up to the one asked about, the last one last. */
    private static List<YearSum> sums(RulePack pack, List<CreditLine> lines, int year) {
        return IntStream.rangeClosed(year - 9, year)
                .mapToObj(each -> YearSum.of(
                        pack,
                        SOMEBODY,
                        each,
                        lines.stream().filter(line -> line.year() == each).toList()))
                .toList();
    }

    private static Learner learner(PackCase.Who who) {
        return new Learner(SOMEBODY, who.kinds(), who.joined(), who.left(), who.exemptions());
    }

    private static List<Standing.Member> members(RulePack pack, PackCase given) {
        return given.group().stream()
                .map(member -> new Standing.Member(
                        new Learner(SOMEBODY, member.kinds(), Optional.empty(), Optional.empty(), List.of()),
                        new YearSum(
                                SOMEBODY,
                                given.year(),
                                pack.pack().id(),
                                List.of(new YearSum.Part(member.kind(), member.hours())))))
                .toList();
    }
}
