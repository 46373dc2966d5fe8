package io.zhiyong.web;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import java.util.List;

/**
 * The person behind a request, as his session says.
 *
 * @param session names the session among the person's own; not the secret that opens it
 */
public record Visitor(
        PersonId person, String name, UnitId unit, List<Grant> grants, Language language, String session) {
    public Visitor {
        grants = List.copyOf(grants);
    }

    /** Whether the role is held for any unit at all; the unit in question is checked where it is known. */
    public boolean has(Role role) {
        return role == Role.CADRE || grants.stream().anyMatch(grant -> grant.role() == role);
    }
}
