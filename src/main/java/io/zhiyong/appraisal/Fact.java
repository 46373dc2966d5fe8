package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a statement says that an indicator may rest on, beside credit.
 *
 * @param object the test, contest or activity
 * @param scaled share of full marks, 0 to 1; nought for what has no marks
 */
record Fact(String statement, PersonId person, Source source, String object, BigDecimal scaled, Instant at) {}
