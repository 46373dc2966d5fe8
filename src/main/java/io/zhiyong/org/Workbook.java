package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as text: what people typed, by sheet, row and column.
 *
 * @param shift days by which its dates are counted later than usual (workbooks of old Macs start in 1904)
 */
record Workbook(List<Table> tables, int shift) {
    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 30;
    private static final int DAYS_TO_1904 = 1462;
    private static final int LONGEST_CELL = 1000;

    Workbook {
        tables = List.copyOf(tables);
    }

    /** A sheet's rows that have anything in them. */
    record Table(String name, List<Line> lines) {
        Table {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param number as the spreadsheet program shows it, from 1
     */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        /** Empty where there is no such cell. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Reads a file that somebody sent; a refusal when it is no workbook, or too large a one. */
    static Workbook read(byte[] sent) {
        var safe = XlsxParts.repacked(sent);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(safe))) {
            var tables = book.getSheets().map(Workbook::table).toList();
            return new Workbook(tables, book.isDate1904() ? DAYS_TO_1904 : 0);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw XlsxParts.notXlsx();
        }
    }

    private static Table table(Sheet sheet) {
        var lines = new ArrayList<Line>();
        try (var rows = sheet.openStream()) {
            rows.map(Workbook::line).filter(line -> !line.isBlank()).forEach(line -> {
                if (lines.size() > MOST_ROWS) {
                    throw Refusal.tooLarge("org.refusal.import.rows", MOST_ROWS);
                }
                lines.add(line);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(sheet.getName(), lines);
    }

    private static Line line(Row row) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            cells.add(row.getOptionalCell(column).map(Workbook::text).orElse(""));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        var text = cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
        var stripped = text == null ? "" : text.strip();
        return stripped.length() <= LONGEST_CELL ? stripped : stripped.substring(0, LONGEST_CELL);
    }

    /** The first table with one of these names. */
    java.util.Optional<Table> table(Set<String> names) {
        return tables.stream()
                .filter(table -> names.contains(table.name().strip()))
                .findFirst();
    }
}
