package io.zhiyong.appraisal;

import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.bson.Document;

/**
 * Appraisals and BSON. What was decided or computed is kept as the JSON text it was hashed as; beside it stand only the fields
 * that queries look for.
 */
final class AppraisalDocuments {
    /** An appraisal in a list. */
    record Line(AppraisalId id, UnitId unit, int year, Text title, Appraisal.State state, boolean published) {}

    /** The fields of a summary: all but the evidence, which is large. */
    static final Document SUMMARY = new Document("person", 1)
            .append("name", 1)
            .append("probation", 1)
            .append("points", 1)
            .append("total", 1)
            .append("digest", 1)
            .append("grade", 1)
            .append("why", 1);

    private AppraisalDocuments() {}

    static Document head(Appraisal appraisal) {
        var title = appraisal.scheme().title();
        return new Document("_id", appraisal.head().id().value())
                .append("unit", appraisal.head().unit().value())
                .append("year", appraisal.head().year())
                .append("zh", title.zh())
                .append("en", title.en())
                .append("state", appraisal.state().name())
                .append("published", appraisal.visibleToItsPeople())
                .append("happened", appraisal.happened());
    }

    static Appraisal.Head headOf(Document document) {
        return new Appraisal.Head(
                new AppraisalId(document.getString("_id")),
                new UnitId(document.getString("unit")),
                document.getInteger("year"));
    }

    static Line line(Document document) {
        var head = headOf(document);
        return new Line(
                head.id(),
                head.unit(),
                head.year(),
                Text.of(document.getString("zh"), document.getString("en")),
                Appraisal.State.valueOf(document.getString("state")),
                document.getBoolean("published"));
    }

    static Document of(AppraisalId id, Appraisal.Stamped stamped) {
        return new Document("_id", id.value() + "/" + stamped.number())
                .append("appraisal", id.value())
                .append("number", stamped.number())
                .append("by", stamped.by().value())
                .append("at", stamped.at().toString())
                .append("what", Json.write(stamped.what()));
    }

    static Appraisal.Stamped stamped(Document document) {
        return new Appraisal.Stamped(
                document.getInteger("number"),
                Json.read(document.getString("what"), Happening.class),
                new PersonId(document.getString("by")),
                Instant.parse(document.getString("at")));
    }

    static Document of(AppraisalId id, String run, Kept kept) {
        var summary = kept.summary();
        var points = new Document();
        summary.points().forEach((indicator, each) -> points.append(indicator, each.toPlainString()));
        return new Document("_id", run + "/" + summary.person())
                .append("appraisal", id.value())
                .append("run", run)
                .append("person", summary.person().value())
                .append("name", summary.name())
                .append("probation", summary.probation())
                .append("points", points)
                .append("total", summary.total().toPlainString())
                .append("digest", summary.digest())
                .append("grade", summary.proposal().grade().map(Grade::name).orElse(""))
                .append("why", summary.proposal().why().name())
                .append("result", Json.write(kept.result()));
    }

    static Kept kept(Document document) {
        return new Kept(summary(document), Json.read(document.getString("result"), Result.class));
    }

    static Kept.Summary summary(Document document) {
        var person = new PersonId(document.getString("person"));
        var points = new HashMap<String, BigDecimal>();
        document.get("points", Document.class)
                .forEach((indicator, each) -> points.put(indicator, new BigDecimal((String) each)));
        var grade = document.getString("grade");
        return new Kept.Summary(
                person,
                document.getString("name"),
                document.getBoolean("probation"),
                points,
                new BigDecimal(document.getString("total")),
                document.getString("digest"),
                new Proposals.Proposal(
                        person,
                        grade.isEmpty() ? Optional.empty() : Optional.of(Grade.valueOf(grade)),
                        Proposals.Why.valueOf(document.getString("why"))));
    }

    static Document of(AppraisalId id, Judgement judgement) {
        var entry = judgement.entry();
        return new Document("_id", entry.id())
                .append("appraisal", id.value())
                .append("person", judgement.person().value())
                .append("indicator", judgement.indicator())
                .append("value", entry.value().toPlainString())
                .append("basis", entry.basis())
                .append("by", entry.by())
                .append("at", entry.at().toString())
                .append("replaces", judgement.replaces());
    }

    static Judgement judgement(Document document) {
        var entry = new Evidence.OfEvaluation.Entry(
                document.getString("_id"),
                new BigDecimal(document.getString("value")),
                document.getString("basis"),
                document.getString("by"),
                Instant.parse(document.getString("at")));
        return new Judgement(
                new PersonId(document.getString("person")),
                document.getString("indicator"),
                entry,
                document.getString("replaces"));
    }
}
