package io.zhiyong.appraisal;

/**
 * What an indicator may rest on. The list is closed: time online, sign-ins, likes and rankings are not in it, so no indicator
 * can be made of them.
 */
public enum Source {
    /** Credit certified in the ledger, in percent of what is required; 100 is all of it, more is possible. */
    CREDIT_AGAINST_REQUIREMENT,
    /** The best result in each test taken, averaged, in percent. */
    TEST_RESULTS,
    /** How many contests the person took part in; the places reached do not matter. */
    CONTEST_PARTICIPATION,
    /** How many study activities the person attended. */
    ACTIVITY_PARTICIPATION,
    /** Typed in by people, 0 to 100, each with its basis; averaged. */
    EVALUATION
}
