package io.zhiyong.org;

import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds a unit by what people write in a cell: its id, its name where only one unit has it, or its path from the root or from
 * below the root, as 局机关/办公室.
 */
final class UnitNames {
    private final Map<String, List<UnitId>> byName = new HashMap<>();

    UnitNames(Units units) {
        units.all().forEach(unit -> add(units.path(unit.id())));
    }

    /** One more unit, as the path from the root down to it. */
    void add(List<Unit> path) {
        var id = path.get(path.size() - 1).id();
        note(id.value(), id);
        notePaths(path, id, each -> each.name().zh());
        notePaths(path, id, each -> each.name().in(Language.EN));
    }

    private void notePaths(List<Unit> path, UnitId id, Function<Unit, String> name) {
        for (int from = 0; from < path.size(); from++) {
            // Of a path only its end and its whole are names: the end for short, the whole to be exact.
            if (from == 0 || from == 1 || from == path.size() - 1) {
                note(path.subList(from, path.size()).stream().map(name).collect(Collectors.joining("/")), id);
            }
        }
    }

    private void note(String name, UnitId id) {
        var ids = byName.computeIfAbsent(plain(name), any -> new ArrayList<>());
        if (!name.isEmpty() && !ids.contains(id)) {
            ids.add(id);
        }
    }

    private static String plain(String name) {
        return name.replaceAll("\\s*[/／>›]\\s*", "/").strip().toLowerCase(Locale.ROOT);
    }

    /** A refusal when no unit is called so, or several are. */
    UnitId find(String where, String typed) {
        var found = byName.getOrDefault(plain(typed), List.of());
        if (found.isEmpty()) {
            throw Refusal.invalid(where, "org.refusal.import.unit", typed);
        }
        if (found.size() > 1) {
            throw Refusal.invalid(where, "org.refusal.import.unitTwice", typed);
        }
        return found.get(0);
    }
}
