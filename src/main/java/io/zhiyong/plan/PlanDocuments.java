package io.zhiyong.plan;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Plans and what people did of them, as documents. */
final class PlanDocuments {
    /** After every day that is asked about: whoever misses nothing is sorted last. */
    static final String NEVER = "9999-12-31";

    private PlanDocuments() {}

    static Document of(Plan plan) {
        var audience = plan.audience();
        return new Document("_id", plan.id().value())
                .append("unit", plan.unit().value())
                .append("title", text(plan.title()))
                .append("from", plan.from().toString())
                .append(
                        "units",
                        audience.units().stream().map(UnitId::value).sorted().toList())
                .append("ranks", audience.ranks().stream().sorted().toList())
                .append("partyMembersOnly", audience.partyMembersOnly())
                .append(
                        "people",
                        audience.people().stream().map(PersonId::value).sorted().toList())
                .append(
                        "duties",
                        plan.duties().stream().map(PlanDocuments::duty).toList())
                .append("author", plan.author().value());
    }

    static Plan plan(Document from) {
        var audience = new Audience(
                from.getList("units", String.class).stream().map(UnitId::new).collect(Collectors.toSet()),
                from.getList("ranks", String.class).stream().collect(Collectors.toSet()),
                from.getBoolean("partyMembersOnly"),
                from.getList("people", String.class).stream().map(PersonId::new).collect(Collectors.toSet()));
        return new Plan(
                new PlanId(from.getString("_id")),
                new UnitId(from.getString("unit")),
                text(from.get("title", Document.class)),
                LocalDate.parse(from.getString("from")),
                audience,
                from.getList("duties", Document.class).stream()
                        .map(PlanDocuments::duty)
                        .toList(),
                new PersonId(from.getString("author")));
    }

    private static Document duty(Duty duty) {
        return new Document("place", duty.place())
                .append("title", text(duty.title()))
                .append("required", duty.required())
                .append("due", duty.due().toString());
    }

    private static Duty duty(Document from) {
        return new Duty(
                from.getString("place"),
                text(from.get("title", Document.class)),
                from.getBoolean("required"),
                LocalDate.parse(from.getString("due")));
    }

    private static Document text(Text text) {
        return new Document("zh", text.zh()).append("en", text.en());
    }

    private static Text text(Document from) {
        return new Text(from.getString("zh"), from.getString("en"));
    }

    static String memberId(PlanId plan, PersonId person) {
        return plan + "/" + person;
    }

    static Document of(Member member, Plan plan) {
        return new Document("_id", memberId(member.plan(), member.person()))
                .append("plan", member.plan().value())
                .append("person", member.person().value())
                .append("name", member.name())
                .append("unit", member.unit().value())
                .append("path", member.path().stream().map(UnitId::value).toList())
                .append("oldest", member.oldest(plan).map(LocalDate::toString).orElse(NEVER))
                .append(
                        "done",
                        member.done().entrySet().stream()
                                .map(each -> new Document("place", each.getKey())
                                        .append("at", Date.from(each.getValue().at()))
                                        .append("statement", each.getValue().statement()))
                                .toList());
    }

    static Member member(Document from) {
        var done = new HashMap<String, Completion.Done>();
        from.getList("done", Document.class).forEach(each -> done.put(each.getString("place"), done(each)));
        return new Member(
                new PlanId(from.getString("plan")),
                new PersonId(from.getString("person")),
                from.getString("name"),
                from.getList("path", String.class).stream().map(UnitId::new).toList(),
                done);
    }

    private static Completion.Done done(Document from) {
        return new Completion.Done(from.getDate("at").toInstant(), from.getString("statement"));
    }

    static Document of(PlanId plan, UnitId unit, Sum sum) {
        return new Document("_id", plan + "/" + unit)
                .append("plan", plan.value())
                .append("unit", unit.value())
                .append("people", sum.people())
                .append(
                        "done",
                        sum.done().entrySet().stream()
                                .map(each -> new Document("place", each.getKey()).append("n", each.getValue()))
                                .toList());
    }

    static Sum sum(Document from) {
        Map<String, Integer> done = new HashMap<>();
        List<Document> all = from.getList("done", Document.class);
        all.forEach(each -> done.put(each.getString("place"), each.getInteger("n")));
        return new Sum(from.getInteger("people"), done);
    }
}
