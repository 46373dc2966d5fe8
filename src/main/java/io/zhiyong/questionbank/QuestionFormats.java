package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.Locale;

/** Which format a file is in, by its name, and what is in it. */
final class QuestionFormats {
    private QuestionFormats() {}

    static Reading read(String fileName, byte[] content, Reading.Defaults defaults) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".gift") || name.endsWith(".txt")) {
            return GiftReader.read(Decoding.text(content), defaults);
        }
        if (name.endsWith(".xlsx")) {
            return SheetReader.read(Sheets.workbook(content), defaults);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return SheetReader.read(Sheets.table(Decoding.text(content)), defaults);
        }
        throw Refusal.unsupported("questionbank.refusal.format", fileName);
    }
}
