package io.zhiyong.base;

/** What a person may do. Every role but {@link #CADRE} is granted for a unit and holds for all units below it. */
public enum Role {
    /** Studies, sits tests, plays contests, sees his own record. Everybody with an account is one. */
    CADRE,
    /** Writes courses and questions, runs tests, contests and activities. */
    ORGANIZER,
    /** Sees completion and runs the appraisal of the units in scope. */
    MANAGER,
    /** Keeps people, units, roles and credentials. */
    ADMINISTRATOR
}
