package io.zhiyong.boot.home;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Text;
import io.zhiyong.testkit.Site;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.HomeSource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomeRoutesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-09T01:00:00Z"), ZONE);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private Site open(HomeSource... sources) {
        return Site.open(vertx, CLOCK, new HomeRoutes(List.of(sources), ZONE).routes());
    }

    private static HomeSource cards(HomeCard... cards) {
        return (visitor, now) -> Future.succeededFuture(List.of(cards));
    }

    private static HomeCard due(String href, String day) {
        return new HomeCard.Due(Text.of("课", "Course " + href), href, "home.kind.course", LocalDate.parse(day));
    }

    private static HomeCard measure(String has, boolean main) {
        return new HomeCard.Measure(
                Text.of("网络自学", "Self-study"),
                Text.of("干部教育培训", "Cadre education"),
                new BigDecimal(has),
                new BigDecimal("50"),
                false,
                main);
    }

    @Test
    void nobodyIsSentToSignIn() {
        try (var site = open()) {
            assertThat(site.page("", "/").header("Location")).startsWith("/sign-in");
            assertThat(site.get("", "/").status()).isEqualTo(401);
        }
    }

    @Test
    void whatIsLateComesFirstAndTheMainRequirementLarge() {
        try (var site = open(
                cards(due("/courses/b", "2026-06-12"), due("/courses/a", "2026-06-07")),
                cards(measure("12.5", true), measure("3", false)))) {
            var home = site.get("anna", "/").json();
            assertThat(home.at("/due/0/href").asText()).isEqualTo("/courses/a");
            assertThat(home.at("/due/0/late").asBoolean()).isTrue();
            assertThat(home.at("/due/0/days").asInt()).isEqualTo(2);
            assertThat(home.at("/due/1/soon").asBoolean()).isTrue();
            assertThat(home.at("/main/has").asDouble()).isEqualTo(12.5);
            assertThat(home.at("/measures")).hasSize(1);
            assertThat(home.at("/go").asText()).isEqualTo("/courses/a");
            var page = site.page("anna", "/").text();
            assertThat(page)
                    .contains("Good morning, anna")
                    .contains("Course /courses/a")
                    .contains("2 days overdue")
                    .contains("stroke-dasharray=\"25 100\"");
        }
    }

    @Test
    void oneGoesOnWhereOneWas() {
        var now = new HomeCard.Now(
                "home.badge.course",
                Text.of("课", "Law"),
                "home.line.course",
                List.of(2, 5),
                "/courses/x/lessons/3",
                "home.action.continue",
                30);
        try (var site = open(cards(due("/courses/a", "2026-06-07")), cards(now))) {
            assertThat(site.get("anna", "/").json().at("/go").asText()).isEqualTo("/courses/x/lessons/3");
            assertThat(site.page("anna", "/").text()).contains("2 of 5 lessons done");
        }
    }

    @Test
    void aFeatureThatFailsLeavesAGap() {
        HomeSource broken = (visitor, now) -> Future.failedFuture(new IllegalStateException("down"));
        try (var site = open(broken, cards(due("/courses/a", "2026-06-07")))) {
            assertThat(site.get("anna", "/").json().at("/due")).hasSize(1);
        }
    }

    @Test
    void withNothingToSayItIsStillAPage() {
        try (var site = open()) {
            assertThat(site.page("anna", "/").text()).contains("Nothing to do");
        }
    }
}
