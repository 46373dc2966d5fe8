package io.zhiyong.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.record.Home;
import io.zhiyong.record.Statement;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a statement tells the ledger.
 *
 * <p>Only what this organization's own features told can earn credit: a content package runs in the learner's browser, and what
 * it sends could be written by himself. The features look at such evidence and then tell in their own name.
 */
final class StatementReading {
    private static final String OURSELVES = "zhiyong";
    private static final Pattern REQUIREMENT = Pattern.compile("credits/requirements/([^/]+)/([^/]+)");

    private final Home home;

    StatementReading(Home home) {
        this.home = home;
    }

    /** The place of a requirement as a statement names it. */
    static String placeOf(String pack, String requirement) {
        return "credits/requirements/" + pack + "/" + requirement;
    }

    Optional<Told> read(Statement statement) {
        var verb = statement.verb();
        if (verb.equals(Optional.of(Verb.VOIDED))) {
            return voided(statement);
        }
        if (!isOurs(statement)) {
            return Optional.empty();
        }
        return verb.equals(Optional.of(Verb.WAIVED)) ? waived(statement) : done(statement);
    }

    boolean isOurs(Statement statement) {
        var account = statement.tree().at("/authority/account");
        return account.path("homePage").asText().equals(home.iri())
                && account.path("name").asText().equals(OURSELVES);
    }

    private static Optional<Told> voided(Statement statement) {
        return statement.refersTo().map(target -> {
            var reason = text(statement, Extension.REASON);
            var by = statement.tree().at("/actor/name").asText();
            return new Told.Voided(
                    statement.id().text(),
                    target.text(),
                    reason.isEmpty() ? "voided" : reason,
                    by.isEmpty() ? statement.actor().map(Object::toString).orElse("-") : by,
                    statement.at());
        });
    }

    private static Optional<Told> waived(Statement statement) {
        var place = REQUIREMENT.matcher(statement.place());
        var year = statement.extension(Extension.YEAR).map(JsonNode::asInt);
        var basis = text(statement, Extension.BASIS);
        if (!place.matches() || year.isEmpty() || basis.isEmpty()) {
            return Optional.empty();
        }
        return statement
                .actor()
                .map(person -> new Told.Waived(
                        statement.id().text(), person, place.group(1), place.group(2), year.get(), basis));
    }

    private static Optional<Told> done(Statement statement) {
        if (statement.place().isEmpty()) {
            return Optional.empty();
        }
        var definition = statement.tree().at("/object/definition");
        var deed = new Deed(
                statement.verbIri(),
                statement.place(),
                definition.path("type").asText(),
                definition.path("name").path("zh-CN").asText(),
                statement.scaled());
        return statement
                .actor()
                .map(person -> new Told.Done(
                        new Facts(statement.id().text(), person, statement.at(), deed, content(statement))));
    }

    private static Content content(Statement statement) {
        return new Content(text(statement, Extension.FORM), text(statement, Extension.CATEGORY), measures(statement));
    }

    private static Map<Measure, BigDecimal> measures(Statement statement) {
        Map<Measure, BigDecimal> found = new EnumMap<>(Measure.class);
        statement
                .extension(Extension.HOURS)
                .filter(JsonNode::isNumber)
                .ifPresent(hours -> found.put(Measure.CLASS_HOURS, hours.decimalValue()));
        statement.extension(Extension.MEASURES).ifPresent(declared -> {
            for (var measure : Measure.values()) {
                var number = declared.path(measure.name());
                if (number.isNumber() && number.decimalValue().signum() > 0) {
                    found.put(measure, number.decimalValue());
                }
            }
        });
        return found;
    }

    private static String text(Statement statement, Extension extension) {
        return statement.extension(extension).map(JsonNode::asText).orElse("");
    }
}
