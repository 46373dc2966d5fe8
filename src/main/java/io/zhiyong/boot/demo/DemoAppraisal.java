package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.appraisal.AppraisalModule;
import io.zhiyong.appraisal.AppraisalModule.Evaluation;
import io.zhiyong.appraisal.Dimension;
import io.zhiyong.appraisal.Formula;
import io.zhiyong.appraisal.Grading;
import io.zhiyong.appraisal.Indicator;
import io.zhiyong.appraisal.Indicator.Yardstick;
import io.zhiyong.appraisal.Scheme;
import io.zhiyong.appraisal.Source;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Person;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/** This year's appraisal of one unit: its scheme, and what was typed in about its people; computing it is left to the manager. */
final class DemoAppraisal {
    static final UnitId UNIT = new UnitId("u-gonggong");
    private static final PersonId MANAGER = new PersonId("manager1");
    private static final Text TITLE = Text.of("科室工作人员年度考核", "Yearly appraisal of section staff");
    private static final String WORK = "work";
    private static final List<String> BASES =
            List.of("第三季度公共文化服务台账抽查，办件合格", "牵头完成街道文化站评估，验收意见在卷", "读者投诉两件，均按期办结", "上半年工作总结与分管领导评鉴意见");

    private final AppraisalModule appraisals;

    DemoAppraisal(AppraisalModule appraisals) {
        this.appraisals = appraisals;
    }

    Future<Void> open(List<Person> people, DemoHistory history, ZonedDateTime now) {
        return appraisals
                .open(UNIT, now.getYear(), scheme(), MANAGER, now.minusDays(20).toInstant())
                .compose(id -> Steps.each(
                        people.stream()
                                .filter(person -> person.unit().equals(UNIT))
                                .toList(),
                        person -> appraisals.judge(
                                id,
                                evaluation(person, history),
                                MANAGER,
                                now.minusDays(6).toInstant())));
    }

    private static Evaluation evaluation(Person person, DemoHistory history) {
        var chance = history.chance(person, "evaluation");
        var value = BigDecimal.valueOf(Math.round(70 + 25 * history.zeal(person) + 3 * chance.nextGaussian()))
                .min(BigDecimal.valueOf(100));
        return new Evaluation(person.id(), WORK, value, BASES.get(chance.nextInt(BASES.size())));
    }

    private static Scheme scheme() {
        return new Scheme(
                TITLE,
                List.of(
                        indicator(
                                "credit",
                                "学时完成",
                                "Credit against requirement",
                                Dimension.DILIGENCE,
                                20,
                                yardstick(Source.CREDIT_AGAINST_REQUIREMENT, "cadre-education/network", "100")),
                        indicator(
                                "tests",
                                "考试成绩",
                                "Test results",
                                Dimension.ABILITY,
                                25,
                                yardstick(Source.TEST_RESULTS, "", "100")),
                        indicator(
                                "contest",
                                "竞赛参与",
                                "Contest participation",
                                Dimension.ABILITY,
                                10,
                                yardstick(Source.CONTEST_PARTICIPATION, "", "1")),
                        indicator(
                                WORK,
                                "工作实绩",
                                "Work done",
                                Dimension.ACHIEVEMENT,
                                45,
                                yardstick(Source.EVALUATION, "", "100"))),
                Grading.shipped());
    }

    private static Yardstick yardstick(Source source, String of, String full) {
        return Yardstick.of(source, of, Formula.proportion(full));
    }

    private static Indicator indicator(
            String id, String zh, String en, Dimension dimension, int weight, Yardstick yardstick) {
        return new Indicator(id, Text.of(zh, en), dimension, BigDecimal.valueOf(weight), yardstick);
    }
}
