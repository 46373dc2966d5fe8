package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.time.Instant;

/**
 * The facts of one statement that credit rules may look at. There is deliberately no result.duration among them.
 *
 * @param statement the statement's id
 * @param at when it happened
 */
public record Facts(String statement, PersonId person, Instant at, Deed deed, Content content) {
    public Facts {
        statement = Blank.refused("statement", statement);
    }
}
