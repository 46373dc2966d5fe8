package io.zhiyong.web;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import java.util.Optional;
import java.util.Set;

/** Who may enter a route. A role's unit is checked where the unit is known. */
public sealed interface Access {
    /** Refuses who may not enter. */
    void check(Optional<Visitor> visitor);

    static Access anyone() {
        return new Anyone();
    }

    static Access signedIn() {
        return new OneOf(Set.of(Role.CADRE));
    }

    /** Whoever holds one of these roles for some unit. */
    static Access role(Role... roles) {
        return new OneOf(Set.of(roles));
    }

    /** No session is asked for. */
    record Anyone() implements Access {
        @Override
        public void check(Optional<Visitor> visitor) {
            // Nobody is refused.
        }
    }

    /** A session is asked for, and one of the roles. */
    record OneOf(Set<Role> roles) implements Access {
        public OneOf {
            roles = Set.copyOf(roles);
        }

        @Override
        public void check(Optional<Visitor> visitor) {
            var present = visitor.orElseThrow(Refusal::signInNeeded);
            if (roles.stream().noneMatch(present::has)) {
                throw Refusal.forbidden("refusal.role");
            }
        }
    }
}
