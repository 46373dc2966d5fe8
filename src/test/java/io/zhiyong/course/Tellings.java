package io.zhiyong.course;

import io.zhiyong.credit.Content;
import io.zhiyong.credit.Deed;
import io.zhiyong.credit.Facts;
import io.zhiyong.credit.Measure;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.Extension;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads drafts as the ledger reads statements. */
final class Tellings {
    private Tellings() {}

    static Facts facts(StatementDraft draft) {
        var thing = (Thing) draft.object();
        var extensions = draft.setting().extensions();
        var measures = (Map<?, ?>) extensions.getOrDefault(Extension.MEASURES, Map.of());
        var minutes = Optional.ofNullable(measures.get("MINUTES")).map(value -> new BigDecimal(value.toString()));
        var content = new Content(
                String.valueOf(extensions.getOrDefault(Extension.FORM, "")),
                String.valueOf(extensions.getOrDefault(Extension.CATEGORY, "")),
                minutes.map(value -> Map.of(Measure.MINUTES, value)).orElse(Map.of()));
        var deed = new Deed(draft.verb().iri(), thing.place(), thing.type().iri(), Optional.empty());
        return new Facts(draft.id().text(), draft.actor(), draft.at(), deed, content);
    }
}
