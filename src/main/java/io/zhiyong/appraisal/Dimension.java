package io.zhiyong.appraisal;

/** What is looked at in a civil servant: 德能勤绩廉 (Civil Servants Law, article 35). */
public enum Dimension {
    VIRTUE,
    ABILITY,
    DILIGENCE,
    ACHIEVEMENT,
    INTEGRITY
}
