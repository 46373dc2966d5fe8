package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Contests to test with: small ones by hand, and whole evenings at random, with everything that hosts and players do wrong. */
final class Plays {
    static final Instant START = Instant.parse("2026-11-20T11:00:00Z");
    static final PersonId HOST = new PersonId("host");
    static final ContestId ID = new ContestId("evening");

    private Plays() {}

    static PersonId player(int number) {
        return new PersonId("p" + number);
    }

    static ContestQuestion question(int number, int options, String... key) {
        var all = IntStream.range(0, options)
                .mapToObj(
                        i -> new ContestQuestion.Option(String.valueOf((char) ('a' + i)), "option " + number + "/" + i))
                .toList();
        var kind = key.length > 1 ? ContestQuestion.Kind.MULTIPLE : ContestQuestion.Kind.SINGLE;
        return new ContestQuestion("q" + number, kind, "stem " + number, all, List.of(key));
    }

    static Setup setup(Rules rules, ContestQuestion... questions) {
        return new Setup(Text.of("知识竞赛"), HOST, new UnitId("root"), List.of(questions), rules);
    }

    static Rules rules(int readSeconds, int boardEvery) {
        return new Rules(20, readSeconds, 1000, 50, false, boardEvery, 0);
    }

    static Setup randomSetup(Random random) {
        var rules = new Rules(
                5 + random.nextInt(30),
                random.nextInt(4),
                10 + random.nextInt(2000),
                random.nextInt(3) * 50,
                random.nextBoolean(),
                random.nextInt(4),
                random.nextInt(3));
        var questions = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> random.nextBoolean()
                        ? question(i, 2 + random.nextInt(4), "a")
                        : question(i, 3 + random.nextInt(3), "b", "c"))
                .toArray(ContestQuestion[]::new);
        return setup(rules, questions);
    }

    /** A played contest: its log, and the stored answers by which it was scored. */
    record Played(List<Entry> log, Contest end, List<Answer> answers, int refused) {}

    /** Up to so many commands, legal ones preferred, each some moments after the one before. */
    static Played random(Random random, int commands) {
        var first = Contest.draft(ID, HOST, randomSetup(random), START);
        var contest = first.next();
        var log = new ArrayList<>(first.events());
        var answers = new ArrayList<Answer>();
        var now = START;
        var refused = 0;
        for (var i = 0; i < commands; i++) {
            now = now.plusMillis(random.nextInt(6000));
            answer(random, contest, now, answers);
            try {
                var step = command(random, contest, answers, now).applyTo(contest, now);
                contest = step.next();
                log.addAll(step.events());
            } catch (Refusal refusal) {
                refused++;
            }
        }
        return new Played(log, contest, answers, refused);
    }

    private static void answer(Random random, Contest contest, Instant now, List<Answer> answers) {
        for (var i = 0; i < 3 && contest.question().isPresent(); i++) {
            var person = player(random.nextInt(12));
            var question = contest.question().get();
            var choice = question.options()
                    .get(random.nextInt(question.options().size()))
                    .id();
            try {
                var reaction = new Reaction(random.nextInt(50), random.nextInt(9000) - 1, random.nextInt(150));
                var answer = Admission.answer(contest, person, question.id(), List.of(choice), now, reaction);
                var stored = answers.stream()
                        .anyMatch(it -> it.question() == answer.question()
                                && it.person().equals(person));
                if (!stored) {
                    answers.add(answer);
                }
            } catch (Refusal refusal) {
                // Early, late or no seat: the law tests state when; here it is only the noise of an evening.
            }
        }
    }

    static Command command(Random random, Contest contest, List<Answer> answers, Instant now) {
        var at = contest.progress().question();
        var someQuestion = at <= 0 ? 0 : random.nextInt(at + 1);
        return switch (random.nextInt(24)) {
            case 0 -> new Command.Configure(HOST, randomSetup(random));
            case 1, 2 -> new Command.OpenLobby(HOST, "123456");
            case 3 -> new Command.Pause(HOST);
            case 4, 5 -> new Command.Resume(HOST);
            case 6 -> new Command.VoidQuestion(HOST, someQuestion, random.nextBoolean() ? "two keys" : " ");
            case 7 -> new Command.Kick(HOST, random.nextInt(40), "shouting");
            case 8 -> new Command.Rename(HOST, random.nextInt(8), "name " + random.nextInt(100));
            case 9 -> new Command.LockJoining(HOST, random.nextInt(4) == 0);
            case 10, 11, 12 -> joins(random);
            case 13 -> new Command.Leave(player(random.nextInt(12)));
            case 14, 15, 16 -> new Command.Tick();
            case 17, 18 -> new Command.Score(Math.max(0, at), answers);
            case 19 -> new Command.Correct(someQuestion, answers, "a late batch");
            case 20 ->
                random.nextInt(3) > 0
                        ? new Command.Interrupt(now.minusMillis(random.nextInt(3000)))
                        : new Command.AllAnswered(Math.max(0, at));
            case 21 -> random.nextInt(8) > 0 ? new Command.Recover() : new Command.Finish(HOST);
            default -> new Command.Advance(HOST, contest.progress().step() - (random.nextInt(5) == 0 ? 1 : 0));
        };
    }

    private static Command joins(Random random) {
        return new Command.Join(IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> player(random.nextInt(12)))
                .map(person -> new Command.Newcomer(person, "name of " + person, "unit"))
                .toList());
    }
}
