package io.zhiyong.contest;

import static io.zhiyong.contest.ContestSite.HOST;
import static io.zhiyong.contest.ContestSite.SETUP;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ContestRoutesTest {
    private static final String STRANGER = "org2:organizer@u-other";
    private ContestSite contests;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        contests = new ContestSite(vertx, store);
        site = contests.site;
    }

    @AfterEach
    void close() {
        contests.close();
    }

    @Test
    void onlyOrganizersOfTheUnitSetUpAndHost() {
        assertThat(site.json("cadre1", "POST", "/contests", SETUP).status()).isEqualTo(403);
        assertThat(site.json("", "POST", "/contests", SETUP).status()).isEqualTo(401);
        var path = created();
        for (var page : List.of("", "/host", "/stage")) {
            assertThat(site.get("cadre1", path + page).status())
                    .as("cadre " + page)
                    .isEqualTo(403);
            assertThat(site.get(STRANGER, path + page).status())
                    .as("stranger " + page)
                    .isEqualTo(403);
        }
        assertThat(site.get("", path + "/stage").status()).isEqualTo(401);
        assertThat(site.json(STRANGER, "POST", path, SETUP).status()).isEqualTo(403);
        assertThat(site.json(STRANGER, "POST", path + "/lobby", "{}").status()).isEqualTo(403);
        assertThat(site.json("cadre1", "POST", path + "/cancel", "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyPageIsThereForPeopleToo() {
        var path = lobby();
        for (var page :
                List.of("/contests", "/contests/new", "/contests/join", path, path + "/host", path + "/stage")) {
            assertThat(site.page(HOST, page).status()).as(page).isEqualTo(200);
        }
        var play = site.page("cadre1", path + "/play");
        assertThat(play.text()).contains("data-behaviour=\"contest-play\"", "宪法知识竞赛");
        assertThat(site.page(HOST, path + "/stage").text()).contains("<path fill=\"#000\" d=\"M4 4h1v1h-1z");
    }

    @Test
    void aSetupThatCannotBeIsRefusedByItsField() {
        assertThat(problem(site.json(HOST, "POST", "/contests", "{\"title\":\" \"}")))
                .contains("title");
        assertThat(problem(site.json(HOST, "POST", "/contests", SETUP.replace("q0", "none"))))
                .contains("questions");
        assertThat(problem(site.json(HOST, "POST", "/contests", SETUP.replace("\"readSeconds\":0", "\"points\":1"))))
                .contains("points");
        var none = contests.created("{\"title\":\"empty\"}");
        assertThat(site.json(HOST, "POST", none + "/lobby", "{}").status()).isEqualTo(409);
        assertThat(site.get("cadre1", "/contests/none/play").status()).isEqualTo(404);
        assertThat(site.get("cadre1", "/contests/" + "x".repeat(99) + "/play").status())
                .isEqualTo(422);
    }

    @Test
    void aDraftIsSeenByItsOrganizersOnly() {
        var path = created();
        assertThat(site.get("cadre1", path + "/play").status()).isEqualTo(404);
        assertThat(site.get("cadre1", "/contests").text()).doesNotContain("宪法知识竞赛");
        assertThat(LiveClient.open(site, "cadre1", path + "/live").closed()).isEqualTo(1008);
    }

    @Test
    void theCodeLeadsToTheLobbyAndAWrongOneNowhere() {
        var path = lobby();
        var code = site.get(HOST, path).json().path("code").asText();
        assertThat(code).matches("\\d{6}");
        var joined = site.json("cadre1", "POST", "/contests/join", "{\"code\":\"" + code + "\"}");
        assertThat(joined.header("Location")).isEqualTo(path + "/play");
        assertThat(site.page("cadre1", "/c/" + code).header("Location")).isEqualTo(path + "/play");
        assertThat(site.json("cadre1", "POST", "/contests/join", "{\"code\":\"0\"}")
                        .status())
                .isEqualTo(422);
        assertThat(site.page("", "/c/" + code).header("Location")).startsWith("/sign-in");
    }

    @Test
    void aWholeContestOverSocketsEndsInResultsAndRecords() {
        var path = lobby();
        var host = LiveClient.open(site, HOST, path + "/live?as=host");
        var one = LiveClient.open(site, "cadre1", path + "/live");
        var two = LiveClient.open(site, "cadre2", path + "/live");
        one.scene("LOBBY");
        two.scene("LOBBY");
        host.send("{\"do\":\"advance\",\"id\":\"1\",\"step\":1}");
        host.scene("COUNTDOWN");
        host.send("{\"do\":\"advance\",\"id\":\"2\",\"step\":2}");
        for (var question = 0; question < 2; question++) {
            var id = "q" + question;
            one.await(it -> it.at("/question/id").asText().equals(id)
                    && it.at("/question/options").size() > 0);
            one.send(choose("a" + id, id, "A"));
            two.send(choose("b" + id, id, "B"));
            assertThat(one.reply("a" + id).path("type").asText()).isEqualTo("ack");
            assertThat(two.reply("b" + id).at("/choice/0").asText()).isEqualTo("B");
            var marked = host.await(it -> it.at("/question/id").asText().equals(id)
                    && it.path("marked").asBoolean());
            host.send(advance(marked.path("step").asInt()));
            var revealed = one.await(it -> it.path("phase").asText().equals("REVEAL")
                    && it.at("/question/id").asText().equals(id));
            assertThat(revealed.at("/you/right").asBoolean()).isTrue();
            host.send(advance(revealed.path("step").asInt()));
        }
        var podium = host.scene("PODIUM");
        assertThat(podium.at("/board/0/name").asText()).isEqualTo("cadre1");
        host.send(advance(podium.path("step").asInt()));
        one.scene("CLOSED");
        checkResults(path);
        checkRecords();
    }

    private void checkResults(String path) {
        var results = site.get("cadre2", path + "/results").json();
        assertThat(results.at("/mine/rank").asInt()).isEqualTo(2);
        assertThat(results.at("/board/0/right").asInt()).isEqualTo(2);
        assertThat(results.at("/questions/1/right").asInt()).isEqualTo(1);
        assertThat(site.page("cadre1", path + "/results").text()).contains("cadre1", "podium-place");
        assertThat(site.page("cadre1", path + "/play").status()).isEqualTo(303);
    }

    private void checkRecords() {
        Evening.waitFor(() -> contests.told("cadre1") == 3 && contests.told("cadre2") == 3);
        await(contests.module.start());
        assertThat(contests.told("cadre1")).isEqualTo(3);
    }

    @Test
    void aPlayerIsNoHostWhateverHeSends() {
        var path = lobby();
        var forged = LiveClient.open(site, "cadre1", path + "/live?as=host");
        assertThat(forged.closed()).isEqualTo(1008);
        assertThat(forged.reason()).isEqualTo("contest.refusal.notHost");
        var player = LiveClient.open(site, "cadre1", path + "/live");
        player.scene("LOBBY");
        for (var frame : List.of(
                "{\"do\":\"advance\",\"id\":\"1\",\"step\":1}",
                "{\"do\":\"pause\",\"id\":\"1\"}",
                "{\"do\":\"kick\",\"id\":\"1\",\"seat\":1,\"reason\":\"me\"}",
                "{\"do\":\"cancel\",\"id\":\"1\",\"reason\":\"me\"}")) {
            player.send(frame);
            assertThat(player.reply("1").path("key").asText()).isEqualTo("contest.refusal.notYours");
        }
        assertThat(player.frames()).allMatch(it -> !it.path("phase").asText().equals("COUNTDOWN"));
    }

    @Test
    void aStageSeesWithItsSignedAddressAndMayDoNothing() {
        var path = lobby();
        var signed = site.get(HOST, path + "/host").json().path("stage").asText();
        assertThat(site.page("", signed).status()).isEqualTo(200);
        var key = signed.substring(signed.indexOf('?') + 1);
        var stage = LiveClient.open(site, "", path + "/live?as=stage&" + key);
        assertThat(stage.scene("LOBBY").path("code").asText()).hasSize(6);
        stage.send("{\"do\":\"advance\",\"id\":\"1\",\"step\":1}");
        assertThat(stage.reply("1").path("key").asText()).isEqualTo("contest.refusal.notYours");
        assertThat(LiveClient.open(site, "", path + "/live?as=stage&key=" + "0".repeat(32))
                        .closed())
                .isEqualTo(1008);
        assertThat(LiveClient.open(site, "", path + "/live").closed()).isEqualTo(1008);
    }

    @Test
    void forgedAndBrokenFramesAreRefusedAndNotObeyed() {
        var path = lobby();
        var player = LiveClient.open(site, "cadre1", path + "/live");
        player.scene("LOBBY");
        for (var frame : List.of(
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"do\":\"tick\",\"id\":\"1\"}",
                "{\"do\":\"answer\",\"id\":\"1\",\"question\":\"q0\",\"choice\":[\"A\"],\"claim\":1,\"person\":\"cadre2\"}")) {
            var before = player.frames().size();
            player.send(frame);
            Evening.waitFor(() -> player.frames().size() > before);
            assertThat(player.frames()
                            .get(player.frames().size() - 1)
                            .path("type")
                            .asText())
                    .isEqualTo("refused");
        }
        player.send("{\"do\":\"answer\",\"id\":\"early\",\"question\":\"q0\",\"choice\":[\"A\"],\"claim\":1}");
        assertThat(player.reply("early").path("key").asText()).isEqualTo("contest.refusal.otherQuestion");
        player.send("x".repeat(5000));
        assertThat(player.closed()).isEqualTo(1009);
    }

    @Test
    void whoFloodsIsCutOff() {
        var path = lobby();
        var player = LiveClient.open(site, "cadre1", path + "/live");
        player.scene("LOBBY");
        for (var i = 0; i < 60; i++) {
            player.trySend("{\"do\":\"leave\"");
        }
        assertThat(player.closed()).isEqualTo(1008);
    }

    @Test
    void aPageOfAnotherSiteGetsNoSocket() {
        var path = lobby();
        assertThatThrownBy(() -> LiveClient.open(site, "cadre1", path + "/live", "Origin", "https://evil.example"))
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void anotherDeviceOfTheSamePersonHasTheSameSeat() {
        var path = lobby();
        var phone = LiveClient.open(site, "cadre1", path + "/live");
        var seat = phone.scene("LOBBY").at("/you/seat").asInt();
        phone.cut();
        LiveClient.open(site, "cadre2", path + "/live").scene("LOBBY");
        assertThat(LiveClient.open(site, "cadre1", path + "/live")
                        .scene("LOBBY")
                        .at("/you/seat")
                        .asInt())
                .isEqualTo(seat);
    }

    private static String problem(Site.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.json().path("problems").toString();
    }

    private static String choose(String id, String question, String option) {
        return "{\"do\":\"answer\",\"id\":\"%s\",\"question\":\"%s\",\"choice\":[\"%s\"],\"claim\":900}"
                .formatted(id, question, option);
    }

    private static String advance(int step) {
        return "{\"do\":\"advance\",\"id\":\"s%d\",\"step\":%d}".formatted(step, step);
    }

    private String created() {
        return contests.created(SETUP);
    }

    private String lobby() {
        return contests.lobby(SETUP);
    }
}
