package io.zhiyong.org;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.ImportStore.Kept;
import io.zhiyong.org.ImportStore.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Imports, all or nothing: a file is checked whole, kept, and done in one step when it is confirmed. What goes wrong in the middle, a crash
 * included, is taken back.
 */
final class ImportRoom {
    private static final int BATCH = 1000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Vertx vertx;
    private final ImportStore imports;
    private final OrganizationStore organization;
    private final PasswordStore passwords;

    ImportRoom(Vertx vertx, ImportStore imports, OrganizationStore organization, PasswordStore passwords) {
        this.vertx = vertx;
        this.imports = imports;
        this.organization = organization;
        this.passwords = passwords;
    }

    Future<Void> start() {
        return imports.start().compose(ready -> imports.running()).compose(cut -> Future.all(
                        cut.stream().map(this::undo).toList())
                .mapEmpty());
    }

    Future<Long> sweep(Instant now) {
        return imports.sweep(now.minus(KEPT));
    }

    /** A file, and who would have it done. */
    record Sent(Buffer file, PersonId by, List<Grant> grants, Instant at) {}

    /** What a file would do; {@code id} is what to confirm, when there is nothing wrong with it. */
    record Checked(String id, ImportDraft draft) {}

    Future<Checked> check(Sent sent) {
        var id = Ids.fresh();
        return draft(id, sent.file(), sent.grants())
                .compose(draft -> draft.isClean()
                        ? imports.keep(kept(id, sent, draft)).map(new Checked(id, draft))
                        : Future.succeededFuture(new Checked("", draft)));
    }

    private static Kept kept(String id, Sent sent, ImportDraft draft) {
        return new Kept(
                id,
                sent.by(),
                sent.at(),
                State.CHECKED,
                sent.file(),
                draft.people().size(),
                draft.units().stream().map(unit -> unit.id().value()).toList());
    }

    private Future<ImportDraft> draft(String id, Buffer file, List<Grant> grants) {
        return vertx.executeBlocking(() -> Workbook.read(file.getBytes()), false)
                .compose(book -> taken(ImportCheck.accounts(book))
                        .compose(taken -> vertx.executeBlocking(
                                () -> ImportCheck.of(
                                        book,
                                        new ImportCheck.Ground(
                                                id, grants, organization.units(), organization.posts(), taken)),
                                false)));
    }

    private Future<Set<String>> taken(List<String> accounts) {
        var asked = batches(accounts).stream()
                .map(batch -> organization.people().taken(batch))
                .toList();
        return Future.all(asked).map(all -> {
            var taken = new HashSet<String>();
            asked.forEach(part -> taken.addAll(part.result()));
            return taken;
        });
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }

    /** The import, for whoever had it checked; for others it does not exist. */
    Future<Kept> own(String id, PersonId by) {
        return imports.byId(id).map(found -> found.filter(kept -> kept.by().equals(by))
                .orElseThrow(() -> Refusal.notFound("org.refusal.import.gone")));
    }

    /** Does it, once; fails when something has changed since it was checked, and then nothing is done. */
    Future<Void> confirm(Kept kept, List<Grant> grants) {
        requireFirst(kept.state() == State.CHECKED);
        return draft(kept.id(), kept.file(), grants)
                .map(ImportRoom::requireClean)
                .compose(draft -> imports.turn(kept.id(), State.CHECKED, State.RUNNING)
                        .map(ImportRoom::requireFirst)
                        .map(draft))
                .compose(draft -> carryOut(kept, draft))
                .compose(done -> imports.turn(kept.id(), State.RUNNING, State.DONE))
                .compose(done -> organization.refreshed());
    }

    private static ImportDraft requireClean(ImportDraft draft) {
        if (!draft.isClean()) {
            throw Refusal.conflict("org.refusal.import.changed");
        }
        return draft;
    }

    private static boolean requireFirst(boolean turned) {
        if (!turned) {
            throw Refusal.conflict("org.refusal.import.done");
        }
        return true;
    }

    private Future<Void> carryOut(Kept kept, ImportDraft draft) {
        return organization
                .addUnits(draft.units())
                .compose(added -> addPeople(kept.id(), batches(draft.people()), 0))
                .recover(problem -> undo(kept).compose(undone -> Future.failedFuture(problem)));
    }

    private Future<Void> addPeople(String id, List<List<Person>> batches, int at) {
        if (at == batches.size()) {
            return Future.succeededFuture();
        }
        return organization
                .people()
                .insertAll(batches.get(at).stream()
                        .map(person -> document(id, person))
                        .toList())
                .compose(taken -> taken.isEmpty()
                        ? addPeople(id, batches, at + 1)
                        : Future.failedFuture(Refusal.conflict(
                                "org.refusal.accountTaken",
                                batches.get(at).get(taken.get(0)).account())));
    }

    private Document document(String id, Person person) {
        return PersonDocuments.of(person, organization.pathOf(person.unit()))
                .append("import", id)
                .append("imported", true);
    }

    private Future<Void> undo(Kept kept) {
        var units = kept.units().stream().map(UnitId::new).toList();
        return organization
                .people()
                .removeImport(kept.id())
                .compose(removed -> organization.unitStore().remove(units))
                .compose(removed -> imports.turn(kept.id(), State.RUNNING, State.UNDONE))
                .compose(turned -> organization.refreshed());
    }

    /** Fresh one-time codes, for those of an import who have not chosen a password yet. */
    record Codes(List<Person> people, Map<PersonId, String> codes) {}

    Future<Codes> giveCodes(Kept kept, Instant now) {
        return organization
                .people()
                .ofImport(kept.id(), Workbook.MOST_ROWS)
                .compose(people -> passwords
                        .chosen(people.stream().map(Person::id).toList())
                        .map(chosen -> people.stream()
                                .filter(person -> !chosen.contains(person.id()))
                                .toList()))
                .compose(people -> give(people, now));
    }

    private Future<Codes> give(List<Person> people, Instant now) {
        var codes = new HashMap<PersonId, String>();
        people.forEach(person -> codes.put(person.id(), OneTimeCode.fresh()));
        return passwords.giveCodes(codes, now).map(new Codes(people, codes));
    }
}
