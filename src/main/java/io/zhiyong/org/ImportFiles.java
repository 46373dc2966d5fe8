package io.zhiyong.org;

import io.zhiyong.base.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The workbooks that go out: the template to fill in, and the one-time codes to hand over. */
final class ImportFiles {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ImportFiles() {}

    /** Empty sheets with their titles, and the units and posts as they may be written. */
    static byte[] template(Organization all, Language language) {
        var chinese = language == Language.ZH;
        return workbook(book -> {
            titles(book.newWorksheet(chinese ? "人员" : "People"), ImportColumn.OF_PEOPLE, language);
            titles(book.newWorksheet(chinese ? "单位" : "Units"), ImportColumn.OF_UNITS, language);
            known(book.newWorksheet(chinese ? "可填的单位和岗位" : "Known units and posts"), all, language);
        });
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Zhiyong", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void titles(Worksheet sheet, List<ImportColumn> columns, Language language) {
        for (int at = 0; at < columns.size(); at++) {
            title(sheet, at, columns.get(at).title(language) + (columns.get(at).required() ? "*" : ""));
        }
        var joined = columns.indexOf(ImportColumn.JOINED);
        if (joined >= 0) {
            // As text: else spreadsheet programs turn days about by the rules of the machine they run on.
            sheet.style(joined).format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void title(Worksheet sheet, int column, String title) {
        sheet.value(0, column, title);
        sheet.style(0, column).bold().set();
        sheet.width(column, 18);
    }

    private static void known(Worksheet sheet, Organization all, Language language) {
        title(sheet, 0, ImportColumn.UNIT.title(language));
        title(sheet, 1, ImportColumn.POST.title(language));
        sheet.width(0, 50);
        var row = 1;
        for (var unit : all.units().all()) {
            sheet.value(row++, 0, path(all.units(), unit, language));
        }
        row = 1;
        for (var post : all.posts().values()) {
            sheet.value(row++, 1, post.name().in(language));
        }
    }

    private static String path(Units units, Unit unit, Language language) {
        return units.path(unit.id()).stream()
                .map(each -> each.name().in(language))
                .collect(Collectors.joining("/"));
    }

    /** Whom to hand which code. */
    static byte[] codes(
            List<Person> people, Map<io.zhiyong.base.PersonId, String> codes, Organization all, Language language) {
        return workbook(book -> {
            var sheet = book.newWorksheet(language == Language.ZH ? "一次性密码" : "One-time codes");
            title(sheet, 0, ImportColumn.UNIT.title(language));
            title(sheet, 1, ImportColumn.NAME.title(language));
            title(sheet, 2, ImportColumn.ACCOUNT.title(language));
            title(sheet, 3, language == Language.ZH ? "一次性密码" : "One-time code");
            sheet.width(3, 24);
            for (int at = 0; at < people.size(); at++) {
                var person = people.get(at);
                sheet.value(at + 1, 0, path(all.units(), all.units().unit(person.unit()), language));
                sheet.value(at + 1, 1, person.name());
                sheet.value(at + 1, 2, person.account());
                sheet.value(at + 1, 3, codes.get(person.id()));
            }
        });
    }
}
