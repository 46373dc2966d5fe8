package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.ExamId;
import io.zhiyong.exam.ExamModule;
import io.zhiyong.exam.ExamModule.Setting;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.QuestionType;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two tests: one on the civil service and supervision, one on secrets and data. */
final class DemoExams {
    static final ExamId SERVICE = new ExamId("falv-zhishi");
    static final ExamId SECRETS = new ExamId("baomi-shuju");
    static final Text SERVICE_TITLE = Text.of("公务员法与监察法知识测验", "Civil service and supervision law test");
    static final Text SECRETS_TITLE = Text.of("保密与数据安全测验", "Secrets and data security test");

    private final ExamModule exams;

    DemoExams(ExamModule exams) {
        this.exams = exams;
    }

    /** Both open since the year's beginning or middle, and for some weeks more. */
    Future<Void> add(UnitId unit, ZonedDateTime now) {
        var year = now.toLocalDate().withDayOfYear(1).atTime(9, 0).atZone(now.getZone());
        var service = setting(SERVICE_TITLE, unit, year.toInstant(), now, List.of("公务员法", "监察法"));
        var secrets = setting(SECRETS_TITLE, unit, year.plusDays(1).toInstant(), now, List.of("保守国家秘密法", "网络安全与数据安全"));
        return exams.add(SERVICE, service).compose(done -> exams.add(SECRETS, secrets));
    }

    private static Setting setting(Text title, UnitId unit, Instant opens, ZonedDateTime now, List<String> subjects) {
        var rows = subjects.stream()
                .flatMap(subject -> List.of(
                        row(subject, QuestionType.SINGLE, 6, 5),
                        row(subject, QuestionType.MULTIPLE, 2, 5),
                        row(subject, QuestionType.TRUE_FALSE, 2, 5))
                        .stream())
                .toList();
        var closes = now.toLocalDate().plusDays(40).atTime(18, 0).atZone(now.getZone());
        return new Setting(title, unit, opens, closes.toInstant(), 30, 60, new Blueprint(rows));
    }

    private static Row row(String subject, QuestionType type, int count, int points) {
        return new Row(Optional.of(subject), Set.of(), Optional.of(type), Difficulties.ANY, count, Points.of(points));
    }
}
