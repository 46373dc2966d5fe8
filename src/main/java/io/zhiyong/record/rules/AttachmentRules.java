package io.zhiyong.record.rules;

import io.zhiyong.record.text.Formats;

/** What a statement says of its attachments (xAPI 1.0.3 Data 2.4.11). */
final class AttachmentRules {
    private AttachmentRules() {}

    static void attachments(Spot spot) {
        spot.items(AttachmentRules::attachment);
    }

    private static void attachment(Spot spot) {
        if (spot.isObject("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl")) {
            spot.must("usageType", Spot::isIri);
            spot.must("display", Spot::isLanguageMap);
            spot.may("description", Spot::isLanguageMap);
            spot.must("contentType", type -> type.form(Formats::mediaType, "record.rule.mediaType"));
            spot.must("length", Spot::isCount);
            spot.must("sha2", sum -> sum.form(Formats::sha2, "record.rule.sha2"));
            spot.may("fileUrl", Spot::isIri);
        }
    }
}
