package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person as an administrator types him in, new or changed. */
record PersonForm(
        String account,
        String name,
        UnitId unit,
        String rank,
        Optional<PostId> post,
        Boolean partyMember,
        LocalDate joined,
        Optional<LocalDate> left,
        Boolean probation,
        Optional<Language> language) {
    PersonForm {
        post = post == null ? Optional.empty() : post;
        left = left == null ? Optional.empty() : left;
        language = language == null ? Optional.empty() : language;
        partyMember = Boolean.TRUE.equals(partyMember);
        probation = Boolean.TRUE.equals(probation);
        var typed = new Typed(account, name, unit, rank, joined, left);
        typed.check();
        rank = rank == null ? "" : rank;
    }

    /** What can be wrong, all told at once. */
    private record Typed(
            String account, String name, UnitId unit, String rank, LocalDate joined, Optional<LocalDate> left) {
        void check() {
            Problems.requireNone(
                    () -> Account.check("account", account),
                    () -> Checks.text("name", name, 1, Person.LONGEST_NAME),
                    () -> Checks.present("unit", unit),
                    () -> Checks.text("rank", rank, 0, Service.LONGEST_RANK),
                    () -> Checks.day("joined", joined),
                    () -> left.ifPresent(day -> Checks.day("left", day)));
        }
    }

    private Service service() {
        return new Service(unit, rank, post, partyMember, joined, left, probation);
    }

    Person fresh(PersonId id) {
        return new Person(id, account, name, service(), List.<Grant>of(), language.orElse(Language.ZH), true);
    }

    /** The person with what was typed; his roles and whether he is active are changed elsewhere. */
    Person changed(Person person) {
        return new Person(
                person.id(),
                account,
                name,
                service(),
                person.grants(),
                language.orElse(person.language()),
                person.active());
    }

    /** The fields of a person's document that this form sets. */
    static String[] fields() {
        return new String[] {
            "account",
            "name",
            "order",
            "unit",
            "units",
            "rank",
            "post",
            "party",
            "joined",
            "left",
            "probation",
            "language"
        };
    }
}
