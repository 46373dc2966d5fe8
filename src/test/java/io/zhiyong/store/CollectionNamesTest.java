package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A collection belongs to one feature: two that chose the same name would read each other's documents. */
class CollectionNamesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/zhiyong");
    private static final Pattern NAME = Pattern.compile("collection\\(\"([a-z_]+)\"\\)");

    @Test
    void noTwoFeaturesShareACollection() throws IOException {
        Map<String, Set<String>> owners = new TreeMap<>();
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> read(file, owners));
        }
        assertThat(owners).hasSizeGreaterThan(20);
        owners.values().removeIf(features -> features.size() == 1);
        assertThat(owners).isEmpty();
    }

    private static void read(Path file, Map<String, Set<String>> owners) {
        try {
            var feature = SOURCES.relativize(file).getName(0).toString();
            NAME.matcher(Files.readString(file)).results().forEach(found -> owners.computeIfAbsent(
                            found.group(1), name -> new TreeSet<>())
                    .add(feature));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
