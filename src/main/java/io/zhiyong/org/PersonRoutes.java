package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.PersonPages.CodeView;
import io.zhiyong.org.PersonPages.PersonFormView;
import io.zhiyong.org.PersonPages.PersonView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One person: his page, his file, his roles, his way back in. */
final class PersonRoutes {
    private static final Access KEEPER = Access.role(Role.ADMINISTRATOR);

    private final OrganizationStore organization;
    private final SessionRoom sessions;
    private final PasswordStore passwords;
    private final Audit audit;

    PersonRoutes(OrganizationStore organization, SessionRoom sessions, PasswordStore passwords, Audit audit) {
        this.organization = organization;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
    }

    void addTo(Routes routes) {
        routes.get("/people/new", KEEPER, PersonFormView.class, this::blank)
                .post("/people", KEEPER, PersonForm.class, PersonView.class, this::add)
                .get("/people/:id", Access.signedIn(), PersonView.class, this::show)
                .get("/people/:id/edit", KEEPER, PersonFormView.class, this::form)
                .post("/people/:id", KEEPER, PersonForm.class, PersonView.class, this::change)
                .post("/people/:id/active", KEEPER, Activate.class, PersonView.class, this::activate)
                .post("/people/:id/code", KEEPER, Nothing.class, CodeView.class, this::giveCode)
                .post("/people/:id/roles", KEEPER, Held.class, PersonView.class, this::grant)
                .post("/people/:id/roles/withdraw", KEEPER, Held.class, PersonView.class, this::withdraw);
    }

    /** @param active whether the person may sign in from now on */
    record Activate(Boolean active) {
        Activate {
            Checks.present("active", active);
        }
    }

    /** A role for a unit; the role by its name in lower case. */
    record Held(String role, UnitId unit) {
        Held {
            Checks.present("unit", unit);
            roleOf(role);
        }

        private static Role roleOf(String name) {
            return Arrays.stream(Role.values())
                    .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("role", "org.refusal.role", String.valueOf(name)));
        }

        Grant grant() {
            return new Grant(roleOf(role), unit);
        }
    }

    private Future<Person> asked(Call call) {
        return organization.person(new PersonId(call.path("id")));
    }

    /** The person asked for, when the visitor may change him. */
    private Future<Person> kept(Call call) {
        return asked(call).map(person -> {
            Keepers.requireKeeper(organization.units(), call.visitor().grants(), person);
            return person;
        });
    }

    private Future<Reply> blank(Call call) {
        var unit = call.query("unit").map(UnitId::new);
        return Future.succeededFuture(Reply.page(
                "org/person-form",
                PersonPages.blank(organization, call.visitor().grants(), unit)));
    }

    private Future<Reply> add(Call call, PersonForm input) {
        organization.units().requireScope(call.visitor().grants(), Role.ADMINISTRATOR, input.unit());
        return organization
                .add(input.fresh(new PersonId(Ids.fresh())))
                .compose(person -> noted(call, "org.audit.personAdded", person, Map.of("account", person.account())))
                .map(person ->
                        Reply.created(address(person), view(call, person)).withNotice("org.notice.personAdded"));
    }

    private Future<Reply> show(Call call) {
        return asked(call).map(person -> {
            Keepers.requireReader(
                    organization.units(),
                    call.visitor().person(),
                    call.visitor().grants(),
                    person);
            return Reply.page("org/person", view(call, person));
        });
    }

    private PersonView view(Call call, Person person) {
        return PersonPages.person(
                person, organization, call.visitor().person(), call.visitor().grants());
    }

    private Future<Reply> form(Call call) {
        return kept(call)
                .map(person -> Reply.page(
                        "org/person-form",
                        PersonPages.form(person, organization, call.visitor().grants())));
    }

    private Future<Reply> change(Call call, PersonForm input) {
        return kept(call)
                .map(person -> {
                    organization.units().requireScope(call.visitor().grants(), Role.ADMINISTRATOR, input.unit());
                    return input.changed(person);
                })
                .compose(person -> organization.change(person, PersonForm.fields()))
                .compose(person -> noted(call, "org.audit.personChanged", person, Map.of("account", person.account())))
                .map(person -> saved(call, person));
    }

    private Reply saved(Call call, Person person) {
        return Reply.seeOther(address(person), view(call, person)).withNotice("org.notice.saved");
    }

    private static String address(Person person) {
        return "/people/" + person.id().value();
    }

    private Future<Person> noted(Call call, String what, Person person, Map<String, String> detail) {
        return audit.record(call, what, person.id().value(), detail).map(person);
    }

    private Future<Reply> activate(Call call, Activate input) {
        var what = input.active() ? "org.audit.personActivated" : "org.audit.personDeactivated";
        return kept(call)
                .map(person -> {
                    Keepers.requireOther(call.visitor().person(), person.id());
                    return person.activated(input.active());
                })
                .compose(person -> organization.change(person, "active"))
                .compose(person -> input.active()
                        ? Future.succeededFuture(person)
                        : sessions.endAll(person.id()).map(person))
                .compose(person -> noted(call, what, person, Map.of()))
                .map(person -> saved(call, person));
    }

    /** Whoever had his password or his devices has them no more. */
    private Future<Reply> giveCode(Call call, Nothing nothing) {
        var code = OneTimeCode.fresh();
        return kept(call)
                .map(person -> {
                    Keepers.requireOther(call.visitor().person(), person.id());
                    return person;
                })
                .compose(person -> passwords
                        .giveCodes(Map.of(person.id(), code), call.now())
                        .compose(given -> sessions.endAll(person.id()))
                        .map(person))
                .compose(person -> noted(call, "org.audit.codeGiven", person, Map.of()))
                .map(person -> Reply.page("org/code", codeView(person, code, call.now())));
    }

    private static CodeView codeView(Person person, String code, Instant now) {
        return new CodeView(person.id(), person.name(), person.account(), code, now.plus(OneTimeCode.LIFE));
    }

    private Future<Reply> grant(Call call, Held input) {
        return asked(call)
                .compose(person -> regrant(
                        person,
                        Keepers.granted(organization.units(), call.visitor().grants(), person, input.grant())))
                .compose(person -> noted(call, "org.audit.roleGranted", person, detail(input)))
                .map(person -> saved(call, person));
    }

    private Future<Reply> withdraw(Call call, Held input) {
        var visitor = call.visitor();
        return asked(call)
                .compose(person -> regrant(
                        person,
                        Keepers.withdrawn(
                                organization.units(), visitor.person(), visitor.grants(), person, input.grant())))
                .compose(person -> noted(call, "org.audit.roleWithdrawn", person, detail(input)))
                .map(person -> saved(call, person));
    }

    private Future<Person> regrant(Person person, List<Grant> grants) {
        return organization.regrant(person, grants);
    }

    private static Map<String, String> detail(Held input) {
        return Map.of("role", input.role(), "unit", input.unit().value());
    }
}
