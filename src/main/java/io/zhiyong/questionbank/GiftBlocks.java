package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a GIFT file into the texts of its questions. Blank lines part them; so does a title ({@code ::}) or a comment after a
 * closed brace, which files in the wild have without a blank line; a blank line within braces does not.
 */
final class GiftBlocks {
    /** Id and tags stand in a comment above the question.
     *
     * @see <a href="https://docs.moodle.org/en/GIFT_format">GIFT: id and tags stand in a comment above the question</a> */
    private static final Pattern MARK = Pattern.compile("\\[(id|tag):([^\\]]*)\\]");

    private static final String CATEGORY = "$CATEGORY:";

    /**
     * The text of one question.
     *
     * @param line at which its text begins, from 1
     * @param category as last set, empty before any
     * @param id of a comment above it, empty without
     */
    record Block(int line, String category, String id, List<String> tags, String text) {}

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> tags = new ArrayList<>();
    private String category = "";
    private String id = "";
    private int first;
    /** Whether a brace is open in the text so far, and whether one has been closed. */
    private boolean open;

    private boolean closed;
    /** Whether a blank line stood within the open brace: a brace that opens after it begins another question. */
    private boolean parted;

    private GiftBlocks() {}

    static List<Block> of(String file) {
        var blocks = new GiftBlocks();
        int number = 0;
        for (var line : file.split("\r\n|\r|\n", -1)) {
            blocks.line(++number, line);
        }
        blocks.end();
        return blocks.blocks;
    }

    private void line(int number, String raw) {
        var line = raw.strip();
        if (line.startsWith("//")) {
            comment(line);
        } else if (line.startsWith(CATEGORY)) {
            end();
            category = line.substring(CATEGORY.length()).strip();
        } else if (line.isEmpty()) {
            blank();
        } else {
            content(number, line);
        }
    }

    private void comment(String line) {
        var match = MARK.matcher(line);
        var found = match.find();
        if (closed || (found && text.length() > 0)) {
            end();
        }
        for (; found; found = match.find()) {
            if (match.group(1).equals("id")) {
                id = match.group(2).strip();
            } else {
                tags.add(match.group(2).strip());
            }
        }
    }

    private void blank() {
        if (open) {
            text.append('\n');
            parted = true;
        } else {
            // Marks stay for the question below, which a blank line may part from them.
            cut();
        }
    }

    private void content(int number, String line) {
        if (text.length() > 0 && (line.startsWith("::") || (parted && opensFirst(line)))) {
            end();
        }
        if (text.length() == 0) {
            first = number;
        } else {
            text.append('\n');
        }
        text.append(line);
        scan(line);
    }

    private static boolean opensFirst(String line) {
        var opens = GiftText.find(line, "{", 0);
        var closes = GiftText.find(line, "}", 0);
        return opens >= 0 && (closes < 0 || opens < closes);
    }

    private void scan(String line) {
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open = true;
                case '}' -> {
                    closed |= open;
                    open = false;
                }
                default -> {}
            }
        }
    }

    private void cut() {
        if (text.length() > 0) {
            blocks.add(new Block(first, category, id, List.copyOf(tags), text.toString()));
            forget();
        }
    }

    private void end() {
        cut();
        forget();
    }

    private void forget() {
        text.setLength(0);
        tags.clear();
        id = "";
        open = false;
        closed = false;
        parted = false;
    }
}
