package io.zhiyong.web;

import io.zhiyong.base.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every sentence that people read, by key and language, out of {@code messages/<feature>_<language>.properties}. Patterns are
 * those of {@link MessageFormat}, but an apostrophe is just an apostrophe.
 */
public final class Messages {
    private static final String FOLDER = "messages";
    private static final Map<Language, String> SUFFIXES =
            Map.of(Language.ZH, "_zh_CN.properties", Language.EN, "_en.properties");

    private final Map<Language, Map<String, String>> byLanguage;

    private Messages(Map<Language, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Reads all message files; fails when two of them define the same key. */
    public static Messages load() {
        var all = new EnumMap<Language, Map<String, String>>(Language.class);
        SUFFIXES.forEach((language, suffix) -> {
            var texts = new HashMap<String, String>();
            Resources.list(FOLDER).stream()
                    .filter(file -> file.endsWith(suffix))
                    .forEach(file -> addTo(texts, file));
            all.put(language, Map.copyOf(texts));
        });
        return new Messages(all);
    }

    private static void addTo(Map<String, String> texts, String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text(FOLDER + "/" + file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((key, text) -> {
            if (texts.put((String) key, (String) text) != null) {
                throw new IllegalStateException("message defined twice: " + key + " in " + file);
            }
        });
    }

    /** The message in a language; the key itself when there is none, which a test makes sure does not happen. */
    public String in(Language language, String key, Object... arguments) {
        return in(language, key, List.of(arguments));
    }

    public String in(Language language, String key, List<?> arguments) {
        var pattern = byLanguage.get(language).get(key);
        if (pattern == null) {
            return key;
        }
        return pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), language.locale()).format(arguments.toArray());
    }

    public boolean has(String key) {
        return byLanguage.get(Language.ZH).containsKey(key);
    }

    /** All keys of a language, sorted. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(byLanguage.get(language).keySet());
    }
}
