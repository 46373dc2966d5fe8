package io.zhiyong.contest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Contests, their logs and what was answered.
 *
 * <p>The log is only ever appended to, and two writers cannot append the same number: the second one is told so and has
 * lost the contest. What is acknowledged has been written durably before.
 */
final class ContestStore {
    private static final int LOG_BATCH = 500;
    private static final int MOST_LISTED = 200;
    private static final int MOST_ANSWERS = Roster.MOST_SEATS;

    private final Collection contests;
    private final Collection events;
    private final Collection snapshots;
    private final Collection answers;
    private final Collection codes;
    private final Collection leases;

    ContestStore(Store store) {
        contests = store.collection("contest");
        events = store.collection("contest_event");
        snapshots = store.collection("contest_snapshot");
        answers = store.collection("contest_answer");
        codes = store.collection("contest_code");
        leases = store.collection("contest_lease");
    }

    Future<Void> declareIndexes() {
        return Future.all(
                        contests.index(Index.on("group", "_id")),
                        contests.index(Index.on("told", "group")),
                        events.index(Index.on("contest", "seq").unique()),
                        answers.index(Index.on("contest", "question")),
                        answers.index(Index.on("contest", "person")))
                .mapEmpty();
    }

    /** A new draft; its head and its first entry. */
    Future<Contest> create(Step draft, Instant now) {
        return events.insert(ContestDocuments.entries(draft.events()))
                .compose(done -> contests.insert(ContestDocuments.head(draft.next(), Ids.secret(), now)))
                .map(draft.next());
    }

    /** Appends what was decided together; false when the number is taken: somebody else owns the contest now. */
    Future<Boolean> append(List<Entry> entries) {
        return events.insert(ContestDocuments.entries(entries));
    }

    /** Writes phase and players of the list; index: by {@code _id}. */
    Future<Void> follow(Contest contest) {
        return contests.update(eq("_id", contest.id().value()), ContestDocuments.headUpdate(contest))
                .mapEmpty();
    }

    Future<Void> snapshot(Contest contest) {
        return snapshots.put(ContestDocuments.snapshot(contest));
    }

    /** The contest as its log says: the last snapshot and what came after it. */
    Future<Contest> load(ContestId id) {
        return snapshots
                .byId(id.value())
                .compose(found -> found.isPresent()
                        ? catchUp(Optional.of(ContestDocuments.snapshot(found.get())), id)
                        : catchUp(Optional.empty(), id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("contest.refusal.unknown", id.value())));
    }

    private Future<Optional<Contest>> catchUp(Optional<Contest> from, ContestId id) {
        var after = from.map(Contest::seq).orElse(0L);
        return events.find(and(eq("contest", id.value()), gt("seq", after)), ascending("seq"), LOG_BATCH)
                .compose(read -> {
                    var next = fold(from, read);
                    return read.size() < LOG_BATCH ? Future.succeededFuture(next) : catchUp(next, id);
                });
    }

    private static Optional<Contest> fold(Optional<Contest> from, List<Document> read) {
        var entries = new ArrayList<Entry>();
        read.forEach(document -> entries.addAll(ContestDocuments.entries(document)));
        if (entries.isEmpty()) {
            return from;
        }
        return Optional.of(from.map(contest -> contest.after(entries)).orElseGet(() -> Contest.fold(entries)));
    }

    /** The whole log; for the replay of a contest that is over. Index: contest, seq. */
    Future<List<Entry>> log(ContestId id) {
        var entries = new ArrayList<Entry>();
        return logAfter(id, 0, entries).map(entries);
    }

    private Future<Void> logAfter(ContestId id, long seq, List<Entry> into) {
        return events.find(and(eq("contest", id.value()), gt("seq", seq)), ascending("seq"), LOG_BATCH)
                .compose(read -> {
                    read.forEach(document -> into.addAll(ContestDocuments.entries(document)));
                    return read.size() < LOG_BATCH
                            ? Future.succeededFuture()
                            : logAfter(id, into.get(into.size() - 1).seq(), into);
                });
    }

    Future<Optional<Heading>> heading(ContestId id) {
        return contests.byId(id.value()).map(found -> found.map(ContestDocuments::heading));
    }

    /** What a signed address of the stage is made of; never leaves the server. */
    Future<Optional<String>> secret(ContestId id) {
        return contests.byId(id.value()).map(found -> found.map(it -> it.getString("secret")));
    }

    /** Newest first, after the given one. Index: group, _id. */
    Future<List<Heading>> listed(Heading.Group group, Optional<String> after, int limit) {
        var filter = after.map(id -> and(eq("group", group.name()), lt("_id", id)))
                .orElseGet(() -> eq("group", group.name()));
        return contests.find(filter, descending("_id"), Math.min(limit, MOST_LISTED) + 1)
                .map(found -> found.stream().map(ContestDocuments::heading).toList());
    }

    /** Contests that are over and not yet in the records. Index: told, group. */
    Future<List<ContestId>> untold() {
        var filter = and(eq("told", false), eq("group", Heading.Group.PAST.name()));
        return contests.find(filter, ascending("_id"), MOST_LISTED).map(found -> found.stream()
                .map(it -> new ContestId(it.getString("_id")))
                .toList());
    }

    Future<Void> told(ContestId id) {
        return contests.update(eq("_id", id.value()), Updates.set("told", true)).mapEmpty();
    }

    /** Gives a code out; false when another contest has it. */
    Future<Boolean> claim(String code, ContestId id) {
        return codes.insert(new Document("_id", code).append("contest", id.value()));
    }

    /** Takes a code back; nothing happens when another contest has it by now. */
    Future<Void> release(String code, ContestId id) {
        return codes.delete(and(eq("_id", code), eq("contest", id.value()))).mapEmpty();
    }

    Future<Optional<ContestId>> byCode(String code) {
        return codes.byId(code).map(found -> found.map(it -> new ContestId(it.getString("contest"))));
    }

    /**
     * Stores answers in one unordered batch.
     *
     * @return what is stored for each: the answer itself, or the one that was there before it
     */
    Future<List<Answer>> store(ContestId contest, List<Answer> batch) {
        var documents = batch.stream()
                .map(answer -> ContestDocuments.answer(contest, answer))
                .toList();
        return answers.insertAll(documents)
                .compose(taken -> taken.isEmpty()
                        ? Future.succeededFuture(batch)
                        : earlier(documents, taken).map(before -> merged(batch, documents, before)));
    }

    /** Index: _id. */
    private Future<Map<String, Answer>> earlier(List<Document> documents, List<Integer> taken) {
        var ids = taken.stream()
                .map(position -> documents.get(position).getString("_id"))
                .toList();
        return answers.find(com.mongodb.client.model.Filters.in("_id", ids), ascending("_id"), ids.size())
                .map(found -> {
                    var before = new HashMap<String, Answer>();
                    found.forEach(it -> before.put(it.getString("_id"), ContestDocuments.answer(it)));
                    return before;
                });
    }

    private static List<Answer> merged(List<Answer> batch, List<Document> documents, Map<String, Answer> before) {
        var stored = new ArrayList<Answer>();
        for (var i = 0; i < batch.size(); i++) {
            stored.add(before.getOrDefault(documents.get(i).getString("_id"), batch.get(i)));
        }
        return stored;
    }

    /** All answers to a question. Index: contest, question. */
    Future<List<Answer>> answers(ContestId contest, int question) {
        var filter = and(eq("contest", contest.value()), eq("question", question));
        return answers.find(filter, ascending("_id"), MOST_ANSWERS)
                .map(found -> found.stream().map(ContestDocuments::answer).toList());
    }

    /** All answers of one contestant. Index: contest, person. */
    Future<List<Answer>> answersOf(ContestId contest, PersonId person) {
        var filter = and(eq("contest", contest.value()), eq("person", person.value()));
        return answers.find(filter, ascending("_id"), MOST_LISTED)
                .map(found -> found.stream().map(ContestDocuments::answer).toList());
    }

    Future<Optional<Lease>> lease(ContestId id) {
        return leases.byId(id.value()).map(ContestDocuments::lease);
    }

    /** Takes a contest over from the lease that was read; false when somebody else was quicker. */
    Future<Boolean> acquire(ContestId id, Optional<Lease> read, String owner, Instant now) {
        var epoch = read.map(Lease::epoch).orElse(0L);
        var mine = new Document("_id", id.value())
                .append("owner", owner)
                .append("epoch", epoch + 1)
                .append("renewed", Date.from(now))
                .append("until", Date.from(now.plus(Lease.LENGTH)));
        return read.isEmpty()
                ? leases.insert(mine)
                : leases.replace(and(eq("_id", id.value()), eq("epoch", epoch)), mine);
    }

    /** Says that the owner is alive; false when he was deposed. */
    Future<Boolean> renew(ContestId id, String owner, Instant now) {
        return extend(id, owner, now, now.plus(Lease.LENGTH));
    }

    /** Gives the contest back in good order. */
    Future<Boolean> release(ContestId id, String owner, Instant now) {
        return extend(id, owner, now, now);
    }

    private Future<Boolean> extend(ContestId id, String owner, Instant now, Instant until) {
        var update = Updates.combine(Updates.set("renewed", Date.from(now)), Updates.set("until", Date.from(until)));
        return leases.update(and(eq("_id", id.value()), eq("owner", owner)), update)
                .map(matched -> matched == 1);
    }
}
