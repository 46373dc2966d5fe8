package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.GiftBlocks.Block;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the category and the comment above a question say of it. */
record GiftMarks(Optional<QuestionId> id, Classification classification, QuestionState state) {
    private static final Set<String> KNOWN = Set.of("basis", "difficulty", "point", "source", "state");
    /** Steps of a Moodle category path that name no subject. */
    private static final Set<String> CONTEXTS = Set.of("", "top", "$course$", "$module$", "$system$", "$cat$");

    static GiftMarks of(Block block, Reading.Defaults defaults, Reading.Gathering gathering) {
        var tags = tags(block, gathering);
        var path = Arrays.stream(block.category().split("/"))
                .map(String::strip)
                .filter(step -> !CONTEXTS.contains(step))
                .toList();
        var classification = new Classification(
                path.isEmpty() ? defaults.subject() : path.get(0),
                path.size() < 2 ? "" : String.join(" · ", path.subList(1, path.size())),
                tags.getOrDefault("point", ""),
                difficulty(tags.get("difficulty")),
                Optional.ofNullable(tags.get("basis")).map(Basis::parse),
                tags.getOrDefault("source", defaults.source()));
        return new GiftMarks(id(block, gathering), classification, state(tags.get("state"), defaults));
    }

    private static Map<String, String> tags(Block block, Reading.Gathering gathering) {
        var tags = new HashMap<String, String>();
        for (var tag : block.tags()) {
            var name = tag.substring(0, Math.max(0, tag.indexOf(':')));
            if (KNOWN.contains(name)) {
                tags.put(name, tag.substring(name.length() + 1).strip());
            } else {
                gathering.note(block.line(), "questionbank.note.tag", tag);
            }
        }
        return tags;
    }

    private static Optional<QuestionId> id(Block block, Reading.Gathering gathering) {
        if (block.id().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuestionId(block.id()));
        } catch (Refusal refusal) {
            gathering.note(block.line(), "questionbank.note.id", block.id());
            return Optional.empty();
        }
    }

    private static int difficulty(String value) {
        if (value == null) {
            return Classification.MIDDLE;
        }
        if (!value.matches("[1-5]")) {
            throw Refusal.invalid("difficulty", "questionbank.refusal.difficulty", value);
        }
        return Integer.parseInt(value);
    }

    private static QuestionState state(String value, Reading.Defaults defaults) {
        if (value == null) {
            return defaults.state();
        }
        return List.of(QuestionState.values()).stream()
                .filter(state -> state.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("state", "questionbank.refusal.stateName", value));
    }
}
