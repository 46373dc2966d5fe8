package io.zhiyong.credit;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.credit.CreditForms.Exempt;
import io.zhiyong.credit.CreditForms.Reverse;
import io.zhiyong.credit.CreditViews.LedgerView;
import io.zhiyong.credit.CreditViews.RulesView;
import io.zhiyong.org.Person;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.record.StatementObject;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.List;
import java.util.Map;

/** The ledger's pages: one's own, and for managers those of the people in their scope. */
final class CreditRoutes {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 9999;

    private final CreditModule credit;
    private final CreditModule.Needs needs;
    private final CreditModule.Settings settings;
    private final LedgerStore ledger;

    CreditRoutes(CreditModule credit, CreditModule.Needs needs, CreditModule.Settings settings, LedgerStore ledger) {
        this.credit = credit;
        this.needs = needs;
        this.settings = settings;
        this.ledger = ledger;
    }

    Routes routes() {
        var manager = Access.role(Role.MANAGER);
        return new Routes("credit")
                .get("/credits", Access.signedIn(), LedgerView.class, this::mine)
                .get("/credits/rules", Access.signedIn(), RulesView.class, this::rules)
                .get("/people/:id/credits", Access.signedIn(), LedgerView.class, this::ofPerson)
                .post("/people/:id/credits/:line/reversal", manager, Reverse.class, LedgerView.class, this::reverse)
                .post("/people/:id/credits/exemptions", manager, Exempt.class, LedgerView.class, this::exempt);
    }

    private Future<Reply> mine(Call call) {
        return needs.organization()
                .person(call.visitor().person())
                .compose(person -> ledger(call, person, year(call)))
                .map(view -> Reply.page("credit/ledger", view));
    }

    private Future<Reply> ofPerson(Call call) {
        return visible(call)
                .compose(person -> ledger(call, person, year(call)))
                .map(view -> Reply.page("credit/ledger", view));
    }

    private Future<Reply> rules(Call call) {
        var year = year(call);
        return Future.succeededFuture(Reply.page("credit/rules", CreditPages.rules(year, credit.packs(year))));
    }

    /** A line is taken back by voiding its evidence: the ledger follows from statements and from nothing else. */
    private Future<Reply> reverse(Call call, Reverse form) {
        return managed(call)
                .compose(person -> standing(person, call.path("line")))
                .compose(line -> tell(
                        call,
                        voiding(call, line, form),
                        "credit.reversed",
                        line.id().toString()))
                .compose(told -> ofPersonAgain(call));
    }

    private Future<Reply> exempt(Call call, Exempt form) {
        return managed(call)
                .map(person -> waiver(call, person, form))
                .compose(draft -> tell(call, draft, "credit.exempted", call.path("id")))
                .compose(told -> ofPersonAgain(call));
    }

    private Future<Boolean> tell(Call call, StatementDraft draft, String what, String subject) {
        return needs.record()
                .append(draft)
                .compose(id -> needs.audit()
                        .record(call, what, subject, Map.of("statement", id.text()))
                        .map(id))
                .compose(id -> needs.record().settled(id));
    }

    private Future<Reply> ofPersonAgain(Call call) {
        return visible(call)
                .compose(person -> ledger(call, person, year(call)))
                .map(view -> Reply.seeOther(view.path() + "?year=" + view.year(), view));
    }

    private static StatementDraft voiding(Call call, CreditLine line, Reverse form) {
        return StatementDraft.telling("credit.reversal", line.id())
                .that(
                        call.visitor().person(),
                        Verb.VOIDED,
                        StatementObject.told(StatementId.of(line.basis().statement())),
                        call.now())
                .with(Extension.REASON, form.reason());
    }

    private StatementDraft waiver(Call call, Person person, Exempt form) {
        var pack = credit.packs(form.year()).stream()
                .filter(each -> each.pack().id().equals(form.pack()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pack", "credit.refusal.unknownPack", form.pack()));
        Text title = pack.requirement(form.requirement()).title();
        var place = StatementReading.placeOf(form.pack(), form.requirement());
        return StatementDraft.telling("credit.exemption", person.id(), form.pack(), form.requirement(), form.year())
                .that(
                        person.id(),
                        Verb.WAIVED,
                        StatementObject.thing(ActivityType.ASSIGNMENT, place, title),
                        call.now())
                .instructor(call.visitor().person())
                .with(Extension.YEAR, form.year())
                .with(Extension.BASIS, form.basis());
    }

    private Future<CreditLine> standing(Person person, String id) {
        return ledger.line(id).map(found -> found.filter(line -> line.person().equals(person.id()))
                .filter(line -> line.reverses().isEmpty())
                .orElseThrow(() -> Refusal.notFound("credit.refusal.unknownLine", id)));
    }

    /** The person whose page it is, when the visitor is he or manages his unit. */
    private Future<Person> visible(Call call) {
        return needs.organization().person(new PersonId(call.path("id"))).map(person -> {
            if (!person.id().equals(call.visitor().person())) {
                requireManaged(call, person);
            }
            return person;
        });
    }

    /** Nobody corrects his own ledger, whatever his role. */
    private Future<Person> managed(Call call) {
        return needs.organization().person(new PersonId(call.path("id"))).map(person -> {
            requireManaged(call, person);
            if (person.id().equals(call.visitor().person())) {
                throw Refusal.forbidden("credit.refusal.own");
            }
            return person;
        });
    }

    private void requireManaged(Call call, Person person) {
        needs.organization().units().requireScope(call.visitor().grants(), Role.MANAGER, person.unit());
    }

    private Future<LedgerView> ledger(Call call, Person person, int year) {
        var only = List.of(person);
        return Future.all(ledger.linesOf(List.of(person.id()), year, year), credit.standings(only, year))
                .map(found -> {
                    List<CreditLine> lines = found.resultAt(0);
                    Map<PersonId, List<PackStanding>> standings = found.resultAt(1);
                    var packs = CreditPages.packs(standings.get(person.id()), lines);
                    return new LedgerView(
                            person.id().value(),
                            person.name(),
                            pathOf(call, person),
                            year,
                            stance(call, person, year),
                            packs);
                });
    }

    private LedgerView.Stance stance(Call call, Person person, int year) {
        var own = person.id().equals(call.visitor().person());
        var units = needs.organization().units();
        var manages = !own && units.covers(call.visitor().grants(), Role.MANAGER, person.unit());
        return new LedgerView.Stance(own, manages, year - 1, year + 1);
    }

    private static String pathOf(Call call, Person person) {
        return person.id().equals(call.visitor().person()) ? "/credits" : "/people/" + person.id() + "/credits";
    }

    private int year(Call call) {
        return call.query("year")
                .map(CreditRoutes::year)
                .orElseGet(() -> call.now().atZone(settings.zone()).getYear());
    }

    private static int year(String text) {
        try {
            var year = Integer.parseInt(text);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return year;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal, which says what is expected
        }
        throw Refusal.invalid("year", "credit.refusal.year", text);
    }
}
