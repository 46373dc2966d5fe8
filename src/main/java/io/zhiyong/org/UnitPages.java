package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.PeoplePages.UnitOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pages of units show. */
final class UnitPages {
    private UnitPages() {}

    /**
     * A unit in the tree, which is told as a flat list with what a nested one needs.
     *
     * @param depth 0 for the topmost shown
     * @param people active people in it and below it
     * @param branch whether units follow that lie below it
     * @param closes one element for each branch that ends after this unit
     */
    record UnitRow(UnitId id, Text name, int depth, long people, boolean branch, List<Integer> closes) {}

    /** A post. */
    record PostRow(PostId id, Text name) {}

    /** The tree as far as the visitor's scope goes; {@code whole} when he keeps all of it. */
    record UnitsView(List<UnitRow> units, List<PostRow> posts, boolean whole) {}

    /** One unit, and what may be done to it. */
    record UnitView(
            UnitId id,
            Text name,
            List<Crumb> path,
            long people,
            List<UnitRow> children,
            boolean keeper,
            List<UnitOption> parents) {
        /** Whether there is another place for it. */
        public boolean movable() {
            return keeper && !parents.isEmpty();
        }
    }

    /** A unit above. */
    record Crumb(UnitId id, Text name) {}

    static UnitsView tree(Organization all, Map<UnitId, Long> counts, List<Grant> grants) {
        var units = all.units();
        var rows = new ArrayList<UnitRow>();
        units.scopes(grants, Role.MANAGER, Role.ADMINISTRATOR)
                .forEach(top -> collect(units, counts, top, new Place(0, 0), rows));
        return new UnitsView(
                rows,
                all.posts().values().stream()
                        .map(post -> new PostRow(post.id(), post.name()))
                        .toList(),
                units.covers(grants, Role.ADMINISTRATOR, units.root().id()));
    }

    /** Where a row lies: how deep, and how many branches end after its last descendant. */
    private record Place(int depth, int ends) {}

    private static void collect(Units units, Map<UnitId, Long> counts, Unit unit, Place place, List<UnitRow> into) {
        var children = units.children(unit.id());
        var leaf = children.isEmpty();
        into.add(new UnitRow(
                unit.id(),
                unit.name(),
                place.depth(),
                counts.getOrDefault(unit.id(), 0L),
                !leaf,
                leaf ? ends(place.ends()) : List.of()));
        for (int i = 0; i < children.size(); i++) {
            var last = i == children.size() - 1;
            collect(units, counts, children.get(i), new Place(place.depth() + 1, last ? place.ends() + 1 : 0), into);
        }
    }

    private static List<Integer> ends(int count) {
        var ends = new ArrayList<Integer>();
        for (int i = 1; i <= count; i++) {
            ends.add(i);
        }
        return ends;
    }

    static UnitView unit(Organization all, Map<UnitId, Long> counts, List<Grant> grants, UnitId id) {
        var units = all.units();
        var unit = units.unit(id);
        var keeper = units.covers(grants, Role.ADMINISTRATOR, id);
        return new UnitView(
                id,
                unit.name(),
                units.path(id).stream()
                        .filter(above -> !above.id().equals(id))
                        .map(above -> new Crumb(above.id(), above.name()))
                        .toList(),
                counts.getOrDefault(id, 0L),
                units.children(id).stream()
                        .map(child -> new UnitRow(
                                child.id(), child.name(), 1, counts.getOrDefault(child.id(), 0L), false, List.of()))
                        .toList(),
                keeper,
                keeper && unit.parent().isPresent() ? parents(units, grants, unit) : List.of());
    }

    /** Where the unit could go: anywhere in the administrator's scope but into itself. */
    private static List<UnitOption> parents(Units units, List<Grant> grants, Unit unit) {
        var own = units.below(unit.id());
        return PeoplePages.options(units, units.scopes(grants, Role.ADMINISTRATOR), unit.parent()).stream()
                .filter(option -> !own.contains(option.id()))
                .toList();
    }
}
