package io.zhiyong.record;

import io.zhiyong.base.PersonId;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What surrounds a statement: xAPI's context.
 *
 * @param registration one person's going through one thing: all statements of one enrollment or attempt share it
 * @param parent what the object is directly part of
 * @param grouping what it belongs to more widely
 */
public record Setting(
        Optional<UUID> registration,
        Optional<PersonId> instructor,
        List<Thing> parent,
        List<Thing> grouping,
        List<Thing> category,
        Map<Extension, Object> extensions) {
    public static final Setting NONE =
            new Setting(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Map.of());

    public Setting {
        parent = List.copyOf(parent);
        grouping = List.copyOf(grouping);
        category = List.copyOf(category);
        extensions = Map.copyOf(extensions);
    }

    Setting registration(UUID id) {
        return new Setting(Optional.of(id), instructor, parent, grouping, category, extensions);
    }

    Setting instructor(PersonId person) {
        return new Setting(registration, Optional.of(person), parent, grouping, category, extensions);
    }

    Setting parent(Thing thing) {
        return new Setting(registration, instructor, plus(parent, thing), grouping, category, extensions);
    }

    Setting grouping(Thing thing) {
        return new Setting(registration, instructor, parent, plus(grouping, thing), category, extensions);
    }

    Setting category(Thing thing) {
        return new Setting(registration, instructor, parent, grouping, plus(category, thing), extensions);
    }

    Setting with(Extension extension, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(extension, value);
        return new Setting(registration, instructor, parent, grouping, category, more);
    }

    private static List<Thing> plus(List<Thing> list, Thing one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
