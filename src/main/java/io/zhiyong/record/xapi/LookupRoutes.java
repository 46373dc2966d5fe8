package io.zhiyong.record.xapi;

import io.vertx.core.Future;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;

/** agents, activities and about (xAPI 1.0.3 Communication 2.4, 2.5, 2.8). */
final class LookupRoutes {
    private final ActivityStore activities;

    LookupRoutes(ActivityStore activities) {
        this.activities = activities;
    }

    /** A person object: every identifier as a list. This store joins no agents, so each list has one entry. */
    Future<Answer> agents(XapiRequest request) {
        onlyGet(request);
        request.credential().require(Scope.ALL_READ, Scope.STATEMENTS_READ, Scope.PROFILE, Scope.STATE);
        request.allow("agent");
        var agent = request.needAgent();
        var person = Tree.object().put("objectType", "Person");
        for (var name : new String[] {"name", "mbox", "mbox_sha1sum", "openid", "account"}) {
            if (agent.has(name)) {
                person.putArray(name).add(agent.get(name));
            }
        }
        return Future.succeededFuture(Answer.json(Tree.write(person)));
    }

    /** What is known of an activity; of an unknown one its id. */
    Future<Answer> activities(XapiRequest request) {
        onlyGet(request);
        request.credential().require(Scope.ALL_READ, Scope.STATEMENTS_READ, Scope.PROFILE, Scope.STATE);
        request.allow("activityId");
        var iri = request.needIri("activityId");
        return activities.of(iri).map(definition -> {
            var activity = Tree.object().put("objectType", "Activity").put("id", iri);
            definition.ifPresent(known -> activity.set("definition", known));
            return Answer.json(Tree.write(activity));
        });
    }

    static Future<Answer> about() {
        var about = Tree.object();
        var versions = about.putArray("version");
        for (var version : XapiVersion.values()) {
            versions.add(version.number());
        }
        return Future.succeededFuture(Answer.json(Tree.write(about)));
    }

    private static void onlyGet(XapiRequest request) {
        if (!request.method().equals("GET")) {
            throw new XapiFailure(405, "only GET here");
        }
    }
}
