package io.zhiyong.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What is right, as the organizer reads it in the question bank. */
final class AnswerKey {
    private final Screen organizer;
    private final Map<String, String> idsByStem = new HashMap<>();

    AnswerKey(Screen organizer) {
        this.organizer = organizer;
        for (var path = "/questions"; path != null; ) {
            var list = organizer.json(path + (path.contains("?") ? "&" : "?") + "limit=100");
            list.at("/questions")
                    .forEach(item -> idsByStem.put(
                            folded(item.at("/stem").asText()), item.at("/id").asText()));
            path = list.at("/next").isTextual() ? list.at("/next").asText() : null;
        }
    }

    private static String folded(String stem) {
        return stem.replaceAll("\\s", "");
    }

    /** Answers one question of a form, found by its stem, as the bank says. */
    void answer(Locator fieldset) {
        var shown = fieldset.locator("legend").innerText();
        var stem = folded(shown)
                .substring(
                        folded(fieldset.locator(".question-number").innerText()).length());
        var question = question(idsByStem.get(stem));
        switch (question.at("/face/type").asText()) {
            case "TRUE_FALSE" ->
                fieldset.locator("input[value='" + key(question) + "']").check();
            case "FILL_IN" -> fill(fieldset, question.at("/key"));
            default ->
                texts(question, true).forEach(text -> fieldset.locator("label.option")
                        .filter(new Locator.FilterOptions().setHas(exactly(fieldset.page(), text)))
                        .click());
        }
    }

    private static void fill(Locator fieldset, JsonNode key) {
        for (int n = 0; n < key.size(); n++) {
            fieldset.locator("input.input").nth(n).fill(key.get(n).get(0).asText());
        }
    }

    /** Chooses among a contest's buttons: all that is right, or one that is wrong. */
    void choose(Page phone, String id, boolean right) {
        var question = question(id);
        if (question.at("/face/type").asText().equals("TRUE_FALSE")) {
            phone.locator("[data-option='" + (Boolean.parseBoolean(key(question)) == right) + "']")
                    .click();
            return;
        }
        texts(question, right).stream().limit(right ? Long.MAX_VALUE : 1).forEach(text -> phone.locator("[data-option]")
                .filter(new Locator.FilterOptions().setHas(exactly(phone, text)))
                .click());
        if (question.at("/face/type").asText().equals("MULTIPLE")) {
            phone.locator("[data-part=area] > button").click();
        }
    }

    private static Locator exactly(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private JsonNode question(String id) {
        return organizer.json("/questions/" + id);
    }

    private static String key(JsonNode question) {
        return question.at("/key/0/0").asText();
    }

    private static List<String> texts(JsonNode question, boolean right) {
        return StreamSupport.stream(question.at("/options").spliterator(), false)
                .filter(option -> option.at("/right").asBoolean() == right)
                .map(option -> option.at("/text").asText())
                .toList();
    }
}
