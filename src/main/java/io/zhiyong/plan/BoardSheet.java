package io.zhiyong.plan;

import io.zhiyong.base.Language;
import io.zhiyong.org.Units;
import io.zhiyong.web.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the completion board as a workbook: unit, name, then for each duty the day it was done or what is to be said of it. */
final class BoardSheet {
    private static final int FIRST_DUTY = 3;

    private final Messages messages;
    private final Language language;
    private final LocalDate today;
    private final ZoneId zone;

    BoardSheet(Messages messages, Language language, LocalDate today, ZoneId zone) {
        this.messages = messages;
        this.language = language;
        this.today = today;
        this.zone = zone;
    }

    byte[] write(Plan plan, Units units, List<Member> members) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Zhiyong", "1.0")) {
            var sheet = book.newWorksheet(word("plan.sheet"));
            head(sheet, plan);
            var sorted = members.stream()
                    .sorted(Comparator.comparing(
                                    (Member member) -> member.path().toString())
                            .thenComparing(Member::name))
                    .toList();
            for (int n = 0; n < sorted.size(); n++) {
                row(sheet, n + 2, plan, units, sorted.get(n));
            }
            sheet.freezePane(FIRST_DUTY, 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head(Worksheet sheet, Plan plan) {
        sheet.value(0, 0, plan.title().in(language) + " · " + today);
        var titles = List.of("plan.unit", "plan.person", "plan.missing");
        for (int n = 0; n < titles.size(); n++) {
            sheet.value(1, n, word(titles.get(n)));
        }
        for (int n = 0; n < plan.duties().size(); n++) {
            var duty = plan.duties().get(n);
            sheet.value(1, FIRST_DUTY + n, duty.title().in(language) + " (" + duty.due() + ")");
            sheet.width(FIRST_DUTY + n, 24);
        }
        sheet.width(0, 20);
        sheet.range(1, 0, 1, FIRST_DUTY - 1 + plan.duties().size())
                .style()
                .bold()
                .set();
    }

    private void row(Worksheet sheet, int at, Plan plan, Units units, Member member) {
        var all = member.completions(plan, today, zone);
        sheet.value(at, 0, units.unit(member.unit()).name().in(language));
        sheet.value(at, 1, member.name());
        sheet.value(
                at,
                2,
                all.stream()
                        .filter(each -> each.state() == Completion.State.OVERDUE)
                        .count());
        for (int n = 0; n < all.size(); n++) {
            cell(sheet, at, FIRST_DUTY + n, all.get(n));
        }
    }

    private void cell(Worksheet sheet, int row, int column, Completion completion) {
        if (completion.done().isPresent()) {
            sheet.value(row, column, completion.done().get().at().atZone(zone).toLocalDate());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, word("plan.state." + PlanPages.word(completion.state())));
        }
    }

    private String word(String key) {
        return messages.in(language, key);
    }
}
