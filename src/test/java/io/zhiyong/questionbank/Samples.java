package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Questions made from a seed, with the texts that break formats. */
final class Samples {
    private static final String[] PIECES = {
        "公务员",
        "行政许可",
        "第三十二条",
        " ",
        "~",
        "=",
        "#",
        "{",
        "}",
        ":",
        "\\",
        "->",
        "%50%",
        "\n",
        "[html]",
        "<b>",
        "&amp;",
        "//",
        "::",
        "####",
        "，",
        "A",
        "ＡＢ",
        "½",
        "\\n",
        "$CATEGORY: x",
        "____",
        "TRUE",
        "😀"
    };
    private static final List<String> SUBJECTS = List.of("公务员法", "监察法", "传统文化");

    private Samples() {}

    /** Never blank, without spaces at its ends. */
    static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        var stripped = text.toString().strip();
        return stripped.isEmpty() ? "空" : stripped;
    }

    static String maybe(Random random) {
        return random.nextBoolean() ? text(random) : "";
    }

    static List<Option> options(Random random) {
        var options = new ArrayList<Option>();
        for (int i = 0, count = 2 + random.nextInt(5); i < count; i++) {
            options.add(new Option(Option.letter(i), text(random) + i, maybe(random)));
        }
        return options;
    }

    static Body body(Random random) {
        var options = options(random);
        return switch (random.nextInt(4)) {
            case 0 -> new Body.Single(options, Option.letter(random.nextInt(options.size())));
            case 1 -> new Body.Multiple(options, some(random, options));
            case 2 -> new Body.TrueFalse(random.nextBoolean(), maybe(random), maybe(random));
            default -> new Body.FillIn(List.of(blank(random)));
        };
    }

    private static Body.Blank blank(Random random) {
        var accepted = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            accepted.add(text(random) + "三");
        }
        return new Body.Blank(accepted);
    }

    private static List<String> some(Random random, List<Option> options) {
        var keys = new ArrayList<>(options.stream().map(Option::key).toList());
        java.util.Collections.shuffle(keys, random);
        return keys.subList(0, 1 + random.nextInt(keys.size()));
    }

    static Question question(Random random, String id) {
        var what = new Classification(
                SUBJECTS.get(random.nextInt(SUBJECTS.size())),
                random.nextBoolean() ? "总则" : "",
                random.nextBoolean() ? "知识点" + random.nextInt(3) : "",
                1 + random.nextInt(5),
                random.nextBoolean() ? Optional.of(Basis.parse("公务员法/26/1")) : Optional.empty(),
                "");
        var states = QuestionState.values();
        return new Question(
                new QuestionId(id),
                1,
                what,
                text(random),
                body(random),
                maybe(random),
                states[random.nextInt(states.length)]);
    }

    static List<Question> questions(Random random, int most) {
        var questions = new ArrayList<Question>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            questions.add(question(random, "t-" + i));
        }
        return questions;
    }

    /** An answer that the body allows. */
    static Answer answer(Random random, Body body) {
        if (random.nextInt(6) == 0) {
            return Answer.NONE;
        }
        return switch (body.type()) {
            case SINGLE ->
                Answer.of(body.options()
                        .get(random.nextInt(body.options().size()))
                        .key());
            case MULTIPLE -> new Answer(some(random, body.options()));
            case TRUE_FALSE -> Answer.of(String.valueOf(random.nextBoolean()));
            case FILL_IN -> Answer.of(random.nextBoolean() ? body.key().get(0) : text(random));
        };
    }
}
