package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import io.zhiyong.org.SignInPages.ChooseView;
import io.zhiyong.org.SignInPages.Said;
import io.zhiyong.org.SignInPages.SignInView;
import io.zhiyong.org.SignInPages.SignedIn;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.Map;
import java.util.Optional;

/** The door: signing in and out, the first password, the language. */
final class SignInRoutes {
    private final SignInRoom signIn;
    private final SessionRoom sessions;
    private final OrganizationStore organization;
    private final Audit audit;

    SignInRoutes(SignInRoom signIn, SessionRoom sessions, OrganizationStore organization, Audit audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.organization = organization;
        this.audit = audit;
    }

    Routes routes() {
        return new Routes("org")
                .get("/sign-in", Access.anyone(), SignInView.class, this::form)
                .post("/sign-in", Access.anyone(), SignIn.class, SignedIn.class, this::enter)
                .post("/first-password", Access.anyone(), Choose.class, SignedIn.class, this::choose)
                .post("/sign-out", Access.signedIn(), Nothing.class, Nothing.class, this::leave)
                .post("/language", Access.anyone(), Speak.class, Speak.class, this::speak);
    }

    /** @param back where to go afterwards; a path of this site */
    record SignIn(String account, String password, String back) {
        SignIn {
            account = Checks.text("account", account, 1, 100);
            password = Checks.present("password", password);
            back = LocalPath.of(back);
            if (password.length() > 2 * PasswordPolicy.LONGEST) {
                throw Refusal.invalid("password", "refusal.tooLong", PasswordPolicy.LONGEST);
            }
        }

        private SignInRoom.Claim claim(Call call) {
            return new SignInRoom.Claim(account, password, call.remote(), call.now());
        }
    }

    /** @param code as the administrator handed it out */
    record Choose(String account, String code, String password, String back) {
        Choose {
            account = Checks.text("account", account, 1, 100);
            code = Checks.text("code", code, 1, 100);
            password = Checks.present("password", password);
            back = LocalPath.of(back);
        }

        private SignInRoom.Claim claim(Call call) {
            return new SignInRoom.Claim(account, code, call.remote(), call.now());
        }
    }

    /** @param to the language from now on */
    record Speak(Language to, String back) {
        Speak {
            Checks.present("to", to);
            back = LocalPath.of(back);
        }
    }

    private Future<Reply> form(Call call) {
        var back = LocalPath.of(call.query("back").orElse("/"));
        var view = new SignInView("", back, Optional.empty());
        return Future.succeededFuture(
                call.visitorIfAny().isPresent() ? Reply.seeOther(back, view) : Reply.page("org/sign-in", view));
    }

    private Future<Reply> enter(Call call, SignIn input) {
        return signIn.prove(input.claim(call))
                .compose(proved -> proved.proof() == SignInRoom.Proof.CODE
                        ? Future.succeededFuture(askForPassword(call, input))
                        : begin(call, proved.person(), input.back()))
                .recover(problem -> refused(call, input, problem));
    }

    private static Reply askForPassword(Call call, SignIn input) {
        if (!call.wantsPage()) {
            throw Refusal.conflict("org.refusal.choosePassword");
        }
        return Reply.page(
                "org/first-password", chooseView(input.account(), input.password(), input.back(), Optional.empty()));
    }

    private static ChooseView chooseView(String account, String code, String back, Optional<Said> problem) {
        return new ChooseView(account, code, back, PasswordPolicy.SHORTEST, problem);
    }

    /** A fresh session whatever session the request came with, which ends: none is carried over from before the door. */
    private Future<Reply> begin(Call call, Person person, String back) {
        return endPresent(call)
                .compose(ended -> sessions.begin(person.id(), call.remote(), agent(call)))
                .compose(token -> audit.record(new AuditEntry(
                                call.now(),
                                Optional.of(person.id()),
                                "org.audit.signIn",
                                person.id().value(),
                                Map.of(),
                                call.remote()))
                        .map(token))
                .map(token -> entered(call, person, token, back));
    }

    private Future<Void> endPresent(Call call) {
        return call.visitorIfAny()
                .map(visitor ->
                        sessions.end(visitor.person(), visitor.session()).otherwiseEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private static String agent(Call call) {
        return Optional.ofNullable(call.context().request().getHeader("User-Agent"))
                .orElse("");
    }

    private static Reply entered(Call call, Person person, String token, String back) {
        if (call.wantsPage()) {
            call.startSession(token, Session.LONGEST);
        }
        return Reply.seeOther(back, new SignedIn(token, person.id()));
    }

    /** People get the form again with what was wrong; programs the problem. */
    private Future<Reply> refused(Call call, SignIn input, Throwable problem) {
        return known(input.account(), call, problem).compose(noted -> {
            if (!(problem instanceof Refusal refusal) || !call.wantsPage()) {
                return Future.failedFuture(problem);
            }
            var view = new SignInView(input.account(), input.back(), Optional.of(Said.of(refusal)));
            return Future.succeededFuture(Reply.page("org/sign-in", view).withStatus(status(refusal)));
        });
    }

    private static int status(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.TOO_MANY ? 429 : 422;
    }

    /** A failure is noted where there is such an account; what else is typed there may be anybody's secret. */
    private Future<Void> known(String account, Call call, Throwable problem) {
        if (!(problem instanceof Refusal refusal) || refusal.kind() != Refusal.Kind.INVALID) {
            return Future.succeededFuture();
        }
        return organization.byAccount(account).compose(found -> found.map(person -> audit.record(new AuditEntry(
                        call.now(),
                        Optional.empty(),
                        "org.audit.signInFailed",
                        person.id().value(),
                        Map.of(),
                        call.remote())))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Reply> choose(Call call, Choose input) {
        return signIn.redeem(input.claim(call), input.password())
                .compose(person -> audit.record(
                                call, "org.audit.passwordChosen", person.id().value())
                        .compose(noted -> begin(call, person, input.back())))
                .recover(problem -> {
                    if (!(problem instanceof Refusal refusal) || !call.wantsPage()) {
                        return Future.failedFuture(problem);
                    }
                    var view = chooseView(input.account(), input.code(), input.back(), Optional.of(Said.of(refusal)));
                    return Future.succeededFuture(
                            Reply.page("org/first-password", view).withStatus(status(refusal)));
                });
    }

    private Future<Reply> leave(Call call, Nothing nothing) {
        call.endSession();
        var visitor = call.visitor();
        return sessions.end(visitor.person(), visitor.session())
                .compose(ended ->
                        audit.record(call, "org.audit.signOut", visitor.person().value()))
                .map(noted -> Reply.seeOther("/sign-in", nothing).withNotice("org.notice.signedOut"));
    }

    private Future<Reply> speak(Call call, Speak input) {
        call.rememberLanguage(input.to());
        return call.visitorIfAny()
                .map(visitor -> organization
                        .person(visitor.person())
                        .compose(person -> organization.change(person.speaking(input.to()), "language"))
                        .<Void>mapEmpty())
                .orElseGet(Future::succeededFuture)
                .map(kept -> Reply.seeOther(input.back(), input));
    }
}
