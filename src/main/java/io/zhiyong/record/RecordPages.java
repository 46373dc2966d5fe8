package io.zhiyong.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the pages about records show: sentences, not JSON. */
final class RecordPages {
    private RecordPages() {}

    /**
     * A record in one line.
     *
     * @param link where what it is about can be seen; empty when it is not on this site
     */
    record Row(
            StatementId id,
            Instant at,
            String who,
            Text verb,
            Text what,
            Optional<String> link,
            Optional<Text> kind,
            Outcome outcome,
            boolean voided) {}

    /** How it went, as far as it says. */
    record Outcome(
            boolean succeeded,
            boolean failed,
            Optional<BigDecimal> raw,
            Optional<BigDecimal> max,
            Optional<Duration> duration) {}

    /** A verb to choose from. */
    record VerbOption(String name, Text label, boolean chosen) {}

    /**
     * The browser of all records in somebody's scope.
     *
     * @param whole whether the scope is the whole organization
     */
    record BrowserView(
            RecordForm form,
            List<VerbOption> verbs,
            List<Row> records,
            Optional<String> first,
            Optional<String> next,
            boolean whole) {}

    /** One person's records. */
    record TimelineView(
            PersonId person,
            String name,
            List<Row> records,
            Optional<String> first,
            Optional<String> next,
            boolean own) {}

    /**
     * A name and what the record says under it.
     *
     * @param key a message key; empty when only the name is known
     */
    record Detail(Optional<String> key, String name, String value) {}

    /**
     * One record with all there is to it.
     *
     * @param text the very text that was hashed
     * @param raw the same, laid out for reading
     * @param proof empty for the moment until it has a number
     */
    record RecordView(
            Row row, Instant stored, List<Detail> details, String text, String raw, Optional<InclusionProof> proof) {}

    /** Some of the chain, for other systems. {@code next} is what to ask with for the following. */
    record FeedView(List<FeedEntry> statements, long next) {}

    /** A statement and its number; {@code text} is its JSON as kept. */
    record FeedEntry(long number, StatementId id, String text) {}

    static BrowserView browser(RecordForm form, Page<Statement> page, boolean whole) {
        var verbs = Arrays.stream(Verb.values())
                .map(verb -> new VerbOption(
                        verb.name(),
                        verb.display(),
                        form.verb().filter(verb::equals).isPresent()))
                .toList();
        return new BrowserView(
                form,
                verbs,
                rows(page),
                form.after().map(after -> form.address(Optional.empty())),
                page.next().map(next -> form.address(Optional.of(next))),
                whole);
    }

    static TimelineView timeline(
            PersonId person, String name, Page<Statement> page, Optional<String> after, boolean own) {
        var path = "/people/" + person + "/records";
        return new TimelineView(
                person,
                name,
                rows(page),
                after.map(later -> path),
                page.next().map(next -> path + "?after=" + next),
                own);
    }

    static RecordView record(Statement statement, Optional<InclusionProof> proof) {
        return new RecordView(
                row(statement),
                statement.stored(),
                Details.of(statement.tree()),
                statement.text(),
                statement.tree().toPrettyString(),
                proof);
    }

    private static List<Row> rows(Page<Statement> page) {
        return page.items().stream().map(RecordPages::row).toList();
    }

    static Row row(Statement statement) {
        var tree = statement.tree();
        var object = tree.path("object");
        return new Row(
                statement.id(),
                statement.at(),
                nameOf(tree.path("actor")),
                statement
                        .verb()
                        .map(Verb::display)
                        .orElseGet(() -> named(tree.at("/verb/display"), statement.verbIri())),
                what(object),
                link(statement),
                statement.type().map(ActivityType::label),
                outcome(statement),
                statement.voided());
    }

    private static Outcome outcome(Statement statement) {
        var success = statement.success();
        return new Outcome(
                success.orElse(false),
                success.isPresent() && !success.get(),
                statement.raw(),
                statement.max(),
                duration(statement.tree().at("/result/duration").asText()));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            // Months and years are no number of seconds; such a duration is shown among the details only.
            return Optional.empty();
        }
    }

    private static Optional<String> link(Statement statement) {
        var place = statement.place();
        return place.isEmpty() || place.contains(":") ? Optional.empty() : Optional.of("/" + place);
    }

    private static Text what(JsonNode object) {
        return switch (object.path("objectType").asText()) {
            case "Agent", "Group" -> Text.of(nameOf(object));
            case "StatementRef" -> Text.of(object.path("id").asText());
            case "SubStatement" -> what(object.path("object"));
            default -> named(object.at("/definition/name"), object.path("id").asText());
        };
    }

    static String nameOf(JsonNode agent) {
        if (agent.path("name").isTextual() && !agent.path("name").asText().isBlank()) {
            return agent.path("name").asText();
        }
        return AgentKey.of(agent)
                .map(key -> key.substring(key.indexOf(' ') + 1))
                .orElse("—");
    }

    /** A language map's Chinese and English, whatever it has, or else the IRI. */
    private static Text named(JsonNode languages, String iri) {
        var zh = in(languages, "zh");
        var en = in(languages, "en");
        var any = languages.isObject() && !languages.isEmpty()
                ? languages.elements().next().asText()
                : iri;
        var first = zh.or(() -> en).filter(text -> !text.isBlank()).orElse(any.isBlank() ? iri : any);
        return Text.of(first, en.orElse(""));
    }

    private static Optional<String> in(JsonNode languages, String language) {
        return languages.properties().stream()
                .filter(entry -> entry.getKey().startsWith(language))
                .findFirst()
                .map(entry -> entry.getValue().asText());
    }
}
