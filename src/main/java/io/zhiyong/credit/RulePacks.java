package io.zhiyong.credit;

import io.zhiyong.base.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The packs at hand, in all their versions: those shipped, and those an organization adds. */
public final class RulePacks {
    /** Files under {@code /rule-packs/}; a jar cannot be listed, so they are named here and a test compares. */
    private static final List<String> SHIPPED =
            List.of("cadre-education", "conversion-b", "customs", "party-members", "study-days");

    private final List<RulePack> packs;

    private RulePacks(List<RulePack> packs) {
        this.packs = packs.stream()
                .sorted(Comparator.comparing((RulePack pack) -> pack.pack().id())
                        .thenComparing(pack -> pack.terms().fromYear()))
                .toList();
    }

    /** The packs that come with the program. */
    public static RulePacks shipped() {
        return new RulePacks(
                SHIPPED.stream().map(RulePacks::resource).map(RulePack::read).toList());
    }

    /**
     * With an organization's own packs; one of an id that is shipped replaces it from its first year on.
     *
     * @throws Refusal when a version is there twice, two versions begin in one year, or a pack fails its own cases
     */
    public RulePacks with(List<RulePack> own) {
        own.forEach(RulePacks::requireProven);
        var all = Stream.concat(packs.stream(), own.stream()).toList();
        for (var pack : own) {
            var same = all.stream().filter(clashes(pack)).count();
            if (same > 1) {
                throw Refusal.conflict("credit.refusal.packTwice", pack.pack().toString());
            }
        }
        return new RulePacks(all);
    }

    private static Predicate<RulePack> clashes(RulePack pack) {
        return other -> other.pack().equals(pack.pack())
                || (other.pack().id().equals(pack.pack().id())
                        && other.terms().fromYear() == pack.terms().fromYear());
    }

    private static void requireProven(RulePack pack) {
        PackTrial.run(pack).outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .findFirst()
                .ifPresent(failed -> {
                    throw Refusal.invalid(
                            failed.name(),
                            "credit.refusal.packFails",
                            pack.pack().toString(),
                            String.join("; ", failed.failures()));
                });
    }

    public List<RulePack> all() {
        return packs;
    }

    /** The version in force in a year; empty before the first. */
    public Optional<RulePack> inForce(String id, int year) {
        return packs.stream()
                .filter(pack -> pack.pack().id().equals(id) && pack.terms().fromYear() <= year)
                .reduce((earlier, later) -> later);
    }

    /** All versions of an id, oldest first; a refusal when there is none. */
    public List<RulePack> named(String id) {
        var found = packs.stream().filter(pack -> pack.pack().id().equals(id)).toList();
        if (found.isEmpty()) {
            throw Refusal.notFound("credit.refusal.unknownPack", id);
        }
        return found;
    }

    private static String resource(String name) {
        try (var in = RulePacks.class.getResourceAsStream("/rule-packs/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: rule-packs/" + name + ".json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
