package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes questions in GIFT in the form of the shipped bank, which {@link GiftReader} reads back equal. */
final class GiftWriter {
    private static final Pattern LIKE_A_WEIGHT = Pattern.compile("^%");

    private GiftWriter() {}

    /**
     * @param text the file
     * @param left the questions that GIFT cannot hold (several blanks), which are not in it
     */
    record Written(String text, List<QuestionId> left) {}

    static Written write(List<Question> questions) {
        var text = new StringBuilder();
        var left = new ArrayList<QuestionId>();
        var category = "";
        for (var question : questions) {
            if (question.body().blankCount() > 1) {
                left.add(question.id());
                continue;
            }
            var own = category(question.classification());
            if (!own.equals(category)) {
                text.append(text.length() == 0 ? "" : "\n")
                        .append("$CATEGORY: ")
                        .append(own)
                        .append('\n');
                category = own;
            }
            text.append('\n').append(one(question));
        }
        return new Written(text.toString(), left);
    }

    private static String category(Classification what) {
        return what.topic().isEmpty() ? what.subject() : what.subject() + "/" + what.topic();
    }

    private static String one(Question question) {
        return marks(question)
                + "::" + GiftText.escape(question.id().value()) + "::"
                + GiftText.escape(question.stem())
                + "{" + answers(question.body()) + general(question.explanation()) + "}\n";
    }

    private static String marks(Question question) {
        var what = question.classification();
        var text = new StringBuilder("// [id:" + question.id() + "]");
        what.basis().ifPresent(basis -> tag(text, "basis", basis.key()));
        tag(text, "difficulty", String.valueOf(what.difficulty()));
        tag(text, "point", what.point());
        tag(text, "source", what.source());
        if (question.state() != QuestionState.PUBLISHED) {
            tag(text, "state", question.state().name().toLowerCase(Locale.ROOT));
        }
        return text.append('\n').toString();
    }

    private static void tag(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(" [tag:").append(name).append(':').append(value).append(']');
        }
    }

    private static String general(String explanation) {
        return explanation.isEmpty() ? "" : "####" + GiftText.escape(explanation) + "\n";
    }

    private static String answers(Body body) {
        if (body instanceof Body.TrueFalse statement) {
            return statement(statement);
        }
        var lines = new ArrayList<String>();
        if (body instanceof Body.FillIn fillIn) {
            fillIn.blanks().get(0).accepted().forEach(text -> lines.add(weighted("=", "%100%", text)));
        }
        for (var option : body.options()) {
            lines.add(option(body, option) + feedback(option.feedback(), false));
        }
        return "\n" + String.join("\n", lines) + "\n";
    }

    private static String statement(Body.TrueFalse statement) {
        var both = !statement.whenRight().isEmpty();
        return (statement.right() ? "TRUE" : "FALSE")
                + feedback(statement.whenWrong(), both)
                + feedback(statement.whenRight(), false);
    }

    private static String option(Body body, Option option) {
        var right = body.key().contains(option.key());
        if (body.type() == QuestionType.SINGLE) {
            return right ? weighted("=", "%100%", option.text()) : weighted("~", "%0%", option.text());
        }
        return "~" + (right ? share(body.key().size()) : "%-100%") + GiftText.escape(option.text());
    }

    private static String weighted(String mark, String weight, String text) {
        return mark + (LIKE_A_WEIGHT.matcher(text).find() ? weight : "") + GiftText.escape(text);
    }

    private static String feedback(String text, boolean evenEmpty) {
        return text.isEmpty() && !evenEmpty ? "" : "#" + GiftText.escape(text);
    }

    /** 100 % in equal parts, to five places as Moodle's own list of weights has them. */
    private static String share(int parts) {
        var percent = String.format(Locale.ROOT, "%.5f", 100.0 / parts).replaceAll("\\.?0+$", "");
        return "%" + percent + "%";
    }
}
