package io.zhiyong.record;

import io.zhiyong.base.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every verb, activity type and extension that Zhiyong writes into statements: terms that are in common use where there are
 * any, our own for what nobody names. {@code docs/vocabulary.md} lists them with their sources; a test holds the two equal.
 */
public final class Vocabulary {
    private static final String ADL_VERB = "http://adlnet.gov/expapi/verbs/";
    private static final String ADL_TYPE = "http://adlnet.gov/expapi/activities/";
    private static final String CMI5_VERB = "https://w3id.org/xapi/adl/verbs/";
    private static final String CMI5_TYPE = "https://w3id.org/xapi/cmi5/activitytype/";
    private static final String VIDEO = "https://w3id.org/xapi/video/";
    private static final String STREAMS = "http://activitystrea.ms/schema/1.0/";
    private static final String OURS = "https://zhiyong.io/xapi/";

    private Vocabulary() {}

    /** 动词: what was done. */
    public enum Verb {
        /** Entered for a course, a test, a contest or an activity. */
        REGISTERED(ADL_VERB + "registered", "报名了", "registered for"),
        LAUNCHED(ADL_VERB + "launched", "打开了", "launched"),
        INITIALIZED(ADL_VERB + "initialized", "开始了", "started"),
        /** Began a try at a test or a drill. */
        ATTEMPTED(ADL_VERB + "attempted", "作答了", "attempted"),
        /** Answered one question; success tells whether rightly. */
        ANSWERED(ADL_VERB + "answered", "回答了", "answered"),
        EXPERIENCED(ADL_VERB + "experienced", "学习了", "studied"),
        PROGRESSED(ADL_VERB + "progressed", "推进了", "progressed in"),
        COMPLETED(ADL_VERB + "completed", "完成了", "completed"),
        PASSED(ADL_VERB + "passed", "通过了", "passed"),
        FAILED(ADL_VERB + "failed", "未通过", "failed"),
        /** Knows it by all the evidence there is, not by one try. */
        MASTERED(ADL_VERB + "mastered", "掌握了", "mastered"),
        /** Was given a score by somebody or something other than a test: a contest, a judge. */
        SCORED(ADL_VERB + "scored", "得分于", "scored in"),
        ATTENDED(ADL_VERB + "attended", "参加了", "attended"),
        SHARED(ADL_VERB + "shared", "分享了", "shared"),
        TERMINATED(ADL_VERB + "terminated", "结束了", "ended"),
        /** Says that another statement is no longer to count. */
        VOIDED(ADL_VERB + "voided", "作废了", "voided"),
        ABANDONED(CMI5_VERB + "abandoned", "放弃了", "abandoned"),
        SATISFIED(CMI5_VERB + "satisfied", "达到了要求：", "satisfied"),
        WAIVED(CMI5_VERB + "waived", "免修了", "was exempted from"),
        PLAYED(VIDEO + "verbs/played", "播放了", "played"),
        PAUSED(VIDEO + "verbs/paused", "暂停了", "paused"),
        SEEKED(VIDEO + "verbs/seeked", "跳转了", "sought in"),
        /** Judged by a person: a drill, a showcase, a colleague. */
        EVALUATED("http://www.tincanapi.co.uk/verbs/evaluated", "评价了", "evaluated"),
        /** Taught or reported before others: a lecture, a party lesson, a deed. */
        PRESENTED(STREAMS + "present", "讲授了", "presented"),
        /** Handed in: a claim of hours, a paper, a proof. */
        SUBMITTED(STREAMS + "submit", "提交了", "submitted"),
        APPROVED(STREAMS + "approve", "审核通过了", "approved"),
        DENIED(STREAMS + "deny", "驳回了", "rejected");

        private final String iri;
        private final String zh;
        private final String en;

        Verb(String iri, String zh, String en) {
            this.iri = iri;
            this.zh = zh;
            this.en = en;
        }

        public String iri() {
            return iri;
        }

        /** In the past tense, to stand between who and what. */
        public Text display() {
            return Text.of(zh, en);
        }

        public static Optional<Verb> of(String iri) {
            return Arrays.stream(values()).filter(verb -> verb.iri.equals(iri)).findFirst();
        }
    }

    /** 对象类型: what kind of thing it was done with. */
    public enum ActivityType {
        COURSE(CMI5_TYPE + "course", "课程", "course"),
        /** A part of a course that has parts itself. */
        BLOCK(CMI5_TYPE + "block", "单元", "block"),
        LESSON(ADL_TYPE + "lesson", "课时", "lesson"),
        MODULE(ADL_TYPE + "module", "模块", "module"),
        VIDEO_CLIP(VIDEO + "activity-type/video", "视频", "video"),
        FILE(ADL_TYPE + "file", "资料", "file"),
        /** A test: an exam as it is set, one try at it being an {@link #ATTEMPT}. */
        ASSESSMENT(ADL_TYPE + "assessment", "考试", "test"),
        ATTEMPT(ADL_TYPE + "attempt", "作答", "attempt"),
        /** A question that was answered. */
        QUESTION(ADL_TYPE + "cmi.interaction", "试题", "question"),
        OBJECTIVE(ADL_TYPE + "objective", "知识点", "objective"),
        /** A lecture, a party lesson, a collective study, a visit: people meet. */
        MEETING(ADL_TYPE + "meeting", "集中学习", "meeting"),
        EVENT(STREAMS + "event", "活动", "event"),
        /** Practice by oneself. */
        PRACTICE(OURS + "activity-type/practice", "练习", "practice"),
        /** A post drill or a service contest: judged work, not questions. */
        DRILL(OURS + "activity-type/drill", "岗位练兵", "drill"),
        CONTEST(OURS + "activity-type/contest", "知识竞赛", "contest"),
        SHOWCASE(OURS + "activity-type/showcase", "风采展示", "showcase"),
        /** Hours asked for with proof: outside training, a lecture given, a paper. */
        CLAIM(OURS + "activity-type/claim", "学时申报", "claim"),
        /** A yearly plan of study, or one duty in it. */
        ASSIGNMENT(OURS + "activity-type/assignment", "学习任务", "assignment"),
        APPRAISAL(OURS + "activity-type/appraisal", "考核", "appraisal"),
        POLL(OURS + "activity-type/poll", "测评", "poll");

        private final String iri;
        private final String zh;
        private final String en;

        ActivityType(String iri, String zh, String en) {
            this.iri = iri;
            this.zh = zh;
            this.en = en;
        }

        public String iri() {
            return iri;
        }

        public Text label() {
            return Text.of(zh, en);
        }

        public static Optional<ActivityType> of(String iri) {
            return Arrays.stream(values()).filter(type -> type.iri.equals(iri)).findFirst();
        }
    }

    /** 扩展: what a statement says beyond xAPI's own members. */
    public enum Extension {
        /** The unit the person belonged to then, by id. */
        UNIT(OURS + "extension/unit"),
        /** The form of study, by the key of the activity's form: lecture, visit, party-lesson … */
        FORM(OURS + "extension/form"),
        /** The class of study that credit rules count by, as its organizer declared it. */
        CATEGORY(OURS + "extension/category"),
        /**
         * The declared size of what was studied, the same for everybody and never measured on a person: numbers by MINUTES,
         * CLASS_HOURS, SESSIONS, HALF_DAYS, DAYS.
         */
        MEASURES(OURS + "extension/measures"),
        /** Hours as the organizer certified them, a decimal number. */
        HOURS(OURS + "extension/hours"),
        /** The fields of knowledge it belongs to, a list of keys. */
        TOPICS(OURS + "extension/topics"),
        /** Place in a contest, from 1. */
        RANK(OURS + "extension/rank"),
        /** The team's id and name in a contest. */
        TEAM(OURS + "extension/team"),
        /** What the person did it as: contestant, host, judge, lecturer, listener. */
        ROLE(OURS + "extension/role"),
        /** SHA-256 of each proof that was handed in, a list. */
        PROOFS(OURS + "extension/proofs"),
        /** Why: of a voiding, a waiver, a correction. */
        REASON(OURS + "extension/reason"),
        /** The article or document it rests on. */
        BASIS(OURS + "extension/basis"),
        /** How the person signed in to what was attended: code, list, device. */
        EVIDENCE(OURS + "extension/evidence"),
        /** The calendar year it counts for. */
        YEAR(OURS + "extension/year"),
        /** Share of the whole that is done, 0 to 100 (cmi5). */
        PROGRESS("https://w3id.org/xapi/cmi5/result/extensions/progress"),
        /** One launch of a content package (cmi5). */
        SESSION("https://w3id.org/xapi/cmi5/context/extensions/sessionid"),
        /** Least scaled score that passes (cmi5). */
        MASTERY_SCORE("https://w3id.org/xapi/cmi5/context/extensions/masteryscore");

        private final String iri;

        Extension(String iri) {
            this.iri = iri;
        }

        public String iri() {
            return iri;
        }
    }
}
