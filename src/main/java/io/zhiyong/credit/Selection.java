package io.zhiyong.credit;

import java.util.Set;

/** Which credit a cap or a requirement is about; an empty set leaves the question open. */
public record Selection(Set<String> categories, Set<String> forms) {
    public static final Selection ALL = new Selection(Set.of(), Set.of());

    public Selection {
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        forms = forms == null ? Set.of() : Set.copyOf(forms);
    }

    public boolean holds(Kind kind) {
        return (categories.isEmpty() || categories.contains(kind.category()))
                && (forms.isEmpty() || forms.contains(kind.form()));
    }
}
