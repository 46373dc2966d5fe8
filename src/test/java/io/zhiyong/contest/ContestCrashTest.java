package io.zhiyong.contest;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process dies at random moments, in every phase, without closing anything; another takes over from the log. The final
 * order is that of an evening on which nothing happened, no acknowledged answer is lost and none counted twice.
 */
@ExtendWith(StoreExtension.class)
class ContestCrashTest {
    private static final int PLAYERS = 4;
    private static final int EVENINGS = Integer.getInteger("contest.crashes", 6);
    /** Points that do not hang on the clock of the machine that runs the test. */
    private static final Rules RULES = new Rules(60, 0, 100, 0, false, 2, 0);

    @Test
    void whateverTheMomentTheFinalScoresAreThoseOfAnUninterruptedEvening(Store opened) {
        var store = new ContestStore(opened);
        await(store.declareIndexes());
        var undisturbed = play(store, new ContestId("undisturbed"), new Random(0), 0);
        for (var seed = 1; seed <= EVENINGS; seed++) {
            var scores = play(store, new ContestId("evening-" + seed), new Random(seed), 3);
            assertThat(scores).as("seed %s", seed).isEqualTo(undisturbed);
        }
    }

    private Map<Integer, List<Integer>> play(ContestStore store, ContestId id, Random random, int kills) {
        var questions = List.of(
                Plays.question(0, 4, "a"),
                Plays.question(1, 4, "b", "c"),
                Plays.question(2, 3, "c"),
                Plays.question(3, 2, "b"));
        var evening = new Evening(store, id, Plays.setup(RULES, questions.toArray(ContestQuestion[]::new)));
        var acknowledged = new HashMap<String, Answer>();
        var left = kills;
        evening.joinUpTo(PLAYERS);
        while (!evening.contest().phase().isOver()) {
            var dies = left > 0 && random.nextInt(6) == 0;
            left -= dies ? 1 : 0;
            step(evening, random, acknowledged, dies);
        }
        var contest = evening.contest();
        checkAcknowledged(store, contest, acknowledged);
        assertThat(Json.write(await(store.load(id)))).isEqualTo(Json.write(contest));
        evening.close();
        return scores(contest);
    }

    /** Does what the phase asks for; a dying process does it without waiting to hear how it went. */
    private void step(Evening evening, Random random, Map<String, Answer> acknowledged, boolean dies) {
        var contest = evening.contest();
        var sent = new ArrayList<Future<Answer>>();
        if (contest.phase() == Phase.ANSWERING && contest.progress().hold().isEmpty()) {
            for (var player = 1; player <= PLAYERS; player++) {
                sent.add(evening.send(player, contest.question().orElseThrow().id(), choice(contest, player))
                        .onSuccess(stored -> keep(acknowledged, stored)));
            }
        }
        if (dies) {
            pause(random.nextInt(30));
            evening.kill();
            evening.joinUpTo(PLAYERS);
            evening.enter(evening.host);
            Evening.waitFor(() -> evening.contest().progress().hold().isEmpty());
        } else if (sent.isEmpty()) {
            advance(evening, contest);
        } else {
            sent.forEach(each -> await(each.otherwiseEmpty()));
            Evening.waitFor(() -> evening.contest().phase() != Phase.ANSWERING);
        }
    }

    private static void advance(Evening evening, Contest contest) {
        try {
            evening.give(new Command.Advance(Plays.HOST, contest.progress().step()));
        } catch (Refusal refusal) {
            // Not marked yet, or locked meanwhile: the loop looks again.
            pause(5);
        }
    }

    private static synchronized void keep(Map<String, Answer> acknowledged, Answer stored) {
        var before = acknowledged.putIfAbsent(stored.question() + "|" + stored.person(), stored);
        assertThat(before == null || before.choice().equals(stored.choice())).isTrue();
    }

    private static void checkAcknowledged(ContestStore store, Contest contest, Map<String, Answer> acknowledged) {
        for (var sheet : contest.sheets()) {
            var stored = new HashMap<PersonId, Answer>();
            await(store.answers(contest.id(), sheet.question())).forEach(it -> stored.put(it.person(), it));
            assertThat(sheet.marks()).hasSameSizeAs(stored.values());
            synchronized (ContestCrashTest.class) {
                acknowledged.values().stream()
                        .filter(it -> it.question() == sheet.question())
                        .forEach(it -> assertThat(stored.get(it.person())).isEqualTo(it));
            }
        }
    }

    /** The same for the same player and question, so that a resent answer is the same answer. */
    private static String[] choice(Contest contest, int player) {
        var question = contest.question().orElseThrow();
        var number = contest.progress().question();
        var right = (player + number) % 3 != 0;
        return right
                ? question.key().toArray(String[]::new)
                : new String[] {
                    question.options().get(0).id().equals("a")
                                    && !question.key().contains("a")
                            ? "a"
                            : "b"
                };
    }

    private static Map<Integer, List<Integer>> scores(Contest contest) {
        var scores = new HashMap<Integer, List<Integer>>();
        Standing.board(contest)
                .forEach(it -> scores.put(
                        Integer.parseInt(it.name().substring("name of p".length())), List.of(it.points(), it.right())));
        return scores;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
