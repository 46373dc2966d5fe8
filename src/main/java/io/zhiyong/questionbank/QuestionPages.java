package io.zhiyong.questionbank;

import io.zhiyong.base.Language;
import io.zhiyong.base.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages of the bank show; the same records are their JSON. Only organizers see these: they hold keys. */
final class QuestionPages {
    private static final int FORM_OPTIONS = 8;
    /** What stands for a subject that is still to be written. */
    private static final String NO_SUBJECT = "-";

    private QuestionPages() {}

    /** A question in a list. */
    record Item(
            QuestionId id, String stem, QuestionType type, QuestionState state, Classification place, String basis) {
        static Item of(Question question, Language language) {
            return new Item(
                    question.id(),
                    question.stem(),
                    question.type(),
                    question.state(),
                    question.classification(),
                    label(question, language));
        }
    }

    /** One page of questions with the filter that made it. */
    record ListView(
            QuestionFilter filter,
            List<Subject> subjects,
            List<Item> questions,
            Optional<String> next,
            Optional<String> first) {
        /** The page as a file to take along. */
        public String export() {
            return address("/questions/export", filter, Optional.empty());
        }
    }

    static ListView list(
            QuestionFilter filter, List<Subject> subjects, Page<Question> page, boolean isFirst, Language language) {
        return new ListView(
                filter,
                subjects,
                page.map(question -> Item.of(question, language)).items(),
                page.next().map(after -> address("/questions", filter, Optional.of(after))),
                isFirst ? Optional.empty() : Optional.of(address("/questions", filter, Optional.empty())));
    }

    private static String address(String path, QuestionFilter filter, Optional<String> after) {
        var parts = Stream.of(
                        parameter("words", filter.words()),
                        parameter("subject", filter.subject()),
                        parameter("type", filter.type()),
                        parameter("difficulty", filter.difficulty()),
                        parameter("state", filter.state()),
                        parameter("point", filter.point()),
                        parameter("after", after))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? path : path + "?" + parts;
    }

    private static String parameter(String name, Optional<?> value) {
        return value.map(given -> name + "=" + URLEncoder.encode(given.toString(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** An option with what a candidate must not see. */
    record OptionView(String letter, String text, boolean right, String feedback) {}

    /** A version in the list of versions. */
    record VersionView(int version, QuestionState state, String by, Instant at) {}

    /** Everything about one question. */
    record ShowView(
            Face face,
            Item item,
            List<OptionView> options,
            List<List<String>> key,
            String explanation,
            List<QuestionState> mayBecome,
            List<VersionView> versions) {}

    static ShowView show(Question question, List<QuestionStore.Made> history, Language language) {
        return new ShowView(
                question.face(),
                Item.of(question, language),
                options(question.body()),
                key(question.body()),
                question.explanation(),
                Stream.of(QuestionState.values())
                        .filter(question.state()::mayBecome)
                        .toList(),
                history.stream()
                        .map(made -> new VersionView(
                                made.question().version(),
                                made.question().state(),
                                made.by().value(),
                                made.at()))
                        .toList());
    }

    private static List<OptionView> options(Body body) {
        return body.options().stream()
                .map(option -> new OptionView(
                        option.key(), option.text(), body.key().contains(option.key()), option.feedback()))
                .toList();
    }

    /** Of a fill-in all spellings of every blank; else one list. */
    private static List<List<String>> key(Body body) {
        return body instanceof Body.FillIn fillIn
                ? fillIn.blanks().stream().map(Body.Blank::accepted).toList()
                : List.of(body.key());
    }

    private static String label(Question question, Language language) {
        return question.classification()
                .basis()
                .map(basis -> basis.label(language))
                .orElse("");
    }

    /** One row of the form's options. */
    record OptionRow(int index, String letter, String text, boolean right, String feedback) {}

    /** The form, empty or filled; {@code id} is empty for a new question. */
    record FormView(
            Optional<QuestionId> id,
            Classification place,
            QuestionType type,
            String stem,
            List<OptionRow> options,
            Key key,
            String explanation) {
        /** Where it is sent. */
        public String action() {
            return id.map(known -> "/questions/" + known).orElse("/questions");
        }

        public String basis() {
            return place.basis().map(Basis::key).orElse("");
        }

        /** Empty in a blank form. */
        public String subject() {
            return place.subject().equals(NO_SUBJECT) ? "" : place.subject();
        }
    }

    /** The key of types without options: {@code true}, {@code false} or empty; and the blanks, a line each. */
    record Key(String statement, String blanks) {}

    static FormView blankForm(Optional<String> subject) {
        var place = new Classification(subject.orElse(NO_SUBJECT), "", "", Classification.MIDDLE, Optional.empty(), "");
        return new FormView(Optional.empty(), place, QuestionType.SINGLE, "", rows(List.of()), new Key("", ""), "");
    }

    static FormView form(Question question) {
        var body = question.body();
        var blanks = body.blankCount() == 0
                ? ""
                : key(body).stream().map(each -> String.join("|", each)).collect(Collectors.joining("\n"));
        return new FormView(
                Optional.of(question.id()),
                question.classification(),
                question.type(),
                question.stem(),
                rows(options(body)),
                new Key(body.type() == QuestionType.TRUE_FALSE ? body.key().get(0) : "", blanks),
                question.explanation());
    }

    private static List<OptionRow> rows(List<OptionView> options) {
        var rows = new ArrayList<OptionRow>();
        for (int i = 0; i < Math.max(FORM_OPTIONS, options.size()); i++) {
            var letter = Option.letter(i);
            rows.add(
                    i < options.size()
                            ? new OptionRow(
                                    i,
                                    letter,
                                    options.get(i).text(),
                                    options.get(i).right(),
                                    options.get(i).feedback())
                            : new OptionRow(i, letter, "", false, ""));
        }
        return rows;
    }
}
