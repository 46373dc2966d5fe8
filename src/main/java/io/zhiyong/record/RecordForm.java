package io.zhiyong.record;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.web.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody looks for among all records.
 *
 * @param from first day on which it was kept
 * @param to last day
 */
record RecordForm(
        Optional<PersonId> person,
        Optional<Verb> verb,
        Optional<String> place,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> after) {

    static RecordForm from(Call call) {
        return new RecordForm(
                call.query("person").map(PersonId::new),
                call.query("verb").map(RecordForm::verb),
                call.query("place").map(place -> place.startsWith("/") ? place.substring(1) : place),
                call.query("from").map(text -> day("from", text)),
                call.query("to").map(text -> day("to", text)),
                call.query("after"));
    }

    StatementQuery query(Home home, ZoneId zone) {
        var query = StatementQuery.ALL;
        if (person.isPresent()) {
            query = query.agent(home.agentKey(person.get()), false);
        }
        if (verb.isPresent()) {
            query = query.verb(verb.get().iri());
        }
        if (place.isPresent()) {
            query = query.activity(home.iriOf(place.get()), true);
        }
        if (from.isPresent()) {
            query = query.above(OrderClock.micros(from.get().atStartOfDay(zone).toInstant()) - 1);
        }
        if (to.isPresent()) {
            query = query.through(
                    OrderClock.micros(to.get().plusDays(1).atStartOfDay(zone).toInstant()) - 1);
        }
        return query;
    }

    /** Of the same question, from there on. */
    String address(Optional<String> later) {
        var address = new StringBuilder("/records?");
        person.ifPresent(id -> add(address, "person", id.value()));
        verb.ifPresent(one -> add(address, "verb", one.name()));
        place.ifPresent(path -> add(address, "place", path));
        from.ifPresent(day -> add(address, "from", day.toString()));
        to.ifPresent(day -> add(address, "to", day.toString()));
        later.ifPresent(key -> add(address, "after", key));
        return address.substring(0, address.length() - 1);
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&');
    }

    private static Verb verb(String name) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("verb", "record.refusal.verb", name));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "record.refusal.day", text);
        }
    }
}
