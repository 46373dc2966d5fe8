package io.zhiyong.credit;

/**
 * What the organizer declares about the size of a course or an activity. It describes the thing studied and is the same for
 * everybody; it is never measured on the person.
 */
public enum Measure {
    /** Length of the course as published. */
    MINUTES,
    /** Hours of teaching as in the programme (课时). */
    CLASS_HOURS,
    SESSIONS,
    HALF_DAYS,
    DAYS
}
