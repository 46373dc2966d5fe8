package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of cells out of an Excel workbook (its first sheet) or a text table (commas, semicolons or tabs, RFC 4180). */
final class Sheets {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 60;
    /** A workbook that unpacks to more is no question file but a trap. */
    private static final long MOST_BYTES = 100L << 20;

    /**
     * One row.
     *
     * @param number as the table's own program counts, from 1
     * @param cells stripped; empty text where there is none
     */
    record Line(int number, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    private Sheets() {}

    static List<Line> workbook(byte[] content) {
        requireHarmless(content);
        return bounded(firstSheet(content));
    }

    // Of a damaged file the library throws whatever its XML parser does, declared or not.
    private static List<Line> firstSheet(byte[] content) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, false));
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<Line>();
            rows.limit(MOST_ROWS + 1L).forEach(row -> lines.add(line(row)));
            return lines;
        } catch (Exception e) {
            throw Refusal.invalid("file", "questionbank.refusal.workbook");
        }
    }

    /** Unpacks everything once and counts: what an archive says of its own sizes may be a lie. */
    private static void requireHarmless(byte[] content) {
        long total = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        total += read;
                        if (total > MOST_BYTES) {
                            throw Refusal.tooLarge("questionbank.refusal.workbookLarge", MOST_BYTES >> 20);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.invalid("file", "questionbank.refusal.workbook");
        }
    }

    private static Line line(Row row) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_CELLS); column++) {
            cells.add(row.getOptionalCell(column).map(Sheets::text).orElse(""));
        }
        return new Line(row.getRowNum(), List.copyOf(cells));
    }

    private static String text(Cell cell) {
        var text = cell.getText();
        return text == null ? "" : text.strip();
    }

    static List<Line> table(String text) {
        var separator = separator(text);
        var lines = new ArrayList<Line>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                take(cells, cell);
            } else if (c == '\n') {
                take(cells, cell);
                lines.add(new Line(number++, List.copyOf(cells)));
                cells.clear();
            } else {
                cell.append(c);
            }
        }
        take(cells, cell);
        lines.add(new Line(number, List.copyOf(cells)));
        return bounded(lines);
    }

    private static void take(List<String> cells, StringBuilder cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toString().strip());
        }
        cell.setLength(0);
    }

    /** The one that the first line has most of. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (var candidate : new char[] {',', '\t', ';'}) {
            var count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Line> bounded(List<Line> lines) {
        if (lines.size() > MOST_ROWS) {
            throw Refusal.tooLarge("questionbank.refusal.rowsMany", MOST_ROWS);
        }
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }
}
