package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.org.PersonPages.MeView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;

/** What everybody may see and change of himself: his details, his password, his devices. */
final class MeRoutes {
    private final OrganizationStore organization;
    private final SessionRoom sessions;
    private final SignInRoom signIn;
    private final Audit audit;

    MeRoutes(OrganizationStore organization, SessionRoom sessions, SignInRoom signIn, Audit audit) {
        this.organization = organization;
        this.sessions = sessions;
        this.signIn = signIn;
        this.audit = audit;
    }

    void addTo(Routes routes) {
        routes.get("/me", Access.signedIn(), MeView.class, this::show)
                .post("/me/password", Access.signedIn(), Change.class, Nothing.class, this::change)
                .post("/me/sessions/end-others", Access.signedIn(), Nothing.class, MeView.class, this::endOthers)
                .post("/me/sessions/:name/end", Access.signedIn(), Nothing.class, MeView.class, this::end);
    }

    /** @param fresh the password from now on */
    record Change(String current, String fresh) {
        Change {
            Checks.present("current", current);
            Checks.present("fresh", fresh);
            if (current.length() > 2 * PasswordPolicy.LONGEST) {
                throw Refusal.invalid("current", "refusal.tooLong", PasswordPolicy.LONGEST);
            }
        }
    }

    private Future<MeView> view(Call call) {
        var visitor = call.visitor();
        var person = organization.person(visitor.person());
        var open = sessions.of(visitor.person());
        return Future.all(person, open)
                .map(both -> PersonPages.me(person.result(), organization, open.result(), visitor.session()));
    }

    private Future<Reply> show(Call call) {
        return view(call).map(view -> Reply.page("org/me", view));
    }

    /** Whoever else was signed in with the old password is signed out. */
    private Future<Reply> change(Call call, Change input) {
        var visitor = call.visitor();
        return organization
                .person(visitor.person())
                .compose(person -> signIn.change(person, input.current(), input.fresh(), call.now()))
                .compose(changed -> sessions.endOthers(visitor.person(), visitor.session()))
                .compose(ended -> audit.record(
                        call, "org.audit.passwordChanged", visitor.person().value()))
                .map(noted -> Reply.seeOther("/me", new Nothing()).withNotice("org.notice.passwordChanged"));
    }

    private Future<Reply> end(Call call, Nothing nothing) {
        var visitor = call.visitor();
        return sessions.end(visitor.person(), call.path("name"))
                .compose(ended -> audit.record(
                        call, "org.audit.sessionEnded", visitor.person().value()))
                .compose(noted -> view(call))
                .map(view -> Reply.seeOther("/me", view).withNotice("org.notice.sessionEnded"));
    }

    private Future<Reply> endOthers(Call call, Nothing nothing) {
        var visitor = call.visitor();
        return sessions.endOthers(visitor.person(), visitor.session())
                .compose(ended -> audit.record(
                        call, "org.audit.sessionEnded", visitor.person().value()))
                .compose(noted -> view(call))
                .map(view -> Reply.seeOther("/me", view).withNotice("org.notice.sessionEnded"));
    }
}
