package io.zhiyong.plan;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Person;
import io.zhiyong.org.Units;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.SequencedStatement;
import io.zhiyong.record.Statement;
import io.zhiyong.record.Vocabulary.Verb;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows the learning record and the organization: who is meant by a plan, and what he has done of it. All that is written here
 * is written one after another, so that nothing older overwrites what is newer.
 */
final class PlanRoom implements RecordModule.Reader {
    private static final int AT_ONCE = 200;
    private static final Set<Verb> DONE = Set.of(Verb.COMPLETED, Verb.PASSED);

    private final PlanModule.Needs needs;
    private final PlanStore plans;
    private final MemberStore members;
    private final CompletionStore completions;
    private Future<Void> last = Future.succeededFuture();

    PlanRoom(PlanModule.Needs needs, PlanStore plans, MemberStore members, CompletionStore completions) {
        this.needs = needs;
        this.plans = plans;
        this.members = members;
        this.completions = completions;
    }

    /** After whatever is being written now, whether that succeeds or not. */
    private synchronized Future<Void> inTurn(Supplier<Future<Void>> write) {
        last = last.transform(over -> write.get());
        return last;
    }

    @Override
    public Future<Void> take(List<SequencedStatement> statements) {
        return inTurn(() ->
                follow(statements.stream().map(SequencedStatement::statement).toList()));
    }

    private Future<Void> follow(List<Statement> statements) {
        var told = statements.stream().flatMap(each -> evidence(each).stream()).toList();
        var changed = new LinkedHashSet<PersonId>();
        told.forEach(each -> changed.add(each.person()));
        return completions
                .add(told)
                .compose(done -> voided(statements, changed))
                .compose(done -> changed.isEmpty() ? Future.succeededFuture() : redo(List.copyOf(changed)));
    }

    /** A course completed, a test passed: the first such statement does a duty. */
    private static Optional<CompletionStore.Evidence> evidence(Statement statement) {
        return statement
                .verb()
                .filter(DONE::contains)
                .filter(verb -> !statement.voided() && !statement.place().isEmpty())
                .filter(verb -> statement.success().orElse(true))
                .flatMap(verb -> statement.actor())
                .map(person -> new CompletionStore.Evidence(
                        person, statement.place(), statement.id().text(), statement.at()));
    }

    private Future<Void> voided(List<Statement> statements, Set<PersonId> changed) {
        var gone = statements.stream()
                .filter(statement ->
                        statement.verb().filter(Verb.VOIDED::equals).isPresent())
                .flatMap(statement -> statement.refersTo().stream())
                .map(statement ->
                        completions.remove(statement.text()).onSuccess(person -> person.ifPresent(changed::add)))
                .toList();
        return Future.all(gone).mapEmpty();
    }

    @Override
    public Future<Void> forget() {
        return inTurn(completions::forget);
    }

    /** What these people have done, in every plan that means them. */
    private Future<Void> redo(List<PersonId> people) {
        return completions.of(people).compose(done -> plans.newest().compose(all -> one(all, 0, people, done)));
    }

    private Future<Void> one(
            List<Plan> all, int at, List<PersonId> people, Map<PersonId, Map<String, Completion.Done>> done) {
        if (at == all.size()) {
            return Future.succeededFuture();
        }
        var plan = all.get(at);
        return members.ofPeople(plan.id(), people)
                .map(found -> changed(plan, found, done))
                .compose(changed -> keep(plan, changed))
                .compose(kept -> one(all, at + 1, people, done));
    }

    private static List<Member> changed(
            Plan plan, List<Member> found, Map<PersonId, Map<String, Completion.Done>> done) {
        return found.stream()
                .map(member -> withDone(plan, member, done.getOrDefault(member.person(), Map.of())))
                .filter(member -> !found.contains(member))
                .toList();
    }

    private static Member withDone(Plan plan, Member member, Map<String, Completion.Done> done) {
        var of = new java.util.HashMap<>(done);
        of.keySet().removeIf(place -> plan.duty(place).isEmpty());
        return new Member(member.plan(), member.person(), member.name(), member.path(), of);
    }

    private Future<Void> keep(Plan plan, List<Member> changed) {
        if (changed.isEmpty()) {
            return Future.succeededFuture();
        }
        var units = changed.stream().map(Member::unit).distinct().toList();
        return members.put(plan, changed).compose(done -> sum(plan, units));
    }

    private Future<Void> sum(Plan plan, java.util.Collection<UnitId> units) {
        return Future.all(
                        units.stream().map(unit -> members.sum(plan.id(), unit)).toList())
                .mapEmpty();
    }

    /** A plan that means somebody, and what he did of it. */
    record Own(Plan plan, Member member) {}

    /** The plans that mean one person and have begun. */
    Future<List<Own>> own(PersonId person, LocalDate today) {
        var all = plans.newest();
        var mine = members.of(person);
        return Future.all(all, mine).map(read -> all.result().stream()
                .filter(plan -> !today.isBefore(plan.from()))
                .flatMap(plan -> mine.result().stream()
                        .filter(member -> member.plan().equals(plan.id()))
                        .map(member -> new Own(plan, member)))
                .toList());
    }

    /** Finds out anew who is meant: people come, go and move. */
    Future<Void> refresh(Plan plan) {
        return inTurn(() -> gather(plan));
    }

    Future<Void> refreshAll() {
        return plans.newest().compose(all -> refresh(all, 0));
    }

    private Future<Void> refresh(List<Plan> all, int at) {
        return at == all.size()
                ? Future.succeededFuture()
                : refresh(all.get(at)).compose(done -> refresh(all, at + 1));
    }

    /** One pass over everybody. */
    private static final class Pass {
        private final Units units;
        private final Set<PersonId> meant = new HashSet<>();
        private final Set<UnitId> touched = new HashSet<>();
        private final List<PersonId> gone = new ArrayList<>();

        Pass(Units units) {
            this.units = units;
        }
    }

    private Future<Void> gather(Plan plan) {
        var pass = new Pass(needs.organization().units());
        if (pass.units.isEmpty()) {
            return Future.succeededFuture();
        }
        return gather(plan, pass, Optional.empty())
                .compose(done -> leave(plan, pass))
                .compose(done -> sum(plan, pass.touched));
    }

    private Future<Void> gather(Plan plan, Pass pass, Optional<String> after) {
        return needs.organization()
                .membersBelow(pass.units.root().id(), after, AT_ONCE)
                .compose(page -> enter(plan, pass, page.items())
                        .compose(done ->
                                page.next().isPresent() ? gather(plan, pass, page.next()) : Future.succeededFuture()));
    }

    private Future<Void> enter(Plan plan, Pass pass, List<Person> people) {
        var meant = people.stream()
                .filter(person -> plan.audience().includes(candidate(pass.units, person)))
                .toList();
        meant.forEach(person -> pass.meant.add(person.id()));
        var ids = meant.stream().map(Person::id).toList();
        if (ids.isEmpty()) {
            return Future.succeededFuture();
        }
        var there = members.ofPeople(plan.id(), ids);
        var done = completions.of(ids);
        return Future.all(there, done)
                .map(read -> fresh(plan, pass, meant, there.result(), done.result()))
                .compose(fresh -> members.put(plan, fresh));
    }

    private static Audience.Candidate candidate(Units units, Person person) {
        return new Audience.Candidate(person.id(), path(units, person), person.rank(), person.partyMember());
    }

    private static List<UnitId> path(Units units, Person person) {
        return units.path(person.unit()).stream().map(unit -> unit.id()).toList();
    }

    /** Those who are new, moved, or did something since; notes the units whose sums that changes. */
    private static List<Member> fresh(
            Plan plan,
            Pass pass,
            List<Person> people,
            List<Member> there,
            Map<PersonId, Map<String, Completion.Done>> done) {
        var now = people.stream()
                .map(person -> new Member(plan.id(), person.id(), person.name(), path(pass.units, person), Map.of()))
                .map(member -> withDone(plan, member, done.getOrDefault(member.person(), Map.of())))
                .filter(member -> !there.contains(member))
                .toList();
        var ids = now.stream().map(Member::person).toList();
        now.forEach(member -> pass.touched.add(member.unit()));
        there.stream()
                .filter(member -> ids.contains(member.person()))
                .forEach(member -> pass.touched.add(member.unit()));
        return now;
    }

    private Future<Void> leave(Plan plan, Pass pass) {
        return members.each(plan.id(), batch -> {
                    batch.stream()
                            .filter(member -> !pass.meant.contains(member.person()))
                            .forEach(member -> {
                                pass.gone.add(member.person());
                                pass.touched.add(member.unit());
                            });
                    return Future.succeededFuture();
                })
                .compose(done -> members.remove(plan.id(), pass.gone));
    }
}
