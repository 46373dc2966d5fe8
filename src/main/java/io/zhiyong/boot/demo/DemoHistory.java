package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.course.CourseId;
import io.zhiyong.course.CourseModule;
import io.zhiyong.exam.ExamId;
import io.zhiyong.exam.ExamModule;
import io.zhiyong.org.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the demonstration's people did in the year before now: some are diligent, some are late, nobody is made up of chance
 * alone. The same at every start in the same minute, for all chance comes out of names.
 */
final class DemoHistory {
    /** Whose story is told live: he has one course behind him and everything else before him. */
    private static final String HERO = "cadre1";

    private final List<Person> people;
    private final ZonedDateTime now;

    DemoHistory(List<Person> people, ZonedDateTime now) {
        this.people =
                people.stream().filter(person -> person.grants().isEmpty()).toList();
        this.now = now;
    }

    Future<Void> study(CourseModule courses) {
        var files = DemoCourses.files();
        return Steps.each(
                files,
                file -> courses.remember(
                        new CourseId(file.id()),
                        people.stream()
                                .flatMap(person -> past(person, file, files.indexOf(file)).stream())
                                .toList()));
    }

    private Optional<CourseModule.Past> past(Person person, DemoCourses.File file, int number) {
        var chance = chance(person, file.id());
        if (isHero(person)) {
            return number == 4
                    ? Optional.of(
                            new CourseModule.Past(person.id(), 99, day(person, 0.3, chance), Duration.ofMinutes(12)))
                    : Optional.empty();
        }
        var zeal = zeal(person) - 0.06 * number;
        var drawn = chance.nextDouble();
        if (drawn > zeal + 0.15) {
            return Optional.empty();
        }
        var lessons = drawn <= zeal ? 99 : 1 + chance.nextInt(3);
        var share = Math.min(0.95, 0.12 + 0.17 * number + 0.15 * chance.nextDouble());
        return Optional.of(new CourseModule.Past(
                person.id(), lessons, day(person, share, chance), Duration.ofMinutes(8 + chance.nextInt(20))));
    }

    Future<Void> tests(ExamModule exams) {
        return exams.remember(DemoExams.SERVICE, attempts(DemoExams.SERVICE, 0.45, 0.85))
                .compose(done -> exams.remember(DemoExams.SECRETS, attempts(DemoExams.SECRETS, 0.7, 0.6)));
    }

    private List<ExamModule.Past> attempts(ExamId exam, double share, double part) {
        return people.stream()
                .filter(person -> !isHero(person))
                .filter(person -> chance(person, exam + "?").nextDouble() < part * (0.5 + zeal(person) / 2))
                .map(person -> attempt(person, exam, share))
                .toList();
    }

    private ExamModule.Past attempt(Person person, ExamId exam, double share) {
        var chance = chance(person, exam.value());
        var knows = Math.max(0.35, Math.min(0.99, 0.55 + 0.4 * zeal(person) + 0.08 * chance.nextGaussian()));
        return new ExamModule.Past(
                person.id(),
                person.unit(),
                knows,
                day(person, share + 0.1 * chance.nextDouble(), chance),
                Duration.ofMinutes(9 + chance.nextInt(15)));
    }

    boolean isHero(Person person) {
        return person.account().equals(HERO);
    }

    /** From 0.3 to 0.98: how much of what is asked a person does. */
    double zeal(Person person) {
        return 0.3 + 0.68 * Math.sqrt(chance(person, "zeal").nextDouble());
    }

    /** Chance that is always the same about one person and one thing. */
    Random chance(Person person, String about) {
        return new Random((person.account() + "|" + about).hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** The cadres; those with roles are left out of the story. */
    List<Person> people() {
        return people;
    }

    Instant day(Person person, double share, int which) {
        return day(person, share, chance(person, "day" + which));
    }

    /** A working hour at a share of the year so far, never before the person joined. */
    private Instant day(Person person, double share, Random chance) {
        var first = now.toLocalDate().withDayOfYear(2);
        var from = person.joined().isAfter(first) ? person.joined() : first;
        var days = Math.max(1, from.until(now.toLocalDate(), java.time.temporal.ChronoUnit.DAYS) - 1);
        var day = weekday(from.plusDays((long) (days * share)));
        var time = LocalTime.of(9, 0).plusMinutes(chance.nextInt(8 * 60));
        var at = day.atTime(time).atZone(now.getZone());
        return (at.isBefore(now.minusHours(3)) ? at : now.minusHours(3)).toInstant();
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5
                ? day.minusDays(day.getDayOfWeek().getValue() - 5)
                : day;
    }
}
