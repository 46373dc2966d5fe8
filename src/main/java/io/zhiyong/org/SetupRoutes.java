package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.org.SignInPages.SetupView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The page behind the link that a server prints at its first start. */
final class SetupRoutes {
    private final SetupRoom setup;
    private final Audit audit;
    private final ZoneId zone;

    SetupRoutes(SetupRoom setup, Audit audit, ZoneId zone) {
        this.setup = setup;
        this.audit = audit;
        this.zone = zone;
    }

    void addTo(Routes routes) {
        routes.get("/setup/:token", Access.anyone(), SetupView.class, this::form)
                .post("/setup/:token", Access.anyone(), First.class, SetupView.class, this::make);
    }

    /** @param organization the name of the organization as a whole */
    record First(String organization, String account, String name, String password) {
        First {
            Problems.requireNone(
                    () -> Checks.text("organization", organization, 1, 100),
                    () -> Account.check("account", account),
                    () -> Checks.text("name", name, 1, Person.LONGEST_NAME),
                    () -> PasswordPolicy.check("password", password, Account.plain(account)));
        }

        SetupRoom.First first() {
            return new SetupRoom.First(organization, account, name, password);
        }
    }

    private Future<Reply> form(Call call) {
        return setup.check(call.path("token"))
                .map(open -> Reply.page("org/setup", new SetupView(PasswordPolicy.SHORTEST)));
    }

    private Future<Reply> make(Call call, First input) {
        var today = LocalDate.ofInstant(call.now(), zone);
        return setup.make(call.path("token"), input.first(), call.now(), today)
                .compose(person ->
                        audit.record(call, "org.audit.setUp", person.id().value(), Map.of("account", person.account())))
                .map(noted -> Reply.created("/sign-in", new SetupView(PasswordPolicy.SHORTEST))
                        .withNotice("org.notice.setUp"));
    }
}
