package io.zhiyong.credit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a person did, as a statement tells it.
 *
 * @param verb xAPI verb id
 * @param object id of what it was done to
 * @param type xAPI activity type id; empty when the statement gives none
 * @param title what the object is called; empty when the statement does not say
 * @param score share of full marks, −1 to 1 (xAPI score.scaled)
 */
public record Deed(String verb, String object, String type, String title, Optional<BigDecimal> score) {
    public Deed {
        verb = Blank.refused("verb", verb);
        object = Blank.refused("object", object);
        type = type == null ? "" : type;
        title = title == null ? "" : title;
        score = score == null ? Optional.empty() : score;
    }

    /** Where nobody will read what the object is called. */
    public Deed(String verb, String object, String type, Optional<BigDecimal> score) {
        this(verb, object, type, "", score);
    }
}
