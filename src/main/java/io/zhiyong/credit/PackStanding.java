package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.util.List;

/**
 * Where one person stands in one year by one pack.
 *
 * @param measured one for each requirement that binds the person; empty when none does
 */
public record PackStanding(PersonId person, RulePack pack, YearSum sum, List<Standing.Measured> measured) {
    public PackStanding {
        measured = List.copyOf(measured);
    }

    /** Whether everything asked for is there. */
    public boolean met() {
        return measured.stream().allMatch(Standing.Measured::met);
    }
}
