package io.zhiyong.record.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.record.text.Formats;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A value within the JSON under judgement, with its path ({@code $.actor.member[0].mbox}), its name there, and what was found wrong so far.
 * Every check answers whether it held and, when not, records why.
 */
record Spot(JsonNode node, String path, String name, Findings findings) {
    Spot(JsonNode node, String path, Findings findings) {
        this(node, path, "", findings);
    }

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST_SHOWN = 80;

    boolean wrong(String key, Object... arguments) {
        findings.add(path, key, arguments);
        return false;
    }

    /** An object with no other members than these. */
    boolean isObject(String... allowed) {
        if (!node.isObject()) {
            return wrong("record.rule.object", shown());
        }
        var names = Set.of(allowed);
        var before = true;
        for (var member : node.properties()) {
            if (!names.contains(member.getKey())) {
                before = at(member.getKey()).wrong("record.rule.unknown", String.join(", ", sorted(allowed)));
            }
        }
        return before;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** The member, when there is one; a null counts as one, and fails whatever is asked of it. */
    Optional<Spot> member(String name) {
        return node.has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    void may(String name, Consumer<Spot> check) {
        member(name).ifPresent(check);
    }

    void must(String name, Consumer<Spot> check) {
        if (node.has(name)) {
            check.accept(at(name));
        } else {
            wrong("record.rule.missing", name);
        }
    }

    void members(Consumer<Spot> check) {
        node.properties().forEach(member -> check.accept(at(member.getKey())));
    }

    boolean items(Consumer<Spot> check) {
        if (!node.isArray()) {
            return wrong("record.rule.array", shown());
        }
        for (var i = 0; i < node.size(); i++) {
            check.accept(new Spot(node.get(i), path + "[" + i + "]", findings));
        }
        return true;
    }

    boolean isText() {
        return node.isTextual() || wrong("record.rule.string", shown());
    }

    boolean isBoolean() {
        return node.isBoolean() || wrong("record.rule.boolean", shown());
    }

    boolean isNumber() {
        return node.isNumber() || wrong("record.rule.number", shown());
    }

    boolean isCount() {
        return (node.isIntegralNumber() && node.bigIntegerValue().signum() >= 0) || wrong("record.rule.count", shown());
    }

    boolean isIri() {
        return form(Formats::iri, "record.rule.iri");
    }

    boolean isUuid() {
        return form(Formats::uuid, "record.rule.uuid");
    }

    boolean isTimestamp() {
        return form(Formats::timestamp, "record.rule.timestamp");
    }

    boolean form(Predicate<String> form, String key) {
        return isText() && (form.test(node.textValue()) || wrong(key, shown()));
    }

    boolean isOneOf(String... values) {
        return isText()
                && (Arrays.asList(values).contains(node.textValue())
                        || wrong("record.rule.oneOf", shown(), String.join(", ", values)));
    }

    /** Names of languages with texts in them (Data 4.2). */
    boolean isLanguageMap() {
        if (!node.isObject()) {
            return wrong("record.rule.languageMap", shown());
        }
        members(entry -> {
            entry.isText();
            if (!Formats.language(entry.name())) {
                entry.wrong("record.rule.language", entry.name());
            }
        });
        return true;
    }

    /** Any values, null included, under names that are IRIs (Data 4.1). */
    boolean isExtensions() {
        if (!node.isObject()) {
            return wrong("record.rule.object", shown());
        }
        members(entry -> {
            if (!Formats.iri(entry.name())) {
                entry.wrong("record.rule.iri", entry.name());
            }
        });
        return true;
    }

    private Spot at(String name) {
        var step = PLAIN.matcher(name).matches() ? "." + name : "['" + name + "']";
        return new Spot(node.get(name), path + step, name, findings);
    }

    private String shown() {
        var text = node.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String[] sorted(String... names) {
        var copy = names.clone();
        Arrays.sort(copy);
        return copy;
    }
}
