package io.zhiyong.appraisal;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.credit.Standing;
import io.zhiyong.org.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what may be done with an appraisal: reads evidence, computes, keeps. Who may is settled before. */
final class AppraisalRoom {
    private static final int PEOPLE_AT_ONCE = 500;

    private final AppraisalModule.Needs needs;
    private final AppraisalStore appraisals;
    private final FactStore facts;

    AppraisalRoom(AppraisalModule.Needs needs, AppraisalStore appraisals, FactStore facts) {
        this.needs = needs;
        this.appraisals = appraisals;
        this.facts = facts;
    }

    /** Who does it, and when. */
    record Act(PersonId by, Instant at) {
        Appraisal.Stamped stamp(Appraisal before, Happening what) {
            return new Appraisal.Stamped(before.happened() + 1, what, by, at);
        }
    }

    Future<Appraisal> open(UnitId unit, int year, Scheme scheme, Act act) {
        var appraisal = Appraisal.opened(new Appraisal.Head(AppraisalId.fresh(), unit, year), scheme);
        return appraisals.open(
                appraisal, new Appraisal.Stamped(1, new Happening.SchemeSet(scheme), act.by(), act.at()));
    }

    Future<Appraisal> happened(Appraisal before, Happening what, Act act) {
        return appraisals.happened(before, act.stamp(before, what));
    }

    /** Computes the whole unit: a number of queries that grows with hundreds of people, not with people and indicators. */
    Future<Appraisal> compute(Appraisal appraisal, Act act) {
        var round = appraisal.mayCompute();
        return people(appraisal.head().unit(), Optional.empty(), new ArrayList<>())
                .compose(people -> computed(appraisal, people))
                .compose(results -> keep(appraisal, round, results, act));
    }

    /** Computes one person anew after his review; the results of all others stay as they are. */
    Future<Appraisal> correct(Appraisal appraisal, PersonId person, Act act) {
        var round = appraisal.mayCorrect(person);
        return needs.organization()
                .person(person)
                .compose(found -> Future.all(computed(appraisal, List.of(found)), appraisals.results(appraisal)))
                .map(read -> corrected(
                        read.<List<Kept>>resultAt(1),
                        read.<List<Kept>>resultAt(0).get(0)))
                .compose(results -> keep(appraisal, round, results, act));
    }

    static List<Kept> corrected(List<Kept> results, Kept anew) {
        var all = new ArrayList<Kept>();
        for (var kept : results) {
            var same = kept.summary().person().equals(anew.summary().person());
            if (same && anew.result().total().compareTo(kept.result().total()) < 0) {
                throw Refusal.conflict("appraisal.refusal.worse");
            }
            all.add(same ? anew : kept);
        }
        if (!all.contains(anew)) {
            throw Refusal.notFound(
                    "appraisal.refusal.noResult", anew.summary().person().value());
        }
        return all;
    }

    private Future<Appraisal> keep(Appraisal appraisal, int round, List<Kept> results, Act act) {
        var run = Ids.fresh();
        var digest = Computation.digest(results.stream().map(Kept::result).toList());
        var what = appraisal.mayKeep(round, run, results.size(), digest);
        return appraisals
                .keep(appraisal.head().id(), run, Kept.proposed(appraisal.scheme(), results))
                .compose(kept -> happened(appraisal, what, act));
    }

    private Future<List<Person>> people(UnitId unit, Optional<String> after, List<Person> found) {
        return needs.organization().membersBelow(unit, after, PEOPLE_AT_ONCE).compose(page -> {
            found.addAll(page.items());
            return page.next().isPresent() ? people(unit, page.next(), found) : Future.succeededFuture(found);
        });
    }

    private Future<List<Kept>> computed(Appraisal appraisal, List<Person> people) {
        var ids = people.stream().map(Person::id).toList();
        return Future.all(
                        credit(appraisal, people),
                        facts.of(ids, appraisal.head().year()),
                        appraisals.judgements(appraisal.head().id()))
                .map(read -> new Gathering(read.resultAt(0), read.resultAt(1), read.resultAt(2)))
                .map(gathering -> results(appraisal.scheme(), gathering.inputs(appraisal.scheme(), ids), people));
    }

    private static List<Kept> results(Scheme scheme, List<Inputs> inputs, List<Person> people) {
        var results = new ArrayList<Kept>();
        for (var i = 0; i < people.size(); i++) {
            var person = people.get(i);
            results.add(Kept.of(Computation.of(scheme, inputs.get(i)), person.name(), person.probation()));
        }
        return results;
    }

    private Future<Map<String, Map<PersonId, Standing.Detail>>> credit(Appraisal appraisal, List<Person> people) {
        var wanted = appraisal.scheme().indicators().stream()
                .map(Indicator::yardstick)
                .filter(yardstick -> yardstick.source() == Source.CREDIT_AGAINST_REQUIREMENT)
                .map(Indicator.Yardstick::of)
                .distinct()
                .toList();
        Future<Map<String, Map<PersonId, Standing.Detail>>> all = Future.succeededFuture(new HashMap<>());
        for (var of : wanted) {
            var names = of.split("/", 2);
            all = all.compose(found -> needs.credit()
                    .details(people, names[0], names[1], appraisal.head().year())
                    .map(details -> {
                        found.put(of, details);
                        return found;
                    }));
        }
        return all;
    }

    Future<Board> board(Appraisal appraisal) {
        return appraisals.summaries(appraisal).map(summaries -> Board.of(appraisal, summaries));
    }

    /** One person's result; read without those of others. */
    Future<Kept> result(Appraisal appraisal, PersonId person) {
        return appraisals
                .result(appraisal, person)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("appraisal.refusal.noResult", person.value())));
    }

    Future<Appraisal> grade(Appraisal appraisal, PersonId person, Grade grade, String reason, Act act) {
        return result(appraisal, person)
                .map(kept -> appraisal.maySetGrade(
                        person, grade, Board.Row.of(appraisal, kept.summary()).grade(), reason))
                .compose(what -> happened(appraisal, what, act));
    }

    Future<Appraisal> publish(Appraisal appraisal, LocalDate today, LocalDate until, Act act) {
        return Future.all(board(appraisal), needs.record().head())
                .map(read -> {
                    Board board = read.resultAt(0);
                    Optional<io.zhiyong.record.InclusionProof.Head> head = read.resultAt(1);
                    var tree = head.map(each -> each.size() + " " + each.root()).orElse("");
                    var seal = new Appraisal.Seal(board.digest(), tree);
                    return appraisal.mayPublish(today, until, needs.days(), board.margin(), seal);
                })
                .compose(what -> happened(appraisal, what, act));
    }

    Future<Void> judge(Appraisal appraisal, Judgement judgement) {
        var indicator = appraisal.scheme().indicator(judgement.indicator());
        if (indicator.yardstick().source() != Source.EVALUATION) {
            return Future.failedFuture(Refusal.invalid("indicator", "appraisal.refusal.notEvaluated", indicator.id()));
        }
        var open = appraisal.state() == Appraisal.State.DRAFT
                || appraisal.state() == Appraisal.State.COMPUTED
                || appraisal.openReview(judgement.person()).isPresent();
        return open
                ? appraisals.judge(appraisal.head().id(), judgement)
                : Future.failedFuture(Refusal.conflict("appraisal.refusal.published"));
    }
}
