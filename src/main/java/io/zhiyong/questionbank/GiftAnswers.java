package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands within the braces of a GIFT question. */
final class GiftAnswers {
    private static final Pattern WEIGHT = Pattern.compile("^%(-?\\d{1,3}(?:\\.\\d{1,7})?)%");
    private static final Set<String> TRUE = Set.of("T", "TRUE");
    private static final Set<String> FALSE = Set.of("F", "FALSE");

    private final int line;
    private final Reading.Gathering gathering;

    private GiftAnswers(int line, Reading.Gathering gathering) {
        this.line = line;
        this.gathering = gathering;
    }

    /** One answer: its mark, its weight in percent where given, its text and feedback, raw. */
    private record Part(char mark, Optional<Double> weight, String text, String feedback) {
        boolean positive() {
            return weight.map(percent -> percent > 0).orElse(mark == '=');
        }
    }

    static Body body(String answers, int line, Reading.Gathering gathering) {
        var reader = new GiftAnswers(line, gathering);
        if (answers.isEmpty()) {
            throw Refusal.unsupported("questionbank.refusal.giftEssay");
        }
        if (answers.startsWith("#")) {
            throw Refusal.unsupported("questionbank.refusal.giftNumeric");
        }
        var statement = reader.trueFalse(answers);
        return statement.isPresent() ? statement.get() : reader.marked(answers);
    }

    private Optional<Body> trueFalse(String answers) {
        var hash = GiftText.find(answers, "#", 0);
        var word = (hash < 0 ? answers : answers.substring(0, hash)).strip().toUpperCase(Locale.ROOT);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            return Optional.empty();
        }
        var feedback = hash < 0 ? "" : answers.substring(hash + 1);
        var second = GiftText.find(feedback, "#", 0);
        return Optional.of(new Body.TrueFalse(
                TRUE.contains(word),
                GiftText.plain(second < 0 ? feedback : feedback.substring(0, second)),
                second < 0 ? "" : GiftText.plain(feedback.substring(second + 1))));
    }

    private Body marked(String answers) {
        var cut = GiftText.cutAtMarks(answers);
        if (!cut.get(0).isBlank()) {
            throw Refusal.invalid(
                    "", "questionbank.refusal.giftNoMark", cut.get(0).strip());
        }
        var parts = cut.subList(1, cut.size()).stream().map(GiftAnswers::part).toList();
        if (parts.stream().allMatch(part -> part.mark() == '=')) {
            return typed(parts);
        }
        return parts.stream().anyMatch(part -> part.mark() == '=') ? single(parts) : multiple(parts);
    }

    private static Part part(String raw) {
        var text = raw.substring(1).strip();
        var match = WEIGHT.matcher(text);
        var weight = match.find() ? Optional.of(Double.valueOf(match.group(1))) : Optional.<Double>empty();
        var rest = weight.isPresent() ? text.substring(match.end()) : text;
        var hash = GiftText.find(rest, "#", 0);
        return new Part(
                raw.charAt(0),
                weight,
                hash < 0 ? rest : rest.substring(0, hash),
                hash < 0 ? "" : rest.substring(hash + 1));
    }

    private Body typed(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.text().contains("->"))) {
            throw Refusal.unsupported("questionbank.refusal.giftMatching");
        }
        var accepted = new ArrayList<String>();
        for (var part : parts) {
            if (part.weight().map(percent -> percent != 100).orElse(false)) {
                gathering.note(line, "questionbank.note.partlyRight", GiftText.plain(part.text()));
            } else {
                accepted.add(GiftText.plain(part.text()));
            }
            if (!part.feedback().isBlank()) {
                gathering.note(line, "questionbank.note.feedback", GiftText.plain(part.text()));
            }
        }
        return new Body.FillIn(List.of(new Body.Blank(accepted)));
    }

    private Body single(List<Part> parts) {
        var right = parts.stream().filter(part -> part.mark() == '=').count();
        if (right > 1) {
            throw Refusal.invalid("key", "questionbank.refusal.giftSeveralRight", right);
        }
        if (parts.stream().anyMatch(part -> part.mark() == '~' && part.positive())) {
            gathering.note(line, "questionbank.note.weights");
        }
        var options = options(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).mark() == '=') {
                return new Body.Single(options, options.get(i).key());
            }
        }
        throw new IllegalStateException("one part is marked right");
    }

    private Body multiple(List<Part> parts) {
        var options = options(parts);
        var right = new ArrayList<String>();
        var weights = new ArrayList<Double>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).positive()) {
                right.add(options.get(i).key());
                weights.add(parts.get(i).weight().orElse(0.0));
            }
        }
        if (weights.stream().anyMatch(weight -> Math.abs(weight - weights.get(0)) > 0.01)) {
            gathering.note(line, "questionbank.note.weights");
        }
        return new Body.Multiple(options, right);
    }

    private static List<Option> options(List<Part> parts) {
        var options = new ArrayList<Option>();
        for (var part : parts) {
            options.add(new Option(
                    Option.letter(options.size()), GiftText.plain(part.text()), GiftText.plain(part.feedback())));
        }
        return options;
    }
}
