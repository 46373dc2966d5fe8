package io.zhiyong.contest;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No screen can know what its phase does not tell: with another key, or other options, every frame is the same to the byte. */
class SceneLaws {
    @Test
    void noFrameBeforeTheRevealDependsOnTheKey() {
        forAll(
                Twins::withOtherKeys,
                twins -> twins.eachMoment((one, other) -> {
                    if (one.phase().hidesKey() || one.progress().question() < 0) {
                        assertThat(frames(one)).isEqualTo(frames(other));
                    }
                }));
    }

    @Test
    void noFrameBeforeAnsweringDependsOnTheOptions() {
        forAll(
                Twins::withOtherOptions,
                twins -> twins.eachMoment((one, other) -> {
                    if (one.phase() == Phase.SHOWN || one.progress().question() < 0) {
                        assertThat(frames(one)).isEqualTo(frames(other));
                    }
                }));
    }

    @Test
    void theLawsWouldNoticeTheKeyAtTheReveal() {
        var told = new ArrayList<Boolean>();
        forAll(
                Twins::withOtherKeys,
                twins -> twins.eachMoment((one, other) -> {
                    if (one.phase() == Phase.REVEAL && one.progress().question() == twins.question()) {
                        told.add(!frames(one).equals(frames(other)));
                    }
                }));
        assertThat(told).isNotEmpty().doesNotContain(false);
    }

    @Test
    void aSceneStaysSmall() {
        forAll(random -> Plays.random(random, 200), played -> frames(played.end())
                .forEach(frame -> assertThat(frame.length()).isLessThan(2048)));
    }

    /** Everything that leaves the server for each kind of screen. */
    private static List<String> frames(Contest contest) {
        var board = Standing.board(contest);
        var frames = new ArrayList<String>();
        for (var viewer : Scene.Viewer.values()) {
            frames.add(Json.write(Scene.of(contest, viewer, board, Plays.START.plusSeconds(9))));
        }
        for (var seat : contest.roster().seats()) {
            frames.add(Json.write(You.of(contest, seat, List.of("a"), Optional.of(1))));
        }
        return frames;
    }

    private interface Law {
        void check(Contest one, Contest other);
    }

    /** The same evening twice, but for one question; where its sheet was written it is marked again in the other. */
    private record Twins(Plays.Played played, Setup other, int question) {
        static Twins withOtherKeys(Random random) {
            return of(random, (it, key) -> new ContestQuestion(it.id(), it.kind(), it.stem(), it.options(), key));
        }

        static Twins withOtherOptions(Random random) {
            return of(
                    random,
                    (it, key) -> new ContestQuestion(
                            it.id(),
                            it.kind(),
                            it.stem(),
                            it.options().stream()
                                    .map(option -> new ContestQuestion.Option(option.id(), "other " + option.text()))
                                    .toList(),
                            it.key()));
        }

        private static Twins of(
                Random random, java.util.function.BiFunction<ContestQuestion, List<String>, ContestQuestion> change) {
            var played = Plays.random(random, 150);
            var setup = played.end().setup();
            var index = random.nextInt(setup.questions().size());
            var questions = new ArrayList<>(setup.questions());
            var changed = questions.get(index);
            var key = changed.key().equals(List.of("b", "c")) ? List.of("a", "b") : List.of("b");
            questions.set(index, change.apply(changed, key));
            return new Twins(
                    played, new Setup(setup.title(), setup.organizer(), setup.unit(), questions, setup.rules()), index);
        }

        /** At every entry up to and with the question's own time; what comes after may differ for good reasons. */
        void eachMoment(Law law) {
            var log = played.log().stream()
                    .filter(it -> it.seq() == 1 || !(it.event() instanceof Event.Configured))
                    .toList();
            var one = Contest.first(configured(log.get(0), played.end().setup()));
            var two = Contest.first(configured(log.get(0), other));
            for (var entry : renumbered(log)) {
                one = one.after(entry);
                two = two.after(rescored(entry));
                if (one.progress().question() > question) {
                    return;
                }
                law.check(one, two);
            }
        }

        private static Entry configured(Entry first, Setup setup) {
            return new Entry(first.contest(), 1, first.at(), first.by(), new Event.Configured(setup));
        }

        private static List<Entry> renumbered(List<Entry> log) {
            var entries = new ArrayList<Entry>();
            for (var i = 1; i < log.size(); i++) {
                var entry = log.get(i);
                entries.add(new Entry(entry.contest(), i + 1L, entry.at(), entry.by(), entry.event()));
            }
            return entries;
        }

        private Entry rescored(Entry entry) {
            if (entry.event() instanceof Event.Scored scored && scored.sheet().question() == question) {
                var again = Scoring.sheet(other, question, played.answers());
                return new Entry(entry.contest(), entry.seq(), entry.at(), entry.by(), new Event.Scored(again));
            }
            return entry;
        }
    }
}
