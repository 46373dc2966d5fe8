package io.zhiyong.org;

import static io.zhiyong.org.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as somebody with ill will, or a broken program, might send them. */
class WorkbookTest {
    private static byte[] simple() {
        return new Sheets()
                .people(row("eve", "夏娃", "it", "", "", "", "2024-01-01", ""))
                .bytes();
    }

    /** The same workbook with every part rewritten. */
    private static byte[] rewritten(byte[] file, UnaryOperator<String> sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(XlsxParts.repacked(file)));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write((entry.getName().contains("sheet1") ? sheet.apply(text) : text)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void readsWhatPeopleTyped() {
        var lines = Workbook.read(simple()).tables().get(0).lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).number()).isEqualTo(2);
        assertThat(lines.get(1).cells()).startsWith("eve", "夏娃", "it");
        assertThat(lines.get(1).cell(99)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "PK\u0003\u0004 but no more", "<?xml version=\"1.0\"?><Workbook/>"})
    void refusesWhatIsNoWorkbook(String content) {
        assertThatThrownBy(() -> Workbook.read(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void refusesATruncatedFile() {
        var whole = simple();
        for (int length = 30; length < whole.length - 100; length += 97) {
            var part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Workbook.read(part)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesWhatUnpacksToFarMoreThanItWeighs() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> Workbook.read(out.toByteArray())).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void refusesThousandsOfParts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 5000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> Workbook.read(out.toByteArray())).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void readsNoEntityFromOutside() throws IOException {
        var doctype = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        var file = rewritten(
                simple(), text -> text.replaceFirst("\\?>", "?>" + doctype).replace("eve", "&x;"));
        String read;
        try {
            read = Workbook.read(file).toString();
        } catch (Refusal refused) {
            read = "";
        }
        assertThat(read).doesNotContain(java.net.InetAddress.getLocalHost().getHostName());
    }

    @Test
    void refusesACellSoFarOutThatItWouldFillTheMemory() throws IOException {
        var file = rewritten(simple(), text -> text.replace("r=\"A2\"", "r=\"ZZZZZZ2\""));
        assertThatThrownBy(() -> Workbook.read(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesMoreRowsThanItTakes() {
        var rows = IntStream.rangeClosed(0, Workbook.MOST_ROWS + 1)
                .mapToObj(i -> row("a" + i))
                .toArray(Object[][]::new);
        assertThatThrownBy(() -> Workbook.read(new Sheets().people(rows).bytes()))
                .isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void passesOverBlankRowsAndLongCells() {
        var lines = Workbook.read(
                        new Sheets().people(row("", " "), row("x".repeat(5000))).bytes())
                .tables()
                .get(0)
                .lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).number()).isEqualTo(3);
        assertThat(lines.get(1).cell(0)).hasSize(1000);
    }

    @Test
    void daysAreReadInTheFormsPeopleWriteThem() {
        for (var typed : new String[] {"2024-08-12", "2024/8/12", "2024.8.12", "2024年8月12日", "45516"}) {
            assertThat(ImportCells.day("", typed, 0)).as(typed).isEqualTo("2024-08-12");
        }
        for (var typed : new String[] {"12/08/2024", "2024-02-30", "yesterday", "2024", "0000-01-01", "9999999"}) {
            assertThatThrownBy(() -> ImportCells.day("", typed, 0)).as(typed).isInstanceOf(Refusal.Invalid.class);
        }
    }
}
