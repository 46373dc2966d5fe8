package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Ledger and BSON. Hours are kept as decimal text: they are summed in Java only, and a double would lose hundredths. */
final class LedgerDocuments {
    private LedgerDocuments() {}

    static Document of(CreditLine line) {
        var document = new Document("_id", line.id().toString())
                .append("person", line.person().value())
                .append("year", line.year())
                .append("category", line.kind().category())
                .append("form", line.kind().form())
                .append("hours", line.hours().hours().toPlainString())
                .append("pack", line.basis().pack().id())
                .append("version", line.basis().pack().version())
                .append("rule", line.basis().rule())
                .append("statement", line.basis().statement())
                .append("object", line.basis().object())
                .append("title", line.basis().title())
                .append("at", line.basis().at().toString());
        line.reverses()
                .ifPresent(reversal -> document.append(
                        "reverses",
                        new Document("line", reversal.line().toString())
                                .append("reason", reversal.reason())
                                .append("by", reversal.by())));
        return document;
    }

    static CreditLine line(Document document) {
        var pack = new PackName(document.getString("pack"), document.getString("version"));
        return new CreditLine(
                UUID.fromString(document.getString("_id")),
                new PersonId(document.getString("person")),
                document.getInteger("year"),
                new Kind(document.getString("category"), document.getString("form")),
                credit(document.getString("hours")),
                new CreditLine.Basis(
                        pack,
                        document.getString("rule"),
                        document.getString("statement"),
                        document.getString("object"),
                        document.getString("title"),
                        Instant.parse(document.getString("at"))),
                Optional.ofNullable(document.get("reverses", Document.class)).map(LedgerDocuments::reversal));
    }

    private static CreditLine.Reversal reversal(Document document) {
        return new CreditLine.Reversal(
                UUID.fromString(document.getString("line")), document.getString("reason"), document.getString("by"));
    }

    static String idOf(PersonId person, int year, String pack) {
        return person.value() + "|" + year + "|" + pack;
    }

    static Document of(YearSum sum) {
        var parts = sum.parts().stream()
                .map(part -> new Document("category", part.kind().category())
                        .append("form", part.kind().form())
                        .append("hours", part.hours().hours().toPlainString()))
                .toList();
        return new Document("_id", idOf(sum.person(), sum.year(), sum.pack()))
                .append("person", sum.person().value())
                .append("year", sum.year())
                .append("pack", sum.pack())
                .append("parts", parts);
    }

    static YearSum sum(Document document) {
        var parts = document.getList("parts", Document.class, List.of()).stream()
                .map(part -> new YearSum.Part(
                        new Kind(part.getString("category"), part.getString("form")), credit(part.getString("hours"))))
                .toList();
        return new YearSum(
                new PersonId(document.getString("person")),
                document.getInteger("year"),
                document.getString("pack"),
                parts);
    }

    static Document of(Told.Voided voided) {
        return new Document("_id", voided.statement())
                .append("target", voided.target())
                .append("reason", voided.reason())
                .append("by", voided.by())
                .append("at", voided.at().toString());
    }

    static Told.Voided voided(Document document) {
        return new Told.Voided(
                document.getString("_id"),
                document.getString("target"),
                document.getString("reason"),
                document.getString("by"),
                Instant.parse(document.getString("at")));
    }

    static Document of(Told.Waived waived) {
        return new Document("_id", waived.statement())
                .append("person", waived.person().value())
                .append("pack", waived.pack())
                .append("requirement", waived.requirement())
                .append("year", waived.year())
                .append("basis", waived.basis());
    }

    static Told.Waived waived(Document document) {
        return new Told.Waived(
                document.getString("_id"),
                new PersonId(document.getString("person")),
                document.getString("pack"),
                document.getString("requirement"),
                document.getInteger("year"),
                document.getString("basis"));
    }

    private static Credit credit(String hours) {
        return new Credit(new BigDecimal(hours));
    }
}
