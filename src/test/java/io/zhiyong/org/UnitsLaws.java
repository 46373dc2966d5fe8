package io.zhiyong.org;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitsLaws {
    private static final List<Role> ROLES = List.of(Role.ORGANIZER, Role.MANAGER, Role.ADMINISTRATOR);

    /** A tree of some units, a unit of it, and somebody's grants. */
    private record Case(Units units, UnitId one, UnitId other, List<Grant> grants) {
        static Case of(Random random) {
            var all = new ArrayList<Unit>();
            var size = 1 + random.nextInt(25);
            for (int i = 0; i < size; i++) {
                var parent =
                        i == 0 ? Optional.<UnitId>empty() : Optional.of(id(Math.max(0, i - 1 - random.nextInt(4))));
                all.add(new Unit(id(i), Text.of("单位" + i), parent, random.nextInt(3)));
            }
            java.util.Collections.shuffle(all, random);
            var grants = new ArrayList<Grant>();
            for (int i = random.nextInt(4); i > 0; i--) {
                grants.add(new Grant(ROLES.get(random.nextInt(ROLES.size())), id(random.nextInt(size))));
            }
            return new Case(depthBound(all), id(random.nextInt(size)), id(random.nextInt(size)), grants);
        }

        /** A chain of 25 would be deeper than is allowed: then a flat tree does. */
        private static Units depthBound(List<Unit> all) {
            try {
                return Units.of(all);
            } catch (Refusal tooDeep) {
                return Units.of(all.stream()
                        .map(unit -> unit.id().equals(id(0)) ? unit : unit.under(id(0)))
                        .toList());
            }
        }

        private static UnitId id(int i) {
            return new UnitId("u" + i);
        }
    }

    @Test
    void belowAndPathSayTheSame() {
        forAll(Case::of, it -> assertThat(it.units().below(it.one()).contains(it.other()))
                .isEqualTo(it.units().path(it.other()).contains(it.units().unit(it.one()))));
    }

    @Test
    void allHasEveryUnitOnceAndParentsFirst() {
        forAll(Case::of, it -> {
            var all = it.units().all();
            assertThat(all).hasSize(it.units().size()).doesNotHaveDuplicates();
            all.forEach(unit -> unit.parent()
                    .ifPresent(parent ->
                            assertThat(all.indexOf(it.units().unit(parent))).isLessThan(all.indexOf(unit))));
        });
    }

    @Test
    void aRoleHoldsForExactlyTheUnitsBelowItsGrants() {
        forAll(Case::of, it -> {
            var held = it.grants().stream()
                    .filter(grant -> grant.role() == Role.MANAGER)
                    .anyMatch(grant -> it.units().below(grant.unit()).contains(it.one()));
            assertThat(it.units().covers(it.grants(), Role.MANAGER, it.one())).isEqualTo(held);
        });
    }

    @Test
    void theScopesCoverWhatTheGrantsCoverAndNeverOverlap() {
        forAll(Case::of, it -> {
            var scopes = it.units().scopes(it.grants(), Role.MANAGER, Role.ADMINISTRATOR);
            var inScope =
                    scopes.stream().anyMatch(top -> it.units().below(top.id()).contains(it.one()));
            assertThat(inScope)
                    .isEqualTo(it.units().covers(it.grants(), Role.MANAGER, it.one())
                            || it.units().covers(it.grants(), Role.ADMINISTRATOR, it.one()));
            var together = scopes.stream()
                    .flatMap(top -> it.units().below(top.id()).stream())
                    .toList();
            assertThat(together).doesNotHaveDuplicates();
        });
    }

    @Test
    void aMoveKeepsEveryUnitAndNeverMakesACircle() {
        forAll(Case::of, it -> {
            if (it.units().below(it.one()).contains(it.other())) {
                assertThatThrownBy(() -> it.units().moved(it.one(), it.other())).isInstanceOf(Refusal.Conflict.class);
                return;
            }
            var moved = it.units().moved(it.one(), it.other());
            assertThat(moved.size()).isEqualTo(it.units().size());
            assertThat(moved.below(it.one()))
                    .containsExactlyInAnyOrderElementsOf(it.units().below(it.one()));
            assertThat(moved.path(it.one())).contains(moved.unit(it.other()));
        });
    }

    @Test
    void aCircleIsNoTree() {
        var a = new Unit(new UnitId("a"), Text.of("甲"), Optional.of(new UnitId("b")), 0);
        var b = new Unit(new UnitId("b"), Text.of("乙"), Optional.of(new UnitId("a")), 0);
        assertThatThrownBy(() -> Units.of(List.of(a, b))).isInstanceOf(Refusal.class);
    }

    @Test
    void aMissingParentIsNoTree() {
        var orphan = new Unit(new UnitId("a"), Text.of("甲"), Optional.of(new UnitId("gone")), 0);
        assertThatThrownBy(() -> Units.of(List.of(orphan))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aUnitThatDoesNotExistIsNobodysScope() {
        var units = Units.of(List.of(new Unit(new UnitId("a"), Text.of("甲"), Optional.empty(), 0)));
        var grants = List.of(new Grant(Role.MANAGER, new UnitId("gone")));
        assertThat(units.covers(grants, Role.MANAGER, new UnitId("gone"))).isFalse();
        assertThatThrownBy(() -> units.requireScope(grants, Role.MANAGER, new UnitId("gone")))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> units.requireScope(grants, Role.MANAGER, new UnitId("a")))
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
