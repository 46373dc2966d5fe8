package io.zhiyong.exam;

import io.zhiyong.web.HomeCard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** What the home page says of tests: those that are open and not passed, the first to close on top. Pure. */
final class ExamHome {
    private static final int ORDER = 20;

    private ExamHome() {}

    static List<HomeCard> cards(List<Exam> exams, List<Attempt> mine, Instant now, ZoneId zone) {
        var byExam = mine.stream().collect(Collectors.groupingBy(Attempt::exam));
        var items = exams.stream()
                .map(exam -> ExamPages.Item.of(exam, byExam.getOrDefault(exam.id(), List.of()), now))
                .toList();
        return ExamLists.of(items, List.of(), false).due().stream()
                .map(item -> card(item, zone))
                .toList();
    }

    private static HomeCard card(ExamPages.Item item, ZoneId zone) {
        var closes = item.terms().closes().atZone(zone).toLocalDate().toString();
        return new HomeCard.Now(
                "exam.home",
                item.title(),
                "exam.home.closes",
                List.of(closes),
                "/exams/" + item.id(),
                "exam.home.sit",
                ORDER);
    }
}
