package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.SheetColumns.Column;
import io.zhiyong.questionbank.Sheets.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads questions out of tables as people keep them. Each row is understood or refused by itself, with its number. */
final class SheetReader {
    private static final Pattern NUMBER = Pattern.compile("^[(（]?\\d{1,4}(?:[)）、]|[.．](?!\\d))\\s*");
    private static final Pattern BLANK = Pattern.compile("_{2,}|[（(]\\s*[)）]");
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("易", 1),
            Map.entry("容易", 1),
            Map.entry("简单", 1),
            Map.entry("较易", 2),
            Map.entry("中", 3),
            Map.entry("中等", 3),
            Map.entry("一般", 3),
            Map.entry("较难", 4),
            Map.entry("难", 5),
            Map.entry("困难", 5));

    private final SheetColumns columns;
    private final Reading.Defaults defaults;
    private final Reading.Gathering gathering = new Reading.Gathering();
    private final Map<QuestionId, Integer> rowOf = new HashMap<>();

    private SheetReader(SheetColumns columns, Reading.Defaults defaults) {
        this.columns = columns;
        this.defaults = defaults;
    }

    static Reading read(List<Line> lines, Reading.Defaults defaults) {
        if (lines.isEmpty()) {
            throw Refusal.invalid("file", "questionbank.refusal.tableEmpty");
        }
        var reader = new SheetReader(SheetColumns.of(lines), defaults);
        lines.stream().skip(reader.columns.hasHeader() ? 1 : 0).forEach(reader::line);
        return reader.gathering.done();
    }

    private void line(Line line) {
        try {
            var question = question(line);
            var before = rowOf.putIfAbsent(question.id(), line.number());
            if (before != null && !text(line, Column.ID).isEmpty()) {
                throw Refusal.invalid("id", "questionbank.refusal.idTwiceInFile", question.id(), before);
            }
            gathering.understood(line.number(), question);
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> gathering.refused(line.number(), problem));
        }
    }

    private String text(Line line, Column column) {
        return line.cell(columns.place(column));
    }

    private Question question(Line line) {
        var stem = NUMBER.matcher(text(line, Column.STEM)).replaceFirst("");
        var body = body(line, stem);
        var shown = body.blankCount() > 0 ? BLANK.matcher(stem).replaceAll("______") : stem;
        var question = new Question(
                new QuestionId("unnamed"),
                1,
                classification(line),
                shown,
                body,
                text(line, Column.EXPLANATION),
                defaults.state());
        return question.withId(id(line).orElseGet(() -> Naming.byContent(question)));
    }

    /** A bare number is a row's, not a question's for good. */
    private Optional<QuestionId> id(Line line) {
        var id = text(line, Column.ID);
        return id.matches("[A-Za-z][A-Za-z0-9._-]{1,63}") ? Optional.of(new QuestionId(id)) : Optional.empty();
    }

    private Classification classification(Line line) {
        var subject = text(line, Column.SUBJECT);
        return new Classification(
                subject.isEmpty() ? defaults.subject() : subject,
                text(line, Column.TOPIC),
                text(line, Column.POINT),
                difficulty(line),
                basis(line),
                defaults.source());
    }

    private int difficulty(Line line) {
        var text = Fold.fold(text(line, Column.DIFFICULTY)).replaceAll("\\.0$", "");
        if (text.matches("[1-5]")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty() && !LEVELS.containsKey(text)) {
            gathering.note(line.number(), "questionbank.note.difficulty", text);
        }
        return LEVELS.getOrDefault(text, Classification.MIDDLE);
    }

    private Optional<Basis> basis(Line line) {
        var text = text(line, Column.BASIS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Basis.parse(text));
        } catch (Refusal refusal) {
            gathering.note(line.number(), "questionbank.note.basis", text);
            return Optional.empty();
        }
    }

    private Body body(Line line, String stem) {
        var key = text(line, Column.KEY);
        if (key.isEmpty()) {
            throw Refusal.invalid("key", "questionbank.refusal.keyMissing");
        }
        var options = options(line);
        var type = SheetAnswers.type(text(line, Column.TYPE)).orElseGet(() -> inferred(key, options));
        return switch (type) {
            case TRUE_FALSE -> new Body.TrueFalse(truth(key, options));
            case FILL_IN -> new Body.FillIn(blanks(key, stem));
            case SINGLE -> single(options, SheetAnswers.key(key, options));
            case MULTIPLE ->
                new Body.Multiple(Option.of(options.toArray(String[]::new)), SheetAnswers.key(key, options));
        };
    }

    private static QuestionType inferred(String key, List<String> options) {
        if (options.isEmpty()) {
            return SheetAnswers.truth(key).isPresent() ? QuestionType.TRUE_FALSE : QuestionType.FILL_IN;
        }
        var right = SheetAnswers.key(key, options);
        return right.size() > 1 ? QuestionType.MULTIPLE : QuestionType.SINGLE;
    }

    private static Body single(List<String> options, List<String> right) {
        if (right.size() != 1) {
            throw Refusal.invalid("key", "questionbank.refusal.oneRight", right.size());
        }
        return new Body.Single(Option.of(options.toArray(String[]::new)), right.get(0));
    }

    private List<String> options(Line line) {
        var single = new ArrayList<String>();
        columns.options().forEach(column -> single.add(SheetAnswers.withoutPrefix(line.cell(column))));
        while (!single.isEmpty() && single.get(single.size() - 1).isEmpty()) {
            single.remove(single.size() - 1);
        }
        // Files have "0.5" and "C" as options too; an empty one in the middle is named by the option's own check.
        return single.isEmpty() ? SheetAnswers.split(text(line, Column.OPTIONS)) : single;
    }

    /** Said by a word, or by the letter of an option that says it; without options A is true and B false. */
    private static boolean truth(String key, List<String> options) {
        var said = SheetAnswers.truth(key);
        if (said.isPresent()) {
            return said.get();
        }
        var right = SheetAnswers.letters(key).filter(letters -> letters.size() == 1);
        if (right.isPresent()) {
            int place = right.get().get(0).charAt(0) - 'A';
            var words = options.isEmpty() ? List.of("正确", "错误") : options;
            var word = place < words.size() ? SheetAnswers.truth(words.get(place)) : Optional.<Boolean>empty();
            if (word.isPresent()) {
                return word.get();
            }
        }
        throw Refusal.invalid("key", "questionbank.refusal.sheetTruth", key);
    }

    /** As many answers as the stem has blanks; the spellings of one parted by bars. */
    private static List<Body.Blank> blanks(String key, String stem) {
        var wanted = Math.max(1, (int) BLANK.matcher(stem).results().count());
        if (wanted == 1) {
            return List.of(spellings(key));
        }
        for (var separator : List.of("[;；\n]", "[,，、]", "\\s+")) {
            var parts = Arrays.stream(key.split(separator))
                    .filter(part -> !part.isBlank())
                    .toList();
            if (parts.size() == wanted) {
                return parts.stream().map(SheetReader::spellings).toList();
            }
        }
        throw Refusal.invalid("key", "questionbank.refusal.sheetBlanks", wanted, key);
    }

    private static Body.Blank spellings(String text) {
        return new Body.Blank(
                Arrays.stream(text.split("\\|")).filter(part -> !part.isBlank()).toList());
    }
}
