package io.zhiyong.record;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.text.Formats;
import java.util.Optional;

/**
 * The organization's own IRI, under which its people and things have theirs.
 *
 * @param iri without a slash at the end; must stay the same for as long as records are kept
 */
public record Home(String iri) {
    public Home {
        iri = iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
        if (!Formats.iri(iri)) {
            throw Refusal.invalid("home", "record.rule.iri", iri);
        }
    }

    /** Of a path on the site; a whole IRI is left as it is. */
    public String iriOf(String place) {
        return Formats.iri(place) ? place : iri + "/" + place;
    }

    /** The path under this home, when the IRI is one of ours. */
    public Optional<String> placeOf(String other) {
        return other.startsWith(iri + "/") ? Optional.of(other.substring(iri.length() + 1)) : Optional.empty();
    }

    /** Under which statements about a person are found. */
    String agentKey(PersonId person) {
        return AgentKey.account(iri, person.value());
    }
}
