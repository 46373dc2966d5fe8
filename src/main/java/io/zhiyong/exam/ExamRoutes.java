package io.zhiyong.exam;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.exam.ExamPages.Choices;
import io.zhiyong.exam.ExamPages.Draft;
import io.zhiyong.exam.ExamPages.FormView;
import io.zhiyong.exam.ExamPages.ListView;
import io.zhiyong.exam.ExamPages.ResultsView;
import io.zhiyong.exam.ExamPages.ShowView;
import io.zhiyong.exam.ExamPages.UnitChoice;
import io.zhiyong.org.Person;
import io.zhiyong.org.Unit;
import io.zhiyong.org.Units;
import io.zhiyong.questionbank.PaperDraw;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exams: for everybody those set for him, for organizers those of their units. */
final class ExamRoutes {
    private static final Access ORGANIZERS = Access.role(Role.ORGANIZER);
    private static final int PAGE = 50;

    private final ExamModule.Needs needs;
    private final ExamStore exams;
    private final AttemptStore attempts;
    private final AttemptRoom room;

    ExamRoutes(ExamModule.Needs needs, ExamStore exams, AttemptStore attempts, AttemptRoom room) {
        this.needs = needs;
        this.exams = exams;
        this.attempts = attempts;
        this.room = room;
    }

    Routes routes() {
        var who = Access.signedIn();
        return new Routes("exam")
                .get("/exams", who, ListView.class, this::list)
                .get("/exams/new", ORGANIZERS, FormView.class, this::blank)
                .post("/exams", ORGANIZERS, ExamInput.class, ShowView.class, this::create)
                .get("/exams/:id", who, ShowView.class, this::show)
                .post("/exams/:id/attempts", who, Nothing.class, AttemptPages.SittingView.class, this::begin)
                .get("/exams/:id/edit", ORGANIZERS, FormView.class, this::form)
                .post("/exams/:id", ORGANIZERS, ExamInput.class, ShowView.class, this::edit)
                .post("/exams/:id/publish", ORGANIZERS, Nothing.class, ShowView.class, this::publish)
                .post("/exams/:id/withdraw", ORGANIZERS, Nothing.class, ShowView.class, this::withdraw)
                .get("/exams/:id/results", ORGANIZERS, ResultsView.class, this::results);
    }

    private Units units() {
        return needs.organization().units();
    }

    private Future<Reply> list(Call call) {
        var visitor = call.visitor();
        return needs.organization()
                .person(visitor.person())
                .compose(person -> exams.ofUnits(unitsSeen(person, visitor)).compose(all -> attempts.of(
                                person.id(), all.stream().map(Exam::id).toList())
                        .map(mine -> new Seen(person, all, mine))))
                .map(seen -> Reply.page("exam/list", listed(seen, call)));
    }

    /** What a person sees: exams set for a unit he belongs to, and for units he organizes for. */
    private record Seen(Person person, List<Exam> exams, List<Attempt> mine) {}

    private List<io.zhiyong.base.UnitId> unitsSeen(Person person, Visitor visitor) {
        var own = units().path(person.unit()).stream().map(Unit::id);
        var organized = units().scopes(visitor.grants(), Role.ORGANIZER).stream()
                .flatMap(unit -> units().below(unit.id()).stream());
        return java.util.stream.Stream.concat(own, organized).distinct().toList();
    }

    private ListView listed(Seen seen, Call call) {
        var byExam = seen.mine().stream().collect(Collectors.groupingBy(Attempt::exam));
        var items = seen.exams().stream()
                .filter(exam -> sits(exam, seen.person()))
                .map(exam -> ExamPages.Item.of(exam, byExam.getOrDefault(exam.id(), List.of()), call.now()))
                .toList();
        return ExamLists.of(
                items, drafts(seen.exams(), call.visitor()), call.visitor().has(Role.ORGANIZER));
    }

    private List<Draft> drafts(List<Exam> all, Visitor visitor) {
        return all.stream().flatMap(exam -> organized(exam, visitor).stream()).toList();
    }

    private Optional<Draft> organized(Exam exam, Visitor visitor) {
        var unit = exam.about().unit();
        return Optional.of(exam)
                .filter(mine -> units().covers(visitor.grants(), Role.ORGANIZER, unit))
                .map(mine -> new Draft(
                        exam.id(),
                        exam.about().title(),
                        exam.state(),
                        units().unit(unit).name()));
    }

    private boolean sits(Exam exam, Person person) {
        return units().path(person.unit()).stream()
                .anyMatch(unit -> unit.id().equals(exam.about().unit()));
    }

    private static ExamId id(Call call) {
        return new ExamId(call.path("id"));
    }

    private Future<Exam> organizedBy(Call call) {
        return exams.byId(id(call)).map(exam -> {
            units().requireScope(
                            call.visitor().grants(),
                            Role.ORGANIZER,
                            exam.about().unit());
            return exam;
        });
    }

    private Future<Reply> show(Call call) {
        return exams.byId(id(call)).compose(exam -> shown(exam, call)).map(view -> Reply.page("exam/show", view));
    }

    private Future<ShowView> shown(Exam exam, Call call) {
        var person = needs.organization().person(call.visitor().person());
        var mine = attempts.of(exam.id(), call.visitor().person());
        return Future.all(person, mine).map(both -> view(exam, person.result(), mine.result(), call));
    }

    /** An exam that is neither set for him nor organized by him is not there. */
    private ShowView view(Exam exam, Person person, List<Attempt> mine, Call call) {
        var organizer = organized(exam, call.visitor());
        var sits = sits(exam, person) && exam.state() == Exam.State.PUBLISHED;
        if (!sits && mine.isEmpty() && organizer.isEmpty()) {
            throw Refusal.notFound("exam.refusal.unknown");
        }
        return ExamPages.show(exam, mine, call.now(), sits, organizer);
    }

    private Future<Reply> begin(Call call, Nothing nothing) {
        var person = needs.organization().person(call.visitor().person());
        var exam = exams.byId(id(call));
        return Future.all(person, exam)
                .compose(both -> {
                    if (!sits(exam.result(), person.result())) {
                        throw Refusal.notFound("exam.refusal.unknown");
                    }
                    var sitter = new ExamModule.Sitter(
                            person.result().id(), person.result().unit());
                    return room.begin(exam.result(), sitter, call.now());
                })
                .compose(room::desk)
                .map(desk -> AttemptPages.sitting(desk, call.now()))
                .map(view -> Reply.created("/attempts/" + view.id(), view));
    }

    private Future<Choices> choices(Call call, Optional<io.zhiyong.base.UnitId> chosen) {
        var scopes = units().scopes(call.visitor().grants(), Role.ORGANIZER);
        var choices = scopes.stream()
                .flatMap(scope -> units().below(scope.id()).stream())
                .map(unit -> new UnitChoice(
                        unit.value(),
                        units().unit(unit).name(),
                        chosen.map(unit::equals).orElse(false)))
                .toList();
        return needs.bank().subjects().map(subjects -> new Choices(choices, subjects));
    }

    private Future<Reply> blank(Call call) {
        return choices(call, Optional.empty())
                .map(choices -> ExamPages.blankForm(choices, call.now(), needs.zone()))
                .map(view -> Reply.page("exam/form", view));
    }

    private Future<Reply> form(Call call) {
        return organizedBy(call)
                .compose(exam -> {
                    var choices = choices(call, Optional.of(exam.about().unit()));
                    var pool = needs.bank().pool(exam.blueprint());
                    return Future.all(choices, pool)
                            .map(both -> ExamPages.form(
                                    exam,
                                    PaperDraw.supply(exam.blueprint(), pool.result()),
                                    choices.result(),
                                    needs.zone()));
                })
                .map(view -> Reply.page("exam/form", view));
    }

    private Exam.About about(ExamInput input, Call call) {
        var about = input.about();
        units().requireScope(call.visitor().grants(), Role.ORGANIZER, about.unit());
        return about;
    }

    private Future<Reply> create(Call call, ExamInput input) {
        var exam = new Exam(
                new ExamId(Ids.fresh()),
                about(input, call),
                input.terms(needs.zone()),
                input.blueprint(),
                Exam.State.DRAFT,
                Optional.empty());
        return exams.add(exam).compose(made -> shown(made, call)).map(view -> Reply.created(
                        "/exams/" + exam.id() + "/edit", view)
                .withNotice("exam.saved"));
    }

    private Future<Reply> edit(Call call, ExamInput input) {
        return organizedBy(call)
                .map(exam -> exam.edited(about(input, call), input.terms(needs.zone()), input.blueprint()))
                .compose(exam -> exams.change(Exam.State.DRAFT, exam))
                .compose(exam -> shown(exam, call))
                .map(view -> Reply.seeOther("/exams/" + view.item().id() + "/edit", view)
                        .withNotice("exam.saved"));
    }

    /** Draws one paper before anybody else does: a blueprint that the bank cannot fill is refused with what it lacks. */
    private Future<Reply> publish(Call call, Nothing nothing) {
        return organizedBy(call)
                .compose(exam -> needs.bank().pool(exam.blueprint()).compose(pool -> {
                    PaperDraw.draw(exam.blueprint(), pool, "trial");
                    return exams.publish(exam.published(pool, Ids.secret(), call.now()), pool);
                }))
                .compose(exam -> shown(exam, call))
                .map(view -> Reply.seeOther("/exams/" + view.item().id(), view).withNotice("exam.publishedNow"));
    }

    private Future<Reply> withdraw(Call call, Nothing nothing) {
        return organizedBy(call)
                .compose(exam -> exams.change(Exam.State.PUBLISHED, exam.withdrawn()))
                .compose(exam -> shown(exam, call))
                .map(view -> Reply.seeOther("/exams/" + view.item().id(), view).withNotice("exam.withdrawnNow"));
    }

    private Future<Reply> results(Call call) {
        var page = attempts.ofExam(id(call), call.query("after"), call.limit(PAGE));
        var exam = organizedBy(call);
        return Future.all(exam, page)
                .compose(both -> needs.organization()
                        .people(page.result().items().stream()
                                .map(attempt -> attempt.sitter().person())
                                .collect(Collectors.toSet())))
                .map(people -> ExamLists.results(exam.result(), page.result(), people, units()))
                .map(view -> Reply.page("exam/results", view));
    }
}
