package io.zhiyong.org;

import io.zhiyong.base.Language;
import io.zhiyong.base.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of the file that people and units are imported from. The titles are the file's format: either language is read. */
enum ImportColumn {
    ACCOUNT(true, "账号", "Account"),
    NAME(true, "姓名", "Name"),
    UNIT(true, "单位", "Unit"),
    RANK(false, "职级", "Rank"),
    POST(false, "岗位", "Post"),
    PARTY(false, "中共党员", "Party member"),
    JOINED(true, "入职日期", "Joined"),
    PROBATION(false, "试用期", "Probation"),
    UNIT_NAME(true, "单位名称", "Unit name"),
    UNIT_ENGLISH(false, "英文名称", "English name"),
    UNIT_PARENT(true, "上级单位", "Under");

    static final Set<String> PEOPLE_SHEETS = Set.of("人员", "People");
    static final Set<String> UNIT_SHEETS = Set.of("单位", "Units");
    static final List<ImportColumn> OF_PEOPLE = List.of(ACCOUNT, NAME, UNIT, RANK, POST, PARTY, JOINED, PROBATION);
    static final List<ImportColumn> OF_UNITS = List.of(UNIT_NAME, UNIT_ENGLISH, UNIT_PARENT);

    private final boolean required;
    private final String zh;
    private final String en;

    ImportColumn(boolean required, String zh, String en) {
        this.required = required;
        this.zh = zh;
        this.en = en;
    }

    /** Whether the column has to be there, and each of its cells filled. */
    boolean required() {
        return required;
    }

    Text title() {
        return Text.of(zh, en);
    }

    String title(Language language) {
        return title().in(language);
    }

    /** Where each of the columns stands, by the titles in the first row; those that are missing are absent. */
    static Map<ImportColumn, Integer> places(Workbook.Line titles, List<ImportColumn> columns) {
        var places = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (int at = titles.cells().size() - 1; at >= 0; at--) {
            var typed = titles.cell(at).replace("*", "").strip();
            var place = at;
            columns.stream().filter(column -> column.isCalled(typed)).forEach(column -> places.put(column, place));
        }
        return places;
    }

    private boolean isCalled(String typed) {
        return Stream.of(zh, en).anyMatch(typed::equalsIgnoreCase);
    }
}
