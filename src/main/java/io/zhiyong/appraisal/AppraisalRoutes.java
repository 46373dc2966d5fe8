package io.zhiyong.appraisal;

import io.vertx.core.Future;
import io.zhiyong.appraisal.AppraisalForms.AskReview;
import io.zhiyong.appraisal.AppraisalForms.DecideReview;
import io.zhiyong.appraisal.AppraisalForms.Judge;
import io.zhiyong.appraisal.AppraisalForms.Open;
import io.zhiyong.appraisal.AppraisalForms.Publish;
import io.zhiyong.appraisal.AppraisalForms.SetGrade;
import io.zhiyong.appraisal.AppraisalRoom.Act;
import io.zhiyong.appraisal.AppraisalViews.BoardView;
import io.zhiyong.appraisal.AppraisalViews.Item;
import io.zhiyong.appraisal.AppraisalViews.ListView;
import io.zhiyong.appraisal.AppraisalViews.NewView;
import io.zhiyong.appraisal.AppraisalViews.PersonView;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Unit;
import io.zhiyong.org.Units;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The pages of appraisals. A manager runs those of the units in his scope; a cadre sees his own result once it is public. */
final class AppraisalRoutes {
    private static final String ONE = "/appraisals/:id";

    private final AppraisalModule.Needs needs;
    private final AppraisalStore appraisals;
    private final AppraisalRoom room;

    AppraisalRoutes(AppraisalModule.Needs needs, AppraisalStore appraisals, AppraisalRoom room) {
        this.needs = needs;
        this.appraisals = appraisals;
        this.room = room;
    }

    Routes routes() {
        var manager = Access.role(Role.MANAGER);
        return new Routes("appraisal")
                .get("/appraisals", Access.signedIn(), ListView.class, this::list)
                .get("/appraisals/new", manager, NewView.class, this::blank)
                .post("/appraisals", manager, Open.class, BoardView.class, this::open)
                .get(ONE, manager, BoardView.class, this::board)
                .put(ONE + "/scheme", manager, Open.class, BoardView.class, this::setScheme)
                .post(ONE + "/computation", manager, Nothing.class, BoardView.class, this::compute)
                .post(ONE + "/grades", manager, SetGrade.class, PersonView.class, this::grade)
                .post(ONE + "/publication", manager, Publish.class, BoardView.class, this::publish)
                .post(ONE + "/end", manager, Nothing.class, BoardView.class, this::finish)
                .post(ONE + "/evaluations", manager, Judge.class, PersonView.class, this::judge)
                .get(ONE + "/people/:person", Access.signedIn(), PersonView.class, this::person)
                .post(ONE + "/people/:person/correction", manager, Nothing.class, PersonView.class, this::correct)
                .post(ONE + "/reviews", Access.signedIn(), AskReview.class, PersonView.class, this::askReview)
                .post(
                        ONE + "/reviews/:number/decision",
                        manager,
                        DecideReview.class,
                        BoardView.class,
                        this::decideReview);
    }

    // ---- what is there ----

    private Future<Reply> list(Call call) {
        var year = year(call);
        var scope = new LinkedHashSet<UnitId>();
        scopes(call).forEach(unit -> scope.addAll(units().below(unit.id())));
        var managed = scope.isEmpty()
                ? Future.succeededFuture(List.<AppraisalDocuments.Line>of())
                : appraisals.ofUnits(scope, year);
        return Future.all(managed, appraisals.ofPerson(call.visitor().person())).map(read -> {
            List<AppraisalDocuments.Line> items = read.resultAt(0);
            List<AppraisalDocuments.Line> own = read.resultAt(1);
            var me = call.visitor().person();
            var view = new ListView(
                    year,
                    year - 1,
                    year + 1,
                    !scope.isEmpty(),
                    items.stream()
                            .map(line -> item(line, "/appraisals/" + line.id()))
                            .toList(),
                    own.stream()
                            .filter(AppraisalDocuments.Line::published)
                            .map(line -> item(line, "/appraisals/" + line.id() + "/people/" + me))
                            .toList());
            return Reply.page("appraisal/list", view);
        });
    }

    private Item item(AppraisalDocuments.Line line, String path) {
        return AppraisalPages.item(line, name(line.unit()), path);
    }

    private Future<Reply> blank(Call call) {
        var choice = scopes(call).stream()
                .flatMap(unit -> units().below(unit.id()).stream())
                .distinct()
                .map(id -> units().unit(id))
                .toList();
        return Future.succeededFuture(Reply.page("appraisal/new", AppraisalPages.blank(year(call), choice)));
    }

    private Future<Reply> board(Call call) {
        return managed(call).compose(this::boardView).map(view -> Reply.page("appraisal/board", view));
    }

    /** His own once it is public; anybody's for whoever manages the unit of the appraisal. */
    private Future<Reply> person(Call call) {
        return appraisals
                .byId(id(call))
                .map(appraisal -> {
                    requireVisible(call, appraisal);
                    return appraisal;
                })
                .compose(appraisal -> personView(call, appraisal, new PersonId(call.path("person"))))
                .map(view -> Reply.page("appraisal/person", view));
    }

    private void requireVisible(Call call, Appraisal appraisal) {
        var own = call.visitor().person().value().equals(call.path("person"));
        if (!own) {
            requireScope(call, appraisal.head().unit());
        } else if (!appraisal.visibleToItsPeople() && !manages(call, appraisal)) {
            throw Refusal.forbidden("appraisal.refusal.notPublic");
        }
    }

    // ---- what is done ----

    private Future<Reply> open(Call call, Open form) {
        requireScope(call, form.unitId());
        return room.open(form.unitId(), form.year(), form.scheme(), act(call))
                .compose(made -> logged(call, made, "appraisal.opened"))
                .compose(this::boardView)
                .map(view -> Reply.created(view.appraisal().path(), view));
    }

    private Future<Reply> setScheme(Call call, Open form) {
        return change(
                call,
                "appraisal.schemeSet",
                (appraisal, act) -> room.happened(appraisal, appraisal.maySetScheme(form.scheme()), act));
    }

    private Future<Reply> compute(Call call, Nothing nothing) {
        return change(call, "appraisal.computed", room::compute);
    }

    private Future<Reply> publish(Call call, Publish form) {
        return change(
                call,
                "appraisal.published",
                (appraisal, act) -> room.publish(appraisal, today(call), form.last(), act));
    }

    private Future<Reply> finish(Call call, Nothing nothing) {
        return change(
                call,
                "appraisal.finished",
                (appraisal, act) -> room.happened(appraisal, appraisal.mayFinish(today(call)), act));
    }

    private Future<Reply> decideReview(Call call, DecideReview form) {
        var number = Integer.parseInt("0" + call.path("number").replaceAll("\\D", ""));
        return change(
                call,
                "appraisal.reviewDecided",
                (appraisal, act) -> room.happened(
                        appraisal, appraisal.mayDecideReview(number, form.changed(), form.reason(), act.by()), act));
    }

    private Future<Reply> change(Call call, String what, BiFunction<Appraisal, Act, Future<Appraisal>> change) {
        return managed(call)
                .compose(appraisal -> change.apply(appraisal, act(call)))
                .compose(after -> logged(call, after, what))
                .compose(this::boardView)
                .map(view -> Reply.seeOther(view.appraisal().path(), view));
    }

    private Future<Reply> grade(Call call, SetGrade form) {
        return aboutAnother(call, form.person())
                .compose(appraisal ->
                        room.grade(appraisal, new PersonId(form.person()), form.chosen(), form.reason(), act(call)))
                .compose(after -> logged(call, after, "appraisal.graded"))
                .compose(after -> seePerson(call, after, form.person()));
    }

    private Future<Reply> judge(Call call, Judge form) {
        return aboutAnother(call, form.person())
                .compose(appraisal -> room.judge(appraisal, form.judgement(Ids.fresh(), act(call)))
                        .map(appraisal))
                .compose(after -> logged(call, after, "appraisal.evaluated"))
                .compose(after -> Future.succeededFuture(
                        Reply.seeOther("/appraisals/" + after.head().id(), new Nothing())));
    }

    private Future<Reply> correct(Call call, Nothing nothing) {
        return aboutAnother(call, call.path("person"))
                .compose(appraisal -> room.correct(appraisal, new PersonId(call.path("person")), act(call)))
                .compose(after -> logged(call, after, "appraisal.corrected"))
                .compose(after -> seePerson(call, after, call.path("person")));
    }

    /** Only about one's own result, which must be there. */
    private Future<Reply> askReview(Call call, AskReview form) {
        var me = call.visitor().person();
        return appraisals
                .byId(id(call))
                .compose(appraisal -> appraisals.result(appraisal, me).map(found -> found.map(own -> appraisal)
                        .orElseThrow(() -> Refusal.forbidden("appraisal.refusal.notYours"))))
                .compose(appraisal ->
                        room.happened(appraisal, appraisal.mayAskReview(me, form.text(), today(call)), act(call)))
                .compose(after -> logged(call, after, "appraisal.reviewAsked"))
                .compose(after -> seePerson(call, after, me.value()));
    }

    // ---- who may ----

    private Future<Appraisal> managed(Call call) {
        return appraisals.byId(id(call)).map(appraisal -> {
            requireScope(call, appraisal.head().unit());
            return appraisal;
        });
    }

    /** Nobody evaluates, grades or corrects himself. */
    private Future<Appraisal> aboutAnother(Call call, String person) {
        return managed(call).map(appraisal -> {
            if (call.visitor().person().value().equals(person)) {
                throw Refusal.forbidden("appraisal.refusal.oneself");
            }
            return appraisal;
        });
    }

    private void requireScope(Call call, UnitId unit) {
        units().requireScope(call.visitor().grants(), Role.MANAGER, unit);
    }

    private boolean manages(Call call, Appraisal appraisal) {
        return units().covers(
                        call.visitor().grants(), Role.MANAGER, appraisal.head().unit());
    }

    private List<Unit> scopes(Call call) {
        return units().scopes(call.visitor().grants(), Role.MANAGER);
    }

    // ---- small steps ----

    private Future<Appraisal> logged(Call call, Appraisal appraisal, String what) {
        return needs.audit()
                .record(
                        call,
                        what,
                        appraisal.head().id().value(),
                        Map.of("state", appraisal.state().name()))
                .map(appraisal);
    }

    private Future<BoardView> boardView(Appraisal appraisal) {
        return room.board(appraisal)
                .map(board -> AppraisalPages.board(board, name(appraisal.head().unit())));
    }

    private Future<PersonView> personView(Call call, Appraisal appraisal, PersonId person) {
        var reader = new AppraisalPages.Reader(call.visitor().person().equals(person), manages(call, appraisal));
        return room.result(appraisal, person)
                .map(kept -> AppraisalPages.person(
                        kept, appraisal, name(appraisal.head().unit()), reader));
    }

    private Future<Reply> seePerson(Call call, Appraisal appraisal, String person) {
        return personView(call, appraisal, new PersonId(person))
                .map(view -> Reply.seeOther(view.appraisal().path() + "/people/" + person, view));
    }

    private Units units() {
        return needs.organization().units();
    }

    private Text name(UnitId unit) {
        return units().contains(unit) ? units().unit(unit).name() : Text.of(unit.value());
    }

    private static AppraisalId id(Call call) {
        return new AppraisalId(call.path("id"));
    }

    private static Act act(Call call) {
        return new Act(call.visitor().person(), call.now());
    }

    private LocalDate today(Call call) {
        return call.now().atZone(needs.zone()).toLocalDate();
    }

    private int year(Call call) {
        return call.query("year")
                .filter(text -> text.matches("[1-9]\\d{3}"))
                .map(Integer::parseInt)
                .orElseGet(() -> today(call).getYear());
    }
}
