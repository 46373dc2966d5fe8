package io.zhiyong.boot.home;

import io.vertx.core.Future;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.HomeSource;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Visitor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The home page. A feature that fails leaves a gap in it and does not take it down. */
public final class HomeRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HomeRoutes.class);

    private final List<HomeSource> sources;
    private final ZoneId zone;

    public HomeRoutes(List<HomeSource> sources, ZoneId zone) {
        this.sources = List.copyOf(sources);
        this.zone = zone;
    }

    public Routes routes() {
        return new Routes("home").get("/", Access.signedIn(), HomeView.class, this::home);
    }

    private Future<Reply> home(Call call) {
        var all = sources.stream()
                .map(source -> cards(source, call.visitor(), call.now()))
                .toList();
        return Future.all(all)
                .map(done ->
                        all.stream().flatMap(each -> each.result().stream()).toList())
                .map(cards -> view(call, cards))
                .map(view -> Reply.page("home/home", view));
    }

    private static Future<List<HomeCard>> cards(HomeSource source, Visitor visitor, Instant now) {
        return source.cards(visitor, now)
                .onFailure(problem -> LOG.warn("a part of the home page is missing", problem))
                .otherwise(List.of());
    }

    private HomeView view(Call call, List<HomeCard> cards) {
        var here = call.now().atZone(zone);
        return HomeView.of(call.visitor().name(), here.getHour(), here.toLocalDate(), cards);
    }
}
