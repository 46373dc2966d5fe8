package io.zhiyong.org;

import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.util.Optional;

/**
 * A unit (单位) of the organization.
 *
 * @param parent empty for the organization as a whole
 * @param order smaller comes first among the units of one parent
 */
public record Unit(UnitId id, Text name, Optional<UnitId> parent, int order) {
    Unit named(Text other) {
        return new Unit(id, other, parent, order);
    }

    Unit under(UnitId other) {
        return new Unit(id, name, Optional.of(other), order);
    }
}
