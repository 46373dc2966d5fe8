package io.zhiyong.record;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Person;
import io.zhiyong.record.RecordPages.BrowserView;
import io.zhiyong.record.RecordPages.FeedEntry;
import io.zhiyong.record.RecordPages.FeedView;
import io.zhiyong.record.RecordPages.RecordView;
import io.zhiyong.record.RecordPages.TimelineView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages about records: everybody sees his own, a manager those of his units, and anyone the signed head. */
final class RecordRoutes {
    private static final Role[] WATCHERS = {Role.MANAGER, Role.ADMINISTRATOR};
    private static final int ROWS = 50;

    private final RecordModule records;
    private final Organization organization;
    private final ZoneId zone;

    RecordRoutes(RecordModule records, Organization organization, ZoneId zone) {
        this.records = records;
        this.organization = organization;
        this.zone = zone;
    }

    /** A part of the consistency proof between two sizes of the tree. */
    record ConsistencyView(long old, long size, List<String> path) {}

    /** The newest signed head; empty before the first. */
    record HeadView(Optional<InclusionProof.Head> head) {}

    void addTo(Routes routes) {
        routes.get("/records", Access.role(WATCHERS), BrowserView.class, this::browse);
        routes.get("/records/feed", Access.role(Role.ADMINISTRATOR), FeedView.class, this::feed);
        routes.get("/records/head", Access.anyone(), HeadView.class, this::head);
        routes.get("/records/consistency", Access.anyone(), ConsistencyView.class, this::consistency);
        routes.get("/records/:id", Access.signedIn(), RecordView.class, this::one);
        routes.get("/people/:id/records", Access.signedIn(), TimelineView.class, this::timeline);
    }

    private Future<Reply> browse(Call call) {
        var form = RecordForm.from(call);
        var query = form.query(records.home(), zone);
        return records.find(query, form.after(), call.limit(ROWS))
                .compose(page -> within(call, page))
                .map(page -> Reply.page("record/browser", RecordPages.browser(form, page, whole(call))));
    }

    /** Only what the visitor's roles cover: a page may come out shorter than asked for, never with another's records. */
    private Future<Page<Statement>> within(Call call, Page<Statement> page) {
        if (whole(call)) {
            return Future.succeededFuture(page);
        }
        var actors = page.items().stream()
                .flatMap(one -> one.actor().stream())
                .distinct()
                .toList();
        return organization
                .people(actors)
                .map(people -> new Page<>(
                        page.items().stream()
                                .filter(one -> covered(call, people, one))
                                .toList(),
                        page.next()));
    }

    private boolean covered(Call call, Map<PersonId, Person> people, Statement statement) {
        return statement
                .actor()
                .map(people::get)
                .filter(person -> covers(call, person))
                .isPresent();
    }

    private boolean covers(Call call, Person person) {
        var grants = call.visitor().grants();
        return organization.units().covers(grants, Role.MANAGER, person.unit())
                || organization.units().covers(grants, Role.ADMINISTRATOR, person.unit());
    }

    private boolean whole(Call call) {
        var root = organization.units().root().id();
        var grants = call.visitor().grants();
        return organization.units().covers(grants, Role.MANAGER, root)
                || organization.units().covers(grants, Role.ADMINISTRATOR, root);
    }

    private Future<Reply> timeline(Call call) {
        var id = new PersonId(call.path("id"));
        var own = id.equals(call.visitor().person());
        return organization
                .person(id)
                .map(person -> allowed(person, own || covers(call, person)))
                .compose(person -> records.of(id, call.query("after"), call.limit(ROWS))
                        .map(page -> RecordPages.timeline(id, person.name(), page, call.query("after"), own)))
                .map(view -> Reply.page("record/timeline", view));
    }

    private static Person allowed(Person person, boolean yes) {
        if (!yes) {
            throw Refusal.forbidden("record.refusal.scope");
        }
        return person;
    }

    private Future<Reply> one(Call call) {
        var id = StatementId.of(call.path("id"));
        return records.byId(id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("record.refusal.none", id.text())))
                .compose(statement -> entitled(call, statement))
                .compose(statement -> proof(id).map(proof -> RecordPages.record(statement, proof)))
                .map(view -> Reply.page("record/record", view));
    }

    private Future<Optional<InclusionProof>> proof(StatementId id) {
        return records.proof(id)
                .map(Optional::of)
                .recover(problem -> problem instanceof Refusal
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(problem));
    }

    /** Who did it, whom it is about, and who is over either of them. Others are told nothing, not even that it exists. */
    private Future<Statement> entitled(Call call, Statement statement) {
        var me = Optional.of(call.visitor().person());
        if (whole(call) || statement.actor().equals(me) || statement.about().equals(me)) {
            return Future.succeededFuture(statement);
        }
        var people = java.util.stream.Stream.of(statement.actor(), statement.about())
                .flatMap(Optional::stream)
                .toList();
        return organization.people(people).map(found -> {
            if (found.values().stream().noneMatch(person -> covers(call, person))) {
                throw Refusal.notFound("record.refusal.none", statement.id().text());
            }
            return statement;
        });
    }

    private Future<Reply> feed(Call call) {
        if (!whole(call)) {
            throw Refusal.forbidden("record.refusal.scope");
        }
        var after = call.query("after").map(text -> number("after", text)).orElse(0L);
        return records.feed(after, call.limit(100)).map(found -> {
            var entries = found.stream()
                    .map(one -> new FeedEntry(
                            one.number(), one.statement().id(), one.statement().text()))
                    .toList();
            var next =
                    entries.isEmpty() ? after : entries.get(entries.size() - 1).number();
            return Reply.page("record/feed", new FeedView(entries, next));
        });
    }

    private Future<Reply> head(Call call) {
        return records.head().map(head -> Reply.page("record/head", new HeadView(head)));
    }

    private Future<Reply> consistency(Call call) {
        var old = call.query("old").map(text -> number("old", text)).orElse(1L);
        var size = call.query("size").map(text -> number("size", text)).orElse(1L);
        return records.consistency(old, size)
                .map(path -> Reply.page("record/consistency", new ConsistencyView(old, size, path)));
    }

    private static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "refusal.id", text);
        }
    }
}
