package io.zhiyong.contest;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import io.zhiyong.contest.Heading.Group;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ContestStoreTest {
    private ContestStore store;

    @BeforeEach
    void open(Store opened) {
        store = new ContestStore(opened);
        await(store.declareIndexes());
    }

    @Test
    void theStoredLogGivesTheContestBack() {
        var played = Plays.random(new Random(7), 300);
        append(played.log(), 1);
        assertThat(Json.write(await(store.load(Plays.ID)))).isEqualTo(Json.write(played.end()));
    }

    @Test
    void aSnapshotAndTheRestGiveTheSame() {
        var played = Plays.random(new Random(8), 300);
        append(played.log(), 3);
        await(store.snapshot(Contest.fold(played.log().subList(0, 21))));
        assertThat(Json.write(await(store.load(Plays.ID)))).isEqualTo(Json.write(played.end()));
        assertThat(await(store.log(Plays.ID))).isEqualTo(played.log());
    }

    @Test
    void aNumberThatIsTakenIsRefusedToTheSecondOwner() {
        var draft = Contest.draft(Plays.ID, Plays.HOST, Plays.randomSetup(new Random(1)), Plays.START);
        assertThat(await(store.append(draft.events()))).isTrue();
        assertThat(await(store.append(draft.events()))).isFalse();
    }

    @Test
    void anUnknownContestIsNotFound() {
        assertThatThrownBy(() -> await(store.load(new ContestId("nothing"))))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void anAnswerSentTwiceIsStoredOnceAndAcknowledgedWithTheFirstChoice() {
        var first = answer(1, 3, "a");
        var changed = answer(1, 3, "b");
        assertThat(await(store.store(Plays.ID, List.of(first)))).containsExactly(first);
        assertThat(await(store.store(Plays.ID, List.of(changed, answer(1, 4, "b")))))
                .containsExactly(first, answer(1, 4, "b"));
        assertThat(await(store.answers(Plays.ID, 1))).containsExactlyInAnyOrder(first, answer(1, 4, "b"));
    }

    @Test
    void thousandsOfAnswersAreStoredOnceEach() {
        var all =
                IntStream.rangeClosed(1, 2000).mapToObj(i -> answer(0, i, "a")).toList();
        await(store.store(Plays.ID, all));
        await(store.store(Plays.ID, all.subList(500, 1500)));
        assertThat(await(store.answers(Plays.ID, 0))).hasSize(2000);
    }

    @Test
    void twoContestsAndQuestionsKeepTheirAnswersApart() {
        await(store.store(Plays.ID, List.of(answer(0, 1, "a"), answer(1, 1, "b"))));
        await(store.store(new ContestId("other"), List.of(answer(0, 1, "c"))));
        assertThat(await(store.answers(Plays.ID, 0))).containsExactly(answer(0, 1, "a"));
        assertThat(await(store.answersOf(Plays.ID, Plays.player(1)))).hasSize(2);
    }

    @Test
    void aLeaseHasOneOwnerAndTheDeposedOneIsTold() {
        var now = Plays.START;
        assertThat(await(store.acquire(Plays.ID, Optional.empty(), "one", now))).isTrue();
        assertThat(await(store.acquire(Plays.ID, Optional.empty(), "two", now))).isFalse();
        var read = await(store.lease(Plays.ID));
        assertThat(read.orElseThrow().isFree(now)).isFalse();
        var later = now.plus(Lease.LENGTH);
        assertThat(read.orElseThrow().isFree(later)).isTrue();
        assertThat(await(store.acquire(Plays.ID, read, "two", later))).isTrue();
        assertThat(await(store.acquire(Plays.ID, read, "three", later))).isFalse();
        assertThat(await(store.renew(Plays.ID, "one", later))).isFalse();
        assertThat(await(store.renew(Plays.ID, "two", later))).isTrue();
    }

    @Test
    void aReleasedLeaseIsKnownFromOneThatRanOut() {
        await(store.acquire(Plays.ID, Optional.empty(), "one", Plays.START));
        assertThat(await(store.lease(Plays.ID)).orElseThrow().isReleased()).isFalse();
        await(store.release(Plays.ID, "one", Plays.START.plusSeconds(1)));
        assertThat(await(store.lease(Plays.ID)).orElseThrow().isReleased()).isTrue();
    }

    @Test
    void aCodeLeadsToOneContestAtATime() {
        assertThat(await(store.claim("123456", Plays.ID))).isTrue();
        assertThat(await(store.claim("123456", new ContestId("other")))).isFalse();
        assertThat(await(store.byCode("123456"))).contains(Plays.ID);
        await(store.release("123456", new ContestId("other")));
        assertThat(await(store.byCode("123456"))).contains(Plays.ID);
        await(store.release("123456", Plays.ID));
        assertThat(await(store.byCode("123456"))).isEmpty();
    }

    @Test
    void theListFollowsThePhase() {
        var contest = await(store.create(
                Contest.draft(Plays.ID, Plays.HOST, Plays.randomSetup(new Random(1)), Plays.START), Plays.START));
        assertThat(await(store.listed(Group.COMING, Optional.empty(), 10))).hasSize(1);
        var opened = new Command.OpenLobby(Plays.HOST, "123456").applyTo(contest, Plays.START);
        await(store.append(opened.events()));
        await(store.follow(opened.next()));
        assertThat(await(store.listed(Group.COMING, Optional.empty(), 10))).isEmpty();
        var live = await(store.listed(Group.LIVE, Optional.empty(), 10));
        assertThat(live).singleElement().satisfies(it -> assertThat(it.phase()).isEqualTo(Phase.LOBBY));
        assertThat(await(store.listed(Group.LIVE, Optional.of(Plays.ID.value()), 10)))
                .isEmpty();
    }

    private void append(List<Entry> log, int together) {
        var rest = new ArrayList<>(log);
        while (!rest.isEmpty()) {
            var some = List.copyOf(rest.subList(0, Math.min(together, rest.size())));
            assertThat(await(store.append(some))).isTrue();
            rest = new ArrayList<>(rest.subList(some.size(), rest.size()));
        }
    }

    private static Answer answer(int question, int seat, String choice) {
        return new Answer(question, seat, Plays.player(seat), List.of(choice), 1000L + seat, 5000L);
    }
}
