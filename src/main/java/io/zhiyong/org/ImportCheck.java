package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Refusal.Problem;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.ImportDraft.RowProblem;
import io.zhiyong.org.Workbook.Line;
import io.zhiyong.org.Workbook.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads a workbook as units and people, and finds everything that is wrong with it. One run for one workbook. */
final class ImportCheck {
    private static final UUID SPACE = UUID.fromString("5a1c2a9e-64f3-4b0a-9a57-0f3f6f0c2d11");
    /** Each is held against all before it. */
    private static final int MOST_UNITS = 2000;

    private static final Text PEOPLE = Text.of("人员", "People");
    private static final Text UNITS = Text.of("单位", "Units");

    /**
     * What the workbook is held against.
     *
     * @param id names the import; ids of what it makes follow from it, so that doing it twice makes the same
     * @param grants of whoever imports: nothing outside his scope
     * @param taken accounts that somebody has
     */
    record Ground(String id, List<Grant> grants, Units units, Map<PostId, Post> posts, Set<String> taken) {}

    private final Workbook book;
    private final Ground ground;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Integer> rowOfAccount = new HashMap<>();
    private final UnitNames unitNames;
    private Units tree;

    private ImportCheck(Workbook book, Ground ground) {
        this.book = book;
        this.ground = ground;
        this.tree = ground.units();
        this.unitNames = new UnitNames(tree);
    }

    static ImportDraft of(Workbook book, Ground ground) {
        return new ImportCheck(book, ground).run();
    }

    /** The accounts that the workbook names, as far as they can be accounts. */
    static List<String> accounts(Workbook book) {
        return book.table(ImportColumn.PEOPLE_SHEETS)
                .filter(table -> !table.lines().isEmpty())
                .map(table -> {
                    var at = ImportColumn.places(table.lines().get(0), ImportColumn.OF_PEOPLE)
                            .getOrDefault(ImportColumn.ACCOUNT, -1);
                    return table.lines().stream()
                            .skip(1)
                            .map(line -> Account.plain(line.cell(at)))
                            .filter(account -> !account.isEmpty())
                            .distinct()
                            .toList();
                })
                .orElse(List.of());
    }

    private ImportDraft run() {
        var unitTable = book.table(ImportColumn.UNIT_SHEETS);
        var peopleTable = book.table(ImportColumn.PEOPLE_SHEETS);
        if (unitTable.isEmpty() && peopleTable.isEmpty()) {
            problem(PEOPLE, 0, Optional.empty(), Problem.at("", "org.refusal.import.noSheet"));
        }
        var rows = unitTable
                        .map(table -> each(table, UNITS, ImportColumn.OF_UNITS, this::unit))
                        .orElse(0)
                + peopleTable
                        .map(table -> each(table, PEOPLE, ImportColumn.OF_PEOPLE, this::person))
                        .orElse(0);
        return new ImportDraft(units, people, rows, problems);
    }

    private int each(Table table, Text sheet, List<ImportColumn> columns, BiConsumer<Cells, Line> read) {
        if (table.lines().isEmpty()) {
            return 0;
        }
        var places = ImportColumn.places(table.lines().get(0), columns);
        columns.stream()
                .filter(column -> column.required() && !places.containsKey(column))
                .forEach(column -> problem(
                        sheet,
                        table.lines().get(0).number(),
                        Optional.of(column.title()),
                        Problem.at("", "org.refusal.import.noColumn")));
        if (columns.stream().anyMatch(column -> column.required() && !places.containsKey(column))) {
            return 0;
        }
        var lines = table.lines().subList(1, table.lines().size());
        lines.forEach(line -> read.accept(new Cells(sheet, line, new EnumMap<>(places)), line));
        return lines.size();
    }

    private void problem(Text sheet, int row, Optional<Text> column, Problem problem) {
        problems.add(new RowProblem(sheet, row, column, problem));
    }

    /** One row by its columns; what a cell refuses is noted and the row goes on, so that all of it is told. */
    private final class Cells {
        private final Text sheet;
        private final Line line;
        private final Map<ImportColumn, Integer> places;
        private boolean clean = true;

        private Cells(Text sheet, Line line, Map<ImportColumn, Integer> places) {
            this.sheet = sheet;
            this.line = line;
            this.places = places;
        }

        private String text(ImportColumn column) {
            return line.cell(places.getOrDefault(column, -1));
        }

        private <T> T read(ImportColumn column, T otherwise, Supplier<T> reader) {
            try {
                return reader.get();
            } catch (Refusal refusal) {
                clean = false;
                refusal.problems().forEach(each -> problem(sheet, line.number(), Optional.of(column.title()), each));
                return otherwise;
            }
        }
    }

    private void unit(Cells cells, Line line) {
        var zh = cells.read(
                ImportColumn.UNIT_NAME, "", () -> Checks.text("", cells.text(ImportColumn.UNIT_NAME), 1, 100));
        var en = cells.read(
                ImportColumn.UNIT_ENGLISH, "", () -> Checks.text("", cells.text(ImportColumn.UNIT_ENGLISH), 0, 100));
        var parent = cells.read(ImportColumn.UNIT_PARENT, null, () -> inScope(cells.text(ImportColumn.UNIT_PARENT)));
        if (!cells.clean) {
            return;
        }
        var id = new UnitId("u-" + Ids.uuid5(SPACE, ground.id() + "/unit/" + line.number()));
        var unit = new Unit(id, Text.of(zh, en), Optional.of(parent), line.number());
        cells.read(ImportColumn.UNIT_NAME, unit, () -> plant(unit));
    }

    private Unit plant(Unit unit) {
        var parent = unit.parent().orElseThrow();
        if (units.size() >= MOST_UNITS) {
            throw Refusal.conflict("org.refusal.import.units", MOST_UNITS);
        }
        if (tree.children(parent).stream()
                .anyMatch(sibling -> sibling.name().zh().equals(unit.name().zh()))) {
            throw Refusal.conflict("org.refusal.import.unitThere", unit.name().zh());
        }
        tree = tree.with(unit);
        unitNames.add(tree.path(unit.id()));
        units.add(unit);
        return unit;
    }

    private UnitId inScope(String typed) {
        var id = unitNames.find("", ImportCells.filled("", typed));
        tree.requireScope(ground.grants(), Role.ADMINISTRATOR, id);
        return id;
    }

    private void person(Cells cells, Line line) {
        var account = cells.read(ImportColumn.ACCOUNT, "", () -> account(cells.text(ImportColumn.ACCOUNT), line));
        var name = cells.read(
                ImportColumn.NAME, "", () -> Checks.text("", cells.text(ImportColumn.NAME), 1, Person.LONGEST_NAME));
        var service = service(cells);
        if (!cells.clean) {
            return;
        }
        var id = new PersonId(
                Ids.uuid5(SPACE, ground.id() + "/person/" + line.number()).toString());
        people.add(new Person(id, account, name, service.orElseThrow(), List.of(), Language.ZH, true));
    }

    /** Follows from the import and the row. */
    static PersonId personId(String importId, int row) {
        return new PersonId(Ids.uuid5(SPACE, importId + "/person/" + row).toString());
    }

    private Optional<Service> service(Cells cells) {
        var unit = cells.read(ImportColumn.UNIT, null, () -> inScope(cells.text(ImportColumn.UNIT)));
        var rank = cells.read(
                ImportColumn.RANK, "", () -> Checks.text("", cells.text(ImportColumn.RANK), 0, Service.LONGEST_RANK));
        var post = cells.read(ImportColumn.POST, Optional.<PostId>empty(), () -> post(cells.text(ImportColumn.POST)));
        var party = cells.read(ImportColumn.PARTY, false, () -> ImportCells.yes("", cells.text(ImportColumn.PARTY)));
        var joined = cells.read(
                ImportColumn.JOINED,
                null,
                () -> ImportCells.day("", ImportCells.filled("", cells.text(ImportColumn.JOINED)), book.shift()));
        var probation = cells.read(
                ImportColumn.PROBATION, false, () -> ImportCells.yes("", cells.text(ImportColumn.PROBATION)));
        return cells.clean
                ? Optional.of(new Service(unit, rank, post, party, joined, Optional.empty(), probation))
                : Optional.empty();
    }

    private String account(String typed, Line line) {
        var account = Account.check("", ImportCells.filled("", typed));
        if (ground.taken().contains(account)) {
            throw Refusal.conflict("org.refusal.accountTaken", account);
        }
        var before = rowOfAccount.putIfAbsent(account, line.number());
        if (before != null) {
            throw Refusal.conflict("org.refusal.import.accountTwice", account, before);
        }
        return account;
    }

    private Optional<PostId> post(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ground.posts().values().stream()
                .filter(post -> post.name().zh().equals(typed)
                        || post.name().en().equalsIgnoreCase(typed)
                        || post.id().value().equals(typed))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("", "org.refusal.import.post", typed))
                .id());
    }
}
