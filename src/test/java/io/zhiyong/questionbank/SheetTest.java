package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Reading.Defaults DEFAULTS = new Reading.Defaults("综合", "旧题库", QuestionState.DRAFT);

    private static Reading csv(String text) {
        return QuestionFormats.read("题库.csv", text.getBytes(Charset.forName("GBK")), DEFAULTS);
    }

    private static Body body(String text) {
        var reading = csv(text);
        assertThat(reading.refused()).isEmpty();
        return reading.understood().get(0).question().body();
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("题目");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void headersAreKnownUnderManyNamesAndInAnyOrder() throws IOException {
        var reading = QuestionFormats.read(
                "题库.XLSX",
                xlsx(List.of(
                        List.of("正确答案", "*题目类型", "难易程度", "选项B", "选项A", "选项C", "试题题干（必填）", "答案解析", "依据"),
                        List.of("C", "单选题", "较难", "错的", "A. 也错", "Ｃ．对的", "1、哪个对？", "因为", "公务员法/26/1"),
                        List.of("", "", "", "", "", "", "", "", ""),
                        List.of("Q", "单选题", "3", "乙", "甲", "丙", "哪个？", "", ""))),
                DEFAULTS);
        var question = reading.understood().get(0).question();
        assertThat(reading.understood().get(0).row()).isEqualTo(2);
        assertThat(question.stem()).isEqualTo("哪个对？");
        assertThat(question.classification().difficulty()).isEqualTo(4);
        assertThat(question.classification().basis()).contains(Basis.parse("公务员法/26/1"));
        assertThat(question.body().key()).containsExactly("C");
        assertThat(question.body().options()).extracting(Option::text).contains("对的");
        assertThat(reading.refused())
                .singleElement()
                .extracting(Reading.Finding::row)
                .isEqualTo(4);
    }

    @Test
    void keysAreLettersWordsOrTexts() {
        var head = "题型,题干,A,B,C,D,答案\n";
        for (var key : List.of("ABD", "A B D", "\"A、B、D\"", "\"A,B,D\"", "ＡＢＤ", "dba", "\"甲;乙;丁\"")) {
            assertThat(body(head + "多选题,题,甲,乙,丙,丁," + key).key()).as(key).containsExactly("A", "B", "D");
        }
        for (var key : List.of("正确", "√", "对", "T", "TRUE", "A")) {
            assertThat(body(head + "判断题,题,,,,," + key)).as(key).isEqualTo(new Body.TrueFalse(true));
        }
        assertThat(body(head + "判断题,题,错误,正确,,,A")).isEqualTo(new Body.TrueFalse(false));
        assertThat(body(head + ",题,,,,,×")).isEqualTo(new Body.TrueFalse(false));
        assertThat(body(head + ",题,甲,乙,,,B").type()).isEqualTo(QuestionType.SINGLE);
    }

    @Test
    void optionsMayStandInOneCell() {
        for (var cell : List.of("A.甲 B.乙 C.丙", "\"A、甲\nB、乙\nC、丙\"", "甲|乙|丙", "甲；乙；丙", "A：甲；B：乙；C：丙")) {
            assertThat(body("题干,选项,答案\n题," + cell + ",C").options())
                    .as(cell)
                    .extracting(Option::text)
                    .containsExactly("甲", "乙", "丙");
        }
    }

    @Test
    void blanksAreCountedInTheStem() {
        assertThat(body("题干,答案\n期限是（  ）日,30|三十"))
                .isEqualTo(new Body.FillIn(List.of(new Body.Blank(List.of("30", "三十")))));
        assertThat(body("题干,答案\n____和____,德；能").key()).containsExactly("德", "能");
        assertThat(csv("题干,答案\n____和____,德").refused()).hasSize(1);
    }

    @Test
    void aTableWithoutHeaderIsKnownByWhatStandsInIt() {
        var reading = csv("""
                单选题,公务员的试用期是多久？,半年,一年,两年,三年,B,满一年
                判断题,公务员可以经商办企业。,,,,,错,不得
                多选题,下列属于处分的有哪些？,警告,罚款,记过,拘留,AC,
                """);
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.understood())
                .extracting(read -> read.question().type())
                .containsExactly(QuestionType.SINGLE, QuestionType.TRUE_FALSE, QuestionType.MULTIPLE);
        assertThat(reading.understood().get(0).question().explanation()).isEqualTo("满一年");
    }

    @Test
    void everyRowIsUnderstoodOrRefused() {
        var reading = csv("题干,A,B,答案,题型\n题一,甲,乙,A,\n题二,甲,,A,\n题三,甲,乙,,\n题四,甲,乙,丙,\n,甲,乙,A,\n题六,甲,乙,A,论述题\n");
        assertThat(reading.understood()).hasSize(1);
        assertThat(reading.refused()).extracting(Reading.Finding::row).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void hostileWorkbooksAreRefused() throws IOException {
        assertThatThrownBy(() -> QuestionFormats.read("a.xlsx", new byte[] {1, 2, 3}, DEFAULTS))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> QuestionFormats.read("a.xlsx", bomb(), DEFAULTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
        var random = new Random(1);
        var good = xlsx(List.of(List.of("题干", "答案"), List.of("题", "对")));
        for (int i = 0; i < 200; i++) {
            var bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(QuestionFormats.read("a.xlsx", bad, DEFAULTS)).isNotNull();
            } catch (Refusal refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    @Test
    void textTablesKeepQuotedLinesAndSeparators() {
        var lines = Sheets.table("a;\"b;\"\"c\"\"\n d\";e\r\n;;\nf");
        assertThat(lines.get(0).cells()).containsExactly("a", "b;\"c\"\n d", "e");
        assertThat(lines.get(1).number()).isEqualTo(3);
        assertThat(Sheets.table(new String("甲\t乙".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .get(0)
                        .cells())
                .containsExactly("甲", "乙");
    }
}
