package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.credit.Content;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.Crediting;
import io.zhiyong.credit.Deed;
import io.zhiyong.credit.Facts;
import io.zhiyong.credit.Measure;
import io.zhiyong.credit.RulePack;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Credit, with the rule that certifies it.
 *
 * @param hours 学时
 * @param category what it counts as
 * @param pack name and version of the rule pack
 */
record Gives(BigDecimal hours, String category, Text rule, Text packTitle, String pack) {
    /** What completing a course would be credited with, by the very rules that credit it. */
    static List<Gives> of(CourseId id, Edition edition, List<RulePack> packs, Instant now, ZoneId zone) {
        var deed = new Deed(Verb.COMPLETED.iri(), "courses/" + id, ActivityType.COURSE.iri(), Optional.empty());
        var about = edition.about();
        var content = new Content(
                Telling.FORM, about.category(), Map.of(Measure.MINUTES, BigDecimal.valueOf(about.minutes())));
        var facts = new Facts("preview", new PersonId("anybody"), now, deed, content);
        return packs.stream()
                .flatMap(pack -> Crediting.linesFor(pack, facts, zone).stream().map(line -> of(line, pack)))
                .toList();
    }

    /** What was credited; lines of packs that are not known here are left out. */
    static List<Gives> of(List<CreditLine> lines, List<RulePack> packs) {
        return lines.stream()
                .filter(line -> line.reverses().isEmpty())
                .flatMap(line -> packs.stream()
                        .filter(pack -> pack.pack().equals(line.basis().pack()))
                        .map(pack -> of(line, pack)))
                .toList();
    }

    private static Gives of(CreditLine line, RulePack pack) {
        var rule = pack.rules().stream()
                .filter(each -> each.id().equals(line.basis().rule()))
                .findFirst()
                .orElseThrow();
        return new Gives(
                line.hours().hours(),
                line.kind().category(),
                rule.title(),
                pack.title(),
                pack.pack().toString());
    }
}
