package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Sheets.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which column of a table says what: by its header in any order and under many names, or, without a header, by what stands in it.
 *
 * @param options columns of single options, from A
 * @param hasHeader whether the first row is one
 */
record SheetColumns(Map<Column, Integer> places, List<Integer> options, boolean hasHeader) {
    /** What a column can say. */
    enum Column {
        STEM("题干", "题目", "试题", "题目内容", "试题内容", "试题题干", "题目描述", "问题", "题目名称", "stem", "question"),
        TYPE("题型", "题目类型", "试题类型", "类型", "type"),
        KEY("答案", "正确答案", "标准答案", "参考答案", "试题答案", "answer", "key", "correctanswer"),
        OPTIONS("选项", "备选项", "选项内容", "备选答案", "试题选项", "options", "choices"),
        EXPLANATION("解析", "答案解析", "试题解析", "题目解析", "解释", "说明", "explanation", "analysis"),
        DIFFICULTY("难度", "难易度", "难易程度", "难度系数", "difficulty"),
        SUBJECT("科目", "学科", "分类", "课程", "题库", "subject", "category"),
        TOPIC("专题", "章节", "章", "topic", "chapter"),
        POINT("知识点", "考点", "point"),
        BASIS("依据", "出处", "法条", "条款", "basis"),
        ID("编号", "试题编号", "题目编号", "id");

        // Set.of gives one that nobody can change.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }
    }

    private static final Pattern OPTION = Pattern.compile("(?:选项|答案|备选|option)?([a-p])(?:选项|项)?");
    private static final Pattern DECORATION = Pattern.compile("[(\\[【].*?[)\\]】]|[*:：_]");

    int place(Column column) {
        return places.getOrDefault(column, -1);
    }

    static SheetColumns of(List<Line> lines) {
        var named = named(lines.get(0));
        return named.places.containsKey(Column.STEM) && named.places.size() > 1 ? named : guessed(lines);
    }

    private static SheetColumns named(Line header) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var options = new ArrayList<Integer>();
        for (int column = 0; column < header.cells().size(); column++) {
            var name = DECORATION.matcher(Fold.fold(header.cell(column))).replaceAll("");
            var option = OPTION.matcher(name);
            if (option.matches()) {
                options.add(column);
                continue;
            }
            for (var candidate : Column.values()) {
                if (candidate.names.contains(name)) {
                    places.putIfAbsent(candidate, column);
                }
            }
        }
        return new SheetColumns(places, options, true);
    }

    /** Key and type are known by their looks, the stem is the first long text, options stand between stem and key. */
    private static SheetColumns guessed(List<Line> lines) {
        var width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        int key = last(lines, width, SheetAnswers::looksLikeKey);
        if (key < 1) {
            throw Refusal.invalid("file", "questionbank.refusal.columns");
        }
        int type = last(lines, key, SheetAnswers::looksLikeType);
        int stem = longest(lines, key);
        var places = new EnumMap<Column, Integer>(Column.class);
        places.put(Column.STEM, stem);
        places.put(Column.KEY, key);
        if (type >= 0) {
            places.put(Column.TYPE, type);
        }
        if (key + 1 < width) {
            places.put(Column.EXPLANATION, key + 1);
        }
        var options = new ArrayList<Integer>();
        for (int column = stem + 1; column < key; column++) {
            if (column != type) {
                options.add(column);
            }
        }
        return new SheetColumns(places, options, false);
    }

    private static int last(List<Line> lines, int width, Predicate<String> looks) {
        int found = -1;
        for (int column = 0; column < width; column++) {
            int place = column;
            var filled = lines.stream()
                    .map(line -> line.cell(place))
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!filled.isEmpty() && filled.stream().filter(looks).count() * 10 >= filled.size() * 6L) {
                found = column;
            }
        }
        return found;
    }

    private static int longest(List<Line> lines, int width) {
        int best = 0;
        long most = -1;
        for (int column = 0; column < width; column++) {
            int place = column;
            var total =
                    lines.stream().mapToLong(line -> line.cell(place).length()).sum();
            if (total > most) {
                most = total;
                best = column;
            }
        }
        return best;
    }
}
