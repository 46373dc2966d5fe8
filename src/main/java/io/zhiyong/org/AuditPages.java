package io.zhiyong.org;

import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the page of the audit log shows. */
final class AuditPages {
    private AuditPages() {}

    /**
     * One entry.
     *
     * @param who the name of whoever did it; empty when nobody was signed in
     * @param what a message key
     * @param subjectName the name, where the subject is a person
     * @param detail as {@code name: value}
     */
    record EntryRow(
            Instant at,
            Optional<PersonId> person,
            Optional<String> who,
            String what,
            String whatAddress,
            String subject,
            Optional<String> subjectName,
            String detail,
            String address) {}

    /** A part of the log, newest first. */
    record AuditView(
            String person,
            Optional<String> kind,
            List<EntryRow> entries,
            Optional<String> first,
            Optional<String> next) {}

    /** What was asked for, as it was typed. */
    record Asked(String person, Optional<String> kind, boolean later) {
        private String address(Optional<String> after) {
            var query = new TreeMap<String, String>();
            if (!person.isEmpty()) {
                query.put("person", person);
            }
            kind.ifPresent(what -> query.put("kind", what));
            after.ifPresent(last -> query.put("after", last));
            var parts = query.entrySet().stream()
                    .map(each -> each.getKey() + "=" + PeoplePages.escaped(each.getValue()))
                    .collect(Collectors.joining("&"));
            return parts.isEmpty() ? "/audit" : "/audit?" + parts;
        }
    }

    static AuditView view(Asked asked, Page<AuditEntry> page, Map<PersonId, Person> people) {
        return new AuditView(
                asked.person(),
                asked.kind(),
                page.items().stream().map(entry -> row(entry, people)).toList(),
                asked.later() ? Optional.of(asked.address(Optional.empty())) : Optional.empty(),
                page.next().map(next -> asked.address(Optional.of(next))));
    }

    private static EntryRow row(AuditEntry entry, Map<PersonId, Person> people) {
        return new EntryRow(
                entry.at(),
                entry.who(),
                entry.who().map(id -> Optional.ofNullable(people.get(id))
                        .map(Person::name)
                        .orElse(id.value())),
                entry.what(),
                new Asked("", Optional.of(entry.what()), false).address(Optional.empty()),
                entry.subject(),
                personId(entry.subject()).map(people::get).map(Person::name),
                entry.detail().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", ")),
                entry.address());
    }

    /** The subject as a person's id, when it can be one. */
    static Optional<PersonId> personId(String subject) {
        try {
            return Optional.of(new PersonId(subject));
        } catch (io.zhiyong.base.Refusal noId) {
            return Optional.empty();
        }
    }
}
