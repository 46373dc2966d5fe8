package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a computation knows of a person.
 *
 * @param evidence by indicator; what is missing is worth nothing
 */
public record Inputs(PersonId person, Map<String, Evidence> evidence) {
    public Inputs {
        evidence = java.util.Collections.unmodifiableMap(new TreeMap<>(evidence));
    }
}
