package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A person as a document: days as ISO 8601 text, roles by their names in lower case. */
final class PersonDocuments {
    private PersonDocuments() {}

    /** @param units the ids from the root down to the person's own unit, by which lists are read */
    static Document of(Person person, List<String> units) {
        return new Document("_id", person.id().value())
                .append("account", person.account())
                .append("name", person.name())
                .append("order", NameOrder.of(person))
                .append("unit", person.unit().value())
                .append("units", units)
                .append("rank", person.rank())
                .append("post", person.post().map(PostId::value).orElse(null))
                .append("party", person.partyMember())
                .append("joined", person.joined().toString())
                .append("left", person.left().map(LocalDate::toString).orElse(null))
                .append("probation", person.probation())
                .append(
                        "grants",
                        person.grants().stream().map(PersonDocuments::grant).toList())
                .append("language", person.language().tag())
                .append("active", person.active());
    }

    static Document grant(Grant grant) {
        return new Document("role", grant.role().name().toLowerCase(java.util.Locale.ROOT))
                .append("unit", grant.unit().value());
    }

    static Person person(Document document) {
        return new Person(
                new PersonId(document.getString("_id")),
                document.getString("account"),
                document.getString("name"),
                service(document),
                document.getList("grants", Document.class, List.of()).stream()
                        .map(PersonDocuments::grant)
                        .toList(),
                Language.of(document.getString("language")).orElse(Language.ZH),
                document.getBoolean("active", true));
    }

    private static Service service(Document document) {
        return new Service(
                new UnitId(document.getString("unit")),
                document.getString("rank"),
                Optional.ofNullable(document.getString("post")).map(PostId::new),
                document.getBoolean("party", false),
                LocalDate.parse(document.getString("joined")),
                Optional.ofNullable(document.getString("left")).map(LocalDate::parse),
                document.getBoolean("probation", false));
    }

    private static Grant grant(Document document) {
        return new Grant(
                Role.valueOf(document.getString("role").toUpperCase(java.util.Locale.ROOT)),
                new UnitId(document.getString("unit")));
    }
}
