package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody with an account.
 *
 * @param account what he signs in with: lower case, unique, may be changed
 * @param grants the roles he holds beyond being a cadre
 * @param active whether he may sign in
 */
public record Person(
        PersonId id,
        String account,
        String name,
        Service service,
        List<Grant> grants,
        Language language,
        boolean active) {
    static final int LONGEST_NAME = 60;

    public Person {
        account = Account.check("account", account);
        name = Checks.text("name", name, 1, LONGEST_NAME);
        grants = grants.stream().distinct().toList();
    }

    public UnitId unit() {
        return service.unit();
    }

    /** 职级; empty when he has none. */
    public String rank() {
        return service.rank();
    }

    public Optional<PostId> post() {
        return service.post();
    }

    public boolean partyMember() {
        return service.partyMember();
    }

    public LocalDate joined() {
        return service.joined();
    }

    public Optional<LocalDate> left() {
        return service.left();
    }

    public boolean probation() {
        return service.probation();
    }

    /** Whether he serves on this day: from the day he joined to the day before the one he left on. */
    public boolean serves(LocalDate day) {
        return !day.isBefore(joined()) && left().map(day::isBefore).orElse(true);
    }

    Person granted(List<Grant> others) {
        return new Person(id, account, name, service, others, language, active);
    }

    Person speaking(Language other) {
        return new Person(id, account, name, service, grants, other, active);
    }

    Person activated(boolean now) {
        return new Person(id, account, name, service, grants, language, now);
    }
}
