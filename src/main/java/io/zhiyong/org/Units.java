package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree of units at one moment: immutable, whole, without cycles. Empty only before the organization is set up. */
public final class Units {
    private static final int DEEPEST = 20;
    private static final Comparator<Unit> IN_ORDER =
            Comparator.comparingInt(Unit::order).thenComparing(unit -> unit.id().value());

    private final Map<UnitId, Unit> byId;
    private final Map<UnitId, List<Unit>> children;
    private final Map<UnitId, List<Unit>> paths;

    private Units(Map<UnitId, Unit> byId, Map<UnitId, List<Unit>> children, Map<UnitId, List<Unit>> paths) {
        this.byId = byId;
        this.children = children;
        this.paths = paths;
    }

    /** The tree of these units; refused when an id is there twice, a parent is missing, or the parents run in a circle. */
    public static Units of(Collection<Unit> all) {
        var byId = new LinkedHashMap<UnitId, Unit>();
        var children = new HashMap<UnitId, List<Unit>>();
        for (var unit : all.stream().sorted(IN_ORDER).toList()) {
            if (byId.put(unit.id(), unit) != null) {
                throw Refusal.conflict("org.refusal.unitTwice", unit.id().value());
            }
            unit.parent().ifPresent(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                    .add(unit));
        }
        var paths = new HashMap<UnitId, List<Unit>>();
        byId.values().forEach(unit -> paths.put(unit.id(), pathOf(unit, byId)));
        children.replaceAll((id, units) -> List.copyOf(units));
        return new Units(Collections.unmodifiableMap(byId), Map.copyOf(children), Map.copyOf(paths));
    }

    private static List<Unit> pathOf(Unit unit, Map<UnitId, Unit> byId) {
        var path = new ArrayList<Unit>();
        Optional<Unit> at = Optional.of(unit);
        while (at.isPresent()) {
            path.add(at.get());
            if (path.size() > DEEPEST) {
                throw Refusal.conflict("org.refusal.unitDepth", DEEPEST);
            }
            at = at.get().parent().map(id -> known(byId, id));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private static Unit known(Map<UnitId, Unit> byId, UnitId id) {
        var unit = byId.get(id);
        if (unit == null) {
            throw Refusal.notFound("org.refusal.unit", id.value());
        }
        return unit;
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public int size() {
        return byId.size();
    }

    /** Every unit, each parent before its children, siblings in their order. */
    public List<Unit> all() {
        var all = new ArrayList<Unit>();
        roots().forEach(root -> collect(root, all));
        return List.copyOf(all);
    }

    private void collect(Unit unit, List<Unit> into) {
        into.add(unit);
        children(unit.id()).forEach(child -> collect(child, into));
    }

    /** The units without a parent; one in an ordinary organization. */
    public List<Unit> roots() {
        return byId.values().stream().filter(unit -> unit.parent().isEmpty()).toList();
    }

    /** The organization as a whole. */
    public Unit root() {
        return roots().stream().findFirst().orElseThrow(() -> Refusal.notFound("org.refusal.unit", "-"));
    }

    public boolean contains(UnitId id) {
        return byId.containsKey(id);
    }

    /** The unit; a refusal when there is none by this id. */
    public Unit unit(UnitId id) {
        return known(byId, id);
    }

    /** From the root down to the unit itself. */
    public List<Unit> path(UnitId id) {
        unit(id);
        return paths.get(id);
    }

    public List<Unit> children(UnitId id) {
        return children.getOrDefault(id, List.of());
    }

    /** The unit itself and every unit below it, parents first. */
    public Set<UnitId> below(UnitId id) {
        var units = new ArrayList<Unit>();
        collect(unit(id), units);
        var ids = new LinkedHashSet<UnitId>();
        units.forEach(unit -> ids.add(unit.id()));
        return Collections.unmodifiableSet(ids);
    }

    /** Whether one of the grants gives the role for this unit: for it or for a unit above it. */
    public boolean covers(Collection<Grant> grants, Role role, UnitId unit) {
        if (!contains(unit)) {
            return false;
        }
        return path(unit).stream().anyMatch(above -> grants.stream()
                .anyMatch(grant -> grant.role() == role && grant.unit().equals(above.id())));
    }

    /** Refuses whoever does not hold the role for this unit; a unit that does not exist is not found. */
    public void requireScope(Collection<Grant> grants, Role role, UnitId unit) {
        requireScope(grants, unit, role);
    }

    /** Refuses whoever holds none of the roles for this unit. */
    public void requireScope(Collection<Grant> grants, UnitId unit, Role... anyOf) {
        unit(unit);
        if (Arrays.stream(anyOf).noneMatch(role -> covers(grants, role, unit))) {
            throw Refusal.forbidden("org.refusal.scope");
        }
    }

    /** The topmost units for which one of the roles is held, none of them below another. */
    public List<Unit> scopes(Collection<Grant> grants, Role... anyOf) {
        var roles = Set.of(anyOf);
        var held = new HashSet<UnitId>();
        grants.stream().filter(grant -> roles.contains(grant.role())).forEach(grant -> held.add(grant.unit()));
        return all().stream()
                .filter(unit -> held.contains(unit.id()))
                .filter(unit -> unit.parent()
                        .map(parent -> path(parent).stream().noneMatch(above -> held.contains(above.id())))
                        .orElse(true))
                .toList();
    }

    /** The tree with one unit more, or with one changed; refused as {@link #of} refuses. */
    Units with(Unit changed) {
        var units = new LinkedHashMap<>(byId);
        units.put(changed.id(), changed);
        return of(units.values());
    }

    /** The tree with those units that it does not have yet; refused as {@link #of} refuses. */
    Units withMissing(Collection<Unit> others) {
        var units = new LinkedHashMap<>(byId);
        others.forEach(unit -> units.putIfAbsent(unit.id(), unit));
        return of(units.values());
    }

    /** The tree with a unit moved under another; never under itself or what is below it. */
    Units moved(UnitId id, UnitId parent) {
        if (below(id).contains(unit(parent).id())) {
            throw Refusal.conflict("org.refusal.unitCircle");
        }
        return with(unit(id).under(parent));
    }
}
