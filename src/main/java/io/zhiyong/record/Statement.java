package io.zhiyong.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.PersonId;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.record.text.Formats;
import io.zhiyong.record.text.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 学习记录: a statement that is kept, read. Its text is what counts; everything here is taken from it. */
public final class Statement {
    private final Home home;
    private final String text;
    private final ObjectNode tree;
    private final boolean voided;

    Statement(Home home, String text, boolean voided) {
        this.home = home;
        this.text = text;
        this.tree = (ObjectNode) Tree.read(text);
        this.voided = voided;
    }

    public StatementId id() {
        return StatementId.of(tree.get("id").asText());
    }

    /** The whole of it as kept: what its leaf in the tree is made of. */
    public String text() {
        return text;
    }

    /** For what nothing below says; not to be changed. */
    public JsonNode tree() {
        return tree;
    }

    /** Another statement says that this one no longer counts. */
    public boolean voided() {
        return voided;
    }

    /** The person, when it is one of the organization's. */
    public Optional<PersonId> actor() {
        return person(tree.path("actor"));
    }

    public Optional<Verb> verb() {
        return Verb.of(verbIri());
    }

    public String verbIri() {
        return tree.path("verb").path("id").asText();
    }

    /** The path of the thing's page ({@code exams/0abc}) when it is one of ours, else its IRI; empty for people and statements. */
    public String place() {
        return isActivity() ? placeOf(tree.path("object")) : "";
    }

    public Optional<ActivityType> type() {
        return ActivityType.of(tree.at("/object/definition/type").asText());
    }

    /** Whom it is about, when its object is a person of the organization. */
    public Optional<PersonId> about() {
        return person(tree.path("object"));
    }

    /** The statement it speaks of, when that is its object. */
    public Optional<StatementId> refersTo() {
        return tree.at("/object/objectType").asText().equals("StatementRef")
                ? Optional.of(StatementId.of(tree.at("/object/id").asText()))
                : Optional.empty();
    }

    /** What its object is directly part of, as paths or IRIs. */
    public List<String> parents() {
        return places("parent");
    }

    public List<String> groupings() {
        return places("grouping");
    }

    public Optional<UUID> registration() {
        return Formats.asUuid(tree.at("/context/registration").asText());
    }

    public Optional<Boolean> success() {
        return truth("/result/success");
    }

    public Optional<Boolean> completion() {
        return truth("/result/completion");
    }

    /** Share of what was to be had, −1 to 1. */
    public Optional<BigDecimal> scaled() {
        return number("/result/score/scaled");
    }

    public Optional<BigDecimal> raw() {
        return number("/result/score/raw");
    }

    public Optional<BigDecimal> max() {
        return number("/result/score/max");
    }

    /** What the context says, or else the result. */
    public Optional<JsonNode> extension(Extension extension) {
        var inContext = tree.path("context").path("extensions").path(extension.iri());
        var found = inContext.isMissingNode()
                ? tree.path("result").path("extensions").path(extension.iri())
                : inContext;
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** When it happened. */
    public Instant at() {
        return Formats.instant(tree.path("timestamp").asText()).orElseThrow();
    }

    /** When it was kept. */
    public Instant stored() {
        return Formats.instant(tree.path("stored").asText()).orElseThrow();
    }

    private boolean isActivity() {
        return tree.at("/object/objectType").asText("Activity").equals("Activity")
                || tree.at("/object/objectType").isMissingNode();
    }

    private List<String> places(String kind) {
        var found = new ArrayList<String>();
        tree.path("context").path("contextActivities").path(kind).forEach(activity -> found.add(placeOf(activity)));
        return found;
    }

    private String placeOf(JsonNode activity) {
        var iri = activity.path("id").asText();
        return home.placeOf(iri).orElse(iri);
    }

    private Optional<PersonId> person(JsonNode agent) {
        var account = agent.path("account");
        return account.path("homePage").asText().equals(home.iri())
                ? Optional.of(new PersonId(account.path("name").asText()))
                : Optional.empty();
    }

    private Optional<Boolean> truth(String pointer) {
        var node = tree.at(pointer);
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private Optional<BigDecimal> number(String pointer) {
        var node = tree.at(pointer);
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
